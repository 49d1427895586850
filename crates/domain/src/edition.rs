//! Editions folded from facts, and what the public may see of one at an instant.

use std::collections::BTreeMap;

use jiff::Timestamp;
use journal::Digest;
use serde::{Deserialize, Serialize};

use crate::{Approval, BundleId, Fact, Lang, Pending, VersionClass};

/// A version as the facts tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The number in its edition, from 1.
    pub number: u32,
    /// The instant from which the public may see it.
    pub release: Timestamp,
    /// Digest of its sheet.
    pub sheet: Digest,
    /// The edition's address below its language while this version is the newest.
    pub address: String,
    /// How it differs from the version before.
    pub class: VersionClass,
    /// The public note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who wrote, approved and released it; nothing for what came from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// The bundle it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle: Option<BundleId>,
}

/// A withdrawal or its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hold {
    /// Taken back from an instant on, with the public reason.
    Withdrawn {
        /// From when.
        from: Timestamp,
        /// The public reason.
        reason: String,
    },
    /// Public again from an instant on.
    Restored {
        /// From when.
        from: Timestamp,
    },
}

impl Hold {
    fn from(&self) -> Timestamp {
        match self {
            Self::Withdrawn { from, .. } | Self::Restored { from } => *from,
        }
    }
}

/// The removal of an edition's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// From when.
    pub from: Timestamp,
    /// The public ground.
    pub ground: String,
    /// Whether law demanded it.
    pub by_law: bool,
}

/// A message or page in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Versions that are public or will be, releases strictly rising; cancelled ones are not here.
    pub versions: Vec<Version>,
    /// The highest number ever given, cancelled versions included: numbers are never reused.
    pub last_number: u32,
    /// Withdrawals and restorations in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<Hold>,
    /// The erasure, if any. It is for good and hides the content at every instant, past ones included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erasure: Option<Erasure>,
    /// What was submitted and is neither released nor returned. The public sees nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
}

/// What the public sees of an edition at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown<'a> {
    /// Nothing: as if it did not exist.
    Nothing,
    /// A version.
    Version(&'a Version),
    /// That it was withdrawn, with the reason; nothing of its text.
    Withdrawn {
        /// The version that was taken back.
        version: &'a Version,
        /// Since when.
        since: Timestamp,
        /// The public reason.
        reason: &'a str,
    },
    /// That it was erased; nothing of its text.
    Erased {
        /// The version that was erased.
        version: &'a Version,
        /// Why and since when.
        erasure: &'a Erasure,
    },
}

/// A stretch of time over which the public sees the same of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval<'a> {
    /// First instant.
    pub from: Timestamp,
    /// First instant after; open when absent.
    pub to: Option<Timestamp>,
    /// What is seen.
    pub shown: Shown<'a>,
}

/// A message: its editions by language. The same type serves evergreen pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// Editions by language.
    pub editions: BTreeMap<Lang, Edition>,
}

impl Message {
    /// Takes in a fact about it; of a bundle's fact only what is about its editions must be given ([`Fact::each`]).
    pub fn evolve(&mut self, fact: &Fact) {
        if let Some(lang) = edition_lang(fact) {
            self.editions.entry(lang.clone()).or_default().evolve(fact);
        }
    }
}

/// The language of the edition that a fact is about, if it is about one.
fn edition_lang(fact: &Fact) -> Option<&Lang> {
    match fact {
        Fact::VersionReleased { lang, .. }
        | Fact::ReleaseMoved { lang, .. }
        | Fact::ReleaseCancelled { lang, .. }
        | Fact::EditionWithdrawn { lang, .. }
        | Fact::EditionRestored { lang, .. }
        | Fact::EditionErased { lang, .. }
        | Fact::DraftSubmitted { lang, .. }
        | Fact::SubmissionApproved { lang, .. }
        | Fact::SubmissionReturned { lang, .. }
        | Fact::BypassReviewed { lang, .. } => Some(lang),
        Fact::FixtureSet { .. }
        | Fact::FixtureRemoved { .. }
        | Fact::BundleJoined { .. }
        | Fact::BundleReleased { .. }
        | Fact::BundleMoved { .. }
        | Fact::AccountSet { .. }
        | Fact::AccountDisabled { .. }
        | Fact::EnrolmentIssued { .. } => None,
    }
}

impl Edition {
    /// Takes in a fact of this edition.
    pub fn evolve(&mut self, fact: &Fact) {
        match fact.clone() {
            Fact::VersionReleased { number, release, sheet, address, class, note, approval, bundle, .. } => {
                self.last_number = self.last_number.max(number);
                self.pending.take_if(|pending| pending.submission.sheet == sheet);
                self.versions.push(Version { number, release, sheet, address, class, note, approval, bundle });
            }
            Fact::ReleaseMoved { number, release, address, .. } => {
                if let Some(version) = self.versions.iter_mut().find(|version| version.number == number) {
                    version.release = release;
                    version.address = address;
                }
            }
            Fact::ReleaseCancelled { number, .. } => self.versions.retain(|version| version.number != number),
            Fact::EditionWithdrawn { from, reason, .. } => self.holds.push(Hold::Withdrawn { from, reason }),
            Fact::EditionRestored { from, .. } => self.holds.push(Hold::Restored { from }),
            Fact::EditionErased { from, ground, by_law, .. } => {
                self.erasure = Some(Erasure { from, ground, by_law });
            }
            Fact::DraftSubmitted { submission, by, .. } => {
                self.pending = Some(Pending { submission, submitted_by: by, approved_by: None });
            }
            Fact::SubmissionApproved { submission, by, .. } => {
                if let Some(pending) = self.pending.as_mut().filter(|own| own.submission.digest() == submission) {
                    pending.approved_by = Some(by);
                }
            }
            Fact::SubmissionReturned { submission, .. } => {
                self.pending.take_if(|pending| pending.submission.digest() == submission);
            }
            Fact::BypassReviewed { number, by, .. } => {
                let version = self.versions.iter_mut().find(|version| version.number == number);
                if let Some(approval) = version.and_then(|version| version.approval.as_mut()) {
                    approval.reviewed_by = Some(by);
                }
            }
            _ => {}
        }
    }

