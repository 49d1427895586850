//! Quotes beside texts: what is the same, what is typography, what is altered. Nothing here needs an index.

use document::{Document, Mint, ParseOptions, from_markdown};
use proptest::prelude::*;

use super::align::align;
use super::normalise::Quote;
use super::passage::{Passage, passage};
use super::record::Record;
use super::{DiffPiece, Exactness, Joined};

const SPEECH: &str = "**Foreign Minister:** The harbour treaty will enter into force on 1 October 2020. We will not yield to \
pressure from anybody, and we told the US so. The fees fall by 12 per cent; that is 1,000 marks a year.

(Applause.)

Our co-operation with the islands – which began in 1911 – remains open to all. It costs $5 million, or 5% of the budget.

**Question:** Will you go to the talks? Do you think that the islands are ready for a treaty?

**Foreign Minister:** I do not think that they are ready. I don’t know. She said: “Peace first [in the straits], treaties later.”

**Question:** And the President?

**Foreign Minister:** He met Anna Velmar in Arvenna … and they agreed. The government promises help. That was the statement on tariffs.";

fn document(markdown: &str) -> Document {
    from_markdown(markdown, &ParseOptions { speakers: &[], lang: "en" }, &mut Mint::seeded(b"quotes")).document
}

fn nearest(document: &Document, pasted: &str) -> Option<Passage> {
    let quote = Quote::read(pasted);
    let record = Record::read("A treaty in force", document, &quote);
    let passages =
        align(&quote.words, &record).into_iter().map(|script| passage(&quote, &quote.words, &record, &script));
    passages.max_by(|one, other| one.similarity.total_cmp(&other.similarity))
}

/// The difference on one line: `-` and `+` before what only quote and record have.
fn shown(pieces: &[DiffPiece]) -> String {
    let piece = |piece: &DiffPiece| match piece {
        DiffPiece::Same(text) => text.trim().to_owned(),
        DiffPiece::OnlyQuote(text) => format!("-{{{}}}", text.trim()),
        DiffPiece::OnlyRecord(text) => format!("+{{{}}}", text.trim()),
    };
    pieces.iter().map(piece).collect::<Vec<_>>().join(" ").replace('\n', "/")
}

fn check(markdown: &str, pasted: &str) -> (Exactness, String) {
    let passage = nearest(&document(markdown), pasted).unwrap();
    (passage.exactness, shown(&passage.pieces))
}

#[test]
fn the_same_words_are_exact_whatever_stands_around_them() {
    for pasted in [
        "We will not yield to pressure from anybody",
        "“We will not yield to pressure from anybody,”",
        "…we told the US so. The fees fall by 12 per cent…",
        "«We will not yield\nto pressure   from\u{a0}anybody»",
        "We will not yi\u{ad}eld to pressure",
        "so. The fees fall by 12 per cent; that is 1,000 marks a year.",
        "He met Anna Velmar in Arvenna … and they agreed",
        "“Peace first [in the straits], treaties later.”",
        "A treaty in force",
    ] {
        assert_eq!(check(SPEECH, pasted).0, Exactness::Exact, "{pasted}");
    }
}

#[test]
fn typography_is_no_alteration() {
    for (pasted, expected) in [
        ("we will not yield to pressure", "We will not yield to pressure"),
        ("we told the US so the fees fall", "we told the US so. The fees fall"),
        ("I don't know", "I don’t know"),
        ("that is 1000 marks a year", "that is 1,000 marks a year"),
        ("Our co-\noperation with the islands", "Our co-operation with the islands"),
        ("Our cooperation with the islands", "Our co-operation with the islands"),
        ("islands - which began in 1911 - remains", "islands – which began in 1911 – remains"),
        ("THE HARBOUR TREATY WILL ENTER INTO FORCE", "The harbour treaty will enter into force"),
        ("We will not yield to pres-\nsure from anybody", "We will not yield to pressure from anybody"),
        (
            "We wi11 not yie1d to pressure from anybody",
            "We -{wi11} +{will} not -{yie1d} +{yield} to pressure from anybody",
        ),
        ("The governrnent promises help", "The -{governrnent} +{government} promises help"),
        ("[T]he fees fall by 12 per cent", "The fees fall by 12 per cent"),
        ("The government promise[d] help", "The government -{promised} +{promises} help"),
        ("[the President] met Anna Velmar in Arvenna", "-{[the President]} +{He} met Anna Velmar in Arvenna"),
        ("and [the islanders] agreed. The government", "and -{[the islanders]} +{they} agreed. The government"),
        ("The fees [sic] fall by 12 per cent", "The fees -{[sic]} fall by 12 per cent"),
        ("The harbour treaty … on 1 October 2020", "The harbour treaty +{will enter into force} on 1 October 2020"),
        ("The harbour treaty [...] on 1 October", "The harbour treaty +{will enter into force} on 1 October"),
        ("“Peace first, treaties later.”", "Peace first +{[in the straits],} treaties later"),
        ("1,000 marks a year. Our co-operation", "1,000 marks a year. +{(Applause.)} Our co-operation"),
    ] {
        assert_eq!(check(SPEECH, pasted), (Exactness::Typography, expected.to_owned()), "{pasted}");
    }
}

