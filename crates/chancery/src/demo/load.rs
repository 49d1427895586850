//! From the sample's content to a record: everything that happened, in its order, each at its instant.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, bail};
use document::{Document, ParseOptions, carry_ids, from_markdown};
use domain::{
    Clock, Command, Fact, Fixture, Identity, Kind, Lang, MessageId, Occasion, SiteId, SlugWish, VersionClass,
};
use jiff::Timestamp;
use newsroom::{Chance, Manuscript, Newsroom, Order};
use store::SqliteHome;
use views::Views;

use super::content::{self, SiteFile, Text};

/// The sample is the same on every machine and at every start; so its ids are drawn from a constant.
const SEED: [u8; 32] = *b"the sample newsroom of a mission";
/// Before anything of the sample happens.
const FOUNDED: &str = "2026-05-04T07:00:00Z";
/// When the desk scheduled what is under embargo at the demo's start.
const SCHEDULED: &str = "2026-11-20T09:00:00Z";

/// The sample newsroom, loaded.
pub struct Sample {
    /// The record.
    pub home: Arc<SqliteHome>,
    /// What pages ask for.
    pub views: Arc<Views>,
    /// The site.
    pub site: SiteId,
    /// The mission's name.
    pub name: String,
    /// The languages.
    pub languages: Vec<Lang>,
    /// Addresses below the site's root by group and language.
    pub addresses: HashMap<(String, Lang), String>,
}

/// A clock that shows what it is set to: the past is played in the order in which it happened.
struct PlayedClock(Mutex<Timestamp>);

impl PlayedClock {
    fn set(&self, instant: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = instant;
    }
}

impl Clock for PlayedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes the sample newsroom in an empty directory.
///
/// # Errors
/// When the disk fails, or the sample contradicts the rules, which a test keeps from happening.
pub fn load(dir: &Path) -> anyhow::Result<Sample> {
    let founded: Timestamp = FOUNDED.parse().context("the constant is an instant")?;
    let clock = Arc::new(PlayedClock(Mutex::new(founded)));
    let home = Arc::new(SqliteHome::create(&dir.join(crate::settings::HOME))?);
    let views = Arc::new(Views::open(&dir.join("views.db"))?);
    let newsroom = Newsroom::open(home.clone(), Arc::clone(&views), clock.clone(), Chance::seeded(SEED))?;

    let site_file = content::site()?;
    let site = SiteId::from_bits(*b"sample-000");
    newsroom.found(&site, "demo", identity(&site_file))?;
    let languages = site_file.languages.clone();
    let name = languages.first().and_then(|lang| site_file.name.get(lang, &languages)).unwrap_or_default().to_owned();

    let labels = content::labels(&site_file);
    let mut play = Play { newsroom: &newsroom, labels, messages: HashMap::new(), happenings: vec![] };
    play.set_up(site_file, founded);
    play.plan(&content::texts()?)?;
    let addresses = play.perform(&site, &clock)?;
    Ok(Sample { home, views, site, name, languages, addresses })
}

fn identity(site: &SiteFile) -> Identity {
    Identity {
        name: site.name.clone(),
        tagline: site.tagline.clone(),
        home_zone: site.home_zone.clone(),
        home_city: site.home_city.clone(),
        languages: site.languages.clone(),
        default_kind: Kind::Statement,
        imprint: site.imprint.clone(),
    }
}

/// Something that happened: when, for which group and language, and what was ordered.
struct Happening {
    at: Timestamp,
    of: Option<(String, Lang)>,
    order: Order,
}

/// The sample's past on its way into the record.
struct Play<'a> {
    newsroom: &'a Newsroom,
    labels: Vec<String>,
    messages: HashMap<String, MessageId>,
    happenings: Vec<Happening>,
}

