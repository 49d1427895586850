//! Word by word through the gaps that seeds leave.

use std::ops::Range;

use document::edit_distance;

use super::align::{Kind, Step};
use super::likeness::is_misread;
use super::normalise::QuoteWord;
use super::record::Record;
use super::tokens::is_sign;

/// Pairs of words that one gap is compared for; a larger gap has no seed in it and is simply another text.
const PAIRS_MAX: usize = 120_000;
/// Words of the record looked at beyond twice as many as the quote has: room for words left out at its end.
const ROOM: usize = 4;
/// Words at an end of the quote, unlike the record's, beside which as many of the record's are shown: what stands there
/// instead of them.
const INSTEAD_MAX: usize = 4;
/// Letters that words need before another spelling may count as like them.
const ALIKE_LETTERS_MIN: usize = 4;

/// Which ends of a stretch of the record are open: words there that the quote does not reach are not left out by it.
#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    start: bool,
    end: bool,
}

const CLOSED: Ends = Ends { start: false, end: false };
const OPEN_START: Ends = Ends { start: true, end: false };
const OPEN_END: Ends = Ends { start: false, end: true };

/// What gaps are filled from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fill<'a> {
    /// The words of the quote.
    pub words: &'a [QuoteWord],
    /// The text of the record.
    pub record: &'a Record,
}

/// How a cell of the table is come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Origin,
    Same,
    Alike,
    /// Two words of the quote are one of the record.
    TwoToOne,
    /// One word of the quote is two of the record.
    OneToTwo,
    Added,
    Left,
}

impl Fill<'_> {
    /// Words before the first seed: as many of them as stand right before it in the record.
    pub(super) fn before(&self, quote: Range<usize>, record: Range<usize>, steps: &mut Vec<Step>) {
        let tail = self.ellipses(&(quote.start..quote.end + 1)).last().copied().unwrap_or(quote.start);
        added(quote.start..tail, steps);
        let tail = tail..quote.end;
        let from = record.end.saturating_sub(reach(&tail)).max(record.start);
        let mut own = Vec::new();
        let used = self.align(tail, from..record.end, OPEN_START, &mut own);
        let unlike = own.iter().take_while(|step| step.kind == Kind::Added).map(|step| step.quote.len()).sum();
        if unlike <= INSTEAD_MAX {
            let is_near = |at: &usize| *at > record.start && self.record.goes_on(*at);
            let count = (0..unlike).take_while(|count| is_near(&(used.start - count))).count();
            push(steps, Kind::Left, quote.start..quote.start, used.start - count..used.start);
        }
        steps.append(&mut own);
    }

    /// Words after the last seed.
    pub(super) fn after(&self, quote: Range<usize>, record: Range<usize>, steps: &mut Vec<Step>) {
        let head = quote.start..self.ellipses(&quote).first().copied().unwrap_or(quote.end);
        let to = (record.start + reach(&head)).min(record.end);
        let mut own = Vec::new();
        let used = self.align(head.clone(), record.start..to, OPEN_END, &mut own);
        let unlike = own.iter().rev().take_while(|step| step.kind == Kind::Added).map(|step| step.quote.len()).sum();
        steps.append(&mut own);
        if unlike <= INSTEAD_MAX {
            let is_near = |at: &usize| *at < record.end && self.record.goes_on(*at);
            let count = (0..unlike).take_while(|count| is_near(&(used.end + count))).count();
            push(steps, Kind::Left, head.end..head.end, used.end..used.end + count);
        }
        added(head.end..quote.end, steps);
    }

    /// Words between two seeds. An ellipsis there stands for what neither side reaches.
    pub(super) fn between(&self, quote: Range<usize>, record: Range<usize>, steps: &mut Vec<Step>) {
        let ellipses = self.ellipses(&(quote.start..quote.end + 1));
        let (Some(first), Some(last)) = (ellipses.first().copied(), ellipses.last().copied()) else {
            self.align(quote, record, CLOSED, steps);
            return;
        };
        let (head, tail) = (quote.start..first, last..quote.end);
        let to = (record.start + reach(&head)).min(record.end);
        let reached = self.align(head, record.start..to, OPEN_END, steps).end;
        added(first..last, steps);
        let mut behind = Vec::new();
        let from = record.end.saturating_sub(reach(&tail)).max(reached);
        let begun = self.align(tail, from..record.end, OPEN_START, &mut behind).start;
        if reached < begun {
            steps.push(Step { kind: Kind::Elided, quote: last..last, record: reached..begun });
        }
        steps.append(&mut behind);
    }

    /// The words of a stretch that an ellipsis stands before.
    fn ellipses(&self, quote: &Range<usize>) -> Vec<usize> {
        quote.clone().filter(|at| self.words.get(*at).is_some_and(|word| word.after_ellipsis)).collect()
    }

    /// Goes through both stretches; gives the part of the record that was used.
    fn align(&self, quote: Range<usize>, record: Range<usize>, ends: Ends, steps: &mut Vec<Step>) -> Range<usize> {
        let unused = if ends.start { record.end..record.end } else { record.start..record.start };
        if quote.is_empty() || record.is_empty() || (quote.len() + 1) * (record.len() + 1) > PAIRS_MAX {
            added(quote.clone(), steps);
            if ends.start || ends.end {
                return unused;
            }
            push(steps, Kind::Left, quote.end..quote.end, record.clone());
            return record;
        }
        let table = Table::fill(self, &quote, &record, ends);
        table.walk(&quote, &record, ends, steps)
    }
}

