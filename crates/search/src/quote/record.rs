//! A text of the record as a row of words that remember where they stand.

use document::{Document, Role};

use super::normalise::{Quote, weight};
use super::tokens::each_token;
use crate::analysis::{Leaf, leaves};

/// Signs that end a sentence, and the end of a piece.
pub(super) const SENTENCE_ENDS: [char; 8] = ['.', '!', '?', '。', '！', '？', '؟', '\n'];

/// A text of the record, read for one quote.
#[derive(Debug)]
pub(super) struct Record {
    /// The title, then every piece of the text.
    pub pieces: Vec<Piece>,
    /// Their words.
    pub words: Vec<RecordWord>,
    /// How many of the words stand in the title: what is quoted never runs from the title into the text.
    pub title_words: usize,
}

/// A paragraph, heading, list item, cell or caption; or the title.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The text as printed.
    pub text: String,
    /// The anchor on the page; nothing for the title.
    pub anchor: Option<String>,
    /// The turn it is in, by its position among the turns.
    pub turn: Option<usize>,
    /// Whether nobody says it: a stage note between the words.
    aside: bool,
}

/// A word of the record.
#[derive(Debug, Clone, Copy)]
pub(super) struct RecordWord {
    /// The piece it is in.
    pub piece: u32,
    /// Where it begins in the piece, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The number of its folded form in the quote's vocabulary; 0 where the quote does not have it.
    pub id: u32,
    /// How much it counts when similarity is measured.
    pub weight: u32,
    /// Whether a quote may pass over it: a stage note, or the record's own words in square brackets.
    pub aside: bool,
}

impl Record {
    /// Reads a text; words get the numbers that they have in the quote's vocabulary.
    pub(super) fn read(title: &str, document: &Document, quote: &Quote) -> Self {
        let mut record = Self { pieces: Vec::new(), words: Vec::new(), title_words: 0 };
        record.push(Piece::title(title), quote);
        record.title_words = record.words.len();
        for leaf in leaves(document) {
            record.push(Piece::of(leaf), quote);
        }
        record
    }

    /// The word as printed.
    pub(super) fn printed(&self, word: RecordWord) -> &str {
        let piece = self.pieces.get(word.piece as usize);
        piece.and_then(|piece| piece.text.get(word.start as usize..word.end as usize)).unwrap_or_default()
    }

    /// The word's folded form.
    pub(super) fn folded(&self, word: RecordWord) -> String {
        let mut out = String::new();
        each_token(self.printed(word), |_, _, folded| out.push_str(folded));
        out
    }

    /// Whether a word goes on in the sentence of the word before it.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let (Some(one), Some(next)) = (at.checked_sub(1).and_then(|at| self.words.get(at)), self.words.get(at)) else {
            return false;
        };
        let piece = self.pieces.get(one.piece as usize).filter(|_| one.piece == next.piece);
        let gap = piece.and_then(|piece| piece.text.get(one.end as usize..next.start as usize));
        gap.is_some_and(|gap| !gap.contains(SENTENCE_ENDS))
    }

    /// The sentences in which the words from `first` to `last` stand, as printed.
    pub(super) fn sentences(&self, first: usize, last: usize) -> String {
        let (Some(one), Some(end)) = (self.words.get(first), self.words.get(last)) else { return String::new() };
        let text = |piece: u32| self.pieces.get(piece as usize).map_or("", |piece| piece.text.as_str());
        let (opening, closing) = (text(one.piece), text(end.piece));
        let before = &opening[..(one.start as usize).min(opening.len())];
        let from =
            before.rfind(SENTENCE_ENDS).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let behind = &closing[(end.end as usize).min(closing.len())..];
        let to = closing.len() - behind.len()
            + behind
                .find(SENTENCE_ENDS)
                .map_or(behind.len(), |at| at + behind[at..].chars().next().map_or(1, char::len_utf8));
        if one.piece == end.piece {
            return opening.get(from..to).unwrap_or_default().trim().to_owned();
        }
        let mut out = opening[from..].trim_start().to_owned();
        for piece in one.piece + 1..end.piece {
            out.push('\n');
            out.push_str(text(piece));
        }
        out.push('\n');
        out.push_str(closing[..to].trim_end());
        out
    }

    /// What stands at one anchor; nothing where nothing does.
    pub(super) fn only(&self, anchor: &str) -> Option<Self> {
        let kept = |piece: &Piece| piece.anchor.as_deref() == Some(anchor);
        let words: Vec<RecordWord> =
            self.words.iter().filter(|word| self.pieces.get(word.piece as usize).is_some_and(kept)).copied().collect();
        (!words.is_empty()).then(|| Self { pieces: self.pieces.clone(), words, title_words: 0 })
    }

    /// The turn that a word is in.
    pub(super) fn turn_of(&self, word: RecordWord) -> Option<usize> {
        self.pieces.get(word.piece as usize).and_then(|piece| piece.turn)
    }

    fn push(&mut self, piece: Piece, quote: &Quote) {
        let number = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
        let short = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let (mut bracket, mut from) = (false, 0);
        let has_bracket = piece.text.contains('[');
        let words = &mut self.words;
        each_token(&piece.text, |start, end, folded| {
            if has_bracket {
                let between = piece.text.get(from..start).unwrap_or_default();
                bracket = between.rfind('[').map_or(bracket && !between.contains(']'), |open| {
                    between.rfind(']').is_none_or(|close| close < open)
                });
                from = from.max(end);
            }
            let id = quote.vocabulary.get(folded).copied().unwrap_or(0);
            let aside = piece.aside || bracket;
            words.push(RecordWord {
                piece: number,
                start: short(start),
                end: short(end),
                id,
                weight: weight(folded),
                aside,
            });
        });
        self.pieces.push(piece);
    }
}

impl Piece {
    fn title(text: &str) -> Self {
        Self { text: text.to_owned(), anchor: None, turn: None, aside: false }
    }

    fn of(leaf: Leaf<'_>) -> Self {
        let narrated = leaf.turn.is_some_and(|(_, turn)| turn.role == Role::Narration);
        Self {
            aside: narrated || is_stage_note(&leaf.text),
            anchor: Some(leaf.top.id.to_string()),
            turn: leaf.turn.map(|(position, _)| position),
            text: leaf.text.into_owned(),
        }
    }
}

/// Whether a piece stands in brackets from end to end: “(Applause.)”.
fn is_stage_note(text: &str) -> bool {
    let text = text.trim();
    let inside = |open: char, close: char| {
        text.strip_prefix(open)
            .and_then(|rest| rest.trim_end_matches('.').strip_suffix(close))
            .is_some_and(|inside| !inside.contains(close))
    };
    inside('(', ')') || inside('[', ']') || inside('（', '）')
}
