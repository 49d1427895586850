//! Fixtures: the standing parts of a site, each visible from an instant on, like everything else.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::{Counter, DayHours, Kind, Lang, MediaFile, MessageId, Phone, Texts, media, zone};

/// Name, home and languages of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The mission's name.
    pub name: Texts,
    /// A line under the name.
    #[serde(default)]
    pub tagline: Texts,
    /// The IANA zone whose calendar is "today" on the site.
    pub home_zone: String,
    /// The city the home zone stands for, as shown to readers.
    #[serde(default)]
    pub home_city: Texts,
    /// The site's languages, the first being the one offered when nothing else fits. Never empty.
    pub languages: Vec<Lang>,
    /// What an import is when its source's kind is unknown here.
    pub default_kind: Kind,
    /// The footer's line about who answers for the site.
    #[serde(default)]
    pub imprint: Texts,
}

/// A city's clock in the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CityClock {
    /// The city as shown.
    pub city: Texts,
    /// Its IANA zone.
    pub zone: String,
}

/// A way to reach the mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The contact's id in this site.
    pub id: String,
    /// What it is for ("Consular queries").
    pub label: Texts,
    /// Telephone numbers, the one to call first first.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Postal address, lines parted by line breaks.
    #[serde(default)]
    pub address: Texts,
    /// Opening hours in the home zone; empty when they are not known or do not apply.
    #[serde(default)]
    pub hours: Vec<DayHours>,
    /// Days on which it is closed whatever the hours say.
    #[serde(default)]
    pub holidays: Vec<Date>,
    /// A short remark.
    #[serde(default)]
    pub note: Texts,
}

/// How urgent a banner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BannerLevel {
    /// To be known.
    Info,
    /// To be acted on.
    Warning,
}

/// A line across every page for some time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Banner {
    /// The banner's id in this site.
    pub id: String,
    /// What it says.
    pub text: Texts,
    /// How urgent it is.
    pub level: BannerLevel,
    /// Shown from this instant.
    pub starts: Timestamp,
    /// Shown until before this instant; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Timestamp>,
    /// Where it leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// An office a speaker held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The office's name.
    pub title: Texts,
    /// First day in office; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day in office; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl Office {
    /// Whether it is held on `date`; the first and the last day count.
    #[must_use]
    pub fn is_held_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// A person who speaks for the mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// The speaker's name in addresses.
    pub slug: String,
    /// The speaker's name.
    pub name: Texts,
    /// Offices over time.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// Other forms of the name that transcripts print.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Speaker {
    /// The office held on `date`, the last named where two overlap.
    #[must_use]
    pub fn office_on(&self, date: Date) -> Option<&Office> {
        self.offices.iter().rev().find(|office| office.is_held_on(date))
    }
}

/// What messages are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The topic's name in addresses.
    pub slug: String,
    /// The topic's name.
    pub name: Texts,
}

/// A standing part of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fixture", rename_all = "lowercase")]
#[expect(missing_docs, reason = "each variant is its one field's type, documented there")]
pub enum Fixture {
    Identity(Identity),
    /// The header's clocks in their order.
    Clocks {
        clocks: Vec<CityClock>,
    },
    Contact(Contact),
    Counter(Counter),
    Banner(Banner),
    Speaker(Speaker),
    Topic(Topic),
    /// A file of the media library, by its digest. It is public only through a visible version.
    Media(MediaFile),
    /// The message chosen to lead the front page.
    Lead {
        message: MessageId,
    },
}

/// Which fixture: its kind and its id within the kind (`counter/treaty`, `identity/`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FixtureKey {
    /// The kind's name.
    pub kind: String,
    /// The id; empty for kinds a site has one of.
    pub id: String,
}

impl fmt::Display for FixtureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl From<FixtureKey> for String {
    fn from(key: FixtureKey) -> Self {
        key.to_string()
    }
}

impl TryFrom<String> for FixtureKey {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (kind, id) = text.split_once('/').ok_or("a fixture's key has the form kind/id")?;
        Ok(Self { kind: kind.to_owned(), id: id.to_owned() })
    }
}

