//! One pass over everything that has the words: what is seen and fits is counted, and the best of it kept.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use domain::AsOf;
use tantivy::query::{AllQuery, EnableScoring, Query as _, Scorer, Weight};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, DocSet as _, Searcher, TERMINATED};

use crate::conditions::Conditions;
use crate::facets::{Counting, SegmentTally, Tally};
use crate::query::{Part, Question};
use crate::score::Ranker;
use crate::search::Readers;
use crate::sieve::{BLOCK, Columns, Sieve};
use crate::{SearchError, Unit};

/// Best results whose ranks are refined. Later ones keep the rank of the first look, which seldom matters so far back.
const REFINED: usize = 200;
/// Documents with the words from which on several threads share the work; starting them takes as long as some thousands of
/// documents.
const SHARED_DOCS: u64 = 20_000;
/// Threads that share it at most: more would take the machine from other readers.
const THREADS_MAX: usize = 4;

/// What is asked of the index, whichever part.
pub(crate) struct Quest<'a> {
    pub as_of: &'a AsOf,
    pub question: &'a Question,
    pub conditions: &'a Conditions,
    pub unit: Unit,
    /// Whether the best come first, or the newest.
    pub is_ranked: bool,
    /// Whether results may lack words.
    pub is_relaxed: bool,
    /// How many results are kept.
    pub kept: usize,
    pub counting: Counting,
}

