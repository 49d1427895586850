//! Ids across corrections: deep links live on when a text is corrected, and never lead to another text.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use document::{Document, Mint, Node, ParseOptions, carry_ids, from_plain};

const ONE: &str = "The office opens on Monday at nine.\n\nQuestion: Will it stay open in summer?\n\nAmbassador: Yes. We have decided it this week.\n\nThank you.\n\nQuestion: Thank you.\n\nAmbassador: Thank you.";

fn read(text: &str, seed: &str) -> Document {
    from_plain(text, &ParseOptions::default(), &mut Mint::seeded(seed.as_bytes())).document
}

fn ids(document: &Document) -> Vec<String> {
    let turns = document.nodes.iter().flat_map(|node| match node {
        Node::Turn(turn) => std::iter::once(turn.id.to_string())
            .chain(turn.blocks.iter().map(|block| block.id.to_string()))
            .collect::<Vec<_>>(),
        Node::Block(block) => vec![block.id.to_string()],
    });
    turns.collect()
}

fn corrected(text: &str) -> (Vec<String>, Vec<String>) {
    let previous = read(ONE, "version 1");
    (ids(&previous), ids(&carry_ids(&previous, read(text, "version 2"), &mut Mint::seeded(b"more"))))
}

#[test]
fn the_same_text_keeps_every_id() {
    let (before, after) = corrected(ONE);
    assert_eq!(before, after);
}

#[test]
fn a_corrected_paragraph_keeps_its_id() {
    let (before, after) = corrected(&ONE.replace("on Monday at nine", "on Tuesday at ten"));
    assert_eq!(before, after);
    let (before, after) = corrected(&ONE.replace("stay open in summer", "stay closed in winter"));
    assert_eq!(before, after);
}

#[test]
fn an_added_paragraph_gets_a_new_id_and_the_others_keep_theirs() {
    let (before, after) =
        corrected(&ONE.replace("Thank you.\n\nQuestion", "It is good news for everybody.\n\nThank you.\n\nQuestion"));
    let added: Vec<_> = after.iter().filter(|id| !before.contains(id)).collect();
    assert_eq!(added.len(), 1);
    assert_eq!(after.iter().filter(|id| before.contains(id)).collect::<Vec<_>>(), before.iter().collect::<Vec<_>>());
}

#[test]
fn a_removed_turn_takes_its_ids_with_it() {
    let (before, after) =
        corrected("The office opens on Monday at nine.\n\nQuestion: Thank you.\n\nAmbassador: Thank you.");
    assert_eq!(after, [&before[..1], &before[6..]].concat());
}

#[test]
fn a_moved_paragraph_keeps_its_id() {
    let previous = read("One is first.\n\nTwo follows it.\n\nThree comes last.", "version 1");
    let next = carry_ids(
        &previous,
        read("Three comes last.\n\nOne is first.\n\nTwo follows it.", "version 2"),
        &mut Mint::seeded(b"more"),
    );
    let before = ids(&previous);
    assert_eq!(ids(&next), [before[2].clone(), before[0].clone(), before[1].clone()]);
}

#[test]
fn another_text_shares_no_id_even_from_the_same_seed() {
    let previous = read(ONE, "the same seed");
    let next = read("Nothing of this was said before, whatever they write.", "the same seed");
    let carried = carry_ids(&previous, next, &mut Mint::seeded(b"the same seed"));
    assert!(ids(&carried).iter().all(|id| !ids(&previous).contains(id)));
}

#[test]
fn five_thousand_rewritten_paragraphs_keep_or_change_their_ids_in_linear_time() {
    let text = |word: &str| (0..5_000).map(|number| format!("{word} {number} {word}.\n\n")).collect::<String>();
    let previous = read(&text("alpha"), "version 1");
    let next = carry_ids(&previous, read(&text("omega"), "version 2"), &mut Mint::seeded(b"more"));
    // Comparing each with each would be twenty-five million comparisons of texts, and the test would not end.
    assert_eq!(next.nodes.len(), 5_000);
}

const EVERYTHING: &str = "## Fees at the quay\n\nThe fees fall by twelve per cent. They apply from the first of October.\n\n- Boats under ten metres pay nothing at all\n- Ferries pay by the passenger and the day\n\n> The harbour belongs to those who work in it.\n\n| Berth | Fee in crowns |\n| --- | --- |\n| North quay | 12 |\n\nQuestion: Will it stay so?\n\nAmbassador: Yes, until the next review.\n\nThe review comes in spring.";

fn marked(text: &str, seed: &str) -> Document {
    document::from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(seed.as_bytes())).document
}

/// The ids of all turns and blocks, those inside lists and quotes too, as a page has them.
fn anchors(document: &Document) -> Vec<String> {
    let json = String::from_utf8(document.canonical()).unwrap();
    json.split("\"id\":\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn everything_corrected(from: &str, to: &str) -> (Document, Document) {
    let previous = marked(EVERYTHING, "version 1");
    assert!(EVERYTHING.contains(from), "{from}");
    let next = marked(&EVERYTHING.replace(from, to), "version 2");
    let next = carry_ids(&previous, next, &mut Mint::seeded(b"more"));
    (previous, next)
}

#[test]
fn headings_items_quotes_cells_and_turns_keep_their_ids_when_edited() {
    for (from, to) in [
        ("Fees at the quay", "Fees at the new quay"),
        ("twelve per cent", "ten per cent"),
        ("pay nothing at all", "pay half of it"),
        ("belongs to those", "is owned by those"),
        ("| North quay | 12 |", "| North quay | 10 |"),
        ("until the next review", "at least until the next review"),
        ("Question: Will it stay so?", "Question (Port Selby Gazette): Will it stay so?"),
    ] {
        let (previous, next) = everything_corrected(from, to);
        assert_ne!(previous.plain_text(), next.plain_text(), "{from}");
        assert_eq!(anchors(&previous), anchors(&next), "{from} → {to}");
    }
}

#[test]
fn what_is_moved_takes_its_ids_with_it() {
    let previous = marked(EVERYTHING, "version 1");
    let (list, quote) = (
        "- Boats under ten metres pay nothing at all\n- Ferries pay by the passenger and the day\n\n",
        "> The harbour belongs to those who work in it.\n\n",
    );
    let text = EVERYTHING.replace(&format!("{list}{quote}"), &format!("{quote}{list}"));
    let next = carry_ids(&previous, marked(&text, "version 2"), &mut Mint::seeded(b"more"));
    let (mut before, mut after) = (anchors(&previous), anchors(&next));
    assert_ne!(before, after, "another order");
    before.sort_unstable();
    after.sort_unstable();
    assert_eq!(before, after);
}

#[test]
fn a_divided_paragraph_gives_its_id_to_one_part_and_a_joined_one_to_the_whole() {
    let (previous, next) = everything_corrected("per cent. They", "per cent.\n\nThey");
    let (before, after) = (anchors(&previous), anchors(&next));
    let added: Vec<_> = after.iter().filter(|id| !before.contains(id)).collect();
    assert_eq!((added.len(), after.len()), (1, before.len() + 1));
    assert!(before.iter().all(|id| after.contains(id)), "the old id lives on in one of the parts");

    let joined = carry_ids(&next, marked(EVERYTHING, "version 3"), &mut Mint::seeded(b"still more"));
    let (before, after) = (anchors(&next), anchors(&joined));
    assert_eq!(after.len() + 1, before.len());
    assert!(after.iter().all(|id| before.contains(id)), "the joined paragraph has the id of one of its parts");
}
