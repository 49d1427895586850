//! Suggestions from a title and a text: kind, place, date, speakers, teaser, topics, slug. They fill nothing in by themselves;
//! an editor takes or leaves each, and each says why it is made.
//!
//! Start reading at [`suggest`].

mod kinds;
mod occasion;
mod phrase;
mod speakers;

use document::{Body, Document, Node};
use domain::{Kind, Lang, slug_of};
use jiff::civil::Date;

pub use crate::checks::Known;
use crate::manuscript::TEASER_CHARS;
use phrase::Haystack;

/// How often a topic's name must stand in a text before the text is about it.
const TOPIC_TIMES_MIN: usize = 2;

/// The field that a suggestion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The kind of message.
    Kind,
    /// Where the occasion was.
    Place,
    /// The day of the occasion.
    OccasionDate,
    /// A speaker to add to the list.
    Speakers,
    /// The first words in lists.
    Teaser,
    /// A topic to add to the list.
    Topics,
    /// The message's name in its address.
    Slug,
}

impl Field {
    /// The name in JSON: `title`, `kind`, `place`, `occasion-date`, `speakers`, `teaser`, `topics`, `slug`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::OccasionDate => "occasion-date",
            Self::Speakers => "speakers",
            Self::Teaser => "teaser",
            Self::Topics => "topics",
            Self::Slug => "slug",
        }
    }
}

/// What is suggested, as the field holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A kind of message.
    Kind(Kind),
    /// A day.
    Date(Date),
    /// A text; for a speaker the slug.
    Text(String),
}

impl Value {
    /// The value as a form's field holds it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Kind(kind) => kind.as_str().to_owned(),
            Self::Date(date) => date.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// Something that an editor may take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The field it is for; several suggestions for speakers and topics are each one entry of a list.
    pub field: Field,
    /// What to put there.
    pub value: Value,
    /// The same in words for people.
    pub shown: String,
    /// Why, as one sentence.
    pub because: String,
}

impl Suggestion {
    fn text(field: Field, text: impl Into<String>, because: impl Into<String>) -> Self {
        let text = text.into();
        Self { field, value: Value::Text(text.clone()), shown: text, because: because.into() }
    }
}

/// What the title and the text suggest for the other fields, in the order of [`Field`].
///
/// Offices are those held on the day that the title names, or on `today` (in the home zone) where it names none.
#[must_use]
pub fn suggest(title: &str, document: &Document, lang: &Lang, known: &Known<'_>, today: Date) -> Vec<Suggestion> {
    let found = occasion::read(title, known.places);
    let day = found.date.unwrap_or(today);
    let mut out = Vec::new();
    out.extend(better_title(title, document));
    out.extend(kinds::suggest(title, lang));
    out.extend(occasion::suggest(&found));
    out.extend(speakers::suggest(title, document, lang, known.speakers, day));
    let teaser = document.teaser(TEASER_CHARS);
    if !teaser.is_empty() {
        out.push(Suggestion::text(Field::Teaser, teaser, "These are the first words of the text."));
    }
    out.extend(topics(title, document, known.topics));
    if !title.trim().is_empty() {
        out.push(Suggestion::text(Field::Slug, slug_of(title), "These are the words of the title."));
    }
    out.sort_by_key(|suggestion| suggestion.field);
    out
}

/// The first heading where there is no title, else the title without stray spaces and full stop.
fn better_title(title: &str, document: &Document) -> Option<Suggestion> {
    if title.trim().is_empty() {
        let Some(Node::Block(block)) = document.nodes.first() else { return None };
        let heading = matches!(block.body, Body::Heading { .. });
        let text = crate::checks::text_of(block);
        let because = "The text begins with this heading.";
        return (heading && !text.trim().is_empty()).then(|| Suggestion::text(Field::Title, text.trim(), because));
    }
    let mut tidy = single_spaces(title.trim());
    let points = tidy.ends_with('.') && !tidy.ends_with("..") && !ends_in_abbreviation(&tidy);
    if points || tidy.ends_with('。') {
        tidy.pop();
    }
    (tidy != title)
        .then(|| Suggestion::text(Field::Title, tidy, "The title has spaces too many or a full stop at its end."))
}

/// Runs of white space as one space. A single wide space of Chinese titles stays: it is their comma.
fn single_spaces(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    for c in title.chars() {
        let again = c.is_whitespace() && out.ends_with(char::is_whitespace);
        if !again {
            out.push(if c.is_whitespace() && c != '\u{3000}' && c != '\u{a0}' { ' ' } else { c });
        }
    }
    out
}

/// "19 июня 2020 г.", "and others etc.", "J.": the point belongs to the word.
fn ends_in_abbreviation(title: &str) -> bool {
    let word = title.trim_end_matches('.').rsplit([' ', '.']).next().unwrap_or_default();
    word.chars().count() <= 2 || ["etc", "inc", "ltd", "гг", "др", "art"].contains(&word.to_lowercase().as_str())
}

fn topics(title: &str, document: &Document, topics: &[String]) -> Vec<Suggestion> {
    let text = Haystack::new(&format!("{title}\n{}", document.plain_text()));
    let counted = topics.iter().map(|topic| (topic, text.count(topic)));
    counted
        .filter(|(_, times)| *times >= TOPIC_TIMES_MIN)
        .map(|(topic, times)| {
            Suggestion::text(Field::Topics, topic, format!("“{topic}” stands in the text {times} times."))
        })
        .collect()
}
