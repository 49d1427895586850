//! Who speaks, in which offices, and what they said.

mod said;

use std::collections::BTreeMap;

use domain::{Office, Speaker};
use jiff::civil::Date;
use serde::Serialize;
use views::SpeakerCount;

use crate::address::{Room, Table};
use crate::frame::Desk;
use crate::public::Trouble;
use crate::rooms::Reached;
use crate::rooms::pictures::{Bars, Caption, Stretch};
use crate::rooms::search::SearchQuery;
use crate::rooms::tables::turns_by_year;
use said::SaidModel;

/// Names on the page of all who speak that are no people of the site: a longer list helps nobody, and the archive has the
/// rest.
const OTHERS_MAX: usize = 200;

#[derive(Debug, Serialize)]
pub(crate) struct SpeakersRoom {
    speakers: SpeakersModel,
}

#[derive(Debug, Serialize)]
struct SpeakersModel {
    title: String,
    people: Vec<PersonLine>,
    others: Vec<PersonLine>,
    /// How many others are listed, where there are more.
    cut: Option<usize>,
}

#[derive(Debug, Serialize)]
struct PersonLine {
    name: String,
    href: String,
    /// The office held at the instant of the page.
    office: Option<String>,
    count: u64,
    /// The first and the last year.
    years: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SpeakerRoom {
    speaker: SpeakerModel,
}

#[derive(Debug, Serialize)]
struct SpeakerModel {
    name: String,
    names: Vec<NameModel>,
    offices: Vec<OfficeModel>,
    /// The width to which the offices' stretches are drawn: the bars' own.
    width: usize,
    bars: Option<Bars>,
    said: SaidModel,
}

#[derive(Debug, Serialize)]
struct NameModel {
    name: String,
    lang: String,
    dir: &'static str,
}

#[derive(Debug, Serialize)]
struct OfficeModel {
    title: String,
    /// From when to when, in words; nothing where neither is known.
    term: Option<String>,
    current: bool,
    stretch: Option<Stretch>,
}

/// Somebody who speaks here: a person of the site, a name on messages, or both.
pub(crate) struct Person<'a> {
    slug: String,
    known: Option<&'a Speaker>,
    label: Option<String>,
    /// How many messages that name the person each year has, oldest first.
    pub(crate) years: Vec<(i16, u64)>,
}

impl SpeakersRoom {
    /// The page's title.
    pub(crate) fn title(&self) -> String {
        self.speakers.title.clone()
    }
}

impl SpeakerRoom {
    /// The page's title.
    pub(crate) fn title(&self) -> String {
        self.speaker.name.clone()
    }
}

/// The speaker of a slug; nothing when nobody of that slug speaks here.
pub(crate) fn person<'a>(desk: &Desk<'a>, slug: &str) -> Result<Option<Person<'a>>, Trouble> {
    let named = desk.views.speakers(&desk.as_of, &desk.words.lang)?;
    let known = desk.standing.speakers.iter().find(|speaker| speaker.slug == slug);
    let named = named.get(slug);
    let person = || Person {
        slug: slug.to_owned(),
        known,
        label: named.map(|named| named.label.clone()),
        years: named.map(|named| named.years.clone()).unwrap_or_default(),
    };
    Ok((known.is_some() || named.is_some()).then(person))
}

impl Person<'_> {
    fn name(&self, desk: &Desk<'_>) -> String {
        let own = self.known.and_then(|known| desk.words.own(&known.name));
        own.or_else(|| self.label.clone()).unwrap_or_else(|| self.slug.clone())
    }

    /// The office held on a day, in the page's language.
    fn office_on(&self, desk: &Desk<'_>, day: Date) -> Option<String> {
        self.known.and_then(|known| known.office_on(day)).and_then(|office| desk.words.own(&office.title))
    }

    /// The offices held in a year, in the page's language, the earlier first.
    pub(crate) fn offices_in(&self, desk: &Desk<'_>, year: i16) -> Vec<String> {
        let held = |office: &&Office| {
            office.from.is_none_or(|from| from.year() <= year) && office.to.is_none_or(|to| year <= to.year())
        };
        let mut offices: Vec<&Office> = self.known.iter().flat_map(|known| &known.offices).filter(held).collect();
        offices.sort_by_key(|office| office.from);
        offices.into_iter().filter_map(|office| desk.words.own(&office.title)).collect()
    }
}

/// All who speak: the people of the site, then the names that only messages have, each in the order of the language.
pub(crate) fn all(desk: &Desk<'_>) -> Result<SpeakersRoom, Trouble> {
    let words = desk.words;
    let named = desk.views.speakers(&desk.as_of, &words.lang)?;
    let today = desk.local(desk.as_of.instant).date();
    let person = |speaker: &Speaker| {
        let name = words.own(&speaker.name).unwrap_or_else(|| speaker.slug.clone());
        let office = speaker.office_on(today).and_then(|office| words.own(&office.title));
        line(desk, &speaker.slug, name, office, named.get(&speaker.slug))
    };
    let mut people: Vec<PersonLine> = desk.standing.speakers.iter().map(person).collect();
    words.locales.sort_by_name(&words.lang, &mut people, |line| &line.name);
    let (mut others, cut) = others(desk, &named);
    words.locales.sort_by_name(&words.lang, &mut others, |line| &line.name);
    let title = words.say("speakers-title", &[]);
    Ok(SpeakersRoom { speakers: SpeakersModel { title, people, others, cut } })
}

