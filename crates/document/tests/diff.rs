//! Comparing, merging and weighing: nothing is invented, nothing is lost, and what matters is never called small.

use document::{
    Block, Body, ChangeKind, Detail, Document, Mint, Node, ParseOptions, Part, Reason, Weight, WordKind, carry_ids,
    diff, from_markdown, merge, significance,
};
use proptest::prelude::*;

fn first(text: &str) -> Document {
    from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"first")).document
}

/// The next version of a text, as the desk makes it: the ids of what stayed are kept.
fn next(previous: &Document, text: &str, seed: &str) -> Document {
    let mut mint = Mint::seeded(seed.as_bytes());
    let parsed = from_markdown(text, &ParseOptions::default(), &mut mint).document;
    carry_ids(previous, parsed, &mut mint)
}

fn kinds(old: &Document, new: &Document) -> Vec<ChangeKind> {
    diff(old, new).changes.iter().map(|change| change.kind).collect()
}

const TALKS: &str = "Opening words of the day.\n\nQuestion: Will the office in Port Selby reopen?\n\nForeign Minister: Yes, it will.\n\n\
                     Question: When exactly will that be?\n\nForeign Minister: In the spring, as was agreed.\n\nThank you all for coming.";

#[test]
fn a_changed_word_is_shown_in_its_block_and_nothing_else_is() {
    let old = first(TALKS);
    let new = next(&old, &TALKS.replace("spring", "autumn"), "next");
    let changes = diff(&old, &new).changes;
    let changed: Vec<_> = changes.iter().filter(|change| change.kind != ChangeKind::Same).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].kind, ChangeKind::Changed);
    let words: Vec<_> = changed[0].words.iter().map(|word| (word.kind, word.text.as_str())).collect();
    assert_eq!(
        words,
        [
            (WordKind::Same, "In the "),
            (WordKind::Removed, "spring"),
            (WordKind::Added, "autumn"),
            (WordKind::Same, ", as was agreed."),
        ]
    );
}

#[test]
fn turns_and_blocks_are_added_removed_and_moved_where_they_stand() {
    use ChangeKind::{Added, Moved, Removed, Same};
    let old = first("One paragraph about ships.\n\nAnother one about harbours.\n\nA third one about the sea.");
    let without = next(&old, "One paragraph about ships.\n\nA third one about the sea.", "a");
    assert_eq!(kinds(&old, &without), [Same, Removed, Same]);
    assert_eq!(kinds(&without, &old), [Same, Added, Same]);
    let moved =
        next(&old, "Another one about harbours.\n\nA third one about the sea.\n\nOne paragraph about ships.", "b");
    assert_eq!(kinds(&old, &moved), [Same, Same, Moved]);

    let talks = first(TALKS);
    let shorter = next(&talks, &TALKS.replace("Question: When exactly will that be?\n\n", ""), "c");
    let gone: Vec<_> = diff(&talks, &shorter).changes.into_iter().filter(|change| change.kind == Removed).collect();
    assert_eq!(gone.len(), 2, "the head and its words");
    assert_eq!(gone[0].old.as_ref().unwrap().text(), "Question");
}

#[test]
fn what_changed_beside_the_words_is_listed() {
    let old = first("See [the note](/en/notes/1) on **ships**.\n\n## The sea\n\n| a | b |\n|---|---|\n| 1 | 2 |");
    let new =
        next(&old, "See [the note](/en/notes/2) on ships.\n\n### The sea\n\n| a | b |\n|---|---|\n| 1 | 3 |", "n");
    let details: Vec<_> = diff(&old, &new).changes.into_iter().flat_map(|change| change.details).collect();
    let sentences: Vec<_> = details.iter().map(Detail::to_string).collect();
    assert_eq!(
        sentences,
        [
            "These marks changed: strong.",
            "“the note” led to /en/notes/1 and leads to /en/notes/2.",
            "It was a heading of level 2 and is a heading of level 3.",
            "Row 2, column 2: “2” became “3”.",
        ]
    );
}

