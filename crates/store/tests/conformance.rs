//! What every home must do, run against each of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use journal::{Draft, Head};
use store::{
    AppendError, Batch, Claim, Home, MemoryHome, Object, Put, PutError, RECORD_BYTES_MAX, Records as _, SqliteHome,
    StoreError,
};

fn draft(stream: &str, version: u32) -> Draft {
    Draft {
        at: 1,
        site: "s".into(),
        stream: stream.into(),
        version,
        actor: "operator".into(),
        kind: "VersionReleased".into(),
        body: format!("{{\"v\":{version}}}").into_bytes(),
    }
}

fn claim(key: &str, owner: &str) -> Claim {
    Claim { site: "s".into(), key: key.into(), owner: owner.into() }
}

fn drafts(drafts: Vec<Draft>) -> Batch {
    Batch { drafts, ..Batch::default() }
}

/// Runs a check against a fresh home of each kind.
fn on_every_home(check: impl Fn(&dyn Home)) {
    check(&MemoryHome::new());
    let folder = tempfile::tempdir().unwrap();
    check(&SqliteHome::create(&folder.path().join("chancery.db")).unwrap());
}

#[test]
fn entries_are_numbered_without_gaps_and_chained() {
    on_every_home(|home| {
        home.append(drafts(vec![draft("a", 1), draft("b", 1)])).unwrap();
        home.append(drafts(vec![draft("a", 2)])).unwrap();
        let entries = home.read(0, 10).unwrap();
        let head = entries.iter().fold(Head::EMPTY, |head, entry| head.accept(entry).unwrap());
        assert_eq!(head, home.head().unwrap());
        assert_eq!(head.seq, 3);
        assert_eq!(home.read(1, 1).unwrap(), entries[1..2]);
        let streams: Vec<u32> = home.read_stream("s", "a").unwrap().iter().map(|e| e.draft.version).collect();
        assert_eq!(streams, [1, 2]);
    });
}

#[test]
fn a_stream_that_moved_on_is_a_conflict_and_nothing_of_the_batch_stays() {
    on_every_home(|home| {
        home.append(drafts(vec![draft("a", 1)])).unwrap();
        let before = home.head().unwrap();
        let object = Object::pack(b"text");
        let batch = Batch {
            drafts: vec![draft("b", 1), draft("a", 1)],
            claims: vec![claim("address/x", "m1")],
            objects: vec![object.clone()],
            forget: vec![],
        };
        assert_eq!(home.append(batch), Err(AppendError::Conflict { stream: "a".into() }));
        assert_eq!(home.head().unwrap(), before);
        assert_eq!(home.owner("s", "address/x").unwrap(), None);
        assert_eq!(home.object(object.digest).unwrap(), None);
        assert!(home.read_stream("s", "b").unwrap().is_empty());
    });
}

#[test]
fn a_key_has_one_owner_who_may_claim_it_again() {
    on_every_home(|home| {
        let claiming = |owner: &str, stream: &str| Batch {
            drafts: vec![draft(stream, 1)],
            claims: vec![claim("address/x", owner)],
            ..Batch::default()
        };
        home.append(claiming("m1", "a")).unwrap();
        home.append(claiming("m1", "b")).unwrap();
        let refused = home.append(claiming("m2", "c"));
        assert_eq!(refused, Err(AppendError::Taken { key: "address/x".into(), owner: "m1".into() }));
        assert_eq!(home.head().unwrap().seq, 2);
        assert_eq!(home.claims().unwrap(), [claim("address/x", "m1")]);
    });
}

#[test]
fn two_owners_in_one_batch_are_refused_too() {
    on_every_home(|home| {
        let claims = vec![claim("address/x", "m1"), claim("address/x", "m2")];
        assert!(matches!(home.append(Batch { claims, ..Batch::default() }), Err(AppendError::Taken { .. })));
        assert!(home.claims().unwrap().is_empty());
    });
}

