//! How results are ranked (docs/search.md says it to readers).
//!
//! All that documents are ranked by is read in an order that the question gives, never the segments, so that the same texts
//! get the same numbers however the index came about. Frequencies are those of MAIN only: what is under embargo changes no
//! rank.

use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::query::{Bm25StatisticsProvider, BooleanQuery, EnableScoring, Query, Scorer, TermQuery, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet as _, Score, Searcher, SegmentReader, TERMINATED, Term};

use crate::query::{Part, Question};
use crate::schema::Fields;
use crate::snippet::Sought;
use crate::spoken::Turns;
use crate::{SearchError, Unit};

/// What the form that was typed counts beside its stem: names must not drown in what only shares their stem.
const EXACT: Score = 0.5;
/// What a word in the title counts beside the text.
const TITLE: Score = 0.8;
/// What two words of the question count that stand next to each other in the text, for each point of their rarity.
const NEXT: Score = 0.6;
/// Positions between two words from which on they are not near.
const NEAR_MAX: u32 = 8;
/// Documents with a form from which on its share is added to the best results only: with so many, most results have it.
const EAGER_DOCS: u64 = 50_000;

/// Frequencies in MAIN, over the documents that can have the field.
struct Statistics<'a> {
    main: &'a Searcher,
    docs: u64,
    /// How many of them have what is asked for, where that is more than one term.
    with: Option<u64>,
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        // An index that has nothing yet still gives numbers.
        Ok(Bm25StatisticsProvider::total_num_tokens(self.main, field)?.max(1))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.docs)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        Ok(self.with.map_or_else(|| self.main.doc_freq(term), Ok)?.min(self.docs))
    }
}

/// How many messages and how many turns of them MAIN has; at least one of each.
fn sizes(main: &Searcher) -> Result<(u64, u64), SearchError> {
    let (mut messages, mut turns) = (0, 0);
    for reader in main.segment_readers() {
        // Messages alone have this field.
        let here = reader.fast_fields().column_opt::<u64>("print")?.map_or(0, |column| column.values.num_vals());
        messages += u64::from(here);
        turns += u64::from(reader.max_doc().saturating_sub(here));
    }
    Ok((messages.max(1), turns.max(1)))
}

/// The rarity of what this many of so many documents have (Robertson and Spärck Jones).
fn rarity(docs: u64, with: u64) -> Score {
    #[expect(clippy::cast_precision_loss, reason = "ranks need no more digits")]
    let (docs, with) = (docs as Score, with.min(docs) as Score);
    (1.0 + (docs - with + 0.5) / (with + 0.5)).ln()
}

/// Gives the things looked for their weights: how rare they are among all documents of MAIN.
pub(crate) fn weigh(part: &Part<'_>, question: &mut Question, main: &Searcher) -> Result<(), SearchError> {
    let (messages, turns) = sizes(main)?;
    for sought in &mut question.sought {
        let (mut docs, mut with) = (0, 0);
        for (stem, text) in part.pairs() {
            docs += if stem == part.fields.t_stem { turns } else { messages };
            with += match (sought.stems.as_slice(), sought.exact.as_slice()) {
                ([], exact) => rarest(main, text, exact)?,
                (stems, _) => stems
                    .iter()
                    .try_fold(0, |most: u64, word| with_stem(main, stem, text, word).map(|with| most.max(with)))?,
            };
        }
        sought.weight = rarity(docs, with);
    }
    Ok(())
}

/// Documents with a word of the stem, which is among the exact forms where it is a word itself; those with both count twice.
fn with_stem(main: &Searcher, stem: Field, text: Field, word: &str) -> Result<u64, SearchError> {
    let inflected = main.doc_freq(&Term::from_field_text(stem, word))?;
    Ok(inflected + main.doc_freq(&Term::from_field_text(text, word))?)
}

fn rarest(main: &Searcher, field: Field, words: &[String]) -> Result<u64, SearchError> {
    let mut least = u64::MAX;
    for word in words {
        least = least.min(main.doc_freq(&Term::from_field_text(field, word))?);
    }
    Ok(if words.is_empty() { 0 } else { least })
}

/// Ranks the documents of one part of the index.
pub(crate) struct Ranker {
    words: Vec<Word>,
    fields: Fields,
    texts: Vec<Field>,
    /// Whether results may lack words, so that it counts how many they have.
    is_relaxed: bool,
}

/// One thing looked for.
struct Word {
    sought: Sought,
    /// One document gets the best of these.
    stems: Vec<Box<dyn Weight>>,
    titles: Vec<Box<dyn Weight>>,
    exact: Vec<Form<Box<dyn Weight>>>,
    /// The exact forms again where they are asked for the best results only.
    late: Vec<Box<dyn Weight>>,
}

/// An exact form.
struct Form<T> {
    of: T,
    /// What it counts as a stem for each point that it counts as a form; nothing where it is no stem.
    as_stem: Score,
}

