//! The whole site as at any instant, the future included: what will be public then, for those who work at the desk.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use domain::{AsOf, Digest};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use site::Question;

use super::answer::{file, respond};
use crate::{DeskError, DeskState, Signed};

/// The site's root at the instant.
pub(crate) async fn front(
    state: State<Arc<DeskState>>,
    signed: Signed,
    Path(stamp): Path<String>,
    uri: Uri,
) -> Result<Response, DeskError> {
    show(state, signed, Path((stamp, String::new())), uri).await
}

/// A page of the site at the instant.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    _signed: Signed,
    Path((stamp, path)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, DeskError> {
    let instant = instant(&stamp).ok_or(DeskError::NotFound)?;
    desk.work(move |desk| {
        let prefix = format!("/desk/as-at/{stamp}");
        if let Some(media) = path.strip_prefix("media/") {
            return picture(desk, media, instant);
        }
        // The path as it came: the public rooms decode it themselves.
        let below = uri.path().strip_prefix(prefix.as_str()).unwrap_or("/");
        let question = Question { method: "GET", host: None, path: below, query: uri.query(), accept_language: None };
        Ok(respond(&desk.public.rehearse(&desk.site, &question, instant, &prefix)))
    })
    .await
}

/// A media file that the public may see at the instant.
fn picture(desk: &DeskState, path: &str, instant: Timestamp) -> Result<Response, DeskError> {
    let digest: Digest = path.split('/').next().and_then(|digest| digest.parse().ok()).ok_or(DeskError::NotFound)?;
    let as_of = AsOf { site: desk.site.clone(), instant };
    let found = desk.newsroom.views().public_media(&as_of, digest)?.ok_or(DeskError::NotFound)?;
    let bytes = desk.shelf.get(digest)?.ok_or(DeskError::NotFound)?;
    file(&found.name, bytes).ok_or(DeskError::NotFound)
}

/// The instant of 14 digits in UTC, as in the addresses of mementos (RFC 7089 appendix A).
fn instant(stamp: &str) -> Option<Timestamp> {
    if stamp.len() != 14 || !stamp.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let local = DateTime::strptime("%Y%m%d%H%M%S", stamp).ok()?;
    TimeZone::UTC.to_timestamp(local).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_has_fourteen_digits_and_is_on_the_calendar() {
        assert_eq!(instant("20210102030405"), Some("2021-01-02T03:04:05Z".parse().unwrap()));
        for wrong in ["2021", "20210230000000", "2021-01-02T03:0", "20210102030460x", ""] {
            assert_eq!(instant(wrong), None, "{wrong}");
        }
    }
}
