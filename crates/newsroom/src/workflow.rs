//! What the desk does: submit, approve, return, release, and everything that follows. Every way to the journal from the
//! desk is here or in [`Newsroom::submit_as`], and every one of them checks rights where it decides.

use domain::{
    AccountId, BundleId, Command, Edition, Kind, Lang, MessageId, Pending, Role, Shown, SiteId, SlugWish, Submission,
    VersionClass, slug_of,
};
use jiff::{SignedDuration, Timestamp};
use journal::Digest;
use serde::{Deserialize, Serialize};
use store::Put;

use crate::drafts::{Content, Draft};
use crate::rights::{Caller, Visitor};
use crate::{Ack, Manuscript, Newsroom, NewsroomError, Order, Refused};

/// How long the desk remembers from which network address something was done: a year, the time in which questions come up.
const ORIGINS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 365);
const ROOM_OF_ORIGINS: &str = "audit";

/// An edition's submission that is to be released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Releasing {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The submission's digest: what was looked at.
    pub submission: Digest,
}

/// Where an edition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Somebody works on it.
    Draft,
    /// It waits for approval.
    Submitted,
    /// It waits for release.
    Approved,
    /// It is to become public at an instant.
    Scheduled,
    /// It is public.
    Public,
    /// It was taken back.
    Withdrawn,
    /// Its content is gone.
    Erased,
}

impl Stage {
    /// The stage's name in forms, class names and string keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
            Self::Scheduled => "scheduled",
            Self::Public => "public",
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
        }
    }
}

/// Everything the desk knows of an edition.
#[derive(Debug, Clone)]
pub struct Standpoint {
    /// The edition as the facts tell it, with what is submitted.
    pub edition: Edition,
    /// The draft somebody works on.
    pub draft: Option<Draft>,
    /// The furthest it has come on its way to the public: a public edition is public whatever is being written.
    pub stage: Stage,
    /// Where the work on the next version stands, if there is any.
    pub next: Option<Stage>,
}

impl Standpoint {
    fn of(edition: Edition, draft: Option<Draft>, now: Timestamp) -> Self {
        let work = match &edition.pending {
            Some(Pending { approved_by: Some(_), .. }) => Some(Stage::Approved),
            Some(_) => Some(Stage::Submitted),
            None => draft.as_ref().map(|_| Stage::Draft),
        };
        let scheduled = edition.versions.iter().any(|version| version.release > now).then_some(Stage::Scheduled);
        let shown = match edition.shown_at(now) {
            Shown::Version(_) => Some(Stage::Public),
            Shown::Withdrawn { .. } => Some(Stage::Withdrawn),
            Shown::Erased { .. } => Some(Stage::Erased),
            Shown::Nothing => edition.erasure.as_ref().map(|_| Stage::Erased),
        };
        let (stage, next) = match (shown, scheduled, work) {
            (Some(shown), scheduled, work) => (shown, work.or(scheduled)),
            (None, Some(scheduled), work) => (scheduled, work),
            (None, None, work) => (work.unwrap_or(Stage::Draft), None),
        };
        Self { edition, draft, stage, next }
    }

    /// The title: that of the work in hand, else nothing (the version's sheet has it).
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.draft.as_ref().map(|draft| draft.content.title.as_str())
    }
}

/// A release that the desk asks for.
#[derive(Debug, Clone)]
pub struct ReleaseWish {
    /// What is to be released: one edition, or several as a bundle.
    pub items: Vec<Releasing>,
    /// From when; now when absent.
    pub at: Option<Timestamp>,
    /// What a bundle is called.
    pub title: Option<String>,
    /// Why it is released without approval.
    pub bypass: Option<String>,
}

impl Newsroom {
    /// Carries out orders for somebody at the desk, each checked for rights where it is decided.
    ///
    /// # Errors
    /// When the site is unknown or the views fail.
    pub fn submit_as(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        orders: &[Order],
    ) -> Result<Vec<Result<Ack, Refused>>, NewsroomError> {
        let rules = self.rules(site)?;
        let answers = self.carry_out(site, &rules, &Caller::Desk(visitor), orders);
        answers.iter().flatten().for_each(|ack| self.note_origin(visitor, ack));
        Ok(answers)
    }

