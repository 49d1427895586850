//! CommonMark that reads back as the same text. Where CommonMark's own marks would be ambiguous, HTML tags stand, which
//! CommonMark allows and our reader understands.

use crate::model::{Block, Body, Document, Node, Span};

impl Document {
    /// The document as CommonMark; a turn begins with `Label: `.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = String::new();
        for node in &self.nodes {
            match node {
                Node::Block(block) => push_part(&mut out, &block_text(block)),
                Node::Turn(turn) => {
                    let mut label = String::new();
                    push_text(&mut label, &turn.label, "\\\n");
                    label.push(':');
                    let mut blocks = turn.blocks.iter().peekable();
                    if let Some(first) = blocks.next_if(|block| matches!(block.body, Body::Paragraph { .. })) {
                        label.push(' ');
                        label.push_str(&block_text(first));
                    }
                    push_part(&mut out, &label);
                    blocks.for_each(|block| push_part(&mut out, &block_text(block)));
                }
            }
        }
        out
    }
}

fn push_part(out: &mut String, part: &str) {
    out.push_str(part);
    out.push_str(if part.is_empty() { "" } else { "\n\n" });
}

fn block_text(block: &Block) -> String {
    match &block.body {
        Body::Paragraph { spans } => protect_start(spans_text(spans, "\\\n")),
        Body::Heading { level, spans } => format!("{} {}", "#".repeat(usize::from(*level)), spans_text(spans, "<br>")),
        Body::List { items, ordered, start } => {
            let item = |(at, item): (usize, &Vec<Block>)| {
                let bullet = if *ordered { format!("{}. ", u64::from(*start) + at as u64) } else { "- ".to_owned() };
                format!("{bullet}{}", indented(&blocks_text(item), &" ".repeat(bullet.len())))
            };
            items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
        }
        Body::Quote { blocks } => format!("> {}", indented(&blocks_text(blocks), "> ")),
        Body::Figure { alt, caption, media } => {
            let mut text = String::from("![");
            push_text(&mut text, alt, " ");
            text.push_str(&if media.is_empty() { "]()".to_owned() } else { format!("](</media/{media}>)") });
            if !caption.is_empty() {
                text.push(' ');
                text.push_str(&spans_text(caption, "\\\n"));
            }
            text
        }
        Body::Table { head, rows } => table_text(head, rows),
        Body::Rule {} => "* * *".to_owned(),
    }
}

fn blocks_text(blocks: &[Block]) -> String {
    blocks.iter().map(block_text).collect::<Vec<_>>().join("\n\n")
}

fn indented(text: &str, indent: &str) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(if line.is_empty() { indent.trim_end() } else { indent });
        out.push_str(line);
    }
    out
}

fn table_text(head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> String {
    let line = |cells: &[Vec<Span>]| {
        let cells: Vec<String> = cells.iter().map(|cell| spans_text(cell, "<br>").replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    // A table without a head gets an empty one, because CommonMark tables must have it.
    let width = rows.first().map_or(head.len(), Vec::len);
    let empty = vec![Vec::new(); width];
    let head = if head.is_empty() { empty.as_slice() } else { head };
    let mut lines = vec![line(head), format!("|{}", " --- |".repeat(head.len()))];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}

/// Escapes what would make a paragraph a heading, list, rule or underline.
fn protect_start(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with(['#', '+', '-', '=']) {
        format!("\\{text}")
    } else if digits > 0 && text[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else {
        text
    }
}

fn spans_text(spans: &[Span], line_break: &str) -> String {
    let mut out = String::new();
    for linked in spans.chunk_by(|one, next| one.href == next.href) {
        let href = linked.first().and_then(|span| span.href.as_deref());
        if href.is_some() {
            out.push('[');
        }
        linked.iter().for_each(|span| push_span(&mut out, span, line_break));
        if let Some(href) = href {
            out.push_str("](<");
            href.chars().for_each(|c| {
                if matches!(c, '<' | '>' | '\\' | '&') {
                    out.push('\\');
                }
                out.push(c);
            });
            out.push_str(">)");
        }
    }
    out
}

/// Tags are used for marks, not asterisks, wherever the marked text does not begin and end with letters or digits or a
/// letter stands next to it: CommonMark's rules about flanking would read the asterisks as text there.
fn push_span(out: &mut String, span: &Span, line_break: &str) {
    let lang = span.lang.as_deref().map(|lang| format!("<span lang=\"{lang}\">"));
    let marks = span.marks;
    let solid = span.text.starts_with(char::is_alphanumeric) && span.text.ends_with(char::is_alphanumeric);
    let apart = solid && out.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    let mut around: Vec<(String, String)> = Vec::new();
    around.extend(lang.map(|lang| (lang, "</span>".to_owned())));
    let mut mark = |on: bool, sign: &str, tag: &str| {
        if on && apart && !sign.is_empty() {
            around.push((sign.to_owned(), sign.to_owned()));
        } else if on {
            around.push((format!("<{tag}>"), format!("</{tag}>")));
        }
    };
    mark(marks.strong, "**", "strong");
    mark(marks.emphasis, if marks.strong { "" } else { "*" }, "em");
    mark(marks.strike, "", "s");
    mark(marks.superscript, "", "sup");
    mark(marks.subscript, "", "sub");
    mark(marks.code, "", "code");
    around.iter().for_each(|(open, _)| out.push_str(open));
    push_text(out, &span.text, line_break);
    around.iter().rev().for_each(|(_, close)| out.push_str(close));
}

/// Appends text in which every character that CommonMark could read as markup is escaped.
fn push_text(out: &mut String, text: &str, line_break: &str) {
    let mut line_start = false;
    for c in text.chars() {
        match c {
            '\n' => out.push_str(line_break),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '#' | '+' | '-' | '=' | '.' | ')' if line_start => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        // Digits keep a line start open, because `1.` at a line's start would begin a list.
        line_start = c == '\n' || (line_start && c.is_ascii_digit());
    }
}
