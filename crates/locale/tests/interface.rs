//! The six languages that are built in: complete, of one shape, and right in their formats.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::Entry;
use fluent_syntax::parser::parse;
use jiff::civil::{Date, Weekday, date};
use locale::{Direction, Lang, Locales, PluralCategory};

const FILES: [(&str, &str); 6] = [
    ("ar", include_str!("../../../themes/default/strings/ar.ftl")),
    ("en", include_str!("../../../themes/default/strings/en.ftl")),
    ("es", include_str!("../../../themes/default/strings/es.ftl")),
    ("fr", include_str!("../../../themes/default/strings/fr.ftl")),
    ("ru", include_str!("../../../themes/default/strings/ru.ftl")),
    ("zh", include_str!("../../../themes/default/strings/zh.ftl")),
];

const DAY: Date = date(2020, 9, 22);

fn locales() -> Locales {
    Locales::new(FILES.map(|(lang, text)| (lang.to_owned(), text.to_owned())))
        .expect("the built-in strings load")
        .strict(true)
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a tag of this test")
}

/// The keys of a file, each with the names of its variables.
fn shape(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parse(text).expect("the built-in strings parse");
    let mut shape = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let written = format!("{:?}", message.value);
            let variables = written.split("VariableReference { id: Identifier { name: \"").skip(1);
            let names = variables.map(|rest| rest.chars().take_while(|c| *c != '"').collect()).collect();
            shape.insert(message.id.name.to_owned(), names);
        }
    }
    shape
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = shape(FILES[1].1);
    assert!(english.len() > 150, "only {} messages were read", english.len());
    for (tag, text) in FILES {
        assert_eq!(shape(text), english, "{tag}");
        assert_eq!(locales().missing(&lang(tag)), Vec::<String>::new(), "{tag}");
    }
}

#[test]
fn every_message_formats_whole_in_every_language() {
    let locales = locales();
    for (tag, text) in FILES {
        for (key, variables) in shape(text) {
            for count in [0, 1, 2, 3, 11, 100, 1_000_000] {
                let args: Vec<_> = variables
                    .iter()
                    .map(|name| (name.as_str(), if name == "count" { count.into() } else { "x".into() }))
                    .collect();
                let text = locales.text(&lang(tag), &key, &args);
                assert!(!text.contains(['⟦', '{']) && !text.is_empty(), "{tag} {key}: {text}");
            }
        }
    }
}

#[test]
fn counted_messages_take_the_form_of_their_number() {
    let locales = locales();
    let count = |tag: &str, n: i64| locales.text(&lang(tag), "archive-count", &[("count", n.into())]);
    assert_eq!(count("en", 0), "No messages");
    assert_eq!(count("en", 1), "1 message");
    assert_eq!(count("en", 12_345), "12,345 messages");
    assert_eq!(count("ru", 933), "933 сообщения");
    assert_eq!(count("ru", 931), "931 сообщение");
    assert_eq!(count("ru", 935), "935 сообщений");
    assert_eq!(count("ru", 911), "911 сообщений");
    assert_eq!(count("ru", 12_345), "12\u{a0}345 сообщений");
    assert_eq!(count("ar", 0), "لا توجد رسائل");
    assert_eq!(count("ar", 1), "رسالة واحدة");
    assert_eq!(count("ar", 2), "رسالتان");
    assert_eq!(count("ar", 3), "3 رسائل");
    assert_eq!(count("ar", 933), "933 رسالة");
    assert_eq!(count("fr", 1_000_000), "1\u{202f}000\u{202f}000 de messages");
    assert_eq!(count("es", 1_000_000), "1.000.000 de mensajes");
    assert_eq!(count("zh", 12_345), "12,345 条消息");
}

#[test]
fn a_date_is_written_in_full() {
    let locales = locales();
    for (tag, long, weekday, month) in [
        ("en", "22 September 2020", "Tuesday 22 September 2020", "September 2020"),
        ("ru", "22 сентября 2020\u{202f}г.", "вторник, 22 сентября 2020\u{202f}г.", "сентябрь 2020\u{202f}г."),
        ("fr", "22 septembre 2020", "mardi 22 septembre 2020", "septembre 2020"),
        ("es", "22 de septiembre de 2020", "martes, 22 de septiembre de 2020", "septiembre de 2020"),
        ("zh", "2020年9月22日", "2020年9月22日星期二", "2020年9月"),
        ("ar", "22 سبتمبر 2020", "الثلاثاء، 22 سبتمبر 2020", "سبتمبر 2020"),
    ] {
        assert_eq!(locales.date_long(&lang(tag), DAY), long);
        assert_eq!(locales.date_weekday(&lang(tag), DAY), weekday);
        assert_eq!(locales.month_year(&lang(tag), 2020, 9), month);
    }
    assert_eq!(locales.date_long(&lang("fr"), date(2021, 1, 1)), "1er janvier 2021");
    assert_eq!(locales.date_weekday(&lang("fr"), date(2021, 1, 1)), "vendredi 1er janvier 2021");
    assert_eq!(locales.date_long(&lang("fr"), date(2021, 1, 11)), "11 janvier 2021");
}

#[test]
fn every_calendar_is_gregorian() {
    let locales = locales();
    assert!(locales.date_long(&lang("th"), DAY).contains("2020"), "{}", locales.date_long(&lang("th"), DAY));
    assert!(locales.date_long(&lang("fa"), DAY).contains("۲۰۲۰"), "{}", locales.date_long(&lang("fa"), DAY));
    assert!(locales.date_long(&lang("ar-EG"), DAY).contains("2020"));
}

