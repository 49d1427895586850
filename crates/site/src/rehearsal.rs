//! What only the desk may see through the public rooms: an edition before its release, and the site as at an instant to
//! come. Nothing here is reachable from a public address: the server never calls it.

use document::Document;
use domain::{AsOf, Lang, MessageId, Sheet, SiteId, Version, VersionClass};
use http::StatusCode;
use jiff::Timestamp;
use views::SeenVersion;

use crate::address::Step;
use crate::answer::{Answer, Keep};
use crate::frame::Tense;
use crate::public::{PublicSite, Question, Trouble};

/// An edition that is not public, as it would look.
#[derive(Debug, Clone)]
pub struct PreviewEdition {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// What is said about the text.
    pub sheet: Sheet,
    /// The text.
    pub document: Document,
    /// The address below the language that it has or would have.
    pub address: String,
    /// Its version's number.
    pub number: u32,
    /// The public note, if it is a correction.
    pub note: Option<String>,
    /// Where its pictures are served to whoever looks (`/desk`): put before `/media/…`.
    pub media_prefix: String,
    /// Whose copy this is: printed across the page.
    pub watermark: Option<String>,
}

impl PublicSite {
    /// An edition as the public page would show it at an instant, the future included.
    #[must_use]
    pub fn preview(&self, as_of: &AsOf, edition: &PreviewEdition) -> Answer {
        let tense = Tense::Preview { media: edition.media_prefix.clone(), watermark: edition.watermark.clone() };
        let answer = self.try_preview(as_of, edition, &tense);
        self.or_failure(answer, &edition.address, as_of.instant).keep(Keep::Never)
    }

    /// The site as at any instant, the future included. The question's path is the public one; links in the answer stay
    /// below `prefix`.
    #[must_use]
    pub fn rehearse(&self, site: &SiteId, question: &Question<'_>, instant: Timestamp, prefix: &str) -> Answer {
        let as_of = AsOf { site: site.clone(), instant };
        let answer = self.try_rehearse(&as_of, question, prefix);
        self.or_failure(answer, question.path, instant).keep(Keep::Never)
    }

    fn try_preview(&self, as_of: &AsOf, edition: &PreviewEdition, tense: &Tense) -> Result<Answer, Trouble> {
        let Some(standing) = self.standing(as_of)? else {
            return Ok(Answer::text(StatusCode::NOT_FOUND, "There is no site at this instant.\n"));
        };
        let version = Version {
            number: edition.number,
            release: as_of.instant,
            sheet: edition.sheet.document,
            address: edition.address.clone(),
            class: if edition.number <= 1 { VersionClass::First } else { VersionClass::Substantive },
            note: edition.note.clone(),
            approval: None,
            bundle: None,
        };
        let seen =
            SeenVersion::unreleased(edition.message.clone(), version, edition.sheet.clone(), edition.document.clone());
        self.unreleased(as_of, &standing, &edition.lang, &seen, tense)
    }

    fn try_rehearse(&self, as_of: &AsOf, question: &Question<'_>, prefix: &str) -> Result<Answer, Trouble> {
        let Some(standing) = self.standing(as_of)? else {
            return Ok(Answer::text(StatusCode::NOT_FOUND, "There is no site at this instant.\n"));
        };
        let tense = Tense::Rehearsal(prefix.to_owned());
        match Step::read(question.path, &standing.identity.languages) {
            Step::Page { at: None, address } => self.page_at(as_of, &standing, question, &address, &tense),
            Step::Root { .. } => {
                let lang = standing.identity.languages.first().map(Lang::to_string).unwrap_or_default();
                Ok(Answer::redirect(StatusCode::FOUND, format!("{prefix}/{lang}/")))
            }
            Step::Elsewhere(path) => Ok(Answer::redirect(StatusCode::FOUND, format!("{prefix}{path}"))),
            _ => Ok(Answer::text(StatusCode::NOT_FOUND, "There is no page at this address at this instant.\n")),
        }
    }
}
