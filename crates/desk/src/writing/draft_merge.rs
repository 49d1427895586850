//! The merge: both texts side by side, a choice where both changed the same thing, and one text saved on top of theirs.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use document::{ChangeKind, HtmlOptions, Mint, Part, Row, WordKind, diff};
use newsroom::SaveRefused;
use serde::{Deserialize, Serialize};

use super::draft_save::{problem_of, read_sent, save_draft, too_large};
use super::edition::{Place, demand_writer, open};
use super::fields::Problem;
use super::form::Pairs;
use super::heavy::Turn;
use super::merging::{self, Choice, FieldConflict, Unmerged, Waiting, sides, waiting};
use super::words::{moment_of, name_of};
use crate::{DeskError, DeskState, Signed};

/// What a page or a form asks for: which of the texts that wait.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    mine: Option<String>,
}

/// Shows what waits to be merged; where nothing does, the page on which the edition is written.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| page(desk, &signed, &place, asked.mine.as_deref(), StatusCode::OK, vec![])).await
}

/// Keeps the text of an editor that was told of a conflict, then shows the merge.
pub(crate) async fn keep(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    turn: Turn,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    let body = body.map_err(too_large)?;
    desk.work(move |desk| {
        let _turn = turn;
        demand_writer(desk, &signed, &place)?;
        let pairs = Pairs::read(&body)?;
        drop(body);
        let json = |name: &str| {
            pairs.one(name).ok_or_else(|| {
                DeskError::field(name, format!("“{name}” is missing; go back, the text is still in the editor"))
            })
        };
        let base = pairs.one("base").and_then(|base| base.parse().ok()).unwrap_or(0);
        let before = open(desk, &place)?.content;
        // A field that cannot be read stays as it is there: the text matters more.
        let sent = read_sent(desk, &place, &before, &desk.standing()?, json("fields")?, json("document")?)?;
        let version = merging::opened(sent.opened.as_deref(), base);
        let mine = merging::keep(desk, &signed, &place, &Unmerged { base, version, content: sent.content })?;
        Ok(Redirect::to(&format!("{}/merge?mine={mine}", place.href())).into_response())
    })
    .await
}

/// Puts a text away that waits to be merged: theirs stays as it is.
pub(crate) async fn forget(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    axum::Form(asked): axum::Form<Asked>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        match chosen(desk, &signed, &place, asked.mine.as_deref())? {
            Some(waiting) => merging::forget(desk, &signed, &place, &waiting.id)?,
            None => return Ok(Redirect::to(&format!("{}/merge", place.href())).into_response()),
        }
        Ok(Redirect::to(&place.href()).into_response())
    })
    .await
}

/// The text that a form is about; where it names none, the only one. Choices for one text must not be taken for another.
fn chosen(desk: &DeskState, signed: &Signed, place: &Place, id: Option<&str>) -> Result<Option<Waiting>, DeskError> {
    let mut waiting = waiting(desk, signed, place)?;
    Ok(match id {
        Some(id) => waiting.into_iter().find(|waiting| waiting.id == id),
        None if waiting.len() == 1 => waiting.pop(),
        None => None,
    })
}

/// Saves what was chosen on top of what is there.
pub(crate) async fn settle(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    axum::Form(pairs): axum::Form<Vec<(String, String)>>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| settle_now(desk, &signed, &place, &pairs)).await
}

fn settle_now(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    pairs: &[(String, String)],
) -> Result<Response, DeskError> {
    demand_writer(desk, signed, place)?;
    let standing = desk.standing()?;
    let one = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let Some(Waiting { id, unmerged, .. }) = chosen(desk, signed, place, one("mine"))? else {
        return Ok(Redirect::to(&format!("{}/merge", place.href())).into_response());
    };
    let again = |status: StatusCode, problem: Problem| page(desk, signed, place, Some(&id), status, vec![problem]);
    let changed =
        || Problem::new("theirs", "Somebody changed the text again in the meantime: look at it once more and choose.");
    let sides = sides(desk, place, &standing, unmerged)?;
    if one("theirs").and_then(|seen| seen.parse().ok()) != Some(sides.theirs.revision) {
        return again(StatusCode::CONFLICT, changed());
    }
    let choice = |at: usize| one(&format!("c-{at}")).and_then(Choice::read);
    let field_choice = |name: &str| one(&format!("f-{name}")).and_then(Choice::read);
    let unchosen = (0..sides.conflicts.len()).any(|at| choice(at).is_none())
        || sides.fields.iter().any(|conflict| field_choice(conflict.name).is_none());
    if unchosen {
        let problem = Problem::new("choices", "Choose for every passage and field that both of you changed.");
        return again(StatusCode::UNPROCESSABLE_ENTITY, problem);
    }
    let choices = (0..sides.conflicts.len()).filter_map(|at| Some((at, choice(at)?))).collect();
    let mut mint = Mint::seeded(&desk.newsroom.chance().bytes());
    let document = sides.document(&choices, &mut mint);
    let theirs_of = |name: &str| field_choice(name) == Some(Choice::Theirs);
    let fields = sides.fields(&theirs_of, place, &standing);
    let (content, _) = fields.content(document, &sides.mine, &place.lang, &standing);
    match save_draft(desk, signed, place, sides.theirs.revision, content) {
        Ok(_) => {
            merging::forget(desk, signed, place, &id)?;
            Ok(Redirect::to(&format!("{}?done=merged", place.href())).into_response())
        }
        Err(SaveRefused::Changed { .. }) => again(StatusCode::CONFLICT, changed()),
        Err(refused) => match problem_of(&refused) {
            Some(problem) => again(StatusCode::UNPROCESSABLE_ENTITY, problem),
            None => Err(refused.into()),
        },
    }
}

