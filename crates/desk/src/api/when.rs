//! Instants in bodies: as an instant, or as the home zone's clock shows it.

use axum::http::StatusCode;
use domain::{LocalTime, resolve_local};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::trouble::Trouble;
use crate::DeskState;

/// A time on the clock of the site's home zone.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LocalWish {
    /// The day, `YYYY-MM-DD`.
    #[schema(value_type = String, format = Date)]
    date: Date,
    /// The time, `HH:MM` or `HH:MM:SS`.
    #[schema(value_type = String)]
    time: Time,
    /// Which of two instants is meant, where the clock shows the time twice or never: the refusal says which there are.
    choice: Option<Choice>,
}

/// Which of two instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Choice {
    /// The first time that the clock shows it.
    First,
    /// The second time.
    Second,
    /// As far before the gap as the time asked for is behind its beginning.
    Before,
    /// As far after it.
    After,
}

/// The instant that a body names in one of two ways; nothing where it names none.
pub(super) fn instant(
    desk: &DeskState,
    at: Option<Timestamp>,
    local: Option<LocalWish>,
) -> Result<Option<Timestamp>, Trouble> {
    match (at, local) {
        (Some(_), Some(_)) => Err(Trouble::field("local", "the body names the instant twice; send “at” or “local”")),
        (at, None) => Ok(at),
        (None, Some(local)) => resolve(desk, local).map(Some),
    }
}

fn resolve(desk: &DeskState, local: LocalWish) -> Result<Timestamp, Trouble> {
    let civil = DateTime::from_parts(local.date, local.time);
    let home = desk.standing()?.home;
    let years = || Trouble::field("local.date", "“local.date” is outside the years that can be reckoned with");
    let (code, why, options) = match resolve_local(civil, &home).ok_or_else(years)? {
        LocalTime::One(instant) => return Ok(instant),
        LocalTime::Skipped { before, after } => {
            let why = "the clock of the home zone never shows this time: it is put forward past it";
            ("local-time-skipped", why, [(Choice::Before, "before", before), (Choice::After, "after", after)])
        }
        LocalTime::Twice { first, second } => {
            let why = "the clock of the home zone shows this time twice: it is put back over it";
            ("local-time-twice", why, [(Choice::First, "first", first), (Choice::Second, "second", second)])
        }
    };
    if let Some((_, _, instant)) = options.into_iter().find(|(choice, _, _)| local.choice == Some(*choice)) {
        return Ok(instant);
    }
    let offered: Vec<serde_json::Value> =
        options.iter().map(|(_, choice, instant)| json!({ "choice": choice, "at": instant })).collect();
    let detail = format!("{why}; choose one of the instants in “options” with “local.choice”");
    let trouble = Trouble::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail);
    Err(trouble.named("local.choice").with("options", offered))
}
