//! Full-text search.

mod asked;
mod examples;
mod narrow;
mod results;

use ::search::{Answer, Filter, Order, SearchError, State, Unit};
use serde::Serialize;

use crate::address::{Room, Table};
use crate::frame::Desk;
use crate::public::Trouble;
use crate::rooms::pictures::{Bars, Caption};

pub(crate) use asked::{CannotBe, PAGES_MAX, PER_PAGE, SearchQuery};
use examples::Example;
use narrow::{Chip, FacetGroup};
pub(crate) use results::{PieceModel, Place, Who, pieces, place};
use results::{ResultModel, results};

/// Characters of the reader's words in the window's title: a title bar shows no more.
const TITLE_CHARS: usize = 60;

#[derive(Debug, Serialize)]
pub(crate) struct SearchRoom {
    search: SearchModel,
}

#[derive(Debug, Serialize)]
struct SearchModel {
    #[serde(skip)]
    window_title: String,
    form: Form,
    state: Option<String>,
    examples: Vec<Example>,
    found: Option<FoundModel>,
}

#[derive(Debug, Serialize)]
struct Form {
    action: String,
    text: String,
    kept: Vec<Kept>,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, Serialize)]
struct Kept {
    name: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
struct FoundModel {
    count_text: String,
    units: Vec<Choice>,
    orders: Vec<Choice>,
    chips: Vec<Chip>,
    clear_href: Option<String>,
    understood: Option<UnderstoodModel>,
    relaxed: bool,
    cut: bool,
    suggestion: Option<Suggestion>,
    results: Vec<ResultModel>,
    first: usize,
    facets: Vec<FacetGroup>,
    trend: Option<Bars>,
    page_text: Option<String>,
    older_href: Option<String>,
    newer_href: Option<String>,
    all_languages_href: Option<String>,
}

/// One of several states of the page.
#[derive(Debug, Serialize)]
struct Choice {
    label: String,
    href: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct UnderstoodModel {
    words: Vec<String>,
    phrases: Vec<String>,
    without: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Suggestion {
    text: String,
    href: String,
}

impl SearchRoom {
    /// The page's title.
    pub(crate) fn title(&self) -> String {
        self.search.window_title.clone()
    }
}

/// The page for a query; nothing when the query cannot be read (a filter that cannot be, a date that does not exist).
pub(crate) fn model(desk: &Desk<'_>, query: &str) -> Result<Option<SearchRoom>, Trouble> {
    let Some(asked) = SearchQuery::read(query) else { return Ok(None) };
    let words = desk.words;
    let answer = if asked.is_empty() { None } else { ask(desk, &asked)? };
    let state = match (&answer, desk.search) {
        (Some(answer), _) => state_text(desk, Some(answer.state)),
        (None, Some(search)) if asked.is_empty() => state_text(desk, Some(search.state())),
        _ => state_text(desk, None),
    };
    let title: String = asked.text.chars().take(TITLE_CHARS).collect();
    let model = SearchModel {
        window_title: match asked.text.is_empty() {
            true => words.say("search-title", &[]),
            false => words.say("search-window-title", &[("words", title.into())]),
        },
        form: form(desk, &asked),
        state,
        examples: if answer.as_ref().is_none_or(|answer| answer.total == 0) { examples::model(desk)? } else { vec![] },
        found: answer.map(|answer| found(desk, &asked, answer)),
    };
    Ok(Some(SearchRoom { search: model }))
}

/// What the index answers; nothing while there is none that can. An index that cannot be read is built anew by whoever keeps
/// it, and the page stays up meanwhile.
pub(crate) fn ask(desk: &Desk<'_>, asked: &SearchQuery) -> Result<Option<Answer>, Trouble> {
    let Some(search) = desk.search else { return Ok(None) };
    let words = desk.words;
    readable(search.find_with(&desk.as_of, &words.lang, &asked.ask(), &|name| words.kind_named(name)))
}

/// An answer of the index, or nothing where its files fail it.
pub(crate) fn readable<T>(answer: Result<T, SearchError>) -> Result<Option<T>, Trouble> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(SearchError::Views(why)) => Err(why.into()),
        Err(why) => {
            tracing::error!("the search index could not answer: {why}");
            Ok(None)
        }
    }
}

/// What readers must know of the index: that it is being built, or not there yet. Nothing when it has everything.
pub(crate) fn state_text(desk: &Desk<'_>, state: Option<State>) -> Option<String> {
    let number = |number: u64| desk.words.locales.number(&desk.words.lang, i64::try_from(number).unwrap_or(i64::MAX));
    match state {
        Some(State::Ready) => None,
        Some(State::CatchingUp { done, total }) => {
            let args = [("done", number(done).into()), ("total", number(total).into())];
            Some(desk.words.say("search-catching-up", &args))
        }
        None => Some(desk.words.say("search-preparing", &[])),
    }
}

/// The address of a search.
pub(crate) fn href(desk: &Desk<'_>, asked: &SearchQuery) -> String {
    format!("{}{}", desk.href(&desk.words.lang, Room::Search), asked.written())
}

fn form(desk: &Desk<'_>, asked: &SearchQuery) -> Form {
    Form {
        action: desk.href(&desk.words.lang, Room::Search),
        text: asked.text.clone(),
        kept: asked.kept_but_days().into_iter().map(|(name, value)| Kept { name, value }).collect(),
        from: asked.filter.from.map(|date| date.to_string()),
        to: asked.filter.to.map(|date| date.to_string()),
    }
}

fn found(desk: &Desk<'_>, asked: &SearchQuery, answer: Answer) -> FoundModel {
    let words = desk.words;
    let total = usize::try_from(answer.total).unwrap_or(usize::MAX);
    let pages = total.div_ceil(PER_PAGE).min(PAGES_MAX);
    let page = |page: usize| href(desk, &SearchQuery { page, ..asked.clone() });
    let page_args = [("number", asked.page.into()), ("total", pages.into())];
    // A speaker named among the words asks for what was said.
    let is_said_by = answer.understood.filters.iter().any(|(name, _)| name == "speaker");
    let unit = if is_said_by { Unit::Turns } else { asked.unit };
    let count_key = if unit == Unit::Turns { "search-count-turns" } else { "search-count" };
    let chips = narrow::chips(desk, asked, &answer);
    FoundModel {
        count_text: words.say(count_key, &[("count", total.into())]),
        units: units(desk, asked, unit),
        orders: if asked.text.is_empty() { vec![] } else { orders(desk, asked) },
        clear_href: (chips.len() > 1).then(|| href(desk, &asked.with(|filter| *filter = Filter::default()))),
        chips,
        understood: understood(asked, &answer),
        relaxed: answer.understood.relaxed,
        cut: answer.understood.cut,
        suggestion: answer.suggestion.as_ref().map(|text| Suggestion {
            text: text.clone(),
            href: href(desk, &SearchQuery { text: text.clone(), page: 1, ..asked.clone() }),
        }),
        first: (asked.page - 1) * PER_PAGE + 1,
        facets: narrow::facets(desk, asked, &answer),
        trend: trend(desk, asked, &answer),
        page_text: (pages > 1).then(|| words.say("archive-page", &page_args)),
        older_href: (asked.page < pages).then(|| page(asked.page + 1)),
        newer_href: (asked.page > 1).then(|| page((asked.page - 1).min(pages.max(1)))),
        all_languages_href: (total == 0).then(|| narrow::in_all_languages(desk, asked)).flatten(),
        results: results(desk, answer.hits),
    }
}

fn units(desk: &Desk<'_>, asked: &SearchQuery, shown: Unit) -> Vec<Choice> {
    let choice = |(key, unit): (&str, Unit)| Choice {
        label: desk.words.say(key, &[]),
        href: href(desk, &SearchQuery { unit, page: 1, ..asked.clone() }),
        current: shown == unit,
    };
    [("search-messages", Unit::Messages), ("search-turns", Unit::Turns)].map(choice).into()
}

fn orders(desk: &Desk<'_>, asked: &SearchQuery) -> Vec<Choice> {
    let choice = |(key, order): (&str, Order)| Choice {
        label: desk.words.say(key, &[]),
        href: href(desk, &SearchQuery { order, page: 1, ..asked.clone() }),
        current: asked.order == order,
    };
    [("search-order-relevance", Order::Relevance), ("search-order-newest", Order::Newest)].map(choice).into()
}

/// How the words were read, where that says more than the words themselves.
fn understood(asked: &SearchQuery, answer: &Answer) -> Option<UnderstoodModel> {
    let read = &answer.understood;
    let is_plain = read.phrases.is_empty() && read.without.is_empty() && read.words.join(" ") == asked.text;
    let is_nothing = read.words.is_empty() && read.phrases.is_empty() && read.without.is_empty();
    (!is_plain && !is_nothing).then(|| UnderstoodModel {
        words: read.words.clone(),
        phrases: read.phrases.clone(),
        without: read.without.clone(),
    })
}

/// Results by year, where there are two years to compare.
fn trend(desk: &Desk<'_>, asked: &SearchQuery, answer: &Answer) -> Option<Bars> {
    let words = desk.words;
    let counts: Vec<(i16, u64)> = answer.years.iter().map(|year| (year.year, year.count)).collect();
    let all = SearchQuery { page: 1, ..asked.clone() };
    let caption = Caption {
        title: words.say("search-trend", &[]),
        values: words.say("search-trend-values", &[]),
        csv_href: format!("{}{}", desk.href(&words.lang, Room::Table(Table::Trend)), all.written()),
    };
    let link = |year: i16| Some(href(desk, &asked.with(|filter| filter.year = Some(year))));
    if counts.len() < 2 { None } else { Bars::by_year(desk, caption, &counts, link) }
}
