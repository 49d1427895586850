//! The sheet of a version: all that is said about its text, beside the text itself.

use jiff::civil::Date;
use journal::Digest;
use serde::{Deserialize, Serialize};

use crate::{Kind, Lang};

/// How much of the text the record holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Completeness {
    /// The whole text.
    #[default]
    Whole,
    /// The text as a captured page showed it; whether that was all of it is not proven.
    AsCaptured,
    /// Only a summary was captured.
    Summary,
}

/// How exact the release is known to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the instant.
    #[default]
    Instant,
    /// To the day; the release stands at 12:00 in the home zone.
    Day,
}

/// What the date of an imported message is the date of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// Of the source's publication.
    #[default]
    Publication,
    /// Of the source's release.
    Release,
    /// Of the event; the source does not say when it published.
    Event,
    /// Read from the title; the source does not say when it published.
    Title,
}

/// What a message is about in time and space; not its publication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Occasion {
    /// The day of the occasion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// With whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
}

/// Where an imported message came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The source's name or address.
    pub source: String,
    /// The source's own id of the item.
    pub id: String,
    /// The licence the source states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The item's old address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What the date is the date of.
    #[serde(default)]
    pub date_basis: DateBasis,
    /// The day on which the item entered this record, in the home zone.
    pub entered: Date,
}

/// Which version of another edition a translation was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    /// The language of the source.
    pub lang: Lang,
    /// The source's version.
    pub number: u32,
}

/// All that is said about a version beside its text. The sheet's canonical JSON names the text by its digest, so
/// that the sheet's own digest stands for the whole version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// 32 random bytes in hexadecimal: with them the digest reveals nothing while the version is under embargo, nor
    /// after the sheet is erased.
    pub salt: String,
    /// The title.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The language of the text.
    pub lang: Lang,
    /// The first words in lists; taken from the text when nobody wrote one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teaser: Option<String>,
    /// What it is about in time and space.
    #[serde(default)]
    pub occasion: Occasion,
    /// Who speaks: slugs of known speakers, or names as the source prints them.
    #[serde(default)]
    pub speakers: Vec<String>,
    /// Topics: slugs of known ones, or names as the source prints them.
    #[serde(default)]
    pub topics: Vec<String>,
    /// How much of the text the record holds.
    #[serde(default)]
    pub completeness: Completeness,
    /// How exact the release is known to be.
    #[serde(default)]
    pub precision: Precision,
    /// Where it came from, if it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
    /// A page's place in the navigation; smaller first. Pages only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nav: Option<i32>,
    /// Which version of which edition this one translates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
    /// Digest of the text's canonical form.
    pub document: Digest,
}

impl Sheet {
    /// The sheet's canonical form: RFC 8785 JSON.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        serde_json_canonicalizer::to_vec(self)
            .expect("a sheet has string keys and no fractions, so it always has a canonical form")
    }

    /// The sheet of a canonical form.
    ///
    /// # Errors
    /// When the bytes are not a sheet's JSON.
    pub fn parse(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}
