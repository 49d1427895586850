//! Citing a passage, and following a link to one that was corrected since.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use document::{Document, ParseOptions, carry_ids, from_markdown};
use domain::{Command, Fixture, Kind, Lang, MessageId, Occasion, Office, SlugWish, Speaker, Texts, VersionClass};
use newsroom::Manuscript;
use proptest::prelude::*;
use serde_json::Value;
use site::PublicSettings;
use testkit::{Harness, sample_site, time};

const ANSWERS: &str = "Good afternoon.\n\nQuestion: When does the harbour open?\n\nAmbassador: On Monday. The works are done.\n\nThe pilots, one-way & all, begin at six.\n\nQuestion: And the ferry?\n\nTomas Verrin: A week later.";

/// A message that is corrected as the desk corrects it: ids are carried.
struct Record {
    harness: Harness,
    id: MessageId,
    lang: Lang,
    text: Document,
    address: String,
}

fn texts(pairs: &[(&str, &str)]) -> Texts {
    Texts(pairs.iter().map(|(tag, text)| (tag.parse().unwrap(), (*text).to_owned())).collect())
}

fn ambassador() -> Fixture {
    let office = |title, from: Option<&str>, to: Option<&str>| Office {
        title: texts(&[("en", title)]),
        from: from.map(|date| date.parse().unwrap()),
        to: to.map(|date| date.parse().unwrap()),
    };
    Fixture::Speaker(Speaker {
        slug: "ilse-maren".to_owned(),
        name: texts(&[("en", "Ilse Maren"), ("ar", "إلسه مارن"), ("zh", "伊尔莎·马伦")]),
        offices: vec![
            office("Ambassador", Some("2019-01-01"), Some("2020-12-31")),
            office("Foreign Minister", Some("2021-01-01"), None),
        ],
        aliases: vec![],
    })
}

impl Record {
    fn of(lang: &str, kind: Kind, title: &str, markdown: &str, speakers: &[&str]) -> Self {
        let settings = PublicSettings { hosts: vec![], public_url: Some("https://press.example".to_owned()) };
        let harness = Harness::with("2020-09-01T08:00:00Z", settings);
        harness.fixture(ambassador());
        harness.set("2020-09-21T16:45:00Z");
        let id = MessageId::from_bits([4; 10]);
        let mut manuscript = harness.manuscript(&id, lang, kind, title, markdown, "1");
        manuscript.occasion =
            Occasion { date: "2020-09-20".parse().ok(), place: Some("Arvenna".to_owned()), with: None };
        manuscript.speakers = speakers.iter().map(|speaker| (*speaker).to_owned()).collect();
        let text = manuscript.document.clone();
        let address = released(&harness, manuscript.first(harness.newsroom.chance(), None));
        harness.set("2020-09-22T12:00:00Z");
        Self { harness, id, lang: lang.parse().unwrap(), text, address }
    }

    fn conference() -> Self {
        Self::of("en", Kind::PressConference, "Answers on the harbour", ANSWERS, &["ilse-maren", "Tomas Verrin"])
    }

    /// Corrects the text at an instant: in what stands in `from`, `to`.
    fn correct(&mut self, at: &str, from: &str, to: &str, note: &str) {
        self.harness.set(at);
        let text = self.text.to_markdown();
        assert!(text.contains(from), "{from} is not in {text}");
        self.release(&text.replace(from, to), note, None);
    }

    fn release(&mut self, markdown: &str, note: &str, at: Option<&str>) {
        let mut mint = Manuscript::mint(&self.id, &self.lang, note);
        let options = ParseOptions { speakers: &[], lang: self.lang.as_str() };
        let next = from_markdown(markdown, &options, &mut mint).document;
        self.text = carry_ids(&self.text, next, &mut mint);
        let kind = Kind::PressConference;
        let manuscript =
            Manuscript::new(self.id.clone(), "Answers on the harbour", kind, self.lang.clone(), self.text.clone());
        let (class, note) = (VersionClass::Substantive, Some(note.to_owned()));
        let order = manuscript.version(self.harness.newsroom.chance(), at.map(time), class, note, SlugWish::Keep);
        released(&self.harness, order);
    }

