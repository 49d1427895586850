//! The index follows a record that changes, and is built again from anything.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use domain::{Clock, Command, Identity, Kind, MessageId, SlugWish, Texts, VersionClass};
use newsroom::{Chance, Manuscript, Newsroom, Order};
use store::MemoryHome;
use tantivy::collector::DocSetCollector;
use tantivy::query::{AllQuery, PhraseQuery, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Term};
use tempfile::TempDir;

use super::*;
use crate::State;
use crate::analysis::exact;
use crate::schema::FORMAT;

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// A record of one site, its views, and a folder for its index.
struct Record {
    newsroom: Newsroom,
    views: Arc<Views>,
    clock: Arc<SetClock>,
    site: SiteId,
    folder: TempDir,
}

fn lang(tag: &str) -> domain::Lang {
    tag.parse().unwrap()
}

fn message(number: u8) -> MessageId {
    MessageId::from_bits([number; 10])
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_600_000_000 + minute * 60).unwrap()
}

impl Record {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let views = Arc::new(Views::open(&folder.path().join("views.db")).unwrap());
        let clock = Arc::new(SetClock(AtomicI64::new(at(0).as_microsecond())));
        let home = Arc::new(MemoryHome::new());
        let newsroom = Newsroom::open(home, views.clone(), clock.clone(), Chance::seeded([3; 32])).unwrap();
        let site = SiteId::from_bits([1; 10]);
        let identity = Identity {
            name: Texts::one(&lang("en"), "Embassy of Velmar"),
            tagline: Texts::default(),
            home_zone: "Europe/London".to_owned(),
            home_city: Texts::one(&lang("en"), "Port Selby"),
            languages: ["en", "ru", "zh"].map(lang).to_vec(),
            default_kind: Kind::Statement,
            imprint: Texts::one(&lang("en"), "Port Selby"),
        };
        newsroom.found(&site, "operator", identity).unwrap();
        Self { newsroom, views, clock, site, folder }
    }

    fn set(&self, minute: i64) {
        self.clock.0.store(at(minute).as_microsecond(), Ordering::SeqCst);
    }

    fn order(&self, order: impl Into<Order>) {
        self.newsroom.submit(&self.site, "editor", &[order.into()]).unwrap().pop().unwrap().unwrap();
    }

    fn put(&self, number: u8, tag: &str, title: &str, text: &str, release: Option<i64>, class: VersionClass) {
        let (id, tag) = (message(number), lang(tag));
        let speakers = ["Minister", "Q"].map(str::to_owned);
        let options = document::ParseOptions { speakers: &speakers, lang: tag.as_str() };
        let parsed = document::from_plain(text, &options, &mut Manuscript::mint(&id, &tag, title));
        let mut manuscript = Manuscript::new(id, title, Kind::Remarks, tag, parsed.document);
        manuscript.occasion.place = Some(format!("Place of {title}"));
        manuscript.topics = vec!["River trade".to_owned()];
        let (note, slug) = match class {
            VersionClass::First => (None, SlugWish::Message(title.to_owned())),
            _ => (Some("corrected".to_owned()), SlugWish::Keep),
        };
        self.order(manuscript.version(self.newsroom.chance(), release.map(at), class, note, slug));
    }

    fn release(&self, number: u8, title: &str, text: &str, release: Option<i64>) {
        self.put(number, "en", title, text, release, VersionClass::First);
    }

    fn correct(&self, number: u8, title: &str, text: &str, release: Option<i64>) {
        self.put(number, "en", title, text, release, VersionClass::Substantive);
    }

    fn withdraw(&self, number: u8) {
        let (message, lang) = (message(number), lang("en"));
        self.order(Command::WithdrawEdition { message, lang, reason: "in error".into() });
    }

    fn restore(&self, number: u8) {
        let (message, lang) = (message(number), lang("en"));
        self.order(Command::RestoreEdition { message, lang, note: "checked".into() });
    }

    fn erase(&self, number: u8) {
        let (message, lang) = (message(number), lang("en"));
        self.order(Command::EraseEdition { message, lang, ground: "law".into(), by_law: true });
    }

    fn index_folder(&self) -> PathBuf {
        self.folder.path().join("search")
    }

    fn open(&self) -> Search {
        Search::open(&self.index_folder(), self.views.clone(), self.site.clone()).unwrap()
    }

    fn in_memory(&self, minute: i64) -> Search {
        let search = Search::in_memory(self.views.clone(), self.site.clone()).unwrap();
        search.catch_up(at(minute)).unwrap();
        search
    }

    /// The one generation folder there is.
    fn generation(&self) -> PathBuf {
        let mut folders = folders(&self.index_folder().join(crate::schema::FORMAT.to_string()));
        assert_eq!(folders.len(), 1, "{folders:?}");
        folders.pop().unwrap()
    }
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// Everything that is said of each document of a part, in words, in a fixed order.
fn picture(searcher: &tantivy::Searcher) -> Vec<String> {
    let mut lines = Vec::new();
    for found in searcher.search(&AllQuery, &DocSetCollector).unwrap() {
        let fast = searcher.segment_reader(found.segment_ord).fast_fields();
        let numbers = ["what", "number", "day", "event_day", "order", "role"]
            .map(|name| fast.u64(name).unwrap().first(found.doc_id));
        let instants = ["from_us", "to_us", "first_us", "seq"].map(|name| fast.i64(name).unwrap().first(found.doc_id));
        let mut texts = Vec::new();
        for name in ["message", "lang", "kind", "place", "speakers", "topics", "who_key", "turn"] {
            if let Some(column) = fast.str(name).unwrap() {
                for ordinal in column.term_ords(found.doc_id) {
                    let mut text = String::new();
                    column.ord_to_str(ordinal, &mut text).unwrap();
                    texts.push(text);
                }
            }
        }
        lines.push(format!("{numbers:?} {instants:?} {texts:?}"));
    }
    lines.sort();
    lines
}