impl Ranker {
    pub(crate) fn new(
        part: &Part<'_>,
        question: &Question,
        main: &Searcher,
        is_relaxed: bool,
    ) -> Result<Self, SearchError> {
        let (messages, turns) = sizes(main)?;
        let mut words = Vec::new();
        for index in question.wanted() {
            let sought = question.sought[index].clone();
            let mut word = Word { sought, stems: vec![], titles: vec![], exact: vec![], late: vec![] };
            for (stem, text) in part.pairs() {
                let docs = if stem == part.fields.t_stem { turns } else { messages };
                let statistics = Statistics { main, docs, with: None };
                let scoring = EnableScoring::enabled_from_statistics_provider(&statistics, part.searcher);
                let expansions = part.expansions.get(&index).map(Vec::as_slice);
                word.add(stem, text, expansions, &statistics, part)?;
                if part.unit == Unit::Messages {
                    let mut forms: Vec<&String> = word.sought.stems.iter().collect();
                    forms.extend(
                        word.sought
                            .exact
                            .iter()
                            .filter(|form| word.sought.exact.len() == 1 && !word.sought.stems.contains(form)),
                    );
                    for form in forms {
                        word.titles.push(term(part.fields.title, form).weight(scoring)?);
                    }
                }
            }
            words.push(word);
        }
        let texts = part.pairs().into_iter().map(|(_, text)| text).collect();
        Ok(Self { words, fields: part.fields, texts, is_relaxed })
    }

    /// For the documents of a segment, which must be asked for in their order.
    pub(crate) fn segment(&self, reader: &SegmentReader) -> Result<SegmentRanker, SearchError> {
        let open = |weights: &[Box<dyn Weight>]| -> Result<Vec<Box<dyn Scorer>>, SearchError> {
            let scorers = weights.iter().map(|weight| weight.scorer(reader, 1.0)).collect::<Result<Vec<_>, _>>()?;
            Ok(scorers.into_iter().filter(|scorer| scorer.doc() != TERMINATED).collect())
        };
        let word = |word: &Word| -> Result<SegmentWord, SearchError> {
            let mut exact = Vec::new();
            for form in &word.exact {
                let of = form.of.scorer(reader, 1.0)?;
                if of.doc() != TERMINATED {
                    exact.push(Form { of, as_stem: form.as_stem });
                }
            }
            Ok(SegmentWord { stems: open(&word.stems)?, titles: open(&word.titles)?, exact })
        };
        Ok(SegmentRanker { words: self.words.iter().map(word).collect::<Result<_, _>>()?, is_relaxed: self.is_relaxed })
    }

    /// Adds to the ranks of the best documents of a segment, given in their order, what is too dear for all: exact forms of
    /// common words, and how near to each other the words stand.
    pub(crate) fn refine(&self, reader: &SegmentReader, best: &mut [(DocId, Score)]) -> Result<(), SearchError> {
        for word in &self.words {
            for weight in &word.late {
                let mut scorer = weight.scorer(reader, 1.0)?;
                for (doc, score) in &mut *best {
                    *score += EXACT * at(&mut scorer, *doc);
                }
            }
        }
        let pairs: Vec<(&Sought, &Sought)> = self
            .words
            .windows(2)
            .map(|pair| (&pair[0].sought, &pair[1].sought))
            .filter(|(a, b)| is_near_known(a) && is_near_known(b))
            .collect();
        let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
        for field in &self.texts {
            // Turns have no positions of their own.
            let turns = if *field == self.fields.t_text { Some(Turns::open(reader)?) } else { None };
            for (first, second) in &pairs {
                let (Some(end), Some(start)) = (first.exact.last(), second.exact.first()) else { continue };
                let (Some(mut ends), Some(mut starts)) =
                    (positions(reader, self.fields.text, end)?, positions(reader, self.fields.text, start)?)
                else {
                    continue;
                };
                let weight = NEXT * f32::midpoint(first.weight, second.weight);
                for (doc, score) in &mut *best {
                    let place = turns.as_ref().map_or(Some((*doc, 0..u32::MAX)), |turns| turns.place(*doc));
                    let Some((text, part)) = place else { continue };
                    if seek(&mut ends, text) && seek(&mut starts, text) {
                        ends.positions(&mut firsts);
                        starts.positions(&mut seconds);
                        firsts.retain(|place| part.contains(place));
                        seconds.retain(|place| part.contains(place));
                        *score += weight * nearness(&firsts, &seconds);
                    }
                }
            }
        }
        Ok(())
    }
}

fn is_near_known(sought: &Sought) -> bool {
    !sought.is_prefix
}

