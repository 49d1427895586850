//! The frame around every page: header, contact strip, navigation, footer.

use domain::{
    AsOf, BannerLevel, Contact, DayHours, Lang, OpeningState, Weekday, next_midnight, opening_state, opening_turn,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use search::Search;
use serde::Serialize;
use views::{NavItem, Standing, Views, ViewsError};

use crate::address::{Address, Room, link_path, stamp_of};
use crate::words::{Words, iso};

/// What every template has.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    site: SiteModel,
    lang: String,
    dir: &'static str,
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    canonical: Option<String>,
    here: String,
    pub(crate) languages: Vec<LanguageModel>,
    now: NowModel,
    clocks: Vec<ClockModel>,
    live: bool,
    refresh_at: Option<i64>,
    pub(crate) zone_label: String,
    contacts: Vec<ContactModel>,
    banners: Vec<BannerModel>,
    nav: Vec<NavModel>,
    home_href: String,
    pub(crate) archive_href: String,
    search_href: String,
    quote_href: String,
    speakers_href: String,
    as_of: Option<AsOfModel>,
    imprint: Option<String>,
}

#[derive(Debug, Serialize)]
struct SiteModel {
    name: String,
    tagline: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct LanguageModel {
    pub(crate) code: String,
    name: String,
    pub(crate) href: String,
    current: bool,
    dir: &'static str,
}

#[derive(Debug, Serialize)]
struct NowModel {
    iso: String,
    date_iso: String,
    date: String,
}

#[derive(Debug, Serialize)]
struct ClockModel {
    city: String,
    zone: String,
    time: String,
    iso: String,
}

#[derive(Debug, Serialize)]
struct ContactModel {
    label: String,
    phones: Vec<PhoneModel>,
    email: Option<String>,
    address: Option<String>,
    state: Option<StateModel>,
    hours: Vec<String>,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct PhoneModel {
    display: String,
    tel: String,
}

#[derive(Debug, Serialize)]
struct StateModel {
    open: Option<bool>,
    text: String,
}

#[derive(Debug, Serialize)]
struct BannerModel {
    text: String,
    level: &'static str,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct NavModel {
    title: String,
    href: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct AsOfModel {
    /// `past`, `rehearsal` or `preview`.
    kind: &'static str,
    date: String,
    time: String,
    zone: String,
    /// The way back to the present; nothing for a preview, which is nowhere in the present.
    live_href: Option<String>,
    /// For whom a preview was made: printed across the page.
    watermark: Option<String>,
}

/// How a page is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tense {
    /// By anybody, now.
    Live,
    /// By anybody, as at a past instant.
    Past,
    /// By the desk, as at an instant that may be in the future; links stay below this address.
    Rehearsal(String),
    /// By the desk or somebody it asks, before it is released; perhaps with the name of who looks.
    Preview {
        /// Where pictures are served to whoever looks: put before `/media/…`.
        media: String,
        /// Whose copy it is.
        watermark: Option<String>,
    },
}

/// Where and when a page is made: the site as it stands, the language, the instant.
pub(crate) struct Desk<'a> {
    pub(crate) views: &'a Views,
    pub(crate) as_of: AsOf,
    pub(crate) standing: &'a Standing,
    pub(crate) words: &'a Words,
    /// How the page is seen.
    pub(crate) tense: Tense,
    /// The site's public address, if the operator named it.
    pub(crate) public_url: Option<&'a str>,
    /// The search index, if there is one.
    pub(crate) search: Option<&'a Search>,
}

impl Desk<'_> {
    /// The local date and time of an instant in the home zone.
    pub(crate) fn local(&self, instant: Timestamp) -> DateTime {
        self.standing.home.to_datetime(instant)
    }

    /// The link to an address, inside the same instant.
    pub(crate) fn href(&self, lang: &Lang, room: Room) -> String {
        self.link(&Address { lang: lang.clone(), room }.path())
    }

    /// The link to a path below the site's root, inside the same instant.
    pub(crate) fn link(&self, path: &str) -> String {
        link_path(&format!("{}{path}", self.inside()))
    }

    /// Whether the page is the present one.
    pub(crate) fn live(&self) -> bool {
        self.tense == Tense::Live
    }

    /// What stands in front of paths on this site: nothing now, the instant's address on a page as at another one.
    pub(crate) fn inside(&self) -> String {
        match &self.tense {
            Tense::Live | Tense::Preview { .. } => String::new(),
            Tense::Past => format!("/web/{}", stamp_of(self.as_of.instant)),
            Tense::Rehearsal(prefix) => prefix.clone(),
        }
    }

    /// A link that an editor wrote: a path on this site stays inside the same instant.
    pub(crate) fn editors_link(&self, link: &str) -> String {
        if link.starts_with('/') && !link.starts_with("//") {
            format!("{}{link}", self.inside())
        } else {
            link.to_owned()
        }
    }

