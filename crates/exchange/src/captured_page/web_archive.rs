//! Takes the page out of a WET file: the text records of web archives (ISO 28500, WARC 1.0 and 1.1, with
//! records of type `conversion`).

use jiff::Timestamp;

use super::CaptureError;

/// The text of the page inside a record.
#[derive(Debug)]
pub(super) struct ArchivedText<'a> {
    pub(super) body: &'a str,
    /// The number of the body's first line in the whole file.
    pub(super) first_line: usize,
    /// The record's WARC-Date, where it is a time.
    pub(super) recorded: Option<Timestamp>,
    /// Sentences about what was left out.
    pub(super) remarks: Vec<String>,
}

/// Whether a text is a web archive and not a page.
pub(super) fn is_archive(text: &str) -> bool {
    text.starts_with("WARC/1.")
}

/// The first `conversion` record. Lengths count bytes of UTF-8, as in the file.
pub(super) fn first_text_record(file: &str) -> Result<ArchivedText<'_>, CaptureError> {
    let mut rest = file;
    let mut remarks = Vec::new();
    while is_archive(rest) {
        let record = Record::at_start_of(rest)?;
        let said_end = record.body_start.saturating_add(record.length);
        let whole = said_end <= rest.len();
        let end = rest.floor_char_boundary(said_end);
        let body = &rest[record.body_start..end];
        let after = rest[end..].trim_start_matches(['\r', '\n']);
        if record.kind.eq_ignore_ascii_case("conversion") {
            if !whole {
                remarks.push("The archive record is shorter than it says; its end is missing".to_owned());
            }
            if !after.is_empty() {
                remarks.push("The archive holds more after the first text record; that was not read".to_owned());
            }
            let start = file.len() - rest.len() + record.body_start;
            let first_line = 1 + file[..start].matches('\n').count();
            return Ok(ArchivedText { body, first_line, recorded: record.recorded, remarks });
        }
        rest = after;
    }
    Err(CaptureError::NoTextRecord)
}

struct Record<'a> {
    kind: &'a str,
    recorded: Option<Timestamp>,
    length: usize,
    body_start: usize,
}

impl<'a> Record<'a> {
    fn at_start_of(text: &'a str) -> Result<Record<'a>, CaptureError> {
        let (mut kind, mut recorded, mut length) = ("", None, None);
        let mut body_start = 0;
        for line in text.split_inclusive('\n') {
            body_start += line.len();
            let line = line.trim_end();
            if line.is_empty() {
                let length = length.ok_or(CaptureError::NoRecordLength)?;
                return Ok(Record { kind, recorded, length, body_start });
            }
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            match name.to_ascii_lowercase().as_str() {
                "warc-type" => kind = value.trim(),
                "warc-date" => recorded = value.trim().parse().ok(),
                "content-length" => length = value.trim().parse().ok(),
                _ => {}
            }
        }
        Err(CaptureError::NoRecordLength)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_text_record_is_taken_with_its_time_and_place() {
        let file = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nabcde\r\n\r\n\
                    WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2021-05-04T10:00:00Z\r\nContent-Length: 6\r\n\r\né\nübe";
        let found = first_text_record(file).expect("a text record");
        assert_eq!(found.body, "é\nüb");
        assert_eq!(found.first_line, 12);
        assert_eq!(found.recorded.map(|at| at.to_string()).as_deref(), Some("2021-05-04T10:00:00Z"));
        assert_eq!(found.remarks.len(), 1);
    }

    #[test]
    fn archives_without_a_text_record_or_a_length_are_refused() {
        let other = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n";
        assert!(matches!(first_text_record(other), Err(CaptureError::NoTextRecord)));
        assert!(matches!(
            first_text_record("WARC/1.0\r\nWARC-Type: conversion\r\n\r\n"),
            Err(CaptureError::NoRecordLength)
        ));
        let short = "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 99\r\n\r\nabc";
        assert_eq!(first_text_record(short).expect("what is there").remarks.len(), 1);
    }
}
