//! Who keeps the index up with the views.
//!
//! MAIN is brought up first and committed, then PENDING, then both are shown to readers together; so nobody sees a text in
//! neither of them.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use domain::SiteId;
use jiff::Timestamp;
use tantivy::TantivyError;
use tantivy::directory::error::OpenReadError;
use views::{EditionKey, Views};

use crate::analysis::Analyser;
use crate::follow::{Documents, Mark, documents, key_term, mark};
use crate::generations::{Found, Generations, discard};
use crate::index::{Main, Pending, Spot};
use crate::schema::Fields;
use crate::state::{Fitness, Head};
use crate::{Search, SearchError};

/// Editions looked at before anything else gets a chance.
const BATCH: usize = 500;

/// Bytes of words after which a building index is committed, so that readers find what is there and a crash loses little: a few
/// seconds' work. The first commits come sooner, growing with what there is.
const COMMIT_BYTES_MAX: usize = 160_000_000;
const COMMIT_BYTES_MIN: usize = 8_000_000;

/// Failures in a row after which an index is taken for damaged, whatever the error says.
const FAILURES_MAX: u32 = 3;

/// The writing side of the index.
pub(crate) struct Follower {
    generations: Generations,
    /// What readers have. Absent until a folder can be made.
    serving: Option<Work>,
    /// What is built to take its place.
    building: Option<Work>,
    waiting: Waiting,
    pending: Pending,
    analyser: Analyser,
    /// Whether `building` was being worked on when something failed.
    is_building: bool,
    failures: u32,
    rest: u32,
}

/// MAIN with what is not committed yet.
struct Work {
    main: Main,
    /// Editions put in or taken out since the last commit.
    fresh: HashSet<String>,
    /// Bytes of words put in since the last commit, and before.
    unwritten: usize,
    written: usize,
}

/// What is shown after the last look, from which PENDING is made.
#[derive(Default)]
struct Waiting {
    /// Up to where in the journal, and as at which instant; nothing before the first look.
    seen: Option<(u64, Timestamp)>,
    editions: BTreeMap<EditionKey, Vec<(Mark, Documents)>>,
}

impl Follower {
    /// Opens what there is.
    pub(crate) fn start(
        generations: Generations,
        fields: &Fields,
        views: &Views,
        site: &SiteId,
    ) -> Result<Self, SearchError> {
        let Found { serving, building } = generations.find(fields, site, &Head::of(views)?);
        Ok(Self {
            generations,
            serving: serving.map(Work::new),
            building: building.map(Work::new),
            waiting: Waiting::default(),
            pending: Pending::of(vec![], vec![])?,
            analyser: Analyser::new(),
            is_building: false,
            failures: 0,
            rest: 0,
        })
    }

    /// What readers have.
    pub(crate) fn serving(&self) -> Option<&Main> {
        self.serving.as_ref().map(|work| &work.main)
    }

    /// Notes how far the index has got.
    pub(crate) fn note_progress(&self, search: &Search) -> Result<(), SearchError> {
        match self.serving() {
            Some(main) if main.payload.complete && main.fitness == Fitness::Good => search.progress.ready(),
            serving => {
                let taken =
                    self.building.as_ref().map(|work| &work.main).or(serving).map_or(0, |main| main.payload.taken);
                search.progress.building(taken, search.views.edition_count()?);
            }
        }
        Ok(())
    }

    /// One look: brings everything up with the views. True if anything changed.
    pub(crate) fn step(&mut self, search: &Search, now: Timestamp) -> Result<bool, SearchError> {
        if self.rest > 0 {
            self.rest -= 1;
            return Ok(false);
        }
        let mut changed = self.set_out(search)?;
        if self.waiting.seen.is_none() {
            // Before a long building, so that what is released meanwhile is found.
            self.await_to_come(search, now)?;
        }
        changed |= self.follow(search, now)?;
        while self.building.is_some() && !search.is_stopped() {
            changed = true;
            self.build(search, now)?;
            self.follow(search, now)?;
        }
        changed |= self.await_to_come(search, now)?;
        if let Some(work) = &mut self.serving {
            let merged = work.main.refresh()?;
            if changed || merged {
                search.show(work.main.searcher(), &self.pending);
            }
        }
        self.note_progress(search)?;
        self.failures = 0;
        Ok(changed)
    }

    /// Sees to it that there is an index that can be followed. True if there was none.
    fn set_out(&mut self, search: &Search) -> Result<bool, SearchError> {
        self.is_building = false;
        let head = Head::of(&search.views)?;
        if let Some(Work { main, .. }) = &mut self.serving {
            let was_met = search.take_damaged();
            if was_met || !main.check() || main.payload.fitness(&head) == Fitness::Stale {
                main.fitness = Fitness::Stale;
            }
        }
        if let Some(mut work) = self.building.take() {
            if work.main.check() && work.main.payload.fitness(&head) == Fitness::Good {
                self.building = Some(work);
            } else {
                discard(work.main);
            }
        }
        let is_sound = self.serving().is_some_and(|main| main.fitness == Fitness::Good);
        if is_sound || self.building.is_some() {
            return Ok(false);
        }
        tracing::info!(site = search.site.as_str(), "a search index is built");
        let fresh = Work::new(self.generations.create(&search.fields, &search.site)?);
        match self.serving {
            // Without anything older, what is found so far is shown while it is built.
            None => self.serving = Some(fresh),
            Some(_) => self.building = Some(fresh),
        }
        Ok(true)
    }

