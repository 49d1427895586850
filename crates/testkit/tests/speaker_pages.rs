//! Who speaks: the list of all, one person's page, and its figures; as at an instant like everything else.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Fixture, Kind, Lang, MessageId, Occasion, Office, Speaker, Texts};
use testkit::{Harness, sample_site};

fn texts(pairs: &[(&str, &str)]) -> Texts {
    Texts(pairs.iter().map(|(tag, text)| (tag.parse::<Lang>().unwrap(), (*text).to_owned())).collect())
}

fn office(en: &str, ar: &str, from: Option<&str>, to: Option<&str>) -> Office {
    let date = |date: &str| date.parse().unwrap();
    Office { title: texts(&[("en", en), ("ar", ar)]), from: from.map(date), to: to.map(date) }
}

fn minister() -> Speaker {
    Speaker {
        slug: "anna-velmar".to_owned(),
        name: texts(&[("en", "Anna Velmar"), ("ar", "آنا فيلمار"), ("zh", "安娜·维尔马"), ("ru", "Анна Вельмар")]),
        offices: vec![
            office("Consul", "القنصل", Some("2017-03-01"), Some("2018-12-31")),
            office("Ambassador", "السفيرة", Some("2019-01-01"), Some("2020-06-30")),
            office("Foreign Minister", "وزيرة الخارجية", Some("2020-07-01"), None),
        ],
        aliases: vec![],
    }
}

/// Something said: title, day of the occasion, place, speakers and text.
struct Spoken<'a> {
    at: &'a str,
    title: &'a str,
    day: Option<&'a str>,
    speakers: &'a [&'a str],
    text: &'a str,
    release: Option<&'a str>,
}

fn say(harness: &Harness, number: u8, spoken: &Spoken<'_>) {
    harness.set(spoken.at);
    let id = MessageId::from_bits([number; 10]);
    let mut manuscript = harness.manuscript(&id, "en", Kind::Speech, spoken.title, spoken.text, "1");
    let place = Some("Arvenna".to_owned());
    manuscript.occasion = Occasion { date: spoken.day.map(|day| day.parse().unwrap()), place, with: None };
    manuscript.speakers = spoken.speakers.iter().map(|speaker| (*speaker).to_owned()).collect();
    let release = spoken.release.map(testkit::time);
    harness.order(manuscript.first(harness.newsroom.chance(), release)).unwrap();
}

/// Speeches of three years, one spoken under an earlier office, one by somebody the site does not know, one to come.
fn speeches() -> Harness {
    let harness = Harness::at("2018-01-01T08:00:00Z");
    harness.fixture(Fixture::Speaker(minister()));
    let velmar: &[&str] = &["anna-velmar"];
    let spoken = [
        Spoken {
            at: "2018-05-02T10:00:00Z",
            title: "Remarks at the lighthouse",
            day: Some("2018-05-01"),
            speakers: velmar,
            text: "The lamp was lit again. It will be seen from the sea.",
            release: None,
        },
        Spoken {
            at: "2020-07-02T10:00:00Z",
            title: "Speech at the harbour school",
            day: Some("2020-06-30"),
            speakers: velmar,
            text: "The school opens in autumn.\n\nEvery child has a place.",
            release: None,
        },
        Spoken {
            at: "2020-07-03T10:00:00Z",
            title: "Speech on the ferries",
            day: None,
            speakers: velmar,
            text: "The ferries sail from Monday.",
            release: None,
        },
        Spoken {
            at: "2020-07-04T10:00:00Z",
            title: "Greeting of a guest",
            day: None,
            speakers: &["Élodie Marchand"],
            text: "Thank you for the welcome.",
            release: None,
        },
        Spoken {
            at: "2020-07-05T10:00:00Z",
            title: "Speech under embargo",
            day: None,
            speakers: &["anna-velmar", "Nadia Zorn"],
            text: "Nobody may read this before Friday.",
            release: Some("2020-07-10T09:00:00Z"),
        },
    ];
    for (number, spoken) in (1..).zip(&spoken) {
        say(&harness, number, spoken);
    }
    harness
}