#[test]
fn an_object_comes_back_until_it_is_erased() {
    on_every_home(|home| {
        let object = Object::pack("Текст".as_bytes());
        home.append(Batch { objects: vec![object.clone(), object.clone()], ..Batch::default() }).unwrap();
        assert_eq!(home.object(object.digest).unwrap().unwrap().unpack().unwrap(), "Текст".as_bytes());
        home.append(Batch { forget: vec![object.digest], ..Batch::default() }).unwrap();
        assert_eq!(home.object(object.digest).unwrap(), None);
    });
}

#[test]
fn a_damaged_object_is_noticed() {
    let mut object = Object::pack(b"a text of some length, long enough to be packed");
    let middle = object.packed.len() / 2;
    object.packed[middle] ^= 1;
    assert!(matches!(object.unpack(), Err(StoreError::Corrupt(_))));
}

#[test]
fn sqlite_keeps_what_was_acknowledged_after_it_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chancery.db");
    let head = {
        let home = SqliteHome::create(&path).unwrap();
        home.append(drafts(vec![draft("a", 1)])).unwrap();
        home.head().unwrap()
    };
    let home = SqliteHome::open(&path).unwrap();
    assert_eq!(home.head().unwrap(), head);
    home.check().unwrap();
}

#[test]
fn sqlite_refuses_to_edit_or_delete_a_fact() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chancery.db");
    SqliteHome::create(&path).unwrap().append(drafts(vec![draft("a", 1)])).unwrap();
    let console = rusqlite::Connection::open(&path).unwrap();
    for sql in ["UPDATE journal SET actor = 'x'", "DELETE FROM journal"] {
        assert!(console.execute(sql, []).unwrap_err().to_string().contains("append-only"));
    }
}

#[test]
fn a_full_disk_refuses_the_batch_and_leaves_the_rest_whole() {
    let folder = tempfile::tempdir().unwrap();
    let home = SqliteHome::create(&folder.path().join("chancery.db")).unwrap();
    home.append(drafts(vec![draft("a", 1)])).unwrap();
    home.limit_pages(30).unwrap();
    // An xorshift sequence does not compress.
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut step = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    let noise: Vec<u8> = (0..1_000_000).map(|_| step()).collect();
    let batch = Batch { drafts: vec![draft("b", 1)], objects: vec![Object::pack(&noise)], ..Batch::default() };
    assert!(matches!(home.append(batch), Err(AppendError::Store(StoreError::Full(_)))));
    assert_eq!(home.head().unwrap().seq, 1);
    home.append(drafts(vec![draft("b", 1)])).unwrap();
    home.check().unwrap();
}

#[test]
fn a_database_that_is_newer_or_damaged_or_none_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chancery.db");
    assert!(matches!(SqliteHome::open(&path), Err(StoreError::Unavailable(_))));
    SqliteHome::create(&path).unwrap();
    assert!(SqliteHome::create(&path).is_err());
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(SqliteHome::open(&path), Err(StoreError::Newer { found: 99, .. })));
    let junk = folder.path().join("junk.db");
    std::fs::write(&junk, vec![b'x'; 8192]).unwrap();
    assert!(matches!(SqliteHome::open(&junk), Err(StoreError::Corrupt(_))));
}

fn put<'a>(key: &'a str, base: Option<u64>, value: &'a [u8]) -> Put<'a> {
    Put { room: "draft", key, base, value, now_us: 1_000, expires_us: None }
}

#[test]
fn a_record_is_changed_only_by_who_knows_what_is_there() {
    on_every_home(|home| {
        assert_eq!(home.put(&put("a", Some(0), b"one")).unwrap(), 1);
        let Err(PutError::Changed { current: Some(current) }) = home.put(&put("a", Some(0), b"other")) else {
            panic!()
        };
        assert_eq!((current.revision, current.value.as_slice()), (1, b"one".as_slice()));
        assert_eq!(home.put(&put("a", Some(1), b"two")).unwrap(), 2);
        assert!(matches!(home.put(&put("a", Some(1), b"late")), Err(PutError::Changed { .. })));
        assert_eq!(home.record("draft", "a", 1_000).unwrap().unwrap().value, b"two");
        assert!(matches!(home.put(&put("b", Some(1), b"x")), Err(PutError::Changed { current: None })));
        assert_eq!(home.record("other", "a", 1_000).unwrap(), None);
    });
}

