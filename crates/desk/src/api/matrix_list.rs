//! The translation matrix: each message in each language, missing, older than its source, or current.

use std::collections::{BTreeMap, HashSet};

use domain::{Edition, Lang, MessageId, Shown, Version};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use views::DeskFilter;

use super::ask::{Answer, Ask};
use super::limits::{EDITIONS_READ_MAX, LINES, MATRIX_MESSAGES};
use super::page::{self, CURSOR};
use super::room::{Room, Verb};
use super::trouble::Trouble;
use crate::DeskState;

const LIST: &str = "/matrix";

/// A message in the site's languages.
#[derive(Serialize, ToSchema)]
struct MatrixRow {
    message: String,
    /// The title of the edition released last.
    title: String,
    cells: Vec<MatrixCell>,
}

/// A message in one language.
#[derive(Serialize, ToSchema)]
struct MatrixCell {
    lang: String,
    /// `missing`, `scheduled`, `original`, `current`, `older`, `withdrawn` or `erased`.
    state: &'static str,
    /// The version of which edition it follows.
    follows: Option<Followed>,
}

/// The source of a translation.
#[derive(Serialize, ToSchema)]
struct Followed {
    lang: String,
    /// The version that was translated.
    number: u32,
    /// The source's newest public version; 0 for none.
    newest: u32,
}

/// A page of the matrix, the newest message first.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; pages are made where they are given")]
struct Matrix {
    messages: Vec<MatrixRow>,
    /// The cursor of the next page.
    next: Option<String>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, LIST, "read_matrix", "Read which message is missing or outdated in which language", list)
            .query(&[CURSOR])
            .gives::<Matrix>(200),
    ]
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let begin = page::offset(ask)?;
    let views = desk.newsroom.views();
    let languages = desk.standing()?.identity.languages;
    let (mut rows, mut seen, mut at): (Vec<MatrixRow>, HashSet<MessageId>, usize) = (Vec::new(), HashSet::new(), begin);
    while at < begin + EDITIONS_READ_MAX {
        let lines = views.desk_list(&desk.site, &DeskFilter::default(), at, LINES)?;
        let last = lines.len() < LINES;
        for line in lines {
            // Editions released together stand together, so a page does not end among them.
            if rows.len() >= MATRIX_MESSAGES && !seen.contains(&line.message) {
                return page::answer(ask, LIST, "messages", &rows, Some(at));
            }
            at += 1;
            if !seen.insert(line.message.clone()) || line.kind == "page" {
                continue;
            }
            let editions = views.all_editions(&desk.site, &line.message)?;
            // A message stands where its newest edition stands; on a later page it has been listed before.
            let newest =
                editions.values().filter_map(|edition| edition.versions.last()).map(|newest| newest.release).max();
            if newest.is_none_or(|newest| newest <= line.release) {
                let cells =
                    languages.iter().map(|lang| cell(desk, &editions, lang, ask.now)).collect::<Result<_, _>>()?;
                rows.push(MatrixRow { message: line.message.to_string(), title: line.title, cells });
            }
        }
        if last {
            return page::answer(ask, LIST, "messages", &rows, None);
        }
    }
    page::answer(ask, LIST, "messages", &rows, Some(at))
}

fn cell(
    desk: &DeskState,
    editions: &BTreeMap<Lang, Edition>,
    lang: &Lang,
    now: Timestamp,
) -> Result<MatrixCell, Trouble> {
    let plain = |state| Ok(MatrixCell { lang: lang.to_string(), state, follows: None });
    let Some((edition, version)) = editions.get(lang).and_then(|edition| Some((edition, edition.versions.last()?)))
    else {
        return plain("missing");
    };
    if edition.erasure.is_some() {
        return plain("erased");
    }
    let state = match edition.shown_at(now) {
        Shown::Withdrawn { .. } => return plain("withdrawn"),
        Shown::Erased { .. } => return plain("erased"),
        Shown::Nothing => "scheduled",
        Shown::Version(_) => "original",
    };
    let Some(follows) = follows(desk, editions, version, now)? else { return plain(state) };
    let state = match state {
        _ if follows.newest > follows.number => "older",
        "original" => "current",
        scheduled => scheduled,
    };
    Ok(MatrixCell { lang: lang.to_string(), state, follows: Some(follows) })
}

/// What a version says that it was translated from.
fn follows(
    desk: &DeskState,
    editions: &BTreeMap<Lang, Edition>,
    version: &Version,
    now: Timestamp,
) -> Result<Option<Followed>, Trouble> {
    let Some((sheet, _)) = desk.newsroom.text_of(version.sheet)? else { return Ok(None) };
    let Some(follows) = sheet.follows else { return Ok(None) };
    let newest = match editions.get(&follows.lang).map(|edition| edition.shown_at(now)) {
        Some(Shown::Version(version)) => version.number,
        _ => 0,
    };
    Ok(Some(Followed { lang: follows.lang.to_string(), number: follows.number, newest }))
}
