//! The server: connections, limits, the cache of encoded pages, and HTTP around answers.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use http_body_util::combinators::UnsyncBoxBody;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use jiff::Timestamp;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, Semaphore};

use crate::answer::{Answer, Keep};
use crate::encode::{Encoded, Encoding};
use crate::limits::{
    CACHE_BYTES_MAX, CACHE_PAGES, CACHED_BODY_BYTES_MAX, HEAD_BYTES_MAX, HEADERS_MAX, Limits, TARGET_BYTES_MAX,
};
use crate::public::{PublicSite, Question};

/// Connections the system queues while all are served.
const BACKLOG: i32 = 1_024;
/// How long data may stay unacknowledged before the system drops the connection.
const UNACKNOWLEDGED_MAX: Duration = Duration::from_secs(30);
/// Pages made at the same time: making one is all processor, so more than cores by a little brings nothing.
const RENDERS_MAX: usize = 4;
/// How long a request waits for its turn to have its page made.
const TURN_WAIT_MAX: Duration = Duration::from_secs(10);
/// Locks for pages being made, so that many readers of one expired page wait for one making of it.
const TURNS: usize = 64;
/// Pause after the system refused a connection (too many open files), so that the loop does not spin.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// No script, style, picture or form from anywhere but here, none of them inline; no framing (CSP level 3).
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Another house at the same door: it is given every request whose path begins with one of its prefixes, with the
/// address the request came from.
#[derive(Clone)]
pub struct Annex {
    /// What paths begin with (`/desk/`).
    pub prefixes: &'static [&'static str],
    /// Whether the public rooms are not served here at all: every other path is unknown, but for the theme's files, which
    /// previews need.
    pub alone: bool,
    /// What answers.
    pub serve: Arc<dyn Fn(Request<Incoming>, SocketAddr) -> AnnexAnswer + Send + Sync>,
}

/// The answer of an annex, when it is ready.
pub type AnnexAnswer = Pin<Box<dyn Future<Output = Response<UnsyncBoxBody<Bytes, io::Error>>> + Send>>;

impl Annex {
    fn takes(&self, path: &str) -> bool {
        self.prefixes.iter().any(|prefix| path.starts_with(prefix) || path == prefix.trim_end_matches('/'))
    }
}

/// The body of an answer: a page, whole, or whatever an annex sends.
enum Sent {
    Page(Full<Bytes>),
    Annex(UnsyncBoxBody<Bytes, io::Error>),
}

impl hyper::body::Body for Sent {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, io::Error>>> {
        match self.get_mut() {
            Self::Page(page) => Pin::new(page).poll_frame(context).map_err(|never| match never {}),
            Self::Annex(body) => Pin::new(body).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Page(page) => page.is_end_stream(),
            Self::Annex(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        match self {
            Self::Page(page) => page.size_hint(),
            Self::Annex(body) => body.size_hint(),
        }
    }
}

/// A bound, not yet running server.
#[derive(Debug)]
pub struct Server {
    listener: std::net::TcpListener,
}

/// A page kept, ready to be sent in the codings asked for so far.
struct Kept {
    epoch: u64,
    good_until: Timestamp,
    status: StatusCode,
    headers: HeaderMap,
    body: Encoded,
    etags: [HeaderValue; 3],
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<String, Arc<Kept>> for ByBytes {
    fn weight(&self, key: &String, kept: &Arc<Kept>) -> u64 {
        kept.body.weight() + key.len() as u64 + 512
    }
}

/// Everything a connection needs.
struct Shop {
    site: Arc<PublicSite>,
    cache: Cache<String, Arc<Kept>, ByBytes>,
    turns: [Mutex<()>; TURNS],
    renders: Semaphore,
}

impl Server {
    /// Binds an address. Port 0 takes any free one.
    ///
    /// # Errors
    /// When the address is in use or not this machine's.
    pub fn bind(addr: SocketAddr) -> io::Result<Self> {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, Some(Protocol::TCP))?;
        // Without it a restart would have to wait for the old connections' last packets.
        socket.set_reuse_address(true)?;
        socket.set_nonblocking(true)?;
        socket.bind(&addr.into())?;
        socket.listen(BACKLOG)?;
        Ok(Self { listener: socket.into() })
    }

