//! Who works at the desk: names, not rights. Rights are facts of the journal and live in the newsroom.

use domain::{AccountId, Lang};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Records;
use unicode_normalization::UnicodeNormalization as _;

use super::limits::{EMAIL_BYTES_MAX, NAME_CHARS_MAX, SIGN_IN_NAME_CHARS_MAX, SIGN_IN_NAME_CHARS_MIN};
use super::{SignInError, kept};

const ROOM: &str = "person";
const NAMES: &str = "person-name";

/// Somebody who works at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account, which facts name as their author.
    pub account: AccountId,
    /// What the person types to sign in: 2 to 128 characters, unique whatever its case.
    pub sign_in_name: String,
    /// The name that others read: 1 to 200 characters on one line.
    pub name: String,
    /// Where the desk writes to, if anywhere.
    pub email: Option<String>,
    /// The language of the desk for this person; the browser's when absent.
    pub lang: Option<Lang>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    sign_in_name: String,
    name: String,
    email: Option<String>,
    lang: Option<Lang>,
    created_us: i64,
}

#[derive(Serialize, Deserialize)]
struct Owner {
    account: AccountId,
}

impl Entry {
    fn person(self, account: AccountId) -> Person {
        Person { account, sign_in_name: self.sign_in_name, name: self.name, email: self.email, lang: self.lang }
    }
}

/// A sign-in name as it is compared: trimmed, NFKC, lower case.
pub(crate) fn folded(sign_in_name: &str) -> String {
    sign_in_name.trim().nfkc().collect::<String>().to_lowercase().nfkc().collect()
}

/// Adds somebody. The account is usually fresh.
///
/// # Errors
/// When a field cannot be used, the sign-in name is taken, the account has a person already, or the store fails.
pub fn add_person(records: &dyn Records, person: &Person, now: Timestamp) -> Result<(), SignInError> {
    let entry = Entry {
        sign_in_name: fit_sign_in_name(&person.sign_in_name)?,
        name: fit_name(&person.name)?,
        email: person.email.as_deref().map(fit_email).transpose()?,
        lang: person.lang.clone(),
        created_us: now.as_microsecond(),
    };
    let key = folded(&person.sign_in_name);
    let held = kept::read::<Owner>(records, NAMES, &key, now)?;
    // A crash between the two writes below leaves a name without a person; such a name is free.
    let base = match held {
        None => 0,
        Some(held) if holds(records, &held.value.account, &key, now)? => {
            return Err(SignInError::NameTaken(entry.sign_in_name));
        }
        Some(held) => held.revision,
    };
    let owner = Owner { account: person.account.clone() };
    match kept::write(records, (NAMES, &key), Some(base), &owner, now, None) {
        Err(SignInError::Changed) => return Err(SignInError::NameTaken(entry.sign_in_name)),
        other => other?,
    };
    kept::write(records, (ROOM, person.account.as_str()), Some(0), &entry, now, None)?;
    Ok(())
}

fn holds(records: &dyn Records, account: &AccountId, key: &str, now: Timestamp) -> Result<bool, SignInError> {
    Ok(person(records, account, now)?.is_some_and(|person| folded(&person.sign_in_name) == key))
}

/// Everybody, in the order of accounts.
///
/// # Errors
/// When the store fails.
pub fn people(records: &dyn Records, now: Timestamp) -> Result<Vec<Person>, SignInError> {
    let entries = kept::list::<Entry>(records, ROOM, "", now)?;
    Ok(entries.into_iter().filter_map(|kept| Some(kept.value.person(kept.key.parse().ok()?))).collect())
}

/// The person of an account.
///
/// # Errors
/// When the store fails.
pub fn person(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<Option<Person>, SignInError> {
    let entry = kept::read::<Entry>(records, ROOM, account.as_str(), now)?;
    Ok(entry.map(|kept| kept.value.person(account.clone())))
}

/// The person of a sign-in name, whatever its case.
///
/// # Errors
/// When the store fails.
pub fn person_of_name(
    records: &dyn Records,
    sign_in_name: &str,
    now: Timestamp,
) -> Result<Option<Person>, SignInError> {
    let key = folded(sign_in_name);
    if key.is_empty() || key.chars().count() > SIGN_IN_NAME_CHARS_MAX {
        return Ok(None);
    }
    let Some(owner) = kept::read::<Owner>(records, NAMES, &key, now)? else { return Ok(None) };
    let found = person(records, &owner.value.account, now)?;
    Ok(found.filter(|person| folded(&person.sign_in_name) == key))
}

/// Changes the name that others read.
///
/// # Errors
/// When the name cannot be used, there is nobody, somebody else changed it at the same time, or the store fails.
pub fn rename(records: &dyn Records, account: &AccountId, name: &str, now: Timestamp) -> Result<(), SignInError> {
    let name = fit_name(name)?;
    change(records, account, now, |entry| entry.name = name)
}

/// Changes the e-mail address.
///
/// # Errors
/// As [`rename`].
pub fn set_email(
    records: &dyn Records,
    account: &AccountId,
    email: Option<&str>,
    now: Timestamp,
) -> Result<(), SignInError> {
    let email = email.map(fit_email).transpose()?;
    change(records, account, now, |entry| entry.email = email)
}

/// Changes the language of the desk for a person; the browser's when absent.
///
/// # Errors
/// As [`rename`].
pub fn set_language(
    records: &dyn Records,
    account: &AccountId,
    lang: Option<Lang>,
    now: Timestamp,
) -> Result<(), SignInError> {
    change(records, account, now, |entry| entry.lang = lang)
}

fn change(
    records: &dyn Records,
    account: &AccountId,
    now: Timestamp,
    edit: impl FnOnce(&mut Entry),
) -> Result<(), SignInError> {
    let kept = kept::read::<Entry>(records, ROOM, account.as_str(), now)?.ok_or(SignInError::NobodyThere)?;
    let mut entry = kept.value;
    edit(&mut entry);
    kept::write(records, (ROOM, account.as_str()), Some(kept.revision), &entry, now, None)?;
    Ok(())
}

fn fit_sign_in_name(text: &str) -> Result<String, SignInError> {
    let name: String = text.trim().nfkc().collect();
    let length = name.chars().count();
    // A colon cannot stand in a one-time password's address, a slash not in a record's key.
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, ':' | '/' | '\\');
    let fits = (SIGN_IN_NAME_CHARS_MIN..=SIGN_IN_NAME_CHARS_MAX).contains(&length) && !name.chars().any(odd);
    if fits { Ok(name) } else { Err(SignInError::NameUnfit(text.chars().take(SIGN_IN_NAME_CHARS_MAX).collect())) }
}

fn fit_name(text: &str) -> Result<String, SignInError> {
    let name: String = text.trim().nfc().collect();
    let fits = (1..=NAME_CHARS_MAX).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits { Ok(name) } else { Err(SignInError::PersonNameUnfit) }
}

fn fit_email(text: &str) -> Result<String, SignInError> {
    let email = text.trim();
    let parts = email.rsplit_once('@');
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';');
    let fits = email.len() <= EMAIL_BYTES_MAX
        && !email.chars().any(odd)
        && parts.is_some_and(|(local, host)| !local.is_empty() && host.len() >= 3 && host.contains('.'));
    if fits { Ok(email.to_owned()) } else { Err(SignInError::EmailUnfit(text.chars().take(EMAIL_BYTES_MAX).collect())) }
}
