//! What results must be besides having the words: the filter, and filters written in the question.

use domain::{Lang, Topic};
use jiff::civil::Date;
use tantivy::columnar::StrColumn;

use crate::ask::{Condition, Wanted};
use crate::query::{SaidBy, decimal, folded};
use crate::schema::BETWEEN;
use crate::sieve::{Sort, side};
use crate::{Filter, LangChoice, SearchError};

/// What documents must be besides having the words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conditions {
    /// Each with its side, whether it is turned round, and what it says.
    pub tests: Vec<(u8, bool, Test)>,
}

/// What a document must be.
#[derive(Debug, Clone)]
pub(crate) enum Test {
    /// One of the texts in a column is one of these.
    Text(Sort, Vec<Match>),
    /// The day is between two of these, both included.
    Days(Vec<(u64, u64)>),
}

/// What a text in a column must be.
#[derive(Debug, Clone)]
pub(crate) enum Match {
    /// Equal.
    Is(String),
    /// The part before the label is equal.
    Slug(String),
    /// Equal without regard to case and diacritics.
    Same(Vec<String>),
    /// Has these words next to each other, without regard to case and diacritics.
    Has(Vec<String>),
}

impl Conditions {
    /// The conditions of a filter and of what was written in the question. `lang` is the language of the page; one that is
    /// written in the question takes its place.
    pub(crate) fn of(filter: &Filter, written: &[Condition], lang: &Lang, topics: &[Topic]) -> Self {
        let mut conditions = Self::default();
        conditions.add_filter(filter);
        conditions.add_lang(filter, written, lang);
        // Alternatives of one name are joined: two kinds are either kind.
        for negated in [false, true] {
            let written = || written.iter().filter(move |condition| condition.negated == negated);
            for sort in [Sort::Kind, Sort::Place, Sort::Topic] {
                let matches: Vec<Match> =
                    written().flat_map(|condition| matches(&condition.wanted, sort, topics)).collect();
                if !matches.is_empty() {
                    conditions.tests.push((side::FIXED, negated, Test::Text(sort, matches)));
                }
            }
            // Beginning and end of a time hold together; of several years and days one is enough.
            let (mut whole, mut ends) = (Vec::new(), Vec::new());
            for condition in written() {
                if let Wanted::Days(from, to) = condition.wanted {
                    let days = days(from, to);
                    if from.is_some() && to.is_some() { whole.push(days) } else { ends.push(vec![days]) }
                }
            }
            let tests = ends.into_iter().chain([whole]).filter(|days| !days.is_empty());
            conditions.tests.extend(tests.map(|days| (side::FIXED, negated, Test::Days(days))));
        }
        conditions
    }

    /// Adds that a message names one of these speakers, and none of those.
    pub(crate) fn add_speakers(&mut self, speakers: &[SaidBy], unwanted: &[SaidBy]) {
        for (negated, names) in [(false, speakers), (true, unwanted)] {
            // A sheet does not say in which office somebody speaks.
            let names = names.iter().filter(|who| who.from.is_none() && who.to.is_none());
            let matches: Vec<Match> = names.map(|who| Match::Has(who.words.clone())).collect();
            if !matches.is_empty() {
                self.tests.push((side::FIXED, negated, Test::Text(Sort::Speaker, matches)));
            }
        }
    }

    fn add_filter(&mut self, filter: &Filter) {
        let mut add = |side, sort, matches| self.tests.push((side, false, Test::Text(sort, vec![matches])));
        if let Some(kind) = filter.kind {
            add(side::KIND, Sort::Kind, Match::Is(kind.as_str().to_owned()));
        }
        if let Some(speaker) = &filter.speaker {
            add(side::SPEAKER, Sort::Speaker, Match::Slug(speaker.clone()));
        }
        if let Some(place) = &filter.place {
            add(side::PLACE, Sort::Place, Match::Same(folded(place)));
        }
        if let Some(topic) = &filter.topic {
            add(side::TOPIC, Sort::Topic, Match::Slug(topic.clone()));
        }
        if let Some(year) = filter.year {
            let year = u64::try_from(year).unwrap_or(0) * 10_000;
            self.tests.push((side::YEAR, false, Test::Days(vec![(year + 1, year + 9_999)])));
        }
        if filter.from.is_some() || filter.to.is_some() {
            self.tests.push((side::FIXED, false, Test::Days(vec![days(filter.from, filter.to)])));
        }
    }

