//! Two texts of one edition: what somebody could not save, kept beside what is there, and the one that is made of both.

use std::collections::BTreeMap;

use document::{Conflict, Document, Mint, Node, Part, merge};
use domain::Digest;
use jiff::Timestamp;
use newsroom::{Content, Draft};
use serde::{Deserialize, Serialize};
use store::{Put, PutError, Record};
use views::Standing;

use super::edition::{Place, content_of, facts, open};
use super::fields::{Fields, NAMES};
use super::limits::{UNMERGED_KEPT, UNMERGED_MAX};
use crate::{DeskError, DeskState, Signed};

const ROOM: &str = "merge";

/// Hexadecimal digits of the digest by which a kept text is named: no person has two texts that share them.
const ID_DIGITS: usize = 16;

/// What somebody could not save.
#[derive(Serialize, Deserialize)]
pub(crate) struct Unmerged {
    /// The revision it was made from.
    pub(crate) base: u64,
    /// The version it was made from, where nothing had been saved at that revision.
    #[serde(default)]
    pub(crate) version: Option<u32>,
    /// What it says.
    pub(crate) content: Content,
}

/// A text that waits to be merged.
pub(crate) struct Waiting {
    /// By which a page names it.
    pub(crate) id: String,
    pub(crate) kept_at: Timestamp,
    pub(crate) unmerged: Unmerged,
}

/// The version that a page showed when nothing had been saved yet, as its form says it (`revision/version`): only a text
/// based on that very revision was made from it.
pub(crate) fn opened(said: Option<&str>, base: u64) -> Option<u32> {
    let (revision, version) = said?.split_once('/')?;
    if revision.parse() == Ok(base) { version.parse().ok().filter(|version| *version > 0) } else { None }
}

/// What a text was made from: the revision as it was saved, else the version that was opened; nothing where neither is
/// kept any more.
pub(crate) fn base_of(
    desk: &DeskState,
    place: &Place,
    base: u64,
    version: Option<u32>,
) -> Result<Option<Content>, DeskError> {
    if let Some(past) = desk.newsroom.past_draft(&desk.site, &place.message, &place.lang, base)? {
        return Ok(Some(past));
    }
    let Some(number) = version else { return Ok(None) };
    let versions = facts(desk, place)?.versions;
    let version = versions.iter().find(|version| version.number == number);
    Ok(version.map(|version| content_of(desk, version)).transpose()?.flatten())
}

fn prefix(desk: &DeskState, signed: &Signed, place: &Place) -> String {
    format!("{}/{}/", place.key(desk), signed.account)
}

/// By which a kept text is named: a digest of what it says. Ids are left out, since those of new paragraphs are minted each
/// time that the same text is sent.
fn id_of(content: &Content) -> Result<String, DeskError> {
    // Inside of words quotation marks are escaped, so this is always the name of a field.
    const FIELD: &str = "\"id\":\"";
    let written = serde_json::to_string(content).map_err(DeskError::internal)?;
    let mut words = String::with_capacity(written.len());
    for (at, piece) in written.split(FIELD).enumerate() {
        let quote = if at == 0 { 0 } else { piece.find('"').unwrap_or(0) };
        words.push_str(&piece[quote..]);
    }
    Ok(Digest::of(words.as_bytes()).to_string().chars().take(ID_DIGITS).collect())
}

/// Keeps for a day what somebody could not save, beside what they could not save before; gives the id of it.
pub(crate) fn keep(desk: &DeskState, signed: &Signed, place: &Place, unmerged: &Unmerged) -> Result<String, DeskError> {
    let id = id_of(&unmerged.content)?;
    let value = serde_json::to_vec(unmerged).map_err(DeskError::internal)?;
    let now = desk.now();
    let expires_us = now.checked_add(UNMERGED_KEPT).ok().map(Timestamp::as_microsecond);
    let (prefix, now_us) = (prefix(desk, signed, place), now.as_microsecond());
    let key = format!("{prefix}{id}");
    let others = desk.records().records(ROOM, &prefix, now_us)?.into_iter().filter(|record| record.key != key).count();
    if others >= UNMERGED_MAX {
        let message = format!(
            "{others} texts of yours wait to be merged into this one already; merge them or put them away, then save again"
        );
        return Err(DeskError::field("text", message));
    }
    let put = Put { room: ROOM, key: &key, base: None, value: &value, now_us, expires_us };
    match desk.records().put(&put) {
        Ok(_) => Ok(id),
        Err(PutError::Store(error)) => Err(error.into()),
        Err(error) => Err(DeskError::TooLarge(error.to_string())),
    }
}

