//! What a correction must at least be called, and why.

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::body::form;
use super::weighing::{names_in, weigh};
use super::{Change, ChangeKind, Detail, Part, WordKind, diff, words};
use crate::ids::{BlockId, TurnId};
use crate::model::{Block, Body, Document, Role};

/// Characters of a passage shown in a reason: enough to find it, few enough for one line.
const SHOWN_CHARS: usize = 80;

/// A paragraph of which less than one part in four stayed is another paragraph.
const SAME_SHARE: usize = 4;

/// How much a change weighs, the lightest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Nothing changed.
    #[default]
    Nothing,
    /// Layout: marks, levels of headings, the form of lists, where paragraphs are parted.
    Formatting,
    /// Spelling or typography.
    Typographic,
    /// The words changed, and nothing shows that the meaning did.
    Clarification,
    /// The meaning changed, or may have.
    Substantive,
}

/// What a change must at least be called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Significance {
    /// The weight of the heaviest reason.
    pub at_least: Weight,
    /// All reasons in the order of the text.
    pub reasons: Vec<Reason>,
}

/// Why a change weighs what it weighs. `Display` says it as a sentence in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields of every variant are the place and the words before and after")]
pub enum Reason {
    /// A turn is new.
    TurnAdded { turn: Option<TurnId>, label: String },
    /// A turn is gone.
    TurnRemoved { turn: Option<TurnId>, label: String },
    /// A turn stands in another place.
    TurnMoved { turn: Option<TurnId>, label: String },
    /// The words are said under another label.
    LabelChanged { turn: Option<TurnId>, old: String, new: String },
    /// The words are ascribed to another speaker.
    SpeakerChanged { turn: Option<TurnId>, old: Option<String>, new: Option<String> },
    /// A question became an answer, or the like.
    RoleChanged { turn: Option<TurnId>, old: Role, new: Role },
    /// A whole paragraph, heading, list, table or figure is new.
    BlockAdded { block: Option<BlockId>, text: String },
    /// A whole paragraph, heading, list, table or figure is gone.
    BlockRemoved { block: Option<BlockId>, text: String },
    /// Hardly a word of a paragraph is the same.
    Rewritten { block: Option<BlockId>, old: String, new: String },
    /// A paragraph stands in another place.
    BlockMoved { block: Option<BlockId>, text: String },
    /// Numbers, signs, units or currencies changed.
    Numbers { block: Option<BlockId>, old: Vec<String>, new: Vec<String> },
    /// Dates, months or weekdays changed.
    Dates { block: Option<BlockId>, old: Vec<String>, new: Vec<String> },
    /// Names changed.
    Names { block: Option<BlockId>, old: Vec<String>, new: Vec<String> },
    /// Words that deny changed.
    Negation { block: Option<BlockId>, old: Vec<String>, new: Vec<String> },
    /// Words inside quotation marks changed, or words came into them or out of them.
    Quotation { block: Option<BlockId>, old: String, new: String },
    /// Words were struck through, or no longer are.
    Struck { block: Option<BlockId> },
    /// A table has other rows or columns.
    TableSize { block: Option<BlockId>, old: (usize, usize), new: (usize, usize) },
    /// A picture was replaced.
    PictureReplaced { block: Option<BlockId>, old: String, new: String },
    /// A picture's alternative text changed.
    AltChanged { block: Option<BlockId>, old: String, new: String },
    /// Words lead elsewhere; absent where there was or is no link.
    LinkChanged { block: Option<BlockId>, text: String, old: Option<String>, new: Option<String> },
    /// Figures or letters were raised or lowered.
    Raised { block: Option<BlockId> },
    /// A list begins at another number.
    ListStart { block: Option<BlockId>, old: u32, new: u32 },
    /// Words changed.
    Wording { block: Option<BlockId>, old: String, new: String },
    /// A word or two are spelt otherwise.
    Spelling { block: Option<BlockId>, old: String, new: String },
    /// Spaces, dashes, the form of quotation marks or the case of letters changed.
    Typography { block: Option<BlockId>, old: String, new: String },
    /// Marks were put on or taken off.
    Marks { block: Option<BlockId>, marks: Vec<String> },
    /// The block has another form, or its parts are divided otherwise.
    Form { block: Option<BlockId>, old: String, new: String },
    /// The same words are parted into other paragraphs.
    Paragraphs { block: Option<BlockId> },
    /// A thematic break came, went or moved, or a passage is marked as another language.
    Layout { block: Option<BlockId> },
}

