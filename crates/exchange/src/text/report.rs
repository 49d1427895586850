//! What a page proves, for people and programs.

use std::fmt;

use domain::Phone;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::captured_page::{CapturedClock, CapturedContact, CapturedCounter, UnplacedLine};
use crate::{Item, Outcome, Totals};

/// A clock that the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvenClock {
    /// The city as shown.
    pub city: String,
    /// The IANA zone it is in; absent when the city is not known, and then it is not taken into the record.
    pub zone: Option<String>,
    /// The time shown, `22:12`.
    pub shows: String,
}

/// A telephone contact that the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvenContact {
    /// What it is for.
    pub label: String,
    /// The number as written.
    pub phone: String,
    /// What it dials (RFC 3966, without the scheme); absent when it is not a number that can be dialled.
    pub dials: Option<String>,
}

/// A day counter that the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvenCounter {
    /// The first day: the page's date less the days shown.
    pub start: Date,
    /// The days shown.
    pub days: i64,
    /// The sentence, with `{days}` for the number.
    pub sentence: String,
}

/// A line that found no place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unplaced {
    /// The line, from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// Why it found no place.
    pub reason: String,
}

/// What a page proves, and what of it was taken into the record. `Display` gives it in lines for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextReport {
    /// The file's name.
    pub name: String,
    /// Whether nothing was written, because only a trial was asked for.
    pub dry_run: bool,
    /// The instant at which the page was captured.
    pub instant: Timestamp,
    /// Clocks.
    pub clocks: Vec<ProvenClock>,
    /// Contacts.
    pub contacts: Vec<ProvenContact>,
    /// Counters.
    pub counters: Vec<ProvenCounter>,
    /// The messages in the order of the page, the lead first.
    pub items: Vec<Item>,
    /// How many messages there were, by outcome.
    pub totals: Totals,
    /// What became of clocks, contacts, counters and the lead's place, in sentences.
    pub standing: Vec<String>,
    /// What titles suggest about place and date, and what else an editor should decide.
    pub suggestions: Vec<String>,
    /// What is not certain.
    pub uncertain: Vec<String>,
    /// Lines that found no place.
    pub unplaced: Vec<Unplaced>,
}

pub(super) fn clock(clock: &CapturedClock) -> ProvenClock {
    ProvenClock {
        city: clock.city.clone(),
        zone: clock.zone.clone(),
        shows: format!("{:02}:{:02}", clock.hour, clock.minute),
    }
}

pub(super) fn contact(contact: &CapturedContact) -> ProvenContact {
    let dials = Phone::try_from(contact.phone.clone()).ok().map(|phone| phone.tel().to_owned());
    ProvenContact { label: contact.label.clone(), phone: contact.phone.clone(), dials }
}

pub(super) fn counter(counter: &CapturedCounter) -> ProvenCounter {
    let sentence = format!("{}{{days}}{}", counter.before, counter.after);
    ProvenCounter { start: counter.start, days: counter.days, sentence }
}

pub(super) fn unplaced(line: &UnplacedLine) -> Unplaced {
    Unplaced { line: line.line, text: line.text.clone(), reason: line.reason.clone() }
}

impl fmt::Display for TextReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: captured at {}", self.name, self.instant)?;
        for ProvenClock { city, zone, shows } in &self.clocks {
            writeln!(f, "  clock     {city}: {shows}, {}", zone.as_deref().unwrap_or("zone not known, left out"))?;
        }
        for ProvenContact { label, phone, dials } in &self.contacts {
            let dials = dials
                .as_ref()
                .map_or("no number that can be dialled, left out".to_owned(), |dials| format!("dials {dials}"));
            writeln!(f, "  contact   {label}: {phone}, {dials}")?;
        }
        for ProvenCounter { start, days, sentence } in &self.counters {
            writeln!(f, "  counter   since {start}, {days} days at the capture: {sentence}")?;
        }
        for item in &self.items {
            let address = item.address.as_deref().unwrap_or("-");
            writeln!(f, "  line {:<4} {} {address}", item.line, item.outcome.name())?;
            if let Outcome::Refused { reason, .. } = &item.outcome {
                writeln!(f, "            {reason}")?;
            }
            item.notes.iter().try_for_each(|note| writeln!(f, "            {note}"))?;
        }
        self.standing.iter().try_for_each(|line| writeln!(f, "  standing  {line}"))?;
        self.suggestions.iter().try_for_each(|line| writeln!(f, "  suggested {line}"))?;
        self.uncertain.iter().try_for_each(|line| writeln!(f, "  uncertain {line}"))?;
        for Unplaced { line, text, reason } in &self.unplaced {
            writeln!(f, "  unplaced  line {line}: “{text}”: {reason}")?;
        }
        let Totals { lines, imported, skipped, refused, .. } = self.totals;
        let run = if self.dry_run { " (a trial: nothing was written)" } else { "" };
        writeln!(f, "  {lines} messages: {imported} imported, {skipped} skipped, {refused} refused{run}")
    }
}
