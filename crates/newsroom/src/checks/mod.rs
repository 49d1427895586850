//! Checks of a text before it is submitted: what is surely wrong, and what somebody should look at.
//!
//! A check never changes anything and never refuses: it says where to look and what to do. All of them are pure functions
//! of the text and of what the site knows. Start reading at [`check`].

mod balance;
pub(crate) mod date_words;
mod dates;
mod doubled;
mod links;
mod names;
mod piece;
mod placeholders;
mod scripts;
mod shape;
mod translation;
pub(crate) mod written_date;

use document::Document;
use domain::{Kind, Lang, Occasion, Speaker};
use jiff::civil::Date;

// Texts and labels are compared in one way: what a check finds is what a label means.
pub(crate) use domain::fold_word as fold;
pub(crate) use piece::text_of;
pub use shape::TITLE_CHARS_LOOK;

/// How many findings of one code are told: who has twenty of a kind to mend sees the rest when checking again.
const FINDINGS_PER_CODE_MAX: usize = 20;

/// A text and all that is said about it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The title.
    pub title: &'a str,
    /// What it is.
    pub kind: Kind,
    /// The language of the text.
    pub lang: &'a Lang,
    /// The first words in lists, if somebody wrote them.
    pub teaser: Option<&'a str>,
    /// What it is about in time and space.
    pub occasion: &'a Occasion,
    /// Who speaks: slugs of known speakers, or names.
    pub speakers: &'a [String],
    /// The text.
    pub document: &'a Document,
    /// The day of the release in the home zone, once chosen.
    pub release: Option<Date>,
    /// The text that this one is a translation of.
    pub source: Option<&'a Document>,
}

/// What the site knows.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The speakers with their names, aliases and offices in all languages.
    pub speakers: &'a [Speaker],
    /// Names of places, in any language.
    pub places: &'a [String],
    /// Names of topics, in any language.
    pub topics: &'a [String],
    /// Whether an internal address (`/en/…`, without query and fragment) leads somewhere.
    pub addresses: &'a dyn Fn(&str) -> bool,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It is wrong.
    Wrong,
    /// It may be right; somebody should look.
    Look,
}

impl Severity {
    /// The name in JSON and class names: `wrong`, `look`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Look => "look",
        }
    }
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which check found it; stable, for tests and translations.
    pub code: &'static str,
    /// How sure it is.
    pub severity: Severity,
    /// One sentence that names the place and what to do.
    pub message: String,
    /// The id of the block or turn; nothing for the title and what else stands outside the text.
    pub block: Option<String>,
    /// What could stand there instead of the passage that the message quotes first.
    pub suggestion: Option<String>,
}

/// Checks a text: surely wrong things first, then those to look at, each in the order of the text.
#[must_use]
pub fn check(text: &Checked<'_>, known: &Known<'_>) -> Vec<Finding> {
    let pieces = piece::pieces(text);
    let mut found = shape::check(text, known, &pieces);
    found.extend(names::check(text.lang, known, &pieces));
    found.extend(dates::check(text, &pieces));
    found.extend(placeholders::check(&pieces));
    found.extend(doubled::check(known, &pieces));
    found.extend(balance::check(text.lang, &pieces));
    found.extend(scripts::check(&pieces));
    found.extend(links::check(text.document, known, &pieces));
    found.extend(text.source.into_iter().flat_map(|source| translation::check(source, text.document)));
    let mut counts = std::collections::HashMap::new();
    found.retain(|finding| {
        let count = counts.entry(finding.code).or_insert(0);
        *count += 1;
        *count <= FINDINGS_PER_CODE_MAX
    });
    found.sort_by_key(|finding| finding.severity);
    found
}