/// Numbers of the messages that say the words one after the other at an instant, as a question would find them.
fn finds(search: &Search, words: &str, minute: i64) -> Vec<u8> {
    let readers = search.readers();
    let instant = at(minute).as_microsecond();
    let superseded: Vec<String> =
        readers.starts.iter().filter(|(start, _)| *start <= instant).map(|(_, key)| key_term(key)).collect();
    let mut found = Vec::new();
    for (searcher, is_main) in [(&readers.main, true), (&readers.pending, false)] {
        let words: Vec<Term> =
            exact(words).into_iter().map(|word| Term::from_field_text(readers.fields.text, &word.text)).collect();
        let query: Box<dyn Query> = match words.as_slice() {
            [word] => Box::new(TermQuery::new(word.clone(), IndexRecordOption::Basic)),
            _ => Box::new(PhraseQuery::new(words)),
        };
        for hit in searcher.search(&query, &DocSetCollector).unwrap() {
            let fast = searcher.segment_reader(hit.segment_ord).fast_fields();
            let column = |name| fast.i64(name).unwrap().first(hit.doc_id).unwrap();
            let message = text(searcher, hit, "message");
            let key = format!("{message}/{}", text(searcher, hit, "lang"));
            if column("from_us") <= instant && instant < column("to_us") && !(is_main && superseded.contains(&key)) {
                found.push((1..=9).find(|number| super::tests::message(*number).as_str() == message).unwrap());
            }
        }
    }
    found.sort_unstable();
    found
}

fn text(searcher: &tantivy::Searcher, hit: tantivy::DocAddress, name: &str) -> String {
    let column = searcher.segment_reader(hit.segment_ord).fast_fields().str(name).unwrap().unwrap();
    let mut text = String::new();
    column.ord_to_str(column.term_ords(hit.doc_id).next().unwrap(), &mut text).unwrap();
    text
}

/// Pictures of both parts of an index and of one built anew must be the same.
fn assert_as_new(search: &Search, record: &Record, minute: i64) {
    let anew = record.in_memory(minute);
    assert_eq!(picture(&search.readers().main), picture(&anew.readers().main));
    assert_eq!(picture(&search.readers().pending), picture(&anew.readers().pending));
    assert_eq!(search.readers().starts, anew.readers().starts);
    assert_eq!(search.state(), State::Ready);
}

const TALK: &str = "Minister: The lanterns are lit again.\n\nQ: Who pays for the oil?\n\nMinister: The harbour office.";

#[test]
fn a_release_is_found_at_once_by_message_and_by_turn() {
    let record = Record::new();
    let search = record.open();
    assert_eq!(search.state(), State::CatchingUp { done: 0, total: 0 });
    search.catch_up(at(0)).unwrap();
    assert_eq!(search.state(), State::Ready);
    record.release(1, "Lantern talk", TALK, None);
    record.put(1, "ru", "Беседа", "Министр: Фонари горят.", None, VersionClass::First);
    assert!(search.catch_up(at(1)).unwrap());
    assert!(!search.catch_up(at(1)).unwrap(), "nothing is new");
    assert_eq!(finds(&search, "lanterns are lit", 1), [1]);
    assert_eq!(finds(&search, "фонари", 1), [1]);
    assert!(finds(&search, "talk the", 1).is_empty(), "no phrase runs from the title into the text");
    assert_eq!(finds(&search, "lit again q who", 1), [1], "labels are part of the text");
    let turns: Vec<String> = picture(&search.readers().main);
    assert!(
        turns.iter().any(|line| line.contains("minister\\u{1f}Minister") && line.contains("Some(2)")),
        "{turns:#?}"
    );
    assert_as_new(&search, &record, 1);
}

