//! Carries out a release that was confirmed. The form names what was looked at and the instant that was read out.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use domain::{Fact, Refusal};
use jiff::Timestamp;
use newsroom::{Refused, ReleaseWish, Releasing};

use super::fields::{Fields, items_of};
use super::release_choose::choosing;
use super::room::{Problem, Room, onward};
use crate::{DeskError, DeskState, Signed};

/// Releases.
pub(super) async fn carry_out(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        let items = items_of(&fields);
        let done = {
            let named: Vec<String> = items.iter().map(|item| format!("item={}/{}", item.message, item.lang)).collect();
            format!("/desk/release/done?{}", named.join("&"))
        };
        let at = match fields.given("at") {
            None => None,
            Some(text) => Some(text.parse::<Timestamp>().map_err(|_| {
                DeskError::field("at", "this form names no instant that can be read; choose the release again")
            })?),
        };
        if items.is_empty() {
            let problem = Problem::of("item", room.say("review-nothing-chosen", &[]));
            return choosing(&room, &fields, Some(problem), None);
        }
        let title = fields.given("title").filter(|_| items.len() > 1).map(str::to_owned);
        let bypass = Some(fields.reason("bypass")?).filter(|reason| !reason.is_empty());
        let wish = ReleaseWish { items, at, title, bypass };
        match desk.newsroom.release(&desk.site, &desk.visitor(&signed), &wish) {
            Ok(_) => Ok(onward(&done)),
            // The same form sent twice: what it asks for is so already.
            Err(Refused::Rule(Refusal::NothingSubmitted | Refusal::SubmissionChanged))
                if are_released(&room, &wish.items)? =>
            {
                Ok(onward(&done))
            }
            Err(refused) => {
                let problem = Problem::from_error(refused.into(), "item")?;
                choosing(&room, &fields, Some(problem), None)
            }
        }
    })
    .await
}

/// Whether every one of these submissions has become a version.
fn are_released(room: &Room<'_>, items: &[Releasing]) -> Result<bool, DeskError> {
    for item in items {
        let facts = room.desk.newsroom.facts_of(&room.desk.site, &item.message)?;
        let sheet = facts.iter().find_map(|fact| match fact {
            Fact::DraftSubmitted { lang, submission, .. }
                if *lang == item.lang && submission.digest() == item.submission =>
            {
                Some(submission.sheet)
            }
            _ => None,
        });
        let released = facts.iter().any(|fact| {
            matches!(fact, Fact::VersionReleased { lang, sheet: own, .. } if *lang == item.lang && Some(*own) == sheet)
        });
        if !released {
            return Ok(false);
        }
    }
    Ok(!items.is_empty())
}
