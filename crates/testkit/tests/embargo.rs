//! The embargo crawl: one second before its release, a message that the desk has written, submitted, approved and
//! scheduled is to every public address as if it did not exist; at the instant all of it is there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use document::{Block, Body, Document, Mint, Node, Span};
use domain::{Command, Digest, Fixture, Grant, Kind, Lang, MediaFile, MediaSize, MessageId, Role, Texts, VersionClass};
use jiff::SignedDuration;
use newsroom::{Content, ReleaseWish, Releasing, Visitor};
use proptest::prelude::*;
use store::Shelf as _;
use testkit::{Harness, time};

const START: &str = "2020-09-22T20:00:00Z";
/// The word that stands in everything that is under embargo and in nothing else.
const SECRET: &str = "Vellanore";

/// What the desk does behind the curtain.
#[derive(Debug, Clone, Copy)]
struct Plan {
    /// Languages released together.
    both: bool,
    /// A correction of a public message instead of a new one.
    correction: bool,
    /// With a picture in it.
    picture: bool,
    /// Moved once before its release.
    moved: bool,
    /// Minutes from now to the release.
    in_minutes: u16,
    /// Messages that are public before.
    others: u8,
}

fn plan() -> impl Strategy<Value = Plan> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), 2u16..2_000, 1u8..4).prop_map(
        |(both, correction, picture, moved, in_minutes, others)| Plan {
            both,
            correction,
            picture,
            moved,
            in_minutes,
            others,
        },
    )
}

fn id(number: u8) -> MessageId {
    MessageId::from_bits([number; 10])
}

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

struct People {
    writer: Visitor,
    editor: Visitor,
    publisher: Visitor,
}

fn people(harness: &Harness) -> People {
    let account = |role: Role| {
        let account = harness.newsroom.chance().account_id();
        let grants = vec![Grant { role, lang: None }];
        harness.order(Command::SetAccount { account: account.clone(), grants, owner: None, expires: None }).unwrap();
        Visitor { account, from: None }
    };
    People { writer: account(Role::Author), editor: account(Role::Editor), publisher: account(Role::Publisher) }
}

/// A picture and its smaller size on the shelf, and the fixture that the library knows it by.
fn picture(harness: &Harness) -> (Digest, Digest) {
    let (whole, small) = (b"the picture".as_slice(), b"the small picture".as_slice());
    let digests = [whole, small].map(|bytes| {
        let digest = Digest::of(bytes);
        harness.shelf.put(digest, bytes).unwrap();
        digest
    });
    harness.fixture(Fixture::Media(MediaFile {
        digest: digests[0],
        name: "harbour.png".into(),
        mime: "image/png".into(),
        bytes: whole.len() as u64,
        width: 1_280,
        height: 720,
        alt: Texts::one(&lang("en"), "The harbour"),
        credit: None,
        sizes: vec![MediaSize {
            digest: digests[1],
            name: "harbour-320.png".into(),
            width: 320,
            height: 180,
            bytes: small.len() as u64,
        }],
    }));
    (digests[0], digests[1])
}

fn document(words: &str, media: Option<Digest>, seed: &str) -> Document {
    let mut mint = Mint::seeded(seed.as_bytes());
    let mut block = |body| Node::Block(Block { body, id: mint.block() });
    let mut nodes = vec![block(Body::Paragraph { spans: vec![Span::plain(words)] })];
    if let Some(digest) = media {
        let media = format!("{digest}/harbour.png");
        nodes.push(block(Body::Figure { alt: "The harbour".into(), caption: vec![], media }));
    }
    Document { nodes }
}

/// Writes, submits and approves one edition.
fn prepare(
    harness: &Harness,
    people: &People,
    message: &MessageId,
    tag: &str,
    plan: Plan,
    media: Option<Digest>,
) -> Releasing {
    let (newsroom, site, lang) = (&harness.newsroom, &harness.site, lang(tag));
    let mut content = newsroom.open_draft(site, message, &lang).unwrap().content;
    content.title = format!("{SECRET} accord in {tag}");
    content.kind = Kind::Statement;
    content.occasion.place = Some(SECRET.into());
    content.speakers = vec![SECRET.into()];
    content.topics = vec![SECRET.into()];
    content.document = document(&format!("The {SECRET} accord."), media, tag);
    content.note = plan.correction.then(|| format!("{SECRET} was added."));
    let draft = newsroom.save_draft(site, &people.writer, (message, &lang), 0, content).unwrap();
    newsroom.submit_draft(site, &people.writer, message, &lang, draft.revision).unwrap();
    let folded = newsroom.message(site, message).unwrap();
    let submission = folded.editions[&lang].pending.as_ref().unwrap().submission.digest();
    let item = Releasing { message: message.clone(), lang, submission };
    newsroom.approve(site, &people.editor, &item).unwrap();
    item
}

