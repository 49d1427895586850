//! Which standing parts there are or were.
//!
//! The views tell what stands at an instant and the journal tells a part's history by its key, but neither lists the
//! keys of parts that are gone. So the desk notes the keys that it writes to; losing the notes hides gone parts from the
//! index and nothing else.

use domain::{AsOf, FixtureKey};
use jiff::Timestamp;
use store::Put;

use super::keeper::Keeper;
use super::parts::PartKind;
use crate::DeskError;

const ROOM: &str = "part-key";

/// Notes that a part is written to. A crash behind it leaves a key without a history, which lists leave out.
pub(super) fn note(keeper: &Keeper<'_>, key: &FixtureKey) -> Result<(), DeskError> {
    let (site, now_us) = (&keeper.desk.site, keeper.now.as_microsecond());
    let name = format!("{site}/{key}");
    if keeper.desk.records().record(ROOM, &name, now_us)?.is_some() {
        return Ok(());
    }
    let put = Put { room: ROOM, key: &name, base: None, value: b"1", now_us, expires_us: None };
    keeper.desk.records().put(&put).map(drop).map_err(|error| DeskError::internal(error.to_string()))
}

/// The keys of all parts but media files: those that stand now, those that are planned, those the desk ever wrote to.
pub(super) fn known(keeper: &Keeper<'_>) -> Result<Vec<FixtureKey>, DeskError> {
    let site = &keeper.desk.site;
    let mut keys: Vec<FixtureKey> =
        [PartKind::Identity, PartKind::Clocks, PartKind::Lead].map(|kind| kind.key("")).into();
    let mut add = |kind: PartKind, id: &str| {
        let key = kind.key(id);
        if !keys.contains(&key) {
            keys.push(key);
        }
    };
    let end = AsOf { site: site.clone(), instant: Timestamp::MAX };
    let planned = keeper.desk.newsroom.views().standing(&end)?;
    for standing in [Some(&keeper.standing), planned.as_ref()].into_iter().flatten() {
        standing.counters.iter().for_each(|counter| add(PartKind::Counter, &counter.id));
        standing.contacts.iter().for_each(|contact| add(PartKind::Contact, &contact.id));
        standing.banners.iter().for_each(|banner| add(PartKind::Banner, &banner.id));
        standing.speakers.iter().for_each(|speaker| add(PartKind::Speaker, &speaker.slug));
        standing.topics.iter().for_each(|topic| add(PartKind::Topic, &topic.slug));
    }
    let prefix = format!("{site}/");
    for record in keeper.desk.records().records(ROOM, &prefix, keeper.now.as_microsecond())? {
        let key = record.key.strip_prefix(&prefix).and_then(|key| key.split_once('/'));
        match key.map(|(kind, id)| (PartKind::of(kind), id)) {
            Some((Some(kind), id)) if kind != PartKind::Media => add(kind, id),
            _ => {}
        }
    }
    Ok(keys)
}
