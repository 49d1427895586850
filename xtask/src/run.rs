//! Running other programs: their output streams through while the tests in it are counted.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context;

use crate::tally::Tally;

/// Runs the steps of a command and remembers how they ended.
#[derive(Debug)]
pub struct Runner {
    root: PathBuf,
    tally: Tally,
    counts_tests: bool,
    failed_steps: Vec<String>,
}

impl Runner {
    /// A runner for the workspace in `root`.
    pub fn new(root: PathBuf) -> Self {
        Runner { root, tally: Tally::default(), counts_tests: false, failed_steps: Vec::new() }
    }

    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A cargo command in the workspace's folder, without the variables that an outer `cargo run` has
    /// set for this program: build scripts that watch them would run again and rebuild their crates.
    pub fn cargo(&self, args: &[&str]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        command.args(args).current_dir(&self.root);
        command
    }

    /// Runs a step whose output is of no further interest; `true` where it succeeded.
    ///
    /// # Errors
    /// Where the program cannot be started.
    pub fn step(&mut self, name: &str, mut command: Command) -> anyhow::Result<bool> {
        self.announce(name);
        let status = command
            .stdin(Stdio::null())
            .status()
            .with_context(|| format!("{name}: cannot start {:?}", command.get_program()))?;
        if !status.success() {
            self.fail(name);
        }
        Ok(status.success())
    }

    /// Runs a test runner: its output streams through unchanged and its summaries are counted. A runner
    /// that fails without reporting a failed test (a build that broke) counts as one failure.
    ///
    /// # Errors
    /// Where the program cannot be started or its output cannot be read.
    pub fn tests(&mut self, name: &str, mut command: Command) -> anyhow::Result<bool> {
        self.announce(name);
        self.counts_tests = true;
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name}: cannot start {:?}", command.get_program()))?;
        let output = child.stdout.take().context("the output was not piped")?;
        let mut tally = stream_and_count(output)?;
        let status = child.wait().context("the test runner cannot be awaited")?;
        if !status.success() {
            tally.failed = tally.failed.max(1);
            self.fail(name);
        } else if tally.failed > 0 {
            self.fail(name);
        }
        let clean = status.success() && tally.failed == 0;
        self.tally.add(tally);
        Ok(clean)
    }

    /// Notes that tests which should have run did not: one failure, so that the last line cannot say
    /// that all is well.
    pub fn tests_not_run(&mut self, name: &str) {
        self.counts_tests = true;
        self.tally.failed += 1;
        self.fail(name);
    }

    /// Notes a failed step.
    pub fn fail(&mut self, name: &str) {
        self.failed_steps.push(name.to_string());
    }

    /// Prints a heading for a step, on the same stream as the test runners' summaries.
    pub fn announce(&self, name: &str) {
        println!("\n== {name}");
        // A closed output shows itself at the next step; a heading is not worth stopping for.
        let _ = std::io::stdout().flush();
    }

    /// Prints the end of the run: the failed steps, then, where tests ran, the sum of all runners alone
    /// on the last line. `true` where everything passed.
    pub fn finish(self) -> bool {
        let clean = self.failed_steps.is_empty();
        println!();
        if !clean {
            println!("failed: {}", self.failed_steps.join(", "));
        }
        if self.counts_tests {
            let Tally { passed, failed } = self.tally;
            println!("{passed} passed, {failed} failed");
        } else if clean {
            println!("all clean");
        }
        clean
    }
}

/// Copies lines to our output as they come, byte for byte, and counts the summaries among them.
fn stream_and_count(output: impl std::io::Read) -> anyhow::Result<Tally> {
    let mut tally = Tally::default();
    let mut reader = BufReader::new(output);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line).context("the test runner's output cannot be read")?;
        if read == 0 {
            return Ok(tally);
        }
        let mut stdout = std::io::stdout().lock();
        stdout.write_all(&line).and_then(|()| stdout.flush()).context("the output cannot be written")?;
        tally.read_line(&String::from_utf8_lossy(&line));
    }
}
