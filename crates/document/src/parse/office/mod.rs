//! What word processors and mail programs put on the clipboard as HTML. Before the common reader sees a tag, this one decides what
//! the dialect means by it: which text is deleted, hidden or a comment and so is left out and counted, which paragraphs are
//! items of lists, which links are footnotes, which style is a mark.

mod element;
mod left_out;
mod reference;
mod style;

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

use super::PIECES_MAX;
use super::builder::Builder;
use super::html::{Reading, State, Swallowed, attribute, feed_tokens, heading, is_division};
use super::lists::{Bullet, Lists};
use super::tally::{Drop, Tally};
use crate::model::Marks;
use crate::notes::Kind;
use element::{Element, is_block, is_void};
use style::{Look, Sheet};

/// How deep elements are followed. Browsers stop at 512 too; clipboards have some thirty.
const DEPTH_MAX: usize = 256;
/// Characters of a bullet; Word's longest numbers have some twenty.
const BULLET_BYTES_MAX: usize = 120;
/// Bytes of one style sheet that are kept until it ends.
const SHEET_BYTES_MAX: usize = 500_000;
/// Characters of a picture's alternative text up to which it is taken for an emoji.
const EMOJI_CHARS_MAX: usize = 8;

/// Feeds clipboard HTML to `builder`; whether it was taken whole, which it is not where it has too many pieces.
pub(super) fn feed_office(text: &str, builder: &mut Builder<'_>) -> bool {
    let mut swallowed = Swallowed::default();
    let html = State { builder, swallowed: &mut swallowed };
    let sink = Sink { state: RefCell::new(Office::new(html, text)), tokens: Cell::new(0) };
    let mut office = feed_tokens(text, sink).state.into_inner();
    office.finish();
    !office.full
}

struct Sink<'b, 'm> {
    state: RefCell<Office<'b, 'm>>,
    tokens: Cell<usize>,
}

impl Reading for Sink<'_, '_> {
    fn tokens(&self) -> usize {
        self.tokens.get()
    }

    fn oversized(&self) {
        self.state.borrow_mut().html.builder.notes.add(Kind::Oversized);
    }
}

impl TokenSink for Sink<'_, '_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        self.tokens.set(self.tokens.get() + 1);
        let mut office = self.state.borrow_mut();
        if office.full {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) => office.text(&text),
            Token::TagToken(tag) => {
                office.full = office.html.builder.pieces() > PIECES_MAX;
                return office.tag(&tag);
            }
            // Conditional comments and the clipboard's own marks are no comments of anybody.
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The reader of one paste.
struct Office<'b, 'm> {
    html: State<'b, 'm>,
    /// Whether the source is a word processor, so that `<del>` is a tracked deletion and not a style.
    tracks: bool,
    sheet: Sheet,
    /// The style sheet being read.
    sheet_text: Option<String>,
    stack: Vec<Element>,
    /// Elements beyond the greatest depth, and from which of them on text is left out.
    beyond: usize,
    beyond_hidden: Option<usize>,
    lists: Lists,
    /// An item whose bullet was not read yet: level and list.
    pending: Option<(u8, String)>,
    bullet: String,
    /// Whether the paragraph being read belongs to the open list.
    at_item: bool,
    tally: Tally,
    /// The number and kind of the list that Word's web form opened last.
    web_list: (bool, u32),
    full: bool,
}

impl<'b, 'm> Office<'b, 'm> {
    fn new(html: State<'b, 'm>, text: &str) -> Office<'b, 'm> {
        let start: String = text.chars().take(4_000).collect::<String>().to_ascii_lowercase();
        let signs =
            ["urn:schemas-microsoft-com", "libreoffice", "openoffice", "mso-", "msonormal", "docs-internal-guid"];
        Office {
            html,
            tracks: signs.iter().any(|sign| start.contains(sign)),
            sheet: Sheet::default(),
            sheet_text: None,
            stack: Vec::new(),
            beyond: 0,
            beyond_hidden: None,
            lists: Lists::default(),
            pending: None,
            bullet: String::new(),
            at_item: false,
            tally: Tally::default(),
            web_list: (false, 1),
            full: false,
        }
    }

    fn finish(&mut self) {
        self.pop_to(0);
        self.lists.close(self.html.builder);
        self.tally.note(&mut self.html.builder.notes);
    }

    fn dropping(&self) -> Option<Drop> {
        let beyond = self.beyond_hidden.map(|_| Drop::Hidden);
        self.stack.last().and_then(|element| element.drop).or(beyond)
    }

