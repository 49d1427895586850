//! Two changed texts and the one that both come from, made into one.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::pairing::{Is, Key, Unit, units};
use super::{Part, Place, part};
use crate::ids::{Mint, TurnId};
use crate::model::{Block, Body, Document, Node, Turn};

/// What merging gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The merged text; where both sides changed the same thing differently, as ours has it.
    pub document: Document,
    /// What both sides changed differently, in the order of our text.
    pub conflicts: Vec<Conflict>,
}

/// Something that both sides changed, and not to the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Where.
    pub place: Place,
    /// As both found it; absent where both added it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Part>,
    /// As we have it, and as the merged text has it; absent where we removed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<Part>,
    /// As they have it; absent where they removed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Part>,
}

/// Merges two texts that come from the same one, by the ids of turns and blocks.
///
/// What one side changed is taken, what both changed to the same too; what both changed differently stands in the
/// merged text as ours and is listed. What one side removed and the other left alone is gone; what one side removed and
/// the other changed is listed. Additions at the same place stand in the order ours, theirs. No words of either side are
/// lost: each block is in the merged text, in a conflict, or was removed on purpose.
///
/// A turn that one side removed while the other added words to it stays, and is listed.
#[must_use]
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Merge {
    if ours == theirs || theirs == base {
        return Merge { document: ours.clone(), conflicts: vec![] };
    }
    if ours == base {
        return Merge { document: theirs.clone(), conflicts: vec![] };
    }
    let sides = Sides { base: Side::of(base), ours: Side::of(ours), theirs: Side::of(theirs) };
    let mut merged = Merged::default();
    for key in sides.keys() {
        sides.decide(key, &mut merged);
    }
    sides.keep_needed_turns(&mut merged);
    let mut document = sides.assemble(&merged);
    let seed = [ours.digest(), theirs.digest()].concat();
    distinct_ids(&mut document, &mut Mint::seeded(&seed));
    let order: HashMap<Key, usize> = sides.keys().into_iter().enumerate().map(|(at, key)| (key, at)).collect();
    merged.conflicts.sort_by_key(|(key, _)| order.get(key).copied());
    Merge { document, conflicts: merged.conflicts.into_iter().map(|(_, conflict)| conflict).collect() }
}

/// One of the three texts.
struct Side<'d> {
    units: Vec<Unit<'d>>,
    at: HashMap<Key, usize>,
}

/// A unit's content and the turn that it stands in.
#[derive(Clone)]
struct Kept<'d> {
    is: Is<'d>,
    parent: Option<TurnId>,
}

impl<'d> Side<'d> {
    fn of(document: &'d Document) -> Side<'d> {
        let units = units(document);
        let at = units.iter().enumerate().map(|(at, unit)| (unit.key, at)).collect();
        Side { units, at }
    }

    fn get(&self, key: Key) -> Option<&Unit<'d>> {
        self.at.get(&key).map(|at| &self.units[*at])
    }

    fn parent(&self, unit: &Unit<'_>) -> Option<TurnId> {
        match unit.parent.map(|head| self.units[head].key) {
            Some(Key::Turn(id)) => Some(id),
            _ => None,
        }
    }

    fn keys(&self) -> impl Iterator<Item = Key> {
        self.units.iter().map(|unit| unit.key)
    }
}

#[derive(Default)]
struct Merged<'d> {
    kept: HashMap<Key, Kept<'d>>,
    conflicts: Vec<(Key, Conflict)>,
}

struct Sides<'d> {
    base: Side<'d>,
    ours: Side<'d>,
    theirs: Side<'d>,
}

impl<'d> Sides<'d> {
    /// Every key of the three texts once: ours in order, then theirs, then the base's.
    fn keys(&self) -> Vec<Key> {
        let mut seen = HashSet::new();
        self.ours.keys().chain(self.theirs.keys()).chain(self.base.keys()).filter(|key| seen.insert(*key)).collect()
    }

    fn conflict(&self, key: Key) -> Conflict {
        let shown = |side: &Side<'d>| side.get(key).map(part);
        let turn = match key {
            Key::Turn(id) => Some(id),
            Key::Block(_) => {
                let side = [&self.ours, &self.theirs].into_iter().find(|side| side.at.contains_key(&key));
                side.and_then(|side| side.get(key).and_then(|unit| side.parent(unit)))
            }
        };
        let block = match key {
            Key::Block(id) => Some(id),
            Key::Turn(_) => None,
        };
        let (base, ours, theirs) = (shown(&self.base), shown(&self.ours), shown(&self.theirs));
        Conflict { place: Place { turn, block }, base, ours, theirs }
    }

