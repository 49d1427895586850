//! Texts whose labels stand alone in a paragraph and have no colon, as records of sittings set them.

use std::collections::HashMap;

use super::judge::Said;
use super::label::{Candidate, Form};
use super::speech::generic_of;
use super::words::{is_address, is_office};
use super::{Found, Label, ends_sentence, paragraph_text};
use crate::model::Block;
use crate::transcript::Cue;

/// Characters of such a label: an office, a long name, a group in brackets.
const LONE_CHARS_MAX: usize = 90;
/// Its words.
const LONE_WORDS_MAX: usize = 12;
/// How often a paragraph comes again that is a label and no heading.
const TIMES_MIN: usize = 3;
/// Different labels that come again, and how often all of them do, in a text of this kind.
const SPEAKERS_MIN: usize = 2;
const TOTAL_MIN: usize = 8;
/// How often the labels of a sitting stand in all that has one chair: those that come again and those that are an office.
const CHAIRED_MIN: usize = 6;
/// Words among which a label that begins with an office has it, behind an article.
const OFFICE_WITHIN: usize = 2;

/// Where a name may stand that comes only once.
const NAME_WORDS: std::ops::RangeInclusive<usize> = 2..=6;

/// The labels of a text in which nothing with a colon is one.
pub(super) fn find(blocks: &[Block]) -> Vec<Label> {
    let lone: Vec<Option<Candidate>> = blocks.iter().map(lone).collect();
    let spoken = |at: usize| blocks.get(at).and_then(paragraph_text).is_some_and(|text| ends_sentence(&text));
    let stands = |at: usize| lone[at].is_some() && lone.get(at + 1).is_some_and(Option::is_none) && spoken(at + 1);
    let mut times: HashMap<&str, usize> = HashMap::new();
    for candidate in
        lone.iter().enumerate().filter(|(at, _)| stands(*at)).filter_map(|(_, candidate)| candidate.as_ref())
    {
        *times.entry(candidate.folded.as_str()).or_default() += 1;
    }
    let again = || times.values().filter(|times| **times >= TIMES_MIN);
    let recur = again().count() >= SPEAKERS_MIN && again().sum::<usize>() >= TOTAL_MIN;
    // A short sitting has one chair, who speaks again and again, and others who hold an office in it or speak twice.
    let official = |at: usize| lone[at].as_ref().filter(|_| stands(at)).is_some_and(|label| is_official(&label.folded));
    let chaired = times.iter().any(|(folded, times)| *times >= TIMES_MIN && is_official(folded))
        && times
            .iter()
            .filter(|(folded, times)| **times >= 2 || is_official(folded))
            .map(|(_, times)| times)
            .sum::<usize>()
            >= CHAIRED_MIN;
    if !recur && !chaired {
        return Vec::new();
    }
    let is_label = |at: &usize| {
        let Some(candidate) = &lone[*at] else { return false };
        let recurs = times.get(candidate.folded.as_str()).is_some_and(|times| *times >= TIMES_MIN);
        let is_name = !matches!(candidate.form, Form::Running | Form::Capitals)
            && NAME_WORDS.contains(&candidate.words().count());
        let twice = times.get(candidate.folded.as_str()).is_some_and(|times| *times >= 2);
        let after_end = *at > 0 && spoken(*at - 1);
        stands(*at) && (recurs || (after_end && (is_name || (chaired && twice))) || (chaired && official(*at)))
    };
    let places: Vec<usize> = (0..blocks.len()).filter(is_label).collect();
    let label = |at: usize| {
        let candidate = lone[at].clone()?;
        let text = paragraph_text(&blocks[at])?;
        let said = match generic_of(&candidate.folded) {
            Some(generic) => generic.role.map_or(Said::Neutral, Said::Role),
            None => Said::Nothing,
        };
        let recurs = times.get(candidate.folded.as_str()).is_some_and(|times| *times >= 2);
        let cues = if recurs { vec![Cue::LineAlone, Cue::Recurs] } else { vec![Cue::LineAlone] };
        Some(Label { found: Found::at_start(at, text.trim(), text.len(), candidate), said, cues })
    };
    places.into_iter().filter_map(label).collect()
}

/// Whether a label begins with an office: "La presidenta del Parlament", "The President of the Assembly".
fn is_official(folded: &str) -> bool {
    folded.split(' ').take(OFFICE_WITHIN).any(|word| is_office(word) && !is_address(word))
}

/// The paragraph as a label, if it may be one: short, begins with a capital or in a script without them, and ends no sentence.
fn lone(block: &Block) -> Option<Candidate> {
    let text = paragraph_text(block)?;
    let text = text.trim();
    let is_short = text.chars().take(LONE_CHARS_MAX + 1).count() <= LONE_CHARS_MAX && !text.contains('\n');
    let closes = text.ends_with([')', ']']);
    let plain = |c: char| {
        c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '.' | ',' | '(' | ')' | '·' | '•')
    };
    let fits = is_short
        && text.starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
        && text.chars().all(plain)
        && (closes || !ends_sentence(text))
        && !text.ends_with([',', ';', '.'])
        && text.split_whitespace().count() <= LONE_WORDS_MAX;
    if fits { Candidate::known(text, usize::MAX) } else { None }
}
