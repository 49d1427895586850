//! A document's texts piece by piece: paragraphs, headings, list items, cells and captions, in reading order.

use std::borrow::Cow;

use document::{Block, Body, Document, Node, Span, Turn};

/// A piece of text that holds no other: what is analysed, searched and quoted as one run.
#[derive(Debug, Clone)]
pub(crate) struct Leaf<'a> {
    /// The turn it is in, with its position among the turns of the text.
    pub turn: Option<(usize, &'a Turn)>,
    /// The block that stands at the top of the text or of its turn; its id is an anchor of the page.
    pub top: &'a Block,
    /// The text, without markup.
    pub text: Cow<'a, str>,
    /// Where the text goes over into another language: from this byte on, in the language with this tag, or in that of the
    /// edition. Empty where it is in the edition's language throughout.
    pub switches: Vec<(usize, Option<&'a str>)>,
}

/// The pieces of a document in reading order; labels of turns are not among them. Pieces without a letter are left out.
pub(crate) fn leaves(document: &Document) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    let mut turns = 0;
    for node in &document.nodes {
        match node {
            Node::Block(block) => collect(block, block, None, &mut leaves),
            Node::Turn(turn) => {
                for block in &turn.blocks {
                    collect(block, block, Some((turns, turn)), &mut leaves);
                }
                turns += 1;
            }
        }
    }
    leaves
}

fn collect<'a>(block: &'a Block, top: &'a Block, turn: Option<(usize, &'a Turn)>, leaves: &mut Vec<Leaf<'a>>) {
    match &block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } | Body::Figure { caption: spans, .. } => {
            leaves.extend(leaf(spans, top, turn));
        }
        Body::List { items, .. } => items.iter().flatten().for_each(|block| collect(block, top, turn, leaves)),
        Body::Quote { blocks } => blocks.iter().for_each(|block| collect(block, top, turn, leaves)),
        Body::Table { head, rows } => {
            leaves.extend(head.iter().chain(rows.iter().flatten()).filter_map(|cell| leaf(cell, top, turn)));
        }
        Body::Rule {} => {}
    }
}

fn leaf<'a>(spans: &'a [Span], top: &'a Block, turn: Option<(usize, &'a Turn)>) -> Option<Leaf<'a>> {
    let text = match spans {
        [one] => Cow::Borrowed(one.text.as_str()),
        _ => Cow::Owned(spans.iter().map(|span| span.text.as_str()).collect()),
    };
    if text.is_empty() {
        return None;
    }
    let mut switches = Vec::new();
    let (mut at, mut current) = (0, None);
    for span in spans {
        if span.lang.as_deref() != current {
            current = span.lang.as_deref();
            switches.push((at, current));
        }
        at += span.text.len();
    }
    Some(Leaf { turn, top, text, switches })
}
