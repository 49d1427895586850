//! Passwords: which are taken, and how they are kept (Argon2id) and checked together with a one-time code.

use std::collections::HashSet;
use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Argon2, RECOMMENDED_SALT_LEN};
use domain::AccountId;
use jiff::Timestamp;
use newsroom::Chance;
use serde::{Deserialize, Serialize};
use store::Records;
use unicode_normalization::UnicodeNormalization as _;

use super::limits::{PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN};
use super::{PasswordUnfit, SignInError, kept, one_time, passkey, person};

const ROOM: &str = "credential";
/// Characters that must be left when names or well-known pieces are taken out of a password.
const REST_CHARS_MIN: usize = 8;
/// Fewest different characters.
const DIFFERENT_MIN: usize = 5;
/// Shortest name whose presence counts; shorter ones stand in ordinary words.
const NAME_CHARS_MIN: usize = 4;
/// Rows of keyboards and the alphabet: pieces of four along them are no choice of one's own.
const ROWS: [&str; 8] = [
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "azertyuiop",
];
/// How long a piece along a row must be to count.
const RUN_CHARS: usize = 4;

/// Passwords of at least twelve characters that are tried first, one a line.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());
/// Words that such passwords are made of, one a line.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common_words.txt").lines().collect());
/// A hash for those who are not there, so that answering them takes the same work.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hashed("nobody has this password", &[7; 32]).unwrap_or_default());

/// What is kept of a password.
#[derive(Serialize, Deserialize)]
struct Secret {
    /// Argon2id as a PHC string.
    hash: String,
    /// The one-time password's secret in base 32.
    totp: String,
    /// The step of the one-time code used last.
    step: u64,
    created_us: i64,
    used_us: Option<i64>,
}

fn key(account: &AccountId) -> String {
    format!("{account}/password")
}

/// A password as it is hashed: two ways of typing one character are one (NIST SP 800-63B §5.1.1.2).
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

/// Whether a password may be taken. `names` are those that nobody should build on: the sign-in name, the person's, the
/// site's. All checks are made here on the server, against lists that it has; nothing is asked of anybody else.
///
/// # Errors
/// Why it may not.
pub fn fits(password: &str, names: &[&str]) -> Result<(), PasswordUnfit> {
    let password = normal(password);
    let length = password.chars().count();
    if length > PASSWORD_CHARS_MAX {
        return Err(PasswordUnfit::Long);
    }
    if length < PASSWORD_CHARS_MIN {
        return Err(PasswordUnfit::Short);
    }
    let lower = password.to_lowercase();
    if is_common(&lower) {
        return Err(PasswordUnfit::Common);
    }
    if is_plain(&lower) {
        return Err(PasswordUnfit::Plain);
    }
    if is_named(&lower, names) {
        return Err(PasswordUnfit::Named);
    }
    Ok(())
}

/// Letters that people write as digits and signs.
fn unmasked(lower: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    lower.chars().map(letter).collect()
}

fn is_common(lower: &str) -> bool {
    let unmasked = unmasked(lower);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let trimmed = lower.trim_matches(|c: char| !c.is_alphabetic());
    COMMON.contains(lower)
        || COMMON.contains(unmasked.as_str())
        || COMMON.contains(trimmed)
        || [letters(lower), letters(trimmed), letters(&self::unmasked(trimmed))].iter().any(|text| few_words(text))
}

/// One word of the list, one twice, or two of them: `welcome`, `embassyembassy`, `pressoffice`. Three and more are a
/// choice.
fn few_words(letters: &str) -> bool {
    let known = |text: &str| WORDS.contains(text);
    known(letters)
        || letters.char_indices().skip(1).any(|(at, _)| {
            let (first, second) = letters.split_at(at);
            known(first) && known(second)
        })
}

fn is_plain(lower: &str) -> bool {
    let chars: Vec<char> = lower.chars().collect();
    let different: HashSet<&char> = chars.iter().collect();
    let repeats = (1..=chars.len() / 2).any(|unit| chars.iter().enumerate().all(|(at, c)| *c == chars[at % unit]));
    let one_class = chars.iter().all(char::is_ascii_digit) || chars.iter().all(|c| !c.is_alphanumeric());
    different.len() < DIFFERENT_MIN || repeats || one_class || outside_runs(&chars) < REST_CHARS_MIN
}

