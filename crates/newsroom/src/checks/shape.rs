//! Title, emptiness, pictures and labels.

use document::{Block, Body, Node, Role, Turn};
use domain::Speaker;

use super::piece::{Piece, name, text_of};
use super::{Checked, Finding, Known, Severity, fold};
use crate::TITLE_CHARS_MAX;

/// Characters from which on a title is worth a look: lists and search engines show a third of it, and what is longer is often a
/// first paragraph that slipped into the field.
pub const TITLE_CHARS_LOOK: usize = 300;

pub(super) fn check(text: &Checked<'_>, known: &Known<'_>, pieces: &[Piece]) -> Vec<Finding> {
    let mut out = title(text.title);
    let empty = pieces.iter().all(|piece| piece.block.is_none() || piece.text.trim().is_empty());
    if empty {
        out.push(finding("text-missing", Severity::Wrong, "There is no text; write or paste it.".to_owned(), None));
    }
    out.extend(heading_is_title(text));
    let mut turns = 0;
    let mut blocks = 0;
    for node in &text.document.nodes {
        match node {
            Node::Block(block) => {
                blocks += 1;
                figure(block, &format!("figure {blocks}"), &mut out);
            }
            Node::Turn(turn) => {
                turns += 1;
                check_turn(text, known, turn, turns, &mut out);
            }
        }
    }
    out
}

fn finding(code: &'static str, severity: Severity, message: String, block: Option<String>) -> Finding {
    Finding { code, severity, message, block, suggestion: None }
}

fn title(title: &str) -> Vec<Finding> {
    let chars = title.chars().count();
    if title.trim().is_empty() {
        return vec![finding("title-missing", Severity::Wrong, "The title is empty; write one.".to_owned(), None)];
    }
    if chars > TITLE_CHARS_MAX {
        let message = format!("The title has {chars} characters, {TITLE_CHARS_MAX} are allowed; shorten it.");
        return vec![finding("title-too-long", Severity::Wrong, message, None)];
    }
    if chars > TITLE_CHARS_LOOK {
        let message = format!("The title has {chars} characters; shorten it if a part of it belongs into the text.");
        return vec![finding("title-long", Severity::Look, message, None)];
    }
    vec![]
}

fn heading_is_title(text: &Checked<'_>) -> Option<Finding> {
    let Some(Node::Block(block)) = text.document.nodes.first() else { return None };
    let words =
        |text: &str| fold(text).split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ").trim().to_owned();
    let heading = text_of(block);
    let same = !heading.trim().is_empty() && words(&heading) == words(text.title);
    let message =
        format!("The first {} repeats the title; remove it, the page prints the title by itself.", name(block));
    same.then(|| finding("title-repeated", Severity::Look, message, Some(block.id.to_string())))
}

fn figure(block: &Block, place: &str, out: &mut Vec<Finding>) {
    if let Body::Figure { alt, media, .. } = &block.body {
        let id = Some(block.id.to_string());
        if alt.trim().is_empty() {
            let message = format!(
                "In {place}, the alternative text is empty; say what a reader who cannot see the picture must know."
            );
            out.push(finding("alt-missing", Severity::Wrong, message, id.clone()));
        }
        if media.trim().is_empty() {
            let message = format!("In {place}, there is no picture; choose one or remove the figure.");
            out.push(finding("figure-without-media", Severity::Wrong, message, id));
        }
    }
    let inside: Vec<&Block> = match &block.body {
        Body::List { items, .. } => items.iter().flatten().collect(),
        Body::Quote { blocks } => blocks.iter().collect(),
        _ => vec![],
    };
    inside
        .into_iter()
        .for_each(|inner| figure(inner, &format!("a figure of {} {}", name(block), place_number(place)), out));
}

fn place_number(place: &str) -> &str {
    place.rsplit(' ').next().unwrap_or(place)
}

fn check_turn(text: &Checked<'_>, known: &Known<'_>, turn: &Turn, number: usize, out: &mut Vec<Finding>) {
    let id = Some(turn.id.to_string());
    let said = |block: &Block| !text_of(block).trim().is_empty() || matches!(block.body, Body::Figure { .. });
    if !turn.blocks.iter().any(said) {
        let message = format!("In turn {number} ({}), nothing is said; write it or remove the turn.", turn.label);
        out.push(finding("turn-empty", Severity::Wrong, message, id.clone()));
    }
    for (at, block) in turn.blocks.iter().enumerate() {
        figure(block, &format!("turn {number} ({}), figure {}", turn.label, at + 1), out);
    }
    let speaks = matches!(turn.role, Role::Answer | Role::Speech);
    let named = text.speakers.iter().any(|speaker| fold(speaker) == fold(&turn.label));
    if speaks && turn.speaker.is_none() && !named && !is_known(&turn.label, known.speakers) {
        let message = format!(
            "In turn {number}, the label “{}” names no known speaker; choose or add the speaker, or correct the label.",
            turn.label
        );
        out.push(finding("label-unknown", Severity::Look, message, id));
    }
}

/// Labels that name nobody, folded.
const NOBODY: [&str; 44] = [
    "question",
    "q",
    "answer",
    "a",
    "moderator",
    "journalist",
    "reporter",
    "interpreter",
    "host",
    "audience",
    "all",
    "unidentified speaker",
    "вопрос",
    "ответ",
    "ведущий",
    "ведущая",
    "модератор",
    "журналист",
    "корреспондент",
    "переводчик",
    "реплика",
    "réponse",
    "modérateur",
    "modératrice",
    "journaliste",
    "interprète",
    "pregunta",
    "respuesta",
    "moderador",
    "moderadora",
    "periodista",
    "intérprete",
    "سؤال",
    "جواب",
    "س",
    "ج",
    "الصحفي",
    "مدير الجلسه",
    "问",
    "答",
    "记者",
    "主持人",
    "翻译",
    "в",
];

/// Forms of address before a name, folded.
const TITLES: [&str; 16] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "lady",
    "г-н",
    "г-жа",
    "господин",
    "госпожа",
    "m",
    "mme",
    "sr",
    "sra",
    "السيد",
    "السيده",
];

fn is_known(label: &str, speakers: &[Speaker]) -> bool {
    let label = fold(label.trim());
    let words: Vec<&str> = label.split([' ', '.', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let bare = words.iter().filter(|word| !TITLES.contains(word)).copied().collect::<Vec<_>>().join(" ");
    if NOBODY.contains(&label.as_str()) || NOBODY.contains(&bare.as_str()) {
        return true;
    }
    let forms = |speaker: &Speaker| -> Vec<String> {
        let offices = speaker.offices.iter().flat_map(|office| office.title.0.values());
        speaker.name.0.values().chain(&speaker.aliases).chain(offices).map(|form| fold(form)).collect()
    };
    speakers.iter().any(|speaker| {
        let last = speaker.name.0.values().filter_map(|name| name.split_whitespace().next_back()).map(fold);
        forms(speaker).iter().any(|form| label == *form || bare == *form || (form.contains(' ') && holds(&label, form)))
            || last.into_iter().any(|last| bare == last || label.ends_with(&format!(" {last}")))
    })
}

/// Whether a form stands in a label between spaces or its ends.
fn holds(label: &str, form: &str) -> bool {
    label.match_indices(form).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(label[..at].chars().next_back()) && edge(label[at + form.len()..].chars().next())
    })
}
