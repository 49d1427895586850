//! The way of a text from the first word to its release, with everybody's rights.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use document::{Block, Body, Document, Mint, Node, ParseOptions, from_markdown};
use domain::{
    AccountId, Clock, Command, Digest, Fact, Fixture, Grant, Identity, Kind, Lang, MediaFile, MessageId, Role, Shown,
    SiteId, Texts, VersionClass,
};
use jiff::Timestamp;
use newsroom::{
    Chance, Content, Manuscript, Newsroom, Order, Refused, ReleaseWish, Releasing, SaveRefused, Stage, Visitor,
};
use store::{MemoryHome, MemoryShelf, Shelf as _};
use views::Views;

struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

struct Room {
    newsroom: Newsroom,
    shelf: Arc<MemoryShelf>,
    site: SiteId,
    clock: Arc<Hand>,
    folder: tempfile::TempDir,
}

impl Drop for Room {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let verified = self.newsroom.verify(&self.folder.path().join("anew.db"), &mut |_, _| {}).unwrap();
            assert_eq!(verified.findings, vec![]);
        }
    }
}

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn grant(role: Role, lang: Option<&str>) -> Grant {
    Grant { role, lang: lang.map(|tag| tag.parse().unwrap()) }
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Hand(AtomicI64::new(0)));
        let views = Arc::new(Views::open(&folder.path().join("views.db")).unwrap());
        let newsroom =
            Newsroom::open(Arc::new(MemoryHome::new()), views, clock.clone(), Chance::seeded([3; 32])).unwrap();
        let shelf = Arc::new(MemoryShelf::new());
        let newsroom = newsroom.with_shelf(shelf.clone());
        let room = Self { newsroom, shelf, site: SiteId::from_bits([1; 10]), clock, folder };
        room.set("2026-03-02T12:00:00Z");
        let identity = Identity {
            name: Texts::one(&lang("en"), "Embassy of the Republic of Halvern"),
            tagline: Texts::default(),
            home_zone: "Europe/London".into(),
            home_city: Texts::default(),
            languages: vec![lang("en"), lang("fr"), lang("ar")],
            default_kind: Kind::Statement,
            imprint: Texts::default(),
        };
        room.newsroom.found(&room.site, "operator", identity).unwrap();
        room
    }

    fn set(&self, instant: &str) {
        self.clock.0.store(instant.parse::<Timestamp>().unwrap().as_microsecond(), Ordering::Relaxed);
    }

    fn account(&self, grants: Vec<Grant>) -> Visitor {
        self.token(None, grants)
    }

    fn token(&self, owner: Option<&Visitor>, grants: Vec<Grant>) -> Visitor {
        let account: AccountId = self.newsroom.chance().account_id();
        let owner = owner.map(|owner| owner.account.clone());
        let command = Command::SetAccount { account: account.clone(), grants, owner, expires: None };
        self.newsroom.submit(&self.site, "operator", &[Order::from(command)]).unwrap().remove(0).unwrap();
        Visitor { account, from: Some("192.0.2.7".into()) }
    }

    fn text(&self, message: &MessageId, markdown: &str) -> Document {
        let mut mint = Manuscript::mint(message, &lang("en"), markdown);
        from_markdown(markdown, &ParseOptions { speakers: &[], lang: "en" }, &mut mint).document
    }

    fn save(&self, by: &Visitor, message: &MessageId, tag: &str, base: u64, words: &str) -> Result<u64, SaveRefused> {
        let document = self.text(message, words);
        let slug = Some(format!("talks-{message}"));
        let title = "Talks on fisheries".into();
        let content = Content { title, slug, document, ..Content::empty(Kind::Statement) };
        self.newsroom.save_draft(&self.site, by, (message, &lang(tag)), base, content).map(|draft| draft.revision)
    }

    fn submitted(&self, by: &Visitor, message: &MessageId, tag: &str) -> Releasing {
        let revision = self.newsroom.draft(&self.site, message, &lang(tag)).unwrap().unwrap().revision;
        self.newsroom.submit_draft(&self.site, by, message, &lang(tag), revision).unwrap();
        let pending = self.newsroom.message(&self.site, message).unwrap().editions[&lang(tag)].pending.clone();
        let submission = pending.unwrap().submission.digest();
        Releasing { message: message.clone(), lang: lang(tag), submission }
    }

    fn approved(&self, writer: &Visitor, editor: &Visitor, message: &MessageId, tag: &str) -> Releasing {
        self.save(writer, message, tag, 0, "The talks begin on Monday.").unwrap();
        let item = self.submitted(writer, message, tag);
        self.newsroom.approve(&self.site, editor, &item).unwrap();
        item
    }

    fn release(&self, by: &Visitor, items: &[Releasing], at: Option<&str>) -> Result<newsroom::Ack, Refused> {
        let title = (items.len() > 1).then(|| "Both languages".to_owned());
        let at = at.map(|at| at.parse().unwrap());
        self.newsroom.release(&self.site, by, &ReleaseWish { items: items.to_vec(), at, title, bypass: None })
    }

    fn shows(&self, message: &MessageId, tag: &str) -> bool {
        let editions = self.newsroom.views().all_editions(&self.site, message).unwrap();
        matches!(editions.get(&lang(tag)).map(|edition| edition.shown_at(self.newsroom.now())), Some(Shown::Version(_)))
    }
}

