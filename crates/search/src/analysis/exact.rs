//! Where words begin and end, and their exact forms.

use unicode_normalization::char::is_combining_mark;

use super::{Word, fold};

/// Longest word in characters. Longer runs, which no language has, are cut into words of this length, so that a term of
/// the index stays small whatever a text holds.
const WORD_CHARS_MAX: usize = 64;

/// Most groups of digits or letters that are looked at together (`1,000,000.5`, `U.S.S.R.`); a longer chain is not one
/// number or abbreviation.
const GROUPS_MAX: usize = 16;

/// How a stretch of text becomes a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters and digits.
    Letters,
    /// Single letters with full stops between, which are dropped.
    Dotted,
    /// Digits with separators of thousands, which are dropped.
    Whole,
    /// The same; the last separator stands before decimals and becomes a full stop.
    Decimal,
    /// A character of a script that puts no spaces between words.
    Unspaced,
    /// A sign that is a word as it is: a vulgar fraction.
    Sign,
}

/// A word's place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// How it becomes a word.
    pub sort: Sort,
}

impl Place {
    /// Appends the exact form; nothing where only signs without a sound stand.
    pub(crate) fn exact_into(self, text: &str, exact: &mut String) {
        let source = &text[self.start..self.end];
        match self.sort {
            Sort::Letters | Sort::Unspaced => fold(source, exact),
            Sort::Sign => exact.push_str(source),
            Sort::Dotted => source.split('.').for_each(|part| fold(part, exact)),
            Sort::Whole | Sort::Decimal => {
                let last =
                    source.char_indices().rev().find(|(_, c)| is_separator(*c)).map_or(source.len(), |(at, _)| at);
                for (at, c) in source.char_indices() {
                    if !is_separator(c) {
                        fold(c.encode_utf8(&mut [0; 4]), exact);
                    } else if at == last && self.sort == Sort::Decimal {
                        exact.push('.');
                    }
                }
            }
        }
    }
}

/// The words of a text in their exact forms, in order. Words joined by hyphens or apostrophes are words of their own next to
/// each other (`O’Neil` is `o`, `neil`), Han and other unspaced scripts one character a word, numbers one word however
/// they are grouped (`1,000` is `1000`), abbreviations without their full stops (`U.S.` is `us`).
pub(crate) fn exact(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut folded = String::new();
    scan(text, |place| {
        folded.clear();
        place.exact_into(text, &mut folded);
        if !folded.is_empty() {
            words.push(Word { start: place.start, end: place.end, text: folded.clone() });
        }
    });
    words
}

/// Gives the places of all words of a text in order. One pass; the time is in proportion to the text.
pub(crate) fn scan(text: &str, mut take: impl FnMut(Place)) {
    let mut at = 0;
    while let Some(start) = next_word(text, at) {
        let end = run(text, start);
        if end == start {
            // A character that is a word by itself.
            let character = char_at(text, start).unwrap_or(' ');
            at = start + character.len_utf8();
            let sort = match character {
                c if is_fraction(c) => Sort::Sign,
                c if is_unspaced(c) => Sort::Unspaced,
                _ => Sort::Letters,
            };
            at = marks_after(text, at);
            take(Place { start, end: at, sort });
            continue;
        }
        at = end;
        match text.as_bytes().get(end) {
            Some(b'.') if is_latin_letter(&text[start..end]) => at = dotted(text, start, end, &mut take),
            Some(b'.' | b',' | 0xd9) if is_digits(&text[start..end]) => at = number(text, start, end, &mut take),
            _ => take(Place { start, end, sort: Sort::Letters }),
        }
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// Where the next word begins.
fn next_word(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            return Some(at);
        }
        if byte.is_ascii() {
            at += 1;
            continue;
        }
        let character = char_at(text, at)?;
        if is_letter(character) || is_single(character) {
            return Some(at);
        }
        at += character.len_utf8();
    }
}

/// Where the run of letters that begins at `start` ends; `start` itself where a character stands that is a word alone.
fn run(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut end, mut length) = (start, start, 0);
    while length < WORD_CHARS_MAX {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => {
                at += 1;
                end = at;
                length += 1;
            }
            Some(byte) if !byte.is_ascii() => {
                let Some(character) = char_at(text, at) else { break };
                let next = at + character.len_utf8();
                if is_single(character) {
                    break;
                } else if is_letter(character) || is_combining_mark(character) {
                    end = next;
                } else if !is_ignored(character) && !joins(text, start, at, next) {
                    break;
                }
                at = next;
                length += 1;
            }
            _ => break,
        }
    }
    end
}

/// Marks belong to the character before them.
fn marks_after(text: &str, mut at: usize) -> usize {
    while let Some(mark) = char_at(text, at).filter(|c| !c.is_ascii() && is_combining_mark(*c)) {
        at += mark.len_utf8();
    }
    at
}

