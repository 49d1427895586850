//! The sample newsroom of an invented mission: its content (`demo/` beside this crate's sources) and how it becomes a
//! record. Everything goes through the newsroom at the instants at which it is said to have happened, so the record
//! is one that a real desk could have made.

mod content;
pub mod desk;
mod load;

pub use load::{Sample, load};

/// The instant at which the demo's clock starts: two minutes before an embargoed statement is released.
pub const CLOCK_START: &str = "2026-11-20T09:58:00Z";
