//! From a question to its answer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use document::TurnId;
use domain::{AsOf, Kind, Lang, MessageId};
use jiff::civil::Date;
use tantivy::{DocId, SegmentReader, TantivyError};

use crate::analysis::Language;
use crate::ask::{self, Asked, Wanted};
use crate::conditions::Conditions;
use crate::facets::Counting;
use crate::query::{Part, Question};
use crate::score::weigh;
use crate::search::Readers;
use crate::snippet::{Marker, opening, passages};
use crate::sweep::{Candidate, Quest, Swept, sweep};
use crate::{Answer, Ask, Hit, LangChoice, Order, Search, SearchError, Understood, Unit, spelling};

/// Results below which another spelling is looked for.
const FEW: u64 = 3;
/// Results whose order is worked out for a ranked question at least, so that every page of it is of one order.
const RANKED: usize = 200;

/// A question with all that it is asked of the index with.
struct Reading {
    readers: Arc<Readers>,
    asked: Asked,
    question: Question,
    conditions: Conditions,
    unit: Unit,
}

impl Search {
    /// What the public record as of an instant has on a question. `lang` is the language of the page: without another wish
    /// editions in it are searched.
    ///
    /// # Errors
    /// When index or views cannot be read. A damaged index is built anew from the next [`Search::catch_up`] on.
    pub fn find(&self, as_of: &AsOf, lang: &Lang, ask: &Ask) -> Result<Answer, SearchError> {
        self.find_with(as_of, lang, ask, &Kind::named)
    }

    /// The same for a page with words of its own for kinds of message: `kind_named` says which kind a word after `kind:` means.
    ///
    /// # Errors
    /// As for [`Search::find`].
    pub fn find_with(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        ask: &Ask,
        kind_named: &dyn Fn(&str) -> Option<Kind>,
    ) -> Result<Answer, SearchError> {
        self.guarded(|| {
            let reading = self.read(as_of, lang, ask, kind_named)?;
            let answer = self.answer(as_of, lang, ask, &reading, kind_named)?;
            // Where no turn of a speaker fits, messages that name the speaker are the next best.
            match reading.by_sheet().filter(|_| answer.total == 0 || answer.understood.relaxed) {
                Some(by_sheet) => {
                    let other = self.answer(as_of, lang, ask, &by_sheet, kind_named)?;
                    Ok(if other.total > 0 && !other.understood.relaxed || answer.total == 0 { other } else { answer })
                }
                None => Ok(answer),
            }
        })
    }

    /// How many results each day of a year has, days without any left out.
    ///
    /// # Errors
    /// As for [`Search::find`].
    pub fn days(&self, as_of: &AsOf, lang: &Lang, ask: &Ask, year: i16) -> Result<Vec<(Date, u64)>, SearchError> {
        self.guarded(|| {
            let reading = self.read(as_of, lang, ask, &Kind::named)?;
            let strict = reading.sweep(as_of, &reading.question, false, 0, Counting::Days(year))?;
            let swept = match reading.question.relaxed().filter(|_| strict.tally.total == 0) {
                Some(relaxed) => reading.sweep(as_of, &relaxed, true, 0, Counting::Days(year))?,
                None => strict,
            };
            Ok(swept.tally.days())
        })
    }

