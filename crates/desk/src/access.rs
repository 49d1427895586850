//! The desk's door: who comes, from where, and what every answer carries.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::AccountId;

use crate::signin::Person;
use crate::{DeskError, DeskState};

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The account.
    pub account: AccountId,
    /// Who that is.
    pub person: Person,
    /// The session, for the list of sessions.
    pub session: String,
    /// The network address.
    pub from: String,
    /// Whether the person signed in within the last half hour: wanted where somebody could be let in anew.
    pub fresh: bool,
    /// What the browser says of languages, for those who have chosen none.
    pub accept_language: Option<String>,
}

/// The network address that a request comes from.
#[derive(Debug, Clone)]
pub struct From(pub String);

impl<S: Send + Sync> FromRequestParts<S> for From {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        // A proxy on this machine says for whom it asks; anybody else's word on that is worth nothing.
        let through_proxy = peer.is_some_and(|peer| peer.is_loopback());
        let forwarded = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            // A proxy may add a line of its own behind those that the client sent: only the last address is its word.
            .next_back()
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.rsplit(',').next())
            .and_then(|last| last.trim().parse::<IpAddr>().ok())
            .filter(|_| through_proxy);
        Ok(Self(forwarded.or(peer).map(|address| address.to_string()).unwrap_or_default()))
    }
}

/// Nothing here is for other sites, caches, frames or search engines; scripts and styles come from here alone.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'";

/// Sets the headers that every answer of the desk carries, unless a room set its own.
pub(crate) async fn strict_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Refuses writes that another site's page had the browser send: by `Sec-Fetch-Site`, else by `Origin` (Fetch
/// standard). Programs with a token send neither and are let through; a cookie means a browser.
pub(crate) async fn same_origin(State(desk): State<Arc<DeskState>>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || comes_from_here(&desk, &request) {
        return next.run(request).await;
    }
    let message = "this was sent from another site, so nothing was done; open the desk itself and repeat it there";
    (StatusCode::FORBIDDEN, message).into_response()
}

fn comes_from_here(desk: &DeskState, request: &Request) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text("origin") {
        Some(origin) => {
            let own = [&desk.settings.desk_url, &desk.settings.public_url];
            let host = text("host").unwrap_or_default();
            own.into_iter().flatten().any(|url| url == origin)
                || origin.split_once("://").is_some_and(|(_, authority)| authority == host)
        }
        None => text("cookie").is_none() || text("authorization").is_some(),
    }
}

/// Answers what no room answers to.
pub(crate) async fn unknown() -> DeskError {
    DeskError::NotFound
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn from(peer: [u8; 4], lines: &[&str]) -> String {
        let mut request = Request::new(axum::body::Body::empty());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer, 40_000))));
        for line in lines {
            request.headers_mut().append("x-forwarded-for", line.parse().unwrap());
        }
        let Ok(From(from)) = From::from_request_parts(&mut request.into_parts().0, &()).await;
        from
    }

    #[tokio::test]
    async fn only_the_last_address_that_the_proxy_of_this_machine_names_is_believed() {
        let here = [127, 0, 0, 1];
        assert_eq!(from(here, &["192.0.2.7"]).await, "192.0.2.7");
        assert_eq!(from(here, &["198.51.100.1, 192.0.2.7"]).await, "192.0.2.7");
        // What the client sent stands in a line of its own before the proxy's.
        assert_eq!(from(here, &["198.51.100.1", "192.0.2.7"]).await, "192.0.2.7");
        assert_eq!(from(here, &["127.0.0.1, ::1", "198.51.100.1, 192.0.2.7"]).await, "192.0.2.7");
        assert_eq!(from([192, 0, 2, 9], &["198.51.100.1"]).await, "192.0.2.9");
        assert_eq!(from(here, &[]).await, "127.0.0.1");
    }
}
