//! File names that are safe in an address.

use domain::{MEDIA_NAME_CHARS_MAX, slug_of};
use unicode_normalization::UnicodeNormalization as _;

use crate::kind::Kind;

/// Characters kept free behind the stem: a hyphen, a width of four digits, a dot and the longest ending.
const ENDING_CHARS: usize = 10;

/// The stem of a file's name in lower-case ASCII letters, digits and hyphens, from the name somebody gave it: folders
/// and the ending go, marks over letters go, letters of other scripts go. Where nothing is left it says what the file is.
pub(crate) fn stem_of(given: &str, kind: Kind) -> String {
    let file = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && (1..=5).contains(&ending.chars().count()) => stem,
        _ => file,
    };
    let mut name = String::new();
    // `slug_of` answers “message” for a name without any letter: that is no name for a file.
    let has_letters = stem.chars().any(char::is_alphanumeric);
    for c in slug_of(stem).nfd().filter(|c| has_letters && (c.is_ascii_alphanumeric() || *c == '-')) {
        if name.len() >= MEDIA_NAME_CHARS_MAX - ENDING_CHARS {
            break;
        }
        if c != '-' || !(name.is_empty() || name.ends_with('-')) {
            name.push(c.to_ascii_lowercase());
        }
    }
    match name.trim_end_matches('-') {
        "" if kind == Kind::Pdf => "document".to_owned(),
        "" => "picture".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_anywhere_become_safe_ones() {
        let long = "harbour ".repeat(30);
        let table = [
            ("IMG_2041.JPG", "img-2041"),
            ("C:\\Users\\x\\Hafen Überblick.jpeg", "hafen-uberblick"),
            ("../../etc/passwd", "passwd"),
            ("Причал.png", "picture"),
            ("Причал 7.png", "7"),
            (".png", "png"),
            ("", "picture"),
            ("a\u{202e}gpj.exe", "a-gpj"),
            ("minister’s visit.v2.final.png", "ministers-visit-v2-final"),
        ];
        for (given, stem) in table {
            assert_eq!(stem_of(given, Kind::Png), stem, "{given}");
        }
        assert_eq!(stem_of("—", Kind::Pdf), "document");
        assert!(stem_of(&long, Kind::Png).len() <= MEDIA_NAME_CHARS_MAX - ENDING_CHARS);
    }
}
