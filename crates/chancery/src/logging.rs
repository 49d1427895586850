//! Logs: to standard error, as much as the environment asks for.

use tracing_subscriber::EnvFilter;

/// The environment variable that sets how much is logged.
const VARIABLE: &str = "CHANCERY_LOG";
/// What is logged when nobody says otherwise.
const LEVEL: &str = "info";

/// Starts logging. A filter that cannot be understood is said and replaced by the default.
pub fn start() {
    let wish = std::env::var(VARIABLE).ok().filter(|wish| !wish.trim().is_empty());
    let filter = match wish.as_deref().map(EnvFilter::try_new) {
        Some(Ok(filter)) => filter,
        Some(Err(_)) => {
            crate::output::complain(&format!(
                "{VARIABLE} is not understood, so “{LEVEL}” is used; say error, warn, info or debug"
            ));
            EnvFilter::new(LEVEL)
        }
        None => EnvFilter::new(LEVEL),
    };
    let started = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_target(false)
        .try_init();
    if started.is_err() {
        crate::output::complain("logging was started twice; the first start holds");
    }
}
