//! Numbers inside messages: Fluent for Rust prints them bare, so ICU groups them.

use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind as _;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

struct Grouped(DecimalFormatter);

impl Memoizable for Grouped {
    type Args = ();
    type Error = &'static str;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        let locale: icu_locale::Locale = lang.to_string().parse().map_err(|_| "not a locale")?;
        DecimalFormatter::try_new(locale.into(), Default::default()).map(Self).map_err(|_| "no number data")
    }
}

/// The formatter of a bundle: groups numbers by the rules of the bundle's language, leaves the rest.
pub(crate) fn group_numbers(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    memoizer.with_try_get_threadsafe::<Grouped, _, _>((), |grouped| grouped.0.format(&decimal).to_string()).ok()
}
