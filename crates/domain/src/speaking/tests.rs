//! Labels of transcripts and whom they mean.

use std::collections::BTreeMap;

use super::*;
use crate::{Lang, Texts};
use proptest::prelude::*;

fn texts(pairs: &[(&str, &str)]) -> Texts {
    let pair = |(tag, text): &(&str, &str)| (tag.parse::<Lang>().unwrap(), (*text).to_owned());
    Texts(pairs.iter().map(pair).collect::<BTreeMap<_, _>>())
}

fn office(titles: &[(&str, &str)], from: Option<&str>, to: Option<&str>) -> Office {
    let date = |date: &str| date.parse().unwrap();
    Office { title: texts(titles), from: from.map(date), to: to.map(date) }
}

fn speaker(slug: &str, names: &[(&str, &str)], aliases: &[&str], offices: Vec<Office>) -> Speaker {
    let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    Speaker { slug: slug.to_owned(), name: texts(names), offices, aliases }
}

const MINISTER: [(&str, &str); 6] = [
    ("en", "Foreign Minister"),
    ("fr", "Ministre des Affaires étrangères"),
    ("es", "Ministra de Relaciones Exteriores"),
    ("ru", "Министр иностранных дел"),
    ("ar", "وزيرة الخارجية"),
    ("zh", "外交部长"),
];
const AMBASSADOR: [(&str, &str); 5] =
    [("en", "Ambassador"), ("fr", "L’ambassadrice"), ("ru", "Посол"), ("ar", "السفيرة"), ("zh", "大使")];

fn people() -> Vec<Speaker> {
    vec![
        speaker(
            "ilse-maren",
            &[
                ("en", "Ilse Maren"),
                ("fr", "Ilse Marén"),
                ("ru", "Ильзе Марен"),
                ("ar", "إلسه مارن"),
                ("zh", "伊尔莎·马伦"),
            ],
            &["Ilse P. Maren-Holt"],
            vec![
                office(&AMBASSADOR, Some("2018-01-01"), Some("2021-06-30")),
                office(&MINISTER, Some("2021-07-01"), Some("2024-03-15")),
            ],
        ),
        speaker(
            "tomas-ekberg",
            &[("en", "Tomas Ekberg"), ("ru", "Томас Экберг"), ("zh", "托马斯·埃克伯格")],
            &[],
            vec![
                office(&MINISTER, Some("2015-01-01"), Some("2021-05-31")),
                office(&AMBASSADOR, Some("2021-07-01"), None),
            ],
        ),
        speaker("jo-maren", &[("en", "Jo Maren")], &[], vec![office(&[("en", "Consul")], Some("2019-01-01"), None)]),
        speaker(
            "anna-velmar",
            &[("en", "Anna Velmar"), ("es", "Ana Vélmar")],
            &[],
            vec![office(&MINISTER, Some("2024-03-15"), None), office(&[("en", "Deputy Prime Minister")], None, None)],
        ),
    ]
}

