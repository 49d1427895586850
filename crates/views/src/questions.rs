//! Questions about single messages and pages, each as at an instant.

use document::Document;
use domain::{AsOf, Edition, Lang, MessageId, Sheet, Version};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::fold::{packed_object, sheet_of, unpack};
use crate::schema::{SHOWS_ERASED, SHOWS_WITHDRAWN};
use crate::{Views, ViewsError};

/// A message as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The message.
    pub message: String,
    /// The edition's language.
    pub lang: String,
    /// The address below the language.
    pub path: String,
    /// The kind's name.
    pub kind: String,
    /// The title.
    pub title: String,
    /// The first words.
    pub teaser: Option<String>,
    /// The place of the occasion.
    pub place: Option<String>,
    /// The day of the occasion.
    pub event_date: Option<Date>,
    /// The day of the first release in the home zone: the day in the address.
    pub day: Date,
    pub(crate) first_us: i64,
    pub(crate) seq: i64,
}

/// A version that the public may see, with its text.
#[derive(Debug, Clone)]
pub struct SeenVersion {
    /// The message.
    pub message: MessageId,
    /// The address below the language.
    pub path: String,
    /// The first release of the edition.
    pub first_release: Timestamp,
    /// The versions public by then, the one shown last.
    pub versions: Vec<Version>,
    /// What is said about the text.
    pub sheet: Sheet,
    /// The text.
    pub document: Document,
    pub(crate) first_us: i64,
    pub(crate) seq: i64,
}

impl SeenVersion {
    /// A version that the public may not see yet, for the desk's previews: it stands after everything released.
    #[must_use]
    pub fn unreleased(message: MessageId, version: Version, sheet: Sheet, document: Document) -> Self {
        let (path, first_release) = (version.address.clone(), version.release);
        let first_us = first_release.as_microsecond();
        Self { message, path, first_release, versions: vec![version], sheet, document, first_us, seq: i64::MAX }
    }
}

/// What the public sees at an address.
#[derive(Debug, Clone)]
pub enum Seen {
    /// A version.
    Version(Box<SeenVersion>),
    /// That the edition was withdrawn.
    Withdrawn {
        /// The message, whose other languages may still be public.
        message: MessageId,
        /// Since when.
        since: Timestamp,
        /// The public reason.
        reason: String,
    },
    /// That the edition was erased.
    Erased {
        /// The message, whose other languages may still be public.
        message: MessageId,
        /// Since when.
        since: Timestamp,
        /// The public ground.
        ground: String,
        /// Whether law demanded it.
        by_law: bool,
    },
}

/// What is found at an address.
#[derive(Debug, Clone)]
pub enum Found {
    /// Something public.
    Here(Seen),
    /// The edition is public at another address below its language.
    Moved(String),
    /// Nothing the public may know of.
    Nothing,
}

/// A page in the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// The title.
    pub title: String,
    /// The address below the language.
    pub path: String,
}

pub(crate) const LINE_COLUMNS: &str =
    "s.message, s.lang, s.path, s.kind, s.title, s.teaser, s.place, s.event_date, s.day, s.first_us, s.seq";

/// The first release, which is never after what is visible: lets a list begin at the instant asked about. Only for lists
/// without a place to begin at of their own, since SQLite follows one bound of an index.
pub(crate) const BEGUN: &str = "s.first_us <= :at";

/// The rows a reader may see: named parameters `:site`, `:lang`, `:at`.
pub(crate) const VISIBLE: &str =
    "s.site = :site AND s.lang = :lang AND s.shows = 0 AND +s.from_us <= :at AND s.to_us > :at";

pub(crate) fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    let event_date: Option<String> = row.get(7)?;
    let day: i64 = row.get(8)?;
    Ok(Line {
        message: row.get(0)?,
        lang: row.get(1)?,
        path: row.get(2)?,
        kind: row.get(3)?,
        title: row.get(4)?,
        teaser: row.get(5)?,
        place: row.get(6)?,
        event_date: event_date.and_then(|date| date.parse().ok()),
        day: civil_day(day),
        first_us: row.get(9)?,
        seq: row.get(10)?,
    })
}

