//! The questions of the bench, drawn from the corpus itself: every word asked for stands somewhere, as readers' words do.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::engine::{Question, Text, each_text};
use crate::corpus::Dice;

/// Questions of a sort.
pub const EACH: usize = 200;
/// One text in so many is looked at to draw from.
const LOOKED_AT: u64 = 2_500;

/// A sort of questions.
pub struct Sort {
    /// What they are, for the table.
    pub name: &'static str,
    /// The questions, all different.
    pub questions: Vec<Question>,
    /// Whether the issue sets a floor for them: simple and phrase queries.
    pub is_judged: bool,
}

/// Quotes to be checked.
pub struct Quotes {
    /// Passages as they stand.
    pub verbatim: Vec<String>,
    /// Passages in which two words were changed.
    pub altered: Vec<String>,
    /// Words of the corpus thrown together.
    pub absent: Vec<String>,
}

/// Draws questions and quotes.
///
/// # Errors
/// When the corpus cannot be read.
pub fn draw(corpus: &Path, messages: u64) -> anyhow::Result<(Vec<Sort>, Quotes)> {
    let step = usize::try_from((messages / LOOKED_AT).max(1))?;
    let mut texts: Vec<Text> = vec![];
    each_text(corpus, |number, text| {
        if number % step == 0 && text.lang == "en" {
            texts.push(text);
        }
        Ok(())
    })?;
    let mut drawer = Drawer::of(&texts);
    let sorts = vec![
        sort("one rare word", true, || drawer.one(Band::Rare)),
        sort("one word of middle frequency", true, || drawer.one(Band::Middle)),
        sort("one common word", true, || drawer.one(Band::Common)),
        sort("two words", true, || drawer.several(2)),
        sort("three words", true, || drawer.several(3)),
        sort("a phrase of three words", true, || drawer.phrase(3)),
        sort("a phrase of five words", true, || drawer.phrase(5)),
        sort("a word with year and kind", true, || drawer.filtered()),
    ];
    let quotes = Quotes {
        verbatim: (0..EACH).map(|_| drawer.passage(None)).collect(),
        altered: (0..EACH).map(|_| drawer.passage(Some(2))).collect(),
        absent: (0..EACH).map(|_| drawer.salad()).collect(),
    };
    Ok((sorts, quotes))
}

fn sort(name: &'static str, is_judged: bool, mut draw: impl FnMut() -> String) -> Sort {
    let (mut seen, mut questions) = (HashSet::new(), vec![]);
    // A band may have fewer words than are wanted; then there are fewer questions.
    for _ in 0..EACH * 50 {
        let typed = draw();
        if questions.len() < EACH && !typed.is_empty() && seen.insert(typed.clone()) {
            questions.push(Question { typed, lang: None });
        }
    }
    Sort { name, questions, is_judged }
}

/// How many texts have a word.
#[derive(Clone, Copy)]
enum Band {
    /// Two to five in two thousand.
    Rare,
    /// One to five in a hundred.
    Middle,
    /// More than a fifth.
    Common,
}

struct Drawer<'a> {
    texts: &'a [Text],
    frequencies: HashMap<String, usize>,
    words: Vec<String>,
    dice: Dice,
}

impl<'a> Drawer<'a> {
    fn of(texts: &'a [Text]) -> Self {
        let mut frequencies: HashMap<String, usize> = HashMap::new();
        for text in texts {
            let own: HashSet<String> = words(&text.body).map(str::to_lowercase).collect();
            for word in own {
                *frequencies.entry(word).or_default() += 1;
            }
        }
        let mut words: Vec<String> = frequencies.keys().cloned().collect();
        // A map has no order of its own, and the questions are the same in each run.
        words.sort();
        Self { texts, frequencies, words, dice: Dice::of(0x5EA2C4, 1) }
    }

