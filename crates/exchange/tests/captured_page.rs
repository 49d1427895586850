//! The reader of captured front pages: what it proves, what it refuses to guess, and that it drops nothing.
//!
//! All samples are invented: the missions of Meridia, Norvale and others, which do not exist.

use exchange::captured_page::{CaptureError, CapturedPage, PAGE_BYTES_MAX, read_page, title_place_and_date};
use jiff::civil::{Date, date};
use jiff::tz::{TimeZone, TimeZoneDatabase};

const MERIDIA: &str = "\
4 May 2024
Tokyo: 05:40
Madrid: 22:40

Help for citizens:\u{a0} \u{a0}
+99 (0) 555 010 0199\u{a0}

1,160 days have passed since the fire at the mission - no report was ever handed over \u{a0} \u{a0} \u{a0} 1 day has passed since the flood in the archive


Remarks by the Minister after the talks with Norvale, Port Meridian, April 30, 2024

Ladies and gentlemen,

The bridge will be built
by both sides.


02.05.2024 - Interview with Radio Coast, Oslo, May 1, 2024

Question: Will the bridge be built?

Answer: It will.

30.04.2024 \u{2013} Statement on the flood

The archive is dry again.

all messages";

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect("a zone of the bundled database")
}

fn read(text: &str, home: &str) -> CapturedPage {
    read_page(text, &zone(home)).expect("a captured front page")
}

fn instant(page: &CapturedPage) -> Option<String> {
    page.instant.map(|at| at.to_string())
}

#[test]
fn a_page_gives_its_instant_clocks_contact_and_counters() {
    let page = read(MERIDIA, "Europe/Madrid");
    assert_eq!(page.date, Some(date(2024, 5, 4)));
    assert_eq!(instant(&page).as_deref(), Some("2024-05-04T20:40:00Z"));
    let clocks: Vec<_> = page
        .clocks
        .iter()
        .map(|clock| (clock.city.as_str(), clock.zone.as_deref(), clock.hour, clock.minute, clock.line))
        .collect();
    assert_eq!(clocks, [("Tokyo", Some("Asia/Tokyo"), 5, 40, 2), ("Madrid", Some("Europe/Madrid"), 22, 40, 3),]);
    let contact = &page.contacts[0];
    assert_eq!(
        (contact.label.as_str(), contact.phone.as_str(), contact.line),
        ("Help for citizens", "+99 (0) 555 010 0199", 6)
    );
    let counters: Vec<_> = page
        .counters
        .iter()
        .map(|counter| (counter.days, counter.start, counter.after.as_str(), counter.line))
        .collect();
    assert_eq!(
        counters,
        [
            (
                1160,
                date(2021, 3, 1),
                " days have passed since the fire at the mission - no report was ever handed over",
                8
            ),
            (1, date(2024, 5, 3), " day has passed since the flood in the archive", 8),
        ]
    );
    assert!(page.unplaced.is_empty(), "{:?}", page.unplaced);
    assert!(page.uncertain.is_empty(), "{:?}", page.uncertain);
}

#[test]
fn the_lead_is_whole_and_the_list_holds_teasers_in_page_order() {
    let page = read(MERIDIA, "Europe/Madrid");
    let lead = page.lead.expect("a lead message");
    assert!(lead.whole);
    assert_eq!(lead.paragraphs, ["Ladies and gentlemen,", "The bridge will be built by both sides."]);
    assert_eq!(lead.title_place.as_deref(), Some("Port Meridian"));
    assert_eq!((lead.title_date, lead.date, lead.line), (Some(date(2024, 4, 30)), None, 11));
    let [first, second] = page.entries.as_slice() else { panic!("two entries: {:?}", page.entries) };
    assert_eq!(first.title, "Interview with Radio Coast, Oslo, May 1, 2024");
    assert_eq!(first.paragraphs, ["Question: Will the bridge be built?", "Answer: It will."]);
    assert_eq!((first.date, second.date), (Some(date(2024, 5, 2)), Some(date(2024, 4, 30))));
    assert_eq!((second.title.as_str(), second.title_date), ("Statement on the flood", None));
    assert!(!first.whole && !second.whole);
    assert_eq!(page.all_messages.as_deref(), Some("all messages"));
}

#[test]
fn line_ends_marks_and_form_feeds_change_nothing() {
    let expected = read(MERIDIA, "Europe/Madrid");
    for text in [
        format!("\u{feff}{}", MERIDIA.replace('\n', "\r\n")),
        MERIDIA.replace('\n', "\r"),
        MERIDIA.replace("\n\n", "\n\u{c}\n"),
        MERIDIA.replace("\n\n", "\u{a0}\n\t \n"),
        MERIDIA.replace('\n', "\u{200b}\n\u{a0}"),
    ] {
        assert_eq!(read(&text, "Europe/Madrid"), expected, "{text:?}");
    }
}

