//! The place and the date that many titles end in: "…, Minsk, June 19, 2020". Suggestions for an editor.

use jiff::civil::Date;

use super::city_zones::zone_of_city;
use super::dates::{is_han, read_date};
use super::lines::{digit_value, is_blank, trim};

/// A date has at most this many words ("Saturday, the 22nd of September, 2020", "22 de septiembre de 2020").
const DATE_WORDS_MAX: usize = 8;
/// A longer piece of a title is no name of a place.
const PLACE_WORDS_MAX: usize = 5;

/// What a title says about when and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occasion {
    pub(super) date: Date,
    pub(super) place: Option<Place>,
}

/// A place as the title names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) name: String,
    /// Whether commas set it off on both sides; else its beginning is a guess from known cities.
    pub(super) set_off: bool,
}

/// The date at the end of a title and the place next to it.
pub(super) fn read_occasion(title: &str) -> Option<Occasion> {
    let title = title.trim_end_matches(|c| is_blank(c) || matches!(c, '.' | '。' | ')' | '）'));
    if let Some((before, date)) = trailing_date(title) {
        return Some(Occasion { date, place: place_before(before) });
    }
    // Some write the place last: "…, 19 June 2020, Minsk".
    let (before, place) = title.rsplit_once(is_comma)?;
    let (_, date) = trailing_date(before.trim_end_matches(is_blank))?;
    let name = trim(place);
    is_place(name).then(|| Occasion { date, place: Some(Place { name: name.to_owned(), set_off: true }) })
}

/// The text before the date, and the date; the longest end of the title that is a date.
fn trailing_date(title: &str) -> Option<(&str, Date)> {
    let starts = word_starts(title);
    starts[starts.len().saturating_sub(DATE_WORDS_MAX)..].iter().find_map(|&at| {
        let date = read_date(&title[at..]).date()?;
        let before = title[..at].trim_end_matches(|c| is_blank(c) || is_opening(c));
        // "19 – 20 June 2020" is a span of days: its end alone would be a wrong date.
        let number_before =
            before.trim_end_matches(|c: char| is_blank(c) || "-–—".contains(c)).ends_with(char::is_numeric);
        (!number_before).then_some((before, date))
    })
}

/// Places where a word begins; Chinese has no spaces, so there a date begins at any figure behind a character.
fn word_starts(title: &str) -> Vec<usize> {
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in title.char_indices() {
        let parted = is_blank(before) || is_comma(before) || is_opening(before);
        let chinese = is_han(before) && digit_value(c).is_some();
        if (parted || chinese) && !is_blank(c) {
            starts.push(at);
        }
        before = c;
    }
    starts
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '、')
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '（' | '[')
}

fn place_before(before: &str) -> Option<Place> {
    let before = before.trim_end_matches(|c| is_blank(c) || is_comma(c) || "-–—".contains(c));
    let (set_off, segment) = match before.rsplit_once(|c| is_comma(c) || is_opening(c)) {
        Some((_, segment)) => (true, trim(segment)),
        None => (false, before),
    };
    if set_off && is_place(segment) {
        return Some(Place { name: segment.to_owned(), set_off });
    }
    let words: Vec<usize> = std::iter::once(0).chain(segment.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let name = words[words.len().saturating_sub(PLACE_WORDS_MAX)..]
        .iter()
        .map(|&at| trim(&segment[at..]))
        .find(|name| zone_of_city(name).is_some())?;
    Some(Place { name: name.to_owned(), set_off: false })
}

/// Whether a piece between commas reads as the name of a place: a known city, or few words that all begin
/// with a capital, save the small words inside names ("Rio de Janeiro").
fn is_place(segment: &str) -> bool {
    if zone_of_city(segment).is_some() {
        return true;
    }
    let words: Vec<&str> = segment.split(is_blank).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let small = |word: &&str| {
        matches!(*word, "de" | "del" | "du" | "des" | "la" | "le" | "el" | "al" | "of" | "the" | "и" | "на")
    };
    let letters = |c: char| c.is_alphabetic() || is_blank(c) || "-‑'’.".contains(c);
    // A script without capitals gives no sign of a name, so there only known cities count.
    (1..=PLACE_WORDS_MAX).contains(&words.len())
        && words.first().is_some_and(capital)
        && words.last().is_some_and(capital)
        && words.iter().all(|word| capital(word) || small(word))
        && segment.chars().all(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn occasion(title: &str) -> Option<(Option<(String, bool)>, Date)> {
        read_occasion(title).map(|found| (found.place.map(|place| (place.name, place.set_off)), found.date))
    }

    #[test]
    fn place_and_date_are_read_from_the_end_of_titles() {
        let june = date(2020, 6, 19);
        for (title, place) in [
            ("Remarks after the talks, Oslo, June 19, 2020", "Oslo"),
            ("Remarks after the talks, Port Meridian, 19 June 2020", "Port Meridian"),
            ("Remarks (Rio de Janeiro, 19 June 2020)", "Rio de Janeiro"),
            ("Remarks after the talks, 19 June 2020, Oslo", "Oslo"),
            ("Discours de la ministre, Genève, le 19 juin 2020", "Genève"),
            ("Discurso de la ministra, La Habana, 19 de junio de 2020", "La Habana"),
            ("Выступление министра, Осло, 19 июня 2020 года", "Осло"),
            ("كلمة الوزيرة، أوسلو، 19 يونيو 2020", "أوسلو"),
            ("部长讲话，奥斯陆，2020年6月19日", "奥斯陆"),
            ("Remarks, Oslo, 19.06.2020", "Oslo"),
        ] {
            assert_eq!(occasion(title), Some((Some((place.to_owned(), true)), june)), "{title}");
        }
    }

    #[test]
    fn a_known_city_is_found_without_its_comma_and_marked_unsure() {
        let found = occasion("Answers in the programme A, B and C evening Mexico City, June 19, 2020");
        assert_eq!(found, Some((Some(("Mexico City".to_owned(), false)), date(2020, 6, 19))));
    }

    #[test]
    fn a_date_without_a_place_stands_alone() {
        assert_eq!(occasion("Statement on the vote of 19 June 2020"), Some((None, date(2020, 6, 19))));
        assert_eq!(occasion("Statement, with answers to questions, 19 June 2020").map(|found| found.0), Some(None));
        assert_eq!(occasion("部长讲话2020年6月19日"), Some((None, date(2020, 6, 19))));
    }

    #[test]
    fn spans_and_titles_without_a_date_give_nothing() {
        for title in ["Talks, Oslo, 19 – 20 June 2020", "Talks, Oslo, 19-20 June 2020", "Talks, Oslo", "", "June 2020"]
        {
            assert_eq!(occasion(title), None, "{title}");
        }
    }
}
