//! Saving: what the editor's script sends every few seconds, and what the form sends without it. Both name the revision that they
//! are based on, and what cannot be saved on top of it is kept for a merge.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use document::{Document, Mint, ParseOptions, from_edited};
use newsroom::{Content, Draft, SaveRefused, TEXT_BYTES_MAX};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use views::Standing;

use super::edition::{Place, demand_writer, open};
use super::edition_write::{Shown, page, source_text};
use super::fields::{Fields, Problem, field_of};
use super::form::Pairs;
use super::heavy::Turn;
use super::insight::{FindingModel, Knowledge};
use super::limits::{CHECKED_AT_SAVE_BYTES_MAX, FIELDS_BYTES_MAX};
use super::merging::Unmerged;
use super::presence::{Other, meet};
use super::words::time_of;
use super::{draft_merge, markdown, merging};
use crate::{DeskError, DeskState, Signed};

/// What the editor's script sends.
#[derive(Deserialize)]
struct Sent<'b> {
    base: u64,
    #[serde(borrow, default)]
    fields: Option<&'b RawValue>,
    /// The text as it came: it is read once, and only if it is not too large.
    #[serde(borrow)]
    document: &'b RawValue,
}

/// What it is answered.
#[derive(Serialize)]
struct Saved {
    revision: u64,
    saved_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<Document>,
    others: Vec<Other>,
    checks: Vec<FindingModel>,
}

/// The sentence for a body that is larger than a text can be.
pub(crate) fn too_large(_: BytesRejection) -> DeskError {
    text_too_large()
}

fn text_too_large() -> DeskError {
    DeskError::TooLarge(
        "this text, as it was sent, is larger than 20 MB, so nothing of it was saved; part it into several messages, and add pictures through the media library".to_owned(),
    )
}

/// Saves the text, from the script or from the form.
pub(crate) async fn save(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    headers: HeaderMap,
    turn: Turn,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    let body = body.map_err(too_large)?;
    let is_json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/json"));
    desk.work(move |desk| {
        let _turn = turn;
        if is_json { save_script(desk, &signed, &place, &body) } else { save_form(desk, &signed, &place, &body) }
    })
    .await
}

fn save_script(desk: &DeskState, signed: &Signed, place: &Place, body: &[u8]) -> Result<Response, DeskError> {
    let sent: Sent<'_> = serde_json::from_slice(body).map_err(|error| {
        DeskError::field(
            "document",
            format!(
                "what the editor sent cannot be read ({error}); reload the page, your text is kept on this computer"
            ),
        )
    })?;
    let before = open(desk, place)?;
    let standing = desk.standing()?;
    let (fields, document) = (sent.fields.map_or("null", RawValue::get), sent.document.get());
    let Read { content, problems, opened } = read_sent(desk, place, &before.content, &standing, fields, document)?;
    if let Some(problem) = problems.into_iter().next() {
        return Err(DeskError::field(&problem.field, problem.message));
    }
    let kept = content.clone();
    let draft = match save_draft(desk, signed, place, sent.base, content) {
        Ok(draft) => draft,
        Err(SaveRefused::Changed { .. }) => {
            let version = merging::opened(opened.as_deref(), sent.base);
            merging::keep(desk, signed, place, &Unmerged { base: sent.base, version, content: kept })?;
            let revision = open(desk, place)?.revision;
            let answer = serde_json::json!({ "revision": revision, "merge": format!("{}/merge", place.href()) });
            return Ok((StatusCode::CONFLICT, Json(answer)).into_response());
        }
        Err(SaveRefused::TooLong { field, .. }) if field_of(field) != field => {
            return Err(DeskError::field(
                field_of(field),
                format!("the {field} is longer than 4,000 characters; shorten it"),
            ));
        }
        Err(other) => return Err(other.into()),
    };
    // A text that was sent whole and sound is not sent back.
    let is_same = serde_json::from_str::<Document>(document).is_ok_and(|document| document == draft.content.document);
    let minted = if is_same { None } else { Some(draft.content.document.clone()) };
    let answer = Saved {
        revision: draft.revision,
        saved_at: time_of(desk, signed, draft.changed_at)?,
        document: minted,
        others: meet(desk, signed, place)?,
        checks: if body.len() > CHECKED_AT_SAVE_BYTES_MAX { vec![] } else { checks(desk, place, &draft)? },
    };
    Ok(Json(answer).into_response())
}

fn checks(desk: &DeskState, place: &Place, draft: &Draft) -> Result<Vec<FindingModel>, DeskError> {
    let knowledge = Knowledge::gather(desk, &place.lang)?;
    // Only a translation is read against another text.
    let source = if draft.content.follows.is_some() { source_text(desk, place, draft)? } else { None };
    Ok(knowledge.findings(place, &draft.content, source.as_ref()))
}

/// What a script sent.
pub(crate) struct Read {
    pub(crate) content: Content,
    pub(crate) problems: Vec<Problem>,
    /// The version that its page was opened with, as the page's form says it.
    pub(crate) opened: Option<String>,
}

