//! The site as at past instants.

use domain::{Command, MessageId};
use testkit::{Harness, sample_site, time};

#[test]
fn a_past_instant_shows_its_own_words_clocks_day_and_counters() {
    let harness = sample_site();
    let front = harness.page("/web/20200915211200/en/");
    assert!(front.contains("15 September 2020"), "{front}");
    assert!(front.contains("00:12") && front.contains("22:12"));
    assert!(front.contains(">926<"), "926 days from 4 March 2018 to 15 September 2020");
    assert!(!front.contains("answers on the harbour"), "released on the 21st");
    assert!(front.contains("href=\"/web/20200915211200/en/messages/\""), "links stay inside the instant");
    assert!(front.contains("noindex"));
}

#[test]
fn an_embargoed_message_is_in_no_memento_and_a_future_instant_leads_to_the_present() {
    let harness = sample_site();
    let future = harness.get("/web/20200923110000/en/");
    assert_eq!((future.status(), future.location()), (302, Some("/en/")));
    assert!(!harness.page("/web/20200922115959/en/messages/").contains("embargo"));
    harness.set("2020-09-24T00:00:00Z");
    assert!(!harness.page("/web/20200923105959/en/messages/").contains("embargo"));
    assert!(harness.page("/web/20200923110000/en/messages/").contains("embargo"));
}

#[test]
fn before_the_record_begins_there_is_nothing_and_the_page_leads_to_its_first_instant() {
    let harness = sample_site();
    let early = harness.get("/web/20200101000000/en/");
    assert_eq!(early.status(), 404);
    assert!(early.page().contains("/web/20200801080000/en/"), "{}", early.page());
    assert_eq!(harness.get("/web/20200801080000/en/").status(), 200);
    assert_eq!(harness.get("/web/20201301080000/en/").status(), 400);
}

#[test]
fn a_corrected_message_keeps_its_earlier_wording_at_its_earlier_instants() {
    let harness = sample_site();
    let address = "/en/messages/2020/08/14/statement-on-the-harbour-fees";
    assert!(harness.page(address).contains("fall by 10 per cent"));
    assert!(harness.page(address).contains("The figure was 12; it is 10."));
    let before = harness.page(&format!("/web/20200815085959{address}"));
    assert!(before.contains("fall by 12 per cent") && !before.contains("Corrected"));
    assert!(harness.page(&format!("/web/20200815090000{address}")).contains("fall by 10 per cent"));
}

#[test]
fn a_withdrawn_message_is_read_at_the_instants_at_which_it_was_public() {
    let harness = sample_site();
    let address = "/en/messages/2020/08/15/statement-published-in-error";
    let now = harness.get(address);
    assert_eq!(now.status(), 410);
    assert!(now.page().contains("It was published in error.") && !now.page().contains("not agreed"));
    let then = harness.get(&format!("/web/20200820000000{address}"));
    assert_eq!(then.status(), 200);
    assert!(then.page().contains("not agreed"));
}

#[test]
fn an_erased_message_is_gone_at_every_instant() {
    let harness = sample_site();
    let address = "/en/messages/2020/08/15/appeal-for-a-missing-sailor";
    for address in [address.to_owned(), format!("/web/20200820000000{address}")] {
        let answer = harness.get(&address);
        assert_eq!(answer.status(), 451, "{address}");
        assert!(!answer.page().contains("protects"));
    }
    assert!(!harness.page("/web/20200820000000/en/messages/").contains("sailor"));
}

#[test]
fn a_moved_address_leads_to_the_new_one_for_ever() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let id = MessageId::from_bits([3; 10]);
    let old = harness.release(&id, "en", "First title", "Text.", None);
    harness.set("2020-09-22T12:30:00Z");
    let manuscript = harness.manuscript(&id, "en", domain::Kind::Statement, "Second title", "Text.", "2");
    let slug = domain::SlugWish::Message("second-title".into());
    let order = manuscript.version(harness.newsroom.chance(), None, domain::VersionClass::Substantive, None, slug);
    harness.order(order).unwrap();
    let answer = harness.get(&old);
    assert_eq!((answer.status(), answer.location()), (301, Some("/en/messages/2020/09/22/second-title")));
    assert_eq!(harness.get(&format!("/web/20200922121500{old}")).status(), 200);
}

#[test]
fn a_release_is_public_at_its_instant_with_every_worker_dead_and_not_a_second_before() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let address =
        harness.release(&MessageId::from_bits([4; 10]), "en", "At noon", "Text.", Some("2020-09-23T11:00:00Z"));
    harness.set("2020-09-23T10:59:59Z");
    assert_eq!(harness.get(&address).status(), 404);
    let front = harness.get("/en/");
    assert!(!front.page().contains("At noon"));
    assert_eq!(front.good_until(), Some(time("2020-09-23T11:00:00Z")), "the page before ends with it");
    assert!(!front.page().contains(&time("2020-09-23T11:00:00Z").as_millisecond().to_string()), "and does not tell");
    harness.set("2020-09-23T11:00:00Z");
    assert_eq!(harness.get(&address).status(), 200);
    assert!(harness.page("/en/").contains("At noon"));
}

#[test]
fn a_moved_or_cancelled_release_is_what_counts() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let id = MessageId::from_bits([5; 10]);
    let lang: domain::Lang = "en".parse().unwrap();
    harness.release(&id, "en", "Moved", "Text.", Some("2020-09-23T11:00:00Z"));
    let move_it = Command::MoveRelease {
        message: id.clone(),
        lang: lang.clone(),
        number: 1,
        release: time("2020-09-25T11:00:00Z"),
        reason: "talks go on".into(),
    };
    harness.order(move_it).unwrap();
    harness.set("2020-09-24T11:00:00Z");
    assert!(!harness.page("/en/messages/").contains("Moved"));
    harness.order(Command::CancelRelease { message: id, lang, number: 1, reason: "called off".into() }).unwrap();
    harness.set("2020-09-26T11:00:00Z");
    assert!(!harness.page("/en/").contains("Moved"));
}
