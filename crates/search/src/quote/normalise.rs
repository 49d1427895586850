//! The quote as somebody pasted it, made ready for comparing.
//!
//! Nothing is thrown away that could be the record's own: ellipses, brackets and labels only say where the quote may differ
//! from the record without being altered.

use std::collections::HashMap;
use std::ops::Range;

use document::is_unspaced;
use unicode_normalization::UnicodeNormalization as _;

use super::QUOTE_CHARS_MAX;
use super::tokens::{each_token, is_sign};

/// Characters of a speaker's label before its colon: longer than any office with a name, shorter than a sentence.
const LABEL_CHARS_MAX: usize = 90;
/// Words of a speaker's label.
const LABEL_WORDS_MAX: usize = 10;
/// Characters between square brackets that are taken for a quoter's insertion; more is a paragraph in brackets.
const INSERTION_CHARS_MAX: usize = 200;
/// The most that one word weighs: a long word is not a whole clause.
const WEIGHT_MAX: usize = 12;

/// A quote ready for comparing.
#[derive(Debug)]
pub(super) struct Quote {
    /// The text that is compared and shown: NFC, without invisible characters.
    pub text: String,
    /// Its words and signs.
    pub words: Vec<QuoteWord>,
    /// Labels of speakers that were pasted with it, in order.
    pub labels: Vec<Label>,
    /// Whether it was longer than what is looked at.
    pub cut: bool,
    /// The numbers of the words, from 1; 0 is any word that the quote does not have.
    pub vocabulary: HashMap<String, u32>,
}

/// A word of a quote.
#[derive(Debug, Clone)]
pub(super) struct QuoteWord {
    /// Where it begins in the quote's text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The folded form.
    pub folded: String,
    /// The number of the folded form.
    pub id: u32,
    /// How much it counts when similarity is measured: its letters.
    pub weight: u32,
    /// Whether an ellipsis stands before it.
    pub after_ellipsis: bool,
    /// Whether it stands in square brackets: the quoter's word.
    pub inserted: bool,
    /// Whether a speaker's label was taken out before it.
    pub after_label: bool,
    /// The word without letters that stood in square brackets inside it (`promise[d]`).
    pub unbracketed: Option<String>,
}

/// A speaker's label pasted before what was said, or after it.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// Its words.
    pub words: Range<usize>,
    /// The label as pasted.
    pub text: String,
    /// Whether it stands after the words that it is for.
    pub after: bool,
}

impl Quote {
    /// Reads what was pasted; of more than [`QUOTE_CHARS_MAX`] characters only the beginning.
    pub(super) fn read(pasted: &str) -> Self {
        let (pasted, cut) = beginning(pasted);
        let visible: String = pasted.nfc().filter_map(visible).collect();
        let (text, bracketed) = without_inner_brackets(&visible);
        let mut quote = Self { text, words: Vec::new(), labels: Vec::new(), cut, vocabulary: HashMap::new() };
        quote.words = words(&quote.text, &bracketed, &mut quote.vocabulary);
        quote.labels = labels(&quote.text, &quote.words);
        quote
    }

    /// The same without the words of its labels; nothing where there are none.
    pub(super) fn without_labels(&self) -> Option<Vec<QuoteWord>> {
        if self.labels.is_empty() {
            return None;
        }
        let in_label = |at: usize| self.labels.iter().any(|label| label.words.contains(&at));
        let said = self.words.iter().enumerate().filter(|(at, _)| !in_label(*at));
        let words: Vec<QuoteWord> =
            said.map(|(at, word)| QuoteWord { after_label: at > 0 && in_label(at - 1), ..word.clone() }).collect();
        (!words.is_empty()).then_some(words)
    }
}

/// How long a quote is, so that a quote of four words is as long as one of eight Han characters: two for a word, one for a
/// character of a script that writes no spaces.
pub(super) fn length(words: &[QuoteWord]) -> usize {
    let said = words.iter().filter(|word| !word.inserted && !is_sign(&word.folded));
    said.map(|word| if is_character(&word.folded) { 1 } else { 2 }).sum()
}

/// Whether a folded word is a single character of a script that writes no spaces.
pub(super) fn is_character(folded: &str) -> bool {
    folded.chars().next().is_some_and(|c| is_unspaced(c) && c.is_alphabetic())
}

/// How much a word counts when similarity is measured.
pub(super) fn weight(folded: &str) -> u32 {
    let letters = folded.chars().take(WEIGHT_MAX).count();
    u32::try_from(letters.max(2)).unwrap_or(2)
}

