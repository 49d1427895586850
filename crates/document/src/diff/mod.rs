//! What changed from one text to another, block by block and word by word; merging two changed texts; and how much a
//! change weighs.
//!
//! Everything here is a pure function of the texts, gives the same answer every time, and does a bounded amount of
//! work: see `WORD_PAIRS_MAX`. Start reading at [`diff`].

mod body;
mod merge;
mod pairing;
mod rows;
mod significance;
mod tokens;
mod weighing;
mod word_lists;
mod words;

use serde::{Deserialize, Serialize};

use crate::ids::{BlockId, TurnId};
use crate::model::{Block, Document, Role, Turn};
use pairing::{Is, Key, Unit, pair, units};
use words::Room;

pub use body::Detail;
pub(crate) use body::text_of;
pub use merge::{Conflict, Merge, merge};
pub use rows::{Row, RowSide};
pub use significance::{Reason, Significance, Weight, significance};
pub use tokens::{Token, TokenKind, edit_distance, is_unspaced, tokens};
pub use weighing::denies;
pub use words::{WordChange, WordKind};

/// What happened to a turn's head or a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Nothing.
    Same,
    /// The new text has it, the old has not.
    Added,
    /// The old text has it, the new has not.
    Removed,
    /// It stands in another place or another turn; its words may have changed too.
    Moved,
    /// It stands in its place and is not the same.
    Changed,
}

/// Where in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The turn, if it is one or stands in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnId>,
    /// The block; absent where the turn's own label, role or speaker is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<BlockId>,
}

/// A turn's head or a block, as it stands in one of the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The head of a turn; its blocks are parts of their own.
    Turn {
        /// The label as printed.
        label: String,
        /// What it is in the conversation.
        role: Role,
        /// The speaker's slug, once known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<String>,
    },
    /// A block with everything inside it.
    Block(Block),
}

impl Part {
    /// The label of a turn, or the text of a block: no bullets or numbers of a list, cells parted by ` | `, a figure's caption.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Part::Turn { label, .. } => label.clone(),
            Part::Block(block) => text_of(block),
        }
    }

    fn of_turn(turn: &Turn) -> Part {
        Part::Turn { label: turn.label.clone(), role: turn.role, speaker: turn.speaker.clone() }
    }

    fn same(&self, other: &Part) -> bool {
        match (self, other) {
            (Part::Block(one), Part::Block(other)) => body::same_body(&one.body, &other.body),
            _ => self == other,
        }
    }
}

/// What happened to one turn's head or one block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Where: in the new text, or in the old one for what was removed.
    pub place: Place,
    /// What happened.
    pub kind: ChangeKind,
    /// As it was; absent for what was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<Part>,
    /// As it is; absent for what was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<Part>,
    /// The text word by word: without the added words it is the old one, without the removed ones the new one.
    pub words: Vec<WordChange>,
    /// What changed beside the words: label, role, speaker, form, marks, links, picture, cells.
    pub details: Vec<Detail>,
}

/// What changed from one text to another: every head and block of both, in the order of the new text, with the removed
/// ones where they stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// All changes, [`ChangeKind::Same`] included.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Whether the two texts say the same in the same form. Ids are not compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.iter().all(|change| change.kind == ChangeKind::Same)
    }
}

/// Compares two texts.
///
/// Heads of turns and blocks are matched by id; what has no partner then, by equal text and by similar text between
/// matched neighbours. Inside a pair, words are compared, and with them marks, links, pictures, cells, labels, roles and
/// speakers. A text rewritten beyond sixteen million pairs of words is shown as replaced whole.
#[must_use]
pub fn diff(old: &Document, new: &Document) -> Diff {
    let (olds, news) = (units(old), units(new));
    let pairs = pair(&olds, &news);
    let moved = pairs.moved(&olds, &news);

    // Each removed unit follows the last unit before it that is still in its place.
    let mut at_of: Vec<Option<usize>> = vec![None; olds.len()];
    for (at, from) in pairs.from.iter().enumerate() {
        if let (Some(from), false) = (from, moved[at]) {
            at_of[*from] = Some(at);
        }
    }
    let mut removed: Vec<Vec<usize>> = vec![vec![]; news.len() + 1];
    let mut after = 0;
    for (from, at) in at_of.into_iter().enumerate() {
        match at {
            Some(at) => after = at + 1,
            None if !pairs.is_taken(from) => removed[after].push(from),
            None => {}
        }
    }

    let mut room = Room::full();
    let mut changes = Vec::with_capacity(news.len());
    let gone = |from: &usize| single(&olds, *from, ChangeKind::Removed);
    changes.extend(removed[0].iter().map(gone));
    for at in 0..news.len() {
        changes.push(match pairs.from[at] {
            Some(from) => both(&olds[from], &news, at, moved[at], &mut room),
            None => single(&news, at, ChangeKind::Added),
        });
        changes.extend(removed[at + 1].iter().map(gone));
    }
    Diff { changes }
}

fn part(unit: &Unit<'_>) -> Part {
    match unit.is {
        Is::Turn(turn) => Part::of_turn(turn),
        Is::Block(block) => Part::Block(block.clone()),
    }
}

fn place(units: &[Unit<'_>], at: usize) -> Place {
    let turn = |at: usize| match units[at].key {
        Key::Turn(id) => Some(id),
        Key::Block(_) => None,
    };
    match units[at].key {
        Key::Turn(id) => Place { turn: Some(id), block: None },
        Key::Block(id) => Place { turn: units[at].parent.and_then(turn), block: Some(id) },
    }
}

fn single(units: &[Unit<'_>], at: usize, kind: ChangeKind) -> Change {
    let (unit, part) = (&units[at], Some(part(&units[at])));
    let (old, new, word) =
        if kind == ChangeKind::Added { (None, part, WordKind::Added) } else { (part, None, WordKind::Removed) };
    Change { place: place(units, at), kind, old, new, words: words::all(word, &unit.text), details: vec![] }
}

fn both(old: &Unit<'_>, news: &[Unit<'_>], at: usize, moved: bool, room: &mut Room) -> Change {
    let new = &news[at];
    let (before, after) = (part(old), part(new));
    let kind = match (moved, before.same(&after)) {
        (true, _) => ChangeKind::Moved,
        (false, true) => ChangeKind::Same,
        (false, false) => ChangeKind::Changed,
    };
    let details = match (old.is, new.is) {
        (Is::Block(old), Is::Block(new)) => body::details(old, new),
        (Is::Turn(old), Is::Turn(new)) => turn_details(old, new),
        _ => vec![],
    };
    let words = words::compare(&old.text, &new.text, room);
    Change { place: place(news, at), kind, old: Some(before), new: Some(after), words, details }
}

fn turn_details(old: &Turn, new: &Turn) -> Vec<Detail> {
    let mut out = Vec::new();
    if old.label != new.label {
        out.push(Detail::Label { old: old.label.clone(), new: new.label.clone() });
    }
    if old.role != new.role {
        out.push(Detail::Role { old: old.role, new: new.role });
    }
    if old.speaker != new.speaker {
        out.push(Detail::Speaker { old: old.speaker.clone(), new: new.speaker.clone() });
    }
    out
}
