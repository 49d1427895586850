//! Where passages begin and end, and their pieces.

use super::mark::Mark;
use crate::Piece;
use crate::analysis::exact;

/// Columns of a passage, about three lines of a page; wide characters take two.
pub(super) const COLUMNS: usize = 240;
/// Columns before the first marked word where the passage does not begin with its sentence.
pub(super) const COLUMNS_BEFORE: usize = 60;
/// A sentence that begins at most this many columns before the first marked word is shown from its beginning.
const SENTENCE_BEFORE: usize = 100;
/// A text that is longer by at most this is shown whole: cutting off a word or two helps nobody.
pub(super) const COLUMNS_SPARE: usize = 30;

/// Columns a text takes where wide characters take two.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Where a passage around the bytes `first..last` of a text begins and ends: at sentences where they are near, else at words.
pub(super) fn bounds(text: &str, first: usize, last: usize) -> (usize, usize) {
    if columns(text) <= COLUMNS + COLUMNS_SPARE {
        return (0, text.len());
    }
    let words = exact(text);
    let before = |start: usize| columns(&text[start..first]);
    let near = words.iter().rev().skip_while(|word| word.start > first);
    let mut from = first;
    for word in near {
        let start = opened(text, word.start);
        let distance = before(start);
        if distance > SENTENCE_BEFORE {
            break;
        }
        if start == 0 || begins_sentence(text, start) {
            from = start;
            break;
        }
        if distance <= COLUMNS_BEFORE {
            from = start;
        }
    }
    let mut to = last;
    for word in words.iter().skip_while(|word| word.end < last) {
        let end = closed(text, word.end);
        if columns(&text[from..end]) > COLUMNS + if end == text.len() { COLUMNS_SPARE } else { 0 } {
            break;
        }
        to = end.max(to);
    }
    // The text ends soon after: what stands in front gets the room that is left.
    if to == text.len() && columns(&text[from..to]) < COLUMNS {
        let starts = words.iter().rev().map(|word| opened(text, word.start));
        let earliest = starts.take_while(|start| columns(&text[*start..to]) <= COLUMNS).last();
        from = earliest.unwrap_or(from).min(from);
    }
    (from, to)
}

/// The byte from which opening signs stand before the word at `start`.
fn opened(text: &str, start: usize) -> usize {
    let signs = text[..start].chars().rev().take_while(|c| {
        matches!(c, '“' | '„' | '"' | '«' | '»' | '‘' | '(' | '（' | '[' | '「' | '『' | '《' | '¿' | '¡')
    });
    start - signs.map(char::len_utf8).sum::<usize>()
}

/// The byte up to which closing signs and marks of a sentence's end stand after the word that ends at `end`.
fn closed(text: &str, end: usize) -> usize {
    let closing = |c: &char| {
        !c.is_alphanumeric()
            && !c.is_whitespace()
            && !matches!(c, '“' | '„' | '«' | '(' | '（' | '[' | '「' | '『' | '《' | '¿' | '¡' | '–' | '—')
    };
    let signs: usize = text[end..].chars().take_while(closing).map(char::len_utf8).sum();
    let rest = &text[end + signs..];
    if rest.trim().is_empty() { text.len() } else { end + signs }
}

fn begins_sentence(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let gap = before.len() < start;
    let end = before.trim_end_matches(['”', '"', '»', '’', ')', '）', '」', '』', '》']).chars().next_back();
    match end {
        Some('。' | '！' | '？' | '\n') => true,
        Some('.' | '!' | '?' | '؟' | '۔' | '…' | ':') => gap,
        _ => text[before.len()..start].contains('\n'),
    }
}

/// The beginning of a text, cut at a word or sentence.
pub(super) fn beginning(text: &str) -> Vec<Piece> {
    let text = text.trim();
    let (_, to) = bounds(text, 0, 0);
    cut(text, 0, to, &[])
}

/// The passage between two bytes with its marks and an ellipsis at ends that are cut.
pub(super) fn cut(text: &str, from: usize, to: usize, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces = pieces(text, from, to, marks);
    let plain = |text: &str| Piece { text: text.to_owned(), marked: false };
    if !text[..from].trim().is_empty() {
        match pieces.first_mut().filter(|piece| !piece.marked) {
            Some(first) => first.text.insert(0, '…'),
            None => pieces.insert(0, plain("…")),
        }
    }
    if !text[to..].trim().is_empty() {
        let spaceless = text[..to].ends_with(['.', '!', '?', '؟', '。', '！', '？']);
        let ellipsis = if spaceless { " …" } else { "…" };
        match pieces.last_mut().filter(|piece| !piece.marked) {
            Some(last) => last.text.push_str(ellipsis),
            None => pieces.push(plain(ellipsis)),
        }
    }
    pieces
}

/// The text between two bytes in marked and other pieces; line breaks become spaces.
pub(super) fn pieces(text: &str, from: usize, to: usize, marks: &[Mark]) -> Vec<Piece> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    let mut inside: Vec<(usize, usize)> =
        marks.iter().map(|mark| (mark.start, mark.end)).filter(|(start, end)| *start >= from && *end <= to).collect();
    inside.sort_unstable();
    for (start, end) in inside {
        match stretches.last_mut() {
            // What overlaps or touches is one.
            Some(before) if start <= before.1 => before.1 = before.1.max(end),
            _ => stretches.push((start, end)),
        }
    }
    let mut pieces = Vec::new();
    let mut push = |start: usize, end: usize, marked: bool| {
        if start < end {
            pieces.push(Piece { text: text[start..end].replace(['\n', '\r'], " "), marked });
        }
    };
    let mut at = from;
    for (start, end) in stretches {
        push(at, start, false);
        push(start, end, true);
        at = end;
    }
    push(at, to, false);
    pieces
}
