//! Entries and how each follows from the one before.

use sha2::{Digest as _, Sha256};

use crate::Digest;

/// First line of what is hashed: names the format, so that a later one cannot be taken for it.
const FORMAT: &str = "chancery-journal/1";

/// A fact on its way into the journal: everything but its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// When the fact was decided: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    pub at: i64,
    /// The site the fact belongs to.
    pub site: String,
    /// What the fact is about, for example `message/k7x2m9qd4w5r6t8y`; facts of one stream are numbered.
    pub stream: String,
    /// The fact's number in its stream, from 1, without gaps.
    pub version: u32,
    /// Who decided it: a user's id or the name of a door (`operator`, `import`).
    pub actor: String,
    /// The fact's kind, past tense (`VersionReleased`).
    pub kind: String,
    /// The fact itself: RFC 8785 canonical JSON.
    pub body: Vec<u8>,
}

/// A fact in its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Position in the journal, from 1, without gaps.
    pub seq: u64,
    /// The fact and what is known about it.
    pub draft: Draft,
    /// Hash of the entry before; 32 zero bytes for the first.
    pub previous: Digest,
    /// Hash of this entry, see [`Entry::computed_hash`].
    pub hash: Digest,
}

/// Where the journal ends: the last entry's position and hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Position of the last entry; 0 for an empty journal.
    pub seq: u64,
    /// Hash of the last entry; 32 zero bytes for an empty journal.
    pub hash: Digest,
}

/// What is wrong with an entry read back from a store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// An entry is missing or stands in the wrong place.
    #[error("journal entry {found} stands where entry {wanted} should be: an entry is missing or out of place")]
    Gap {
        /// The position that should come next.
        wanted: u64,
        /// The position found instead.
        found: u64,
    },
    /// The entry does not name its predecessor's hash.
    #[error("journal entry {seq} does not follow from entry {before}: the chain is broken there", before = seq - 1)]
    Broken {
        /// The entry that does not fit.
        seq: u64,
    },
    /// The entry's content does not give its hash.
    #[error("journal entry {seq} was altered: its content does not match its hash")]
    Altered {
        /// The altered entry.
        seq: u64,
    },
}

impl Entry {
    /// SHA-256 over ten lines, each ended by U+000A: the format's name, seq, at, site, stream, version, actor,
    /// kind, the body's SHA-256 and the previous entry's hash (both in hexadecimal). A reader with `sha256sum`
    /// alone can check it.
    #[must_use]
    pub fn computed_hash(&self) -> Digest {
        let draft = &self.draft;
        let mut hasher = Sha256::new();
        hasher.update(format!(
            "{FORMAT}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n",
            self.seq,
            draft.at,
            draft.site,
            draft.stream,
            draft.version,
            draft.actor,
            draft.kind,
            Digest::of(&draft.body),
            self.previous,
        ));
        Digest(hasher.finalize().into())
    }
}

impl Head {
    /// The head of an empty journal.
    pub const EMPTY: Self = Self { seq: 0, hash: Digest([0; 32]) };

    /// The entry that `draft` becomes after this head. Line breaks cannot occur in the fields that are hashed
    /// as lines; they are replaced by spaces here, so that two different entries never hash alike.
    #[must_use]
    pub fn follow(self, mut draft: Draft) -> Entry {
        for field in [&mut draft.site, &mut draft.stream, &mut draft.actor, &mut draft.kind] {
            if field.contains(['\n', '\r']) {
                *field = field.replace(['\n', '\r'], " ");
            }
        }
        let mut entry = Entry { seq: self.seq + 1, draft, previous: self.hash, hash: Digest([0; 32]) };
        entry.hash = entry.computed_hash();
        entry
    }

    /// Checks that `entry` comes next and is unaltered; gives the head after it.
    ///
    /// # Errors
    /// The first thing that is wrong: a gap, a broken link, an altered entry.
    pub fn accept(self, entry: &Entry) -> Result<Self, ChainError> {
        if entry.seq != self.seq + 1 {
            return Err(ChainError::Gap { wanted: self.seq + 1, found: entry.seq });
        }
        if entry.previous != self.hash {
            return Err(ChainError::Broken { seq: entry.seq });
        }
        if entry.computed_hash() != entry.hash {
            return Err(ChainError::Altered { seq: entry.seq });
        }
        Ok(Self { seq: entry.seq, hash: entry.hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(body: &str) -> Draft {
        Draft {
            at: 1_600_000_000_000_000,
            site: "s".into(),
            stream: "message/1".into(),
            version: 1,
            actor: "operator".into(),
            kind: "VersionReleased".into(),
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn the_hash_is_what_sha256sum_gives_for_the_documented_lines() {
        let entry = Head::EMPTY.follow(draft("{}"));
        let lines = format!(
            "chancery-journal/1\n1\n1600000000000000\ns\nmessage/1\n1\noperator\nVersionReleased\n\
             44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n{}\n",
            "0".repeat(64)
        );
        assert_eq!(entry.hash, Digest::of(lines.as_bytes()));
    }

    #[test]
    fn a_line_break_in_a_field_cannot_move_text_into_the_next_line() {
        let mut odd = draft("{}");
        odd.site = "s\nmessage/1".into();
        assert_eq!(Head::EMPTY.follow(odd).draft.site, "s message/1");
    }

    proptest! {
        #[test]
        fn a_chain_is_accepted_whole_and_any_change_to_it_is_noticed(
            bodies in prop::collection::vec(".{0,20}", 1..8), at in 0usize..8, field in 0..5,
        ) {
            let mut head = Head::EMPTY;
            let mut entries = Vec::new();
            for body in &bodies {
                let entry = head.follow(draft(body));
                head = head.accept(&entry).unwrap();
                entries.push(entry);
            }
            let index = at % entries.len();
            match field {
                0 => entries[index].draft.body.push(b' '),
                1 => entries[index].draft.at += 1,
                2 => entries[index].draft.actor.push('x'),
                3 => entries[index].hash.0[7] ^= 1,
                _ => { entries.remove(index); }
            }
            let mut head_read = Head::EMPTY;
            let read = entries.iter().try_for_each(|entry| head_read.accept(entry).map(|next| head_read = next));
            prop_assert!(read.is_err() || head_read != head);
        }
    }
}
