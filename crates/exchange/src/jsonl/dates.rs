//! Dates of items: instants as they are, days at noon in the home zone, everything else refused.

use domain::{Precision, today};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::flaw::{Flaw, shown};

/// A date as a source states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    /// The instant it stands for.
    pub(super) instant: Timestamp,
    /// The civil day in the home zone.
    pub(super) day: Date,
    /// Whether the source was exact to the instant.
    pub(super) precision: Precision,
}

/// Reads an RFC 3339 instant (seconds may be missing), or a day, which is taken at 12:00 in the home zone. A time without a
/// zone is refused: what instant it means depends on who reads it.
pub(super) fn read_date(field: &str, text: &str, home: &TimeZone) -> Result<Dated, Flaw> {
    let text = text.trim();
    let dated = if is_day(text) { day(text, home) } else { instant(text, home) };
    match dated {
        Some(dated) if (1..=9_999).contains(&dated.day.year()) => Ok(dated),
        _ => Err(refuse(field, text)),
    }
}

fn day(text: &str, home: &TimeZone) -> Option<Dated> {
    let day: Date = text.parse().ok()?;
    let instant = home.to_timestamp(day.at(12, 0, 0, 0)).ok()?;
    Some(Dated { instant, day, precision: Precision::Day })
}

fn instant(text: &str, home: &TimeZone) -> Option<Dated> {
    let instant: Timestamp = text.parse().ok()?;
    // The record keeps microseconds; what is finer is cut off, so that the views and the journal say the same.
    let instant = Timestamp::from_microsecond(instant.as_microsecond()).ok()?;
    Some(Dated { instant, day: today(instant, home), precision: Precision::Instant })
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

fn refuse(field: &str, text: &str) -> Flaw {
    let quoted = shown(text);
    if text.contains(':') && text.parse::<DateTime>().is_ok() && text.parse::<Timestamp>().is_err() {
        let reason = format!(
            "“{field}” is “{quoted}”, a time without a zone; add Z or an offset such as +01:00, or give the day alone"
        );
        return Flaw::new("date-without-zone", reason);
    }
    if text.get(..10).is_some_and(is_day) {
        let reason =
            format!("“{field}” is “{quoted}”, which is not a date or time that exists; correct it at the source");
        return Flaw::new("date-impossible", reason);
    }
    let wanted = "an instant such as 2020-09-22T21:12:00Z or a day such as 2020-09-22";
    Flaw::new("date-invalid", format!("“{field}” is “{quoted}”; {wanted} is wanted"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, String), &'static str> {
        let home = domain::zone("Europe/London").unwrap();
        read_date("date", text, &home)
            .map(|dated| (dated.instant.to_string(), dated.day.to_string()))
            .map_err(|flaw| flaw.code)
    }

    #[test]
    fn a_day_is_noon_in_the_home_zone_and_an_instant_is_itself() {
        let table = [
            ("2026-07-01", "2026-07-01T11:00:00Z", "2026-07-01"),
            ("2026-12-01", "2026-12-01T12:00:00Z", "2026-12-01"),
            ("2026-07-01T23:30:00Z", "2026-07-01T23:30:00Z", "2026-07-02"),
            ("2026-07-01T23:30Z", "2026-07-01T23:30:00Z", "2026-07-02"),
            ("2026-07-01T10:00:00+05:30", "2026-07-01T04:30:00Z", "2026-07-01"),
            (" 2026-07-01T10:00:00.1234567Z ", "2026-07-01T10:00:00.123456Z", "2026-07-01"),
            ("0001-06-01", "0001-06-01T12:01:15Z", "0001-06-01"),
        ];
        for (text, instant, day) in table {
            assert_eq!(read(text), Ok((instant.to_owned(), day.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_by_what_is_wrong_with_it() {
        let table = [
            ("2026-02-31", "date-impossible"),
            ("2026-13-01", "date-impossible"),
            ("0000-01-01", "date-impossible"),
            ("2026-02-31T10:00:00Z", "date-impossible"),
            ("2026-02-01T25:00:00Z", "date-impossible"),
            ("2026-02-01T10:00:00", "date-without-zone"),
            ("2026-02-01 10:00", "date-without-zone"),
            ("01.02.2026", "date-invalid"),
            ("yesterday", "date-invalid"),
            ("", "date-invalid"),
            ("2026", "date-invalid"),
            ("٢٠٢٦-٠٢-٠١", "date-invalid"),
        ];
        for (text, code) in table {
            assert_eq!(read(text), Err(code), "{text}");
        }
    }
}
