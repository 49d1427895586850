//! The places of the record that a quotation was compared with.

use ::search::{Attribution, DiffPiece, Joined, Present, QuoteMatch, Said};
use domain::{Speaker, who};
use jiff::civil::Date;
use serde::Serialize;

use crate::address::Room;
use crate::frame::Desk;
use crate::public::Trouble;
use crate::rooms::cite::permalink;
use crate::rooms::search::{Place, Who, place};

#[derive(Debug, Serialize)]
pub(super) struct MatchModel {
    title: String,
    href: String,
    /// The address without the way there, for the quotation's `cite`.
    cite: String,
    lang: String,
    dir: &'static str,
    place: Place,
    version_text: String,
    who: Option<Who>,
    office: Option<String>,
    event: Option<String>,
    event_iso: Option<String>,
    passage: Vec<String>,
    notes: Vec<String>,
    diff: Vec<PieceModel>,
    present: Option<PresentModel>,
}

#[derive(Debug, Serialize)]
struct PieceModel {
    /// `same`, `quote` or `record`.
    kind: &'static str,
    text: String,
}

/// What the present version says where an earlier one said the words.
#[derive(Debug, Serialize)]
struct PresentModel {
    text: String,
    note: Option<String>,
    diff: Vec<PieceModel>,
}

/// The models of matches, the best first as they came.
pub(super) fn models(desk: &Desk<'_>, matches: Vec<QuoteMatch>) -> Result<Vec<MatchModel>, Trouble> {
    matches.into_iter().map(|found| model(desk, found)).collect()
}

fn model(desk: &Desk<'_>, found: QuoteMatch) -> Result<MatchModel, Trouble> {
    let words = desk.words;
    let speaker = found.said.as_ref().and_then(|said| speaker_of(desk, said, found.event_date.or(found.day)));
    let office = speaker.zip(found.event_date.or(found.day)).and_then(|(speaker, on)| speaker.office_on(on));
    let page = desk.href(&found.lang, Room::Text(found.path.clone()));
    let href = match &found.anchor {
        Some(anchor) => permalink(desk, &found.lang, &found.path, anchor, found.version),
        None => page.clone(),
    };
    Ok(MatchModel {
        cite: format!("{}{page}", desk.public_url.unwrap_or_default()),
        href,
        dir: words.direction(&found.lang),
        notes: notes(desk, &found),
        place: place(desk, &found.lang, found.kind, found.place, found.day),
        version_text: words.say("version-label", &[("number", i64::from(found.version).into())]),
        who: found.said.as_ref().and_then(|said| {
            let named = speaker.and_then(|speaker| words.own(&speaker.name));
            Who::of(desk, &Said { name: named.or_else(|| said.name.clone()), ..said.clone() }, &found.lang)
        }),
        office: office.and_then(|office| words.own(&office.title)),
        event: found.event_date.map(|date| words.date(date)),
        event_iso: found.event_date.map(|date| date.to_string()),
        passage: found.passage.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
        diff: if is_same(&found.pieces) { vec![] } else { pieces(found.pieces) },
        present: found.present.map(|present| present_model(desk, present)),
        lang: found.lang.to_string(),
        title: found.title,
    })
}

/// The site's speaker: whom an editor named, else whom name or label mean on that day.
pub(crate) fn speaker_of<'a>(desk: &'a Desk<'_>, said: &Said, on: Option<Date>) -> Option<&'a Speaker> {
    let speakers = &desk.standing.speakers;
    if let Some(slug) = &said.speaker {
        return speakers.iter().find(|speaker| speaker.slug == *slug);
    }
    let on = on?;
    let by_name = said.name.as_deref().and_then(|name| who(speakers, name, on).speaker());
    by_name.or_else(|| who(speakers, &said.label, on).speaker())
}

fn present_model(desk: &Desk<'_>, present: Present) -> PresentModel {
    let words = desk.words;
    let date = words.date(desk.local(present.release).date());
    let class = words.say(&format!("cite-class-{}", present.class.as_str()), &[]);
    let corrected = words.say("quote-corrected", &[("date", date.into()), ("class", class.into())]);
    let key = match (present.anchor.is_some(), is_same(&present.pieces)) {
        (false, _) => Some("quote-gone"),
        (true, true) => Some("quote-unchanged"),
        (true, false) => None,
    };
    let text = key.map_or_else(|| corrected.clone(), |key| format!("{corrected} {}", words.say(key, &[])));
    PresentModel { text, note: present.note, diff: if key.is_none() { pieces(present.pieces) } else { vec![] } }
}

/// What makes a quotation another one although its words may be the record's.
fn notes(desk: &Desk<'_>, found: &QuoteMatch) -> Vec<String> {
    let joined = found.joined.and_then(|joined| match joined {
        Joined::Near => None,
        Joined::Far => Some("quote-joined-far"),
        Joined::Denial => Some("quote-joined-denial"),
        Joined::OtherTurn => Some("quote-joined-turns"),
        Joined::OutOfOrder => Some("quote-joined-order"),
    });
    let attributed = (found.attribution == Some(Attribution::Other)).then_some("quote-attributed");
    let mixed = found.is_mixed.then_some("quote-mixed");
    [attributed, joined, mixed].into_iter().flatten().map(|key| desk.words.say(key, &[])).collect()
}

fn is_same(pieces: &[DiffPiece]) -> bool {
    pieces.iter().all(|piece| matches!(piece, DiffPiece::Same(_)))
}

fn pieces(pieces: Vec<DiffPiece>) -> Vec<PieceModel> {
    let model = |piece| match piece {
        DiffPiece::Same(text) => PieceModel { kind: "same", text },
        DiffPiece::OnlyQuote(text) => PieceModel { kind: "quote", text },
        DiffPiece::OnlyRecord(text) => PieceModel { kind: "record", text },
    };
    pieces.into_iter().map(model).collect()
}
