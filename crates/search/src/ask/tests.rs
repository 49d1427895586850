//! What was typed, and how it is read.

use proptest::prelude::*;

use super::*;

fn asked(typed: &str) -> Asked {
    read(typed, &|word| (word == "речь").then_some(Kind::Speech))
}

/// The tree in one line: `a & (b | !c)`, phrases in quotation marks, beginnings with an asterisk.
fn shape(typed: &str) -> String {
    asked(typed).tree.map(|node| line(&node)).unwrap_or_default()
}

fn line(node: &Node) -> String {
    let list = |nodes: &[Node], by: &str| format!("({})", nodes.iter().map(line).collect::<Vec<_>>().join(by));
    match node {
        Node::Word(text) => text.clone(),
        Node::Phrase(text) => format!("“{text}”"),
        Node::Prefix(text) => format!("{text}*"),
        Node::All(nodes) => list(nodes, " & "),
        Node::Any(nodes) => list(nodes, " | "),
        Node::Not(node) => format!("!{}", line(node)),
    }
}

#[test]
fn what_is_typed_is_read_like_this() {
    for (typed, read) in [
        ("", ""),
        ("   ", ""),
        ("harbour", "harbour"),
        ("harbour treaty", "(harbour & treaty)"),
        ("harbour AND treaty", "(harbour & treaty)"),
        ("harbour and treaty", "(harbour & and & treaty)"),
        ("harbour OR treaty", "(harbour | treaty)"),
        ("free harbour OR open port", "((free & harbour) | (open & port))"),
        ("harbour NOT treaty", "(harbour & !treaty)"),
        ("harbour -treaty", "(harbour & !treaty)"),
        ("harbour AND NOT treaty", "(harbour & !treaty)"),
        ("-treaty", "!treaty"),
        ("NOT NOT treaty", "treaty"),
        ("well-known", "well-known"),
        ("harbour - treaty", "(harbour & treaty)"),
        ("--treaty", "--treaty"),
        ("-\"open port\"", "!“open port”"),
        ("-(open port)", "!(open & port)"),
        ("(harbour OR port) treaty", "((harbour | port) & treaty)"),
        ("（harbour OR port） treaty", "((harbour | port) & treaty)"),
        ("harb*", "harb*"),
        ("h*", "h*"),
        ("*", ""),
        ("har*bour", "har*bour"),
        ("\"open port\"", "“open port”"),
        ("“open port”", "“open port”"),
        ("„open port“", "“open port”"),
        ("»open port«", "“open port”"),
        ("«open port»", "“open port”"),
        ("「氣候變遷」", "“氣候變遷”"),
        ("『氣候變遷』", "“氣候變遷”"),
        ("\"open port”", "“open port”"),
        ("Ilse’s port", "(Ilse’s & port)"),
        ("氣候變遷", "氣候變遷"),
        ("氣候，變遷。", "(氣候 & 變遷)"),
        ("COVID-19", "COVID-19"),
        ("foo:bar", "foo:bar"),
        ("https://press.example/en", "https://press.example/en"),
    ] {
        // A single letter and a lone asterisk keep nothing of the asterisk but its look.
        assert_eq!(shape(typed), read, "{typed}");
    }
}

#[test]
fn what_is_not_sound_is_read_as_far_as_it_makes_sense() {
    for (typed, read) in [
        ("\"open port", "(open & port)"),
        ("open port\"", "(open & port)"),
        ("\"\"", ""),
        ("\" \" port", "port"),
        ("«open port", "(open & port)"),
        ("(harbour", "harbour"),
        ("harbour)", "harbour"),
        (")(", ""),
        ("((((((((((((harbour))))))))))))", "harbour"),
        ("((((((((((a OR b)))))))))) c", "((a | b) & c)"),
        ("OR harbour", "harbour"),
        ("harbour OR", "harbour"),
        ("harbour NOT", "harbour"),
        ("harbour AND AND treaty", "(harbour & treaty)"),
        ("harbour OR OR treaty", "(harbour | treaty)"),
        ("AND OR NOT", "(AND & OR & NOT)"),
        ("AND", "AND"),
        ("&& || !!", ""),
        ("harbour\u{0}treaty\u{7}", "(harbour & treaty)"),
        ("har\u{200f}bour", "harbour"),
        ("place:", "place:"),
        ("kind:poem", "kind:poem"),
        ("year:soon", "year:soon"),
        ("date:2020-13", "date:2020-13"),
        ("from:2020-02-30", "from:2020-02-30"),
        ("lang:klingonese-of-the-north", "lang:klingonese-of-the-north"),
    ] {
        assert_eq!(shape(typed), read, "{typed}");
    }
}

