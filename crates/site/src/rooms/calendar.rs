//! A picture of a year's days: a small calendar for each month, weeks by weekdays.

use std::fmt::Write as _;

use jiff::civil::{Date, Weekday};
use serde::Serialize;
use views::{ArchiveFilter, DayCount, ViewsError};

use crate::address::{Room, Table};
use crate::frame::Desk;
use crate::limits::MONTH_LINES;
use crate::query::ArchiveQuery;
use crate::rooms::pictures::{LEVELS, scaled};

/// Width and height of a day with the gap beside it, in the picture's units.
const CELL: i64 = 24;

/// A year's days, for `days.html`.
#[derive(Debug, Serialize)]
pub(crate) struct Calendar {
    weeks: String,
    months: Vec<Month>,
    /// The days that have messages, for the table.
    days: Vec<Day>,
    csv_href: String,
}

#[derive(Debug, Serialize)]
struct Month {
    label: String,
    href: Option<String>,
    total: u64,
    height: i64,
    /// The days without messages, as one outline: `d` of a path.
    empty: String,
    days: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    x: i64,
    y: i64,
    level: u64,
    href: String,
    /// The day and its messages in one phrase.
    said: String,
}

#[derive(Debug, Serialize)]
struct Day {
    label: String,
    href: String,
    count: u64,
}

/// The anchor of a day on its month's page.
pub(crate) fn day_anchor(day: Date) -> String {
    format!("d-{}", day.day())
}

/// The calendar of a year; nothing when it has no messages.
pub(crate) fn calendar(desk: &Desk<'_>, year: i16) -> Result<Option<Calendar>, ViewsError> {
    let words = desk.words;
    let counts = desk.views.days(&desk.as_of, &words.lang, year)?;
    let Some(max) = counts.iter().map(|day| day.count).max() else { return Ok(None) };
    let first_weekday = words.locales.first_weekday(&words.lang);
    let weekday = words.locales.weekday(&words.lang, first_weekday);
    let months = (1..=12).filter_map(|month| Date::new(year, month, 1).ok());
    let days = |first: Date| counts.iter().filter(move |day| day.day.first_of_month() == first);
    let day = |count: &DayCount, total: u64| Day {
        label: words.date(count.day),
        href: day_href(desk, count.day, total),
        count: count.count,
    };
    let total = |first: Date| days(first).map(|day| day.count).sum::<u64>();
    Ok(Some(Calendar {
        weeks: words.say("chart-weeks", &[("weekday", weekday.into())]),
        months: months.map(|first| month(desk, first, days(first), max, first_weekday)).collect(),
        days: counts.iter().map(|count| day(count, total(count.day.first_of_month()))).collect(),
        csv_href: desk.href(&words.lang, Room::Table(Table::Days(year))),
    }))
}

/// Where a day's messages stand: on the month's page, or in the archive where the month has more than a page.
fn day_href(desk: &Desk<'_>, day: Date, of_month: u64) -> String {
    let lang = &desk.words.lang;
    if of_month <= u64::try_from(MONTH_LINES).unwrap_or(u64::MAX) {
        return format!("{}#{}", desk.href(lang, Room::Month(day.year(), day.month())), day_anchor(day));
    }
    let filter = ArchiveFilter { from: Some(day), to: Some(day), ..ArchiveFilter::default() };
    format!("{}{}", desk.href(lang, Room::Archive), ArchiveQuery { filter, cursor: None }.written())
}

fn month<'a>(
    desk: &Desk<'_>,
    first: Date,
    counts: impl Iterator<Item = &'a DayCount> + Clone,
    max: u64,
    first_weekday: Weekday,
) -> Month {
    let words = desk.words;
    let total = counts.clone().map(|day| day.count).sum();
    let cell = |day: &DayCount| {
        let (x, y) = place(day.day, first_weekday);
        let count = i64::try_from(day.count).unwrap_or(i64::MAX);
        let args = [("month", words.date(day.day).into()), ("count", count.into())];
        let said = words.say("archive-chart-bar", &args);
        Cell { x, y, level: scaled(day.count, max, LEVELS), href: day_href(desk, day.day, total), said }
    };
    let (_, last_row) = place(first.last_of_month(), first_weekday);
    Month {
        label: words.locales.month_name(&words.lang, first.month()),
        href: (total > 0).then(|| desk.href(&words.lang, Room::Month(first.year(), first.month()))),
        total,
        height: last_row + CELL,
        empty: outline(first, first_weekday, |day| !counts.clone().any(|count| count.day == day)),
        days: counts.clone().map(cell).collect(),
    }
}

/// Where a day stands in its month: its weekday across, its week down.
fn place(day: Date, first_weekday: Weekday) -> (i64, i64) {
    let column = |day: Date| i64::from(day.weekday().since(first_weekday));
    let row = (column(day.first_of_month()) + i64::from(day.day()) - 1) / 7;
    (column(day) * CELL, row * CELL)
}

/// One path around all days of a month that are meant: thirty pictures of nothing would weigh more than the page.
fn outline(first: Date, first_weekday: Weekday, is_meant: impl Fn(Date) -> bool) -> String {
    let mut path = String::new();
    let days = (1..=first.last_of_month().day()).filter_map(|day| Date::new(first.year(), first.month(), day).ok());
    for day in days.filter(|day| is_meant(*day)) {
        let (x, y) = place(day, first_weekday);
        let _ = write!(path, "M{} {}h20v20h-20z", x + 2, y + 2);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_under_their_weekday_and_in_their_week() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        // 1 September 2020 was a Tuesday.
        for (day, first, at) in [
            ("2020-09-01", Weekday::Monday, (1, 0)),
            ("2020-09-06", Weekday::Monday, (6, 0)),
            ("2020-09-07", Weekday::Monday, (0, 1)),
            ("2020-09-30", Weekday::Monday, (2, 4)),
            ("2020-09-01", Weekday::Sunday, (2, 0)),
            ("2020-09-01", Weekday::Saturday, (3, 0)),
            ("2020-09-05", Weekday::Saturday, (0, 1)),
            ("2020-02-29", Weekday::Monday, (5, 4)),
        ] {
            assert_eq!(place(date(day), first), (at.0 * CELL, at.1 * CELL), "{day}");
        }
        assert_eq!(outline(date("2020-09-01"), Weekday::Monday, |day| day.day() == 7), "M2 26h20v20h-20z");
    }
}
