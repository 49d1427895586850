//! `/desk/enrol/{token}`: the first way to sign in, or a new one when all are lost. The link is used up when a passkey or
//! a password was kept, and by nothing else.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::json;

use super::{enter, off, off_hashing, show};
use crate::signin::enrolment::{self, Enrolment};
use crate::signin::passkey::Beside;
use crate::signin::password::NewPassword;
use crate::signin::visitor::{Posted, Typed, Visitor, device};
use crate::signin::ways::{self, New};
use crate::signin::{House, PasswordUnfit, Person, SignInError, kept, one_time, passkey, password, person};

/// Where an enrolment goes on: recovery codes are made there by pressing a button.
const ONWARD: &str = "/desk/me/recovery?new=1";

/// Whose link it is. A switched-off account does not enrol.
fn holder<S: House>(desk: &S, token: &str) -> Result<(Enrolment, Person), SignInError> {
    let (records, now) = (desk.records(), desk.now());
    let found = enrolment::look(records, token, now)?.ok_or(SignInError::LinkSpent)?.value;
    if !desk.active(&found.account) {
        return Err(SignInError::Inactive);
    }
    let person = person::person(records, &found.account, now)?.ok_or(SignInError::LinkSpent)?;
    Ok((found, person))
}

async fn form<S: House>(desk: Arc<S>, visitor: Visitor, token: String, error: Option<SignInError>) -> Response {
    let asked = token.clone();
    let found = off(&desk, move |desk| {
        let (enrolment, person) = holder(desk, &asked)?;
        let address = one_time::address(&enrolment.totp, desk.door().site_name(), &person.sign_in_name)?;
        let before = ways::any(desk.records(), &person.account, desk.now())?;
        Ok((enrolment, person, address, before))
    })
    .await;
    let (enrolment, person, address, before) = match found {
        Ok(found) => found,
        Err(error) => return show::fault(desk.as_ref(), &visitor.reader, &error),
    };
    let reader = &visitor.reader;
    let off = desk.door().passkeys_off();
    let off = off.map(|off| show::sentence(desk.as_ref(), reader, &SignInError::PasskeysOff(off)));
    let model = json!({
        "here": format!("/desk/enrol/{token}"),
        "me": { "name": person.name, "sign_in_name": person.sign_in_name },
        "secret": one_time::grouped(&enrolment.totp),
        "address": address,
        "before": before,
        "passkeys_off": off,
        "problem": error.as_ref().map(|error| show::problem(desk.as_ref(), reader, error)),
    });
    show::page(desk.as_ref(), reader, error.as_ref().map_or(200, SignInError::status), "signin/enrol.html", model)
}

/// The page: who enrols and what will happen.
pub(super) async fn show_page<S: House>(
    State(desk): State<Arc<S>>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Response {
    let open = desk.door().is_open_to(visitor.address).then_some(SignInError::Open);
    form(desk, visitor, token, open).await
}

/// Sets a password with its one-time codes.
pub(super) async fn with_password<S: House>(
    State(desk): State<Arc<S>>,
    visitor: Visitor,
    Path(token): Path<String>,
    typed: Typed,
) -> Response {
    let who = visitor.clone();
    let link = token.clone();
    let kept = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => off_hashing(&desk, move |desk| keep_password(desk, &who, &link, &typed)).await,
    };
    match kept {
        Ok(cookie) => show::see_other(ONWARD, Some(&cookie)),
        Err(error @ (SignInError::LinkSpent | SignInError::Inactive)) => {
            show::fault(desk.as_ref(), &visitor.reader, &error)
        }
        Err(error) => form(desk, visitor, token, Some(error)).await,
    }
}

fn keep_password<S: House>(desk: &S, who: &Visitor, token: &str, typed: &Typed) -> Result<String, SignInError> {
    let (records, now) = (desk.records(), desk.now());
    let (enrolment, person) = holder(desk, token)?;
    if typed.get("password") != typed.get("again") {
        return Err(SignInError::Password(PasswordUnfit::Differs));
    }
    let new = NewPassword { password: typed.get("password"), totp: &enrolment.totp, code: typed.get("code") };
    let names = [person.sign_in_name.as_str(), person.name.as_str(), desk.door().site_name()];
    let step = password::ready(&new, &names, now)?;
    enrolment::spend(records, token, now, |enrolment| {
        password::keep(records, desk.chance(), &enrolment.account, &new, step, now)?;
        ways::leave_only(records, &enrolment.account, &New::Password, now)
    })?;
    enter(desk, &person.account, who)
}

/// Begins the registration of a passkey.
pub(super) async fn passkey_start<S: House>(
    State(desk): State<Arc<S>>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Response {
    let started = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => {
            off(&desk, move |desk| {
                let (_, person) = holder(desk, &token)?;
                let bound = kept::hidden(token.as_bytes());
                let place = (Beside::Nothing, bound.as_str());
                passkey::start_registration(desk.door().passkeys()?, desk.records(), &person, place, desk.now())
            })
            .await
        }
    };
    match started {
        Ok(options) => show::options(&options),
        Err(error) => show::fault_json(desk.as_ref(), &visitor.reader, &error),
    }
}

/// Ends it: the passkey is kept, the link used up, its holder signed in.
pub(super) async fn passkey_finish<S: House>(
    State(desk): State<Arc<S>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Posted(posted): Posted,
) -> Response {
    let who = visitor.clone();
    let finished = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => {
            off(&desk, move |desk| {
                let (records, now) = (desk.records(), desk.now());
                let (_, person) = holder(desk, &token)?;
                let bound = kept::hidden(token.as_bytes());
                let proven = passkey::finish_registration(desk.door().passkeys()?, records, &posted, &bound, now)?;
                if proven.account != person.account {
                    return Err(SignInError::ChallengeGone);
                }
                let name = device(&who.agent);
                enrolment::spend(records, &token, now, |enrolment| {
                    let id = passkey::keep(records, proven, &name, now)?;
                    ways::leave_only(records, &enrolment.account, &New::Passkey(id), now)
                })?;
                enter(desk, &person.account, &who)
            })
            .await
        }
    };
    match finished {
        Ok(cookie) => show::next(ONWARD, Some(&cookie)),
        Err(error) => show::fault_json(desk.as_ref(), &visitor.reader, &error),
    }
}
