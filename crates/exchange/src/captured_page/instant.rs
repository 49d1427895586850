//! From a date and clocks to the instant at which the page was captured.
//!
//! The date is that of the home zone. Each clock, taken alone, fits one minute of that day, two where its
//! zone repeats an hour, none where its zone leaves the hour out. The home zone's clock decides; without
//! one, the minute that most clocks share.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

/// A clock of the page whose zone is known.
#[derive(Clone, Debug)]
pub(super) struct ZonedClock {
    pub(super) city: String,
    pub(super) line: usize,
    pub(super) time: Time,
    pub(super) zone: TimeZone,
}

/// The instant that the clocks prove, and sentences about what does not fit or is not certain.
pub(super) fn capture_instant(date: Date, clocks: &[ZonedClock], home: &TimeZone) -> (Option<Timestamp>, Vec<String>) {
    let mut uncertain = Vec::new();
    let mut fits = Vec::new();
    if let Some(clock) = home_clock(date, clocks, home) {
        fits = fitting_instants(date, clock, home);
        if fits.is_empty() {
            uncertain.push(format!(
                "The clock of {} (line {}) shows {}, an hour that {date} does not have in the home zone",
                clock.city,
                clock.line,
                hour_and_minute(clock.time)
            ));
        }
    }
    if fits.is_empty() {
        fits = clocks.iter().flat_map(|clock| fitting_instants(date, clock, home)).collect();
    }
    let instant = most_shared(fits, clocks, &mut uncertain);
    if let Some(instant) = instant {
        uncertain.extend(clocks.iter().filter_map(|clock| disagreement(clock, instant)));
    }
    (instant, uncertain)
}

/// The clock of the home zone by name, else one that keeps the same time on that day.
fn home_clock<'a>(date: Date, clocks: &'a [ZonedClock], home: &TimeZone) -> Option<&'a ZonedClock> {
    let same_name =
        |clock: &&ZonedClock| clock.zone.iana_name().is_some() && clock.zone.iana_name() == home.iana_name();
    let same_time = |clock: &&ZonedClock| {
        let fits = fitting_instants(date, clock, home);
        !fits.is_empty() && fits.iter().all(|&at| clock.zone.to_offset(at) == home.to_offset(at))
    };
    clocks.iter().find(same_name).or_else(|| clocks.iter().find(same_time))
}

/// All instants of the home zone's day at which the clock's zone shows the clock's time, earliest first.
fn fitting_instants(date: Date, clock: &ZonedClock, home: &TimeZone) -> Vec<Timestamp> {
    let mut instants = Vec::new();
    // Zones lie up to 26 hours apart, so the clock's own date may be two days away.
    for days in -2..=2 {
        let Ok(day) = date.checked_add(jiff::Span::new().days(days)) else {
            continue;
        };
        let local = day.to_datetime(clock.time);
        match clock.zone.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => instants.extend(offset.to_timestamp(local)),
            AmbiguousOffset::Gap { .. } => {}
            AmbiguousOffset::Fold { before, after } => {
                instants.extend(before.to_timestamp(local));
                instants.extend(after.to_timestamp(local));
            }
        }
    }
    instants.retain(|&at| home.to_datetime(at).date() == date);
    instants.sort_unstable();
    instants
}

/// The candidate with which most clocks agree. Equal candidates are one clock's repeated hour (then the
/// earlier one stands, and it is said) or clocks that contradict each other (then there is no instant).
fn most_shared(mut fits: Vec<Timestamp>, clocks: &[ZonedClock], uncertain: &mut Vec<String>) -> Option<Timestamp> {
    fits.sort_unstable();
    fits.dedup();
    let agreeing = |at: Timestamp| clocks.iter().filter(move |clock| shown_at(clock, at) == clock.time);
    let most = fits.iter().map(|&at| agreeing(at).count()).max()?;
    fits.retain(|&at| agreeing(at).count() == most);
    let (&earliest, others) = fits.split_first()?;
    if others.is_empty() {
        return Some(earliest);
    }
    let repeated = others.iter().all(|&at| agreeing(at).any(|clock| shown_at(clock, earliest) == clock.time));
    if repeated {
        let others: Vec<String> = others.iter().map(ToString::to_string).collect();
        uncertain.push(format!(
            "The clocks fit an hour that came twice: {earliest} and {}; the earlier one was taken",
            others.join(", ")
        ));
        return Some(earliest);
    }
    uncertain
        .push("The clocks contradict each other and none is in the home zone, so they prove no instant".to_owned());
    None
}

