//! What a preview link shows to somebody outside: the edition with their name across it. A wrong, an expired and a revoked link are
//! the same to them: nothing.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use domain::{AsOf, Digest};
use jiff::Timestamp;

use super::answer::file;
use super::edition::{TextNow, content_of, facts, text_now};
use super::edition_preview::preview;
use super::preview_link::{Link, Pinned, digest_of, open};
use super::words::moment_of;
use crate::{DeskError, DeskState};

/// Shows the text.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    Path(secret): Path<String>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let link = open(desk, &secret, true)?.ok_or(DeskError::NotFound)?;
        let text = text_of(desk, &link)?.ok_or(DeskError::NotFound)?;
        let now = desk.now();
        let prefix = format!("/desk/shared/{secret}");
        Ok(preview(desk, &link.place(), &text, now, &prefix, Some(watermark(desk, &link, now)?)))
    })
    .await
}

/// Whose copy it is, and when it was looked at.
fn watermark(desk: &DeskState, link: &Link, now: Timestamp) -> Result<String, DeskError> {
    Ok(format!("{} · {}", link.name, moment_of(desk, &link.lang, now)?))
}

/// A picture of the text, and of no other.
pub(crate) async fn media(
    State(desk): State<Arc<DeskState>>,
    Path((secret, digest, name)): Path<(String, String, String)>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let link = open(desk, &secret, false)?.ok_or(DeskError::NotFound)?;
        let text = text_of(desk, &link)?.ok_or(DeskError::NotFound)?;
        let wanted = format!("{digest}/{name}");
        let as_of = AsOf { site: desk.site.clone(), instant: desk.now() };
        let pictures = desk.newsroom.views().pictures(&as_of, &text.content.document)?;
        let is_size = pictures.values().any(|picture| picture.sizes.iter().any(|(size, _)| *size == wanted));
        if !is_size && !refers_to(&text, &wanted) {
            return Err(DeskError::NotFound);
        }
        let digest: Digest = digest.parse().map_err(|_| DeskError::NotFound)?;
        let bytes = desk.shelf.get(digest)?.ok_or(DeskError::NotFound)?;
        file(&name, bytes).ok_or(DeskError::NotFound)
    })
    .await
}

/// Whether a figure or a link of the text names a file. Both are written into the canonical form as they are.
fn refers_to(text: &TextNow, file: &str) -> bool {
    let canonical = String::from_utf8_lossy(&text.content.document.canonical()).into_owned();
    let plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.'));
    plain
        && (canonical.contains(&format!("\"media\":\"{file}\""))
            || canonical.contains(&format!("\"href\":\"/media/{file}\"")))
}

/// The text that a link shows now; nothing when it is gone.
fn text_of(desk: &DeskState, link: &Link) -> Result<Option<TextNow>, DeskError> {
    let place = link.place();
    let edition = facts(desk, &place)?;
    if edition.erasure.is_some() {
        return Ok(None);
    }
    let address = edition.versions.last().map(|version| version.address.clone());
    match link.pinned {
        None => text_now(desk, &place),
        Some(Pinned::Revision(revision, number, digest)) => {
            let past = desk.newsroom.past_draft(&desk.site, &place.message, &place.lang, revision)?;
            let same = past.filter(|content| digest_of(content).is_ok_and(|own| own == digest));
            Ok(same.map(|content| TextNow { content, revision, number, address }))
        }
        Some(Pinned::Version(number)) => {
            let Some(version) = edition.versions.iter().find(|version| version.number == number) else {
                return Ok(None);
            };
            let content = content_of(desk, version)?;
            Ok(content.map(|content| TextNow { content, revision: 0, number, address }))
        }
    }
}
