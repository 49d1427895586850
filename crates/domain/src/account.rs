//! Accounts: who may do what at the desk. Names, addresses and secrets are not here but in the desk's records, where
//! the law can have them removed; the journal knows people by their id.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AccountId, Fact, Lang};

/// What somebody does at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Writes and submits.
    Author,
    /// Writes editions of messages that exist in another language, and submits.
    Translator,
    /// Writes, and approves or returns what others submitted.
    Editor,
    /// Releases, moves, corrects, withdraws and restores, and keeps the standing parts of the site.
    Publisher,
    /// Keeps accounts, tokens and the site's identity, and erases where the law demands it.
    Administrator,
}

impl Role {
    /// Every role, from the one that writes to the one that keeps the accounts.
    pub const ALL: [Self; 5] = [Self::Author, Self::Translator, Self::Editor, Self::Publisher, Self::Administrator];

    /// The role's name in facts, forms and string keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Translator => "translator",
            Self::Editor => "editor",
            Self::Publisher => "publisher",
            Self::Administrator => "administrator",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or_else(|| {
            format!("“{text}” is no role; choose author, translator, editor, publisher or administrator")
        })
    }
}

/// A role, in one language or in all. A grant holds for the site whose journal entry says so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// What may be done.
    pub role: Role,
    /// In which language; in every one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

/// An account as the facts tell it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What it may do.
    pub grants: Vec<Grant>,
    /// For whom a token works; nothing for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AccountId>,
    /// From when a token no longer works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
    /// Whether it was disabled.
    #[serde(default)]
    pub disabled: bool,
}

impl Account {
    /// Takes a fact in. Facts about something else change nothing.
    pub fn evolve(&mut self, fact: &Fact) {
        match fact {
            Fact::AccountSet { grants, owner, expires, .. } => {
                *self = Self { grants: grants.clone(), owner: owner.clone(), expires: *expires, disabled: false };
            }
            Fact::AccountDisabled { .. } => self.disabled = true,
            _ => {}
        }
    }

    /// Whether anything may be done with it at an instant.
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        !self.disabled && !self.grants.is_empty() && self.expires.is_none_or(|expires| now < expires)
    }

    /// Whether it has a role, in a language where one is named.
    #[must_use]
    pub fn has(&self, role: Role, lang: Option<&Lang>) -> bool {
        self.grants.iter().any(|grant| {
            grant.role == role
                && match (&grant.lang, lang) {
                    (None, _) => true,
                    (Some(own), Some(asked)) => own == asked,
                    (Some(_), None) => false,
                }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_for_one_language_holds_for_no_other_and_not_for_the_whole_site() {
        let (en, ru): (Lang, Lang) = ("en".parse().unwrap(), "ru".parse().unwrap());
        let account = Account {
            grants: vec![
                Grant { role: Role::Editor, lang: Some(en.clone()) },
                Grant { role: Role::Author, lang: None },
            ],
            ..Account::default()
        };
        assert!(account.has(Role::Editor, Some(&en)));
        assert!(!account.has(Role::Editor, Some(&ru)));
        assert!(!account.has(Role::Editor, None));
        assert!(account.has(Role::Author, Some(&ru)) && account.has(Role::Author, None));
    }
}
