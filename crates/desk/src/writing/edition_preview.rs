//! The preview of an edition: its text as the public page would show it, at any instant.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::{AsOf, Completeness, Digest, Kind, LocalTime, Precision, Sheet, resolve_local, slug_of};
use jiff::Timestamp;
use jiff::civil::DateTime;
use newsroom::Content;
use serde::Deserialize;
use site::PreviewEdition;

use super::answer::respond;
use super::edition::{Place, TextNow, text_now};
use crate::{DeskError, DeskState, Signed};

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// The instant: RFC 3339, or a date and time of day at home; now when absent.
    at: Option<String>,
}

/// Shows the preview.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    _signed: Signed,
    Path((message, lang)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, DeskError> {
    let place = Place::read(&message, &lang)?;
    desk.work(move |desk| {
        let at = match asked.at.as_deref().map(str::trim).filter(|at| !at.is_empty()) {
            Some(at) => instant(desk, at)?,
            None => desk.now(),
        };
        let text = text_now(desk, &place)?.ok_or(DeskError::NotFound)?;
        Ok(preview(desk, &place, &text, at, "/desk", None))
    })
    .await
}

/// An instant that somebody wrote: with an offset, or as a clock at home shows it.
fn instant(desk: &DeskState, said: &str) -> Result<Timestamp, DeskError> {
    if let Ok(instant) = said.parse::<Timestamp>() {
        return Ok(instant);
    }
    let unreadable = || {
        DeskError::field(
            "at",
            "Instant: write date and time as 2020-09-22T14:00 in the home zone, or with an offset as 2020-09-22T13:00:00Z",
        )
    };
    let local: DateTime = said.parse().map_err(|_| unreadable())?;
    match resolve_local(local, &desk.standing()?.home) {
        Some(LocalTime::One(instant)) => Ok(instant),
        Some(LocalTime::Skipped { before, after }) => Err(DeskError::field(
            "at",
            format!("Instant: the clock at home never shows this time; choose {before} or {after}"),
        )),
        Some(LocalTime::Twice { first, second }) => Err(DeskError::field(
            "at",
            format!("Instant: the clock at home shows this time twice; choose {first} or {second}"),
        )),
        None => Err(unreadable()),
    }
}

/// A text as the public page would show it.
pub(crate) fn preview(
    desk: &DeskState,
    place: &Place,
    text: &TextNow,
    at: Timestamp,
    media_prefix: &str,
    watermark: Option<String>,
) -> Response {
    let TextNow { content, number, .. } = text;
    let edition = PreviewEdition {
        message: place.message.clone(),
        lang: place.lang.clone(),
        sheet: sheet(place, content),
        document: content.document.clone(),
        address: address(desk, text, at),
        number: *number,
        note: content.note.clone().filter(|_| *number > 1),
        media_prefix: media_prefix.to_owned(),
        watermark,
    };
    respond(&desk.public.preview(&AsOf { site: desk.site.clone(), instant: at }, &edition))
}

fn sheet(place: &Place, content: &Content) -> Sheet {
    let written = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    Sheet {
        salt: String::new(),
        title: content.title.clone(),
        kind: content.kind,
        lang: place.lang.clone(),
        teaser: written(&content.teaser),
        occasion: content.occasion.clone(),
        speakers: content.speakers.clone(),
        topics: content.topics.clone(),
        completeness: Completeness::default(),
        precision: Precision::default(),
        provenance: None,
        nav: content.nav,
        follows: content.follows.clone(),
        document: Digest(content.document.digest()),
    }
}

/// The address that the edition has, or would have if it were released at the instant.
fn address(desk: &DeskState, text: &TextNow, at: Timestamp) -> String {
    if let Some(address) = &text.address {
        return address.clone();
    }
    let slug = slug_of(text.content.slug.as_deref().unwrap_or(&text.content.title));
    if text.content.kind == Kind::Page {
        return slug;
    }
    let home = desk.standing().map_or(jiff::tz::TimeZone::UTC, |standing| standing.home);
    let day = domain::today(at, &home);
    format!("messages/{:04}/{:02}/{:02}/{slug}", day.year(), day.month(), day.day())
}
