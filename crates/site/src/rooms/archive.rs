//! The archive: a ledger by month, with filters, pages and a picture of how much was said when.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::search::{Ask, Filter, State};
use domain::{Kind, Texts};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;
use views::{ArchiveFilter, Cursor, Facet, Facets, Line, MonthCount, ViewsError};

use crate::address::{Room, Table};
use crate::frame::Desk;
use crate::limits::{ARCHIVE_LINES, MONTH_LINES};
use crate::public::Trouble;
use crate::query::ArchiveQuery;
use crate::rooms::calendar::{Calendar, calendar, day_anchor};
use crate::rooms::pictures::{LEVELS, scaled};
use crate::rooms::search::readable;

/// Height of the tallest bar, in the picture's units.
const BAR_HEIGHT: u64 = 40;

#[derive(Debug, Serialize)]
pub(crate) struct ArchiveRoom {
    pub(crate) archive: ArchiveModel,
}

#[derive(Debug, Serialize)]
pub(crate) struct ArchiveModel {
    pub(crate) title: String,
    count_text: String,
    filters: Option<Filters>,
    months: Vec<MonthModel>,
    older_href: Option<String>,
    newer_href: Option<String>,
    editions: Vec<EditionLink>,
    chart: Option<Chart>,
    calendar: Option<Calendar>,
}

/// The archive in another language.
#[derive(Debug, Serialize)]
struct EditionLink {
    name: String,
    href: String,
    lang: String,
    dir: &'static str,
    count: u64,
}

#[derive(Debug, Serialize)]
struct Filters {
    kinds: Vec<Choice>,
    speakers: Vec<Choice>,
    places: Vec<Choice>,
    topics: Vec<Choice>,
    from: Option<String>,
    to: Option<String>,
    active: bool,
    clear_href: String,
    action: String,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
    selected: bool,
}

