//! The page on which an edition is written: where I am, the text, facts and checks.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use document::{Document, HtmlOptions};
use domain::{Edition, Kind, Lang, Message};
use newsroom::{Draft, Stage};
use serde::{Deserialize, Serialize};

use super::edition::{Place, content_of, demand_writer, open};
use super::fields::{Fields, Problem, read_kind};
use super::insight::{FindingModel, Knowledge, Proposal, SuggestionModel, classes, proposal};
use super::limits::{SPARE_LINES, SPARE_LINES_MORE};
use super::presence::{Other, meet};
use super::words::{editor_words, in_page, moment_of, name_of};
use crate::{DeskError, DeskState, Signed};

/// What the address asks for beside the edition.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// What was done before this page came.
    done: Option<String>,
    /// The kind that a new message begins with.
    kind: Option<String>,
}

/// What was done, as the page says it. Other words are left alone: the address is anybody's.
const DONE: [&str; 4] = ["saved", "taken", "submitted", "merged"];

/// Shows the page.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        demand_writer(desk, &signed, &place)?;
        let mut draft = open(desk, &place)?;
        let is_new = !draft.is_saved() && draft.base == 0;
        if let Some(kind) = asked.kind.as_deref().and_then(read_kind).filter(|_| is_new) {
            draft.content.kind = kind;
        }
        let done = asked.done.filter(|done| DONE.contains(&done.as_str()));
        page(desk, &signed, &place, &draft, Shown { done, ..Shown::default() })
    })
    .await
}

/// What the page shows instead of, or beside, what is saved.
#[derive(Default)]
pub(crate) struct Shown {
    /// What the person typed, where it could not be saved.
    pub(crate) fields: Option<Fields>,
    /// The text as the person typed it.
    pub(crate) text: Option<String>,
    /// The revision that what was typed is based on.
    pub(crate) base: Option<u64>,
    /// The version that the page was opened with, as its form says it.
    pub(crate) opened: Option<String>,
    /// The field of which more lines are asked for.
    pub(crate) more: Option<String>,
    /// What is wrong with it.
    pub(crate) problems: Vec<Problem>,
    /// What was left out of a file.
    pub(crate) notes: Vec<String>,
    /// What was done.
    pub(crate) done: Option<String>,
}

#[derive(Serialize)]
struct Write<'a> {
    message: String,
    edition: &'a str,
    title: &'a str,
    api: String,
    zone: String,
    revision: u64,
    version: u32,
    is_correction: bool,
    is_page: bool,
    editions: Vec<EditionLine>,
    missing: Vec<String>,
    changed: Option<(String, String)>,
    others: Vec<Other>,
    fields: Fields,
    spare: usize,
    spare_more: usize,
    more: Option<String>,
    /// Revision and version that the page shows where nothing was saved yet.
    opened: Option<String>,
    text: String,
    document: String,
    speakers_json: String,
    words: String,
    kinds: Vec<&'static str>,
    classes: Vec<(&'static str, bool)>,
    proposal: Option<Proposal>,
    known_speakers: Vec<String>,
    known_topics: Vec<String>,
    sources: Vec<SourceChoice>,
    source: Option<Source>,
    checks: Vec<FindingModel>,
    suggestions: Vec<SuggestionModel>,
    problems: Vec<Problem>,
    errors: BTreeMap<String, String>,
    notes: Vec<String>,
    done: Option<String>,
    address: Option<String>,
    unmerged: bool,
}

#[derive(Serialize)]
struct EditionLine {
    lang: String,
    stage: &'static str,
    next: Option<&'static str>,
    href: String,
    here: bool,
}

#[derive(Serialize)]
struct SourceChoice {
    value: String,
    lang: String,
    number: u32,
}

/// The text that this one translates, as it is read beside it.
#[derive(Serialize)]
struct Source {
    lang: String,
    title: String,
    html: String,
    /// The version's number; 0 for a text that is not released.
    number: u32,
    /// The source's newest version, where it is a later one.
    newer: Option<u32>,
    #[serde(skip)]
    document: Document,
}

