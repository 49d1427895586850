//! The way of a request: who asks, what it carries, whether it was answered before, and then the room.

use std::collections::HashMap;
use std::error::Error as _;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest as _, FromRequestParts as _, Multipart, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use domain::AccountId;
use http_body_util::LengthLimitError;
use newsroom::Visitor;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::ask::{Answer, Ask, Caller, Form};
use super::idempotency;
use super::room::{Room, Takes, Verb};
use super::trouble::Trouble;
use crate::signin::attempts::{Attempt, network};
use crate::signin::bearer;
use crate::{DeskError, DeskState, From as ComesFrom, Signed};

/// Files that are worked on at a time: the largest picture takes some hundred megabytes while its sizes are made.
static TAKING: Semaphore = Semaphore::const_new(1);

/// Answers a request.
pub(super) async fn serve(room: &'static Room, desk: Arc<DeskState>, request: Request) -> Response {
    match answer(room, &desk, request).await {
        Ok(response) => response,
        Err(trouble) => trouble.into_response(),
    }
}

async fn answer(room: &'static Room, desk: &Arc<DeskState>, request: Request) -> Result<Response, Trouble> {
    let (mut parts, body) = request.into_parts();
    // Who may not ask need not send a body to learn it.
    let caller = enter(desk, &mut parts).await?;
    let params = params(&mut parts).await?;
    let query = query(room, &parts)?;
    kind_fits(room, &parts.headers)?;
    let body = read(room, &parts.headers, body).await?;
    let (form, turn) = match room.takes {
        Takes::Form(_) => {
            let form = form(&parts, &body).await?;
            (Some(form), Some(TAKING.acquire().await.map_err(DeskError::internal)?))
        }
        _ => (None, None),
    };
    let asked = idempotency::asked(&parts, &body);
    let ask = Ask { caller, now: desk.now(), params, query, headers: parts.headers, body, form };
    let work = move |desk: &DeskState| {
        // All of it in one piece of work: whoever hangs up does not stop it halfway.
        let _turn: Option<SemaphorePermit<'static>> = turn;
        let read = || (room.act)(desk, &ask).map(Answer::into_response);
        Ok(if room.verb == Verb::Get { read() } else { idempotency::once(desk, room, &ask, &asked) })
    };
    desk.work(work).await?
}

async fn enter(desk: &Arc<DeskState>, parts: &mut Parts) -> Result<Caller, Trouble> {
    let Ok(ComesFrom(from)) = ComesFrom::from_request_parts(parts, &()).await;
    let Some(authorization) = parts.headers.get(header::AUTHORIZATION) else {
        let signed = Signed::from_request_parts(parts, desk).await.map_err(|refusal| refused(&refusal))?;
        let visitor = desk.visitor(&signed);
        return desk.work(move |desk| Ok(caller(desk, visitor, signed.fresh))).await?;
    };
    let secret = authorization.to_str().ok().and_then(|value| value.split_once(' '));
    let secret = secret.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, secret)| secret.trim());
    let secret = secret.unwrap_or_default().to_owned();
    desk.work(move |desk| Ok(of_token(desk, &secret, from))).await?
}

/// What the sign-in room said, in this room's form.
fn refused(refusal: &Response) -> Trouble {
    if refusal.status().is_server_error() {
        return DeskError::internal("a session could not be read").into();
    }
    let detail = "nobody is signed in here; send “Authorization: Bearer” with a token, or sign in at the desk";
    Trouble::unknown_caller("signed-out", detail)
}

fn of_token(desk: &DeskState, secret: &str, from: String) -> Result<Caller, Trouble> {
    let now = desk.now();
    let Some(account) = bearer::account_of_bearer(desk.records(), secret, now)? else {
        // Counted apart from people's own attempts: a program with an old token must not lock an office out.
        let network = format!("token/{}", network(from.parse().ok()));
        Attempt::begin(desk.records(), None, &network, now)?;
        let detail = "this token is not known; it was withdrawn or copied wrongly, so make another one at the desk";
        return Err(Trouble::unknown_caller("token-unknown", detail));
    };
    caller(desk, Visitor { account, from: Some(from) }, false)
}

