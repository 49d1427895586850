//! From the nodes of a document to a transcript: narration between the turns, stage notes inside them, and who goes on after.

use super::cue::{Cue, confidence};
use super::names::{Who, resolve};
use super::{Said, Transcript};
use crate::model::{Block, Body, Document, Node, Role, Span, Turn};
use crate::parse::{Sure, is_break, is_closing};

/// Characters of a note in brackets; longer ones are somebody's words.
const NOTE_CHARS_MAX: usize = 500;
/// Characters from which on a paragraph without a label may be a speech.
const SPEECH_CHARS_MIN: usize = 120;
/// Words in the first person that such a paragraph holds.
const FIRST_PERSON_MIN: usize = 2;

/// The speaker of each turn.
pub(super) fn speakers(document: &Document) -> Vec<Option<Who>> {
    let labels: Vec<&str> = document.turns().map(|turn| turn.label.as_str()).collect();
    resolve(&labels, &header(document))
}

/// The text before the first turn.
fn header(document: &Document) -> String {
    let before = document.nodes.iter().map_while(|node| match node {
        Node::Block(block) => Some(block),
        Node::Turn(_) => None,
    });
    let mut paragraphs = Vec::new();
    before.for_each(|block| texts(block, &mut paragraphs));
    paragraphs.join("\n")
}

/// The transcript of `document`; `sure` stands in the order of its turns, where it was just recognised.
pub(super) fn transcript(document: &Document, sure: Option<&[Sure]>) -> Transcript {
    let who = speakers(document);
    let mut told = Told { turns: Vec::new() };
    let mut at = 0;
    for node in &document.nodes {
        match node {
            Node::Block(block) => told.narrate(block),
            Node::Turn(turn) => {
                let sure = sure.and_then(|sure| sure.get(at));
                let speaker = who.get(at).cloned().flatten().map(|who| who.name);
                told.turn(turn, speaker, sure);
                at += 1;
            }
        }
    }
    told.opening(document, &who);
    Transcript { turns: told.turns }
}

/// Puts a title that the text no longer holds before everything else.
pub(super) fn put_title(transcript: &mut Transcript, title: String) {
    match transcript.turns.first_mut() {
        Some(first) if first.role == Role::Narration => first.paragraphs.insert(0, title),
        _ => transcript.turns.insert(0, unlabelled(Role::Narration, vec![title], vec![Cue::Unlabelled])),
    }
}

/// The turns told so far.
struct Told {
    turns: Vec<Said>,
}

impl Told {
    fn narrate(&mut self, block: &Block) {
        let mut paragraphs = Vec::new();
        texts(block, &mut paragraphs);
        for paragraph in paragraphs {
            let cue = match () {
                () if is_closing(&paragraph) || is_break(&paragraph) => Cue::Closing,
                () if is_stage_note(&paragraph) => Cue::StageNote,
                () => Cue::Unlabelled,
            };
            self.note(paragraph, cue);
        }
    }

    /// Narration; what follows other narration joins it.
    fn note(&mut self, paragraph: String, cue: Cue) {
        match self.turns.last_mut() {
            Some(last) if last.role == Role::Narration && last.label.is_none() => {
                last.paragraphs.push(paragraph);
                if !last.why.contains(&cue) {
                    last.why.push(cue);
                }
            }
            _ => self.turns.push(unlabelled(Role::Narration, vec![paragraph], vec![cue])),
        }
    }

    fn turn(&mut self, turn: &Turn, speaker: Option<String>, sure: Option<&Sure>) {
        let why = sure.map_or_else(|| vec![Cue::Stored], |sure| sure.cues.clone());
        let printed = sure.map_or_else(|| turn.label.clone(), |sure| sure.printed.clone());
        self.turns.push(Said {
            label: Some(turn.label.clone()),
            printed: Some(printed),
            speaker: speaker.clone(),
            role: turn.role,
            paragraphs: Vec::new(),
            confidence: confidence(&why),
            why,
        });
        let mut paragraphs = Vec::new();
        turn.blocks.iter().for_each(|block| texts(block, &mut paragraphs));
        // A note right behind the label is all that there is of the words: "Question: (inaudible)".
        let mut noted = false;
        for (at, paragraph) in paragraphs.into_iter().enumerate() {
            if at > 0 && is_stage_note(&paragraph) {
                self.note(paragraph, Cue::StageNote);
                noted = true;
            } else if noted {
                let mut next = unlabelled(turn.role, vec![paragraph], vec![Cue::Continues]);
                next.speaker = speaker.clone();
                self.turns.push(next);
                noted = false;
            } else if let Some(last) = self.turns.last_mut() {
                last.paragraphs.push(paragraph);
            }
        }
    }

