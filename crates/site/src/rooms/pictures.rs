//! Pictures of figures: bars side by side. Each comes with its table and the address of its figures as CSV, so that nothing
//! is said by a picture alone.

use jiff::civil::Date;
use serde::Serialize;

use crate::frame::Desk;

/// Height of the tallest bar, in the picture's units.
const HEIGHT: u64 = 60;
/// Width of a bar with the gap beside it, in the picture's units.
const SLOT: usize = 24;
/// Slots a picture has at least: two bars across a whole page would say that they are enormous.
const SLOTS_MIN: usize = 16;
/// Labels under a picture at most: eight years stand side by side on a phone of 320 px.
const LABELS_MAX: usize = 8;
/// Bars of a picture at most: a record of two centuries by year.
const BARS_MAX: usize = 200;
/// Shades of a bar, by height; 0 is no bar at all.
pub(crate) const LEVELS: u64 = 4;

/// Bars side by side, for `bars.html`, which finds them under the name `bars`.
#[derive(Debug, Serialize)]
pub(crate) struct Bars {
    /// What is counted, as the heading of the picture and its table.
    title: String,
    /// What the bars stand for: the heading of the table's first column.
    column: String,
    /// What the values are: the heading of the table's second column.
    values: String,
    bars: Vec<Bar>,
    /// The year of the first bar.
    #[serde(skip)]
    first: i16,
    /// The picture's width in its units.
    width: usize,
    /// What stands under each slot; mostly nothing.
    axis: Vec<String>,
    /// The greatest value.
    most: u64,
    csv_href: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    #[serde(skip)]
    year: i16,
    label: String,
    value: String,
    /// Label and value in one phrase: the accessible name of the link.
    said: String,
    /// Where it leads; a bar of no height leads nowhere.
    href: Option<String>,
    x: usize,
    height: u64,
    level: u64,
}

/// What a picture is of.
pub(crate) struct Caption {
    /// What is counted.
    pub(crate) title: String,
    /// What the values are, as a table's heading.
    pub(crate) values: String,
    /// Where the figures are as CSV.
    pub(crate) csv_href: String,
}

impl Bars {
    /// Bars by year. Years without any between the first and the last have a bar of no height. `counts` are in the order of
    /// years; `link` says where a year's bar leads. Nothing where there is nothing to count.
    pub(crate) fn by_year(
        desk: &Desk<'_>,
        caption: Caption,
        counts: &[(i16, u64)],
        link: impl Fn(i16) -> Option<String>,
    ) -> Option<Self> {
        let counts = without_gaps(counts);
        let max = counts.iter().map(|(_, count)| *count).max().filter(|max| *max > 0)?;
        let words = desk.words;
        let bar = |(at, &(year, count)): (usize, &(i16, u64))| {
            let (label, shown) = (year.to_string(), i64::try_from(count).unwrap_or(i64::MAX));
            Bar {
                year,
                value: words.locales.number(&words.lang, shown),
                said: words.say("chart-bar", &[("label", label.clone().into()), ("count", shown.into())]),
                href: if count > 0 { link(year) } else { None },
                x: at * SLOT,
                height: scaled(count, max, HEIGHT),
                level: scaled(count, max, LEVELS),
                label,
            }
        };
        let bars: Vec<Bar> = counts.iter().enumerate().map(bar).collect();
        let slots = bars.len().max(SLOTS_MIN);
        let Caption { title, values, csv_href } = caption;
        Some(Self {
            title,
            column: words.say("chart-year", &[]),
            values,
            width: slots * SLOT,
            axis: axis(&bars, slots),
            most: max,
            first: bars.first().map_or(0, |bar| bar.year),
            bars,
            csv_href,
        })
    }
}

/// A stretch of time drawn to the scale of a picture of years.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(crate) struct Stretch {
    x: usize,
    width: usize,
}

impl Bars {
    /// The picture's width in its units.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The stretch of time from the first to the last day, both open where absent, under the bars of its years; nothing
    /// where it lies outside of them.
    pub(crate) fn stretch(&self, from: Option<Date>, to: Option<Date>) -> Option<Stretch> {
        let end = self.bars.len() * SLOT;
        let start = from.map_or(0, |from| across(self.first, from, 0));
        let stop = to.map_or(end, |to| across(self.first, to, 1)).min(end);
        (start < stop).then(|| Stretch { x: start, width: stop - start })
    }
}