/// The part of a page between `<main …>` and `</main>`.
fn main_of(page: &str) -> String {
    let (_, rest) = page.split_once("<main").unwrap();
    rest.split_once('>').unwrap().1.split_once("</main>").unwrap().0.trim().to_owned()
}

#[test]
fn everybody_who_speaks_is_listed_in_every_language() {
    let harness = sample_site();
    for lang in ["en", "ar", "zh"] {
        insta::assert_snapshot!(format!("all_{lang}"), main_of(&harness.page(&format!("/{lang}/speakers/"))));
        let page = main_of(&harness.page(&format!("/{lang}/speakers/ilse-maren")));
        insta::assert_snapshot!(format!("one_{lang}"), page);
    }
}

#[test]
fn people_come_first_and_then_the_names_that_only_messages_have() {
    let harness = speeches();
    let page = main_of(&harness.page("/en/speakers/"));
    insta::assert_snapshot!("all_speeches", page);
    let (velmar, marchand) = (page.find("Anna Velmar").unwrap(), page.find("Élodie Marchand").unwrap());
    assert!(velmar < marchand);
    assert!(!page.contains("Zorn"), "who speaks in a text under embargo is not named");
    harness.set("2020-07-10T09:00:00Z");
    assert!(harness.page("/en/speakers/").contains("Nadia Zorn"));
}

#[test]
fn what_was_said_stands_with_the_office_of_that_day_and_opens_at_its_place() {
    let harness = speeches();
    let page = main_of(&harness.page("/en/speakers/anna-velmar"));
    insta::assert_snapshot!("speeches", page);
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(at("Speech on the ferries") < at("Speech at the harbour school"), "the newest stands first");
    assert!(at("Speech at the harbour school") < at("Remarks at the lighthouse"));
    assert_eq!(page.matches("<bdi>Ambassador</bdi>").count(), 1, "spoken on her last day as ambassador");
    assert_eq!(page.matches("<bdi>Foreign Minister</bdi>").count(), 1);
    assert_eq!(page.matches("<bdi>Consul</bdi>").count(), 1);
    assert!(!page.contains("embargo"));
    // A passage found by its words opens where they stand.
    let found = main_of(&harness.page("/en/speakers/anna-velmar?q=child"));
    let (_, link) = found.split_once("class=\"snippet\"").unwrap().1.split_once("href=\"").unwrap();
    let (path, anchor) = link.split_once('"').unwrap().0.split_once('#').unwrap();
    assert!(harness.page(path).contains(&format!("id=\"{anchor}\"")), "{link}");
}

#[test]
fn turns_of_one_conversation_stand_under_one_title_and_each_opens_at_its_turn() {
    let harness = sample_site();
    let page = main_of(&harness.page("/en/speakers/ilse-maren"));
    let said = page.split_once("id=\"said\"").unwrap().1;
    assert_eq!(said.matches("<h3").count(), 1, "{said}");
    let links: Vec<&str> =
        said.split("class=\"snippet\"").skip(1).map(|part| part.split('"').nth(5).unwrap()).collect();
    assert_eq!(links.len(), 2, "{said}");
    for link in links {
        let (path, anchor) = link.split_once('#').unwrap_or_else(|| panic!("no anchor: {link}"));
        assert!(harness.page(path).contains(&format!("id=\"{anchor}\"")), "{link}");
    }
}

#[test]
fn what_was_said_is_narrowed_by_words_and_year() {
    let harness = speeches();
    let titles = |query: &str| {
        let page = main_of(&harness.page(&format!("/en/speakers/anna-velmar{query}")));
        let said = page.split_once("id=\"said\"").unwrap().1.to_owned();
        said.matches("<h3").count()
    };
    assert_eq!(titles(""), 3);
    assert_eq!(titles("?year=2020"), 2);
    assert_eq!(titles("?year=2019"), 0);
    assert_eq!(titles("?q=ferries"), 1);
    assert_eq!(titles("?q=ferries&year=2018"), 0);
    assert_eq!(titles("?q=welcome"), 0, "somebody else said it");
    assert_eq!(titles("?page=2"), 0);
    for query in ["page=0", "page=x", "year=x", "year=20200"] {
        assert_eq!(harness.get(&format!("/en/speakers/anna-velmar?{query}")).status(), 400, "{query}");
    }
    for query in ["q=%22", "q=%ff", "q=AND+(", "utm_source=x"] {
        assert_eq!(harness.get(&format!("/en/speakers/anna-velmar?{query}")).status(), 200, "{query}");
    }
}

