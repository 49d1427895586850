//! A block's text without bullets, its form, links and marks: what two versions of it are compared by.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::{Block, Body, Marks, Span};

/// A way in which a block or a turn changed, beside its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The turn's label.
    Label {
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
    /// What the turn is in the conversation.
    Role {
        /// As it was.
        old: crate::Role,
        /// As it is.
        new: crate::Role,
    },
    /// Who speaks, by slug.
    Speaker {
        /// As it was.
        old: Option<String>,
        /// As it is.
        new: Option<String>,
    },
    /// The form of the block: a paragraph that became a heading, a heading of another level, a list now numbered.
    Form {
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
    /// How the blocks inside a list or quotation are divided.
    Structure,
    /// The first number of a list.
    Start {
        /// As it was.
        old: u32,
        /// As it is.
        new: u32,
    },
    /// Marks were put on or taken off.
    Marks {
        /// Their names: `strong`, `emphasis`, …
        marks: Vec<String>,
    },
    /// The language of a passage.
    Language,
    /// A link that is new.
    LinkAdded {
        /// The linked words.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// A link that is gone.
    LinkRemoved {
        /// The words that were linked.
        text: String,
        /// Where it led.
        href: String,
    },
    /// The same words lead elsewhere.
    LinkChanged {
        /// The linked words.
        text: String,
        /// Where they led.
        old: String,
        /// Where they lead.
        new: String,
    },
    /// A figure's alternative text.
    Alt {
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
    /// A figure's media file.
    Media {
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
    /// A table's size, with its head counted as a row.
    Table {
        /// Rows and columns before.
        old: (usize, usize),
        /// Rows and columns now.
        new: (usize, usize),
    },
    /// A cell of a table of the same size.
    Cell {
        /// From 1, the head counted.
        row: usize,
        /// From 1.
        column: usize,
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |slug: &Option<String>| slug.clone().unwrap_or_else(|| "nobody".to_owned());
        match self {
            Detail::Label { old, new } => write!(f, "The label “{old}” became “{new}”."),
            Detail::Role { old, new } => write!(f, "The turn was {} and is {}.", old.as_str(), new.as_str()),
            Detail::Speaker { old, new } => write!(f, "The speaker was {} and is {}.", named(old), named(new)),
            Detail::Form { old, new } => write!(f, "It was a {old} and is a {new}."),
            Detail::Structure => f.write_str("The parts inside it are divided differently."),
            Detail::Start { old, new } => write!(f, "The list began at {old} and begins at {new}."),
            Detail::Marks { marks } => write!(f, "These marks changed: {}.", marks.join(", ")),
            Detail::Language => f.write_str("The language of a passage changed."),
            Detail::LinkAdded { text, href } => write!(f, "“{text}” now leads to {href}."),
            Detail::LinkRemoved { text, href } => write!(f, "“{text}” no longer leads to {href}."),
            Detail::LinkChanged { text, old, new } => write!(f, "“{text}” led to {old} and leads to {new}."),
            Detail::Alt { old, new } => write!(f, "The alternative text was “{old}” and is “{new}”."),
            Detail::Media { old, new } => write!(f, "The picture was {old} and is {new}."),
            Detail::Table { old, new } => {
                write!(f, "The table had {}×{} cells and has {}×{}.", old.0, old.1, new.0, new.1)
            }
            Detail::Cell { row, column, old, new } => {
                write!(f, "Row {row}, column {column}: “{old}” became “{new}”.")
            }
        }
    }
}

/// The block's own text: no bullets, no numbers of lists, cells parted by ` | `, no alternative text.
pub(crate) fn text_of(block: &Block) -> String {
    let mut out = String::new();
    push_text(&mut out, block);
    out
}

fn push_text(out: &mut String, block: &Block) {
    match &block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } | Body::Figure { caption: spans, .. } => {
            spans.iter().for_each(|span| out.push_str(&span.text));
        }
        Body::List { items, .. } => push_each(out, items.iter().flatten(), push_text),
        Body::Quote { blocks } => push_each(out, blocks, push_text),
        Body::Table { head, rows } => {
            let rows = [head].into_iter().filter(|head| !head.is_empty()).chain(rows);
            push_each(out, rows, |out, row| {
                out.push_str(&row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | "))
            });
        }
        Body::Rule {} => {}
    }
}

fn push_each<T>(out: &mut String, parts: impl IntoIterator<Item = T>, push: impl Fn(&mut String, T)) {
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        push(out, part);
    }
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// Whether two bodies say the same, whatever the ids inside them.
pub(super) fn same_body(one: &Body, other: &Body) -> bool {
    let blocks =
        |a: &[Block], b: &[Block]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_body(&a.body, &b.body));
    match (one, other) {
        (Body::List { items: a, ordered: x, start: s }, Body::List { items: b, ordered: y, start: t }) => {
            x == y && s == t && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| blocks(a, b))
        }
        (Body::Quote { blocks: a }, Body::Quote { blocks: b }) => blocks(a, b),
        _ => one == other,
    }
}

/// What changed in a block beside its words.
pub(super) fn details(old: &Block, new: &Block) -> Vec<Detail> {
    let mut out = Vec::new();
    let (before, after) = (form(&old.body), form(&new.body));
    if before != after {
        out.push(Detail::Form { old: before, new: after });
    } else if shape(old) != shape(new) {
        out.push(Detail::Structure);
    }
    match (&old.body, &new.body) {
        (Body::List { start: a, .. }, Body::List { start: b, .. }) if a != b => {
            out.push(Detail::Start { old: *a, new: *b });
        }
        (Body::Figure { alt: a, media: m, .. }, Body::Figure { alt: b, media: n, .. }) => {
            if a != b {
                out.push(Detail::Alt { old: a.clone(), new: b.clone() });
            }
            if m != n {
                out.push(Detail::Media { old: m.clone(), new: n.clone() });
            }
        }
        (Body::Table { head: a, rows: r }, Body::Table { head: b, rows: s }) => table_details((a, r), (b, s), &mut out),
        _ => {}
    }
    span_details(&spans(old), &spans(new), &mut out);
    out
}

/// The name of a body's form, as an editor would say it.
pub(super) fn form(body: &Body) -> String {
    match body {
        Body::Paragraph { .. } => "paragraph".to_owned(),
        Body::Heading { level, .. } => format!("heading of level {level}"),
        Body::List { ordered: false, .. } => "list".to_owned(),
        Body::List { ordered: true, .. } => "numbered list".to_owned(),
        Body::Quote { .. } => "quotation".to_owned(),
        Body::Figure { .. } => "figure".to_owned(),
        Body::Table { .. } => "table".to_owned(),
        Body::Rule {} => "rule".to_owned(),
    }
}

/// The forms of all blocks inside a container, in order.
fn shape(block: &Block) -> String {
    let inside = |blocks: &[Block]| blocks.iter().map(shape).collect::<Vec<_>>().join(",");
    match &block.body {
        Body::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| inside(item)).collect();
            format!("{}({})", form(&block.body), items.join(";"))
        }
        Body::Quote { blocks } => format!("quotation({})", inside(blocks)),
        _ => form(&block.body),
    }
}

