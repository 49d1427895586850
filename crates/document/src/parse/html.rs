//! HTML to blocks: html5ever's tokenizer drives the builder; no tree is ever built.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::builder::Builder;
use super::inline::Mark;
use crate::notes::Kind;

/// Bytes of one tag from which on its attributes are looked at with suspicion: the tokenizer compares every attribute
/// with all before it, so one tag with a hundred thousand attributes would take minutes.
const TAG_BYTES_MAX: usize = 8 * 1024;
/// A long tag with more than one possible attribute in this many bytes is dropped. Long values, such as pictures in base 64, have fewer.
const ATTRIBUTE_BYTES_MIN: usize = 40;
/// Bytes handed to the tokenizer at a time, so that a long tag is noticed early.
const CHUNK_BYTES: usize = 4 * 1024;

/// What is being left out, together with everything in it.
#[derive(Debug, Default)]
pub(super) struct Swallowed {
    element: Option<String>,
    depth: usize,
}

impl Swallowed {
    /// Whether something is being left out.
    pub(super) fn is_on(&self) -> bool {
        self.element.is_some()
    }

    /// Ends leaving out, whatever it is.
    pub(super) fn end(&mut self) {
        self.element = None;
    }
}

/// A sink that says how many tokens it has seen, so that an endless tag is noticed.
pub(super) trait Reading: TokenSink {
    /// How many tokens came out so far.
    fn tokens(&self) -> usize;
    /// A tag was so large that it is left out.
    fn oversized(&self);
}

/// Feeds HTML to `builder`. `swallowed` carries over to the next piece, for formats that give HTML in pieces.
pub(super) fn feed_html<'b, 'm>(text: &str, builder: &'b mut Builder<'m>, swallowed: &'b mut Swallowed) {
    feed_tokens(text, Sink { state: RefCell::new(State { builder, swallowed }), tokens: Cell::new(0) });
}

/// Feeds HTML to any sink, in pieces, in linear time; gives the sink back.
pub(super) fn feed_tokens<S: Reading>(text: &str, sink: S) -> S {
    let mut tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = text;
    let mut pending: &str = rest;
    while !rest.is_empty() {
        let before = tokenizer.sink.tokens();
        let piece = next_piece(rest);
        queue.push_back(StrTendril::from_slice(piece));
        // The sink never asks for a script to be run or an encoding to be changed, so one call takes the whole queue.
        let _ = tokenizer.feed(&queue);
        let start = rest;
        rest = &rest[piece.len()..];
        if tokenizer.sink.tokens() != before {
            pending = rest;
            continue;
        }
        // No token came out, so a tag or comment has been open since `pending` began.
        if pending.is_empty() {
            pending = start;
        }
        let open = &pending[..pending.len() - rest.len()];
        if is_oversized_tag(open) {
            let sink = tokenizer.sink;
            sink.oversized();
            rest = rest.split_once('>').map_or("", |(_, after)| after);
            pending = rest;
            tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        }
    }
    tokenizer.end();
    tokenizer.sink
}

/// Up to the next `<`, at most [`CHUNK_BYTES`], so that a piece without any token means a construct that began at its first byte or before.
fn next_piece(rest: &str) -> &str {
    let mut end = rest.len().min(CHUNK_BYTES);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    match rest.as_bytes()[1..end].iter().position(|byte| *byte == b'<') {
        Some(at) => &rest[..=at],
        None => &rest[..end],
    }
}

