//! wrk, the load generator of Debian's packages: how it is started and what it says.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};

/// Connections kept open.
const CONNECTIONS: usize = 64;

/// One round of load.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Round {
    /// Requests a second.
    pub rate: f64,
    /// Latency of the slowest hundredth, in milliseconds.
    pub p99_ms: f64,
}

/// Loads an address for some seconds.
///
/// # Errors
/// When wrk does not run or answers were no pages.
pub fn load(wrk: &Path, address: SocketAddr, path: &str, seconds: u64) -> anyhow::Result<Round> {
    let output = Command::new(wrk)
        .args([
            "-t2",
            &format!("-c{CONNECTIONS}"),
            &format!("-d{seconds}s"),
            "--latency",
            "-H",
            "Accept-Encoding: gzip",
        ])
        .arg(format!("http://{address}{path}"))
        .output()
        .context("wrk cannot be started")?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("wrk ended with {}: {said}", output.status);
    }
    read(&said).with_context(|| format!("wrk was not satisfied: {said}"))
}

/// Reads wrk's report; nothing when answers were no pages or connections broke.
fn read(said: &str) -> Option<Round> {
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        return None;
    }
    let line = |start: &str| said.lines().find_map(|line| line.trim().strip_prefix(start)).map(str::trim);
    Some(Round { rate: line("Requests/sec:")?.parse().ok()?, p99_ms: milliseconds(line("99%")?)? })
}

fn milliseconds(text: &str) -> Option<f64> {
    for (unit, factor) in [("us", 0.001), ("ms", 1.0), ("s", 1_000.0)] {
        if let Some(number) = text.strip_suffix(unit) {
            return Some(number.parse::<f64>().ok()? * factor);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "Running 8s test @ http://127.0.0.1:8080/\n  2 threads and 64 connections\n  Latency Distribution\n     50%    0.90ms\n     75%    1.20ms\n     90%    2.00ms\n     99%  850.00us\n  300000 requests in 8.00s, 1.00GB read\nRequests/sec:  37500.25\nTransfer/sec:    128.00MB\n";

    #[test]
    fn the_report_is_read_whatever_the_unit() {
        assert_eq!(read(SAID), Some(Round { rate: 37_500.25, p99_ms: 0.85 }));
        assert_eq!(milliseconds("1.50s"), Some(1_500.0));
        assert_eq!(milliseconds("12.25ms"), Some(12.25));
    }

    #[test]
    fn a_round_with_errors_is_no_measurement() {
        assert_eq!(read(&format!("{SAID}  Non-2xx or 3xx responses: 5\n")), None);
        assert_eq!(read(&format!("{SAID}  Socket errors: connect 0, read 3, write 0, timeout 0\n")), None);
    }
}
