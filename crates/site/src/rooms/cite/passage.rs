//! Passages of a text: a turn or a block by its permanent id, and words inside it.

use std::fmt;
use std::str::FromStr as _;

use document::{Block, BlockId, Body, Document, Node, Part, Place, Span, Turn, TurnId, WordChange, diff, is_unspaced};
use unicode_normalization::UnicodeNormalization as _;

/// Characters of the text around quoted words that tell them from the same words elsewhere (`TextQuoteSelector` of the W3C
/// Web Annotation Data Model): enough for a few words in any script.
const AROUND_CHARS: usize = 32;

/// The permanent id of a turn or a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// `t-…`
    Turn(TurnId),
    /// `p-…`
    Block(BlockId),
}

impl Anchor {
    /// Reads an id as it stands in addresses; nothing when it is none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let block = BlockId::from_str(text).ok().map(Self::Block);
        block.or_else(|| TurnId::from_str(text).ok().map(Self::Turn))
    }

    /// Where it is in a document, for what is marked there.
    pub(crate) fn place(self) -> Place {
        match self {
            Self::Turn(turn) => Place { turn: Some(turn), block: None },
            Self::Block(block) => Place { turn: None, block: Some(block) },
        }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Turn(id) => id.fmt(f),
            Self::Block(id) => id.fmt(f),
        }
    }
}

/// A turn or a block of a text.
#[derive(Clone, Debug)]
pub(crate) struct Passage<'d> {
    pub(crate) anchor: Anchor,
    /// The turn it is or stands in, with its number among the turns of the text, from 0.
    pub(crate) turn: Option<(usize, &'d Turn)>,
    /// Its words: paragraphs, items and rows on a line each.
    pub(crate) text: String,
}

impl<'d> Passage<'d> {
    /// The passage with an id, if the text has it and it has words.
    pub(crate) fn find(text: &'d Document, anchor: Anchor) -> Option<Self> {
        let mut turns = 0;
        for node in &text.nodes {
            let (turn, blocks) = match node {
                Node::Block(block) => (None, std::slice::from_ref(block)),
                Node::Turn(turn) => (Some((turns, turn)), turn.blocks.as_slice()),
            };
            turns += usize::from(turn.is_some());
            let words = match (anchor, turn) {
                (Anchor::Turn(id), Some((_, turn))) if turn.id == id => {
                    Some(turn.blocks.iter().map(words_of).collect::<Vec<_>>().join("\n"))
                }
                (Anchor::Block(id), _) => blocks.iter().find_map(|block| inside(block, id)).map(words_of),
                (Anchor::Turn(_), _) => None,
            };
            if let Some(text) = words {
                return (!text.trim().is_empty()).then_some(Self { anchor, turn, text });
            }
        }
        None
    }

    /// Who is named as the speaker, as printed.
    pub(crate) fn label(&self) -> Option<&'d str> {
        self.turn.map(|(_, turn)| turn.label.as_str())
    }

    /// Whether two versions of a passage say the same by the same speaker. White space is not compared, nor an editor's
    /// naming of a speaker who was not named before.
    pub(crate) fn says_the_same(&self, other: &Passage<'_>) -> bool {
        self.label() == other.label()
            && !self.is_said_by_another(other)
            && squeezed(&self.text) == squeezed(&other.text)
    }

    /// Whether editors named one speaker then and another now.
    pub(crate) fn is_said_by_another(&self, other: &Passage<'_>) -> bool {
        let speaker = |passage: &Self| passage.turn.and_then(|(_, turn)| turn.speaker.clone());
        let others = other.turn.and_then(|(_, turn)| turn.speaker.clone());
        matches!((speaker(self), others), (Some(one), Some(other)) if one != other)
    }
}

/// The block with an id: this one, or one inside it.
fn inside(block: &Block, id: BlockId) -> Option<&Block> {
    if block.id == id {
        return Some(block);
    }
    match &block.body {
        Body::List { items, .. } => items.iter().flatten().find_map(|block| inside(block, id)),
        Body::Quote { blocks } => blocks.iter().find_map(|block| inside(block, id)),
        _ => None,
    }
}

