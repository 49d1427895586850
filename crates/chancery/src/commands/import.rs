//! `chancery import`: foreign archives into the record, with one line for each item.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, stdin};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use exchange::{Item, Outcome as Fate, Progress as Told, Report, Totals};

use crate::Outcome;
use crate::cli::{ImportJsonl, ImportOptions, ImportText};
use crate::clock::SystemClock;
use crate::commands::import_report::ReportFile;
use crate::output::{Lines, complain, counted, grouped, one_line};
use crate::progress::{Progress, Unit};
use crate::site_dir::SiteDir;

/// Largest page that is read as text: a thousand times an ordinary one.
const PAGE_BYTES_MAX: u64 = 64 << 20;

/// Unknown fields and kinds that are named on standard error; more would hide everything else.
const UNKNOWN_NAMES_SAID_MAX: usize = 12;

/// Carries `import jsonl` out.
///
/// # Errors
/// When the site or a file cannot be opened; nothing was taken in then.
pub fn jsonl(arguments: &ImportJsonl) -> anyhow::Result<Outcome> {
    let options = &arguments.options;
    let inputs = arguments.paths.iter().map(|path| Input::open(path)).collect::<anyhow::Result<Vec<_>>>()?;
    let dir = SiteDir::open(&options.site, Arc::new(SystemClock))?;
    let mut run = Run::begun(options, inputs.len() > 1)?;
    for input in inputs {
        let stopped = run.take_in(&dir, input, options.dry_run);
        if stopped {
            break;
        }
    }
    run.end(options.dry_run)
}

/// A file to be read.
struct Input {
    /// As the operator named it.
    name: String,
    /// The file's own name: it may become the public name of a source, where folders of this machine have no place.
    source_name: String,
    bytes: Option<u64>,
    source: Box<dyn Read + Send>,
}

impl Input {
    fn open(path: &Path) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            let name = "standard input".to_owned();
            return Ok(Self { source_name: name.clone(), name, bytes: None, source: Box::new(stdin()) });
        }
        let name = path.display().to_string();
        let file = File::open(path).with_context(|| format!("{name} cannot be read; nothing was imported"))?;
        let found = file.metadata().with_context(|| format!("{name} cannot be read; nothing was imported"))?;
        if found.is_dir() {
            bail!("{name} is a directory; name the files in it. Nothing was imported");
        }
        let source_name = path.file_name().map_or_else(|| name.clone(), |own| own.to_string_lossy().into_owned());
        Ok(Self { name, source_name, bytes: found.is_file().then_some(found.len()), source: Box::new(file) })
    }
}

/// An import under way: what is said while it runs and at its end.
struct Run {
    lines: Lines,
    report: Option<ReportFile>,
    totals: Totals,
    refusals: BTreeMap<&'static str, (u64, String)>,
    stopped: Option<String>,
    several: bool,
    unwritable: Option<String>,
}

impl Run {
    fn begun(options: &ImportOptions, several: bool) -> anyhow::Result<Self> {
        let report = options.report.as_deref().map(ReportFile::begun).transpose()?;
        Ok(Self {
            lines: Lines::standard(),
            report,
            totals: Totals::default(),
            refusals: BTreeMap::new(),
            stopped: None,
            several,
            unwritable: None,
        })
    }

    /// Imports one file; says whether the import cannot go on.
    fn take_in(&mut self, dir: &SiteDir, input: Input, dry_run: bool) -> bool {
        let options = exchange::jsonl::Options { dry_run, ..exchange::jsonl::Options::default() };
        let name = one_line(&input.name);
        let mut progress = Progress::begun(format!("reading {name}"), Unit::Bytes, input.bytes);
        self.attempt_report(|report| report.file_begun(&input.name));
        let report = exchange::jsonl::import(
            &dir.newsroom,
            &dir.site,
            &input.source_name,
            input.source,
            &options,
            &mut |told| match told {
                Told::Item(item) => self.say(item, &name, &progress),
                Told::Bytes(read) => progress.at(read),
            },
        );
        progress.end();
        self.attempt_report(|file| file.file_ended(&report));
        self.file_done(&report, &name);
        self.stopped.is_some()
    }

    fn say(&mut self, item: &Item, name: &str, progress: &Progress) {
        if let Fate::Refused { code, .. } = item.outcome {
            let place =
                if self.several { format!("{name}, line {}", item.line) } else { format!("line {}", item.line) };
            self.refusals.entry(code).or_insert((0, place)).0 += 1;
        }
        self.attempt_report(|report| report.item(item));
        let quiet = matches!(item.outcome, Fate::Imported | Fate::Skipped) && item.notes.is_empty();
        if self.lines.is_terminal() && quiet {
            return;
        }
        let text = if self.several { format!("{name}\t{}", line_of(item)) } else { line_of(item) };
        let written = progress.aside(|| {
            self.lines.line(&text)?;
            if self.lines.is_terminal() { self.lines.flush() } else { Ok(()) }
        });
        if let Err(error) = written {
            self.unwritable
                .get_or_insert(format!("standard output cannot be written ({error}); the import itself went on"));
        }
    }

    fn file_done(&mut self, report: &Report, name: &str) {
        self.totals.add(&report.totals);
        if let Some(reason) = &report.stopped {
            self.stopped = Some(format!("{name}: {reason}"));
        }
        say_unknown(name, "field", "left out", &report.unknown_fields);
        say_unknown(name, "kind", "taken as the site's default kind", &report.unknown_kinds);
    }

