//! Links inside the site that lead nowhere.

use std::collections::HashSet;

use document::{Block, Body, Document, Node, Span};

use super::piece::{Is, Piece};
use super::{Finding, Known, Severity};

pub(super) fn check(document: &Document, known: &Known<'_>, pieces: &[Piece]) -> Vec<Finding> {
    let mut ids = HashSet::new();
    for node in &document.nodes {
        match node {
            Node::Block(block) => push_ids(&mut ids, block),
            Node::Turn(turn) => {
                ids.insert(turn.id.to_string());
                turn.blocks.iter().for_each(|block| push_ids(&mut ids, block));
            }
        }
    }
    let mut out = Vec::new();
    for block in document.blocks() {
        let id = block.id.to_string();
        let piece = pieces.iter().find(|piece| piece.is == Is::Running && piece.block.as_deref() == Some(id.as_str()));
        let Some(piece) = piece else { continue };
        let mut before = None;
        for span in spans(block) {
            let href = span.href.as_deref();
            // A link cut by a change of marks is one link.
            if let Some(href) = href.filter(|_| href != before) {
                out.extend(broken(href, &span.text, piece, &ids, known));
            }
            before = href;
        }
    }
    out
}

fn broken(href: &str, text: &str, piece: &Piece, ids: &HashSet<String>, known: &Known<'_>) -> Option<Finding> {
    let leads = if let Some(id) = href.strip_prefix('#') {
        ids.contains(id)
    } else if href.starts_with('/') && !href.starts_with("//") {
        let path = href.split(['?', '#']).next().unwrap_or(href);
        (known.addresses)(path)
    } else {
        return None;
    };
    let sentence = format!("the link “{text}” leads to {href}, which is nowhere on this site; correct or remove it.");
    (!leads).then(|| piece.finding("link-broken", Severity::Wrong, &sentence))
}

fn push_ids(ids: &mut HashSet<String>, block: &Block) {
    ids.insert(block.id.to_string());
    match &block.body {
        Body::List { items, .. } => items.iter().flatten().for_each(|block| push_ids(ids, block)),
        Body::Quote { blocks } => blocks.iter().for_each(|block| push_ids(ids, block)),
        _ => {}
    }
}

fn spans(block: &Block) -> Vec<&Span> {
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
