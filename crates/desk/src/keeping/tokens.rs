//! `GET` and `POST /desk/tokens`, `POST /desk/tokens/{account}`: tokens for programs. A token is an account of its own
//! that works for a person, with no more rights than the person has and for some days.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::{Account, AccountId, Command, Role};
use jiff::{Timestamp, ToSpan as _};
use newsroom::Refused;
use serde::{Deserialize, Serialize};
use store::Put;

use super::form::Problem;
use super::grants::{self, GrantRow};
use super::input::Input;
use super::keeper::{At, Keeper, from_sign_in};
use super::limits::{TOKEN_DAYS, TOKEN_NAME_CHARS_MAX};
use crate::signin::bearer;
use crate::{DeskError, DeskState, Signed};

/// The room of the tokens' names: they are for people, so they are not facts.
const ROOM: &str = "token-name";

#[derive(Serialize)]
struct TokensModel {
    tokens: Vec<TokenLine>,
    everybody: bool,
    rows: Vec<GrantRow>,
    roles: Vec<&'static str>,
    name: String,
    days: Vec<(i64, bool)>,
    problems: Vec<Problem>,
    done: Option<String>,
    /// The secret of a token that was just made.
    secret: Option<String>,
}

#[derive(Serialize)]
struct TokenLine {
    account: String,
    name: String,
    owner: String,
    grants: String,
    expires: Option<At>,
    /// `active`, `expired` or `off`.
    state: &'static str,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    done: Option<String>,
}

pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    Query(look): Query<Look>,
    signed: Signed,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        page(&keeper, &Input::default(), vec![], look.done.filter(|done| done == "revoked"), None)
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
        let input = Input::of(fields);
        match make(&keeper, &input) {
            Ok(secret) => page(&keeper, &Input::default(), vec![], None, Some(secret)),
            Err(DeskError::Field { field, message }) => {
                page(&keeper, &input, vec![Problem { field, message }], None, None)
            }
            Err(DeskError::Refused(refused @ (Refused::Rule(_) | Refused::MoreThanOwner))) => {
                let problem = Problem { field: "grant".to_owned(), message: refused.to_string() };
                page(&keeper, &input, vec![problem], None, None)
            }
            Err(other) => Err(other),
        }
    })
    .await
}

pub(super) async fn revoke(
    State(desk): State<Arc<DeskState>>,
    Path(account): Path<String>,
    signed: Signed,
) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        let id: AccountId = account.parse().map_err(|_| DeskError::NotFound)?;
        let token = desk.newsroom.views().account(&desk.site, &id)?.filter(|token| token.owner.is_some());
        let token = token.ok_or(DeskError::NotFound)?;
        end(&keeper, &id, &token)?;
        Ok(Redirect::to("/desk/tokens?done=revoked").into_response())
    })
    .await
}

/// Name, then fact, then secret: a crash in between leaves a token that nobody can use and that the list shows.
fn make(keeper: &Keeper<'_>, input: &Input) -> Result<String, DeskError> {
    let (records, chance) = (keeper.desk.records(), keeper.desk.newsroom.chance());
    let name = input.get("name");
    if name.is_empty() || name.chars().count() > TOKEN_NAME_CHARS_MAX {
        return Err(DeskError::field("name", keeper.say("keeping-wrong-token-name")));
    }
    let days = input.get("days").parse::<i64>().ok().filter(|days| TOKEN_DAYS.contains(days));
    let days = days.ok_or_else(|| DeskError::field("days", keeper.say("keeping-wrong-choice")))?;
    let expires = keeper.now.checked_add((days * 24).hours()).map_err(DeskError::internal)?;
    let grants = grants::read(input);
    if grants.is_empty() {
        return Err(DeskError::Refused(Refused::Rule(domain::Refusal::NoGrant)));
    }
    if !grants.iter().all(|grant| keeper.rights.covers(grant)) {
        return Err(DeskError::Refused(Refused::MoreThanOwner));
    }
    let owner = keeper.rights.person.clone().ok_or(DeskError::Refused(Refused::NoAccount))?;
    let account = chance.account_id();
    let (key, now_us) = (account.as_str(), keeper.now.as_microsecond());
    let put = Put { room: ROOM, key, base: Some(0), value: name.as_bytes(), now_us, expires_us: None };
    records.put(&put).map_err(|error| DeskError::internal(error.to_string()))?;
    let command = Command::SetAccount { account: account.clone(), grants, owner: Some(owner), expires: Some(expires) };
    keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), command)?;
    bearer::issue_token(records, chance, &account, keeper.now).map_err(from_sign_in)
}

