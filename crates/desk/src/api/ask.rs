//! A request as a room sees it, and the answer that it gives.

use std::collections::HashMap;

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use domain::{AccountId, AsOf, Digest, Lang, MessageId, Role};
use jiff::Timestamp;
use newsroom::{Ack, Refused, Rights, Visitor};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::limits::{ERROR_CHARS_MAX, REASON_CHARS_MAX};
use super::trouble::Trouble;
use crate::{DeskError, DeskState};

/// Who asks.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// The account and the network address, for the newsroom.
    pub(super) visitor: Visitor,
    /// What the account may do: at the least something.
    pub(super) rights: Rights,
    /// The person: the account's, or a token's owner.
    pub(super) person: AccountId,
    /// From when a token no longer works.
    pub(super) expires: Option<Timestamp>,
    /// Whether a person signed in within the last half hour; never so for a token.
    pub(super) fresh: bool,
}

impl Caller {
    /// Refuses whoever does not hold a role for the whole site. For what is only read: what is written is refused by
    /// the newsroom.
    pub(super) fn demand(&self, role: Role) -> Result<(), Trouble> {
        if self.rights.has(role, None) {
            return Ok(());
        }
        Err(Refused::NotAllowed { needs: vec![role], lang: None }.into())
    }
}

/// A form with a file.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The file's name as it came, and its bytes.
    pub(super) file: Option<(String, Bytes)>,
    /// The other fields.
    pub(super) fields: Vec<(String, String)>,
}

/// A request.
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) caller: Caller,
    pub(super) now: Timestamp,
    pub(super) params: HashMap<String, String>,
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) form: Option<Form>,
}

impl Ask {
    /// A part of the address.
    pub(super) fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// A part of the address that is an id; an address that cannot be read leads nowhere.
    pub(super) fn id<T: std::str::FromStr>(&self, name: &str) -> Result<T, Trouble> {
        self.param(name).parse().map_err(|_| Trouble::not_found())
    }

    /// The message and the language of the address.
    pub(super) fn edition(&self) -> Result<(MessageId, Lang), Trouble> {
        Ok((self.id("message")?, self.id("lang")?))
    }

    /// A parameter of the query; nothing where it is absent or empty.
    pub(super) fn asked(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// A parameter of the query as what it means.
    pub(super) fn asked_as<T: std::str::FromStr>(&self, name: &str, wanted: &str) -> Result<Option<T>, Trouble> {
        let read = |value: &str| value.parse().map_err(|_| Trouble::field(name, format!("“{name}” must be {wanted}")));
        self.asked(name).map(read).transpose()
    }

    /// The body as what the room takes. What it does not know is refused by name.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        let body: &[u8] = if self.body.is_empty() { b"{}" } else { &self.body };
        serde_json::from_slice(body).map_err(|error| unreadable(&error.to_string()))
    }

    /// A header as text.
    pub(super) fn header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim)
    }

    /// The site now.
    pub(super) fn as_of(&self, desk: &DeskState) -> AsOf {
        AsOf { site: desk.site.clone(), instant: self.now }
    }
}

/// The sentence for a body that cannot be read, with the field that it names, if it names one.
pub(super) fn unreadable(error: &str) -> Trouble {
    let field = ["unknown field `", "missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| error.strip_prefix(start)?.split('`').next());
    // A wrong value is quoted, and it may be a whole text.
    let error: String = error.chars().take(ERROR_CHARS_MAX).collect();
    let detail = format!("the body cannot be taken: {error}; /api/v1/desk/openapi.json says what is wanted");
    Trouble::field(field.unwrap_or("body"), detail)
}

/// A reason, ground or note of limited length.
pub(super) fn reason(field: &str, text: &str) -> Result<String, Trouble> {
    let chars = text.chars().count();
    if chars > REASON_CHARS_MAX {
        let detail =
            format!("“{field}” has {chars} characters; at most {REASON_CHARS_MAX} are possible, so shorten it");
        return Err(Trouble::field(field, detail));
    }
    Ok(text.trim().to_owned())
}

/// An answer: what is kept under an idempotency key is the whole of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    /// JSON; nothing for an answer without a body.
    body: Option<serde_json::Value>,
}

impl Answer {
    /// An answer with a body.
    pub(super) fn json(status: u16, body: &impl Serialize) -> Result<Self, Trouble> {
        let body = serde_json::to_value(body).map_err(DeskError::internal)?;
        Ok(Self { status, headers: vec![], body: Some(body) })
    }

    /// It is done, and there is nothing to say.
    pub(super) fn nothing() -> Self {
        Self { status: 204, headers: vec![], body: None }
    }

    /// What an order came to.
    pub(super) fn done(ack: &Ack) -> Result<Self, Trouble> {
        Self::json(200, &json!({ "seq": ack.seq, "facts": ack.facts }))
    }

    pub(super) fn header(mut self, name: &HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name.as_str().to_owned(), value.into()));
        self
    }

    /// The validator of what can be changed (RFC 9110 §8.8.3): its revision.
    pub(super) fn tagged(self, revision: u64) -> Self {
        self.header(&header::ETAG, format!("\"{revision}\""))
    }

    /// The same without a field that is shown once only.
    pub(super) fn without(mut self, field: &str) -> Self {
        if let Some(serde_json::Value::Object(fields)) = &mut self.body {
            fields.remove(field);
        }
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut response = match self.body {
            Some(body) => (status, axum::Json(body)).into_response(),
            None => status.into_response(),
        };
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// A digest in the body, as the desk writes it: 64 hexadecimal digits.
pub(super) fn digest(field: &str, text: &str) -> Result<Digest, Trouble> {
    text.parse().map_err(|_| Trouble::field(field, format!("“{field}” must be a digest: 64 hexadecimal digits")))
}
