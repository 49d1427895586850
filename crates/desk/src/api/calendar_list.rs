//! The calendar: releases in a stretch of time, planned and done.

use domain::{Edition, Lang, MessageId};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use views::DeskFilter;

use super::ask::{Answer, Ask};
use super::limits::{EDITIONS_READ_MAX, LINES};
use super::room::{Room, Verb};
use super::trouble::Trouble;
use crate::DeskState;

/// How far the calendar reaches where the request does not say: a month back and all that is planned.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 31);

/// A release.
#[derive(Serialize, ToSchema)]
struct ReleaseLine {
    message: String,
    lang: String,
    number: u32,
    /// Nothing where the edition is withdrawn or erased.
    title: Option<String>,
    /// RFC 3339.
    release: String,
    /// Whether the instant is still to come.
    planned: bool,
    address: String,
    bundle: Option<String>,
}

/// ReleaseLines in their order.
#[derive(Serialize, ToSchema)]
struct ReleaseLines {
    releases: Vec<ReleaseLine>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(
            Verb::Get,
            "/calendar",
            "read_calendar",
            "List releases in a stretch of time, planned and done",
            list,
        )
        .query(&[
            ("from", "The first instant, RFC 3339; 31 days ago where absent."),
            ("to", "The first instant after it, RFC 3339; open where absent."),
        ])
        .gives::<ReleaseLines>(200),
    ]
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let wanted = "an instant such as 2027-01-05T12:00:00Z";
    let from = ask.asked_as::<Timestamp>("from", wanted)?;
    let from = from.unwrap_or_else(|| ask.now.checked_sub(BACK).unwrap_or(Timestamp::MIN));
    let to = ask.asked_as::<Timestamp>("to", wanted)?.unwrap_or(Timestamp::MAX);
    let mut found = Vec::new();
    for (message, lang, edition) in editions(desk, ask, from)? {
        for version in edition.versions.iter().filter(|version| from <= version.release && version.release < to) {
            let title = desk.newsroom.content_of(version.sheet)?.map(|content| content.title);
            let line = ReleaseLine {
                message: message.to_string(),
                lang: lang.to_string(),
                number: version.number,
                title,
                release: version.release.to_string(),
                planned: version.release > ask.now,
                address: version.address.clone(),
                bundle: version.bundle.as_ref().map(ToString::to_string),
            };
            found.push((version.release, line));
        }
    }
    found.sort_by(|(one, first), (other, second)| {
        one.cmp(other).then_with(|| (&first.message, &first.lang).cmp(&(&second.message, &second.lang)))
    });
    Answer::json(200, &ReleaseLines { releases: found.into_iter().map(|(_, line)| line).collect() })
}

/// The editions whose newest version was released at an instant or later, and those of which one is planned.
fn editions(desk: &DeskState, ask: &Ask, from: Timestamp) -> Result<Vec<(MessageId, Lang, Edition)>, Trouble> {
    let views = desk.newsroom.views();
    let mut found = views.scheduled(&desk.site, ask.now)?;
    let mut offset = 0;
    while offset < EDITIONS_READ_MAX {
        let lines = views.desk_list(&desk.site, &DeskFilter::default(), offset, LINES)?;
        let last = lines.len() < LINES;
        offset += lines.len();
        for line in lines {
            if line.release < from {
                return Ok(found);
            }
            if found.iter().any(|(message, lang, _)| *message == line.message && *lang == line.lang) {
                continue;
            }
            if let Some(edition) = views.all_editions(&desk.site, &line.message)?.remove(&line.lang) {
                found.push((line.message, line.lang, edition));
            }
        }
        if last {
            break;
        }
    }
    Ok(found)
}
