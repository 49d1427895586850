//! What every form of these rooms needs of the desk around it.

use domain::{AccountId, AsOf, Lang};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use locale::Arg;
use newsroom::{Rights, Visitor};
use serde::Serialize;
use views::Standing;

use crate::signin::{self, SignInError};
use crate::{DeskError, DeskState, Signed};

/// Somebody at work in these rooms, at one instant.
pub(super) struct Keeper<'a> {
    pub(super) desk: &'a DeskState,
    pub(super) signed: &'a Signed,
    /// The language of the desk for this person.
    pub(super) lang: Lang,
    pub(super) now: Timestamp,
    pub(super) standing: Standing,
    pub(super) rights: Rights,
}

/// An instant at home, for lists.
#[derive(Debug, Clone, Serialize)]
pub(super) struct At {
    /// Date, time and place in words.
    pub(super) words: String,
    /// RFC 3339.
    pub(super) iso: String,
}

impl<'a> Keeper<'a> {
    pub(super) fn new(desk: &'a DeskState, signed: &'a Signed) -> Result<Self, DeskError> {
        let lang = desk.lang_of(signed);
        let (standing, rights) = (desk.standing()?, desk.rights(signed)?);
        Ok(Self { desk, signed, lang, now: desk.now(), standing, rights })
    }

    pub(super) fn as_of(&self) -> AsOf {
        AsOf { site: self.desk.site.clone(), instant: self.now }
    }

    pub(super) fn visitor(&self) -> Visitor {
        self.desk.visitor(self.signed)
    }

    pub(super) fn home(&self) -> &TimeZone {
        &self.standing.home
    }

    pub(super) fn languages(&self) -> &[Lang] {
        &self.standing.identity.languages
    }

    /// A string of the desk.
    pub(super) fn say(&self, key: &str) -> String {
        self.desk.templates.say(&self.lang, key, &[])
    }

    /// A string of the desk with what it names.
    pub(super) fn say_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.desk.templates.say(&self.lang, key, args)
    }

    /// A language's name in itself.
    pub(super) fn own_name(&self, lang: &Lang) -> String {
        self.desk.templates.locales().own_name(lang)
    }

    /// An instant on the home zone's clock.
    pub(super) fn at(&self, instant: Timestamp) -> At {
        let places = self.desk.places(&self.lang, instant).unwrap_or_default();
        let home = places.iter().find(|place| place.home);
        let words = home.map_or_else(
            || instant.to_string(),
            |place| {
                let text = |text: &str| Arg::Str(text.to_owned());
                let args = [("date", text(&place.date)), ("time", text(&place.time)), ("place", text(&place.place))];
                self.say_with("keeping-at", &args)
            },
        );
        At { words, iso: crate::times::machine_time(instant) }
    }

    /// Who is behind an actor of the journal: a person's name, a token's with its owner's, or the name of a door.
    pub(super) fn who(&self, actor: &str) -> String {
        let Ok(account) = actor.parse::<AccountId>() else { return actor.to_owned() };
        self.name_of(&account)
    }

    /// The name of an account's person; the account itself when there is none.
    pub(super) fn name_of(&self, account: &AccountId) -> String {
        match signin::person(self.desk.records(), account, self.now) {
            Ok(Some(person)) => person.name,
            _ => account.to_string(),
        }
    }
}

/// What the sign-in records refuse, as a refusal of this room.
pub(super) fn from_sign_in(error: SignInError) -> DeskError {
    match error {
        SignInError::Store(error) => error.into(),
        SignInError::Inner(why) => DeskError::internal(why),
        SignInError::NobodyThere => DeskError::NotFound,
        other => {
            let field = match &other {
                SignInError::NameTaken(_) | SignInError::NameUnfit(_) => "sign-in-name",
                SignInError::PersonNameUnfit => "name",
                SignInError::EmailUnfit(_) => "email",
                _ => "form",
            };
            DeskError::field(field, other.to_string())
        }
    }
}
