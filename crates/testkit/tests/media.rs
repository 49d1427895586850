//! Media files are public through visible versions only: by no guess of an address before, at once when it is time,
//! and not any more once no visible version shows them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use document::{Block, Body, Node, Span};
use domain::{
    Command, Digest, Fixture, FixtureKey, Kind, MediaFile, MediaSize, MessageId, SlugWish, Texts, VersionClass,
};
use site::Answer;
use store::Shelf as _;
use testkit::{Harness, time};

const START: &str = "2020-09-22T12:00:00Z";
const RELEASE: &str = "2020-09-23T11:00:00Z";
const BEFORE: &str = "2020-09-23T10:59:59Z";

/// A file in the library and on the shelf, with one smaller size.
fn add(harness: &Harness, name: &str) -> MediaFile {
    let bytes = |of: &str| format!("the bytes of {of} of {name}").into_bytes();
    let keep = |of: &str| {
        harness.shelf.put(Digest::of(&bytes(of)), &bytes(of)).unwrap();
        (Digest::of(&bytes(of)), bytes(of).len() as u64)
    };
    let ((digest, length), (small, small_length)) = (keep("the whole"), keep("the small one"));
    let size =
        MediaSize { digest: small, name: format!("{name}-320.jpg"), width: 320, height: 200, bytes: small_length };
    let file = MediaFile {
        digest,
        name: format!("{name}.jpg"),
        mime: "image/jpeg".into(),
        bytes: length,
        width: 800,
        height: 500,
        alt: Texts::one(&"en".parse().unwrap(), "The quay at noon"),
        credit: None,
        sizes: vec![size],
    };
    harness.fixture(Fixture::Media(file.clone()));
    file
}

/// The addresses of a file and of its sizes.
fn addresses(file: &MediaFile) -> Vec<String> {
    let sizes = file.sizes.iter().map(|size| format!("/media/{}/{}", size.digest, size.name));
    std::iter::once(format!("/media/{}/{}", file.digest, file.name)).chain(sizes).collect()
}

/// A figure that shows a file, alone or at the bottom of a list in a quote.
fn figure(file: &MediaFile, draw: &str, deep: bool) -> Node {
    let mut mint = document::Mint::seeded(draw.as_bytes());
    let mut block = |body: Body| Block { id: mint.block(), body };
    let media = format!("{}/{}", file.digest, file.name);
    let figure = block(Body::Figure { alt: "The quay".into(), caption: vec![], media });
    if !deep {
        return Node::Block(figure);
    }
    let list = block(Body::List { items: vec![vec![figure]], ordered: false, start: 1 });
    Node::Block(block(Body::Quote { blocks: vec![list] }))
}

/// A paragraph that links to a file.
fn link(file: &MediaFile, draw: &str) -> Node {
    let href = Some(format!("/media/{}/{}", file.digest, file.name));
    let spans = vec![Span { href, ..Span::plain("the picture") }];
    Node::Block(Block { id: document::Mint::seeded(draw.as_bytes()).block(), body: Body::Paragraph { spans } })
}

/// Releases a version with some more blocks; gives its address.
fn release(harness: &Harness, message: &MessageId, draw: &str, nodes: Vec<Node>, at: Option<&str>) -> String {
    let mut manuscript = harness.manuscript(message, "en", Kind::Statement, "Quay", &format!("Text {draw}."), draw);
    manuscript.document.nodes.extend(nodes);
    let class = if draw == "1" { VersionClass::First } else { VersionClass::Substantive };
    let slug = if draw == "1" { SlugWish::Message("quay".into()) } else { SlugWish::Keep };
    let note = (draw != "1").then(|| "A picture was changed.".to_owned());
    let order = manuscript.version(harness.newsroom.chance(), at.map(time), class, note, slug);
    let ack = harness.order(order).unwrap();
    let address = ack.facts.iter().find_map(|fact| match fact {
        domain::Fact::VersionReleased { address, .. } => Some(format!("/en/{address}")),
        _ => None,
    });
    address.unwrap()
}

/// All that an answer says, headers and all.
fn said(answer: &Answer) -> String {
    format!("{answer:?}\n{}", answer.page())
}

fn statuses(harness: &Harness, file: &MediaFile, inside: &str) -> Vec<u16> {
    addresses(file).iter().map(|address| harness.get(&format!("{inside}{address}")).status()).collect()
}