fn shown_at(clock: &ZonedClock, instant: Timestamp) -> Time {
    let time = clock.zone.to_datetime(instant).time();
    // Seconds between full minutes come from historical offsets; a clock that shows minutes hides them.
    if clock.time.second() == 0 { time.with().second(0).build().unwrap_or(time) } else { time }
}

/// The sentence about a clock that does not show the instant's time, the shorter way round the dial.
fn disagreement(clock: &ZonedClock, instant: Timestamp) -> Option<String> {
    const DAY_MINUTES: i32 = 24 * 60;
    let expected = shown_at(clock, instant);
    if expected == clock.time {
        return None;
    }
    let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    let ahead = (minutes(clock.time) - minutes(expected)).rem_euclid(DAY_MINUTES);
    let (distance, word) = if ahead <= DAY_MINUTES / 2 { (ahead, "ahead") } else { (DAY_MINUTES - ahead, "behind") };
    Some(format!(
        "The clock of {} (line {}) shows {} where {} was due: {distance} minutes {word}",
        clock.city,
        clock.line,
        hour_and_minute(clock.time),
        hour_and_minute(expected)
    ))
}

fn hour_and_minute(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use jiff::tz::TimeZoneDatabase;

    fn zone(name: &str) -> TimeZone {
        TimeZoneDatabase::bundled().get(name).expect("a zone of the bundled database")
    }

    fn clock(zone_name: &str, hour: i8, minute: i8) -> ZonedClock {
        ZonedClock { city: zone_name.to_owned(), line: 1, time: time(hour, minute, 0, 0), zone: zone(zone_name) }
    }

    fn solve(day: Date, clocks: &[ZonedClock], home: &str) -> (Option<String>, Vec<String>) {
        let (instant, uncertain) = capture_instant(day, clocks, &zone(home));
        (instant.map(|at| at.to_string()), uncertain)
    }

    #[test]
    fn the_home_clock_decides_and_the_others_confirm() {
        let clocks = [clock("Asia/Tokyo", 5, 40), clock("Europe/Madrid", 22, 40)];
        assert_eq!(solve(date(2024, 5, 4), &clocks, "Europe/Madrid"), (Some("2024-05-04T20:40:00Z".into()), vec![]));
    }

    #[test]
    fn a_zone_that_keeps_the_same_time_stands_for_the_home_zone() {
        let clocks = [clock("Europe/Rome", 22, 40), clock("Asia/Tokyo", 5, 43)];
        let (instant, uncertain) = solve(date(2024, 5, 4), &clocks, "Europe/Madrid");
        assert_eq!(instant.as_deref(), Some("2024-05-04T20:40:00Z"));
        assert_eq!(uncertain, ["The clock of Asia/Tokyo (line 1) shows 05:43 where 05:40 was due: 3 minutes ahead"]);
    }

    #[test]
    fn without_a_home_clock_the_others_are_solved_with_the_home_date() {
        let clocks = [clock("Pacific/Kiritimati", 1, 30), clock("Asia/Tokyo", 20, 30)];
        assert_eq!(solve(date(2024, 5, 3), &clocks, "Pacific/Pago_Pago").0.as_deref(), Some("2024-05-03T11:30:00Z"));
    }

    #[test]
    fn a_repeated_hour_is_resolved_by_another_clock_or_said() {
        let day = date(2024, 10, 27);
        let madrid = clock("Europe/Madrid", 2, 30);
        let (alone, uncertain) = solve(day, std::slice::from_ref(&madrid), "Europe/Madrid");
        assert_eq!(alone.as_deref(), Some("2024-10-27T00:30:00Z"));
        assert_eq!(uncertain.len(), 1);
        let both = solve(day, &[madrid, clock("Asia/Tokyo", 10, 30)], "Europe/Madrid");
        assert_eq!(both, (Some("2024-10-27T01:30:00Z".into()), vec![]));
    }

    #[test]
    fn an_hour_that_was_left_out_is_said_and_the_other_clocks_answer() {
        let clocks = [clock("Europe/Madrid", 2, 30), clock("Asia/Tokyo", 10, 30)];
        let (instant, uncertain) = solve(date(2024, 3, 31), &clocks, "Europe/Madrid");
        assert_eq!(instant.as_deref(), Some("2024-03-31T01:30:00Z"));
        assert_eq!(uncertain.len(), 2);
    }

    #[test]
    fn clocks_that_contradict_each_other_prove_nothing() {
        let clocks = [clock("Asia/Tokyo", 10, 30), clock("Asia/Seoul", 10, 31)];
        let (instant, uncertain) = solve(date(2024, 5, 4), &clocks, "America/Lima");
        assert_eq!((instant, uncertain.len()), (None, 1));
        assert_eq!(solve(date(2024, 5, 4), &[], "America/Lima"), (None, vec![]));
    }
}