impl Reason {
    /// What a change for this reason must at least be called.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self {
            Reason::TurnAdded { .. }
            | Reason::TurnRemoved { .. }
            | Reason::TurnMoved { .. }
            | Reason::LabelChanged { .. }
            | Reason::SpeakerChanged { .. }
            | Reason::BlockAdded { .. }
            | Reason::BlockRemoved { .. }
            | Reason::Rewritten { .. }
            | Reason::Numbers { .. }
            | Reason::Dates { .. }
            | Reason::Names { .. }
            | Reason::Negation { .. }
            | Reason::Quotation { .. }
            | Reason::Struck { .. }
            | Reason::TableSize { .. }
            | Reason::PictureReplaced { .. } => Weight::Substantive,
            Reason::RoleChanged { .. }
            | Reason::BlockMoved { .. }
            | Reason::AltChanged { .. }
            | Reason::LinkChanged { .. }
            | Reason::Raised { .. }
            | Reason::ListStart { .. }
            | Reason::Wording { .. } => Weight::Clarification,
            Reason::Spelling { .. } | Reason::Typography { .. } => Weight::Typographic,
            Reason::Marks { .. } | Reason::Form { .. } | Reason::Paragraphs { .. } | Reason::Layout { .. } => {
                Weight::Formatting
            }
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let slug = |slug: &Option<String>| slug.clone().unwrap_or_else(|| "nobody".to_owned());
        match self {
            Reason::TurnAdded { label, .. } => write!(f, "A turn of {} was added.", quoted(label)),
            Reason::TurnRemoved { label, .. } => write!(f, "A turn of {} was removed.", quoted(label)),
            Reason::TurnMoved { label, .. } => write!(f, "A turn of {} stands in another place.", quoted(label)),
            Reason::LabelChanged { old, new, .. } => changed(f, "The label of a turn changed", old, new),
            Reason::SpeakerChanged { old, new, .. } => {
                write!(f, "A turn was ascribed to {} and is ascribed to {}.", slug(old), slug(new))
            }
            Reason::RoleChanged { old, new, .. } => {
                write!(f, "A turn was marked as {} and is marked as {}.", old.as_str(), new.as_str())
            }
            Reason::BlockAdded { text, .. } => write!(f, "A whole paragraph was added: {}.", quoted(text)),
            Reason::BlockRemoved { text, .. } => write!(f, "A whole paragraph was removed: {}.", quoted(text)),
            Reason::Rewritten { old, new, .. } => changed(f, "A paragraph was written anew", old, new),
            Reason::BlockMoved { text, .. } => write!(f, "A paragraph stands in another place: {}.", quoted(text)),
            Reason::Numbers { old, new, .. } => changed(f, "Numbers changed", &old.join(", "), &new.join(", ")),
            Reason::Dates { old, new, .. } => changed(f, "A date changed", &old.join(", "), &new.join(", ")),
            Reason::Names { old, new, .. } => changed(f, "Names changed", &old.join(", "), &new.join(", ")),
            Reason::Negation { old, new, .. } => changed(f, "A negation changed", &old.join(", "), &new.join(", ")),
            Reason::Quotation { old, new, .. } => changed(f, "A quotation changed", old, new),
            Reason::Struck { .. } => f.write_str("Words were struck through, or no longer are."),
            Reason::TableSize { old, new, .. } => {
                write!(f, "A table had {}×{} cells and has {}×{}.", old.0, old.1, new.0, new.1)
            }
            Reason::PictureReplaced { .. } => f.write_str("A picture was replaced."),
            Reason::AltChanged { old, new, .. } => changed(f, "The alternative text of a picture changed", old, new),
            Reason::LinkChanged { text, old, new, .. } => match (old, new) {
                (Some(old), Some(new)) => write!(f, "{} led to {old} and leads to {new}.", quoted(text)),
                (None, Some(new)) => write!(f, "{} now leads to {new}.", quoted(text)),
                (Some(old), None) => write!(f, "{} no longer leads to {old}.", quoted(text)),
                (None, None) => write!(f, "The link of {} changed.", quoted(text)),
            },
            Reason::Raised { .. } => f.write_str("Letters or figures were raised or lowered."),
            Reason::ListStart { old, new, .. } => write!(f, "A list began at {old} and begins at {new}."),
            Reason::Wording { old, new, .. } => changed(f, "The wording changed", old, new),
            Reason::Spelling { old, new, .. } => changed(f, "The spelling changed", old, new),
            Reason::Typography { old, new, .. } if old.is_empty() && new.is_empty() => f.write_str("Spaces changed."),
            Reason::Typography { old, new, .. } => {
                changed(f, "Spaces, dashes, quotation marks or capitals changed", old, new)
            }
            Reason::Marks { marks, .. } => write!(f, "These marks changed: {}.", marks.join(", ")),
            Reason::Form { old, new, .. } if old == new => write!(f, "The parts of a {old} are divided differently."),
            Reason::Form { old, new, .. } => write!(f, "A {old} became a {new}."),
            Reason::Paragraphs { .. } => f.write_str("The same words are parted into other paragraphs."),
            Reason::Layout { .. } => f.write_str("The layout changed."),
        }
    }
}

