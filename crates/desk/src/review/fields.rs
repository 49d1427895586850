//! What a form or a query says, with the limits of its fields.

use domain::{BUNDLE_EDITIONS_MAX, Digest, Lang, MessageId};
use newsroom::Releasing;

use crate::DeskError;

/// Characters of a reason, a note or a comment: a page of typescript and more than the public would read.
pub(super) const REASON_CHARS_MAX: usize = 4_000;
/// Fields of one form: the largest bundle, and room for everything else.
const FIELDS_MAX: usize = BUNDLE_EDITIONS_MAX + 100;

/// What a page can say was just done: the ends of the sentences' keys.
const DONE: [&str; 12] = [
    "approved",
    "returned",
    "commented",
    "resolved",
    "move",
    "moved",
    "call-off",
    "withdraw",
    "restore",
    "erase",
    "look",
    "lead",
];

/// The fields of a form or a query in their order; a name may come more than once.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded` (URL Standard); fields beyond the limit are left out.
    pub(super) fn read(bytes: &[u8]) -> Self {
        Self(
            url::form_urlencoded::parse(bytes)
                .take(FIELDS_MAX)
                .map(|(k, v)| (k.into_owned(), v.into_owned()))
                .collect(),
        )
    }

    /// A field's text without the spaces around it; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// A field that says something.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|value| !value.is_empty())
    }

    /// All values of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// A text of limited length.
    pub(super) fn reason(&self, name: &str) -> Result<String, DeskError> {
        let text = self.get(name);
        let chars = text.chars().count();
        if chars > REASON_CHARS_MAX {
            let message =
                format!("this has {chars} characters; at most {REASON_CHARS_MAX} are possible, so shorten it");
            return Err(DeskError::field(name, message));
        }
        Ok(text.to_owned())
    }

    /// What was just done; empty for what no page says.
    pub(super) fn done(&self) -> String {
        DONE.into_iter().find(|done| *done == self.get("done")).unwrap_or_default().to_owned()
    }

    /// The submission that a form names.
    pub(super) fn digest(&self, name: &str) -> Option<Digest> {
        self.get(name).parse().ok()
    }
}

/// An edition's address in the desk's paths.
pub(super) fn edition_of(message: &str, lang: &str) -> Result<(MessageId, Lang), DeskError> {
    match (message.parse(), lang.parse()) {
        (Ok(message), Ok(lang)) => Ok((message, lang)),
        _ => Err(DeskError::NotFound),
    }
}

/// An edition as a query names it: `message/lang`, perhaps with a submission's digest behind it.
pub(super) fn item_of(text: &str) -> Option<(MessageId, Lang, Option<Digest>)> {
    let mut parts = text.split('/');
    let (message, lang) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((message, lang, parts.next().and_then(|digest| digest.parse().ok())))
}

/// The submissions that a form names, each of them once.
pub(super) fn items_of(fields: &Fields) -> Vec<Releasing> {
    let mut items: Vec<Releasing> = Vec::new();
    for (message, lang, digest) in fields.all("item").filter_map(item_of) {
        let Some(submission) = digest else { continue };
        let item = Releasing { message, lang, submission };
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

/// A submission as a form names it.
pub(super) fn item_text(item: &Releasing) -> String {
    format!("{}/{}/{}", item.message, item.lang, item.submission)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_submission_is_read_back_from_its_text_and_named_once() {
        let item = Releasing {
            message: MessageId::from_bits([3; 10]),
            lang: "zh-Hant".parse().unwrap(),
            submission: Digest([7; 32]),
        };
        let text = item_text(&item);
        let query = format!("item={text}&item={text}&item=nothing&title=%20Two%20texts%20");
        let fields = Fields::read(query.as_bytes());
        assert_eq!(items_of(&fields), vec![item]);
        assert_eq!(fields.get("title"), "Two texts");
        assert_eq!(fields.given("reason"), None);
    }

    #[test]
    fn a_reason_beyond_its_limit_is_refused_with_the_field_named() {
        let fields = Fields::read(format!("reason={}", "a".repeat(REASON_CHARS_MAX + 1)).as_bytes());
        assert!(matches!(fields.reason("reason"), Err(DeskError::Field { field, .. }) if field == "reason"));
    }
}
