//! Why a write or a start did not happen.

use domain::Refusal;
use store::{AppendError, StoreError};
use views::ViewsError;

/// A failure of the newsroom itself.
#[derive(Debug, thiserror::Error)]
pub enum NewsroomError {
    /// The home failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The views failed.
    #[error(transparent)]
    Views(#[from] ViewsError),
    /// The journal holds a fact that cannot be read.
    #[error(transparent)]
    Fact(#[from] domain::FactError),
    /// The views belong to another journal, or to a later state of this one.
    #[error("the views were folded from another state of the journal; they must be made anew (`chancery rebuild`)")]
    ViewsAstray,
    /// There is no such site.
    #[error("there is no site here yet; `chancery init` makes one")]
    NoSite,
}

/// Why one order was not carried out. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The rules say no.
    #[error(transparent)]
    Rule(#[from] Refusal),
    /// The address is another message's.
    #[error("the address {address} belongs to another message; choose another slug")]
    AddressTaken {
        /// The address below the language.
        address: String,
    },
    /// The source's item is another edition's.
    #[error("the item {key} is already in the record as another edition")]
    OriginTaken {
        /// The item's key.
        key: String,
    },
    /// Somebody else was faster, again and again.
    #[error("somebody else changed the same thing in the meantime; look at it again and repeat")]
    Conflict,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The fact is safe in the journal, but this node's views could not take it in; they do so when they can.
    #[error("it is written to the journal, but the pages of this server cannot show it yet: {0}")]
    NotShownYet(String),
    /// The journal holds a fact that cannot be read.
    #[error("{0}")]
    Unreadable(String),
}

impl Refused {
    /// Whether the store itself is the reason, so that going on is useless.
    #[must_use]
    pub fn is_store_failure(&self) -> bool {
        matches!(self, Self::Store(_) | Self::NotShownYet(_))
    }
}

impl From<AppendError> for Refused {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Store(error) => Self::Store(error),
            AppendError::Conflict { .. } | AppendError::Taken { .. } => Self::Conflict,
        }
    }
}
