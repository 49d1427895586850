//! A harness around the real newsroom, views and public rooms, with a clock that is set and seeded ids.
//!
//! This crate never ships. When a [`Harness`] is dropped it demands a verifying journal and views equal to views
//! folded anew. Start reading at [`Harness`].

mod harness;
mod sample;
mod set_clock;

pub use harness::{Harness, time};
pub use sample::{sample_identity, sample_site};
pub use set_clock::SetClock;
