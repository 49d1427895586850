//! What a parser dropped, changed or is unsure of.

use serde::Serialize;

/// How many examples a note shows; the count says the rest.
const EXAMPLES_MAX: usize = 3;
/// Characters of foreign text an example shows, so that reports stay readable whatever the input.
const EXAMPLE_CHARS_MAX: usize = 60;

/// One kind of thing that a parser dropped, changed or is unsure of, with how often it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// A stable name for programs: `script-removed`, `link-removed`, `label-unsure`, …
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
    Comment,
    Control,
    Embedded,
    Form,
    Image,
    Label,
    Link,
    Nesting,
    Oversized,
    Script,
    Spans,
    Style,
    Table,
    Unknown,
}

impl Kind {
    fn code(self) -> &'static str {
        match self {
            Kind::Attribute => "event-handler-removed",
            Kind::Comment => "comment-removed",
            Kind::Control => "control-character-removed",
            Kind::Embedded => "embedded-content-removed",
            Kind::Form => "form-control-removed",
            Kind::Image => "image-removed",
            Kind::Label => "label-unsure",
            Kind::Link => "link-removed",
            Kind::Nesting => "nesting-flattened",
            Kind::Oversized => "markup-oversized",
            Kind::Script => "script-removed",
            Kind::Spans => "formatting-limited",
            Kind::Style => "style-removed",
            Kind::Table => "table-reshaped",
            Kind::Unknown => "markup-unknown",
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Kind::Attribute => "An attribute that would run a script was removed.",
            Kind::Comment => "A comment in the source was removed.",
            Kind::Control => "An invisible control character was removed.",
            Kind::Embedded => "Embedded or hidden content was removed.",
            Kind::Form => "A form or form control was removed; its text, if any, was kept.",
            Kind::Image => "A picture was removed; its alternative text was kept in brackets.",
            Kind::Label => "This may be a speaker's label, but it was kept as running text.",
            Kind::Link => "A link with an address that is not allowed was removed; its text was kept.",
            Kind::Nesting => "Lists or quotes nested too deeply were flattened; their text was kept.",
            Kind::Oversized => "A tag with very many attributes was removed.",
            Kind::Script => "A script was removed.",
            Kind::Spans => "A paragraph changes its formatting too often; from there on it is plain text.",
            Kind::Style => "A style sheet was removed.",
            Kind::Table => "A table was too wide or nested and was reshaped; its text was kept.",
            Kind::Unknown => "Unknown markup was removed; its text was kept.",
        }
    }
}

/// Collects notes, one per kind.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    found: Vec<(Kind, usize, Vec<String>)>,
}

impl Notes {
    /// Counts one more of `kind`.
    pub(crate) fn add(&mut self, kind: Kind) {
        self.entry(kind).1 += 1;
    }

    /// Counts one more of `kind` and keeps `example` if there are few yet.
    pub(crate) fn add_with(&mut self, kind: Kind, example: &str) {
        let entry = self.entry(kind);
        entry.1 += 1;
        if entry.2.len() < EXAMPLES_MAX {
            let shown: String = example.chars().filter(|c| !c.is_control()).take(EXAMPLE_CHARS_MAX).collect();
            if !shown.is_empty() && !entry.2.contains(&shown) {
                entry.2.push(shown);
            }
        }
    }

    fn entry(&mut self, kind: Kind) -> &mut (Kind, usize, Vec<String>) {
        let at = match self.found.iter().position(|(known, ..)| *known == kind) {
            Some(at) => at,
            None => {
                self.found.push((kind, 0, Vec::new()));
                self.found.len() - 1
            }
        };
        &mut self.found[at]
    }

    /// The notes in the order in which their kinds first appeared.
    pub(crate) fn finish(self) -> Vec<Note> {
        let note = |(kind, count, examples): (Kind, usize, Vec<String>)| {
            let mut message = kind.sentence().to_owned();
            if !examples.is_empty() {
                let quoted: Vec<String> = examples.iter().map(|example| format!("\u{201c}{example}\u{201d}")).collect();
                message = format!("{} ({})", message, quoted.join(", "));
            }
            Note { code: kind.code(), count, message }
        };
        self.found.into_iter().map(note).collect()
    }
}
