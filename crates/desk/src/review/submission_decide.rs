//! Approves what was looked at, or returns it with a reason.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use domain::{Lang, MessageId, Refusal};
use newsroom::{Ack, Refused, Releasing};

use super::fields::{Fields, edition_of};
use super::room::{Problem, Room, onward};
use super::submission_show::{Typed, render};
use crate::{DeskError, DeskState, Signed};

/// Approves the submission that the form names by its digest.
pub(super) async fn approve(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    let (message, lang) = edition_of(&message, &lang)?;
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        let visitor = desk.visitor(&signed);
        let decided =
            named(&fields, &message, &lang).and_then(|item| Ok(desk.newsroom.approve(&desk.site, &visitor, &item)?));
        answer(&room, (&message, &lang), &fields, decided, ("approve", "approved"))
    })
    .await
}

/// Returns the submission that the form names.
pub(super) async fn send_back(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    let (message, lang) = edition_of(&message, &lang)?;
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        let visitor = desk.visitor(&signed);
        let decided = named(&fields, &message, &lang).and_then(|item| {
            let reason = fields.reason("reason")?;
            Ok(desk.newsroom.send_back(&desk.site, &visitor, &item, &reason)?)
        });
        answer(&room, (&message, &lang), &fields, decided, ("reason", "returned"))
    })
    .await
}

/// What was looked at; without its digest nothing can be approved.
fn named(fields: &Fields, message: &MessageId, lang: &Lang) -> Result<Releasing, DeskError> {
    let submission = fields.digest("submission").ok_or(Refused::Rule(Refusal::SubmissionChanged))?;
    Ok(Releasing { message: message.clone(), lang: lang.clone(), submission })
}

fn answer(
    room: &Room<'_>,
    (message, lang): (&MessageId, &Lang),
    fields: &Fields,
    decided: Result<Ack, DeskError>,
    (field, done): (&str, &str),
) -> Result<Response, DeskError> {
    match decided {
        Ok(_) => Ok(onward(&format!("/desk/review/{message}/{lang}?done={done}"))),
        Err(error) => {
            let problem = Some(Problem::from_error(error, field)?);
            let typed = Typed { problem, reason: fields.get("reason").to_owned(), ..Typed::default() };
            render(room, (message, lang), &Fields::default(), typed)
        }
    }
}