/// The words of a block and of what is inside it, without bullets and numbers.
fn words_of(block: &Block) -> String {
    Part::Block(block.clone()).text()
}

/// Text with every run of white space as one space, composed (NFC), as quoted words are compared.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Quoted words with what stands around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) exact: String,
    pub(crate) prefix: String,
    pub(crate) suffix: String,
}

/// The words of a passage that a reader selected, as the record has them; nothing when they do not stand together there.
pub(crate) fn cut(passage: &str, selected: &str) -> Option<Cut> {
    let (passage, selected) = (squeezed(passage), squeezed(selected));
    let at = Some(selected.as_str()).filter(|selected| !selected.is_empty()).and_then(|words| passage.find(words))?;
    let (before, rest) = passage.split_at(at);
    let (exact, after) = rest.split_at(selected.len());
    let kept = before.chars().count().saturating_sub(AROUND_CHARS);
    Some(Cut {
        exact: exact.to_owned(),
        prefix: before.chars().skip(kept).collect(),
        suffix: after.chars().take(AROUND_CHARS).collect(),
    })
}

/// Where a text has the words of a passage that it does not have under the passage's id: the block in which they begin.
/// The words must stand together under the same label, however the paragraphs are divided.
pub(crate) fn elsewhere(text: &Document, passage: &Passage<'_>) -> Option<BlockId> {
    let wanted = squeezed(&passage.text);
    let mut stretch: Vec<&Block> = Vec::new();
    let mut found = None;
    for node in &text.nodes {
        match node {
            Node::Block(block) => stretch.push(block),
            Node::Turn(turn) => {
                let before = std::mem::take(&mut stretch);
                found = found.or_else(|| stands_in(&before, &wanted).filter(|_| passage.turn.is_none()));
                let blocks: Vec<&Block> = turn.blocks.iter().collect();
                let same = passage.label() == Some(turn.label.as_str());
                found = found.or_else(|| stands_in(&blocks, &wanted).filter(|_| same));
            }
        }
    }
    found.or_else(|| stands_in(&stretch, &wanted).filter(|_| passage.turn.is_none()))
}

fn stands_in(blocks: &[&Block], wanted: &str) -> Option<BlockId> {
    let mut joined = String::new();
    let mut starts = Vec::with_capacity(blocks.len());
    for block in blocks {
        let words = squeezed(&words_of(block));
        // Scripts without spaces have none between paragraphs that were one before.
        if joined.chars().next_back().is_some_and(|last| !is_unspaced(last)) && !words.is_empty() {
            joined.push(' ');
        }
        starts.push((joined.len(), block.id));
        joined.push_str(&words);
    }
    let at = joined.find(wanted)?;
    starts.iter().rev().find(|(start, _)| *start <= at).map(|(_, id)| *id)
}