fn added(quote: Range<usize>, steps: &mut Vec<Step>) {
    if !quote.is_empty() {
        steps.push(Step { kind: Kind::Added, quote, record: 0..0 });
    }
}

fn push(steps: &mut Vec<Step>, kind: Kind, quote: Range<usize>, record: Range<usize>) {
    if !quote.is_empty() || !record.is_empty() {
        steps.push(Step { kind, quote, record });
    }
}

fn reach(quote: &Range<usize>) -> usize {
    if quote.is_empty() { 0 } else { 2 * quote.len() + ROOM }
}

/// The least costs of all beginnings of two stretches (Needleman and Wunsch), with the move that each was come to by. A word
/// that only the record has costs least, so that at an open end a word further on is still found.
struct Table {
    width: usize,
    moves: Vec<Move>,
    last_row: Vec<u32>,
}

impl Table {
    fn fill(fill: &Fill<'_>, quote: &Range<usize>, record: &Range<usize>, ends: Ends) -> Self {
        let words = &fill.words[quote.clone()];
        let recorded = &fill.record.words[record.clone()];
        let folded: Vec<String> = recorded.iter().map(|word| fill.record.folded(*word)).collect();
        let width = recorded.len() + 1;
        let mut moves = Vec::with_capacity((words.len() + 1) * width);
        let mut costs: Vec<Vec<u32>> = Vec::with_capacity(words.len() + 1);
        let left = |at: usize| u32::from(!recorded[at].aside);
        let mut first = vec![0; width];
        moves.push(Move::Origin);
        for at in 1..width {
            first[at] = if ends.start { 0 } else { first[at - 1] + left(at - 1) };
            moves.push(if ends.start { Move::Origin } else { Move::Left });
        }
        costs.push(first);
        for (row, word) in words.iter().enumerate() {
            let put_in = if word.inserted { 0 } else { word.weight };
            let mut own = vec![costs[row][0] + put_in];
            moves.push(Move::Added);
            for column in 0..recorded.len() {
                let other = &recorded[column];
                let mut best = (costs[row][column + 1] + put_in, Move::Added);
                let mut offer = |cost: u32, step: Move| {
                    if cost < best.0 {
                        best = (cost, step);
                    }
                };
                offer(own[column] + left(column), Move::Left);
                if word.id == other.id {
                    offer(costs[row][column], Move::Same);
                } else if is_alike(word, &folded[column]) {
                    offer(costs[row][column] + (word.weight + other.weight) / 3, Move::Alike);
                }
                if row > 0 && is_joined(&words[row - 1].folded, &word.folded, &folded[column]) {
                    offer(costs[row - 1][column], Move::TwoToOne);
                }
                if column > 0 && is_joined(&folded[column - 1], &folded[column], &word.folded) {
                    offer(costs[row][column - 1], Move::OneToTwo);
                }
                own.push(best.0);
                moves.push(best.1);
            }
            costs.push(own);
        }
        Self { width, moves, last_row: costs.pop().unwrap_or_default() }
    }

    /// Follows the moves back from the end; gives the part of the record that was used.
    fn walk(self, quote: &Range<usize>, record: &Range<usize>, ends: Ends, steps: &mut Vec<Step>) -> Range<usize> {
        let (mut row, mut column) = (quote.len(), record.len());
        if ends.end {
            column = (0..self.width).min_by_key(|column| self.last_row[*column]).unwrap_or(0);
        }
        let end = record.start + column;
        let mut back = Vec::new();
        loop {
            let (kind, words, others) = match self.moves[row * self.width + column] {
                Move::Origin => break,
                Move::Same => (Kind::Same, 1, 1),
                Move::Alike => (Kind::Alike, 1, 1),
                Move::TwoToOne => (Kind::Same, 2, 1),
                Move::OneToTwo => (Kind::Same, 1, 2),
                Move::Added => (Kind::Added, 1, 0),
                Move::Left => (Kind::Left, 0, 1),
            };
            let (to_row, to_column) = (quote.start + row, record.start + column);
            back.push(Step { kind, quote: to_row - words..to_row, record: to_column - others..to_column });
            row -= words;
            column -= others;
        }
        steps.extend(back.into_iter().rev());
        record.start + column..end
    }
}

/// Whether two words are written as one.
fn is_joined(first: &str, second: &str, whole: &str) -> bool {
    whole.len() == first.len() + second.len() && whole.starts_with(first) && whole.ends_with(second)
}

/// Whether another word of the record is so like the quote's that they stand for each other.
fn is_alike(word: &QuoteWord, other: &str) -> bool {
    let one = word.folded.as_str();
    if is_sign(one) || is_sign(other) {
        return false;
    }
    if word.unbracketed.is_some() {
        return one.chars().next() == other.chars().next() || is_misread(one, other);
    }
    let (letters, others) = (one.chars().count(), other.chars().count());
    let figures = one.chars().any(char::is_numeric) || other.chars().any(char::is_numeric);
    if letters.abs_diff(others) > 3 || figures {
        return figures && is_misread(one, other);
    }
    if is_misread(one, other) {
        return true;
    }
    let most = match letters.min(others) {
        0..ALIKE_LETTERS_MIN => return false,
        ALIKE_LETTERS_MIN..7 => 1,
        7..11 => 2,
        _ => 3,
    };
    edit_distance(one, other, most).is_some()
}
