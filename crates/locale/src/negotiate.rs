//! Choosing a language from `Accept-Language`: quality values of RFC 9110 section 12.4.2 and
//! 12.5.4, lookup of RFC 4647 section 3.4, scripts by CLDR's likely subtags.

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};

use crate::Lang;
use crate::lang::LangExt as _;

/// The longest header that is read, in bytes. Browsers send under 200; what is longer is cut.
const HEADER_BYTES_MAX: usize = 1_000;
/// How many ranges are read. A person who reads more languages is served well by the first ones.
const RANGES_MAX: usize = 20;

/// One wish of the header.
struct Range {
    wanted: Wanted,
    /// Thousandths, 0 to 1000.
    quality: u16,
}

enum Wanted {
    Any,
    Language(Lang),
}

/// The best of `offered` for the header, or the first where nothing fits. `None` when nothing is offered.
pub(crate) fn negotiate(header: Option<&str>, offered: &[Lang]) -> Option<Lang> {
    let mut ranges = header.map(parse).unwrap_or_default();
    let allowed: Vec<&Lang> = offered.iter().filter(|lang| !refused(lang, &ranges)).collect();
    // A stable sort: equal qualities keep the order in which they were written.
    ranges.sort_by_key(|range| std::cmp::Reverse(range.quality));
    let wishes = ranges.iter().filter(|range| range.quality > 0);
    let best = wishes.into_iter().find_map(|range| match &range.wanted {
        Wanted::Language(lang) => lookup(lang, &allowed),
        Wanted::Any => not_named(&ranges, &allowed),
    });
    best.or_else(|| allowed.first().copied()).or_else(|| offered.first()).cloned()
}

fn parse(header: &str) -> Vec<Range> {
    let mut end = header.len().min(HEADER_BYTES_MAX);
    while !header.is_char_boundary(end) {
        end -= 1;
    }
    header[..end].split(',').filter_map(parse_range).take(RANGES_MAX).collect()
}

/// Reads `ru;q=0.8`; what is not understood is passed over, as a reader's browser is not to be argued with.
fn parse_range(text: &str) -> Option<Range> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next()?;
    let quality = parts
        .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
        .map_or(Some(1000), parse_quality)?;
    let wanted = if tag == "*" { Wanted::Any } else { Wanted::Language(canonical(tag)?) };
    Some(Range { wanted, quality })
}

/// A tag with deprecated subtags replaced (`iw` is `he`).
fn canonical(tag: &str) -> Option<Lang> {
    let lang: Lang = tag.parse().ok()?;
    let mut locale = Locale::from(lang.identifier());
    LocaleCanonicalizer::new_common().canonicalize(&mut locale);
    Some(Lang::from_identifier(&locale.id))
}

/// `0`, `1`, or up to three decimals, in thousandths.
fn parse_quality(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths = format!("{decimals:0<3}").parse::<u16>().ok()?;
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

/// The offered language for one range: the same tag; else the same language, script and region; else the
/// same language and script; else the same language, in the order offered.
fn lookup<'a>(wanted: &Lang, allowed: &[&'a Lang]) -> Option<&'a Lang> {
    let want = likely(wanted);
    let closeness = |lang: &Lang| {
        let have = likely(lang);
        if lang == wanted {
            4
        } else if have.language != want.language {
            0
        } else if have.script != want.script {
            1
        } else if have.region != want.region {
            2
        } else {
            3
        }
    };
    // `max_by_key` takes the last of equals, so the order is turned: the first offered wins.
    allowed
        .iter()
        .rev()
        .copied()
        .map(|lang| (closeness(lang), lang))
        .filter(|(near, _)| *near > 0)
        .max_by_key(|(near, _)| *near)
        .map(|(_, lang)| lang)
}

fn likely(lang: &Lang) -> LanguageIdentifier {
    let mut identifier = lang.identifier();
    LocaleExpander::new_extended().maximize(&mut identifier);
    identifier
}