#[derive(Debug, Serialize)]
struct MonthModel {
    label: String,
    href: Option<String>,
    entries: Vec<LedgerLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct LedgerLine {
    /// The anchor of the day, on the first of its messages on a month's page.
    anchor: Option<String>,
    date_iso: String,
    date_text: String,
    title: String,
    href: String,
    kind_label: String,
    place: Option<String>,
    lang: String,
    dir: &'static str,
}

#[derive(Debug, Serialize)]
struct Chart {
    title: String,
    years: Vec<YearBars>,
    csv_href: String,
}

#[derive(Debug, Serialize)]
struct YearBars {
    year: String,
    href: Option<String>,
    months: Vec<Bar>,
    total: u64,
}

#[derive(Debug, Serialize)]
struct Bar {
    month: i8,
    label: String,
    count: u64,
    href: Option<String>,
    level: u64,
    height: u64,
}

/// The whole archive, filtered as the query says.
pub(crate) fn all(desk: &Desk<'_>, query: &ArchiveQuery) -> Result<ArchiveRoom, Trouble> {
    let words = desk.words;
    let months = desk.views.months(&desk.as_of, &words.lang)?;
    let title = words.say("archive-title", &[]);
    let mut model = ledger(desk, title, Room::Archive, query, &query.filter, ARCHIVE_LINES)?;
    model.filters = Some(filters(desk, query)?);
    model.editions = editions(desk)?;
    model.chart = chart(desk, &months);
    Ok(ArchiveRoom { archive: model })
}

/// A year's messages; nothing when it has none.
pub(crate) fn year(desk: &Desk<'_>, year: i16, query: &ArchiveQuery) -> Result<Option<ArchiveRoom>, ViewsError> {
    let words = desk.words;
    let (Ok(from), Ok(to)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { return Ok(None) };
    let Some(calendar) = calendar(desk, year)? else { return Ok(None) };
    let title = words.say("archive-year-title", &[("year", year.to_string().into())]);
    let filter = ArchiveFilter { from: Some(from), to: Some(to), ..ArchiveFilter::default() };
    let mut model = ledger(desk, title, Room::Year(year), query, &filter, ARCHIVE_LINES)?;
    model.calendar = Some(calendar);
    Ok(Some(ArchiveRoom { archive: model }))
}

/// A month's messages; nothing when it has none.
pub(crate) fn month(
    desk: &Desk<'_>,
    year: i16,
    month: i8,
    query: &ArchiveQuery,
) -> Result<Option<ArchiveRoom>, ViewsError> {
    let words = desk.words;
    let Ok(from) = Date::new(year, month, 1) else { return Ok(None) };
    let to = from.checked_add(1.month()).and_then(|next| next.checked_sub(1.day())).unwrap_or(from);
    let filter = ArchiveFilter { from: Some(from), to: Some(to), ..ArchiveFilter::default() };
    let label = words.locales.month_year(&words.lang, year, month);
    let title = words.say("archive-month-title", &[("month", label.into())]);
    let mut model = ledger(desk, title, Room::Month(year, month), query, &filter, MONTH_LINES)?;
    model.months.iter_mut().for_each(|month| name_days(&mut month.entries));
    Ok((!model.months.is_empty()).then_some(ArchiveRoom { archive: model }))
}

fn ledger(
    desk: &Desk<'_>,
    title: String,
    room: Room,
    query: &ArchiveQuery,
    filter: &ArchiveFilter,
    limit: usize,
) -> Result<ArchiveModel, ViewsError> {
    let words = desk.words;
    let page = desk.views.archive(&desk.as_of, &words.lang, filter, query.cursor, limit)?;
    let here = desk.href(&words.lang, room);
    let at = |cursor: Option<Cursor>| {
        cursor.map(|cursor| format!("{here}{}", ArchiveQuery { cursor: Some(cursor), ..query.clone() }.written()))
    };
    let count = i64::try_from(page.total).unwrap_or(i64::MAX);
    Ok(ArchiveModel {
        title,
        count_text: words.say("archive-count", &[("count", count.into())]),
        filters: None,
        months: by_month(desk, page.lines),
        older_href: at(page.older),
        newer_href: at(page.newer),
        editions: vec![],
        chart: None,
        calendar: None,
    })
}

/// Gives the first message of each day the day's anchor.
fn name_days(entries: &mut [LedgerLine]) {
    let mut last = String::new();
    for entry in
        entries.iter_mut().filter(|entry| std::mem::replace(&mut last, entry.date_iso.clone()) != entry.date_iso)
    {
        entry.anchor = entry.date_iso.parse().ok().map(day_anchor);
    }
}

/// The archive in the site's other languages, where it has anything.
fn editions(desk: &Desk<'_>) -> Result<Vec<EditionLink>, ViewsError> {
    let words = desk.words;
    let mut editions = Vec::new();
    for lang in desk.standing.identity.languages.iter().filter(|lang| **lang != words.lang) {
        let count = desk.views.months(&desk.as_of, lang)?.iter().map(|month| month.count).sum();
        if count > 0 {
            let (name, dir) = (words.locales.own_name(lang), words.direction(lang));
            editions.push(EditionLink {
                name,
                href: desk.href(lang, Room::Archive),
                lang: lang.to_string(),
                dir,
                count,
            });
        }
    }
    Ok(editions)
}

fn by_month(desk: &Desk<'_>, lines: Vec<Line>) -> Vec<MonthModel> {
    let words = desk.words;
    let mut months: Vec<(Date, MonthModel)> = Vec::new();
    for line in lines {
        let first = line.day.first_of_month();
        if months.last().is_none_or(|(month, _)| *month != first) {
            let label = words.locales.month_year(&words.lang, first.year(), first.month());
            let href = Some(desk.href(&words.lang, Room::Month(first.year(), first.month())));
            months.push((first, MonthModel { label, href, entries: vec![] }));
        }
        if let Some((_, month)) = months.last_mut() {
            month.entries.push(ledger_line(desk, line));
        }
    }
    months.into_iter().map(|(_, month)| month).collect()
}

/// A message in a ledger.
pub(crate) fn ledger_line(desk: &Desk<'_>, line: Line) -> LedgerLine {
    let words = desk.words;
    LedgerLine {
        anchor: None,
        date_iso: line.day.to_string(),
        date_text: words.ledger(line.day),
        href: desk.href(&words.lang, Room::Text(line.path)),
        title: line.title,
        kind_label: words.kind(&line.kind),
        place: line.place,
        dir: words.direction_of(&line.lang),
        lang: line.lang,
    }
}

fn filters(desk: &Desk<'_>, query: &ArchiveQuery) -> Result<Filters, Trouble> {
    let words = desk.words;
    let filter = &query.filter;
    let facets = match narrowed(desk, filter)? {
        Some(facets) => facets,
        None => desk.views.facets(&desk.as_of, &words.lang)?,
    };
    let here = desk.href(&words.lang, Room::Archive);
    let named = |facets: &[Facet], chosen: Option<&str>, name: &dyn Fn(&Facet) -> String| {
        facets
            .iter()
            .map(|facet| Choice {
                label: format!(
                    "{} ({})",
                    name(facet),
                    words.locales.number(&words.lang, i64::try_from(facet.count).unwrap_or(i64::MAX))
                ),
                selected: chosen == Some(facet.value.as_str()),
                value: facet.value.clone(),
            })
            .collect::<Vec<_>>()
    };
    let speaker = |facet: &Facet| {
        let known = desk.standing.speakers.iter().find(|speaker| speaker.slug == facet.value);
        own_or_label(desk, known.map(|speaker| &speaker.name), facet)
    };
    let topic = |facet: &Facet| {
        let known = desk.standing.topics.iter().find(|topic| topic.slug == facet.value);
        own_or_label(desk, known.map(|topic| &topic.name), facet)
    };
    let kind = |facet: &Facet| Kind::named(&facet.value).map_or_else(|| facet.label.clone(), |kind| words.kinds(kind));
    Ok(Filters {
        kinds: named(&facets.kinds, filter.kind.map(Kind::as_str), &kind),
        speakers: named(&facets.speakers, filter.speaker.as_deref(), &speaker),
        places: named(&facets.places, filter.place.as_deref(), &|facet| facet.label.clone()),
        topics: named(&facets.topics, filter.topic.as_deref(), &topic),
        from: filter.from.map(|date| date.to_string()),
        to: filter.to.map(|date| date.to_string()),
        active: *filter != ArchiveFilter::default(),
        clear_href: here.clone(),
        action: here,
    })
}

/// What each filter may be changed to while the others hold, with counts; nothing where no filter holds, or while the index
/// cannot count: then the whole archive's values are offered.
fn narrowed(desk: &Desk<'_>, filter: &ArchiveFilter) -> Result<Option<Arc<Facets>>, Trouble> {
    let Some(search) = desk.search.filter(|_| *filter != ArchiveFilter::default()) else { return Ok(None) };
    let ArchiveFilter { kind, speaker, place, topic, from, to } = filter.clone();
    let filter = Filter { kind, speaker, place, topic, from, to, ..Filter::default() };
    let answer = readable(search.find(&desk.as_of, &desk.words.lang, &Ask { filter, limit: 1, ..Ask::default() }))?;
    let values = |facets: Vec<search::Facet>| {
        let value = |facet: search::Facet| Facet { value: facet.value, label: facet.label, count: facet.count };
        facets.into_iter().map(value).collect::<Vec<_>>()
    };
    Ok(answer.filter(|answer| answer.state == State::Ready).map(|answer| {
        let search::FacetCounts { mut kinds, speakers, places, topics, .. } = answer.facets;
        // Evergreen pages are searched, but stand in no archive.
        kinds.retain(|kind| kind.value != Kind::Page.as_str());
        Arc::new(Facets {
            kinds: values(kinds),
            speakers: values(speakers),
            places: values(places),
            topics: values(topics),
        })
    }))
}

fn own_or_label(desk: &Desk<'_>, texts: Option<&Texts>, facet: &Facet) -> String {
    texts.and_then(|texts| desk.words.own(texts)).unwrap_or_else(|| facet.label.clone())
}

fn chart(desk: &Desk<'_>, counts: &[MonthCount]) -> Option<Chart> {
    let words = desk.words;
    let max = counts.iter().map(|month| month.count).max()?;
    let mut years: BTreeMap<i16, BTreeMap<i8, u64>> = BTreeMap::new();
    for month in counts {
        years.entry(month.year).or_default().insert(month.month, month.count);
    }
    let bar = |year: i16, month: i8, count: u64| Bar {
        month,
        label: words.locales.month_year(&words.lang, year, month),
        count,
        href: (count > 0).then(|| desk.href(&words.lang, Room::Month(year, month))),
        level: scaled(count, max, LEVELS),
        height: scaled(count, max, BAR_HEIGHT),
    };
    let years = years
        .into_iter()
        .rev()
        .map(|(year, months)| YearBars {
            year: year.to_string(),
            href: Some(desk.href(&words.lang, Room::Year(year))),
            total: months.values().sum(),
            months: (1..=12).map(|month| bar(year, month, months.get(&month).copied().unwrap_or(0))).collect(),
        })
        .collect();
    let csv_href = desk.href(&words.lang, Room::Table(Table::Months));
    Some(Chart { title: words.say("archive-chart-title", &[]), years, csv_href })
}