#[test]
fn a_date_of_a_list_follows_the_language() {
    let locales = locales();
    for (tag, ledger) in [
        ("en", "22.09.2020"),
        ("ru", "22.09.2020"),
        ("fr", "22/09/2020"),
        ("es", "22/09/2020"),
        ("zh", "2020-09-22"),
        ("ar", "22/09/2020"),
    ] {
        assert_eq!(locales.date_ledger(&lang(tag), DAY), ledger);
    }
    assert_eq!(locales.date_ledger(&lang("en"), date(987, 1, 2)), "02.01.0987");
}

#[test]
fn months_weekdays_and_times_stand_alone() {
    let locales = locales();
    let (en, ru, ar) = (lang("en"), lang("ru"), lang("ar"));
    assert_eq!(locales.month_name(&en, 9), "September");
    assert_eq!(locales.month_name(&ru, 9), "сентябрь");
    assert_eq!(locales.month_short(&en, 9), "Sept");
    assert_eq!(locales.month_name(&en, 13), "13");
    assert_eq!(locales.month_year(&en, 2020, 0), "2020-00");
    assert_eq!(locales.weekday(&en, Weekday::Monday), "Monday");
    assert_eq!(locales.weekday(&en, Weekday::Sunday), "Sunday");
    assert_eq!(locales.weekday(&ru, Weekday::Tuesday), "вторник");
    assert_eq!(locales.time(&ar, 22, 12), "22:12");
    assert_eq!(locales.time(&en, 0, 5), "00:05");
}

#[test]
fn numbers_and_lists_follow_the_language() {
    let locales = locales();
    let list = |tag: &str, items: &[&str]| {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        locales.list(&lang(tag), &items)
    };
    assert_eq!(locales.number(&lang("en"), 1_234_567), "1,234,567");
    assert_eq!(locales.number(&lang("de"), -1_234_567), "-1.234.567");
    assert_eq!(locales.number(&lang("es"), 1234), "1234");
    assert_eq!(locales.number(&lang("ar"), 933), "933");
    assert_eq!(list("en", &["a", "b", "c"]), "a, b and c");
    assert_eq!(list("ru", &["а", "б"]), "а и б");
    assert_eq!(list("zh", &["甲", "乙", "丙"]), "甲、乙和丙");
    assert_eq!(list("en", &["a"]), "a");
    assert_eq!(list("en", &[]), "");
}

#[test]
fn direction_and_own_name_are_those_of_the_language() {
    let locales = locales();
    for (tag, direction, name) in [
        ("en", Direction::Ltr, "English"),
        ("ar", Direction::Rtl, "العربية"),
        ("ar-EG", Direction::Rtl, "العربية (EG)"),
        ("fa", Direction::Rtl, "فارسی"),
        ("he", Direction::Rtl, "עברית"),
        ("az-Arab", Direction::Rtl, "Azərbaycan (Arab)"),
        ("ru", Direction::Ltr, "Русский"),
        ("zh", Direction::Ltr, "中文"),
        ("zh-Hant", Direction::Ltr, "繁體中文"),
        ("ca", Direction::Ltr, "Català"),
        ("tlh", Direction::Ltr, "tlh"),
    ] {
        assert_eq!(locales.direction(&lang(tag)), direction, "{tag}");
        assert_eq!(locales.own_name(&lang(tag)), name, "{tag}");
    }
}

#[test]
fn the_plural_of_a_number_is_that_of_cldr() {
    let locales = locales();
    let plural = |tag: &str, n: i64| locales.plural(&lang(tag), n);
    assert_eq!(plural("ru", 933), PluralCategory::Few);
    assert_eq!(plural("ru", 931), PluralCategory::One);
    assert_eq!(plural("ru", 935), PluralCategory::Many);
    for (n, category) in [
        (0, PluralCategory::Zero),
        (1, PluralCategory::One),
        (2, PluralCategory::Two),
        (3, PluralCategory::Few),
        (110, PluralCategory::Few),
        (11, PluralCategory::Many),
        (933, PluralCategory::Many),
        (100, PluralCategory::Other),
        (102, PluralCategory::Other),
    ] {
        assert_eq!(plural("ar", n), category, "{n}");
    }
    assert_eq!(plural("en", -1), PluralCategory::One);
    assert_eq!(plural("zh", 1), PluralCategory::Other);
    assert_eq!(PluralCategory::Few.as_str(), "few");
}

#[test]
fn a_week_begins_where_the_readers_calendars_begin_it() {
    let locales = locales();
    for (tag, day) in [
        ("en", Weekday::Monday),
        ("en-US", Weekday::Sunday),
        ("fr", Weekday::Monday),
        ("ru", Weekday::Monday),
        ("ar", Weekday::Saturday),
        ("pt-BR", Weekday::Sunday),
        ("xx", Weekday::Monday),
    ] {
        assert_eq!(locales.first_weekday(&lang(tag)), day, "{tag}");
    }
}

#[test]
fn names_stand_in_the_order_of_the_languages_dictionaries() {
    let locales = locales();
    for (tag, names) in [
        ("en", ["Ábel Novák", "Anna Velmar", "émile Zorn", "Ilse Maren"]),
        ("ru", ["Анна Вельмар", "Егор Новак", "Ёлка Зорина", "Ильзе Марен"]),
        ("ar", ["آنا فيلمار", "بشير نوفاك", "مارن", "يوسف زورن"]),
        ("zh", ["安娜·维尔马", "陈诺", "马伦", "王珂"]),
        ("es", ["Nadia Zorn", "Nube Maren", "Ñandú Velmar", "Olga Novák"]),
    ] {
        let mut sorted = names;
        sorted.reverse();
        locales.sort_by_name(&lang(tag), &mut sorted, |name| name);
        assert_eq!(sorted, names, "{tag}");
    }
}
