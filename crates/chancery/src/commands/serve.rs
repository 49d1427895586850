//! `chancery serve`: the public rooms of a site.

use crate::Outcome;
use crate::cli::Serve;
use crate::output::Lines;
use crate::serving::{Follower, Service, Stop, serve};
use crate::site_dir::SiteDir;

/// Carries the command out.
///
/// # Errors
/// One sentence that says why the site cannot be served.
pub fn run(arguments: &Serve) -> anyhow::Result<Outcome> {
    crate::logging::start();
    let stop = Stop::prepare()?;
    let clock = arguments.clock.started();
    let dir = SiteDir::open(&arguments.site, clock.clone())?;
    let (name, theme) = (dir.name()?, dir.theme());
    let SiteDir { settings, views, newsroom, in_use, .. } = dir;
    let follower = Follower::start(newsroom)?;
    let listen = arguments.listen.unwrap_or(settings.listen);
    let service = Service { views, clock, theme: theme.as_deref(), settings: &settings, listen };
    serve(stop, service, |address| {
        let mut lines = Lines::standard();
        lines.line(&format!("Chancery serves “{name}” at http://{address}/"))?;
        Ok(lines.flush()?)
    })?;
    drop(follower);
    drop(in_use);
    Ok(Outcome::Done)
}
