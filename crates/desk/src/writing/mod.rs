//! Rooms of writing: what there is, a new message, the page on which an edition is written, saving without overwriting,
//! pasting and Word files, merging, submitting, previews, and preview links for people outside.
//!
//! Nothing typed is lost here: every save names the revision it is based on, and what cannot be saved is kept beside what
//! is there until somebody has decided. Start reading at `edition_write` (the page) and `draft_save` (every way to save).

mod addresses;
mod answer;
mod copy_share;
mod draft_discard;
mod draft_merge;
mod draft_save;
mod draft_submit;
mod edition;
mod edition_preview;
mod edition_write;
mod fields;
mod file_take;
mod form;
mod heavy;
mod insight;
mod limits;
mod links_keep;
mod markdown;
mod merging;
mod message_begin;
mod messages_list;
mod presence;
mod preview_link;
mod site_as_at;
mod site_rehearse;
mod text_paste;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::DeskState;

/// The addresses of these rooms.
pub(crate) fn routes() -> Router<Arc<DeskState>> {
    let write = "/desk/write/{message}/{lang}";
    let below = |room: &str| format!("{write}/{room}");
    let limit = DefaultBodyLimit::max;
    Router::new()
        .route("/desk/messages/", get(messages_list::show))
        .route("/desk/new", get(message_begin::ask).post(message_begin::begin))
        .route(write, get(edition_write::show))
        .route(&below("save"), post(draft_save::save).layer(limit(limits::SAVE_BODY_BYTES_MAX)))
        .route(
            &below("merge"),
            get(draft_merge::show).post(draft_merge::keep).layer(limit(limits::MERGE_BODY_BYTES_MAX)),
        )
        .route(&below("merge/settle"), post(draft_merge::settle))
        .route(&below("merge/forget"), post(draft_merge::forget))
        .route(&below("paste"), post(text_paste::read).layer(limit(limits::PASTE_BODY_BYTES_MAX)))
        .route(&below("docx"), post(file_take::take).layer(limit(limits::FILE_BODY_BYTES_MAX)))
        .route(&below("submit"), get(draft_submit::ask).post(draft_submit::submit))
        .route(&below("discard"), get(draft_discard::ask).post(draft_discard::discard))
        .route(&below("links"), get(links_keep::show).post(links_keep::make))
        .route(&below("links/revoke"), post(links_keep::revoke))
        .route("/desk/preview/{message}/{lang}", get(edition_preview::show))
        .route("/desk/as-at", get(site_as_at::ask))
        .route("/desk/as-at/{stamp}/", get(site_rehearse::front))
        .route("/desk/as-at/{stamp}/{*path}", get(site_rehearse::show))
        .route("/desk/shared/{token}", get(copy_share::show))
        .route("/desk/shared/{token}/media/{digest}/{name}", get(copy_share::media))
        // What the rooms above say for themselves comes after this one.
        .layer(limit(limits::FORM_BODY_BYTES_MAX))
}
