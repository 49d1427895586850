//! Fallback, overriding, errors and plural selection, with strings of our own.

use std::sync::Arc;

use jiff::civil::date;
use locale::{Arg, Lang, LocaleError, Locales};

fn load(files: &[(&str, &str)]) -> Result<Locales, LocaleError> {
    Locales::new(files.iter().map(|(lang, text)| ((*lang).to_owned(), (*text).to_owned())))
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a tag of this test")
}

const SMALL: &[(&str, &str)] = &[
    ("en", "a = A\nb = B\nc = C\nhello = Hello, { $name }!\ncolour = colour\n"),
    ("zh", "a = 甲\nb = 乙\n"),
    ("zh-Hant", "a = 甲繁\n"),
    ("en-US", "colour = color\n"),
];

#[test]
fn a_text_falls_back_within_its_language_and_then_to_english() {
    let locales = load(SMALL).unwrap();
    for (tag, key, text) in [
        ("zh-Hant", "a", "甲繁"),
        ("zh-Hant", "b", "乙"),
        ("zh-Hant", "c", "C"),
        ("zh-TW", "a", "甲繁"),
        ("zh-CN", "a", "甲"),
        ("zh", "a", "甲"),
        ("en-US", "colour", "color"),
        ("en-US", "a", "A"),
        ("en-GB", "colour", "colour"),
        ("ka", "a", "A"),
    ] {
        assert_eq!(locales.text(&lang(tag), key, &[]), text, "{tag} {key}");
    }
}

#[test]
fn what_is_missing_is_polite_in_life_and_visible_in_tests() {
    let zh = lang("zh");
    let life = load(SMALL).unwrap();
    assert_eq!(life.text(&zh, "no-such-key", &[]), "no such key");
    assert_eq!(life.text(&zh, "c", &[]), "C");
    let strict = load(SMALL).unwrap().strict(true);
    assert_eq!(strict.text(&zh, "no-such-key", &[]), "⟦no-such-key⟧");
    assert_eq!(strict.text(&zh, "c", &[]), "⟦zh:c⟧");
    assert_eq!(strict.text(&lang("zh-Hant"), "b", &[]), "乙");
    assert_eq!(strict.text(&lang("en"), "hello", &[]), "⟦en:hello:Hello, {$name}!⟧");
    assert_eq!(strict.missing(&zh), ["c", "colour", "hello"]);
    assert_eq!(strict.missing(&lang("ka")), ["a", "b", "c", "colour", "hello"]);
    assert!(strict.missing(&lang("en")).is_empty());
}

#[test]
fn values_are_isolated_only_where_asked() {
    let locales = load(SMALL).unwrap();
    let args = [("name", Arg::from("سلمى"))];
    assert_eq!(locales.text(&lang("en"), "hello", &args), "Hello, سلمى!");
    assert_eq!(locales.text_isolated(&lang("en"), "hello", &args), "Hello, \u{2068}سلمى\u{2069}!");
}

#[test]
fn a_later_file_overrides_message_by_message() {
    let mut files = SMALL.to_vec();
    files.push(("en", "b = Bee\nown = Our own, { $thing }\n"));
    let locales = load(&files).unwrap();
    assert_eq!(locales.text(&lang("en"), "a", &[]), "A");
    assert_eq!(locales.text(&lang("en"), "b", &[]), "Bee");
    assert_eq!(locales.text(&lang("en"), "own", &[("thing", "x".into())]), "Our own, x");
}

#[test]
fn a_file_with_a_mistake_is_named_with_its_line() {
    let message = |files: &[(&str, &str)]| load(files).err().unwrap().to_string();
    let with = |tag: &'static str, text: &'static str| {
        let mut files = SMALL.to_vec();
        files.push((tag, text));
        message(&files)
    };
    assert!(with("ru", "a = А\nb\nc = В\n").starts_with("ru.ftl, line 2: "), "{}", with("ru", "a = А\nb\nc = В\n"));
    assert_eq!(
        with("ru", "a = А\nb = Б\n\na = А\n"),
        "ru.ftl, line 4: the key a stands twice in this file; keep one of them"
    );
    assert_eq!(
        with("en", "b = B\nhello = Hello, { $nme }!\n"),
        "en.ftl (override 1), line 2: the message hello uses $nme, which is not passed to it; it has $name"
    );
    assert_eq!(
        message(&[("english!", "a = A\n")]),
        "english!.ftl is not named after a language: “english!” is not a language tag: a form like en, zh-Hant or pt-BR \
         is wanted; name it like en.ftl or zh-Hant.ftl"
    );
}

#[test]
fn a_language_without_strings_and_data_still_works() {
    let locales = load(&[]).unwrap();
    let klingon = lang("tlh");
    assert_eq!(locales.date_long(&klingon, date(2020, 9, 22)), "22 September 2020");
    assert_eq!(locales.text(&klingon, "read-on", &[]), "read on");
    assert_eq!(locales.number(&klingon, 933), "933");
    assert_eq!(locales.own_name(&klingon), "tlh");
    assert_eq!(locales.negotiate(Some("ru"), &[]).as_str(), "en");
}

#[test]
fn messages_choose_plural_forms_as_cldr_says() {
    let text = "k = { $n ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    let tags =
        ["ar", "be", "lt", "ro", "br", "mt", "lv", "he", "ru", "uk", "pl", "en", "fr", "cy", "sr-Latn", "pt", "pt-PT"];
    let locales = Locales::new(tags.map(|tag| (tag.to_owned(), text.to_owned()))).unwrap();
    for tag in tags {
        let lang = lang(tag);
        for n in (0..=1200).chain([1_000_000, 1_000_001]) {
            let chosen = locales.text(&lang, "k", &[("n", n.into())]);
            assert_eq!(chosen, locales.plural(&lang, n).as_str(), "{tag} {n}");
        }
    }
    let arabic = |n: i64| locales.text(&lang("ar"), "k", &[("n", n.into())]);
    assert_eq!([0, 1, 2, 105, 933, 100].map(arabic), ["zero", "one", "two", "few", "many", "other"]);
}

#[test]
fn threads_share_one_set_of_locales() {
    fn shared<T: Send + Sync>(it: T) -> Arc<T> {
        Arc::new(it)
    }
    let locales = shared(load(SMALL).unwrap());
    std::thread::scope(|scope| {
        for tag in ["en", "zh", "ka", "th", "zh-TW"] {
            let locales = Arc::clone(&locales);
            scope.spawn(move || locales.date_long(&lang(tag), date(2020, 9, 22)));
        }
    });
}
