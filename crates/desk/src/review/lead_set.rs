//! Makes a message the front page's lead.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use domain::{Command, Fixture, MessageId};

use super::room::{Room, onward};
use crate::{DeskError, DeskState, Signed};

/// Sets the lead from now on; a message that leads already stays so.
pub(super) async fn set(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path(message): Path<String>,
) -> Result<Response, DeskError> {
    let message: MessageId = message.parse().map_err(|_| DeskError::NotFound)?;
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        if desk.newsroom.standpoints(&desk.site, &message)?.is_empty() {
            return Err(DeskError::NotFound);
        }
        if room.standing.lead.as_ref() != Some(&message) {
            let part = Box::new(Fixture::Lead { message: message.clone() });
            desk.newsroom.order_as(
                &desk.site,
                &desk.visitor(&signed),
                Command::SetFixture { part, effective: None },
            )?;
        }
        Ok(onward(&format!("/desk/message/{message}?done=lead")))
    })
    .await
}
