//! Editors at the desk while the public site takes full load: how long their saves take, and what the public loses.

use std::net::SocketAddr;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};

use crate::cli::How;
use crate::figures::Sample;
use crate::ground::Ground;
use crate::measure::autosave::{Editor, first_wait};
use crate::measure::wrk::{Round, load};
use crate::node::Node;
use crate::program::{Server, find, free_port};
use crate::reader::Reader;
use crate::staff::{demand_kept, sign_out, signed_in};
use crate::table::Row;

const SAVES: &str =
    "autosave of 7 kB, 20 editors each every 2 s, while a message page takes full load from 64 connections";
const SAVES_AT_LEAST: &str = "p99 under 100 ms";
const PUBLIC: &str = "public requests per second while 20 editors autosave";
const PUBLIC_AT_LEAST: &str = "falls less than 10 %";
/// Editors at work at the same time.
const EDITORS: u64 = 20;
/// Longest p99 of a save, in milliseconds.
const SAVE_P99_MS_MAX: f64 = 100.0;
/// Largest fall of the public's requests a second, in per cent.
const FALL_PERCENT_MAX: f64 = 10.0;
/// Rounds without editors and with them, in turn; odd, so that the median is one of them.
const ROUNDS: usize = 5;
/// Rounds of each for a quick look.
const ROUNDS_QUICK: usize = 3;
/// Length of a round in seconds: with five of them 40 s of saves, some 400 of them.
const ROUND_SECONDS: u64 = 8;
/// Length of a round for a quick look: every editor saves twice.
const ROUND_SECONDS_QUICK: u64 = 4;
/// Length of the first round, which is not counted, in seconds.
const WARMING_SECONDS: u64 = 2;
/// Saves of each editor with nobody else there.
const SAVES_UNLOADED: usize = 5;

/// Measures saves and the public side by side.
///
/// # Errors
/// When the server does not serve, a save is answered with anything but 200, or a save is not there at the end.
pub fn rows(ground: &Ground, how: &How) -> anyhow::Result<Vec<Row>> {
    let Some(wrk) = find("wrk") else {
        let why = "wrk is not installed; run with --install";
        return Ok(vec![Row::skipped(SAVES, SAVES_AT_LEAST, why), Row::skipped(PUBLIC, PUBLIC_AT_LEAST, why)]);
    };
    let site = ground.site()?;
    let node = Node::open(&site)?;
    let path = node.paths("en", 3)?.into_iter().nth(1).context("the site has three messages")?;
    let authors = signed_in(&node, EDITORS)?;
    let mut editors = authors.iter().map(Editor::at).collect::<anyhow::Result<Vec<_>>>()?;
    // The server is to be alone with its site while it is measured.
    drop(node);

    let address = free_port()?;
    let mut serve = ground.program();
    serve.arg("serve").arg("--site").arg(&site).arg("--listen").arg(address.to_string());
    let public = Public { wrk: &wrk, address, path: format!("/en/{path}") };
    let server = Server::start(&mut serve, address, &public.path)?;
    let measured = measured(&public, &mut editors, how);
    drop(server);

    let node = Node::open(&site)?;
    let measured = measured.and_then(|measured| {
        for editor in &editors {
            demand_kept(&node, editor.author, editor.revision, &editor.words())?;
        }
        Ok(measured)
    });
    // What failed first is said first; the site is put in order either way.
    let tidied = sign_out(&node, &authors);
    let rows = measured?.rows()?;
    tidied.map(|()| rows)
}

/// The page that takes the load, and what loads it.
struct Public<'a> {
    wrk: &'a Path,
    address: SocketAddr,
    path: String,
}

impl Public<'_> {
    fn load(&self, seconds: u64) -> anyhow::Result<Round> {
        load(self.wrk, self.address, &self.path, seconds)
    }
}

#[derive(Default)]
struct Measured {
    /// Saves with nobody else there.
    unloaded: Vec<Duration>,
    /// Saves under load.
    saves: Vec<Duration>,
    /// The public alone.
    alone: Vec<Round>,
    /// The public beside the editors.
    beside: Vec<Round>,
}

fn measured(public: &Public<'_>, editors: &mut [Editor<'_>], how: &How) -> anyhow::Result<Measured> {
    let (rounds, seconds) = if how.quick { (ROUNDS_QUICK, ROUND_SECONDS_QUICK) } else { (ROUNDS, ROUND_SECONDS) };
    let mut measured = Measured { unloaded: unloaded(public.address, editors)?, ..Measured::default() };
    public.load(WARMING_SECONDS)?;
    for round in 0..rounds {
        measured.alone.push(public.load(seconds)?);
        let (beside, saves) = together(public, editors, round, seconds)?;
        measured.beside.push(beside);
        measured.saves.extend(saves);
    }
    Ok(measured)
}

