//! What a search is narrowed by, and what it may be narrowed by.

use ::search::{Answer, Facet, Filter, LangChoice, Unit};
use domain::{Kind, Texts};
use serde::Serialize;

use super::{SearchQuery, href};
use crate::frame::Desk;

/// Values of a facet that stand on the page at once.
const OPEN_VALUES: usize = 6;
/// Values of a facet at all: whoever looks for a rarer one names it in the query.
const VALUES_MAX: usize = 60;

/// A filter that holds.
#[derive(Debug, Serialize)]
pub(super) struct Chip {
    /// What is filtered by.
    name: String,
    value: String,
    /// The search without it; nothing where only the reader can take it out of the words.
    href: Option<String>,
}

/// The values of one filter.
#[derive(Debug, Serialize)]
pub(super) struct FacetGroup {
    name: String,
    values: Vec<FacetValue>,
    more: Vec<FacetValue>,
}

#[derive(Debug, Serialize)]
struct FacetValue {
    label: String,
    /// The language of the label where it is not the page's.
    lang: Option<String>,
    count: Option<String>,
    href: String,
    chosen: bool,
}

/// The filters that hold, those of the address first, then those that the reader typed among the words.
pub(super) fn chips(desk: &Desk<'_>, asked: &SearchQuery, answer: &Answer) -> Vec<Chip> {
    let (words, filter) = (desk.words, &asked.filter);
    let mut chips = Vec::new();
    let mut add = |key: &str, value: Option<String>, clear: fn(&mut Filter)| {
        if let Some(value) = value {
            chips.push(Chip { name: words.say(key, &[]), value, href: Some(href(desk, &asked.with(clear))) });
        }
    };
    let label = |facets: &[Facet], value: &str| {
        facets.iter().find(|facet| facet.value == value).map_or_else(|| value.to_owned(), |facet| facet.label.clone())
    };
    add("filter-kind", filter.kind.map(|kind| kinds(desk, kind)), |filter| filter.kind = None);
    let speaker = filter.speaker.as_deref();
    let speaker = speaker.map(|slug| speaker_name(desk, slug).unwrap_or_else(|| label(&answer.facets.speakers, slug)));
    add("filter-speaker", speaker, |filter| filter.speaker = None);
    add("filter-place", filter.place.clone(), |filter| filter.place = None);
    let topic = filter.topic.as_deref();
    let topic = topic.map(|slug| topic_name(desk, slug).unwrap_or_else(|| label(&answer.facets.topics, slug)));
    add("filter-topic", topic, |filter| filter.topic = None);
    add("search-year", filter.year.map(|year| year.to_string()), |filter| filter.year = None);
    add("filter-from", filter.from.map(|day| words.date(day)), |filter| filter.from = None);
    add("filter-to", filter.to.map(|day| words.date(day)), |filter| filter.to = None);
    let language = match &filter.lang {
        LangChoice::OfPage => None,
        LangChoice::One(lang) => (*lang != words.lang).then(|| words.locales.own_name(lang)),
        LangChoice::All => Some(words.say("search-all-languages", &[])),
    };
    add("search-language", language, |filter| filter.lang = LangChoice::OfPage);
    for (name, value) in &answer.understood.filters {
        let without = without_typed(&asked.text, name, value);
        let href = without.map(|text| href(desk, &SearchQuery { text, page: 1, ..asked.clone() }));
        chips.push(Chip { name: name.clone(), value: value.clone(), href });
    }
    chips
}

/// The words without a filter that was typed among them, where it stands there as it was read.
fn without_typed(text: &str, name: &str, value: &str) -> Option<String> {
    let typed = [format!("{name}:\"{value}\""), format!("{name}:{value}")];
    let (before, after) = typed.iter().find_map(|typed| text.split_once(typed.as_str()))?;
    Some(format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned())
}

/// What the search may be narrowed to, each value a link; a chosen one leads back.
pub(super) fn facets(desk: &Desk<'_>, asked: &SearchQuery, answer: &Answer) -> Vec<FacetGroup> {
    let (filter, facets) = (&asked.filter, &answer.facets);
    let kind = Group {
        key: "filter-kind",
        facets: &facets.kinds,
        chosen: filter.kind.map(|kind| kind.as_str().to_owned()),
        label: &|facet| kind_of(facet).map(|kind| kinds(desk, kind)),
        set: &|filter, value| filter.kind = value.and_then(kind_of),
    };
    let speaker = Group {
        key: if asked.unit == Unit::Turns { "search-said-by" } else { "filter-speaker" },
        facets: &facets.speakers,
        chosen: filter.speaker.clone(),
        label: &|facet| speaker_name(desk, &facet.value),
        set: &|filter, value| filter.speaker = value.map(|facet| facet.value.clone()),
    };
    let place = Group {
        key: "filter-place",
        facets: &facets.places,
        chosen: filter.place.clone(),
        label: &|_| None,
        set: &|filter, value| filter.place = value.map(|facet| facet.value.clone()),
    };
    let topic = Group {
        key: "filter-topic",
        facets: &facets.topics,
        chosen: filter.topic.clone(),
        label: &|facet| topic_name(desk, &facet.value),
        set: &|filter, value| filter.topic = value.map(|facet| facet.value.clone()),
    };
    let year = Group {
        key: "search-year",
        facets: &facets.years,
        chosen: filter.year.map(|year| year.to_string()),
        label: &|_| None,
        set: &|filter, value| filter.year = value.and_then(|facet| facet.value.parse().ok()),
    };
    let groups = [kind, speaker, place, topic, year];
    groups.into_iter().filter_map(|group| group.model(desk, asked)).chain(languages(desk, asked, answer)).collect()
}

