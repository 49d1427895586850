//! A new message: choose what it is and the language it begins in. Nothing is stored until the first save.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Kind, Lang, Role};
use newsroom::Refused;
use serde::{Deserialize, Serialize};

use super::edition::Place;
use super::fields::{Problem, read_kind};
use crate::{DeskError, DeskState, Signed};

#[derive(Debug, Deserialize)]
pub(crate) struct Form {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    lang: String,
}

#[derive(Serialize)]
struct NewPage {
    kinds: Vec<&'static str>,
    kind: String,
    offered_languages: Vec<String>,
    chosen: String,
    problems: Vec<Problem>,
}

/// Asks for kind and language.
pub(crate) async fn ask(State(desk): State<Arc<DeskState>>, signed: Signed) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let kind = desk.newsroom.rules(&desk.site)?.default_kind;
        page(desk, &signed, (kind.as_str(), ""), vec![])
    })
    .await
}

/// Makes an id and leads to the page on which it is written.
pub(crate) async fn begin(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    axum::Form(form): axum::Form<Form>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let mut problems = Vec::new();
        let kind = read_kind(&form.kind);
        if kind.is_none() {
            problems.push(Problem::new("kind", "Kind: choose one of the kinds in the list."));
        }
        let known = desk.newsroom.rules(&desk.site)?.languages;
        let lang = form.lang.parse::<Lang>().ok().filter(|lang| known.contains(lang));
        if lang.is_none() {
            problems.push(Problem::new("lang", "Language: choose one of the site's languages."));
        }
        let (Some(kind), Some(lang)) = (kind, lang) else {
            return page(desk, &signed, (&form.kind, &form.lang), problems);
        };
        if !desk.rights(&signed)?.may_write(&lang, false) {
            return Err(Refused::NotAllowed { needs: vec![Role::Author], lang: Some(lang) }.into());
        }
        let place = Place { message: desk.newsroom.chance().message_id(), lang };
        Ok(Redirect::to(&format!("{}?kind={}", place.href(), kind.as_str())).into_response())
    })
    .await
}

fn page(
    desk: &DeskState,
    signed: &Signed,
    (kind, chosen): (&str, &str),
    problems: Vec<Problem>,
) -> Result<Response, DeskError> {
    let rights = desk.rights(signed)?;
    let languages = desk.newsroom.rules(&desk.site)?.languages;
    let offered: Vec<String> =
        languages.iter().filter(|lang| rights.may_write(lang, false)).map(Lang::to_string).collect();
    if offered.is_empty() {
        return Err(Refused::NotAllowed { needs: vec![Role::Author], lang: None }.into());
    }
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = NewPage {
        kinds: Kind::MESSAGES.into_iter().chain([Kind::Page]).map(Kind::as_str).collect(),
        kind: kind.to_owned(),
        chosen: if chosen.is_empty() { offered[0].clone() } else { chosen.to_owned() },
        offered_languages: offered,
        problems,
    };
    desk.page_with(status, signed, "new", "writing/new.html", &model)
}
