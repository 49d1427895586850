//! The archive's query.

use domain::{Kind, slug_of};
use jiff::civil::Date;
use views::{ArchiveFilter, Cursor};

use crate::address::{percent_decode, percent_encode};

/// Longest value of a filter, in characters: longer than any place or speaker.
const VALUE_CHARS_MAX: usize = 200;

/// What a query asks of the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ArchiveQuery {
    pub(crate) filter: ArchiveFilter,
    pub(crate) cursor: Option<Cursor>,
}

impl ArchiveQuery {
    /// Reads a query string; nothing when a value cannot be what it should be (a date that does not exist, a kind
    /// there is none of). Empty values and parameters of other programs are passed over.
    pub(crate) fn read(query: &str) -> Option<Self> {
        let mut read = Self::default();
        for (name, value) in pairs(query)? {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let known = matches!(name.as_str(), "kind" | "speaker" | "place" | "topic" | "from" | "to" | "at");
            if known && value.chars().count() > VALUE_CHARS_MAX {
                return None;
            }
            let date = || value.parse::<Date>().ok();
            match name.as_str() {
                "kind" => read.filter.kind = Some(Kind::named(value)?),
                "speaker" => read.filter.speaker = Some(slug_of(value)),
                "topic" => read.filter.topic = Some(slug_of(value)),
                "place" => read.filter.place = Some(value.to_owned()),
                "from" => read.filter.from = Some(date()?),
                "to" => read.filter.to = Some(date()?),
                "at" => read.cursor = Some(value.parse().ok()?),
                _ => {}
            }
        }
        Some(read)
    }

    /// The query in its one written form, with `?` in front; empty when nothing is asked.
    pub(crate) fn written(&self) -> String {
        let filter = &self.filter;
        let parts = [
            ("kind", filter.kind.map(|kind| kind.as_str().to_owned())),
            ("speaker", filter.speaker.clone()),
            ("place", filter.place.clone()),
            ("topic", filter.topic.clone()),
            ("from", filter.from.map(|date| date.to_string())),
            ("to", filter.to.map(|date| date.to_string())),
            ("at", self.cursor.map(|cursor| cursor.to_string())),
        ];
        let written: Vec<String> = parts
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", percent_encode(&value?).replace(';', "%3B"))))
            .collect();
        if written.is_empty() { String::new() } else { format!("?{}", written.join("&")) }
    }
}

/// The name and value pairs of a query (`application/x-www-form-urlencoded`); nothing when an escape is broken or the
/// text is not UTF-8.
fn pairs(query: &str) -> Option<Vec<(String, String)>> {
    let text = |part: &str| {
        let spaced = part.replace('+', " ");
        String::from_utf8(percent_decode(spaced.as_bytes())?).ok()
    };
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((text(name)?, text(value)?))
        })
        .collect()
}

/// The same for words that readers type: nothing is refused. A broken escape stays as it was typed, what is not UTF-8 becomes
/// U+FFFD.
pub(crate) fn typed_pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (typed(name), typed(value))
        })
        .collect()
}

fn typed(part: &str) -> String {
    let spaced = part.replace('+', " ");
    let mut bytes = Vec::with_capacity(spaced.len());
    let mut rest = spaced.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = (byte == b'%').then(|| after.get(..2)).flatten().and_then(|digits| {
            let digit = |at: usize| char::from(digits[at]).to_digit(16);
            u8::try_from(digit(0)? * 16 + digit(1)?).ok()
        });
        bytes.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_and_written() {
        let read =
            ArchiveQuery::read("kind=interview&speaker=Ilse+Maren&place=Port%20Selby&from=2026-01-01&utm_source=x&to=")
                .unwrap();
        assert_eq!(read.filter.kind, Some(Kind::Interview));
        assert_eq!(read.filter.speaker.as_deref(), Some("ilse-maren"));
        assert_eq!(read.filter.place.as_deref(), Some("Port Selby"));
        assert_eq!(read.written(), "?kind=interview&speaker=ilse-maren&place=Port%20Selby&from=2026-01-01");
        assert_eq!(ArchiveQuery::read(read.written().trim_start_matches('?')).unwrap(), read);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for query in [
            "from=2026-02-30",
            "from=yesterday",
            "kind=poem",
            "at=zzz",
            "place=%ff",
            "place=%",
            &format!("place={}", "x".repeat(300)),
        ] {
            assert_eq!(ArchiveQuery::read(query), None, "{query}");
        }
        assert_eq!(ArchiveQuery::read(""), Some(ArchiveQuery::default()));
    }

    #[test]
    fn typed_words_are_never_refused() {
        let read = |query: &str| typed_pairs(query).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!(read("q=100%&q=5%+a&q=%zz&q=%d0%b8&q=%ff&q=a=b"), ["100%", "5% a", "%zz", "и", "\u{fffd}", "a=b"]);
        assert_eq!(read("q=%e2%82"), ["\u{fffd}"]);
        assert_eq!(read("&&q"), [""]);
    }
}
