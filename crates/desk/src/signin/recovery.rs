//! Recovery codes: ten, each good once, for the day when telephone and key are gone.

use argon2::Argon2;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::AccountId;
use jiff::Timestamp;
use newsroom::Chance;
use serde::{Deserialize, Serialize};
use store::Records;

use super::limits::RECOVERY_CODES;
use super::{SignInError, kept, person};

const ROOM: &str = "recovery";
/// Crockford's base 32: nothing that is mistaken for something else.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of a code: 50 bits. Guessing is hopeless while attempts are limited, and whoever reads the database has to
/// hash a quadrillion times.
const CODE_CHARS: usize = 10;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;

#[derive(Serialize, Deserialize)]
struct Code {
    /// The same for the ten of a set, so that trying one costs one hash.
    salt: String,
    hash: String,
}

/// Makes ten new codes; those from before are void. Takes a core for some 200 milliseconds.
///
/// # Errors
/// When the store fails.
pub fn issue(
    records: &dyn Records,
    chance: &Chance,
    account: &AccountId,
    now: Timestamp,
) -> Result<Vec<String>, SignInError> {
    clear(records, account, now)?;
    let salt = &chance.bytes()[..SALT_BYTES];
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for nth in 0..RECOVERY_CODES {
        let code = draw(chance);
        let kept = Code { salt: URL_SAFE_NO_PAD.encode(salt), hash: hash(&code, salt)? };
        kept::write(records, (ROOM, &format!("{account}/{nth}")), None, &kept, now, None)?;
        codes.push(format!("{}-{}", &code[..CODE_CHARS / 2], &code[CODE_CHARS / 2..]));
    }
    Ok(codes)
}

/// Makes all codes of an account void.
pub(crate) fn clear(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<(), SignInError> {
    for older in kept::list::<Code>(records, ROOM, &format!("{account}/"), now)? {
        records.take(ROOM, &older.key, now.as_microsecond())?;
    }
    Ok(())
}

/// How many codes an account has left.
///
/// # Errors
/// When the store fails.
pub fn left(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<usize, SignInError> {
    Ok(records.records(ROOM, &format!("{account}/"), now.as_microsecond())?.len())
}

/// Whose name and code these are; the code is used up. The work and the answer are the same whether there is somebody or
/// not.
///
/// # Errors
/// [`SignInError::RecoveryWrong`] for all that is wrong; a failure of the store.
pub fn redeem(
    records: &dyn Records,
    sign_in_name: &str,
    typed: &str,
    now: Timestamp,
) -> Result<AccountId, SignInError> {
    let person = person::person_of_name(records, sign_in_name, now)?;
    let set = match &person {
        Some(person) => kept::list::<Code>(records, ROOM, &format!("{}/", person.account), now)?,
        None => Vec::new(),
    };
    let salt = set.first().and_then(|first| URL_SAFE_NO_PAD.decode(&first.value.salt).ok());
    let code = read(typed);
    let tried = hash(code.as_deref().unwrap_or(""), salt.as_deref().unwrap_or(&[0; SALT_BYTES]))?;
    let found = set.into_iter().find(|kept| code.is_some() && kept.value.hash == tried);
    let (Some(person), Some(found)) = (person, found) else { return Err(SignInError::RecoveryWrong) };
    // Of two requests with one code one takes it.
    let taken = records.take(ROOM, &found.key, now.as_microsecond())?;
    taken.map(|_| person.account).ok_or(SignInError::RecoveryWrong)
}

fn draw(chance: &Chance) -> String {
    let bits = chance.bytes();
    // The low five bits of each byte: every letter is as likely as every other.
    bits.iter().take(CODE_CHARS).map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}

/// A code as people type it: any case, with hyphens or spaces, o for 0, i and l for 1.
fn read(typed: &str) -> Option<String> {
    let typed = typed.trim().chars().take(4 * CODE_CHARS).filter(|c| !c.is_whitespace() && *c != '-');
    let code: String = typed
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    (code.len() == CODE_CHARS && code.bytes().all(|byte| ALPHABET.contains(&byte))).then_some(code)
}

fn hash(code: &str, salt: &[u8]) -> Result<String, SignInError> {
    let mut out = [0; HASH_BYTES];
    Argon2::default()
        .hash_password_into(code.as_bytes(), salt, &mut out)
        .map_err(|_| SignInError::Inner("a recovery code could not be hashed"))?;
    Ok(URL_SAFE_NO_PAD.encode(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        for typed in ["0a1b1-c2d3e", "OA1BL C2D3E", " oaib1c2d3e "] {
            assert_eq!(read(typed).as_deref(), Some("0a1b1c2d3e"), "{typed}");
        }
        for typed in ["", "0a1b1-c2d3", "0a1b1-c2d3u", "0a1b1-c2d3e-f"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
