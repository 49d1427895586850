//! What of a paste is left out: deletions, comments, hidden text, and the signs of notes.

use html5ever::tokenizer::Tag;

use super::element::is_block;
use super::reference::{Reference, reference};
use super::style::Look;
use super::{Office, has_class, has_class_start};
use crate::model::Marks;
use crate::notes::Kind;
use crate::parse::html::attribute;
use crate::parse::tally::Drop;

impl Office<'_, '_> {
    /// What the element itself says about being left out. Comments are counted even inside what is left out anyway.
    pub(super) fn own_drop(&mut self, name: &str, tag: &Tag, class: &str, look: &Look) -> Option<Drop> {
        match look.element.as_deref() {
            Some("comment-list") => return Some(Drop::Silent),
            Some("comment") => {
                self.tally.comment_texts += 1;
                return Some(Drop::Comment);
            }
            Some("header" | "footer") => {
                self.html.builder.notes.add(Kind::Headers);
                return Some(Drop::Silent);
            }
            _ => {}
        }
        let id = attribute(tag, "id").unwrap_or_default();
        if name == "div" && id.strip_prefix("comment-").is_some_and(|rest| !rest.is_empty()) {
            self.tally.comment_texts += 1;
            return Some(Drop::Comment);
        }
        if name == "a"
            && let Some(found) = self.link(tag, class)
        {
            return Some(found);
        }
        if has_class(class, &["msocommentreference", "msocomanchor", "msocomtxt"]) {
            return Some(Drop::Silent);
        }
        if has_class(class, &["msodel", "trackchangetextdeletion"]) || (name == "del" && self.is_tracked(tag)) {
            return Some(Drop::Deletion);
        }
        if look.list.as_deref() == Some("ignore") {
            return Some(Drop::Bullet);
        }
        let hidden = look.hidden || attribute(tag, "hidden").is_some();
        if hidden {
            return Some(Drop::Hidden);
        }
        if name == "p" && has_class_start(class, "msotoc") && !has_class(class, &["msotocheading"]) {
            self.html.builder.notes.add(Kind::Contents);
            return Some(Drop::Silent);
        }
        // The sign at the end of a paragraph in Word's web form.
        has_class(class, &["eop"]).then_some(Drop::Silent)
    }

    fn is_tracked(&self, tag: &Tag) -> bool {
        self.tracks || attribute(tag, "cite").is_some() || attribute(tag, "datetime").is_some()
    }

    /// What a link means that leads to or from a footnote or comment.
    fn link(&mut self, tag: &Tag, class: &str) -> Option<Drop> {
        if has_class(class, &["sdcomment"]) {
            self.tally.comment_mentions += 1;
            return Some(Drop::Silent);
        }
        let href = attribute(tag, "href")?;
        match reference(href)? {
            Reference::Comment => self.tally.comment_mentions += 1,
            Reference::CommentText => {
                if self.dropping().is_none() {
                    self.tally.comment_texts += 1;
                    if let Some(at) = self.own_block() {
                        self.stack[at..].iter_mut().for_each(|element| element.drop = Some(Drop::Comment));
                    }
                }
            }
            Reference::Footnote(label) if self.dropping().is_none() => {
                self.settle();
                let marks = self.stack.last().map_or(Marks::default(), |element| element.marks);
                self.tally.kept(false);
                self.html.builder.inline.set_marks(Marks::default());
                self.html.builder.footnote_mention(&label);
                self.html.builder.inline.set_marks(marks);
            }
            Reference::FootnoteText(label) if self.dropping().is_none() => {
                let is_open = self.stack.iter().any(|element| element.footnote);
                if let Some(at) = self.own_block().filter(|_| !is_open) {
                    self.pending = None;
                    self.lists.close(self.html.builder);
                    self.html.builder.open_footnote(&label);
                    self.stack[at].footnote = true;
                }
            }
            Reference::Footnote(_) | Reference::FootnoteText(_) => {}
        }
        Some(Drop::Silent)
    }

    /// The block that began with the element being read: the nearest `div` without any text before, else the nearest block.
    fn own_block(&self) -> Option<usize> {
        let kept = self.tally.kept_so_far();
        let division = self.stack.iter().rposition(|element| &*element.name == "div");
        let division = division.filter(|at| self.stack[*at].kept_before == kept);
        division.or_else(|| self.stack.iter().rposition(|element| is_block(&element.name)))
    }
}
