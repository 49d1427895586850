//! What a parser dropped, changed or is unsure of.

use serde::Serialize;

use crate::ids::BlockId;

/// How many examples a note shows; the count says the rest.
const EXAMPLES_MAX: usize = 3;
/// Characters of foreign text an example shows, so that reports stay readable whatever the input.
const EXAMPLE_CHARS_MAX: usize = 60;
/// Blocks a note names. An editor looks at each of them, and nobody looks at more than a thousand.
const BLOCKS_MAX: usize = 1_000;

/// One kind of thing that a parser dropped, changed or is unsure of, with how often it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The blocks an editor should look at, in reading order, at most a thousand; empty where the note is about no block that
    /// is still there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<BlockId>,
    /// A stable name for programs: `script-removed`, `link-removed`, `label-unsure`, `comments-dropped`,
    /// `deletions-dropped`, `hidden-text-dropped`, `insertions-accepted`, …
    pub code: &'static str,
    /// How often it happened; at least 1.
    pub count: usize,
    /// An English sentence for people, with the first examples.
    pub message: String,
}

/// Everything a note can be about: stable code and sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Attribute,
    Chart,
    Comment,
    Comments,
    Contents,
    Control,
    Deletions,
    Embedded,
    Form,
    Formulas,
    Headers,
    Hidden,
    Image,
    Insertions,
    Label,
    Link,
    Merged,
    Nesting,
    Numbering,
    Oversized,
    PasteSize,
    Pictures,
    PlainOnly,
    Script,
    Spans,
    Style,
    Symbols,
    Table,
    Title,
    Unknown,
}

impl Kind {
    fn code(self) -> &'static str {
        match self {
            Kind::Attribute => "event-handler-removed",
            Kind::Chart => "charts-dropped",
            Kind::Comment => "comment-removed",
            Kind::Comments => "comments-dropped",
            Kind::Contents => "contents-dropped",
            Kind::Control => "control-character-removed",
            Kind::Deletions => "deletions-dropped",
            Kind::Embedded => "embedded-content-removed",
            Kind::Form => "form-control-removed",
            Kind::Formulas => "formulas-flattened",
            Kind::Headers => "headers-dropped",
            Kind::Hidden => "hidden-text-dropped",
            Kind::Image => "image-removed",
            Kind::Insertions => "insertions-accepted",
            Kind::Label => "label-unsure",
            Kind::Link => "link-removed",
            Kind::Merged => "cells-merged",
            Kind::Nesting => "nesting-flattened",
            Kind::Numbering => "list-numbering-changed",
            Kind::Oversized => "markup-oversized",
            Kind::PasteSize => "paste-too-large",
            Kind::Pictures => "pictures-dropped",
            Kind::PlainOnly => "formatting-left-out",
            Kind::Script => "script-removed",
            Kind::Spans => "formatting-limited",
            Kind::Style => "style-removed",
            Kind::Symbols => "symbol-unknown",
            Kind::Table => "table-reshaped",
            Kind::Title => "title-taken",
            Kind::Unknown => "markup-unknown",
        }
    }

    /// The sentence about one and about several; `{}` stands for how many.
    fn sentences(self) -> (&'static str, &'static str) {
        let (one, several) = match self {
            Kind::Attribute => ("An attribute that would run a script was removed.", ""),
            Kind::Chart => (
                "A chart, diagram or embedded file was left out.",
                "{} charts, diagrams or embedded files were left out.",
            ),
            Kind::Comment => ("A comment in the source was removed.", ""),
            Kind::Comments => ("1 comment was left out.", "{} comments were left out."),
            Kind::Contents => ("The table of contents was left out.", ""),
            Kind::Control => ("An invisible control character was removed.", ""),
            Kind::Deletions => ("1 tracked deletion was left out.", "{} tracked deletions were left out."),
            Kind::Embedded => ("Embedded or hidden content was removed.", ""),
            Kind::Form => ("A form or form control was removed; its text, if any, was kept.", ""),
            Kind::Formulas => (
                "A formula was turned into plain characters: check it.",
                "{} formulas were turned into plain characters: check them.",
            ),
            Kind::Headers => (
                "The text of a page header or footer was left out.",
                "The texts of {} page headers or footers were left out.",
            ),
            Kind::Hidden => ("1 passage of hidden text was left out.", "{} passages of hidden text were left out."),
            Kind::Image => ("A picture was removed; its alternative text was kept in brackets.", ""),
            Kind::Insertions => {
                ("1 tracked insertion was accepted as text.", "{} tracked insertions were accepted as text.")
            }
            Kind::Label => ("This may be a speaker's label, but it was kept as running text.", ""),
            Kind::Link => ("A link with an address that is not allowed was removed; its text was kept.", ""),
            Kind::Merged => (
                "A merged table cell was taken apart; its text stands in the first of its cells.",
                "{} merged table cells were taken apart; their text stands in the first of their cells.",
            ),
            Kind::Nesting => ("Lists or quotes nested too deeply were flattened; their text was kept.", ""),
            Kind::Numbering => (
                "A list numbered with letters or Roman numerals is now numbered 1, 2, 3: check the references to it.",
                "{} lists numbered with letters or Roman numerals are now numbered 1, 2, 3: check the references to them.",
            ),
            Kind::Oversized => ("A tag with very many attributes was removed.", ""),
            Kind::PasteSize => (
                "Nothing was pasted: it is larger than 20 MB or has more than 400,000 pieces. Paste it in parts, or upload the Word file.",
                "",
            ),
            Kind::Pictures => (
                "1 picture was left out: add it through the media library.",
                "{} pictures were left out: add them through the media library.",
            ),
            Kind::PlainOnly => (
                "The formatted text was larger than 20 MB, so its plain text was taken: check headings, lists and notes.",
                "",
            ),
            Kind::Script => ("A script was removed.", ""),
            Kind::Spans => ("A paragraph changes its formatting too often; from there on it is plain text.", ""),
            Kind::Style => ("A style sheet was removed.", ""),
            Kind::Symbols => (
                "A character of a symbol font is not known and stands as \u{fffd}: replace it.",
                "{} characters of symbol fonts are not known and stand as \u{fffd}: replace them.",
            ),
            Kind::Table => ("A table was too wide or nested and was reshaped; its text was kept.", ""),
            Kind::Title => {
                ("The paragraph in the style Title was taken as the title and does not stand in the text.", "")
            }
            Kind::Unknown => ("Unknown markup was removed; its text was kept.", ""),
        };
        (one, if several.is_empty() { one } else { several })
    }
}

