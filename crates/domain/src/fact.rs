//! Facts: what was decided, in the past tense. The journal holds these and nothing else.

use jiff::Timestamp;
use journal::Digest;
use serde::{Deserialize, Serialize};

use crate::{Fixture, FixtureKey, Lang, MessageId};

/// How a version differs from the one before. The class changes a correction's prominence, never whether it is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VersionClass {
    /// The first version.
    First,
    /// The meaning changed.
    Substantive,
    /// The meaning was made clearer.
    Clarification,
    /// Spelling or typography.
    Typographic,
    /// Layout.
    Formatting,
    /// The translation was improved.
    Translation,
    /// What is said about the text: place, speakers, topics.
    Metadata,
    /// The law required it.
    Legal,
}

/// What was decided. Facts are never edited or removed; a fact's JSON form is kept readable for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact")]
pub enum Fact {
    /// A standing part of the site holds from an instant on.
    FixtureSet {
        /// From when the public sees it.
        effective: Timestamp,
        /// The part.
        part: Fixture,
    },
    /// A standing part of the site is gone from an instant on.
    FixtureRemoved {
        /// From when the public no longer sees it.
        effective: Timestamp,
        /// Which part.
        key: FixtureKey,
    },
    /// A version of an edition is public from an instant on. An instant in the future is an embargo.
    VersionReleased {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// The version's number in its edition, from 1.
        number: u32,
        /// How it differs from the version before.
        class: VersionClass,
        /// The public note of a correction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The instant from which the public may see it.
        release: Timestamp,
        /// The edition's address below its language (`messages/2020/09/22/statement`).
        address: String,
        /// Digest of the version's sheet.
        sheet: Digest,
        /// The source's key of an import and the digest of what the source said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        origin: Option<Origin>,
        /// Paths on this site, or on the one it replaces, that lead here for ever.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        old_addresses: Vec<String>,
    },
    /// A version not yet public becomes so at another instant.
    ReleaseMoved {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// The version.
        number: u32,
        /// The new instant.
        release: Timestamp,
        /// The edition's address, anew where the day changed.
        address: String,
        /// Why.
        reason: String,
    },
    /// A version not yet public will not become so.
    ReleaseCancelled {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// The version.
        number: u32,
        /// Why.
        reason: String,
    },
    /// An edition was taken back.
    EditionWithdrawn {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// From when.
        from: Timestamp,
        /// The public reason.
        reason: String,
    },
    /// A withdrawn edition is public again.
    EditionRestored {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// From when.
        from: Timestamp,
        /// The public note.
        note: String,
    },
    /// An edition's content was removed for good; its digests stay.
    EditionErased {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// From when.
        from: Timestamp,
        /// The public ground.
        ground: String,
        /// Whether law demanded it.
        by_law: bool,
    },
}

/// An imported item's key in its source, and what the source said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The source's own id, with the kind of source in front (`jsonl:kr-63066`).
    pub key: String,
    /// Digest of the source's bytes of the item.
    pub digest: Digest,
}

/// A journal entry's body that is not a fact this program knows.
#[derive(Debug, thiserror::Error)]
#[error("the fact “{kind}” cannot be read ({why}); a newer version of this program may have written it")]
pub struct FactError {
    /// The entry's kind.
    pub kind: String,
    /// What the reader said.
    pub why: serde_json::Error,
}

impl Fact {
    /// The fact's name in the journal.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::FixtureSet { .. } => "FixtureSet",
            Self::FixtureRemoved { .. } => "FixtureRemoved",
            Self::VersionReleased { .. } => "VersionReleased",
            Self::ReleaseMoved { .. } => "ReleaseMoved",
            Self::ReleaseCancelled { .. } => "ReleaseCancelled",
            Self::EditionWithdrawn { .. } => "EditionWithdrawn",
            Self::EditionRestored { .. } => "EditionRestored",
            Self::EditionErased { .. } => "EditionErased",
        }
    }

    /// What the fact is about: the journal's stream.
    #[must_use]
    pub fn stream(&self) -> String {
        match self {
            Self::FixtureSet { part, .. } => format!("fixture/{}", part.key()),
            Self::FixtureRemoved { key, .. } => format!("fixture/{key}"),
            Self::VersionReleased { message, .. }
            | Self::ReleaseMoved { message, .. }
            | Self::ReleaseCancelled { message, .. }
            | Self::EditionWithdrawn { message, .. }
            | Self::EditionRestored { message, .. }
            | Self::EditionErased { message, .. } => message_stream(message),
        }
    }

    /// The fact's body in the journal: RFC 8785 canonical JSON.
    #[must_use]
    pub fn body(&self) -> Vec<u8> {
        serde_json_canonicalizer::to_vec(self)
            .expect("a fact has string keys and no fractions, so it always has a canonical form")
    }

    /// The fact of a journal entry's kind and body.
    ///
    /// # Errors
    /// When the body is not a fact this program knows.
    pub fn read(kind: &str, body: &[u8]) -> Result<Self, FactError> {
        serde_json::from_slice(body).map_err(|why| FactError { kind: kind.to_owned(), why })
    }
}

/// The stream of a message's facts.
pub(crate) fn message_stream(message: &MessageId) -> String {
    format!("message/{message}")
}
