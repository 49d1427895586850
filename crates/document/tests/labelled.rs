//! The labelled set: real transcripts, read and labelled by hand, against what the parser makes of them (ADR 0023).
//!
//! The texts stand outside the repository; without them the test passes and says that it was passed over. The labels hold no word of
//! them: where each turn begins, its role and a class for its speaker. `--nocapture` shows the report.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use document::{ParseOptions, Transcript, transcript_from_docx, transcript_from_plain};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

/// What must be reached on each set (`benches/transcripts/README.md`): the files that were looked at while the parser was written, those
/// that were looked at only at the end, and those that it had never seen when they were first measured (their first figure was lower). Precision and recall of
/// boundaries, then of speakers with their roles.
const FLOORS: &[(&str, [f64; 4])] =
    &[("seen", [0.99; 4]), ("unseen", [0.99, 0.98, 0.99, 0.975]), ("unseen-at-first-look", [0.99, 0.93, 0.9, 0.85])];

/// A turn by the labels: where it begins in the text without white space, its role, and who speaks.
struct Labelled {
    at: usize,
    role: String,
    class: String,
}

/// Counts over turns.
#[derive(Clone, Copy, Default)]
struct Score {
    labelled: usize,
    found: usize,
    boundaries: usize,
    speakers: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.labelled += other.labelled;
        self.found += other.found;
        self.boundaries += other.boundaries;
        self.speakers += other.speakers;
    }

    /// Precision and recall of boundaries, then of speakers with their roles.
    fn ratios(self) -> [f64; 4] {
        let ratio = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        [
            ratio(self.boundaries, self.found),
            ratio(self.boundaries, self.labelled),
            ratio(self.speakers, self.found),
            ratio(self.speakers, self.labelled),
        ]
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What the labels of one text say.
struct Labels {
    name: String,
    /// SHA-256 of the text.
    hash: String,
    /// `seen`, `unseen` or `unseen-at-first-look`.
    set: String,
    /// The line of `statements.jsonl.gz` whose body the text is, where it is no file of its own.
    line: Option<usize>,
    /// A Word file that holds the same text.
    also: Option<String>,
    /// Offset, role, class.
    turns: Vec<(usize, String, String)>,
}

/// The labels of all texts, by name.
fn labels() -> Vec<Labels> {
    let folder = root().join("benches/transcripts/labels");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let turn = |line: &str| {
        let mut cells = line.split('\t');
        let at = cells.next().unwrap().parse().unwrap();
        (at, cells.next().unwrap().to_owned(), cells.next().unwrap().to_owned())
    };
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let mut lines = text.lines();
        let first: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
        let behind = |word: &str| first.iter().position(|found| *found == word).map(|at| first[at + 1]);
        Labels {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            hash: first[2].to_owned(),
            set: first[3].to_owned(),
            line: behind("line").map(|number| number.parse().unwrap()),
            also: behind("also").map(str::to_owned),
            turns: lines.map(turn).collect(),
        }
    };
    paths.iter().map(read).collect()
}

/// The labelled texts by their SHA-256: files of `transcripts`, and bodies of lines of `statements.jsonl.gz`.
fn texts(data: &Path, labels: &[Labels]) -> HashMap<String, String> {
    let mut texts = HashMap::new();
    let mut put = |text: String| {
        let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        texts.insert(hash, text);
    };
    for path in std::fs::read_dir(data.join("transcripts")).unwrap().map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|ending| ending == "txt") {
            put(std::fs::read_to_string(path).unwrap());
        }
    }
    let wanted: HashSet<usize> = labels.iter().filter_map(|labels| labels.line).collect();
    if let Ok(file) = std::fs::File::open(data.join("statements.jsonl.gz")) {
        let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
        for (_, line) in lines.enumerate().filter(|(at, _)| wanted.contains(&(at + 1))) {
            let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            put(line["body"].as_str().unwrap().to_owned());
        }
    }
    texts
}

/// How many characters of `text` count: none of white space, and letters with their accents as one, as parsers write them.
fn compact(text: &str) -> usize {
    text.nfc().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{feff}').count()
}