/// Whether the character between `at` and `next` is the dot of a Catalan geminated l.
fn joins(text: &str, start: usize, at: usize, next: usize) -> bool {
    let is_l = |byte: Option<&u8>| byte.is_some_and(|byte| byte.eq_ignore_ascii_case(&b'l'));
    text[at..next] == *"·" && at > start && is_l(text.as_bytes().get(at - 1)) && is_l(text.as_bytes().get(next))
}

/// An abbreviation of single letters, or initials before a name, which stay letters. Gives where to go on.
fn dotted(text: &str, start: usize, end: usize, take: &mut impl FnMut(Place)) -> usize {
    let mut places = vec![Place { start, end, sort: Sort::Letters }];
    let mut is_name = false;
    let mut last = end;
    while places.len() < GROUPS_MAX && text.as_bytes().get(last) == Some(&b'.') {
        let next = last + 1;
        if !char_at(text, next).is_some_and(is_letter) {
            break;
        }
        let run_end = run(text, next);
        if !is_latin_letter(&text[next..run_end]) {
            is_name = run_end > next;
            break;
        }
        places.push(Place { start: next, end: run_end, sort: Sort::Letters });
        last = run_end;
    }
    if places.len() > 1 && !is_name {
        take(Place { start, end: last, sort: Sort::Dotted });
    } else {
        places.into_iter().for_each(take);
    }
    last
}

/// A number with its separators; what is no number (`22.09.2020`) is a word each. Gives where to go on.
fn number(text: &str, start: usize, end: usize, take: &mut impl FnMut(Place)) -> usize {
    let mut groups = vec![(start, end)];
    let mut separators = Vec::new();
    let mut last = end;
    while groups.len() < GROUPS_MAX {
        let Some(separator) = char_at(text, last).filter(|c| is_separator(*c)) else { break };
        let next = last + separator.len_utf8();
        if !char_at(text, next).is_some_and(is_digit) {
            break;
        }
        let run_end = run(text, next);
        if !is_digits(&text[next..run_end]) {
            break;
        }
        groups.push((next, run_end));
        // The Arabic signs say which of the two they are.
        separators.push(match separator {
            '\u{66b}' => '.',
            '\u{66c}' => ',',
            _ => separator,
        });
        last = run_end;
    }
    match shape(&groups, &separators) {
        Some(sort) => take(Place { start, end: last, sort }),
        None => groups.into_iter().for_each(|(start, end)| take(Place { start, end, sort: Sort::Letters })),
    }
    last
}

/// What groups of ASCII or Arabic digits with these separators are together; nothing if they are no number.
fn shape(groups: &[(usize, usize)], separators: &[char]) -> Option<Sort> {
    // Arabic digits have two bytes: a group of three has three or six.
    let is_three = |(start, end): &(usize, usize)| matches!(end - start, 3 | 6);
    let (last, before) = separators.split_last()?;
    let thousands = |separators: &[char], groups: &[(usize, usize)]| {
        separators.windows(2).all(|pair| pair[0] == pair[1]) && groups.iter().all(is_three)
    };
    let inner = groups.get(1..groups.len() - 1)?;
    match before {
        [] if *last == ',' && is_three(groups.last()?) => Some(Sort::Whole),
        [] => Some(Sort::Decimal),
        [first, ..] if first == last && thousands(separators, &groups[1..]) => Some(Sort::Whole),
        [first, ..] if first != last && thousands(before, inner) => Some(Sort::Decimal),
        _ => None,
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{66b}' | '\u{66c}')
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩')
}

fn is_digits(word: &str) -> bool {
    word.chars().all(is_digit)
}

fn is_latin_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(|c| matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='ɏ') && c.is_alphabetic());
    first && letters.next().is_none()
}

/// Letters and digits of scripts with spaces; the ranges come first because most texts need no more.
fn is_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ء'..='غ' | 'ف'..='ي') || c.is_alphanumeric()
}

/// Characters that are a word by themselves: Han, kana and the scripts of South-East Asia that put no spaces between words,
/// vulgar fractions, and raised or lowered digits, which are mostly references to notes.
pub(super) fn is_single(c: char) -> bool {
    matches!(c, '一'..='鿿') || is_unspaced(c) || is_fraction(c) || is_raised(c)
}

/// Characters of scripts without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}'
        | '\u{e01}'..='\u{e30}' | '\u{e32}'..='\u{e33}' | '\u{e40}'..='\u{e46}' | '\u{e81}'..='\u{eb0}' | '\u{eb2}'..='\u{eb3}' | '\u{ebd}'..='\u{ec6}'
        | '\u{1000}'..='\u{102a}' | '\u{103f}' | '\u{1050}'..='\u{1055}' | '\u{1780}'..='\u{17b3}')
        && c.is_alphanumeric()
}

fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '\u{2150}'..='\u{215e}' | '\u{2189}')
}

fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
}

/// Signs that a reader does not see inside a word: soft hyphens, joiners, directions, variants.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