/// What somebody could not save in the last day, the newest first.
pub(crate) fn waiting(desk: &DeskState, signed: &Signed, place: &Place) -> Result<Vec<Waiting>, DeskError> {
    let now = desk.now();
    let mut records = desk.records().records(ROOM, &prefix(desk, signed, place), now.as_microsecond())?;
    records.sort_by_key(|record| std::cmp::Reverse(record.changed_us));
    let read = |record: Record| {
        let unmerged = serde_json::from_slice(&record.value).map_err(DeskError::internal)?;
        let id = record.key.rsplit('/').next().unwrap_or_default().to_owned();
        let kept_at = Timestamp::from_microsecond(record.changed_us).unwrap_or(now);
        Ok(Waiting { id, kept_at, unmerged })
    };
    records.into_iter().map(read).collect()
}

/// Whether there is something to merge.
pub(crate) fn is_kept(desk: &DeskState, signed: &Signed, place: &Place) -> Result<bool, DeskError> {
    let found = desk.records().records(ROOM, &prefix(desk, signed, place), desk.now().as_microsecond())?;
    Ok(!found.is_empty())
}

/// Puts one of them away, once it was merged or is not wanted.
pub(crate) fn forget(desk: &DeskState, signed: &Signed, place: &Place, id: &str) -> Result<(), DeskError> {
    let key = format!("{}{id}", prefix(desk, signed, place));
    desk.records().take(ROOM, &key, desk.now().as_microsecond())?;
    Ok(())
}

/// The three texts of a merge.
pub(crate) struct Sides {
    /// What both were made from; an empty text where that is not known.
    pub(crate) base: Content,
    /// Whether it is known. If not, everything that differs is asked about.
    pub(crate) known: bool,
    pub(crate) mine: Content,
    pub(crate) theirs: Draft,
    pub(crate) conflicts: Vec<Conflict>,
    /// Fields that both changed, and not to the same; all that differ where the base is not known.
    pub(crate) fields: Vec<FieldConflict>,
}

/// A field that both sides changed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FieldConflict {
    pub(crate) name: &'static str,
    pub(crate) mine: Vec<String>,
    pub(crate) theirs: Vec<String>,
}

/// Whose words are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    Mine,
    Theirs,
    Both,
}

