//! A Word file, read into blocks: for the editor's script as a paste is, and without scripts into the draft itself.

use std::sync::Arc;

use axum::Json;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use document::{Docx, Mint, ParseOptions, from_docx};
use newsroom::{Content, SaveRefused};

use super::draft_save::{capital, problem_of, save_draft, speaker_names};
use super::edition::{Place, demand_writer, open};
use super::edition_write::{Shown, page};
use super::fields::Problem;
use super::heavy::Turn;
use super::merging::Unmerged;
use super::text_paste::ReadText;
use super::{draft_merge, merging};
use crate::failure::wants_json;
use crate::{DeskError, DeskState, Signed};

/// What a form with a file says.
#[derive(Default)]
struct Form {
    base: Option<u64>,
    file: Option<Vec<u8>>,
}

/// Takes a Word file in.
pub(crate) async fn take(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    headers: HeaderMap,
    turn: Turn,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    let is_script = wants_json("", &headers);
    let form = form.map_err(|_| {
        DeskError::field("file", "no file came with the form; choose a Word file (.docx) and try again")
    })?;
    let form = read_form(form).await?;
    let bytes = form.file.filter(|file| !file.is_empty());
    let bytes = bytes
        .ok_or_else(|| DeskError::field("file", "no file was chosen, or it is empty; choose a Word file (.docx)"))?;
    desk.work(move |desk| {
        let _turn = turn;
        demand_writer(desk, &signed, &place)?;
        let names = speaker_names(&desk.standing()?);
        let options = ParseOptions { speakers: &names, lang: place.lang.as_str() };
        let mut mint = Mint::seeded(&desk.newsroom.chance().bytes());
        match from_docx(&bytes, &options, &mut mint) {
            Ok(Docx { parsed, title, .. }) if is_script => Ok(Json(ReadText::of(parsed, title)).into_response()),
            Ok(docx) => into_draft(desk, &signed, &place, form.base, docx),
            Err(error) if is_script => Err(DeskError::field("file", error.to_string())),
            Err(error) => {
                let problems = vec![Problem::new("file", error.to_string())];
                page(desk, &signed, &place, &open(desk, &place)?, Shown { problems, ..Shown::default() })
            }
        }
    })
    .await
}

async fn read_form(mut form: Multipart) -> Result<Form, DeskError> {
    let broken = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => DeskError::TooLarge(
            "this file is larger than 50 MB, so it was not read; remove its pictures, or split it, and try again"
                .to_owned(),
        ),
        _ => DeskError::field("file", "the file did not arrive whole; try again"),
    };
    let mut read = Form::default();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("file") => read.file = Some(field.bytes().await.map_err(broken)?.to_vec()),
            Some("base") => read.base = field.text().await.map_err(broken)?.parse().ok(),
            _ => {}
        }
    }
    Ok(read)
}

/// Puts the file's text into the draft: an empty text is replaced, another one goes on with it.
fn into_draft(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    base: Option<u64>,
    docx: Docx,
) -> Result<Response, DeskError> {
    let draft = open(desk, place)?;
    let base = base.unwrap_or(draft.revision);
    let mut notes: Vec<String> = docx.parsed.notes.iter().map(|note| note.message.clone()).collect();
    let before = draft.content.clone();
    let title = if before.title.trim().is_empty() { docx.title.unwrap_or_default() } else { before.title.clone() };
    let mut document = before.document.clone();
    document.nodes.extend(docx.parsed.document.nodes);
    let content = Content { title, document, ..before };
    let kept = content.clone();
    match save_draft(desk, signed, place, base, content) {
        Ok(saved) => {
            if notes.is_empty() {
                notes.push(desk.templates.say(&desk.lang_of(signed), "writing-file-whole", &[]));
            }
            page(desk, signed, place, &saved, Shown { notes, ..Shown::default() })
        }
        Err(SaveRefused::Changed { .. }) => {
            let mine = merging::keep(desk, signed, place, &Unmerged { base, version: None, content: kept })?;
            draft_merge::page(desk, signed, place, Some(&mine), StatusCode::CONFLICT, vec![])
        }
        Err(refused) => match problem_of(&refused) {
            Some(problem) => {
                let problems = vec![Problem::new("file", capital(&problem.message))];
                page(desk, signed, place, &draft, Shown { problems, ..Shown::default() })
            }
            None => Err(refused.into()),
        },
    }
}
