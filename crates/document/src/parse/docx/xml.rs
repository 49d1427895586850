//! The XML of a part, event by event: depth is bounded, document types are refused, entities are only the five that XML has.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::DocxError;

/// How deep elements may stand in each other. Nested tables in text boxes come to some sixty.
const DEPTH_MAX: usize = 256;

/// A part of the package.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    /// Its name, for errors.
    pub(super) name: &'a str,
    /// Its text.
    pub(super) text: &'a str,
}

impl Part<'_> {
    /// The error that this part cannot be read.
    pub(super) fn damaged(&self) -> DocxError {
        DocxError::Damaged { part: self.name.to_owned() }
    }
}

/// The events of a part. Elements without content come as a start and an end.
pub(super) struct Xml<'a> {
    part: Part<'a>,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// The events of `part` from its beginning.
    pub(super) fn new(part: &Part<'a>) -> Xml<'a> {
        let mut reader = Reader::from_str(part.text);
        reader.config_mut().expand_empty_elements = true;
        Xml { part: *part, reader, depth: 0 }
    }

    /// The next event.
    pub(super) fn next(&mut self) -> Result<Event<'a>, DocxError> {
        let event = self.reader.read_event().map_err(|_| self.part.damaged())?;
        match &event {
            Event::DocType(_) => return Err(DocxError::Entities { part: self.part.name.to_owned() }),
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > DEPTH_MAX {
                    return Err(self.part.damaged());
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            // A part that was cut off would otherwise be a text that ends too early.
            Event::Eof if self.depth > 0 => return Err(self.part.damaged()),
            _ => {}
        }
        Ok(event)
    }

    /// Reads to the end of the element that was just begun and says where in the part its content stands.
    pub(super) fn inner_range(&mut self) -> Result<(usize, usize), DocxError> {
        let outside = self.depth - 1;
        let from = self.position();
        loop {
            let to = self.position();
            match self.next()? {
                Event::End(_) if self.depth == outside => return Ok((from, to)),
                Event::Eof => return Err(self.part.damaged()),
                _ => {}
            }
        }
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The character that a reference stands for.
    pub(super) fn character(&self, reference: &BytesRef<'_>) -> Result<char, DocxError> {
        if let Some(c) = reference.resolve_char_ref().map_err(|_| self.part.damaged())? {
            return Ok(c);
        }
        match &**reference {
            "amp" => Ok('&'),
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "quot" => Ok('"'),
            "apos" => Ok('\''),
            _ => Err(DocxError::Entities { part: self.part.name.to_owned() }),
        }
    }
}

/// The name of an element without its prefix: producers choose prefixes as they like.
pub(super) fn local<'e>(start: &'e BytesStart<'_>) -> &'e str {
    start.local_name().into_inner()
}

/// The value of an attribute by its name without prefix; one that cannot be read is as one that is not there.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    // The check for doubled names compares each with all before it.
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Whether a property that is on or off is on: present without a value means on (ISO/IEC 29500-1 section 17.17.4).
pub(super) fn is_on(start: &BytesStart<'_>) -> bool {
    !matches!(attribute(start, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// Whether the part has any text to read (`w:t` that is not blank).
pub(super) fn has_text(part: &Part<'_>) -> Result<bool, DocxError> {
    let mut xml = Xml::new(part);
    let mut in_text = false;
    loop {
        match xml.next()? {
            Event::Start(start) => in_text = local(&start) == "t",
            Event::End(_) => in_text = false,
            Event::Text(text) if in_text && !text.trim().is_empty() => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}
