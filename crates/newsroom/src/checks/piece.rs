//! The texts that checks read, each with the words that tell an editor where it stands.

use document::{Block, Body, Node, Span};

use super::{Checked, Finding, Severity};

/// One text with its place.
pub(super) struct Piece {
    pub(super) text: String,
    /// "the title", "paragraph 2", "turn 3 (Foreign Minister), paragraph 1".
    pub(super) place: String,
    /// The id of the block or turn.
    pub(super) block: Option<String>,
    /// What kind of text it is.
    pub(super) is: Is,
}

/// What kind of text a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    Title,
    Teaser,
    Label,
    Alt,
    Running,
}

impl Piece {
    /// A finding in this text; the sentence goes on after "In the title, ".
    pub(super) fn finding(&self, code: &'static str, severity: Severity, sentence: &str) -> Finding {
        let message = format!("In {}, {sentence}", self.place);
        Finding { code, severity, message, block: self.block.clone(), suggestion: None }
    }
}

impl Finding {
    /// The same finding with what could stand there instead.
    pub(super) fn suggesting(mut self, suggestion: impl Into<String>) -> Finding {
        self.suggestion = Some(suggestion.into());
        self
    }
}

/// Title, teaser, labels, blocks and alternative texts in reading order. A list or quotation is one piece with a line for
/// each block inside it, so that a quotation mark may close in another item.
pub(super) fn pieces(text: &Checked<'_>) -> Vec<Piece> {
    let outside =
        |text: &str, place: &str, is| Piece { text: text.to_owned(), place: place.to_owned(), block: None, is };
    let mut out = vec![outside(text.title, "the title", Is::Title)];
    out.extend(text.teaser.map(|teaser| outside(teaser, "the teaser", Is::Teaser)));
    let (mut turns, mut blocks) = (0, 0);
    for node in &text.document.nodes {
        match node {
            Node::Block(block) => {
                blocks += 1;
                push(&mut out, block, "", blocks);
            }
            Node::Turn(turn) => {
                turns += 1;
                let place = format!("turn {turns} ({})", turn.label);
                out.push(Piece {
                    text: turn.label.clone(),
                    place: format!("the label of turn {turns}"),
                    block: Some(turn.id.to_string()),
                    is: Is::Label,
                });
                for (at, block) in turn.blocks.iter().enumerate() {
                    push(&mut out, block, &format!("{place}, "), at + 1);
                }
            }
        }
    }
    out
}

fn push(out: &mut Vec<Piece>, block: &Block, before: &str, number: usize) {
    let (name, id) = (name(block), Some(block.id.to_string()));
    let place = format!("{before}{name} {number}");
    if let Body::Figure { alt, .. } = &block.body {
        let place = format!("the alternative text of {place}");
        out.push(Piece { text: alt.clone(), place, block: id.clone(), is: Is::Alt });
    }
    out.push(Piece { text: text_of(block), place, block: id, is: Is::Running });
}

/// What an editor calls a block.
pub(super) fn name(block: &Block) -> &'static str {
    match &block.body {
        Body::Paragraph { .. } => "paragraph",
        Body::Heading { .. } => "heading",
        Body::List { .. } => "list",
        Body::Quote { .. } => "quotation",
        Body::Figure { .. } => "figure",
        Body::Table { .. } => "table",
        Body::Rule {} => "rule",
    }
}

/// A block's words: no bullets or numbers, a line for each block inside it and each cell.
pub(crate) fn text_of(block: &Block) -> String {
    let spans = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let lines = |lines: Vec<String>| lines.join("\n");
    match &block.body {
        Body::Paragraph { spans: own } | Body::Heading { spans: own, .. } | Body::Figure { caption: own, .. } => {
            spans(own)
        }
        Body::List { items, .. } => lines(items.iter().flatten().map(text_of).collect()),
        Body::Quote { blocks } => lines(blocks.iter().map(text_of).collect()),
        Body::Table { head, rows } => lines(head.iter().chain(rows.iter().flatten()).map(|cell| spans(cell)).collect()),
        Body::Rule {} => String::new(),
    }
}