#[test]
fn from_the_first_word_to_the_release() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, Some("en"))]);
    let publisher = room.account(vec![grant(Role::Publisher, None)]);
    let message = room.newsroom.chance().message_id();
    let item = room.approved(&writer, &editor, &message, "en");
    assert_eq!(room.newsroom.standpoints(&room.site, &message).unwrap()[&lang("en")].stage, Stage::Approved);
    let Err(Refused::NotAllowed { .. }) = room.release(&editor, std::slice::from_ref(&item), None) else { panic!() };
    let ack = room.release(&publisher, std::slice::from_ref(&item), None).unwrap();
    assert!(room.shows(&message, "en"));
    assert_eq!(room.newsroom.draft(&room.site, &message, &lang("en")).unwrap(), None, "the draft has done its work");
    let Fact::VersionReleased { approval: Some(approval), .. } = &ack.facts[0] else { panic!() };
    assert_eq!(approval.approved_by.as_ref(), Some(&editor.account));
    assert_eq!(room.newsroom.origin_of_entry(ack.seq).unwrap().as_deref(), Some("192.0.2.7"));
}

#[test]
fn a_token_is_the_same_person_as_its_owner_and_no_more() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None), grant(Role::Editor, None)]);
    let token = room.token(Some(&writer), vec![grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let message = room.newsroom.chance().message_id();
    room.save(&writer, &message, "en", 0, "The talks begin on Monday.").unwrap();
    let item = room.submitted(&writer, &message, "en");
    let own = room.newsroom.approve(&room.site, &token, &item).unwrap_err();
    assert_eq!(own.code(), "four-eyes");
    let more = room.release(&token, std::slice::from_ref(&item), None).unwrap_err();
    assert_eq!(more.code(), "not-allowed", "the owner is no publisher");
    let disable = Command::DisableAccount { account: writer.account.clone(), reason: "left the mission".into() };
    room.newsroom.submit(&room.site, "operator", &[Order::from(disable)]).unwrap().remove(0).unwrap();
    assert!(room.newsroom.rights(&room.site, &token.account).unwrap().is_none());
    assert!(matches!(
        room.save(&token, &message, "en", 1, "More."),
        Err(SaveRefused::Refused(Refused::NotAllowed { .. } | Refused::NoAccount))
    ));
}

#[test]
fn nobody_makes_somebody_elses_account_their_own() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let administrator = room.account(vec![grant(Role::Administrator, None)]);
    let other = room.account(vec![grant(Role::Publisher, None)]);
    let set = |by: &Visitor, of: &AccountId, owner: Option<&Visitor>, role: Role| {
        let (account, owner) = (of.clone(), owner.map(|owner| owner.account.clone()));
        let command = Command::SetAccount { account, grants: vec![grant(role, None)], owner, expires: None };
        room.newsroom.order_as(&room.site, by, command).map(drop).map_err(|refused| refused.code())
    };
    assert_eq!(set(&writer, &other.account, Some(&writer), Role::Author), Err("not-allowed"));
    assert_eq!(set(&writer, &administrator.account, Some(&writer), Role::Author), Err("not-allowed"));
    let own = room.newsroom.chance().account_id();
    assert_eq!(set(&writer, &own, Some(&writer), Role::Author), Ok(()));
    assert_eq!(set(&writer, &own, Some(&writer), Role::Publisher), Err("more-than-owner"));
    assert_eq!(set(&other, &own, Some(&other), Role::Publisher), Err("not-allowed"), "another's token");
    assert_eq!(set(&administrator, &own, None, Role::Author), Err("owner-stays"));
    let disable = |by: &Visitor, account: &AccountId| {
        let command = Command::DisableAccount { account: account.clone(), reason: "no longer used".into() };
        room.newsroom.order_as(&room.site, by, command).map(drop).map_err(|refused| refused.code())
    };
    assert_eq!(disable(&other, &own), Err("not-allowed"));
    assert_eq!(disable(&writer, &own), Ok(()));
    assert_eq!(disable(&administrator, &administrator.account), Err("last-administrator"));
    assert_eq!(set(&administrator, &administrator.account, None, Role::Author), Err("last-administrator"));
    let second = room.account(vec![grant(Role::Administrator, None)]);
    assert_eq!(disable(&second, &administrator.account), Ok(()));
}

