//! An office or a name one letter off a known one: "Foreign Minster".

use std::collections::{HashMap, HashSet};

use document::{TokenKind, edit_distance, tokens};
use domain::Lang;

use super::piece::Piece;
use super::{Finding, Known, Severity, fold};

/// Shorter words are too often other words when one letter changes.
const LETTERS_MIN: usize = 5;

/// Words that end alike in offices and in daily speech, so that the one is no misspelling of the other.
const OTHER_WORDS: [(&str, &str); 2] = [("office", "officer"), ("minister", "ministers")];

pub(super) fn check(lang: &Lang, known: &Known<'_>, pieces: &[Piece]) -> Vec<Finding> {
    let phrases = Phrases::of(known);
    pieces.iter().flat_map(|piece| phrases.check(lang, piece)).collect()
}

/// Offices and names of several words, found by any of their words.
struct Phrases {
    all: Vec<Vec<String>>,
    shown: Vec<String>,
    by_word: HashMap<String, Vec<(usize, usize)>>,
    words: HashSet<String>,
}

/// A word of a text: where it stands, folded, and the run of words without punctuation that it belongs to.
struct Word {
    start: usize,
    end: usize,
    folded: String,
    run: usize,
}

impl Phrases {
    fn of(known: &Known<'_>) -> Phrases {
        let mut phrases = Phrases { all: vec![], shown: vec![], by_word: HashMap::new(), words: HashSet::new() };
        for speaker in known.speakers {
            let names: Vec<&str> = speaker.name.0.values().chain(&speaker.aliases).map(String::as_str).collect();
            names.iter().for_each(|name| phrases.add(name));
            for office in &speaker.offices {
                for (lang, title) in &office.title.0 {
                    phrases.add(title);
                    // "Foreign Minister Maren": the office makes even a surname alone sure.
                    let name = speaker.name.0.get(lang).and_then(|name| name.split_whitespace().next_back());
                    if let Some(name) = name {
                        phrases.add(&format!("{title} {name}"));
                    }
                }
            }
        }
        for name in known.places.iter().chain(known.topics) {
            phrases.words.extend(words_of(name).into_iter().map(|word| word.folded));
        }
        phrases
    }

    fn add(&mut self, phrase: &str) {
        let words: Vec<String> = words_of(phrase).into_iter().map(|word| word.folded).collect();
        self.words.extend(words.iter().cloned());
        if words.len() < 2 || self.all.contains(&words) {
            return;
        }
        for (at, word) in words.iter().enumerate() {
            self.by_word.entry(word.clone()).or_default().push((self.all.len(), at));
        }
        self.all.push(words);
        self.shown.push(phrase.to_owned());
    }

    fn check(&self, lang: &Lang, piece: &Piece) -> Vec<Finding> {
        let words = words_of(&piece.text);
        let mut seen = HashSet::new();
        let mut out = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for (phrase, place) in self.by_word.get(&word.folded).into_iter().flatten() {
                let Some(start) = at.checked_sub(*place) else { continue };
                let Some(window) = words.get(start..start + self.all[*phrase].len()) else { continue };
                let Some(wrong) = self.only_wrong(window, &self.all[*phrase], lang) else { continue };
                if seen.insert(start + wrong) {
                    out.push(self.finding(piece, window, wrong, *phrase));
                }
            }
        }
        out
    }

    /// The one word of a window that is a letter off, if all others are right.
    fn only_wrong(&self, window: &[Word], phrase: &[String], lang: &Lang) -> Option<usize> {
        if window.first()?.run != window.last()?.run {
            return None;
        }
        let mut different =
            window.iter().zip(phrase).enumerate().filter(|(_, (word, known))| !is_form(&word.folded, known, lang));
        let (at, (word, known)) = different.next()?;
        let others_right = different.next().is_none();
        (others_right && !self.words.contains(&word.folded) && is_misspelt(&word.folded, known, lang)).then_some(at)
    }

    fn finding(&self, piece: &Piece, window: &[Word], wrong: usize, phrase: usize) -> Finding {
        let start = window[0].start;
        let end = window.last().map_or(start, |word| word.end);
        let written = &piece.text[start..end];
        let right = right_word(&self.shown[phrase], wrong);
        let word = &piece.text[window[wrong].start..window[wrong].end];
        let corrected = format!(
            "{}{}{}",
            &piece.text[start..window[wrong].start],
            in_case_of(&right, word),
            &piece.text[window[wrong].end..end]
        );
        let sentence =
            format!("“{written}” is one letter off “{}”; correct “{word}” if it is meant.", self.shown[phrase]);
        piece.finding("name-misspelt", Severity::Look, &sentence).suggesting(corrected)
    }
}

