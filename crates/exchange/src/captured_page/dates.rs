//! Reads dates as pages write them: in figures ("22.09.2020", "2020-09-22", "2020年9月22日") and in words of
//! six languages ("Tuesday, 22 September 2020", "1er mai 2020", "22 сентября 2020 г.").

use jiff::civil::{Date, Weekday};

use super::date_words::{is_filler, month_of, weekday_of};
use super::lines::{digit_value, fold, is_direction_mark, trim};

/// No date in words needs more room; a longer text is not looked at word by word.
const DATE_BYTES_MAX: usize = 200;

/// What a piece of text says when it is read as a date and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateReading {
    /// Something else, or more than a date.
    NotADate,
    /// It has the form of a date, and no calendar has that day; the sentence says so.
    Impossible(String),
    /// A day, and the weekday that stood with it.
    Day { date: Date, weekday: Option<Weekday> },
}

impl DateReading {
    /// The day, where it is one.
    pub(super) fn date(&self) -> Option<Date> {
        match self {
            DateReading::Day { date, .. } => Some(*date),
            _ => None,
        }
    }
}

/// Year, month and day as written; perhaps no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenDate {
    year: i16,
    month: i8,
    day: i8,
}

impl WrittenDate {
    /// The civil date, or the sentence that says why there is none.
    pub(super) fn date(self) -> Result<Date, String> {
        Date::new(self.year, self.month, self.day)
            .map_err(|_| format!("{:02}.{:02}.{:04} is no day of the calendar", self.day, self.month, self.year))
    }
}

/// Reads a whole text as one date, with or without its weekday.
pub(super) fn read_date(text: &str) -> DateReading {
    if text.len() > DATE_BYTES_MAX {
        return DateReading::NotADate;
    }
    let folded = fold(text);
    let found = read_figures_among_words(&folded).or_else(|| read_words(&folded));
    match found {
        None => DateReading::NotADate,
        Some((written, weekday)) => match written.date() {
            Ok(date) => DateReading::Day { date, weekday },
            Err(reason) => DateReading::Impossible(reason),
        },
    }
}

/// A date in figures at the beginning of the text, and the text after it.
///
/// Day first ("22.09.2020", "22/09/2020", "22-09-2020"), or year first ("2020-09-22", "2020年9月22日"); the
/// year has four digits, the two separators are the same.
pub(super) fn leading_date(text: &str) -> Option<(WrittenDate, &str)> {
    let (first, first_digits, rest) = leading_number(text)?;
    let (separator, rest) = leading_char(rest)?;
    let (second, second_digits, rest) = leading_number(rest)?;
    let (second_separator, rest) = leading_char(rest)?;
    let (third, third_digits, rest) = leading_number(rest)?;
    let chinese = (separator, second_separator) == ('年', '月');
    let same = separator == second_separator && matches!(separator, '.' | '-' | '/' | '‑' | '‐');
    if !(chinese || same) || second_digits > 2 {
        return None;
    }
    let (year, day) = match (first_digits, third_digits) {
        (4, 1 | 2) => (first, third),
        (1 | 2, 4) if !chinese => (third, first),
        _ => return None,
    };
    let rest = if chinese { rest.trim_start_matches(['日', '号']) } else { rest };
    let written = WrittenDate { year, month: i8::try_from(second).ok()?, day: i8::try_from(day).ok()? };
    Some((written, rest))
}

/// A number of at most four digits that is not part of a longer one: value, count of digits, the rest.
fn leading_number(text: &str) -> Option<(i16, usize, &str)> {
    let text = text.trim_start_matches(is_direction_mark);
    let (mut value, mut digits, mut end) = (0_i16, 0, 0);
    for (at, c) in text.char_indices() {
        let Some(digit) = digit_value(c) else { break };
        digits += 1;
        if digits > 4 {
            return None;
        }
        value = value * 10 + i16::from(digit);
        end = at + c.len_utf8();
    }
    (digits > 0).then(|| (value, digits, &text[end..]))
}

fn leading_char(text: &str) -> Option<(char, &str)> {
    let text = text.trim_start_matches(is_direction_mark);
    let c = text.chars().next()?;
    Some((c, &text[c.len_utf8()..]))
}

type Found = Option<(WrittenDate, Option<Weekday>)>;

/// One piece is a date in figures, all others are weekdays and small words.
fn read_figures_among_words(folded: &str) -> Found {
    let (mut written, mut weekday) = (None, None);
    for piece in folded.split([' ', ',', '،', '，', '(', ')']).filter(|piece| !piece.is_empty()) {
        let word = piece.trim_end_matches('.');
        if let Some(found) = weekday_of(word) {
            weekday = Some(found);
        } else if let Some((found, rest)) = leading_date(piece) {
            let rest = rest.trim_end_matches('.');
            if written.replace(found).is_some() || !(rest.is_empty() || is_filler(rest)) {
                return None;
            }
        } else if !is_filler(word) {
            return None;
        }
    }
    Some((written?, weekday))
}

enum Token {
    Number { value: i16, digits: usize },
    Month(i8),
    Weekday(Weekday),
}

