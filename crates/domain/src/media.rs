//! Media files: pictures and papers of the library, named by the digest of their bytes.

use journal::Digest;
use serde::{Deserialize, Serialize};

use crate::Texts;

/// Longest file name in characters: as long as a slug, so that an address can still be read out and mailed.
pub const MEDIA_NAME_CHARS_MAX: usize = 80;
/// Longest alternative text in one language, in characters: four long sentences; what needs more belongs into the
/// caption or the text, where everybody can read it.
pub const ALT_CHARS_MAX: usize = 1_000;
/// Longest credit line in characters: a name, an agency and a licence.
pub const CREDIT_CHARS_MAX: usize = 300;
/// Most sizes of one picture: twice what is made today.
pub const MEDIA_SIZES_MAX: usize = 8;

/// What a media file's name may end with, and the media type (RFC 6838) that it is served as.
const MEDIA_TYPES: [(&str, &str); 5] = [
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("pdf", "application/pdf"),
];

/// A file of the media library. It says nothing about who may see it: a file is public only through a version that
/// is visible and refers to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaFile {
    /// SHA-256 of the bytes as they are kept: cleaned of metadata.
    pub digest: Digest,
    /// The name in its address: lower-case ASCII letters, digits and hyphens, a dot and the ending of its type.
    pub name: String,
    /// The media type (`image/jpeg`).
    pub mime: String,
    /// The size in bytes.
    pub bytes: u64,
    /// The width in pixels; 0 for what is no picture.
    pub width: u32,
    /// The height in pixels; 0 for what is no picture.
    pub height: u32,
    /// What a reader who cannot see it is told, by language.
    pub alt: Texts,
    /// Who made it, and under which terms it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The same picture smaller, narrowest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sizes: Vec<MediaSize>,
}

/// A picture made smaller. Its media type follows from its name ([`media_type_of`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaSize {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The name in its address.
    pub name: String,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// The size in bytes.
    pub bytes: u64,
}

/// The media type (RFC 6838) that a library file of this name is served as; nothing when the library has no files of
/// such an ending.
#[must_use]
pub fn media_type_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    MEDIA_TYPES.iter().find(|(known, _)| *known == ending).map(|(_, mime)| *mime)
}

/// The digest and the name in a media address `/media/{digest}/{name}`; nothing for any other address. What stands
/// behind the name (a query, a fragment) is left out.
#[must_use]
pub fn media_address(path: &str) -> Option<(Digest, &str)> {
    media_reference(path.strip_prefix("/media/")?)
}

/// The digest and the name in a figure's reference `{digest}/{name}`. A digest is written in lower case only, so that
/// a file has one address.
#[must_use]
pub fn media_reference(reference: &str) -> Option<(Digest, &str)> {
    let (digest, name) = reference.split_once('/')?;
    let name = name.split(['?', '#']).next().unwrap_or_default();
    if name.is_empty() || name.contains('/') || digest.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    Some((digest.parse().ok()?, name))
}

/// Whether a file can stand in the library; the sentence says what is wrong and what to do.
pub(crate) fn check(file: &MediaFile) -> Result<(), String> {
    let alt = file.alt.0.values();
    if alt.clone().all(|text| text.trim().is_empty()) {
        return Err(
            "a media file needs an alternative text in at least one language: say in a sentence what a reader \
                    who cannot see it should know"
                .to_owned(),
        );
    }
    if alt.clone().any(|text| text.chars().count() > ALT_CHARS_MAX) {
        return Err(format!(
            "an alternative text may have {ALT_CHARS_MAX} characters; put the rest into the caption or the text"
        ));
    }
    if file.credit.as_ref().is_some_and(|credit| credit.chars().count() > CREDIT_CHARS_MAX) {
        return Err(format!("a credit may have {CREDIT_CHARS_MAX} characters; shorten it"));
    }
    if file.sizes.len() > MEDIA_SIZES_MAX {
        return Err(format!("a picture may have {MEDIA_SIZES_MAX} sizes; leave the others out"));
    }
    if media_type_of(&file.name) != Some(file.mime.as_str()) {
        return Err(format!(
            "the name “{}” does not end as a file of type {} does",
            clipped(&file.name),
            clipped(&file.mime)
        ));
    }
    let mut names = file.sizes.iter().map(|size| &size.name).chain([&file.name]);
    match names.find(|name| !is_name(name)) {
        Some(name) => Err(format!(
            "“{}” is not a media file's name: use lower-case letters a to z, digits and hyphens, and one of the endings \
             .jpg, .png, .webp, .gif, .pdf, {MEDIA_NAME_CHARS_MAX} characters at most",
            clipped(name)
        )),
        None => Ok(()),
    }
}

fn is_name(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    name.len() <= MEDIA_NAME_CHARS_MAX
        && media_type_of(name).is_some()
        && !stem.is_empty()
        && stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A foreign text short enough for a sentence.
fn clipped(text: &str) -> String {
    text.chars().take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fixture, Lang};

    fn file() -> MediaFile {
        let en: Lang = "en".parse().unwrap();
        MediaFile {
            digest: Digest([7; 32]),
            name: "harbour.jpg".into(),
            mime: "image/jpeg".into(),
            bytes: 9,
            width: 3,
            height: 2,
            alt: Texts::one(&en, "The harbour at noon"),
            credit: None,
            sizes: vec![],
        }
    }

    #[test]
    fn a_file_without_an_alternative_text_is_refused_with_what_to_do() {
        assert_eq!(check(&file()), Ok(()));
        let en: Lang = "en".parse().unwrap();
        for alt in [Texts::default(), Texts::one(&en, " \u{a0}")] {
            let why = check(&MediaFile { alt, ..file() }).unwrap_err();
            assert!(why.contains("alternative text"), "{why}");
        }
    }

    #[test]
    fn a_name_is_safe_and_ends_as_its_type_does() {
        for name in ["harbour.png", "Harbour.jpg", "../harbour.jpg", ".jpg", "a b.jpg", "harbour", "ha\u{301}fen.jpg"] {
            assert!(check(&MediaFile { name: name.into(), ..file() }).is_err(), "{name}");
        }
        assert!(check(&MediaFile { name: format!("{}.jpg", "a".repeat(80)), ..file() }).is_err());
    }

    #[test]
    fn a_file_reads_back_as_the_fixture_it_was_and_knows_its_key() {
        let part = Fixture::Media(file());
        let json = serde_json::to_string(&part).unwrap();
        assert_eq!(serde_json::from_str::<Fixture>(&json).unwrap(), part);
        assert_eq!(part.key().to_string(), format!("media/{}", Digest([7; 32])));
        assert!(serde_json::from_str::<Fixture>(&json.replace("\"width\"", "\"breadth\"")).is_err());
    }

    #[test]
    fn addresses_of_media_are_told_from_others() {
        let digest = Digest([7; 32]);
        assert_eq!(media_address(&format!("/media/{digest}/a.jpg#x")), Some((digest, "a.jpg")));
        for path in [format!("/media/{digest}"), format!("/media/{digest}/"), format!("/media/{digest}/a/b")] {
            assert_eq!(media_address(&path), None, "{path}");
        }
        assert_eq!(media_address(&format!("/media/{}/a.jpg", "AB".repeat(32))), None);
        assert_eq!(media_address("/en/media/x/y"), None);
    }
}
