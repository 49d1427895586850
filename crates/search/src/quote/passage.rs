//! What the record says where a quote stands, and how far the quote is from it.

use std::ops::Range;

use document::denies;

use super::align::{Kind, Script, Step};
use super::likeness::{Likeness, Setting, is_misread, likeness};
use super::normalise::{Quote, QuoteWord};
use super::printed::{Diff, divide, plain};
use super::record::{Record, SENTENCE_ENDS};
use super::{DiffPiece, Exactness, Joined};

/// Words that an ellipsis may stand for: about a paragraph. What is further apart was not said in one breath.
pub(super) const ELIDED_WORDS_MAX: usize = 120;
/// Words of the record that a quoter's insertion may stand for: “[the minister]” for “he”.
const REPLACED_WORDS_MAX: usize = 5;
/// Letters that the first part of a word must have before a space inside the word is noise of copying: `in effective` and
/// `a part` are other words.
const PART_LETTERS_MIN: usize = 4;

/// A passage of the record beside a quote.
#[derive(Debug)]
pub(super) struct Passage {
    /// How far the quote is from it.
    pub exactness: Exactness,
    /// How pieces of the quote that ellipses part stand to each other; nothing where no words were left out.
    pub joined: Option<Joined>,
    /// The quote against the passage.
    pub pieces: Vec<DiffPiece>,
    /// The passage as printed.
    pub text: String,
    /// 0 to 1: how much of quote and passage is the same.
    pub similarity: f32,
    /// How many words differ, on the side where more do.
    pub changed: usize,
    /// Words of the record that the quote has, in the order of the quote.
    pub words: Vec<usize>,
}

/// The judge of one way through quote and record.
struct Judge<'a> {
    quote: &'a Quote,
    words: &'a [QuoteWord],
    record: &'a Record,
    quoted: Setting,
    diff: Diff,
    same: u32,
    total: u32,
    /// Words that differ: of the quote, of the record.
    changed: (usize, usize),
    is_typographic: bool,
    joined: Option<Joined>,
    /// The end of the last stretch of the record that was written to the diff.
    written: Option<usize>,
}

/// Reads the passage that a way leads through.
pub(super) fn passage(quote: &Quote, words: &[QuoteWord], record: &Record, script: &Script) -> Passage {
    let mut judge = Judge {
        quote,
        words,
        record,
        quoted: Setting::of(&quote.text),
        diff: Diff::default(),
        same: 0,
        total: 0,
        changed: (0, 0),
        is_typographic: false,
        joined: None,
        written: None,
    };
    for (at, step) in script.steps.iter().enumerate() {
        judge.step(step, &script.steps, at);
    }
    if script.out_of_order {
        judge.join(Joined::OutOfOrder);
    }
    judge.finish(script)
}

