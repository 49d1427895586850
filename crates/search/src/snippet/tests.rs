//! Passages and marks in three scripts.

use document::{Mint, ParseOptions, from_markdown};
use proptest::prelude::*;

use super::cut::COLUMNS_SPARE;
use super::*;
use crate::Piece;
use crate::analysis::{exact, stem};

fn parsed(markdown: &str, lang: &str) -> Document {
    let options = ParseOptions { speakers: &[], lang };
    from_markdown(markdown, &options, &mut Mint::seeded(b"snippet")).document
}

fn word(word: &str, lang: &str, weight: f32) -> Sought {
    let exact = exact(word).into_iter().map(|word| word.text).collect();
    Sought { exact, stems: vec![stem(word, Language::of(lang))], weight, ..Sought::default() }
}

fn phrase(words: &str) -> Sought {
    Sought { exact: exact(words).into_iter().map(|word| word.text).collect(), weight: 2.0, ..Sought::default() }
}

/// Marked words in brackets.
fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
}

fn marked(text: &str, lang: &str, sought: Vec<Sought>) -> String {
    shown(&Marker::new(sought).marked(text, Language::of(lang)))
}

#[test]
fn words_are_marked_in_any_of_their_forms() {
    for (text, lang, sought, shown) in [
        ("The harbours of Port Selby", "en", word("harbour", "en", 1.0), "The [harbours] of Port Selby"),
        ("Un café, des CAFÉS", "fr", word("cafe", "fr", 1.0), "Un [café], des [CAFÉS]"),
        ("О договорах и договоре", "ru", word("договор", "ru", 1.0), "О [договорах] и [договоре]"),
        ("الميناء والميناء", "ar", word("ميناء", "ar", 1.0), "[الميناء] [والميناء]"),
        ("關於氣候變遷的政策", "zh-Hant", phrase("氣候"), "關於[氣候]變遷的政策"),
        ("the U.S. and us", "en", word("US", "en", 1.0), "the [U.S]. and [us]"),
        ("a free port and an open port", "en", phrase("open port"), "a free port and an [open port]"),
        ("open open port", "en", phrase("open port"), "open [open port]"),
        ("one\ntwo", "en", phrase("one two"), "[one two]"),
    ] {
        assert_eq!(marked(text, lang, vec![sought]), shown);
    }
    let prefix = Sought { exact: vec!["harb".into()], is_prefix: true, ..Sought::default() };
    assert_eq!(marked("harbour, harbinger, harm", "en", vec![prefix]), "[harbour], [harbinger], harm");
}

#[test]
fn a_passage_is_cut_at_sentences_or_words_and_says_so() {
    let filler = "The mission publishes what it has to say in six languages on every working day. ".repeat(6);
    let text = format!("{filler}Nobody had expected the ferry to be late again. {filler}");
    let document = parsed(&text, "en");
    let marker = Marker::new(vec![word("ferry", "en", 3.0)]);
    let snippets = passages(&document, &[], Language::English, &marker, None);
    assert_eq!(snippets.len(), 1);
    let passage = shown(&snippets[0].text);
    assert!(passage.starts_with("…Nobody had expected the [ferry]"), "{passage}");
    assert!(passage.ends_with('…') && columns(&passage) <= COLUMNS + 10, "{passage}");
    assert!(snippets[0].anchor.as_deref().is_some_and(|anchor| anchor.starts_with("p-")));
}

#[test]
fn three_passages_at_most_show_different_words_first() {
    let paragraphs: Vec<String> = ["harbour", "harbour", "harbour", "treaty", "lantern", "harbour treaty lantern"]
        .iter()
        .map(|words| format!("This paragraph is about the {words} and nothing else."))
        .collect();
    let document = parsed(&paragraphs.join("\n\n"), "en");
    let sought = vec![word("harbour", "en", 1.0), word("treaty", "en", 2.0), word("lantern", "en", 3.0)];
    let snippets = passages(&document, &[], Language::English, &Marker::new(sought), None);
    assert_eq!(snippets.len(), 3);
    assert!(shown(&snippets[2].text).contains("[harbour] [treaty] [lantern]"));
}

#[test]
fn wide_characters_fill_a_passage_sooner() {
    let filler = "本使館每個工作日以六種語言發布消息。".repeat(20);
    let document = parsed(&format!("{filler}渡輪今天又遲到了，沒有人料到。{filler}"), "zh-Hant");
    let snippets = passages(&document, &[], Language::Other, &Marker::new(vec![phrase("渡輪")]), None);
    let passage = shown(&snippets[0].text);
    assert!(passage.contains("[渡輪]今天又遲到了"), "{passage}");
    assert!(passage.starts_with('…') && columns(&passage) <= COLUMNS + 10, "{passage}");
}

#[test]
fn a_turn_shows_its_own_words_and_who_says_them() {
    let document = parsed("**Question:** Is the harbour open?\n\n**Ilse Maren:** The harbour opens on Monday.", "en");
    let ids: Vec<TurnId> = document.turns().map(|turn| turn.id).collect();
    assert_eq!(ids.len(), 2, "the sample has two turns");
    let marker = Marker::new(vec![word("harbour", "en", 1.0)]);
    let snippets = passages(&document, &document::speakers_of(&document), Language::English, &marker, Some(ids[1]));
    assert_eq!(snippets.len(), 1);
    assert_eq!(shown(&snippets[0].text), "The [harbour] opens on Monday.");
    let said = snippets[0].said.as_ref().unwrap();
    assert_eq!((said.turn.as_str(), said.label.as_str()), (ids[1].to_string().as_str(), "Ilse Maren"));
    let silent = passages(&document, &[], Language::English, &Marker::default(), Some(ids[0]));
    assert_eq!(shown(&silent[0].text), "Is the harbour open?");
}

#[test]
fn without_a_match_the_teaser_or_the_beginning_is_shown() {
    let document = parsed("The first paragraph.\n\nThe second one.", "en");
    assert_eq!(shown(&opening(&document, Some("A teaser"))[0].text), "A teaser");
    assert_eq!(shown(&opening(&document, Some("  "))[0].text), "The first paragraph.");
    assert!(opening(&Document::default(), None).is_empty());
    assert!(passages(&document, &[], Language::English, &Marker::new(vec![word("ferry", "en", 1.0)]), None).is_empty());
}

proptest! {
    #[test]
    fn a_passage_is_a_stretch_of_its_text(text in "[a-cА-Г气候变\\.\\,\\n “”]{0,600}", looked_for in "[a-cА-Г气候变]{1,3}") {
        let document = Document {
            nodes: vec![document::Node::Block(document::Block {
                body: document::Body::Paragraph { spans: vec![document::Span::plain(text.clone())] },
                id: parsed("x", "en").blocks().next().unwrap().id,
            })],
        };
        let marker = Marker::new(vec![word(&looked_for, "en", 1.0), phrase(&looked_for)]);
        for snippet in passages(&document, &[], Language::English, &marker, None) {
            let whole: String = snippet.text.iter().map(|piece| piece.text.as_str()).collect();
            let bare = whole.trim_start_matches('…').trim_end_matches('…').trim_end();
            prop_assert!(text.replace('\n', " ").contains(bare), "{bare:?}");
            prop_assert!(columns(bare) <= COLUMNS + COLUMNS_SPARE + 4);
            prop_assert!(snippet.text.iter().any(|piece| piece.marked));
        }
    }
}
