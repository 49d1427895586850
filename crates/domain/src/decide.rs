//! Decisions: a command against what the facts so far say.

use jiff::{SignedDuration, Timestamp};

use crate::command::{Command, Release, SlugWish};
use crate::workflow::decide_workflow;
use crate::{Approval, Edition, Fact, Lang, Message, Shown, SiteRules, VersionClass, today};

/// HTTP dates and memento addresses have a resolution of one second, so two public states of one edition must be
/// at least that far apart (RFC 7089 §2).
const BETWEEN_VERSIONS: SignedDuration = SignedDuration::from_secs(1);

/// Why a command was not carried out: a stable code and a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The site does not publish in this language.
    #[error(
        "{lang} is not one of this site's languages ({known}); add it with `chancery settings --add-language {lang}` or correct the language"
    )]
    LanguageUnknown {
        /// The language asked for.
        lang: Lang,
        /// The site's languages.
        known: String,
    },
    /// A release in the past would rewrite what the public has seen.
    #[error("the release {0} is in the past; choose an instant from now on, or release now")]
    ReleaseInThePast(Timestamp),
    /// Versions follow each other in time.
    #[error("version {number} is to be public from {before}; a later version must come at least one second after it")]
    ReleaseBeforeEarlierVersion {
        /// The earlier version.
        number: u32,
        /// Its release.
        before: Timestamp,
    },
    /// The first version is the first, later ones are not.
    #[error(
        "an edition's first version has the class “first” and no other version has it; say how this version differs"
    )]
    ClassDoesNotFit,
    /// The first version needs an address.
    #[error("a first version needs an address; give a slug or a page's path")]
    AddressMissing,
    /// Nothing is there to act on.
    #[error("there is no such edition or version; look the message up again")]
    NotThere,
    /// The version is public already.
    #[error("version {0} is public already; correct or withdraw it instead")]
    AlreadyPublic(u32),
    /// Only what is public can be withdrawn.
    #[error("the edition is not public now, so it cannot be withdrawn; cancel its release instead")]
    NotPublic,
    /// Only what is withdrawn can be restored.
    #[error("the edition is not withdrawn, so there is nothing to restore")]
    NotWithdrawn,
    /// Erasure is for good.
    #[error("the edition was erased and cannot come back; publish a new message instead")]
    Erased,
    /// A reason is part of the record.
    #[error("a public reason is needed; say in a sentence why")]
    ReasonMissing,
    /// Nobody has approved it, and no reason was given for going without.
    #[error("nobody has approved this text yet; wait for a second person, or release it without approval and say why")]
    NotApproved,
    /// One person cannot be both writer and approver.
    #[error(
        "whoever wrote, submitted or released a text cannot be its second pair of eyes; ask somebody else to look at it"
    )]
    FourEyes,
    /// Nothing is there to approve or release.
    #[error("nothing of this edition is submitted; submit the draft first")]
    NothingSubmitted,
    /// What was looked at is no longer what is submitted.
    #[error("the text was submitted anew since you looked at it; look at the newer one and decide again")]
    SubmissionChanged,
    /// The version that the text was made from has been followed by another.
    #[error("version {number} was made in the meantime; take it into this text and submit again")]
    BasedOnOlderVersion {
        /// The newest version.
        number: u32,
    },
    /// A correction tells the public what was corrected.
    #[error("a correction needs a public note; say in a sentence what was corrected and why")]
    NoteMissing,
    /// The comparison says that the meaning changed.
    #[error(
        "the changes look weightier than the class says, so a second person has to approve it; choose the proposed class or ask for approval"
    )]
    LowerClassNeedsApproval,
    /// There is nothing to look at after the fact.
    #[error("this version was approved, or looked at afterwards, already")]
    NoReviewOwed,
    /// A member of a bundle moves only with it.
    #[error("this edition is released together with others; move the bundle, or call this edition's release off first")]
    InBundle,
    /// A bundle is at least one approved edition, each once, at one instant, under a name.
    #[error("a bundle needs a name and 1 to 200 submitted editions, each of them once; correct the list")]
    BundleUnsound,
    /// An account without rights is none.
    #[error("an account needs at least one role; choose one, or disable the account")]
    NoGrant,
    /// A fixture's settings contradict themselves.
    #[error("{0}")]
    FixtureInvalid(String),
}