/// How many characters stand in no run along a row, forwards, backwards, or of one character.
fn outside_runs(chars: &[char]) -> usize {
    let step = |a: char, b: char| -> Option<i8> {
        if a == b {
            return Some(0);
        }
        ROWS.iter().find_map(|row| match (row.find(a), row.find(b)) {
            (Some(x), Some(y)) if x + a.len_utf8() == y => Some(1),
            (Some(x), Some(y)) if y + b.len_utf8() == x => Some(-1),
            _ => None,
        })
    };
    let mut outside = 0;
    let mut at = 0;
    while at < chars.len() {
        let mut end = at + 1;
        let way = chars.get(end).and_then(|next| step(chars[at], *next));
        while way.is_some() && chars.get(end).and_then(|next| step(chars[end - 1], *next)) == way {
            end += 1;
        }
        if end - at < RUN_CHARS {
            outside += 1;
            at += 1;
        } else {
            at = end;
        }
    }
    outside
}

fn is_named(lower: &str, names: &[&str]) -> bool {
    let mut rest = lower.to_owned();
    let mut found = false;
    for name in names {
        let name = normal(name).to_lowercase();
        let joined: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        let pieces = name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
        for piece in [name.clone(), joined].into_iter().chain(pieces) {
            if piece.chars().count() >= NAME_CHARS_MIN && rest.contains(&piece) {
                found = true;
                rest = rest.replace(&piece, "");
            }
        }
    }
    found && rest.chars().filter(|c| c.is_alphabetic()).count() < REST_CHARS_MIN
}

fn hashed(password: &str, salt: &[u8; 32]) -> Result<String, SignInError> {
    let hash: PasswordHash = Argon2::default()
        .hash_password_with_salt(normal(password).as_bytes(), &salt[..RECOMMENDED_SALT_LEN])
        .map_err(|_| SignInError::Inner("a password could not be hashed"))?;
    Ok(hash.to_string())
}

fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(normal(password).as_bytes(), &hash).is_ok())
}

/// A new password with its one-time secret.
pub(crate) struct NewPassword<'a> {
    /// The password.
    pub(crate) password: &'a str,
    /// The one-time secret in base 32.
    pub(crate) totp: &'a str,
    /// The code that the app shows for it.
    pub(crate) code: &'a str,
}

/// Whether a password and its first code can be kept; gives the code's step. Costs no hash.
pub(crate) fn ready(new: &NewPassword<'_>, names: &[&str], now: Timestamp) -> Result<u64, SignInError> {
    fits(new.password, names).map_err(SignInError::Password)?;
    one_time::step(Some(new.totp), new.code, now, 0)?.ok_or(SignInError::CodeWrong)
}

/// Keeps a password that is ready, in the place of the one before.
pub(crate) fn keep(
    records: &dyn Records,
    chance: &Chance,
    account: &AccountId,
    new: &NewPassword<'_>,
    step: u64,
    now: Timestamp,
) -> Result<(), SignInError> {
    let hash = hashed(new.password, &chance.bytes())?;
    let secret = Secret {
        hash,
        totp: new.totp.to_owned(),
        step,
        created_us: now.as_microsecond(),
        used_us: Some(now.as_microsecond()),
    };
    kept::write(records, (ROOM, &key(account)), None, &secret, now, None)?;
    Ok(())
}

