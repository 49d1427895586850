//! Who may do what: the one place that says so.

use domain::{Account, AccountId, Command, Fact, Fixture, FixtureKey, Grant, Lang, Message, MessageId, Role, SiteId};
use jiff::Timestamp;

use crate::{Newsroom, Refused};

/// Who works at the desk, as far as rights matter. A token works for its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// The account that signed in, or the token.
    pub account: AccountId,
    /// The network address it works from, for the audit.
    pub from: Option<String>,
}

/// On whose behalf something is written.
#[derive(Debug)]
pub(crate) enum Caller<'a> {
    /// A command at the machine itself: whoever may run it holds the files anyway.
    Machine(&'a str),
    /// Somebody at the desk.
    Desk(&'a Visitor),
}

impl Caller<'_> {
    /// The name in the journal.
    pub(crate) fn actor(&self) -> &str {
        match self {
            Self::Machine(name) => name,
            Self::Desk(visitor) => visitor.account.as_str(),
        }
    }
}

/// An account's rights at one instant: its own, and where it is a token no more than its owner's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// The person: the account itself, or a token's owner.
    pub person: Option<AccountId>,
    accounts: Vec<Account>,
}

impl Rights {
    /// Whether a role is held, in a language where one is named; without a language, in all of them.
    #[must_use]
    pub fn has(&self, role: Role, lang: Option<&Lang>) -> bool {
        !self.accounts.is_empty() && self.accounts.iter().all(|account| account.has(role, lang))
    }

    /// Whether one of some roles is held.
    #[must_use]
    pub fn has_any(&self, roles: &[Role], lang: Option<&Lang>) -> bool {
        roles.iter().any(|role| self.has(*role, lang))
    }

    /// Whether one of some roles is held in some language at least.
    #[must_use]
    pub fn has_somewhere(&self, roles: &[Role]) -> bool {
        let holds = |account: &Account| account.grants.iter().any(|grant| roles.contains(&grant.role));
        !self.accounts.is_empty() && self.accounts.iter().all(holds)
    }

    /// Whether texts in a language may be written; `translated` says that the message exists in another one.
    #[must_use]
    pub fn may_write(&self, lang: &Lang, translated: bool) -> bool {
        self.has_any(&WRITE, Some(lang)) || translated && self.has(Role::Translator, Some(lang))
    }

    /// Whether a grant may be passed on: it is no more than what is held.
    #[must_use]
    pub fn covers(&self, grant: &Grant) -> bool {
        self.has(grant.role, grant.lang.as_ref())
    }

    /// Whether anything may be done at all.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.accounts.is_empty()
    }

    /// When the token ends by which somebody works; nothing for a person.
    fn token_expires(&self, visitor: &Visitor) -> Option<Option<Timestamp>> {
        let token = self.person.as_ref() != Some(&visitor.account);
        self.accounts.first().filter(|_| token).map(|account| account.expires)
    }

    /// What the account was granted.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        self.accounts.first().map_or(&[], |account| account.grants.as_slice())
    }
}

const WRITE: [Role; 3] = [Role::Author, Role::Editor, Role::Publisher];
const APPROVE: [Role; 2] = [Role::Editor, Role::Publisher];
const RELEASE: [Role; 1] = [Role::Publisher];
const ADMINISTER: [Role; 1] = [Role::Administrator];

fn needs(roles: &[Role], lang: Option<&Lang>) -> Refused {
    Refused::NotAllowed { needs: roles.to_vec(), lang: lang.cloned() }
}

fn demand(rights: &Rights, roles: &[Role], lang: Option<&Lang>) -> Result<(), Refused> {
    if rights.has_any(roles, lang) { Ok(()) } else { Err(needs(roles, lang)) }
}

/// What a fixture's keeper must be.
fn keepers(key: &FixtureKey) -> (&'static [Role], bool) {
    match key.kind.as_str() {
        "identity" => (&ADMINISTER, true),
        "media" => (&WRITE, false),
        "speaker" | "topic" => (&APPROVE, false),
        _ => (&RELEASE, true),
    }
}