#[test]
fn pages_of_other_languages_are_read_alike() {
    let pages = [
        (
            "суббота, 4 мая 2024 г.\nТокио: 05:40 Мадрид: 22:40\nДля граждан: +99 555 010 0199\n\
             Прошло 1160 дней с пожара\nЗаявление\n\n02.05.2024 — Интервью\nТекст\nВсе сообщения",
            "Заявление",
        ),
        (
            "samedi 4 mai 2024\nTokyo: 05:40 | Madrid: 22:40\nPour les citoyens :\n+99 555 010 0199\n\
             1 160 jours se sont écoulés depuis l’incendie\nDéclaration\n\n02/05/2024 - Entretien\nTexte\nTous les messages",
            "Déclaration",
        ),
        (
            "4 de mayo de 2024\nTokio: 5:40 AM; Madrid: 10:40 PM\nPara ciudadanos:\n+99 555 010 0199\n\
             Han pasado 1.160 días desde el incendio\nDeclaración\n\n2024-05-02 - Entrevista\nTexto\nTodos los mensajes",
            "Declaración",
        ),
        (
            "السبت ٤ مايو ٢٠٢٤\nطوكيو: ٠٥:٤٠\nمدريد: ٢٢:٤٠\nللمواطنين:\n+٩٩ ٥٥٥ ٠١٠ ٠١٩٩\n\
             مرّ ١١٦٠ يومًا على الحريق\nبيان\n\n٠٢.٠٥.٢٠٢٤ - مقابلة\nنص\nجميع الرسائل",
            "بيان",
        ),
        (
            "2024年5月4日 星期六\n东京：05:40\n马德里：22:40\n公民热线：\n+99 555 010 0199\n\
             火灾已过去1160天\n声明\n\n2024-05-02 - 采访\n内容\n所有消息",
            "声明",
        ),
    ];
    for (text, title) in pages {
        let page = read(text, "Europe/Madrid");
        assert_eq!(instant(&page).as_deref(), Some("2024-05-04T20:40:00Z"), "{text}");
        assert_eq!(page.counters.iter().map(|c| c.start).collect::<Vec<_>>(), [date(2021, 3, 1)], "{text}");
        assert_eq!(page.contacts.len(), 1, "{text}");
        assert_eq!(page.lead.map(|lead| lead.title).as_deref(), Some(title), "{text}");
        assert_eq!(page.entries[0].date, Some(date(2024, 5, 2)), "{text}");
        assert!(page.all_messages.is_some() && page.unplaced.is_empty(), "{text} {:?}", page.unplaced);
        assert!(page.uncertain.is_empty(), "{text} {:?}", page.uncertain);
    }
}

#[test]
fn a_clock_that_disagrees_is_named_with_its_difference() {
    let page = read(&MERIDIA.replace("05:40", "05:10"), "Europe/Madrid");
    assert_eq!(instant(&page).as_deref(), Some("2024-05-04T20:40:00Z"));
    assert_eq!(page.uncertain, ["The clock of Tokyo (line 2) shows 05:10 where 05:40 was due: 30 minutes behind"]);
}

#[test]
fn an_unknown_city_has_no_zone_and_is_not_guessed() {
    let page = read(&MERIDIA.replace("Madrid:", "Port Meridian:"), "Europe/Madrid");
    assert_eq!(page.clocks[1].zone, None);
    // Tokyo alone still gives the instant, with the date of the home zone.
    assert_eq!(instant(&page).as_deref(), Some("2024-05-04T20:40:00Z"));
    assert_eq!(page.uncertain.len(), 1);
    let page = read("4 May 2024\nPort Meridian: 22:40\n02.05.2024 - Title", "Europe/Madrid");
    assert_eq!((page.instant, page.uncertain.len()), (None, 2));
}

#[test]
fn an_hour_that_comes_twice_gives_the_earlier_instant_and_says_so() {
    let page = read("27 October 2024\nMadrid: 02:30\n26.10.2024 - Title", "Europe/Madrid");
    assert_eq!(instant(&page).as_deref(), Some("2024-10-27T00:30:00Z"));
    assert_eq!(page.uncertain.len(), 1);
}

#[test]
fn impossible_dates_and_times_are_unplaced_with_their_reason() {
    let text = "30 February 2024\nOslo: 25:00\nHelp: +99 555 0100\n12 days since the fire\n\n\
                31.04.2024 - No such day\n\nIts teaser\n30.04.2024 - A title\nA teaser";
    let page = read(text, "Europe/Madrid");
    let lines: Vec<_> = page.unplaced.iter().map(|line| line.line).collect();
    assert_eq!(lines, [1, 2, 4, 6, 8]);
    assert!(page.unplaced[0].reason.contains("30.02.2024"), "{:?}", page.unplaced[0]);
    assert!(page.unplaced[4].reason.contains("line 6"), "{:?}", page.unplaced[4]);
    assert_eq!((page.date, page.counters.len(), page.entries.len()), (None, 0, 1));
}

