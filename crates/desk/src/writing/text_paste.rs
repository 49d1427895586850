//! A paste, read into blocks: the editor sends what the clipboard has and is answered with what stands in the text, what was left
//! out, and what is unsure. Nothing is saved here.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use document::{Document, Mint, Note, PASTE_BYTES_MAX, ParseOptions, Parsed, from_clipboard};
use serde::{Deserialize, Serialize};

use super::draft_save::speaker_names;
use super::edition::{Place, demand_writer};
use super::heavy::Turn;
use super::limits::UNSURE_MAX;
use crate::{DeskError, DeskState, Signed};

#[derive(Deserialize)]
struct Pasted {
    #[serde(default)]
    html: String,
    #[serde(default)]
    text: String,
}

/// What was read, as the editor takes it in.
#[derive(Serialize)]
pub(crate) struct ReadText {
    pub(crate) document: Document,
    pub(crate) notes: Vec<String>,
    pub(crate) unsure: Vec<Unsure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
}

/// A place that somebody should look at.
#[derive(Serialize)]
pub(crate) struct Unsure {
    block: String,
    message: String,
}

impl ReadText {
    pub(crate) fn of(parsed: Parsed, title: Option<String>) -> Self {
        let places = |note: &Note| {
            let message = note.message.clone();
            note.blocks.iter().map(|id| Unsure { block: id.to_string(), message: message.clone() }).collect::<Vec<_>>()
        };
        let unsure = parsed.notes.iter().flat_map(places).take(UNSURE_MAX).collect();
        let notes = parsed.notes.iter().map(|note| note.message.clone()).collect();
        Self { document: parsed.document, notes, unsure, title }
    }
}

fn too_large() -> DeskError {
    DeskError::TooLarge(
        "this paste is larger than 20 MB, so nothing of it was inserted; paste it in parts, or upload the Word file"
            .to_owned(),
    )
}

/// Reads a paste.
pub(crate) async fn read(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    turn: Turn,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    let body = body.map_err(|_| too_large())?;
    desk.work(move |desk| {
        let _turn = turn;
        demand_writer(desk, &signed, &place)?;
        let pasted: Pasted = serde_json::from_slice(&body)
            .map_err(|error| DeskError::field("text", format!("the paste cannot be read ({error}); paste it again")))?;
        drop(body);
        // Formatted text may be larger where the plain text says the same: then that is taken, with a note.
        let is_too_large =
            pasted.text.len() > PASTE_BYTES_MAX || pasted.html.len() > PASTE_BYTES_MAX && pasted.text.trim().is_empty();
        if is_too_large {
            return Err(too_large());
        }
        let names = speaker_names(&desk.standing()?);
        let options = ParseOptions { speakers: &names, lang: place.lang.as_str() };
        let mut mint = Mint::seeded(&desk.newsroom.chance().bytes());
        let html = Some(pasted.html.as_str()).filter(|html| !html.is_empty());
        let parsed = from_clipboard(html, &pasted.text, &options, &mut mint);
        Ok(Json(ReadText::of(parsed, None)).into_response())
    })
    .await
}
