//! Pages that say no, and help.

use http::StatusCode;
use serde::Serialize;

use crate::address::Room;
use crate::frame::Desk;

#[derive(Debug, Serialize)]
pub(crate) struct ProblemRoom {
    problem: ProblemModel,
}

#[derive(Debug, Serialize)]
struct ProblemModel {
    status: u16,
    title: String,
    text: String,
    links: Vec<Help>,
    reference: Option<String>,
}

#[derive(Debug, Serialize)]
struct Help {
    title: String,
    href: String,
}

/// The stem of a problem's strings (`{stem}-title`, `{stem}-text`).
pub(crate) fn stem(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::URI_TOO_LONG => "too-long",
        StatusCode::MISDIRECTED_REQUEST => "misdirected",
        StatusCode::SERVICE_UNAVAILABLE => "unavailable",
        status if status.is_server_error() => "server-error",
        _ => "bad-request",
    }
}

/// A problem's model: what is wrong in words, and where to go.
pub(crate) fn model(desk: &Desk<'_>, status: StatusCode, stem: &str, first: Option<String>) -> ProblemRoom {
    let words = desk.words;
    let mut links = Vec::new();
    if let Some(href) = first {
        links.push(Help { title: words.say("not-yet-first", &[]), href });
    }
    links.push(Help { title: words.say("home-link", &[]), href: desk.href(&words.lang, Room::Front) });
    links.push(Help { title: words.say("not-found-search-archive", &[]), href: desk.href(&words.lang, Room::Archive) });
    ProblemRoom {
        problem: ProblemModel {
            status: status.as_u16(),
            title: words.say(&format!("{stem}-title"), &[]),
            text: words.say(&format!("{stem}-text"), &[]),
            links,
            reference: None,
        },
    }
}
