//! A corpus to be searched: messages of 7 kB with the vocabulary of real texts, the same from the same seed.
//!
//! Where the shared collection is there, English and Chinese are made of its sentences, thrown together, with one word in twenty drawn
//! anew from all its words: that keeps the frequencies of words and makes phrases that stand nowhere else. Elsewhere, and for Russian and
//! Arabic always, words are invented, with frequencies by Zipf's law (the word of rank r as often as 1/r).

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::Context as _;
use serde_json::json;

use super::engine::each_text;
use crate::corpus::{Dice, ENGLISH, KINDS};

/// The seed.
const SEED: u64 = 4_202_611;
/// Invented words of a language: about what a million words of newspaper have.
const VOCABULARY: f64 = 60_000.0;
/// One word in so many is drawn anew.
const DRAWN_ANEW: usize = 20;
/// Sentences kept of each language of the collection: enough for its vocabulary.
const SENTENCES_MAX: usize = 400_000;
/// Years over which the messages are spread, from 2005.
const YEARS: usize = 20;

/// A language of the corpus: its share in per cent, and the label of a question.
struct Share {
    lang: &'static str,
    percent: usize,
    question: &'static str,
}

const SHARES: [Share; 4] = [
    Share { lang: "en", percent: 82, question: "Question: " },
    Share { lang: "ru", percent: 8, question: "Вопрос: " },
    Share { lang: "zh-Hant", percent: 6, question: "問：" },
    Share { lang: "ar", percent: 4, question: "سؤال: " },
];

/// Sentences of the collection by language, none where it is missing.
#[derive(Default)]
struct Sentences {
    english: Vec<String>,
    chinese: Vec<String>,
}

/// Writes a corpus. `collection` is used where it is there.
///
/// # Errors
/// When the disk fails or the collection cannot be read.
pub fn write(messages: u64, bytes: usize, collection: &Path, to: &Path) -> anyhow::Result<()> {
    let sentences = sentences(collection)?;
    let partial = to.with_extension("partial");
    let file = File::create(&partial).with_context(|| format!("{} cannot be made", partial.display()))?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    for number in 0..messages {
        serde_json::to_writer(&mut out, &line(&sentences, messages, number, bytes))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    fs::rename(&partial, to)?;
    Ok(())
}

fn sentences(collection: &Path) -> anyhow::Result<Sentences> {
    let mut sentences = Sentences::default();
    if !collection.is_file() {
        eprintln!("  {} is not there; the corpus is made of invented words only", collection.display());
        return Ok(sentences);
    }
    each_text(collection, |_, text| {
        let kept = match text.lang.as_str() {
            "en" => &mut sentences.english,
            "zh-Hant" => &mut sentences.chinese,
            _ => return Ok(()),
        };
        for paragraph in text.body.split('\n') {
            let parts = paragraph.split_inclusive(['.', '?', '!', '。', '？', '！']).map(str::trim);
            // What is shorter is a label or a number, what is longer a table.
            let parts = parts.filter(|part| (24..400).contains(&part.len()));
            kept.extend(parts.map(str::to_owned));
        }
        Ok(())
    })?;
    // Evenly over the whole collection, whose sources write differently.
    for kept in [&mut sentences.english, &mut sentences.chinese] {
        let step = kept.len().div_ceil(SENTENCES_MAX).max(1);
        *kept = std::mem::take(kept).into_iter().step_by(step).collect();
    }
    Ok(sentences)
}

fn line(sentences: &Sentences, messages: u64, number: u64, bytes: usize) -> serde_json::Value {
    let mut dice = Dice::of(SEED, number);
    let share = share(&mut dice);
    let is_transcript = dice.below(3) == 0;
    let kinds = if is_transcript { 3..6 } else { 0..3 };
    let kind = KINDS[kinds.start + dice.below(kinds.len())];
    let person = dice.pick(ENGLISH.persons);
    let day = usize::try_from(number).unwrap_or_default() * YEARS * 360 / usize::try_from(messages).unwrap_or(1).max(1);
    let date = format!("{:04}-{:02}-{:02}", 2_005 + day / 360, day % 360 / 30 + 1, day % 28 + 1);
    let wanted = bytes / 2 + dice.below(bytes.max(1));
    let mut body = String::with_capacity(wanted + 512);
    let mut is_question = true;
    while body.len() < wanted {
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        if is_transcript {
            body.push_str(if is_question { share.question.to_owned() } else { format!("{person}: ") }.as_str());
        }
        let count = if is_question && is_transcript { 1 + dice.below(2) } else { 2 + dice.below(5) };
        for _ in 0..count {
            body.push_str(&sentence(sentences, share.lang, &mut dice));
            body.push(' ');
        }
        body.truncate(body.trim_end().len());
        is_question = !is_question;
    }
    let title: String = sentence(sentences, share.lang, &mut dice).chars().take(80).collect();
    json!({ "id": format!("s-{number}"), "title": title.trim(), "body": body, "lang": share.lang, "date": date, "kind": kind,
        "place": dice.pick(ENGLISH.places), "speakers": [person], "source": "Search bench" })
}

fn share(dice: &mut Dice) -> &'static Share {
    let mut drawn = dice.below(100);
    for share in &SHARES {
        if drawn < share.percent {
            return share;
        }
        drawn -= share.percent;
    }
    &SHARES[0]
}

