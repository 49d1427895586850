//! Drafts: texts that somebody works on. They are records, not facts: nothing of them is public, and what becomes of
//! them is decided when they are submitted. Nothing that was saved is ever overwritten: every save names the revision it is
//! based on, and the revisions of the last month are kept.

use std::collections::BTreeSet;

use document::Document;
use domain::{
    AccountId, Completeness, Follows, Kind, Lang, MessageId, Occasion, Precision, Provenance, Sheet, SiteId,
    VersionClass,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::{Put, PutError, Record};

use crate::manuscript::TEASER_CHARS;
use crate::rights::Visitor;
use crate::{Newsroom, NewsroomError, Refused};

/// Characters of a title: what fits on a page and in a list with room to spare. Longer ones are a text in the wrong field.
pub const TITLE_CHARS_MAX: usize = 1_000;
/// Characters of a teaser, a note, a place and other short fields.
pub const FIELD_CHARS_MAX: usize = 4_000;
/// Bytes of a draft's text: the longest transcript known is below 2 MB; a pasted book is refused in words.
pub const TEXT_BYTES_MAX: usize = 20 << 20;
/// How long past revisions are kept: a month is longer than any text is worked on without being released.
const PAST_KEPT: SignedDuration = SignedDuration::from_hours(24 * 31);

const ROOM: &str = "draft";
const ROOM_OF_PAST: &str = "draft-past";
/// Drafts without their texts, for lists: written with the draft in one transaction, so that both have one number.
const ROOM_OF_OUTLINES: &str = "draft-outline";

/// What a draft says: all that will be public of a version, and how a correction will be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The title.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The first words in lists; taken from the text when absent.
    #[serde(default)]
    pub teaser: Option<String>,
    /// What it is about in time and space.
    #[serde(default)]
    pub occasion: Occasion,
    /// Who speaks.
    #[serde(default)]
    pub speakers: Vec<String>,
    /// Topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// A page's place in the navigation.
    #[serde(default)]
    pub nav: Option<i32>,
    /// The last part of a message's address, or a page's path; made from the title when absent.
    #[serde(default)]
    pub slug: Option<String>,
    /// How it differs from the version before, as its writer says; the desk proposes where absent.
    #[serde(default)]
    pub class: Option<VersionClass>,
    /// The public note of a correction.
    #[serde(default)]
    pub note: Option<String>,
    /// Which version of which edition it translates.
    #[serde(default)]
    pub follows: Option<Follows>,
    /// The text.
    pub document: Document,
}

impl Content {
    /// A content with nothing in it.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        Self {
            title: String::new(),
            kind,
            teaser: None,
            occasion: Occasion::default(),
            speakers: vec![],
            topics: vec![],
            nav: None,
            slug: None,
            class: None,
            note: None,
            follows: None,
            document: Document::default(),
        }
    }
}

/// A draft of an edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// Rises with each save and each discarding, and never comes back; what a save has to name.
    pub revision: u64,
    /// The number of the version it was made from; 0 for an edition's first.
    pub base: u32,
    /// Who changed it last; nobody yet where it was not saved.
    pub changed_by: Option<AccountId>,
    /// When it was changed last.
    pub changed_at: Timestamp,
    /// What it says.
    pub content: Content,
    /// Salt of the sheet it will become: kept with the draft, so that the same content submitted twice is the same.
    pub(crate) salt: String,
    /// Everybody who changed it since the version it was made from.
    pub(crate) writers: BTreeSet<AccountId>,
    pub(crate) inherited: Inherited,
}

impl Draft {
    /// Whether somebody has saved it; otherwise it is a text that was opened and nothing more.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.changed_by.is_some()
    }
}

/// Why a draft was not saved. What is there was not touched.
#[derive(Debug, thiserror::Error)]
pub enum SaveRefused {
    /// Somebody else saved in the meantime.
    #[error("somebody else changed this text in the meantime; look at both and decide")]
    Changed {
        /// What is there now; nothing when it was discarded or released.
        theirs: Option<Box<Draft>>,
        /// What both were made from, if it is still kept.
        base: Option<Box<Content>>,
    },
    /// A field is too long.
    #[error("the {field} has {chars} characters; at most {chars_max} are possible, so shorten it")]
    TooLong {
        /// The field.
        field: &'static str,
        /// Its characters.
        chars: usize,
        /// The limit.
        chars_max: usize,
    },
    /// The text is too large.
    #[error("the text has {bytes} bytes; at most {TEXT_BYTES_MAX} are possible, so part it into several messages")]
    TextTooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It must not be written.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// What a version says of its origin, which nobody at the desk writes and no correction loses.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Inherited {
    pub(crate) provenance: Option<Provenance>,
    pub(crate) precision: Precision,
    /// How much of the source's text the record held, and the digest of that text: a text that was changed since is whole.
    pub(crate) completeness: Completeness,
    pub(crate) text: Option<journal::Digest>,
}

