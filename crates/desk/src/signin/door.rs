//! The door: what sign-in keeps for a running desk, and what it needs of the desk around it.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::response::Response;
use domain::{AccountId, Lang};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::StatusCode;
use jiff::Timestamp;
use locale::Arg;
use newsroom::Chance;
use serde_json::Value;
use store::Records;
use tokio::sync::Semaphore;
use url::{Host, Url};
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

use super::limits::{
    ALL_REQUESTS_BURST, ALL_REQUESTS_PER_S, FORGET_NETWORKS_EVERY, HASHES_AT_ONCE, REQUESTS_BURST, REQUESTS_PER_S,
    SESSION_MAX_S,
};
use super::{PasskeysOff, SignInError, attempts};

/// What the sign-in rooms need of the desk around them.
pub trait House: Send + Sync + 'static {
    /// The door.
    fn door(&self) -> &Door;
    /// The desk's records.
    fn records(&self) -> &dyn Records;
    /// The present instant.
    fn now(&self) -> Timestamp;
    /// Unpredictable bytes.
    fn chance(&self) -> &Chance;
    /// Whether an account is there and not switched off: the newsroom's to say. A failure to find out is "no".
    fn active(&self, account: &AccountId) -> bool;
    /// The languages of the desk with their own names, in the order in which they are offered.
    fn languages(&self) -> Vec<(Lang, String)>;
    /// A page from a template of `templates/` with a view model.
    ///
    /// # Errors
    /// Why there is none, for the log.
    fn page(&self, reader: &Reader, status: StatusCode, template: &str, model: Value) -> Result<Response, String>;
    /// An interface string in the reader's language.
    fn say(&self, reader: &Reader, key: &str, args: &[(&str, Arg)]) -> String;
    /// An instant in words for lists.
    fn moment(&self, _reader: &Reader, at: Timestamp) -> String {
        at.strftime("%Y-%m-%d %H:%M UTC").to_string()
    }
}

/// Who a page is for.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    /// Who is signed in, if anybody.
    pub signed: Option<crate::Signed>,
    /// The `Accept-Language` header as it was sent; the person's own choice comes first.
    pub accept_language: Option<String>,
}

/// How browsers reach the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Transport {
    /// Over https.
    Secure,
    /// Over http on the same machine: a demonstration.
    Local,
    /// Over http from elsewhere: nobody is let in, since whoever listens would be let in too.
    Open,
}

/// What sign-in keeps for a running desk.
pub struct Door {
    site_name: String,
    transport: Transport,
    passkeys: Result<Webauthn, PasskeysOff>,
    hashing: Arc<Semaphore>,
    /// By network: whoever floods the door from one does not shut it for the others.
    requests: DefaultKeyedRateLimiter<String>,
    all_requests: DefaultDirectRateLimiter,
    /// Requests since the start; it may wrap around.
    asked: AtomicU32,
}

fn quota(per_s: u32, burst: u32) -> Quota {
    let at_least_one = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
    Quota::per_second(at_least_one(per_s)).allow_burst(at_least_one(burst))
}

impl Door {
    /// A door for a desk that browsers reach at `desk_url`; `site_name` is shown by authenticators.
    #[must_use]
    pub fn new(desk_url: &Url, site_name: &str) -> Self {
        let transport = match (desk_url.scheme(), desk_url.host()) {
            ("https", _) => Transport::Secure,
            (_, Some(Host::Domain(name))) if is_localhost(name) => Transport::Local,
            (_, Some(Host::Ipv4(v4))) if v4.is_loopback() => Transport::Local,
            (_, Some(Host::Ipv6(v6))) if v6.is_loopback() => Transport::Local,
            _ => Transport::Open,
        };
        Self {
            site_name: site_name.to_owned(),
            transport,
            passkeys: relying_party(desk_url, site_name, transport),
            hashing: Arc::new(Semaphore::new(HASHES_AT_ONCE)),
            requests: RateLimiter::keyed(quota(REQUESTS_PER_S, REQUESTS_BURST)),
            all_requests: RateLimiter::direct(quota(ALL_REQUESTS_PER_S, ALL_REQUESTS_BURST)),
            asked: AtomicU32::new(0),
        }
    }

    /// The name of the session's cookie. The prefix makes browsers refuse it from anywhere but this very host over https
    /// (RFC 6265bis §4.1.3.2); on one's own machine over http it cannot be had.
    #[must_use]
    pub fn cookie_name(&self) -> &'static str {
        if self.transport == Transport::Local { "desk" } else { "__Host-desk" }
    }

    /// The `Set-Cookie` line that gives a browser its session.
    #[must_use]
    pub fn cookie(&self, token: &str) -> String {
        self.cookie_line(token, SESSION_MAX_S)
    }

    /// The `Set-Cookie` line that takes it back.
    #[must_use]
    pub fn cookie_gone(&self) -> String {
        self.cookie_line("", 0)
    }

    fn cookie_line(&self, value: &str, age_s: i64) -> String {
        let secure = if self.transport == Transport::Local { "" } else { "; Secure" };
        format!("{}={value}; Path=/; Max-Age={age_s}; HttpOnly; SameSite=Strict{secure}", self.cookie_name())
    }

    /// Why passkeys cannot be used at the desk's address, if so.
    #[must_use]
    pub fn passkeys_off(&self) -> Option<PasskeysOff> {
        self.passkeys.as_ref().err().copied()
    }

    pub(crate) fn passkeys(&self) -> Result<&Webauthn, SignInError> {
        self.passkeys.as_ref().map_err(|off| SignInError::PasskeysOff(*off))
    }

    pub(crate) fn site_name(&self) -> &str {
        &self.site_name
    }

    /// Whether a request of sign-in or enrolment that comes from a network address is let in at all.
    pub(crate) fn admit(&self, from: Option<IpAddr>) -> Result<(), SignInError> {
        if self.is_open_to(from) {
            return Err(SignInError::Open);
        }
        if self.asked.fetch_add(1, Ordering::Relaxed) % FORGET_NETWORKS_EVERY == FORGET_NETWORKS_EVERY - 1 {
            self.requests.retain_recent();
        }
        // The network first: what it may not ask must not use up what is there for all.
        self.requests.check_key(&attempts::network(from)).map_err(|_| SignInError::Crowded)?;
        self.all_requests.check().map_err(|_| SignInError::Crowded)
    }

    /// Whether a sign-in from a network address would travel in the open. At a desk on one's own machine that is so for
    /// everybody who comes from another one, whatever address their browser shows.
    pub(crate) fn is_open_to(&self, from: Option<IpAddr>) -> bool {
        match self.transport {
            Transport::Secure => false,
            Transport::Local => !from.is_some_and(|from| from.to_canonical().is_loopback()),
            Transport::Open => true,
        }
    }

    pub(crate) fn hashing(&self) -> Arc<Semaphore> {
        Arc::clone(&self.hashing)
    }
}

