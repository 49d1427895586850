//! The narrow trait of the home.

use journal::{Digest, Draft, Entry, Head};

use crate::{Object, Records, StoreError};

/// A key that one owner holds, such as an address or a source's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The site.
    pub site: String,
    /// The key, with its kind in front (`address/en/messages/2020/09/22/talks`).
    pub key: String,
    /// Who holds it. Claiming again for the same owner changes nothing.
    pub owner: String,
}

/// Everything that one append makes durable together, or not at all.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The facts, in order. A fact's stream version must follow its stream's last.
    pub drafts: Vec<Draft>,
    /// Keys that must be free or held by the same owner.
    pub claims: Vec<Claim>,
    /// Objects to keep. An object that is there already is left as it is.
    pub objects: Vec<Object>,
    /// Objects to remove: erasure, and nothing else.
    pub forget: Vec<Digest>,
}

/// Why an append did not happen. Nothing was kept then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Somebody else appended to this stream in the meantime.
    #[error("{stream} was changed by somebody else in the meantime; look at it again and repeat")]
    Conflict {
        /// The stream.
        stream: String,
    },
    /// A key is held by another owner.
    #[error("{key} is taken by {owner}")]
    Taken {
        /// The key.
        key: String,
        /// Its owner.
        owner: String,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where journal, claims, objects and the desk's records live. Calls may come from any thread; they block.
pub trait Home: Records {
    /// Appends a batch in one transaction: all of it is durable (it survives power loss) when this returns, or none
    /// of it is kept. Entries are numbered without gaps in the order of appends; appends are serialised.
    ///
    /// # Errors
    /// A conflict, a taken key, or a failure of the store.
    fn append(&self, batch: Batch) -> Result<Vec<Entry>, AppendError>;

    /// Up to `limit` entries after position `after`, in order.
    ///
    /// # Errors
    /// A failure of the store.
    fn read(&self, after: u64, limit: usize) -> Result<Vec<Entry>, StoreError>;

    /// All entries of a site's stream, in order.
    ///
    /// # Errors
    /// A failure of the store.
    fn read_stream(&self, site: &str, stream: &str) -> Result<Vec<Entry>, StoreError>;

    /// Where the journal ends.
    ///
    /// # Errors
    /// A failure of the store.
    fn head(&self) -> Result<Head, StoreError>;

    /// Who holds a key.
    ///
    /// # Errors
    /// A failure of the store.
    fn owner(&self, site: &str, key: &str) -> Result<Option<String>, StoreError>;

    /// All claims, ordered by site and key: for verification.
    ///
    /// # Errors
    /// A failure of the store.
    fn claims(&self) -> Result<Vec<Claim>, StoreError>;

    /// An object by its digest; nothing when it is not there or was erased.
    ///
    /// # Errors
    /// A failure of the store.
    fn object(&self, digest: Digest) -> Result<Option<Object>, StoreError>;
}
