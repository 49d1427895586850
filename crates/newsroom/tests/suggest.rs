//! Suggestions from titles and texts in several languages: each with its reason, none where nothing is sure.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use document::{Document, Mint, ParseOptions, from_markdown};
use domain::{Lang, Office, Speaker, Texts};
use jiff::civil::{Date, date};
use newsroom::checks::Known;
use newsroom::suggest::{Field, Suggestion, suggest};

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn texts(all: &[(&str, &str)]) -> Texts {
    Texts(all.iter().map(|(tag, text)| (lang(tag), (*text).to_owned())).collect())
}

fn speaker(
    slug: &str,
    name: &[(&str, &str)],
    office: &[(&str, &str)],
    from: Option<Date>,
    to: Option<Date>,
) -> Speaker {
    Speaker {
        slug: slug.to_owned(),
        name: texts(name),
        offices: vec![Office { title: texts(office), from, to }],
        aliases: vec![],
    }
}

fn speakers() -> Vec<Speaker> {
    let minister = [("en", "Foreign Minister"), ("ru", "Министр иностранных дел"), ("zh", "外交部长")];
    let deputy = [("en", "Deputy Foreign Minister"), ("ru", "Заместитель Министра иностранных дел")];
    vec![
        speaker(
            "ilse-maren",
            &[("en", "Ilse Maren"), ("ru", "Ильза Марен"), ("zh", "伊尔泽·马伦")],
            &minister,
            Some(date(2020, 1, 1)),
            None,
        ),
        speaker("anna-velmar", &[("en", "Anna Velmar")], &minister, None, Some(date(2019, 12, 31))),
        speaker("tomas-elby", &[("en", "Tomas Elby")], &deputy, None, None),
    ]
}

fn document(text: &str) -> Document {
    from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"suggest")).document
}

fn suggested(tag: &str, title: &str, text: &str) -> Vec<Suggestion> {
    let (speakers, nowhere) = (speakers(), |_: &str| false);
    let places = ["Port Selby".to_owned(), "塞尔比港".to_owned()];
    let topics = ["Fisheries".to_owned(), "рыболовство".to_owned(), "渔业".to_owned()];
    let known = Known { speakers: &speakers, places: &places, topics: &topics, addresses: &nowhere };
    suggest(title, &document(text), &lang(tag), &known, date(2021, 5, 1))
}

fn of(field: Field, all: &[Suggestion]) -> Vec<String> {
    all.iter().filter(|one| one.field == field).map(|one| one.value.text()).collect()
}

#[test]
fn kind_place_and_date_are_read_from_titles() {
    let june = "2020-06-19";
    for (tag, title, kind, place) in [
        (
            "en",
            "Foreign Minister Ilse Maren's remarks and answers to media questions at a joint news conference after talks, Port Selby, June 19, 2020",
            "remarks",
            "Port Selby",
        ),
        ("en", "Statement by the spokesperson, Halverstad, 19 June 2020", "statement", "Halverstad"),
        ("en", "Press release on the visit (Port Selby, Friday, 19 June 2020)", "press-release", "Port Selby"),
        ("en", "Interview with the Port Courier, 19 June 2020, Port Selby", "interview", "Port Selby"),
        (
            "ru",
            "Выступление Министра иностранных дел Ильзы Марен на пресс-конференции, Порт-Селби, 19 июня 2020 года",
            "speech",
            "Порт-Селби",
        ),
        ("ru", "Комментарий к заявлению соседей, Хальверстад, 19.06.2020 г.", "comment", "Хальверстад"),
        (
            "ru",
            "Пресс-конференция по итогам переговоров, Порт-Селби, 19 июня 2020 г.",
            "press-conference",
            "Порт-Селби",
        ),
        ("fr", "Discours de la ministre, Port-Selby, le 19 juin 2020", "speech", "Port-Selby"),
        (
            "fr",
            "Conférence de presse conjointe, Saint-Halver, vendredi 19 juin 2020",
            "press-conference",
            "Saint-Halver",
        ),
        ("es", "Declaración de la ministra, Puerto Selby, 19 de junio de 2020", "statement", "Puerto Selby"),
        ("ar", "كلمة الوزيرة، ميناء سيلبي، 19 يونيو 2020", "speech", "ميناء سيلبي"),
        ("zh", "外交部长伊尔泽·马伦在联合记者会上的讲话，塞尔比港，2020年6月19日", "remarks", "塞尔比港"),
    ] {
        let all = suggested(tag, title, "Words.");
        assert_eq!(of(Field::Kind, &all), [kind], "{title}");
        assert_eq!(of(Field::Place, &all), [place], "{title}");
        assert_eq!(of(Field::OccasionDate, &all), [june], "{title}");
        assert!(all.iter().all(|one| !one.because.is_empty() && !one.shown.is_empty()));
    }
}

