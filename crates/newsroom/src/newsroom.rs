//! The newsroom: from orders to facts.

use std::collections::HashMap;
use std::sync::Arc;

use document::Document;
use domain::{Clock, Command, Fact, Lang, Message, MessageId, Origin, Sheet, SiteId, SiteRules};
use jiff::Timestamp;
use journal::{Digest, Entry, Head};
use store::{AppendError, Claim, Home, Object, Records, Shelf};
use views::{Objects, Views, ViewsError};

use crate::decisions::Decisions;
use crate::rights::Caller;
use crate::{Ack, Chance, NewsroomError, Order, Refused};

/// How often a batch is decided anew when somebody else was faster.
const TRIES_MAX: usize = 4;
/// Entries folded in one transaction when catching up.
const CATCH_UP_ENTRIES: usize = 1_000;

/// The only door for writes.
pub struct Newsroom {
    home: Arc<dyn Home>,
    views: Arc<Views>,
    clock: Arc<dyn Clock>,
    chance: Chance,
    pub(crate) shelf: Option<Arc<dyn Shelf>>,
}

/// An imported item that is in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOrigin {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// What the source said when the item was last taken in.
    pub digest: Digest,
    /// Digest of the newest version's sheet, whoever made that version.
    pub sheet: Digest,
    /// The edition's address below its language.
    pub address: String,
    /// The releases of the edition's first and newest version; nothing when every release was called off.
    pub releases: Option<(Timestamp, Timestamp)>,
}

impl Newsroom {
    /// Opens the newsroom and folds into the views what they lack.
    ///
    /// # Errors
    /// When the home or the views fail, or when the views belong to another state of the journal.
    pub fn open(
        home: Arc<dyn Home>,
        views: Arc<Views>,
        clock: Arc<dyn Clock>,
        chance: Chance,
    ) -> Result<Self, NewsroomError> {
        let newsroom = Self { home, views, clock, chance, shelf: None };
        let folded = newsroom.views.folded()?;
        if folded != Head::EMPTY {
            let same = newsroom.home.read(folded.seq - 1, 1)?.first().is_some_and(|entry| entry.hash == folded.hash);
            if !same {
                return Err(NewsroomError::ViewsAstray);
            }
        }
        newsroom.catch_up()?;
        Ok(newsroom)
    }

    /// The home.
    #[must_use]
    pub fn home(&self) -> &dyn Home {
        self.home.as_ref()
    }

    /// The desk's records.
    #[must_use]
    pub fn records(&self) -> &dyn Records {
        self.home.as_ref()
    }

    /// The views.
    #[must_use]
    pub fn views(&self) -> &Views {
        &self.views
    }

    /// The source of ids and salts.
    #[must_use]
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Folds what other processes appended. Costs one small read when there is nothing.
    ///
    /// # Errors
    /// When the home or the views fail.
    pub fn catch_up(&self) -> Result<u64, NewsroomError> {
        let mut folded = self.views.folded()?.seq;
        let mut taken = 0;
        while folded < self.home.head()?.seq {
            let entries = self.home.read(folded, CATCH_UP_ENTRIES)?;
            self.views.fold(&entries, &HomeObjects { home: self.home.as_ref(), fresh: &HashMap::new() })?;
            taken += entries.len() as u64;
            folded = entries.last().map_or(u64::MAX, |entry| entry.seq);
        }
        Ok(taken)
    }

    /// The rules that hold for decisions on a site now.
    ///
    /// # Errors
    /// When there is no such site or the views fail.
    pub fn rules(&self, site: &SiteId) -> Result<SiteRules, NewsroomError> {
        let as_of = domain::AsOf { site: site.clone(), instant: self.clock.now() };
        self.views.standing(&as_of)?.map(|standing| standing.rules()).ok_or(NewsroomError::NoSite)
    }

    /// The edition that an imported item became, if it is in the record.
    ///
    /// # Errors
    /// When the home fails.
    pub fn origin(&self, site: &SiteId, key: &str) -> Result<Option<KnownOrigin>, NewsroomError> {
        let Some(owner) = self.home.owner(site.as_str(), &origin_key(key))? else { return Ok(None) };
        let Some((message, lang)) = owner.split_once('/') else { return Ok(None) };
        let (Ok(message), Ok(lang)) = (message.parse::<MessageId>(), lang.parse::<Lang>()) else { return Ok(None) };
        let mut folded = Message::default();
        let mut taken = None;
        for fact in self.facts_of(site, &message)? {
            folded.evolve(&fact);
            if let Fact::VersionReleased { lang: own, origin: Some(origin), sheet, address, .. } = fact
                && own == lang
                && origin.key == key
            {
                taken = Some((origin.digest, sheet, address));
            }
        }
        let Some((digest, sheet, address)) = taken else { return Ok(None) };
        // The desk may have made versions since, moved the release or called it off.
        let versions = folded.editions.remove(&lang).map(|edition| edition.versions).unwrap_or_default();
        let releases = versions.first().zip(versions.last()).map(|(first, newest)| (first.release, newest.release));
        let (sheet, address) =
            versions.into_iter().next_back().map_or((sheet, address), |newest| (newest.sheet, newest.address));
        Ok(Some(KnownOrigin { message, lang, digest, sheet, address, releases }))
    }

