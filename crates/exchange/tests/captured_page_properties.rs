//! The reader of captured front pages drops no visible character and survives any text.

use std::collections::HashMap;

use exchange::captured_page::{CapturedPage, read_page, title_place_and_date};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proptest::prelude::*;

fn madrid() -> TimeZone {
    TimeZoneDatabase::bundled().get("Europe/Madrid").expect("a zone of the bundled database")
}

/// Every text of a page, in one.
fn kept_text(page: &CapturedPage) -> String {
    let mut kept = String::new();
    for clock in &page.clocks {
        kept.push_str(&clock.city);
    }
    for contact in &page.contacts {
        kept.push_str(&contact.label);
        kept.push_str(&contact.phone);
    }
    for counter in &page.counters {
        kept.push_str(&format!("{}{}{}", counter.before, counter.days, counter.after));
    }
    for message in page.lead.iter().chain(&page.entries) {
        kept.push_str(&message.title);
        kept.push_str(&message.paragraphs.concat());
    }
    kept.push_str(page.all_messages.as_deref().unwrap_or_default());
    for line in &page.unplaced {
        kept.push_str(&line.text);
    }
    kept
}

/// How often each character stands in a text, for those that no part of a page may lose: not white space and its
/// invisible relatives, not figures (they become numbers and dates), not the signs round them.
fn characters(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    let becomes_value =
        |c: char| c.is_whitespace() || c.is_numeric() || "\u{feff}\u{200b}\u{2060}:：|,;·•/،，；.-‑‐–—―−".contains(c);
    for c in text.chars().filter(|&c| !becomes_value(c)) {
        *counts.entry(c).or_insert(0) += 1;
    }
    counts
}

/// Lines as they occur, likely and unlikely; dates hold no letters here, because their words become dates.
fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\u{a0}\t\u{c}".to_owned()),
        Just("all messages".to_owned()),
        Just("Visas:".to_owned()),
        Just("+99 (0) 555 0100".to_owned()),
        Just("12.05.2024".to_owned()),
        "[A-Z][a-z]{2,9}: [0-9]{1,2}:[0-9]{2}",
        "[A-Z][a-z]{2,9}: [0-9]{1,2}:[0-9]{2}  [A-Z][a-z]{2,9}: [0-9]{1,2}:[0-9]{2}",
        "[a-z]{0,4}  [0-9]{1,20} days have passed since [a-z ]{0,9}  [0-9]{1,3} days since [a-z]{1,9}",
        "[0-9]{2}\\.[0-9]{2}\\.202[0-9] - [A-Za-z ]{0,30}",
        "[A-Za-z?!,.]{1,9}( [A-Za-z?!,.]{1,9}){0,60}",
        "\\PC{0,60}",
    ]
}

proptest! {
    #[test]
    fn no_visible_character_of_a_page_is_lost(lines in prop::collection::vec(any_line(), 0..40)) {
        let text = format!("2024-05-04\n{}", lines.join("\n"));
        let page = read_page(&text, &madrid()).expect("a page with a date line");
        let kept = characters(&kept_text(&page));
        for (c, count) in characters(&text) {
            prop_assert!(kept.get(&c).is_some_and(|&found| found >= count), "{c:?} of {text:?} in {page:?}");
        }
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "(WARC/1\\.0\\PC{0,20}\n){0,1}[\\PC\n\r\t:]{0,400}") {
        let _ = read_page(&text, &madrid());
        let _ = title_place_and_date(&text);
    }
}
