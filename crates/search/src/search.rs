//! The index as a whole: opening it, following the views, what readers search.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use domain::SiteId;
use jiff::Timestamp;
use tantivy::{Searcher, TantivyError};
use views::{EditionKey, Views};

use crate::follower::Follower;
use crate::generations::Generations;
use crate::index::Pending;
use crate::schema::Fields;
use crate::state::Progress;
use crate::{SearchError, State};

/// The search index of one site. Shared between threads: reading never waits for writing.
pub struct Search {
    pub(crate) views: Arc<Views>,
    pub(crate) site: SiteId,
    pub(crate) fields: Fields,
    readers: RwLock<Arc<Readers>>,
    follower: Mutex<Follower>,
    pub(crate) progress: Progress,
    damaged: AtomicBool,
    stopped: AtomicBool,
}

/// What is searched: a picture of the index that does not change.
pub(crate) struct Readers {
    /// What is or was shown by the last look. Only it lends statistics, terms and spelling.
    pub main: Searcher,
    /// What begins to be shown later than that.
    pub pending: Searcher,
    /// When the editions of `pending` begin to show something, in microseconds since 1970, earliest first. Whoever asks for a
    /// later instant leaves out what `main` has of such an edition.
    pub starts: Vec<(i64, EditionKey)>,
    /// The fields of both.
    pub fields: Fields,
}

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search").field("site", &self.site).field("state", &self.state()).finish_non_exhaustive()
    }
}

impl Search {
    /// Opens the index of a site in its folder (`derived/search` of the site's directory). Nothing is built here: what is there
    /// already answers at once, and [`Search::catch_up`] does the rest. What cannot be used is put aside and built anew; where
    /// not even a folder can be made, the index is empty, says that it is catching up, and tries again with each call of
    /// [`Search::catch_up`].
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn open(dir: &Path, views: Arc<Views>, site: SiteId) -> Result<Self, SearchError> {
        Self::with(Generations::below(dir), views, site)
    }

    /// An index in memory, for tests and small tools.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn in_memory(views: Arc<Views>, site: SiteId) -> Result<Self, SearchError> {
        Self::with(Generations::in_memory(), views, site)
    }

    fn with(generations: Generations, views: Arc<Views>, site: SiteId) -> Result<Self, SearchError> {
        let (fields, _) = Fields::new();
        let follower = Follower::start(generations, &fields, &views, &site)?;
        let pending = Pending::of(vec![], vec![])?;
        let main = follower.serving().map_or_else(|| pending.searcher.clone(), |serving| serving.searcher());
        let readers = Readers { main, pending: pending.searcher, starts: pending.starts, fields };
        let search = Self {
            fields,
            readers: RwLock::new(Arc::new(readers)),
            progress: Progress::default(),
            damaged: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
            views,
            site,
            follower: Mutex::new(follower),
        };
        search.lock().note_progress(&search)?;
        Ok(search)
    }

    /// Takes in what the views show otherwise than the index, as at `now`; true if anything did change. A new index is built whole
    /// in one call; those who read meanwhile get what is there. One thread calls this every 200 ms. After failures it does
    /// nothing for a number of calls that doubles up to [`Search::REST_MAX`].
    ///
    /// # Errors
    /// When views or index cannot be read or written. What answered before goes on answering.
    pub fn catch_up(&self, now: Timestamp) -> Result<bool, SearchError> {
        let mut follower = self.lock();
        // The library answers some kinds of damage with a panic; the thread that follows must outlive it.
        let outcome = catch_unwind(AssertUnwindSafe(|| follower.step(self, now))).unwrap_or_else(|_| {
            Err(TantivyError::InternalError("a damaged index made the library panic".to_owned()).into())
        });
        outcome.inspect_err(|error| follower.fail(error))
    }

    /// Most calls of [`Search::catch_up`] that are passed over after repeated failures: half a minute at five a second.
    pub const REST_MAX: u32 = 150;

    /// How far the index has got.
    #[must_use]
    pub fn state(&self) -> State {
        self.progress.state()
    }

    /// Waits until the segments of a new index are merged, which is otherwise done in the background: for programs that build
    /// an index and end.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn finish_merging(&self) -> Result<(), SearchError> {
        self.lock().finish_merging()
    }

    /// Asks a building that is under way to stop at the next convenient place; the next start goes on from there.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    /// Says that reading met damage: the next [`Search::catch_up`] builds another index, while this one answers what it can.
    pub(crate) fn damaged(&self) {
        if !self.damaged.swap(true, Ordering::AcqRel) {
            tracing::warn!(site = self.site.as_str(), "the search index is damaged and is built anew");
        }
    }

    /// Whether damage was met since this was last asked.
    pub(crate) fn take_damaged(&self) -> bool {
        self.damaged.swap(false, Ordering::AcqRel)
    }

    /// What is searched now.
    pub(crate) fn readers(&self) -> Arc<Readers> {
        Arc::clone(&self.readers.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows readers another picture.
    pub(crate) fn show(&self, main: Searcher, pending: &Pending) {
        let readers =
            Readers { main, pending: pending.searcher.clone(), starts: pending.starts.clone(), fields: self.fields };
        *self.readers.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(readers);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Follower> {
        self.follower.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
