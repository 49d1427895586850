//! The fields of a form as they came, with a limit of their number.

use super::limits::PAIRS_MAX;
use crate::DeskError;

/// The fields of a form in their order; a name may come more than once.
pub(crate) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads `application/x-www-form-urlencoded` (URL Standard). A form of more fields than any page has is refused before
    /// they are all read.
    pub(crate) fn read(body: &[u8]) -> Result<Self, DeskError> {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(body).into_owned().take(PAIRS_MAX + 1).collect();
        if pairs.len() > PAIRS_MAX {
            let message =
                format!("the form has more than {PAIRS_MAX} fields, so nothing of it was used; leave some out");
            return Err(DeskError::field("form", message));
        }
        Ok(Self(pairs))
    }

    /// The first value of a name.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        self.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// All fields.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
