//! `GET /desk/media/{digest}/{name}`: any file of the shelf, for those who are signed in.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use domain::{Digest, media_type_of};

use super::keeper::Keeper;
use crate::{DeskError, DeskState, Signed};

/// A file never acts as a page of the desk, whatever is in it.
const POLICY: &str = "default-src 'none'; sandbox";

pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    Path((digest, name)): Path<(String, String)>,
    signed: Signed,
) -> Result<Response, DeskError> {
    let digest: Digest = digest.parse().map_err(|_| DeskError::NotFound)?;
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        // The library says what the file is; of a smaller size its name does, which can only end as the library's types do.
        let said = desk.newsroom.views().media_file(&keeper.as_of(), digest)?;
        let mime = said.and_then(|file| media_type_of(&file.name)).or_else(|| media_type_of(&name));
        let (mime, bytes) = mime.zip(desk.shelf.get(digest)?).ok_or(DeskError::NotFound)?;
        let disposition = if mime.starts_with("image/") { "inline" } else { "attachment" };
        let headers: [(HeaderName, HeaderValue); 4] = [
            (header::CONTENT_TYPE, HeaderValue::from_static(mime)),
            (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition)),
        ];
        Ok((headers, bytes).into_response())
    })
    .await
}
