//! Slugs: the words of a title in its address.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Longest slug in characters: long enough to recognise a title, short enough to be read out and mailed.
pub const SLUG_CHARS_MAX: usize = 80;

/// The slug of a title: lower case, letters, marks and digits of any script kept, everything else a hyphen,
/// Unicode NFC (UAX #15), cut at a word. A title with no letter at all gives `message`.
#[must_use]
pub fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    let mut word_end = 0;
    for c in title.nfc().flat_map(char::to_lowercase).nfc() {
        let in_word = c.is_alphanumeric() || (is_combining_mark(c) && !slug.is_empty() && !slug.ends_with('-'));
        // An apostrophe inside a word joins it: minister’s, aujourd’hui.
        if matches!(c, '\'' | '’' | 'ʼ' | '\u{AD}' | '\u{200C}' | '\u{200D}') {
            continue;
        }
        if in_word {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            word_end = slug.len();
            slug.push('-');
        }
        if slug.chars().count() > SLUG_CHARS_MAX {
            // A script without spaces has no word to cut at: cut at the limit.
            let hard = slug.char_indices().nth(SLUG_CHARS_MAX).map_or(slug.len(), |(at, _)| at);
            slug.truncate(if word_end > hard / 2 { word_end } else { hard });
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "message".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_in_any_script_give_readable_slugs() {
        let table = [
            ("Ambassador’s remarks, Arvenna, June 19, 2026", "ambassadors-remarks-arvenna-june-19-2026"),
            ("Заявление посольства", "заявление-посольства"),
            ("بيان السفارة", "بيان-السفارة"),
            ("大使馆声明", "大使馆声明"),
            ("  —  ", "message"),
            ("Cafe\u{301} “au lait”", "café-au-lait"),
        ];
        for (title, slug) in table {
            assert_eq!(slug_of(title), slug);
        }
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        let slug = slug_of(&"negotiation ".repeat(30));
        assert!(slug.chars().count() <= SLUG_CHARS_MAX && slug.ends_with("negotiation"), "{slug}");
        assert_eq!(slug_of(&"声".repeat(200)).chars().count(), SLUG_CHARS_MAX);
    }

    proptest! {
        #[test]
        fn a_slug_is_one_normalised_path_segment(title in ".{0,200}") {
            let slug = slug_of(&title);
            prop_assert!(!slug.is_empty() && slug.chars().count() <= SLUG_CHARS_MAX);
            prop_assert!(slug.chars().all(|c| c == '-' || c.is_alphanumeric() || is_combining_mark(c)));
            prop_assert_eq!(slug.nfc().collect::<String>(), slug);
        }
    }
}