/// The editors save in turn while nothing else happens. The first save of each, which makes the draft, is not counted.
fn unloaded(address: SocketAddr, editors: &mut [Editor<'_>]) -> anyhow::Result<Vec<Duration>> {
    let mut taken = vec![];
    for editor in editors {
        let mut reader = Reader::connect(address)?;
        editor.save(&mut reader)?;
        for _ in 0..SAVES_UNLOADED {
            taken.push(editor.save(&mut reader)?);
        }
    }
    Ok(taken)
}

/// One round of load with all editors at work, each on a thread and a connection of its own.
fn together(
    public: &Public<'_>,
    editors: &mut [Editor<'_>],
    round: usize,
    seconds: u64,
) -> anyhow::Result<(Round, Vec<Duration>)> {
    let address = public.address;
    thread::scope(|scope| {
        let mut at_work = vec![];
        for (number, editor) in editors.iter_mut().enumerate() {
            at_work.push(scope.spawn(move || editor.write(address, first_wait(number, round), seconds)));
        }
        let loaded = public.load(seconds);
        let (mut saves, mut failures) = (vec![], 0);
        for thread in at_work {
            match thread.join().unwrap_or_else(|_| Err(anyhow!("the thread of an editor went down"))) {
                Ok(taken) => saves.extend(taken),
                Err(error) => {
                    eprintln!("  a save failed: {error:#}");
                    failures += 1;
                }
            }
        }
        if failures > 0 {
            bail!("{failures} of {EDITORS} editors could not go on saving");
        }
        Ok((loaded?, saves))
    })
}

impl Measured {
    fn rows(self) -> anyhow::Result<Vec<Row>> {
        let rounds = said(&self.alone, &self.beside);
        let public = judged(&self.alone, &self.beside)?;
        let (saves, unloaded) = (Sample::of_durations(self.saves), Sample::of_durations(self.unloaded));
        let holds = saves.percentile(99).is_some_and(|p99| p99 < SAVE_P99_MS_MAX);
        Ok(vec![
            Row::judged(SAVES, SAVES_AT_LEAST, saves.said_with_p99_in_ms(), holds),
            Row::told("the same with nobody else there", unloaded.said_with_p99_in_ms()),
            public,
            Row::told("rounds in turn, without editors and with them", rounds),
        ])
    }
}

fn judged(alone: &[Round], beside: &[Round]) -> anyhow::Result<Row> {
    let median = |rounds: &[Round]| Sample::of(rounds.iter().map(|round| round.rate)).median();
    let (without, with) = median(alone).zip(median(beside)).context("nothing was measured")?;
    let fall = 100.0 * (without - with) / without;
    let measured = format!("falls {fall:.1} % ({without:.0}/s without editors, {with:.0}/s with them)");
    Ok(Row::judged(PUBLIC, PUBLIC_AT_LEAST, measured, fall < FALL_PERCENT_MAX))
}

fn said(alone: &[Round], beside: &[Round]) -> String {
    let one = |round: &Round| format!("{:.0}/s p99 {:.2} ms", round.rate, round.p99_ms);
    let pair = |(alone, beside): (&Round, &Round)| format!("without {}, with {}", one(alone), one(beside));
    alone.iter().zip(beside).map(pair).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_publics_fall_is_that_of_the_medians() {
        let rounds = |rates: [f64; 3]| rates.map(|rate| Round { rate, p99_ms: 1.0 }).to_vec();
        let said = |alone, beside| format!("{:?}", judged(&rounds(alone), &rounds(beside)).unwrap());
        let holds = said([100.0, 100.0, 1.0], [95.0, 10.0, 96.0]);
        assert!(holds.contains("Holds") && holds.contains("falls 5.0 %"), "{holds}");
        assert!(said([100.0, 100.0, 100.0], [90.0, 90.0, 200.0]).contains("Missed"));
    }

    #[test]
    fn saves_are_judged_by_their_slowest_hundredth() {
        let rows = |slow: usize| {
            let round = Round { rate: 1.0, p99_ms: 1.0 };
            let ms = |at| Duration::from_millis(if at < slow { 150 } else { 5 });
            let saves = (0..200).map(ms).collect();
            let measured = Measured { saves, alone: vec![round], beside: vec![round], ..Measured::default() };
            format!("{:?}", measured.rows().unwrap()[0])
        };
        assert!(rows(2).contains("Holds"));
        assert!(rows(3).contains("Missed"));
    }
}
