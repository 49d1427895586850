//! Safe HTML. Tags and attribute names come from this file alone; everything else goes through the one escape function,
//! and addresses are checked again, so that even a document made by hand cannot run anything.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape::push_escaped;
use crate::ids::BlockId;
use crate::model::{Block, Body, Document, Node, Span, Turn};
use crate::parse::is_allowed_address;

/// How HTML is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Whether turns and blocks carry their ids, and paragraphs and turns their addresses as links.
    pub anchors: bool,
    /// The localised label of a paragraph's address, for example "Link to this paragraph".
    pub anchor_label: String,
    /// The localised label of a table, for example "Table". A wide table scrolls, so it takes the keyboard's focus and
    /// needs a name then.
    pub table_label: String,
    /// What stands in front of the address of a media file: nothing, or `/web/{14 digits}` on a page as at a past instant.
    pub media_root: String,
    /// Measures and sizes of the pictures in the document, by the digest in their address. A picture without an entry is
    /// shown all the same, but the page moves when it comes.
    pub pictures: BTreeMap<String, Picture>,
}

/// A picture's measures and its smaller sizes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The same picture smaller, narrowest first: `{digest}/{name}` and the width in pixels.
    pub sizes: Vec<(String, u32)>,
}

/// How wide a picture is shown: as wide as the text's column, at most as wide as the screen.
const SHOWN_WIDTH: &str = "(min-width: 42rem) 40rem, 100vw";

/// Primary languages and scripts written from right to left.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", "Arab", "Hebr",
    "Nkoo", "Syrc", "Thaa",
];

impl Document {
    /// The document as safe HTML: paragraphs with permanent anchors, turns as labelled groups.
    #[must_use]
    pub fn to_html(&self, options: &HtmlOptions) -> String {
        let mut writer = Writer { out: String::with_capacity(self.nodes.len() * 256), options };
        for node in &self.nodes {
            match node {
                Node::Block(block) => writer.block(block, true),
                Node::Turn(turn) => writer.turn(turn, &turn.blocks),
            }
        }
        writer.out
    }

    /// The opening for a front page: whole blocks from the beginning, at least one, until about `max_chars` characters of
    /// text are shown. Headings, rules and tables are left out; there are neither ids nor anchors, whatever `options` say,
    /// because the same ids stand on the message's own page.
    #[must_use]
    pub fn opening_html(&self, options: &HtmlOptions, max_chars: usize) -> String {
        let options = HtmlOptions { anchors: false, ..options.clone() };
        let mut writer = Writer { out: String::new(), options: &options };
        let mut left = Some(max_chars);
        for node in &self.nodes {
            if left.is_none() {
                break;
            }
            match node {
                Node::Block(block) => {
                    if take(block, &mut left) {
                        writer.block(block, true);
                    }
                }
                Node::Turn(turn) => {
                    let shown: Vec<Block> =
                        turn.blocks.iter().take_while(|block| take(block, &mut left)).cloned().collect();
                    if !shown.is_empty() {
                        writer.turn(turn, &shown);
                    }
                }
            }
        }
        writer.out
    }
}

/// Whether `block` belongs to an opening that has room for `left` more characters; nothing is left once one did not fit.
fn take(block: &Block, left: &mut Option<usize>) -> bool {
    if !matches!(block.body, Body::Paragraph { .. } | Body::List { .. } | Body::Quote { .. }) {
        return false;
    }
    let Some(room) = *left else { return false };
    let mut text = String::new();
    super::text::push_block(&mut text, block);
    *left = room.checked_sub(text.chars().count()).filter(|room| *room > 0);
    true
}

struct Writer<'o> {
    out: String,
    options: &'o HtmlOptions,
}

