//! Each check alarms where it must and is silent where it must, in several scripts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use document::{Block, Body, Document, Mint, Node, ParseOptions, from_markdown};
use domain::{Kind, Lang, Occasion, Office, Speaker, Texts};
use jiff::civil::{Date, date};
use newsroom::checks::{Checked, Finding, Known, Severity, check};

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn texts(all: &[(&str, &str)]) -> Texts {
    Texts(all.iter().map(|(tag, text)| (lang(tag), (*text).to_owned())).collect())
}

fn speakers() -> Vec<Speaker> {
    let office = |all: &[(&str, &str)]| Office { title: texts(all), from: None, to: None };
    vec![
        Speaker {
            slug: "ilse-maren".to_owned(),
            name: texts(&[("en", "Ilse Maren"), ("ru", "Ильзе Марен"), ("zh", "伊尔泽·马伦")]),
            offices: vec![office(&[
                ("en", "Foreign Minister"),
                ("ru", "Министр иностранных дел"),
                ("fr", "Ministre des Affaires étrangères"),
                ("ar", "وزير الخارجية السابق"),
            ])],
            aliases: vec![],
        },
        Speaker {
            slug: "tomas-elby".to_owned(),
            name: texts(&[("en", "Tomas Elby")]),
            offices: vec![office(&[("en", "Press Officer")])],
            aliases: vec!["Tom Elby".to_owned()],
        },
    ]
}

fn document(text: &str) -> Document {
    from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"checks")).document
}

/// What a test says about its text; the rest is ordinary.
struct Case<'a> {
    title: &'a str,
    kind: Kind,
    lang: &'a str,
    occasion: Option<Date>,
    document: Document,
    release: Option<Date>,
    source: Option<Document>,
}

fn case<'a>(lang: &'a str, text: &str) -> Case<'a> {
    Case {
        title: "A title",
        kind: Kind::Remarks,
        lang,
        occasion: None,
        document: document(text),
        release: None,
        source: None,
    }
}

impl Case<'_> {
    fn findings(&self) -> Vec<Finding> {
        let (lang, speakers) = (lang(self.lang), speakers());
        let occasion = Occasion { date: self.occasion, ..Occasion::default() };
        let checked = Checked {
            title: self.title,
            kind: self.kind,
            lang: &lang,
            teaser: None,
            occasion: &occasion,
            speakers: &[],
            document: &self.document,
            release: self.release,
            source: self.source.as_ref(),
        };
        let addresses = |path: &str| path == "/en/visa/";
        let places = ["Port Selby".to_owned(), "Baden Baden".to_owned()];
        check(&checked, &Known { speakers: &speakers, places: &places, topics: &[], addresses: &addresses })
    }

    fn codes(&self) -> Vec<&'static str> {
        self.findings().iter().map(|finding| finding.code).collect()
    }
}

/// Texts with the codes that they must give, all of them and no other.
fn table(rows: &[(&str, &str, &[&str])]) {
    for (lang, text, codes) in rows {
        let found = case(lang, text).findings();
        let given: Vec<_> = found.iter().map(|finding| finding.code).collect();
        assert_eq!(given, *codes, "{text}: {found:?}");
    }
}

#[test]
fn an_ordinary_text_gives_nothing() {
    table(&[
        ("en", "Question: Will it open?\n\nForeign Minister: Yes. The “talks” (as they were) ended.", &[]),
        ("ru", "Вопрос: Когда?\n\nМинистр иностранных дел: Скоро, «как договорились».", &[]),
        ("ar", "التقى وزير الخارجية السابق نظيره يوم الثلاثاء، ٢٢ سبتمبر ٢٠٢٠.", &[]),
        ("zh", "问：何时开放？\n\n答：很快。“我们”同意（已经谈好）。", &[]),
    ]);
}

