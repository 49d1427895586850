//! Texts and queries in many languages, and what both become.

use proptest::prelude::*;

use super::*;

fn exact_words(text: &str) -> Vec<String> {
    exact(text).into_iter().map(|word| word.text).collect()
}

fn stem_words(text: &str, tag: &str) -> Vec<String> {
    stems(text, Language::of(tag)).into_iter().map(|word| word.text).collect()
}

/// The stems of words that are not their own stems.
fn inflected(text: &str, tag: &str) -> String {
    let exact = exact(text);
    let is_own = |stem: &Word| exact.iter().any(|form| (form.start, &form.text) == (stem.start, &stem.text));
    let others = stems(text, Language::of(tag)).into_iter().filter(|stem| !is_own(stem));
    others.map(|stem| stem.text).collect::<Vec<_>>().join(" ")
}

#[test]
fn writings_of_a_word_have_one_exact_form() {
    for (text, words) in [
        ("Café CAFÉ cafe cafe\u{301}", "cafe cafe cafe cafe"),
        ("Ёлка елка ЁЛКА е\u{308}лка", "елка елка елка елка"),
        ("Майор, и\u{306}од", "майор йод"),
        ("за\u{301}мок", "замок"),
        ("ｆｕｌｌ ｗｉｄｔｈ ２０２０", "full width 2020"),
        ("Straße STRASSE Œuvre Łódź Ærø", "strasse strasse oeuvre lodz aero"),
        ("İstanbul ISTANBUL ılık", "istanbul istanbul ilik"),
        ("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ οδυσσευσ", "οδυσσευσ οδυσσευσ οδυσσευσ"),
        ("مُحَمَّد محمد محـمـد", "محمد محمد محمد"),
        ("أحمد احمد إعلان آمال على مدينة", "احمد احمد اعلان امال علي مدينه"),
        ("שָׁלוֹם שלום", "שלום שלום"),
        ("हिन्दी", "हिन्दी"),
        ("co\u{ad}operation \u{200f}word\u{200f}", "cooperation word"),
        ("ﬁnance", "finance"),
        ("Col·lecció collecció", "colleccio colleccio"),
        ("note¹ m² ½", "note 1 m 2 ½"),
        ("ـــ — … 🎉 \u{301}", ""),
    ] {
        assert_eq!(exact_words(text).join(" "), words, "{text}");
    }
}

#[test]
fn words_end_where_readers_end_them() {
    for (text, words) in [
        ("O'Neil O’Neil O＇Neil", "o|neil|o|neil|o|neil"),
        ("l’ambassade d'accord", "l|ambassade|d|accord"),
        ("the U.S. and the U.S.S.R., i.e. both", "the|us|and|the|ussr|ie|both"),
        ("A.B.Sample and A. B. Sample", "a|b|sample|and|a|b|sample"),
        ("И.Марен", "и|марен"),
        ("well-known COVID-19 G20", "well|known|covid|19|g20"),
        ("1,000 1000 1,000,000.50 2.5 2,5", "1000|1000|1000000.50|2.5|2.5"),
        ("1.000.000 1.000,5 22.09.2020 1,2,3", "1000000|1000.5|22|09|2020|1|2|3"),
        ("١٬٠٠٠ ٢٫٥ ٢٠٢٠", "1000|2.5|2020"),
        ("at 9.30 a.m., page 5.", "at|9.30|am|page|5"),
        ("name@example.org, www.example.org/a_b", "name|example|org|www|example|org|a|b"),
        ("大使馆声明2020年", "大|使|馆|声|明|2020|年"),
        ("東京タワー", "東|京|タ|ワ|ー"),
        ("ภาษาไทย", "ภ|า|ษ|า|ไ|ท|ย"),
        ("한국어 문장", "한국어|문장"),
        ("Посольство—Embassy/سفارة", "посольство|embassy|سفاره"),
    ] {
        assert_eq!(exact_words(text).join("|"), words, "{text}");
    }
}

