//! Connections to the views' file: one that writes, several that read.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::ViewsError;

/// How long a fold waits for another process that folds the same file.
const BUSY_WAIT: Duration = Duration::from_secs(20);
/// Memory for the pages of the connection that folds, in KiB; taken as it fills. Editions arrive in no order, so folding
/// 100,000 messages touches some 90 MB of pages again and again.
const WRITER_CACHE_KIB: u32 = 96 * 1_024;
/// Pages of 4 kB that the log takes up before they move to the file: 64 MB, so that a page which many folds change is
/// moved once.
const CHECKPOINT_PAGES: u32 = 16_000;
/// Reading connections kept open: more than the cores there are bring nothing.
const READERS_KEPT: usize = 8;
/// Compiled statements kept per connection: every question has its own few.
const STATEMENTS_KEPT: usize = 64;

/// The connections.
#[derive(Debug)]
pub(crate) struct Pool {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

/// A reading connection on loan.
pub(crate) struct Reader<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
}

impl Pool {
    pub(crate) fn open(path: &Path) -> Result<Self, ViewsError> {
        let writer = connect(path)?;
        // Views are disposable, so a commit need not wait for the disk: WAL with NORMAL never leaves a torn file,
        // at worst the last commits are missing after power loss, and they fold again from the journal.
        writer.execute_batch(&format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -{WRITER_CACHE_KIB}; PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES};"
        ))?;
        Ok(Self { path: path.to_owned(), writer: Mutex::new(writer), readers: Mutex::new(Vec::new()) })
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        // A panic under the lock rolled its transaction back when it unwound; the connection is sound.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reader(&self) -> Result<Reader<'_>, ViewsError> {
        let kept = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match kept {
            Some(connection) => connection,
            None => {
                let connection = connect(&self.path)?;
                connection.execute_batch("PRAGMA query_only = 1; PRAGMA cache_size = -8000;")?;
                connection
            }
        };
        Ok(Reader { pool: self, connection: Some(connection) })
    }
}

fn connect(path: &Path) -> Result<Connection, ViewsError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_WAIT)?;
    // Without it every statement on a table with a partial index is compiled anew whenever a parameter changes.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

impl Deref for Reader<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("the connection is taken only when the loan ends")
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let mut kept = self.pool.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(connection) = self.connection.take().filter(|_| kept.len() < READERS_KEPT) {
            kept.push(connection);
        }
    }
}
