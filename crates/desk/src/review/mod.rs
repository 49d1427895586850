//! Rooms of review and release: what waits for somebody, the comparison that is approved, the release that is confirmed,
//! and what follows: moved, called off, withdrawn, restored, erased, looked at afterwards.
//!
//! Nothing is decided here. A room shows what the newsroom says, names in its forms what was looked at (a submission's
//! digest, an instant), and says a refusal beside the form with what was typed. Start reading at `room.rs` (what every
//! handler has at hand), then `submission_show.rs` and `release_carry_out.rs`.

mod account_words;
mod audit_show;
mod bundle_show;
mod calendar_show;
mod changes;
mod checking;
mod comment_keep;
mod comments;
mod edition_act;
mod fields;
mod journal_words;
mod lead_set;
mod matrix_show;
mod message_show;
mod release_carry_out;
mod release_choose;
mod release_done;
mod room;
mod standing_words;
mod submission_decide;
mod submission_show;
mod versions_compare;
mod waiting_show;
mod when;

use std::sync::Arc;

use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};

use crate::DeskState;

/// The addresses of these rooms.
pub(crate) fn routes() -> Router<Arc<DeskState>> {
    Router::new()
        .route("/desk", get(async || Redirect::permanent("/desk/")))
        .route("/desk/", get(waiting_show::show))
        .route("/desk/review/{message}/{lang}", get(submission_show::show))
        .route("/desk/review/{message}/{lang}/approve", post(submission_decide::approve))
        .route("/desk/review/{message}/{lang}/return", post(submission_decide::send_back))
        .route("/desk/review/{message}/{lang}/comment", post(comment_keep::add))
        .route("/desk/review/{message}/{lang}/resolve", post(comment_keep::resolve))
        .route("/desk/release", get(release_choose::show).post(release_choose::confirm))
        .route("/desk/release/confirmed", post(release_carry_out::carry_out))
        .route("/desk/release/done", get(release_done::show))
        .route("/desk/message/{message}", get(message_show::show))
        .route("/desk/message/{message}/lead", post(lead_set::set))
        .route("/desk/message/{message}/{lang}/{action}", get(edition_act::show).post(edition_act::act))
        .route("/desk/compare/{message}/{lang}/{old}/{new}", get(versions_compare::show))
        .route("/desk/bundle/{bundle}", get(bundle_show::show))
        .route("/desk/bundle/{bundle}/move", post(bundle_show::move_all))
        .route("/desk/calendar", get(calendar_show::show))
        .route("/desk/matrix", get(matrix_show::show))
        .route("/desk/audit", get(audit_show::show))
        .route("/desk/audit.csv", get(audit_show::download))
}
