//! The machine's clock and its source of randomness. Nothing else in the project looks at either.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use domain::Clock;
use jiff::Timestamp;

/// What a clock shows when the program starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockStart {
    /// The machine's time.
    Real,
    /// This instant.
    At(Timestamp),
}

impl ClockStart {
    /// A clock that shows this now and ticks on.
    #[must_use]
    pub fn started(self) -> std::sync::Arc<dyn Clock> {
        match self {
            Self::Real => std::sync::Arc::new(SystemClock),
            Self::At(start) => std::sync::Arc::new(ShiftedClock { start, since: Stopwatch::started() }),
        }
    }
}

/// Reads `--clock`: an instant of RFC 3339 with its offset, or `now`.
///
/// # Errors
/// A sentence that shows the form wanted.
pub fn clock_start(text: &str) -> Result<ClockStart, String> {
    if text == "now" {
        return Ok(ClockStart::Real);
    }
    let instant = text.parse::<Timestamp>();
    instant.map(ClockStart::At).map_err(|_| {
        "this is not an instant; write date, time and offset, such as 2026-11-20T09:58:00Z, or the word now".to_owned()
    })
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the machine's clock is read")]
    fn now(&self) -> Timestamp {
        to_microsecond(Timestamp::now())
    }
}

/// A clock that was set to an instant when it was made and ticks on from there, whatever is done to the machine's.
#[derive(Debug)]
pub struct ShiftedClock {
    start: Timestamp,
    since: Stopwatch,
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        to_microsecond(self.start.saturating_add(self.since.elapsed()).unwrap_or(self.start))
    }
}

/// Facts are kept to the microsecond; a finer instant would not survive being written down.
fn to_microsecond(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}

/// Measures how long something takes.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "durations are measured here and nowhere else")]
    pub fn started() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// 32 bytes that nobody can guess, from the system.
///
/// # Errors
/// When the system gives none; without them no id and no salt would be safe, so nothing may be written then.
pub fn seed() -> anyhow::Result<[u8; 32]> {
    use std::io::Read as _;
    let mut seed = [0; 32];
    std::fs::File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut seed)).context(
        "the system gives no random numbers (/dev/urandom cannot be read); a site cannot be written to without them",
    )?;
    Ok(seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_clock_starts_at_its_instant_and_never_goes_back() {
        let start: Timestamp = "2026-11-20T09:58:00Z".parse().unwrap();
        let clock = ClockStart::At(start).started();
        let (first, second) = (clock.now(), clock.now());
        assert!(start <= first && first <= second);
        assert!(second.duration_since(start).as_secs() < 60);
    }

    #[test]
    fn an_instant_needs_its_offset() {
        assert_eq!(clock_start("now"), Ok(ClockStart::Real));
        assert!(clock_start("2020-09-22T22:12:00+01:00").is_ok());
        for text in ["2020-09-22T22:12:00", "2020-09-22", "yesterday", ""] {
            assert!(clock_start(text).is_err(), "{text}");
        }
    }

    #[test]
    fn two_seeds_differ() {
        assert_ne!(seed().unwrap(), seed().unwrap());
    }
}
