//! Keeps ids across corrections: the same or similar text keeps its id, new text gets one that was never used before.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::ids::{BlockId, Mint, TurnId};
use crate::model::{Block, Body, Document, Node, Turn};

/// How many unmatched old blocks a new one is compared with: rewriting moves a paragraph by a few places, and the bound keeps
/// the comparison linear where a whole text was replaced.
const WINDOW: usize = 12;
/// Share of common word pairs from which on a rewritten paragraph is still the same paragraph.
const SIMILAR: f64 = 0.5;

/// Gives blocks and turns of `next` the ids they had in `previous` where their text is the same or similar, and makes sure
/// that all other ids were never used in `previous`.
///
/// Blocks with equal text are matched in order first, then wherever they moved; what is left between two matched
/// blocks is matched by similarity. A turn keeps its id if it holds blocks of the old turn, or stands in its place with its label.
/// The ids inside `next` need not be unused: `mint` makes new ones where they collide.
#[must_use]
pub fn carry_ids(previous: &Document, next: Document, mint: &mut Mint) -> Document {
    let old = flatten(previous);
    let new = flatten(&next);
    let matched = match_blocks(&old, &new);
    let turns = match_turns(previous, &next, &old, &new, &matched);
    let mut used = Used::of(previous);
    for (from, flat) in matched.iter().zip(&new) {
        if let Some(from) = from {
            used.kept_blocks.insert(flat.id, old[*from].id);
        }
    }
    used.kept_turns = turns;
    let mut next = next;
    for node in &mut next.nodes {
        match node {
            Node::Block(block) => used.block(block, mint),
            Node::Turn(turn) => used.turn(turn, mint),
        }
    }
    next
}

/// A block in reading order, with what is needed to recognise it.
struct Flat<'d> {
    id: BlockId,
    turn: Option<usize>,
    text: String,
    hash: u64,
    block: &'d Block,
}

fn flatten(document: &Document) -> Vec<Flat<'_>> {
    let mut all = Vec::new();
    for (at, node) in document.nodes.iter().enumerate() {
        match node {
            Node::Block(block) => flatten_block(block, None, &mut all),
            Node::Turn(turn) => turn.blocks.iter().for_each(|block| flatten_block(block, Some(at), &mut all)),
        }
    }
    all
}

fn flatten_block<'d>(block: &'d Block, turn: Option<usize>, all: &mut Vec<Flat<'d>>) {
    let mut text = String::new();
    // Containers are recognised by how their text begins; their blocks are recognised on their own.
    crate::render::block_text(&mut text, block);
    let mut hasher = DefaultHasher::new();
    (std::mem::discriminant(&block.body), &text).hash(&mut hasher);
    all.push(Flat { id: block.id, turn, text, hash: hasher.finish(), block });
    match &block.body {
        Body::List { items, .. } => items.iter().flatten().for_each(|block| flatten_block(block, turn, all)),
        Body::Quote { blocks } => blocks.iter().for_each(|block| flatten_block(block, turn, all)),
        _ => {}
    }
}

/// For every new block the place of the old one it continues.
fn match_blocks(old: &[Flat<'_>], new: &[Flat<'_>]) -> Vec<Option<usize>> {
    let mut matched = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    match_unique(old, new, &mut matched, &mut taken);
    spread(old, new, &mut matched, &mut taken);
    match_moved(old, new, &mut matched, &mut taken);
    for (old_gap, new_gap) in gaps(&matched, old.len()) {
        match_similar(old, new, old_gap, new_gap, &mut matched, &mut taken);
    }
    matched
}

/// Matches texts that occur once in each document, wherever they stand.
fn match_unique(old: &[Flat<'_>], new: &[Flat<'_>], matched: &mut [Option<usize>], taken: &mut [bool]) {
    let count = |flats: &[Flat<'_>]| {
        let mut places: HashMap<u64, (usize, usize)> = HashMap::new();
        for (at, flat) in flats.iter().enumerate() {
            places.entry(flat.hash).and_modify(|(_, count)| *count += 1).or_insert((at, 1));
        }
        places
    };
    let (olds, news) = (count(old), count(new));
    for (hash, (at, times)) in news {
        if let (1, Some((from, 1))) = (times, olds.get(&hash)) {
            matched[at] = Some(*from);
            taken[*from] = true;
        }
    }
}

