//! A question in the words of the index: what must occur, and the query that finds it.

mod asking;
mod unwanted;

use std::collections::HashMap;
use std::ops::Bound;

use domain::Speaker;
use jiff::civil::Date;
use tantivy::query::{AllQuery, BooleanQuery, EmptyQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use crate::analysis::{Language, Word, exact, stems};
use crate::ask::{Asked, Condition, Node, WORDS_MAX, Wanted};
use crate::schema::Fields;
use crate::snippet::Sought;
use crate::spoken::SpokenPhrase;
use crate::{SearchError, Unit};
use asking::is_asking;
use unwanted::Unwanted;

/// Words that a word's beginning stands for: the most frequent ones that begin so.
const EXPANSIONS_MAX: usize = 128;
/// Words of the dictionary that are looked at for that.
const EXPANSIONS_LOOKED_AT: usize = 20_000;
/// Documents from which on a word's exact form is not asked for beside its stem: nearly all texts that have the one have the
/// other, and reading both costs as much again.
const COMMON_DOCS: u64 = 20_000;

/// What results must have.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Clause {
    /// One of [`Question::sought`].
    Leaf(usize),
    /// All of them.
    All(Vec<Clause>),
    /// At least one of them.
    Any(Vec<Clause>),
    /// Not this.
    Not(Box<Clause>),
}

/// A question, analysed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    /// The words, phrases and beginnings of words.
    pub sought: Vec<Sought>,
    /// For each, whether it is one of the words that say nothing of what a text is about.
    pub is_function: Vec<bool>,
    /// How they are joined; nothing when there are none.
    pub clause: Option<Clause>,
    /// Who must have said it: alternatives.
    pub said_by: Vec<SaidBy>,
    /// Who must not have said it.
    pub not_said_by: Vec<SaidBy>,
    /// There were more words than are looked for.
    pub cut: bool,
}

/// Somebody who says something: the words of a name, on days from the first to the last where it is that of an office.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SaidBy {
    /// Words that stand next to each other in the field of who says it.
    pub words: Vec<String>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Question {
    /// The question in the words of the index. `own` is the language of the page, `languages` are those of the site:
    /// stems of all are looked for, so that what is found does not depend on the choice of languages.
    pub(crate) fn of(asked: &Asked, own: Language, languages: &[Language], speakers: &[Speaker]) -> Self {
        let mut question = Self { cut: asked.cut, ..Self::default() };
        let mut all = vec![own];
        all.extend(languages.iter().filter(|language| **language != own));
        question.clause = asked.tree.as_ref().and_then(|tree| question.clause_of(tree, &all));
        for condition in &asked.conditions {
            question.note_speaker(condition, speakers);
        }
        question
    }

    fn clause_of(&mut self, node: &Node, languages: &[Language]) -> Option<Clause> {
        match node {
            Node::Word(text) => {
                let words = self.units(text, languages).into_iter();
                joined(words.filter_map(|(sought, is_function)| self.leaf(sought, is_function)).collect(), Clause::All)
            }
            Node::Phrase(text) => {
                let exact = exact(text).into_iter().map(|word| word.text).collect();
                self.leaf(Sought { exact, ..Sought::default() }, false)
            }
            Node::Prefix(text) => {
                let mut words: Vec<String> = exact(text).into_iter().map(|word| word.text).collect();
                let prefix = words.pop()?;
                let mut clauses: Vec<Clause> = Vec::new();
                for word in words {
                    clauses.extend(self.leaf(Sought { exact: vec![word], ..Sought::default() }, false));
                }
                let prefix = Sought { exact: vec![prefix], is_prefix: true, ..Sought::default() };
                clauses.extend(self.leaf(prefix, false));
                joined(clauses, Clause::All)
            }
            Node::All(nodes) => {
                joined(nodes.iter().filter_map(|node| self.clause_of(node, languages)).collect(), Clause::All)
            }
            Node::Any(nodes) => {
                joined(nodes.iter().filter_map(|node| self.clause_of(node, languages)).collect(), Clause::Any)
            }
            Node::Not(node) => self.clause_of(node, languages).map(|clause| Clause::Not(Box::new(clause))),
        }
    }

    fn leaf(&mut self, sought: Sought, is_function: bool) -> Option<Clause> {
        if sought.exact.is_empty() {
            return None;
        }
        if let Some(known) = self.sought.iter().position(|known| *known == sought) {
            return Some(Clause::Leaf(known));
        }
        if self.sought.len() >= WORDS_MAX {
            self.cut = true;
            return None;
        }
        self.sought.push(sought);
        self.is_function.push(is_function);
        Some(Clause::Leaf(self.sought.len() - 1))
    }

    /// The words of what was typed without spaces, each with its stems in all languages.
    fn units(&self, text: &str, languages: &[Language]) -> Vec<(Sought, bool)> {
        let Some((own, others)) = languages.split_first() else { return vec![] };
        let forms = exact(text);
        let others: Vec<Vec<Word>> = others.iter().map(|language| stems(text, *language)).collect();
        let unit = |word: Word| {
            let within = |form: &&Word| word.start <= form.start && form.end <= word.end;
            let exact: Vec<String> = forms.iter().filter(within).map(|form| form.text.clone()).collect();
            let mut stems = vec![word.text];
            for other in others.iter().flatten().filter(|other| other.start == word.start && other.end == word.end) {
                if !stems.contains(&other.text) {
                    stems.push(other.text.clone());
                }
            }
            let is_function = is_asking(&exact, *own);
            (Sought { exact, stems, ..Sought::default() }, is_function)
        };
        stems(text, *own).into_iter().map(unit).collect()
    }

    fn note_speaker(&mut self, condition: &Condition, speakers: &[Speaker]) {
        let Wanted::Speaker(name) = &condition.wanted else { return };
        let found = said_by(name, speakers);
        if condition.negated { self.not_said_by.extend(found) } else { self.said_by.extend(found) }
    }

    /// The words that results show and are ranked by: those not excluded, without function words where there are others.
    pub(crate) fn wanted(&self) -> Vec<usize> {
        let mut wanted = Vec::new();
        if let Some(clause) = &self.clause {
            collect_wanted(clause, &mut wanted);
        }
        let telling: Vec<usize> = wanted.iter().copied().filter(|index| !self.is_function[*index]).collect();
        if telling.is_empty() { wanted } else { telling }
    }

    /// The same question with any of its words instead of all, for when no text has all. Nothing when it has only one.
    pub(crate) fn relaxed(&self) -> Option<Self> {
        let wanted = self.wanted();
        if wanted.len() < 2 {
            return None;
        }
        let mut clauses = vec![Clause::Any(wanted.into_iter().map(Clause::Leaf).collect())];
        if let Some(clause) = &self.clause {
            collect_unwanted(clause, &mut clauses);
        }
        Some(Self { clause: joined(clauses, Clause::All), ..self.clone() })
    }
}

