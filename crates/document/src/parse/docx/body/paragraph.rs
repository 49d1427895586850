//! A paragraph: what it becomes is known once its properties are, and told to the builder at its first text.

use super::super::numbering::LEVELS;
use super::super::styles::Style;
use super::Body;
use crate::model::Marks;
use crate::notes::Kind;
use crate::parse::lists::Bullet;

/// The paragraph being read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The id of its style.
    pub(super) style_id: Option<String>,
    /// Its own outline level, from 0; 9 is running text.
    pub(super) outline: Option<u8>,
    /// Its own list and level; the list 0 means none.
    list: (Option<String>, Option<u8>),
    /// Its style, once it was looked at.
    pub(super) style: Style,
    looked_at: bool,
    begun: bool,
    /// Whether its end was deleted by tracked changes, so that the next paragraph goes on in it.
    pub(super) ends_deleted: bool,
    /// Whether it goes on where the last one stopped.
    goes_on: bool,
    /// Whether it is being taken as the title.
    pub(super) is_title: bool,
    /// Whether it is an entry in a table of contents.
    pub(super) is_contents: bool,
    /// Whether the row of the table it stands in is a head.
    pub(super) row_is_head: bool,
}

impl Paragraph {
    /// Takes a part of its list's properties.
    pub(super) fn take_list(&mut self, name: &str, value: Option<String>) {
        match name {
            "numId" => self.list.0 = value,
            "ilvl" => self.list.1 = value.and_then(|level| level.parse().ok()),
            _ => {}
        }
    }
}

impl Body<'_, '_> {
    /// A paragraph begins; nothing is known of it yet.
    pub(super) fn begin_paragraph(&mut self) {
        let goes_on = self.paragraph.ends_deleted;
        let row_is_head = self.paragraph.row_is_head;
        self.paragraph = Paragraph { goes_on, row_is_head, ..Paragraph::default() };
    }

    /// Looks the paragraph's style up, once.
    pub(super) fn look_at_paragraph(&mut self) {
        if self.paragraph.looked_at {
            return;
        }
        self.paragraph.looked_at = true;
        self.paragraph.style = self.styles.paragraph(self.paragraph.style_id.as_deref());
        let style = &self.paragraph.style;
        self.paragraph.is_title = style.is_title() && self.title.is_none() && self.is_at_start();
        if style.is_contents() {
            self.paragraph.is_contents = true;
            self.builder.notes.add(Kind::Contents);
        }
    }

    /// Whether nothing was read yet.
    fn is_at_start(&self) -> bool {
        self.builder.pieces() == 0 && self.box_depth == 0 && !self.builder.in_table()
    }

    /// Tells the builder what the paragraph is; its text follows.
    pub(super) fn begin_text(&mut self) {
        if std::mem::replace(&mut self.paragraph.begun, true) || self.paragraph.goes_on {
            return;
        }
        self.look_at_paragraph();
        self.builder.inline.set_marks(Marks::default());
        let style = std::mem::take(&mut self.paragraph.style);
        let outline = self.paragraph.outline.map(|level| level + 1).filter(|level| *level <= 10);
        let level = outline.or(style.heading()).or(style.is_title().then_some(1)).filter(|level| *level <= 9);
        let bullet = self.bullet(&style);
        if !style.is_quote() {
            self.close_quote();
        }
        match (level, bullet) {
            (Some(level), bullet) => {
                self.lists.close(&mut self.builder);
                self.builder.open_source_heading(level);
                if let Some((_, _, Bullet::Text(text))) = &bullet {
                    self.builder.text(&format!("{text} "));
                } else if let Some((_, _, Bullet::Number { number, .. })) = bullet {
                    self.builder.text(&format!("{number}. "));
                }
            }
            (None, Some((list, level, bullet))) => self.lists.item(&mut self.builder, level + 1, &list, &bullet),
            (None, None) => self.begin_plain(&style),
        }
        self.paragraph.style = style;
    }

    fn begin_plain(&mut self, style: &Style) {
        if !style.continues_list() {
            self.lists.close(&mut self.builder);
        }
        if style.is_quote() && !self.in_quote && !self.builder.in_table() {
            self.builder.open_quote();
            self.in_quote = true;
        }
        self.builder.open_paragraph();
        if style.is_speaker() {
            self.builder.mark_speaker_line();
        }
    }

    /// List, level and bullet of the paragraph, if it has any. Counting is a duty: each call is an item.
    fn bullet(&mut self, style: &Style) -> Option<(String, u8, Bullet)> {
        let (own_list, own_level) = (self.paragraph.list.0.take(), self.paragraph.list.1);
        let list = own_list.or_else(|| style.list.0.clone()).filter(|list| list != "0")?;
        let deepest = u8::try_from(LEVELS - 1).unwrap_or(u8::MAX);
        let level = own_level.or(style.list.1).unwrap_or(0).min(deepest);
        let bullet = self.numbering.next(&list, level, &mut self.counters)?;
        Some((list, level, bullet))
    }

    /// A paragraph ends. An empty one is nothing; where its end was deleted the next goes on in it.
    pub(super) fn end_paragraph(&mut self) {
        if self.paragraph.is_title {
            self.title.get_or_insert_default();
        }
        // Where nothing of it stays there is nothing to go on with.
        self.paragraph.ends_deleted &= self.paragraph.goes_on || self.paragraph.begun;
        if !self.paragraph.ends_deleted {
            self.builder.boundary();
        }
        self.run = super::run::Run::default();
    }
}