impl Judge<'_> {
    fn step(&mut self, step: &Step, steps: &[Step], at: usize) {
        let next = steps[at + 1..].iter().find(|step| !step.record.is_empty()).map(|step| step.record.start);
        match step.kind {
            Kind::Same if step.quote.len() == step.record.len() => {
                for (quote, record) in step.quote.clone().zip(step.record.clone()) {
                    let next = if record + 1 < step.record.end { Some(record + 1) } else { next };
                    self.word(quote, record, next);
                }
            }
            Kind::Same => self.divided(step, next),
            Kind::Alike => self.alike(step, next),
            Kind::Added => self.added(step),
            Kind::Left => self.left(step, steps, at, next),
            Kind::Elided => self.elided(step, next),
        }
    }

    /// The same word on both sides.
    fn word(&mut self, quote: usize, record: usize, next: Option<usize>) {
        let (word, other) = (&self.words[quote], self.record.words[record]);
        let recorded = || Setting::of(self.record.pieces.get(other.piece as usize).map_or("", |piece| &piece.text));
        let (one, two) = (self.printed(quote), self.record.printed(other));
        let like = if one == two { Likeness::Exact } else { likeness(one, two, self.quoted, recorded()) };
        self.total += word.weight + other.weight;
        if like == Likeness::Other {
            self.change(1, 1);
            self.differ(quote..quote + 1, record..record + 1, next);
        } else {
            self.is_typographic |= like == Likeness::Typographic || word.unbracketed.is_some();
            self.same += word.weight + other.weight;
            self.agree(record..record + 1, next);
        }
    }

    /// The same letters as one word on one side and as two on the other.
    fn divided(&mut self, step: &Step, next: Option<usize>) {
        let gap = if step.quote.len() == 2 {
            let (one, two) = (&self.words[step.quote.start], &self.words[step.quote.start + 1]);
            self.quote.text.get(one.end..two.start).unwrap_or_default()
        } else {
            let (one, two) = (self.record.words[step.record.start], self.record.words[step.record.start + 1]);
            let piece = self.record.pieces.get(one.piece as usize).map_or("", |piece| &piece.text);
            piece.get(one.end as usize..two.start as usize).unwrap_or(" ")
        };
        let first = if step.quote.len() == 2 {
            self.words[step.quote.start].folded.clone()
        } else {
            self.record.folded(self.record.words[step.record.start])
        };
        let hyphen = gap.contains(['-', '‐', '‑', '–', '\u{ad}']) && !gap.contains(char::is_alphanumeric);
        let spaces = gap.chars().all(char::is_whitespace);
        let long = first.chars().count() >= PART_LETTERS_MIN;
        let figures = first.contains(char::is_numeric);
        let free = !figures && (hyphen || (spaces && (long || gap.contains('\n'))));
        let weight = self.weight(&step.quote) + self.record_weight(&step.record);
        self.total += weight;
        if free {
            self.same += weight;
            self.is_typographic = true;
            self.agree(step.record.clone(), next);
        } else {
            self.change(step.quote.len(), step.record.len());
            self.differ(step.quote.clone(), step.record.clone(), next);
        }
    }

    /// Another word that is like the record's: misread, ended otherwise in brackets, or simply another.
    fn alike(&mut self, step: &Step, next: Option<usize>) {
        let word = &self.words[step.quote.start];
        let other = self.record.words[step.record.start];
        let folded = self.record.folded(other);
        let ended = word.unbracketed.as_ref().is_some_and(|outer| {
            let outer = outer.to_lowercase();
            outer.chars().count() >= PART_LETTERS_MIN && folded.starts_with(&outer) && word.folded.starts_with(&outer)
        });
        let weight = word.weight + other.weight;
        self.total += weight;
        if ended || is_misread(&word.folded, &folded) {
            self.is_typographic = true;
            self.same += weight;
        } else {
            self.change(1, 1);
            self.same += weight / 2;
        }
        self.differ(step.quote.clone(), step.record.clone(), next);
    }

    /// Words that the record does not have.
    fn added(&mut self, step: &Step) {
        let own = &self.words[step.quote.clone()];
        let marked = own.iter().all(|word| word.inserted) && !denies(&self.quote_text(&step.quote));
        if marked {
            self.is_typographic = true;
        } else {
            self.change(step.quote.len(), 0);
            self.total += self.weight(&step.quote);
        }
        let text = self.quote_text(&step.quote);
        self.diff.quote(&text);
    }

    /// Words that the quote does not have.
    fn left(&mut self, step: &Step, steps: &[Step], at: usize, next: Option<usize>) {
        let own = &self.record.words[step.record.clone()];
        let text = self.record_text(step.record.clone(), true, true);
        let weighty = denies(&text) || text.contains(char::is_numeric);
        let is_insertion =
            |step: &Step| step.kind == Kind::Added && self.words[step.quote.clone()].iter().all(|word| word.inserted);
        let near = |step: &&Step| matches!(step.kind, Kind::Added | Kind::Left);
        let replaced = (1..=REPLACED_WORDS_MAX).contains(&run_of_left(steps, at))
            && (steps[at + 1..].iter().take_while(near).any(is_insertion)
                || steps[..at].iter().rev().take_while(near).any(is_insertion));
        if !weighty && (own.iter().all(|word| word.aside) || replaced) {
            self.is_typographic = true;
        } else {
            self.change(0, step.record.len());
            self.total += self.record_weight(&step.record);
        }
        self.differ(step.quote.end..step.quote.end, step.record.clone(), next);
    }

    /// Words that an ellipsis stands for.
    fn elided(&mut self, step: &Step, next: Option<usize>) {
        self.is_typographic = true;
        let turn = |at: usize| self.record.words.get(at).and_then(|word| self.record.turn_of(*word));
        let said = self.record.words[step.record.clone()].iter().filter(|word| !word.aside).count();
        let before = step.record.start.checked_sub(1).and_then(turn);
        if before != turn(step.record.end) {
            self.join(Joined::OtherTurn);
        } else if said > ELIDED_WORDS_MAX {
            self.join(Joined::Far);
        } else if self.hides_denial(&step.record) {
            self.join(Joined::Denial);
        } else {
            self.join(Joined::Near);
        }
        if said <= ELIDED_WORDS_MAX {
            self.differ(step.quote.clone(), step.record.clone(), next);
        }
    }

    /// Whether what is left out denies something in the very sentences that it is taken out of.
    fn hides_denial(&self, elided: &Range<usize>) -> bool {
        let (Some(before), Some(after)) = (elided.start.checked_sub(1), self.record.words.get(elided.end)) else {
            return false;
        };
        let text = self.record_text(before..elided.end + 1, true, true);
        let text = text.strip_prefix(self.record.printed(self.record.words[before])).unwrap_or(&text);
        let text = text.strip_suffix(self.record.printed(*after)).unwrap_or(text);
        let mut sentences = text.split(SENTENCE_ENDS);
        let first = sentences.next().unwrap_or_default();
        denies(first) || sentences.next_back().is_some_and(denies)
    }

    fn change(&mut self, quote: usize, record: usize) {
        self.changed = (self.changed.0 + quote, self.changed.1 + record);
    }

    fn join(&mut self, joined: Joined) {
        self.joined = self.joined.max(Some(joined));
    }

    fn weight(&self, quote: &Range<usize>) -> u32 {
        self.words[quote.clone()].iter().map(|word| word.weight).sum()
    }

    fn record_weight(&self, record: &Range<usize>) -> u32 {
        self.record.words[record.clone()].iter().map(|word| word.weight).sum()
    }

    fn printed(&self, word: usize) -> &str {
        self.quote.text.get(self.words[word].start..self.words[word].end).unwrap_or_default()
    }

    /// Words of the quote as pasted, with their square brackets and the space behind them.
    fn quote_text(&self, range: &Range<usize>) -> String {
        let (Some(first), Some(last)) = (self.words.get(range.start), self.words.get(range.end.saturating_sub(1)))
        else {
            return String::new();
        };
        let text = &self.quote.text;
        let open = text[..first.start].chars().next_back().filter(|c| first.inserted && matches!(c, '[' | '［' | '〔'));
        let close = text[last.end..].chars().next().filter(|c| last.inserted && matches!(c, ']' | '］' | '〕'));
        let from = first.start - open.map_or(0, char::len_utf8);
        let to = last.end + close.map_or(0, char::len_utf8);
        let space = text[to..].starts_with(char::is_whitespace);
        format!("{}{}", &text[from..to], if space { " " } else { "" })
    }

    fn agree(&mut self, record: Range<usize>, next: Option<usize>) {
        let text = self.next_text(record, next);
        self.diff.same(&text);
    }

    fn differ(&mut self, quote: Range<usize>, record: Range<usize>, next: Option<usize>) {
        if !quote.is_empty() {
            let text = self.quote_text(&quote);
            self.diff.quote(&text);
        }
        let text = self.next_text(record, next);
        self.diff.record(&text);
    }

    /// The printed text of the record's next words. Where the record goes on elsewhere, an ellipsis says so.
    fn next_text(&mut self, record: Range<usize>, next: Option<usize>) -> String {
        let begins = self.written != Some(record.start);
        if begins && self.written.is_some() {
            self.diff.record(" … ");
        }
        self.written = Some(record.end);
        let ends = next != Some(record.end);
        self.record_text(record, begins, ends)
    }

    /// Words of the record as printed; the gaps before and behind go with them where they do not begin or end a passage.
    fn record_text(&self, range: Range<usize>, begins: bool, ends: bool) -> String {
        let mut out = String::new();
        for at in range.clone() {
            let word = self.record.words[at];
            let Some(piece) = self.record.pieces.get(word.piece as usize) else { continue };
            let same_piece = |other: usize| self.record.words.get(other).filter(|other| other.piece == word.piece);
            let (start, end) = (word.start as usize, word.end as usize);
            let from = match at.checked_sub(1).and_then(same_piece) {
                _ if begins && at == range.start => start,
                Some(before) => divide(&piece.text, before.end as usize, start),
                None => 0,
            };
            let to = match same_piece(at + 1) {
                _ if ends && at + 1 == range.end => end,
                Some(after) => divide(&piece.text, end, after.start as usize),
                None => piece.text.len(),
            };
            out.push_str(piece.text.get(from..to).unwrap_or_default());
            if to == piece.text.len() && !(ends && at + 1 == range.end) {
                out.push('\n');
            }
        }
        out
    }

    fn finish(mut self, script: &Script) -> Passage {
        self.diff.flush();
        let text: String = self.diff.pieces.iter().filter_map(DiffPiece::recorded).collect();
        let changed = self.changed.0.max(self.changed.1);
        let altered = changed > 0 || self.joined.is_some_and(|joined| joined != Joined::Near);
        let exactness = if altered {
            Exactness::Altered
        } else if self.is_typographic || plain(&self.said()) != plain(&text) {
            Exactness::Typography
        } else {
            Exactness::Exact
        };
        let kept = script.steps.iter().filter(|step| matches!(step.kind, Kind::Same | Kind::Alike));
        let similarity = if self.total == 0 { 0.0 } else { self.same as f32 / self.total as f32 };
        Passage {
            exactness,
            joined: self.joined,
            pieces: self.diff.pieces,
            text,
            similarity,
            changed,
            words: kept.flat_map(|step| step.record.clone()).collect(),
        }
    }

    /// The quote from its first word to its last, without labels.
    fn said(&self) -> String {
        let mut out = String::new();
        for (at, word) in self.words.iter().enumerate() {
            if let Some(before) = at.checked_sub(1).and_then(|before| self.words.get(before)) {
                let label = self.quote.labels.iter().map(|label| self.quote.words[label.words.start].start);
                let label = label.filter(|at| word.after_label && (before.end..word.start).contains(at)).min();
                out.push_str(self.quote.text.get(before.end..label.unwrap_or(word.start)).unwrap_or(" "));
                out.push_str(if label.is_some() { " " } else { "" });
            }
            out.push_str(self.printed(at));
        }
        out
    }
}

/// How many words of the record are left out around a step, unlike words of the quote between them.
fn run_of_left(steps: &[Step], at: usize) -> usize {
    let near = |step: &&Step| matches!(step.kind, Kind::Added | Kind::Left);
    let before: usize = steps[..at].iter().rev().take_while(near).map(|step| step.record.len()).sum();
    let after: usize = steps[at..].iter().take_while(near).map(|step| step.record.len()).sum();
    before + after
}
