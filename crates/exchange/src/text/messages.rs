//! The messages that a page shows: the lead as captured, the list's entries as summaries.

use std::collections::HashMap;

use document::{ParseOptions, from_plain};
use domain::{
    Completeness, DateBasis, Digest, Lang, MessageId, Origin, Precision, Provenance, SiteId, SiteRules, slug_of, today,
};
use jiff::Timestamp;
use jiff::civil::Date;
use newsroom::{Chance, Manuscript, Newsroom, NewsroomError, Order};

use crate::captured_page::{CapturedMessage, CapturedPage};
use crate::jsonl::public_address;
use crate::{Item, Outcome};

/// What all messages of a page share.
pub(super) struct Taking<'a> {
    pub(super) newsroom: &'a Newsroom,
    pub(super) site: &'a SiteId,
    pub(super) rules: &'a SiteRules,
    pub(super) lang: &'a Lang,
    pub(super) file: &'a str,
    pub(super) instant: Timestamp,
}

/// A message on its way into the record; without an order when it is there already.
pub(super) struct Captured {
    pub(super) message: MessageId,
    pub(super) item: Item,
    pub(super) order: Option<Order>,
}

/// How a message's date came about.
struct Dating {
    date: Option<Date>,
    basis: DateBasis,
    notes: Vec<String>,
}

/// The messages in the order of the page, the lead first. An entry of the list with the lead's title is the lead:
/// it gives it its date and its teaser.
pub(super) fn messages_of(taking: &Taking<'_>, page: &CapturedPage) -> Result<Vec<Captured>, NewsroomError> {
    let mut seen = HashMap::new();
    let mut messages = vec![];
    let listed = |lead: &CapturedMessage| page.entries.iter().position(|entry| entry.title == lead.title);
    let twin = page.lead.as_ref().and_then(listed);
    if let Some(lead) = &page.lead {
        messages.push(lead_of(taking, lead, twin.map(|at| &page.entries[at]), &mut seen)?);
    }
    for (at, entry) in page.entries.iter().enumerate().filter(|(at, _)| Some(*at) != twin) {
        let basis = DateBasis::Publication;
        let mut notes = vec!["only the summary was captured".to_owned()];
        if entry.date.is_none() {
            notes.push(format!("entry {} has no date; it was taken as captured", at + 1));
        }
        let dating = Dating { date: entry.date, basis, notes };
        messages.push(taking.take(entry, None, dating, Completeness::Summary, &mut seen)?);
    }
    Ok(messages)
}

fn lead_of(
    taking: &Taking<'_>,
    lead: &CapturedMessage,
    twin: Option<&CapturedMessage>,
    seen: &mut HashMap<String, u32>,
) -> Result<Captured, NewsroomError> {
    let mut notes = vec!["the text is kept as the page showed it; whether that was all of it is not proven".to_owned()];
    let listed = twin.and_then(|entry| entry.date);
    let (date, basis) = match (listed, lead.title_date) {
        (Some(date), _) => (Some(date), DateBasis::Publication),
        (None, Some(date)) => {
            notes.push(format!(
                "the page gives no date for it; {date} was taken from its title, and an editor should confirm it"
            ));
            (Some(date), DateBasis::Title)
        }
        (None, None) => {
            notes.push("the page gives no date for it; the instant of the capture was taken".to_owned());
            (None, DateBasis::Publication)
        }
    };
    let teaser = twin.map(|entry| entry.paragraphs.join(" "));
    taking.take(lead, teaser, Dating { date, basis, notes }, Completeness::AsCaptured, seen)
}

impl Taking<'_> {
    fn take(
        &self,
        captured: &CapturedMessage,
        teaser: Option<String>,
        dating: Dating,
        completeness: Completeness,
        seen: &mut HashMap<String, u32>,
    ) -> Result<Captured, NewsroomError> {
        let Dating { date, basis, mut notes } = dating;
        let key = key(captured, date, seen);
        let text = captured.paragraphs.join("\n\n");
        let origin = Origin { key: key.clone(), digest: Digest::of(text.as_bytes()) };
        let line = captured.line as u64;
        if let Some(known) = self.newsroom.origin(self.site, &key)? {
            if known.digest != origin.digest {
                notes = vec![
                    "the record has this message from another capture with another text, and keeps that".to_owned(),
                ];
            }
            let address = Some(public_address(&known.lang, &known.address));
            let item = Item { line, id: Some(key), outcome: Outcome::Skipped, address, notes };
            return Ok(Captured { message: known.message, item, order: None });
        }
        let message = self.message_id(&key);
        let mut mint = Manuscript::mint(&message, self.lang, "1");
        let parsed = from_plain(&text, &ParseOptions { speakers: &[], lang: self.lang.as_str() }, &mut mint);
        notes.extend(parsed.notes.iter().map(|note| note.message.clone()));
        let mut manuscript = Manuscript::new(
            message.clone(),
            captured.title.clone(),
            self.rules.default_kind,
            self.lang.clone(),
            parsed.document,
        );
        let summary = (completeness == Completeness::Summary).then(|| captured.paragraphs.join(" "));
        manuscript.teaser = teaser.or(summary).filter(|teaser| !teaser.is_empty());
        manuscript.completeness = completeness;
        manuscript.precision = Precision::Day;
        manuscript.provenance = Some(Provenance {
            source: format!("a captured page ({})", self.file),
            id: key.clone(),
            licence: None,
            url: None,
            date_basis: basis,
            entered: today(self.newsroom.now(), &self.rules.home),
        });
        let release = self.release(date);
        let address =
            format!("messages/{}/{}", today(release, &self.rules.home).strftime("%Y/%m/%d"), slug_of(&captured.title));
        let address = Some(public_address(self.lang, &address));
        let order = Manuscript::imported(manuscript.first(&self.chance(&key), Some(release)), origin, vec![]);
        let item = Item { line, id: Some(key), outcome: Outcome::Imported, address, notes };
        Ok(Captured { message, item, order: Some(order) })
    }

    /// Noon of the day in the home zone, but never after the page was seen.
    fn release(&self, date: Option<Date>) -> Timestamp {
        let noon = date.and_then(|date| self.rules.home.to_timestamp(date.at(12, 0, 0, 0)).ok());
        noon.map_or(self.instant, |noon| noon.min(self.instant))
    }

    fn message_id(&self, key: &str) -> MessageId {
        let digest = Digest::of(format!("chancery-import\n{}\n{key}", self.site).as_bytes());
        let mut bits = [0; 10];
        bits.copy_from_slice(&digest.0[..10]);
        MessageId::from_bits(bits)
    }

    fn chance(&self, key: &str) -> Chance {
        let drawn = self.newsroom.chance().bytes();
        Chance::seeded(Digest::of(&[drawn.as_slice(), key.as_bytes()].concat()).0)
    }
}

/// The key of a message of a page: from its date and title, so that the same message on the next day's capture is the
/// same message, and with a number, for a page that shows a title twice.
fn key(captured: &CapturedMessage, date: Option<Date>, seen: &mut HashMap<String, u32>) -> String {
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    let digest = Digest::of(format!("{date}\n{}", captured.title).as_bytes());
    let number = seen.entry(digest.to_string()).or_default();
    *number += 1;
    format!("text:{digest}:{number}")
}
