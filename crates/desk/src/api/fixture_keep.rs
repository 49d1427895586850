//! The standing parts of the site: what stands, one part with its past and future, setting and taking away.

use axum::http::{StatusCode, header};
use domain::{Command, Fact, Fixture, FixtureKey, slug_of};
use jiff::Timestamp;
use newsroom::Order;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::Put;
use utoipa::ToSchema;

use super::ask::{Answer, Ask, unreadable};
use super::room::{Room, Verb};
use super::shapes::Done;
use super::trouble::Trouble;
use crate::{DeskError, DeskState};

/// Kinds of which a site has one, without an id.
const SINGLE: [&str; 3] = ["identity", "clocks", "lead"];
/// Kinds of which a site has several, with the name of the field that holds the id. Media files have addresses of
/// their own.
const SEVERAL: [(&str, &str); 5] =
    [("contact", "id"), ("counter", "id"), ("banner", "id"), ("speaker", "slug"), ("topic", "slug")];
/// The room of the records of keys that the desk wrote to: its index finds parts by it that are gone.
const KEYS: &str = "part-key";

const ONE: &str = "/fixtures/{kind}/{id}";
const ONLY: &str = "/fixtures/{kind}";

/// A part and when it begins to hold.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FixtureBody {
    /// The part's fields. Kind and id may be left out: the address has them.
    #[schema(value_type = Object)]
    part: Value,
    /// From when it holds; at once where absent.
    #[schema(value_type = Option<String>, format = DateTime)]
    effective: Option<Timestamp>,
}

/// The parts that stand now.
#[derive(Serialize, ToSchema)]
struct FixtureList {
    /// The parts, each with its kind in `fixture`.
    #[schema(value_type = Vec<Object>)]
    parts: Vec<Fixture>,
}

/// A part over time.
#[derive(Serialize, ToSchema)]
struct FixtureShape {
    kind: String,
    id: String,
    /// What stands now; nothing where it was taken away or is still to come.
    #[schema(value_type = Option<Object>)]
    part: Option<Fixture>,
    /// What was decided, in the order of the journal.
    #[schema(value_type = Vec<Object>)]
    history: Vec<Value>,
}

pub(super) fn rooms() -> Vec<Room> {
    let mut rooms = vec![
        Room::new(Verb::Get, "/fixtures", "list_fixtures", "List the standing parts as they are now", list)
            .about("Banners are listed while they show; each has its own address at all times.")
            .gives::<FixtureList>(200),
    ];
    let names = [
        (ONLY, "read_only_fixture", "set_only_fixture", "remove_only_fixture"),
        (ONE, "read_fixture", "set_fixture", "remove_fixture"),
    ];
    for (path, read, write, remove) in names {
        rooms.extend([
            Room::new(Verb::Get, path, read, "Read a standing part with its past and future", show)
                .about("The ETag is the number of decisions about it, for `If-Match`.")
                .gives::<FixtureShape>(200),
            Room::new(Verb::Put, path, write, "Set a standing part, now or from an instant on", set)
                .takes::<FixtureBody>()
                .gives::<Done>(200)
                .conditional(),
            Room::new(Verb::Delete, path, remove, "Take a standing part away, now or from an instant on", take_away)
                .query(&[("effective", "From when it is gone, RFC 3339; at once where absent.")])
                .gives::<Done>(200)
                .conditional(),
        ]);
    }
    rooms
}

fn list(desk: &DeskState, _: &Ask) -> Result<Answer, Trouble> {
    let standing = desk.standing()?;
    let mut parts = vec![Fixture::Identity(standing.identity), Fixture::Clocks { clocks: standing.clocks }];
    parts.extend(standing.contacts.into_iter().map(Fixture::Contact));
    parts.extend(standing.counters.into_iter().map(Fixture::Counter));
    parts.extend(standing.banners.into_iter().map(Fixture::Banner));
    parts.extend(standing.speakers.into_iter().map(Fixture::Speaker));
    parts.extend(standing.topics.into_iter().map(Fixture::Topic));
    parts.extend(standing.lead.map(|message| Fixture::Lead { message }));
    Answer::json(200, &FixtureList { parts })
}

/// The key that the address names.
fn key(ask: &Ask) -> Result<FixtureKey, Trouble> {
    let (kind, id) = (ask.param("kind"), ask.param("id"));
    let is_known = if id.is_empty() {
        SINGLE.contains(&kind)
    } else {
        SEVERAL.iter().any(|(known, _)| *known == kind) && slug_of(id) == id
    };
    if is_known { Ok(FixtureKey { kind: kind.to_owned(), id: id.to_owned() }) } else { Err(Trouble::not_found()) }
}