    /// The id of the block whose text begins with some words.
    fn block(&self, words: &str) -> String {
        let part = |block: &document::Block| document::Part::Block(block.clone()).text();
        self.text.blocks().find(|block| part(block).starts_with(words)).unwrap().id.to_string()
    }

    fn turn(&self, number: usize) -> String {
        self.text.turns().nth(number).unwrap().id.to_string()
    }

    /// The page at an address; none of these asks the search index.
    fn page(&self, address: &str) -> String {
        self.harness.get_as_it_is(address).page()
    }

    fn cite(&self, id: &str) -> String {
        self.page(&format!("{}?cite={id}", self.address))
    }

    fn at(&self, id: &str, version: u32) -> String {
        self.page(&format!("{}?at={id}&v={version}", self.address))
    }
}

fn released(harness: &Harness, order: newsroom::Order) -> String {
    let ack = harness.order(order).unwrap();
    let address = ack.facts.iter().find_map(|fact| match fact {
        domain::Fact::VersionReleased { lang, address, .. } => Some(format!("/{lang}/{address}")),
        _ => None,
    });
    address.unwrap()
}

/// The forms of a quotation on its page: plain, HTML, JSON-LD.
fn forms(page: &str) -> [String; 3] {
    let fields: Vec<String> = page
        .split("<textarea")
        .skip(1)
        .map(|rest| {
            let text = rest.split_once('>').unwrap().1.split_once("</textarea>").unwrap().0;
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            text.replace("&amp;", "&").trim_start_matches('\n').to_owned()
        })
        .collect();
    fields.try_into().unwrap()
}

fn json(page: &str) -> Value {
    serde_json::from_str(&forms(page)[2]).unwrap()
}

#[test]
fn an_answer_is_cited_with_speaker_office_occasion_date_address_and_version() {
    let record = Record::conference();
    let id = record.block("On Monday");
    let page = record.cite(&id);
    let url = format!("https://press.example{}?at={id}&v=1#{id}", record.address);
    let [plain, html, _] = forms(&page);
    assert_eq!(
        plain,
        format!(
            "“On Monday. The works are done.”\n— Ilse Maren, Ambassador\nAnswers on the harbour\nPress conference, Arvenna, 20 September 2020\nReleased on 21 September 2020\nEmbassy of Aurelia, Version 1\n{url}\n"
        )
    );
    assert!(
        html.starts_with(&format!(
            "<blockquote cite=\"{}\" lang=\"en\" dir=\"ltr\">\n<p>On Monday.",
            url.replace('&', "&amp;")
        )),
        "{html}"
    );
    assert!(
        html.contains("<footer>— Ilse Maren, Ambassador<br>") && html.ends_with("</footer>\n</blockquote>\n"),
        "{html}"
    );
    let quotation = json(&page);
    assert_eq!(quotation["@type"], "Quotation");
    assert_eq!(quotation["text"], "On Monday. The works are done.");
    assert_eq!(quotation["spokenByCharacter"]["name"], "Ilse Maren");
    assert_eq!(quotation["spokenByCharacter"]["jobTitle"], "Ambassador", "the office on that day, not a later one");
    assert_eq!((&quotation["inLanguage"], &quotation["dateCreated"]), (&"en".into(), &"2020-09-20".into()));
    assert_eq!(quotation["url"], url.as_str());
    assert_eq!(quotation["isPartOf"]["version"], 1);
    assert_eq!(quotation["isPartOf"]["datePublished"], "2020-09-21T16:45:00Z");
    assert_eq!(quotation["isPartOf"]["headline"], "Answers on the harbour");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"https://press.example{}\">", record.address)));
    assert!(page.contains("href=\"/en/speakers/ilse-maren\""));
    assert!(page.contains(&format!("href=\"{}?at={id}&amp;v=1#{id}\"", record.address)), "{page}");
}

