//! Drafts: the list, one of them, saving on top of a revision, discarding.

use axum::http::{HeaderName, StatusCode, header};
use document::{Document, Mint, ParseOptions, carry_ids, from_edited, from_markdown};
use domain::{Lang, MessageId};
use newsroom::{Content, Draft, Refused, SaveRefused};
use serde_json::{Value, json};

use super::ask::{Answer, Ask};
use super::limits::TEXT_BYTES_MAX;
use super::room::{Room, Verb};
use super::shapes::{ContentBody, DraftLine, DraftLines, DraftWhole};
use super::trouble::Trouble;
use crate::{DeskError, DeskState};

const DRAFT: &str = "/drafts/{message}/{lang}";

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, "/drafts", "list_drafts", "List drafts", list).gives::<DraftLines>(200),
        Room::new(Verb::Get, DRAFT, "read_draft", "Read a draft, or what a new one begins with", show)
            .about(
                "Where nothing was saved (`saved` is false) the content is the newest version's, or for a new translation \
                 what another edition of the message says of itself. The ETag is the revision.",
            )
            .query(&[("text", "`markdown` gives the text as `markdown` in place of `document`.")])
            .gives::<DraftWhole>(200),
        Room::new(Verb::Put, DRAFT, "save_draft", "Save a draft on top of a revision", save)
            .about(
                "`If-Match: \"revision\"` names the revision that the text was made from, `If-None-Match: *` says that \
                 none was saved before; without either the answer is 428, with another revision than the one that is \
                 there 412, which carries it. Nothing is ever overwritten.",
            )
            .takes::<ContentBody>()
            .bytes_max(TEXT_BYTES_MAX)
            .gives::<DraftLine>(200)
            .conditional(),
        Room::new(Verb::Delete, DRAFT, "discard_draft", "Discard a draft", discard)
            .about("Its revisions are kept for a month. `If-Match` refuses to discard what was changed since.")
            .gives_nothing()
            .conditional(),
    ]
}

fn list(desk: &DeskState, _: &Ask) -> Result<Answer, Trouble> {
    let drafts = desk.newsroom.draft_outlines(&desk.site)?;
    Answer::json(200, &DraftLines { drafts: drafts.iter().map(DraftLine::of).collect() })
}

fn show(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let as_markdown = match ask.asked("text") {
        None => false,
        Some("markdown") => true,
        Some(_) => {
            return Err(Trouble::field("text", "“text” can only be “markdown”; leave it out for blocks and turns"));
        }
    };
    let draft = open(desk, &message, &lang)?;
    let mut content = serde_json::to_value(&draft.content).map_err(DeskError::internal)?;
    if let Some(fields) = content.as_object_mut().filter(|_| as_markdown) {
        fields.remove("document");
        fields.insert("markdown".to_owned(), Value::from(draft.content.document.to_markdown()));
    }
    let answer = json!({ "draft": DraftLine::of(&draft), "content": content });
    Ok(Answer::json(200, &answer)?.tagged(draft.revision))
}

fn save(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let based = based(ask)?.ok_or_else(|| {
        let detail = "say what the text is based on: “if-match” with the revision in quotation marks, or “if-none-match: *” where none was saved before";
        Trouble::new(StatusCode::PRECONDITION_REQUIRED, "precondition-required", detail)
    })?;
    let body: ContentBody = ask.read()?;
    let before = open(desk, &message, &lang)?;
    let base = match based {
        Based::On(revision) => revision,
        // The newsroom refuses that, after it has looked at the rights.
        Based::OnNothing if before.is_saved() => 0,
        Based::OnNothing => before.revision,
    };
    let content = content(desk, &lang, body, &before.content.document)?;
    let saved = desk.newsroom.save_draft(&desk.site, &ask.caller.visitor, (&message, &lang), base, content);
    let saved = match saved {
        Err(SaveRefused::Changed { .. }) => return Err(changed(open(desk, &message, &lang)?.revision)),
        saved => saved?,
    };
    let answer = Answer::json(if before.is_saved() { 200 } else { 201 }, &DraftLine::of(&saved))?;
    Ok(answer.tagged(saved.revision).header(&header::LOCATION, format!("{}/drafts/{message}/{lang}", super::BASE)))
}

