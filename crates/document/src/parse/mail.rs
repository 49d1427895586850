//! Plain text as mail programs have it: quoted lines behind `>`, lines wrapped at a fixed column, and RFC 3676's flowed lines.

use super::builder::Builder;
use super::is_spaceless;
use crate::model::{Block, Body, DEPTH_MAX};

/// Columns at which mail programs wrap: RFC 2822 section 2.1.1 says 78, many people 65 to 72; 80 is a terminal's width.
const WRAP_COLUMNS: std::ops::RangeInclusive<usize> = 60..=80;
/// What separates a signature from the text (RFC 3676 section 4.3): the one line that ends in a space without flowing on.
const SIGNATURE: &str = "-- ";

/// Feeds the text of a mail to `builder`; line breaks inside paragraphs stay, flowed lines are joined.
pub(super) fn feed_mail(text: &str, builder: &mut Builder<'_>) {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let flowed = is_flowed(&text);
    let mut depth = 0;
    let mut flowing = false;
    for line in text.split('\n') {
        let (quoted, content) = unquoted(line);
        while depth < quoted {
            builder.open_quote();
            depth += 1;
            flowing = false;
        }
        while depth > quoted {
            builder.close_quote();
            depth -= 1;
            flowing = false;
        }
        if content.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
            builder.boundary();
            flowing = false;
            continue;
        }
        if content == SIGNATURE || content == SIGNATURE.trim_end() {
            builder.boundary();
            builder.text(content);
            flowing = false;
            continue;
        }
        match flowing {
            true => builder.text(" "),
            false => builder.newline(),
        }
        builder.text(content);
        flowing = flowed && content.ends_with(' ');
    }
}

/// How deep a line is quoted, and what stands behind the signs. `>` must open the line, and a space may stand between them.
fn unquoted(line: &str) -> (usize, &str) {
    let mut depth = 0;
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix('>') {
        // Deeper quotes are held to the depth of a document; their signs go all the same.
        depth = DEPTH_MAX.min(depth + 1);
        rest = inner.strip_prefix(' ').filter(|spaced| spaced.starts_with('>')).unwrap_or(inner);
    }
    if depth > 0 { (depth, rest.strip_prefix(' ').unwrap_or(rest)) } else { (0, line) }
}

/// Whether the text is flowed: most of its long lines end in a space that is not the last.
fn is_flowed(text: &str) -> bool {
    let long = text.split('\n').filter(|line| line.chars().count() >= *WRAP_COLUMNS.start() && *line != SIGNATURE);
    let (mut spaced, mut all) = (0, 0);
    for line in long {
        all += 1;
        spaced += usize::from(line.ends_with(' '));
    }
    spaced >= 2 && spaced * 2 > all
}

/// Joins the lines of a paragraph that was evidently wrapped at a fixed column; other line breaks are the author's and stay.
pub(super) fn join_wrapped(block: &mut Block) {
    match &mut block.body {
        Body::Paragraph { spans } => {
            for span in spans {
                if span.text.contains('\n') && is_wrapped(&span.text) {
                    span.text = super::plain::joined(&span.text);
                }
            }
        }
        Body::Quote { blocks } => blocks.iter_mut().for_each(join_wrapped),
        _ => {}
    }
}

/// Whether every line but the last is so long that the first word of the next would not have fitted.
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    let width = |line: &str| line.chars().map(|c| if is_spaceless(c) { 2 } else { 1 }).sum::<usize>();
    let widths: Vec<usize> = lines.iter().map(|line| width(line)).collect();
    let Some(widest) = widths.iter().max().filter(|widest| **widest <= *WRAP_COLUMNS.end() + 2) else { return false };
    if widest < WRAP_COLUMNS.start() {
        return false;
    }
    lines.iter().zip(&widths).zip(lines.iter().skip(1)).all(|((line, own), next)| {
        let spaceless = line.ends_with(is_spaceless) && next.starts_with(is_spaceless);
        let word = if spaceless { 2 } else { 1 + width(next.split(' ').next().unwrap_or_default()) };
        own + word > *widest || own + word > *WRAP_COLUMNS.end()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_evidently_wrapped_lines_are_joined() {
        let wrapped = "The office of the commission will reopen on the first Monday\nof the month, and visitors are asked to bring the letter which\nthey have received.";
        assert!(is_wrapped(wrapped));
        assert!(!is_wrapped("12 Harbour Street\nPort Halvern\nHalvern"));
        assert!(!is_wrapped("A line that is long enough to have been wrapped at some column\nshort\nlines of a poem"));
    }

    #[test]
    fn quotes_are_counted_by_their_signs() {
        assert_eq!(unquoted("> a"), (1, "a"));
        assert_eq!(unquoted(">> a"), (2, "a"));
        assert_eq!(unquoted("> > a"), (2, "a"));
        assert_eq!(unquoted(" > a"), (0, " > a"));
    }
}
