//! The record: an invented mission's statements, an interview and a speech, and the ways to ask for them.

use std::sync::OnceLock;

use domain::{AsOf, Command, Fixture, Kind, Lang, MessageId, Occasion, Office, Speaker, Texts};
use search::{Answer, Ask, Facet, Piece, Search, Unit};
use testkit::{Harness, sample_identity, time};

pub(crate) const FOUNDED: &str = "2020-08-01T08:00:00Z";
pub(crate) const CORRECTED: &str = "2020-08-15T09:00:00Z";
pub(crate) const NOW: &str = "2021-09-22T12:00:00Z";
pub(crate) const RELEASE: &str = "2021-09-23T11:00:00Z";

pub(crate) const INTERVIEW: &str = "Good afternoon, and welcome to Arvenna.

Ambassador Ilse Maren: The harbour treaty will enter into force on 1 October 2020.

Question (Selby Courier): Will the ferry to the outer islands run again before the winter storms?

Ambassador: It will run from the second week of November. The islands cannot wait until spring.

Question (Selby Courier): Have you spoken to the fishermen about their licences?

Ambassador: I have spoken to them twice. Their licences remain as they are.";

pub(crate) fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

pub(crate) fn id(number: u8) -> MessageId {
    MessageId::from_bits([number; 10])
}

/// The record, and its index as at [`NOW`].
pub(crate) struct Library {
    pub(crate) harness: Harness,
    pub(crate) search: Search,
}

pub(crate) struct Piecework<'a> {
    number: u8,
    tag: &'a str,
    kind: Kind,
    title: &'a str,
    text: &'a str,
    place: Option<&'a str>,
    speakers: &'a [&'a str],
    topics: &'a [&'a str],
}

pub(crate) const PLAIN: Piecework<'_> = Piecework {
    number: 0,
    tag: "en",
    kind: Kind::Statement,
    title: "",
    text: "",
    place: None,
    speakers: &[],
    topics: &[],
};

pub(crate) fn release(harness: &Harness, work: &Piecework<'_>, at: Option<&str>) {
    let mut manuscript = harness.manuscript(&id(work.number), work.tag, work.kind, work.title, work.text, "1");
    let date = (work.number == 1).then(|| "2020-08-13".parse().unwrap());
    manuscript.occasion = Occasion { date, place: work.place.map(str::to_owned), with: None };
    manuscript.speakers = work.speakers.iter().map(|speaker| (*speaker).to_owned()).collect();
    manuscript.topics = work.topics.iter().map(|topic| (*topic).to_owned()).collect();
    harness.order(manuscript.first(harness.newsroom.chance(), at.map(time))).unwrap();
}

/// Releases an interview now.
pub(crate) fn release_interview(harness: &Harness, number: u8, text: &str) {
    release(harness, &Piecework { number, kind: Kind::Interview, title: "On stones", text, ..PLAIN }, None);
}

