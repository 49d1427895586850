//! The standing parts that a page proves: clocks, contacts, counters, the home city, the lead's place.

use std::collections::BTreeMap;

use domain::{
    CityClock, Contact, Counter, CountingDirection, Fixture, Identity, Lang, MessageId, Phone, PluralCategory,
    Sentence, Texts,
};

use crate::captured_page::{CapturedContact, CapturedCounter, CapturedPage};

/// The place of the number in a counter's sentence.
const PLACE: &str = "{days}";
/// English for many days and for one; other pages keep the sentence they showed.
const ENGLISH_DAYS: (&str, &str) = ("days have passed", "day has passed");

/// The fixtures of a page. What cannot become one is said in `remarks`.
pub(super) fn fixtures_of(
    identity: &Identity,
    lang: &Lang,
    page: &CapturedPage,
    lead: Option<MessageId>,
    remarks: &mut Vec<String>,
) -> Vec<Fixture> {
    let mut fixtures = vec![];
    let clocks: Vec<CityClock> = page
        .clocks
        .iter()
        .filter_map(|clock| Some(CityClock { city: Texts::one(lang, &clock.city), zone: clock.zone.clone()? }))
        .collect();
    let home = clocks.iter().find(|clock| clock.zone == identity.home_zone);
    if let Some(home) = home.filter(|_| identity.home_city.0.is_empty()) {
        fixtures.push(Fixture::Identity(Identity { home_city: home.city.clone(), ..identity.clone() }));
    }
    if !clocks.is_empty() {
        fixtures.push(Fixture::Clocks { clocks });
    }
    for (place, captured) in page.contacts.iter().enumerate() {
        match contact(lang, place, captured) {
            Ok(contact) => fixtures.push(Fixture::Contact(contact)),
            Err(why) => remarks.push(why),
        }
    }
    for (place, captured) in page.counters.iter().enumerate() {
        match counter(lang, place, captured) {
            Ok(counter) => fixtures.push(Fixture::Counter(counter)),
            Err(why) => remarks.push(why),
        }
    }
    fixtures.extend(lead.map(|message| Fixture::Lead { message }));
    fixtures
}

fn contact(lang: &Lang, place: usize, captured: &CapturedContact) -> Result<Contact, String> {
    let phone =
        Phone::try_from(captured.phone.clone()).map_err(|why| format!("line {}: left out: {why}", captured.line))?;
    let id = if place == 0 { "captured".to_owned() } else { format!("captured-{}", place + 1) };
    Ok(Contact {
        id,
        label: Texts::one(lang, &captured.label),
        phones: vec![phone],
        email: None,
        address: Texts::default(),
        hours: vec![],
        holidays: vec![],
        note: Texts::default(),
    })
}

fn counter(lang: &Lang, place: usize, captured: &CapturedCounter) -> Result<Counter, String> {
    let CapturedCounter { start, before, after, line, .. } = captured;
    let many = format!("{before}{PLACE}{after}");
    let (days, day) = ENGLISH_DAYS;
    let one = (lang.primary() == "en" && after.contains(days))
        .then(|| format!("{before}{PLACE}{}", after.replacen(days, day, 1)));
    let forms: BTreeMap<PluralCategory, String> =
        one.map(|one| (PluralCategory::One, one)).into_iter().chain([(PluralCategory::Other, many)]).collect();
    let sentence = Sentence::try_from(forms).map_err(|why| format!("line {line}: the counter was left out: {why}"))?;
    Ok(Counter {
        id: format!("captured-{}", place + 1),
        start: *start,
        direction: CountingDirection::Up,
        end: None,
        inclusive: false,
        link: None,
        sentence: BTreeMap::from([(lang.clone(), sentence)]),
    })
}
