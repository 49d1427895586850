//! The canonical form (RFC 8785 JSON), its digest, and reading it back.

use std::collections::HashSet;
use std::fmt::Display;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::model::{Block, Body, DEPTH_MAX, Document, Node, Span};

/// The number of the canonical form written by this crate.
pub const FORMAT: u32 = 1;

/// Why bytes are not a document's canonical form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// Not JSON, or not of the right shape.
    #[error("the stored document cannot be read: {0}")]
    Shape(String),
    /// A format this program does not know.
    #[error("the stored document has format {0}, this program reads format {FORMAT}; use a newer program")]
    Format(u32),
    /// The same content, but not written canonically, so that its digest would not hold.
    #[error("the stored document is not in canonical form")]
    NotCanonical,
    /// The same id twice.
    #[error("the id {0} stands twice in the stored document")]
    DuplicateId(String),
    /// A value outside its range.
    #[error("the stored document breaks a rule: {0}")]
    Rule(&'static str),
}

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    nodes: &'a [Node],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    format: u32,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct ReadFormat {
    format: u32,
}

impl Serialize for Document {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written { format: FORMAT, nodes: &self.nodes }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Document, D::Error> {
        let read = Read::deserialize(deserializer)?;
        if read.format != FORMAT {
            return Err(serde::de::Error::custom(DocumentError::Format(read.format)));
        }
        Ok(Document { nodes: read.nodes })
    }
}

impl Document {
    /// The canonical form: RFC 8785 JSON of `{"format":1,"nodes":[…]}`.
    ///
    /// All keys are declared in sorted order, all numbers are small integers, and serde_json escapes exactly what
    /// RFC 8785 section 3.2.2.2 demands, so plain serialisation is canonical; a test compares it with an
    /// independent canonicaliser.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a document has string keys and integers only, which JSON can always hold")
    }

    /// SHA-256 of the canonical form: the version's digest.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.canonical()).into()
    }

    /// Reads a canonical form back.
    ///
    /// # Errors
    ///
    /// [`DocumentError`] when the bytes are not JSON of the known format, are not canonical, hold an id twice, or break
    /// a rule of the model (heading levels 2 to 4, depth at most [`DEPTH_MAX`], only allowed links).
    pub fn parse_canonical(bytes: &[u8]) -> Result<Document, DocumentError> {
        let read: Read = serde_json::from_slice(bytes).map_err(|error| match serde_json::from_slice(bytes) {
            Ok(ReadFormat { format }) if format != FORMAT => DocumentError::Format(format),
            _ => DocumentError::Shape(error.to_string()),
        })?;
        if read.format != FORMAT {
            return Err(DocumentError::Format(read.format));
        }
        let document = Document { nodes: read.nodes };
        document.check()?;
        if document.canonical() != bytes {
            return Err(DocumentError::NotCanonical);
        }
        Ok(document)
    }

    pub(crate) fn check(&self) -> Result<(), DocumentError> {
        let mut seen = HashSet::new();
        for node in &self.nodes {
            match node {
                Node::Block(block) => check_block(block, 0, &mut seen)?,
                Node::Turn(turn) => {
                    unseen(turn.id.letters(), &turn.id, &mut seen)?;
                    for block in &turn.blocks {
                        check_block(block, 0, &mut seen)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Turns and blocks share one space of letters, so that an id without its prefix is still an address.
fn unseen<'d>(letters: &'d str, shown: &dyn Display, seen: &mut HashSet<&'d str>) -> Result<(), DocumentError> {
    if seen.insert(letters) { Ok(()) } else { Err(DocumentError::DuplicateId(shown.to_string())) }
}

fn check_block<'d>(block: &'d Block, depth: usize, seen: &mut HashSet<&'d str>) -> Result<(), DocumentError> {
    unseen(block.id.letters(), &block.id, seen)?;
    if depth > DEPTH_MAX {
        return Err(DocumentError::Rule("lists and quotes are nested too deeply"));
    }
    match &block.body {
        Body::Heading { level, .. } if !(2..=4).contains(level) => {
            Err(DocumentError::Rule("a heading has a level from 2 to 4"))
        }
        Body::Paragraph { spans } | Body::Heading { spans, .. } | Body::Figure { caption: spans, .. } => {
            check_spans(spans)
        }
        Body::List { items, .. } => items.iter().flatten().try_for_each(|block| check_block(block, depth + 1, seen)),
        Body::Quote { blocks } => blocks.iter().try_for_each(|block| check_block(block, depth + 1, seen)),
        Body::Table { head, rows } => {
            let width = if head.is_empty() { rows.first().map_or(0, Vec::len) } else { head.len() };
            if rows.iter().any(|row| row.len() != width) {
                return Err(DocumentError::Rule("all rows of a table have the same number of cells"));
            }
            head.iter().chain(rows.iter().flatten()).try_for_each(|cell| check_spans(cell))
        }
        Body::Rule {} => Ok(()),
    }
}

fn check_spans(spans: &[Span]) -> Result<(), DocumentError> {
    let allowed = |span: &Span| span.href.as_deref().is_none_or(crate::parse::is_allowed_address);
    if spans.iter().all(allowed) {
        Ok(())
    } else {
        Err(DocumentError::Rule("a link has an address that is not allowed"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> DocumentError {
        Document::parse_canonical(json.as_bytes()).unwrap_err()
    }

    #[test]
    fn what_is_not_a_stored_document_is_refused_with_its_reason() {
        let rule = r#"{"block":{"body":{"rule":{}},"id":"p-00000000"}}"#;
        assert!(Document::parse_canonical(format!(r#"{{"format":1,"nodes":[{rule}]}}"#).as_bytes()).is_ok());
        assert!(matches!(error("{"), DocumentError::Shape(_)));
        assert!(matches!(error(r#"{"format":1,"nodes":[],"more":0}"#), DocumentError::Shape(_)));
        assert_eq!(error(r#"{"format":2,"nodes":[],"more":0}"#), DocumentError::Format(2));
        assert_eq!(error(r#"{"nodes":[],"format":1}"#), DocumentError::NotCanonical);
        assert_eq!(error(r#"{"format":1, "nodes":[]}"#), DocumentError::NotCanonical);
        let twice = DocumentError::DuplicateId("p-00000000".to_owned());
        assert_eq!(error(&format!(r#"{{"format":1,"nodes":[{rule},{rule}]}}"#)), twice);
        let heading = r#"{"block":{"body":{"heading":{"level":1,"spans":[]}},"id":"p-00000000"}}"#;
        assert!(matches!(error(&format!(r#"{{"format":1,"nodes":[{heading}]}}"#)), DocumentError::Rule(_)));
    }

    #[test]
    fn the_digest_is_that_of_the_canonical_form() {
        let empty = Document::default();
        assert_eq!(empty.canonical(), br#"{"format":1,"nodes":[]}"#);
        assert_eq!(empty.digest(), <[u8; 32]>::from(Sha256::digest(br#"{"format":1,"nodes":[]}"#)));
    }
}