#[test]
fn several_editions_become_public_by_one_fact_at_one_instant() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None)]);
    let publisher = room.account(vec![grant(Role::Publisher, None)]);
    let (first, second) = (room.newsroom.chance().message_id(), room.newsroom.chance().message_id());
    let items = [
        room.approved(&writer, &editor, &first, "en"),
        room.approved(&writer, &editor, &first, "fr"),
        room.approved(&writer, &editor, &second, "en"),
    ];
    let left_out = room.approved(&writer, &editor, &second, "fr");
    let ack = room.release(&publisher, &items, Some("2026-03-02T23:00:00Z")).unwrap();
    let released: Vec<&Fact> = ack.facts.iter().filter(|fact| fact.is_public()).collect();
    assert_eq!(released.len(), 1, "one fact for all three");
    let Fact::BundleReleased { bundle, .. } = released[0] else { panic!() };
    let seen = || (room.shows(&first, "en"), room.shows(&first, "fr"), room.shows(&second, "en"));
    room.set("2026-03-02T22:59:59.999999Z");
    assert_eq!(seen(), (false, false, false));

    // One member alone does not move; all of it does, with a reason, and its addresses go to the new day.
    let alone = Command::MoveRelease {
        message: first.clone(),
        lang: lang("en"),
        number: 1,
        release: "2026-03-03T08:00:00Z".parse().unwrap(),
        reason: "later".into(),
    };
    assert_eq!(room.newsroom.order_as(&room.site, &publisher, alone).unwrap_err().code(), "in-bundle");
    let to = "2026-03-03T08:00:00Z".parse().unwrap();
    let silent = room.newsroom.move_bundle(&room.site, &publisher, bundle, to, " ").unwrap_err();
    assert_eq!(silent.code(), "reason-missing");
    room.newsroom.move_bundle(&room.site, &publisher, bundle, to, "the talks last longer").unwrap();
    assert_eq!(room.newsroom.bundle(&room.site, bundle).unwrap().unwrap().release, to);
    room.set("2026-03-02T23:00:00Z");
    assert_eq!(seen(), (false, false, false));
    room.set("2026-03-03T08:00:00Z");
    assert_eq!(seen(), (true, true, true));
    assert!(!room.shows(&second, "fr"), "what is not named stays hidden");
    let edition = &room.newsroom.message(&room.site, &first).unwrap().editions[&lang("en")];
    assert!(edition.versions[0].address.starts_with("messages/2026/03/03/"));
    room.release(&publisher, std::slice::from_ref(&left_out), None).unwrap();
    assert!(room.shows(&second, "fr"));
}

