//! The two parts of the index: MAIN in a folder, PENDING in memory.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use domain::SiteId;
use tantivy::collector::DocSetCollector;
use tantivy::directory::error::OpenReadError;
use tantivy::directory::{MmapDirectory, RamDirectory};
use tantivy::index::SegmentId;
use tantivy::indexer::{IndexWriterOptions, UserOperation};
use tantivy::merge_policy::{LogMergePolicy, MergePolicy, NoMergePolicy};
use tantivy::query::TermQuery;
use tantivy::schema::document::Document;
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::store::Compressor;
use tantivy::{
    Index, IndexBuilder, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, TantivyError,
};

use crate::follow::{Documents, Mark};
use crate::schema::{Fields, tokenizers, what};
use crate::state::{Fitness, Head, Payload};

/// Threads that write segments; more would not be faster on the two cores that the numbers are promised for, as reading the views
/// takes a core of its own.
const WRITERS: usize = 2;

/// Memory in which each thread gathers a segment before it writes it out.
const SEGMENT_BYTES_MAX: usize = 40_000_000;

/// The same in memory, where indexes are small: the least that tantivy takes.
const SEGMENT_BYTES_IN_MEMORY: usize = 15_000_000;

/// Words that may wait to be written. Without this measure ten thousand documents would wait, whatever their size.
const WAITING_BYTES_MAX: usize = 12_000_000;

/// How long a document waits for room. A writer that died takes none, and adding to it then says so.
const ROOM_WAIT: Duration = Duration::from_secs(5);

/// Bytes of files whose checksums are compared in one go, so that following never waits long for it.
const CHECKED_BYTES: u64 = 64_000_000;

/// Segments from which on an index that was built in one go is merged into one: each has a dictionary of its own, and short
/// lists of documents take twice the room.
const SEGMENTS_MAX: usize = 8;

/// Deleted documents, out of all of a segment, from which on it is merged: they count in statistics until then.
const DELETED_SHARE_MAX: f32 = 0.1;

/// Where an index is.
#[derive(Debug, Clone)]
pub(crate) enum Spot {
    /// In a folder of its own.
    Folder(PathBuf),
    /// In memory.
    Memory,
}

/// MAIN: what is or was shown by the last instant at which it was followed.
pub(crate) struct Main {
    pub spot: Spot,
    pub payload: Payload,
    /// Whether it can be followed; one that cannot answers until another is built.
    pub fitness: Fitness,
    index: Index,
    reader: IndexReader,
    /// Absent only while it is exchanged.
    writer: Option<IndexWriter<Metered>>,
    room: Arc<Room>,
    key: Field,
    /// Whether it is built in one go. Until then the writer merges nothing by itself: each text would be written several times.
    is_bulk: bool,
    /// Files whose checksums are still to be compared.
    unchecked: Vec<PathBuf>,
}

/// Why a folder cannot be used.
#[derive(Debug)]
pub(crate) enum Unusable {
    /// It is damaged, of another format or none: it is removed.
    Damaged,
    /// Somebody else writes it: it is left alone.
    Locked,
}

impl Main {
    /// Makes an index that has nothing yet.
    pub(crate) fn create(spot: Spot, fields: &Fields, site: &SiteId) -> Result<Self, TantivyError> {
        let Spot::Folder(path) = &spot else {
            return Self::with(Spot::Memory, builder().create_in_ram()?, Payload::new(site.as_str()), fields);
        };
        std::fs::create_dir_all(path)?;
        let made = builder().create_in_dir(path).and_then(|index| {
            let mut main = Self::with(spot.clone(), index, Payload::new(site.as_str()), fields)?;
            main.commit()?;
            Ok(main)
        });
        // Where the disk is full this is tried again and again, and each time would leave a folder.
        made.inspect_err(|_| drop(std::fs::remove_dir_all(path)))
    }

    /// Opens the index in a folder. Whether its files are sound is found out later, by [`Main::check`].
    pub(crate) fn open(path: &Path, fields: &Fields, site: &SiteId, head: &Head) -> Result<Self, Unusable> {
        let damaged = |_| Unusable::Damaged;
        let mut index = MmapDirectory::open(path)
            .map_err(|_| Unusable::Damaged)
            .and_then(|folder| Index::open(folder).map_err(damaged))?;
        index.set_tokenizers(tokenizers());
        if index.schema() != Fields::new().1 {
            return Err(Unusable::Damaged);
        }
        let said = index.load_metas().map_err(damaged)?.payload;
        let payload = said.and_then(|said| Payload::read(&said, site.as_str())).ok_or(Unusable::Damaged)?;
        let fitness = payload.fitness(head);
        let mut main =
            Self::with(Spot::Folder(path.to_owned()), index, payload, fields).map_err(|error| match error {
                TantivyError::LockFailure(..) => Unusable::Locked,
                _ => Unusable::Damaged,
            })?;
        main.fitness = fitness;
        // The list of segments is a managed file too, but is written without a checksum.
        let has_checksum = |file: &PathBuf| file.as_os_str() != "meta.json";
        main.unchecked = main.index.directory().list_managed_files().into_iter().filter(has_checksum).collect();
        Ok(main)
    }