/// A result on its way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    pub score: f32,
    pub first_us: i64,
    pub seq: i64,
    pub order: u64,
    /// Whether it is in PENDING.
    pub is_pending: bool,
    pub segment: u32,
    pub doc: DocId,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    /// The better is the greater: by rank, then the newer, then the earlier turn.
    fn cmp(&self, other: &Self) -> Ordering {
        let age =
            |one: &Self| (one.first_us, one.seq, Reverse(one.order), Reverse((one.is_pending, one.segment, one.doc)));
        self.score.total_cmp(&other.score).then_with(|| age(self).cmp(&age(other)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What a pass gave.
#[derive(Debug, Default)]
pub(crate) struct Swept {
    pub tally: Tally,
    /// The best, best first.
    pub best: Vec<Candidate>,
}

/// Asks both parts of the index and joins what they give.
pub(crate) fn sweep(readers: &Readers, quest: &Quest<'_>) -> Result<Swept, SearchError> {
    let at = quest.as_of.instant.as_microsecond();
    // Usually everything in PENDING is still to come: then it is as if there were none.
    let begun: Vec<(String, String)> = readers
        .starts
        .iter()
        .take_while(|(start, _)| *start <= at)
        .map(|(_, edition)| (edition.message.as_str().to_owned(), edition.lang.as_str().to_owned()))
        .collect();
    let mut swept = Swept::default();
    sweep_part(readers, &readers.main, false, &begun, quest, &mut swept)?;
    if !begun.is_empty() {
        sweep_part(readers, &readers.pending, true, &[], quest, &mut swept)?;
    }
    swept.best.sort_by(|a, b| b.cmp(a));
    swept.best.truncate(quest.kept);
    Ok(swept)
}

fn sweep_part(
    readers: &Readers,
    searcher: &Searcher,
    is_pending: bool,
    outdated: &[(String, String)],
    quest: &Quest<'_>,
    swept: &mut Swept,
) -> Result<(), SearchError> {
    let part = Part::new(searcher, readers.fields, quest.unit, quest.question)?;
    let query = part.matching(quest.question, &readers.main)?.unwrap_or_else(|| Box::new(AllQuery));
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let ranker =
        if quest.is_ranked { Some(Ranker::new(&part, quest.question, &readers.main, quest.is_relaxed)?) } else { None };
    let pass = Pass { searcher, is_pending, outdated, quest, weight: weight.as_ref(), ranker: ranker.as_ref() };
    let mut best = Vec::new();
    for (tallies, candidates) in pass.run()? {
        for tally in tallies {
            swept.tally.add(&tally)?;
        }
        best.extend(candidates);
    }
    best.sort_by(|a: &Candidate, b| b.cmp(a));
    best.truncate(quest.kept);
    if let Some(ranker) = &ranker {
        let length = best.len().min(REFINED);
        refine(ranker, searcher, &mut best[..length])?;
    }
    swept.best.extend(best);
    Ok(())
}

/// Refines the ranks of candidates of one part.
fn refine(ranker: &Ranker, searcher: &Searcher, best: &mut [Candidate]) -> Result<(), SearchError> {
    // What is refined gets more, never less: it stays before what is not.
    best.sort_by_key(|candidate| (candidate.segment, candidate.doc));
    for group in best.chunk_by_mut(|a, b| a.segment == b.segment) {
        let Some(segment) = group.first().map(|candidate| candidate.segment) else { continue };
        let mut scores: Vec<(DocId, f32)> = group.iter().map(|candidate| (candidate.doc, candidate.score)).collect();
        ranker.refine(searcher.segment_reader(segment), &mut scores)?;
        for (candidate, (_, score)) in group.iter_mut().zip(scores) {
            candidate.score = score;
        }
    }
    best.sort_by(|a, b| b.cmp(a));
    Ok(())
}

type Share = (Vec<SegmentTally>, Vec<Candidate>);

/// A pass over one part of the index.
struct Pass<'a> {
    searcher: &'a Searcher,
    is_pending: bool,
    outdated: &'a [(String, String)],
    quest: &'a Quest<'a>,
    weight: &'a dyn Weight,
    ranker: Option<&'a Ranker>,
}

/// Documents of a segment from the first up to before the last.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    segment: usize,
    first: DocId,
    last: DocId,
}

impl Pass<'_> {
    fn run(&self) -> Result<Vec<Share>, SearchError> {
        let mut expected = 0;
        for reader in self.searcher.segment_readers() {
            expected += u64::from(self.weight.scorer(reader, 1.0)?.size_hint());
        }
        let threads = if expected < SHARED_DOCS {
            1
        } else {
            std::thread::available_parallelism().map_or(1, usize::from).min(THREADS_MAX)
        };
        let mut shares = self.stretches(threads).into_iter();
        let Some(own) = shares.next() else { return Ok(vec![]) };
        std::thread::scope(|scope| {
            let others: Vec<_> = shares.map(|share| scope.spawn(move || self.share(&share))).collect();
            let mut done = vec![self.share(&own)?];
            for other in others {
                done.push(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
            }
            Ok(done)
        })
    }

    /// All documents in as many shares of equal size.
    fn stretches(&self, threads: usize) -> Vec<Vec<Stretch>> {
        let sizes: Vec<u64> =
            self.searcher.segment_readers().iter().map(|reader| u64::from(reader.max_doc())).collect();
        let (all, count) = (sizes.iter().sum::<u64>(), u64::try_from(threads.max(1)).unwrap_or(1));
        let share = |number: u64| {
            let (from, to) = (all * number / count, all * (number + 1) / count);
            let (mut before, mut stretches) = (0, Vec::new());
            for (segment, size) in sizes.iter().enumerate() {
                let within = |at: u64| DocId::try_from(at.clamp(before, before + size) - before).unwrap_or(TERMINATED);
                let (first, last) = (within(from), within(to));
                if first < last {
                    stretches.push(Stretch { segment, first, last });
                }
                before += size;
            }
            stretches
        };
        (0..count).map(share).filter(|share| !share.is_empty()).collect()
    }

    fn share(&self, stretches: &[Stretch]) -> Result<Share, SearchError> {
        let mut best = Best::new(self.quest.kept);
        let mut tallies = Vec::new();
        for stretch in stretches {
            tallies.extend(self.stretch(*stretch, &mut best)?);
        }
        Ok((tallies, best.into_candidates()))
    }

    fn stretch(&self, stretch: Stretch, best: &mut Best) -> Result<Option<SegmentTally>, SearchError> {
        let Stretch { segment, first, last } = stretch;
        let reader = &self.searcher.segment_readers()[segment];
        let mut docset = self.weight.scorer(reader, 1.0)?;
        if docset.doc() < first {
            docset.seek(first);
        }
        if docset.doc() >= last {
            return Ok(None);
        }
        let Quest { unit, as_of, conditions, counting, kept, .. } = self.quest;
        let columns = Arc::new(Columns::open(reader, *unit)?);
        let mut sieve = Sieve::new(Arc::clone(&columns), conditions, *unit, as_of, self.outdated)?;
        let mut tally = SegmentTally::new(Arc::clone(&columns), *counting);
        let mut ranker = self.ranker.map(|ranker| ranker.segment(reader)).transpose()?;
        let (mut docs, mut misfits) = ([0; BLOCK], [0; BLOCK]);
        let mut blocks = Blocks { docset, last };
        while let Some(mut count) = blocks.next(&mut docs) {
            if let Some(alive) = reader.alive_bitset() {
                count = retain(&mut docs, count, |doc| alive.is_alive(doc));
            }
            count = sieve.visible(&mut docs, count);
            if count == 0 {
                continue;
            }
            sieve.misfits(&docs[..count], &mut misfits);
            tally.count(&docs[..count], &misfits[..count]);
            if *kept == 0 {
                continue;
            }
            for (doc, _) in docs[..count].iter().zip(&misfits).filter(|(_, misfit)| **misfit == 0) {
                let score = ranker.as_mut().map_or(0.0, |ranker| ranker.score(*doc));
                if !best.may_take(score, i64::MAX) {
                    continue;
                }
                let first_us = columns.first_us.first(*doc).unwrap_or_default();
                if best.may_take(score, first_us) {
                    let seq = columns.seq.first(*doc).unwrap_or_default();
                    let order = columns.order.first(*doc).unwrap_or_default();
                    let segment = u32::try_from(segment).unwrap_or(u32::MAX);
                    best.take(Candidate {
                        score,
                        first_us,
                        seq,
                        order,
                        is_pending: self.is_pending,
                        segment,
                        doc: *doc,
                    });
                }
            }
        }
        Ok(Some(tally))
    }
}

fn retain(docs: &mut [DocId; BLOCK], count: usize, keep: impl Fn(DocId) -> bool) -> usize {
    let mut kept = 0;
    for index in 0..count {
        docs[kept] = docs[index];
        kept += usize::from(keep(docs[index]));
    }
    kept
}

/// The documents of a stretch, block by block.
struct Blocks {
    docset: Box<dyn Scorer>,
    last: DocId,
}

impl Blocks {
    fn next(&mut self, docs: &mut [DocId; COLLECT_BLOCK_BUFFER_LEN]) -> Option<usize> {
        if self.docset.doc() >= self.last {
            return None;
        }
        let filled = self.docset.fill_buffer(docs);
        Some(docs[..filled].partition_point(|doc| *doc < self.last)).filter(|count| *count > 0)
    }
}

/// The best candidates so far: twice as many as are wanted are gathered before the worse half is dropped, which costs less
/// than keeping them in order, above all where each is newer than the one before.
struct Best {
    gathered: Vec<Candidate>,
    kept: usize,
    /// Whoever is not better is not among the best.
    bar: Option<Candidate>,
}

impl Best {
    fn new(kept: usize) -> Self {
        Self { gathered: Vec::with_capacity(Self::room(kept)), kept, bar: None }
    }

    fn room(kept: usize) -> usize {
        (2 * kept).max(4 * BLOCK)
    }

    fn may_take(&self, score: f32, first_us: i64) -> bool {
        self.bar.is_none_or(|bar| score > bar.score || score == bar.score && first_us >= bar.first_us)
    }

    fn take(&mut self, candidate: Candidate) {
        self.gathered.push(candidate);
        if self.gathered.len() >= Self::room(self.kept) {
            self.drop_worse();
        }
    }

    fn drop_worse(&mut self) {
        if self.kept > 0 && self.gathered.len() > self.kept {
            let (_, worst, _) = self.gathered.select_nth_unstable_by(self.kept - 1, |a, b| b.cmp(a));
            self.bar = Some(*worst);
        }
        self.gathered.truncate(self.kept);
    }

    fn into_candidates(mut self) -> Vec<Candidate> {
        self.drop_worse();
        self.gathered
    }
}
