//! A cached message page under load, beside nginx with the same bytes, in turn.

use std::fs;

use anyhow::{Context as _, bail};

use crate::cli::How;
use crate::figures::Sample;
use crate::ground::Ground;
use crate::measure::nginx;
use crate::measure::wrk::{Round, load};
use crate::node::Node;
use crate::program::{Server, find, free_port};
use crate::reader::Reader;
use crate::table::Row;

const WHAT: &str = "message page, gzip, keep-alive, 64 connections, beside nginx";
const AT_LEAST: &str = "0.9 × nginx's requests per second, p99 no worse than 1.5 ×";
/// Least share of nginx's requests a second.
const RATE_MIN: f64 = 0.9;
/// Most times nginx's p99.
const P99_MAX: f64 = 1.5;
/// Rounds for each; odd, so that the median is one of them.
const ROUNDS: usize = 5;
/// Length of a round in seconds.
const ROUND_SECONDS: u64 = 6;
/// Length of the first round, which is not counted, in seconds.
const WARMING_SECONDS: u64 = 2;

/// Measures both servers.
///
/// # Errors
/// When either does not serve.
pub fn rows(ground: &Ground, how: &How) -> anyhow::Result<Vec<Row>> {
    let (Some(nginx), Some(wrk)) = (find("nginx"), find("wrk")) else {
        let why = "nginx or wrk is not installed; run with --install";
        return Ok(vec![Row::skipped(WHAT, AT_LEAST, why)]);
    };
    let site = ground.site()?;
    let path = Node::open(&site)?.paths("en", 3)?.into_iter().nth(1).context("the site has three messages")?;
    let path = format!("/en/{path}");
    let address = free_port()?;
    let mut serve = ground.program();
    serve.arg("serve").arg("--site").arg(&site).arg("--listen").arg(address.to_string());
    let ours = Server::start(&mut serve, address, &path)?;
    let mut reader = Reader::connect(ours.address)?;
    let packed = reader.page(&path)?;
    if packed.header("content-encoding") != Some("gzip") {
        bail!("{path} came without gzip");
    }
    let folder = ground.folder.join("nginx");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let theirs = nginx::start(&nginx, &folder, &path, &packed, &packed.text()?)?;
    let same = Reader::connect(theirs.address)?.page(&path)?;
    if same.body != packed.body {
        bail!("nginx does not send the same bytes");
    }

    let seconds = if how.quick { 2 } else { ROUND_SECONDS };
    let (mut own, mut other) = (vec![], vec![]);
    for server in [&ours, &theirs] {
        load(&wrk, server.address, &path, WARMING_SECONDS)?;
    }
    for _ in 0..ROUNDS {
        own.push(load(&wrk, ours.address, &path, seconds)?);
        other.push(load(&wrk, theirs.address, &path, seconds)?);
    }
    let page = format!("bytes of the page measured: {} in gzip, {} plain", packed.body.len(), packed.text()?.len());
    Ok(vec![judged(&own, &other)?, Row::told("rounds in turn", format!("{}; {page}", said(&own, &other)))])
}

fn judged(own: &[Round], other: &[Round]) -> anyhow::Result<Row> {
    let median = |rounds: &[Round], of: fn(&Round) -> f64| Sample::of(rounds.iter().map(of)).median();
    let figures = |rounds| median(rounds, |round| round.rate).zip(median(rounds, |round| round.p99_ms));
    let ((rate, p99), (nginx_rate, nginx_p99)) = figures(own).zip(figures(other)).context("nothing was measured")?;
    let (rates, p99s) = (rate / nginx_rate, p99 / nginx_p99);
    let measured = format!(
        "{rates:.2} × nginx's requests, {p99s:.2} × its p99 (ours {rate:.0}/s, p99 {p99:.2} ms; nginx {nginx_rate:.0}/s, p99 {nginx_p99:.2} ms)"
    );
    Ok(Row::judged(WHAT, AT_LEAST, measured, rates >= RATE_MIN && p99s <= P99_MAX))
}

fn said(own: &[Round], other: &[Round]) -> String {
    let one = |round: &Round| format!("{:.0}/s p99 {:.2} ms", round.rate, round.p99_ms);
    own.iter()
        .zip(other)
        .map(|(own, other)| format!("ours {}, nginx {}", one(own), one(other)))
        .collect::<Vec<_>>()
        .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_medians_are_compared() {
        let rounds = |rates: [f64; 3]| rates.map(|rate| Round { rate, p99_ms: 1_000.0 / rate }).to_vec();
        let said = |own, other| format!("{:?}", judged(&rounds(own), &rounds(other)).unwrap());
        assert!(said([90.0, 95.0, 10.0], [100.0, 100.0, 500.0]).contains("Holds"));
        assert!(said([80.0, 85.0, 300.0], [100.0, 100.0, 100.0]).contains("Missed"));
    }
}
