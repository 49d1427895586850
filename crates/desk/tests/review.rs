//! Review and release through the rooms, as people do it: four eyes, an instant that is repeated and kept to the second,
//! bundles, moves, withdrawals, and who may do what.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use domain::{Digest, Fixture, Role, VersionClass};
use stage::{Reply, Stage, id, lang, plain, stage};

const TEXT: &str = "The harbour of Port Selby opens on 4 October. Talks go on.";
const RUSSIAN: &str = "Порт Селби откроется 4 октября. Переговоры продолжаются.";

fn item(number: u8, tag: &str, digest: Digest) -> String {
    format!("{}/{tag}/{digest}", id(number))
}

fn review(number: u8, tag: &str) -> String {
    format!("/desk/review/{}/{tag}", id(number))
}

fn message(number: u8) -> String {
    format!("/desk/message/{}", id(number))
}

fn act(number: u8, tag: &str, action: &str) -> String {
    format!("/desk/message/{}/{tag}/{action}", id(number))
}

/// A submission of the author's that the editor approved.
async fn approved(stage: &Stage, number: u8, tag: &str, title: &str, text: &str) -> Digest {
    let digest = stage.submission("author", &id(number), tag, title, text);
    let address = format!("{}/approve", review(number, tag));
    stage.post("editor", &address, &[("submission", &digest.to_string())]).await.expect(303);
    digest
}

