//! The quote check for programs.

use ::search::{Attribution, DiffPiece, Exactness, Joined, Present, QUOTE_CHARS_MAX, QuoteMatch, Verdict};
use http::StatusCode;
use serde::Serialize;

use super::{SHARED, StateShape, json, preparing, unknown, uri};
use crate::address::Room;
use crate::answer::Answer;
use crate::frame::Desk;
use crate::public::Trouble;
use crate::query::typed_pairs;
use crate::rooms::cite::permalink;
use crate::rooms::quote::{asked, check, record, sentence, verdict_name};
use crate::words::iso;

/// What only this question may have.
const NAMES: [&str; 1] = ["q"];

#[derive(Debug, Serialize)]
struct QuoteShape {
    quote: String,
    lang: String,
    as_of: String,
    state: StateShape,
    verdict: &'static str,
    says: Option<String>,
    /// Whether only the beginning was checked.
    cut: bool,
    /// How many texts the record has, where it has nothing like the quotation.
    texts: Option<u64>,
    /// Editions that have these very words.
    common: u64,
    matches: Vec<MatchShape>,
}

#[derive(Debug, Serialize)]
struct MatchShape {
    title: String,
    url: String,
    lang: String,
    kind: &'static str,
    place: Option<String>,
    date: Option<String>,
    event_date: Option<String>,
    version: u32,
    current: bool,
    anchor: Option<String>,
    who: Option<String>,
    name: Option<String>,
    speaker: Option<String>,
    role: Option<&'static str>,
    exactness: &'static str,
    /// How pieces that ellipses part stand to each other.
    joined: Option<&'static str>,
    /// How a pasted label stands to who says it.
    attribution: Option<&'static str>,
    /// Whether the words are those of more than one turn.
    mixed: bool,
    similarity: f32,
    passage: String,
    diff: Vec<DiffShape>,
    present: Option<PresentShape>,
}

#[derive(Debug, Serialize)]
struct DiffShape {
    /// `same`, `quote` (only in the quotation) or `record` (only in the record); between versions `before` and `now`.
    op: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct PresentShape {
    version: u32,
    changed_in: u32,
    class: &'static str,
    note: Option<String>,
    released: String,
    anchor: Option<String>,
    diff: Vec<DiffShape>,
}

/// The answer to a quote check.
pub(super) fn answer(desk: &Desk<'_>, query: &str) -> Result<Answer, Trouble> {
    let strange = typed_pairs(query)
        .into_iter()
        .map(|(name, _)| name)
        .find(|name| !NAMES.contains(&name.as_str()) && !SHARED.contains(&name.as_str()));
    if let Some(name) = strange {
        return Ok(unknown(&name, &NAMES));
    }
    let quote = asked(query);
    let Some(found) = check(desk, &quote)? else { return Ok(preparing()) };
    let name = verdict_name(found.verdict);
    Ok(json(
        StatusCode::OK,
        &QuoteShape {
            quote: quote.chars().take(QUOTE_CHARS_MAX).collect(),
            lang: desk.words.lang.to_string(),
            as_of: desk.as_of.instant.to_string(),
            state: found.state.into(),
            verdict: name.unwrap_or("empty"),
            says: name.map(|name| sentence(desk.words, name)),
            cut: found.cut,
            texts: if found.verdict == Verdict::NotFound { record(desk)? } else { None },
            common: found.common,
            matches: found.matches.into_iter().map(|found| shape(desk, found)).collect(),
        },
    ))
}

fn shape(desk: &Desk<'_>, found: QuoteMatch) -> MatchShape {
    let href = match &found.anchor {
        Some(anchor) => permalink(desk, &found.lang, &found.path, anchor, found.version),
        None => desk.href(&found.lang, Room::Text(found.path)),
    };
    let said = found.said;
    MatchShape {
        title: found.title,
        url: uri(desk, &href),
        lang: found.lang.to_string(),
        kind: found.kind.as_str(),
        place: found.place,
        date: found.day.map(|day| day.to_string()),
        event_date: found.event_date.map(|day| day.to_string()),
        version: found.version,
        current: found.is_current,
        anchor: found.anchor,
        role: said.as_ref().map(|said| said.role.as_str()),
        speaker: said.as_ref().and_then(|said| said.speaker.clone()),
        name: said.as_ref().and_then(|said| said.name.clone()),
        who: said.map(|said| said.label).filter(|label| !label.is_empty()),
        exactness: match found.exactness {
            Exactness::Exact => "exact",
            Exactness::Typography => "typography",
            Exactness::Altered => "altered",
        },
        joined: found.joined.map(|joined| match joined {
            Joined::Near => "near",
            Joined::Far => "far",
            Joined::Denial => "denial",
            Joined::OtherTurn => "other-turn",
            Joined::OutOfOrder => "out-of-order",
        }),
        attribution: found.attribution.map(|attribution| match attribution {
            Attribution::Fits => "fits",
            Attribution::Other => "other",
            Attribution::Unclear => "unclear",
        }),
        mixed: found.is_mixed,
        similarity: found.similarity,
        passage: found.passage,
        diff: diff(found.pieces, "quote", "record"),
        present: found.present.map(present),
    }
}

fn present(present: Present) -> PresentShape {
    PresentShape {
        version: present.version,
        changed_in: present.changed_in,
        class: present.class.as_str(),
        note: present.note,
        released: iso(present.release),
        anchor: present.anchor,
        diff: diff(present.pieces, "before", "now"),
    }
}

fn diff(pieces: Vec<DiffPiece>, first: &'static str, second: &'static str) -> Vec<DiffShape> {
    let shape = |piece| match piece {
        DiffPiece::Same(text) => DiffShape { op: "same", text },
        DiffPiece::OnlyQuote(text) => DiffShape { op: first, text },
        DiffPiece::OnlyRecord(text) => DiffShape { op: second, text },
    };
    pieces.into_iter().map(shape).collect()
}
