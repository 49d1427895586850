//! What of that which has the words the public sees at the instant, and what of it fits the filters.
//!
//! Documents come in blocks, because reading a column for many of them at once costs a third of reading it for each.

use std::collections::HashSet;
use std::sync::Arc;

use domain::AsOf;
use tantivy::columnar::{Column, ColumnIndex, ColumnValues, StrColumn};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, SegmentReader};

use crate::conditions::{Conditions, Test, chosen};
use crate::schema::what;
use crate::{SearchError, Unit};

/// Documents in a block, as tantivy hands them over.
pub(crate) const BLOCK: usize = COLLECT_BLOCK_BUFFER_LEN;

/// What a document's values are compared with; each may be left out when values of that sort are counted.
pub(crate) mod side {
    /// The kind.
    pub(crate) const KIND: u8 = 1;
    /// Who speaks.
    pub(crate) const SPEAKER: u8 = 1 << 1;
    /// The place.
    pub(crate) const PLACE: u8 = 1 << 2;
    /// The topics.
    pub(crate) const TOPIC: u8 = 1 << 3;
    /// The year.
    pub(crate) const YEAR: u8 = 1 << 4;
    /// The language.
    pub(crate) const LANG: u8 = 1 << 5;
    /// What was written in the question, and the days from and to: never left out.
    pub(crate) const FIXED: u8 = 1 << 7;
}

/// A column of texts whose values are compared by their numbers in the segment's dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Kind,
    Speaker,
    Place,
    Topic,
    Lang,
}

/// The columns of one segment that decide.
pub(crate) struct Columns {
    what: Column<u64>,
    from_us: Column<i64>,
    to_us: Column<i64>,
    /// First release, microseconds since 1970.
    pub first_us: Column<i64>,
    /// The edition's first entry in the journal.
    pub seq: Column<i64>,
    /// The day in the address, decimal.
    pub day: Column<u64>,
    /// Position of the turn.
    pub order: Column<u64>,
    /// The message's id.
    pub message: Option<StrColumn>,
    texts: [Option<StrColumn>; 5],
}

impl Columns {
    pub(crate) fn open(reader: &SegmentReader, unit: Unit) -> Result<Self, SearchError> {
        let fast = reader.fast_fields();
        let speakers = match unit {
            Unit::Messages => "speakers",
            Unit::Turns => "who_key",
        };
        Ok(Self {
            what: fast.u64("what")?,
            from_us: fast.i64("from_us")?,
            to_us: fast.i64("to_us")?,
            first_us: fast.i64("first_us")?,
            seq: fast.i64("seq")?,
            day: fast.u64("day")?,
            order: fast.u64("order")?,
            message: fast.str("message")?,
            texts: [fast.str("kind")?, fast.str(speakers)?, fast.str("place")?, fast.str("topics")?, fast.str("lang")?],
        })
    }

    /// The column of texts of a sort; nothing where the segment has no such text at all.
    pub(crate) fn texts(&self, sort: Sort) -> Option<&StrColumn> {
        self.texts[sort as usize].as_ref()
    }
}

/// Reads a column for a block of documents; documents without a value get the default.
pub(crate) fn read<T: Copy + Default + PartialOrd + Send + Sync + std::fmt::Debug + 'static>(
    column: &Column<T>,
    docs: &[DocId],
    values: &mut [T],
) {
    match &column.index {
        ColumnIndex::Full => column.values.get_vals(docs, values),
        _ => docs.iter().zip(values).for_each(|(doc, value)| *value = column.first(*doc).unwrap_or_default()),
    }
}

/// A test on the documents of one segment.
enum SegmentTest {
    Text(Column<u64>, Vec<bool>),
    Days(Vec<(u64, u64)>),
    Never,
}

/// Passes what the public sees at the instant, and says which conditions it does not fit.
pub(crate) struct Sieve {
    columns: Arc<Columns>,
    tests: Vec<(u8, bool, SegmentTest)>,
    unit: Unit,
    at: i64,
    reads_from: bool,
    reads_to: bool,
    /// Whether documents of other sorts than those wanted may come.
    reads_what: bool,
    /// Editions, by the numbers of message and language, of which there is newer knowledge elsewhere.
    outdated: HashSet<(u64, u64)>,
    scratch_i64: [i64; BLOCK],
    scratch_u64: [u64; BLOCK],
}

