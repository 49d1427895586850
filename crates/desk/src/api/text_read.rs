//! Foreign texts, read into blocks and turns: a paste, a Word file. Nothing is saved here.

use document::{Docx, Mint, Note, ParseOptions, Parsed, from_clipboard, from_docx};
use domain::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::ask::{Answer, Ask};
use super::draft_keep::speaker_names;
use super::limits::PASTE_BYTES_MAX;
use super::room::{Room, Verb};
use super::trouble::Trouble;
use crate::{DeskError, DeskState};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What a clipboard holds.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Pasted {
    /// The formatted form; what Word, Google Docs, LibreOffice and Outlook put there is understood.
    #[serde(default)]
    html: String,
    /// The plain form.
    #[serde(default)]
    text: String,
    /// The language of the text, which helps to recognise labels.
    #[schema(value_type = Option<String>)]
    lang: Option<Lang>,
}

/// A text that was read.
#[derive(Serialize, ToSchema)]
struct ReadText {
    /// The text, as a draft takes it.
    #[schema(value_type = Object)]
    document: Value,
    /// What was left out, changed or is unsure.
    notes: Vec<ReadNote>,
    /// The title that a Word file names.
    title: Option<String>,
}

/// What the reader of a text has to say.
#[derive(Serialize, ToSchema)]
struct ReadNote {
    message: String,
    /// The ids of the blocks or turns that it is about.
    blocks: Vec<String>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Post, "/paste", "read_paste", "Read a paste into blocks and turns", paste)
            .takes::<Pasted>()
            .bytes_max(PASTE_BYTES_MAX)
            .gives::<ReadText>(200),
        Room::new(Verb::Post, "/docx", "read_docx", "Read a Word file into blocks and turns", docx)
            .query(&[("lang", "The language of the text.")])
            .takes_file(DOCX, document::DOCX_BYTES_MAX)
            .gives::<ReadText>(200),
    ]
}

fn paste(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let Pasted { html, text, lang } = ask.read()?;
    if html.trim().is_empty() && text.trim().is_empty() {
        return Err(Trouble::field("text", "there is nothing to read; send “html”, “text” or both"));
    }
    let larger = |part: &str| part.len() > document::PASTE_BYTES_MAX;
    if larger(&text) || larger(&html) && text.trim().is_empty() {
        let detail = format!("a paste may have {} MB; part it, or send the Word file", document::PASTE_BYTES_MAX >> 20);
        return Err(DeskError::TooLarge(detail).into());
    }
    let names = speaker_names(desk)?;
    let options = ParseOptions { speakers: &names, lang: lang.as_ref().map_or("", Lang::as_str) };
    let html = Some(html.as_str()).filter(|html| !html.is_empty());
    answer(from_clipboard(html, &text, &options, &mut mint(desk)), None)
}

fn docx(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let lang = ask.asked_as::<Lang>("lang", "a language tag such as en")?;
    let names = speaker_names(desk)?;
    let options = ParseOptions { speakers: &names, lang: lang.as_ref().map_or("", Lang::as_str) };
    let read = from_docx(&ask.body, &options, &mut mint(desk));
    let Docx { parsed, title, .. } = read.map_err(|error| Trouble::field("body", error.to_string()))?;
    answer(parsed, title)
}

fn mint(desk: &DeskState) -> Mint {
    Mint::seeded(&desk.newsroom.chance().bytes())
}

fn answer(parsed: Parsed, title: Option<String>) -> Result<Answer, Trouble> {
    let note = |note: Note| {
        let blocks = note.blocks.iter().map(ToString::to_string).collect();
        ReadNote { message: note.message, blocks }
    };
    let document = serde_json::to_value(&parsed.document).map_err(DeskError::internal)?;
    let notes = parsed.notes.into_iter().map(note).collect();
    Answer::json(200, &ReadText { document, notes, title })
}