#[test]
fn an_office_or_name_one_letter_off_is_seen_and_its_forms_are_not() {
    let misspelt: &[&str] = &["name-misspelt"];
    table(&[
        ("en", "The Foreign Minster said so.", misspelt),
        ("en", "The foreign minsiter said so.", misspelt),
        ("en", "Foriegn Minister Ilse Maren said so.", misspelt),
        ("en", "We met Ilse Marem there.", misspelt),
        ("en", "Foreign Minister Marem said so.", misspelt),
        ("en", "The Foreign Minister's words; both Foreign Ministers; the press office; a foreign ministry.", &[]),
        ("en", "In foreign. Minster is a town.", &[]),
        ("en", "Ilse Maren’s words and Tom Elby’s too.", &[]),
        ("ru", "Минстр иностранных дел сказал.", misspelt),
        ("ru", "Слова министра иностраных дел.", misspelt),
        ("ru", "Слова министра иностранных дел, министром иностранных дел, с Ильзой Марен.", &[]),
        ("fr", "La ministre des Affaires étrangéres a parlé.", misspelt),
        ("fr", "L’ex-Ministre des Affaires étrangères, les ministres des affaires étrangères.", &[]),
        ("ar", "قال وزير الخارجيية السابق", misspelt),
        ("ar", "قال ووزير الخارجية السابق", &[]),
    ]);
    let titled = Case { title: "Statement by the Foreign Minster", ..case("en", "Words.") };
    let found = titled.findings();
    assert_eq!(
        found[0].message,
        "In the title, “Foreign Minster” is one letter off “Foreign Minister”; correct “Minster” if it is meant."
    );
    assert_eq!(found[0].suggestion.as_deref(), Some("Foreign Minister"));
}

#[test]
fn weekdays_must_fit_their_dates() {
    let wrong: &[&str] = &["weekday-wrong"];
    table(&[
        ("en", "They met on Tuesday, 23 September 2020.", wrong),
        ("en", "They met on Wednesday, 23 September 2020, and on Sept. 24, 2020.", &[]),
        ("ru", "Встреча пройдёт во вторник, 23 сентября 2020 года.", wrong),
        ("ru", "Встреча пройдёт в среду, 23 сентября 2020 года.", &[]),
        ("fr", "Le mardi 23 septembre 2020, ils ont parlé.", wrong),
        ("fr", "Le mercredi 23 septembre 2020, ils ont parlé.", &[]),
        ("es", "El martes 23 de septiembre de 2020 hablaron.", wrong),
        ("es", "El miércoles 23 de septiembre de 2020 hablaron.", &[]),
        ("ar", "يوم الثلاثاء 23 سبتمبر 2020", wrong),
        ("ar", "يوم الأربعاء 23 سبتمبر 2020", &[]),
        ("zh", "会议于2020年9月23日（星期二）举行。", wrong),
        ("zh", "会议于2020年9月23日（星期三）举行。", &[]),
        ("en", "Until 31 June 2020.", &["date-impossible"]),
        ("ru", "До 31 июня 2020 года.", &["date-impossible"]),
        ("zh", "到2020年2月30日。", &["date-impossible"]),
    ]);
    let found = case("en", "They met on Tuesday, 23 September 2020.").findings();
    assert_eq!(
        found[0].message,
        "In paragraph 1, “Tuesday, 23 September 2020” does not fit: 2020-09-23 is a Wednesday, not a Tuesday; correct the weekday or the date."
    );
    assert_eq!(found[0].severity, Severity::Wrong);
}

