//! The one door of this crate.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::{Date, Weekday};

use crate::formats::Formats;
use crate::lang::LangExt as _;
use crate::names::own_name;
use crate::negotiate::negotiate;
use crate::strings::{Found, Strings};
use crate::{Arg, Direction, Lang, LocaleError, PluralCategory};

/// How many languages without strings of their own are kept ready. Editions may be in any language;
/// beyond this number formats are built for each call, which is slower and no less right.
const EXTRA_LANGUAGES_MAX: usize = 64;

/// The strings and formats of all languages: [`Send`], [`Sync`], and cheap to ask, because every
/// formatter is built once for a language.
///
/// Any [`Lang`] may be asked for. A language without strings answers with the texts of its closest
/// relative and then English; one without CLDR data has English formats.
pub struct Locales {
    strings: Strings,
    ready: HashMap<Lang, Arc<Ready>>,
    extra: RwLock<HashMap<Lang, Arc<Ready>>>,
    strict: bool,
}

/// What is prepared for one language.
struct Ready {
    chain: Vec<Lang>,
    formats: Formats,
}

impl Locales {
    /// Loads files of strings as (language tag, Fluent source). A later file of a language overrides
    /// the earlier ones message by message. The first English file says which variables each
    /// message is given.
    ///
    /// # Errors
    /// The first file that is not named after a language, does not parse, says a key twice or uses
    /// a variable that its message is not given; with file and line.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, LocaleError> {
        let strings = Strings::load(files)?;
        let mut ready = HashMap::new();
        for lang in strings.languages().into_iter().chain([Lang::english()]) {
            let prepared = Arc::new(Ready::new(&strings, &lang));
            ready.insert(lang, prepared);
        }
        Ok(Self { strings, ready, extra: RwLock::default(), strict: false })
    }

    /// With `true`, for tests: a missing key is visible as `⟦key⟧`, a missing translation as
    /// `⟦lang:key⟧`, a missing variable as `⟦lang:key:` and what came of it. Otherwise the text of
    /// the next language is shown, and for a key that nobody has, its words.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// The languages that have a file of strings, in the order of their tags.
    pub fn languages(&self) -> Vec<Lang> {
        self.strings.languages()
    }

    /// The keys of English that `lang` and its closest relatives (`zh` for `zh-Hant`) do not have, in order.
    pub fn missing(&self, lang: &Lang) -> Vec<String> {
        self.strings.missing(lang, &self.ready(lang).chain)
    }

    /// The text of a message. Values of variables are put in as they are, without isolation marks:
    /// in HTML the template isolates them with `bdi`.
    pub fn text(&self, lang: &Lang, key: &str, args: &[(&str, Arg)]) -> String {
        self.find(lang, key, args, false)
    }

    /// The text of a message with each value between U+2068 and U+2069 (UAX 9, isolates), for plain
    /// text that may mix directions: titles, feeds, mail.
    pub fn text_isolated(&self, lang: &Lang, key: &str, args: &[(&str, Arg)]) -> String {
        self.find(lang, key, args, true)
    }

    /// A date in full: `22 September 2020`; Russian ends in U+202F and `г.`. Gregorian in every language.
    pub fn date_long(&self, lang: &Lang, date: Date) -> String {
        self.ready(lang).formats.date_long(date)
    }

    /// A date in full with its weekday: `Tuesday 22 September 2020`.
    pub fn date_weekday(&self, lang: &Lang, date: Date) -> String {
        self.ready(lang).formats.date_weekday(date)
    }

    /// A month with its year: `September 2020`. A month outside 1 to 12 is given back as figures.
    pub fn month_year(&self, lang: &Lang, year: i16, month: i8) -> String {
        self.ready(lang).formats.month_year(year, month)
    }

    /// The name of a month that stands alone: `September`. A month outside 1 to 12 is given back as a figure.
    pub fn month_name(&self, lang: &Lang, month: i8) -> String {
        self.ready(lang).formats.month_name(month)
    }

    /// The short name of a month that stands alone: `Sept`. A month outside 1 to 12 is given back as a figure.
    pub fn month_short(&self, lang: &Lang, month: i8) -> String {
        self.ready(lang).formats.month_short(month)
    }

    /// A date in the form of lists, by the message `date-ledger`: `22.09.2020`, `22/09/2020`, `2020-09-22`.
    pub fn date_ledger(&self, lang: &Lang, date: Date) -> String {
        let args = [
            ("day", Arg::Str(format!("{:02}", date.day()))),
            ("month", Arg::Str(format!("{:02}", date.month()))),
            ("year", Arg::Str(format!("{:04}", date.year()))),
        ];
        self.text(lang, "date-ledger", &args)
    }

    /// A time of day in 24 hours with Latin digits, the same in every language: `22:12`. `hour` is
    /// 0 to 23, `minute` 0 to 59; others are printed as they are.
    pub fn time(&self, _lang: &Lang, hour: i8, minute: i8) -> String {
        format!("{hour:02}:{minute:02}")
    }

    /// The name of a weekday that stands alone: `Monday`.
    pub fn weekday(&self, lang: &Lang, weekday: Weekday) -> String {
        self.ready(lang).formats.weekday(weekday)
    }

    /// The day on which a week begins in calendars of the language's readers (CLDR): Monday, Sunday, Saturday or Friday.
    pub fn first_weekday(&self, lang: &Lang) -> Weekday {
        self.ready(lang).formats.first_weekday
    }

    /// A whole number, grouped as CLDR says: `1,234,567`.
    pub fn number(&self, lang: &Lang, number: i64) -> String {
        self.ready(lang).formats.number(number)
    }

    /// The items as one phrase: `a, b and c`.
    pub fn list(&self, lang: &Lang, items: &[String]) -> String {
        self.ready(lang).formats.list(items)
    }

    /// Puts things in the order in which a dictionary of the language has their names (CLDR collation: by sound in
    /// Chinese, without regard to case and accents unless nothing else differs).
    pub fn sort_by_name<T>(&self, lang: &Lang, things: &mut [T], name: impl Fn(&T) -> &str) {
        let ready = self.ready(lang);
        things.sort_by(|left, right| ready.formats.compare(name(left), name(right)));
    }

    /// The plural category of a number (CLDR, cardinal).
    pub fn plural(&self, lang: &Lang, number: i64) -> PluralCategory {
        self.ready(lang).formats.plural(number)
    }

    /// The direction of the language's script (CLDR likely subtags).
    pub fn direction(&self, lang: &Lang) -> Direction {
        self.ready(lang).formats.direction
    }

    /// The language's name in itself: the message `language-name` of its own file, else a name known
    /// here, else that of the shorter tag with the rest in brackets, else the tag.
    pub fn own_name(&self, lang: &Lang) -> String {
        let known = |lang: &Lang| {
            let own = self.strings.exact(lang, "language-name");
            own.or_else(|| own_name(lang.as_str()).map(str::to_owned))
        };
        if let Some(name) = known(lang) {
            return name;
        }
        let mut shorter = lang.truncated();
        while let Some(tag) = shorter {
            if let Some(name) = known(&tag) {
                return format!("{name} ({})", &lang.as_str()[tag.as_str().len() + 1..]);
            }
            shorter = tag.truncated();
        }
        lang.to_string()
    }

    /// The language to answer in: the best of `offered` for the header `Accept-Language` (RFC 9110
    /// section 12.5.4, RFC 4647 lookup, scripts by likelihood: `zh-TW` wants `zh-Hant`), else the
    /// first offered; English when nothing is offered. Of the header 1,000 bytes and 20 ranges are read.
    pub fn negotiate(&self, accept_language: Option<&str>, offered: &[Lang]) -> Lang {
        negotiate(accept_language, offered).unwrap_or_else(Lang::english)
    }

    fn find(&self, lang: &Lang, key: &str, args: &[(&str, Arg)], isolated: bool) -> String {
        let ready = self.ready(lang);
        match self.strings.find(&ready.chain, key, args, isolated) {
            Found::Text(text, from) if !self.strict || from.primary() == lang.primary() => text,
            Found::Text(..) => format!("⟦{lang}:{key}⟧"),
            Found::Broken(text, from) if self.strict => format!("⟦{from}:{key}:{text}⟧"),
            Found::Broken(text, _) => text,
            Found::Nowhere if self.strict => format!("⟦{key}⟧"),
            Found::Nowhere => key.replace('-', " "),
        }
    }

    fn ready(&self, lang: &Lang) -> Arc<Ready> {
        if let Some(ready) = self.ready.get(lang) {
            return Arc::clone(ready);
        }
        // A map of finished values is whole even if a thread died while it held the lock.
        if let Some(ready) = self.extra.read().unwrap_or_else(PoisonError::into_inner).get(lang) {
            return Arc::clone(ready);
        }
        let prepared = Arc::new(Ready::new(&self.strings, lang));
        let mut extra = self.extra.write().unwrap_or_else(PoisonError::into_inner);
        if extra.len() < EXTRA_LANGUAGES_MAX {
            extra.insert(lang.clone(), Arc::clone(&prepared));
        }
        prepared
    }
}

impl Ready {
    fn new(strings: &Strings, lang: &Lang) -> Self {
        Self { chain: strings.chain(lang), formats: Formats::new(lang) }
    }
}
