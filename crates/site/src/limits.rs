//! Named limits of the public server.

use std::time::Duration;

/// Longest path and longest query, each in bytes: four times the longest address this site makes (a slug of 80
/// characters of four bytes, percent-encoded), short enough that nothing is gained by sending more.
pub(crate) const TARGET_BYTES_MAX: usize = 4_096;
/// Longest query of the search and the quote check, in bytes: a quote of 2,000 characters of three bytes, percent-encoded,
/// with room for filters.
pub(crate) const QUESTION_BYTES_MAX: usize = 20_000;
/// Header block, in bytes: the longest target, and browsers send under 2 kB besides without cookies, which readers do not
/// have here.
pub(crate) const HEAD_BYTES_MAX: usize = 28 * 1_024;
/// Header lines.
pub(crate) const HEADERS_MAX: usize = 64;
/// Bytes of encoded pages kept.
pub(crate) const CACHE_BYTES_MAX: u64 = 64 << 20;
/// Largest body that is kept, in bytes: pages stay far below it; a few large papers would else drive every page out.
pub(crate) const CACHED_BODY_BYTES_MAX: u64 = 1 << 20;
/// Pages kept, about: sizes the cache's tables.
pub(crate) const CACHE_PAGES: usize = 8_192;
/// Messages on a page of the archive.
pub(crate) const ARCHIVE_LINES: usize = 50;
/// Messages on a month's page before it goes on on another one.
pub(crate) const MONTH_LINES: usize = 200;
/// Entries of the front page's list.
pub(crate) const LATEST_LINES: u32 = 10;
/// Characters of the lead's opening on the front page; whole paragraphs.
pub(crate) const OPENING_CHARS: usize = 900;
/// Characters of a teaser in the front page's list. Teasers taken from a text are far shorter; one that an editor wrote, or
/// that a captured page printed, is shown whole unless it would make the page heavy.
pub(crate) const TEASER_CHARS: usize = 2_000;

/// Limits that the operator may set.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections served at the same time; more wait in the system's queue.
    pub connections_max: usize,
    /// How long a client may take to send its request's head, and to stay silent between two requests.
    pub head_timeout: Duration,
    /// How long one connection may last in all; a client that reads a byte a minute is let go then.
    pub connection_time_max: Duration,
    /// How long requests under way may go on after the server was asked to stop.
    pub drain_time_max: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 8_192,
            head_timeout: Duration::from_secs(15),
            connection_time_max: Duration::from_secs(600),
            drain_time_max: Duration::from_secs(5),
        }
    }
}
