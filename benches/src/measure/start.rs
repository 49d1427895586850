//! From the start of the server to its first answer, and what it holds in memory after a thousand pages.

use crate::cli::How;
use crate::figures::{Sample, megabytes};
use crate::ground::Ground;
use crate::node::Node;
use crate::program::{Server, free_port, memory};
use crate::reader::Reader;
use crate::table::Row;

/// Starts measured.
const STARTS: usize = 5;
/// Longest start, in milliseconds.
const START_MS_MAX: f64 = 500.0;
/// Different pages fetched before memory is looked at.
const PAGES: usize = 1_000;
/// Most memory while serving, in bytes.
const MEMORY_BYTES_MAX: u64 = 250_000_000;

/// Measures starts and memory.
///
/// # Errors
/// When the server does not start or a page does not come.
pub fn rows(ground: &Ground, how: &How) -> anyhow::Result<Vec<Row>> {
    let site = ground.site()?;
    let pages = if how.quick { PAGES / 10 } else { PAGES };
    let paths = Node::open(&site)?.paths("en", pages)?;
    let mut starts = vec![];
    let mut server = None;
    for _ in 0..STARTS {
        drop(server.take());
        let address = free_port()?;
        let mut serve = ground.program();
        serve.arg("serve").arg("--site").arg(&site).arg("--listen").arg(address.to_string());
        let started = Server::start(&mut serve, address, "/en/")?;
        starts.push(started.took);
        server = Some(started);
    }
    let starts = Sample::of_durations(starts);
    let holds = starts.median().is_some_and(|median| median < START_MS_MAX);
    let what = format!("start to first answer with {} messages", ground.messages);
    let mut rows = vec![Row::judged(what, "under 0.5 s", starts.said_in_ms(), holds)];
    if let Some(server) = server {
        let before = memory(server.pid());
        let mut reader = Reader::connect(server.address)?;
        for path in &paths {
            reader.page(&format!("/en/{path}"))?;
        }
        for path in ["/en/", "/en/messages/", "/ru/", "/ru/messages/"] {
            reader.page(path)?;
        }
        let after = memory(server.pid());
        let measured = format!(
            "{} after {} different pages (its own {}, peak {}; {} after the first answer)",
            megabytes(after.now),
            paths.len(),
            megabytes(after.own),
            megabytes(after.peak),
            megabytes(before.now)
        );
        let holds = after.peak > 0 && after.peak < MEMORY_BYTES_MAX;
        rows.push(Row::judged(
            format!("memory while serving {} messages", ground.messages),
            "under 250 MB",
            measured,
            holds,
        ));
    }
    Ok(rows)
}