    /// HTML of a text, its links on this site inside the same instant. The text's own quotation marks are escaped, so
    /// the pattern occurs in attributes only.
    pub(crate) fn same_instant(&self, html: String) -> String {
        let inside = self.inside();
        if inside.is_empty() { html } else { html.replace("href=\"/", &format!("href=\"{inside}/")) }
    }

    /// What stands in front of `/media/…`. What is not public yet has files that are not public either: the desk serves
    /// them to those who may see the page.
    pub(crate) fn media_root(&self) -> String {
        match &self.tense {
            Tense::Live | Tense::Past => self.inside(),
            Tense::Rehearsal(_) => "/desk".to_owned(),
            Tense::Preview { media, .. } => media.clone(),
        }
    }

    /// The home zone's name for readers: "London time", by its city, else by the last part of its IANA name.
    pub(crate) fn zone_label(&self) -> String {
        let identity = &self.standing.identity;
        let city = self
            .words
            .own(&identity.home_city)
            .unwrap_or_else(|| identity.home_zone.rsplit('/').next().unwrap_or(&identity.home_zone).replace('_', " "));
        self.words.say("city-time", &[("city", city.into())])
    }

    /// The frame for the page at an address, and the instant until which it holds.
    pub(crate) fn frame(&self, address: &Address) -> Result<(Frame, Timestamp), ViewsError> {
        let Self { standing, words, as_of, .. } = self;
        let identity = &standing.identity;
        let now = as_of.instant;
        let lang = &words.lang;
        let midnight = next_midnight(now, &standing.home);
        let turn = standing
            .contacts
            .iter()
            .filter_map(|contact| opening_turn(&contact.hours, &contact.holidays, now, &standing.home))
            .chain([midnight])
            .min();
        let next_change = self.views.next_change(as_of)?;
        // No answer is good past the minute, whether it prints a clock or not: an answer that said it is good until
        // tomorrow's release would tell that there is one. Releases stand on whole minutes but for rare exceptions.
        let good_until = next_change.into_iter().chain(turn).fold(next_minute(now), Timestamp::min);
        let here = address.path();
        let frame = Frame {
            site: SiteModel {
                name: words.own(&identity.name).unwrap_or_default(),
                tagline: words.own(&identity.tagline),
            },
            lang: lang.to_string(),
            dir: words.direction(lang),
            title: None,
            description: None,
            canonical: Some(format!("{}{}", self.public_url.unwrap_or_default(), link_path(&here))),
            here: self.link(&here),
            languages: identity.languages.iter().map(|other| self.language(other)).collect(),
            now: self.now_model(),
            clocks: self.clocks(),
            live: self.live(),
            // Only what everybody knows to come: a release still under embargo must not show here.
            refresh_at: self.live().then(|| turn.unwrap_or(midnight).as_millisecond()),
            zone_label: self.zone_label(),
            contacts: standing.contacts.iter().map(|contact| self.contact(contact)).collect(),
            banners: self.banners(),
            nav: self.views.navigation(as_of, lang)?.into_iter().map(|item| self.nav_item(&here, item)).collect(),
            home_href: self.href(lang, Room::Front),
            archive_href: self.href(lang, Room::Archive),
            search_href: self.href(lang, Room::Search),
            quote_href: self.href(lang, Room::Quote),
            speakers_href: self.href(lang, Room::Speakers),
            as_of: (!self.live()).then(|| self.as_of_model(&here)),
            imprint: words.own(&identity.imprint),
        };
        Ok((frame, good_until))
    }

    fn language(&self, lang: &Lang) -> LanguageModel {
        LanguageModel {
            code: lang.to_string(),
            name: self.words.locales.own_name(lang),
            href: self.href(lang, Room::Front),
            current: *lang == self.words.lang,
            dir: self.words.direction(lang),
        }
    }

    fn now_model(&self) -> NowModel {
        let today = self.local(self.as_of.instant).date();
        NowModel { iso: iso(self.as_of.instant), date_iso: today.to_string(), date: self.words.date(today) }
    }

    fn clocks(&self) -> Vec<ClockModel> {
        let clock = |clock: &domain::CityClock| {
            let zone = domain::zone(&clock.zone)?;
            let local = zone.to_datetime(self.as_of.instant);
            Some(ClockModel {
                city: self.words.own(&clock.city)?,
                zone: clock.zone.clone(),
                time: self.words.time(local),
                iso: machine_minute(&zone, self.as_of.instant),
            })
        };
        self.standing.clocks.iter().filter_map(clock).collect()
    }

    fn contact(&self, contact: &Contact) -> ContactModel {
        let words = self.words;
        let state = opening_state(&contact.hours, &contact.holidays, self.as_of.instant, &self.standing.home);
        let mut hours: Vec<String> = contact.hours.iter().map(|hours| self.hours_line(hours)).collect();
        if !hours.is_empty() && !contact.holidays.is_empty() {
            hours.push(words.say("contact-closed-on-holidays", &[]));
        }
        ContactModel {
            label: words.own(&contact.label).unwrap_or_default(),
            phones: contact
                .phones
                .iter()
                .map(|phone| PhoneModel { display: phone.display().to_owned(), tel: phone.tel().to_owned() })
                .collect(),
            email: contact.email.clone(),
            address: words.own(&contact.address),
            state: state.map(|state| self.opening(state)),
            hours,
            note: words.own(&contact.note),
        }
    }

