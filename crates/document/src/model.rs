//! The shapes of a document. Fields stand in the alphabetical order of their JSON names, because the
//! canonical form (RFC 8785) sorts keys and is written straight from these types.

use serde::de::Error as _;
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::{BlockId, TurnId};

/// How deep lists and quotes may stand in each other; deeper ones are flattened with a note.
///
/// Sixteen is far beyond what an official text uses and keeps the JSON form (five levels per list) well
/// within the 128 levels that JSON readers commonly accept, so that recursion over a document is bounded.
pub const DEPTH_MAX: usize = 16;

/// The structured text of one version of an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Blocks and turns in reading order.
    pub nodes: Vec<Node>,
}

/// One top-level piece of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// Text that no speaker is named for.
    Block(Block),
    /// What one speaker says at one go.
    Turn(Turn),
}

/// What one speaker says at one go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// The spoken text; empty only if the source has a label and nothing after it.
    pub blocks: Vec<Block>,
    /// The permanent id, minted once.
    pub id: TurnId,
    /// The speaker's label as printed, without its colon: `Foreign Minister`, `Q`, `问`.
    pub label: String,
    /// What the turn is in the conversation.
    pub role: Role,
    /// The slug of the site's speaker, once an editor has said who it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

/// What a turn is in the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Somebody asks.
    Question,
    /// Somebody answers a question asked before.
    Answer,
    /// Somebody speaks without having been asked.
    Speech,
    /// The record itself speaks: stage directions, summaries.
    Narration,
}

impl Role {
    /// The role's name in JSON and in class names: `question`, `answer`, `speech`, `narration`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Question => "question",
            Role::Answer => "answer",
            Role::Speech => "speech",
            Role::Narration => "narration",
        }
    }
}

/// A paragraph, heading, list, quote, figure, table or rule with its permanent id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// What stands in it.
    pub body: Body,
    /// The permanent id, minted once.
    pub id: BlockId,
}

/// What stands in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Body {
    /// Running text.
    Paragraph {
        /// The text.
        spans: Vec<Span>,
    },
    /// A heading inside the text; the title of the message is level 1 and stands outside.
    Heading {
        /// 2 to 4.
        level: u8,
        /// The text.
        spans: Vec<Span>,
    },
    /// A list.
    List {
        /// Each item's blocks.
        items: Vec<Vec<Block>>,
        /// Numbered or not.
        ordered: bool,
        /// The first number; 1 where the list is not numbered.
        start: u32,
    },
    /// A quoted passage.
    Quote {
        /// Its blocks.
        blocks: Vec<Block>,
    },
    /// A picture with its text.
    Figure {
        /// What a reader who cannot see the picture is told.
        alt: String,
        /// The caption under it.
        caption: Vec<Span>,
        /// `digest/name` of the media file as in the address `/media/{digest}/{name}`; empty when there is none.
        media: String,
    },
    /// A table; every row has as many cells as the head, or as the first row where there is no head.
    Table {
        /// The head's cells; empty when the table has no head.
        head: Vec<Vec<Span>>,
        /// The rows, each a list of cells.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A thematic break.
    Rule {},
}

/// A run of text in one style. Spans are flat and never nested; a line break is `\n` in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Where the text links to: `http`, `https`, `mailto`, `tel`, a relative path or a fragment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The language of the text (BCP 47) where it differs from the edition's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// How the text is set.
    #[serde(default, skip_serializing_if = "Marks::is_none")]
    pub marks: Marks,
    /// The text, in Unicode normalisation form C.
    pub text: String,
}

impl Span {
    /// A span of unmarked text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Span {
        Span { text: text.into(), ..Span::default() }
    }
}

/// How a span is set. In JSON a sorted list of the names of the marks that are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// Computer text.
    pub code: bool,
    /// Stress.
    pub emphasis: bool,
    /// No longer valid.
    pub strike: bool,
    /// Importance.
    pub strong: bool,
    /// Below the line.
    pub subscript: bool,
    /// Above the line.
    pub superscript: bool,
}

impl Marks {
    /// Whether no mark is on.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Marks::default()
    }

    /// The names of all marks and whether each is on, in alphabetical order.
    fn named(&self) -> [(&'static str, bool); 6] {
        [
            ("code", self.code),
            ("emphasis", self.emphasis),
            ("strike", self.strike),
            ("strong", self.strong),
            ("subscript", self.subscript),
            ("superscript", self.superscript),
        ]
    }
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for (name, on) in self.named() {
            if on {
                list.serialize_element(name)?;
            }
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Marks, D::Error> {
        let mut marks = Marks::default();
        for name in Vec::<String>::deserialize(deserializer)? {
            match name.as_str() {
                "code" => marks.code = true,
                "emphasis" => marks.emphasis = true,
                "strike" => marks.strike = true,
                "strong" => marks.strong = true,
                "subscript" => marks.subscript = true,
                "superscript" => marks.superscript = true,
                other => return Err(D::Error::custom(format!("unknown mark {other:?}"))),
            }
        }
        Ok(marks)
    }
}

impl Document {
    /// Whether the document has no node at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The turns in reading order.
    pub fn turns(&self) -> impl Iterator<Item = &Turn> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Turn(turn) => Some(turn),
            Node::Block(_) => None,
        })
    }

    /// The top-level blocks and the blocks of turns in reading order; blocks inside lists and quotes are not listed.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.nodes.iter().flat_map(|node| match node {
            Node::Turn(turn) => turn.blocks.as_slice(),
            Node::Block(block) => std::slice::from_ref(block),
        })
    }
}
