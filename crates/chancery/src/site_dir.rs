//! A site's directory: settings, home, views and newsroom opened together. The only place that knows which store is
//! in use.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use domain::{AsOf, Clock, SiteId};
use newsroom::{Chance, Newsroom, NewsroomError};
use store::{DiskShelf, Home, Shelf, SqliteHome};
use views::{Standing, Views};

use crate::output::complain;
use crate::settings::Settings;

/// Folder of what is made from the record and can be deleted.
const DERIVED: &str = "derived";
/// Between two looks at how far a rebuild has come.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);
/// The folder of the search index.
const SEARCH: &str = "search";
/// The views' file.
const VIEWS: &str = "views.db";

/// A site that is open for work.
pub struct SiteDir {
    /// The operator's settings.
    pub settings: Settings,
    /// What pages ask for.
    pub views: Arc<Views>,
    /// The door for writes.
    pub newsroom: Newsroom,
    /// Where media files are kept.
    pub shelf: Arc<dyn Shelf>,
    /// The directory's first site.
    pub site: SiteId,
    /// The directory.
    pub path: PathBuf,
    /// Keeps others from deleting the views.
    pub in_use: ViewsLock,
}

impl SiteDir {
    /// Opens a site's directory. Views that are damaged or belong to another state of the record are dropped and
    /// made anew, which is said on standard error; the record itself is never mended.
    ///
    /// # Errors
    /// One sentence that says what is wrong and what to do.
    pub fn open(path: &Path, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        Self::open_as(path, clock, Mending::Allowed)
    }

    /// The same without making views anew: for looking at what is wrong.
    ///
    /// # Errors
    /// One sentence that says what is wrong and what to do.
    pub fn open_as_it_is(path: &Path, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        Self::open_as(path, clock, Mending::Forbidden)
    }

    fn open_as(path: &Path, clock: Arc<dyn Clock>, mending: Mending) -> anyhow::Result<Self> {
        let settings = Settings::read(path)?;
        let home = Arc::new(open_home(path, &settings)?);
        let derived = derived(path)?;
        let mut in_use = ViewsLock::shared(&derived)?;
        let opened = match open_newsroom(&home, &derived, &clock) {
            Err(error) if mending == Mending::Allowed && is_about_views(&error) => {
                complain(&format!(
                    "the data that pages are made from cannot be used, so it is made anew from the record ({error})"
                ));
                drop(in_use);
                let alone = ViewsLock::alone(&derived)?;
                remove_views(&derived)?;
                let opened = open_newsroom(&home, &derived, &clock);
                drop(alone);
                in_use = ViewsLock::shared(&derived)?;
                opened
            }
            opened => opened,
        };
        let (views, newsroom) = opened?;
        let shelf: Arc<dyn Shelf> = Arc::new(DiskShelf::open(&path.join(&settings.shelf))?);
        let newsroom = newsroom.with_shelf(Arc::clone(&shelf));
        let site = views.sites()?.into_iter().next().ok_or(NewsroomError::NoSite)?;
        Ok(Self { settings, views, newsroom, shelf, site, path: path.to_owned(), in_use })
    }

    /// The site as it stands now.
    ///
    /// # Errors
    /// When the views fail.
    pub fn standing(&self) -> anyhow::Result<Standing> {
        let as_of = AsOf { site: self.site.clone(), instant: self.newsroom.now() };
        Ok(self.views.standing(&as_of)?.ok_or(NewsroomError::NoSite)?)
    }

    /// The site's name in its first language.
    ///
    /// # Errors
    /// When the views fail.
    pub fn name(&self) -> anyhow::Result<String> {
        Ok(name_of(&self.standing()?))
    }

    /// The folder of the site's own theme, if there is one.
    #[must_use]
    pub fn theme(&self) -> Option<PathBuf> {
        let theme = self.path.join(&self.settings.theme);
        theme.is_dir().then_some(theme)
    }

    /// The folder for what can be deleted at any time.
    #[must_use]
    pub fn derived(&self) -> PathBuf {
        self.path.join(DERIVED)
    }

    /// The folder of the search index, which can be deleted at any time.
    #[must_use]
    pub fn search(&self) -> PathBuf {
        self.derived().join(SEARCH)
    }
}

/// Whether unusable views may be made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mending {
    Allowed,
    Forbidden,
}

/// The name of a site in its first language.
#[must_use]
pub fn name_of(standing: &Standing) -> String {
    let languages = &standing.identity.languages;
    languages.first().and_then(|lang| standing.identity.name.get(lang, languages)).unwrap_or_default().to_owned()
}

/// Opens the home that the settings name.
///
/// # Errors
/// When it is not there, damaged, of a newer version or cannot be written.
pub fn open_home(site: &Path, settings: &Settings) -> anyhow::Result<SqliteHome> {
    Ok(SqliteHome::open(&site.join(&settings.home))?)
}

