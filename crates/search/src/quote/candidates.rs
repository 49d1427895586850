//! Which texts of the record may have a quote: asked of the index.
//!
//! Two sorts of evidence are added up for each text: stretches of a few words one behind the other, and the quote's rarest
//! words anywhere. How rare a word is, is known from what is public alone (ADR 0022). Texts that were public once count like
//! those that are: a quote may be from a version that was corrected.

use std::collections::{BinaryHeap, HashMap};
use std::ops::Range;

use domain::{AsOf, Lang, MessageId};
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::{EnableScoring, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet as _, Searcher, SegmentReader, TERMINATED, TantivyError, Term};

use super::normalise::{QuoteWord, is_character};
use super::tokens::is_sign;
use crate::schema::what;
use crate::search::Readers;

/// Versions that are read and compared.
const VERSIONS_MAX: usize = 24;
/// Stretches of the public record that are looked at before the same version is counted once.
const STRETCHES_MAX: usize = 96;
/// Words of a stretch that must stand one behind the other. Four are rare enough to find a text by and short enough to
/// stand between two altered words.
const RUN_WORDS: usize = 4;
/// The same for characters of scripts without spaces.
const RUN_CHARACTERS: usize = 6;
/// Stretches of words that are asked for.
const RUNS_MAX: usize = 8;
/// Words that are asked for by themselves.
const RARE_MAX: usize = 12;
/// Entries of the index read for single words: bounds the time where all words of a quote are frequent.
const ENTRIES_MAX: u64 = 120_000;
/// Words of a quote up to which it is asked for as a whole, so that it can be said how common it is.
const WHOLE_WORDS_MAX: usize = 12;
/// How much more words in a row say than the same words anywhere.
const IN_A_ROW: f32 = 3.0;

/// Texts that may have a quote.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Versions, the most likely first.
    pub versions: Vec<Candidate>,
    /// Editions that have the whole quote as the public sees them at the instant.
    pub common: u64,
}

/// A version that may have a quote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Candidate {
    /// The message.
    pub message: MessageId,
    /// The language.
    pub lang: Lang,
    /// The version's number.
    pub number: u32,
}

/// What is looked for, and how much it says.
struct Evidence {
    query: Box<dyn Query>,
    weight: f32,
    whole: bool,
}

/// A stretch in the order of likelihood: evidence, the page's language, the newest.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ranked {
    score: f32,
    of_page: bool,
    first_us: i64,
    seq: i64,
    reader: usize,
    doc: DocId,
}

impl Eq for Ranked {}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let rest = |own: &Self| (own.of_page, own.first_us, own.seq, std::cmp::Reverse((own.reader, own.doc)));
        self.score.total_cmp(&other.score).then_with(|| rest(self).cmp(&rest(other)))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Finds texts that the public saw at the instant or before and that may have the quote.
pub(super) fn candidates(
    readers: &Readers,
    words: &[QuoteWord],
    as_of: &AsOf,
    lang: &Lang,
) -> Result<Candidates, TantivyError> {
    let wanted = evidence(&readers.main, readers.fields.text, words)?;
    let segments: Vec<&SegmentReader> =
        [&readers.main, &readers.pending].into_iter().flat_map(Searcher::segment_readers).collect();
    let mut best = BinaryHeap::new();
    let mut common = 0;
    for (number, segment) in segments.iter().enumerate() {
        let searcher = if number < readers.main.segment_readers().len() { &readers.main } else { &readers.pending };
        common += in_segment(searcher, segment, number, &wanted, as_of, lang, &mut best)?;
    }
    let mut versions: Vec<Candidate> = Vec::new();
    for ranked in best.into_sorted_vec() {
        let Some(candidate) = candidate(segments[ranked.0.reader], ranked.0.doc)? else { continue };
        if !versions.contains(&candidate) {
            versions.push(candidate);
        }
    }
    versions.truncate(VERSIONS_MAX);
    Ok(Candidates { versions, common })
}

