//! The programs that the browser tests need, from the system's packages.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// The oldest Node that the browser driver supports.
const NODE_MAJOR_MIN: u32 = 20;
/// The oldest Java that the Nu HTML checker supports.
const JAVA_MAJOR_MIN: u32 = 17;
/// The names under which distributions ship the browser.
const CHROMIUM_NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Where the programs are.
#[derive(Debug)]
pub struct Programs {
    /// The browser.
    pub chromium: PathBuf,
}

/// Finds the programs, and installs the packages of those that are missing.
///
/// # Errors
/// Where a program is missing and cannot be installed, or is too old; the message says what to install.
pub fn ensure() -> anyhow::Result<Programs> {
    let missing = missing();
    if !missing.is_empty() {
        install(&missing)?;
    }
    // Some repositories put npm into the package of Node, where a package of its own would conflict;
    // hence it is asked for only when Node came without it.
    if !runs("npm", "--version") {
        install(&["npm"])?;
    }
    require_major("node", "--version", NODE_MAJOR_MIN)?;
    require_major("java", "-version", JAVA_MAJOR_MIN)?;
    let chromium = chromium().context("no browser was found; install the package chromium")?;
    Ok(Programs { chromium })
}

fn missing() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    if !runs("java", "-version") {
        packages.push("default-jre-headless");
    }
    if !runs("node", "--version") {
        packages.push("nodejs");
    }
    if !has_font("ar") {
        packages.push("fonts-noto-core");
    }
    if !has_font("zh") {
        packages.push("fonts-noto-cjk");
    }
    packages
}

fn install(packages: &[&str]) -> anyhow::Result<()> {
    let list = packages.join(" ");
    let Some(prefix) = rights() else {
        bail!("missing packages: {list}; install them, or run as root or with sudo");
    };
    println!("xtask: installing from the system's packages: {list}");
    apt_get(&prefix, &["update", "--quiet"])?;
    let mut args = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    args.extend(packages);
    apt_get(&prefix, &args).with_context(|| format!("install these packages yourself: {list}"))
}

/// What to put before `apt-get`: nothing for root, `sudo -n` where that works, else it cannot be done.
fn rights() -> Option<Vec<&'static str>> {
    if !runs("apt-get", "--version") {
        return None;
    }
    let id = Command::new("id").arg("-u").output().ok()?;
    if id.stdout.trim_ascii() == b"0" {
        return Some(Vec::new());
    }
    let sudo = Command::new("sudo")
        .args(["-n", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    sudo.is_ok_and(|status| status.success()).then(|| vec!["sudo", "-n"])
}

fn apt_get(prefix: &[&str], args: &[&str]) -> anyhow::Result<()> {
    let mut words = prefix.to_vec();
    // The variable goes through env, because sudo drops the environment.
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    words.extend(args);
    let (program, rest) = words.split_first().context("the command is empty")?;
    let status = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start {program}"))?;
    if !status.success() {
        bail!("apt-get {} failed", args.join(" "));
    }
    Ok(())
}

/// The browser that `CHROMIUM` names, or the first of the known names that starts.
fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named));
    }
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    CHROMIUM_NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

fn runs(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn has_font(language: &str) -> bool {
    Command::new("fc-list")
        .arg(format!(":lang={language}"))
        .output()
        .is_ok_and(|output| !output.stdout.trim_ascii().is_empty())
}

fn require_major(program: &str, argument: &str, major_min: u32) -> anyhow::Result<()> {
    let output =
        Command::new(program).arg(argument).output().with_context(|| format!("{program} cannot be started"))?;
    // Java prints its version to the error stream.
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    match major(&text) {
        Some(found) if found >= major_min => Ok(()),
        Some(found) => bail!("{program} {found} is too old: version {major_min} or newer is needed"),
        None => bail!("{program} {argument} prints no version that can be read"),
    }
}

/// The first number of a version text: `v20.20.2` is 20, `openjdk version "17.0.15"` is 17.
fn major(text: &str) -> Option<u32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = text[start..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_programs_print() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("openjdk version \"17.0.15\" 2025-04-15"), Some(17));
        assert_eq!(major("no version"), None);
    }
}
