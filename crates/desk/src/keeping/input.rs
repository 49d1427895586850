//! What a form holds, as it was typed.

use std::collections::BTreeMap;

use super::limits::{ROWS_MAX, ROWS_SPARE};

/// A form's fields. A name may stand several times (boxes that are ticked).
#[derive(Debug, Clone, Default)]
pub(super) struct Input {
    fields: BTreeMap<String, Vec<String>>,
}

impl Input {
    /// A form as it came. Line breaks become `\n`, other control characters are left out.
    pub(super) fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut input = Self::default();
        for (name, value) in pairs {
            let value = value.replace("\r\n", "\n");
            input.add(&name, value.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect::<String>());
        }
        input
    }

    /// The field, trimmed; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.last()).map_or("", |value| value.trim())
    }

    /// All values of a name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.get(name).into_iter().flatten().map(String::as_str)
    }

    /// Whether a box with a value is ticked.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|own| own == value)
    }

    /// Puts one more value under a name.
    pub(super) fn add(&mut self, name: &str, value: impl Into<String>) {
        self.fields.entry(name.to_owned()).or_default().push(value.into());
    }

    /// Puts a value under a name in place of what was there.
    pub(super) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.insert(name.to_owned(), vec![value.into()]);
    }

    /// How many rows of a list the form shows: what it was told, or what is filled in and some empty ones.
    pub(super) fn rows(&self, list: &str) -> usize {
        let told = self.get(&format!("rows-{list}")).parse::<usize>().unwrap_or(0);
        told.max(self.filled(list) + usize::from(told == 0) * ROWS_SPARE).min(ROWS_MAX)
    }

    /// Offers more rows of a list.
    pub(super) fn more(&mut self, list: &str) {
        let rows = self.rows(list) + ROWS_SPARE;
        self.set(&format!("rows-{list}"), rows.min(ROWS_MAX).to_string());
    }

    /// Whether any field of a row is filled in.
    pub(super) fn row_is_filled(&self, list: &str, row: usize) -> bool {
        let prefix = format!("{list}-{row}-");
        let from = self.fields.range(prefix.clone()..);
        from.take_while(|(name, _)| name.starts_with(&prefix))
            .any(|(_, values)| values.iter().any(|value| !value.trim().is_empty()))
    }

    /// The rows up to the last one that is filled in.
    fn filled(&self, list: &str) -> usize {
        (0..ROWS_MAX).rev().find(|row| self.row_is_filled(list, *row)).map_or(0, |last| last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_shows_its_filled_rows_and_some_empty_ones_and_more_when_asked() {
        let mut input = Input::default();
        assert_eq!(input.rows("office"), ROWS_SPARE);
        input.add("office-3-from", "2026-01-01");
        assert_eq!(input.rows("office"), 4 + ROWS_SPARE);
        input.more("office");
        assert_eq!(input.rows("office"), 4 + 2 * ROWS_SPARE);
        input.set("rows-office", "100000");
        assert_eq!(input.rows("office"), ROWS_MAX);
        assert!(input.row_is_filled("office", 3) && !input.row_is_filled("office", 0));
    }

    #[test]
    fn line_breaks_are_one_character_and_control_characters_go() {
        let input = Input::of([("a".to_owned(), " x\r\ny\u{0}\u{7} ".to_owned())]);
        assert_eq!(input.get("a"), "x\ny");
    }
}
