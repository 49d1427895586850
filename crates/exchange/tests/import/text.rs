//! A page as a reader sees it: into an empty record, and again.

use std::path::Path;

use crate::mission::{Mission, code, lang};
use domain::{AsOf, Completeness, PluralCategory, Texts};
use exchange::text::{self, TextError};

const PAGE: &str = "\
3 May 2021
Oslo: 15:20
London: 14:20

Consular questions:
+44 (0) 20 7946 0000

100 days have passed since the ferry to Arvenna was stopped

Remarks of the consul at the harbour, Oslo, April 30, 2021

Ladies and gentlemen,

The harbour opens on Monday.

03.05.2021 - Upper notice of the day

The first of two.

03.05.2021 - Lower notice of the day

The second of two.

29.04.2021 - Answers of the consul

Question: Will the ferry sail? The consul: It will.

all messages
";

fn as_of(mission: &Mission, instant: &str) -> AsOf {
    AsOf { site: mission.site.clone(), instant: instant.parse().unwrap() }
}

#[test]
fn a_page_becomes_what_it_proves() {
    let mission = Mission::new();
    let report = text::import(&mission.newsroom, &mission.site, "page.txt", PAGE, false).unwrap();
    assert_eq!(report.instant.to_string(), "2021-05-03T13:20:00Z", "{report}");
    assert_eq!((report.totals.imported, report.is_complete()), (4, true), "{report}");
    assert_eq!(report.items.iter().map(code).collect::<Vec<_>>(), ["imported"; 4]);
    assert_eq!(report.counters[0].start.to_string(), "2021-01-23");
    assert!(report.suggestions.iter().any(|line| line.contains("Oslo") && line.contains("2021-04-30")), "{report}");
    let standing = mission.newsroom.views().standing(&as_of(&mission, "2021-05-03T13:20:00Z")).unwrap().unwrap();
    let zones: Vec<_> = standing.clocks.iter().map(|clock| clock.zone.as_str()).collect();
    assert_eq!(zones, ["Europe/Oslo", "Europe/London"]);
    assert_eq!(standing.contacts[0].phones[0].tel(), "+442079460000");
    assert_eq!(standing.identity.home_city, Texts::one(&lang("en"), "London"));
    let sentence = &standing.counters[0].sentence[&lang("en")];
    assert_eq!(sentence.around(PluralCategory::Other).1, " days have passed since the ferry to Arvenna was stopped");
    assert_eq!(sentence.around(PluralCategory::One).1, " day has passed since the ferry to Arvenna was stopped");
    assert_eq!(
        standing.lead,
        report.items[0].id.as_deref().map(|key| mission.newsroom.origin(&mission.site, key).unwrap().unwrap().message)
    );
    let before = mission.newsroom.views().standing(&as_of(&mission, "2021-05-03T13:19:59Z")).unwrap().unwrap();
    assert!(before.clocks.is_empty() && before.contacts.is_empty() && before.lead.is_none());
}

#[test]
fn messages_come_in_the_order_of_the_page_with_their_teasers() {
    let mission = Mission::new();
    text::import(&mission.newsroom, &mission.site, "page.txt", PAGE, false).unwrap();
    let lines = mission.newsroom.views().latest(&as_of(&mission, "2021-05-03T13:20:00Z"), &lang("en"), 10).unwrap();
    let seen: Vec<_> =
        lines.iter().map(|line| (line.title.as_str(), line.teaser.as_deref().unwrap_or_default())).collect();
    assert_eq!(seen[0], ("Upper notice of the day", "The first of two."));
    assert_eq!(seen[1], ("Lower notice of the day", "The second of two."));
    assert_eq!(seen[2].0, "Remarks of the consul at the harbour, Oslo, April 30, 2021");
    assert_eq!(seen[3], ("Answers of the consul", "Question: Will the ferry sail? The consul: It will."));
}

#[test]
fn what_the_page_does_not_prove_is_marked() {
    let mission = Mission::new();
    let report = text::import(&mission.newsroom, &mission.site, "page.txt", PAGE, false).unwrap();
    let sheets: Vec<_> = report
        .items
        .iter()
        .map(|item| {
            let known = mission.newsroom.origin(&mission.site, item.id.as_deref().unwrap()).unwrap().unwrap();
            mission.newsroom.text_of(known.sheet).unwrap().unwrap().0
        })
        .collect();
    assert_eq!(sheets[0].completeness, Completeness::AsCaptured);
    assert_eq!(sheets[0].provenance.as_ref().unwrap().date_basis, domain::DateBasis::Title);
    assert!(sheets[0].occasion.place.is_none(), "suggestions do not enter the record by themselves");
    assert!(sheets[1..].iter().all(|sheet| sheet.completeness == Completeness::Summary));
    assert!(report.items[0].notes.iter().any(|note| note.contains("taken from its title")));
}