/// Two languages of one message as one bundle at 23:00 in Port Selby on 23 September, which is 22:00 UTC.
async fn scheduled(stage: &Stage, number: u8) -> (Reply, Vec<(String, String)>) {
    let en = approved(stage, number, "en", "Harbour talks", TEXT).await;
    let ru = approved(stage, number, "ru", "Переговоры в порту", RUSSIAN).await;
    let fields = [
        ("item", item(number, "en", en)),
        ("item", item(number, "ru", ru)),
        ("when", "at".to_owned()),
        ("date", "2020-09-23".to_owned()),
        ("time", "23:00:00".to_owned()),
        ("title", "Harbour talks in two languages".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let confirmation = stage.post("publisher", "/desk/release", &fields).await.expect(200);
    let mut confirmed = vec![("item".to_owned(), item(number, "en", en)), ("item".to_owned(), item(number, "ru", ru))];
    for name in ["at", "title", "bypass"] {
        confirmed.push((name.to_owned(), confirmation.field(name).unwrap()));
    }
    (confirmation, confirmed)
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn bundle_of(stage: &Stage, number: u8) -> String {
    let message = stage.desk.newsroom.message(&stage.desk.site, &id(number)).unwrap();
    format!("/desk/bundle/{}", message.editions[&lang("en")].versions[0].bundle.as_ref().unwrap())
}

fn facts(stage: &Stage, number: u8) -> usize {
    stage.desk.newsroom.facts_of(&stage.desk.site, &id(number)).unwrap().len()
}

#[tokio::test]
async fn two_languages_written_by_one_and_approved_by_another_appear_together_at_the_second() {
    let stage = stage();
    let digest =
        stage.submission("author", &id(1), "en", "Harbour talks", "An earlier text, approved and then changed.");
    let approve = format!("{}/approve", review(1, "en"));
    let named = [("submission", digest.to_string())];
    let named: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();

    let page = stage.get("author", &review(1, "en")).await.expect(200);
    assert!(!page.text.contains("/approve"), "an author is offered no approval");
    stage.post("author", &approve, &named).await.expect(403);
    assert!(stage.get("editor", "/desk/").await.expect(200).text.contains("Harbour talks"));
    let page = stage.get("editor", &review(1, "en")).await.expect(200);
    assert_eq!(page.field("submission"), Some(digest.to_string()));
    stage.post("editor", &approve, &named).await.expect(303);
    assert!(stage.get("publisher", "/desk/").await.expect(200).text.contains("To release (1)"));

    let (confirmation, confirmed) = scheduled(&stage, 1).await;
    let said = plain(&confirmation.text);
    assert!(said.contains("Release in 2 languages on Wednesday 23 September 2020, 23:00 in Port Selby?"), "{said}");
    assert!(said.contains("22:00") && said.contains("UTC"), "{said}");
    let done = stage.post("publisher", "/desk/release/confirmed", &pairs(&confirmed)).await.expect(303);
    let page = stage.get("publisher", done.location()).await.expect(200);
    assert!(page.text.contains("It becomes public"), "{}", page.text);

    let english = "/en/messages/2020/09/23/harbour-talks";
    let russian = "/ru/messages/2020/09/23/переговоры-в-порту";
    stage.set("2020-09-23T21:59:59Z");
    assert_eq!((stage.public(english).0, stage.public(russian).0), (404, 404));
    stage.set("2020-09-23T22:00:00Z");
    assert_eq!((stage.public(english).0, stage.public(russian).0), (200, 200));
}

#[tokio::test]
async fn whoever_wrote_a_text_cannot_approve_it_and_is_told_so() {
    let stage = stage();
    let digest = stage.submission("editor", &id(1), "en", "Harbour talks", TEXT);
    let named = [("submission", digest.to_string())];
    let named: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let reply = stage.post("editor", &format!("{}/approve", review(1, "en")), &named).await.expect(422);
    assert!(reply.text.contains("second pair of eyes"), "{}", reply.text);
    stage.post("second", &format!("{}/approve", review(1, "en")), &named).await.expect(303);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_harmless() {
    let stage = stage();
    let digest = stage.submission("author", &id(1), "en", "Harbour talks", TEXT).to_string();
    for _ in 0..2 {
        let address = format!("{}/approve", review(1, "en"));
        stage.post("editor", &address, &[("submission", &digest)]).await.expect(303);
    }
    let (_, confirmed) = scheduled(&stage, 2).await;
    let first = stage.post("publisher", "/desk/release/confirmed", &pairs(&confirmed)).await.expect(303);
    let before = facts(&stage, 2);
    let second = stage.post("publisher", "/desk/release/confirmed", &pairs(&confirmed)).await.expect(303);
    assert_eq!((first.location(), before), (second.location(), facts(&stage, 2)));

    let moved = [("date", "2020-09-24"), ("time", "09:00"), ("reason", "The minister arrives later.")];
    let address = format!("{}/move", bundle_of(&stage, 2));
    stage.post("publisher", &address, &moved).await.expect(303);
    let before = facts(&stage, 2);
    stage.post("publisher", &address, &moved).await.expect(303);
    assert_eq!(before, facts(&stage, 2));
}

#[tokio::test]
async fn what_was_submitted_anew_since_it_was_looked_at_is_not_approved() {
    let stage = stage();
    let old = stage.submission("author", &id(1), "en", "Harbour talks", TEXT).to_string();
    stage.submission("author", &id(1), "en", "Harbour talks", "Another text altogether.");
    let address = format!("{}/approve", review(1, "en"));
    let reply = stage.post("editor", &address, &[("submission", &old)]).await.expect(422);
    assert!(reply.text.contains("submitted anew"), "{}", reply.text);
    assert!(reply.text.contains("Another text altogether."), "the newer one is shown");
}

#[tokio::test]
async fn a_draft_that_went_on_after_its_submission_is_said_and_is_not_what_is_reviewed() {
    let stage = stage();
    stage.submission("author", &id(1), "en", "Harbour talks", TEXT);
    let page = stage.get("editor", &review(1, "en")).await.expect(200);
    assert!(!page.text.contains("not submitted"), "{}", page.text);
    stage.draft("author", &id(1), "en", "Harbour talks", "Words that nobody has submitted.");
    let page = stage.get("editor", &review(1, "en")).await.expect(200);
    assert!(page.text.contains("The draft has changes that are not submitted."));
    assert!(!page.text.contains("Words that nobody has submitted."));
}

#[tokio::test]
async fn a_returned_text_comes_back_to_its_writer_with_the_reason() {
    let stage = stage();
    let digest = stage.submission("author", &id(1), "en", "Harbour talks", TEXT).to_string();
    let address = format!("{}/return", review(1, "en"));
    let reply = stage.post("editor", &address, &[("submission", &digest), ("reason", " ")]).await.expect(422);
    assert!(reply.text.contains("reason-error"));
    let fields = [("submission", digest.as_str()), ("reason", "The date is missing.")];
    stage.post("editor", &address, &fields).await.expect(303);
    let page = stage.get("author", "/desk/").await.expect(200);
    assert!(page.text.contains("Returned (1)") && page.text.contains("The date is missing."), "{}", page.text);
}

#[tokio::test]
async fn a_local_time_that_is_skipped_or_comes_twice_waits_for_a_choice() {
    let stage = stage();
    let digest = approved(&stage, 1, "en", "Harbour talks", TEXT).await;
    let chosen = item(1, "en", digest);
    for (date, options) in [
        ("2021-03-28", ["2021-03-28T00:30:00Z", "2021-03-28T01:30:00Z"]),
        ("2020-10-25", ["2020-10-25T00:30:00Z", "2020-10-25T01:30:00Z"]),
    ] {
        let fields = [("item", chosen.as_str()), ("when", "at"), ("date", date), ("time", "01:30")];
        let reply = stage.post("publisher", "/desk/release", &fields).await.expect(422);
        assert!(options.iter().all(|option| reply.text.contains(option)), "{}", reply.text);
        for option in options {
            let fields = [fields.as_slice(), &[("instant", option)]].concat();
            let reply = stage.post("publisher", "/desk/release", &fields).await.expect(200);
            assert_eq!(reply.field("at").as_deref(), Some(option));
        }
        let other = [fields.as_slice(), &[("instant", "2020-12-01T00:00:00Z")]].concat();
        stage.post("publisher", "/desk/release", &other).await.expect(422);
    }
}

#[tokio::test]
async fn an_instant_in_the_past_and_an_unreadable_one_are_refused_with_the_input_kept() {
    let stage = stage();
    let digest = approved(&stage, 1, "en", "Harbour talks", TEXT).await;
    let chosen = item(1, "en", digest);
    let ask = |date: &'static str, time: &'static str| {
        let fields =
            vec![("item", chosen.clone()), ("when", "at".into()), ("date", date.into()), ("time", time.into())];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Vec<(String, String)>>()
    };
    let reply = stage.post("publisher", "/desk/release", &pairs(&ask("2020-09-21", "10:00"))).await.expect(422);
    assert!(reply.text.contains("is in the past"));
    assert_eq!((reply.field("date").as_deref(), reply.field("time").as_deref()), (Some("2020-09-21"), Some("10:00")));
    let reply = stage.post("publisher", "/desk/release", &pairs(&ask("tomorrow", "10:00"))).await.expect(422);
    assert!(reply.text.contains("date-error"));
    let late = [("item", chosen.as_str()), ("at", "2020-09-22T11:00:00Z")];
    let reply = stage.post("publisher", "/desk/release/confirmed", &late).await.expect(422);
    assert!(reply.text.contains("is in the past"));
}

#[tokio::test]
async fn a_bundle_moves_as_a_whole_and_only_with_a_reason() {
    let stage = stage();
    let (_, confirmed) = scheduled(&stage, 1).await;
    stage.post("publisher", "/desk/release/confirmed", &pairs(&confirmed)).await.expect(303);
    let bundle = bundle_of(&stage, 1);
    let address = format!("{bundle}/move");
    let silent = [("date", "2020-09-24"), ("time", "09:00"), ("reason", "")];
    let reply = stage.post("publisher", &address, &silent).await.expect(422);
    assert_eq!(reply.field("date").as_deref(), Some("2020-09-24"), "what was typed is still there");
    let alone = [("number", "1"), ("date", "2020-09-24"), ("time", "09:00"), ("reason", "Later.")];
    let reply = stage.post("publisher", &act(1, "en", "move"), &alone).await.expect(422);
    assert!(reply.text.contains("move the bundle"), "{}", reply.text);
    let fields = [("date", "2020-09-24"), ("time", "09:00"), ("reason", "The minister arrives later.")];
    stage.post("publisher", &address, &fields).await.expect(303);
    assert!(stage.get("author", &bundle).await.expect(200).text.contains("The minister arrives later."));
    stage.set("2020-09-23T22:00:00Z");
    assert_eq!(stage.public("/en/messages/2020/09/23/harbour-talks").0, 404);
    stage.set("2020-09-24T08:00:00Z");
    assert_eq!(stage.public("/en/messages/2020/09/24/harbour-talks").0, 200);
    assert_eq!(stage.public("/ru/messages/2020/09/24/переговоры-в-порту").0, 200);
}

/// Releases an approved text now, or at an instant; gives its public address.
async fn released(stage: &Stage, number: u8, at: &str) -> String {
    let digest = approved(stage, number, "en", "Harbour talks", TEXT).await;
    let chosen = item(number, "en", digest);
    stage.post("publisher", "/desk/release/confirmed", &[("item", &chosen), ("at", at)]).await.expect(303);
    let message = stage.desk.newsroom.message(&stage.desk.site, &id(number)).unwrap();
    format!("/en/{}", message.editions[&lang("en")].versions[0].address)
}

#[tokio::test]
async fn a_release_is_moved_and_called_off_with_a_reason() {
    let stage = stage();
    released(&stage, 1, "2020-09-23T10:00:00Z").await;
    let fields = [("number", "1"), ("date", "2020-09-23"), ("time", "15:00"), ("reason", "Agreed with the capital.")];
    stage.post("publisher", &act(1, "en", "move"), &fields).await.expect(303);
    stage.set("2020-09-23T13:59:59Z");
    assert_eq!(stage.public("/en/messages/2020/09/23/harbour-talks").0, 404);
    let reply = stage.post("publisher", &act(1, "en", "call-off"), &[("number", "1"), ("reason", "")]).await;
    assert!(reply.expect(422).text.contains("reason-error"));
    let fields = [("number", "1"), ("reason", "The talks failed.")];
    stage.post("publisher", &act(1, "en", "call-off"), &fields).await.expect(303);
    stage.set("2020-09-23T14:00:00Z");
    assert_eq!(stage.public("/en/messages/2020/09/23/harbour-talks").0, 404);
    assert!(stage.get("editor", &message(1)).await.expect(200).text.contains("The talks failed."));
}

#[tokio::test]
async fn an_edition_is_withdrawn_restored_and_erased_in_the_eyes_of_the_public() {
    let stage = stage();
    let address = released(&stage, 1, "").await;
    assert_eq!(stage.public(&address).0, 200);
    stage.set("2020-09-22T13:00:00Z");
    stage.post("publisher", &act(1, "en", "withdraw"), &[("reason", "Sent out in error.")]).await.expect(303);
    let (status, page) = stage.public(&address);
    assert!(status == 410 && page.contains("Sent out in error."), "{status} {page}");
    stage.set("2020-09-22T14:00:00Z");
    stage.post("publisher", &act(1, "en", "restore"), &[("reason", "It was right after all.")]).await.expect(303);
    assert_eq!(stage.public(&address).0, 200);

    let comment = [("block", ""), ("id", "0123456789abcdef"), ("text", "Names a private person.")];
    stage.post("editor", &format!("{}/comment", review(1, "en")), &comment).await.expect(303);
    let wrong = [("reason", "Privacy."), ("by_law", "yes"), ("title", "Other talks")];
    let reply = stage.post("administrator", &act(1, "en", "erase"), &wrong).await.expect(422);
    assert!(reply.text.contains("title-error") && stage.public(&address).0 == 200);
    stage.post("publisher", &act(1, "en", "erase"), &wrong).await.expect(403);
    let right = [("reason", "A court ordered it."), ("by_law", "yes"), ("title", "Harbour talks")];
    stage.post("administrator", &act(1, "en", "erase"), &right).await.expect(303);
    assert_eq!(stage.public(&address).0, 451);
    let page = stage.get("author", &message(1)).await.expect(200);
    assert!(page.text.contains("A court ordered it."));
    stage.get("author", &review(1, "en")).await.expect(404);
    let left = stage.desk.records().records("comment", "", stage.desk.now().as_microsecond()).unwrap();
    assert!(left.is_empty(), "comments may quote what was erased");
}

#[tokio::test]
async fn a_release_without_approval_is_flagged_until_a_second_person_has_looked() {
    let stage = stage();
    let digest = stage.submission("author", &id(1), "en", "Harbour talks", TEXT);
    let chosen = item(1, "en", digest);
    let reply = stage.post("publisher", "/desk/release", &[("item", &chosen), ("when", "now")]).await.expect(422);
    assert!(reply.text.contains("bypass-error"), "{}", reply.text);
    let fields = [("item", chosen.as_str()), ("when", "now"), ("bypass", "The minister speaks at this moment.")];
    let reply = stage.post("publisher", "/desk/release", &fields).await.expect(200);
    assert!(reply.text.contains("One of these texts is not approved."));
    stage.post("publisher", "/desk/release/confirmed", &fields).await.expect(303);

    assert!(stage.get("editor", "/desk/").await.text.contains("to be looked at (1)"));
    assert!(!stage.get("publisher", "/desk/").await.text.contains("to be looked at"), "not by whoever released it");
    let looked = [("number", "1"), ("reason", "Read, and agreed.")];
    let own = stage.post("publisher", &act(1, "en", "look"), &looked).await.expect(422);
    assert!(own.text.contains("second pair of eyes"));
    assert!(stage.get("editor", &message(1)).await.text.contains("a second person has still to look at it"));
    stage.post("editor", &act(1, "en", "look"), &looked).await.expect(303);
    assert!(!stage.get("editor", &message(1)).await.text.contains("has still to look at it"));
    assert!(!stage.get("second", "/desk/").await.text.contains("to be looked at"));
}

#[tokio::test]
async fn a_class_below_what_the_comparison_proposes_cannot_go_without_a_second_person() {
    let stage = stage();
    released(&stage, 1, "").await;
    stage.set("2020-09-22T13:00:00Z");
    let newsroom = &stage.desk.newsroom;
    let (site, en) = (&stage.desk.site, lang("en"));
    let opened = newsroom.open_draft(site, &id(1), &en).unwrap();
    let content = newsroom::Content {
        document: stage::text(&id(1), "en", "The harbour of Port Selby opens on 9 October. Talks go on."),
        class: Some(VersionClass::Typographic),
        note: Some("A slip was corrected.".to_owned()),
        ..opened.content
    };
    let visitor = stage.visitor("author");
    let saved = newsroom.save_draft(site, &visitor, (&id(1), &en), opened.revision, content).unwrap();
    newsroom.submit_draft(site, &visitor, &id(1), &en, saved.revision).unwrap();
    let page = stage.get("publisher", &review(1, "en")).await.expect(200);
    assert!(page.text.contains("The class is lower than what the comparison proposes."), "{}", page.text);
    assert!(page.text.contains("<del>4</del>") && page.text.contains("<ins>9</ins>"), "{}", page.text);
    let side = stage.get("publisher", &format!("{}?view=side", review(1, "en"))).await.expect(200);
    assert!(side.text.contains("review-pair"));
    let digest = page.field("submission").unwrap();
    let chosen = format!("{}/en/{digest}", id(1));
    for address in ["/desk/release", "/desk/release/confirmed"] {
        let fields = [("item", chosen.as_str()), ("when", "now"), ("bypass", "It is urgent.")];
        let reply = stage.post("publisher", address, &fields).await.expect(422);
        assert!(reply.text.contains("weightier than the class says"), "{}", reply.text);
    }
    stage.post("editor", &format!("{}/approve", review(1, "en")), &[("submission", &digest)]).await.expect(303);
    stage.post("publisher", "/desk/release/confirmed", &[("item", &chosen)]).await.expect(303);
    let compare = format!("/desk/compare/{}/en/1/2", id(1));
    assert!(stage.get("author", &compare).await.expect(200).text.contains("<ins>9</ins>"));
    stage.get("author", &format!("/desk/compare/{}/en/1/7", id(1))).await.expect(404);
}

#[tokio::test]
async fn a_comment_stands_beside_its_block_until_it_is_settled() {
    let stage = stage();
    stage.submission("author", &id(1), "en", "Harbour talks", TEXT);
    let page = stage.get("editor", &review(1, "en")).await.expect(200);
    let block = page.text.split("id=\"b-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = stage.get("editor", &format!("{}?comment={block}", review(1, "en"))).await.expect(200);
    let fresh = page.field("id").unwrap();
    let fields = [("block", block.as_str()), ("id", &fresh), ("text", "Is the 4th a <b>Sunday</b>?")];
    let address = format!("{}/comment", review(1, "en"));
    for _ in 0..2 {
        stage.post("translator", &address, &fields).await.expect(303);
    }
    let page = stage.get("author", &review(1, "en")).await.expect(200).text;
    assert_eq!(page.matches("Is the 4th a &lt;b&gt;Sunday").count(), 1, "{page}");
    assert!(stage.get("author", "/desk/").await.text.contains("Comments on my texts (1)"));
    let empty = [("block", block.as_str()), ("id", "0123456789abcdef"), ("text", "")];
    stage.post("editor", &address, &empty).await.expect(422);
    let long = "a".repeat(4_001);
    let reply = stage.post("editor", &address, &[("block", ""), ("id", &fresh), ("text", &long)]).await.expect(422);
    assert_eq!(reply.field("text").unwrap().len(), 4_001, "nothing typed is lost");
    stage.post("author", &format!("{}/resolve", review(1, "en")), &[("id", &fresh)]).await.expect(303);
    assert!(!stage.get("author", "/desk/").await.text.contains("Comments on my texts"));
}

/// An address, the form's fields, and who may send it.
type Row<'a> = (String, Vec<(&'a str, &'a str)>, &'a [Role]);

#[tokio::test]
async fn every_write_is_open_to_those_roles_that_may_do_it_and_to_nobody_else() {
    let stage = stage();
    let pending = stage.submission("author", &id(1), "en", "Harbour talks", TEXT).to_string();
    let loose = stage.submission("author", &id(2), "en", "Harbour rules", TEXT);
    released(&stage, 3, "2020-09-25T10:00:00Z").await;
    released(&stage, 4, "").await;
    let (_, confirmed) = scheduled(&stage, 5).await;
    stage.post("publisher", "/desk/release/confirmed", &pairs(&confirmed)).await.expect(303);
    let bundle = format!("{}/move", bundle_of(&stage, 5));
    let chosen = item(2, "en", loose);
    let submission = ("submission", pending.as_str());
    // Fields that are refused in words where the role is right (422), so that nothing changes for the next in the table.
    let nobody = ("submission", "00");
    let table: Vec<Row<'_>> = vec![
        (format!("{}/return", review(1, "en")), vec![submission, ("reason", "")], &[Role::Editor, Role::Publisher]),
        ("/desk/release".into(), vec![("item", &chosen), ("when", "now")], &[Role::Publisher]),
        (
            act(3, "en", "move"),
            vec![("number", "1"), ("date", "2020-09-25"), ("time", "12:00"), ("reason", "")],
            &[Role::Publisher],
        ),
        (act(3, "en", "call-off"), vec![("number", "1"), ("reason", "")], &[Role::Publisher]),
        (act(4, "en", "withdraw"), vec![("reason", "")], &[Role::Publisher]),
        (act(4, "en", "restore"), vec![("reason", "")], &[Role::Publisher]),
        (act(4, "en", "look"), vec![("number", "1"), ("reason", "x")], &[Role::Editor, Role::Publisher]),
        (act(4, "en", "erase"), vec![("reason", ""), ("title", "Harbour talks")], &[Role::Administrator]),
        (bundle, vec![("date", "2020-09-24"), ("time", "12:00"), ("reason", "")], &[Role::Publisher]),
    ];
    for (address, fields, roles) in &table {
        for role in Role::ALL {
            let status = stage.post(role.as_str(), address, fields).await.status;
            assert_eq!(status, if roles.contains(&role) { 422 } else { 403 }, "{} {address}", role.as_str());
        }
        // A right for one language is none for another, and nobody signed in has none.
        stage.post("ru-author", address, fields).await.expect(403);
        stage.post("out", address, fields).await.expect(401);
    }
    let released = [("item", chosen.as_str()), ("at", ""), ("bypass", " ")];
    for role in [Role::Author, Role::Translator, Role::Editor, Role::Administrator] {
        stage.post(role.as_str(), "/desk/release/confirmed", &released).await.expect(403);
        stage.post(role.as_str(), &format!("{}/lead", message(4)), &[]).await.expect(403);
    }
    for role in [Role::Author, Role::Translator, Role::Administrator] {
        stage.post(role.as_str(), &format!("{}/approve", review(1, "en")), &[submission]).await.expect(403);
    }
    stage.post("editor", &format!("{}/approve", review(1, "en")), &[nobody]).await.expect(422);
    let russian = stage.submission("author", &id(6), "ru", "Переговоры", RUSSIAN);
    let chosen = item(6, "ru", russian);
    stage.post("en-publisher", "/desk/release", &[("item", &chosen), ("when", "now")]).await.expect(403);
    stage.post("publisher", &format!("{}/lead", message(4)), &[]).await.expect(303);
    assert_eq!(stage.desk.standing().unwrap().lead, Some(id(4)));
}

#[tokio::test]
async fn every_page_is_shown_to_everybody_at_the_desk() {
    let stage = stage();
    let (_, confirmed) = scheduled(&stage, 1).await;
    stage.post("publisher", "/desk/release/confirmed", &pairs(&confirmed)).await.expect(303);
    stage.submission("author", &id(2), "zh", "港口会谈", "会谈继续进行。");
    stage.draft("editor", &id(3), "ar", "محادثات الميناء", "تستمر المحادثات.");
    let pages = [
        "/desk/".to_owned(),
        "/desk/release".to_owned(),
        "/desk/calendar".to_owned(),
        "/desk/calendar?month=1999-02".to_owned(),
        "/desk/calendar?month=nonsense".to_owned(),
        "/desk/matrix".to_owned(),
        "/desk/matrix?after=9999".to_owned(),
        "/desk/audit".to_owned(),
        "/desk/audit?kind=VersionReleased&from=2020-09-01&to=2020-09-30".to_owned(),
        "/desk/audit.csv".to_owned(),
        bundle_of(&stage, 1),
        message(1),
        message(2),
        message(3),
        review(1, "en"),
        review(2, "zh"),
        review(3, "ar"),
        format!("/desk/compare/{}/ru/1/1", id(1)),
        act(1, "en", "move"),
        act(1, "en", "call-off"),
        act(1, "en", "withdraw"),
        act(1, "en", "restore"),
        act(1, "en", "erase"),
        act(1, "en", "look"),
    ];
    for who in ["author", "translator", "editor", "publisher", "administrator"] {
        for page in &pages {
            stage.get(who, page).await.expect(200);
        }
    }
    stage.get("out", "/desk/").await.expect(303);
    assert_eq!(stage.get("author", "/desk").await.expect(308).location(), "/desk/");
    for missing in [message(9), review(9, "en"), act(1, "zh", "move"), act(1, "en", "nothing"), "/desk/bundle/x".into()]
    {
        stage.get("author", &missing).await.expect(404);
    }
}

#[tokio::test]
async fn the_desk_says_plan_and_fact_of_a_release_and_calls_an_unseen_one_overdue() {
    let stage = stage();
    released(&stage, 1, "2020-09-22T13:00:00Z").await;
    let page = stage.get("author", "/desk/").await.expect(200).text;
    assert!(page.contains("data-live-release") && page.contains("in 1 h"), "{page}");
    stage.set("2020-09-22T13:05:00Z");
    assert!(stage.get("author", "/desk/").await.text.contains("One release is overdue"));
    let (desk, key) = (&stage.desk, format!("{}/{}/en/000001", stage.desk.site, id(1)));
    let value = br#"{"planned":"2020-09-22T13:00:00Z","seen":"2020-09-22T13:00:02Z"}"#;
    let now_us = desk.now().as_microsecond();
    let put = store::Put { room: "released", key: &key, base: None, value, now_us, expires_us: None };
    desk.records().put(&put).unwrap();
    let page = stage.get("author", "/desk/").await.text;
    assert!(page.contains("seen after 2 s") && !page.contains("overdue"), "{page}");
}

#[tokio::test]
async fn the_calendar_has_releases_banners_and_occasions_on_their_days_at_home() {
    let stage = stage();
    released(&stage, 1, "2020-09-22T23:30:00Z").await;
    stage.fixture(Fixture::Banner(domain::Banner {
        id: "closed".into(),
        text: domain::Texts::one(&lang("en"), "The consular section is closed."),
        level: domain::BannerLevel::Info,
        starts: "2020-09-25T08:00:00Z".parse().unwrap(),
        ends: Some("2020-09-26T08:00:00Z".parse().unwrap()),
        link: None,
    }));
    let page = stage.get("author", "/desk/calendar?month=2020-09").await.expect(200).text;
    let day =
        |day: &str| page.split(&format!("id=\"d-{day}\"")).nth(1).unwrap().split("</tr>").next().unwrap().to_owned();
    // Half past eleven in UTC is half past midnight in Port Selby.
    assert!(day("2020-09-23").contains("Harbour talks") && !day("2020-09-22").contains("Harbour talks"));
    assert!(day("2020-09-25").contains("Banner begins") && day("2020-09-26").contains("Banner ends"), "{page}");
}

#[tokio::test]
async fn the_matrix_says_what_is_missing_and_what_is_older_than_its_source() {
    let stage = stage();
    released(&stage, 1, "").await;
    let translated = approved(&stage, 1, "ru", "Переговоры в порту", RUSSIAN).await;
    let chosen = item(1, "ru", translated);
    stage.post("publisher", "/desk/release/confirmed", &[("item", &chosen)]).await.expect(303);
    let page = stage.get("translator", "/desk/matrix").await.expect(200).text;
    assert!(page.contains("cell-original") && page.contains("cell-current") && page.contains("cell-missing"), "{page}");
    stage.set("2020-09-22T13:00:00Z");
    let newsroom = &stage.desk.newsroom;
    let opened = newsroom.open_draft(&stage.desk.site, &id(1), &lang("en")).unwrap();
    let content = newsroom::Content {
        document: stage::text(&id(1), "en", "The harbour opens on 9 October."),
        note: Some("The day was wrong.".into()),
        ..opened.content
    };
    let visitor = stage.visitor("author");
    let saved =
        newsroom.save_draft(&stage.desk.site, &visitor, (&id(1), &lang("en")), opened.revision, content).unwrap();
    newsroom.submit_draft(&stage.desk.site, &visitor, &id(1), &lang("en"), saved.revision).unwrap();
    let digest = stage.get("editor", &review(1, "en")).await.field("submission").unwrap();
    stage.post("editor", &format!("{}/approve", review(1, "en")), &[("submission", &digest)]).await.expect(303);
    let chosen = format!("{}/en/{digest}", id(1));
    stage.post("publisher", "/desk/release/confirmed", &[("item", &chosen)]).await.expect(303);
    let page = stage.get("translator", "/desk/matrix").await.expect(200).text;
    let compare = format!("/desk/compare/{}/en/1/2", id(1));
    assert!(page.contains("cell-older") && page.contains(&compare), "{page}");
}

#[tokio::test]
async fn the_audit_says_who_did_what_why_and_to_administrators_from_where() {
    let stage = stage();
    released(&stage, 1, "").await;
    stage.set("2020-09-22T13:00:00Z");
    stage.post("publisher", &act(1, "en", "withdraw"), &[("reason", "=Sent in error.")]).await.expect(303);
    let page = stage.get("editor", "/desk/audit").await.expect(200).text;
    for words in ["Publisher of Port Selby", "Withdrawn in English", "=Sent in error.", "Approved in English"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("192.0.2.7"));
    assert!(stage.get("administrator", "/desk/audit").await.text.contains("192.0.2.7"));
    let narrowed = stage.get("editor", "/desk/audit?kind=EditionWithdrawn").await.expect(200).text;
    assert!(narrowed.contains("Withdrawn in English") && !narrowed.contains("Approved in English"));
    let nobody = format!("/desk/audit?who={}", stage.account("translator"));
    assert!(stage.get("editor", &nobody).await.text.contains("Nothing was found."));
    let about = format!("/desk/audit?message={}", message(1));
    assert!(stage.get("editor", &about).await.text.contains("Withdrawn in English"));
    let old = stage.get("editor", "/desk/audit?to=2020-09-21").await.text;
    assert!(old.contains("Nothing was found."));
    let file = stage.get("administrator", "/desk/audit.csv").await.expect(200);
    assert!(file.header("content-type").starts_with("text/csv"));
    assert!(file.text.contains("\"'=Sent in error.\"") && file.text.contains("192.0.2.7"), "{}", file.text);
}
