//! What each element of WordprocessingML means (ISO/IEC 29500-1 section 17).

use quick_xml::events::BytesStart;

use super::super::field::{DEPTH_MAX, Field, INSTRUCTION_BYTES_MAX, address};
use super::super::symbol::symbol;
use super::super::xml::{attribute, is_on, local};
use super::Body;
use super::paragraph::Paragraph;
use super::run::Run;
use crate::notes::Kind;
use crate::parse::tally::Drop;

/// An open element, by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// Nothing of its own: what stands in it counts.
    Other,
    /// Everything in it is left out without a word.
    Skipped,
    /// The text in it is left out and counted.
    Left(Drop),
    /// The text in it was inserted by tracked changes.
    Inserted,
    /// A paragraph.
    Paragraph,
    /// The properties of a paragraph.
    ParagraphProperties,
    /// The properties of a paragraph's end.
    MarkProperties,
    /// The list of a paragraph.
    ListProperties,
    /// A run of text in one style.
    Run,
    /// The properties of a run.
    RunProperties,
    /// The text of a run.
    Text,
    /// The instruction of a field.
    Instruction,
    /// A link, or a field that may be one.
    Link,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// The properties of a row.
    RowProperties,
    /// A cell; `true` once it was told to the builder.
    Cell(bool),
    /// The properties of a cell.
    CellProperties,
    /// A drawing, picture or embedded object.
    Drawing,
    /// Content in two forms; `true` once the first was read.
    Alternate(bool),
    /// The form of it that is read.
    Chosen,
    /// The properties of a content control.
    ControlProperties,
    /// A formula, of which only the characters stay.
    Formula,
    /// How a word is read, which East Asian texts print above it.
    Reading,
    /// A footnote or endnote that the text mentions.
    Footnote,
}

impl Body<'_, '_> {
    /// An element begins.
    pub(super) fn opened(&mut self, parent: Open, start: &BytesStart<'_>) -> Open {
        let name = local(start);
        match name {
            "AlternateContent" => return Open::Alternate(false),
            "Choice" | "Fallback" => return self.alternative(),
            _ if self.drawings > 0 => return self.opened_in_drawing(name),
            _ => {}
        }
        match parent {
            Open::ParagraphProperties => self.paragraph_property(name, start),
            Open::MarkProperties => {
                self.paragraph.ends_deleted |= matches!(name, "del" | "moveFrom");
                Open::Skipped
            }
            Open::ListProperties => {
                self.paragraph.take_list(name, attribute(start, "val"));
                Open::Skipped
            }
            Open::RunProperties => {
                match name {
                    "rStyle" => self.run.style = attribute(start, "val"),
                    _ => self.run.direct.take(start),
                }
                Open::Skipped
            }
            Open::RowProperties => self.row_property(name, start),
            Open::CellProperties => {
                self.cell_property(name, start);
                Open::Skipped
            }
            Open::ControlProperties => {
                self.placeholder |= name == "showingPlcHdr" && is_on(start);
                Open::Skipped
            }
            Open::Run => self.opened_in_run(name, start),
            _ => self.opened_in_flow(name, parent, start),
        }
    }

    fn paragraph_property(&mut self, name: &str, start: &BytesStart<'_>) -> Open {
        match name {
            "pStyle" => self.paragraph.style_id = attribute(start, "val"),
            "outlineLvl" => self.paragraph.outline = attribute(start, "val").and_then(|level| level.parse().ok()),
            "numPr" => return Open::ListProperties,
            "rPr" => return Open::MarkProperties,
            _ => {}
        }
        Open::Skipped
    }

    fn row_property(&mut self, name: &str, start: &BytesStart<'_>) -> Open {
        match name {
            "tblHeader" => self.paragraph.row_is_head = is_on(start),
            "del" => {
                // A deleted row: everything in it is left out, as in any other tracked deletion.
                if let Some(row) = self.stack.iter_mut().rev().find(|open| **open == Open::Row) {
                    *row = Open::Left(Drop::Deletion);
                }
            }
            _ => {}
        }
        Open::Skipped
    }

    fn cell_property(&mut self, name: &str, start: &BytesStart<'_>) {
        match name {
            "gridSpan" => {
                let columns = attribute(start, "val").and_then(|columns| columns.parse().ok()).unwrap_or(1);
                self.builder.next_cell_spans(columns, 1);
            }
            "vMerge" if attribute(start, "val").as_deref() == Some("restart") => {
                self.builder.notes.add(Kind::Merged);
            }
            _ => {}
        }
    }