    /// The instant at which the edition first was, or first will be, public.
    #[must_use]
    pub fn first_release(&self) -> Option<Timestamp> {
        self.versions.iter().map(|version| version.release).min()
    }

    /// What the public may see at `instant`. This function alone decides visibility; views, pages, lists, feeds and
    /// files all follow it. A version is visible from its release until the next version's; a withdrawal hides
    /// every version until a restoration; an erasure hides every version for good, at past instants too, but only
    /// if there was something public to erase.
    #[must_use]
    pub fn shown_at(&self, instant: Timestamp) -> Shown<'_> {
        let Some(version) = self.versions.iter().filter(|version| version.release <= instant).max_by_key(|v| v.release)
        else {
            return Shown::Nothing;
        };
        if let Some(erasure) = &self.erasure {
            let was_public = self.first_release().is_some_and(|first| first <= erasure.from);
            return if was_public { Shown::Erased { version, erasure } } else { Shown::Nothing };
        }
        match self.holds.iter().rfind(|hold| hold.from() <= instant) {
            Some(Hold::Withdrawn { from, reason }) => Shown::Withdrawn { version, since: *from, reason },
            Some(Hold::Restored { .. }) | None => Shown::Version(version),
        }
    }

    /// All of time cut where what the public sees changes, in order; stretches that show nothing are left out.
    #[must_use]
    pub fn intervals(&self) -> Vec<Interval<'_>> {
        let mut cuts: Vec<Timestamp> =
            self.versions.iter().map(|version| version.release).chain(self.holds.iter().map(Hold::from)).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut intervals: Vec<Interval<'_>> = Vec::with_capacity(cuts.len());
        for (index, from) in cuts.iter().enumerate() {
            let shown = self.shown_at(*from);
            let to = cuts.get(index + 1).copied();
            match intervals.last_mut() {
                Some(last) if last.shown == shown => last.to = to,
                _ => intervals.push(Interval { from: *from, to, shown }),
            }
        }
        intervals.retain(|interval| interval.shown != Shown::Nothing);
        intervals
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn version(number: u32, release: i64) -> Version {
        Version {
            number,
            release: at(release),
            sheet: Digest([number as u8; 32]),
            address: format!("messages/1970/01/01/a-{number}"),
            class: VersionClass::First,
            note: None,
            approval: None,
            bundle: None,
        }
    }

    fn edition() -> impl Strategy<Value = Edition> {
        let versions = prop::collection::btree_set(0i64..60, 0..5);
        let holds = prop::collection::btree_set(0i64..60, 0..4);
        (versions, holds, prop::option::of(0i64..60)).prop_map(|(releases, holds, erased)| Edition {
            versions: releases.iter().zip(1..).map(|(release, number)| version(number, *release)).collect(),
            last_number: u32::try_from(releases.len()).unwrap(),
            holds: holds
                .iter()
                .enumerate()
                .map(|(index, from)| match index % 2 {
                    0 => Hold::Withdrawn { from: at(*from), reason: "in error".into() },
                    _ => Hold::Restored { from: at(*from) },
                })
                .collect(),
            erasure: erased.map(|from| Erasure { from: at(from), ground: "privacy".into(), by_law: true }),
            pending: None,
        })
    }

    proptest! {
        #[test]
        fn before_its_release_nothing_of_a_version_is_seen(edition in edition(), second in 0i64..60) {
            if let Shown::Version(version) = edition.shown_at(at(second)) {
                prop_assert!(version.release <= at(second));
                prop_assert!(edition.erasure.is_none());
            }
            if edition.first_release().is_none_or(|first| at(second) < first) {
                prop_assert_eq!(edition.shown_at(at(second)), Shown::Nothing);
            }
        }

        #[test]
        fn at_its_release_a_version_is_seen_unless_something_hides_it(edition in edition()) {
            for version in &edition.versions {
                let seen = edition.shown_at(version.release);
                let held = matches!(edition.holds.iter().rfind(|h| h.from() <= version.release), Some(Hold::Withdrawn { .. }));
                if !held && edition.erasure.is_none() {
                    prop_assert_eq!(seen, Shown::Version(version));
                }
            }
        }

        #[test]
        fn the_intervals_say_the_same_as_the_rule_at_every_instant(edition in edition(), second in -1i64..61) {
            let intervals = edition.intervals();
            let found = intervals.iter().find(|i| i.from <= at(second) && i.to.is_none_or(|to| at(second) < to));
            prop_assert_eq!(found.map_or(Shown::Nothing, |i| i.shown.clone()), edition.shown_at(at(second)));
            prop_assert!(intervals.windows(2).all(|pair| pair[0].to.is_some_and(|to| to <= pair[1].from)));
        }
    }
}