/// What was decided about a part: when, from when on, and the part or nothing.
fn history(desk: &DeskState, key: &FixtureKey) -> Result<Vec<(u64, Timestamp, Option<Fixture>)>, Trouble> {
    let entries = desk.newsroom.home().read_stream(desk.site.as_str(), &format!("fixture/{key}"))?;
    let mut history = Vec::with_capacity(entries.len());
    for entry in entries {
        match Fact::read(&entry.draft.kind, &entry.draft.body).map_err(DeskError::internal)? {
            Fact::FixtureSet { effective, part } => history.push((entry.seq, effective, Some(part))),
            Fact::FixtureRemoved { effective, .. } => history.push((entry.seq, effective, None)),
            _ => {}
        }
    }
    Ok(history)
}

fn show(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let key = key(ask)?;
    let history = history(desk, &key)?;
    if history.is_empty() {
        return Err(Trouble::not_found());
    }
    // Of decisions for one instant the later one holds.
    let mut held: Vec<&(u64, Timestamp, Option<Fixture>)> =
        history.iter().filter(|(_, effective, _)| *effective <= ask.now).collect();
    held.sort_by_key(|(_, effective, _)| *effective);
    let part = held.last().and_then(|(_, _, part)| part.clone());
    let revision = u64::try_from(history.len()).unwrap_or(u64::MAX);
    let told =
        history.into_iter().map(|(seq, effective, part)| json!({ "seq": seq, "effective": effective, "part": part }));
    let shape = FixtureShape { part, history: told.collect(), kind: key.kind, id: key.id };
    Ok(Answer::json(200, &shape)?.tagged(revision))
}

fn set(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let key = key(ask)?;
    let FixtureBody { part, effective } = ask.read()?;
    let part = part_of(&key, part)?;
    unchanged(desk, ask, &key)?;
    order(desk, ask, &key, Command::SetFixture { part: Box::new(part), effective })
}

fn take_away(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let key = key(ask)?;
    let effective = ask.asked_as::<Timestamp>("effective", "an instant such as 2027-01-05T12:00:00Z")?;
    if history(desk, &key)?.is_empty() {
        return Err(Trouble::not_found());
    }
    if key.kind == "identity" {
        return Err(Trouble::field("kind", "a site cannot be without its identity; set another one instead"));
    }
    unchanged(desk, ask, &key)?;
    order(desk, ask, &key, Command::RemoveFixture { key: key.clone(), effective })
}

/// The part of a body, with kind and id from the address.
fn part_of(key: &FixtureKey, mut part: Value) -> Result<Fixture, Trouble> {
    let fields = part
        .as_object_mut()
        .ok_or_else(|| Trouble::field("part", "“part” must be an object with the part's fields"))?;
    let id = SEVERAL.iter().find(|(kind, _)| *kind == key.kind).map(|(_, field)| (*field, key.id.as_str()));
    for (field, value) in [("fixture", key.kind.as_str())].into_iter().chain(id) {
        let own = fields.entry(field).or_insert_with(|| Value::from(value));
        if own.as_str() != Some(value) {
            let detail =
                format!("“{field}” says something else than the address; leave it out, or use the other address");
            return Err(Trouble::field(&format!("part.{field}"), detail));
        }
    }
    serde_json::from_value(part).map_err(|error| unreadable(&error.to_string()))
}

/// Refuses to write over a decision that the caller has not seen, where the caller says what was seen.
fn unchanged(desk: &DeskState, ask: &Ask, key: &FixtureKey) -> Result<(), Trouble> {
    let Some(seen) = ask.header(&header::IF_MATCH) else { return Ok(()) };
    let revision = history(desk, key)?.len();
    if seen == format!("\"{revision}\"") {
        return Ok(());
    }
    let detail = "somebody else changed this part in the meantime; read it again and decide";
    Err(Trouble::new(StatusCode::PRECONDITION_FAILED, "fixture-changed", detail).with("revision", revision))
}

fn order(desk: &DeskState, ask: &Ask, key: &FixtureKey, command: Command) -> Result<Answer, Trouble> {
    let seen = u32::try_from(history(desk, key)?.len()).unwrap_or(u32::MAX);
    let order = Order::from(command).on_top_of(seen);
    let ack = desk.newsroom.order_as(&desk.site, &ask.caller.visitor, order)?;
    let (name, now_us) = (format!("{}/{key}", desk.site), ask.now.as_microsecond());
    // Without this note the desk's index does not list the part once it is gone; nothing else depends on it.
    let note = Put { room: KEYS, key: &name, base: None, value: b"1", now_us, expires_us: None };
    if let Err(error) = desk.records().put(&note) {
        tracing::warn!(%error, "the key of a part could not be noted");
    }
    Answer::done(&ack)
}
