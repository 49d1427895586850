//! The checks of a text as the reviewer is shown them.

use document::Document;
use domain::{Lang, MessageId};
use newsroom::Content;
use newsroom::checks::{Checked, Known, check};
use serde::Serialize;

use super::room::Room;
use crate::DeskError;

/// First parts of addresses below a language that are rooms of the site.
const ROOMS: [&str; 5] = ["messages", "speakers", "corrections", "search", "quote"];

/// What a check found.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Found {
    /// `wrong` or `look`.
    severity: &'static str,
    /// What was found and what to do.
    message: String,
    /// The block or turn; empty for the title and what else stands outside the text.
    block: String,
}

impl Room<'_> {
    /// Runs the checks over a content.
    pub(super) fn found(
        &self,
        (message, lang): (&MessageId, &Lang),
        content: &Content,
    ) -> Result<Vec<Found>, DeskError> {
        let source = self.source_of(message, content)?;
        let checked = Checked {
            title: &content.title,
            kind: content.kind,
            lang,
            teaser: content.teaser.as_deref(),
            occasion: &content.occasion,
            speakers: &content.speakers,
            document: &content.document,
            release: None,
            source: source.as_ref(),
        };
        let topics: Vec<String> =
            self.standing.topics.iter().flat_map(|topic| topic.name.0.values().cloned()).collect();
        let leads = |address: &str| self.leads_somewhere(address);
        let known = Known { speakers: &self.standing.speakers, places: &[], topics: &topics, addresses: &leads };
        let found = check(&checked, &known).into_iter().map(|finding| Found {
            severity: finding.severity.as_str(),
            message: finding.message,
            block: finding.block.unwrap_or_default(),
        });
        Ok(found.collect())
    }

    /// The text that a translation was made from.
    fn source_of(&self, message: &MessageId, content: &Content) -> Result<Option<Document>, DeskError> {
        let Some(follows) = &content.follows else { return Ok(None) };
        let editions = self.desk.newsroom.views().all_editions(&self.desk.site, message)?;
        let version = editions
            .get(&follows.lang)
            .and_then(|edition| edition.versions.iter().find(|version| version.number == follows.number));
        let Some(version) = version else { return Ok(None) };
        Ok(self.desk.newsroom.text_of(version.sheet)?.map(|(_, document)| document))
    }

    /// Whether an address of this site leads to a room, or to an edition or an old address that is in the record.
    fn leads_somewhere(&self, address: &str) -> bool {
        let path = address.trim_start_matches('/');
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let is_language = self.standing.identity.languages.iter().any(|lang| lang.as_str() == first);
        let below = rest.trim_end_matches('/');
        let depth = below.split('/').count();
        if !is_language
            || below.is_empty()
            || (ROOMS.contains(&below.split('/').next().unwrap_or_default()) && depth < 5)
        {
            return true;
        }
        let home = self.desk.newsroom.home();
        let held = |key: String| home.owner(self.desk.site.as_str(), &key).is_ok_and(|owner| owner.is_some());
        held(format!("address/{first}/{below}")) || held(format!("old/{path}")) || held(format!("old/{address}"))
    }
}
