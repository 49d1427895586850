//! A table while it is being read, and the shape it gets in the document.

use crate::model::{Body, Span};
use crate::notes::{Kind, Notes};

/// Columns of a table. No page shows more; further cells join the last column.
const COLUMNS_MAX: usize = 64;
/// Cells of a table after its short rows are filled up, so that a page of bare `<tr>` cannot be blown up sixty-four times.
const CELLS_MAX: usize = 65_536;

/// A table while it is being read.
#[derive(Debug, Default)]
pub(in crate::parse) struct Table {
    /// How many tables are open inside each other; inner ones become text of their cell.
    pub(in crate::parse) depth: usize,
    /// Whether the text being read is the caption.
    pub(in crate::parse) caption: bool,
    /// Whether the row being read stands in the head.
    pub(in crate::parse) in_head: bool,
    in_cell: bool,
    only_head_cells: bool,
    head: Vec<Vec<Span>>,
    row: Vec<Vec<Span>>,
    rows: Vec<Vec<Vec<Span>>>,
}

impl Table {
    /// An outermost table without anything in it.
    pub(in crate::parse) fn new() -> Table {
        Table { depth: 1, ..Table::default() }
    }

    /// Whether nothing but a caption can have been read yet.
    pub(in crate::parse) fn is_untouched(&self) -> bool {
        self.head.is_empty() && self.row.is_empty() && self.rows.is_empty() && !self.in_cell
    }

    /// A cell begins.
    pub(in crate::parse) fn open_cell(&mut self, is_head: bool) {
        if self.row.is_empty() {
            self.only_head_cells = true;
        }
        self.only_head_cells &= is_head;
        self.in_cell = true;
    }

    /// The cell's text is complete; text that stood outside any cell is a cell too, so that nothing is lost.
    pub(in crate::parse) fn close_cell(&mut self, spans: Vec<Span>) {
        if self.in_cell || !spans.is_empty() {
            self.row.push(spans);
        }
        self.in_cell = false;
    }

    /// The row is complete.
    pub(in crate::parse) fn close_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if row.iter().all(Vec::is_empty) {
            return;
        }
        if (self.in_head || self.only_head_cells) && self.head.is_empty() && self.rows.is_empty() {
            self.head = row;
        } else {
            self.rows.push(row);
        }
    }

    /// The bodies which the table becomes: one table, or paragraphs where it was used for layout.
    pub(in crate::parse) fn finish(mut self, notes: &mut Notes) -> Vec<Body> {
        let width = self.rows.iter().chain([&self.head]).map(Vec::len).max().unwrap_or(0);
        let fits = width.min(COLUMNS_MAX) * (self.rows.len() + 1) <= CELLS_MAX;
        if width <= 1 || !fits {
            if !fits {
                notes.add(Kind::Table);
            }
            let cells = self.head.into_iter().chain(self.rows.into_iter().flatten());
            return cells
                .flat_map(split_lines)
                .filter(|spans| !spans.is_empty())
                .map(|spans| Body::Paragraph { spans })
                .collect();
        }
        if width > COLUMNS_MAX {
            notes.add(Kind::Table);
        }
        if !self.head.is_empty() {
            fit(&mut self.head, width.min(COLUMNS_MAX));
        }
        for row in &mut self.rows {
            fit(row, width.min(COLUMNS_MAX));
        }
        vec![Body::Table { head: self.head, rows: self.rows }]
    }
}

/// Makes `row` exactly `width` cells long without losing text.
fn fit(row: &mut Vec<Vec<Span>>, width: usize) {
    let beyond: Vec<Span> =
        row.drain(width.min(row.len())..).flat_map(|cell| [vec![Span::plain(" ")], cell].concat()).collect();
    row.resize(width, Vec::new());
    if let Some(last) = row.last_mut() {
        last.extend(beyond);
    }
}

/// Parts spans at their line breaks.
fn split_lines(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    for span in spans {
        for (number, piece) in span.text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            if let (false, Some(line)) = (piece.is_empty(), lines.last_mut()) {
                line.push(Span { text: piece.to_owned(), ..span.clone() });
            }
        }
    }
    lines
}
