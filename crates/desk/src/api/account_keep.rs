//! Accounts: who asks, everybody, somebody new, somebody's names and rights, an enrolment link, the end of it all.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use domain::{Account, AccountId, Command, Grant, Lang, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ask::{Answer, Ask, reason};
use super::room::{Room, Verb};
use super::shapes::GrantBody;
use super::trouble::Trouble;
use crate::DeskState;
use crate::signin::{self, Person};

const LIST: &str = "/accounts";
const ONE: &str = "/accounts/{account}";

/// An account.
#[derive(Serialize, ToSchema)]
#[schema(as = Account)]
struct AccountLine {
    account: String,
    /// The person's name; nothing for a token.
    name: Option<String>,
    sign_in_name: Option<String>,
    email: Option<String>,
    /// Its rights.
    #[schema(value_type = Vec<GrantBody>)]
    grants: Vec<Grant>,
    /// For whom a token works.
    owner: Option<String>,
    /// From when a token no longer works, RFC 3339.
    expires: Option<String>,
    /// Whether it may do anything now.
    active: bool,
}

impl AccountLine {
    fn of(id: &AccountId, account: Option<&Account>, person: Option<Person>, now: Timestamp) -> Self {
        let (name, sign_in_name, email) = match person {
            Some(person) => (Some(person.name), Some(person.sign_in_name), person.email),
            None => (None, None, None),
        };
        Self {
            account: id.to_string(),
            name,
            sign_in_name,
            email,
            grants: account.map_or_else(Vec::new, |account| account.grants.clone()),
            owner: account.and_then(|account| account.owner.as_ref()).map(ToString::to_string),
            expires: account.and_then(|account| account.expires).map(|expires| expires.to_string()),
            active: account.is_some_and(|account| account.is_active(now)),
        }
    }
}

/// Accounts.
#[derive(Serialize, ToSchema)]
struct AccountLines {
    accounts: Vec<AccountLine>,
}

/// Somebody new.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PersonBody {
    /// The name that others read.
    name: String,
    /// What the person types to sign in.
    sign_in_name: String,
    email: Option<String>,
    /// The language of the desk for this person.
    #[schema(value_type = Option<String>)]
    lang: Option<Lang>,
    grants: Vec<GrantBody>,
}

/// What is to be changed of an account; what is absent stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AccountBody {
    /// All rights that it is to have.
    grants: Option<Vec<GrantBody>>,
    /// The name that others read.
    name: Option<String>,
    /// Where the desk writes to; an empty text for nowhere.
    email: Option<String>,
}

/// An account with a link to enrol, which is shown once.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; the answer is made where it is given")]
struct Enrolled {
    account: String,
    /// The link, good for 72 hours and one use. Not in an answer that is given again, and never in one to a token.
    link: Option<String>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, "/me", "read_me", "Read who asks and what they may do", me).gives::<AccountLine>(200),
        Room::new(Verb::Get, LIST, "list_accounts", "List accounts", list)
            .about("Administrators only. Tokens are accounts with an owner.")
            .gives::<AccountLines>(200),
        Room::new(Verb::Post, LIST, "add_account", "Add somebody and get their link to enrol", add)
            .about("Needs a sign-in within the last half hour. A token adds somebody without a link.")
            .takes::<PersonBody>()
            .gives::<Enrolled>(201)
            .secret("link"),
        Room::new(Verb::Put, ONE, "set_account", "Set somebody's rights and names", set)
            .takes::<AccountBody>()
            .gives::<AccountLine>(200),
        Room::new(Verb::Delete, ONE, "disable_account", "Disable an account and end its sessions", disable)
            .about("Tokens that work for it end with it.")
            .query(&[("reason", "Why. Required.")])
            .gives_nothing(),
        Room::new(Verb::Post, "/accounts/{account}/enrolment", "enrol_account", "Make a new link to enrol", enrol)
            .about("Older links of the account are void. Needs a sign-in within the last half hour; refused to tokens.")
            .gives::<Enrolled>(200)
            .secret("link"),
    ]
}

fn me(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let id = &ask.caller.visitor.account;
    let account = desk.newsroom.views().account(&desk.site, id)?;
    let person = signin::person(desk.records(), &ask.caller.person, ask.now)?;
    Answer::json(200, &AccountLine::of(id, account.as_ref(), person, ask.now))
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    ask.caller.demand(Role::Administrator)?;
    let mut people: BTreeMap<AccountId, Person> =
        signin::people(desk.records(), ask.now)?.into_iter().map(|person| (person.account.clone(), person)).collect();
    let known = desk.newsroom.views().accounts(&desk.site)?;
    let mut accounts: Vec<AccountLine> =
        known.iter().map(|(id, account)| AccountLine::of(id, Some(account), people.remove(id), ask.now)).collect();
    // A crash while somebody was added leaves a person without rights, who can be given some.
    accounts.extend(people.into_iter().map(|(id, person)| AccountLine::of(&id, None, Some(person), ask.now)));
    Answer::json(200, &AccountLines { accounts })
}

fn grants(bodies: Vec<GrantBody>) -> Vec<Grant> {
    let mut grants: Vec<Grant> = bodies.into_iter().map(Grant::from).collect();
    grants.sort();
    grants.dedup();
    grants
}

