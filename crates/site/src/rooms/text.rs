//! Messages and evergreen pages.

use document::{HtmlOptions, Marked};
use domain::{Completeness, DateBasis, Kind, Lang, Precision, VersionClass};
use serde::Serialize;
use views::{Line, SeenVersion, ViewsError};

use crate::address::Room;
use crate::frame::{Desk, Tense};
use crate::query::ArchiveQuery;
use crate::rooms::cite::{self, Asked, Followed};
use crate::words::iso;

#[derive(Debug, Serialize)]
pub(crate) struct MessageRoom {
    message: MessageModel,
    states: Vec<StateLine>,
    /// Whether this is a state of the page that search engines shall not keep.
    asked: bool,
    /// What became of the passage that the reader was sent to.
    passage: Option<cite::PassageModel>,
}

#[derive(Debug, Serialize)]
struct MessageModel {
    kind: &'static str,
    kind_label: String,
    title: String,
    lang: String,
    dir: &'static str,
    place: Option<String>,
    released: Moment,
    occasion: Option<OccasionModel>,
    speakers: Vec<SpeakerModel>,
    topics: Vec<LinkModel>,
    version: u32,
    body_html: String,
    editions: Vec<EditionModel>,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
}

#[derive(Debug, Serialize)]
struct Moment {
    iso: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct OccasionModel {
    date_iso: Option<String>,
    date: Option<String>,
    place: Option<String>,
    with: Option<String>,
}

#[derive(Debug, Serialize)]
struct SpeakerModel {
    name: String,
    office: Option<String>,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct LinkModel {
    name: String,
    href: String,
}

#[derive(Debug, Serialize)]
struct EditionModel {
    name: String,
    href: String,
    lang: String,
    dir: &'static str,
}

#[derive(Debug, Serialize)]
struct Neighbour {
    title: String,
    href: String,
    date_text: String,
}

#[derive(Debug, Serialize)]
struct StateLine {
    kind: &'static str,
    text: String,
    note: Option<String>,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PageRoom {
    page: PageModel,
    asked: bool,
    passage: Option<cite::PassageModel>,
}

#[derive(Debug, Serialize)]
struct PageModel {
    title: String,
    lang: String,
    dir: &'static str,
    body_html: String,
    updated: Moment,
    below: Vec<NavLink>,
}

#[derive(Debug, Serialize)]
struct NavLink {
    title: String,
    href: String,
}

/// The languages in which the public may see a message, with the address in each.
pub(crate) type Editions = Vec<(Lang, String, String)>;

/// A message's model.
pub(crate) fn message(
    desk: &Desk<'_>,
    version: &SeenVersion,
    editions: &Editions,
    asked: &Asked,
) -> Result<MessageRoom, ViewsError> {
    let words = desk.words;
    let Followed { panel, marked } = cite::follow(desk, version, asked)?;
    let sheet = &version.sheet;
    let (older, newer) = desk.views.neighbours(&desk.as_of, &words.lang, version)?;
    let occasion = &sheet.occasion;
    let has_occasion = occasion.date.is_some() || occasion.place.is_some() || occasion.with.is_some();
    let message = MessageModel {
        kind: sheet.kind.as_str(),
        kind_label: words.kind(sheet.kind.as_str()),
        title: sheet.title.clone(),
        lang: sheet.lang.to_string(),
        dir: words.direction(&sheet.lang),
        place: occasion.place.clone(),
        released: released(desk, version),
        occasion: has_occasion.then(|| OccasionModel {
            date_iso: occasion.date.map(|date| date.to_string()),
            date: occasion.date.map(|date| words.date(date)),
            place: occasion.place.clone(),
            with: occasion.with.clone(),
        }),
        speakers: speakers(desk, version),
        topics: topics(desk, version),
        version: version.versions.last().map_or(1, |last| last.number),
        body_html: body(desk, version, marked)?,
        editions: other_editions(desk, editions),
        previous: older.map(|line| neighbour(desk, line)),
        next: newer.map(|line| neighbour(desk, line)),
    };
    Ok(MessageRoom { message, states: states(desk, version)?, asked: asked.is_something(), passage: panel })
}

/// An evergreen page's model.
pub(crate) fn page(desk: &Desk<'_>, version: &SeenVersion, asked: &Asked) -> Result<PageRoom, ViewsError> {
    let words = desk.words;
    let Followed { panel, marked } = cite::follow(desk, version, asked)?;
    let below = desk.views.pages_below(&desk.as_of, &words.lang, &version.path)?;
    let newest = version.versions.last().map_or(version.first_release, |last| last.release);
    let page = PageModel {
        title: version.sheet.title.clone(),
        lang: version.sheet.lang.to_string(),
        dir: words.direction(&version.sheet.lang),
        body_html: body(desk, version, marked)?,
        updated: moment(desk, newest, Precision::Day),
        below: below
            .into_iter()
            .map(|item| NavLink { title: item.title, href: desk.href(&words.lang, Room::Text(item.path)) })
            .collect(),
    };
    Ok(PageRoom { page, asked: asked.is_something(), passage: panel })
}

/// Whether a version is an evergreen page's.
pub(crate) fn is_page(version: &SeenVersion) -> bool {
    version.sheet.kind == Kind::Page
}

fn body(desk: &Desk<'_>, version: &SeenVersion, marked: Option<Marked>) -> Result<String, ViewsError> {
    let say = |key| desk.words.say(key, &[]);
    // What is not released has no place that could be cited.
    let cite = !matches!(desk.tense, Tense::Preview { .. });
    let options = HtmlOptions {
        anchors: true,
        anchor_label: say(if cite { "cite-paragraph" } else { "paragraph-link" }),
        turn_label: say("cite-turn"),
        cite,
        speakers: cite::speaker_pages(desk, version),
        marked,
        table_label: say("table-label"),
        media_root: desk.media_root(),
        pictures: desk.views.pictures(&desk.as_of, &version.document)?,
    };
    Ok(desk.same_instant(version.document.to_html(&options)))
}

fn released(desk: &Desk<'_>, version: &SeenVersion) -> Moment {
    moment(desk, version.first_release, version.sheet.precision)
}

fn moment(desk: &Desk<'_>, instant: jiff::Timestamp, precision: Precision) -> Moment {
    let words = desk.words;
    let local = desk.local(instant);
    let date = words.date(local.date());
    match precision {
        Precision::Day => {
            Moment { iso: local.date().to_string(), text: words.say("released-day", &[("date", date.into())]) }
        }
        Precision::Instant => {
            let args = [("date", date.into()), ("time", words.time(local).into()), ("zone", desk.zone_label().into())];
            Moment { iso: iso(instant), text: words.say("released-at", &args) }
        }
    }
}

fn speakers(desk: &Desk<'_>, version: &SeenVersion) -> Vec<SpeakerModel> {
    let said_on = cite::said_on(desk, version);
    let model = |written: &String| {
        let cite::Voice { name, office, href, .. } = cite::named(desk, written, said_on);
        SpeakerModel { name: name.unwrap_or_else(|| written.clone()), office, href }
    };
    version.sheet.speakers.iter().map(model).collect()
}

fn topics(desk: &Desk<'_>, version: &SeenVersion) -> Vec<LinkModel> {
    let model = |written: &String| {
        let slug = domain::slug_of(written);
        let known = desk.standing.topics.iter().find(|topic| topic.slug == slug);
        LinkModel {
            name: known.and_then(|topic| desk.words.own(&topic.name)).unwrap_or_else(|| written.clone()),
            href: filtered(desk, |query| query.filter.topic = Some(slug)),
        }
    };
    version.sheet.topics.iter().map(model).collect()
}

/// The archive with a filter.
fn filtered(desk: &Desk<'_>, set: impl FnOnce(&mut ArchiveQuery)) -> String {
    let mut query = ArchiveQuery::default();
    set(&mut query);
    format!("{}{}", desk.href(&desk.words.lang, Room::Archive), query.written())
}

fn other_editions(desk: &Desk<'_>, editions: &Editions) -> Vec<EditionModel> {
    editions
        .iter()
        .filter(|(lang, _, _)| *lang != desk.words.lang)
        .map(|(lang, path, _)| EditionModel {
            name: desk.words.locales.own_name(lang),
            href: desk.href(lang, Room::Text(path.clone())),
            lang: lang.to_string(),
            dir: desk.words.direction(lang),
        })
        .collect()
}

fn neighbour(desk: &Desk<'_>, line: Line) -> Neighbour {
    Neighbour {
        title: line.title,
        href: desk.href(&desk.words.lang, Room::Text(line.path)),
        date_text: desk.words.ledger(line.day),
    }
}

/// What a reader must know of the text before reading it: corrected, imported, not whole.
fn states(desk: &Desk<'_>, version: &SeenVersion) -> Result<Vec<StateLine>, ViewsError> {
    let words = desk.words;
    let line = |kind, key: &str, args: &[(&str, locale::Arg)]| StateLine {
        kind,
        text: words.say(key, args),
        note: None,
        href: None,
    };
    let mut states = Vec::new();
    if let Some(last) = version.versions.last().filter(|last| last.class != VersionClass::First) {
        let date = words.date(desk.local(last.release).date());
        states.push(StateLine {
            note: last.note.clone(),
            ..line("corrected", "state-corrected", &[("date", date.into())])
        });
    }
    let source = match &version.sheet.follows {
        Some(follows) => desk.views.edition(&desk.as_of, &follows.lang, &version.message)?,
        None => None,
    };
    let source_number = source.and_then(|source| source.versions.last().map(|newest| newest.number));
    // A source that is still under embargo, or was taken back, is not spoken of.
    let is_public = |follows: &&domain::Follows| source_number.is_some_and(|number| number >= follows.number);
    if let Some(follows) = version.sheet.follows.as_ref().filter(is_public) {
        let language = words.locales.own_name(&follows.lang);
        let args = [("number", i64::from(follows.number).into()), ("language", language.into())];
        states.push(line("translation", "state-translation-of-version", &args));
    }
    if let Some(provenance) = &version.sheet.provenance {
        let date = words.date(provenance.entered);
        states.push(line(
            "imported",
            "state-imported",
            &[("source", provenance.source.clone().into()), ("date", date.into())],
        ));
        match provenance.date_basis {
            DateBasis::Event => states.push(line("date", "state-imported-event-date", &[])),
            DateBasis::Title => states.push(line("date", "state-imported-title-date", &[])),
            DateBasis::Publication | DateBasis::Release => {}
        }
    }
    match version.sheet.completeness {
        Completeness::Whole => {}
        Completeness::AsCaptured => states.push(line("captured", "state-as-captured", &[])),
        Completeness::Summary => states.push(line("summary", "state-summary-only", &[])),
    }
    Ok(states)
}
