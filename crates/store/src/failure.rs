//! What can go wrong in a store, in words for the person who runs the server.

/// A store's failure. Driver errors stay inside; these sentences say what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error(
        "the disk is full: nothing of this write was kept; free some space on the disk that holds {0} and run the command again"
    )]
    Full(String),
    /// The database cannot be written.
    #[error(
        "{0} cannot be written: check the owner and rights of the file and its folder, and that the disk is not mounted read-only"
    )]
    ReadOnly(String),
    /// Somebody else holds the database.
    #[error("{0} is in use by another program that does not let go of it; stop that program and try again")]
    Busy(String),
    /// The database was written by a newer program.
    #[error(
        "{path} has format {found}, this program knows format {known}: it was written by a newer version of Chancery; install that version"
    )]
    Newer {
        /// The file.
        path: String,
        /// Its format.
        found: i64,
        /// The newest format this program knows.
        known: i64,
    },
    /// What is stored is damaged.
    #[error(
        "the stored record is damaged: {0}; stop the server, keep a copy of the site directory, and restore the newest backup (`chancery verify` says how far the damage goes)"
    )]
    Corrupt(String),
    /// Anything else that keeps the store from working.
    #[error("the store cannot be used: {0}")]
    Unavailable(String),
}
