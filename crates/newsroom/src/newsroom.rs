//! The newsroom: from orders to facts.

use std::collections::HashMap;
use std::sync::Arc;

use document::Document;
use domain::{Clock, Command, Fact, Lang, Message, MessageId, Origin, Sheet, SiteId, SiteRules, SlugWish, decide};
use jiff::Timestamp;
use journal::{Digest, Draft, Entry, Head};
use store::{AppendError, Batch, Claim, Home, Object};
use views::{Objects, Views, ViewsError};

use crate::{Ack, Chance, NewsroomError, Order, Refused};

/// How often a batch is decided anew when somebody else was faster.
const TRIES_MAX: usize = 4;
/// Entries folded in one transaction when catching up.
const CATCH_UP_ENTRIES: usize = 1_000;
/// Numbers tried behind a slug that is taken before the order is refused.
const SLUG_TRIES_MAX: usize = 200;

/// The only door for writes.
pub struct Newsroom {
    home: Arc<dyn Home>,
    views: Arc<Views>,
    clock: Arc<dyn Clock>,
    chance: Chance,
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
        let newsroom = Self { home, views, clock, chance };
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
        for entry in self.home.read_stream(site.as_str(), &format!("message/{message}"))? {
            let fact = Fact::read(&entry.draft.kind, &entry.draft.body)?;
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
        self.carry_out(site, &rules, actor, &[order]).pop().unwrap_or(Err(Refused::Conflict))
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
        Ok(self.carry_out(site, &rules, actor, orders))
    }

    fn carry_out(&self, site: &SiteId, rules: &SiteRules, actor: &str, orders: &[Order]) -> Vec<Result<Ack, Refused>> {
        for _ in 0..TRIES_MAX {
            let mut desk = Decisions {
                newsroom: self,
                site,
                rules,
                actor,
                now: self.clock.now(),
                streams: HashMap::new(),
                claimed: HashMap::new(),
                batch: Batch::default(),
            };
            let mut answers: Vec<Result<Ack, Refused>> = orders.iter().map(|order| desk.decide(order)).collect();
            let batch = desk.batch;
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
                    return orders.iter().map(|_| Err(Refused::Store(error.clone()))).collect();
                }
                // Another process was faster: decide again against what is there now.
                Err(AppendError::Conflict { .. } | AppendError::Taken { .. }) => {}
            }
        }
        orders.iter().map(|_| Err(Refused::Conflict)).collect()
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

fn origin_key(key: &str) -> String {
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
        _ => vec![],
    }
}

/// Decisions on the way to one append.
struct Decisions<'a> {
    newsroom: &'a Newsroom,
    site: &'a SiteId,
    rules: &'a SiteRules,
    actor: &'a str,
    now: Timestamp,
    streams: HashMap<String, (Message, u32)>,
    claimed: HashMap<String, String>,
    batch: Batch,
}