#[test]
fn a_correction_closes_one_stretch_and_opens_the_next() {
    let record = Record::new();
    let search = record.open();
    record.release(1, "Lantern talk", "The lamps are lit.", None);
    search.catch_up(at(0)).unwrap();
    record.set(5);
    record.correct(1, "Lantern talk", "The lanterns are lit.", None);
    search.catch_up(at(5)).unwrap();
    assert_eq!((finds(&search, "lamps", 4), finds(&search, "lamps", 5)), (vec![1], vec![]));
    assert_eq!((finds(&search, "lanterns", 4), finds(&search, "lanterns", 5)), (vec![], vec![1]));
    assert_as_new(&search, &record, 5);
}

#[test]
fn what_is_to_come_waits_in_memory_until_its_instant() {
    let record = Record::new();
    let search = record.open();
    record.release(1, "Open", "The gate is open.", None);
    search.catch_up(at(0)).unwrap();
    let before = picture(&search.readers().main);
    let segments = search.readers().main.generation().segments().clone();
    record.release(2, "Secret", "The gate will close.", Some(10));
    record.correct(1, "Open", "The gate is ajar.", Some(20));
    assert!(search.catch_up(at(1)).unwrap());
    assert_eq!(picture(&search.readers().main), before);
    assert_eq!(*search.readers().main.generation().segments(), segments, "nothing was written for what is to come");
    assert_eq!(search.readers().main.doc_freq(&Term::from_field_text(search.fields.text, "close")).unwrap(), 0);
    assert_eq!(search.readers().starts.len(), 2);
    // With the worker stopped, as of any instant.
    assert_eq!((finds(&search, "gate", 9), finds(&search, "gate", 10)), (vec![1], vec![1, 2]));
    assert_eq!(
        (finds(&search, "ajar", 19), finds(&search, "ajar", 20), finds(&search, "is open", 20)),
        (vec![], vec![1], vec![])
    );
    // With the worker going on.
    assert!(!search.catch_up(at(9)).unwrap());
    assert!(search.catch_up(at(10)).unwrap());
    assert_eq!(search.readers().starts.len(), 1);
    assert_as_new(&search, &record, 10);
    assert!(search.catch_up(at(21)).unwrap());
    assert!(search.readers().starts.is_empty());
    assert_eq!(
        (finds(&search, "ajar", 19), finds(&search, "ajar", 21), finds(&search, "is open", 21)),
        (vec![], vec![1], vec![])
    );
    assert_as_new(&search, &record, 21);
    // A clock that is set back has it all to come again.
    assert!(search.catch_up(at(5)).unwrap());
    assert_eq!(search.readers().main.doc_freq(&Term::from_field_text(search.fields.text, "is")).unwrap(), 1);
    assert_eq!(search.readers().starts.len(), 2);
    assert_eq!((finds(&search, "gate", 9), finds(&search, "gate", 10)), (vec![1], vec![1, 2]));
}

#[test]
fn withdrawal_and_restoration_are_followed() {
    let record = Record::new();
    let search = record.open();
    record.release(1, "Gate", "The gate is open.", None);
    record.set(1);
    record.withdraw(1);
    search.catch_up(at(1)).unwrap();
    assert_eq!((finds(&search, "gate", 0), finds(&search, "gate", 1)), (vec![1], vec![]));
    record.set(2);
    record.restore(1);
    search.catch_up(at(2)).unwrap();
    assert_eq!((finds(&search, "gate", 1), finds(&search, "gate", 2)), (vec![], vec![1]));
    assert_as_new(&search, &record, 2);
}

