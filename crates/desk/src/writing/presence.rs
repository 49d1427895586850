//! Who else has a text open. A sign of life is a record that expires by itself; nothing depends on it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Put;

use super::edition::Place;
use super::limits::{PRESENT, PRESENT_AGAIN};
use super::words::time_of;
use crate::{DeskError, DeskState, Signed};

const ROOM: &str = "presence";

#[derive(Serialize, Deserialize)]
struct Entry {
    name: String,
    since_us: i64,
}

/// Somebody else who has the text open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Other {
    /// Their name.
    pub(crate) name: String,
    /// Since when, as a time of day at home.
    pub(crate) since: String,
}

/// Gives a sign of life and says who else is there.
pub(crate) fn meet(desk: &DeskState, signed: &Signed, place: &Place) -> Result<Vec<Other>, DeskError> {
    let now = desk.now();
    let key = format!("{}/{}", place.key(desk), signed.account);
    let records = desk.records().records(ROOM, &format!("{}/", place.key(desk)), now.as_microsecond())?;
    let mut own = None;
    let mut others = Vec::new();
    for record in &records {
        let Ok(entry) = serde_json::from_slice::<Entry>(&record.value) else { continue };
        if record.key == key {
            own = Some((entry.since_us, record.changed_us));
        } else {
            let since = Timestamp::from_microsecond(entry.since_us).unwrap_or(now);
            others.push(Other { name: entry.name, since: time_of(desk, signed, since)? });
        }
    }
    let fresh_from = now.as_microsecond().saturating_sub(micros(PRESENT_AGAIN));
    if own.is_none_or(|(_, changed)| changed < fresh_from) {
        let since_us = own.map_or(now.as_microsecond(), |(since, _)| since);
        let entry = Entry { name: signed.person.name.clone(), since_us };
        let value = serde_json::to_vec(&entry).map_err(DeskError::internal)?;
        let expires_us = Some(now.as_microsecond().saturating_add(micros(PRESENT)));
        let put = Put { room: ROOM, key: &key, base: None, value: &value, now_us: now.as_microsecond(), expires_us };
        // Without it only a name is missing from somebody's page, so a failure is left alone.
        let _ = desk.records().put(&put);
    }
    Ok(others)
}

/// Says that somebody is no longer at a text.
pub(crate) fn leave(desk: &DeskState, signed: &Signed, place: &Place) {
    let key = format!("{}/{}", place.key(desk), signed.account);
    let _ = desk.records().take(ROOM, &key, desk.now().as_microsecond());
}

fn micros(duration: jiff::SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
