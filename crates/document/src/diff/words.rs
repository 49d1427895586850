//! What changed inside a text, word by word.

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::{Token, TokenKind, is_unspaced, tokens};

/// Pairs of words (old words times new words of each changed text, summed over a document) that one comparison looks
/// at; beyond it a changed text is shown as replaced whole. Sixteen million are a rewritten text of four thousand words
/// in one block, which no reader follows word by word, and keep a comparison well under a second without a clock.
pub(super) const WORD_PAIRS_MAX: usize = 16_000_000;

/// What happened to a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordKind {
    /// It stands in both.
    Same,
    /// It stands in the old text only.
    Removed,
    /// It stands in the new text only.
    Added,
}

/// A run of words and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordChange {
    /// What happened.
    pub kind: WordKind,
    /// The words with the spaces and marks between them.
    pub text: String,
}

impl WordChange {
    fn new(kind: WordKind, text: &str) -> WordChange {
        WordChange { kind, text: text.to_owned() }
    }
}

/// How many pairs of words may still be compared.
#[derive(Debug)]
pub(super) struct Room(usize);

impl Room {
    pub(super) fn full() -> Room {
        Room(WORD_PAIRS_MAX)
    }

    fn take(&mut self, pairs: usize) -> bool {
        let enough = pairs <= self.0;
        if enough {
            self.0 -= pairs;
        }
        enough
    }
}

/// One text all of whose words are of one kind; nothing for an empty text.
pub(super) fn all(kind: WordKind, text: &str) -> Vec<WordChange> {
    if text.is_empty() { vec![] } else { vec![WordChange::new(kind, text)] }
}

/// How the new text comes from the old: without the added words it is the old text, without the removed ones the new.
///
/// A removed run stands before the added run that replaces it. White space alone, or one character of a script without
/// spaces, does not part two changes: readers see one replaced passage instead of confetti.
pub(super) fn compare(old: &str, new: &str, room: &mut Room) -> Vec<WordChange> {
    if old == new {
        return all(WordKind::Same, new);
    }
    let (olds, news) = (tokens(old), tokens(new));
    let start = olds.iter().zip(&news).take_while(|(a, b)| a.text == b.text).count();
    let rest = olds.len().min(news.len()) - start;
    let end = olds.iter().rev().zip(news.iter().rev()).take(rest).take_while(|(a, b)| a.text == b.text).count();
    let (old_middle, new_middle) = (&olds[start..olds.len() - end], &news[start..news.len() - end]);

    let mut pieces = Pieces::default();
    pieces.same(&olds[..start]);
    if room.take(old_middle.len().saturating_mul(new_middle.len())) {
        let (a, b): (Vec<&str>, Vec<&str>) =
            (old_middle.iter().map(|token| token.text).collect(), new_middle.iter().map(|token| token.text).collect());
        for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
            if let DiffOp::Equal { old_index, len, .. } = op {
                pieces.same(&old_middle[old_index..old_index + len]);
            } else {
                pieces.changed(&old_middle[op.old_range()], &new_middle[op.new_range()]);
            }
        }
    } else {
        pieces.changed(old_middle, new_middle);
    }
    pieces.same(&olds[olds.len() - end..]);
    pieces.joined()
}

/// Equal and changed stretches in turn.
#[derive(Default)]
struct Pieces(Vec<Piece>);

struct Piece {
    same: bool,
    /// Whether an equal stretch is too small to part two changes.
    slight: bool,
    old: String,
    new: String,
}

impl Pieces {
    fn same(&mut self, tokens: &[Token<'_>]) {
        if tokens.is_empty() {
            return;
        }
        let text: String = tokens.iter().map(|token| token.text).collect();
        let slight = match tokens {
            [one] => one.kind == TokenKind::Space || text.chars().next().is_some_and(is_unspaced),
            _ => false,
        };
        self.0.push(Piece { same: true, slight, old: text.clone(), new: text });
    }

    fn changed(&mut self, old: &[Token<'_>], new: &[Token<'_>]) {
        if old.is_empty() && new.is_empty() {
            return;
        }
        let join = |tokens: &[Token<'_>]| tokens.iter().map(|token| token.text).collect::<String>();
        self.0.push(Piece { same: false, slight: false, old: join(old), new: join(new) });
    }

    fn joined(self) -> Vec<WordChange> {
        let count = self.0.len();
        let parts = |at: usize, pieces: &[Piece]| at == 0 || at + 1 == count || !pieces[at].slight;
        let mut out = Vec::new();
        let (mut old, mut new) = (String::new(), String::new());
        for (at, piece) in self.0.iter().enumerate() {
            if piece.same && parts(at, &self.0) {
                flush(&mut out, &mut old, &mut new);
                match out.last_mut() {
                    Some(WordChange { kind: WordKind::Same, text }) => text.push_str(&piece.old),
                    _ => out.push(WordChange::new(WordKind::Same, &piece.old)),
                }
            } else {
                old.push_str(&piece.old);
                new.push_str(&piece.new);
            }
        }
        flush(&mut out, &mut old, &mut new);
        out
    }
}

fn flush(out: &mut Vec<WordChange>, old: &mut String, new: &mut String) {
    out.extend(all(WordKind::Removed, &std::mem::take(old)));
    out.extend(all(WordKind::Added, &std::mem::take(new)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let mark = |change: &WordChange| match change.kind {
            WordKind::Same => change.text.clone(),
            WordKind::Removed => format!("[-{}-]", change.text),
            WordKind::Added => format!("{{+{}+}}", change.text),
        };
        compare(old, new, &mut Room::full()).iter().map(mark).collect()
    }

    #[test]
    fn changes_are_shown_by_words_and_not_in_confetti() {
        for (old, new, shows) in [
            ("The talks began.", "The talks ended.", "The talks [-began-]{+ended+}."),
            ("one two three", "one four five", "one [-two three-]{+four five+}"),
            ("Мы не согласны.", "Мы согласны.", "Мы [-не -]согласны."),
            ("谈判在波特举行", "谈判于哈特举行", "谈判[-在波-]{+于哈+}特举行"),
            ("同意", "不同意", "{+不+}同意"),
            ("", "new", "{+new+}"),
            ("same", "same", "same"),
        ] {
            assert_eq!(shown(old, new), shows);
        }
    }

    #[test]
    fn without_room_a_changed_text_is_replaced_whole() {
        let mut room = Room(3);
        let changes = compare("a b c", "a x y", &mut room);
        assert_eq!(changes.len(), 3);
        assert_eq!(changes[1], WordChange::new(WordKind::Removed, "b c"));
    }
}
