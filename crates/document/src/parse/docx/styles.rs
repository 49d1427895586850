//! The styles of a document (ISO/IEC 29500-1 section 17.7): what a paragraph or run is by the name of its style, and by the styles on
//! which that one is based.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::DocxError;
use super::xml::{Part, Xml, attribute, is_on, local};
use crate::model::Marks;

/// Styles that are remembered. Word brings some 370; files that went through many hands have a few thousand.
const STYLES_MAX: usize = 20_000;
/// Styles of which one is based on the next, a loop included; Word allows eleven.
const CHAIN_MAX: usize = 20;
/// Names of styles for paragraphs that say who speaks next, in the languages in which records of sittings were met.
const SPEAKER_NAMES: [&str; 11] = [
    "speaker",
    "intervinent",
    "interviniente",
    "interveniente",
    "intervenant",
    "orador",
    "orateur",
    "redner",
    "sprecher",
    "оратор",
    "выступающ",
];

/// How a run looks, as far as it is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RunLook {
    strong: Option<bool>,
    emphasis: Option<bool>,
    strike: Option<bool>,
    raised: Option<Raised>,
    /// Not shown to the reader.
    pub(super) hidden: Option<bool>,
    /// The language of Latin and Cyrillic letters.
    pub(super) lang: Option<String>,
    /// The language of Arabic and Hebrew letters.
    pub(super) bidi: Option<String>,
    /// The language of Han, kana and Hangul.
    pub(super) east_asia: Option<String>,
    /// Whether the run is set from right to left.
    pub(super) right_to_left: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Raised {
    Above,
    Below,
    No,
}

impl RunLook {
    /// Takes a property of a run (a child of `w:rPr`); others are ignored.
    pub(super) fn take(&mut self, start: &BytesStart<'_>) {
        match local(start) {
            "b" => self.strong = Some(is_on(start)),
            "i" => self.emphasis = Some(is_on(start)),
            "strike" | "dstrike" => self.strike = Some(is_on(start)),
            "vanish" => self.hidden = Some(is_on(start)),
            "rtl" => self.right_to_left = Some(is_on(start)),
            "vertAlign" => {
                self.raised = Some(match attribute(start, "val").as_deref() {
                    Some("superscript") => Raised::Above,
                    Some("subscript") => Raised::Below,
                    _ => Raised::No,
                });
            }
            "lang" => {
                self.lang = attribute(start, "val").or(self.lang.take());
                self.bidi = attribute(start, "bidi").or(self.bidi.take());
                self.east_asia = attribute(start, "eastAsia").or(self.east_asia.take());
            }
            _ => {}
        }
    }

    /// This look, and what `base` says where this one says nothing.
    pub(super) fn over(&self, base: &RunLook) -> RunLook {
        RunLook {
            strong: self.strong.or(base.strong),
            emphasis: self.emphasis.or(base.emphasis),
            strike: self.strike.or(base.strike),
            raised: self.raised.or(base.raised),
            hidden: self.hidden.or(base.hidden),
            lang: self.lang.clone().or_else(|| base.lang.clone()),
            bidi: self.bidi.clone().or_else(|| base.bidi.clone()),
            east_asia: self.east_asia.clone().or_else(|| base.east_asia.clone()),
            right_to_left: self.right_to_left.or(base.right_to_left),
        }
    }

    /// A character style over that of the paragraph: what both switch on is off (ISO/IEC 29500-1 section 17.7.3).
    pub(super) fn toggled(&self, paragraph: &RunLook) -> RunLook {
        let toggle = |own: Option<bool>, base: Option<bool>| match (own, base) {
            (Some(own), Some(base)) => Some(own != base),
            (own, base) => own.or(base),
        };
        RunLook {
            strong: toggle(self.strong, paragraph.strong),
            emphasis: toggle(self.emphasis, paragraph.emphasis),
            hidden: toggle(self.hidden, paragraph.hidden),
            ..self.over(paragraph)
        }
    }

    /// The marks of the document.
    pub(super) fn marks(&self) -> Marks {
        Marks {
            strong: self.strong == Some(true),
            emphasis: self.emphasis == Some(true),
            strike: self.strike == Some(true),
            superscript: self.raised == Some(Raised::Above),
            subscript: self.raised == Some(Raised::Below),
            code: false,
        }
    }
}

/// A style with all that it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The name in small letters; Word's own styles have English names in every language.
    pub(super) name: String,
    based_on: Option<String>,
    /// The level of a heading, from 0; 9 is running text.
    pub(super) outline: Option<u8>,
    /// The list: its number and level.
    pub(super) list: (Option<String>, Option<u8>),
    /// The look of its runs.
    pub(super) look: RunLook,
}

impl Style {
    /// Whether it is that of the title.
    pub(super) fn is_title(&self) -> bool {
        self.name == "title"
    }