type Table<'d> = (&'d Vec<Vec<Span>>, &'d Vec<Vec<Vec<Span>>>);

fn table_details(old: Table<'_>, new: Table<'_>, out: &mut Vec<Detail>) {
    let rows = |(head, rows): Table<'_>| -> Vec<Vec<String>> {
        let rows = [head].into_iter().filter(|head| !head.is_empty()).chain(rows);
        rows.map(|row| row.iter().map(|cell| plain(cell)).collect()).collect()
    };
    let (before, after) = (rows(old), rows(new));
    let size = |rows: &[Vec<String>]| (rows.len(), rows.first().map_or(0, Vec::len));
    if size(&before) != size(&after) {
        out.push(Detail::Table { old: size(&before), new: size(&after) });
        return;
    }
    for (row, (a, b)) in before.into_iter().zip(after).enumerate() {
        for (column, (old, new)) in a.into_iter().zip(b).enumerate().filter(|(_, (old, new))| old != new) {
            out.push(Detail::Cell { row: row + 1, column: column + 1, old, new });
        }
    }
}

/// All spans of a block and of the blocks inside it, in reading order.
pub(super) fn spans(block: &Block) -> Vec<&Span> {
    match &block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } | Body::Figure { caption: spans, .. } => {
            spans.iter().collect()
        }
        Body::List { items, .. } => items.iter().flatten().flat_map(spans).collect(),
        Body::Quote { blocks } => blocks.iter().flat_map(spans).collect(),
        Body::Table { head, rows } => head.iter().chain(rows.iter().flatten()).flatten().collect(),
        Body::Rule {} => vec![],
    }
}