    /// Brings the index that readers have up with the views, showing them what is there after each commit.
    fn follow(&mut self, search: &Search, now: Timestamp) -> Result<bool, SearchError> {
        self.is_building = false;
        let Some(work) = self.serving.as_mut().filter(|work| work.main.fitness == Fitness::Good) else {
            return Ok(false);
        };
        let mut changed = false;
        while !search.is_stopped() {
            let committed = work.written;
            let Advance { more, touched } = work.advance(search, now, &mut self.analyser)?;
            changed |= touched;
            if !more {
                break;
            }
            if work.written != committed {
                search.show(work.main.searcher(), &self.pending);
            }
            if !work.main.payload.complete {
                search.progress.building(work.main.payload.taken, search.views.edition_count()?);
            }
        }
        work.settle(search, changed)?;
        Ok(changed)
    }

    /// Goes on with the index that is built beside, and puts it in place once it is complete.
    fn build(&mut self, search: &Search, now: Timestamp) -> Result<(), SearchError> {
        let Some(work) = &mut self.building else { return Ok(()) };
        self.is_building = true;
        let Advance { more, .. } = work.advance(search, now, &mut self.analyser)?;
        search.progress.building(work.main.payload.taken, search.views.edition_count()?);
        if more {
            return Ok(());
        }
        work.settle(search, true)?;
        search.show(work.main.searcher(), &self.pending);
        let old = std::mem::replace(&mut self.serving, self.building.take());
        if let Some(old) = old {
            discard(old.main);
        }
        Ok(())
    }

    /// Makes PENDING anew if what is still to come is not what it was. True if it is not.
    fn await_to_come(&mut self, search: &Search, now: Timestamp) -> Result<bool, SearchError> {
        let Search { views, site, fields, .. } = search;
        let head = Head::of(views)?;
        let seen = self.waiting.seen;
        if let Some((seq, then)) = seen
            && seq == head.seq
            && (then == now || views.editions_turning(site, then.min(now), then.max(now))?.is_empty())
        {
            return Ok(false);
        }
        let touched: HashSet<EditionKey> = match seen {
            Some((seq, _)) => views.changed_editions(seq, usize::MAX >> 1)?.into_iter().map(|(_, key)| key).collect(),
            None => HashSet::new(),
        };
        let mut kept = std::mem::take(&mut self.waiting.editions);
        let mut anew = BTreeMap::new();
        let mut changed = false;
        for key in views.editions_turning(site, now, Timestamp::MAX)? {
            let before = kept.remove(&key);
            let is_known = seen.is_some_and(|(_, then)| then <= now) && !touched.contains(&key);
            let mut stretches = match (&before, is_known) {
                (Some(before), true) => before.clone(),
                _ => read_waiting(views, fields, &key, now, &mut self.analyser)?,
            };
            stretches.retain(|(mark, _)| mark.from > now.as_microsecond());
            let marks = |of: &[(Mark, Documents)]| of.iter().map(|(mark, _)| mark.clone()).collect::<Vec<_>>();
            changed |= before.as_deref().map(marks).unwrap_or_default() != marks(&stretches);
            if !stretches.is_empty() {
                anew.insert(key, stretches);
            }
        }
        changed |= !kept.is_empty();
        if changed {
            let starts =
                anew.iter().flat_map(|(key, stretches)| stretches.iter().map(|(mark, _)| (mark.from, key.clone())));
            let documents = anew.values().flatten().flat_map(|(_, documents)| documents.documents.iter().cloned());
            self.pending = Pending::of(starts.collect(), documents.collect())?;
        }
        self.waiting = Waiting { seen: Some((head.seq, now)), editions: anew };
        Ok(changed)
    }

    /// Waits until no merge is under way in the index that readers have.
    pub(crate) fn finish_merging(&mut self) -> Result<(), SearchError> {
        self.serving.as_mut().map_or(Ok(()), |work| Ok(work.main.finish_merging()?))
    }

    /// After a failure: opens the index again from its last commit, or gives it up where it is damaged or failed repeatedly.
    pub(crate) fn fail(&mut self, error: &SearchError) {
        self.failures = self.failures.saturating_add(1);
        self.rest = (1_u32 << self.failures.min(10)).saturating_sub(2).min(Search::REST_MAX);
        let SearchError::Index(error) = error else { return };
        let is_lost = is_damage(error) || self.failures.is_multiple_of(FAILURES_MAX);
        let slot = if self.is_building { &mut self.building } else { &mut self.serving };
        let Some(work) = slot else { return };
        if !is_lost && work.revive().is_ok() {
            return;
        }
        // Readers keep what they were shown last until another index takes its place.
        if self.is_building || matches!(work.main.spot, Spot::Memory) {
            slot.take().into_iter().for_each(|work| discard(work.main));
        } else {
            work.main.fitness = Fitness::Stale;
        }
    }
}

