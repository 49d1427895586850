//! One file a room: a question to the views becomes a view model for a template.

pub(crate) mod archive;
pub(crate) mod front;
pub(crate) mod gone;
pub(crate) mod media;
pub(crate) mod problem;
pub(crate) mod text;

use serde::Serialize;

use crate::frame::Frame;

/// A room's view model inside the frame.
#[derive(Debug, Serialize)]
pub(crate) struct Framed<R> {
    #[serde(flatten)]
    pub(crate) frame: Frame,
    #[serde(flatten)]
    pub(crate) room: R,
}
