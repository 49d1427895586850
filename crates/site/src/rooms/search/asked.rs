//! The search's query in its address.

use ::search::{Ask, Filter, LangChoice, Order, Unit};
use domain::{Kind, Lang, slug_of};
use jiff::civil::Date;

use crate::address::percent_encode;
use crate::query::typed_pairs;

/// Results on a page.
pub(crate) const PER_PAGE: usize = 20;
/// The last page: whoever got there narrows the question instead of turning on.
pub(crate) const PAGES_MAX: usize = Ask::SKIP_MAX / PER_PAGE + 1;
/// Characters of the reader's words that links carry: as many as the index looks at. A page has a hundred links, and each
/// would repeat a pasted text.
const LINK_CHARS_MAX: usize = 1_000;
/// Longest value of a filter, in characters: longer than any place or speaker.
const VALUE_CHARS_MAX: usize = 200;

/// What the address of a search says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SearchQuery {
    /// The reader's words, white space and control characters made spaces.
    pub(crate) text: String,
    /// Messages, or what was said.
    pub(crate) unit: Unit,
    /// What results must be besides.
    pub(crate) filter: Filter,
    /// The order asked for.
    pub(crate) order: Order,
    /// The page of results, from 1 to [`PAGES_MAX`].
    pub(crate) page: usize,
}

impl Default for SearchQuery {
    fn default() -> Self {
        Self { text: String::new(), unit: Unit::default(), filter: Filter::default(), order: Order::default(), page: 1 }
    }
}

impl SearchQuery {
    /// Names of the parameters, `q` first, in the order in which they are written.
    pub(crate) const NAMES: [&str; 12] =
        ["q", "in", "kind", "speaker", "place", "topic", "year", "from", "to", "edition", "order", "page"];

    /// Reads a query string; nothing when a value cannot be what it should be (a date that does not exist, a kind there
    /// is none of). The words of `q` are never refused. Empty values and parameters of other programs are passed over.
    pub(crate) fn read(query: &str) -> Option<Self> {
        let mut read = Self::default();
        for (name, value) in typed_pairs(query) {
            read.take(&name, value.trim()).ok()?;
        }
        Some(read)
    }

    /// Takes one parameter in.
    ///
    /// # Errors
    /// [`CannotBe`] when the value cannot be what it should be.
    pub(crate) fn take(&mut self, name: &str, value: &str) -> Result<(), CannotBe> {
        if name == "q" {
            self.text = words_of(value);
        }
        if value.is_empty() || !Self::NAMES[1..].contains(&name) {
            return Ok(());
        }
        if value.chars().count() > VALUE_CHARS_MAX || value.contains(['\u{fffd}', '\0']) {
            return Err(CannotBe);
        }
        let date = || value.parse::<Date>().map_err(|_| CannotBe);
        let filter = &mut self.filter;
        match name {
            "in" => self.unit = one_of(value, &[("messages", Unit::Messages), ("turns", Unit::Turns)])?,
            "order" => self.order = one_of(value, &[("relevance", Order::Relevance), ("newest", Order::Newest)])?,
            "kind" => filter.kind = Some(kind_named(value).ok_or(CannotBe)?),
            "speaker" => filter.speaker = Some(slug_of(value)),
            "topic" => filter.topic = Some(slug_of(value)),
            "place" => filter.place = Some(value.to_owned()),
            "year" => {
                let year = value.parse().ok().filter(|year| (1..=9_999).contains(year));
                filter.year = Some(year.ok_or(CannotBe)?);
            }
            "from" => filter.from = Some(date()?),
            "to" => filter.to = Some(date()?),
            "edition" if value == "all" => filter.lang = LangChoice::All,
            "edition" => filter.lang = LangChoice::One(value.parse::<Lang>().map_err(|_| CannotBe)?),
            _ => {
                let page = value.parse().ok().filter(|page| (1..=PAGES_MAX).contains(page));
                self.page = page.ok_or(CannotBe)?;
            }
        }
        Ok(())
    }

    /// The query in its one written form, with `?` in front; empty when nothing is asked.
    pub(crate) fn written(&self) -> String {
        let text: String = self.text.chars().take(LINK_CHARS_MAX).collect();
        let mut written = String::new();
        for (name, value) in [("q", text)].into_iter().chain(self.kept()).chain(self.page_part()) {
            if !value.is_empty() {
                written.push(if written.is_empty() { '?' } else { '&' });
                written.push_str(name);
                written.push('=');
                written.push_str(&percent_encode(&value).replace(';', "%3B"));
            }
        }
        written
    }

    /// Every parameter that is set but the words, the days and the page, as name and value: what a new question keeps.
    pub(crate) fn kept_but_days(&self) -> Vec<(&'static str, String)> {
        self.kept().into_iter().filter(|(name, _)| !matches!(*name, "from" | "to")).collect()
    }