    fn with(spot: Spot, index: Index, payload: Payload, fields: &Fields) -> Result<Self, TantivyError> {
        // The writer comes first: whoever has it is alone in the folder.
        let is_bulk = !payload.complete || index.searchable_segment_ids()?.len() > SEGMENTS_MAX;
        let writer = writer(&index, &spot, is_bulk)?;
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).doc_store_cache_num_blocks(0).try_into()?;
        let (room, key) = (Arc::default(), fields.key);
        Ok(Self {
            spot,
            payload,
            fitness: Fitness::Good,
            index,
            reader,
            writer: Some(writer),
            room,
            key,
            is_bulk,
            unchecked: vec![],
        })
    }

    /// What readers search.
    pub(crate) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// Merges an index that was built in one go, and loads what merging in the background has made of the segments; says whether
    /// it is anything new. Without it, readers would keep the merged segments' space.
    pub(crate) fn refresh(&mut self) -> Result<bool, TantivyError> {
        let mut segments = self.index.searchable_segment_ids()?;
        if self.payload.complete && self.is_bulk {
            self.unite(&segments);
        }
        segments.sort_unstable();
        if self.searcher().generation().segments().keys().eq(segments.iter()) {
            return Ok(false);
        }
        self.reader.reload()?;
        Ok(true)
    }

    /// Has the segments of an index that is complete merged into one, once.
    fn unite(&mut self, segments: &[SegmentId]) {
        let Some(writer) = &mut self.writer else { return };
        if segments.len() > SEGMENTS_MAX {
            // Nobody waits for it. Where it fails, for want of room on the disk, the next start tries again.
            drop(writer.merge(segments));
        }
        // From here on small segments are merged, those under way excepted.
        writer.set_merge_policy(merge_policy(false));
        self.is_bulk = false;
    }

    /// Waits until no merge is under way.
    pub(crate) fn finish_merging(&mut self) -> Result<(), TantivyError> {
        if let Some(writer) = self.writer.take() {
            writer.wait_merging_threads()?;
        }
        self.writer = Some(writer(&self.index, &self.spot, self.is_bulk)?);
        self.refresh().map(drop)
    }

    /// What the index has of an edition, as of the last commit.
    pub(crate) fn marks(&self, key: &str) -> Result<Vec<Mark>, TantivyError> {
        let term = Term::from_field_text(self.key, key);
        let searcher = self.searcher();
        if searcher.doc_freq(&term)? == 0 {
            return Ok(vec![]);
        }
        let mut marks = Vec::new();
        for found in searcher.search(&TermQuery::new(term, IndexRecordOption::Basic), &DocSetCollector)? {
            let fast = searcher.segment_reader(found.segment_ord).fast_fields();
            if fast.u64("what")?.first(found.doc_id) == Some(what::TURN) {
                continue;
            }
            let from = fast.i64("from_us")?.first(found.doc_id).unwrap_or(0);
            let to = fast.i64("to_us")?.first(found.doc_id).unwrap_or(0);
            marks.push(Mark { from, to, print: fast.u64("print")?.first(found.doc_id).unwrap_or(0) });
        }
        marks.sort_unstable();
        Ok(marks)
    }

    /// Takes everything of an edition out, with the next commit.
    pub(crate) fn delete(&self, key: &str) {
        if let Some(writer) = &self.writer {
            writer.delete_term(Term::from_field_text(self.key, key));
        }
    }

    /// Puts an edition's documents in, with the next commit, next to each other. Waits while too much waits to be written.
    pub(crate) fn add(&self, documents: Documents) -> Result<(), TantivyError> {
        let Some(writer) = &self.writer else { return Ok(()) };
        let place = Arc::new(self.room.take(documents.bytes));
        let metered = |document| UserOperation::Add(Metered { document, _place: Arc::clone(&place) });
        let together: Vec<_> = documents.documents.into_iter().map(metered).collect();
        writer.run(together).map(drop)
    }

    /// Makes durable what was put in and taken out, together with what the index says of itself, and shows it to readers.
    pub(crate) fn commit(&mut self) -> Result<(), TantivyError> {
        if let Some(writer) = &mut self.writer {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&self.payload.write());
            commit.commit()?;
        }
        self.reader.reload()
    }

    /// Opens the index again as it was committed last, after a writer failed.
    pub(crate) fn reopen(&mut self) -> Result<(), TantivyError> {
        self.writer = None;
        let said = self.index.load_metas()?.payload.unwrap_or_default();
        self.payload = Payload::read(&said, &self.payload.site)
            .ok_or_else(|| TantivyError::InternalError("no payload".to_owned()))?;
        self.room = Arc::default();
        self.writer = Some(writer(&self.index, &self.spot, self.is_bulk)?);
        self.reader.reload()
    }

    /// Writes anew the segments in which text of erased editions may still stand, and deletes the old ones. A crash before the end
    /// leaves the editions named in the commit, and the next start goes on.
    pub(crate) fn purge(&mut self) -> Result<(), TantivyError> {
        if self.payload.erased.is_empty() {
            return Ok(());
        }
        // Merges under way could carry the text on: they are waited for, and none begins until this is done.
        if let Some(writer) = self.writer.take() {
            writer.wait_merging_threads()?;
        }
        let mut writer = writer(&self.index, &self.spot, true)?;
        self.reader.reload()?;
        let terms: Vec<Term> = self.payload.erased.iter().map(|key| Term::from_field_text(self.key, key)).collect();
        for segment in self.searcher().segment_readers() {
            let keys = segment.inverted_index(self.key)?;
            let mut holds = false;
            for term in &terms {
                holds |= keys.doc_freq(term)? > 0;
            }
            if holds && segment.has_deletes() {
                writer.merge(&[segment.segment_id()]).wait()?;
            }
        }
        self.payload.erased.clear();
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&self.payload.write());
        commit.commit()?;
        self.reader.reload()?;
        writer.garbage_collect_files().wait()?;
        writer.set_merge_policy(merge_policy(self.is_bulk));
        self.writer = Some(writer);
        Ok(())
    }

    /// Compares checksums of some of the files that were there at the start; says whether they are sound so far.
    pub(crate) fn check(&mut self) -> bool {
        let mut checked = 0;
        while checked < CHECKED_BYTES {
            let Some(file) = self.unchecked.pop() else { break };
            match self.index.directory().validate_checksum(&file) {
                // Files of segments that were merged since are gone; a segment that lacks one does not open.
                Ok(true) | Err(OpenReadError::FileDoesNotExist(_)) => {}
                Ok(false) | Err(_) => return false,
            }
            if let Spot::Folder(folder) = &self.spot {
                checked += std::fs::metadata(folder.join(&file)).map_or(0, |found| found.len());
            }
        }
        true
    }
}