/// Every public address there is, and guesses at what is not there yet.
fn addresses(message: &MessageId, released: &[String], files: &[String]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for tag in ["en", "ar", "zh"] {
        let rooms = [
            "",
            "messages/",
            "messages/2020/",
            "messages/2020/09/",
            "messages/2020/10/",
            "messages/2020/09/22/",
            "messages/?kind=statement",
            "messages/?from=2020-09-01",
            "speakers/",
            "corrections",
            "speakers/vellanore",
            "speakers/vellanore/years.csv",
            "messages/months.csv",
            "messages/2020/days.csv",
            "search",
            "search?q=Vellanore",
            "search?q=Vellanor",
            "search?q=vellan*",
            "search?q=known",
            "search?q=knwon",
            "search?q=text&order=newest&edition=all",
            "search?q=accord+OR+text",
            "search?q=%22the+Vellanore+accord%22",
            "search?q=speaker:Vellanore",
            "search?q=text&in=turns",
            "search?place=Vellanore",
            "search?speaker=vellanore",
            "search?topic=vellanore",
            "search/years.csv?q=Vellanore",
            "quote?q=Vellanore",
            "quote?q=The+Vellanore+accord.",
            "quote?q=This+is+the+text+of+an+accord+with+somebody",
            "feed.atom",
            "feed.rss",
            "feed.json",
            "vellanore",
        ];
        all.extend(rooms.iter().map(|room| format!("/{tag}/{room}")));
        all.push(format!("/{tag}/messages/?speaker={SECRET}"));
        all.push(format!("/{tag}/messages/?topic={SECRET}"));
        all.push(format!("/{tag}/messages/?place={SECRET}"));
        all.push(format!("/{tag}/{message}"));
    }
    for address in released {
        let tails = [
            "",
            "/versions",
            "/versions/1",
            "/versions/2",
            "/versions/1..2",
            ".md",
            ".txt",
            ".json",
            "?v=2",
            "?cite=p-1",
            "?at=p-1&v=1",
            "?at=p-1&v=2",
        ];
        all.extend(tails.iter().map(|tail| format!("{address}{tail}")));
        all.push(format!("/web/20400101000000{address}"));
        all.push(format!("/web/20200922195900{address}"));
        all.push(format!("/web/timemap/link{address}"));
    }
    all.extend(files.iter().cloned());
    all.extend(files.iter().map(|file| format!("/web/20400101000000{file}")));
    all.extend(
        ["/", "/sitemap.xml", "/robots.txt", "/api/v1/messages", "/log/checkpoint", "/healthz"].map(str::to_owned),
    );
    all.extend(
        [
            "/api/v1/search?q=Vellanore",
            "/api/v1/search?q=text&lang=en",
            "/api/v1/search?q=Vellanore&at=2020-09-22T20:00:00Z",
            "/api/v1/quote?q=The+Vellanore+accord.",
        ]
        .map(str::to_owned),
    );
    all
}

/// Everything that an answer says of itself.
fn said(answer: &site::Answer) -> (u16, Option<String>, &'static str, Option<jiff::Timestamp>, String) {
    let location = answer.location().map(str::to_owned);
    (answer.status(), location, answer.content_type(), answer.good_until(), answer.page())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn one_second_before_its_release_every_public_address_answers_as_if_it_did_not_exist(plan in plan()) {
        let (with, without) = (Harness::at(START), Harness::at(START));
        let mut files = Vec::new();
        for harness in [&with, &without] {
            for other in 0..plan.others {
                harness.release(&id(other), "en", &format!("Known {other}"), "Text.", None);
            }
        }
        let people = people(&with);
        let media = plan.picture.then(|| picture(&with));
        if let Some((whole, small)) = media {
            files = vec![format!("/media/{whole}/harbour.png"), format!("/media/{small}/harbour-320.png")];
        }
        for harness in [&with, &without] {
            harness.clock.set(time(START) + SignedDuration::from_mins(1));
        }
        let message = if plan.correction { id(0) } else { id(9) };
        let mut items = vec![prepare(&with, &people, &message, "en", plan, media.map(|(whole, _)| whole))];
        if plan.both {
            items.push(prepare(&with, &people, &message, "ar", Plan { correction: false, ..plan }, None));
        }
        // Beside it a draft that is only written, and a submission that nobody approved.
        with.newsroom.save_draft(&with.site, &people.writer, (&id(8), &lang("en")), 0, Content {
            title: SECRET.into(), document: document(SECRET, None, "draft"), ..Content::empty(Kind::Statement)
        }).unwrap();
        let release = time(START) + SignedDuration::from_mins(i64::from(plan.in_minutes));
        let planned = if plan.moved { release + SignedDuration::from_hours(1) } else { release };
        let title = plan.both.then(|| SECRET.to_owned());
        let wish = ReleaseWish { items: items.clone(), at: Some(planned), title, bypass: None };
        let ack = with.newsroom.release(&with.site, &people.publisher, &wish).unwrap();
        if plan.moved {
            move_to(&with, &people, &ack, &message, release);
        }
        let released: Vec<String> = items.iter().map(|item| {
            let folded = with.newsroom.message(&with.site, &item.message).unwrap();
            format!("/{}/{}", item.lang, folded.editions[&item.lang].versions.last().unwrap().address)
        }).collect();

        for harness in [&with, &without] {
            harness.clock.set(release - SignedDuration::from_secs(1));
        }
        let all = addresses(&message, &released, &files);
        for address in &all {
            let (one, other) = (with.get(address), without.get(address));
            prop_assert_eq!(said(&one), said(&other), "{} with {:?}", address, plan);
        }
        // What is guessed answers like any address that leads nowhere.
        let nowhere = said(&with.get("/media/0000000000000000000000000000000000000000000000000000000000000000/harbour.png"));
        for file in &files {
            prop_assert_eq!(said(&with.get(file)), nowhere.clone(), "{}", file);
        }

        with.clock.set(release);
        for address in &released {
            let page = with.get(address);
            prop_assert_eq!(page.status(), 200, "{} with {:?}", address, plan);
            prop_assert!(page.page().contains(SECRET));
        }
        prop_assert!(with.page("/en/messages/").contains(SECRET));
        // Nothing waits for the index to be brought up to date: what it knew to come is found at its instant.
        prop_assert!(with.get_as_it_is("/en/search?q=vellanore").page().contains(&released[0]), "{:?}", plan);
        prop_assert!(with.get("/en/search?q=vellanore").page().contains(&released[0]), "{:?}", plan);
        prop_assert_eq!(with.page("/ar/").contains(SECRET), plan.both);
        for file in &files {
            prop_assert_eq!(with.get(file).status(), 200, "{}", file);
        }
    }
}

