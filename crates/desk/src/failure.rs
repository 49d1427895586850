//! What went wrong, and how it is said: to people as a page, to programs as RFC 9457 problem details.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use newsroom::{NewsroomError, Refused, SaveRefused};
use serde::Serialize;
use store::StoreError;

use crate::DeskState;

/// Why a room of the desk did not do what was asked. Nothing of it was done.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The rules or the rights say no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A draft could not be saved.
    #[error(transparent)]
    Save(#[from] SaveRefused),
    /// A field of the form says something that cannot be.
    #[error("{message}")]
    Field {
        /// The field's name.
        field: String,
        /// What is wrong and what to do.
        message: String,
    },
    /// There is nothing at this address.
    #[error("there is nothing at this address; it may have been released, discarded or misspelt")]
    NotFound,
    /// Nobody is signed in.
    #[error("you are not signed in, or your session has ended; sign in in another window and repeat, nothing was lost")]
    SignedOut,
    /// Too many attempts, or too much at a time.
    #[error("{0}")]
    Slower(String),
    /// The body is larger than the room takes.
    #[error("{0}")]
    TooLarge(String),
    /// Something that is nobody's fault at the desk.
    #[error("{0}")]
    Internal(String),
}

impl DeskError {
    /// A failure that the log explains and the page does not.
    pub fn internal(why: impl std::fmt::Display) -> Self {
        Self::Internal(why.to_string())
    }

    /// A field that says something that cannot be.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Self::Field { field: field.to_owned(), message: message.into() }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Refused(Refused::NotAllowed { .. } | Refused::NoAccount | Refused::MoreThanOwner) => {
                StatusCode::FORBIDDEN
            }
            Self::Save(SaveRefused::Refused(refused)) if !refused.is_store_failure() => match refused {
                Refused::NotAllowed { .. } | Refused::NoAccount => StatusCode::FORBIDDEN,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            },
            Self::Save(SaveRefused::Refused(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Refused(refused) if refused.is_store_failure() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Refused(Refused::Conflict) | Self::Save(SaveRefused::Changed { .. }) => StatusCode::CONFLICT,
            Self::Refused(Refused::Unreadable(_)) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Refused(_) | Self::Save(_) | Self::Field { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Slower(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    fn code(&self) -> &str {
        match self {
            Self::Refused(refused) | Self::Save(SaveRefused::Refused(refused)) => refused.code(),
            Self::Save(SaveRefused::Changed { .. }) => "draft-changed",
            Self::Save(_) => "too-long",
            Self::Field { .. } => "field",
            Self::NotFound => "not-found",
            Self::SignedOut => "signed-out",
            Self::Slower(_) => "slower",
            Self::TooLarge(_) => "too-large",
            Self::Internal(_) => "internal",
        }
    }
}

impl From<NewsroomError> for DeskError {
    fn from(error: NewsroomError) -> Self {
        match error {
            NewsroomError::Store(error) => error.into(),
            other => Self::internal(other),
        }
    }
}

impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        Self::Refused(Refused::Store(error))
    }
}

impl From<views::ViewsError> for DeskError {
    fn from(error: views::ViewsError) -> Self {
        Self::internal(error)
    }
}

impl From<minijinja::Error> for DeskError {
    fn from(error: minijinja::Error) -> Self {
        Self::Internal(format!("template: {error:#}"))
    }
}

/// Problem details (RFC 9457): what programs read, and what the page for people is made from.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// A stable address of the kind of problem, relative to the desk.
    #[serde(rename = "type")]
    pub kind: String,
    /// The HTTP status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong and what to do.
    pub detail: String,
    /// The form's field that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What to name when reporting a failure; the log has the rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

impl IntoResponse for DeskError {
    fn into_response(self) -> Response {
        let status = self.status();
        let field = match &self {
            Self::Field { field, .. } => Some(field.clone()),
            Self::Save(SaveRefused::TooLong { field, .. }) => Some((*field).to_owned()),
            _ => None,
        };
        let problem = Problem {
            kind: format!("/desk/problems/{}", self.code()),
            title: status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: status.as_u16(),
            detail: self.to_string(),
            field,
            reference: None,
        };
        let mut response = (status, axum::Json(problem.clone())).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
        response.extensions_mut().insert(problem);
        response
    }
}

/// Whether a request comes from a program or a script rather than from somebody who looks at a page.
pub(crate) fn wants_json(path: &str, headers: &HeaderMap) -> bool {
    let says = |name: header::HeaderName, what: &str| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(what))
    };
    path.starts_with("/api/")
        || says(header::ACCEPT, "json")
        || says(header::CONTENT_TYPE, "application/json")
        || headers.get("sec-fetch-dest").is_some_and(|dest| dest == "empty")
}

/// Says problems in the form that the request wants, and gives failures a reference under which the log has the rest.
pub(crate) async fn say_problems(State(desk): State<Arc<DeskState>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let json = wants_json(&path, request.headers());
    let accept_language = request.headers().get(header::ACCEPT_LANGUAGE).cloned();
    let response = next.run(request).await;
    let Some(mut problem) = response.extensions().get::<Problem>().cloned() else { return response };
    if problem.status >= 500 {
        let reference = desk.now().strftime("%Y%m%d%H%M%S%3f").to_string();
        tracing::error!(%reference, %path, "the desk could not answer: {}", problem.detail);
        if problem.status == 500 {
            "something went wrong on the server; nothing was changed. It has been noted"
                .clone_into(&mut problem.detail);
        }
        problem.reference = Some(reference);
    }
    let (parts, _) = response.into_parts();
    let mut said = if json {
        let mut said = (parts.status, axum::Json(problem)).into_response();
        said.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
        said
    } else {
        let accept = accept_language.as_ref().and_then(|value| value.to_str().ok());
        let lang = desk.templates.negotiate(accept);
        let page = desk.templates.bare(&lang, "problem.html", &serde_json::json!({ "problem": problem }));
        match page {
            Ok(page) => (parts.status, axum::response::Html(page)).into_response(),
            Err(error) => {
                tracing::error!("the page of a problem could not be made: {error:#}");
                (parts.status, problem.detail).into_response()
            }
        }
    };
    for name in [header::RETRY_AFTER, header::SET_COOKIE] {
        if let Some(value) = parts.headers.get(&name) {
            said.headers_mut().insert(name, value.clone());
        }
    }
    said
}
