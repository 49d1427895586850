//! `GET /desk/site/{kind}` and `/desk/site/{kind}/{id}`: the form of a standing part.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::history::History;
use super::input::Input;
use super::keeper::Keeper;
use super::part_page::{Shown, Which, show};
use super::parts::PartKind;
use crate::{DeskError, DeskState, Signed};

/// What a link to the page may say.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    /// The number of a past state.
    version: Option<u32>,
    /// What was just done.
    done: Option<String>,
}

/// A kind of which the site has one, or an empty form for a new part.
pub(super) async fn of_kind(
    State(desk): State<Arc<DeskState>>,
    Path(kind): Path<String>,
    Query(look): Query<Look>,
    signed: Signed,
) -> Result<Response, DeskError> {
    let kind = PartKind::of(&kind).filter(|kind| *kind != PartKind::Media).ok_or(DeskError::NotFound)?;
    desk.work(move |desk| answer(desk, &signed, kind, None, &look)).await
}

/// A part by its id.
pub(super) async fn of_part(
    State(desk): State<Arc<DeskState>>,
    Path((kind, id)): Path<(String, String)>,
    Query(look): Query<Look>,
    signed: Signed,
) -> Result<Response, DeskError> {
    let kind = PartKind::of(&kind).filter(|kind| !kind.is_single() && *kind != PartKind::Media);
    let kind = kind.ok_or(DeskError::NotFound)?;
    desk.work(move |desk| answer(desk, &signed, kind, Some(id), &look)).await
}

fn answer(
    desk: &DeskState,
    signed: &Signed,
    kind: PartKind,
    id: Option<String>,
    look: &Look,
) -> Result<Response, DeskError> {
    let keeper = Keeper::new(desk, signed)?;
    let history = match (kind.is_single(), &id) {
        (true, _) => History::of(&keeper, &kind.key(""))?,
        (false, Some(id)) => History::of(&keeper, &kind.key(id))?,
        (false, None) => History::default(),
    };
    if id.is_some() && history.length() == 0 {
        return Err(DeskError::NotFound);
    }
    let part = match look.version {
        Some(number) => Some(history.part_of(number).ok_or(DeskError::NotFound)?),
        None => history.start(keeper.now),
    };
    let shown = Shown {
        input: part.map_or_else(Input::default, |part| kind.fill(part, &keeper)),
        part: part.cloned(),
        past: look.version,
        done: look.done.clone().filter(|done| matches!(done.as_str(), "kept" | "planned" | "removed")),
        ..Shown::default()
    };
    show(&keeper, &Which { kind, id: id.as_deref(), history: &history }, shown)
}
