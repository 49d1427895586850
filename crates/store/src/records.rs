//! The desk's working records: drafts, comments, sessions, keys to sign in with. They are what people work with
//! before something is decided; what is decided is a fact of the journal.

use crate::StoreError;

/// Largest value of one record: a draft's text of some 20 MB pasted, with room for its marks.
pub const RECORD_BYTES_MAX: usize = 64 << 20;

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its key in its room.
    pub key: String,
    /// Rises with each change, from 1. A record that was removed and made again begins at 1.
    pub revision: u64,
    /// Its bytes, as the desk wrote them.
    pub value: Vec<u8>,
    /// When it was changed last, in microseconds since 1970.
    pub changed_us: i64,
    /// From when it is no longer given out, in microseconds since 1970; never when absent.
    pub expires_us: Option<i64>,
}

/// A change of one record.
#[derive(Debug, Clone, Copy)]
pub struct Put<'a> {
    /// The room: what kind of record it is (`draft`, `session`).
    pub room: &'a str,
    /// The key in the room.
    pub key: &'a str,
    /// The revision that the change is based on; 0 where no record may be there. Nothing overwrites whatever is there.
    pub base: Option<u64>,
    /// The new bytes.
    pub value: &'a [u8],
    /// The present instant, in microseconds since 1970.
    pub now_us: i64,
    /// From when the record is no longer given out.
    pub expires_us: Option<i64>,
}

/// Why a record was not changed. Nothing was kept then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutError {
    /// The record is not the one that the change is based on.
    #[error("somebody else changed this in the meantime; look at both and decide")]
    Changed {
        /// What is there now; nothing when it was removed.
        current: Option<Record>,
    },
    /// The value is too large.
    #[error("{0} bytes are more than a record may have ({RECORD_BYTES_MAX}); shorten the text or part it")]
    TooLarge(usize),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where the desk's records live: the same place as the journal, so that a backup of the one has the other. Calls may
/// come from any thread; they block. A change that was acknowledged is durable.
pub trait Records: Send + Sync {
    /// A record; nothing when there is none or it has expired by `now_us`.
    ///
    /// # Errors
    /// A failure of the store.
    fn record(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError>;

    /// All records of a room whose keys begin with `prefix` and that have not expired, in order of keys.
    ///
    /// # Errors
    /// A failure of the store.
    fn records(&self, room: &str, prefix: &str, now_us: i64) -> Result<Vec<Record>, StoreError>;

    /// Makes or changes records in one transaction and gives their new revisions: all of them are changed, or none. An
    /// expired record counts as not there.
    ///
    /// # Errors
    /// When a record is another than its change is based on, a value is too large, or the store fails.
    fn put_all(&self, puts: &[Put<'_>]) -> Result<Vec<u64>, PutError>;

    /// Makes or changes one record and gives its new revision.
    ///
    /// # Errors
    /// As [`Records::put_all`].
    fn put(&self, put: &Put<'_>) -> Result<u64, PutError> {
        Ok(self.put_all(std::slice::from_ref(put))?.first().copied().unwrap_or_default())
    }

    /// Removes a record and gives what it was: of several callers only one receives it.
    ///
    /// # Errors
    /// A failure of the store.
    fn take(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError>;

    /// Removes what has expired; gives how many records that were.
    ///
    /// # Errors
    /// A failure of the store.
    fn sweep(&self, now_us: i64) -> Result<u64, StoreError>;
}
