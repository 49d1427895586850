//! `POST /desk/site/{kind}` and `/desk/site/{kind}/{id}`: a standing part is kept, checked, or taken away.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Command, Fixture};
use jiff::Timestamp;
use newsroom::Order;
use newsroom::Refused;

use super::form::Problem;
use super::history::History;
use super::input::Input;
use super::keeper::Keeper;
use super::part_page::{Shown, Which, href, show};
use super::parts::{PartKind, languages_of, under};
use super::reading::Reading;
use crate::{DeskError, DeskState, Signed};

/// Numbers that are tried behind an id that is taken.
const ID_NUMBERS_MAX: u32 = 1_000;

type Fields = Form<Vec<(String, String)>>;

pub(super) async fn of_kind(
    State(desk): State<Arc<DeskState>>,
    Path(kind): Path<String>,
    signed: Signed,
    Form(fields): Fields,
) -> Result<Response, DeskError> {
    let kind = PartKind::of(&kind).filter(|kind| *kind != PartKind::Media).ok_or(DeskError::NotFound)?;
    desk.work(move |desk| answer(desk, &signed, kind, None, Input::of(fields))).await
}

pub(super) async fn of_part(
    State(desk): State<Arc<DeskState>>,
    Path((kind, id)): Path<(String, String)>,
    signed: Signed,
    Form(fields): Fields,
) -> Result<Response, DeskError> {
    let kind = PartKind::of(&kind).filter(|kind| !kind.is_single() && *kind != PartKind::Media);
    let kind = kind.ok_or(DeskError::NotFound)?;
    desk.work(move |desk| answer(desk, &signed, kind, Some(id), Input::of(fields))).await
}

/// What the button says that was pressed.
enum Wish {
    Save,
    /// Look at what it comes to, keep nothing.
    Check,
    /// Show more rows of a list.
    More(String),
    Remove,
}

fn wish_of(input: &Input) -> Wish {
    let list = input.get("more");
    match input.get("do") {
        _ if !list.is_empty() => Wish::More(list.to_owned()),
        "check" => Wish::Check,
        "remove" => Wish::Remove,
        _ => Wish::Save,
    }
}

pub(super) fn answer(
    desk: &DeskState,
    signed: &Signed,
    kind: PartKind,
    id: Option<String>,
    mut input: Input,
) -> Result<Response, DeskError> {
    let keeper = Keeper::new(desk, signed)?;
    kind.demand(&keeper)?;
    let history = match (kind.is_single(), &id) {
        (true, _) => History::of(&keeper, &kind.key(""))?,
        (false, Some(id)) => History::of(&keeper, &kind.key(id))?,
        (false, None) => History::default(),
    };
    if id.is_some() && history.length() == 0 {
        return Err(DeskError::NotFound);
    }
    let which = Which { kind, id: id.as_deref(), history: &history };
    match wish_of(&input) {
        Wish::More(list) => {
            input.more(&list);
            again(&keeper, &which, input, vec![], None)
        }
        Wish::Check => {
            let (part, _, problems) = read(&keeper, &which, &input);
            again(&keeper, &which, input, problems, part)
        }
        Wish::Save => save(&keeper, &which, input),
        Wish::Remove => remove(&keeper, &which, input),
    }
}

/// The form as it was typed, with what is wrong.
fn again(
    keeper: &Keeper<'_>,
    which: &Which<'_>,
    input: Input,
    problems: Vec<Problem>,
    part: Option<Fixture>,
) -> Result<Response, DeskError> {
    let file = super::media_page::facts_of(keeper, which.history)?;
    show(keeper, which, Shown { input, problems, part, file, ..Shown::default() })
}

/// The part and its instant as the form says them; nothing of the part when there are problems with it.
fn read(keeper: &Keeper<'_>, which: &Which<'_>, input: &Input) -> (Option<Fixture>, Option<Timestamp>, Vec<Problem>) {
    let before = which.history.start(keeper.now);
    let mut reading = Reading::new(keeper, input, languages_of(before, keeper));
    let part = which.kind.read(&mut reading, which.id, before);
    let part = part.filter(|_| reading.problems.is_empty());
    let effective = effect(&mut reading, which);
    (part, effective, reading.problems)
}