impl Newsroom {
    /// What an account may do now: nothing when there is none, it was disabled or has expired.
    ///
    /// # Errors
    /// When the views fail.
    pub fn rights(&self, site: &SiteId, account: &AccountId) -> Result<Rights, crate::NewsroomError> {
        self.rights_at(site, account, self.now())
    }

    fn rights_at(&self, site: &SiteId, id: &AccountId, now: Timestamp) -> Result<Rights, crate::NewsroomError> {
        let active = |id: &AccountId| -> Result<Option<Account>, crate::NewsroomError> {
            Ok(self.account(site, id)?.filter(|account| account.is_active(now)))
        };
        let Some(account) = active(id)? else { return Ok(Rights::default()) };
        Ok(match account.owner.clone() {
            None => Rights { person: Some(id.clone()), accounts: vec![account] },
            Some(owner) => match active(&owner)? {
                Some(own) => Rights { person: Some(owner), accounts: vec![account, own] },
                None => Rights::default(),
            },
        })
    }

    /// An account as the journal has it: not the views, so that a right that another process took away is gone at once.
    fn account(&self, site: &SiteId, id: &AccountId) -> Result<Option<Account>, crate::NewsroomError> {
        let mut account = None::<Account>;
        for entry in self.home().read_stream(site.as_str(), &domain::account_stream(id))? {
            account.get_or_insert_default().evolve(&Fact::read(&entry.draft.kind, &entry.draft.body)?);
        }
        Ok(account)
    }

    /// Refuses to take the site's last administrator away: then nobody at the desk could let anybody in.
    fn demand_another_administrator(&self, site: &SiteId, account: &AccountId, now: Timestamp) -> Result<(), Refused> {
        let accounts = self.views().accounts(site).map_err(|error| Refused::Unreadable(error.to_string()))?;
        let administers = |(_, account): &&(AccountId, Account)| {
            account.owner.is_none() && account.is_active(now) && account.has(Role::Administrator, None)
        };
        let mut administrators = accounts.iter().filter(administers);
        if administrators.clone().any(|(id, _)| id == account) && administrators.all(|(id, _)| id == account) {
            return Err(Refused::LastAdministrator);
        }
        Ok(())
    }

    pub(crate) fn check_rights(
        &self,
        site: &SiteId,
        caller: &Caller<'_>,
        command: &Command,
        message: &Message,
        now: Timestamp,
    ) -> Result<(), Refused> {
        let Caller::Desk(visitor) = caller else { return Ok(()) };
        let rights =
            self.rights_at(site, &visitor.account, now).map_err(|error| Refused::Unreadable(error.to_string()))?;
        if rights.is_none() {
            return Err(Refused::NoAccount);
        }
        if by(command).is_some_and(|by| rights.person.as_ref() != Some(by)) {
            return Err(Refused::NoAccount);
        }
        match command {
            Command::SetFixture { part, effective } => {
                check_effect(*effective, now)?;
                check_fixture(&rights, &part.key())
            }
            Command::RemoveFixture { key, effective } => {
                check_effect(*effective, now)?;
                check_fixture(&rights, key)
            }
            Command::SubmitDraft { message: id, lang, .. } => {
                let translated =
                    message.editions.keys().any(|other| other != lang) || self.is_written_elsewhere(site, id, lang)?;
                if rights.may_write(lang, translated) { Ok(()) } else { Err(needs(&WRITE, Some(lang))) }
            }
            Command::ApproveSubmission { lang, .. }
            | Command::ReturnSubmission { lang, .. }
            | Command::ReviewBypass { lang, .. } => demand(&rights, &APPROVE, Some(lang)),
            Command::ReleaseSubmission { lang, .. }
            | Command::MoveRelease { lang, .. }
            | Command::CancelRelease { lang, .. }
            | Command::WithdrawEdition { lang, .. }
            | Command::RestoreEdition { lang, .. } => demand(&rights, &RELEASE, Some(lang)),
            Command::EraseEdition { .. } => demand(&rights, &ADMINISTER, None),
            Command::SetAccount { account, grants, owner, expires } => {
                if let Some(own) = rights.token_expires(visitor).flatten()
                    && expires.is_none_or(|expires| expires > own)
                {
                    // A token that could make another that lives longer would never end.
                    return Err(Refused::MoreThanOwner);
                }
                let there = self.account(site, account).map_err(|error| Refused::Unreadable(error.to_string()))?;
                check_account(&rights, there.as_ref(), grants, owner.as_ref())?;
                let stays = owner.is_none() && grants.contains(&Grant { role: Role::Administrator, lang: None });
                if stays { Ok(()) } else { self.demand_another_administrator(site, account, now) }
            }
            Command::DisableAccount { account, .. } => {
                let there = self.account(site, account).map_err(|error| Refused::Unreadable(error.to_string()))?;
                if there.is_some_and(|there| there.owner.is_some() && there.owner == rights.person) {
                    // Whoever made a token may take it back.
                    return Ok(());
                }
                demand(&rights, &ADMINISTER, None)?;
                self.demand_another_administrator(site, account, now)
            }
            // A program must not be able to become a person.
            Command::NoteEnrolment { .. } if rights.person.as_ref() != Some(&visitor.account) => {
                Err(needs(&ADMINISTER, None))
            }
            Command::NoteEnrolment { .. } => demand(&rights, &ADMINISTER, None),
            // Versions come into being through submissions only, except by imports at the machine.
            Command::ReleaseVersion(release) => Err(needs(&RELEASE, Some(&release.lang))),
        }
    }

