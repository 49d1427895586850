//! The home: the database that holds the journal, the claims on addresses and source ids, and the objects (sheets
//! and documents) by digest.
//!
//! [`Home`] is the one narrow trait; [`MemoryHome`] and [`SqliteHome`] keep it, and both pass the same conformance
//! suite (`tests/conformance.rs`). A store must never decide anything: it keeps order, durability and uniqueness.
//! Start reading at [`Home`].

mod failure;
mod home;
mod memory;
mod memory_records;
mod object;
mod records;
mod shelf;
mod sqlite;
mod sqlite_records;

pub use failure::StoreError;
pub use home::{AppendError, Batch, Claim, Home};
pub use memory::MemoryHome;
pub use object::Object;
pub use records::{Put, PutError, RECORD_BYTES_MAX, Record, Records};
pub use shelf::{DiskShelf, MemoryShelf, Shelf};
pub use sqlite::SqliteHome;