    fn add_lang(&mut self, filter: &Filter, written: &[Condition], lang: &Lang) {
        let mut add = |side, negated, langs: Vec<Lang>| {
            let matches = langs.iter().map(|lang| Match::Is(lang.as_str().to_owned())).collect();
            self.tests.push((side, negated, Test::Text(Sort::Lang, matches)));
        };
        let (mut wanted, mut all) = (Vec::new(), false);
        for condition in written {
            match (&condition.wanted, condition.negated) {
                (Wanted::Lang(Some(lang)), false) => wanted.push(lang.clone()),
                (Wanted::Lang(Some(lang)), true) => add(side::FIXED, true, vec![lang.clone()]),
                (Wanted::Lang(None), negated) => all = all || !negated,
                _ => {}
            }
        }
        match &filter.lang {
            _ if !wanted.is_empty() && !all => add(side::FIXED, false, wanted),
            LangChoice::One(lang) => add(side::LANG, false, vec![lang.clone()]),
            LangChoice::OfPage if !all => add(side::LANG, false, vec![lang.clone()]),
            LangChoice::OfPage | LangChoice::All => {}
        }
    }
}

fn matches(wanted: &Wanted, sort: Sort, topics: &[Topic]) -> Vec<Match> {
    match (wanted, sort) {
        (Wanted::Kind(kind), Sort::Kind) => vec![Match::Is(kind.as_str().to_owned())],
        (Wanted::Place(place), Sort::Place) => vec![Match::Has(folded(place))],
        (Wanted::Topic(name), Sort::Topic) => {
            let words = folded(name);
            let named = |topic: &&Topic| topic.name.0.values().any(|name| folded(name) == words);
            let slugs = topics.iter().filter(named).map(|topic| Match::Slug(topic.slug.clone()));
            slugs.chain([Match::Slug(name.clone()), Match::Same(words.clone())]).collect()
        }
        _ => vec![],
    }
}

fn days(from: Option<Date>, to: Option<Date>) -> (u64, u64) {
    // Pages have no day, which is written 0: whoever asks for days does not mean them.
    (from.map_or(1, decimal), to.map_or(u64::MAX, decimal))
}

/// For each text of the column's dictionary whether one of the matches fits it.
pub(crate) fn chosen(column: &StrColumn, matches: &[Match]) -> Result<Vec<bool>, SearchError> {
    let dictionary = column.dictionary();
    let mut chosen = vec![false; dictionary.num_terms()];
    let mut mark = |number: u64| {
        if let Some(place) = usize::try_from(number).ok().and_then(|number| chosen.get_mut(number)) {
            *place = true;
        }
    };
    for one in matches {
        match one {
            Match::Is(value) => dictionary.term_ord(value)?.into_iter().for_each(&mut mark),
            Match::Slug(slug) => {
                let mut terms = dictionary.prefix_range(format!("{slug}{BETWEEN}")).into_stream()?;
                while terms.advance() {
                    mark(terms.term_ord());
                }
            }
            Match::Same(words) | Match::Has(words) => {
                let is_whole = matches!(one, Match::Same(_));
                let mut terms = dictionary.stream()?;
                while terms.advance() {
                    let Ok(value) = std::str::from_utf8(terms.key()) else { continue };
                    let label = folded(value.split_once(BETWEEN).map_or(value, |(_, label)| label));
                    let fits = if is_whole {
                        label == *words
                    } else {
                        label.windows(words.len().max(1)).any(|window| window == words)
                    };
                    if fits {
                        mark(terms.term_ord());
                    }
                }
            }
        }
    }
    Ok(chosen)
}
