//! `GET /desk/media` and `/desk/media.json`: the library.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::MediaFile;
use serde::{Deserialize, Serialize};

use super::form::{Control, Group, Layout, Problem};
use super::input::Input;
use super::keeper::Keeper;
use super::limits::{MEDIA_LINES, MEDIA_OFFERED_MAX, UPLOAD_PLACES};
use super::media_add::Outcome;
use super::media_page::{kilobytes, thumb_of};
use super::parts::PartKind;
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct LibraryModel {
    files: Vec<FileLine>,
    total: usize,
    page: usize,
    before: Option<usize>,
    after: Option<usize>,
    may: bool,
    places: Vec<Place>,
    outcomes: Vec<Outcome>,
    problems: Vec<Problem>,
    bytes_max: usize,
}

/// A place for a file in the upload form.
#[derive(Serialize)]
struct Place {
    number: usize,
    groups: Vec<Group>,
    error: Option<String>,
    open: bool,
}

#[derive(Serialize)]
struct FileLine {
    digest: String,
    name: String,
    href: String,
    thumb: Option<String>,
    width: u32,
    height: u32,
    kilobytes: u64,
    alt: String,
    /// Languages without an alternative text.
    missing: Vec<String>,
    credit: Option<String>,
    public: bool,
}

/// Which page of the library.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    page: Option<usize>,
}

pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    Query(look): Query<Look>,
    signed: Signed,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        library(&keeper, look.page.unwrap_or(1), &Input::default(), vec![])
    })
    .await
}

/// The library with the upload form; after an upload with what became of its files and what was typed for those that
/// were not taken.
pub(super) fn library(
    keeper: &Keeper<'_>,
    page: usize,
    input: &Input,
    outcomes: Vec<Outcome>,
) -> Result<Response, DeskError> {
    let views = keeper.desk.newsroom.views();
    let all = views.media(&keeper.as_of())?;
    let (total, page) = (all.len(), page.max(1));
    let first = page.saturating_sub(1).saturating_mul(MEDIA_LINES);
    let mut files = vec![];
    for file in all.iter().skip(first).take(MEDIA_LINES) {
        let public = views.public_media(&keeper.as_of(), file.digest)?.is_some();
        files.push(line(keeper, file, public));
    }
    let problems: Vec<Problem> = outcomes.iter().filter_map(Outcome::problem).collect();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = LibraryModel {
        files,
        total,
        page,
        before: (page > 1).then(|| page - 1),
        after: (first.saturating_add(MEDIA_LINES) < total).then(|| page + 1),
        may: PartKind::Media.may_keep(keeper),
        places: (0..UPLOAD_PLACES).map(|number| place(keeper, number, input, &outcomes)).collect(),
        bytes_max: media::FILE_BYTES_MAX >> 20,
        outcomes,
        problems,
    };
    keeper.desk.page_with(status, keeper.signed, "media", "keeping/media.html", &model)
}

fn place(keeper: &Keeper<'_>, number: usize, input: &Input, outcomes: &[Outcome]) -> Place {
    let slot = number.to_string();
    let own = outcomes.iter().find(|outcome| outcome.slot() == slot);
    let error = own.and_then(Outcome::problem).map(|problem| problem.message);
    // What was typed for a file that is in the library now is done with.
    let none = Input::default();
    let input = if error.is_some() { input } else { &none };
    let mut layout = Layout::new(keeper, input, keeper.languages().to_vec());
    layout.group("upload-texts").about("alt").texts(Control::Area, &format!("alt-{slot}"), "alt");
    layout.field(Control::Text, &format!("credit-{slot}"), "credit").hint("credit");
    let open = number == 0 || error.is_some();
    Place { number, groups: layout.done(&[]), error, open }
}

fn line(keeper: &Keeper<'_>, file: &MediaFile, public: bool) -> FileLine {
    let missing = keeper.languages().iter().filter(|lang| !file.alt.0.contains_key(*lang));
    FileLine {
        digest: file.digest.to_string(),
        name: file.name.clone(),
        href: format!("/desk/media/{}", file.digest),
        thumb: thumb_of(file),
        width: file.width,
        height: file.height,
        kilobytes: kilobytes(file.bytes),
        alt: file.alt.get(&keeper.lang, keeper.languages()).unwrap_or_default().to_owned(),
        missing: missing.map(|lang| keeper.own_name(lang)).collect(),
        credit: file.credit.clone(),
        public,
    }
}

/// A picture as the editor's dialog offers it.
#[derive(Serialize)]
pub(super) struct Offered {
    digest: String,
    name: String,
    alt: BTreeMap<String, String>,
    thumb: Option<String>,
}

pub(super) async fn json(State(desk): State<Arc<DeskState>>, signed: Signed) -> Result<Json<Vec<Offered>>, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        let files = desk.newsroom.views().media(&keeper.as_of())?;
        let offered = |file: &MediaFile| Offered {
            digest: file.digest.to_string(),
            name: file.name.clone(),
            alt: file.alt.0.iter().map(|(lang, text)| (lang.to_string(), text.clone())).collect(),
            thumb: thumb_of(file),
        };
        Ok(Json(files.iter().take(MEDIA_OFFERED_MAX).map(offered).collect()))
    })
    .await
}
