//! What can go wrong.

/// Why the index could not answer or follow.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index's folder cannot be read or written.
    #[error(
        "the search index cannot be used: {0}; if this lasts, delete the folder derived/search, it is built again by itself"
    )]
    Index(#[from] tantivy::TantivyError),
    /// The folder of the index cannot be made or moved.
    #[error("the folder of the search index cannot be used: {0}; give the server's user the right to write there")]
    Folder(#[from] std::io::Error),
    /// The views cannot be read.
    #[error(transparent)]
    Views(#[from] views::ViewsError),
}