/// From when the change holds; nothing for at once.
fn effect(reading: &mut Reading<'_>, which: &Which<'_>) -> Option<Timestamp> {
    let base = reading.input.get("base").parse::<usize>();
    if base.is_ok_and(|base| base != which.history.length()) {
        reading.refuse("form", "changed");
    }
    if reading.input.get("when") != "at" {
        // Who gave an instant and left "at once" chosen would make public at once what was meant for later.
        if !reading.input.get("effective-date").is_empty() || !reading.input.get("effective-time").is_empty() {
            reading.refuse("when", "when");
        }
        return None;
    }
    let effective = reading.moment("effective");
    match effective {
        Some(instant) if instant <= reading.keeper.now => reading.refuse("effective-date", "past"),
        None if reading.input.get("effective-date").is_empty() && reading.input.get("effective-time").is_empty() => {
            reading.refuse("effective-date", "date-missing");
        }
        _ => {}
    }
    effective
}

fn save(keeper: &Keeper<'_>, which: &Which<'_>, input: Input) -> Result<Response, DeskError> {
    let (part, effective, mut problems) = read(keeper, which, &input);
    let part = match part {
        Some(part) if problems.is_empty() && which.id.is_none() && !which.kind.is_single() => {
            fresh(keeper, which, part, &input)?
        }
        part => part,
    };
    let Some(part) = part.filter(|_| problems.is_empty()) else {
        if problems.is_empty() {
            let message = keeper.say("keeping-wrong-slug");
            problems.push(Problem { field: "slug".to_owned(), message });
        }
        return again(keeper, which, input, problems, None);
    };
    let id = part.key().id;
    super::part_keys::note(keeper, &part.key())?;
    let command = Command::SetFixture { part: Box::new(part.clone()), effective };
    // On top of what the form was compared with: of two forms sent in one moment the second is refused.
    let order = Order::from(command).on_top_of(u32::try_from(which.history.length()).unwrap_or(u32::MAX));
    match keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), order) {
        Ok(_) => Ok(onward(which.kind, &id, if effective.is_some() { "planned" } else { "kept" })),
        Err(refused) => said(keeper, which, input, Some(part), refused),
    }
}

fn remove(keeper: &Keeper<'_>, which: &Which<'_>, input: Input) -> Result<Response, DeskError> {
    let mut reading = Reading::new(keeper, &input, vec![]);
    let effective = effect(&mut reading, which);
    if !input.has("sure", "yes") {
        reading.refuse("sure", "sure");
    }
    if which.history.length() == 0 || which.kind == PartKind::Identity {
        reading.refuse("form", "nothing-to-remove");
    }
    let problems = reading.problems;
    if !problems.is_empty() {
        return again(keeper, which, input, problems, None);
    }
    let id = which.id.unwrap_or_default();
    super::part_keys::note(keeper, &which.kind.key(id))?;
    let command = Command::RemoveFixture { key: which.kind.key(id), effective };
    let order = Order::from(command).on_top_of(u32::try_from(which.history.length()).unwrap_or(u32::MAX));
    match keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), order) {
        Ok(_) => Ok(onward(which.kind, id, "removed")),
        Err(refused) => said(keeper, which, input, None, refused),
    }
}

/// What the rules refuse is said beside the form; what rights and stores refuse is a page of its own.
fn said(
    keeper: &Keeper<'_>,
    which: &Which<'_>,
    input: Input,
    part: Option<Fixture>,
    refused: Refused,
) -> Result<Response, DeskError> {
    match refused {
        Refused::Rule(refusal) => {
            let problem = Problem { field: "form".to_owned(), message: refusal.to_string() };
            again(keeper, which, input, vec![problem], part)
        }
        other => Err(other.into()),
    }
}

fn onward(kind: PartKind, id: &str, done: &str) -> Response {
    Redirect::to(&format!("{}?done={done}", href(kind, Some(id)))).into_response()
}

/// A new part under an id that no part of the kind ever had; nothing when the id that was typed is taken.
fn fresh(keeper: &Keeper<'_>, which: &Which<'_>, part: Fixture, input: &Input) -> Result<Option<Fixture>, DeskError> {
    let wanted = part.key().id;
    let free = |id: &str| Ok::<bool, DeskError>(History::of(keeper, &which.kind.key(id))?.length() == 0);
    if free(&wanted)? {
        return Ok(Some(part));
    }
    if matches!(which.kind, PartKind::Speaker | PartKind::Topic) || !input.get("slug").is_empty() {
        return Ok(None);
    }
    for number in 2..ID_NUMBERS_MAX {
        let id = format!("{wanted}-{number}");
        if free(&id)? {
            return Ok(Some(under(part, &id)));
        }
    }
    Ok(None)
}
