//! The editorial API: through the desk's own router, with tokens and sessions.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod bodies;
mod description;
mod keeping;
mod life;
mod rights;
mod sent;
#[path = "../stage/mod.rs"]
mod stage;