fn move_to(harness: &Harness, people: &People, ack: &newsroom::Ack, message: &MessageId, release: jiff::Timestamp) {
    let reason = "earlier after all";
    let bundle = ack.facts.iter().find_map(|fact| match fact {
        domain::Fact::BundleReleased { bundle, .. } => Some(bundle.clone()),
        _ => None,
    });
    match bundle {
        Some(bundle) => {
            harness.newsroom.move_bundle(&harness.site, &people.publisher, &bundle, release, reason).unwrap();
        }
        None => {
            let folded = harness.newsroom.message(&harness.site, message).unwrap();
            let number = folded.editions[&lang("en")].last_number;
            let (message, lang, reason) = (message.clone(), lang("en"), reason.to_owned());
            let command = Command::MoveRelease { message, lang, number, release, reason };
            harness.newsroom.order_as(&harness.site, &people.publisher, command).unwrap();
        }
    }
}

#[test]
fn with_every_worker_stopped_the_page_is_there_at_the_first_request_at_its_instant() {
    let harness = Harness::at(START);
    let people = people(&harness);
    let plan = Plan { both: false, correction: false, picture: false, moved: false, in_minutes: 180, others: 0 };
    let item = prepare(&harness, &people, &id(9), "en", plan, None);
    let at = time("2020-09-22T23:00:00Z");
    let wish = ReleaseWish { items: vec![item], at: Some(at), title: None, bypass: None };
    harness.newsroom.release(&harness.site, &people.publisher, &wish).unwrap();
    harness.set("2020-09-22T22:59:59.999999Z");
    assert!(!harness.page("/en/").contains(SECRET));
    harness.set("2020-09-22T23:00:00Z");
    assert!(harness.page("/en/").contains(SECRET));
    let folded = harness.newsroom.message(&harness.site, &id(9)).unwrap();
    assert_eq!(folded.editions[&lang("en")].versions[0].class, VersionClass::First);
}

#[test]
fn a_translation_that_is_public_says_nothing_of_a_source_that_is_not() {
    let harness = Harness::at(START);
    let people = people(&harness);
    let plan = Plan { both: false, correction: false, picture: false, moved: false, in_minutes: 180, others: 0 };
    let source = prepare(&harness, &people, &id(9), "en", plan, None);
    let translation = prepare(&harness, &people, &id(9), "ar", plan, None);
    let release = |item: Releasing, at: Option<&str>| {
        let wish = ReleaseWish { items: vec![item], at: at.map(time), title: None, bypass: None };
        harness.newsroom.release(&harness.site, &people.publisher, &wish).unwrap();
    };
    release(source, Some("2020-09-22T23:00:00Z"));
    release(translation, None);
    let folded = harness.newsroom.message(&harness.site, &id(9)).unwrap();
    let address = format!("/ar/{}", folded.editions[&lang("ar")].versions[0].address);
    let follows = |page: &str| page.contains("تتبع هذه الترجمة");
    assert!(!follows(&harness.page(&address)));
    harness.set("2020-09-22T23:00:00Z");
    assert!(follows(&harness.page(&address)));
}