#[test]
fn a_bundle_with_one_member_that_may_not_be_released_is_not_released_at_all() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None)]);
    let english = room.account(vec![grant(Role::Publisher, Some("en"))]);
    let message = room.newsroom.chance().message_id();
    let items = [room.approved(&writer, &editor, &message, "en"), room.approved(&writer, &editor, &message, "fr")];
    let before = room.newsroom.home().head().unwrap();
    assert_eq!(room.release(&english, &items, None).unwrap_err().code(), "not-allowed");
    assert_eq!(room.newsroom.home().head().unwrap(), before);
}

#[test]
fn two_of_a_bundle_cannot_have_one_address() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let items = [0, 1].map(|_| {
        let message = room.newsroom.chance().message_id();
        let document = room.text(&message, "The talks begin on Monday.");
        let content = Content { title: "Talks".into(), document, ..Content::empty(Kind::Statement) };
        room.newsroom.save_draft(&room.site, &writer, (&message, &lang("en")), 0, content).unwrap();
        let item = room.submitted(&writer, &message, "en");
        room.newsroom.approve(&room.site, &editor, &item).unwrap();
        item
    });
    assert_eq!(room.release(&editor, &items, None).unwrap_err().code(), "address-taken");
}

#[test]
fn nothing_that_was_saved_is_overwritten() {
    let room = Room::new();
    let (one, other) = (room.account(vec![grant(Role::Author, None)]), room.account(vec![grant(Role::Author, None)]));
    let message = room.newsroom.chance().message_id();
    assert_eq!(room.save(&one, &message, "en", 0, "First words.").unwrap(), 1);
    assert_eq!(room.save(&one, &message, "en", 1, "First words, and more.").unwrap(), 2);
    let Err(SaveRefused::Changed { theirs: Some(theirs), base: Some(base) }) =
        room.save(&other, &message, "en", 1, "Other words.")
    else {
        panic!()
    };
    assert_eq!(theirs.revision, 2);
    assert_eq!(base.document.plain_text().trim(), "First words.");
    assert_eq!(room.save(&one, &message, "en", 2, "First words, and more.").unwrap(), 2, "the same is no new revision");
    let long = "long ".repeat(1_000);
    let content = Content { title: long, ..Content::empty(Kind::Statement) };
    let refused = room.newsroom.save_draft(&room.site, &one, (&message, &lang("en")), 2, content).unwrap_err();
    assert!(matches!(refused, SaveRefused::TooLong { field: "title", chars: 5_000, .. }));
}

#[test]
fn a_translator_writes_what_exists_in_another_language() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, Some("en"))]);
    let translator = room.account(vec![grant(Role::Translator, Some("fr"))]);
    let message = room.newsroom.chance().message_id();
    assert!(room.save(&translator, &message, "fr", 0, "Les pourparlers.").is_err());
    assert!(room.save(&writer, &message, "fr", 0, "Les pourparlers.").is_err());
    room.save(&writer, &message, "en", 0, "The talks.").unwrap();
    room.save(&translator, &message, "fr", 0, "Les pourparlers.").unwrap();
    assert!(room.save(&translator, &message, "en", 1, "Mine.").is_err());
    room.submitted(&translator, &message, "fr");
}

