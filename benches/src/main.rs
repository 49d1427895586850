//! The benchmarks behind `cargo xtask bench`: a corpus of invented messages, and the floors of speed and size measured
//! side by side in one run.
//!
//! What it is: a program that makes a site of 100,000 messages, measures the release build of `chancery` on it and
//! prints one Markdown table. It must never ship, listen anywhere but on this machine's own address, or judge a floor
//! that it did not measure. Start reading at [`cli`], then the measurement's own module in `measure/`.

#![expect(clippy::disallowed_methods, reason = "benchmarks measure durations by the machine's clock")]

mod cli;
mod corpus;
mod figures;
mod furnishing;
mod ground;
mod measure;
mod node;
mod program;
mod reader;
mod search;
mod staff;
mod table;

use std::process::ExitCode;

use clap::Parser as _;

/// The same allocator as the binary's, so that what is measured inside this process costs what it costs there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::carry_out(cli::Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(1)
        }
    }
}
