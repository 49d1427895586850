//! The program `chancery`: reads settings, wires the crates together and carries out one command.
//!
//! This crate must never hold rules: what is allowed is decided in `domain`, what is written goes through `newsroom`,
//! what the public sees is answered by `site`. It is the only crate that looks at the machine's clock and draws
//! random numbers (`clock.rs`), and the only one that knows which store is in use (`site_dir.rs`).
//!
//! Start reading at [`cli`], then the command's own module in `commands/`.

mod cli;
mod clock;
mod commands;
mod demo;
mod desk_service;
mod logging;
mod looking;
mod output;
mod progress;
mod serving;
mod settings;
mod site_dir;
mod watching;
mod zones;

use std::process::ExitCode;

use clap::Parser as _;

/// Import and folding allocate from several threads at once, where this allocator is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended that did what it could.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is done and in order.
    Done,
    /// Something was refused, left out or found wrong; the command's own output says what.
    Incomplete,
}

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match commands::carry_out(arguments.command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::from(1),
        Err(error) => {
            output::complain(&format!("{error:#}"));
            ExitCode::from(1)
        }
    }
}
