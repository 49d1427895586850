//! Collects the running text of one block as flat spans: cleans characters, collapses spaces, merges styles.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::links::clean_address;
use crate::model::{Marks, Span};
use crate::notes::{Kind, Notes};

/// Changes of style in one block. A real paragraph has a few dozen; beyond this number formatting is an attack on
/// memory (a span is some 80 bytes), so the rest of the block becomes plain text.
const SPANS_MAX: usize = 20_000;
/// How deep `lang` may be nested: names inside quotations inside foreign passages, with room to spare.
const LANG_DEPTH_MAX: usize = 32;
/// Letters of a language tag: RFC 5646 section 4.4.1 asks for at least 35.
const LANG_BYTES_MAX: usize = 35;

/// A mark that can be switched on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Mark {
    Code,
    Emphasis,
    Strike,
    Strong,
    Subscript,
    Superscript,
}

/// The text of the block being read, and the style in force.
#[derive(Debug, Default)]
pub(in crate::parse) struct Inline {
    spans: Vec<Span>,
    /// How often each mark is open; a counter instead of a stack, so that misnested tags and a million of them cost nothing.
    open: [usize; 6],
    marks: Marks,
    href: Option<String>,
    langs: Vec<Option<String>>,
    langs_beyond: usize,
    lang: Option<String>,
    /// Whether the text so far ends in a space, so that a further one is not wanted.
    after_space: bool,
    /// How many spans were taken so far: most of what a document weighs in memory.
    taken: usize,
}

impl Inline {
    /// Appends text; runs of white space become one space, control characters vanish.
    pub(in crate::parse) fn text(&mut self, text: &str, notes: &mut Notes) {
        let bytes = text.as_bytes();
        let mut start = 0;
        let mut at = 0;
        while at < bytes.len() {
            // Nearly all text is words with single spaces between; these pass in one piece.
            if is_word(bytes[at]) {
                at += 1;
                continue;
            }
            if bytes[at] == b' ' && at > start && bytes.get(at + 1).copied().is_some_and(is_word) {
                at += 2;
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            let fate = fate(c);
            let after = at + c.len_utf8();
            if fate != Fate::Keep {
                self.append(&text[start..at], notes);
                start = after;
            }
            at = after;
            match fate {
                Fate::Space => self.space(notes),
                Fate::Noted => notes.add(Kind::Control),
                Fate::Drop | Fate::Keep => {}
            }
        }
        self.append(&text[start..], notes);
    }

    /// Appends a line break; spaces around it vanish, and so does a break at the start of the block.
    pub(in crate::parse) fn newline(&mut self, notes: &mut Notes) {
        self.trim_end(|c| c == ' ');
        if !self.spans.is_empty() {
            self.append("\n", notes);
        }
        self.after_space = true;
    }

    /// Whether the text so far ends in a line break.
    pub(in crate::parse) fn ends_in_newline(&self) -> bool {
        self.spans.last().is_some_and(|span| span.text.trim_end_matches(' ').ends_with('\n'))
    }

    /// Opens a mark.
    pub(in crate::parse) fn open(&mut self, mark: Mark) {
        self.open[mark as usize] += 1;
        self.set(mark, true);
    }

    /// Closes a mark opened before; one that was not opened is ignored.
    pub(in crate::parse) fn close(&mut self, mark: Mark) {
        let open = &mut self.open[mark as usize];
        *open = open.saturating_sub(1);
        if *open == 0 {
            self.set(mark, false);
        }
    }

    /// Sets exactly the marks given, whatever was opened before: for formats that state the whole style of each run.
    pub(in crate::parse) fn set_marks(&mut self, marks: Marks) {
        self.marks = marks;
    }

    /// Sets the language of what follows, for formats that state it for each run; what is no language tag is ignored.
    pub(in crate::parse) fn set_lang(&mut self, lang: Option<&str>) {
        self.lang = lang.filter(|lang| is_language_tag(lang)).map(str::to_owned);
    }

    /// Whether nothing was read since the last block.
    pub(in crate::parse) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// How many spans were read so far, in all blocks.
    pub(in crate::parse) fn spans_read(&self) -> usize {
        self.taken + self.spans.len()
    }

    /// Opens a link; a link that is still open ends here, as HTML has it.
    pub(in crate::parse) fn open_link(&mut self, address: &str, notes: &mut Notes) {
        self.href = clean_address(address);
        if self.href.is_none() {
            notes.add_with(Kind::Link, address);
        }
    }

    /// Closes the open link, if any.
    pub(in crate::parse) fn close_link(&mut self) {
        self.href = None;
    }

    /// Opens an element which may say its language.
    pub(in crate::parse) fn open_lang(&mut self, lang: Option<&str>) {
        if self.langs.len() >= LANG_DEPTH_MAX {
            self.langs_beyond += 1;
            return;
        }
        self.langs.push(self.lang.clone());
        if let Some(lang) = lang.filter(|lang| is_language_tag(lang)) {
            self.lang = Some(lang.to_owned());
        }
    }

    /// Closes an element opened by [`Inline::open_lang`].
    pub(in crate::parse) fn close_lang(&mut self) {
        if self.langs_beyond > 0 {
            self.langs_beyond -= 1;
        } else if let Some(before) = self.langs.pop() {
            self.lang = before;
        }
    }

    /// The spans collected so far, trimmed and in normal form; the style in force stays.
    pub(in crate::parse) fn take(&mut self) -> Vec<Span> {
        self.trim_end(|c| c == ' ' || c == '\n');
        self.after_space = false;
        let mut spans = std::mem::take(&mut self.spans);
        self.taken += spans.len();
        if spans.iter().all(|span| span.text.chars().all(char::is_whitespace)) {
            return Vec::new();
        }
        for span in &mut spans {
            normalise(&mut span.text);
        }
        spans
    }

    fn space(&mut self, notes: &mut Notes) {
        if !self.after_space && !self.spans.is_empty() {
            self.append(" ", notes);
            self.after_space = true;
        }
    }

    fn append(&mut self, text: &str, notes: &mut Notes) {
        if text.is_empty() {
            return;
        }
        self.after_space = false;
        let full = self.spans.len() >= SPANS_MAX;
        match self.spans.last_mut() {
            Some(last) if last.marks == self.marks && last.href == self.href && last.lang == self.lang => {
                last.text.push_str(text);
            }
            Some(last) if full && last.marks.is_none() && last.href.is_none() && last.lang.is_none() => {
                last.text.push_str(text);
            }
            _ if full => {
                notes.add(Kind::Spans);
                self.spans.push(Span::plain(text));
            }
            _ => {
                let (href, lang) = (self.href.clone(), self.lang.clone());
                self.spans.push(Span { href, lang, marks: self.marks, text: text.to_owned() });
            }
        }
    }

    fn trim_end(&mut self, unwanted: impl Fn(char) -> bool) {
        while let Some(last) = self.spans.last_mut() {
            let kept = last.text.trim_end_matches(&unwanted).len();
            last.text.truncate(kept);
            if kept > 0 {
                break;
            }
            self.spans.pop();
        }
    }

    fn set(&mut self, mark: Mark, on: bool) {
        match mark {
            Mark::Code => self.marks.code = on,
            Mark::Emphasis => self.marks.emphasis = on,
            Mark::Strike => self.marks.strike = on,
            Mark::Strong => self.marks.strong = on,
            Mark::Subscript => self.marks.subscript = on,
            Mark::Superscript => self.marks.superscript = on,
        }
    }
}

/// What happens to a character of foreign text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Keep,
    /// Breakable white space: becomes one space with its neighbours.
    Space,
    /// Has no meaning in running text.
    Drop,
    /// Would change what the reader sees without being seen; dropped and noted.
    Noted,
}

