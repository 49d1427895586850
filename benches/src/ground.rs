//! Where it is measured: a folder with the corpus and the site that are made once and used again.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::cli::How;
use crate::corpus::{self, Recipe};
use crate::furnishing::furnish;
use crate::program::{self, Ran, run};

/// Names the folder when it is not to be the default one.
const FOLDER_VARIABLE: &str = "CHANCERY_BENCH_DIR";
/// To be raised when the corpus's lines change, so that an old file is not taken for a new one.
const CORPUS_EDITION: u32 = 1;
/// Mean size of a body, in bytes: what the floors are stated for.
const BODY_BYTES: usize = 7_000;

/// The folder, the program and the corpus.
#[derive(Debug)]
pub struct Ground {
    /// Everything the benchmarks make is in here.
    pub folder: PathBuf,
    /// The release build of `chancery`.
    pub chancery: PathBuf,
    /// Lines of the corpus.
    pub messages: u64,
    /// Held as long as this is measured here: two runs at once would measure each other.
    _alone: File,
}

impl Ground {
    /// Makes the folder and builds the program.
    ///
    /// # Errors
    /// When the disk fails or the program does not build.
    pub fn prepare(how: &How) -> anyhow::Result<Self> {
        let chosen = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from);
        let folder = chosen.unwrap_or_else(|| std::env::temp_dir().join("chancery-bench"));
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made; set {FOLDER_VARIABLE}", folder.display()))?;
        let alone = alone(&folder)?;
        Ok(Self { chancery: program::chancery(!how.no_build)?, folder, messages: how.messages(), _alone: alone })
    }

    /// `chancery` with quiet logs.
    #[must_use]
    pub fn program(&self) -> Command {
        let mut command = Command::new(&self.chancery);
        command.env("CHANCERY_LOG", "error");
        command
    }

    /// The corpus, made if it is not there.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn corpus(&self) -> anyhow::Result<PathBuf> {
        let recipe = Recipe { messages: self.messages, bytes: BODY_BYTES, seed: corpus::SEED };
        let name = format!("corpus-{CORPUS_EDITION}-{}-{}-{}.jsonl", recipe.messages, recipe.bytes, recipe.seed);
        let path = self.folder.join(name);
        if !path.is_file() {
            eprintln!("making the corpus: {}", path.display());
            corpus::write(recipe, &path)?;
        }
        Ok(path)
    }

    /// A site with a mission's usual furnishings and no messages, in place of the one that was there.
    ///
    /// # Errors
    /// When the disk or the program fails.
    pub fn empty_site(&self) -> anyhow::Result<PathBuf> {
        let site = self.site_path();
        let _ = fs::remove_file(mark(&site));
        if site.exists() {
            fs::remove_dir_all(&site).with_context(|| format!("{} cannot be removed", site.display()))?;
        }
        let mut init = self.program();
        init.arg("init").arg(&site).args([
            "--name",
            "Mission of Aurelia",
            "--zone",
            "Europe/London",
            "--languages",
            "en,ru",
        ]);
        run(&mut init, &self.said("init"))?;
        furnish(&site)?;
        Ok(site)
    }

    /// Imports the corpus into a new site.
    ///
    /// # Errors
    /// When the import does not come to its end with everything taken in.
    pub fn import(&self) -> anyhow::Result<(PathBuf, Ran)> {
        let corpus = self.corpus()?;
        let site = self.empty_site()?;
        let mut import = self.program();
        import.arg("import").arg("jsonl").arg(&corpus).arg("--site").arg(&site);
        let ran = run(&mut import, &self.said("import"))?;
        fs::write(mark(&site), "whole\n")?;
        Ok((site, ran))
    }

    /// The site with all messages: the one that is there if its import came to its end, else a new one.
    ///
    /// # Errors
    /// As [`Ground::import`].
    pub fn site(&self) -> anyhow::Result<PathBuf> {
        let site = self.site_path();
        if mark(&site).is_file() {
            return Ok(site);
        }
        eprintln!("making the site: {}", site.display());
        self.import().map(|(site, _)| site)
    }

    /// Where a program's words go.
    #[must_use]
    pub fn said(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.out"))
    }

    fn site_path(&self) -> PathBuf {
        self.folder.join(format!("site-{}", self.messages))
    }
}

fn alone(folder: &Path) -> anyhow::Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path).with_context(|| format!("{} cannot be made", path.display()))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!("something is being measured in {} already; wait for it or set {FOLDER_VARIABLE}", folder.display())
        }
        // A file system without locks is no reason not to measure.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

/// The file beside a site that says that its import came to its end.
fn mark(site: &Path) -> PathBuf {
    site.with_extension("imported")
}
