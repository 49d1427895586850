//! Inflected forms of a word to one stem, by the language of each segment.

use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::ops::Range;

use hashbrown::HashTable;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::exact::{Place, Sort, scan};
use super::fold::lower;
use super::{Language, Word, fold};

/// Words kept with their stems, for each language. Text repeats itself so much that this many distinct written forms cover
/// nearly all that comes, at some 20 MB; when more come, the memory is emptied and fills again.
const KEPT_MAX: usize = 150_000;

/// Words of a paragraph from which its language is doubted. In shorter ones common words may be missing by chance.
const DOUBTED_WORDS_MIN: usize = 15;

/// One word of this many must be among the common words of the language, else the detector is asked. In running text of the
/// languages known it is one of two to five.
const COMMON_SHARE: usize = 20;

/// The stems of a text's words in order, in the language given (words of other scripts: see [`Language::of_word`]). Scripts
/// without spaces are cut into words by dictionary (UAX #29, ICU).
pub(crate) fn stems(text: &str, language: Language) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    each(text, segmenter(), |piece| {
        let (start, end, stem) = match piece {
            Piece::Character(_) => return,
            Piece::Segment { start, end } => (start, end, folded(&text[start..end])),
            Piece::Word(Place { start, end, sort: Sort::Letters }) => (start, end, stem(&text[start..end], language)),
            Piece::Word(place) => {
                let mut exact = String::new();
                place.exact_into(text, &mut exact);
                (place.start, place.end, exact)
            }
        };
        if !stem.is_empty() {
            words.push(Word { start, end, text: stem });
        }
    });
    words
}

/// The stem of one word as it stands in a text of the language; empty for a word of signs that say nothing.
pub(crate) fn stem(word: &str, language: Language) -> String {
    let Some(first) = word.chars().next() else { return String::new() };
    let language = language.of_word(first);
    if language == Language::Arabic {
        let word = folded(word);
        return arabic(&word).to_owned();
    }
    let Some(algorithm) = language.algorithm() else { return folded(word) };
    let mut lower = lower(word);
    if language == Language::Spanish || language == Language::Catalan {
        restore_accent(&mut lower, language);
    }
    let stem = frostem::Stemmer::new(algorithm).stem(&lower);
    // A stemmer that leaves nothing had no word of its language.
    let stem = folded(&stem);
    if stem.is_empty() { folded(word) } else { stem }
}

/// Whether the word, in its exact form, is one of the most common of the language: words that say nothing of what a text is
/// about.
pub(crate) fn is_function_word(exact: &str, language: Language) -> bool {
    language.function_words().binary_search(&exact).is_ok()
}

/// Readers leave out the accent of the commonest ending, and the stemmer knows it only with the accent.
fn restore_accent(word: &mut String, language: Language) {
    let endings: [(&str, &str); 2] = match language {
        Language::Spanish => [("cion", "ción"), ("sion", "sión")],
        _ => [("cio", "ció"), ("sio", "sió")],
    };
    if let Some((bare, accented)) =
        endings.into_iter().find(|(bare, _)| word.len() > bare.len() + 2 && word.ends_with(bare))
    {
        word.truncate(word.len() - bare.len());
        word.push_str(accented);
    }
}

fn folded(word: &str) -> String {
    let mut exact = String::with_capacity(word.len());
    fold(word, &mut exact);
    exact
}

/// Light stemming of Arabic: article, conjunction and prepositions off the front, endings of number, gender and possession off
/// the back (Larkey, Ballesteros and Connell, “Light Stemming for Arabic Information Retrieval”, light10). Takes the exact
/// form. Broken plurals stay apart.
fn arabic(word: &str) -> &str {
    const ARTICLES: [&str; 8] = ["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];
    const ENDINGS: [&str; 9] = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ي"];
    if !word.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}')) {
        return word;
    }
    let letters = |word: &str| word.chars().count();
    let mut stem = word;
    if let Some(rest) = ARTICLES.iter().find_map(|article| stem.strip_prefix(article)).filter(|rest| letters(rest) >= 2)
    {
        stem = rest;
    } else if let Some(rest) = stem.strip_prefix('و').filter(|rest| letters(rest) >= 3) {
        stem = rest;
    }
    for ending in ENDINGS {
        if let Some(rest) = stem.strip_suffix(ending).filter(|rest| letters(rest) >= 2) {
            stem = rest;
        }
    }
    stem
}

fn segmenter() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
}

/// What a text is made of.
enum Piece {
    /// A word of a script with spaces, or a number or sign.
    Word(Place),
    /// A character of a script without: an exact form.
    Character(Place),
    /// A word that the dictionary finds in a run of such characters: a stem.
    Segment { start: usize, end: usize },
}

/// Gives the pieces of a text in order; segments come after the characters of their run.
fn each(text: &str, segmenter: WordSegmenterBorrowed<'static>, mut take: impl FnMut(Piece)) {
    let mut unspaced: Option<Place> = None;
    let cut = |run: Option<Place>, take: &mut dyn FnMut(Piece)| {
        let Some(run) = run else { return };
        let mut start = run.start;
        for boundary in segmenter.segment_str(&text[run.start..run.end]) {
            let end = run.start + boundary;
            if end > start {
                take(Piece::Segment { start, end });
            }
            start = end;
        }
    };
    scan(text, |place| {
        if place.sort != Sort::Unspaced {
            cut(unspaced.take(), &mut take);
            return take(Piece::Word(place));
        }
        match &mut unspaced {
            Some(run) if run.end == place.start => run.end = place.end,
            _ => cut(unspaced.replace(place), &mut take),
        }
        take(Piece::Character(place));
    });
    cut(unspaced.take(), &mut take);
}

