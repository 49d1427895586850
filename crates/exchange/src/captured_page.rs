//! Reads a press site's front page as a reader sees it: saved as text, or kept as a WET record by a web archive.
//!
//! The page proves little, and this module gives back no more than that: the instant of the capture, the zones
//! of its clocks, contacts, the start dates of its day counters, the lead message, the list of entries with
//! their teasers (marked as not whole), and every line that has no place. It must never guess a zone, finish a
//! text, or drop a line. It knows no clock, no file and no newsroom: text goes in, values come out.
//!
//! Start with [`read_page`]; `layout` says which line becomes what, `instant` how clocks become an instant.

mod city_zones;
mod clocks;
mod contacts;
mod counters;
mod date_words;
mod dates;
mod instant;
mod layout;
mod lines;
mod messages;
mod proof;
mod titles;
mod web_archive;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use proof::read_lines;

/// The largest text that is read, in bytes. A front page as text has some ten kilobytes; four mebibytes hold
/// any of them and still keep a mistaken file from filling memory.
pub const PAGE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// What a captured page proves, and what it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturedPage {
    /// The minute at which the page was shown, from its date and clocks; from the archive's record where the
    /// clocks prove none.
    pub instant: Option<Timestamp>,
    /// The date line: a civil date in the home zone.
    pub date: Option<Date>,
    /// The clocks, in page order.
    pub clocks: Vec<CapturedClock>,
    /// Labels with telephone numbers, in page order.
    pub contacts: Vec<CapturedContact>,
    /// The day counters, in page order.
    pub counters: Vec<CapturedCounter>,
    /// The message that the page shows in full, above the list.
    pub lead: Option<CapturedMessage>,
    /// The list, in page order.
    pub entries: Vec<CapturedMessage>,
    /// The text of the link to all messages.
    pub all_messages: Option<String>,
    /// Every line, or part of one, that has no place above; by line.
    pub unplaced: Vec<UnplacedLine>,
    /// Sentences about what was read and may be wrong, for a person to decide.
    pub uncertain: Vec<String>,
}

/// A clock of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturedClock {
    /// The city as the page writes it.
    pub city: String,
    /// Its IANA zone; `None` where the city is not known.
    pub zone: Option<String>,
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59. Seconds, where a clock shows them, are in the instant alone.
    pub minute: i8,
    /// Counted from 1.
    pub line: usize,
}

/// A telephone number under its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturedContact {
    /// What the number is for, without the colon.
    pub label: String,
    /// The number as written.
    pub phone: String,
    /// The number's line, counted from 1.
    pub line: usize,
}

/// A counter of days since an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturedCounter {
    /// The number on the page, at least 0.
    pub days: i64,
    /// The page's date less that many days: a civil date in the home zone.
    pub start: Date,
    /// The sentence up to the number.
    pub before: String,
    /// The sentence from behind the number.
    pub after: String,
    /// Counted from 1; several counters may share a line.
    pub line: usize,
}

/// A message, as far as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturedMessage {
    /// The title as written.
    pub title: String,
    /// The date in the list; the lead message has none.
    pub date: Option<Date>,
    /// The text; a line end inside a paragraph has become a space.
    pub paragraphs: Vec<String>,
    /// Whether this is the whole text; `false` where only a teaser was captured.
    pub whole: bool,
    /// The place that the title names: a suggestion.
    pub title_place: Option<String>,
    /// The date that the title names: a suggestion.
    pub title_date: Option<Date>,
    /// The title's line, counted from 1.
    pub line: usize,
}

/// A line that has no place in a [`CapturedPage`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnplacedLine {
    /// Counted from 1.
    pub line: usize,
    /// The line without white space at its ends, or the part of it that has no place.
    pub text: String,
    /// A sentence.
    pub reason: String,
}

/// Why a text is not read as a captured page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaptureError {
    /// The text is larger than [`PAGE_BYTES_MAX`].
    #[error(
        "the page has {bytes} bytes and at most {PAGE_BYTES_MAX} are read; save the page as text, without pictures"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Neither a date line nor a list entry is there.
    #[error(
        "this is no captured front page: neither a line with a date alone, such as \"3 May 2021\" or \"2021-05-03\", nor a \
         list entry such as \"03.05.2021 - title\" was found"
    )]
    NotAFrontPage,
    /// A web archive file without a record of type `conversion`.
    #[error(
        "the web archive holds no text record (WARC-Type: conversion); give its WET file or the page saved as text"
    )]
    NoTextRecord,
    /// A record of a web archive file without a usable Content-Length.
    #[error("a record of the web archive has no Content-Length or no end of its header, so its text cannot be found")]
    NoRecordLength,
}

/// Reads a page saved as text, or the first text record of a WET file.
///
/// `home_zone` is the zone of the press site: its dates are civil dates there. City names are resolved against the
/// bundled tz database, so the same text gives the same result on every machine.
///
/// # Errors
///
/// [`CaptureError`] where the text is too large, is not such a page, or is an archive without a text record.
pub fn read_page(text: &str, home_zone: &TimeZone) -> Result<CapturedPage, CaptureError> {
    if text.len() > PAGE_BYTES_MAX {
        return Err(CaptureError::TooLarge { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}');
    if !web_archive::is_archive(text) {
        return read_lines(&lines::lines_of(text, 1), home_zone, None);
    }
    let record = web_archive::first_text_record(text)?;
    let lines = lines::lines_of(record.body, record.first_line);
    let mut page = read_lines(&lines, home_zone, record.recorded)?;
    page.uncertain.extend(record.remarks);
    Ok(page)
}

/// The place and the date that a title ends in, both or nothing: "…, Oslo, June 19, 2020".
///
/// English, French, Spanish, Russian, Arabic and Chinese dates are known. This is a suggestion; where no comma stands
/// before the place, only a known city is taken.
#[must_use]
pub fn title_place_and_date(title: &str) -> Option<(String, Date)> {
    let occasion = titles::read_occasion(title)?;
    Some((occasion.place?.name, occasion.date))
}
