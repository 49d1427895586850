//! Decisions on the way to one append: each order against what the record and the orders before it say.

use std::collections::HashMap;

use document::Document;
use domain::{
    Bundle, BundleId, Command, Fact, Lang, Message, MessageId, Sheet, SiteId, SiteRules, SlugWish, bundle_stream,
    decide, decide_bundle, decide_bundle_move, message_stream,
};
use jiff::Timestamp;
use journal::{Digest, Draft, Entry};
use store::{Batch, Object};

use crate::newsroom::claims_of;
use crate::rights::Caller;
use crate::{Ack, Newsroom, Order, Refused};

/// Numbers tried behind a slug that is taken before the order is refused.
const SLUG_TRIES_MAX: usize = 200;

/// Decisions on the way to one append.
pub(crate) struct Decisions<'a> {
    newsroom: &'a Newsroom,
    site: &'a SiteId,
    rules: &'a SiteRules,
    caller: &'a Caller<'a>,
    now: Timestamp,
    streams: HashMap<String, (Message, u32)>,
    claimed: HashMap<String, String>,
    pub(crate) batch: Batch,
}

impl<'a> Decisions<'a> {
    pub(crate) fn new(
        newsroom: &'a Newsroom,
        site: &'a SiteId,
        rules: &'a SiteRules,
        caller: &'a Caller<'a>,
        now: Timestamp,
    ) -> Self {
        let (streams, claimed) = (HashMap::new(), HashMap::new());
        Self { newsroom, site, rules, caller, now, streams, claimed, batch: Batch::default() }
    }

    /// Decides one order and keeps its facts for the append. Nothing is kept of one that is refused.
    pub(crate) fn decide(&mut self, order: &Order) -> Result<Ack, Refused> {
        let stream = order.command.stream();
        let (message, version) = self.load(&stream)?.clone();
        self.newsroom.check_rights(self.site, self.caller, &order.command, &message, self.now)?;
        if order.seen.is_some_and(|seen| seen != version) {
            return Err(Refused::Conflict);
        }
        let mut old_addresses_taken = Vec::new();
        let facts = match &order.command {
            Command::ReleaseVersion(release) => {
                let mut release = release.clone();
                self.drop_taken_old_addresses(&mut release, &mut old_addresses_taken)?;
                self.decide_release(&message, &release, order.slug_may_change)?
            }
            command => {
                let facts = decide(self.rules, &message, command, self.now)?;
                self.check_addresses(&facts)?;
                facts
            }
        };
        self.take(&stream, message, version, &facts, &order.objects)?;
        Ok(Ack { facts, seq: 0, old_addresses_taken })
    }

    /// Decides the release of several submissions at one instant: one fact for all of them.
    pub(crate) fn decide_bundle(
        &mut self,
        bundle: &BundleId,
        title: &str,
        commands: &[Command],
    ) -> Result<Ack, Refused> {
        let mut released = Vec::with_capacity(commands.len());
        let mut wanted: HashMap<String, String> = HashMap::new();
        for command in commands {
            let message = self.load(&command.stream())?.0.clone();
            self.newsroom.check_rights(self.site, self.caller, command, &message, self.now)?;
            let facts = decide(self.rules, &message, command, self.now)?;
            self.check_addresses(&facts)?;
            // Two of the bundle may want the same address, which neither the record nor an earlier order holds yet.
            for claim in facts.iter().flat_map(|fact| claims_of(self.site.as_str(), fact)) {
                if let Some(owner) = wanted.insert(claim.key.clone(), claim.owner.clone())
                    && owner != claim.owner
                {
                    return Err(address_taken(&claim.key));
                }
            }
            released.extend(facts);
        }
        let (fact, joined) = decide_bundle(bundle, title, released)?;
        let mut facts = Vec::with_capacity(joined.len() + 1);
        for join in joined {
            let stream = join.stream();
            let (mut message, version) = self.load(&stream)?.clone();
            fact.each().iter().filter(|own| own.message() == join.message()).for_each(|own| message.evolve(own));
            self.take(&stream, message, version, std::slice::from_ref(&join), &[])?;
            facts.push(join);
        }
        self.take(&bundle_stream(bundle), Message::default(), 0, std::slice::from_ref(&fact), &[])?;
        facts.push(fact);
        Ok(Ack { facts, seq: 0, old_addresses_taken: vec![] })
    }

