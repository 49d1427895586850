//! `chancery transcript`: who said what in a text, as JSON for other programs.

use std::fs::File;
use std::io::{Read, stdin};
use std::path::Path;

use anyhow::{Context as _, bail};
use document::{
    ParseOptions, Said, Transcript, transcript_from_docx, transcript_from_html, transcript_from_markdown,
    transcript_from_plain,
};
use serde::Serialize;

use crate::Outcome;
use crate::cli::Transcribe;
use crate::output::{Lines, complain, one_line};

/// Largest file that is read: a thousand times an ordinary transcript, and more than a Word file may have.
const FILE_BYTES_MAX: u64 = 64 << 20;

/// One file's turns.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    turns: Vec<Turn<'a>>,
}

/// One turn as other programs get it.
#[derive(Serialize)]
struct Turn<'a> {
    label: Option<&'a str>,
    printed: Option<&'a str>,
    speaker: Option<&'a str>,
    role: &'static str,
    paragraphs: &'a [String],
    confidence: f32,
    why: Vec<&'static str>,
}

impl<'a> Turn<'a> {
    fn of(said: &'a Said) -> Turn<'a> {
        Turn {
            label: said.label.as_deref(),
            printed: said.printed.as_deref(),
            speaker: said.speaker.as_deref(),
            role: said.role.as_str(),
            paragraphs: &said.paragraphs,
            confidence: said.confidence,
            why: said.why.iter().map(|cue| cue.sentence()).collect(),
        }
    }
}

/// Carries the command out: a line of JSON for each file that can be read, a sentence for each that cannot.
///
/// # Errors
/// When standard output cannot be written.
pub fn run(arguments: &Transcribe) -> anyhow::Result<Outcome> {
    let several = arguments.paths.len() > 1;
    let mut lines = Lines::standard();
    let mut outcome = Outcome::Done;
    for path in &arguments.paths {
        let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
        match read(path, &name) {
            Ok(transcript) => {
                let turns = transcript.turns.iter().map(Turn::of).collect();
                let told = Told { file: several.then_some(name.as_str()), turns };
                let json = serde_json::to_string(&told).context("the turns cannot be written as JSON")?;
                lines.line(&json).context("standard output cannot be written")?;
            }
            Err(error) => {
                complain(&one_line(&format!("{error:#}")));
                outcome = Outcome::Incomplete;
            }
        }
    }
    lines.flush().context("standard output cannot be written")?;
    Ok(outcome)
}

/// Reads one file; each error is a sentence that begins with its name.
fn read(path: &Path, name: &str) -> anyhow::Result<Transcript> {
    let bytes = bytes(path, name)?;
    let options = ParseOptions::default();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    // A zip package, and the container of old and of encrypted Word files: only the reader can tell them apart.
    let is_package = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let transcript = if is_package || (ending == "docx" && !bytes.is_empty()) {
        transcript_from_docx(&bytes, &options).map_err(|error| anyhow::anyhow!("{name} was not read. {error}"))?
    } else {
        let text = text(&bytes, name)?;
        match ending.as_str() {
            "md" | "markdown" => transcript_from_markdown(&text, &options),
            "html" | "htm" | "xhtml" => transcript_from_html(&text, &options),
            "txt" | "text" => transcript_from_plain(&text, &options),
            _ if looks_like_html(&text) => transcript_from_html(&text, &options),
            _ => transcript_from_plain(&text, &options),
        }
    };
    if transcript.turns.is_empty() {
        bail!("{name} holds no text; name a file with a transcript in it");
    }
    Ok(transcript)
}

fn bytes(path: &Path, name: &str) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let unreadable = || format!("{name} cannot be read");
    if path == Path::new("-") {
        stdin().take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).with_context(unreadable)?;
    } else {
        let file = File::open(path).with_context(unreadable)?;
        if file.metadata().with_context(unreadable)?.is_dir() {
            bail!("{name} is a directory; name the files in it");
        }
        file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).with_context(unreadable)?;
    }
    if bytes.len() as u64 > FILE_BYTES_MAX {
        bail!("{name} has more than {} MB; split it into its transcripts", FILE_BYTES_MAX >> 20);
    }
    Ok(bytes)
}

/// The text of a file that is no package: UTF-8, or UTF-16 with a byte order mark.
fn text(bytes: &[u8], name: &str) -> anyhow::Result<String> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ if bytes.starts_with(b"%PDF-") => {
            bail!("{name} is a PDF; save its text as a .txt or .docx file and name that")
        }
        _ if bytes.contains(&0) => None,
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    let Some(text) = text else {
        bail!("{name} is not text in UTF-8, nor a Word file; save it as UTF-8 text, HTML, Markdown or .docx");
    };
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        bail!("{name} is empty; name a file with a transcript in it");
    }
    Ok(text)
}

/// Whether a text of unknown kind is a page: it begins with a document type, or with an element that only pages begin with.
fn looks_like_html(text: &str) -> bool {
    let start: String =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').chars().take(15).collect();
    let start = start.to_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"].iter().any(|sign| start.starts_with(sign))
}
