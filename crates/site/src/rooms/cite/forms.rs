//! A quotation as others take it over: plain text, HTML and JSON-LD, each with who, where, when, address and version.

use std::fmt::Write as _;

use domain::{Kind, Precision};
use serde::Serialize;
use views::SeenVersion;

use super::Voice;
use super::passage::{Cut, Passage};
use crate::address::{Address, Room, percent_encode};
use crate::frame::Desk;
use crate::words::{Words, iso};

/// Characters up to which quoted words stand whole in a text directive; of longer ones the first and last words do.
const WHOLE_CHARS_MAX: usize = 120;
/// Words at either end of longer ones.
const END_WORDS: usize = 4;

/// A quotation with all that is known about it.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    text: String,
    lang: String,
    dir: &'static str,
    voice: Voice,
    title: String,
    is_page: bool,
    /// Kind, place and day, in words.
    pub(super) occasion: String,
    said_iso: Option<String>,
    place: Option<String>,
    pub(super) released: String,
    released_iso: String,
    changed_iso: String,
    version: u32,
    publisher: Option<String>,
    address: String,
    page: String,
    cut: Option<Cut>,
}

/// The forms of a quotation.
#[derive(Clone, Debug)]
pub(crate) struct Forms {
    pub(crate) plain: String,
    pub(crate) html: String,
    pub(crate) json: String,
}

impl Quotation {
    /// The quotation of a passage, or of words of it, with its permanent address.
    pub(super) fn of(
        desk: &Desk<'_>,
        version: &SeenVersion,
        passage: &Passage<'_>,
        cut: Option<&Cut>,
        voice: &Voice,
        address: &str,
    ) -> Self {
        let (words, sheet) = (desk.words, &version.sheet);
        let newest = version.versions.last();
        let is_page = sheet.kind == Kind::Page;
        let kind = (!is_page).then(|| words.kind(sheet.kind.as_str()));
        let place = sheet.occasion.place.clone();
        let said = sheet.occasion.date;
        let day = said.map(|date| words.date(date));
        let parts: Vec<String> = kind.into_iter().chain(place.clone()).chain(day).collect();
        let released = words.date(desk.local(version.first_release).date());
        let path = Address { lang: words.lang.clone(), room: Room::Text(version.path.clone()) }.path();
        Self {
            text: cut.map_or_else(|| passage.text.clone(), |cut| cut.exact.clone()),
            lang: sheet.lang.to_string(),
            dir: words.direction(&sheet.lang),
            voice: voice.clone(),
            title: sheet.title.clone(),
            is_page,
            occasion: listed(words, parts),
            said_iso: said.map(|date| date.to_string()),
            place,
            released: words.say("released-day", &[("date", released.into())]),
            released_iso: match sheet.precision {
                Precision::Day => desk.local(version.first_release).date().to_string(),
                Precision::Instant => iso(version.first_release),
            },
            changed_iso: iso(newest.map_or(version.first_release, |newest| newest.release)),
            version: newest.map_or(1, |newest| newest.number),
            publisher: words.own(&desk.standing.identity.name),
            address: address.to_owned(),
            page: format!("{}{}", desk.public_url.unwrap_or_default(), percent_encode(&path)),
            cut: cut.cloned(),
        }
    }

    /// The words, a paragraph each.
    pub(super) fn paragraphs(&self) -> Vec<String> {
        self.text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    }

    /// All forms. `directive` is appended to the address where a browser follows it, not where a program reads it.
    pub(super) fn forms(&self, words: &Words, directive: Option<&str>) -> Forms {
        Forms {
            plain: self.plain(words),
            html: self.html(words, directive.unwrap_or_default()),
            json: self.json(words),
        }
    }

    fn who(&self, words: &Words) -> Option<String> {
        let parts: Vec<String> = self.voice.name.clone().into_iter().chain(self.voice.office.clone()).collect();
        (!parts.is_empty()).then(|| listed(words, parts))
    }

    fn plain(&self, words: &Words) -> String {
        let mut out = String::new();
        if self.voice.asked {
            let _ = write!(out, "{}{} ", words.say("turn-question", &[]), words.say("label-end", &[]));
        }
        let text = self.paragraphs().join("\n");
        let _ = writeln!(out, "{}", words.say("cite-quoted", &[("text", text.into())]));
        if let Some(who) = self.who(words) {
            let _ = writeln!(out, "— {who}");
        }
        let version = words.say("version-label", &[("number", i64::from(self.version).into())]);
        let source = self.publisher.clone().into_iter().chain([version]).collect();
        for line in [&self.title, &self.occasion, &self.released, &listed(words, source)] {
            if !line.is_empty() {
                let _ = writeln!(out, "{line}");
            }
        }
        let _ = writeln!(out, "{}", self.address);
        out
    }

    fn html(&self, words: &Words, directive: &str) -> String {
        let address = escaped(&self.address);
        let mut out =
            format!("<blockquote cite=\"{address}\" lang=\"{}\" dir=\"{}\">\n", escaped(&self.lang), self.dir);
        for (number, paragraph) in self.paragraphs().iter().enumerate() {
            out.push_str("<p>");
            if number == 0 && self.voice.asked {
                let (question, end) = (words.say("turn-question", &[]), words.say("label-end", &[]));
                let _ = write!(out, "<b>{}{}</b> ", escaped(&question), escaped(&end));
            }
            let _ = writeln!(out, "{}</p>", escaped(paragraph));
        }
        let who = self.who(words).map(|who| format!("— {}<br>\n", escaped(&who))).unwrap_or_default();
        let version = words.say("version-label", &[("number", i64::from(self.version).into())]);
        let mut source = vec![escaped(&self.occasion), escaped(&self.released)];
        source.extend(self.publisher.as_deref().map(escaped));
        source.push(escaped(&version));
        source.retain(|part| !part.is_empty());
        let _ = writeln!(
            out,
            "<footer>{who}<cite><a href=\"{address}{}\">{}</a></cite><br>\n{}</footer>\n</blockquote>",
            escaped(directive),
            escaped(&self.title),
            source.join(" · ")
        );
        out
    }