impl Inherited {
    fn of(sheet: &Sheet) -> Self {
        Self {
            provenance: sheet.provenance.clone(),
            precision: sheet.precision,
            completeness: sheet.completeness,
            text: Some(sheet.document),
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    salt: String,
    base: u32,
    changed_by: AccountId,
    #[serde(default)]
    writers: BTreeSet<AccountId>,
    #[serde(default)]
    inherited: Inherited,
    content: Content,
}

impl Kept {
    fn bytes(&self) -> Result<Vec<u8>, Refused> {
        serde_json::to_vec(self).map_err(|error| Refused::Unreadable(error.to_string()))
    }

    /// The same without the text.
    fn outline(&self) -> Result<Vec<u8>, Refused> {
        let content = Content { document: Document::default(), ..self.content.clone() };
        Self { content, ..self.clone() }.bytes()
    }
}

/// How long a past revision is kept: the first of an hour for a month, the first of ten minutes for a day, every one for an
/// hour. An editor saves every few seconds, and a month of all of that would fill a disk.
fn past_kept(last: Option<Timestamp>, now: Timestamp) -> SignedDuration {
    let same = |seconds: i64| last.is_some_and(|last| last.as_second() / seconds == now.as_second() / seconds);
    match (same(3_600), same(600)) {
        (false, _) => PAST_KEPT,
        (true, false) => SignedDuration::from_hours(24),
        (true, true) => SignedDuration::from_hours(1),
    }
}

fn key(site: &SiteId, message: &MessageId, lang: &Lang) -> String {
    format!("{site}/{message}/{lang}")
}

fn past_key(site: &SiteId, message: &MessageId, lang: &Lang, revision: u64) -> String {
    format!("{}/{revision:010}", key(site, message, lang))
}

fn read(record: &Record) -> Result<Kept, Refused> {
    serde_json::from_slice(&record.value)
        .map_err(|error| Refused::Unreadable(format!("the draft {} cannot be read: {error}", record.key)))
}

fn draft_of(record: &Record) -> Result<Option<Draft>, Refused> {
    let mut parts = record.key.split('/').skip(1);
    let (Some(Ok(message)), Some(Ok(lang))) = (parts.next().map(str::parse), parts.next().map(str::parse)) else {
        return Ok(None);
    };
    if record.value.is_empty() {
        return Ok(None);
    }
    let kept = read(record)?;
    Ok(Some(Draft {
        message,
        lang,
        revision: record.revision,
        base: kept.base,
        changed_by: Some(kept.changed_by),
        changed_at: Timestamp::from_microsecond(record.changed_us).unwrap_or(Timestamp::UNIX_EPOCH),
        content: kept.content,
        salt: kept.salt,
        writers: kept.writers,
        inherited: kept.inherited,
    }))
}

impl Newsroom {
    /// The draft of an edition, if somebody works on one.
    ///
    /// # Errors
    /// When the home fails or what it keeps cannot be read.
    pub fn draft(&self, site: &SiteId, message: &MessageId, lang: &Lang) -> Result<Option<Draft>, Refused> {
        let found = self.records().record(ROOM, &key(site, message, lang), self.now().as_microsecond())?;
        found.as_ref().map_or(Ok(None), draft_of)
    }

    /// All drafts of a site.
    ///
    /// # Errors
    /// When the home fails or what it keeps cannot be read.
    pub fn drafts(&self, site: &SiteId) -> Result<Vec<Draft>, Refused> {
        self.drafts_below(&format!("{site}/"))
    }

    /// All drafts of a site without their texts, which lists do not show.
    ///
    /// # Errors
    /// When the home fails or what it keeps cannot be read.
    pub fn draft_outlines(&self, site: &SiteId) -> Result<Vec<Draft>, Refused> {
        let records = self.records().records(ROOM_OF_OUTLINES, &format!("{site}/"), self.now().as_microsecond())?;
        let drafts: Result<Vec<Option<Draft>>, Refused> = records.iter().map(draft_of).collect();
        Ok(drafts?.into_iter().flatten().collect())
    }

    /// The drafts of a message, in all languages.
    ///
    /// # Errors
    /// When the home fails or what it keeps cannot be read.
    pub fn drafts_of(&self, site: &SiteId, message: &MessageId) -> Result<Vec<Draft>, Refused> {
        self.drafts_below(&format!("{site}/{message}/"))
    }

    fn drafts_below(&self, prefix: &str) -> Result<Vec<Draft>, Refused> {
        let records = self.records().records(ROOM, prefix, self.now().as_microsecond())?;
        let drafts: Result<Vec<Option<Draft>>, Refused> = records.iter().map(draft_of).collect();
        Ok(drafts?.into_iter().flatten().collect())
    }

    /// The text of an edition to work on: its draft, else its newest version, else an empty one that takes over what
    /// another edition of the message says of itself. Nothing is written.
    ///
    /// # Errors
    /// When the home or the views fail.
    pub fn open_draft(&self, site: &SiteId, message: &MessageId, lang: &Lang) -> Result<Draft, NewsroomError> {
        let there = self.records().record(ROOM, &key(site, message, lang), self.now().as_microsecond())?;
        if let Some(draft) = there.as_ref().map_or(Ok(None), draft_of).map_err(into_newsroom)? {
            return Ok(draft);
        }
        let folded = self.message(site, message)?;
        let newest = folded.editions.get(lang).and_then(|edition| edition.versions.last());
        let text = newest.map(|version| self.text_of(version.sheet)).transpose()?.flatten();
        let (inherited, content) = match text {
            Some((sheet, document)) => (Inherited::of(&sheet), content(sheet, document)),
            None => (Inherited::default(), self.content_for_translation(site, message, lang, &folded)?),
        };
        Ok(Draft {
            message: message.clone(),
            lang: lang.clone(),
            // A draft that was discarded or released leaves its number behind: an editor still open on an old one must
            // not take a new one for it.
            revision: there.map_or(0, |record| record.revision),
            base: newest.map_or(0, |version| version.number),
            changed_by: None,
            changed_at: self.now(),
            content,
            salt: self.chance().salt(),
            writers: BTreeSet::new(),
            inherited,
        })
    }

    /// What a new edition begins with: place, date, speakers and topics of the edition it will translate.
    fn content_for_translation(
        &self,
        site: &SiteId,
        message: &MessageId,
        lang: &Lang,
        folded: &domain::Message,
    ) -> Result<Content, NewsroomError> {
        let default_kind = self.rules(site)?.default_kind;
        let source = folded.editions.iter().find(|(other, edition)| *other != lang && !edition.versions.is_empty());
        if let Some((other, version)) = source.and_then(|(other, edition)| Some((other, edition.versions.last()?)))
            && let Some(content) = self.content_of(version.sheet)?
        {
            let follows = Some(Follows { lang: other.clone(), number: version.number });
            return Ok(taken_over(content, follows));
        }
        let drafts = self.drafts_of(site, message).map_err(into_newsroom)?;
        let Some(draft) = drafts.into_iter().find(|draft| draft.lang != *lang) else {
            return Ok(Content::empty(default_kind));
        };
        // The version that the source's draft is to become.
        let number = folded.editions.get(&draft.lang).map_or(0, |edition| edition.last_number) + 1;
        Ok(taken_over(draft.content, Some(Follows { lang: draft.lang, number })))
    }

    /// A version's sheet and text as a draft's content; nothing when they were erased.
    ///
    /// # Errors
    /// When the home fails.
    pub fn content_of(&self, sheet: journal::Digest) -> Result<Option<Content>, NewsroomError> {
        Ok(self.text_of(sheet)?.map(|(sheet, document)| content(sheet, document)))
    }

    /// A draft's content as it was saved at a revision of the last month.
    ///
    /// # Errors
    /// When the home fails or what it keeps cannot be read.
    pub fn past_draft(
        &self,
        site: &SiteId,
        message: &MessageId,
        lang: &Lang,
        revision: u64,
    ) -> Result<Option<Content>, Refused> {
        let key = past_key(site, message, lang, revision);
        let found = self.records().record(ROOM_OF_PAST, &key, self.now().as_microsecond())?;
        found.map(|record| read(&record).map(|kept| kept.content)).transpose()
    }

    /// Saves a draft. `base` is the revision it was made from: 0 where none had been saved.
    ///
    /// # Errors
    /// When somebody else saved in the meantime, a field is too long, or it must not be written.
    pub fn save_draft(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        (message, lang): (&MessageId, &Lang),
        base: u64,
        content: Content,
    ) -> Result<Draft, SaveRefused> {
        check(&content)?;
        let person = self.demand_writer(site, visitor, message, lang)?;
        let opened = self.open_draft(site, message, lang).map_err(Refused::from)?;
        if opened.revision == base && opened.is_saved() && opened.content == content {
            return Ok(opened);
        }
        // Words of the one who saves: the draft of somebody else is left as it is, whatever it says.
        let changed_at = opened.is_saved().then_some(opened.changed_at);
        let Draft { salt, base: version, inherited, mut writers, .. } = opened;
        writers.insert(person.clone());
        let kept = Kept { salt, base: version, changed_by: person, writers, inherited, content };
        let (value, outline) = (kept.bytes()?, kept.outline()?);
        if value.len() > TEXT_BYTES_MAX {
            return Err(SaveRefused::TextTooLarge { bytes: value.len() });
        }
        let now = self.now();
        let (now_us, key) = (now.as_microsecond(), key(site, message, lang));
        let put = Put { room: ROOM, key: &key, base: Some(base), value: &value, now_us, expires_us: None };
        let past = past_key(site, message, lang, base + 1);
        let expires_us = now.checked_add(past_kept(changed_at, now)).ok().map(Timestamp::as_microsecond);
        // One transaction: a draft has its past, whenever the power goes.
        let kept_past = Put { room: ROOM_OF_PAST, key: &past, base: None, expires_us, ..put };
        let outline = Put { room: ROOM_OF_OUTLINES, value: &outline, base: None, ..put };
        let revision = match self.records().put_all(&[put, kept_past, outline]) {
            Ok(revisions) => revisions.first().copied().unwrap_or(base + 1),
            Err(PutError::Changed { current }) => {
                let theirs = current.as_ref().map_or(Ok(None), draft_of)?.map(Box::new);
                let base = self.past_draft(site, message, lang, base)?.map(Box::new);
                return Err(SaveRefused::Changed { theirs, base });
            }
            Err(PutError::TooLarge(bytes)) => return Err(SaveRefused::TextTooLarge { bytes }),
            Err(PutError::Store(error)) => return Err(Refused::Store(error).into()),
        };
        let Kept { salt, base, changed_by, writers, inherited, content } = kept;
        let (message, lang, changed_by) = (message.clone(), lang.clone(), Some(changed_by));
        Ok(Draft { message, lang, revision, base, changed_by, changed_at: now, content, salt, writers, inherited })
    }

    /// Puts a draft away as it stands at a revision. Its past stays for a month.
    ///
    /// # Errors
    /// When somebody saved in the meantime, it must not be written, or the home fails.
    pub fn discard_draft(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        (message, lang): (&MessageId, &Lang),
        revision: u64,
    ) -> Result<(), Refused> {
        self.demand_writer(site, visitor, message, lang)?;
        if self.drop_draft(site, message, lang, Some(revision))? { Ok(()) } else { Err(Refused::Conflict) }
    }

    /// Removes a draft's words and leaves its number for a month, so that no new draft is taken for the old one. Says
    /// whether the draft was still the one of the revision.
    pub(crate) fn drop_draft(
        &self,
        site: &SiteId,
        message: &MessageId,
        lang: &Lang,
        revision: Option<u64>,
    ) -> Result<bool, Refused> {
        let now = self.now();
        let expires_us = now.checked_add(PAST_KEPT).ok().map(Timestamp::as_microsecond);
        let (key, now_us) = (key(site, message, lang), now.as_microsecond());
        let put = Put { room: ROOM, key: &key, base: revision, value: &[], now_us, expires_us };
        let outline = Put { room: ROOM_OF_OUTLINES, base: None, ..put };
        match self.records().put_all(&[put, outline]) {
            Ok(_) => Ok(true),
            Err(PutError::Store(error)) => Err(Refused::Store(error)),
            Err(PutError::Changed { .. } | PutError::TooLarge(_)) => Ok(false),
        }
    }

    /// Puts a draft that was changed after it was submitted on top of the version that was released meanwhile.
    pub(crate) fn raise_draft(&self, site: &SiteId, draft: &Draft, version: u32) -> Result<(), Refused> {
        let Some(changed_by) = draft.changed_by.clone() else { return Ok(()) };
        let (writers, inherited) = (BTreeSet::from([changed_by.clone()]), draft.inherited.clone());
        let (salt, content) = (self.chance().salt(), draft.content.clone());
        let kept = Kept { salt, base: version, changed_by, writers, inherited, content };
        let (value, outline) = (kept.bytes()?, kept.outline()?);
        let (key, now_us) = (key(site, &draft.message, &draft.lang), self.now().as_microsecond());
        let base = Some(draft.revision);
        let put = Put { room: ROOM, key: &key, base, value: &value, now_us, expires_us: None };
        let outline = Put { room: ROOM_OF_OUTLINES, value: &outline, base: None, ..put };
        match self.records().put_all(&[put, outline]) {
            Err(PutError::Store(error)) => Err(Refused::Store(error)),
            // Somebody saved in this very moment: their draft is raised by the release after this one.
            _ => Ok(()),
        }
    }

    /// Removes a draft and all of its past: part of an erasure.
    pub(crate) fn erase_drafts(&self, site: &SiteId, message: &MessageId, lang: &Lang) -> Result<(), Refused> {
        self.drop_draft(site, message, lang, None)?;
        let now_us = self.now().as_microsecond();
        for record in self.records().records(ROOM_OF_PAST, &format!("{}/", key(site, message, lang)), now_us)? {
            self.records().take(ROOM_OF_PAST, &record.key, now_us)?;
        }
        Ok(())
    }

    /// The person who writes, if they may write this edition.
    pub(crate) fn demand_writer(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        message: &MessageId,
        lang: &Lang,
    ) -> Result<AccountId, Refused> {
        let rights = self.rights(site, &visitor.account).map_err(|error| Refused::Unreadable(error.to_string()))?;
        let rules = self.rules(site)?;
        let folded =
            self.views().all_editions(site, message).map_err(|error| Refused::Unreadable(error.to_string()))?;
        if folded.get(lang).is_some_and(|edition| edition.erasure.is_some()) {
            // A page that was still open must not bring back what was erased.
            return Err(domain::Refusal::Erased.into());
        }
        if !rules.languages.contains(lang) {
            let known = rules.languages.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
            return Err(domain::Refusal::LanguageUnknown { lang: lang.clone(), known }.into());
        }
        let translated = || -> Result<bool, Refused> {
            Ok(folded.keys().any(|other| other != lang)
                || self.drafts_of(site, message)?.iter().any(|draft| draft.lang != *lang))
        };
        if !rights.may_write(lang, false) && !rights.may_write(lang, translated()?) {
            let needs = vec![domain::Role::Author, domain::Role::Translator];
            return Err(Refused::NotAllowed { needs, lang: Some(lang.clone()) });
        }
        rights.person.ok_or(Refused::NoAccount)
    }
}

fn content(sheet: Sheet, document: Document) -> Content {
    // A teaser that was made from the text is made anew from the changed one; one that somebody wrote stays.
    let written = |teaser: &String| *teaser != document.teaser(TEASER_CHARS);
    Content {
        title: sheet.title,
        kind: sheet.kind,
        teaser: sheet.teaser.filter(written),
        occasion: sheet.occasion,
        speakers: sheet.speakers,
        topics: sheet.topics,
        nav: sheet.nav,
        slug: None,
        class: None,
        note: None,
        follows: sheet.follows,
        document,
    }
}

fn taken_over(source: Content, follows: Option<Follows>) -> Content {
    Content {
        title: String::new(),
        teaser: None,
        slug: None,
        class: None,
        note: None,
        follows,
        document: Document::default(),
        ..source
    }
}

fn check(content: &Content) -> Result<(), SaveRefused> {
    let long = |field: &'static str, text: &str, chars_max: usize| {
        let chars = text.chars().count();
        if chars > chars_max { Err(SaveRefused::TooLong { field, chars, chars_max }) } else { Ok(()) }
    };
    long("title", &content.title, TITLE_CHARS_MAX)?;
    let occasion = &content.occasion;
    let fields = [
        ("teaser", &content.teaser),
        ("note", &content.note),
        ("place", &occasion.place),
        ("“with whom”", &occasion.with),
        ("slug", &content.slug),
    ];
    for (field, text) in fields {
        long(field, text.as_deref().unwrap_or_default(), FIELD_CHARS_MAX)?;
    }
    long("list of speakers", &content.speakers.join(" "), FIELD_CHARS_MAX)?;
    long("list of topics", &content.topics.join(" "), FIELD_CHARS_MAX)
}

fn into_newsroom(refused: Refused) -> NewsroomError {
    match refused {
        Refused::Store(error) => NewsroomError::Store(error),
        other => NewsroomError::Store(store::StoreError::Corrupt(other.to_string())),
    }
}
