//! The table of results.

use std::fs;

use crate::cli::How;

/// How a measurement stands to its floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Holds,
    Missed,
    /// Measured, but nothing is asked for.
    NoFloor,
    NotMeasured,
}

/// One result.
#[derive(Debug, Clone)]
pub struct Row {
    what: String,
    at_least: String,
    measured: String,
    verdict: Verdict,
}

impl Row {
    /// A result with a floor.
    #[must_use]
    pub fn judged(
        what: impl Into<String>,
        at_least: impl Into<String>,
        measured: impl Into<String>,
        holds: bool,
    ) -> Self {
        let verdict = if holds { Verdict::Holds } else { Verdict::Missed };
        Self { what: what.into(), at_least: at_least.into(), measured: measured.into(), verdict }
    }

    /// A result without one.
    #[must_use]
    pub fn told(what: impl Into<String>, measured: impl Into<String>) -> Self {
        Self { what: what.into(), at_least: String::new(), measured: measured.into(), verdict: Verdict::NoFloor }
    }

    /// What could not be measured on this machine, and why.
    #[must_use]
    pub fn skipped(what: impl Into<String>, at_least: impl Into<String>, why: impl Into<String>) -> Self {
        let measured = format!("not measured: {}", why.into());
        Self { what: what.into(), at_least: at_least.into(), measured, verdict: Verdict::NotMeasured }
    }

    /// A measurement that failed: that is a floor missed, for what does not run is not fast.
    #[must_use]
    pub fn failed(what: &str, error: &anyhow::Error) -> Self {
        Self {
            what: what.to_owned(),
            at_least: String::new(),
            measured: format!("failed: {error:#}"),
            verdict: Verdict::Missed,
        }
    }
}

/// The results so far and what they were measured on.
#[derive(Debug)]
pub struct Table {
    about: String,
    judges: bool,
    rows: Vec<Row>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn begun(how: &How) -> Self {
        Self { about: about(how), judges: !how.quick, rows: vec![] }
    }

    /// Adds a row and says it at once, since the whole takes minutes.
    pub fn add(&mut self, row: Row) {
        eprintln!("  {}: {}", row.what, row.measured);
        self.rows.push(row);
    }

    /// Whether no floor was missed.
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.judges || self.rows.iter().all(|row| row.verdict != Verdict::Missed)
    }

    /// The table in Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("{}\n\n| what | at least | measured | |\n| --- | --- | --- | --- |\n", self.about);
        for row in &self.rows {
            let verdict = match row.verdict {
                Verdict::Holds if self.judges => "holds",
                Verdict::Missed if self.judges => "**missed**",
                Verdict::NotMeasured => "not measured",
                Verdict::Holds | Verdict::Missed | Verdict::NoFloor => "",
            };
            let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
            out +=
                &format!("| {} | {} | {} | {verdict} |\n", cell(&row.what), cell(&row.at_least), cell(&row.measured));
        }
        out
    }
}

/// The machine, as far as it says what it is.
fn about(how: &How) -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let cpuinfo = read("/proc/cpuinfo");
    let model = cpuinfo
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = read("/proc/meminfo");
    let memory =
        memory.lines().find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or("?").to_owned();
    let memory = memory.map_or_else(String::new, |kib| format!(", {} GiB of memory", kib / (1 << 20)));
    let messages = how.messages();
    let quick = if how.quick { ", quick: floors not judged" } else { "" };
    format!(
        "Measured on {model}, {cores} cores{memory}; load of the machine at the start {load}; {messages} messages{quick}."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn how(quick: bool) -> How {
        How { install: false, quick, site_messages: 10, no_build: true }
    }

    #[test]
    fn a_missed_floor_fails_the_run_unless_it_was_only_a_look() {
        for (quick, holds) in [(false, false), (true, true)] {
            let mut table = Table::begun(&how(quick));
            table.add(Row::judged("import", "under 60 s", "70 s", false));
            assert_eq!(table.holds(), holds);
        }
    }

    #[test]
    fn what_cannot_run_here_says_why_and_fails_nothing() {
        let mut table = Table::begun(&how(false));
        table.add(Row::skipped("load", "0.9 ×", "there is no wrk; run with --install"));
        assert!(table.holds());
        assert!(
            table
                .markdown()
                .contains("| load | 0.9 × | not measured: there is no wrk; run with --install | not measured |")
        );
    }

    #[test]
    fn what_fails_counts_as_missed() {
        let mut table = Table::begun(&how(false));
        table.add(Row::failed("start", &anyhow::anyhow!("it went down")));
        assert!(!table.holds());
    }
}
