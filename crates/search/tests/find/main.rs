#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]
//! Finding messages and turns in an invented record in six languages, with a correction, a withdrawal and an embargo.

mod record;

use domain::{AsOf, Kind};
use proptest::prelude::*;
use record::{CORRECTED, Library, NOW, RELEASE, ask, counts, lang, library, numbers, release_interview, shown, sorted};
use search::{Answer, Ask, Filter, LangChoice, Order, State, Unit};
use testkit::time;

#[test]
fn words_phrases_and_operators_find_what_they_say() {
    for (typed, found) in [
        ("harbour", vec![1, 4]),
        ("HARBOURS", vec![1, 4]),
        ("harbour treaty", vec![1, 4]),
        ("harbour licences", vec![4]),
        ("harbour -ferry", vec![1]),
        ("harbour NOT ferry", vec![1]),
        ("-ferry -treaty -university -union -visas", vec![2]),
        ("lanterns OR university", vec![2, 6]),
        ("(lanterns OR university) navigation", vec![6]),
        ("\"harbour treaty\"", vec![1, 4]),
        ("\"treaty harbour\"", vec![]),
        ("\"enters into force\"", vec![1]),
        ("“common watch”", vec![1]),
        // A phrase does not run from the title into the text.
        ("\"treaty the treaty\"", vec![]),
        ("harb*", vec![1, 4]),
        ("univ*", vec![6, 7]),
        ("visa", vec![0]),
        ("consulting", vec![1]),
        ("the", vec![1, 2, 4, 5, 6, 7]),
        ("what did the Ambassador say about the licences?", vec![4]),
    ] {
        assert_eq!(sorted(library().found(typed)), found, "{typed}");
    }
}

#[test]
fn each_language_is_found_by_its_own_forms() {
    for (tag, typed) in [
        ("fr", "traites"),
        ("fr", "ile eloignee"),
        ("es", "embarcación"),
        ("es", "TRATADOS"),
        ("ru", "соглашение"),
        ("ru", "договоры капитанов"),
        ("ar", "ميناء"),
        ("ar", "والسفارة"),
        ("ar", "اتفاق"),
        ("zh", "氣候變遷"),
        ("zh", "候變"),
        ("zh", "大使館"),
        ("zh", "條約 氣候"),
        ("zh", "「氣候變遷」"),
    ] {
        let answer = library().at(NOW, tag, &ask(typed));
        assert_eq!(numbers(&answer), [1], "{tag} {typed}");
        assert_eq!(answer.hits[0].lang, lang(tag));
        let snippet: String = answer.hits[0].snippets.iter().map(|snippet| shown(&snippet.text)).collect();
        assert!(snippet.contains('['), "{tag} {typed}: {snippet}");
    }
    let all = Filter { lang: LangChoice::All, ..Filter::default() };
    assert_eq!(numbers(&library().at(NOW, "en", &Ask { filter: all.clone(), ..ask("соглашение") })), [1]);
    assert_eq!(library().at(NOW, "en", &Ask { filter: all, ..ask("") }).total, 12);
    assert_eq!(library().found("lang:ru договор"), [1]);
    assert_eq!(library().ask("lang:all").total, 12);
    let one = Filter { lang: LangChoice::One(lang("zh")), ..Filter::default() };
    assert_eq!(library().at(NOW, "en", &Ask { filter: one, ..ask("港口") }).total, 1);
}

#[test]
fn filters_in_the_question_and_beside_it_narrow() {
    for (typed, found) in [
        ("place:Arvenna", vec![1, 5]),
        ("place:selby", vec![4, 7]),
        ("place:\"PORT SELBY\" ferry", vec![4]),
        ("-place:Arvenna ferry", vec![4]),
        ("kind:interview", vec![4]),
        ("kind:interview kind:speech", vec![4, 5]),
        ("kind:page", vec![0]),
        ("topic:harbour", vec![1]),
        ("topic:Hafen", vec![]),
        ("year:2021", vec![5, 6, 7]),
        ("date:2020-08-20", vec![4]),
        ("from:2020-08-15 to:2020-12", vec![4]),
        ("to:2020-08-14", vec![1, 2]),
        ("ferry year:2021", vec![5]),
        ("year:2020 year:2021 -kind:statement", vec![4, 5]),
        ("harbour -\"common watch\"", vec![4]),
        ("-(\"harbour treaty\") lanterns OR ferry", vec![2, 4, 5]),
    ] {
        assert_eq!(sorted(library().found(typed)), found, "{typed}");
    }
    let filtered = |filter: Filter| sorted(numbers(&library().at(NOW, "en", &Ask { filter, ..ask("") })));
    let none = Filter::default;
    assert_eq!(filtered(Filter { kind: Some(Kind::Speech), ..none() }), [5]);
    assert_eq!(filtered(Filter { speaker: Some("ilse-maren".into()), ..none() }), [4, 5]);
    assert_eq!(filtered(Filter { place: Some("ARVENNÁ".into()), ..none() }), [1, 5]);
    assert_eq!(filtered(Filter { place: Some("Selby".into()), ..none() }), [] as [u8; 0]);
    assert_eq!(filtered(Filter { topic: Some("islands".into()), ..none() }), [5]);
    assert_eq!(filtered(Filter { year: Some(2020), ..none() }), [1, 2, 4]);
    assert_eq!(filtered(Filter { from: Some("2021-01-01".parse().unwrap()), ..none() }), [5, 6, 7]);
}