#[test]
fn who_does_not_speak_here_is_an_unknown_address_like_any_other() {
    let harness = speeches();
    let unknown = harness.get("/en/nothing-here");
    for address in [
        "/en/speakers/nobody",
        "/en/speakers/nobody?page=x",
        "/en/speakers/nadia-zorn",
        "/en/speakers/nadia-zorn/years.csv",
    ] {
        let answer = harness.get(address);
        assert_eq!((answer.status(), answer.page()), (404, unknown.page()), "{address}");
        assert_eq!(answer.good_until(), unknown.good_until(), "{address}");
    }
    assert_eq!(harness.get("/en/speakers/elodie-marchand").status(), 404);
    assert_eq!(harness.get("/en/speakers/%C3%A9lodie-marchand").status(), 200, "a name that only a message has");
    assert_eq!(harness.get("/ar/speakers/%C3%A9lodie-marchand").status(), 404, "nobody names it in Arabic");
    assert_eq!(
        harness.get("/ar/speakers/anna-velmar").status(),
        200,
        "a person of the site, who said nothing in Arabic"
    );
}

#[test]
fn until_the_index_is_ready_the_messages_stand_in_the_place_of_what_was_said() {
    let harness = speeches();
    let page = main_of(&harness.get_as_it_is("/en/speakers/anna-velmar").page());
    insta::assert_snapshot!("without_index", page);
    assert_eq!(page.matches("<time datetime=\"20").count(), 3);
    let csv = harness.get_as_it_is("/en/speakers/anna-velmar/years.csv").page();
    assert_eq!(csv, "year,offices,messages,passages\r\n2018,Consul,1,\r\n2020,Ambassador; Foreign Minister,2,\r\n");
}

#[test]
fn the_figures_are_a_table_of_years() {
    let harness = speeches();
    let answer = harness.get("/en/speakers/anna-velmar/years.csv");
    assert_eq!((answer.status(), answer.content_type()), (200, "text/csv; charset=utf-8; header=present"));
    let rows = "year,offices,messages,passages\r\n2018,Consul,1,1\r\n2020,Ambassador; Foreign Minister,2,2\r\n";
    assert_eq!(answer.page(), rows);
    let arabic = harness.get("/ar/speakers/anna-velmar/years.csv");
    assert_eq!(arabic.page(), "year,offices,messages,passages\r\n", "nothing was said in Arabic");
    harness.set("2020-07-10T09:00:00Z");
    assert!(harness.page("/en/speakers/anna-velmar/years.csv").contains("2020,Ambassador; Foreign Minister,3,2\r\n"));
}

#[test]
fn a_page_as_at_a_past_instant_knows_nothing_later() {
    let harness = speeches();
    let page = main_of(&harness.page("/web/20200101000000/en/speakers/anna-velmar"));
    assert!(page.contains("Remarks at the lighthouse") && !page.contains("harbour school"), "{page}");
    assert!(page.contains("/web/20200101000000/en/messages/2018/05/02/"), "{page}");
    let now = page.split("in office").next().unwrap();
    assert!(now.rfind("<b>Ambassador</b>") > now.rfind("<b>Consul</b>"), "she was ambassador then: {page}");
    let table = harness.page("/web/20200101000000/en/speakers/anna-velmar/years.csv");
    assert_eq!(table, "year,offices,messages,passages\r\n2018,Consul,1,1\r\n");
}

#[test]
fn a_site_where_nobody_speaks_says_so() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    assert!(harness.page("/en/speakers/").contains("Nobody is named as a speaker yet."));
}
