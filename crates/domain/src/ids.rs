//! Identifiers: opaque, script-independent, never reused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Crockford's base 32 without the letters that are mistaken for digits.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of an id: 80 bits, so that guessing one is hopeless and two never meet.
const ID_CHARS: usize = 16;

/// A text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an id: 16 characters of 0-9 and a-z without i, l, o, u are wanted")]
pub struct IdError(String);

fn encode(bits: [u8; 10]) -> String {
    let mut value = bits.iter().fold(0u128, |sum, byte| sum << 8 | u128::from(*byte));
    let mut text = [0u8; ID_CHARS];
    for slot in text.iter_mut().rev() {
        *slot = ALPHABET[(value & 31) as usize];
        value >>= 5;
    }
    text.iter().map(|byte| char::from(*byte)).collect()
}

fn check(text: &str) -> Result<String, IdError> {
    let fits = text.len() == ID_CHARS && text.bytes().all(|byte| ALPHABET.contains(&byte));
    if fits { Ok(text.to_owned()) } else { Err(IdError(text.chars().take(40).collect())) }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id of 80 bits drawn or derived by the caller.
            #[must_use]
            pub fn from_bits(bits: [u8; 10]) -> Self {
                Self(encode(bits))
            }

            /// The id as text: 16 characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                check(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                check(&text).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// One mission's site.
    SiteId
}
id! {
    /// One message or evergreen page, in all its languages and versions.
    MessageId
}
id! {
    /// Somebody who works at the desk, or a token that works for somebody.
    AccountId
}
id! {
    /// Several editions that become public together.
    BundleId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself() {
        let id = MessageId::from_bits([255, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(id.as_str().parse::<MessageId>().unwrap(), id);
        assert_eq!(id.as_str().len(), 16);
    }

    #[test]
    fn letters_that_look_like_digits_are_refused() {
        assert!("k7x2m9qd4w5r6t8o".parse::<MessageId>().is_err());
        assert!("K7X2M9QD4W5R6T8Y".parse::<MessageId>().is_err());
    }
}