#[test]
fn several_records_are_changed_together_or_not_at_all() {
    on_every_home(|home| {
        home.put(&put("a", None, b"one")).unwrap();
        let refused = home.put_all(&[put("b", Some(0), b"new"), put("a", Some(0), b"late")]);
        assert!(matches!(refused, Err(PutError::Changed { current: Some(_) })));
        assert_eq!(home.record("draft", "b", 0).unwrap(), None);
        assert_eq!(home.put_all(&[put("b", Some(0), b"new"), put("a", Some(1), b"two")]).unwrap(), [1, 2]);
        assert_eq!(home.put_all(&[put("b", Some(1), b"x"), put("b", Some(2), b"y")]).unwrap(), [2, 3]);
    });
}

#[test]
fn of_two_who_take_a_record_one_has_it() {
    on_every_home(|home| {
        home.put(&put("a", None, b"secret")).unwrap();
        assert_eq!(home.take("draft", "a", 1_000).unwrap().unwrap().value, b"secret");
        assert_eq!(home.take("draft", "a", 1_000).unwrap(), None);
        assert_eq!(home.put(&put("a", Some(0), b"again")).unwrap(), 1);
    });
}

#[test]
fn an_expired_record_is_not_there() {
    on_every_home(|home| {
        let short = Put { expires_us: Some(2_000), ..put("a", None, b"short") };
        home.put(&short).unwrap();
        assert!(home.record("draft", "a", 1_999).unwrap().is_some());
        assert_eq!(home.record("draft", "a", 2_000).unwrap(), None);
        assert_eq!(home.records("draft", "", 2_000).unwrap(), vec![]);
        assert_eq!(home.take("draft", "a", 2_000).unwrap(), None);
        home.put(&short).unwrap();
        home.put(&put("b", None, b"long")).unwrap();
        assert_eq!(home.put(&Put { now_us: 3_000, ..put("a", Some(0), b"new") }).unwrap(), 1);
        home.put(&Put { expires_us: Some(4_000), ..put("c", None, b"short") }).unwrap();
        assert_eq!(home.sweep(5_000).unwrap(), 1);
        assert_eq!(home.records("draft", "", 0).unwrap().len(), 2);
    });
}

#[test]
fn records_are_listed_by_what_their_keys_begin_with_and_in_their_order() {
    on_every_home(|home| {
        for key in ["s/b/ru", "s/a/en", "s/a/zh", "s/aa/en", "t/a/en", "s/é"] {
            home.put(&put(key, None, key.as_bytes())).unwrap();
        }
        let keys = |prefix: &str| -> Vec<String> {
            home.records("draft", prefix, 0).unwrap().into_iter().map(|record| record.key).collect()
        };
        assert_eq!(keys("s/a/"), ["s/a/en", "s/a/zh"]);
        assert_eq!(keys("s/"), ["s/a/en", "s/a/zh", "s/aa/en", "s/b/ru", "s/é"]);
        assert_eq!(keys("").len(), 6);
        assert!(keys("u").is_empty());
    });
}

#[test]
fn a_record_that_is_too_large_is_refused_and_what_was_there_stays() {
    on_every_home(|home| {
        home.put(&put("a", None, b"small")).unwrap();
        let large = vec![0; RECORD_BYTES_MAX + 1];
        assert!(matches!(home.put(&put("a", None, &large)), Err(PutError::TooLarge(_))));
        assert_eq!(home.record("draft", "a", 0).unwrap().unwrap().value, b"small");
    });
}

#[test]
fn a_home_of_the_first_format_is_brought_up_and_keeps_its_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chancery.db");
    SqliteHome::create(&path).unwrap().append(drafts(vec![draft("a", 1)])).unwrap();
    let first = rusqlite::Connection::open(&path).unwrap();
    first.execute_batch("DROP TABLE record; PRAGMA user_version = 1;").unwrap();
    drop(first);
    let home = SqliteHome::open(&path).unwrap();
    assert_eq!(home.head().unwrap().seq, 1);
    assert_eq!(home.put(&put("a", Some(0), b"one")).unwrap(), 1);
}
