//! The folders of indexes: `derived/search/{format}/{generation}`.
//!
//! A rebuilt index is a new generation beside the old one, which goes on answering. The switch is the commit that says of the
//! new one that it is complete: a crash before it leaves an unfinished generation, which is gone on with; a crash after it
//! leaves two complete ones, of which the newer counts. No folder is ever renamed while files in it are in use.

use std::path::{Path, PathBuf};

use domain::SiteId;

use crate::index::{Main, Spot, Unusable};
use crate::schema::{FORMAT, Fields};
use crate::state::{Fitness, Head};

/// The folder in which generations stand, or none for an index in memory.
#[derive(Debug, Clone)]
pub(crate) struct Generations {
    folder: Option<PathBuf>,
}

/// What was found at the start.
#[derive(Default)]
pub(crate) struct Found {
    /// The newest complete one, or the unfinished one where there is none.
    pub serving: Option<Main>,
    /// A newer, unfinished one.
    pub building: Option<Main>,
}

impl Generations {
    /// Those of a site's folder `derived/search`.
    pub(crate) fn below(folder: &Path) -> Self {
        Self { folder: Some(folder.join(FORMAT.to_string())) }
    }

    /// None: the index is in memory.
    pub(crate) fn in_memory() -> Self {
        Self { folder: None }
    }

    /// Opens what is there and removes what is of no use: other formats, damaged and superseded generations.
    pub(crate) fn find(&self, fields: &Fields, site: &SiteId, head: &Head) -> Found {
        let mut found = Found::default();
        let Some(folder) = &self.folder else { return found };
        for (format, path) in folder.parent().map(numbered).unwrap_or_default() {
            if format != u64::from(FORMAT) {
                remove(&path);
            }
        }
        for (_, path) in numbered(folder).into_iter().rev() {
            match Main::open(&path, fields, site, head) {
                Ok(main) if main.payload.complete && found.serving.is_none() => found.serving = Some(main),
                Ok(main) if main.fitness == Fitness::Good && found.serving.is_none() && found.building.is_none() => {
                    found.building = Some(main);
                }
                Err(Unusable::Locked) => {
                    tracing::warn!(folder = %path.display(), "another process writes this search index")
                }
                Ok(_) | Err(Unusable::Damaged) => remove(&path),
            }
        }
        if found.serving.is_none() {
            found.serving = found.building.take();
        }
        found
    }

    /// A new generation, which has nothing yet.
    pub(crate) fn create(&self, fields: &Fields, site: &SiteId) -> Result<Main, tantivy::TantivyError> {
        let Some(folder) = &self.folder else { return Main::create(Spot::Memory, fields, site) };
        let newest = numbered(folder).last().map_or(0, |(generation, _)| *generation);
        Main::create(Spot::Folder(folder.join((newest + 1).to_string())), fields, site)
    }
}

/// Closes an index and removes its folder. Who still reads in it goes on, since the files stay until the last of them is done.
pub(crate) fn discard(main: Main) {
    let spot = main.spot.clone();
    drop(main);
    if let Spot::Folder(path) = spot {
        remove(&path);
    }
}

/// A folder that cannot be removed costs space and nothing else.
fn remove(path: &Path) {
    if let Err(error) = std::fs::remove_dir_all(path) {
        tracing::warn!(folder = %path.display(), %error, "an old search index cannot be removed");
    }
}

/// Folders below one whose names are numbers, in the order of the numbers.
fn numbered(folder: &Path) -> Vec<(u64, PathBuf)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let number = |entry: std::fs::DirEntry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path()));
    let mut numbered: Vec<(u64, PathBuf)> = entries.filter_map(|entry| number(entry.ok()?)).collect();
    numbered.sort_unstable();
    numbered
}
