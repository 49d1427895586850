//! Words that stand next to each other in a turn.
//!
//! Turns have no positions of their own, since their words stand in the text of their message, which has them. Each turn knows
//! which words of that text are its own. A message and its turns lie next to each other in one segment, written together and
//! deleted together; merging keeps their order.

use std::ops::Range;

use tantivy::columnar::Column;
use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::query::{
    Bm25Weight, BooleanQuery, EmptyScorer, EnableScoring, Explanation, Query, Scorer, TermQuery, Weight,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

use crate::schema::Fields;

/// Where the turns of a segment stand in their messages.
#[derive(Debug, Clone)]
pub(crate) struct Turns {
    back: Column<u64>,
    words_from: Column<u64>,
    words_to: Column<u64>,
}

impl Turns {
    pub(crate) fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        Ok(Self { back: fast.u64("back")?, words_from: fast.u64("words_from")?, words_to: fast.u64("words_to")? })
    }

    /// The message that the turn is in, and the positions of its words in the message's text; nothing for messages.
    pub(crate) fn place(&self, turn: DocId) -> Option<(DocId, Range<u32>)> {
        let number = |column: &Column<u64>| column.first(turn).and_then(|value| u32::try_from(value).ok());
        let message = turn.checked_sub(number(&self.back)?)?;
        Some((message, number(&self.words_from)?..number(&self.words_to)?))
    }
}

/// Finds turns in which words stand next to each other.
#[derive(Debug, Clone)]
pub(crate) struct SpokenPhrase {
    fields: Fields,
    words: Vec<String>,
}

impl SpokenPhrase {
    /// At least two exact forms.
    pub(crate) fn new(fields: Fields, words: &[String]) -> Self {
        Self { fields, words: words.to_vec() }
    }

    fn terms(&self, field: Field) -> Vec<Term> {
        self.words.iter().map(|word| Term::from_field_text(field, word)).collect()
    }
}

impl Query for SpokenPhrase {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let Fields { t_text, text, .. } = self.fields;
        let said = self.terms(t_text);
        let rank = match scoring {
            EnableScoring::Enabled { statistics_provider, .. } => {
                Some(Bm25Weight::for_terms(statistics_provider, &said)?)
            }
            EnableScoring::Disabled { .. } => None,
        };
        let each =
            said.into_iter().map(|term| -> Box<dyn Query> { Box::new(TermQuery::new(term, IndexRecordOption::Basic)) });
        // All the words, next to each other or not; their own ranks are of no interest.
        let turns = BooleanQuery::intersection(each.collect());
        let unranked = match scoring {
            EnableScoring::Enabled { searcher, .. } => EnableScoring::disabled_from_searcher(searcher),
            disabled => disabled,
        };
        Ok(Box::new(SpokenWeight { turns: turns.weight(unranked)?, words: self.terms(text), said_in: t_text, rank }))
    }
}

struct SpokenWeight {
    turns: Box<dyn Weight>,
    words: Vec<Term>,
    said_in: Field,
    rank: Option<Bm25Weight>,
}

impl Weight for SpokenWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let turns = self.turns.scorer(reader, 1.0)?;
        if turns.doc() == TERMINATED {
            return Ok(Box::new(EmptyScorer));
        }
        let mut words = Vec::new();
        for term in &self.words {
            let index = reader.inverted_index(term.field())?;
            let Some(postings) = index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? else {
                return Ok(Box::new(EmptyScorer));
            };
            words.push(postings);
        }
        let lengths = match &self.rank {
            Some(rank) => Some((rank.boost_by(boost), reader.get_fieldnorms_reader(self.said_in)?)),
            None => None,
        };
        let places = Turns::open(reader)?;
        let rank = Box::new(move |turn: DocId, count: u32| {
            lengths.as_ref().map_or(boost, |(rank, lengths)| rank.score(lengths.fieldnorm_id(turn), count))
        });
        let text = Text { words, message: None, starts: vec![], others: vec![] };
        let mut scorer = SpokenScorer { turns, places, text, rank, count: 0 };
        if !scorer.holds() {
            scorer.advance();
        }
        Ok(Box::new(scorer))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(TantivyError::InvalidArgument("ranks of phrases in turns are not explained".to_owned()))
    }
}

/// The words in the texts of messages.
struct Text {
    words: Vec<SegmentPostings>,
    /// The message in which `starts` are.
    message: Option<DocId>,
    /// Positions from which on all the words follow each other.
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Text {
    /// How often the words follow each other in a part of a message that is not before the last one asked for.
    fn count(&mut self, message: DocId, part: &Range<u32>) -> u32 {
        if self.message != Some(message) {
            self.read(message);
        }
        let length = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let within = |start: &&u32| part.contains(start) && start.saturating_add(length) <= part.end;
        u32::try_from(self.starts.iter().filter(within).count()).unwrap_or(u32::MAX)
    }

    fn read(&mut self, message: DocId) {
        self.message = Some(message);
        self.starts.clear();
        for (place, word) in (0..).zip(&mut self.words) {
            if word.doc() < message {
                word.seek(message);
            }
            if word.doc() != message {
                return self.starts.clear();
            }
            if place == 0 {
                word.positions(&mut self.starts);
            } else {
                word.positions(&mut self.others);
                let others = &self.others;
                self.starts.retain(|start| others.binary_search(&(start + place)).is_ok());
            }
        }
    }
}

struct SpokenScorer<R> {
    turns: Box<dyn Scorer>,
    places: Turns,
    text: Text,
    rank: R,
    /// How often the words follow each other in the turn.
    count: u32,
}

impl<R> SpokenScorer<R> {
    /// Whether the words follow each other in the turn.
    fn holds(&mut self) -> bool {
        let place = self.places.place(self.turns.doc());
        self.count = place.map_or(0, |(message, part)| self.text.count(message, &part));
        self.count > 0
    }

    fn next_from(&mut self, mut turn: DocId) -> DocId {
        while turn != TERMINATED && !self.holds() {
            turn = self.turns.advance();
        }
        turn
    }
}

impl<R: Send + Sync + 'static> DocSet for SpokenScorer<R> {
    fn advance(&mut self) -> DocId {
        let turn = self.turns.advance();
        self.next_from(turn)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.turns.doc() >= target {
            return self.turns.doc();
        }
        let turn = self.turns.seek(target);
        self.next_from(turn)
    }

    fn doc(&self) -> DocId {
        self.turns.doc()
    }

    fn size_hint(&self) -> u32 {
        self.turns.size_hint()
    }
}

impl<R: Fn(DocId, u32) -> Score + Send + Sync + 'static> Scorer for SpokenScorer<R> {
    fn score(&mut self) -> Score {
        (self.rank)(self.turns.doc(), self.count)
    }
}
