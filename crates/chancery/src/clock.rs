//! The machine's clock and its source of randomness. Nothing else in the project looks at either.

use std::sync::{Mutex, PoisonError};
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
            Self::Real => std::sync::Arc::new(SteadyClock::started()),
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

/// A jump of the machine's clock by more than this is no correction but a fault, or somebody's hand.
const JUMP_US: i64 = 2_000_000;
/// How long a jump forward has to last before it is believed: a clock that is put right again within it releases nothing.
const JUMP_BELIEVED_AFTER: Duration = Duration::from_secs(60);
/// How fast a small difference is made up: 5 milliseconds a second.
const SLEW_PER_MILLE: i64 = 5;

/// The machine's clock without its jumps: a server's time runs steadily and never back. Small differences are made up
/// slowly. A jump forward releases nothing before it has lasted a minute; after a jump back the time goes on as it ran, so that
/// what is public stays public, and an error says that the server has to be started anew once the clock is right.
pub struct SteadyClock {
    wall: Box<dyn Fn() -> Timestamp + Send + Sync>,
    steady: Box<dyn Fn() -> Duration + Send + Sync>,
    state: Mutex<Steady>,
}

#[derive(Debug, Clone, Copy)]
struct Steady {
    /// The time shown at `at`.
    shown_us: i64,
    /// When that was, since the start.
    at: Duration,
    /// Since when the machine's clock has been elsewhere.
    jumped: Option<Duration>,
}

impl SteadyClock {
    fn started() -> Self {
        let since = Stopwatch::started();
        Self::new(Box::new(|| SystemClock.now()), Box::new(move || since.elapsed()))
    }

    fn new(wall: Box<dyn Fn() -> Timestamp + Send + Sync>, steady: Box<dyn Fn() -> Duration + Send + Sync>) -> Self {
        let state = Steady { shown_us: wall().as_microsecond(), at: steady(), jumped: None };
        Self { wall, steady, state: Mutex::new(state) }
    }
}

impl Clock for SteadyClock {
    fn now(&self) -> Timestamp {
        let (wall_us, at) = ((self.wall)().as_microsecond(), (self.steady)());
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let passed_us = i64::try_from(at.saturating_sub(state.at).as_micros()).unwrap_or(i64::MAX);
        let ran_us = state.shown_us.saturating_add(passed_us);
        let difference = wall_us.saturating_sub(ran_us);
        let next = if difference.abs() <= JUMP_US {
            state.jumped = None;
            let most = passed_us / 1_000 * SLEW_PER_MILLE;
            ran_us + difference.clamp(-most, most)
        } else {
            let since = state.jumped.unwrap_or_else(|| {
                tracing::error!(
                    seconds = difference / 1_000_000,
                    "the machine's clock has jumped; the server goes on by its own until that is clear"
                );
                at
            });
            state.jumped = Some(since);
            if difference > 0 && at.saturating_sub(since) >= JUMP_BELIEVED_AFTER {
                tracing::error!(
                    seconds = difference / 1_000_000,
                    "the machine's clock stayed ahead; the server follows it"
                );
                state.jumped = None;
                wall_us
            } else {
                ran_us
            }
        };
        state.shown_us = next.max(state.shown_us);
        state.at = at;
        Timestamp::from_microsecond(state.shown_us).unwrap_or(Timestamp::MAX)
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
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    #[test]
    fn a_set_clock_starts_at_its_instant_and_never_goes_back() {
        let start: Timestamp = "2026-11-20T09:58:00Z".parse().unwrap();
        let clock = ClockStart::At(start).started();
        let (first, second) = (clock.now(), clock.now());
        assert!(start <= first && first <= second);
        assert!(second.duration_since(start).as_secs() < 60);
    }

    /// A machine whose clock and whose running time are set by hand, in seconds.
    fn machine() -> (Arc<AtomicI64>, Arc<AtomicI64>, SteadyClock) {
        let (wall, steady) = (Arc::new(AtomicI64::new(1_000)), Arc::new(AtomicI64::new(0)));
        let (own_wall, own_steady) = (wall.clone(), steady.clone());
        let clock = SteadyClock::new(
            Box::new(move || Timestamp::from_second(own_wall.load(Ordering::Relaxed)).unwrap()),
            Box::new(move || Duration::from_secs(own_steady.load(Ordering::Relaxed).unsigned_abs())),
        );
        (wall, steady, clock)
    }

    #[test]
    fn a_clock_that_jumps_ahead_releases_nothing_for_a_minute() {
        let (wall, steady, clock) = machine();
        for (second, wall_says, shown) in
            [(1, 1_001, 1_001), (2, 9_000, 1_002), (61, 9_059, 1_061), (62, 9_060, 9_060), (63, 9_061, 9_061)]
        {
            steady.store(second, Ordering::Relaxed);
            wall.store(wall_says, Ordering::Relaxed);
            assert_eq!(clock.now().as_second(), shown, "after {second} s");
        }
    }

    #[test]
    fn a_jump_that_is_put_right_leaves_no_trace_and_time_never_goes_back() {
        let (wall, steady, clock) = machine();
        for (second, wall_says, shown) in [(1, 9_000, 1_001), (30, 1_030, 1_030), (31, 500, 1_031), (200, 669, 1_200)] {
            steady.store(second, Ordering::Relaxed);
            wall.store(wall_says, Ordering::Relaxed);
            assert_eq!(clock.now().as_second(), shown, "after {second} s");
        }
    }

    #[test]
    fn a_small_difference_is_made_up_slowly() {
        let (wall, steady, clock) = machine();
        steady.store(100, Ordering::Relaxed);
        wall.store(1_101, Ordering::Relaxed);
        assert_eq!(clock.now().as_millisecond(), 1_100_500);
        steady.store(400, Ordering::Relaxed);
        wall.store(1_401, Ordering::Relaxed);
        assert_eq!(clock.now().as_millisecond(), 1_401_000);
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
