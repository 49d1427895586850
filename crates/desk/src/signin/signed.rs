//! Who is signed in, for every room of the desk: taken from the cookie, refused in the form the asker can read.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::Response;
use domain::AccountId;
use http::header::ACCEPT;
use http::request::Parts;
use http::{HeaderName, Method};

use super::onward::Onward;
use super::rooms::{off, show};
use super::visitor::{Visitor, text};
use super::{House, Person, Reader, SessionId, SignInError, person, session};

const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Somebody who is signed in, with an account that is not switched off. A page answers 303 to the sign-in page where
/// nobody is; a form 401 with a page that says how to go on; a program 401 with a problem (RFC 9457).
#[derive(Debug, Clone)]
pub struct Known {
    /// The account.
    pub account: AccountId,
    /// Its person.
    pub person: Person,
    /// The session.
    pub session: SessionId,
    /// The network address of this request; "unknown" where there is none.
    pub from: String,
    /// Whether the person signed in within the last half hour.
    pub fresh: bool,
    /// Who pages are for.
    pub reader: Reader,
}

/// The signed-in person of a token. Blocks.
pub(crate) fn of_token<S: House>(desk: &S, visitor: &Visitor) -> Result<Option<Known>, SignInError> {
    let now = desk.now();
    let Some(token) = &visitor.token else { return Ok(None) };
    let Some(session) = session::session(desk.records(), token, now)? else { return Ok(None) };
    let Some(person) = person::person(desk.records(), &session.account, now)? else { return Ok(None) };
    if !desk.active(&session.account) {
        return Ok(None);
    }
    let fresh = session.is_fresh(now);
    let from = visitor.from.clone();
    let signed = crate::Signed {
        account: session.account.clone(),
        person: person.clone(),
        session: session.id.as_str().to_owned(),
        from: from.clone(),
        fresh,
        accept_language: visitor.reader.accept_language.clone(),
    };
    let reader = Reader { signed: Some(signed), ..visitor.reader.clone() };
    Ok(Some(Known { account: session.account, person, session: session.id, from, fresh, reader }))
}

impl<S: House> FromRequestParts<Arc<S>> for Known {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<S>) -> Result<Self, Response> {
        let visitor = Visitor::of(desk, parts).await;
        let reader = visitor.reader.clone();
        let carried = visitor.token.is_some();
        let found = off(desk, move |desk| of_token(desk, &visitor)).await;
        match found {
            Ok(Some(signed)) => Ok(signed),
            Ok(None) => Err(refuse(desk.as_ref(), &reader, parts, carried)),
            Err(error) if is_program(parts) => Err(show::fault_json(desk.as_ref(), &reader, &error)),
            Err(error) => Err(show::fault(desk.as_ref(), &reader, &error)),
        }
    }
}

/// Whether a script or a program asks, which can do nothing with a page.
fn is_program(parts: &Parts) -> bool {
    let accept = text(&parts.headers, &ACCEPT).unwrap_or_default();
    parts.uri.path().starts_with("/api/")
        || (accept.contains("json") && !accept.contains("text/html"))
        || text(&parts.headers, &FETCH_DEST).is_some_and(|dest| dest == "empty")
}

fn refuse<S: House>(desk: &S, reader: &Reader, parts: &Parts, carried: bool) -> Response {
    if is_program(parts) {
        return show::fault_json(desk, reader, &SignInError::NotSignedIn);
    }
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        return show::fault(desk, reader, &SignInError::NotSignedIn);
    }
    let here = parts.uri.path_and_query().map_or("/desk/", |here| here.as_str());
    let from_elsewhere = text(&parts.headers, &FETCH_SITE).is_some_and(|site| site == "cross-site");
    if from_elsewhere && !carried {
        // A link in a mail: the browser holds a strict cookie back on the first step from elsewhere and sends it on the
        // next one, which this page takes by itself.
        return show::again(desk, reader, here);
    }
    let onward = Onward::of(Some(here), None);
    show::see_other(&format!("/desk/sign-in{}", onward.query()), None)
}