#[test]
fn a_question_is_cited_as_a_question_and_a_turn_as_a_whole() {
    let record = Record::conference();
    let page = record.cite(&record.block("When does"));
    assert!(forms(&page)[0].starts_with("Question: “When does the harbour open?”\nAnswers on"), "{}", forms(&page)[0]);
    assert!(forms(&page)[1].contains("<p><b>Question:</b> When does"));
    let quotation = json(&page);
    assert_eq!(quotation["name"], "Question");
    assert!(quotation.get("spokenByCharacter").is_none() && quotation.get("creator").is_none());
    let turn = record.turn(1);
    let page = record.cite(&turn);
    assert_eq!(json(&page)["text"], "On Monday. The works are done.\nThe pilots, one-way & all, begin at six.");
    assert!(json(&page)["url"].as_str().unwrap().ends_with(&format!("?at={turn}&v=1#{turn}")));
    let part = record.cite(&record.block("The pilots"));
    assert!(part.contains(&format!("?cite={turn}\">Cite the whole turn")), "a part leads to the whole");
}

#[test]
fn somebody_the_site_does_not_know_is_cited_as_printed_and_the_records_own_words_as_nobodys() {
    let record = Record::conference();
    let quotation = json(&record.cite(&record.block("A week later")));
    assert_eq!(quotation["spokenByCharacter"]["name"], "Tomas Verrin");
    assert!(quotation["spokenByCharacter"].get("jobTitle").is_none());
    let quotation = json(&record.cite(&record.block("Good afternoon")));
    assert!(quotation.get("spokenByCharacter").is_none() && quotation.get("creator").is_none(), "{quotation}");
}

#[test]
fn a_text_without_turns_is_its_only_speakers() {
    let text = "The fees fall.\n\nThey apply from October.";
    let alone = Record::of("en", Kind::Statement, "On the fees", text, &["ilse-maren"]);
    assert_eq!(json(&alone.cite(&alone.block("The fees")))["creator"]["name"], "Ilse Maren");
    let two = Record::of("en", Kind::Statement, "On the fees", text, &["ilse-maren", "Tomas Verrin"]);
    assert!(json(&two.cite(&two.block("The fees"))).get("creator").is_none(), "either may have written it");
}

#[test]
fn selected_words_are_cited_if_the_passage_has_them() {
    let record = Record::conference();
    let id = record.block("The pilots");
    let page = record.cite(&format!("{id}&text=one-way+%26%20all,+begin"));
    let quotation = json(&page);
    assert_eq!(quotation["text"], "one-way & all, begin");
    let selector = &quotation["oa:hasSelector"];
    assert_eq!(selector["oa:exact"], "one-way & all, begin");
    assert_eq!((&selector["oa:prefix"], &selector["oa:suffix"]), (&"The pilots, ".into(), &" at six.".into()));
    let link = format!("?at={id}&amp;v=1#{id}:~:text=one%2Dway%20%26%20all%2C%20begin\"");
    assert!(forms(&page)[1].contains(&link), "the link shows the words: {}", forms(&page)[1]);
    assert!(!quotation["url"].as_str().unwrap().contains(":~:"), "programs are told the place alone");
    assert!(page.contains(&format!("?cite={id}\">Cite the whole passage")));
    let other = record.cite(&format!("{id}&text=begin+at+seven"));
    assert!(other.contains("do not stand together") && json(&other)["text"].as_str().unwrap().ends_with("at six."));
}

#[test]
fn what_is_cited_can_be_put_into_any_page() {
    let text = "She wrote </script><b>\"so\"</b> & left.".replace('<', "\\<");
    let record = Record::of("en", Kind::Statement, "On </textarea> & \"more\"", &text, &[]);
    let page = record.cite(&record.block("She wrote"));
    assert!(!page.contains("</script><b>"), "{page}");
    let [_, html, json] = forms(&page);
    assert!(html.contains("&lt;/script&gt;") && !json.contains('<'), "{html}{json}");
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["text"], "She wrote </script><b>\"so\"</b> & left.");
}

