//! CommonMark to blocks: pulldown-cmark's events drive the builder; HTML inside goes the way of all HTML.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::html::{Swallowed, feed_html};
use super::inline::Mark;
use crate::notes::Kind;

/// Feeds CommonMark with tables, strikethrough and footnotes to `builder`.
pub(super) fn feed_markdown(text: &str, builder: &mut Builder<'_>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut reader =
        Reader { builder, swallowed: Swallowed::default(), html: String::new(), in_code: false, in_picture: false };
    for event in Parser::new_ext(text, options) {
        reader.event(event);
    }
    reader.flush_html();
}

struct Reader<'b, 'm> {
    builder: &'b mut Builder<'m>,
    swallowed: Swallowed,
    /// HTML seen since the last other event: joined, because a tag or comment may span several events.
    html: String,
    in_code: bool,
    /// Whether the alternative text of a picture of the library is being read.
    in_picture: bool,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>) {
        if let Event::Html(html) | Event::InlineHtml(html) = &event {
            self.html.push_str(html);
            return;
        }
        self.flush_html();
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ if self.swallowed.is_on() => {}
            Event::Text(text) | Event::Code(text) if self.in_picture => self.builder.picture_text(&text),
            Event::SoftBreak | Event::HardBreak if self.in_picture => self.builder.picture_text(" "),
            Event::Text(text) if self.in_code => self.code_block(&text),
            Event::Text(text) => self.builder.text(&text),
            Event::Code(text) => {
                self.builder.inline.open(Mark::Code);
                self.builder.text(&text);
                self.builder.inline.close(Mark::Code);
            }
            Event::SoftBreak => self.builder.text(" "),
            Event::HardBreak => self.builder.newline(),
            Event::Rule => self.builder.rule(),
            Event::FootnoteReference(label) => self.builder.footnote_mention(&label),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.builder.text(&text),
            Event::TaskListMarker(_) | Event::Html(_) | Event::InlineHtml(_) => {}
        }
    }

    fn flush_html(&mut self) {
        if !self.html.is_empty() {
            let html = std::mem::take(&mut self.html);
            feed_html(&html, self.builder, &mut self.swallowed);
        }
    }

    fn code_block(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.builder.newline();
            }
            self.builder.text(line);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let builder = &mut *self.builder;
        match tag {
            Tag::Paragraph => builder.open_paragraph(),
            Tag::Heading { level, .. } => builder.open_heading(match level {
                HeadingLevel::H1 | HeadingLevel::H2 => 2,
                HeadingLevel::H3 => 3,
                _ => 4,
            }),
            Tag::BlockQuote(_) => builder.open_quote(),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                builder.open_paragraph();
                builder.inline.open(Mark::Code);
                self.in_code = true;
            }
            Tag::List(start) => {
                builder.open_list(start.is_some(), start.and_then(|start| u32::try_from(start).ok()).unwrap_or(1))
            }
            Tag::Item => builder.open_item(),
            Tag::FootnoteDefinition(label) => builder.open_footnote(&label),
            Tag::Table(_) => builder.open_table(),
            Tag::TableHead => builder.table_head(true),
            Tag::TableRow => builder.end_row(),
            Tag::TableCell => builder.open_cell(false),
            Tag::Emphasis => builder.inline.open(Mark::Emphasis),
            Tag::Strong => builder.inline.open(Mark::Strong),
            Tag::Strikethrough => builder.inline.open(Mark::Strike),
            Tag::Link { dest_url, .. } => builder.inline.open_link(&dest_url, &mut builder.notes),
            Tag::Image { dest_url, .. }
                if is_of_library(&dest_url) && builder.picture(&dest_url["/media/".len()..]) =>
            {
                self.in_picture = true;
            }
            Tag::Image { dest_url, .. } => {
                builder.notes.add_with(Kind::Image, &dest_url);
                builder.text("[");
            }
            _ => builder.boundary(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let builder = &mut *self.builder;
        match tag {
            // Markup cannot leave its paragraph in Markdown, so what was being left out ends with it.
            TagEnd::Paragraph | TagEnd::HtmlBlock => {
                self.swallowed.end();
                builder.boundary();
            }
            TagEnd::Heading(_) => {
                self.swallowed.end();
                builder.close_heading();
            }
            TagEnd::BlockQuote(_) => builder.close_quote(),
            TagEnd::CodeBlock => {
                builder.boundary();
                builder.inline.close(Mark::Code);
                self.in_code = false;
            }
            TagEnd::List(_) => builder.close_list(),
            TagEnd::Item => builder.close_item(),
            TagEnd::FootnoteDefinition => builder.close_footnote(),
            TagEnd::Table => builder.close_table(),
            TagEnd::TableHead => builder.table_head(false),
            TagEnd::TableRow => builder.end_row(),
            TagEnd::TableCell => {
                self.swallowed.end();
                builder.close_cell();
            }
            TagEnd::Emphasis => builder.inline.close(Mark::Emphasis),
            TagEnd::Strong => builder.inline.close(Mark::Strong),
            TagEnd::Strikethrough => builder.inline.close(Mark::Strike),
            TagEnd::Link => builder.inline.close_link(),
            TagEnd::Image if self.in_picture => self.in_picture = false,
            TagEnd::Image => {
                builder.text("]");
            }
            _ => builder.boundary(),
        }
    }
}

/// Whether an address is that of a file of the media library: `/media/`, 64 hexadecimal digits in lower case, a name.
fn is_of_library(address: &str) -> bool {
    let Some((digest, name)) = address.strip_prefix("/media/").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    digest.len() == 64 && digest.bytes().all(hex) && !name.is_empty() && !name.contains(['/', '?', '#'])
}
