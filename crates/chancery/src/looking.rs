//! Threads that look at something again and again until the server ends.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Context as _;

/// Between two looks: short enough that what another process wrote, and a release, show at once; long enough that looking
/// costs nothing that could be measured.
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

/// A thread that looks every fifth of a second. Dropping it ends it and waits for the look under way.
pub struct Looking {
    name: &'static str,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Looking {
    /// Starts looking. What a look fails with goes to the log after `failed`, once for each sentence in a row.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn start(
        name: &'static str,
        failed: &'static str,
        mut look: impl FnMut() -> anyhow::Result<()> + Send + 'static,
    ) -> anyhow::Result<Self> {
        let (stop, stopped) = channel();
        let work = move || {
            let mut said = String::new();
            while stopped.recv_timeout(BETWEEN_LOOKS) == Err(RecvTimeoutError::Timeout) {
                let Err(error) = look() else {
                    said.clear();
                    continue;
                };
                let sentence = format!("{error:#}");
                if sentence != said {
                    tracing::error!("{failed}: {sentence}");
                    said = sentence;
                }
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(work);
        Ok(Self { name, stop: Some(stop), thread: Some(thread.context("the system refuses to start a thread")?) })
    }
}

impl Drop for Looking {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the {} had stopped before the server did", self.name);
        }
    }
}