fn changed(f: &mut fmt::Formatter<'_>, what: &str, old: &str, new: &str) -> fmt::Result {
    match (old.is_empty(), new.is_empty()) {
        (false, false) => write!(f, "{what}: {} became {}.", quoted(old), quoted(new)),
        (true, false) => write!(f, "{what}: {} was added.", quoted(new)),
        (false, true) => write!(f, "{what}: {} was removed.", quoted(old)),
        (true, true) => write!(f, "{what}."),
    }
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("“{}…”", text[..end].trim_end()),
        None => format!("“{}”", text.trim()),
    }
}

/// What a correction from the old text to the new one must at least be called, and why.
///
/// Numbers, dates, names, negations, quotations and whoever speaks weigh as substantive wherever they change, so do whole turns
/// and paragraphs; spaces, dashes, capitals and misspellings as typographic; marks and forms as formatting; all other
/// words as clarification. It errs to the heavier side: an editor may call a change lighter, with a second person.
#[must_use]
pub fn significance(old: &Document, new: &Document) -> Significance {
    let compared = diff(old, new);
    let mut names = HashSet::new();
    for part in compared.changes.iter().flat_map(|change| [&change.old, &change.new]).flatten() {
        names_in(&part.text(), &mut names);
    }
    let mut reasons = Vec::new();
    let mut rest = compared.changes.as_slice();
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(|change| is_in_run(first, change)).count();
        if run > 1 && same_words(&rest[..run]) {
            reasons.push(Reason::Paragraphs { block: first.place.block });
            rest = &rest[run..];
        } else {
            let run = run.max(1);
            rest[..run].iter().for_each(|change| weigh_change(change, &names, &mut reasons));
            rest = &rest[run..];
        }
    }
    let at_least = reasons.iter().map(Reason::weight).max().unwrap_or_default();
    Significance { at_least, reasons }
}

/// Whether a change belongs to a run of changed blocks of one turn.
fn is_in_run(first: &Change, change: &Change) -> bool {
    let edited = matches!(change.kind, ChangeKind::Added | ChangeKind::Removed | ChangeKind::Changed);
    edited && change.place.block.is_some() && change.place.turn == first.place.turn
}

/// Whether paragraphs were only joined or parted: the words of the run are the same, white space aside.
fn same_words(run: &[Change]) -> bool {
    let paragraph = |part: &Option<Part>| match part {
        Some(Part::Block(block)) => matches!(block.body, Body::Paragraph { .. }),
        _ => true,
    };
    let words = |side: fn(&Change) -> &Option<Part>| -> String {
        let texts = run.iter().filter_map(|change| side(change).as_ref().map(Part::text));
        texts.flat_map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>()).collect()
    };
    run.iter().all(|change| paragraph(&change.old) && paragraph(&change.new))
        && run.iter().any(|change| change.kind != ChangeKind::Changed)
        && words(|change| &change.old) == words(|change| &change.new)
}

