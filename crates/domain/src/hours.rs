//! Opening hours in the home zone.

use jiff::civil::{self, Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use serde::{Deserialize, Serialize};

/// How many days ahead the next opening is looked for: a month of holidays is longer than any office takes.
const DAYS_AHEAD_MAX: i32 = 60;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the days speak for themselves")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Weekday {
    /// The same day in the calendar library's words.
    #[must_use]
    pub fn civil(self) -> civil::Weekday {
        match self {
            Self::Mon => civil::Weekday::Monday,
            Self::Tue => civil::Weekday::Tuesday,
            Self::Wed => civil::Weekday::Wednesday,
            Self::Thu => civil::Weekday::Thursday,
            Self::Fri => civil::Weekday::Friday,
            Self::Sat => civil::Weekday::Saturday,
            Self::Sun => civil::Weekday::Sunday,
        }
    }
}

/// From when to when an office is open on some days of the week, local time. `to` is the first minute closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayHours {
    /// The days on which these hours hold.
    pub days: Vec<Weekday>,
    /// Opening time.
    pub from: civil::Time,
    /// Closing time, later than `from`.
    pub to: civil::Time,
}

/// Whether an office is open at an instant, and until when that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningState {
    /// Open; closes at this local time today.
    Open {
        /// Local date and time of closing.
        until: DateTime,
    },
    /// Closed; opens next at this local date and time, if within two months.
    Closed {
        /// Local date and time of the next opening.
        opens: Option<DateTime>,
    },
}

/// Whether an office with these hours and holidays is open at `instant` in `zone`; nothing when no hours are known.
#[must_use]
pub fn opening_state(
    hours: &[DayHours],
    holidays: &[Date],
    instant: Timestamp,
    zone: &TimeZone,
) -> Option<OpeningState> {
    if hours.is_empty() {
        return None;
    }
    let local = zone.to_datetime(instant);
    let spans = |date: Date| {
        let open = !holidays.contains(&date);
        hours
            .iter()
            .filter(move |hours| open && hours.days.iter().any(|day| day.civil() == date.weekday()))
            .map(move |hours| (date.to_datetime(hours.from), date.to_datetime(hours.to)))
    };
    // Two spans that touch or overlap are one opening: the latest end counts.
    let mut until = None;
    while let Some(end) = spans(local.date())
        .filter(|(from, to)| *from <= until.unwrap_or(local) && until.unwrap_or(local) < *to)
        .map(|(_, to)| to)
        .max()
    {
        until = Some(end);
    }
    if let Some(until) = until {
        return Some(OpeningState::Open { until });
    }
    let opens = (0..=DAYS_AHEAD_MAX).find_map(|days| {
        let date = local.date().checked_add(days.days()).ok()?;
        spans(date).map(|(from, _)| from).filter(|from| *from > local).min()
    });
    Some(OpeningState::Closed { opens })
}

/// The instant at which [`opening_state`] next changes, if it does.
#[must_use]
pub fn opening_turn(hours: &[DayHours], holidays: &[Date], instant: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let turn = match opening_state(hours, holidays, instant, zone)? {
        OpeningState::Open { until } => until,
        OpeningState::Closed { opens } => opens?,
    };
    zone.to_timestamp(turn).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone;

    fn hours() -> Vec<DayHours> {
        let week = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        vec![
            DayHours { days: week.clone(), from: civil::time(9, 0, 0, 0), to: civil::time(12, 30, 0, 0) },
            DayHours { days: week, from: civil::time(14, 0, 0, 0), to: civil::time(17, 0, 0, 0) },
        ]
    }

    #[test]
    fn an_office_opens_and_closes_by_the_home_zones_clock() {
        let london = zone("Europe/London").unwrap();
        let table = [
            // instant, open until / opens (local)
            ("2026-11-20T09:00:00Z", "open 2026-11-20T12:30:00"),
            ("2026-11-20T12:29:59Z", "open 2026-11-20T12:30:00"),
            ("2026-11-20T12:30:00Z", "opens 2026-11-20T14:00:00"),
            ("2026-11-20T17:00:00Z", "opens 2026-11-23T09:00:00"),
            // Summer time: 08:30 UTC is 09:30 in London.
            ("2026-07-01T08:30:00Z", "open 2026-07-01T12:30:00"),
            // Christmas is a holiday, the weekend follows.
            ("2026-12-24T18:00:00Z", "opens 2026-12-28T09:00:00"),
        ];
        for (instant, wanted) in table {
            let state = opening_state(&hours(), &["2026-12-25".parse().unwrap()], instant.parse().unwrap(), &london);
            let said = match state.unwrap() {
                OpeningState::Open { until } => format!("open {until}"),
                OpeningState::Closed { opens } => format!("opens {}", opens.unwrap()),
            };
            assert_eq!(said, wanted, "{instant}");
        }
    }

    #[test]
    fn without_hours_nothing_is_claimed() {
        let london = zone("Europe/London").unwrap();
        assert_eq!(opening_state(&[], &[], Timestamp::UNIX_EPOCH, &london), None);
        assert_eq!(opening_turn(&[], &[], Timestamp::UNIX_EPOCH, &london), None);
    }

    #[test]
    fn hours_that_touch_are_one_opening() {
        let london = zone("Europe/London").unwrap();
        let touching = vec![
            DayHours { days: vec![Weekday::Fri], from: civil::time(9, 0, 0, 0), to: civil::time(12, 0, 0, 0) },
            DayHours { days: vec![Weekday::Fri], from: civil::time(12, 0, 0, 0), to: civil::time(17, 0, 0, 0) },
        ];
        let turn = opening_turn(&touching, &[], "2026-11-20T10:00:00Z".parse().unwrap(), &london);
        assert_eq!(turn, Some("2026-11-20T17:00:00Z".parse().unwrap()));
    }
}