/// Matches equal neighbours of matched blocks, forwards and backwards, so that repeated texts such as "Thank you." stay in their places.
fn spread(old: &[Flat<'_>], new: &[Flat<'_>], matched: &mut [Option<usize>], taken: &mut [bool]) {
    let mut pair = |from: Option<usize>, at: usize, matched: &mut [Option<usize>]| {
        if let (None, Some(from)) = (matched[at], from.filter(|from| *from < old.len()))
            && !taken[from]
            && old[from].hash == new[at].hash
        {
            matched[at] = Some(from);
            taken[from] = true;
        }
    };
    for at in 0..new.len() {
        let from = if at == 0 { Some(0) } else { matched[at - 1].map(|from| from + 1) };
        pair(from, at, matched);
    }
    for at in (0..new.len()).rev() {
        let after = if at + 1 == new.len() { Some(old.len()) } else { matched[at + 1] };
        pair(after.and_then(|after| after.checked_sub(1)), at, matched);
    }
}

/// Matches what is equal and still unmatched in the order of the old document.
fn match_moved(old: &[Flat<'_>], new: &[Flat<'_>], matched: &mut [Option<usize>], taken: &mut [bool]) {
    let mut places: HashMap<u64, VecDeque<usize>> = HashMap::new();
    for (at, flat) in old.iter().enumerate().filter(|(at, _)| !taken[*at]) {
        places.entry(flat.hash).or_default().push_back(at);
    }
    for (at, flat) in new.iter().enumerate() {
        if matched[at].is_none()
            && let Some(from) = places.get_mut(&flat.hash).and_then(VecDeque::pop_front)
        {
            matched[at] = Some(from);
            taken[from] = true;
        }
    }
}

/// The stretches of unmatched new blocks, each with the old stretch between the same matched neighbours.
fn gaps(matched: &[Option<usize>], old_len: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let mut gaps = Vec::new();
    let mut start = 0;
    while start < matched.len() {
        if matched[start].is_some() {
            start += 1;
            continue;
        }
        let end = (start..matched.len()).find(|at| matched[*at].is_some()).unwrap_or(matched.len());
        let before = if start == 0 { 0 } else { matched[start - 1].map_or(0, |from| from + 1) };
        let after = matched.get(end).copied().flatten().unwrap_or(old_len);
        if before < after {
            gaps.push((before..after, start..end));
        }
        start = end;
    }
    gaps
}

