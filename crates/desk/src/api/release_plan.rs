//! Releases and bundles: releasing now or at an instant, moving, calling off.

use domain::{BundleId, Command, Lang, MessageId};
use jiff::Timestamp;
use newsroom::{ReleaseWish, Releasing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ask::{Answer, Ask, digest, reason};
use super::room::{Room, Verb};
use super::shapes::Done;
use super::trouble::Trouble;
use super::when::{LocalWish, instant};
use crate::DeskState;

const RELEASE: &str = "/releases/{message}/{lang}/{number}";
const BUNDLE: &str = "/bundles/{bundle}";

/// A submission that is to be released.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReleaseItem {
    #[schema(value_type = String)]
    message: MessageId,
    #[schema(value_type = String)]
    lang: Lang,
    /// The submission's digest: what was looked at.
    submission: String,
}

/// A release. Without `at` and `local` it is now.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReleaseBody {
    /// One edition, or several that become public together, by one fact.
    items: Vec<ReleaseItem>,
    /// The instant.
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
    /// The instant on the clock of the home zone.
    local: Option<LocalWish>,
    /// What a bundle is called.
    title: Option<String>,
    /// Why it is released without approval; a second person has to look at it afterwards.
    bypass: Option<String>,
}

/// Another instant, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MoveBody {
    /// The instant.
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
    /// The instant on the clock of the home zone.
    local: Option<LocalWish>,
    /// Why it is moved.
    reason: String,
}

/// Editions that become public together.
#[derive(Serialize, ToSchema)]
struct BundleShape {
    bundle: String,
    title: String,
    /// RFC 3339.
    release: String,
    members: Vec<MemberLine>,
}

/// A member of a bundle.
#[derive(Serialize, ToSchema)]
struct MemberLine {
    message: String,
    lang: String,
    number: u32,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Post, "/releases", "release", "Release submissions, now or at an instant", release)
            .about(
                "Either all of them are released or none. The facts say address, number and instant of each version.",
            )
            .takes::<ReleaseBody>()
            .gives::<Done>(200),
        Room::new(Verb::Patch, RELEASE, "move_release", "Move a release that has not happened", move_one)
            .takes::<MoveBody>()
            .gives::<Done>(200),
        Room::new(Verb::Delete, RELEASE, "call_off_release", "Call a release off that has not happened", call_off)
            .query(&[("reason", "Why it is called off. Required.")])
            .gives::<Done>(200),
        Room::new(Verb::Get, BUNDLE, "read_bundle", "Read a bundle", show).gives::<BundleShape>(200),
        Room::new(Verb::Patch, BUNDLE, "move_bundle", "Move a bundle that is not public yet", move_all)
            .takes::<MoveBody>()
            .gives::<Done>(200),
    ]
}

fn release(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let body: ReleaseBody = ask.read()?;
    if body.items.is_empty() {
        return Err(Trouble::field("items", "nothing is named; name at least one submission"));
    }
    let item = |ReleaseItem { message, lang, submission }: ReleaseItem| -> Result<Releasing, Trouble> {
        Ok(Releasing { message, lang, submission: digest("items.submission", &submission)? })
    };
    let items = body.items.into_iter().map(item).collect::<Result<Vec<_>, _>>()?;
    let at = instant(desk, body.at, body.local)?;
    let title = body.title.as_deref().map(|title| reason("title", title)).transpose()?;
    let bypass = body.bypass.as_deref().map(|bypass| reason("bypass", bypass)).transpose()?;
    let wish = ReleaseWish { items, at, title, bypass };
    Answer::done(&desk.newsroom.release(&desk.site, &ask.caller.visitor, &wish)?)
}

/// The instant and the reason of a move.
fn moved(desk: &DeskState, ask: &Ask) -> Result<(Timestamp, String), Trouble> {
    let MoveBody { at, local, reason: why } = ask.read()?;
    let at = instant(desk, at, local)?;
    let at = at.ok_or_else(|| Trouble::field("at", "no instant is named; send “at” or “local”"))?;
    Ok((at, reason("reason", &why)?))
}

fn move_one(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let number = ask.id("number")?;
    let (release, reason) = moved(desk, ask)?;
    let command = Command::MoveRelease { message, lang, number, release, reason };
    Answer::done(&desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?)
}

fn call_off(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let (message, lang) = ask.edition()?;
    let number = ask.id("number")?;
    let reason = reason("reason", ask.asked("reason").unwrap_or_default())?;
    let command = Command::CancelRelease { message, lang, number, reason };
    Answer::done(&desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?)
}

fn show(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let id: BundleId = ask.id("bundle")?;
    let bundle = desk.newsroom.bundle(&desk.site, &id)?.ok_or_else(Trouble::not_found)?;
    let member = |(message, lang, number): &(MessageId, Lang, u32)| MemberLine {
        message: message.to_string(),
        lang: lang.to_string(),
        number: *number,
    };
    let members = bundle.members.iter().map(member).collect();
    let (title, release) = (bundle.title, bundle.release.to_string());
    Answer::json(200, &BundleShape { bundle: id.to_string(), title, release, members })
}

fn move_all(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let bundle: BundleId = ask.id("bundle")?;
    let (release, reason) = moved(desk, ask)?;
    Answer::done(&desk.newsroom.move_bundle(&desk.site, &ask.caller.visitor, &bundle, release, &reason)?)
}
