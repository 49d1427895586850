//! Submitting a draft as it stands at a revision.

use newsroom::Refused;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::ask::{Answer, Ask};
use super::room::{Room, Verb};
use super::trouble::Trouble;
use crate::DeskState;

/// Which draft is submitted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SubmitBody {
    /// The revision that was looked at.
    revision: u64,
}

/// What is submitted now.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; the answer is made where it is given")]
struct Submitted {
    /// The digest that approval and release name.
    submission: String,
    /// The place in the journal.
    seq: u64,
    /// The facts; none where the same is submitted already.
    #[schema(value_type = Vec<Object>)]
    facts: Vec<serde_json::Value>,
}

pub(super) fn rooms() -> Vec<Room> {
    let path = "/drafts/{message}/{lang}/submission";
    vec![
        Room::new(Verb::Post, path, "submit_draft", "Submit a draft for approval", submit)
            .about(
                "A correction needs a public note. What the checks find does not stop a submission: ask for it with \
                 `check_text` before.",
            )
            .takes::<SubmitBody>()
            .gives::<Submitted>(200),
    ]
}

fn submit(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let SubmitBody { revision } = ask.read()?;
    let newsroom = &desk.newsroom;
    let ack = match newsroom.submit_draft(&desk.site, &ask.caller.visitor, &message, &lang, revision) {
        Ok(ack) => ack,
        Err(Refused::Conflict) => {
            let current = newsroom.draft(&desk.site, &message, &lang)?.map_or(0, |draft| draft.revision);
            return Err(Trouble::from(Refused::Conflict).with("revision", current));
        }
        Err(refused @ Refused::TitleMissing) => return Err(Trouble::from(refused).named("title")),
        Err(other) => return Err(other.into()),
    };
    let folded = newsroom.message(&desk.site, &message)?;
    let pending = folded.editions.get(&lang).and_then(|edition| edition.pending.as_ref());
    let submission = pending.map(|pending| pending.submission.digest().to_string());
    Answer::json(200, &json!({ "submission": submission, "seq": ack.seq, "facts": ack.facts }))
}