    /// Carries out one order for somebody at the desk.
    ///
    /// # Errors
    /// When it is refused; nothing has changed then.
    pub fn order_as(&self, site: &SiteId, visitor: &Visitor, order: impl Into<Order>) -> Result<Ack, Refused> {
        let answers = self.submit_as(site, visitor, &[order.into()]);
        let mut answers = answers.map_err(|error| Refused::Unreadable(error.to_string()))?;
        answers.pop().unwrap_or(Err(Refused::Conflict))
    }

    /// From which network address an entry of the journal was made, if the desk made it in the last year.
    ///
    /// # Errors
    /// When the home fails.
    pub fn origin_of_entry(&self, seq: u64) -> Result<Option<String>, Refused> {
        let found = self.records().record(ROOM_OF_ORIGINS, &format!("{seq:012}"), self.now().as_microsecond())?;
        Ok(found.map(|record| String::from_utf8_lossy(&record.value).into_owned()))
    }

    /// The address is for the audit only: without it what was done stands all the same, so a failure is left alone.
    fn note_origin(&self, visitor: &Visitor, ack: &Ack) {
        let Some(from) = visitor.from.as_deref().filter(|_| !ack.facts.is_empty()) else { return };
        let now = self.now();
        let expires_us = now.checked_add(ORIGINS_KEPT).ok().map(Timestamp::as_microsecond);
        for back in 0..ack.facts.len() as u64 {
            let key = format!("{:012}", ack.seq.saturating_sub(back));
            let (value, now_us) = (from.as_bytes(), now.as_microsecond());
            let put = Put { room: ROOM_OF_ORIGINS, key: &key, base: None, value, now_us, expires_us };
            let _ = self.records().put(&put);
        }
    }

    /// Where a message's editions stand: those that have facts and those that have only a draft.
    ///
    /// # Errors
    /// When the home fails or what it keeps cannot be read.
    pub fn standpoints(
        &self,
        site: &SiteId,
        message: &MessageId,
    ) -> Result<std::collections::BTreeMap<Lang, Standpoint>, NewsroomError> {
        let now = self.now();
        let mut folded = self.message(site, message)?;
        let mut standpoints = std::collections::BTreeMap::new();
        let drafts = self.drafts_of(site, message);
        for draft in drafts.map_err(|error| store::StoreError::Corrupt(error.to_string()))? {
            let edition = folded.editions.remove(&draft.lang).unwrap_or_default();
            standpoints.insert(draft.lang.clone(), Standpoint::of(edition, Some(draft), now));
        }
        for (lang, edition) in folded.editions {
            standpoints.insert(lang, Standpoint::of(edition, None, now));
        }
        Ok(standpoints)
    }

    /// Submits an edition's draft as it stands at a revision.
    ///
    /// # Errors
    /// When there is no draft, it was changed since, or it must not be submitted.
    pub fn submit_draft(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        message: &MessageId,
        lang: &Lang,
        revision: u64,
    ) -> Result<Ack, Refused> {
        let by = self.demand_writer(site, visitor, message, lang)?;
        let draft = self.draft(site, message, lang)?.ok_or(domain::Refusal::NotThere)?;
        if draft.revision != revision {
            return Err(Refused::Conflict);
        }
        if draft.content.title.trim().is_empty() {
            return Err(Refused::TitleMissing);
        }
        let folded = self.message(site, message)?;
        let newest = folded.editions.get(lang).and_then(|edition| edition.versions.last());
        let proposed = match newest.map(|version| self.content_of(version.sheet)) {
            Some(before) => before?.map(|before| proposed_class(&before, &draft.content)),
            None => None,
        };
        let class = match newest {
            None => VersionClass::First,
            Some(_) => draft.content.class.or(proposed).unwrap_or(VersionClass::Substantive),
        };
        let slug = slug_wish(&draft.content, newest.map(|version| version.address.as_str()))?;
        let changed_by = draft.changed_by.clone().unwrap_or_else(|| by.clone());
        let base = newest.map_or(0, |version| version.number);
        let note = draft.content.note.clone().filter(|note| !note.trim().is_empty());
        let (sheet, objects) = manuscript(&draft).pack(self.chance());
        let writers = draft.writers.iter().filter(|writer| **writer != changed_by).cloned().collect();
        let submission = Submission { sheet, slug, class, proposed, note, base, changed_by, writers };
        let command = Command::SubmitDraft { message: message.clone(), lang: lang.clone(), submission, by };
        self.order_as(site, visitor, Order { command, objects, slug_may_change: false, seen: None })
    }

