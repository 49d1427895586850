//! Why the API did not do what was asked: problem details (RFC 9457) with a stable code and what a program needs to go on.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use newsroom::{NewsroomError, Refused, SaveRefused};
use serde_json::{Map, Value, json};
use store::{PutError, StoreError};
use views::ViewsError;

use crate::signin::SignInError;
use crate::{DeskError, Problem};

/// A problem, before it is sent.
#[derive(Debug)]
pub(super) struct Trouble {
    status: StatusCode,
    code: String,
    detail: String,
    field: Option<String>,
    /// Further members; boxed, since most problems have none and every answer carries the room for them.
    more: Box<Map<String, Value>>,
    headers: Vec<(HeaderName, String)>,
    /// Whether something may have been done all the same.
    uncertain: bool,
}

impl Trouble {
    /// A problem with its status, its stable code, and a sentence that says what to do.
    pub(super) fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            status,
            code: code.to_owned(),
            detail: detail.into(),
            field: None,
            more: Box::default(),
            headers: vec![],
            uncertain: false,
        }
    }

    /// A field of the body or the query that says something that cannot be.
    pub(super) fn field(field: &str, detail: impl Into<String>) -> Self {
        DeskError::field(field, detail).into()
    }

    /// Nothing is at the address.
    pub(super) fn not_found() -> Self {
        DeskError::NotFound.into()
    }

    /// Nobody is known to ask.
    pub(super) fn unknown_caller(code: &str, detail: &str) -> Self {
        let challenge = if code == "signed-out" { "Bearer" } else { "Bearer error=\"invalid_token\"" };
        Self::new(StatusCode::UNAUTHORIZED, code, detail).header(header::WWW_AUTHENTICATE, challenge)
    }

    pub(super) fn named(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }

    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.more.insert(name.to_owned(), value.into());
        self
    }

    pub(super) fn header(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(super) fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// Whether it is certain that nothing was done, so that the same may be asked again.
    pub(super) fn left_nothing(&self) -> bool {
        !self.uncertain
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let kind = format!("/desk/problems/{}", self.code);
        let title = self.status.canonical_reason().unwrap_or("Problem").to_owned();
        let status = self.status.as_u16();
        let mut response = if status >= 500 {
            // The desk's own layer writes the log, gives the reference and says no more than that.
            let mut response = self.status.into_response();
            let (detail, field, reference) = (self.detail, None, None);
            response.extensions_mut().insert(Problem { kind, title, status, detail, field, reference });
            response
        } else {
            let mut body = json!({
                "type": kind, "title": title, "status": status, "detail": self.detail, "code": self.code,
            });
            if let Value::Object(fields) = &mut body {
                fields.extend(self.field.map(|field| ("field".to_owned(), Value::from(field))));
                fields.extend(*self.more);
            }
            let mut response = (self.status, axum::Json(body)).into_response();
            let kind = HeaderValue::from_static("application/problem+json");
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
            response
        };
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

impl From<DeskError> for Trouble {
    fn from(error: DeskError) -> Self {
        let uncertain = matches!(
            &error,
            DeskError::Internal(_)
                | DeskError::Refused(Refused::NotShownYet(_) | Refused::Unreadable(_))
                | DeskError::Save(SaveRefused::Refused(Refused::NotShownYet(_) | Refused::Unreadable(_)))
        );
        let response = error.into_response();
        let status = response.status();
        let Some(problem) = response.extensions().get::<Problem>().cloned() else {
            return Self::new(status, "internal", "something went wrong on the server");
        };
        let code = problem.kind.rsplit('/').next().unwrap_or_default().to_owned();
        let field = problem.field.map(|field| field_of(&field).to_owned());
        Self { field, uncertain, ..Self::new(status, &code, problem.detail) }
    }
}

/// The field of the body that the newsroom calls by a word of its sentence.
fn field_of(word: &str) -> &str {
    match word {
        "place" => "occasion.place",
        "“with whom”" => "occasion.with",
        "list of speakers" => "speakers",
        "list of topics" => "topics",
        other => other,
    }
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        DeskError::from(refused).into()
    }
}

impl From<domain::Refusal> for Trouble {
    fn from(refusal: domain::Refusal) -> Self {
        Refused::from(refusal).into()
    }
}

impl From<SaveRefused> for Trouble {
    fn from(refused: SaveRefused) -> Self {
        match refused {
            SaveRefused::TextTooLarge { .. } => {
                Self::from(DeskError::from(refused)).named("document").status(StatusCode::PAYLOAD_TOO_LARGE)
            }
            other => DeskError::from(other).into(),
        }
    }
}

impl From<NewsroomError> for Trouble {
    fn from(error: NewsroomError) -> Self {
        DeskError::from(error).into()
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        DeskError::from(error).into()
    }
}

impl From<ViewsError> for Trouble {
    fn from(error: ViewsError) -> Self {
        DeskError::from(error).into()
    }
}

impl From<PutError> for Trouble {
    fn from(error: PutError) -> Self {
        match error {
            PutError::Store(error) => error.into(),
            other => DeskError::internal(other).into(),
        }
    }
}

impl From<SignInError> for Trouble {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Store(error) => error.into(),
            SignInError::Inner(why) => DeskError::internal(why).into(),
            SignInError::NobodyThere => Self::not_found(),
            SignInError::Wait(seconds) => Self::new(StatusCode::TOO_MANY_REQUESTS, error.code(), error.to_string())
                .header(header::RETRY_AFTER, seconds.to_string()),
            other => {
                let status = StatusCode::from_u16(other.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
                let trouble = Self::new(status, other.code(), other.to_string());
                match other {
                    SignInError::NameTaken(_) | SignInError::NameUnfit(_) => trouble.named("sign_in_name"),
                    SignInError::PersonNameUnfit => trouble.named("name"),
                    SignInError::EmailUnfit(_) => trouble.named("email"),
                    _ => trouble,
                }
            }
        }
    }
}