fn discard(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let there = desk.newsroom.draft(&desk.site, &message, &lang)?.ok_or_else(Trouble::not_found)?;
    let revision = match based(ask)? {
        Some(Based::On(revision)) => revision,
        Some(Based::OnNothing) => return Err(changed(there.revision)),
        None => there.revision,
    };
    match desk.newsroom.discard_draft(&desk.site, &ask.caller.visitor, (&message, &lang), revision) {
        Err(Refused::Conflict) => Err(changed(open(desk, &message, &lang)?.revision)),
        discarded => Ok(discarded.map(|()| Answer::nothing())?),
    }
}

/// The draft is another one than the request is based on.
fn changed(revision: u64) -> Trouble {
    let detail = "somebody else changed, released or discarded this text in the meantime; read it again, take their changes in, and send it with the new revision";
    Trouble::new(StatusCode::PRECONDITION_FAILED, "draft-changed", detail).with("revision", revision)
}

/// The draft, or what one begins with. Only the site's languages have editions.
pub(super) fn open(desk: &DeskState, message: &MessageId, lang: &Lang) -> Result<Draft, Trouble> {
    if !desk.newsroom.rules(&desk.site)?.languages.contains(lang) {
        return Err(Trouble::not_found());
    }
    Ok(desk.newsroom.open_draft(&desk.site, message, lang)?)
}

/// What a request says that it is based on (RFC 9110 §13.1).
enum Based {
    /// This revision.
    On(u64),
    /// That nothing was saved before.
    OnNothing,
}

/// What a request is based on; nothing where it does not say.
fn based(ask: &Ask) -> Result<Option<Based>, Trouble> {
    let wrong = |name: &HeaderName, wanted: &str| {
        let detail = format!("“{name}” must be {wanted}");
        Err(Trouble::new(StatusCode::BAD_REQUEST, "precondition", detail))
    };
    match (ask.header(&header::IF_MATCH), ask.header(&header::IF_NONE_MATCH)) {
        (None, None) => Ok(None),
        (None, Some("*")) => Ok(Some(Based::OnNothing)),
        (None, Some(_)) => wrong(&header::IF_NONE_MATCH, "*: that no draft was saved before"),
        (Some(tag), None) => {
            let revision = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).and_then(|tag| tag.parse().ok());
            match revision {
                Some(revision) => Ok(Some(Based::On(revision))),
                None => wrong(&header::IF_MATCH, "one revision in quotation marks, such as \"3\""),
            }
        }
        (Some(_), Some(_)) => wrong(&header::IF_MATCH, "sent without “if-none-match”; send one of them"),
    }
}

/// A draft's content from a body; ids of a text in Markdown are carried over from the text before.
pub(super) fn content(desk: &DeskState, lang: &Lang, body: ContentBody, before: &Document) -> Result<Content, Trouble> {
    let mut mint = Mint::seeded(&desk.newsroom.chance().bytes());
    let document = match (&body.document, &body.markdown) {
        (Some(document), None) => {
            let bytes = serde_json::to_vec(document).map_err(DeskError::internal)?;
            let refused = |error| Trouble::field("document", format!("the text cannot be taken as it is: {error}"));
            from_edited(&bytes, &mut mint).map_err(refused)?
        }
        (None, Some(markdown)) => {
            let names = speaker_names(desk)?;
            let options = ParseOptions { speakers: &names, lang: lang.as_str() };
            let parsed = from_markdown(&markdown.replace("\r\n", "\n"), &options, &mut mint);
            carry_ids(before, parsed.document, &mut mint)
        }
        (Some(_), Some(_)) => {
            return Err(Trouble::field("markdown", "the body has the text twice; send “document” or “markdown”"));
        }
        (None, None) => return Err(Trouble::field("document", "the body has no text; send “document” or “markdown”")),
    };
    Ok(Content {
        title: body.title,
        kind: body.kind,
        teaser: body.teaser,
        occasion: body.occasion.into(),
        speakers: body.speakers,
        topics: body.topics,
        nav: body.nav,
        slug: body.slug,
        class: body.class,
        note: body.note,
        follows: body.follows.map(Into::into),
        document,
    })
}

/// All forms of the speakers' names and offices, which help to recognise labels.
pub(super) fn speaker_names(desk: &DeskState) -> Result<Vec<String>, Trouble> {
    let mut names = Vec::new();
    for speaker in desk.standing()?.speakers {
        names.extend(speaker.name.0.into_values());
        names.extend(speaker.aliases);
        names.extend(speaker.offices.into_iter().flat_map(|office| office.title.0.into_values()));
    }
    Ok(names)
}
