//! The text as CommonMark, for those who write without scripts: what the notation cannot say survives where its block was
//! not touched.

use std::collections::HashMap;

use document::{Block, BlockId, Document, Mint, Node, ParseOptions, Turn, TurnId, carry_ids, from_markdown};

/// The text that somebody wrote, made from `before`. Ids stay with what they named; a block or turn that reads as before is kept
/// as it was, with its marks, languages and chosen speakers.
pub(crate) fn edited(text: &str, before: &Document, options: &ParseOptions<'_>, mint: &mut Mint) -> Document {
    let text = text.replace("\r\n", "\n");
    if text.trim_end() == before.to_markdown().trim_end() {
        return before.clone();
    }
    let parsed = from_markdown(&text, options, mint).document;
    let mut document = carry_ids(before, parsed, mint);
    let old_turns: HashMap<TurnId, &Turn> = before.turns().map(|turn| (turn.id, turn)).collect();
    let old_blocks: HashMap<BlockId, &Block> = before.blocks().map(|block| (block.id, block)).collect();
    let restore = |block: &mut Block| {
        if let Some(old) = old_blocks.get(&block.id).filter(|old| reads_as(old, block)) {
            *block = (*old).clone();
        }
    };
    for node in &mut document.nodes {
        match node {
            Node::Block(block) => restore(block),
            Node::Turn(turn) => {
                if let Some(old) = old_turns.get(&turn.id).filter(|old| old.label == turn.label) {
                    turn.speaker.clone_from(&old.speaker);
                    turn.role = old.role;
                }
                turn.blocks.iter_mut().for_each(restore);
            }
        }
    }
    // Restoring a list brings the ids of its inner blocks back; should one of them have come to stand elsewhere, the
    // parsed text, whose ids are distinct, is the safe one.
    if is_distinct(&document) {
        document
    } else {
        carry_ids(before, from_markdown(&text, options, mint).document, mint)
    }
}

fn reads_as(old: &Block, new: &Block) -> bool {
    let markdown = |block: &Block| Document { nodes: vec![Node::Block(block.clone())] }.to_markdown();
    markdown(old) == markdown(new)
}

fn is_distinct(document: &Document) -> bool {
    Document::parse_canonical(&document.canonical()).is_ok()
}
