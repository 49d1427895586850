//! Word files (ISO/IEC 29500, Office Open XML): a zip package of XML parts, read in one pass without building a tree.
//!
//! Start reading at [`package`] (what is let in at all), then [`body`] (how elements become blocks).

mod body;
mod field;
mod numbering;
mod package;
mod properties;
mod styles;
mod symbol;
mod xml;

use super::builder::Builder;
use super::{PIECES_MAX, ParseOptions, Parsed, Sure, finish_tidied};
use crate::ids::Mint;
use crate::notes::Kind;
use body::Body;
use numbering::Numbering;
use package::Package;
use styles::Styles;
use xml::{Part, has_text};

/// Bytes of a Word file. A message with a dozen photographs has some 30 MB, and the pictures are not read anyway.
pub const DOCX_BYTES_MAX: usize = 50_000_000;

/// What a Word file brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docx {
    /// The text and what was left out, accepted or is unsure.
    pub parsed: Parsed,
    /// The title: the first paragraph if it has the style Title, which then does not stand in the text, else that of the file's properties.
    pub title: Option<String>,
    /// The language of most of the text (BCP 47), as Word's proofing has it: a suggestion.
    pub lang: Option<String>,
}

/// Why a file was not read. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    /// The file is of another kind, which is named as far as it is known.
    #[error(
        "This is {0}, not a Word document (.docx): open it in its own program, save it as .docx and choose that file."
    )]
    NotDocx(&'static str),
    /// The file is protected by a password or by rights management.
    #[error(
        "This Word document is encrypted: open it in Word, remove the password under File, Info, Protect Document, save it and try again."
    )]
    Encrypted,
    /// The file claims or turns out to be far larger inside than any text.
    #[error(
        "This file unpacks to far more than a text can hold and was not opened: copy the text into a new Word document and try again."
    )]
    Bomb,
    /// A part of the file cannot be read.
    #[error("This Word document is damaged (part {part}): open it in Word, let it be repaired, save it and try again.")]
    Damaged {
        /// The name of the part in the package.
        part: String,
    },
    /// A part declares entities or a document type, which Word never does and attacks do.
    #[error(
        "This Word document declares XML entities (part {part}), which is not allowed: copy the text into a new Word document and try again."
    )]
    Entities {
        /// The name of the part in the package.
        part: String,
    },
    /// The file or its text is larger than is read at once.
    #[error(
        "This Word document is too large: at most 50 MB, and 400,000 paragraphs, cells and changes of style; split it and try again."
    )]
    TooLarge,
}

/// Reads a Word file (`.docx`, ISO/IEC 29500 transitional or strict).
///
/// Headings, lists, tables, quotes, links, footnotes and endnotes stay, and bold, italic, struck, raised and lowered text. Tracked insertions are
/// accepted, tracked deletions, comments, hidden text, pictures, charts, page headers and footers are left out; the notes count all
/// of it. Paragraphs in a style that is named for speakers open turns, as labels with a colon do.
///
/// # Errors
/// Where the file is none, is encrypted, damaged or too large; each error is a sentence for the editor that says what to do.
pub fn from_docx(bytes: &[u8], options: &ParseOptions<'_>, mint: &mut Mint) -> Result<Docx, DocxError> {
    docx_and_sure(bytes, options, mint).map(|(docx, _)| docx)
}

/// As [`from_docx`], with what is said of each turn.
pub(crate) fn docx_and_sure(
    bytes: &[u8],
    options: &ParseOptions<'_>,
    mint: &mut Mint,
) -> Result<(Docx, Vec<Sure>), DocxError> {
    if bytes.len() > DOCX_BYTES_MAX {
        return Err(DocxError::TooLarge);
    }
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let text = package.part(&main)?.ok_or_else(|| DocxError::Damaged { part: main.clone() })?;
    let relations = package.relations(&main)?;
    let styles = match package.related(&relations, &main, "styles")? {
        Some((name, text)) => Styles::read(&Part { name: &name, text: &text })?,
        None => Styles::default(),
    };
    let numbering = match package.related(&relations, &main, "numbering")? {
        Some((name, text)) => Numbering::read(&Part { name: &name, text: &text })?,
        None => Numbering::default(),
    };
    let mut body = Body::new(Builder::new(mint), &styles, &numbering);
    body.read_part(&Part { name: &main, text: &text }, &relations)?;
    for kind in ["footnotes", "endnotes"] {
        if let Some((name, text)) = package.related(&relations, &main, kind)? {
            let relations = package.relations(&name)?;
            body.read_part(&Part { name: &name, text: &text }, &relations)?;
        }
    }
    if let Some((name, text)) = package.related(&relations, &main, "comments")? {
        body.count_comments(&Part { name: &name, text: &text })?;
    }
    for name in package.running_parts(&relations, &main) {
        if let Some(text) = package.part(&name)?
            && has_text(&Part { name: &name, text: &text })?
        {
            body.builder().notes.add(Kind::Headers);
        }
    }
    let core = match package.core_properties()? {
        Some((name, text)) => properties::title(&Part { name: &name, text: &text })?,
        None => None,
    };
    let read = body.finish();
    if read.builder.pieces() > PIECES_MAX {
        return Err(DocxError::TooLarge);
    }
    let lang = read.lang.or_else(|| styles.lang().map(str::to_owned));
    let own = if options.lang.is_empty() { lang.as_deref().unwrap_or_default() } else { options.lang };
    let (parsed, sure) = finish_tidied(read.builder, &ParseOptions { speakers: options.speakers, lang: own }, false);
    Ok((Docx { parsed, title: read.title.or(core), lang }, sure))
}
