//! What this crate needs of a language tag beside what [`domain::Lang`] says.

use domain::Lang;
use icu_locale::LanguageIdentifier;

/// Ways from a tag to ICU and along the fallback chain.
pub(crate) trait LangExt: Sized {
    /// English, the language in which everything can be said.
    fn english() -> Self;
    /// The tag for ICU.
    fn identifier(&self) -> LanguageIdentifier;
    /// The canonical tag of an identifier that has a language; English for one that has none.
    fn from_identifier(identifier: &LanguageIdentifier) -> Self;
    /// The tag without its last subtag (RFC 4647 section 3.4), none for a bare language.
    fn truncated(&self) -> Option<Self>;
}

impl LangExt for Lang {
    fn english() -> Self {
        "en".parse().expect("“en” is a language tag")
    }

    fn identifier(&self) -> LanguageIdentifier {
        // ICU refuses a few tags that are well-formed, such as one variant twice: the language alone is what counts then.
        LanguageIdentifier::try_from_str(self.as_str())
            .or_else(|_| LanguageIdentifier::try_from_str(self.primary()))
            .unwrap_or(LanguageIdentifier::UNKNOWN)
    }

    fn from_identifier(identifier: &LanguageIdentifier) -> Self {
        identifier.to_string().parse().unwrap_or_else(|_| Self::english())
    }

    fn truncated(&self) -> Option<Self> {
        self.as_str().rsplit_once('-').and_then(|(head, _)| head.parse().ok())
    }
}
