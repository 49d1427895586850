//! Transcripts: who said what, read from any text, with how sure that is and why.
//!
//! Recognition is that of [`crate::parse`]; here turns get their speakers, and what stands between them becomes narration.
//! Labels and paragraphs joined give the source back: nothing is lost and nothing moves. What the parsers change on the way is white space
//! (runs become one space, line breaks inside a paragraph too), Unicode normalisation form C, and characters that
//! have no place in a text: byte order marks, control characters, direction overrides, interlinear marks and noncharacters. From
//! HTML, Markdown and Word files it is the visible text that is given back.
//!
//! Start reading at [`Said`], then `names` (labels to persons) and `told` (nodes to turns).

mod cue;
mod label_name;
mod likeness;
mod names;
mod told;

use crate::ids::Mint;
use crate::model::{Document, Role};
use crate::parse::{self, DocxError, ParseOptions};

pub use cue::Cue;
pub(crate) use label_name::{Parts, parts};
pub(crate) use likeness::{distance, squeezed};
pub(crate) use names::{Who, resolve};

/// A text as what was said, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    /// The turns, the record's own words among them.
    pub turns: Vec<Said>,
}

/// What one speaker, or the record itself, says at one go.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The label as printed, without its colon; nothing where none stands.
    pub label: Option<String>,
    /// The label with its colon, dashes and emphasis marks as they stand in the source.
    pub printed: Option<String>,
    /// The fullest name that this transcript gives for the label, without the office where that can be told; the office if its
    /// holder is never named; nothing for those who ask unnamed, and for the record.
    pub speaker: Option<String>,
    /// What the turn is in the conversation.
    pub role: Role,
    /// The text by paragraphs: items of lists and rows of tables count as such.
    pub paragraphs: Vec<String>,
    /// How sure it is that a turn begins here, 0 to 1. An order of doubt, not a probability.
    pub confidence: f32,
    /// Why it is one, and what speaks for doubt.
    pub why: Vec<Cue>,
}

/// Reads a plain transcript, as [`crate::from_plain`] does.
#[must_use]
pub fn transcript_from_plain(text: &str, options: &ParseOptions<'_>) -> Transcript {
    let (parsed, sure) = parse::plain_and_sure(text, options, &mut mint());
    told::transcript(&parsed.document, Some(&sure))
}

/// Reads a transcript in Markdown, as [`crate::from_markdown`] does.
#[must_use]
pub fn transcript_from_markdown(text: &str, options: &ParseOptions<'_>) -> Transcript {
    let (parsed, sure) = parse::markdown_and_sure(text, options, &mut mint());
    told::transcript(&parsed.document, Some(&sure))
}

/// Reads a transcript in HTML, as [`crate::from_html`] does.
#[must_use]
pub fn transcript_from_html(text: &str, options: &ParseOptions<'_>) -> Transcript {
    let (parsed, sure) = parse::html_and_sure(text, options, &mut mint());
    told::transcript(&parsed.document, Some(&sure))
}

/// Reads a transcript in a Word file, as [`crate::from_docx`] does. A title that stands in the text comes first, as narration.
///
/// # Errors
/// Those of [`crate::from_docx`].
pub fn transcript_from_docx(bytes: &[u8], options: &ParseOptions<'_>) -> Result<Transcript, DocxError> {
    let (docx, sure) = parse::docx_and_sure(bytes, options, &mut mint())?;
    let mut transcript = told::transcript(&docx.parsed.document, Some(&sure));
    if let Some(title) = docx.title.filter(|_| docx.parsed.notes.iter().any(|note| note.code == "title-taken")) {
        told::put_title(&mut transcript, title);
    }
    Ok(transcript)
}

/// A stored text as a transcript: its turns are what editors made them, and only the speakers' names are worked out.
#[must_use]
pub fn transcript(document: &Document) -> Transcript {
    told::transcript(document, None)
}

/// The speaker of each turn of `document`, in order: the fullest name that the text itself gives, as in [`Said::speaker`].
#[must_use]
pub fn speakers_of(document: &Document) -> Vec<Option<String>> {
    told::speakers(document).into_iter().map(|who| who.map(|who| who.name)).collect()
}

/// Ids are not kept, so that it does not matter which they are.
fn mint() -> Mint {
    Mint::seeded(b"transcript")
}
