//! A bundle: its members, its instant, and its move as a whole.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use domain::BundleId;
use newsroom::Stage;
use serde::Serialize;

use super::fields::Fields;
use super::journal_words::{Teller, Told};
use super::room::{Named, Problem, RELEASERS, Room, When, onward};
use super::when::{Choice, Wished};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct Model {
    bundle: String,
    title: String,
    release: When,
    is_public: bool,
    members: Vec<Member>,
    may_move: bool,
    date: String,
    time: String,
    reason: String,
    choice: Option<Choice>,
    history: Vec<Told>,
    done: String,
    problem: Option<Problem>,
}

#[derive(Serialize)]
struct Member {
    named: Named,
    language: String,
    number: u32,
    /// Whether its own release was called off.
    called_off: bool,
    href: String,
}

/// Shows a bundle.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path(bundle): Path<String>,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    let bundle = bundle.parse().map_err(|_| DeskError::NotFound)?;
    desk.work(move |desk| render(&Room::enter(desk, &signed)?, &bundle, &Fields::read(&query), None, None)).await
}

/// Moves all of it.
pub(super) async fn move_all(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path(bundle): Path<String>,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    let id: BundleId = bundle.parse().map_err(|_| DeskError::NotFound)?;
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        let done = || onward(&format!("/desk/bundle/{id}?done=moved"));
        let release = match room.wished(&fields) {
            Wished::At(instant) => instant,
            Wished::Choose(choice) => {
                let key = if choice.skipped { "review-time-skipped" } else { "review-time-twice" };
                let problem = Problem::of("instant", room.say(key, &[]));
                return render(&room, &id, &fields, Some(problem), Some(choice));
            }
            Wished::Wrong(problem) => return render(&room, &id, &fields, Some(problem), None),
        };
        // The same form sent twice asks for what is so already.
        if desk.newsroom.bundle(&desk.site, &id)?.is_some_and(|bundle| bundle.release == release) {
            return Ok(done());
        }
        let moved = fields.reason("reason").and_then(|reason| {
            Ok(desk.newsroom.move_bundle(&desk.site, &desk.visitor(&signed), &id, release, &reason)?)
        });
        match moved {
            Ok(_) => Ok(done()),
            Err(error) => {
                let problem = Problem::from_error(error, "reason")?;
                render(&room, &id, &fields, Some(problem), None)
            }
        }
    })
    .await
}

fn render(
    room: &Room<'_>,
    id: &BundleId,
    fields: &Fields,
    problem: Option<Problem>,
    choice: Option<Choice>,
) -> Result<Response, DeskError> {
    let desk = room.desk;
    let bundle = desk.newsroom.bundle(&desk.site, id)?.ok_or(DeskError::NotFound)?;
    let mut members = Vec::with_capacity(bundle.members.len());
    for (message, lang, number) in &bundle.members {
        let editions = desk.newsroom.views().all_editions(&desk.site, message)?;
        let Some(edition) = editions.get(lang) else { continue };
        let version = edition.versions.iter().find(|version| version.number == *number);
        let stage = if bundle.release > room.now { Stage::Scheduled } else { Stage::Public };
        members.push(Member {
            named: room.named(message, lang, room.title_of(edition)?, stage),
            language: room.language(lang),
            number: *number,
            called_off: version.is_none(),
            href: version.map(|version| room.public_href(lang, &version.address)).unwrap_or_default(),
        });
    }
    let entries = desk.newsroom.home().read_stream(desk.site.as_str(), &domain::bundle_stream(id))?;
    let mut teller = Teller::of(room);
    let history = entries.iter().rev().map(|entry| teller.tell(entry)).collect::<Result<_, _>>()?;
    let (date, time) = room.fields_of(bundle.release);
    let typed = |name: &str, otherwise: String| fields.given(name).map_or(otherwise, str::to_owned);
    let model = Model {
        bundle: id.to_string(),
        is_public: bundle.release <= room.now,
        may_move: bundle.release > room.now && bundle.members.iter().all(|(_, lang, _)| room.may(&RELEASERS, lang)),
        title: bundle.title,
        release: room.when(bundle.release),
        members,
        date: typed("date", date),
        time: typed("time", time),
        reason: fields.get("reason").to_owned(),
        choice,
        history,
        done: fields.done(),
        problem,
    };
    match model.problem {
        Some(_) => room.again("calendar", "review/bundle.html", &model),
        None => room.page("calendar", "review/bundle.html", &model),
    }
}