impl Refusal {
    pub(crate) fn language_unknown(rules: &SiteRules, lang: &Lang) -> Self {
        let known = rules.languages.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
        Self::LanguageUnknown { lang: lang.clone(), known }
    }

    /// The refusal's stable code for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::LanguageUnknown { .. } => "language-unknown",
            Self::ReleaseInThePast(_) => "release-in-the-past",
            Self::ReleaseBeforeEarlierVersion { .. } => "release-before-earlier-version",
            Self::ClassDoesNotFit => "class-does-not-fit",
            Self::AddressMissing => "address-missing",
            Self::NotThere => "not-there",
            Self::AlreadyPublic(_) => "already-public",
            Self::NotPublic => "not-public",
            Self::NotWithdrawn => "not-withdrawn",
            Self::Erased => "erased",
            Self::ReasonMissing => "reason-missing",
            Self::NotApproved => "not-approved",
            Self::FourEyes => "four-eyes",
            Self::NothingSubmitted => "nothing-submitted",
            Self::SubmissionChanged => "submission-changed",
            Self::BasedOnOlderVersion { .. } => "based-on-older-version",
            Self::NoteMissing => "note-missing",
            Self::LowerClassNeedsApproval => "lower-class-needs-approval",
            Self::NoReviewOwed => "no-review-owed",
            Self::InBundle => "in-bundle",
            Self::BundleUnsound => "bundle-unsound",
            Self::NoGrant => "no-grant",
            Self::FixtureInvalid(_) => "fixture-invalid",
        }
    }
}

/// Decides a command against the site's rules and the message as it stands. The facts are what happened; none means
/// that everything asked for is so already.
///
/// # Errors
/// A refusal, when the command must not happen; nothing has changed then.
pub fn decide(rules: &SiteRules, message: &Message, command: &Command, now: Timestamp) -> Result<Vec<Fact>, Refusal> {
    if let Some(decided) = decide_workflow(rules, message, command, now) {
        return decided;
    }
    match command {
        Command::SetFixture { part, effective } => {
            crate::fixture::check(part).map_err(Refusal::FixtureInvalid)?;
            Ok(vec![Fact::FixtureSet { effective: effective.unwrap_or(now), part: (**part).clone() }])
        }
        Command::RemoveFixture { key, effective } => {
            Ok(vec![Fact::FixtureRemoved { effective: effective.unwrap_or(now), key: key.clone() }])
        }
        Command::ReleaseVersion(release) => release_version(rules, message, release, now, None),
        Command::MoveRelease { message: id, lang, number, release, reason } => {
            let edition = living(message, lang)?;
            if edition.versions.iter().any(|version| version.number == *number && version.bundle.is_some()) {
                return Err(Refusal::InBundle);
            }
            let address = moved_address(rules, edition, *number, *release, now)?;
            Ok(vec![Fact::ReleaseMoved {
                message: id.clone(),
                lang: lang.clone(),
                number: *number,
                release: *release,
                address,
                reason: stated(reason)?,
            }])
        }
        Command::CancelRelease { message: id, lang, number, reason } => {
            pending(living(message, lang)?, *number, now)?;
            let (message, lang) = (id.clone(), lang.clone());
            Ok(vec![Fact::ReleaseCancelled { message, lang, number: *number, reason: stated(reason)? }])
        }
        Command::WithdrawEdition { message: id, lang, reason } => match living(message, lang)?.shown_at(now) {
            Shown::Version(_) => {
                let (message, lang) = (id.clone(), lang.clone());
                Ok(vec![Fact::EditionWithdrawn { message, lang, from: now, reason: stated(reason)? }])
            }
            _ => Err(Refusal::NotPublic),
        },
        Command::RestoreEdition { message: id, lang, note } => match living(message, lang)?.shown_at(now) {
            Shown::Withdrawn { .. } => {
                let (message, lang) = (id.clone(), lang.clone());
                Ok(vec![Fact::EditionRestored { message, lang, from: now, note: stated(note)? }])
            }
            _ => Err(Refusal::NotWithdrawn),
        },
        Command::EraseEdition { message: id, lang, ground, by_law } => {
            living(message, lang)?;
            let (message, lang) = (id.clone(), lang.clone());
            Ok(vec![Fact::EditionErased { message, lang, from: now, ground: stated(ground)?, by_law: *by_law }])
        }
        // Decided above.
        Command::SubmitDraft { .. }
        | Command::ApproveSubmission { .. }
        | Command::ReturnSubmission { .. }
        | Command::ReleaseSubmission { .. }
        | Command::ReviewBypass { .. }
        | Command::SetAccount { .. }
        | Command::DisableAccount { .. }
        | Command::NoteEnrolment { .. } => Ok(vec![]),
    }
}

