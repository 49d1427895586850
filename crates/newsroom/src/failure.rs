//! Why a write or a start did not happen.

use domain::{Lang, Refusal, Role};
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
    /// The account has not the right.
    #[error("{}", not_allowed(needs, lang.as_ref()))]
    NotAllowed {
        /// One of these roles is needed.
        needs: Vec<Role>,
        /// In this language.
        lang: Option<Lang>,
    },
    /// There is no such account, or it may do nothing any more.
    #[error("this account may do nothing here any more; ask an administrator")]
    NoAccount,
    /// A token cannot do more than the person it works for.
    #[error("a token cannot have more rights than the person it works for; choose fewer")]
    MoreThanOwner,
    /// Somebody must be able to let others in.
    #[error("this is the only administrator; make somebody else one first")]
    LastAdministrator,
    /// A token stays its owner's, and a person a person.
    #[error(
        "an account stays whose it is: a person does not become a token, nor a token somebody else's; make a new one"
    )]
    OwnerStays,
    /// A version needs a title.
    #[error("the text has no title; write one before it is submitted")]
    TitleMissing,
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

fn not_allowed(needs: &[Role], lang: Option<&Lang>) -> String {
    let roles: Vec<&str> = needs.iter().map(|role| role.as_str()).collect();
    let scope = lang.map_or_else(|| "for the whole site".to_owned(), |lang| format!("for {lang}"));
    format!("this needs the role {} {scope}; ask somebody who has it, or an administrator", roles.join(" or "))
}

impl Refused {
    /// A stable code for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Rule(refusal) => refusal.code(),
            Self::AddressTaken { .. } => "address-taken",
            Self::OriginTaken { .. } => "origin-taken",
            Self::NotAllowed { .. } => "not-allowed",
            Self::NoAccount => "no-account",
            Self::MoreThanOwner => "more-than-owner",
            Self::LastAdministrator => "last-administrator",
            Self::OwnerStays => "owner-stays",
            Self::TitleMissing => "title-missing",
            Self::Conflict => "conflict",
            Self::Store(_) => "store-failure",
            Self::NotShownYet(_) => "not-shown-yet",
            Self::Unreadable(_) => "unreadable",
        }
    }

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

impl From<NewsroomError> for Refused {
    fn from(error: NewsroomError) -> Self {
        match error {
            NewsroomError::Store(error) => Self::Store(error),
            other => Self::Unreadable(other.to_string()),
        }
    }
}
