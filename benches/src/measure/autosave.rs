//! One editor at work: the requests that the desk's script sends while somebody writes, and how long each one takes.

use std::net::SocketAddr;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use document::{ParseOptions, from_plain};
use newsroom::Manuscript;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::corpus::{self, ENGLISH, KINDS};
use crate::reader::{Reader, Response};
use crate::staff::Author;

/// Bytes of a text: what a message of the corpus has on average.
const TEXT_BYTES: usize = 7_000;
/// How often a text is saved while somebody types without a pause.
const PERIOD: Duration = Duration::from_secs(2);
/// The name of the session's cookie over http on one's own machine.
const COOKIE: &str = "desk";
/// Where the first words of a text stand in its JSON.
const FIRST_WORDS: &str = "/nodes/0/block/body/paragraph/spans/0/text";
/// The kind of running texts, by its place among the corpus's kinds.
const STATEMENT: usize = 0;
/// The kind of transcripts.
const INTERVIEW: usize = 3;
/// Characters of an answer that are told when it is not what was expected.
const TOLD_CHARS_MAX: usize = 300;

/// Somebody who writes and whose text is saved.
pub struct Editor<'a> {
    /// Who that is.
    pub author: &'a Author,
    /// The revision that was acknowledged last; 0 before the first.
    pub revision: u64,
    document: Value,
    opening: String,
    is_transcript: bool,
    saves: u64,
}

/// What a save is answered, as far as the next one needs it.
#[derive(Deserialize)]
struct Saved {
    revision: u64,
    #[serde(default)]
    document: Option<Value>,
}

impl<'a> Editor<'a> {
    /// An editor before the first save. Every other one writes a transcript, the rest running text.
    ///
    /// # Errors
    /// When the text does not begin with a paragraph.
    pub fn at(author: &'a Author) -> anyhow::Result<Self> {
        let is_transcript = author.number.is_multiple_of(2);
        let text = if is_transcript { corpus::conversation } else { corpus::text }(author.number, TEXT_BYTES);
        let options = ParseOptions { speakers: &[], lang: author.lang.as_str() };
        let mut mint = Manuscript::mint(&author.message, &author.lang, "autosave");
        let document = serde_json::to_value(from_plain(&text, &options, &mut mint).document)?;
        let opening = document.pointer(FIRST_WORDS).and_then(Value::as_str);
        let opening = opening.context("the text does not begin with a paragraph")?.to_owned();
        Ok(Self { author, revision: 0, document, opening, is_transcript, saves: 0 })
    }

    /// Changes the text and saves it; gives the time from the first byte sent to the last one read.
    ///
    /// # Errors
    /// When the connection breaks, the answer is any but 200, or nothing new was saved.
    pub fn save(&mut self, reader: &mut Reader) -> anyhow::Result<Duration> {
        self.saves += 1;
        let words = format!("{} {}", self.words(), self.opening);
        *self.document.pointer_mut(FIRST_WORDS).context("the text has lost its first paragraph")? = words.into();
        let body = serde_json::to_vec(&self.request())?;
        let path = format!("/desk/write/{}/{}/save", self.author.message, self.author.lang);
        let cookie = format!("{COOKIE}={}", self.author.token);
        let start = Instant::now();
        let answer = reader.post(&path, &cookie, &body)?;
        let took = start.elapsed();
        self.take_in(&answer).with_context(|| format!("author {}, save {}", self.author.number, self.saves))?;
        Ok(took)
    }

    /// Words that no other save has, at the beginning of the text.
    #[must_use]
    pub fn words(&self) -> String {
        format!("Draft {} of author {}.", self.saves, self.author.number)
    }

    /// Saves on a connection of its own, for the first time after `wait` and then at every period, until `seconds`
    /// are over. A save that is late delays those after it, as the script does.
    ///
    /// # Errors
    /// As [`Editor::save`].
    pub fn write(&mut self, address: SocketAddr, wait: Duration, seconds: u64) -> anyhow::Result<Vec<Duration>> {
        let end = Instant::now() + Duration::from_secs(seconds);
        let mut next = Instant::now() + wait;
        let mut reader = Reader::connect(address)?;
        let mut taken = vec![];
        while next < end {
            sleep(next.saturating_duration_since(Instant::now()));
            taken.push(self.save(&mut reader)?);
            next = (next + PERIOD).max(Instant::now());
        }
        Ok(taken)
    }

