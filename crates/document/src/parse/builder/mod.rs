//! Turns a stream of "a list begins", "text", "a list ends" into blocks, whatever the order, in linear time.
//!
//! Every format drives this one builder. It keeps a short explicit stack; what is nested deeper than
//! [`DEPTH_MAX`] is counted instead of stacked, so its text stays and its ends still match.

mod tables;

use std::collections::{HashMap, HashSet};

use crate::ids::{BlockId, Mint};
use crate::model::{Block, Body, DEPTH_MAX};
use crate::notes::{Kind, Notes};
use crate::parse::inline::{Inline, Mark};
use crate::parse::table::Table;

/// An open container of blocks.
#[derive(Debug)]
enum Frame {
    Quote(Vec<Block>),
    List {
        ordered: bool,
        start: u32,
        items: Vec<Vec<Block>>,
        item: Option<Vec<Block>>,
        /// Opened by an item without a list; ends with the first text that is in no item.
        implied: bool,
    },
    Footnote(usize, Vec<Block>),
}

/// Builds the blocks of one document.
#[derive(Debug)]
pub(in crate::parse) struct Builder<'m> {
    /// What was dropped so far.
    pub(in crate::parse) notes: Notes,
    /// The running text of the block being read.
    pub(in crate::parse) inline: Inline,
    mint: &'m mut Mint,
    root: Vec<Block>,
    frames: Vec<Frame>,
    quotes_beyond: usize,
    lists_beyond: usize,
    heading: Option<u8>,
    /// The picture that the paragraph being read is the caption of: alternative text and file.
    figure: Option<(String, String)>,
    table: Option<Table>,
    /// The place of each footnote by its label.
    footnote_places: HashMap<String, usize>,
    /// The footnotes' texts in the order of their first mention.
    footnotes: Vec<Vec<Block>>,
    /// Blocks and cells made so far.
    made: usize,
    /// Cells that may still be added only to make the rows of tables equally long.
    cells_left: usize,
    /// The paragraphs that name who speaks next, by the source's own word for it.
    speaker_lines: HashSet<BlockId>,
    /// Whether the paragraph being read is such a line.
    in_speaker_line: bool,
    /// The columns and rows of the cell that opens next.
    next_cell: (usize, usize),
}

/// Cells that may be added to a document only to make the rows of its tables equally long. A real record has a few hundred;
/// without a bound many small tables could blow a paste up a hundredfold.
const FILLED_CELLS_MAX: usize = 262_144;