impl Sieve {
    pub(crate) fn new(
        columns: Arc<Columns>,
        conditions: &Conditions,
        unit: Unit,
        as_of: &AsOf,
        outdated: &[(String, String)],
    ) -> Result<Self, SearchError> {
        let at = as_of.instant.as_microsecond();
        let mut tests = Vec::new();
        for (side, negated, test) in &conditions.tests {
            let test = match test {
                Test::Days(days) => SegmentTest::Days(days.clone()),
                Test::Text(sort, matches) => match columns.texts(*sort) {
                    Some(column) => SegmentTest::Text(column.ords().clone(), chosen(column, matches)?),
                    None => SegmentTest::Never,
                },
            };
            tests.push((*side, *negated, test));
        }
        let mut numbers = HashSet::new();
        if let (Some(messages), Some(langs)) = (&columns.message, columns.texts(Sort::Lang)) {
            for (message, lang) in outdated {
                let (message, lang) = (messages.dictionary().term_ord(message)?, langs.dictionary().term_ord(lang)?);
                numbers.extend(message.zip(lang));
            }
        }
        Ok(Self {
            tests,
            unit,
            at,
            // A segment in which everything has begun and nothing has ended need not be looked at for it.
            reads_from: columns.from_us.max_value() > at,
            reads_to: columns.to_us.min_value() <= at,
            reads_what: columns.what.min_value() != columns.what.max_value() || !wanted(unit, columns.what.min_value()),
            outdated: numbers,
            columns,
            scratch_i64: [0; BLOCK],
            scratch_u64: [0; BLOCK],
        })
    }

    /// Keeps of the first `count` documents those that are seen and of the sort wanted; gives how many.
    pub(crate) fn visible(&mut self, docs: &mut [DocId; BLOCK], mut count: usize) -> usize {
        if self.reads_what {
            let (unit, values) = (self.unit, &mut self.scratch_u64[..count]);
            read(&self.columns.what, &docs[..count], values);
            count = keep(docs, values, |what| wanted(unit, what));
        }
        let at = self.at;
        if self.reads_to {
            let values = &mut self.scratch_i64[..count];
            read(&self.columns.to_us, &docs[..count], values);
            count = keep(docs, values, |to| to > at);
        }
        if self.reads_from {
            let values = &mut self.scratch_i64[..count];
            read(&self.columns.from_us, &docs[..count], values);
            count = keep(docs, values, |from| from <= at);
        }
        if !self.outdated.is_empty() {
            count = self.current(docs, count);
        }
        count
    }

    fn current(&mut self, docs: &mut [DocId; BLOCK], count: usize) -> usize {
        let number = |column: Option<&StrColumn>, doc: DocId| column.and_then(|column| column.ords().first(doc));
        let mut kept = 0;
        for index in 0..count {
            let doc = docs[index];
            let message = number(self.columns.message.as_ref(), doc);
            let edition = message.zip(number(self.columns.texts(Sort::Lang), doc));
            if edition.is_none_or(|edition| !self.outdated.contains(&edition)) {
                docs[kept] = doc;
                kept += 1;
            }
        }
        kept
    }

    /// For each document the sides on which it does not fit.
    pub(crate) fn misfits(&mut self, docs: &[DocId], misfits: &mut [u8; BLOCK]) {
        misfits[..docs.len()].fill(0);
        let Self { tests, columns, scratch_u64, .. } = self;
        for (side, negated, test) in tests {
            let values = &mut scratch_u64[..docs.len()];
            let mut note = |index: usize, fits: bool| {
                if fits == *negated {
                    misfits[index] |= *side;
                }
            };
            match test {
                SegmentTest::Never => (0..docs.len()).for_each(|index| note(index, false)),
                SegmentTest::Days(days) => {
                    read(&columns.day, docs, values);
                    let fits = |day: &u64| days.iter().any(|(from, to)| from <= day && day <= to);
                    values.iter().enumerate().for_each(|(index, day)| note(index, fits(day)));
                }
                SegmentTest::Text(column, chosen) => {
                    let is_chosen =
                        |number: u64| usize::try_from(number).ok().and_then(|number| chosen.get(number)) == Some(&true);
                    if matches!(column.index, ColumnIndex::Full) {
                        column.values.get_vals(docs, values);
                        values.iter().enumerate().for_each(|(index, number)| note(index, is_chosen(*number)));
                    } else {
                        let fits = |doc: &DocId| column.values_for_doc(*doc).any(is_chosen);
                        docs.iter().enumerate().for_each(|(index, doc)| note(index, fits(doc)));
                    }
                }
            }
        }
    }
}

/// Whether results of the unit can be of this sort.
fn wanted(unit: Unit, sort: u64) -> bool {
    match unit {
        Unit::Messages => sort != what::TURN,
        Unit::Turns => sort != what::MESSAGE,
    }
}

/// Moves the documents whose values fit to the front; gives how many they are.
fn keep<T: Copy>(docs: &mut [DocId; BLOCK], values: &[T], fits: impl Fn(T) -> bool) -> usize {
    let mut kept = 0;
    for (index, value) in values.iter().enumerate() {
        docs[kept] = docs[index];
        kept += usize::from(fits(*value));
    }
    kept
}