/// What was noted of one kind.
#[derive(Debug)]
struct Noted {
    kind: Kind,
    count: usize,
    examples: Vec<String>,
    blocks: Vec<BlockId>,
}

/// Collects notes, one per kind.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    found: Vec<Noted>,
}

impl Notes {
    /// Counts one more of `kind`.
    pub(crate) fn add(&mut self, kind: Kind) {
        self.add_count(kind, 1);
    }

    /// Counts `count` more of `kind`; nothing is noted where it is 0.
    pub(crate) fn add_count(&mut self, kind: Kind, count: usize) {
        if count > 0 {
            self.entry(kind).count += count;
        }
    }

    /// Counts one more of `kind` and keeps `example` if there are few yet.
    pub(crate) fn add_with(&mut self, kind: Kind, example: &str) {
        let entry = self.entry(kind);
        entry.count += 1;
        if entry.examples.len() < EXAMPLES_MAX {
            let shown: String = example.chars().filter(|c| !c.is_control()).take(EXAMPLE_CHARS_MAX).collect();
            if !shown.is_empty() && !entry.examples.contains(&shown) {
                entry.examples.push(shown);
            }
        }
    }

    /// Counts one more of `kind`, in `block`, and keeps `example` if there are few yet.
    pub(crate) fn add_in(&mut self, kind: Kind, example: &str, block: BlockId) {
        self.add_with(kind, example);
        let blocks = &mut self.entry(kind).blocks;
        if blocks.len() < BLOCKS_MAX && blocks.last() != Some(&block) {
            blocks.push(block);
        }
    }

    fn entry(&mut self, kind: Kind) -> &mut Noted {
        let at = match self.found.iter().position(|known| known.kind == kind) {
            Some(at) => at,
            None => {
                self.found.push(Noted { kind, count: 0, examples: Vec::new(), blocks: Vec::new() });
                self.found.len() - 1
            }
        };
        &mut self.found[at]
    }

    /// The notes in the order in which their kinds first appeared.
    pub(crate) fn finish(self) -> Vec<Note> {
        let note = |Noted { kind, count, examples, blocks }: Noted| {
            let (one, several) = kind.sentences();
            let mut message = if count == 1 { one.to_owned() } else { several.replace("{}", &count.to_string()) };
            if !examples.is_empty() {
                let quoted: Vec<String> = examples.iter().map(|example| format!("\u{201c}{example}\u{201d}")).collect();
                message = format!("{} ({})", message, quoted.join(", "));
            }
            Note { blocks, code: kind.code(), count, message }
        };
        self.found.into_iter().map(note).collect()
    }
}
