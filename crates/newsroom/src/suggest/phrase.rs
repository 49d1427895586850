//! Finds names and offices in a text, inflected as Russian does it.

use document::{TokenKind, is_unspaced, tokens};

use crate::checks::fold;

/// Letters at the end of a Cyrillic word that cases change.
const ENDING_LETTERS_MAX: usize = 3;

/// A text in which phrases are looked for.
pub(super) struct Haystack {
    words: Vec<String>,
    folded: String,
}

impl Haystack {
    pub(super) fn new(text: &str) -> Haystack {
        Haystack { words: words(text), folded: fold(text) }
    }

    /// How often a phrase stands in the text, word by word; in scripts without spaces, character by character.
    pub(super) fn count(&self, phrase: &str) -> usize {
        if phrase.chars().any(is_unspaced) {
            return self.folded.matches(&fold(phrase.trim())).count();
        }
        let phrase = words(phrase);
        if phrase.is_empty() || phrase.len() > self.words.len() {
            return 0;
        }
        let same = |window: &&[String]| window.iter().zip(&phrase).all(|(word, known)| is_form(word, known));
        self.words.windows(phrase.len()).filter(same).count()
    }

    pub(super) fn holds(&self, phrase: &str) -> bool {
        self.count(phrase) > 0
    }
}

fn words(text: &str) -> Vec<String> {
    let all = tokens(text).into_iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    all.map(|token| {
        let word = fold(token.text);
        word.strip_suffix("'s").map_or_else(|| word.clone(), str::to_owned)
    })
    .collect()
}

/// The same word, or in Cyrillic one that differs at its end only.
fn is_form(word: &str, known: &str) -> bool {
    if word == known {
        return true;
    }
    let letters = known.chars().count();
    let same = word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let cyrillic = known.chars().all(|c| matches!(c, '\u{400}'..='\u{52f}'));
    cyrillic && same >= 3 && same + 2 >= letters && word.chars().count() <= same + ENDING_LETTERS_MAX
}
