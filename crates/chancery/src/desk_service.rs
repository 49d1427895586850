//! The desk as part of the server: wired to newsroom, shelf and public rooms.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use axum::body::Body;
use axum::extract::ConnectInfo;
use desk::signin::Door;
use desk::{DeskSettings, DeskState, Templates};
use domain::SiteId;
use http_body_util::BodyExt as _;
use newsroom::Newsroom;
use site::{Annex, PublicSite};
use store::Shelf;
use tower::ServiceExt as _;
use url::Url;

use crate::settings::Settings;

/// What paths of the desk begin with.
const PREFIXES: &[&str] = &["/desk/", "/api/v1/desk/"];

/// What the desk is made of.
pub struct DeskParts {
    /// The door for writes.
    pub newsroom: Arc<Newsroom>,
    /// Where media files are kept.
    pub shelf: Arc<dyn Shelf>,
    /// The site.
    pub site: SiteId,
    /// The site's name, as authenticators show it.
    pub name: String,
    /// Whether it is a demonstration.
    pub demonstration: bool,
}

/// The desk, ready to be put beside the public rooms or on its own address.
///
/// # Errors
/// When the desk's own templates have a mistake or its address is none.
pub fn annex(
    parts: DeskParts,
    public: Arc<PublicSite>,
    settings: &Settings,
    listen: SocketAddr,
    alone: bool,
) -> anyhow::Result<Annex> {
    let trimmed = |url: &Option<String>| url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let (public_url, desk_url) = (trimmed(&settings.public_url), trimmed(&settings.desk_url));
    let own = desk_url.clone().or_else(|| public_url.clone()).unwrap_or_else(|| own_url(listen));
    let url = Url::parse(&own).with_context(|| {
        format!("the desk's address “{own}” is no address; correct desk_url or public_url in {}", crate::settings::FILE)
    })?;
    let state = Arc::new(DeskState {
        door: Door::new(&url, &parts.name),
        newsroom: parts.newsroom,
        public,
        shelf: parts.shelf,
        site: parts.site,
        settings: DeskSettings { public_url, desk_url },
        templates: Templates::load(false)?,
        demonstration: parts.demonstration,
    });
    let router = desk::routes(state);
    let serve = move |request: http::Request<hyper::body::Incoming>, peer: SocketAddr| -> site::AnnexAnswer {
        let router = router.clone();
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        Box::pin(async move {
            let Ok(response) = router.oneshot(request).await;
            response.map(|body| body.map_err(std::io::Error::other).boxed_unsync())
        })
    };
    Ok(Annex { prefixes: PREFIXES, alone, serve: Arc::new(serve) })
}

/// The address at which a browser reaches the server when the settings name none. Passkeys need a name, so the machine's own
/// is called by it. Only where nobody else can reach it: an address for all networks is not this machine's own, and the
/// desk takes no sign-ins there over plain http.
pub fn own_url(listen: SocketAddr) -> String {
    if listen.ip().is_loopback() { format!("http://localhost:{}", listen.port()) } else { format!("http://{listen}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_of_this_machine_alone_is_called_localhost() {
        for (listen, url) in [
            ("127.0.0.1:8080", "http://localhost:8080"),
            ("[::1]:8080", "http://localhost:8080"),
            ("0.0.0.0:8080", "http://0.0.0.0:8080"),
            ("[::]:8080", "http://[::]:8080"),
            ("192.0.2.7:80", "http://192.0.2.7:80"),
        ] {
            assert_eq!(own_url(listen.parse().unwrap()), url);
        }
    }
}
