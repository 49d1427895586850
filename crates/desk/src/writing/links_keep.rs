//! The preview links of an edition: list, make, revoke.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::{Deserialize, Serialize};

use super::draft_save::capital;
use super::edition::{Place, demand_writer, text_now};
use super::fields::Problem;
use super::limits::{LINK_HOURS_MAX, LINK_NAME_CHARS_MAX};
use super::preview_link::{self, Link, Pinned, digest_of, hours_from};
use super::words::{moment_of, name_of};
use crate::{DeskError, DeskState, Signed};

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub(crate) struct Form {
    #[serde(default)]
    name: String,
    #[serde(default)]
    hours: String,
    /// `newest` or `exact`.
    #[serde(default)]
    shows: String,
}

#[derive(Deserialize)]
pub(crate) struct Revoked {
    id: String,
}

#[derive(Serialize)]
struct LinksPage {
    api: String,
    message: String,
    edition: String,
    title: String,
    links: Vec<Line>,
    form: Form,
    made: Option<Made>,
    problems: Vec<Problem>,
    revoked: bool,
    hours_max: u32,
}

#[derive(Serialize)]
struct Line {
    id: String,
    name: String,
    exact: bool,
    made_by: String,
    made: String,
    expires: String,
    looks: u64,
}

/// A link that was made just now: the only time that its address is shown.
#[derive(Serialize)]
struct Made {
    name: String,
    address: String,
    expires: String,
}

/// Shows the links.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    let revoked = asked.done.as_deref() == Some("revoked");
    desk.work(move |desk| page(desk, &signed, &place, Form::default(), None, vec![], revoked)).await
}

/// Makes one and shows its address.
pub(crate) async fn make(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    axum::Form(form): axum::Form<Form>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        demand_writer(desk, &signed, &place)?;
        let text = text_now(desk, &place)?.ok_or(DeskError::NotFound)?;
        let (name, hours, problems) = read(&form);
        if !problems.is_empty() {
            return page(desk, &signed, &place, form, None, problems, false);
        }
        let pinned = match text.revision {
            0 => Pinned::Version(text.number),
            revision => Pinned::Revision(revision, text.number, digest_of(&text.content)?),
        };
        let now = desk.now();
        let link = Link {
            message: place.message.clone(),
            lang: place.lang.clone(),
            name: name.clone(),
            pinned: (form.shows == "exact").then_some(pinned),
            made_by: signed.account.clone(),
            made: now,
            expires: hours_from(now, hours),
            looks: 0,
        };
        let secret = match preview_link::make(desk, &link) {
            Ok(secret) => secret,
            Err(DeskError::Field { field, message }) => {
                let problems = vec![Problem::new(&field, capital(&message))];
                return page(desk, &signed, &place, form, None, problems, false);
            }
            Err(error) => return Err(error),
        };
        let root = desk.settings.desk_url.as_ref().or(desk.settings.public_url.as_ref()).cloned().unwrap_or_default();
        let made = Made {
            name,
            address: format!("{root}/desk/shared/{secret}"),
            expires: moment_of(desk, &desk.lang_of(&signed), link.expires)?,
        };
        page(desk, &signed, &place, Form::default(), Some(made), vec![], false)
    })
    .await
}

/// Revokes one.
pub(crate) async fn revoke(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    axum::Form(form): axum::Form<Revoked>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        demand_writer(desk, &signed, &place)?;
        preview_link::revoke(desk, &place, &form.id)?;
        Ok(Redirect::to(&format!("{}/links?done=revoked", place.href())).into_response())
    })
    .await
}

fn read(form: &Form) -> (String, u32, Vec<Problem>) {
    let mut problems = Vec::new();
    let name = form.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let chars = name.chars().count();
    if chars == 0 {
        problems.push(Problem::new("name", "Name: say for whom the link is; it is printed across the page."));
    } else if chars > LINK_NAME_CHARS_MAX || name.chars().any(char::is_control) {
        let message =
            format!("Name: it has {chars} characters; at most {LINK_NAME_CHARS_MAX} are possible, so shorten it.");
        problems.push(Problem::new("name", message));
    }
    let hours = form.hours.trim().parse::<u32>().unwrap_or(0);
    if hours == 0 || hours > LINK_HOURS_MAX {
        let message = format!("Hours: write a whole number from 1 to {LINK_HOURS_MAX} (two weeks).");
        problems.push(Problem::new("hours", message));
    }
    (name, hours, problems)
}

fn page(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    form: Form,
    made: Option<Made>,
    problems: Vec<Problem>,
    revoked: bool,
) -> Result<Response, DeskError> {
    demand_writer(desk, signed, place)?;
    let text = text_now(desk, place)?.ok_or(DeskError::NotFound)?;
    let own = desk.lang_of(signed);
    let mut links = Vec::new();
    for listed in preview_link::of_edition(desk, place)? {
        links.push(Line {
            id: listed.id,
            exact: listed.link.pinned.is_some(),
            made_by: name_of(desk, &listed.link.made_by)?,
            made: moment_of(desk, &own, listed.link.made)?,
            expires: moment_of(desk, &own, listed.link.expires)?,
            looks: listed.link.looks,
            name: listed.link.name,
        });
    }
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = LinksPage {
        api: place.href(),
        message: place.message.to_string(),
        edition: place.lang.to_string(),
        title: text.content.title,
        links,
        form,
        made,
        problems,
        revoked,
        hours_max: LINK_HOURS_MAX,
    };
    desk.page_with(status, signed, "messages", "writing/links.html", &model)
}