#[test]
fn filters_are_taken_out_of_the_words() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let span = |from: &str, to: &str| Wanted::Days(Some(day(from)), Some(day(to)));
    for (typed, rest, wanted, negated) in [
        ("speaker:Maren harbour", "harbour", Wanted::Speaker("Maren".into()), false),
        ("harbour speaker:\"Ilse Maren\"", "harbour", Wanted::Speaker("Ilse Maren".into()), false),
        ("SPEAKER:«Ilse Maren»", "", Wanted::Speaker("Ilse Maren".into()), false),
        ("-speaker:Maren harbour", "harbour", Wanted::Speaker("Maren".into()), true),
        ("NOT (speaker:Maren)", "", Wanted::Speaker("Maren".into()), true),
        ("place:Arvenna", "", Wanted::Place("Arvenna".into()), false),
        ("place：北京", "", Wanted::Place("北京".into()), false),
        ("kind:speech", "", Wanted::Kind(Kind::Speech), false),
        ("kind:\"press conference\"", "", Wanted::Kind(Kind::PressConference), false),
        ("kind:речь", "", Wanted::Kind(Kind::Speech), false),
        ("kind:page", "", Wanted::Kind(Kind::Page), false),
        ("topic:harbour", "", Wanted::Topic("harbour".into()), false),
        ("lang:zh-hant", "", Wanted::Lang(Some("zh-Hant".parse().unwrap())), false),
        ("lang:all", "", Wanted::Lang(None), false),
        ("year:2020", "", span("2020-01-01", "2020-12-31"), false),
        ("date:2020-02", "", span("2020-02-01", "2020-02-29"), false),
        ("date:2020-9-2", "", span("2020-09-02", "2020-09-02"), false),
        ("from:2020-09", "", Wanted::Days(Some(day("2020-09-01")), None), false),
        ("to:2020", "", Wanted::Days(None, Some(day("2020-12-31"))), false),
    ] {
        let asked = asked(typed);
        assert_eq!(asked.conditions.len(), 1, "{typed}");
        assert_eq!((&asked.conditions[0].wanted, asked.conditions[0].negated), (&wanted, negated), "{typed}");
        assert_eq!(shape(typed), rest, "{typed}");
    }
}

#[test]
fn the_reader_is_told_how_it_was_read() {
    let understood = asked("treaty \"open port\" -war harb* kind:speech -place:Arvenna").understood();
    assert_eq!(understood.words, ["treaty", "harb*"]);
    assert_eq!(understood.phrases, ["open port"]);
    assert_eq!(understood.without, ["war"]);
    let filter = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(understood.filters, [filter("kind", "speech"), filter("-place", "Arvenna")]);
    assert!(!understood.cut);
}

#[test]
fn a_question_that_is_too_long_is_cut_and_says_so() {
    let words = |count: usize| vec!["port"; count].join(" ");
    assert!(!asked(&words(WORDS_MAX)).cut);
    let many = asked(&words(WORDS_MAX + 1));
    assert!(many.cut);
    assert_eq!(many.understood().words.len(), WORDS_MAX);
    let long = asked(&format!("{}treaty", " ".repeat(CHARS_MAX)));
    assert!(long.cut && long.tree.is_none());
    assert!(!asked(&format!("treaty{}", " ".repeat(CHARS_MAX))).cut);
    let phrase = asked(&format!("\"{}\"", words(WORDS_MAX + 5)));
    assert!(phrase.cut);
    assert_eq!(phrase.understood().phrases[0].split(' ').count(), WORDS_MAX);
}

fn size(node: &Node) -> (usize, usize) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => {
            let sizes: Vec<_> = nodes.iter().map(size).collect();
            (sizes.iter().map(|size| size.0).sum(), 1 + sizes.iter().map(|size| size.1).max().unwrap_or(0))
        }
        Node::Not(node) => size(node),
        _ => (1, 0),
    }
}

fn check(typed: &str) {
    let asked = asked(typed);
    if let Some(tree) = &asked.tree {
        let (words, depth) = size(tree);
        assert!(words <= WORDS_MAX, "{words} words");
        assert!(depth <= 2 * (DEPTH_MAX + 1), "{depth} deep");
    }
}

#[test]
fn hostile_questions_are_read_in_bounded_size() {
    for piece in [
        "\"", "(", ")", "*", "-", "a* ", "«", "「", "NOT ", "OR ", "AND ", "(a OR ", "-(", "kind:", "\u{0}", "\u{202e}",
    ] {
        check(&piece.repeat(10_000));
        check(&format!("{}a{}", piece.repeat(400), ")".repeat(400)));
    }
}

proptest! {
    #[test]
    fn anything_can_be_typed(typed in "\\PC{0,200}") {
        check(&typed);
    }

    #[test]
    fn any_mixture_of_operators_can_be_typed(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "\"", "“", "”", "«", "»", "(", ")", "-", "*", "AND", "OR", "NOT", " ", "speaker:", "year:", "2020", "port",
            "ab*", "氣候", "сло", "\u{0}", ":", "lang:",
        ]), 0..300)
    ) {
        check(&pieces.concat());
    }
}
