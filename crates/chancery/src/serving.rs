//! Serving the public rooms until somebody asks to stop.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use domain::Clock;
use newsroom::Newsroom;
use site::{PublicSettings, PublicSite, Server, Theme};
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use views::Views;

use crate::settings::Settings;

/// Between two looks at what other processes wrote: short enough that an import seems to show at once, long enough
/// that looking costs nothing that could be measured.
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);
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
    /// The site's own theme.
    pub theme: Option<&'a Path>,
    /// The operator's settings.
    pub settings: &'a Settings,
    /// Where to listen.
    pub listen: SocketAddr,
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
    let theme = Theme::load(service.theme)?;
    let public_url = service.settings.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let settings = PublicSettings { hosts: service.settings.hosts.clone(), public_url };
    let public = Arc::new(PublicSite::new(service.views, theme, service.clock, settings));
    let limits = site::Limits {
        connections_max: service.settings.limits.connections,
        head_timeout: Duration::from_secs(service.settings.limits.header_seconds),
        drain_time_max: DRAIN_MAX,
        ..site::Limits::default()
    };
    let Stop { runtime, signals } = stop;
    let within = runtime.enter();
    let server = Server::bind(service.listen).map_err(|error| cannot_listen(service.listen, &error))?;
    drop(within);
    let address = server.local_addr().context("the system does not say where the server listens")?;
    ready(address)?;
    runtime.block_on(server.run(public, limits, asked_to_stop(signals))).context("the server went down")?;
    // A question that a thread still asks of the views must not keep the program from ending.
    runtime.shutdown_timeout(Duration::from_millis(200));
    Ok(())
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

/// A thread that takes in what other processes write into the record.
pub struct Follower {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Follower {
    /// Starts following.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn start(newsroom: Newsroom) -> anyhow::Result<Self> {
        let (stop, stopped) = channel();
        let work = move || {
            let mut said = String::new();
            while stopped.recv_timeout(BETWEEN_LOOKS) == Err(RecvTimeoutError::Timeout) {
                said = look(&newsroom, said);
            }
        };
        let thread = std::thread::Builder::new().name("follower".to_owned()).spawn(work);
        Ok(Self { stop: Some(stop), thread: Some(thread.context("the system refuses to start a thread")?) })
    }
}

/// Looks once; says what went wrong unless that was said the last time too.
fn look(newsroom: &Newsroom, said: String) -> String {
    let looked = newsroom.catch_up().and_then(|_| Ok(newsroom.views().notice()?));
    match looked {
        Ok(changed) => {
            if changed {
                tracing::debug!("another command wrote into the record; the pages show it");
            }
            String::new()
        }
        Err(error) => {
            let sentence = error.to_string();
            if sentence != said {
                tracing::error!("what was written elsewhere does not show here yet: {sentence}");
            }
            sentence
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that follows the record had stopped before the server did");
        }
    }
}
