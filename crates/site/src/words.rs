//! The words of one language: strings, dates, numbers.

use std::sync::Arc;

use domain::{Kind, Lang, PluralCategory, Texts};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use locale::{Arg, Locales};

/// Interface strings and formats for one reader's language.
#[derive(Clone)]
pub(crate) struct Words {
    pub(crate) locales: Arc<Locales>,
    pub(crate) lang: Lang,
    /// The site's languages, in whose order a missing text is looked for.
    pub(crate) fallbacks: Arc<[Lang]>,
}

impl Words {
    /// An interface string.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.locales.text(&self.lang, key, args)
    }

    /// A text of the site in the reader's language, or in the next best.
    pub(crate) fn of<'a>(&self, texts: &'a Texts) -> Option<&'a str> {
        texts.get(&self.lang, &self.fallbacks).filter(|text| !text.trim().is_empty())
    }

    /// The same, owned.
    pub(crate) fn own(&self, texts: &Texts) -> Option<String> {
        self.of(texts).map(str::to_owned)
    }

    pub(crate) fn date(&self, date: Date) -> String {
        self.locales.date_long(&self.lang, date)
    }

    pub(crate) fn ledger(&self, date: Date) -> String {
        self.locales.date_ledger(&self.lang, date)
    }

    pub(crate) fn time(&self, local: DateTime) -> String {
        self.locales.time(&self.lang, local.hour(), local.minute())
    }

    pub(crate) fn kind(&self, kind: &str) -> String {
        self.say(&format!("kind-{kind}"), &[])
    }

    pub(crate) fn kinds(&self, kind: Kind) -> String {
        self.say(&format!("kinds-{}", kind.as_str()), &[])
    }

    /// The kind that readers call so, in the page's language or by its English name.
    pub(crate) fn kind_named(&self, name: &str) -> Option<Kind> {
        let name = name.trim().to_lowercase();
        let called =
            |kind: &Kind| [self.kind(kind.as_str()), self.kinds(*kind)].iter().any(|own| own.to_lowercase() == name);
        Kind::named(&name).or_else(|| Kind::MESSAGES.into_iter().find(called))
    }

    pub(crate) fn plural(&self, number: i64) -> PluralCategory {
        self.locales.plural(&self.lang, number)
    }

    /// The direction of another language's text.
    pub(crate) fn direction(&self, lang: &Lang) -> &'static str {
        self.locales.direction(lang).as_str()
    }

    /// The direction of a language given as text.
    pub(crate) fn direction_of(&self, lang: &str) -> &'static str {
        lang.parse().map_or("ltr", |lang| self.direction(&lang))
    }
}

/// An instant for a machine: RFC 3339, UTC, whole seconds.
pub(crate) fn iso(instant: Timestamp) -> String {
    let whole = Timestamp::from_second(instant.as_second()).unwrap_or(instant);
    whole.to_string()
}