#[test]
fn turns_are_found_with_who_says_them() {
    assert_eq!(library().said("licences"), ["Question (Selby Courier)", "Ambassador"], "the shorter first");
    assert_eq!(library().said("ferry"), ["-", "Question (Selby Courier)"], "the speech is its own turn");
    assert_eq!(library().said("\"until spring\""), ["Ambassador"]);
    let answer = library().ask("speaker:Maren harbour");
    assert_eq!(answer.total, 1);
    let said = answer.hits[0].snippets[0].said.clone().unwrap();
    assert_eq!(said.label, "Ambassador Ilse Maren");
    assert!(answer.hits[0].snippets[0].anchor.as_deref().is_some_and(|anchor| anchor.starts_with("p-")));
    assert_eq!(library().found("speaker:Courier licences"), [4]);
    assert_eq!(library().found("-speaker:Courier licences"), [4]);
    assert_eq!(library().ask("-speaker:Courier licences").total, 1);
    // A name in another language and an alias are the same person; an office is who held it on the day.
    for name in ["\"Ильзе Марен\"", "\"I. Maren\"", "ilse-maren"] {
        assert!(library().found(&format!("speaker:{name}")).contains(&5), "{name}");
    }
    assert!(library().found("speaker:Ambassador").contains(&4));
    assert!(!library().found("speaker:Ambassador").contains(&5), "the office ended before that speech");
    assert_eq!(library().found("speaker:Nobody"), [] as [u8; 0]);
    // The sheet of the interview names her, but no turn of hers has the word.
    assert_eq!(library().found("speaker:Maren fishermen"), [4]);
}

#[test]
fn words_next_to_each_other_are_found_in_the_turns_that_have_them() {
    let library = Library::open(false);
    let mut turns: Vec<String> = Vec::new();
    for (number, start) in [(20, 0), (21, 7)] {
        // Turns that share their words in another order; the last two of each text follow each other without a gap.
        let words = ["slate", "basalt", "granite", "marble", "quartz"];
        let said: Vec<String> = (0..5)
            .map(|turn| {
                (0..12).map(|word| words[(start + turn * word + word * word) % 5]).collect::<Vec<_>>().join(" ")
            })
            .collect();
        let labels = ["Question: Is it", "Answer: It is"].into_iter().cycle();
        let text: Vec<String> = labels.zip(&said).map(|(label, said)| format!("{label} {said}.")).collect();
        turns.extend(said);
        release_interview(&library.harness, number, &text.join("\n\n"));
    }
    library.catch_up(NOW);
    for length in 2..=4 {
        for turn in &turns {
            let words: Vec<&str> = turn.split(' ').collect();
            for start in 0..=words.len() - length {
                let phrase = words[start..start + length].join(" ");
                let having = turns.iter().filter(|turn| turn.contains(&phrase)).count();
                let typed = ask(&format!("\"{phrase}\""));
                let answer = library.at(NOW, "en", &Ask { unit: Unit::Turns, ..typed });
                assert_eq!(answer.total, having as u64, "{phrase}");
            }
        }
    }
    // Across the border of two turns nothing stands next to each other.
    let last = turns[0].split(' ').next_back().unwrap();
    let first = turns[1].split(' ').next().unwrap();
    let across = format!("{last} answer it is {first}");
    assert_eq!(library.at(NOW, "en", &Ask { unit: Unit::Turns, ..ask(&format!("\"{across}\"")) }).total, 0);
    assert_eq!(library.ask(&format!("\"{across}\"")).total, 1, "the message has it, labels included");
}

