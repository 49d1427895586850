//! The formats of one language: dates, numbers, plurals, lists and direction, answered by ICU4X
//! from CLDR data. Built once for a language and then only asked.

use std::cmp::Ordering;

use icu_calendar::types::Weekday as IcuWeekday;
use icu_calendar::week::WeekInformation;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::DateTimeFormatterLoadError;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, M, YM, YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale::{Locale, LocaleDirectionality, LocaleExpander};
use icu_plurals::{PluralCategory as IcuCategory, PluralRules};
use jiff::civil::{Date, Weekday};

use domain::PluralCategory;

use crate::Lang;
use crate::lang::LangExt as _;

/// The direction in which a language's usual script is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Dates that are all Gregorian: the formatter for one calendar takes no other from the language.
type Dates<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// The ready-made formatters of one language.
pub(crate) struct Formats {
    long: Dates<YMD>,
    weekday_and_date: Dates<YMDE>,
    year_month: Dates<YM>,
    month: Dates<M>,
    month_short: Dates<M>,
    weekday: Dates<E>,
    number: DecimalFormatter,
    plural: PluralRules,
    list: ListFormatter,
    order: CollatorBorrowed<'static>,
    /// The direction of the language's script.
    pub direction: Direction,
    /// The day on which a week begins.
    pub first_weekday: Weekday,
    house: House,
}

/// What CLDR's formats leave to a house style.
#[derive(Clone, Copy, PartialEq, Eq)]
enum House {
    /// British: no comma after the weekday.
    English,
    /// The first day of a month is `1er` in French.
    French,
    Plain,
}

impl Formats {
    /// The formats of a language; English ones where ICU has no data for it, because the root
    /// formats ("2020 M09 22") are for machines.
    pub fn new(lang: &Lang) -> Self {
        let direction = direction(lang);
        let own = Self::load(&locale_for_formats(lang), direction, house(lang)).ok();
        own.filter(|formats| formats.month_name(1) != "M01").unwrap_or_else(|| {
            Self::load(&locale_for_formats(&Lang::english()), direction, House::English)
                .expect("the English formats are compiled into the program")
        })
    }