impl Writer<'_> {
    fn turn(&mut self, turn: &Turn, blocks: &[Block]) {
        let (id, role) = (turn.id, turn.role.as_str());
        if self.options.anchors {
            self.put(format_args!(
                r##"<div role="group" class="turn turn-{role}" id="{id}" aria-labelledby="{id}-label"><p class="speaker" id="{id}-label" dir="auto"><a href="#{id}">"##
            ));
            push_escaped(&mut self.out, &turn.label);
            self.out.push_str("</a></p>\n");
        } else {
            self.put(format_args!(r#"<div class="turn turn-{role}"><p class="speaker" dir="auto">"#));
            push_escaped(&mut self.out, &turn.label);
            self.out.push_str("</p>\n");
        }
        for block in blocks {
            self.block(block, true);
        }
        self.out.push_str("</div>\n");
    }

    /// Writes a block; `top` when it stands in no list or quote, where paragraphs show their address.
    fn block(&mut self, block: &Block, top: bool) {
        let id = block.id;
        match &block.body {
            Body::Paragraph { spans } => {
                self.open("p", id);
                self.out.push_str(r#" dir="auto">"#);
                self.spans(spans);
                if top && self.options.anchors {
                    self.mark(id);
                }
                self.out.push_str("</p>\n");
            }
            Body::Heading { level, spans } => {
                let tag = ["h2", "h3", "h4"][usize::from(level.clamp(&2, &4) - 2)];
                self.open(tag, id);
                self.out.push_str(r#" dir="auto">"#);
                self.spans(spans);
                self.put(format_args!("</{tag}>\n"));
            }
            Body::List { items, ordered, start } => self.list(id, items, *ordered, *start),
            Body::Quote { blocks } => {
                self.open("blockquote", id);
                self.out.push_str(">\n");
                blocks.iter().for_each(|block| self.block(block, false));
                self.out.push_str("</blockquote>\n");
            }
            Body::Figure { alt, caption, media } => self.figure(id, alt, caption, media),
            Body::Table { head, rows } => self.table(id, head, rows),
            Body::Rule {} => {
                self.open("hr", id);
                self.out.push_str(">\n");
            }
        }
    }

    fn open(&mut self, tag: &'static str, id: BlockId) {
        if self.options.anchors {
            self.put(format_args!(r#"<{tag} id="{id}""#));
        } else {
            self.put(format_args!("<{tag}"));
        }
    }

    fn mark(&mut self, id: BlockId) {
        self.put(format_args!(r##"<a class="mark" href="#{id}" aria-label=""##));
        let options = self.options;
        push_escaped(&mut self.out, &options.anchor_label);
        self.out.push_str("\">¶</a>");
    }

    fn list(&mut self, id: BlockId, items: &[Vec<Block>], ordered: bool, start: u32) {
        let tag = if ordered { "ol" } else { "ul" };
        self.open(tag, id);
        if ordered && start != 1 {
            self.put(format_args!(r#" start="{start}""#));
        }
        self.out.push_str(">\n");
        for item in items {
            match item.split_first() {
                // An item of one paragraph, perhaps with a list under it, is set tight; the item carries the paragraph's id.
                Some((Block { body: Body::Paragraph { spans }, id }, rest)) if !has_paragraph(rest) => {
                    self.open("li", *id);
                    self.out.push_str(r#" dir="auto">"#);
                    self.spans(spans);
                    self.nested(rest);
                }
                _ => {
                    self.out.push_str(r#"<li dir="auto">"#);
                    self.nested(item);
                }
            }
            self.out.push_str("</li>\n");
        }
        self.put(format_args!("</{tag}>\n"));
    }

    fn nested(&mut self, blocks: &[Block]) {
        if !blocks.is_empty() {
            self.out.push('\n');
        }
        blocks.iter().for_each(|block| self.block(block, false));
    }

    fn figure(&mut self, id: BlockId, alt: &str, caption: &[Span], media: &str) {
        self.open("figure", id);
        self.out.push('>');
        if is_media_name(media) && is_document(media) {
            // A link, so it goes where the text's other links go: `media_root` is for what is shown in place.
            self.out.push_str("<a href=\"/media/");
            push_escaped(&mut self.out, media);
            self.out.push_str("\" dir=\"auto\">");
            push_escaped(&mut self.out, if alt.is_empty() { media.rsplit('/').next().unwrap_or(media) } else { alt });
            self.out.push_str("</a>");
        } else if is_media_name(media) {
            self.picture(alt, media);
        } else if !alt.is_empty() {
            self.out.push_str(r#"<p dir="auto">["#);
            push_escaped(&mut self.out, alt);
            self.out.push_str("]</p>");
        }
        if !caption.is_empty() {
            self.out.push_str(r#"<figcaption dir="auto">"#);
            self.spans(caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn picture(&mut self, alt: &str, media: &str) {
        let options = self.options;
        self.out.push_str("<img src=\"");
        self.media_address(media);
        self.out.push('"');
        let digest = media.split('/').next().unwrap_or_default();
        if let Some(picture) = options.pictures.get(digest) {
            let sizes: Vec<_> = picture.sizes.iter().filter(|(size, _)| is_media_name(size)).collect();
            if !sizes.is_empty() {
                self.out.push_str(" srcset=\"");
                for (size, width) in sizes {
                    self.media_address(size);
                    self.put(format_args!(" {width}w, "));
                }
                self.media_address(media);
                self.put(format_args!(r#" {}w" sizes="{SHOWN_WIDTH}""#, picture.width));
            }
            self.put(format_args!(r#" width="{}" height="{}""#, picture.width, picture.height));
        }
        self.out.push_str(r#" alt=""#);
        push_escaped(&mut self.out, alt);
        self.out.push_str(r#"" loading="lazy">"#);
    }

    fn media_address(&mut self, media: &str) {
        let options = self.options;
        push_escaped(&mut self.out, &options.media_root);
        self.out.push_str("/media/");
        push_escaped(&mut self.out, media);
    }

    fn table(&mut self, id: BlockId, head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) {
        self.out.push_str(r#"<div class="wide" role="group" tabindex="0" aria-label=""#);
        let options = self.options;
        push_escaped(&mut self.out, &options.table_label);
        self.out.push_str("\">\n");
        self.open("table", id);
        self.out.push_str(">\n");
        if !head.is_empty() {
            self.out.push_str("<thead>");
            self.row(head, r#"<th scope="col" dir="auto">"#, "</th>");
            self.out.push_str("</thead>\n");
        }
        if !rows.is_empty() {
            self.out.push_str("<tbody>");
            rows.iter().for_each(|row| self.row(row, r#"<td dir="auto">"#, "</td>"));
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n</div>\n");
    }

    fn row(&mut self, cells: &[Vec<Span>], open: &'static str, close: &'static str) {
        self.out.push_str("<tr>");
        for cell in cells {
            self.out.push_str(open);
            self.spans(cell);
            self.out.push_str(close);
        }
        self.out.push_str("</tr>\n");
    }

    /// Writes spans; neighbours with the same address stand in one link, so that a link with a stressed word is one link.
    fn spans(&mut self, spans: &[Span]) {
        for linked in spans.chunk_by(|one, next| one.href == next.href) {
            let href = linked.first().and_then(|span| span.href.as_deref()).filter(|href| is_allowed_address(href));
            if let Some(href) = href {
                self.out.push_str("<a href=\"");
                push_escaped(&mut self.out, href);
                self.out.push_str("\">");
            }
            linked.iter().for_each(|span| self.span(span));
            if href.is_some() {
                self.out.push_str("</a>");
            }
        }
    }

    fn span(&mut self, span: &Span) {
        let marks = [
            (span.marks.strong, "strong"),
            (span.marks.emphasis, "em"),
            (span.marks.strike, "s"),
            (span.marks.superscript, "sup"),
            (span.marks.subscript, "sub"),
            (span.marks.code, "code"),
        ];
        if let Some(lang) = &span.lang {
            self.out.push_str("<span lang=\"");
            push_escaped(&mut self.out, lang);
            self.put(format_args!(r#"" dir="{}">"#, direction(lang)));
        }
        for (_, tag) in marks.iter().filter(|(on, _)| *on) {
            self.put(format_args!("<{tag}>"));
        }
        for (number, line) in span.text.split('\n').enumerate() {
            if number > 0 {
                self.out.push_str("<br>");
            }
            push_escaped(&mut self.out, line);
        }
        for (_, tag) in marks.iter().rev().filter(|(on, _)| *on) {
            self.put(format_args!("</{tag}>"));
        }
        if span.lang.is_some() {
            self.out.push_str("</span>");
        }
    }

    /// Writes what contains no foreign text.
    fn put(&mut self, parts: std::fmt::Arguments<'_>) {
        self.out.write_fmt(parts).expect("writing to a string cannot fail");
    }
}

fn has_paragraph(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block.body, Body::Paragraph { .. }))
}

/// The direction in which text of a language is written.
fn direction(lang: &str) -> &'static str {
    let mut parts = lang.split('-');
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    let script = parts.find(|part| part.len() == 4);
    let said = script.map_or(primary.as_str(), |script| script);
    if RIGHT_TO_LEFT.iter().any(|known| known.eq_ignore_ascii_case(said)) { "rtl" } else { "ltr" }
}

/// Whether a media file is to be opened rather than shown in the text.
fn is_document(media: &str) -> bool {
    media.ends_with(".pdf")
}

/// Whether `media` is `digest/name` as the media addresses have it: a hexadecimal SHA-256 and a name of unreserved characters.
fn is_media_name(media: &str) -> bool {
    media.split_once('/').is_some_and(|(digest, name)| {
        digest.len() == 64
            && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
            && !name.is_empty()
            && !name.starts_with('.')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'%'))
    })
}