/// The part of the text that is looked at; a word that the limit cuts is left out.
fn beginning(pasted: &str) -> (&str, bool) {
    let pasted = pasted.trim();
    let Some((end, next)) = pasted.char_indices().nth(QUOTE_CHARS_MAX) else { return (pasted, false) };
    let kept = &pasted[..end];
    let whole = next.is_whitespace() || is_unspaced(next);
    let room = if whole { None } else { kept.rfind(|c: char| c.is_whitespace() || is_unspaced(c)) };
    (room.map_or(kept, |room| &kept[..room]), true)
}

/// A character as it is looked at: nothing for what nobody sees, a space for control characters.
fn visible(c: char) -> Option<char> {
    match c {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\r' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' => None,
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

/// Takes square brackets out of the inside of words (`[T]he`, `promise[d]`); says which letters stood in them.
fn without_inner_brackets(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut out, mut bracketed, mut rest) = (String::with_capacity(text.len()), Vec::new(), text);
    while let Some(open) = rest.find('[') {
        let (before, inside) = rest.split_at(open);
        out.push_str(before);
        let inside = &inside[1..];
        let letters = inside.find(|c: char| !c.is_alphabetic()).unwrap_or(inside.len());
        let after = &inside[letters..];
        let is_inside = letters > 0
            && after
                .strip_prefix(']')
                .is_some_and(|after| out.ends_with(char::is_alphabetic) || after.starts_with(char::is_alphabetic));
        if is_inside {
            bracketed.push(out.len()..out.len() + letters);
            out.push_str(&inside[..letters]);
            rest = &after[1..];
        } else {
            out.push('[');
            rest = inside;
        }
    }
    out.push_str(rest);
    (out, bracketed)
}

fn words(text: &str, bracketed: &[Range<usize>], vocabulary: &mut HashMap<String, u32>) -> Vec<QuoteWord> {
    let mut words: Vec<QuoteWord> = Vec::new();
    let insertions = insertions(text);
    let mut from = 0;
    each_token(text, |start, end, folded| {
        let next = u32::try_from(vocabulary.len() + 1).unwrap_or(u32::MAX);
        let id = *vocabulary.entry(folded.to_owned()).or_insert(next);
        let before = text.get(from..start).unwrap_or_default();
        from = from.max(end);
        words.push(QuoteWord {
            start,
            end,
            folded: folded.to_owned(),
            id,
            weight: weight(folded),
            after_ellipsis: has_ellipsis(before),
            inserted: insertions.iter().any(|range| range.contains(&start)),
            after_label: false,
            unbracketed: unbracketed(text, start..end, bracketed),
        });
    });
    words
}

fn unbracketed(text: &str, word: Range<usize>, bracketed: &[Range<usize>]) -> Option<String> {
    let own = bracketed.iter().filter(|range| word.start <= range.start && range.end <= word.end);
    let (mut out, mut from) = (String::new(), word.start);
    for range in own {
        out.push_str(text.get(from..range.start)?);
        from = range.end;
    }
    (from > word.start || bracketed.iter().any(|range| range.start == word.start && range.end <= word.end))
        .then(|| out + text.get(from..word.end).unwrap_or_default())
}

/// What stands in square brackets, of any width.
fn insertions(text: &str) -> Vec<Range<usize>> {
    let (mut ranges, mut open) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        match c {
            '[' | '［' | '〔' => open = Some(at),
            ']' | '］' | '〕' => {
                let inside = open.take().filter(|open| text[*open..at].chars().count() <= INSERTION_CHARS_MAX);
                ranges.extend(inside.map(|open| open..at));
            }
            _ => {}
        }
    }
    ranges
}

/// Whether an ellipsis stands in what divides two words: `…`, two full stops or more, `⋯`, `。。。`, alone or in brackets.
fn has_ellipsis(between: &str) -> bool {
    let mut stops = 0;
    for c in between.chars() {
        match c {
            '…' | '⋯' | '‥' | '︙' => return true,
            '.' | '。' | '．' | '․' => stops += 1,
            c if c.is_whitespace() => {}
            _ => stops = 0,
        }
        if stops > 1 {
            return true;
        }
    }
    false
}

/// Labels at the beginnings of lines, and one after a dash at the end.
fn labels(text: &str, words: &[QuoteWord]) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        if let Some(end) = label_end(line) {
            labels.extend(label(text, words, from..from + end, false));
        }
        from += line.len();
    }
    let last = text.trim_end().rfind('\n').map(|at| at + 1);
    let signed = last.filter(|at| text[*at..].trim_start().starts_with(['—', '–', '-', '―']));
    if let Some(at) = signed.filter(|at| text[*at..].chars().count() <= LABEL_CHARS_MAX) {
        labels.extend(label(text, words, at..text.len(), true));
    }
    labels
}

