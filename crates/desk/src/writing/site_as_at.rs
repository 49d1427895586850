//! Asking for the whole site as at an instant: date and time of day at home, and a language.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Lang, LocalTime, resolve_local};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::fields::Problem;
use crate::{DeskError, DeskState, PlaceTime, Signed};

/// What the form says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    date: String,
    time: String,
    lang: String,
    /// Which of two instants is meant, where the clock at home shows the time twice or never.
    instant: String,
}

#[derive(Serialize)]
struct AsAtPage {
    date: String,
    time: String,
    chosen: String,
    /// `skipped` or `twice`, where one of two instants has to be chosen.
    why: Option<&'static str>,
    options: Vec<(String, Vec<PlaceTime>)>,
    problems: Vec<Problem>,
}

/// What date and time come to.
enum Wished {
    At(Timestamp),
    Choose(&'static str, [Timestamp; 2]),
    Wrong(&'static str),
}

/// Leads to the site at the instant; without one, or with one that cannot be, asks for it.
pub(crate) async fn ask(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| lead(desk, &signed, asked)).await
}

fn lead(desk: &DeskState, signed: &Signed, asked: Asked) -> Result<Response, DeskError> {
    let standing = desk.standing()?;
    let own = desk.lang_of(signed);
    let local = standing.home.to_datetime(desk.now());
    let is_asked = !asked.date.is_empty() || !asked.time.is_empty();
    let mut model = AsAtPage {
        date: if is_asked { asked.date.clone() } else { local.date().to_string() },
        time: if is_asked { asked.time.clone() } else { format!("{:02}:{:02}", local.hour(), local.minute()) },
        chosen: asked.lang.clone(),
        why: None,
        options: vec![],
        problems: vec![],
    };
    if is_asked {
        let lang = asked.lang.parse::<Lang>().ok().filter(|lang| standing.identity.languages.contains(lang));
        let problem = |field: &str, key: &str| Problem::new(field, desk.templates.say(&own, key, &[]));
        match (wished(&asked, &standing.home), lang) {
            (Wished::Wrong("time"), _) => model.problems.push(problem("as-at-time", "writing-as-at-time-wrong")),
            (Wished::Wrong(_), _) => model.problems.push(problem("as-at-date", "writing-as-at-date-wrong")),
            (_, None) => model.problems.push(problem("as-at-lang", "writing-as-at-lang-wrong")),
            (Wished::At(instant), Some(lang)) => {
                let stamp = TimeZone::UTC.to_datetime(instant).strftime("%Y%m%d%H%M%S");
                return Ok(Redirect::to(&format!("/desk/as-at/{stamp}/{lang}/")).into_response());
            }
            (Wished::Choose(why, instants), Some(_)) => {
                model.why = Some(why);
                for instant in instants {
                    model.options.push((instant.to_string(), desk.places(&own, instant)?));
                }
            }
        }
    }
    let is_wrong = model.why.is_some() || !model.problems.is_empty();
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    desk.page_with(status, signed, "messages", "writing/as_at.html", &model)
}

fn wished(asked: &Asked, home: &TimeZone) -> Wished {
    // An address of an instant has four digits for its year.
    let date = asked.date.parse::<Date>().ok().filter(|date| (1..=9998).contains(&date.year()));
    let Some(date) = date else { return Wished::Wrong("date") };
    let Ok(time) = asked.time.parse::<Time>() else { return Wished::Wrong("time") };
    let choose = |why, instants: [Timestamp; 2]| {
        let chosen = asked.instant.parse::<Timestamp>().ok();
        let found = instants.into_iter().find(|instant| chosen == Some(*instant));
        found.map_or(Wished::Choose(why, instants), Wished::At)
    };
    match resolve_local(DateTime::from_parts(date, time), home) {
        None => Wished::Wrong("date"),
        Some(LocalTime::One(instant)) => Wished::At(instant),
        Some(LocalTime::Skipped { before, after }) => choose("skipped", [before, after]),
        Some(LocalTime::Twice { first, second }) => choose("twice", [first, second]),
    }
}