    fn decide(&self, key: Key, merged: &mut Merged<'d>) {
        let (base, ours, theirs) = (self.base.get(key), self.ours.get(key), self.theirs.get(key));
        let changed = |side: Option<&Unit<'d>>| match (base, side) {
            (Some(base), Some(side)) => part(base) != part(side),
            (None, None) => false,
            _ => true,
        };
        let (ours_changed, theirs_changed) = (changed(ours), changed(theirs));
        let chosen = match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                let same = part(ours) == part(theirs);
                if ours_changed && theirs_changed && !same {
                    merged.conflicts.push((key, self.conflict(key)));
                }
                Some(if ours_changed { ours } else { theirs })
            }
            // Theirs does not have it: removed there, or added here.
            (Some(ours), None) => {
                if base.is_some() && ours_changed {
                    merged.conflicts.push((key, self.conflict(key)));
                }
                (base.is_none() || ours_changed).then_some(ours)
            }
            (None, Some(theirs)) => {
                if base.is_some() && theirs_changed {
                    merged.conflicts.push((key, self.conflict(key)));
                }
                base.is_none().then_some(theirs)
            }
            (None, None) => None,
        };
        if let Some(unit) = chosen {
            merged.kept.insert(key, Kept { is: unit.is, parent: self.parent(key) });
        }
    }

    /// The turn that a unit stands in: where one side moved it, there; where both did, as ours has it.
    fn parent(&self, key: Key) -> Option<TurnId> {
        let parent = |side: &Side<'d>| side.get(key).map(|unit| side.parent(unit));
        let (base, ours, theirs) = (parent(&self.base), parent(&self.ours), parent(&self.theirs));
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                if base == Some(ours) {
                    theirs
                } else {
                    ours
                }
            }
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => None,
        }
    }

    /// Words stand in a turn that one side removed: the turn stays, and its removal is a conflict.
    fn keep_needed_turns(&self, merged: &mut Merged<'d>) {
        let mut needed: Vec<TurnId> = merged.kept.values().filter_map(|kept| kept.parent).collect();
        needed.sort_unstable();
        needed.dedup();
        for id in needed {
            let key = Key::Turn(id);
            if merged.kept.contains_key(&key) {
                continue;
            }
            let unit = [&self.ours, &self.theirs, &self.base].into_iter().find_map(|side| side.get(key));
            if let Some(unit) = unit {
                merged.kept.insert(key, Kept { is: unit.is, parent: None });
                // Where a block of the turn is listed, the editor is asked about the turn already.
                if merged.conflicts.iter().all(|(_, conflict)| conflict.place.turn != Some(id)) {
                    merged.conflicts.push((key, self.conflict(key)));
                }
            }
        }
    }

    fn assemble(&self, merged: &Merged<'d>) -> Document {
        let mut groups: HashMap<Option<TurnId>, HashSet<Key>> = HashMap::new();
        for (key, kept) in &merged.kept {
            groups.entry(kept.parent).or_default().insert(*key);
        }
        let blocks = |parent| {
            let members = groups.get(&parent).map(|members| self.order(members)).unwrap_or_default();
            members.into_iter().filter_map(|key| match merged.kept.get(&key)?.is {
                Is::Block(block) => Some(block.clone()),
                Is::Turn(_) => None,
            })
        };
        let top = groups.get(&None).map(|members| self.order(members)).unwrap_or_default();
        let nodes = top.into_iter().filter_map(|key| match merged.kept.get(&key)?.is {
            Is::Block(block) => Some(Node::Block(block.clone())),
            Is::Turn(turn) => Some(Node::Turn(Turn { blocks: blocks(Some(turn.id)).collect(), ..turn.clone() })),
        });
        Document { nodes: nodes.collect() }
    }

    /// The order of siblings: that of the side that changed it (ours, where both did), with what only the other side
    /// has put behind the sibling that it follows there.
    fn order(&self, members: &HashSet<Key>) -> Vec<Key> {
        let of = |side: &Side<'d>| side.keys().filter(|key| members.contains(key)).collect::<Vec<_>>();
        let (base, ours, theirs) = (of(&self.base), of(&self.ours), of(&self.theirs));
        let kept_order = |side: &[Key]| {
            let other: HashSet<&Key> = base.iter().collect();
            let own: HashSet<&Key> = side.iter().collect();
            side.iter().filter(|key| other.contains(key)).eq(base.iter().filter(|key| own.contains(key)))
        };
        let theirs_leads = kept_order(&ours) && !kept_order(&theirs);
        let (leading, guest) = if theirs_leads { (theirs, ours) } else { (ours, theirs) };
        let in_base: HashSet<Key> = base.iter().copied().collect();
        let mut placed: HashSet<Key> = leading.iter().copied().collect();
        let mut runs: HashMap<Option<Key>, Vec<Key>> = HashMap::new();
        let mut anchor = None;
        for key in guest {
            if placed.insert(key) {
                runs.entry(anchor).or_default().push(key);
            } else {
                anchor = Some(key);
            }
        }
        let mut order = Vec::with_capacity(members.len());
        let mut waiting = runs.remove(&None).unwrap_or_default();
        for key in leading {
            // Where we lead, our own additions at the same place come first.
            let own = !theirs_leads && !in_base.contains(&key) && !self.theirs.at.contains_key(&key);
            if !own {
                order.append(&mut waiting);
                waiting = runs.remove(&Some(key)).unwrap_or_default();
            }
            order.push(key);
        }
        order.append(&mut waiting);
        // A turn kept only because words stand in it may be in the base alone.
        order.extend(base.into_iter().filter(|key| placed.insert(*key)));
        order
    }
}

/// Gives new ids where a block came into the merged text twice, as when both sides moved it into different lists.
fn distinct_ids(document: &mut Document, mint: &mut Mint) {
    let mut used = HashSet::new();
    for node in &mut document.nodes {
        match node {
            Node::Block(block) => distinct_block(block, &mut used, mint),
            Node::Turn(turn) => {
                while !used.insert(turn.id.letters().to_owned()) {
                    turn.id = mint.turn();
                }
                turn.blocks.iter_mut().for_each(|block| distinct_block(block, &mut used, mint));
            }
        }
    }
}

fn distinct_block(block: &mut Block, used: &mut HashSet<String>, mint: &mut Mint) {
    while !used.insert(block.id.letters().to_owned()) {
        block.id = mint.block();
    }
    match &mut block.body {
        Body::List { items, .. } => items.iter_mut().flatten().for_each(|block| distinct_block(block, used, mint)),
        Body::Quote { blocks } => blocks.iter_mut().for_each(|block| distinct_block(block, used, mint)),
        _ => {}
    }
}
