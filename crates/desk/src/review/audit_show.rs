//! The audit: the journal in words, newest first, narrowed by person, kind, message and days; also as a file.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use domain::MessageId;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use journal::Entry;
use serde::Serialize;

use super::fields::Fields;
use super::journal_words::{KINDS, Teller, Told};
use super::room::Room;
use crate::{DeskError, DeskState, Signed};

/// Entries on one page.
const PAGE: usize = 50;
/// Entries of one file: a busy year of a press office, and seconds to put into words.
const FILE_MAX: usize = 10_000;
/// Entries read at a time.
const CHUNK: u64 = 500;
/// Entries looked through for one page; whoever looks further back follows the link to older ones.
const SCAN_MAX: u64 = 50_000;

#[derive(Serialize)]
struct Model {
    entries: Vec<Told>,
    /// Below which position the next page looks; 0 for none.
    older: u64,
    people: Vec<Choosable>,
    kinds: Vec<Choosable>,
    message: String,
    from: String,
    to: String,
    /// The filter as a query, for links.
    query: String,
    newest: bool,
    shows_from: bool,
}

#[derive(Serialize)]
struct Choosable {
    value: String,
    name: String,
    chosen: bool,
}

/// What the audit is narrowed to.
#[derive(Default)]
struct Filter {
    actor: String,
    /// The person and the programs that work for them.
    actors: Vec<String>,
    kind: String,
    message: Option<MessageId>,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl Filter {
    fn read(room: &Room<'_>, fields: &Fields) -> Result<Self, DeskError> {
        let actor = fields.get("who").to_owned();
        let mut actors = vec![actor.clone()];
        for (id, account) in room.desk.newsroom.views().accounts(&room.desk.site)? {
            if account.owner.is_some_and(|owner| owner.as_str() == actor) {
                actors.push(id.to_string());
            }
        }
        let home = &room.standing.home;
        let start = |date: Date| home.to_timestamp(date.at(0, 0, 0, 0)).ok();
        let day = |name: &str| fields.get(name).parse::<Date>().ok();
        Ok(Self {
            actor,
            actors,
            kind: KINDS.into_iter().find(|kind| *kind == fields.get("kind")).unwrap_or_default().to_owned(),
            message: fields.get("message").rsplit('/').next().and_then(|id| id.parse().ok()),
            since: day("from").and_then(start),
            until: day("to").and_then(|date| date.checked_add(1.day()).ok()).and_then(start),
        })
    }

    fn takes(&self, entry: &Entry) -> bool {
        let draft = &entry.draft;
        let after = |instant: Timestamp| draft.at >= instant.as_microsecond();
        (self.actor.is_empty() || self.actors.contains(&draft.actor))
            && (self.kind.is_empty() || draft.kind == self.kind)
            && self.since.is_none_or(after)
            && !self.until.is_some_and(after)
    }
}

/// Shows a page of the audit.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&query));
        let filter = Filter::read(&room, &fields)?;
        let before: u64 = fields.get("before").parse().unwrap_or(u64::MAX);
        let (entries, older) = find(&room, &filter, before, PAGE)?;
        let mut teller = Teller::of(&room);
        let entries = entries.iter().map(|entry| teller.tell(entry)).collect::<Result<_, _>>()?;
        let people = room.people().into_iter();
        let people = people.map(|(value, name)| Choosable { chosen: value == filter.actor, value, name }).collect();
        let kinds = KINDS.into_iter().map(|kind| Choosable {
            value: kind.to_owned(),
            name: room.say(&format!("review-kind-{kind}"), &[]),
            chosen: kind == filter.kind,
        });
        let model = Model {
            entries,
            older: older.unwrap_or_default(),
            people,
            kinds: kinds.collect(),
            message: fields.get("message").to_owned(),
            from: fields.get("from").to_owned(),
            to: fields.get("to").to_owned(),
            query: query_of(&fields),
            newest: before == u64::MAX,
            shows_from: room.rights.has(domain::Role::Administrator, None),
        };
        room.page("audit", "review/audit.html", &model)
    })
    .await
}

fn query_of(fields: &Fields) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for name in ["who", "kind", "message", "from", "to"] {
        if let Some(value) = fields.given(name) {
            query.append_pair(name, value);
        }
    }
    query.finish()
}

/// The newest entries below a position that the filter takes; and where to look on, if there may be more.
fn find(room: &Room<'_>, filter: &Filter, before: u64, most: usize) -> Result<(Vec<Entry>, Option<u64>), DeskError> {
    let desk = room.desk;
    if let Some(message) = &filter.message {
        let entries = desk.newsroom.entries_of(&desk.site, message)?.into_iter().rev();
        let mut found: Vec<Entry> = entries.filter(|entry| entry.seq < before && filter.takes(entry)).collect();
        let more = found.len() > most;
        found.truncate(most);
        let older = found.last().map(|entry| entry.seq).filter(|_| more);
        return Ok((found, older));
    }
    let home = desk.newsroom.home();
    let mut end = home.head()?.seq.min(before.saturating_sub(1));
    let lowest = end.saturating_sub(SCAN_MAX);
    let mut found = Vec::new();
    while end > lowest {
        let start = end.saturating_sub(CHUNK);
        let entries = home.read(start, usize::try_from(end - start).unwrap_or(usize::MAX))?;
        for entry in entries.into_iter().rev() {
            if found.len() == most {
                return Ok((found, Some(entry.seq + 1)));
            }
            // Entries stand in the order of time, so nothing before this one is wanted either.
            if filter.since.is_some_and(|since| entry.draft.at < since.as_microsecond()) {
                return Ok((found, None));
            }
            if entry.draft.site == desk.site.as_str() && filter.takes(&entry) {
                found.push(entry);
            }
        }
        end = start;
    }
    Ok((found, Some(end + 1).filter(|_| end > 0)))
}

/// The same as comma-separated values (RFC 4180), for a spreadsheet.
pub(super) async fn download(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&query));
        let filter = Filter::read(&room, &fields)?;
        let mut entries = Vec::new();
        let mut before = u64::MAX;
        // Page by page, so that one file is not bounded by what one page looks through.
        while entries.len() < FILE_MAX {
            let (found, older) = find(&room, &filter, before, FILE_MAX - entries.len())?;
            entries.extend(found);
            match older {
                Some(older) => before = older,
                None => break,
            }
        }
        let mut teller = Teller::of(&room);
        let mut csv = String::from("seq,instant,who,from,fact,what,about,why\r\n");
        for entry in &entries {
            let told = teller.tell(entry)?;
            let seq = told.seq.to_string();
            let cells = [&seq, &told.when.iso, &told.who, &told.from, &told.kind, &told.what, &told.about, &told.why];
            csv.push_str(&cells.map(|cell| quoted(cell)).join(","));
            csv.push_str("\r\n");
        }
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"audit.csv\"")),
        ];
        Ok((headers, csv).into_response())
    })
    .await
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe in front.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = cell.replace('"', "\"\"");
    if formula { format!("\"'{cell}\"") } else { format!("\"{cell}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        assert_eq!(quoted("said \"no\", twice"), "\"said \"\"no\"\", twice\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted(""), "\"\"");
    }
}
