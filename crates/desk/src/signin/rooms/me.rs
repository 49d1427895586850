//! `/desk/me`: one's own ways to sign in, sessions and language.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::Lang;
use serde_json::{Value, json};

use super::{off, show};
use crate::signin::passkey::Beside;
use crate::signin::visitor::Visitor;
use crate::signin::visitor::{Posted, Typed, device};
use crate::signin::{House, Known, SignInError, enrolment, kept, passkey, password, person, recovery, session};

/// What the page can say was done; anything else in the query is not said.
const DONE: [&str; 9] = [
    "recovered",
    "language",
    "passkey-added",
    "passkey-renamed",
    "passkey-removed",
    "password-set",
    "password-removed",
    "session-ended",
    "sessions-ended",
];

/// The page's view model. Blocks.
pub(super) fn model<S: House>(desk: &S, signed: &Known, error: Option<&SignInError>) -> Result<Value, SignInError> {
    let (records, now) = (desk.records(), desk.now());
    let reader = &signed.reader;
    let passkeys: Vec<Value> = passkey::list(records, &signed.account, now)?
        .into_iter()
        .map(|line| {
            let used = line.used.map(|used| desk.moment(reader, used));
            json!({ "id": line.id, "name": line.name, "created": desk.moment(reader, line.created), "used": used })
        })
        .collect();
    let sessions: Vec<Value> = session::sessions_of(records, &signed.account, now)?
        .into_iter()
        .map(|session| {
            json!({
                "id": session.id, "device": device(&session.agent), "from": session.from,
                "created": desk.moment(reader, session.created), "seen": desk.moment(reader, session.seen),
                "current": session.id == signed.session,
            })
        })
        .collect();
    let own = signed.person.lang.as_ref();
    let languages: Vec<Value> = desk
        .languages()
        .into_iter()
        .map(|(lang, name)| json!({ "code": lang, "name": name, "current": Some(&lang) == own }))
        .collect();
    let off = desk.door().passkeys_off();
    let mut links = Vec::new();
    for note in enrolment::notes(records, &signed.account, now)? {
        let who = person::person(records, &note.by, now)?.map_or_else(|| note.by.to_string(), |person| person.name);
        links.push(json!({ "who": who, "when": desk.moment(reader, kept::instant(note.at_us)) }));
    }
    Ok(json!({
        "me": { "name": signed.person.name, "sign_in_name": signed.person.sign_in_name, "email": signed.person.email },
        "fresh": signed.fresh,
        "links": links,
        "passkeys": passkeys,
        "passkeys_off": off.map(|off| show::sentence(desk, reader, &SignInError::PasskeysOff(off))),
        "password": password::exists(records, &signed.account, now)?,
        "codes_left": recovery::left(records, &signed.account, now)?,
        "sessions": sessions,
        "choices": languages,
        "problem": error.map(|error| show::problem(desk, reader, error)),
        "done": null,
    }))
}

/// Answers a form of the page: back to the page with what was done, or the page with the refusal.
pub(super) async fn after<S: House>(
    desk: Arc<S>,
    signed: Known,
    result: Result<(), SignInError>,
    done: &str,
) -> Response {
    let error = match result {
        Ok(()) => return show::see_other(&format!("/desk/me?done={done}"), None),
        Err(error @ SignInError::SignInAgain) => return show::fault(desk.as_ref(), &signed.reader, &error),
        Err(error) => error,
    };
    let reader = signed.reader.clone();
    let status = error.status();
    match off(&desk, move |desk| model(desk, &signed, Some(&error))).await {
        Ok(model) => show::page(desk.as_ref(), &reader, status, "signin/me.html", model),
        Err(error) => show::fault(desk.as_ref(), &reader, &error),
    }
}

/// Refuses a change of the ways to sign in when the sign-in is old.
pub(super) fn fresh(signed: &Known) -> Result<(), SignInError> {
    if signed.fresh { Ok(()) } else { Err(SignInError::SignInAgain) }
}

