//! Imports into a mission's record, and what is told of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod jsonl;
mod mission;
mod text;