#[test]
fn an_event_after_its_release_is_seen() {
    let said = Case { occasion: Some(date(2020, 9, 25)), release: Some(date(2020, 9, 22)), ..case("en", "Words.") };
    assert_eq!(said.findings()[0].code, "occasion-after-release");
    assert_eq!(said.findings()[0].severity, Severity::Wrong);
    let announced = Case { kind: Kind::Notice, ..said };
    assert_eq!(announced.findings()[0].severity, Severity::Look);
    for (tag, title) in [
        ("en", "Remarks, Port Selby, 25 September 2020"),
        ("ru", "Выступление, Порт-Селби, 25 сентября 2020 года"),
        ("zh", "讲话，塞尔比港，2020年9月25日"),
    ] {
        let early = Case { title, release: Some(date(2020, 9, 22)), ..case(tag, "A.") };
        assert_eq!(early.codes(), ["title-date-after-release"], "{title}");
        let late = Case { title, release: Some(date(2020, 9, 25)), ..case(tag, "A.") };
        assert!(late.codes().is_empty(), "{title}");
        let other = Case { title, occasion: Some(date(2020, 9, 24)), ..case(tag, "A.") };
        assert_eq!(other.codes(), ["title-date-differs"], "{title}");
    }
}

#[test]
fn doubled_words_are_seen_and_those_that_languages_double_are_not() {
    let doubled: &[&str] = &["word-doubled"];
    table(&[
        ("en", "In the the house.", doubled),
        ("en", "The the house.", doubled),
        ("en", "He had had it, and that that was so. Very, very good. It was very very good.", &[]),
        ("en", "In Baden Baden and Baden Baden-Baden.", &[]),
        ("en", "- so\n- so", &[]),
        ("ru", "Мы в в доме.", doubled),
        ("ru", "Это чуть-чуть, еле-еле, по-русски.", &[]),
        ("fr", "Dans la la maison.", doubled),
        ("fr", "Vous vous êtes vus, et nous nous parlons.", &[]),
        ("ar", "في في البيت", doubled),
        ("ar", "شيئا شيئا", &[]),
        ("zh", "人人都好，慢慢来。", &[]),
    ]);
}

#[test]
fn marks_that_do_not_close_are_seen() {
    let unbalanced: &[&str] = &["marks-unbalanced"];
    table(&[
        ("en", "He said “yes and left.", unbalanced),
        ("en", "He said yes” and left.", unbalanced),
        ("en", "He said \"yes and left.", unbalanced),
        ("en", "He (the other one left.", unbalanced),
        ("en", "He said “yes (if so)”, and \"no\". It’s the ministers’ word.", &[]),
        ("en", "First a) this and b) that, then 1) more.", &[]),
        ("en", "“One paragraph of it.\n\n“And the last one.”", &[]),
        ("en", "She wrote:\n\n“The first part.\n\nThe last part.”", &[]),
        ("ru", "Она пишет: «Первая часть.\n\nПоследняя часть».", &[]),
        ("en", "He said “one.\n\nAnd two” too.", &["marks-unbalanced", "marks-unbalanced"]),
        ("de", "Er sagte „ja“ und „nein”.", &[]),
        ("de", "Er sagte »ja« und ging.", &[]),
        ("de", "Er sagte „ja und ging.", unbalanced),
        ("sv", "Han sade ”ja” och gick.", &[]),
        ("ru", "Он сказал «да и ушёл.", unbalanced),
        ("ru", "Он сказал: «Это „наше“ дело».", &[]),
        ("zh", "他说「好。", unbalanced),
        ("zh", "他说「好」，《报纸》说“不”（对）。", &[]),
        ("ar", "قال «نعم", unbalanced),
    ]);
}

#[test]
fn letters_of_another_script_inside_a_word_are_shown() {
    let mixed: &[&str] = &["scripts-mixed"];
    table(&[
        ("ru", "Это заявлeние.", mixed),
        ("en", "This is а stаtement.", mixed),
        ("ru", "Встреча по IT-вопросам в Zoom’е, F16 и COVID-19.", &[]),
        ("zh", "这是A计划。", &[]),
        ("ar", "خطة A", &[]),
    ]);
    let found = case("ru", "Это заявлeние.").findings();
    assert_eq!(
        found[0].message,
        "In paragraph 1, the Cyrillic word “заявлeние” holds the Latin letter “e” (U+0065); type it anew."
    );
    assert_eq!(found[0].suggestion.as_deref(), Some("заявление"));
}

