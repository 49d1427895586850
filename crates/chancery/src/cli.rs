//! The command line: what can be said to the program. Its help is the manual, so every word here is read by people.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::Lang;

use crate::clock::{ClockStart, clock_start};

/// Publishing system for the press site of an embassy, a ministry or any institution whose words are a public record.
///
/// Try `chancery demo` first: it shows a sample newsroom and leaves nothing behind.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    max_term_width = 100,
    after_help = "Exit status: 0 done; 1 refused, incomplete or something found wrong, with a report; 2 wrong usage.\n\
                  The environment variable CHANCERY_LOG sets how much is logged: error, warn, info (the default), debug."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show a sample newsroom in a temporary directory
    ///
    /// An invented mission with several months of messages in four languages. Its clock starts two minutes before an
    /// embargoed statement is released, so that you can watch it appear. Ctrl-C ends it and leaves nothing behind.
    Demo(Demo),
    /// Make a new site in a directory
    ///
    /// The directory must be empty or not there yet. Either the whole site is made or nothing.
    Init(Init),
    /// Serve a site
    ///
    /// Prints one line with the address when it is ready and logs to standard error. What an import beside it writes
    /// shows within a fraction of a second. SIGINT or SIGTERM ends it after the requests under way.
    Serve(Serve),
    /// Take messages in from elsewhere
    #[command(subcommand)]
    Import(Import),
    /// Say who said what in a transcript: speaker turns as JSON
    ///
    /// Reads plain text, Markdown, HTML and Word files, in any script, and prints one line of JSON for each: turns with label,
    /// speaker, role, paragraphs, how sure each is (0 to 1) and why. Needs no site.
    Transcript(Transcribe),
    /// Check the whole record against itself: every hash, every text, every page's data
    ///
    /// Names what is wrong, the first thing first. Changes nothing.
    Verify(Verify),
    /// Drop what pages are made from and make it anew from the record
    ///
    /// The record itself is not touched. Stop the server first.
    Rebuild(AtSite),
    /// Show the settings in effect and where each comes from, or change the site's languages
    Settings(Settings),
    /// Add, list or disable the people who work at the desk
    #[command(subcommand)]
    User(User),
    /// Look a site over and say what is wrong and what to do
    Doctor(AtSite),
}

/// A site's directory and nothing else.
#[derive(Debug, Args)]
pub struct AtSite {
    /// The site's directory
    #[arg(long, value_name = "DIR")]
    pub site: PathBuf,
}

/// `chancery demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// Address and port to listen on; port 0 takes any free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Instant at which the demo's clock starts, or `now` for the real time
    #[arg(long, value_name = "INSTANT", default_value = crate::demo::CLOCK_START, value_parser = clock_start)]
    pub clock: ClockStart,
}

/// `chancery init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Directory to make the site in
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The mission's name, in the first language
    #[arg(long)]
    pub name: String,
    /// IANA time zone whose calendar is "today" on the site: the host city's
    #[arg(long, value_name = "ZONE")]
    pub zone: String,
    /// Languages of the site as BCP 47 tags, the main one first
    #[arg(long, value_name = "TAGS", value_delimiter = ',', required = true)]
    pub languages: Vec<Lang>,
    /// Name of the home city as readers see it; taken from the zone when not given
    #[arg(long)]
    pub city: Option<String>,
}

/// `chancery serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The site's directory
    #[arg(long, value_name = "DIR")]
    pub site: PathBuf,
    /// Address and port to listen on instead of the one in site.toml; port 0 takes any free one
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Start the server's clock at this instant and let it tick: a rehearsal
    #[arg(long, value_name = "INSTANT", default_value = "now", value_parser = clock_start)]
    pub clock: ClockStart,
}

/// `chancery import …`.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Take in JSON Lines, one message a line
    ///
    /// One line of output for each item: line, outcome, the source's id, address or reason. What is in the record
    /// already is skipped, so an import that was interrupted is completed by running it again.
    Jsonl(ImportJsonl),
    /// Take in one page as a reader sees it: a saved page or a web-archive text
    ///
    /// Prints what the page proves: its instant, clocks, contact, counters and messages, and every line that found no
    /// place.
    Text(ImportText),
}

/// What all imports can be told.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// The site's directory
    #[arg(long, value_name = "DIR")]
    pub site: PathBuf,
    /// Say what would happen and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the report as JSON to this file as well
    #[arg(long, value_name = "FILE.json")]
    pub report: Option<PathBuf>,
}

/// `chancery import jsonl`.
#[derive(Debug, Args)]
pub struct ImportJsonl {
    /// Files to read, plain or gzip-compressed; - is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// What all imports can be told.
    #[command(flatten)]
    pub options: ImportOptions,
}

/// `chancery import text`.
#[derive(Debug, Args)]
pub struct ImportText {
    /// The page's text; - is standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// What all imports can be told.
    #[command(flatten)]
    pub options: ImportOptions,
}

/// `chancery transcript`.
#[derive(Debug, Args)]
pub struct Transcribe {
    /// Files to read: .txt, .md, .html or .docx; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub paths: Vec<PathBuf>,
}

/// `chancery verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The site's directory
    #[arg(long, value_name = "DIR", required_unless_present = "url")]
    pub site: Option<PathBuf>,
    /// Address of a public site to check from outside (comes with the transparency log)
    #[arg(long, value_name = "URL", conflicts_with = "site")]
    pub url: Option<String>,
}

/// `chancery settings`.
#[derive(Debug, Args)]
pub struct Settings {
    /// The site's directory; without it, every setting is explained
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// Add a language to the site, as a BCP 47 tag
    #[arg(long, value_name = "TAG", requires = "site")]
    pub add_language: Option<Lang>,
}

/// `chancery user …`.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Add somebody and print a one-time enrolment link
    ///
    /// The link is good for 72 hours and for one use. It leads to a page of the desk on which the person registers a
    /// passkey, or a password with a one-time code. Adding a name that is there already gives it these roles and a new link.
    Add(UserAdd),
    /// List everybody with their roles
    List(AtSite),
    /// Take all rights from somebody and end their sessions
    Disable(UserDisable),
}

/// `chancery user add`.
#[derive(Debug, Args)]
pub struct UserAdd {
    /// The name to sign in with
    #[arg(value_name = "SIGN-IN-NAME")]
    pub sign_in_name: String,
    /// The name that colleagues see; the sign-in name when not given
    #[arg(long)]
    pub name: Option<String>,
    /// E-mail address
    #[arg(long)]
    pub email: Option<String>,
    /// Roles, each for all languages or, as role:language, for one: author, translator, editor, publisher, administrator
    #[arg(long = "role", value_name = "ROLE[:LANG]", value_delimiter = ',', required = true)]
    pub roles: Vec<String>,
    /// The site's directory
    #[arg(long, value_name = "DIR")]
    pub site: PathBuf,
}

/// `chancery user disable`.
#[derive(Debug, Args)]
pub struct UserDisable {
    /// The name to sign in with
    #[arg(value_name = "SIGN-IN-NAME")]
    pub sign_in_name: String,
    /// Why, for the journal
    #[arg(long)]
    pub reason: String,
    /// The site's directory
    #[arg(long, value_name = "DIR")]
    pub site: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }
}
