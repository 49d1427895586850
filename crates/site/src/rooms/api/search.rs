//! Search for programs.

use ::search::{Answer as Found, Facet, Hit, Piece, Snippet, Understood};
use http::StatusCode;
use serde::Serialize;

use super::{SHARED, StateShape, field, json, preparing, unknown, uri};
use crate::address::Room;
use crate::answer::Answer;
use crate::frame::Desk;
use crate::public::Trouble;
use crate::query::typed_pairs;
use crate::rooms::search::{CannotBe, PAGES_MAX, PER_PAGE, SearchQuery, ask};

#[derive(Debug, Serialize)]
struct SearchShape {
    query: String,
    lang: String,
    as_of: String,
    state: StateShape,
    total: u64,
    page: usize,
    pages: u64,
    understood: UnderstoodShape,
    suggestion: Option<String>,
    results: Vec<ResultShape>,
    facets: FacetsShape,
    years: Vec<YearShape>,
}

#[derive(Debug, Serialize)]
struct UnderstoodShape {
    words: Vec<String>,
    phrases: Vec<String>,
    without: Vec<String>,
    filters: Vec<FilterShape>,
    relaxed: bool,
    cut: bool,
}

#[derive(Debug, Serialize)]
struct FilterShape {
    name: String,
    value: String,
}

#[derive(Debug, Serialize)]
struct ResultShape {
    title: String,
    title_marks: Vec<[usize; 2]>,
    url: String,
    lang: String,
    kind: &'static str,
    place: Option<String>,
    date: Option<String>,
    event_date: Option<String>,
    version: u32,
    passages: Vec<PassageShape>,
}

#[derive(Debug, Serialize)]
struct PassageShape {
    anchor: Option<String>,
    url: String,
    who: Option<String>,
    name: Option<String>,
    speaker: Option<String>,
    role: Option<&'static str>,
    text: String,
    marks: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
struct FacetsShape {
    kinds: Vec<FacetShape>,
    speakers: Vec<FacetShape>,
    places: Vec<FacetShape>,
    topics: Vec<FacetShape>,
    years: Vec<FacetShape>,
    editions: Vec<FacetShape>,
}

#[derive(Debug, Serialize)]
struct FacetShape {
    value: String,
    label: String,
    count: u64,
}

#[derive(Debug, Serialize)]
struct YearShape {
    year: i16,
    count: u64,
}

/// The answer to a search.
pub(super) fn answer(desk: &Desk<'_>, query: &str) -> Result<Answer, Trouble> {
    let mut asked = SearchQuery::default();
    for (name, value) in typed_pairs(query) {
        if !SearchQuery::NAMES.contains(&name.as_str()) && !SHARED.contains(&name.as_str()) {
            return Ok(unknown(&name, &SearchQuery::NAMES));
        }
        if let Err(CannotBe) = asked.take(&name, value.trim()) {
            return Ok(field(&name, detail(&name)));
        }
    }
    Ok(match ask(desk, &asked)? {
        Some(found) => json(StatusCode::OK, &shape(desk, &asked, found)),
        None => preparing(),
    })
}

/// What a parameter's value must be.
fn detail(name: &str) -> &'static str {
    match name {
        "in" => "it is `messages` or `turns`",
        "order" => "it is `relevance` or `newest`",
        "kind" => "there is no such kind; `press-conference` is one, for example",
        "year" => "a year is a number from 1 to 9999",
        "from" | "to" => "a day that exists is written as 2020-09-22",
        "edition" => "it is `all` or the tag of a language",
        "page" => "pages are numbered from 1; those that nobody turns to are not given: narrow the search",
        _ => "the value is too long, or it is no text",
    }
}

fn shape(desk: &Desk<'_>, asked: &SearchQuery, found: Found) -> SearchShape {
    let pages_max = u64::try_from(PAGES_MAX).unwrap_or(u64::MAX);
    let per_page = u64::try_from(PER_PAGE).unwrap_or(u64::MAX);
    SearchShape {
        query: asked.text.clone(),
        lang: desk.words.lang.to_string(),
        as_of: desk.as_of.instant.to_string(),
        state: found.state.into(),
        total: found.total,
        page: asked.page,
        pages: found.total.div_ceil(per_page).min(pages_max),
        understood: understood(found.understood),
        suggestion: found.suggestion,
        results: found.hits.into_iter().map(|hit| result(desk, hit)).collect(),
        facets: FacetsShape {
            kinds: facets(found.facets.kinds),
            speakers: facets(found.facets.speakers),
            places: facets(found.facets.places),
            topics: facets(found.facets.topics),
            years: facets(found.facets.years),
            editions: facets(found.facets.langs),
        },
        years: found.years.into_iter().map(|year| YearShape { year: year.year, count: year.count }).collect(),
    }
}

fn understood(read: Understood) -> UnderstoodShape {
    UnderstoodShape {
        words: read.words,
        phrases: read.phrases,
        without: read.without,
        filters: read.filters.into_iter().map(|(name, value)| FilterShape { name, value }).collect(),
        relaxed: read.relaxed,
        cut: read.cut,
    }
}

fn result(desk: &Desk<'_>, hit: Hit) -> ResultShape {
    let href = desk.href(&hit.lang, Room::Text(hit.path));
    let (title, title_marks) = marked(hit.title);
    ResultShape {
        title,
        title_marks,
        url: uri(desk, &href),
        lang: hit.lang.to_string(),
        kind: hit.kind.as_str(),
        place: hit.place,
        date: hit.day.map(|day| day.to_string()),
        event_date: hit.event_date.map(|day| day.to_string()),
        version: hit.version,
        passages: hit.snippets.into_iter().map(|snippet| passage(desk, &href, snippet)).collect(),
    }
}

fn passage(desk: &Desk<'_>, href: &str, snippet: Snippet) -> PassageShape {
    let (text, marks) = marked(snippet.text);
    let said = snippet.said;
    let url = snippet.anchor.as_ref().map_or_else(|| href.to_owned(), |anchor| format!("{href}#{anchor}"));
    PassageShape {
        url: uri(desk, &url),
        anchor: snippet.anchor,
        role: said.as_ref().map(|said| said.role.as_str()),
        speaker: said.as_ref().and_then(|said| said.speaker.clone()),
        name: said.as_ref().and_then(|said| said.name.clone()),
        who: said.map(|said| said.label).filter(|label| !label.is_empty()),
        text,
        marks,
    }
}

/// A text with its marks as pairs of places, from the first marked character to the first after them, counted from 0.
fn marked(pieces: Vec<Piece>) -> (String, Vec<[usize; 2]>) {
    let (mut text, mut marks, mut at) = (String::new(), Vec::new(), 0);
    for piece in pieces {
        let end = at + piece.text.chars().count();
        if piece.marked {
            marks.push([at, end]);
        }
        text.push_str(&piece.text);
        at = end;
    }
    (text, marks)
}

fn facets(facets: Vec<Facet>) -> Vec<FacetShape> {
    let shape = |facet: Facet| FacetShape { value: facet.value, label: facet.label, count: facet.count };
    facets.into_iter().map(shape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_counted_in_characters() {
        let piece = |text: &str, marked| Piece { text: text.to_owned(), marked };
        let (text, marks) = marked(vec![piece("é ", false), piece("港口", true), piece("!", false), piece("x", true)]);
        assert_eq!((text.as_str(), marks), ("é 港口!x", vec![[2, 4], [5, 6]]));
    }
}
