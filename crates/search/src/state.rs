//! What an index says of itself, and how far it has got.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use views::{Views, ViewsError};

use crate::State;
use crate::schema::FORMAT;

/// The libraries by which words are made and written, with their versions: an index that others made is built anew, since
/// it may have cut or stemmed words otherwise, or be laid out otherwise. A test compares them with the lock file.
const MADE_BY: [(&str, &str); 6] = [
    ("frostem", "1.20260821.8"),
    ("icu_segmenter", "2.4.0"),
    ("icu_segmenter_data", "2.4.0"),
    ("tantivy", "0.27.0"),
    ("unicode-normalization", "0.1.26"),
    ("whatlang", "0.18.0"),
];

/// What every commit of an index says beside its documents. Both become durable together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Payload {
    format: u32,
    made_by: String,
    /// The site's id.
    pub site: String,
    /// Up to where the journal is taken in.
    pub seq: u64,
    /// The hash of the journal's entry `seq`, in hexadecimal; empty while the views were further on.
    hash: String,
    /// The instant, in microseconds, by which what is shown later counted as pending.
    pub now: i64,
    /// Whether it once had everything there was.
    pub complete: bool,
    /// Editions looked at so far, for telling how far the building has got.
    pub taken: u64,
    /// Editions whose erased text may still stand in the files.
    pub erased: Vec<String>,
}

/// Where the views stand in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// The last entry they have folded.
    pub seq: u64,
    /// Its hash in hexadecimal.
    pub hash: String,
}

impl Head {
    /// Where the views stand now.
    pub(crate) fn of(views: &Views) -> Result<Self, ViewsError> {
        let head = views.folded()?;
        Ok(Self { seq: head.seq, hash: head.hash.to_string() })
    }
}

/// What an index that is found is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fitness {
    /// It is followed on.
    Good,
    /// It answers until another is built.
    Stale,
}

impl Payload {
    /// That of an index that has nothing yet.
    pub(crate) fn new(site: &str) -> Self {
        Self {
            format: FORMAT,
            made_by: made_by(),
            site: site.to_owned(),
            seq: 0,
            hash: String::new(),
            now: i64::MIN,
            complete: false,
            taken: 0,
            erased: Vec::new(),
        }
    }

    /// Reads what a commit says; nothing where it is of another format or site.
    pub(crate) fn read(text: &str, site: &str) -> Option<Self> {
        let payload: Self = serde_json::from_str(text).ok()?;
        (payload.format == FORMAT && payload.site == site).then_some(payload)
    }

    /// The text in the commit.
    pub(crate) fn write(&self) -> String {
        serde_json::to_string(self).expect("numbers, texts and a list of texts always have a JSON form")
    }

    /// Whether it can be followed on to the head of the views. Views that are behind, or have another entry at the same place,
    /// come from another journal than the index does.
    pub(crate) fn fitness(&self, head: &Head) -> Fitness {
        let behind = head.seq < self.seq;
        let other = head.seq == self.seq && !self.hash.is_empty() && self.hash != head.hash;
        if behind || other || self.made_by != made_by() { Fitness::Stale } else { Fitness::Good }
    }

    /// Notes that everything up to the head is taken in.
    pub(crate) fn reach(&mut self, head: &Head, now: Timestamp) {
        self.seq = head.seq;
        self.hash = head.hash.clone();
        self.now = now.as_microsecond();
        self.complete = true;
    }

    /// Notes that everything up to an entry is taken in, with more to come.
    pub(crate) fn pass(&mut self, seq: u64) {
        self.seq = seq;
        self.hash = String::new();
    }
}

fn made_by() -> String {
    MADE_BY.map(|(name, version)| format!("{name} {version}")).join(", ")
}

/// How far the index has got, for those who read while it is written.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    ready: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// Notes how many of how many editions are taken in.
    pub(crate) fn building(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total.max(done), Ordering::Relaxed);
        self.ready.store(false, Ordering::Release);
    }

    /// Notes that readers have an index with everything.
    pub(crate) fn ready(&self) {
        self.ready.store(true, Ordering::Release);
    }

    /// What readers are told.
    pub(crate) fn state(&self) -> State {
        if self.ready.load(Ordering::Acquire) {
            State::Ready
        } else {
            State::CatchingUp { done: self.done.load(Ordering::Relaxed), total: self.total.load(Ordering::Relaxed) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_names_the_very_versions_that_make_it() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock")).unwrap();
        for (name, version) in MADE_BY {
            assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")), "{name} {version}");
        }
    }

    #[test]
    fn an_index_is_followed_on_only_by_views_of_its_own_journal() {
        let head = |seq, byte: u8| Head { seq, hash: byte.to_string() };
        let mut payload = Payload::new("home");
        assert_eq!(payload.fitness(&head(0, 0)), Fitness::Good);
        payload.reach(&head(7, 1), Timestamp::UNIX_EPOCH);
        let table = [
            (head(7, 1), Fitness::Good),
            (head(8, 2), Fitness::Good),
            (head(7, 2), Fitness::Stale),
            (head(6, 1), Fitness::Stale),
        ];
        for (head, fitness) in table {
            assert_eq!(payload.fitness(&head), fitness, "{head:?}");
        }
        assert_eq!(Payload::read(&payload.write(), "home"), Some(payload.clone()));
        assert_eq!(Payload::read(&payload.write(), "other"), None);
        assert_eq!(Payload::read("{}", "home"), None);
        payload.made_by.push('x');
        assert_eq!(payload.fitness(&head(7, 1)), Fitness::Stale);
        payload.format += 1;
        assert_eq!(Payload::read(&payload.write(), "home"), None);
    }
}
