//! `/desk/sign-out`.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::{off, show};
use crate::signin::visitor::Visitor;
use crate::signin::{House, session, signed};

/// Asks; a GET signs nobody out. The account is named for the desk's script, which says what texts of it this computer keeps.
pub(super) async fn show_page<S: House>(State(desk): State<Arc<S>>, visitor: Visitor) -> Response {
    let reader = visitor.reader.clone();
    let known = off(&desk, move |desk| signed::of_token(desk, &visitor)).await.ok().flatten();
    let model = json!({ "account": known.map(|known| known.account) });
    show::page(desk.as_ref(), &reader, 200, "signin/sign_out.html", model)
}

/// Ends the session of the cookie and takes the cookie back, whether the session was still good or not.
pub(super) async fn sign_out<S: House>(State(desk): State<Arc<S>>, visitor: Visitor) -> Response {
    let token = visitor.token.clone();
    let ended = off(&desk, move |desk| match token {
        Some(token) => session::end(desk.records(), &token, desk.now()),
        None => Ok(()),
    })
    .await;
    match ended {
        Ok(()) => show::see_other("/desk/sign-in?out=1", Some(&desk.door().cookie_gone())),
        Err(error) => show::fault(desk.as_ref(), &visitor.reader, &error),
    }
}
