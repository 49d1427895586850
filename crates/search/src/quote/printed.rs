//! Texts as they are printed: where they are divided between words, when two read the same, and the difference being written.

use document::is_unspaced;

use super::DiffPiece;

/// Where the text between two words is divided: behind its last space, else before brackets and marks that open.
pub(super) fn divide(text: &str, end: usize, start: usize) -> usize {
    let Some(gap) = text.get(end..start) else { return start.max(end) };
    let space = gap.char_indices().rev().find(|(_, c)| c.is_whitespace());
    if let Some((at, c)) = space {
        return end + at + c.len_utf8();
    }
    let opening = |c: char| matches!(c, '(' | '[' | '«' | '“' | '‘' | '„' | '「' | '『' | '《' | '（' | '［' | '‹');
    end + gap.trim_end_matches(opening).len()
}

/// A text without what is not seen, every stretch of white space one space, and none where a script writes none.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            space = !out.is_empty();
        } else if !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}') {
            let unspaced = is_unspaced(c) || out.chars().next_back().is_some_and(is_unspaced);
            if std::mem::take(&mut space) && !unspaced {
                out.push(' ');
            }
            out.push(c);
        }
    }
    out
}

/// The difference being written: what only one side has is gathered until both agree again.
#[derive(Debug, Default)]
pub(super) struct Diff {
    /// What was written so far, without what is still gathered.
    pub pieces: Vec<DiffPiece>,
    only_quote: String,
    only_record: String,
}

impl Diff {
    /// Both have it.
    pub(super) fn same(&mut self, text: &str) {
        self.flush();
        if let Some(DiffPiece::Same(last)) = self.pieces.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.pieces.push(DiffPiece::Same(text.to_owned()));
        }
    }

    /// Only the quote has it.
    pub(super) fn quote(&mut self, text: &str) {
        self.only_quote.push_str(text);
    }

    /// Only the record has it.
    pub(super) fn record(&mut self, text: &str) {
        self.only_record.push_str(text);
    }

    /// Writes what was gathered.
    pub(super) fn flush(&mut self) {
        let (quote, record) = (std::mem::take(&mut self.only_quote), std::mem::take(&mut self.only_record));
        if !quote.is_empty() {
            self.pieces.push(DiffPiece::OnlyQuote(quote));
        }
        if !record.is_empty() {
            self.pieces.push(DiffPiece::OnlyRecord(record));
        }
    }
}