    /// Approves a submission.
    ///
    /// # Errors
    /// When it was submitted anew, is somebody's own, or must not be approved by this account.
    pub fn approve(&self, site: &SiteId, visitor: &Visitor, item: &Releasing) -> Result<Ack, Refused> {
        let Releasing { message, lang, submission } = item.clone();
        let by = self.person(site, visitor)?;
        self.order_as(site, visitor, Command::ApproveSubmission { message, lang, submission, by })
    }

    /// Returns a submission to those who write.
    ///
    /// # Errors
    /// When it was submitted anew, no reason is given, or this account must not.
    pub fn send_back(&self, site: &SiteId, visitor: &Visitor, item: &Releasing, reason: &str) -> Result<Ack, Refused> {
        let Releasing { message, lang, submission } = item.clone();
        let (by, reason) = (self.person(site, visitor)?, reason.to_owned());
        self.order_as(site, visitor, Command::ReturnSubmission { message, lang, submission, by, reason })
    }

    /// Releases submissions, now or at an instant: several of them, or one under a title, as a bundle by one fact.
    ///
    /// # Errors
    /// When any of them must not be released; none of them is then.
    pub fn release(&self, site: &SiteId, visitor: &Visitor, wish: &ReleaseWish) -> Result<Ack, Refused> {
        let by = self.person(site, visitor)?;
        let command = |item: &Releasing| Command::ReleaseSubmission {
            message: item.message.clone(),
            lang: item.lang.clone(),
            submission: item.submission,
            release: wish.at,
            by: by.clone(),
            bypass: wish.bypass.clone(),
        };
        let ack = match (wish.items.as_slice(), &wish.title) {
            ([item], None) => self.order_as(site, visitor, command(item))?,
            (items, title) => {
                let commands: Vec<Command> = items.iter().map(command).collect();
                self.release_bundle(site, visitor, title.as_deref().unwrap_or_default(), &commands)?
            }
        };
        for item in &wish.items {
            // It is released: a draft that stays behind for once is no reason to say otherwise.
            let _ = self.drop_released_draft(site, item);
        }
        Ok(ack)
    }

    fn release_bundle(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        title: &str,
        commands: &[Command],
    ) -> Result<Ack, Refused> {
        let rules = self.rules(site)?;
        let bundle = self.chance().bundle_id();
        let caller = Caller::Desk(visitor);
        let mut answers = self.append_decided(site, &rules, &caller, 1, &|decisions| {
            vec![decisions.decide_bundle(&bundle, title, commands)]
        });
        let ack = answers.pop().unwrap_or(Err(Refused::Conflict))?;
        self.note_origin(visitor, &ack);
        Ok(ack)
    }

    /// Moves a bundle that is not public yet to another instant.
    ///
    /// # Errors
    /// When it is public already, the instant does not fit, no reason is given, or this account must not.
    pub fn move_bundle(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        bundle: &BundleId,
        release: Timestamp,
        reason: &str,
    ) -> Result<Ack, Refused> {
        let rules = self.rules(site)?;
        let caller = Caller::Desk(visitor);
        let mut answers = self.append_decided(site, &rules, &caller, 1, &|decisions| {
            vec![decisions.decide_bundle_move(bundle, release, reason)]
        });
        let ack = answers.pop().unwrap_or(Err(Refused::Conflict))?;
        self.note_origin(visitor, &ack);
        Ok(ack)
    }

