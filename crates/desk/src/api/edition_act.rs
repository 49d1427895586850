//! What is done with an edition that was released: withdrawn, restored, erased, looked at afterwards.

use domain::Command;
use serde::Deserialize;
use utoipa::ToSchema;

use super::ask::{Answer, Ask, reason};
use super::room::{Room, Verb};
use super::shapes::{Done, ReasonBody};
use super::trouble::Trouble;
use crate::DeskState;

/// A note.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NoteBody {
    /// The note: public for a restoration, the reviewer's words for a review.
    note: String,
}

/// The ground of an erasure.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EraseBody {
    /// The public ground.
    ground: String,
    /// Whether law demands it: the address then answers 451, otherwise 410.
    #[serde(default)]
    by_law: bool,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Post, "/editions/{message}/{lang}/withdrawal", "withdraw", "Withdraw an edition", withdraw)
            .about("The address stays and gives the public reason.")
            .takes::<ReasonBody>()
            .gives::<Done>(200),
        Room::new(Verb::Post, "/editions/{message}/{lang}/restoration", "restore", "Restore an edition", restore)
            .takes::<NoteBody>()
            .gives::<Done>(200),
        Room::new(Verb::Post, "/editions/{message}/{lang}/erasure", "erase", "Erase an edition for good", erase)
            .about("Its texts go from the record, the drafts and the comments; digests and the ground stay. This cannot be undone.")
            .takes::<EraseBody>()
            .gives::<Done>(200),
        Room::new(
            Verb::Post,
            "/versions/{message}/{lang}/{number}/review",
            "review_version",
            "Look afterwards at what was released without approval",
            review,
        )
        .takes::<NoteBody>()
        .gives::<Done>(200),
    ]
}

fn order(desk: &DeskState, ask: &Ask, command: Command) -> Result<Answer, Trouble> {
    Answer::done(&desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?)
}

fn withdraw(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let body: ReasonBody = ask.read()?;
    order(desk, ask, Command::WithdrawEdition { message, lang, reason: reason("reason", &body.reason)? })
}

fn restore(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let body: NoteBody = ask.read()?;
    order(desk, ask, Command::RestoreEdition { message, lang, note: reason("note", &body.note)? })
}

fn erase(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let EraseBody { ground, by_law } = ask.read()?;
    let ground = reason("ground", &ground)?;
    let ack = desk.newsroom.erase(&desk.site, &ask.caller.visitor, (&message, &lang), &ground, by_law)?;
    Answer::done(&ack)
}

fn review(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let number = ask.id("number")?;
    let body: NoteBody = ask.read()?;
    let (by, note) = (ask.caller.person.clone(), reason("note", &body.note)?);
    order(desk, ask, Command::ReviewBypass { message, lang, number, by, note })
}
