//! What the sign-in rooms know of a request before anybody is signed in, and how bodies are read.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;
use bytes::Bytes;
use http::header::{ACCEPT_LANGUAGE, COOKIE, USER_AGENT};
use http::request::Parts;
use http::{HeaderMap, HeaderName};
use serde_json::Value;

use super::rooms::show;
use super::{House, Reader, SignInError, attempts};

/// Browser names by the mark in what they call themselves, the more particular ones first.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems by their mark, the more particular ones first.
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// Somebody at the door.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    pub(crate) reader: Reader,
    pub(crate) agent: String,
    /// The network address; empty where there is none.
    pub(crate) from: String,
    /// The same as an address; nothing where there is none.
    pub(crate) address: Option<IpAddr>,
    /// The network that attempts are counted for.
    pub(crate) network: String,
    /// What the session's cookie holds.
    pub(crate) token: Option<String>,
}

impl Visitor {
    pub(crate) async fn of<S: House>(desk: &Arc<S>, parts: &mut Parts) -> Self {
        let Ok(crate::From(from)) = crate::From::from_request_parts(parts, desk).await;
        let address = from.parse().ok();
        Self {
            reader: reader(&parts.headers),
            agent: text(&parts.headers, &USER_AGENT).unwrap_or_default(),
            address,
            network: attempts::network(address),
            from,
            token: cookie(&parts.headers, desk.door().cookie_name()),
        }
    }
}

impl<S: House> FromRequestParts<Arc<S>> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<S>) -> Result<Self, Infallible> {
        Ok(Self::of(desk, parts).await)
    }
}

fn reader(headers: &HeaderMap) -> Reader {
    Reader { signed: None, accept_language: text(headers, &ACCEPT_LANGUAGE) }
}

pub(crate) fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(own, value)| *own == name && !value.is_empty()).map(|(_, value)| value.to_owned())
}

/// A browser in words: "Firefox, Windows". Its own text when it says nothing known.
pub(crate) fn device(agent: &str) -> String {
    let known =
        |list: &[(&str, &'static str)]| list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => agent.chars().filter(|c| !c.is_control()).take(60).collect(),
    }
}

/// The fields of a form; of a name that stands twice the last one.
pub(crate) struct Typed(HashMap<String, String>);

impl Typed {
    /// A field as it was typed; empty when it is not there.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A field, if it is there.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

impl<S: House> FromRequest<Arc<S>> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, desk: &Arc<S>) -> Result<Self, Response> {
        let reader = reader(request.headers());
        let read = Form::<Vec<(String, String)>>::from_request(request, desk).await;
        let unreadable = SignInError::Unreadable("the form was larger than 64 kB or not a form");
        read.map(|Form(fields)| Self(fields.into_iter().collect()))
            .map_err(|_| show::fault(desk.as_ref(), &reader, &unreadable))
    }
}

/// A body of JSON.
pub(crate) struct Posted(pub(crate) Value);

impl<S: House> FromRequest<Arc<S>> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, desk: &Arc<S>) -> Result<Self, Response> {
        let reader = reader(request.headers());
        let unreadable = SignInError::Unreadable("the body was larger than 64 kB or not JSON");
        let read = Bytes::from_request(request, desk).await.ok();
        read.and_then(|body| serde_json::from_slice(&body).ok())
            .map(Self)
            .ok_or_else(|| show::fault_json(desk.as_ref(), &reader, &unreadable))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sessions_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; desk=; xdesk=no".parse().unwrap());
        headers.append(COOKIE, "desk=yes; desk=later".parse().unwrap());
        assert_eq!(cookie(&headers, "desk").as_deref(), Some("yes"));
        assert_eq!(cookie(&headers, "__Host-desk"), None);
    }

    #[test]
    fn browsers_are_named_in_words() {
        for (agent, words) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Windows"),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
                "Edge, Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
                "Safari, iPhone",
            ),
            ("a thing\u{7}", "a thing"),
            ("", ""),
        ] {
            assert_eq!(device(agent), words);
        }
    }
}
