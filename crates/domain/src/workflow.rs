//! Decisions on the way to a release: submission, approval by a second person, release.

use jiff::Timestamp;
use journal::Digest;

use crate::decide::{living, release_version, stated};
use crate::{
    AccountId, Approval, Command, Edition, Fact, Message, Pending, Refusal, Release, SiteRules, Submission,
    VersionClass,
};

/// Decides the commands of the workflow; nothing for any other command.
pub(crate) fn decide_workflow(
    rules: &SiteRules,
    message: &Message,
    command: &Command,
    now: Timestamp,
) -> Option<Result<Vec<Fact>, Refusal>> {
    Some(match command {
        Command::SubmitDraft { message: id, lang, submission, by } => {
            submit(rules, message, lang, submission).map(|known| match known {
                true => vec![],
                false => vec![Fact::DraftSubmitted {
                    message: id.clone(),
                    lang: lang.clone(),
                    submission: submission.clone(),
                    by: by.clone(),
                }],
            })
        }
        Command::ApproveSubmission { message: id, lang, submission, by } => {
            approve(living(message, lang), *submission, by).map(|known| match known {
                true => vec![],
                false => vec![Fact::SubmissionApproved {
                    message: id.clone(),
                    lang: lang.clone(),
                    submission: *submission,
                    by: by.clone(),
                }],
            })
        }
        Command::ReturnSubmission { message: id, lang, submission, by, reason } => {
            let pending = living(message, lang).and_then(|edition| pending(edition, *submission));
            pending.and_then(|_| stated(reason)).map(|reason| {
                vec![Fact::SubmissionReturned {
                    message: id.clone(),
                    lang: lang.clone(),
                    submission: *submission,
                    by: by.clone(),
                    reason,
                }]
            })
        }
        Command::ReleaseSubmission { lang, submission, release, by, bypass, message: id } => (|| {
            let pending = pending(living(message, lang)?, *submission)?;
            let approval = approval(pending, by, bypass.as_deref())?;
            let Submission { sheet, slug, class, note, .. } = pending.submission.clone();
            let wish = Release {
                message: id.clone(),
                lang: lang.clone(),
                sheet,
                slug,
                release: *release,
                class,
                note,
                origin: None,
                old_addresses: vec![],
            };
            release_version(rules, message, &wish, now, Some(approval))
        })(),
        Command::ReviewBypass { message: id, lang, number, by, note } => {
            review(living(message, lang), *number, by).and_then(|()| stated(note)).map(|note| {
                vec![Fact::BypassReviewed {
                    message: id.clone(),
                    lang: lang.clone(),
                    number: *number,
                    by: by.clone(),
                    note,
                }]
            })
        }
        Command::SetAccount { grants, .. } if grants.is_empty() => Err(Refusal::NoGrant),
        Command::SetAccount { account, grants, owner, expires } => Ok(vec![Fact::AccountSet {
            account: account.clone(),
            grants: grants.clone(),
            owner: owner.clone(),
            expires: *expires,
        }]),
        Command::NoteEnrolment { account } => Ok(vec![Fact::EnrolmentIssued { account: account.clone() }]),
        Command::DisableAccount { account, reason } => {
            stated(reason).map(|reason| vec![Fact::AccountDisabled { account: account.clone(), reason }])
        }
        _ => return None,
    })
}

/// Whether a submission may stand; true when it stands already.
fn submit(rules: &SiteRules, message: &Message, lang: &crate::Lang, submission: &Submission) -> Result<bool, Refusal> {
    if !rules.languages.contains(lang) {
        return Err(Refusal::language_unknown(rules, lang));
    }
    let none = Edition::default();
    let edition = message.editions.get(lang).unwrap_or(&none);
    if edition.erasure.is_some() {
        return Err(Refusal::Erased);
    }
    if edition.versions.is_empty() != (submission.class == VersionClass::First) {
        return Err(Refusal::ClassDoesNotFit);
    }
    if submission.base != edition.versions.last().map_or(0, |version| version.number) {
        return Err(Refusal::BasedOnOlderVersion { number: edition.last_number });
    }
    if submission.class != VersionClass::First && submission.note.as_ref().is_none_or(|note| note.trim().is_empty()) {
        return Err(Refusal::NoteMissing);
    }
    Ok(edition.pending.as_ref().is_some_and(|pending| pending.submission == *submission))
}