fn sentence(sentences: &Sentences, lang: &str, dice: &mut Dice) -> String {
    match lang {
        "en" if !sentences.english.is_empty() => resampled(&sentences.english, dice),
        "zh-Hant" if !sentences.chinese.is_empty() => sentences.chinese[dice.below(sentences.chinese.len())].clone(),
        _ => invented(lang, dice),
    }
}

/// A sentence of the collection, some of its words drawn anew from all: by their frequency, since each stands as often as it occurs.
fn resampled(from: &[String], dice: &mut Dice) -> String {
    let mut out = String::new();
    for word in from[dice.below(from.len())].split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        if dice.below(DRAWN_ANEW) > 0 {
            out.push_str(word);
            continue;
        }
        let other: Vec<&str> = from[dice.below(from.len())].split(' ').collect();
        out.push_str(dice.pick(&other));
    }
    out
}

fn invented(lang: &str, dice: &mut Dice) -> String {
    let mut out = String::new();
    for nth in 0..8 + dice.below(18) {
        let word = word(lang, zipf(dice));
        if nth > 0 && lang != "zh-Hant" {
            out.push(' ');
        }
        if nth == 0 {
            out.extend(word.chars().take(1).flat_map(char::to_uppercase));
            out.extend(word.chars().skip(1));
        } else {
            out.push_str(&word);
        }
    }
    out.push(if lang == "zh-Hant" { '。' } else { '.' });
    out
}

/// A rank by Zipf's law: the logarithm of the rank is spread evenly.
fn zipf(dice: &mut Dice) -> u64 {
    let evenly = (dice.next() >> 11) as f64 / (1_u64 << 53) as f64;
    VOCABULARY.powf(evenly) as u64
}

/// The invented word of a rank: frequent ones are short.
fn word(lang: &str, rank: u64) -> String {
    let mut dice = Dice::of(SEED ^ lang.len() as u64 ^ u64::from(lang.as_bytes()[0]) << 8, rank);
    if lang == "zh-Hant" {
        let length = if rank < 200 { 1 } else { 2 };
        return (0..length)
            .filter_map(|_| char::from_u32(0x4E00 + u32::try_from(dice.below(3_500)).unwrap_or_default()))
            .collect();
    }
    let (starts, middles, ends): (&[&str], &[&str], &[&str]) = match lang {
        "ru" => (
            &["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "пр", "ст", "тр", "кр"],
            &["а", "о", "и", "е", "у", "я", "ы"],
            &["", "а", "у", "ом", "ов", "ам", "ами", "ый", "ого", "ть", "ет", "ли"],
        ),
        "ar" => (
            &["ب", "ت", "ج", "ح", "د", "ر", "ز", "س", "ش", "ص", "ط", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و"],
            &["ا", "و", "ي", ""],
            &["", "ة", "ات", "ون", "ين", "ه"],
        ),
        _ => (
            &["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl", "gr", "ch", "sh"],
            &["a", "e", "i", "o", "u", "ea", "ou"],
            &["", "n", "r", "s", "t", "ing", "ed", "tion", "ly", "ment", "er"],
        ),
    };
    // The article is a part of the word in Arabic.
    let mut word = if lang == "ar" && dice.hits(30) { "ال".to_owned() } else { String::new() };
    let syllables = 1 + usize::from(rank > 40) + usize::from(rank > 1_500) + usize::from(lang == "ar");
    for _ in 0..syllables {
        word.push_str(dice.pick(starts));
        word.push_str(dice.pick(middles));
    }
    word.push_str(dice.pick(ends));
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_message_is_the_same_and_about_as_long_as_asked_for() {
        let sentences = Sentences::default();
        let lines: Vec<_> = (0..300).map(|number| line(&sentences, 300, number, 7_000)).collect();
        assert_eq!(lines[17], line(&sentences, 300, 17, 7_000));
        let bytes: usize = lines.iter().filter_map(|line| line["body"].as_str()).map(str::len).sum();
        assert!((6_500..7_900).contains(&(bytes / lines.len())), "{}", bytes / lines.len());
        for share in &SHARES {
            assert!(lines.iter().any(|line| line["lang"] == share.lang), "{}", share.lang);
        }
    }

    #[test]
    fn few_words_are_very_frequent_and_many_are_rare() {
        let mut dice = Dice::of(1, 1);
        let ranks: Vec<u64> = (0..20_000).map(|_| zipf(&mut dice)).collect();
        let among = |end: u64| ranks.iter().filter(|rank| **rank < end).count();
        assert!(among(10) > 3_000 && among(1_000) < 15_000, "{} {}", among(10), among(1_000));
    }

    #[test]
    fn days_are_real_ones_in_twenty_years() {
        let sentences = Sentences::default();
        for number in [0, 37, 99] {
            let line = line(&sentences, 100, number, 500);
            let date: Result<jiff::civil::Date, _> = line["date"].as_str().unwrap_or_default().parse();
            assert!(date.is_ok(), "{line}");
        }
    }
}
