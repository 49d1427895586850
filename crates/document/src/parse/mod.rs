//! From foreign text to documents. Every format drives one [`builder`]; then [`turns`] finds who speaks. What word processors
//! and mail programs put on the clipboard is read by [`office`], Word files by [`docx`]; both share [`lists`] and [`tidy`].

mod builder;
mod docx;
mod html;
mod inline;
mod links;
mod lists;
mod mail;
mod markdown;
mod office;
mod plain;
mod table;
mod tally;
mod tidy;
mod turns;

use crate::ids::Mint;
use crate::model::{Document, Node};
use crate::notes::{Kind, Note, Notes};
use builder::Builder;

pub(crate) use docx::docx_and_sure;
pub use docx::{DOCX_BYTES_MAX, Docx, DocxError, from_docx};
pub(crate) use links::is_allowed_address;
pub(crate) use plain::is_spaceless;
pub(crate) use turns::{Sure, is_break, is_closing, speech};

/// Bytes of a paste, of its formatted and of its plain form each. A book of a thousand pages has some 3 MB of text and, from Word,
/// some 15 MB of markup; what is larger holds pictures, which do not come with a paste anyway.
pub const PASTE_BYTES_MAX: usize = 20_000_000;
/// Blocks, table cells and changes of style in a paste or file, some 150 bytes each in memory. The longest sitting of a parliament
/// has some ten thousand.
const PIECES_MAX: usize = 400_000;

/// What helps a parser.
#[derive(Clone, Copy, Debug, Default)]
pub struct ParseOptions<'a> {
    /// Names of the site's speakers, which help to recognise labels.
    pub speakers: &'a [String],
    /// The language of the text (BCP 47), or empty where it is not known.
    pub lang: &'a str,
}

/// A document and what its parser has to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The document.
    pub document: Document,
    /// What was dropped, changed or is unsure; one note per kind.
    pub notes: Vec<Note>,
}

/// Reads a plain transcript or statement: paragraphs are parted by blank lines, a single line break is a soft wrap, and a
/// speaker's label with a colon at the start of a line opens a turn.
pub fn from_plain(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> Parsed {
    plain_and_sure(text, options, mint).0
}

/// As [`from_plain`], with what is said of each turn.
pub(crate) fn plain_and_sure(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> (Parsed, Vec<Sure>) {
    let mut builder = Builder::new(mint);
    plain::feed_plain(text, &mut builder);
    let (mut parsed, sure) = finish_with(builder, options, true, false);
    for node in &mut parsed.document.nodes {
        match node {
            Node::Block(block) => plain::join_lines(block),
            Node::Turn(turn) => turn.blocks.iter_mut().for_each(plain::join_lines),
        }
    }
    (parsed, sure)
}

/// Reads CommonMark 0.31 with tables, strikethrough and footnotes. HTML inside is treated as by [`from_html`]; a
/// paragraph that starts with a speaker's label and a colon opens a turn.
pub fn from_markdown(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> Parsed {
    markdown_and_sure(text, options, mint).0
}

/// As [`from_markdown`], with what is said of each turn.
pub(crate) fn markdown_and_sure(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> (Parsed, Vec<Sure>) {
    let mut builder = Builder::new(mint);
    markdown::feed_markdown(text, &mut builder);
    finish_with(builder, options, false, false)
}

/// Reads HTML, whole pages or fragments, well-formed or not. Only a fixed list of elements has a meaning; scripts, styles
/// and embedded content are left out with a note, everything else is unwrapped to its text.
pub fn from_html(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> Parsed {
    html_and_sure(text, options, mint).0
}

/// As [`from_html`], with what is said of each turn.
pub(crate) fn html_and_sure(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> (Parsed, Vec<Sure>) {
    let mut builder = Builder::new(mint);
    html::feed_html(text, &mut builder, &mut html::Swallowed::default());
    finish_with(builder, options, false, false)
}

/// Reads what a paste brings: the clipboard's `text/html`, where there is any, and its `text/plain`.
///
/// The dialects of Word (desktop and web), Outlook, Google Docs, LibreOffice, Apple Mail and Gmail are understood: their style is dropped
/// but for bold, italic, struck, raised and lowered text; their paragraphs with bullets become lists, their footnotes stand at the end. Comments,
/// tracked deletions and hidden text are left out and counted in the notes; tracked insertions are accepted and counted. Without
/// usable HTML the plain text is read as an e-mail is: lines evidently wrapped at 60 to 80 columns are joined, others kept, and
/// lines behind `>` become quotes.
///
/// What is larger than [`PASTE_BYTES_MAX`] is not pasted at all: the document is empty and a note says so. Where only the
/// formatted form is larger, the plain one is taken, with a note.
pub fn from_clipboard(html: Option<&str>, text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> Parsed {
    let html = html.filter(|html| !html.trim().is_empty());
    let mut notes = Notes::default();
    match html {
        Some(html) if html.len() <= PASTE_BYTES_MAX => {
            let mut builder = Builder::new(mint);
            if !office::feed_office(html, &mut builder) {
                return refused(notes);
            }
            let parsed = finish_tidied(builder, options, false).0;
            if !parsed.document.is_empty() || text.trim().is_empty() {
                return parsed;
            }
            // What was left out must be said even if the plain text is taken in the end.
            if !parsed.notes.is_empty() {
                return parsed;
            }
        }
        Some(_) if text.trim().is_empty() => return refused(notes),
        Some(_) => notes.add(Kind::PlainOnly),
        None => {}
    }
    if text.len() > PASTE_BYTES_MAX {
        return refused(Notes::default());
    }
    let mut builder = Builder::new(mint);
    builder.notes = notes;
    mail::feed_mail(text, &mut builder);
    if builder.pieces() > PIECES_MAX {
        return refused(Notes::default());
    }
    let mut parsed = finish_tidied(builder, options, true).0;
    for node in &mut parsed.document.nodes {
        match node {
            Node::Block(block) => mail::join_wrapped(block),
            Node::Turn(turn) => turn.blocks.iter_mut().for_each(mail::join_wrapped),
        }
    }
    parsed
}

/// Nothing, and a note that says why.
fn refused(mut notes: Notes) -> Parsed {
    notes.add(Kind::PasteSize);
    Parsed { document: Document::default(), notes: notes.finish() }
}

/// Finishes a text from a word processor or mail program, whose characters and styles need tidying first.
fn finish_tidied(builder: Builder<'_>, options: &ParseOptions<'_>, is_plain: bool) -> (Parsed, Vec<Sure>) {
    finish_with(builder, options, is_plain, true)
}

fn finish_with(
    mut builder: Builder<'_>,
    options: &ParseOptions<'_>,
    is_plain: bool,
    untidy: bool,
) -> (Parsed, Vec<Sure>) {
    builder.open_paragraph();
    let speaker_lines = builder.take_speaker_lines();
    let (mut blocks, mut notes, mint) = builder.finish();
    if untidy {
        tidy::tidy(&mut blocks, options.lang);
    }
    let (nodes, sure) = turns::recognise(blocks, &speaker_lines, options, is_plain, mint, &mut notes);
    (Parsed { document: Document { nodes }, notes: notes.finish() }, sure)
}
