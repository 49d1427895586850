//! The archive: lists with filters, counts by month, facets.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use domain::{AsOf, Kind, Lang, SiteId};
use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::{ToSql, named_params};

use crate::questions::{BEGUN, LINE_COLUMNS, Line, VISIBLE};
use crate::schema::{TAG_SPEAKER, TAG_TOPIC};
use crate::speaking::SpeakerCount;
use crate::{Views, ViewsError};

/// Facet values offered at most: a longer choice helps nobody, and search is for the rest.
const FACET_VALUES_MAX: u32 = 200;
/// Remembered answers; one per site and language and kind of answer.
const MEMO_ENTRIES_MAX: usize = 256;

/// Which messages a list is to have. Everything absent is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ArchiveFilter {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// With this speaker (slug).
    pub speaker: Option<String>,
    /// With an occasion at this place, as written.
    pub place: Option<String>,
    /// About this topic (slug).
    pub topic: Option<String>,
    /// Released on this day or later.
    pub from: Option<Date>,
    /// Released on this day or earlier.
    pub to: Option<Date>,
}

/// A place in the archive's order: before or after one message. Its text form is opaque to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Whether older messages than the place are wanted; newer ones otherwise.
    pub older: bool,
    first_us: i64,
    seq: i64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}.{}", if self.older { 'o' } else { 'n' }, self.first_us, self.seq)
    }
}

impl FromStr for Cursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (older, rest) = match (text.strip_prefix('o'), text.strip_prefix('n')) {
            (Some(rest), _) => (true, rest),
            (_, Some(rest)) => (false, rest),
            _ => return Err(()),
        };
        let (first, seq) = rest.split_once('.').ok_or(())?;
        Ok(Self { older, first_us: first.parse().map_err(|_| ())?, seq: seq.parse().map_err(|_| ())? })
    }
}

/// A stretch of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivePage {
    /// Messages, newest first.
    pub lines: Vec<Line>,
    /// Where older ones go on.
    pub older: Option<Cursor>,
    /// Where newer ones go on.
    pub newer: Option<Cursor>,
    /// All messages that fit the filter.
    pub total: u64,
}

/// How many messages a month has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCount {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// Messages first released in it.
    pub count: u64,
}

/// A value that a filter may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The value in the address.
    pub value: String,
    /// The text as the record has it.
    pub label: String,
    /// Messages that have it.
    pub count: u64,
}

/// Values that filters may take, the most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Kinds.
    pub kinds: Vec<Facet>,
    /// Speakers.
    pub speakers: Vec<Facet>,
    /// Places.
    pub places: Vec<Facet>,
    /// Topics.
    pub topics: Vec<Facet>,
}

/// Answers that stay the same until the next public change, so that a page need not count a large archive anew.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    months: MemoOf<Vec<MonthCount>>,
    facets: MemoOf<Facets>,
    pub(crate) speakers: MemoOf<BTreeMap<String, SpeakerCount>>,
}

pub(crate) type MemoOf<T> = Mutex<HashMap<(SiteId, Lang), Remembered<T>>>;

#[derive(Debug)]
pub(crate) struct Remembered<T> {
    epoch: u64,
    from: Timestamp,
    until: Option<Timestamp>,
    answer: Arc<T>,
}

