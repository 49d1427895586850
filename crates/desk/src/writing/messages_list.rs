//! All editions: what somebody works on and what was released or is to be, the newest first.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::{Lang, MessageId};
use newsroom::{Stage, Standpoint};
use serde::{Deserialize, Serialize};
use views::DeskFilter;

use super::edition::Place;
use super::limits::{LIST_LINES, LIST_PAGES_MAX, WORDS_CHARS_MAX};
use super::words::moment_of;
use crate::{DeskError, DeskState, Signed};

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    page: String,
    done: Option<String>,
}

#[derive(Serialize)]
struct ListPage {
    chosen: String,
    words: String,
    page: usize,
    newer: Option<String>,
    older: Option<String>,
    drafts: Vec<Line>,
    lines: Vec<Line>,
    done: Option<String>,
}

#[derive(Serialize)]
struct Line {
    message: String,
    lang: String,
    title: String,
    kind: String,
    stage: &'static str,
    next: Option<&'static str>,
    when: String,
    write: String,
}

/// Shows the list.
pub(crate) async fn show(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, DeskError> {
    desk.work(move |desk| page(desk, &signed, asked)).await
}

fn page(desk: &DeskState, signed: &Signed, asked: Asked) -> Result<Response, DeskError> {
    let lang = asked.lang.parse::<Lang>().ok();
    let words: String = asked.words.trim().chars().filter(|c| !c.is_control()).take(WORDS_CHARS_MAX).collect();
    let number = asked.page.parse::<usize>().unwrap_or(1).clamp(1, LIST_PAGES_MAX);
    let filter = DeskFilter { lang: lang.clone(), words: words.clone() };
    let mut stages = Stages { desk, known: BTreeMap::new() };
    let own = desk.lang_of(signed);
    let drafts = if number == 1 { drafts(desk, &mut stages, &filter, &own)? } else { vec![] };
    let offset = (number - 1) * LIST_LINES;
    let mut found = desk.newsroom.views().desk_list(&desk.site, &filter, offset, LIST_LINES + 1)?;
    let more = found.len() > LIST_LINES;
    found.truncate(LIST_LINES);
    let mut lines = Vec::with_capacity(found.len());
    for line in found {
        let (stage, next) = stages.of(&line.message, &line.lang)?;
        let place = Place { message: line.message, lang: line.lang };
        lines.push(Line {
            message: place.message.to_string(),
            lang: place.lang.to_string(),
            title: line.title,
            kind: line.kind,
            stage,
            next,
            when: moment_of(desk, &own, line.release)?,
            write: place.href(),
        });
    }
    let href = |page: usize| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if let Some(lang) = &lang {
            query.append_pair("lang", lang.as_str());
        }
        if !words.is_empty() {
            query.append_pair("words", &words);
        }
        query.append_pair("page", &page.to_string());
        format!("/desk/messages/?{}", query.finish())
    };
    let model = ListPage {
        newer: (number > 1).then(|| href(number - 1)),
        older: (more && number < LIST_PAGES_MAX).then(|| href(number + 1)),
        chosen: lang.map(|lang| lang.to_string()).unwrap_or_default(),
        words,
        page: number,
        drafts,
        lines,
        done: asked.done.filter(|done| done == "discarded"),
    };
    desk.page(signed, "messages", "writing/messages.html", &model)
}

/// The drafts of editions that have no version yet, the one changed last first.
fn drafts(desk: &DeskState, stages: &mut Stages<'_>, filter: &DeskFilter, own: &Lang) -> Result<Vec<Line>, DeskError> {
    let wanted = filter.words.to_lowercase();
    let mut drafts = desk.newsroom.draft_outlines(&desk.site)?;
    drafts.retain(|draft| {
        filter.lang.as_ref().is_none_or(|lang| *lang == draft.lang)
            && draft.content.title.to_lowercase().contains(&wanted)
    });
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.changed_at));
    let mut lines = Vec::new();
    for draft in drafts {
        let place = Place { message: draft.message, lang: draft.lang };
        if stages.has_versions(&place.message, &place.lang)? {
            continue;
        }
        let (stage, next) = stages.of(&place.message, &place.lang)?;
        lines.push(Line {
            message: place.message.to_string(),
            lang: place.lang.to_string(),
            title: draft.content.title,
            kind: draft.content.kind.as_str().to_owned(),
            stage,
            next,
            when: moment_of(desk, own, draft.changed_at)?,
            write: place.href(),
        });
    }
    Ok(lines)
}

/// Where editions stand; each message is asked about once.
struct Stages<'d> {
    desk: &'d DeskState,
    known: BTreeMap<MessageId, BTreeMap<Lang, Standpoint>>,
}

impl Stages<'_> {
    fn message(&mut self, message: &MessageId) -> Result<&BTreeMap<Lang, Standpoint>, DeskError> {
        if !self.known.contains_key(message) {
            let standpoints = self.desk.newsroom.standpoints(&self.desk.site, message)?;
            self.known.insert(message.clone(), standpoints);
        }
        Ok(&self.known[message])
    }

    fn of(&mut self, message: &MessageId, lang: &Lang) -> Result<(&'static str, Option<&'static str>), DeskError> {
        let found = self.message(message)?.get(lang);
        Ok(found.map_or((Stage::Draft.as_str(), None), |standpoint| {
            (standpoint.stage.as_str(), standpoint.next.map(Stage::as_str))
        }))
    }

    fn has_versions(&mut self, message: &MessageId, lang: &Lang) -> Result<bool, DeskError> {
        Ok(self.message(message)?.get(lang).is_some_and(|standpoint| !standpoint.edition.versions.is_empty()))
    }
}
