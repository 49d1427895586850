//! Contacts: a label that ends in a colon, and a telephone number after it.

use super::dates::{DateReading, read_date};
use super::lines::{digit_value, is_direction_mark, trim};

/// The shortest number that is taken for a telephone number; shorter ones are too often something else.
const PHONE_DIGITS_MIN: usize = 7;
/// ITU-T E.164 allows 15 digits; five more leave room for a written trunk zero and an access code.
const PHONE_DIGITS_MAX: usize = 20;
/// A longer label is a sentence that happens to end in a colon.
const LABEL_CHARS_MAX: usize = 100;

/// The label of a line that announces a number, without its colon.
pub(super) fn read_label(text: &str) -> Option<&str> {
    let label = text.trim_end_matches(is_direction_mark).strip_suffix([':', '：'])?;
    let label = trim(label);
    (!label.is_empty() && label.chars().count() <= LABEL_CHARS_MAX && label.chars().any(char::is_alphabetic))
        .then_some(label)
}

/// Label and number where both stand on one line.
pub(super) fn read_label_and_phone(text: &str) -> Option<(&str, &str)> {
    let at = text.rfind([':', '：'])?;
    let end = at + text[at..].chars().next()?.len_utf8();
    Some((read_label(&text[..end])?, read_phone(&text[end..])?))
}

/// The whole text as a telephone number, as written, without white space at its ends.
pub(super) fn read_phone(text: &str) -> Option<&str> {
    let phone = trim(text);
    let digits = phone.chars().filter(|&c| digit_value(c).is_some()).count();
    let allowed =
        |c: char| digit_value(c).is_some() || c.is_whitespace() || is_direction_mark(c) || "+().-‑–/".contains(c);
    let seen = |c: &char| !is_direction_mark(*c);
    let begins = phone.chars().find(seen).is_some_and(|c| c == '+' || c == '(' || digit_value(c).is_some());
    // "+" may stand last where a right-to-left page wrote the number from the wrong end.
    let ends = phone.chars().rev().find(seen).is_some_and(|c| c == ')' || c == '+' || digit_value(c).is_some());
    let fits = (PHONE_DIGITS_MIN..=PHONE_DIGITS_MAX).contains(&digits) && begins && ends && phone.chars().all(allowed);
    (fits && read_date(phone) == DateReading::NotADate).then_some(phone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_as_written() {
        for phone in
            ["+99 (0) 555 010 0199", "(099) 555.0100", "5550100", "\u{200e}+٩٩ ٥٥٥ ٠١٠٠\u{200e}", "+99-555-01-00"]
        {
            assert_eq!(read_phone(phone), Some(phone));
        }
        assert_eq!(read_label_and_phone("Visas: +99 555 0100\u{a0}"), Some(("Visas", "+99 555 0100")));
    }

    #[test]
    fn dates_times_and_words_are_not_numbers_to_call() {
        for text in [
            "555 010",
            "22.09.2020",
            "2020-09-22",
            "12:30:45:00",
            "call 555 0100",
            "123456789012345678901",
            "555 0100 -",
        ] {
            assert_eq!(read_phone(text), None, "{text}");
        }
        assert_eq!(read_label(":"), None);
        assert_eq!(read_label("Visas"), None);
    }
}
