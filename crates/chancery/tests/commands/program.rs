//! Runs the real program as its user would.

use std::borrow::BorrowMut;
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

/// What a run came to.
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The program, ready to be given arguments.
pub fn chancery() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.env_remove("CHANCERY_LOG").env_remove("COLUMNS").stdin(Stdio::null());
    command
}

/// Runs the program to its end.
pub fn run(arguments: &[&str]) -> Run {
    let output = chancery().args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A new site in a temporary directory.
pub struct Site {
    _dir: tempfile::TempDir,
    /// Its directory.
    pub path: PathBuf,
}

impl Site {
    /// Makes an invented mission's site.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("press");
        let made = run(&[
            "init",
            path.to_str().unwrap(),
            "--name",
            "Embassy of Aurelia",
            "--zone",
            "Europe/London",
            "--languages",
            "en,fr",
        ]);
        assert_eq!(made.status, 0, "{}", made.err);
        Self { _dir: dir, path }
    }

    /// Its directory as an argument.
    pub fn arg(&self) -> &str {
        self.path.to_str().unwrap()
    }

    /// Runs a command on it.
    pub fn run(&self, arguments: &[&str]) -> Run {
        run(&[arguments, &["--site", self.arg()]].concat())
    }
}

/// The one sentence of a refusal: exit status 1, nothing on standard output, one line on standard error.
pub fn refusal(run: &Run) -> String {
    assert_eq!(run.status, 1, "{} {}", run.out, run.err);
    assert_eq!(run.out, "");
    let sentence = run.err.strip_prefix("chancery: ").unwrap_or_else(|| panic!("no sentence: {}", run.err));
    let sentence = sentence.strip_suffix('\n').unwrap();
    assert!(!sentence.contains('\n'), "more than one line: {sentence}");
    sentence.to_owned()
}

/// A server that runs until it is dropped.
pub struct Serving {
    child: Child,
    out: BufReader<ChildStdout>,
    log: Option<Lines<BufReader<ChildStderr>>>,
    /// Its address, `127.0.0.1:40123`.
    pub address: String,
}

impl Serving {
    /// Starts a command that serves and waits until it says where.
    pub fn start(mut command: impl BorrowMut<Command>) -> Self {
        let mut child = command.borrow_mut().stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address = line
            .trim_end()
            .strip_suffix('/')
            .and_then(|line| line.rsplit_once("http://"))
            .map(|(_, address)| address.to_owned());
        Self { child, out, log: None, address: address.unwrap_or_else(|| panic!("not ready: {line:?}")) }
    }

    /// The rest of standard output up to a line that holds `words`.
    pub fn read_until(&mut self, words: &str) -> String {
        let mut text = String::new();
        while !text.contains(words) {
            assert_ne!(self.out.read_line(&mut text).unwrap(), 0, "{words:?} never came: {text}");
        }
        text
    }

    /// Waits for a line of the log; standard error must be a pipe.
    pub fn log_until(&mut self, words: &str) {
        let log = self.child.stderr.take().expect("standard error is a pipe");
        let mut lines = BufReader::new(log).lines();
        assert!(lines.any(|line| line.unwrap().contains(words)), "{words:?} never came");
        // The pipe stays open, so that the server can go on logging.
        self.log = Some(lines);
    }

    /// The answer to a GET, head and body.
    pub fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    /// Sends a signal (`INT`, `TERM`) and gives the exit status and the rest of standard output.
    pub fn stop(mut self, signal: &str) -> (i32, String) {
        let sent = Command::new("kill").arg(format!("-{signal}")).arg(self.child.id().to_string()).status().unwrap();
        assert!(sent.success());
        let status = self.child.wait().unwrap().code().unwrap();
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        (status, rest)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Ends what a failed test left running; after `stop` there is nothing to kill any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Writes a file of JSON Lines with invented messages and gives its path.
pub fn messages(dir: &Path, name: &str, ids: impl Iterator<Item = u32>) -> PathBuf {
    let path = dir.join(name);
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    for id in ids {
        writeln!(
            file,
            r#"{{"id":"{id}","lang":"en","title":"Note {id} of the press office","body":"The embassy opens its reading room {id} times a year.\n\nAll are welcome.","date":"2026-03-{:02}"}}"#,
            id % 28 + 1
        )
        .unwrap();
    }
    file.flush().unwrap();
    path
}
