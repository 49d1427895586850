//! Media files on the shelf, as far as the newsroom decides about them: erasure removes them, verification reads them.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{AsOf, Command, Fact, Fixture, FixtureKey, Lang, MediaFile, MessageId, SiteId};
use journal::Digest;
use store::{Put, PutError, Shelf};

use crate::{Finding, Newsroom, NewsroomError, Order, Refused};

/// The actor in the journal when a file goes because the text that showed it was erased.
const ERASURE: &str = "erasure";
const ROOM_OF_ERASURES: &str = "erasing";

impl Newsroom {
    /// The same newsroom with the shelf on which media files are kept, so that erasing a text removes its files too and
    /// verification reads them.
    #[must_use]
    pub fn with_shelf(mut self, shelf: Arc<dyn Shelf>) -> Self {
        self.shelf = Some(shelf);
        self
    }

    /// The files that any version or submission of an edition shows or links to.
    pub(crate) fn files_of(
        &self,
        site: &SiteId,
        message: &MessageId,
        lang: &Lang,
    ) -> Result<Vec<Digest>, NewsroomError> {
        let mut files = Vec::new();
        for fact in self.facts_of(site, message)? {
            let sheet = match &fact {
                Fact::VersionReleased { lang: own, sheet, .. } if own == lang => *sheet,
                Fact::DraftSubmitted { lang: own, submission, .. } if own == lang => submission.sheet,
                _ => continue,
            };
            if let Some((_, document)) = self.text_of(sheet)? {
                files.extend(views::files_in(&document));
            }
        }
        files.sort_unstable();
        files.dedup();
        Ok(files)
    }

    /// Notes what an erasure has to remove besides the text, so that a crash in the middle does not forget it.
    pub(crate) fn begin_erasure(&self, site: &SiteId, message: &MessageId, lang: &Lang) -> Result<(), Refused> {
        let files = self.files_of(site, message, lang).map_err(|error| Refused::Unreadable(error.to_string()))?;
        let value = serde_json::to_vec(&files).map_err(|error| Refused::Unreadable(error.to_string()))?;
        let key = format!("{site}/{message}/{lang}");
        let now_us = self.now().as_microsecond();
        // A note that is there was made by an erasure that a crash cut off: what it says still has to be done.
        let put = Put { room: ROOM_OF_ERASURES, key: &key, base: Some(0), value: &value, now_us, expires_us: None };
        match self.records().put(&put) {
            Err(PutError::Store(error)) => Err(Refused::Store(error)),
            _ => Ok(()),
        }
    }

    /// Does what erasures of this site have still to do: drafts, their past and files of texts that are gone already.
    /// Erasing calls it; a server calls it when it starts.
    ///
    /// # Errors
    /// When the home, the views or the shelf fail. What was not done is done at the next call.
    pub fn finish_erasures(&self, site: &SiteId) -> Result<(), Refused> {
        let unreadable = |error: &dyn std::fmt::Display| Refused::Unreadable(error.to_string());
        let now_us = self.now().as_microsecond();
        for record in self.records().records(ROOM_OF_ERASURES, &format!("{site}/"), now_us)? {
            let mut parts = record.key.split('/').skip(1);
            let (Some(Ok(message)), Some(Ok(lang))) =
                (parts.next().map(str::parse::<MessageId>), parts.next().map(str::parse::<Lang>))
            else {
                continue;
            };
            let folded = self.message(site, &message).map_err(|error| unreadable(&error))?;
            if folded.editions.get(&lang).is_some_and(|edition| edition.erasure.is_some()) {
                let files: Vec<Digest> = serde_json::from_slice(&record.value).map_err(|error| unreadable(&error))?;
                self.erase_drafts(site, &message, &lang)?;
                self.erase_beside(&message, &record.key)?;
                self.remove_files(site, &files)?;
                // Only now, and only where it is erased: a note of an erasure that is being decided stays its own.
                self.records().take(ROOM_OF_ERASURES, &record.key, now_us)?;
            }
        }
        Ok(())
    }

