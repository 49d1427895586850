//! Tokens for programs: a secret in the `Authorization` header stands for an account (RFC 6750). What the account may
//! do is the newsroom's to say.

use domain::AccountId;
use jiff::Timestamp;
use newsroom::Chance;
use serde::{Deserialize, Serialize};
use store::Records;

use super::{SignInError, kept, token};

const ROOM: &str = "bearer";
/// What each token begins with, so that scanners for leaked secrets and people know what they see.
const MARK: &str = "chy_";

#[derive(Serialize, Deserialize)]
struct Bearer {
    account: AccountId,
    created_us: i64,
}

/// Makes a token for an account: `chy_` and 43 characters. It is shown once and kept only as its digest.
///
/// # Errors
/// When the store fails.
pub fn issue_token(
    records: &dyn Records,
    chance: &Chance,
    account: &AccountId,
    now: Timestamp,
) -> Result<String, SignInError> {
    let secret = format!("{MARK}{}", token::fresh(chance));
    let bearer = Bearer { account: account.clone(), created_us: now.as_microsecond() };
    kept::write(records, (ROOM, &kept::hidden(secret.as_bytes())), Some(0), &bearer, now, None)?;
    Ok(secret)
}

/// The account of a token; nothing when it was withdrawn or never was one.
///
/// # Errors
/// When the store fails.
pub fn account_of_bearer(
    records: &dyn Records,
    secret: &str,
    now: Timestamp,
) -> Result<Option<AccountId>, SignInError> {
    if !secret.strip_prefix(MARK).is_some_and(token::looks_right) {
        return Ok(None);
    }
    let found = kept::read::<Bearer>(records, ROOM, &kept::hidden(secret.as_bytes()), now)?;
    Ok(found.map(|kept| kept.value.account))
}

/// Withdraws all tokens of an account; gives how many.
///
/// # Errors
/// When the store fails.
pub fn withdraw_tokens(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<usize, SignInError> {
    let mut withdrawn = 0;
    for found in kept::list::<Bearer>(records, ROOM, "", now)? {
        if found.value.account == *account {
            withdrawn += usize::from(records.take(ROOM, &found.key, now.as_microsecond())?.is_some());
        }
    }
    Ok(withdrawn)
}
