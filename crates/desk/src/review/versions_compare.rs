//! Two versions of an edition compared; one with itself shows its text.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use serde::Serialize;

use super::changes::Changes;
use super::fields::{Fields, edition_of};
use super::room::{Room, When};
use super::submission_show::about_version;
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct Model {
    message: String,
    edition_lang: String,
    language: String,
    title: String,
    old: u32,
    new: u32,
    old_when: When,
    new_when: When,
    /// All versions, for links to other comparisons.
    numbers: Vec<u32>,
    changes: Changes,
    side: bool,
}

type Address = (String, String, u32, u32);

/// Shows the comparison.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang, old, new)): Path<Address>,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    let (message, lang) = edition_of(&message, &lang)?;
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        let editions = desk.newsroom.views().all_editions(&desk.site, &message)?;
        let edition = editions.get(&lang).ok_or(DeskError::NotFound)?;
        let version =
            |number: u32| edition.versions.iter().find(|version| version.number == number).ok_or(DeskError::NotFound);
        let (before, after) = (version(old)?, version(new)?);
        let content = |sheet| desk.newsroom.content_of(sheet)?.ok_or(DeskError::NotFound);
        let (was, is) = (content(before.sheet)?, content(after.sheet)?);
        let changes = room.changes(Some((&was, &about_version(&room, before))), (&is, &about_version(&room, after)));
        let model = Model {
            message: message.to_string(),
            edition_lang: lang.to_string(),
            language: room.language(&lang),
            title: room.titled(Some(is.title.clone())),
            old_when: room.when(before.release),
            new_when: room.when(after.release),
            numbers: edition.versions.iter().map(|version| version.number).collect(),
            side: Fields::read(&query).get("view") == "side",
            old,
            new,
            changes,
        };
        room.page("messages", "review/compare.html", &model)
    })
    .await
}
