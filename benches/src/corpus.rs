//! The corpus: messages of an invented mission as JSON Lines, the same bytes from the same seed on every machine.

mod dice;
mod words;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

pub use dice::Dice;
pub use words::{ENGLISH, KINDS, RUSSIAN, Words};

/// The seed of the benchmarks' own corpus.
pub const SEED: u64 = 20_200_922;
/// The corpus's first day, as seconds since 1970: 3 January 2005.
const FIRST_DAY_SECONDS: i64 = 1_104_710_400;
/// Days over which the messages are spread: twenty years.
const DAYS: u64 = 7_305;
/// One message in this many has a second edition in Russian.
const TRANSLATED_EVERY: u64 = 8;
/// Share of transcripts with questions and answers, in per cent.
const TRANSCRIPTS_PERCENT: usize = 25;
/// Share of messages of which the source knows the day only, in per cent.
const DAYS_ONLY_PERCENT: usize = 10;

/// What a corpus is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// Lines; each is one edition of a message.
    pub messages: u64,
    /// Mean size of a body in bytes; single ones have between half and one and a half times as much.
    pub bytes: usize,
    /// The seed.
    pub seed: u64,
}

/// One line, in the words of the import's format.
#[derive(Debug, Serialize)]
struct Line {
    id: String,
    title: String,
    body: String,
    lang: &'static str,
    date: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<&'static str>,
    topics: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_group: Option<String>,
    source: &'static str,
}

/// Writes a corpus to a file, which has its name only when it is whole. Gives its size in bytes.
///
/// # Errors
/// When the disk fails.
pub fn write(recipe: Recipe, to: &Path) -> anyhow::Result<u64> {
    let partial = to.with_extension("partial");
    let file = File::create(&partial).with_context(|| format!("{} cannot be made", partial.display()))?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    lines(recipe, &mut out).with_context(|| format!("{} cannot be written", partial.display()))?;
    out.flush().with_context(|| format!("{} cannot be written", partial.display()))?;
    fs::rename(&partial, to).with_context(|| format!("{} cannot be named", to.display()))?;
    Ok(fs::metadata(to)?.len())
}

/// Writes the lines of a corpus.
///
/// # Errors
/// When the output fails.
pub fn lines(recipe: Recipe, out: &mut impl Write) -> io::Result<()> {
    for number in 0..recipe.messages {
        serde_json::to_writer(&mut *out, &line(recipe, number))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// A text of about so many bytes in English paragraphs, for a correction.
#[must_use]
pub fn text(seed: u64, bytes: usize) -> String {
    paragraphs(&mut Dice::of(SEED ^ 0xC0_44EC, seed), &ENGLISH, bytes)
}

/// A text of about so many bytes in English with questions and answers, for somebody who writes one.
#[must_use]
pub fn conversation(seed: u64, bytes: usize) -> String {
    let mut dice = Dice::of(SEED ^ 0x1A_7E57, seed);
    let person = dice.below(ENGLISH.persons.len());
    transcript(&mut dice, &ENGLISH, person, bytes)
}

/// Dice for a measurement's own use, the same from the same number.
#[must_use]
pub fn dice(number: u64) -> Dice {
    Dice::of(SEED ^ 0xD1_CE, number)
}

/// A message in English that is followed by its Russian edition, or is that edition.
fn is_translated(number: u64) -> bool {
    number % TRANSLATED_EVERY < 2
}

fn line(recipe: Recipe, number: u64) -> Line {
    let is_translation = is_translated(number) && number % TRANSLATED_EVERY == 1;
    // Both editions of a message throw the same dice for what they share: kind, place, speaker, day.
    let message = number - u64::from(is_translation);
    let words = if is_translation { &RUSSIAN } else { &ENGLISH };
    let mut shared = Dice::of(recipe.seed, message);
    let (kind, is_transcript) = kind(&mut shared);
    let (place, person) = (shared.below(words.places.len()), shared.below(words.persons.len()));
    let (has_place, has_speaker) = (shared.hits(60), is_transcript || shared.hits(40));
    let topic = shared.below(words.topics.len());
    let instant = instant(&mut shared, recipe.messages, message);
    let day_only = shared.hits(DAYS_ONLY_PERCENT);
    let mut own = Dice::of(!recipe.seed, number);
    let bytes = recipe.bytes / 2 + own.below(recipe.bytes.max(1));
    let body =
        if is_transcript { transcript(&mut own, words, person, bytes) } else { paragraphs(&mut own, words, bytes) };
    let day = instant.strftime("%Y-%m-%d").to_string();
    Line {
        id: format!("item-{number}"),
        title: format!("{} {}, {}", words.title_starts[kind], own.pick(words.themes), words.places[place]),
        body,
        lang: words.lang,
        date: if day_only { day.clone() } else { instant.to_string() },
        kind: words::KINDS[kind],
        place: has_place.then_some(words.places[place]),
        event_date: has_place.then_some(day),
        speakers: if has_speaker { vec![words.persons[person]] } else { vec![] },
        topics: vec![words.topics[topic]],
        translation_group: is_translated(number).then(|| format!("group-{message}")),
        source: "Press archive of the mission",
    }
}

/// A kind and whether it is a transcript: interviews, press conferences and briefings are.
fn kind(dice: &mut Dice) -> (usize, bool) {
    let transcripts = 3..6;
    if dice.hits(TRANSCRIPTS_PERCENT) {
        return (transcripts.start + dice.below(transcripts.len()), true);
    }
    let kind = dice.below(words::KINDS.len() - transcripts.len());
    (if kind < transcripts.start { kind } else { kind + transcripts.len() }, false)
}

/// An instant by day: messages come in the order of their numbers, at working hours.
fn instant(dice: &mut Dice, messages: u64, message: u64) -> Timestamp {
    let day = message.saturating_mul(DAYS) / messages.max(1);
    let second = 7 * 3_600 + dice.below(11 * 3_600);
    let seconds = FIRST_DAY_SECONDS + i64::try_from(day * 86_400 + second as u64).unwrap_or_default();
    Timestamp::UNIX_EPOCH.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or_default()
}

fn paragraphs(dice: &mut Dice, words: &Words, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 256);
    while text.len() < bytes {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let sentences = 2 + dice.below(5);
        for nth in 0..sentences {
            if nth > 0 {
                text.push(' ');
            }
            sentence(dice, words, &mut text);
        }
    }
    text
}

fn transcript(dice: &mut Dice, words: &Words, person: usize, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 512);
    sentence(dice, words, &mut text);
    while text.len() < bytes {
        text.push_str(&format!("\n\n{}: {} ", words.question, dice.pick(words.asks)));
        clause(dice, words, &mut text);
        text.push_str(&format!("?\n\n{}: ", words.persons[person]));
        let paragraphs = 1 + dice.below(3);
        for nth in 0..paragraphs {
            if nth > 0 {
                text.push_str("\n\n");
            }
            let sentences = 2 + dice.below(4);
            for nth in 0..sentences {
                if nth > 0 {
                    text.push(' ');
                }
                sentence(dice, words, &mut text);
            }
        }
    }
    text
}

