//! Watching releases: notes when each was first seen by a reader's eyes, against when it was planned. Nothing waits for
//! this: a version is public by the time alone, whether anybody watches or not.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use domain::{AsOf, Lang, MessageId, SiteId};
use jiff::{SignedDuration, Timestamp};
use newsroom::Newsroom;
use site::{PublicSite, Question};
use store::Put;
use views::{DeskFilter, Found, Seen};

use crate::looking::Looking;

/// Looks between two readings of what is scheduled.
const LOOKS_PER_PLAN: u32 = 10;
/// Looks between two removals of the desk's expired records: about a quarter of an hour.
const LOOKS_PER_SWEEP: u32 = 4_500;
/// How long a release that shows nowhere is looked for.
const LOOKED_FOR: SignedDuration = SignedDuration::from_hours(24);
/// Editions looked through for what was released lately: more than a busy day has.
const RECENT_MAX: usize = 200;
/// How long notes are kept: a quarter, for reports.
const NOTES_KEPT: SignedDuration = SignedDuration::from_hours(24 * 92);
const ROOM: &str = "released";

/// What the operator's machines are told.
#[derive(Debug, Default)]
pub struct Figures {
    /// Releases seen since the start.
    pub seen: AtomicU64,
    /// Sum of their lags, in milliseconds.
    pub lag_sum_ms: AtomicU64,
    /// The largest of their lags, in milliseconds.
    pub lag_max_ms: AtomicI64,
    /// Releases whose instant has passed and that no reader can see.
    pub overdue: AtomicU64,
    /// Releases still to come.
    pub scheduled: AtomicU64,
}

impl Figures {
    /// The figures in the text format of Prometheus (exposition format 0.0.4).
    #[must_use]
    pub fn text(&self) -> String {
        let read = |value: &AtomicU64| value.load(Ordering::Relaxed);
        #[expect(clippy::cast_precision_loss, reason = "lags are far below the 2^53 milliseconds that are exact")]
        let seconds = |ms: u64| ms as f64 / 1_000.0;
        let max = u64::try_from(self.lag_max_ms.load(Ordering::Relaxed)).unwrap_or_default();
        format!(
            "# HELP chancery_releases_scheduled Releases still to come.\n\
             # TYPE chancery_releases_scheduled gauge\n\
             chancery_releases_scheduled {}\n\
             # HELP chancery_releases_overdue Releases whose instant has passed and that no reader can see.\n\
             # TYPE chancery_releases_overdue gauge\n\
             chancery_releases_overdue {}\n\
             # HELP chancery_release_lag_seconds From the planned instant of a release to the first look that saw it.\n\
             # TYPE chancery_release_lag_seconds summary\n\
             chancery_release_lag_seconds_sum {}\n\
             chancery_release_lag_seconds_count {}\n\
             # HELP chancery_release_lag_max_seconds The largest lag since the start.\n\
             # TYPE chancery_release_lag_max_seconds gauge\n\
             chancery_release_lag_max_seconds {}\n",
            read(&self.scheduled),
            read(&self.overdue),
            seconds(read(&self.lag_sum_ms)),
            read(&self.seen),
            seconds(max),
        )
    }
}

/// A version that is to be seen.
type Awaited = (MessageId, Lang, u32);

/// Watches releases on a thread of its own.
///
/// # Errors
/// When the system refuses a thread.
pub fn watch_releases(
    newsroom: Arc<Newsroom>,
    public: Arc<PublicSite>,
    site: SiteId,
    host: Option<String>,
    figures: Arc<Figures>,
) -> anyhow::Result<Looking> {
    let started = newsroom.now();
    let mut watch =
        Watch { newsroom, public, site, host, figures, awaited: BTreeMap::new(), looks: 0, started, epoch: None };
    Looking::start("watcher", "releases cannot be watched", move || watch.look())
}

struct Watch {
    newsroom: Arc<Newsroom>,
    public: Arc<PublicSite>,
    site: SiteId,
    host: Option<String>,
    figures: Arc<Figures>,
    awaited: BTreeMap<Awaited, (Timestamp, String)>,
    looks: u32,
    started: Timestamp,
    epoch: Option<u64>,
}

fn record_key(site: &SiteId, message: &MessageId, lang: &Lang, number: u32) -> String {
    format!("{site}/{message}/{lang}/{number:06}")
}

impl Watch {
    fn look(&mut self) -> anyhow::Result<()> {
        let now = self.newsroom.now();
        if self.looks.is_multiple_of(LOOKS_PER_PLAN) {
            self.plan(now)?;
        }
        if self.looks.is_multiple_of(LOOKS_PER_SWEEP) {
            self.newsroom.records().sweep(now.as_microsecond())?;
        }
        self.looks = self.looks.wrapping_add(1);
        let due: Vec<Awaited> =
            self.awaited.iter().filter(|(_, (planned, _))| *planned <= now).map(|(key, _)| key.clone()).collect();
        let mut overdue = 0;
        for key in due {
            let Some((planned, address)) = self.awaited.get(&key).cloned() else { continue };
            if self.is_seen(&key, &address, now)? {
                self.note(&key, planned, self.newsroom.now())?;
                self.awaited.remove(&key);
            } else if now.duration_since(planned) > LOOKED_FOR || !self.is_wanted(&key, planned)? {
                self.awaited.remove(&key);
            } else {
                overdue += 1;
            }
        }
        self.figures.overdue.store(overdue, Ordering::Relaxed);
        Ok(())
    }

