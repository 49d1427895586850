//! Which block or turn of the new text continues which one of the old.

use std::collections::{HashMap, VecDeque};
use std::mem::Discriminant;

use crate::carry::similarity;
use crate::ids::{BlockId, TurnId};
use crate::model::{Block, Body, Document, Node, Turn};

use super::body::text_of;

/// How many unmatched old blocks a new one is compared with; keeps the comparison linear where a whole text was replaced.
const WINDOW: usize = 12;
/// Share of common pairs of letters from which on a rewritten block is still the same block.
const SIMILAR: f64 = 0.5;

/// What names a turn or a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Turn(TurnId),
    Block(BlockId),
}

/// A turn's head or a block, in reading order.
pub(super) struct Unit<'d> {
    pub(super) key: Key,
    /// Where the head of the turn that holds it stands.
    pub(super) parent: Option<usize>,
    pub(super) is: Is<'d>,
    pub(super) text: String,
}

/// What a unit is.
#[derive(Clone, Copy)]
pub(super) enum Is<'d> {
    Turn(&'d Turn),
    Block(&'d Block),
}

/// The turns' heads and the blocks of a document in reading order.
pub(super) fn units(document: &Document) -> Vec<Unit<'_>> {
    let mut out = Vec::new();
    for node in &document.nodes {
        match node {
            Node::Block(single) => out.push(unit(single, None)),
            Node::Turn(turn) => {
                let head = out.len();
                let text = turn.label.clone();
                out.push(Unit { key: Key::Turn(turn.id), parent: None, is: Is::Turn(turn), text });
                out.extend(turn.blocks.iter().map(|inner| unit(inner, Some(head))));
            }
        }
    }
    out
}

fn unit(block: &Block, parent: Option<usize>) -> Unit<'_> {
    Unit { key: Key::Block(block.id), parent, is: Is::Block(block), text: text_of(block) }
}

/// For every new unit the place of the old one that it continues.
pub(super) struct Pairs {
    pub(super) from: Vec<Option<usize>>,
    taken: Vec<bool>,
}

/// Matches by id, then by equal text, then by similar text between matched neighbours.
pub(super) fn pair(old: &[Unit<'_>], new: &[Unit<'_>]) -> Pairs {
    let mut pairs = Pairs { from: vec![None; new.len()], taken: vec![false; old.len()] };
    let places: HashMap<Key, usize> = old.iter().enumerate().map(|(at, unit)| (unit.key, at)).collect();
    for (at, unit) in new.iter().enumerate() {
        if let Some(from) = places.get(&unit.key) {
            pairs.join(*from, at);
        }
    }
    pairs.by_text(old, new);
    pairs.by_likeness(old, new);
    pairs.by_place(old, new);
    pairs.turns(old, new);
    pairs
}

impl Pairs {
    fn join(&mut self, from: usize, at: usize) {
        if !self.taken[from] && self.from[at].is_none() {
            self.taken[from] = true;
            self.from[at] = Some(from);
        }
    }

    /// Equal texts, in the order of the old document where one stands several times.
    fn by_text(&mut self, old: &[Unit<'_>], new: &[Unit<'_>]) {
        let mut places: HashMap<_, VecDeque<usize>> = HashMap::new();
        for (at, unit) in old.iter().enumerate().filter(|(at, _)| !self.taken[*at]) {
            if let Some(sign) = unit.sign() {
                places.entry(sign).or_default().push_back(at);
            }
        }
        for (at, unit) in new.iter().enumerate().filter(|(at, _)| self.from[*at].is_none()).collect::<Vec<_>>() {
            let place = unit.sign().and_then(|sign| places.get_mut(&sign));
            if let Some(from) = place.and_then(VecDeque::pop_front) {
                self.join(from, at);
            }
        }
    }

    /// Similar texts in a stretch of unmatched blocks, looked for between the partners of its matched neighbours.
    fn by_likeness(&mut self, old: &[Unit<'_>], new: &[Unit<'_>]) {
        let blocks: Vec<usize> = (0..new.len()).filter(|at| new[*at].is_block()).collect();
        let mut first = 0;
        for (place, at) in blocks.iter().enumerate() {
            if let Some(from) = self.from[*at] {
                first = from + 1;
                continue;
            }
            let next = blocks[place..].iter().find_map(|at| self.from[*at]).unwrap_or(old.len());
            let window = (first..next.max(first)).filter(|from| !self.taken[*from] && old[*from].is_block());
            let scored = window.take(WINDOW).map(|from| (from, similarity(&old[from].text, &new[*at].text)));
            let best = scored.fold(None, |best: Option<(usize, f64)>, (from, score)| match best {
                Some((_, highest)) if highest >= score => best,
                _ => Some((from, score)),
            });
            if let Some((from, _)) = best.filter(|(_, score)| *score >= SIMILAR) {
                self.join(from, *at);
                first = from + 1;
            }
        }
    }

