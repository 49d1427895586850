//! How far long work has come: a bar on a terminal, a plain line every few seconds elsewhere.

use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::clock::Stopwatch;
use crate::output::{complain, grouped};

/// Time between two plain lines: often enough to see that work goes on, seldom enough not to fill a log.
const BETWEEN_LINES: Duration = Duration::from_secs(5);

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of input.
    Bytes,
    /// Journal entries.
    Entries,
}

/// Progress of one piece of work.
#[derive(Debug)]
pub struct Progress {
    what: String,
    unit: Unit,
    total: Option<u64>,
    bar: Option<ProgressBar>,
    last_line: Stopwatch,
}

impl Progress {
    /// Begins. Without a total only what is done so far is shown.
    #[must_use]
    pub fn begun(what: impl Into<String>, unit: Unit, total: Option<u64>) -> Self {
        let what = what.into();
        let bar = std::io::stderr().is_terminal().then(|| bar(&what, unit, total));
        Self { what, unit, total, bar, last_line: Stopwatch::started() }
    }

    /// Sets how much there is to do, where that comes to light only on the way.
    pub fn set_total(&mut self, total: u64) {
        self.total = Some(total);
        if let Some(bar) = &self.bar {
            bar.set_length(total);
        }
    }

    /// Shows how much is done.
    pub fn at(&mut self, done: u64) {
        match &self.bar {
            Some(bar) => bar.set_position(done),
            None if self.last_line.elapsed() >= BETWEEN_LINES => {
                self.last_line = Stopwatch::started();
                complain(&self.line(done));
            }
            None => {}
        }
    }

    /// Writes something above the bar, if there is one, so that the two do not disturb each other.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Ends; the bar goes away.
    pub fn end(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }

    fn line(&self, done: u64) -> String {
        let (divisor, unit) = match self.unit {
            Unit::Bytes => (1 << 20, "MiB"),
            Unit::Entries => (1, "entries"),
        };
        let of = self.total.map_or_else(String::new, |total| format!(" of {}", grouped(total / divisor)));
        format!("{}: {}{of} {unit}", self.what, grouped(done / divisor))
    }
}

fn bar(what: &str, unit: Unit, total: Option<u64>) -> ProgressBar {
    let template = match (unit, total) {
        (Unit::Bytes, Some(_)) => "{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left",
        (Unit::Bytes, None) => "{spinner} {msg} {bytes}",
        (Unit::Entries, _) => "{msg} {wide_bar} {human_pos} of {human_len}, {eta} left",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr()).with_style(style);
    bar.set_message(what.to_owned());
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_line_says_what_and_how_far() {
        let progress = |unit, total| Progress {
            what: "Reading news.jsonl".into(),
            unit,
            total,
            bar: None,
            last_line: Stopwatch::started(),
        };
        assert_eq!(progress(Unit::Bytes, Some(3 << 20)).line(1 << 20), "Reading news.jsonl: 1 of 3 MiB");
        assert_eq!(progress(Unit::Bytes, None).line(5 << 20), "Reading news.jsonl: 5 MiB");
        assert_eq!(progress(Unit::Entries, Some(20_000)).line(1_500), "Reading news.jsonl: 1,500 of 20,000 entries");
    }
}
