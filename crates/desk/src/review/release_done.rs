//! Says what a release came to: what is public, what is scheduled, with links.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use serde::Serialize;

use super::fields::{Fields, item_of};
use super::room::{Named, Room, When};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct Model {
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    named: Named,
    language: String,
    when: Option<When>,
    is_public: bool,
    href: String,
    bypass: bool,
    bundle: String,
}

/// Shows the newest versions of the editions that the query names.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        let mut lines = Vec::new();
        for (message, lang, _) in Fields::read(&query).all("item").filter_map(item_of) {
            let standpoints = desk.newsroom.standpoints(&desk.site, &message)?;
            let Some(standpoint) = standpoints.get(&lang) else { continue };
            let newest = standpoint.edition.versions.last();
            lines.push(Line {
                named: room.named(&message, &lang, room.title_of(&standpoint.edition)?, standpoint.stage),
                language: room.language(&lang),
                when: newest.map(|version| room.when(version.release)),
                is_public: newest.is_some_and(|version| version.release <= room.now),
                href: newest.map(|version| room.public_href(&lang, &version.address)).unwrap_or_default(),
                bypass: newest.and_then(|version| version.approval.as_ref()).is_some_and(domain::Approval::is_owed),
                bundle: newest.and_then(|version| version.bundle.as_ref()).map(ToString::to_string).unwrap_or_default(),
            });
        }
        if lines.is_empty() {
            return Err(DeskError::NotFound);
        }
        room.page("home", "review/released.html", &Model { lines })
    })
    .await
}
