//! What waits for a second person: the list, one submission with its text, approving and returning.

use domain::{Pending, Submission};
use newsroom::Releasing;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ask::{Answer, Ask, digest, reason};
use super::room::{Room, Verb};
use super::shapes::{ContentBody, Done};
use super::trouble::Trouble;
use crate::DeskState;

const SUBMISSION: &str = "/submissions/{message}/{lang}";

/// A submission.
#[derive(Serialize, ToSchema)]
struct SubmissionLine {
    message: String,
    lang: String,
    /// The digest that approval and release name.
    submission: String,
    /// How it differs from the version before.
    class: &'static str,
    /// The least class that the comparison allows one person alone.
    proposed: Option<&'static str>,
    /// A correction's public note.
    note: Option<String>,
    /// The version it was made from; 0 for an edition's first.
    base: u32,
    changed_by: String,
    submitted_by: String,
    approved_by: Option<String>,
}

/// What waits.
#[derive(Serialize, ToSchema)]
struct Waiting {
    /// What is submitted and neither released nor returned, the oldest first.
    submissions: Vec<SubmissionLine>,
    /// Versions that were released without approval and that no second person has looked at since.
    owed: Vec<Owed>,
}

/// A version that somebody has still to look at.
#[derive(Serialize, ToSchema)]
struct Owed {
    message: String,
    lang: String,
    number: u32,
}

/// A submission with its text.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; the answer is made where it is given")]
struct SubmissionWhole {
    submission: SubmissionLine,
    /// What it says; nothing where it was erased.
    content: Option<ContentBody>,
}

/// What was looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ApproveBody {
    /// The submission's digest.
    submission: String,
}

/// What was looked at, and what is to be done.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReturnBody {
    /// The submission's digest.
    submission: String,
    /// What is to be done.
    reason: String,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, "/submissions", "list_submissions", "List what waits for a second person", list)
            .gives::<Waiting>(200),
        Room::new(Verb::Get, SUBMISSION, "read_submission", "Read a submission", show).gives::<SubmissionWhole>(200),
        Room::new(Verb::Post, "/submissions/{message}/{lang}/approval", "approve", "Approve a submission", approve)
            .about("Whoever wrote or submitted a text cannot approve it. What was submitted anew has to be looked at anew.")
            .takes::<ApproveBody>()
            .gives::<Done>(200),
        Room::new(Verb::Post, "/submissions/{message}/{lang}/return", "send_back", "Return a submission", send_back)
            .takes::<ReturnBody>()
            .gives::<Done>(200),
    ]
}

fn line(message: &domain::MessageId, lang: &domain::Lang, pending: &Pending) -> SubmissionLine {
    let Pending { submission, submitted_by, approved_by } = pending;
    let digest = submission.digest().to_string();
    let Submission { class, proposed, note, base, changed_by, .. } = submission;
    SubmissionLine {
        message: message.to_string(),
        lang: lang.to_string(),
        submission: digest,
        class: class.as_str(),
        proposed: proposed.map(|class| class.as_str()),
        note: note.clone(),
        base: *base,
        changed_by: changed_by.to_string(),
        submitted_by: submitted_by.to_string(),
        approved_by: approved_by.as_ref().map(ToString::to_string),
    }
}

fn list(desk: &DeskState, _: &Ask) -> Result<Answer, Trouble> {
    let views = desk.newsroom.views();
    let submissions = views.submissions(&desk.site)?;
    let submissions = submissions.iter().map(|(message, lang, pending)| line(message, lang, pending)).collect();
    let owed = views.owed(&desk.site)?.into_iter().map(|(message, lang, number)| Owed {
        message: message.to_string(),
        lang: lang.to_string(),
        number,
    });
    Answer::json(200, &Waiting { submissions, owed: owed.collect() })
}

fn show(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let mut folded = desk.newsroom.message(&desk.site, &message)?;
    let pending = folded.editions.remove(&lang).and_then(|edition| edition.pending).ok_or_else(Trouble::not_found)?;
    let content = desk.newsroom.content_of(pending.submission.sheet)?;
    Answer::json(200, &json!({ "submission": line(&message, &lang, &pending), "content": content }))
}

fn approve(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let ApproveBody { submission } = ask.read()?;
    let item = Releasing { message, lang, submission: digest("submission", &submission)? };
    Answer::done(&desk.newsroom.approve(&desk.site, &ask.caller.visitor, &item)?)
}

fn send_back(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let ReturnBody { submission, reason: why } = ask.read()?;
    let item = Releasing { message, lang, submission: digest("submission", &submission)? };
    Answer::done(&desk.newsroom.send_back(&desk.site, &ask.caller.visitor, &item, &reason("reason", &why)?)?)
}
