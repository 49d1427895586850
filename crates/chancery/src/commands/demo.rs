//! `chancery demo`: a sample newsroom that leaves nothing behind.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use domain::Lang;
use store::DiskShelf;

use crate::Outcome;
use crate::cli::Demo;
use crate::clock::ClockStart;
use crate::demo::{CLOCK_START, Sample, desk, load};
use crate::desk_service::DeskParts;
use crate::output::Lines;
use crate::serving::{Service, Stop, serve};
use crate::settings::Settings;

/// What is worth a look: words, the sample's group, what follows its address.
const SIGHTS: [(&str, &str, &str); 6] = [
    ("a press conference with its questions", "arvenna-joint-press-conference", ""),
    ("a message in four languages", "fisheries-accord-signing", ""),
    ("a corrected one", "scholarships-agreement", ""),
    ("one that was taken back, with the reason", "passport-fees", ""),
    ("one that was removed by law", "appeal-missing-yachtsman", ""),
    ("a page with consular services", "consular-services", ""),
];
/// A past instant of the sample, as an address of a memento has it: a summer evening in the home zone.
const MEMENTO: &str = "20260701180000";

/// Carries the command out.
///
/// # Errors
/// When the temporary directory cannot be written or the address cannot be listened on.
pub fn run(arguments: &Demo) -> anyhow::Result<Outcome> {
    crate::logging::start();
    // Signals first: one that comes while the sample is made must not leave the directory behind.
    let stop = Stop::prepare()?;
    let dir = tempfile::Builder::new().prefix("chancery-demo-").tempdir();
    let dir = dir
        .context("no temporary directory can be made; free some space or set TMPDIR to a folder that can be written")?;
    let sample = load(dir.path())?;
    // Whoever cites a passage wants its whole address. A port that the system chooses is not known yet.
    let public_url = (arguments.listen.port() != 0).then(|| format!("http://{}", arguments.listen));
    let settings = Settings { public_url, ..Settings::default() };
    let clock = arguments.clock.started();
    let newsroom = Arc::new(desk::open(&sample, clock.clone())?);
    desk::people(&newsroom, &sample.site)?;
    let shelf = Arc::new(DiskShelf::open(&dir.path().join(&settings.shelf))?);
    let name = sample.name.clone();
    let search = dir.path().join("search");
    let service = Service {
        views: sample.views.clone(),
        clock,
        search: &search,
        theme: None,
        settings: &settings,
        listen: arguments.listen,
        desk: DeskParts { newsroom, shelf, site: sample.site.clone(), name, demonstration: true },
    };
    serve(stop, service, |address| introduce(&sample, address, arguments.clock))?;
    drop(sample);
    dir.close().context("the temporary directory could not be removed")?;
    Ok(Outcome::Done)
}

fn introduce(sample: &Sample, address: SocketAddr, clock: ClockStart) -> anyhow::Result<()> {
    let root = format!("http://{address}/");
    let mut lines = Lines::standard();
    lines.line(&format!("Chancery serves “{}” at {root}", sample.name))?;
    lines.line("")?;
    lines.line("A sample newsroom of an invented mission: several months of messages in four languages.")?;
    lines.line(&about_clock(clock))?;
    lines.line("")?;
    for lang in &sample.languages {
        lines.line(&sight(&format!("the front page, {lang}"), &root, &format!("{lang}/")))?;
    }
    for (words, group, rest) in SIGHTS {
        if let Some(address) = sample.languages.first().and_then(|lang| address_of(sample, group, lang)) {
            lines.line(&sight(words, &root, &format!("{address}{rest}")))?;
        }
    }
    if let Some(lang) = sample.languages.first() {
        lines.line(&sight("the archive", &root, &format!("{lang}/messages/")))?;
        lines.line(&sight("the site as it was on 1 July 2026", &root, &format!("web/{MEMENTO}/{lang}/")))?;
    }
    lines.line(&sight("the desk, as any of four people", &root, "desk/demonstration"))?;
    lines.line("")?;
    lines.line("Ctrl-C ends it and leaves nothing behind.")?;
    Ok(lines.flush()?)
}

fn address_of<'a>(sample: &'a Sample, group: &str, lang: &Lang) -> Option<&'a String> {
    sample.addresses.get(&(group.to_owned(), lang.clone()))
}

fn sight(words: &str, root: &str, path: &str) -> String {
    format!("  {words:<41} {root}{path}")
}

fn about_clock(clock: ClockStart) -> String {
    match clock {
        ClockStart::Real => "Its clock shows the real time.".to_owned(),
        ClockStart::At(instant) if instant.to_string() == CLOCK_START => {
            "Its clock starts at 2026-11-20T09:58:00Z and ticks: two minutes from now, at 10:00, an embargoed statement\n\
             on visa-free travel appears at the top of the front page before your eyes (--clock chooses another start)."
                .to_owned()
        }
        ClockStart::At(instant) => format!("Its clock starts at {instant} and ticks."),
    }
}
