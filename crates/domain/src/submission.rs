//! What lies before the release of a version: a submission, its approval, and the bundle it may be in.

use jiff::Timestamp;
use journal::Digest;
use serde::{Deserialize, Serialize};

use crate::{AccountId, Fact, Lang, MessageId, SlugWish, VersionClass};

/// A version as it was submitted: everything that the public will see of it, and how it will be told. An approval names
/// its digest, so whatever is changed afterwards is another submission and has to be approved again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Digest of the version's sheet, which names title, dates, speakers and the text with its media.
    pub sheet: Digest,
    /// The address it is to have.
    pub slug: SlugWish,
    /// How it differs from the version before.
    pub class: VersionClass,
    /// The least class that the comparison with the version before allows one person alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<VersionClass>,
    /// The public note of a correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The number of the version it was made from; 0 for an edition's first.
    pub base: u32,
    /// Who changed the text last.
    pub changed_by: AccountId,
    /// Everybody else who changed it since the version before, in the order of their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writers: Vec<AccountId>,
}

impl Submission {
    /// SHA-256 of the submission's canonical JSON (RFC 8785): what an approval names.
    ///
    /// # Panics
    /// Never: a submission has string keys and no fractions.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let canonical = serde_json_canonicalizer::to_vec(self)
            .expect("a submission has string keys and no fractions, so it always has a canonical form");
        Digest::of(&canonical)
    }

    /// Whether its class is lower than what the comparison with the version before proposes.
    #[must_use]
    pub fn is_classed_below_proposal(&self) -> bool {
        self.proposed.is_some_and(|proposed| self.class.weight() < proposed.weight())
    }
}

/// A submission that waits for approval or release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// What was submitted.
    pub submission: Submission,
    /// Who submitted it.
    pub submitted_by: AccountId,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<AccountId>,
}

impl Pending {
    /// Whether somebody had a hand in it, so that they cannot be its second pair of eyes.
    #[must_use]
    pub fn is_of(&self, account: &AccountId) -> bool {
        let submission = &self.submission;
        *account == submission.changed_by || *account == self.submitted_by || submission.writers.contains(account)
    }
}

/// How a version came to be released: part of its fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who changed the text last.
    pub changed_by: AccountId,
    /// Everybody else who changed or submitted it, in the order of their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writers: Vec<AccountId>,
    /// Who approved it; nobody where it was released without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<AccountId>,
    /// Who released it.
    pub released_by: AccountId,
    /// Why it was released without approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bypass: Option<String>,
    /// Who looked at it afterwards, where it was released without approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<AccountId>,
}

impl Approval {
    /// Whether a second person has still to look at a version that was released without approval.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        self.approved_by.is_none() && self.reviewed_by.is_none()
    }

    /// Whether somebody had a hand in it or released it, so that they cannot look at it afterwards as the second person.
    #[must_use]
    pub fn is_of(&self, account: &AccountId) -> bool {
        *account == self.changed_by || *account == self.released_by || self.writers.contains(account)
    }
}

/// One edition's version in a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundledVersion {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The version's number in its edition.
    pub number: u32,
    /// How it differs from the version before.
    pub class: VersionClass,
    /// The public note of a correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The edition's address below its language.
    pub address: String,
    /// Digest of the version's sheet.
    pub sheet: Digest,
    /// How it came to be released.
    pub approval: Approval,
}

/// A bundled version's address after the bundle was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundledAddress {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The version.
    pub number: u32,
    /// The edition's address, anew where the day changed.
    pub address: String,
}

/// A bundle as the facts tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// What the desk calls it.
    pub title: String,
    /// The instant at which all of it becomes public.
    pub release: Timestamp,
    /// Its members.
    pub members: Vec<(MessageId, Lang, u32)>,
}

impl Bundle {
    /// The bundle of its facts, in the order of the journal; nothing when none of them made it.
    #[must_use]
    pub fn of(facts: &[Fact]) -> Option<Self> {
        facts.iter().fold(None, |bundle, fact| match (bundle, fact) {
            (None, Fact::BundleReleased { title, release, versions, .. }) => Some(Self {
                title: title.clone(),
                release: *release,
                members: versions
                    .iter()
                    .map(|version| (version.message.clone(), version.lang.clone(), version.number))
                    .collect(),
            }),
            (Some(bundle), Fact::BundleMoved { release, .. }) => Some(Self { release: *release, ..bundle }),
            (bundle, _) => bundle,
        })
    }
}
