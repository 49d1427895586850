//! What one who speaks said: passages from the index, or the messages while there is none.

use ::search::{Answer, Ask, Filter, Hit, Order, State, Unit};
use document::Role;
use jiff::civil::Date;
use serde::Serialize;
use views::ArchiveFilter;

use super::Person;
use crate::address::{Room, percent_encode};
use crate::frame::Desk;
use crate::limits::ARCHIVE_LINES;
use crate::public::Trouble;
use crate::query::ArchiveQuery;
use crate::rooms::archive::{LedgerLine, ledger_line};
use crate::rooms::search::{self, PAGES_MAX, PER_PAGE, PieceModel, Place, SearchQuery, pieces, place, readable};

#[derive(Debug, Serialize)]
pub(super) struct SaidModel {
    count_text: String,
    /// Why messages stand here and no passages.
    notice: Option<String>,
    form: Option<Form>,
    texts: Vec<Text>,
    lines: Vec<LedgerLine>,
    page_text: Option<String>,
    older_href: Option<String>,
    newer_href: Option<String>,
    /// All messages that name the speaker, in the archive; nothing where none does.
    archive_href: Option<String>,
    /// The same words in the whole record.
    search_href: Option<String>,
}

#[derive(Debug, Serialize)]
struct Form {
    action: String,
    text: String,
    years: Vec<Choice>,
    active: bool,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
    selected: bool,
}

/// A text in which the speaker speaks, with what is said there.
#[derive(Debug, Serialize)]
struct Text {
    href: String,
    title: Vec<PieceModel>,
    lang: String,
    dir: &'static str,
    place: Place,
    /// The office held on the day.
    office: Option<String>,
    passages: Vec<Passage>,
}

#[derive(Debug, Serialize)]
struct Passage {
    href: String,
    question: bool,
    text: Vec<PieceModel>,
}

/// What the speaker said, newest first, narrowed as the query says.
pub(super) fn model(desk: &Desk<'_>, person: &Person<'_>, asked: &SearchQuery) -> Result<SaidModel, Trouble> {
    let answer = match desk.search {
        Some(search) => readable(search.find(&desk.as_of, &desk.words.lang, &ask(person, asked)))?,
        None => None,
    };
    let narrowed = !asked.text.is_empty() || asked.filter.year.is_some();
    match answer.filter(|answer| answer.state == State::Ready) {
        Some(answer) if answer.total > 0 || narrowed || person.years.is_empty() => {
            Ok(passages(desk, person, asked, answer))
        }
        Some(_) => messages(desk, person, asked, "speakers-unmarked"),
        None => messages(desk, person, asked, "speakers-preparing"),
    }
}

/// The speaker's page with words and a year to narrow it, at a page of results.
pub(super) fn href(desk: &Desk<'_>, person: &Person<'_>, text: &str, year: Option<i16>, page: usize) -> String {
    let parts = [
        ("q", (!text.is_empty()).then(|| text.to_owned())),
        ("year", year.map(|year| format!("{year:04}"))),
        ("page", (page > 1).then(|| page.to_string())),
    ];
    let written: Vec<String> = parts
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", percent_encode(&value?).replace(';', "%3B"))))
        .collect();
    let here = desk.href(&desk.words.lang, Room::Speaker(person.slug.clone()));
    if written.is_empty() { here } else { format!("{here}?{}", written.join("&")) }
}

fn ask(person: &Person<'_>, asked: &SearchQuery) -> Ask {
    let filter = Filter { speaker: Some(person.slug.clone()), year: asked.filter.year, ..Filter::default() };
    Ask { filter, unit: Unit::Turns, order: Order::Newest, ..asked.ask() }
}

fn passages(desk: &Desk<'_>, person: &Person<'_>, asked: &SearchQuery, answer: Answer) -> SaidModel {
    let words = desk.words;
    let numbered = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let total = usize::try_from(answer.total).unwrap_or(usize::MAX);
    let pages = total.div_ceil(PER_PAGE).min(PAGES_MAX);
    let page = |page: usize| href(desk, person, &asked.text, asked.filter.year, page);
    let page_args = [("number", numbered(asked.page).into()), ("total", numbered(pages).into())];
    let search = SearchQuery { text: asked.text.clone(), ..SearchQuery::default() };
    SaidModel {
        count_text: words.say("speakers-turns", &[("count", numbered(total).into())]),
        notice: None,
        form: Some(form(desk, person, asked, &answer)),
        texts: texts(desk, person, answer.hits),
        lines: vec![],
        page_text: (pages > 1).then(|| words.say("archive-page", &page_args)),
        older_href: (asked.page < pages).then(|| page(asked.page + 1)),
        newer_href: (asked.page > 1).then(|| page((asked.page - 1).min(pages.max(1)))),
        archive_href: archive_href(desk, person),
        search_href: (!asked.text.is_empty()).then(|| search::href(desk, &search)),
    }
}

