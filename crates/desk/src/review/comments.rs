//! Comments on blocks: the desk's own records, never part of what is public.

use domain::{AccountId, Lang, MessageId, SiteId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Put, PutError, Records};

use crate::DeskError;

const ROOM: &str = "comment";
/// Digits of a comment's id: 64 bits, drawn when its form is shown, so that a form sent twice is one comment.
const ID_DIGITS: usize = 16;
/// Comments on one edition: more than any review has seen, and no more than one page can show.
const COMMENTS_MAX: usize = 500;

/// A comment as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Comment {
    /// The block or turn; empty where it is about the whole text.
    pub block: String,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// Who said that it is settled.
    #[serde(default)]
    pub resolved_by: Option<AccountId>,
}

/// A comment with its place.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Its id.
    pub id: String,
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The comment.
    pub comment: Comment,
}

/// A new comment's id from random bytes.
pub(super) fn fresh_id(salt: &str) -> String {
    salt.chars().take(ID_DIGITS).collect()
}

fn is_id(text: &str) -> bool {
    text.len() == ID_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn below(site: &SiteId, message: &MessageId, lang: &Lang) -> String {
    format!("{site}/{message}/{lang}/")
}

/// The comments below a prefix of keys, the oldest first.
fn list(records: &dyn Records, prefix: &str, now: Timestamp) -> Result<Vec<Placed>, DeskError> {
    let mut comments = Vec::new();
    for record in records.records(ROOM, prefix, now.as_microsecond())? {
        let mut parts = record.key.split('/').skip(1);
        let (Some(Ok(message)), Some(Ok(lang)), Some(id)) =
            (parts.next().map(str::parse), parts.next().map(str::parse), parts.next())
        else {
            continue;
        };
        let comment = serde_json::from_slice(&record.value).map_err(DeskError::internal)?;
        comments.push(Placed { id: id.to_owned(), message, lang, comment });
    }
    comments.sort_by(|one, other| one.comment.at.cmp(&other.comment.at).then_with(|| one.id.cmp(&other.id)));
    Ok(comments)
}

/// The comments on an edition, the oldest first.
pub(super) fn of_edition(
    records: &dyn Records,
    site: &SiteId,
    (message, lang): (&MessageId, &Lang),
    now: Timestamp,
) -> Result<Vec<Placed>, DeskError> {
    list(records, &below(site, message, lang), now)
}

/// All comments of a site that nobody has settled.
pub(super) fn open(records: &dyn Records, site: &SiteId, now: Timestamp) -> Result<Vec<Placed>, DeskError> {
    let mut comments = list(records, &format!("{site}/"), now)?;
    comments.retain(|placed| placed.comment.resolved_by.is_none());
    Ok(comments)
}

/// Keeps a comment under the id that its form was given; the same form sent again changes nothing.
pub(super) fn add(
    records: &dyn Records,
    site: &SiteId,
    (message, lang): (&MessageId, &Lang),
    id: &str,
    comment: &Comment,
) -> Result<(), DeskError> {
    if !is_id(id) {
        return Err(DeskError::field("text", "this form is too old to be used; load the page again and repeat"));
    }
    if of_edition(records, site, (message, lang), comment.at)?.len() >= COMMENTS_MAX {
        let message = format!("this text has {COMMENTS_MAX} comments already; talk to each other, or return the text");
        return Err(DeskError::field("text", message));
    }
    match put(records, &format!("{}{id}", below(site, message, lang)), Some(0), comment, comment.at) {
        Err(PutError::Changed { .. }) => Ok(()),
        Err(other) => Err(DeskError::internal(other)),
        Ok(()) => Ok(()),
    }
}

/// Says that a comment is settled. One that is settled or gone stays so.
pub(super) fn resolve(
    records: &dyn Records,
    site: &SiteId,
    (message, lang): (&MessageId, &Lang),
    id: &str,
    (by, now): (&AccountId, Timestamp),
) -> Result<(), DeskError> {
    let key = format!("{}{id}", below(site, message, lang));
    let Some(record) = records.record(ROOM, &key, now.as_microsecond())? else { return Err(DeskError::NotFound) };
    let mut comment: Comment = serde_json::from_slice(&record.value).map_err(DeskError::internal)?;
    if comment.resolved_by.is_some() {
        return Ok(());
    }
    comment.resolved_by = Some(by.clone());
    match put(records, &key, Some(record.revision), &comment, now) {
        Err(PutError::Changed { .. }) | Ok(()) => Ok(()),
        Err(other) => Err(DeskError::internal(other)),
    }
}

fn put(records: &dyn Records, key: &str, base: Option<u64>, comment: &Comment, now: Timestamp) -> Result<(), PutError> {
    let value = serde_json::to_vec(comment).expect("a comment has only texts and instants");
    let put = Put { room: ROOM, key, base, value: &value, now_us: now.as_microsecond(), expires_us: None };
    records.put(&put).map(drop)
}
