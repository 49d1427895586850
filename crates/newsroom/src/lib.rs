//! The only door for writes: a command is checked for rights, decided against the folded facts of its message,
//! appended in one transaction with its claims and objects, and folded into this node's views before it is
//! acknowledged, so that whoever published reads it at once.
//!
//! This crate must never know HTTP or HTML, and nothing else may append to the journal. Start reading at
//! [`Newsroom::submit`].

mod chance;
mod failure;
mod manuscript;
mod newsroom;
mod order;
mod verify;

pub use chance::Chance;
pub use failure::{NewsroomError, Refused};
pub use manuscript::Manuscript;
pub use newsroom::{KnownOrigin, Newsroom};
pub use order::{Ack, Order};
pub use verify::{Finding, Verification};
