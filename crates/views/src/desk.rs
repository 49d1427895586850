//! What the desk asks for: editions whether public or not, submissions, accounts. Nothing here may reach the public:
//! these questions take no instant, and the public rooms have no way to ask them.

use std::collections::BTreeMap;

use domain::{Account, AccountId, Edition, Fact, Lang, MessageId, Pending, SiteId};
use jiff::Timestamp;
use journal::Entry;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::de::DeserializeOwned;

use crate::{Views, ViewsError};

/// An edition as the desk's lists show it: what its newest version says, public or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskLine {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The title; empty where the edition is withdrawn or erased.
    pub title: String,
    /// The kind's name.
    pub kind: String,
    /// The address below the language.
    pub path: String,
    /// The release of the newest version.
    pub release: Timestamp,
}

/// What a list of the desk is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct DeskFilter {
    /// One language.
    pub lang: Option<Lang>,
    /// Words of the title.
    pub words: String,
}

/// Takes in what only the desk asks for.
pub(crate) fn fold_desk(connection: &Connection, entry: &Entry, fact: &Fact) -> Result<(), ViewsError> {
    let site = &entry.draft.site;
    match fact {
        Fact::AccountSet { account, .. } | Fact::AccountDisabled { account, .. } => {
            let mut state = account_of(connection, site, account)?.unwrap_or_default();
            state.evolve(fact);
            connection
                .prepare_cached("INSERT INTO account (site, account, state) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET state = ?3")?
                .execute(params![site, account.as_str(), json(&state)?])?;
        }
        Fact::DraftSubmitted { message, lang, .. }
        | Fact::SubmissionApproved { message, lang, .. }
        | Fact::SubmissionReturned { message, lang, .. }
        | Fact::VersionReleased { message, lang, .. } => {
            let mut edition = Edition { pending: pending_of(connection, site, message, lang)?, ..Edition::default() };
            edition.evolve(fact);
            match edition.pending {
                Some(pending) => connection
                    .prepare_cached("INSERT INTO submission (site, message, lang, seq, state) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET seq = ?4, state = ?5")?
                    .execute(params![site, message.as_str(), lang.as_str(), entry.seq, json(&pending)?])?,
                None => connection
                    .prepare_cached("DELETE FROM submission WHERE site = ?1 AND message = ?2 AND lang = ?3")?
                    .execute(params![site, message.as_str(), lang.as_str()])?,
            };
        }
        _ => {}
    }
    fold_owed(connection, site, fact)
}