/// Day, month name and year in any order that people use, with weekdays and small words between.
fn read_words(folded: &str) -> Found {
    let (mut day, mut month, mut year, mut weekday) = (None, None, None, None);
    for token in tokens(folded)? {
        match token {
            Token::Weekday(found) => weekday = Some(found),
            // "أيلول/سبتمبر": two names of one month are one month.
            Token::Month(found) if month.is_none_or(|known| known == found) => month = Some(found),
            Token::Number { value, digits: 4 } if year.is_none() => year = Some(value),
            Token::Number { value, digits: 1 | 2 } if day.is_none() => day = i8::try_from(value).ok(),
            _ => return None,
        }
    }
    Some((WrittenDate { year: year?, month: month?, day: day? }, weekday))
}

/// `None` as soon as something stands there that no date contains.
fn tokens(folded: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut rest = trim(folded);
    while let Some(c) = rest.chars().next() {
        if digit_value(c).is_some() {
            let (value, digits, after) = leading_number(rest)?;
            // "9月" is a month; elsewhere 月 is part of a name such as 九月.
            if let Some(after) = after.strip_prefix('月') {
                out.push(Token::Month(i8::try_from(value).ok()?));
                rest = after;
            } else {
                out.push(Token::Number { value, digits });
                rest = after;
            }
        } else if c.is_alphabetic() || c == 'º' {
            let (token, after) = leading_word(rest)?;
            out.extend(token);
            rest = after;
        } else if matches!(c, ' ' | ',' | '.' | '/' | '-' | '–' | '(' | ')' | '،' | '，' | '、') {
            rest = &rest[c.len_utf8()..];
        } else {
            return None;
        }
    }
    Some(out)
}

/// A month, a weekday or a small word (then no token); `None` for any other word.
fn leading_word(text: &str) -> Option<(Option<Token>, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    // Levantine month names are two words.
    let second = rest
        .strip_prefix(' ')
        .map_or("", |after| &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())]);
    if let Some(month) = month_of(&format!("{word} {second}")) {
        return Some((Some(Token::Month(month)), &rest[1 + second.len()..]));
    }
    if let Some(token) = token_of(word) {
        return Some((token, rest));
    }
    // Chinese writes no spaces: the longest beginning of the run that is a known word.
    let ends = word.char_indices().map(|(at, _)| at).filter(|&at| at > 0).rev();
    ends.filter(|_| word.chars().next().is_some_and(is_han))
        .find_map(|at| token_of(&word[..at]).map(|token| (token, &text[at..])))
}

/// The outer `Option` says whether the word is known, the inner one whether it means something.
fn token_of(word: &str) -> Option<Option<Token>> {
    if let Some(month) = month_of(word) {
        return Some(Some(Token::Month(month)));
    }
    if let Some(weekday) = weekday_of(word) {
        return Some(Some(Token::Weekday(weekday)));
    }
    (is_filler(word) || word == "º").then_some(None)
}

/// Chinese characters, which are written without spaces between words.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn one_day_is_read_in_many_forms() {
        for text in [
            "22 September 2020",
            "Tuesday, 22 September 2020",
            "September 22, 2020",
            "Tue, Sept. 22nd, 2020",
            "22.09.2020",
            "22/09/2020",
            "22.9.2020",
            "2020-09-22",
            "Tuesday 2020-09-22",
            "mardi 22 septembre 2020",
            "le 22 septembre 2020",
            "martes, 22 de septiembre de 2020",
            "22 сентября 2020",
            "Вторник, 22 сентября 2020 г.",
            "22.09.2020 г.",
            "22 سبتمبر 2020",
            "الثلاثاء، ٢٢ سبتمبر ٢٠٢٠",
            "22 أيلول/سبتمبر 2020",
            "2020年9月22日",
            "2020年9月22日 星期二",
            "2020年9月22日星期二",
            "2020年九月22日",
            "22\u{a0}September\u{a0}2020",
        ] {
            assert_eq!(read_date(text).date(), Some(date(2020, 9, 22)), "{text}");
        }
        assert_eq!(read_date("1er janvier 2021").date(), Some(date(2021, 1, 1)));
        assert_eq!(read_date("5 كانون الثاني 2021").date(), Some(date(2021, 1, 5)));
        assert_eq!(read_date("2021年2月7日 星期日").date(), Some(date(2021, 2, 7)));
    }

    #[test]
    fn more_or_less_than_a_date_is_no_date() {
        for text in [
            "",
            "September 2020",
            "22 September",
            "22 September 2020 22:12",
            "On 22 September 2020 talks began",
            "21-22 September 2020",
            "22.09-2020",
            "2020",
            "22.09.20",
            "222.09.2020",
            "+44 20 2020",
        ] {
            assert_eq!(read_date(text), DateReading::NotADate, "{text}");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_named() {
        for text in ["31.02.2020", "30 February 2021", "2021-02-29", "2020年13月1日", "00.09.2020"] {
            assert!(matches!(read_date(text), DateReading::Impossible(_)), "{text}");
        }
    }
}
