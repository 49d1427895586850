//! Enrolment links: how somebody comes to the first way to sign in, and to a new one when all are lost.

use domain::AccountId;
use jiff::Timestamp;
use newsroom::Chance;
use serde::{Deserialize, Serialize};
use store::Records;

use super::kept::{self, Kept};
use super::limits::{ENROLMENT_NOTE_S, ENROLMENT_NOTES_SHOWN, ENROLMENT_S};
use super::{SignInError, one_time, token};

const ROOM: &str = "enrolment";
const NOTES: &str = "enrolment-note";

/// What a link stands for.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Enrolment {
    /// Who enrols.
    pub(crate) account: AccountId,
    /// The one-time password's secret that the page offers. It is drawn when the link is made and not derived from
    /// it, so that a link in a mail archive says nothing about it later.
    pub(crate) totp: String,
}

/// Makes a link's secret for an account; older links of the account are void. Good for 72 hours and for one use.
///
/// # Errors
/// When the store fails.
pub fn issue(
    records: &dyn Records,
    account: &AccountId,
    now: Timestamp,
    chance: &Chance,
) -> Result<String, SignInError> {
    for older in kept::list::<Enrolment>(records, ROOM, "", now)? {
        if older.value.account == *account {
            records.take(ROOM, &older.key, now.as_microsecond())?;
        }
    }
    let secret = token::fresh(chance);
    let enrolment = Enrolment { account: account.clone(), totp: one_time::fresh(chance) };
    let key = kept::hidden(secret.as_bytes());
    kept::write(records, (ROOM, &key), Some(0), &enrolment, now, Some(kept::after(now, ENROLMENT_S)))?;
    Ok(secret)
}

/// Whose link this is; nothing when it was used, replaced or is too old. Changes nothing.
///
/// # Errors
/// When the store fails.
pub fn holder(records: &dyn Records, secret: &str, now: Timestamp) -> Result<Option<AccountId>, SignInError> {
    Ok(look(records, secret, now)?.map(|kept| kept.value.account))
}

pub(crate) fn look(
    records: &dyn Records,
    secret: &str,
    now: Timestamp,
) -> Result<Option<Kept<Enrolment>>, SignInError> {
    if !token::looks_right(secret) {
        return Ok(None);
    }
    kept::read(records, ROOM, &kept::hidden(secret.as_bytes()), now)
}

/// Uses the link up, then keeps what it was used for. When that fails the link is good again: nobody stands before a
/// closed door with a spent key. Of several callers one is let through.
pub(crate) fn spend<T>(
    records: &dyn Records,
    secret: &str,
    now: Timestamp,
    keep: impl FnOnce(&Enrolment) -> Result<T, SignInError>,
) -> Result<T, SignInError> {
    if !token::looks_right(secret) {
        return Err(SignInError::LinkSpent);
    }
    let key = kept::hidden(secret.as_bytes());
    let taken = kept::take::<Enrolment>(records, ROOM, &key, now)?.ok_or(SignInError::LinkSpent)?;
    let result = keep(&taken.value);
    if result.is_err() {
        kept::write(records, (ROOM, &key), Some(0), &taken.value, now, taken.expires_us)?;
    }
    result
}

/// That a link was made, for the account's owner to read.
#[derive(Serialize, Deserialize)]
pub(crate) struct Note {
    /// Who made it.
    pub(crate) by: AccountId,
    /// When, in microseconds since 1970.
    pub(crate) at_us: i64,
}

/// Notes for the owner of an account that somebody made a link for it. Kept for 30 days.
pub(crate) fn note(
    records: &dyn Records,
    account: &AccountId,
    by: &AccountId,
    now: Timestamp,
) -> Result<(), SignInError> {
    let note = Note { by: by.clone(), at_us: now.as_microsecond() };
    let key = format!("{account}/{}", note.at_us);
    kept::write(records, (NOTES, &key), None, &note, now, Some(kept::after(now, ENROLMENT_NOTE_S)))?;
    Ok(())
}

/// The notes for the owner of an account, the newest first.
pub(crate) fn notes(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<Vec<Note>, SignInError> {
    let kept = kept::list::<Note>(records, NOTES, &format!("{account}/"), now)?;
    let mut notes: Vec<Note> = kept.into_iter().map(|kept| kept.value).collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.at_us));
    notes.truncate(ENROLMENT_NOTES_SHOWN);
    Ok(notes)
}
