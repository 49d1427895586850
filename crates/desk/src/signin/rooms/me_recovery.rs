//! `/desk/me/recovery`: ten codes, made by pressing a button and shown once.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use serde_json::json;

use super::me::fresh;
use super::{off, off_hashing, show};
use crate::signin::{House, Known, recovery};

/// The page: how many codes are left, and the button. It shows no code.
pub(super) async fn show_page<S: House>(
    State(desk): State<Arc<S>>,
    signed: Known,
    Query(asked): Query<HashMap<String, String>>,
) -> Response {
    let account = signed.account.clone();
    let left = off(&desk, move |desk| recovery::left(desk.records(), &account, desk.now())).await;
    match left {
        Ok(left) => shown(desk.as_ref(), &signed, left, asked.contains_key("new"), &[]),
        Err(error) => show::fault(desk.as_ref(), &signed.reader, &error),
    }
}

/// Makes ten codes and shows them; those from before are void.
pub(super) async fn issue<S: House>(State(desk): State<Arc<S>>, signed: Known) -> Response {
    let whose = signed.clone();
    let issued = off_hashing(&desk, move |desk| {
        fresh(&whose)?;
        recovery::issue(desk.records(), desk.chance(), &whose.account, desk.now())
    })
    .await;
    match issued {
        Ok(codes) => shown(desk.as_ref(), &signed, codes.len(), false, &codes),
        Err(error) => show::fault(desk.as_ref(), &signed.reader, &error),
    }
}

fn shown<S: House>(desk: &S, signed: &Known, left: usize, new: bool, codes: &[String]) -> Response {
    let model = json!({
        "left": left, "new": new, "codes": codes, "issuer": desk.door().site_name(),
        "sign_in_name": signed.person.sign_in_name, "problem": null,
    });
    show::page::<S>(desk, &signed.reader, 200, "signin/recovery.html", model)
}
