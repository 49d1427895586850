//! What every room of the desk is given.

use std::sync::Arc;

use domain::{AsOf, Lang, SiteId};
use jiff::Timestamp;
use newsroom::{Newsroom, Rights, Visitor};
use site::PublicSite;
use store::{Records, Shelf};
use views::Standing;

use crate::page::Templates;
use crate::times::{PlaceTime, places_of};
use crate::{DeskError, Signed};

/// Pieces of work done at the same time. Twenty editors who save at once must not take the processor from the readers:
/// their saves take some milliseconds each, one after the other.
const WORK_AT_ONCE: usize = 3;
static WORK: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(WORK_AT_ONCE);

/// What the operator says about the desk.
#[derive(Debug, Clone, Default)]
pub struct DeskSettings {
    /// The public site's address without a slash at its end (`https://press.example`), for links out of the desk.
    pub public_url: Option<String>,
    /// The desk's own address without a slash at its end where it has one (`https://desk.example`).
    pub desk_url: Option<String>,
}

/// Everything that the rooms of the desk work with. Shared between threads.
pub struct DeskState {
    /// The door for writes.
    pub newsroom: Arc<Newsroom>,
    /// The public rooms, for previews.
    pub public: Arc<PublicSite>,
    /// Where media files are kept.
    pub shelf: Arc<dyn Shelf>,
    /// The site.
    pub site: SiteId,
    /// The operator's settings.
    pub settings: DeskSettings,
    /// Templates and strings.
    pub templates: Templates,
    /// Who is let in, and how.
    pub door: crate::signin::Door,
    /// Whether anybody may sign in as one of the sample's people: in a demonstration, and nowhere else.
    pub demonstration: bool,
}

impl DeskState {
    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.newsroom.now()
    }

    /// The desk's records.
    #[must_use]
    pub fn records(&self) -> &dyn Records {
        self.newsroom.records()
    }

    /// The standing parts of the site now.
    ///
    /// # Errors
    /// When the views fail.
    pub fn standing(&self) -> Result<Standing, DeskError> {
        let as_of = AsOf { site: self.site.clone(), instant: self.now() };
        self.newsroom.views().standing(&as_of)?.ok_or_else(|| DeskError::internal("the site has no identity"))
    }

    /// What an account may do.
    ///
    /// # Errors
    /// When the home fails.
    pub fn rights(&self, signed: &Signed) -> Result<Rights, DeskError> {
        Ok(self.newsroom.rights(&self.site, &signed.account)?)
    }

    /// Who acts, for the newsroom.
    #[must_use]
    pub fn visitor(&self, signed: &Signed) -> Visitor {
        Visitor { account: signed.account.clone(), from: Some(signed.from.clone()) }
    }

    /// An instant in words for home, the other cities of the header and UTC.
    ///
    /// # Errors
    /// When the views fail.
    pub fn places(&self, lang: &Lang, instant: Timestamp) -> Result<Vec<PlaceTime>, DeskError> {
        Ok(places_of(&self.standing()?, &self.templates, lang, instant))
    }

    /// Runs blocking work (the newsroom, the disk, a picture) off the threads that serve connections.
    ///
    /// # Errors
    /// What the work gives, or a failure without words when it panicked.
    pub async fn work<T, F>(self: &Arc<Self>, work: F) -> Result<T, DeskError>
    where
        T: Send + 'static,
        F: FnOnce(&Self) -> Result<T, DeskError> + Send + 'static,
    {
        let state = Arc::clone(self);
        // The semaphore is never closed, so waiting for it cannot fail; without a place the work is done all the same.
        let _place = WORK.acquire().await.ok();
        tokio::task::spawn_blocking(move || work(&state))
            .await
            .unwrap_or_else(|_| Err(DeskError::internal("a room of the desk failed")))
    }
}