    fn opening(&self, state: OpeningState) -> StateModel {
        let words = self.words;
        let now = self.local(self.as_of.instant);
        match state {
            OpeningState::Open { until } => StateModel {
                open: Some(true),
                text: words.say("contact-open-until", &[("time", words.time(until).into())]),
            },
            OpeningState::Closed { opens } => {
                let days = opens.and_then(|opens| now.date().until(opens.date()).ok()).map(|span| span.get_days());
                let text = match (opens, days) {
                    (Some(opens), Some(0)) => {
                        words.say("contact-closed-opens-today", &[("time", words.time(opens).into())])
                    }
                    (Some(opens), Some(1..=6)) => {
                        let weekday = words.locales.weekday(&words.lang, opens.date().weekday());
                        words.say(
                            "contact-closed-opens",
                            &[("weekday", weekday.into()), ("time", words.time(opens).into())],
                        )
                    }
                    (Some(opens), _) => {
                        let date = words.date(opens.date());
                        words.say(
                            "contact-closed-opens-date",
                            &[("date", date.into()), ("time", words.time(opens).into())],
                        )
                    }
                    (None, _) => words.say("contact-closed", &[]),
                };
                StateModel { open: Some(false), text }
            }
        }
    }

    fn hours_line(&self, hours: &DayHours) -> String {
        let words = self.words;
        let time = |time: jiff::civil::Time| words.locales.time(&words.lang, time.hour(), time.minute());
        let name = |day: &Weekday| words.locales.weekday(&words.lang, day.civil());
        let mut days = hours.days.clone();
        days.sort_unstable();
        days.dedup();
        let in_a_row = days.windows(2).all(|pair| pair[1] as u8 == pair[0] as u8 + 1);
        let days = match days.as_slice() {
            days if days.len() == 7 => words.say("days-every", &[]),
            [first, .., last] if in_a_row && days.len() > 2 => {
                words.say("day-range", &[("from", name(first).into()), ("to", name(last).into())])
            }
            days => words.locales.list(&words.lang, &days.iter().map(name).collect::<Vec<_>>()),
        };
        let args = [("days", days.into()), ("from", time(hours.from).into()), ("to", time(hours.to).into())];
        words.say("contact-hours-line", &args)
    }

    fn banners(&self) -> Vec<BannerModel> {
        let banner = |banner: &domain::Banner| {
            Some(BannerModel {
                text: self.words.own(&banner.text)?,
                level: match banner.level {
                    BannerLevel::Info => "info",
                    BannerLevel::Warning => "warning",
                },
                href: banner.link.as_deref().map(|link| self.editors_link(link)),
            })
        };
        self.standing.banners.iter().filter_map(banner).collect()
    }

    fn nav_item(&self, here: &str, item: NavItem) -> NavModel {
        let path = Address { lang: self.words.lang.clone(), room: Room::Text(item.path) }.path();
        let current = here == path || here.strip_prefix(&path).is_some_and(|rest| rest.starts_with('/'));
        NavModel { title: item.title, href: self.link(&path), current }
    }

    fn as_of_model(&self, here: &str) -> AsOfModel {
        let local = self.local(self.as_of.instant);
        let seconds = format!("{}:{:02}", self.words.time(local), local.second());
        let (kind, watermark) = match &self.tense {
            Tense::Live | Tense::Past => ("past", None),
            Tense::Rehearsal(_) => ("rehearsal", None),
            Tense::Preview { watermark, .. } => ("preview", watermark.clone()),
        };
        AsOfModel {
            kind,
            watermark,
            date: self.words.date(local.date()),
            time: seconds,
            zone: self.zone_label(),
            live_href: (kind != "preview").then(|| link_path(here)),
        }
    }
}

/// The first instant of the next minute. Every zone in use since 1972 turns its minutes with UTC.
pub(crate) fn next_minute(instant: Timestamp) -> Timestamp {
    let second = instant.as_second();
    Timestamp::from_second(second - second.rem_euclid(60) + 60).unwrap_or(Timestamp::MAX)
}

/// A zone's local time with its offset, to the minute, as HTML's global date and time wants it.
fn machine_minute(zone: &TimeZone, instant: Timestamp) -> String {
    let local = zone.to_datetime(instant);
    let offset = zone.to_offset(instant).seconds();
    let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
    format!("{}T{:02}:{:02}{sign}{:02}:{:02}", local.date(), local.hour(), local.minute(), minutes / 60, minutes % 60)
}

impl Frame {
    /// The frame without the page's own address, for pages that are answers to many addresses.
    pub(crate) fn without_address(self) -> Self {
        Self { canonical: None, here: String::new(), ..self }
    }
}
