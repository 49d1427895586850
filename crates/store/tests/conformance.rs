//! What every home must do, run against each of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use journal::{Draft, Head};
use store::{AppendError, Batch, Claim, Home, MemoryHome, Object, SqliteHome, StoreError};

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