    /// Elements that hold paragraphs, or hold runs beside them.
    fn opened_in_flow(&mut self, name: &str, parent: Open, start: &BytesStart<'_>) -> Open {
        match name {
            "p" => {
                self.begin_cell();
                self.begin_paragraph();
                Open::Paragraph
            }
            "pPr" if parent == Open::Paragraph => Open::ParagraphProperties,
            "r" => {
                self.run = Run::default();
                self.look_at_run();
                Open::Run
            }
            "ins" | "moveTo" => Open::Inserted,
            "del" | "moveFrom" => Open::Left(Drop::Deletion),
            "hyperlink" => {
                if let Some(address) = self.relation_of(start) {
                    self.builder.inline.open_link(&address, &mut self.builder.notes);
                }
                Open::Link
            }
            "fldSimple" => {
                if let Some(address) = attribute(start, "instr").as_deref().and_then(address) {
                    self.builder.inline.open_link(&address, &mut self.builder.notes);
                }
                Open::Link
            }
            "tbl" => self.begin_table(),
            "tr" => {
                self.builder.end_row();
                self.paragraph.row_is_head = false;
                Open::Row
            }
            "trPr" => Open::RowProperties,
            "tc" => Open::Cell(false),
            "tcPr" => Open::CellProperties,
            "sdtPr" => {
                self.placeholder = false;
                Open::ControlProperties
            }
            "sdtContent" if std::mem::take(&mut self.placeholder) => Open::Left(Drop::Silent),
            "footnote" | "endnote" => self.begin_footnote(name, start),
            "altChunk" | "subDoc" => {
                self.builder.notes.add(Kind::Embedded);
                Open::Skipped
            }
            "oMath" if parent != Open::Formula => {
                self.builder.notes.add(Kind::Formulas);
                Open::Formula
            }
            "rt" => {
                self.emit("(");
                Open::Reading
            }
            // The text of a formula, which has its own runs (section 22.1).
            "t" => Open::Text,
            _ if is_property(name) => Open::Skipped,
            _ => Open::Other,
        }
    }

    /// Of content in several forms only the first is read.
    fn alternative(&mut self) -> Open {
        match self.stack.last_mut() {
            Some(Open::Alternate(true)) => Open::Skipped,
            Some(alternate @ Open::Alternate(false)) => {
                *alternate = Open::Alternate(true);
                Open::Chosen
            }
            _ => Open::Other,
        }
    }

    fn opened_in_run(&mut self, name: &str, start: &BytesStart<'_>) -> Open {
        match name {
            "rPr" => return Open::RunProperties,
            "t" => return Open::Text,
            "instrText" => return Open::Instruction,
            "fldChar" => self.field(attribute(start, "fldCharType").as_deref()),
            "tab" | "ptab" => self.emit(" "),
            "br" => match attribute(start, "type").as_deref() {
                Some("page" | "column") => self.emit(" "),
                _ => self.emit_break(),
            },
            "cr" => self.emit_break(),
            // The text of a tracked deletion (section 17.4.7); it is never let in, wherever it stands.
            "delText" | "delInstrText" => self.tally.dropped(Drop::Deletion),
            "noBreakHyphen" => self.emit("\u{2011}"),
            "sym" => self.symbol(start),
            "footnoteReference" => self.mention("f", start),
            "endnoteReference" => self.mention("e", start),
            "commentReference" => self.tally.comment_mentions += 1,
            "drawing" | "pict" | "object" => {
                self.drawings = 1;
                self.pictured = false;
                if name == "object" {
                    self.builder.notes.add(Kind::Chart);
                    self.pictured = true;
                }
                return Open::Drawing;
            }
            "ruby" | "rubyBase" => return Open::Other,
            "r" => return Open::Other,
            _ => {}
        }
        Open::Skipped
    }

    /// In a drawing only what it is and its text boxes count.
    fn opened_in_drawing(&mut self, name: &str) -> Open {
        let picture = matches!(name, "blip" | "imagedata");
        let chart = matches!(name, "chart" | "relIds");
        if (picture || chart) && !self.pictured {
            self.pictured = true;
            if self.dropping().is_none() {
                self.builder.notes.add(if picture { Kind::Pictures } else { Kind::Chart });
            }
        }
        Open::Other
    }

