//! Facts to rows.

use std::cell::RefCell;

use domain::{Edition, Fact, Fixture, Interval, Lang, Sheet, Shown, slug_of};
use jiff::Timestamp;
use journal::{Digest, Entry};
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use crate::desk::fold_desk;
use crate::schema::{OPEN, SHOWS_ERASED, SHOWS_VERSION, SHOWS_WITHDRAWN, TAG_SPEAKER, TAG_TOPIC};
use crate::{Views, ViewsError, media};

/// Largest object that is unpacked; a claimed size beyond it is damage or malice, not a text.
const OBJECT_BYTES_MAX: u64 = 64 << 20;

/// Where a fold takes sheets and documents from.
pub trait Objects {
    /// The object's bytes, packed as one zstd frame (RFC 8878); nothing when it was erased.
    ///
    /// # Errors
    /// When the place they are kept in fails.
    fn packed(&self, digest: Digest) -> Result<Option<Vec<u8>>, ViewsError>;
}

/// A place that has no objects: for folding facts that bring none.
#[derive(Debug, Clone, Copy)]
pub struct NoObjects;

impl Objects for NoObjects {
    fn packed(&self, _: Digest) -> Result<Option<Vec<u8>>, ViewsError> {
        Ok(None)
    }
}

impl Views {
    /// Takes in the journal's next entries. Entries that are folded already are passed over, so two processes may
    /// fold the same journal into one file; a gap is refused. All of the entries take effect together.
    ///
    /// # Errors
    /// A gap, a fact that cannot be read, a failure of the file. Nothing has changed then.
    pub fn fold(&self, entries: &[Entry], objects: &dyn Objects) -> Result<(), ViewsError> {
        {
            let mut writer = self.pool.writer();
            let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut folded: u64 = transaction.query_row("SELECT seq FROM folded", [], |row| row.get(0))?;
            let mut last = None;
            let mut public = false;
            for entry in entries.iter().filter(|entry| entry.seq > folded).collect::<Vec<_>>() {
                if entry.seq != folded + 1 {
                    return Err(ViewsError::Gap { folded, given: entry.seq });
                }
                public |= fold_entry(&transaction, entry, objects)?;
                folded = entry.seq;
                last = Some(entry);
            }
            // Nothing left to do means that another process folded them: what this one remembers is stale all the same.
            if let Some(last) = last {
                transaction.execute("UPDATE folded SET seq = ?1, hash = ?2", params![last.seq, last.hash.0])?;
                transaction.commit()?;
                if !public {
                    // The desk's own facts change no page, so the pages that are kept stay good.
                    return Ok(());
                }
            }
        }
        self.advance();
        Ok(())
    }
}

/// Takes in one entry; says whether the public may see something of it, now or later.
fn fold_entry(connection: &Connection, entry: &Entry, objects: &dyn Objects) -> Result<bool, ViewsError> {
    let fact = Fact::read(&entry.draft.kind, &entry.draft.body)?;
    for fact in fact.each() {
        fold_desk(connection, entry, &fact)?;
        if fact.is_public() {
            fold_fact(connection, entry, &fact, objects)?;
        }
    }
    Ok(fact.is_public())
}

fn fold_fact(connection: &Connection, entry: &Entry, fact: &Fact, objects: &dyn Objects) -> Result<(), ViewsError> {
    let mut fresh = None;
    let (message, lang) = match fact {
        Fact::FixtureSet { effective, part } => {
            let json =
                serde_json::to_string(part).map_err(|why| domain::FactError { kind: entry.draft.kind.clone(), why })?;
            if let Fixture::Media(file) = part {
                return media::put_part(connection, entry, *effective, file.digest, Some((file, &json)));
            }
            return put_fixture(connection, entry, *effective, &part.key().to_string(), Some(&json));
        }
        Fact::FixtureRemoved { effective, key } => {
            if let Some(digest) = media::digest_of(key) {
                return media::put_part(connection, entry, *effective, digest, None);
            }
            return put_fixture(connection, entry, *effective, &key.to_string(), None);
        }
        Fact::VersionReleased { message, lang, sheet, old_addresses, .. } => {
            fresh = take_objects(connection, *sheet, objects)?.map(|taken| (*sheet, taken));
            for path in old_addresses {
                connection
                    .prepare_cached("INSERT INTO old_address (site, path, message, lang) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")?
                    .execute(params![entry.draft.site, path, message.as_str(), lang.as_str()])?;
            }
            (message, lang)
        }
        Fact::ReleaseMoved { message, lang, .. }
        | Fact::ReleaseCancelled { message, lang, .. }
        | Fact::EditionWithdrawn { message, lang, .. }
        | Fact::EditionRestored { message, lang, .. }
        | Fact::EditionErased { message, lang, .. } => (message, lang),
        // Bundles come here edition by edition, and what is the desk's own changes nothing that is shown.
        _ => return Ok(()),
    };
    let (mut edition, seq) = edition_of(connection, entry, message.as_str(), lang)?;
    edition.evolve(fact);
    let row = Row { site: &entry.draft.site, message: message.as_str(), lang, seq, fresh };
    if edition.erasure.is_some() {
        forget(connection, &edition)?;
    }
    put_edition(connection, &row, &edition, entry.seq)
}