#[test]
fn links_inside_the_site_must_lead_somewhere() {
    table(&[
        ("en", "See [visas](/en/visa/?x=1#top) and [there](https://example.org/nowhere).", &[]),
        ("en", "See [visas](/en/vsia/).", &["link-broken"]),
        ("ru", "См. [ниже](#p-00000000).", &["link-broken"]),
    ]);
    let mut anchored = case("en", "First.\n\nSee [above](#p-00000000).");
    if let Some(Node::Block(block)) = anchored.document.nodes.first_mut() {
        block.id = "p-00000000".parse().unwrap();
    }
    assert!(anchored.codes().is_empty());
}

#[test]
fn pictures_need_words_and_a_file() {
    let figure = |alt: &str, media: &str| Document {
        nodes: vec![Node::Block(Block {
            id: "p-00000000".parse().unwrap(),
            body: Body::Figure { alt: alt.to_owned(), caption: vec![], media: media.to_owned() },
        })],
    };
    let codes = |alt: &str, media: &str| Case { document: figure(alt, media), ..case("en", "x") }.codes();
    assert_eq!(codes("A bridge", "abc/bridge.jpg"), Vec::<&str>::new());
    assert_eq!(codes(" ", "abc/bridge.jpg"), ["text-missing", "alt-missing"]);
    assert_eq!(codes("A bridge", ""), ["figure-without-media"]);
}

#[test]
fn titles_and_texts_must_be_there_and_of_a_sane_length() {
    let titled = |title: &str| Case { title, ..case("en", "Words.") }.codes();
    assert_eq!(titled(" "), ["title-missing"]);
    assert_eq!(titled(&"я".repeat(301)), ["title-long"]);
    assert_eq!(titled(&"я".repeat(1_001)), ["title-too-long"]);
    assert_eq!(case("en", "").codes(), ["text-missing"]);
    let repeated = Case { title: "A visit to Port Selby", ..case("en", "## A visit to Port Selby\n\nWords.") };
    assert_eq!(repeated.codes(), ["title-repeated"]);
    let repeated = Case {
        title: "Заявление о переговорах", ..case("ru", "## Заявление о переговорах.\n\nСлова.")
    };
    assert_eq!(repeated.codes(), ["title-repeated"]);
}

#[test]
fn turns_need_words_and_a_speaker_that_is_known() {
    let label = |label: &str| {
        let mut text = case("en", "Question: Why?\n\nAnswer: So.");
        if let Some(Node::Turn(turn)) = text.document.nodes.last_mut() {
            turn.label = label.to_owned();
        }
        text
    };
    for known in [
        "Foreign Minister",
        "ILSE MAREN",
        "Ms. Maren",
        "Foreign Minister Ilse Maren",
        "Answer",
        "A",
        "Ответ",
        "答",
        "Марен",
    ] {
        assert!(label(known).codes().is_empty(), "{known}");
    }
    for unknown in ["Anna Velmar", "Анна Вельмар", "部长"] {
        assert_eq!(label(unknown).codes(), ["label-unknown"], "{unknown}");
    }
    let mut empty = label("Answer");
    if let Some(Node::Turn(turn)) = empty.document.nodes.last_mut() {
        turn.blocks.clear();
    }
    let found = empty.findings();
    assert_eq!(found[0].code, "turn-empty");
    assert!(found[0].block.as_deref().unwrap().starts_with("t-"));
    assert_eq!(found[0].message, "In turn 2 (Answer), nothing is said; write it or remove the turn.");
}