/// The content that a script's fields and document say, both as JSON.
pub(crate) fn read_sent(
    desk: &DeskState,
    place: &Place,
    before: &Content,
    standing: &Standing,
    fields: &str,
    document: &str,
) -> Result<Read, DeskError> {
    if document.len() > TEXT_BYTES_MAX {
        return Err(text_too_large());
    }
    if fields.len() > FIELDS_BYTES_MAX {
        let message = "the fields beside the text are larger than 1 MB, so nothing was saved; shorten them";
        return Err(DeskError::field("fields", message));
    }
    let fields: Value = serde_json::from_str(fields).map_err(|error| {
        let message =
            format!("the fields cannot be read ({error}); reload the page, your text is kept on this computer");
        DeskError::field("fields", message)
    })?;
    let mut mint = Mint::seeded(&desk.newsroom.chance().bytes());
    let document = from_edited(document.as_bytes(), &mut mint).map_err(|error| {
        DeskError::field(
            "text",
            format!("the text cannot be saved as it is ({error}); undo the last change and try again"),
        )
    })?;
    let mut entered = Fields::of(before, &place.lang, standing);
    entered.overlay_json(&fields);
    let opened = fields.get("opened").and_then(Value::as_str).map(str::to_owned);
    let (content, problems) = entered.content(document, before, &place.lang, standing);
    Ok(Read { content, problems, opened })
}

fn save_form(desk: &DeskState, signed: &Signed, place: &Place, body: &[u8]) -> Result<Response, DeskError> {
    let pairs = Pairs::read(body)?;
    let one = |name: &str| pairs.one(name);
    let base: u64 = one("base").and_then(|base| base.parse().ok()).ok_or_else(|| {
        DeskError::field("base", "the form does not say what it is based on; open the page again and repeat")
    })?;
    demand_writer(desk, signed, place)?;
    let standing = desk.standing()?;
    let draft = open(desk, place)?;
    let version = merging::opened(one("opened"), base);
    // Ids are carried over from the text that the person saw, which somebody else may have changed since.
    let seen = if draft.revision == base {
        draft.content.clone()
    } else {
        merging::base_of(desk, place, base, version)?.unwrap_or_else(|| draft.content.clone())
    };
    let mut entered = Fields::of(&seen, &place.lang, &standing);
    entered.overlay(pairs.iter());
    let taken = one("take").and_then(|take| take.split_once('='));
    if let Some((name, value)) = taken {
        entered.take(name, value);
    }
    let document = match one("text") {
        Some(text) => {
            let names: Vec<String> = speaker_names(&standing);
            let options = ParseOptions { speakers: &names, lang: place.lang.as_str() };
            let mut mint = Mint::seeded(&desk.newsroom.chance().bytes());
            markdown::edited(text, &seen.document, &options, &mut mint)
        }
        None => seen.document.clone(),
    };
    let (content, problems) = entered.content(document, &seen, &place.lang, &standing);
    let again = |problems: Vec<Problem>| Shown {
        fields: Some(entered.clone()),
        text: one("text").map(str::to_owned),
        base: Some(base),
        opened: one("opened").map(str::to_owned),
        problems,
        ..Shown::default()
    };
    if let Some(more) = one("more") {
        // More lines are asked for, and nothing is saved: what was typed is in the form again.
        let more = Some(more.to_owned());
        return page(desk, signed, place, &draft, Shown { more, ..again(vec![]) });
    }
    if !problems.is_empty() {
        return page(desk, signed, place, &draft, again(problems));
    }
    let kept = content.clone();
    match save_draft(desk, signed, place, base, content) {
        Ok(_) => {
            let next = match one("then") {
                Some("submit") => format!("{}/submit", place.href()),
                Some("preview") => format!("/desk/preview/{}/{}", place.message, place.lang),
                _ if taken.is_some() => format!("{}?done=taken", place.href()),
                _ => format!("{}?done=saved", place.href()),
            };
            Ok(Redirect::to(&next).into_response())
        }
        Err(SaveRefused::Changed { .. }) => {
            match merging::keep(desk, signed, place, &Unmerged { base, version, content: kept }) {
                Ok(mine) => draft_merge::page(desk, signed, place, Some(&mine), StatusCode::CONFLICT, vec![]),
                Err(DeskError::Field { field, message }) => {
                    page(desk, signed, place, &draft, again(vec![Problem::new(&field, capital(&message))]))
                }
                Err(error) => Err(error),
            }
        }
        Err(refused) => match problem_of(&refused) {
            Some(problem) => page(desk, signed, place, &draft, again(vec![problem])),
            None => Err(refused.into()),
        },
    }
}

/// What is too long, as a problem of its field.
pub(crate) fn problem_of(refused: &SaveRefused) -> Option<Problem> {
    match refused {
        SaveRefused::TooLong { field, .. } => Some(Problem::new(field_of(field), capital(&refused.to_string()))),
        SaveRefused::TextTooLarge { .. } => Some(Problem::new("text", capital(&refused.to_string()))),
        _ => None,
    }
}

/// A sentence with a capital at its beginning and a full stop at its end.
pub(crate) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let rest = letters.as_str();
    if rest.ends_with(['.', '!', '?']) { format!("{first}{rest}") } else { format!("{first}{rest}.") }
}

/// Saves a content on top of a revision.
pub(crate) fn save_draft(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    base: u64,
    content: Content,
) -> Result<Draft, SaveRefused> {
    let visitor = desk.visitor(signed);
    desk.newsroom.save_draft(&desk.site, &visitor, (&place.message, &place.lang), base, content)
}

/// All forms of the speakers' names, which help to recognise labels.
pub(crate) fn speaker_names(standing: &Standing) -> Vec<String> {
    let names = |speaker: &domain::Speaker| {
        let offices = speaker.offices.iter().flat_map(|office| office.title.0.values().cloned());
        speaker.name.0.values().cloned().chain(speaker.aliases.iter().cloned()).chain(offices).collect::<Vec<_>>()
    };
    standing.speakers.iter().flat_map(names).collect()
}
