//! Serving the public rooms until somebody asks to stop.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use domain::Clock;
use http_body_util::BodyExt as _;
use newsroom::Newsroom;
use search::Search;
use site::{Annex, MediaBytes, PublicSettings, PublicSite, Server, Theme};
use store::Shelf;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use views::Views;

use crate::desk_service::{DeskParts, annex};
use crate::looking::Looking;
use crate::settings::Settings;
use crate::watching::{Figures, watch_releases};

/// Time for requests under way after somebody asked to stop.
const DRAIN_MAX: Duration = Duration::from_secs(5);

/// The signals that end the program, taken hold of before anything is made that must be tidied away.
pub struct Stop {
    runtime: Runtime,
    signals: Vec<Signal>,
}

impl Stop {
    /// Takes hold of SIGINT, SIGTERM and SIGHUP.
    ///
    /// # Errors
    /// When the system refuses threads or signals.
    pub fn prepare() -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime =
            runtime.context("the system refuses to start threads; raise the limit of processes for this user")?;
        let within = runtime.enter();
        let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
        let signals = kinds.into_iter().map(signal).collect::<Result<Vec<_>, _>>();
        drop(within);
        Ok(Self { runtime, signals: signals.context("the system refuses to say when the server is to stop")? })
    }
}

/// What is served.
pub struct Service<'a> {
    /// What pages ask for.
    pub views: Arc<Views>,
    /// The time shown.
    pub clock: Arc<dyn Clock>,
    /// The folder of the search index.
    pub search: &'a Path,
    /// The site's own theme.
    pub theme: Option<&'a Path>,
    /// The operator's settings.
    pub settings: &'a Settings,
    /// Where to listen.
    pub listen: SocketAddr,
    /// What the desk is made of.
    pub desk: DeskParts,
}

/// Serves until a signal comes; `ready` is told the real address before the first answer.
///
/// # Errors
/// One sentence that says why the server cannot listen or went down.
pub fn serve(
    stop: Stop,
    service: Service<'_>,
    ready: impl FnOnce(SocketAddr) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Service { settings, desk, .. } = service;
    let theme = Theme::load(service.theme)?;
    let public_url = settings.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let public_settings = PublicSettings { hosts: settings.hosts.clone(), public_url };
    let search = Arc::new(Search::open(service.search, Arc::clone(&service.views), desk.site.clone())?);
    let clock = Arc::clone(&service.clock);
    let public = PublicSite::new(service.views, theme, service.clock, public_settings).with_search(Arc::clone(&search));
    let public = Arc::new(public.with_media(Arc::new(ShelfBytes(Arc::clone(&desk.shelf)))));
    let limits = site::Limits {
        connections_max: settings.limits.connections,
        head_timeout: Duration::from_secs(settings.limits.header_seconds),
        drain_time_max: DRAIN_MAX,
        ..site::Limits::default()
    };
    let Stop { runtime, signals } = stop;
    let within = runtime.enter();
    let bind = |listen| Server::bind(listen).map_err(|error| cannot_listen(listen, &error));
    let server = bind(service.listen)?;
    let address = server.local_addr().context("the system does not say where the server listens")?;
    let desk_server = settings.desk_listen.map(bind).transpose()?;
    let operator = settings.operator_listen.map(bind).transpose()?;
    drop(within);

    let figures = Arc::new(Figures::default());
    let (newsroom, site) = (Arc::clone(&desk.newsroom), desk.site.clone());
    let follower = follow_record(Arc::clone(&newsroom))?;
    let indexer = follow_views(Arc::clone(&search), clock)?;
    let host = settings.hosts.first().cloned();
    let watcher = watch_releases(newsroom, Arc::clone(&public), site, host, Arc::clone(&figures))?;
    let desk_address = desk_server.as_ref().map_or(Ok(address), Server::local_addr)?;
    let desk = annex(desk, Arc::clone(&public), settings, desk_address, desk_server.is_some())?;
    ready(address)?;

    let (say_stop, told) = tokio::sync::watch::channel(false);
    let until_stop = || {
        let mut told = told.clone();
        async move {
            // An error means that nobody is left who could say it: then it is time to stop as well.
            let _ = told.wait_for(|stop| *stop).await;
        }
    };
    if let Some(operator) = operator {
        runtime.spawn(operator.run(Arc::clone(&public), Some(operator_annex(figures)), limits.clone(), until_stop()));
    }
    let beside = match desk_server {
        None => Some(desk),
        Some(server) => {
            runtime.spawn(server.run(Arc::clone(&public), Some(desk), limits.clone(), until_stop()));
            None
        }
    };
    runtime.block_on(server.run(public, beside, limits, asked_to_stop(signals))).context("the server went down")?;
    let _ = say_stop.send(true);
    // An index that is being built goes on at the next start.
    search.stop();
    drop(watcher);
    drop(indexer);
    drop(follower);
    // A question that a thread still asks of the views must not keep the program from ending.
    runtime.shutdown_timeout(Duration::from_millis(200));
    Ok(())
}

