//! Cuts blocks into turns and what stands between them.

use std::ops::Range;

use super::judge::Said;
use crate::ids::{BlockId, Mint};
use crate::model::{Block, Body, Node, Role, Span, Turn};
use crate::transcript::Cue;

/// What was seen of a turn while it was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sure {
    /// The label with its signs as it stands in the source: `**Q:**`.
    pub(crate) printed: String,
    /// Why it is a label.
    pub(crate) cues: Vec<Cue>,
    /// What its words say of the role.
    pub(in crate::parse) said: Said,
}

/// A place in a paragraph at which something new begins.
pub(super) struct Cut {
    /// Where it begins.
    pub(super) start: usize,
    /// Where its text begins, behind the label.
    pub(super) text: usize,
    pub(super) opening: Opening,
}

/// What begins at a cut.
pub(super) enum Opening {
    /// A turn with this label.
    Turn(String, Sure),
    /// Nothing: the turn before ends.
    End,
}

/// The nodes made so far, with the turn that is still open.
#[derive(Default)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    turn: Option<Turn>,
    sure: Vec<Sure>,
}

impl Nodes {
    /// Whether a turn was opened so far.
    pub(super) fn has_turns(&self) -> bool {
        !self.sure.is_empty()
    }

    /// Takes a block, cut at `cuts`, which are in order.
    pub(super) fn block(&mut self, block: Block, cuts: Vec<Cut>, mint: &mut Mint) {
        if matches!(block.body, Body::Heading { .. } | Body::Rule {}) {
            self.end_turn();
        }
        let Body::Paragraph { spans } = block.body else { return self.put(block) };
        let Some(first) = cuts.first() else {
            return self.put(Block { body: Body::Paragraph { spans }, id: block.id });
        };
        let before = 0..first.start;
        let ends = cuts.iter().skip(1).map(|cut| cut.start).chain([usize::MAX]);
        let pieces = cuts.iter().zip(ends).map(|(cut, end)| cut.text..end.max(cut.text));
        let mut texts = cut_spans(spans, std::iter::once(before).chain(pieces)).into_iter();
        let mut id = Some(block.id);
        let before = texts.next().unwrap_or_default();
        self.text(before, &mut id, mint);
        for (cut, spans) in cuts.into_iter().zip(texts) {
            match cut.opening {
                Opening::Turn(label, sure) => self.begin_turn(label, sure, mint),
                Opening::End => self.end_turn(),
            }
            self.text(spans, &mut id, mint);
        }
    }

    /// Puts a paragraph; the first piece of a block that was cut keeps its id.
    fn text(&mut self, spans: Vec<Span>, id: &mut Option<BlockId>, mint: &mut Mint) {
        if !spans.is_empty() {
            let id = id.take().unwrap_or_else(|| mint.block());
            self.put(Block { body: Body::Paragraph { spans }, id });
        }
    }

    fn put(&mut self, block: Block) {
        match &mut self.turn {
            Some(turn) => turn.blocks.push(block),
            None => self.nodes.push(Node::Block(block)),
        }
    }

    fn begin_turn(&mut self, label: String, sure: Sure, mint: &mut Mint) {
        self.end_turn();
        self.sure.push(sure);
        let (id, role) = (mint.turn(), Role::Speech);
        self.turn = Some(Turn { blocks: Vec::new(), id, label, role, speaker: None });
    }

    fn end_turn(&mut self) {
        self.nodes.extend(self.turn.take().map(Node::Turn));
    }

    /// The nodes, and what is said of each turn.
    pub(super) fn finish(mut self) -> (Vec<Node>, Vec<Sure>) {
        self.end_turn();
        (self.nodes, self.sure)
    }
}

/// The pieces of `spans` in the byte ranges given, which are in order and do not overlap; each is trimmed.
fn cut_spans(spans: Vec<Span>, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Vec<Span>> {
    let mut pieces = Vec::new();
    let mut first = 0;
    let mut offset = 0;
    for range in ranges {
        let mut piece: Vec<Span> = Vec::new();
        while let Some(span) = spans.get(first) {
            let end = offset + span.text.len();
            let (from, to) = (range.start.clamp(offset, end) - offset, range.end.clamp(offset, end) - offset);
            if from < to {
                piece.push(Span {
                    text: span.text[from..to].to_owned(),
                    href: span.href.clone(),
                    lang: span.lang.clone(),
                    marks: span.marks,
                });
            }
            // The next range may begin in this span.
            if end >= range.end {
                break;
            }
            offset = end;
            first += 1;
        }
        pieces.push(trimmed(piece));
    }
    pieces
}

/// `spans` without white space at both ends.
fn trimmed(mut spans: Vec<Span>) -> Vec<Span> {
    while let Some(span) = spans.last_mut() {
        span.text.truncate(span.text.trim_end().len());
        if !span.text.is_empty() {
            break;
        }
        spans.pop();
    }
    let blank = spans.iter().take_while(|span| span.text.trim_start().is_empty()).count();
    spans.drain(..blank);
    if let Some(span) = spans.first_mut() {
        let lost = span.text.len() - span.text.trim_start().len();
        span.text.drain(..lost);
    }
    spans
}
