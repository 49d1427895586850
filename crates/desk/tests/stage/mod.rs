//! The stage on which the desk's rooms are tested: a newsroom in memory with a clock that is set, somebody of every role
//! signed in, and requests as a browser sends them.
//!
//! Everybody's sign-in name is their role (`author`, `editor`, …); `second` is another editor, `ru-author` and
//! `ru-translator` work in Russian only, `en-publisher` releases in English only, and any other name (`out`) stands for somebody
//! who is not signed in. The sample site is the invented Embassy of Aurelia in Port Selby
//! (Europe/London) in English, Arabic, Chinese and Russian; it stands at noon UTC on 22 September 2020.

#![expect(dead_code, reason = "each file of tests uses a part of the stage")]

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request};
use desk::signin::{self, Door, Person};
use desk::{DeskSettings, DeskState, Templates};
use document::{Document, ParseOptions, from_markdown};
use domain::{AccountId, Command, Fixture, Grant, Kind, Lang, MessageId, Office, Role, SiteId, Speaker, Texts, Topic};
use http_body_util::BodyExt as _;
use newsroom::{Chance, Content, Manuscript, Newsroom, Order, Visitor};
use serde_json::Value;
use site::{PublicSettings, PublicSite, Question, Theme};
use store::{MemoryHome, MemoryShelf, Shelf as _};
use tempfile::TempDir;
use testkit::{SetClock, sample_identity, time};
use tower::ServiceExt as _;
use views::Views;

/// Where the desk is reached.
pub const DESK_URL: &str = "https://desk.aurelia.example";

/// Roles, each with its language; in every language where none is named.
type Roles = &'static [(Role, Option<&'static str>)];

/// Who is there.
const CAST: [(&str, Roles); 9] = [
    ("author", &[(Role::Author, None)]),
    ("translator", &[(Role::Translator, None)]),
    ("editor", &[(Role::Editor, None)]),
    ("second", &[(Role::Editor, None)]),
    ("publisher", &[(Role::Publisher, None)]),
    ("administrator", &[(Role::Administrator, None)]),
    ("ru-author", &[(Role::Author, Some("ru"))]),
    ("ru-translator", &[(Role::Translator, Some("ru"))]),
    ("en-publisher", &[(Role::Publisher, Some("en"))]),
];

/// The shelf as the public rooms see it.
struct ShelfBytes(Arc<MemoryShelf>);

impl site::MediaBytes for ShelfBytes {
    fn bytes(&self, digest: domain::Digest) -> Option<bytes::Bytes> {
        self.0.get(digest).ok().flatten().map(bytes::Bytes::from)
    }
}

/// An answer as a test looks at it.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub text: String,
}

impl Reply {
    /// Where a redirect leads; nothing where the answer is none.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// A header; nothing where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    /// The same answer if it has the status, with the body in the failure's words.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} {}", self.location(), self.text);
        self
    }

    /// The value of the first field of a name in the page's forms, entities undone.
    pub fn field(&self, name: &str) -> Option<String> {
        let at = self.text.find(&format!("name=\"{name}\""))?;
        let start = self.text[..at].rfind('<')?;
        let tag = &self.text[start..start + self.text[start..].find('>')?];
        if tag.starts_with("<textarea") {
            let body = &self.text[start + tag.len() + 1..];
            return Some(plain(body[..body.find("</textarea>")?].trim_start_matches('\n')));
        }
        let value = tag.split_once("value=\"")?.1;
        Some(plain(&value[..value.find('"')?]))
    }
}