    /// Takes the note of an erasure back that was refused.
    pub(crate) fn give_up_erasure(&self, site: &SiteId, message: &MessageId, lang: &Lang) -> Result<(), Refused> {
        let key = format!("{site}/{message}/{lang}");
        self.records().take(ROOM_OF_ERASURES, &key, self.now().as_microsecond())?;
        Ok(())
    }

    /// Removes what else the desk keeps about an edition: comments, texts on their way to a merge, and answers that were
    /// kept for programs that ask twice.
    fn erase_beside(&self, message: &MessageId, edition: &str) -> Result<(), Refused> {
        let now_us = self.now().as_microsecond();
        for room in ["comment", "merge", "presence"] {
            for record in self.records().records(room, &format!("{edition}/"), now_us)? {
                self.records().take(room, &record.key, now_us)?;
            }
        }
        let named = message.as_str().as_bytes();
        for record in self.records().records("idempotency", "", now_us)? {
            if record.value.windows(named.len()).any(|window| window == named) {
                self.records().take("idempotency", &record.key, now_us)?;
            }
        }
        Ok(())
    }

    /// Removes files that nothing shows any more: from the library first, so that a crash in between leaves bytes that
    /// nobody can reach, and then from the shelf.
    pub(crate) fn remove_files(&self, site: &SiteId, files: &[Digest]) -> Result<(), Refused> {
        let unreadable = |error: &dyn std::fmt::Display| Refused::Unreadable(error.to_string());
        let as_of = AsOf { site: site.clone(), instant: self.now() };
        let drafts = self.drafts(site)?;
        let in_drafts: Vec<Digest> = drafts.iter().flat_map(|draft| views::files_in(&draft.content.document)).collect();
        let mut submitted: Vec<Digest> = Vec::new();
        for (_, _, pending) in self.views().submissions(site).map_err(|error| unreadable(&error))? {
            if let Some((_, text)) = self.text_of(pending.submission.sheet).map_err(|error| unreadable(&error))? {
                submitted.extend(views::files_in(&text));
            }
        }
        for digest in files {
            let shown = self.views().shows_file(site, *digest).map_err(|error| unreadable(&error))?;
            if shown || in_drafts.contains(digest) || submitted.contains(digest) {
                continue;
            }
            let known = self.views().media_file(&as_of, *digest).map_err(|error| unreadable(&error))?;
            if known.is_some() {
                let key = FixtureKey { kind: "media".to_owned(), id: digest.to_string() };
                let order = Order::from(Command::RemoveFixture { key, effective: None });
                let answers = self.submit(site, ERASURE, &[order]).map_err(|error| unreadable(&error))?;
                answers.into_iter().try_for_each(|answer| answer.map(drop))?;
            }
            if let Some(shelf) = &self.shelf {
                let sizes = known.iter().flat_map(|file| &file.sizes).map(|size| size.digest);
                for part in sizes.chain([*digest]) {
                    shelf.remove(part)?;
                }
            }
        }
        Ok(())
    }
}

/// The media files that the facts so far say are in the library.
#[derive(Debug, Default)]
pub(crate) struct Library(BTreeMap<String, MediaFile>);

impl Library {
    pub(crate) fn evolve(&mut self, site: &str, fact: &Fact) {
        match fact {
            Fact::FixtureSet { part: Fixture::Media(file), .. } => {
                self.0.insert(format!("{site}/{}", file.digest), file.clone());
            }
            Fact::FixtureRemoved { key, .. } if key.kind == "media" => {
                self.0.remove(&format!("{site}/{}", key.id));
            }
            _ => {}
        }
    }

    /// Reads every file from the shelf, which compares it with its digest.
    pub(crate) fn check(&self, shelf: &dyn Shelf) -> Vec<Finding> {
        let mut findings = Vec::new();
        for file in self.0.values() {
            for digest in file.sizes.iter().map(|size| size.digest).chain([file.digest]) {
                let what = match shelf.get(digest) {
                    Ok(Some(_)) => continue,
                    Ok(None) => "it is not on the shelf".to_owned(),
                    Err(error) => error.to_string(),
                };
                let place = format!("media file {digest} ({})", file.name);
                findings.push(Finding { place, what: format!("{what}; restore the newest backup") });
            }
        }
        findings
    }
}
