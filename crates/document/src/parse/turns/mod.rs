//! From paragraphs to speaker turns. A paragraph or line that starts with a speaker's label and a colon opens a turn,
//! which lasts until the next label, a heading or a rule. When unsure there is no turn but a note: an editor
//! can make a turn with one key, but a wrong one puts words into a mouth.

mod judge;
mod label;
mod words;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::ids::{BlockId, Mint};
use crate::model::{Block, Body, Node, Role, Span, Turn};
use crate::notes::{Kind, Notes};
use crate::parse::ParseOptions;
use judge::{Judge, Said, Verdict};
use label::{Candidate, Form, candidate};

/// A line that may open a turn.
struct Found {
    /// The place of its block.
    block: usize,
    /// Where its line stands in the block's text.
    line: Range<usize>,
    /// Whether it may open a turn in the middle of its paragraph.
    at_start: bool,
    /// Whether the line before ends a sentence or is a label itself.
    after_end: bool,
    candidate: Candidate,
}

/// Turns blocks into nodes. `speaker_lines` are the paragraphs that name a speaker by the source's own word for it, with or
/// without a colon.
pub(super) fn recognise(
    blocks: Vec<Block>,
    speaker_lines: &HashSet<BlockId>,
    options: &ParseOptions<'_>,
    is_plain: bool,
    mint: &mut Mint,
    notes: &mut Notes,
) -> Vec<Node> {
    let mut found = find(&blocks);
    let stated = stated(&blocks, speaker_lines);
    found.retain(|found| stated.binary_search_by_key(&found.block, |stated| stated.block).is_err());
    if found.is_empty() && stated.is_empty() {
        return blocks.into_iter().map(Node::Block).collect();
    }
    let judge = Judge::new(found.iter().map(|found| &found.candidate), options.speakers);
    let mut labels = Vec::new();
    for found in found {
        let alone = found.candidate.rest >= found.line.len();
        match judge.verdict(&found.candidate, alone) {
            Verdict::Label(said) if found.at_start || may_stand_inside(&found, is_plain) => labels.push((found, said)),
            Verdict::Label(_) | Verdict::Unsure => {
                notes.add_in(Kind::Label, &found.candidate.label, blocks[found.block].id);
            }
            Verdict::Text => {}
        }
    }
    labels.extend(stated.into_iter().map(|found| (found, Said::Nothing)));
    labels.sort_by_key(|(found, _)| (found.block, found.line.start));
    let mut labels = labels.into_iter().peekable();
    let mut nodes = Nodes::default();
    for (at, block) in blocks.into_iter().enumerate() {
        let mut own = Vec::new();
        while let Some(label) = labels.next_if(|(found, _)| found.block == at) {
            own.push(label);
        }
        nodes.block(block, own, mint);
    }
    nodes.finish()
}

/// Inside a paragraph of wrapped text a name in running text can come to stand at the start of a line by chance.
fn may_stand_inside(found: &Found, is_plain: bool) -> bool {
    !is_plain || found.after_end || found.candidate.form == Form::Capitals
}

/// The lines of which the source itself says that they name a speaker.
fn stated(blocks: &[Block], speaker_lines: &HashSet<BlockId>) -> Vec<Found> {
    if speaker_lines.is_empty() {
        return Vec::new();
    }
    let line = |(block, text): (usize, Cow<'_, str>)| {
        let candidate = label::stated(text.trim())?;
        Some(Found { block, line: 0..text.len(), at_start: true, after_end: true, candidate })
    };
    let lines = blocks.iter().enumerate().filter(|(_, block)| speaker_lines.contains(&block.id));
    lines.filter_map(|(at, block)| paragraph_text(block).and_then(|text| line((at, text)))).collect()
}

fn find(blocks: &[Block]) -> Vec<Found> {
    let mut all = Vec::new();
    for (block, text) in
        blocks.iter().enumerate().filter_map(|(at, block)| paragraph_text(block).map(|text| (at, text)))
    {
        let mut start = 0;
        let mut after_end = true;
        for line in text.split('\n') {
            let range = start..start + line.len();
            let label = candidate(line);
            let is_label_alone = label.as_ref().is_some_and(|label| label.rest >= line.len());
            if let Some(candidate) = label {
                all.push(Found { block, line: range.clone(), at_start: start == 0, after_end, candidate });
            }
            after_end = is_label_alone || ends_sentence(line);
            start = range.end + 1;
        }
    }
    all
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end()
        .ends_with(['.', '!', '?', '…', ':', '：', '。', '！', '？', '؟', ')', '"', '”', '»', '」', '-', '—', '–', ']'])
}

fn paragraph_text(block: &Block) -> Option<Cow<'_, str>> {
    match &block.body {
        Body::Paragraph { spans } => Some(match spans.as_slice() {
            [span] => Cow::Borrowed(span.text.as_str()),
            spans => Cow::Owned(spans.iter().map(|span| span.text.as_str()).collect()),
        }),
        _ => None,
    }
}

/// The nodes made so far, with the turn that is still open.
#[derive(Default)]
struct Nodes {
    nodes: Vec<Node>,
    turn: Option<Turn>,
    asked: bool,
}

impl Nodes {
    fn block(&mut self, block: Block, labels: Vec<(Found, Said)>, mint: &mut Mint) {
        if matches!(block.body, Body::Heading { .. } | Body::Rule {}) {
            self.end_turn();
        }
        let Body::Paragraph { spans } = block.body else { return self.put(block) };
        if labels.is_empty() {
            return self.put(Block { body: Body::Paragraph { spans }, id: block.id });
        }
        let ends = labels.iter().skip(1).map(|(found, _)| found.line.start).chain([usize::MAX]);
        let texts = labels.iter().map(|(found, _)| found.line.start + found.candidate.rest);
        let pieces =
            std::iter::once(0..labels[0].0.line.start).chain(texts.zip(ends).map(|(start, end)| start..end.max(start)));
        let mut texts = cut(spans, pieces).into_iter();
        let mut id = Some(block.id);
        let before = texts.next().unwrap_or_default();
        self.text(before, &mut id, mint);
        for ((found, said), spans) in labels.into_iter().zip(texts) {
            self.begin_turn(found.candidate.label, said, mint);
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

    fn begin_turn(&mut self, label: String, said: Said, mint: &mut Mint) {
        self.end_turn();
        let role = match said {
            Said::Role(role) => role,
            Said::Nothing if self.asked => Role::Answer,
            Said::Neutral | Said::Nothing => Role::Speech,
        };
        self.asked |= role == Role::Question;
        self.turn = Some(Turn { blocks: Vec::new(), id: mint.turn(), label, role, speaker: None });
    }

    fn end_turn(&mut self) {
        self.nodes.extend(self.turn.take().map(Node::Turn));
    }

    fn finish(mut self) -> Vec<Node> {
        self.end_turn();
        self.nodes
    }
}

/// The pieces of `spans` in the byte ranges given, which are in order and do not overlap; each is trimmed.
fn cut(spans: Vec<Span>, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Vec<Span>> {
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
