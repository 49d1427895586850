//! Preview links: an address that shows one edition to one person outside for some time. The link's secret is handed out once
//! and kept only as a digest.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Digest;
use jiff::{SignedDuration, Timestamp};
use newsroom::Content;
use serde::{Deserialize, Serialize};
use store::{Put, PutError};

use super::edition::Place;
use super::limits::LINKS_MAX;
use crate::{DeskError, DeskState};

const ROOM: &str = "preview";
/// Characters of a secret: 256 bits in base64url.
const SECRET_CHARS: usize = 43;
/// How often a look is counted anew when another one was counted at the same time.
const COUNT_TRIES: usize = 4;

/// A preview link as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Link {
    pub(crate) message: domain::MessageId,
    pub(crate) lang: domain::Lang,
    /// For whom.
    pub(crate) name: String,
    /// The text that it shows; whatever is newest when absent.
    pub(crate) pinned: Option<Pinned>,
    pub(crate) made_by: domain::AccountId,
    pub(crate) made: Timestamp,
    pub(crate) expires: Timestamp,
    /// How often it was opened.
    pub(crate) looks: u64,
}

/// Exactly which text a link shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Pinned {
    /// A draft's revision, with the number that its version would have and the digest of what it says: revisions begin anew
    /// when a draft was released, and another text under the same number must not be shown.
    Revision(u64, u32, Digest),
    /// A version.
    Version(u32),
}

/// What a content says, as a digest.
pub(crate) fn digest_of(content: &Content) -> Result<Digest, DeskError> {
    Ok(Digest::of(&serde_json::to_vec(content).map_err(DeskError::internal)?))
}

/// A link with its name for lists and for revoking: the digest of its secret, which opens nothing.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) id: String,
    pub(crate) link: Link,
}

impl Link {
    pub(crate) fn place(&self) -> Place {
        Place { message: self.message.clone(), lang: self.lang.clone() }
    }
}

fn hidden(secret: &str) -> String {
    Digest::of(secret.as_bytes()).to_string()
}

/// Keeps a link and gives its secret.
pub(crate) fn make(desk: &DeskState, link: &Link) -> Result<String, DeskError> {
    let alive = of_edition(desk, &link.place())?.len();
    if alive >= LINKS_MAX {
        let message = format!(
            "there are {alive} links to this edition already, and {LINKS_MAX} are possible; revoke one that is no longer needed"
        );
        return Err(DeskError::field("name", message));
    }
    let secret = URL_SAFE_NO_PAD.encode(desk.newsroom.chance().bytes());
    write(desk, &hidden(&secret), Some(0), link)?;
    Ok(secret)
}

fn write(desk: &DeskState, id: &str, base: Option<u64>, link: &Link) -> Result<(), PutOrDesk> {
    let value = serde_json::to_vec(link).map_err(DeskError::internal)?;
    let (now_us, expires_us) = (desk.now().as_microsecond(), Some(link.expires.as_microsecond()));
    desk.records().put(&Put { room: ROOM, key: id, base, value: &value, now_us, expires_us })?;
    Ok(())
}

/// Why a link was not written.
enum PutOrDesk {
    Put(PutError),
    Desk(DeskError),
}

impl From<PutError> for PutOrDesk {
    fn from(error: PutError) -> Self {
        Self::Put(error)
    }
}

impl From<DeskError> for PutOrDesk {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<PutOrDesk> for DeskError {
    fn from(error: PutOrDesk) -> Self {
        match error {
            PutOrDesk::Desk(error) => error,
            PutOrDesk::Put(PutError::Store(error)) => error.into(),
            PutOrDesk::Put(error) => Self::internal(error),
        }
    }
}

/// The living links of an edition, the one made last first.
pub(crate) fn of_edition(desk: &DeskState, place: &Place) -> Result<Vec<Listed>, DeskError> {
    let records = desk.records().records(ROOM, "", desk.now().as_microsecond())?;
    let mut links = Vec::new();
    for record in records {
        let link: Link = serde_json::from_slice(&record.value).map_err(DeskError::internal)?;
        if link.place() == *place {
            links.push(Listed { id: record.key, link });
        }
    }
    links.sort_by_key(|listed| std::cmp::Reverse(listed.link.made));
    Ok(links)
}

/// The link of a secret; nothing when it is wrong, over or revoked, or when whoever made it may do nothing at the desk any
/// more, which nobody outside can tell apart. With `count`, this is
/// one more look.
pub(crate) fn open(desk: &DeskState, secret: &str, count: bool) -> Result<Option<Link>, DeskError> {
    let looks_right = secret.len() == SECRET_CHARS
        && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if !looks_right {
        return Ok(None);
    }
    let id = hidden(secret);
    for _ in 0..COUNT_TRIES {
        let Some(record) = desk.records().record(ROOM, &id, desk.now().as_microsecond())? else { return Ok(None) };
        let mut link: Link = serde_json::from_slice(&record.value).map_err(DeskError::internal)?;
        if desk.newsroom.rights(&desk.site, &link.made_by)?.person.is_none() {
            return Ok(None);
        }
        if !count {
            return Ok(Some(link));
        }
        link.looks += 1;
        // The revision is named, so that counting never brings back what was revoked just now.
        match write(desk, &id, Some(record.revision), &link) {
            Ok(()) => return Ok(Some(link)),
            Err(PutOrDesk::Put(PutError::Changed { .. })) => {}
            Err(other) => return Err(other.into()),
        }
    }
    // Many look at the same instant: the count matters less than the page.
    open(desk, secret, false)
}

/// Ends a link of an edition. Ending one that is over already changes nothing.
pub(crate) fn revoke(desk: &DeskState, place: &Place, id: &str) -> Result<(), DeskError> {
    if of_edition(desk, place)?.iter().any(|listed| listed.id == id) {
        desk.records().take(ROOM, id, desk.now().as_microsecond())?;
    }
    Ok(())
}

/// The instant some hours from now.
pub(crate) fn hours_from(now: Timestamp, hours: u32) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}