#[test]
fn a_permanent_link_to_a_passage_that_stands_shows_the_page_and_marks_it() {
    let mut record = Record::conference();
    let (id, turn) = (record.block("On Monday"), record.turn(1));
    let marked = |page: &str| page.contains("class=\"marked\"") || page.contains(" marked\"");
    assert!(marked(&record.at(&id, 1)) && marked(&record.at(&turn, 1)));
    assert!(!marked(&record.page(&record.address)));
    record.correct("2020-09-23T09:00:00Z", "A week later", "Two weeks later", "The ferry sails two weeks later.");
    for page in [record.at(&id, 1), record.at(&id, 2), record.at(&turn, 1)] {
        assert!(marked(&page) && !page.contains("id=\"passage\""), "{page}");
        assert!(page.contains("noindex"), "a state of the page is not one of its own");
    }
}

#[test]
fn a_changed_passage_shows_both_wordings_and_the_correction() {
    let mut record = Record::conference();
    let (id, turn) = (record.block("On Monday"), record.turn(1));
    record.correct("2020-09-23T09:00:00Z", "On Monday", "On Tuesday", "The harbour opens on Tuesday.");
    for id in [&id, &turn] {
        let page = record.at(id, 1);
        assert!(page.contains("This passage was changed"), "{page}");
        assert!(page.contains("<del><span class=\"unseen\">[only before] </span>Monday</del>"), "{page}");
        assert!(page.contains("<ins><span class=\"unseen\">[only now] </span>Tuesday</ins>"), "{page}");
        assert!(page.contains("23 September 2020") && page.contains("<bdi>The harbour opens on Tuesday.</bdi>"));
        assert!(page.contains("class=\"was\" href=\"#passage\""), "said at the place too");
        assert!(page.contains(&format!("href=\"#{id}\">Go to the passage")));
    }
    // As at an instant before the correction nothing had changed.
    let before = record.page(&format!("/web/20200922130000{}?at={id}&v=1", record.address));
    assert!(before.contains("class=\"marked\"") && !before.contains("Tuesday"), "{before}");
    record.harness.set("2020-09-24T12:00:00Z");
    let after = record.page(&format!("/web/20200923100000{}?at={id}&v=1", record.address));
    assert!(after.contains("This passage was changed") && after.contains("/web/20200923100000/en/"));
}

#[test]
fn several_corrections_are_told_one_by_one_and_only_those_that_changed_the_passage() {
    let mut record = Record::conference();
    let id = record.block("On Monday");
    record.correct("2020-09-23T09:00:00Z", "On Monday", "On Tuesday", "First note.");
    record.correct("2020-09-24T09:00:00Z", "A week later", "Two weeks later", "Of another passage.");
    record.correct("2020-09-25T09:00:00Z", "On Tuesday", "On Friday", "Second note.");
    let page = record.at(&id, 1);
    assert!(page.contains("First note.") && page.contains("Second note.") && !page.contains("Of another"), "{page}");
    assert!(page.contains("</span>Monday</del>") && page.contains("</span>Friday</ins>"), "then and now");
    assert!(page.contains("</span>Tuesday</ins>") && page.contains("</span>Tuesday</del>"), "and each step");
    let since = record.at(&id, 2);
    assert!(!since.contains("First note.") && since.contains("Second note."), "{since}");
}

#[test]
fn words_given_to_another_speaker_are_a_changed_passage() {
    let mut record = Record::conference();
    let id = record.block("A week later");
    record.correct("2020-09-23T09:00:00Z", "Tomas Verrin", "Ambassador", "It was the Ambassador who said so.");
    let page = record.at(&id, 1);
    assert!(page.contains("This passage was changed") && page.contains("</span>Tomas Verrin</del>"), "{page}");
}

