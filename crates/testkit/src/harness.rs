//! The harness.

use std::sync::Arc;

use document::{ParseOptions, from_markdown};
use domain::{Clock, Command, Fixture, Kind, Lang, MessageId, SiteId, SlugWish, VersionClass};
use jiff::Timestamp;
use newsroom::{Ack, Chance, Manuscript, Newsroom, Order, Refused};
use search::Search;
use site::{Answer, PublicSettings, PublicSite, Question, Theme};
use store::{MemoryHome, MemoryShelf, Shelf as _};
use tempfile::TempDir;
use views::Views;

use crate::{SetClock, sample_identity};

/// An instant from its RFC 3339 form.
///
/// # Panics
/// When the text is none: a mistake in the test.
#[must_use]
pub fn time(text: &str) -> Timestamp {
    text.parse().expect("a test names instants in RFC 3339")
}

/// The shelf as the public rooms see it.
struct ShelfBytes(Arc<MemoryShelf>);

impl site::MediaBytes for ShelfBytes {
    fn bytes(&self, digest: domain::Digest) -> Option<bytes::Bytes> {
        self.0.get(digest).ok().flatten().map(bytes::Bytes::from)
    }
}

/// The whole system but its sockets: home in memory, views in a temporary folder, strict theme, a clock that is set.
pub struct Harness {
    /// The site.
    pub site: SiteId,
    /// The door for writes.
    pub newsroom: Newsroom,
    /// The public rooms.
    pub public: Arc<PublicSite>,
    /// The clock of both.
    pub clock: Arc<SetClock>,
    /// The views of both.
    pub views: Arc<Views>,
    /// The search index, in memory; it takes in what is new before each question asked by [`Harness::get`].
    pub search: Arc<Search>,
    /// The shelf of media files, which the public rooms read from.
    pub shelf: Arc<MemoryShelf>,
    folder: TempDir,
}

impl Harness {
    /// An empty site founded at an instant, its home in Europe/London, in English, Arabic, Chinese and Russian.
    ///
    /// # Panics
    /// When the harness cannot be set up.
    #[must_use]
    pub fn at(instant: &str) -> Self {
        Self::with(instant, PublicSettings::default())
    }