/// Whether the index itself is at fault, and not the disk or memory under it.
fn is_damage(error: &TantivyError) -> bool {
    matches!(
        error,
        TantivyError::DataCorruption(_)
            | TantivyError::IncompatibleIndex(_)
            | TantivyError::InternalError(_)
            | TantivyError::DeserializeError(_)
            | TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(_) | OpenReadError::IncompatibleIndex(_))
    )
}

/// The documents of what an edition shows after `now`.
fn read_waiting(
    views: &Arc<Views>,
    fields: &Fields,
    key: &EditionKey,
    now: Timestamp,
    analyser: &mut Analyser,
) -> Result<Vec<(Mark, Documents)>, SearchError> {
    let stretches = views.stretches(key)?;
    let to_come = stretches.iter().filter(|stretch| stretch.from > now);
    // Its end counts here, since whoever looks so far ahead may see it.
    let marked = to_come.map(|stretch| (mark(stretch, Timestamp::MAX), stretch));
    Ok(marked.map(|(mark, stretch)| (mark.clone(), documents(fields, key, stretch, &mark, analyser))).collect())
}

/// How far a batch went.
struct Advance {
    /// Whether there is more to take in.
    more: bool,
    /// Whether the index is other than before.
    touched: bool,
}

impl Work {
    fn new(main: Main) -> Self {
        Self { main, fresh: HashSet::new(), unwritten: 0, written: 0 }
    }

    /// Takes in a batch of what the views show otherwise.
    fn advance(&mut self, search: &Search, now: Timestamp, analyser: &mut Analyser) -> Result<Advance, SearchError> {
        let Search { views, site, .. } = search;
        let mut touched = false;
        let then = Timestamp::from_microsecond(self.main.payload.now).unwrap_or(Timestamp::MIN);
        if then != now {
            if self.main.payload.seq > 0 {
                // Clocks are set back at times; then what had been released is to come again.
                for key in views.editions_turning(site, then.min(now), then.max(now))? {
                    touched |= self.take(search, &key, now, analyser)?;
                }
            }
            self.main.payload.now = now.as_microsecond();
        }
        let head = Head::of(views)?;
        let changed = views.changed_editions(self.main.payload.seq, BATCH)?;
        let Some((last, _)) = changed.last() else {
            self.main.payload.reach(&head, now);
            return Ok(Advance { more: false, touched });
        };
        for (_, key) in &changed {
            if key.site == *site {
                touched |= self.take(search, key, now, analyser)?;
            }
            self.main.payload.taken += 1;
        }
        self.main.payload.pass(*last);
        let enough = self.written.clamp(COMMIT_BYTES_MIN, COMMIT_BYTES_MAX);
        if self.unwritten >= enough {
            self.commit()?;
        }
        Ok(Advance { more: true, touched })
    }

    /// Takes in what an edition has shown up to `now`; true if the index had something else.
    fn take(
        &mut self,
        search: &Search,
        key: &EditionKey,
        now: Timestamp,
        analyser: &mut Analyser,
    ) -> Result<bool, SearchError> {
        let term = key_term(key);
        if self.fresh.contains(&term) {
            self.commit()?;
        }
        let stretches = search.views.stretches(key)?;
        let shown = stretches.iter().filter(|stretch| stretch.from <= now);
        let mut shown: Vec<_> = shown.map(|stretch| (mark(stretch, now), stretch)).collect();
        shown.sort_by(|(one, _), (other, _)| one.cmp(other));
        let had = self.main.marks(&term)?;
        if had.iter().eq(shown.iter().map(|(mark, _)| mark)) {
            // Documents that are the same are not written again: deleted ones would count in statistics, and so tell of a release
            // to come.
            return Ok(false);
        }
        if !had.is_empty() {
            self.main.delete(&term);
        }
        if had.iter().any(|had| shown.iter().all(|(mark, _)| mark.print != had.print)) {
            self.main.payload.erased.push(term.clone());
        }
        for (mark, stretch) in &shown {
            let made = documents(&search.fields, key, stretch, mark, analyser);
            self.unwritten += made.bytes;
            self.main.add(made)?;
        }
        self.fresh.insert(term);
        Ok(true)
    }

    fn commit(&mut self) -> Result<(), SearchError> {
        self.main.commit()?;
        self.fresh.clear();
        self.written += std::mem::take(&mut self.unwritten).max(1);
        Ok(())
    }

    /// Commits what is left and removes what was erased.
    fn settle(&mut self, search: &Search, changed: bool) -> Result<(), SearchError> {
        if changed || !self.fresh.is_empty() {
            self.commit()?;
        }
        if !self.main.payload.erased.is_empty() {
            self.main.purge()?;
            tracing::info!(site = search.site.as_str(), "erased text was removed from the search index");
        }
        Ok(())
    }

    /// Goes back to the last commit.
    fn revive(&mut self) -> Result<(), TantivyError> {
        self.fresh.clear();
        self.unwritten = 0;
        self.main.reopen()
    }
}

#[cfg(test)]
mod tests;
