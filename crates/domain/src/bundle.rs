//! Decisions about several editions at once: they become public by one fact at one instant.

use jiff::Timestamp;

use crate::decide::{moved_address, stated};
use crate::{Bundle, BundleId, BundledAddress, BundledVersion, Edition, Fact, Message, MessageId, Refusal, SiteRules};

/// Editions in one bundle. A site of six languages releases a dozen messages together on its busiest day; two hundred
/// leave room and keep the fact readable.
pub const BUNDLE_EDITIONS_MAX: usize = 200;

/// The facts of a bundle, from the releases that were decided for each of its editions at one instant: the bundle's own
/// fact, and for each message that its facts are found there too.
///
/// # Errors
/// When there is nothing in it, too much, or an edition twice.
pub fn decide_bundle(bundle: &BundleId, title: &str, released: Vec<Fact>) -> Result<(Fact, Vec<Fact>), Refusal> {
    let title = title.trim();
    if released.is_empty() || released.len() > BUNDLE_EDITIONS_MAX || title.is_empty() {
        return Err(Refusal::BundleUnsound);
    }
    let mut at = None;
    let mut versions: Vec<BundledVersion> = Vec::with_capacity(released.len());
    for fact in released {
        let Fact::VersionReleased { message, lang, number, class, note, release, address, sheet, approval, .. } = fact
        else {
            return Err(Refusal::BundleUnsound);
        };
        let twice = versions.iter().any(|version| version.message == message && version.lang == lang);
        let (Some(approval), false) = (approval, twice || at.is_some_and(|at| at != release)) else {
            return Err(Refusal::BundleUnsound);
        };
        at = Some(release);
        versions.push(BundledVersion { message, lang, number, class, note, address, sheet, approval });
    }
    let mut messages: Vec<MessageId> = versions.iter().map(|version| version.message.clone()).collect();
    messages.sort_unstable();
    messages.dedup();
    let joined = messages.into_iter().map(|message| Fact::BundleJoined { message, bundle: bundle.clone() }).collect();
    let release = at.ok_or(Refusal::BundleUnsound)?;
    Ok((Fact::BundleReleased { bundle: bundle.clone(), title: title.to_owned(), release, versions }, joined))
}

/// Moves a bundle that is not public yet. Editions whose own release was called off stay so.
///
/// # Errors
/// When the bundle is public, nothing of it is left, or the instant does not fit one of its editions.
pub fn decide_bundle_move(
    rules: &SiteRules,
    id: &BundleId,
    bundle: &Bundle,
    message_of: &dyn Fn(&MessageId) -> Option<Message>,
    (release, reason): (Timestamp, &str),
    now: Timestamp,
) -> Result<Fact, Refusal> {
    let mut addresses = Vec::new();
    for (message, lang, number) in &bundle.members {
        let Some(edition) = message_of(message).and_then(|mut folded| folded.editions.remove(lang)) else { continue };
        if let Some(address) = address_after_move(rules, &edition, *number, release, now)? {
            addresses.push(BundledAddress { message: message.clone(), lang: lang.clone(), number: *number, address });
        }
    }
    if addresses.is_empty() {
        return Err(Refusal::NotThere);
    }
    Ok(Fact::BundleMoved { bundle: id.clone(), release, addresses, reason: stated(reason)? })
}

/// The address of a member after the move; nothing when its release was called off or it was erased.
fn address_after_move(
    rules: &SiteRules,
    edition: &Edition,
    number: u32,
    release: Timestamp,
    now: Timestamp,
) -> Result<Option<String>, Refusal> {
    let still_there = edition.erasure.is_none() && edition.versions.iter().any(|version| version.number == number);
    if still_there { moved_address(rules, edition, number, release, now).map(Some) } else { Ok(None) }
}
