//! What every handler of these rooms has at hand: who looks, what they may do, names, dates in words.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use domain::{AccountId, Digest, Edition, Lang, MessageId, Role, Sheet};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use locale::Arg;
use newsroom::{Refused, Rights, Stage, Standpoint};
use serde::Serialize;
use views::Standing;

use crate::times::places_of;
use crate::{DeskError, DeskState, PlaceTime, Signed, signin};

/// Roles that may look at what others submitted; the newsroom decides, this only spares buttons that would be refused.
pub(super) const REVIEWERS: [Role; 2] = [Role::Editor, Role::Publisher];
/// Roles that release.
pub(super) const RELEASERS: [Role; 1] = [Role::Publisher];

/// An instant as pages show it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct When {
    /// RFC 3339.
    pub iso: String,
    /// Milliseconds since 1970, for the countdown.
    pub ms: i64,
    /// Date and time at home in words.
    pub words: String,
    /// How far from now.
    pub distance: String,
    /// At home, in the other cities, in UTC.
    pub places: Vec<PlaceTime>,
}

/// A title in its language, with where it leads.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Named {
    /// The message.
    pub message: String,
    /// The language.
    pub lang: String,
    /// The title, or what stands for one.
    pub title: String,
    /// The stage's name.
    pub stage: &'static str,
}

/// What a handler works with.
pub(super) struct Room<'a> {
    pub(super) desk: &'a DeskState,
    pub(super) signed: &'a Signed,
    pub(super) rights: Rights,
    pub(super) standing: Standing,
    pub(super) lang: Lang,
    pub(super) now: Timestamp,
    people: HashMap<String, String>,
}

impl<'a> Room<'a> {
    /// Lets somebody in who may do anything at all.
    pub(super) fn enter(desk: &'a DeskState, signed: &'a Signed) -> Result<Self, DeskError> {
        let rights = desk.rights(signed)?;
        if rights.is_none() {
            return Err(Refused::NoAccount.into());
        }
        let now = desk.now();
        let known = signin::people(desk.records(), now).map_err(DeskError::internal)?;
        let people = known.into_iter().map(|person| (person.account.to_string(), person.name)).collect();
        Ok(Self { rights, standing: desk.standing()?, lang: desk.lang_of(signed), now, people, desk, signed })
    }

