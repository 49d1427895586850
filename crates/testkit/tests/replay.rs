//! Views folded along the way and views folded anew from the journal are the same, and the record verifies.

use domain::{Command, MessageId};
use testkit::{Harness, sample_site};

#[test]
fn the_sample_site_replays_to_the_same_views() {
    let harness = sample_site();
    assert_eq!(harness.faults(), Vec::<String>::new());
}

#[test]
fn a_replay_after_an_erasure_never_meets_the_erased_text() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let id = MessageId::from_bits([9; 10]);
    let address = harness.release(&id, "en", "To be erased", "A protected name.", None);
    harness
        .correct(&id, "en", "To be erased", "A protected name, again.", "typo", Some("2020-09-22T12:00:05Z"))
        .unwrap();
    harness.set("2020-09-22T13:00:00Z");
    let lang = "en".parse().unwrap();
    harness.order(Command::EraseEdition { message: id, lang, ground: "court order".into(), by_law: false }).unwrap();
    assert_eq!(harness.get(&address).status(), 410);
    assert_eq!(harness.faults(), Vec::<String>::new());
    let past = harness.get(&format!("/web/20200922120010{address}"));
    assert_eq!(past.status(), 410);
    assert!(!past.page().contains("protected name"));
}

#[test]
fn entries_that_another_process_folded_first_are_noticed_all_the_same() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let entries = harness.newsroom.home().read(0, 10).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.db");
    let (one, other) = (views::Views::open(&path).unwrap(), views::Views::open(&path).unwrap());
    assert_eq!(other.sites().unwrap(), []);
    one.fold(&entries, &views::NoObjects).unwrap();
    other.fold(&entries, &views::NoObjects).unwrap();
    assert_eq!(other.sites().unwrap(), std::slice::from_ref(&harness.site));
}