/// Text of HTML with its entities undone.
pub fn plain(html: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(html.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

/// The desk with people at it.
pub struct Stage {
    /// What the rooms are given.
    pub desk: Arc<DeskState>,
    /// The clock.
    pub clock: Arc<SetClock>,
    /// The rooms.
    pub router: Router,
    /// The shelf of media files.
    pub shelf: Arc<MemoryShelf>,
    accounts: BTreeMap<&'static str, AccountId>,
    sessions: std::sync::Mutex<BTreeMap<&'static str, String>>,
    folder: TempDir,
}

/// The desk of the sample mission at noon UTC on 22 September 2020, with everybody signed in.
pub fn stage() -> Stage {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let clock = Arc::new(SetClock::at(time("2020-09-22T12:00:00Z")));
    let shared: Arc<dyn domain::Clock> = clock.clone();
    let views = Arc::new(Views::open(&folder.path().join("views.db")).expect("views can be made"));
    let newsroom = Newsroom::open(Arc::new(MemoryHome::new()), views.clone(), shared.clone(), Chance::seeded([7; 32]))
        .expect("an empty newsroom opens");
    let site = SiteId::from_bits([1; 10]);
    newsroom.found(&site, "operator", sample_identity()).expect("the sample identity is sound");
    let shelf = Arc::new(MemoryShelf::new());
    let theme = Theme::strict(None).expect("the built-in theme is sound");
    let public = PublicSite::new(views, theme, shared, PublicSettings::default());
    let public = Arc::new(public.with_media(Arc::new(ShelfBytes(shelf.clone()))));
    let door = Door::new(&DESK_URL.parse().expect("a URL"), "Embassy of Aurelia");
    let desk = Arc::new(DeskState {
        newsroom: Arc::new(newsroom),
        public,
        shelf: shelf.clone(),
        site,
        settings: DeskSettings { desk_url: Some(DESK_URL.to_owned()), public_url: None },
        templates: Templates::load(true).expect("the desk's templates and strings are sound"),
        door,
        demonstration: false,
    });
    let router = desk::routes(desk.clone());
    let mut stage =
        Stage { desk, clock, router, shelf, accounts: BTreeMap::new(), sessions: std::sync::Mutex::default(), folder };
    stage.furnish();
    stage.enrol_cast();
    stage.sign_everybody_in();
    stage
}

impl Stage {
    fn furnish(&self) {
        let texts =
            |pairs: &[(&str, &str)]| Texts(pairs.iter().map(|(tag, text)| (lang(tag), (*text).to_owned())).collect());
        self.fixture(Fixture::Speaker(Speaker {
            slug: "ilse-maren".to_owned(),
            name: texts(&[("en", "Ilse Maren"), ("ru", "Ильзе Марен")]),
            offices: vec![Office {
                title: texts(&[("en", "Foreign Minister"), ("ru", "Министр иностранных дел")]),
                from: None,
                to: None,
            }],
            aliases: vec![],
        }));
        self.fixture(Fixture::Topic(Topic { slug: "harbour".to_owned(), name: texts(&[("en", "Harbour")]) }));
    }

    fn enrol_cast(&mut self) {
        for (name, roles) in CAST {
            let account = self.desk.newsroom.chance().account_id();
            let grants = roles.iter().map(|(role, tag)| Grant { role: *role, lang: tag.map(lang) }).collect::<Vec<_>>();
            self.order(Command::SetAccount { account: account.clone(), grants, owner: None, expires: None });
            let person = Person {
                account: account.clone(),
                sign_in_name: name.to_owned(),
                name: format!("{} of Port Selby", name[..1].to_uppercase() + &name[1..]),
                email: None,
                lang: Some(lang("en")),
            };
            signin::add_person(self.desk.records(), &person, self.desk.now()).expect("the person is sound");
            self.accounts.insert(name, account);
        }
    }

    /// Begins a new session for everybody: after a move of the clock the old ones may be over.
    pub fn sign_everybody_in(&self) {
        let mut sessions = self.sessions.lock().expect("no test panics while it holds the sessions");
        for (name, account) in &self.accounts {
            let (records, chance) = (self.desk.records(), self.desk.newsroom.chance());
            let token = signin::open_session(records, chance, account, "Test browser", "192.0.2.7", self.desk.now());
            sessions.insert(name, token.expect("a session begins"));
        }
    }

    /// Sets the clock and begins new sessions.
    pub fn set(&self, instant: &str) {
        self.clock.set(time(instant));
        self.sign_everybody_in();
    }

    /// Ends somebody's sessions.
    pub fn sign_out(&self, who: &str) {
        signin::revoke_all(self.desk.records(), &self.account(who), None, self.desk.now()).expect("sessions end");
    }

    /// Somebody's account.
    pub fn account(&self, who: &str) -> AccountId {
        self.accounts.get(who).unwrap_or_else(|| panic!("{who} is not in the cast")).clone()
    }

    /// Somebody as the newsroom sees them.
    pub fn visitor(&self, who: &str) -> Visitor {
        Visitor { account: self.account(who), from: Some("192.0.2.7".to_owned()) }
    }

    /// Carries out an order at the machine.
    #[track_caller]
    pub fn order(&self, order: impl Into<Order>) -> newsroom::Ack {
        let site = &self.desk.site;
        let mut answers = self.desk.newsroom.submit(site, "tester", &[order.into()]).expect("the newsroom works");
        answers.pop().expect("one order has one answer").expect("the order is sound")
    }

    /// Sets a fixture up from now on.
    #[track_caller]
    pub fn fixture(&self, part: Fixture) {
        self.order(Command::SetFixture { part: Box::new(part), effective: None });
    }

    /// Releases a first version at the machine, now or later; gives its public address.
    #[track_caller]
    pub fn release(&self, message: &MessageId, tag: &str, title: &str, markdown: &str, at: Option<&str>) -> String {
        let document = text(message, tag, markdown);
        let manuscript = Manuscript::new(message.clone(), title, Kind::Statement, lang(tag), document);
        let ack = self.order(manuscript.first(self.desk.newsroom.chance(), at.map(time)));
        let address = ack.facts.iter().find_map(|fact| match fact {
            domain::Fact::VersionReleased { lang, address, .. } => Some(format!("/{lang}/{address}")),
            _ => None,
        });
        address.expect("a release has an address")
    }

    /// A draft of somebody's, saved; gives its revision.
    #[track_caller]
    pub fn draft(&self, who: &str, message: &MessageId, tag: &str, title: &str, markdown: &str) -> u64 {
        let (newsroom, lang) = (&self.desk.newsroom, lang(tag));
        let opened = newsroom.open_draft(&self.desk.site, message, &lang).expect("a draft opens");
        let content = Content { title: title.to_owned(), document: text(message, tag, markdown), ..opened.content };
        let (visitor, place) = (self.visitor(who), (message, &lang));
        let saved = newsroom.save_draft(&self.desk.site, &visitor, place, opened.revision, content);
        saved.expect("the draft is saved").revision
    }

    /// A draft of somebody's, submitted by them; gives the submission's digest.
    #[track_caller]
    pub fn submission(&self, who: &str, message: &MessageId, tag: &str, title: &str, markdown: &str) -> domain::Digest {
        let revision = self.draft(who, message, tag, title, markdown);
        let visitor = self.visitor(who);
        let ack = self.desk.newsroom.submit_draft(&self.desk.site, &visitor, message, &lang(tag), revision);
        let facts = ack.expect("the draft is submitted").facts;
        let digest = facts.iter().find_map(|fact| match fact {
            domain::Fact::DraftSubmitted { submission, .. } => Some(submission.digest()),
            _ => None,
        });
        digest.expect("a submission is acknowledged with its fact")
    }

    /// What the public gets at an address, now: the status and the page.
    pub fn public(&self, address: &str) -> (u16, String) {
        let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
        let question = Question { method: "GET", host: None, path, query, accept_language: None };
        let answer = self.desk.public.answer(&question);
        (answer.status(), answer.page())
    }

    /// What somebody gets at an address.
    pub async fn get(&self, who: &str, address: &str) -> Reply {
        self.send(self.request(who, "GET", address).body(Body::empty()).expect("a request")).await
    }

    /// What somebody gets for a form.
    pub async fn post(&self, who: &str, address: &str, fields: &[(&str, &str)]) -> Reply {
        let body: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.request(who, "POST", address).header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// What a script of somebody's page gets for JSON.
    pub async fn post_json(&self, who: &str, address: &str, body: &Value) -> Reply {
        let request = self
            .request(who, "POST", address)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .header("sec-fetch-dest", "empty");
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    /// What somebody gets for a form with a file. With `script`, as a script of the page sends it.
    pub async fn post_file(
        &self,
        who: &str,
        address: &str,
        fields: &[(&str, &str)],
        (field, name, kind, bytes): (&str, &str, &str, &[u8]),
        script: bool,
    ) -> Reply {
        let edge = "stage-edge-7f3a";
        let mut body = Vec::new();
        for (field, value) in fields {
            let part = format!("--{edge}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{edge}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\ncontent-type: {kind}\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend_from_slice(bytes);
        body.extend(format!("\r\n--{edge}--\r\n").into_bytes());
        let mut request =
            self.request(who, "POST", address).header("content-type", format!("multipart/form-data; boundary={edge}"));
        if script {
            request = request.header("accept", "application/json").header("sec-fetch-dest", "empty");
        }
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// A request of somebody's browser, from a page of the desk itself.
    pub fn request(&self, who: &str, method: &str, address: &str) -> axum::http::request::Builder {
        let sessions = self.sessions.lock().expect("no test panics while it holds the sessions");
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header("host", "desk.aurelia.example")
            .header("sec-fetch-site", "same-origin")
            .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 7], 40_000))));
        match sessions.get(who) {
            Some(token) => request.header("cookie", format!("{}={token}", self.desk.door.cookie_name())),
            None => request,
        }
    }

    /// Sends a request through the rooms.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.expect("the rooms answer everything");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.into_body().collect().await.expect("the body can be read").to_bytes();
        Reply { status, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }
}

/// A language.
pub fn lang(tag: &str) -> Lang {
    tag.parse().expect("a test names real languages")
}

/// A message's id by a number.
pub fn id(number: u8) -> MessageId {
    MessageId::from_bits([number; 10])
}

/// A text from Markdown.
pub fn text(message: &MessageId, tag: &str, markdown: &str) -> Document {
    let mut mint = Manuscript::mint(message, &lang(tag), markdown);
    from_markdown(markdown, &ParseOptions { speakers: &[], lang: tag }, &mut mint).document
}
