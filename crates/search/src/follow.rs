//! Views to index: what an edition shows over time, as documents.

use std::collections::HashSet;
use std::ops::Range;

use document::{Role, Turn};
use domain::slug_of;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tantivy::TantivyDocument;
use views::{EditionKey, Stretch};

use crate::analysis::{Analyser, Language, Leaf, Packed, exact, leaves};
use crate::schema::{BETWEEN, Fields, OPEN, role_code, what};

/// A stretch by which it is told whether the index already has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    /// `from_us` of its documents.
    pub from: i64,
    /// `to_us` of its documents.
    pub to: i64,
    /// Fingerprint of all else that is said in them.
    pub print: u64,
}

/// A stretch's documents.
#[derive(Debug, Clone)]
pub(crate) struct Documents {
    /// The message's document first, then those of its turns.
    pub documents: Vec<TantivyDocument>,
    /// Bytes of words in them, by which memory is measured out.
    pub bytes: usize,
}

/// The raw term of an edition in the field `key`.
pub(crate) fn key_term(edition: &EditionKey) -> String {
    format!("{}/{}", edition.message.as_str(), edition.lang.as_str())
}

/// The stretch as the index has it at `now`: its end, while it is to come, is nobody's business.
pub(crate) fn mark(stretch: &Stretch, now: Timestamp) -> Mark {
    let to = stretch.to.filter(|to| *to <= now).map_or(OPEN, Timestamp::as_microsecond);
    let mut hash = Sha256::new();
    hash.update(stretch.sheet.canonical());
    hash.update([0]);
    hash.update(stretch.path.as_bytes());
    for number in
        [i64::from(stretch.number), stretch.first_release.as_microsecond(), stretch.seq, stretch.day.unwrap_or(0)]
    {
        hash.update(number.to_be_bytes());
    }
    let mut first = [0; 8];
    first.copy_from_slice(&hash.finalize()[..8]);
    Mark { from: stretch.from.as_microsecond(), to, print: u64::from_be_bytes(first) }
}

/// Makes the documents of a stretch.
pub(crate) fn documents(
    fields: &Fields,
    edition: &EditionKey,
    stretch: &Stretch,
    mark: &Mark,
    analyser: &mut Analyser,
) -> Documents {
    let language = Language::of(edition.lang.as_str());
    let texts = Texts::of(stretch, language, analyser);
    let alone = match stretch.sheet.speakers.as_slice() {
        [speaker] if texts.turns.is_empty() => Some(speaker),
        _ => None,
    };
    let bytes = texts.bytes();
    let key = key_term(edition);
    let mut message = TantivyDocument::new();
    frame(&mut message, fields, edition, &key, stretch, mark);
    message.add_u64(fields.print, mark.print);
    for speaker in &stretch.sheet.speakers {
        message.add_text(fields.speakers, tagged(speaker));
    }
    // The title is a value of its own, so that no phrase runs from the text into it. Turns count positions from the text's first
    // word.
    message.add_text(fields.text, &texts.body.exact);
    message.add_text(fields.text, &texts.title.exact);
    message.add_text(fields.stem, &texts.title.stems);
    message.add_text(fields.stem, &texts.body.stems);
    message.add_text(fields.title, title_words(&texts.title));
    let (what, who_key) = match alone {
        Some(speaker) => {
            who(&mut message, fields, &[speaker, &slug_of(speaker)]);
            (what::MONOLOGUE, tagged(speaker))
        }
        None => (what::MESSAGE, String::new()),
    };
    said(&mut message, fields, what, &who_key, 0, Role::Speech, "");
    let mut documents = vec![message];
    for said_here in texts.turns.iter().filter(|turn| !turn.words.exact.is_empty()) {
        let Said { order, turn, name, words, place } = said_here;
        let mut document = TantivyDocument::new();
        frame(&mut document, fields, edition, &key, stretch, mark);
        document.add_text(fields.t_text, &words.exact);
        document.add_text(fields.t_stem, &words.stems);
        document.add_u64(fields.back, u64::try_from(documents.len()).unwrap_or(u64::MAX));
        document.add_u64(fields.words_from, place.start);
        document.add_u64(fields.words_to, place.end);
        let own = name.as_deref().or_else(|| only_one_asked(stretch, turn));
        let known = own.unwrap_or(&turn.label);
        let slug = match &turn.speaker {
            Some(slug) => slug.clone(),
            None if known.is_empty() => String::new(),
            None => slug_of(known),
        };
        who(&mut document, fields, &[&turn.label, own.unwrap_or_default(), &slug]);
        let who_key = if slug.is_empty() { String::new() } else { format!("{slug}{BETWEEN}{known}") };
        said(&mut document, fields, what::TURN, &who_key, *order, turn.role, &turn.id.to_string());
        documents.push(document);
    }
    Documents { documents, bytes }
}

/// Who answers under a label that names nobody ("Answer", "Foreign Minister"): the one speaker on the sheet, if there is only
/// one.
fn only_one_asked<'a>(stretch: &'a Stretch, turn: &Turn) -> Option<&'a str> {
    match stretch.sheet.speakers.as_slice() {
        [speaker] if turn.role == Role::Answer => Some(speaker),
        _ => None,
    }
}

