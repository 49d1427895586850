//! The translation matrix: each message in each language, missing, older than its source, or current.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use domain::{Edition, Lang, MessageId, Shown};
use jiff::Timestamp;
use newsroom::Stage;
use serde::Serialize;
use views::{DeskFilter, DeskLine};

use super::fields::Fields;
use super::room::{Room, When};
use crate::{DeskError, DeskState, Signed};

/// Messages on one page: what can be taken in at a glance and a scroll.
const MESSAGES: usize = 50;
/// Editions read at a time while messages are collected.
const LINES: usize = 200;

#[derive(Serialize)]
struct Model {
    languages: Vec<Column>,
    rows: Vec<Row>,
    /// Where the next page begins; 0 for none.
    next: usize,
    first: bool,
    missing: usize,
    older: usize,
}

#[derive(Serialize)]
struct Column {
    lang: String,
    name: String,
}

#[derive(Serialize)]
struct Row {
    message: String,
    title: String,
    lang: String,
    when: When,
    cells: Vec<Cell>,
}

/// One edition: `missing`, `current`, `original`, `older`, `scheduled`, `withdrawn`, `erased`.
#[derive(Default, Serialize)]
struct Cell {
    lang: String,
    language: String,
    state: &'static str,
    /// The version of the source that it follows, and the source's newest public one.
    follows: u32,
    newest: u32,
    source: String,
    source_language: String,
    /// Where the work on it stands; empty for none.
    work: &'static str,
    may_write: bool,
}

/// Shows fifty messages, the newest first.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        let after: usize = Fields::read(&query).get("after").parse().unwrap_or_default();
        let (lines, next) = collect(&room, after)?;
        let works = works(&room)?;
        let languages = room.standing.identity.languages.clone();
        let mut rows = Vec::with_capacity(lines.len());
        for (line, editions) in lines {
            let mut cells = Vec::with_capacity(languages.len());
            for lang in &languages {
                let work = works.get(&(line.message.clone(), lang.clone())).copied();
                cells.push(cell(&room, &editions, lang, work)?);
            }
            // In the site's first language that has it, whatever was released last.
            let lang = languages.iter().find(|lang| editions.contains_key(*lang)).unwrap_or(&line.lang);
            let title = editions.get(lang).map(|edition| room.title_of(edition)).transpose()?.unwrap_or_default();
            let (message, lang) = (line.message.to_string(), lang.to_string());
            rows.push(Row { message, title, lang, when: room.when(line.release), cells });
        }
        let count = |state: &str| rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.state == state).count();
        let (missing, older) = (count("missing"), count("older"));
        let column = |lang: &Lang| Column { lang: lang.to_string(), name: room.language(lang) };
        let languages = languages.iter().map(column).collect();
        let model = Model { languages, rows, next: next.unwrap_or_default(), first: after == 0, missing, older };
        room.page("matrix", "review/matrix.html", &model)
    })
    .await
}

type Listed = (DeskLine, BTreeMap<Lang, Edition>);

/// The newest editions' messages, each once, from a place in the list of editions on; and where the next page begins.
fn collect(room: &Room<'_>, after: usize) -> Result<(Vec<Listed>, Option<usize>), DeskError> {
    let views = room.desk.newsroom.views();
    let mut seen: HashSet<MessageId> = HashSet::new();
    let mut listed: Vec<Listed> = Vec::new();
    let mut at = after;
    loop {
        let lines = views.desk_list(&room.desk.site, &DeskFilter::default(), at, LINES)?;
        let done = lines.len() < LINES;
        for line in lines {
            // Editions released together stand together, so a page is not ended among them.
            if listed.len() >= MESSAGES && !seen.contains(&line.message) {
                return Ok((listed, Some(at)));
            }
            at += 1;
            if !seen.insert(line.message.clone()) || line.kind == "page" {
                continue;
            }
            let editions = views.all_editions(&room.desk.site, &line.message)?;
            // A message stands where its newest edition stands; on a later page it has been listed before.
            let newest = editions.values().filter_map(|edition| edition.versions.last()).map(|v| v.release).max();
            if newest.is_none_or(|newest| newest <= line.release) {
                listed.push((line, editions));
            }
        }
        if done {
            return Ok((listed, None));
        }
    }
}

/// Where the work on editions stands.
fn works(room: &Room<'_>) -> Result<BTreeMap<(MessageId, Lang), Stage>, DeskError> {
    let newsroom = &room.desk.newsroom;
    let mut works = BTreeMap::new();
    for draft in newsroom.draft_outlines(&room.desk.site)? {
        works.insert((draft.message, draft.lang), Stage::Draft);
    }
    for (message, lang, pending) in newsroom.views().submissions(&room.desk.site)? {
        let stage = if pending.approved_by.is_some() { Stage::Approved } else { Stage::Submitted };
        works.insert((message, lang), stage);
    }
    Ok(works)
}

fn cell(
    room: &Room<'_>,
    editions: &BTreeMap<Lang, Edition>,
    lang: &Lang,
    work: Option<Stage>,
) -> Result<Cell, DeskError> {
    let mut cell = Cell {
        lang: lang.to_string(),
        language: room.language(lang),
        state: "missing",
        work: work.map(Stage::as_str).unwrap_or_default(),
        may_write: room.rights.may_write(lang, true),
        ..Cell::default()
    };
    let Some((edition, version)) = editions.get(lang).and_then(|edition| Some((edition, edition.versions.last()?)))
    else {
        return Ok(cell);
    };
    match edition.shown_at(room.now) {
        Shown::Withdrawn { .. } => cell.state = "withdrawn",
        Shown::Erased { .. } => cell.state = "erased",
        _ if edition.erasure.is_some() => cell.state = "erased",
        shown => {
            cell.state = if shown == Shown::Nothing { "scheduled" } else { "original" };
            let follows = room.sheet(version.sheet)?.and_then(|sheet| sheet.follows);
            let Some(follows) = follows else { return Ok(cell) };
            cell.follows = follows.number;
            cell.newest = newest_public(editions.get(&follows.lang), room.now);
            cell.source_language = room.language(&follows.lang);
            cell.source = follows.lang.to_string();
            match (cell.newest > cell.follows, cell.state) {
                (true, _) => cell.state = "older",
                (false, "original") => cell.state = "current",
                _ => {}
            }
        }
    }
    Ok(cell)
}

/// The number of an edition's version that the public sees; 0 for none.
fn newest_public(edition: Option<&Edition>, now: Timestamp) -> u32 {
    match edition.map(|edition| edition.shown_at(now)) {
        Some(Shown::Version(version)) => version.number,
        _ => 0,
    }
}