impl Play<'_> {
    fn then(&mut self, at: Timestamp, order: impl Into<Order>) {
        self.happenings.push(Happening { at, of: None, order: order.into() });
    }

    fn set_up(&mut self, site: SiteFile, at: Timestamp) {
        let parts = [Fixture::Clocks { clocks: site.clocks }]
            .into_iter()
            .chain(site.contacts.into_iter().map(Fixture::Contact))
            .chain(site.counters.into_iter().map(Fixture::Counter))
            .chain(site.banners.into_iter().map(Fixture::Banner))
            .chain(site.speakers.into_iter().map(Fixture::Speaker))
            .chain(site.topics.into_iter().map(Fixture::Topic));
        for part in parts {
            self.then(at, Command::SetFixture { part: Box::new(part), effective: None });
        }
    }

    fn plan(&mut self, texts: &[Text]) -> anyhow::Result<()> {
        let scheduled: Timestamp = SCHEDULED.parse().context("the constant is an instant")?;
        for text in texts {
            let newsroom = self.newsroom;
            let message =
                self.messages.entry(text.group.clone()).or_insert_with(|| newsroom.chance().message_id()).clone();
            let manuscript = self.manuscript(text, &message)?;
            self.plan_versions(text, &manuscript, scheduled);
            self.plan_aftermath(text, &message);
        }
        Ok(())
    }

    fn manuscript(&self, text: &Text, message: &MessageId) -> anyhow::Result<Manuscript> {
        if text.format != "markdown" {
            bail!("the sample's {} is not in Markdown", text.group);
        }
        let document = self.parse(text, &text.body, message, 1);
        let mut manuscript =
            Manuscript::new(message.clone(), text.title.clone(), text.kind()?, text.lang.clone(), document);
        manuscript.teaser = text.teaser.clone();
        manuscript.occasion = Occasion { date: text.event_date, place: text.place.clone(), with: text.with.clone() };
        manuscript.speakers = text.speakers.clone();
        manuscript.topics = text.topics.clone();
        manuscript.nav = text.nav;
        Ok(manuscript)
    }

    fn parse(&self, text: &Text, body: &str, message: &MessageId, number: usize) -> Document {
        let options = ParseOptions { speakers: &self.labels, lang: text.lang.as_str() };
        from_markdown(body, &options, &mut Manuscript::mint(message, &text.lang, &number.to_string())).document
    }

    fn plan_versions(&mut self, text: &Text, first: &Manuscript, scheduled: Timestamp) {
        let chance = self.newsroom.chance();
        let of = Some((text.group.clone(), text.lang.clone()));
        let order = match &text.path {
            Some(path) => {
                let slug = SlugWish::Page(path.clone());
                first.clone().version(chance, Some(text.release), VersionClass::First, None, slug)
            }
            None => first.clone().first(chance, Some(text.release)),
        };
        self.happenings.push(Happening { at: text.release.min(scheduled), of, order });
        let mut last = first.clone();
        for (index, correction) in text.corrected.iter().enumerate() {
            let number = index + 2;
            let document = self.parse(text, &correction.body, &last.message, number);
            let mut mint = Manuscript::mint(&last.message, &last.lang, &format!("{number}-carried"));
            last.document = carry_ids(&last.document, document, &mut mint);
            last.title = correction.title.clone().unwrap_or(last.title);
            let note = Some(correction.note.clone());
            let order = last.clone().version(chance, Some(correction.release), correction.class, note, SlugWish::Keep);
            self.then(correction.release, order);
        }
    }

    fn plan_aftermath(&mut self, text: &Text, message: &MessageId) {
        let (message, lang) = (message.clone(), text.lang.clone());
        if text.lead {
            let part = Box::new(Fixture::Lead { message: message.clone() });
            self.then(text.release, Command::SetFixture { part, effective: None });
        }
        if let Some(withdrawal) = &text.withdrawn {
            let reason = withdrawal.reason.clone();
            self.then(withdrawal.at, Command::WithdrawEdition { message: message.clone(), lang: lang.clone(), reason });
        }
        if let Some(erasure) = &text.erased {
            let ground = erasure.ground.clone();
            self.then(erasure.at, Command::EraseEdition { message, lang, ground, by_law: erasure.law });
        }
    }

    /// Plays everything in the order of its instants; what happened at one instant is one write.
    fn perform(mut self, site: &SiteId, clock: &PlayedClock) -> anyhow::Result<HashMap<(String, Lang), String>> {
        self.happenings.sort_by_key(|happening| happening.at);
        let mut addresses = HashMap::new();
        for together in self.happenings.chunk_by(|a, b| a.at == b.at) {
            clock.set(together[0].at);
            let orders: Vec<Order> = together.iter().map(|happening| happening.order.clone()).collect();
            for (happening, answer) in together.iter().zip(self.newsroom.submit(site, "demo", &orders)?) {
                let ack = answer.with_context(|| {
                    format!("the sample contradicts the rules at {} ({:?})", happening.at, happening.of)
                })?;
                let released = ack.facts.iter().find_map(|fact| match fact {
                    Fact::VersionReleased { lang, address, .. } => Some(format!("{lang}/{address}")),
                    _ => None,
                });
                if let (Some(of), Some(address)) = (&happening.of, released) {
                    addresses.insert(of.clone(), address);
                }
            }
        }
        Ok(addresses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::AsOf;

    #[test]
    fn the_sample_is_the_same_every_time_and_keeps_its_embargo() {
        let (left, right) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (left, right) = (load(left.path()).unwrap(), load(right.path()).unwrap());
        assert_eq!(left.views.fingerprint().unwrap(), right.views.fingerprint().unwrap());
        assert_eq!(left.languages.len(), 4);

        let site = left.views.sites().unwrap().remove(0);
        let latest = |instant: &str| {
            let as_of = AsOf { site: site.clone(), instant: instant.parse().unwrap() };
            left.views.latest(&as_of, &left.languages[0], 1).unwrap().remove(0).path
        };
        let embargoed = &left.addresses[&("visa-free-travel".to_owned(), left.languages[0].clone())];
        assert_ne!(format!("en/{}", latest(super::super::CLOCK_START)), *embargoed);
        assert_eq!(format!("en/{}", latest("2026-11-20T10:00:00Z")), *embargoed);
    }
}
