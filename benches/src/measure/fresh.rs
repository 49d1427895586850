//! Pages that are not cached, and the way from a write to the page that shows it. The site is open inside this
//! process: what is timed over HTTP goes through the real server, its cache and a socket.

use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use crate::cli::How;
use crate::figures::Sample;
use crate::ground::Ground;
use crate::node::Node;
use crate::reader::Reader;
use crate::table::Row;

/// Writes before each of which a page is fetched.
const WRITES: usize = 50;
/// Writes for each of the pages about which nothing is demanded.
const WRITES_FOR_OTHERS: usize = 20;
/// Longest median for a message page, in milliseconds.
const PAGE_MS_MAX: f64 = 2.0;
/// Longest way from a write to its page, in milliseconds; the median is judged.
const SHOWN_MS_MAX: f64 = 10.0;
/// Fetches after a write before the measurement gives up.
const LOOKS_MAX: usize = 1_000;
/// The server's own gzip level.
const GZIP_LEVEL: u32 = 6;
/// Pages about which nothing is demanded, with what they are.
const OTHERS: [(&str, &str); 6] = [
    ("front page", "/en/"),
    ("archive", "/en/messages/"),
    ("month page", "/en/messages/2015/06/"),
    ("front page in Russian", "/ru/"),
    ("memento of the front page", "/web/20150601120000/en/"),
    ("memento of a month page", "/web/20160601120000/en/messages/2015/06/"),
];

/// Measures pages after writes.
///
/// # Errors
/// When the site does not open, a write is refused or a page does not come.
pub fn rows(ground: &Ground, how: &How) -> anyhow::Result<Vec<Row>> {
    let site = ground.site()?;
    let writes = if how.quick { WRITES / 10 } else { WRITES };
    let others = if how.quick { WRITES_FOR_OTHERS / 5 } else { WRITES_FOR_OTHERS };
    let node = Node::open(&site)?;
    let served = node.serve()?;
    let mut reader = Reader::connect(served.address)?;
    let paths = node.paths("en", 3 * writes + others * OTHERS.len() + 1)?;
    let (target, paths) = paths.split_first().context("there are no messages")?;
    let target = format!("/en/{target}");
    let mut desk = Desk { node: &node, paths: paths.iter().cycle(), number: 0 };
    reader.page(&target)?;

    let mut rows = vec![];
    let messages = ground.messages;
    let http = sample(writes, || desk.write(), || reader.page(&target).map(drop))?;
    let holds = http.median().is_some_and(|median| median < PAGE_MS_MAX);
    let what = format!("message page not cached (first request after a change), {messages} messages, over HTTP");
    rows.push(Row::judged(what, "median under 2 ms", http.said_in_ms(), holds));
    let inside = sample(writes, || desk.write(), || made(&node, &target))?;
    rows.push(Row::told("the same without HTTP: answer and gzip", inside.said_in_ms()));

    let (shown, written) = shown(&mut desk, &mut reader, writes)?;
    let holds = shown.median().is_some_and(|median| median < SHOWN_MS_MAX);
    let what = format!("from an acknowledged write to the page showing it, {messages} messages");
    rows.push(Row::judged(what, "under 10 ms", shown.said_in_ms(), holds));
    rows.push(Row::told("the write itself: a correction of 7 kB, durable and folded", written.said_in_ms()));

    for (name, path) in OTHERS {
        let times = sample(others, || desk.write(), || reader.page(path).map(drop))?;
        rows.push(Row::told(format!("{name} not cached, over HTTP"), times.said_in_ms()));
    }
    Ok(rows)
}

/// Somebody who corrects one message after the other.
struct Desk<'a> {
    node: &'a Node,
    paths: std::iter::Cycle<std::slice::Iter<'a, String>>,
    number: u64,
}

impl Desk<'_> {
    /// Corrects the next message.
    fn write(&mut self) -> anyhow::Result<()> {
        let (_, _, order) = self.next()?;
        self.node.submit(&[order])
    }

    /// The next message's path, a word that nothing else on the site has, and a correction with it.
    fn next(&mut self) -> anyhow::Result<(&str, String, newsroom::Order)> {
        let path = self.paths.next().context("there are no messages")?;
        self.number += 1;
        let word = format!("Zquorvex{}x{}", std::process::id(), self.number);
        let order = self.node.correction("en", path, self.number, &word)?;
        Ok((path, word, order))
    }
}

/// Does something before each of several runs and times the runs.
fn sample(
    times: usize,
    mut before: impl FnMut() -> anyhow::Result<()>,
    mut timed: impl FnMut() -> anyhow::Result<()>,
) -> anyhow::Result<Sample> {
    let mut taken = vec![];
    for _ in 0..times {
        before()?;
        let start = Instant::now();
        timed()?;
        taken.push(start.elapsed());
    }
    Ok(Sample::of_durations(taken))
}

fn made(node: &Node, path: &str) -> anyhow::Result<()> {
    let answer = node.answer(path);
    if answer.status() != 200 {
        bail!("{path} answers {}", answer.status());
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
    packed.write_all(answer.page().as_bytes())?;
    black_box(packed.finish()?);
    Ok(())
}

/// Times from the acknowledgement to the first answer with the new word, and the writes themselves.
fn shown(desk: &mut Desk<'_>, reader: &mut Reader, writes: usize) -> anyhow::Result<(Sample, Sample)> {
    let (mut shown, mut written) = (vec![], vec![]);
    let node = desk.node;
    for _ in 0..writes {
        let (path, word, order) = desk.next()?;
        let path = format!("/en/{path}");
        // A reader has just been there: what is cached is the old page.
        reader.page(&path)?;
        let start = Instant::now();
        node.submit(&[order])?;
        written.push(start.elapsed());
        shown.push(until(reader, &path, &word, Instant::now())?);
    }
    Ok((Sample::of_durations(shown), Sample::of_durations(written)))
}

fn until(reader: &mut Reader, path: &str, word: &str, start: Instant) -> anyhow::Result<Duration> {
    for _ in 0..LOOKS_MAX {
        let response = reader.page(path)?;
        let took = start.elapsed();
        if response.text()?.contains(word) {
            return Ok(took);
        }
    }
    bail!("{path} never shows what was written")
}
