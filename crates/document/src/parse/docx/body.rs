//! The text of a Word file, element by element, to blocks. No tree is built: a short stack says what is open.

mod element;
mod paragraph;
mod run;

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::DocxError;
use super::field::Field;
use super::numbering::{Counters, Numbering};
use super::package::Relation;
use super::properties::on_one_line;
use super::styles::Styles;
use super::xml::{Part, Xml, attribute, local};
use crate::notes::Kind;
use crate::parse::PIECES_MAX;
use crate::parse::builder::Builder;
use crate::parse::lists::Lists;
use crate::parse::tally::{Drop, Tally};
use element::Open;
use paragraph::Paragraph;
use run::Run;

/// How deep text boxes are followed; Word allows none in another, other programs one.
const BOX_DEPTH_MAX: usize = 3;

/// What was read in the end.
pub(super) struct Read<'m> {
    /// The blocks.
    pub(super) builder: Builder<'m>,
    /// The text of the first paragraph, if it has the style Title.
    pub(super) title: Option<String>,
    /// The language of most letters.
    pub(super) lang: Option<String>,
}

/// The reader of one document.
pub(super) struct Body<'s, 'm> {
    builder: Builder<'m>,
    styles: &'s Styles,
    numbering: &'s Numbering,
    counters: Counters,
    lists: Lists,
    tally: Tally,
    links: HashMap<String, String>,
    stack: Vec<Open>,
    /// Elements in each other of which everything is left out.
    skipped: usize,
    paragraph: Paragraph,
    run: Run,
    fields: Vec<Field>,
    fields_beyond: usize,
    in_quote: bool,
    /// Drawings that are open; text in them is not the document's but for text boxes.
    drawings: usize,
    pictured: bool,
    /// Text boxes met in the paragraph being read, which are read after it.
    boxes: Vec<(usize, usize)>,
    box_depth: usize,
    title: Option<String>,
    letters: HashMap<String, usize>,
    placeholder: bool,
}

impl<'s, 'm> Body<'s, 'm> {
    /// A reader that has read nothing.
    pub(super) fn new(builder: Builder<'m>, styles: &'s Styles, numbering: &'s Numbering) -> Body<'s, 'm> {
        Body {
            builder,
            styles,
            numbering,
            counters: Counters::default(),
            lists: Lists::default(),
            tally: Tally::default(),
            links: HashMap::new(),
            stack: Vec::new(),
            skipped: 0,
            paragraph: Paragraph::default(),
            run: Run::default(),
            fields: Vec::new(),
            fields_beyond: 0,
            in_quote: false,
            drawings: 0,
            pictured: false,
            boxes: Vec::new(),
            box_depth: 0,
            title: None,
            letters: HashMap::new(),
            placeholder: false,
        }
    }