    fn is_in(&self, word: &str, band: Band) -> bool {
        let count = self.frequencies.get(word).copied().unwrap_or_default();
        let share = count as f64 / self.texts.len().max(1) as f64;
        match band {
            Band::Rare => (2..=5).contains(&count),
            Band::Middle => (0.01..0.05).contains(&share),
            Band::Common => share >= 0.2,
        }
    }

    fn one(&mut self, band: Band) -> String {
        for _ in 0..1_000 {
            let Some(word) = self.words.get(self.dice.below(self.words.len().max(1))) else { break };
            if word.len() > 2 && self.is_in(word, band) {
                return word.clone();
            }
        }
        String::new()
    }

    fn text(&mut self) -> Option<&'a Text> {
        self.texts.get(self.dice.below(self.texts.len().max(1)))
    }

    /// Words of one text, none of them so frequent that nobody would type it.
    fn several(&mut self, count: usize) -> String {
        let Some(text) = self.text() else { return String::new() };
        let own: Vec<String> = words(&text.body).map(str::to_lowercase).filter(|word| word.len() > 3).collect();
        let mut chosen: Vec<String> = vec![];
        for _ in 0..200 {
            let Some(word) = own.get(self.dice.below(own.len().max(1))) else { break };
            if chosen.len() < count && !self.is_in(word, Band::Common) && !chosen.contains(word) {
                chosen.push(word.clone());
            }
        }
        if chosen.len() == count { chosen.join(" ") } else { String::new() }
    }

    fn phrase(&mut self, count: usize) -> String {
        let passage = self.stretch(count);
        if passage.len() == count { format!("\"{}\"", passage.join(" ")) } else { String::new() }
    }

    fn filtered(&mut self) -> String {
        let word = self.one(Band::Middle);
        let Some(text) = self.text() else { return String::new() };
        format!("{word} year:{} kind:{}", text.day().get(..4).unwrap_or("2010"), text.kind())
    }

    /// Words that stand side by side in one sentence.
    fn stretch(&mut self, count: usize) -> Vec<&'a str> {
        let Some(text) = self.text() else { return vec![] };
        let sentences: Vec<&str> = text.body.split(['.', '?', '!', '\n', ',', ';', ':', '"', '(', ')']).collect();
        for _ in 0..50 {
            let sentence = sentences[self.dice.below(sentences.len())];
            // A word that is left out in the middle would make a phrase that stands nowhere.
            if !sentence.chars().all(|c| c.is_alphabetic() || c == ' ') {
                continue;
            }
            let own: Vec<&str> = words(sentence).collect();
            if own.len() > count {
                let start = self.dice.below(own.len() - count);
                return own[start..start + count].to_vec();
            }
        }
        vec![]
    }

    /// A passage of about thirty words as it stands, or with words changed.
    fn passage(&mut self, changed: Option<usize>) -> String {
        let Some(text) = self.text() else { return String::new() };
        let paragraphs: Vec<&str> = text.body.split("\n\n").filter(|paragraph| paragraph.len() > 200).collect();
        let Some(paragraph) = paragraphs.get(self.dice.below(paragraphs.len().max(1))) else { return String::new() };
        let own: Vec<&str> = paragraph.split(' ').collect();
        let start = self.dice.below(own.len().saturating_sub(30).max(1));
        let mut passage: Vec<String> =
            own[start..own.len().min(start + 30)].iter().map(|word| (*word).to_owned()).collect();
        for _ in 0..changed.unwrap_or_default() {
            let at = self.dice.below(passage.len().max(1));
            let other = self.one(Band::Middle);
            if let Some(word) = passage.get_mut(at) {
                *word = other;
            }
        }
        passage.join(" ")
    }

    fn salad(&mut self) -> String {
        (0..25).map(|_| self.one(Band::Middle)).collect::<Vec<_>>().join(" ")
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|word| {
        // What has an apostrophe in it is one word here and two there: that is not what is measured.
        !word.is_empty() && word.chars().all(char::is_alphabetic)
    })
}
