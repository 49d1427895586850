//! Place and date from a title in the usual form: "…, Port Selby, June 19, 2020".

use jiff::civil::Date;

use super::{Field, Suggestion, Value};
use crate::checks::fold;
use crate::checks::written_date::{WrittenDate, dates_in};

/// A longer piece of a title is no name of a place.
const PLACE_WORDS_MAX: usize = 5;
/// The same for scripts without spaces.
const PLACE_CHARS_MAX: usize = 12;

/// What a title says about when and where.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) date: Option<Date>,
    place: Option<String>,
}

pub(super) fn read(title: &str, places: &[String]) -> Found {
    let title = title.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '。' | ')' | '）'));
    let dates = dates_in(title);
    if let Some(last) = dates.last().filter(|last| last.date.is_some() && !last.span) {
        let rest = title[last.end..].trim_matches(|c: char| c.is_whitespace() || is_comma(c));
        if rest.is_empty() || is_year_word(rest) {
            return Found { date: last.date, place: before(title, last, places) };
        }
        // Some write the place last: "…, 19 June 2020, Port Selby".
        if title[last.end..].trim_start().starts_with(is_comma) && is_place(rest, places) {
            return Found { date: last.date, place: Some(spelt(rest, places)) };
        }
        return Found::default();
    }
    let last = title.rsplit(is_comma).next().map(str::trim).filter(|last| last.len() < title.len());
    let place = last.filter(|last| is_known(last, places)).map(|last| spelt(last, places));
    Found { date: None, place }
}

pub(super) fn suggest(found: &Found) -> Vec<Suggestion> {
    let mut out = Vec::new();
    if let Some(place) = &found.place {
        out.push(Suggestion::text(Field::Place, place, "The title names this place at its end."));
    }
    if let Some(date) = found.date {
        out.push(Suggestion {
            field: Field::OccasionDate,
            value: Value::Date(date),
            shown: date.to_string(),
            because: "The title names this day at its end.".to_owned(),
        });
    }
    out
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '、')
}

fn is_year_word(rest: &str) -> bool {
    matches!(rest.trim_end_matches('.'), "г" | "года" | "год" | "م")
}

/// The piece between commas, or behind an opening bracket, that stands before a date.
fn before(title: &str, date: &WrittenDate, places: &[String]) -> Option<String> {
    let opens = |c: char| matches!(c, '(' | '（' | '[');
    // "…, le 19 juin 2020": the article belongs to the date.
    let before = title[..date.start].trim_end();
    let article = ["le", "el", "the"].into_iter().find_map(|word| {
        before.strip_suffix(word).filter(|rest| rest.ends_with(|c: char| c.is_whitespace() || is_comma(c)))
    });
    let before = article.unwrap_or(before).trim_end();
    let set_off = before.ends_with(|c: char| is_comma(c) || matches!(c, '–' | '—'));
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || is_comma(c) || "-–—".contains(c));
    let (_, segment) = before.rsplit_once(|c| is_comma(c) || opens(c) || matches!(c, ';' | '–' | '—'))?;
    let segment = segment.trim();
    ((set_off && is_place(segment, places)) || is_known(segment, places)).then(|| spelt(segment, places))
}

fn is_known(segment: &str, places: &[String]) -> bool {
    places.iter().any(|place| fold(place) == fold(segment))
}

/// The known spelling of a place, else the title's.
fn spelt(segment: &str, places: &[String]) -> String {
    places.iter().find(|place| fold(place) == fold(segment)).cloned().unwrap_or_else(|| segment.to_owned())
}

/// Whether a piece between commas reads as the name of a place: a known one, or few words that all begin with a capital, save the
/// small words inside names ("Rio de Janeiro"); in scripts without capitals, a short piece.
fn is_place(segment: &str, places: &[String]) -> bool {
    if is_known(segment, places) {
        return true;
    }
    let words: Vec<&str> = segment.split_whitespace().collect();
    let letters = |c: char| c.is_alphabetic() || c.is_whitespace() || "-‑'’.·".contains(c);
    if words.is_empty() || !segment.chars().all(letters) {
        return false;
    }
    if segment.chars().any(document::is_unspaced) {
        return segment.chars().count() <= PLACE_CHARS_MAX;
    }
    let cased = segment.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let small = |word: &&str| {
        matches!(*word, "de" | "del" | "du" | "des" | "la" | "le" | "el" | "al" | "of" | "the" | "и" | "на")
    };
    let named = words.first().is_some_and(capital)
        && words.last().is_some_and(capital)
        && words.iter().all(|word| capital(word) || small(word));
    if cased { named && words.len() <= PLACE_WORDS_MAX } else { words.len() <= 3 }
}
