//! What can go wrong with views.

/// A failure of the views. They are disposable: the cure is always to fold them again.
#[derive(Debug, thiserror::Error)]
pub enum ViewsError {
    /// The file cannot be used; the next start makes it anew from the journal.
    #[error("the views cannot be used ({0}); `chancery rebuild` makes them anew from the journal")]
    Database(#[from] rusqlite::Error),
    /// A fact cannot be understood.
    #[error(transparent)]
    Fact(#[from] domain::FactError),
    /// An object a fact names is not there or damaged.
    #[error("the object {0} that a fact names is missing or damaged; `chancery verify` says how far the damage goes")]
    Object(journal::Digest),
    /// The views do not end where the journal's next entry begins.
    #[error(
        "the views end at entry {folded} but entry {given} was given to fold; they must be made anew from the journal"
    )]
    Gap {
        /// Where the views end.
        folded: u64,
        /// The entry that was given.
        given: u64,
    },
}

impl ViewsError {
    /// Whether the file itself is damaged, so that it must be deleted before folding again.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Database(error) if matches!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase)
        ))
    }

    /// Whether the disk is full.
    #[must_use]
    pub fn is_full(&self) -> bool {
        matches!(self, Self::Database(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull))
    }
}
