//! What the newsroom sees in a text: findings of the checks, and suggestions. Nothing is changed by either.

use document::{Document, significance};
use domain::{AsOf, Edition, Lang, VersionClass};
use newsroom::checks::{Checked, Known, Severity, check};
use newsroom::suggest::suggest;
use newsroom::{Content, proposed_class};
use serde::Serialize;
use views::Standing;

use super::addresses::{Addresses, leads};
use super::edition::{Place, content_of};
use super::fields::Fields;
use crate::{DeskError, DeskState};

/// How many reasons for a class are told: the first ones decide.
const REASONS_MAX: usize = 8;

/// Something that a check found, as a page and a script show it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FindingModel {
    /// `error` for what is wrong, `warning` for what somebody should look at.
    pub(crate) severity: &'static str,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) block: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) suggestion: Option<String>,
}

/// Something that may be taken over.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SuggestionModel {
    pub(crate) field: String,
    pub(crate) value: String,
    pub(crate) shown: String,
    pub(crate) because: String,
}

/// What the comparison with the public version proposes.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Proposal {
    pub(crate) class: &'static str,
    pub(crate) weight: u8,
    pub(crate) reasons: Vec<String>,
}

/// What the site knows, gathered once for checks and suggestions.
pub(crate) struct Knowledge<'d> {
    desk: &'d DeskState,
    pub(crate) standing: Standing,
    places: Vec<String>,
    topics: Vec<String>,
}

impl<'d> Knowledge<'d> {
    pub(crate) fn gather(desk: &'d DeskState, lang: &Lang) -> Result<Self, DeskError> {
        let standing = desk.standing()?;
        let as_of = AsOf { site: desk.site.clone(), instant: desk.now() };
        let facets = desk.newsroom.views().facets(&as_of, lang)?;
        let places = facets.places.iter().map(|facet| facet.label.clone()).collect();
        let topics = standing.topics.iter().flat_map(|topic| topic.name.0.values().cloned()).collect();
        Ok(Self { desk, standing, places, topics })
    }

    /// The findings of a text; `source` is the text that it translates.
    pub(crate) fn findings(&self, place: &Place, content: &Content, source: Option<&Document>) -> Vec<FindingModel> {
        let checked = Checked {
            title: &content.title,
            kind: content.kind,
            lang: &place.lang,
            teaser: content.teaser.as_deref(),
            occasion: &content.occasion,
            speakers: &content.speakers,
            document: &content.document,
            release: None,
            source,
        };
        let look_up = |address: &str| leads(self.desk, &self.standing.identity.languages, address);
        let asked = Addresses::new(&look_up);
        let leads = |address: &str| asked.leads(address);
        let known =
            Known { speakers: &self.standing.speakers, places: &self.places, topics: &self.topics, addresses: &leads };
        let found = check(&checked, &known);
        let model = |finding: newsroom::checks::Finding| FindingModel {
            severity: if finding.severity == Severity::Wrong { "error" } else { "warning" },
            code: finding.code,
            message: finding.message,
            block: finding.block,
            suggestion: finding.suggestion,
        };
        found.into_iter().map(model).collect()
    }

    /// What may be taken over and is not there yet.
    pub(crate) fn suggestions(&self, place: &Place, content: &Content, has_address: bool) -> Vec<SuggestionModel> {
        let none = |_: &str| true;
        let known =
            Known { speakers: &self.standing.speakers, places: &self.places, topics: &self.topics, addresses: &none };
        let today = domain::today(self.desk.now(), &self.standing.home);
        let found = suggest(&content.title, &content.document, &place.lang, &known, today);
        let mut offered = Vec::new();
        for suggestion in found {
            let field = suggestion.field.as_str().replace('-', "_");
            let mut fields = Fields::of(content, &place.lang, &self.standing);
            fields.take(&field, &suggestion.value.text());
            let (taken, problems) = fields.content(content.document.clone(), content, &place.lang, &self.standing);
            let made_anyway = match field.as_str() {
                // Slug and teaser are made from the same words where nobody writes others.
                "slug" => has_address || content.slug.is_some(),
                "teaser" => content.teaser.is_some(),
                _ => false,
            };
            if problems.is_empty() && taken != *content && !made_anyway {
                let (value, shown, because) = (suggestion.value.text(), suggestion.shown, suggestion.because);
                offered.push(SuggestionModel { field, value, shown, because });
            }
        }
        offered
    }
}

/// What a correction must at least be called, and why; nothing for an edition's first version.
pub(crate) fn proposal(desk: &DeskState, edition: &Edition, content: &Content) -> Result<Option<Proposal>, DeskError> {
    let Some(newest) = edition.versions.last() else { return Ok(None) };
    let Some(before) = content_of(desk, newest)? else { return Ok(None) };
    let class = proposed_class(&before, content);
    let told = significance(&before.document, &content.document).reasons;
    let reasons = told.iter().take(REASONS_MAX).map(ToString::to_string).collect();
    Ok(Some(Proposal { class: class.as_str(), weight: class.weight(), reasons }))
}

/// The classes of corrections, each with whether it is lower than the proposal.
pub(crate) fn classes(proposal: Option<&Proposal>) -> Vec<(&'static str, bool)> {
    let lower = |class: VersionClass| proposal.is_some_and(|proposal| class.weight() < proposal.weight);
    VersionClass::CORRECTIONS.into_iter().map(|class| (class.as_str(), lower(class))).collect()
}
