//! Records as values: what the sign-in rooms keep is JSON in the store's records.

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use store::{Put, Record, Records, StoreError};

use super::SignInError;

/// A value with the key and the revision of its record.
pub(crate) struct Kept<T> {
    pub(crate) key: String,
    pub(crate) revision: u64,
    pub(crate) expires_us: Option<i64>,
    pub(crate) value: T,
}

/// The instant some seconds after `now`, in microseconds since 1970.
pub(crate) fn after(now: Timestamp, seconds: i64) -> i64 {
    now.as_microsecond().saturating_add(seconds.saturating_mul(1_000_000))
}

/// An instant that was kept in microseconds since 1970.
pub(crate) fn instant(us: i64) -> Timestamp {
    Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// SHA-256 in hexadecimal digits: under this a secret is kept, so that who reads the database cannot use it.
pub(crate) fn hidden(secret: &[u8]) -> String {
    Sha256::digest(secret).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse<T: DeserializeOwned>(room: &str, record: Record) -> Result<Kept<T>, SignInError> {
    // The value is not said: it may be a secret, and errors are logged.
    let value = serde_json::from_slice(&record.value)
        .map_err(|_| StoreError::Corrupt(format!("the record {room}/{} cannot be read", record.key)))?;
    Ok(Kept { key: record.key, revision: record.revision, expires_us: record.expires_us, value })
}

/// One value.
pub(crate) fn read<T: DeserializeOwned>(
    records: &dyn Records,
    room: &str,
    key: &str,
    now: Timestamp,
) -> Result<Option<Kept<T>>, SignInError> {
    records.record(room, key, now.as_microsecond())?.map(|record| parse(room, record)).transpose()
}

/// All values whose keys begin with `prefix`.
pub(crate) fn list<T: DeserializeOwned>(
    records: &dyn Records,
    room: &str,
    prefix: &str,
    now: Timestamp,
) -> Result<Vec<Kept<T>>, SignInError> {
    records.records(room, prefix, now.as_microsecond())?.into_iter().map(|record| parse(room, record)).collect()
}

/// Takes a value away: of several callers one receives it.
pub(crate) fn take<T: DeserializeOwned>(
    records: &dyn Records,
    room: &str,
    key: &str,
    now: Timestamp,
) -> Result<Option<Kept<T>>, SignInError> {
    records.take(room, key, now.as_microsecond())?.map(|record| parse(room, record)).transpose()
}

/// Keeps a value; `base` is the revision it is based on, 0 where none may be there.
pub(crate) fn write<T: Serialize>(
    records: &dyn Records,
    (room, key): (&str, &str),
    base: Option<u64>,
    value: &T,
    now: Timestamp,
    expires_us: Option<i64>,
) -> Result<u64, SignInError> {
    let value = serde_json::to_vec(value).map_err(|_| SignInError::Inner("a value has no form as JSON"))?;
    Ok(records.put(&Put { room, key, base, value: &value, now_us: now.as_microsecond(), expires_us })?)
}