/// Decides a release, whoever wants it.
pub(crate) fn release_version(
    rules: &SiteRules,
    message: &Message,
    wish: &Release,
    now: Timestamp,
    approval: Option<Approval>,
) -> Result<Vec<Fact>, Refusal> {
    if !rules.languages.contains(&wish.lang) {
        return Err(Refusal::language_unknown(rules, &wish.lang));
    }
    let none = Edition::default();
    let edition = message.editions.get(&wish.lang).unwrap_or(&none);
    if edition.erasure.is_some() {
        return Err(Refusal::Erased);
    }
    let release = wish.release.unwrap_or(now);
    if release < now && wish.origin.is_none() {
        return Err(Refusal::ReleaseInThePast(release));
    }
    if let Some(last) = edition.versions.last().filter(|last| release.duration_since(last.release) < BETWEEN_VERSIONS) {
        return Err(Refusal::ReleaseBeforeEarlierVersion { number: last.number, before: last.release });
    }
    if edition.versions.is_empty() != (wish.class == VersionClass::First) {
        return Err(Refusal::ClassDoesNotFit);
    }
    let address = match (&wish.slug, edition.versions.last()) {
        (SlugWish::Keep, Some(last)) => last.address.clone(),
        (SlugWish::Keep, None) => return Err(Refusal::AddressMissing),
        (SlugWish::Page(path), _) => path.clone(),
        // The day in the address is the first release's, so a correction never moves a message to another day.
        (SlugWish::Message(slug), _) => message_address(rules, edition.first_release().unwrap_or(release), slug),
    };
    Ok(vec![Fact::VersionReleased {
        message: wish.message.clone(),
        lang: wish.lang.clone(),
        number: edition.last_number + 1,
        class: wish.class,
        note: wish.note.clone(),
        release,
        address,
        sheet: wish.sheet,
        origin: wish.origin.clone(),
        old_addresses: wish.old_addresses.clone(),
        approval,
        bundle: None,
    }])
}

/// A message's address below its language: the release's date in the home zone, then the slug.
fn message_address(rules: &SiteRules, release: Timestamp, slug: &str) -> String {
    let day = today(release, &rules.home);
    format!("messages/{:04}/{:02}/{:02}/{slug}", day.year(), day.month(), day.day())
}

