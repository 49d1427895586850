//! What is taken in, what is dropped from it and what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod documents;
mod pictures;
mod properties;
mod samples;
