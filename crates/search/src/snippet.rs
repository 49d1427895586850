//! Passages of a text that show why it was found, and words marked in them.
//!
//! Only the text model is read, never markup: what is searched is what is shown.

mod cut;
mod mark;

use document::{Document, Turn, TurnId};

use crate::analysis::{Language, Leaf, leaves};
use crate::{Said, Snippet};
use cut::{COLUMNS, COLUMNS_BEFORE, beginning, bounds, columns, cut};
use mark::Mark;
pub(crate) use mark::{Marker, Sought};

/// Columns from the first to the last marked word that a passage is chosen for.
const COLUMNS_MARKED: usize = COLUMNS - COLUMNS_BEFORE;
/// Passages of one message.
const PASSAGES_MAX: usize = 3;
/// Marks of one paragraph from which passages begin: one full of marks shows enough in its beginning.
const BEGINNINGS_MAX: usize = 200;

/// A candidate passage: the marks `first..=last` of a leaf.
#[derive(Debug, Clone)]
struct Window {
    leaf: usize,
    first: usize,
    last: usize,
    /// Which things it shows, one bit each.
    shown: u64,
    score: f32,
}

/// The best passages of a text, in its order; for a turn exactly one, from that turn. Nothing when there is no text, or when
/// nothing that is looked for is in it and it is not about a turn.
pub(crate) fn passages(
    document: &Document,
    names: &[Option<String>],
    language: Language,
    marker: &Marker,
    turn: Option<TurnId>,
) -> Vec<Snippet> {
    let leaves: Vec<Leaf<'_>> = leaves(document)
        .into_iter()
        .filter(|leaf| turn.is_none_or(|id| leaf.turn.is_some_and(|(_, turn)| turn.id == id)))
        .collect();
    let sought = marker.sought();
    let everything = (0..sought.len().min(64)).fold(0, |all, which| all | 1 << which);
    let (mut marks, mut windows, mut whole) = (Vec::new(), Vec::new(), 0);
    for (index, leaf) in leaves.iter().enumerate() {
        let found = marker.marks(&leaf.text, language_of(leaf, language));
        let window = best_window(index, &leaf.text, &found, sought);
        whole += usize::from(window.as_ref().is_some_and(|window| window.shown == everything));
        windows.extend(window);
        marks.push(found);
        // Nothing later can show more, and a text may be as long as a day of parliament.
        if whole == PASSAGES_MAX {
            break;
        }
    }
    let wanted = if turn.is_some() { 1 } else { PASSAGES_MAX };
    let chosen = choose(windows, wanted, sought);
    let snippet = |window: Window| {
        let (leaf, marks) = (&leaves[window.leaf], &marks[window.leaf]);
        let (from, to) = bounds(&leaf.text, marks[window.first].start, marks[window.last].end);
        Snippet { anchor: anchor(leaf), said: said(leaf.turn, names), text: cut(&leaf.text, from, to, marks) }
    };
    let mut snippets: Vec<Snippet> = chosen.into_iter().map(snippet).collect();
    if let (true, Some(id)) = (snippets.is_empty(), turn) {
        snippets.extend(leaves.first().map(|leaf| Snippet {
            anchor: anchor(leaf),
            said: said(leaf.turn, names),
            text: beginning(&leaf.text),
        }));
        let silent = document.turns().enumerate().find(|(_, turn)| turn.id == id).filter(|_| snippets.is_empty());
        snippets.extend(silent.map(|turn| Snippet {
            anchor: Some(id.to_string()),
            said: said(Some(turn), names),
            text: vec![],
        }));
    }
    snippets
}

/// The first words of a text where nothing that is looked for stands in it: its teaser, else its first paragraph.
pub(crate) fn opening(document: &Document, teaser: Option<&str>) -> Vec<Snippet> {
    let text = match teaser.filter(|teaser| !teaser.trim().is_empty()) {
        Some(teaser) => beginning(teaser),
        None => leaves(document).first().map(|leaf| beginning(&leaf.text)).unwrap_or_default(),
    };
    if text.is_empty() { vec![] } else { vec![Snippet { anchor: None, said: None, text }] }
}

fn language_of(leaf: &Leaf<'_>, language: Language) -> Language {
    match leaf.switches.first() {
        Some((0, Some(tag))) => Language::of(tag),
        _ => language,
    }
}

fn anchor(leaf: &Leaf<'_>) -> Option<String> {
    Some(leaf.top.id.to_string())
}

/// Who says it: the label as printed and the name that the text gives for it.
pub(crate) fn said(turn: Option<(usize, &Turn)>, names: &[Option<String>]) -> Option<Said> {
    turn.map(|(index, turn)| Said {
        turn: turn.id.to_string(),
        label: turn.label.clone(),
        name: names.get(index).cloned().flatten(),
        speaker: turn.speaker.clone(),
        role: turn.role,
    })
}

/// The stretch of a leaf that shows the most: different things first, then the heavier ones, then the closer together.
fn best_window(leaf: usize, text: &str, marks: &[Mark], sought: &[Sought]) -> Option<Window> {
    let mut best: Option<Window> = None;
    // Things are told apart by bits; a question has at most as many words as there are bits.
    let bit = |mark: &Mark| 1_u64 << mark.which.min(63);
    for first in 0..marks.len().min(BEGINNINGS_MAX) {
        let (mut shown, mut score, mut last) = (0_u64, 0.0_f32, first);
        for (at, mark) in marks.iter().enumerate().skip(first) {
            // A text has at least as many bytes as columns, so that most need no counting.
            let (start, end) = (marks[first].start, mark.end.max(marks[first].start));
            if end - start > COLUMNS_MARKED && columns(&text[start..end]) > COLUMNS_MARKED {
                break;
            }
            let weight = sought.get(mark.which).map_or(0.0, |one| one.weight);
            score += if shown & bit(mark) == 0 { weight } else { weight * 0.05 };
            shown |= bit(mark);
            last = at;
        }
        if best.as_ref().is_none_or(|best| score > best.score) {
            best = Some(Window { leaf, first, last, shown, score });
        }
    }
    best
}

/// The windows to show, in the order of the text: each the one that adds most to those before it.
fn choose(mut windows: Vec<Window>, wanted: usize, sought: &[Sought]) -> Vec<Window> {
    let mut chosen: Vec<Window> = Vec::new();
    let mut shown = 0_u64;
    while chosen.len() < wanted && !windows.is_empty() {
        let gain = |window: &Window| {
            let fresh = window.shown & !shown;
            let weights = sought.iter().take(64).enumerate().filter(|(which, _)| fresh >> which & 1 == 1);
            weights.map(|(_, one)| one.weight).sum::<f32>() + window.score * 0.5
        };
        // The first of equal ones, since a text says the most important things first.
        let mut best = 0;
        for index in 1..windows.len() {
            if gain(&windows[index]) > gain(&windows[best]) {
                best = index;
            }
        }
        let window = windows.remove(best);
        shown |= window.shown;
        chosen.push(window);
    }
    chosen.sort_by_key(|window| window.leaf);
    chosen
}

#[cfg(test)]
mod tests;