    /// The only unmatched block between two neighbours continues the only one that stood there, if it has its form: it was
    /// written anew, which reads better than one gone and another come.
    fn by_place(&mut self, old: &[Unit<'_>], new: &[Unit<'_>]) {
        let blocks: Vec<usize> = (0..new.len()).filter(|at| new[*at].is_block()).collect();
        let partner =
            |pairs: &Pairs, place: Option<usize>| place.and_then(|place| blocks.get(place)).map(|at| pairs.from[*at]);
        for (place, at) in blocks.iter().enumerate().filter(|(_, at)| self.from[**at].is_none()).collect::<Vec<_>>() {
            let before = partner(self, place.checked_sub(1));
            let after = partner(self, Some(place + 1));
            // A neighbour without a partner: the stretch has more than one block.
            if before == Some(None) || after == Some(None) {
                continue;
            }
            let (first, end) = (before.flatten().map_or(0, |from| from + 1), after.flatten().unwrap_or(old.len()));
            let mut free = (first..end.max(first)).filter(|from| old[*from].is_block() && !self.taken[*from]);
            if let (Some(from), None) = (free.next(), free.next())
                && old[from].form() == new[*at].form()
                && old[from].parent.is_some() == new[*at].parent.is_some()
            {
                self.join(from, *at);
            }
        }
    }

    /// A turn continues the one that most of its blocks come from, else the next one that has its label.
    fn turns(&mut self, old: &[Unit<'_>], new: &[Unit<'_>]) {
        let mut votes: HashMap<usize, HashMap<usize, usize>> = HashMap::new();
        for (at, unit) in new.iter().enumerate() {
            if let (Some(head), Some(from)) = (unit.parent, self.from[at].and_then(|from| old[from].parent)) {
                *votes.entry(head).or_default().entry(from).or_default() += 1;
            }
        }
        let mut first = 0;
        for at in (0..new.len()).filter(|at| !new[*at].is_block()) {
            if self.from[at].is_none() {
                let voted = votes.get(&at).and_then(|votes| {
                    let free = votes.iter().filter(|(from, _)| !self.taken[**from]);
                    free.max_by_key(|(from, count)| (**count, std::cmp::Reverse(**from))).map(|(from, _)| *from)
                });
                let in_place = || {
                    let mut heads = (first..old.len()).filter(|from| !old[*from].is_block());
                    heads.next().filter(|from| !self.taken[*from] && old[*from].text == new[at].text)
                };
                if let Some(from) = voted.or_else(in_place) {
                    self.join(from, at);
                }
            }
            if let Some(from) = self.from[at] {
                first = from + 1;
            }
        }
    }

    /// Which new units stand in another place: out of order among their neighbours, or in another turn.
    pub(super) fn moved(&self, old: &[Unit<'_>], new: &[Unit<'_>]) -> Vec<bool> {
        let mut moved = vec![false; new.len()];
        let mut groups: HashMap<Option<usize>, Vec<(usize, usize)>> = HashMap::new();
        for (at, from) in self.from.iter().enumerate() {
            let Some(from) = *from else { continue };
            let parent_was = new[at].parent.and_then(|head| self.from[head]);
            let stays = old[from].parent == parent_was && old[from].parent.is_some() == new[at].parent.is_some();
            if stays {
                groups.entry(new[at].parent).or_default().push((at, from));
            } else {
                moved[at] = true;
            }
        }
        for group in groups.values() {
            let order: Vec<usize> = group.iter().map(|(_, from)| *from).collect();
            for (place, keeps) in rising(&order).into_iter().enumerate() {
                moved[group[place].0] |= !keeps;
            }
        }
        moved
    }

    /// Whether an old unit has a partner.
    pub(super) fn is_taken(&self, from: usize) -> bool {
        self.taken[from]
    }
}

impl Unit<'_> {
    pub(super) fn is_block(&self) -> bool {
        matches!(self.is, Is::Block(_))
    }

    fn form(&self) -> Option<Discriminant<Body>> {
        match self.is {
            Is::Block(block) => Some(std::mem::discriminant(&block.body)),
            Is::Turn(_) => None,
        }
    }

    /// What a block is recognised by: its text, or its form where it has none (rules, pictures without a caption).
    fn sign(&self) -> Option<(&str, Option<Discriminant<Body>>)> {
        match self.is {
            Is::Block(_) => Some((self.text.as_str(), self.form().filter(|_| self.text.is_empty()))),
            Is::Turn(_) => None,
        }
    }
}

/// Which members belong to a longest rising run: the fewest others have to move.
fn rising(order: &[usize]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; order.len()];
    for (place, value) in order.iter().enumerate() {
        let length = tails.partition_point(|tail| order[*tail] < *value);
        before[place] = length.checked_sub(1).map(|shorter| tails[shorter]);
        if length == tails.len() {
            tails.push(place);
        } else {
            tails[length] = place;
        }
    }
    let mut keeps = vec![false; order.len()];
    let mut at = tails.last().copied();
    while let Some(place) = at {
        keeps[place] = true;
        at = before[place];
    }
    keeps
}