/// What a group of values is made from.
struct Group<'a> {
    key: &'static str,
    facets: &'a [Facet],
    chosen: Option<String>,
    /// A better word for a value than the record's.
    label: &'a dyn Fn(&Facet) -> Option<String>,
    /// Sets the filter to a value, or clears it.
    set: &'a dyn Fn(&mut Filter, Option<&Facet>),
}

impl Group<'_> {
    fn model(&self, desk: &Desk<'_>, asked: &SearchQuery) -> Option<FacetGroup> {
        // One value that all results have narrows nothing.
        if self.chosen.is_none() && self.facets.len() < 2 {
            return None;
        }
        let value = |facet: &Facet| {
            let chosen = self.chosen.as_deref().is_some_and(|chosen| same(chosen, &facet.value));
            FacetValue {
                label: (self.label)(facet).unwrap_or_else(|| facet.label.clone()),
                lang: None,
                count: Some(count(desk, facet.count)),
                href: href(desk, &asked.with(|filter| (self.set)(filter, (!chosen).then_some(facet)))),
                chosen,
            }
        };
        let mut values: Vec<FacetValue> = self.facets.iter().take(VALUES_MAX).map(value).collect();
        // The chosen one stays in sight wherever it stands in the order of counts.
        values.sort_by_key(|value| !value.chosen);
        let more = values.split_off(values.len().min(OPEN_VALUES));
        (!values.is_empty()).then(|| FacetGroup { name: desk.words.say(self.key, &[]), values, more })
    }
}

/// The languages of editions, and all of them.
fn languages(desk: &Desk<'_>, asked: &SearchQuery, answer: &Answer) -> Option<FacetGroup> {
    let words = desk.words;
    let chosen = match &asked.filter.lang {
        LangChoice::OfPage => Some(&words.lang),
        LangChoice::One(lang) => Some(lang),
        LangChoice::All => None,
    };
    let own = words.lang.as_str();
    if answer.facets.langs.iter().all(|facet| facet.value == own) && chosen.is_some_and(|lang| lang.as_str() == own) {
        return None;
    }
    let value = |facet: &Facet| {
        let lang = facet.value.parse().ok()?;
        let choice = if facet.value == own { LangChoice::OfPage } else { LangChoice::One(lang) };
        Some(FacetValue {
            label: facet.value.parse().map_or_else(|_| facet.label.clone(), |lang| words.locales.own_name(&lang)),
            lang: Some(facet.value.clone()),
            count: Some(count(desk, facet.count)),
            href: href(desk, &asked.with(|filter| filter.lang = choice)),
            chosen: chosen.is_some_and(|lang| lang.as_str() == facet.value),
        })
    };
    let mut values: Vec<FacetValue> = answer.facets.langs.iter().filter_map(value).collect();
    values.push(FacetValue {
        label: words.say("search-all-languages", &[]),
        lang: None,
        count: None,
        href: href(desk, &asked.with(|filter| filter.lang = LangChoice::All)),
        chosen: chosen.is_none(),
    });
    Some(FacetGroup { name: words.say("search-language", &[]), values, more: vec![] })
}

/// The same search in all languages, where it was in one.
pub(super) fn in_all_languages(desk: &Desk<'_>, asked: &SearchQuery) -> Option<String> {
    (asked.filter.lang != LangChoice::All).then(|| href(desk, &asked.with(|filter| filter.lang = LangChoice::All)))
}

fn count(desk: &Desk<'_>, count: u64) -> String {
    desk.words.locales.number(&desk.words.lang, i64::try_from(count).unwrap_or(i64::MAX))
}

/// Places are compared without regard to case; everything else has one written form.
fn same(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

fn kind_of(facet: &Facet) -> Option<Kind> {
    Kind::named(&facet.value).or_else(|| (facet.value == Kind::Page.as_str()).then_some(Kind::Page))
}

/// Messages of a kind, in the page's language.
pub(crate) fn kinds(desk: &Desk<'_>, kind: Kind) -> String {
    if kind == Kind::Page { desk.words.say("search-kinds-page", &[]) } else { desk.words.kinds(kind) }
}

fn speaker_name(desk: &Desk<'_>, slug: &str) -> Option<String> {
    let known = desk.standing.speakers.iter().find(|speaker| speaker.slug == slug);
    own(desk, known.map(|speaker| &speaker.name))
}

fn topic_name(desk: &Desk<'_>, slug: &str) -> Option<String> {
    let known = desk.standing.topics.iter().find(|topic| topic.slug == slug);
    own(desk, known.map(|topic| &topic.name))
}

fn own(desk: &Desk<'_>, texts: Option<&Texts>) -> Option<String> {
    texts.and_then(|texts| desk.words.own(texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_filter_is_taken_out_of_the_words() {
        let table = [
            ("fees speaker:maren 2020", "speaker", "maren", Some("fees 2020")),
            ("place:\"Port Selby\"", "place", "Port Selby", Some("")),
            ("a place:\"Port Selby\" b", "place", "Port Selby", Some("a b")),
            ("Speaker:Maren fees", "speaker", "maren", None),
        ];
        for (text, name, value, left) in table {
            assert_eq!(without_typed(text, name, value).as_deref(), left, "{text}");
        }
    }
}