#[test]
fn labels_speakers_and_pictures_are_compared() {
    let old = first(TALKS);
    let mut new = old.clone();
    for node in &mut new.nodes {
        if let Node::Turn(turn) = node
            && turn.label == "Foreign Minister"
        {
            turn.label = "Deputy Minister".to_owned();
            turn.speaker = Some("ilse-maren".to_owned());
            break;
        }
    }
    let details: Vec<_> = diff(&old, &new).changes.into_iter().flat_map(|change| change.details).collect();
    assert!(matches!(&details[..], [Detail::Label { .. }, Detail::Speaker { .. }]), "{details:?}");

    let figure = |alt: &str, media: &str| Document {
        nodes: vec![Node::Block(Block {
            id: "p-00000000".parse().unwrap(),
            body: Body::Figure { alt: alt.to_owned(), caption: vec![], media: media.to_owned() },
        })],
    };
    let found = diff(&figure("A bridge", "a/one.jpg"), &figure("The bridge", "b/two.jpg"));
    assert!(matches!(&found.changes[0].details[..], [Detail::Alt { .. }, Detail::Media { .. }]));
}

#[test]
fn two_columns_show_each_side_its_own_words() {
    let old = first("The talks began on time.");
    let new = next(&old, "The talks ended on time.", "n");
    let rows = diff(&old, &new).side_by_side();
    let text = |words: &[document::WordChange]| words.iter().map(|word| word.text.as_str()).collect::<String>();
    assert_eq!(text(&rows[0].old.as_ref().unwrap().words), "The talks began on time.");
    assert_eq!(text(&rows[0].new.as_ref().unwrap().words), "The talks ended on time.");
    assert_eq!(rows[0].new.as_ref().unwrap().form, "paragraph");
}

#[test]
fn a_comparison_survives_its_journey_as_json() {
    let old = first(TALKS);
    let new = next(&old, &TALKS.replace("Yes, it will", "No"), "n");
    let found = diff(&old, &new);
    assert_eq!(serde_json::from_slice::<document::Diff>(&serde_json::to_vec(&found).unwrap()).unwrap(), found);
    let weighed = significance(&old, &new);
    let json = serde_json::to_vec(&weighed).unwrap();
    assert_eq!(serde_json::from_slice::<document::Significance>(&json).unwrap(), weighed);
}

#[test]
fn a_text_rewritten_beyond_all_bounds_is_compared_in_bounded_time() {
    let words = |stem: &str| (0..60_000).map(|n| format!("{stem}{n} ")).collect::<String>();
    let one = |text: String| Document {
        nodes: vec![Node::Block(Block {
            id: "p-00000000".parse().unwrap(),
            body: Body::Paragraph { spans: vec![document::Span::plain(text)] },
        })],
    };
    let found = diff(&one(words("a")), &one(words("b")));
    let kinds: Vec<_> = found.changes[0].words.iter().map(|word| word.kind).collect();
    assert_eq!(kinds, [WordKind::Removed, WordKind::Added, WordKind::Same]);
}

#[test]
fn edits_of_two_people_in_different_places_are_both_kept() {
    let base = first(TALKS);
    let ours = next(&base, &TALKS.replace("Opening words", "First words"), "ours");
    let theirs = next(&base, &TALKS.replace("spring", "autumn"), "theirs");
    let merged = merge(&base, &ours, &theirs);
    assert!(merged.conflicts.is_empty());
    let text = merged.document.plain_text();
    assert!(text.contains("First words") && text.contains("autumn") && !text.contains("spring"));
}

#[test]
fn the_same_words_changed_differently_are_a_conflict_with_ours_in_the_text() {
    let base = first(TALKS);
    let ours = next(&base, &TALKS.replace("spring", "summer"), "ours");
    let theirs = next(&base, &TALKS.replace("spring", "autumn"), "theirs");
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.document, ours);
    assert_eq!(merged.conflicts.len(), 1);
    assert!(merged.conflicts[0].theirs.as_ref().unwrap().text().contains("autumn"));
    assert!(merged.conflicts[0].base.as_ref().unwrap().text().contains("spring"));
    let same = merge(&base, &ours, &ours.clone());
    assert!(same.conflicts.is_empty());
}

#[test]
fn additions_at_the_same_place_stand_ours_first() {
    let base = first("The first paragraph.\n\nThe last paragraph.");
    let ours = next(&base, "The first paragraph.\n\nWords that we put in.\n\nThe last paragraph.", "ours");
    let theirs = next(&base, "The first paragraph.\n\nSomething else by them.\n\nThe last paragraph.", "theirs");
    let merged = merge(&base, &ours, &theirs);
    let text = merged.document.plain_text();
    assert_eq!(text, "The first paragraph.\n\nWords that we put in.\n\nSomething else by them.\n\nThe last paragraph.");
}

