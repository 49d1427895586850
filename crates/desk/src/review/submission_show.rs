//! The page of a reviewer: what was submitted, compared with the version before, with comments and checks.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use domain::{Edition, Lang, MessageId, Pending, SlugWish, Submission, Version};
use newsroom::{Content, Draft, Standpoint};
use serde::Serialize;

use super::changes::{About, Changes, CommentLine};
use super::checking::Found;
use super::comments;
use super::fields::{Fields, edition_of};
use super::room::{Problem, RELEASERS, REVIEWERS, Room, When};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct Model {
    message: String,
    edition_lang: String,
    language: String,
    title: String,
    /// What happens with the submission; absent where nothing is submitted.
    submission: Option<Submitted>,
    /// When the draft was changed last, where it says something else than what is submitted.
    draft_differs: bool,
    /// Whether what is shown is the draft, because nothing is submitted.
    is_draft: bool,
    draft_by: String,
    draft_at: Option<When>,
    /// The version it is compared with; 0 for none.
    before: u32,
    changes: Changes,
    side: bool,
    /// The block to be commented on; empty for none.
    comment_on: String,
    comment_id: String,
    comment_text: String,
    /// Comments whose block is not in the text any more, and those on the whole.
    other_comments: Vec<CommentLine>,
    open_comments: usize,
    found: Vec<Found>,
    may_review: bool,
    may_release: bool,
    own: bool,
    reason: String,
    done: String,
    problem: Option<Problem>,
}

#[derive(Serialize)]
struct Submitted {
    digest: String,
    by: String,
    changed_by: String,
    approved_by: String,
    class: &'static str,
    proposed: &'static str,
    below_proposal: bool,
    outdated: bool,
    newest: u32,
}

/// What was typed before a form was refused.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) problem: Option<Problem>,
    pub(super) reason: String,
    pub(super) comment_on: Option<String>,
    pub(super) comment: String,
}

/// Shows an edition for review.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    let (message, lang) = edition_of(&message, &lang)?;
    desk.work(move |desk| {
        render(&Room::enter(desk, &signed)?, (&message, &lang), &Fields::read(&query), Typed::default())
    })
    .await
}

/// The page, with what was typed where a form was refused.
pub(super) fn render(
    room: &Room<'_>,
    (message, lang): (&MessageId, &Lang),
    query: &Fields,
    typed: Typed,
) -> Result<Response, DeskError> {
    let standpoints = room.desk.newsroom.standpoints(&room.desk.site, message)?;
    let standpoint = standpoints.get(lang).ok_or(DeskError::NotFound)?;
    let edition = &standpoint.edition;
    let pending = edition.pending.as_ref();
    let (content, about) = shown(room, standpoint)?.ok_or(DeskError::NotFound)?;
    let before = edition.versions.last();
    let old = match before {
        Some(version) => room.desk.newsroom.content_of(version.sheet)?.map(|old| (old, about_version(room, version))),
        None => None,
    };
    let mut changes = room.changes(old.as_ref().map(|(old, about)| (old, about)), (&content, &about));
    let (other_comments, open_comments) = place_comments(room, (message, lang), &mut changes)?;
    let draft = standpoint.draft.as_ref();
    let me = room.me()?;
    let model = Model {
        message: message.to_string(),
        edition_lang: lang.to_string(),
        language: room.language(lang),
        title: room.titled(Some(content.title.clone())),
        submission: pending.map(|pending| submitted(room, edition, pending)),
        draft_differs: match (pending, draft) {
            (Some(pending), Some(draft)) => differs(&content, &pending.submission, draft),
            _ => false,
        },
        is_draft: pending.is_none() && draft.is_some(),
        draft_by: draft.and_then(|draft| draft.changed_by.as_ref()).map(|by| room.who(by.as_str())).unwrap_or_default(),
        draft_at: draft.map(|draft| room.when(draft.changed_at)),
        before: before.map_or(0, |version| version.number),
        found: room.found((message, lang), &content)?,
        changes,
        side: query.get("view") == "side",
        comment_on: typed.comment_on.unwrap_or_else(|| query.get("comment").to_owned()),
        comment_id: comments::fresh_id(&room.desk.newsroom.chance().salt()),
        comment_text: typed.comment,
        other_comments,
        open_comments,
        may_review: room.may(&REVIEWERS, lang),
        may_release: room.may(&RELEASERS, lang),
        own: pending.is_some_and(|pending| pending.is_of(me)),
        reason: typed.reason,
        done: query.done(),
        problem: typed.problem,
    };
    match model.problem {
        Some(_) => room.again("messages", "review/submission.html", &model),
        None => room.page("messages", "review/submission.html", &model),
    }
}

