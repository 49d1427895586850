//! `chancery doctor`: what is wrong with a site and what to do.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;

use domain::Clock as _;
use jiff::Timestamp;
use store::Home as _;

use crate::Outcome;
use crate::cli::AtSite;
use crate::clock::SystemClock;
use crate::output::{Lines, counted, grouped, joined};
use crate::serving::cannot_listen;
use crate::settings::{FILE, Settings};
use crate::site_dir::{SiteDir, name_of, open_home};

/// Free space below which a problem is near: SQLite needs room for its log, and an import for its texts.
const FREE_BYTES_WARN: u64 = 1 << 30;
/// Free space below which writing is about to fail.
const FREE_BYTES_MIN: u64 = 64 << 20;
/// This program did not exist before; a clock that says so is wrong.
const CLOCK_EARLIEST: &str = "2026-11-01T00:00:00Z";

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Ok,
    Warn,
    Problem,
}

/// The checks' lines and the worst state so far.
struct Findings {
    lines: Lines,
    problems: u64,
    warnings: u64,
}

impl Findings {
    fn say(&mut self, state: State, what: &str, text: &str) -> std::io::Result<()> {
        let word = match state {
            State::Ok => "ok",
            State::Warn => "warn",
            State::Problem => "problem",
        };
        self.problems += u64::from(state == State::Problem);
        self.warnings += u64::from(state == State::Warn);
        self.lines.line(&format!("{word:<8} {what}: {text}"))
    }

    fn judge<T>(
        &mut self,
        what: &str,
        checked: anyhow::Result<T>,
        fine: impl FnOnce(&T) -> String,
    ) -> std::io::Result<Option<T>> {
        match checked {
            Ok(value) => {
                self.say(State::Ok, what, &fine(&value))?;
                Ok(Some(value))
            }
            Err(error) => {
                self.say(State::Problem, what, &joined(&format!("{error:#}")))?;
                Ok(None)
            }
        }
    }
}

/// Carries the command out.
///
/// # Errors
/// When standard output cannot be written.
pub fn run(arguments: &AtSite) -> anyhow::Result<Outcome> {
    let site = arguments.site.as_path();
    let mut found = Findings { lines: Lines::standard(), problems: 0, warnings: 0 };
    let settings = found.judge("settings", Settings::read(site), |_| format!("{FILE} is read"))?;
    check_disk(&mut found, site)?;
    let newest = match &settings {
        Some(settings) => check_home(&mut found, site, settings)?,
        None => None,
    };
    check_clock(&mut found, newest)?;
    if let Some(settings) = &settings {
        check_listen(&mut found, settings)?;
        check_theme(&mut found, site, settings)?;
    }
    let end = match (found.problems, found.warnings) {
        (0, 0) => "All is well.".to_owned(),
        (problems, warnings) => format!("{}, {}.", counted(problems, "problem"), counted(warnings, "warning")),
    };
    found.lines.line(&end)?;
    found.lines.flush()?;
    Ok(if found.problems == 0 { Outcome::Done } else { Outcome::Incomplete })
}

/// Checks home and views; gives the instant of the newest entry.
fn check_home(found: &mut Findings, site: &Path, settings: &Settings) -> anyhow::Result<Option<Timestamp>> {
    let home = open_home(site, settings).and_then(|home| {
        home.check()?;
        Ok(home)
    });
    let Some(home) = found.judge("database", home, |_| format!("{} is sound in every page", settings.home))? else {
        return Ok(None);
    };
    let head = home.head()?;
    let newest = home.read(head.seq.saturating_sub(1), 1)?.pop();
    let views = SiteDir::open_as_it_is(site, Arc::new(SystemClock)).map_err(|error| match error.downcast_ref() {
        Some(newsroom::NewsroomError::ViewsAstray) | Some(newsroom::NewsroomError::Views(_)) => {
            error.context("run `chancery rebuild`, or start the server, which does so by itself")
        }
        _ => error,
    });
    let views = views.and_then(|dir| Ok((dir.views.folded()?, dir.standing()?)));
    found.judge("pages", views, |(folded, standing)| {
        format!("“{}”, made from {} of {} journal entries", name_of(standing), grouped(folded.seq), grouped(head.seq))
    })?;
    Ok(newest.and_then(|entry| Timestamp::from_microsecond(entry.draft.at).ok()))
}

fn check_disk(found: &mut Findings, site: &Path) -> anyhow::Result<()> {
    let Ok(disk) = rustix::fs::statvfs(site) else {
        return Ok(found.say(State::Warn, "disk", "free space cannot be asked for; look at it yourself")?);
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let text = format!("{} MiB free", grouped(free >> 20));
    let (state, advice) = match free {
        0..FREE_BYTES_MIN => (State::Problem, "; free some space, or writing will fail"),
        FREE_BYTES_MIN..FREE_BYTES_WARN => (State::Warn, "; free some space before the next import"),
        _ => (State::Ok, ""),
    };
    Ok(found.say(state, "disk", &format!("{text}{advice}"))?)
}

fn check_clock(found: &mut Findings, newest: Option<Timestamp>) -> anyhow::Result<()> {
    let now = SystemClock.now();
    let earliest: Timestamp = CLOCK_EARLIEST.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let (state, text) = if now < earliest {
        (State::Problem, format!("it says {now}, which is before this program was made; set the machine's clock"))
    } else if let Some(newest) = newest.filter(|newest| *newest > now) {
        (State::Problem, format!("it says {now}, but the record was last written at {newest}; set the machine's clock"))
    } else {
        (State::Ok, format!("{} UTC", now.strftime("%Y-%m-%d %H:%M:%S")))
    };
    Ok(found.say(state, "clock", &text)?)
}

fn check_listen(found: &mut Findings, settings: &Settings) -> anyhow::Result<()> {
    let listen = settings.listen;
    let (state, text) = match TcpListener::bind(listen) {
        Ok(_) => (State::Ok, format!("{listen} is free")),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            (State::Warn, format!("{listen} is in use, by this site's server or by another program"))
        }
        Err(error) => (State::Problem, cannot_listen(listen, &error).to_string()),
    };
    Ok(found.say(state, "address", &text)?)
}

fn check_theme(found: &mut Findings, site: &Path, settings: &Settings) -> anyhow::Result<()> {
    let folder = site.join(&settings.theme);
    let own = folder.is_dir().then_some(folder.as_path());
    let theme = site::Theme::load(own).map_err(anyhow::Error::from);
    found.judge("theme", theme, |_| match own {
        Some(folder) => format!("{} is read", folder.display()),
        None => "the built-in one".to_owned(),
    })?;
    Ok(())
}