#[test]
fn a_file_of_an_embargoed_message_answers_as_a_random_address_until_its_instant() {
    for deep in [false, true] {
        let harness = Harness::at(START);
        let file = add(&harness, "quay");
        let page =
            release(&harness, &MessageId::from_bits([2; 10]), "1", vec![figure(&file, "f", deep)], Some(RELEASE));
        harness.set(BEFORE);
        let random = said(&harness.get(&format!("/media/{}/quay.jpg", Digest([9; 32]))));
        assert_eq!(random, said(&harness.get("/nothing/of/this/name")));
        let stamped = "/web/20200922120000";
        let unknown = said(&harness.get(&format!("{stamped}/nothing")));
        for address in addresses(&file) {
            assert_eq!(said(&harness.get(&address)), random, "{address}");
            assert_eq!(said(&harness.get(&format!("{address}x"))), random, "a wrong name tells nothing either");
            assert_eq!(said(&harness.get(&format!("{stamped}{address}"))), unknown);
            assert_eq!(
                harness.get(&format!("/web/20200923110000{address}")).status(),
                404,
                "nor does a future instant"
            );
        }
        harness.set(RELEASE);
        assert_eq!(statuses(&harness, &file, ""), [200, 200]);
        let whole = harness.get(&addresses(&file)[0]);
        assert_eq!((whole.content_type(), &whole.bytes()[..]), ("image/jpeg", &b"the bytes of the whole of quay"[..]));
        assert_eq!(statuses(&harness, &file, "/web/20200923105959"), [404, 404]);
        let html = harness.page(&page);
        for address in addresses(&file) {
            assert!(html.contains(&address), "{address} in {html}");
        }
        assert!(html.contains("width=\"800\" height=\"500\"") && html.contains("320w"));
    }
}

#[test]
fn a_file_that_is_only_linked_to_is_public_with_the_text_that_links() {
    let harness = Harness::at(START);
    let (linked, unused) = (add(&harness, "linked"), add(&harness, "unused"));
    release(&harness, &MessageId::from_bits([2; 10]), "1", vec![link(&linked, "l")], None);
    assert_eq!(statuses(&harness, &linked, ""), [200, 200]);
    assert_eq!(statuses(&harness, &unused, ""), [404, 404]);
}

#[test]
fn a_withdrawal_takes_the_file_back_and_a_restoration_gives_it_again() {
    let harness = Harness::at(START);
    let file = add(&harness, "quay");
    let (message, lang) = (MessageId::from_bits([2; 10]), "en".parse::<domain::Lang>().unwrap());
    release(&harness, &message, "1", vec![figure(&file, "f", false)], None);
    harness.set("2020-09-22T13:00:00Z");
    let reason = "in error".to_owned();
    harness.order(Command::WithdrawEdition { message: message.clone(), lang: lang.clone(), reason }).unwrap();
    assert_eq!(statuses(&harness, &file, ""), [404, 404]);
    assert_eq!(statuses(&harness, &file, "/web/20200922123000"), [200, 200], "it was public then");
    harness.set("2020-09-22T14:00:00Z");
    harness.order(Command::RestoreEdition { message, lang, note: "checked".into() }).unwrap();
    assert_eq!(statuses(&harness, &file, ""), [200, 200]);
    assert_eq!(statuses(&harness, &file, "/web/20200922133000"), [404, 404]);
}

#[test]
fn an_erasure_takes_the_file_back_at_every_instant() {
    let harness = Harness::at(START);
    let file = add(&harness, "quay");
    let (message, lang) = (MessageId::from_bits([2; 10]), "en".parse().unwrap());
    release(&harness, &message, "1", vec![figure(&file, "f", false)], None);
    harness.set("2020-09-22T13:00:00Z");
    assert_eq!(statuses(&harness, &file, "/web/20200922123000"), [200, 200]);
    harness.order(Command::EraseEdition { message, lang, ground: "privacy".into(), by_law: true }).unwrap();
    assert_eq!(statuses(&harness, &file, ""), [404, 404]);
    assert_eq!(statuses(&harness, &file, "/web/20200922123000"), [404, 404]);
}

