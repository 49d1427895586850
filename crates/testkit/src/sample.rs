//! A small sample site of an invented mission.

use std::collections::BTreeMap;

use domain::{
    Banner, BannerLevel, CityClock, Command, Contact, Counter, CountingDirection, DayHours, Fixture, Identity, Kind,
    Lang, MessageId, Occasion, Office, Phone, PluralCategory, Sentence, Speaker, Texts, Topic, Weekday,
};

use crate::{Harness, time};

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a test names real languages")
}

fn texts(pairs: &[(&str, &str)]) -> Texts {
    Texts(pairs.iter().map(|(tag, text)| (lang(tag), (*text).to_owned())).collect())
}

/// The identity of the sample mission.
#[must_use]
pub fn sample_identity() -> Identity {
    Identity {
        name: texts(&[
            ("en", "Embassy of Aurelia"),
            ("ar", "سفارة أوريليا"),
            ("zh", "奥雷利亚大使馆"),
            ("ru", "Посольство Аурелии"),
        ]),
        tagline: Texts::default(),
        home_zone: "Europe/London".to_owned(),
        home_city: texts(&[("en", "Port Selby"), ("ar", "بورت سيلبي"), ("zh", "塞尔比港"), ("ru", "Порт-Селби")]),
        languages: ["en", "ar", "zh", "ru"].map(lang).to_vec(),
        default_kind: Kind::Statement,
        imprint: texts(&[("en", "Press Section, 14 Lantern Row, Port Selby")]),
    }
}

fn sentence(forms: &[(PluralCategory, &str)]) -> Sentence {
    let forms: BTreeMap<PluralCategory, String> =
        forms.iter().map(|(category, text)| (*category, (*text).to_owned())).collect();
    forms.try_into().expect("the sample's sentences are sound")
}

fn counter() -> Counter {
    use PluralCategory::{Few, Many, One, Other, Two, Zero};
    Counter {
        id: "sailings".to_owned(),
        start: "2018-03-04".parse().expect("a date"),
        direction: CountingDirection::Up,
        end: None,
        inclusive: false,
        link: Some("/en/about".to_owned()),
        sentence: BTreeMap::from([
            (
                lang("en"),
                sentence(&[
                    (One, "{days} day has passed since the sailings began"),
                    (Other, "{days} days have passed since the sailings began"),
                ]),
            ),
            (
                lang("ar"),
                sentence(&[
                    (Zero, "لم يمضِ سوى {days} يوم على بدء الرحلات"),
                    (One, "مضى يوم واحد ({days}) على بدء الرحلات"),
                    (Two, "مضى يومان ({days}) على بدء الرحلات"),
                    (Few, "مضت {days} أيام على بدء الرحلات"),
                    (Many, "مضى {days} يومًا على بدء الرحلات"),
                    (Other, "مضى {days} يوم على بدء الرحلات"),
                ]),
            ),
            (lang("zh"), sentence(&[(Other, "通航至今已{days}天")])),
            (
                lang("ru"),
                sentence(&[
                    (One, "Прошёл {days} день с открытия рейсов"),
                    (Few, "Прошло {days} дня с открытия рейсов"),
                    (Many, "Прошло {days} дней с открытия рейсов"),
                    (Other, "Прошло {days} дня с открытия рейсов"),
                ]),
            ),
        ]),
    }
}

fn fixtures() -> Vec<Fixture> {
    let week = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let at = |hour, minute| jiff::civil::time(hour, minute, 0, 0);
    vec![
        Fixture::Clocks {
            clocks: vec![
                CityClock {
                    city: texts(&[("en", "Arvenna"), ("ar", "أرفينا"), ("zh", "阿尔文纳"), ("ru", "Арвенна")]),
                    zone: "Europe/Moscow".to_owned(),
                },
                CityClock {
                    city: texts(&[
                        ("en", "Port Selby"),
                        ("ar", "بورت سيلبي"),
                        ("zh", "塞尔比港"),
                        ("ru", "Порт-Селби"),
                    ]),
                    zone: "Europe/London".to_owned(),
                },
            ],
        },
        Fixture::Contact(Contact {
            id: "consular".to_owned(),
            label: texts(&[
                ("en", "Consular queries"),
                ("ar", "الاستفسارات القنصلية"),
                ("zh", "领事咨询"),
                ("ru", "Консульские вопросы"),
            ]),
            phones: vec![Phone::try_from("+44 (0) 20 7946 0000".to_owned()).expect("a number")],
            email: Some("consular@embassy.example".to_owned()),
            address: Texts::default(),
            hours: vec![DayHours { days: week, from: at(9, 0), to: at(17, 0) }],
            holidays: vec!["2020-12-25".parse().expect("a date")],
            note: Texts::default(),
        }),
        Fixture::Counter(counter()),
        Fixture::Banner(Banner {
            id: "storm".to_owned(),
            text: texts(&[
                ("en", "The consular section is closed on Thursday."),
                ("ar", "القسم القنصلي مغلق يوم الخميس."),
                ("zh", "领事处周四不对外办公。"),
            ]),
            level: BannerLevel::Warning,
            starts: time("2020-09-20T00:00:00Z"),
            ends: Some(time("2020-09-24T00:00:00Z")),
            link: None,
        }),
        Fixture::Speaker(Speaker {
            slug: "ilse-maren".to_owned(),
            name: texts(&[("en", "Ilse Maren"), ("ar", "إلسه مارن"), ("zh", "伊尔莎·马伦"), ("ru", "Ильзе Марен")]),
            offices: vec![Office {
                title: texts(&[("en", "Ambassador"), ("ar", "السفيرة"), ("zh", "大使"), ("ru", "Посол")]),
                from: None,
                to: None,
            }],
            aliases: vec![],
        }),
        Fixture::Topic(Topic {
            slug: "harbour".to_owned(),
            name: texts(&[("en", "Harbour"), ("ar", "الميناء"), ("zh", "港口"), ("ru", "Порт")]),
        }),
    ]
}