/// Where the label of a line ends: before its first colon, if what stands before it can be a label at all.
fn label_end(line: &str) -> Option<usize> {
    let (at, c) = line.char_indices().take(LABEL_CHARS_MAX).find(|(_, c)| matches!(c, ':' | '：'))?;
    let after = line[at + c.len_utf8()..].chars().next();
    let parted = c == '：' || after.is_none_or(|next| next.is_whitespace() || !next.is_alphanumeric());
    let sentence = line[..at].contains(['?', '!', ';', '。', '？', '！', '؟', '…']);
    (parted && !sentence && line[..at].contains(char::is_alphabetic)).then_some(at)
}

fn label(text: &str, words: &[QuoteWord], bytes: Range<usize>, after: bool) -> Option<Label> {
    let first = words.iter().position(|word| word.start >= bytes.start)?;
    let count = words[first..].iter().take_while(|word| word.end <= bytes.end).count();
    let is_quote = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '.');
    // A label and nothing else is no label: then it is what was asked about.
    (1..=LABEL_WORDS_MAX).contains(&count).then_some(())?;
    (count < words.len()).then(|| Label {
        words: first..first + count,
        text: text[bytes].trim_matches(is_quote).to_owned(),
        after,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mark = |word: &QuoteWord| {
            let before = if word.after_ellipsis { "…" } else { "" };
            if word.inserted { format!("{before}[{}]", word.folded) } else { format!("{before}{}", word.folded) }
        };
        Quote::read(text).words.iter().map(mark).collect()
    }

    #[test]
    fn ellipses_brackets_and_noise_of_copying_are_told_from_words() {
        for (pasted, expected) in [
            ("“We will go,”", "we will go"),
            ("we will … go", "we will …go"),
            ("we will ... go", "we will …go"),
            ("we will . . . go", "we will …go"),
            ("we will [...] go", "we will …go"),
            ("we will [ … ] go", "we will …go"),
            ("we will (…) go", "we will …go"),
            ("We will <…> go", "we will …go"),
            ("我们……将去", "我 们 …将 去"),
            ("我们。。。将去", "我 们 …将 去"),
            ("we will. Go", "we will go"),
            ("[the minister] will go", "[the] [minister] will go"),
            ("[T]he min\u{ad}ister prom\u{200b}ise[d]", "the minister promised"),
            ("he said [sic] that", "he said [sic] that"),
            ("an open [bracket", "an open bracket"),
            ("line\r\nbreak\u{2029}here\u{7}now", "line break here now"),
        ] {
            assert_eq!(read(pasted).join(" "), expected, "{pasted}");
        }
    }

    #[test]
    fn letters_in_brackets_inside_a_word_are_known() {
        let quote = Quote::read("[T]he promise[d] [im]possible");
        let outer: Vec<_> = quote.words.iter().map(|word| word.unbracketed.clone().unwrap()).collect();
        assert_eq!(outer, ["he", "promise", "possible"]);
    }

    #[test]
    fn labels_are_found_before_and_after_what_was_said() {
        for (pasted, expected) in [
            ("Foreign Minister: We will go.", vec!["Foreign Minister"]),
            ("“Ilse Maren: We will go.”", vec!["Ilse Maren"]),
            ("外交部长：我们将去", vec!["外交部长"]),
            ("Question: Will you go?\nMr. Maren: We will.", vec!["Question", "Mr. Maren"]),
            ("We will go.\n— Ilse Maren", vec!["Ilse Maren"]),
            ("We will go at 10:30 tomorrow", vec![]),
            ("Will you? Say: yes", vec![]),
            ("Foreign Minister:", vec![]),
        ] {
            let labels: Vec<_> = Quote::read(pasted).labels.iter().map(|label| label.text.clone()).collect();
            assert_eq!(labels, expected, "{pasted}");
        }
    }

    #[test]
    fn a_long_quote_is_cut_before_a_word() {
        let quote = Quote::read(&"harbour ".repeat(300));
        assert!(quote.cut && quote.words.iter().all(|word| word.folded == "harbour"));
        assert!(quote.text.chars().count() <= QUOTE_CHARS_MAX);
        assert!(!Quote::read(&"a".repeat(QUOTE_CHARS_MAX)).cut);
        assert_eq!(Quote::read(&"a".repeat(QUOTE_CHARS_MAX + 1)).text.len(), QUOTE_CHARS_MAX);
    }
}
