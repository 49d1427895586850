//! Whether the label that was pasted with a quote is that of who says it.

use std::collections::HashSet;

use document::{Document, Turn};
use domain::Speaker;
use jiff::civil::Date;

use super::Attribution;
use super::normalise::Label;
use crate::analysis;

/// Words of up to so many letters (`Mr`, `Dr`, `H.E.`) say nothing about who it is where longer ones do.
const TITLE_LETTERS_MAX: usize = 3;

/// Who can be meant by a label in one text.
pub(super) struct Voices<'a> {
    /// The text.
    pub document: &'a Document,
    /// For each turn the name that the text gives for its label.
    pub names: &'a [Option<String>],
    /// The site's speakers at the instant.
    pub speakers: &'a [Speaker],
    /// The day by which offices resolve.
    pub day: Option<Date>,
    /// Who says a text without turns: slugs or names on the sheet.
    pub sheet: &'a [String],
}

/// How labels stand to the turns that a quote runs over, both in the order of the quote; nothing where none was pasted.
pub(super) fn attribution(labels: &[Label], turns: &[usize], voices: &Voices<'_>) -> Option<Attribution> {
    let all: Vec<&Turn> = voices.document.turns().collect();
    let judged = labels.iter().enumerate().map(|(at, label)| {
        let pasted = words(&label.text);
        let turn = turns.get(at).filter(|_| !label.after).or(turns.last());
        let own = match turn {
            Some(turn) => voices.words_of_turn(&all, *turn),
            None => voices.sheet.iter().flat_map(|name| voices.words_of_speaker(name)).collect(),
        };
        if is_one_of(&pasted, &own) {
            return Attribution::Fits;
        }
        let in_text = (0..all.len()).any(|other| is_one_of(&pasted, &voices.words_of_turn(&all, other)));
        let known = voices.speakers.iter().any(|speaker| is_one_of(&pasted, &voices.words_of_speaker(&speaker.slug)));
        if in_text || known { Attribution::Other } else { Attribution::Unclear }
    });
    judged.max_by_key(|attribution| match attribution {
        Attribution::Fits => 0,
        Attribution::Unclear => 1,
        Attribution::Other => 2,
    })
}

impl Voices<'_> {
    /// All words that the speaker of a turn is called by.
    fn words_of_turn(&self, turns: &[&Turn], turn: usize) -> HashSet<String> {
        let Some(of) = turns.get(turn) else { return HashSet::new() };
        let mut own = words(&of.label);
        own.extend(self.names.get(turn).into_iter().flatten().flat_map(|name| words(name)));
        own.extend(of.speaker.iter().flat_map(|slug| self.words_of_speaker(slug)));
        own
    }

    /// All words that a speaker of the site is called by, with the office held on the day; of another name its own words.
    fn words_of_speaker(&self, name: &str) -> HashSet<String> {
        let Some(speaker) = self.speakers.iter().find(|speaker| speaker.slug == name) else { return words(name) };
        let names = speaker.name.0.values().chain(&speaker.aliases);
        let office =
            self.day.and_then(|day| speaker.office_on(day)).into_iter().flat_map(|office| office.title.0.values());
        names.chain(office).flat_map(|name| words(name)).collect()
    }
}

fn words(text: &str) -> HashSet<String> {
    analysis::exact(text).into_iter().map(|word| word.text).collect()
}

/// Whether all that a label says is among the words that somebody is called by.
fn is_one_of(pasted: &HashSet<String>, own: &HashSet<String>) -> bool {
    let is_long = |word: &&String| word.chars().count() > TITLE_LETTERS_MAX || !word.is_ascii();
    let long: Vec<&String> = pasted.iter().filter(is_long).collect();
    if long.is_empty() {
        return !pasted.is_empty() && pasted.iter().all(|word| own.contains(word));
    }
    long.into_iter().all(|word| own.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::{Mint, ParseOptions, from_markdown};

    #[test]
    fn labels_are_compared_with_whoever_says_it() {
        let text = "**Foreign Minister:** We will go.\n\n**Question:** When will you go?\n\n**Foreign Minister:** Soon enough.";
        let options = ParseOptions { speakers: &[], lang: "en" };
        let document = from_markdown(text, &options, &mut Mint::seeded(b"labels")).document;
        let names = vec![Some("Ilse Maren".to_owned()), None, Some("Ilse Maren".to_owned())];
        let voices = Voices { document: &document, names: &names, speakers: &[], day: None, sheet: &[] };
        let judge = |label: &str, turn: usize| {
            let label = Label { words: 0..1, text: label.to_owned(), after: false };
            attribution(&[label], &[turn], &voices).unwrap()
        };
        for (label, turn, expected) in [
            ("Foreign Minister", 0, Attribution::Fits),
            ("Foreign Minister Maren", 0, Attribution::Fits),
            ("Mr. Maren", 2, Attribution::Fits),
            ("Foreign Minister", 1, Attribution::Other),
            ("Question", 0, Attribution::Other),
            ("Prime Minister", 0, Attribution::Unclear),
        ] {
            assert_eq!(judge(label, turn), expected, "{label} {turn}");
        }
    }
}
