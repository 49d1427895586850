//! The only door for writes: a command is checked for rights, decided against the folded facts of its message,
//! appended in one transaction with its claims and objects, and folded into this node's views before it is
//! acknowledged, so that whoever published reads it at once.
//!
//! This crate must never know HTTP or HTML, and nothing else may append to the journal. Start reading at
//! [`Newsroom::submit`] (commands at the machine) and `workflow` (the desk), then `rights` (who may do what).

mod chance;
pub mod checks;
mod decisions;
mod drafts;
mod failure;
mod files;
mod manuscript;
mod newsroom;
mod order;
mod rights;
pub mod suggest;
mod verify;
mod workflow;

pub use chance::Chance;
pub use drafts::{Content, Draft, FIELD_CHARS_MAX, SaveRefused, TEXT_BYTES_MAX, TITLE_CHARS_MAX};
pub use failure::{NewsroomError, Refused};
pub use manuscript::Manuscript;
pub use newsroom::{KnownOrigin, Newsroom};
pub use order::{Ack, Order};
pub use rights::{Rights, Visitor, may_keep};
pub use verify::{Finding, Verification};
pub use workflow::{ReleaseWish, Releasing, Stage, Standpoint, proposed_class};