fn joined(mut clauses: Vec<Clause>, join: fn(Vec<Clause>) -> Clause) -> Option<Clause> {
    match clauses.len() {
        0 => None,
        1 => clauses.pop(),
        _ => Some(join(clauses)),
    }
}

fn collect_wanted(clause: &Clause, wanted: &mut Vec<usize>) {
    match clause {
        Clause::Leaf(index) if !wanted.contains(index) => wanted.push(*index),
        Clause::All(clauses) | Clause::Any(clauses) => clauses.iter().for_each(|clause| collect_wanted(clause, wanted)),
        Clause::Leaf(_) | Clause::Not(_) => {}
    }
}

fn collect_unwanted(clause: &Clause, unwanted: &mut Vec<Clause>) {
    match clause {
        Clause::Not(_) => unwanted.push(clause.clone()),
        Clause::All(clauses) => clauses.iter().for_each(|clause| collect_unwanted(clause, unwanted)),
        Clause::Leaf(_) | Clause::Any(_) => {}
    }
}

/// The words of a name, folded.
pub(crate) fn folded(name: &str) -> Vec<String> {
    exact(name).into_iter().map(|word| word.text).collect()
}

/// Whom a typed name means: whoever is so called in the text, and the site's speakers with that slug, name or alias in any
/// language, or with that office while they held it.
fn said_by(name: &str, speakers: &[Speaker]) -> Vec<SaidBy> {
    let words = folded(name);
    if words.is_empty() {
        return vec![];
    }
    let mut found = vec![SaidBy { words: words.clone(), from: None, to: None }];
    let has = |text: &str| folded(text).windows(words.len()).any(|window| window == words);
    for speaker in speakers {
        let slug = || folded(&speaker.slug);
        let names = speaker.name.0.values().chain(&speaker.aliases);
        if speaker.slug == name || names.into_iter().any(|name| has(name)) {
            found.push(SaidBy { words: slug(), from: None, to: None });
            continue;
        }
        // "Minister of Foreign Affairs" is asked, "Minister of Foreign Affairs of Aurelia" is the title.
        let is_held = |title: &String| folded(title).starts_with(&words);
        let held = speaker.offices.iter().filter(|office| office.title.0.values().any(is_held));
        found.extend(held.map(|office| SaidBy { words: slug(), from: office.from, to: office.to }));
    }
    found
}

