//! Results, and who says what.

use ::search::{Hit, Piece, Said, Snippet};
use document::Role;
use domain::{Kind, Lang, slug_of};
use jiff::civil::Date;
use serde::Serialize;

use crate::address::Room;
use crate::frame::Desk;

#[derive(Debug, Serialize)]
pub(super) struct ResultModel {
    href: String,
    title: Vec<PieceModel>,
    lang: String,
    dir: &'static str,
    place: Place,
    passages: Vec<Passage>,
}

/// Where in the record something stands: kind, place, day and, where it is another one than the page's, language.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    kind: String,
    place: Option<String>,
    date_iso: Option<String>,
    date: Option<String>,
    language: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PieceModel {
    text: String,
    marked: bool,
}

#[derive(Debug, Serialize)]
struct Passage {
    href: String,
    who: Option<Who>,
    text: Vec<PieceModel>,
}

/// Who says a passage.
#[derive(Debug, Serialize)]
pub(crate) struct Who {
    /// Whether it is a question.
    pub(crate) question: bool,
    /// The label as printed; nothing where it says no more than that it is a question.
    pub(crate) label: Option<String>,
    /// The name, where the label is not the name.
    pub(crate) name: Option<String>,
}

impl Who {
    /// Who says it, in words for readers: the name is the site's where an editor has said who it is, else the one that the
    /// text gives. Nothing where it is said by nobody.
    pub(crate) fn of(desk: &Desk<'_>, said: &Said, lang: &Lang) -> Option<Self> {
        let words = desk.words;
        let question = said.role == Role::Question;
        let printed = said.label.trim().trim_end_matches([':', '：']).trim_end();
        let says_question = question
            && (printed.chars().filter(|c| c.is_alphabetic()).count() <= 1
                || slug_of(printed) == slug_of(&words.locales.text(lang, "turn-question", &[])));
        let label = (!printed.is_empty() && !says_question).then(|| printed.to_owned());
        let slug = said.speaker.as_deref();
        let known = desk.standing.speakers.iter().find(|speaker| Some(speaker.slug.as_str()) == slug);
        let name = known.and_then(|speaker| words.own(&speaker.name)).or_else(|| said.name.clone());
        let is_in_label = |name: &String| label.as_deref().is_some_and(|label| slug_of(label).contains(&slug_of(name)));
        let name = name.filter(|name| !name.trim().is_empty() && !is_in_label(name));
        (question || label.is_some() || name.is_some()).then_some(Self { question, label, name })
    }
}

/// Where a text stands.
pub(crate) fn place(desk: &Desk<'_>, lang: &Lang, kind: Kind, place: Option<String>, day: Option<Date>) -> Place {
    let words = desk.words;
    Place {
        kind: kind_name(desk, kind),
        place,
        date_iso: day.map(|day| day.to_string()),
        date: day.map(|day| words.date(day)),
        language: (*lang != words.lang).then(|| words.locales.own_name(lang)),
    }
}

/// A kind in the page's language; evergreen pages have a word of their own here.
fn kind_name(desk: &Desk<'_>, kind: Kind) -> String {
    match kind {
        Kind::Page => desk.words.say("search-kind-page", &[]),
        kind => desk.words.kind(kind.as_str()),
    }
}

/// The results of a page.
pub(super) fn results(desk: &Desk<'_>, hits: Vec<Hit>) -> Vec<ResultModel> {
    hits.into_iter().map(|hit| result(desk, hit)).collect()
}

fn result(desk: &Desk<'_>, hit: Hit) -> ResultModel {
    let href = desk.href(&hit.lang, Room::Text(hit.path));
    let passages = hit.snippets.into_iter().map(|snippet| passage(desk, &href, &hit.lang, snippet)).collect();
    ResultModel {
        title: pieces(hit.title),
        dir: desk.words.direction(&hit.lang),
        place: place(desk, &hit.lang, hit.kind, hit.place, hit.day),
        lang: hit.lang.to_string(),
        passages,
        href,
    }
}

fn passage(desk: &Desk<'_>, href: &str, lang: &Lang, snippet: Snippet) -> Passage {
    Passage {
        href: snippet.anchor.map_or_else(|| href.to_owned(), |anchor| format!("{href}#{anchor}")),
        who: snippet.said.and_then(|said| Who::of(desk, &said, lang)),
        text: pieces(snippet.text),
    }
}

pub(crate) fn pieces(pieces: Vec<Piece>) -> Vec<PieceModel> {
    pieces.into_iter().map(|Piece { text, marked }| PieceModel { text, marked }).collect()
}
