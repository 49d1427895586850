//! Texts as words, numbers, spaces and marks: what a comparison, a weighing and a check look at.

use unicode_normalization::char::is_combining_mark;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters; in scripts that write no spaces between words a single character.
    Word,
    /// Anything with a figure in it: `19`, `1,500.5`, `19:30`, `22.09.2020`, `19th`.
    Number,
    /// A run of white space.
    Space,
    /// One sign that is neither letter, figure nor space.
    Mark,
}

/// A piece of a text; all tokens of a text together are the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// What it is.
    pub kind: TokenKind,
    /// The token itself, never empty.
    pub text: &'t str,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    #[must_use]
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// Cuts a text into words, numbers, spaces and marks.
///
/// A word keeps its inner apostrophes (`don't`, `l’accord`), a number its inner separators. Scripts without spaces
/// (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one token per character with the marks that belong to it.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (kind, len) = if first.is_whitespace() {
            (TokenKind::Space, run(&text[at..], char::is_whitespace))
        } else if is_unspaced(first) && first.is_alphabetic() {
            (TokenKind::Word, with_marks(&text[at..], first))
        } else if first.is_alphanumeric() {
            word(&text[at..])
        } else {
            (TokenKind::Mark, with_marks(&text[at..], first))
        };
        out.push(Token { at, kind, text: &text[at..at + len] });
        at += len;
    }
    out
}

/// Whether a character belongs to a script that writes no spaces between words.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    crate::parse::is_spaceless(c)
        || matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn with_marks(text: &str, first: char) -> usize {
    first.len_utf8() + run(&text[first.len_utf8()..], is_attached)
}

/// What belongs to the character before it: combining marks, joiners, variation selectors, soft hyphens.
fn is_attached(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}')
}

fn word(text: &str) -> (TokenKind, usize) {
    let (mut end, mut has_figure, mut before) = (0, false, ' ');
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inside = (c.is_alphanumeric() && !(is_unspaced(c) && c.is_alphabetic()))
            || (at > 0 && is_attached(c))
            || (is_apostrophe(c) && before.is_alphabetic() && next.is_alphabetic() && !is_unspaced(next))
            || (matches!(c, '.' | ',' | ':' | '/' | '٫' | '٬') && before.is_numeric() && next.is_numeric());
        if !inside {
            break;
        }
        has_figure |= c.is_numeric();
        before = c;
        end = at + c.len_utf8();
    }
    (if has_figure { TokenKind::Number } else { TokenKind::Word }, end)
}

/// The apostrophes that stand inside words.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// How many single letters must be put in, left out, replaced or swapped with their neighbour to get from one word to
/// the other (Damerau's distance, optimal string alignment), or nothing when there are more than `most`.
#[must_use]
pub fn edit_distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, a) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, b) in other.iter().enumerate() {
            let replaced = last[column] + usize::from(a != b);
            let mut least = replaced.min(last[column + 1] + 1).min(next[column] + 1);
            if row > 0 && column > 0 && *a == other[column - 1] && one[row - 1] == *b {
                least = least.min(before[column - 1] + 1);
            }
            next.push(least);
        }
        // Every way leads through each row, so nothing below can become less again.
        if next.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn texts_of_any_script_are_cut_into_words() {
        for (text, pieces) in [
            ("Don’t go, “now”.", vec!["Don’t", " ", "go", ",", " ", "“", "now", "”", "."]),
            ("At 19:30, 1,500.5 t", vec!["At", " ", "19:30", ",", " ", "1,500.5", " ", "t"]),
            ("22.09.2020.", vec!["22.09.2020", "."]),
            ("переговоры – да", vec!["переговоры", " ", "–", " ", "да"]),
            ("外交部2020年", vec!["外", "交", "部", "2020", "年"]),
            ("كلمةُ الوزير", vec!["كلمةُ", " ", "الوزير"]),
            ("ที่นี่", vec!["ที่", "นี่"]),
            ("", vec![]),
        ] {
            assert_eq!(cut(text), pieces, "{text}");
        }
    }

    #[test]
    fn distances_count_single_letters_and_swaps() {
        for (one, other, distance) in [
            ("minster", "minister", Some(1)),
            ("foriegn", "foreign", Some(1)),
            ("same", "same", Some(0)),
            ("министр", "минстр", Some(1)),
            ("talks", "peace", None),
            ("ab", "abcd", Some(2)),
            ("", "abc", None),
        ] {
            assert_eq!(edit_distance(one, other, 2), distance, "{one} {other}");
        }
    }
}
