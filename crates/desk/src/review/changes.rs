//! The comparison of two contents as pages show it: what is said about the text field by field, the text block by block.

use std::collections::HashMap;

use document::{Block, Body, ChangeKind, Document, Mint, Node, Part, Place, Span, WordChange, WordKind, diff};
use locale::Arg;
use newsroom::Content;
use serde::Serialize;

use super::room::Room;

/// A run of words and what happened to it: `same`, `added`, `removed`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Word {
    kind: &'static str,
    text: String,
}

/// One thing that is said about a text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FieldChange {
    /// The end of its string's key.
    key: &'static str,
    /// As it was.
    old: String,
    /// As it is.
    new: String,
    /// Whether it changed.
    changed: bool,
    /// Word by word.
    words: Vec<Word>,
}

/// One block or one turn's label.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    /// The id of the block or turn.
    pub id: String,
    /// What happened: `same`, `added`, `removed`, `moved`, `changed`.
    kind: &'static str,
    /// The number of the change, from 1; 0 where nothing changed.
    change: usize,
    /// Whether it is a turn's label.
    turn: bool,
    /// Whether there is anything on the left.
    had: bool,
    /// Whether there is anything on the right.
    has: bool,
    /// Both texts in one.
    words: Vec<Word>,
    /// What changed beside the words.
    details: Vec<String>,
    /// Comments on it; filled in by the page.
    pub comments: Vec<CommentLine>,
}

/// A comment as a page shows it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CommentLine {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When, in words.
    pub at: String,
    /// The same in RFC 3339.
    pub iso: String,
    /// Who settled it; empty where nobody has.
    pub resolved_by: String,
}

/// What changed from one content to another.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Changes {
    /// Whether there was nothing before.
    pub first: bool,
    /// What is said about the text.
    pub fields: Vec<FieldChange>,
    /// How many of the fields changed.
    pub fields_changed: usize,
    /// The text.
    pub rows: Vec<Row>,
    /// How many of the rows changed.
    pub rows_changed: usize,
}

/// What of a version stands outside its content.
#[derive(Debug, Clone, Default)]
pub(super) struct About {
    /// The address that it has or is to have.
    pub address: String,
    /// Its class, in words.
    pub class: String,
    /// The public note.
    pub note: String,
}

impl Room<'_> {
    /// Compares two contents; without an old one everything is new.
    pub(super) fn changes(&self, old: Option<(&Content, &About)>, new: (&Content, &About)) -> Changes {
        let mut fields = self.fields(new);
        let before: HashMap<&str, String> = old
            .map(|old| self.fields(old).into_iter().map(|field| (field.key, field.new)).collect())
            .unwrap_or_default();
        for field in &mut fields {
            field.old = before.get(field.key).cloned().unwrap_or_default();
            // Class and note tell of this change and not of the text, so they are no change themselves.
            let tells = matches!(field.key, "class" | "note");
            field.changed = old.is_some() && !tells && field.old != field.new;
            field.words = if field.changed { words_between(&field.old, &field.new) } else { vec![] };
        }
        fields.retain(|field| !field.old.is_empty() || !field.new.is_empty());
        let empty = Document::default();
        let found = diff(old.map_or(&empty, |(content, _)| &content.document), &new.0.document);
        let mut number = 0;
        let rows = found.changes.into_iter().map(|change| {
            let same = change.kind == ChangeKind::Same && change.details.is_empty();
            let counted = !same && old.is_some();
            number += usize::from(counted);
            Row {
                id: id_of(change.place),
                kind: if old.is_none() || same { "same" } else { kind_of(change.kind) },
                change: if counted { number } else { 0 },
                turn: change.new.as_ref().or(change.old.as_ref()).is_some_and(|part| matches!(part, Part::Turn { .. })),
                had: change.old.is_some(),
                has: change.new.is_some(),
                words: change.words.iter().map(|word| word_of(word, old.is_none())).collect(),
                details: change.details.iter().map(ToString::to_string).collect(),
                comments: vec![],
            }
        });
        let rows: Vec<Row> = rows.collect();
        Changes {
            first: old.is_none(),
            fields_changed: fields.iter().filter(|field| field.changed).count(),
            rows_changed: rows.iter().filter(|row| row.change > 0).count(),
            fields,
            rows,
        }
    }

    fn fields(&self, (content, about): (&Content, &About)) -> Vec<FieldChange> {
        let occasion = &content.occasion;
        let follows = content.follows.as_ref().map(|follows| {
            let language = self.language(&follows.lang);
            self.say("review-follows", &[("language", language.into()), ("number", Arg::from(follows.number))])
        });
        let named = |slug: &String| {
            let speaker = self.standing.speakers.iter().find(|speaker| speaker.slug == *slug);
            let topic = self.standing.topics.iter().find(|topic| topic.slug == *slug);
            let name = speaker.map(|speaker| &speaker.name).or_else(|| topic.map(|topic| &topic.name));
            name.and_then(|name| name.get(&self.lang, &[])).unwrap_or(slug).to_owned()
        };
        let list = |slugs: &[String]| slugs.iter().map(named).collect::<Vec<_>>().join(", ");
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        [
            ("title", content.title.clone()),
            ("kind", self.say(&format!("desk-kind-{}", content.kind.as_str()), &[])),
            ("teaser", optional(&content.teaser)),
            ("date", occasion.date.map(|date| self.day(date)).unwrap_or_default()),
            ("place", optional(&occasion.place)),
            ("with", optional(&occasion.with)),
            ("speakers", list(&content.speakers)),
            ("topics", list(&content.topics)),
            ("nav", content.nav.map(|nav| nav.to_string()).unwrap_or_default()),
            ("address", about.address.clone()),
            ("class", about.class.clone()),
            ("note", about.note.clone()),
            ("source", follows.unwrap_or_default()),
            ("media", media_of(&content.document).join(", ")),
        ]
        .map(|(key, new)| FieldChange { key, old: String::new(), new, changed: false, words: vec![] })
        .into()
    }
}

