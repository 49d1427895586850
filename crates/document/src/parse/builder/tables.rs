//! The part of the builder that reads tables.

use super::Builder;
use crate::model::Body;
use crate::notes::Kind;
use crate::parse::table::Table;

impl Builder<'_> {
    /// A table begins; one inside another becomes text of its cell.
    pub(in crate::parse) fn open_table(&mut self) {
        if let Some(table) = &mut self.table {
            table.depth += 1;
            self.notes.add(Kind::Table);
            self.boundary();
        } else {
            self.open_paragraph();
            self.table = Some(Table::new());
        }
    }

    /// A table ends.
    pub(in crate::parse) fn close_table(&mut self) {
        match &mut self.table {
            Some(table) if table.depth > 1 => {
                table.depth -= 1;
                self.boundary();
            }
            Some(_) => self.end_table(),
            None => self.boundary(),
        }
    }

    /// The head of the table begins or ends.
    pub(in crate::parse) fn table_head(&mut self, open: bool) {
        self.end_row();
        if let Some(table) = self.table.as_mut().filter(|table| table.depth == 1) {
            table.in_head = open;
        }
    }

    /// A row begins or ends.
    pub(in crate::parse) fn end_row(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.depth == 1) {
            self.end_cell();
            if let Some(table) = &mut self.table {
                table.close_row();
            }
        } else {
            self.boundary();
        }
    }

    /// A cell begins; the one before it ends.
    pub(in crate::parse) fn open_cell(&mut self, is_head: bool) {
        match self.table.as_ref().map(|table| table.depth) {
            Some(1) => {
                self.end_cell();
                if let Some(table) = &mut self.table {
                    table.open_cell(is_head);
                }
                self.span_cell();
            }
            Some(_) => self.text(" "),
            None => self.boundary(),
        }
    }

    /// The cell that opens next covers this many columns and rows, itself included.
    pub(in crate::parse) fn next_cell_spans(&mut self, columns: usize, rows: usize) {
        self.next_cell = (columns, rows);
    }

    fn span_cell(&mut self) {
        let (columns, rows) = std::mem::replace(&mut self.next_cell, (1, 1));
        if let Some(table) = self.table.as_mut().filter(|_| columns > 1 || rows > 1) {
            self.notes.add(Kind::Merged);
            table.span(columns, rows);
        }
    }

    /// A cell ends.
    pub(in crate::parse) fn close_cell(&mut self) {
        match self.table.as_ref().map(|table| table.depth) {
            Some(1) => self.end_cell(),
            Some(_) => self.text(" "),
            None => self.boundary(),
        }
    }

    /// The table's caption begins; it becomes a paragraph before the table.
    pub(in crate::parse) fn open_caption(&mut self) {
        if let Some(table) = &mut self.table {
            table.caption = table.depth == 1 && table.is_untouched();
        }
        self.boundary();
    }

    /// The table's caption ends.
    pub(in crate::parse) fn close_caption(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.caption && table.depth == 1) {
            self.end_cell();
        }
    }

    fn end_cell(&mut self) {
        let spans = self.inline.take();
        let Some(table) = &mut self.table else { return };
        if std::mem::take(&mut table.caption) {
            if !spans.is_empty() {
                self.push(Body::Paragraph { spans });
            }
        } else {
            self.made += 1;
            table.close_cell(spans);
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_cell();
        if let Some(mut table) = self.table.take() {
            table.close_row();
            for body in table.finish(&mut self.notes, &mut self.cells_left) {
                self.push(body);
            }
        }
    }
}
