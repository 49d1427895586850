//! The description of the API in OpenAPI 3.1, made from the table of rooms.

use serde_json::Value;
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{Object, SchemaFormat, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, Content, HttpMethod, InfoBuilder, KnownFormat, OpenApiBuilder, PathsBuilder, Ref, RefOr,
    Required, Response, ResponseBuilder, Schema, SecurityRequirement,
};
use utoipa::{PartialSchema as _, ToSchema as _};

use super::room::{Room, Schemas, Takes, Verb};
use super::shapes::ProblemShape;

const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";
const BEARER: &str = "token";
const SESSION: &str = "session";

const ABOUT: &str = "What the rooms of the desk do, for programs: the same commands, rights and refusals. Bodies are \
JSON, instants RFC 3339, ids texts; a field that is not known is refused by its name. Refusals are problem details \
(RFC 9457) whose `type` and `code` are stable. A write that carries an `Idempotency-Key` is done once, however often it is \
sent in 24 hours. Nothing that is only read changes anything, and nothing may be kept by caches.";

/// The description as JSON.
pub(super) fn describe(rooms: &[Room]) -> Value {
    let mut schemas: Schemas = vec![(ProblemShape::name().into_owned(), ProblemShape::schema())];
    let mut paths = PathsBuilder::new();
    for room in rooms {
        let item = PathItem::new(room.verb.described(), operation(room, &mut schemas));
        paths = paths.path(room.address(), item);
    }
    paths = paths.path(format!("{}/openapi.json", super::BASE), PathItem::new(HttpMethod::Get, own()));
    let mut components = ComponentsBuilder::new().schemas_from_iter(schemas);
    for (name, about) in PROBLEMS {
        components = components.response(name, problem(about));
    }
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("chy_…")
        .description(Some("A token: made at the desk or with `issue_token`."))
        .build();
    let cookie = ApiKeyValue::with_description("__Host-desk", "A session of the desk, for scripts of its own pages.");
    components = components
        .security_scheme(BEARER, SecurityScheme::Http(token))
        .security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    let info = InfoBuilder::new().title("Editorial API").version("1").description(Some(ABOUT)).build();
    let description =
        OpenApiBuilder::new().info(info).paths(paths.build()).components(Some(components.build())).build();
    serde_json::to_value(description).unwrap_or_default()
}

/// Problems that many rooms have, by their name among the components.
const PROBLEMS: [(&str, &str); 9] = [
    ("BadRequest", "A header or a body that cannot be read."),
    ("Unauthorized", "Nobody is known to ask: no token or session, or one that does nothing any more."),
    ("Forbidden", "The role is missing, or the request came from another site."),
    ("NotFound", "There is nothing at this address."),
    ("Conflict", "Somebody else was faster, or the same request is being worked on."),
    ("PreconditionFailed", "What is there has another revision; `revision` names it."),
    ("TooLarge", "The body is larger than the room takes."),
    ("Refused", "The rules say no, or a field says something that cannot be; `field` names it."),
    ("TooMany", "There were too many wrong attempts; `retry-after` says how many seconds to wait."),
];

fn problem(about: &str) -> Response {
    let schema = Ref::from_schema_name(ProblemShape::name());
    ResponseBuilder::new().description(about).content(PROBLEM, Content::new(Some(schema))).build()
}

fn shared(name: &str) -> RefOr<Response> {
    RefOr::Ref(Ref::from_response_name(name))
}

fn text() -> Object {
    Object::with_type(Type::String)
}

fn operation(room: &Room, schemas: &mut Schemas) -> OperationBuilder {
    let mut operation = OperationBuilder::new()
        .operation_id(Some(room.id))
        .tag(room.tag)
        .summary(Some(room.summary))
        .security(SecurityRequirement::new(BEARER, no_scopes()))
        .security(SecurityRequirement::new(SESSION, no_scopes()))
        .request_body(body(room, schemas));
    if !room.about.is_empty() {
        operation = operation.description(Some(room.about));
    }
    for name in room.parameters() {
        let schema = if name == "number" { Object::with_type(Type::Integer) } else { text() };
        let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path).required(Required::True);
        operation = operation.parameter(parameter.description(Some(meaning(name))).schema(Some(schema)));
    }
    for (name, about) in room.query {
        let required = if about.ends_with("Required.") { Required::True } else { Required::False };
        let parameter = ParameterBuilder::new().name(*name).parameter_in(ParameterIn::Query).required(required);
        operation = operation.parameter(parameter.description(Some(*about)).schema(Some(text())));
    }
    for (name, about) in headers(room) {
        let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header).required(Required::False);
        operation = operation.parameter(parameter.description(Some(about)).schema(Some(text())));
    }
    answers(room, operation, schemas)
}

