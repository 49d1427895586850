//! Instants, civil days in a named zone, and the one door for public questions.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ToSpan as _};

use crate::SiteId;

/// A public question's site and instant. Every query that can reach the public takes one; there is no other door.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The site asked about.
    pub site: SiteId,
    /// The instant asked about.
    pub instant: Timestamp,
}

/// Where "now" comes from. The one real clock lives in the binary; tests and rehearsals bring their own.
pub trait Clock: Send + Sync {
    /// The present instant, to the microsecond.
    fn now(&self) -> Timestamp;
}

/// The time zone of an IANA name (`Europe/London`, links included), or nothing if there is none of that name.
#[must_use]
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// The civil date at `instant` in `zone`: "today" there.
#[must_use]
pub fn today(instant: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(instant).date()
}

/// The first instant of the next civil day in `zone`. Days of 23 and 25 hours are as long as they are; a midnight
/// that does not exist is the first instant after the gap.
#[must_use]
pub fn next_midnight(instant: Timestamp, zone: &TimeZone) -> Timestamp {
    today(instant, zone)
        .checked_add(1.day())
        .and_then(|date| zone.to_timestamp(date.at(0, 0, 0, 0)))
        .unwrap_or(Timestamp::MAX)
}

/// What a time on the clock of a zone means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalTime {
    /// It is one instant.
    One(Timestamp),
    /// The clock never shows it: it is put forward past it. The instants are those before and after the gap that are
    /// as far from it as the time asked for.
    Skipped {
        /// The one before the gap.
        before: Timestamp,
        /// The one after the gap.
        after: Timestamp,
    },
    /// The clock shows it twice: it is put back over it.
    Twice {
        /// The first time.
        first: Timestamp,
        /// The second time.
        second: Timestamp,
    },
}

/// The instant of a civil time in a zone, or why there is not exactly one. Nothing when it is outside the years that
/// can be reckoned with.
#[must_use]
pub fn resolve_local(civil: DateTime, zone: &TimeZone) -> Option<LocalTime> {
    let at = |offset: Offset| offset.to_timestamp(civil).ok();
    Some(match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => LocalTime::One(at(offset)?),
        AmbiguousOffset::Gap { before, after } => LocalTime::Skipped { before: at(after)?, after: at(before)? },
        AmbiguousOffset::Fold { before, after } => LocalTime::Twice { first: at(before)?, second: at(after)? },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_time_that_is_skipped_or_comes_twice_is_said_to_be_so() {
        let london = zone("Europe/London").unwrap();
        let resolve = |text: &str| resolve_local(text.parse().unwrap(), &london).unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(resolve("2026-03-28T23:00:00"), LocalTime::One(at("2026-03-28T23:00:00Z")));
        assert_eq!(
            resolve("2026-03-29T01:30:00"),
            LocalTime::Skipped { before: at("2026-03-29T00:30:00Z"), after: at("2026-03-29T01:30:00Z") }
        );
        assert_eq!(
            resolve("2026-10-25T01:30:00"),
            LocalTime::Twice { first: at("2026-10-25T00:30:00Z"), second: at("2026-10-25T01:30:00Z") }
        );
    }

    fn seconds_to_midnight(instant: &str, name: &str) -> i64 {
        let instant: Timestamp = instant.parse().unwrap();
        next_midnight(instant, &zone(name).unwrap()).as_second() - instant.as_second()
    }

    #[test]
    fn the_next_midnight_goes_through_the_zone() {
        // A day of 23 hours, one of 25 (STANDARDS section 7).
        assert_eq!(seconds_to_midnight("2026-10-04T03:30:00+11:00", "Australia/Sydney"), 73_800);
        assert_eq!(seconds_to_midnight("2027-04-04T00:30:00+11:00", "Australia/Sydney"), 88_200);
        assert_eq!(seconds_to_midnight("2020-09-22T22:59:59Z", "Europe/London"), 1);
    }

    #[test]
    fn old_and_new_names_of_a_zone_are_the_same_zone() {
        assert!(zone("Europe/Kiev").is_some() && zone("Europe/Kyiv").is_some());
        assert!(zone("Europe/Nowhere").is_none());
    }
}