    fn request(&self) -> Value {
        let pick = |from: &[&'static str]| from[usize::try_from(self.author.number).unwrap_or_default() % from.len()];
        let place = pick(ENGLISH.places);
        let kind = if self.is_transcript { INTERVIEW } else { STATEMENT };
        json!({
            "base": self.revision,
            "fields": {
                "title": format!("{} {}, {place}", ENGLISH.title_starts[kind], pick(ENGLISH.themes)),
                "kind": KINDS[kind],
                "occasion_date": "2024-05-13",
                "place": place,
                "speakers": [pick(ENGLISH.persons)],
                "topics": [pick(ENGLISH.topics)],
            },
            "document": self.document,
        })
    }

    fn take_in(&mut self, answer: &Response) -> anyhow::Result<()> {
        let told = || String::from_utf8_lossy(&answer.body).chars().take(TOLD_CHARS_MAX).collect::<String>();
        if answer.status != 200 {
            bail!("saving answers {}: {}", answer.status, told());
        }
        let saved: Saved = serde_json::from_slice(&answer.body).with_context(told)?;
        if saved.revision <= self.revision {
            bail!("revision {} came after revision {}: nothing was saved", saved.revision, self.revision);
        }
        self.revision = saved.revision;
        if let Some(document) = saved.document {
            self.document = document;
        }
        Ok(())
    }
}

/// When an editor's first save of a round comes: spread over the period without a pattern, so that saves meet as those
/// of people do.
#[must_use]
pub fn first_wait(editor: usize, round: usize) -> Duration {
    let period = usize::try_from(PERIOD.as_millis()).unwrap_or(usize::MAX);
    let mut dice = corpus::dice(u64::try_from(editor * 1_000 + round).unwrap_or_default());
    Duration::from_millis(u64::try_from(dice.below(period)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(number: u64) -> Author {
        Author::unknown(number)
    }

    fn answer(status: u16, body: &str) -> Response {
        Response { status, headers: vec![], body: body.into() }
    }

    #[test]
    fn a_text_of_seven_kilobytes_is_sent_with_what_it_is_based_on() {
        for number in 0..4 {
            let author = author(number);
            let editor = Editor::at(&author).unwrap();
            let request = editor.request();
            assert_eq!(request["base"], 0);
            let bytes = request["document"].to_string().len();
            assert!((TEXT_BYTES..4 * TEXT_BYTES).contains(&bytes), "{bytes}");
        }
    }

    #[test]
    fn the_next_save_is_based_on_the_last_answer() {
        let author = author(1);
        let mut editor = Editor::at(&author).unwrap();
        editor.take_in(&answer(200, r#"{"revision":4,"saved_at":"10:00","others":[],"checks":[]}"#)).unwrap();
        assert_eq!(editor.request()["base"], 4);
    }

    #[test]
    fn an_answer_that_saved_nothing_fails_the_measurement() {
        let author = author(1);
        let mut editor = Editor::at(&author).unwrap();
        let conflict = editor.take_in(&answer(409, r#"{"revision":9}"#)).unwrap_err().to_string();
        assert!(conflict.contains("409") && conflict.contains("revision"), "{conflict}");
        assert!(editor.take_in(&answer(200, r#"{"revision":0}"#)).is_err());
    }

    #[test]
    fn first_saves_are_spread_over_the_period() {
        let waits: Vec<Duration> = (0..20).map(|editor| first_wait(editor, 0)).collect();
        assert!(waits.iter().all(|wait| *wait < PERIOD));
        assert!(waits.iter().any(|wait| *wait < PERIOD / 4) && waits.iter().any(|wait| *wait > PERIOD * 3 / 4));
    }
}
