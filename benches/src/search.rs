//! Search beside SQLite FTS5 and PostgreSQL full text: the same texts and the same questions, one after the other in one run.
//!
//! Fairness: each engine gives the first page of ten, best first, and the number of all results; titles weigh five times as much in FTS5
//! and most in PostgreSQL; each question was asked once before it is timed; PostgreSQL is timed inside the server. Ours does more for its
//! time: it counts facets and years, marks words and makes snippets.

mod engine;
mod fts5;
mod golden;
mod ours;
mod postgres;
mod questions;
mod texts;
mod typed;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context as _;
use jiff::Timestamp;

use crate::cli::How;
use crate::figures::{Sample, megabytes};
use crate::ground::Ground;
use crate::node::Node;
use crate::table::Row;
use engine::{Engine, Timed, each_text};
use fts5::Fts5;
use ours::Ours;
use postgres::Postgres;
use questions::{Quotes, Sort};

pub use golden::rows as golden_rows;
pub use ours::build;

/// To be raised when the corpus's lines change.
const CORPUS_EDITION: u32 = 1;
/// Mean size of a body, in bytes.
const BODY_BYTES: usize = 7_000;
/// Languages of the corpus.
const LANGUAGES: &str = "en,ru,zh-Hant,ar";
/// The floors of the issue, stated for 100,000 messages.
const FLOORS_FOR: u64 = 100_000;
/// Longest building of the index, in seconds.
const BUILD_SECONDS_MAX: f64 = 90.0;
/// Most memory of a process that only indexes, in bytes.
const BUILD_MEMORY_MAX: u64 = 300_000_000;
/// Largest index, as a share of the texts.
const SIZE_SHARE_MAX: f64 = 0.6;
/// Longest question, in milliseconds: 99 of a hundred are shorter. For more messages than the floors are stated for, the second.
const P99_MS_MAX: (f64, f64) = (10.0, 30.0);
/// Longest check of a quote, in milliseconds: 99 of a hundred are shorter.
const QUOTE_P99_MS_MAX: f64 = 60.0;
/// Longest time from a release to the result that shows it, in milliseconds.
const FINDABLE_MS_MAX: f64 = 1_000.0;
/// Questions of each sort that the others are asked; PostgreSQL takes a second for each common word.
const RIVALS_ASKED: usize = 25;
/// Releases that are waited for.
const RELEASES: u64 = 30;
/// Calls of the follower until a release must be findable.
const CALLS_MAX: usize = 100;

/// Measures search.
///
/// # Errors
/// When the corpus, the site or ours fails.
pub fn rows(ground: &Ground, how: &How) -> anyhow::Result<Vec<Row>> {
    let messages = how.messages();
    let corpus = corpus(ground, messages)?;
    let mut text_bytes = 0_u64;
    each_text(&corpus, |_, text| {
        text_bytes += (text.title.len() + text.body.len()) as u64;
        Ok(())
    })?;
    let (sorts, quotes) = questions::draw(&corpus, messages)?;
    let site = ours::site(ground, &format!("search-site-{messages}"), LANGUAGES, &corpus)?;
    let mut ours = Ours::built_by_another(ground, &site)?;
    let mut rivals: Vec<Box<dyn Engine>> = vec![Box::new(Fts5::build(&corpus, &ground.folder.join("search-fts5.db"))?)];
    let mut rows = built(&ours, messages, text_bytes);
    if Postgres::is_there() {
        rivals.push(Box::new(Postgres::build(&corpus, &ground.folder.join("search-pg"))?));
    } else {
        rows.push(Row::skipped("PostgreSQL full text", "", "there is no postgres; install the package postgresql"));
    }
    rows.extend(rivals.iter().map(|rival| rival_built(rival.as_ref(), text_bytes)));
    for sort in &sorts {
        rows.push(asked(sort, messages, &mut ours, &mut rivals)?);
    }
    drop(rivals);
    rows.extend(quotes_checked(&ours, &quotes, messages)?);
    drop(ours);
    rows.push(findable(&site)?);
    rows.extend(golden_rows(ground, how)?);
    Ok(rows)
}

/// Installs PostgreSQL from the system's packages where it is missing.
///
/// # Errors
/// When it cannot be installed.
pub fn install_rival() -> anyhow::Result<()> {
    if Postgres::is_there() { Ok(()) } else { crate::program::install(&["postgresql"]) }
}

fn corpus(ground: &Ground, messages: u64) -> anyhow::Result<PathBuf> {
    let path = ground.folder.join(format!("search-corpus-{CORPUS_EDITION}-{messages}-{BODY_BYTES}.jsonl"));
    if !path.is_file() {
        eprintln!("making the corpus: {}", path.display());
        texts::write(messages, BODY_BYTES, &golden::collection(), &path)?;
    }
    Ok(path)
}

fn built(ours: &Ours, messages: u64, text_bytes: u64) -> Vec<Row> {
    let built = ours.built();
    let scale = (messages as f64 / FLOORS_FOR as f64).max(1.0);
    let share = built.bytes as f64 / text_bytes as f64;
    vec![
        Row::judged(
            format!("indexing {messages} messages, texts {}", megabytes(text_bytes)),
            format!("under {:.0} s, peak memory under 300 MB", BUILD_SECONDS_MAX * scale),
            format!(
                "{:.1} s until all is found, {:.1} s until it is merged, peak memory without mapped files {}",
                built.seconds,
                built.whole_seconds,
                megabytes(built.memory_bytes)
            ),
            built.seconds < BUILD_SECONDS_MAX * scale && built.memory_bytes < BUILD_MEMORY_MAX,
        ),
        Row::judged(
            "size of the index",
            "under 60 % of the texts",
            format!("{}, {:.0} %", megabytes(built.bytes), share * 100.0),
            share < SIZE_SHARE_MAX,
        ),
    ]
}