    fn attempt_report(&mut self, write: impl FnOnce(&mut ReportFile) -> std::io::Result<()>) {
        if let Some(report) = self.report.as_mut()
            && let Err(error) = write(report)
        {
            // The import matters more than its report: it goes on, and the end says what is missing.
            self.report = None;
            self.unwritable = Some(format!("the report cannot be written ({error}); the import itself went on"));
        }
    }

    fn end(mut self, dry_run: bool) -> anyhow::Result<Outcome> {
        if let Some(report) = self.report.take()
            && let Err(error) = report.ended(&self.totals)
        {
            self.unwritable = Some(format!("the report cannot be written ({error}); the import itself is done"));
        }
        self.lines.line(&totals_line(&self.totals))?;
        for (code, (count, first)) in &self.refusals {
            self.lines.line(&format!("refused {} × {code}, first in {first}", grouped(*count)))?;
        }
        if let Some(stopped) = &self.stopped {
            self.lines.line(&format!("Stopped. {}", one_line(stopped)))?;
        }
        if self.totals.refused > 0 {
            self.lines.line("Correct the refused lines at their source and run the same command again: what is in the record is skipped.")?;
        }
        if dry_run {
            self.lines.line("This was a dry run: nothing was written.")?;
        }
        self.lines.flush()?;
        if let Some(unwritable) = &self.unwritable {
            complain(unwritable);
        }
        let whole = self.totals.refused == 0 && self.stopped.is_none() && self.unwritable.is_none();
        Ok(if whole { Outcome::Done } else { Outcome::Incomplete })
    }
}

/// Says which names of a source are unknown here; the item's own notes say it too, but nobody reads thousands of them.
fn say_unknown(file: &str, what: &str, fate: &str, names: &BTreeMap<String, u64>) {
    for (unknown, count) in names.iter().take(UNKNOWN_NAMES_SAID_MAX) {
        complain(&format!(
            "{file}: the {what} “{}” is unknown here and was {fate} ({})",
            one_line(unknown),
            counted(*count, "line")
        ));
    }
    let more = names.len().saturating_sub(UNKNOWN_NAMES_SAID_MAX);
    if more > 0 {
        complain(&format!(
            "{file}: and {}; a report (--report) lists them",
            counted(more as u64, &format!("more unknown {what}"))
        ));
    }
}

/// An item's line: place, outcome, the source's id, address or reason, notes; parted by tabs.
fn line_of(item: &Item) -> String {
    let id = item.id.as_deref().unwrap_or("-");
    let rest = match &item.outcome {
        Fate::Refused { reason, .. } => reason.as_str(),
        _ => item.address.as_deref().unwrap_or("-"),
    };
    let mut line = format!("line {}\t{}\t{}\t{}", item.line, item.outcome.name(), one_line(id), one_line(rest));
    for note in &item.notes {
        line.push('\t');
        line.push_str(&one_line(note));
    }
    line
}

fn totals_line(totals: &Totals) -> String {
    let Totals { lines, imported, skipped, changed, refused } = *totals;
    format!(
        "{}: {} imported, {} skipped, {} changed, {} refused",
        counted(lines, "line"),
        grouped(imported),
        grouped(skipped),
        grouped(changed),
        grouped(refused)
    )
}

/// Carries `import text` out.
///
/// # Errors
/// When the page cannot be read as one, or the site fails.
pub fn text(arguments: &ImportText) -> anyhow::Result<Outcome> {
    let options = &arguments.options;
    let input = Input::open(&arguments.path)?;
    let mut bytes = Vec::new();
    input
        .source
        .take(PAGE_BYTES_MAX)
        .read_to_end(&mut bytes)
        .with_context(|| format!("{} cannot be read", input.name))?;
    let Ok(page) = String::from_utf8(bytes) else {
        bail!("{} is not text in UTF-8; convert it first, for example with iconv", input.name);
    };
    let dir = SiteDir::open(&options.site, Arc::new(SystemClock))?;
    let report = exchange::text::import(&dir.newsroom, &dir.site, &input.source_name, &page, options.dry_run)?;
    if let Some(path) = &options.report {
        ReportFile::write_whole(path, &report)?;
    }
    let mut lines = Lines::standard();
    report.to_string().lines().try_for_each(|line| lines.line(&one_line(line)))?;
    lines.flush()?;
    Ok(if report.totals.refused == 0 { Outcome::Done } else { Outcome::Incomplete })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_items_line_has_its_columns_whatever_the_source_wrote() {
        let outcome = Fate::Refused { code: "title-missing", reason: "the title is missing".to_owned() };
        let item = Item {
            line: 12,
            id: Some("a\tb\u{1b}[2J".to_owned()),
            outcome,
            address: None,
            notes: vec!["one".into(), "two".into()],
        };
        assert_eq!(line_of(&item), "line 12\trefused\ta\u{FFFD}b\u{FFFD}[2J\tthe title is missing\tone\ttwo");
    }

    #[test]
    fn totals_are_said_so_that_they_can_be_added_up() {
        let totals = Totals { lines: 7_947, imported: 6_314, skipped: 0, changed: 0, refused: 1_633 };
        assert_eq!(totals_line(&totals), "7,947 lines: 6,314 imported, 0 skipped, 0 changed, 1,633 refused");
    }
}
