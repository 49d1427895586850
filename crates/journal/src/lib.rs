//! A fact's envelope, its encoding and the hash chain.
//!
//! The journal is the append-only sequence of facts that everything visible is folded from. This crate
//! says what one entry of it *is*: which fields, in which bytes, with which hash, and how the next entry
//! follows from the last. It must never open a file or a socket, read a clock, or know what a fact means:
//! the body is opaque canonical JSON here.
//!
//! Start reading at [`Entry`], then [`Head::follow`] (how an entry is chained) and [`Head::accept`] (how a
//! reader checks it).

mod chain;
mod digest;

pub use chain::{ChainError, Draft, Entry, Head};
pub use digest::{Digest, DigestError};