    /// The builder, for notes about other parts.
    pub(super) fn builder(&mut self) -> &mut Builder<'m> {
        &mut self.builder
    }

    /// Reads the main part, or that of the footnotes or endnotes, of which only those stay that the text mentions.
    pub(super) fn read_part(&mut self, part: &Part<'_>, relations: &[Relation]) -> Result<(), DocxError> {
        let links = relations.iter().filter(|relation| relation.kind == "hyperlink" && relation.external);
        self.links = links.map(|relation| (relation.id.clone(), relation.target.clone())).collect();
        self.read(part)?;
        self.end_of_flow();
        Ok(())
    }

    /// Counts the comments in their own part.
    pub(super) fn count_comments(&mut self, part: &Part<'_>) -> Result<(), DocxError> {
        let mut xml = Xml::new(part);
        loop {
            match xml.next()? {
                Event::Start(start) if local(&start) == "comment" => self.tally.comment_texts += 1,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// What was read, with the notes about it.
    pub(super) fn finish(mut self) -> Read<'m> {
        self.tally.note(&mut self.builder.notes);
        let lang = self.letters.into_iter().filter(|(lang, _)| !lang.is_empty());
        let lang = lang.max_by(|one, other| one.1.cmp(&other.1).then_with(|| other.0.cmp(&one.0)));
        let title = self.title.as_deref().map(on_one_line).filter(|title| !title.is_empty());
        if title.is_some() {
            self.builder.notes.add(Kind::Title);
        }
        Read { builder: self.builder, title, lang: lang.map(|(lang, _)| lang) }
    }

    fn read(&mut self, part: &Part<'_>) -> Result<(), DocxError> {
        let outer = std::mem::take(&mut self.stack);
        let mut xml = Xml::new(part);
        loop {
            let event = xml.next()?;
            match event {
                Event::Start(start) => self.start(&start, &mut xml)?,
                Event::End(_) if self.skipped > 0 => self.skipped -= 1,
                Event::End(_) => self.end(part)?,
                Event::Text(text) if self.skipped == 0 => self.text(&text),
                Event::CData(text) if self.skipped == 0 => self.text(&text),
                Event::GeneralRef(reference) => {
                    let c = xml.character(&reference)?;
                    if self.skipped == 0 {
                        self.text(c.encode_utf8(&mut [0; 4]));
                    }
                }
                Event::Eof => break,
                _ => {}
            }
            if self.builder.pieces() > PIECES_MAX {
                return Err(DocxError::TooLarge);
            }
        }
        self.stack = outer;
        Ok(())
    }

    fn start(&mut self, start: &BytesStart<'_>, xml: &mut Xml<'_>) -> Result<(), DocxError> {
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        // Content in several forms stands where any of its forms would stand.
        let is_frame = |open: &&Open| matches!(open, Open::Alternate(_) | Open::Chosen);
        let parent = self.stack.iter().rev().find(|open| !is_frame(open)).copied().unwrap_or(Open::Other);
        if local(start) == "txbxContent" && self.drawings > 0 {
            // The paragraph around it is still being read, so the box waits; its end was read with it.
            let inner = xml.inner_range()?;
            if self.dropping().is_none() {
                self.boxes.push(inner);
            }
            return Ok(());
        }
        match self.opened(parent, start) {
            Open::Skipped => self.skipped = 1,
            open => self.stack.push(open),
        }
        Ok(())
    }

    fn end(&mut self, part: &Part<'_>) -> Result<(), DocxError> {
        let Some(open) = self.stack.pop() else { return Ok(()) };
        self.closed(open);
        if open == Open::Paragraph && !self.boxes.is_empty() && !self.stack.contains(&Open::Paragraph) {
            self.read_boxes(part)?;
        }
        Ok(())
    }

    /// Reads the text boxes of the paragraph that has just ended.
    fn read_boxes(&mut self, part: &Part<'_>) -> Result<(), DocxError> {
        let boxes = std::mem::take(&mut self.boxes);
        if self.box_depth >= BOX_DEPTH_MAX {
            self.builder.notes.add_count(Kind::Nesting, boxes.len());
            return Ok(());
        }
        let (drawings, fields) = (std::mem::take(&mut self.drawings), std::mem::take(&mut self.fields));
        self.box_depth += 1;
        for (from, to) in boxes {
            let text = part.text.get(from..to).ok_or_else(|| part.damaged())?;
            self.read(&Part { name: part.name, text })?;
        }
        self.box_depth -= 1;
        (self.drawings, self.fields) = (drawings, fields);
        Ok(())
    }

    /// The text ends here: lists and quotes do too.
    fn end_of_flow(&mut self) {
        self.lists.close(&mut self.builder);
        self.close_quote();
        self.builder.open_paragraph();
        self.builder.inline.set_marks(crate::model::Marks::default());
        self.builder.inline.set_lang(None);
        self.builder.inline.close_link();
        self.fields.clear();
        self.fields_beyond = 0;
        self.paragraph = Paragraph::default();
    }

    fn close_quote(&mut self) {
        if std::mem::take(&mut self.in_quote) {
            self.builder.close_quote();
        }
    }

    /// Why what is being read is left out, if it is.
    fn dropping(&self) -> Option<Drop> {
        let of_element = self.stack.iter().find_map(|open| match open {
            Open::Left(drop) => Some(*drop),
            _ => None,
        });
        let of_paragraph = self.paragraph.is_contents.then_some(Drop::Silent);
        of_element.or(of_paragraph).or(self.run.look.hidden.filter(|hidden| *hidden).map(|_| Drop::Hidden))
    }

    fn relation_of(&self, start: &BytesStart<'_>) -> Option<String> {
        let address = attribute(start, "id").and_then(|id| self.links.get(&id).cloned())?;
        match attribute(start, "anchor") {
            Some(anchor) if !address.contains('#') => Some(format!("{address}#{anchor}")),
            _ => Some(address),
        }
    }
}
