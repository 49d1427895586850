//! `/desk/sign-in`: with a passkey, with password and code, with a recovery code.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use serde_json::json;

use super::{enter, off, off_hashing, show};
use crate::signin::attempts::Attempt;
use crate::signin::onward::Onward;
use crate::signin::visitor::{Posted, Typed, Visitor};
use crate::signin::{House, SignInError, passkey, password, recovery, signed};

type Asked = Query<HashMap<String, String>>;

fn onward_of(asked: &HashMap<String, String>) -> Onward {
    Onward::of(asked.get("next").map(String::as_str), asked.get("close").map(String::as_str))
}

/// What is on the page besides what is always there.
#[derive(Default)]
struct Shown<'a> {
    onward: Onward,
    name: &'a str,
    out: bool,
    signed_in_as: Option<String>,
    error: Option<&'a SignInError>,
}

fn form<S: House>(desk: &S, visitor: &Visitor, template: &str, shown: &Shown<'_>) -> Response {
    let reader = &visitor.reader;
    let open = desk.door().is_open_to(visitor.address).then_some(SignInError::Open);
    let error = shown.error.or(open.as_ref());
    let off = desk.door().passkeys_off().map(|off| show::sentence(desk, reader, &SignInError::PasskeysOff(off)));
    let model = json!({
        "query": shown.onward.query(),
        "next": shown.onward.next,
        "close": shown.onward.close,
        "name": shown.name,
        "out": shown.out,
        "signed_in_as": shown.signed_in_as,
        "target": shown.onward.target(),
        "passkeys_off": off,
        "problem": error.map(|error| show::problem(desk, reader, error)),
    });
    show::page(desk, reader, shown.error.map_or(200, SignInError::status), template, model)
}

/// The page.
pub(super) async fn show_page<S: House>(State(desk): State<Arc<S>>, visitor: Visitor, Query(asked): Asked) -> Response {
    let onward = onward_of(&asked);
    let whose = visitor.clone();
    let signed = off(&desk, move |desk| signed::of_token(desk, &whose)).await.ok().flatten();
    let out = asked.contains_key("out");
    let signed_in_as = signed.map(|signed| signed.person.name);
    form(desk.as_ref(), &visitor, "signin/sign_in.html", &Shown { onward, out, signed_in_as, ..Shown::default() })
}

/// The page at the end of a window that was opened only to sign in.
pub(super) async fn done<S: House>(State(desk): State<Arc<S>>, visitor: Visitor) -> Response {
    show::message(desk.as_ref(), &visitor.reader, "signin-done-close", None)
}

/// Signs in with name, password and code.
pub(super) async fn with_password<S: House>(State(desk): State<Arc<S>>, visitor: Visitor, typed: Typed) -> Response {
    let onward = Onward::of(typed.find("next"), typed.find("close"));
    let who = visitor.clone();
    let name = typed.get("name").to_owned();
    let checked = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => {
            let name = name.clone();
            off_hashing(&desk, move |desk| {
                let (records, now) = (desk.records(), desk.now());
                let attempt = Attempt::begin(records, Some(&name), &who.network, now)?;
                let account = password::check(records, &name, typed.get("password"), typed.get("code"), now)?;
                attempt.succeeded(records, now)?;
                enter(desk, &account, &who)
            })
            .await
        }
    };
    match checked {
        Ok(cookie) => show::see_other(onward.target(), Some(&cookie)),
        Err(error) => {
            let shown = Shown { onward, name: &name, error: Some(&error), ..Shown::default() };
            form(desk.as_ref(), &visitor, "signin/sign_in.html", &shown)
        }
    }
}

/// Begins a sign-in with a passkey.
pub(super) async fn passkey_start<S: House>(State(desk): State<Arc<S>>, visitor: Visitor) -> Response {
    let started = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => off(&desk, |desk| passkey::start_sign_in(desk.door().passkeys()?, desk.records(), desk.now())).await,
    };
    match started {
        Ok(options) => show::options(&options),
        Err(error) => show::fault_json(desk.as_ref(), &visitor.reader, &error),
    }
}

/// Ends it: the browser's answer for a session.
pub(super) async fn passkey_finish<S: House>(
    State(desk): State<Arc<S>>,
    visitor: Visitor,
    Query(asked): Asked,
    Posted(posted): Posted,
) -> Response {
    let who = visitor.clone();
    let finished = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => {
            off(&desk, move |desk| {
                let (records, now) = (desk.records(), desk.now());
                let webauthn = desk.door().passkeys()?;
                // No account is counted: a key cannot be guessed, and its owner must not be locked out by others.
                let attempt = Attempt::begin(records, None, &who.network, now)?;
                let account = passkey::finish_sign_in(webauthn, records, &posted, now)?;
                attempt.succeeded(records, now)?;
                enter(desk, &account, &who)
            })
            .await
        }
    };
    match finished {
        Ok(cookie) => show::next(onward_of(&asked).target(), Some(&cookie)),
        Err(error) => show::fault_json(desk.as_ref(), &visitor.reader, &error),
    }
}

/// The page for a recovery code.
pub(super) async fn recovery_page<S: House>(State(desk): State<Arc<S>>, visitor: Visitor) -> Response {
    form(desk.as_ref(), &visitor, "signin/sign_in_recovery.html", &Shown::default())
}

/// Signs in with a recovery code, and leads to the page where new ways to sign in are set up.
pub(super) async fn with_recovery<S: House>(State(desk): State<Arc<S>>, visitor: Visitor, typed: Typed) -> Response {
    let who = visitor.clone();
    let name = typed.get("name").to_owned();
    let checked = match desk.door().admit(visitor.address) {
        Err(error) => Err(error),
        Ok(()) => {
            let name = name.clone();
            off_hashing(&desk, move |desk| {
                let (records, now) = (desk.records(), desk.now());
                let attempt = Attempt::begin(records, Some(&name), &who.network, now)?;
                let account = recovery::redeem(records, &name, typed.get("code"), now)?;
                attempt.succeeded(records, now)?;
                enter(desk, &account, &who)
            })
            .await
        }
    };
    match checked {
        Ok(cookie) => show::see_other("/desk/me?done=recovered", Some(&cookie)),
        Err(error) => {
            let shown = Shown { name: &name, error: Some(&error), ..Shown::default() };
            form(desk.as_ref(), &visitor, "signin/sign_in_recovery.html", &shown)
        }
    }
}