#[test]
fn placeholders_are_seen_and_roman_numbers_are_not() {
    let placeholder: &[&str] = &["placeholder"];
    table(&[
        ("en", "The visit is on XX June 2020.", placeholder),
        ("en", "It begins at XX:XX sharp.", placeholder),
        ("en", "The sum is ??? crowns.", placeholder),
        ("en", "Said by \\[name TBC\\] there.", placeholder),
        ("en", "The place is TBD.", placeholder),
        ("en", "Lorem ipsum dolor.", placeholder),
        ("en", "Signed on dd.mm.yyyy there.", placeholder),
        ("ru", "Визит пройдёт ХХ июня.", placeholder),
        ("ru", "Присутствовал \\[уточнить\\] вчера.", placeholder),
        ("zh", "时间【待定】。", placeholder),
        ("en", "In the XX century, at the XXX session, \\[applause\\].", &[]),
        ("ru", "В XX веке и на XX съезде.", &[]),
        ("es", "En el siglo XX, ¿verdad?", &[]),
        ("fr", "Au XXe siècle.", &[]),
    ]);
}

#[test]
fn a_translation_has_the_turns_and_figures_of_its_source() {
    let codes = |tag, text: &str, source: &str| Case { source: Some(document(source)), ..case(tag, text) }.codes();
    let source =
        "Question: How many?\n\nAnswer: It was 1,500.5 tons for 2 million people on 22 September 2020, and 40 ships.";
    let none: [&str; 0] = [];
    assert_eq!(
        codes("ru", "Вопрос: Сколько?\n\nОтвет: 1500,5 тонны на 2 млн человек 22.09.2020 и 40 судов.", source),
        none
    );
    assert_eq!(codes("zh", "问：多少？\n\n答：2020年9月22日为200万人运送1500.5吨，40艘船。", source), none);
    assert_eq!(
        codes("ru", "Вопрос: Сколько?\n\nОтвет: 1500,5 тонны на 2 млн человек 22.09.2020 и 50 судов.", source),
        ["translation-numbers"]
    );
    assert_eq!(codes("ru", "Вопрос: Сколько?", source), ["translation-turns", "translation-numbers"]);
    assert_eq!(codes("ar", "تم نقل ٤٠ سفينة.", "There were 40 ships."), none);
    assert_eq!(codes("ar", "تم نقل ٥٠ سفينة.", "There were 40 ships."), ["translation-numbers"]);
}

#[test]
fn many_findings_of_one_kind_are_cut_and_wrong_ones_come_first() {
    let text = "in the the house ".repeat(50) + "\n\nSee [it](/en/nowhere).";
    let found = case("en", &text).findings();
    assert_eq!(found[0].severity, Severity::Wrong);
    assert_eq!(found.iter().filter(|finding| finding.code == "word-doubled").count(), 20);
}

/// Signs that mean something to some check, in every order that a simple sequence of numbers gives.
fn soup(seed: u64) -> String {
    const PIECES: [&str; 40] = [
        "½",
        ".",
        ",",
        ":",
        "/",
        "5",
        "2020",
        "22",
        " ",
        "  ",
        "\n",
        "\n\n",
        "“",
        "”",
        "„",
        "«",
        "»",
        "「",
        "(",
        ")",
        "[",
        "]",
        "XX",
        "ХХ",
        "年",
        "月",
        "日",
        "星期",
        "二",
        "September",
        "сентября",
        "Tuesday",
        "’",
        "'s",
        "-",
        "–",
        "а",
        "a",
        "٢٢",
        "كانون الثاني",
    ];
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).unwrap()
    };
    (0..30).map(|_| PIECES[next() % PIECES.len()]).collect()
}

#[test]
fn no_text_stops_a_check() {
    for seed in 0..2_000 {
        let (text, title, source) = (soup(seed), soup(seed + 1_000_000), soup(seed + 2_000_000));
        let tag = ["en", "ru", "ar", "zh", "fr"][usize::try_from(seed % 5).unwrap()];
        let release = Some(date(2020, 9, 22));
        let hostile = Case { title: &title, release, source: Some(document(&source)), ..case(tag, &text) };
        assert!(hostile.findings().iter().all(|finding| finding.message.ends_with('.')));
    }
}
