//! What a form says of a message, as text: read from a request, shown again when something is wrong, and made into content.

use std::collections::BTreeMap;

use document::Document;
use domain::{Follows, Kind, Lang, Occasion, Speaker, Topic, VersionClass};
use newsroom::Content;
use serde::Serialize;
use serde_json::Value;
use views::Standing;

use super::limits::VALUES_MAX;

/// The names of the form's fields in the order of the page.
pub(crate) const NAMES: [&str; 13] = [
    "title",
    "kind",
    "teaser",
    "occasion_date",
    "place",
    "with",
    "speakers",
    "topics",
    "slug",
    "nav",
    "class",
    "note",
    "follows",
];

/// A field that says something that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Problem {
    pub(crate) field: String,
    pub(crate) message: String,
}

impl Problem {
    pub(crate) fn new(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.to_owned(), message: message.into() }
    }
}

/// The values of the form's fields. Speakers and topics have several.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Fields(BTreeMap<String, Vec<String>>);

impl Fields {
    /// What a content says, as a form shows it: known speakers and topics by their names.
    pub(crate) fn of(content: &Content, lang: &Lang, standing: &Standing) -> Self {
        let optional = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
        let names = Names { lang, standing };
        let values = [
            ("title", vec![content.title.clone()]),
            ("kind", vec![content.kind.as_str().to_owned()]),
            ("teaser", optional(&content.teaser)),
            ("occasion_date", content.occasion.date.iter().map(ToString::to_string).collect()),
            ("place", optional(&content.occasion.place)),
            ("with", optional(&content.occasion.with)),
            ("speakers", content.speakers.iter().map(|slug| names.shown_speaker(slug)).collect()),
            ("topics", content.topics.iter().map(|slug| names.shown_topic(slug)).collect()),
            ("slug", optional(&content.slug)),
            ("nav", content.nav.iter().map(ToString::to_string).collect()),
            ("class", content.class.iter().map(|class| class.as_str().to_owned()).collect()),
            ("note", optional(&content.note)),
            ("follows", content.follows.iter().map(|from| format!("{}/{}", from.lang, from.number)).collect()),
        ];
        Self(values.into_iter().map(|(name, values)| (name.to_owned(), values)).collect())
    }

