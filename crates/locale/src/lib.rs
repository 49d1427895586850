//! Interface strings (Fluent) and formats (ICU4X, CLDR data) by language.
//!
//! **What it is.** One [`Locales`] holds the strings of every language that it was given and answers
//! with texts, dates, numbers, plural categories, lists, directions and language names. It also
//! chooses a language from an `Accept-Language` header ([`Locales::negotiate`]).
//!
//! **What it must never do.** Read a clock, a file or the environment; know a time zone (dates and
//! times arrive as civil values of a zone that the caller chose); fail in life because of a missing
//! string or a language without data: it then answers in English.
//!
//! **Where to start reading.** [`Locales`] in `locales.rs`, then `strings.rs` (messages and their
//! fallback) and `formats.rs` (everything that ICU answers).

mod arg;
mod error;
mod formats;
mod lang;
mod locales;
mod names;
mod negotiate;
mod numbers;
mod source;
mod strings;

pub use arg::Arg;
pub use domain::{Lang, LangError, PluralCategory};
pub use error::LocaleError;
pub use formats::Direction;
pub use locales::Locales;
