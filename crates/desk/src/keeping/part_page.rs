//! The page of one standing part: its form, what it comes to, since when it holds, its history.

use axum::http::StatusCode;
use axum::response::Response;
use domain::Fixture;
use serde::Serialize;

use super::form::{Control, Group, Layout, Problem};
use super::history::{History, StepLine};
use super::input::Input;
use super::keeper::{At, Keeper};
use super::parts::{PartKind, Preview, languages_of, name_of};
use crate::DeskError;
use crate::times::PlaceTime;

/// Which part a page is about.
pub(super) struct Which<'a> {
    pub(super) kind: PartKind,
    /// Absent for a part that is new.
    pub(super) id: Option<&'a str>,
    pub(super) history: &'a History,
}

/// What the page shows beside the part itself.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) input: Input,
    pub(super) problems: Vec<Problem>,
    /// The part as the form says it, for its preview.
    pub(super) part: Option<Fixture>,
    /// The number of the past state that the form shows.
    pub(super) past: Option<u32>,
    /// The end of the key of a sentence about what was just done.
    pub(super) done: Option<String>,
    /// More about a media file.
    pub(super) file: Option<super::media_page::FileFacts>,
}

#[derive(Serialize)]
struct PartModel {
    kind: &'static str,
    id: Option<String>,
    href: String,
    name: Option<String>,
    single: bool,
    may: bool,
    base: usize,
    groups: Vec<Group>,
    problems: Vec<Problem>,
    previews: Vec<Preview>,
    since: Option<At>,
    since_places: Vec<PlaceTime>,
    /// `holds`, `gone`, `planned` or `new`.
    state: &'static str,
    history: Vec<StepLine>,
    past: Option<u32>,
    done: Option<String>,
    zones: Vec<String>,
    file: Option<super::media_page::FileFacts>,
}

/// The address of a part's page.
pub(super) fn href(kind: PartKind, id: Option<&str>) -> String {
    match (kind, id) {
        (PartKind::Media, Some(id)) => format!("/desk/media/{id}"),
        (kind, Some(id)) if !kind.is_single() => format!("/desk/site/{}/{}", kind.as_str(), encoded(id)),
        (kind, _) => format!("/desk/site/{}", kind.as_str()),
    }
}

/// An id in a path: slugs may have letters of any script.
pub(super) fn encoded(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect()
}

/// Lays out and answers the page.
pub(super) fn show(keeper: &Keeper<'_>, which: &Which<'_>, shown: Shown) -> Result<Response, DeskError> {
    let (kind, history) = (which.kind, which.history);
    let start = history.start(keeper.now);
    let languages = languages_of(shown.part.as_ref().or(start), keeper);
    let mut layout = Layout::new(keeper, &shown.input, languages);
    kind.lay(&mut layout, which.id)?;
    lay_effect(&mut layout, kind);
    let groups = layout.done(&shown.problems);
    let state = match (history.holding(keeper.now), history.length()) {
        (Some(step), _) if step.part.is_some() => "holds",
        (Some(_), _) => "gone",
        (None, 0) => "new",
        (None, _) => "planned",
    };
    let since = history.since(keeper.now);
    let model = PartModel {
        kind: kind.as_str(),
        id: which.id.map(str::to_owned),
        href: href(kind, which.id),
        name: start.map(|part| name_of(part, keeper)),
        single: kind.is_single(),
        may: kind.may_keep(keeper),
        base: history.length(),
        groups,
        previews: shown.part.as_ref().or(start).map(|part| PartKind::preview(part, keeper)).unwrap_or_default(),
        since: since.map(|since| keeper.at(since)),
        since_places: since.map(|since| keeper.desk.places(&keeper.lang, since)).transpose()?.unwrap_or_default(),
        state,
        history: history.lines(keeper),
        past: shown.past,
        done: shown.done,
        zones: if matches!(kind, PartKind::Identity | PartKind::Clocks) { zones() } else { vec![] },
        file: shown.file,
        problems: shown.problems,
    };
    let status = if model.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let room = if kind == PartKind::Media { "media" } else { "site" };
    keeper.desk.page_with(status, keeper.signed, room, "keeping/part.html", &model)
}

/// From when a change holds.
fn lay_effect(layout: &mut Layout<'_>, kind: PartKind) {
    layout.group("effect").about(if kind == PartKind::Media { "effect-media" } else { "effect" });
    layout.choose(Control::Radio, "when", "when", &["now", "at"]).moment("effective", "effect");
}

/// The names of all time zones that are known here.
fn zones() -> Vec<String> {
    jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect()
}