#[test]
fn a_correction_proposes_its_class_and_needs_a_note() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let message = room.newsroom.chance().message_id();
    let item = room.approved(&writer, &editor, &message, "en");
    room.release(&editor, std::slice::from_ref(&item), None).unwrap();
    room.set("2026-03-02T13:00:00Z");
    let opened = room.newsroom.open_draft(&room.site, &message, &lang("en")).unwrap();
    assert_eq!((opened.base, opened.is_saved()), (1, false));
    let base = opened.revision;
    let mut content = opened.content;
    content.document = room.text(&message, "The talks do not begin on Monday.");
    let save = |content: &Content, base| {
        room.newsroom.save_draft(&room.site, &writer, (&message, &lang("en")), base, content.clone()).unwrap()
    };
    let saved = save(&content, base);
    let refused = room.newsroom.submit_draft(&room.site, &writer, &message, &lang("en"), saved.revision).unwrap_err();
    assert_eq!(refused.code(), "note-missing");
    content.note = Some("A word was missing.".into());
    content.class = Some(VersionClass::Typographic);
    save(&content, saved.revision);
    let item = room.submitted(&writer, &message, "en");
    let pending = room.newsroom.message(&room.site, &message).unwrap().editions[&lang("en")].pending.clone().unwrap();
    assert_eq!(pending.submission.proposed, Some(VersionClass::Substantive), "a negation came in");
    let wish = ReleaseWish { items: vec![item.clone()], at: None, title: None, bypass: Some("in a hurry".into()) };
    let refused = room.newsroom.release(&room.site, &editor, &wish).unwrap_err();
    assert_eq!(refused.code(), "lower-class-needs-approval");
    room.newsroom.approve(&room.site, &editor, &item).unwrap();
    room.newsroom.release(&room.site, &editor, &wish).unwrap();
    let edition = &room.newsroom.message(&room.site, &message).unwrap().editions[&lang("en")];
    assert_eq!(edition.versions.len(), 2);
    assert_eq!(edition.versions[0].address, edition.versions[1].address);
}

#[test]
fn what_is_erased_is_gone_from_drafts_and_submissions_too() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let administrator = room.account(vec![grant(Role::Administrator, None)]);
    let message = room.newsroom.chance().message_id();
    let item = room.approved(&writer, &editor, &message, "en");
    room.release(&editor, std::slice::from_ref(&item), None).unwrap();
    room.set("2026-03-02T13:00:00Z");
    let base = room.newsroom.open_draft(&room.site, &message, &lang("en")).unwrap().revision;
    let saved = room.save(&writer, &message, "en", base, "A name that must not be here.").unwrap();
    let place = (&message, &lang("en"));
    let refused = room.newsroom.erase(&room.site, &editor, place, "court order", true).unwrap_err();
    assert_eq!(refused.code(), "not-allowed");
    room.newsroom.erase(&room.site, &administrator, place, "court order", true).unwrap();
    assert_eq!(room.newsroom.draft(&room.site, &message, &lang("en")).unwrap(), None);
    assert_eq!(room.newsroom.past_draft(&room.site, &message, &lang("en"), saved).unwrap(), None);
    let edition = room.newsroom.message(&room.site, &message).unwrap().editions.remove(&lang("en")).unwrap();
    assert_eq!(room.newsroom.text_of(edition.versions[0].sheet).unwrap(), None);
}