    /// A bundle as it stands; nothing when there is none.
    ///
    /// # Errors
    /// When the home fails or holds a fact that cannot be read.
    pub fn bundle(&self, site: &SiteId, bundle: &BundleId) -> Result<Option<domain::Bundle>, NewsroomError> {
        let entries = self.home().read_stream(site.as_str(), &domain::bundle_stream(bundle))?;
        let read = |entry: &journal::Entry| domain::Fact::read(&entry.draft.kind, &entry.draft.body);
        let facts: Vec<domain::Fact> = entries.iter().map(read).collect::<Result<_, _>>()?;
        Ok(domain::Bundle::of(&facts))
    }

    /// Erases an edition: its content goes from the record, from the drafts and from their past.
    ///
    /// # Errors
    /// When this account must not, no ground is given, or the home fails.
    pub fn erase(
        &self,
        site: &SiteId,
        visitor: &Visitor,
        (message, lang): (&MessageId, &Lang),
        ground: &str,
        by_law: bool,
    ) -> Result<Ack, Refused> {
        let command =
            Command::EraseEdition { message: message.clone(), lang: lang.clone(), ground: ground.to_owned(), by_law };
        self.demand_eraser(site, visitor, message, lang)?;
        self.begin_erasure(site, message, lang)?;
        let ack = match self.order_as(site, visitor, command) {
            Ok(ack) => ack,
            Err(refused) => {
                self.give_up_erasure(site, message, lang)?;
                return Err(refused);
            }
        };
        // It is erased: what could not be removed now is removed at the next erasure or the next start.
        let _ = self.finish_erasures(site);
        Ok(ack)
    }

    /// Refuses whoever may not erase, before anything is noted.
    fn demand_eraser(&self, site: &SiteId, visitor: &Visitor, message: &MessageId, lang: &Lang) -> Result<(), Refused> {
        let rights = self.rights(site, &visitor.account)?;
        if !rights.has(Role::Administrator, None) {
            return Err(Refused::NotAllowed { needs: vec![Role::Administrator], lang: None });
        }
        let folded = self.message(site, message)?;
        match folded.editions.get(lang) {
            None => Err(domain::Refusal::NotThere.into()),
            Some(edition) if edition.erasure.is_some() => Err(domain::Refusal::Erased.into()),
            Some(_) => Ok(()),
        }
    }

    /// The person behind an account.
    fn person(&self, site: &SiteId, visitor: &Visitor) -> Result<AccountId, Refused> {
        self.rights(site, &visitor.account)?.person.ok_or(Refused::NoAccount)
    }

    /// A draft that says what was released has done its work; one that was changed since stays.
    fn drop_released_draft(&self, site: &SiteId, item: &Releasing) -> Result<(), Refused> {
        let Some(draft) = self.draft(site, &item.message, &item.lang)? else { return Ok(()) };
        let folded = self.message(site, &item.message)?;
        let released = folded.editions.get(&item.lang).and_then(|edition| edition.versions.last());
        let (sheet, _) = manuscript(&draft).pack(self.chance());
        match released {
            Some(version) if version.sheet == sheet => {
                // Somebody who saved in this very moment keeps their draft.
                self.drop_draft(site, &item.message, &item.lang, Some(draft.revision)).map(drop)
            }
            Some(version) => self.raise_draft(site, &draft, version.number),
            None => Ok(()),
        }
    }
}

