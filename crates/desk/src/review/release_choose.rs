//! Chooses what is released and when, and repeats it in words before anything happens.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use domain::{Lang, MessageId, Refusal};
use jiff::Timestamp;
use newsroom::{Refused, ReleaseWish, Stage};
use serde::Serialize;

use super::fields::{Fields, item_of, item_text, items_of};
use super::room::{Problem, RELEASERS, Room, When};
use super::when::{Choice, Wished};
use crate::{DeskError, DeskState, Signed};

/// A submitted edition that can be released.
#[derive(Debug, Clone, Serialize)]
struct Offer {
    value: String,
    checked: bool,
    message: String,
    lang: String,
    language: String,
    title: String,
    stage: &'static str,
    class: &'static str,
    by: String,
}

#[derive(Serialize)]
struct Choosing {
    offers: Vec<Offer>,
    unapproved: bool,
    at: bool,
    date: String,
    time: String,
    title: String,
    bypass: String,
    choice: Option<Choice>,
    instant: String,
    home: String,
    problem: Option<Problem>,
}

#[derive(Serialize)]
struct Confirming {
    items: Vec<Offer>,
    /// Editions of the same messages that stay as they are.
    hidden: Vec<Staying>,
    /// Languages, where all is one message; else 0.
    languages: usize,
    texts: usize,
    when: Option<When>,
    at: String,
    title: String,
    bypass: String,
    unapproved: usize,
}

#[derive(Serialize)]
struct Staying {
    title: String,
    language: String,
    stage: &'static str,
}

/// Offers everything that is submitted; what the query names is chosen already.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| choosing(&Room::enter(desk, &signed)?, &Fields::read(&query), None, None)).await
}

/// Repeats in words what would be done, or shows the form again with what is wrong. Changes nothing.
pub(super) async fn confirm(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        match wish(&room, &fields)? {
            Plan::Wish(wish) => confirming(&room, &wish),
            Plan::Choose(choice) => {
                let key = if choice.skipped { "review-time-skipped" } else { "review-time-twice" };
                let problem = Problem::of("instant", room.say(key, &[]));
                choosing(&room, &fields, Some(problem), Some(choice))
            }
            Plan::Wrong(problem) => choosing(&room, &fields, Some(problem), None),
        }
    })
    .await
}

enum Plan {
    Wish(ReleaseWish),
    Choose(Choice),
    Wrong(Problem),
}

/// What the form asks for.
fn wish(room: &Room<'_>, fields: &Fields) -> Result<Plan, DeskError> {
    let items = items_of(fields);
    let wrong = |field: &str, message: String| Ok(Plan::Wrong(Problem::of(field, message)));
    if items.is_empty() {
        return wrong("item", room.say("review-nothing-chosen", &[]));
    }
    for item in &items {
        if !room.may(&RELEASERS, &item.lang) {
            let needs = RELEASERS.to_vec();
            return Err(Refused::NotAllowed { needs, lang: Some(item.lang.clone()) }.into());
        }
    }
    let at = if fields.get("when") == "at" {
        match room.wished(fields) {
            Wished::At(instant) => Some(instant),
            Wished::Choose(choice) => return Ok(Plan::Choose(choice)),
            Wished::Wrong(problem) => return Ok(Plan::Wrong(problem)),
        }
    } else {
        None
    };
    if let Some(at) = at.filter(|at| *at < room.now) {
        return wrong("date", Refusal::ReleaseInThePast(at).to_string());
    }
    let title = match (items.len(), fields.given("title")) {
        (1, _) => None,
        (_, Some(title)) => Some(title.to_owned()),
        (_, None) => return wrong("title", room.say("review-bundle-title-missing", &[])),
    };
    let bypass = match fields.reason("bypass") {
        Ok(reason) => Some(reason).filter(|reason| !reason.is_empty()),
        Err(error) => return Ok(Plan::Wrong(Problem::from_error(error, "bypass")?)),
    };
    let pending = room.desk.newsroom.views().submissions(&room.desk.site)?;
    for item in &items {
        let Some((_, _, pending)) = pending.iter().find(|own| own.0 == item.message && own.1 == item.lang) else {
            return wrong("item", Refusal::NothingSubmitted.to_string());
        };
        if pending.submission.digest() != item.submission {
            return wrong("item", Refusal::SubmissionChanged.to_string());
        }
        if pending.approved_by.is_none() && bypass.is_none() {
            return wrong("bypass", Refusal::NotApproved.to_string());
        }
        if pending.approved_by.is_none() && pending.submission.is_classed_below_proposal() {
            return wrong("item", Refusal::LowerClassNeedsApproval.to_string());
        }
    }
    Ok(Plan::Wish(ReleaseWish { items, at, title, bypass }))
}