    /// Decides the move of a bundle to another instant: one fact for all of it.
    pub(crate) fn decide_bundle_move(
        &mut self,
        id: &BundleId,
        release: Timestamp,
        reason: &str,
    ) -> Result<Ack, Refused> {
        let stream = bundle_stream(id);
        let entries = self.newsroom.home().read_stream(self.site.as_str(), &stream)?;
        let facts: Vec<Fact> = entries.iter().map(read).collect::<Result<_, _>>()?;
        let bundle = Bundle::of(&facts).ok_or(domain::Refusal::NotThere)?;
        let mut messages: HashMap<MessageId, Message> = HashMap::new();
        for (message, lang, number) in &bundle.members {
            let folded = self.load(&message_stream(message))?.0.clone();
            let (message_id, lang, reason) = (message.clone(), lang.clone(), reason.to_owned());
            let command = Command::MoveRelease { message: message_id, lang, number: *number, release, reason };
            self.newsroom.check_rights(self.site, self.caller, &command, &folded, self.now)?;
            messages.insert(message.clone(), folded);
        }
        let message_of = |message: &MessageId| messages.get(message).cloned();
        let fact = decide_bundle_move(self.rules, id, &bundle, &message_of, (release, reason), self.now)?;
        self.check_addresses(&fact.each())?;
        let version = entries.last().map_or(0, |entry| entry.draft.version);
        self.take(&stream, Message::default(), version, std::slice::from_ref(&fact), &[])?;
        Ok(Ack { facts: vec![fact], seq: 0, old_addresses_taken: vec![] })
    }

    fn load(&mut self, stream: &str) -> Result<&(Message, u32), Refused> {
        if !self.streams.contains_key(stream) {
            let entries = match stream.strip_prefix("message/").and_then(|message| message.parse().ok()) {
                Some(message) => self.newsroom.entries_of(self.site, &message)?,
                None => self.newsroom.home().read_stream(self.site.as_str(), stream)?,
            };
            let mut message = Message::default();
            let mut version = 0;
            for entry in &entries {
                for fact in read(entry)?.each() {
                    // A bundle's facts are about other messages too.
                    if fact.message().is_none_or(|about| message_stream(about) == stream) {
                        message.evolve(&fact);
                    }
                }
                if entry.draft.stream == stream {
                    version = entry.draft.version;
                }
            }
            self.streams.insert(stream.to_owned(), (message, version));
        }
        Ok(&self.streams[stream])
    }

    /// The first key that facts claim and somebody else holds.
    fn clash(&self, facts: &[Fact]) -> Result<Option<String>, Refused> {
        for claim in facts.iter().flat_map(|fact| claims_of(self.site.as_str(), fact)) {
            if self.owner(&claim.key)?.is_some_and(|owner| owner != claim.owner) {
                return Ok(Some(claim.key));
            }
        }
        Ok(None)
    }

    /// Refuses facts that want an address of another message.
    fn check_addresses(&self, facts: &[Fact]) -> Result<(), Refused> {
        self.clash(facts)?.map_or(Ok(()), |key| Err(address_taken(&key)))
    }

    /// Who holds a key: an earlier order of this batch or the record.
    fn owner(&self, key: &str) -> Result<Option<String>, Refused> {
        match self.claimed.get(key) {
            Some(owner) => Ok(Some(owner.clone())),
            None => Ok(self.newsroom.home().owner(self.site.as_str(), key)?),
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
            let Some(key) = self.clash(&facts)? else { return Ok(facts) };
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
        objects: &[Object],
    ) -> Result<(), Refused> {
        for fact in facts {
            version += 1;
            if let Fact::EditionErased { message: id, lang, .. } = fact {
                self.forget(id, lang)?;
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
                actor: self.caller.actor().to_owned(),
                kind: fact.kind().to_owned(),
                body: fact.body(),
            });
        }
        self.batch.objects.extend(objects.iter().cloned());
        self.streams.insert(stream.to_owned(), (message, version));
        Ok(())
    }

    /// Marks everything that was ever submitted or released of an edition for removal, what was called off too.
    fn forget(&mut self, message: &MessageId, lang: &Lang) -> Result<(), Refused> {
        let empty = Digest(Document::default().digest());
        for fact in self.newsroom.facts_of(self.site, message)? {
            let sheet = match &fact {
                Fact::VersionReleased { lang: own, sheet, .. } if own == lang => *sheet,
                Fact::DraftSubmitted { lang: own, submission, .. } if own == lang => submission.sheet,
                _ => continue,
            };
            if let Some(object) = self.newsroom.home().object(sheet)? {
                let document = Sheet::parse(&object.unpack()?).ok().map(|sheet| sheet.document);
                self.batch.forget.push(sheet);
                // Ids make every text's digest its own, except that of the text without any words.
                self.batch.forget.extend(document.filter(|document| *document != empty));
            }
        }
        Ok(())
    }
}

fn address_taken(key: &str) -> Refused {
    Refused::AddressTaken { address: key.strip_prefix("address/").unwrap_or(key).to_owned() }
}

fn read(entry: &Entry) -> Result<Fact, Refused> {
    Fact::read(&entry.draft.kind, &entry.draft.body).map_err(|error| Refused::Unreadable(error.to_string()))
}
