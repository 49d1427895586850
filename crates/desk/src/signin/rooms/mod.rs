//! The rooms of sign-in: `/desk/sign-in`, `/desk/sign-out`, `/desk/enrol/{token}`, `/desk/me`.
//!
//! Handlers read the request, do all that blocks in one piece off the runtime, and show what came of it. A GET changes
//! nothing; that requests come from the desk's own pages is checked before they arrive here.

mod enrol;
mod me;
mod me_password;
mod me_recovery;
pub(crate) mod show;
mod sign_in;
mod sign_out;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use domain::AccountId;

use super::limits::BODY_BYTES_MAX;
use super::visitor::Visitor;
use super::{House, SignInError, session};

/// The routes of sign-in, for the desk's router.
pub fn routes<S: House>() -> Router<Arc<S>> {
    Router::new()
        .route("/desk/sign-in", get(sign_in::show_page::<S>).post(sign_in::with_password::<S>))
        .route("/desk/sign-in/done", get(sign_in::done::<S>))
        .route("/desk/sign-in/passkey/start", post(sign_in::passkey_start::<S>))
        .route("/desk/sign-in/passkey/finish", post(sign_in::passkey_finish::<S>))
        .route("/desk/sign-in/recovery", get(sign_in::recovery_page::<S>).post(sign_in::with_recovery::<S>))
        .route("/desk/sign-out", get(sign_out::show_page::<S>).post(sign_out::sign_out::<S>))
        .route("/desk/enrol/{token}", get(enrol::show_page::<S>))
        .route("/desk/enrol/{token}/password", post(enrol::with_password::<S>))
        .route("/desk/enrol/{token}/passkey/start", post(enrol::passkey_start::<S>))
        .route("/desk/enrol/{token}/passkey/finish", post(enrol::passkey_finish::<S>))
        .route("/desk/me", get(me::show_page::<S>))
        .route("/desk/me/language", post(me::set_language::<S>))
        .route("/desk/me/passkeys/start", post(me::passkey_start::<S>))
        .route("/desk/me/passkeys/finish", post(me::passkey_finish::<S>))
        .route("/desk/me/passkeys/rename", post(me::passkey_rename::<S>))
        .route("/desk/me/passkeys/remove", post(me::passkey_remove::<S>))
        .route("/desk/me/password", post(me_password::set::<S>))
        .route("/desk/me/password/begin", post(me_password::begin::<S>))
        .route("/desk/me/password/remove", post(me_password::remove::<S>))
        .route("/desk/me/recovery", get(me_recovery::show_page::<S>).post(me_recovery::issue::<S>))
        .route("/desk/me/sessions/end", post(me::session_end::<S>))
        .route("/desk/me/sessions/end-all", post(me::session_end_all::<S>))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
}

/// Does what blocks off the runtime.
pub(crate) async fn off<S: House, T: Send + 'static>(
    desk: &Arc<S>,
    work: impl FnOnce(&S) -> Result<T, SignInError> + Send + 'static,
) -> Result<T, SignInError> {
    let desk = Arc::clone(desk);
    let done = tokio::task::spawn_blocking(move || work(desk.as_ref())).await;
    done.unwrap_or(Err(SignInError::Inner("work off the runtime ended early")))
}

/// The same for work that hashes: it waits for one of the two places, and keeps it until the work is done even when
/// nobody waits for the answer any more.
pub(crate) async fn off_hashing<S: House, T: Send + 'static>(
    desk: &Arc<S>,
    work: impl FnOnce(&S) -> Result<T, SignInError> + Send + 'static,
) -> Result<T, SignInError> {
    let place = desk.door().hashing().acquire_owned().await;
    let place = place.map_err(|_| SignInError::Inner("the places for hashing are closed"))?;
    off(desk, move |desk| {
        let result = work(desk);
        drop(place);
        result
    })
    .await
}

/// Lets somebody in who proved who it is: the session before ends, a new one begins. Gives the cookie's line.
fn enter<S: House>(desk: &S, account: &AccountId, visitor: &Visitor) -> Result<String, SignInError> {
    if !desk.active(account) {
        return Err(SignInError::Inactive);
    }
    let now = desk.now();
    if let Some(before) = &visitor.token {
        session::end(desk.records(), before, now)?;
    }
    let token = session::open(desk.records(), desk.chance(), account, &visitor.agent, &visitor.from, now)?;
    Ok(desk.door().cookie(&token))
}
