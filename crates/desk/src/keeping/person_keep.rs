//! `GET` and `POST /desk/people/{account}`: somebody's names and rights, a new link to enrol, and the end of it all.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Account, AccountId, Command, Role};
use newsroom::Refused;
use serde::{Deserialize, Serialize};

use super::form::Problem;
use super::grants::{self, GrantRow};
use super::input::Input;
use super::keeper::{Keeper, from_sign_in};
use super::people_list::{demand, link};
use crate::signin::{self, Person};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct PersonModel {
    account: String,
    name: String,
    shown_name: String,
    sign_in_name: String,
    email: String,
    reason: String,
    state: &'static str,
    own: bool,
    /// Whether whoever looks may make a link without signing in again.
    fresh: bool,
    rows: Vec<GrantRow>,
    roles: Vec<&'static str>,
    sessions: usize,
    tokens: usize,
    problems: Vec<Problem>,
    done: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    done: Option<String>,
}

pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    Path(account): Path<String>,
    Query(look): Query<Look>,
    signed: Signed,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        demand(&keeper)?;
        let person = person_of(&keeper, &account)?;
        let done = look.done.filter(|done| matches!(done.as_str(), "rights" | "names" | "disabled"));
        page(&keeper, &person, None, vec![], done)
    })
    .await
}

pub(super) async fn change(
    State(desk): State<Arc<DeskState>>,
    Path(account): Path<String>,
    signed: Signed,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        demand(&keeper)?;
        let person = person_of(&keeper, &account)?;
        let input = Input::of(fields);
        let answer = match input.get("do") {
            "rights" => set_rights(&keeper, &person, &input),
            "names" => set_names(&keeper, &person, &input),
            "disable" => disable(&keeper, &person, &input),
            "enrol" => return enrol(&keeper, &person),
            _ => return Err(DeskError::NotFound),
        };
        let problem = match answer {
            Ok(done) => {
                let onward = format!("/desk/people/{}?done={done}", person.account);
                return Ok(Redirect::to(&onward).into_response());
            }
            Err(DeskError::Field { field, message }) => Problem { field, message },
            Err(DeskError::Refused(Refused::Rule(refusal))) => {
                Problem { field: input.get("do").to_owned(), message: refusal.to_string() }
            }
            Err(other) => return Err(other),
        };
        page(&keeper, &person, Some(&input), vec![problem], None)
    })
    .await
}

fn person_of(keeper: &Keeper<'_>, account: &str) -> Result<Person, DeskError> {
    let account: AccountId = account.parse().map_err(|_| DeskError::NotFound)?;
    let person = signin::person(keeper.desk.records(), &account, keeper.now).map_err(from_sign_in)?;
    person.ok_or(DeskError::NotFound)
}

fn account_of(keeper: &Keeper<'_>, id: &AccountId) -> Result<Option<Account>, DeskError> {
    Ok(keeper.desk.newsroom.views().account(&keeper.desk.site, id)?)
}

fn set_rights(keeper: &Keeper<'_>, person: &Person, input: &Input) -> Result<&'static str, DeskError> {
    let grants = grants::read(input);
    let administers = grants.iter().any(|grant| grant.role == Role::Administrator && grant.lang.is_none());
    if !administers {
        keep_an_administrator(keeper, person, "rights")?;
    }
    let command = Command::SetAccount { account: person.account.clone(), grants, owner: None, expires: None };
    keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), command)?;
    Ok("rights")
}