    /// The same with an operator's settings.
    ///
    /// # Panics
    /// When the harness cannot be set up.
    #[must_use]
    pub fn with(instant: &str, settings: PublicSettings) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let clock = Arc::new(SetClock::at(time(instant)));
        let views = Arc::new(Views::open(&folder.path().join("views.db")).expect("views can be made"));
        let shared: Arc<dyn Clock> = clock.clone();
        let newsroom =
            Newsroom::open(Arc::new(MemoryHome::new()), views.clone(), shared.clone(), Chance::seeded([7; 32]))
                .expect("an empty newsroom opens");
        let site = SiteId::from_bits([1; 10]);
        newsroom.found(&site, "operator", sample_identity()).expect("the sample identity is sound");
        let theme = Theme::strict(None).expect("the built-in theme is sound");
        let shelf = Arc::new(MemoryShelf::new());
        let source = Arc::new(ShelfBytes(shelf.clone()));
        let search = Arc::new(Search::in_memory(views.clone(), site.clone()).expect("an index in memory can be made"));
        let public = PublicSite::new(views.clone(), theme, shared, settings).with_media(source);
        let public = Arc::new(public.with_search(search.clone()));
        Self { site, newsroom, public, clock, views, search, shelf, folder }
    }

    /// Sets the clock.
    pub fn set(&self, instant: &str) {
        self.clock.set(time(instant));
    }

    /// Carries out one order.
    ///
    /// # Errors
    /// When it is refused.
    ///
    /// # Panics
    /// When the newsroom itself fails.
    pub fn order(&self, order: impl Into<Order>) -> Result<Ack, Refused> {
        let mut answers = self.newsroom.submit(&self.site, "tester", &[order.into()]).expect("the newsroom works");
        answers.pop().expect("one order has one answer")
    }

    /// Sets a fixture up from now on.
    ///
    /// # Panics
    /// When it is refused.
    pub fn fixture(&self, part: Fixture) {
        self.order(Command::SetFixture { part: Box::new(part), effective: None }).expect("the fixture is sound");
    }

    /// A manuscript from Markdown.
    ///
    /// # Panics
    /// When the language is none.
    #[must_use]
    pub fn manuscript(
        &self,
        message: &MessageId,
        lang: &str,
        kind: Kind,
        title: &str,
        markdown: &str,
        draw: &str,
    ) -> Manuscript {
        let lang: Lang = lang.parse().expect("a test names real languages");
        let mut mint = Manuscript::mint(message, &lang, draw);
        let options = ParseOptions { speakers: &[], lang: lang.as_str() };
        let document = from_markdown(markdown, &options, &mut mint).document;
        Manuscript::new(message.clone(), title, kind, lang, document)
    }

    /// Releases a message's first version, now or later; gives its address (`/en/messages/…`).
    ///
    /// # Panics
    /// When it is refused.
    pub fn release(&self, message: &MessageId, lang: &str, title: &str, markdown: &str, at: Option<&str>) -> String {
        let manuscript = self.manuscript(message, lang, Kind::Statement, title, markdown, "1");
        let ack = self.order(manuscript.first(self.newsroom.chance(), at.map(time))).expect("the release is sound");
        address_of(&ack)
    }

    /// Releases an evergreen page; gives its address.
    ///
    /// # Panics
    /// When it is refused.
    pub fn release_page(&self, lang: &str, path: &str, nav: Option<i32>, title: &str, markdown: &str) -> String {
        let message = self.newsroom.chance().message_id();
        let mut manuscript = self.manuscript(&message, lang, Kind::Page, title, markdown, "1");
        manuscript.nav = nav;
        let slug = SlugWish::Page(path.to_owned());
        let order = manuscript.version(self.newsroom.chance(), None, VersionClass::First, None, slug);
        address_of(&self.order(order).expect("the page is sound"))
    }

    /// Corrects an edition; gives its address.
    ///
    /// # Errors
    /// When it is refused.
    pub fn correct(
        &self,
        message: &MessageId,
        lang: &str,
        title: &str,
        markdown: &str,
        note: &str,
        at: Option<&str>,
    ) -> Result<String, Refused> {
        let manuscript = self.manuscript(message, lang, Kind::Statement, title, markdown, note);
        let (class, note) = (VersionClass::Substantive, Some(note.to_owned()));
        let order = manuscript.version(self.newsroom.chance(), at.map(time), class, note, SlugWish::Keep);
        self.order(order).map(|ack| address_of(&ack))
    }

    /// What the public gets at an address, now, the search index being up to date.
    ///
    /// # Panics
    /// When the index cannot follow the views.
    #[must_use]
    pub fn get(&self, address: &str) -> Answer {
        self.search.catch_up(self.clock.now()).expect("an index in memory follows the views");
        self.get_as_it_is(address)
    }

    /// The same with the search index as it is: as if whoever keeps it up to date had stopped.
    #[must_use]
    pub fn get_as_it_is(&self, address: &str) -> Answer {
        let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
        self.public.answer(&Question { method: "GET", host: Some("press.example"), path, query, accept_language: None })
    }

    /// The page at an address, now, as text.
    #[must_use]
    pub fn page(&self, address: &str) -> String {
        self.get(address).page()
    }

    /// Everything that is wrong with the record, in words; nothing when all is well.
    ///
    /// # Panics
    /// When the newsroom itself fails.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let scratch = self.folder.path().join(format!("scratch-{}.db", self.views.epoch()));
        let verification = self.newsroom.verify(&scratch, &mut |_, _| {}).expect("verification can be carried out");
        verification.findings.into_iter().map(|finding| format!("{}: {}", finding.place, finding.what)).collect()
    }
}

/// The public address of an acknowledged release.
fn address_of(ack: &Ack) -> String {
    ack.facts
        .iter()
        .find_map(|fact| match fact {
            domain::Fact::VersionReleased { lang, address, .. } => Some(format!("/{lang}/{address}")),
            _ => None,
        })
        .expect("a release is acknowledged with its fact")
}

impl Drop for Harness {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(
                self.faults(),
                Vec::<String>::new(),
                "the record verifies and its views equal views folded anew"
            );
        }
    }
}