    fn is_written_elsewhere(&self, site: &SiteId, message: &MessageId, lang: &Lang) -> Result<bool, Refused> {
        Ok(self.drafts_of(site, message)?.iter().any(|draft| draft.lang != *lang))
    }
}

fn check_fixture(rights: &Rights, key: &FixtureKey) -> Result<(), Refused> {
    let (roles, whole_site) = keepers(key);
    let may = if whole_site { rights.has_any(roles, None) } else { rights.has_somewhere(roles) };
    if may { Ok(()) } else { Err(needs(roles, None)) }
}

/// Accounts are the administrator's; a token for oneself is everybody's own, with no more rights than one has. An account
/// that is there already, a person's or another's token, does not become one's own token that way.
fn check_account(
    rights: &Rights,
    there: Option<&Account>,
    grants: &[Grant],
    owner: Option<&AccountId>,
) -> Result<(), Refused> {
    let own = owner.is_some() && owner == rights.person.as_ref();
    if own && there.is_none_or(|there| there.owner.as_ref() == owner) {
        return if grants.iter().all(|grant| rights.covers(grant)) { Ok(()) } else { Err(Refused::MoreThanOwner) };
    }
    demand(rights, &ADMINISTER, None)?;
    match there {
        // A person does not become a token, nor a token another's: what it did before would be told of the wrong one.
        Some(there) if there.owner.as_ref() != owner => Err(Refused::OwnerStays),
        _ => Ok(()),
    }
}

/// What the public saw is not changed afterwards: a standing part takes effect now or later.
fn check_effect(effective: Option<Timestamp>, now: Timestamp) -> Result<(), Refused> {
    match effective.filter(|effective| *effective < now) {
        Some(past) => Err(domain::Refusal::ReleaseInThePast(past).into()),
        None => Ok(()),
    }
}

/// Who a command says is acting.
fn by(command: &Command) -> Option<&AccountId> {
    match command {
        Command::SubmitDraft { by, .. }
        | Command::ApproveSubmission { by, .. }
        | Command::ReturnSubmission { by, .. }
        | Command::ReleaseSubmission { by, .. }
        | Command::ReviewBypass { by, .. } => Some(by),
        _ => None,
    }
}

/// Whether a fixture may be kept by an account, so that the desk offers only what will not be refused.
#[must_use]
pub fn may_keep(rights: &Rights, part: &Fixture) -> bool {
    check_fixture(rights, &part.key()).is_ok()
}
