//! What whoever follows the views asks: which editions changed, and what each shows over time.

use document::Document;
use domain::{AsOf, Lang, MessageId, Sheet, SiteId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::fold::{packed_object, sheet_of, unpack};
use crate::schema::{OPEN, SHOWS_VERSION};
use crate::{Views, ViewsError};

/// Which edition: a message in a language on a site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionKey {
    /// The site.
    pub site: SiteId,
    /// The message.
    pub message: MessageId,
    /// The language.
    pub lang: Lang,
}

/// A stretch of time over which the public sees the same version of an edition, past, present or to come.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// From this instant.
    pub from: Timestamp,
    /// Until before this instant; open when absent.
    pub to: Option<Timestamp>,
    /// The version's number.
    pub number: u32,
    /// The first release of the edition, by which lists are ordered.
    pub first_release: Timestamp,
    /// The edition's first entry in the journal, which orders what was released at one instant.
    pub seq: i64,
    /// The day in the address, decimal (20200922); nothing for an evergreen page.
    pub day: Option<i64>,
    /// The address below the language.
    pub path: String,
    /// The version's sheet.
    pub sheet: Sheet,
    /// The version's text.
    pub document: Document,
}

impl Views {
    /// Editions that were touched after the journal's entry `after`, in the order in which they were, with the entry that
    /// touched each last. About `limit` of them; those that one entry touched come together.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn changed_editions(&self, after: u64, limit: usize) -> Result<Vec<(u64, EditionKey)>, ViewsError> {
        let sql = "SELECT site, message, lang, changed FROM edition WHERE changed > ?1 AND changed <=
                   (SELECT max(changed) FROM (SELECT changed FROM edition WHERE changed > ?1 ORDER BY changed LIMIT ?2))
                   ORDER BY changed, site, message, lang";
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(sql)?;
        let rows = statement.query_map(params![after, limit], |row| Ok((row.get::<_, u64>(3)?, texts(row)?)))?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter_map(|(changed, texts)| Some((changed, key(texts)?))).collect())
    }

    /// How many editions there are.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn edition_count(&self) -> Result<u64, ViewsError> {
        let reader = self.pool.reader()?;
        Ok(reader.prepare_cached("SELECT count(*) FROM edition")?.query_row([], |row| row.get(0))?)
    }

    /// Editions of a site that begin or cease to show something after `from` and not after `to`.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn editions_turning(
        &self,
        site: &SiteId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<EditionKey>, ViewsError> {
        let sql = "SELECT site, message, lang FROM shown INDEXED BY shown_from WHERE site = ?1 AND from_us > ?2 AND from_us <= ?3
                   UNION
                   SELECT site, message, lang FROM shown INDEXED BY shown_to
                   WHERE site = ?1 AND to_us < 9223372036854775807 AND to_us > ?2 AND to_us <= ?3";
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(sql)?;
        let rows = statement.query_map(params![site.as_str(), from.as_microsecond(), to.as_microsecond()], texts)?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().filter_map(key).collect())
    }

    /// What an edition shows over time, withdrawal and erasure left out, in the order of time. A text that is erased is not
    /// there.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn stretches(&self, edition: &EditionKey) -> Result<Vec<Stretch>, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT from_us, to_us, number, first_us, seq, day, path, sheet, is_page FROM shown
                   WHERE site = ?1 AND message = ?2 AND lang = ?3 AND shows = ?4 ORDER BY from_us";
        let EditionKey { site, message, lang } = edition;
        let mut statement = reader.prepare_cached(sql)?;
        let mut rows = statement.query(params![site.as_str(), message.as_str(), lang.as_str(), SHOWS_VERSION])?;
        let mut stretches = Vec::new();
        while let Some(row) = rows.next()? {
            let digest = journal::Digest(row.get(7)?);
            let Some((sheet, document)) = text_of(&reader, digest)? else { continue };
            let to: i64 = row.get(1)?;
            let instant = |micros| Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX);
            stretches.push(Stretch {
                from: instant(row.get(0)?),
                to: (to != OPEN).then(|| instant(to)),
                number: row.get(2)?,
                first_release: instant(row.get(3)?),
                seq: row.get(4)?,
                day: (!row.get::<_, bool>(8)?).then(|| row.get(5)).transpose()?,
                path: row.get(6)?,
                sheet,
                document,
            });
        }
        Ok(stretches)
    }

    /// The text of version `number` of an edition, if the public saw it by then and the edition shows a text at the instant:
    /// what is withdrawn or erased shows none of its versions.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn version_text(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        message: &MessageId,
        number: u32,
    ) -> Result<Option<(Sheet, Document)>, ViewsError> {
        let reader = self.pool.reader()?;
        let at = as_of.instant.as_microsecond();
        let sql = "SELECT s.sheet FROM shown s WHERE s.site = ?1 AND s.message = ?2 AND s.lang = ?3 AND s.shows = ?4
                   AND s.number = ?5 AND s.from_us <= ?6 AND EXISTS (SELECT 1 FROM shown n WHERE n.site = ?1 AND n.message = ?2
                   AND n.lang = ?3 AND n.shows = ?4 AND n.from_us <= ?6 AND n.to_us > ?6) LIMIT 1";
        let found = reader
            .prepare_cached(sql)?
            .query_row(
                params![as_of.site.as_str(), message.as_str(), lang.as_str(), SHOWS_VERSION, number, at],
                |row| row.get(0),
            )
            .optional()?;
        found.map_or(Ok(None), |sheet| text_of(&reader, journal::Digest(sheet)))
    }
}

fn text_of(connection: &Connection, digest: journal::Digest) -> Result<Option<(Sheet, Document)>, ViewsError> {
    let Some(sheet) = sheet_of(connection, digest)? else { return Ok(None) };
    let Some(packed) = packed_object(connection, sheet.document)? else { return Ok(None) };
    let bytes = unpack(sheet.document, &packed)?;
    let document = Document::parse_canonical(&bytes).map_err(|_| ViewsError::Object(sheet.document))?;
    Ok(Some((sheet, document)))
}

type Texts = (String, String, String);

fn texts(row: &Row<'_>) -> rusqlite::Result<Texts> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn key((site, message, lang): Texts) -> Option<EditionKey> {
    Some(EditionKey { site: site.parse().ok()?, message: message.parse().ok()?, lang: lang.parse().ok()? })
}
