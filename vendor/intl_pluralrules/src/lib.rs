//! The part of the interface of `intl_pluralrules` 7 that fluent-bundle 0.16 uses, answered by ICU4X.
//!
//! **What it is.** A replacement by patch: the published crate carries old plural rules in which ranges
//! over a remainder are wrong (Arabic 105 and 933, Belarusian, Lithuanian and others).
//!
//! **What it must never do.** Have rules of its own, or names that fluent-bundle does not ask for.
//!
//! **Where to start reading.** [`PluralRules::select`].

#![warn(missing_docs)]

use icu_locale_core::Locale;
use unic_langid::LanguageIdentifier;

pub mod operands;

use operands::PluralOperands;

/// The languages for which CLDR has plural rules of their own, by their tags. Fluent chooses among
/// these before it asks for rules and takes English for a language that is not here.
const LANGUAGES: &[&str] = &[
    "af", "ak", "am", "an", "ar", "ars", "as", "asa", "ast", "az", "bal", "be", "bem", "bez", "bg", "bho", "blo", "bm",
    "bn", "bo", "br", "brx", "bs", "ca", "ce", "ceb", "cgg", "chr", "ckb", "cs", "csw", "cy", "da", "de", "doi", "dsb",
    "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fil", "fo", "fr", "fur", "fy", "ga", "gd",
    "gl", "gsw", "gu", "guw", "gv", "ha", "haw", "he", "hi", "hnj", "hr", "hsb", "hu", "hy", "ia", "id", "ig", "ii",
    "io", "is", "it", "iu", "ja", "jbo", "jgo", "jmc", "jv", "ka", "kab", "kaj", "kcg", "kde", "kea", "kk", "kkj",
    "kl", "km", "kn", "ko", "ks", "ksb", "ksh", "ku", "kw", "ky", "lag", "lb", "lg", "lij", "lkt", "ln", "lo", "lt",
    "lv", "mas", "mg", "mgo", "mk", "ml", "mn", "mr", "ms", "mt", "my", "nah", "naq", "nb", "nd", "ne", "nl", "nn",
    "nnh", "no", "nqo", "nr", "nso", "ny", "nyn", "om", "or", "os", "osa", "pa", "pap", "pcm", "pl", "prg", "ps", "pt",
    "pt-PT", "rm", "ro", "rof", "ru", "rwk", "sah", "saq", "sat", "sc", "sd", "sdh", "se", "seh", "ses", "sg", "shi",
    "si", "sk", "sl", "sma", "smi", "smj", "smn", "sms", "sn", "so", "sq", "sr", "ss", "ssy", "st", "su", "sv", "sw",
    "syr", "ta", "te", "teo", "th", "ti", "tig", "tk", "tl", "tn", "to", "tpi", "tr", "ts", "tzm", "ug", "uk", "ur",
    "uz", "ve", "vec", "vi", "vo", "vun", "wa", "wae", "wo", "xh", "xog", "yi", "yo", "yue", "zh", "zu",
];

/// A plural category of CLDR. The names are those of the published crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PluralCategory {
    /// `zero`
    ZERO,
    /// `one`
    ONE,
    /// `two`
    TWO,
    /// `few`
    FEW,
    /// `many`
    MANY,
    /// `other`
    OTHER,
}

/// Whether things are counted or put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PluralRuleType {
    /// Counted: one, two, three.
    CARDINAL,
    /// In order: first, second, third.
    ORDINAL,
}

/// The plural rules of one language.
pub struct PluralRules(icu_plurals::PluralRules);

impl PluralRules {
    /// The rules of a language; refused where the tag cannot be read.
    pub fn create<L: Into<LanguageIdentifier>>(lang: L, kind: PluralRuleType) -> Result<Self, &'static str> {
        let locale: Locale = lang.into().to_string().parse().map_err(|_| "unknown locale")?;
        let rules = match kind {
            PluralRuleType::CARDINAL => icu_plurals::PluralRules::try_new_cardinal(locale.into()),
            PluralRuleType::ORDINAL => icu_plurals::PluralRules::try_new_ordinal(locale.into()),
        };
        rules.map(Self).map_err(|_| "unknown locale")
    }

    /// The category of a number; refused where it is not a number.
    pub fn select<N: TryInto<PluralOperands>>(&self, number: N) -> Result<PluralCategory, &'static str> {
        let operands = number.try_into().map_err(|_| "not a number")?;
        // ICU reads the decimal as it is written: 1.0 is another number than 1 in many languages.
        let decimal: fixed_decimal::Decimal = operands.written().parse().map_err(|_| "not a number")?;
        Ok(match self.0.category_for(&decimal) {
            icu_plurals::PluralCategory::Zero => PluralCategory::ZERO,
            icu_plurals::PluralCategory::One => PluralCategory::ONE,
            icu_plurals::PluralCategory::Two => PluralCategory::TWO,
            icu_plurals::PluralCategory::Few => PluralCategory::FEW,
            icu_plurals::PluralCategory::Many => PluralCategory::MANY,
            icu_plurals::PluralCategory::Other => PluralCategory::OTHER,
        })
    }

    /// The languages that have rules, the same for both kinds.
    pub fn get_locales(_: PluralRuleType) -> Vec<LanguageIdentifier> {
        LANGUAGES.iter().filter_map(|tag| tag.parse().ok()).collect()
    }
}
