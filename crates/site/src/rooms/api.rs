//! What programs ask: search and quote check as JSON.

mod quote;
mod search;

use domain::Lang;
use http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;

use crate::address::percent_encode;
use crate::answer::Answer;
use crate::frame::Desk;
use crate::public::Trouble;
use crate::query::typed_pairs;

/// Parameters that every question may have.
const SHARED: [&str; 2] = ["lang", "at"];

/// The language and the instant that a query names.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The language.
    pub(crate) lang: Option<Lang>,
    /// A past instant.
    pub(crate) at: Option<Timestamp>,
}

impl Asked {
    /// Reads `lang` and `at`; a problem when a value cannot be what it should be.
    #[expect(clippy::result_large_err, reason = "a problem is an answer, made at most once for a request")]
    pub(crate) fn read(query: &str, languages: &[Lang], now: Timestamp) -> Result<Self, Answer> {
        let mut asked = Self { lang: None, at: None };
        for (name, value) in typed_pairs(query) {
            let value = value.trim();
            match name.as_str() {
                _ if value.is_empty() => {}
                "lang" => {
                    let lang = value.parse().ok().filter(|lang| languages.contains(lang));
                    let Some(lang) = lang else {
                        let known = languages.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
                        return Err(field("lang", &format!("this site's languages are {known}")));
                    };
                    asked.lang = Some(lang);
                }
                "at" => match value.parse::<Timestamp>() {
                    Ok(at) if at > now => {
                        return Err(field(
                            "at",
                            "the instant lies in the future; the record answers for the past and the present",
                        ));
                    }
                    Ok(at) => asked.at = Some(at),
                    Err(_) => {
                        return Err(field("at", "an instant is written as RFC 3339, 2026-09-22T21:12:00Z for example"));
                    }
                },
                _ => {}
            }
        }
        Ok(asked)
    }
}

/// The answer to a question: `search` or `quote`.
pub(crate) fn answer(desk: &Desk<'_>, name: &str, query: &str) -> Result<Answer, Trouble> {
    match name {
        "search" => search::answer(desk, query),
        _ => quote::answer(desk, query),
    }
}

/// A problem (RFC 9457).
#[derive(Debug, Serialize)]
struct Problem<'a> {
    r#type: &'a str,
    title: &'a str,
    status: u16,
    detail: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
}

fn problem(status: StatusCode, code: &str, field: Option<&str>, detail: &str) -> Answer {
    let title = status.canonical_reason().unwrap_or_default();
    json(status, &Problem { r#type: "about:blank", title, status: status.as_u16(), detail, code, field })
}

/// A parameter that cannot be what it should be.
fn field(name: &str, detail: &str) -> Answer {
    problem(StatusCode::BAD_REQUEST, "field", Some(name), detail)
}

/// A parameter there is none of.
fn unknown(name: &str, known: &[&str]) -> Answer {
    let all: Vec<&str> = known.iter().chain(&SHARED).copied().collect();
    field(name, &format!("there is no such parameter; there are {}", all.join(", ")))
}

/// No index can answer at this moment.
fn preparing() -> Answer {
    problem(StatusCode::SERVICE_UNAVAILABLE, "preparing", None, "search is being prepared; try again in a minute")
}

fn json(status: StatusCode, body: &impl Serialize) -> Answer {
    Answer::json(status, serde_json::to_string(body).unwrap_or_else(|_| "{}".to_owned()))
}

/// How far the index has got.
#[derive(Debug, Serialize)]
struct StateShape {
    ready: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<u64>,
}

impl From<::search::State> for StateShape {
    fn from(state: ::search::State) -> Self {
        match state {
            ::search::State::Ready => Self { ready: true, done: None, total: None },
            ::search::State::CatchingUp { done, total } => Self { ready: false, done: Some(done), total: Some(total) },
        }
    }
}

/// A link of a page as programs want it: whole where the site knows its own name, in ASCII (RFC 3986).
fn uri(desk: &Desk<'_>, href: &str) -> String {
    let mut uri = desk.public_url.unwrap_or_default().to_owned();
    for c in href.chars() {
        if c.is_ascii() { uri.push(c) } else { uri.push_str(&percent_encode(c.encode_utf8(&mut [0; 4]))) }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::result_large_err, reason = "a problem is an answer, made at most once for a request")]
    fn a_language_or_an_instant_that_cannot_be_is_a_problem() {
        let languages: Vec<Lang> = ["en", "ar"].iter().map(|tag| tag.parse().unwrap()).collect();
        let now: Timestamp = "2020-09-22T12:00:00Z".parse().unwrap();
        let read = |query: &str| Asked::read(query, &languages, now);
        let asked = read("q=x&lang=AR&at=2020-09-21T08:00:00%2B01:00").unwrap();
        assert_eq!(asked.lang.as_ref().map(Lang::as_str), Some("ar"));
        assert_eq!(asked.at, "2020-09-21T07:00:00Z".parse().ok());
        for (query, wrong) in
            [("lang=fr", "lang"), ("lang=%ff", "lang"), ("at=yesterday", "at"), ("at=2020-09-22T12:00:01Z", "at")]
        {
            let problem = read(query).unwrap_err();
            assert_eq!((problem.status(), problem.content_type()), (400, "application/problem+json"), "{query}");
            assert!(problem.page().contains(&format!("\"field\":\"{wrong}\"")), "{}", problem.page());
        }
        assert!(read("lang=&at=").unwrap().lang.is_none());
    }
}
