//! Safe HTML. Tags and attribute names come from this file and from `figure` alone; everything else goes through the one
//! escape function, and addresses are checked again, so that even a document made by hand cannot run anything.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};

use super::escape::push_escaped;
use super::figure::Picture;
use crate::diff::Place;
use crate::ids::{BlockId, TurnId};
use crate::model::{Block, Body, Document, Node, Span, Turn};
use crate::parse::is_allowed_address;

/// How HTML is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Whether turns and blocks carry their ids, and paragraphs and turns their addresses as links.
    pub anchors: bool,
    /// The localised label of a paragraph's mark, for example "Link to this paragraph" or "Cite this paragraph".
    pub anchor_label: String,
    /// The localised label of a turn's mark, for example "Cite this turn"; only where `cite` is.
    pub turn_label: String,
    /// Whether marks lead to the page's own state that cites the passage (`?cite=` and its id) instead of to the passage.
    pub cite: bool,
    /// Where the page of whoever speaks in a turn is, for turns whose speaker is known.
    pub speakers: BTreeMap<TurnId, String>,
    /// The passage a reader was sent to.
    pub marked: Option<Marked>,
    /// The localised label of a table, for example "Table". A wide table scrolls, so it takes the keyboard's focus and
    /// needs a name then.
    pub table_label: String,
    /// What stands in front of the address of a media file: nothing, or `/web/{14 digits}` on a page as at a past instant.
    pub media_root: String,
    /// Measures and sizes of the pictures in the document, by the digest in their address. A picture without an entry is
    /// shown all the same, but the page moves when it comes.
    pub pictures: BTreeMap<String, Picture>,
}

/// A passage that a reader was sent to; it gets the class `marked`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Where it is: a turn, or a block whatever turn it stands in.
    pub place: Place,
    /// What is said beside it and the id of the element on the same page that says more.
    pub note: Option<(String, &'static str)>,
}

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
                Node::Block(block) => writer.block(block),
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
                        writer.block(block);
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

pub(super) struct Writer<'o> {
    pub(super) out: String,
    pub(super) options: &'o HtmlOptions,
}

impl Writer<'_> {
    fn turn(&mut self, turn: &Turn, blocks: &[Block]) {
        let (id, role) = (turn.id, turn.role.as_str());
        if self.options.anchors {
            let class = if self.is_marked(Place { turn: Some(id), block: None }) { " marked" } else { "" };
            self.put(format_args!(
                r#"<div role="group" class="turn turn-{role}{class}" id="{id}" aria-labelledby="{id}-label"><p class="speaker" dir="auto">"#
            ));
            self.label(turn);
            self.out.push_str("</p>\n");
        } else {
            self.put(format_args!(r#"<div class="turn turn-{role}"><p class="speaker" dir="auto">"#));
            push_escaped(&mut self.out, &turn.label);
            self.out.push_str("</p>\n");
        }
        for block in blocks {
            self.block(block);
        }
        self.out.push_str("</div>\n");
    }

    /// Writes who speaks: a link to the speaker's page where there is one, else to the turn itself; where the turn has a
    /// mark, that is its address.
    fn label(&mut self, turn: &Turn) {
        let (id, options) = (turn.id, self.options);
        let close = match options.speakers.get(&id) {
            Some(href) => {
                self.put(format_args!(r#"<a id="{id}-label" href=""#));
                push_escaped(&mut self.out, href);
                self.out.push_str("\">");
                "</a>"
            }
            None if options.cite => {
                self.put(format_args!(r#"<span id="{id}-label">"#));
                "</span>"
            }
            None => {
                self.put(format_args!(r##"<a id="{id}-label" href="#{id}">"##));
                "</a>"
            }
        };
        push_escaped(&mut self.out, &turn.label);
        self.out.push_str(close);
        if options.cite {
            self.mark(&id, &options.turn_label);
        }
        self.note(Place { turn: Some(id), block: None });
    }

    fn block(&mut self, block: &Block) {
        let id = block.id;
        let place = Place { turn: None, block: Some(id) };
        let has_words_of_its_own = matches!(block.body, Body::Paragraph { .. } | Body::Heading { .. });
        if !has_words_of_its_own && self.is_noted(place) {
            self.out.push_str("<p>");
            self.note(place);
            self.out.push_str("</p>\n");
        }
        match &block.body {
            Body::Paragraph { spans } => {
                self.open("p", id);
                self.out.push_str(r#" dir="auto">"#);
                self.paragraph(id, spans);
                self.out.push_str("</p>\n");
            }
            Body::Heading { level, spans } => {
                let tag = ["h2", "h3", "h4"][usize::from(level.clamp(&2, &4) - 2)];
                self.open(tag, id);
                self.out.push_str(r#" dir="auto">"#);
                self.spans(spans);
                self.note(place);
                self.put(format_args!("</{tag}>\n"));
            }
            Body::List { items, ordered, start } => self.list(id, items, *ordered, *start),
            Body::Quote { blocks } => {
                self.open("blockquote", id);
                self.out.push_str(">\n");
                blocks.iter().for_each(|block| self.block(block));
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

    /// Writes a paragraph's words and what stands beside them.
    fn paragraph(&mut self, id: BlockId, spans: &[Span]) {
        self.spans(spans);
        if self.options.anchors {
            let options = self.options;
            self.mark(&id, &options.anchor_label);
            self.note(Place { turn: None, block: Some(id) });
        }
    }

    pub(super) fn open(&mut self, tag: &'static str, id: BlockId) {
        if self.options.anchors {
            let class = if self.is_marked(Place { turn: None, block: Some(id) }) { r#" class="marked""# } else { "" };
            self.put(format_args!(r#"<{tag} id="{id}"{class}"#));
        } else {
            self.put(format_args!("<{tag}"));
        }
    }

    fn mark(&mut self, id: &dyn Display, label: &str) {
        if self.options.cite {
            // Not for search engines: each is the same page with one passage for copying.
            self.put(format_args!(r#"<a class="mark" rel="nofollow" href="?cite={id}" aria-label=""#));
        } else {
            self.put(format_args!(r##"<a class="mark" href="#{id}" aria-label=""##));
        }
        push_escaped(&mut self.out, label);
        self.out.push_str("\">¶</a>");
    }

    fn is_marked(&self, place: Place) -> bool {
        self.options.marked.as_ref().is_some_and(|marked| match marked.place.block {
            Some(block) => place.block == Some(block),
            None => place.block.is_none() && marked.place.turn.is_some() && marked.place.turn == place.turn,
        })
    }

    fn is_noted(&self, place: Place) -> bool {
        self.options.anchors
            && self.is_marked(place)
            && self.options.marked.as_ref().is_some_and(|marked| marked.note.is_some())
    }

    /// Writes what is said beside the marked passage, if this is it.
    fn note(&mut self, place: Place) {
        let options = self.options;
        if let Some(Marked { note: Some((text, more)), .. }) = options.marked.as_ref().filter(|_| self.is_noted(place))
        {
            self.put(format_args!(r##" <a class="was" href="#{more}">"##));
            push_escaped(&mut self.out, text);
            self.out.push_str("</a>");
        }
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
                    self.paragraph(*id, spans);
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
        blocks.iter().for_each(|block| self.block(block));
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
    pub(super) fn spans(&mut self, spans: &[Span]) {
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
    pub(super) fn put(&mut self, parts: std::fmt::Arguments<'_>) {
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
