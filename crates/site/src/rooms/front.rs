//! The front page: counters, the lead message, the latest messages. And the greeting of a site without any.

use document::HtmlOptions;
use domain::Completeness;
use serde::Serialize;
use views::{Line, SeenVersion, ViewsError};

use crate::address::Room;
use crate::frame::Desk;
use crate::limits::{LATEST_LINES, OPENING_CHARS, TEASER_CHARS};

#[derive(Debug, Serialize)]
pub(crate) struct Front {
    lead: Option<Lead>,
    counters: Vec<CounterModel>,
    latest: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Lead {
    title: String,
    href: String,
    kind: String,
    date_iso: String,
    date: String,
    place: Option<String>,
    occasion_date: Option<String>,
    opening_html: String,
    notice: Option<String>,
    lang: String,
    dir: &'static str,
}

#[derive(Debug, Serialize)]
struct CounterModel {
    before: String,
    number: String,
    after: String,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct Entry {
    date_iso: String,
    date_text: String,
    title: String,
    href: String,
    teaser: Option<String>,
    kind: String,
    lang: String,
    dir: &'static str,
}

/// What an empty site says to its owner.
#[derive(Debug, Serialize)]
pub(crate) struct Empty {
    hints: Vec<Hint>,
}

#[derive(Debug, Serialize)]
struct Hint {
    text: String,
    command: Option<String>,
}

/// The front page's model; nothing when there is no message to show.
pub(crate) fn model(desk: &Desk<'_>) -> Result<Option<Front>, ViewsError> {
    let lang = &desk.words.lang;
    let latest = desk.views.latest(&desk.as_of, lang, LATEST_LINES)?;
    let Some(newest) = latest.first() else { return Ok(None) };
    let chosen = match &desk.standing.lead {
        Some(message) => desk.views.edition(&desk.as_of, lang, message)?,
        None => None,
    };
    let lead = match (chosen, newest.message.parse()) {
        (None, Ok(newest)) => desk.views.edition(&desk.as_of, lang, &newest)?,
        (chosen, _) => chosen,
    };
    Ok(Some(Front {
        lead: lead.map(|lead| self::lead(desk, &lead)),
        counters: counters(desk),
        latest: latest.into_iter().map(|line| entry(desk, line)).collect(),
    }))
}

/// The greeting of a site that has nothing to show; what to do next is said only when there is nothing in any language.
pub(crate) fn empty(desk: &Desk<'_>) -> Result<Empty, ViewsError> {
    let bare = desk.views.is_bare(&desk.as_of)?;
    let hint = Hint {
        text: desk.words.say("empty-site-next", &[]),
        command: Some("chancery import jsonl messages.jsonl --site DIR".to_owned()),
    };
    Ok(Empty { hints: if bare { vec![hint] } else { vec![] } })
}

fn lead(desk: &Desk<'_>, version: &SeenVersion) -> Lead {
    let words = desk.words;
    let sheet = &version.sheet;
    let day = desk.local(version.first_release).date();
    let options = HtmlOptions { table_label: words.say("table-label", &[]), ..HtmlOptions::default() };
    let notice = match sheet.completeness {
        Completeness::Whole => None,
        Completeness::AsCaptured => Some("state-as-captured"),
        Completeness::Summary => Some("state-summary-only"),
    };
    Lead {
        title: sheet.title.clone(),
        href: desk.href(&words.lang, Room::Text(version.path.clone())),
        kind: words.kind(sheet.kind.as_str()),
        date_iso: day.to_string(),
        date: words.date(day),
        place: sheet.occasion.place.clone(),
        occasion_date: sheet.occasion.date.filter(|date| *date != day).map(|date| words.date(date)),
        opening_html: desk.same_instant(version.document.opening_html(&options, OPENING_CHARS)),
        notice: notice.map(|key| words.say(key, &[])),
        lang: sheet.lang.to_string(),
        dir: words.direction(&sheet.lang),
    }
}

fn counters(desk: &Desk<'_>) -> Vec<CounterModel> {
    let words = desk.words;
    let today = desk.local(desk.as_of.instant).date();
    let counter = |counter: &domain::Counter| {
        let value = counter.value(today)?;
        let own = counter.sentence.get(&words.lang);
        let fallback = || words.fallbacks.iter().find_map(|lang| counter.sentence.get_key_value(lang));
        let (sentence, category) = match own {
            Some(sentence) => (sentence, words.plural(value)),
            None => {
                let (lang, sentence) = fallback().or_else(|| counter.sentence.iter().next())?;
                (sentence, crate::words::Words { lang: lang.clone(), ..words.clone() }.plural(value))
            }
        };
        let (before, after) = sentence.around(category);
        Some(CounterModel {
            before: before.to_owned(),
            number: words.locales.number(&words.lang, value),
            after: after.to_owned(),
            href: counter.link.as_deref().map(|link| desk.editors_link(link)),
        })
    };
    desk.standing.counters.iter().filter_map(counter).collect()
}

fn entry(desk: &Desk<'_>, line: Line) -> Entry {
    let words = desk.words;
    Entry {
        date_iso: line.day.to_string(),
        date_text: words.ledger(line.day),
        href: desk.href(&words.lang, Room::Text(line.path)),
        title: line.title,
        teaser: line.teaser.map(|teaser| shortened(&teaser, TEASER_CHARS)),
        kind: words.kind(&line.kind),
        dir: words.direction_of(&line.lang),
        lang: line.lang,
    }
}

/// A text cut at a word, with an ellipsis when it was cut.
fn shortened(text: &str, chars_max: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(chars_max) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).filter(|at| *at > end / 2).unwrap_or(end);
    format!("{}…", text[..cut].trim_end())
}
