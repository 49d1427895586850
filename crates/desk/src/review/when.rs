//! A date and a time of the home zone, as a form gives them, and the instant that they mean.

use domain::{LocalTime, resolve_local};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::Serialize;

use super::fields::Fields;
use super::room::{Problem, Room, When};

/// What a form's date and time come to.
pub(super) enum Wished {
    /// One instant.
    At(Timestamp),
    /// One of two instants has to be chosen first.
    Choose(Choice),
    /// It cannot be read.
    Wrong(Problem),
}

/// Two instants of which one is meant.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Choice {
    /// Whether the clock never shows the time; else it shows it twice.
    pub skipped: bool,
    /// The two instants.
    pub options: Vec<Possible>,
}

/// One of them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Possible {
    /// The instant.
    pub when: When,
    /// The home zone's offset from UTC then: `+01:00`.
    pub offset: String,
}

impl Room<'_> {
    /// Reads the fields `date`, `time` and, where one of two instants was chosen, `instant`.
    pub(super) fn wished(&self, fields: &Fields) -> Wished {
        let Ok(date) = fields.get("date").parse::<Date>() else {
            return Wished::Wrong(Problem::of("date", self.say("review-date-wrong", &[])));
        };
        let Some(time) = time_of(fields.get("time")) else {
            return Wished::Wrong(Problem::of("time", self.say("review-time-wrong", &[])));
        };
        let home = &self.standing.home;
        match resolve_local(DateTime::from_parts(date, time), home) {
            None => Wished::Wrong(Problem::of("date", self.say("review-date-wrong", &[]))),
            Some(LocalTime::One(instant)) => Wished::At(instant),
            Some(LocalTime::Skipped { before, after }) => self.chosen(fields, true, [before, after]),
            Some(LocalTime::Twice { first, second }) => self.chosen(fields, false, [first, second]),
        }
    }

    fn chosen(&self, fields: &Fields, skipped: bool, instants: [Timestamp; 2]) -> Wished {
        let chosen = fields.get("instant").parse::<Timestamp>().ok();
        if let Some(instant) = instants.into_iter().find(|instant| chosen == Some(*instant)) {
            return Wished::At(instant);
        }
        let home = &self.standing.home;
        let possible = |instant| Possible { when: self.when(instant), offset: offset_of(instant, home) };
        Wished::Choose(Choice { skipped, options: instants.map(possible).to_vec() })
    }

    /// An instant as the fields `date` and `time` of a form begin with.
    pub(super) fn fields_of(&self, instant: Timestamp) -> (String, String) {
        let local = self.standing.home.to_datetime(instant);
        let time = format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second());
        (local.date().to_string(), time)
    }
}

/// `HH:MM` or `HH:MM:SS`, as `<input type=time>` sends it.
fn time_of(text: &str) -> Option<Time> {
    let mut parts = text.split(':').map(|part| if part.len() == 2 { part.parse::<i8>().ok() } else { None });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        None => 0,
        Some(second) => second?,
    };
    if parts.next().is_some() { None } else { Time::new(hour, minute, second, 0).ok() }
}

/// The offset of a zone from UTC at an instant, as ISO 8601 writes it.
fn offset_of(instant: Timestamp, zone: &TimeZone) -> String {
    let seconds = zone.to_offset(instant).seconds();
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_and_without_seconds_and_nothing_else_is() {
        assert_eq!(time_of("23:00"), Time::new(23, 0, 0, 0).ok());
        assert_eq!(time_of("23:00:01"), Time::new(23, 0, 1, 0).ok());
        for wrong in ["", "23", "24:00", "11 pm", "23:60", "1:30", "23:00:00:00", "23:00:0"] {
            assert_eq!(time_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn offsets_are_written_with_hours_and_minutes() {
        let at: Timestamp = "2027-01-05T12:00:00Z".parse().unwrap();
        assert_eq!(offset_of(at, &domain::zone("Asia/Kathmandu").unwrap()), "+05:45");
        assert_eq!(offset_of(at, &domain::zone("America/New_York").unwrap()), "−05:00");
    }
}
