//! What the API's answers and bodies look like, as its description tells it.

use domain::{Edition, Follows, Kind, Lang, Occasion, Role, VersionClass};
use jiff::civil::Date;
use newsroom::{Draft, Stage, Standpoint};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::ToSchema;

/// What an order came to: the facts that were written to the journal, none where everything was so already.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; answers are made where they are given")]
pub(super) struct Done {
    /// The place in the journal of the last of them.
    seq: u64,
    /// The facts, each with its name in `fact`.
    #[schema(value_type = Vec<Object>)]
    facts: Vec<Value>,
}

/// Problem details (RFC 9457).
#[derive(ToSchema)]
#[schema(as = Problem)]
#[expect(dead_code, reason = "it only describes; problems are made where they are sent")]
pub(super) struct ProblemShape {
    /// The stable address of the kind of problem: `/desk/problems/` and the code.
    #[schema(rename = "type")]
    r#type: String,
    /// The status in words.
    title: String,
    /// The status.
    status: u16,
    /// What is wrong and what to do.
    detail: String,
    /// The stable code.
    code: Option<String>,
    /// The field of the body or the parameter of the query that is wrong.
    field: Option<String>,
    /// The revision of the draft that is there now (`draft-changed`, `conflict`).
    revision: Option<u64>,
    /// The instants to choose from (`local-time-skipped`, `local-time-twice`).
    #[schema(value_type = Option<Vec<Object>>)]
    options: Option<Vec<Value>>,
    /// What to name when a failure is reported.
    reference: Option<String>,
}

/// What a text is about in time and space; not its publication.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Occasion)]
pub(super) struct OccasionBody {
    /// The day.
    #[schema(value_type = Option<String>, format = Date)]
    date: Option<Date>,
    /// The place.
    place: Option<String>,
    /// With whom.
    with: Option<String>,
}

impl From<OccasionBody> for Occasion {
    fn from(OccasionBody { date, place, with }: OccasionBody) -> Self {
        Self { date, place, with }
    }
}

/// The version of another edition that a text translates.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Follows)]
pub(super) struct FollowsBody {
    /// Its language.
    #[schema(value_type = String)]
    lang: Lang,
    /// Its number.
    number: u32,
}

impl From<FollowsBody> for Follows {
    fn from(FollowsBody { lang, number }: FollowsBody) -> Self {
        Self { lang, number }
    }
}

/// A text and all that is said about it. The text is either `document` or `markdown`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Content)]
pub(super) struct ContentBody {
    /// The title, at most 1,000 characters.
    pub(super) title: String,
    /// What it is: `statement`, `speech`, `remarks`, `interview`, `page` …
    #[schema(value_type = String)]
    pub(super) kind: Kind,
    /// The first words in lists; made from the text where absent.
    pub(super) teaser: Option<String>,
    /// What it is about in time and space.
    #[serde(default)]
    pub(super) occasion: OccasionBody,
    /// Who speaks: slugs of known speakers, or names.
    #[serde(default)]
    pub(super) speakers: Vec<String>,
    /// Slugs of topics.
    #[serde(default)]
    pub(super) topics: Vec<String>,
    /// A page's place in the navigation, smaller first.
    pub(super) nav: Option<i32>,
    /// The last part of a message's address, or a page's path; made from the title where absent.
    pub(super) slug: Option<String>,
    /// A correction's class; proposed by the comparison with the version before where absent.
    #[schema(value_type = Option<String>)]
    pub(super) class: Option<VersionClass>,
    /// A correction's public note.
    pub(super) note: Option<String>,
    /// The version of another edition that it translates.
    pub(super) follows: Option<FollowsBody>,
    /// The text as blocks and turns (`{"format": …, "nodes": […]}`). Empty ids are minted.
    #[serde(default, deserialize_with = "text_as_sent")]
    #[schema(value_type = Option<Object>)]
    pub(super) document: Option<Box<RawValue>>,
    /// The text as CommonMark with speaker labels. Ids stay with the paragraphs that they named.
    pub(super) markdown: Option<String>,
}

