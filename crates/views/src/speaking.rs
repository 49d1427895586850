//! Who speaks how often and when, and how many messages each day has: what the speakers' pages and the calendar show.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{AsOf, Lang};
use jiff::civil::Date;
use rusqlite::named_params;

use crate::archive::midnight_bounds;
use crate::questions::{VISIBLE, civil_day};
use crate::schema::TAG_SPEAKER;
use crate::{Views, ViewsError};

/// A speaker as the sheets of messages name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerCount {
    /// The speaker's name in addresses.
    pub slug: String,
    /// The name as one of the messages has it.
    pub label: String,
    /// How many messages each year has, oldest first; years without any are left out. Never empty.
    pub years: Vec<(i16, u64)>,
}

impl SpeakerCount {
    /// All messages.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.years.iter().map(|(_, count)| count).sum()
    }
}

/// How many messages a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// The day of the first release in the home zone.
    pub day: Date,
    /// Messages first released on it.
    pub count: u64,
}

impl Views {
    /// Everybody whom messages in a language name as a speaker, by slug.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn speakers(&self, as_of: &AsOf, lang: &Lang) -> Result<Arc<BTreeMap<String, SpeakerCount>>, ViewsError> {
        self.remembered(&self.memo.speakers, as_of, lang, || {
            let sql = format!(
                "SELECT f.slug, min(f.label), s.month / 100, count(*) FROM tag f CROSS JOIN shown s
                 ON s.site = f.site AND s.message = f.message AND s.lang = f.lang AND s.from_us = f.from_us
                 WHERE f.site = :site AND f.lang = :lang AND f.what = {TAG_SPEAKER} AND f.from_us <= :at AND f.to_us > :at AND f.is_page = 0
                 AND {VISIBLE} GROUP BY f.slug, s.month / 100 ORDER BY f.slug, s.month / 100"
            );
            let reader = self.pool.reader()?;
            let mut statement = reader.prepare_cached(&sql)?;
            let parameters = named_params! {":site": as_of.site.as_str(), ":lang": lang.as_str(), ":at": as_of.instant.as_microsecond()};
            let mut rows = statement.query(parameters)?;
            let mut speakers: BTreeMap<String, SpeakerCount> = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let (slug, label): (String, String) = (row.get(0)?, row.get(1)?);
                let year = i16::try_from(row.get::<_, i64>(2)?).unwrap_or(0);
                let speaker = speakers.entry(slug).or_insert_with_key(|slug| {
                    SpeakerCount { slug: slug.clone(), label: label.clone(), years: vec![] }
                });
                speaker.label = label.min(std::mem::take(&mut speaker.label));
                speaker.years.push((year, row.get(3)?));
            }
            Ok(speakers)
        })
    }

    /// How many messages each day of a year has, oldest first; days without any are left out.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn days(&self, as_of: &AsOf, lang: &Lang, year: i16) -> Result<Vec<DayCount>, ViewsError> {
        let (Ok(first), Ok(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { return Ok(vec![]) };
        let (from_us, to_us) = midnight_bounds(first, last);
        // The month decides; the instant, which the index knows, only narrows the search.
        let sql = format!(
            "SELECT s.day, count(*) FROM shown s INDEXED BY shown_ledger
             WHERE {VISIBLE} AND s.is_page = 0 AND s.first_us >= :from_us AND s.first_us <= :to_us AND s.month / 100 = :year
             GROUP BY s.day ORDER BY s.day"
        );
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(&sql)?;
        let parameters = named_params! {
            ":site": as_of.site.as_str(), ":lang": lang.as_str(), ":at": as_of.instant.as_microsecond(),
            ":from_us": from_us, ":to_us": to_us, ":year": year,
        };
        let day = |row: &rusqlite::Row<'_>| Ok(DayCount { day: civil_day(row.get(0)?), count: row.get(1)? });
        let rows = statement.query_map(parameters, day)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
