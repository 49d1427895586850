//! The overview of a message: its editions, their versions, what can be done, and its history in words.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use domain::{Lang, MessageId, Role, Shown, Version};
use newsroom::{Stage, Standpoint};
use serde::Serialize;

use super::fields::Fields;
use super::journal_words::{Teller, Told};
use super::room::{RELEASERS, REVIEWERS, Room, When};
use super::submission_show::differs;
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct Model {
    message: String,
    title: String,
    editions: Vec<EditionModel>,
    /// Languages that have no edition and that this person may write in.
    missing: Vec<Language>,
    leads: bool,
    may_lead: bool,
    history: Vec<Told>,
    done: String,
}

#[derive(Serialize)]
struct Language {
    lang: String,
    name: String,
}

#[derive(Serialize)]
struct EditionModel {
    lang: String,
    language: String,
    title: String,
    stage: &'static str,
    next: &'static str,
    /// Where the public finds it; empty where it does not.
    href: String,
    draft_by: String,
    draft_at: Option<When>,
    draft_differs: bool,
    submitted_by: String,
    changed_by: String,
    approved_by: String,
    is_submitted: bool,
    withdrawn: String,
    erased: String,
    versions: Vec<VersionModel>,
    may_write: bool,
    may_review: bool,
    may_release: bool,
    may_withdraw: bool,
    may_restore: bool,
    may_erase: bool,
}

#[derive(Serialize)]
struct VersionModel {
    number: u32,
    /// The version before it; 0 for none.
    before: u32,
    when: When,
    is_public: bool,
    class: &'static str,
    note: String,
    changed_by: String,
    approved_by: String,
    released_by: String,
    bypass: String,
    reviewed_by: String,
    owed: bool,
    may_look: bool,
    bundle: String,
    bundle_title: String,
}

/// Shows a message.
pub(super) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Path(message): Path<String>,
    RawForm(query): RawForm,
) -> Result<Response, DeskError> {
    let message: MessageId = message.parse().map_err(|_| DeskError::NotFound)?;
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        let standpoints = desk.newsroom.standpoints(&desk.site, &message)?;
        if standpoints.is_empty() {
            return Err(DeskError::NotFound);
        }
        let mut editions = Vec::with_capacity(standpoints.len());
        let mut missing = Vec::new();
        for lang in room.standing.identity.languages.iter().filter(|lang| !standpoints.contains_key(*lang)) {
            if room.rights.may_write(lang, true) {
                missing.push(Language { lang: lang.to_string(), name: room.language(lang) });
            }
        }
        // In the site's order of languages; those that the site has given up come last.
        let order = |lang: &Lang| room.standing.identity.languages.iter().position(|own| own == lang);
        let mut ordered: Vec<(&Lang, &Standpoint)> = standpoints.iter().collect();
        ordered.sort_by_key(|(lang, _)| order(lang).unwrap_or(usize::MAX));
        for (lang, standpoint) in &ordered {
            editions.push(edition(&room, lang, standpoint, standpoints.len() > 1)?);
        }
        let mut teller = Teller::of(&room);
        let entries = desk.newsroom.entries_of(&desk.site, &message)?;
        let history = entries.iter().rev().map(|entry| teller.tell(entry)).collect::<Result<_, _>>()?;
        let model = Model {
            title: editions.first().map(|edition| edition.title.clone()).unwrap_or_default(),
            leads: room.standing.lead.as_ref() == Some(&message),
            may_lead: room.rights.has_any(&RELEASERS, None)
                && standpoints.values().any(|standpoint| standpoint.stage == Stage::Public),
            message: message.to_string(),
            editions,
            missing,
            history,
            done: Fields::read(&query).done(),
        };
        room.page("messages", "review/message.html", &model)
    })
    .await
}

