//! Tables of the views.

/// The format of the file, kept in `user_version`. A file of any other format is folded anew.
pub(crate) const FORMAT: i64 = 3;

/// `to_us` of a row that holds until further notice.
pub(crate) const OPEN: i64 = i64::MAX;

/// What a row of `shown` shows.
pub(crate) const SHOWS_VERSION: i64 = 0;
pub(crate) const SHOWS_WITHDRAWN: i64 = 1;
pub(crate) const SHOWS_ERASED: i64 = 2;

/// What a row of `tag` tags with.
pub(crate) const TAG_SPEAKER: i64 = 0;
pub(crate) const TAG_TOPIC: i64 = 1;

/// `shown` has a row for each stretch of time over which the public sees the same of an edition; all lists, counts and
/// pages come from it. `first_us` and `seq` (the edition's first fact) order lists: newest release first, and among equal
/// ones the one decided last. `shown_ledger` covers lists and counts, so that neither reads rows it does not return, and
/// `tag` repeats what counting by speaker and topic needs. Without figures about the tables SQLite would begin with
/// the instant, which nearly every row fits; questions therefore name the index they were made for.
/// `media_part` has what the library says of a file over time, `media_file` every file and size with the picture it
/// belongs to, `media_ref` which files a version refers to while it is shown: what makes a file public.
/// An edition's `changed` is the last entry that touched it: whoever follows the views goes on from there.
/// Times are microseconds since 1970; days and months are decimal (20200922, 202009).
pub(crate) const SCHEMA: &str = "
CREATE TABLE folded (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE fixture (
    site TEXT NOT NULL, key TEXT NOT NULL, effective_us INTEGER NOT NULL, seq INTEGER NOT NULL, part TEXT,
    PRIMARY KEY (seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE media_part (
    site TEXT NOT NULL, digest BLOB NOT NULL, effective_us INTEGER NOT NULL, seq INTEGER NOT NULL, part TEXT,
    PRIMARY KEY (site, digest, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE media_file (
    site TEXT NOT NULL, digest BLOB NOT NULL, parent BLOB NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL,
    PRIMARY KEY (site, digest, parent)
) STRICT, WITHOUT ROWID;
CREATE TABLE media_ref (
    site TEXT NOT NULL, digest BLOB NOT NULL, message TEXT NOT NULL, lang TEXT NOT NULL,
    from_us INTEGER NOT NULL, to_us INTEGER NOT NULL,
    PRIMARY KEY (site, digest, message, lang, from_us)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_ref_message ON media_ref (site, message, lang);
CREATE TABLE edition (
    site TEXT NOT NULL, message TEXT NOT NULL, lang TEXT NOT NULL, seq INTEGER NOT NULL, changed INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (site, message, lang)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_changed ON edition (changed);
CREATE TABLE object (digest BLOB NOT NULL UNIQUE, packed BLOB NOT NULL) STRICT;
CREATE TABLE shown (
    site TEXT NOT NULL, lang TEXT NOT NULL, message TEXT NOT NULL, from_us INTEGER NOT NULL, to_us INTEGER NOT NULL,
    shows INTEGER NOT NULL, is_page INTEGER NOT NULL, number INTEGER NOT NULL, release_us INTEGER NOT NULL,
    first_us INTEGER NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, month INTEGER NOT NULL, path TEXT NOT NULL,
    kind TEXT NOT NULL, place TEXT, title TEXT NOT NULL, teaser TEXT, event_date TEXT, nav INTEGER,
    sheet BLOB NOT NULL, about TEXT,
    UNIQUE (site, message, lang, from_us)
) STRICT;
CREATE INDEX shown_ledger ON shown (site, lang, is_page, shows, first_us, seq, from_us, to_us, month, kind, place);
CREATE INDEX shown_path ON shown (site, lang, path, from_us);
CREATE INDEX shown_from ON shown (site, from_us);
CREATE INDEX shown_to ON shown (site, to_us) WHERE to_us < 9223372036854775807;
CREATE INDEX shown_nav ON shown (site, lang, nav) WHERE nav IS NOT NULL;
CREATE TABLE tag (
    site TEXT NOT NULL, lang TEXT NOT NULL, what INTEGER NOT NULL, slug TEXT NOT NULL, label TEXT NOT NULL,
    message TEXT NOT NULL, from_us INTEGER NOT NULL, to_us INTEGER NOT NULL, is_page INTEGER NOT NULL,
    PRIMARY KEY (site, lang, what, slug, message, from_us)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_message ON tag (site, message, lang);
CREATE TABLE old_address (
    site TEXT NOT NULL, path TEXT NOT NULL, message TEXT NOT NULL, lang TEXT NOT NULL,
    PRIMARY KEY (site, path)
) STRICT, WITHOUT ROWID;
CREATE TABLE submission (
    site TEXT NOT NULL, message TEXT NOT NULL, lang TEXT NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (site, message, lang)
) STRICT, WITHOUT ROWID;
CREATE TABLE owed (
    site TEXT NOT NULL, message TEXT NOT NULL, lang TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (site, message, lang, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE account (
    site TEXT NOT NULL, account TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (site, account)
) STRICT, WITHOUT ROWID;
INSERT INTO folded VALUES (1, 0, zeroblob(32));
";

/// Every table with the columns that order it, for comparing two sets of views.
pub(crate) const TABLES: [(&str, &str); 13] = [
    ("folded", "one"),
    ("fixture", "seq"),
    ("media_part", "site, digest, seq"),
    ("media_file", "site, digest, parent"),
    ("media_ref", "site, digest, message, lang, from_us"),
    ("edition", "site, message, lang"),
    ("object", "digest"),
    ("shown", "site, message, lang, from_us"),
    ("tag", "site, lang, what, slug, message, from_us"),
    ("old_address", "site, path"),
    ("submission", "site, message, lang"),
    ("account", "site, account"),
    ("owed", "site, message, lang, number"),
];
