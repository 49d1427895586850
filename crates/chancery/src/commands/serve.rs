//! `chancery serve`: the public rooms of a site.

use std::sync::Arc;

use crate::Outcome;
use crate::cli::Serve;
use crate::desk_service::DeskParts;
use crate::output::Lines;
use crate::serving::{Service, Stop, serve};
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
    let (name, theme, search) = (dir.name()?, dir.theme(), dir.search());
    let SiteDir { settings, views, newsroom, shelf, site, in_use, .. } = dir;
    newsroom.finish_erasures(&site)?;
    let listen = arguments.listen.unwrap_or(settings.listen);
    let desk = DeskParts { newsroom: Arc::new(newsroom), shelf, site, name: name.clone(), demonstration: false };
    let service = Service { views, clock, search: &search, theme: theme.as_deref(), settings: &settings, listen, desk };
    serve(stop, service, |address| {
        let mut lines = Lines::standard();
        lines.line(&format!("Chancery serves “{name}” at http://{address}/"))?;
        Ok(lines.flush()?)
    })?;
    drop(in_use);
    Ok(Outcome::Done)
}
