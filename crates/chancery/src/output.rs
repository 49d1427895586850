//! Lines for people and programs: results on standard output, everything else on standard error.

use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Stdout, Write};

/// Bytes collected before they are handed on: some dozens of lines, so that a reader follows along and writing stays cheap.
const BUFFER_BYTES: usize = 8 << 10;

/// Says on standard error what went wrong. A closed standard error leaves nobody to tell.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "chancery: {}", joined(sentence));
}

/// Several lines as one: a database's own words may come in more.
#[must_use]
pub fn joined(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Standard output, buffered. When its reader goes away (`| head`), the command goes on without it.
#[derive(Debug)]
pub struct Lines {
    to: Option<BufWriter<Stdout>>,
    terminal: bool,
}

impl Lines {
    /// Standard output.
    #[must_use]
    pub fn standard() -> Self {
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        Self { to: Some(BufWriter::with_capacity(BUFFER_BYTES, stdout)), terminal }
    }

    /// Whether a person looks at the output.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Writes one line.
    ///
    /// # Errors
    /// When the output cannot be written for another reason than that its reader went away.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        self.attempt(|to| {
            to.write_all(text.as_bytes())?;
            to.write_all(b"\n")
        })
    }

    /// Hands everything written so far to the reader.
    ///
    /// # Errors
    /// When the output cannot be written for another reason than that its reader went away.
    pub fn flush(&mut self) -> io::Result<()> {
        self.attempt(Write::flush)
    }

    fn attempt(&mut self, write: impl FnOnce(&mut BufWriter<Stdout>) -> io::Result<()>) -> io::Result<()> {
        let Some(to) = self.to.as_mut() else { return Ok(()) };
        match write(to) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                // Dropping the buffer would try to write it once more, to the same closed pipe; that is harmless.
                self.to = None;
                Ok(())
            }
            other => other,
        }
    }
}

/// Foreign text for one line of output: control characters, which could move a terminal's cursor or look like another
/// line or column, become visible.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

/// A number with its thousands parted, for reports in English.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things in English: `1 line`, `2 lines`.
#[must_use]
pub fn counted(number: u64, thing: &str) -> String {
    format!("{} {thing}{}", grouped(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_commas() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