#[test]
fn removing_what_the_other_side_changed_is_a_conflict_and_removing_what_it_left_is_not() {
    let base = first(TALKS);
    let removed = TALKS.replace("Question: When exactly will that be?\n\n", "");
    let ours = next(&base, &removed, "ours");
    let quiet = next(&base, &TALKS.replace("Opening", "Further"), "theirs");
    assert!(merge(&base, &ours, &quiet).conflicts.is_empty());
    let theirs = next(&base, &TALKS.replace("When exactly", "When in the year"), "theirs");
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].ours, None);
    let swapped = merge(&base, &theirs, &ours);
    assert!(swapped.document.plain_text().contains("When in the year"));
    assert_eq!(swapped.conflicts.len(), 1);
}

#[test]
fn a_moved_paragraph_and_an_addition_come_together() {
    let base = first("About ships and men.\n\nAbout the harbours.\n\nAbout the open sea.");
    let ours = next(
        &base,
        "About ships and men.\n\nAbout the harbours.\n\nAbout the open sea.\n\nAbout weather, newly.",
        "ours",
    );
    let theirs = next(&base, "About the open sea.\n\nAbout ships and men.\n\nAbout the harbours.", "theirs");
    let merged = merge(&base, &ours, &theirs);
    assert!(merged.conflicts.is_empty());
    assert_eq!(
        merged.document.plain_text(),
        "About the open sea.\n\nAbout weather, newly.\n\nAbout ships and men.\n\nAbout the harbours."
    );
}

/// Old words, new words, and what the change must at least be called.
const WEIGHTS: &[(&str, &str, Weight)] = &[
    ("Nothing happens here.", "Nothing happens here.", Weight::Nothing),
    // Numbers, dates, units, signs.
    ("They sent 12 ships.", "They sent 13 ships.", Weight::Substantive),
    ("They sent three ships.", "They sent four ships.", Weight::Substantive),
    ("It cost 10 000 crowns.", "It cost 10000 crowns.", Weight::Typographic),
    ("It fell to -5 degrees.", "It fell to 5 degrees.", Weight::Substantive),
    ("It cost $5 in all.", "It cost €5 in all.", Weight::Substantive),
    ("From 3-5 ships.", "From 35 ships.", Weight::Substantive),
    ("Встреча пройдёт 12 июня.", "Встреча пройдёт 12 июля.", Weight::Substantive),
    ("会议在九月举行", "会议在十月举行", Weight::Substantive),
    ("في ٥ مدن", "في 5 مدن", Weight::Typographic),
    ("في خمس مدن", "في ست مدن", Weight::Substantive),
    // Names.
    ("We spoke with Anna Velmar again.", "We spoke with Anna Velmor again.", Weight::Substantive),
    ("Мы говорили с Ольгой вчера.", "Мы говорили с Еленой вчера.", Weight::Substantive),
    ("Mr. Velmar spoke.", "Mr. Felmar spoke.", Weight::Substantive),
    ("Help us now.", "Help US now.", Weight::Substantive),
    // Negations.
    ("We agree with this.", "We do not agree with this.", Weight::Substantive),
    ("We can accept it.", "We can't accept it.", Weight::Substantive),
    ("The step was lawful.", "The step was unlawful.", Weight::Substantive),
    ("Мы согласны с этим.", "Мы не согласны с этим.", Weight::Substantive),
    ("Это допустимо.", "Это недопустимо.", Weight::Substantive),
    ("Nous sommes d'accord.", "Nous ne sommes pas d'accord.", Weight::Substantive),
    ("Estamos de acuerdo.", "No estamos de acuerdo.", Weight::Substantive),
    ("نوافق على ذلك", "لا نوافق على ذلك", Weight::Substantive),
    ("我们同意", "我们不同意", Weight::Substantive),
    // Quotations.
    ("He said “we are ready to talk” twice.", "He said “we are glad to talk” twice.", Weight::Substantive),
    ("Она сказала: «мы готовы».", "Она сказала: «мы рады».", Weight::Substantive),
    ("The so-called plan failed.", "The “so-called” plan failed.", Weight::Substantive),
    ("He said \"ready\" twice.", "He said “ready” twice.", Weight::Typographic),
    // Typography and spelling.
    ("It was a long - and good - day.", "It was a long – and good – day.", Weight::Typographic),
    ("The\u{a0}minister spoke.", "The minister spoke.", Weight::Typographic),
    ("the minister spoke.", "The minister spoke.", Weight::Typographic),
    ("A minster spoke at length.", "A minister spoke at length.", Weight::Typographic),
    ("Сотрудичество растёт.", "Сотрудничество растёт.", Weight::Typographic),
    ("Всё идёт хорошо.", "Все идет хорошо.", Weight::Typographic),
    ("He is now ready.", "He is not ready.", Weight::Substantive),
    // Formatting.
    ("A **strong** word.", "A strong word.", Weight::Formatting),
    ("## The sea", "### The sea", Weight::Formatting),
    ("- one ship\n- one boat", "1. one ship\n2. one boat", Weight::Formatting),
    ("First words here. Second words here.", "First words here.\n\nSecond words here.", Weight::Formatting),
    ("This is ~~gone~~ now.", "This is gone now.", Weight::Substantive),
    // Words.
    ("The talks were useful.", "The talks were fruitful and long.", Weight::Clarification),
    ("Переговоры были полезны.", "Переговоры прошли с пользой.", Weight::Clarification),
    ("会谈很有益", "会谈富有成果", Weight::Clarification),
    ("See [this](/en/a).", "See [this](/en/b).", Weight::Clarification),
    // Whole paragraphs and turns.
    ("First.\n\nShips came in.\n\nLast.", "First.\n\nNobody knew why.\n\nLast.", Weight::Substantive),
    ("The first part.", "The first part.\n\nA wholly new paragraph.", Weight::Substantive),
    (
        "Question: Why?\n\nAnswer: So.",
        "Question: Why?\n\nAnswer: So.\n\nQuestion: And then?\n\nAnswer: Thus.",
        Weight::Substantive,
    ),
];