/// Makes exact forms and stems of many texts, remembering words that it met. One for each thread.
#[derive(Debug)]
pub(crate) struct Analyser {
    memories: HashMap<Language, Memory>,
    segmenter: WordSegmenterBorrowed<'static>,
}

/// Written forms that were met in texts of one language.
#[derive(Debug, Default)]
struct Memory {
    kept: HashTable<Kept>,
    hashes: foldhash::fast::FixedState,
}

impl Memory {
    fn get(&mut self, source: &str, language: Language) -> &Kept {
        let Self { kept, hashes } = self;
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        let hash = hashes.hash_one(source);
        let entry = kept.entry(hash, |word| word.source() == source, |word| hashes.hash_one(word.source()));
        entry.or_insert_with(|| Kept::new(source, language)).into_mut()
    }
}

/// A written form with what became of it. All three stand one behind the other in one piece of memory: looking words up in a
/// memory of this size takes as long as reading from so many places.
#[derive(Debug)]
struct Kept {
    words: Box<str>,
    /// Where the exact form begins and ends; the stem, where it is another, stands behind it.
    exact: Range<usize>,
    /// Whether it is a common word of the language it was analysed in; nothing where that has no list of them.
    common: Option<bool>,
}

/// The words of texts as they go into the index: with spaces between.
#[derive(Debug, Default)]
pub(crate) struct Packed {
    /// Exact forms.
    pub exact: String,
    /// Stems of the words that are not their own stems: nearly half of all words are, and stand among the exact forms.
    pub stems: String,
}

impl Packed {
    /// Appends the words of another text.
    pub(crate) fn append(&mut self, other: &Self) {
        push(&mut self.exact, &other.exact);
        push(&mut self.stems, &other.stems);
    }
}

fn push(words: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}

impl Analyser {
    /// An analyser that has met no word yet.
    pub(crate) fn new() -> Self {
        Self { memories: HashMap::new(), segmenter: segmenter() }
    }

    /// Appends the words of a text that is in the language, or in another one where common words of the language are
    /// missing and it plainly is another's.
    pub(crate) fn pack(&mut self, text: &str, language: Language, packed: &mut Packed) {
        let (exact_before, stems_before) = (packed.exact.len(), packed.stems.len());
        let (counted, common) = self.pack_in(text, language, packed);
        if counted < DOUBTED_WORDS_MIN || common * COMMON_SHARE >= counted {
            return;
        }
        let Some(other) = Language::detect(text).filter(|other| *other != language) else { return };
        let mut anew = Packed::default();
        let (counted, common) = self.pack_in(text, other, &mut anew);
        // Names and figures look like any language to a detector; common words are the proof.
        if common * COMMON_SHARE >= counted {
            packed.exact.truncate(exact_before);
            packed.stems.truncate(stems_before);
            packed.append(&anew);
        }
    }

    /// Appends the words of a text in the language; gives how many were of a language whose common words are known, and how
    /// many of them are common.
    fn pack_in(&mut self, text: &str, language: Language, packed: &mut Packed) -> (usize, usize) {
        let Self { memories, segmenter } = self;
        let memory = memories.entry(language).or_default();
        let (mut counted, mut common) = (0, 0);
        let mut scratch = String::new();
        each(text, *segmenter, |piece| {
            scratch.clear();
            match piece {
                Piece::Word(Place { start, end, sort: Sort::Letters }) => {
                    let word = memory.get(&text[start..end], language);
                    if word.exact.is_empty() {
                        return;
                    }
                    push(&mut packed.exact, word.exact());
                    push(&mut packed.stems, word.stem());
                    counted += usize::from(word.common.is_some());
                    common += usize::from(word.common == Some(true));
                }
                Piece::Word(place) | Piece::Character(place) => {
                    place.exact_into(text, &mut scratch);
                    push(&mut packed.exact, &scratch);
                }
                Piece::Segment { start, end } => {
                    fold(&text[start..end], &mut scratch);
                    // A word of one character is an exact form.
                    if scratch.chars().nth(1).is_some() {
                        push(&mut packed.stems, &scratch);
                    }
                }
            }
        });
        (counted, common)
    }
}

impl Kept {
    fn new(source: &str, language: Language) -> Self {
        let exact = folded(source);
        let stem = stem(source, language);
        let first = source.chars().next().filter(|first| first.is_alphabetic());
        let words = first.map(|first| language.of_word(first)).filter(|language| !language.function_words().is_empty());
        let common = words.map(|language| is_function_word(&exact, language));
        let start = if source == exact { 0 } else { source.len() };
        let range = start..start + exact.len();
        let mut words = source[..start].to_owned() + &exact;
        if stem != exact {
            words.push_str(&stem);
        }
        Self { words: words.into(), exact: range, common }
    }

    /// The written form, which is often the exact form.
    fn source(&self) -> &str {
        if self.exact.start == 0 { self.exact() } else { &self.words[..self.exact.start] }
    }

    fn exact(&self) -> &str {
        &self.words[self.exact.clone()]
    }

    /// The stem; empty where the exact form is the stem.
    fn stem(&self) -> &str {
        &self.words[self.exact.end..]
    }
}