#[test]
fn erased_text_is_in_no_file() {
    let record = Record::new();
    let search = record.open();
    for number in 1..=4 {
        record.release(number, &format!("Gate{number}"), &format!("Minister: The zebra{number} is at the gate."), None);
        search.catch_up(at(0)).unwrap();
    }
    let holds = |needle: &str| {
        let files = folders(&record.generation()).into_iter().filter(|file| file.is_file());
        files.filter(|file| String::from_utf8_lossy(&std::fs::read(file).unwrap()).contains(needle)).count()
    };
    assert!(holds("Place of Gate2") > 0, "fast fields have the place as it is written");
    record.set(1);
    record.erase(2);
    search.catch_up(at(1)).unwrap();
    assert_eq!(holds("Place of Gate2"), 0);
    assert!(holds("Place of Gate3") > 0);
    let main = &search.readers().main;
    assert_eq!(main.doc_freq(&Term::from_field_text(search.fields.text, "zebra2")).unwrap(), 0);
    assert_eq!(main.doc_freq(&Term::from_field_text(search.fields.t_stem, "zebra2")).unwrap(), 0);
    assert_eq!(finds(&search, "zebra2", 0), [0_u8; 0]);
    assert_eq!((1..=4).flat_map(|number| finds(&search, &format!("zebra{number}"), 1)).collect::<Vec<_>>(), [1, 3, 4]);
    assert_as_new(&search, &record, 1);
    record.release(5, "Later", "Things go on.", None);
    search.catch_up(at(1)).unwrap();
    assert_eq!(finds(&search, "things go on", 1), [5]);
}

#[test]
fn a_restart_builds_nothing_anew() {
    let record = Record::new();
    record.release(1, "Gate", "The harbour opens.", None);
    record.open().catch_up(at(1)).unwrap();
    let before = record.generation();
    let search = record.open();
    search.catch_up(at(2)).unwrap();
    search.catch_up(at(3)).unwrap();
    assert_eq!(record.generation(), before);
}

#[test]
fn a_restart_goes_on_where_it_was() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    record.release(2, "Later", "Not before noon.", Some(10));
    let search = record.open();
    search.catch_up(at(0)).unwrap();
    drop(search);
    record.release(3, "Third", "Released while nobody looked.", None);
    let search = record.open();
    assert_eq!(search.state(), State::Ready);
    assert_eq!(finds(&search, "lanterns are lit", 0), [1], "what is there answers before the first look");
    search.catch_up(at(12)).unwrap();
    assert_eq!(finds(&search, "nobody looked", 12), [3]);
    assert_eq!(finds(&search, "noon", 12), [2]);
    assert_as_new(&search, &record, 12);
}

/// What may happen to the folder of an index.
/// What is done to an index: in words, and done.
type Damage = (&'static str, fn(&Record));

fn damages() -> Vec<Damage> {
    fn each_file(record: &Record, with: &str, change: fn(&Path)) {
        let files = folders(&record.generation()).into_iter();
        let files: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().ends_with(with)).collect();
        assert!(!files.is_empty(), "{with}");
        files.iter().for_each(|file| change(file));
    }
    fn flip(file: &Path) {
        let mut bytes = std::fs::read(file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x55;
        std::fs::write(file, bytes).unwrap();
    }
    fn shorten(file: &Path) {
        let bytes = std::fs::read(file).unwrap();
        std::fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    }
    fn remove(file: &Path) {
        std::fs::remove_file(file).unwrap();
    }
    fn rewrite_meta(record: &Record, from: &str, to: &str) {
        let meta = record.generation().join("meta.json");
        let text = std::fs::read_to_string(&meta).unwrap();
        assert!(text.contains(from), "{text}");
        std::fs::write(&meta, text.replace(from, to)).unwrap();
    }
    vec![
        ("all of it deleted", |record| std::fs::remove_dir_all(record.index_folder()).unwrap()),
        ("emptied", |record| folders(&record.generation()).iter().for_each(|file| remove(file))),
        ("meta gone", |record| each_file(record, "meta.json", remove)),
        ("meta cut", |record| each_file(record, "meta.json", shorten)),
        ("meta damaged", |record| each_file(record, "meta.json", flip)),
        ("terms damaged", |record| each_file(record, ".term", flip)),
        ("postings damaged", |record| each_file(record, ".idx", flip)),
        ("positions cut", |record| each_file(record, ".pos", shorten)),
        ("columns damaged", |record| each_file(record, ".fast", flip)),
        ("columns gone", |record| each_file(record, ".fast", remove)),
        ("store empty", |record| each_file(record, ".store", |file| std::fs::write(file, b"").unwrap())),
        ("of another format", |record| {
            rewrite_meta(record, &format!("\\\"format\\\":{FORMAT},"), "\\\"format\\\":0,");
        }),
        ("of another site", |record| rewrite_meta(record, "\\\"site\\\":\\\"", "\\\"site\\\":\\\"x")),
        ("by another library", |record| rewrite_meta(record, "tantivy 0.", "tantivy 9.")),
        ("of another journal", |record| rewrite_meta(record, "\\\"hash\\\":\\\"", "\\\"hash\\\":\\\"00")),
        ("ahead of the views", |record| rewrite_meta(record, "\\\"seq\\\":", "\\\"seq\\\":9")),
        ("a file where the folder was", |record| {
            let folder = record.generation();
            std::fs::remove_dir_all(&folder).unwrap();
            std::fs::write(&folder, b"not a folder").unwrap();
        }),
    ]
}

#[test]
fn an_index_that_is_of_no_use_is_built_anew_to_the_same() {
    for (what, damage) in damages() {
        let record = Record::new();
        record.release(1, "Gate", TALK, None);
        record.release(2, "Later", "Not before noon.", Some(10));
        record.release(3, "Plain", "No turns in this.", None);
        let search = record.open();
        search.catch_up(at(0)).unwrap();
        drop(search);
        damage(&record);
        let search = record.open();
        for _ in 0..3 {
            // A failure is no reason to stop calling.
            let _ = search.catch_up(at(1));
        }
        assert_eq!(finds(&search, "lanterns are lit", 1), [1], "{what}");
        assert_as_new(&search, &record, 1);
        drop(search);
        record.open();
    }
}

#[test]
fn another_format_leaves_nothing_behind() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    let old = record.index_folder().join("0").join("7");
    std::fs::create_dir_all(&old).unwrap();
    std::fs::write(old.join("meta.json"), b"old").unwrap();
    let search = record.open();
    search.catch_up(at(0)).unwrap();
    assert_eq!(folders(&record.index_folder()).len(), 1);
    assert_as_new(&search, &record, 0);
}