/// Whether a submission may be approved; true when it is already.
fn approve(edition: Result<&Edition, Refusal>, submission: Digest, by: &AccountId) -> Result<bool, Refusal> {
    let pending = pending(edition?, submission)?;
    if pending.is_of(by) {
        return Err(Refusal::FourEyes);
    }
    Ok(pending.approved_by.is_some())
}

/// How a submission comes to be released, if it may be.
fn approval(pending: &Pending, by: &AccountId, bypass: Option<&str>) -> Result<Approval, Refusal> {
    let bypass = match (&pending.approved_by, bypass) {
        (Some(_), _) => None,
        (None, None) => return Err(Refusal::NotApproved),
        (None, Some(_)) if pending.submission.is_classed_below_proposal() => {
            return Err(Refusal::LowerClassNeedsApproval);
        }
        (None, Some(reason)) => Some(stated(reason)?),
    };
    let mut writers = pending.submission.writers.clone();
    writers.push(pending.submitted_by.clone());
    writers.retain(|writer| *writer != pending.submission.changed_by);
    writers.sort_unstable();
    writers.dedup();
    Ok(Approval {
        changed_by: pending.submission.changed_by.clone(),
        writers,
        approved_by: pending.approved_by.clone(),
        released_by: by.clone(),
        bypass,
        reviewed_by: None,
    })
}

/// Whether somebody may look after the fact at a version that was released without approval.
fn review(edition: Result<&Edition, Refusal>, number: u32, by: &AccountId) -> Result<(), Refusal> {
    let version = edition?.versions.iter().find(|version| version.number == number).ok_or(Refusal::NotThere)?;
    let approval = version.approval.as_ref().filter(|approval| approval.is_owed()).ok_or(Refusal::NoReviewOwed)?;
    if approval.is_of(by) { Err(Refusal::FourEyes) } else { Ok(()) }
}

