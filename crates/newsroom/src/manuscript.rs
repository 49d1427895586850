//! A text on its way to become a version.

use document::{Document, Mint};
use domain::{
    Completeness, Follows, Kind, Lang, MessageId, Occasion, Origin, Precision, Provenance, Release, Sheet, SlugWish,
    VersionClass, slug_of,
};
use jiff::Timestamp;
use journal::Digest;
use store::Object;

use crate::{Chance, Order};

/// Characters of a teaser taken from the text: three to four lines in a list.
pub const TEASER_CHARS: usize = 320;

/// A text and all that is said about it, before it is a version.
#[derive(Debug, Clone)]
pub struct Manuscript {
    /// The message it belongs to.
    pub message: MessageId,
    /// The title.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The language.
    pub lang: Lang,
    /// The text.
    pub document: Document,
    /// The first words in lists; taken from the text when absent.
    pub teaser: Option<String>,
    /// What it is about in time and space.
    pub occasion: Occasion,
    /// Who speaks.
    pub speakers: Vec<String>,
    /// Topics.
    pub topics: Vec<String>,
    /// How much of the text the record holds.
    pub completeness: Completeness,
    /// How exact the release is known to be.
    pub precision: Precision,
    /// Where it came from.
    pub provenance: Option<Provenance>,
    /// A page's place in the navigation.
    pub nav: Option<i32>,
    /// Which version of which edition this one translates.
    pub follows: Option<Follows>,
    /// The sheet's salt; drawn anew when absent.
    pub salt: Option<String>,
}

impl Manuscript {
    /// A manuscript with nothing said beyond title, kind, language and text.
    #[must_use]
    pub fn new(message: MessageId, title: impl Into<String>, kind: Kind, lang: Lang, document: Document) -> Self {
        Self {
            message,
            title: title.into(),
            kind,
            lang,
            document,
            teaser: None,
            occasion: Occasion::default(),
            speakers: vec![],
            topics: vec![],
            completeness: Completeness::default(),
            precision: Precision::default(),
            provenance: None,
            nav: None,
            follows: None,
            salt: None,
        }
    }

    /// The source of ids for a text of this message and language. `draw` sets texts apart that are parsed anew.
    #[must_use]
    pub fn mint(message: &MessageId, lang: &Lang, draw: &str) -> Mint {
        Mint::seeded(format!("{message}/{lang}/{draw}").as_bytes())
    }

    /// The order that makes this manuscript an edition's first version.
    #[must_use]
    pub fn first(self, chance: &Chance, release: Option<Timestamp>) -> Order {
        let slug = SlugWish::Message(slug_of(&self.title));
        self.version(chance, release, VersionClass::First, None, slug)
    }

    /// The order that makes this manuscript a version.
    #[must_use]
    pub fn version(
        self,
        chance: &Chance,
        release: Option<Timestamp>,
        class: VersionClass,
        note: Option<String>,
        slug: SlugWish,
    ) -> Order {
        let (message, lang) = (self.message.clone(), self.lang.clone());
        let (sheet, objects) = self.pack(chance);
        let release = Release { message, lang, sheet, slug, release, class, note, origin: None, old_addresses: vec![] };
        Order { command: domain::Command::ReleaseVersion(release), objects, slug_may_change: true, seen: None }
    }

    /// The same order for an imported item: visible from the instant that its source states.
    #[must_use]
    pub fn imported(mut order: Order, origin: Origin, old_addresses: Vec<String>) -> Order {
        if let domain::Command::ReleaseVersion(release) = &mut order.command {
            release.origin = Some(origin);
            release.old_addresses = old_addresses;
        }
        order
    }

    /// The sheet and the text, packed for the home.
    pub(crate) fn pack(self, chance: &Chance) -> (Digest, Vec<Object>) {
        let document = Object::pack(&self.document.canonical());
        let own_teaser = || {
            let teaser = self.document.teaser(TEASER_CHARS);
            (!teaser.is_empty()).then_some(teaser)
        };
        let sheet = Sheet {
            salt: self.salt.clone().unwrap_or_else(|| chance.salt()),
            teaser: self.teaser.clone().or_else(own_teaser),
            title: self.title,
            kind: self.kind,
            lang: self.lang,
            occasion: self.occasion,
            speakers: self.speakers,
            topics: self.topics,
            completeness: self.completeness,
            precision: self.precision,
            provenance: self.provenance,
            nav: self.nav,
            follows: self.follows,
            document: document.digest,
        };
        let sheet = Object::pack(&sheet.canonical());
        (sheet.digest, vec![sheet, document])
    }
}
