//! The desk's records in memory.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::records::RECORD_BYTES_MAX;
use crate::{MemoryHome, Put, PutError, Record, Records, StoreError};

/// Records by room and key.
pub(crate) type Rooms = BTreeMap<(String, String), Record>;

fn place(room: &str, key: &str) -> (String, String) {
    (room.to_owned(), key.to_owned())
}

fn lives(record: &Record, now_us: i64) -> bool {
    record.expires_us.is_none_or(|expires| expires > now_us)
}

impl Records for MemoryHome {
    fn record(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError> {
        Ok(self.rooms().get(&place(room, key)).filter(|record| lives(record, now_us)).cloned())
    }

    fn records(&self, room: &str, prefix: &str, now_us: i64) -> Result<Vec<Record>, StoreError> {
        let rooms = self.rooms();
        let from = (Bound::Included(place(room, prefix)), Bound::Unbounded);
        let here = rooms.range(from).take_while(|((own, key), _)| own == room && key.starts_with(prefix));
        Ok(here.map(|(_, record)| record).filter(|record| lives(record, now_us)).cloned().collect())
    }

    fn put_all(&self, puts: &[Put<'_>]) -> Result<Vec<u64>, PutError> {
        if let Some(put) = puts.iter().find(|put| put.value.len() > RECORD_BYTES_MAX) {
            return Err(PutError::TooLarge(put.value.len()));
        }
        let mut rooms = self.rooms();
        // All changes are made on the side first, so that a refusal leaves everything as it was.
        let mut changed = Rooms::new();
        let mut revisions = Vec::with_capacity(puts.len());
        for put in puts {
            let at = place(put.room, put.key);
            let there = changed.get(&at).or_else(|| rooms.get(&at));
            let current = there.filter(|record| lives(record, put.now_us)).cloned();
            let revision = current.as_ref().map_or(0, |current| current.revision);
            if put.base.is_some_and(|base| base != revision) {
                return Err(PutError::Changed { current });
            }
            let (key, value) = (put.key.to_owned(), put.value.to_vec());
            let (changed_us, expires_us) = (put.now_us, put.expires_us);
            changed.insert(at, Record { key, revision: revision + 1, value, changed_us, expires_us });
            revisions.push(revision + 1);
        }
        rooms.extend(changed);
        Ok(revisions)
    }

    fn take(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError> {
        Ok(self.rooms().remove(&place(room, key)).filter(|record| lives(record, now_us)))
    }

    fn sweep(&self, now_us: i64) -> Result<u64, StoreError> {
        let mut rooms = self.rooms();
        let before = rooms.len();
        rooms.retain(|_, record| lives(record, now_us));
        Ok((before - rooms.len()) as u64)
    }
}