/// Whether an account has a password.
pub(crate) fn exists(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<bool, SignInError> {
    Ok(records.record(ROOM, &key(account), now.as_microsecond())?.is_some())
}

/// Removes the password with its one-time secret.
pub(crate) fn remove(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<(), SignInError> {
    if passkey::list(records, account, now)?.is_empty() {
        return Err(SignInError::LastWay);
    }
    clear(records, account, now)
}

/// Removes the password with its one-time secret, whether there are other ways in or not.
pub(crate) fn clear(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<(), SignInError> {
    records.take(ROOM, &key(account), now.as_microsecond())?;
    Ok(())
}

/// Whose name, password and code these are. The work is the same whether there is somebody or not, and so is the answer
/// to whatever is wrong. Takes a core for some 20 milliseconds and 19 MiB.
///
/// # Errors
/// [`SignInError::Wrong`] for all that is wrong, replays included; a failure of the store.
pub fn check(
    records: &dyn Records,
    sign_in_name: &str,
    password: &str,
    code: &str,
    now: Timestamp,
) -> Result<AccountId, SignInError> {
    let person = person::person_of_name(records, sign_in_name, now)?;
    let place = person.as_ref().map(|person| key(&person.account));
    let kept = place.as_ref().map(|key| kept::read::<Secret>(records, ROOM, key, now)).transpose()?.flatten();
    let secret = kept.as_ref().map(|kept| &kept.value);
    let short = password.chars().take(PASSWORD_CHARS_MAX + 1).count() <= PASSWORD_CHARS_MAX;
    let tried = if short { password } else { "" };
    let right = matches(tried, secret.map_or(NOBODYS.as_str(), |secret| secret.hash.as_str()));
    let step = one_time::step(secret.map(|s| s.totp.as_str()), code, now, secret.map_or(0, |s| s.step))?;
    let (Some(person), Some(place), Some(kept), Some(step), true) = (person, place, kept, step, right && short) else {
        return Err(SignInError::Wrong);
    };
    let used = Secret { step, used_us: Some(now.as_microsecond()), ..kept.value };
    // Of two requests with one code the slower one finds another revision: the code was used.
    match kept::write(records, (ROOM, &place), Some(kept.revision), &used, now, None) {
        Err(SignInError::Changed) => Err(SignInError::Wrong),
        other => other.map(|_| person.account),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(password: &str) -> Result<(), PasswordUnfit> {
        fits(password, &["a.reed@press.example", "Ada Reed", "Embassy of the Republic of Halvern"])
    }

    #[test]
    fn passwords_that_people_choose_by_themselves_are_taken() {
        for password in [
            "correct cattle stapler fence",
            "vm9-Kq2!tRz77p",
            "тихая река течёт на север",
            "zwölf Boxkämpfer jagen",
            "الجبل الأزرق بعيد جدا",
            "plum-bicycle-thirteen",
            "lantern mosquito gravel",
        ] {
            assert_eq!(verdict(password), Ok(()), "{password}");
        }
    }

    #[test]
    fn passwords_that_are_tried_first_are_refused() {
        use PasswordUnfit::{Common, Long, Named, Plain, Short};
        for (password, why) in [
            ("short one", Short),
            ("elevenchars", Short),
            (&*"abcd efgh ".repeat(30), Long),
            ("password1234", Common),
            ("P@ssw0rd2026!", Common),
            ("Welcome2026!!", Common),
            ("embassy-embassy", Common),
            ("pressoffice2026", Common),
            ("iloveyouforever", Common),
            ("1qaz2wsx3edc", Common),
            ("Zaq12wsxcde3", Common),
            ("correcthorsebatterystaple", Common),
            ("aaaaaaaaaaaaaaaa", Plain),
            ("tulip tulip tulip ", Plain),
            ("31415926535897", Plain),
            ("!!!!????----....", Plain),
            ("qwertyuiop!!44", Common),
            ("werty-uiop-4567!", Plain),
            ("йцукенгшщзхъ12", Plain),
            ("abcdefghijklmnop", Plain),
            ("a.reed@press.example1", Named),
            ("Halvern2026!!!", Named),
            ("AdaReedHalvern1", Named),
        ] {
            assert_eq!(verdict(password), Err(why), "{password}");
        }
    }

    #[test]
    fn the_lists_have_what_they_promise() {
        assert!(COMMON.len() > 2_000 && WORDS.len() > 300);
        assert!(COMMON.iter().all(|line| line.chars().count() >= PASSWORD_CHARS_MIN && **line == line.to_lowercase()));
        assert!(WORDS.iter().all(|line| line.chars().all(char::is_alphanumeric)));
    }

    #[test]
    fn a_password_is_the_same_however_its_letters_are_composed() {
        let hash = hashed("caf\u{e9} au lait, Halvern", &[1; 32]).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(matches("cafe\u{301} au lait, Halvern", &hash));
        assert!(!matches("cafe au lait, Halvern", &hash));
        assert!(!matches("", ""));
    }
}