fn sentence(dice: &mut Dice, words: &Words, text: &mut String) {
    let start = text.len();
    if dice.hits(35) {
        text.push_str(dice.pick(words.openings));
        text.push(' ');
    }
    clause(dice, words, text);
    if dice.hits(30) {
        text.push_str(" (");
        text.push_str(dice.pick(words.places));
        text.push_str(&format!(", {})", 1_950 + dice.below(75)));
    }
    text.push('.');
    let first: String = text[start..].chars().take(1).flat_map(char::to_uppercase).collect();
    let old = text[start..].chars().next().map_or(0, char::len_utf8);
    text.replace_range(start..start + old, &first);
}

fn clause(dice: &mut Dice, words: &Words, text: &mut String) {
    for (part, end) in [(words.subjects, " "), (words.verbs, " "), (words.objects, "")] {
        text.push_str(dice.pick(part));
        text.push_str(end);
    }
    if dice.hits(70) {
        text.push(' ');
        text.push_str(dice.pick(words.tails));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Recipe = Recipe { messages: 400, bytes: 2_000, seed: 5 };

    fn read() -> Vec<serde_json::Value> {
        let mut out = vec![];
        lines(SMALL, &mut out).unwrap();
        out.split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect()
    }

    #[test]
    fn the_same_recipe_gives_the_same_bytes_and_another_seed_others() {
        let bytes = |seed| {
            let mut out = vec![];
            lines(Recipe { messages: 20, seed, ..SMALL }, &mut out).unwrap();
            out
        };
        assert_eq!(bytes(5), bytes(5));
        assert_ne!(bytes(5), bytes(6));
    }

    #[test]
    fn bodies_have_the_size_asked_for_on_average() {
        let lines = read();
        let sum: usize = lines.iter().map(|line| line["body"].as_str().unwrap().len()).sum();
        let mean = sum / lines.len();
        assert!((1_800..2_500).contains(&mean), "{mean}");
    }

    #[test]
    fn a_translated_message_has_two_editions_of_one_kind_place_and_day() {
        let lines = read();
        let (en, ru) = (&lines[8], &lines[9]);
        assert_eq!((en["lang"].as_str(), ru["lang"].as_str()), (Some("en"), Some("ru")));
        for field in ["translation_group", "kind", "date", "event_date"] {
            assert_eq!(en[field], ru[field], "{field}");
        }
        assert!(lines[10].get("translation_group").is_none());
    }

    #[test]
    fn transcripts_have_questions_and_named_answers_in_both_languages() {
        let lines = read();
        for (lang, question) in [("en", "\n\nQuestion: "), ("ru", "\n\nВопрос: ")] {
            let found = lines
                .iter()
                .filter(|line| line["lang"] == lang)
                .find(|line| line["body"].as_str().unwrap().contains(question));
            let found = found.expect("a corpus has transcripts in both languages");
            let answer = format!("\n\n{}: ", found["speakers"][0].as_str().unwrap());
            assert!(found["body"].as_str().unwrap().contains(&answer));
        }
    }

    #[test]
    fn the_messages_are_spread_over_twenty_years() {
        let lines = read();
        assert!(lines[0]["date"].as_str().unwrap().starts_with("2005-01"));
        assert!(
            lines[399]["date"].as_str().unwrap().starts_with("2024-1")
                || lines[399]["date"].as_str().unwrap().starts_with("2025-01")
        );
    }
}
