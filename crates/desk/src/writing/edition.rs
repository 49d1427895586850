//! The edition that a room is about: read from the address, with what the newsroom knows of it.

use domain::{Edition, Lang, MessageId, Role, Version};
use newsroom::{Content, Draft, Refused};

use crate::{DeskError, DeskState, Signed};

/// Which edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) message: MessageId,
    pub(crate) lang: Lang,
}

impl Place {
    /// The edition that an address names; nothing at an address that names none.
    pub(crate) fn read(message: &str, lang: &str) -> Result<Self, DeskError> {
        match (message.parse(), lang.parse()) {
            (Ok(message), Ok(lang)) => Ok(Self { message, lang }),
            _ => Err(DeskError::NotFound),
        }
    }

    /// The address of the page on which it is written.
    pub(crate) fn href(&self) -> String {
        format!("/desk/write/{}/{}", self.message, self.lang)
    }

    /// The key of its records.
    pub(crate) fn key(&self, desk: &DeskState) -> String {
        format!("{}/{}/{}", desk.site, self.message, self.lang)
    }
}

/// Who may write an edition may open its page; others are told what they need. The newsroom decides it again with every save.
pub(crate) fn demand_writer(desk: &DeskState, signed: &Signed, place: &Place) -> Result<(), DeskError> {
    let rules = desk.newsroom.rules(&desk.site)?;
    if !rules.languages.contains(&place.lang) {
        return Err(DeskError::NotFound);
    }
    let rights = desk.rights(signed)?;
    if rights.may_write(&place.lang, false) {
        return Ok(());
    }
    let others = desk.newsroom.standpoints(&desk.site, &place.message)?;
    if rights.may_write(&place.lang, others.keys().any(|other| *other != place.lang)) {
        return Ok(());
    }
    let needs = vec![Role::Author, Role::Translator];
    Err(Refused::NotAllowed { needs, lang: Some(place.lang.clone()) }.into())
}

/// The draft to work on: what is saved, else the newest version's text, else an empty one.
pub(crate) fn open(desk: &DeskState, place: &Place) -> Result<Draft, DeskError> {
    Ok(desk.newsroom.open_draft(&desk.site, &place.message, &place.lang)?)
}

/// An edition's facts; those of one that has none are empty.
pub(crate) fn facts(desk: &DeskState, place: &Place) -> Result<Edition, DeskError> {
    Ok(desk.newsroom.message(&desk.site, &place.message)?.editions.remove(&place.lang).unwrap_or_default())
}

/// What an edition says now at the desk: its draft, else its newest version; nothing where there is neither, or where it
/// was erased. With it the number of the version that the text is, or was made from, and the edition's address.
pub(crate) fn text_now(desk: &DeskState, place: &Place) -> Result<Option<TextNow>, DeskError> {
    let edition = facts(desk, place)?;
    if edition.erasure.is_some() {
        return Ok(None);
    }
    let newest = edition.versions.last();
    let address = newest.map(|version| version.address.clone());
    if let Some(draft) = desk.newsroom.draft(&desk.site, &place.message, &place.lang)? {
        let (revision, number) = (draft.revision, draft.base + 1);
        return Ok(Some(TextNow { content: draft.content, revision, number, address }));
    }
    let Some(version) = newest else { return Ok(None) };
    let content = content_of(desk, version)?;
    Ok(content.map(|content| TextNow { content, revision: 0, number: version.number, address }))
}

/// A text as the desk has it.
pub(crate) struct TextNow {
    pub(crate) content: Content,
    /// The draft's revision; 0 for a version's text.
    pub(crate) revision: u64,
    /// The number of the version that it is or would become.
    pub(crate) number: u32,
    /// The edition's address below its language, if it has one.
    pub(crate) address: Option<String>,
}

/// A version's text; nothing when it was erased.
pub(crate) fn content_of(desk: &DeskState, version: &Version) -> Result<Option<Content>, DeskError> {
    Ok(desk.newsroom.content_of(version.sheet)?)
}
