//! Messages: a new one's id, the list, and one with all its editions.

use domain::{Lang, MessageId};
use newsroom::Standpoint;
use serde::Serialize;
use utoipa::ToSchema;
use views::DeskFilter;

use super::ask::{Answer, Ask};
use super::limits::{LINES, WORDS_CHARS_MAX};
use super::page::{self, CURSOR};
use super::room::{Room, Verb};
use super::shapes::{EditionShape, MessageShape};
use super::trouble::Trouble;
use crate::DeskState;

const LIST: &str = "/messages";

/// A new message's id.
#[derive(Serialize, ToSchema)]
struct NewMessage {
    message: String,
}

/// An edition in the list.
#[derive(Serialize, ToSchema)]
struct EditionLine {
    message: String,
    lang: String,
    /// Empty where the edition is withdrawn or erased.
    title: String,
    kind: String,
    /// The address below the language.
    address: String,
    /// The release of the newest version, RFC 3339.
    release: String,
}

/// A page of the list of editions, the newest release first.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; pages are made where they are given")]
struct EditionLines {
    editions: Vec<EditionLine>,
    /// The cursor of the next page.
    next: Option<String>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Post, LIST, "begin_message", "Draw the id of a new message", begin)
            .about("Nothing is written: the message begins with the first save of a draft under this id.")
            .gives::<NewMessage>(200),
        Room::new(Verb::Get, LIST, "list_messages", "List editions that were released or are to be", list)
            .query(&[("lang", "One language."), ("words", "Words of the title."), CURSOR])
            .gives::<EditionLines>(200),
        Room::new(Verb::Get, "/messages/{message}", "read_message", "Read where a message's editions stand", show)
            .gives::<MessageShape>(200),
    ]
}

fn begin(desk: &DeskState, _: &Ask) -> Result<Answer, Trouble> {
    Answer::json(200, &NewMessage { message: desk.newsroom.chance().message_id().to_string() })
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let lang = ask.asked_as::<Lang>("lang", "a language tag such as en")?;
    let words: String = ask.asked("words").unwrap_or_default().chars().take(WORDS_CHARS_MAX).collect();
    let offset = page::offset(ask)?;
    let filter = DeskFilter { lang, words };
    let mut found = desk.newsroom.views().desk_list(&desk.site, &filter, offset, LINES + 1)?;
    let next = page::cut(&mut found, offset, LINES);
    let line = |line: views::DeskLine| EditionLine {
        message: line.message.to_string(),
        lang: line.lang.to_string(),
        title: line.title,
        kind: line.kind,
        address: line.path,
        release: line.release.to_string(),
    };
    page::answer(ask, LIST, "editions", &found.into_iter().map(line).collect::<Vec<_>>(), next)
}

fn show(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let message: MessageId = ask.id("message")?;
    let standpoints = desk.newsroom.standpoints(&desk.site, &message)?;
    if standpoints.is_empty() {
        return Err(Trouble::not_found());
    }
    let mut editions = Vec::with_capacity(standpoints.len());
    for (lang, standpoint) in standpoints {
        let title = title(desk, &standpoint)?;
        editions.push(EditionShape::of(&lang, standpoint, title));
    }
    Answer::json(200, &MessageShape { message: message.to_string(), editions })
}

/// The title of what is being written, else of what is submitted, else of the newest version.
fn title(desk: &DeskState, standpoint: &Standpoint) -> Result<Option<String>, Trouble> {
    if let Some(title) = standpoint.title() {
        return Ok(Some(title.to_owned()));
    }
    let pending = standpoint.edition.pending.as_ref().map(|pending| pending.submission.sheet);
    let Some(sheet) = pending.or_else(|| standpoint.edition.versions.last().map(|version| version.sheet)) else {
        return Ok(None);
    };
    Ok(desk.newsroom.content_of(sheet)?.map(|content| content.title))
}
