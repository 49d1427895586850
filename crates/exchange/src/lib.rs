//! Importers: foreign archives to commands, with a report that says of every item what became of it.
//!
//! JSON Lines ([`jsonl::import`]) and a page as a reader sees it ([`text::import`]) become orders for the newsroom.
//! An import is idempotent by the source's ids: what is in the record already is skipped, what changed at the source
//! becomes a new version, what cannot be taken in is refused with line, code and reason, and the rest goes on.
//!
//! This crate must never write behind the newsroom's back, read a clock, or invent what a source does not say.
//! Start reading at [`jsonl::import`], then [`Report`].

pub mod captured_page;
pub mod jsonl;
mod report;
pub mod text;

pub use report::{Item, Outcome, Progress, Report, Totals};
