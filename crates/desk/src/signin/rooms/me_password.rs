//! `/desk/me/password`: setting, changing and removing one's own password with its one-time codes.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use domain::AccountId;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::me::{after, fresh};
use super::{off, off_hashing, show};
use crate::signin::limits::SETUP_S;
use crate::signin::password::NewPassword;
use crate::signin::visitor::Typed;
use crate::signin::{House, Known, PasswordUnfit, SignInError, kept, one_time, password, session};

const ROOM: &str = "setup";

/// A one-time secret that waits for its first code.
#[derive(Serialize, Deserialize)]
struct Setup {
    account: AccountId,
    totp: String,
}

fn form<S: House>(desk: &S, signed: &Known, totp: &str, error: Option<&SignInError>) -> Response {
    let address = match one_time::address(totp, desk.door().site_name(), &signed.person.sign_in_name) {
        Ok(address) => address,
        Err(error) => return show::fault(desk, &signed.reader, &error),
    };
    let model = json!({
        "secret": one_time::grouped(totp),
        "address": address,
        "sign_in_name": signed.person.sign_in_name,
        "problem": error.map(|error| show::problem(desk, &signed.reader, error)),
    });
    show::page(desk, &signed.reader, error.map_or(200, SignInError::status), "signin/password.html", model)
}

/// Draws a one-time secret and shows the form. What was set before holds until the form is sent.
pub(super) async fn begin<S: House>(State(desk): State<Arc<S>>, signed: Known) -> Response {
    let whose = signed.clone();
    let begun = off(&desk, move |desk| {
        fresh(&whose)?;
        let now = desk.now();
        let setup = Setup { account: whose.account, totp: one_time::fresh(desk.chance()) };
        let expires = Some(kept::after(now, SETUP_S));
        kept::write(desk.records(), (ROOM, whose.session.as_str()), None, &setup, now, expires)?;
        Ok(setup.totp)
    })
    .await;
    match begun {
        Ok(totp) => form(desk.as_ref(), &signed, &totp, None),
        Err(error) => show::fault(desk.as_ref(), &signed.reader, &error),
    }
}

/// Keeps the new password; other sessions of the account end.
pub(super) async fn set<S: House>(State(desk): State<Arc<S>>, signed: Known, typed: Typed) -> Response {
    let whose = signed.clone();
    let set = off_hashing(&desk, move |desk| {
        fresh(&whose)?;
        let (records, now) = (desk.records(), desk.now());
        let setup = kept::read::<Setup>(records, ROOM, whose.session.as_str(), now)?;
        let setup = setup.filter(|setup| setup.value.account == whose.account).ok_or(SignInError::ChallengeGone)?;
        let totp = setup.value.totp;
        Ok((keep(desk, &whose, &totp, &typed), totp))
    })
    .await;
    match set {
        Ok((Ok(()), _)) => show::see_other("/desk/me?done=password-set", None),
        Ok((Err(error), totp)) => form(desk.as_ref(), &signed, &totp, Some(&error)),
        Err(error) => show::fault(desk.as_ref(), &signed.reader, &error),
    }
}

fn keep<S: House>(desk: &S, signed: &Known, totp: &str, typed: &Typed) -> Result<(), SignInError> {
    let (records, now) = (desk.records(), desk.now());
    if typed.get("password") != typed.get("again") {
        return Err(SignInError::Password(PasswordUnfit::Differs));
    }
    let new = NewPassword { password: typed.get("password"), totp, code: typed.get("code") };
    let names = [signed.person.sign_in_name.as_str(), signed.person.name.as_str(), desk.door().site_name()];
    let step = password::ready(&new, &names, now)?;
    password::keep(records, desk.chance(), &signed.account, &new, step, now)?;
    records.take(ROOM, signed.session.as_str(), now.as_microsecond())?;
    session::revoke_all(records, &signed.account, Some(&signed.session), now)?;
    Ok(())
}

/// Removes the password, unless it is the last way to sign in; other sessions of the account end.
pub(super) async fn remove<S: House>(State(desk): State<Arc<S>>, signed: Known) -> Response {
    let whose = signed.clone();
    let result = off(&desk, move |desk| {
        fresh(&whose)?;
        let (records, now) = (desk.records(), desk.now());
        password::remove(records, &whose.account, now)?;
        session::revoke_all(records, &whose.account, Some(&whose.session), now).map(|_| ())
    })
    .await;
    after(desk, signed, result, "password-removed").await
}
