//! One-time passwords by time (RFC 6238): SHA-1, six digits, 30 seconds, one step of tolerance, each step once.

use jiff::Timestamp;
use newsroom::Chance;
use totp_rs::{Builder, Secret, Totp};

use super::SignInError;

/// Bytes of a secret: 160 bits, as RFC 4226 §4 recommends.
const SECRET_BYTES: usize = 20;
/// Stands in for the secret of somebody who is not there, so that the work is the same.
const NOBODYS: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A fresh secret in base 32 (RFC 4648).
pub(crate) fn fresh(chance: &Chance) -> String {
    let mut bytes = [0; SECRET_BYTES];
    bytes.copy_from_slice(&chance.bytes()[..SECRET_BYTES]);
    Secret::new_stack(bytes).to_base32().to_string()
}

fn totp(secret: &str, issuer: &str, name: &str) -> Result<Totp, SignInError> {
    let secret = Secret::try_from_base32(secret).map_err(|_| SignInError::Inner("a one-time secret cannot be read"))?;
    // A colon parts issuer and name in the address, so that neither may have one.
    let plain = |text: &str| text.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_issuer(Some(plain(issuer)))
        .with_account_name(plain(name))
        .build()
        .map_err(|_| SignInError::Inner("a one-time password cannot be set up"))
}

/// The `otpauth` address that apps read.
pub(crate) fn address(secret: &str, issuer: &str, name: &str) -> Result<String, SignInError> {
    totp(secret, issuer, name)?.to_url().map_err(|_| SignInError::Inner("a one-time password has no address"))
}

/// A secret for typing by hand: groups of four.
pub(crate) fn grouped(secret: &str) -> String {
    let chars: Vec<char> = secret.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A code as people type it: with spaces, or in the digits of their own script.
fn plain_code(typed: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '\u{0660}'..='\u{0669}' => char::from_digit(c as u32 - 0x0660, 10),
        '\u{06f0}'..='\u{06f9}' => char::from_digit(c as u32 - 0x06f0, 10),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(c as u32 - 0xff10, 10),
        _ => None,
    };
    // Nothing is longer than six digits with spaces; the rest is not looked at.
    typed.chars().take(32).filter(|c| !c.is_whitespace() && *c != '-').map(|c| digit(c).unwrap_or('?')).collect()
}

/// The step that a code belongs to, if it is a code of about now and of a step after the one used last.
pub(crate) fn step(secret: Option<&str>, typed: &str, now: Timestamp, used: u64) -> Result<Option<u64>, SignInError> {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let found = totp(secret.unwrap_or(NOBODYS), "", "")?.check(&plain_code(typed), seconds);
    Ok(found.filter(|step| secret.is_some() && *step > used))
}

/// The code of an instant: what the person's app shows.
#[cfg(test)]
pub(crate) fn code_at(secret: &str, now: Timestamp) -> String {
    totp(secret, "", "").unwrap().generate(u64::try_from(now.as_second()).unwrap()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // The last six digits of the eight that appendix B prints.
        for (second, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(code_at(RFC, now), code);
            assert!(step(Some(RFC), code, now, 0).unwrap().is_some());
        }
    }

    #[test]
    fn a_code_is_good_once_and_for_a_step_either_way() {
        let now = Timestamp::from_second(1_234_567_890).unwrap();
        let at = |seconds: i64| Timestamp::from_second(1_234_567_890 + seconds).unwrap();
        let code = code_at(RFC, now);
        let used = step(Some(RFC), &code, now, 0).unwrap().unwrap();
        assert_eq!(used, 1_234_567_890 / 30);
        assert_eq!(step(Some(RFC), &code, now, used).unwrap(), None);
        assert_eq!(step(Some(RFC), &code, at(30), used).unwrap(), None);
        assert!(step(Some(RFC), &code, at(30), 0).unwrap().is_some());
        assert!(step(Some(RFC), &code, at(-30), 0).unwrap().is_some());
        assert_eq!(step(Some(RFC), &code, at(90), 0).unwrap(), None);
        // The code before the one used last is a replay too, though it was not typed before.
        assert_eq!(step(Some(RFC), &code_at(RFC, at(-30)), now, used).unwrap(), None);
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        let now = Timestamp::from_second(59).unwrap();
        for typed in ["287 082", " 287082 ", "287-082", "٢٨٧٠٨٢", "۲۸۷۰۸۲", "２８７０８２"] {
            assert!(step(Some(RFC), typed, now, 0).unwrap().is_some(), "{typed}");
        }
        for typed in ["", "28708", "2870822", "+87082", "abcdef"] {
            assert_eq!(step(Some(RFC), typed, now, 0).unwrap(), None, "{typed}");
        }
    }

    #[test]
    fn nobody_has_a_right_code() {
        let now = Timestamp::from_second(59).unwrap();
        assert_eq!(step(None, &code_at(NOBODYS, now), now, 0).unwrap(), None);
    }

    #[test]
    fn the_address_names_the_site_and_the_person() {
        let address = address(RFC, "Embassy: Halvern", "a.reed@press.example").unwrap();
        assert!(address.starts_with("otpauth://totp/Embassy%20%20Halvern:a.reed%40press.example?secret="), "{address}");
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
