//! What became of a passage that was cited: it stands as it stood, was changed, was divided differently, or is gone.

use document::{Marked, WordKind};
use domain::{Version, VersionClass};
use serde::Serialize;
use views::{SeenVersion, ViewsError};

use super::Asked;
use super::passage::{Anchor, Passage, elsewhere, word_changes};
use crate::frame::Desk;

/// Versions between two that are read one by one to tell which of them changed a passage. A text is seldom corrected more
/// than a few times; beyond this all corrections between are named.
const VERSIONS_READ_MAX: usize = 24;
/// The id of the panel on the page.
const PANEL: &str = "passage";

/// What is said about a passage that a reader was sent to, and what is marked in the text.
#[derive(Debug, Default)]
pub(crate) struct Followed {
    pub(crate) panel: Option<PassageModel>,
    pub(crate) marked: Option<Marked>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PassageModel {
    /// `changed`, `gone`, `moved` or `unknown`.
    kind: &'static str,
    /// What happened, in one sentence.
    text: String,
    /// The wording then and now.
    words: Vec<WordsModel>,
    corrections: Vec<CorrectionModel>,
    /// The passage on this page.
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct WordsModel {
    /// `same`, `removed` or `added`.
    kind: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct CorrectionModel {
    version: u32,
    date_iso: String,
    date: String,
    /// What kind of correction it was, in words.
    class: Option<String>,
    note: Option<String>,
    /// What it changed in the passage, where several corrections did.
    words: Vec<WordsModel>,
}

/// Follows a link to a passage. Of versions that the public may not see at the instant nothing is said.
pub(crate) fn follow(desk: &Desk<'_>, version: &SeenVersion, asked: &Asked) -> Result<Followed, ViewsError> {
    let (anchor, then) = match asked {
        Asked::Nothing => return Ok(Followed::default()),
        // A passage that the text has would have been cited.
        Asked::Cite { .. } => return Ok(unknown(desk)),
        Asked::Place { anchor, version } => (*anchor, version.as_deref()),
    };
    let now = version.versions.last().map_or(1, |last| last.number);
    let then = match then.map(str::parse::<u32>) {
        None => now,
        Some(Ok(number)) if number == now || version.versions.iter().any(|known| known.number == number) => number,
        Some(_) => return Ok(Followed::default()),
    };
    let Some(anchor) = anchor else { return Ok(unknown(desk)) };
    let present = Passage::find(&version.document, anchor);
    if then == now {
        return Ok(present.map_or_else(|| unknown(desk), |_| marked(anchor, None)));
    }
    let Some((_, old)) = desk.views.version_text(&desk.as_of, &desk.words.lang, &version.message, then)? else {
        return Ok(Followed::default());
    };
    match (Passage::find(&old, anchor), present) {
        (None, None) => Ok(unknown(desk)),
        (None, Some(_)) => Ok(marked(anchor, None)),
        (Some(old), Some(new)) if old.says_the_same(&new) => Ok(marked(anchor, None)),
        (Some(old), new) => turned(desk, version, then, &old, new.as_ref()),
    }
}

fn marked(anchor: Anchor, note: Option<String>) -> Followed {
    let note = note.map(|note| (note, PANEL));
    Followed { panel: None, marked: Some(Marked { place: anchor.place(), note }) }
}

fn unknown(desk: &Desk<'_>) -> Followed {
    let text = desk.words.say("cite-unknown", &[]);
    let panel = PassageModel { kind: "unknown", text, words: vec![], corrections: vec![], href: None };
    Followed { panel: Some(panel), marked: None }
}

/// A passage whose id now leads to other words or to none.
fn turned(
    desk: &Desk<'_>,
    version: &SeenVersion,
    then: u32,
    old: &Passage<'_>,
    new: Option<&Passage<'_>>,
) -> Result<Followed, ViewsError> {
    let now = version.versions.last().map_or(1, |last| last.number);
    let args = [("then", i64::from(then).into()), ("now", i64::from(now).into())];
    let said_by_another = new.is_some_and(|new| old.is_said_by_another(new));
    if !said_by_another && let Some(block) = elsewhere(&version.document, old) {
        let anchor = Anchor::Block(block);
        let panel = PassageModel {
            kind: "moved",
            text: desk.words.say("cite-moved", &args),
            words: vec![],
            corrections: vec![],
            href: Some(format!("#{anchor}")),
        };
        return Ok(Followed { panel: Some(panel), ..marked(anchor, None) });
    }
    let (kind, key) = if new.is_some() { ("changed", "cite-changed") } else { ("gone", "cite-gone") };
    let corrections = corrections(desk, version, then, old.anchor, said_by_another)?;
    let panel = PassageModel {
        kind,
        text: desk.words.say(key, &args),
        words: match new {
            Some(new) => words(&wording(desk, old, said_by_another), &wording(desk, new, said_by_another)),
            None => vec![WordsModel { kind: "same", text: wording(desk, old, false) }],
        },
        corrections,
        href: new.map(|new| format!("#{}", new.anchor)),
    };
    let note = desk.words.say("cite-changed-here", &[]);
    let marked = new.and_then(|new| marked(new.anchor, Some(note)).marked);
    Ok(Followed { panel: Some(panel), marked })
}

/// A passage with who says it, as printed; `named` with the site's name where the label is the same for two speakers.
fn wording(desk: &Desk<'_>, passage: &Passage<'_>, named: bool) -> String {
    let label = passage.turn.map(|(_, turn)| {
        let slug = turn.speaker.as_deref().filter(|_| named);
        let name = slug.and_then(|slug| {
            let speaker = desk.standing.speakers.iter().find(|speaker| speaker.slug == slug);
            speaker.and_then(|speaker| desk.words.own(&speaker.name)).or_else(|| Some(slug.to_owned()))
        });
        match name {
            Some(name) => format!("{} ({name})", turn.label),
            None => turn.label.clone(),
        }
    });
    match label {
        Some(label) => format!("{label}{} {}", desk.words.say("label-end", &[]), passage.text),
        None => passage.text.clone(),
    }
}

fn words(old: &str, new: &str) -> Vec<WordsModel> {
    let model = |change: document::WordChange| WordsModel {
        kind: match change.kind {
            WordKind::Same => "same",
            WordKind::Removed => "removed",
            WordKind::Added => "added",
        },
        text: change.text,
    };
    word_changes(old, new).into_iter().map(model).collect()
}

/// The corrections after version `then` that changed the passage, oldest first.
fn corrections(
    desk: &Desk<'_>,
    version: &SeenVersion,
    then: u32,
    anchor: Anchor,
    named: bool,
) -> Result<Vec<CorrectionModel>, ViewsError> {
    let later: Vec<&Version> = version.versions.iter().filter(|later| later.number > then).collect();
    if later.len() > VERSIONS_READ_MAX {
        return Ok(later.into_iter().map(|later| correction(desk, later, vec![])).collect());
    }
    let text_of = |number: u32| -> Result<Option<Option<String>>, ViewsError> {
        let text = desk.views.version_text(&desk.as_of, &desk.words.lang, &version.message, number)?;
        Ok(text.map(|(_, text)| Passage::find(&text, anchor).map(|passage| wording(desk, &passage, named))))
    };
    let mut before = text_of(then)?.flatten();
    let mut steps = Vec::new();
    for later in later {
        // A version that was never shown changed nothing that anybody could have read.
        let Some(after) = text_of(later.number)? else { continue };
        if after != before {
            let changed = words(before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
            steps.push((later, changed));
            before = after;
        }
    }
    let alone = steps.len() == 1;
    let model = |(later, words)| correction(desk, later, if alone { vec![] } else { words });
    Ok(steps.into_iter().map(model).collect())
}

fn correction(desk: &Desk<'_>, version: &Version, words: Vec<WordsModel>) -> CorrectionModel {
    let date = desk.local(version.release).date();
    let class = (version.class != VersionClass::First).then(|| format!("cite-class-{}", version.class.as_str()));
    CorrectionModel {
        version: version.number,
        date_iso: date.to_string(),
        date: desk.words.date(date),
        class: class.map(|key| desk.words.say(&key, &[])),
        note: version.note.clone(),
        words,
    }
}
