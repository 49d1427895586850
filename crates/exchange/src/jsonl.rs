//! JSON Lines: one message a line.

mod dates;
mod fields;
mod flaw;
mod known_names;
mod ledger;
mod lines;
mod old_address;
mod prepare;
mod source;

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, ScopedJoinHandle};

use domain::{AsOf, SiteId, today};
use newsroom::{Newsroom, NewsroomError};

use crate::{Progress, Report};
use known_names::KnownNames;
use ledger::{Ledger, Stopped};
use lines::{Content, Lines, RawLine};
use prepare::{Prepared, Setting};

pub(crate) use prepare::public_address;

/// Longest line in bytes: a whole day's parliamentary record is a quarter of a megabyte; a line of more than eight
/// is not a message, and each one being worked on is held in memory several times over.
pub const LINE_BYTES_MAX: usize = 8 << 20;
/// Orders submitted together at most: enough that one flush to the disk, and the pages of an index that it writes, are
/// shared by many; few enough that a power cut in the middle costs a second's work.
pub const BATCH: usize = 1_600;
/// Orders submitted together at first; each batch is twice the one before, so that a short file is told in steps too.
const BATCH_AT_FIRST: usize = 100;

/// Lines handed to a worker at a time, so that handing over costs nothing beside the work.
const CHUNK_LINES_MAX: usize = 32;
/// Bytes handed to a worker at a time: with long lines the bound on memory.
const CHUNK_BYTES_MAX: usize = 256 << 10;
/// Chunks that wait before each worker: enough that nobody stands still, few enough to be small.
const CHUNKS_WAITING: usize = 2;
/// Chunks that wait behind each worker: together about a batch, so that the workers go on while a batch is written. What
/// waits here is packed already.
const CHUNKS_DONE_WAITING: usize = 32;

/// How an import is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Only say what would happen; nothing is written.
    pub dry_run: bool,
    /// Longest line in bytes; longer ones are refused without being held in memory.
    pub line_bytes_max: usize,
    /// Items written in one transaction at most.
    pub batch: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { dry_run: false, line_bytes_max: LINE_BYTES_MAX, batch: BATCH }
    }
}

/// Imports a file of JSON Lines, compressed with gzip or not. Items are told to `watch` in the order of the file, each
/// when what it says is durable. `name` is the file's name, for the report, and the source's name where a line gives
/// none.
///
/// One thread reads, as many as there are processors build documents, the calling thread writes; memory is bounded
/// by the limits, not by the input. It always comes back with a report: a line that cannot be taken in is refused, a
/// failing input or store stops the import with a sentence that says what to do.
pub fn import(
    newsroom: &Newsroom,
    site: &SiteId,
    name: &str,
    input: impl Read + Send,
    options: &Options,
    watch: &mut dyn FnMut(Progress<'_>),
) -> Report {
    let setting = match setting(newsroom, site, name, options) {
        Ok(setting) => setting,
        Err(error) => return Report { stopped: Some(error.to_string()), ..Report::new(name) },
    };
    let mut ledger = Ledger::new(&setting, options, watch);
    let read = AtomicU64::new(0);
    thread::scope(|scope| {
        let (mut to_workers, mut from_workers) = (vec![], vec![]);
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            let (chunks_in, chunks) = sync_channel::<Vec<RawLine>>(CHUNKS_WAITING);
            let (done, done_out) = sync_channel(CHUNKS_DONE_WAITING);
            let setting = &setting;
            scope.spawn(move || work(setting, &chunks, &done));
            to_workers.push(chunks_in);
            from_workers.push(done_out);
        }
        let (read, bytes_max) = (&read, options.line_bytes_max);
        let reader = scope.spawn(move || deal(Lines::open(input, read, bytes_max), &to_workers));
        if settle(&mut ledger, &from_workers, read).is_ok() {
            end(&mut ledger, reader);
        }
        // Dropping the workers' outlets ends them, and with them the reader.
        drop(from_workers);
    });
    ledger.close()
}

fn setting<'a>(
    newsroom: &'a Newsroom,
    site: &'a SiteId,
    file: &'a str,
    options: &Options,
) -> Result<Setting<'a>, NewsroomError> {
    let now = newsroom.now();
    let as_of = AsOf { site: site.clone(), instant: now };
    let standing = newsroom.views().standing(&as_of)?.ok_or(NewsroomError::NoSite)?;
    let rules = standing.rules();
    Ok(Setting {
        newsroom,
        site,
        names: KnownNames::new(&standing.speakers, &standing.topics),
        today: today(now, &rules.home),
        rules,
        file,
        now,
        seed: newsroom.chance().bytes(),
        line_bytes_max: options.line_bytes_max,
    })
}

/// Deals the lines out in chunks, to one worker after the other. That turn keeps their order without numbers: whoever
/// collects asks the workers in the same turn.
fn deal(lines: io::Result<Lines<'_>>, workers: &[SyncSender<Vec<RawLine>>]) -> Result<(), (u64, io::Error)> {
    let mut lines = lines.map_err(|error| (0, error))?;
    for worker in workers.iter().cycle() {
        let (mut chunk, mut bytes) = (vec![], 0);
        let mut end = None;
        while chunk.len() < CHUNK_LINES_MAX && bytes < CHUNK_BYTES_MAX && end.is_none() {
            match lines.next() {
                Ok(Some(line)) => {
                    bytes += if let Content::Bytes { bytes, .. } = &line.content { bytes.len() } else { 0 };
                    chunk.push(line);
                }
                Ok(None) => end = Some(Ok(())),
                Err(error) => end = Some(Err((lines.number(), error))),
            }
        }
        // Nobody listens any more when the import has stopped.
        let is_heard = worker.send(chunk).is_ok();
        match end {
            Some(end) => return end,
            None if is_heard => {}
            None => return Ok(()),
        }
    }
    Ok(())
}

fn work(setting: &Setting<'_>, chunks: &Receiver<Vec<RawLine>>, done: &SyncSender<Vec<Prepared>>) {
    for chunk in chunks {
        let prepared = chunk.into_iter().map(|line| setting.prepare(line)).collect();
        if done.send(prepared).is_err() {
            return;
        }
    }
}

/// Collects from the workers in turn until the first whose turn it is has nothing more.
fn settle(ledger: &mut Ledger<'_>, workers: &[Receiver<Vec<Prepared>>], read: &AtomicU64) -> Result<(), Stopped> {
    for worker in workers.iter().cycle() {
        let Ok(chunk) = worker.recv() else { break };
        chunk.into_iter().try_for_each(|prepared| ledger.take(prepared))?;
        ledger.tell_bytes(read.load(Ordering::Relaxed));
    }
    ledger.flush()
}

/// Says why the reader ended, if that was not the end of the input.
fn end(ledger: &mut Ledger<'_>, reader: ScopedJoinHandle<'_, Result<(), (u64, io::Error)>>) {
    let why = match reader.join() {
        Ok(Ok(())) => return,
        Ok(Err((line, error))) => match error.kind() {
            io::ErrorKind::UnexpectedEof => {
                format!(
                    "the compressed file ends in the middle, in line {line}; fetch the whole file and run the same command again"
                )
            }
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
                format!("the compressed file is damaged in line {line} ({error}); fetch it again")
            }
            _ => format!("the input cannot be read any further in line {line} ({error})"),
        },
        Err(_) => "the program failed while reading the input; please report it to the makers of Chancery".to_owned(),
    };
    // Whatever comes of it, the import is over here.
    let Stopped = ledger.stop(why);
}