/// Drops the views of a site and makes them anew from the record. Gives the number of journal entries folded.
///
/// # Errors
/// When somebody uses them, or the record or the disk fails.
pub fn rebuild_views(site: &Path, clock: Arc<dyn Clock>, progress: &mut dyn FnMut(u64, u64)) -> anyhow::Result<u64> {
    let settings = Settings::read(site)?;
    let home = Arc::new(open_home(site, &settings)?);
    let derived = derived(site)?;
    let _alone = ViewsLock::alone(&derived)?;
    remove_views(&derived)?;
    let total = home.head()?.seq;
    let views = Arc::new(Views::open(&derived.join(VIEWS))?);
    let (done, waiting) = channel();
    thread::scope(|scope| {
        let (folding, home, clock) = (Arc::clone(&views), Arc::clone(&home), &clock);
        scope.spawn(move || done.send(open_on(&home, folding, clock).map(drop)));
        loop {
            match waiting.recv_timeout(BETWEEN_LOOKS) {
                Ok(folded) => break folded.map_err(anyhow::Error::from),
                Err(RecvTimeoutError::Timeout) => progress(views.folded()?.seq, total),
                Err(RecvTimeoutError::Disconnected) => {
                    bail!("the pages' data could not be made anew; run `chancery rebuild` again")
                }
            }
        }
    })?;
    Ok(views.folded()?.seq)
}

fn open_newsroom(
    home: &Arc<SqliteHome>,
    derived: &Path,
    clock: &Arc<dyn Clock>,
) -> Result<(Arc<Views>, Newsroom), NewsroomError> {
    let views = Arc::new(Views::open(&derived.join(VIEWS))?);
    let newsroom = open_on(home, Arc::clone(&views), clock)?;
    Ok((views, newsroom))
}

fn open_on(home: &Arc<SqliteHome>, views: Arc<Views>, clock: &Arc<dyn Clock>) -> Result<Newsroom, NewsroomError> {
    let seed = crate::clock::seed().map_err(|error| store::StoreError::Unavailable(format!("{error:#}")))?;
    let home: Arc<dyn Home> = home.clone();
    Newsroom::open(home, views, Arc::clone(clock), Chance::seeded(seed))
}

/// Whether making the views anew may help: not when the record itself or the disk is the reason.
fn is_about_views(error: &NewsroomError) -> bool {
    use views::ViewsError;
    match error {
        NewsroomError::ViewsAstray => true,
        NewsroomError::Views(ViewsError::Database(_)) => {
            !matches!(error, NewsroomError::Views(views) if views.is_full())
        }
        NewsroomError::Views(ViewsError::Gap { .. }) => true,
        _ => false,
    }
}

fn derived(site: &Path) -> anyhow::Result<PathBuf> {
    let derived = site.join(DERIVED);
    fs::create_dir_all(&derived).with_context(|| {
        format!("the folder {} cannot be made; check the owner and rights of the site's directory and that the disk is not full", derived.display())
    })?;
    Ok(derived)
}

fn remove_views(derived: &Path) -> anyhow::Result<()> {
    for suffix in ["", "-wal", "-shm"] {
        let file = derived.join(format!("{VIEWS}{suffix}"));
        match fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(anyhow!(error).context(format!(
                    "{} cannot be removed; check the owner and rights of its folder",
                    file.display()
                )));
            }
            _ => {}
        }
    }
    Ok(())
}

/// A lock that says that the views are in use. Deleting them under a server would leave it with a file that nobody
/// folds into any more. The system lets go of the lock when its holder dies, however it dies.
#[derive(Debug)]
pub struct ViewsLock(#[expect(dead_code, reason = "the lock lives as long as its file is open")] File);

impl ViewsLock {
    fn file(derived: &Path) -> anyhow::Result<File> {
        let path = derived.join("lock");
        let file = File::options().create(true).truncate(false).write(true).open(&path);
        file.with_context(|| {
            format!("{} cannot be written; check its owner and rights and that the disk is not full", path.display())
        })
    }

    /// Held by everybody who works with the site.
    fn shared(derived: &Path) -> anyhow::Result<Self> {
        let file = Self::file(derived)?;
        match file.try_lock_shared() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => {
                bail!("another command is making this site's pages anew; wait until it is done and run this one again")
            }
            // A file system without locks is no reason to refuse work; only deleting needs the lock.
            Err(TryLockError::Error(_)) => Ok(Self(file)),
        }
    }

    /// Held by whoever deletes the views.
    fn alone(derived: &Path) -> anyhow::Result<Self> {
        let file = Self::file(derived)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => {
                bail!(
                    "this site is being served or imported into; stop the server or wait for the import, then run `chancery rebuild`"
                )
            }
            Err(TryLockError::Error(error)) => {
                Err(anyhow!(error).context("the views cannot be locked; is the site on a network disk without locks?"))
            }
        }
    }
}
