//! Addresses: from a request's target to a room, and from a room to a link.

use domain::{Digest, Lang, media_reference};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A room of the public site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    /// The front page.
    Front,
    /// The archive.
    Archive,
    /// The archive of a year.
    Year(i16),
    /// The archive of a month.
    Month(i16, i8),
    /// A message or an evergreen page, by its address below the language.
    Text(String),
    /// Full-text search.
    Search,
    /// The quote check.
    Quote,
    /// Who speaks.
    Speakers,
    /// What one speaker said, by the speaker's slug.
    Speaker(String),
    /// Figures behind a picture, as CSV.
    Table(Table),
}

/// Figures behind a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Table {
    /// Messages by month, over all years.
    Months,
    /// Messages by day of a year.
    Days(i16),
    /// Results of a search by year; its query is the search's.
    Trend,
    /// What a speaker said by year, by the speaker's slug.
    Speaker(String),
}

/// An address within the site: a language and a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The language.
    pub lang: Lang,
    /// The room.
    pub room: Room,
}

/// What a request's path asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A page, at a past instant where one is given.
    Page {
        /// The instant; now when absent.
        at: Option<Timestamp>,
        /// The page.
        address: Address,
    },
    /// A media file, at a past instant where one is given.
    Media {
        /// The instant; now when absent.
        at: Option<Timestamp>,
        /// The digest in the address.
        digest: Digest,
        /// The name in the address.
        name: String,
        /// The decoded path, without the instant.
        path: String,
    },
    /// The site's root: the reader's best language.
    Root {
        /// The instant; now when absent.
        at: Option<Timestamp>,
    },
    /// A file of the theme, by digest and name.
    Asset {
        /// Digest in the address.
        digest: String,
        /// File name.
        name: String,
    },
    /// The same page has its address elsewhere on the site: a path, not percent-encoded.
    Elsewhere(String),
    /// A question of a program, by its name below `/api/v1/`: `search`, `quote`.
    Api(&'static str),
    /// A file by its fixed name at the root.
    WellKnown(&'static str),
    /// Nothing of this form; an old address, perhaps.
    Unknown {
        /// The decoded path.
        path: String,
        /// The instant; now when absent.
        at: Option<Timestamp>,
    },
    /// Not an address at all.
    Malformed,
}

/// What programs may ask below [`API_ROOT`].
const API: [&str; 2] = ["quote", "search"];

/// Where programs ask.
const API_ROOT: &str = "/api/v1/";

/// Files with fixed names.
const WELL_KNOWN: [&str; 4] = ["/robots.txt", "/favicon.ico", "/healthz", "/readyz"];

impl Step {
    /// Reads a request's path, percent-encoded as it came. `languages` are the site's.
    #[must_use]
    pub fn read(raw: &str, languages: &[Lang]) -> Self {
        let Some(path) = decode(raw) else { return Self::Malformed };
        if !is_nfc(&path) {
            return Self::Elsewhere(path.nfc().collect());
        }
        if let Some(known) = WELL_KNOWN.into_iter().find(|known| *known == path) {
            return Self::WellKnown(known);
        }
        if let Some(rest) = path.strip_prefix("/assets/") {
            let (digest, name) = rest.split_once('/').unwrap_or((rest, ""));
            return Self::Asset { digest: digest.to_owned(), name: name.to_owned() };
        }
        if let Some(known) = path.strip_prefix(API_ROOT).and_then(|rest| API.into_iter().find(|known| *known == rest)) {
            return Self::Api(known);
        }
        match path.strip_prefix("/web/") {
            Some(rest) => memento(rest, &path, languages),
            None => within(&path, None, languages),
        }
    }
}

/// `/web/{14 digits}/{address}`, the address as a path or with scheme and host in front.
fn memento(rest: &str, path: &str, languages: &[Lang]) -> Step {
    let unknown = || Step::Unknown { path: path.to_owned(), at: None };
    let Some((stamp, inner)) = rest.split_once('/') else { return unknown() };
    if stamp.len() != 14 || !stamp.bytes().all(|b| b.is_ascii_digit()) {
        return unknown();
    }
    let Some(at) = instant_of(stamp) else { return Step::Malformed };
    let local = inner.strip_prefix("https://").or_else(|| inner.strip_prefix("http://"));
    let inner = match local {
        Some(absolute) => absolute.split_once('/').map_or("", |(_, path)| path),
        None => inner,
    };
    match within(&format!("/{inner}"), Some(at), languages) {
        Step::Elsewhere(path) => Step::Elsewhere(format!("/web/{stamp}{path}")),
        other => other,
    }
}

fn within(path: &str, at: Option<Timestamp>, languages: &[Lang]) -> Step {
    let Some(tail) = path.strip_prefix('/') else { return Step::Malformed };
    if tail.is_empty() {
        return Step::Root { at };
    }
    let unknown = || Step::Unknown { path: path.to_owned(), at };
    if let Some(reference) = tail.strip_prefix("media/") {
        // A name with anything behind it is another name, and no file's.
        return match media_reference(reference).filter(|(_, name)| reference.ends_with(name)) {
            Some((digest, name)) => Step::Media { at, digest, name: name.to_owned(), path: path.to_owned() },
            None => unknown(),
        };
    }
    let (tag, rest) = match tail.split_once('/') {
        Some((tag, rest)) => (tag, Some(rest)),
        None => (tail, None),
    };
    let Ok(lang) = tag.parse::<Lang>() else { return unknown() };
    if !languages.contains(&lang) {
        return unknown();
    }
    let Some(rest) = rest else { return Step::Elsewhere(format!("/{lang}/")) };
    if tag != lang.as_str() {
        return Step::Elsewhere(format!("/{lang}/{rest}"));
    }
    match room(rest) {
        Ok(Some(room)) => Step::Page { at, address: Address { lang, room } },
        Ok(None) => unknown(),
        Err(elsewhere) => Step::Elsewhere(format!("/{lang}/{elsewhere}")),
    }
}

/// The room at an address below a language: nothing when there is none of that form, another address when it should
/// be written differently.
fn room(rest: &str) -> Result<Option<Room>, String> {
    let parts: Vec<&str> = rest.split('/').collect();
    match parts.as_slice() {
        [""] => Ok(Some(Room::Front)),
        ["messages"] => Err("messages/".to_owned()),
        ["messages", ""] => Ok(Some(Room::Archive)),
        ["messages", "months.csv"] => Ok(Some(Room::Table(Table::Months))),
        ["messages", year, "days.csv"] => Ok(digits(year, 4).map(|year| Room::Table(Table::Days(year)))),
        ["search"] => Ok(Some(Room::Search)),
        ["search", "years.csv"] => Ok(Some(Room::Table(Table::Trend))),
        ["quote"] => Ok(Some(Room::Quote)),
        ["speakers"] => Err("speakers/".to_owned()),
        ["speakers", ""] => Ok(Some(Room::Speakers)),
        ["speakers", slug] if !slug.is_empty() => Ok(Some(Room::Speaker((*slug).to_owned()))),
        ["speakers", slug, "years.csv"] if !slug.is_empty() => {
            Ok(Some(Room::Table(Table::Speaker((*slug).to_owned()))))
        }
        ["messages", year] if digits(year, 4).is_some() => Err(format!("messages/{year}/")),
        ["messages", year, ""] => Ok(digits(year, 4).map(Room::Year)),
        ["messages", year, month] if digits(year, 4).is_some() && digits(month, 2).is_some() => {
            Err(format!("messages/{year}/{month}/"))
        }
        ["messages", year, month, ""] => Ok(month_of(year, month)),
        // A day has no page of its own; its month shows it.
        ["messages", year, month, day] | ["messages", year, month, day, ""] if digits(day, 2).is_some() => {
            if month_of(year, month).is_some() { Err(format!("messages/{year}/{month}/")) } else { Ok(None) }
        }
        ["messages", .., ""] if parts.len() != 6 => Ok(None),
        [.., ""] => Err(rest.trim_end_matches('/').to_owned()),
        ["messages", ..] if parts.len() != 5 => Ok(None),
        parts if parts.iter().any(|part| part.is_empty() || *part == "." || *part == "..") => Ok(None),
        _ => Ok(Some(Room::Text(rest.to_owned()))),
    }
}

fn month_of(year: &str, month: &str) -> Option<Room> {
    let month = digits(month, 2).and_then(|month| i8::try_from(month).ok()).filter(|month| (1..=12).contains(month))?;
    Some(Room::Month(digits(year, 4)?, month))
}

fn digits(text: &str, count: usize) -> Option<i16> {
    let fits = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// The instant of a 14-digit stamp, UTC (RFC 7089's usual form); nothing for a date that does not exist.
fn instant_of(stamp: &str) -> Option<Timestamp> {
    let part = |from: usize, to: usize| stamp.get(from..to).and_then(|text| text.parse::<i16>().ok());
    let small = |from: usize| part(from, from + 2).and_then(|value| i8::try_from(value).ok());
    let local = DateTime::new(part(0, 4)?, small(4)?, small(6)?, small(8)?, small(10)?, small(12)?, 0).ok()?;
    TimeZone::UTC.to_timestamp(local).ok()
}

/// The 14-digit stamp of an instant, UTC, its fraction of a second cut.
pub(crate) fn stamp_of(instant: Timestamp) -> String {
    let local = TimeZone::UTC.to_datetime(instant);
    let (date, time) = (local.date(), local.time());
    format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

impl Address {
    /// The address as a path below the site's root, readable, not percent-encoded.
    #[must_use]
    pub fn path(&self) -> String {
        let lang = &self.lang;
        match &self.room {
            Room::Front => format!("/{lang}/"),
            Room::Archive => format!("/{lang}/messages/"),
            Room::Year(year) => format!("/{lang}/messages/{year:04}/"),
            Room::Month(year, month) => format!("/{lang}/messages/{year:04}/{month:02}/"),
            Room::Text(path) => format!("/{lang}/{path}"),
            Room::Search => format!("/{lang}/search"),
            Room::Quote => format!("/{lang}/quote"),
            Room::Speakers => format!("/{lang}/speakers/"),
            Room::Speaker(slug) => format!("/{lang}/speakers/{slug}"),
            Room::Table(Table::Months) => format!("/{lang}/messages/months.csv"),
            Room::Table(Table::Days(year)) => format!("/{lang}/messages/{year:04}/days.csv"),
            Room::Table(Table::Trend) => format!("/{lang}/search/years.csv"),
            Room::Table(Table::Speaker(slug)) => format!("/{lang}/speakers/{slug}/years.csv"),
        }
    }
}

/// Percent-decodes a path (RFC 3986 §2.1); nothing when an escape is broken, the result is not UTF-8, or it holds
/// control characters.
fn decode(raw: &str) -> Option<String> {
    let bytes = percent_decode(raw.as_bytes())?;
    String::from_utf8(bytes).ok().filter(|path| !path.chars().any(char::is_control))
}

/// Percent-decodes bytes; nothing when an escape is broken.
pub(crate) fn percent_decode(raw: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.iter();
    while let Some(&byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|digit| char::from(*digit).to_digit(16));
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    Some(bytes)
}

/// A path for a header: everything but unreserved characters and slashes percent-encoded. A `?` parts path and query.
pub(crate) fn percent_encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b':'
            | b'@'
            | b'!'
            | b'$'
            | b'\''
            | b'('
            | b')'
            | b'*'
            | b','
            | b';' => encoded.push(char::from(byte)),
            _ => {
                encoded.push('%');
                for digit in [byte >> 4, byte & 15] {
                    encoded.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
    }
    encoded
}

/// A path for a link in a page: letters of any script stay readable, what would end or change the address is escaped.
pub(crate) fn link_path(path: &str) -> String {
    let mut link = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_alphanumeric()
            || !c.is_ascii() && !c.is_whitespace()
            || matches!(c, '/' | '-' | '.' | '_' | '~' | ':' | '@' | '!' | '$' | '(' | ')' | '*' | ',' | ';')
        {
            link.push(c);
        } else {
            link.push_str(&percent_encode(c.encode_utf8(&mut [0; 4])));
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn languages() -> Vec<Lang> {
        ["en", "ru", "zh-Hant"].iter().map(|tag| tag.parse().unwrap()).collect()
    }

    fn read(raw: &str) -> Step {
        Step::read(raw, &languages())
    }

    fn page(lang: &str, room: Room) -> Step {
        Step::Page { at: None, address: Address { lang: lang.parse().unwrap(), room } }
    }

    #[test]
    fn addresses_lead_to_rooms() {
        let table = [
            ("/", Step::Root { at: None }),
            ("/en/", page("en", Room::Front)),
            ("/en", Step::Elsewhere("/en/".into())),
            ("/EN/messages/", Step::Elsewhere("/en/messages/".into())),
            ("/zh-Hant/", page("zh-Hant", Room::Front)),
            ("/zh-hant", Step::Elsewhere("/zh-Hant/".into())),
            ("/en/messages", Step::Elsewhere("/en/messages/".into())),
            ("/en/messages/2020/09/", page("en", Room::Month(2020, 9))),
            ("/en/messages/2020/09", Step::Elsewhere("/en/messages/2020/09/".into())),
            ("/en/messages/2020/", page("en", Room::Year(2020))),
            ("/en/messages/2020/09/22/", Step::Elsewhere("/en/messages/2020/09/".into())),
            ("/en/messages/2020/09/22/talks", page("en", Room::Text("messages/2020/09/22/talks".into()))),
            ("/en/messages/2020/09/22/talks/", Step::Elsewhere("/en/messages/2020/09/22/talks".into())),
            ("/en/consular/passports", page("en", Room::Text("consular/passports".into()))),
            ("/ru/%D0%B8", page("ru", Room::Text("и".into()))),
            // A decomposed й has its address under the composed one.
            ("/ru/%D0%B8%CC%86", Step::Elsewhere("/ru/й".into())),
            ("/robots.txt", Step::WellKnown("/robots.txt")),
        ];
        let digest = Digest([0xab; 32]);
        let path = format!("/media/{digest}/a.jpg");
        let media = |at| Step::Media { at, digest, name: "a.jpg".into(), path: path.clone() };
        assert_eq!(read(&path), media(None));
        assert_eq!(read(&format!("/web/20200922211200{path}")), media("2020-09-22T21:12:00Z".parse().ok()));
        for other in ["/media/", "/media/ab/a.jpg", &path[..71], &format!("{path}/b"), &format!("{path}%3Fb")] {
            assert!(matches!(read(other), Step::Unknown { .. }), "{other}");
        }
        for (raw, step) in table {
            assert_eq!(read(raw), step, "{raw}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_apart_from_what_is_unknown() {
        for raw in
            ["/%", "/%zz", "/en/%ff", "/en/%00", "/en/a%0Ab", "/web/20201301000000/en/", "/web/20200230120000/en/"]
        {
            assert_eq!(read(raw), Step::Malformed, "{raw}");
        }
        for raw in [
            "/fr/",
            "/en/messages/2020/13/",
            "/en/a//b",
            "/en/../x",
            "/wp-login.php",
            "/web/2020/en/",
            "/en/messages/a/b",
        ] {
            assert!(matches!(read(raw), Step::Unknown { .. }), "{raw}: {:?}", read(raw));
        }
    }

    #[test]
    fn a_memento_takes_the_address_with_or_without_scheme_and_host() {
        let instant = "2020-09-22T21:12:00Z".parse().unwrap();
        let at = Some(instant);
        let wanted = Step::Page { at, address: Address { lang: "en".parse().unwrap(), room: Room::Front } };
        assert_eq!(read("/web/20200922211200/en/"), wanted);
        assert_eq!(read("/web/20200922211200/https://press.example/en/"), wanted);
        assert_eq!(read("/web/20200922211200/"), Step::Root { at });
        assert_eq!(read("/web/20200922211200/en"), Step::Elsewhere("/web/20200922211200/en/".into()));
        assert_eq!(stamp_of(instant), "20200922211200");
    }

    proptest! {
        #[test]
        fn no_path_upsets_the_reader(raw in "(/[a-z0-9%./ё]{0,6}){0,6}") {
            let _ = read(&raw);
        }

        #[test]
        fn a_text_address_reads_back_from_its_link_and_its_header_form(slug in "[a-zа-яا-ي0-9 \"?#%&+<>-]{1,30}") {
            let slug: String = slug.nfc().collect();
            let path = Address { lang: "en".parse().unwrap(), room: Room::Text(format!("consular/{slug}")) }.path();
            for written in [link_path(&path), percent_encode(&path)] {
                prop_assert_eq!(read(&written), page("en", Room::Text(format!("consular/{slug}"))));
            }
        }
    }
}