/// The sample site at noon UTC on 22 September 2020: a press conference in four languages, a corrected statement, a
/// withdrawn and an erased one, one under embargo, a page with another below it.
///
/// # Panics
/// When a part of the sample is refused: a mistake in the sample.
#[must_use]
pub fn sample_site() -> Harness {
    let harness = Harness::at("2020-08-01T08:00:00Z");
    fixtures().into_iter().for_each(|part| harness.fixture(part));
    harness.release_page(
        "en",
        "about",
        Some(10),
        "About the mission",
        "The mission stands at the harbour.\n\n- Lantern Row 14\n- Open on weekdays",
    );
    harness.release_page("en", "about/history", None, "History", "It was opened in 1911.");
    harness.release_page("ar", "about", Some(10), "عن البعثة", "تقع البعثة عند الميناء.");
    harness.release_page("zh", "about", Some(10), "关于使馆", "使馆位于港口。");
    let id = |number: u8| MessageId::from_bits([number; 10]);

    harness.set("2020-08-14T15:30:00Z");
    harness.release(
        &id(1),
        "en",
        "Statement on the harbour fees",
        "The fees fall by 12 per cent.\n\nThey apply from October.",
        None,
    );
    harness.set("2020-08-15T09:00:00Z");
    harness
        .correct(
            &id(1),
            "en",
            "Statement on the harbour fees",
            "The fees fall by 10 per cent.\n\nThey apply from October.",
            "The figure was 12; it is 10.",
            None,
        )
        .expect("the correction is sound");
    harness.release(&id(2), "en", "Statement published in error", "This text was not agreed.", None);
    harness.release(&id(3), "en", "Appeal for a missing sailor", "A name that the law protects.", None);
    harness.set("2020-09-01T10:00:00Z");
    let withdraw =
        Command::WithdrawEdition { message: id(2), lang: lang("en"), reason: "It was published in error.".to_owned() };
    harness.order(withdraw).expect("the withdrawal is sound");
    let erase = Command::EraseEdition {
        message: id(3),
        lang: lang("en"),
        ground: "Order of the district court.".to_owned(),
        by_law: true,
    };
    harness.order(erase).expect("the erasure is sound");

    harness.set("2020-09-21T16:45:00Z");
    for (tag, title, place, text) in CONFERENCE {
        let mut manuscript = harness.manuscript(&id(4), tag, Kind::PressConference, title, text, "1");
        manuscript.occasion =
            Occasion { date: "2020-09-20".parse().ok(), place: Some((*place).to_owned()), with: None };
        manuscript.speakers = vec!["ilse-maren".to_owned()];
        manuscript.topics = vec!["harbour".to_owned()];
        harness.order(manuscript.first(harness.newsroom.chance(), None)).expect("the release is sound");
    }
    harness.release(
        &id(5),
        "en",
        "Statement under embargo",
        "Nobody may read this before noon tomorrow.",
        Some("2020-09-23T11:00:00Z"),
    );
    harness.set("2020-09-22T12:00:00Z");
    harness
}

/// Language, title, place and text of the sample press conference.
const CONFERENCE: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "Ambassador Ilse Maren’s answers on the harbour, Arvenna, September 20, 2020",
        "Arvenna",
        "Good afternoon.\n\nQuestion: When does the harbour open?\n\nIlse Maren: On Monday. The works are *done*.\n\nThe pilots begin at six.\n\nQuestion: And the ferry?\n\nIlse Maren: A week later.",
    ),
    (
        "ar",
        "إجابات السفيرة إلسه مارن بشأن الميناء، أرفينا، 20 سبتمبر 2020",
        "أرفينا",
        "طاب يومكم.\n\nسؤال: متى يُفتح الميناء؟\n\nجواب: يوم الاثنين. اكتملت الأعمال.",
    ),
    (
        "zh",
        "伊尔莎·马伦大使就港口问题答记者问，阿尔文纳，2020年9月20日",
        "阿尔文纳",
        "各位下午好。\n\n问：港口何时开放？\n\n答：星期一。工程已经完成。",
    ),
    (
        "ru",
        "Ответы Посла Ильзе Марен о порте, Арвенна, 20 сентября 2020 года",
        "Арвенна",
        "Добрый день.\n\nВопрос: Когда откроется порт?\n\nОтвет: В понедельник. Работы завершены.",
    ),
];