fn is_oversized_tag(open: &str) -> bool {
    let name = open.strip_prefix("</").or_else(|| open.strip_prefix('<')).unwrap_or_default();
    if open.len() <= TAG_BYTES_MAX || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let possible = open
        .bytes()
        .filter(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' | b'"' | b'\''))
        .count();
    possible * ATTRIBUTE_BYTES_MIN > open.len()
}

/// What tags mean to the builder.
pub(super) struct State<'b, 'm> {
    /// Where blocks are built.
    pub(super) builder: &'b mut Builder<'m>,
    /// What is being left out.
    pub(super) swallowed: &'b mut Swallowed,
}

struct Sink<'b, 'm> {
    state: RefCell<State<'b, 'm>>,
    tokens: Cell<usize>,
}

impl TokenSink for Sink<'_, '_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        if !matches!(token, Token::ParseError(_)) {
            self.tokens.set(self.tokens.get() + 1);
        }
        match token {
            Token::CharacterTokens(text) if !state.swallowed.is_on() => state.builder.text(&text),
            Token::CommentToken(_) => state.builder.notes.add(Kind::Comment),
            Token::TagToken(tag) => return state.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading for Sink<'_, '_> {
    fn tokens(&self) -> usize {
        self.tokens.get()
    }

    fn oversized(&self) {
        self.state.borrow_mut().builder.notes.add(Kind::Oversized);
    }
}

/// The value of an attribute.
pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

impl State<'_, '_> {
    /// A tag, with everything it means: what is left out is left out.
    pub(super) fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if self.is_swallowed(name, tag.kind) {
            return TokenSinkResult::Continue;
        }
        if tag.kind == TagKind::EndTag {
            self.end(name);
            return TokenSinkResult::Continue;
        }
        for attribute in &tag.attrs {
            if attribute.name.local.starts_with("on") {
                self.builder.notes.add_with(Kind::Attribute, &attribute.name.local);
            }
        }
        if let Some((kind, result)) = raw(name) {
            self.builder.notes.add_with(kind, name);
            self.swallow(name);
            return result;
        }
        self.start(name, tag);
        TokenSinkResult::Continue
    }

    /// Whether the tag belongs to something that is left out; keeps count of its nesting.
    fn is_swallowed(&mut self, name: &str, kind: TagKind) -> bool {
        let Some(element) = &self.swallowed.element else { return false };
        // In a browser these break out of SVG and MathML, so what follows is text of the page.
        if matches!(&**element, "svg" | "math") && kind == TagKind::StartTag && is_break_out(name) {
            self.swallowed.element = None;
            return false;
        }
        if &**element == name {
            match kind {
                TagKind::StartTag => self.swallowed.depth += 1,
                TagKind::EndTag => self.swallowed.depth -= 1,
            }
            if self.swallowed.depth == 0 {
                self.swallowed.element = None;
            }
        }
        true
    }

    /// Leaves out everything up to the end of the element `name`, which begins here.
    pub(super) fn swallow(&mut self, name: &str) {
        self.swallowed.element = Some(name.to_owned());
        self.swallowed.depth = 1;
    }

    fn start(&mut self, name: &str, tag: &Tag) {
        let builder = &mut *self.builder;
        if let Some(mark) = mark(name) {
            return builder.inline.open(mark);
        }
        match name {
            "p" | "pre" | "dl" | "dd" | "dt" => builder.open_paragraph(),
            _ if is_division(name) => builder.boundary(),
            "br" => builder.line_break(),
            "hr" => builder.rule(),
            "a" => match attribute(tag, "href") {
                Some(address) => builder.inline.open_link(address, &mut builder.notes),
                None => builder.inline.close_link(),
            },
            "span" => builder.inline.open_lang(attribute(tag, "lang")),
            "q" => builder.text("\u{201c}"),
            "ul" | "menu" | "dir" => builder.open_list(false, 1),
            "ol" => builder
                .open_list(true, attribute(tag, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1)),
            "li" => builder.open_item(),
            "blockquote" => builder.open_quote(),
            "table" => builder.open_table(),
            "caption" => builder.open_caption(),
            "thead" => builder.table_head(true),
            "tbody" | "tfoot" => builder.table_head(false),
            "tr" => builder.end_row(),
            "td" | "th" => builder.open_cell(name == "th"),
            "img" | "image" => self.image(tag),
            _ => match heading(name) {
                Some(level) => builder.open_heading(level),
                None => self.start_foreign(name, tag),
            },
        }
    }

    /// Elements that are left out, with their contents or without, and a note.
    fn start_foreign(&mut self, name: &str, tag: &Tag) {
        match name {
            "svg" | "math" | "template" | "select" | "datalist" => {
                let kind = if matches!(name, "select" | "datalist") { Kind::Form } else { Kind::Embedded };
                self.builder.notes.add_with(kind, name);
                if !(tag.self_closing && matches!(name, "svg" | "math")) {
                    self.swallow(name);
                }
            }
            "form" | "button" | "input" | "label" | "output" | "progress" | "meter" | "legend" => {
                self.builder.notes.add_with(Kind::Form, name);
            }
            "object" | "embed" | "applet" | "audio" | "video" | "canvas" | "source" | "track" | "param" | "frame"
            | "portal" => {
                self.builder.notes.add_with(Kind::Embedded, name);
            }
            _ if is_silent(name) => {}
            _ => self.builder.notes.add_with(Kind::Unknown, name),
        }
    }

    fn image(&mut self, tag: &Tag) {
        self.builder.notes.add_with(Kind::Image, attribute(tag, "src").unwrap_or_default());
        if let Some(alt) = attribute(tag, "alt").filter(|alt| !alt.trim().is_empty()) {
            self.builder.text("[");
            self.builder.text(alt);
            self.builder.text("]");
        }
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &str) {
        let builder = &mut *self.builder;
        if let Some(mark) = mark(name) {
            return builder.inline.close(mark);
        }
        match name {
            "p" | "pre" | "dl" | "dd" | "dt" => builder.open_paragraph(),
            _ if is_division(name) => builder.boundary(),
            "br" => builder.line_break(),
            "a" => builder.inline.close_link(),
            "span" => builder.inline.close_lang(),
            "q" => builder.text("\u{201d}"),
            "ul" | "ol" | "menu" | "dir" => builder.close_list(),
            "li" => builder.close_item(),
            "blockquote" => builder.close_quote(),
            "table" => builder.close_table(),
            "caption" => builder.close_caption(),
            "thead" | "tbody" | "tfoot" => builder.table_head(false),
            "tr" => builder.end_row(),
            "td" | "th" => builder.close_cell(),
            _ if heading(name).is_some() => builder.close_heading(),
            _ => {}
        }
    }
}

/// Elements whose content the tokenizer must read as raw text, so that nothing in it is taken for markup (HTML section 13.2.6.4).
fn raw(name: &str) -> Option<(Kind, TokenSinkResult<()>)> {
    let rawtext = TokenSinkResult::RawData(RawKind::Rawtext);
    match name {
        "script" => Some((Kind::Script, TokenSinkResult::RawData(RawKind::ScriptData))),
        "style" => Some((Kind::Style, rawtext)),
        "textarea" => Some((Kind::Form, TokenSinkResult::RawData(RawKind::Rcdata))),
        "title" => Some((Kind::Embedded, TokenSinkResult::RawData(RawKind::Rcdata))),
        "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => Some((Kind::Embedded, rawtext)),
        "plaintext" => Some((Kind::Embedded, TokenSinkResult::Plaintext)),
        _ => None,
    }
}

fn mark(name: &str) -> Option<Mark> {
    Some(match name {
        "strong" | "b" => Mark::Strong,
        "em" | "i" | "cite" | "dfn" | "var" => Mark::Emphasis,
        "code" | "kbd" | "samp" | "tt" => Mark::Code,
        "sup" => Mark::Superscript,
        "sub" => Mark::Subscript,
        "s" | "del" | "strike" => Mark::Strike,
        _ => return None,
    })
}

/// The document's level of a heading: the title of the message is level 1, so `h1` inside a text is 2.
pub(super) fn heading(name: &str) -> Option<u8> {
    match name {
        "h1" | "h2" => Some(2),
        "h3" => Some(3),
        "h4" | "h5" | "h6" => Some(4),
        _ => None,
    }
}

/// Elements that part paragraphs and have no further meaning here.
pub(super) fn is_division(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "address"
            | "figure"
            | "figcaption"
            | "center"
            | "details"
            | "summary"
            | "fieldset"
            | "hgroup"
            | "search"
            | "dialog"
            | "html"
            | "body"
            | "head"
            | "listing"
    )
}

/// Elements that mean nothing here and are not worth a note.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "meta"
            | "link"
            | "base"
            | "u"
            | "ins"
            | "mark"
            | "small"
            | "big"
            | "font"
            | "abbr"
            | "acronym"
            | "time"
            | "data"
            | "bdi"
            | "bdo"
            | "wbr"
            | "nobr"
            | "ruby"
            | "rb"
            | "rt"
            | "rp"
            | "rtc"
            | "picture"
            | "map"
            | "area"
            | "col"
            | "colgroup"
            | "basefont"
            | "blink"
    )
}

/// Start tags that end SVG and MathML in a browser (HTML section 13.2.6.5).
fn is_break_out(name: &str) -> bool {
    heading(name).is_some()
        || mark(name).is_some_and(|_| !matches!(name, "cite" | "dfn" | "del" | "kbd" | "samp"))
        || matches!(
            name,
            "p" | "div"
                | "ul"
                | "ol"
                | "li"
                | "dl"
                | "dd"
                | "dt"
                | "table"
                | "blockquote"
                | "body"
                | "br"
                | "hr"
                | "img"
                | "pre"
                | "span"
                | "center"
        )
}
