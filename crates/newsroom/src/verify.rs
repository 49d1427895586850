//! Verification: the record against itself.

use std::collections::HashSet;
use std::path::Path;

use domain::{Fact, Sheet, Submission};
use journal::{Digest, Head};
use store::{Claim, Home};
use views::Views;

use crate::files::Library;
use crate::newsroom::claims_of;
use crate::{Newsroom, NewsroomError};

/// Entries read at a time.
const ENTRIES_AT_A_TIME: usize = 1_000;

/// Something that is wrong with the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where: an entry, an object, a table.
    pub place: String,
    /// What is wrong and what to do.
    pub what: String,
}

/// What a verification went through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Journal entries.
    pub entries: u64,
    /// Sheets and documents.
    pub objects: u64,
    /// Objects that are gone because an edition was erased.
    pub erased: u64,
    /// What is wrong; the first thing found comes first.
    pub findings: Vec<Finding>,
}

impl Verification {
    fn find(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.findings.push(Finding { place: place.into(), what: what.into() });
    }
}

impl Newsroom {
    /// Checks the whole record: the chain of entries, every fact, every sheet and document against its digest, the
    /// claims against the facts, and the views against views folded anew in the file `scratch`, which is made and
    /// removed. `progress` is called with entries done and entries in all.
    ///
    /// # Errors
    /// When the home or the views fail so badly that checking cannot go on.
    pub fn verify(&self, scratch: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Verification, NewsroomError> {
        let mut verification = Verification::default();
        let (claims, library) = check_journal(self.home(), &mut verification, progress)?;
        check_claims(self.home(), claims, &mut verification)?;
        if let Some(shelf) = &self.shelf {
            verification.findings.extend(library.check(shelf.as_ref()));
        }
        if verification.findings.is_empty() {
            self.check_views(scratch, &mut verification)?;
        }
        Ok(verification)
    }

    fn check_views(&self, scratch: &Path, verification: &mut Verification) -> Result<(), NewsroomError> {
        let anew = Views::open(scratch)?;
        let objects = AllObjects(self.home());
        let mut folded = 0;
        loop {
            let entries = self.home().read(folded, ENTRIES_AT_A_TIME)?;
            let Some(last) = entries.last() else { break };
            folded = last.seq;
            anew.fold(&entries, &objects)?;
        }
        self.catch_up()?;
        for ((table, live), (_, fresh)) in self.views().fingerprint()?.into_iter().zip(anew.fingerprint()?) {
            if live != fresh {
                verification.find(
                    format!("views, table {table}"),
                    "the pages of this server do not say what the journal says; run `chancery rebuild`",
                );
            }
        }
        Ok(())
    }
}

struct AllObjects<'a>(&'a dyn Home);

impl views::Objects for AllObjects<'_> {
    fn packed(&self, digest: Digest) -> Result<Option<Vec<u8>>, views::ViewsError> {
        Ok(self.0.object(digest).map_err(|_| views::ViewsError::Object(digest))?.map(|object| object.packed))
    }
}

fn check_journal(
    home: &dyn Home,
    found: &mut Verification,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(Vec<Claim>, Library), NewsroomError> {
    let total = home.head()?.seq;
    let mut head = Head::EMPTY;
    let mut claims = Vec::new();
    let mut library = Library::default();
    let mut missing: Vec<(u64, String, Digest)> = Vec::new();
    let mut erased: HashSet<String> = HashSet::new();
    loop {
        let entries = home.read(head.seq, ENTRIES_AT_A_TIME)?;
        if entries.is_empty() {
            break;
        }
        for entry in &entries {
            match head.accept(entry) {
                Ok(next) => head = next,
                Err(error) => {
                    found.find(format!("journal entry {}", entry.seq), format!("{error}; restore the newest backup"));
                    return Ok((claims, library));
                }
            }
            found.entries += 1;
            let fact = match Fact::read(&entry.draft.kind, &entry.draft.body) {
                Ok(fact) => fact,
                Err(error) => {
                    found.find(format!("journal entry {}", entry.seq), error.to_string());
                    continue;
                }
            };
            claims.extend(claims_of(&entry.draft.site, &fact));
            library.evolve(&entry.draft.site, &fact);
            for fact in fact.each() {
                match &fact {
                    Fact::VersionReleased { message, lang, sheet, .. }
                    | Fact::DraftSubmitted { message, lang, submission: Submission { sheet, .. }, .. } => {
                        if let Some(gone) = check_version(home, *sheet, found)? {
                            missing.push((entry.seq, format!("{message}/{lang}"), gone));
                        }
                    }
                    Fact::EditionErased { message, lang, .. } => {
                        erased.insert(format!("{message}/{lang}"));
                    }
                    _ => {}
                }
            }
        }
        progress(found.entries, total);
    }
    for (seq, edition, digest) in missing {
        if erased.contains(&edition) {
            found.erased += 1;
        } else {
            found.find(
                format!("object {digest}"),
                format!("entry {seq} names it, but it is not there; restore the newest backup"),
            );
        }
    }
    Ok((claims, library))
}

/// Checks a version's sheet and document; gives the digest of one that is not there.
fn check_version(home: &dyn Home, sheet: Digest, found: &mut Verification) -> Result<Option<Digest>, NewsroomError> {
    let Some(object) = home.object(sheet)? else { return Ok(Some(sheet)) };
    let parsed = match object.unpack() {
        Ok(bytes) => Sheet::parse(&bytes).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    found.objects += 1;
    let document = match parsed {
        Ok(parsed) => parsed.document,
        Err(error) => {
            found.find(format!("object {sheet}"), error);
            return Ok(None);
        }
    };
    let Some(object) = home.object(document)? else { return Ok(Some(document)) };
    found.objects += 1;
    let readable = object
        .unpack()
        .map_err(|error| error.to_string())
        .and_then(|bytes| document::Document::parse_canonical(&bytes).map(drop).map_err(|error| error.to_string()));
    if let Err(error) = readable {
        found.find(format!("object {document}"), error);
    }
    Ok(None)
}

fn check_claims(home: &dyn Home, mut wanted: Vec<Claim>, found: &mut Verification) -> Result<(), NewsroomError> {
    let order = |claim: &Claim| (claim.site.clone(), claim.key.clone(), claim.owner.clone());
    wanted.sort_by_key(order);
    wanted.dedup();
    let kept = home.claims()?;
    let first = wanted.iter().zip(&kept).find(|(wanted, kept)| wanted != kept);
    let extra = || wanted.get(kept.len()).or_else(|| kept.get(wanted.len()));
    if let Some(claim) = first.map(|(wanted, _)| wanted).or_else(extra) {
        found.find(
            format!("claim {}", claim.key),
            "the addresses in use do not follow from the journal; restore the newest backup",
        );
    }
    Ok(())
}
