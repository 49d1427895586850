//! What the three engines have in common: texts go in, questions are answered and timed.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// Results on the first page.
pub const PAGE: usize = 10;

/// One line of a corpus, as far as searching it needs.
#[derive(Debug, Clone, Deserialize)]
pub struct Text {
    /// The source's id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The text.
    pub body: String,
    /// The language (BCP 47).
    pub lang: String,
    /// The day, or an instant that begins with it.
    pub date: String,
    /// The source's word for the kind.
    pub kind: Option<String>,
    /// The place of the occasion.
    pub place: Option<String>,
    /// Who speaks.
    pub speakers: Option<Vec<String>>,
}

impl Text {
    /// The day, as `2020-09-22`.
    #[must_use]
    pub fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(&self.date)
    }

    /// The kind as operators name it.
    #[must_use]
    pub fn kind(&self) -> String {
        self.kind.as_deref().unwrap_or_default().to_lowercase().replace(' ', "-")
    }

    /// The speakers in one line.
    #[must_use]
    pub fn speakers(&self) -> String {
        self.speakers.as_deref().unwrap_or_default().join("; ")
    }
}

/// Reads a corpus line by line, packed with gzip or not, and hands each text on with its number from 0.
///
/// # Errors
/// When a line cannot be read or is no text, or whoever gets it fails.
pub fn each_text(corpus: &Path, mut take: impl FnMut(usize, Text) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let file = File::open(corpus).with_context(|| format!("{} cannot be opened", corpus.display()))?;
    let is_packed = corpus.extension().is_some_and(|extension| extension == "gz");
    let input: Box<dyn Read> =
        if is_packed { Box::new(MultiGzDecoder::new(BufReader::new(file))) } else { Box::new(file) };
    for (number, line) in BufReader::with_capacity(1 << 20, input).lines().enumerate() {
        let text = serde_json::from_str(&line?).with_context(|| format!("line {} is no text", number + 1))?;
        take(number, text)?;
    }
    Ok(())
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is typed, operators included.
    pub typed: String,
    /// The language of the editions searched; all of them where none is named.
    pub lang: Option<String>,
}

/// An answer and how long it took.
#[derive(Debug, Clone, Default)]
pub struct Timed {
    /// From the question to the first page.
    pub took: Duration,
    /// Results altogether.
    pub total: u64,
    /// The source's ids of the first page, the best first.
    pub ids: Vec<String>,
}

/// How texts were taken in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Built {
    /// Seconds for the index alone, the texts being in the store already, until everything is found.
    pub seconds: f64,
    /// The same with what is done after that to make the index small.
    pub whole_seconds: f64,
    /// Bytes of the index.
    pub bytes: u64,
    /// Most memory that the process that only indexes held, in bytes; 0 where that was not measured.
    pub memory_bytes: u64,
}

/// A search engine that has taken in a corpus.
pub trait Engine {
    /// Its name in tables.
    fn name(&self) -> &'static str;

    /// How its index was built.
    fn built(&self) -> Built;

    /// Answers questions one after the other; every one was answered once before, so that nothing is read from the disk.
    ///
    /// # Errors
    /// When the engine fails; finding nothing is no failure.
    fn answers(&mut self, questions: &[Question]) -> anyhow::Result<Vec<Timed>>;
}
