//! Counting tests by reading the summaries that the test runners print.

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, were cancelled, or could not be counted because their runner broke.
    pub failed: u64,
}

impl Tally {
    /// Adds what one line of a runner's output says; lines that are no summary add nothing.
    pub fn read_line(&mut self, line: &str) {
        let line = without_colours(line);
        let line = line.trim();
        if let Some(counts) = cargo_summary(line).or_else(|| node_summary(line)) {
            self.add(counts);
        }
    }

    /// Adds another tally to this one.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// `test result: ok. 12 passed; 0 failed; 0 ignored; …`, printed once for each test binary.
fn cargo_summary(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?;
    let counts = counts.split_once(". ")?.1;
    let mut tally = Tally::default();
    for part in counts.split(';') {
        match part.trim().split_once(' ') {
            Some((number, "passed")) => tally.passed = number.parse().ok()?,
            Some((number, "failed")) => tally.failed = number.parse().ok()?,
            _ => {}
        }
    }
    Some(tally)
}

/// `ℹ pass 12`, `ℹ fail 0`, `ℹ cancelled 0` from Node's spec reporter, `# pass 12` from its TAP one.
/// Each stands once at the end of a run; a test's own output is indented or has another mark.
fn node_summary(line: &str) -> Option<Tally> {
    let rest = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "))?;
    let (word, number) = rest.split_once(' ')?;
    let number: u64 = number.parse().ok()?;
    match word {
        "pass" => Some(Tally { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Tally { passed: 0, failed: number }),
        _ => None,
    }
}

/// The line without terminal colour sequences (`ESC [ … m`).
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        let tail = &rest[start..];
        match tail.find('m') {
            Some(end) => rest = &tail[end + 1..],
            None => return plain,
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(lines: &[&str]) -> (u64, u64) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read_line(line);
        }
        (tally.passed, tally.failed)
    }

    #[test]
    fn cargo_summaries_are_summed_over_test_binaries() {
        let lines = [
            "running 3 tests",
            "test visible_at_release ... ok",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s",
        ];
        assert_eq!(tally_of(&lines), (7, 2));
    }

    #[test]
    fn node_summaries_count_cancelled_tests_as_failed() {
        let lines = [
            "✔ the date stands on the page (12.5ms)",
            "ℹ tests 6",
            "ℹ suites 1",
            "ℹ pass 3",
            "ℹ fail 2",
            "ℹ cancelled 1",
            "ℹ duration_ms 42.1",
        ];
        assert_eq!(tally_of(&lines), (3, 3));
    }

    #[test]
    fn the_tap_reporter_is_understood_as_well() {
        assert_eq!(tally_of(&["# pass 9", "# fail 1"]), (9, 1));
    }

    #[test]
    fn colours_do_not_hide_a_summary() {
        assert_eq!(
            tally_of(&[
                "test result: \u{1b}[32mok\u{1b}[0m. 5 passed; 0 failed; 0 ignored",
                "\u{1b}[34mℹ pass 2\u{1b}[39m",
            ]),
            (7, 0)
        );
    }

    #[test]
    fn ordinary_lines_count_nothing() {
        assert_eq!(tally_of(&["ok", "test result:", "# passing", "ℹ pass many"]), (0, 0));
    }
}