    /// Whether it asks for anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.is_narrowed()
    }

    /// Whether it has a filter other than languages, which alone ask for nothing.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.filter != Filter { lang: self.filter.lang.clone(), ..Filter::default() }
    }

    /// The question to the index.
    pub(crate) fn ask(&self) -> Ask {
        Ask {
            text: self.text.clone(),
            filter: self.filter.clone(),
            unit: self.unit,
            order: self.order,
            skip: (self.page - 1) * PER_PAGE,
            limit: PER_PAGE,
        }
    }

    /// The same query with another filter, from the first page.
    pub(crate) fn with(&self, set: impl FnOnce(&mut Filter)) -> Self {
        let mut query = Self { page: 1, ..self.clone() };
        set(&mut query.filter);
        query
    }

    fn kept(&self) -> Vec<(&'static str, String)> {
        let filter = &self.filter;
        let parts = [
            ("in", (self.unit == Unit::Turns).then(|| "turns".to_owned())),
            ("kind", filter.kind.map(|kind| kind.as_str().to_owned())),
            ("speaker", filter.speaker.clone()),
            ("place", filter.place.clone()),
            ("topic", filter.topic.clone()),
            ("year", filter.year.map(|year| format!("{year:04}"))),
            ("from", filter.from.map(|date| date.to_string())),
            ("to", filter.to.map(|date| date.to_string())),
            (
                "edition",
                match &filter.lang {
                    LangChoice::OfPage => None,
                    LangChoice::All => Some("all".to_owned()),
                    LangChoice::One(lang) => Some(lang.to_string()),
                },
            ),
            ("order", (self.order == Order::Newest).then(|| "newest".to_owned())),
        ];
        parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    fn page_part(&self) -> Option<(&'static str, String)> {
        (self.page > 1).then(|| ("page", self.page.to_string()))
    }
}

/// A parameter's value cannot be what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CannotBe;

fn one_of<T: Copy>(value: &str, known: &[(&str, T)]) -> Result<T, CannotBe> {
    known.iter().find(|(name, _)| *name == value).map(|(_, known)| *known).ok_or(CannotBe)
}

/// A kind by its name in addresses; evergreen pages are searched too.
fn kind_named(value: &str) -> Option<Kind> {
    Kind::named(value).or_else(|| (value == Kind::Page.as_str()).then_some(Kind::Page))
}

/// What a reader typed, fit for a line: control characters and white space of any kind are spaces.
fn words_of(value: &str) -> String {
    let spaced: String = value.chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_query_is_read_and_written() {
        let query = "page=3&q=%22harbour+fees%22&in=turns&speaker=Ilse+Maren&place=Port%20Selby&year=2020&edition=all&utm=x&to=";
        let read = SearchQuery::read(query).unwrap();
        assert_eq!((read.text.as_str(), read.unit, read.page), ("\"harbour fees\"", Unit::Turns, 3));
        assert_eq!((read.ask().skip, read.ask().limit), (40, 20));
        assert_eq!(
            read.written(),
            "?q=%22harbour%20fees%22&in=turns&speaker=ilse-maren&place=Port%20Selby&year=2020&edition=all&page=3"
        );
        assert_eq!(SearchQuery::read(read.written().trim_start_matches('?')), Some(read.clone()));
        assert_eq!(read.with(|filter| filter.year = None).page, 1);
        let plain = SearchQuery::read("in=messages&order=relevance&edition=ar").unwrap();
        assert_eq!(plain.written(), "?edition=ar");
        assert!(plain.is_empty() && SearchQuery::read("q=+").unwrap().is_empty());
        assert_eq!(SearchQuery::read("kind=page").unwrap().filter.kind, Some(Kind::Page));
    }

    #[test]
    fn a_value_that_cannot_be_is_refused_and_a_word_never() {
        for query in [
            "from=2020-02-30",
            "kind=poem",
            "year=0",
            "year=20200",
            "year=x",
            "in=songs",
            "order=best",
            "edition=%20x%20y",
            "page=0",
            "page=52",
            "page=-1",
            "place=%ff",
            "place=a%00b",
            &format!("topic={}", "x".repeat(300)),
        ] {
            assert_eq!(SearchQuery::read(query), None, "{query}");
        }
        for (query, text) in [
            ("q=100%", "100%"),
            ("q=%ff", "\u{fffd}"),
            ("q=a%00%0Ab", "a  b"),
            ("q=%22+-+%29+OR", "\" - ) OR"),
            ("q", ""),
        ] {
            assert_eq!(SearchQuery::read(query).unwrap().text, text, "{query}");
        }
    }

    #[test]
    fn links_do_not_repeat_a_pasted_text() {
        let read = SearchQuery::read(&format!("q={}", "word+".repeat(2_000))).unwrap();
        assert!(read.text.chars().count() > 9_000);
        assert!(read.written().len() < 4 * LINK_CHARS_MAX);
    }

    proptest! {
        #[test]
        fn any_words_are_read_and_come_back(words in "\\PC{0,80}") {
            let query = SearchQuery { text: words_of(&words), ..SearchQuery::default() };
            prop_assert_eq!(SearchQuery::read(query.written().trim_start_matches('?')), Some(query));
        }

        #[test]
        fn no_query_string_upsets_the_reader(raw in "[a-z=&%+0-9]{0,60}") {
            let _ = SearchQuery::read(&raw);
        }
    }
}