#[test]
fn a_passage_that_is_gone_is_shown_as_it_was() {
    let mut record = Record::conference();
    let id = record.block("The pilots");
    let pilots = record.text.to_markdown().split("\n\n").find(|part| part.contains("pilots")).unwrap().to_owned();
    record.correct("2020-09-23T09:00:00Z", &format!("{pilots}\n\n"), "", "The pilots were not spoken of.");
    let page = record.at(&id, 1);
    assert!(
        page.contains("no longer in the text") && page.contains("The pilots, one-way &amp; all, begin at six."),
        "{page}"
    );
    assert!(page.contains("The pilots were not spoken of."));
    assert!(!record.page(&record.address).contains("one-way"), "only who has the link is told");
    let now = record.at(&id, 2);
    assert!(now.contains("was not found") && !now.contains("one-way"), "{now}");
}

#[test]
fn a_divided_paragraph_still_says_the_same() {
    let mut record = Record::conference();
    let id = record.block("On Monday");
    record.correct("2020-09-23T09:00:00Z", "On Monday. The works", "On Monday.\n\nThe works", "Divided.");
    let page = record.at(&id, 1);
    assert!(page.contains("stand in another place") && !page.contains("was changed"), "{page}");
    assert!(page.contains(&format!("href=\"#{}\"", record.block("On Monday"))), "{page}");
}

#[test]
fn what_the_public_may_not_see_is_not_spoken_of() {
    let mut record = Record::conference();
    let id = record.block("On Monday");
    let plain = record.page(&record.address);
    let markdown = record.text.to_markdown().replace("On Monday", "On Sunday");
    record.release(&markdown, "Embargoed note.", Some("2020-09-24T09:00:00Z"));
    let states = |page: String| page.replace("<meta name=\"robots\" content=\"noindex\">\n", "");
    assert_eq!(states(record.at(&id, 2)), plain, "a version to come is an unknown version");
    assert_eq!(states(record.at(&id, 7)), plain);
    assert_eq!(states(record.at(&id, 0)), plain);
    record.harness.set("2020-09-24T09:00:00Z");
    assert!(record.at(&id, 1).contains("</span>Sunday</ins>"));
    let withdraw =
        Command::WithdrawEdition { message: record.id.clone(), lang: record.lang.clone(), reason: "In error.".into() };
    record.harness.order(withdraw).unwrap();
    for query in [format!("?at={id}&v=1"), format!("?cite={id}"), format!("?cite={id}&text=On")] {
        let answer = record.harness.get_as_it_is(&format!("{}{query}", record.address));
        assert_eq!(answer.status(), 410);
        assert!(!answer.page().contains("Monday") && !answer.page().contains("Sunday"));
    }
}

#[test]
fn a_link_that_names_no_passage_shows_the_page_and_says_so() {
    let record = Record::conference();
    for query in ["at=p-00000000&v=1", "at=nonsense", "at=", "cite=p-00000000", "cite=%ff&text=x", "at=t-00000000"] {
        let answer = record.harness.get_as_it_is(&format!("{}?{query}", record.address));
        assert_eq!(answer.status(), 200, "{query}");
        assert!(answer.page().contains("names a passage that this text does not have"), "{query}");
        assert!(answer.page().contains("The works are done."), "{query}");
    }
    let untouched = record.page(&format!("{}?utm_source=x", record.address));
    assert_eq!(untouched, record.page(&record.address));
}

