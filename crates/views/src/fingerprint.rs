//! Comparing two sets of views.

use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use crate::schema::TABLES;
use crate::{Views, ViewsError};

impl Views {
    /// A digest of each table's content, independent of the file's history: equal for views that were folded along
    /// the way and views folded anew from the same journal.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn fingerprint(&self) -> Result<Vec<(&'static str, journal::Digest)>, ViewsError> {
        let reader = self.pool.reader()?;
        TABLES.iter().map(|(table, order)| Ok((*table, table_digest(&reader, table, order)?))).collect()
    }
}

fn table_digest(connection: &rusqlite::Connection, table: &str, order: &str) -> Result<journal::Digest, ViewsError> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut hasher = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            let (tag, bytes) = match row.get_ref(column)? {
                ValueRef::Null => (0u8, Vec::new()),
                ValueRef::Integer(number) => (1, number.to_be_bytes().to_vec()),
                ValueRef::Real(number) => (2, number.to_be_bytes().to_vec()),
                ValueRef::Text(text) => (3, text.to_vec()),
                ValueRef::Blob(blob) => (4, blob.to_vec()),
            };
            hasher.update([tag]);
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        }
    }
    Ok(journal::Digest(hasher.finalize().into()))
}