#[test]
fn a_change_is_called_what_it_must_at_least_be_called() {
    for (old, new, weight) in WEIGHTS {
        let before = first(old);
        let after = next(&before, new, "next");
        let found = significance(&before, &after);
        assert_eq!(found.at_least, *weight, "{old} → {new}: {:?}", found.reasons);
    }
}

#[test]
fn another_label_or_speaker_is_substantive_and_its_spaces_are_not() {
    let old = first(TALKS);
    let with = |change: &dyn Fn(&mut document::Turn)| {
        let mut new = old.clone();
        for node in &mut new.nodes {
            if let Node::Turn(turn) = node {
                change(turn);
                break;
            }
        }
        significance(&old, &new).at_least
    };
    assert_eq!(with(&|turn| turn.label = "Journalist".to_owned()), Weight::Substantive);
    assert_eq!(with(&|turn| turn.label = "QUESTION".to_owned()), Weight::Typographic);
    assert_eq!(with(&|turn| turn.speaker = Some("ilse-maren".to_owned())), Weight::Substantive);
    assert_eq!(with(&|turn| turn.role = document::Role::Speech), Weight::Clarification);
}

#[test]
fn reasons_are_sentences() {
    let old = first("They sent 12 ships to Port Selby.");
    let new = next(&old, "They did not send 13 ships to Port Selby.", "n");
    let sentences: Vec<_> = significance(&old, &new).reasons.iter().map(Reason::to_string).collect();
    assert_eq!(sentences, ["Numbers changed: “12” became “13”.", "A negation changed: “not” was added."]);
}

/// Paragraphs and turns from a small stock, so that random texts share, repeat, move and change parts.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Thank you.",
        "Thank you very much.",
        "Question: Will it open in spring?",
        "Question: Will it open in autumn?",
        "Foreign Minister: It will.",
        "Foreign Minister: It will, in time.",
        "## A heading",
        "- one\n- two",
        "- one\n- three",
        "> A quoted passage.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Переговоры были полезны.",
        "Переговоры были полезны для всех.",
        "会谈很有益。",
        "A paragraph with **marks** and [a link](/x).",
        "***",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.join("\n\n"))
}

fn three() -> impl Strategy<Value = (Document, Document, Document)> {
    (texts(), texts(), texts()).prop_map(|(base, ours, theirs)| {
        let base = first(&base);
        let (ours, theirs) = (next(&base, &ours, "ours"), next(&base, &theirs, "theirs"));
        (base, ours, theirs)
    })
}

