//! A month of the home zone: releases planned and done, banners, occasions.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use domain::{AsOf, Banner};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use serde::Serialize;

use super::fields::Fields;
use super::room::{Named, Room, When};
use super::waiting_show::{Planned, coming, released_between};
use crate::{DeskError, DeskState, Signed};

/// Instants of change looked at for banners: more than a busy month has.
const CHANGES_MAX: usize = 500;
/// Editions looked through for a month's releases, newest first.
const LINES_MAX: usize = 2_000;

#[derive(Serialize)]
struct Model {
    month: String,
    before: String,
    after: String,
    home: String,
    days: Vec<Day>,
}

#[derive(Default, Serialize)]
struct Day {
    date: String,
    words: String,
    today: bool,
    releases: Vec<Planned>,
    banners: Vec<BannerTurn>,
    occasions: Vec<Occasion>,
}

#[derive(Serialize)]
struct BannerTurn {
    starts: bool,
    text: String,
    when: When,
}

#[derive(Serialize)]
struct Occasion {
    named: Named,
    language: String,
    place: String,
}

/// Shows a month; the present one where none is named.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        let today = domain::today(room.now, &room.standing.home);
        let first = month_of(Fields::read(&query).get("month")).unwrap_or_else(|| today.first_of_month());
        let mut days: BTreeMap<Date, Day> = BTreeMap::new();
        let mut day = first;
        while day.month() == first.month() {
            let (words, date) = (room.day(day), day.to_string());
            days.insert(day, Day { words, date, today: day == today, ..Day::default() });
            let Ok(next) = day.checked_add(1.day()) else { break };
            day = next;
        }
        fill_releases(&room, &mut days)?;
        fill_banners(&room, &mut days)?;
        fill_occasions(&room, &mut days)?;
        let at = |months: i32| first.checked_add(months.months()).map(month_text).unwrap_or_default();
        let model = Model {
            month: desk.templates.locales().month_year(&room.lang, first.year(), first.month()),
            before: at(-1),
            after: at(1),
            home: room.when(room.now).places.first().map(|place| place.place.clone()).unwrap_or_default(),
            days: days.into_values().collect(),
        };
        room.page("calendar", "review/calendar.html", &model)
    })
    .await
}

/// `YYYY-MM`.
fn month_of(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    let (year, month): (i16, i8) = (year.parse().ok()?, month.parse().ok()?);
    // Years in which every day has a beginning and an end in every zone.
    ((1..=9998).contains(&year) && (1..=12).contains(&month)).then(|| date(year, month, 1))
}

fn month_text(first: Date) -> String {
    format!("{:04}-{:02}", first.year(), first.month())
}

fn day_of(room: &Room<'_>, instant: Timestamp) -> Date {
    domain::today(instant, &room.standing.home)
}

fn fill_releases(room: &Room<'_>, days: &mut BTreeMap<Date, Day>) -> Result<(), DeskError> {
    let Some(bounds) = bounds(room, days) else { return Ok(()) };
    let mut planned = coming(room)?;
    planned.extend(released_between(room, bounds.0, room.now, LINES_MAX)?);
    for one in planned {
        let Ok(release) = one.planned.iso.parse::<Timestamp>() else { continue };
        if let Some(day) = days.get_mut(&day_of(room, release)) {
            day.releases.push(one);
        }
    }
    days.values_mut().for_each(|day| day.releases.sort_by_key(|one| one.planned.ms));
    Ok(())
}

/// The first instant of the month and the first after it.
fn bounds(room: &Room<'_>, days: &BTreeMap<Date, Day>) -> Option<(Timestamp, Timestamp)> {
    let home = &room.standing.home;
    let from = home.to_timestamp(days.keys().next()?.at(0, 0, 0, 0)).ok()?;
    let after = days.keys().next_back()?.checked_add(1.day()).ok()?;
    Some((from, home.to_timestamp(after.at(0, 0, 0, 0)).ok()?))
}

/// Banners are found by looking at the site at every instant of the month at which anything changes.
fn fill_banners(room: &Room<'_>, days: &mut BTreeMap<Date, Day>) -> Result<(), DeskError> {
    let Some((from, to)) = bounds(room, days) else { return Ok(()) };
    let views = room.desk.newsroom.views();
    let mut banners: BTreeMap<String, Banner> = BTreeMap::new();
    let mut as_of = AsOf { site: room.desk.site.clone(), instant: from };
    for _ in 0..CHANGES_MAX {
        for banner in views.standing(&as_of)?.map(|standing| standing.banners).unwrap_or_default() {
            banners.insert(banner.id.clone(), banner);
        }
        match views.next_change(&as_of)?.filter(|next| *next < to) {
            Some(next) => as_of.instant = next,
            None => break,
        }
    }
    for banner in banners.into_values() {
        let text = banner.text.get(&room.lang, &room.standing.identity.languages).unwrap_or_default().to_owned();
        for (starts, instant) in [(true, Some(banner.starts)), (false, banner.ends)] {
            let Some(instant) = instant.filter(|instant| from <= *instant && *instant < to) else { continue };
            if let Some(day) = days.get_mut(&day_of(room, instant)) {
                day.banners.push(BannerTurn { starts, text: text.clone(), when: room.when(instant) });
            }
        }
    }
    Ok(())
}

/// Occasions of what is being written, submitted or to be released.
fn fill_occasions(room: &Room<'_>, days: &mut BTreeMap<Date, Day>) -> Result<(), DeskError> {
    let newsroom = &room.desk.newsroom;
    let mut occasions = Vec::new();
    for draft in newsroom.draft_outlines(&room.desk.site)? {
        let content = draft.content;
        let stage = newsroom::Stage::Draft;
        occasions.push((draft.message, draft.lang, content.occasion, content.title, stage));
    }
    for (message, lang, pending) in newsroom.views().submissions(&room.desk.site)? {
        if let Some(sheet) = room.sheet(pending.submission.sheet)? {
            let stage =
                if pending.approved_by.is_some() { newsroom::Stage::Approved } else { newsroom::Stage::Submitted };
            occasions.push((message, lang, sheet.occasion, sheet.title, stage));
        }
    }
    for (message, lang, edition) in newsroom.views().scheduled(&room.desk.site, room.now)? {
        let newest = edition.versions.last().map(|version| room.sheet(version.sheet)).transpose()?.flatten();
        if let Some(sheet) = newest {
            occasions.push((message, lang, sheet.occasion, sheet.title, newsroom::Stage::Scheduled));
        }
    }
    // What has come furthest is said of an edition that is here more than once.
    let mut seen = std::collections::HashSet::new();
    for (message, lang, occasion, title, stage) in occasions.into_iter().rev() {
        let Some(day) = occasion.date.and_then(|date| days.get_mut(&date)) else { continue };
        if seen.insert((message.clone(), lang.clone())) {
            day.occasions.push(Occasion {
                named: room.named(&message, &lang, room.titled(Some(title)), stage),
                language: room.language(&lang),
                place: occasion.place.unwrap_or_default(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_month_of_a_year_is_a_month() {
        assert_eq!(month_of("2027-03"), Some(date(2027, 3, 1)));
        for wrong in ["", "2027", "2027-13", "2027-00", "march", "99999-01", "-1-01"] {
            assert_eq!(month_of(wrong), None, "{wrong}");
        }
    }
}
