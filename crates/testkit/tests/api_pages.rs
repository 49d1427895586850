//! Search and quote check for programs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use serde_json::Value;
use site::PublicSettings;
use testkit::{Harness, sample_site};

fn json(harness: &Harness, address: &str) -> Value {
    let answer = harness.get(address);
    assert_eq!((answer.status(), answer.content_type()), (200, "application/json"), "{address}: {}", answer.page());
    serde_json::from_str(&answer.page()).unwrap()
}

#[test]
fn a_search_has_stable_names() {
    let harness = sample_site();
    let found = json(&harness, "/api/v1/search?q=pilots&lang=en");
    let names: Vec<&str> = found.as_object().unwrap().keys().map(String::as_str).collect();
    let wanted = [
        "query",
        "lang",
        "as_of",
        "state",
        "total",
        "page",
        "pages",
        "understood",
        "suggestion",
        "results",
        "facets",
        "years",
    ];
    assert!(wanted.iter().all(|name| names.contains(name)) && names.len() == wanted.len(), "{names:?}");
    assert_eq!((&found["total"], &found["state"]["ready"]), (&1.into(), &true.into()), "{found}");
    assert_eq!(found["as_of"], "2020-09-22T12:00:00Z");
    let passage = &found["results"][0]["passages"][0];
    let (text, marks) = (passage["text"].as_str().unwrap(), &passage["marks"][0]);
    let (from, to) = (marks[0].as_u64().unwrap(), marks[1].as_u64().unwrap());
    let marked: String = text.chars().take(usize::try_from(to).unwrap()).skip(usize::try_from(from).unwrap()).collect();
    assert_eq!(marked, "pilots", "{passage}");
    assert_eq!((&passage["who"], &passage["role"]), (&"Ilse Maren".into(), &"answer".into()), "{passage}");
    let url = passage["url"].as_str().unwrap();
    assert!(url.is_ascii() && url.contains("/en/messages/2020/09/21/"), "{url}");
    assert!(url.ends_with(passage["anchor"].as_str().unwrap()), "{url}");
    assert_eq!(harness.get(url.split('#').next().unwrap()).status(), 200, "{url}");
}

#[test]
fn a_past_instant_answers_as_it_would_have() {
    let harness = sample_site();
    let found = json(&harness, "/api/v1/search?q=harbour&lang=en&at=2020-09-15T21:12:00Z");
    assert_eq!(found["as_of"], "2020-09-15T21:12:00Z");
    assert!(!found.to_string().contains("answers on the harbour"), "{found}");
    let url = found["results"][0]["url"].as_str().unwrap();
    assert!(url.starts_with("/web/20200915211200/en/"), "{url}");
    let checked = json(&harness, "/api/v1/quote?q=This+text+was+not+agreed.&lang=en&at=2020-08-20T00:00:00Z");
    assert_eq!(checked["verdict"], "verbatim", "{checked}");
    let now = json(&harness, "/api/v1/quote?q=This+text+was+not+agreed.&lang=en");
    assert_eq!((&now["verdict"], now["matches"].as_array().unwrap().len()), (&"not-found".into(), 0), "{now}");
}

#[test]
fn a_quote_says_where_it_stands_and_what_became_of_it() {
    let harness = sample_site();
    let checked = json(&harness, "/api/v1/quote?q=The+fees+fall+by+12+per+cent.&lang=en");
    assert_eq!(checked["verdict"], "earlier", "{checked}");
    let place = &checked["matches"][0];
    assert_eq!((&place["version"], &place["current"]), (&1.into(), &false.into()), "{place}");
    assert_eq!(place["present"]["note"], "The figure was 12; it is 10.");
    assert!(place["url"].as_str().unwrap().contains("v=1#p-"), "{place}");
    let diff = place["present"]["diff"].as_array().unwrap();
    let only = |op: &str| {
        let texts = diff.iter().filter(|piece| piece["op"] == op).filter_map(|piece| piece["text"].as_str());
        texts.collect::<String>().trim().to_owned()
    };
    assert_eq!((only("before").as_str(), only("now").as_str()), ("12", "10"), "{place}");
    let empty = json(&harness, "/api/v1/quote?lang=en");
    assert_eq!(empty["verdict"], "empty");
    let asked = json(&harness, "/api/v1/quote?q=When+does+the+harbour+open%3F&lang=en");
    assert_eq!(
        (&asked["verdict"], &asked["matches"][0]["role"]),
        (&"questioner".into(), &"question".into()),
        "{asked}"
    );
}

#[test]
fn what_cannot_be_is_a_problem_that_names_its_field() {
    let harness = sample_site();
    for (address, field) in [
        ("/api/v1/search?q=a&lang=fr", "lang"),
        ("/api/v1/search?q=a&at=soon", "at"),
        ("/api/v1/quote?q=a&at=2030-01-01T00:00:00Z", "at"),
        ("/api/v1/search?q=a&year=x", "year"),
        ("/api/v1/search?q=a&colour=red", "colour"),
        ("/api/v1/quote?q=a&kind=speech", "kind"),
    ] {
        let answer = harness.get(address);
        assert_eq!((answer.status(), answer.content_type()), (400, "application/problem+json"), "{address}");
        let problem: Value = serde_json::from_str(&answer.page()).unwrap();
        assert_eq!((&problem["field"], &problem["status"]), (&field.into(), &400.into()), "{problem}");
        assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{problem}");
    }
    assert_eq!(harness.get("/api/v1/nothing").status(), 404);
}

#[test]
fn links_are_whole_where_the_site_knows_its_name() {
    let settings = PublicSettings { public_url: Some("https://press.example".to_owned()), ..PublicSettings::default() };
    let harness = Harness::with("2020-08-01T08:00:00Z", settings);
    let id = domain::MessageId::from_bits([1; 10]);
    harness.release(&id, "ru", "О портовых сборах", "Сборы снижаются на десять процентов.", None);
    let found = json(&harness, "/api/v1/search?q=%D1%81%D0%B1%D0%BE%D1%80%D1%8B&lang=ru");
    let url = found["results"][0]["url"].as_str().unwrap();
    assert!(url.starts_with("https://press.example/ru/messages/2020/08/01/%D0%BE-"), "{url}");
}
