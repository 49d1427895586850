//! One file a room: a question to the views becomes a view model for a template.

pub(crate) mod api;
pub(crate) mod archive;
pub(crate) mod calendar;
pub(crate) mod cite;
pub(crate) mod front;
pub(crate) mod gone;
pub(crate) mod media;
pub(crate) mod pictures;
pub(crate) mod problem;
pub(crate) mod quote;
pub(crate) mod search;
pub(crate) mod speakers;
pub(crate) mod tables;
pub(crate) mod text;

use serde::Serialize;

use crate::frame::Frame;

/// What comes of asking for a room by a name and a query.
#[derive(Debug)]
pub(crate) enum Reached<T> {
    /// The room.
    Here(T),
    /// There is none of that name.
    Unknown,
    /// The query cannot be read.
    Malformed,
    /// It cannot be answered whole yet: the search index is being prepared.
    NotYet,
}

/// A room's view model inside the frame.
#[derive(Debug, Serialize)]
pub(crate) struct Framed<R> {
    #[serde(flatten)]
    pub(crate) frame: Frame,
    #[serde(flatten)]
    pub(crate) room: R,
}