/// What is looked for: the quote as a whole if it is short, stretches of it, and its rarest words.
fn evidence(main: &Searcher, field: Field, words: &[QuoteWord]) -> Result<Vec<Evidence>, TantivyError> {
    let indexed: Vec<&QuoteWord> = words.iter().filter(|word| !is_sign(&word.folded)).collect();
    let mut frequency = HashMap::new();
    for word in &indexed {
        if !frequency.contains_key(word.folded.as_str()) {
            frequency.insert(word.folded.as_str(), main.doc_freq(&Term::from_field_text(field, &word.folded))?);
        }
    }
    let all = main.num_docs() as f32;
    let rarity = |word: &QuoteWord| (1.0 + all / frequency[word.folded.as_str()].max(1) as f32).ln();
    let in_a_row = |run: Range<usize>| {
        let weight: f32 = indexed[run.clone()].iter().map(|word| rarity(word)).sum();
        (run, weight * IN_A_ROW)
    };
    let parts = unbroken(&indexed);
    let mut found = Vec::new();
    if let [whole] = parts.as_slice()
        && whole.len() == indexed.len()
        && whole.len() <= WHOLE_WORDS_MAX
    {
        let (run, weight) = in_a_row(whole.clone());
        found.push(Evidence { query: phrase(field, &indexed[run]), weight: 2.0 * weight, whole: true });
    }
    let mut runs: Vec<(Range<usize>, f32)> =
        parts.iter().flat_map(|part| runs(&indexed, part)).filter(|run| run.len() > 1).map(in_a_row).collect();
    runs.sort_by(|one, other| other.1.total_cmp(&one.1));
    runs.truncate(RUNS_MAX);
    found.extend(runs.into_iter().map(|(run, weight)| Evidence {
        query: phrase(field, &indexed[run]),
        weight,
        whole: false,
    }));
    let mut rare: Vec<(&str, u64)> = frequency.iter().map(|(word, count)| (*word, *count)).collect();
    rare.sort_by(|one, other| (one.1, one.0).cmp(&(other.1, other.0)));
    let mut entries = 0;
    for (word, count) in rare.into_iter().take(RARE_MAX) {
        entries += count;
        if entries > ENTRIES_MAX {
            break;
        }
        let weight = (1.0 + all / count.max(1) as f32).ln();
        found.push(Evidence { query: single(field, word), weight, whole: false });
    }
    Ok(found)
}

/// Stretches of the quote that stand in the record in one piece if they do at all.
fn unbroken(words: &[&QuoteWord]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in 1..=words.len() {
        let broken = words
            .get(at)
            .is_none_or(|word| word.after_ellipsis || word.after_label || word.inserted || words[at - 1].inserted);
        if broken {
            if !words[at - 1].inserted {
                parts.push(from..at);
            }
            from = at;
        }
    }
    parts
}

/// A part cut into runs; the last one reaches back where less than a run is left.
fn runs(words: &[&QuoteWord], part: &Range<usize>) -> Vec<Range<usize>> {
    let length = if words[part.start].folded.chars().next().is_some() && is_character(&words[part.start].folded) {
        RUN_CHARACTERS
    } else {
        RUN_WORDS
    };
    if part.len() <= length {
        return vec![part.clone()];
    }
    let starts = (part.start..part.end).step_by(length);
    starts.map(|from| from.min(part.end - length)).map(|from| from..from + length).collect()
}

fn phrase(field: Field, words: &[&QuoteWord]) -> Box<dyn Query> {
    match words {
        [one] => single(field, &one.folded),
        _ => Box::new(PhraseQuery::new(words.iter().map(|word| Term::from_field_text(field, &word.folded)).collect())),
    }
}

fn single(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic))
}

