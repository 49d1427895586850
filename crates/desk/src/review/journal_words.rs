//! Entries of the journal in words: who, what, when, why.

use std::collections::HashMap;

use domain::{Fact, Lang, MessageId};
use jiff::Timestamp;
use journal::Entry;
use locale::Arg;
use serde::Serialize;

use super::room::{Room, When};
use crate::DeskError;

/// Every kind of fact, in the order in which lists offer them.
pub(super) const KINDS: [&str; 17] = [
    "DraftSubmitted",
    "SubmissionApproved",
    "SubmissionReturned",
    "VersionReleased",
    "BundleReleased",
    "BundleJoined",
    "ReleaseMoved",
    "BundleMoved",
    "ReleaseCancelled",
    "BypassReviewed",
    "EditionWithdrawn",
    "EditionRestored",
    "EditionErased",
    "FixtureSet",
    "FixtureRemoved",
    "AccountSet",
    "AccountDisabled",
];

/// An entry in words.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Told {
    /// Its position in the journal.
    pub seq: u64,
    /// When it was decided.
    pub when: When,
    /// Who decided it.
    pub who: String,
    /// The kind of fact.
    pub kind: String,
    /// What was decided.
    pub what: String,
    /// The reason, note or ground that the fact gives; empty for none.
    pub why: String,
    /// What it is about: a title, or empty.
    pub about: String,
    /// Where to read more; empty for nowhere.
    pub href: String,
    /// The network address; empty where it is not known or not to be seen.
    pub from: String,
}

/// Puts entries into words; titles are looked up once.
pub(super) struct Teller<'a> {
    room: &'a Room<'a>,
    titles: HashMap<MessageId, String>,
}

impl<'a> Teller<'a> {
    /// Words for somebody.
    pub(super) fn of(room: &'a Room<'a>) -> Self {
        Self { room, titles: HashMap::new() }
    }

    /// One entry in words.
    pub(super) fn tell(&mut self, entry: &Entry) -> Result<Told, DeskError> {
        let fact = Fact::read(&entry.draft.kind, &entry.draft.body).map_err(DeskError::internal)?;
        let at = Timestamp::from_microsecond(entry.draft.at).unwrap_or(Timestamp::UNIX_EPOCH);
        let (about, href) = self.about(&fact)?;
        let administers = self.room.rights.has(domain::Role::Administrator, None);
        let from = if administers { self.room.desk.newsroom.origin_of_entry(entry.seq)? } else { None };
        Ok(Told {
            seq: entry.seq,
            when: self.room.when(at),
            who: self.room.who(&entry.draft.actor),
            kind: entry.draft.kind.clone(),
            what: self.what(&fact),
            why: why(&fact),
            about,
            href,
            from: from.unwrap_or_default(),
        })
    }

    fn about(&mut self, fact: &Fact) -> Result<(String, String), DeskError> {
        if let Some(message) = fact.message() {
            let title = match self.titles.get(message) {
                Some(title) => title.clone(),
                None => self.room.message_title(message)?,
            };
            self.titles.insert(message.clone(), title.clone());
            return Ok((title, format!("/desk/message/{message}")));
        }
        Ok(match fact {
            Fact::BundleReleased { bundle, title, .. } => (title.clone(), format!("/desk/bundle/{bundle}")),
            Fact::BundleMoved { bundle, .. } => {
                let title = self.room.desk.newsroom.bundle(&self.room.desk.site, bundle)?.map(|bundle| bundle.title);
                (self.room.titled(title), format!("/desk/bundle/{bundle}"))
            }
            _ => (String::new(), String::new()),
        })
    }

