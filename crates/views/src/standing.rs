//! Fixtures over time, and as they stand at an instant.

use std::collections::HashMap;

use domain::{
    AsOf, Banner, CityClock, Contact, Counter, Fixture, FixtureKey, Identity, MessageId, SiteId, SiteRules, Speaker,
    Topic,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use crate::ViewsError;

/// The standing parts of a site as at an instant.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Name, home and languages.
    pub identity: Identity,
    /// The home zone, resolved.
    pub home: TimeZone,
    /// The header's clocks.
    pub clocks: Vec<CityClock>,
    /// Contacts in the order in which they were set up.
    pub contacts: Vec<Contact>,
    /// Counters in the order in which they were set up.
    pub counters: Vec<Counter>,
    /// Banners that show at the instant.
    pub banners: Vec<Banner>,
    /// Speakers.
    pub speakers: Vec<Speaker>,
    /// Topics.
    pub topics: Vec<Topic>,
    /// The message chosen to lead.
    pub lead: Option<MessageId>,
}

impl Standing {
    /// The rules for decisions that follow from the site's identity.
    #[must_use]
    pub fn rules(&self) -> SiteRules {
        SiteRules {
            home: self.home.clone(),
            languages: self.identity.languages.clone(),
            default_kind: self.identity.default_kind,
        }
    }
}

/// What one part was from an instant on; `part` is absent when it was taken away.
#[derive(Debug)]
struct Change {
    effective: Timestamp,
    part: Option<Fixture>,
}

/// All fixtures of all sites over all time. There are a few dozen of them, so they are kept in memory.
#[derive(Debug, Default)]
pub(crate) struct Fixtures {
    pub(crate) newest: Option<u64>,
    /// The sites in the order in which they were founded.
    pub(crate) order: Vec<SiteId>,
    sites: HashMap<SiteId, Vec<(FixtureKey, Vec<Change>)>>,
}

impl Fixtures {
    pub(crate) fn load(connection: &Connection, newest: Option<u64>) -> Result<Self, ViewsError> {
        let mut fixtures = Self { newest, order: vec![], sites: HashMap::new() };
        let mut statement =
            connection.prepare_cached("SELECT site, key, effective_us, part FROM fixture ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (site, key): (String, String) = (row.get(0)?, row.get(1)?);
            let (effective, part): (i64, Option<String>) = (row.get(2)?, row.get(3)?);
            let (Ok(site), Ok(key), Ok(effective)) =
                (site.parse(), FixtureKey::try_from(key), Timestamp::from_microsecond(effective))
            else {
                continue;
            };
            let part = part
                .map(|part| serde_json::from_str(&part))
                .transpose()
                .map_err(|why| domain::FactError { kind: "FixtureSet".to_owned(), why })?;
            if key.kind == "identity" && !fixtures.order.contains(&site) {
                fixtures.order.push(site.clone());
            }
            let parts: &mut Vec<(FixtureKey, Vec<Change>)> = fixtures.sites.entry(site).or_default();
            match parts.iter_mut().find(|(known, _)| *known == key) {
                Some((_, changes)) => changes.push(Change { effective, part }),
                None => parts.push((key, vec![Change { effective, part }])),
            }
        }
        // Rows come in journal order; a stable sort by effect keeps the later decision last among equals.
        fixtures.sites.values_mut().flatten().for_each(|(_, changes)| changes.sort_by_key(|change| change.effective));
        Ok(fixtures)
    }

    pub(crate) fn at(&self, as_of: &AsOf) -> Option<Standing> {
        let parts = self.sites.get(&as_of.site)?;
        let (_, identities) = parts.iter().find(|(key, _)| key.kind == "identity")?;
        // A site's name and zone hold for the time before it was founded too: imports are older than their site.
        let identity =
            current(identities, as_of.instant).or_else(|| identities.first().and_then(|change| change.part.as_ref()));
        let Some(Fixture::Identity(identity)) = identity else { return None };
        let mut standing = Standing {
            home: domain::zone(&identity.home_zone)?,
            identity: identity.clone(),
            clocks: vec![],
            contacts: vec![],
            counters: vec![],
            banners: vec![],
            speakers: vec![],
            topics: vec![],
            lead: None,
        };
        for (key, changes) in parts {
            // Who somebody is does not begin with the day on which the desk noted it.
            let timeless = matches!(key.kind.as_str(), "speaker" | "topic");
            let to_come = || changes.first().filter(|first| timeless && first.effective > as_of.instant);
            let part = current(changes, as_of.instant).or_else(|| to_come().and_then(|change| change.part.as_ref()));
            match part.cloned() {
                Some(Fixture::Clocks { clocks }) => standing.clocks = clocks,
                Some(Fixture::Contact(contact)) => standing.contacts.push(contact),
                Some(Fixture::Counter(counter)) => standing.counters.push(counter),
                Some(Fixture::Banner(banner)) => {
                    if banner.starts <= as_of.instant && banner.ends.is_none_or(|ends| as_of.instant < ends) {
                        standing.banners.push(banner);
                    }
                }
                Some(Fixture::Speaker(speaker)) => standing.speakers.push(speaker),
                Some(Fixture::Topic(topic)) => standing.topics.push(topic),
                Some(Fixture::Lead { message }) => standing.lead = Some(message),
                // Media files have tables of their own and are never among the standing parts.
                Some(Fixture::Identity(_) | Fixture::Media(_)) | None => {}
            }
        }
        Some(standing)
    }

    pub(crate) fn next_change(&self, as_of: &AsOf) -> Option<Timestamp> {
        let changes = self.sites.get(&as_of.site)?.iter().flat_map(|(_, changes)| changes);
        let instants = changes.flat_map(|change| {
            let banner = match &change.part {
                Some(Fixture::Banner(banner)) => [Some(banner.starts), banner.ends],
                _ => [None, None],
            };
            banner.into_iter().flatten().chain([change.effective])
        });
        instants.filter(|instant| *instant > as_of.instant).min()
    }

    pub(crate) fn beginning(&self, site: &SiteId) -> Option<Timestamp> {
        self.sites.get(site)?.iter().flat_map(|(_, changes)| changes).map(|change| change.effective).min()
    }
}

fn current(changes: &[Change], instant: Timestamp) -> Option<&Fixture> {
    changes.iter().rfind(|change| change.effective <= instant).and_then(|change| change.part.as_ref())
}