fn edition(room: &Room<'_>, lang: &Lang, standpoint: &Standpoint, translated: bool) -> Result<EditionModel, DeskError> {
    let edition = &standpoint.edition;
    let pending = edition.pending.as_ref();
    let draft = standpoint.draft.as_ref();
    let (mut withdrawn, mut href) = (String::new(), String::new());
    match edition.shown_at(room.now) {
        Shown::Withdrawn { reason, .. } => reason.clone_into(&mut withdrawn),
        Shown::Version(version) => href = room.public_href(lang, &version.address),
        Shown::Erased { .. } | Shown::Nothing => {}
    }
    let draft_differs = match (pending, draft) {
        (Some(pending), Some(draft)) => {
            let submitted = room.desk.newsroom.content_of(pending.submission.sheet)?;
            submitted.is_some_and(|submitted| differs(&submitted, &pending.submission, draft))
        }
        _ => false,
    };
    let numbers: Vec<u32> = edition.versions.iter().map(|version| version.number).collect();
    let mut versions = Vec::with_capacity(numbers.len());
    for (index, one) in edition.versions.iter().enumerate().rev() {
        let before = index.checked_sub(1).map_or(0, |before| numbers[before]);
        versions.push(version(room, lang, one, before)?);
    }
    let name = |account: Option<&domain::AccountId>| account.map(|id| room.who(id.as_str())).unwrap_or_default();
    let may_release = room.may(&RELEASERS, lang);
    Ok(EditionModel {
        lang: lang.to_string(),
        language: room.language(lang),
        title: room.title(standpoint)?,
        stage: standpoint.stage.as_str(),
        next: standpoint.next.map(Stage::as_str).unwrap_or_default(),
        href,
        draft_by: name(draft.and_then(|draft| draft.changed_by.as_ref())),
        draft_at: draft.map(|draft| room.when(draft.changed_at)),
        draft_differs,
        submitted_by: name(pending.map(|pending| &pending.submitted_by)),
        changed_by: name(pending.map(|pending| &pending.submission.changed_by)),
        approved_by: name(pending.and_then(|pending| pending.approved_by.as_ref())),
        is_submitted: pending.is_some(),
        erased: edition.erasure.as_ref().map(|erasure| erasure.ground.clone()).unwrap_or_default(),
        versions,
        may_write: edition.erasure.is_none() && room.rights.may_write(lang, translated),
        may_review: pending.is_some() && room.may(&REVIEWERS, lang),
        may_withdraw: may_release && standpoint.stage == Stage::Public,
        may_restore: may_release && !withdrawn.is_empty(),
        may_erase: edition.erasure.is_none() && room.rights.has(Role::Administrator, None),
        withdrawn,
        may_release,
    })
}

fn version(room: &Room<'_>, lang: &Lang, version: &Version, before: u32) -> Result<VersionModel, DeskError> {
    let approval = version.approval.as_ref();
    let name = |account: Option<&domain::AccountId>| account.map(|id| room.who(id.as_str())).unwrap_or_default();
    let me = room.me()?;
    let owed = approval.is_some_and(domain::Approval::is_owed);
    let own = approval.is_some_and(|approval| approval.is_of(me));
    let bundle_title = match &version.bundle {
        Some(id) => room.desk.newsroom.bundle(&room.desk.site, id)?.map(|bundle| bundle.title),
        None => None,
    };
    Ok(VersionModel {
        number: version.number,
        before,
        when: room.when(version.release),
        is_public: version.release <= room.now,
        class: version.class.as_str(),
        note: version.note.clone().unwrap_or_default(),
        changed_by: name(approval.map(|approval| &approval.changed_by)),
        approved_by: name(approval.and_then(|approval| approval.approved_by.as_ref())),
        released_by: name(approval.map(|approval| &approval.released_by)),
        bypass: approval.and_then(|approval| approval.bypass.clone()).unwrap_or_default(),
        reviewed_by: name(approval.and_then(|approval| approval.reviewed_by.as_ref())),
        owed,
        may_look: owed && !own && room.may(&REVIEWERS, lang),
        bundle: version.bundle.as_ref().map(ToString::to_string).unwrap_or_default(),
        bundle_title: bundle_title.unwrap_or_default(),
    })
}
