//! Dates that cannot be, weekdays that do not fit, events after their release.

use domain::Kind;
use jiff::civil::{Date, Weekday};

use super::piece::{Is, Piece};
use super::written_date::{WrittenDate, dates_in};
use super::{Checked, Finding, Severity};

pub(super) fn check(text: &Checked<'_>, pieces: &[Piece]) -> Vec<Finding> {
    let mut out = Vec::new();
    for piece in pieces {
        for written in dates_in(&piece.text) {
            out.extend(calendar(piece, &written));
            if piece.is == Is::Title {
                out.extend(title_date(text, piece, &written));
            }
        }
    }
    out.extend(occasion(text));
    out
}

fn calendar(piece: &Piece, written: &WrittenDate) -> Option<Finding> {
    let shown = piece.text[written.start..written.end].trim();
    let Some(date) = written.date else {
        let sentence = format!("“{shown}” is no day of the calendar; correct the day or the month.");
        return Some(piece.finding("date-impossible", Severity::Wrong, &sentence));
    };
    let weekday = written.weekday.filter(|weekday| *weekday != date.weekday())?;
    let sentence = format!(
        "“{shown}” does not fit: {date} is a {}, not a {}; correct the weekday or the date.",
        weekday_name(date.weekday()),
        weekday_name(weekday)
    );
    Some(piece.finding("weekday-wrong", Severity::Wrong, &sentence))
}

fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// Words that were said cannot be released before they are; an announcement can.
fn severity(kind: Kind) -> Severity {
    match kind {
        Kind::Speech | Kind::Remarks | Kind::Interview | Kind::PressConference | Kind::Briefing => Severity::Wrong,
        _ => Severity::Look,
    }
}

fn title_date(text: &Checked<'_>, piece: &Piece, written: &WrittenDate) -> Option<Finding> {
    let date = written.date?;
    let shown = piece.text[written.start..written.end].trim();
    if text.release.is_some_and(|release| date > release) {
        let sentence = format!(
            "“{shown}” is after the release on {}; correct the date or choose a later release.",
            day(text.release)
        );
        // "On the summit of 3 May": only a date that the title ends in says when the words were said.
        let last = piece.text[written.end..].chars().all(|c| !c.is_alphanumeric());
        let severity = if last { severity(text.kind) } else { Severity::Look };
        return Some(piece.finding("title-date-after-release", severity, &sentence));
    }
    let occasion = text.occasion.date.filter(|occasion| *occasion != date && !written.span)?;
    let sentence = format!("“{shown}” is not the day of the occasion, {occasion}; correct the one that is wrong.");
    Some(piece.finding("title-date-differs", Severity::Look, &sentence))
}

fn occasion(text: &Checked<'_>) -> Option<Finding> {
    let date = text.occasion.date.filter(|date| text.release.is_some_and(|release| *date > release))?;
    let message = format!(
        "The occasion is on {date}, after the release on {}; correct the date or choose a later release.",
        day(text.release)
    );
    Some(Finding {
        code: "occasion-after-release",
        severity: severity(text.kind),
        message,
        block: None,
        suggestion: None,
    })
}

fn day(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}