/// The class that a comparison of two texts proposes; lower ones need a second person.
#[must_use]
pub fn proposed_class(before: &Content, after: &Content) -> VersionClass {
    use document::Weight;
    let weight = document::significance(&with_title(before), &with_title(after)).at_least;
    let said_about = |content: &Content| {
        let Content { kind, occasion, speakers, topics, .. } = content.clone();
        (kind, occasion, speakers, topics)
    };
    match weight {
        Weight::Substantive => VersionClass::Substantive,
        Weight::Clarification => VersionClass::Clarification,
        // Place, date or speakers of an occasion are part of what was said.
        _ if before.occasion != after.occasion || before.speakers != after.speakers => VersionClass::Substantive,
        Weight::Typographic => VersionClass::Typographic,
        _ if said_about(before) != said_about(after) => VersionClass::Metadata,
        Weight::Formatting | Weight::Nothing => VersionClass::Formatting,
    }
}

/// The text with its title and teaser before it, so that both are compared like the rest.
fn with_title(content: &Content) -> document::Document {
    use document::{Block, Body, Document, Mint, Node, Span};
    let mut mint = Mint::seeded(b"title");
    let mut paragraph =
        |text: &str| Node::Block(Block { body: Body::Paragraph { spans: vec![Span::plain(text)] }, id: mint.block() });
    let mut nodes = vec![paragraph(&content.title), paragraph(content.teaser.as_deref().unwrap_or_default())];
    nodes.extend(content.document.nodes.iter().cloned());
    Document { nodes }
}

/// The address that a draft asks for.
fn slug_wish(content: &Content, address: Option<&str>) -> Result<SlugWish, Refused> {
    let wished = content.slug.as_deref().map(str::trim).filter(|slug| !slug.is_empty());
    if content.kind == Kind::Page {
        return match (wished, address) {
            (None, Some(_)) => Ok(SlugWish::Keep),
            (Some(path), _) => Ok(SlugWish::Page(page_path(path)?)),
            (None, None) => Ok(SlugWish::Page(page_path(&content.title)?)),
        };
    }
    match (wished, address) {
        (None, Some(_)) => Ok(SlugWish::Keep),
        (Some(slug), Some(address)) if address.rsplit('/').next() == Some(slug) => Ok(SlugWish::Keep),
        (Some(slug), _) => Ok(SlugWish::Message(slug_of(slug))),
        (None, None) => Ok(SlugWish::Message(slug_of(&content.title))),
    }
}

/// First parts of addresses below a language that are rooms of the site, so that no page can have them.
const TAKEN_PATHS: [&str; 8] =
    ["messages", "speakers", "corrections", "search", "quote", "feed.atom", "feed.rss", "feed.json"];

fn page_path(path: &str) -> Result<String, Refused> {
    let parts: Vec<String> = path.split('/').map(slug_of).filter(|part| !part.is_empty()).collect();
    match parts.first() {
        None => Err(Refused::TitleMissing),
        Some(first) if TAKEN_PATHS.contains(&first.as_str()) => Err(Refused::AddressTaken { address: first.clone() }),
        Some(_) => Ok(parts.join("/")),
    }
}

/// A draft as a manuscript.
pub(crate) fn manuscript(draft: &Draft) -> Manuscript {
    let content = draft.content.clone();
    let mut manuscript = Manuscript::new(
        draft.message.clone(),
        content.title.trim(),
        content.kind,
        draft.lang.clone(),
        content.document,
    );
    manuscript.teaser = content.teaser.filter(|teaser| !teaser.trim().is_empty());
    manuscript.occasion = content.occasion;
    manuscript.speakers = content.speakers;
    manuscript.topics = content.topics;
    manuscript.nav = content.nav.filter(|_| content.kind == Kind::Page);
    manuscript.follows = content.follows;
    let inherited = draft.inherited.clone();
    let unchanged = inherited.text == Some(Digest(manuscript.document.digest()));
    manuscript.completeness = if unchanged { inherited.completeness } else { domain::Completeness::Whole };
    manuscript.precision = inherited.precision;
    manuscript.provenance = inherited.provenance;
    // Each version its own salt, so that opening one tells nothing of the next.
    manuscript.salt = Some(Digest::of(format!("{}/{}", draft.salt, draft.base).as_bytes()).to_string());
    manuscript
}
