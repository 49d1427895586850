//! What every shelf must do, run against each of them, and what a disk may do to one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::path::{Path, PathBuf};

use journal::Digest;
use store::{DiskShelf, MemoryShelf, Shelf, StoreError};

const PICTURE: &[u8] = b"the bytes of a picture";

/// Runs a check against a fresh shelf of each kind.
fn on_every_shelf(check: impl Fn(&dyn Shelf)) {
    check(&MemoryShelf::new());
    let folder = tempfile::tempdir().unwrap();
    check(&DiskShelf::open(&folder.path().join("shelf")).unwrap());
}

fn place(folder: &Path, digest: Digest) -> PathBuf {
    let name = digest.to_string();
    folder.join(&name[..2]).join(name)
}

/// Every file below a folder, temporary ones included.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn what_is_kept_comes_back_until_it_is_removed() {
    on_every_shelf(|shelf| {
        let digest = Digest::of(PICTURE);
        assert_eq!((shelf.get(digest).unwrap(), shelf.has(digest).unwrap()), (None, false));
        shelf.put(digest, PICTURE).unwrap();
        shelf.put(digest, PICTURE).unwrap();
        assert_eq!((shelf.get(digest).unwrap().unwrap(), shelf.has(digest).unwrap()), (PICTURE.to_vec(), true));
        shelf.remove(digest).unwrap();
        shelf.remove(digest).unwrap();
        assert_eq!((shelf.get(digest).unwrap(), shelf.has(digest).unwrap()), (None, false));
    });
}

#[test]
fn the_list_has_every_digest_once_and_in_order() {
    on_every_shelf(|shelf| {
        let mut digests: Vec<Digest> = (0u8..40).map(|number| Digest::of(&[number])).collect();
        for number in (0u8..40).chain(0..3) {
            shelf.put(Digest::of(&[number]), &[number]).unwrap();
        }
        digests.sort_unstable();
        assert_eq!(shelf.list().unwrap(), digests);
    });
}

#[test]
fn bytes_that_are_not_those_of_the_digest_are_refused() {
    on_every_shelf(|shelf| {
        let digest = Digest::of(PICTURE);
        assert!(matches!(shelf.put(digest, b"something else"), Err(StoreError::Corrupt(_))));
        assert!(!shelf.has(digest).unwrap());
        assert!(shelf.list().unwrap().is_empty());
    });
}

#[test]
fn an_empty_file_is_a_file() {
    on_every_shelf(|shelf| {
        shelf.put(Digest::of(b""), b"").unwrap();
        assert_eq!(shelf.get(Digest::of(b"")).unwrap(), Some(vec![]));
    });
}

#[test]
fn a_shelf_on_disk_keeps_its_files_when_it_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    DiskShelf::open(folder.path()).unwrap().put(Digest::of(PICTURE), PICTURE).unwrap();
    let again = DiskShelf::open(folder.path()).unwrap();
    assert_eq!(again.get(Digest::of(PICTURE)).unwrap().unwrap(), PICTURE);
    assert_eq!(files(folder.path()), [place(folder.path(), Digest::of(PICTURE))], "and nothing beside them");
}

#[test]
fn a_torn_or_changed_file_is_named_and_never_handed_out_and_keeping_it_again_mends_it() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = DiskShelf::open(folder.path()).unwrap();
    let digest = Digest::of(PICTURE);
    let path = place(folder.path(), digest);
    let mut flipped = PICTURE.to_vec();
    flipped[3] ^= 1;
    for damaged in [&PICTURE[..7], &flipped, b""] {
        shelf.put(digest, PICTURE).unwrap();
        std::fs::write(&path, damaged).unwrap();
        let Err(StoreError::Corrupt(why)) = shelf.get(digest) else { panic!("{damaged:?} was handed out") };
        assert!(why.contains(&digest.to_string()), "{why}");
        shelf.put(digest, PICTURE).unwrap();
        assert_eq!(shelf.get(digest).unwrap().unwrap(), PICTURE);
    }
}

#[test]
fn what_a_write_that_was_cut_off_left_behind_is_no_file_of_the_shelf() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = DiskShelf::open(folder.path()).unwrap();
    let digest = Digest::of(PICTURE);
    shelf.put(digest, PICTURE).unwrap();
    shelf.remove(digest).unwrap();
    std::fs::write(place(folder.path(), digest).with_extension("1-0.new"), &PICTURE[..5]).unwrap();
    assert_eq!(shelf.get(digest).unwrap(), None);
    assert!(shelf.list().unwrap().is_empty());
    shelf.put(digest, PICTURE).unwrap();
    assert_eq!(shelf.list().unwrap(), [digest]);
}

#[test]
fn a_shelf_that_cannot_be_written_says_so_and_keeps_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = DiskShelf::open(folder.path()).unwrap();
    let digest = Digest::of(PICTURE);
    // A file stands where the folder of the digest would be: nobody, not even the superuser, can write below it.
    let blocked = folder.path().join(&digest.to_string()[..2]);
    std::fs::write(&blocked, b"").unwrap();
    let refused = shelf.put(digest, PICTURE).unwrap_err();
    assert!(refused.to_string().contains(&digest.to_string()), "{refused}");
    assert_eq!(files(folder.path()), [blocked]);
}

#[cfg(unix)]
#[test]
fn a_read_only_shelf_says_what_to_look_at() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let shelf = DiskShelf::open(folder.path()).unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    // To the superuser no folder is read-only: then the write is carried out, and that is right too.
    let bound = std::fs::write(folder.path().join("probe"), b"").is_err();
    match shelf.put(Digest::of(PICTURE), PICTURE) {
        Err(StoreError::ReadOnly(_)) => assert!(bound),
        other => assert!(!bound && other.is_ok(), "{other:?}"),
    }
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
}