    /// A version's sheet and text, as the home keeps them; nothing when they were erased.
    ///
    /// # Errors
    /// When the home fails or what it keeps is damaged.
    pub fn text_of(&self, sheet: Digest) -> Result<Option<(Sheet, Document)>, NewsroomError> {
        let damaged = || store::StoreError::Corrupt(format!("object {sheet} is not a sheet"));
        let Some(object) = self.home.object(sheet)? else { return Ok(None) };
        let sheet = Sheet::parse(&object.unpack()?).map_err(|_| damaged())?;
        let Some(object) = self.home.object(sheet.document)? else { return Ok(None) };
        let document = Document::parse_canonical(&object.unpack()?).map_err(|_| damaged())?;
        Ok(Some((sheet, document)))
    }

    /// Makes a new site with its first fixture.
    ///
    /// # Errors
    /// When a fixture contradicts itself or the store fails.
    pub fn found(&self, site: &SiteId, actor: &str, identity: domain::Identity) -> Result<Ack, Refused> {
        let rules = SiteRules::of(&identity).ok_or_else(|| {
            domain::Refusal::FixtureInvalid(format!(
                "there is no time zone “{}”; use an IANA name such as Europe/London",
                identity.home_zone
            ))
        })?;
        let part = Box::new(domain::Fixture::Identity(identity));
        let order = Order::from(Command::SetFixture { part, effective: None });
        self.carry_out(site, &rules, &Caller::Machine(actor), &[order]).pop().unwrap_or(Err(Refused::Conflict))
    }

    /// Carries out orders: each is decided by itself, all that are not refused are appended together in one
    /// transaction and folded before this returns. The answers stand in the order of the orders. When the store
    /// fails, none of them happened and each says so.
    ///
    /// # Errors
    /// When the site is unknown or the views fail.
    pub fn submit(
        &self,
        site: &SiteId,
        actor: &str,
        orders: &[Order],
    ) -> Result<Vec<Result<Ack, Refused>>, NewsroomError> {
        let rules = self.rules(site)?;
        Ok(self.carry_out(site, &rules, &Caller::Machine(actor), orders))
    }