pub(crate) fn moved_address(
    rules: &SiteRules,
    edition: &Edition,
    number: u32,
    release: Timestamp,
    now: Timestamp,
) -> Result<String, Refusal> {
    let index = pending(edition, number, now)?;
    if release < now {
        return Err(Refusal::ReleaseInThePast(release));
    }
    let before = index.checked_sub(1).and_then(|index| edition.versions.get(index));
    let crowded = |other: &&crate::Version| {
        let gap = if other.number < number {
            release.duration_since(other.release)
        } else {
            other.release.duration_since(release)
        };
        gap < BETWEEN_VERSIONS
    };
    if let Some(other) = before.into_iter().chain(edition.versions.get(index + 1)).find(crowded) {
        return Err(Refusal::ReleaseBeforeEarlierVersion { number: other.number, before: other.release });
    }
    let address = &edition.versions[index].address;
    let slug = address.rsplit('/').next().unwrap_or(address);
    let day_follows = index == 0 && address.starts_with("messages/");
    Ok(if day_follows { message_address(rules, release, slug) } else { address.clone() })
}

/// The edition, unless it is not there or gone for good.
pub(crate) fn living<'a>(message: &'a Message, lang: &Lang) -> Result<&'a Edition, Refusal> {
    let edition = message.editions.get(lang).ok_or(Refusal::NotThere)?;
    if edition.erasure.is_some() { Err(Refusal::Erased) } else { Ok(edition) }
}

/// Where in the edition a version stands that is not public yet.
fn pending(edition: &Edition, number: u32, now: Timestamp) -> Result<usize, Refusal> {
    let index = edition.versions.iter().position(|version| version.number == number).ok_or(Refusal::NotThere)?;
    if edition.versions[index].release <= now { Err(Refusal::AlreadyPublic(number)) } else { Ok(index) }
}

