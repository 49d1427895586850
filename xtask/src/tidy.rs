//! The rules of the house that no compiler checks: arrows between crates, words that must not stand in
//! a file, and manuals that must stay true.
//!
//! Every rule is a function from what was read to findings, so that its tests need no repository.

mod arrows;
mod commands;
mod map;
mod text;

use std::fmt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

/// One breach of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file or crate that breaks the rule.
    pub place: String,
    /// The line, counted from 1; 0 where the finding concerns the whole.
    pub line: usize,
    /// What is wrong and what to do.
    pub says: String,
}

impl Finding {
    /// A finding about a whole file or crate.
    pub fn of(place: impl Into<String>, says: impl Into<String>) -> Self {
        Finding::at(place, 0, says)
    }

    /// A finding about one line, counted from 1.
    pub fn at(place: impl Into<String>, line: usize, says: impl Into<String>) -> Self {
        Finding { place: place.into(), line, says: says.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.place, self.says),
            line => write!(f, "{}:{line}: {}", self.place, self.says),
        }
    }
}

/// One text file of the project.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path from the workspace's root, with forward slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The part after the last dot of the path, or nothing.
    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, end)| end)
    }
}

/// Checks every rule on the workspace in `root`.
///
/// # Errors
/// Where git or cargo cannot be asked, or a file cannot be read.
pub fn findings(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let sources = sources(root)?;
    let mut findings = arrows::findings(&arrows::Graph::read(root)?);
    findings.extend(text::findings(&sources));
    findings.extend(map::findings(&sources));
    findings.extend(commands::findings(&sources));
    findings.sort();
    Ok(findings)
}

/// The project's text files: those that git tracks and those that it would. Files that are not UTF-8
/// are pictures or test data and have no words to check.
fn sources(root: &Path) -> anyhow::Result<Vec<Source>> {
    // The option lets it work where the folder belongs to another user, as in containers.
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .args(["--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git cannot be started")?;
    if !output.status.success() {
        bail!("git cannot list the files: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let mut sources = Vec::new();
    for path in output.stdout.split(|byte| *byte == 0) {
        let path = String::from_utf8_lossy(path).into_owned();
        let whole = root.join(&path);
        // A tracked file that was just deleted is still listed; a link is checked where it points to.
        if path.is_empty() || whole.is_symlink() || !whole.is_file() {
            continue;
        }
        let bytes = std::fs::read(&whole).with_context(|| format!("{path} cannot be read"))?;
        if let Ok(text) = String::from_utf8(bytes) {
            sources.push(Source { path, text });
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}
