//! A picture of the library goes through CommonMark and back: who edits without scripts loses none.

use document::{Block, Body, Document, Mint, Node, ParseOptions, Span, carry_ids, from_markdown};

fn figure(caption: Vec<Span>) -> Document {
    let mut mint = Mint::seeded(b"figure");
    let mut block = |body| Node::Block(Block { body, id: mint.block() });
    let media = format!("{}/harbour-at-dawn.jpg", "0a".repeat(32));
    let words = block(Body::Paragraph { spans: vec![Span::plain("Before.")] });
    let alt = "The harbour [at dawn], seen from “the pier” * 2".to_owned();
    Document { nodes: vec![words, block(Body::Figure { alt, caption, media })] }
}

fn back(document: &Document) -> Document {
    let options = ParseOptions { speakers: &[], lang: "en" };
    let parsed = from_markdown(&document.to_markdown(), &options, &mut Mint::seeded(b"again"));
    assert!(parsed.notes.is_empty(), "{:?}", parsed.notes);
    carry_ids(document, parsed.document, &mut Mint::seeded(b"carried"))
}

#[test]
fn a_picture_of_the_library_comes_back_as_it_was() {
    for caption in [vec![], vec![Span::plain("The harbour on the day of the signing.")]] {
        let document = figure(caption);
        assert_eq!(back(&document), document, "{}", document.to_markdown());
    }
}

#[test]
fn a_picture_from_elsewhere_stays_out() {
    let text = "![A view](https://elsewhere.example/a.png) and ![B](/media/short/b.png)";
    let options = ParseOptions { speakers: &[], lang: "en" };
    let parsed = from_markdown(text, &options, &mut Mint::seeded(b"elsewhere"));
    assert!(parsed.document.blocks().all(|block| !matches!(block.body, Body::Figure { .. })));
    assert!(!parsed.notes.is_empty());
}
