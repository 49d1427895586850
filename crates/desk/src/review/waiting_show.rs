//! "Waiting for me": what this account can act on now, what comes next, and what came.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use domain::{Edition, Fact, Lang, MessageId, Pending};
use jiff::{SignedDuration, Timestamp};
use newsroom::{Draft, Stage};
use serde::Serialize;
use views::DeskFilter;

use super::comments;
use super::room::{Named, RELEASERS, REVIEWERS, Room, When};
use crate::{DeskError, DeskState, Signed};

/// The records of the watcher: when a release was first seen on the public site.
const ROOM_OF_RELEASED: &str = "released";
/// How long after its instant a release may be unseen before it is called overdue: several rounds of the watcher.
const OVERDUE_AFTER: SignedDuration = SignedDuration::from_mins(2);
/// How far back releases are shown with plan and fact.
const BACK: SignedDuration = SignedDuration::from_hours(24);
/// Editions looked through for the releases of the last day: more than a busy day has.
const RECENT_MAX: usize = 300;
/// Drafts that are looked through for returned texts: more than a press office works on at once.
const DRAFTS_MAX: usize = 300;

/// What the page lists.
#[derive(Default, Serialize)]
struct Model {
    to_review: Vec<Waiting>,
    to_release: Vec<Waiting>,
    owed: Vec<Waiting>,
    returned: Vec<Waiting>,
    drafts: Vec<Waiting>,
    comments: Vec<Waiting>,
    next: Vec<Planned>,
    recent: Vec<Planned>,
    overdue: usize,
}

#[derive(Serialize)]
struct Waiting {
    named: Named,
    language: String,
    /// Who did the last step.
    by: String,
    when: Option<When>,
    /// A reason or a comment.
    text: String,
    number: u32,
}

/// A release with its plan and what came of it.
#[derive(Serialize)]
pub(super) struct Planned {
    pub(super) named: Named,
    pub(super) language: String,
    pub(super) number: u32,
    pub(super) planned: When,
    /// When it was first seen on the public site.
    pub(super) seen: Option<When>,
    /// How much later than planned, in words.
    pub(super) late: String,
    pub(super) overdue: bool,
    pub(super) bundle: String,
    pub(super) href: String,
}

/// Shows what waits.
pub(super) async fn show(State(desk): State<Arc<DeskState>>, signed: Signed) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let room = Room::enter(desk, &signed)?;
        let mut model = Model::default();
        let submissions = desk.newsroom.views().submissions(&desk.site)?;
        submitted(&room, &submissions, &mut model)?;
        owed(&room, &mut model)?;
        worked_on(&room, &submissions, &mut model)?;
        (model.next, model.recent) = (coming(&room)?, recent(&room)?);
        model.overdue = model.recent.iter().filter(|planned| planned.overdue).count();
        room.page("home", "review/waiting.html", &model)
    })
    .await
}

type Submissions = [(MessageId, Lang, Pending)];

fn submitted(room: &Room<'_>, submissions: &Submissions, model: &mut Model) -> Result<(), DeskError> {
    let me = room.me()?;
    for (message, lang, pending) in submissions {
        let own = pending.is_of(me);
        let approved = pending.approved_by.is_some();
        let stage = if approved { Stage::Approved } else { Stage::Submitted };
        let list = match approved {
            true if room.may(&RELEASERS, lang) => &mut model.to_release,
            false if room.may(&REVIEWERS, lang) && !own => &mut model.to_review,
            _ => continue,
        };
        let sheet = room.sheet(pending.submission.sheet)?;
        list.push(Waiting {
            named: room.named(message, lang, room.titled(sheet.map(|sheet| sheet.title)), stage),
            language: room.language(lang),
            by: room.who(pending.approved_by.as_ref().unwrap_or(&pending.submitted_by).as_str()),
            when: None,
            text: String::new(),
            number: 0,
        });
    }
    Ok(())
}

fn owed(room: &Room<'_>, model: &mut Model) -> Result<(), DeskError> {
    let me = room.me()?;
    for (message, lang, number) in room.desk.newsroom.views().owed(&room.desk.site)? {
        let editions = room.desk.newsroom.views().all_editions(&room.desk.site, &message)?;
        let Some(edition) = editions.get(&lang) else { continue };
        let version = edition.versions.iter().find(|version| version.number == number);
        let Some((version, approval)) = version.and_then(|version| Some((version, version.approval.as_ref()?))) else {
            continue;
        };
        if approval.is_of(me) || !room.may(&REVIEWERS, &lang) {
            continue;
        }
        let stage = if version.release > room.now { Stage::Scheduled } else { Stage::Public };
        model.owed.push(Waiting {
            named: room.named(&message, &lang, room.title_of(edition)?, stage),
            language: room.language(&lang),
            by: room.who(approval.released_by.as_str()),
            when: Some(room.when(version.release)),
            text: approval.bypass.clone().unwrap_or_default(),
            number,
        });
    }
    Ok(())
}

