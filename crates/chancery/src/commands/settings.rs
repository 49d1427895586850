//! `chancery settings`: what holds and where it comes from.

use std::path::Path;
use std::sync::Arc;

use anyhow::bail;
use domain::{Command, Fixture, Lang};
use newsroom::Order;

use crate::Outcome;
use crate::cli;
use crate::clock::SystemClock;
use crate::output::Lines;
use crate::settings::{FILE, Settings, keys_set};
use crate::site_dir::SiteDir;

/// Carries the command out.
///
/// # Errors
/// When the settings are wrong or the site cannot be opened.
pub fn run(arguments: &cli::Settings) -> anyhow::Result<Outcome> {
    match (&arguments.site, &arguments.add_language) {
        (Some(site), Some(lang)) => add_language(site, lang),
        (Some(site), None) => show(&Settings::read(site)?, &keys_set(site)?, Some(site)),
        (None, _) => show(&Settings::default(), &[], None),
    }
}

fn show(settings: &Settings, set: &[String], site: Option<&Path>) -> anyhow::Result<Outcome> {
    let mut lines = Lines::standard();
    for shown in settings.shown() {
        let from = if set.iter().any(|key| key == shown.key) { FILE } else { "default" };
        lines.line(&format!("{} = {}", shown.key, shown.value))?;
        lines.line(&format!("    {} ({from})", shown.about))?;
    }
    if let Some(site) = site {
        show_identity(&mut lines, site)?;
    }
    lines.flush()?;
    Ok(Outcome::Done)
}

/// What the record itself says about the site; it is changed through the newsroom, not in a file.
fn show_identity(lines: &mut Lines, site: &Path) -> anyhow::Result<()> {
    let dir = SiteDir::open(site, Arc::new(SystemClock))?;
    let standing = dir.standing()?;
    let identity = &standing.identity;
    lines.line("")?;
    lines.line("In the record:")?;
    lines.line(&format!("name = {}", crate::site_dir::name_of(&standing)))?;
    lines.line(&format!("home zone = {}", identity.home_zone))?;
    lines.line(&format!("languages = {} (add one with --add-language TAG)", listed(&identity.languages)))?;
    Ok(())
}

fn add_language(site: &Path, lang: &Lang) -> anyhow::Result<Outcome> {
    let dir = SiteDir::open(site, Arc::new(SystemClock))?;
    let mut identity = dir.standing()?.identity;
    let mut lines = Lines::standard();
    if identity.languages.contains(lang) {
        lines.line(&format!("{lang} is one of the site's languages already: {}.", listed(&identity.languages)))?;
        lines.flush()?;
        return Ok(Outcome::Done);
    }
    identity.languages.push(lang.clone());
    let languages = listed(&identity.languages);
    let order = Order::from(Command::SetFixture { part: Box::new(Fixture::Identity(identity)), effective: None });
    match dir.newsroom.submit(&dir.site, "settings", &[order])?.pop() {
        Some(answer) => drop(answer?),
        None => bail!("the language was not added; run the command again"),
    }
    lines.line(&format!("{lang} is added; the site's languages are {languages}."))?;
    lines.flush()?;
    Ok(Outcome::Done)
}

fn listed(languages: &[Lang]) -> String {
    languages.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ")
}