/// How one wording became another, word by word.
pub(crate) fn word_changes(old: &str, new: &str) -> Vec<WordChange> {
    let mut mint = document::Mint::seeded(b"one paragraph");
    let id = mint.block();
    let one = |text: &str| {
        let block = Block { id, body: Body::Paragraph { spans: vec![Span::plain(text)] } };
        Document { nodes: vec![Node::Block(block)] }
    };
    diff(&one(old), &one(new)).changes.into_iter().flat_map(|change| change.words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::{Mint, ParseOptions, WordKind, from_markdown};

    fn read(text: &str) -> Document {
        from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"passage")).document
    }

    fn ids(document: &Document) -> Vec<Anchor> {
        let mut all = Vec::new();
        for node in &document.nodes {
            match node {
                Node::Block(block) => all.push(Anchor::Block(block.id)),
                Node::Turn(turn) => {
                    all.push(Anchor::Turn(turn.id));
                    all.extend(turn.blocks.iter().map(|block| Anchor::Block(block.id)));
                }
            }
        }
        all
    }

    #[test]
    fn anchors_are_read_as_they_are_written() {
        for anchor in ids(&read("One.\n\nQuestion: Two?\n\nAnswer: Three.")) {
            assert_eq!(Anchor::read(&anchor.to_string()), Some(anchor));
        }
        for other in ["", "p-", "t-0000000", "p-0000000i", "q-00000000", "p-00000000-label"] {
            assert_eq!(Anchor::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_passage_is_a_turn_with_its_paragraphs_or_a_block_however_deep() {
        let document =
            read("Intro.\n\nQuestion: Why?\n\nAnswer: Because.\n\nIt is so.\n\n- one\n- two\n  - inner\n\n> quoted");
        let text = |anchor| Passage::find(&document, anchor).map(|passage| passage.text);
        let turn = document.turns().nth(1).unwrap();
        assert!(text(Anchor::Turn(turn.id)).unwrap().starts_with("Because.\nIt is so."));
        let Body::List { items, .. } = &turn.blocks[2].body else { panic!("a list: {turn:?}") };
        let Body::List { items: deep, .. } = &items[1][1].body else { panic!("a list in it") };
        assert_eq!(text(Anchor::Block(deep[0][0].id)).as_deref(), Some("inner"));
        let passage = Passage::find(&document, Anchor::Block(deep[0][0].id)).unwrap();
        assert_eq!((passage.label(), passage.turn.map(|(number, _)| number)), (Some("Answer"), Some(1)));
        assert_eq!(text(Anchor::read("p-00000000").unwrap()), None);
    }

    #[test]
    fn selected_words_are_cut_out_with_what_stands_around_them() {
        let found = cut("The works\nare  done. The pilots begin at six.", " are done.\n\nThe pilots ").unwrap();
        assert_eq!((found.exact.as_str(), found.prefix.as_str()), ("are done. The pilots", "The works "));
        assert_eq!(found.suffix, " begin at six.");
        assert_eq!(cut("The works are done.", "works are not done"), None);
        assert_eq!(cut("The works are done.", "  "), None);
        assert_eq!(
            cut("工程已经完成。", "已经").map(|cut| (cut.prefix, cut.suffix)),
            Some(("工程".into(), "完成。".into()))
        );
        // Decomposed letters, as some systems copy them, are the same letters.
        assert_eq!(cut("Café opens", "Cafe\u{301}").map(|cut| cut.exact).as_deref(), Some("Café"));
    }

    #[test]
    fn words_that_were_divided_or_joined_are_found_again() {
        let before = read("Question: When?\n\nAnswer: On Monday. The works are done.\n\nThe end.");
        let passage = Passage::find(&before, ids(&before)[3]).unwrap();
        let divided = read("Question: When?\n\nAnswer: On Monday.\n\nThe works are done.\n\nThe end.");
        assert_eq!(elsewhere(&divided, &passage).map(Anchor::Block), Some(ids(&divided)[3]));
        let by_another = read("Question: When? On Monday. The works are done.\n\nAnswer: The end.");
        assert_eq!(elsewhere(&by_another, &passage), None);
        let chinese = read("工程已经完成。港口开放。");
        let passage = Passage::find(&chinese, ids(&chinese)[0]).unwrap();
        let divided = read("各位好。\n\n工程已经完成。\n\n港口开放。");
        assert_eq!(elsewhere(&divided, &passage).map(Anchor::Block), Some(ids(&divided)[1]));
    }

    #[test]
    fn two_wordings_are_compared_word_by_word() {
        let words = word_changes("The fees fall by 12 per cent.", "The fees fall by 10 per cent.");
        let only =
            |kind| words.iter().filter(|word| word.kind == kind).map(|word| word.text.as_str()).collect::<String>();
        assert_eq!((only(WordKind::Removed).as_str(), only(WordKind::Added).as_str()), ("12", "10"));
    }
}