    fn load(locale: &Locale, direction: Direction, house: House) -> Result<Self, DateTimeFormatterLoadError> {
        Ok(Self {
            long: Dates::try_new(locale.into(), YMD::long())?,
            weekday_and_date: Dates::try_new(locale.into(), YMDE::long())?,
            year_month: Dates::try_new(locale.into(), YM::long())?,
            month: Dates::try_new(locale.into(), M::long())?,
            month_short: Dates::try_new(locale.into(), M::medium())?,
            weekday: Dates::try_new(locale.into(), E::long())?,
            number: DecimalFormatter::try_new(locale.into(), Default::default())
                .map_err(DateTimeFormatterLoadError::Data)?,
            plural: PluralRules::try_new_cardinal((&unscripted(locale)).into())
                .map_err(DateTimeFormatterLoadError::Data)?,
            list: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default())
                .map_err(DateTimeFormatterLoadError::Data)?,
            order: Collator::try_new(locale.into(), CollatorOptions::default())
                .map_err(DateTimeFormatterLoadError::Data)?,
            direction,
            first_weekday: first_weekday(locale),
            house,
        })
    }

    pub fn date_long(&self, date: Date) -> String {
        self.first_of_month(date, self.long.format(&gregorian(date)).to_string())
    }

    pub fn date_weekday(&self, date: Date) -> String {
        let text = self.weekday_and_date.format(&gregorian(date)).to_string();
        match self.house {
            House::English => text.replacen(", ", " ", 1),
            _ => self.first_of_month(date, text),
        }
    }

    pub fn month_year(&self, year: i16, month: i8) -> String {
        first_day(year, month)
            .map_or_else(|| format!("{year}-{month:02}"), |date| self.year_month.format(&gregorian(date)).to_string())
    }

    pub fn month_name(&self, month: i8) -> String {
        first_day(2000, month).map_or_else(|| month.to_string(), |date| self.month.format(&gregorian(date)).to_string())
    }

    pub fn month_short(&self, month: i8) -> String {
        first_day(2000, month)
            .map_or_else(|| month.to_string(), |date| self.month_short.format(&gregorian(date)).to_string())
    }

    pub fn weekday(&self, weekday: Weekday) -> String {
        // 3 January 2000 was a Monday; any week would do.
        let day = Date::constant(2000, 1, 2 + weekday.to_monday_one_offset());
        self.weekday.format(&gregorian(day)).to_string()
    }

    pub fn number(&self, number: i64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    pub fn plural(&self, number: i64) -> PluralCategory {
        match self.plural.category_for(number) {
            IcuCategory::Zero => PluralCategory::Zero,
            IcuCategory::One => PluralCategory::One,
            IcuCategory::Two => PluralCategory::Two,
            IcuCategory::Few => PluralCategory::Few,
            IcuCategory::Many => PluralCategory::Many,
            IcuCategory::Other => PluralCategory::Other,
        }
    }

    pub fn list(&self, items: &[String]) -> String {
        self.list.format(items.iter()).to_string()
    }

    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.order.compare(left, right)
    }

    /// French writes the first of a month as an ordinal, which CLDR's patterns cannot say.
    fn first_of_month(&self, date: Date, text: String) -> String {
        if self.house != House::French || date.day() != 1 {
            return text;
        }
        let words = text.split(' ').map(|word| if word == "1" { "1er" } else { word });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The locale for formats: `en` alone is British here (day before month, as the record's own
/// addresses order it), and Arabic keeps Latin digits, so that its dates match those in addresses.
fn locale_for_formats(lang: &Lang) -> Locale {
    let tag = match (lang.as_str(), lang.primary()) {
        ("en", _) => "en-GB".to_owned(),
        (tag, "ar") => format!("{tag}-u-nu-latn"),
        (tag, _) => tag.to_owned(),
    };
    Locale::try_from_str(&tag).unwrap_or(Locale::UNKNOWN)
}

/// The locale without its script. Plural rules belong to a language and sometimes a region (`pt-PT`); asked
/// for `sr-Latn`, ICU would not fall back to the rules of `sr`.
fn unscripted(locale: &Locale) -> Locale {
    let mut unscripted = locale.clone();
    unscripted.id.script = None;
    unscripted
}

fn house(lang: &Lang) -> House {
    match (lang.as_str(), lang.primary()) {
        ("en" | "en-GB", _) => House::English,
        (_, "fr") => House::French,
        _ => House::Plain,
    }
}

fn direction(lang: &Lang) -> Direction {
    match LocaleDirectionality::new_extended().is_right_to_left(&lang.identifier()) {
        true => Direction::Rtl,
        false => Direction::Ltr,
    }
}

/// The day on which a week begins (CLDR week data). Weeks belong to a region: a language alone means the one where most of
/// its speakers live (likely subtags), so that Arabic weeks begin on Saturday.
fn first_weekday(locale: &Locale) -> Weekday {
    let mut likely = locale.clone();
    LocaleExpander::new_extended().maximize(&mut likely.id);
    match WeekInformation::try_new((&likely).into()).map(|week| week.first_weekday) {
        Ok(IcuWeekday::Sunday) => Weekday::Sunday,
        Ok(IcuWeekday::Saturday) => Weekday::Saturday,
        Ok(IcuWeekday::Friday) => Weekday::Friday,
        // The world's default, which CLDR gives wherever nothing else is known.
        _ => Weekday::Monday,
    }
}

fn first_day(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// A civil date of jiff as ICU's.
fn gregorian(date: Date) -> IcuDate<Gregorian> {
    IcuDate::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
        .expect("a civil date of jiff is a date of the proleptic Gregorian calendar within ICU's years")
}
