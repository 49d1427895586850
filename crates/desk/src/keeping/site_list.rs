//! `GET /desk/site`: the standing parts of the site.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use domain::{Fact, Fixture, FixtureKey};
use jiff::Timestamp;
use serde::Serialize;

use super::keeper::{At, Keeper};
use super::part_keys;
use super::part_page::href;
use super::parts::{PartKind, name_of};
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct SiteModel {
    kinds: Vec<KindModel>,
    pages: usize,
    media: usize,
}

#[derive(Serialize)]
struct KindModel {
    kind: &'static str,
    single: bool,
    may: bool,
    href: String,
    parts: Vec<PartLine>,
}

#[derive(Serialize)]
struct PartLine {
    name: String,
    href: String,
    /// `holds`, `gone` or `planned`.
    state: &'static str,
    since: At,
    /// What comes next.
    next: Option<At>,
}

/// What holds of a part and what is planned.
#[derive(Default)]
struct Now {
    holds: Option<(Timestamp, Option<Fixture>)>,
    next: Option<(Timestamp, Option<Fixture>)>,
}

pub(super) async fn show(State(desk): State<Arc<DeskState>>, signed: Signed) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        let parts = parts_of(&keeper)?;
        let kinds = [PartKind::Identity].into_iter().chain(PartKind::LISTED);
        let kinds = kinds.map(|kind| kind_model(&keeper, kind, &parts)).collect();
        let media = desk.newsroom.views().media(&keeper.as_of())?.len();
        let pages = super::pages_list::pages(&keeper)?.len();
        desk.page(&signed, "site", "keeping/site.html", &SiteModel { kinds, pages, media })
    })
    .await
}

fn kind_model(keeper: &Keeper<'_>, kind: PartKind, parts: &[(FixtureKey, Now)]) -> KindModel {
    let own = parts.iter().filter(|(key, _)| key.kind == kind.as_str());
    let parts = own.filter_map(|(key, now)| line(keeper, kind, key, now)).collect();
    KindModel {
        kind: kind.as_str(),
        single: kind.is_single(),
        may: kind.may_keep(keeper),
        href: href(kind, None),
        parts,
    }
}

fn line(keeper: &Keeper<'_>, kind: PartKind, key: &FixtureKey, now: &Now) -> Option<PartLine> {
    let held = now.holds.as_ref().and_then(|(_, part)| part.as_ref());
    let part = held.or(now.next.as_ref().and_then(|(_, part)| part.as_ref()));
    let state = match (&now.holds, &now.next) {
        (Some((_, Some(_))), _) => "holds",
        (Some((_, None)), None) => "gone",
        _ => "planned",
    };
    let (since, _) = now.holds.as_ref().or(now.next.as_ref())?;
    Some(PartLine {
        name: part.map_or_else(|| key.id.clone(), |part| name_of(part, keeper)),
        href: href(kind, Some(&key.id)),
        state,
        since: keeper.at(*since),
        next: now.next.as_ref().map(|(next, _)| keeper.at(*next)),
    })
}

/// Every part there ever was, in the order in which they were set up, as the journal tells it: parts that are planned
/// or gone are not among those that the public sees.
fn parts_of(keeper: &Keeper<'_>) -> Result<Vec<(FixtureKey, Now)>, DeskError> {
    let mut order: Vec<FixtureKey> = vec![];
    let mut parts: BTreeMap<FixtureKey, Now> = BTreeMap::new();
    for (effective, key, part) in fixtures(keeper)? {
        let now = parts.entry(key.clone()).or_default();
        if !order.contains(&key) {
            order.push(key);
        }
        // Decisions come in the order of the journal: of several with one effect the later one counts.
        if effective <= keeper.now {
            if now.holds.as_ref().is_none_or(|(held, _)| *held <= effective) {
                now.holds = Some((effective, part));
            }
        } else if now.next.as_ref().is_none_or(|(next, _)| effective <= *next) {
            now.next = Some((effective, part));
        }
    }
    let mut lines = vec![];
    for key in order {
        if let Some(now) = parts.remove(&key) {
            lines.push((key, now));
        }
    }
    Ok(lines)
}

type Change = (Timestamp, FixtureKey, Option<Fixture>);

/// Every decision about a standing part.
fn fixtures(keeper: &Keeper<'_>) -> Result<Vec<Change>, DeskError> {
    let home = keeper.desk.newsroom.home();
    let mut changes = vec![];
    for key in part_keys::known(keeper)? {
        for entry in home.read_stream(keeper.desk.site.as_str(), &format!("fixture/{key}"))? {
            match Fact::read(&entry.draft.kind, &entry.draft.body).map_err(DeskError::internal)? {
                Fact::FixtureSet { effective, part } => changes.push((effective, part.key(), Some(part))),
                Fact::FixtureRemoved { effective, key } => changes.push((effective, key, None)),
                _ => {}
            }
        }
    }
    Ok(changes)
}