    /// Whether it is that of quotations.
    pub(super) fn is_quote(&self) -> bool {
        matches!(&*self.name, "quote" | "intense quote" | "block text" | "quotations")
    }

    /// Whether it is that of an entry in a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.name.strip_prefix("toc ").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
            || self.name.strip_prefix("contents ").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether its paragraphs go on an item of a list.
    pub(super) fn continues_list(&self) -> bool {
        self.name.starts_with("list paragraph") || self.name.starts_with("list continue")
    }

    /// Whether its paragraphs say who speaks next.
    pub(super) fn is_speaker(&self) -> bool {
        SPEAKER_NAMES.iter().any(|name| self.name.contains(name))
    }

    /// The level of a heading from 1, by the outline level or the name.
    pub(super) fn heading(&self) -> Option<u8> {
        let of_name = self.name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
        let of_outline = self.outline.map(|level| level + 1);
        of_outline.or(of_name).filter(|level| (1..=9).contains(level))
    }
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
    defaults: RunLook,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read(part: &Part<'_>) -> Result<Styles, DocxError> {
        let mut styles = Styles::default();
        let mut xml = Xml::new(part);
        let mut current: Option<(String, Style)> = None;
        let mut path: Vec<String> = Vec::new();
        loop {
            match xml.next()? {
                Event::Start(start) => {
                    let name = local(&start);
                    if name == "style" {
                        let id = attribute(&start, "styleId").unwrap_or_default();
                        let is_paragraph = attribute(&start, "type").as_deref() == Some("paragraph");
                        if is_paragraph && matches!(attribute(&start, "default").as_deref(), Some("1" | "true" | "on"))
                        {
                            styles.default_paragraph = Some(id.clone());
                        }
                        current = Some((id, Style::default()));
                    } else {
                        let parent = path.last().map_or("", String::as_str);
                        match &mut current {
                            Some((_, style)) => take(style, parent, &start),
                            None if parent == "rPr" && path.iter().any(|name| name == "rPrDefault") => {
                                styles.defaults.take(&start);
                            }
                            None => {}
                        }
                    }
                    path.push(name.to_owned());
                }
                Event::End(_) => {
                    if path.pop().as_deref() == Some("style")
                        && let Some((id, style)) = current.take()
                        && styles.styles.len() < STYLES_MAX
                    {
                        styles.styles.insert(id, style);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(styles.resolved())
    }

    /// Every style with what it inherits written into it.
    fn resolved(mut self) -> Styles {
        let whole: HashMap<String, Style> = self.styles.keys().map(|id| (id.clone(), self.chain(id))).collect();
        self.styles = whole;
        self
    }

    fn chain(&self, id: &str) -> Style {
        let mut whole = self.styles.get(id).cloned().unwrap_or_default();
        let mut next = whole.based_on.clone();
        for _ in 0..CHAIN_MAX {
            let Some(base) = next.as_deref().and_then(|id| self.styles.get(id)) else { break };
            whole.outline = whole.outline.or_else(|| {
                base.outline.or_else(|| {
                    let level = base.name.strip_prefix("heading ")?.parse::<u8>().ok()?;
                    level.checked_sub(1)
                })
            });
            whole.list.0 = whole.list.0.take().or_else(|| base.list.0.clone());
            whole.list.1 = whole.list.1.or(base.list.1);
            whole.look = whole.look.over(&base.look);
            next.clone_from(&base.based_on);
        }
        whole
    }

    /// The style of a paragraph; without an id, or with an unknown one, that of ordinary paragraphs.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Style {
        let found = id.and_then(|id| self.styles.get(id));
        let default = || self.default_paragraph.as_deref().and_then(|id| self.styles.get(id));
        found.or_else(default).cloned().unwrap_or_default()
    }

    /// The look of a character style.
    pub(super) fn character(&self, id: &str) -> Option<&RunLook> {
        self.styles.get(id).map(|style| &style.look)
    }

    /// The language of the document's ordinary text.
    pub(super) fn lang(&self) -> Option<&str> {
        self.defaults.lang.as_deref()
    }

    /// The look of runs before any style.
    pub(super) fn defaults(&self) -> &RunLook {
        &self.defaults
    }
}

/// Takes one element inside a style.
fn take(style: &mut Style, parent: &str, start: &BytesStart<'_>) {
    let value = || attribute(start, "val");
    match (parent, local(start)) {
        ("style", "name") => style.name = value().unwrap_or_default().to_lowercase(),
        ("style", "basedOn") => style.based_on = value(),
        ("pPr", "outlineLvl") => {
            style.outline = value().and_then(|level| level.parse().ok()).filter(|level| *level <= 9)
        }
        ("numPr", "numId") => style.list.0 = value(),
        ("numPr", "ilvl") => style.list.1 = value().and_then(|level| level.parse().ok()),
        ("rPr", _) => style.look.take(start),
        _ => {}
    }
}