fn no_scopes() -> [&'static str; 0] {
    []
}

fn answers(room: &Room, operation: OperationBuilder, schemas: &mut Schemas) -> OperationBuilder {
    let mut done = ResponseBuilder::new().description(room.summary);
    if let Some(gives) = room.gives {
        done = done.content(JSON, Content::new(Some(gives(schemas))));
    }
    let done = done.build();
    let mut operation = operation
        .response(room.status.to_string(), done.clone())
        .response("401", shared("Unauthorized"))
        .response("403", shared("Forbidden"))
        .response("422", shared("Refused"))
        .response("429", shared("TooMany"));
    if room.parameters().next().is_some() {
        operation = operation.response("404", shared("NotFound"));
    }
    if room.verb != Verb::Get {
        for (status, name) in [("400", "BadRequest"), ("409", "Conflict"), ("413", "TooLarge")] {
            operation = operation.response(status, shared(name));
        }
    }
    if room.conditional {
        operation = operation.response("412", shared("PreconditionFailed"));
        if room.id == "save_draft" {
            operation = operation
                .response("201", done)
                .response("428", problem("The request does not say what it is based on."));
        }
    }
    operation
}

fn headers(room: &Room) -> Vec<(&'static str, &'static str)> {
    let mut headers = vec![];
    if room.verb != Verb::Get {
        headers.push((
            "Idempotency-Key",
            "A text of the caller's own, new for each request and the same when it is sent again.",
        ));
    }
    if room.conditional {
        headers.push(("If-Match", "The revision that the request is based on, in quotation marks."));
    }
    if room.conditional && room.verb == Verb::Put {
        headers.push(("If-None-Match", "`*`: that there was none before."));
    }
    headers
}

fn body(room: &Room, schemas: &mut Schemas) -> Option<RequestBody> {
    let (kind, schema): (&str, RefOr<Schema>) = match room.takes {
        Takes::Nothing => return None,
        Takes::Json(describe) => (JSON, describe(schemas)),
        Takes::Form(describe) => ("multipart/form-data", describe(schemas)),
        Takes::File(kind) => {
            let mut bytes = text();
            bytes.format = Some(SchemaFormat::KnownFormat(KnownFormat::Binary));
            (kind, bytes.into())
        }
    };
    let about = format!("At most {} bytes.", room.bytes_max);
    let body = RequestBodyBuilder::new().required(Some(Required::True)).description(Some(about));
    Some(body.content(kind, Content::new(Some(schema))).build())
}

/// What a part of an address means.
fn meaning(name: &str) -> &'static str {
    match name {
        "message" => "The message's id.",
        "lang" => "The edition's language, a BCP 47 tag.",
        "number" => "The version's number.",
        "bundle" => "The bundle's id.",
        "account" => "The account's id.",
        "digest" => "The file's digest, 64 hexadecimal digits.",
        "kind" => {
            "The part's kind: `identity`, `clocks` or `lead`; with an id `contact`, `counter`, `banner`, `speaker` or `topic`."
        }
        _ => "The part's id: lower-case letters, digits and hyphens.",
    }
}

fn own() -> OperationBuilder {
    let answer = ResponseBuilder::new()
        .description("The description")
        .content(JSON, Content::new(Some(Object::with_type(Type::Object))));
    OperationBuilder::new()
        .operation_id(Some("describe"))
        .tag("openapi.json")
        .summary(Some("Read this description"))
        .description(Some("It needs no token: it says nothing about the site."))
        .securities(Some([SecurityRequirement::default()]))
        .response("200", answer.build())
}
