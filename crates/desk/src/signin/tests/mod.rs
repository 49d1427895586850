//! The sign-in rooms by their front door: requests in, answers out, with the store in memory and the clock in hand.

mod doors;
mod ways;

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::{Html, IntoResponse as _, Response};
use domain::{AccountId, Lang};
use http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::{SignedDuration, Timestamp};
use locale::Arg;
use newsroom::Chance;
use serde_json::Value;
use store::{MemoryHome, Records};
use tower::ServiceExt as _;
use url::Url;

use super::{Door, House, Person, Reader, enrolment, one_time, rooms};
use crate::Templates;

pub(super) const PASSWORD: &str = "lantern mosquito gravel";

/// A desk without rooms behind its door.
pub(super) struct Lobby {
    home: MemoryHome,
    now: Mutex<Timestamp>,
    chance: Chance,
    door: Door,
    templates: Templates,
    switched_off: Mutex<HashSet<AccountId>>,
}

impl Lobby {
    pub(super) fn at(url: &str) -> Arc<Self> {
        Arc::new(Self {
            home: MemoryHome::new(),
            now: Mutex::new("2026-03-02T09:00:00Z".parse().unwrap()),
            chance: Chance::seeded([3; 32]),
            door: Door::new(&Url::parse(url).unwrap(), "Embassy of the Republic of Halvern"),
            templates: Templates::load(true).unwrap(),
            switched_off: Mutex::default(),
        })
    }

    pub(super) fn open() -> Arc<Self> {
        Self::at("https://desk.halvern.example/")
    }

    pub(super) fn home(&self) -> &MemoryHome {
        &self.home
    }

    pub(super) fn pass(&self, seconds: i64) {
        let mut now = self.now.lock().unwrap();
        *now = now.checked_add(SignedDuration::from_secs(seconds)).unwrap();
    }

    pub(super) fn switch_off(&self, account: &AccountId) {
        self.switched_off.lock().unwrap().insert(account.clone());
    }

    pub(super) fn add(&self, bits: u8, name: &str) -> AccountId {
        let account = AccountId::from_bits([bits; 10]);
        let person = Person {
            account: account.clone(),
            sign_in_name: name.to_owned(),
            name: "Ada Reed".to_owned(),
            email: None,
            lang: None,
        };
        super::add_person(&self.home, &person, self.now()).unwrap();
        account
    }

    pub(super) fn link(&self, account: &AccountId) -> String {
        enrolment::issue(&self.home, account, self.now(), &self.chance).unwrap()
    }

    /// Enrols with a password; gives the one-time secret and the cookie.
    pub(super) async fn enrol(self: &Arc<Self>, account: &AccountId) -> (String, String) {
        let token = self.link(account);
        let totp = enrolment::look(&self.home, &token, self.now()).unwrap().unwrap().value.totp;
        let code = one_time::code_at(&totp, self.now());
        let fields = [("password", PASSWORD), ("again", PASSWORD), ("code", &code)];
        let said = self.post(&format!("/desk/enrol/{token}/password"), "", &fields).await;
        assert_eq!((said.status, said.location()), (StatusCode::SEE_OTHER, "/desk/me/recovery?new=1"), "{}", said.body);
        (totp, said.cookie())
    }

    pub(super) async fn get(self: &Arc<Self>, address: &str, cookie: &str) -> Said {
        self.ask(Request::get(address).header(COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    pub(super) async fn post(self: &Arc<Self>, address: &str, cookie: &str, fields: &[(&str, &str)]) -> Said {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(address)
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.ask(request).await
    }

    /// Asks as a browser on this machine, unless the request comes with another address.
    pub(super) async fn ask(self: &Arc<Self>, mut request: Request<Body>) -> Said {
        if request.extensions().get::<ConnectInfo<SocketAddr>>().is_none() {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000))));
        }
        let router: Router = rooms::routes::<Self>().with_state(Arc::clone(self));
        let response = router.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        // Templates write slashes as references; nobody reads them so.
        Said { status: parts.status, headers: parts.headers, body: body.replace("&#x2f;", "/") }
    }
}

impl House for Lobby {
    fn door(&self) -> &Door {
        &self.door
    }

    fn records(&self) -> &dyn Records {
        &self.home
    }

    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    fn chance(&self) -> &Chance {
        &self.chance
    }

    fn active(&self, account: &AccountId) -> bool {
        !self.switched_off.lock().unwrap().contains(account)
    }

    fn languages(&self) -> Vec<(Lang, String)> {
        ["en", "fr"].map(|tag| (tag.parse().unwrap(), tag.to_owned())).to_vec()
    }

    fn page(&self, _: &Reader, status: StatusCode, template: &str, model: Value) -> Result<Response, String> {
        let page = self.templates.bare(&"en".parse().unwrap(), template, &model);
        let page = page.unwrap_or_else(|error| panic!("{template}: {error:#}"));
        Ok((status, Html(page)).into_response())
    }

    fn say(&self, _: &Reader, key: &str, args: &[(&str, Arg)]) -> String {
        self.templates.say(&"en".parse().unwrap(), key, args)
    }
}

/// What the desk answered.
pub(super) struct Said {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Said {
    pub(super) fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    pub(super) fn set_cookie(&self) -> &str {
        self.headers.get(SET_COOKIE).map_or("", |value| value.to_str().unwrap())
    }

    /// What a browser would send back.
    pub(super) fn cookie(&self) -> String {
        self.set_cookie().split(';').next().unwrap_or_default().to_owned()
    }

    /// The code of the refusal on the page, or in the problem.
    pub(super) fn code(&self) -> String {
        if let Ok(problem) = serde_json::from_str::<HashMap<String, Value>>(&self.body) {
            return problem.get("code").and_then(Value::as_str).unwrap_or_default().to_owned();
        }
        let after = self.body.split("data-code=\"").nth(1).unwrap_or_default();
        after.split('"').next().unwrap_or_default().to_owned()
    }
}
