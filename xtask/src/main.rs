//! Developer commands: the menu, and the only runner.
//!
//! What it is: `cargo xtask NAME` runs the checks, tests and benchmarks of this workspace in the same
//! way on a developer's machine and in continuous integration.
//!
//! What it must never do: ship with the product, be depended on by another crate, or change a tracked
//! file, but for `editor`, whose whole purpose is one. It installs packages only where a test cannot run without them, and says so.
//!
//! Where to start reading: [`steps`] for what each command does, [`tidy`] for the rules of the house
//! that no compiler checks.

mod packages;
mod run;
mod steps;
mod tally;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;

use crate::run::Runner;

const MENU: &str = "\
usage: cargo xtask COMMAND

  check      formatting, clippy, tidy and the fast tests: before every commit
  test       every test: cargo's, then the browser's; installs what they need
  e2e        only the browser, markup and accessibility tests (CHANCERY_BIN names another binary;
             arguments name test files)
  editor     build the desk's editor (editor/) into crates/desk/assets/editor.js, from its lock file
  replay     only the tests that rebuild all views from the journal and compare
  bench      the benchmarks, in release; further arguments are handed on
  tidy       the rules of the house that no compiler checks
  ci         formatting, clippy, tidy, then test: what .ci/run runs
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    match dispatch(&command, &rest) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `false` means that it ran and something did not pass.
fn dispatch(command: &str, rest: &[String]) -> anyhow::Result<bool> {
    let mut runner = Runner::new(workspace_root()?);
    match command {
        "check" => steps::check(&mut runner)?,
        "test" => steps::test(&mut runner)?,
        "e2e" => steps::e2e(&mut runner, rest)?,
        "editor" => steps::editor(&mut runner)?,
        "replay" => steps::replay(&mut runner)?,
        "bench" => steps::bench(&mut runner, rest)?,
        "tidy" => steps::tidy(&mut runner)?,
        "ci" => steps::ci(&mut runner)?,
        "" | "help" | "--help" | "-h" => {
            print!("{MENU}");
            return Ok(true);
        }
        unknown => {
            eprint!("xtask: there is no command {unknown:?}\n\n{MENU}");
            return Ok(false);
        }
    }
    Ok(runner.finish())
}

/// The folder that holds the workspace: the parent of this crate where cargo started us, else the
/// current folder.
fn workspace_root() -> anyhow::Result<PathBuf> {
    if let Some(own) = std::env::var_os("CARGO_MANIFEST_DIR") {
        let own = PathBuf::from(own);
        let parent = own.parent().context("the crate's folder has no parent")?;
        return Ok(parent.to_path_buf());
    }
    std::env::current_dir().context("there is no current folder")
}
