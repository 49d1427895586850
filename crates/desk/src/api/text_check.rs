//! What the checks find in a text, and what is suggested for it. Neither changes or refuses anything.

use document::Document;
use domain::{Digest, Lang, MessageId};
use newsroom::Content;
use newsroom::checks::{Checked, Known, check};
use newsroom::suggest::suggest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ask::{Answer, Ask};
use super::draft_keep::content;
use super::limits::TEXT_BYTES_MAX;
use super::room::{Room, Verb};
use super::shapes::ContentBody;
use super::trouble::Trouble;
use crate::DeskState;

/// First parts of addresses below a language that are rooms of the public site.
const ROOMS: [&str; 5] = ["messages", "speakers", "corrections", "search", "quote"];

/// A text to be checked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CheckBody {
    /// The language of the text.
    #[schema(value_type = String)]
    lang: Lang,
    /// The message that it belongs to, for comparing a translation with its source.
    #[schema(value_type = Option<String>)]
    message: Option<MessageId>,
    /// The text and what is said about it.
    content: ContentBody,
}

/// What was found and what is suggested.
#[derive(Serialize, ToSchema)]
struct Checks {
    findings: Vec<FindingLine>,
    suggestions: Vec<SuggestionLine>,
}

/// Something that a check found.
#[derive(Serialize, ToSchema)]
struct FindingLine {
    /// `wrong`, or `look` where somebody should decide.
    severity: &'static str,
    code: &'static str,
    message: String,
    /// The id of the block or turn; nothing where it is about the title or what else stands outside the text.
    block: Option<String>,
    /// What could stand there instead.
    suggestion: Option<String>,
}

/// Something that may be taken over.
#[derive(Serialize, ToSchema)]
struct SuggestionLine {
    field: &'static str,
    value: String,
    /// Why it is suggested.
    because: String,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Post, "/checks", "check_text", "Check a text and ask for suggestions", checks)
            .takes::<CheckBody>()
            .bytes_max(TEXT_BYTES_MAX)
            .gives::<Checks>(200),
    ]
}

fn checks(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let CheckBody { lang, message, content: body } = ask.read()?;
    let content = content(desk, &lang, body, &Document::default())?;
    let source = source(desk, message.as_ref(), &content)?;
    let standing = desk.standing()?;
    let facets = desk.newsroom.views().facets(&ask.as_of(desk), &lang)?;
    let places: Vec<String> = facets.places.iter().map(|facet| facet.label.clone()).collect();
    let topics: Vec<String> = standing.topics.iter().flat_map(|topic| topic.name.0.values().cloned()).collect();
    let leads = |address: &str| leads(desk, ask, &standing.identity.languages, address);
    let known = Known { speakers: &standing.speakers, places: &places, topics: &topics, addresses: &leads };
    let checked = Checked {
        title: &content.title,
        kind: content.kind,
        lang: &lang,
        teaser: content.teaser.as_deref(),
        occasion: &content.occasion,
        speakers: &content.speakers,
        document: &content.document,
        release: None,
        source: source.as_ref(),
    };
    let findings = check(&checked, &known).into_iter().map(|finding| FindingLine {
        severity: finding.severity.as_str(),
        code: finding.code,
        message: finding.message,
        block: finding.block,
        suggestion: finding.suggestion,
    });
    let today = domain::today(ask.now, &standing.home);
    let suggested = suggest(&content.title, &content.document, &lang, &known, today);
    let suggestions = suggested.into_iter().map(|suggestion| SuggestionLine {
        field: suggestion.field.as_str(),
        value: suggestion.value.text(),
        because: suggestion.because,
    });
    Answer::json(200, &Checks { findings: findings.collect(), suggestions: suggestions.collect() })
}

/// The text that a translation was made from.
fn source(desk: &DeskState, message: Option<&MessageId>, content: &Content) -> Result<Option<Document>, Trouble> {
    let (Some(message), Some(follows)) = (message, &content.follows) else { return Ok(None) };
    let editions = desk.newsroom.views().all_editions(&desk.site, message)?;
    let versions = editions.get(&follows.lang).map(|edition| edition.versions.as_slice()).unwrap_or_default();
    let Some(version) = versions.iter().find(|version| version.number == follows.number) else { return Ok(None) };
    Ok(desk.newsroom.text_of(version.sheet)?.map(|(_, document)| document))
}

/// Whether an internal address leads to a room of the site, an edition or an old address of the record, or a file of
/// the library.
fn leads(desk: &DeskState, ask: &Ask, languages: &[Lang], address: &str) -> bool {
    if let Some(file) = address.strip_prefix("/media/") {
        let digest = file.split('/').next().and_then(|digest| digest.parse::<Digest>().ok());
        let views = desk.newsroom.views();
        return digest
            .is_some_and(|digest| views.media_file(&ask.as_of(desk), digest).is_ok_and(|file| file.is_some()));
    }
    let path = address.trim_matches('/');
    let (first, below) = path.split_once('/').unwrap_or((path, ""));
    let is_language = languages.iter().any(|lang| lang.as_str() == first);
    let room = below.split('/').next().unwrap_or_default();
    // A message's address has five parts below its language: messages, year, month, day, slug.
    if !is_language || below.is_empty() || ROOMS.contains(&room) && below.split('/').count() < 5 {
        return true;
    }
    let held = |key: String| desk.newsroom.home().owner(desk.site.as_str(), &key).is_ok_and(|owner| owner.is_some());
    held(format!("address/{first}/{below}")) || held(format!("old/{path}")) || held(format!("old/{address}"))
}
