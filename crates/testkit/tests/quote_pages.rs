//! Is this a true quote? What the page says of quotations true, altered and unknown.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use testkit::{Harness, sample_site};

fn main(harness: &Harness, address: &str) -> String {
    let answer = harness.get(address);
    let page = answer.page().replace('\u{202F}', "⍽");
    let (_, rest) = page.split_once("<main").unwrap();
    let (main, _) = rest.split_once("</main>").unwrap();
    format!("{}\n<main{main}", answer.status())
}

#[test]
fn every_verdict_says_itself_in_words() {
    let harness = sample_site();
    for (name, address) in [
        ("empty", "/en/quote"),
        ("verbatim", "/en/quote?q=On+Monday.+The+works+are+done."),
        ("typography", "/en/quote?q=%22on+monday+%E2%80%93+the+works+are+done%22"),
        ("altered", "/en/quote?q=The+fees+fall+by+40+per+cent.+They+apply+from+October."),
        ("earlier", "/en/quote?q=The+fees+fall+by+12+per+cent."),
        ("questioner", "/en/quote?q=When+does+the+harbour+open%3F"),
        ("not_found", "/en/quote?q=Zeppelins+shall+never+land+upon+our+roofs+again"),
        ("too_short", "/en/quote?q=never+ever"),
        (
            "ar",
            "/ar/quote?q=%D9%8A%D9%88%D9%85+%D8%A7%D9%84%D8%A7%D8%AB%D9%86%D9%8A%D9%86.+%D8%A7%D9%83%D8%AA%D9%85%D9%84%D8%AA+%D8%A7%D9%84%D8%A3%D8%B9%D9%85%D8%A7%D9%84.",
        ),
        (
            "zh",
            "/zh/quote?q=%E6%98%9F%E6%9C%9F%E4%B8%80%E3%80%82%E5%B7%A5%E7%A8%8B%E5%B7%B2%E7%BB%8F%E5%AE%8C%E6%88%90%E3%80%82",
        ),
    ] {
        insta::assert_snapshot!(format!("quote_{name}"), main(&harness, address));
    }
}

#[test]
fn a_match_leads_to_the_passage_in_the_version_that_has_it() {
    let harness = sample_site();
    let page = harness.page("/en/quote?q=They+apply+from+October+in+full");
    let page =
        if page.contains("class=\"match\"") { page } else { harness.page("/en/quote?q=The+fees+fall+by+10+per+cent.") };
    let (_, found) = page.split_once("class=\"match\"").unwrap();
    let (_, href) = found.split_once("href=\"").unwrap();
    let (href, _) = href.split_once('"').unwrap();
    assert!(href.starts_with("/en/messages/2020/08/14/statement-on-the-harbour-fees?at=p-"), "{href}");
    assert!(href.contains("v=2#p-"), "{href}");
    let (address, anchor) = href.split_once('#').unwrap();
    let text = harness.page(&address.replace("&amp;", "&"));
    assert!(text.contains(&format!("id=\"{anchor}\"")), "{href}");
}

#[test]
fn an_earlier_wording_is_shown_beside_the_present_one_with_its_correction() {
    let harness = sample_site();
    let page = harness.page("/en/quote?q=The+fees+fall+by+12+per+cent.");
    assert!(page.contains("From an earlier version"), "{page}");
    assert!(page.contains("The figure was 12; it is 10."), "{page}");
    assert!(page.contains("<del>") && page.contains("<ins>"), "{page}");
    // At an instant at which it was the present version, it is no earlier one.
    let then = harness.page("/web/20200814160000/en/quote?q=The+fees+fall+by+12+per+cent.");
    assert!(then.contains("<h2 id=\"verdict\">Verbatim</h2>") && !then.contains("The figure was 12"), "{then}");
}

#[test]
fn nothing_is_said_of_what_the_public_may_not_see() {
    let harness = sample_site();
    for quote in
        ["Nobody+may+read+this+before+noon+tomorrow.", "This+text+was+not+agreed.", "A+name+that+the+law+protects."]
    {
        let page = harness.page(&format!("/en/quote?q={quote}"));
        assert!(page.contains("Not in this record"), "{quote}: {page}");
        assert!(!page.contains("class=\"match\""), "{quote}: {page}");
    }
    assert!(harness.page("/web/20200820000000/en/quote?q=This+text+was+not+agreed.").contains("class=\"match\""));
}

#[test]
fn the_check_never_says_false_and_can_be_shared() {
    let harness = sample_site();
    let page = harness.page("/en/quote?q=Zeppelins+shall+never+land+upon+our+roofs+again");
    let (_, section) = page.split_once("class=\"verdict").unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    assert!(!section.to_lowercase().contains("false") && !section.contains("fake"), "{section}");
    assert!(section.contains("It does not follow that they were never said."), "{section}");
    assert!(section.contains("22 September 2020"), "the instant is said: {section}");
    assert!(page.contains("href=\"/en/quote?q=Zeppelins%20shall%20never"), "{page}");
}

#[test]
fn whatever_is_pasted_is_answered() {
    let harness = sample_site();
    let long = "The+works+are+done+and+".repeat(400);
    for query in ["q=%", "q=%ff", "q=%00%0a%0d", "q=%E2%80%A6%E2%80%A6", "q=%5B%5D%5B", &format!("q={long}")] {
        let answer = harness.get(&format!("/en/quote?{query}"));
        assert_eq!(answer.status(), 200, "{}", &query[..query.len().min(40)]);
    }
    assert!(harness.page(&format!("/en/quote?q={long}")).contains("Only its first 2,000 characters were checked."));
    let marked = harness.page("/en/quote?q=%3Cb%3EThe+works+are+done%3C/b%3E");
    assert!(!marked.contains("<b>The works"), "{marked}");
}
