//! Finding what is looked for in a text, and marking it.

use super::cut::pieces;
use crate::Piece;
use crate::analysis::{Language, scan, stem};

/// Letters by which a word must begin like a stem before it is stemmed itself, which costs fifty times as much.
const LIKE_CHARS: usize = 2;

/// One thing that is looked for in texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sought {
    /// Exact forms that stand next to each other; one for a word.
    pub exact: Vec<String>,
    /// Stems of the word in the languages searched; none for phrases.
    pub stems: Vec<String>,
    /// Whether words that only begin like the exact form count.
    pub is_prefix: bool,
    /// How much it says: rare words more than common ones.
    pub weight: f32,
}

/// Finds what is looked for in texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marker {
    sought: Vec<Sought>,
    /// For each of several words, where to go on when the next word is not the one expected (Knuth, Morris and Pratt).
    back: Vec<Vec<usize>>,
    /// First letters of words that may be it: all others, most of a text, are passed over at once.
    firsts: Vec<bool>,
}

/// A marked place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Which of the things looked for.
    pub(super) which: usize,
}

/// Kinds of first letters that are told apart.
const FIRSTS: usize = 256;

fn kind_of(first: char) -> usize {
    usize::try_from(u32::from(first)).unwrap_or(0) % FIRSTS
}

fn is_arabic(word: &str) -> bool {
    word.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}'))
}

impl Marker {
    pub(crate) fn new(sought: Vec<Sought>) -> Self {
        let back = sought.iter().map(|one| fallback(&one.exact)).collect();
        let mut firsts = vec![false; FIRSTS];
        for word in sought.iter().flat_map(|one| one.exact.iter().chain(&one.stems)) {
            if is_arabic(word) {
                // Articles and prepositions are written together with the word.
                (0x600..0x700).for_each(|letter| firsts[letter % FIRSTS] = true);
            }
            word.chars().take(1).for_each(|first| firsts[kind_of(first)] = true);
        }
        Self { sought, back, firsts }
    }

    /// What is looked for.
    pub(super) fn sought(&self) -> &[Sought] {
        &self.sought
    }

    /// The places in a text of the language, in the order of their ends; they may overlap.
    pub(super) fn marks(&self, text: &str, language: Language) -> Vec<Mark> {
        let mut marks = Vec::new();
        if self.sought.is_empty() {
            return marks;
        }
        let (mut starts, mut word) = (Vec::new(), String::new());
        let mut progress = vec![0; self.sought.len()];
        scan(text, |place| {
            word.clear();
            place.exact_into(text, &mut word);
            let Some(first) = word.chars().next() else { return };
            starts.push(place.start);
            if !self.firsts[kind_of(first)] {
                progress.fill(0);
                return;
            }
            for (which, sought) in self.sought.iter().enumerate() {
                let length = sought.exact.len();
                let found = if length > 1 {
                    let step = &mut progress[which];
                    while *step > 0 && sought.exact.get(*step) != Some(&word) {
                        *step = self.back[which][*step - 1];
                    }
                    *step += usize::from(sought.exact.get(*step) == Some(&word));
                    *step == length
                } else {
                    sought.is_word(&word, &text[place.start..place.end], language)
                };
                if found {
                    if length > 1 {
                        progress[which] = self.back[which][length - 1];
                    }
                    let start = starts[starts.len() - length.max(1)];
                    marks.push(Mark { start, end: place.end, which });
                }
            }
        });
        marks
    }

    /// The text with what is looked for marked.
    pub(crate) fn marked(&self, text: &str, language: Language) -> Vec<Piece> {
        pieces(text, 0, text.len(), &self.marks(text, language))
    }
}

impl Sought {
    fn is_word(&self, word: &str, source: &str, language: Language) -> bool {
        let is_exact = self
            .exact
            .first()
            .is_some_and(|own| if self.is_prefix { word.starts_with(own.as_str()) } else { own == word });
        if is_exact || self.stems.is_empty() {
            return is_exact;
        }
        // Stemmers take endings off; only the Arabic one takes off beginnings, and it is cheap.
        let alike = |stem: &String| {
            is_arabic(word) || stem.chars().take(LIKE_CHARS).eq(word.chars().take(LIKE_CHARS.min(stem.chars().count())))
        };
        if !self.stems.iter().any(alike) {
            return false;
        }
        let own = stem(source, language);
        self.stems.contains(&own)
    }
}

fn fallback(words: &[String]) -> Vec<usize> {
    let mut back = vec![0; words.len()];
    for at in 1..words.len() {
        let mut step = back[at - 1];
        while step > 0 && words[step] != words[at] {
            step = back[step - 1];
        }
        back[at] = step + usize::from(words[step] == words[at]);
    }
    back
}