/// The shelf as the public rooms see it: files by digest, nothing else.
struct ShelfBytes(Arc<dyn Shelf>);

impl MediaBytes for ShelfBytes {
    fn bytes(&self, digest: domain::Digest) -> Option<bytes::Bytes> {
        match self.0.get(digest) {
            Ok(found) => found.map(bytes::Bytes::from),
            Err(error) => {
                tracing::error!(%digest, "a media file cannot be read: {error}");
                None
            }
        }
    }
}

/// What the operator's machines ask.
fn operator_annex(figures: Arc<Figures>) -> Annex {
    let serve = move |request: http::Request<hyper::body::Incoming>, _: SocketAddr| -> site::AnnexAnswer {
        let said = match request.uri().path() {
            "/metrics" => figures.text(),
            "/readyz" => "ready\n".to_owned(),
            _ => "ok\n".to_owned(),
        };
        let body = http_body_util::Full::new(bytes::Bytes::from(said)).map_err(|never| match never {}).boxed_unsync();
        let mut response = http::Response::new(body);
        let plain = http::HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
        response.headers_mut().insert(http::header::CONTENT_TYPE, plain);
        Box::pin(std::future::ready(response))
    };
    Annex { prefixes: &["/metrics", "/healthz", "/readyz"], alone: true, serve: Arc::new(serve) }
}

async fn asked_to_stop(mut signals: Vec<Signal>) {
    std::future::poll_fn(|context| {
        let any = signals.iter_mut().any(|signal| signal.poll_recv(context).is_ready());
        if any { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    tracing::info!("asked to stop; finishing the requests under way");
}

/// Why an address cannot be listened on, and what to do.
#[must_use]
pub fn cannot_listen(listen: SocketAddr, error: &std::io::Error) -> anyhow::Error {
    let (ip, port) = (listen.ip(), listen.port());
    match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} of {ip} is in use by another program; stop that program or choose another port, for example with --listen {}",
            SocketAddr::new(ip, port.checked_add(1).unwrap_or(8080))
        ),
        ErrorKind::PermissionDenied => anyhow!(
            "the system does not let this user listen on port {port}; choose a port from 1024 on and put a proxy in front"
        ),
        ErrorKind::AddrNotAvailable => anyhow!(
            "this machine has no address {ip}; choose one that it has, such as 127.0.0.1 for itself alone or 0.0.0.0 for all"
        ),
        _ => anyhow!("{listen} cannot be listened on: {error}; choose another address with --listen"),
    }
}

/// Takes in what other processes write into the record, on a thread of its own.
///
/// # Errors
/// When the system refuses a thread.
pub fn follow_record(newsroom: Arc<Newsroom>) -> anyhow::Result<Looking> {
    Looking::start("follower", "what was written elsewhere does not show here yet", move || {
        newsroom.catch_up()?;
        if newsroom.views().notice()? {
            tracing::debug!("another command wrote into the record; the pages show it");
        }
        Ok(())
    })
}

/// Keeps the search index up with the views, on a thread of its own: building it anew takes a minute for a large archive.
fn follow_views(search: Arc<Search>, clock: Arc<dyn Clock>) -> anyhow::Result<Looking> {
    Looking::start("indexer", "search does not find what is new yet", move || {
        search.catch_up(clock.now())?;
        Ok(())
    })
}