#[test]
fn a_correction_without_the_figure_takes_the_file_back_but_not_from_its_past() {
    let harness = Harness::at(START);
    let (first, second) = (add(&harness, "first"), add(&harness, "second"));
    let message = MessageId::from_bits([2; 10]);
    let page = release(&harness, &message, "1", vec![figure(&first, "a", false)], None);
    harness.set("2020-09-22T13:00:00Z");
    release(&harness, &message, "2", vec![figure(&second, "b", false)], None);
    assert_eq!((statuses(&harness, &first, ""), statuses(&harness, &second, "")), (vec![404, 404], vec![200, 200]));
    let then = "/web/20200922123000";
    assert_eq!((statuses(&harness, &first, then), statuses(&harness, &second, then)), (vec![200, 200], vec![404, 404]));
    let html = harness.page(&format!("{then}{page}"));
    for address in addresses(&first) {
        assert!(html.contains(&format!("{then}{address}")), "pictures of a past page come from its instant: {html}");
    }
    // Another message that shows the first picture keeps it public whatever becomes of this one.
    release(&harness, &MessageId::from_bits([3; 10]), "1", vec![figure(&first, "c", true)], None);
    assert_eq!(statuses(&harness, &first, ""), [200, 200]);
}

#[test]
fn a_wrong_name_leads_to_the_right_one_only_where_the_file_may_be_seen() {
    let harness = Harness::at(START);
    let file = add(&harness, "quay");
    let wrong = format!("/media/{}/other.jpg", file.digest);
    assert_eq!(harness.get(&wrong).status(), 404);
    release(&harness, &MessageId::from_bits([2; 10]), "1", vec![figure(&file, "f", false)], None);
    let right = addresses(&file)[0].clone();
    let answer = harness.get(&wrong);
    assert_eq!((answer.status(), answer.location()), (301, Some(right.as_str())));
    let answer = harness.get(&format!("/web/20200922120000{wrong}"));
    assert_eq!((answer.status(), answer.location()), (301, Some(format!("/web/20200922120000{right}").as_str())));
}

#[test]
fn a_file_is_good_as_long_as_a_page_and_never_for_ever() {
    let harness = Harness::at(START);
    let file = add(&harness, "quay");
    release(&harness, &MessageId::from_bits([2; 10]), "1", vec![figure(&file, "f", false)], None);
    let answer = harness.get(&addresses(&file)[0]);
    assert_eq!(answer.good_until(), Some(time("2020-09-22T12:01:00Z")));
    release(&harness, &MessageId::from_bits([3; 10]), "1", vec![], Some("2020-09-22T12:00:30Z"));
    assert_eq!(harness.get(&addresses(&file)[0]).good_until(), Some(time("2020-09-22T12:00:30Z")));
}

#[test]
fn bytes_that_are_missing_are_no_file() {
    let harness = Harness::at(START);
    let file = add(&harness, "quay");
    release(&harness, &MessageId::from_bits([2; 10]), "1", vec![figure(&file, "f", false)], None);
    harness.shelf.remove(file.digest).unwrap();
    assert_eq!(statuses(&harness, &file, ""), [404, 200]);
}

#[test]
fn the_library_has_its_past_and_a_file_taken_out_of_it_is_still_shown() {
    let harness = Harness::at(START);
    let first = add(&harness, "first");
    harness.set("2020-09-22T13:00:00Z");
    let second = add(&harness, "second");
    release(&harness, &MessageId::from_bits([2; 10]), "1", vec![figure(&first, "f", false)], None);
    harness.set("2020-09-22T14:00:00Z");
    let credit = Some("Press Section".to_owned());
    harness.fixture(Fixture::Media(MediaFile { credit: credit.clone(), ..first.clone() }));
    let library = |instant: &str| {
        let as_of = domain::AsOf { site: harness.site.clone(), instant: time(instant) };
        (harness.views.media(&as_of).unwrap(), harness.views.media_file(&as_of, first.digest).unwrap())
    };
    assert_eq!(library("2020-09-22T12:30:00Z"), (vec![first.clone()], Some(first.clone())));
    assert_eq!(library("2020-09-22T13:30:00Z").0, [second.clone(), first.clone()], "what was added last comes first");
    assert_eq!(library("2020-09-22T14:00:00Z").1.unwrap().credit, credit);
    let key = FixtureKey { kind: "media".into(), id: first.digest.to_string() };
    harness.set("2020-09-22T15:00:00Z");
    harness.order(Command::RemoveFixture { key, effective: None }).unwrap();
    assert_eq!(library("2020-09-22T15:00:00Z"), (vec![second], None));
    assert_eq!(statuses(&harness, &first, ""), [200, 200]);
}

#[test]
fn a_file_without_an_alternative_text_is_refused() {
    let harness = Harness::at(START);
    let file = add(&harness, "quay");
    let part = Box::new(Fixture::Media(MediaFile { alt: Texts::default(), ..file }));
    let refused = harness.order(Command::SetFixture { part, effective: None }).unwrap_err();
    assert!(refused.to_string().contains("alternative text"), "{refused}");
}
