//! The rooms that keep the site: its standing parts, the media library, people and tokens.
//!
//! Everything that the public may see is changed by an order to the newsroom, so that it is journaled. Start reading at
//! `parts/mod.rs` (what a form of each kind is) and `part_save.rs` (what becomes of one).

mod form;
mod grants;
mod history;
mod input;
mod keeper;
mod limits;
mod media_add;
mod media_file;
mod media_list;
mod media_page;
mod pages_list;
mod part_keys;
mod part_page;
mod part_save;
mod part_show;
mod parts;
mod people_list;
mod person_keep;
mod reading;
mod site_list;
mod tokens;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::DeskState;

/// The addresses of these rooms.
pub(crate) fn routes() -> Router<Arc<DeskState>> {
    let upload = get(media_list::show).post(media_add::post).layer(DefaultBodyLimit::max(limits::UPLOAD_BYTES_MAX));
    let forms = Router::new()
        .route("/desk/site", get(site_list::show))
        .route("/desk/site/pages", get(pages_list::show))
        .route("/desk/site/{kind}", get(part_show::of_kind).post(part_save::of_kind))
        .route("/desk/site/{kind}/{id}", get(part_show::of_part).post(part_save::of_part))
        .route("/desk/media/{digest}", get(media_page::get).post(media_page::post))
        .route("/desk/people", get(people_list::show).post(people_list::add))
        .route("/desk/people/{account}", get(person_keep::show).post(person_keep::change))
        .route("/desk/tokens", get(tokens::show).post(tokens::add))
        .route("/desk/tokens/{account}", post(tokens::revoke))
        .layer(DefaultBodyLimit::max(limits::FORM_BYTES_MAX));
    Router::new()
        .merge(forms)
        .route("/desk/media", upload)
        .route("/desk/media.json", get(media_list::json))
        .route("/desk/media/{digest}/{name}", get(media_file::show))
}