/// The names that only messages have, the most frequent where there are too many.
fn others(desk: &Desk<'_>, named: &BTreeMap<String, SpeakerCount>) -> (Vec<PersonLine>, Option<usize>) {
    let is_person = |slug: &str| desk.standing.speakers.iter().any(|speaker| speaker.slug == slug);
    let mut others: Vec<&SpeakerCount> = named.values().filter(|named| !is_person(&named.slug)).collect();
    let cut = (others.len() > OTHERS_MAX).then_some(OTHERS_MAX);
    others.sort_by_key(|other| std::cmp::Reverse(other.total()));
    others.truncate(OTHERS_MAX);
    let line = |other: &SpeakerCount| line(desk, &other.slug, other.label.clone(), None, Some(other));
    (others.into_iter().map(line).collect(), cut)
}

fn line(desk: &Desk<'_>, slug: &str, name: String, office: Option<String>, count: Option<&SpeakerCount>) -> PersonLine {
    let words = desk.words;
    let year = |(year, _): &(i16, u64)| year.to_string();
    let ends = count.and_then(|count| Some((count.years.first()?, count.years.last()?)));
    let years = ends.map(|(first, last)| match first == last {
        true => year(first),
        false => words.say("date-range", &[("from", year(first).into()), ("to", year(last).into())]),
    });
    let href = desk.href(&words.lang, Room::Speaker(slug.to_owned()));
    PersonLine { name, href, office, count: count.map_or(0, SpeakerCount::total), years }
}

/// One who speaks, and what was said, narrowed as the query says.
pub(crate) fn one(desk: &Desk<'_>, slug: &str, query: &str) -> Result<Reached<SpeakerRoom>, Trouble> {
    let Some(person) = person(desk, slug)? else { return Ok(Reached::Unknown) };
    let Some(asked) = SearchQuery::read(query) else { return Ok(Reached::Malformed) };
    let bars = bars(desk, &person)?;
    let offices = person.known.map(|known| offices(desk, known, bars.as_ref())).unwrap_or_default();
    let speaker = SpeakerModel {
        name: person.name(desk),
        names: person.known.map(|known| names(desk, known)).unwrap_or_default(),
        width: bars.as_ref().map_or(0, Bars::width),
        offices,
        bars,
        said: said::model(desk, &person, &asked)?,
    };
    Ok(Reached::Here(SpeakerRoom { speaker }))
}

/// The name in the site's other languages, each form of it once.
fn names(desk: &Desk<'_>, speaker: &Speaker) -> Vec<NameModel> {
    let words = desk.words;
    let mut seen: Vec<String> = words.own(&speaker.name).into_iter().collect();
    let mut names = Vec::new();
    for lang in &desk.standing.identity.languages {
        if let Some(name) = speaker.name.0.get(lang).filter(|name| !seen.contains(name)) {
            seen.push(name.clone());
            names.push(NameModel { name: name.clone(), lang: lang.to_string(), dir: words.direction(lang) });
        }
    }
    names
}

/// What the speaker said by year, or, while the index cannot count that, the messages.
fn bars(desk: &Desk<'_>, person: &Person<'_>) -> Result<Option<Bars>, Trouble> {
    let turns = turns_by_year(desk, &person.slug)?.filter(|turns| !turns.is_empty());
    let (title, values, counts) = match &turns {
        Some(turns) => ("chart-turns", "chart-turns-count", turns),
        None => ("chart-messages", "archive-chart-count", &person.years),
    };
    let words = desk.words;
    let caption = Caption {
        title: words.say(title, &[]),
        values: words.say(values, &[]),
        csv_href: desk.href(&words.lang, Room::Table(Table::Speaker(person.slug.clone()))),
    };
    Ok(Bars::by_year(desk, caption, counts, |year| Some(said::href(desk, person, "", Some(year), 1))))
}

/// The offices, the latest first.
fn offices(desk: &Desk<'_>, speaker: &Speaker, bars: Option<&Bars>) -> Vec<OfficeModel> {
    let words = desk.words;
    let today = desk.local(desk.as_of.instant).date();
    let mut offices: Vec<&Office> = speaker.offices.iter().collect();
    offices.sort_by_key(|office| std::cmp::Reverse((office.from, office.to.unwrap_or(Date::MAX))));
    let model = |office: &Office| {
        let date = |key: &str, date: Date| words.say(key, &[("date", words.date(date).into())]);
        let term = match (office.from, office.to) {
            (Some(from), Some(to)) => {
                Some(words.say("date-range", &[("from", words.date(from).into()), ("to", words.date(to).into())]))
            }
            (Some(from), None) if from > today => Some(date("speakers-from", from)),
            (Some(from), None) => Some(date("speakers-since", from)),
            (None, Some(to)) => Some(date("speakers-until", to)),
            (None, None) => None,
        };
        Some(OfficeModel {
            title: words.own(&office.title)?,
            term,
            current: office.is_held_on(today),
            stretch: bars.and_then(|bars| bars.stretch(office.from, office.to)),
        })
    };
    offices.into_iter().filter_map(model).collect()
}