fn kind_of(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Moved => "moved",
        ChangeKind::Same | ChangeKind::Changed => "changed",
    }
}

fn word_of(word: &WordChange, first: bool) -> Word {
    let kind = match word.kind {
        WordKind::Added if !first => "added",
        WordKind::Removed => "removed",
        WordKind::Added | WordKind::Same => "same",
    };
    Word { kind, text: word.text.clone() }
}

fn id_of(place: Place) -> String {
    place.block.map(|id| id.to_string()).or_else(|| place.turn.map(|id| id.to_string())).unwrap_or_default()
}

/// Two short texts word by word.
fn words_between(old: &str, new: &str) -> Vec<Word> {
    // The same id on both sides, so that the two are compared however little they share.
    let one = |text: &str| {
        let block =
            Block { body: Body::Paragraph { spans: vec![Span::plain(text)] }, id: Mint::seeded(b"field").block() };
        Document { nodes: vec![Node::Block(block)] }
    };
    let found = diff(&one(old), &one(new));
    found.changes.iter().flat_map(|change| change.words.iter().map(|word| word_of(word, false))).collect()
}

/// The media files of a text in their order.
fn media_of(document: &Document) -> Vec<String> {
    fn collect(blocks: &[Block], found: &mut Vec<String>) {
        for block in blocks {
            match &block.body {
                Body::Figure { media, .. } if !media.is_empty() => found.push(media.clone()),
                Body::Quote { blocks } => collect(blocks, found),
                Body::List { items, .. } => items.iter().for_each(|item| collect(item, found)),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for node in &document.nodes {
        match node {
            Node::Block(block) => collect(std::slice::from_ref(block), &mut found),
            Node::Turn(turn) => collect(&turn.blocks, &mut found),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_compared_word_by_word() {
        let words = words_between("Talks in Port Selby", "Talks in Arvenna");
        let shown: Vec<(&str, &str)> = words.iter().map(|word| (word.kind, word.text.trim())).collect();
        assert!(shown.contains(&("added", "Arvenna")), "{shown:?}");
        assert!(shown.iter().any(|(kind, text)| *kind == "removed" && text.contains("Selby")), "{shown:?}");
        assert!(shown.iter().any(|(kind, text)| *kind == "same" && text.contains("Talks")), "{shown:?}");
    }
}
