//! All ways in to an account together.

use domain::AccountId;
use jiff::Timestamp;
use store::Records;

use super::{SignInError, passkey, password, recovery, session};

/// The way in that was set up just now.
pub(crate) enum New {
    /// A passkey, by its id.
    Passkey(String),
    /// A password with its one-time codes.
    Password,
}

/// Whether anything is set up with which the account's owner signs in.
pub(crate) fn any(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<bool, SignInError> {
    Ok(!passkey::list(records, account, now)?.is_empty()
        || password::exists(records, account, now)?
        || recovery::left(records, account, now)? > 0)
}

/// Leaves an account its new way in and no other: whoever enrols anew does so because something was lost, and what was
/// lost must not open the door any more. Sessions end first, so that none of them adds another way meanwhile. A crash in
/// between leaves some of the old ways, which the account's page lists.
pub(crate) fn leave_only(
    records: &dyn Records,
    account: &AccountId,
    new: &New,
    now: Timestamp,
) -> Result<(), SignInError> {
    session::revoke_all(records, account, None, now)?;
    match new {
        New::Passkey(id) => {
            passkey::clear(records, account, Some(id), now)?;
            password::clear(records, account, now)?;
        }
        // The password took the place of the one before.
        New::Password => passkey::clear(records, account, None, now)?,
    }
    recovery::clear(records, account, now)
}