/// How far from the picture's beginning a day stands, in its units: 0 before the first year. `after` days are added.
fn across(first: i16, day: Date, after: usize) -> usize {
    let years = usize::try_from(i32::from(day.year()) - i32::from(first));
    let (of_year, in_year) = (day.day_of_year().unsigned_abs(), day.days_in_year().unsigned_abs());
    let part = (usize::from(of_year) - 1 + after) * SLOT / usize::from(in_year);
    years.map_or(0, |years| years * SLOT + part)
}

/// A count on a scale that ends at `steps`: 0 only for none, so that one message among thousands still shows.
pub(crate) fn scaled(count: u64, max: u64, steps: u64) -> u64 {
    if max == 0 { 0 } else { count.saturating_mul(steps).div_ceil(max).min(steps) }
}

/// The years from the first to the last, each with its count; the last [`BARS_MAX`] of them.
fn without_gaps(counts: &[(i16, u64)]) -> Vec<(i16, u64)> {
    let (Some((first, _)), Some((last, _))) = (counts.first(), counts.last()) else { return vec![] };
    let span = i16::try_from(BARS_MAX).unwrap_or(i16::MAX) - 1;
    let first = (*first).max(last.saturating_sub(span));
    let count = |year: i16| counts.iter().find(|(own, _)| *own == year).map_or(0, |(_, count)| *count);
    (first..=*last).map(|year| (year, count(year))).collect()
}

/// A label under the first bar and under every so many after it.
fn axis(bars: &[Bar], slots: usize) -> Vec<String> {
    let step = slots.div_ceil(LABELS_MAX);
    let label = |at: usize| bars.get(at).filter(|_| at.is_multiple_of(step)).map(|bar| bar.label.clone());
    (0..slots).map(|at| label(at).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_count_is_never_nothing_and_the_greatest_is_the_whole_height() {
        assert_eq!([0, 1, 50, 99, 100].map(|count| scaled(count, 100, LEVELS)), [0, 1, 2, 4, 4]);
        assert_eq!(scaled(1, 1_000_000, HEIGHT), 1);
        assert_eq!(scaled(3, 0, HEIGHT), 0);
    }

    #[test]
    fn a_day_stands_under_its_year() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let at = |day: &str, after| across(2018, date(day), after);
        assert_eq!(
            [at("2017-12-31", 1), at("2018-01-01", 0), at("2018-12-31", 1), at("2019-07-03", 0)],
            [0, 0, 24, 36]
        );
        assert_eq!(at("2020-12-31", 1), 3 * SLOT, "in a leap year too");
    }

    #[test]
    fn years_without_any_have_their_place() {
        assert_eq!(without_gaps(&[(2018, 3), (2020, 1)]), [(2018, 3), (2019, 0), (2020, 1)]);
        assert_eq!(without_gaps(&[]), []);
        let long = without_gaps(&[(1000, 1), (2026, 1)]);
        assert_eq!((long.len(), long.first(), long.last()), (BARS_MAX, Some(&(1827, 0)), Some(&(2026, 1))));
    }

    #[test]
    fn labels_leave_room_for_each_other() {
        let bars = |count: usize| {
            let bar = |at: usize| Bar {
                year: 0,
                label: at.to_string(),
                value: String::new(),
                said: String::new(),
                href: None,
                x: 0,
                height: 0,
                level: 0,
            };
            (0..count).map(bar).collect::<Vec<_>>()
        };
        let written =
            |count: usize, slots: usize| axis(&bars(count), slots).iter().filter(|label| !label.is_empty()).count();
        assert_eq!([written(1, 16), written(3, 16), written(16, 16), written(40, 40)], [1, 2, 8, 8]);
        assert!(written(17, 17) <= LABELS_MAX && written(200, 200) <= LABELS_MAX);
        assert_eq!(axis(&bars(40), 40).len(), 40);
    }
}