/// The words that each beginning of a word stands for in one part of the index.
pub(crate) type Expansions = HashMap<usize, Vec<String>>;

/// One part of the index with the words that questions about it are put in.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    /// The part.
    pub searcher: &'a Searcher,
    /// Its fields.
    pub fields: Fields,
    /// What a result is.
    pub unit: Unit,
    /// What beginnings of words stand for in it.
    pub expansions: Expansions,
}

impl<'a> Part<'a> {
    pub(crate) fn new(
        searcher: &'a Searcher,
        fields: Fields,
        unit: Unit,
        question: &Question,
    ) -> Result<Self, SearchError> {
        let mut part = Self { searcher, fields, unit, expansions: Expansions::new() };
        for (index, sought) in question.sought.iter().enumerate().filter(|(_, sought)| sought.is_prefix) {
            let words = part.expanded(&sought.exact[0])?;
            part.expansions.insert(index, words);
        }
        Ok(part)
    }

    /// The fields for stems and exact forms that are asked. A text said by one speaker is its own turn.
    pub(crate) fn pairs(&self) -> Vec<(Field, Field)> {
        let Fields { stem, text, t_stem, t_text, .. } = self.fields;
        match self.unit {
            Unit::Messages => vec![(stem, text)],
            Unit::Turns => vec![(t_stem, t_text), (stem, text)],
        }
    }

    /// Exact forms that stand next to each other in one of the fields of [`Part::pairs`].
    pub(crate) fn phrase(&self, field: Field, words: &[String]) -> Box<dyn Query> {
        if field == self.fields.t_text && words.len() > 1 {
            return Box::new(SpokenPhrase::new(self.fields, words));
        }
        phrase(field, words)
    }

    fn expanded(&self, prefix: &str) -> Result<Vec<String>, SearchError> {
        let mut found: HashMap<String, u64> = HashMap::new();
        for (_, field) in self.pairs() {
            for reader in self.searcher.segment_readers() {
                let index = reader.inverted_index(field)?;
                let mut terms = index.terms().range().ge(prefix).into_stream()?;
                let mut looked_at = 0;
                while looked_at < EXPANSIONS_LOOKED_AT && terms.advance() && terms.key().starts_with(prefix.as_bytes())
                {
                    looked_at += 1;
                    if let Ok(word) = std::str::from_utf8(terms.key()) {
                        *found.entry(word.to_owned()).or_default() += u64::from(terms.value().doc_freq);
                    }
                }
            }
        }
        let mut found: Vec<(String, u64)> = found.into_iter().collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found.truncate(EXPANSIONS_MAX);
        Ok(found.into_iter().map(|(word, _)| word).collect())
    }