#[derive(Serialize)]
struct MergePage {
    api: String,
    edition: String,
    title: String,
    /// The text that is shown, and all that wait.
    mine: String,
    waiting: Vec<WaitingLine>,
    theirs: u64,
    their_name: Option<String>,
    their_moment: String,
    gone: bool,
    conflicts: Vec<ConflictModel>,
    fields: Vec<FieldConflict>,
    rows: Vec<Row>,
    merged: String,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct WaitingLine {
    href: String,
    moment: String,
    words: usize,
    here: bool,
}

#[derive(Serialize)]
struct ConflictModel {
    at: usize,
    base: Option<String>,
    mine: Option<String>,
    theirs: Option<String>,
    /// Whether both can stand one after the other.
    both: bool,
    /// Mine and theirs with what differs marked.
    mine_words: Vec<(&'static str, String)>,
    their_words: Vec<(&'static str, String)>,
}

/// Makes the page of a merge: of the text that is named, else of the newest that waits.
pub(crate) fn page(
    desk: &DeskState,
    signed: &Signed,
    place: &Place,
    id: Option<&str>,
    status: StatusCode,
    problems: Vec<Problem>,
) -> Result<Response, DeskError> {
    demand_writer(desk, signed, place)?;
    let standing = desk.standing()?;
    let own = desk.lang_of(signed);
    let mut all = waiting(desk, signed, place)?;
    if all.is_empty() {
        return Ok(Redirect::to(&place.href()).into_response());
    }
    let at = id.and_then(|id| all.iter().position(|waiting| waiting.id == id)).unwrap_or(0);
    let line = |(number, waiting): (usize, &Waiting)| -> Result<WaitingLine, DeskError> {
        Ok(WaitingLine {
            href: format!("{}/merge?mine={}", place.href(), waiting.id),
            moment: moment_of(desk, &own, waiting.kept_at)?,
            words: waiting.unmerged.content.document.word_count(),
            here: number == at,
        })
    };
    let lines = all.iter().enumerate().map(line).collect::<Result<Vec<_>, _>>()?;
    let Waiting { id, unmerged, .. } = all.swap_remove(at);
    let sides = sides(desk, place, &standing, unmerged)?;
    let mut mint = Mint::seeded(b"shown only");
    let merged = sides.document(&BTreeMap::new(), &mut mint);
    let compared = diff(&sides.mine.document, &sides.theirs.content.document);
    let rows = compared.side_by_side().into_iter().filter(|row| row.kind != ChangeKind::Same).collect();
    let their_name = sides.theirs.changed_by.as_ref().map(|by| name_of(desk, by)).transpose()?;
    let model = MergePage {
        api: place.href(),
        edition: place.lang.to_string(),
        title: sides.mine.title.clone(),
        mine: id,
        waiting: lines,
        theirs: sides.theirs.revision,
        gone: !sides.theirs.is_saved(),
        their_name,
        their_moment: moment_of(desk, &own, sides.theirs.changed_at)?,
        conflicts: sides.conflicts.iter().enumerate().map(|(at, conflict)| conflict_model(at, conflict)).collect(),
        fields: sides.fields.clone(),
        rows,
        merged: merged.to_html(&HtmlOptions { media_root: "/desk".to_owned(), ..HtmlOptions::default() }),
        problems,
    };
    desk.page_with(status, signed, "messages", "writing/merge.html", &model)
}

fn conflict_model(at: usize, conflict: &document::Conflict) -> ConflictModel {
    let text = |part: &Option<Part>| part.as_ref().map(Part::text);
    let block = |part: &Option<Part>| match part {
        Some(Part::Block(block)) => Some(block.clone()),
        _ => None,
    };
    let both = block(&conflict.ours).is_some() && block(&conflict.theirs).is_some();
    let alone = |part: &Option<Part>| document::Document {
        nodes: block(part).map(document::Node::Block).into_iter().collect(),
    };
    let words: Vec<_> = if both {
        diff(&alone(&conflict.ours), &alone(&conflict.theirs))
            .changes
            .into_iter()
            .flat_map(|change| change.words)
            .collect()
    } else {
        vec![]
    };
    let side = |left_out: WordKind| {
        let kept = words.iter().filter(|word| word.kind != left_out);
        kept.map(|word| (if word.kind == WordKind::Same { "same" } else { "differs" }, word.text.clone())).collect()
    };
    ConflictModel {
        at,
        base: text(&conflict.base),
        mine: text(&conflict.ours),
        theirs: text(&conflict.theirs),
        both,
        mine_words: side(WordKind::Added),
        their_words: side(WordKind::Removed),
    }
}
