//! Counting what results have: kinds, speakers, places, topics, languages, years and days.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use tantivy::DocId;
use tantivy::columnar::{ColumnIndex, StrColumn};

use crate::query::folded;
use crate::schema::BETWEEN;
use crate::sieve::{BLOCK, Columns, Sort, read, side};
use crate::{Facet, FacetCounts, Filter, LangChoice, SearchError, YearCount};

/// Values offered for one side; nobody reads more, and an archive may have thousands of places.
const VALUES_MAX: usize = 60;
/// Years are counted up to this one, the last that a date can have.
const YEARS: usize = 10_000;
/// Numbers that month and day of a decimal date can give.
const MONTH_DAYS: usize = 1_232;

const SORTS: [(Sort, u8); 5] = [
    (Sort::Kind, side::KIND),
    (Sort::Speaker, side::SPEAKER),
    (Sort::Place, side::PLACE),
    (Sort::Topic, side::TOPIC),
    (Sort::Lang, side::LANG),
];

/// What is counted besides the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// Only how many there are.
    Total,
    /// How many each day of a year has.
    Days(i16),
    /// Everything that filters can be changed to.
    Facets,
}

/// Counts of one segment.
pub(crate) struct SegmentTally {
    columns: Arc<Columns>,
    counting: Counting,
    total: u64,
    texts: [Vec<u32>; SORTS.len()],
    /// Years with all filters, and with all but the year's own.
    years: [Vec<u32>; 2],
    days: Vec<u32>,
    scratch: [u64; BLOCK],
}

impl SegmentTally {
    pub(crate) fn new(columns: Arc<Columns>, counting: Counting) -> Self {
        let room = |sort| match (counting, columns.texts(sort)) {
            (Counting::Facets, Some(column)) => vec![0; column.num_terms()],
            _ => vec![],
        };
        let texts = SORTS.map(|(sort, _)| room(sort));
        let years = if counting == Counting::Facets { YEARS } else { 0 };
        let days = if matches!(counting, Counting::Days(_)) { MONTH_DAYS } else { 0 };
        Self {
            columns,
            counting,
            total: 0,
            texts,
            years: [vec![0; years], vec![0; years]],
            days: vec![0; days],
            scratch: [0; BLOCK],
        }
    }

    /// Counts a block of documents, each with the sides on which it does not fit.
    pub(crate) fn count(&mut self, docs: &[DocId], misfits: &[u8]) {
        self.total += misfits.iter().map(|misfit| u64::from(*misfit == 0)).sum::<u64>();
        match self.counting {
            Counting::Total => {}
            Counting::Days(year) => self.count_days(docs, misfits, u64::try_from(year).unwrap_or(0)),
            Counting::Facets => self.count_facets(docs, misfits),
        }
    }

    fn count_days(&mut self, docs: &[DocId], misfits: &[u8], year: u64) {
        let values = &mut self.scratch[..docs.len()];
        read(&self.columns.day, docs, values);
        for (day, misfit) in values.iter().zip(misfits) {
            let place = usize::try_from(day % 10_000).ok().filter(|_| day / 10_000 == year && *misfit == 0);
            if let Some(count) = place.and_then(|place| self.days.get_mut(place)) {
                *count += 1;
            }
        }
    }

    fn count_facets(&mut self, docs: &[DocId], misfits: &[u8]) {
        let values = &mut self.scratch[..docs.len()];
        read(&self.columns.day, docs, values);
        let [years, other_years] = &mut self.years;
        for (day, misfit) in values.iter().zip(misfits) {
            let year = usize::try_from(day / 10_000).unwrap_or(0).min(YEARS - 1);
            years[year] += u32::from(*misfit == 0);
            other_years[year] += u32::from(misfit & !side::YEAR == 0);
        }
        for ((sort, side), counts) in SORTS.into_iter().zip(&mut self.texts) {
            let Some(column) = self.columns.texts(sort) else { continue };
            let column = column.ords();
            let mut note = |number: u64, counted: u32| {
                if let Some(count) = usize::try_from(number).ok().and_then(|number| counts.get_mut(number)) {
                    *count += counted;
                }
            };
            if matches!(column.index, ColumnIndex::Full) {
                column.values.get_vals(docs, values);
                for (number, misfit) in values.iter().zip(misfits) {
                    note(*number, u32::from(misfit & !side == 0));
                }
            } else {
                for (doc, _) in docs.iter().zip(misfits).filter(|(_, misfit)| *misfit & !side == 0) {
                    column.values_for_doc(*doc).for_each(|number| note(number, 1));
                }
            }
        }
    }
}

/// Counts of all segments.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// How many fit everything.
    pub total: u64,
    texts: [HashMap<String, u64>; SORTS.len()],
    years: [BTreeMap<i16, u64>; 2],
    days: BTreeMap<Date, u64>,
}

