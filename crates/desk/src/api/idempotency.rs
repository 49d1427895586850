//! Idempotency keys: a request that is sent again under its key is answered as before and does nothing again (IETF draft
//! httpapi-idempotency-key). Only answers are kept: a refusal has left nothing behind, so the same may be tried again once
//! its reason is gone.

use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::Digest;
use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};
use store::{Put, PutError};

use super::ask::{Answer, Ask};
use super::limits::{KEY_CHARS_MAX, KEY_HOURS};
use super::room::Room;
use super::trouble::Trouble;
use crate::{DeskError, DeskState};

/// The room of the store's records.
const ROOM: &str = "idempotency";
/// The request's header, and that of an answer that was given before.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

#[derive(Serialize, Deserialize)]
struct Kept {
    /// What was asked.
    asked: String,
    /// What was answered; nothing while it is worked on.
    answer: Option<Answer>,
}

/// SHA-256 of all that makes a request what it is: method, address, conditions and body.
pub(super) fn asked(parts: &Parts, body: &[u8]) -> String {
    let condition = |name| parts.headers.get(name).map_or(&b""[..], HeaderValue::as_bytes);
    let address = parts.uri.path_and_query().map_or("", |address| address.as_str());
    let mut text = format!("{} {address}\n", parts.method).into_bytes();
    for name in [header::IF_MATCH, header::IF_NONE_MATCH] {
        text.extend_from_slice(condition(name));
        text.push(b'\n');
    }
    text.extend_from_slice(body);
    Digest::of(&text).to_string()
}

/// The key, without the quotation marks that the draft asks for; nothing where none was sent.
fn key(ask: &Ask) -> Result<Option<String>, Trouble> {
    let Some(value) = ask.headers.get(KEY) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    if text.is_empty() || text.len() > KEY_CHARS_MAX {
        let detail =
            format!("an idempotency key has 1 to {KEY_CHARS_MAX} printable ASCII characters; a random UUID will do");
        return Err(Trouble::new(StatusCode::BAD_REQUEST, "idempotency-key", detail));
    }
    Ok(Some(text.to_owned()))
}

/// Answers a write once for each key.
pub(super) fn once(desk: &DeskState, room: &Room, ask: &Ask, asked: &str) -> Result<Response, Trouble> {
    let Some(key) = key(ask)? else { return Ok((room.act)(desk, ask)?.into_response()) };
    let key = format!("{}/{}", ask.caller.visitor.account, Digest::of(key.as_bytes()));
    let begun = Kept { asked: asked.to_owned(), answer: None };
    let revision = match put(desk, ask, &key, 0, &begun) {
        Ok(revision) => revision,
        Err(PutError::Changed { current: Some(record) }) => return again(&record.value, asked),
        Err(PutError::Changed { current: None }) => return Err(at_work()),
        Err(error) => return Err(error.into()),
    };
    // A crash from here on leaves the key without an answer for a day: asking again is then refused and nothing is done
    // twice.
    match (room.act)(desk, ask) {
        Ok(answer) => {
            let kept = match room.secret {
                // What is shown once is not kept, not even here.
                Some(field) => answer.clone().without(field),
                None => answer.clone(),
            };
            let done = Kept { asked: asked.to_owned(), answer: Some(kept) };
            // It is done, whatever becomes of the note of it.
            if let Err(error) = put(desk, ask, &key, revision, &done) {
                tracing::warn!(%error, "an answer could not be kept under its idempotency key");
            }
            Ok(answer.into_response())
        }
        Err(trouble) => {
            if trouble.left_nothing() {
                desk.records().take(ROOM, &key, ask.now.as_microsecond())?;
            }
            Err(trouble)
        }
    }
}

fn put(desk: &DeskState, ask: &Ask, key: &str, base: u64, kept: &Kept) -> Result<u64, PutError> {
    let value = serde_json::to_vec(kept).unwrap_or_default();
    let expires_us = ask.now.checked_add(KEY_HOURS.hours()).ok().map(jiff::Timestamp::as_microsecond);
    let now_us = ask.now.as_microsecond();
    desk.records().put(&Put { room: ROOM, key, base: Some(base), value: &value, now_us, expires_us })
}

fn again(record: &[u8], asked: &str) -> Result<Response, Trouble> {
    let kept: Kept = serde_json::from_slice(record).map_err(DeskError::internal)?;
    if kept.asked != asked {
        let detail =
            "this idempotency key was used for another request in the last 24 hours; take a new key for each request";
        return Err(Trouble::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-key-reused", detail));
    }
    let mut response = kept.answer.ok_or_else(at_work)?.into_response();
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(response)
}

fn at_work() -> Trouble {
    let detail = "the same request is being worked on, or broke off; ask again in a moment, and if this stays, look at what is there before you repeat it with a new key";
    Trouble::new(StatusCode::CONFLICT, "idempotency-key-in-use", detail)
}