    /// Does what reads the index; damage that it meets is noted. The library answers some kinds of damage with a panic.
    pub(crate) fn guarded<T>(&self, read: impl FnOnce() -> Result<T, SearchError>) -> Result<T, SearchError> {
        let damage =
            || SearchError::Index(TantivyError::InternalError("a damaged index made the library panic".to_owned()));
        let answer = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damage()));
        if matches!(answer, Err(SearchError::Index(_) | SearchError::Folder(_))) {
            self.damaged();
        }
        answer
    }

    fn read(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        ask: &Ask,
        kind_named: &dyn Fn(&str) -> Option<Kind>,
    ) -> Result<Reading, SearchError> {
        let asked = ask::read(&ask.text, kind_named);
        let standing = self.views.standing(as_of)?;
        let (speakers, topics, langs) = standing.map_or_else(Default::default, |standing| {
            (standing.speakers, standing.topics, standing.identity.languages)
        });
        let written = asked.conditions.iter().find_map(|condition| match &condition.wanted {
            Wanted::Lang(Some(lang)) if !condition.negated => Some(lang),
            _ => None,
        });
        let own = match (written, &ask.filter.lang) {
            (Some(own), _) | (None, LangChoice::One(own)) => own,
            (None, LangChoice::OfPage | LangChoice::All) => lang,
        };
        let own = Language::of(own.as_str());
        let mut languages: Vec<Language> = langs.iter().map(|lang| Language::of(lang.as_str())).collect();
        languages.sort_unstable();
        languages.dedup();
        let question = Question::of(&asked, own, &languages, &speakers);
        let is_said = !question.said_by.is_empty() || !question.not_said_by.is_empty();
        let unit = if is_said { Unit::Turns } else { ask.unit };
        let conditions = Conditions::of(&ask.filter, &asked.conditions, lang, &topics);
        let readers = self.readers();
        let mut reading = Reading { readers, asked, question, conditions, unit };
        reading.weigh()?;
        Ok(reading)
    }

    fn answer(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        ask: &Ask,
        reading: &Reading,
        kind_named: &dyn Fn(&str) -> Option<Kind>,
    ) -> Result<Answer, SearchError> {
        let (skip, limit) = (ask.skip.min(Ask::SKIP_MAX), ask.limit.min(Ask::LIMIT_MAX));
        let is_ranked = ask.order == Order::Relevance && reading.question.clause.is_some() && limit > 0;
        let kept = if is_ranked { RANKED.max(skip + limit) } else { skip + limit };
        let quest = |question: &Question, is_relaxed: bool| {
            let quest = reading.quest(as_of, question, is_relaxed, kept, Counting::Facets);
            sweep(&reading.readers, &Quest { is_ranked, ..quest })
        };
        let mut swept = quest(&reading.question, false)?;
        let strict = swept.tally.total;
        let relaxed = reading.question.relaxed().filter(|_| strict == 0);
        let question = relaxed.as_ref().unwrap_or(&reading.question);
        if relaxed.is_some() {
            swept = quest(question, true)?;
        }
        let suggestion =
            if strict < FEW { self.suggestion(as_of, lang, ask, reading, strict, kind_named)? } else { None };
        let marker = Marker::new(question.wanted().into_iter().map(|index| question.sought[index].clone()).collect());
        let mut total = swept.tally.total;
        let mut hits = Vec::new();
        for candidate in swept.best.iter().skip(skip).take(limit) {
            match self.hit(as_of, reading, candidate, &marker)? {
                Some(hit) => hits.push(hit),
                // The views know better than the index, which has not caught up.
                None => total = total.saturating_sub(1),
            }
        }
        let understood = Understood {
            relaxed: relaxed.is_some() && total > 0,
            cut: reading.question.cut,
            ..reading.asked.understood()
        };
        let (facets, years) = (swept.tally.facets(&ask.filter), swept.tally.years());
        Ok(Answer { total, hits, facets, years, understood, suggestion, state: self.state() })
    }

    /// Another spelling that finds more at this instant.
    fn suggestion(
        &self,
        as_of: &AsOf,
        lang: &Lang,
        ask: &Ask,
        reading: &Reading,
        found: u64,
        kind_named: &dyn Fn(&str) -> Option<Kind>,
    ) -> Result<Option<String>, SearchError> {
        let Some(text) = spelling::respelled(&ask.text, &reading.question, &reading.readers, as_of)? else {
            return Ok(None);
        };
        let other = self.read(as_of, lang, &Ask { text: text.clone(), ..ask.clone() }, kind_named)?;
        let swept = other.sweep(as_of, &other.question, false, 0, Counting::Total)?;
        Ok(Some(text).filter(|_| swept.tally.total > found))
    }

    /// The result as it is shown; nothing when the public does not see exactly this.
    fn hit(
        &self,
        as_of: &AsOf,
        reading: &Reading,
        candidate: &Candidate,
        marker: &Marker,
    ) -> Result<Option<Hit>, SearchError> {
        let searcher = if candidate.is_pending { &reading.readers.pending } else { &reading.readers.main };
        let place = Place { reader: searcher.segment_reader(candidate.segment), doc: candidate.doc };
        let (Ok(message), Ok(lang)) =
            (place.text("message")?.parse::<MessageId>(), place.text("lang")?.parse::<Lang>())
        else {
            return Ok(None);
        };
        let version = place.number("number")?;
        let Some(seen) = self.views.edition(as_of, &lang, &message)? else { return Ok(None) };
        if seen.versions.last().is_none_or(|last| u64::from(last.number) != version) {
            return Ok(None);
        }
        let (turn, day) = (place.text("turn")?, place.number("day")?);
        let language = Language::of(lang.as_str());
        let names = document::speakers_of(&seen.document);
        // A text that one speaker says has no turns.
        let turn = turn.parse::<TurnId>().ok().filter(|_| reading.unit == Unit::Turns);
        let mut snippets = passages(&seen.document, &names, language, marker, turn);
        if reading.unit == Unit::Turns {
            snippets.truncate(1);
        }
        let snippets =
            if snippets.is_empty() { opening(&seen.document, seen.sheet.teaser.as_deref()) } else { snippets };
        Ok(Some(Hit {
            message,
            title: marker.marked(&seen.sheet.title, language),
            lang,
            version: u32::try_from(version).unwrap_or(u32::MAX),
            path: seen.path,
            kind: seen.sheet.kind,
            place: seen.sheet.occasion.place,
            event_date: seen.sheet.occasion.date,
            day: civil_day(day),
            snippets,
        }))
    }
}