/// The page.
pub(super) async fn show_page<S: House>(
    State(desk): State<Arc<S>>,
    signed: Known,
    Query(asked): Query<HashMap<String, String>>,
) -> Response {
    let reader = signed.reader.clone();
    let done = asked.get("done").filter(|done| DONE.contains(&done.as_str()));
    match off(&desk, move |desk| model(desk, &signed, None)).await {
        Ok(mut model) => {
            model["done"] = done.map(|done| desk.say(&reader, &format!("signin-did-{done}"), &[])).into();
            show::page(desk.as_ref(), &reader, 200, "signin/me.html", model)
        }
        Err(error) => show::fault(desk.as_ref(), &reader, &error),
    }
}

/// Chooses the language of the desk.
pub(super) async fn set_language<S: House>(State(desk): State<Arc<S>>, signed: Known, typed: Typed) -> Response {
    let wanted = typed.get("lang").parse::<Lang>().ok();
    let lang = wanted.filter(|wanted| desk.languages().iter().any(|(lang, _)| lang == wanted));
    let account = signed.account.clone();
    let result = off(&desk, move |desk| person::set_language(desk.records(), &account, lang, desk.now())).await;
    after(desk, signed, result, "language").await
}

/// Begins the registration of another passkey.
pub(super) async fn passkey_start<S: House>(State(desk): State<Arc<S>>, signed: Known) -> Response {
    let reader = signed.reader.clone();
    let started = off(&desk, move |desk| {
        fresh(&signed)?;
        let place = (Beside::Others, signed.session.as_str());
        passkey::start_registration(desk.door().passkeys()?, desk.records(), &signed.person, place, desk.now())
    })
    .await;
    match started {
        Ok(options) => show::options(&options),
        Err(error) => show::fault_json(desk.as_ref(), &reader, &error),
    }
}

/// Ends it.
pub(super) async fn passkey_finish<S: House>(
    State(desk): State<Arc<S>>,
    signed: Known,
    visitor: Visitor,
    Posted(posted): Posted,
) -> Response {
    let reader = signed.reader.clone();
    let finished = off(&desk, move |desk| {
        fresh(&signed)?;
        let (records, now) = (desk.records(), desk.now());
        let webauthn = desk.door().passkeys()?;
        let proven = passkey::finish_registration(webauthn, records, &posted, signed.session.as_str(), now)?;
        if proven.account != signed.account {
            return Err(SignInError::ChallengeGone);
        }
        passkey::keep(records, proven, &device(&visitor.agent), now).map(|_| ())
    })
    .await;
    match finished {
        Ok(()) => show::next("/desk/me?done=passkey-added", None),
        Err(error) => show::fault_json(desk.as_ref(), &reader, &error),
    }
}

/// Gives a passkey another name.
pub(super) async fn passkey_rename<S: House>(State(desk): State<Arc<S>>, signed: Known, typed: Typed) -> Response {
    let account = signed.account.clone();
    let result = off(&desk, move |desk| {
        passkey::rename(desk.records(), &account, typed.get("key"), typed.get("name"), desk.now())
    })
    .await;
    after(desk, signed, result, "passkey-renamed").await
}

/// Removes a passkey.
pub(super) async fn passkey_remove<S: House>(State(desk): State<Arc<S>>, signed: Known, typed: Typed) -> Response {
    let whose = signed.clone();
    let result = off(&desk, move |desk| {
        fresh(&whose)?;
        passkey::remove(desk.records(), &whose.account, typed.get("key"), desk.now())
    })
    .await;
    after(desk, signed, result, "passkey-removed").await
}

/// Ends one session.
pub(super) async fn session_end<S: House>(State(desk): State<Arc<S>>, signed: Known, typed: Typed) -> Response {
    let account = signed.account.clone();
    let result = off(&desk, move |desk| {
        let Some(id) = session::id_of(typed.get("session")) else { return Ok(()) };
        session::revoke(desk.records(), &account, &id, desk.now()).map(|_| ())
    })
    .await;
    after(desk, signed, result, "session-ended").await
}

/// Signs out everywhere, here too.
pub(super) async fn session_end_all<S: House>(State(desk): State<Arc<S>>, signed: Known) -> Response {
    let account = signed.account.clone();
    let result = off(&desk, move |desk| session::revoke_all(desk.records(), &account, None, desk.now())).await;
    match result {
        Ok(_) => show::see_other("/desk/sign-in?out=1", Some(&desk.door().cookie_gone())),
        Err(error) => show::fault(desk.as_ref(), &signed.reader, &error),
    }
}
