//! Permanent ids of turns and blocks, and the mint that makes them.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// Crockford's base 32 in lower case: no `i`, `l`, `o`, `u`, which are misread or misspell.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters of an id without its prefix: 40 bits, short enough to be read out over the telephone.
const LETTERS: usize = 8;

/// What is wrong with the text of an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an id: expected {1} followed by eight characters of 0-9, a-z without i, l, o, u")]
pub struct IdError(String, &'static str);

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name([u8; LETTERS]);

        impl $name {
            /// The prefix that is part of the shown form.
            pub const PREFIX: &'static str = $prefix;

            /// The eight letters without the prefix.
            pub(crate) fn letters(&self) -> &str {
                std::str::from_utf8(&self.0).expect("an id holds letters of the ASCII alphabet only")
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($prefix)?;
                f.write_str(self.letters())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<$name, IdError> {
                let wrong = || IdError(text.chars().take(40).collect(), $prefix);
                let letters = text.strip_prefix($prefix).ok_or_else(wrong)?;
                let letters: [u8; LETTERS] = letters.as_bytes().try_into().map_err(|_| wrong())?;
                if letters.iter().all(|letter| ALPHABET.contains(letter)) { Ok($name(letters)) } else { Err(wrong()) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut shown = [0; $prefix.len() + LETTERS];
                shown[..$prefix.len()].copy_from_slice($prefix.as_bytes());
                shown[$prefix.len()..].copy_from_slice(&self.0);
                serializer.serialize_str(std::str::from_utf8(&shown).expect("prefix and letters are ASCII"))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

id!(
    /// The permanent id of a turn, shown as `t-k7x2m9qd`.
    TurnId,
    "t-"
);
id!(
    /// The permanent id of a block, shown as `p-k7x2m9qd`.
    BlockId,
    "p-"
);

/// A deterministic source of ids: the same seed gives the same ids in the same order.
///
/// Ids are the digits of SHA-256(seed ‖ counter). A mint never gives the same eight letters twice, so the ids of
/// one document differ even without their prefix. Seed it with something that is never used again for the
/// same message (its id and the number of the version), so that an id once printed never names another text.
#[derive(Clone, Debug)]
pub struct Mint {
    seeded: Sha256,
    counter: u64,
    pool: [u8; 32],
    left: usize,
    given: HashSet<[u8; LETTERS]>,
}

impl Mint {
    /// A mint whose ids depend on `seed` alone.
    #[must_use]
    pub fn seeded(seed: &[u8]) -> Mint {
        Mint { seeded: Sha256::new().chain_update(seed), counter: 0, pool: [0; 32], left: 0, given: HashSet::new() }
    }

    /// The next block id.
    pub fn block(&mut self) -> BlockId {
        BlockId(self.letters())
    }

    /// The next turn id.
    pub fn turn(&mut self) -> TurnId {
        TurnId(self.letters())
    }

    /// The next eight letters not given before. One digest holds six times 40 bits; the last two bytes are left over.
    fn letters(&mut self) -> [u8; LETTERS] {
        loop {
            if self.left == 0 {
                self.pool = self.seeded.clone().chain_update(self.counter.to_be_bytes()).finalize().into();
                self.counter += 1;
                self.left = 6;
            }
            self.left -= 1;
            let at = (5 - self.left) * 5;
            let bits = self.pool[at..at + 5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            let mut letters = [0; LETTERS];
            for (place, letter) in letters.iter_mut().enumerate() {
                *letter = ALPHABET[(bits >> (35 - 5 * place) & 31) as usize];
            }
            if self.given.insert(letters) {
                return letters;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids_and_another_seed_others() {
        let many = |seed: &[u8]| {
            let mut mint = Mint::seeded(seed);
            (0..50).map(|_| mint.block().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(many(b"one"), many(b"one"));
        assert!(many(b"one").iter().all(|id| !many(b"two").contains(id)));
    }

    #[test]
    fn a_mint_never_repeats_itself() {
        let mut mint = Mint::seeded(b"");
        let ids: HashSet<_> = (0..100_000).map(|_| mint.block()).collect();
        assert_eq!(ids.len(), 100_000);
    }

    #[test]
    fn ids_are_read_back_and_anything_else_is_refused() {
        let id = Mint::seeded(b"x").turn();
        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in ["", "t-", "p-00000000", "t-0000000", "t-000000000", "t-0000000i", "t-0000000O", "t-0000000é"] {
            assert!(wrong.parse::<TurnId>().is_err(), "{wrong}");
        }
    }
}