/// The civil date of a decimal day; pages, which have none, get the calendar's first.
pub(crate) fn civil_day(day: i64) -> Date {
    let part = |value: i64| i8::try_from(value).unwrap_or(0);
    Date::new(i16::try_from(day / 10_000).unwrap_or(0), part(day / 100 % 100), part(day % 100)).unwrap_or(Date::ZERO)
}

fn instant(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
}

struct ShownRow {
    message: String,
    from_us: i64,
    to_us: i64,
    shows: i64,
    number: u32,
    first_us: i64,
    seq: i64,
    path: String,
    sheet: journal::Digest,
    about: Option<String>,
}

const SHOWN_COLUMNS: &str = "message, from_us, to_us, shows, number, first_us, seq, path, sheet, about";

fn shown_row(row: &Row<'_>) -> rusqlite::Result<ShownRow> {
    Ok(ShownRow {
        message: row.get(0)?,
        from_us: row.get(1)?,
        to_us: row.get(2)?,
        shows: row.get(3)?,
        number: row.get(4)?,
        first_us: row.get(5)?,
        seq: row.get(6)?,
        path: row.get(7)?,
        sheet: journal::Digest(row.get(8)?),
        about: row.get(9)?,
    })
}

impl Views {
    /// What the public sees at an address below a language.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn at_address(&self, as_of: &AsOf, lang: &Lang, path: &str) -> Result<Found, ViewsError> {
        let reader = self.pool.reader()?;
        let at = as_of.instant.as_microsecond();
        let sql = format!(
            "SELECT {SHOWN_COLUMNS} FROM shown WHERE site = ?1 AND lang = ?2 AND path = ?3 AND from_us <= ?4 ORDER BY from_us DESC LIMIT 1"
        );
        let found = reader
            .prepare_cached(&sql)?
            .query_row(params![as_of.site.as_str(), lang.as_str(), path, at], shown_row)
            .optional()?;
        let Some(row) = found else { return Ok(Found::Nothing) };
        if row.to_us > at {
            return seen(&reader, as_of, lang, row);
        }
        let sql =
            "SELECT path FROM shown WHERE site = ?1 AND message = ?2 AND lang = ?3 AND +from_us <= ?4 AND to_us > ?4";
        let moved: Option<String> = reader
            .prepare_cached(sql)?
            .query_row(params![as_of.site.as_str(), row.message, lang.as_str(), at], |row| row.get(0))
            .optional()?;
        Ok(moved.map_or(Found::Nothing, Found::Moved))
    }

    /// The newest messages, newest first.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn latest(&self, as_of: &AsOf, lang: &Lang, limit: u32) -> Result<Vec<Line>, ViewsError> {
        let sql = format!(
            "SELECT {LINE_COLUMNS} FROM shown s INDEXED BY shown_ledger WHERE {VISIBLE} AND {BEGUN} AND s.is_page = 0 ORDER BY s.first_us DESC, s.seq DESC LIMIT {limit}"
        );
        self.lines(&sql, as_of, lang, &[])
    }

    /// The message's edition in this language with its text, if the public may see it.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn edition(&self, as_of: &AsOf, lang: &Lang, message: &MessageId) -> Result<Option<SeenVersion>, ViewsError> {
        let reader = self.pool.reader()?;
        let at = as_of.instant.as_microsecond();
        let sql = format!(
            "SELECT {SHOWN_COLUMNS} FROM shown WHERE site = ?1 AND message = ?2 AND lang = ?3 AND +from_us <= ?4 AND to_us > ?4"
        );
        let row = reader
            .prepare_cached(&sql)?
            .query_row(params![as_of.site.as_str(), message.as_str(), lang.as_str(), at], shown_row)
            .optional()?;
        let Some(row) = row else { return Ok(None) };
        match seen(&reader, as_of, lang, row)? {
            Found::Here(Seen::Version(version)) => Ok(Some(*version)),
            _ => Ok(None),
        }
    }

    /// The languages in which the public may see a message, each with its address below the language and its title.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn editions(&self, as_of: &AsOf, message: &MessageId) -> Result<Vec<(Lang, String, String)>, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT lang, path, title FROM shown WHERE site = ?1 AND message = ?2 AND shows = 0 AND +from_us <= ?3 AND to_us > ?3 ORDER BY lang";
        let mut statement = reader.prepare_cached(sql)?;
        let at = as_of.instant.as_microsecond();
        let rows = statement.query_map(params![as_of.site.as_str(), message.as_str(), at], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter_map(|(lang, path, title)| Some((lang.parse().ok()?, path, title))).collect())
    }

    /// The messages before and after one in the archive's order: the next older, then the next newer.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn neighbours(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        version: &SeenVersion,
    ) -> Result<(Option<Line>, Option<Line>), ViewsError> {
        let side = |comparison: &str, order: &str| {
            let sql = format!(
                "SELECT {LINE_COLUMNS} FROM shown s INDEXED BY shown_ledger WHERE {VISIBLE} AND s.is_page = 0 AND (s.first_us, s.seq) {comparison} (:first, :seq)
                 ORDER BY s.first_us {order}, s.seq {order} LIMIT 1"
            );
            let more: [(&str, &dyn rusqlite::ToSql); 2] = [(":first", &version.first_us), (":seq", &version.seq)];
            self.lines(&sql, as_of, lang, &more).map(|mut lines| lines.pop())
        };
        Ok((side("<", "DESC")?, side(">", "ASC")?))
    }

    /// The pages in the navigation, in its order.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn navigation(&self, as_of: &AsOf, lang: &Lang) -> Result<Vec<NavItem>, ViewsError> {
        let sql = format!(
            "SELECT {LINE_COLUMNS} FROM shown s INDEXED BY shown_nav WHERE {VISIBLE} AND s.nav IS NOT NULL ORDER BY s.nav, s.path"
        );
        let lines = self.lines(&sql, as_of, lang, &[])?;
        Ok(lines.into_iter().map(|line| NavItem { title: line.title, path: line.path }).collect())
    }

    /// The evergreen pages right below a page, by address: what the page's own navigation offers.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn pages_below(&self, as_of: &AsOf, lang: &Lang, path: &str) -> Result<Vec<NavItem>, ViewsError> {
        let sql = format!(
            "SELECT {LINE_COLUMNS} FROM shown s INDEXED BY shown_path WHERE {VISIBLE} AND s.is_page = 1 AND s.path > :low AND s.path < :high ORDER BY s.path"
        );
        // In the order of bytes "0" follows "/": everything between begins with the path and a slash.
        let (low, high) = (format!("{path}/"), format!("{path}0"));
        let lines = self.lines(&sql, as_of, lang, &[(":low", &low), (":high", &high)])?;
        Ok(lines.into_iter().map(|line| NavItem { title: line.title, path: line.path }).collect())
    }

    /// Where an old address leads: the language and the address below it, if the public may see it.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn old_address(&self, as_of: &AsOf, path: &str) -> Result<Option<(Lang, String)>, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT s.lang, s.path FROM old_address o JOIN shown s ON s.site = o.site AND s.message = o.message AND s.lang = o.lang
                   WHERE o.site = ?1 AND o.path = ?2 AND +s.from_us <= ?3 AND s.to_us > ?3";
        let found: Option<(String, String)> = reader
            .prepare_cached(sql)?
            .query_row(params![as_of.site.as_str(), path, as_of.instant.as_microsecond()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        Ok(found.and_then(|(lang, path)| Some((lang.parse().ok()?, path))))
    }

    /// Whether the public sees nothing at all, in any language.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn is_bare(&self, as_of: &AsOf) -> Result<bool, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM shown WHERE site = ?1 AND from_us <= ?2 AND to_us > ?2)";
        let at = as_of.instant.as_microsecond();
        Ok(reader.prepare_cached(sql)?.query_row(params![as_of.site.as_str(), at], |row| row.get(0))?)
    }

    /// Every address below its language at which the public sees something (versions, withdrawals, erasures), in order.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn addresses(&self, as_of: &AsOf) -> Result<Vec<(Lang, String)>, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT lang, path FROM shown WHERE site = ?1 AND from_us <= ?2 AND to_us > ?2 ORDER BY lang, path";
        let mut statement = reader.prepare_cached(sql)?;
        let at = as_of.instant.as_microsecond();
        let rows = statement
            .query_map(params![as_of.site.as_str(), at], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter_map(|(lang, path)| Some((lang.parse().ok()?, path))).collect())
    }

    pub(crate) fn lines(
        &self,
        sql: &str,
        as_of: &AsOf,
        lang: &Lang,
        more: &[(&str, &dyn rusqlite::ToSql)],
    ) -> Result<Vec<Line>, ViewsError> {
        let reader = self.pool.reader()?;
        let (site, lang, at) = (as_of.site.as_str(), lang.as_str(), as_of.instant.as_microsecond());
        let mut parameters: Vec<(&str, &dyn rusqlite::ToSql)> = vec![(":site", &site), (":lang", &lang), (":at", &at)];
        parameters.extend_from_slice(more);
        let mut statement = reader.prepare_cached(sql)?;
        let lines = statement.query_map(parameters.as_slice(), line)?.collect::<Result<Vec<_>, _>>()?;
        Ok(lines)
    }
}

