//! `GET` and `POST /desk/media/{digest}`: a file of the library, what is said of it, where it is used.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::{Digest, Fixture, MediaFile};
use serde::{Deserialize, Serialize};
use views::DeskFilter;

use super::history::History;
use super::input::Input;
use super::keeper::Keeper;
use super::limits::USES_EDITIONS_MAX;
use super::part_page::{Shown, Which, show};
use super::parts::PartKind;
use crate::{DeskError, DeskState, Signed};

/// What a file is, beside what is said of it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FileFacts {
    digest: String,
    name: String,
    mime: String,
    kilobytes: u64,
    width: u32,
    height: u32,
    href: String,
    thumb: Option<String>,
    /// What to write into a text to show it.
    markdown: String,
    sizes: Vec<SizeFacts>,
    public: bool,
    uses: Vec<Use>,
}

#[derive(Debug, Clone, Serialize)]
struct SizeFacts {
    width: u32,
    height: u32,
    kilobytes: u64,
    digest: String,
    href: String,
}

/// An edition through which the file is public.
#[derive(Debug, Clone, Serialize)]
struct Use {
    title: String,
    tag: String,
    href: String,
}

/// What a link to the page may say.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    version: Option<u32>,
    done: Option<String>,
}

pub(super) async fn get(
    State(desk): State<Arc<DeskState>>,
    Path(digest): Path<String>,
    Query(look): Query<Look>,
    signed: Signed,
) -> Result<Response, DeskError> {
    let digest = known_form(&digest)?;
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        let id = digest.to_string();
        let history = History::of(&keeper, &PartKind::Media.key(&id))?;
        let part = match look.version {
            Some(number) => history.part_of(number),
            None => history.start(keeper.now),
        };
        let part = part.ok_or(DeskError::NotFound)?;
        let shown = Shown {
            input: PartKind::Media.fill(part, &keeper),
            part: Some(part.clone()),
            past: look.version,
            done: look.done.filter(|done| matches!(done.as_str(), "kept" | "planned" | "removed")),
            file: facts_of(&keeper, &history)?,
            ..Shown::default()
        };
        show(&keeper, &Which { kind: PartKind::Media, id: Some(&id), history: &history }, shown)
    })
    .await
}

pub(super) async fn post(
    State(desk): State<Arc<DeskState>>,
    Path(digest): Path<String>,
    signed: Signed,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, DeskError> {
    let id = known_form(&digest)?.to_string();
    desk.work(move |desk| super::part_save::answer(desk, &signed, PartKind::Media, Some(id), Input::of(fields))).await
}

fn known_form(digest: &str) -> Result<Digest, DeskError> {
    digest.parse().map_err(|_| DeskError::NotFound)
}

/// The address at the desk of a file of the shelf.
pub(super) fn file_href(digest: Digest, name: &str) -> String {
    format!("/desk/media/{digest}/{name}")
}

/// The smallest picture of a file; nothing for a document.
pub(super) fn thumb_of(file: &MediaFile) -> Option<String> {
    let smallest = file.sizes.first().map(|size| file_href(size.digest, &size.name));
    (file.width > 0).then(|| smallest.unwrap_or_else(|| file_href(file.digest, &file.name)))
}

/// Kilobytes, never nought.
pub(super) fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000)
}

/// The facts of the file that a history is about; nothing when it is about another part.
pub(super) fn facts_of(keeper: &Keeper<'_>, history: &History) -> Result<Option<FileFacts>, DeskError> {
    let Some(Fixture::Media(file)) = history.start(keeper.now) else { return Ok(None) };
    let public = keeper.desk.newsroom.views().public_media(&keeper.as_of(), file.digest)?.is_some();
    let size = |size: &domain::MediaSize| SizeFacts {
        width: size.width,
        height: size.height,
        kilobytes: kilobytes(size.bytes),
        digest: size.digest.to_string(),
        href: file_href(size.digest, &size.name),
    };
    Ok(Some(FileFacts {
        digest: file.digest.to_string(),
        name: file.name.clone(),
        mime: file.mime.clone(),
        kilobytes: kilobytes(file.bytes),
        width: file.width,
        height: file.height,
        href: file_href(file.digest, &file.name),
        thumb: thumb_of(file),
        markdown: format!("/media/{}/{}", file.digest, file.name),
        sizes: file.sizes.iter().map(size).collect(),
        public,
        uses: if public { uses(keeper, file.digest)? } else { vec![] },
    }))
}

/// The public editions that refer to a file, among the newest ones.
fn uses(keeper: &Keeper<'_>, digest: Digest) -> Result<Vec<Use>, DeskError> {
    let views = keeper.desk.newsroom.views();
    let lines = views.desk_list(&keeper.desk.site, &DeskFilter::default(), 0, USES_EDITIONS_MAX)?;
    let digits = digest.to_string();
    let mut uses = vec![];
    for line in lines {
        let Some(version) = views.edition(&keeper.as_of(), &line.lang, &line.message)? else { continue };
        // A text refers to a file by its digest, which nothing else in it looks like.
        if String::from_utf8_lossy(&version.document.canonical()).contains(&digits) {
            let (title, href) = (version.sheet.title, format!("/{}/{}", line.lang, version.path));
            uses.push(Use { title, tag: line.lang.to_string(), href });
        }
    }
    Ok(uses)
}