fn evaluate(text: &str, labels: &[(usize, String, String)], transcript: &Transcript, show: bool) -> Score {
    let wanted: Vec<Labelled> = labels
        .iter()
        .map(|(at, role, class)| Labelled { at: compact(&text[..*at]), role: role.clone(), class: class.clone() })
        .collect();
    let mut at = 0;
    let mut found = Vec::new();
    for turn in &transcript.turns {
        found.push((at, turn));
        at += compact(turn.printed.as_deref().unwrap_or_default());
        at += turn.paragraphs.iter().map(|paragraph| compact(paragraph)).sum::<usize>();
    }
    assert_eq!(at, compact(text), "labels and paragraphs are not the whole text");
    let by_place: HashMap<usize, &Labelled> = wanted.iter().map(|turn| (turn.at, turn)).collect();
    // Each speaker that was found stands for the class with which most of its turns go.
    let mut votes: HashMap<&str, BTreeMap<&str, usize>> = HashMap::new();
    for (at, turn) in &found {
        if let (Some(label), Some(speaker)) = (by_place.get(at), &turn.speaker) {
            *votes.entry(speaker).or_default().entry(&label.class).or_default() += 1;
        }
    }
    let class =
        |speaker: &str| votes.get(speaker).and_then(|votes| votes.iter().max_by_key(|(_, n)| **n)).map(|(c, _)| *c);
    let mut score = Score { labelled: wanted.len(), found: found.len(), ..Score::default() };
    // A class may go to one speaker only: who is split in two is right in one half.
    let mut takers: HashMap<&str, BTreeMap<&str, usize>> = HashMap::new();
    for (speaker, votes) in &votes {
        if let Some(class) = class(speaker) {
            takers.entry(class).or_default().insert(speaker, votes[class]);
        }
    }
    for (at, turn) in &found {
        let Some(label) = by_place.get(at) else {
            if show {
                let text: String = turn.paragraphs.first().into_iter().flat_map(|text| text.chars()).take(60).collect();
                println!("    + {:?} {text:?} {:?}", turn.label, turn.why);
            }
            continue;
        };
        score.boundaries += 1;
        let right = match (&turn.speaker, label.class.as_str()) {
            (None, "q" | "-") => true,
            (None, _) | (Some(_), "q" | "-") => false,
            (Some(speaker), wanted) => {
                let speaker = &speaker.as_str();
                let taker =
                    takers.get(wanted).and_then(|takers| takers.iter().max_by_key(|(_, n)| **n)).map(|(s, _)| *s);
                class(speaker) == Some(wanted) && taker == Some(*speaker)
            }
        };
        let right = right && turn.role.as_str() == label.role;
        score.speakers += usize::from(right);
        if show && !right {
            println!(
                "    ~ {:?} is {:?} {}, not {} {}",
                turn.label,
                turn.speaker,
                turn.role.as_str(),
                label.class,
                label.role
            );
        }
    }
    if show {
        let places: Vec<usize> = found.iter().map(|(at, _)| *at).collect();
        for turn in wanted.iter().filter(|turn| !places.contains(&turn.at)) {
            let line = labels.iter().find(|(at, ..)| compact(&text[..*at]) == turn.at).map(|(at, ..)| &text[*at..]);
            let line: String = line.into_iter().flat_map(str::chars).take(60).collect();
            println!("    - {} {} {line:?}", turn.role, turn.class);
        }
    }
    score
}

/// Scores by set and family.
type Scores<'l> = BTreeMap<(&'l str, String), Score>;

#[test]
fn turns_and_speakers_of_real_transcripts_are_found() {
    let data = root().join("../shared/data");
    if !data.join("transcripts").is_dir() {
        println!("passed over: the transcripts are not here");
        return;
    }
    let labels = labels();
    let texts = texts(&data, &labels);
    let mut scores = Scores::new();
    for one in &labels {
        let Some(text) = texts.get(&one.hash) else { continue };
        let family = one.name.split('-').next().unwrap();
        let mut add = |shape: &str, transcript: &Transcript| {
            let score = evaluate(text, &one.turns, transcript, true);
            let ratios = score.ratios().map(|ratio| (ratio * 1000.0).round() / 1000.0);
            println!("{} {}{shape} {ratios:?}", one.name, one.set);
            scores.entry((&one.set, format!("{family}{shape}"))).or_default().add(score);
            // A second form of the same text is no further text.
            if shape.is_empty() {
                scores.entry((&one.set, "all".to_owned())).or_default().add(score);
            }
        };
        add("", &transcript_from_plain(text, &ParseOptions::default()));
        if let Some(bytes) = one.also.as_ref().and_then(|also| std::fs::read(data.join(also)).ok()) {
            add(" as a Word file", &transcript_from_docx(&bytes, &ParseOptions::default()).unwrap());
        }
    }
    println!("boundary precision, recall; speaker precision, recall");
    for ((set, family), score) in &scores {
        println!("{set} {family} {} turns {:.4?}", score.labelled, score.ratios());
    }
    for (set, floors) in FLOORS {
        let Some(score) = scores.get(&(*set, "all".to_owned())) else { continue };
        let reached = score.ratios().iter().zip(floors).all(|(ratio, floor)| ratio >= floor);
        assert!(reached, "{set}: below {floors:?}: {:?}", score.ratios());
    }
}
