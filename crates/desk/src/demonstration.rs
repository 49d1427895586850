//! The door of a demonstration: one click signs in as one of the sample's people. A real desk does not have it.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::get;
use axum::{Router, extract::FromRequestParts as _};
use domain::AccountId;
use serde::{Deserialize, Serialize};

use crate::signin::{open_session, people};
use crate::{DeskError, DeskState, From};

pub(crate) fn routes() -> Router<Arc<DeskState>> {
    Router::new().route("/desk/demonstration", get(show).post(enter))
}

#[derive(Serialize)]
struct Line {
    account: String,
    name: String,
    roles: Vec<&'static str>,
}

async fn show(State(desk): State<Arc<DeskState>>, headers: HeaderMap) -> Result<Response, DeskError> {
    if !desk.demonstration {
        return Err(DeskError::NotFound);
    }
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let page = desk
        .work(move |desk| {
            let mut lines = Vec::new();
            for person in people(desk.records(), desk.now()).map_err(DeskError::internal)? {
                let rights = desk.newsroom.rights(&desk.site, &person.account)?;
                let mut roles: Vec<&'static str> = rights.grants().iter().map(|grant| grant.role.as_str()).collect();
                roles.sort_unstable();
                roles.dedup();
                lines.push(Line { account: person.account.to_string(), name: person.name, roles });
            }
            let lang = desk.templates.negotiate(accept.as_deref());
            Ok(desk.templates.bare(&lang, "demonstration.html", &serde_json::json!({ "people": lines }))?)
        })
        .await?;
    Ok(Html(page).into_response())
}

#[derive(Deserialize)]
struct Chosen {
    account: AccountId,
}

async fn enter(State(desk): State<Arc<DeskState>>, request: axum::extract::Request) -> Result<Response, DeskError> {
    if !desk.demonstration {
        return Err(DeskError::NotFound);
    }
    let (mut parts, body) = request.into_parts();
    let Ok(From(from)) = From::from_request_parts(&mut parts, &()).await;
    let agent =
        parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let request = axum::extract::Request::from_parts(parts, body);
    let form = <Form<Chosen> as axum::extract::FromRequest<()>>::from_request(request, &()).await;
    let Ok(Form(Chosen { account })) = form else { return Err(DeskError::NotFound) };
    let cookie = desk
        .work(move |desk| {
            let token = open_session(desk.records(), desk.newsroom.chance(), &account, &agent, &from, desk.now());
            Ok(desk.door.cookie(&token.map_err(DeskError::internal)?))
        })
        .await?;
    let cookie = HeaderValue::from_str(&cookie).map_err(DeskError::internal)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/desk/")).into_response())
}
