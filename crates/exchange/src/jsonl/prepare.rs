//! From a line to an order, on a worker's thread: parsing, documents, packing. Nothing is written here.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use document::{Mint, ParseOptions, Parsed, carry_ids, from_html, from_markdown, from_plain};
use domain::{
    Completeness, Digest, Fact, Lang, MessageId, Occasion, Origin, Provenance, Sheet, SiteId, SiteRules, SlugWish,
    VersionClass, slug_of,
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use newsroom::{Chance, KnownOrigin, Manuscript, Newsroom, NewsroomError, Order};

use super::fields::Fields;
use super::flaw::Flaw;
use super::known_names::KnownNames;
use super::lines::{Content, RawLine};
use super::old_address::old_address;
use super::source::{Format, ID_BYTES_MAX, Source};

/// The public note of a version that came from a source that had changed.
const CHANGED_NOTE: &str = "Taken in again from the source, which had changed.";

/// What all lines of an import share.
pub(super) struct Setting<'a> {
    pub(super) newsroom: &'a Newsroom,
    pub(super) site: &'a SiteId,
    pub(super) rules: SiteRules,
    pub(super) names: KnownNames,
    /// The file's name, which stands for the source where a line names none.
    pub(super) file: &'a str,
    pub(super) now: Timestamp,
    pub(super) today: Date,
    /// Salts are drawn per line from this, so that the same import writes the same bytes whichever worker is faster.
    pub(super) seed: [u8; 32],
    pub(super) line_bytes_max: usize,
}

/// A line on its way into the record.
pub(super) struct Prepared {
    pub(super) line: u64,
    pub(super) id: Option<String>,
    pub(super) notes: Vec<String>,
    pub(super) unknown_fields: Vec<String>,
    pub(super) unknown_kind: Option<String>,
    pub(super) fate: Fate,
}

/// What is to become of a line.
pub(super) enum Fate {
    /// Nothing: it is refused.
    Refused(Flaw),
    /// Nothing: it is in the record.
    Skipped { address: String },
    /// It is to be written.
    Ready(Box<Ready>),
    /// Nothing can be said, because the record cannot be asked; the import stops.
    Failed(NewsroomError),
}

/// An order with what is needed to see whether an earlier line stands against it.
pub(super) struct Ready {
    pub(super) order: Order,
    pub(super) is_change: bool,
    pub(super) lang: Lang,
    /// The group of editions it belongs to.
    pub(super) group: Option<Group>,
    /// The address it will have unless another message has it.
    pub(super) address: String,
}

/// A group of editions, for a line that is new in it.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) message: MessageId,
    /// The source's id of the edition that the record has in this language already.
    pub(super) taken_by: Option<String>,
}

/// Why a line comes to nothing: its own fault, or the record's.
enum Trouble {
    Flaw(Flaw),
    Record(NewsroomError),
}

impl From<Flaw> for Trouble {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

impl From<NewsroomError> for Trouble {
    fn from(error: NewsroomError) -> Self {
        Self::Record(error)
    }
}

impl Setting<'_> {
    /// Prepares a line. A line that makes the program itself fail costs that line and nothing else.
    pub(super) fn prepare(&self, raw: RawLine) -> Prepared {
        let mut prepared = Prepared {
            line: raw.number,
            id: None,
            notes: vec![],
            unknown_fields: vec![],
            unknown_kind: None,
            fate: Fate::Refused(Flaw::new(
                "fault",
                "this line makes the program fail; please report it to the makers of Chancery",
            )),
        };
        // What a panic leaves behind is only this line's half-filled notes.
        if let Ok(fate) = catch_unwind(AssertUnwindSafe(|| self.fate(&raw, &mut prepared))) {
            prepared.fate = match fate {
                Ok(fate) => fate,
                Err(Trouble::Flaw(flaw)) => Fate::Refused(flaw),
                Err(Trouble::Record(error)) => Fate::Failed(error),
            };
        }
        prepared
    }