#[test]
fn erasing_a_text_removes_its_pictures_unless_another_text_shows_them() {
    let room = Room::new();
    let editor = room.account(vec![grant(Role::Author, None), grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let administrator = room.account(vec![grant(Role::Administrator, None)]);
    let pictures = [b"one".as_slice(), b"both".as_slice()].map(|bytes| {
        let digest = Digest::of(bytes);
        room.shelf.put(digest, bytes).unwrap();
        let file = MediaFile {
            digest,
            name: "harbour.png".into(),
            mime: "image/png".into(),
            bytes: bytes.len() as u64,
            width: 2,
            height: 1,
            alt: Texts::one(&lang("en"), "The harbour"),
            credit: None,
            sizes: vec![],
        };
        let command = Command::SetFixture { part: Box::new(Fixture::Media(file)), effective: None };
        room.newsroom.order_as(&room.site, &editor, command).unwrap();
        digest
    });
    let messages = [0, 1].map(|index| {
        let message = room.newsroom.chance().message_id();
        let mut document = room.text(&message, "Words.");
        for picture in &pictures[index..] {
            let media = format!("{picture}/harbour.png");
            let id = Mint::seeded(media.as_bytes()).block();
            document.nodes.push(Node::Block(Block {
                body: Body::Figure { alt: "The harbour".into(), caption: vec![], media },
                id,
            }));
        }
        let content = Content { title: format!("Text {index}"), document, ..Content::empty(Kind::Statement) };
        room.newsroom.save_draft(&room.site, &editor, (&message, &lang("en")), 0, content).unwrap();
        let item = room.submitted(&editor, &message, "en");
        let wish = ReleaseWish { items: vec![item], at: None, title: None, bypass: Some("alone tonight".into()) };
        room.newsroom.release(&room.site, &editor, &wish).unwrap();
        message
    });
    room.set("2026-03-02T13:00:00Z");
    room.newsroom.erase(&room.site, &administrator, (&messages[0], &lang("en")), "privacy", false).unwrap();
    assert!(!room.shelf.has(pictures[0]).unwrap(), "nothing shows it any more");
    assert!(room.shelf.has(pictures[1]).unwrap(), "another text shows it");
    let again = room.newsroom.erase(&room.site, &administrator, (&messages[0], &lang("en")), "privacy", false);
    assert_eq!(again.unwrap_err().code(), "erased");
    assert_eq!(room.newsroom.records().records("erasing", "", 0).unwrap(), vec![]);
}

#[test]
fn a_page_cannot_take_the_address_of_a_room() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let message = room.newsroom.chance().message_id();
    let content = Content {
        title: "Search".into(),
        slug: Some("search/help".into()),
        document: room.text(&message, "Words."),
        ..Content::empty(Kind::Page)
    };
    room.newsroom.save_draft(&room.site, &writer, (&message, &lang("en")), 0, content).unwrap();
    let refused = room.newsroom.submit_draft(&room.site, &writer, &message, &lang("en"), 1).unwrap_err();
    assert_eq!(refused.code(), "address-taken");
}

#[test]
fn a_list_of_drafts_has_their_numbers_and_titles_and_not_their_texts() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let message = room.newsroom.chance().message_id();
    room.save(&writer, &message, "en", 0, "First words.").unwrap();
    room.save(&writer, &message, "en", 1, "Second words.").unwrap();
    let whole = room.newsroom.drafts(&room.site).unwrap().remove(0);
    let outline = room.newsroom.draft_outlines(&room.site).unwrap().remove(0);
    assert_eq!((outline.revision, &outline.content.title), (whole.revision, &whole.content.title));
    assert!(outline.content.document.is_empty() && !whole.content.document.is_empty());
}

#[test]
fn everybody_who_had_a_hand_in_a_text_is_no_second_pair_of_eyes() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None), grant(Role::Editor, None)]);
    let editor = room.account(vec![grant(Role::Editor, None)]);
    let third = room.account(vec![grant(Role::Editor, None)]);
    let message = room.newsroom.chance().message_id();
    room.save(&writer, &message, "en", 0, "The writer's words.").unwrap();
    room.save(&editor, &message, "en", 1, "The writer's words, and a comma.").unwrap();
    let item = room.submitted(&editor, &message, "en");
    assert_eq!(room.newsroom.approve(&room.site, &writer, &item).unwrap_err().code(), "four-eyes");
    assert_eq!(room.newsroom.approve(&room.site, &editor, &item).unwrap_err().code(), "four-eyes");
    room.newsroom.approve(&room.site, &third, &item).unwrap();
}

#[test]
fn an_erased_text_is_not_saved_again_by_a_page_that_was_still_open() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let administrator = room.account(vec![grant(Role::Administrator, None)]);
    let message = room.newsroom.chance().message_id();
    let item = room.approved(&writer, &editor, &message, "en");
    room.release(&editor, std::slice::from_ref(&item), None).unwrap();
    room.set("2026-03-02T13:00:00Z");
    let revision = room.newsroom.open_draft(&room.site, &message, &lang("en")).unwrap().revision;
    room.newsroom.erase(&room.site, &administrator, (&message, &lang("en")), "privacy", false).unwrap();
    for base in [revision, revision + 1] {
        let Err(SaveRefused::Refused(refused)) = room.save(&writer, &message, "en", base, "Words.") else { panic!() };
        assert_eq!(refused.code(), "erased");
    }
}