/// The fast fields that decide between stretches.
struct Columns {
    what: Column<u64>,
    from_us: Column<i64>,
    to_us: Column<i64>,
    first_us: Column<i64>,
    seq: Column<i64>,
    lang: Option<StrColumn>,
    of_page: Option<u64>,
}

impl Columns {
    fn open(segment: &SegmentReader, lang: &Lang) -> Result<Self, TantivyError> {
        let fast = segment.fast_fields();
        let texts = fast.str("lang")?;
        let of_page = match &texts {
            Some(texts) => texts.dictionary().term_ord(lang.as_str())?,
            None => None,
        };
        Ok(Self {
            what: fast.u64("what")?,
            from_us: fast.i64("from_us")?,
            to_us: fast.i64("to_us")?,
            first_us: fast.i64("first_us")?,
            seq: fast.i64("seq")?,
            lang: texts,
            of_page,
        })
    }

    fn is_of_page(&self, doc: DocId) -> bool {
        let own = self.lang.as_ref().and_then(|texts| texts.ords().first(doc));
        self.of_page.is_some() && own == self.of_page
    }
}

/// Adds up the evidence in one segment; gives how many editions have the whole quote at the instant.
fn in_segment(
    searcher: &Searcher,
    segment: &SegmentReader,
    number: usize,
    wanted: &[Evidence],
    as_of: &AsOf,
    lang: &Lang,
    best: &mut BinaryHeap<std::cmp::Reverse<Ranked>>,
) -> Result<u64, TantivyError> {
    let at = as_of.instant.as_microsecond();
    let columns = Columns::open(segment, lang)?;
    let mut scores = vec![0_f32; segment.max_doc() as usize];
    let (mut touched, mut common) = (Vec::new(), 0);
    for one in wanted {
        let weight = one.query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        let mut docs = weight.scorer(segment, 1.0)?;
        let mut doc = docs.doc();
        while doc != TERMINATED {
            if !segment.is_deleted(doc) && columns.what.first(doc) != Some(what::TURN) {
                let score = &mut scores[doc as usize];
                if *score == 0.0 {
                    touched.push(doc);
                }
                *score += one.weight;
                let from = columns.from_us.first(doc).unwrap_or(i64::MAX);
                let to = columns.to_us.first(doc).unwrap_or(0);
                common += u64::from(one.whole && from <= at && at < to);
            }
            doc = docs.advance();
        }
    }
    for doc in touched {
        let score = scores[doc as usize];
        let worse = |least: &std::cmp::Reverse<Ranked>| best.len() >= STRETCHES_MAX && score < least.0.score;
        if best.peek().is_some_and(worse) || columns.from_us.first(doc).is_none_or(|from| from > at) {
            continue;
        }
        best.push(std::cmp::Reverse(Ranked {
            score,
            of_page: columns.is_of_page(doc),
            first_us: columns.first_us.first(doc).unwrap_or(0),
            seq: columns.seq.first(doc).unwrap_or(0),
            reader: number,
            doc,
        }));
        if best.len() > STRETCHES_MAX {
            best.pop();
        }
    }
    Ok(common)
}

fn candidate(segment: &SegmentReader, doc: DocId) -> Result<Option<Candidate>, TantivyError> {
    let fast = segment.fast_fields();
    let number = fast.u64("number")?.first(doc).and_then(|number| u32::try_from(number).ok());
    let (message, lang) = (text(segment, "message", doc)?, text(segment, "lang", doc)?);
    let candidate = || Some(Candidate { message: message?.parse().ok()?, lang: lang?.parse().ok()?, number: number? });
    Ok(candidate())
}

fn text(segment: &SegmentReader, field: &str, doc: DocId) -> Result<Option<String>, TantivyError> {
    let Some(column) = segment.fast_fields().str(field)? else { return Ok(None) };
    let Some(ordinal) = column.ords().first(doc) else { return Ok(None) };
    let mut text = String::new();
    Ok(column.ord_to_str(ordinal, &mut text)?.then_some(text))
}