    /// Reads what is scheduled. What was moved is looked for at its new instant.
    fn plan(&mut self, now: Timestamp) -> anyhow::Result<()> {
        self.awaited.retain(|_, (planned, _)| *planned <= now);
        let mut scheduled = 0;
        for (message, lang, edition) in self.newsroom.views().scheduled(&self.site, now)? {
            for version in edition.versions.iter().filter(|version| version.release > now) {
                scheduled += 1;
                let address = format!("/{lang}/{}", version.address);
                self.awaited.insert((message.clone(), lang.clone(), version.number), (version.release, address));
            }
        }
        self.figures.scheduled.store(scheduled, Ordering::Relaxed);
        let epoch = self.newsroom.views().epoch();
        if self.epoch != Some(epoch) {
            self.epoch = Some(epoch);
            self.plan_recent(now)?;
        }
        Ok(())
    }

    /// What was released at once, or while no server ran: it is looked for too, so that nothing public counts as overdue.
    fn plan_recent(&mut self, now: Timestamp) -> anyhow::Result<()> {
        let views = self.newsroom.views();
        for line in views.desk_list(&self.site, &DeskFilter::default(), 0, RECENT_MAX)? {
            if line.release > now || now.duration_since(line.release) > LOOKED_FOR {
                continue;
            }
            let Some(edition) = views.all_editions(&self.site, &line.message)?.remove(&line.lang) else { continue };
            let recent = |version: &&domain::Version| {
                version.release <= now && now.duration_since(version.release) <= LOOKED_FOR
            };
            for version in edition.versions.iter().filter(recent) {
                let key = record_key(&self.site, &line.message, &line.lang, version.number);
                if self.newsroom.records().record(ROOM, &key, now.as_microsecond())?.is_none() {
                    let address = format!("/{}/{}", line.lang, version.address);
                    let awaited = (line.message.clone(), line.lang.clone(), version.number);
                    self.awaited.entry(awaited).or_insert((version.release, address));
                }
            }
        }
        Ok(())
    }

    /// Whether a reader who asks now is shown a page there, and the page is of this version or a later one.
    fn is_seen(&self, (_, lang, number): &Awaited, address: &str, now: Timestamp) -> anyhow::Result<bool> {
        let as_of = AsOf { site: self.site.clone(), instant: now };
        let path = address.strip_prefix(&format!("/{lang}/")).unwrap_or(address);
        let Found::Here(Seen::Version(version)) = self.newsroom.views().at_address(&as_of, lang, path)? else {
            return Ok(false);
        };
        let host = self.host.as_deref();
        let question = Question { method: "GET", host, path: address, query: None, accept_language: None };
        let newest = version.versions.last().is_some_and(|version| version.number >= *number);
        Ok(newest && self.public.answer(&question).status() == 200)
    }

    /// Whether the version is still to be seen: not called off, moved, withdrawn or erased since.
    fn is_wanted(&self, (message, lang, number): &Awaited, planned: Timestamp) -> anyhow::Result<bool> {
        let editions = self.newsroom.views().all_editions(&self.site, message)?;
        Ok(editions.get(lang).is_some_and(|edition| {
            let stands = |version: &domain::Version| version.number == *number && version.release == planned;
            edition.versions.iter().any(stands)
                && matches!(edition.shown_at(self.newsroom.now()), domain::Shown::Version(_))
        }))
    }

    fn note(&self, (message, lang, number): &Awaited, planned: Timestamp, seen: Timestamp) -> anyhow::Result<()> {
        let lag = seen.duration_since(planned).as_millis().max(0);
        // What was released while no server ran says nothing of this server's lag.
        if planned >= self.started {
            self.figures.seen.fetch_add(1, Ordering::Relaxed);
            self.figures.lag_sum_ms.fetch_add(u64::try_from(lag).unwrap_or(u64::MAX), Ordering::Relaxed);
            self.figures.lag_max_ms.fetch_max(i64::try_from(lag).unwrap_or(i64::MAX), Ordering::Relaxed);
        }
        let value = serde_json::json!({ "planned": planned.to_string(), "seen": seen.to_string() }).to_string();
        let key = record_key(&self.site, message, lang, *number);
        let expires_us = seen.checked_add(NOTES_KEPT).ok().map(Timestamp::as_microsecond);
        let put = Put {
            room: ROOM,
            key: &key,
            base: None,
            value: value.as_bytes(),
            now_us: seen.as_microsecond(),
            expires_us,
        };
        self.newsroom.records().put(&put)?;
        tracing::info!(%message, %lang, number, %planned, lag_ms = lag as i64, "released");
        Ok(())
    }
}