#[test]
fn the_best_come_first_and_equal_ones_newest_first() {
    assert_eq!(library().found("nations"), [7, 6], "the typed form before what shares its stem");
    assert_eq!(library().found("national"), [6, 7]);
    assert_eq!(library().found("harbour treaty")[0], 1, "the title counts");
    let newest = Ask { order: Order::Newest, ..ask("ferry") };
    assert_eq!(numbers(&library().at(NOW, "en", &newest)), [5, 4]);
    let all = library().ask("");
    assert_eq!(all.total, 7);
    assert!(
        all.hits.windows(2).all(|pair| pair[0].day.is_none() || pair[1].day.is_none() || pair[0].day >= pair[1].day)
    );
}

#[test]
fn results_come_page_by_page() {
    let whole = library().found("the");
    let mut paged = Vec::new();
    for skip in 0..whole.len() {
        let answer = library().at(NOW, "en", &Ask { skip, limit: 1, ..ask("the") });
        assert_eq!(answer.total, 6);
        paged.extend(numbers(&answer));
    }
    assert_eq!(paged, whole);
    assert!(library().at(NOW, "en", &Ask { skip: usize::MAX, limit: usize::MAX, ..ask("the") }).hits.is_empty());
    assert!(library().at(NOW, "en", &Ask { limit: 0, ..ask("the") }).hits.is_empty());
}

#[test]
fn facets_count_with_all_other_filters() {
    let kinds = Filter { kind: Some(Kind::Statement), ..Filter::default() };
    let answer = library().at(NOW, "en", &Ask { filter: kinds, ..ask("") });
    assert_eq!(answer.total, 4);
    assert_eq!(counts(&answer.facets.kinds), [("statement", 4), ("interview", 1), ("page", 1), ("speech", 1)]);
    assert_eq!(counts(&answer.facets.places), [("Arvenna", 1), ("Port Selby", 1)]);
    assert_eq!(counts(&answer.facets.speakers), []);
    assert_eq!(counts(&answer.facets.langs), [("en", 4), ("ar", 1), ("es", 1), ("fr", 1), ("ru", 1), ("zh", 1)]);
    let year = Filter { year: Some(2020), ..Filter::default() };
    let answer = library().at(NOW, "en", &Ask { filter: year, ..ask("") });
    assert_eq!(counts(&answer.facets.years), [("2021", 3), ("2020", 3)]);
    assert_eq!(answer.years.iter().map(|year| (year.year, year.count)).collect::<Vec<_>>(), [(2020, 3)]);
    let turns = library().at(NOW, "en", &Ask { unit: Unit::Turns, ..ask("") });
    let speakers: u64 = turns.facets.speakers.iter().map(|facet| facet.count).sum();
    assert_eq!(speakers, turns.total, "everything said is said by somebody");
    let chosen = Filter { topic: Some("islands".into()), ..Filter::default() };
    let answer = library().at(NOW, "en", &Ask { filter: chosen, ..ask("") });
    assert_eq!(counts(&answer.facets.topics), [("harbour", 1), ("islands", 1)]);
}

#[test]
fn a_year_shows_its_days() {
    let as_of = AsOf { site: library().harness.site.clone(), instant: time(NOW) };
    let days = |typed: &str, year| library().search.days(&as_of, &lang("en"), &ask(typed), year).unwrap();
    let day = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    assert_eq!(days("", 2020), [(day("2020-08-14"), 2), (day("2020-08-20"), 1)]);
    assert_eq!(days("ferry", 2021), [(day("2021-03-05"), 1)]);
    assert_eq!(days("ferry", 1999), []);
}

#[test]
fn without_all_the_words_some_are_taken() {
    let answer = library().ask("navigation lanterns");
    assert!(answer.understood.relaxed);
    assert_eq!(sorted(numbers(&answer)), [2, 6]);
    let answer = library().ask("pilots common lanterns watch");
    assert_eq!(numbers(&answer)[0], 1, "who has most of them is first");
    assert!(!library().ask("harbour treaty").understood.relaxed);
    let answer = library().ask("\"harbour lanterns\"");
    assert!(answer.hits.is_empty() && !answer.understood.relaxed, "a phrase is a phrase");
    assert_eq!(sorted(library().found("navigation lanterns -beacons")), [6]);
}

