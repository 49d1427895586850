//! Plain text to paragraphs: parted by blank lines, with the line breaks inside kept for the recognition of labels
//! and joined afterwards.

use std::borrow::Cow;

use super::builder::Builder;
use crate::model::{Block, Body};

/// Feeds plain text to `builder`; line breaks inside paragraphs stay.
pub(super) fn feed_plain(text: &str, builder: &mut Builder<'_>) {
    for line in unix_lines(text).split('\n') {
        // A no-break space alone on a line is how editors leave a blank line behind.
        if line.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
            builder.boundary();
        } else {
            builder.newline();
            builder.text(line);
        }
    }
}

/// The text with every kind of line end as `\n`.
fn unix_lines(text: &str) -> Cow<'_, str> {
    const OTHERS: [char; 4] = ['\r', '\u{85}', '\u{2028}', '\u{2029}'];
    if !text.bytes().any(|byte| byte == b'\r') && !OTHERS[1..].iter().any(|end| text.contains(*end)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace(OTHERS, "\n"))
}

/// Joins the lines of each top-level paragraph: with a space, or with nothing between characters of scripts that have no spaces.
pub(super) fn join_lines(block: &mut Block) {
    let Body::Paragraph { spans } = &mut block.body else { return };
    for span in spans {
        if span.text.contains('\n') {
            span.text = joined(&span.text);
        }
    }
}

/// The lines of `text` joined: with a space, or with nothing between characters of scripts that have no spaces.
pub(super) fn joined(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.split('\n') {
        let spaceless =
            whole.chars().next_back().is_some_and(is_spaceless) && line.chars().next().is_some_and(is_spaceless);
        if !whole.is_empty() && !spaceless {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}

/// Han, kana and their full-width punctuation, which are written without spaces. Hangul has spaces.
pub(crate) fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