impl Choice {
    pub(crate) fn read(said: &str) -> Option<Self> {
        match said {
            "mine" => Some(Self::Mine),
            "theirs" => Some(Self::Theirs),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// Lays the texts side by side.
pub(crate) fn sides(
    desk: &DeskState,
    place: &Place,
    standing: &Standing,
    Unmerged { base, version, content: mine }: Unmerged,
) -> Result<Sides, DeskError> {
    let theirs = open(desk, place)?;
    let past = base_of(desk, place, base, version)?;
    let known = past.is_some();
    let base = past.unwrap_or_else(|| Content::empty(theirs.content.kind));
    let conflicts = merge(&base.document, &mine.document, &theirs.content.document).conflicts;
    let of = |content: &Content| Fields::of(content, &place.lang, standing);
    let (base_fields, my_fields, their_fields) = (of(&base), of(&mine), of(&theirs.content));
    let clash = |name: &&'static str| {
        let (base, mine, theirs) = (base_fields.values(name), my_fields.values(name), their_fields.values(name));
        mine != theirs && (!known || (mine != base && theirs != base))
    };
    let fields = NAMES.into_iter().filter(|name| clash(name)).map(|name| FieldConflict {
        name,
        mine: my_fields.values(name).to_vec(),
        theirs: their_fields.values(name).to_vec(),
    });
    let fields = fields.collect();
    Ok(Sides { base, known, mine, theirs, conflicts, fields })
}

impl Sides {
    /// The text made of both, with a choice for each conflict in their order; mine where there is none.
    pub(crate) fn document(&self, choices: &BTreeMap<usize, Choice>, mint: &mut Mint) -> Document {
        let mut base = self.base.document.clone();
        for (at, conflict) in self.conflicts.iter().enumerate() {
            if choices.get(&at) == Some(&Choice::Theirs) {
                // Where the base says what mine says, only theirs is a change, and the merge puts it in its place.
                rewrite(&mut base, conflict);
            }
        }
        let mut merged = merge(&base, &self.mine.document, &self.theirs.content.document).document;
        for (at, conflict) in self.conflicts.iter().enumerate() {
            match (choices.get(&at), &conflict.ours, &conflict.theirs) {
                (Some(Choice::Theirs), Some(Part::Block(_)), Some(Part::Block(theirs))) => {
                    replace(&mut merged, conflict, |block| *block = theirs.clone());
                }
                (Some(Choice::Both), Some(Part::Block(_)), Some(Part::Block(theirs))) => {
                    let mut second = theirs.clone();
                    second.id = mint.block();
                    insert_after(&mut merged, conflict, second);
                }
                (Some(Choice::Both), None, Some(Part::Block(theirs))) => {
                    merged.nodes.push(Node::Block(theirs.clone()));
                }
                _ => {}
            }
        }
        let bytes = serde_json::to_vec(&merged).unwrap_or_default();
        // Inner blocks of a copied list bring their ids along: the second of each gets its own.
        document::from_edited(&bytes, mint).unwrap_or(merged)
    }

    /// The fields made of both; `choices` says which fields are taken from them.
    pub(crate) fn fields(&self, theirs_of: &dyn Fn(&str) -> bool, place: &Place, standing: &Standing) -> Fields {
        let of = |content: &Content| Fields::of(content, &place.lang, standing);
        let (base, mine, theirs) = (of(&self.base), of(&self.mine), of(&self.theirs.content));
        let mut fields = mine.clone();
        for name in NAMES {
            let clashes = self.fields.iter().any(|conflict| conflict.name == name);
            let take = if clashes { theirs_of(name) } else { self.known && mine.values(name) == base.values(name) };
            if take {
                fields.set(name, theirs.values(name).to_vec());
            }
        }
        fields
    }
}

/// Makes the base say of a conflict's place what mine says of it.
fn rewrite(base: &mut Document, conflict: &Conflict) {
    match (&conflict.ours, conflict.place.block, conflict.place.turn) {
        (Some(Part::Block(mine)), Some(_), _) => {
            replace(base, conflict, |block| *block = mine.clone());
        }
        (None, Some(id), _) => {
            base.nodes.retain(|node| !matches!(node, Node::Block(block) if block.id == id));
            for node in &mut base.nodes {
                if let Node::Turn(turn) = node {
                    turn.blocks.retain(|block| block.id != id);
                }
            }
        }
        (Some(Part::Turn { label, role, speaker }), None, Some(id)) => {
            for node in &mut base.nodes {
                if let Node::Turn(turn) = node
                    && turn.id == id
                {
                    (turn.label, turn.role, turn.speaker) = (label.clone(), *role, speaker.clone());
                }
            }
        }
        (None, None, Some(id)) => base.nodes.retain(|node| !matches!(node, Node::Turn(turn) if turn.id == id)),
        _ => {}
    }
}

fn replace(document: &mut Document, conflict: &Conflict, with: impl FnOnce(&mut document::Block)) {
    let Some(id) = conflict.place.block else { return };
    let found = document.nodes.iter_mut().find_map(|node| match node {
        Node::Block(block) => (block.id == id).then_some(block),
        Node::Turn(turn) => turn.blocks.iter_mut().find(|block| block.id == id),
    });
    if let Some(block) = found {
        with(block);
    }
}

fn insert_after(document: &mut Document, conflict: &Conflict, second: document::Block) {
    let Some(id) = conflict.place.block else { return };
    let is = |block: &document::Block| block.id == id;
    for at in 0..document.nodes.len() {
        match &mut document.nodes[at] {
            Node::Block(block) if is(block) => {
                document.nodes.insert(at + 1, Node::Block(second));
                return;
            }
            Node::Turn(turn) => {
                if let Some(inner) = turn.blocks.iter().position(is) {
                    turn.blocks.insert(inner + 1, second);
                    return;
                }
            }
            Node::Block(_) => {}
        }
    }
    document.nodes.push(Node::Block(second));
}