#[test]
fn damage_met_while_reading_has_another_built_while_the_old_one_answers() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    let search = record.open();
    search.catch_up(at(0)).unwrap();
    let first = record.generation();
    search.damaged();
    assert_eq!(finds(&search, "lanterns are lit", 0), [1]);
    assert!(search.catch_up(at(0)).unwrap());
    assert_ne!(record.generation(), first);
    assert_as_new(&search, &record, 0);
    assert!(!search.catch_up(at(0)).unwrap(), "once is enough");
}

#[test]
fn of_two_complete_generations_the_newer_counts() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    let search = record.open();
    search.catch_up(at(0)).unwrap();
    drop(search);
    // As a crash leaves it between the new one's commit and the old one's removal.
    let old = record.generation();
    let newer = old.with_file_name("2");
    std::fs::create_dir(&newer).unwrap();
    for file in folders(&old) {
        std::fs::copy(&file, newer.join(file.file_name().unwrap())).unwrap();
    }
    let search = record.open();
    assert_eq!(record.generation(), newer);
    search.catch_up(at(0)).unwrap();
    assert_as_new(&search, &record, 0);
}

#[test]
fn an_unfinished_generation_is_gone_on_with() {
    let record = Record::new();
    for number in 1..=9 {
        record.release(number, &format!("Gate{number}"), TALK, None);
    }
    let search = record.open();
    search.stop();
    search.catch_up(at(0)).unwrap();
    assert_eq!(search.state(), State::CatchingUp { done: 0, total: 9 });
    drop(search);
    let search = record.open();
    search.catch_up(at(0)).unwrap();
    assert_as_new(&search, &record, 0);
}

#[test]
fn two_who_write_keep_out_of_each_others_way() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    let (one, other) = (record.open(), record.open());
    one.catch_up(at(0)).unwrap();
    other.catch_up(at(0)).unwrap();
    record.release(2, "Second", "More of it.", None);
    one.catch_up(at(1)).unwrap();
    other.catch_up(at(1)).unwrap();
    assert_as_new(&one, &record, 1);
    assert_as_new(&other, &record, 1);
}

#[test]
fn where_no_folder_can_be_made_the_site_stays_up_and_waits() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    std::fs::write(record.index_folder(), b"in the way").unwrap();
    let search = record.open();
    assert!(search.catch_up(at(0)).is_err());
    assert_eq!(search.state(), State::CatchingUp { done: 0, total: 1 });
    assert!(finds(&search, "lanterns", 0).is_empty());
    std::fs::remove_file(record.index_folder()).unwrap();
    for _ in 0..10 {
        let _ = search.catch_up(at(0));
    }
    assert_as_new(&search, &record, 0);
}

#[test]
fn other_sites_of_the_same_views_are_left_out() {
    let record = Record::new();
    record.release(1, "Gate", TALK, None);
    let other = Search::in_memory(record.views.clone(), SiteId::from_bits([2; 10])).unwrap();
    other.catch_up(at(0)).unwrap();
    assert!(picture(&other.readers().main).is_empty());
    assert_eq!(other.state(), State::Ready);
}
