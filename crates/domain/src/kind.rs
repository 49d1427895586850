//! Kinds of message.

use serde::{Deserialize, Serialize};

/// What a message is. A page is evergreen text with a place in the site's navigation; all others are messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A position of the institution.
    Statement,
    /// A prepared address.
    Speech,
    /// Words said on an occasion, often followed by questions.
    Remarks,
    /// Questions of one outlet and the answers.
    Interview,
    /// Questions of several outlets and the answers.
    PressConference,
    /// The spokesperson's regular answers.
    Briefing,
    /// News of the institution.
    PressRelease,
    /// A signed text published elsewhere first.
    Article,
    /// A letter made public.
    Letter,
    /// Practical information for the public.
    Notice,
    /// A short answer to an event or a report.
    Comment,
    /// An evergreen page.
    Page,
}

impl Kind {
    /// Every kind of message, in the order in which lists offer them; pages are not messages.
    pub const MESSAGES: [Self; 11] = [
        Self::Statement,
        Self::Speech,
        Self::Remarks,
        Self::Interview,
        Self::PressConference,
        Self::Briefing,
        Self::PressRelease,
        Self::Article,
        Self::Letter,
        Self::Notice,
        Self::Comment,
    ];

    /// The kind's name in addresses, facts and string keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Speech => "speech",
            Self::Remarks => "remarks",
            Self::Interview => "interview",
            Self::PressConference => "press-conference",
            Self::Briefing => "briefing",
            Self::PressRelease => "press-release",
            Self::Article => "article",
            Self::Letter => "letter",
            Self::Notice => "notice",
            Self::Comment => "comment",
            Self::Page => "page",
        }
    }

    /// The kind that a source's own word names: its hyphenated lower-case form, or nothing.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word: String =
            word.trim().to_lowercase().chars().map(|c| if c.is_whitespace() || c == '_' { '-' } else { c }).collect();
        Self::MESSAGES.into_iter().find(|kind| kind.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_its_words_however_they_are_joined() {
        assert_eq!(Kind::named("Press Release"), Some(Kind::PressRelease));
        assert_eq!(Kind::named("press_conference"), Some(Kind::PressConference));
        assert_eq!(Kind::named("events/news"), None);
        assert_eq!(Kind::named("page"), None);
    }
}