/// A record with or without a message under embargo.
pub(crate) fn fill(harness: &Harness, embargoed: bool) {
    harness.fixture(Fixture::Speaker(Speaker {
        slug: "ilse-maren".to_owned(),
        name: Texts(
            [("en", "Ilse Maren"), ("ru", "Ильзе Марен")].map(|(tag, name)| (lang(tag), name.to_owned())).into(),
        ),
        offices: vec![Office {
            title: Texts::one(&lang("en"), "Ambassador"),
            from: Some("2020-01-01".parse().unwrap()),
            to: Some("2020-12-31".parse().unwrap()),
        }],
        aliases: vec!["I. Maren".to_owned()],
    }));
    harness.set("2020-08-14T15:30:00Z");
    for (tag, title, text) in [
        (
            "en",
            "The harbour treaty",
            "The treaty on the harbour enters into force. Both ports were consulted by Velmar.\n\nPilots keep a common watch.",
        ),
        ("fr", "Le traité du port", "Le traité sur le port entre en vigueur. Les îles éloignées attendaient."),
        ("es", "El tratado del puerto", "El tratado sobre el puerto entra en vigor. Las embarcaciones podrán salir."),
        ("ru", "Договор о порте", "Договор о порте вступает в силу. Капитаны довольны соглашениями."),
        ("ar", "معاهدة الميناء", "تدخل معاهدة الميناء حيز التنفيذ. رحبت السفارة بالاتفاق."),
        ("zh", "港口條約", "港口條約生效。大使館關注氣候變遷的影響。"),
    ] {
        let work = Piecework { number: 1, tag, title, text, place: Some("Arvenna"), topics: &["harbour"], ..PLAIN };
        release(harness, &work, None);
    }
    let fees = "Twelve lanterns for the breakwater";
    release(
        harness,
        &Piecework { number: 2, title: fees, text: "Twelve lanterns light the breakwater.", ..PLAIN },
        None,
    );
    release(
        harness,
        &Piecework { number: 3, title: "Withdrawn", text: "A wording nobody agreed: quicksilver.", ..PLAIN },
        None,
    );
    harness.set(CORRECTED);
    harness.correct(&id(2), "en", fees, "Ten beacons light the breakwater.", "It was ten.", None).unwrap();
    harness
        .order(Command::WithdrawEdition { message: id(3), lang: lang("en"), reason: "An error.".to_owned() })
        .unwrap();
    harness.set("2020-08-20T10:00:00Z");
    let work = Piecework {
        number: 4,
        kind: Kind::Interview,
        title: "Answers on the ferry",
        text: INTERVIEW,
        place: Some("Port Selby"),
        speakers: &["ilse-maren"],
        ..PLAIN
    };
    release(harness, &work, None);
    harness.set("2021-03-05T10:00:00Z");
    let work = Piecework {
        number: 5,
        kind: Kind::Speech,
        title: "Spring on the islands",
        text: "Spring has come to the islands, and with it the ferry. We thank the pilots.",
        place: Some("Arvenna"),
        speakers: &["Ilse Maren"],
        topics: &["islands"],
        ..PLAIN
    };
    release(harness, &work, None);
    let text =
        "The University of Selby teaches navigation. The national customs differ, and this national school is old.";
    release(harness, &Piecework { number: 6, title: "On learning", text, ..PLAIN }, None);
    let text = "The nations of the universal postal union met, among other things, in Port Selby on that day.";
    release(harness, &Piecework { number: 7, title: "On letters", text, place: Some("Port Selby"), ..PLAIN }, None);
    harness.release_page("en", "visas", Some(1), "Visas", "Who needs a visa for Velmar.");
    if embargoed {
        let text = "The zephyrine harbour fees fall. The harbours of Velmar, the treaty, the ferry: harbour, harbour, lanterns.";
        let work = Piecework {
            number: 9,
            title: "Harbour fees under embargo",
            text,
            place: Some("Zephyria"),
            speakers: &["Zeno Zephyr"],
            topics: &["zephyrs"],
            ..PLAIN
        };
        release(harness, &work, Some(RELEASE));
        let note = "A correction under embargo.";
        harness.correct(&id(5), "en", "Spring on the islands", "Zephyrine spring.", note, Some(RELEASE)).unwrap();
    }
}

impl Library {
    pub(crate) fn open(embargoed: bool) -> Self {
        let harness = Harness::at(FOUNDED);
        let mut identity = sample_identity();
        identity.languages.extend([lang("fr"), lang("es")]);
        harness.fixture(Fixture::Identity(identity));
        fill(&harness, embargoed);
        harness.set(NOW);
        let search = Search::in_memory(harness.views.clone(), harness.site.clone()).unwrap();
        let library = Self { harness, search };
        library.catch_up(NOW);
        library
    }

    pub(crate) fn catch_up(&self, at: &str) {
        while self.search.catch_up(time(at)).unwrap() {}
    }

    pub(crate) fn at(&self, at: &str, tag: &str, ask: &Ask) -> Answer {
        let as_of = AsOf { site: self.harness.site.clone(), instant: time(at) };
        self.search.find(&as_of, &lang(tag), ask).unwrap()
    }

    pub(crate) fn ask(&self, typed: &str) -> Answer {
        self.at(NOW, "en", &ask(typed))
    }

    /// The messages found, best first.
    pub(crate) fn found(&self, typed: &str) -> Vec<u8> {
        numbers(&self.ask(typed))
    }

    /// The turns found, best first, by their labels.
    pub(crate) fn said(&self, typed: &str) -> Vec<String> {
        let answer = self.at(NOW, "en", &Ask { unit: Unit::Turns, ..ask(typed) });
        answer
            .hits
            .iter()
            .map(|hit| hit.snippets[0].said.as_ref().map_or("-".to_owned(), |said| said.label.clone()))
            .collect()
    }
}

pub(crate) fn ask(typed: &str) -> Ask {
    Ask { text: typed.to_owned(), limit: 10, ..Ask::default() }
}

pub(crate) fn numbers(answer: &Answer) -> Vec<u8> {
    let number = |message: &MessageId| (1..=9).find(|number| id(*number) == *message).unwrap_or(0);
    answer.hits.iter().map(|hit| number(&hit.message)).collect()
}

pub(crate) fn sorted(mut numbers: Vec<u8>) -> Vec<u8> {
    numbers.sort_unstable();
    numbers
}

pub(crate) fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
}

pub(crate) fn counts(facets: &[Facet]) -> Vec<(&str, u64)> {
    facets.iter().map(|facet| (facet.label.as_str(), facet.count)).collect()
}

pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::open(true))
}