    pub(crate) fn carry_out(
        &self,
        site: &SiteId,
        rules: &SiteRules,
        caller: &Caller<'_>,
        orders: &[Order],
    ) -> Vec<Result<Ack, Refused>> {
        let decide_all = |decisions: &mut Decisions<'_>| {
            orders.iter().map(|order| decisions.decide(order)).collect::<Vec<Result<Ack, Refused>>>()
        };
        self.append_decided(site, rules, caller, orders.len(), &decide_all)
    }

    /// Decides, appends and folds. If another process is faster, `decide_all` is asked again against what is there
    /// then; it gives one answer for each of `count` wishes.
    pub(crate) fn append_decided(
        &self,
        site: &SiteId,
        rules: &SiteRules,
        caller: &Caller<'_>,
        count: usize,
        decide_all: &dyn Fn(&mut Decisions<'_>) -> Vec<Result<Ack, Refused>>,
    ) -> Vec<Result<Ack, Refused>> {
        for _ in 0..TRIES_MAX {
            let mut decisions = Decisions::new(self, site, rules, caller, self.clock.now());
            let mut answers = decide_all(&mut decisions);
            let batch = decisions.batch;
            if batch.drafts.is_empty() {
                return answers;
            }
            let fresh: HashMap<Digest, Object> =
                batch.objects.iter().map(|object| (object.digest, object.clone())).collect();
            match self.home.append(batch) {
                Ok(entries) => {
                    number(&mut answers, &entries);
                    if let Err(error) = self.fold(&entries, &fresh) {
                        let why = error.to_string();
                        answers
                            .iter_mut()
                            .filter(|answer| answer.is_ok())
                            .for_each(|answer| *answer = Err(Refused::NotShownYet(why.clone())));
                    }
                    return answers;
                }
                Err(AppendError::Store(error)) => {
                    return (0..count).map(|_| Err(Refused::Store(error.clone()))).collect();
                }
                // Another process was faster: decide again against what is there now.
                Err(AppendError::Conflict { .. } | AppendError::Taken { .. }) => {}
            }
        }
        (0..count).map(|_| Err(Refused::Conflict)).collect()
    }

    /// A message's facts in the order of the journal, those of the bundles it is in among them.
    ///
    /// # Errors
    /// When the home fails or holds a fact that cannot be read.
    pub fn facts_of(&self, site: &SiteId, message: &MessageId) -> Result<Vec<Fact>, NewsroomError> {
        let entries = self.entries_of(site, message)?;
        let mut facts = Vec::with_capacity(entries.len());
        for entry in &entries {
            let fact = Fact::read(&entry.draft.kind, &entry.draft.body)?;
            facts.extend(fact.each().into_iter().filter(|fact| fact.message() == Some(message)));
        }
        Ok(facts)
    }

    /// A message's journal entries in their order, those of the bundles it is in among them.
    ///
    /// # Errors
    /// When the home fails or holds a fact that cannot be read.
    pub fn entries_of(&self, site: &SiteId, message: &MessageId) -> Result<Vec<Entry>, NewsroomError> {
        let mut entries = self.home.read_stream(site.as_str(), &domain::message_stream(message))?;
        let mut bundled = Vec::new();
        for entry in entries.iter().filter(|entry| entry.draft.kind == "BundleJoined") {
            if let Fact::BundleJoined { bundle, .. } = Fact::read(&entry.draft.kind, &entry.draft.body)? {
                bundled.extend(self.home.read_stream(site.as_str(), &domain::bundle_stream(&bundle))?);
            }
        }
        entries.extend(bundled);
        entries.sort_by_key(|entry| entry.seq);
        Ok(entries)
    }

    /// A message with all its editions, released or not.
    ///
    /// # Errors
    /// When the home fails or holds a fact that cannot be read.
    pub fn message(&self, site: &SiteId, message: &MessageId) -> Result<Message, NewsroomError> {
        let mut folded = Message::default();
        self.facts_of(site, message)?.iter().for_each(|fact| folded.evolve(fact));
        Ok(folded)
    }

    fn fold(&self, entries: &[Entry], fresh: &HashMap<Digest, Object>) -> Result<(), NewsroomError> {
        let objects = HomeObjects { home: self.home.as_ref(), fresh };
        match self.views.fold(entries, &objects) {
            // Another process appended in between: its entries come first.
            Err(ViewsError::Gap { .. }) => self.catch_up().map(drop),
            other => Ok(other?),
        }
    }
}

/// Writes into the answers where their facts came to stand.
fn number(answers: &mut [Result<Ack, Refused>], entries: &[Entry]) {
    let mut seqs = entries.iter().map(|entry| entry.seq);
    for ack in answers.iter_mut().flatten() {
        for _ in &ack.facts {
            ack.seq = seqs.next().unwrap_or(ack.seq);
        }
    }
}

/// Sheets and documents for a fold: those at hand, else those of the home.
struct HomeObjects<'a> {
    home: &'a dyn Home,
    fresh: &'a HashMap<Digest, Object>,
}

impl Objects for HomeObjects<'_> {
    fn packed(&self, digest: Digest) -> Result<Option<Vec<u8>>, ViewsError> {
        if let Some(object) = self.fresh.get(&digest) {
            return Ok(Some(object.packed.clone()));
        }
        Ok(self.home.object(digest).map_err(|_| ViewsError::Object(digest))?.map(|object| object.packed))
    }
}

pub(crate) fn origin_key(key: &str) -> String {
    format!("origin/{key}")
}

/// The claims that a fact makes on keys of its site.
pub(crate) fn claims_of(site: &str, fact: &Fact) -> Vec<Claim> {
    let claim = |key: String, owner: String| Claim { site: site.to_owned(), key, owner };
    match fact {
        Fact::VersionReleased { message, lang, address, origin, old_addresses, .. } => {
            let address = claim(format!("address/{lang}/{address}"), message.to_string());
            let origin = origin.iter().map(|Origin { key, .. }| claim(origin_key(key), format!("{message}/{lang}")));
            let old = old_addresses.iter().map(|path| claim(format!("old/{path}"), format!("{message}/{lang}")));
            [address].into_iter().chain(origin).chain(old).collect()
        }
        Fact::ReleaseMoved { message, lang, address, .. } => {
            vec![claim(format!("address/{lang}/{address}"), message.to_string())]
        }
        Fact::BundleReleased { .. } | Fact::BundleMoved { .. } => {
            fact.each().iter().flat_map(|fact| claims_of(site, fact)).collect()
        }
        _ => vec![],
    }
}
