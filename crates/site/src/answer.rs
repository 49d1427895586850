//! Answers, before they are HTTP.

use http::StatusCode;
use jiff::Timestamp;

use crate::encode::Encoded;

/// How long an answer is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Until before this instant.
    Until(Timestamp),
    /// This many seconds.
    Seconds(u32),
    /// For ever: the address names the content.
    Forever,
    /// Not at all.
    Never,
}

/// What a media file says beside its bytes.
#[derive(Debug)]
pub(crate) struct FileHeaders {
    /// `Content-Disposition` (RFC 6266).
    pub(crate) disposition: String,
    /// `Content-Security-Policy` instead of the pages'.
    pub(crate) policy: &'static str,
}

/// What a request comes to.
#[derive(Debug)]
pub struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: &'static str,
    pub(crate) lang: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) memento: Option<Timestamp>,
    pub(crate) original: Option<String>,
    pub(crate) vary_language: bool,
    pub(crate) allow: bool,
    pub(crate) file: Option<FileHeaders>,
    pub(crate) keep: Keep,
    pub(crate) body: Encoded,
}

impl Answer {
    pub(crate) fn text(status: StatusCode, body: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", body.to_owned())
    }

    pub(crate) fn html(status: StatusCode, lang: &str, body: String) -> Self {
        Self { lang: Some(lang.to_owned()), ..Self::new(status, "text/html; charset=utf-8", body) }
    }

    /// A table as CSV (RFC 4180), offered to be saved under `name`.
    pub(crate) fn csv(name: &str, body: String) -> Self {
        let file =
            FileHeaders { disposition: format!("attachment; filename=\"{name}\""), policy: "default-src 'none'" };
        Self { file: Some(file), ..Self::new(StatusCode::OK, "text/csv; charset=utf-8; header=present", body) }
    }

    /// A JSON document, as `application/json` or, for problems, `application/problem+json` (RFC 9457).
    pub(crate) fn json(status: StatusCode, body: String) -> Self {
        let content_type = if status.is_success() { "application/json" } else { "application/problem+json" };
        Self::new(status, content_type, body)
    }

    pub(crate) fn redirect(status: StatusCode, location: String) -> Self {
        Self { location: Some(location), ..Self::text(status, "") }
    }

    pub(crate) fn keep(self, keep: Keep) -> Self {
        Self { keep, ..self }
    }

    fn new(status: StatusCode, content_type: &'static str, body: String) -> Self {
        Self {
            status,
            content_type,
            lang: None,
            location: None,
            memento: None,
            original: None,
            vary_language: false,
            allow: false,
            file: None,
            keep: Keep::Never,
            body: Encoded::new(body.into()),
        }
    }

    /// The status (RFC 9110 §15).
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// Where a redirect leads, percent-encoded.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    /// The body as text, not encoded.
    #[must_use]
    pub fn page(&self) -> String {
        String::from_utf8_lossy(&self.body.bytes(crate::Encoding::Identity)).into_owned()
    }

    /// The body's bytes, not encoded.
    #[must_use]
    pub fn bytes(&self) -> bytes::Bytes {
        self.body.bytes(crate::Encoding::Identity)
    }

    /// The media type of the body.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The instant from which the answer may be another one, where it is known.
    #[must_use]
    pub fn good_until(&self) -> Option<Timestamp> {
        match self.keep {
            Keep::Until(until) => Some(until),
            _ => None,
        }
    }
}
