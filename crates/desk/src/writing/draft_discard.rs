//! Discarding a draft, after a question.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::{Deserialize, Serialize};

use super::edition::{Place, demand_writer, facts, open};
use super::presence;
use super::words::{moment_of, name_of};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct DiscardPage {
    api: String,
    edition: String,
    title: String,
    revision: u64,
    words: usize,
    changed: Option<(String, String)>,
    is_correction: bool,
    changed_since: bool,
}

#[derive(Deserialize)]
pub(crate) struct Form {
    revision: u64,
}

/// Asks.
pub(crate) async fn ask(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| page(desk, &signed, &place, None)).await
}

/// Discards.
pub(crate) async fn discard(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    axum::Form(form): axum::Form<Form>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        demand_writer(desk, &signed, &place)?;
        match desk.newsroom.draft(&desk.site, &place.message, &place.lang)? {
            // Discarded or released already: a form that was sent twice does no harm.
            None => return Ok(Redirect::to("/desk/messages/?done=discarded").into_response()),
            Some(draft) if draft.revision != form.revision => {
                return page(desk, &signed, &place, Some(StatusCode::CONFLICT));
            }
            Some(_) => {}
        }
        desk.newsroom.discard_draft(
            &desk.site,
            &desk.visitor(&signed),
            (&place.message, &place.lang),
            form.revision,
        )?;
        presence::leave(desk, &signed, &place);
        Ok(Redirect::to("/desk/messages/?done=discarded").into_response())
    })
    .await
}

fn page(desk: &DeskState, signed: &Signed, place: &Place, conflict: Option<StatusCode>) -> Result<Response, DeskError> {
    demand_writer(desk, signed, place)?;
    let draft = open(desk, place)?;
    if !draft.is_saved() {
        return Ok(Redirect::to("/desk/messages/").into_response());
    }
    let changed = match &draft.changed_by {
        Some(by) => Some((name_of(desk, by)?, moment_of(desk, &desk.lang_of(signed), draft.changed_at)?)),
        None => None,
    };
    let model = DiscardPage {
        api: place.href(),
        edition: place.lang.to_string(),
        title: draft.content.title.clone(),
        revision: draft.revision,
        words: draft.content.document.word_count(),
        changed,
        is_correction: !facts(desk, place)?.versions.is_empty(),
        changed_since: conflict.is_some(),
    };
    desk.page_with(conflict.unwrap_or(StatusCode::OK), signed, "messages", "writing/discard.html", &model)
}