#[test]
fn unknown_lines_in_the_head_and_below_the_list_are_unplaced() {
    let text = MERIDIA.replace("Help for", "Menu\nHelp for") + "\nPrivacy\nPress desk: +99 555 0101\nall messages";
    let page = read(&text, "Europe/Madrid");
    let texts: Vec<_> = page.unplaced.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["Menu", "Privacy", "all messages"]);
    assert_eq!(page.contacts.len(), 2);
}

#[test]
fn what_looks_like_an_item_inside_the_lead_stays_its_text() {
    let body = "The bridge is a matter for both sides. ".repeat(6);
    let text = format!(
        "4 May 2024\nMadrid: 22:40\n\nTitle of the lead\n\n{body}\n\n12 days have passed since the fire\n\n02.05.2024 - Title"
    );
    let page = read(&text, "Europe/Madrid");
    let lead = page.lead.expect("a lead message");
    assert_eq!((lead.title.as_str(), lead.paragraphs.len()), ("Title of the lead", 2));
    assert!(page.counters.is_empty());
    assert_eq!(page.uncertain.len(), 1);
}

#[test]
fn a_wrong_weekday_and_an_entry_of_the_future_are_doubted() {
    let page = read("Monday, 4 May 2024\nMadrid: 22:40\n05.05.2024 - Title", "Europe/Madrid");
    assert_eq!(page.date, Some(date(2024, 5, 4)));
    assert_eq!(page.uncertain.len(), 2, "{:?}", page.uncertain);
}

#[test]
fn a_text_record_of_a_web_archive_is_read_and_its_time_compared() {
    let record = |body: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2024-05-04T20:47:10Z\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
    };
    let page = read(&record(MERIDIA), "Europe/Madrid");
    assert_eq!(instant(&page).as_deref(), Some("2024-05-04T20:40:00Z"));
    assert_eq!((page.uncertain.len(), page.clocks[0].line), (1, 7));
    let bare = read(&record("12 days since the fire\n\n02.05.2024 - Title"), "Europe/Madrid");
    assert_eq!(instant(&bare).as_deref(), Some("2024-05-04T20:47:10Z"));
    assert_eq!(bare.counters[0].start, date(2024, 4, 22));
    let wrong = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n";
    assert_eq!(read_page(wrong, &zone("Europe/Madrid")), Err(CaptureError::NoTextRecord));
}

#[test]
fn what_is_no_front_page_is_refused_with_what_was_looked_for() {
    let home = zone("Europe/Madrid");
    for text in ["", "Hello\n\nworld", "Madrid: 22:40\n+99 555 0100"] {
        assert_eq!(read_page(text, &home), Err(CaptureError::NotAFrontPage));
    }
    assert!(CaptureError::NotAFrontPage.to_string().contains("03.05.2021 - title"));
    let large = " ".repeat(PAGE_BYTES_MAX + 1);
    assert_eq!(read_page(&large, &home), Err(CaptureError::TooLarge { bytes: PAGE_BYTES_MAX + 1 }));
}

#[test]
fn titles_suggest_place_and_date_together_or_nothing() {
    let found = |title: &str| title_place_and_date(title);
    assert_eq!(found("Remarks, Port Meridian, June 19, 2024"), Some(("Port Meridian".to_owned(), date(2024, 6, 19))));
    assert_eq!(found("On the programme Evening Oslo, 19 June 2024"), Some(("Oslo".to_owned(), date(2024, 6, 19))));
    assert_eq!(found("Statement of 19 June 2024"), None);
}

/// The real page lies next to the project on some machines; its sentences stay there.
#[test]
fn the_real_page_is_read_where_it_is_present() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/capture/page.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        return;
    };
    let page = read(&text, "Europe/London");
    assert_eq!(instant(&page).as_deref(), Some("2020-09-22T21:12:00Z"));
    let zones: Vec<_> = page.clocks.iter().filter_map(|clock| clock.zone.as_deref()).collect();
    assert_eq!(zones, ["Europe/Moscow", "Europe/London"]);
    let digits: String = page.contacts[0].phone.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits, "4402036687474");
    let starts: Vec<Date> = page.counters.iter().map(|counter| counter.start).collect();
    assert_eq!(starts, [date(2018, 3, 4), date(2018, 3, 12)]);
    let days: Vec<_> = page.entries.iter().filter_map(|entry| entry.date).map(Date::day).collect();
    assert_eq!(days, [22, 18, 15, 14, 12, 11, 10, 10, 9, 8]);
    assert!(page.entries.iter().all(|entry| !entry.whole && entry.paragraphs.len() == 1));
    assert_eq!(page.lead.map(|lead| (lead.paragraphs.len(), lead.whole)), Some((15, true)));
    assert!(page.all_messages.is_some() && page.unplaced.is_empty());
}
