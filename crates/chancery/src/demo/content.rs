//! The sample's files as types.

use std::collections::BTreeMap;

use anyhow::Context as _;
use domain::{Banner, CityClock, Contact, Counter, Kind, Lang, Speaker, Texts, Topic, VersionClass};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The site and its standing parts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    /// The mission's name.
    pub name: Texts,
    /// A line under the name.
    pub tagline: Texts,
    /// The home zone.
    pub home_zone: String,
    /// The home city.
    pub home_city: Texts,
    /// The languages, the main one first.
    pub languages: Vec<Lang>,
    /// The footer's line.
    pub imprint: Texts,
    /// The header's clocks.
    pub clocks: Vec<CityClock>,
    /// Contacts.
    pub contacts: Vec<Contact>,
    /// Counters.
    pub counters: Vec<Counter>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// Speakers.
    pub speakers: Vec<Speaker>,
    /// Topics.
    pub topics: Vec<Topic>,
}

/// A message or page in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// What the editions of one message share.
    pub group: String,
    /// The language.
    pub lang: Lang,
    /// What it is; pages say nothing.
    pub kind: Option<String>,
    /// A page's path.
    pub path: Option<String>,
    /// A page's place in the navigation.
    pub nav: Option<i32>,
    /// The title.
    pub title: String,
    /// The instant from which the public may see it.
    pub release: Timestamp,
    /// Where the occasion was.
    pub place: Option<String>,
    /// When it was.
    pub event_date: Option<Date>,
    /// With whom.
    pub with: Option<String>,
    /// Who speaks.
    #[serde(default)]
    pub speakers: Vec<String>,
    /// Topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// The first words in lists.
    pub teaser: Option<String>,
    /// The text in Markdown.
    pub body: String,
    /// Always `markdown`.
    pub format: String,
    /// Whether it leads the front page.
    #[serde(default)]
    pub lead: bool,
    /// Corrections, the earlier first.
    #[serde(default)]
    pub corrected: Vec<Correction>,
    /// When and why it was taken back.
    pub withdrawn: Option<Withdrawal>,
    /// When and why it was removed.
    pub erased: Option<Erasure>,
}

/// A correction.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// From when.
    pub release: Timestamp,
    /// How it differs.
    pub class: VersionClass,
    /// The public note.
    pub note: String,
    /// The new title, if it changed.
    pub title: Option<String>,
    /// The new text.
    pub body: String,
}

/// A withdrawal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// From when.
    pub at: Timestamp,
    /// The public reason.
    pub reason: String,
}

/// An erasure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// From when.
    pub at: Timestamp,
    /// The public ground.
    pub ground: String,
    /// Whether law demanded it.
    pub law: bool,
}

impl Text {
    /// What it is.
    ///
    /// # Errors
    /// When the word is no kind.
    pub fn kind(&self) -> anyhow::Result<Kind> {
        match &self.kind {
            Some(word) => {
                Kind::named(word).with_context(|| format!("the sample's {} has no kind “{word}”", self.group))
            }
            None => Ok(Kind::Page),
        }
    }
}

/// The site's file.
///
/// # Errors
/// When it is not what it should be; it is compiled in, so a test keeps that from happening.
pub fn site() -> anyhow::Result<SiteFile> {
    read("site.json", include_str!("../../demo/site.json"))
}

/// Messages, then pages.
///
/// # Errors
/// When a line is not what it should be; the files are compiled in, so a test keeps that from happening.
pub fn texts() -> anyhow::Result<Vec<Text>> {
    let files = [
        ("messages.jsonl", include_str!("../../demo/messages.jsonl")),
        ("pages.jsonl", include_str!("../../demo/pages.jsonl")),
    ];
    let lines = files.into_iter().flat_map(|(name, text)| text.lines().map(move |line| (name, line)));
    lines.filter(|(_, line)| !line.trim().is_empty()).map(|(name, line)| read(name, line)).collect()
}

/// Names under which the sample's speakers appear as labels in transcripts.
#[must_use]
pub fn labels(site: &SiteFile) -> Vec<String> {
    let names = site.speakers.iter().flat_map(|speaker| speaker.name.0.values().chain(&speaker.aliases));
    // A map keeps each once, in an order that does not depend on the machine.
    names.map(|name| (name.clone(), ())).collect::<BTreeMap<_, _>>().into_keys().collect()
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<T> {
    serde_json::from_str(text).with_context(|| format!("the sample's {name} cannot be read"))
}