/// Every head and block of a document as a part with its id's text, in reading order.
fn parts(document: &Document) -> Vec<(String, Part)> {
    let mut out = Vec::new();
    for node in &document.nodes {
        match node {
            Node::Block(block) => out.push((block.id.to_string(), Part::Block(block.clone()))),
            Node::Turn(turn) => {
                let part = Part::Turn { label: turn.label.clone(), role: turn.role, speaker: turn.speaker.clone() };
                out.push((turn.id.to_string(), part));
                out.extend(turn.blocks.iter().map(|block| (block.id.to_string(), Part::Block(block.clone()))));
            }
        }
    }
    out
}

proptest! {
    #[test]
    fn any_text_is_compared_and_weighed(old in ".{0,60}", new in ".{0,60}", signs in "[-–“”«»\"'’ .,:/0-9a½٢月不]{0,30}") {
        let (before, after) = (first(&format!("{old}{signs}")), first(&format!("{signs}{new}")));
        let found = diff(&before, &after);
        let texts: Vec<String> = parts(&after).iter().map(|(_, part)| part.text()).collect();
        prop_assert_eq!(found.new_texts(), texts);
        let weighed = significance(&before, &after);
        prop_assert_eq!(found.is_empty(), weighed.at_least == Weight::Nothing);
        prop_assert!(weighed.reasons.iter().all(|reason| reason.to_string().ends_with('.')));
    }

    #[test]
    fn a_text_does_not_differ_from_itself_whatever_its_ids(text in texts()) {
        let document = first(&text);
        prop_assert!(diff(&document, &document).is_empty());
        prop_assert_eq!(significance(&document, &document).at_least, Weight::Nothing);
        let reread = from_markdown(&text, &ParseOptions::default(), &mut Mint::seeded(b"other")).document;
        prop_assert!(diff(&document, &reread).is_empty());
    }

    #[test]
    fn each_side_of_a_comparison_is_that_text((old, new, _) in three()) {
        let found = diff(&old, &new);
        let texts: Vec<String> = parts(&new).iter().map(|(_, part)| part.text()).collect();
        prop_assert_eq!(found.new_texts(), texts);
        let side = |left_out: WordKind| found.changes.iter().map(|change| {
            change.words.iter().filter(|word| word.kind != left_out).map(|word| word.text.as_str()).collect::<String>()
        }).collect::<Vec<_>>();
        let mut olds: Vec<String> = found.changes.iter().zip(side(WordKind::Added)).filter(|(change, _)| change.old.is_some()).map(|(_, text)| text).collect();
        let mut expected: Vec<String> = parts(&old).iter().map(|(_, part)| part.text()).collect();
        olds.sort();
        expected.sort();
        prop_assert_eq!(olds, expected);
        prop_assert_eq!(found.clone(), diff(&old, &new));
    }

    #[test]
    fn merging_with_an_unchanged_side_gives_the_changed_one((base, ours, _) in three()) {
        prop_assert_eq!(merge(&base, &ours, &ours).document, ours.clone());
        prop_assert_eq!(merge(&base, &ours, &base).document, ours.clone());
        prop_assert_eq!(merge(&base, &base, &ours).document, ours);
    }

    #[test]
    fn merging_loses_no_words_and_gives_a_document((base, ours, theirs) in three()) {
        let merged = merge(&base, &ours, &theirs);
        prop_assert!(Document::parse_canonical(&merged.document.canonical()).is_ok());
        let (base, out) = (parts(&base), parts(&merged.document));
        let in_conflict = |part: &Part| merged.conflicts.iter().any(|conflict| {
            conflict.ours.as_ref() == Some(part) || conflict.theirs.as_ref() == Some(part)
        });
        for (side, other) in [(&parts(&ours), &parts(&theirs)), (&parts(&theirs), &parts(&ours))] {
            for (id, part) in side {
                // Ids inside a list may have been made anew, where both sides put the same block into different lists.
                let there = out.iter().any(|(_, kept)| kept.text() == part.text()) || in_conflict(part);
                // Left as it was here, and changed or removed over there.
                let left = base.iter().any(|found| found == &(id.clone(), part.clone()))
                    && other.iter().find(|(found, _)| found == id).is_none_or(|(_, theirs)| theirs != part);
                prop_assert!(there || left, "{id} {part:?} is lost");
            }
        }
    }
}
