//! The journal, for an audit: who, what, when, from where, why.

use domain::Role;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::ask::{Answer, Ask};
use super::limits::LINES;
use super::room::{Room, Verb};
use super::trouble::Trouble;
use crate::{DeskError, DeskState};

/// An entry of the journal.
#[derive(Serialize, ToSchema)]
struct JournalLine {
    /// Its place, from 1.
    seq: u64,
    /// RFC 3339.
    at: String,
    /// The account that did it, or the door through which it came.
    actor: String,
    /// The network address it was done from, where the desk remembers it.
    from: Option<String>,
    /// What it is about.
    stream: String,
    /// The fact's name.
    kind: String,
    /// The fact.
    #[schema(value_type = Object)]
    fact: Value,
    /// The entry's hash, in which the one before it is contained.
    hash: String,
}

/// A stretch of the journal.
#[derive(Serialize, ToSchema)]
struct JournalEntries {
    entries: Vec<JournalLine>,
    /// What `after` is to be for the next stretch; where the journal ended, ask again with it later.
    next: u64,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, "/journal", "read_journal", "Read the journal", list)
            .about("Administrators only. In the order of the journal, a hundred entries at a time.")
            .query(&[("after", "The place behind which to begin; 0 where absent.")])
            .gives::<JournalEntries>(200),
    ]
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    ask.caller.demand(Role::Administrator)?;
    let after = ask.asked_as::<u64>("after", "a place in the journal, a number")?.unwrap_or_default();
    // No journal has more entries than this; the home counts in numbers with a sign.
    let after = after.min(u64::from(u32::MAX) << 16);
    let found = desk.newsroom.home().read(after, LINES)?;
    let next = found.last().map_or(after, |entry| entry.seq);
    let mut entries = Vec::with_capacity(found.len());
    for entry in found.into_iter().filter(|entry| entry.draft.site == desk.site.as_str()) {
        entries.push(JournalLine {
            seq: entry.seq,
            at: Timestamp::from_microsecond(entry.draft.at).map_err(DeskError::internal)?.to_string(),
            from: desk.newsroom.origin_of_entry(entry.seq)?,
            fact: serde_json::from_slice(&entry.draft.body).map_err(DeskError::internal)?,
            actor: entry.draft.actor,
            stream: entry.draft.stream,
            kind: entry.draft.kind,
            hash: entry.hash.to_string(),
        });
    }
    Answer::json(200, &JournalEntries { entries, next })
}