/// A text as it came, not yet read: one that is larger than any text may be is refused before anything is made of it.
fn text_as_sent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<RawValue>>, D::Error> {
    let text = Option::<Box<RawValue>>::deserialize(deserializer)?;
    match text.as_ref().map_or(0, |text| text.get().len()) {
        0..=newsroom::TEXT_BYTES_MAX => Ok(text),
        bytes => Err(serde::de::Error::custom(format!(
            "“document” has {bytes} bytes; at most {} are possible, so part the text into several messages",
            newsroom::TEXT_BYTES_MAX
        ))),
    }
}

/// A draft in a list.
#[derive(Serialize, ToSchema)]
pub(super) struct DraftLine {
    message: String,
    lang: String,
    /// Rises with each save and each discarding: what a save has to name.
    revision: u64,
    /// Whether somebody has saved it; otherwise it is what a draft begins with.
    saved: bool,
    /// The version it was made from; 0 for an edition's first.
    base: u32,
    title: String,
    kind: &'static str,
    /// The account that changed it last.
    changed_by: Option<String>,
    /// RFC 3339.
    changed_at: String,
}

impl DraftLine {
    pub(super) fn of(draft: &Draft) -> Self {
        Self {
            message: draft.message.to_string(),
            lang: draft.lang.to_string(),
            revision: draft.revision,
            saved: draft.is_saved(),
            base: draft.base,
            title: draft.content.title.clone(),
            kind: draft.content.kind.as_str(),
            changed_by: draft.changed_by.as_ref().map(ToString::to_string),
            changed_at: draft.changed_at.to_string(),
        }
    }
}

/// Drafts.
#[derive(Serialize, ToSchema)]
pub(super) struct DraftLines {
    pub(super) drafts: Vec<DraftLine>,
}

/// A draft with what it says.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; the answer is made where it is given")]
pub(super) struct DraftWhole {
    #[schema(inline)]
    draft: DraftLine,
    /// What it says, as it may be sent back.
    content: ContentBody,
}

/// Where an edition stands.
#[derive(Serialize, ToSchema)]
pub(super) struct EditionShape {
    lang: String,
    /// The title of the draft, else of the newest version; nothing where the content was erased.
    title: Option<String>,
    /// `draft`, `submitted`, `approved`, `scheduled`, `public`, `withdrawn` or `erased`.
    stage: &'static str,
    /// Where the work on the next version stands.
    next: Option<&'static str>,
    /// Versions, withdrawals, erasure and what is submitted, as the facts tell them.
    #[schema(value_type = Object)]
    facts: Edition,
    /// Digest of what is submitted, which approval and release name.
    submission: Option<String>,
    /// The draft that somebody works on.
    draft: Option<DraftLine>,
}

impl EditionShape {
    pub(super) fn of(lang: &Lang, standpoint: Standpoint, title: Option<String>) -> Self {
        let submission = standpoint.edition.pending.as_ref().map(|pending| pending.submission.digest().to_string());
        Self {
            lang: lang.to_string(),
            title,
            stage: standpoint.stage.as_str(),
            next: standpoint.next.map(Stage::as_str),
            submission,
            draft: standpoint.draft.as_ref().map(DraftLine::of),
            facts: standpoint.edition,
        }
    }
}

/// A message with all its editions.
#[derive(Serialize, ToSchema)]
pub(super) struct MessageShape {
    pub(super) message: String,
    pub(super) editions: Vec<EditionShape>,
}

/// A right: a role, in one language or in all.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Grant)]
pub(super) struct GrantBody {
    /// `author`, `translator`, `editor`, `publisher` or `administrator`.
    #[schema(value_type = String)]
    role: Role,
    /// The language; all of them where absent.
    #[schema(value_type = Option<String>)]
    lang: Option<Lang>,
}

impl From<GrantBody> for domain::Grant {
    fn from(GrantBody { role, lang }: GrantBody) -> Self {
        Self { role, lang }
    }
}

/// A sentence that says why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonBody {
    /// The reason; where the record is public, the public one.
    pub(super) reason: String,
}
