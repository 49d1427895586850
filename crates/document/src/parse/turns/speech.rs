//! What the words of a label say about who speaks, for everything that looks at labels: recognition, roles and names.

use super::headings::is_heading_word;
use super::label::fold;
use super::words::{self, FROM, Generic, generic, is_one_asker};
use crate::model::Role;

/// Somebody whom a label calls by what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asker {
    /// One of many: `Q`, `Question`, `Q (Northern Post)`.
    Unnamed,
    /// The label says who: `Question from Ole Berg, Northern Post`.
    Named(String),
}

/// Whether the word, folded, is an office.
pub(crate) fn is_office(word: &str) -> bool {
    (words::is_office(word) || words::is_post(word)) && !is_address(word)
}

/// Whether the word, folded, is a form of address.
pub(crate) fn is_address(word: &str) -> bool {
    words::is_address(word)
}

/// Whether the label is a word for many who ask or answer, and whom it names all the same. Nothing for other labels.
pub(crate) fn asker(label: &str) -> Option<Asker> {
    let folded = fold(label)?;
    let found = generic_of(&folded)?;
    found.role?;
    let first = folded.split(' ').next().unwrap_or_default();
    if is_one_asker(first) {
        return None;
    }
    if without_number(&folded).is_some() {
        return Some(Asker::Unnamed);
    }
    let named = bracketed(label).and_then(before_comma).or_else(|| {
        let outside = label.split(['(', '[', '（', '［']).next().unwrap_or_default();
        let rest = outside.split_once(char::is_whitespace)?.1.trim();
        match rest.split_once(char::is_whitespace) {
            Some((from, name)) if FROM.contains(&from.to_lowercase().as_str()) => before_comma(name),
            _ => rest.chars().all(|c| !c.is_numeric()).then(|| rest.trim_end_matches(',').to_owned()),
        }
        .filter(|name| !name.is_empty() && generic(&folded).is_none())
    });
    Some(named.map_or(Asker::Unnamed, Asker::Named))
}

/// Generic labels with what may follow them: a number, from whom the question came, or a name.
pub(super) fn generic_of(folded: &str) -> Option<Generic> {
    if let Some(found) = generic(folded) {
        return Some(found);
    }
    if let Some(bare) = without_number(folded) {
        return generic(bare).filter(|found| found.sure);
    }
    let numbered = folded.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ' ' | '#' | '№'));
    if numbered.len() < folded.len() && !numbered.is_empty() {
        return generic(numbered);
    }
    let (first, after) = folded.split_once(' ')?;
    let found = generic(first).filter(|found| found.sure && found.role == Some(Role::Question))?;
    let from = after.split(' ').next().is_some_and(|word| FROM.contains(&word));
    // "Frage Berg": sure only if more of the kind stand in the text.
    let is_name = after.split(' ').count() <= NAME_WORDS_MAX && first.chars().count() > 1 && !is_heading_word(after);
    (from || is_name).then_some(Generic { sure: from, ..found })
}

/// What stands behind the number or bullet of a list that numbers its questions: `三、問`, `3) question`. Old word processors left
/// characters of private use in its place. Nothing where no number stands.
fn without_number(folded: &str) -> Option<&str> {
    let is_number = |c: char| c.is_numeric() || "一二三四五六七八九十百〇零廿".contains(c);
    let is_bullet = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    let behind = folded.trim_start_matches(is_bullet);
    if behind.len() < folded.len() {
        return Some(behind.trim_start());
    }
    let opened = folded.trim_start_matches(['(', '（']);
    let behind = opened.trim_start_matches(is_number);
    let parted = behind.trim_start_matches(['、', '．', '.', ')', '）', ' ']);
    (behind.len() < opened.len() && parted.len() < behind.len()).then_some(parted)
}

/// Words of a name behind a generic label.
const NAME_WORDS_MAX: usize = 3;

/// What stands in the first brackets.
fn bracketed(label: &str) -> Option<&str> {
    let start = label.find(['(', '[', '（', '［'])?;
    let inside = &label[start..];
    let inside = &inside[inside.chars().next().map_or(0, char::len_utf8)..];
    Some(&inside[..inside.find([')', ']', '）', '］']).unwrap_or(inside.len())])
}

/// The name before the outlet: "Ole Berg, Northern Post". Without a comma it may be either, and is taken for the outlet unless
/// a form of address stands before it.
fn before_comma(text: &str) -> Option<String> {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    if !text.contains([',', '،', '，']) && is_address(&first) {
        return text.trim().split_once(char::is_whitespace).map(|(_, name)| name.trim().to_owned());
    }
    let (name, _) = text.split_once([',', '،', '，'])?;
    let name = name.trim();
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_lowercase());
    let words = name.split_whitespace().count();
    ((2..=5).contains(&words) && name.split_whitespace().all(is_name)).then(|| name.to_owned())
}
