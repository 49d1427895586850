//! `chancery init`: a new site, whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use domain::{CityClock, Clock, Command, Fixture, Identity, Kind, SiteId, Texts};
use newsroom::{Chance, Newsroom, Order};
use store::SqliteHome;
use views::Views;

use crate::Outcome;
use crate::cli::Init;
use crate::clock::{SystemClock, seed};
use crate::output::Lines;
use crate::settings;
use crate::zones;

/// Carries the command out.
///
/// # Errors
/// When the directory is in use already, a name is not known or the disk fails. Nothing is left behind then.
pub fn run(arguments: &Init) -> anyhow::Result<Outcome> {
    let identity = identity(arguments)?;
    let parent = free_place(&arguments.dir)?;
    let new = tempfile::Builder::new().prefix(".chancery-init-").tempdir_in(&parent);
    let new = new.with_context(|| {
        format!("nothing can be made in {}; check its owner and rights and that the disk is not full", parent.display())
    })?;
    found(new.path(), identity)?;
    move_into_place(new, &arguments.dir, &parent)?;
    say_next_steps(&arguments.dir)?;
    Ok(Outcome::Done)
}

fn identity(arguments: &Init) -> anyhow::Result<Identity> {
    if arguments.name.trim().is_empty() {
        bail!("--name is empty; give the mission's name");
    }
    if domain::zone(&arguments.zone).is_none() {
        let near = zones::nearest(&arguments.zone);
        let advice = if near.is_empty() {
            "use an IANA name such as Europe/London".to_owned()
        } else {
            format!("did you mean {}?", near.join(" or "))
        };
        bail!("there is no time zone “{}”; {advice}", arguments.zone);
    }
    let mut languages = arguments.languages.clone();
    let mut seen = std::collections::HashSet::new();
    languages.retain(|lang| seen.insert(lang.clone()));
    let Some(first) = languages.first() else { bail!("--languages is empty; name at least one, for example en") };
    let city = arguments.city.clone().unwrap_or_else(|| zones::city_of(&arguments.zone));
    Ok(Identity {
        name: Texts::one(first, arguments.name.trim()),
        tagline: Texts::default(),
        home_zone: arguments.zone.clone(),
        home_city: Texts::one(first, city.trim()),
        languages,
        default_kind: Kind::Statement,
        imprint: Texts::default(),
    })
}

/// The folder in which the site can be made; refuses a place where something is already.
fn free_place(dir: &Path) -> anyhow::Result<PathBuf> {
    if dir.join(settings::FILE).exists() || dir.join(settings::HOME).exists() {
        bail!("{} is a site already; `chancery serve --site {}` serves it", dir.display(), dir.display());
    }
    match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                bail!("{} is not empty; name a new or an empty directory", dir.display());
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            bail!("{} is a file or lies below one; name a directory", dir.display())
        }
        Err(error) => bail!("{} cannot be read ({error}); check its owner and rights", dir.display()),
    }
    let parent = match dir.canonicalize() {
        Ok(whole) => whole.parent().map(Path::to_owned),
        Err(_) => dir
            .parent()
            .map(|parent| if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.to_owned() }),
    };
    let Some(parent) = parent.filter(|parent| parent.is_dir()) else {
        bail!("the folder that is to hold {} does not exist; make it first", dir.display());
    };
    Ok(parent)
}

fn found(new: &Path, identity: Identity) -> anyhow::Result<()> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let home = Arc::new(SqliteHome::create(&new.join(settings::HOME))?);
    let derived = new.join("derived");
    let write = |what: &str| format!("{what} cannot be written; check that the disk is not full");
    fs::create_dir(&derived).with_context(|| write("a folder"))?;
    let views = Arc::new(Views::open(&derived.join("views.db"))?);
    let newsroom = Newsroom::open(home, views, clock, Chance::seeded(seed()?))?;
    let mut bits = [0; 10];
    bits.copy_from_slice(&newsroom.chance().bytes()[..10]);
    let site = SiteId::from_bits(bits);
    let clocks = vec![CityClock { city: identity.home_city.clone(), zone: identity.home_zone.clone() }];
    newsroom.found(&site, "init", identity)?;
    let part = Box::new(Fixture::Clocks { clocks });
    let orders = [Order::from(Command::SetFixture { part, effective: None })];
    newsroom.submit(&site, "init", &orders)?.into_iter().collect::<Result<Vec<_>, _>>()?;
    fs::write(new.join(settings::FILE), settings::template()).with_context(|| write(settings::FILE))
}

/// Renames the finished site to its place. A crash before leaves a hidden folder, one after leaves the site.
fn move_into_place(new: tempfile::TempDir, dir: &Path, parent: &Path) -> anyhow::Result<()> {
    if let Ok(empty) = fs::metadata(dir) {
        // Whoever made the empty directory has chosen who may look into it.
        fs::set_permissions(new.path(), empty.permissions()).context("the directory's rights cannot be kept")?;
    }
    let made = new.keep();
    if let Err(error) = fs::rename(&made, dir) {
        let removed = fs::remove_dir_all(&made);
        let left = if removed.is_err() { format!("; remove {}", made.display()) } else { String::new() };
        bail!("{} cannot be made ({error}){left}", dir.display());
    }
    // The new name is durable when its folder is; a file system that cannot do this keeps it anyway.
    if let Ok(folder) = fs::File::open(parent) {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn say_next_steps(dir: &Path) -> anyhow::Result<()> {
    let dir = dir.display();
    let mut lines = Lines::standard();
    lines.line(&format!("The site is made in {dir}. Next:"))?;
    lines.line("")?;
    lines.line(&format!("  chancery import jsonl FILE --site {dir}    takes messages in"))?;
    lines.line(&format!("  chancery serve --site {dir}                serves the site"))?;
    lines.line(&format!("  chancery doctor --site {dir}               looks whether all is well"))?;
    lines.line("")?;
    lines.line(&format!("Settings stand in {dir}/{}.", settings::FILE))?;
    Ok(lines.flush()?)
}
