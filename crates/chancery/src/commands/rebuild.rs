//! `chancery rebuild`: drops the views and makes them anew from the record.

use std::sync::Arc;

use crate::Outcome;
use crate::cli::AtSite;
use crate::clock::SystemClock;
use crate::output::{Lines, grouped};
use crate::progress::{Progress, Unit};
use crate::site_dir::rebuild_views;

/// Carries the command out.
///
/// # Errors
/// When the site is in use, or the record or the disk fails.
pub fn run(arguments: &AtSite) -> anyhow::Result<Outcome> {
    let mut progress = Progress::begun("making the pages' data anew", Unit::Entries, None);
    let folded = rebuild_views(&arguments.site, Arc::new(SystemClock), &mut |done, total| {
        progress.set_total(total);
        progress.at(done);
    });
    progress.end();
    let mut lines = Lines::standard();
    lines.line(&format!("The pages' data is made anew from {} journal entries.", grouped(folded?)))?;
    lines.flush()?;
    Ok(Outcome::Done)
}
