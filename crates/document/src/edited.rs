//! A text as the rich editor sends it: the shapes of the canonical form, with ids that may be missing or stand twice.
//!
//! Anybody who may write can send one, and every save is read here. So it is read straight into the shapes of a text:
//! whatever is none of them is refused at its first sign, before memory is spent on the rest.

use std::collections::HashSet;

use serde::Deserialize;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::canonical::{DocumentError, FORMAT};
use crate::ids::{BlockId, Mint, TurnId};
use crate::model::{Block, Body, Document, Node, Role, Span, Turn};

/// Lists and objects of an edited text's JSON: a text of 20 MB in paragraphs of a hundred letters has two thirds of it. One
/// takes a hundred bytes of memory and two of JSON, so that without a limit a few megabytes of brackets would fill gigabytes.
const PIECES_MAX: usize = 1_000_000;

/// Reads what an editor sends. Ids that are missing, empty, no ids, or stand a second time are minted anew, so that a copied
/// paragraph never takes the address of its original; text is brought into Unicode normalisation form C, and control
/// characters but tab and line break are left out. Everything else must be a sound document.
///
/// # Errors
/// [`DocumentError`] when the bytes are not JSON of the known format, break a rule of the model, or have more than a million
/// lists and objects.
pub fn from_edited(bytes: &[u8], mint: &mut Mint) -> Result<Document, DocumentError> {
    if pieces(bytes) > PIECES_MAX {
        return Err(DocumentError::Rule("the text has too many pieces; part it into several messages"));
    }
    let edited: Edited = serde_json::from_slice(bytes).map_err(|error| DocumentError::Shape(error.to_string()))?;
    if edited.format != FORMAT {
        return Err(DocumentError::Format(edited.format));
    }
    let mut ids = Ids { seen: HashSet::new(), mint };
    let document = Document { nodes: edited.nodes.into_iter().map(|node| ids.node(node)).collect() };
    document.check()?;
    Ok(document)
}

