//! What an import came to: items, totals, and why it stopped if it did.

use std::collections::BTreeMap;

use serde::Serialize;

/// Refused items that a report keeps; a file in which more is wrong is wrong as a whole, and every item was handed
/// to the watcher anyway.
const REFUSED_KEPT_MAX: usize = 1_000;
/// Names of unknown fields and kinds that a report counts; a file with more of them is not made of messages.
const NAMES_KEPT_MAX: usize = 100;

/// One item of an import and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The line on which it stands, from 1.
    pub line: u64,
    /// The source's id, where the line could be read that far.
    pub id: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Its address on the site (`/en/messages/2020/09/22/talks`); in a dry run the address it would get, to which a
    /// number may be added where two messages of a day have the same title. Nothing for what was refused.
    pub address: Option<String>,
    /// What was left out, assumed or is unsure, in sentences.
    pub notes: Vec<String>,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "lowercase")]
pub enum Outcome {
    /// New in the record.
    Imported,
    /// In the record already; nothing was written.
    Skipped,
    /// In the record already, but the source had changed: a new version was made.
    Changed,
    /// Not taken in; nothing was written.
    Refused {
        /// A stable name for programs (`not-json`, `title-missing`, `language-unknown` …).
        code: &'static str,
        /// A sentence that says what is wrong and what to do.
        reason: String,
    },
}

impl Outcome {
    /// The outcome's name: `imported`, `skipped`, `changed`, `refused`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Skipped => "skipped",
            Self::Changed => "changed",
            Self::Refused { .. } => "refused",
        }
    }
}

/// How many items there were, by outcome. `lines` is always the sum of the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Items looked at. Blank lines are not items.
    pub lines: u64,
    /// New in the record.
    pub imported: u64,
    /// In the record already.
    pub skipped: u64,
    /// New versions.
    pub changed: u64,
    /// Not taken in.
    pub refused: u64,
}

impl Totals {
    /// Counts one item.
    pub fn count(&mut self, outcome: &Outcome) {
        self.lines += 1;
        match outcome {
            Outcome::Imported => self.imported += 1,
            Outcome::Skipped => self.skipped += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Refused { .. } => self.refused += 1,
        }
    }

    /// Adds the totals of another file.
    pub fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.imported += other.imported;
        self.skipped += other.skipped;
        self.changed += other.changed;
        self.refused += other.refused;
    }
}

/// What the import of one file came to. The items themselves go to the watcher one by one; kept here is only what
/// was refused, up to a bound.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The file's name.
    pub name: String,
    /// How many items there were, by outcome.
    pub totals: Totals,
    /// Why the import stopped before the end of the input, and what to do; absent when it went through all of it.
    pub stopped: Option<String>,
    /// The first refused items.
    pub refused: Vec<Item>,
    /// Refused items beyond those that are kept here.
    pub refused_not_listed: u64,
    /// Fields that are unknown here and were left out, with the number of items that had them.
    pub unknown_fields: BTreeMap<String, u64>,
    /// Kinds that are unknown here and became the site's default kind, with the number of items that had them.
    pub unknown_kinds: BTreeMap<String, u64>,
}

impl Report {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(crate) fn count(&mut self, item: &Item) {
        self.totals.count(&item.outcome);
        if matches!(item.outcome, Outcome::Refused { .. }) {
            if self.refused.len() < REFUSED_KEPT_MAX {
                self.refused.push(item.clone());
            } else {
                self.refused_not_listed += 1;
            }
        }
    }

    /// Whether everything was looked at and nothing refused.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.stopped.is_none() && self.totals.refused == 0
    }
}

/// Counts a name, unless there are too many different ones already.
pub(crate) fn count_name(names: &mut BTreeMap<String, u64>, name: &str) {
    if let Some(count) = names.get_mut(name) {
        *count += 1;
    } else if names.len() < NAMES_KEPT_MAX {
        names.insert(name.to_owned(), 1);
    }
}

/// What an import tells while it runs.
#[derive(Debug, Clone, Copy)]
pub enum Progress<'a> {
    /// An item is done: what it says is durable. Items come in the order of the file.
    Item(&'a Item),
    /// Bytes of the input read so far, before unpacking where it is compressed.
    Bytes(u64),
}
