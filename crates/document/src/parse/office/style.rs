//! What style attributes and style sheets say that has a meaning here; all else in them is forgotten.

use std::collections::HashMap;

/// Bytes of style sheets that are read. Word's are some 60 kB; what stands further on styles nothing that was written by hand.
const SHEET_BYTES_MAX: usize = 1_000_000;
/// Classes that are remembered, for the same reason.
const CLASSES_MAX: usize = 5_000;

/// How an element looks, as far as it means something; nothing where it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Bold or not.
    pub(super) strong: Option<bool>,
    /// Italic or not.
    pub(super) emphasis: Option<bool>,
    /// Struck out.
    pub(super) strike: bool,
    /// Raised.
    pub(super) superscript: bool,
    /// Lowered.
    pub(super) subscript: bool,
    /// Not shown to the reader.
    pub(super) hidden: bool,
    /// Word's place in a list: `l0 level1 lfo1`, or `Ignore` for the bullet itself.
    pub(super) list: Option<String>,
    /// Word's outline level, from 1.
    pub(super) outline: Option<u8>,
    /// Word's name for a part of the document: `comment-list`, `footnote`.
    pub(super) element: Option<String>,
}

impl Look {
    /// Reads declarations as in a `style` attribute (CSS Style Attributes, W3C 2013); what cannot be read is skipped.
    pub(super) fn read(&mut self, declarations: &str) {
        for declaration in declarations.split(';') {
            if let Some((name, value)) = declaration.split_once(':') {
                let value = value.trim().trim_end_matches("!important").trim_end().to_ascii_lowercase();
                self.declare(&name.trim().to_ascii_lowercase(), &value);
            }
        }
    }

    fn declare(&mut self, name: &str, value: &str) {
        match name {
            "font-weight" => self.strong = weight(value).or(self.strong),
            "font-style" => self.emphasis = Some(value.starts_with("italic") || value.starts_with("oblique")),
            "text-decoration" | "text-decoration-line" => self.strike |= value.contains("line-through"),
            "vertical-align" => {
                self.superscript = value == "super";
                self.subscript = value == "sub";
            }
            "display" => self.hidden |= value == "none",
            "visibility" => self.hidden |= matches!(value, "hidden" | "collapse"),
            "mso-hide" => self.hidden |= value == "all",
            "opacity" | "font-size" => self.hidden |= is_zero(value),
            "mso-list" if value != "none" && !value.is_empty() => self.list = Some(value.to_owned()),
            "mso-outline-level" => self.outline = value.parse().ok().filter(|level| (1..=9).contains(level)),
            "mso-element" => self.element = Some(value.to_owned()),
            _ => {}
        }
    }

    /// Adds what `other` says, which is weaker where both say something.
    fn add(&mut self, other: &Look) {
        self.strong = self.strong.or(other.strong);
        self.emphasis = self.emphasis.or(other.emphasis);
        self.strike |= other.strike;
        if !self.superscript && !self.subscript {
            self.superscript = other.superscript;
            self.subscript = other.subscript;
        }
        self.hidden |= other.hidden;
        self.list = self.list.take().or_else(|| other.list.clone());
        self.outline = self.outline.or(other.outline);
        self.element = self.element.take().or_else(|| other.element.clone());
    }
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<u16>().ok().map(|number| number >= 600),
    }
}

/// `0`, `0pt`, `0.0em`: a number that is nothing, with or without its unit.
fn is_zero(value: &str) -> bool {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    number.parse::<f64>().is_ok_and(|number| number == 0.0)
}

/// The looks of classes, from the style sheets of the source.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    classes: HashMap<String, Look>,
    bytes: usize,
}

impl Sheet {
    /// Reads a style sheet: rules for one class, with or without an element's name. Rules for other things, and nested ones, are
    /// skipped, because what they hold for cannot be told without a browser.
    pub(super) fn read(&mut self, text: &str) {
        self.bytes += text.len();
        if self.bytes > SHEET_BYTES_MAX {
            return;
        }
        let mut rest = text;
        while let Some((selectors, after)) = rest.split_once('{') {
            let end = block_end(after);
            let declarations = &after[..end];
            rest = after.get(end + 1..).unwrap_or_default();
            let selectors = selectors.rsplit(['}', ';']).next().unwrap_or_default();
            let selectors = selectors.rsplit("*/").next().unwrap_or_default().replace("<!--", " ");
            if !selectors.contains('@') && !declarations.contains('{') {
                self.rule(&selectors, declarations);
            }
        }
    }

    fn rule(&mut self, selectors: &str, declarations: &str) {
        let mut look = Look::default();
        look.read(declarations);
        if look == Look::default() {
            return;
        }
        for selector in selectors.split(',') {
            let Some((element, class)) = selector.trim().split_once('.') else { continue };
            let is_name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            if is_name(element) && is_name(class) && !class.is_empty() && self.classes.len() < CLASSES_MAX {
                // Later rules are stronger.
                let mut stronger = look.clone();
                if let Some(before) = self.classes.get(class) {
                    stronger.add(before);
                }
                self.classes.insert(class.to_owned(), stronger);
            }
        }
    }

    /// The look of an element with these classes and this `style` attribute.
    pub(super) fn look(&self, classes: &str, style: &str) -> Look {
        let mut look = Look::default();
        look.read(style);
        for class in classes.split_ascii_whitespace() {
            if let Some(found) = self.classes.get(class) {
                look.add(found);
            }
        }
        look
    }
}

/// Where the block ends whose opening brace was just read: its own closing brace, those inside counted.
fn block_end(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_text_is_seen_in_all_its_forms() {
        for style in [
            "display:none",
            "DISPLAY : None !important",
            "visibility:hidden",
            "mso-hide:all",
            "font-size:0",
            "font-size:0.0pt",
            "opacity:0",
        ] {
            assert!(Sheet::default().look("", style).hidden, "{style}");
        }
        for style in ["display:inline", "font-size:10pt", "opacity:.5", "mso-hide:none", "font-size:", ";;:", ""] {
            assert!(!Sheet::default().look("", style).hidden, "{style}");
        }
    }

    #[test]
    fn a_sheet_gives_looks_to_classes() {
        let mut sheet = Sheet::default();
        sheet.read("<!-- /* x */ @page P {size:595pt; mso-x:{a}} p.Kapitel, .two {mso-outline-level:1; font-weight:bold}\n .three b {display:none} @media print { .four {display:none} } .two{font-weight:400} -->");
        assert_eq!(sheet.look("Kapitel", "").outline, Some(1));
        assert_eq!(sheet.look("two", "").strong, Some(false));
        assert_eq!(sheet.look("Kapitel", "font-weight:normal").strong, Some(false));
        assert_eq!(sheet.look("three four", ""), Look::default());
        sheet.read(&"{".repeat(100_000));
    }
}