#[test]
fn another_spelling_is_offered_when_it_finds_more() {
    for (typed, suggestion) in [
        ("harbuor", Some("harbour")),
        ("Harbur treety", Some("Harbour treaty")),
        ("\"harbuor treaty\"", Some("\"harbour treaty\"")),
        ("navigatoin -lanterns", Some("navigation -lanterns")),
        ("univresity", Some("university")),
        ("harbours", None),
        ("harbour", None),
        ("xyzzyplugh", None),
        ("cat", None),
        // Only what is under embargo has this word.
        ("zephyrina", None),
        ("zephyria", None),
        // Only what is no longer shown has these.
        ("quicksilvr", None),
    ] {
        assert_eq!(library().ask(typed).suggestion.as_deref(), suggestion, "{typed}");
    }
    assert_eq!(library().at(NOW, "ru", &ask("соглошениями")).suggestion.as_deref(), Some("соглашениями"));
    assert_eq!(library().at(NOW, "ar", &ask("معاهده الميناا")).suggestion.as_deref(), Some("معاهده الميناء"));
    let early = library().at("2020-08-14T16:00:00Z", "en", &ask("quicksilvr"));
    assert_eq!(early.suggestion.as_deref(), Some("quicksilver"), "it was shown then");
}

#[test]
fn the_past_is_searched_as_it_was() {
    let at = |instant: &str, typed: &str| numbers(&library().at(instant, "en", &ask(typed)));
    assert_eq!(at("2020-08-14T16:00:00Z", "lanterns light"), [2]);
    assert_eq!(library().found("\"lanterns light\""), [] as [u8; 0]);
    assert_eq!(library().found("beacons"), [2]);
    assert_eq!(at("2020-08-15T08:59:59Z", "beacons"), [] as [u8; 0]);
    assert_eq!(at(CORRECTED, "beacons"), [2]);
    assert_eq!(at("2020-08-14T16:00:00Z", "quicksilver"), [3]);
    assert_eq!(library().found("quicksilver"), [] as [u8; 0], "a withdrawn edition shows only its withdrawal");
    assert_eq!(at("2020-08-01T12:00:00Z", ""), [] as [u8; 0]);
    assert_eq!(at("2020-08-14T16:00:00Z", "universal"), [] as [u8; 0]);
    let version = |instant: &str| library().at(instant, "en", &ask("breakwater")).hits[0].version;
    assert_eq!((version("2020-08-14T16:00:00Z"), version(NOW)), (1, 2));
}

#[test]
fn a_release_is_found_at_its_instant_with_every_worker_stopped() {
    let library = library();
    let at = |instant: &str, typed: &str| library.at(instant, "en", &ask(typed));
    assert_eq!(at("2021-09-23T10:59:59Z", "zephyrine").total, 0);
    assert_eq!(sorted(numbers(&at(RELEASE, "zephyrine"))), [5, 9]);
    assert_eq!(numbers(&at(RELEASE, "\"Spring has come\"")), [] as [u8; 0], "the correction has taken its place");
    assert_eq!(sorted(numbers(&at(RELEASE, "place:Zephyria"))), [9]);
    assert_eq!(at(RELEASE, "").total, 8);
}

fn line(answer: &Answer) -> String {
    let hit = |hit: &search::Hit| {
        let snippets: Vec<_> =
            hit.snippets.iter().map(|snippet| (snippet.anchor.clone(), shown(&snippet.text))).collect();
        format!("{} {} {} {} {snippets:?}", hit.message, hit.lang, hit.version, shown(&hit.title))
    };
    let hits: Vec<String> = answer.hits.iter().map(hit).collect();
    let Answer { total, facets, years, understood, suggestion, .. } = answer;
    format!("{total} {hits:#?} {facets:?} {years:?} {understood:?} {suggestion:?}")
}