/// My drafts, my texts that were returned, and comments on my texts.
fn worked_on(room: &Room<'_>, submissions: &Submissions, model: &mut Model) -> Result<(), DeskError> {
    let me = room.me()?;
    let mut mine: BTreeSet<(MessageId, Lang)> = BTreeSet::new();
    for (message, lang, pending) in submissions {
        if pending.submitted_by == *me || pending.submission.changed_by == *me {
            mine.insert((message.clone(), lang.clone()));
        }
    }
    let mut drafts = room.desk.newsroom.draft_outlines(&room.desk.site)?;
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.changed_at));
    for draft in drafts.iter().take(DRAFTS_MAX) {
        let is_submitted =
            submissions.iter().any(|(message, lang, _)| *message == draft.message && *lang == draft.lang);
        if is_submitted {
            continue;
        }
        let own = draft.changed_by.as_ref() == Some(me);
        let returned = returned(room, draft)?;
        let waiting = |text: String, by: String| Waiting {
            named: room.named(
                &draft.message,
                &draft.lang,
                room.titled(Some(draft.content.title.clone())),
                Stage::Draft,
            ),
            language: room.language(&draft.lang),
            when: Some(room.when(draft.changed_at)),
            by,
            text,
            number: 0,
        };
        match returned {
            Some((reason, by, submitter)) if own || submitter == *me => {
                model.returned.push(waiting(reason, room.who(by.as_str())));
                mine.insert((draft.message.clone(), draft.lang.clone()));
            }
            _ if own => {
                model.drafts.push(waiting(String::new(), String::new()));
                mine.insert((draft.message.clone(), draft.lang.clone()));
            }
            _ => {}
        }
    }
    for placed in comments::open(room.desk.records(), &room.desk.site, room.now)? {
        if placed.comment.by == *me || !mine.contains(&(placed.message.clone(), placed.lang.clone())) {
            continue;
        }
        model.comments.push(Waiting {
            named: room.named(&placed.message, &placed.lang, room.message_title(&placed.message)?, Stage::Draft),
            language: room.language(&placed.lang),
            by: room.who(placed.comment.by.as_str()),
            when: Some(room.when(placed.comment.at)),
            text: placed.comment.text,
            number: 0,
        });
    }
    Ok(())
}

type Returned = (String, domain::AccountId, domain::AccountId);

/// Why a draft came back, from whom, and who had submitted it; nothing where it did not come back.
fn returned(room: &Room<'_>, draft: &Draft) -> Result<Option<Returned>, DeskError> {
    let mut submitter = None;
    let mut back = None;
    for fact in room.desk.newsroom.facts_of(&room.desk.site, &draft.message)? {
        match fact {
            Fact::DraftSubmitted { lang, by, .. } if lang == draft.lang => (submitter, back) = (Some(by), None),
            Fact::VersionReleased { lang, .. } if lang == draft.lang => back = None,
            Fact::SubmissionReturned { lang, by, reason, .. } if lang == draft.lang => back = Some((reason, by)),
            _ => {}
        }
    }
    Ok(back.zip(submitter).map(|((reason, by), submitter)| (reason, by, submitter)))
}

/// Everything that is to be released, the next one first.
pub(super) fn coming(room: &Room<'_>) -> Result<Vec<Planned>, DeskError> {
    let mut planned = Vec::new();
    for (message, lang, edition) in room.desk.newsroom.views().scheduled(&room.desk.site, room.now)? {
        for version in edition.versions.iter().filter(|version| version.release > room.now) {
            planned.push((version.release, plan(room, (&message, &lang), &edition, version)?));
        }
    }
    planned.sort_by_key(|(release, _)| *release);
    Ok(planned.into_iter().map(|(_, planned)| planned).collect())
}

fn recent(room: &Room<'_>) -> Result<Vec<Planned>, DeskError> {
    released_between(room, room.now.saturating_sub(BACK).unwrap_or(Timestamp::MIN), room.now, RECENT_MAX)
}

/// Releases of the desk from one instant to another, the newest first, found among the newest `lines_max` editions.
pub(super) fn released_between(
    room: &Room<'_>,
    from: Timestamp,
    to: Timestamp,
    lines_max: usize,
) -> Result<Vec<Planned>, DeskError> {
    let lines = room.desk.newsroom.views().desk_list(&room.desk.site, &DeskFilter::default(), 0, lines_max)?;
    let mut planned = Vec::new();
    for line in lines.into_iter().take_while(|line| line.release >= from) {
        let editions = room.desk.newsroom.views().all_editions(&room.desk.site, &line.message)?;
        let Some(edition) = editions.get(&line.lang) else { continue };
        for version in &edition.versions {
            // What came from elsewhere was never planned here.
            if version.approval.is_some() && from <= version.release && version.release <= to {
                planned.push((version.release, plan(room, (&line.message, &line.lang), edition, version)?));
            }
        }
    }
    planned.sort_by_key(|(release, _)| std::cmp::Reverse(*release));
    Ok(planned.into_iter().map(|(_, planned)| planned).collect())
}

fn plan(
    room: &Room<'_>,
    (message, lang): (&MessageId, &Lang),
    edition: &Edition,
    version: &domain::Version,
) -> Result<Planned, DeskError> {
    let key = format!("{}/{message}/{lang}/{:06}", room.desk.site, version.number);
    let record = room.desk.records().record(ROOM_OF_RELEASED, &key, room.now.as_microsecond())?;
    // The watcher's record, if it has one that can be read: the plan itself is in the journal.
    let seen = record
        .and_then(|record| serde_json::from_slice::<serde_json::Value>(&record.value).ok())
        .and_then(|value| value.get("seen")?.as_str()?.parse::<Timestamp>().ok());
    let due = version.release <= room.now && edition.erasure.is_none();
    let sheet = room.sheet(version.sheet)?;
    let stage = if due { Stage::Public } else { Stage::Scheduled };
    Ok(Planned {
        named: room.named(message, lang, room.titled(sheet.map(|sheet| sheet.title)), stage),
        language: room.language(lang),
        number: version.number,
        planned: room.when(version.release),
        late: seen.map(|seen| room.span(seen.duration_since(version.release))).unwrap_or_default(),
        overdue: due && seen.is_none() && room.now.duration_since(version.release) > OVERDUE_AFTER,
        seen: seen.map(|seen| room.when(seen)),
        bundle: version.bundle.as_ref().map(ToString::to_string).unwrap_or_default(),
        href: room.public_href(lang, &version.address),
    })
}
