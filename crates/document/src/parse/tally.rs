//! The count of what was left out or accepted, in a paste and in a file alike.

use crate::notes::{Kind, Notes};

/// Why text is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Drop {
    /// A tracked deletion.
    Deletion,
    /// A comment, counted by its own signs.
    Comment,
    /// Text that a reader of the source does not see.
    Hidden,
    /// What the source shows beside the text: the signs of footnotes and comments.
    Silent,
    /// The bullet or number of an item, which is read apart.
    Bullet,
}

/// Counts what was left out or accepted; pieces of one change that follow each other directly count once.
#[derive(Debug, Default)]
pub(in crate::parse) struct Tally {
    /// Signs in the text that lead to a comment.
    pub(in crate::parse) comment_mentions: usize,
    /// Comments themselves.
    pub(in crate::parse) comment_texts: usize,
    deletions: usize,
    hidden: usize,
    insertions: usize,
    kept: usize,
    last: Option<(Drop, usize)>,
    last_inserted: bool,
}

impl Tally {
    /// How many pieces of text were kept so far.
    pub(in crate::parse) fn kept_so_far(&self) -> usize {
        self.kept
    }

    /// Text was kept; `inserted` if a tracked insertion brought it.
    pub(in crate::parse) fn kept(&mut self, inserted: bool) {
        self.kept += 1;
        self.insertions += usize::from(inserted && !self.last_inserted);
        self.last_inserted = inserted;
    }

    /// Text was left out.
    pub(in crate::parse) fn dropped(&mut self, kind: Drop) {
        let now = Some((kind, self.kept));
        if self.last == now {
            return;
        }
        self.last = now;
        match kind {
            Drop::Deletion => self.deletions += 1,
            Drop::Hidden => self.hidden += 1,
            Drop::Comment | Drop::Silent | Drop::Bullet => {}
        }
    }

    /// Says all of it.
    pub(in crate::parse) fn note(&self, notes: &mut Notes) {
        notes.add_count(Kind::Comments, self.comment_mentions.max(self.comment_texts));
        notes.add_count(Kind::Deletions, self.deletions);
        notes.add_count(Kind::Insertions, self.insertions);
        notes.add_count(Kind::Hidden, self.hidden);
    }
}
