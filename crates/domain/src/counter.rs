//! Day counters: "933 days have passed since …".

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Lang;

/// A plural category of CLDR (UTS #35, Language Plural Rules).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PluralCategory {
    /// Arabic 0.
    Zero,
    /// English 1, Russian 1, 21, 31 …
    One,
    /// Arabic 2.
    Two,
    /// Russian 2–4, 22–24 …
    Few,
    /// Russian 5–20; Arabic 11–99.
    Many,
    /// Every other number; the one form each language has.
    Other,
}

impl PluralCategory {
    /// The category's CLDR name, as Fluent's variants and JSON keys write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The place of the number in a counter's sentence.
const PLACE: &str = "{days}";

/// A counter's sentence in one language: a text for each plural category, with `{days}` once where the number stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<PluralCategory, String>", into = "BTreeMap<PluralCategory, String>")]
pub struct Sentence(BTreeMap<PluralCategory, String>);

/// A sentence that cannot be counted with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SentenceError {
    /// Without it some numbers would have no sentence.
    #[error("a counter's sentence needs its form “other”")]
    OtherMissing,
    /// The number must stand in the sentence once.
    #[error("a counter's sentence needs “{{days}}” exactly once; here it is not so: “{0}”")]
    Place(String),
}

impl Sentence {
    /// A sentence that is the same for every number.
    ///
    /// # Errors
    /// When `{days}` does not stand in it exactly once.
    pub fn same(text: impl Into<String>) -> Result<Self, SentenceError> {
        BTreeMap::from([(PluralCategory::Other, text.into())]).try_into()
    }

    /// The words before and after the number for a plural category; `other` where the category has no form.
    #[must_use]
    pub fn around(&self, category: PluralCategory) -> (&str, &str) {
        self.0
            .get(&category)
            .or_else(|| self.0.get(&PluralCategory::Other))
            .and_then(|text| text.split_once(PLACE))
            .unwrap_or_default()
    }
}

impl TryFrom<BTreeMap<PluralCategory, String>> for Sentence {
    type Error = SentenceError;
    fn try_from(forms: BTreeMap<PluralCategory, String>) -> Result<Self, SentenceError> {
        if !forms.contains_key(&PluralCategory::Other) {
            return Err(SentenceError::OtherMissing);
        }
        match forms.values().find(|text| text.matches(PLACE).count() != 1) {
            Some(text) => Err(SentenceError::Place(text.clone())),
            None => Ok(Self(forms)),
        }
    }
}

impl From<Sentence> for BTreeMap<PluralCategory, String> {
    fn from(sentence: Sentence) -> Self {
        sentence.0
    }
}

/// Whether a counter counts the days since its date or the days until it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CountingDirection {
    /// Days since the date.
    Up,
    /// Days until the date.
    Down,
}

/// A day counter on the front page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// The counter's id in this site.
    pub id: String,
    /// The date counted from (up) or to (down).
    pub start: Date,
    /// Up or down.
    pub direction: CountingDirection,
    /// The date on which counting stops; the last value stays. Open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Whether the first day counts as day one.
    #[serde(default)]
    pub inclusive: bool,
    /// Where the sentence leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The sentence by language.
    pub sentence: BTreeMap<Lang, Sentence>,
}

impl Counter {
    /// The number shown on the civil date `today` (of the zone in which the site counts): a difference of civil
    /// dates, so it changes at that zone's midnight and only there. Nothing before an upward counter's start and
    /// after a downward counter's date, when the sentence would be untrue.
    #[must_use]
    pub fn value(&self, today: Date) -> Option<i64> {
        let day = self.end.map_or(today, |end| today.min(end));
        let (from, to) = match self.direction {
            CountingDirection::Up => (self.start, day),
            CountingDirection::Down => (day, self.start),
        };
        let days = from.until(to).ok().map(|span| i64::from(span.get_days()))?;
        (days >= 0).then_some(days + i64::from(self.inclusive))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{today, zone};
    use jiff::Timestamp;

    fn counter(start: &str, direction: CountingDirection) -> Counter {
        Counter {
            id: "c".into(),
            start: start.parse().unwrap(),
            direction,
            end: None,
            inclusive: false,
            link: None,
            sentence: BTreeMap::new(),
        }
    }

    fn value_at(counter: &Counter, instant: &str, name: &str) -> Option<i64> {
        counter.value(today(instant.parse::<Timestamp>().unwrap(), &zone(name).unwrap()))
    }

    #[test]
    fn the_number_changes_at_the_zones_midnight_and_only_there() {
        let table = [
            // start, zone, instant, days
            ("2018-03-04", "Europe/London", "2020-09-22T21:12:00Z", 933),
            ("2018-03-12", "Europe/London", "2020-09-22T21:12:00Z", 925),
            ("2018-03-04", "Europe/London", "2020-09-22T22:59:59Z", 933),
            ("2018-03-12", "Europe/London", "2020-09-22T22:59:59Z", 925),
            ("2018-03-04", "Europe/London", "2020-09-22T23:00:00Z", 934),
            ("2018-03-12", "Europe/London", "2020-09-22T23:00:00Z", 926),
            ("2024-05-04", "Europe/Madrid", "2026-11-22T12:59:59Z", 932),
            ("2024-05-04", "Australia/Sydney", "2026-11-22T12:59:59Z", 932),
            ("2024-05-04", "Europe/Madrid", "2026-11-22T13:00:00Z", 932),
            ("2024-05-04", "Australia/Sydney", "2026-11-22T13:00:00Z", 933),
            ("2024-05-04", "Europe/Madrid", "2026-11-22T22:59:59Z", 932),
            ("2024-05-04", "Australia/Sydney", "2026-11-22T22:59:59Z", 933),
            ("2024-05-04", "Europe/Madrid", "2026-11-22T23:00:00Z", 933),
            ("2024-05-04", "Australia/Sydney", "2026-11-22T23:00:00Z", 933),
        ];
        for (start, name, instant, days) in table {
            let counter = counter(start, CountingDirection::Up);
            assert_eq!(value_at(&counter, instant, name), Some(days), "{start} {name} {instant}");
        }
    }

    #[test]
    fn a_downward_counter_reaches_nought_and_goes() {
        let counter = counter("2027-03-15", CountingDirection::Down);
        let on = |date: &str| counter.value(date.parse().unwrap());
        assert_eq!(on("2027-03-14"), Some(1));
        assert_eq!(on("2027-03-15"), Some(0));
        assert_eq!(on("2027-03-16"), None);
    }

    #[test]
    fn an_upward_counter_begins_with_its_date_and_stops_at_its_end() {
        let mut counter = counter("2020-01-01", CountingDirection::Up);
        counter.end = Some("2020-01-11".parse().unwrap());
        let on = |counter: &Counter, date: &str| counter.value(date.parse().unwrap());
        assert_eq!(on(&counter, "2019-12-31"), None);
        assert_eq!(on(&counter, "2020-01-01"), Some(0));
        assert_eq!(on(&counter, "2024-01-01"), Some(10));
        counter.inclusive = true;
        assert_eq!(on(&counter, "2020-01-01"), Some(1));
    }

    #[test]
    fn a_sentence_needs_its_number_once_and_its_other_form() {
        assert!(Sentence::same("{days} days have passed").is_ok());
        assert!(Sentence::same("days have passed").is_err());
        assert!(Sentence::same("{days} of {days}").is_err());
        assert!(Sentence::try_from(BTreeMap::from([(PluralCategory::One, "{days} day".to_owned())])).is_err());
    }
}