#[test]
fn other_words_are_shown_word_by_word() {
    for (pasted, expected) in [
        ("We will yield to pressure from anybody", "We will +{not} yield to pressure from anybody"),
        ("We will never yield to pressure", "We will -{never} +{not} yield to pressure"),
        ("The fees will not fall by 12 per cent", "The fees -{will not} fall by 12 per cent"),
        ("The fees fall by 10 per cent", "The fees fall by -{10} +{12} per cent"),
        ("that is 1,100 marks a year", "that is -{1,100} +{1,000} marks a year"),
        ("and we told us so. The fees fall", "and we told -{us} +{the US} so. The fees fall"),
        ("It costs 5 million, or 5% of the budget", "It costs +{$} 5 million, or 5% of the budget"),
        ("It costs $5 million, or 5 of the budget", "It costs $5 million, or 5 +{%} of the budget"),
        ("I dont know. She said", "I -{dont} +{don’t} know. She said"),
        ("He met Ilse Maren in Arvenna", "He met -{Ilse Maren} +{Anna Velmar} in Arvenna"),
        ("The government promised help", "The government -{promised} +{promises} help"),
        ("The fees fall by 12 per mille", "The fees fall by 12 per -{mille} +{cent}"),
        ("The fees [do not] fall by 12 per cent", "The fees -{[do not]} fall by 12 per cent"),
    ] {
        assert_eq!(check(SPEECH, pasted), (Exactness::Altered, expected.to_owned()), "{pasted}");
    }
}

#[test]
fn pieces_between_ellipses_must_belong_together() {
    let far = format!("The harbour is open. {} The treaty is signed today.", "It is a day like any other. ".repeat(30));
    for (text, pasted, joined, exactness) in [
        (SPEECH, "The harbour treaty … on 1 October 2020", Joined::Near, Exactness::Typography),
        (SPEECH, "I do … think that they are ready", Joined::Denial, Exactness::Altered),
        (
            SPEECH,
            "The fees fall by 12 per cent … I do not think that they are ready",
            Joined::OtherTurn,
            Exactness::Altered,
        ),
        (SPEECH, "The fees fall by 12 per cent … We will not yield", Joined::OutOfOrder, Exactness::Altered),
        (&far, "The harbour is open … The treaty is signed today", Joined::Far, Exactness::Altered),
    ] {
        let passage = nearest(&document(text), pasted).unwrap();
        assert_eq!((passage.joined, passage.exactness), (Some(joined), exactness), "{pasted}");
    }
}

