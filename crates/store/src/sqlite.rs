//! The home in one SQLite file.
//!
//! One connection writes, one reads; both are used from one thread at a time. WAL with `synchronous=FULL`: a commit
//! is on the disk before it is acknowledged, and a crash at any line leaves the last commit or the one before.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use journal::{Digest, Draft, Entry, Head};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension as _, Row, TransactionBehavior, params};

use crate::{AppendError, Batch, Claim, Home, Object, StoreError};

/// The format of the file, kept in `user_version`. A file with a higher number is left alone.
const FORMAT: i64 = 2;
/// How long a write waits for another process (an import beside the server) before it gives up.
const BUSY_WAIT: Duration = Duration::from_secs(20);
/// Memory for the pages of the connection that writes, in KiB; taken as it fills. Claims and digests arrive in no order, so
/// an import of 100,000 messages touches some 60 MB of pages again and again.
const WRITER_CACHE_KIB: i64 = 64 * 1_024;
/// Pages of 4 kB that the log takes up before they move to the file: 64 MB. During an import each page of an index is
/// changed by many batches, and moving it at every 4 MB, SQLite's own measure, would write it as often.
const CHECKPOINT_PAGES: u32 = 16_000;
/// Compiled statements kept per connection; there are about ten in all.
const STATEMENTS_KEPT: usize = 32;

/// Tables of format 1. The triggers make the journal append-only for this program too: no code path, bug or console
/// session edits a stored fact without first removing them.
const SCHEMA: &str = "
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, site TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL,
    actor TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX journal_stream ON journal (site, stream, version);
CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE claim (site TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (site, key)) STRICT, WITHOUT ROWID;
CREATE TABLE object (digest BLOB NOT NULL UNIQUE, packed BLOB NOT NULL) STRICT;
";

/// What format 2 adds: the desk's records.
const SCHEMA_OF_RECORDS: &str = "
CREATE TABLE record (
    room TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL, changed_us INTEGER NOT NULL, expires_us INTEGER,
    value BLOB NOT NULL, UNIQUE (room, key)
) STRICT;
CREATE INDEX record_expires ON record (expires_us) WHERE expires_us IS NOT NULL;
";

/// The home in a SQLite file.
#[derive(Debug)]
pub struct SqliteHome {
    path: PathBuf,
    pub(crate) writer: Mutex<Connection>,
    pub(crate) reader: Mutex<Connection>,
}

impl SqliteHome {
    /// Makes a new, empty home.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Unavailable(format!("{} is there already", path.display())));
        }
        let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let made = connection.execute_batch(&format!(
            "BEGIN IMMEDIATE;{SCHEMA}{SCHEMA_OF_RECORDS}PRAGMA user_version = {FORMAT};COMMIT;"
        ));
        made.map_err(|error| failure(path, &error))?;
        drop(connection);
        Self::open(path)
    }

    /// Opens a home that is there.
    ///
    /// # Errors
    /// When there is none, or it is damaged, of a newer format, or cannot be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::Unavailable(format!(
                "there is no file {}; `chancery init` makes a new site",
                path.display()
            )));
        }
        let writer = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        writer.pragma_update(None, "cache_size", -WRITER_CACHE_KIB).map_err(|e| failure(path, &e))?;
        let found: i64 =
            writer.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(|e| failure(path, &e))?;
        if found > FORMAT {
            return Err(StoreError::Newer { path: path.display().to_string(), found, known: FORMAT });
        }
        if found < 1 {
            return Err(StoreError::Unavailable(format!("{} is not a Chancery database", path.display())));
        }
        if found == 1 {
            // A crash before the commit leaves format 1, which the next start brings up again.
            let brought_up = writer
                .execute_batch(&format!("BEGIN IMMEDIATE;{SCHEMA_OF_RECORDS}PRAGMA user_version = {FORMAT};COMMIT;"));
            brought_up.map_err(|error| failure(path, &error))?;
        }
        let reader = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        reader.pragma_update(None, "query_only", true).map_err(|e| failure(path, &e))?;
        Ok(Self { path: path.to_owned(), writer: Mutex::new(writer), reader: Mutex::new(reader) })
    }

    /// Has SQLite check the whole file, pages and indexes; gives the first thing it finds wrong.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with what was found.
    pub fn check(&self) -> Result<(), StoreError> {
        let reader = self.lock(&self.reader);
        let said: String =
            reader.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(|e| self.failed(&e))?;
        if said == "ok" { Ok(()) } else { Err(StoreError::Corrupt(format!("{}: {said}", self.path.display()))) }
    }

    /// Limits the file to a number of pages: lets tests see a full disk.
    ///
    /// # Errors
    /// A failure of the store.
    pub fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        let writer = self.lock(&self.writer);
        writer.pragma_update(None, "max_page_count", pages).map_err(|e| self.failed(&e))
    }

    pub(crate) fn lock<'a>(&self, connection: &'a Mutex<Connection>) -> MutexGuard<'a, Connection> {
        // A panic under the lock rolled its transaction back when it unwound; the connection is sound.
        connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn failed(&self, error: &rusqlite::Error) -> StoreError {
        failure(&self.path, error)
    }
}

fn open(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let wrap = |error: rusqlite::Error| failure(path, &error);
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(wrap)?;
    connection.busy_timeout(BUSY_WAIT).map_err(wrap)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    for (setting, value) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(setting, value).map_err(wrap)?;
    }
    connection
        .execute_batch(&format!("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES};"))
        .map_err(wrap)?;
    Ok(connection)
}

fn failure(path: &Path, error: &rusqlite::Error) -> StoreError {
    let file = path.display().to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full(file),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::ReadOnly(file),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(file),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Corrupt(format!("{file}: {error}")),
        _ => StoreError::Unavailable(format!("{file}: {error}")),
    }
}

