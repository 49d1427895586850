//! A comparison as two columns.

use serde::{Deserialize, Serialize};

use super::{Change, ChangeKind, Detail, Diff, Part, Place, WordChange, WordKind, body};

/// One line of a comparison in two columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// What happened.
    pub kind: ChangeKind,
    /// The left column; absent where something was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<RowSide>,
    /// The right column; absent where something was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<RowSide>,
    /// What changed beside the words.
    pub details: Vec<Detail>,
}

/// One column of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowSide {
    /// What it is: `turn`, `paragraph`, `heading of level 2`, `list`, `numbered list`, `quotation`, `figure`, `table`, `rule`.
    pub form: String,
    /// Its words: on the left those that stay and those removed, on the right those that stay and those added.
    pub words: Vec<WordChange>,
}

impl Diff {
    /// The comparison as rows of two columns, one per head of a turn and block.
    #[must_use]
    pub fn side_by_side(&self) -> Vec<Row> {
        self.changes
            .iter()
            .map(|change| Row {
                place: change.place,
                kind: change.kind,
                old: change.old.as_ref().map(|part| side(change, part, WordKind::Added)),
                new: change.new.as_ref().map(|part| side(change, part, WordKind::Removed)),
                details: change.details.clone(),
            })
            .collect()
    }

    /// The texts of all heads and blocks of the new text in reading order.
    #[must_use]
    pub fn new_texts(&self) -> Vec<String> {
        let is_new = |change: &&Change| change.new.is_some();
        self.changes.iter().filter(is_new).map(|change| without(&change.words, WordKind::Removed)).collect()
    }
}

fn side(change: &Change, part: &Part, left_out: WordKind) -> RowSide {
    let form = match part {
        Part::Turn { .. } => "turn".to_owned(),
        Part::Block(block) => body::form(&block.body),
    };
    RowSide { form, words: change.words.iter().filter(|word| word.kind != left_out).cloned().collect() }
}

fn without(words: &[WordChange], left_out: WordKind) -> String {
    words.iter().filter(|word| word.kind != left_out).map(|word| word.text.as_str()).collect()
}
