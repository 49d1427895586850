//! Submitting: a page that shows once more what the checks say, how the change will be called and told, and then does it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use newsroom::{Draft, Refused, SaveRefused};
use serde::Serialize;

use super::draft_save::{problem_of, save_draft};
use super::edition::{Place, demand_writer, facts, open};
use super::edition_write::source_text;
use super::fields::{Fields, Problem};
use super::insight::{FindingModel, Knowledge, Proposal, classes, proposal};
use super::presence;
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct SubmitPage {
    api: String,
    message: String,
    edition: String,
    title: String,
    revision: u64,
    words: usize,
    is_correction: bool,
    checks: Vec<FindingModel>,
    wrong: usize,
    classes: Vec<(&'static str, bool)>,
    proposal: Option<Proposal>,
    fields: Fields,
    problems: Vec<Problem>,
}

/// Asks.
pub(crate) async fn ask(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        demand_writer(desk, &signed, &place)?;
        let draft = open(desk, &place)?;
        if !draft.is_saved() {
            return Ok(Redirect::to(&place.href()).into_response());
        }
        page(desk, &signed, &place, &draft, None, vec![])
    })
    .await
}

/// Submits.
pub(crate) async fn submit(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    axum::Form(pairs): axum::Form<Vec<(String, String)>>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| submit_now(desk, &signed, &place, &pairs)).await
}

fn submit_now(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    pairs: &[(String, String)],
) -> Result<Response, DeskError> {
    demand_writer(desk, signed, place)?;
    let one = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let standing = desk.standing()?;
    let draft = open(desk, place)?;
    if !draft.is_saved() {
        // Submitted or discarded already: a form that was sent twice does no harm.
        return Ok(Redirect::to(&place.href()).into_response());
    }
    let mut entered = Fields::of(&draft.content, &place.lang, &standing);
    let own = |name: &str| matches!(name, "class" | "note");
    entered.overlay(pairs.iter().filter(|(name, _)| own(name)).map(|(name, value)| (name.as_str(), value.as_str())));
    if one("revision").and_then(|revision| revision.parse().ok()) != Some(draft.revision) {
        let problem =
            Problem::new("revision", "Somebody changed the text since you looked at it: read it again, then submit.");
        return page(desk, signed, place, &draft, Some((StatusCode::CONFLICT, entered)), vec![problem]);
    }
    let refuse = |entered: &Fields, problems: Vec<Problem>| {
        page(desk, signed, place, &draft, Some((StatusCode::UNPROCESSABLE_ENTITY, entered.clone())), problems)
    };
    let document = draft.content.document.clone();
    let (content, problems) = entered.content(document, &draft.content, &place.lang, &standing);
    if !problems.is_empty() {
        return refuse(&entered, problems);
    }
    let knowledge = Knowledge::gather(desk, &place.lang)?;
    let source = source_text(desk, place, &draft)?;
    let wrong = knowledge.findings(place, &content, source.as_ref()).iter().any(|finding| finding.severity == "error");
    if wrong && one("anyway").is_none() {
        let message = "Some of what the checks found is wrong: mend it, or tick the box to submit all the same.";
        return refuse(&entered, vec![Problem::new("anyway", message)]);
    }
    let saved = match save_draft(desk, signed, place, draft.revision, content) {
        Ok(saved) => saved,
        Err(SaveRefused::Changed { .. }) => return Err(Refused::Conflict.into()),
        Err(refused) => {
            return match problem_of(&refused) {
                Some(problem) => refuse(&entered, vec![problem]),
                None => Err(refused.into()),
            };
        }
    };
    let visitor = desk.visitor(signed);
    match desk.newsroom.submit_draft(&desk.site, &visitor, &place.message, &place.lang, saved.revision) {
        Ok(_) => {
            presence::leave(desk, signed, place);
            Ok(Redirect::to(&format!("{}?done=submitted", place.href())).into_response())
        }
        Err(Refused::TitleMissing) => refuse(
            &entered,
            vec![Problem::new("title", super::draft_save::capital(&Refused::TitleMissing.to_string()))],
        ),
        Err(Refused::Rule(refusal)) => {
            refuse(&entered, vec![Problem::new("submit", super::draft_save::capital(&refusal.to_string()))])
        }
        Err(refused) => Err(refused.into()),
    }
}

fn page(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    draft: &Draft,
    entered: Option<(StatusCode, Fields)>,
    problems: Vec<Problem>,
) -> Result<Response, DeskError> {
    let knowledge = Knowledge::gather(desk, &place.lang)?;
    let edition = facts(desk, place)?;
    let source = source_text(desk, place, draft)?;
    let checks = knowledge.findings(place, &draft.content, source.as_ref());
    let proposal = proposal(desk, &edition, &draft.content)?;
    let (status, fields) =
        entered.unwrap_or_else(|| (StatusCode::OK, Fields::of(&draft.content, &place.lang, &knowledge.standing)));
    let model = SubmitPage {
        api: place.href(),
        message: place.message.to_string(),
        edition: place.lang.to_string(),
        title: draft.content.title.clone(),
        revision: draft.revision,
        words: draft.content.document.word_count(),
        is_correction: !edition.versions.is_empty(),
        wrong: checks.iter().filter(|finding| finding.severity == "error").count(),
        checks,
        classes: classes(proposal.as_ref()),
        proposal,
        fields,
        problems,
    };
    desk.page_with(status, signed, "messages", "writing/submit.html", &model)
}