fn is_localhost(name: &str) -> bool {
    name == "localhost" || name.ends_with(".localhost")
}

fn relying_party(desk_url: &Url, site_name: &str, transport: Transport) -> Result<Webauthn, PasskeysOff> {
    let Some(Host::Domain(name)) = desk_url.host() else { return Err(PasskeysOff::Number) };
    if transport == Transport::Open {
        return Err(PasskeysOff::Open);
    }
    let builder = WebauthnBuilder::new(name, desk_url).map_err(|_| PasskeysOff::Number)?;
    builder.rp_name(site_name).build().map_err(|_| PasskeysOff::Number)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const HERE: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
    const ELSEWHERE: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7)));

    fn door(url: &str) -> Door {
        Door::new(&Url::parse(url).unwrap(), "Embassy of the Republic of Halvern")
    }

    #[test]
    fn the_cookie_is_for_this_host_and_https_alone() {
        assert_eq!(
            door("https://desk.halvern.example/").cookie("t"),
            "__Host-desk=t; Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict; Secure"
        );
        assert_eq!(
            door("https://desk.halvern.example/").cookie_gone(),
            "__Host-desk=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure"
        );
    }

    #[test]
    fn on_ones_own_machine_it_does_without_https() {
        for url in ["http://localhost:8080/", "http://127.0.0.1:8080/", "http://[::1]:8080/", "http://a.localhost/"] {
            assert_eq!(door(url).cookie("t"), "desk=t; Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict");
            assert!(!door(url).is_open_to(HERE));
        }
        assert!(door("http://desk.halvern.example/").cookie("t").ends_with("; Secure"));
    }

    #[test]
    fn nobody_signs_in_over_plain_http_from_elsewhere() {
        for url in ["http://desk.halvern.example/", "http://192.0.2.7/", "http://0.0.0.0:8080/", "http://[::]:8080/"] {
            assert!(matches!(door(url).admit(HERE), Err(SignInError::Open)), "{url}");
        }
        assert!(door("https://192.0.2.7/").admit(ELSEWHERE).is_ok());
    }

    #[test]
    fn a_desk_on_ones_own_machine_lets_nobody_in_from_another_one() {
        let door = door("http://localhost:8080/");
        for here in ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"] {
            assert!(door.admit(here.parse().ok()).is_ok(), "{here}");
        }
        for elsewhere in [ELSEWHERE, "10.0.0.9".parse().ok(), "::ffff:192.0.2.7".parse().ok(), None] {
            assert!(matches!(door.admit(elsewhere), Err(SignInError::Open)), "{elsewhere:?}");
        }
        let said = SignInError::Open.to_string();
        assert!(said.contains("public_url") && said.contains("desk_url"), "{said}");
    }

    #[test]
    fn passkeys_need_a_name_and_a_safe_way() {
        for (url, off) in [
            ("https://desk.halvern.example/", None),
            ("http://localhost:8080/", None),
            ("http://127.0.0.1:8080/", Some(PasskeysOff::Number)),
            ("https://192.0.2.7/", Some(PasskeysOff::Number)),
            ("http://desk.halvern.example/", Some(PasskeysOff::Open)),
        ] {
            assert_eq!(door(url).passkeys_off(), off, "{url}");
        }
    }

    #[test]
    fn a_flood_of_requests_is_asked_to_wait() {
        let door = door("https://desk.halvern.example/");
        let let_in = (0..1_000).filter(|_| door.admit(ELSEWHERE).is_ok()).count();
        assert!((60..200).contains(&let_in), "{let_in}");
        // Whoever sits elsewhere is not made to wait for it.
        assert!(door.admit("192.0.2.8".parse().ok()).is_ok());
    }

    #[test]
    fn one_machine_is_one_network_however_many_addresses_it_takes() {
        let door = door("https://desk.halvern.example/");
        let of = |nth: u16| Some(IpAddr::from([0x2001, 0xdb8, 1, 2, 0, 0, 0, nth]));
        let let_in = (0..1_000).filter(|nth| door.admit(of(*nth)).is_ok()).count();
        assert!((60..200).contains(&let_in), "{let_in}");
    }

    #[test]
    fn a_flood_from_everywhere_is_asked_to_wait_too() {
        let door = door("https://desk.halvern.example/");
        let of = |nth: u16| Some(IpAddr::from([0x2001, 0xdb8, 1, nth, 0, 0, 0, 1]));
        let let_in = (0..20_000).filter(|nth| door.admit(of(*nth)).is_ok()).count();
        assert!((600..10_000).contains(&let_in), "{let_in}");
        assert!(door.requests.len() <= 20_000);
    }
}
