//! Lines that end a transcript or part it: `END 2:15 P.M.`, `[ends]`, `* * *`.

use super::cutting::{Cut, Opening};
use super::paragraph_text;
use crate::model::Block;

/// Characters of a line that ends a transcript; longer ones say something.
const CLOSING_CHARS_MAX: usize = 100;
/// Letters beside the word that ends it: a time of day and a zone.
const OTHER_LETTERS_MAX: usize = 12;

/// Whether `line` is one that ends a transcript: a word for the end or a time of day, alone but for the other.
pub(crate) fn is_closing(line: &str) -> bool {
    const ENDS: &[&str] = &[
        "end",
        "ends",
        "fin",
        "fim",
        "ende",
        "fine",
        "конец",
        "النهاية",
        "انتهى",
        "完",
        "结束",
        "結束",
        "以上",
        "끝",
        "koniec",
        "son",
        "слава",
    ];
    let line = line.trim();
    if line.is_empty() || line.chars().count() > CLOSING_CHARS_MAX || line.contains(['?', '!', '？', '！']) {
        return false;
    }
    let has_digit = line.contains(|c: char| c.is_numeric());
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut ends, mut others, mut letters) = (false, 0, 0);
    for word in words {
        if word.chars().all(char::is_numeric) {
            continue;
        }
        if !ends && others == 0 && ENDS.contains(&word.to_lowercase().as_str()) {
            ends = true;
            continue;
        }
        others += 1;
        letters += word.chars().count();
    }
    match ends {
        true if has_digit => letters <= OTHER_LETTERS_MAX,
        true => others == 0,
        false => is_time_of_day(line),
    }
}

/// `12:27 P.M. EDT`: digits around a colon, and no more than half a day and a zone beside them.
fn is_time_of_day(line: &str) -> bool {
    let Some((hour, rest)) = line.split_once([':', '.']) else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let behind = rest[digits..].trim();
    let is_hour = (1..=2).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit());
    let half = behind.to_lowercase();
    let half = half.trim_start_matches(['a', 'p']).trim_start_matches('.');
    let named = half.starts_with('m') && behind.starts_with(|c: char| c.is_ascii_alphabetic());
    let letters = behind.chars().filter(|c| c.is_alphabetic()).count();
    is_hour
        && digits == 2
        && named
        && letters <= 6
        && behind.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ' ' | '\u{a0}'))
}

/// Whether `line` parts a text: stars, rules, number signs and nothing else.
pub(crate) fn is_break(line: &str) -> bool {
    let signs = || line.chars().filter(|c| !c.is_whitespace());
    signs().count() >= 3
        && signs().all(|c| matches!(c, '*' | '#' | '_' | '-' | '–' | '—' | '=' | '~' | '•' | '·' | '⁂'))
}

/// Adds a cut where `block` is, or ends in, a line that ends the transcript or parts it.
pub(super) fn add_cuts(block: &Block, cuts: &mut Vec<Cut>) {
    let Some(text) = paragraph_text(block) else { return };
    // A page number may stand below it.
    let end =
        text.trim_end_matches(|c: char| !c.is_alphabetic() && !matches!(c, ']' | ')' | '*' | '#' | '_' | '-')).len();
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let line = &text[start..end];
    let (start, line) = match ends_within(line) {
        Some(at) => (start + at, &line[at..]),
        None => (start, line),
    };
    let taken = cuts.iter().any(|cut| cut.start >= start || cut.text > start);
    if !taken && (is_closing(line) || is_break(line)) {
        cuts.push(Cut { start, text: start, opening: Opening::End });
    }
}

/// Where the word that ends the transcript stands behind the last sentence of its line: `Thank you. ends`.
fn ends_within(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let (at, space) = line.char_indices().rfind(|(_, c)| c.is_whitespace())?;
    let at = at + space.len_utf8();
    let (before, last) = (line[..at].trim_end(), line[at..].trim_matches(['[', ']', '(', ')', '-']));
    let is_end = matches!(last, "ends" | "ENDS" | "Ends");
    (is_end && before.ends_with(['.', '?', '!', '"', '”', ')', '…'])).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_times_close_and_words_do_not() {
        for line in [
            "END 2:15 P.M. EDT",
            "[ends]",
            "-Ends-",
            "ENDS",
            "ends.",
            "12:27 P.M. EDT",
            "(END)",
            "结束",
            "END ___ 11:15 A.M. EST",
        ] {
            assert!(is_closing(line), "{line}");
        }
        for line in
            ["The end is near.", "End the war.", "Ends?", "10:30", "Yes.", "It ends at 5 p.m.", "", "2:1 is a ratio"]
        {
            assert!(!is_closing(line), "{line}");
        }
        assert!(is_break("* * *") && is_break("###") && !is_break("--") && !is_break("a ***"));
    }
}