#[test]
fn a_word_that_no_language_has_is_cut() {
    let words = exact(&"a".repeat(1_000));
    assert_eq!(words.len(), 16);
    assert!(words.iter().all(|word| word.text.len() <= 64));
    assert!(exact(&"é\u{301}".repeat(10_000)).iter().all(|word| word.text.len() <= 300));
}

#[test]
fn forms_of_a_word_have_one_stem() {
    for (tag, forms) in [
        ("en", "negotiation negotiations negotiating negotiated"),
        ("en", "embassy embassies"),
        ("ru", "переговоры переговоров переговорами переговорах"),
        ("ru", "посольство посольства посольством посольству"),
        ("ru", "ёлка елки ёлку"),
        ("fr", "négociation négociations"),
        ("fr", "déclaration déclarations DÉCLARATION"),
        ("es", "negociación negociaciones negociacion"),
        ("es", "declaración declaraciones declaracion"),
        ("de", "Verhandlung Verhandlungen"),
        ("de", "Häuser Hauses"),
        ("it", "dichiarazione dichiarazioni"),
        ("pt", "embaixada embaixadas"),
        ("ca", "negociació negociacions negociacio"),
        ("ar", "مفاوضات المفاوضات والمفاوضات بالمفاوضات للمفاوضات مُفاوضات"),
        ("ar", "سفير السفير والسفير سفيرة السفيرة"),
        ("ar", "مسؤول مسؤولون المسؤولين"),
        ("zh", "声明 声明"),
    ] {
        let stems: Vec<String> = forms.split(' ').map(|form| stem_words(form, tag).join(" ")).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{tag} {forms}: {stems:?}");
    }
}

#[test]
fn the_language_decides_the_stem_and_the_script_comes_first() {
    assert_ne!(stem_words("مدرسة", "ar"), stem_words("مدارس", "ar"), "broken plurals stay apart");
    assert_eq!(stem_words("embassies", "ru"), stem_words("embassies", "en"));
    assert_eq!(stem_words("переговоров", "en"), stem_words("переговоры", "ru"));
    assert_eq!(stem_words("переговоров", "uk"), ["переговоров"], "no stemmer for Ukrainian");
    assert_eq!(stem_words("المفاوضات", "en"), stem_words("مفاوضات", "ar"));
    assert_eq!(stem_words("المفاوضات", "fa"), ["المفاوضات"]);
    assert_eq!(stem_words("negotiations", "vi"), ["negotiations"]);
    assert_eq!(stem_words("negotiations", "zh-Hant"), ["negoti"]);
    assert_eq!(stem_words("大使馆发表声明。", "zh").join("|"), "大使|馆|发表|声明");
    assert_eq!(stem_words("中华人民共和国2020年", "en").last().map(String::as_str), Some("年"));
    assert_eq!(stem_words("U.S. 1,000", "en"), ["us", "1000"]);
}

#[test]
fn a_paragraph_in_another_language_is_told_by_its_common_words() {
    let french = "Nous avons toujours dit que les déclarations de notre ministère seront publiées dans toutes les langues de la région.";
    let english = "We have always said that the declarations of our ministry will be published in all the languages of the region.";
    let names = "Ilse Maren, Anna Velmar, Port Selby, Arvenna, Brenno Castel, Odile Farr, Jannis Hale, Mira Sol, Tomas Reed, Kara Lund";
    let pack = |text: &str, tag: &str| {
        let mut packed = Packed::default();
        Analyser::new().pack(text, Language::of(tag), &mut packed);
        packed
    };
    assert_eq!(pack(french, "en").stems, pack(french, "fr").stems);
    assert_eq!(pack(english, "fr").stems, pack(english, "en").stems);
    assert_eq!(pack(french, "zh").stems, pack(french, "fr").stems);
    assert_eq!(pack(names, "en").stems, inflected(names, "en"));
    assert_eq!(pack(english, "en").exact, exact_words(english).join(" "));
    assert_eq!(pack("大使馆发表声明", "zh").exact, "大 使 馆 发 表 声 明");
    assert_eq!(pack("大使馆发表声明", "zh").stems, "大使 发表 声明");
}