impl<'m> Builder<'m> {
    pub(in crate::parse) fn new(mint: &'m mut Mint) -> Builder<'m> {
        Builder {
            notes: Notes::default(),
            inline: Inline::default(),
            mint,
            root: Vec::new(),
            frames: Vec::new(),
            quotes_beyond: 0,
            lists_beyond: 0,
            heading: None,
            figure: None,
            table: None,
            footnote_places: HashMap::new(),
            footnotes: Vec::new(),
            made: 0,
            cells_left: FILLED_CELLS_MAX,
            speaker_lines: HashSet::new(),
            in_speaker_line: false,
            next_cell: (1, 1),
        }
    }

    /// How many blocks, cells and spans were made: what the document weighs in memory, some 150 bytes each.
    pub(in crate::parse) fn pieces(&self) -> usize {
        self.made + self.inline.spans_read()
    }

    /// Whether a table is open.
    pub(in crate::parse) fn in_table(&self) -> bool {
        self.table.is_some()
    }

    /// Whether a heading is open.
    pub(in crate::parse) fn in_heading(&self) -> bool {
        self.heading.is_some()
    }

    /// Whether the text has mentioned the footnote `label`.
    pub(in crate::parse) fn is_mentioned(&self, label: &str) -> bool {
        self.footnote_places.contains_key(label)
    }

    /// The paragraph being read names who speaks next.
    pub(in crate::parse) fn mark_speaker_line(&mut self) {
        self.in_speaker_line = self.table.is_none() && self.frames.is_empty() && self.heading.is_none();
    }

    /// The paragraphs that name who speaks next.
    pub(in crate::parse) fn take_speaker_lines(&mut self) -> HashSet<BlockId> {
        std::mem::take(&mut self.speaker_lines)
    }

    /// Appends text to the block being read.
    pub(in crate::parse) fn text(&mut self, text: &str) {
        self.inline.text(text, &mut self.notes);
    }

    /// Appends a line break; a second one parts paragraphs, as authors of HTML use it.
    pub(in crate::parse) fn line_break(&mut self) {
        if self.table.is_none() && self.heading.is_none() && self.inline.ends_in_newline() {
            self.boundary();
        } else if !self.inline.ends_in_newline() {
            self.newline();
        }
    }

    /// Appends a line break and nothing else.
    pub(in crate::parse) fn newline(&mut self) {
        self.inline.newline(&mut self.notes);
    }

    /// Ends the block being read; in a table cell it only starts a new line.
    pub(in crate::parse) fn boundary(&mut self) {
        if self.table.is_some() {
            if !self.inline.ends_in_newline() {
                self.newline();
            }
            return;
        }
        let spans = self.inline.take();
        if let Some((alt, media)) = self.figure.take() {
            self.push(Body::Figure { alt, caption: spans, media });
        } else if !spans.is_empty() {
            let body = match self.heading {
                Some(level) => Body::Heading { level, spans },
                None => Body::Paragraph { spans },
            };
            self.push(body);
        }
    }

    /// Whether the last block of the document, outside everything that is open, is a rule.
    fn ends_in_rule(&self) -> bool {
        matches!(self.root.last(), Some(Block { body: Body::Rule {}, .. }))
    }

    /// The paragraph that has just begun is a picture of the library with its caption. Says whether it can be one here.
    pub(in crate::parse) fn picture(&mut self, media: &str) -> bool {
        let can = self.table.is_none() && self.heading.is_none() && self.figure.is_none() && self.inline.is_empty();
        if can {
            self.figure = Some((String::new(), media.to_owned()));
        }
        can
    }

    /// More of the picture's alternative text.
    pub(in crate::parse) fn picture_text(&mut self, text: &str) {
        if let Some((alt, _)) = &mut self.figure {
            alt.push_str(text);
        }
    }

    /// A paragraph begins.
    pub(in crate::parse) fn open_paragraph(&mut self) {
        self.boundary();
        self.heading = None;
    }

    /// A heading begins; levels are brought into the range 2 to 4.
    pub(in crate::parse) fn open_heading(&mut self, level: u8) {
        self.boundary();
        if self.table.is_none() {
            self.heading = Some(level.clamp(2, 4));
        }
    }

    /// A heading begins on a level of the source, 1 to 9; [`super::tidy`] brings all levels of the text into range together.
    pub(in crate::parse) fn open_source_heading(&mut self, level: u8) {
        self.boundary();
        if self.table.is_none() {
            self.heading = Some(level.clamp(1, 9));
        }
    }

    /// The heading ends.
    pub(in crate::parse) fn close_heading(&mut self) {
        self.open_paragraph();
    }

    /// A thematic break.
    pub(in crate::parse) fn rule(&mut self) {
        self.open_paragraph();
        if self.table.is_none() {
            self.push(Body::Rule {});
        }
    }

    /// A quote begins.
    pub(in crate::parse) fn open_quote(&mut self) {
        self.open_paragraph();
        if self.table.is_some() {
            return;
        }
        if self.frames.len() >= DEPTH_MAX {
            self.quotes_beyond += 1;
            self.notes.add(Kind::Nesting);
        } else {
            self.frames.push(Frame::Quote(Vec::new()));
        }
    }

    /// A quote ends, with everything still open in it.
    pub(in crate::parse) fn close_quote(&mut self) {
        self.open_paragraph();
        if self.table.is_some() {
            return;
        }
        if self.quotes_beyond > 0 {
            self.quotes_beyond -= 1;
        } else {
            self.close_to(|frame| matches!(frame, Frame::Quote(_)));
        }
    }

    /// A list begins.
    pub(in crate::parse) fn open_list(&mut self, ordered: bool, start: u32) {
        self.open_paragraph();
        if self.table.is_some() {
            return;
        }
        if self.frames.len() >= DEPTH_MAX {
            self.lists_beyond += 1;
            self.notes.add(Kind::Nesting);
        } else {
            let start = if ordered { start } else { 1 };
            self.frames.push(Frame::List { ordered, start, items: Vec::new(), item: None, implied: false });
        }
    }

    /// A list ends, with everything still open in it.
    pub(in crate::parse) fn close_list(&mut self) {
        self.open_paragraph();
        if self.table.is_some() {
            return;
        }
        if self.lists_beyond > 0 {
            self.lists_beyond -= 1;
        } else {
            self.close_to(|frame| matches!(frame, Frame::List { .. }));
        }
    }

    /// An item begins; the one before it ends. An item outside any list gets a list of its own.
    pub(in crate::parse) fn open_item(&mut self) {
        self.open_paragraph();
        if self.table.is_some() || self.lists_beyond > 0 {
            return;
        }
        if !matches!(self.frames.last(), Some(Frame::List { .. })) {
            if self.frames.len() >= DEPTH_MAX {
                return;
            }
            self.frames.push(Frame::List { ordered: false, start: 1, items: Vec::new(), item: None, implied: true });
        }
        if let Some(Frame::List { items, item, .. }) = self.frames.last_mut() {
            items.extend(item.replace(Vec::new()));
        }
    }

    /// An item ends.
    pub(in crate::parse) fn close_item(&mut self) {
        self.open_paragraph();
        if self.table.is_some() || self.lists_beyond > 0 {
            return;
        }
        let is_list = |frame: &Frame| matches!(frame, Frame::List { .. });
        let Some(at) = self.frames.iter().rposition(|frame| is_list(frame) || matches!(frame, Frame::Footnote(..)))
        else {
            return;
        };
        if !is_list(&self.frames[at]) {
            return;
        }
        while self.frames.len() > at + 1 {
            self.close_frame();
        }
        if let Some(Frame::List { items, item, .. }) = self.frames.last_mut() {
            items.extend(item.take());
        }
    }

    /// A footnote is mentioned here: its number, raised.
    pub(in crate::parse) fn footnote_mention(&mut self, label: &str) {
        let number = self.footnote(label) + 1;
        self.inline.open(Mark::Superscript);
        self.text(&number.to_string());
        self.inline.close(Mark::Superscript);
    }

    /// The text of a footnote begins; it will stand at the end of the document.
    pub(in crate::parse) fn open_footnote(&mut self, label: &str) {
        self.open_paragraph();
        let at = self.footnote(label);
        self.frames.push(Frame::Footnote(at, Vec::new()));
    }

    /// The text of a footnote ends.
    pub(in crate::parse) fn close_footnote(&mut self) {
        self.open_paragraph();
        while let Some(frame) = self.frames.last() {
            let done = matches!(frame, Frame::Footnote(..));
            self.close_frame();
            if done {
                break;
            }
        }
    }

    /// The blocks, what was noted, and the mint for further ids.
    pub(in crate::parse) fn finish(mut self) -> (Vec<Block>, Notes, &'m mut Mint) {
        if self.table.is_some() {
            self.end_table();
        }
        self.open_paragraph();
        while !self.frames.is_empty() {
            self.close_frame();
        }
        let items = std::mem::take(&mut self.footnotes);
        if items.iter().any(|item| !item.is_empty()) {
            if !self.ends_in_rule() {
                self.push(Body::Rule {});
            }
            self.push(Body::List { items, ordered: true, start: 1 });
        }
        (self.root, self.notes, self.mint)
    }

    fn footnote(&mut self, label: &str) -> usize {
        if let Some(at) = self.footnote_places.get(label) {
            return *at;
        }
        self.footnote_places.insert(label.to_owned(), self.footnotes.len());
        self.footnotes.push(Vec::new());
        self.footnotes.len() - 1
    }

    fn push(&mut self, body: Body) {
        let block = Block { body, id: self.mint.block() };
        self.made += 1;
        if std::mem::take(&mut self.in_speaker_line) {
            self.speaker_lines.insert(block.id);
        }
        if matches!(self.frames.last(), Some(Frame::List { item: None, implied: true, .. })) {
            self.close_frame();
        }
        match self.frames.last_mut() {
            None => self.root.push(block),
            Some(Frame::Quote(blocks) | Frame::Footnote(_, blocks)) => blocks.push(block),
            // A list that stands between the items of another belongs to the item before it.
            Some(Frame::List { item: None, items, .. })
                if !items.is_empty() && matches!(block.body, Body::List { .. }) =>
            {
                items.last_mut().expect("a list that is not empty has a last item").push(block);
            }
            Some(Frame::List { item, .. }) => item.get_or_insert_default().push(block),
        }
    }

    /// Closes frames down to and including the nearest one that `wanted` accepts; none is closed if there is none.
    fn close_to(&mut self, wanted: impl Fn(&Frame) -> bool) {
        let found = self.frames.iter().rposition(|frame| wanted(frame) || matches!(frame, Frame::Footnote(..)));
        if let Some(at) = found.filter(|at| wanted(&self.frames[*at])) {
            while self.frames.len() > at {
                self.close_frame();
            }
        }
    }

    fn close_frame(&mut self) {
        match self.frames.pop() {
            None => {}
            Some(Frame::Quote(blocks)) if blocks.is_empty() => {}
            Some(Frame::Quote(blocks)) => self.push(Body::Quote { blocks }),
            Some(Frame::List { ordered, start, mut items, item, .. }) => {
                items.extend(item);
                items.retain(|item| !item.is_empty());
                if !items.is_empty() {
                    self.push(Body::List { items, ordered, start });
                }
            }
            Some(Frame::Footnote(at, blocks)) => self.footnotes[at].extend(blocks),
        }
    }
}