#[test]
fn a_link_to_a_passage_survives_a_move_of_the_message() {
    let record = Record::conference();
    let id = record.block("On Monday");
    record.harness.set("2020-09-23T09:00:00Z");
    let title = "Answers on the port";
    let kind = Kind::PressConference;
    let manuscript = Manuscript::new(record.id.clone(), title, kind, record.lang.clone(), record.text.clone());
    let slug = SlugWish::Message("answers-on-the-port".to_owned());
    let (class, note) = (VersionClass::Metadata, Some("The title.".to_owned()));
    let order = manuscript.version(record.harness.newsroom.chance(), None, class, note, slug);
    let address = released(&record.harness, order);
    assert_ne!(address, record.address);
    let answer = record.harness.get_as_it_is(&format!("{}?at={id}&v=1", record.address));
    let moved = format!("{address}?at={id}&v=1");
    assert_eq!((answer.status(), answer.location()), (301, Some(moved.as_str())));
    assert!(record.page(&moved).contains("class=\"marked\""));
}

#[test]
fn every_paragraph_and_turn_of_a_page_leads_to_its_citation() {
    let record = Record::conference();
    let page = record.page(&record.address);
    let ids: Vec<&str> = page.split("href=\"?cite=").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.len(), 6 + 4, "{page}");
    for id in ids {
        assert!(record.cite(id).contains("Cite this passage"), "{id}");
    }
    assert!(
        page.contains(&format!("<a id=\"{}-label\" href=\"/en/speakers/ilse-maren\">Ambassador</a>", record.turn(1)))
    );
    assert!(page.contains("href=\"/en/speakers/tomas-verrin\""), "{page}");
    let past = record.page(&format!("/web/20200922110000{}?cite={}", record.address, record.turn(1)));
    assert!(past.contains("href=\"/web/20200922110000/en/speakers/ilse-maren\""), "{past}");
    assert!(json(&past)["url"].as_str().unwrap().starts_with("https://press.example/en/"), "the version says which");
}

#[test]
fn evergreen_pages_have_passages_too() {
    let harness = sample_site();
    let page = harness.get_as_it_is("/en/about").page();
    let id = page.split("href=\"?cite=").nth(1).unwrap().split('"').next().unwrap();
    let cited = harness.get_as_it_is(&format!("/en/about?cite={id}")).page();
    assert_eq!(json(&cited)["isPartOf"]["@type"], "Article");
    assert!(harness.get_as_it_is(&format!("/en/about?at={id}&v=1")).page().contains("class=\"marked\""));
}

#[test]
fn the_pages_in_three_scripts() {
    for (lang, title, text, from, to) in [
        (
            "en",
            "Answers on the harbour",
            "Question: When does the harbour open?\n\nAmbassador: On Monday. The works are done.",
            "Monday",
            "Tuesday",
        ),
        (
            "ar",
            "إجابات بشأن الميناء",
            "سؤال: متى يُفتح الميناء؟\n\nإلسه مارن: يوم الاثنين. اكتملت الأعمال.",
            "الاثنين",
            "الثلاثاء",
        ),
        ("zh", "就港口问题答记者问", "问：港口何时开放？\n\n答：星期一开放。工程已经完成。", "星期一", "星期二"),
    ] {
        let mut record = Record::of(lang, Kind::PressConference, title, text, &["ilse-maren"]);
        let id = record.text.turns().nth(1).unwrap().blocks[0].id.to_string();
        let main = |page: String| {
            let from = page.find("<main").unwrap();
            page[from..page.find("</main>").unwrap()].to_owned()
        };
        insta::assert_snapshot!(format!("cite_{lang}"), main(record.cite(&id)));
        record.correct("2020-09-23T09:00:00Z", from, to, "2020-09-22");
        insta::assert_snapshot!(format!("changed_{lang}"), main(record.at(&id, 1)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_query_upsets_the_page(query in "(cite|at|v|text|x)?=?[tp%&=+a-z0-9é-]{0,24}(&(cite|at|v|text)=[tp%+a-z0-9-]{0,12}){0,3}") {
        thread_local!(static RECORD: Record = Record::conference());
        RECORD.with(|record| {
            let answer = record.harness.get_as_it_is(&format!("{}?{query}", record.address));
            assert_eq!(answer.status(), 200, "{query}");
        });
    }
}
