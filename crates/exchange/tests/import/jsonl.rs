//! JSON Lines: what becomes of lines, good and bad.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::Path;
use std::sync::Arc;

use crate::mission::{Mission, code, file, lang, line, message_of};
use domain::{Completeness, DateBasis, Precision};
use exchange::jsonl::{self, Options};
use exchange::{Item, Outcome};
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use serde_json::json;
use store::{AppendError, Batch, Claim, Home, MemoryHome, Object, Put, PutError, Record, Records, StoreError};

fn told(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        let id = item.id.as_deref().unwrap_or("-");
        match &item.outcome {
            Outcome::Refused { code, reason } => writeln!(out, "{} refused {id} {code}: {reason}", item.line).unwrap(),
            other => {
                writeln!(out, "{} {} {id} {}", item.line, other.name(), item.address.as_deref().unwrap_or("-")).unwrap()
            }
        }
        item.notes.iter().for_each(|note| writeln!(out, "    {note}").unwrap());
    }
    out
}

/// Every file `tests/cases/*.jsonl` is imported into an empty record; what is told of it stands beside it.
#[test]
fn the_cases_are_told_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
    cases.sort();
    assert!(cases.len() >= 5);
    let mut wrong = String::new();
    for path in cases {
        let (_, items) = Mission::new().import(&std::fs::read(&path).unwrap());
        let wanted = std::fs::read_to_string(path.with_extension("told")).unwrap_or_default();
        let told = told(&items);
        if told != wanted {
            writeln!(wrong, "=== {}\n{told}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "told otherwise than written:\n{wrong}");
}

#[test]
fn an_import_done_twice_is_an_import_done_once() {
    let mission = Mission::new();
    let lines: Vec<String> =
        (0..20).map(|n| line(&[("id", json!(n)), ("title", json!(format!("Notice {n}")))])).collect();
    let (report, first) = mission.import(&file(&lines));
    assert_eq!((report.totals.imported, report.is_complete()), (20, true));
    let head = mission.head();
    let (report, second) = mission.import(&file(&lines));
    assert_eq!((report.totals.skipped, report.totals.lines), (20, 20));
    assert_eq!(mission.head(), head);
    let addresses = |items: &[Item]| items.iter().map(|item| item.address.clone()).collect::<Vec<_>>();
    assert_eq!(addresses(&first), addresses(&second));
}

#[test]
fn the_same_import_writes_the_same_bytes() {
    let lines: Vec<String> =
        (0..100).map(|n| line(&[("id", json!(n)), ("title", json!(format!("Notice {}", n % 7)))])).collect();
    let heads = [(); 2].map(|()| {
        let mission = Mission::new();
        mission.import(&file(&lines));
        mission.head()
    });
    assert_eq!(heads[0], heads[1]);
}

#[test]
fn a_changed_line_becomes_a_new_version_and_paragraphs_keep_their_ids() {
    let mission = Mission::new();
    let body = "The harbour opens on Monday.\n\nThe council will meet there.\n\nVisitors are welcome.";
    mission.import(&file(&[line(&[("body", json!(body))])]));
    let before = mission.newsroom.origin(&mission.site, "jsonl:a-1").unwrap().unwrap();
    let (_, old) = mission.newsroom.text_of(before.sheet).unwrap().unwrap();
    mission.set_clock("2026-11-21T09:00:00Z");
    let changed =
        line(&[("body", json!(body.replace("Monday", "Tuesday"))), ("title", json!("Statement on the new harbour"))]);
    let (report, items) = mission.import(&file(&[changed]));
    assert_eq!(report.totals.changed, 1);
    assert_eq!(items[0].address.as_deref(), Some("/en/messages/2026/03/02/statement-on-the-harbour"));
    let after = mission.newsroom.origin(&mission.site, "jsonl:a-1").unwrap().unwrap();
    let (sheet, new) = mission.newsroom.text_of(after.sheet).unwrap().unwrap();
    assert_eq!(sheet.title, "Statement on the new harbour");
    assert!(new.plain_text().contains("Tuesday"));
    let ids = |document: &document::Document| document.blocks().map(|block| block.id).collect::<Vec<_>>();
    assert_eq!(ids(&old), ids(&new));
    assert_eq!(mission.shown("en", "2026-11-20T10:00:00Z")[0].1, "Statement on the harbour");
    assert_eq!(mission.shown("en", "2026-11-21T10:00:00Z")[0].1, "Statement on the new harbour");
    assert_eq!(sheet.provenance.unwrap().entered.to_string(), "2026-11-20");
}

#[test]
fn a_line_that_is_only_written_differently_is_skipped() {
    let mission = Mission::new();
    let plain = line(&[("place", json!("Arvenna")), ("teaser", json!("The harbour opens."))]);
    mission.import(&file(std::slice::from_ref(&plain)));
    let head = mission.head();
    mission.set_clock("2026-12-01T09:00:00Z");
    let spaced =
        plain.replacen('{', "{  ", 1).replace("The harbour of Arvenna opens", "The  harbour of Arvenna\\nopens");
    let (report, items) = mission.import(&file(&[spaced]));
    assert_eq!((report.totals.skipped, items[0].notes.len()), (1, 1), "{items:?}");
    assert_eq!(mission.head(), head);
}

#[test]
fn a_new_date_alone_is_told_but_moves_nothing() {
    let mission = Mission::new();
    mission.import(&file(&[line(&[])]));
    let head = mission.head();
    let (report, items) = mission.import(&file(&[line(&[("date", json!("2026-03-09"))])]));
    assert_eq!(report.totals.skipped, 1);
    assert!(items[0].notes[0].contains("keeps the first release"), "{items:?}");
    assert_eq!(mission.head(), head);
}

#[test]
fn a_change_under_embargo_waits_with_the_text_it_changes() {
    let mission = Mission::new();
    let with = |body: &str| file(&[line(&[("date", json!("2027-01-10T12:00:00Z")), ("body", json!(body))])]);
    let (_, items) = mission.import(&with("The harbour opens."));
    assert!(items[0].notes.iter().any(|note| note.contains("embargo")), "{items:?}");
    let (report, _) = mission.import(&with("The harbour stays shut."));
    assert_eq!(report.totals.changed, 1);
    assert!(mission.shown("en", "2027-01-10T11:59:59Z").is_empty());
    assert_eq!(mission.shown("en", "2027-01-10T12:00:01Z").len(), 1);
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let mission = Mission::new();
    let lines = [
        line(&[]),
        line(&[("id", json!("a-2")), ("lang", json!("fr"))]),
        line(&[("id", json!("a-3")), ("translation_group", json!("g"))]),
        line(&[("id", json!("a-4")), ("translation_group", json!("g"))]),
        line(&[]),
    ];
    let head = mission.head();
    let (dry, dry_items) = mission.import_with(&file(&lines), &Options { dry_run: true, ..Options::default() });
    assert_eq!(mission.head(), head);
    let (wet, wet_items) = mission.import(&file(&lines));
    assert_eq!(dry.totals, wet.totals);
    assert_eq!(dry_items.iter().map(code).collect::<Vec<_>>(), wet_items.iter().map(code).collect::<Vec<_>>());
    let (again, _) = mission.import_with(&file(&lines), &Options { dry_run: true, ..Options::default() });
    assert_eq!((again.totals.skipped, again.totals.refused), (2, 3));
}

#[test]
fn editions_of_a_group_are_one_message() {
    let mission = Mission::new();
    let edition = |id: &str, tag: &str, group: &str| {
        line(&[("id", json!(id)), ("lang", json!(tag)), ("translation_group", json!(group))])
    };
    let (_, items) = mission.import(&file(&[
        edition("a", "en", "g1"),
        edition("b", "ru", "g1"),
        edition("c", "en", "g1"),
        edition("d", "en", "g2"),
    ]));
    assert_eq!(items.iter().map(code).collect::<Vec<_>>(), ["imported", "imported", "edition-twice", "imported"]);
    assert_eq!(message_of(&mission, "a"), message_of(&mission, "b"));
    assert_ne!(message_of(&mission, "a"), message_of(&mission, "d"));
    let Outcome::Refused { reason, .. } = &items[2].outcome else { panic!() };
    assert!(reason.contains("“g1” has an edition in en already (id “a”, line 1)"), "{reason}");
    // In a later file the first edition stands in the record.
    let (_, items) = mission.import(&file(&[edition("e", "ru", "g1"), edition("f", "ar", "g1")]));
    assert_eq!(items.iter().map(code).collect::<Vec<_>>(), ["edition-twice", "imported"]);
    let Outcome::Refused { reason, .. } = &items[0].outcome else { panic!() };
    assert!(reason.contains("id “b”, in the record"), "{reason}");
}

#[test]
fn an_item_does_not_change_its_language() {
    let mission = Mission::new();
    mission.import(&file(&[line(&[])]));
    let (_, items) = mission.import(&file(&[line(&[("lang", json!("ru"))])]));
    assert_eq!(code(&items[0]), "language-changed");
}

#[test]
fn what_a_line_says_stands_on_its_sheet() {
    let mission = Mission::new();
    let full = line(&[
        ("date_kind", json!("event")),
        ("place", json!("Arvenna")),
        ("kind", json!("Press Conference")),
        ("speakers", json!(["Ilse Maren", "Ilse Maren", " "])),
        ("topics", json!(["Harbours"])),
        ("teaser", json!("Short.")),
        ("source", json!("old site")),
        ("licence", json!("CC BY 4.0")),
        ("url", json!("https://old.example/news/1")),
        ("body", json!("<p>One</p><script>x()</script>")),
        ("format", json!("html")),
    ]);
    let (_, items) = mission.import(&file(&[full]));
    assert!(items[0].notes.iter().any(|note| note.contains("script")), "{items:?}");
    let known = mission.newsroom.origin(&mission.site, "jsonl:a-1").unwrap().unwrap();
    let (sheet, document) = mission.newsroom.text_of(known.sheet).unwrap().unwrap();
    assert_eq!(document.plain_text().trim(), "One");
    assert_eq!(sheet.kind, domain::Kind::PressConference);
    assert_eq!((sheet.speakers, sheet.topics), (vec!["Ilse Maren".to_owned()], vec!["Harbours".to_owned()]));
    assert_eq!(
        (sheet.occasion.place.as_deref(), sheet.occasion.date),
        (Some("Arvenna"), Some("2026-03-02".parse().unwrap()))
    );
    assert_eq!(
        (sheet.teaser.as_deref(), sheet.precision, sheet.completeness),
        (Some("Short."), Precision::Day, Completeness::Whole)
    );
    let provenance = sheet.provenance.unwrap();
    assert_eq!(
        (provenance.source.as_str(), provenance.id.as_str(), provenance.date_basis),
        ("old site", "a-1", DateBasis::Event)
    );
    let as_of = domain::AsOf { site: mission.site.clone(), instant: crate::mission::NOW.parse().unwrap() };
    let target = mission.newsroom.views().old_address(&as_of, "/news/1").unwrap();
    assert_eq!(target, Some((lang("en"), "messages/2026/03/02/statement-on-the-harbour".to_owned())));
}

#[test]
fn lines_that_are_too_long_or_not_utf8_are_refused_and_the_rest_goes_on() {
    let mission = Mission::new();
    let mut input = b"\xEF\xBB\xBF".to_vec();
    input.extend(line(&[]).into_bytes());
    input.extend(b"\r\n\n  \n");
    input.extend(line(&[("id", json!("long")), ("body", json!("word ".repeat(1_000)))]).into_bytes());
    input.extend(b"\n\xFF\xFE{}\n");
    input.extend(line(&[("id", json!("a-2"))]).into_bytes());
    let options = Options { line_bytes_max: 2_000, ..Options::default() };
    let (_, items) = mission.import_with(&input, &options);
    let codes: Vec<_> = items.iter().map(|item| (item.line, code(item))).collect();
    assert_eq!(codes, [(1, "imported"), (4, "line-too-long"), (5, "not-utf8"), (6, "imported")]);
}

#[test]
fn a_file_cut_in_the_middle_of_a_line_loses_only_that_line() {
    let mission = Mission::new();
    let whole = file(&[line(&[]), line(&[("id", json!("a-2"))])]);
    let (report, items) = mission.import(&whole[..whole.len() - 9]);
    assert_eq!(items.iter().map(code).collect::<Vec<_>>(), ["imported", "cut"]);
    assert!(report.stopped.is_none());
    let (report, _) = mission.import(&whole);
    assert_eq!((report.totals.skipped, report.totals.imported), (1, 1));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(vec![], Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn gzip_is_recognised_also_in_several_members() {
    let mission = Mission::new();
    let mut packed = gzip(&file(&[line(&[])]));
    packed.extend(gzip(&file(&[line(&[("id", json!("a-2"))])])));
    let (report, _) = mission.import(&packed);
    assert_eq!((report.totals.imported, report.stopped), (2, None));
}

#[test]
fn a_cut_gzip_file_stops_with_what_to_do_and_a_second_run_completes() {
    let mission = Mission::new();
    // Words that do not repeat, so that the packed file is long enough to be cut in the middle of a line.
    let body =
        |n: u32| (0..400u32).map(|w| format!("{:x} ", (w + n * 400).wrapping_mul(2_654_435_761))).collect::<String>();
    let lines: Vec<String> = (0..50).map(|n| line(&[("id", json!(n)), ("body", json!(body(n)))])).collect();
    let packed = gzip(&file(&lines));
    let (report, items) = mission.import(&packed[..packed.len() / 2]);
    assert!(report.stopped.as_deref().is_some_and(|why| why.contains("ends in the middle")), "{:?}", report.stopped);
    assert_eq!((code(items.last().unwrap()), report.totals.refused), ("cut", 1));
    let (second, _) = mission.import(&packed);
    assert_eq!((second.totals.skipped, second.totals.skipped + second.totals.imported), (report.totals.imported, 50));
}

/// A home whose disk is full from the given append on.
struct FullHome {
    inner: MemoryHome,
    appends: std::sync::atomic::AtomicI64,
}

impl Home for FullHome {
    fn append(&self, batch: Batch) -> Result<Vec<journal::Entry>, AppendError> {
        if self.appends.fetch_sub(1, std::sync::atomic::Ordering::Relaxed) <= 0 {
            return Err(AppendError::Store(StoreError::Full("the disk".into())));
        }
        self.inner.append(batch)
    }
    fn read(&self, after: u64, limit: usize) -> Result<Vec<journal::Entry>, StoreError> {
        self.inner.read(after, limit)
    }
    fn read_stream(&self, site: &str, stream: &str) -> Result<Vec<journal::Entry>, StoreError> {
        self.inner.read_stream(site, stream)
    }
    fn head(&self) -> Result<journal::Head, StoreError> {
        self.inner.head()
    }
    fn owner(&self, site: &str, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.owner(site, key)
    }
    fn claims(&self) -> Result<Vec<Claim>, StoreError> {
        self.inner.claims()
    }
    fn object(&self, digest: domain::Digest) -> Result<Option<Object>, StoreError> {
        self.inner.object(digest)
    }
}

impl Records for FullHome {
    fn record(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError> {
        self.inner.record(room, key, now_us)
    }
    fn records(&self, room: &str, prefix: &str, now_us: i64) -> Result<Vec<Record>, StoreError> {
        self.inner.records(room, prefix, now_us)
    }
    fn put_all(&self, puts: &[Put<'_>]) -> Result<Vec<u64>, PutError> {
        self.inner.put_all(puts)
    }
    fn take(&self, room: &str, key: &str, now_us: i64) -> Result<Option<Record>, StoreError> {
        self.inner.take(room, key, now_us)
    }
    fn sweep(&self, now_us: i64) -> Result<u64, StoreError> {
        self.inner.sweep(now_us)
    }
}

#[test]
fn a_full_disk_stops_the_import_and_a_second_run_goes_on() {
    let home = Arc::new(FullHome { inner: MemoryHome::new(), appends: 3.into() });
    let mission = Mission::with_home(home.clone());
    let lines: Vec<String> =
        (0..500).map(|n| line(&[("id", json!(n)), ("title", json!(format!("Notice {n}")))])).collect();
    let options = Options { batch: 10, ..Options::default() };
    let (report, items) = mission.import_with(&file(&lines), &options);
    assert_eq!((report.totals.imported, report.totals.refused), (20, 10));
    assert!(items[20..].iter().all(|item| code(item) == "store" && item.address.is_none()));
    assert!(
        report
            .stopped
            .as_deref()
            .is_some_and(|why| why.contains("free some space") && why.contains("goes on from there"))
    );
    home.appends.store(1_000, std::sync::atomic::Ordering::Relaxed);
    let (report, _) = mission.import_with(&file(&lines), &options);
    assert_eq!((report.totals.skipped, report.totals.imported, report.stopped), (20, 480, None));
}

/// An input that fails after some bytes.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.0.is_empty() { Err(std::io::Error::other("the cable is out")) } else { self.0.read(buffer) }
    }
}

#[test]
fn an_input_that_fails_is_told_with_what_came_before() {
    let mission = Mission::new();
    let lines = file(&[line(&[]), line(&[("id", json!("a-2"))])]);
    let report =
        jsonl::import(&mission.newsroom, &mission.site, "pipe", Failing(&lines), &Options::default(), &mut |_| {});
    assert_eq!(report.totals.imported, 2);
    assert!(report.stopped.is_some_and(|why| why.contains("the cable is out")));
}

#[test]
fn unknown_fields_and_kinds_are_counted_by_name() {
    let mission = Mission::new();
    let odd = |id: u32| line(&[("id", json!(id)), ("mood", json!("calm")), ("kind", json!("oracle"))]);
    let (report, _) = mission.import(&file(&[odd(1), odd(2), line(&[])]));
    assert_eq!(report.unknown_fields, [("mood".to_owned(), 2)].into());
    assert_eq!(report.unknown_kinds, [("oracle".to_owned(), 2)].into());
}

#[test]
fn a_body_of_a_million_nested_tags_is_one_message() {
    let mission = Mission::new();
    let body = "<div><ul><li>".repeat(330_000) + "deep";
    let (report, _) = mission.import(&file(&[line(&[("body", json!(body)), ("format", json!("html"))])]));
    assert_eq!(report.totals.imported, 1);
}

/// The project's sample of real statements, where it is at hand.
#[test]
fn the_sample_archive_is_refused_for_its_languages_only() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/statements-sample-100.jsonl");
    let Ok(input) = std::fs::read(path) else { return };
    let mission = Mission::new();
    let (report, items) = mission.import(&input);
    assert_eq!(report.totals.lines, 100);
    assert!(items.iter().all(|item| matches!(code(item), "imported" | "language-unknown")), "{}", told(&items));
    assert!(report.totals.imported > 0);
}

fn any_line() -> impl Strategy<Value = String> {
    let id = (0u32..40).prop_map(|n| json!(n));
    let good = (id, 0u32..5, 0u32..3, proptest::option::of(0u32..6)).prop_map(|(id, title, tag, group)| {
        let tag = ["en", "ru", "fr"][tag as usize];
        let group = group.map_or(json!(null), |group| json!(group));
        line(&[
            ("id", id),
            ("title", json!(format!("Notice {title}"))),
            ("lang", json!(tag)),
            ("translation_group", group),
        ])
    });
    let bad = prop_oneof![
        Just("{".to_owned()),
        Just("[1, 2]".to_owned()),
        Just(line(&[("title", json!(""))])),
        Just(line(&[("date", json!("2026-02-30"))])),
        "[ -~]{1,40}",
    ];
    prop_oneof![4 => good, 1 => bad, 1 => Just(String::new())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn totals_add_up_and_equal_the_record(lines in proptest::collection::vec(any_line(), 0..60), batch in 1usize..20) {
        let mission = Mission::new();
        let head = mission.head();
        let options = Options { batch, ..Options::default() };
        let (report, items) = mission.import_with(&file(&lines), &options);
        prop_assert_eq!(mission.head().seq - head.seq, report.totals.imported);
        let blank = lines.iter().filter(|line| line.trim().is_empty()).count();
        prop_assert_eq!(report.totals.lines, (lines.len() - blank) as u64);
        for item in &items {
            if let Some(address) = &item.address {
                let as_of = domain::AsOf { site: mission.site.clone(), instant: crate::mission::NOW.parse().unwrap() };
                let (tag, path) = address[1..].split_once('/').unwrap();
                let found = mission.newsroom.views().at_address(&as_of, &lang(tag), path).unwrap();
                prop_assert!(matches!(found, views::Found::Here(_)), "{:?}", address);
            }
        }
        // Whatever was refused is refused again, whatever was imported is skipped.
        let head = mission.head();
        let (again, _) = mission.import_with(&file(&lines), &options);
        prop_assert_eq!((again.totals.skipped, again.totals.refused), (report.totals.imported, report.totals.refused));
        prop_assert_eq!(mission.head(), head);
    }
}
