//! Passages on a page: their marks, who speaks, and the one a reader was sent to.

use std::collections::BTreeMap;

use document::{Body, Document, HtmlOptions, Marked, Mint, ParseOptions, Place, from_markdown};

fn read(text: &str) -> Document {
    from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"passages")).document
}

fn options() -> HtmlOptions {
    HtmlOptions {
        anchors: true,
        anchor_label: "Cite this paragraph".into(),
        turn_label: "Cite this turn".into(),
        cite: true,
        ..HtmlOptions::default()
    }
}

const TEXT: &str = "Intro.\n\n- one\n- two\n\n> quoted\n\nQuestion: Why?\n\nAmbassador: Because.";

#[test]
fn every_paragraph_item_and_turn_has_a_mark_that_cites_it() {
    let document = read(TEXT);
    let html = document.to_html(&options());
    let marks: Vec<&str> = html.split("href=\"?cite=").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for id in &marks {
        assert!(html.contains(&format!(" id=\"{id}\"")), "{id} is on the page: {html}");
    }
    // The opening, two items, the quoted paragraph, two turns with a paragraph each.
    assert_eq!(marks.len(), 8, "{html}");
    assert!(html.contains("rel=\"nofollow\""), "a mark is not for search engines");
    let without = document.to_html(&HtmlOptions { cite: false, ..options() });
    assert!(!without.contains("?cite=") && without.contains("href=\"#p-"), "{without}");
    assert!(!document.to_html(&HtmlOptions::default()).contains("mark"), "no marks without anchors");
}

#[test]
fn a_turn_is_named_by_who_speaks_alone_and_leads_to_the_speaker() {
    let document = read(TEXT);
    let turn = document.turns().nth(1).unwrap().id;
    let speakers = BTreeMap::from([(turn, "/en/speakers/a\"b".to_owned())]);
    let html = document.to_html(&HtmlOptions { speakers, ..options() });
    let named = format!(
        "aria-labelledby=\"{turn}-label\"><p class=\"speaker\" dir=\"auto\"><a id=\"{turn}-label\" href=\"/en/speakers/a&quot;b\">Ambassador</a>"
    );
    assert!(html.contains(&named), "{html}");
    let question = document.turns().next().unwrap().id;
    assert!(html.contains(&format!("<span id=\"{question}-label\">Question</span>")), "{html}");
}

#[test]
fn the_passage_a_reader_was_sent_to_is_marked_and_says_more_beside_it() {
    let document = read(TEXT);
    let turn = document.turns().nth(1).unwrap();
    let answer = turn.blocks[0].id;
    let note = Some(("Changed <here>".to_owned(), "passage"));
    let html = |place, note| document.to_html(&HtmlOptions { marked: Some(Marked { place, note }), ..options() });
    let block = html(Place { turn: None, block: Some(answer) }, note.clone());
    assert!(block.contains(&format!("<p id=\"{answer}\" class=\"marked\" dir=\"auto\">Because.")), "{block}");
    assert!(block.contains("<a class=\"was\" href=\"#passage\">Changed &lt;here&gt;</a></p>"), "{block}");
    assert_eq!((block.matches("marked").count(), block.matches("#passage").count()), (1, 1));
    let whole = html(Place { turn: Some(turn.id), block: None }, note.clone());
    assert!(whole.contains(&format!("class=\"turn turn-answer marked\" id=\"{}\"", turn.id)), "{whole}");
    assert_eq!((whole.matches("marked").count(), whole.matches("#passage").count()), (1, 1));
    let list = document.blocks().find(|block| matches!(block.body, Body::List { .. })).unwrap().id;
    let noted = html(Place { turn: None, block: Some(list) }, note);
    assert!(noted.contains(&format!("Changed &lt;here&gt;</a></p>\n<ul id=\"{list}\" class=\"marked\">")), "{noted}");
    let quiet = html(Place { turn: None, block: Some(answer) }, None);
    assert_eq!((quiet.matches("marked").count(), quiet.matches("#passage").count()), (1, 0));
}