fn seen(connection: &Connection, as_of: &AsOf, lang: &Lang, row: ShownRow) -> Result<Found, ViewsError> {
    let message: MessageId = row.message.parse().map_err(|_| ViewsError::Object(row.sheet))?;
    let about = row.about.unwrap_or_default();
    match row.shows {
        SHOWS_WITHDRAWN => Ok(Found::Here(Seen::Withdrawn { message, since: instant(row.from_us), reason: about })),
        SHOWS_ERASED => {
            let erasure: domain::Erasure = serde_json::from_str(&about)
                .map_err(|why| domain::FactError { kind: "EditionErased".to_owned(), why })?;
            let domain::Erasure { from, ground, by_law } = erasure;
            Ok(Found::Here(Seen::Erased { message, since: from, ground, by_law }))
        }
        _ => {
            let sheet = sheet_of(connection, row.sheet)?.ok_or(ViewsError::Object(row.sheet))?;
            let packed = packed_object(connection, sheet.document)?.ok_or(ViewsError::Object(sheet.document))?;
            let bytes = unpack(sheet.document, &packed)?;
            let document = Document::parse_canonical(&bytes).map_err(|_| ViewsError::Object(sheet.document))?;
            let versions = versions_until(connection, as_of, lang, &row.message, row.number)?;
            let first_release = instant(row.first_us);
            let (first_us, seq) = (row.first_us, row.seq);
            let version =
                SeenVersion { message, path: row.path, first_release, versions, sheet, document, first_us, seq };
            Ok(Found::Here(Seen::Version(Box::new(version))))
        }
    }
}

fn versions_until(
    connection: &Connection,
    as_of: &AsOf,
    lang: &Lang,
    message: &str,
    number: u32,
) -> Result<Vec<Version>, ViewsError> {
    let state: String = connection
        .prepare_cached("SELECT state FROM edition WHERE site = ?1 AND message = ?2 AND lang = ?3")?
        .query_row(params![as_of.site.as_str(), message, lang.as_str()], |row| row.get(0))?;
    let edition: Edition =
        serde_json::from_str(&state).map_err(|why| domain::FactError { kind: "edition".to_owned(), why })?;
    Ok(edition.versions.into_iter().filter(|version| version.number <= number).collect())
}