fn put_fixture(
    connection: &Connection,
    entry: &Entry,
    effective: Timestamp,
    key: &str,
    part: Option<&str>,
) -> Result<(), ViewsError> {
    connection
        .prepare_cached("INSERT INTO fixture (site, key, effective_us, seq, part) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![entry.draft.site, key, effective.as_microsecond(), entry.seq, part])?;
    Ok(())
}

/// An edition's place in the tables.
pub(crate) struct Row<'a> {
    pub(crate) site: &'a str,
    pub(crate) message: &'a str,
    pub(crate) lang: &'a Lang,
    /// The sheet that came with the fact, which need not be read back.
    fresh: Option<(Digest, Sheet)>,
    seq: u64,
}

fn edition_of(
    connection: &Connection,
    entry: &Entry,
    message: &str,
    lang: &Lang,
) -> Result<(Edition, u64), ViewsError> {
    let found: Option<(String, u64)> = connection
        .prepare_cached("SELECT state, seq FROM edition WHERE site = ?1 AND message = ?2 AND lang = ?3")?
        .query_row(params![entry.draft.site, message, lang.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        Some((state, seq)) => {
            let edition =
                serde_json::from_str(&state).map_err(|why| domain::FactError { kind: "edition".to_owned(), why })?;
            Ok((edition, seq))
        }
        None => Ok((Edition::default(), entry.seq)),
    }
}

fn put_edition(connection: &Connection, row: &Row<'_>, edition: &Edition, entry_seq: u64) -> Result<(), ViewsError> {
    let Row { site, message, lang, seq, .. } = row;
    let state = serde_json::to_string(edition).map_err(|why| domain::FactError { kind: "edition".to_owned(), why })?;
    connection
        .prepare_cached("INSERT INTO edition (site, message, lang, seq, changed, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET changed = ?5, state = ?6")?
        .execute(params![site, message, lang.as_str(), seq, entry_seq, state])?;
    if entry_seq != *seq {
        // Not the edition's first fact: what was shown until now is worked out anew.
        for table in ["shown", "tag", "media_ref"] {
            connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE site = ?1 AND message = ?2 AND lang = ?3"))?
                .execute(params![site, message, lang.as_str()])?;
        }
    }
    let first = edition.first_release().unwrap_or(Timestamp::MAX);
    edition.intervals().iter().try_for_each(|interval| put_interval(connection, row, interval, first))
}

fn put_interval(
    connection: &Connection,
    row: &Row<'_>,
    interval: &Interval<'_>,
    first: Timestamp,
) -> Result<(), ViewsError> {
    let (shows, version, about) = match &interval.shown {
        Shown::Nothing => return Ok(()),
        Shown::Version(version) => (SHOWS_VERSION, version, version.note.clone()),
        Shown::Withdrawn { version, reason, .. } => (SHOWS_WITHDRAWN, version, Some((*reason).to_owned())),
        Shown::Erased { version, erasure } => {
            let about =
                serde_json::to_string(erasure).map_err(|why| domain::FactError { kind: "edition".to_owned(), why })?;
            (SHOWS_ERASED, version, Some(about))
        }
    };
    // Only a version that is shown brings its words along; what is withdrawn or erased shows nothing of its text.
    let sheet = match &row.fresh {
        _ if shows != SHOWS_VERSION => None,
        Some((digest, sheet)) if *digest == version.sheet => Some(sheet.clone()),
        _ => sheet_of(connection, version.sheet)?,
    };
    if shows == SHOWS_VERSION && sheet.is_none() {
        // The sheet was erased: when the journal is folded anew, the fact that says so is still to come.
        return Ok(());
    }
    let day = day_of(&version.address);
    let Row { site, message, lang, seq, .. } = row;
    let from = interval.from.as_microsecond();
    connection
        .prepare_cached(
            "INSERT INTO shown (site, lang, message, from_us, to_us, shows, is_page, number, release_us, first_us, seq, day, month,
             path, kind, place, title, teaser, event_date, nav, sheet, about)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
        )?
        .execute(params![
            site,
            lang.as_str(),
            message,
            from,
            interval.to.map_or(OPEN, Timestamp::as_microsecond),
            shows,
            day.is_none(),
            version.number,
            version.release.as_microsecond(),
            first.as_microsecond(),
            seq,
            day.unwrap_or_default(),
            day.unwrap_or_default() / 100,
            version.address,
            sheet.as_ref().map_or("", |sheet| sheet.kind.as_str()),
            sheet.as_ref().and_then(|sheet| sheet.occasion.place.as_deref()),
            sheet.as_ref().map_or("", |sheet| sheet.title.as_str()),
            sheet.as_ref().and_then(|sheet| sheet.teaser.as_deref()),
            sheet.as_ref().and_then(|sheet| sheet.occasion.date).map(|date| date.to_string()),
            sheet.as_ref().and_then(|sheet| sheet.nav),
            version.sheet.0,
            about,
        ])?;
    if let Some(sheet) = sheet {
        put_tags(connection, row, interval, day.is_none(), &sheet)?;
        media::put_references(connection, row, interval, sheet.document)?;
    }
    Ok(())
}