fn match_similar(
    old: &[Flat<'_>],
    new: &[Flat<'_>],
    old_gap: Range<usize>,
    new_gap: Range<usize>,
    matched: &mut [Option<usize>],
    taken: &mut [bool],
) {
    let mut first = old_gap.start;
    for at in new_gap {
        let window = (first..old_gap.end).filter(|from| !taken[*from]).take(WINDOW);
        let same_kind = |from: &usize| {
            std::mem::discriminant(&old[*from].block.body) == std::mem::discriminant(&new[at].block.body)
        };
        let scored = window.filter(same_kind).map(|from| (from, similarity(&old[from].text, &new[at].text)));
        let best = scored.fold(None, |best: Option<(usize, f64)>, (from, score)| match best {
            Some((_, highest)) if highest >= score => best,
            _ => Some((from, score)),
        });
        if let Some((from, score)) = best.filter(|(_, score)| *score >= SIMILAR) {
            debug_assert!(score <= 1.0, "a share is at most the whole");
            matched[at] = Some(from);
            taken[from] = true;
            first = from + 1;
        }
    }
}

/// Dice's coefficient over pairs of neighbouring characters of the words: independent of script and cheap.
pub(crate) fn similarity(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    let total = one.values().sum::<usize>() + other.values().sum::<usize>();
    if total == 0 {
        return 0.0;
    }
    let common: usize = one.iter().map(|(pair, count)| other.get(pair).map_or(0, |others| (*count).min(*others))).sum();
    2.0 * common as f64 / total as f64
}

fn pairs(text: &str) -> HashMap<(char, char), usize> {
    let mut pairs = HashMap::new();
    let mut before = ' ';
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() && before.is_alphanumeric() {
            *pairs.entry((before, c)).or_default() += 1;
        }
        before = c;
    }
    pairs
}

/// For every turn of `next` that continues an old one, the old one's id.
fn match_turns(
    previous: &Document,
    next: &Document,
    old: &[Flat<'_>],
    new: &[Flat<'_>],
    matched: &[Option<usize>],
) -> HashMap<TurnId, TurnId> {
    let mut votes: HashMap<usize, HashMap<usize, usize>> = HashMap::new();
    for (flat, from) in new.iter().zip(matched) {
        if let (Some(turn), Some(from)) = (flat.turn, from.and_then(|from| old[from].turn)) {
            *votes.entry(turn).or_default().entry(from).or_default() += 1;
        }
    }
    let mut kept = HashMap::new();
    let mut taken = HashSet::new();
    let mut least = 0;
    for (at, turn) in turns(next) {
        let voted = votes.get(&at).and_then(|votes| {
            votes
                .iter()
                .filter(|(from, _)| !taken.contains(*from))
                .max_by_key(|(from, count)| (**count, std::cmp::Reverse(**from)))
        });
        let from =
            voted.map(|(from, _)| *from).or_else(|| in_place(previous, least, turn, &taken, votes.contains_key(&at)));
        if let Some(from) = from
            && let Some(Node::Turn(old)) = previous.nodes.get(from)
        {
            taken.insert(from);
            kept.insert(turn.id, old.id);
            least = from + 1;
        }
    }
    kept
}

/// The old turn right after the last matched one, if it has the same label and the new turn has no blocks of another.
fn in_place(previous: &Document, least: usize, turn: &Turn, taken: &HashSet<usize>, has_votes: bool) -> Option<usize> {
    let next_turn = previous.nodes.iter().enumerate().skip(least).find(|(_, node)| matches!(node, Node::Turn(_)));
    match next_turn {
        Some((at, Node::Turn(old))) if !has_votes && old.label == turn.label && !taken.contains(&at) => Some(at),
        _ => None,
    }
}

fn turns(document: &Document) -> impl Iterator<Item = (usize, &Turn)> {
    document.nodes.iter().enumerate().filter_map(|(at, node)| match node {
        Node::Turn(turn) => Some((at, turn)),
        Node::Block(_) => None,
    })
}

/// Which letters are taken, and which ids of the new document are replaced by old ones.
struct Used {
    letters: HashSet<String>,
    kept_blocks: HashMap<BlockId, BlockId>,
    kept_turns: HashMap<TurnId, TurnId>,
}

impl Used {
    fn of(previous: &Document) -> Used {
        let mut letters: HashSet<String> = flatten(previous).iter().map(|flat| flat.id.letters().to_owned()).collect();
        letters.extend(previous.turns().map(|turn| turn.id.letters().to_owned()));
        Used { letters, kept_blocks: HashMap::new(), kept_turns: HashMap::new() }
    }

    fn turn(&mut self, turn: &mut Turn, mint: &mut Mint) {
        turn.id = match self.kept_turns.get(&turn.id) {
            Some(kept) => *kept,
            None => {
                let mut id = turn.id;
                while !self.letters.insert(id.letters().to_owned()) {
                    id = mint.turn();
                }
                id
            }
        };
        turn.blocks.iter_mut().for_each(|block| self.block(block, mint));
    }

    fn block(&mut self, block: &mut Block, mint: &mut Mint) {
        block.id = match self.kept_blocks.get(&block.id) {
            Some(kept) => *kept,
            None => {
                let mut id = block.id;
                while !self.letters.insert(id.letters().to_owned()) {
                    id = mint.block();
                }
                id
            }
        };
        match &mut block.body {
            Body::List { items, .. } => items.iter_mut().flatten().for_each(|block| self.block(block, mint)),
            Body::Quote { blocks } => blocks.iter_mut().for_each(|block| self.block(block, mint)),
            _ => {}
        }
    }
}
