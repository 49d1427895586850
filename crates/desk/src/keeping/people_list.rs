//! `GET` and `POST /desk/people`: who works at the desk, and somebody new.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Account, AccountId, Command, Role};
use newsroom::Refused;
use serde::Serialize;

use super::form::Problem;
use super::grants::{self, GrantRow};
use super::input::Input;
use super::keeper::{Keeper, from_sign_in};
use crate::signin::{self, Person};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct PeopleModel {
    people: Vec<PersonLine>,
    rows: Vec<GrantRow>,
    roles: Vec<&'static str>,
    name: String,
    sign_in_name: String,
    email: String,
    /// Whether whoever looks may make a link without signing in again.
    fresh: bool,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct PersonLine {
    account: String,
    name: String,
    sign_in_name: String,
    email: Option<String>,
    grants: String,
    /// `active`, `off` or `without` rights.
    state: &'static str,
    own: bool,
}

/// The page that shows a link once.
#[derive(Serialize)]
struct LinkModel {
    name: String,
    link: String,
    href: String,
}

/// Refuses those who do not keep the accounts.
pub(super) fn demand(keeper: &Keeper<'_>) -> Result<(), DeskError> {
    if keeper.rights.has(Role::Administrator, None) {
        return Ok(());
    }
    Err(DeskError::Refused(Refused::NotAllowed { needs: vec![Role::Administrator], lang: None }))
}

pub(super) async fn show(State(desk): State<Arc<DeskState>>, signed: Signed) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        demand(&keeper)?;
        list(&keeper, &Input::default(), vec![])
    })
    .await
}

pub(super) async fn add(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        demand(&keeper)?;
        let input = Input::of(fields);
        match take_on(&keeper, &input) {
            Ok((person, token)) => link(&keeper, &person, &token),
            Err(DeskError::Field { field, message }) => list(&keeper, &input, vec![Problem { field, message }]),
            Err(DeskError::Refused(Refused::Rule(refusal))) => {
                list(&keeper, &input, vec![Problem { field: "form".to_owned(), message: refusal.to_string() }])
            }
            Err(other) => Err(other),
        }
    })
    .await
}

/// The person comes first: a sign-in name that is taken stops everything. A crash behind it leaves a person without
/// rights, who is in the list and can be given some.
fn take_on(keeper: &Keeper<'_>, input: &Input) -> Result<(Person, String), DeskError> {
    let (records, chance) = (keeper.desk.records(), keeper.desk.newsroom.chance());
    if !keeper.signed.fresh {
        return Err(DeskError::field("form", keeper.say("keeping-wrong-sign-in-again")));
    }
    let grants = grants::read(input);
    if grants.is_empty() {
        return Err(DeskError::Refused(Refused::Rule(domain::Refusal::NoGrant)));
    }
    let account = chance.account_id();
    let email = Some(input.get("email").to_owned()).filter(|email| !email.is_empty());
    let (sign_in_name, name) = (input.get("sign-in-name").to_owned(), input.get("name").to_owned());
    let person = Person { account: account.clone(), sign_in_name, name, email, lang: None };
    signin::add_person(records, &person, keeper.now).map_err(from_sign_in)?;
    let command = Command::SetAccount { account: account.clone(), grants, owner: None, expires: None };
    keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), command)?;
    let token = keeper.desk.enrolment_link(&keeper.visitor(), &account, false)?;
    Ok((person, token))
}

/// The page with an enrolment link, which is shown once.
pub(super) fn link(keeper: &Keeper<'_>, person: &Person, token: &str) -> Result<Response, DeskError> {
    let settings = &keeper.desk.settings;
    let base = settings.desk_url.as_ref().or(settings.public_url.as_ref()).map_or("", String::as_str);
    let model = LinkModel {
        name: person.name.clone(),
        link: format!("{base}/desk/enrol/{token}"),
        href: format!("/desk/people/{}", person.account),
    };
    keeper.desk.page(keeper.signed, "people", "keeping/link.html", &model)
}

fn list(keeper: &Keeper<'_>, input: &Input, problems: Vec<Problem>) -> Result<Response, DeskError> {
    let model = PeopleModel {
        people: lines(keeper)?,
        rows: grants::rows(keeper, &grants::read(input), |_| true),
        roles: Role::ALL.map(Role::as_str).to_vec(),
        name: input.get("name").to_owned(),
        sign_in_name: input.get("sign-in-name").to_owned(),
        email: input.get("email").to_owned(),
        fresh: keeper.signed.fresh,
        problems,
    };
    let status = if model.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    keeper.desk.page_with(status, keeper.signed, "people", "keeping/people.html", &model)
}

fn lines(keeper: &Keeper<'_>) -> Result<Vec<PersonLine>, DeskError> {
    let accounts = keeper.desk.newsroom.views().accounts(&keeper.desk.site)?;
    let accounts: BTreeMap<AccountId, Account> = accounts.into_iter().collect();
    let people = signin::people(keeper.desk.records(), keeper.now).map_err(from_sign_in)?;
    let line = |person: Person| {
        let account = accounts.get(&person.account);
        let state = match account {
            Some(account) if account.is_active(keeper.now) => "active",
            Some(_) => "off",
            None => "without",
        };
        PersonLine {
            grants: grants::words(keeper, account.map_or(&[], |account| account.grants.as_slice())),
            own: person.account == keeper.signed.account,
            account: person.account.to_string(),
            name: person.name,
            sign_in_name: person.sign_in_name,
            email: person.email,
            state,
        }
    };
    let mut lines: Vec<PersonLine> = people.into_iter().map(line).collect();
    lines.sort_by_key(|line| (line.state != "active", line.name.to_lowercase()));
    Ok(lines)
}