impl Reading {
    /// The same question to messages with the speakers on their sheets, if it asks for what somebody says.
    fn by_sheet(&self) -> Option<Self> {
        let Question { said_by, not_said_by, .. } = &self.question;
        if said_by.is_empty() {
            return None;
        }
        let mut conditions = self.conditions.clone();
        conditions.add_speakers(said_by, not_said_by);
        let question = Question { said_by: vec![], not_said_by: vec![], ..self.question.clone() };
        let (readers, asked) = (Arc::clone(&self.readers), self.asked.clone());
        Some(Self { readers, asked, question, conditions, unit: Unit::Messages })
    }

    fn quest<'a>(
        &'a self,
        as_of: &'a AsOf,
        question: &'a Question,
        is_relaxed: bool,
        kept: usize,
        counting: Counting,
    ) -> Quest<'a> {
        let (conditions, unit) = (&self.conditions, self.unit);
        Quest { as_of, question, conditions, unit, is_ranked: false, is_relaxed, kept, counting }
    }

    fn sweep(
        &self,
        as_of: &AsOf,
        question: &Question,
        is_relaxed: bool,
        kept: usize,
        counting: Counting,
    ) -> Result<Swept, SearchError> {
        sweep(&self.readers, &self.quest(as_of, question, is_relaxed, kept, counting))
    }

    fn weigh(&mut self) -> Result<(), SearchError> {
        let readers = &self.readers;
        let part = Part::new(&readers.main, readers.fields, self.unit, &Question::default())?;
        weigh(&part, &mut self.question, &readers.main)
    }
}

/// The date of a decimal day; nothing for pages, which have 0.
fn civil_day(day: u64) -> Option<Date> {
    let part = |value: u64| i8::try_from(value).ok();
    Date::new(i16::try_from(day / 10_000).ok()?, part(day / 100 % 100)?, part(day % 100)?).ok().filter(|_| day > 0)
}

/// A document in a segment.
struct Place<'a> {
    reader: &'a SegmentReader,
    doc: DocId,
}

impl Place<'_> {
    fn text(&self, field: &str) -> Result<String, SearchError> {
        let mut text = String::new();
        if let Some(column) = self.reader.fast_fields().str(field)?
            && let Some(number) = column.ords().first(self.doc)
        {
            column.ord_to_str(number, &mut text)?;
        }
        Ok(text)
    }

    fn number(&self, field: &str) -> Result<u64, SearchError> {
        Ok(self.reader.fast_fields().u64(field)?.first(self.doc).unwrap_or_default())
    }
}