fn weigh_change(change: &Change, names: &HashSet<String>, out: &mut Vec<Reason>) {
    let (turn, block) = (change.place.turn, change.place.block);
    let part = change.new.as_ref().or(change.old.as_ref());
    let text = part.map(Part::text).unwrap_or_default();
    match (change.kind, part) {
        (ChangeKind::Same, _) | (_, None) => return,
        (ChangeKind::Added, Some(Part::Turn { .. })) => out.push(Reason::TurnAdded { turn, label: text }),
        (ChangeKind::Removed, Some(Part::Turn { .. })) => out.push(Reason::TurnRemoved { turn, label: text }),
        (ChangeKind::Moved, Some(Part::Turn { .. })) => out.push(Reason::TurnMoved { turn, label: text }),
        (ChangeKind::Changed, _) => {}
        (_, Some(Part::Block(of))) if !has_content(of) => out.push(Reason::Layout { block }),
        (ChangeKind::Added, Some(Part::Block(_))) => out.push(Reason::BlockAdded { block, text }),
        (ChangeKind::Removed, Some(Part::Block(_))) => out.push(Reason::BlockRemoved { block, text }),
        (ChangeKind::Moved, Some(Part::Block(_))) => out.push(Reason::BlockMoved { block, text }),
    }
    if change.old.is_none() || change.new.is_none() {
        return;
    }
    if matches!(part, Some(Part::Block(_))) {
        let reasons = weigh(block, &change.words, names);
        let other_words = reasons.iter().any(|reason| reason.weight() >= Weight::Clarification);
        if let (true, Some(old), Some(new)) = (other_words && is_rewritten(change), &change.old, &change.new) {
            out.push(Reason::Rewritten { block, old: old.text(), new: new.text() });
        }
        out.extend(reasons);
    }
    change.details.iter().for_each(|detail| weigh_detail(change, detail, names, out));
}

/// Whether less than a quarter of the letters stayed.
fn is_rewritten(change: &Change) -> bool {
    let letters = |kind: WordKind| -> usize {
        let words = change.words.iter().filter(|word| word.kind == kind);
        words.flat_map(|word| word.text.chars()).filter(|c| c.is_alphanumeric()).count()
    };
    let (same, changed) = (letters(WordKind::Same), letters(WordKind::Removed).max(letters(WordKind::Added)));
    changed > 0 && same * SAME_SHARE < same + changed
}

fn has_content(block: &Block) -> bool {
    !super::text_of(block).trim().is_empty() || matches!(block.body, Body::Figure { .. })
}

fn weigh_detail(change: &Change, detail: &Detail, names: &HashSet<String>, out: &mut Vec<Reason>) {
    let (turn, block) = (change.place.turn, change.place.block);
    match detail.clone() {
        Detail::Label { old, new } => {
            // A label whose spaces, dashes or capitals changed names the same speaker.
            let reasons = weigh(None, &change.words, names);
            if reasons.iter().all(|reason| matches!(reason, Reason::Typography { .. })) {
                out.push(Reason::Typography { block, old, new });
            } else {
                out.push(Reason::LabelChanged { turn, old, new });
            }
        }
        Detail::Role { old, new } => out.push(Reason::RoleChanged { turn, old, new }),
        Detail::Speaker { old, new } => out.push(Reason::SpeakerChanged { turn, old, new }),
        Detail::Form { old, new } => out.push(Reason::Form { block, old, new }),
        Detail::Structure => {
            let form = match &change.new {
                Some(Part::Block(block)) => form(&block.body),
                _ => String::new(),
            };
            out.push(Reason::Form { block, old: form.clone(), new: form });
        }
        Detail::Start { old, new } => out.push(Reason::ListStart { block, old, new }),
        Detail::Marks { marks } => {
            if marks.iter().any(|mark| mark == "strike") {
                out.push(Reason::Struck { block });
            }
            if marks.iter().any(|mark| mark == "subscript" || mark == "superscript") {
                out.push(Reason::Raised { block });
            }
            out.push(Reason::Marks { block, marks });
        }
        Detail::Language => out.push(Reason::Layout { block }),
        Detail::LinkAdded { text, href } => out.push(Reason::LinkChanged { block, text, old: None, new: Some(href) }),
        Detail::LinkRemoved { text, href } => out.push(Reason::LinkChanged { block, text, old: Some(href), new: None }),
        Detail::LinkChanged { text, old, new } => {
            out.push(Reason::LinkChanged { block, text, old: Some(old), new: Some(new) });
        }
        Detail::Alt { old, new } => {
            out.extend(
                weigh(block, &words::compare(&old, &new, &mut words::Room::full()), names)
                    .into_iter()
                    .filter(|reason| reason.weight() > Weight::Clarification),
            );
            out.push(Reason::AltChanged { block, old, new });
        }
        Detail::Media { old, new } => out.push(Reason::PictureReplaced { block, old, new }),
        Detail::Table { old, new } => out.push(Reason::TableSize { block, old, new }),
        // The words of cells are weighed with the words of the table.
        Detail::Cell { .. } => {}
    }
}
