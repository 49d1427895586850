//! A page as a reader sees it: what it proves becomes fixtures and messages.

mod fixtures;
mod messages;
mod report;

use std::collections::HashMap;

use domain::{AsOf, Fact, SiteId};
use newsroom::{Newsroom, NewsroomError, Order, Refused};

use crate::captured_page::{CaptureError, CapturedPage, read_page};
use crate::jsonl::public_address;
use crate::{Item, Outcome, Totals};
use fixtures::fixtures_of;
use messages::{Captured, Taking, messages_of};

pub use report::{ProvenClock, ProvenContact, ProvenCounter, TextReport, Unplaced};

/// Who stands in the journal for imports.
const ACTOR: &str = "import";

/// Why a page could not be taken in. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// It is not a page of this kind.
    #[error(transparent)]
    Page(#[from] CaptureError),
    /// Nothing on the page says when it was captured, so nothing on it has its time.
    #[error("the page does not say when it was captured: a line with the date and a clock “City: HH:MM” of a known city are needed{}", detail(.0))]
    InstantUnknown(Vec<String>),
    /// The newsroom failed.
    #[error(transparent)]
    Newsroom(#[from] NewsroomError),
    /// The store failed; nothing of the page was written.
    #[error(transparent)]
    Store(Refused),
}

fn detail(uncertain: &[String]) -> String {
    uncertain.first().map(|first| format!(" ({first})")).unwrap_or_default()
}

/// Imports a page saved as text, or the first text record of a WET file, into a site whose home zone is the page's.
/// Everything that the page shows holds from the instant of its capture; a second run writes nothing. `name` is the
/// file's name, for report and provenance.
///
/// Fixtures and messages are written in one transaction.
///
/// # Errors
/// When it is not such a page, does not prove its instant, or the store fails; nothing was written then.
pub fn import(
    newsroom: &Newsroom,
    site: &SiteId,
    name: &str,
    text: &str,
    dry_run: bool,
) -> Result<TextReport, TextError> {
    let rules = newsroom.rules(site)?;
    let page = read_page(text, &rules.home)?;
    let Some(instant) = page.instant else { return Err(TextError::InstantUnknown(page.uncertain)) };
    let as_of = AsOf { site: site.clone(), instant };
    let standing = newsroom.views().standing(&as_of).map_err(NewsroomError::from)?.ok_or(NewsroomError::NoSite)?;
    let lang = standing.identity.languages.first().cloned().ok_or(NewsroomError::NoSite)?;
    let mut report = TextReport::of(name, dry_run, instant, &page);
    let taking = Taking { newsroom, site, rules: &rules, lang: &lang, file: name, instant };
    let messages = messages_of(&taking, &page)?;
    let lead = page.lead.as_ref().and_then(|_| messages.first()).map(|lead| lead.message.clone());
    let fixtures = fixtures_of(&standing.identity, &lang, &page, lead, &mut report.standing);
    let already = |part: &domain::Fixture| match part {
        domain::Fixture::Identity(identity) => standing.identity == *identity,
        domain::Fixture::Clocks { clocks } => standing.clocks == *clocks,
        domain::Fixture::Contact(contact) => standing.contacts.contains(contact),
        domain::Fixture::Counter(counter) => standing.counters.contains(counter),
        domain::Fixture::Lead { message } => standing.lead.as_ref() == Some(message),
        _ => false,
    };
    let mut orders = vec![];
    for part in fixtures {
        if already(&part) {
            report.standing.push(format!("{}: as the record has it already", part.key()));
        } else {
            report.standing.push(format!("{}: set from the capture on", part.key()));
            let command = domain::Command::SetFixture { part: Box::new(part), effective: Some(instant) };
            orders.push(Order::from(command));
        }
    }
    remark(&mut report, &page, newsroom, &rules);
    settle(&taking, orders, messages, &mut report)?;
    Ok(report)
}

/// Says what a person should look at.
fn remark(report: &mut TextReport, page: &CapturedPage, newsroom: &Newsroom, rules: &domain::SiteRules) {
    if report.instant > newsroom.now() {
        report.uncertain.push(format!(
            "the page was captured at {}, which has not come yet by this server's clock: nothing of it is public before",
            report.instant
        ));
    }
    for message in page.lead.iter().chain(&page.entries) {
        let place = message.title_place.as_ref().map(|place| format!("place {place}"));
        let date = message.title_date.map(|date| format!("date {date}"));
        let parts: Vec<String> = place.into_iter().chain(date).collect();
        if !parts.is_empty() {
            report.suggestions.push(format!(
                "line {}: the title suggests {} for the occasion",
                message.line,
                parts.join(" and ")
            ));
        }
    }
    if page.lead.is_some() || !page.entries.is_empty() {
        let kind = rules.default_kind.as_str();
        report.suggestions.push(format!(
            "the page does not say what kind its messages are; all were taken as the site's default kind, {kind}"
        ));
    }
}

/// Writes fixtures and messages and tells what became of each message, in the order of the page.
fn settle(
    taking: &Taking<'_>,
    mut orders: Vec<Order>,
    messages: Vec<Captured>,
    report: &mut TextReport,
) -> Result<(), TextError> {
    let fixtures = orders.len();
    let mut items: Vec<(Item, Option<usize>)> = messages.iter().map(|message| (message.item.clone(), None)).collect();
    // From the bottom up: of two messages of one day the upper one is newer.
    for (place, message) in messages.into_iter().enumerate().rev() {
        if let Some(order) = message.order.filter(|_| !report.dry_run) {
            items[place].1 = Some(orders.len());
            orders.push(order);
        }
    }
    let answers = if report.dry_run || orders.is_empty() {
        vec![]
    } else {
        taking.newsroom.submit(taking.site, ACTOR, &orders)?
    };
    let mut answers: HashMap<usize, _> = answers.into_iter().enumerate().collect();
    for place in 0..fixtures {
        match answers.remove(&place) {
            Some(Err(refusal)) if refusal.is_store_failure() => return Err(TextError::Store(refusal)),
            Some(Err(refusal)) => report.standing.push(format!("not taken in: {refusal}")),
            _ => {}
        }
    }
    for (mut item, order) in items {
        match order.and_then(|order| answers.remove(&order)) {
            Some(Err(refusal)) if refusal.is_store_failure() => return Err(TextError::Store(refusal)),
            Some(Err(refusal)) => {
                item.address = None;
                item.outcome = Outcome::Refused { code: "rule", reason: refusal.to_string() };
            }
            Some(Ok(ack)) => {
                if let Some(Fact::VersionReleased { lang, address, .. }) = ack.facts.first() {
                    item.address = Some(public_address(lang, address));
                }
            }
            None => {}
        }
        report.totals.count(&item.outcome);
        report.items.push(item);
    }
    debug_assert_eq!(report.totals.lines, report.items.len() as u64);
    Ok(())
}

impl TextReport {
    /// Whether every line found its place and every message was taken in.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unplaced.is_empty() && self.totals.refused == 0
    }

    pub(crate) fn of(name: &str, dry_run: bool, instant: jiff::Timestamp, page: &CapturedPage) -> Self {
        Self {
            name: name.to_owned(),
            dry_run,
            instant,
            clocks: page.clocks.iter().map(report::clock).collect(),
            contacts: page.contacts.iter().map(report::contact).collect(),
            counters: page.counters.iter().map(report::counter).collect(),
            items: vec![],
            totals: Totals::default(),
            standing: vec![],
            suggestions: vec![],
            uncertain: page.uncertain.clone(),
            unplaced: page.unplaced.iter().map(report::unplaced).collect(),
        }
    }
}