#[test]
fn an_analyser_gives_what_is_asked_for_later() {
    for (tag, text) in [
        ("en", "The U.S. Embassy’s 1,000 guests met in 2020; see “Résumé”, item 2.5."),
        ("ru", "Посольство опубликовало заявление о переговорах 22.09.2020 (см. ёлка)."),
        ("ar", "أصدرت السفارة بياناً حول المفاوضات في ٢٠٢٠."),
        ("zh", "大使馆于2020年9月22日发表声明，COVID-19除外。"),
        ("es", "La embajada publicó una declaración sobre las negociaciones."),
        ("fr", "L’ambassade a publié une déclaration sur les négociations."),
    ] {
        let mut packed = Packed::default();
        let mut analyser = Analyser::new();
        analyser.pack(text, Language::of(tag), &mut packed);
        assert_eq!(packed.exact, exact_words(text).join(" "), "{tag}");
        assert_eq!(packed.stems, inflected(text, tag), "{tag}");
        // The second time from memory.
        let mut again = Packed::default();
        analyser.pack(text, Language::of(tag), &mut again);
        assert_eq!((again.exact, again.stems), (packed.exact, packed.stems));
    }
}

#[test]
fn hostile_texts_take_time_in_proportion() {
    // A megabyte each: with anything but one pass these would not end.
    for piece in [
        "a",
        "a.",
        "1,",
        "1.",
        "\u{301}",
        "a\u{ad}",
        "大",
        "'",
        "١٬",
        "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.",
        "\u{200d}",
        "ﷺ",
        "1,000,",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let words = exact(&text);
        assert!(words.windows(2).all(|pair| pair[0].end <= pair[1].start), "{piece}");
        let mut packed = Packed::default();
        Analyser::new().pack(&text[..text.floor_char_boundary(100_000)], Language::English, &mut packed);
    }
}

#[test]
fn leaves_are_the_text_without_markup() {
    let options = document::ParseOptions { speakers: &[], lang: "en" };
    let markdown =
        "## Head\n\nOne *two*th three.\n\n- a\n- b\n\n> quote\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n---\n\nEnd";
    let parsed = document::from_markdown(markdown, &options, &mut document::Mint::seeded(b"leaves"));
    let texts: Vec<String> = leaves(&parsed.document).into_iter().map(|leaf| leaf.text.into_owned()).collect();
    assert_eq!(texts.join("|"), "Head|One twoth three.|a|b|quote|x|y|1|2|End");
}

proptest! {
    #[test]
    fn any_text_gives_words_in_order_within_it(text in "\\PC{0,200}", tag in prop::sample::select(vec!["en", "ru", "ar", "zh", "fr", "th"])) {
        for words in [exact(&text), stems(&text, Language::of(tag))] {
            let mut last = 0;
            for word in words {
                prop_assert!(last <= word.start && word.start < word.end && word.end <= text.len());
                prop_assert!(text.is_char_boundary(word.start) && text.is_char_boundary(word.end));
                prop_assert!(!word.text.is_empty() && !word.text.contains(' '));
                last = word.end;
            }
        }
        let mut packed = Packed::default();
        Analyser::new().pack(&text, Language::of(tag), &mut packed);
        prop_assert_eq!(packed.exact, exact_words(&text).join(" "));
    }

    #[test]
    fn an_exact_form_is_its_own_exact_form(text in "\\PC{0,60}") {
        for word in exact_words(&text) {
            // A fraction's sign and a decimal number are words as they are, and so are the parts of a long run.
            let mut folded = String::new();
            if !word.contains('.') && !word.contains(|c| matches!(c, '¼'..='¾' | '\u{2150}'..='\u{215e}' | '\u{2189}')) {
                fold(&word, &mut folded);
                prop_assert_eq!(&folded, &word);
            }
        }
    }
}
