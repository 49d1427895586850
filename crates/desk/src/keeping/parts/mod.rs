//! The standing parts of the site as forms: each is filled in from a part, laid out, and read back into a part.

mod banner;
mod clocks;
mod contact;
mod counter;
mod identity;
mod lead;
mod media;
mod speaker;
mod topic;

use domain::{Fixture, FixtureKey, Lang, Texts, slug_of};
use newsroom::Refused;
use serde::Serialize;

use super::form::Layout;
use super::input::Input;
use super::keeper::Keeper;
use super::limits::ID_CHARS_MAX;
use super::reading::Reading;
use crate::DeskError;

/// A kind of standing part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    Identity,
    Clocks,
    Contact,
    Counter,
    Banner,
    Speaker,
    Topic,
    Media,
    Lead,
}

/// What a part comes to, before it is kept.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Preview {
    /// What this line is about: a language, a number as it is dialled.
    pub(super) label: String,
    /// What will be shown.
    pub(super) text: String,
    /// The language of the text.
    pub(super) lang: Option<String>,
    /// The direction of its script.
    pub(super) dir: Option<&'static str>,
}

impl PartKind {
    /// The kinds that the index of the site lists, in its order.
    pub(super) const LISTED: [Self; 7] =
        [Self::Counter, Self::Clocks, Self::Contact, Self::Banner, Self::Speaker, Self::Topic, Self::Lead];

    pub(super) fn of(name: &str) -> Option<Self> {
        [Self::Identity, Self::Media].into_iter().chain(Self::LISTED).find(|kind| kind.as_str() == name)
    }

    /// The kind's name in keys and addresses.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Clocks => "clocks",
            Self::Contact => "contact",
            Self::Counter => "counter",
            Self::Banner => "banner",
            Self::Speaker => "speaker",
            Self::Topic => "topic",
            Self::Media => "media",
            Self::Lead => "lead",
        }
    }

    /// Whether a site has one of it, without an id.
    pub(super) fn is_single(self) -> bool {
        matches!(self, Self::Identity | Self::Clocks | Self::Lead)
    }

    pub(super) fn key(self, id: &str) -> FixtureKey {
        FixtureKey { kind: self.as_str().to_owned(), id: id.to_owned() }
    }

    /// A part as a form's fields.
    pub(super) fn fill(self, part: &Fixture, keeper: &Keeper<'_>) -> Input {
        let mut input = Input::default();
        match part {
            Fixture::Identity(identity) => identity::fill(identity, &mut input),
            Fixture::Clocks { clocks } => clocks::fill(clocks, &mut input),
            Fixture::Contact(contact) => contact::fill(contact, &mut input),
            Fixture::Counter(counter) => counter::fill(counter, &mut input),
            Fixture::Banner(banner) => banner::fill(banner, &mut input, keeper),
            Fixture::Speaker(speaker) => speaker::fill(speaker, &mut input),
            Fixture::Topic(topic) => topic::fill(topic, &mut input),
            Fixture::Media(file) => media::fill(file, &mut input),
            Fixture::Lead { message } => lead::fill(message, &mut input),
        }
        input
    }

    /// Lays the form out; `id` is absent for a part that is new.
    pub(super) fn lay(self, layout: &mut Layout<'_>, id: Option<&str>) -> Result<(), DeskError> {
        match self {
            Self::Identity => identity::lay(layout),
            Self::Clocks => clocks::lay(layout),
            Self::Contact => contact::lay(layout),
            Self::Counter => counter::lay(layout),
            Self::Banner => banner::lay(layout),
            Self::Speaker => speaker::lay(layout, id),
            Self::Topic => topic::lay(layout, id),
            Self::Media => media::lay(layout),
            Self::Lead => lead::lay(layout)?,
        }
        Ok(())
    }

    /// Reads the form; nothing when there are problems. `before` is the part as it is.
    pub(super) fn read(self, reading: &mut Reading<'_>, id: Option<&str>, before: Option<&Fixture>) -> Option<Fixture> {
        match self {
            Self::Identity => identity::read(reading),
            Self::Clocks => clocks::read(reading),
            Self::Contact => contact::read(reading, id),
            Self::Counter => counter::read(reading, id),
            Self::Banner => banner::read(reading, id),
            Self::Speaker => speaker::read(reading, id),
            Self::Topic => topic::read(reading, id),
            Self::Media => media::read(reading, before),
            Self::Lead => lead::read(reading),
        }
    }

    /// What a part comes to.
    pub(super) fn preview(part: &Fixture, keeper: &Keeper<'_>) -> Vec<Preview> {
        match part {
            Fixture::Counter(counter) => counter::preview(counter, keeper),
            Fixture::Contact(contact) => contact::preview(contact, keeper),
            Fixture::Clocks { clocks } => clocks::preview(clocks, keeper),
            Fixture::Speaker(speaker) => speaker::preview(speaker, keeper),
            Fixture::Banner(banner) => banner::preview(banner, keeper),
            _ => vec![],
        }
    }

    /// Refuses those who may not keep such a part, before anything else of their form is looked at.
    pub(super) fn demand(self, keeper: &Keeper<'_>) -> Result<(), DeskError> {
        if self.may_keep(keeper) {
            return Ok(());
        }
        let needs = match self {
            Self::Identity => vec![domain::Role::Administrator],
            Self::Speaker | Self::Topic => vec![domain::Role::Editor, domain::Role::Publisher],
            Self::Media => vec![domain::Role::Author, domain::Role::Editor, domain::Role::Publisher],
            _ => vec![domain::Role::Publisher],
        };
        Err(DeskError::Refused(Refused::NotAllowed { needs, lang: None }))
    }

    /// Whether such parts may be kept by somebody: the newsroom's answer for a part of the kind.
    pub(super) fn may_keep(self, keeper: &Keeper<'_>) -> bool {
        sample(self, keeper).is_some_and(|part| newsroom::may_keep(&keeper.rights, &part))
    }
}