impl Decisions<'_> {
    fn decide(&mut self, order: &Order) -> Result<Ack, Refused> {
        let stream = order.command.stream();
        let (message, version) = self.load(&stream)?.clone();
        let mut old_addresses_taken = Vec::new();
        let facts = match &order.command {
            Command::ReleaseVersion(release) => {
                let mut release = release.clone();
                self.drop_taken_old_addresses(&mut release, &mut old_addresses_taken)?;
                self.decide_release(&message, &release, order.slug_may_change)?
            }
            command => decide(self.rules, &message, command, self.now)?,
        };
        self.take(&stream, message, version, &facts, order)?;
        Ok(Ack { facts, seq: 0, old_addresses_taken })
    }

    fn load(&mut self, stream: &str) -> Result<&(Message, u32), Refused> {
        if !self.streams.contains_key(stream) {
            let mut message = Message::default();
            let entries = self.newsroom.home.read_stream(self.site.as_str(), stream)?;
            for entry in &entries {
                let fact = Fact::read(&entry.draft.kind, &entry.draft.body)
                    .map_err(|error| Refused::Unreadable(error.to_string()))?;
                message.evolve(&fact);
            }
            let version = entries.last().map_or(0, |entry| entry.draft.version);
            self.streams.insert(stream.to_owned(), (message, version));
        }
        Ok(&self.streams[stream])
    }

    /// Who holds a key: an earlier order of this batch or the record.
    fn owner(&self, key: &str) -> Result<Option<String>, Refused> {
        match self.claimed.get(key) {
            Some(owner) => Ok(Some(owner.clone())),
            None => Ok(self.newsroom.home.owner(self.site.as_str(), key)?),
        }
    }

    fn drop_taken_old_addresses(&self, release: &mut domain::Release, taken: &mut Vec<String>) -> Result<(), Refused> {
        let own = format!("{}/{}", release.message, release.lang);
        for path in std::mem::take(&mut release.old_addresses) {
            match self.owner(&format!("old/{path}"))? {
                Some(other) if other != own => taken.push(path),
                _ => release.old_addresses.push(path),
            }
        }
        Ok(())
    }

    /// Decides a release; a slug that is taken gets a number behind it if it may.
    fn decide_release(
        &self,
        message: &Message,
        wish: &domain::Release,
        slug_may_change: bool,
    ) -> Result<Vec<Fact>, Refused> {
        let mut release = wish.clone();
        let mut taken = String::new();
        for number in 2..SLUG_TRIES_MAX + 2 {
            let facts = decide(self.rules, message, &Command::ReleaseVersion(release.clone()), self.now)?;
            let claims: Vec<Claim> = facts.iter().flat_map(|fact| claims_of(self.site.as_str(), fact)).collect();
            let mut clash = None;
            for claim in claims {
                if self.owner(&claim.key)?.is_some_and(|owner| owner != claim.owner) {
                    clash = Some(claim.key);
                    break;
                }
            }
            let Some(key) = clash else { return Ok(facts) };
            let Some(address) = key.strip_prefix("address/") else { return Err(Refused::OriginTaken { key }) };
            match (&wish.slug, slug_may_change) {
                (SlugWish::Message(slug), true) => release.slug = SlugWish::Message(format!("{slug}-{number}")),
                _ => return Err(Refused::AddressTaken { address: address.to_owned() }),
            }
            address.clone_into(&mut taken);
        }
        Err(Refused::AddressTaken { address: taken })
    }

    fn take(
        &mut self,
        stream: &str,
        mut message: Message,
        mut version: u32,
        facts: &[Fact],
        order: &Order,
    ) -> Result<(), Refused> {
        for fact in facts {
            version += 1;
            if let Fact::EditionErased { lang, .. } = fact {
                self.forget(&message, lang)?;
            }
            message.evolve(fact);
            for claim in claims_of(self.site.as_str(), fact) {
                self.claimed.insert(claim.key.clone(), claim.owner.clone());
                self.batch.claims.push(claim);
            }
            self.batch.drafts.push(Draft {
                at: self.now.as_microsecond(),
                site: self.site.to_string(),
                stream: stream.to_owned(),
                version,
                actor: self.actor.to_owned(),
                kind: fact.kind().to_owned(),
                body: fact.body(),
            });
        }
        self.batch.objects.extend(order.objects.iter().cloned());
        self.streams.insert(stream.to_owned(), (message, version));
        Ok(())
    }

    /// Marks an edition's sheets and texts for removal.
    fn forget(&mut self, message: &Message, lang: &Lang) -> Result<(), Refused> {
        let empty = Digest(Document::default().digest());
        for version in message.editions.get(lang).into_iter().flat_map(|edition| &edition.versions) {
            if let Some(object) = self.newsroom.home.object(version.sheet)? {
                let bytes = object.unpack()?;
                let document = Sheet::parse(&bytes).ok().map(|sheet| sheet.document);
                self.batch.forget.push(version.sheet);
                // Ids make every text's digest its own, except that of the text without any words.
                self.batch.forget.extend(document.filter(|document| *document != empty));
            }
        }
        Ok(())
    }
}
