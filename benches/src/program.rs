//! Other programs: building `chancery`, running it to its end, serving with it, and what a process holds in memory.

use std::fs::{self, File};
use std::io::Read as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

/// Between two looks at a process that is at work: short beside what is measured in seconds.
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);
/// How long a server may take until it answers.
const START_MAX: Duration = Duration::from_secs(60);

/// Builds `chancery` in release beside this program and gives its path.
///
/// # Errors
/// When it does not build, or was never built and must not be.
pub fn chancery(build: bool) -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe().context("this program does not know where it is")?;
    let folder = own.parent().context("this program is in no folder")?;
    if build {
        let target = folder.parent().context("this program is in no build folder")?;
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args(["build", "--quiet", "--release", "--package", "chancery", "--target-dir"])
            .arg(target)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .context("cargo cannot be started")?;
        if !status.success() {
            bail!("chancery does not build");
        }
    }
    let program = folder.join("chancery");
    if !program.is_file() {
        bail!("there is no chancery beside this program; build it with: cargo build --release -p chancery");
    }
    Ok(program)
}

/// Installs packages of the system, as its administrator.
///
/// # Errors
/// When there is no `apt-get` or it fails.
pub fn install(packages: &[&str]) -> anyhow::Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| find(program_of(package)).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("installing: {}", missing.join(", "));
    let status = Command::new("apt-get")
        .args(["install", "--yes", "--no-install-recommends"])
        .args(&missing)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null())
        .status()
        .context("apt-get cannot be started; install nginx and wrk by hand and leave --install out")?;
    if !status.success() {
        bail!("apt-get cannot install {}; run it by hand and leave --install out", missing.join(" and "));
    }
    Ok(())
}

fn program_of(package: &str) -> &str {
    package.split('-').next().unwrap_or(package)
}

/// Where a program is, if it is installed. Servers live in folders that are not on everybody's path.
#[must_use]
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let more = ["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from);
    std::env::split_paths(&path).chain(more).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A port of this machine's own address that nobody listens on.
///
/// # Errors
/// When the system has none.
pub fn free_port() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

/// How a program went that ran to its end.
#[derive(Debug)]
pub struct Ran {
    /// From its start to its end.
    pub took: Duration,
    /// Processor time of all its threads, in seconds: what it would still cost on an idle machine.
    pub processor_seconds: f64,
    /// Most memory it held at one time, in bytes (`VmHWM` of proc(5)); 0 where the system does not say.
    pub memory_peak_bytes: u64,
    /// The same without pages of mapped files, which the system takes back when it needs them (`RssAnon`, looked at some times
    /// a second).
    pub own_memory_peak_bytes: u64,
    /// The end of what it said.
    pub last_words: String,
}

/// Runs a program to its end; what it says goes to a file, of which the last lines are given back.
///
/// # Errors
/// When it cannot be started or ends with another status than 0.
pub fn run(command: &mut Command, said: &Path) -> anyhow::Result<Ran> {
    let out = File::create(said).with_context(|| format!("{} cannot be made", said.display()))?;
    command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out);
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("{command:?} cannot be started"))?;
    let (mut memory_peak_bytes, mut own_memory_peak_bytes, mut processor_seconds) = (0, 0, 0.0_f64);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        let held = memory(child.id());
        memory_peak_bytes = memory_peak_bytes.max(held.peak);
        own_memory_peak_bytes = own_memory_peak_bytes.max(held.own);
        let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
        processor_seconds = processor_seconds.max(processor_seconds_in(&stat).unwrap_or_default());
        std::thread::sleep(BETWEEN_LOOKS);
    };
    let took = start.elapsed();
    let last_words = tail(said)?;
    if !status.success() {
        bail!("{command:?} ended with {status}: {last_words}");
    }
    Ok(Ran { took, processor_seconds, memory_peak_bytes, own_memory_peak_bytes, last_words })
}

/// User and system time in a line of `/proc/PID/stat` (proc(5): fields 14 and 15, in hundredths of a second on Linux).
fn processor_seconds_in(stat: &str) -> Option<f64> {
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(11);
    let (user, system): (f64, f64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) / 100.0)
}

fn tail(file: &Path) -> anyhow::Result<String> {
    let mut text = Vec::new();
    File::open(file)?.read_to_end(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    Ok(lines[lines.len().saturating_sub(4)..].join("; "))
}

/// What a process holds in memory, in bytes (proc(5)); zeros where the system does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    /// Now, shared pages of files included.
    pub now: u64,
    /// Now, its own only.
    pub own: u64,
    /// The most there was.
    pub peak: u64,
}

/// What a process holds in memory.
#[must_use]
pub fn memory(pid: u32) -> Memory {
    fs::read_to_string(format!("/proc/{pid}/status")).map(|status| memory_in(&status)).unwrap_or_default()
}

fn memory_in(status: &str) -> Memory {
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kib| kib * 1_024)
    };
    Memory {
        now: field("VmRSS").unwrap_or_default(),
        own: field("RssAnon").unwrap_or_default(),
        peak: field("VmHWM").unwrap_or_default(),
    }
}

/// A server that ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first answer with status 200.
    pub took: Duration,
}

impl Server {
    /// Starts a server that will listen at `address` and waits until it answers `path` with 200.
    ///
    /// # Errors
    /// When it ends or does not answer within a minute.
    pub fn start(command: &mut Command, address: SocketAddr, path: &str) -> anyhow::Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit());
        let start = Instant::now();
        let child = command.spawn().with_context(|| format!("{command:?} cannot be started"))?;
        let mut server = Self { child, address, took: Duration::ZERO };
        loop {
            if let Ok(mut reader) = crate::reader::Reader::connect(address)
                && reader.page(path).is_ok()
            {
                server.took = start.elapsed();
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait()? {
                bail!("{command:?} ended with {status} before it answered");
            }
            if start.elapsed() > START_MAX {
                bail!("{command:?} does not answer {path}");
            }
            std::thread::sleep(Duration::from_micros(500));
        }
    }

    /// The process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // An end in order first, so that children and temporary files go too; the hard way if that takes too long.
        let asked = Command::new("kill").arg(self.child.id().to_string()).stderr(Stdio::null()).status();
        let patience = Instant::now();
        while asked.is_ok() && patience.elapsed() < Duration::from_secs(8) {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_the_systems_own_words() {
        let status = "Name:\tx\nVmHWM:\t   2048 kB\nVmRSS:\t    1024 kB\nRssAnon:\t     512 kB\n";
        assert_eq!(memory_in(status), Memory { now: 1 << 20, own: 1 << 19, peak: 2 << 20 });
        assert_eq!(memory_in(""), Memory::default());
    }

    #[test]
    fn processor_time_is_read_past_a_name_with_brackets() {
        let stat = "42 (a (b) c) R 1 42 42 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 3 0 100 0 0";
        assert_eq!(processor_seconds_in(stat), Some(3.0));
        assert_eq!(processor_seconds_in(""), None);
    }
}