#[test]
fn what_is_under_embargo_changes_no_answer() {
    let (with, without) = (library(), Library::open(false));
    let typed = [
        "",
        "harbour",
        "harbours",
        "harbour treaty",
        "the",
        "ferry",
        "treaty ferry",
        "lanterns",
        "\"harbour fees\"",
        "fees",
        "harbour fees",
        "zephyrine",
        "zephyr*",
        "ze*",
        "har*",
        "harbuor",
        "zephyrina",
        "zefyrine",
        "fee",
        "falls",
        "spring",
        "\"spring has come\"",
        "-harbour",
        "NOT zephyrine",
        "harbour OR zephyrine",
        "harbour -zephyrine",
        "place:Zephyria",
        "speaker:Zephyr",
        "speaker:Zeno harbour",
        "-speaker:Zephyr harbour",
        "topic:zephyrs",
        "kind:statement",
        "year:2021",
        "from:2021-09",
        "to:2021",
        "lang:all",
        "lang:all treaty",
        "velmar",
        "velmra",
        "harbour velmar",
        "islands",
        "islands pilots",
        "under embargo",
        "correction",
        "zephyrine spring",
        "navigation zephyrine",
        "lanterns harbour navigation",
        "universal",
        "visa",
        "Velmar treaty ferry harbour",
        "港口",
        "договор",
    ];
    for typed in typed {
        for unit in [Unit::Messages, Unit::Turns] {
            for order in [Order::Relevance, Order::Newest] {
                let asked = Ask { unit, order, ..ask(typed) };
                for (instant, tag) in [(NOW, "en"), ("2020-08-21T00:00:00Z", "en"), (NOW, "zh")] {
                    let answers = [with, &without].map(|library| line(&library.at(instant, tag, &asked)));
                    assert_eq!(answers[0], answers[1], "{typed} {unit:?} {order:?} {instant}");
                }
            }
        }
    }
}

#[test]
fn results_show_where_the_words_stand() {
    let answer = library().ask("treaty watch");
    let hit = &answer.hits[0];
    assert_eq!(shown(&hit.title), "The harbour [treaty]");
    assert_eq!((hit.kind, hit.place.as_deref()), (Kind::Statement, Some("Arvenna")));
    assert_eq!(hit.day, "2020-08-14".parse().ok());
    let snippets: Vec<String> = hit.snippets.iter().map(|snippet| shown(&snippet.text)).collect();
    assert_eq!(snippets[0], "The [treaty] on the harbour enters into force. Both ports were consulted by Velmar.");
    assert_eq!(snippets[1], "Pilots keep a common [watch].");
    let titled = library().ask("visas");
    assert_eq!((titled.hits[0].day, titled.hits[0].kind), (None, Kind::Page));
    let learning = library().ask("\"on learning\"");
    assert!(!learning.hits[0].snippets[0].text.is_empty(), "a title alone shows the beginning of the text");
    assert_eq!(answer.state, State::Ready);
}

#[test]
fn hostile_questions_are_answered() {
    let long = "harbour ".repeat(1_250);
    let quotes = "\"".repeat(5_000);
    let nested = format!("{}harbour{}", "(".repeat(900), ")".repeat(2_000));
    let alternatives = "harbour OR ".repeat(900);
    for typed in [
        long.as_str(),
        quotes.as_str(),
        nested.as_str(),
        alternatives.as_str(),
        "AND OR NOT",
        "*",
        "**",
        "\u{0}\u{1}\u{2}",
        "a*",
        "(a+)+$",
        "[[[[",
        "\\",
        "%00",
        "' OR 1=1 --",
        "-",
        "NOT",
        "-(-(-harbour))",
        "speaker:",
        "speaker:*",
        "kind:\"\"",
        "\u{202e}",
        "ﷺ",
        "🚢",
        "год:2020",
        "date:0000-00-00",
        "year:9999",
        "from:9999-12-31",
        "year:0000",
        "lang:",
        "«»",
        "“”",
        "....",
        "1,000,000",
    ] {
        let answer = library().ask(typed);
        assert!(answer.hits.len() <= 10, "{typed}");
    }
    assert!(library().ask(&long).understood.cut);
    assert_eq!(sorted(library().found(&nested)), [1, 4]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn anything_typed_is_answered(typed in "\\PC{0,120}", turns: bool) {
        let unit = if turns { Unit::Turns } else { Unit::Messages };
        let answer = library().at(NOW, "en", &Ask { unit, ..ask(&typed) });
        prop_assert!(answer.hits.len() as u64 <= answer.total.max(answer.hits.len() as u64));
    }

    #[test]
    fn any_words_of_a_text_find_it(start in 0_usize..12, length in 1_usize..6) {
        let text = "The treaty on the harbour enters into force Both ports were consulted by Velmar";
        let words: Vec<&str> = text.split(' ').skip(start).take(length).collect();
        let plain = library().ask(&words.join(" "));
        prop_assert!(numbers(&plain).contains(&1), "{words:?}");
        let quoted = library().ask(&format!("\"{}\"", words.join(" ")));
        prop_assert!(numbers(&quoted).contains(&1), "{words:?}");
    }
}
