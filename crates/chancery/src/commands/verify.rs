//! `chancery verify`: the record against itself.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::Outcome;
use crate::cli::Verify;
use crate::clock::SystemClock;
use crate::output::{Lines, grouped};
use crate::progress::{Progress, Unit};
use crate::settings::Settings;
use crate::site_dir::{SiteDir, open_home};

/// Findings that are listed; whoever has more restores a backup and does not read them all.
const FINDINGS_LISTED_MAX: usize = 20;

/// Carries the command out.
///
/// # Errors
/// When the record cannot be opened or is so damaged that checking cannot go on.
pub fn run(arguments: &Verify) -> anyhow::Result<Outcome> {
    let Some(site) = &arguments.site else {
        bail!(
            "a public site cannot be checked from outside yet; that comes with the transparency log (use --site DIR on the server)"
        );
    };
    check_file(site)?;
    let dir = SiteDir::open_as_it_is(site, Arc::new(SystemClock))?;
    let scratch = tempfile::Builder::new().prefix("verify-").tempdir_in(dir.derived());
    let scratch = scratch
        .context("a folder for checking cannot be made in derived/; check its rights and that the disk is not full")?;
    let mut progress = Progress::begun("checking the record", Unit::Entries, None);
    let verification = dir.newsroom.verify(&scratch.path().join("views.db"), &mut |done, total| {
        progress.set_total(total);
        progress.at(done);
    });
    progress.end();
    let verification = verification?;

    let mut lines = Lines::standard();
    for finding in verification.findings.iter().take(FINDINGS_LISTED_MAX) {
        lines.line(&format!("{}: {}", finding.place, finding.what))?;
    }
    let more = verification.findings.len().saturating_sub(FINDINGS_LISTED_MAX);
    if more > 0 {
        lines.line(&format!("and {} more", grouped(more as u64)))?;
    }
    let counted = format!(
        "{} journal entries and {} sheets and texts checked{}",
        grouped(verification.entries),
        grouped(verification.objects),
        match verification.erased {
            0 => String::new(),
            erased => format!("; {} removed by erasure, as the journal says", grouped(erased)),
        }
    );
    let clean = verification.findings.is_empty();
    lines.line(&if clean { format!("Clean: {counted}.") } else { format!("Not clean: {counted}.") })?;
    lines.flush()?;
    Ok(if clean { Outcome::Done } else { Outcome::Incomplete })
}

/// The database's own check comes first: what it finds explains everything else.
fn check_file(site: &Path) -> anyhow::Result<()> {
    let settings = Settings::read(site)?;
    Ok(open_home(site, &settings)?.check()?)
}