/// A mark's name and whether it is on.
type NamedMark = (&'static str, fn(&Marks) -> bool);

/// The marks by name.
const MARKS: [NamedMark; 6] = [
    ("code", |marks| marks.code),
    ("emphasis", |marks| marks.emphasis),
    ("strike", |marks| marks.strike),
    ("strong", |marks| marks.strong),
    ("subscript", |marks| marks.subscript),
    ("superscript", |marks| marks.superscript),
];

fn span_details(old: &[&Span], new: &[&Span], out: &mut Vec<Detail>) {
    let text = |spans: &[&Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let same_text = text(old) == text(new);
    let changed = |is_on: &dyn Fn(&Span) -> bool| {
        let (a, b) = (stretches(old, is_on), stretches(new, is_on));
        // Where the words changed too, places say nothing: a mark counts when it came or went altogether.
        if same_text { a != b } else { a.is_empty() != b.is_empty() }
    };
    let marks: Vec<String> = MARKS
        .iter()
        .filter(|(_, is_on)| changed(&|span| is_on(&span.marks)))
        .map(|(name, _)| (*name).to_owned())
        .collect();
    if !marks.is_empty() {
        out.push(Detail::Marks { marks });
    }
    let mut tags: Vec<&str> = old.iter().chain(new).filter_map(|span| span.lang.as_deref()).collect();
    tags.sort_unstable();
    tags.dedup();
    if tags.iter().any(|tag| changed(&|span| span.lang.as_deref() == Some(*tag))) {
        out.push(Detail::Language);
    }
    link_details(links(old), links(new), out);
}

/// Where a property holds, in bytes of the whole text; neighbours are one stretch, however the spans are cut.
fn stretches(spans: &[&Span], is_on: &dyn Fn(&Span) -> bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for span in spans {
        let end = at + span.text.len();
        if is_on(span) && end > at {
            match out.last_mut() {
                Some(last) if last.end == at => last.end = end,
                _ => out.push(at..end),
            }
        }
        at = end;
    }
    out
}

/// Links as words and address; a link cut into several spans is one.
fn links(spans: &[&Span]) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut before: Option<&str> = None;
    for span in spans {
        match (&span.href, out.last_mut()) {
            (Some(href), Some((text, _))) if before == Some(href) => text.push_str(&span.text),
            (Some(href), _) => out.push((span.text.clone(), href.clone())),
            (None, _) => {}
        }
        before = span.href.as_deref();
    }
    out
}

fn link_details(mut old: Vec<(String, String)>, mut new: Vec<(String, String)>, out: &mut Vec<Detail>) {
    let mut pair = |same: fn(&(String, String), &(String, String)) -> bool, out: &mut Vec<Detail>| {
        let mut at = 0;
        while at < old.len() {
            match new.iter().position(|link| same(&old[at], link)) {
                Some(found) => {
                    let (text, before) = old.remove(at);
                    let (_, after) = new.remove(found);
                    if before != after {
                        out.push(Detail::LinkChanged { text, old: before, new: after });
                    }
                }
                None => at += 1,
            }
        }
    };
    pair(|a, b| a == b, out);
    // The same address under other words is a change of words, which is shown as one.
    pair(|a, b| a.1 == b.1, out);
    pair(|a, b| a.0 == b.0, out);
    out.extend(old.into_iter().map(|(text, href)| Detail::LinkRemoved { text, href }));
    out.extend(new.into_iter().map(|(text, href)| Detail::LinkAdded { text, href }));
}