    /// Takes over what a form says; a field that the form does not have stays as it was.
    pub(crate) fn overlay<'p>(&mut self, pairs: impl IntoIterator<Item = (&'p str, &'p str)>) {
        let mut said: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (name, value) in pairs {
            if let Some(name) = NAMES.into_iter().find(|own| *own == name) {
                said.entry(name).or_default().push(value.replace("\r\n", "\n"));
            }
        }
        self.0.extend(said.into_iter().map(|(name, values)| (name.to_owned(), values)));
    }

    /// Takes over the fields of a script's JSON: a text, or a list of texts, for each name.
    pub(crate) fn overlay_json(&mut self, fields: &Value) {
        let Some(fields) = fields.as_object() else { return };
        let mut pairs = Vec::new();
        for (name, value) in fields {
            match value {
                Value::String(text) => pairs.push((name.as_str(), text.as_str())),
                Value::Array(texts) => {
                    pairs.extend(texts.iter().filter_map(Value::as_str).map(|text| (name.as_str(), text)));
                }
                _ => {}
            }
        }
        self.overlay(pairs);
    }

    /// Takes a suggestion over: further speakers and topics are added, other fields replaced.
    pub(crate) fn take(&mut self, name: &str, value: &str) {
        let Some(name) = NAMES.into_iter().find(|own| *own == name) else { return };
        let values = self.0.entry(name.to_owned()).or_default();
        if !matches!(name, "speakers" | "topics") {
            values.clear();
        }
        if values.iter().all(|own| own != value) {
            values.push(value.to_owned());
        }
    }

    /// A field's values, as both sides of a merge compare them.
    pub(crate) fn values(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Sets a field's values.
    pub(crate) fn set(&mut self, name: &str, values: Vec<String>) {
        self.0.insert(name.to_owned(), values);
    }

    fn one(&self, name: &str) -> &str {
        self.values(name).first().map_or("", |value| value.trim())
    }

    fn optional(&self, name: &str) -> Option<String> {
        Some(self.one(name).to_owned()).filter(|text| !text.is_empty())
    }

    /// The content that the form says, with a text. Every field that cannot be read gives a problem, and stays in the
    /// content as it was in `before`.
    pub(crate) fn content(
        &self,
        document: Document,
        before: &Content,
        lang: &Lang,
        standing: &Standing,
    ) -> (Content, Vec<Problem>) {
        let mut problems = Vec::new();
        let names = Names { lang, standing };
        for (name, shown) in [("speakers", "Speakers"), ("topics", "Topics")] {
            let count = self.values(name).len();
            if count > VALUES_MAX {
                let message = format!(
                    "{shown}: there are {count} of them; at most {VALUES_MAX} are possible, so leave some out."
                );
                problems.push(Problem::new(name, message));
            }
        }
        let listed = |name: &str, known: &dyn Fn(&str) -> String| {
            let mut slugs: Vec<String> = Vec::new();
            let values = self.values(name).iter().take(VALUES_MAX).map(|value| value.trim());
            for value in values.filter(|value| !value.is_empty()) {
                let slug = known(value);
                if !slugs.contains(&slug) {
                    slugs.push(slug);
                }
            }
            slugs
        };
        let content = Content {
            title: self.one("title").split_whitespace().collect::<Vec<_>>().join(" "),
            kind: read_kind(self.one("kind")).unwrap_or_else(|| {
                problems.push(Problem::new("kind", "Kind: choose one of the kinds in the list."));
                before.kind
            }),
            teaser: self.optional("teaser"),
            occasion: Occasion {
                date: self.date(before, &mut problems),
                place: self.optional("place"),
                with: self.optional("with"),
            },
            speakers: listed("speakers", &|value| names.speaker(value)),
            topics: listed("topics", &|value| names.topic(value)),
            nav: self.number(before, &mut problems),
            slug: self.optional("slug"),
            class: self.class(before, &mut problems),
            note: self.optional("note"),
            follows: self.follows(before, &mut problems),
            document,
        };
        (content, problems)
    }

    fn date(&self, before: &Content, problems: &mut Vec<Problem>) -> Option<jiff::civil::Date> {
        let said = self.optional("occasion_date")?;
        said.parse().map_or_else(
            |_| {
                let message =
                    "Date of the occasion: write it as year-month-day, such as 2020-09-22, or leave it empty.";
                problems.push(Problem::new("occasion_date", message));
                before.occasion.date
            },
            Some,
        )
    }

    fn number(&self, before: &Content, problems: &mut Vec<Problem>) -> Option<i32> {
        let said = self.optional("nav")?;
        said.parse().map_or_else(
            |_| {
                let message = "Place in the navigation: write a whole number, such as 10, or leave it empty.";
                problems.push(Problem::new("nav", message));
                before.nav
            },
            Some,
        )
    }

    fn class(&self, before: &Content, problems: &mut Vec<Problem>) -> Option<VersionClass> {
        let said = self.optional("class")?;
        let found = VersionClass::CORRECTIONS.into_iter().find(|class| class.as_str() == said);
        if found.is_none() {
            problems.push(Problem::new(
                "class",
                "Class of the correction: choose one of the list, or leave it to the proposal.",
            ));
            return before.class;
        }
        found
    }

    fn follows(&self, before: &Content, problems: &mut Vec<Problem>) -> Option<Follows> {
        let said = self.optional("follows")?;
        let read = said.split_once('/').and_then(|(lang, number)| {
            Some(Follows { lang: lang.parse().ok()?, number: number.parse().ok().filter(|number| *number > 0)? })
        });
        if read.is_none() {
            problems.push(Problem::new("follows", "Translated from: choose one of the versions in the list."));
            return before.follows.clone();
        }
        read
    }
}

/// The kind of a name, pages among them.
pub(crate) fn read_kind(name: &str) -> Option<Kind> {
    Kind::MESSAGES.into_iter().chain([Kind::Page]).find(|kind| kind.as_str() == name)
}

/// Known speakers and topics by slug and by name.
struct Names<'a> {
    lang: &'a Lang,
    standing: &'a Standing,
}

impl Names<'_> {
    /// What a form shows for a slug: the name, where that leads back to the slug.
    fn shown_speaker(&self, slug: &str) -> String {
        let known = self.standing.speakers.iter().find(|speaker| speaker.slug == slug);
        let name = known.and_then(|speaker| speaker.name.get(self.lang, &self.standing.identity.languages));
        name.filter(|name| self.speaker(name) == slug).unwrap_or(slug).to_owned()
    }

    fn shown_topic(&self, slug: &str) -> String {
        let known = self.standing.topics.iter().find(|topic| topic.slug == slug);
        let name = known.and_then(|topic| topic.name.get(self.lang, &self.standing.identity.languages));
        name.filter(|name| self.topic(name) == slug).unwrap_or(slug).to_owned()
    }

    fn speaker(&self, value: &str) -> String {
        let is = |speaker: &&Speaker| {
            speaker.slug == value || speaker.name.0.values().chain(&speaker.aliases).any(|name| name == value)
        };
        self.standing.speakers.iter().find(is).map_or_else(|| value.to_owned(), |speaker| speaker.slug.clone())
    }

    fn topic(&self, value: &str) -> String {
        let is = |topic: &&Topic| topic.slug == value || topic.name.0.values().any(|name| name == value);
        self.standing.topics.iter().find(is).map_or_else(|| value.to_owned(), |topic| topic.slug.clone())
    }
}

/// The form's field for a name that the newsroom uses in its sentences.
pub(crate) fn field_of(name: &str) -> &str {
    match name {
        "“with whom”" => "with",
        "list of speakers" => "speakers",
        "list of topics" => "topics",
        other => other,
    }
}