    fn text(&mut self, text: &StrTendril) {
        if let Some(sheet) = &mut self.sheet_text {
            if sheet.len() < SHEET_BYTES_MAX {
                sheet.push_str(text);
            }
            return;
        }
        if self.html.swallowed.is_on() {
            return;
        }
        let is_blank = text.chars().all(|c| c.is_whitespace() || c == '\u{feff}');
        match self.dropping() {
            Some(Drop::Bullet) if self.bullet.len() < BULLET_BYTES_MAX => self.bullet.push_str(text),
            Some(Drop::Bullet | Drop::Silent) => {}
            Some(kind) if !is_blank => self.tally.dropped(kind),
            Some(_) => {}
            None if is_blank => self.html.builder.text(text),
            None => {
                self.settle();
                self.tally.kept(self.stack.last().is_some_and(|element| element.inserted));
                self.plain_or_lines(text);
            }
        }
    }

    /// Inside `pre` line ends are the author's.
    fn plain_or_lines(&mut self, text: &str) {
        if !self.stack.last().is_some_and(|element| element.preformatted) {
            return self.html.builder.text(text);
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.html.builder.line_break();
            }
            self.html.builder.text(line);
        }
    }

    /// Before anything that stays: an item that still waits for its bullet begins, or the list ends that this is no part of.
    fn settle(&mut self) {
        if let Some((level, id)) = self.pending.take() {
            self.lists.item(self.html.builder, level, &id, &Bullet::Sign);
        } else if !self.at_item && self.lists.is_open() {
            self.lists.close(self.html.builder);
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if self.sheet_text.is_some() {
            if name == "style" && tag.kind == TagKind::EndTag {
                let sheet = self.sheet_text.take().unwrap_or_default();
                self.sheet.read(&sheet);
            }
            return TokenSinkResult::Continue;
        }
        if self.html.swallowed.is_on() {
            return self.html.tag(tag);
        }
        if tag.kind == TagKind::EndTag {
            self.end(name);
            return TokenSinkResult::Continue;
        }
        match name {
            "style" => {
                self.sheet_text = Some(String::new());
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            "title" => {
                self.html.swallow(name);
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            // Word's own data about the document.
            "xml" if !tag.self_closing => {
                self.html.swallow(name);
                return TokenSinkResult::Continue;
            }
            _ => {}
        }
        self.start(name, tag)
    }

    fn start(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        if is_void(name) {
            self.void(name, tag);
            return TokenSinkResult::Continue;
        }
        self.close_implied(name);
        let class = attribute(tag, "class").unwrap_or_default();
        let look = self.sheet.look(class, attribute(tag, "style").unwrap_or_default());
        let drop = self.own_drop(name, tag, class, &look);
        if self.stack.len() >= DEPTH_MAX {
            self.beyond += 1;
            if drop.is_some() && self.beyond_hidden.is_none() {
                self.beyond_hidden = Some(self.beyond);
            }
            return TokenSinkResult::Continue;
        }
        let mut element = self.inherited(tag);
        element.inserted |= name == "ins" || has_class(class, &["msoins", "trackchangetextinsertion"]);
        element.preformatted |= name == "pre";
        if self.dropping().is_some() || drop.is_some() {
            element.drop = self.dropping().or(drop);
            self.bullet_begins(element.drop);
            self.stack.push(element);
            // Raw text must be read as such wherever it stands, or a script's text would be taken for markup.
            return raw_kind(name);
        }
        self.begin(name, tag, class, &look, element)
    }

    fn inherited(&self, tag: &Tag) -> Element {
        let parent = self.stack.last();
        Element {
            name: tag.name.clone(),
            marks: parent.map_or(Marks::default(), |parent| parent.marks),
            drop: parent.and_then(|parent| parent.drop),
            inserted: parent.is_some_and(|parent| parent.inserted),
            preformatted: parent.is_some_and(|parent| parent.preformatted),
            kept_before: self.tally.kept_so_far(),
            ..Element::new(tag.name.clone())
        }
    }

    fn bullet_begins(&mut self, drop: Option<Drop>) {
        if drop == Some(Drop::Bullet) && self.dropping() != Some(Drop::Bullet) {
            self.bullet.clear();
        }
    }

    /// An element begins that stays.
    fn begin(&mut self, name: &str, tag: &Tag, class: &str, look: &Look, mut element: Element) -> TokenSinkResult<()> {
        let is_wrapper = attribute(tag, "id").is_some_and(|id| id.starts_with("docs-internal-guid"));
        element.set_marks(name, look, is_wrapper);
        self.html.builder.inline.set_marks(element.marks);
        let mut result = TokenSinkResult::Continue;
        if self.is_own_list(name, tag, class) {
            element.ends_item = name == "li";
        } else if let Some(level) = self.heading_level(name, tag, class, look) {
            self.paragraph(name, class, look);
            self.html.builder.open_source_heading(level);
            element.heading = true;
        } else if name == "p" {
            self.paragraph(name, class, look);
            self.html.builder.open_paragraph();
            element.forwarded = true;
        } else if !element::is_mark(name) && !name.contains(':') {
            if is_block(name) {
                self.block(name, tag);
            }
            result = self.html.tag(tag);
            if self.html.swallowed.is_on() {
                return result;
            }
            element.forwarded = true;
        }
        if element.heading || name == "p" {
            self.html.builder.inline.open_lang(attribute(tag, "lang"));
            element.lang = true;
        }
        self.stack.push(element);
        result
    }

    /// A list of Word's web form, where every item stands in a list of its own and states its level.
    fn is_own_list(&mut self, name: &str, tag: &Tag, class: &str) -> bool {
        match name {
            "ul" | "ol" if class.contains("ListStyle") && class.contains("SCX") => {
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                self.web_list = (name == "ol", start);
                true
            }
            "li" if attribute(tag, "data-aria-level").is_some() && attribute(tag, "data-listid").is_some() => {
                let level = attribute(tag, "data-aria-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                let id = attribute(tag, "data-listid").unwrap_or_default().to_owned();
                let (ordered, start) = self.web_list;
                let bullet = match ordered {
                    true => Bullet::Number { number: start, other: None, decimal: true },
                    false => Bullet::Sign,
                };
                self.web_list.1 = start.saturating_add(1);
                self.lists.item(self.html.builder, level, &id, &bullet);
                self.at_item = true;
                true
            }
            _ => false,
        }
    }

    /// A paragraph or heading begins: an item of a list, the continuation of one, or neither.
    fn paragraph(&mut self, name: &str, class: &str, look: &Look) {
        self.pending = None;
        if self.stack.iter().any(|element| element.ends_item) {
            return;
        }
        self.at_item = false;
        match look.list.as_deref().and_then(place_in_list) {
            Some((level, id)) if name == "p" => {
                self.pending = Some((level, id));
                self.at_item = true;
            }
            _ => self.at_item = name == "p" && self.lists.is_open() && has_class_start(class, "msolistparagraph"),
        }
    }

    /// Another block begins, which no list of ours goes on through.
    fn block(&mut self, name: &str, tag: &Tag) {
        if !self.stack.iter().any(|element| element.ends_item) {
            self.at_item = false;
        }
        if matches!(name, "table" | "blockquote" | "ul" | "ol" | "dl") && !self.at_item {
            self.pending = None;
            self.lists.close(self.html.builder);
        }
        if matches!(name, "td" | "th") {
            // The cell is opened by the common reader a moment later, so its extent is set after it.
            let number = |name| attribute(tag, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1);
            self.html.builder.next_cell_spans(number("colspan"), number("rowspan"));
        }
    }

    /// The source's level of a heading, 1 to 9, by the element, Word's class, the role or the outline level.
    fn heading_level(&self, name: &str, tag: &Tag, class: &str, look: &Look) -> Option<u8> {
        let number = |text: &str| text.parse().ok().filter(|level| (1..=9).contains(level));
        if heading(name).is_some() {
            return number(&name[1..]);
        }
        if !matches!(name, "p" | "div") {
            return None;
        }
        if has_class(class, &["msotitle"]) {
            return Some(1);
        }
        let of_class = class.split_ascii_whitespace().find_map(|class| {
            let class = class.trim_start_matches("x_").to_ascii_lowercase();
            class.strip_prefix("msoheading").map(|level| number(level).unwrap_or(1))
        });
        let of_role = (attribute(tag, "role") == Some("heading"))
            .then(|| attribute(tag, "aria-level").and_then(number).unwrap_or(2));
        of_class.or(of_role).or(look.outline.filter(|_| name == "p"))
    }

    fn void(&mut self, name: &str, tag: &Tag) {
        if self.dropping().is_some() {
            return;
        }
        let class = attribute(tag, "class").unwrap_or_default();
        match name {
            "img" => self.picture(tag, class),
            "br" if self.sheet.look("", attribute(tag, "style").unwrap_or_default()).hidden => {}
            "hr" => {
                // Word draws its own line over the footnotes; ours stands there already.
                let is_line_over_notes =
                    self.stack.iter().rev().take(3).any(|element| &*element.name == "div" && element.notes_list);
                self.at_item = false;
                if !is_line_over_notes {
                    self.settle();
                    self.html.builder.rule();
                }
            }
            "br" => self.html.builder.line_break(),
            _ if name.contains(':') => {}
            _ => {
                let _ = self.html.tag(tag);
            }
        }
    }

    /// Pictures do not come with a paste; an emoji that a mail program draws as a picture is a character.
    fn picture(&mut self, tag: &Tag, class: &str) {
        let alt = attribute(tag, "alt").unwrap_or_default();
        let is_emoji = !alt.is_ascii() && alt.chars().count() <= EMOJI_CHARS_MAX;
        if is_emoji && (attribute(tag, "data-emoji").is_some() || class.to_ascii_lowercase().contains("emoji")) {
            self.settle();
            self.html.builder.text(alt);
        } else if !is_beacon(tag) {
            self.html.builder.notes.add(Kind::Pictures);
        }
    }

    /// Elements that end because another begins (HTML section 13.2.6.4.7).
    fn close_implied(&mut self, name: &str) {
        let closes: fn(&str) -> bool = match name {
            "li" => |open| open == "li",
            "td" | "th" => |open| matches!(open, "td" | "th"),
            "tr" => |open| open == "tr",
            "tbody" | "thead" | "tfoot" => |open| matches!(open, "tbody" | "thead" | "tfoot"),
            "dd" | "dt" => |open| matches!(open, "dd" | "dt"),
            "option" => |open| open == "option",
            _ if is_block(name) && name != "body" && name != "html" => |open| open == "p",
            _ => return,
        };
        for at in (0..self.stack.len()).rev() {
            let open = &*self.stack[at].name;
            if closes(open) {
                return self.pop_to(at);
            }
            let is_wall = match name {
                "li" => matches!(open, "ul" | "ol"),
                "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => open == "table",
                _ => is_block(open),
            };
            if is_wall {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        if self.beyond > 0 {
            if self.beyond_hidden.is_some_and(|from| from >= self.beyond) {
                self.beyond_hidden = None;
            }
            self.beyond -= 1;
            return;
        }
        match name {
            "br" if self.dropping().is_none() => return self.html.builder.line_break(),
            _ if is_void(name) => return,
            _ => {}
        }
        for at in (0..self.stack.len()).rev() {
            let open = &*self.stack[at].name;
            if open == name {
                return self.pop_to(at);
            }
            let is_table = matches!(open, "td" | "th" | "table");
            if (is_block(open) && !is_block(name)) || (is_table && !element::is_of_table(name)) {
                return;
            }
        }
    }

    /// Ends all elements down to and including the one at `at`.
    fn pop_to(&mut self, at: usize) {
        while self.stack.len() > at {
            let Some(element) = self.stack.pop() else { return };
            let marks = self.stack.last().map_or(Marks::default(), |parent| parent.marks);
            self.html.builder.inline.set_marks(marks);
            if element.drop == Some(Drop::Bullet) && self.dropping() != Some(Drop::Bullet) {
                self.bullet_ends();
            }
            if element.forwarded {
                self.html.end(&element.name);
            }
            if element.heading {
                self.html.builder.close_heading();
            }
            if element.lang {
                self.html.builder.inline.close_lang();
            }
            if element.footnote {
                self.lists.close(self.html.builder);
                self.html.builder.close_footnote();
            }
            if element.ends_item {
                self.html.builder.open_paragraph();
                self.at_item = false;
            }
        }
    }

    /// A bullet was read whole: the item begins. In a heading the number is part of the text.
    fn bullet_ends(&mut self) {
        let bullet = std::mem::take(&mut self.bullet);
        if let Some((level, id)) = self.pending.take() {
            self.lists.item(self.html.builder, level, &id, &Bullet::read(&bullet));
            // A number that no list can show stays in front of its paragraph as text.
            self.at_item = self.lists.is_open();
        } else if !bullet.trim().is_empty() && self.html.builder.in_heading() {
            self.html.builder.text(bullet.trim());
            self.html.builder.text(" ");
        }
    }
}

/// How an element whose text is raw must be read even where it is left out (HTML section 13.2.6.4).
fn raw_kind(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
        _ => TokenSinkResult::Continue,
    }
}

/// Level and list from Word's `l0 level1 lfo1`.
fn place_in_list(value: &str) -> Option<(u8, String)> {
    let level = value.split_ascii_whitespace().find_map(|part| part.strip_prefix("level")?.parse().ok())?;
    let id = value.split_ascii_whitespace().filter(|part| !part.starts_with("level")).collect::<Vec<_>>().join(" ");
    Some((level, id))
}

/// Whether one of the classes, in small letters and without the `x_` that Outlook's web form puts before, is one of `wanted`.
fn has_class(classes: &str, wanted: &[&str]) -> bool {
    classes.split_ascii_whitespace().any(|class| {
        let class = class.trim_start_matches("x_");
        wanted.iter().any(|wanted| class.eq_ignore_ascii_case(wanted))
    })
}

fn has_class_start(classes: &str, start: &str) -> bool {
    classes.split_ascii_whitespace().any(|class| {
        let class = class.trim_start_matches("x_");
        class.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    })
}

/// A picture of one pixel tells the sender that a mail was opened; nobody misses it.
fn is_beacon(tag: &Tag) -> bool {
    ["width", "height"].iter().all(|side| attribute(tag, side).is_some_and(|value| matches!(value, "0" | "1")))
}

/// Whether the element parts paragraphs.
fn parts_paragraphs(name: &str) -> bool {
    is_division(name) || heading(name).is_some()
}