/// How many lists and objects JSON has: its opening brackets outside of strings.
fn pieces(json: &[u8]) -> usize {
    let (mut count, mut in_string, mut is_escaped) = (0, false, false);
    for byte in json {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

fn format() -> u32 {
    FORMAT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edited {
    #[serde(default = "format")]
    format: u32,
    nodes: Vec<EditedNode>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum EditedNode {
    Block(EditedBlock),
    Turn(EditedTurn),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedTurn {
    blocks: Vec<EditedBlock>,
    #[serde(default)]
    id: String,
    label: String,
    role: Role,
    #[serde(default)]
    speaker: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedBlock {
    body: EditedBody,
    #[serde(default)]
    id: String,
}

/// As [`Body`], with blocks whose ids are not read yet.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum EditedBody {
    Paragraph { spans: Vec<Span> },
    Heading { level: u8, spans: Vec<Span> },
    List { items: Vec<Vec<EditedBlock>>, ordered: bool, start: u32 },
    Quote { blocks: Vec<EditedBlock> },
    Figure { alt: String, caption: Vec<Span>, media: String },
    Table { head: Vec<Vec<Span>>, rows: Vec<Vec<Vec<Span>>> },
    Rule {},
}

/// Goes through a text in reading order: a first occurrence keeps its id, later ones get their own.
struct Ids<'m> {
    seen: HashSet<String>,
    mint: &'m mut Mint,
}

impl Ids<'_> {
    fn node(&mut self, node: EditedNode) -> Node {
        match node {
            EditedNode::Block(block) => Node::Block(self.block(block)),
            EditedNode::Turn(EditedTurn { blocks, id, label, role, speaker }) => {
                let id = self.turn_id(&id);
                let blocks = self.blocks(blocks);
                Node::Turn(Turn { blocks, id, label: clean(label), role, speaker })
            }
        }
    }

    fn blocks(&mut self, blocks: Vec<EditedBlock>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, EditedBlock { body, id }: EditedBlock) -> Block {
        let id = self.block_id(&id);
        let body = match body {
            EditedBody::Paragraph { spans } => Body::Paragraph { spans: cleaned(spans) },
            EditedBody::Heading { level, spans } => Body::Heading { level, spans: cleaned(spans) },
            EditedBody::List { items, ordered, start } => {
                let items = items.into_iter().map(|item| self.blocks(item)).collect();
                Body::List { items, ordered, start }
            }
            EditedBody::Quote { blocks } => Body::Quote { blocks: self.blocks(blocks) },
            EditedBody::Figure { alt, caption, media } => {
                Body::Figure { alt: clean(alt), caption: cleaned(caption), media }
            }
            EditedBody::Table { head, rows } => {
                let cells = |cells: Vec<Vec<Span>>| cells.into_iter().map(cleaned).collect();
                Body::Table { head: cells(head), rows: rows.into_iter().map(cells).collect() }
            }
            EditedBody::Rule {} => Body::Rule {},
        };
        Block { body, id }
    }

    fn turn_id(&mut self, said: &str) -> TurnId {
        if let Ok(id) = said.parse::<TurnId>()
            && self.seen.insert(id.letters().to_owned())
        {
            return id;
        }
        loop {
            let id = self.mint.turn();
            if self.seen.insert(id.letters().to_owned()) {
                return id;
            }
        }
    }

    fn block_id(&mut self, said: &str) -> BlockId {
        if let Ok(id) = said.parse::<BlockId>()
            && self.seen.insert(id.letters().to_owned())
        {
            return id;
        }
        loop {
            let id = self.mint.block();
            if self.seen.insert(id.letters().to_owned()) {
                return id;
            }
        }
    }
}

fn cleaned(mut spans: Vec<Span>) -> Vec<Span> {
    for span in &mut spans {
        span.text = clean(std::mem::take(&mut span.text));
    }
    spans
}

/// Text in normalisation form C without control characters but tab and line break.
fn clean(text: String) -> String {
    let is_banned = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if is_nfc(&text) && !text.chars().any(is_banned) {
        return text;
    }
    text.nfc().filter(|c| !is_banned(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Document {
        from_edited(json.as_bytes(), &mut Mint::seeded(b"edited")).unwrap()
    }

    fn refused(json: &str) -> DocumentError {
        from_edited(json.as_bytes(), &mut Mint::seeded(b"")).unwrap_err()
    }

    #[test]
    fn missing_and_repeated_ids_are_minted_and_sound_ones_are_kept() {
        let block =
            |id: &str| format!(r#"{{"block":{{"id":"{id}","body":{{"paragraph":{{"spans":[{{"text":"a"}}]}}}}}}}}"#);
        let kept = "p-k7x2m9qd";
        let without = r#"{"block":{"body":{"rule":{}}}}"#;
        let turn = format!(
            r#"{{"turn":{{"id":"","label":"Q","role":"question","blocks":[{}]}}}}"#,
            r#"{"id":"p-k7x2m9qd","body":{"rule":{}}}"#
        );
        let document =
            read(&format!(r#"{{"nodes":[{},{},{},{without},{turn}]}}"#, block(kept), block(kept), block("no id")));
        let ids: Vec<String> = document.blocks().map(|block| block.id.to_string()).collect();
        assert_eq!(ids[0], kept);
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 5, "{ids:?}");
        assert!(document.turns().all(|turn| turn.id.to_string().starts_with("t-")));
    }

    #[test]
    fn inner_blocks_get_their_ids_and_every_text_is_cleaned() {
        let inner = r#"{"id":"p-k7x2m9qd","body":{"paragraph":{"spans":[{"text":"e\u0301\u0000"}]}}}"#;
        let list = format!(
            r#"{{"block":{{"id":"p-k7x2m9qd","body":{{"list":{{"items":[[{inner}],[{inner}]],"ordered":false,"start":1}}}}}}}}"#
        );
        let quote = format!(r#"{{"block":{{"body":{{"quote":{{"blocks":[{inner}]}}}}}}}}"#);
        let table =
            r#"{"block":{"body":{"table":{"head":[[{"text":"e\u0301"}]],"rows":[[[{"text":"a\u0007\tb"}]]]}}}}"#;
        let figure = r#"{"block":{"body":{"figure":{"alt":"e\u0301","caption":[{"text":"e\u0301"}],"media":""}}}}"#;
        let turn = r#"{"turn":{"blocks":[],"label":"e\u0301","role":"speech"}}"#;
        let document = read(&format!(r#"{{"format":1,"nodes":[{list},{quote},{table},{figure},{turn}]}}"#));
        let written = String::from_utf8(document.canonical()).unwrap();
        assert_eq!(Document::parse_canonical(written.as_bytes()).unwrap(), document, "ids stand once");
        assert_eq!(written.matches('é').count(), 7, "{written}");
        assert_eq!(written.matches("p-k7x2m9qd").count(), 1, "{written}");
        assert!(written.contains(r"a\tb"), "{written}");
    }

    #[test]
    fn what_breaks_the_model_is_refused() {
        let link =
            r#"{"nodes":[{"block":{"id":"","body":{"paragraph":{"spans":[{"text":"a","href":"javascript:x"}]}}}}]}"#;
        assert!(matches!(refused(link), DocumentError::Rule(_)));
        let heading = r#"{"nodes":[{"block":{"body":{"heading":{"level":1,"spans":[]}}}}]}"#;
        assert!(matches!(refused(heading), DocumentError::Rule(_)));
        let unknown = r#"{"nodes":[{"block":{"body":{"rule":{}},"colour":"red"}}]}"#;
        for wrong in ["{\"nodes\":[{}]}", "[0,0]", "{\"nodes\":[0,0]}", "{}", unknown] {
            assert!(matches!(refused(wrong), DocumentError::Shape(_)), "{wrong}");
        }
        assert_eq!(refused(r#"{"format":2,"nodes":[]}"#), DocumentError::Format(2));
    }

    #[test]
    fn brackets_without_words_are_refused_before_they_take_memory() {
        let rows = |count: usize| {
            let rows = vec!["[[]]"; count].join(",");
            format!(r#"{{"nodes":[{{"block":{{"body":{{"table":{{"head":[],"rows":[{rows}]}}}}}}}}]}}"#)
        };
        read(&rows(1_000));
        assert!(matches!(refused(&rows(PIECES_MAX / 2)), DocumentError::Rule(_)));
        assert_eq!(pieces(br#"{"[[":["\"[",{}]}"#), 3, "brackets inside of strings are words");
    }
}