/// Whether a range of quality 0 covers the language while no other range names it as exactly.
fn refused(lang: &Lang, ranges: &[Range]) -> bool {
    let covers = |range: &Range| match &range.wanted {
        Wanted::Any => Some(0),
        Wanted::Language(wanted) => {
            let rest = lang.as_str().strip_prefix(wanted.as_str())?;
            (rest.is_empty() || rest.starts_with('-')).then_some(wanted.as_str().len())
        }
    };
    // RFC 4647 section 3.3.1: the longest range that covers a language speaks for it.
    let speaking = ranges.iter().filter_map(|range| Some((covers(range)?, range.quality))).max();
    speaking.is_some_and(|(_, quality)| quality == 0)
}

/// What `*` stands for: the first language that no other range names.
fn not_named<'a>(ranges: &[Range], allowed: &[&'a Lang]) -> Option<&'a Lang> {
    let named = |lang: &Lang| {
        ranges.iter().any(|range| matches!(&range.wanted, Wanted::Language(named) if named.primary() == lang.primary()))
    };
    allowed.iter().copied().find(|lang| !named(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(header: &str, offered: &str) -> String {
        let offered: Vec<Lang> = offered.split(' ').map(|tag| tag.parse().unwrap()).collect();
        negotiate(Some(header), &offered).unwrap().to_string()
    }

    #[test]
    fn the_header_is_answered_with_the_closest_language() {
        for (header, offered, expected) in [
            ("ru", "en ru", "ru"),
            ("RU-ru", "en ru", "ru"),
            ("en;q=0.5, ru;q=0.8", "en ru", "ru"),
            ("en;q=0.5,ru;q=0.500,fr", "en ru", "en"),
            ("fr, ru;q=0.3, en;q=0.2", "en ru", "ru"),
            ("de-CH, de;q=0.9, en;q=0.5", "ru en", "en"),
            ("de", "ru en", "ru"),
            ("en-US", "ru en-GB en", "en"),
            ("en", "ru en-GB", "en-GB"),
            ("en-GB", "ru en en-GB", "en-GB"),
            ("es-419", "en es", "es"),
            ("zh-TW", "en zh zh-Hant", "zh-Hant"),
            ("zh-HK,en;q=0.8", "en zh zh-Hant", "zh-Hant"),
            ("zh-CN", "en zh-Hant zh-Hans", "zh-Hans"),
            ("zh-CN", "en zh-Hant zh", "zh"),
            ("zh", "en zh-Hant zh-Hans", "zh-Hans"),
            ("zh-TW, en;q=0.8", "en zh", "zh"),
            ("iw", "en he", "he"),
            ("*", "en ru", "en"),
            ("en;q=0.5, *", "en ru", "ru"),
            ("en;q=0, *", "en ru", "ru"),
            ("ru;q=0, en;q=0.1", "ru en", "en"),
            ("*;q=0, ru", "en ru", "ru"),
            ("en;q=0", "en", "en"),
            ("ru;q=2, en", "ru en", "en"),
            ("ru;q=0.8888, en;q=0.1", "ru en", "en"),
            ("", "en ru", "en"),
            (",;,;q=, ;q=1, русский, ru", "en ru", "ru"),
        ] {
            assert_eq!(chosen(header, offered), expected, "{header:?} of {offered:?}");
        }
    }

    #[test]
    fn a_site_without_header_answers_in_its_first_language() {
        let offered = ["ru".parse().unwrap(), "en".parse().unwrap()];
        assert_eq!(negotiate(None, &offered).unwrap().as_str(), "ru");
        assert_eq!(negotiate(Some("ru"), &[]), None);
    }

    #[test]
    fn an_endless_header_is_cut() {
        let header = format!("{},ru", "xx-".repeat(100_000));
        assert_eq!(chosen(&header, "en ru"), "en");
        assert_eq!(chosen(&format!("{}ru", "de,".repeat(RANGES_MAX)), "en ru"), "en");
        assert_eq!(chosen(&"я".repeat(1_000), "en ru"), "en");
    }

    proptest::proptest! {
        #[test]
        fn any_header_gets_an_offered_language(header in "\\PC*") {
            let offered: Vec<Lang> = ["en", "ru", "zh-Hant"].map(|tag| tag.parse().unwrap()).into();
            proptest::prop_assert!(offered.contains(&negotiate(Some(&header), &offered).unwrap()));
        }
    }
}
