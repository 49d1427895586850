//! An instant as people in several places read it.

use domain::Lang;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use views::Standing;

use crate::page::Templates;

/// An instant on the clock of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceTime {
    /// The place: a city in the reader's language, or UTC.
    pub place: String,
    /// The date in words, with its weekday.
    pub date: String,
    /// Hour and minute, with seconds where there are any.
    pub time: String,
    /// The instant in RFC 3339, for `<time datetime>`.
    pub iso: String,
    /// Whether it is the home zone.
    pub home: bool,
}

/// The instant at home, then in the other cities of the header, then in UTC; each zone once.
pub(crate) fn places_of(standing: &Standing, templates: &Templates, lang: &Lang, instant: Timestamp) -> Vec<PlaceTime> {
    let fallbacks = &standing.identity.languages;
    let home_zone = standing.identity.home_zone.clone();
    let city = |name: &str, zone: &str| {
        if name.is_empty() { zone.rsplit('/').next().unwrap_or(zone).replace('_', " ") } else { name.to_owned() }
    };
    let home_city = standing.identity.home_city.get(lang, fallbacks).unwrap_or_default();
    let mut places = vec![(city(home_city, &home_zone), home_zone.clone())];
    for clock in &standing.clocks {
        if places.iter().all(|(_, zone)| *zone != clock.zone) {
            places.push((city(clock.city.get(lang, fallbacks).unwrap_or_default(), &clock.zone), clock.zone.clone()));
        }
    }
    if places.iter().all(|(_, zone)| zone != "UTC") {
        places.push(("UTC".to_owned(), "UTC".to_owned()));
    }
    let place = |(place, zone): (String, String)| {
        let tz = domain::zone(&zone).unwrap_or(TimeZone::UTC);
        let local = tz.to_datetime(instant);
        let second = local.second();
        let minute = templates.locales().time(lang, local.hour(), local.minute());
        PlaceTime {
            place,
            date: templates.locales().date_weekday(lang, local.date()),
            time: if second == 0 { minute } else { format!("{minute}:{second:02}") },
            iso: machine_time(instant),
            home: zone == home_zone,
        }
    };
    places.into_iter().map(place).collect()
}

/// An instant for `<time datetime>`: HTML knows milliseconds and nothing finer (HTML standard, valid time string).
pub(crate) fn machine_time(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string().replace(".000Z", "Z")
}
