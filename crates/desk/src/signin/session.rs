//! Sessions: a random token in the browser's cookie, its digest in the store; listed, and revocable one by one.

use domain::AccountId;
use jiff::Timestamp;
use newsroom::Chance;
use serde::{Deserialize, Serialize};
use store::Records;

use super::limits::{AGENT_CHARS_MAX, FRESH_S, SEEN_EVERY_S, SESSION_IDLE_S, SESSION_MAX_S, SESSIONS_MAX};
use super::{SignInError, kept, token};

const ROOM: &str = "session";

/// A session's name for lists and for revoking: the digest of its token, which opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionId(String);

impl SessionId {
    /// The id as text: 64 hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody's being signed in with one browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name.
    pub id: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// When the person signed in.
    pub created: Timestamp,
    /// When it was used last, to the minute.
    pub seen: Timestamp,
    /// What the browser calls itself, at most 240 characters.
    pub agent: String,
    /// The network address from which the person signed in.
    pub from: String,
}

impl Session {
    /// Whether the person signed in within the last half hour: wanted for changing the ways to sign in.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.as_microsecond() < kept::after(self.created, FRESH_S)
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Entry {
    account: AccountId,
    created_us: i64,
    seen_us: i64,
    agent: String,
    from: String,
}

impl Entry {
    fn expires_us(&self) -> i64 {
        let end = |from: i64, seconds: i64| from.saturating_add(seconds * 1_000_000);
        end(self.seen_us, SESSION_IDLE_S).min(end(self.created_us, SESSION_MAX_S))
    }

    fn session(self, id: String) -> Session {
        Session {
            id: SessionId(id),
            account: self.account,
            created: kept::instant(self.created_us),
            seen: kept::instant(self.seen_us),
            agent: self.agent,
            from: self.from,
        }
    }
}

/// Begins a session and gives the token for its cookie. With twenty already, the one seen longest ago ends.
///
/// # Errors
/// When the store fails.
pub fn open(
    records: &dyn Records,
    chance: &Chance,
    account: &AccountId,
    agent: &str,
    from: &str,
    now: Timestamp,
) -> Result<String, SignInError> {
    for oldest in sessions_of(records, account, now)?.iter().skip(SESSIONS_MAX - 1) {
        revoke(records, account, &oldest.id, now)?;
    }
    let secret = token::fresh(chance);
    let us = now.as_microsecond();
    let agent = agent.chars().filter(|c| !c.is_control()).take(AGENT_CHARS_MAX).collect();
    let entry = Entry { account: account.clone(), created_us: us, seen_us: us, agent, from: from.to_owned() };
    let expires = Some(entry.expires_us());
    kept::write(records, (ROOM, &kept::hidden(secret.as_bytes())), Some(0), &entry, now, expires)?;
    Ok(secret)
}

/// The session of a token; nothing when it was revoked or is over. Notes once a minute that it is in use.
///
/// # Errors
/// When the store fails.
pub fn session(records: &dyn Records, secret: &str, now: Timestamp) -> Result<Option<Session>, SignInError> {
    if !token::looks_right(secret) {
        return Ok(None);
    }
    let key = kept::hidden(secret.as_bytes());
    let Some(found) = kept::read::<Entry>(records, ROOM, &key, now)? else { return Ok(None) };
    let mut entry = found.value;
    if entry.expires_us() <= now.as_microsecond() {
        return Ok(None);
    }
    if now.as_microsecond() >= kept::after(kept::instant(entry.seen_us), SEEN_EVERY_S) {
        entry.seen_us = now.as_microsecond();
        let expires = Some(entry.expires_us());
        match kept::write(records, (ROOM, &key), Some(found.revision), &entry, now, expires) {
            // Another request noted it, or the session was revoked just now: then it stays revoked.
            Err(SignInError::Changed) if kept::read::<Entry>(records, ROOM, &key, now)?.is_none() => return Ok(None),
            Ok(_) | Err(SignInError::Changed) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(Some(entry.session(key)))
}

/// The sessions of an account, the one used last first.
///
/// # Errors
/// When the store fails.
pub fn sessions_of(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<Vec<Session>, SignInError> {
    let all = kept::list::<Entry>(records, ROOM, "", now)?;
    let own =
        all.into_iter().filter(|kept| kept.value.account == *account && kept.value.expires_us() > now.as_microsecond());
    let mut sessions: Vec<Session> = own.map(|kept| kept.value.session(kept.key)).collect();
    sessions.sort_by(|a, b| b.seen.cmp(&a.seen).then_with(|| a.id.0.cmp(&b.id.0)));
    Ok(sessions)
}

/// Ends one session of an account; a session of somebody else stays. Says whether there was one.
///
/// # Errors
/// When the store fails.
pub fn revoke(records: &dyn Records, account: &AccountId, id: &SessionId, now: Timestamp) -> Result<bool, SignInError> {
    let own = kept::read::<Entry>(records, ROOM, &id.0, now)?.is_some_and(|kept| kept.value.account == *account);
    Ok(own && records.take(ROOM, &id.0, now.as_microsecond())?.is_some())
}

/// Ends all sessions of an account, but for `except`; gives how many.
///
/// # Errors
/// When the store fails.
pub fn revoke_all(
    records: &dyn Records,
    account: &AccountId,
    except: Option<&SessionId>,
    now: Timestamp,
) -> Result<usize, SignInError> {
    let mut ended = 0;
    for session in sessions_of(records, account, now)? {
        if except != Some(&session.id) {
            ended += usize::from(revoke(records, account, &session.id, now)?);
        }
    }
    Ok(ended)
}

/// Ends the session of a token, whosever it is: what signing out and signing in anew do.
pub(crate) fn end(records: &dyn Records, secret: &str, now: Timestamp) -> Result<(), SignInError> {
    if token::looks_right(secret) {
        records.take(ROOM, &kept::hidden(secret.as_bytes()), now.as_microsecond())?;
    }
    Ok(())
}

/// The id that a form names.
pub(crate) fn id_of(text: &str) -> Option<SessionId> {
    (text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| SessionId(text.to_owned()))
}