    fn json(&self, words: &Words) -> String {
        let person = self.voice.name.as_ref().map(|name| Person {
            kind: "Person",
            name: name.clone(),
            job_title: self.voice.office.clone(),
        });
        let (spoken_by_character, creator) = if self.voice.spoken { (person, None) } else { (None, person) };
        let quotation = JsonLd {
            context: if self.cut.is_some() { Context::WithSelector } else { Context::Plain },
            kind: "Quotation",
            id: &self.address,
            url: &self.address,
            name: self.voice.asked.then(|| words.say("turn-question", &[])),
            text: self.paragraphs().join("\n"),
            in_language: &self.lang,
            spoken_by_character,
            creator,
            date_created: self.said_iso.as_deref(),
            location_created: self.place.as_ref().map(|name| Named { kind: "Place", name }),
            is_part_of: Article {
                kind: if self.is_page { "Article" } else { "NewsArticle" },
                headline: &self.title,
                url: &self.page,
                in_language: &self.lang,
                date_published: &self.released_iso,
                date_modified: &self.changed_iso,
                version: self.version,
                publisher: self.publisher.as_ref().map(|name| Named { kind: "Organization", name }),
            },
            selector: self.cut.as_ref().map(|cut| Selector {
                kind: "oa:TextQuoteSelector",
                exact: &cut.exact,
                prefix: &cut.prefix,
                suffix: &cut.suffix,
            }),
        };
        // Put into a page, it must not be able to end the element that holds it.
        serde_json::to_string_pretty(&quotation)
            .expect("a quotation has string keys only, so it always has a JSON form")
            .replace('<', "\\u003c")
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Context {
    #[serde(serialize_with = "plain_context")]
    Plain,
    #[serde(serialize_with = "selector_context")]
    WithSelector,
}

fn plain_context<S: serde::Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("https://schema.org")
}

/// Names of the Web Annotation vocabulary stand beside those of schema.org, which has no selectors.
fn selector_context<S: serde::Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Annotation {
        oa: &'static str,
    }
    ("https://schema.org", Annotation { oa: "http://www.w3.org/ns/oa#" }).serialize(serializer)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonLd<'a> {
    #[serde(rename = "@context")]
    context: Context,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    text: String,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    spoken_by_character: Option<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_created: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location_created: Option<Named<'a>>,
    url: &'a str,
    is_part_of: Article<'a>,
    #[serde(rename = "oa:hasSelector", skip_serializing_if = "Option::is_none")]
    selector: Option<Selector<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    url: &'a str,
    in_language: &'a str,
    date_published: &'a str,
    date_modified: &'a str,
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
}

#[derive(Serialize)]
struct Selector<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "oa:exact")]
    exact: &'a str,
    #[serde(rename = "oa:prefix")]
    prefix: &'a str,
    #[serde(rename = "oa:suffix")]
    suffix: &'a str,
}

/// Parts in one line, parted as the language parts them.
fn listed(words: &Words, parts: Vec<String>) -> String {
    let join =
        |first: String, second: String| words.say("cite-listed", &[("first", first.into()), ("second", second.into())]);
    parts.into_iter().reduce(join).unwrap_or_default()
}

/// A text as text of an element or of an attribute between double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// The text directive for quoted words (WICG Scroll to Text Fragment): with it a browser shows the words themselves where
/// the address already leads to the passage. Nothing where the words are too long and not parted by spaces.
pub(super) fn text_directive(cut: &Cut) -> Option<String> {
    let words: Vec<&str> = cut.exact.split(' ').collect();
    let text = if cut.exact.chars().count() <= WHOLE_CHARS_MAX {
        directive_encoded(&cut.exact)
    } else if words.len() > 2 * END_WORDS {
        let (first, last) = (words[..END_WORDS].join(" "), words[words.len() - END_WORDS..].join(" "));
        format!("{},{}", directive_encoded(&first), directive_encoded(&last))
    } else {
        return None;
    };
    Some(format!(":~:text={text}"))
}

/// Percent-encoded with the signs that part a directive: hyphen, comma and ampersand.
fn directive_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(exact: &str) -> Cut {
        Cut { exact: exact.to_owned(), prefix: String::new(), suffix: String::new() }
    }

    #[test]
    fn a_text_directive_encodes_what_would_part_it() {
        let directive = |text: &str| text_directive(&cut(text));
        assert_eq!(directive("one-way, A&B").as_deref(), Some(":~:text=one%2Dway%2C%20A%26B"));
        assert_eq!(directive("谈判").as_deref(), Some(":~:text=%E8%B0%88%E5%88%A4"));
        let long = "one two three four ".repeat(10);
        assert_eq!(
            directive(long.trim()).as_deref(),
            Some(":~:text=one%20two%20three%20four,one%20two%20three%20four")
        );
        assert_eq!(directive(&"谈".repeat(200)), None);
    }

    #[test]
    fn what_is_text_stays_text() {
        assert_eq!(escaped("<b a=\"1\">&amp;"), "&lt;b a=&quot;1&quot;&gt;&amp;amp;");
    }
}