impl Fixture {
    /// Which fixture this is.
    #[must_use]
    pub fn key(&self) -> FixtureKey {
        let (kind, id) = match self {
            Self::Media(file) => {
                return FixtureKey { kind: "media".to_owned(), id: file.digest.to_string() };
            }
            Self::Identity(_) => ("identity", ""),
            Self::Clocks { .. } => ("clocks", ""),
            Self::Contact(contact) => ("contact", contact.id.as_str()),
            Self::Counter(counter) => ("counter", counter.id.as_str()),
            Self::Banner(banner) => ("banner", banner.id.as_str()),
            Self::Speaker(speaker) => ("speaker", speaker.slug.as_str()),
            Self::Topic(topic) => ("topic", topic.slug.as_str()),
            Self::Lead { .. } => ("lead", ""),
        };
        FixtureKey { kind: kind.to_owned(), id: id.to_owned() }
    }
}

/// What decisions need to know of the site: a view of its identity at the moment of the decision.
#[derive(Debug, Clone)]
pub struct SiteRules {
    /// The home zone, resolved.
    pub home: TimeZone,
    /// The site's languages.
    pub languages: Vec<Lang>,
    /// The default kind for imports.
    pub default_kind: Kind,
}

impl SiteRules {
    /// The rules that follow from an identity; nothing when its zone is unknown here.
    #[must_use]
    pub fn of(identity: &Identity) -> Option<Self> {
        Some(Self {
            home: zone(&identity.home_zone)?,
            languages: identity.languages.clone(),
            default_kind: identity.default_kind,
        })
    }
}

/// Whether a fixture's settings can be carried out; the sentence says what is wrong and what to do.
pub(crate) fn check(part: &Fixture) -> Result<(), String> {
    let known = |name: &str| match zone(name) {
        Some(_) => Ok(()),
        None => Err(format!("there is no time zone “{name}”; use an IANA name such as Europe/London")),
    };
    match part {
        Fixture::Identity(identity) if identity.languages.is_empty() => {
            Err("a site needs at least one language; name it, for example en".to_owned())
        }
        Fixture::Identity(identity) if identity.name.0.values().all(|name| name.trim().is_empty()) => {
            Err("a site needs a name".to_owned())
        }
        Fixture::Identity(identity) => known(&identity.home_zone),
        Fixture::Clocks { clocks } => clocks.iter().try_for_each(|clock| known(&clock.zone)),
        Fixture::Contact(contact) if contact.hours.iter().any(|hours| hours.to <= hours.from) => {
            Err("opening hours must end after they begin; part hours over midnight in two".to_owned())
        }
        Fixture::Counter(counter) if counter.end.is_some_and(|end| end < counter.start) => {
            Err("a counter cannot end before it starts".to_owned())
        }
        Fixture::Counter(counter) if counter.sentence.is_empty() => {
            Err("a counter needs its sentence in at least one language".to_owned())
        }
        Fixture::Banner(banner) if banner.ends.is_some_and(|ends| ends <= banner.starts) => {
            Err("a banner must end after it starts".to_owned())
        }
        Fixture::Media(file) => media::check(file),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_is_the_one_held_on_the_date() {
        let en: Lang = "en".parse().unwrap();
        let office = |title: &str, from: &str, to: Option<&str>| Office {
            title: Texts::one(&en, title),
            from: Some(from.parse().unwrap()),
            to: to.map(|date| date.parse().unwrap()),
        };
        let speaker = Speaker {
            slug: "ilse-maren".into(),
            name: Texts::one(&en, "Ilse Maren"),
            offices: vec![office("Consul", "2020-01-01", Some("2022-06-30")), office("Ambassador", "2022-07-01", None)],
            aliases: vec![],
        };
        let on = |date: &str| speaker.office_on(date.parse().unwrap()).and_then(|o| o.title.get(&en, &[]));
        assert_eq!(on("2019-12-31"), None);
        assert_eq!(on("2022-06-30"), Some("Consul"));
        assert_eq!(on("2026-01-01"), Some("Ambassador"));
    }
}