fn set_names(keeper: &Keeper<'_>, person: &Person, input: &Input) -> Result<&'static str, DeskError> {
    let records = keeper.desk.records();
    // The address first: it is the one that may be refused after the name was taken.
    let email = Some(input.get("email")).filter(|email| !email.is_empty());
    signin::set_email(records, &person.account, email, keeper.now).map_err(from_sign_in)?;
    let renamed = signin::rename(records, &person.account, input.get("name"), keeper.now);
    if let Err(error) = renamed {
        // Nothing half done: the address goes back to what it was.
        signin::set_email(records, &person.account, person.email.as_deref(), keeper.now).map_err(from_sign_in)?;
        return Err(from_sign_in(error));
    }
    Ok("names")
}

/// The rights end first, by a fact; sessions end behind it. A crash in between leaves sessions that may do nothing.
fn disable(keeper: &Keeper<'_>, person: &Person, input: &Input) -> Result<&'static str, DeskError> {
    if person.account == keeper.signed.account {
        return Err(DeskError::field("disable", keeper.say("keeping-wrong-own-account")));
    }
    keep_an_administrator(keeper, person, "disable")?;
    let command = Command::DisableAccount { account: person.account.clone(), reason: input.get("reason").to_owned() };
    keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), command)?;
    signin::revoke_all(keeper.desk.records(), &person.account, None, keeper.now).map_err(from_sign_in)?;
    Ok("disabled")
}

/// Refuses what would leave the desk without anybody who keeps its accounts.
fn keep_an_administrator(keeper: &Keeper<'_>, person: &Person, field: &str) -> Result<(), DeskError> {
    let accounts = keeper.desk.newsroom.views().accounts(&keeper.desk.site)?;
    let administers = |account: &Account| {
        account.owner.is_none() && account.is_active(keeper.now) && account.has(Role::Administrator, None)
    };
    let own = accounts.iter().any(|(id, account)| *id == person.account && administers(account));
    let another = accounts.iter().any(|(id, account)| *id != person.account && administers(account));
    if own && !another {
        return Err(DeskError::field(field, keeper.say("keeping-wrong-last-administrator")));
    }
    Ok(())
}

fn enrol(keeper: &Keeper<'_>, person: &Person) -> Result<Response, DeskError> {
    let wrong = if !account_of(keeper, &person.account)?.is_some_and(|account| account.is_active(keeper.now)) {
        Some("keeping-wrong-enrol-off")
    } else if keeper.signed.fresh {
        None
    } else {
        Some("keeping-wrong-sign-in-again")
    };
    if let Some(wrong) = wrong {
        let problem = Problem { field: "enrol".to_owned(), message: keeper.say(wrong) };
        return page(keeper, person, None, vec![problem], None);
    }
    let token = keeper.desk.enrolment_link(&keeper.visitor(), &person.account, true)?;
    link(keeper, person, &token)
}

fn page(
    keeper: &Keeper<'_>,
    person: &Person,
    input: Option<&Input>,
    problems: Vec<Problem>,
    done: Option<String>,
) -> Result<Response, DeskError> {
    let account = account_of(keeper, &person.account)?;
    let pressed = |button: &str| input.filter(|input| input.get("do") == button);
    let granted = account.as_ref().map_or_else(Vec::new, |account| account.grants.clone());
    let sessions = signin::sessions_of(keeper.desk.records(), &person.account, keeper.now).map_err(from_sign_in)?;
    let all = keeper.desk.newsroom.views().accounts(&keeper.desk.site)?;
    let names = pressed("names");
    let model = PersonModel {
        account: person.account.to_string(),
        name: names.map_or(person.name.as_str(), |input| input.get("name")).to_owned(),
        shown_name: person.name.clone(),
        sign_in_name: person.sign_in_name.clone(),
        email: names.map_or(person.email.as_deref().unwrap_or_default(), |input| input.get("email")).to_owned(),
        reason: pressed("disable").map_or("", |input| input.get("reason")).to_owned(),
        state: match &account {
            Some(account) if account.is_active(keeper.now) => "active",
            Some(_) => "off",
            None => "without",
        },
        own: person.account == keeper.signed.account,
        fresh: keeper.signed.fresh,
        rows: grants::rows(keeper, &pressed("rights").map_or(granted, grants::read), |_| true),
        roles: Role::ALL.map(Role::as_str).to_vec(),
        sessions: sessions.len(),
        tokens: all
            .iter()
            .filter(|(_, account)| account.owner.as_ref() == Some(&person.account) && account.is_active(keeper.now))
            .count(),
        problems,
        done,
    };
    let status = if model.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    keeper.desk.page_with(status, keeper.signed, "people", "keeping/person.html", &model)
}