fn meant(people: &[Speaker], label: &str, on: &str) -> String {
    match who(people, label, on.parse().unwrap()) {
        Who::Known(speaker, by) => format!("{} {by:?}", speaker.slug),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_name_means_its_person_on_any_day() {
    let people = people();
    for label in [
        "Ilse Maren",
        "ILSE MAREN:",
        "Maren, Ilse",
        "Ilse Marén",
        "Ильзе Марен",
        "إلسه مارن",
        "伊尔莎·马伦",
        "伊尔莎•马伦：",
        "Ilse P. Maren-Holt",
        "Ms. Ilse Maren",
        "H.E. Ms Ilse Maren",
        "Foreign Minister Ilse Maren",
        "The Foreign Minister of Velmar, Ilse Maren",
        "Ilse Maren, Ambassador",
        "Ilse Maren (through an interpreter)",
        "Г-жа Ильзе Марен",
        "السفيرة إلسه مارن",
        "大使伊尔莎·马伦",
        "伊尔莎·马伦女士",
        "I. Maren",
        "Ms I.Maren",
    ] {
        assert_eq!(meant(&people, label, "2022-01-01"), "ilse-maren Name", "{label}");
    }
    assert_eq!(meant(&people, "J. Maren", "2022-01-01"), "jo-maren Name");
    assert_eq!(meant(&people, "ANA VELMAR", "2022-01-01"), "anna-velmar Name");
}

#[test]
fn a_surname_means_its_person_where_only_one_has_it() {
    let people = people();
    for label in ["Mr Ekberg", "EKBERG", "Г-н Экберг", "Ambassador Ekberg", "埃克伯格大使", "埃克伯格先生", "Экберг"]
    {
        assert_eq!(meant(&people, label, "2022-01-01"), "tomas-ekberg Surname", "{label}");
    }
    assert_eq!(meant(&people, "Ms Maren", "2022-01-01"), "Several");
    assert_eq!(meant(&people, "Consul Maren", "2022-01-01"), "jo-maren Surname");
    assert_eq!(meant(&people, "Ambassador Maren", "2019-01-01"), "ilse-maren Surname");
    assert_eq!(meant(&people, "K. Ekberg", "2022-01-01"), "Unknown", "another Ekberg");
}

#[test]
fn an_office_means_its_holder_on_that_day() {
    let people = people();
    for label in [
        "Foreign Minister",
        "The Foreign Minister",
        "FOREIGN MINISTER:",
        "Le Ministre des Affaires etrangeres",
        "La Ministra de Relaciones Exteriores",
        "Министр иностранных дел",
        "وزيرة الخارجيّة",
        "外交部长",
        "H.E. the Foreign Minister",
    ] {
        assert_eq!(meant(&people, label, "2020-01-01"), "tomas-ekberg Office", "{label}");
        assert_eq!(meant(&people, label, "2022-01-01"), "ilse-maren Office", "{label}");
    }
    for label in ["Ambassador", "Madam Ambassador", "l'ambassadrice", "Ambassadrice", "سفيرة", "السفيرة", "大使阁下"]
    {
        assert_eq!(meant(&people, label, "2020-01-01"), "ilse-maren Office", "{label}");
    }
    assert_eq!(meant(&people, "Foreign Minister", "2021-06-15"), "Unknown", "the office was vacant");
    assert_eq!(meant(&people, "Foreign Minister", "2024-03-15"), "anna-velmar Office", "the later of two on one day");
    assert_eq!(meant(&people, "Deputy Prime Minister", "2030-01-01"), "anna-velmar Office", "one of two offices held");
}

#[test]
fn nobody_is_guessed() {
    let people = people();
    for label in [
        "",
        ":",
        "Question",
        "Moderator",
        "The",
        "Ms",
        "Deputy Foreign Minister",
        "Foreign Minister of Merrow",
        "Foreign Minister (Merrow)",
        "Spokesperson for Ilse Maren",
        "Adviser to the Foreign Minister",
        "Ilse",
        "Marenberg",
        "马",
        "Ilse Maren's office",
        &"Ekberg ".repeat(100),
    ] {
        assert_eq!(meant(&people, label, "2022-01-01"), "Unknown", "{label}");
    }
    let twins = [people[0].clone(), Speaker { slug: "other".to_owned(), ..people[0].clone() }];
    assert_eq!(meant(&twins, "Ilse Maren", "2022-01-01"), "Several");
    assert_eq!(meant(&twins, "Foreign Minister", "2022-01-01"), "Several", "both took it up on one day");
    assert_eq!(who(&[], "Ilse Maren", "2022-01-01".parse().unwrap()).speaker(), None);
}

proptest! {
    #[test]
    fn any_label_has_an_answer(label in "\\PC{0,60}", day in 0_i32..4_000) {
        use jiff::ToSpan as _;
        let on: Date = "2016-01-01".parse::<Date>().unwrap().checked_add(day.days()).unwrap();
        let _ = who(&people(), &label, on);
    }

    #[test]
    fn case_and_a_colon_make_no_difference(at in 0_usize..4, loud in any::<bool>()) {
        let people = people();
        for name in people[at].name.0.values() {
            let label = if loud { name.to_uppercase() } else { name.to_lowercase() };
            let on = "2022-01-01".parse().unwrap();
            prop_assert_eq!(who(&people, &format!("{label} :"), on).speaker().map(|one| &one.slug), Some(&people[at].slug));
        }
    }
}
