//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::corpus::{self, Recipe};
use crate::ground::Ground;
use crate::measure;
use crate::program::install;
use crate::search;
use crate::table::{Row, Table};

/// Messages on the site for a quick look.
const QUICK_MESSAGES: u64 = 5_000;

/// Measures speed and size, and makes the corpus for it.
///
/// Without a name, everything is measured. Exit status 1 when a floor is missed.
#[derive(Debug, Parser)]
#[command(name = "bench", max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    how: How,
}

/// How it is measured.
#[derive(Debug, Clone, Args)]
pub struct How {
    /// Install nginx-light and wrk from the system's packages first
    #[arg(long, global = true)]
    pub install: bool,
    /// A look in a minute: 5,000 messages and short rounds; floors are not judged
    #[arg(long, global = true)]
    pub quick: bool,
    /// Messages on the site measured
    #[arg(long, global = true, default_value_t = 100_000)]
    pub site_messages: u64,
    /// Take the `chancery` that was built last instead of building it
    #[arg(long, global = true)]
    pub no_build: bool,
}

impl How {
    /// Messages on the site measured, after all.
    #[must_use]
    pub fn messages(&self) -> u64 {
        if self.quick { self.site_messages.min(QUICK_MESSAGES) } else { self.site_messages }
    }
}

#[derive(Debug, Clone, Subcommand)]
enum What {
    /// Everything (the default)
    All,
    /// The import of all messages into a new site, and its verification
    Import,
    /// Pages that are not cached, and from a write to the page that shows it
    Fresh,
    /// Start to first answer, and memory
    Start,
    /// A cached message page beside nginx
    Load,
    /// Twenty editors at the desk while the public site takes full load
    Desk,
    /// The front page's HTML, CSS and script
    Weight,
    /// Search beside SQLite FTS5 and PostgreSQL, the golden queries among it
    Search(Search),
    /// The golden queries alone
    Golden,
    /// Build the search index of a site and end: a process of its own, so that its memory can be measured
    #[command(hide = true)]
    Index {
        /// The site's directory
        site: PathBuf,
    },
    /// Write a corpus as JSON Lines; the same from the same seed
    Corpus(Corpus),
}

#[derive(Debug, Clone, Args)]
struct Search {
    /// Messages searched
    #[arg(long)]
    messages: Option<u64>,
}

#[derive(Debug, Clone, Args)]
struct Corpus {
    /// Lines
    #[arg(long, default_value_t = 100_000)]
    messages: u64,
    /// Mean size of a body in bytes
    #[arg(long, default_value_t = 7_000)]
    bytes: usize,
    /// Seed
    #[arg(long, default_value_t = corpus::SEED)]
    seed: u64,
    /// The file to write
    #[arg(value_name = "OUT.jsonl")]
    out: PathBuf,
}

/// Carries out what was asked for; says whether every floor held.
///
/// # Errors
/// When nothing could be measured at all.
pub fn carry_out(arguments: Arguments) -> anyhow::Result<bool> {
    let Arguments { what, mut how } = arguments;
    if let Some(What::Index { site }) = &what {
        search::build(site)?;
        return Ok(true);
    }
    if let Some(What::Search(Search { messages: Some(messages) })) = what {
        how.site_messages = messages;
    }
    if let Some(What::Corpus(corpus)) = &what {
        let recipe = Recipe { messages: corpus.messages, bytes: corpus.bytes, seed: corpus.seed };
        let bytes = corpus::write(recipe, &corpus.out)?;
        println!("{} messages, {bytes} bytes", corpus.messages);
        return Ok(true);
    }
    if how.install {
        install(&["nginx-light", "wrk"])?;
        search::install_rival()?;
    }
    let ground = Ground::prepare(&how)?;
    let mut table = Table::begun(&how);
    for (name, measurement) in wanted(&what.unwrap_or(What::All)) {
        eprintln!("measuring: {name}");
        match measurement(&ground, &how) {
            Ok(rows) => rows.into_iter().for_each(|row| table.add(row)),
            Err(error) => table.add(Row::failed(name, &error)),
        }
    }
    print!("{}", table.markdown());
    Ok(table.holds())
}

type Measurement = fn(&Ground, &How) -> anyhow::Result<Vec<Row>>;

fn wanted(what: &What) -> Vec<(&'static str, Measurement)> {
    // The import comes first: it makes the site that the others measure.
    let all: [(&str, Measurement); 7] = [
        ("import", measure::import::rows),
        ("start", measure::start::rows),
        ("load", measure::load::rows),
        ("desk", measure::desk::rows),
        ("fresh", measure::fresh::rows),
        ("weight", measure::weight::rows),
        ("search", search::rows),
    ];
    let name = match what {
        What::All | What::Corpus(_) | What::Index { .. } => return all.to_vec(),
        // A part of the measurement of search, which is long.
        What::Golden => return vec![("golden", search::golden_rows)],
        What::Import => "import",
        What::Fresh => "fresh",
        What::Start => "start",
        What::Load => "load",
        What::Desk => "desk",
        What::Weight => "weight",
        What::Search(_) => "search",
    };
    all.into_iter().filter(|(own, _)| *own == name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn without_a_name_everything_is_measured_and_options_may_stand_behind_a_name() {
        assert!(Arguments::parse_from(["bench"]).what.is_none());
        assert!(Arguments::parse_from(["bench", "load", "--quick"]).how.quick);
        assert_eq!(wanted(&What::All).len(), 7);
        assert_eq!(wanted(&What::Weight).len(), 1);
        assert_eq!(wanted(&What::Desk).len(), 1);
    }
}
