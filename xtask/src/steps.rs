//! What each command of the menu does, as a sequence of steps.
//!
//! All cargo steps select the whole workspace and the same profile, so that one build serves them all:
//! another selection would resolve other features and compile the dependencies a second time.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use crate::packages::{self, Programs};
use crate::run::Runner;
use crate::tidy;

/// How long one file of browser tests may take, in milliseconds: five times what the longest takes. One that hangs fails, and
/// the others go on.
const BROWSER_TEST_TIMEOUT: &str = "--test-timeout=900000";

/// Before every commit: formatting, clippy, tidy and the fast tests.
pub fn check(runner: &mut Runner) -> anyhow::Result<()> {
    lint(runner)?;
    let fast = strict(runner.cargo(&["test", "--workspace", "--lib", "--bins", "--no-fail-fast", "--quiet"]));
    runner.tests("fast tests", fast)?;
    Ok(())
}

/// What continuous integration runs: the lints, then every test. A failed lint does not hide the tests.
pub fn ci(runner: &mut Runner) -> anyhow::Result<()> {
    lint(runner)?;
    test(runner)
}

/// Every test: cargo's, then those that need a browser.
pub fn test(runner: &mut Runner) -> anyhow::Result<()> {
    // Missing programs are found before the long build, not after it.
    let programs = packages::ensure();
    if let Err(error) = &programs {
        eprintln!("xtask: {error:#}");
        eprintln!("xtask: the browser tests cannot run; the others follow");
    }
    let all = strict(runner.cargo(&["test", "--workspace", "--no-fail-fast"]));
    runner.tests("cargo test", all)?;
    match programs {
        Ok(programs) => {
            editor_checks(runner)?;
            browser(runner, &programs, &[])
        }
        Err(_) => {
            runner.tests_not_run("browser tests (programs are missing, see above)");
            Ok(())
        }
    }
}

/// Builds the desk's editor into its tracked file.
pub fn editor(runner: &mut Runner) -> anyhow::Result<()> {
    let folder = runner.root().join("editor");
    if node_packages(runner, &folder)? {
        let mut build = Command::new("npm");
        build.args(["run", "--silent", "build"]).current_dir(folder);
        runner.step("editor", build)?;
    }
    Ok(())
}

/// Whether the tracked editor is what its sources and its lock file give, to the byte; and the editor's own tests.
fn editor_checks(runner: &mut Runner) -> anyhow::Result<()> {
    let folder = runner.root().join("editor");
    if !node_packages(runner, &folder)? {
        runner.tests_not_run("the editor's tests (its Node packages cannot be installed)");
        return Ok(());
    }
    let mut check = Command::new("npm");
    check.args(["run", "--silent", "check"]).current_dir(&folder);
    runner.step("editor is what its lock file gives", check)?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).current_dir(&folder).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    runner.tests("editor tests", node)?;
    Ok(())
}

/// Only the browser tests; `files` restricts them to the named test files.
pub fn e2e(runner: &mut Runner, files: &[String]) -> anyhow::Result<()> {
    let programs = packages::ensure()?;
    browser(runner, &programs, files)
}

/// The tests that drop all views, replay the journal and compare.
pub fn replay(runner: &mut Runner) -> anyhow::Result<()> {
    let replay = strict(runner.cargo(&["test", "--workspace", "--test", "replay"]));
    runner.tests("replay", replay)?;
    Ok(())
}

/// The benchmarks, with the arguments handed on.
pub fn bench(runner: &mut Runner, rest: &[String]) -> anyhow::Result<()> {
    let mut args = vec!["run", "--release", "--package", "benches", "--"];
    args.extend(rest.iter().map(String::as_str));
    let bench = runner.cargo(&args);
    runner.step("bench", bench)?;
    Ok(())
}

/// The rules of the house.
pub fn tidy(runner: &mut Runner) -> anyhow::Result<()> {
    runner.announce("tidy");
    let findings = tidy::findings(runner.root())?;
    for finding in &findings {
        println!("tidy: {finding}");
    }
    if !findings.is_empty() {
        println!("tidy: {} findings", findings.len());
        runner.fail("tidy");
    }
    Ok(())
}

fn lint(runner: &mut Runner) -> anyhow::Result<()> {
    let format = runner.cargo(&["fmt", "--all", "--check"]);
    runner.step("formatting", format)?;
    let clippy = runner.cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]);
    runner.step("clippy", clippy)?;
    tidy(runner)
}

/// Builds the binary, installs the Node packages and runs the browser tests.
fn browser(runner: &mut Runner, programs: &Programs, files: &[String]) -> anyhow::Result<()> {
    let Some(binary) = binary(runner)? else {
        runner.tests_not_run("browser tests (the binary does not build)");
        return Ok(());
    };
    let folder = runner.root().join("e2e");
    if !node_packages(runner, &folder)? {
        runner.tests_not_run("browser tests (their Node packages cannot be installed)");
        return Ok(());
    }
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1", BROWSER_TEST_TIMEOUT]);
    if files.is_empty() {
        node.args(test_files(&folder)?);
    } else {
        node.args(files);
    }
    node.current_dir(&folder)
        .env("CHANCERY_BIN", binary)
        .env("CHROMIUM", &programs.chromium)
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR");
    runner.tests("browser tests", node)?;
    Ok(())
}

/// The binary under test: the one that `CHANCERY_BIN` names, or a fresh build. The build includes the
/// test targets because only then are the dependencies' features those of `cargo test`.
fn binary(runner: &mut Runner) -> anyhow::Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHANCERY_BIN") {
        let named =
            std::path::absolute(PathBuf::from(named)).context("CHANCERY_BIN cannot be made an absolute path")?;
        return Ok(Some(named));
    }
    let build = runner.cargo(&["build", "--workspace", "--bins", "--tests", "--quiet"]);
    if !runner.step("build", build)? {
        return Ok(None);
    }
    let target = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => runner.root().join(folder),
        None => runner.root().join("target"),
    };
    Ok(Some(target.join("debug").join("chancery")))
}

/// Installs the locked Node packages, unless exactly these are there already. Their install scripts do
/// not run: one of them would fetch a Java runtime that the system's packages provide.
fn node_packages(runner: &mut Runner, folder: &Path) -> anyhow::Result<bool> {
    let lock = std::fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{}/package-lock.json cannot be read", folder.display()))?;
    let installed = folder.join("node_modules").join(".installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|text| text == lock) {
        return Ok(true);
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    if !runner.step("npm ci", npm)? {
        return Ok(false);
    }
    std::fs::write(&installed, lock).context("the note of what is installed cannot be written")?;
    Ok(true)
}

/// The test files by name, sorted: a pattern on the command line would need a newer Node.
fn test_files(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).context("e2e/ cannot be read")? {
        let name = entry.context("e2e/ cannot be read")?.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".test.mjs") {
            files.push(name.into_owned());
        }
    }
    files.sort();
    Ok(files)
}

/// Snapshots must match; a new one is a failure, not a file.
fn strict(mut command: Command) -> Command {
    command.env("INSTA_UPDATE", "no").env("CI", "true");
    command
}
