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
    /// Columns that the open cell covers beyond its own.
    beyond: usize,
    /// For each column how many further rows a cell from above covers.
    covered: Vec<usize>,
    /// What the cells of the row being read will cover: column, number of columns, rows.
    covering: Vec<(usize, usize, usize)>,
    /// Cells made for merged cells so far.
    made: usize,
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
        while self.covered.get(self.row.len()).is_some_and(|rows| *rows > 0) && self.made < CELLS_MAX {
            self.row.push(Vec::new());
            self.made += 1;
        }
    }

    /// The open cell covers `columns` columns and `rows` rows, itself included.
    pub(in crate::parse) fn span(&mut self, columns: usize, rows: usize) {
        let columns = columns.clamp(1, COLUMNS_MAX);
        self.beyond = columns - 1;
        if rows > 1 && self.row.len() + columns <= COLUMNS_MAX {
            self.covering.push((self.row.len(), columns, rows - 1));
        }
    }

    /// The cell's text is complete; text that stood outside any cell is a cell too, so that nothing is lost.
    pub(in crate::parse) fn close_cell(&mut self, spans: Vec<Span>) {
        if self.in_cell || !spans.is_empty() {
            self.row.push(spans);
            for _ in 0..std::mem::take(&mut self.beyond) {
                if self.row.len() < COLUMNS_MAX && self.made < CELLS_MAX {
                    self.row.push(Vec::new());
                    self.made += 1;
                }
            }
        }
        self.in_cell = false;
    }

    /// The row is complete.
    pub(in crate::parse) fn close_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        // Ends of rows come more often than rows.
        if row.is_empty() {
            return;
        }
        self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        for (column, columns, rows) in std::mem::take(&mut self.covering) {
            self.covered.resize(self.covered.len().max(column + columns), 0);
            self.covered[column..column + columns].fill(rows);
        }
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
    /// `cells_left` is how many cells may still be added to fill short rows up, in the whole document.
    pub(in crate::parse) fn finish(mut self, notes: &mut Notes, cells_left: &mut usize) -> Vec<Body> {
        let width = self.rows.iter().chain([&self.head]).map(Vec::len).max().unwrap_or(0);
        let held: usize = self.rows.iter().map(Vec::len).sum();
        let whole = width.min(COLUMNS_MAX) * (self.rows.len() + 1);
        let filled = whole.saturating_sub(held);
        let fits = whole <= CELLS_MAX && filled <= *cells_left;
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
        *cells_left -= filled;
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