    fn what(&self, fact: &Fact) -> String {
        let room = self.room;
        let say = |key: &str, args: &[(&str, Arg)]| room.say(&format!("review-fact-{key}"), args);
        let language = |lang: &Lang| ("language", Arg::from(room.language(lang)));
        let when = |instant: &Timestamp| ("when", Arg::from(room.when(*instant).words));
        let counted = |number: &u32| ("number", Arg::from(*number));
        match fact {
            Fact::VersionReleased { lang, number, class, release, approval, .. } => {
                let class = room.say(&format!("desk-class-{}", class.as_str()), &[]);
                let args = [language(lang), counted(number), when(release), ("class", class.into())];
                let bypassed = approval.as_ref().is_some_and(|approval| approval.bypass.is_some());
                say(if bypassed { "version-released-unapproved" } else { "version-released" }, &args)
            }
            Fact::ReleaseMoved { lang, number, release, .. } => {
                say("release-moved", &[language(lang), counted(number), when(release)])
            }
            Fact::ReleaseCancelled { lang, number, .. } => say("release-cancelled", &[language(lang), counted(number)]),
            Fact::EditionWithdrawn { lang, .. } => say("edition-withdrawn", &[language(lang)]),
            Fact::EditionRestored { lang, .. } => say("edition-restored", &[language(lang)]),
            Fact::EditionErased { lang, by_law, .. } => {
                say(if *by_law { "edition-erased-by-law" } else { "edition-erased" }, &[language(lang)])
            }
            Fact::DraftSubmitted { lang, .. } => say("draft-submitted", &[language(lang)]),
            Fact::SubmissionApproved { lang, .. } => say("submission-approved", &[language(lang)]),
            Fact::SubmissionReturned { lang, .. } => say("submission-returned", &[language(lang)]),
            Fact::BypassReviewed { lang, number, .. } => say("bypass-reviewed", &[language(lang), counted(number)]),
            Fact::BundleJoined { .. } => say("bundle-joined", &[]),
            Fact::BundleReleased { release, versions, .. } => {
                say("bundle-released", &[("count", Arg::from(versions.len())), when(release)])
            }
            Fact::BundleMoved { release, addresses, .. } => {
                say("bundle-moved", &[("count", Arg::from(addresses.len())), when(release)])
            }
            Fact::FixtureSet { part, effective } => {
                say("fixture-set", &[("part", room.part(part).into()), when(effective)])
            }
            Fact::FixtureRemoved { key, effective } => {
                say("fixture-removed", &[("part", room.part_of_key(key).into()), when(effective)])
            }
            Fact::AccountSet { account, grants, owner, .. } => {
                let args = [("name", room.who(account.as_str()).into()), ("grants", room.grants(grants).into())];
                say(if owner.is_some() { "token-set" } else { "account-set" }, &args)
            }
            Fact::EnrolmentIssued { account } => {
                say("enrolment-issued", &[("name", room.who(account.as_str()).into())])
            }
            Fact::AccountDisabled { account, .. } => {
                say("account-disabled", &[("name", room.who(account.as_str()).into())])
            }
        }
    }
}

/// The reason, note or ground that a fact gives.
fn why(fact: &Fact) -> String {
    match fact {
        Fact::VersionReleased { note, approval, .. } => {
            let bypass = approval.as_ref().and_then(|approval| approval.bypass.clone());
            bypass.or_else(|| note.clone()).unwrap_or_default()
        }
        Fact::ReleaseMoved { reason, .. }
        | Fact::ReleaseCancelled { reason, .. }
        | Fact::EditionWithdrawn { reason, .. }
        | Fact::SubmissionReturned { reason, .. }
        | Fact::BundleMoved { reason, .. }
        | Fact::AccountDisabled { reason, .. } => reason.clone(),
        Fact::EditionRestored { note, .. } | Fact::BypassReviewed { note, .. } => note.clone(),
        Fact::EditionErased { ground, .. } => ground.clone(),
        Fact::DraftSubmitted { submission, .. } => submission.note.clone().unwrap_or_default(),
        Fact::SubmissionApproved { .. }
        | Fact::EnrolmentIssued { .. }
        | Fact::BundleJoined { .. }
        | Fact::BundleReleased { .. }
        | Fact::FixtureSet { .. }
        | Fact::FixtureRemoved { .. }
        | Fact::AccountSet { .. } => String::new(),
    }
}