fn rival_built(rival: &dyn Engine, text_bytes: u64) -> Row {
    let built = rival.built();
    let share = built.bytes as f64 / text_bytes as f64 * 100.0;
    let measured = format!("{:.1} s, {}, {share:.0} % of the texts", built.seconds, megabytes(built.bytes));
    Row::told(format!("… {}: indexing and size", rival.name()), measured)
}

/// Asks all engines the same questions and sets their times beside each other.
fn asked(sort: &Sort, messages: u64, ours: &mut Ours, rivals: &mut [Box<dyn Engine>]) -> anyhow::Result<Row> {
    let own = ours.answers(&sort.questions)?;
    let sample = times(&own);
    let (median, p99) = middle_and_end(&sample).with_context(|| format!("nothing was asked: {}", sort.name))?;
    let limit = if messages > FLOORS_FOR { P99_MS_MAX.1 } else { P99_MS_MAX.0 };
    let mut holds = p99 < limit;
    let results = Sample::of(own.iter().map(|answer| answer.total as f64)).median().unwrap_or_default();
    let mut measured = format!("ours {median:.2} / {p99:.2} ms, {results:.0} results");
    for rival in rivals {
        let answers = rival.answers(&sort.questions[..sort.questions.len().min(RIVALS_ASKED)])?;
        let Some((other, other_p99)) = middle_and_end(&times(&answers)) else { continue };
        let found = Sample::of(answers.iter().map(|answer| answer.total as f64)).median().unwrap_or_default();
        measured += &format!(
            "; {} {other:.2} / {other_p99:.2} ms, {found:.0} results ({:.1} × / {:.1} ×)",
            rival.name(),
            other / median.max(1e-6),
            other_p99 / p99.max(1e-6)
        );
        holds &= median < other;
    }
    let what =
        format!("{}, {} questions ({RIVALS_ASKED} to the others), median / p99", sort.name, sort.questions.len());
    eprintln!("  {what}: {measured}");
    if sort.is_judged {
        let floor = format!("p99 under {limit:.0} ms, faster than the others");
        return Ok(Row::judged(what, floor, measured, holds));
    }
    Ok(Row::told(what, measured))
}

fn times(answers: &[Timed]) -> Sample {
    Sample::of_durations(answers.iter().map(|answer| answer.took))
}

fn middle_and_end(sample: &Sample) -> Option<(f64, f64)> {
    Some((sample.median()?, sample.percentile(99)?))
}

fn quotes_checked(ours: &Ours, quotes: &Quotes, messages: u64) -> anyhow::Result<Vec<Row>> {
    let sorts =
        [("verbatim", &quotes.verbatim), ("two words changed", &quotes.altered), ("not in the record", &quotes.absent)];
    let mut rows = vec![];
    for (name, quotes) in sorts {
        for quote in quotes {
            ours.check(quote)?;
        }
        let times = quotes.iter().map(|quote| ours.check(quote)).collect::<anyhow::Result<Vec<f64>>>()?;
        let sample = Sample::of(times);
        let what = format!("quote check: {name}");
        // The floor is stated for a hundred thousand messages.
        if messages > FLOORS_FOR {
            rows.push(Row::told(what, sample.said_with_p99_in_ms()));
            continue;
        }
        let holds = sample.percentile(99).is_some_and(|p99| p99 < QUOTE_P99_MS_MAX);
        rows.push(Row::judged(
            what,
            format!("p99 under {QUOTE_P99_MS_MAX:.0} ms"),
            sample.said_with_p99_in_ms(),
            holds,
        ));
    }
    Ok(rows)
}

/// From the answer to a release to the result that shows it, the follower being called without a pause.
fn findable(site: &std::path::Path) -> anyhow::Result<Row> {
    let node = Node::open(site)?;
    let mut ours = Ours::over(site, node.views())?;
    while ours.search.catch_up(Timestamp::now())? {}
    let paths = node.paths("en", usize::try_from(RELEASES)?)?;
    let mut sample = vec![];
    for (nth, path) in (0_u64..).zip(&paths) {
        // A word of its own for each release of each run, made of letters only.
        let run = Timestamp::now().as_microsecond().unsigned_abs();
        let word: String = format!("{run}{nth:02}").bytes().map(|digit| char::from(b'a' + digit - b'0')).collect();
        let word = format!("zq{word}");
        let order = node.correction("en", path, nth, &word)?;
        node.submit(&[order])?;
        let start = Instant::now();
        for _ in 0..CALLS_MAX {
            ours.search.catch_up(Timestamp::now())?;
            ours.look_at_now();
            if ours.total(&word)? > 0 {
                break;
            }
        }
        anyhow::ensure!(ours.total(&word)? == 1, "a release is not findable after {CALLS_MAX} calls of the follower");
        sample.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    let sample = Sample::of(sample);
    let holds = sample.max().is_some_and(|max| max < FINDABLE_MS_MAX);
    // The server calls the follower every 200 ms: so much comes on top at most.
    Ok(Row::judged(
        "from a release to its result, without the follower's pause of 200 ms",
        "under 1 s",
        sample.said_in_ms(),
        holds,
    ))
}
