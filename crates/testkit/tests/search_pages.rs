//! The search page: what it finds, how it is narrowed, as of when.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::MessageId;
use site::{PublicSettings, PublicSite, Question, Theme};
use testkit::{Harness, sample_site};

/// The page between its main element's tags, without digests of files.
fn main(harness: &Harness, address: &str) -> String {
    let answer = harness.get(address);
    let page = answer.page().replace('\u{202F}', "⍽");
    let (_, rest) = page.split_once("<main").unwrap();
    let (main, _) = rest.split_once("</main>").unwrap();
    format!("{}\n<main{main}", answer.status())
}

#[test]
fn a_search_in_three_scripts() {
    let harness = sample_site();
    for (name, address) in [
        ("en", "/en/search?q=harbour"),
        ("ar", "/ar/search?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1"),
        ("zh", "/zh/search?q=%E6%B8%AF%E5%8F%A3"),
        ("turns", "/en/search?q=works&in=turns"),
        ("empty", "/en/search"),
        ("nothing", "/en/search?q=zeppelin&kind=speech&year=1999"),
    ] {
        insta::assert_snapshot!(format!("search_{name}"), main(&harness, address));
    }
}

#[test]
fn a_result_opens_at_its_paragraph_and_says_who_speaks() {
    let harness = sample_site();
    let page = harness.page("/en/search?q=pilots");
    let (_, passage) = page.split_once("class=\"snippet\"").unwrap();
    let (_, href) = passage.split_once("href=\"").unwrap();
    let (href, text) = href.split_once('"').unwrap();
    let (path, anchor) = href.split_once('#').unwrap();
    assert!(anchor.starts_with("p-"), "{href}");
    assert!(harness.page(path).contains(&format!("id=\"{anchor}\"")), "{href}");
    let (who, said) = text.split_once("</b>").unwrap();
    assert!(who.contains("Ilse Maren"), "{who}");
    assert!(said.contains("<mark>pilots</mark> begin at six"), "{said}");

    let asked = harness.page("/en/search?q=ferry&in=turns");
    assert!(asked.contains("<span lang=\"en\">Question</span>"), "{asked}");
}

#[test]
fn a_kind_is_asked_for_by_the_pages_own_word() {
    let harness = sample_site();
    // 记者会, مؤتمر صحفي and the English name, in pages of two languages.
    for (address, found) in [
        ("/zh/search?q=kind%3A%E8%AE%B0%E8%80%85%E4%BC%9A", "class=\"results\""),
        ("/ar/search?q=kind%3A%22%D9%85%D8%A4%D8%AA%D9%85%D8%B1%20%D8%B5%D8%AD%D9%81%D9%8A%22", "class=\"results\""),
        ("/zh/search?q=kind%3A%22press%20conference%22", "class=\"results\""),
    ] {
        assert!(harness.page(address).contains(found), "{address}");
    }
    assert!(
        !harness
            .page("/zh/search?q=kind%3A%22%D9%85%D8%A4%D8%AA%D9%85%D8%B1%20%D8%B5%D8%AD%D9%81%D9%8A%22")
            .contains("class=\"results\""),
        "not the page's own word"
    );
}

#[test]
fn filters_are_links_and_can_be_taken_away_again() {
    let harness = sample_site();
    let page = harness.page("/en/search?q=harbour");
    assert!(page.contains("href=\"/en/search?q=harbour&amp;kind=press-conference\""), "{page}");
    let narrowed = harness.page("/en/search?q=harbour&kind=press-conference&place=Arvenna");
    assert!(narrowed.contains("1 message found"), "{narrowed}");
    assert!(narrowed.contains("href=\"/en/search?q=harbour&amp;place=Arvenna\""), "{narrowed}");
    assert!(narrowed.contains("name=\"kind\" value=\"press-conference\""), "a new question keeps the filters");
    let typed = harness.page("/en/search?q=harbour+place%3AArvenna");
    assert!(typed.contains("1 message found") && typed.contains("place:"), "{typed}");
    let all = harness.page("/en/search?q=%E6%B8%AF%E5%8F%A3&edition=all");
    assert!(all.contains("hreflang") && all.contains("href=\"/zh/messages/2020/09/21/"), "{all}");
}

#[test]
fn words_are_never_refused_and_filters_that_cannot_be_are() {
    let harness = sample_site();
    let long = "harbour+".repeat(1_250);
    let quotes = "%22".repeat(5_000);
    let nested = "(".repeat(3_000);
    for query in [
        "q=100%",
        "q=%ff%fe",
        "q=%00%1b%5b31m",
        "q=AND+OR+NOT",
        "q=%22",
        "q=***",
        "q=(((a+OR",
        "q=(a%2B)%2B%24",
        "q=foo%3Abar+speaker%3A",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        &format!("q={long}"),
        &format!("q={quotes}"),
        &format!("q={nested}"),
    ] {
        let answer = harness.get(&format!("/en/search?{query}"));
        assert_eq!(answer.status(), 200, "{}", &query[..query.len().min(40)]);
        assert!(!answer.page().contains("<script>alert"), "what is typed stays text");
        assert!(answer.page().len() < 300_000, "{} bytes", answer.page().len());
    }
    for query in ["year=x", "from=2020-02-30", "kind=poem", "page=0", "in=songs", "edition=%20-"] {
        assert_eq!(harness.get(&format!("/en/search?q=a&{query}")).status(), 400, "{query}");
    }
    assert_eq!(harness.get(&format!("/en/search?q={}", "a".repeat(30_000))).status(), 414);
}

