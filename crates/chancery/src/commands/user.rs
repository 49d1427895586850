//! `chancery user …`: who works at the desk.

use std::net::SocketAddr;

use anyhow::{Context as _, anyhow, bail};
use desk::signin::{Person, add_person, enrolment, people, person_of_name, rename, revoke_all, set_email};
use domain::{Command, Grant, Lang, Role};
use newsroom::Order;

use crate::Outcome;
use crate::cli::{AtSite, User, UserAdd, UserDisable};
use crate::clock::ClockStart;
use crate::output::Lines;
use crate::site_dir::SiteDir;

/// The actor in the journal of what is ordered at the machine.
const ACTOR: &str = "operator";

/// Carries the command out.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub fn run(arguments: &User) -> anyhow::Result<Outcome> {
    match arguments {
        User::Add(arguments) => add(arguments),
        User::List(arguments) => list(arguments),
        User::Disable(arguments) => disable(arguments),
    }
}

fn open(site: &std::path::Path) -> anyhow::Result<SiteDir> {
    SiteDir::open(site, ClockStart::Real.started())
}

fn add(arguments: &UserAdd) -> anyhow::Result<Outcome> {
    let dir = open(&arguments.site)?;
    let languages = dir.standing()?.identity.languages;
    let grants = arguments.roles.iter().map(|role| grant(role, &languages)).collect::<anyhow::Result<Vec<Grant>>>()?;
    let (records, now) = (dir.newsroom.records(), dir.newsroom.now());
    let account = match person_of_name(records, &arguments.sign_in_name, now)? {
        Some(known) => {
            if let Some(name) = &arguments.name {
                rename(records, &known.account, name, now)?;
            }
            if let Some(email) = &arguments.email {
                set_email(records, &known.account, Some(email), now)?;
            }
            known.account
        }
        None => {
            let person = Person {
                account: dir.newsroom.chance().account_id(),
                sign_in_name: arguments.sign_in_name.clone(),
                name: arguments.name.clone().unwrap_or_else(|| arguments.sign_in_name.clone()),
                email: arguments.email.clone(),
                lang: None,
            };
            add_person(records, &person, now)?;
            person.account
        }
    };
    // A crash here leaves a name without rights; adding it again completes it.
    order(&dir, Command::SetAccount { account: account.clone(), grants, owner: None, expires: None })?;
    let token = enrolment::issue(records, &account, now, dir.newsroom.chance())?;
    let mut lines = Lines::standard();
    lines.line(&format!("{}/desk/enrol/{token}", desk_url(&dir)))?;
    lines.flush()?;
    crate::output::complain(
        "give this link to the person alone; it is good for 72 hours and for one use (`chancery serve` must be running)",
    );
    Ok(Outcome::Done)
}

fn list(arguments: &AtSite) -> anyhow::Result<Outcome> {
    let dir = open(&arguments.site)?;
    let mut lines = Lines::standard();
    for person in people(dir.newsroom.records(), dir.newsroom.now())? {
        let account = dir.views.account(&dir.site, &person.account)?.unwrap_or_default();
        let grants: Vec<String> = account.grants.iter().map(shown).collect();
        let state = match (account.disabled, grants.is_empty()) {
            (true, _) => "disabled".to_owned(),
            (false, true) => "no rights".to_owned(),
            (false, false) => grants.join(","),
        };
        lines.line(&format!("{}\t{}\t{state}", person.sign_in_name, person.name))?;
    }
    lines.flush()?;
    Ok(Outcome::Done)
}

fn disable(arguments: &UserDisable) -> anyhow::Result<Outcome> {
    let dir = open(&arguments.site)?;
    let (records, now) = (dir.newsroom.records(), dir.newsroom.now());
    let Some(person) = person_of_name(records, &arguments.sign_in_name, now)? else {
        bail!("nobody has the sign-in name “{}”; `chancery user list` shows all", arguments.sign_in_name);
    };
    order(&dir, Command::DisableAccount { account: person.account.clone(), reason: arguments.reason.clone() })?;
    revoke_all(records, &person.account, None, now)?;
    let mut lines = Lines::standard();
    lines.line(&format!("{} can do nothing any more; their sessions have ended", person.name))?;
    lines.flush()?;
    Ok(Outcome::Done)
}

fn order(dir: &SiteDir, command: Command) -> anyhow::Result<()> {
    let answers = dir.newsroom.submit(&dir.site, ACTOR, &[Order::from(command)])?;
    answers.into_iter().next().ok_or_else(|| anyhow!("the order was not answered"))??;
    Ok(())
}

fn grant(text: &str, languages: &[Lang]) -> anyhow::Result<Grant> {
    let (role, lang) = text.split_once(':').map_or((text, None), |(role, lang)| (role, Some(lang)));
    let role: Role = role.parse().map_err(|error: String| anyhow!(error))?;
    let lang = lang.map(str::parse::<Lang>).transpose().with_context(|| format!("--role {text}"))?;
    if let Some(lang) = lang.as_ref().filter(|lang| !languages.contains(lang)) {
        let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
        bail!("--role {text}: {lang} is not one of this site's languages ({})", known.join(", "));
    }
    Ok(Grant { role, lang })
}

fn shown(grant: &Grant) -> String {
    match &grant.lang {
        Some(lang) => format!("{}:{lang}", grant.role.as_str()),
        None => grant.role.as_str().to_owned(),
    }
}

/// Where the desk is reached.
fn desk_url(dir: &SiteDir) -> String {
    let settings = &dir.settings;
    let named = settings.desk_url.as_ref().or(settings.public_url.as_ref());
    let listen: SocketAddr = settings.desk_listen.unwrap_or(settings.listen);
    named.map_or_else(|| crate::desk_service::own_url(listen), |url| url.trim_end_matches('/').to_owned())
}