pub(crate) fn stated(reason: &str) -> Result<String, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, MessageId, Origin, zone};
    use journal::Digest;

    fn rules() -> SiteRules {
        SiteRules {
            home: zone("Europe/London").unwrap(),
            languages: vec!["en".parse().unwrap(), "ru".parse().unwrap()],
            default_kind: Kind::Statement,
        }
    }

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn id() -> MessageId {
        MessageId::from_bits([7; 10])
    }

    fn release(lang: &str, at: Option<&str>, class: VersionClass) -> Command {
        Command::ReleaseVersion(Release {
            message: id(),
            lang: lang.parse().unwrap(),
            sheet: Digest([1; 32]),
            slug: if class == VersionClass::First { SlugWish::Message("talks".into()) } else { SlugWish::Keep },
            release: at.map(time),
            class,
            note: None,
            origin: None,
            old_addresses: vec![],
        })
    }

    fn given(commands: &[(&str, Command)]) -> Message {
        let mut message = Message::default();
        for (now, command) in commands {
            for fact in decide(&rules(), &message, command, time(now)).unwrap() {
                message.evolve(&fact);
            }
        }
        message
    }

    const NOW: &str = "2020-09-22T12:00:00Z";

    #[test]
    fn a_release_has_the_day_of_the_home_zone_in_its_address() {
        // 23:30 UTC on the 22nd is 00:30 on the 23rd in London.
        let command = release("en", Some("2020-09-22T23:30:00Z"), VersionClass::First);
        let facts = decide(&rules(), &Message::default(), &command, time(NOW)).unwrap();
        let Fact::VersionReleased { address, number, .. } = &facts[0] else { panic!("{facts:?}") };
        assert_eq!((address.as_str(), *number), ("messages/2020/09/23/talks", 1));
    }

    #[test]
    fn refusals_say_what_is_wrong() {
        let first = || (NOW, release("en", None, VersionClass::First));
        let later = "2020-09-22T13:00:00Z";
        let lang = || "en".parse::<Lang>().unwrap();
        let withdraw = |reason: &str| Command::WithdrawEdition { message: id(), lang: lang(), reason: reason.into() };
        let restore = || Command::RestoreEdition { message: id(), lang: lang(), note: "checked".into() };
        let erase =
            || Command::EraseEdition { message: id(), lang: lang(), ground: "court order".into(), by_law: true };
        let table = [
            (vec![], release("fr", None, VersionClass::First), "language-unknown"),
            (vec![], release("en", Some("2020-09-22T11:59:59Z"), VersionClass::First), "release-in-the-past"),
            (vec![], release("en", None, VersionClass::Substantive), "class-does-not-fit"),
            (vec![first()], release("en", None, VersionClass::First), "class-does-not-fit"),
            (
                vec![(NOW, release("en", Some(later), VersionClass::First))],
                release("en", Some(later), VersionClass::Substantive),
                "release-before-earlier-version",
            ),
            (vec![], withdraw("error"), "not-there"),
            (vec![first()], withdraw("  "), "reason-missing"),
            (
                vec![(NOW, release("en", Some("2020-09-23T12:00:00Z"), VersionClass::First))],
                withdraw("error"),
                "not-public",
            ),
            (vec![first()], restore(), "not-withdrawn"),
            (vec![first(), (later, erase())], release("en", None, VersionClass::Substantive), "erased"),
            (vec![first(), (later, erase())], withdraw("error"), "erased"),
            (
                vec![first()],
                Command::CancelRelease { message: id(), lang: lang(), number: 1, reason: "no".into() },
                "already-public",
            ),
            (
                vec![first()],
                Command::CancelRelease { message: id(), lang: lang(), number: 2, reason: "no".into() },
                "not-there",
            ),
        ];
        for (before, command, code) in table {
            let refusal = decide(&rules(), &given(&before), &command, time(later)).unwrap_err();
            assert_eq!(refusal.code(), code, "{command:?}: {refusal}");
        }
    }

    #[test]
    fn an_import_may_be_visible_from_an_instant_in_the_past() {
        let Command::ReleaseVersion(mut wish) = release("en", Some("1999-05-01T11:00:00Z"), VersionClass::First) else {
            panic!()
        };
        wish.origin = Some(Origin { key: "jsonl:1".into(), digest: Digest([2; 32]) });
        assert!(decide(&rules(), &Message::default(), &Command::ReleaseVersion(wish), time(NOW)).is_ok());
    }

    #[test]
    fn a_moved_release_takes_its_address_to_the_new_day() {
        let message = given(&[(NOW, release("en", Some("2020-09-23T12:00:00Z"), VersionClass::First))]);
        let command = Command::MoveRelease {
            message: id(),
            lang: "en".parse().unwrap(),
            number: 1,
            release: time("2020-09-24T12:00:00Z"),
            reason: "talks go on".into(),
        };
        let facts = decide(&rules(), &message, &command, time(NOW)).unwrap();
        assert!(matches!(&facts[0], Fact::ReleaseMoved { address, .. } if address == "messages/2020/09/24/talks"));
    }

    #[test]
    fn a_number_is_not_given_twice_even_after_a_cancelled_release() {
        let lang: Lang = "en".parse().unwrap();
        let message = given(&[
            (NOW, release("en", Some("2020-09-23T12:00:00Z"), VersionClass::First)),
            (NOW, Command::CancelRelease { message: id(), lang: lang.clone(), number: 1, reason: "off".into() }),
            (NOW, release("en", Some("2020-09-25T12:00:00Z"), VersionClass::First)),
        ]);
        assert_eq!(message.editions[&lang].versions[0].number, 2);
    }

    #[test]
    fn withdrawn_and_restored_again() {
        let lang: Lang = "en".parse().unwrap();
        let message = given(&[
            (NOW, release("en", None, VersionClass::First)),
            (
                "2020-09-22T13:00:00Z",
                Command::WithdrawEdition { message: id(), lang: lang.clone(), reason: "error".into() },
            ),
            (
                "2020-09-22T14:00:00Z",
                Command::RestoreEdition { message: id(), lang: lang.clone(), note: "checked".into() },
            ),
        ]);
        let edition = &message.editions[&lang];
        assert!(matches!(edition.shown_at(time("2020-09-22T12:59:59Z")), Shown::Version(_)));
        assert!(matches!(edition.shown_at(time("2020-09-22T13:00:00Z")), Shown::Withdrawn { .. }));
        assert!(matches!(edition.shown_at(time("2020-09-22T14:00:00Z")), Shown::Version(_)));
    }
}
