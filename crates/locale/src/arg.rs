//! What a message is given for its variables.

use fluent_bundle::FluentValue;

/// The value of one variable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text that is shown as it is: a name, a title, a date that was formatted before, a year.
    Str(String),
    /// A number that is counted: it chooses the plural form and is grouped by CLDR's rules.
    /// Exact up to 2^53, the range in which Fluent keeps whole numbers.
    Num(i64),
}

impl Arg {
    /// The same value as Fluent wants it, borrowed.
    pub(crate) fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Str(text) => FluentValue::from(text.as_str()),
            Self::Num(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Str(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Str(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Str(text.clone())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Num(number)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Num(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Num(number.into())
    }
}

/// Numbers beyond `i64::MAX` are shown as `i64::MAX`.
impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Num(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Numbers beyond `i64::MAX` are shown as `i64::MAX`.
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Num(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