/// Makes the page of a draft.
pub(crate) fn page(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    draft: &Draft,
    shown: Shown,
) -> Result<Response, DeskError> {
    let knowledge = Knowledge::gather(desk, &place.lang)?;
    let standing = &knowledge.standing;
    let folded = desk.newsroom.message(&desk.site, &place.message)?;
    let none = Edition::default();
    let edition = folded.editions.get(&place.lang).unwrap_or(&none);
    let (editions, missing) = lines(desk, place, &standing.identity.languages)?;
    let source = source_of(desk, place, draft, &folded)?;
    let proposal = proposal(desk, edition, &draft.content)?;
    let own = desk.lang_of(signed);
    let changed = match &draft.changed_by {
        Some(by) => Some((name_of(desk, by)?, moment_of(desk, &own, draft.changed_at)?)),
        None => None,
    };
    let name = |texts: &domain::Texts| texts.get(&place.lang, &standing.identity.languages).map(str::to_owned);
    let status = if shown.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let errors = shown.problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let checks = knowledge.findings(place, &draft.content, source.as_ref().map(|source| &source.document));
    let suggestions = knowledge.suggestions(place, &draft.content, !edition.versions.is_empty());
    let model = Write {
        message: place.message.to_string(),
        edition: place.lang.as_str(),
        title: &draft.content.title,
        api: place.href(),
        zone: standing.identity.home_zone.clone(),
        revision: shown.base.unwrap_or(draft.revision),
        version: draft.base,
        is_correction: !edition.versions.is_empty(),
        is_page: draft.content.kind == Kind::Page,
        editions,
        missing,
        changed,
        others: meet(desk, signed, place)?,
        fields: shown.fields.unwrap_or_else(|| Fields::of(&draft.content, &place.lang, standing)),
        spare: SPARE_LINES,
        spare_more: SPARE_LINES_MORE,
        more: shown.more,
        opened: match shown.base {
            Some(_) => shown.opened,
            None => (!draft.is_saved()).then(|| format!("{}/{}", draft.revision, draft.base)),
        },
        text: shown.text.unwrap_or_else(|| draft.content.document.to_markdown()),
        document: in_page(&draft.content.document),
        speakers_json: in_page(&speakers(standing, &place.lang)),
        words: editor_words(desk, &own),
        kinds: Kind::MESSAGES.into_iter().chain([Kind::Page]).map(Kind::as_str).collect(),
        classes: classes(proposal.as_ref()),
        proposal,
        known_speakers: standing.speakers.iter().filter_map(|speaker| name(&speaker.name)).collect(),
        known_topics: standing.topics.iter().filter_map(|topic| name(&topic.name)).collect(),
        sources: sources(place, &folded, draft.content.follows.as_ref()),
        source,
        checks,
        suggestions,
        problems: shown.problems,
        errors,
        notes: shown.notes,
        done: shown.done,
        address: edition.versions.last().map(|version| format!("/{}/{}", place.lang, version.address)),
        unmerged: super::merging::is_kept(desk, signed, place)?,
    };
    desk.page_with(status, signed, "messages", "writing/write.html", &model)
}

/// The message's editions with their stages, this one among them, and the languages in which there is none.
fn lines(desk: &DeskState, place: &Place, languages: &[Lang]) -> Result<(Vec<EditionLine>, Vec<String>), DeskError> {
    let standpoints = desk.newsroom.standpoints(&desk.site, &place.message)?;
    let href = |lang: &Lang| Place { message: place.message.clone(), lang: lang.clone() }.href();
    let mut lines: Vec<EditionLine> = standpoints
        .iter()
        .map(|(lang, standpoint)| EditionLine {
            lang: lang.to_string(),
            stage: standpoint.stage.as_str(),
            next: standpoint.next.map(Stage::as_str),
            href: href(lang),
            here: *lang == place.lang,
        })
        .collect();
    if !standpoints.contains_key(&place.lang) {
        let (lang, href) = (place.lang.to_string(), place.href());
        lines.push(EditionLine { lang, stage: Stage::Draft.as_str(), next: None, href, here: true });
    }
    let is_missing = |lang: &&Lang| **lang != place.lang && !standpoints.contains_key(*lang);
    Ok((lines, languages.iter().filter(is_missing).map(Lang::to_string).collect()))
}

