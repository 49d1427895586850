//! What is done with an edition that was released: moved, called off, withdrawn, restored, erased, looked at afterwards.
//! Each has a page that says what will happen and asks for the reason.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use domain::{Command, Edition, Lang, MessageId, Version};
use newsroom::Visitor;
use serde::Serialize;

use super::fields::{Fields, edition_of};
use super::room::{Problem, Room, When, onward};
use super::when::{Choice, Wished};
use crate::{DeskError, DeskState, Signed};

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Move,
    CallOff,
    Withdraw,
    Restore,
    Erase,
    Look,
}

impl Action {
    const ALL: [Self; 6] = [Self::Move, Self::CallOff, Self::Withdraw, Self::Restore, Self::Erase, Self::Look];

    /// The name in addresses, template tests and string keys.
    fn as_str(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::CallOff => "call-off",
            Self::Withdraw => "withdraw",
            Self::Restore => "restore",
            Self::Erase => "erase",
            Self::Look => "look",
        }
    }

    fn named(text: &str) -> Result<Self, DeskError> {
        Self::ALL.into_iter().find(|action| action.as_str() == text).ok_or(DeskError::NotFound)
    }
}

#[derive(Serialize)]
struct Model {
    action: &'static str,
    message: String,
    edition_lang: String,
    language: String,
    title: String,
    number: u32,
    release: Option<When>,
    href: String,
    bypass: String,
    date: String,
    time: String,
    choice: Option<Choice>,
    reason: String,
    by_law: bool,
    typed_title: String,
    versions: usize,
    problem: Option<Problem>,
}

type Address = (String, String, String);

/// The page of one action.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang, action)): Path<Address>,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    let ((message, lang), action) = (edition_of(&message, &lang)?, Action::named(&action)?);
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        render(&room, (&message, &lang), action, &Fields::read(&query), None, None)
    })
    .await
}

/// Does it.
pub(super) async fn act(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang, action)): Path<Address>,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    let ((message, lang), action) = (edition_of(&message, &lang)?, Action::named(&action)?);
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        match carry_out(&room, (&message, &lang), action, &fields) {
            Ok(Outcome::Done) => Ok(onward(&format!("/desk/message/{message}?done={}", action.as_str()))),
            Ok(Outcome::Choose(choice)) => {
                let key = if choice.skipped { "review-time-skipped" } else { "review-time-twice" };
                let problem = Problem::of("instant", room.say(key, &[]));
                render(&room, (&message, &lang), action, &fields, Some(problem), Some(choice))
            }
            Err(error) => {
                let problem = Problem::from_error(error, "reason")?;
                render(&room, (&message, &lang), action, &fields, Some(problem), None)
            }
        }
    })
    .await
}

enum Outcome {
    Done,
    Choose(Choice),
}

fn carry_out(
    room: &Room<'_>,
    (message, lang): (&MessageId, &Lang),
    action: Action,
    fields: &Fields,
) -> Result<Outcome, DeskError> {
    let (desk, visitor): (&DeskState, Visitor) = (room.desk, room.desk.visitor(room.signed));
    let (id, own) = (message.clone(), lang.clone());
    let reason = fields.reason("reason")?;
    let number: u32 = fields.get("number").parse().unwrap_or_default();
    let command = match action {
        Action::Move => {
            let release = match room.wished(fields) {
                Wished::At(instant) => instant,
                Wished::Choose(choice) => return Ok(Outcome::Choose(choice)),
                Wished::Wrong(Problem { field, message }) => return Err(DeskError::Field { field, message }),
            };
            let edition = edition(room, message, lang)?;
            // The same form sent twice asks for what is so already.
            if version(&edition, number).is_some_and(|version| version.release == release && version.bundle.is_none()) {
                return Ok(Outcome::Done);
            }
            Command::MoveRelease { message: id, lang: own, number, release, reason }
        }
        Action::CallOff => Command::CancelRelease { message: id, lang: own, number, reason },
        Action::Withdraw => Command::WithdrawEdition { message: id, lang: own, reason },
        Action::Restore => Command::RestoreEdition { message: id, lang: own, note: reason },
        Action::Look => Command::ReviewBypass { message: id, lang: own, number, by: room.me()?.clone(), note: reason },
        Action::Erase => {
            let title = room.title_of(&edition(room, message, lang)?)?;
            let administers = room.rights.has(domain::Role::Administrator, None);
            if administers && fields.get("title") != title.trim() {
                return Err(DeskError::field("title", room.say("review-erase-title-wrong", &[])));
            }
            let by_law = fields.get("by_law") == "yes";
            desk.newsroom.erase(&desk.site, &visitor, (message, lang), &reason, by_law)?;
            return Ok(Outcome::Done);
        }
    };
    desk.newsroom.order_as(&desk.site, &visitor, command)?;
    Ok(Outcome::Done)
}

fn edition(room: &Room<'_>, message: &MessageId, lang: &Lang) -> Result<Edition, DeskError> {
    let mut folded = room.desk.newsroom.message(&room.desk.site, message)?;
    folded.editions.remove(lang).ok_or(DeskError::NotFound)
}

fn version(edition: &Edition, number: u32) -> Option<&Version> {
    edition.versions.iter().find(|version| version.number == number)
}

fn render(
    room: &Room<'_>,
    (message, lang): (&MessageId, &Lang),
    action: Action,
    fields: &Fields,
    problem: Option<Problem>,
    choice: Option<Choice>,
) -> Result<Response, DeskError> {
    let edition = edition(room, message, lang)?;
    let named = fields.get("number").parse().ok().and_then(|number| version(&edition, number));
    let meant = named.or_else(|| edition.versions.last());
    let (date, time) = meant.map(|version| room.fields_of(version.release)).unwrap_or_default();
    let typed = |name: &str, otherwise: String| fields.given(name).map_or(otherwise, str::to_owned);
    let model = Model {
        action: action.as_str(),
        message: message.to_string(),
        edition_lang: lang.to_string(),
        language: room.language(lang),
        title: room.title_of(&edition)?,
        number: meant.map_or(0, |version| version.number),
        release: meant.map(|version| room.when(version.release)),
        href: meant.map(|version| room.public_href(lang, &version.address)).unwrap_or_default(),
        bypass: meant
            .and_then(|version| version.approval.as_ref())
            .and_then(|approval| approval.bypass.clone())
            .unwrap_or_default(),
        date: typed("date", date),
        time: typed("time", time),
        choice,
        reason: fields.get("reason").to_owned(),
        by_law: fields.get("by_law") == "yes",
        typed_title: fields.get("title").to_owned(),
        versions: edition.versions.len(),
        problem,
    };
    match model.problem {
        Some(_) => room.again("messages", "review/action.html", &model),
        None => room.page("messages", "review/action.html", &model),
    }
}
