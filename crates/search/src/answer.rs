//! What is asked and what is answered.

use domain::{Kind, Lang, MessageId};
use jiff::civil::Date;

/// What a result is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A message; its best passages are shown.
    #[default]
    Messages,
    /// What somebody said: a turn of a transcript, or a whole text that has one speaker.
    Turns,
}

/// In which order results stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The best first, equal ones newest first.
    #[default]
    Relevance,
    /// The newest first.
    Newest,
}

/// Editions in which languages are searched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum LangChoice {
    /// Those in the language of the page.
    #[default]
    OfPage,
    /// All.
    All,
    /// Those in one language.
    One(Lang),
}

/// What results must be besides having the words. Everything absent is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// With this speaker (slug); for turns: said by this speaker.
    pub speaker: Option<String>,
    /// With an occasion at this place: compared without regard to case and diacritics.
    pub place: Option<String>,
    /// About this topic (slug).
    pub topic: Option<String>,
    /// Released in this year (of the day in the address).
    pub year: Option<i16>,
    /// Released on this day or later.
    pub from: Option<Date>,
    /// Released on this day or earlier.
    pub to: Option<Date>,
    /// In these languages.
    pub lang: LangChoice,
}

/// A question to the index.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// What the reader typed. Anything: it is never an error. Empty finds everything that fits the filter.
    pub text: String,
    /// What results must be besides.
    pub filter: Filter,
    /// What a result is.
    pub unit: Unit,
    /// The order; a query without words is always newest first.
    pub order: Order,
    /// Results to pass over; at most [`Ask::SKIP_MAX`].
    pub skip: usize,
    /// Results wanted; at most [`Ask::LIMIT_MAX`].
    pub limit: usize,
}

impl Ask {
    /// Results that can be passed over: whoever turned a hundred pages narrows the question instead.
    pub const SKIP_MAX: usize = 1_000;
    /// Results in one answer.
    pub const LIMIT_MAX: usize = 100;
}

/// How far the index has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has everything that the views have.
    Ready,
    /// It is being built; results may be missing.
    CatchingUp {
        /// Editions taken in.
        done: u64,
        /// Editions there are.
        total: u64,
    },
}

/// What the index answers.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Results that fit words and filter.
    pub total: u64,
    /// The stretch of results asked for.
    pub hits: Vec<Hit>,
    /// What the filter may be narrowed or changed to.
    pub facets: FacetCounts,
    /// How many results each year has, oldest first; years without any are left out.
    pub years: Vec<YearCount>,
    /// How the words were read.
    pub understood: Understood,
    /// Another spelling that finds something where this one finds nothing or little.
    pub suggestion: Option<String>,
    /// How far the index has got.
    pub state: State,
}

/// How a query was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// Words that were looked for, as typed.
    pub words: Vec<String>,
    /// Phrases that were looked for, as typed.
    pub phrases: Vec<String>,
    /// Words that results must not have.
    pub without: Vec<String>,
    /// Filters written in the query (`speaker:`, `place:` …) as name and value, in the order typed.
    pub filters: Vec<(String, String)>,
    /// Whether no message has all the words, so that messages with some of them were taken.
    pub relaxed: bool,
    /// Whether the query was longer than what is looked at, and only its beginning was.
    pub cut: bool,
}

/// One result.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The message.
    pub message: MessageId,
    /// The edition's language.
    pub lang: Lang,
    /// The version shown at the instant.
    pub version: u32,
    /// The address below the language.
    pub path: String,
    /// The kind.
    pub kind: Kind,
    /// The title, words that were looked for marked.
    pub title: Vec<Piece>,
    /// The place of the occasion.
    pub place: Option<String>,
    /// The day of the occasion.
    pub event_date: Option<Date>,
    /// The day of the first release; nothing for an evergreen page.
    pub day: Option<Date>,
    /// The best passages in the order of the text; for a turn exactly one.
    pub snippets: Vec<Snippet>,
}

/// A passage of a result.
#[derive(Debug, Clone)]
pub struct Snippet {
    /// The anchor at which the result opens: a paragraph's or, where it has none of its own, a turn's permanent id.
    pub anchor: Option<String>,
    /// Who says it.
    pub said: Option<Said>,
    /// The passage, words that were looked for marked; `…` at an end that is cut.
    pub text: Vec<Piece>,
}

/// Who says a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The permanent id of the turn.
    pub turn: String,
    /// The label as printed.
    pub label: String,
    /// The name the text gives for the label, where it does.
    pub name: Option<String>,
    /// The slug of the site's speaker, once an editor has said who it is.
    pub speaker: Option<String>,
    /// The turn's part in the conversation.
    pub role: document::Role,
}

/// A piece of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text, plain.
    pub text: String,
    /// Whether it was looked for.
    pub marked: bool,
}

/// A value a filter may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The value in addresses.
    pub value: String,
    /// The text as the record has it; the value itself where the page knows a better word (kinds, languages, years).
    pub label: String,
    /// Results that have it, all other filters applied.
    pub count: u64,
}

/// The values filters may take, the most frequent first; each list counts with all other filters applied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// Kinds.
    pub kinds: Vec<Facet>,
    /// Speakers; for turns: who says it.
    pub speakers: Vec<Facet>,
    /// Places.
    pub places: Vec<Facet>,
    /// Topics.
    pub topics: Vec<Facet>,
    /// Years of the day in the address, newest first.
    pub years: Vec<Facet>,
    /// Languages of editions.
    pub langs: Vec<Facet>,
}

/// How many results a year has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearCount {
    /// The year.
    pub year: i16,
    /// Results.
    pub count: u64,
}