fn put_tags(
    connection: &Connection,
    row: &Row<'_>,
    interval: &Interval<'_>,
    is_page: bool,
    sheet: &Sheet,
) -> Result<(), ViewsError> {
    let (from, to) = (interval.from.as_microsecond(), interval.to.map_or(OPEN, Timestamp::as_microsecond));
    let speakers = sheet.speakers.iter().map(|speaker| (TAG_SPEAKER, speaker));
    for (what, label) in speakers.chain(sheet.topics.iter().map(|topic| (TAG_TOPIC, topic))) {
        connection
            .prepare_cached(
                "INSERT INTO tag (site, lang, what, slug, label, message, from_us, to_us, is_page)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
            )?
            .execute(params![
                row.site,
                row.lang.as_str(),
                what,
                slug_of(label),
                label,
                row.message,
                from,
                to,
                is_page
            ])?;
    }
    Ok(())
}

/// The day in a message's address, decimal (20200922); nothing for a page.
fn day_of(address: &str) -> Option<i64> {
    let mut parts = address.strip_prefix("messages/")?.split('/');
    let mut number = || parts.next()?.parse::<i64>().ok();
    Some(number()? * 10_000 + number()? * 100 + number()?)
}

/// Keeps a version's sheet and document. An object that is gone was erased: the fact that says so follows.
fn take_objects(connection: &Connection, sheet: Digest, objects: &dyn Objects) -> Result<Option<Sheet>, ViewsError> {
    let Some(packed) = objects.packed(sheet)? else { return Ok(None) };
    let taken = read_sheet(sheet, &packed)?;
    keep(connection, sheet, &packed)?;
    if let Some(packed) = objects.packed(taken.document)? {
        keep(connection, taken.document, &packed)?;
    }
    Ok(Some(taken))
}

fn keep(connection: &Connection, digest: Digest, packed: &[u8]) -> Result<(), ViewsError> {
    connection
        .prepare_cached("INSERT INTO object (digest, packed) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![digest.0, packed])?;
    Ok(())
}

fn forget(connection: &Connection, edition: &Edition) -> Result<(), ViewsError> {
    for version in &edition.versions {
        if let Some(packed) = packed_object(connection, version.sheet)? {
            let document = read_sheet(version.sheet, &packed)?.document;
            connection
                .prepare_cached("DELETE FROM object WHERE digest IN (?1, ?2)")?
                .execute(params![version.sheet.0, document.0])?;
        }
    }
    Ok(())
}

pub(crate) fn packed_object(connection: &Connection, digest: Digest) -> Result<Option<Vec<u8>>, ViewsError> {
    Ok(connection
        .prepare_cached("SELECT packed FROM object WHERE digest = ?1")?
        .query_row(params![digest.0], |row| row.get(0))
        .optional()?)
}

thread_local! {
    /// The unpacker of this thread: its working memory is larger than most texts, so it is made once.
    static UNPACKER: RefCell<Option<zstd::bulk::Decompressor<'static>>> = const { RefCell::new(None) };
}

pub(crate) fn unpack(digest: Digest, packed: &[u8]) -> Result<Vec<u8>, ViewsError> {
    let damaged = || ViewsError::Object(digest);
    // Frames are written in one go, so they state their size.
    let size = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten().filter(|size| *size <= OBJECT_BYTES_MAX);
    let size = size.and_then(|size| usize::try_from(size).ok()).ok_or_else(damaged)?;
    UNPACKER.with_borrow_mut(|kept| {
        let unpacker = match kept {
            Some(unpacker) => unpacker,
            None => kept.insert(zstd::bulk::Decompressor::new().map_err(|_| damaged())?),
        };
        unpacker.decompress(packed, size).map_err(|_| damaged())
    })
}

fn read_sheet(digest: Digest, packed: &[u8]) -> Result<Sheet, ViewsError> {
    Sheet::parse(&unpack(digest, packed)?).map_err(|_| ViewsError::Object(digest))
}

/// A version's sheet; nothing when it was erased.
pub(crate) fn sheet_of(connection: &Connection, digest: Digest) -> Result<Option<Sheet>, ViewsError> {
    packed_object(connection, digest)?.map(|packed| read_sheet(digest, &packed)).transpose()
}
