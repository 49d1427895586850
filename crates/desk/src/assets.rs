//! The desk's style sheet and scripts, under addresses that name their content.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use journal::Digest;
use rust_embed::RustEmbed;

use crate::{DeskError, DeskState};

/// Digits of a file's digest in its address: 64 bits, so that no two files meet.
const DIGEST_DIGITS: usize = 16;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Embedded;

struct Asset {
    digest: String,
    kind: &'static str,
    bytes: bytes::Bytes,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let asset = |name: std::borrow::Cow<'static, str>| {
        let file = Embedded::get(&name)?;
        let kind = match name.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => return None,
        };
        let bytes = bytes::Bytes::from(file.data.into_owned());
        let digest = Digest::of(&bytes).to_string().chars().take(DIGEST_DIGITS).collect();
        Some((name.into_owned(), Asset { digest, kind, bytes }))
    };
    Embedded::iter().filter_map(asset).collect()
});

/// The names of the files.
pub fn asset_names() -> impl Iterator<Item = &'static str> {
    ASSETS.keys().map(String::as_str)
}

/// The address of a file; of nothing for a name that is none.
pub(crate) fn href(name: &str) -> String {
    let digest = ASSETS.get(name).map_or("none", |asset| asset.digest.as_str());
    format!("/desk/assets/{digest}/{name}")
}

pub(crate) fn routes() -> Router<Arc<DeskState>> {
    Router::new().route("/desk/assets/{digest}/{name}", get(show))
}

async fn show(Path((digest, name)): Path<(String, String)>) -> Result<Response, DeskError> {
    let asset = ASSETS.get(&name).filter(|asset| asset.digest == digest).ok_or(DeskError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Ok((headers, asset.bytes.clone()).into_response())
}