fn caller(desk: &DeskState, visitor: Visitor, fresh: bool) -> Result<Caller, Trouble> {
    let rights = desk.newsroom.rights(&desk.site, &visitor.account)?;
    let Some(person) = rights.person.clone() else {
        let detail = "this token or account may do nothing any more: it has expired, or it or its owner was disabled; ask an administrator";
        return Err(Trouble::unknown_caller("no-account", detail));
    };
    let expires = expiry(desk, &visitor.account)?;
    Ok(Caller { visitor, rights, person, expires, fresh })
}

fn expiry(desk: &DeskState, account: &AccountId) -> Result<Option<jiff::Timestamp>, Trouble> {
    Ok(desk.newsroom.views().account(&desk.site, account)?.and_then(|account| account.expires))
}

async fn params(parts: &mut Parts) -> Result<HashMap<String, String>, Trouble> {
    let params = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| Trouble::not_found())?;
    Ok(params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

fn query(room: &Room, parts: &Parts) -> Result<Vec<(String, String)>, Trouble> {
    let query = parts.uri.query().unwrap_or_default();
    let query: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    match query.iter().find(|(name, _)| room.query.iter().all(|(known, _)| known != name)) {
        None => Ok(query),
        Some((name, _)) => {
            let known: Vec<&str> = room.query.iter().map(|(known, _)| *known).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let name: String = name.chars().take(100).collect();
            Err(Trouble::field(
                &name,
                format!("the address has the parameter “{name}”, which is not known here; known: {known}"),
            ))
        }
    }
}

/// A body says what it is, so that no page of another site can have a browser send one as a form.
fn kind_fits(room: &Room, headers: &HeaderMap) -> Result<(), Trouble> {
    let said = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let said = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let wanted = match room.takes {
        Takes::Nothing => return Ok(()),
        Takes::Json(_) => "application/json",
        Takes::Form(_) => "multipart/form-data",
        Takes::File(kind) => kind,
    };
    if said == wanted || (matches!(room.takes, Takes::File(_)) && said == "application/octet-stream") {
        return Ok(());
    }
    let detail = format!("this address takes a body of type {wanted}; send it with that “content-type”");
    Err(Trouble::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type", detail))
}

async fn read(room: &Room, headers: &HeaderMap, body: Body) -> Result<Bytes, Trouble> {
    let max = room.bytes_max;
    let said = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if said.is_some_and(|said| said > max) {
        return Err(too_large(max));
    }
    let body = axum::body::to_bytes(body, max).await.map_err(|error| {
        if error.source().is_some_and(|source| source.is::<LengthLimitError>()) {
            return too_large(max);
        }
        Trouble::new(
            StatusCode::BAD_REQUEST,
            "broken-off",
            "the body broke off, and nothing of it was used; send it again",
        )
    })?;
    let is_nothing = matches!(body.trim_ascii(), b"" | b"{}");
    match room.takes {
        Takes::Nothing if !is_nothing => Err(Trouble::field("body", "this address takes no body; send it without one")),
        _ => Ok(body),
    }
}

fn too_large(max: usize) -> Trouble {
    let size = if max < 1 << 20 { format!("{} kB", max >> 10) } else { format!("{} MB", max >> 20) };
    let detail = format!("the body is larger than {size}, so nothing of it was used; part it");
    DeskError::TooLarge(detail).into()
}

async fn form(parts: &Parts, body: &Bytes) -> Result<Form, Trouble> {
    let broken =
        || Trouble::field("file", "the form cannot be read; send multipart/form-data with one part named “file”");
    let mut request = Request::new(Body::from(body.clone()));
    *request.headers_mut() = parts.headers.clone();
    // The door has measured the body already.
    request.extensions_mut().insert(axum::extract::DefaultBodyLimit::disable());
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let mut form = Form::default();
    while let Some(part) = multipart.next_field().await.map_err(|_| broken())? {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(_) if form.file.is_some() => {
                return Err(Trouble::field("file", "one request takes one file; send the others by themselves"));
            }
            Some(name) if field == "file" => {
                form.file = Some((name.chars().take(200).collect(), part.bytes().await.map_err(|_| broken())?))
            }
            Some(_) => return Err(Trouble::field(&field, "the part with the file must be named “file”")),
            None => form.fields.push((field, part.text().await.map_err(|_| broken())?)),
        }
    }
    Ok(form)
}
