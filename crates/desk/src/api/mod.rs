//! The editorial API below `/api/v1/desk/`: what the desk's rooms do, for programs.
//!
//! Every room is one line of a table ([`room::Room`]): its address, its description and the function that answers. The
//! router and the OpenAPI description are both made from that table, so neither can know a room that the other does
//! not. What is right and what is allowed is decided in `newsroom`, as for the desk's pages. Start reading at
//! `room.rs` (what a room is), then `door.rs` (the way of a request) and `draft_keep.rs` (the rooms most used).

mod account_keep;
mod ask;
mod calendar_list;
mod door;
mod draft_keep;
mod draft_submit;
mod edition_act;
mod fixture_keep;
mod idempotency;
mod journal_list;
mod limits;
mod matrix_list;
mod media_keep;
mod message_list;
mod openapi;
mod page;
mod release_plan;
mod room;
mod shapes;
mod submission_decide;
mod text_check;
mod text_read;
mod token_keep;
mod trouble;
mod when;

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, on};

use crate::DeskState;
use room::Room;
use trouble::Trouble;

/// What all addresses of the API begin with.
const BASE: &str = "/api/v1/desk";

/// Every room of the API.
static ROOMS: LazyLock<Vec<Room>> = LazyLock::new(|| {
    [
        message_list::rooms(),
        draft_keep::rooms(),
        draft_submit::rooms(),
        text_read::rooms(),
        text_check::rooms(),
        submission_decide::rooms(),
        release_plan::rooms(),
        edition_act::rooms(),
        fixture_keep::rooms(),
        media_keep::rooms(),
        account_keep::rooms(),
        token_keep::rooms(),
        calendar_list::rooms(),
        matrix_list::rooms(),
        journal_list::rooms(),
    ]
    .into_iter()
    .flatten()
    .collect()
});

/// The addresses of the API.
pub(crate) fn routes() -> Router<Arc<DeskState>> {
    let mut router = Router::new().route(&format!("{BASE}/openapi.json"), get(describe));
    for room in ROOMS.iter() {
        let serve = move |State(desk): State<Arc<DeskState>>, request: Request| door::serve(room, desk, request);
        router = router.route(&room.address(), on(room.verb.filter(), serve));
    }
    router.method_not_allowed_fallback(not_this_way)
}

async fn describe() -> Response {
    static DESCRIPTION: LazyLock<serde_json::Value> = LazyLock::new(|| openapi::describe(&ROOMS));
    axum::Json(&*DESCRIPTION).into_response()
}

async fn not_this_way() -> Response {
    let detail = "this address is not asked in this way; the header “allow” says which methods it takes";
    Trouble::new(StatusCode::METHOD_NOT_ALLOWED, "method", detail).into_response()
}
