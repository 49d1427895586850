//! What a room of the API is: an address, what it takes and gives, and the function that answers.

use axum::routing::MethodFilter;
use utoipa::ToSchema;
use utoipa::openapi::{HttpMethod, Ref, RefOr, Schema};

use super::ask::{Answer, Ask};
use super::limits::{JSON_BYTES_MAX, NOTHING_BYTES_MAX};
use super::trouble::Trouble;
use crate::DeskState;

/// What answers a request. It runs off the threads that serve connections, so it may block.
pub(super) type Act = fn(&DeskState, &Ask) -> Result<Answer, Trouble>;

/// Schemas that the description names, by name.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

/// Adds a type's schema to the list and gives a reference to it.
pub(super) type Describe = fn(&mut Schemas) -> RefOr<Schema>;

fn describe<T: ToSchema>(schemas: &mut Schemas) -> RefOr<Schema> {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
    Ref::from_schema_name(T::name()).into()
}

/// How a room is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Get,
    Put,
    Post,
    Patch,
    Delete,
}

impl Verb {
    pub(super) fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Put => MethodFilter::PUT,
            Self::Post => MethodFilter::POST,
            Self::Patch => MethodFilter::PATCH,
            Self::Delete => MethodFilter::DELETE,
        }
    }

    pub(super) fn described(self) -> HttpMethod {
        match self {
            Self::Get => HttpMethod::Get,
            Self::Put => HttpMethod::Put,
            Self::Post => HttpMethod::Post,
            Self::Patch => HttpMethod::Patch,
            Self::Delete => HttpMethod::Delete,
        }
    }
}

/// What a request carries.
#[derive(Debug, Clone, Copy)]
pub(super) enum Takes {
    /// Nothing.
    Nothing,
    /// JSON.
    Json(Describe),
    /// A file as it is, of this media type.
    File(&'static str),
    /// A file with texts, as a browser's form sends it.
    Form(Describe),
}

/// A room.
pub(super) struct Room {
    pub(super) verb: Verb,
    /// The address below [`super::BASE`].
    pub(super) path: &'static str,
    /// The operation's name in the description.
    pub(super) id: &'static str,
    /// The chapter of the description.
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    pub(super) about: &'static str,
    /// Names and meanings of the query's parameters; there are no others.
    pub(super) query: &'static [(&'static str, &'static str)],
    pub(super) takes: Takes,
    /// Bytes of a body at most.
    pub(super) bytes_max: usize,
    pub(super) status: u16,
    pub(super) gives: Option<Describe>,
    /// Whether `If-Match` and `If-None-Match` mean something.
    pub(super) conditional: bool,
    /// The field of the answer that is shown once and never kept.
    pub(super) secret: Option<&'static str>,
    pub(super) act: Act,
}

impl Room {
    pub(super) fn new(verb: Verb, path: &'static str, id: &'static str, summary: &'static str, act: Act) -> Self {
        Self {
            verb,
            path,
            id,
            tag: path.trim_start_matches('/').split('/').next().unwrap_or_default(),
            summary,
            about: "",
            query: &[],
            takes: Takes::Nothing,
            bytes_max: NOTHING_BYTES_MAX,
            status: 200,
            gives: None,
            conditional: false,
            secret: None,
            act,
        }
    }

    pub(super) fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    pub(super) fn query(self, query: &'static [(&'static str, &'static str)]) -> Self {
        Self { query, ..self }
    }

    pub(super) fn takes<T: ToSchema>(self) -> Self {
        Self { takes: Takes::Json(describe::<T>), bytes_max: JSON_BYTES_MAX, ..self }
    }

    pub(super) fn takes_form<T: ToSchema>(self, bytes_max: usize) -> Self {
        Self { takes: Takes::Form(describe::<T>), bytes_max, ..self }
    }

    pub(super) fn takes_file(self, kind: &'static str, bytes_max: usize) -> Self {
        Self { takes: Takes::File(kind), bytes_max, ..self }
    }

    pub(super) fn bytes_max(self, bytes_max: usize) -> Self {
        Self { bytes_max, ..self }
    }

    pub(super) fn gives<T: ToSchema>(self, status: u16) -> Self {
        Self { gives: Some(describe::<T>), status, ..self }
    }

    /// The answer has no body (204).
    pub(super) fn gives_nothing(self) -> Self {
        Self { gives: None, status: 204, ..self }
    }

    pub(super) fn conditional(self) -> Self {
        Self { conditional: true, ..self }
    }

    pub(super) fn secret(self, field: &'static str) -> Self {
        Self { secret: Some(field), ..self }
    }

    /// The whole address, with its parameters in braces.
    pub(super) fn address(&self) -> String {
        format!("{}{}", super::BASE, self.path)
    }

    /// The names of the parameters in the address.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }
}
