//! Facts: what was decided, in the past tense. The journal holds these and nothing else.

use jiff::Timestamp;
use journal::Digest;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Approval, BundleId, BundledAddress, BundledVersion, Fixture, FixtureKey, Grant, Lang, MessageId,
    Submission,
};

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

impl VersionClass {
    /// Every class that a correction may have, the weightiest first.
    pub const CORRECTIONS: [Self; 7] = [
        Self::Substantive,
        Self::Legal,
        Self::Clarification,
        Self::Translation,
        Self::Typographic,
        Self::Formatting,
        Self::Metadata,
    ];

    /// The class's name in facts, forms and string keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Substantive => "substantive",
            Self::Clarification => "clarification",
            Self::Typographic => "typographic",
            Self::Formatting => "formatting",
            Self::Translation => "translation",
            Self::Metadata => "metadata",
            Self::Legal => "legal",
        }
    }

    /// How much a class says that the meaning changed: 3 for substantive, 0 for none at all.
    #[must_use]
    pub fn weight(self) -> u8 {
        match self {
            Self::Substantive | Self::Legal | Self::First => 3,
            Self::Clarification | Self::Translation => 2,
            Self::Typographic => 1,
            Self::Formatting | Self::Metadata => 0,
        }
    }
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
        /// Who wrote, approved and released it; nothing for what came from elsewhere.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approval: Option<Approval>,
        /// The bundle it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bundle: Option<BundleId>,
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
    /// A text was given to others for approval. Nothing of it is public.
    DraftSubmitted {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// What was submitted.
        submission: Submission,
        /// Who submitted it.
        by: AccountId,
    },
    /// A second person approved exactly this submission.
    SubmissionApproved {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// The submission's digest.
        submission: Digest,
        /// Who approved it.
        by: AccountId,
    },
    /// A submission went back to those who write.
    SubmissionReturned {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// The submission's digest.
        submission: Digest,
        /// Who returned it.
        by: AccountId,
        /// What is to be done.
        reason: String,
    },
    /// A second person looked at a version that had been released without approval.
    BypassReviewed {
        /// The message.
        message: MessageId,
        /// The edition's language.
        lang: Lang,
        /// The version.
        number: u32,
        /// Who looked at it.
        by: AccountId,
        /// What they say.
        note: String,
    },
    /// A message has an edition in a bundle: the bundle's facts are its own from here on.
    BundleJoined {
        /// The message.
        message: MessageId,
        /// The bundle.
        bundle: BundleId,
    },
    /// Several editions become public together, at one instant. What is not named stays as it is.
    BundleReleased {
        /// The bundle.
        bundle: BundleId,
        /// What the desk calls it.
        title: String,
        /// The instant from which the public may see all of it.
        release: Timestamp,
        /// The versions.
        versions: Vec<BundledVersion>,
    },
    /// A bundle not yet public becomes so at another instant.
    BundleMoved {
        /// The bundle.
        bundle: BundleId,
        /// The new instant.
        release: Timestamp,
        /// The addresses of those of its versions that are still to be released.
        addresses: Vec<BundledAddress>,
        /// Why.
        reason: String,
    },
    /// An account may do this from now on, and no longer what it might do before.
    AccountSet {
        /// The account.
        account: AccountId,
        /// What it may do.
        grants: Vec<Grant>,
        /// For whom a token works.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<AccountId>,
        /// From when a token no longer works.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expires: Option<Timestamp>,
    },
    /// A link was made with which somebody can enrol anew for an account.
    EnrolmentIssued {
        /// The account.
        account: AccountId,
    },
    /// An account may do nothing any more.
    AccountDisabled {
        /// The account.
        account: AccountId,
        /// Why.
        reason: String,
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
            Self::DraftSubmitted { .. } => "DraftSubmitted",
            Self::SubmissionApproved { .. } => "SubmissionApproved",
            Self::SubmissionReturned { .. } => "SubmissionReturned",
            Self::BypassReviewed { .. } => "BypassReviewed",
            Self::BundleJoined { .. } => "BundleJoined",
            Self::BundleReleased { .. } => "BundleReleased",
            Self::BundleMoved { .. } => "BundleMoved",
            Self::AccountSet { .. } => "AccountSet",
            Self::EnrolmentIssued { .. } => "EnrolmentIssued",
            Self::AccountDisabled { .. } => "AccountDisabled",
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
            | Self::EditionErased { message, .. }
            | Self::DraftSubmitted { message, .. }
            | Self::SubmissionApproved { message, .. }
            | Self::SubmissionReturned { message, .. }
            | Self::BypassReviewed { message, .. }
            | Self::BundleJoined { message, .. } => message_stream(message),
            Self::BundleReleased { bundle, .. } | Self::BundleMoved { bundle, .. } => bundle_stream(bundle),
            Self::AccountSet { account, .. }
            | Self::AccountDisabled { account, .. }
            | Self::EnrolmentIssued { account } => account_stream(account),
        }
    }

    /// Whether the fact may change what the public sees, now or later. The others are the desk's own.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::DraftSubmitted { .. }
                | Self::SubmissionApproved { .. }
                | Self::SubmissionReturned { .. }
                | Self::BypassReviewed { .. }
                | Self::BundleJoined { .. }
                | Self::AccountSet { .. }
                | Self::AccountDisabled { .. }
                | Self::EnrolmentIssued { .. }
        )
    }

    /// What the fact says edition by edition: a bundle's fact is one of each of its editions, every other fact is
    /// itself.
    #[must_use]
    pub fn each(&self) -> Vec<Self> {
        match self {
            Self::BundleReleased { bundle, release, versions, .. } => versions
                .iter()
                .cloned()
                .map(|version| Self::VersionReleased {
                    message: version.message,
                    lang: version.lang,
                    number: version.number,
                    class: version.class,
                    note: version.note,
                    release: *release,
                    address: version.address,
                    sheet: version.sheet,
                    origin: None,
                    old_addresses: vec![],
                    approval: Some(version.approval),
                    bundle: Some(bundle.clone()),
                })
                .collect(),
            Self::BundleMoved { release, addresses, reason, .. } => addresses
                .iter()
                .cloned()
                .map(|moved| Self::ReleaseMoved {
                    message: moved.message,
                    lang: moved.lang,
                    number: moved.number,
                    release: *release,
                    address: moved.address,
                    reason: reason.clone(),
                })
                .collect(),
            other => vec![other.clone()],
        }
    }

    /// The message that the fact is about, if it is about one.
    #[must_use]
    pub fn message(&self) -> Option<&MessageId> {
        match self {
            Self::VersionReleased { message, .. }
            | Self::ReleaseMoved { message, .. }
            | Self::ReleaseCancelled { message, .. }
            | Self::EditionWithdrawn { message, .. }
            | Self::EditionRestored { message, .. }
            | Self::EditionErased { message, .. }
            | Self::DraftSubmitted { message, .. }
            | Self::SubmissionApproved { message, .. }
            | Self::SubmissionReturned { message, .. }
            | Self::BypassReviewed { message, .. }
            | Self::BundleJoined { message, .. } => Some(message),
            _ => None,
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

/// The stream of an account's facts.
#[must_use]
pub fn account_stream(account: &AccountId) -> String {
    format!("account/{account}")
}

/// The stream of a bundle's facts.
#[must_use]
pub fn bundle_stream(bundle: &BundleId) -> String {
    format!("bundle/{bundle}")
}

/// The stream of a message's facts.
#[must_use]
pub fn message_stream(message: &MessageId) -> String {
    format!("message/{message}")
}
