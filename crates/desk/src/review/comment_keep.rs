//! Keeps comments on blocks, and says that they are settled.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;

use super::comments::{self, Comment};
use super::fields::{Fields, edition_of};
use super::room::{Problem, Room, onward};
use super::submission_show::{Typed, render};
use crate::{DeskError, DeskState, Signed};

/// Characters of a block's id in a form; ids are shorter.
const BLOCK_CHARS_MAX: usize = 64;

/// Keeps a comment.
pub(super) async fn add(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    let (message, lang) = edition_of(&message, &lang)?;
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        let known = desk.newsroom.standpoints(&desk.site, &message)?;
        known.get(&lang).ok_or(DeskError::NotFound)?;
        let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        let block: String = fields.get("block").chars().filter(plain).take(BLOCK_CHARS_MAX).collect();
        let kept = fields.reason("text").and_then(|text| {
            if text.is_empty() {
                return Err(DeskError::field("text", room.say("review-comment-empty", &[])));
            }
            let by = room.me()?.clone();
            let comment = Comment { block: block.clone(), text, by, at: room.now, resolved_by: None };
            comments::add(desk.records(), &desk.site, (&message, &lang), fields.get("id"), &comment)
        });
        match kept {
            Ok(()) => {
                let view = if fields.get("view") == "side" { "view=side&" } else { "" };
                Ok(onward(&format!("/desk/review/{message}/{lang}?{view}done=commented#b-{block}")))
            }
            Err(error) => {
                let problem = Some(Problem::from_error(error, "text")?);
                let comment = fields.get("text").to_owned();
                let typed = Typed { problem, comment_on: Some(block), comment, ..Typed::default() };
                render(&room, (&message, &lang), &Fields::default(), typed)
            }
        }
    })
    .await
}

/// Says that a comment is settled.
pub(super) async fn resolve(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    RawForm(body): RawForm,
) -> Result<Response, DeskError> {
    let (message, lang) = edition_of(&message, &lang)?;
    desk.work(move |desk| {
        let (room, fields) = (Room::enter(desk, &signed)?, Fields::read(&body));
        let by = (room.me()?, room.now);
        comments::resolve(desk.records(), &desk.site, (&message, &lang), fields.get("id"), by)?;
        Ok(onward(&format!("/desk/review/{message}/{lang}?done=resolved")))
    })
    .await
}
