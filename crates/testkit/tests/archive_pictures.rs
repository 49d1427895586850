//! Pictures of the archive and the figures behind them: days of a year, months, results of a search by year.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Kind, MessageId, Occasion};
use testkit::{Harness, sample_site};

/// Three messages in English, two of them on one day, one of another year; one in Arabic; one under embargo.
fn days() -> Harness {
    let harness = Harness::at("2019-12-01T08:00:00Z");
    let id = |number: u8| MessageId::from_bits([number; 10]);
    harness.set("2019-12-31T23:30:00Z");
    harness.release(&id(1), "en", "The last of the old year", "The harbour is closed.", None);
    harness.set("2020-03-12T09:00:00Z");
    harness.release(&id(2), "en", "Morning notice", "The harbour opens at nine.", None);
    harness.release(&id(2), "ar", "إشعار الصباح", "يفتح الميناء في التاسعة.", None);
    harness.set("2020-03-12T15:00:00Z");
    harness.release(&id(3), "en", "Afternoon notice", "The harbour closes at five.", None);
    harness.set("2020-03-13T09:00:00Z");
    harness.release(&id(4), "en", "Notice under embargo", "The harbour grows.", Some("2020-03-14T09:00:00Z"));
    harness
}

fn section<'a>(page: &'a str, class: &str) -> &'a str {
    let (_, rest) =
        page.split_once(&format!("<section class=\"{class}\"")).unwrap_or_else(|| panic!("{class}: {page}"));
    rest.split_once("</section>").unwrap().0
}

#[test]
fn a_year_is_a_calendar_whose_days_lead_to_their_messages() {
    let harness = days();
    let page = harness.page("/en/messages/2020/");
    let calendar = section(&page, "chart days");
    insta::assert_snapshot!("calendar_en", calendar);
    insta::assert_snapshot!("calendar_ar", section(&harness.page("/ar/messages/2020/"), "chart days"));
    assert!(calendar.contains("<title>12 March 2020: 2 messages</title>"), "{calendar}");
    assert_eq!(calendar.matches("class=\"l4\"").count(), 1, "the embargoed day is a day without messages");
    assert!(calendar.contains("beginning on Monday") || calendar.contains("begins on Monday"));
    let month = harness.page("/en/messages/2020/03/");
    assert_eq!(month.matches("id=\"d-12\"").count(), 1, "{month}");
    assert!(calendar.contains("/en/messages/2020/03/#d-12"));
    assert!(!harness.page("/en/messages/").contains("id=\"d-12\""), "only a month's page has days of its own");
    harness.set("2020-03-14T09:00:00Z");
    assert!(section(&harness.page("/en/messages/2020/"), "chart days").contains("14 March 2020: 1 message"));
    let then = harness.page("/web/20200313120000/en/messages/2020/");
    assert!(!then.contains("14 March 2020: 1 message"));
    assert!(then.contains("/web/20200313120000/en/messages/2020/03/#d-12"));
}

#[test]
fn every_picture_has_its_figures() {
    let harness = days();
    let table = [
        ("/en/messages/months.csv", "month,messages\r\n2019-12,1\r\n2020-03,2\r\n"),
        ("/ar/messages/months.csv", "month,messages\r\n2020-03,1\r\n"),
        ("/zh/messages/months.csv", "month,messages\r\n"),
        ("/en/messages/2020/days.csv", "date,messages\r\n2020-03-12,2\r\n"),
        ("/en/messages/2019/days.csv", "date,messages\r\n2019-12-31,1\r\n"),
        ("/web/20200101000000/en/messages/months.csv", "month,messages\r\n2019-12,1\r\n"),
        ("/en/search/years.csv?q=harbour", "year,results\r\n2019,1\r\n2020,2\r\n"),
        ("/en/search/years.csv?q=harbour&year=2020", "year,results\r\n2020,2\r\n"),
        ("/en/search/years.csv?q=nothing-of-the-kind", "year,results\r\n"),
    ];
    for (address, rows) in table {
        let answer = harness.get(address);
        assert_eq!((answer.status(), answer.page().as_str()), (200, rows), "{address}");
        assert_eq!(answer.content_type(), "text/csv; charset=utf-8; header=present");
        assert!(address.starts_with("/web/") || answer.good_until().is_some(), "{address}");
    }
    assert!(harness.page("/en/messages/").contains("href=\"/en/messages/months.csv\""));
    assert!(harness.page("/en/messages/2020/").contains("href=\"/en/messages/2020/days.csv\""));
}

#[test]
fn figures_that_there_are_none_of_are_an_unknown_address() {
    let harness = days();
    for (lang, address) in
        [("en", "messages/2018/days.csv"), ("zh", "messages/2020/days.csv"), ("en", "messages/0000/days.csv")]
    {
        let unknown = harness.get(&format!("/{lang}/nothing-here")).page();
        let answer = harness.get(&format!("/{lang}/{address}"));
        assert!(answer.status() == 404 && answer.page() == unknown, "{lang} {address}");
    }
    assert_eq!(harness.get("/en/search/years.csv?from=2020-02-30").status(), 400);
    // A table cannot say that it is incomplete.
    let fresh = days();
    assert_eq!(fresh.get_as_it_is("/en/search/years.csv?q=harbour").status(), 503);
}

#[test]
fn the_archive_leads_to_the_archives_in_other_languages() {
    let harness = days();
    let page = harness.page("/en/messages/");
    let (_, editions) = page.split_once("class=\"editions\"").unwrap();
    let editions = editions.split_once("</p>").unwrap().0;
    assert!(
        editions.contains("<a href=\"/ar/messages/\" hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">العربية</a>"),
        "{editions}"
    );
    assert!(!editions.contains("/zh/"), "a language without messages is not offered");
}

#[test]
fn a_filter_offers_what_fits_the_others() {
    let harness = days();
    harness.set("2020-04-01T09:00:00Z");
    let speech = MessageId::from_bits([9; 10]);
    let mut manuscript = harness.manuscript(&speech, "en", Kind::Speech, "A speech", "Words.", "1");
    manuscript.occasion = Occasion { date: None, place: Some("Arvenna".to_owned()), with: None };
    manuscript.topics = vec!["Harbour".to_owned()];
    harness.order(manuscript.first(harness.newsroom.chance(), None)).unwrap();
    let all = harness.page("/en/messages/");
    assert!(
        all.contains(">Statements (4)<") && all.contains(">Speeches (1)<") && all.contains(">Arvenna (1)<"),
        "{all}"
    );
    let speeches = harness.page("/en/messages/?kind=speech");
    assert!(speeches.contains(">Statements (4)<") && speeches.contains("selected>Speeches (1)<"), "{speeches}");
    assert!(speeches.contains(">Arvenna (1)<"), "{speeches}");
    let statements = harness.page("/en/messages/?kind=statement");
    assert!(!statements.contains("Arvenna (1)") && !statements.contains("Harbour (1)"), "{statements}");
    let old = harness.page("/en/messages/?to=2019-12-31");
    assert!(old.contains(">Statements (1)<") && !old.contains("Speeches"), "{old}");
}

#[test]
fn pages_with_pictures_are_sound_in_every_language() {
    let harness = sample_site();
    for lang in ["en", "ar", "zh", "ru"] {
        for address in
            [format!("/{lang}/messages/"), format!("/{lang}/messages/2020/"), format!("/{lang}/speakers/ilse-maren")]
        {
            let answer = harness.get(&address);
            assert_eq!(answer.status(), 200, "{address}");
            let page = answer.page();
            assert!(!page.contains('⟦'), "a string is missing at {address}: {page}");
        }
    }
}