#[test]
fn whoever_may_not_erase_disturbs_no_erasure() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let message = room.newsroom.chance().message_id();
    room.save(&writer, &message, "en", 0, "Words.").unwrap();
    let note = store::Put { room: "erasing", key: "other", base: None, value: b"[]", now_us: 0, expires_us: None };
    room.newsroom.records().put(&note).unwrap();
    let refused = room.newsroom.erase(&room.site, &writer, (&message, &lang("en")), "privacy", false).unwrap_err();
    assert_eq!(refused.code(), "not-allowed");
    assert_eq!(room.newsroom.records().records("erasing", "", 0).unwrap().len(), 1);
}

#[test]
fn two_forms_for_one_part_of_the_site_do_not_overwrite_each_other() {
    let room = Room::new();
    let publisher = room.account(vec![grant(Role::Publisher, None)]);
    let part = |name: &str| {
        let topic = domain::Topic { slug: "fisheries".into(), name: Texts::one(&lang("en"), name) };
        Order::from(Command::SetFixture { part: Box::new(Fixture::Topic(topic)), effective: None }).on_top_of(0)
    };
    room.newsroom.order_as(&room.site, &publisher, part("Fisheries")).unwrap();
    assert_eq!(room.newsroom.order_as(&room.site, &publisher, part("Fishing")).unwrap_err().code(), "conflict");
}

#[test]
fn an_editor_still_open_on_an_old_draft_takes_no_new_one_for_it() {
    let room = Room::new();
    let writer = room.account(vec![grant(Role::Author, None)]);
    let editor = room.account(vec![grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let message = room.newsroom.chance().message_id();
    let item = room.approved(&writer, &editor, &message, "en");
    let old = room.newsroom.draft(&room.site, &message, &lang("en")).unwrap().unwrap().revision;
    room.release(&editor, std::slice::from_ref(&item), None).unwrap();
    room.set("2026-03-02T13:00:00Z");
    let opened = room.newsroom.open_draft(&room.site, &message, &lang("en")).unwrap();
    assert!(!opened.is_saved() && opened.revision > old);
    let new = room.save(&editor, &message, "en", opened.revision, "A correction on its way.").unwrap();
    assert!(matches!(room.save(&writer, &message, "en", old, "Old words."), Err(SaveRefused::Changed { .. })));
    assert!(matches!(room.save(&writer, &message, "en", 0, "Old words."), Err(SaveRefused::Changed { .. })));
    let place = (&message, &lang("en"));
    assert!(room.newsroom.discard_draft(&room.site, &editor, place, new - 1).is_err());
    room.newsroom.discard_draft(&room.site, &editor, place, new).unwrap();
    assert_eq!(room.newsroom.drafts(&room.site).unwrap(), vec![]);
    assert_eq!(room.newsroom.draft_outlines(&room.site).unwrap(), vec![]);
    assert!(room.newsroom.open_draft(&room.site, &message, &lang("en")).unwrap().revision > new);
}

#[test]
fn a_teaser_made_from_the_text_follows_the_text_and_a_written_one_stays() {
    let room = Room::new();
    let editor = room.account(vec![grant(Role::Author, None), grant(Role::Editor, None), grant(Role::Publisher, None)]);
    let teaser = |written: Option<&str>| {
        let message = room.newsroom.chance().message_id();
        let document = room.text(&message, "The talks begin on 4 October.");
        let (title, teaser) = (format!("Talks {message}"), written.map(str::to_owned));
        let content = Content { title, teaser, document, ..Content::empty(Kind::Statement) };
        room.newsroom.save_draft(&room.site, &editor, (&message, &lang("en")), 0, content).unwrap();
        let item = room.submitted(&editor, &message, "en");
        let wish = ReleaseWish { items: vec![item], at: None, title: None, bypass: Some("alone".into()) };
        room.newsroom.release(&room.site, &editor, &wish).unwrap();
        room.newsroom.open_draft(&room.site, &message, &lang("en")).unwrap().content.teaser
    };
    assert_eq!(teaser(None), None);
    assert_eq!(teaser(Some("About the talks.")).as_deref(), Some("About the talks."));
}