fn pending(edition: &Edition, submission: Digest) -> Result<&Pending, Refusal> {
    let pending = edition.pending.as_ref().ok_or(Refusal::NothingSubmitted)?;
    if pending.submission.digest() == submission { Ok(pending) } else { Err(Refusal::SubmissionChanged) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Lang, MessageId, SlugWish, decide, zone};

    const NOW: &str = "2026-03-02T12:00:00Z";

    fn rules() -> SiteRules {
        SiteRules {
            home: zone("Europe/London").unwrap(),
            languages: vec!["en".parse().unwrap()],
            default_kind: Kind::Statement,
        }
    }

    fn who(letter: u8) -> AccountId {
        AccountId::from_bits([letter; 10])
    }

    fn id() -> MessageId {
        MessageId::from_bits([7; 10])
    }

    fn en() -> Lang {
        "en".parse().unwrap()
    }

    fn submission(sheet: u8) -> Submission {
        Submission {
            sheet: Digest([sheet; 32]),
            slug: SlugWish::Message("talks".into()),
            class: VersionClass::First,
            proposed: None,
            note: None,
            base: 0,
            changed_by: who(1),
            writers: vec![who(5)],
        }
    }

    fn submit(submission: Submission) -> Command {
        Command::SubmitDraft { message: id(), lang: en(), submission, by: who(2) }
    }

    fn approve(sheet: u8, by: u8) -> Command {
        Command::ApproveSubmission { message: id(), lang: en(), submission: submission(sheet).digest(), by: who(by) }
    }

    fn release(of: &Submission, bypass: Option<&str>) -> Command {
        Command::ReleaseSubmission {
            message: id(),
            lang: en(),
            submission: of.digest(),
            release: None,
            by: who(4),
            bypass: bypass.map(str::to_owned),
        }
    }

    fn given(commands: &[Command]) -> Message {
        let mut message = Message::default();
        for command in commands {
            for fact in decide(&rules(), &message, command, NOW.parse().unwrap()).unwrap() {
                message.evolve(&fact);
            }
        }
        message
    }

    fn refused(before: &[Command], command: &Command) -> &'static str {
        decide(&rules(), &given(before), command, NOW.parse().unwrap()).unwrap_err().code()
    }

    #[test]
    fn what_two_persons_have_seen_can_be_released() {
        let message = given(&[submit(submission(1)), approve(1, 3), release(&submission(1), None)]);
        let edition = &message.editions[&en()];
        assert_eq!(edition.pending, None);
        let approval = edition.versions[0].approval.as_ref().unwrap();
        assert_eq!((&approval.changed_by, approval.approved_by.as_ref()), (&who(1), Some(&who(3))));
        assert!(!approval.is_owed());
    }

    #[test]
    fn who_wrote_or_submitted_cannot_approve() {
        for by in [1, 2, 5] {
            assert_eq!(refused(&[submit(submission(1))], &approve(1, by)), "four-eyes");
        }
    }

    #[test]
    fn nothing_is_released_without_approval_or_a_reason() {
        let submitted = [submit(submission(1))];
        assert_eq!(refused(&submitted, &release(&submission(1), None)), "not-approved");
        assert_eq!(refused(&submitted, &release(&submission(1), Some("  "))), "reason-missing");
        assert_eq!(refused(&[], &release(&submission(1), None)), "not-there");
    }

    #[test]
    fn a_change_after_approval_has_to_be_approved_again() {
        let changed = [submit(submission(1)), approve(1, 3), submit(submission(2))];
        assert_eq!(refused(&changed, &release(&submission(1), None)), "submission-changed");
        assert_eq!(refused(&changed, &release(&submission(2), None)), "not-approved");
    }

    #[test]
    fn every_part_of_a_submission_is_part_of_what_is_approved() {
        let one = submission(1);
        let others = [
            Submission { sheet: Digest([9; 32]), ..one.clone() },
            Submission { slug: SlugWish::Message("other".into()), ..one.clone() },
            Submission { note: Some("other".into()), ..one.clone() },
            Submission { class: VersionClass::Formatting, ..one.clone() },
            Submission { base: 1, ..one.clone() },
        ];
        assert!(others.iter().all(|other| other.digest() != one.digest()));
    }

    #[test]
    fn a_bypass_is_owed_a_look_by_a_second_person() {
        let released = [submit(submission(1)), release(&submission(1), Some("the minister speaks now"))];
        let message = given(&released);
        assert!(message.editions[&en()].versions[0].approval.as_ref().unwrap().is_owed());
        let review = |by: u8| Command::ReviewBypass {
            message: id(),
            lang: en(),
            number: 1,
            by: who(by),
            note: "read and agreed".into(),
        };
        for by in [1, 2, 4, 5] {
            assert_eq!(refused(&released, &review(by)), "four-eyes");
        }
        let mut reviewed = released.to_vec();
        reviewed.push(review(3));
        assert!(!given(&reviewed).editions[&en()].versions[0].approval.as_ref().unwrap().is_owed());
        assert_eq!(refused(&reviewed, &review(3)), "no-review-owed");
    }

    #[test]
    fn a_class_below_what_the_comparison_proposes_needs_the_second_person() {
        let first = [submit(submission(1)), approve(1, 3), release(&submission(1), None)];
        let low = Submission {
            sheet: Digest([2; 32]),
            slug: SlugWish::Keep,
            class: VersionClass::Typographic,
            proposed: Some(VersionClass::Substantive),
            note: Some("A figure was corrected.".into()),
            base: 1,
            changed_by: who(1),
            writers: vec![],
        };
        let mut submitted = first.to_vec();
        submitted.push(submit(low.clone()));
        assert_eq!(refused(&submitted, &release(&low, Some("in a hurry"))), "lower-class-needs-approval");
        let silent = Submission { note: None, ..low.clone() };
        assert_eq!(refused(&first, &submit(silent)), "note-missing");
        let old = Submission { base: 0, ..low };
        assert_eq!(refused(&first, &submit(old)), "based-on-older-version");
    }

    #[test]
    fn a_returned_submission_cannot_be_released() {
        let back = Command::ReturnSubmission {
            message: id(),
            lang: en(),
            submission: submission(1).digest(),
            by: who(3),
            reason: "the place is wrong".into(),
        };
        assert_eq!(refused(&[submit(submission(1)), back], &release(&submission(1), None)), "nothing-submitted");
    }

    #[test]
    fn an_account_without_rights_is_none() {
        let command = Command::SetAccount { account: who(1), grants: vec![], owner: None, expires: None };
        assert_eq!(refused(&[], &command), "no-grant");
    }
}