impl Word {
    fn add(
        &mut self,
        stem: Field,
        text: Field,
        expansions: Option<&[String]>,
        statistics: &Statistics<'_>,
        part: &Part<'_>,
    ) -> Result<(), SearchError> {
        let scoring = EnableScoring::enabled_from_statistics_provider(statistics, part.searcher);
        if let Some(words) = expansions {
            let terms = words.iter().map(|word| term(text, word)).collect();
            self.stems.push(BooleanQuery::union(terms).weight(scoring)?);
            return Ok(());
        }
        let Statistics { main, docs, .. } = *statistics;
        let form = if let [form] = self.sought.exact.as_slice() { Some(form) } else { None };
        let form_docs = form.map_or(Ok(0), |form| main.doc_freq(&Term::from_field_text(text, form)))?;
        let mut as_stem = 0.0;
        for word in &self.sought.stems {
            let with = with_stem(main, stem, text, word)?;
            let statistics = Statistics { main, docs, with: Some(with) };
            let scoring = EnableScoring::enabled_from_statistics_provider(&statistics, part.searcher);
            self.stems.push(term(stem, word).weight(scoring)?);
            if Some(word) == form {
                as_stem = rarity(docs, with) / rarity(docs, form_docs);
            } else if form.is_some() {
                self.stems.push(term(text, word).weight(scoring)?);
            }
        }
        let exact = match form {
            Some(word) => term(text, word),
            None => part.phrase(text, &self.sought.exact),
        };
        let exact = exact.weight(scoring)?;
        // A form that is a stem must be read for all results anyway.
        if form_docs > EAGER_DOCS && as_stem == 0.0 && !self.sought.stems.is_empty() {
            self.late.push(exact);
        } else {
            self.exact.push(Form { of: exact, as_stem });
        }
        Ok(())
    }
}

fn term(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

/// Ranks the documents of one segment.
pub(crate) struct SegmentRanker {
    words: Vec<SegmentWord>,
    is_relaxed: bool,
}

struct SegmentWord {
    stems: Vec<Box<dyn Scorer>>,
    titles: Vec<Box<dyn Scorer>>,
    exact: Vec<Form<Box<dyn Scorer>>>,
}

impl SegmentRanker {
    /// The rank of a document that is not before the last one asked for.
    pub(crate) fn score(&mut self, doc: DocId) -> Score {
        let (mut sum, mut had) = (0.0, 0.0);
        for word in &mut self.words {
            let mut stem = best(&mut word.stems, doc);
            let mut exact: Score = 0.0;
            for form in &mut word.exact {
                let score = at(&mut form.of, doc);
                exact = exact.max(score);
                stem = stem.max(score * form.as_stem);
            }
            sum += stem + EXACT * exact + TITLE * best(&mut word.titles, doc);
            had += if stem > 0.0 || exact > 0.0 { 1.0 } else { 0.0 };
        }
        if self.is_relaxed {
            #[expect(clippy::cast_precision_loss, reason = "a question has a few dozen words")]
            let wanted = self.words.len().max(1) as Score;
            sum *= had / wanted;
        }
        sum
    }
}

fn best(scorers: &mut [Box<dyn Scorer>], doc: DocId) -> Score {
    scorers.iter_mut().map(|scorer| at(scorer, doc)).fold(0.0, Score::max)
}

fn at(scorer: &mut Box<dyn Scorer>, doc: DocId) -> Score {
    if scorer.doc() < doc {
        scorer.seek(doc);
    }
    if scorer.doc() == doc { scorer.score() } else { 0.0 }
}

fn positions(reader: &SegmentReader, field: Field, word: &str) -> Result<Option<SegmentPostings>, SearchError> {
    let term = Term::from_field_text(field, word);
    Ok(reader.inverted_index(field)?.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)?)
}

fn seek(postings: &mut SegmentPostings, doc: DocId) -> bool {
    if postings.doc() < doc {
        postings.seek(doc);
    }
    postings.doc() == doc
}

/// How near the second word ever stands to the first: 1 right behind it, half of it right before it, less with each word between.
fn nearness(firsts: &[u32], seconds: &[u32]) -> Score {
    let mut best: Score = 0.0;
    let mut next = 0;
    for first in firsts {
        while next < seconds.len() && seconds[next] <= *first {
            next += 1;
        }
        let behind = seconds.get(next).map(|second| second - first);
        let before = next.checked_sub(1).and_then(|place| seconds.get(place)).map(|second| first - second);
        #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
        let near = |distance: Option<u32>, share: Score| {
            distance
                .filter(|distance| (1..=NEAR_MAX).contains(distance))
                .map_or(0.0, |distance| share / distance as Score)
        };
        best = best.max(near(behind, 1.0)).max(near(before, 0.5));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_near_in_the_order_of_the_question_first() {
        assert_eq!(nearness(&[3], &[4]), 1.0);
        assert_eq!(nearness(&[4], &[3]), 0.5);
        assert_eq!(nearness(&[1, 10], &[12]), 0.5);
        assert_eq!(nearness(&[1], &[1 + NEAR_MAX + 1]), 0.0);
        assert_eq!(nearness(&[], &[1]), 0.0);
        assert_eq!(nearness(&[5], &[5]), 0.0);
    }

    #[test]
    fn rare_words_say_more() {
        assert!(rarity(1_000, 1) > rarity(1_000, 100));
        assert!(rarity(1_000, 1_000) > 0.0);
        assert!(rarity(1, 5).is_finite());
    }
}