/// Bidirectional marks and isolates, joiners and no-break spaces stay: scripts need them. Overrides go: they make text
/// read otherwise than it is stored, and no orthography needs them.
fn fate(c: char) -> Fate {
    match c {
        '!'..='~' => Fate::Keep,
        ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        '\u{feff}' => Fate::Drop,
        '\u{202d}' | '\u{202e}' | '\u{fff9}'..='\u{fffb}' => Fate::Noted,
        c if c.is_control() => Fate::Noted,
        '\u{fdd0}'..='\u{fdef}' => Fate::Noted,
        c if u32::from(c) & 0xfffe == 0xfffe => Fate::Noted,
        _ => Fate::Keep,
    }
}

/// Whether `byte` is a visible ASCII character.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_graphic()
}

/// Puts `text` into normalisation form C; costs one look at text that is in it already.
fn normalise(text: &mut String) {
    if !text.is_ascii() && !text.chars().all(is_always_normal) && is_nfc_quick(text.chars()) != IsNormalized::Yes {
        *text = text.nfc().collect();
    }
}

/// Characters that are in form C whatever stands before them: most of what is ever read, and cheap to see.
fn is_always_normal(c: char) -> bool {
    matches!(c, ..'\u{300}' | '\u{400}'..='\u{482}' | '\u{621}'..='\u{64a}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

/// Whether `lang` has the form of a BCP 47 tag.
fn is_language_tag(lang: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary = lang.split('-').next().unwrap_or_default();
    lang.len() <= LANG_BYTES_MAX
        && (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && lang.split('-').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_for_normal_without_a_look_is_normal() {
        for c in ('\0'..=char::MAX).filter(|c| is_always_normal(*c)) {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn spaces_collapse_controls_vanish_and_marks_of_direction_stay() {
        let cases = [
            ("  a  b\t\nc  ", "a b c"),
            ("a\u{0}b\u{7f}c", "abc"),
            ("\u{feff}a\u{202e}b", "ab"),
            ("e\u{301}", "é"),
            ("\u{200f}ا\u{200c}ب \u{2067}c\u{2069}", "\u{200f}ا\u{200c}ب \u{2067}c\u{2069}"),
            ("5\u{a0}km", "5\u{a0}km"),
            (" \u{a0} ", ""),
        ];
        for (given, wanted) in cases {
            let mut inline = Inline::default();
            inline.text(given, &mut Notes::default());
            let text: String = inline.take().iter().map(|span| span.text.as_str()).collect();
            assert_eq!(text, wanted, "{given:?}");
        }
    }
}