/// Some part of a kind: rights depend on nothing else of it.
fn sample(kind: PartKind, keeper: &Keeper<'_>) -> Option<Fixture> {
    let (id, texts) = (String::new(), Texts::default());
    Some(match kind {
        PartKind::Identity => Fixture::Identity(keeper.standing.identity.clone()),
        PartKind::Clocks => Fixture::Clocks { clocks: vec![] },
        PartKind::Contact => Fixture::Contact(contact::empty(id)),
        PartKind::Counter => Fixture::Counter(counter::empty(id)),
        PartKind::Banner => Fixture::Banner(banner::empty(id)),
        PartKind::Speaker => {
            Fixture::Speaker(domain::Speaker { slug: id, name: texts, offices: vec![], aliases: vec![] })
        }
        PartKind::Topic => Fixture::Topic(domain::Topic { slug: id, name: texts }),
        PartKind::Media => Fixture::Media(media::empty()),
        PartKind::Lead => Fixture::Lead { message: domain::MessageId::from_bits([0; 10]) },
    })
}

/// The name of a part in a reader's language, for lists and headings.
pub(super) fn name_of(part: &Fixture, keeper: &Keeper<'_>) -> String {
    let text = |texts: &Texts| texts.get(&keeper.lang, keeper.languages()).unwrap_or_default().to_owned();
    match part {
        Fixture::Identity(identity) => text(&identity.name),
        Fixture::Clocks { clocks } => clocks.iter().map(|clock| text(&clock.city)).collect::<Vec<_>>().join(", "),
        Fixture::Contact(contact) => text(&contact.label),
        Fixture::Counter(counter) => counter::sentence_of(counter, keeper, 0),
        Fixture::Banner(banner) => text(&banner.text),
        Fixture::Speaker(speaker) => text(&speaker.name),
        Fixture::Topic(topic) => text(&topic.name),
        Fixture::Media(file) => file.name.clone(),
        Fixture::Lead { message } => lead::title_of(message, keeper),
    }
}

/// The languages of the site, with those that a part has texts in beyond them, so that none is lost unseen.
pub(super) fn languages_of(part: Option<&Fixture>, keeper: &Keeper<'_>) -> Vec<Lang> {
    let mut languages = keeper.languages().to_vec();
    let mut add = |texts: &Texts| {
        for lang in texts.0.keys() {
            if !languages.contains(lang) {
                languages.push(lang.clone());
            }
        }
    };
    match part {
        Some(Fixture::Identity(identity)) => {
            [&identity.name, &identity.tagline, &identity.home_city, &identity.imprint].into_iter().for_each(add);
        }
        Some(Fixture::Clocks { clocks }) => clocks.iter().for_each(|clock| add(&clock.city)),
        Some(Fixture::Contact(contact)) => [&contact.label, &contact.address, &contact.note].into_iter().for_each(add),
        Some(Fixture::Counter(counter)) => {
            let empty = counter.sentence.keys().map(|lang| (lang.clone(), String::new())).collect();
            add(&Texts(empty));
        }
        Some(Fixture::Banner(banner)) => add(&banner.text),
        Some(Fixture::Speaker(speaker)) => {
            add(&speaker.name);
            speaker.offices.iter().for_each(|office| add(&office.title));
        }
        Some(Fixture::Topic(topic)) => add(&topic.name),
        Some(Fixture::Media(file)) => add(&file.alt),
        Some(Fixture::Lead { .. }) | None => {}
    }
    languages
}

/// Puts a text into its fields, one for each language.
fn put_texts(input: &mut Input, name: &str, texts: &Texts) {
    for (lang, text) in &texts.0 {
        input.set(&format!("{name}-{lang}"), text);
    }
}

/// An id for a new part, from what it is called.
fn id_from(name: &str) -> String {
    slug_of(name).chars().take(ID_CHARS_MAX).collect::<String>().trim_end_matches('-').to_owned()
}

/// An id for a new part from its text in the site's first language that has one.
fn id_from_texts(texts: &Texts, reading: &Reading<'_>) -> String {
    id_from(reading.languages.iter().find_map(|lang| texts.0.get(lang)).map_or("", String::as_str))
}

/// The id of a part: the one it has, else the one that was typed, else one from its name.
fn slug_from(reading: &mut Reading<'_>, id: Option<&str>, name: &Texts) -> String {
    if let Some(id) = id {
        return id.to_owned();
    }
    reading.text("slug").map_or_else(|| id_from_texts(name, reading), |typed| id_from(&typed))
}

/// The same part under another id.
pub(super) fn under(part: Fixture, id: &str) -> Fixture {
    let id = id.to_owned();
    match part {
        Fixture::Contact(contact) => Fixture::Contact(domain::Contact { id, ..contact }),
        Fixture::Counter(counter) => Fixture::Counter(domain::Counter { id, ..counter }),
        Fixture::Banner(banner) => Fixture::Banner(domain::Banner { id, ..banner }),
        other => other,
    }
}

/// A line of a preview in a language of the site.
fn in_language(keeper: &Keeper<'_>, lang: &Lang, label: String, text: String) -> Preview {
    let dir = keeper.desk.templates.locales().direction(lang).as_str();
    Preview { label, text, lang: Some(lang.to_string()), dir: Some(dir) }
}

/// A line of a preview in the language of the desk.
fn in_words(label: String, text: String) -> Preview {
    Preview { label, text, lang: None, dir: None }
}