impl Tally {
    /// Adds the counts of a segment, its numbers put into words.
    pub(crate) fn add(&mut self, segment: &SegmentTally) -> Result<(), SearchError> {
        self.total += segment.total;
        for ((sort, counts), texts) in SORTS.iter().map(|(sort, _)| sort).zip(&segment.texts).zip(&mut self.texts) {
            if let Some(column) = segment.columns.texts(*sort) {
                add_texts(column, counts, texts)?;
            }
        }
        for (counts, years) in segment.years.iter().zip(&mut self.years) {
            // Year 0 is that of pages, which have no day.
            for (year, count) in counts.iter().enumerate().skip(1).filter(|(_, count)| **count > 0) {
                *years.entry(i16::try_from(year).unwrap_or(i16::MAX)).or_default() += u64::from(*count);
            }
        }
        if let Counting::Days(year) = segment.counting {
            let part = |value: usize| i8::try_from(value).unwrap_or(0);
            for (place, count) in segment.days.iter().enumerate().filter(|(_, count)| **count > 0) {
                if let Ok(date) = Date::new(year, part(place / 100), part(place % 100)) {
                    *self.days.entry(date).or_default() += u64::from(*count);
                }
            }
        }
        Ok(())
    }

    /// How many results each year has, oldest first.
    pub(crate) fn years(&self) -> Vec<YearCount> {
        self.years[0].iter().map(|(year, count)| YearCount { year: *year, count: *count }).collect()
    }

    /// How many results each day has, in order.
    pub(crate) fn days(self) -> Vec<(Date, u64)> {
        self.days.into_iter().collect()
    }

    /// What the filter may be changed to; values that are chosen already are among them even when nothing has them.
    pub(crate) fn facets(&self, filter: &Filter) -> FacetCounts {
        let [kinds, speakers, places, topics, langs] = &self.texts;
        let plain = |value: &str| (value.to_owned(), value.to_owned());
        let tagged = |value: &str| {
            value.split_once(BETWEEN).map_or_else(|| plain(value), |(slug, label)| (slug.to_owned(), label.to_owned()))
        };
        let place = |value: &str| (folded(value).join(" "), value.to_owned());
        let lang = match &filter.lang {
            LangChoice::One(lang) => Some(lang.as_str()),
            LangChoice::OfPage | LangChoice::All => None,
        };
        let mut places = listed(places, place, filter.place.as_deref().map(|place| folded(place).join(" ")).as_deref());
        // In addresses a place stands as it is written, since filters compare without regard to case and diacritics.
        places.iter_mut().for_each(|facet| facet.value.clone_from(&facet.label));
        let years = self.years[1].iter().rev().map(|(year, count)| Facet {
            value: year.to_string(),
            label: year.to_string(),
            count: *count,
        });
        FacetCounts {
            kinds: listed(kinds, plain, filter.kind.map(|kind| kind.as_str())),
            speakers: listed(speakers, tagged, filter.speaker.as_deref()),
            places,
            topics: listed(topics, tagged, filter.topic.as_deref()),
            years: years.collect(),
            langs: listed(langs, plain, lang),
        }
    }
}

fn add_texts(column: &StrColumn, counts: &[u32], texts: &mut HashMap<String, u64>) -> Result<(), SearchError> {
    let (numbers, found): (Vec<u64>, Vec<u32>) = (0..).zip(counts).filter(|(_, count)| **count > 0).unzip();
    let mut found = found.into_iter();
    column.dictionary().sorted_ords_to_term_cb(&numbers, |term| {
        let count = u64::from(found.next().unwrap_or(0));
        if let Some(text) = std::str::from_utf8(term).ok().filter(|text| !text.is_empty()) {
            match texts.get_mut(text) {
                Some(known) => *known += count,
                None => drop(texts.insert(text.to_owned(), count)),
            }
        }
    })?;
    Ok(())
}

/// The values with their counts, the most frequent first; what differs in the label only is one, under its most frequent label.
fn listed(texts: &HashMap<String, u64>, parts: impl Fn(&str) -> (String, String), chosen: Option<&str>) -> Vec<Facet> {
    let mut facets: HashMap<String, (Facet, u64)> = HashMap::new();
    for (text, count) in texts {
        let (value, label) = parts(text);
        if value.is_empty() {
            continue;
        }
        match facets.get_mut(&value) {
            Some((facet, most)) => {
                facet.count += count;
                if (*count, &facet.label) > (*most, &label) {
                    (facet.label, *most) = (label, *count);
                }
            }
            None => drop(facets.insert(value.clone(), (Facet { value, label, count: *count }, *count))),
        }
    }
    let mut facets: Vec<Facet> = facets.into_values().map(|(facet, _)| facet).collect();
    facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    let last =
        facets.iter().position(|facet| Some(facet.value.as_str()) == chosen).filter(|place| *place >= VALUES_MAX);
    let last = last.map(|place| facets.swap_remove(place));
    facets.truncate(VALUES_MAX);
    facets.extend(last);
    facets
}
