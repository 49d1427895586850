//! The title that the file's properties state.

use quick_xml::events::Event;

use super::DocxError;
use super::xml::{Part, Xml, local};

/// Characters of a title that are taken. Titles that Word makes up from a first paragraph can be pages long.
const TITLE_CHARS_MAX: usize = 300;
/// Titles that programs make up.
const MADE_UP: [&str; 4] = ["microsoft word", "document", "untitled", "презентация"];

/// The title in the core properties (ISO/IEC 29500-2 section 8.3), unless a program made it up.
pub(super) fn title(part: &Part<'_>) -> Result<Option<String>, DocxError> {
    let mut xml = Xml::new(part);
    let mut title = String::new();
    let mut in_title = false;
    loop {
        match xml.next()? {
            Event::Start(start) => in_title = local(&start) == "title",
            Event::End(_) => in_title = false,
            Event::Text(text) if in_title => title.push_str(&text),
            Event::GeneralRef(reference) if in_title => title.push(xml.character(&reference)?),
            Event::Eof => return Ok(cleaned(&title)),
            _ => {}
        }
    }
}

/// Words on one line.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// A title on one line, or nothing where it says nothing.
fn cleaned(title: &str) -> Option<String> {
    let title: String = on_one_line(title).chars().take(TITLE_CHARS_MAX).collect();
    let small = title.to_lowercase();
    let made_up = MADE_UP.iter().any(|start| {
        small.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic) && !rest.starts_with(' '))
    }) || small.starts_with("microsoft word - ")
        || small.ends_with(".docx")
        || small.ends_with(".doc");
    (!title.is_empty() && !made_up).then_some(title)
}