fn form(desk: &Desk<'_>, person: &Person<'_>, asked: &SearchQuery, answer: &Answer) -> Form {
    let mut years: Vec<i16> = answer.years.iter().map(|year| year.year).collect();
    years.extend(person.years.iter().map(|(year, _)| *year).chain(asked.filter.year));
    years.sort_unstable();
    years.dedup();
    let choice = |year: i16| Choice {
        value: format!("{year:04}"),
        label: year.to_string(),
        selected: asked.filter.year == Some(year),
    };
    Form {
        action: href(desk, person, "", None, 1),
        text: asked.text.clone(),
        years: years.into_iter().rev().map(choice).collect(),
        active: !asked.text.is_empty() || asked.filter.year.is_some(),
    }
}

/// What was found, passages of one text together under its title.
fn texts(desk: &Desk<'_>, person: &Person<'_>, hits: Vec<Hit>) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for mut hit in hits {
        let href = desk.href(&hit.lang, Room::Text(std::mem::take(&mut hit.path)));
        let passage = passage(&href, &mut hit);
        match texts.last_mut().filter(|text| text.href == href) {
            Some(text) => text.passages.extend(passage),
            None => {
                // Spoken on the day of the occasion; where the record does not say when that was, on the day of release.
                let spoken: Option<Date> = hit.event_date.or(hit.day);
                texts.push(Text {
                    href,
                    title: pieces(hit.title),
                    dir: desk.words.direction(&hit.lang),
                    place: place(desk, &hit.lang, hit.kind, hit.place, spoken),
                    lang: hit.lang.to_string(),
                    office: spoken.and_then(|day| person.office_on(desk, day)),
                    passages: passage.into_iter().collect(),
                });
            }
        }
    }
    texts
}

/// The passage of a result; nothing where the turn has no words.
fn passage(href: &str, hit: &mut Hit) -> Option<Passage> {
    let snippet = hit.snippets.drain(..).next().filter(|snippet| !snippet.text.is_empty())?;
    let turn = snippet.said.as_ref().map(|said| said.turn.clone());
    let anchor = snippet.anchor.or(turn).filter(|anchor| !anchor.is_empty());
    Some(Passage {
        href: anchor.map_or_else(|| href.to_owned(), |anchor| format!("{href}#{anchor}")),
        question: snippet.said.is_some_and(|said| said.role == Role::Question),
        text: pieces(snippet.text),
    })
}

/// The messages that name the speaker, in the place of what was said.
fn messages(desk: &Desk<'_>, person: &Person<'_>, asked: &SearchQuery, why: &str) -> Result<SaidModel, Trouble> {
    let words = desk.words;
    let day = |month, day| asked.filter.year.and_then(|year| Date::new(year, month, day).ok());
    let speaker = Some(person.slug.clone());
    let filter = ArchiveFilter { speaker, from: day(1, 1), to: day(12, 31), ..ArchiveFilter::default() };
    let page = desk.views.archive(&desk.as_of, &words.lang, &filter, None, ARCHIVE_LINES)?;
    let count = i64::try_from(page.total).unwrap_or(i64::MAX);
    Ok(SaidModel {
        count_text: words.say("archive-count", &[("count", count.into())]),
        notice: Some(words.say(why, &[])),
        form: None,
        texts: vec![],
        lines: page.lines.into_iter().map(|line| ledger_line(desk, line)).collect(),
        page_text: None,
        older_href: None,
        newer_href: None,
        archive_href: archive_href(desk, person),
        search_href: None,
    })
}

fn archive_href(desk: &Desk<'_>, person: &Person<'_>) -> Option<String> {
    let filter = ArchiveFilter { speaker: Some(person.slug.clone()), ..ArchiveFilter::default() };
    let written = ArchiveQuery { filter, cursor: None }.written();
    (!person.years.is_empty()).then(|| format!("{}{written}", desk.href(&desk.words.lang, Room::Archive)))
}
