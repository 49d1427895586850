//! A mission's newsroom for tests: home in memory, views in a temporary directory, a clock that stands, chance from a
//! constant.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::{AsOf, Clock, Identity, Kind, Lang, MessageId, SiteId, Texts};
use exchange::jsonl::{self, Options};
use exchange::{Item, Outcome, Progress, Report};
use jiff::Timestamp;
use journal::Head;
use newsroom::{Chance, Newsroom};
use store::{Home, MemoryHome};
use views::Views;

/// The instant at which every test begins.
pub const NOW: &str = "2026-11-20T09:00:00Z";

/// A clock that stands until it is set.
pub struct StandingClock(AtomicI64);

impl Clock for StandingClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

/// A mission with an empty record, in London, publishing in English, Russian and Arabic.
pub struct Mission {
    pub newsroom: Newsroom,
    pub site: SiteId,
    pub clock: Arc<StandingClock>,
    folder: tempfile::TempDir,
}

impl Mission {
    pub fn new() -> Self {
        Self::with_home(Arc::new(MemoryHome::new()))
    }

    pub fn with_home(home: Arc<dyn Home>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let views = Arc::new(Views::open(&folder.path().join("views.db")).unwrap());
        let now: Timestamp = NOW.parse().unwrap();
        let clock = Arc::new(StandingClock(AtomicI64::new(now.as_microsecond())));
        let newsroom = Newsroom::open(home, views, clock.clone(), Chance::seeded([7; 32])).unwrap();
        let site = SiteId::from_bits([1; 10]);
        let identity = Identity {
            name: Texts::one(&lang("en"), "Embassy of Arvenna"),
            tagline: Texts::default(),
            home_zone: "Europe/London".into(),
            home_city: Texts::default(),
            languages: vec![lang("en"), lang("ru"), lang("ar")],
            default_kind: Kind::Statement,
            imprint: Texts::default(),
        };
        newsroom.found(&site, "test", identity).unwrap();
        Self { newsroom, site, clock, folder }
    }

    pub fn set_clock(&self, instant: &str) {
        self.clock.0.store(instant.parse::<Timestamp>().unwrap().as_microsecond(), Ordering::Relaxed);
    }

    pub fn head(&self) -> Head {
        self.newsroom.home().head().unwrap()
    }

    pub fn import(&self, input: &[u8]) -> (Report, Vec<Item>) {
        self.import_with(input, &Options { batch: 3, ..Options::default() })
    }

    pub fn import_with(&self, input: &[u8], options: &Options) -> (Report, Vec<Item>) {
        let mut items = vec![];
        let report = jsonl::import(&self.newsroom, &self.site, "archive.jsonl", input, options, &mut |progress| {
            if let Progress::Item(item) = progress {
                items.push(item.clone());
            }
        });
        let totals = report.totals;
        assert_eq!(totals.lines, totals.imported + totals.skipped + totals.changed + totals.refused);
        assert_eq!(totals.lines, items.len() as u64);
        assert!(items.is_sorted_by_key(|item| item.line), "items come in the order of the file");
        self.verify();
        (report, items)
    }

    /// The record is sound, and the views are what folding anew gives, whatever was imported.
    pub fn verify(&self) {
        let scratch = self.folder.path().join("again.db");
        let verification = self.newsroom.verify(&scratch, &mut |_, _| {}).unwrap();
        assert_eq!(verification.findings, []);
    }

    /// What readers see in a language at an instant: address and title, newest first.
    pub fn shown(&self, tag: &str, instant: &str) -> Vec<(String, String)> {
        let as_of = AsOf { site: self.site.clone(), instant: instant.parse().unwrap() };
        let lines = self.newsroom.views().latest(&as_of, &lang(tag), 1_000).unwrap();
        lines.into_iter().map(|line| (line.path, line.title)).collect()
    }
}

pub fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

/// A line with the given fields over those that every message needs.
pub fn line(fields: &[(&str, serde_json::Value)]) -> String {
    let mut all: BTreeMap<&str, serde_json::Value> = BTreeMap::new();
    all.insert("id", "a-1".into());
    all.insert("title", "Statement on the harbour".into());
    all.insert("body", "The harbour of Arvenna opens on Monday.".into());
    all.insert("lang", "en".into());
    all.insert("date", "2026-03-02".into());
    for (name, value) in fields {
        all.insert(name, value.clone());
    }
    serde_json::to_string(&all).unwrap()
}

/// Lines as a file.
pub fn file(lines: &[String]) -> Vec<u8> {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>().into_bytes()
}

/// The code of a refusal, or the name of what else became of an item.
pub fn code(item: &Item) -> &str {
    match &item.outcome {
        Outcome::Refused { code, .. } => code,
        other => other.name(),
    }
}

/// The message that an item became.
pub fn message_of(mission: &Mission, id: &str) -> MessageId {
    mission.newsroom.origin(&mission.site, &format!("jsonl:{id}")).unwrap().unwrap().message
}
