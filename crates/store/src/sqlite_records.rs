//! The desk's records in the home's SQLite file.

use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};

use crate::records::RECORD_BYTES_MAX;
use crate::{Put, PutError, Record, Records, SqliteHome, StoreError};

const COLUMNS: &str = "key, revision, value, changed_us, expires_us";

fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        key: row.get(0)?,
        revision: row.get(1)?,
        value: row.get(2)?,
        changed_us: row.get(3)?,
        expires_us: row.get(4)?,
    })
}

fn find(connection: &Connection, room: &str, key: &str, now_us: i64) -> rusqlite::Result<Option<Record>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM record WHERE room = ?1 AND key = ?2 AND (expires_us IS NULL OR expires_us > ?3)"
        ))?
        .query_row(params![room, key, now_us], record)
        .optional()
}

fn write(connection: &Connection, put: &Put<'_>, revision: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO record (room, key, revision, changed_us, expires_us, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (room, key) DO UPDATE SET revision = ?3, changed_us = ?4, expires_us = ?5, value = ?6",
        )?
        .execute(params![put.room, put.key, revision, put.now_us, put.expires_us, put.value])
        .map(drop)
}

/// The smallest text that is greater than all that begin with `prefix`; nothing when there is none.
fn after_prefix(prefix: &str) -> Option<String> {
    let mut letters: Vec<char> = prefix.chars().collect();
    while let Some(last) = letters.pop() {
        // U+D7FF is followed by the surrogates, which are no characters.
        let next = if last == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

impl Records for SqliteHome {
    fn record(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError> {
        find(&self.lock(&self.reader), room, key, now_us).map_err(|error| self.failed(&error))
    }

    fn records(&self, room: &str, prefix: &str, now_us: i64) -> Result<Vec<Record>, StoreError> {
        let reader = self.lock(&self.reader);
        let end = after_prefix(prefix);
        let found = reader
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM record WHERE room = ?1 AND key >= ?2 AND (?3 IS NULL OR key < ?3)
                 AND (expires_us IS NULL OR expires_us > ?4) ORDER BY key"
            ))
            .and_then(|mut statement| statement.query_map(params![room, prefix, end, now_us], record)?.collect());
        found.map_err(|error| self.failed(&error))
    }

    fn put_all(&self, puts: &[Put<'_>]) -> Result<Vec<u64>, PutError> {
        if let Some(put) = puts.iter().find(|put| put.value.len() > RECORD_BYTES_MAX) {
            return Err(PutError::TooLarge(put.value.len()));
        }
        let mut writer = self.lock(&self.writer);
        let failed = |error: rusqlite::Error| PutError::Store(self.failed(&error));
        // Dropping the transaction on any early return rolls it back.
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let mut revisions = Vec::with_capacity(puts.len());
        for put in puts {
            let current = find(&transaction, put.room, put.key, put.now_us).map_err(failed)?;
            let revision = current.as_ref().map_or(0, |current| current.revision);
            if put.base.is_some_and(|base| base != revision) {
                return Err(PutError::Changed { current });
            }
            write(&transaction, put, revision + 1).map_err(failed)?;
            revisions.push(revision + 1);
        }
        transaction.commit().map_err(failed)?;
        Ok(revisions)
    }

    fn take(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError> {
        let writer = self.lock(&self.writer);
        let taken = writer
            .prepare_cached(&format!("DELETE FROM record WHERE room = ?1 AND key = ?2 RETURNING {COLUMNS}"))
            .and_then(|mut statement| statement.query_row(params![room, key], record).optional())
            .map_err(|error| self.failed(&error))?;
        Ok(taken.filter(|record| record.expires_us.is_none_or(|expires| expires > now_us)))
    }

    fn sweep(&self, now_us: i64) -> Result<u64, StoreError> {
        let writer = self.lock(&self.writer);
        let swept = writer
            .prepare_cached("DELETE FROM record WHERE expires_us IS NOT NULL AND expires_us <= ?1")
            .and_then(|mut statement| statement.execute(params![now_us]))
            .map_err(|error| self.failed(&error))?;
        Ok(swept as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::after_prefix;

    #[test]
    fn a_prefix_ends_before_the_next_text() {
        assert_eq!(after_prefix("ab/").as_deref(), Some("ab0"));
        assert_eq!(after_prefix("a\u{10ffff}").as_deref(), Some("b"));
        assert_eq!(after_prefix(""), None);
    }
}
