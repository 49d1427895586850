//! Is this a true quote?
//!
//! [`Search::check_quote`] takes what somebody pasted and says whether the record has it: to the letter, but for typography,
//! altered, in an earlier version, as the words of whoever asked, or not at all (ADR 0024). It never claims more than the
//! record shows: every answer but “not found” carries the record's own words, who says them and where.
//!
//! The quote is made ready (`normalise.rs`), the index names texts that may have it (`candidates.rs`), each is read from the
//! views and laid beside it (`record.rs`, `align.rs`, `fill.rs`), what is found is judged (`passage.rs`, `printed.rs`, `likeness.rs`,
//! `attribution.rs`) and put in order (`verdict.rs`).

mod align;
mod attribution;
mod candidates;
mod fill;
mod likeness;
mod normalise;
mod passage;
mod present;
mod printed;
mod record;
#[cfg(test)]
mod tests;
mod tokens;
mod verdict;

use domain::{AsOf, Kind, Lang, MessageId, VersionClass};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::{Said, Search, SearchError, State};

/// Characters of a quote that are looked at; of a longer one only the beginning is, and the answer says so. A page of a
/// book has about as many.
pub const QUOTE_CHARS_MAX: usize = 2_000;
/// Places that an answer lists.
pub const MATCHES_MAX: usize = 5;

/// Whether a quote is true.
#[derive(Debug, Clone)]
pub struct QuoteAnswer {
    /// What the record shows.
    pub verdict: Verdict,
    /// Where, the best place first; at most [`MATCHES_MAX`]. Never empty where the verdict says that the record has
    /// something.
    pub matches: Vec<QuoteMatch>,
    /// In how many editions the public sees these very words one after the other, as the index counts them; at least the
    /// matches that are verbatim. Says how common a short quote is.
    pub common: u64,
    /// Whether the quote was longer than [`QUOTE_CHARS_MAX`] and only its beginning was looked at.
    pub cut: bool,
    /// How far the index has got: while it is catching up, “not found” means little.
    pub state: State,
}

/// What the record shows about a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It stands in the record word for word; only white space and the marks around it were not compared.
    Verbatim,
    /// It stands there but for punctuation, typography, the case of first letters, letters misread by a scanner, and what
    /// the quoter marked as left out (`…`) or put in (`[…]`).
    Typography,
    /// The record has something like it; what differs is shown.
    Altered,
    /// It stood so, or but for typography, in a version that was corrected since.
    Earlier,
    /// It stands so, or but for typography, but whoever asked said it.
    Questioner,
    /// The record that the public sees has nothing like it.
    NotFound,
    /// Too few words to say anything: fewer than four words or eight Han characters, and not in the record as they stand.
    TooShort,
    /// Nothing was asked.
    Empty,
}

/// How far a quote is from one passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// The same but for white space.
    Exact,
    /// The same but for typography, see [`Verdict::Typography`].
    Typography,
    /// Words differ.
    Altered,
}

/// How the pieces of a quote with ellipses stand in the record. All but [`Joined::Near`] make it altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Joined {
    /// In order, at most 120 words apart, in one turn.
    Near,
    /// In order, but further apart.
    Far,
    /// What is left out denies something in the sentence that it is taken out of.
    Denial,
    /// In different turns.
    OtherTurn,
    /// In another order.
    OutOfOrder,
}

/// How the speaker's label that was pasted with a quote stands to who says it in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attribution {
    /// It is the same speaker.
    Fits,
    /// It is another speaker: the quote is altered, whatever its words.
    Other,
    /// The record does not tell.
    Unclear,
}

/// A piece of a difference between a quote, or an older text, and the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffPiece {
    /// Both have it; as the record prints it.
    Same(String),
    /// Only the quote, or the older text, has it.
    OnlyQuote(String),
    /// Only the record, or the present text, has it.
    OnlyRecord(String),
}

impl DiffPiece {
    /// The text if the record has it.
    #[must_use]
    pub fn recorded(&self) -> Option<&str> {
        match self {
            Self::Same(text) | Self::OnlyRecord(text) => Some(text),
            Self::OnlyQuote(_) => None,
        }
    }
}

/// A place in the record that has a quote, or something like it.
#[derive(Debug, Clone)]
pub struct QuoteMatch {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The version that has it.
    pub version: u32,
    /// The address below the language at which the edition stands at the instant.
    pub path: String,
    /// The title in that version.
    pub title: String,
    /// The kind.
    pub kind: Kind,
    /// The day of the first release in the home zone; nothing for an evergreen page.
    pub day: Option<Date>,
    /// The day of the occasion.
    pub event_date: Option<Date>,
    /// The place of the occasion.
    pub place: Option<String>,
    /// Who says it; of a quote over several turns who says its beginning. For a text without turns that one speaker says,
    /// `turn` is empty.
    pub said: Option<Said>,
    /// Whether the quote runs over words of more than one turn, such as a question and its answer.
    pub is_mixed: bool,
    /// How a pasted label stands to who says it; nothing where none was pasted.
    pub attribution: Option<Attribution>,
    /// The anchor of the paragraph in which it begins; nothing where it stands in the title.
    pub anchor: Option<String>,
    /// How far it is from the quote.
    pub exactness: Exactness,
    /// How pieces that ellipses part stand to each other; nothing where nothing is left out between them.
    pub joined: Option<Joined>,
    /// The whole quote against the passage, word by word. What both or only the record has is together the passage.
    pub pieces: Vec<DiffPiece>,
    /// The record's own words, as printed; paragraphs are parted by line breaks, places further apart by ` … `.
    pub passage: String,
    /// Whether the version is the one that the public sees at the instant.
    pub is_current: bool,
    /// What the present version says there; nothing when it is this one.
    pub present: Option<Present>,
    /// 0 to 1: how much of quote and passage is the same, in letters.
    pub similarity: f32,
}

/// What the present version of an edition says where an earlier one had the quoted words.
#[derive(Debug, Clone)]
pub struct Present {
    /// The present version's number.
    pub version: u32,
    /// The version that changed the passage, which may be an earlier one than the present.
    pub changed_in: u32,
    /// How that version differed from the one before it.
    pub class: VersionClass,
    /// Its public note.
    pub note: Option<String>,
    /// Since when the public sees it.
    pub release: Timestamp,
    /// The anchor of the passage in the present text; nothing where it is gone.
    pub anchor: Option<String>,
    /// The old passage against the present one: [`DiffPiece::OnlyQuote`] is what is gone, [`DiffPiece::OnlyRecord`] what is new.
    pub pieces: Vec<DiffPiece>,
}

impl Search {
    /// Whether the record, as the public sees it at the instant, has a quote. All languages are looked through; of places
    /// that are equally good those in `lang` come first.
    ///
    /// # Errors
    /// When index or views cannot be read.
    pub fn check_quote(&self, as_of: &AsOf, lang: &Lang, text: &str) -> Result<QuoteAnswer, SearchError> {
        self.guarded(|| verdict::check(self, as_of, lang, text))
    }
}
