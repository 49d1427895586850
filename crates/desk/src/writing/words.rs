//! Words that several of these rooms need: times, names, and JSON inside a page.

use std::sync::LazyLock;

use domain::{AccountId, Lang};
use jiff::Timestamp;
use locale::Arg;
use serde::Serialize;

use crate::{DeskError, DeskState, Signed, signin};

/// The editor's strings: their keys, as the file names them.
static EDITOR_KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../strings/en/editor.ftl").lines();
    let keys = lines.filter(|line| line.starts_with("editor-")).filter_map(|line| line.split_once(" ="));
    keys.map(|(key, _)| key).collect()
});

/// What the editor's strings have places for; the editor fills them in.
const EDITOR_PLACES: [&str; 4] = ["time", "name", "detail", "alt"];

/// A time of day at home, with seconds.
pub(crate) fn time_of(desk: &DeskState, signed: &Signed, instant: Timestamp) -> Result<String, DeskError> {
    let local = desk.standing()?.home.to_datetime(instant);
    let minute = desk.templates.locales().time(&desk.lang_of(signed), local.hour(), local.minute());
    Ok(format!("{minute}:{:02}", local.second()))
}

/// A date and time of day at home, for lists.
pub(crate) fn moment_of(desk: &DeskState, lang: &Lang, instant: Timestamp) -> Result<String, DeskError> {
    let local = desk.standing()?.home.to_datetime(instant);
    let locales = desk.templates.locales();
    let (date, time) = (locales.date_long(lang, local.date()), locales.time(lang, local.hour(), local.minute()));
    Ok(format!("{date}, {time}"))
}

/// The name of an account's person; its id where nobody is known.
pub(crate) fn name_of(desk: &DeskState, account: &AccountId) -> Result<String, DeskError> {
    let person = signin::person(desk.records(), account, desk.now()).map_err(DeskError::internal)?;
    Ok(person.map_or_else(|| account.to_string(), |person| person.name))
}

/// The editor's strings in a language, as JSON for the page.
pub(crate) fn editor_words(desk: &DeskState, lang: &Lang) -> String {
    let places: Vec<(&str, Arg)> =
        EDITOR_PLACES.iter().map(|name| (*name, Arg::Str(format!("{{ ${name} }}")))).collect();
    let words: std::collections::BTreeMap<&str, String> =
        EDITOR_KEYS.iter().map(|key| (*key, desk.templates.say(lang, key, &places))).collect();
    in_page(&words)
}

/// JSON that can stand inside a script element: nothing in it ends the element or begins a comment.
pub(crate) fn in_page(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()).replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_a_page_cannot_end_its_element() {
        let said = in_page(&"</script><!--");
        assert!(!said.contains('<'), "{said}");
        assert_eq!(serde_json::from_str::<String>(&said).unwrap(), "</script><!--");
    }
}
