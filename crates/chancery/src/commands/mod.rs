//! One module for each command.

mod demo;
mod doctor;
mod import;
mod import_report;
mod init;
mod rebuild;
mod serve;
mod settings;
mod transcript;
mod user;
mod verify;

use crate::Outcome;
use crate::cli::{Command, Import};

/// Carries out a command.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn carry_out(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Import(Import::Jsonl(arguments)) => import::jsonl(&arguments),
        Command::Import(Import::Text(arguments)) => import::text(&arguments),
        Command::Transcript(arguments) => transcript::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Rebuild(arguments) => rebuild::run(&arguments),
        Command::Settings(arguments) => settings::run(&arguments),
        Command::User(arguments) => user::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
    }
}