#[test]
fn a_second_run_and_a_dry_run_write_nothing() {
    let mission = Mission::new();
    let head = mission.head();
    let dry = text::import(&mission.newsroom, &mission.site, "page.txt", PAGE, true).unwrap();
    assert_eq!((mission.head(), dry.totals.imported), (head, 4));
    let wet = text::import(&mission.newsroom, &mission.site, "page.txt", PAGE, false).unwrap();
    let addresses =
        |report: &text::TextReport| report.items.iter().map(|item| item.address.clone()).collect::<Vec<_>>();
    assert_eq!(addresses(&dry), addresses(&wet));
    let head = mission.head();
    let again = text::import(&mission.newsroom, &mission.site, "renamed.txt", PAGE, false).unwrap();
    assert_eq!((mission.head(), again.totals.skipped), (head, 4));
}

#[test]
fn the_next_days_capture_adds_only_what_is_new() {
    let mission = Mission::new();
    text::import(&mission.newsroom, &mission.site, "page.txt", PAGE, false).unwrap();
    let next = PAGE
        .replace("3 May 2021", "4 May 2021")
        .replace("100 days", "101 days")
        .replace("03.05.2021 - Upper", "04.05.2021 - News of the next day\n\nIt is new.\n\n03.05.2021 - Upper");
    let report = text::import(&mission.newsroom, &mission.site, "next.txt", &next, false).unwrap();
    assert_eq!((report.totals.imported, report.totals.skipped), (1, 4), "{report}");
    // The counter's start is the same, so there is nothing to set.
    assert!(report.standing.iter().any(|line| line.starts_with("counter/captured-1: as the record")), "{report}");
}

#[test]
fn the_lead_that_is_listed_too_is_one_message() {
    let mission = Mission::new();
    let page = PAGE.replace(
        "29.04.2021 - Answers of the consul",
        "29.04.2021 - Remarks of the consul at the harbour, Oslo, April 30, 2021",
    );
    let report = text::import(&mission.newsroom, &mission.site, "page.txt", &page, false).unwrap();
    assert_eq!(report.totals.imported, 3, "{report}");
    let shown = mission.shown("en", "2021-05-03T13:20:00Z");
    assert!(shown.iter().any(|(path, _)| path.starts_with("messages/2021/04/29/remarks-of-the-consul")), "{shown:?}");
}

#[test]
fn lines_without_a_place_are_told_and_the_rest_is_taken_in() {
    let mission = Mission::new();
    let page = PAGE.replace("29.04.2021 - Answers", "31.04.2021 - Answers");
    let report = text::import(&mission.newsroom, &mission.site, "page.txt", &page, false).unwrap();
    assert!(!report.is_complete() && report.totals.imported == 3, "{report}");
    assert!(report.to_string().contains("unplaced"));
}

#[test]
fn what_is_no_such_page_is_refused_and_nothing_is_written() {
    let mission = Mission::new();
    let head = mission.head();
    let refused = |text: &str| text::import(&mission.newsroom, &mission.site, "page.txt", text, false).unwrap_err();
    assert!(matches!(refused("A letter.\n\nDear all,"), TextError::Page(_)));
    assert!(matches!(refused("3 May 2021\n\n03.05.2021 - Notice\n\nText."), TextError::InstantUnknown(_)));
    assert_eq!(mission.head(), head);
}

/// The project's sample of a real page, where it is at hand.
#[test]
fn the_sample_page_becomes_a_front_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/capture/page.txt");
    let Ok(page) = std::fs::read_to_string(path) else { return };
    let mission = Mission::new();
    let report = text::import(&mission.newsroom, &mission.site, "page.txt", &page, false).unwrap();
    assert_eq!(report.instant.to_string(), "2020-09-22T21:12:00Z");
    assert_eq!((report.totals.imported, report.totals.refused, report.unplaced.len()), (11, 0, 0), "{report}");
    let at = as_of(&mission, "2020-09-22T21:12:00Z");
    let standing = mission.newsroom.views().standing(&at).unwrap().unwrap();
    let zones: Vec<_> = standing.clocks.iter().map(|clock| clock.zone.as_str()).collect();
    assert_eq!(zones, ["Europe/Moscow", "Europe/London"]);
    assert_eq!(standing.contacts[0].phones[0].tel(), "+442036687474");
    let today = domain::today(at.instant, &standing.home);
    let values: Vec<_> = standing.counters.iter().map(|counter| counter.value(today)).collect();
    assert_eq!(values, [Some(933), Some(925)]);
    let latest = mission.newsroom.views().latest(&at, &lang("en"), 10).unwrap();
    let paths: Vec<_> = latest.iter().map(|line| format!("/en/{}", line.path)).collect();
    let listed: Vec<_> = report.items[1..].iter().map(|item| item.address.clone().unwrap()).collect();
    assert_eq!(paths, listed, "the ten entries stand in the order of the page");
    assert!(standing.lead.is_some());
}
