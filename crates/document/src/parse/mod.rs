//! From foreign text to documents. Three formats drive one [`builder`]; then [`turns`] finds who speaks.

mod builder;
mod html;
mod inline;
mod links;
mod markdown;
mod plain;
mod table;
mod turns;

use crate::ids::Mint;
use crate::model::{Document, Node};
use crate::notes::Note;
use builder::Builder;

pub(crate) use links::is_allowed_address;
pub(crate) use plain::is_spaceless;

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
    let mut builder = Builder::new(mint);
    plain::feed_plain(text, &mut builder);
    let mut parsed = finish(builder, options, true);
    for node in &mut parsed.document.nodes {
        match node {
            Node::Block(block) => plain::join_lines(block),
            Node::Turn(turn) => turn.blocks.iter_mut().for_each(plain::join_lines),
        }
    }
    parsed
}

/// Reads CommonMark 0.31 with tables, strikethrough and footnotes. HTML inside is treated as by [`from_html`]; a
/// paragraph that starts with a speaker's label and a colon opens a turn.
pub fn from_markdown(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> Parsed {
    let mut builder = Builder::new(mint);
    markdown::feed_markdown(text, &mut builder);
    finish(builder, options, false)
}

/// Reads HTML, whole pages or fragments, well-formed or not. Only a fixed list of elements has a meaning; scripts, styles
/// and embedded content are left out with a note, everything else is unwrapped to its text.
pub fn from_html(text: &str, options: &ParseOptions<'_>, mint: &mut Mint) -> Parsed {
    let mut builder = Builder::new(mint);
    html::feed_html(text, &mut builder, &mut html::Swallowed::default());
    finish(builder, options, false)
}

fn finish(builder: Builder<'_>, options: &ParseOptions<'_>, is_plain: bool) -> Parsed {
    let (blocks, mut notes, mint) = builder.finish();
    let nodes = turns::recognise(blocks, options, is_plain, mint, &mut notes);
    Parsed { document: Document { nodes }, notes: notes.finish() }
}
