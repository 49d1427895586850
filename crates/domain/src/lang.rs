//! Language tags and texts by language.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A language tag in its canonical form (RFC 5646 §2.1.1: `en`, `zh-Hant`, `pt-BR`); language, script, region and
/// variants only, since extensions and private use have no place in an address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(Arc<str>);

/// A text that is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a language tag: a form like en, zh-Hant or pt-BR is wanted")]
pub struct LangError(String);

impl Lang {
    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag (`zh` of `zh-Hant`).
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

fn canonical_subtag(index: usize, subtag: &str) -> Option<String> {
    let letters = subtag.bytes().all(|b| b.is_ascii_alphabetic());
    let alphanumeric = subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    match (index, subtag.len()) {
        // "und" says that the language is not known, which no edition's language is.
        (0, 2 | 3) if letters && !subtag.eq_ignore_ascii_case("und") => Some(subtag.to_ascii_lowercase()),
        (1, 4) if letters => Some(subtag[..1].to_ascii_uppercase() + &subtag[1..].to_ascii_lowercase()),
        (1 | 2, 2) if letters => Some(subtag.to_ascii_uppercase()),
        (1 | 2, 3) if subtag.bytes().all(|b| b.is_ascii_digit()) => Some(subtag.to_owned()),
        (1.., 5..=8) if alphanumeric => Some(subtag.to_ascii_lowercase()),
        _ => None,
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        let refuse = || LangError(text.chars().take(40).collect());
        if text.len() > 35 || !text.is_ascii() {
            return Err(refuse());
        }
        let subtags: Option<Vec<String>> =
            text.split('-').enumerate().map(|(index, subtag)| canonical_subtag(index, subtag)).collect();
        subtags.map(|subtags| Self(subtags.join("-").into())).ok_or_else(refuse)
    }
}

impl TryFrom<String> for Lang {
    type Error = LangError;
    fn try_from(text: String) -> Result<Self, LangError> {
        text.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.as_ref().to_owned()
    }
}

impl AsRef<str> for Lang {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<Lang, String>);

impl Texts {
    /// A text in one language.
    #[must_use]
    pub fn one(lang: &Lang, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(lang.clone(), text.into())]))
    }

    /// The text for a reader of `lang`: in that language, else in its primary language, else in the first of
    /// `fallbacks` that has it, else whichever comes first.
    #[must_use]
    pub fn get(&self, lang: &Lang, fallbacks: &[Lang]) -> Option<&str> {
        let same = || self.0.get(lang);
        let primary = || self.0.iter().find(|(own, _)| own.primary() == lang.primary()).map(|(_, text)| text);
        let fallback = || fallbacks.iter().find_map(|other| self.0.get(other));
        same().or_else(primary).or_else(fallback).or_else(|| self.0.values().next()).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_canonical_case() {
        for (written, canonical) in [
            ("EN", "en"),
            ("zh-hant", "zh-Hant"),
            ("pt-br", "pt-BR"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("ca-VALENCIA", "ca-valencia"),
        ] {
            assert_eq!(written.parse::<Lang>().unwrap().as_str(), canonical);
        }
    }

    #[test]
    fn what_is_not_a_tag_is_refused() {
        for text in [
            "",
            "-",
            "und",
            "*",
            "en-u-ca-gregory",
            "русский",
            "en\u{0}",
            "e",
            "english language",
            "en_GB",
            "en-",
            "-en",
            "en-x-private",
            "12",
            "../..",
            "zh-Hant-Hans-Hant-Hans-Hant-Hans",
        ] {
            assert!(text.parse::<Lang>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_missing_language_falls_back_in_order() {
        let lang = |tag: &str| tag.parse::<Lang>().unwrap();
        let texts = Texts(BTreeMap::from([(lang("en"), "Queries".to_owned()), (lang("ru"), "Вопросы".to_owned())]));
        assert_eq!(texts.get(&lang("ru"), &[]), Some("Вопросы"));
        assert_eq!(texts.get(&lang("en-GB"), &[]), Some("Queries"));
        assert_eq!(texts.get(&lang("ar"), &[lang("ru")]), Some("Вопросы"));
        assert_eq!(texts.get(&lang("ar"), &[]), Some("Queries"));
    }
}