/// The versions of the other editions, the newest of each first.
fn sources(place: &Place, folded: &Message, follows: Option<&domain::Follows>) -> Vec<SourceChoice> {
    let others = folded.editions.iter().filter(|(lang, _)| **lang != place.lang);
    let choice =
        |lang: &Lang, number: u32| SourceChoice { value: format!("{lang}/{number}"), lang: lang.to_string(), number };
    let mut choices: Vec<SourceChoice> = others
        .flat_map(|(lang, edition)| edition.versions.iter().rev().map(move |version| choice(lang, version.number)))
        .collect();
    // The version that a source still to be released will be.
    if let Some(expected) = follows.map(|follows| choice(&follows.lang, follows.number))
        && choices.iter().all(|choice| choice.value != expected.value)
    {
        choices.insert(0, expected);
    }
    choices
}

/// The text that this one is made from: the version it follows, else what another edition's draft says.
fn source_of(desk: &DeskState, place: &Place, draft: &Draft, folded: &Message) -> Result<Option<Source>, DeskError> {
    let made = |lang: &Lang, title: String, document: Document, number: u32, newer: Option<u32>| Source {
        lang: lang.to_string(),
        title,
        html: document.to_html(&HtmlOptions { media_root: "/desk".to_owned(), ..HtmlOptions::default() }),
        number,
        newer,
        document,
    };
    if let Some(follows) = &draft.content.follows {
        let edition = folded.editions.get(&follows.lang);
        let released = edition.and_then(|edition| {
            let version = edition.versions.iter().find(|version| version.number == follows.number)?;
            Some((version, edition.versions.last().map(|newest| newest.number)))
        });
        if let Some((version, newest)) = released {
            let (lang, number) = (&follows.lang, follows.number);
            let newer = newest.filter(|newest| *newest > number);
            let content = content_of(desk, version)?;
            return Ok(content.map(|content| made(lang, content.title, content.document, number, newer)));
        }
    } else if draft.base > 0 {
        return Ok(None);
    }
    // The source is not released yet: what its draft says stands beside the translation.
    let wanted = draft.content.follows.as_ref().map(|follows| &follows.lang);
    let drafts = desk.newsroom.drafts_of(&desk.site, &place.message)?;
    let other = drafts.into_iter().find(|other| {
        other.lang != place.lang && wanted.is_none_or(|lang| *lang == other.lang) && !other.content.document.is_empty()
    });
    Ok(other.map(|other| made(&other.lang, other.content.title, other.content.document, 0, None)))
}

/// The text that an edition translates, for the checks.
pub(crate) fn source_text(desk: &DeskState, place: &Place, draft: &Draft) -> Result<Option<Document>, DeskError> {
    let folded = desk.newsroom.message(&desk.site, &place.message)?;
    Ok(source_of(desk, place, draft, &folded)?.map(|source| source.document))
}

#[derive(Serialize)]
struct SpeakerChoice<'a> {
    slug: &'a str,
    name: &'a str,
    labels: Vec<&'a str>,
}

/// The known speakers as the editor offers them, with what transcripts print for them.
fn speakers<'a>(standing: &'a views::Standing, lang: &Lang) -> Vec<SpeakerChoice<'a>> {
    let fallbacks = &standing.identity.languages;
    let choice = |speaker: &'a domain::Speaker| {
        let name = speaker.name.get(lang, fallbacks).unwrap_or(&speaker.slug);
        let offices = speaker.offices.iter().filter_map(|office| office.title.get(lang, fallbacks));
        let labels = [name].into_iter().chain(offices).chain(speaker.aliases.iter().map(String::as_str));
        SpeakerChoice { slug: &speaker.slug, name, labels: labels.collect() }
    };
    standing.speakers.iter().map(choice).collect()
}
