//! How the sign-in rooms answer: pages, problems, addresses to go on at.

use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, REFERRER_POLICY, REFRESH, SET_COOKIE};
use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::signin::{House, Reader, SignInError};

fn answer(status: u16, content_type: &'static str, body: String) -> Response {
    let mut response = (status_of(status), body).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    private(response)
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Addresses of enrolment are secrets; they are not told to other hosts.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

fn with(mut response: Response, name: HeaderName, value: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().append(name, value);
    }
    response
}

/// A page.
pub(crate) fn page<S: House>(desk: &S, reader: &Reader, status: u16, template: &str, model: Value) -> Response {
    match desk.page(reader, status_of(status), template, model) {
        Ok(page) => private(page),
        Err(why) => {
            tracing::error!(template, why, "a page of the sign-in rooms could not be made");
            answer(500, "text/plain; charset=utf-8", SignInError::Inner("").to_string())
        }
    }
}

/// A refusal in the reader's words.
pub(crate) fn sentence<S: House>(desk: &S, reader: &Reader, error: &SignInError) -> String {
    desk.say(reader, &format!("signin-problem-{}", error.code()), &error.args())
}

/// A refusal for a template; logs what is not the person's doing.
pub(crate) fn problem<S: House>(desk: &S, reader: &Reader, error: &SignInError) -> Value {
    if error.status() == 500 {
        tracing::error!(%error, detail = ?error, "the sign-in rooms failed");
    }
    json!({ "code": error.code(), "text": sentence(desk, reader, error) })
}

/// A page that says a refusal and where to go from there.
pub(crate) fn fault<S: House>(desk: &S, reader: &Reader, error: &SignInError) -> Response {
    let (href, label) = match error {
        SignInError::NotSignedIn => ("/desk/sign-in?close=1", "signin-go-sign-in-window"),
        SignInError::SignInAgain => ("/desk/sign-in?next=/desk/me", "signin-go-sign-in-again"),
        SignInError::LinkSpent | SignInError::Inactive => ("/desk/sign-in", "signin-go-sign-in"),
        _ => ("/desk/me", "signin-go-me"),
    };
    let model = json!({
        "heading": desk.say(reader, "signin-problem-heading", &[]),
        "problem": problem(desk, reader, error),
        "text": null,
        "href": href,
        "label": desk.say(reader, label, &[]),
        "window": matches!(error, SignInError::NotSignedIn),
    });
    page(desk, reader, error.status(), "signin/message.html", model)
}

/// A page that says something that went well.
pub(crate) fn message<S: House>(desk: &S, reader: &Reader, key: &str, onward: Option<(&str, &str)>) -> Response {
    let model = json!({
        "heading": desk.say(reader, &format!("{key}-heading"), &[]),
        "problem": null,
        "text": desk.say(reader, key, &[]),
        "href": onward.map(|(href, _)| href),
        "label": onward.map(|(_, label)| desk.say(reader, label, &[])),
        "window": false,
    });
    page(desk, reader, 200, "signin/message.html", model)
}

/// A refusal for scripts and programs (RFC 9457).
pub(crate) fn fault_json<S: House>(desk: &S, reader: &Reader, error: &SignInError) -> Response {
    let status = error.status();
    let said = problem(desk, reader, error);
    let title = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or("Error");
    let body = json!({
        "type": "about:blank", "title": title, "status": status, "detail": said["text"], "code": error.code(),
    });
    answer(status, "application/problem+json", body.to_string())
}

/// JSON for the desk's script.
pub(crate) fn options(value: &Value) -> Response {
    answer(200, "application/json", value.to_string())
}

/// Where the desk's script goes on, with a cookie.
pub(crate) fn next(target: &str, cookie: Option<&str>) -> Response {
    let response = options(&json!({ "next": target }));
    match cookie {
        Some(cookie) => with(response, SET_COOKIE, cookie),
        None => response,
    }
}

/// A page elsewhere, by GET.
pub(crate) fn see_other(target: &str, cookie: Option<&str>) -> Response {
    let response = with(answer(303, "text/plain; charset=utf-8", String::new()), LOCATION, target);
    match cookie {
        Some(cookie) => with(response, SET_COOKIE, cookie),
        None => response,
    }
}

/// A page that goes on to an address of this desk by itself.
pub(crate) fn again<S: House>(desk: &S, reader: &Reader, here: &str) -> Response {
    let response = message(desk, reader, "signin-going-on", Some((here, "signin-go-on")));
    with(response, REFRESH, &format!("0; url={here}"))
}