/// What the page shows: the submission, else the draft, else the newest version.
fn shown(room: &Room<'_>, standpoint: &Standpoint) -> Result<Option<(Content, About)>, DeskError> {
    let edition = &standpoint.edition;
    if let Some(pending) = &edition.pending {
        let content = room.desk.newsroom.content_of(pending.submission.sheet)?;
        return Ok(content.map(|content| (content, about_submission(room, edition, &pending.submission))));
    }
    if let Some(draft) = &standpoint.draft {
        let content = draft.content.clone();
        let about = About {
            address: content.slug.clone().unwrap_or_else(|| last_address(edition)),
            class: content
                .class
                .map(|class| room.say(&format!("desk-class-{}", class.as_str()), &[]))
                .unwrap_or_default(),
            note: content.note.clone().unwrap_or_default(),
        };
        return Ok(Some((content, about)));
    }
    let Some(version) = edition.versions.last() else { return Ok(None) };
    let content = room.desk.newsroom.content_of(version.sheet)?;
    Ok(content.map(|content| (content, about_version(room, version))))
}

fn last_address(edition: &Edition) -> String {
    edition.versions.last().map(|version| version.address.clone()).unwrap_or_default()
}

/// What is said of a version outside its content.
pub(super) fn about_version(room: &Room<'_>, version: &Version) -> About {
    About {
        address: version.address.clone(),
        class: room.say(&format!("desk-class-{}", version.class.as_str()), &[]),
        note: version.note.clone().unwrap_or_default(),
    }
}

fn about_submission(room: &Room<'_>, edition: &Edition, submission: &Submission) -> About {
    let newest = last_address(edition);
    let address = match &submission.slug {
        SlugWish::Keep => newest,
        SlugWish::Page(path) => path.clone(),
        // The day before a slug is that of the first release, which is still to be chosen.
        SlugWish::Message(slug) => match newest.rsplit_once('/') {
            Some((day, _)) => format!("{day}/{slug}"),
            None => format!("…/{slug}"),
        },
    };
    let class = room.say(&format!("desk-class-{}", submission.class.as_str()), &[]);
    About { address, class, note: submission.note.clone().unwrap_or_default() }
}

fn submitted(room: &Room<'_>, edition: &Edition, pending: &Pending) -> Submitted {
    let submission = &pending.submission;
    Submitted {
        digest: submission.digest().to_string(),
        by: room.who(pending.submitted_by.as_str()),
        changed_by: room.who(submission.changed_by.as_str()),
        approved_by: pending.approved_by.as_ref().map(|by| room.who(by.as_str())).unwrap_or_default(),
        class: submission.class.as_str(),
        proposed: submission.proposed.map(domain::VersionClass::as_str).unwrap_or_default(),
        below_proposal: submission.is_classed_below_proposal(),
        outdated: submission.base != edition.versions.last().map_or(0, |version| version.number),
        newest: edition.versions.last().map_or(0, |version| version.number),
    }
}

/// Whether a draft says something else than what was submitted of it.
pub(super) fn differs(submitted: &Content, submission: &Submission, draft: &Draft) -> bool {
    let own = &draft.content;
    let bare = |content: &Content| {
        let mut bare = content.clone();
        bare.title = bare.title.trim().to_owned();
        (bare.slug, bare.class, bare.note) = (None, None, None);
        bare
    };
    let (was, mut is) = (bare(submitted), bare(own));
    // What the writer left open was filled in when the text was submitted.
    if is.teaser.as_ref().is_none_or(|teaser| teaser.trim().is_empty()) {
        is.teaser.clone_from(&was.teaser);
    }
    if is.kind != domain::Kind::Page {
        is.nav = was.nav;
    }
    let note = own.note.as_ref().filter(|note| !note.trim().is_empty());
    was != is || note != submission.note.as_ref() || own.class.is_some_and(|class| class != submission.class)
}

/// Puts comments beside their blocks; gives the others and how many of all are not settled.
fn place_comments(
    room: &Room<'_>,
    (message, lang): (&MessageId, &Lang),
    changes: &mut Changes,
) -> Result<(Vec<CommentLine>, usize), DeskError> {
    let placed = comments::of_edition(room.desk.records(), &room.desk.site, (message, lang), room.now)?;
    let open = placed.iter().filter(|placed| placed.comment.resolved_by.is_none()).count();
    let mut others = Vec::new();
    for placed in placed {
        let when = room.when(placed.comment.at);
        let line = CommentLine {
            id: placed.id,
            text: placed.comment.text,
            by: room.who(placed.comment.by.as_str()),
            at: when.words,
            iso: when.iso,
            resolved_by: placed.comment.resolved_by.as_ref().map(|by| room.who(by.as_str())).unwrap_or_default(),
        };
        let block = placed.comment.block;
        match changes.rows.iter_mut().find(|row| !block.is_empty() && row.id == block) {
            Some(row) => row.comments.push(line),
            None => others.push(line),
        }
    }
    Ok((others, open))
}