#[test]
fn nothing_is_suggested_where_nothing_is_sure() {
    for (tag, title) in [
        ("en", "Talks, Port Selby, 19–20 June 2020"),
        ("en", "On the talks of 19 June 2020 and what follows from them"),
        ("ru", "О переговорах"),
        ("zh", "关于谈判"),
        ("en", "The commentators of the harbour"),
    ] {
        let all = suggested(tag, title, "Words.");
        assert!(of(Field::OccasionDate, &all).is_empty(), "{title}");
        assert!(of(Field::Kind, &all).is_empty(), "{title}");
    }
    let all = suggested("en", "Statement, with answers to questions, 19 June 2020", "Words.");
    assert!(of(Field::Place, &all).is_empty(), "a piece in small letters is no place");
    assert_eq!(of(Field::Place, &suggested("en", "Consular hours, Port Selby", "Words.")), ["Port Selby"]);
}

#[test]
fn speakers_are_those_of_the_day() {
    let slugs = |tag, title: &str, text: &str| of(Field::Speakers, &suggested(tag, title, text));
    assert_eq!(
        slugs("en", "Foreign Minister Ilse Maren's remarks, Port Selby, June 19, 2020", "Words."),
        ["ilse-maren"]
    );
    assert_eq!(slugs("en", "Foreign Minister's remarks, Port Selby, June 19, 2020", "Words."), ["ilse-maren"]);
    assert_eq!(slugs("en", "Foreign Minister's remarks, Port Selby, June 19, 2019", "Words."), ["anna-velmar"]);
    assert_eq!(slugs("en", "Deputy Foreign Minister's remarks, June 19, 2020", "Words."), ["tomas-elby"]);
    assert_eq!(slugs("ru", "Выступление Министра иностранных дел Ильзы Марен", "Слова."), ["ilse-maren"]);
    assert_eq!(slugs("zh", "外交部长的讲话", "好。"), ["ilse-maren"]);
    assert_eq!(
        slugs("en", "Answers", "Question: Why?\n\nForeign Minister: So.\n\nTomas Elby: And so."),
        ["ilse-maren", "tomas-elby"]
    );
    assert!(slugs("en", "A notice on fees", "Question: Why, Ilse Maren?\n\nAnswer: So.").is_empty());
    let all = suggested("en", "Foreign Minister's remarks", "Words.");
    let one = all.iter().find(|one| one.field == Field::Speakers).unwrap();
    assert_eq!(one.shown, "Ilse Maren, Foreign Minister");
}

#[test]
fn topics_are_named_twice_at_least() {
    let topics = |tag, text: &str| of(Field::Topics, &suggested(tag, "A title", text));
    assert_eq!(topics("en", "Fisheries matter. We spoke of fisheries."), ["Fisheries"]);
    assert!(topics("en", "Fisheries matter.").is_empty());
    assert_eq!(topics("ru", "О рыболовстве говорили. Рыболовство важно."), ["рыболовство"]);
    assert_eq!(topics("zh", "渔业很重要。我们谈了渔业。"), ["渔业"]);
}

#[test]
fn teaser_slug_and_title_come_from_the_words_themselves() {
    let all = suggested("en", " A  title. ", "The first words.\n\nThe second words.");
    assert_eq!(of(Field::Teaser, &all), ["The first words. The second words."]);
    assert_eq!(of(Field::Slug, &all), ["a-title"]);
    assert_eq!(of(Field::Title, &all), ["A title"]);
    assert!(of(Field::Title, &suggested("zh", "部长讲话　港口谈判", "好。")).is_empty());
    assert!(of(Field::Title, &suggested("ru", "Слово, 19 июня 2020 г.", "А.")).is_empty());
    let untitled = suggested("en", "", "## A heading\n\nWords.");
    assert_eq!(of(Field::Title, &untitled), ["A heading"]);
    assert!(of(Field::Slug, &untitled).is_empty());
}
