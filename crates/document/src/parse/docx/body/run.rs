//! A run: a piece of text in one style.

use super::super::styles::RunLook;
use super::Body;
use super::element::Open;
use crate::parse::is_spaceless;
use crate::parse::tally::Drop;

/// Characters of the title that are kept; the properties' title has the same bound.
const TITLE_BYTES_MAX: usize = 4_000;

/// The run being read.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// The id of its character style.
    pub(super) style: Option<String>,
    /// What it states itself.
    pub(super) direct: RunLook,
    /// How it looks in the end.
    pub(super) look: RunLook,
}

impl Body<'_, '_> {
    /// Works out how the run looks: its own properties over its style over the paragraph's.
    pub(super) fn look_at_run(&mut self) {
        self.look_at_paragraph();
        let base = self.paragraph.style.look.over(self.styles.defaults());
        let styled = match self.run.style.as_deref().and_then(|id| self.styles.character(id)) {
            Some(style) => style.toggled(&base),
            None => base,
        };
        self.run.look = self.run.direct.over(&styled);
    }

    /// Whether tracked changes inserted what is being read.
    pub(super) fn is_inserted(&self) -> bool {
        self.stack.contains(&Open::Inserted)
    }

    /// Whether the text is that of a field inside another's instruction, which nobody sees.
    fn is_instruction(&self) -> bool {
        self.fields.len() >= 2 && self.fields.iter().any(|field| !field.in_result)
    }

    /// Appends text, unless it is left out.
    pub(super) fn emit(&mut self, text: &str) {
        let is_blank = text.trim().is_empty();
        if let Some(drop) = self.dropping() {
            if !is_blank && drop != Drop::Silent {
                self.tally.dropped(drop);
            }
            return;
        }
        if self.is_instruction() {
            return;
        }
        if self.paragraph.is_title {
            return self.emit_title(text);
        }
        self.begin_text();
        if !is_blank {
            self.tally.kept(self.is_inserted());
        }
        let lang = self.language(text);
        self.builder.inline.set_marks(self.run.look.marks());
        self.builder.inline.set_lang(lang.as_deref());
        self.builder.text(text);
    }

    /// Appends a line break.
    pub(super) fn emit_break(&mut self) {
        if self.paragraph.is_title {
            return self.emit(" ");
        }
        if self.dropping().is_none() && !self.is_instruction() {
            self.begin_text();
            self.builder.line_break();
        }
    }

    fn emit_title(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.tally.kept(self.is_inserted());
        }
        let title = self.title.get_or_insert_default();
        if title.len() + text.len() <= TITLE_BYTES_MAX {
            title.push_str(text);
        } else {
            // What does not fit into a title is text, and no text is lost.
            self.paragraph.is_title = false;
            self.emit(text);
        }
    }

    /// The language that Word's proofing has for the text, counted for the language of the whole.
    fn language(&mut self, text: &str) -> Option<String> {
        let look = &self.run.look;
        let lang = if look.right_to_left == Some(true) {
            look.bidi.clone()
        } else if text.contains(is_spaceless) {
            look.east_asia.clone()
        } else {
            look.lang.clone()
        };
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if let Some(lang) = lang.as_ref().filter(|_| letters > 0) {
            match self.letters.get_mut(lang) {
                Some(count) => *count += letters,
                None => {
                    self.letters.insert(lang.clone(), letters);
                }
            }
        }
        lang
    }
}
