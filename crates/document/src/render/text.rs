//! Plain text: the whole, the first paragraph, a teaser, the number of words.

use crate::model::{Block, Body, Document, Node, Span};
use crate::parse::is_spaceless;

/// Characters before the limit among which a teaser looks for a space; a script without spaces is cut between characters.
const WORD_CHARS_MAX: usize = 32;

impl Document {
    /// The whole text without markup: paragraphs parted by blank lines, turns opened by `Label: `.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        for node in &self.nodes {
            match node {
                Node::Block(block) => push_part(&mut out, |out| push_block(out, block)),
                Node::Turn(turn) => {
                    push_part(&mut out, |out| push_label(out, &turn.label));
                    // Words on the label's own line, as transcripts are printed; a list or table starts below it.
                    let inline = turn.blocks.first().is_some_and(|first| matches!(first.body, Body::Paragraph { .. }));
                    for (number, block) in turn.blocks.iter().enumerate() {
                        if number == 0 && inline {
                            push_gap(&mut out, &turn.label);
                            push_block(&mut out, block);
                        } else {
                            push_part(&mut out, |out| push_block(out, block));
                        }
                    }
                }
            }
        }
        out
    }

    /// The first paragraph of the text, with its speaker's label if it opens a turn.
    #[must_use]
    pub fn first_paragraph(&self) -> Option<String> {
        self.paragraphs().next()
    }

    /// The beginning of the text in at most `max_chars` characters, cut at a word of any script with `…` where it is cut.
    ///
    /// Headings, rules and tables are skipped, speakers' labels kept. A further paragraph joins in when the ones before
    /// leave half of the room empty.
    #[must_use]
    pub fn teaser(&self, max_chars: usize) -> String {
        let mut text = String::new();
        let mut chars = 0;
        for paragraph in self.paragraphs() {
            if !text.is_empty() {
                if chars * 2 >= max_chars {
                    break;
                }
                text.push_str(gap(&text));
            }
            text.push_str(&paragraph);
            chars = text.chars().count();
        }
        cut(&text, max_chars)
    }

    /// The number of words; in scripts without spaces every character counts as one, as their editors count.
    #[must_use]
    pub fn word_count(&self) -> usize {
        let mut words = 0;
        let mut inside = false;
        for c in self.plain_text().chars() {
            if is_spaceless(c) {
                words += usize::from(c.is_alphanumeric());
                inside = false;
            } else if c.is_alphanumeric() {
                words += usize::from(!inside);
                inside = true;
            } else if c.is_whitespace() {
                inside = false;
            }
        }
        words
    }

    /// Paragraphs, items and quotes as single lines, the first of each turn with the label.
    fn paragraphs(&self) -> impl Iterator<Item = String> {
        self.nodes.iter().flat_map(|node| {
            let (label, blocks) = match node {
                Node::Block(block) => (None, std::slice::from_ref(block)),
                Node::Turn(turn) => (Some(turn.label.as_str()), turn.blocks.as_slice()),
            };
            let running =
                |block: &&Block| matches!(block.body, Body::Paragraph { .. } | Body::List { .. } | Body::Quote { .. });
            blocks.iter().filter(running).enumerate().map(move |(number, block)| {
                let mut text = String::new();
                if let (0, Some(label)) = (number, label) {
                    push_label(&mut text, label);
                    push_gap(&mut text, label);
                }
                let mut body = String::new();
                push_block(&mut body, block);
                text.extend(
                    body.split('\n')
                        .filter(|line| !line.is_empty())
                        .enumerate()
                        .flat_map(|(at, line)| [if at > 0 { " " } else { "" }, line]),
                );
                text
            })
        })
    }
}

/// A space, or nothing after a character of a script without spaces.
fn gap(before: &str) -> &'static str {
    if before.chars().next_back().is_some_and(is_spaceless) { "" } else { " " }
}

fn push_gap(out: &mut String, label: &str) {
    out.push_str(gap(label));
}

fn push_label(out: &mut String, label: &str) {
    out.push_str(label);
    out.push(if gap(label).is_empty() { '：' } else { ':' });
}

fn push_part(out: &mut String, part: impl FnOnce(&mut String)) {
    let before = out.len();
    if before > 0 {
        out.push_str("\n\n");
    }
    let start = out.len();
    part(out);
    if out.len() == start {
        out.truncate(before);
    }
}

/// Appends the text of a block.
pub(crate) fn push_block(out: &mut String, block: &Block) {
    match &block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } => push_spans(out, spans),
        Body::List { items, ordered, start } => {
            for (at, item) in items.iter().enumerate() {
                let bullet = if *ordered { format!("{}. ", u64::from(*start) + at as u64) } else { "- ".to_owned() };
                if at > 0 {
                    out.push('\n');
                }
                out.push_str(&bullet);
                push_lines(out, item, "\n", &" ".repeat(bullet.len()));
            }
        }
        Body::Quote { blocks } => push_lines(out, blocks, "\n\n", ""),
        Body::Figure { alt, caption, .. } => {
            if !alt.is_empty() {
                out.push('[');
                out.push_str(alt);
                out.push(']');
            }
            if !caption.is_empty() && !alt.is_empty() {
                out.push(' ');
            }
            push_spans(out, caption);
        }
        Body::Table { head, rows } => {
            for (at, row) in [head].into_iter().filter(|head| !head.is_empty()).chain(rows).enumerate() {
                if at > 0 {
                    out.push('\n');
                }
                for (at, cell) in row.iter().enumerate() {
                    if at > 0 {
                        out.push_str(" | ");
                    }
                    push_spans(out, cell);
                }
            }
        }
        Body::Rule {} => out.push_str("* * *"),
    }
}

/// Appends blocks with `between` them; lines after the first get `indent`.
fn push_lines(out: &mut String, blocks: &[Block], between: &str, indent: &str) {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        push_block(&mut text, block);
    }
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(indent);
            }
        }
        out.push_str(line);
    }
}

fn push_spans(out: &mut String, spans: &[Span]) {
    spans.iter().for_each(|span| out.push_str(&span.text));
}

/// `text` in at most `max_chars` characters, with `…` where it is cut.
fn cut(text: &str, max_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max_chars) else { return text.to_owned() };
    let room = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let kept = &text[..room];
    let next = text[room..].chars().next();
    let is_whole = next.is_none_or(char::is_whitespace);
    let space = kept.char_indices().rev().take(WORD_CHARS_MAX).find(|(_, c)| c.is_whitespace() || is_spaceless(*c));
    let kept = match space {
        _ if is_whole => kept,
        Some((at, c)) if is_spaceless(c) => &kept[..at + c.len_utf8()],
        Some((at, _)) => &kept[..at],
        None => without_torn_character(kept, next),
    };
    let end = kept.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '،' | '，' | '、' | '；' | '：' | '–' | '—' | '-')
    });
    format!("{end}…")
}

/// Drops the last letter if the mark that belongs to it would be cut off, as happens in Thai or Devanagari.
fn without_torn_character(kept: &str, next: Option<char>) -> &str {
    let is_mark = |c: char| {
        unicode_normalization::char::is_combining_mark(c)
            || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
    };
    if !next.is_some_and(is_mark) {
        return kept;
    }
    let letter = kept.trim_end_matches(is_mark);
    letter.char_indices().next_back().map_or(letter, |(at, _)| &letter[..at])
}