#[test]
fn every_script_is_compared_by_its_own_words() {
    for (text, pasted, exactness, diff) in [
        (
            "Мы никогда не отступим перед всё новыми угрозами.",
            "мы никогда не отступим перед все новыми угрозами",
            Exactness::Typography,
            "Мы никогда не отступим перед всё новыми угрозами",
        ),
        (
            "Мы никогда не отступим перед угрозами.",
            "Мы никогда отступим перед угрозами",
            Exactness::Altered,
            "Мы никогда +{не} отступим перед угрозами",
        ),
        (
            "Это возможно в будущем году, сказал посол.",
            "Это невозможно в будущем году, сказал посол",
            Exactness::Altered,
            "Это -{невозможно} +{возможно} в будущем году, сказал посол",
        ),
        (
            "我们绝不向任何压力低头，我们将继续谈判。",
            "我们绝不向任何压力低头,我们将继续谈判",
            Exactness::Typography,
            "我们绝不向任何压力低头，我们将继续谈判",
        ),
        (
            "我们绝不向任何压力低头，我们将继续谈判。",
            "我们绝不\n向任何压力低头",
            Exactness::Exact,
            "我们绝不向任何压力低头",
        ),
        (
            "我们绝不向任何压力低头，我们将继续谈判。",
            "我们向任何压力低头，我们将继续谈判",
            Exactness::Altered,
            "我们 +{绝不} 向任何压力低头，我们将继续谈判",
        ),
        (
            "我们绝不向任何压力低头，我们将继续谈判。",
            "我们……低头，我们将继续谈判",
            Exactness::Altered,
            "我们 +{绝不向任何压力} 低头，我们将继续谈判",
        ),
        (
            "لن نتراجع أمام أي ضغط، وسنواصل المفاوضات إلى النهاية.",
            "لن نتراجع امام اي ضغط وسنواصل المفاوضات الى النهاية",
            Exactness::Typography,
            "لن نتراجع أمام أي ضغط، وسنواصل المفاوضات إلى النهاية",
        ),
        (
            "لن نتراجع أمام أي ضغط، وسنواصل المفاوضات.",
            "نتراجع أمام أي ضغط، وسنواصل المفاوضات غدا",
            Exactness::Altered,
            "نتراجع أمام أي ضغط، وسنواصل المفاوضات -{غدا}",
        ),
        (
            "L’État n’acceptera jamais cette mesure, a dit l’ambassadrice.",
            "L'Etat n'acceptera jamais cette mesure",
            Exactness::Typography,
            "L’État n’acceptera jamais cette mesure",
        ),
        (
            "Este año no habrá acuerdo sobre el puerto.",
            "Este ano no habra acuerdo sobre el puerto",
            Exactness::Typography,
            "Este año no habrá acuerdo sobre el puerto",
        ),
        (
            "Este año no habrá acuerdo sobre el puerto.",
            "Este ano no habrá acuerdo sobre el puerto",
            Exactness::Altered,
            "Este -{ano} +{año} no habrá acuerdo sobre el puerto",
        ),
        (
            "The mission, 使馆位于港口, is open. Мы ждём.",
            "使馆位于港口, is open. Мы ждём",
            Exactness::Exact,
            "使馆位于港口, is open. Мы ждём",
        ),
    ] {
        assert_eq!(check(text, pasted), (exactness, diff.to_owned()), "{pasted}");
    }
}

#[test]
fn what_record_and_difference_say_is_the_passage() {
    let document = document(SPEECH);
    for pasted in [
        "The fees fall by 10 per cent",
        "I do not think … they are ready. She said",
        "go to the talks I do not think that",
    ] {
        let passage = nearest(&document, pasted).unwrap();
        let recorded: String = passage.pieces.iter().filter_map(DiffPiece::recorded).collect();
        assert_eq!(recorded, passage.text, "{pasted}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pasted_text_is_compared_without_harm(pasted in "(\\PC|\\n|[ .…\\[\\]:\u{ad}-]){0,300}") {
        let document = document(SPEECH);
        if let Some(passage) = nearest(&document, &pasted) {
            let recorded: String = passage.pieces.iter().filter_map(DiffPiece::recorded).collect();
            prop_assert_eq!(recorded, passage.text);
            prop_assert!((0.0..=1.0).contains(&passage.similarity));
        }
    }

    #[test]
    fn pieces_of_the_text_shuffled_together_are_compared_without_harm(
        parts in prop::collection::vec((0usize..150, 1usize..12, 0usize..4), 1..8)
    ) {
        let document = document(SPEECH);
        let words: Vec<&str> = SPEECH.split_whitespace().collect();
        let glue = [" ", " … ", " [", "] "];
        let mut pasted = String::new();
        for (from, len, between) in parts {
            let from = from.min(words.len() - 1);
            pasted.push_str(&words[from..(from + len).min(words.len())].join(" "));
            pasted.push_str(glue[between]);
        }
        if let Some(passage) = nearest(&document, &pasted) {
            let recorded: String = passage.pieces.iter().filter_map(DiffPiece::recorded).collect();
            prop_assert_eq!(recorded, passage.text);
        }
    }
}

#[test]
fn texts_of_one_word_over_and_over_cost_no_more_than_others() {
    let text = "the ".repeat(40_000);
    let passage = nearest(&document(&text), &"the ".repeat(500)).unwrap();
    assert_eq!(passage.exactness, Exactness::Exact);
    let mixed = "the islands of the ".repeat(10_000);
    assert!(nearest(&document(&mixed), &"of the the islands ".repeat(100)).is_some());
}
