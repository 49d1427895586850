//! Pages of lists: an opaque cursor in the body, and a link to what follows (RFC 8288).

use axum::http::header;
use serde::Serialize;
use serde_json::json;

use super::ask::{Answer, Ask};
use super::limits::OFFSET_MAX;
use super::trouble::Trouble;

/// The parameter of every list.
pub(super) const CURSOR: (&str, &str) = ("cursor", "Where the page begins: `next` of the page before.");

/// Where a page begins.
pub(super) fn offset(ask: &Ask) -> Result<usize, Trouble> {
    let wrong = || Trouble::field("cursor", "“cursor” must be the “next” of an earlier page; begin without it");
    let Some(cursor) = ask.asked("cursor") else { return Ok(0) };
    let offset = cursor.strip_prefix('c').and_then(|number| number.parse().ok()).filter(|offset| *offset <= OFFSET_MAX);
    offset.ok_or_else(wrong)
}

/// A page: its lines under a name, and where the next one begins.
pub(super) fn answer(
    ask: &Ask,
    path: &str,
    name: &str,
    lines: &impl Serialize,
    next: Option<usize>,
) -> Result<Answer, Trouble> {
    let next = next.filter(|next| *next <= OFFSET_MAX).map(|next| format!("c{next}"));
    let answer = Answer::json(200, &json!({ name: lines, "next": next }))?;
    let Some(next) = next else { return Ok(answer) };
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(ask.query.iter().filter(|(name, _)| name != "cursor")).append_pair("cursor", &next);
    let link = format!("<{}{path}?{}>; rel=\"next\"", super::BASE, query.finish());
    Ok(answer.header(&header::LINK, link))
}

/// Cuts a list that has one line more than a page to the page; gives where the next one begins.
pub(super) fn cut<T>(lines: &mut Vec<T>, offset: usize, length: usize) -> Option<usize> {
    let more = lines.len() > length;
    lines.truncate(length);
    more.then_some(offset + length)
}