    /// A speech before the first label: prose in the first person, given to the one who answers, if nearly all answers are that person's.
    fn opening(&mut self, document: &Document, who: &[Option<Who>]) {
        let Some(first) = self.turns.first_mut().filter(|first| first.role == Role::Narration && first.label.is_none())
        else {
            return;
        };
        let roles: Vec<Role> = document.turns().map(|turn| turn.role).collect();
        // Where somebody is named first of all, what stands before is a summary.
        if roles.first().is_some_and(|role| *role != Role::Question) {
            return;
        }
        let Some(from) = first.paragraphs.iter().position(|paragraph| is_spoken(paragraph)) else { return };
        let spoken = first.paragraphs.split_off(from);
        let mut speech = unlabelled(Role::Speech, spoken, vec![Cue::Opening]);
        let answering: Vec<&Option<Who>> =
            who.iter().zip(&roles).filter(|(_, role)| **role == Role::Answer).map(|(who, _)| who).collect();
        if let Some(Some(one)) = answering.first() {
            let own = answering.iter().filter(|who| who.as_ref().is_some_and(|who| who.class == one.class)).count();
            // Nearly all answers are one person's.
            if own * 4 >= answering.len() * 3 {
                speech.speaker = Some(one.name.clone());
            }
        }
        let at = usize::from(!first.paragraphs.is_empty());
        if at == 0 {
            self.turns.remove(0);
        }
        self.turns.insert(at, speech);
    }
}

fn unlabelled(role: Role, paragraphs: Vec<String>, why: Vec<Cue>) -> Said {
    Said { label: None, printed: None, speaker: None, role, paragraphs, confidence: confidence(&why), why }
}

/// Whether `text` is nothing but notes in brackets: `(The order is signed.) (Applause.)`, `<…>`.
fn is_stage_note(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '*']);
    let opens = text.starts_with(['(', '[', '（', '［', '<', '*']);
    if !opens || text.chars().take(NOTE_CHARS_MAX + 1).count() > NOTE_CHARS_MAX {
        return false;
    }
    if matches!(text, "<…>" | "<..." | "<...>" | "[…]" | "[...]" | "(…)" | "(...)") {
        return true;
    }
    let mut depth = 0_usize;
    let mut letters = false;
    for c in text.chars() {
        match c {
            '(' | '[' | '（' | '［' => depth += 1,
            ')' | ']' | '）' | '］' if depth == 0 => return false,
            ')' | ']' | '）' | '］' => depth -= 1,
            c if depth == 0 && c.is_alphanumeric() => return false,
            c => letters |= c.is_alphabetic(),
        }
    }
    depth == 0 && letters
}

/// Whether `text` is a paragraph of speech: long, whole sentences, in the first person.
fn is_spoken(text: &str) -> bool {
    const FIRST_PERSON: &[&str] = &[
        "i",
        "i'm",
        "i’m",
        "i've",
        "i’ve",
        "i'd",
        "i’d",
        "we",
        "we're",
        "we’re",
        "we've",
        "we’ve",
        "my",
        "our",
        "us",
        "je",
        "j",
        "nous",
        "notre",
        "mon",
        "yo",
        "nosotros",
        "nuestro",
        "nuestra",
        "ich",
        "wir",
        "unser",
        "я",
        "мы",
        "мне",
        "нам",
        "нас",
        "наш",
        "أنا",
        "نحن",
        "jo",
        "nosaltres",
    ];
    let ends = text.trim_end().ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '"', '”', ':']);
    if !ends || text.chars().take(SPEECH_CHARS_MIN).count() < SPEECH_CHARS_MIN {
        return text.chars().filter(|c| matches!(c, '我')).take(FIRST_PERSON_MIN).count() >= FIRST_PERSON_MIN;
    }
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.filter(|word| FIRST_PERSON.contains(&word.to_lowercase().as_str())).take(FIRST_PERSON_MIN).count()
        >= FIRST_PERSON_MIN
}

/// The texts of a block by paragraphs, in reading order. The depth of blocks is bounded by that of a document.
fn texts(block: &Block, paragraphs: &mut Vec<String>) {
    let mut put = |text: String| {
        if !text.trim().is_empty() {
            paragraphs.push(text);
        }
    };
    match &block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } => put(joined(spans)),
        Body::Figure { alt, caption, .. } => put(if caption.is_empty() { alt.clone() } else { joined(caption) }),
        Body::Table { head, rows } => {
            for row in std::iter::once(head).chain(rows) {
                let cells: Vec<String> = row.iter().map(|cell| joined(cell)).collect();
                put(cells.join(" ").trim().to_owned());
            }
        }
        Body::List { items, .. } => items.iter().flatten().for_each(|block| texts(block, paragraphs)),
        Body::Quote { blocks } => blocks.iter().for_each(|block| texts(block, paragraphs)),
        Body::Rule {} => {}
    }
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
