//! The views' file as a whole: opening it, where it ends, when it changes.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{AsOf, SiteId};
use jiff::Timestamp;
use journal::{Digest, Head};
use rusqlite::{Connection, params};

use crate::archive::Memo;
use crate::pool::Pool;
use crate::schema::{FORMAT, SCHEMA};
use crate::standing::Fixtures;
use crate::{Standing, ViewsError};

/// What pages ask for. Shared between threads; every call blocks on the disk at worst.
#[derive(Debug)]
pub struct Views {
    pub(crate) pool: Pool,
    epoch: AtomicU64,
    data_version: Mutex<(Connection, i64)>,
    /// Fixtures, and the epoch in which they were last found to be the newest.
    pub(crate) fixtures: Mutex<(u64, Arc<Fixtures>)>,
    pub(crate) memo: Memo,
}

impl Views {
    /// Opens the views' file, making it when it is not there or of another format.
    ///
    /// # Errors
    /// When the file cannot be made, read or written.
    pub fn open(path: &Path) -> Result<Self, ViewsError> {
        let pool = Pool::open(path)?;
        let format: i64 = pool.writer().pragma_query_value(None, "user_version", |row| row.get(0))?;
        let pool = match format {
            FORMAT => pool,
            0 => pool,
            _ => {
                drop(pool);
                remove(path)?;
                Pool::open(path)?
            }
        };
        if format != FORMAT {
            pool.writer().execute_batch(&format!("BEGIN IMMEDIATE;{SCHEMA}PRAGMA user_version = {FORMAT};COMMIT;"))?;
        }
        let watch = Connection::open(path)?;
        let version = watch.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(Self {
            pool,
            epoch: AtomicU64::new(1),
            data_version: Mutex::new((watch, version)),
            fixtures: Mutex::default(),
            memo: Memo::default(),
        })
    }

    /// A number that rises with every change of the views by this process, or by another one as far as
    /// [`Views::notice`] has seen. An answer from before the number rose may be stale.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.epoch.load(Ordering::Acquire)
    }

    pub(crate) fn advance(&self) {
        self.epoch.fetch_add(1, Ordering::AcqRel);
    }

    /// Looks whether another process changed the file since the last look; costs microseconds.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notice(&self) -> Result<bool, ViewsError> {
        let mut watch = self.data_version.lock().unwrap_or_else(PoisonError::into_inner);
        let (connection, seen) = &mut *watch;
        let version: i64 = connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        let changed = version != *seen;
        if changed {
            *seen = version;
            self.advance();
        }
        Ok(changed)
    }

    /// Up to where the journal has been folded.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn folded(&self) -> Result<Head, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT seq, hash FROM folded";
        Ok(reader.prepare_cached(sql)?.query_row([], |row| Ok(Head { seq: row.get(0)?, hash: Digest(row.get(1)?) }))?)
    }

    /// The sites there are, in the order in which they were founded.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sites(&self) -> Result<Vec<SiteId>, ViewsError> {
        Ok(self.fixtures()?.order.clone())
    }

    /// The standing parts of the site as at the instant; nothing when there is no such site.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn standing(&self, as_of: &AsOf) -> Result<Option<Standing>, ViewsError> {
        Ok(self.fixtures()?.at(as_of))
    }

    /// The next instant after the question's at which anything public changes on the site: a release, a withdrawal, a
    /// banner's end. Home-zone midnight and the minutes of clocks are the page's own affair.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_change(&self, as_of: &AsOf) -> Result<Option<Timestamp>, ViewsError> {
        let instant = as_of.instant.as_microsecond();
        let reader = self.pool.reader()?;
        let mut earliest = self.fixtures()?.next_change(as_of).map(Timestamp::as_microsecond);
        for column in ["from_us", "to_us"] {
            let sql = format!(
                "SELECT min({column}) FROM shown WHERE site = ?1 AND {column} > ?2 AND {column} < 9223372036854775807"
            );
            let found: Option<i64> =
                reader.prepare_cached(&sql)?.query_row(params![as_of.site.as_str(), instant], |row| row.get(0))?;
            earliest = earliest.into_iter().chain(found).min();
        }
        Ok(earliest.and_then(|micros| Timestamp::from_microsecond(micros).ok()))
    }

    /// The instant from which the site has anything public to show; before it there was no site.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn beginning(&self, site: &SiteId) -> Result<Option<Timestamp>, ViewsError> {
        let reader = self.pool.reader()?;
        let first: Option<i64> = reader
            .prepare_cached("SELECT min(from_us) FROM shown WHERE site = ?1")?
            .query_row(params![site.as_str()], |row| row.get(0))?;
        let founded = self.fixtures()?.beginning(site).map(Timestamp::as_microsecond);
        Ok(first.into_iter().chain(founded).min().and_then(|micros| Timestamp::from_microsecond(micros).ok()))
    }

    fn fixtures(&self) -> Result<Arc<Fixtures>, ViewsError> {
        // The epoch is read before the table: a change in between makes the next question look again.
        let epoch = self.epoch();
        let mut kept = self.fixtures.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != epoch {
            let reader = self.pool.reader()?;
            let newest: Option<u64> =
                reader.prepare_cached("SELECT max(seq) FROM fixture")?.query_row([], |row| row.get(0))?;
            if kept.1.newest != newest {
                kept.1 = Arc::new(Fixtures::load(&reader, newest)?);
            }
            kept.0 = epoch;
        }
        Ok(Arc::clone(&kept.1))
    }
}

/// Deletes the views' file with its side files.
fn remove(path: &Path) -> Result<(), ViewsError> {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(ViewsError::Database(rusqlite::Error::InvalidPath(name.into())));
            }
            _ => {}
        }
    }
    Ok(())
}
