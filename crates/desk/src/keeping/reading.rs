//! From what was typed to values; everything that is wrong is said at once.

use domain::{Lang, LocalTime, Texts};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use locale::Arg;

use super::form::{Problem, local};
use super::input::Input;
use super::keeper::Keeper;
use super::limits::FIELD_CHARS_MAX;

/// A form while it is read.
pub(super) struct Reading<'a> {
    pub(super) keeper: &'a Keeper<'a>,
    pub(super) input: &'a Input,
    pub(super) languages: Vec<Lang>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(keeper: &'a Keeper<'a>, input: &'a Input, languages: Vec<Lang>) -> Self {
        Self { keeper, input, languages, problems: vec![] }
    }

    /// Notes that a field cannot be as it is, in words.
    pub(super) fn wrong(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(Problem { field: field.to_owned(), message: message.into() });
    }

    /// The same by a key.
    pub(super) fn refuse(&mut self, field: &str, key: &str) {
        let message = self.keeper.say(&format!("keeping-wrong-{key}"));
        self.wrong(field, message);
    }

    /// A text; nothing when it is blank.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let text = self.input.get(name);
        if text.chars().count() > FIELD_CHARS_MAX {
            let max = Arg::Num(i64::try_from(FIELD_CHARS_MAX).unwrap_or(i64::MAX));
            let message = self.keeper.say_with("keeping-wrong-long", &[("max", max)]);
            self.wrong(name, message);
            return None;
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A text in each language in which there is one.
    pub(super) fn texts(&mut self, name: &str) -> Texts {
        let mut texts = Texts::default();
        for lang in self.languages.clone() {
            if let Some(text) = self.text(&format!("{name}-{lang}")) {
                texts.0.insert(lang, text);
            }
        }
        texts
    }

    /// A text in one language at least.
    pub(super) fn texts_needed(&mut self, name: &str, key: &str) -> Texts {
        let texts = self.texts(name);
        if texts.0.is_empty() {
            let first = self.languages.first().map(|lang| format!("{name}-{lang}")).unwrap_or_default();
            self.refuse(&first, key);
        }
        texts
    }

    /// A date; nothing when it is blank or none.
    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        let text = self.text(name)?;
        let date = text.parse().ok();
        if date.is_none() {
            self.refuse(name, "date");
        }
        date
    }

    /// A time of day; nothing when it is blank or none.
    pub(super) fn time(&mut self, name: &str) -> Option<Time> {
        let text = self.text(name)?;
        let time = text.parse().ok();
        if time.is_none() {
            self.refuse(name, "time");
        }
        time
    }

    /// The instant of date and time fields in the home zone; nothing when both are blank. A time that is skipped or
    /// comes twice is refused until one of the two instants is chosen.
    pub(super) fn moment(&mut self, name: &str) -> Option<Timestamp> {
        let (date_field, time_field) = (format!("{name}-date"), format!("{name}-time"));
        match (self.input.get(&date_field).is_empty(), self.input.get(&time_field).is_empty()) {
            (true, true) => return None,
            (true, false) => return self.none(&date_field, "date-missing"),
            (false, true) => return self.none(&time_field, "time-missing"),
            (false, false) => {}
        }
        self.date(&date_field)?;
        self.time(&time_field)?;
        let which = self.input.get(&format!("{name}-which"));
        match local(self.input, name, self.keeper.home()) {
            None => self.none(&date_field, "date"),
            Some(LocalTime::One(instant)) => Some(instant),
            Some(LocalTime::Skipped { before, after }) => self.chosen(&time_field, which, (before, after), "skipped"),
            Some(LocalTime::Twice { first, second }) => self.chosen(&time_field, which, (first, second), "twice"),
        }
    }

    fn chosen(
        &mut self,
        field: &str,
        which: &str,
        (first, second): (Timestamp, Timestamp),
        key: &str,
    ) -> Option<Timestamp> {
        // The instant itself is chosen, so that a choice made for another date is none for this one.
        let chosen = which.parse().ok().filter(|chosen| [first, second].contains(chosen));
        if chosen.is_some() { chosen } else { self.none(field, key) }
    }

    fn none<T>(&mut self, field: &str, key: &str) -> Option<T> {
        self.refuse(field, key);
        None
    }

    /// The rows of a list in which anything is filled in, by the beginning of their fields' names.
    pub(super) fn rows(&self, list: &str) -> Vec<String> {
        let filled = (0..self.input.rows(list)).filter(|row| self.input.row_is_filled(list, *row));
        filled.map(|row| format!("{list}-{row}")).collect()
    }

    /// A web address or a path of this site; nothing when it is blank.
    pub(super) fn link(&mut self, name: &str) -> Option<String> {
        let link = self.text(name)?;
        let path = link.starts_with('/') && !link.starts_with("//");
        let known = url::Url::parse(&link).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto" | "tel"));
        if path || known { Some(link) } else { self.none(name, "link") }
    }
}
