//! The import of the whole corpus into a new site, and the verification of what it made.

use std::fs;
use std::path::Path;

use crate::cli::How;
use crate::figures::megabytes;
use crate::ground::Ground;
use crate::program::run;
use crate::table::Row;

/// Longest import, in seconds.
const SECONDS_MAX: f64 = 60.0;
/// Most memory, in bytes.
const MEMORY_BYTES_MAX: u64 = 500_000_000;

/// Measures the import and the verification.
///
/// # Errors
/// When the import does not come to its end.
pub fn rows(ground: &Ground, _how: &How) -> anyhow::Result<Vec<Row>> {
    let corpus = fs::metadata(ground.corpus()?)?.len();
    let (site, ran) = ground.import()?;
    let seconds = ran.took.as_secs_f64();
    let measured = format!(
        "{seconds:.1} s ({:.0} messages/s, {:.1} MB/s; {:.1} s of processor time), peak memory {}",
        ground.messages as f64 / seconds,
        corpus as f64 / 1e6 / seconds,
        ran.processor_seconds,
        megabytes(ran.memory_peak_bytes)
    );
    let holds = seconds < SECONDS_MAX && ran.memory_peak_bytes < MEMORY_BYTES_MAX;
    let what = format!("import jsonl of {} messages of 7 kB ({})", ground.messages, megabytes(corpus));
    let imported = Row::judged(what, "under 60 s, peak memory under 500 MB", measured, holds);

    let (home, views) = (size(&site.join("chancery.db")), size(&site.join("derived").join("views.db")));
    let stored =
        Row::told("what it takes on the disk", format!("home {}, views {}", megabytes(home), megabytes(views)));

    eprintln!("  the import said: {}", ran.last_words);
    Ok(vec![imported, stored, verified(ground, &site)])
}

/// The verification. The import's own figures stand whatever becomes of it.
fn verified(ground: &Ground, site: &Path) -> Row {
    let what = "verify of all that";
    let mut verify = ground.program();
    verify.arg("verify").arg("--site").arg(site);
    match run(&mut verify, &ground.said("verify")) {
        Ok(ran) => {
            eprintln!("  the verification said: {}", ran.last_words);
            Row::told(
                what,
                format!("{:.1} s, peak memory {}", ran.took.as_secs_f64(), megabytes(ran.memory_peak_bytes)),
            )
        }
        Err(error) => Row::failed(what, &error),
    }
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map(|about| about.len()).unwrap_or_default()
}