    /// The address it listens on.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `shutdown`, then lets requests under way finish.
    ///
    /// # Errors
    /// When the listener fails at the start.
    pub async fn run(
        self,
        site: Arc<PublicSite>,
        annex: Option<Annex>,
        limits: Limits,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        let listener = TcpListener::from_std(self.listener)?;
        let shop = Arc::new(Shop {
            site,
            cache: Cache::with_weighter(CACHE_PAGES, CACHE_BYTES_MAX, ByBytes),
            turns: std::array::from_fn(|_| Mutex::new(())),
            renders: Semaphore::new(RENDERS_MAX),
        });
        let places = Arc::new(Semaphore::new(limits.connections_max));
        let graceful = GracefulShutdown::new();
        let mut shutdown = std::pin::pin!(shutdown);
        loop {
            let place = Arc::clone(&places).acquire_owned();
            let accepted = tokio::select! {
                () = &mut shutdown => break,
                // A place first, so that connections over the limit wait in the system's queue.
                accepted = async { (place.await, listener.accept().await) } => accepted,
            };
            let (Ok(place), Ok((stream, peer))) = accepted else {
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            };
            prepare(&stream);
            let (shop, annex) = (Arc::clone(&shop), annex.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let (shop, annex) = (Arc::clone(&shop), annex.clone());
                async move {
                    Ok::<_, Infallible>(match annex {
                        Some(annex) if annex.takes(request.uri().path()) => {
                            (annex.serve)(request, peer).await.map(Sent::Annex)
                        }
                        Some(annex) if annex.alone && !request.uri().path().starts_with("/assets/") => {
                            plain(StatusCode::NOT_FOUND, "There is nothing here.\n").map(Sent::Page)
                        }
                        _ => shop.respond(request).await.map(Sent::Page),
                    })
                }
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(limits.head_timeout)
                .max_buf_size(HEAD_BYTES_MAX)
                .max_headers(HEADERS_MAX)
                .serve_connection(TokioIo::new(stream), service);
            let watched = graceful.watch(connection);
            let time_max = limits.connection_time_max;
            tokio::spawn(async move {
                // Errors here are the client's: it went away or spoke no HTTP; hyper has answered what could be answered.
                let _ = tokio::time::timeout(time_max, watched).await;
                drop(place);
            });
        }
        drop(listener);
        let _ = tokio::time::timeout(limits.drain_time_max, graceful.shutdown()).await;
        Ok(())
    }
}

fn prepare(stream: &TcpStream) {
    // A failure of either only costs speed or patience.
    let _ = stream.set_nodelay(true);
    let _ = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(UNACKNOWLEDGED_MAX));
}

impl Shop {
    async fn respond(self: Arc<Self>, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let now = self.site.now();
        let head = request.headers();
        let encoding = Encoding::choose(text(head, header::ACCEPT_ENCODING).as_deref());
        let key = self.key(&request);
        if let Some(key) = &key {
            if let Some(kept) = self.kept(key, now) {
                return kept.response(now, encoding, head);
            }
            let turn =
                key.bytes().fold(0usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % TURNS;
            let _turn = self.turns[turn].lock().await;
            if let Some(kept) = self.kept(key, now) {
                return kept.response(now, encoding, head);
            }
            return self.make(&request, Some(key.clone()), encoding, now).await;
        }
        self.make(&request, None, encoding, now).await
    }

    /// The cache's key of a request that may be answered from it: a plain page of the present, nothing with a query,
    /// no memento, so that the number of keys stays that of the site's addresses.
    fn key(&self, request: &Request<Incoming>) -> Option<String> {
        let uri = request.uri();
        let plain = matches!(*request.method(), Method::GET | Method::HEAD) && uri.query().is_none();
        let path = uri.path();
        (plain && path.len() <= TARGET_BYTES_MAX && !path.starts_with("/web/") && self.site.answers_to(host(request)))
            .then(|| path.to_owned())
    }

    fn kept(&self, key: &str, now: Timestamp) -> Option<Arc<Kept>> {
        self.cache.get(key).filter(|kept| now < kept.good_until && kept.epoch == self.site.epoch())
    }

    async fn make(
        &self,
        request: &Request<Incoming>,
        key: Option<String>,
        encoding: Encoding,
        now: Timestamp,
    ) -> Response<Full<Bytes>> {
        let Ok(Ok(_render)) = tokio::time::timeout(TURN_WAIT_MAX, self.renders.acquire()).await else {
            return busy();
        };
        // The turn may have been waited for: the page, its age and its cache all go by the instant at which it is made.
        let now = self.site.now().max(now);
        let epoch = self.site.epoch();
        let site = Arc::clone(&self.site);
        let asked = Asked::of(request);
        let made = tokio::task::spawn_blocking(move || {
            let answer = site.answer_at(&asked.question(), now);
            // Encoding is work too: it belongs on this thread, not on those that serve.
            answer.body.bytes(encoding);
            answer
        });
        let Ok(answer) = made.await else {
            // A panic in one page costs this request; the hook has logged it.
            return plain(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be shown.\n");
        };
        let kept = Arc::new(Kept::of(answer, epoch));
        let is_small = kept.body.weight() <= CACHED_BODY_BYTES_MAX;
        if let Some(key) = key.filter(|_| is_small && now < kept.good_until && kept.status != StatusCode::NOT_FOUND) {
            self.cache.insert(key, Arc::clone(&kept));
        }
        kept.response(now, encoding, request.headers())
    }
}

/// A request's owned parts, for the thread that makes the page.
struct Asked {
    method: String,
    host: Option<String>,
    path: String,
    query: Option<String>,
    accept_language: Option<String>,
}

impl Asked {
    fn of(request: &Request<Incoming>) -> Self {
        Self {
            method: request.method().as_str().to_owned(),
            host: host(request).map(str::to_owned),
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(str::to_owned),
            accept_language: text(request.headers(), header::ACCEPT_LANGUAGE),
        }
    }

    fn question(&self) -> Question<'_> {
        Question {
            method: &self.method,
            host: self.host.as_deref(),
            path: &self.path,
            query: self.query.as_deref(),
            accept_language: self.accept_language.as_deref(),
        }
    }
}

fn host(request: &Request<Incoming>) -> Option<&str> {
    let named = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    request.uri().host().or(named)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

impl Kept {
    fn of(answer: Answer, epoch: u64) -> Self {
        let mut headers = HeaderMap::with_capacity(12);
        let mut set = |name: HeaderName, value: &str| {
            // Every value is made here of ASCII without control characters; one that is not is left out.
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        set(header::CONTENT_TYPE, answer.content_type);
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
        set(header::CONTENT_SECURITY_POLICY, answer.file.as_ref().map_or(CONTENT_SECURITY_POLICY, |file| file.policy));
        if let Some(file) = &answer.file {
            set(header::CONTENT_DISPOSITION, &file.disposition);
        }
        set(header::VARY, if answer.vary_language { "accept-encoding, accept-language" } else { "accept-encoding" });
        if matches!(answer.content_type, "application/json" | "application/problem+json") {
            // What anybody may read, scripts of any site may read too: there are no cookies that could lend them rights.
            set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        if let Some(lang) = &answer.lang {
            set(header::CONTENT_LANGUAGE, lang);
        }
        if let Some(location) = &answer.location {
            set(header::LOCATION, location);
        }
        if answer.allow {
            set(header::ALLOW, "GET, HEAD");
        }
        if let Some(memento) = answer.memento {
            set(HeaderName::from_static("memento-datetime"), &http_date(memento));
            set(HeaderName::from_static("x-robots-tag"), "noindex");
        }
        if let Some(original) = &answer.original {
            set(header::LINK, &format!("<{original}>; rel=\"original\""));
        }
        let fixed = match answer.keep {
            Keep::Until(_) => None,
            Keep::Seconds(seconds) => Some(format!("public, max-age={seconds}")),
            Keep::Forever => Some("public, max-age=31536000, immutable".to_owned()),
            Keep::Never => Some("no-cache".to_owned()),
        };
        if let Some(fixed) = &fixed {
            set(header::CACHE_CONTROL, fixed);
        }
        let good_until = match answer.keep {
            Keep::Until(until) => until,
            Keep::Forever => Timestamp::MAX,
            Keep::Seconds(_) | Keep::Never => Timestamp::MIN,
        };
        let etags = [Encoding::Identity, Encoding::Gzip, Encoding::Brotli].map(|encoding| {
            HeaderValue::from_str(&answer.body.etag(encoding)).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
        });
        Self { epoch, good_until, status: answer.status, headers, body: answer.body, etags }
    }

    fn response(&self, now: Timestamp, encoding: Encoding, asked: &HeaderMap) -> Response<Full<Bytes>> {
        let mut headers = self.headers.clone();
        let encoding = self.body.coding(encoding);
        let etag = &self.etags[encoding as usize];
        let conditional = self.status == StatusCode::OK;
        if !headers.contains_key(header::CACHE_CONTROL) {
            // Whole seconds, cut: a page is never kept past the instant at which it changes.
            let seconds = self.good_until.duration_since(now).as_secs().max(0);
            let value = if seconds == 0 { "no-cache".to_owned() } else { format!("public, max-age={seconds}") };
            headers.insert(header::CACHE_CONTROL, header_value(&value));
        }
        headers.insert(
            HeaderName::from_static("server-timing"),
            header_value(&format!("now;desc=\"{}\"", now.as_millisecond())),
        );
        if conditional {
            headers.insert(header::ETAG, etag.clone());
            if asked.get(header::IF_NONE_MATCH).is_some_and(|wanted| matches(wanted, etag)) {
                return with(StatusCode::NOT_MODIFIED, headers, Bytes::new());
            }
        }
        if let Some(name) = encoding.name() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        with(self.status, headers, self.body.bytes(encoding))
    }
}

/// Whether an `If-None-Match` names the validator (RFC 9110 §13.1.2: weak comparison).
fn matches(wanted: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(wanted), Ok(etag)) = (wanted.to_str(), etag.to_str()) else { return false };
    wanted.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == etag)
}

fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn with(status: StatusCode, headers: HeaderMap, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn plain(status: StatusCode, said: &'static str) -> Response<Full<Bytes>> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    with(status, headers, Bytes::from_static(said.as_bytes()))
}

fn busy() -> Response<Full<Bytes>> {
    let mut response =
        plain(StatusCode::SERVICE_UNAVAILABLE, "Many readers ask at once. Please try again in a moment.\n");
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    response
}

/// An HTTP date (RFC 9110 §5.6.7).
fn http_date(instant: Timestamp) -> String {
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&instant).unwrap_or_default()
}