fn right_word(phrase: &str, at: usize) -> String {
    words_of(phrase).get(at).map(|word| phrase[word.start..word.end].to_owned()).unwrap_or_default()
}

/// A known word in the letter case of the one that it replaces.
fn in_case_of(right: &str, written: &str) -> String {
    let letters = || written.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_uppercase) {
        right.to_uppercase()
    } else if letters().all(char::is_lowercase) {
        right.to_lowercase()
    } else {
        right.to_owned()
    }
}

/// The words of a text, without elided articles ("l’ambassadeur") and possessive endings.
fn words_of(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut run = 0;
    for token in tokens(text) {
        match token.kind {
            TokenKind::Space => {}
            TokenKind::Mark if matches!(token.text, "-" | "‑" | "‐") => {}
            TokenKind::Mark => run += 1,
            TokenKind::Word | TokenKind::Number => {
                let (mut start, mut end) = (token.at, token.end());
                if let Some((at, apostrophe)) = token.text.char_indices().find(|(_, c)| matches!(c, '\'' | '’')) {
                    let after = at + apostrophe.len_utf8();
                    if matches!(&token.text[after..], "s" | "S") {
                        end = token.at + at;
                    } else if token.text[..at].chars().count() <= 2 {
                        start = token.at + after;
                    }
                }
                out.push(Word { start, end, folded: fold(&text[start..end]), run });
            }
        }
    }
    out
}

/// Whether a word is a known one with one letter wrong, and no form of it.
fn is_misspelt(word: &str, known: &str, lang: &Lang) -> bool {
    if known.chars().count() < LETTERS_MIN || edit_distance(word, known, 1) != Some(1) {
        return false;
    }
    let plural = |one: &str, other: &str| one.strip_suffix('s') == Some(other) || one.strip_suffix('\'') == Some(other);
    let pair = |(a, b): &(&str, &str)| (word == *a && known == *b) || (word == *b && known == *a);
    let attached = |c: char| matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك');
    let arabic = word.strip_prefix(attached) == Some(known)
        || known.strip_prefix(attached) == Some(word)
        || known.strip_prefix("ال").is_some_and(|rest| word.strip_prefix("لل") == Some(rest));
    let inflected = differs_at_end(word, known, endings(known, lang).min(2));
    !(plural(word, known) || plural(known, word) || OTHER_WORDS.iter().any(pair) || arabic || inflected)
}

/// Whether a word is a known one or a form of it.
fn is_form(word: &str, known: &str, lang: &Lang) -> bool {
    let inflected = known.chars().count() > 3 && differs_at_end(word, known, endings(known, lang));
    word == known || (inflected && !is_misspelt(word, known, lang))
}

/// How many letters at its end a word may change when it is inflected: up to three in Russian cases, one in languages that
/// mark gender and number, none in English, whose plurals are known by themselves.
fn endings(known: &str, lang: &Lang) -> usize {
    if known.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}')) {
        3
    } else {
        usize::from(lang.primary() != "en" || !known.is_ascii())
    }
}

fn differs_at_end(word: &str, known: &str, letters: usize) -> bool {
    let same = word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    letters > 0 && same + letters >= word.chars().count().max(known.chars().count())
}