/// Keeps the list of versions that were released without approval and that nobody has looked at since.
fn fold_owed(connection: &Connection, site: &str, fact: &Fact) -> Result<(), ViewsError> {
    match fact {
        Fact::VersionReleased { message, lang, number, approval: Some(approval), .. } if approval.is_owed() => {
            connection
                .prepare_cached(
                    "INSERT INTO owed (site, message, lang, number) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                )?
                .execute(params![site, message.as_str(), lang.as_str(), number])?;
        }
        Fact::BypassReviewed { message, lang, number, .. } | Fact::ReleaseCancelled { message, lang, number, .. } => {
            connection
                .prepare_cached("DELETE FROM owed WHERE site = ?1 AND message = ?2 AND lang = ?3 AND number = ?4")?
                .execute(params![site, message.as_str(), lang.as_str(), number])?;
        }
        _ => {}
    }
    Ok(())
}

fn json(state: &impl serde::Serialize) -> Result<String, ViewsError> {
    Ok(serde_json::to_string(state).map_err(|why| domain::FactError { kind: "the desk's state".to_owned(), why })?)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, ViewsError> {
    Ok(serde_json::from_str(text).map_err(|why| domain::FactError { kind: "the desk's state".to_owned(), why })?)
}

fn account_of(connection: &Connection, site: &str, account: &AccountId) -> Result<Option<Account>, ViewsError> {
    let found: Option<String> = connection
        .prepare_cached("SELECT state FROM account WHERE site = ?1 AND account = ?2")?
        .query_row(params![site, account.as_str()], |row| row.get(0))
        .optional()?;
    found.map(|state| read(&state)).transpose()
}

fn pending_of(
    connection: &Connection,
    site: &str,
    message: &MessageId,
    lang: &Lang,
) -> Result<Option<Pending>, ViewsError> {
    let found: Option<String> = connection
        .prepare_cached("SELECT state FROM submission WHERE site = ?1 AND message = ?2 AND lang = ?3")?
        .query_row(params![site, message.as_str(), lang.as_str()], |row| row.get(0))
        .optional()?;
    found.map(|state| read(&state)).transpose()
}

type Texts3 = (String, String, String);

fn texts3(row: &Row<'_>) -> rusqlite::Result<Texts3> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

/// Rows whose ids cannot be read are passed over: the fold wrote them, so there are none.
fn placed<T>(
    rows: Vec<Texts3>,
    read: impl Fn(&str) -> Result<T, ViewsError>,
) -> Result<Vec<(MessageId, Lang, T)>, ViewsError> {
    let mut placed = Vec::with_capacity(rows.len());
    for (message, lang, state) in rows {
        if let (Ok(message), Ok(lang)) = (message.parse(), lang.parse()) {
            placed.push((message, lang, read(&state)?));
        }
    }
    Ok(placed)
}

impl Views {
    /// An account, disabled or not.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn account(&self, site: &SiteId, account: &AccountId) -> Result<Option<Account>, ViewsError> {
        let reader = self.pool.reader()?;
        account_of(&reader, site.as_str(), account)
    }

    /// All accounts, tokens and disabled ones too, in the order of their ids.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn accounts(&self, site: &SiteId) -> Result<Vec<(AccountId, Account)>, ViewsError> {
        let reader = self.pool.reader()?;
        let mut statement =
            reader.prepare_cached("SELECT account, state FROM account WHERE site = ?1 ORDER BY account")?;
        let rows = statement.query_map(params![site.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut accounts = Vec::new();
        for row in rows {
            let (account, state): (String, String) = row?;
            if let Ok(account) = account.parse() {
                accounts.push((account, read(&state)?));
            }
        }
        Ok(accounts)
    }

    /// Everything that was submitted and is neither released nor returned, the oldest first.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn submissions(&self, site: &SiteId) -> Result<Vec<(MessageId, Lang, Pending)>, ViewsError> {
        let reader = self.pool.reader()?;
        let mut statement =
            reader.prepare_cached("SELECT message, lang, state FROM submission WHERE site = ?1 ORDER BY seq")?;
        let rows: Vec<Texts3> = statement.query_map(params![site.as_str()], texts3)?.collect::<Result<_, _>>()?;
        placed(rows, read)
    }

    /// Versions that were released without approval and that no second person has looked at since.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn owed(&self, site: &SiteId) -> Result<Vec<(MessageId, Lang, u32)>, ViewsError> {
        let reader = self.pool.reader()?;
        let mut statement = reader
            .prepare_cached("SELECT message, lang, number FROM owed WHERE site = ?1 ORDER BY message, lang, number")?;
        let rows = statement.query_map(params![site.as_str()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?))
        })?;
        let mut owed = Vec::new();
        for row in rows {
            let (message, lang, number) = row?;
            if let (Ok(message), Ok(lang)) = (message.parse(), lang.parse()) {
                owed.push((message, lang, number));
            }
        }
        Ok(owed)
    }

    /// A message's editions with all their versions, released or to be released; without what is only submitted.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn all_editions(&self, site: &SiteId, message: &MessageId) -> Result<BTreeMap<Lang, Edition>, ViewsError> {
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(
            "SELECT message, lang, state FROM edition WHERE site = ?1 AND message = ?2 ORDER BY lang",
        )?;
        let rows: Vec<Texts3> =
            statement.query_map(params![site.as_str(), message.as_str()], texts3)?.collect::<Result<_, _>>()?;
        Ok(placed(rows, read)?.into_iter().map(|(_, lang, edition)| (lang, edition)).collect())
    }

    /// Editions of which a version is still to be released, the next one first.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn scheduled(&self, site: &SiteId, now: Timestamp) -> Result<Vec<(MessageId, Lang, Edition)>, ViewsError> {
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(
            "SELECT e.message, e.lang, e.state FROM (
                 SELECT message, lang, min(from_us) AS next_us FROM shown INDEXED BY shown_from
                 WHERE site = ?1 AND from_us > ?2 GROUP BY message, lang
             ) s JOIN edition e ON e.site = ?1 AND e.message = s.message AND e.lang = s.lang ORDER BY s.next_us, e.message, e.lang",
        )?;
        let rows: Vec<Texts3> =
            statement.query_map(params![site.as_str(), now.as_microsecond()], texts3)?.collect::<Result<_, _>>()?;
        placed(rows, read)
    }

    /// Editions by their newest version, the newest release first.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn desk_list(
        &self,
        site: &SiteId,
        filter: &DeskFilter,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<DeskLine>, ViewsError> {
        let words = format!("%{}%", filter.words.replace(['%', '_'], " ").trim());
        let reader = self.pool.reader()?;
        let mut statement = reader.prepare_cached(
            "SELECT s.message, s.lang, s.title, s.kind, s.path, s.release_us FROM shown s
             WHERE s.site = ?1 AND (?2 IS NULL OR s.lang = ?2) AND (?3 = '%%' OR s.title LIKE ?3)
             AND NOT EXISTS (SELECT 1 FROM shown n WHERE n.site = s.site AND n.message = s.message AND n.lang = s.lang AND n.from_us > s.from_us)
             ORDER BY s.release_us DESC, s.seq DESC LIMIT ?5 OFFSET ?4",
        )?;
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let lang = filter.lang.as_ref().map(Lang::as_str);
        let rows = statement.query_map(params![site.as_str(), lang, words, count(offset), count(limit)], |row| {
            Ok((texts3(row)?, row.get::<_, String>(3)?, row.get::<_, String>(4)?, row.get::<_, i64>(5)?))
        })?;
        let mut lines = Vec::new();
        for row in rows {
            let ((message, lang, title), kind, path, release) = row?;
            let (Ok(message), Ok(lang), Ok(release)) =
                (message.parse(), lang.parse(), Timestamp::from_microsecond(release))
            else {
                continue;
            };
            lines.push(DeskLine { message, lang, title, kind, path, release });
        }
        Ok(lines)
    }
}
