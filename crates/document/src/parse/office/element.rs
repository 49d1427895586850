//! Open elements and what they mean.

use html5ever::LocalName;

use super::style::Look;
use crate::model::Marks;
use crate::parse::tally::Drop;

/// An open element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Its name in small letters.
    pub(super) name: LocalName,
    /// The style in force inside it.
    pub(super) marks: Marks,
    /// Why the text in it is left out, if it is.
    pub(super) drop: Option<Drop>,
    /// Whether the text in it was inserted by tracked changes.
    pub(super) inserted: bool,
    /// Whether line ends in it are the author's.
    pub(super) preformatted: bool,
    /// Whether the common reader knows of it and must be told its end.
    pub(super) forwarded: bool,
    /// Whether it stated a language.
    pub(super) lang: bool,
    /// Whether a heading ends with it.
    pub(super) heading: bool,
    /// Whether a footnote's text ends with it.
    pub(super) footnote: bool,
    /// Whether the item of a list of our own ends with it.
    pub(super) ends_item: bool,
    /// Whether it holds the source's footnotes.
    pub(super) notes_list: bool,
    /// How much text was kept before it began.
    pub(super) kept_before: usize,
}

impl Element {
    /// An element that changes nothing.
    pub(super) fn new(name: LocalName) -> Element {
        Element {
            name,
            marks: Marks::default(),
            drop: None,
            inserted: false,
            preformatted: false,
            forwarded: false,
            lang: false,
            heading: false,
            footnote: false,
            ends_item: false,
            notes_list: false,
            kept_before: 0,
        }
    }

    /// Sets the marks that the element's name and look give. Google's wrapper around everything is a `b` that means nothing.
    pub(super) fn set_marks(&mut self, name: &str, look: &Look, is_wrapper: bool) {
        self.notes_list = matches!(look.element.as_deref(), Some("footnote-list" | "endnote-list"));
        if is_wrapper || matches!(name, "td" | "th" | "tr" | "table" | "body" | "div") {
            return;
        }
        let marks = &mut self.marks;
        match name {
            "b" | "strong" => marks.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => marks.emphasis = true,
            "code" | "kbd" | "samp" | "tt" => marks.code = true,
            "sup" => marks.superscript = true,
            "sub" => marks.subscript = true,
            "s" | "del" | "strike" => marks.strike = true,
            _ => {}
        }
        marks.strong = look.strong.unwrap_or(marks.strong);
        marks.emphasis = look.emphasis.unwrap_or(marks.emphasis);
        marks.strike |= look.strike;
        marks.superscript |= look.superscript;
        marks.subscript |= look.subscript;
    }
}

/// Elements that are marks; their style is kept here, so the common reader does not see them.
pub(super) fn is_mark(name: &str) -> bool {
    matches!(
        name,
        "b" | "strong"
            | "i"
            | "em"
            | "cite"
            | "dfn"
            | "var"
            | "code"
            | "kbd"
            | "samp"
            | "tt"
            | "sup"
            | "sub"
            | "s"
            | "del"
            | "strike"
    )
}

/// Elements that part paragraphs, so that an inline element cannot end outside of them.
pub(super) fn is_block(name: &str) -> bool {
    super::parts_paragraphs(name)
        || matches!(
            name,
            "p" | "pre" | "ul" | "ol" | "li" | "dl" | "dd" | "dt" | "blockquote" | "menu" | "dir" | "caption" | "hr"
        )
        || is_of_table(name)
}

/// The elements of tables.
pub(super) fn is_of_table(name: &str) -> bool {
    matches!(name, "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption")
}

/// Elements without an end (HTML section 13.1.2).
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}