/// The person comes first: a sign-in name that is taken stops everything. A crash behind it leaves a person without
/// rights.
fn add(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    ask.caller.demand(Role::Administrator)?;
    if !is_token(ask) && !ask.caller.fresh {
        return Err(stale());
    }
    let PersonBody { name, sign_in_name, email, lang, grants: bodies } = ask.read()?;
    let grants = grants(bodies);
    if grants.is_empty() {
        return Err(Trouble::from(domain::Refusal::NoGrant).named("grants"));
    }
    let account = desk.newsroom.chance().account_id();
    let email = email.filter(|email| !email.is_empty());
    let person = Person { account: account.clone(), sign_in_name, name, email, lang };
    signin::add_person(desk.records(), &person, ask.now)?;
    let command = Command::SetAccount { account: account.clone(), grants, owner: None, expires: None };
    desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?;
    if is_token(ask) {
        return Answer::json(201, &json!({ "account": account, "link": null }));
    }
    let secret = desk.enrolment_link(&ask.caller.visitor, &account, false)?;
    link(desk, &account, &secret, 201)
}

fn stale() -> Trouble {
    let detail = "making a link to enrol needs a sign-in within the last half hour; sign in again and repeat this";
    Trouble::new(StatusCode::FORBIDDEN, "again", detail)
}

/// Whether a program asks. It is given no link: whoever has its secret could become a person with it.
fn is_token(ask: &Ask) -> bool {
    ask.caller.visitor.account != ask.caller.person
}

fn enrol(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    ask.caller.demand(Role::Administrator)?;
    if is_token(ask) {
        let detail = "a token is given no link to enrol, since it could become a person with it; sign in at the desk and make the link there";
        return Err(Trouble::new(StatusCode::FORBIDDEN, "person-only", detail));
    }
    if !ask.caller.fresh {
        return Err(stale());
    }
    let (id, _) = person(desk, ask)?;
    let account = desk.newsroom.views().account(&desk.site, &id)?;
    if !account.is_some_and(|account| account.is_active(ask.now)) {
        return Err(Trouble::field("account", "this account is disabled; give it rights first"));
    }
    let secret = desk.enrolment_link(&ask.caller.visitor, &id, true)?;
    link(desk, &id, &secret, 200)
}

fn link(desk: &DeskState, account: &AccountId, secret: &str, status: u16) -> Result<Answer, Trouble> {
    let base = desk.settings.desk_url.as_ref().or(desk.settings.public_url.as_ref()).map_or("", String::as_str);
    Answer::json(status, &json!({ "account": account, "link": format!("{base}/desk/enrol/{secret}") }))
}

/// The person of the address; tokens have rooms of their own.
fn person(desk: &DeskState, ask: &Ask) -> Result<(AccountId, Person), Trouble> {
    let id: AccountId = ask.id("account")?;
    let person = signin::person(desk.records(), &id, ask.now)?.ok_or_else(Trouble::not_found)?;
    Ok((id, person))
}

fn set(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    ask.caller.demand(Role::Administrator)?;
    let (id, before) = person(desk, ask)?;
    let AccountBody { grants: bodies, name, email } = ask.read()?;
    let grants = bodies.map(grants);
    if let Some(grants) = &grants {
        if grants.is_empty() {
            return Err(Trouble::from(domain::Refusal::NoGrant).named("grants"));
        }
        if !grants.iter().any(|grant| grant.role == Role::Administrator && grant.lang.is_none()) {
            keep_an_administrator(desk, ask, &id)?;
        }
    }
    let records = desk.records();
    if let Some(email) = &email {
        signin::set_email(records, &id, Some(email.as_str()).filter(|email| !email.is_empty()), ask.now)?;
    }
    if let Some(name) = &name
        && let Err(error) = signin::rename(records, &id, name, ask.now)
    {
        // Nothing half done: the address goes back to what it was.
        signin::set_email(records, &id, before.email.as_deref(), ask.now)?;
        return Err(error.into());
    }
    if let Some(grants) = grants {
        let command = Command::SetAccount { account: id.clone(), grants, owner: None, expires: None };
        desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?;
    }
    let account = desk.newsroom.views().account(&desk.site, &id)?;
    let person = signin::person(records, &id, ask.now)?;
    Answer::json(200, &AccountLine::of(&id, account.as_ref(), person, ask.now))
}

/// The rights end first, by a fact; sessions end behind it. A crash in between leaves sessions that may do nothing.
fn disable(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    ask.caller.demand(Role::Administrator)?;
    let (account, _) = person(desk, ask)?;
    let reason = reason("reason", ask.asked("reason").unwrap_or_default())?;
    if account == ask.caller.person {
        return Err(Trouble::field("account", "nobody disables their own account; ask another administrator"));
    }
    keep_an_administrator(desk, ask, &account)?;
    let command = Command::DisableAccount { account: account.clone(), reason };
    desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?;
    signin::revoke_all(desk.records(), &account, None, ask.now)?;
    Ok(Answer::nothing())
}

/// Refuses what would leave the desk without anybody who keeps its accounts.
fn keep_an_administrator(desk: &DeskState, ask: &Ask, id: &AccountId) -> Result<(), Trouble> {
    let administers = |account: &Account| {
        account.owner.is_none() && account.is_active(ask.now) && account.has(Role::Administrator, None)
    };
    let accounts = desk.newsroom.views().accounts(&desk.site)?;
    let (own, others): (Vec<_>, Vec<_>) =
        accounts.iter().filter(|(_, account)| administers(account)).partition(|(other, _)| other == id);
    if own.is_empty() || !others.is_empty() {
        return Ok(());
    }
    let detail = "this is the last administrator; make somebody else one first";
    Err(Trouble::new(StatusCode::UNPROCESSABLE_ENTITY, "last-administrator", detail))
}
