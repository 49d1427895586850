//! Clock lines: `City: HH:MM`, one or several on a line, also with AM and PM, also after the date.

use jiff::civil::Time;

use super::dates::{DateReading, read_date};
use super::lines::plain;

/// A longer label is a sentence, not the name of a city.
const CITY_CHARS_MAX: usize = 60;

/// A date with its weekday before the first city takes at most this room.
const DATED_CITY_CHARS_MAX: usize = 2 * CITY_CHARS_MAX;

/// A clock as the line shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownClock {
    pub(super) city: String,
    pub(super) time: Time,
}

/// What a line says when it is read as a line of clocks and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ClockLine {
    NotClocks,
    /// It has the form of a clock line with a time that no day has.
    Impossible(String),
    /// The clocks in order; before them there may have been a date.
    Clocks {
        date: DateReading,
        clocks: Vec<ShownClock>,
    },
}

/// Reads a whole line.
pub(super) fn read_clocks(text: &str) -> ClockLine {
    let text = plain(text);
    let mut rest = skip_separators(&text);
    let (mut date, mut clocks) = (DateReading::NotADate, Vec::new());
    while !rest.is_empty() {
        let Some((label, after)) = rest.split_once(':') else {
            return ClockLine::NotClocks;
        };
        let mut city = label.trim();
        if clocks.is_empty() && !is_city(city) {
            let (found, name) = split_date(city);
            (date, city) = (found, name);
        }
        if !is_city(city) {
            return ClockLine::NotClocks;
        }
        let Some((shown, after)) = leading_time(after.trim_start()) else {
            return ClockLine::NotClocks;
        };
        match shown.time() {
            Ok(time) => clocks.push(ShownClock { city: city.to_owned(), time }),
            Err(reason) => return ClockLine::Impossible(reason),
        }
        rest = skip_separators(after);
    }
    if clocks.is_empty() { ClockLine::NotClocks } else { ClockLine::Clocks { date, clocks } }
}

fn skip_separators(text: &str) -> &str {
    text.trim_start_matches([' ', '|', ',', ';', '·', '•', '/', '،', '，', '；'])
}

/// The longest date at the beginning of a label, and the city after it.
fn split_date(label: &str) -> (DateReading, &str) {
    if label.chars().nth(DATED_CITY_CHARS_MAX).is_some() {
        return (DateReading::NotADate, label);
    }
    let spaces = label.match_indices(' ').map(|(at, _)| at).rev();
    spaces
        .map(|at| (read_date(&label[..at]), label[at..].trim()))
        .find(|(date, _)| *date != DateReading::NotADate)
        .unwrap_or((DateReading::NotADate, label))
}

fn is_city(label: &str) -> bool {
    let allowed = |c: char| c.is_alphabetic() || is_mark(c) || " -‑'’‘ʼ.,()".contains(c);
    label.chars().count() <= CITY_CHARS_MAX && label.chars().any(char::is_alphabetic) && label.chars().all(allowed)
}

/// Accents and vowel signs that stand as characters of their own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}')
}

struct ShownTime {
    hour: i8,
    minute: i8,
    second: i8,
    /// `Some(true)` for PM.
    afternoon: Option<bool>,
}

impl ShownTime {
    fn time(&self) -> Result<Time, String> {
        let hour = match (self.afternoon, self.hour) {
            (None, hour) => Some(hour),
            (Some(afternoon), hour @ 1..=12) => Some(hour % 12 + if afternoon { 12 } else { 0 }),
            (Some(_), _) => None,
        };
        hour.and_then(|hour| Time::new(hour, self.minute, self.second, 0).ok())
            .ok_or_else(|| format!("{}:{:02} is no time of the day as this clock writes it", self.hour, self.minute))
    }
}

/// A time at the beginning of a plain text, and what follows it.
fn leading_time(text: &str) -> Option<(ShownTime, &str)> {
    let (hour, rest) = leading_pair(text, 1)?;
    let (minute, mut rest) = leading_pair(rest.strip_prefix([':', '.'])?, 2)?;
    let mut second = 0;
    if let Some((found, after)) = rest.strip_prefix(':').and_then(|after| leading_pair(after, 2)) {
        (second, rest) = (found, after);
    }
    let (afternoon, rest) = half_of_day(rest);
    // "22:12h" or "10:305" is some other notation.
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == ':') {
        return None;
    }
    Some((ShownTime { hour, minute, second, afternoon }, rest))
}

/// At least `digits_min` and at most two digits.
fn leading_pair(text: &str, digits_min: usize) -> Option<(i8, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits < digits_min || digits > 2 {
        return None;
    }
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

fn half_of_day(text: &str) -> (Option<bool>, &str) {
    const HALVES: [(&str, bool); 6] =
        [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true), ("上午", false), ("下午", true)];
    let after_space = text.trim_start_matches(' ');
    for (word, afternoon) in HALVES {
        let Some(head) = after_space.get(..word.len()) else {
            continue;
        };
        let rest = &after_space[word.len()..];
        if head.eq_ignore_ascii_case(word) && !rest.starts_with(char::is_alphanumeric) {
            return (Some(afternoon), rest);
        }
    }
    (None, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn clocks(text: &str) -> Vec<(String, Time)> {
        match read_clocks(text) {
            ClockLine::Clocks { clocks, .. } => clocks.into_iter().map(|c| (c.city, c.time)).collect(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn times_are_read_with_24_and_with_12_hours() {
        for (text, hour, minute) in [
            ("Oslo: 00:12", 0, 12),
            ("Oslo : 9.05", 9, 5),
            ("Oslo: 12:30 AM", 0, 30),
            ("Oslo: 12:30 p.m.", 12, 30),
            ("Oslo:11:59PM", 23, 59),
            ("奥斯陆：２３：０５", 23, 5),
            ("أوسلو: ٢٣:٠٥", 23, 5),
        ] {
            assert_eq!(clocks(text)[0].1, time(hour, minute, 0, 0), "{text}");
        }
    }

    #[test]
    fn one_line_may_hold_several_clocks_and_the_date() {
        let both = [("Port-au-Prince".to_owned(), time(1, 2, 0, 0)), ("Lima".to_owned(), time(13, 4, 0, 0))];
        assert_eq!(clocks("Port-au-Prince: 01:02   Lima: 1:04 PM"), both);
        assert_eq!(clocks("Port-au-Prince: 01:02 | Lima: 13:04"), both);
        let dated = read_clocks("3 May 2021 Port-au-Prince: 01:02, Lima: 13:04");
        assert!(matches!(dated, ClockLine::Clocks { date: found, .. } if found.date() == Some(date(2021, 5, 3))));
    }

    #[test]
    fn other_lines_with_colons_are_not_clocks() {
        for text in
            ["Question: 10:30 was the hour", "Oslo:", "Score 3: 10:30", "Tel: 10 30", "10:30", "", "Oslo: 10:305"]
        {
            assert_eq!(read_clocks(text), ClockLine::NotClocks, "{text}");
        }
        for text in ["Oslo: 24:00", "Oslo: 10:60", "Oslo: 13:00 PM"] {
            assert!(matches!(read_clocks(text), ClockLine::Impossible(_)), "{text}");
        }
    }
}
