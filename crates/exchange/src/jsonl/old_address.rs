//! Old addresses: what of an item's URL can lead to its new place.

use unicode_normalization::UnicodeNormalization as _;

/// Longest path and query that are kept: longer request lines do not arrive at most servers.
const ADDRESS_BYTES_MAX: usize = 2_000;

/// The path and query of a URL or an absolute path, as the site looks them up: the path decoded (RFC 3986 §2.1) and in
/// NFC, the query as a request line has it, the fragment dropped. Nothing where there is only the start page.
///
/// # Errors
/// A sentence that says why the URL is kept as information only.
pub(super) fn old_address(url: &str) -> Result<Option<String>, String> {
    let kept = |why: &str| Err(format!("the old address is kept as information only: {why}"));
    let whole = url.split('#').next().unwrap_or(url).trim();
    let local = match whole.split_once("://") {
        Some((scheme, rest)) if is_web(scheme) => rest.find(['/', '?']).map_or("", |at| &rest[at..]),
        Some(_) => return kept("only http and https addresses can be redirected"),
        None if whole.starts_with('/') && !whole.starts_with("//") => whole,
        None => return kept("it is neither a web address nor a path that begins with /"),
    };
    if local.len() > ADDRESS_BYTES_MAX {
        return kept(&format!("it is longer than {ADDRESS_BYTES_MAX} bytes"));
    }
    let (path, query) = local.split_once('?').map_or((local, ""), |(path, query)| (path, query));
    let Some(path) = decode(path) else { return kept("its percent-encoding is broken or not that of UTF-8") };
    let path = if path.is_empty() { "/" } else { path.as_str() };
    Ok(match (path, query) {
        ("/", "") => None,
        (path, "") => Some(path.to_owned()),
        (path, query) => Some(format!("{path}?{}", encode(query))),
    })
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// A path without its percent-encoding, in NFC; nothing when it is broken or holds what no path holds.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        bytes.push(if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte });
    }
    let path = String::from_utf8(bytes).ok()?;
    (!path.chars().any(char::is_control)).then(|| path.nfc().collect())
}

/// A query as browsers send it: what cannot stand there percent-encoded, everything else as it is.
fn encode(query: &str) -> String {
    let mut out = String::with_capacity(query.len());
    for byte in query.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_and_query_of_a_web_address_are_kept() {
        let table = [
            ("https://mission.example/news/17?lang=en#top", Some("/news/17?lang=en")),
            ("HTTP://mission.example/news/17", Some("/news/17")),
            ("https://mission.example/?p=17", Some("/?p=17")),
            ("https://mission.example?p=17", Some("/?p=17")),
            ("https://mission.example/", None),
            ("https://mission.example", None),
            ("/новости/1", Some("/новости/1")),
            ("https://mission.example/%D0%BD%D0%BE%D0%B2/1", Some("/нов/1")),
            ("/cafe\u{301}", Some("/café")),
            ("/a%20b c?q=%D0%BD н", Some("/a b c?q=%D0%BD%20%D0%BD")),
        ];
        for (url, path) in table {
            assert_eq!(old_address(url), Ok(path.map(str::to_owned)), "{url}");
        }
    }

    #[test]
    fn what_cannot_be_redirected_is_said() {
        for url in [
            "ftp://mission.example/a",
            "news/17",
            "//mission.example/a",
            "/a%zz",
            "/a%E0%F1",
            "/a%0A",
            &format!("/{}", "a".repeat(3_000)),
        ] {
            assert!(old_address(url).is_err(), "{url}");
        }
    }
}
