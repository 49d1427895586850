//! Commands: what somebody wants. Whether it happens is decided in [`crate::decide`].

use jiff::Timestamp;
use journal::Digest;

use crate::fact::account_stream;
use crate::fact::{Origin, message_stream};
use crate::{AccountId, Fixture, FixtureKey, Grant, Lang, MessageId, Submission, VersionClass};
use serde::{Deserialize, Serialize};

/// Which address an edition is to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SlugWish {
    /// A message's slug; the day before it is the release's.
    Message(String),
    /// A page's path.
    Page(String),
    /// The address it has; for versions after the first.
    Keep,
}

/// A version to be made public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// Digest of the version's sheet, which is handed over beside the command.
    pub sheet: Digest,
    /// The address.
    pub slug: SlugWish,
    /// The instant from which the public may see it; now when absent.
    pub release: Option<Timestamp>,
    /// How it differs from the version before.
    pub class: VersionClass,
    /// The public note of a correction.
    pub note: Option<String>,
    /// The source's key, for an import. Imports may be visible from an instant in the past.
    pub origin: Option<Origin>,
    /// Paths that lead here for ever.
    pub old_addresses: Vec<String>,
}

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are those of the facts of the same name")]
pub enum Command {
    /// Set up or change a standing part of the site; from now on when no instant is given.
    SetFixture { part: Box<Fixture>, effective: Option<Timestamp> },
    /// Take a standing part of the site away.
    RemoveFixture { key: FixtureKey, effective: Option<Timestamp> },
    /// Make a version public, now or later.
    ReleaseVersion(Release),
    /// Move a release that has not happened.
    MoveRelease { message: MessageId, lang: Lang, number: u32, release: Timestamp, reason: String },
    /// Call a release off that has not happened.
    CancelRelease { message: MessageId, lang: Lang, number: u32, reason: String },
    /// Take an edition back.
    WithdrawEdition { message: MessageId, lang: Lang, reason: String },
    /// Make a withdrawn edition public again.
    RestoreEdition { message: MessageId, lang: Lang, note: String },
    /// Remove an edition's content for good.
    EraseEdition { message: MessageId, lang: Lang, ground: String, by_law: bool },
    /// A text goes to others for approval.
    SubmitDraft { message: MessageId, lang: Lang, submission: Submission, by: AccountId },
    /// A second person approves a submission.
    ApproveSubmission { message: MessageId, lang: Lang, submission: Digest, by: AccountId },
    /// A submission goes back to those who write.
    ReturnSubmission { message: MessageId, lang: Lang, submission: Digest, by: AccountId, reason: String },
    /// A submission becomes a version, public now or from an instant on.
    ReleaseSubmission {
        message: MessageId,
        lang: Lang,
        submission: Digest,
        release: Option<Timestamp>,
        by: AccountId,
        bypass: Option<String>,
    },
    /// A second person has looked at what was released without approval.
    ReviewBypass { message: MessageId, lang: Lang, number: u32, by: AccountId, note: String },
    /// An account is to have these rights and no others.
    SetAccount { account: AccountId, grants: Vec<Grant>, owner: Option<AccountId>, expires: Option<Timestamp> },
    /// Somebody may enrol anew for an account.
    NoteEnrolment { account: AccountId },
    /// An account is to have no rights any more.
    DisableAccount { account: AccountId, reason: String },
}

impl Command {
    /// The stream the command's facts belong to.
    #[must_use]
    pub fn stream(&self) -> String {
        match self {
            Self::SetFixture { part, .. } => format!("fixture/{}", part.key()),
            Self::RemoveFixture { key, .. } => format!("fixture/{key}"),
            Self::ReleaseVersion(Release { message, .. })
            | Self::MoveRelease { message, .. }
            | Self::CancelRelease { message, .. }
            | Self::WithdrawEdition { message, .. }
            | Self::RestoreEdition { message, .. }
            | Self::EraseEdition { message, .. }
            | Self::SubmitDraft { message, .. }
            | Self::ApproveSubmission { message, .. }
            | Self::ReturnSubmission { message, .. }
            | Self::ReleaseSubmission { message, .. }
            | Self::ReviewBypass { message, .. } => message_stream(message),
            Self::SetAccount { account, .. }
            | Self::DisableAccount { account, .. }
            | Self::NoteEnrolment { account } => account_stream(account),
        }
    }
}
