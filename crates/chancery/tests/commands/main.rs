//! The real program, driven as its users drive it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking, in its own functions too")]

mod bad_days;
mod demo;
mod help;
mod killed;
mod program;
mod site_life;
mod transcript;