/// The fact first, then the secret: either alone is enough to make the token useless.
fn end(keeper: &Keeper<'_>, id: &AccountId, token: &Account) -> Result<(), DeskError> {
    let own = token.owner == keeper.rights.person;
    let administers = keeper.rights.has(Role::Administrator, None);
    if !own && !administers {
        // Whose token that is concerns nobody else.
        return Err(DeskError::NotFound);
    }
    let command = if administers {
        Command::DisableAccount { account: id.clone(), reason: keeper.say("keeping-token-revoked-reason") }
    } else {
        // Accounts are the administrator's to disable; everybody may have their own token expire.
        let grants = token.grants.iter().filter(|grant| keeper.rights.covers(grant)).cloned().collect::<Vec<_>>();
        let (owner, expires) = (token.owner.clone(), Some(keeper.now));
        Command::SetAccount { account: id.clone(), grants, owner, expires }
    };
    let nothing_left = matches!(&command, Command::SetAccount { grants, .. } if grants.is_empty());
    if token.is_active(keeper.now) && !nothing_left {
        keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), command)?;
    }
    bearer::withdraw_tokens(keeper.desk.records(), id, keeper.now).map_err(from_sign_in)?;
    Ok(())
}

fn page(
    keeper: &Keeper<'_>,
    input: &Input,
    problems: Vec<Problem>,
    done: Option<String>,
    secret: Option<String>,
) -> Result<Response, DeskError> {
    let everybody = keeper.rights.has(Role::Administrator, None);
    let accounts = keeper.desk.newsroom.views().accounts(&keeper.desk.site)?;
    let mine = |account: &Account| account.owner.is_some() && (everybody || account.owner == keeper.rights.person);
    let mut tokens = vec![];
    for (id, account) in accounts.iter().filter(|(_, account)| mine(account)) {
        tokens.push(line(keeper, id, account)?);
    }
    tokens.sort_by_key(|line| (line.state != "active", line.owner.clone(), line.name.clone()));
    let chosen = input.get("days").parse::<i64>().unwrap_or(TOKEN_DAYS[2]);
    let model = TokensModel {
        tokens,
        everybody,
        rows: grants::rows(keeper, &grants::read(input), |grant| keeper.rights.covers(grant)),
        roles: Role::ALL.map(Role::as_str).to_vec(),
        name: input.get("name").to_owned(),
        days: TOKEN_DAYS.map(|days| (days, days == chosen)).to_vec(),
        problems,
        done,
        secret,
    };
    let status = if model.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    keeper.desk.page_with(status, keeper.signed, "me", "keeping/tokens.html", &model)
}

fn line(keeper: &Keeper<'_>, id: &AccountId, account: &Account) -> Result<TokenLine, DeskError> {
    let name = keeper.desk.records().record(ROOM, id.as_str(), keeper.now.as_microsecond())?;
    let past = |expires: &Timestamp| *expires <= keeper.now;
    Ok(TokenLine {
        account: id.to_string(),
        name: name.map_or_else(|| id.to_string(), |name| String::from_utf8_lossy(&name.value).into_owned()),
        owner: account.owner.as_ref().map(|owner| keeper.name_of(owner)).unwrap_or_default(),
        grants: grants::words(keeper, &account.grants),
        expires: account.expires.map(|expires| keeper.at(expires)),
        state: if account.disabled {
            "off"
        } else if account.expires.as_ref().is_some_and(past) {
            "expired"
        } else {
            "active"
        },
    })
}