    /// A string of the desk.
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.desk.templates.say(&self.lang, key, args)
    }

    /// Whether one of some roles is held in a language.
    pub(super) fn may(&self, roles: &[Role], lang: &Lang) -> bool {
        self.rights.has_any(roles, Some(lang))
    }

    /// The person who looks.
    pub(super) fn me(&self) -> Result<&AccountId, DeskError> {
        self.rights.person.as_ref().ok_or_else(|| Refused::NoAccount.into())
    }

    /// An instant in words.
    pub(super) fn when(&self, instant: Timestamp) -> When {
        let places = places_of(&self.standing, &self.desk.templates, &self.lang, instant);
        let words = places.first().map_or_else(String::new, |home| {
            self.say("review-when", &[("date", home.date.as_str().into()), ("time", home.time.as_str().into())])
        });
        let distance = self.distance(instant);
        When { iso: crate::times::machine_time(instant), ms: instant.as_millisecond(), words, distance, places }
    }

    /// How far an instant is from now, in the two largest units.
    pub(super) fn distance(&self, instant: Timestamp) -> String {
        let apart = instant.duration_since(self.now);
        self.say(if apart.is_negative() { "review-ago" } else { "review-in" }, &[("span", self.span(apart).into())])
    }

    /// A duration in its two largest units.
    pub(super) fn span(&self, duration: SignedDuration) -> String {
        let seconds = duration.abs().as_secs();
        let units = [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)];
        let mut rest = seconds;
        let mut parts: Vec<String> = Vec::new();
        for (unit, length) in units {
            let count = rest / length;
            rest %= length;
            if count > 0 && parts.len() < 2 {
                parts.push(self.say(&format!("review-{unit}s"), &[("count", count.into())]));
            }
        }
        if parts.is_empty() { self.say("review-seconds", &[("count", 0_i64.into())]) } else { parts.join(" ") }
    }

    /// A day with its weekday in words.
    pub(super) fn day(&self, date: Date) -> String {
        self.desk.templates.locales().date_weekday(&self.lang, date)
    }

    /// The name of somebody, or of the door through which a fact came.
    pub(super) fn who(&self, actor: &str) -> String {
        if let Some(name) = self.people.get(actor) {
            return name.clone();
        }
        let account = actor.parse::<AccountId>().ok();
        let owner = account.and_then(|id| self.desk.newsroom.views().account(&self.desk.site, &id).ok().flatten());
        match owner.and_then(|account| account.owner).and_then(|owner| self.people.get(owner.as_str())) {
            Some(name) => self.say("review-token-of", &[("name", name.into())]),
            None => actor.to_owned(),
        }
    }

    /// All accounts with a name, for lists to choose from.
    pub(super) fn people(&self) -> Vec<(String, String)> {
        let mut people: Vec<(String, String)> =
            self.people.iter().map(|(id, name)| (id.clone(), name.clone())).collect();
        people.sort_by(|one, other| one.1.cmp(&other.1).then_with(|| one.0.cmp(&other.0)));
        people
    }

    /// A language by the name that its readers give it.
    pub(super) fn language(&self, lang: &Lang) -> String {
        self.desk.templates.locales().own_name(lang)
    }

    /// A version's sheet without its text; nothing when it was erased.
    pub(super) fn sheet(&self, digest: Digest) -> Result<Option<Sheet>, DeskError> {
        let Some(object) = self.desk.newsroom.home().object(digest)? else { return Ok(None) };
        let bytes = object.unpack().map_err(DeskError::internal)?;
        Sheet::parse(&bytes).map(Some).map_err(DeskError::internal)
    }

    /// The title of an edition: of what is submitted, else of the draft, else of the newest version.
    pub(super) fn title(&self, standpoint: &Standpoint) -> Result<String, DeskError> {
        let pending = standpoint.edition.pending.as_ref().map(|pending| pending.submission.sheet);
        let newest = standpoint.edition.versions.last().map(|version| version.sheet);
        let submitted = pending.map(|sheet| self.sheet(sheet)).transpose()?.flatten().map(|sheet| sheet.title);
        let drafted = || standpoint.title().map(str::to_owned).filter(|title| !title.trim().is_empty());
        let title = match submitted.or_else(drafted) {
            Some(title) => Some(title),
            None => newest.map(|sheet| self.sheet(sheet)).transpose()?.flatten().map(|sheet| sheet.title),
        };
        Ok(self.titled(title))
    }

    /// The title of an edition's newest version.
    pub(super) fn title_of(&self, edition: &Edition) -> Result<String, DeskError> {
        let sheet = match (&edition.pending, edition.versions.last()) {
            (_, Some(version)) => self.sheet(version.sheet)?,
            (Some(pending), None) => self.sheet(pending.submission.sheet)?,
            (None, None) => None,
        };
        Ok(self.titled(sheet.map(|sheet| sheet.title)))
    }

    /// A title, or what stands for one.
    pub(super) fn titled(&self, title: Option<String>) -> String {
        title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| self.say("review-untitled", &[]))
    }

    /// The title of a message in the first of the site's languages that has one.
    pub(super) fn message_title(&self, message: &MessageId) -> Result<String, DeskError> {
        let languages = &self.standing.identity.languages;
        // The views answer without the home where anything was released.
        let editions = self.desk.newsroom.views().all_editions(&self.desk.site, message)?;
        let released = languages.iter().find_map(|lang| editions.get(lang)).or_else(|| editions.values().next());
        if let Some(edition) = released {
            return self.title_of(edition);
        }
        let standpoints = self.desk.newsroom.standpoints(&self.desk.site, message)?;
        let first = languages.iter().find_map(|lang| standpoints.get(lang)).or_else(|| standpoints.values().next());
        first.map_or_else(|| Ok(self.say("review-untitled", &[])), |standpoint| self.title(standpoint))
    }

    /// An edition as a list names it.
    pub(super) fn named(&self, message: &MessageId, lang: &Lang, title: String, stage: Stage) -> Named {
        Named { message: message.to_string(), lang: lang.to_string(), title, stage: stage.as_str() }
    }

    /// The public address of an edition.
    pub(super) fn public_href(&self, lang: &Lang, address: &str) -> String {
        format!("{}/{lang}/{address}", self.desk.settings.public_url.as_deref().unwrap_or_default())
    }

    /// A page of these rooms.
    pub(super) fn page(&self, room: &str, template: &str, model: &impl Serialize) -> Result<Response, DeskError> {
        self.desk.page(self.signed, room, template, model)
    }

    /// A page that shows a form again, with what is wrong.
    pub(super) fn again(&self, room: &str, template: &str, model: &impl Serialize) -> Result<Response, DeskError> {
        self.desk.page_with(StatusCode::UNPROCESSABLE_ENTITY, self.signed, room, template, model)
    }
}

/// What is wrong with a form, for the summary at its top and for its field.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Problem {
    /// The field's name; empty where it is about no single field.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem of one field.
    pub(super) fn of(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.to_owned(), message: message.into() }
    }

    /// A refusal that the person can do something about, to be shown beside the form; a missing right, a failure and
    /// everything else stays the page of a problem that it is.
    pub(super) fn from_error(error: DeskError, field: &str) -> Result<Self, DeskError> {
        match error {
            DeskError::Field { field, message } => Ok(Self { field, message }),
            DeskError::Refused(
                refused @ (Refused::Rule(_) | Refused::AddressTaken { .. } | Refused::TitleMissing | Refused::Conflict),
            ) => Ok(Self::of(field, refused.to_string())),
            other => Err(other),
        }
    }
}

/// Sends the browser on after something was done.
pub(super) fn onward(address: &str) -> Response {
    use axum::response::IntoResponse as _;
    axum::response::Redirect::to(address).into_response()
}