    fn fate(&self, raw: &RawLine, prepared: &mut Prepared) -> Result<Fate, Trouble> {
        let Content::Bytes { bytes, is_ended } = &raw.content else {
            let reason =
                format!("the line is longer than {} bytes; part the text or raise the limit", self.line_bytes_max);
            return Err(Flaw::new("line-too-long", reason).into());
        };
        let mut fields = Fields::read(bytes, *is_ended)?;
        let id = fields.id("id", ID_BYTES_MAX)?.ok_or_else(|| {
            Flaw::new("id-missing", "there is no “id”; without it a second run would take the item in twice")
        })?;
        prepared.id = Some(id.clone());
        let origin = Origin { key: format!("jsonl:{id}"), digest: Digest::of(bytes) };
        let known = self.newsroom.origin(self.site, &origin.key)?;
        if let Some(known) = known.as_ref().filter(|known| known.digest == origin.digest) {
            return Ok(Fate::Skipped { address: public_address(&known.lang, &known.address) });
        }
        let mut source = Source::read(fields, &self.rules)?;
        prepared.unknown_fields = std::mem::take(&mut source.unknown_fields);
        prepared.unknown_kind = source.unknown_kind.take();
        self.note(&source, prepared);
        let draw = match &known {
            None => "1".to_owned(),
            Some(_) => origin.digest.to_string(),
        };
        let message = known.as_ref().map_or_else(|| self.message_id(&source, &id), |known| known.message.clone());
        let mut mint = Manuscript::mint(&message, &source.lang, &draw);
        let manuscript = self.manuscript(&source, &id, message, &mut mint, &mut prepared.notes)?;
        let incoming = Incoming { source, origin, line: raw.number };
        match known {
            None => self.first(incoming, manuscript, &mut prepared.notes),
            Some(known) => self.change(incoming, manuscript, &known, &mut mint, &mut prepared.notes),
        }
    }

    fn note(&self, source: &Source, prepared: &mut Prepared) {
        let notes = &mut prepared.notes;
        notes.extend(
            prepared.unknown_fields.iter().map(|name| format!("the field “{name}” is not known here and was left out")),
        );
        if let Some(word) = &prepared.unknown_kind {
            notes.push(format!(
                "the kind “{}” is not known here; it was imported as {}",
                super::flaw::shown(word),
                source.kind.as_str()
            ));
        }
        if source.date.instant > self.now {
            notes.push(format!("it is under embargo until {}", source.date.instant));
        }
    }

    /// The message's id follows from what the source says, so that a second run, or a run into an emptied site, finds
    /// or makes the same one.
    fn message_id(&self, source: &Source, id: &str) -> MessageId {
        let (what, name) = source.group.as_deref().map_or(("id", id), |group| ("group", group));
        let from = source.source.as_deref().unwrap_or_default();
        let digest = Digest::of(format!("chancery-import\n{}\n{from}\n{what}\n{name}", self.site).as_bytes());
        let mut bits = [0; 10];
        bits.copy_from_slice(&digest.0[..10]);
        MessageId::from_bits(bits)
    }

    fn manuscript(
        &self,
        source: &Source,
        id: &str,
        message: MessageId,
        mint: &mut Mint,
        notes: &mut Vec<String>,
    ) -> Result<Manuscript, Flaw> {
        let speakers = self.names.in_labels(&source.speakers);
        let options = ParseOptions { speakers: &speakers, lang: source.lang.as_str() };
        let mut parsed = match source.format {
            Format::Plain => from_plain(&source.body, &options, mint),
            Format::Markdown => from_markdown(&source.body, &options, mint),
            Format::Html => from_html(&source.body, &options, mint),
        };
        notes.extend(parsed.notes.iter().map(said));
        let mut completeness = Completeness::Whole;
        if parsed.document.is_empty() {
            let teaser = source.teaser.as_deref().ok_or_else(|| {
                Flaw::new("text-missing", "there is no text in “body” and no “teaser”; a message needs one of them")
            })?;
            parsed = Parsed { notes: vec![], ..from_plain(teaser, &options, mint) };
            completeness = Completeness::Summary;
            notes.push("there is no text in “body”; it was marked as a summary".to_owned());
        }
        let mut manuscript =
            Manuscript::new(message, source.title.clone(), source.kind, source.lang.clone(), parsed.document);
        manuscript.teaser.clone_from(&source.teaser);
        manuscript.occasion = Occasion { date: source.event_date, place: source.place.clone(), with: None };
        manuscript.speakers = self.names.speakers(&source.speakers);
        manuscript.topics = self.names.topics(&source.topics);
        manuscript.completeness = completeness;
        manuscript.precision = source.date.precision;
        manuscript.provenance = Some(Provenance {
            source: source.source.clone().unwrap_or_else(|| self.file.to_owned()),
            id: id.to_owned(),
            licence: source.licence.clone(),
            url: source.url.clone(),
            date_basis: source.basis,
            entered: self.today,
        });
        Ok(manuscript)
    }

    fn first(&self, incoming: Incoming, manuscript: Manuscript, notes: &mut Vec<String>) -> Result<Fate, Trouble> {
        let Incoming { source, origin, line } = incoming;
        let group = match &source.group {
            None => None,
            Some(name) => {
                let message = manuscript.message.clone();
                let taken_by = self.edition_in_record(&message, &source.lang)?;
                Some(Group { name: name.clone(), message, taken_by })
            }
        };
        let day = source.date.day;
        let address =
            format!("messages/{:04}/{:02}/{:02}/{}", day.year(), day.month(), day.day(), slug_of(&source.title));
        let order = manuscript.first(&self.chance(line), Some(source.date.instant));
        let order = Manuscript::imported(order, origin, old_addresses(&source, notes));
        let address = public_address(&source.lang, &address);
        Ok(Fate::Ready(Box::new(Ready { order, is_change: false, lang: source.lang, group, address })))
    }