fn builder() -> IndexBuilder {
    let settings = IndexSettings {
        docstore_compression: Compressor::None,
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    };
    Index::builder().schema(Fields::new().1).settings(settings).tokenizers(tokenizers())
}

fn writer(index: &Index, spot: &Spot, is_bulk: bool) -> Result<IndexWriter<Metered>, TantivyError> {
    let options = IndexWriterOptions::builder().num_merge_threads(1);
    let options = match spot {
        Spot::Folder(_) => options.num_worker_threads(WRITERS).memory_budget_per_thread(SEGMENT_BYTES_MAX).build(),
        Spot::Memory => options.num_worker_threads(1).memory_budget_per_thread(SEGMENT_BYTES_IN_MEMORY).build(),
    };
    let writer = index.writer_with_options(options)?;
    writer.set_merge_policy(merge_policy(is_bulk));
    Ok(writer)
}

fn merge_policy(is_bulk: bool) -> Box<dyn MergePolicy> {
    if is_bulk {
        return Box::new(NoMergePolicy);
    }
    let mut policy = LogMergePolicy::default();
    policy.set_del_docs_ratio_before_merge(DELETED_SHARE_MAX);
    Box::new(policy)
}

/// PENDING: documents of what begins to be shown after the last instant of MAIN.
pub(crate) struct Pending {
    /// What begins when: edition and instant in microseconds, earliest first.
    pub starts: Vec<(i64, views::EditionKey)>,
    pub searcher: Searcher,
}

impl Pending {
    /// Makes the part anew; there is seldom more than a handful of texts in it.
    pub(crate) fn of(
        mut starts: Vec<(i64, views::EditionKey)>,
        documents: Vec<TantivyDocument>,
    ) -> Result<Self, TantivyError> {
        let index = if documents.is_empty() {
            builder().create_in_ram()?
        } else {
            let mut writer = builder().single_segment_index_writer(RamDirectory::create(), SEGMENT_BYTES_IN_MEMORY)?;
            for document in documents {
                writer.add_document(document)?;
            }
            writer.finalize()?
        };
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).doc_store_cache_num_blocks(0).try_into()?;
        starts.sort_unstable();
        Ok(Self { starts, searcher: reader.searcher() })
    }
}

/// Room for words that wait to be written.
#[derive(Debug, Default)]
struct Room {
    taken: Mutex<usize>,
    freed: Condvar,
}

impl Room {
    fn take(self: &Arc<Self>, bytes: usize) -> Place {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_timeout_while(taken, ROOM_WAIT, |taken| *taken > WAITING_BYTES_MAX);
        let (mut taken, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *taken += bytes;
        Place { room: Arc::clone(self), bytes }
    }
}

/// A document's share of the room, given back when it is written.
#[derive(Debug)]
struct Place {
    room: Arc<Room>,
    bytes: usize,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.room.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_sub(self.bytes);
        drop(taken);
        self.room.freed.notify_one();
    }
}

/// A document that takes up room until it is written.
#[derive(Debug)]
struct Metered {
    document: TantivyDocument,
    _place: Arc<Place>,
}

impl Document for Metered {
    type Value<'a> = <TantivyDocument as Document>::Value<'a>;
    type FieldsValuesIter<'a> = <TantivyDocument as Document>::FieldsValuesIter<'a>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        self.document.iter_fields_and_values()
    }
}
