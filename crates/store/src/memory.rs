//! A home in memory: for tests and for commands that only try something out.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use journal::{Digest, Entry, Head};

use crate::memory_records::Rooms;
use crate::{AppendError, Batch, Claim, Home, Object, StoreError};

/// A home that is gone when it is dropped; "durable" means until then.
#[derive(Debug, Default)]
pub struct MemoryHome(Mutex<Inner>, Mutex<Rooms>);

#[derive(Debug, Default)]
struct Inner {
    entries: Vec<Entry>,
    streams: HashMap<(String, String), Vec<usize>>,
    claims: BTreeMap<(String, String), String>,
    objects: HashMap<Digest, Vec<u8>>,
}

impl MemoryHome {
    /// An empty home.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn rooms(&self) -> MutexGuard<'_, Rooms> {
        // Each change is one insertion or removal, so a panic cannot have left one half done.
        self.1.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // A panic while the lock was held cannot have left a batch half applied: checks come before changes.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn check(&self, batch: &Batch) -> Result<(), AppendError> {
        let mut next: HashMap<(&str, &str), u32> = HashMap::new();
        for draft in &batch.drafts {
            let stored = self.streams.get(&(draft.site.clone(), draft.stream.clone())).map_or(0, Vec::len);
            let version =
                next.entry((&draft.site, &draft.stream)).or_insert_with(|| u32::try_from(stored).unwrap_or(u32::MAX));
            *version += 1;
            if *version != draft.version {
                return Err(AppendError::Conflict { stream: draft.stream.clone() });
            }
        }
        let mut claimed = self.claims.clone();
        for Claim { site, key, owner } in &batch.claims {
            let holder = claimed.entry((site.clone(), key.clone())).or_insert_with(|| owner.clone());
            if holder != owner {
                return Err(AppendError::Taken { key: key.clone(), owner: holder.clone() });
            }
        }
        Ok(())
    }

    fn head(&self) -> Head {
        self.entries.last().map_or(Head::EMPTY, |entry| Head { seq: entry.seq, hash: entry.hash })
    }
}

impl Home for MemoryHome {
    fn append(&self, batch: Batch) -> Result<Vec<Entry>, AppendError> {
        let mut inner = self.inner();
        inner.check(&batch)?;
        let mut appended = Vec::with_capacity(batch.drafts.len());
        for draft in batch.drafts {
            let entry = inner.head().follow(draft);
            let key = (entry.draft.site.clone(), entry.draft.stream.clone());
            let place = inner.entries.len();
            inner.streams.entry(key).or_default().push(place);
            inner.entries.push(entry.clone());
            appended.push(entry);
        }
        for Claim { site, key, owner } in batch.claims {
            inner.claims.insert((site, key), owner);
        }
        for object in batch.objects {
            inner.objects.entry(object.digest).or_insert(object.packed);
        }
        for digest in batch.forget {
            inner.objects.remove(&digest);
        }
        Ok(appended)
    }

    fn read(&self, after: u64, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let skip = usize::try_from(after).unwrap_or(usize::MAX);
        Ok(self.inner().entries.iter().skip(skip).take(limit).cloned().collect())
    }

    fn read_stream(&self, site: &str, stream: &str) -> Result<Vec<Entry>, StoreError> {
        let inner = self.inner();
        let places = inner.streams.get(&(site.to_owned(), stream.to_owned()));
        Ok(places.into_iter().flatten().map(|place| inner.entries[*place].clone()).collect())
    }

    fn head(&self) -> Result<Head, StoreError> {
        Ok(self.inner().head())
    }

    fn owner(&self, site: &str, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.inner().claims.get(&(site.to_owned(), key.to_owned())).cloned())
    }

    fn claims(&self) -> Result<Vec<Claim>, StoreError> {
        let inner = self.inner();
        let claim = |((site, key), owner): (&(String, String), &String)| Claim {
            site: site.clone(),
            key: key.clone(),
            owner: owner.clone(),
        };
        Ok(inner.claims.iter().map(claim).collect())
    }

    fn object(&self, digest: Digest) -> Result<Option<Object>, StoreError> {
        Ok(self.inner().objects.get(&digest).map(|packed| Object { digest, packed: packed.clone() }))
    }
}