    fn change(
        &self,
        incoming: Incoming,
        mut manuscript: Manuscript,
        known: &KnownOrigin,
        mint: &mut Mint,
        notes: &mut Vec<String>,
    ) -> Result<Fate, Trouble> {
        let Incoming { source, origin, line } = incoming;
        if source.lang != known.lang {
            let reason = format!(
                "the record has this item in {}, and an edition's language does not change; give the new text an id of its own",
                known.lang
            );
            return Err(Flaw::new("language-changed", reason).into());
        }
        let Some((first, newest)) = known.releases else {
            return Err(Flaw::new(
                "release-called-off",
                "the desk called this item's release off; release it there if it is wanted after all",
            )
            .into());
        };
        let Some((sheet, document)) = self.newsroom.text_of(known.sheet)? else {
            return Err(Flaw::new(
                "erased",
                "the item was erased and cannot come back; give it a new id if it is to be published again",
            )
            .into());
        };
        manuscript.document = carry_ids(&document, manuscript.document, mint);
        if let (Some(own), Some(before)) = (&mut manuscript.provenance, &sheet.provenance) {
            own.entered = before.entered;
        }
        if source.date.instant != first {
            notes.push(format!(
                "the source now says {}; the record keeps the first release, {first}",
                source.date.instant
            ));
        }
        // Two public states of an edition are at least a second apart; one under embargo is followed at its release.
        let release = self.now.max(newest.saturating_add(SignedDuration::from_secs(1)).unwrap_or(newest));
        let note = Some(CHANGED_NOTE.to_owned());
        let order =
            manuscript.version(&self.chance(line), Some(release), VersionClass::Substantive, note, SlugWish::Keep);
        let address = public_address(&source.lang, &known.address);
        if says_the_same(&order, &sheet) {
            notes.push("the line is written differently than before but says the same".to_owned());
            return Ok(Fate::Skipped { address });
        }
        let order = Manuscript::imported(order, origin, old_addresses(&source, notes));
        Ok(Fate::Ready(Box::new(Ready { order, is_change: true, lang: source.lang, group: None, address })))
    }

    /// The source's id of the edition that the record has of a message in a language.
    fn edition_in_record(&self, message: &MessageId, lang: &Lang) -> Result<Option<String>, Trouble> {
        let entries = self.newsroom.home().read_stream(self.site.as_str(), &format!("message/{message}"));
        for entry in entries.map_err(NewsroomError::from)? {
            let fact = Fact::read(&entry.draft.kind, &entry.draft.body).map_err(NewsroomError::from)?;
            if let Fact::VersionReleased { lang: own, origin, .. } = fact
                && own == *lang
            {
                let key = origin.map_or_else(|| "made at the desk".to_owned(), |origin| origin.key);
                return Ok(Some(key.strip_prefix("jsonl:").unwrap_or(&key).to_owned()));
            }
        }
        Ok(None)
    }

    fn chance(&self, line: u64) -> Chance {
        let mut seed = self.seed.to_vec();
        seed.extend(line.to_be_bytes());
        Chance::seeded(Digest::of(&seed).0)
    }
}

/// A line that could be read, and what makes it known again.
struct Incoming {
    source: Source,
    origin: Origin,
    line: u64,
}

/// An address as readers have it.
pub(crate) fn public_address(lang: &Lang, below: &str) -> String {
    format!("/{lang}/{below}")
}

fn old_addresses(source: &Source, notes: &mut Vec<String>) -> Vec<String> {
    match source.url.as_deref().map(old_address) {
        None => vec![],
        Some(Ok(path)) => path.into_iter().collect(),
        Some(Err(why)) => {
            notes.push(why);
            vec![]
        }
    }
}

fn said(note: &document::Note) -> String {
    match note.count {
        0 | 1 => note.message.clone(),
        count => format!("{} ({count} times)", note.message),
    }
}

/// Whether the sheet that an order brings says the same as one that is there: all but its salt, which is drawn anew.
fn says_the_same(order: &Order, before: &Sheet) -> bool {
    let brought = order.objects.first().and_then(|object| object.unpack().ok());
    let Some(mut brought) = brought.and_then(|bytes| Sheet::parse(&bytes).ok()) else { return false };
    brought.salt.clone_from(&before.salt);
    brought == *before
}

/// Names as parsers and sheets want them.
pub(super) type Names<'a> = Cow<'a, [String]>;