    fn symbol(&mut self, start: &BytesStart<'_>) {
        let code = attribute(start, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let font = attribute(start, "font").unwrap_or_default();
        let found = code.and_then(|code| symbol(&font, code));
        if found.is_none() {
            self.builder.notes.add(Kind::Symbols);
        }
        self.emit(found.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]));
    }

    fn mention(&mut self, family: &str, start: &BytesStart<'_>) {
        let Some(id) = attribute(start, "id").filter(|_| self.dropping().is_none()) else { return };
        self.begin_text();
        self.tally.kept(self.is_inserted());
        self.builder.inline.set_marks(crate::model::Marks::default());
        self.builder.footnote_mention(&format!("{family}{id}"));
    }

    fn begin_footnote(&mut self, name: &str, start: &BytesStart<'_>) -> Open {
        // Word keeps the lines over the notes among the notes.
        let is_line = attribute(start, "type").is_some_and(|kind| kind != "normal");
        let label = format!("{}{}", &name[..1], attribute(start, "id").unwrap_or_default());
        if is_line || !self.builder.is_mentioned(&label) {
            return Open::Skipped;
        }
        self.end_of_flow();
        self.builder.open_footnote(&label);
        Open::Footnote
    }

    fn begin_table(&mut self) -> Open {
        self.begin_cell();
        if !self.builder.in_table() {
            self.lists.close(&mut self.builder);
            self.close_quote();
        }
        self.builder.open_table();
        Open::Table
    }

    /// A cell is told to the builder at its first content, because only then its properties are known.
    fn begin_cell(&mut self) {
        let is_head = self.paragraph.row_is_head;
        let innermost = self.stack.iter_mut().rev().find(|open| matches!(open, Open::Cell(_) | Open::Table));
        if let Some(cell) = innermost.filter(|open| **open == Open::Cell(false)) {
            *cell = Open::Cell(true);
            self.builder.open_cell(is_head);
        }
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") if self.fields.len() < DEPTH_MAX => self.fields.push(Field::default()),
            Some("begin") => self.fields_beyond += 1,
            Some("separate") if self.fields_beyond == 0 => {
                let Some(field) = self.fields.last_mut() else { return };
                field.in_result = true;
                if let Some(address) = address(&field.instruction) {
                    field.link = true;
                    if self.dropping().is_none() {
                        self.builder.inline.open_link(&address, &mut self.builder.notes);
                    }
                }
            }
            Some("end") if self.fields_beyond > 0 => self.fields_beyond -= 1,
            Some("end") => {
                let field = self.fields.pop().unwrap_or_default();
                if field.link {
                    self.builder.inline.close_link();
                }
            }
            _ => {}
        }
    }

    /// Text stands in an element.
    pub(super) fn text(&mut self, text: &str) {
        match self.stack.last() {
            Some(Open::Text) => self.emit(text),
            Some(Open::Instruction) => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result)
                    && field.instruction.len() < INSTRUCTION_BYTES_MAX
                {
                    field.instruction.push_str(text);
                }
            }
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn closed(&mut self, open: Open) {
        match open {
            Open::RunProperties => self.look_at_run(),
            Open::Run => self.run = Run::default(),
            Open::Paragraph => self.end_paragraph(),
            Open::Link => self.builder.inline.close_link(),
            Open::Cell(told) => {
                if !told {
                    self.builder.open_cell(self.paragraph.row_is_head);
                }
                self.lists.close(&mut self.builder);
                self.builder.close_cell();
            }
            Open::Row => self.builder.end_row(),
            Open::Table => {
                self.builder.close_table();
                self.paragraph = Paragraph::default();
            }
            Open::Reading => self.emit(")"),
            Open::Drawing => self.drawings = 0,
            Open::Footnote => {
                self.end_of_flow();
                self.builder.close_footnote();
            }
            _ => {}
        }
    }
}

/// Properties and data that hold no text of the document, and the states before tracked changes of form.
fn is_property(name: &str) -> bool {
    name.ends_with("PrChange")
        || matches!(
            name,
            "pPr"
                | "rPr"
                | "sectPr"
                | "tblPr"
                | "tblGrid"
                | "tblPrEx"
                | "sdtEndPr"
                | "smartTagPr"
                | "customXmlPr"
                | "numberingChange"
                | "ctrlPr"
                | "background"
        )
}