/// The form, with what was typed.
pub(super) fn choosing(
    room: &Room<'_>,
    fields: &Fields,
    problem: Option<Problem>,
    choice: Option<Choice>,
) -> Result<Response, DeskError> {
    let wanted: Vec<(MessageId, Lang)> =
        fields.all("item").filter_map(item_of).map(|(message, lang, _)| (message, lang)).collect();
    let offers = offers(room, |message, lang| wanted.iter().any(|own| own.0 == *message && own.1 == *lang))?;
    // A form that comes back from the confirmation names the instant only.
    let named = fields.get("at").parse::<Timestamp>().ok().map(|at| room.fields_of(at));
    let (date, time) = named.unwrap_or_else(|| (fields.get("date").to_owned(), fields.get("time").to_owned()));
    let today = || room.fields_of(room.now).0;
    let home = room.when(room.now).places.first().map(|place| place.place.clone()).unwrap_or_default();
    let model = Choosing {
        unapproved: offers.iter().any(|offer| offer.stage == Stage::Submitted.as_str()),
        offers,
        at: fields.get("when") == "at" || fields.given("at").is_some(),
        date: if date.is_empty() { today() } else { date },
        time,
        title: fields.get("title").to_owned(),
        bypass: fields.get("bypass").to_owned(),
        choice,
        instant: fields.get("instant").to_owned(),
        home,
        problem,
    };
    match model.problem {
        Some(_) => room.again("home", "review/release.html", &model),
        None => room.page("home", "review/release.html", &model),
    }
}

fn offers(room: &Room<'_>, checked: impl Fn(&MessageId, &Lang) -> bool) -> Result<Vec<Offer>, DeskError> {
    let mut offers = Vec::new();
    for (message, lang, pending) in room.desk.newsroom.views().submissions(&room.desk.site)? {
        if !room.may(&RELEASERS, &lang) {
            continue;
        }
        let sheet = room.sheet(pending.submission.sheet)?;
        offers.push(Offer {
            value: format!("{message}/{lang}/{}", pending.submission.digest()),
            checked: checked(&message, &lang),
            language: room.language(&lang),
            title: room.titled(sheet.map(|sheet| sheet.title)),
            stage: if pending.approved_by.is_some() { Stage::Approved } else { Stage::Submitted }.as_str(),
            class: pending.submission.class.as_str(),
            by: room.who(pending.submission.changed_by.as_str()),
            message: message.to_string(),
            lang: lang.to_string(),
        });
    }
    // What is chosen stands first; approved before not yet approved.
    offers.sort_by_key(|offer| (!offer.checked, offer.stage != Stage::Approved.as_str()));
    Ok(offers)
}

fn confirming(room: &Room<'_>, wish: &ReleaseWish) -> Result<Response, DeskError> {
    let chosen =
        |message: &MessageId, lang: &Lang| wish.items.iter().any(|item| item.message == *message && item.lang == *lang);
    let mut items = offers(room, chosen)?;
    items.retain(|offer| offer.checked);
    let mut messages: Vec<&MessageId> = wish.items.iter().map(|item| &item.message).collect();
    messages.sort_unstable();
    messages.dedup();
    let mut hidden = Vec::new();
    for message in &messages {
        for (lang, standpoint) in room.desk.newsroom.standpoints(&room.desk.site, message)? {
            let is_public = standpoint.stage == Stage::Public && standpoint.next.is_none();
            if chosen(message, &lang) || is_public {
                continue;
            }
            let (title, language) = (room.title(&standpoint)?, room.language(&lang));
            hidden.push(Staying { title, language, stage: standpoint.next.unwrap_or(standpoint.stage).as_str() });
        }
    }
    let model = Confirming {
        unapproved: items.iter().filter(|offer| offer.stage == Stage::Submitted.as_str()).count(),
        languages: if messages.len() == 1 { wish.items.len() } else { 0 },
        texts: wish.items.len(),
        items: items
            .into_iter()
            .map(|offer| {
                let same = wish
                    .items
                    .iter()
                    .find(|item| item.message.as_str() == offer.message && item.lang.as_str() == offer.lang);
                Offer { value: same.map(item_text).unwrap_or_default(), ..offer }
            })
            .collect(),
        hidden,
        when: wish.at.map(|at| room.when(at)),
        at: wish.at.map(|at| at.to_string()).unwrap_or_default(),
        title: wish.title.clone().unwrap_or_default(),
        bypass: wish.bypass.clone().unwrap_or_default(),
    };
    room.page("home", "review/confirm.html", &model)
}
