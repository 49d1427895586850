//! What was withdrawn or erased: the address stays and says why.

use http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;

use crate::frame::Desk;

#[derive(Debug, Serialize)]
pub(crate) struct GoneRoom {
    gone: GoneModel,
}

#[derive(Debug, Serialize)]
struct GoneModel {
    title: Option<String>,
    kind: &'static str,
    text: String,
    reason: Option<String>,
    date: String,
}

/// A withdrawn edition: nothing of its text or title, only that, since when and why.
pub(crate) fn withdrawn(desk: &Desk<'_>, since: Timestamp, reason: String) -> (StatusCode, GoneRoom) {
    let date = desk.words.date(desk.local(since).date());
    let text = desk.words.say("state-withdrawn", &[("date", date.clone().into())]);
    let title = Some(desk.words.say("withdrawn-title", &[]));
    (StatusCode::GONE, GoneRoom { gone: GoneModel { title, kind: "withdrawn", text, reason: Some(reason), date } })
}

/// An erased edition: 410, or 451 where law demanded it (RFC 7725).
pub(crate) fn erased(desk: &Desk<'_>, since: Timestamp, ground: String, by_law: bool) -> (StatusCode, GoneRoom) {
    let date = desk.words.date(desk.local(since).date());
    let (status, kind, key) = if by_law {
        (StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, "erased-law", "state-erased-law")
    } else {
        (StatusCode::GONE, "erased", "state-erased")
    };
    let text = desk.words.say(key, &[]);
    (status, GoneRoom { gone: GoneModel { title: None, kind, text, reason: Some(ground), date } })
}
