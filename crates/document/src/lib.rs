//! The structured text of a version: blocks and speaker turns, each with a permanent id.
//!
//! A [`Document`] is read from Markdown, HTML or a plain transcript ([`from_markdown`], [`from_html`],
//! [`from_plain`]), from a paste or a Word file ([`from_clipboard`], [`from_docx`]), has one canonical form and digest
//! ([`Document::canonical`], [`Document::digest`]), and is written as safe HTML, plain text or Markdown. What a reader of
//! foreign text dropped or was unsure of stands in [`Parsed::notes`].
//!
//! This crate must never fetch anything, read a clock or make randomness of its own: ids come from a seeded
//! [`Mint`]. It must never let markup through: HTML in a body is data, and the only place that writes tags is
//! `to_html`, from a fixed list of them.
//!
//! Start reading at `model` (the shapes), then `builder` (how every format becomes blocks), then `turns`
//! (how paragraphs become speaker turns), then `transcript` (who speaks in them).

mod canonical;
mod carry;
mod diff;
mod edited;
mod ids;
mod model;
mod notes;
mod parse;
mod render;
mod transcript;

pub use canonical::{DocumentError, FORMAT};
pub use carry::carry_ids;
pub use diff::{
    Change, ChangeKind, Conflict, Detail, Diff, Merge, Part, Place, Reason, Row, RowSide, Significance, Token,
    TokenKind, Weight, WordChange, WordKind, denies, diff, edit_distance, is_unspaced, merge, significance, tokens,
};
pub use edited::from_edited;
pub use ids::{BlockId, IdError, Mint, TurnId};
pub use model::{Block, Body, DEPTH_MAX, Document, Marks, Node, Role, Span, Turn};
pub use notes::Note;
pub use parse::{
    DOCX_BYTES_MAX, Docx, DocxError, PASTE_BYTES_MAX, ParseOptions, Parsed, from_clipboard, from_docx, from_html,
    from_markdown, from_plain,
};
pub use render::{HtmlOptions, Marked, Picture};
pub use transcript::{
    Cue, Said, Transcript, speakers_of, transcript, transcript_from_docx, transcript_from_html,
    transcript_from_markdown, transcript_from_plain,
};
