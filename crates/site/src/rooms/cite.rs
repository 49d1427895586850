//! Citing a passage, and what became of a passage that was cited.
//!
//! A passage is a turn or a block, named by its permanent id and the version in which it was read: [`permalink`]. The page
//! of a text has two more states: `?cite=` gives a passage for copying ([`model`]), `?at=` and `v=` lead to one that was
//! cited before and say what became of it ([`fate::follow`]). Neither is an address of its own.

mod fate;
mod forms;
mod passage;
mod voice;

use domain::Lang;
use serde::Serialize;
use views::SeenVersion;

pub(crate) use fate::{Followed, PassageModel, follow};
pub(crate) use passage::Anchor;
pub(crate) use voice::{Voice, named, said_on, speaker_pages};

use crate::address::{Address, Room, percent_encode};
use crate::frame::Desk;
use crate::query::typed_pairs;
use forms::{Forms, Quotation, text_directive};
use passage::{Passage, cut};

/// The permanent link to a passage as it was read in a version, inside the same instant. Opened later it leads to the
/// passage or says what became of it.
pub(crate) fn permalink(desk: &Desk<'_>, lang: &Lang, path: &str, anchor: &str, version: u32) -> String {
    let page = desk.href(lang, Room::Text(path.to_owned()));
    format!("{page}{}", permanent_query(anchor, version))
}

fn permanent_query(anchor: &str, version: u32) -> String {
    let anchor = percent_encode(anchor);
    format!("?at={anchor}&v={version}#{anchor}")
}

/// What a query asks of the page of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Only to be read.
    #[default]
    Nothing,
    /// To cite a passage, or words of it. Old links are mangled in many ways: what names no passage is not refused.
    Cite { anchor: Option<Anchor>, words: Option<String> },
    /// To show a passage that was read in a version, the present one when none is named.
    Place { anchor: Option<Anchor>, version: Option<String> },
}

impl Asked {
    /// Reads a query string. Parameters of other programs are passed over.
    pub(crate) fn read(query: &str) -> Self {
        let pairs = typed_pairs(query);
        let value = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.trim());
        let words = || value("text").filter(|text| !text.is_empty()).map(str::to_owned);
        match (value("cite"), value("at")) {
            (Some(id), _) => Self::Cite { anchor: Anchor::read(id), words: words() },
            (None, Some(id)) => Self::Place { anchor: Anchor::read(id), version: value("v").map(str::to_owned) },
            (None, None) => Self::Nothing,
        }
    }

    /// Whether anything is asked that makes the page another state of itself.
    pub(crate) fn is_something(&self) -> bool {
        *self != Self::Nothing
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct CiteRoom {
    cite: CiteModel,
}

#[derive(Debug, Serialize)]
struct CiteModel {
    title: String,
    text_title: String,
    lang: String,
    dir: &'static str,
    /// The passage in its text.
    href: String,
    /// The words, a paragraph each.
    paragraphs: Vec<String>,
    asked: bool,
    who: Option<String>,
    office: Option<String>,
    speaker_href: Option<String>,
    occasion: String,
    released: String,
    version: u32,
    /// The permanent address, whole.
    address: String,
    /// Whether words were selected that do not stand together in the passage.
    not_there: bool,
    /// The whole passage, where only words of it are cited.
    whole_href: Option<String>,
    /// The whole turn, where only a part of it is cited.
    turn_href: Option<String>,
    forms: Vec<FormModel>,
}

#[derive(Debug, Serialize)]
struct FormModel {
    /// `plain`, `html` or `json`.
    kind: &'static str,
    text: String,
    /// Lines of a field that shows most of it.
    rows: usize,
}

impl CiteRoom {
    /// The page's title.
    pub(crate) fn title(&self) -> String {
        self.cite.title.clone()
    }
}

/// The page that cites a passage; nothing when none is asked for, or the text has none of that id.
pub(crate) fn model(desk: &Desk<'_>, version: &SeenVersion, asked: &Asked) -> Option<CiteRoom> {
    let Asked::Cite { anchor: Some(anchor), words: selected } = asked else { return None };
    let passage = Passage::find(&version.document, *anchor)?;
    let words = desk.words;
    let cut = selected.as_ref().and_then(|selected| cut(&passage.text, selected));
    let voice = voice_of(desk, version, &passage);
    let number = version.versions.last().map_or(1, |last| last.number);
    let id = anchor.to_string();
    let address = address(desk, version, &id, number);
    let directive = cut.as_ref().and_then(text_directive);
    let quotation = Quotation::of(desk, version, &passage, cut.as_ref(), &voice, &address);
    let Forms { plain, html, json } = quotation.forms(desk.words, directive.as_deref());
    let form = |kind, text: String, chars_a_line: usize| {
        let rows = text.lines().map(|line| line.chars().count() / chars_a_line + 1).sum::<usize>().clamp(3, 24);
        FormModel { kind, text, rows }
    };
    let page = desk.href(&words.lang, Room::Text(version.path.clone()));
    let whole = |id: &dyn std::fmt::Display| format!("{page}?cite={id}");
    let turn =
        passage.turn.map(|(_, turn)| turn).filter(|turn| Anchor::Turn(turn.id) != *anchor && turn.blocks.len() > 1);
    let cite = CiteModel {
        title: words.say("cite-of", &[("title", version.sheet.title.clone().into())]),
        text_title: version.sheet.title.clone(),
        lang: version.sheet.lang.to_string(),
        dir: words.direction(&version.sheet.lang),
        href: permalink(desk, &words.lang, &version.path, &id, number) + directive.as_deref().unwrap_or_default(),
        paragraphs: quotation.paragraphs(),
        asked: voice.asked,
        who: voice.name,
        office: voice.office,
        speaker_href: voice.href,
        occasion: quotation.occasion.clone(),
        released: quotation.released.clone(),
        version: number,
        address,
        not_there: selected.is_some() && cut.is_none(),
        whole_href: cut.is_some().then(|| whole(anchor)),
        turn_href: turn.map(|turn| whole(&turn.id)),
        forms: vec![form("plain", plain, 80), form("html", html, 90), form("json", json, 90)],
    };
    Some(CiteRoom { cite })
}

fn voice_of(desk: &Desk<'_>, version: &SeenVersion, passage: &Passage<'_>) -> Voice {
    match passage.turn {
        Some((number, turn)) => voice::of_turn(desk, version, turn, voice::name_at(&voice::names(version), number)),
        None => voice::of_text(desk, version),
    }
}

/// The permanent address that others print: of the present page whatever the instant, since the version is named in it,
/// and percent-encoded, since other programs cut addresses at letters they do not expect.
fn address(desk: &Desk<'_>, version: &SeenVersion, anchor: &str, number: u32) -> String {
    let path = Address { lang: desk.words.lang.clone(), room: Room::Text(version.path.clone()) }.path();
    let site = desk.public_url.unwrap_or_default();
    format!("{site}{}{}", percent_encode(&path), permanent_query(anchor, number))
}