fn digest(row: &Row<'_>, column: usize) -> rusqlite::Result<Digest> {
    row.get::<_, [u8; 32]>(column).map(Digest)
}

const ENTRY_COLUMNS: &str = "seq, at, site, stream, version, actor, kind, body, previous, hash";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get(0)?,
        draft: Draft {
            at: row.get(1)?,
            site: row.get(2)?,
            stream: row.get(3)?,
            version: row.get(4)?,
            actor: row.get(5)?,
            kind: row.get(6)?,
            body: row.get(7)?,
        },
        previous: digest(row, 8)?,
        hash: digest(row, 9)?,
    })
}

fn head_of(connection: &Connection) -> rusqlite::Result<Head> {
    connection
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok(Head { seq: row.get(0)?, hash: digest(row, 1)? }))
        .optional()
        .map(|head| head.unwrap_or(Head::EMPTY))
}

fn append_draft(connection: &Connection, head: Head, draft: Draft) -> rusqlite::Result<Option<Entry>> {
    let last: u32 = connection
        .prepare_cached("SELECT coalesce(max(version), 0) FROM journal WHERE site = ?1 AND stream = ?2")?
        .query_row(params![draft.site, draft.stream], |row| row.get(0))?;
    if last + 1 != draft.version {
        return Ok(None);
    }
    let entry = head.follow(draft);
    let d = &entry.draft;
    connection
        .prepare_cached(&format!(
            "INSERT INTO journal ({ENTRY_COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        ))?
        .execute(params![
            entry.seq,
            d.at,
            d.site,
            d.stream,
            d.version,
            d.actor,
            d.kind,
            d.body,
            entry.previous.0,
            entry.hash.0
        ])?;
    Ok(Some(entry))
}

/// The owner that stands in the way of a claim, if one does.
fn claim(connection: &Connection, claim: &Claim) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("INSERT INTO claim (site, key, owner) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
        .execute(params![claim.site, claim.key, claim.owner])?;
    let holder = owner_of(connection, &claim.site, &claim.key)?;
    Ok(holder.filter(|holder| *holder != claim.owner))
}

fn owner_of(connection: &Connection, site: &str, key: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT owner FROM claim WHERE site = ?1 AND key = ?2")?
        .query_row(params![site, key], |row| row.get(0))
        .optional()
}

fn collect<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map(parameters, read)?.collect()
}

impl Home for SqliteHome {
    fn append(&self, batch: Batch) -> Result<Vec<Entry>, AppendError> {
        let mut writer = self.lock(&self.writer);
        let failed = |error: rusqlite::Error| AppendError::Store(self.failed(&error));
        // Dropping the transaction on any early return rolls it back: a refused append leaves nothing behind.
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let mut head = head_of(&transaction).map_err(failed)?;
        let mut entries = Vec::with_capacity(batch.drafts.len());
        for draft in batch.drafts {
            let stream = draft.stream.clone();
            let Some(entry) = append_draft(&transaction, head, draft).map_err(failed)? else {
                return Err(AppendError::Conflict { stream });
            };
            head = Head { seq: entry.seq, hash: entry.hash };
            entries.push(entry);
        }
        for wanted in &batch.claims {
            if let Some(owner) = claim(&transaction, wanted).map_err(failed)? {
                return Err(AppendError::Taken { key: wanted.key.clone(), owner });
            }
        }
        let keep_objects = || -> rusqlite::Result<()> {
            let mut keep = transaction
                .prepare_cached("INSERT INTO object (digest, packed) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
            batch
                .objects
                .iter()
                .try_for_each(|object| keep.execute(params![object.digest.0, object.packed]).map(drop))?;
            let mut forget = transaction.prepare_cached("DELETE FROM object WHERE digest = ?1")?;
            batch.forget.iter().try_for_each(|digest| forget.execute(params![digest.0]).map(drop))
        };
        keep_objects().map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(entries)
    }

    fn read(&self, after: u64, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal WHERE seq > ?1 ORDER BY seq LIMIT ?2");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        collect(&self.lock(&self.reader), &sql, params![after, limit], entry).map_err(|e| self.failed(&e))
    }

    fn read_stream(&self, site: &str, stream: &str) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal WHERE site = ?1 AND stream = ?2 ORDER BY version");
        collect(&self.lock(&self.reader), &sql, params![site, stream], entry).map_err(|e| self.failed(&e))
    }

    fn head(&self) -> Result<Head, StoreError> {
        head_of(&self.lock(&self.reader)).map_err(|e| self.failed(&e))
    }

    fn owner(&self, site: &str, key: &str) -> Result<Option<String>, StoreError> {
        owner_of(&self.lock(&self.reader), site, key).map_err(|e| self.failed(&e))
    }

    fn claims(&self) -> Result<Vec<Claim>, StoreError> {
        let read = |row: &Row<'_>| Ok(Claim { site: row.get(0)?, key: row.get(1)?, owner: row.get(2)? });
        let sql = "SELECT site, key, owner FROM claim ORDER BY site, key";
        collect(&self.lock(&self.reader), sql, [], read).map_err(|e| self.failed(&e))
    }

    fn object(&self, digest: Digest) -> Result<Option<Object>, StoreError> {
        let reader = self.lock(&self.reader);
        let found = reader
            .prepare_cached("SELECT packed FROM object WHERE digest = ?1")
            .and_then(|mut statement| statement.query_row(params![digest.0], |row| row.get(0)).optional());
        found.map(|found| found.map(|packed| Object { digest, packed })).map_err(|e| self.failed(&e))
    }
}