    /// The query that finds what the question wants in this part; nothing when it wants all there is. `statistics` is the
    /// part whose frequencies decide how it is asked.
    pub(crate) fn matching(
        &self,
        question: &Question,
        statistics: &Searcher,
    ) -> Result<Option<Box<dyn Query>>, SearchError> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        if let Some(clause) = &question.clause {
            clauses.push((Occur::Must, self.clause(question, clause, statistics)?));
        }
        if !question.said_by.is_empty() {
            clauses.push((Occur::Must, any(question.said_by.iter().map(|who| self.said_by(who)).collect())));
        }
        if !question.not_said_by.is_empty() {
            if clauses.is_empty() {
                clauses.push((Occur::Must, Box::new(AllQuery)));
            }
            clauses.push(without(any(question.not_said_by.iter().map(|who| self.said_by(who)).collect())));
        }
        Ok(match clauses.len() {
            0 => None,
            1 => clauses.pop().map(|(_, query)| query),
            _ => Some(Box::new(BooleanQuery::new(clauses))),
        })
    }

    fn clause(
        &self,
        question: &Question,
        clause: &Clause,
        statistics: &Searcher,
    ) -> Result<Box<dyn Query>, SearchError> {
        let query = |clause: &Clause| self.clause(question, clause, statistics);
        match clause {
            Clause::Leaf(index) => self.leaf(question, *index, statistics),
            Clause::Any(clauses) => Ok(any(clauses.iter().map(query).collect::<Result<_, _>>()?)),
            Clause::Not(clause) => {
                Ok(Box::new(BooleanQuery::new(vec![(Occur::Must, Box::new(AllQuery)), without(query(clause)?)])))
            }
            Clause::All(clauses) => {
                let is_function =
                    |clause: &&Clause| matches!(clause, Clause::Leaf(index) if question.is_function[*index]);
                let is_not = |clause: &&Clause| matches!(clause, Clause::Not(_));
                let has_others = clauses.iter().any(|clause| !is_function(&clause) && !is_not(&clause));
                let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
                for clause in clauses.iter().filter(|clause| !has_others || !is_function(clause)) {
                    match clause {
                        Clause::Not(clause) => parts.push(without(query(clause)?)),
                        clause => parts.push((Occur::Must, query(clause)?)),
                    }
                }
                if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
                    parts.push((Occur::Must, Box::new(AllQuery)));
                }
                Ok(Box::new(BooleanQuery::new(parts)))
            }
        }
    }

    /// The stem, or the exact form.
    fn leaf(&self, question: &Question, index: usize, statistics: &Searcher) -> Result<Box<dyn Query>, SearchError> {
        let sought = &question.sought[index];
        let mut alternatives: Vec<Box<dyn Query>> = Vec::new();
        for (stem_field, text_field) in self.pairs() {
            if let Some(words) = self.expansions.get(&index) {
                alternatives.extend(words.iter().map(|word| term(text_field, word)));
                continue;
            }
            let is_stem = |form: &String| sought.stems.contains(form);
            let mut stem_docs = 0;
            for stem in &sought.stems {
                let term = Term::from_field_text(stem_field, stem);
                stem_docs += statistics.doc_freq(&term)?;
                alternatives.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
            }
            if let [form] = sought.exact.as_slice() {
                // Words that are their own stems stand among the exact forms only.
                let others = sought.stems.iter().filter(|stem| *stem != form);
                alternatives.extend(others.map(|stem| term(text_field, stem)));
                if stem_docs > COMMON_DOCS && !is_stem(form) {
                    let docs = statistics.doc_freq(&Term::from_field_text(text_field, form))?;
                    if docs > COMMON_DOCS && docs <= stem_docs {
                        continue;
                    }
                }
            }
            alternatives.push(self.phrase(text_field, &sought.exact));
        }
        Ok(any(alternatives))
    }

    fn said_by(&self, who: &SaidBy) -> Box<dyn Query> {
        let name = phrase(self.fields.who, &who.words);
        if who.from.is_none() && who.to.is_none() {
            return name;
        }
        let within = |field| range(field, who.from.map_or(1, decimal), who.to.map_or(u64::MAX, decimal));
        let unknown = range(self.fields.event_day, 0, 0);
        let released: Box<dyn Query> = Box::new(BooleanQuery::intersection(vec![unknown, within(self.fields.day)]));
        let in_office = any(vec![within(self.fields.event_day), released]);
        Box::new(BooleanQuery::intersection(vec![name, in_office]))
    }
}

fn without(query: Box<dyn Query>) -> (Occur, Box<dyn Query>) {
    (Occur::MustNot, Box::new(Unwanted(query)))
}

fn range(field: Field, from: u64, to: u64) -> Box<dyn Query> {
    let bound = |value| Bound::Included(Term::from_field_u64(field, value));
    Box::new(RangeQuery::new(bound(from), bound(to)))
}

/// A day as a decimal number (20200922).
pub(crate) fn decimal(date: Date) -> u64 {
    let part = |value: i8| u64::try_from(value).unwrap_or(0);
    u64::try_from(date.year()).unwrap_or(0) * 10_000 + part(date.month()) * 100 + part(date.day())
}

fn term(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic))
}

/// Exact forms that stand next to each other; a single one needs no positions.
fn phrase(field: Field, words: &[String]) -> Box<dyn Query> {
    match words {
        [] => Box::new(EmptyQuery),
        [word] => term(field, word),
        _ => Box::new(PhraseQuery::new(words.iter().map(|word| Term::from_field_text(field, word)).collect())),
    }
}

fn any(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.pop() {
        Some(query) if queries.is_empty() => query,
        Some(query) => {
            queries.push(query);
            Box::new(BooleanQuery::union(queries))
        }
        None => Box::new(EmptyQuery),
    }
}