impl Views {
    /// A stretch of the archive of at most `limit` messages.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn archive(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        filter: &ArchiveFilter,
        cursor: Option<Cursor>,
        limit: usize,
    ) -> Result<ArchivePage, ViewsError> {
        let mut wanted = conditions(filter);
        let total = self.count(as_of, lang, filter, &wanted)?;
        let older = cursor.is_none_or(|cursor| cursor.older);
        if cursor.is_none() && filter.to.is_none() && wanted.source == LEDGER {
            wanted.text.push_str(&format!(" AND {BEGUN}"));
        }
        if let Some(cursor) = cursor {
            wanted.text.push_str(if older {
                " AND (s.first_us, s.seq) < (:c1, :c2)"
            } else {
                " AND (s.first_us, s.seq) > (:c1, :c2)"
            });
            wanted.values.push((":c1", Box::new(cursor.first_us)));
            wanted.values.push((":c2", Box::new(cursor.seq)));
        }
        let order = if older { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT {LINE_COLUMNS} FROM {} WHERE {VISIBLE} AND s.is_page = 0{} ORDER BY s.first_us {order}, s.seq {order} LIMIT {}",
            wanted.source,
            wanted.text,
            limit + 1
        );
        let mut lines = self.lines(&sql, as_of, lang, &wanted.borrowed())?;
        let more = lines.len() > limit;
        lines.truncate(limit);
        if !older {
            lines.reverse();
        }
        let place = |line: &Line, older| Cursor { older, first_us: line.first_us, seq: line.seq };
        let (more_older, more_newer) = if older { (more, cursor.is_some()) } else { (true, more) };
        Ok(ArchivePage {
            older: lines.last().filter(|_| more_older).map(|line| place(line, true)),
            newer: lines.first().filter(|_| more_newer).map(|line| place(line, false)),
            lines,
            total,
        })
    }

    /// How many messages each month has, oldest first; months without any are left out.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn months(&self, as_of: &AsOf, lang: &Lang) -> Result<Arc<Vec<MonthCount>>, ViewsError> {
        self.remembered(&self.memo.months, as_of, lang, || {
            let sql = format!("SELECT s.month, count(*) FROM shown s INDEXED BY shown_ledger WHERE {VISIBLE} AND s.is_page = 0 GROUP BY s.month ORDER BY s.month");
            let reader = self.pool.reader()?;
            let mut statement = reader.prepare_cached(&sql)?;
            let parameters = named_params! {":site": as_of.site.as_str(), ":lang": lang.as_str(), ":at": as_of.instant.as_microsecond()};
            let rows = statement.query_map(parameters, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u64>(1)?)))?;
            let count = |(month, count): (i64, u64)| MonthCount {
                year: i16::try_from(month / 100).unwrap_or(0),
                month: i8::try_from(month % 100).unwrap_or(0),
                count,
            };
            Ok(rows.map(|row| row.map(count)).collect::<Result<_, _>>()?)
        })
    }

    /// The values that filters may take, with counts.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn facets(&self, as_of: &AsOf, lang: &Lang) -> Result<Arc<Facets>, ViewsError> {
        self.remembered(&self.memo.facets, as_of, lang, || {
            let column = |column: &str| {
                self.facet(
                    as_of,
                    lang,
                    &format!(
                        "SELECT s.{column}, s.{column}, count(*) AS n FROM shown s INDEXED BY shown_ledger
                         WHERE {VISIBLE} AND s.is_page = 0 AND s.{column} IS NOT NULL GROUP BY s.{column} ORDER BY n DESC, 1 LIMIT {FACET_VALUES_MAX}"
                    ),
                )
            };
            let tag = |what: i64| {
                self.facet(
                    as_of,
                    lang,
                    &format!(
                        "SELECT t.slug, min(t.label), count(*) AS n FROM tag t
                         WHERE t.site = :site AND t.lang = :lang AND t.what = {what} AND t.from_us <= :at AND t.to_us > :at AND t.is_page = 0
                         GROUP BY t.slug ORDER BY n DESC, 1 LIMIT {FACET_VALUES_MAX}"
                    ),
                )
            };
            Ok(Facets { kinds: column("kind")?, places: column("place")?, speakers: tag(TAG_SPEAKER)?, topics: tag(TAG_TOPIC)? })
        })
    }

    fn facet(&self, as_of: &AsOf, lang: &Lang, sql: &str) -> Result<Vec<Facet>, ViewsError> {
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(sql)?;
        let parameters =
            named_params! {":site": as_of.site.as_str(), ":lang": lang.as_str(), ":at": as_of.instant.as_microsecond()};
        let rows = statement
            .query_map(parameters, |row| Ok(Facet { value: row.get(0)?, label: row.get(1)?, count: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn count(&self, as_of: &AsOf, lang: &Lang, filter: &ArchiveFilter, wanted: &Conditions) -> Result<u64, ViewsError> {
        if *filter == ArchiveFilter::default() {
            return Ok(self.months(as_of, lang)?.iter().map(|month| month.count).sum());
        }
        let reader = self.pool.reader()?;
        let sql = format!("SELECT count(*) FROM {} WHERE {VISIBLE} AND s.is_page = 0{}", wanted.source, wanted.text);
        let (site, lang, at) = (as_of.site.as_str(), lang.as_str(), as_of.instant.as_microsecond());
        let mut parameters: Vec<(&str, &dyn ToSql)> = vec![(":site", &site), (":lang", &lang), (":at", &at)];
        parameters.extend(wanted.borrowed());
        Ok(reader.prepare_cached(&sql)?.query_row(parameters.as_slice(), |row| row.get(0))?)
    }

    pub(crate) fn remembered<T>(
        &self,
        memo: &MemoOf<T>,
        as_of: &AsOf,
        lang: &Lang,
        answer: impl FnOnce() -> Result<T, ViewsError>,
    ) -> Result<Arc<T>, ViewsError> {
        let key = (as_of.site.clone(), lang.clone());
        let epoch = self.epoch();
        let lock = || memo.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |kept: &Remembered<T>| {
            kept.epoch == epoch && kept.from <= as_of.instant && kept.until.is_none_or(|until| as_of.instant < until)
        };
        if let Some(kept) = lock().get(&key).filter(|kept| fits(kept)) {
            return Ok(Arc::clone(&kept.answer));
        }
        let until = self.next_change(as_of)?;
        let answer = Arc::new(answer()?);
        let mut kept = lock();
        if kept.len() >= MEMO_ENTRIES_MAX {
            kept.clear();
        }
        kept.insert(key, Remembered { epoch, from: as_of.instant, until, answer: Arc::clone(&answer) });
        Ok(answer)
    }
}

struct Conditions {
    /// The tables, in the order in which they are to be read.
    source: &'static str,
    text: String,
    values: Vec<(&'static str, Box<dyn ToSql>)>,
}

impl Conditions {
    fn borrowed(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values.iter().map(|(name, value)| (*name, value.as_ref())).collect()
    }

    fn add(&mut self, text: &str, name: &'static str, value: impl ToSql + 'static) {
        self.text.push_str(text);
        self.values.push((name, Box::new(value)));
    }
}

/// All messages in the archive's order.
const LEDGER: &str = "shown s INDEXED BY shown_ledger";
/// The messages of one speaker or topic; CROSS JOIN keeps SQLite from reading all others first.
const TAGGED: &str = "tag f CROSS JOIN shown s ON s.site = f.site AND s.message = f.message AND s.lang = f.lang AND s.from_us = f.from_us";

fn conditions(filter: &ArchiveFilter) -> Conditions {
    let mut wanted = Conditions { source: LEDGER, text: String::new(), values: vec![] };
    for (slug, what, name) in [(&filter.speaker, TAG_SPEAKER, ":speaker"), (&filter.topic, TAG_TOPIC, ":topic")] {
        let Some(slug) = slug else { continue };
        let text = if wanted.source == LEDGER {
            wanted.source = TAGGED;
            format!(" AND f.site = :site AND f.lang = :lang AND f.what = {what} AND f.slug = {name}")
        } else {
            format!(
                " AND EXISTS (SELECT 1 FROM tag t WHERE t.site = s.site AND t.lang = s.lang AND t.what = {what} AND t.slug = {name}
                 AND t.message = s.message AND t.from_us = s.from_us)"
            )
        };
        wanted.add(&text, name, slug.clone());
    }
    if let Some(kind) = filter.kind {
        wanted.add(" AND s.kind = :kind", ":kind", kind.as_str());
    }
    if let Some(place) = &filter.place {
        wanted.add(" AND s.place = :place", ":place", place.clone());
    }
    // The day decides; the instant, which the index knows, only narrows the search.
    if let Some(from) = filter.from {
        wanted.add(" AND s.day >= :from", ":from", decimal(from));
        wanted.add(" AND s.first_us >= :from_us", ":from_us", midnight_bounds(from, from).0);
    }
    if let Some(to) = filter.to {
        wanted.add(" AND s.day <= :to", ":to", decimal(to));
        wanted.add(" AND s.first_us <= :to_us", ":to_us", midnight_bounds(to, to).1);
    }
    wanted
}

/// Microseconds before and after everything that is released on the days from `first` to `last` in any zone: none is a full
/// day and a half from UTC.
pub(crate) fn midnight_bounds(first: Date, last: Date) -> (i64, i64) {
    let after = last.checked_add(1.day()).unwrap_or(Date::MAX);
    (midnight(first).saturating_sub(DAY_AND_HALF_US), midnight(after).saturating_add(DAY_AND_HALF_US))
}

const DAY_AND_HALF_US: i64 = 36 * 3_600 * 1_000_000;

fn decimal(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

fn midnight(date: Date) -> i64 {
    TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).map_or(i64::MAX, Timestamp::as_microsecond)
}
