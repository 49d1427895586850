//! Who speaks: names and offices in the title and in the labels of turns.

use document::{Document, Role};
use domain::{KnownBy, Lang, Speaker, Who};
use jiff::civil::Date;

use super::phrase::Haystack;
use super::{Field, Suggestion, Value};
use crate::checks::fold;

pub(super) fn suggest(
    title: &str,
    document: &Document,
    lang: &Lang,
    speakers: &[Speaker],
    day: Date,
) -> Vec<Suggestion> {
    let head = Haystack::new(title);
    let mut labels: Vec<String> = Vec::new();
    for turn in document.turns().filter(|turn| turn.role != Role::Question && turn.role != Role::Narration) {
        if !labels.contains(&turn.label) {
            labels.push(turn.label.clone());
        }
    }
    let slugs: Vec<&str> = document.turns().filter_map(|turn| turn.speaker.as_deref()).collect();
    let mut out = Vec::new();
    for speaker in speakers {
        let because = named_in_title(speaker, &head)
            .or_else(|| chosen(speaker, &slugs))
            .or_else(|| labelled(speaker, speakers, &labels, day))
            .or_else(|| office_in_title(speaker, speakers, &head, day));
        if let Some(because) = because {
            out.push(Suggestion {
                field: Field::Speakers,
                value: Value::Text(speaker.slug.clone()),
                shown: shown(speaker, lang, day),
                because,
            });
        }
    }
    out
}

/// The name and the office held on the day.
fn shown(speaker: &Speaker, lang: &Lang, day: Date) -> String {
    let name = speaker.name.get(lang, &[]).unwrap_or(&speaker.slug);
    match speaker.office_on(day).and_then(|office| office.title.get(lang, &[])) {
        Some(office) => format!("{name}, {office}"),
        None => name.to_owned(),
    }
}

fn names(speaker: &Speaker) -> impl Iterator<Item = &String> {
    speaker.name.0.values().chain(&speaker.aliases)
}

fn offices(speaker: &Speaker, day: Date) -> Vec<&String> {
    speaker.office_on(day).into_iter().flat_map(|office| office.title.0.values()).collect()
}

fn named_in_title(speaker: &Speaker, title: &Haystack) -> Option<String> {
    names(speaker).find(|name| title.holds(name)).map(|name| format!("The title names {name}."))
}

fn chosen(speaker: &Speaker, slugs: &[&str]) -> Option<String> {
    slugs.contains(&speaker.slug.as_str()).then(|| "Turns of the text are already theirs.".to_owned())
}

fn labelled(speaker: &Speaker, all: &[Speaker], labels: &[String], day: Date) -> Option<String> {
    labels.iter().find_map(|label| {
        let text = Haystack::new(label);
        let because = match domain::who(all, label, day) {
            // An office alone means its holder; an office with another name does not.
            Who::Known(meant, KnownBy::Office) if meant.slug == speaker.slug => {
                format!("A turn has the label “{label}”, and {} held that office on {day}.", speaker.slug)
            }
            Who::Known(meant, _) if meant.slug == speaker.slug => format!("A turn has the label “{label}”."),
            // A name in one of its cases.
            _ if names(speaker).any(|name| text.holds(name)) => format!("A turn has the label “{label}”."),
            _ => return None,
        };
        Some(because)
    })
}

fn office_in_title(speaker: &Speaker, all: &[Speaker], title: &Haystack, day: Date) -> Option<String> {
    let office = offices(speaker, day).into_iter().find(|office| title.holds(office))?;
    // "Foreign Minister Ilse Maren" names her, whoever else held the office; and "Deputy Foreign Minister" is another office.
    let named = all.iter().any(|other| other.slug != speaker.slug && names(other).any(|name| title.holds(name)));
    let longer = all.iter().filter(|other| other.slug != speaker.slug).any(|other| {
        offices(other, day)
            .into_iter()
            .any(|other| other.len() > office.len() && fold(other).contains(&fold(office)) && title.holds(other))
    });
    (!named && !longer).then(|| format!("The title names the {office}, an office that {} held on {day}.", speaker.slug))
}
