//! Who says a passage: the site's speaker with the office of that day, else the name or label that the text prints.

use std::collections::BTreeMap;

use document::{Node, Role, Turn, TurnId};
use domain::{Speaker, who};
use jiff::civil::Date;
use views::SeenVersion;

use crate::address::Room;
use crate::frame::Desk;

/// Who says something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Voice {
    /// The name: the site's, else as printed. Nothing where nobody is named, or only that somebody asks.
    pub(crate) name: Option<String>,
    /// The office on the day of the occasion.
    pub(crate) office: Option<String>,
    /// Where the speaker's page is, inside the same instant.
    pub(crate) href: Option<String>,
    /// Whether it is a question.
    pub(crate) asked: bool,
    /// Whether it was said in a conversation rather than written.
    pub(crate) spoken: bool,
}

/// The day on which the words of a text were said: its occasion's, else that of its release in the home zone.
pub(crate) fn said_on(desk: &Desk<'_>, version: &SeenVersion) -> Date {
    version.sheet.occasion.date.unwrap_or_else(|| desk.local(version.first_release).date())
}

/// Who speaks in a turn, the `number`th of the text from 0.
pub(crate) fn of_turn(desk: &Desk<'_>, version: &SeenVersion, turn: &Turn, name: Option<&str>) -> Voice {
    let asked = turn.role == Role::Question;
    if turn.role == Role::Narration {
        return Voice::default();
    }
    match speaker(desk, version, turn, name) {
        Some(speaker) => Voice { asked, spoken: true, ..known(desk, speaker, said_on(desk, version)) },
        None => {
            // A question's label is a word for asking unless the text names who asks.
            let printed = if asked { name } else { name.or(Some(turn.label.as_str())) };
            Voice { name: printed.map(str::to_owned), asked, spoken: true, ..Voice::default() }
        }
    }
}

/// Who speaks in a text without turns: its only speaker.
pub(crate) fn of_text(desk: &Desk<'_>, version: &SeenVersion) -> Voice {
    match version.sheet.speakers.as_slice() {
        [only] if version.document.turns().next().is_none() => named(desk, only, said_on(desk, version)),
        _ => Voice::default(),
    }
}

/// Somebody as a sheet names them: by slug or name.
pub(crate) fn named(desk: &Desk<'_>, written: &str, on: Date) -> Voice {
    let slug = domain::slug_of(written);
    match desk.standing.speakers.iter().find(|speaker| speaker.slug == slug) {
        Some(speaker) => known(desk, speaker, on),
        None => Voice {
            name: Some(written.to_owned()),
            href: Some(desk.href(&desk.words.lang, Room::Speaker(slug))),
            ..Voice::default()
        },
    }
}

/// The addresses of the pages of those who speak in a text, by turn.
pub(crate) fn speaker_pages(desk: &Desk<'_>, version: &SeenVersion) -> BTreeMap<TurnId, String> {
    let names = names(version);
    let turns = version.document.nodes.iter().filter_map(|node| match node {
        Node::Turn(turn) => Some(turn),
        Node::Block(_) => None,
    });
    turns
        .enumerate()
        .filter_map(|(number, turn)| {
            let speaker = speaker(desk, version, turn, name_at(&names, number))?;
            Some((turn.id, desk.href(&desk.words.lang, Room::Speaker(speaker.slug.clone()))))
        })
        .collect()
}

/// The fullest name that a text gives for who speaks in each of its turns.
pub(crate) fn names(version: &SeenVersion) -> Vec<Option<String>> {
    document::speakers_of(&version.document)
}

/// The name for a turn.
pub(crate) fn name_at(names: &[Option<String>], number: usize) -> Option<&str> {
    names.get(number).and_then(Option::as_deref)
}

/// The site's speaker of a turn: whom an editor named, else whom name or label mean on that day.
fn speaker<'a>(desk: &'a Desk<'_>, version: &SeenVersion, turn: &Turn, name: Option<&str>) -> Option<&'a Speaker> {
    let speakers = &desk.standing.speakers;
    if let Some(slug) = &turn.speaker {
        return speakers.iter().find(|speaker| speaker.slug == *slug);
    }
    if turn.role == Role::Narration {
        return None;
    }
    let on = said_on(desk, version);
    let by_name = name.and_then(|name| who(speakers, name, on).speaker());
    by_name.or_else(|| who(speakers, &turn.label, on).speaker())
}

fn known(desk: &Desk<'_>, speaker: &Speaker, on: Date) -> Voice {
    let words = desk.words;
    Voice {
        name: words.own(&speaker.name).or_else(|| Some(speaker.slug.clone())),
        office: speaker.office_on(on).and_then(|office| words.own(&office.title)),
        href: Some(desk.href(&words.lang, Room::Speaker(speaker.slug.clone()))),
        ..Voice::default()
    }
}
