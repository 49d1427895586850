//! The site inside this process: home, views, newsroom and public rooms as the server wires them, so that a write and
//! the page after it can be timed without another process between them.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use document::{ParseOptions, from_plain};
use domain::{AsOf, Clock, Lang, SiteId, SlugWish, VersionClass};
use jiff::Timestamp;
use newsroom::{Chance, Manuscript, Newsroom, Order};
use site::{Answer, Limits, PublicSettings, PublicSite, Question, Theme};
use store::{Home, SqliteHome};
use tokio::sync::oneshot;
use views::{Found, Seen, Views};

/// The machine's clock, to the microsecond.
#[derive(Debug)]
struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }
}

/// An open site.
pub struct Node {
    site: SiteId,
    newsroom: Newsroom,
    views: Arc<Views>,
    public: Arc<PublicSite>,
}

impl Node {
    /// Opens a site's directory.
    ///
    /// # Errors
    /// When there is no site or it cannot be read.
    pub fn open(dir: &Path) -> anyhow::Result<Self> {
        let home: Arc<dyn Home> = Arc::new(SqliteHome::open(&dir.join("chancery.db"))?);
        let views = Arc::new(Views::open(&dir.join("derived").join("views.db"))?);
        let clock: Arc<dyn Clock> = Arc::new(MachineClock);
        let seed = clock.now().as_microsecond().to_be_bytes().repeat(4);
        let seed: [u8; 32] = seed.try_into().ok().context("four times eight bytes are thirty-two")?;
        let newsroom = Newsroom::open(home, Arc::clone(&views), Arc::clone(&clock), Chance::seeded(seed))?;
        let site = views.sites()?.into_iter().next().context("there is no site")?;
        let public = PublicSite::new(Arc::clone(&views), Theme::load(None)?, clock, PublicSettings::default());
        Ok(Self { site, newsroom, views, public: Arc::new(public) })
    }

    /// The site's id.
    #[must_use]
    pub fn site(&self) -> &SiteId {
        &self.site
    }

    /// The door for writes.
    #[must_use]
    pub fn newsroom(&self) -> &Newsroom {
        &self.newsroom
    }

    /// What is shown.
    #[must_use]
    pub fn views(&self) -> Arc<Views> {
        Arc::clone(&self.views)
    }

    /// Carries out orders.
    ///
    /// # Errors
    /// When one of them is refused.
    pub fn submit(&self, orders: &[Order]) -> anyhow::Result<()> {
        for answer in self.newsroom.submit(&self.site, "bench", orders)? {
            answer?;
        }
        Ok(())
    }

    /// Paths of messages in a language below it, spread evenly over the record: `count` of them or all.
    ///
    /// # Errors
    /// When the views fail.
    pub fn paths(&self, lang: &str, count: usize) -> anyhow::Result<Vec<String>> {
        let as_of = self.as_of();
        let all = self.views.addresses(&as_of)?.into_iter();
        let paths: Vec<String> = all.filter(|(own, _)| own.as_str() == lang).map(|(_, path)| path).collect();
        if paths.is_empty() || count == 0 {
            bail!("the site has no messages in {lang}");
        }
        let step = (paths.len() / count).max(1);
        Ok(paths.into_iter().step_by(step).take(count).collect())
    }

    /// A correction of the message at a path, ready to be submitted: about as long a text as before, made from `seed`,
    /// with `word` in it.
    ///
    /// # Errors
    /// When there is no such message.
    pub fn correction(&self, lang: &str, path: &str, seed: u64, word: &str) -> anyhow::Result<Order> {
        let lang: Lang = lang.parse()?;
        let Found::Here(Seen::Version(version)) = self.views.at_address(&self.as_of(), &lang, path)? else {
            bail!("nothing to correct at {path}");
        };
        let text = format!("{word}.\n\n{}", crate::corpus::text(seed, 7_000));
        let mut mint = Manuscript::mint(&version.message, &lang, word);
        let options = ParseOptions { speakers: &[], lang: lang.as_str() };
        let document = from_plain(&text, &options, &mut mint).document;
        let sheet = version.sheet;
        let mut manuscript = Manuscript::new(version.message, sheet.title, sheet.kind, lang, document);
        (manuscript.speakers, manuscript.topics, manuscript.occasion) = (sheet.speakers, sheet.topics, sheet.occasion);
        let note = Some("A figure was wrong.".to_owned());
        Ok(manuscript.version(self.newsroom.chance(), None, VersionClass::Substantive, note, SlugWish::Keep))
    }

    /// What the public gets at a path, made anew: nothing is cached at this door.
    #[must_use]
    pub fn answer(&self, path: &str) -> Answer {
        self.public.answer(&Question {
            method: "GET",
            host: Some("press.example"),
            path,
            query: None,
            accept_language: None,
        })
    }

    /// Serves the public rooms at a free port of this machine's own address until the handle is dropped.
    ///
    /// # Errors
    /// When the system refuses threads or ports.
    pub fn serve(&self) -> anyhow::Result<Served> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let server = site::Server::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        let address = server.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let public = Arc::clone(&self.public);
        runtime.spawn(async move {
            let until = async move { drop(stopped.await) };
            if let Err(error) = server.run(public, None, Limits::default(), until).await {
                eprintln!("the server inside went down: {error}");
            }
        });
        Ok(Served { address, _stop: stop, _runtime: runtime })
    }

    fn as_of(&self) -> AsOf {
        AsOf { site: self.site.clone(), instant: self.newsroom.now() }
    }
}

/// A server inside this process.
#[derive(Debug)]
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    _stop: oneshot::Sender<()>,
    _runtime: tokio::runtime::Runtime,
}
