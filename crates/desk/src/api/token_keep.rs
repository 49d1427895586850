//! Tokens for programs: an account of its own that works for a person, with no more rights than the person has and for
//! some days.

use domain::{Account, AccountId, Command, Grant, Role};
use jiff::{Timestamp, ToSpan as _};
use newsroom::Refused;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Put;
use utoipa::ToSchema;

use super::ask::{Answer, Ask};
use super::limits::{TOKEN_DAYS_MAX, TOKEN_NAME_CHARS_MAX};
use super::room::{Room, Verb};
use super::shapes::GrantBody;
use super::trouble::Trouble;
use crate::signin::bearer;
use crate::{DeskError, DeskState};

const LIST: &str = "/tokens";
/// The room of the records of tokens' names: they are for people, so they are not facts. The desk's page reads it too.
const NAMES: &str = "token-name";

/// A token, without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = Token)]
struct TokenLine {
    /// Its account, which the journal names.
    account: String,
    name: Option<String>,
    /// For whom it works.
    owner: Option<String>,
    /// Its rights.
    #[schema(value_type = Vec<GrantBody>)]
    grants: Vec<Grant>,
    /// From when it no longer works, RFC 3339.
    expires: Option<String>,
    /// Whether it works now.
    active: bool,
}

/// Tokens.
#[derive(Serialize, ToSchema)]
struct TokenLines {
    tokens: Vec<TokenLine>,
}

/// A token that is to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TokenBody {
    /// Which program is to use it.
    name: String,
    /// How many days it is to work, 1 to 365; a token's own token ends no later than it does.
    days: i64,
    /// Its rights: no more than the asker's.
    grants: Vec<GrantBody>,
}

/// A token that was made.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; the answer is made where it is given")]
struct Issued {
    token: TokenLine,
    /// The secret for `Authorization: Bearer`. It is shown once and not in an answer that is given again.
    secret: Option<String>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, LIST, "list_tokens", "List tokens", list)
            .about("One's own; for administrators everybody's.")
            .gives::<TokenLines>(200),
        Room::new(Verb::Post, LIST, "issue_token", "Make a token for oneself", issue)
            .takes::<TokenBody>()
            .gives::<Issued>(201)
            .secret("secret"),
        Room::new(Verb::Delete, "/tokens/{account}", "withdraw_token", "Withdraw a token", withdraw).gives_nothing(),
    ]
}

fn line(desk: &DeskState, id: &AccountId, account: &Account, now: Timestamp) -> Result<TokenLine, Trouble> {
    let name = desk.records().record(NAMES, id.as_str(), now.as_microsecond())?;
    Ok(TokenLine {
        account: id.to_string(),
        name: name.map(|name| String::from_utf8_lossy(&name.value).into_owned()),
        owner: account.owner.as_ref().map(ToString::to_string),
        grants: account.grants.clone(),
        expires: account.expires.map(|expires| expires.to_string()),
        active: account.is_active(now),
    })
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let everybody = ask.caller.rights.has(Role::Administrator, None);
    let mut tokens = Vec::new();
    for (id, account) in desk.newsroom.views().accounts(&desk.site)? {
        if account.owner.as_ref().is_some_and(|owner| everybody || *owner == ask.caller.person) {
            tokens.push(line(desk, &id, &account, ask.now)?);
        }
    }
    Answer::json(200, &TokenLines { tokens })
}

/// Name, then fact, then secret: a crash in between leaves a token that nobody can use and that the list shows.
fn issue(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let TokenBody { name, days, grants } = ask.read()?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > TOKEN_NAME_CHARS_MAX {
        let detail =
            format!("“name” must have 1 to {TOKEN_NAME_CHARS_MAX} characters that say which program uses the token");
        return Err(Trouble::field("name", detail));
    }
    if !(1..=TOKEN_DAYS_MAX).contains(&days) {
        return Err(Trouble::field("days", format!("“days” must be a number from 1 to {TOKEN_DAYS_MAX}")));
    }
    let mut expires = ask.now.checked_add((days * 24).hours()).map_err(DeskError::internal)?;
    // A token must not outlive itself through another one.
    expires = ask.caller.expires.map_or(expires, |own| own.min(expires));
    let mut grants: Vec<Grant> = grants.into_iter().map(Grant::from).collect();
    grants.sort();
    grants.dedup();
    if grants.is_empty() {
        return Err(Trouble::from(domain::Refusal::NoGrant).named("grants"));
    }
    if !grants.iter().all(|grant| ask.caller.rights.covers(grant)) {
        return Err(Trouble::from(Refused::MoreThanOwner).named("grants"));
    }
    let (records, chance) = (desk.records(), desk.newsroom.chance());
    let id = chance.account_id();
    let (key, now_us) = (id.as_str(), ask.now.as_microsecond());
    records.put(&Put { room: NAMES, key, base: Some(0), value: name.as_bytes(), now_us, expires_us: None })?;
    let owner = Some(ask.caller.person.clone());
    let command = Command::SetAccount { account: id.clone(), grants, owner, expires: Some(expires) };
    desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?;
    let secret = bearer::issue_token(records, chance, &id, ask.now)?;
    let account = desk.newsroom.views().account(&desk.site, &id)?.unwrap_or_default();
    Answer::json(201, &json!({ "token": line(desk, &id, &account, ask.now)?, "secret": secret }))
}

/// The fact first, then the secret: either alone is enough to make the token useless.
fn withdraw(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let id: AccountId = ask.id("account")?;
    let token = desk.newsroom.views().account(&desk.site, &id)?.filter(|token| token.owner.is_some());
    let token = token.ok_or_else(Trouble::not_found)?;
    let administers = ask.caller.rights.has(Role::Administrator, None);
    if token.owner.as_ref() != Some(&ask.caller.person) && !administers {
        // Whose token that is concerns nobody else.
        return Err(Trouble::not_found());
    }
    let grants: Vec<Grant> = token.grants.iter().filter(|grant| ask.caller.rights.covers(grant)).cloned().collect();
    let command = if administers {
        Some(Command::DisableAccount { account: id.clone(), reason: "The token was withdrawn.".to_owned() })
    } else if grants.is_empty() {
        None
    } else {
        // Accounts are the administrator's to disable; everybody may have their own token expire.
        let owner = token.owner.clone();
        Some(Command::SetAccount { account: id.clone(), grants, owner, expires: Some(ask.now) })
    };
    if let Some(command) = command.filter(|_| token.is_active(ask.now)) {
        desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?;
    }
    bearer::withdraw_tokens(desk.records(), &id, ask.now)?;
    Ok(Answer::nothing())
}
