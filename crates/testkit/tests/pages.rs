//! Strict snapshots of every room in three languages: left to right, right to left, and Chinese.

use testkit::{Harness, sample_site};

/// Digests of the theme's files change with every touch of the style sheet; what a page says does not.
fn page(harness: &Harness, address: &str) -> String {
    let answer = harness.get(address);
    let page = answer.page().replace('\u{202F}', "⍽");
    let mut parts = page.split("/assets/");
    let mut text =
        format!("{} {}\n{}", answer.status(), answer.location().unwrap_or_default(), parts.next().unwrap_or_default());
    for part in parts {
        text.push_str("/assets/…/");
        text.push_str(part.split_once('/').map_or("", |(_, rest)| rest));
    }
    text
}

/// The conference's address in a language, from the archive's first entry.
fn conference(harness: &Harness, lang: &str) -> String {
    let archive = harness.page(&format!("/{lang}/messages/2020/09/"));
    let (_, rest) =
        archive.split_once(&format!("href=\"/{lang}/messages/2020/09/21/")).expect("the conference is listed");
    format!("/{lang}/messages/2020/09/21/{}", rest.split_once('"').expect("a closed attribute").0)
}

#[test]
fn every_room_in_three_languages() {
    let harness = sample_site();
    for lang in ["en", "ar", "zh"] {
        let rooms = [
            ("front", format!("/{lang}/")),
            ("conference", conference(&harness, lang)),
            ("archive", format!("/{lang}/messages/")),
            ("month", format!("/{lang}/messages/2020/09/")),
            ("page", format!("/{lang}/about")),
            ("not_found", format!("/{lang}/nothing-here")),
            ("memento", format!("/web/20200922105500/{lang}/")),
        ];
        for (room, address) in rooms {
            insta::assert_snapshot!(format!("{room}_{lang}"), page(&harness, &address));
        }
    }
    let rooms = [
        ("corrected", "/en/messages/2020/08/14/statement-on-the-harbour-fees"),
        ("withdrawn", "/en/messages/2020/08/15/statement-published-in-error"),
        ("erased", "/en/messages/2020/08/15/appeal-for-a-missing-sailor"),
        ("filtered", "/en/messages/?kind=press-conference&speaker=ilse-maren&from=2020-09-01"),
        ("no_result", "/en/messages/?kind=letter"),
        ("bad_date", "/en/messages/?from=2020-02-30"),
    ];
    for (room, address) in rooms {
        insta::assert_snapshot!(room, page(&harness, address));
    }
}

#[test]
fn an_empty_site_greets_its_owner_and_says_the_next_step() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    insta::assert_snapshot!("empty", page(&harness, "/en/"));
}

#[test]
fn a_language_without_messages_gives_no_commands_to_readers() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    harness.release(&domain::MessageId::from_bits([1; 10]), "en", "Known", "Text.", None);
    let front = harness.page("/ar/");
    assert!(!front.contains("chancery import"), "{front}");
}

#[test]
fn every_template_is_one_that_a_room_renders() {
    let theme = site::Theme::strict(None).unwrap();
    let known = [
        "archive.html",
        "bars.html",
        "base.html",
        "chart-year.html",
        "chart.html",
        "cite.html",
        "days.html",
        "empty.html",
        "facet.html",
        "front.html",
        "gone.html",
        "macros.html",
        "marks.html",
        "message.html",
        "page.html",
        "passage.html",
        "person.html",
        "problem.html",
        "quote.html",
        "search.html",
        "speaker.html",
        "speakers.html",
    ];
    assert_eq!(theme.templates(), known);
}