/// What every document of a stretch has.
fn frame(
    document: &mut TantivyDocument,
    fields: &Fields,
    edition: &EditionKey,
    key: &str,
    stretch: &Stretch,
    mark: &Mark,
) {
    let Stretch { sheet, number, first_release, seq, day, .. } = stretch;
    document.add_text(fields.key, key);
    document.add_u64(fields.number, u64::from(*number));
    document.add_i64(fields.from_us, mark.from);
    document.add_i64(fields.to_us, mark.to);
    document.add_i64(fields.first_us, first_release.as_microsecond());
    document.add_i64(fields.seq, *seq);
    document.add_u64(fields.day, day.and_then(|day| u64::try_from(day).ok()).unwrap_or(0));
    document.add_u64(fields.event_day, sheet.occasion.date.and_then(decimal).unwrap_or(0));
    document.add_text(fields.message, edition.message.as_str());
    document.add_text(fields.lang, edition.lang.as_str());
    document.add_text(fields.kind, sheet.kind.as_str());
    document.add_text(fields.place, sheet.occasion.place.as_deref().unwrap_or_default());
    for topic in &sheet.topics {
        document.add_text(fields.topics, tagged(topic));
    }
}

/// Who says it, and which part of the conversation it is.
fn said(
    document: &mut TantivyDocument,
    fields: &Fields,
    what: u64,
    who_key: &str,
    order: usize,
    role: Role,
    turn: &str,
) {
    document.add_u64(fields.what, what);
    document.add_text(fields.who_key, who_key);
    document.add_u64(fields.order, u64::try_from(order).unwrap_or(u64::MAX));
    document.add_u64(fields.role, role_code(role));
    document.add_text(fields.turn, turn);
}

/// Names by which somebody is found, each a value of its own.
fn who(document: &mut TantivyDocument, fields: &Fields, names: &[&str]) {
    for name in names.iter().filter(|name| !name.is_empty()) {
        let words: Vec<String> = exact(name).into_iter().map(|word| word.text).collect();
        document.add_text(fields.who, words.join(" "));
    }
}

/// A speaker or topic of a sheet as the facets have it.
fn tagged(label: &str) -> String {
    format!("{}{BETWEEN}{label}", slug_of(label))
}

/// Exact forms and stems of a title, each once for each time it stands there; a word that is its own stem counts once.
fn title_words(title: &Packed) -> String {
    let mut words = title.exact.clone();
    let exact: HashSet<&str> = title.exact.split(' ').collect();
    for stem in title.stems.split(' ').filter(|stem| !exact.contains(stem) && !stem.is_empty()) {
        words.push(' ');
        words.push_str(stem);
    }
    words
}

/// A date as a decimal number (20200922); nothing for years before our era.
fn decimal(date: jiff::civil::Date) -> Option<u64> {
    let [year, month, day] = [i64::from(date.year()), i64::from(date.month()), i64::from(date.day())];
    u64::try_from(year * 10_000 + month * 100 + day).ok()
}

/// A turn with its words.
struct Said<'a> {
    order: usize,
    turn: &'a Turn,
    /// The fullest name that the text gives for its speaker.
    name: Option<String>,
    words: Packed,
    /// Positions of its words among those of the text.
    place: Range<u64>,
}

/// The words of a stretch.
struct Texts<'a> {
    title: Packed,
    /// All of the text, with the labels of turns.
    body: Packed,
    turns: Vec<Said<'a>>,
}

impl<'a> Texts<'a> {
    fn of(stretch: &'a Stretch, language: Language, analyser: &mut Analyser) -> Self {
        let mut title = Packed::default();
        analyser.pack(&stretch.sheet.title, language, &mut title);
        let names = document::speakers_of(&stretch.document);
        let turns = stretch.document.turns().zip(names).enumerate();
        let mut turns: Vec<Said<'a>> = turns
            .map(|(order, (turn, name))| Said { order, turn, name, words: Packed::default(), place: 0..0 })
            .collect();
        let (mut body, mut length) = (Packed::default(), Length::default());
        let mut next_turn = 0;
        for leaf in leaves(&stretch.document) {
            let Some((order, _)) = leaf.turn else {
                pack_leaf(&leaf, language, analyser, &mut body);
                continue;
            };
            // A turn's words stand in the text as well, behind its label.
            while next_turn <= order {
                analyser.pack(&turns[next_turn].turn.label, language, &mut body);
                next_turn += 1;
            }
            let mut words = Packed::default();
            pack_leaf(&leaf, language, analyser, &mut words);
            let turn = &mut turns[order];
            if turn.words.exact.is_empty() {
                turn.place.start = length.count(&body.exact);
            }
            body.append(&words);
            turn.words.append(&words);
            turn.place.end = length.count(&body.exact);
        }
        Self { title, body, turns }
    }

    fn bytes(&self) -> usize {
        let turns = self.turns.iter().map(|turn| &turn.words);
        turns.chain([&self.title, &self.body]).map(|words| words.exact.len() + words.stems.len()).sum()
    }
}

/// Counts the words of a text that grows.
#[derive(Default)]
struct Length {
    bytes: usize,
    spaces: u64,
}

impl Length {
    fn count(&mut self, words: &str) -> u64 {
        let grown = words.as_bytes()[self.bytes..].iter().filter(|byte| **byte == b' ').count();
        self.spaces += u64::try_from(grown).unwrap_or(0);
        self.bytes = words.len();
        self.spaces + u64::from(!words.is_empty())
    }
}

fn pack_leaf(leaf: &Leaf<'_>, language: Language, analyser: &mut Analyser, packed: &mut Packed) {
    let (mut start, mut current) = (0, language);
    for (at, tag) in &leaf.switches {
        if *at > start {
            analyser.pack(&leaf.text[start..*at], current, packed);
        }
        (start, current) = (*at, tag.map_or(language, Language::of));
    }
    analyser.pack(&leaf.text[start..], current, packed);
}