#[test]
fn a_past_instant_finds_what_it_showed_and_stays_in_it() {
    let harness = sample_site();
    let past = harness.page("/web/20200915211200/en/search?q=harbour");
    assert!(!past.contains("answers on the harbour"), "released on the 21st");
    assert!(past.contains("href=\"/web/20200915211200/en/messages/2020/08/14/statement-on-the-harbour-fees"), "{past}");
    assert!(past.contains("action=\"/web/20200915211200/en/search\""), "{past}");
    assert!(!past.contains("href=\"/en/search?"), "{past}");
    assert!(harness.page("/web/20200820000000/en/search?q=agreed").contains("<mark>agreed</mark>"));
    assert!(!harness.page("/en/search?q=agreed").contains("<mark>agreed</mark>"), "withdrawn");
    assert!(harness.page("/web/20200814160000/en/search?q=%2212+per+cent%22").contains("<mark>"), "not yet corrected");
    assert!(!harness.page("/en/search?q=%2212+per+cent%22").contains("<mark>"), "corrected");
}

#[test]
fn what_is_under_embargo_is_found_from_its_instant_on_whoever_sleeps() {
    let harness = sample_site();
    let query = "/en/search?q=%22noon+tomorrow%22";
    assert!(!harness.page(query).contains("<mark>"));
    assert!(!harness.page("/en/search?q=tomorow").contains("tomorrow"), "no spelling is learnt from it");
    harness.set("2020-09-23T11:00:00Z");
    let answer = harness.get_as_it_is(query).page();
    assert!(answer.contains("<mark>noon tomorrow</mark>"), "{answer}");
}

#[test]
fn results_are_turned_page_by_page() {
    let harness = Harness::at("2020-08-01T08:00:00Z");
    for number in 0..45_u8 {
        let id = MessageId::from_bits([number + 1; 10]);
        harness.release(&id, "en", &format!("Notice {number}"), "The lighthouse is lit.", None);
    }
    let first = harness.page("/en/search?q=lighthouse");
    assert!(first.contains("45 messages found") && first.contains("Page 1 of 3"), "{first}");
    assert!(first.contains("rel=\"next\" href=\"/en/search?q=lighthouse&amp;page=2\""), "{first}");
    assert!(!first.contains("rel=\"prev\""));
    let last = harness.page("/en/search?q=lighthouse&page=3");
    assert!(last.contains("start=\"41\"") && !last.contains("rel=\"next\""), "{last}");
    let beyond = harness.page("/en/search?q=lighthouse&page=9");
    assert!(beyond.contains("href=\"/en/search?q=lighthouse&amp;page=3\""), "{beyond}");
}

#[test]
fn every_page_leads_to_search_and_the_search_page_has_one_form() {
    let harness = sample_site();
    let front = harness.page("/en/");
    assert!(front.contains("<form role=\"search\" action=\"/en/search\">") && front.contains("href=\"/en/quote\""));
    let search = harness.page("/en/search?q=harbour");
    assert_eq!(search.matches("role=\"search\"").count(), 1, "{search}");
    assert!(search.contains("<meta name=\"robots\" content=\"noindex\">"));
    let past = harness.page("/web/20200915211200/en/");
    assert!(past.contains("action=\"/web/20200915211200/en/search\"") && past.contains("noindex"));
}

#[test]
fn without_an_index_the_site_stays_up_and_says_so() {
    let harness = sample_site();
    let theme = Theme::strict(None).unwrap();
    let bare = PublicSite::new(harness.views.clone(), theme, harness.clock.clone(), PublicSettings::default());
    let get = |path, query| {
        bare.answer(&Question { method: "GET", host: Some("press.example"), path, query, accept_language: None })
    };
    for (path, query) in [
        ("/en/search", None),
        ("/en/search", Some("q=harbour")),
        ("/en/quote", None),
        ("/en/quote", Some("q=the+works")),
    ] {
        let answer = get(path, query);
        assert_eq!(answer.status(), 200, "{path} {query:?}");
        assert!(answer.page().contains("Search is being prepared."), "{}", answer.page());
    }
    assert_eq!(get("/api/v1/search", Some("q=harbour")).status(), 503);
    assert_eq!(get("/en/", None).status(), 200);
}

#[test]
fn results_over_years_are_a_picture_with_its_figures_and_each_year_is_a_link() {
    let harness = Harness::at("2018-08-01T08:00:00Z");
    for (number, day) in [(1, "2018-08-02"), (2, "2020-03-01"), (3, "2020-03-02")] {
        harness.set(&format!("{day}T12:00:00Z"));
        harness.release(&MessageId::from_bits([number; 10]), "en", "Notice", "The lighthouse is lit.", None);
    }
    let page = harness.page("/en/search?q=lighthouse");
    let (_, chart) = page.split_once("class=\"chart bars\"").unwrap();
    assert!(chart.contains("href=\"/en/search?q=lighthouse&amp;year=2020\""), "{chart}");
    assert!(chart.contains("href=\"/en/search/years.csv?q=lighthouse\""), "{chart}");
    let figures = harness.get("/en/search/years.csv?q=lighthouse");
    assert_eq!(figures.status(), 200);
    assert!(figures.page().contains("2020,2"), "{}", figures.page());
    assert!(harness.page("/en/search?q=lighthouse&year=2018").contains("1 message found"));
}
