//! The fields of one line, by name and type.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Value;

use super::flaw::{Flaw, shown};

/// Values of a list: more speakers or topics than this is a register, not a message.
const LIST_VALUES_MAX: usize = 50;

/// The fields of a line in the order in which they stand, null ones left out.
#[derive(Debug)]
pub(super) struct Fields(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object with the fields of one message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields: Vec<(String, Value)> = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            // Which of two values is meant cannot be known, and RFC 8259 §4 leaves it open.
            if fields.iter().any(|(known, _)| *known == name) {
                return Err(A::Error::custom(format!("the field “{}” stands in it twice", shown(&name))));
            }
            fields.push((name, value));
        }
        fields.retain(|(_, value)| !value.is_null());
        Ok(Fields(fields))
    }
}

impl Fields {
    /// Reads a line. `is_ended` says whether a line break ended it.
    pub(super) fn read(bytes: &[u8], is_ended: bool) -> Result<Self, Flaw> {
        if let Err(error) = std::str::from_utf8(bytes) {
            let at = error.valid_up_to() + 1;
            return Err(Flaw::new(
                "not-utf8",
                format!("byte {at} of the line is not UTF-8; save the file as UTF-8 and try again"),
            ));
        }
        serde_json::from_slice(bytes).map_err(|error: serde_json::Error| {
            if error.is_data() {
                let why = if bytes.first() == Some(&b'{') {
                    sentence(&error)
                } else {
                    "it is not a JSON object with fields".to_owned()
                };
                return Flaw::new("not-a-message", format!("the line is not a message: {why}"));
            }
            if !is_ended {
                let reason =
                    "the file ends in the middle of this line; fetch the whole file and run the same command again";
                return Flaw::new("cut", reason);
            }
            Flaw::new("not-json", format!("the line is not JSON: {} at column {}", sentence(&error), error.column()))
        })
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(at).1)
    }

    /// A text as it stands.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<String>, Flaw> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong_type(name, &other, "a text")),
        }
    }

    /// A text of one line: white space collapsed, nothing when only that was in it.
    pub(super) fn line(&mut self, name: &'static str, chars_max: usize) -> Result<Option<String>, Flaw> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        let text = collapse(&text);
        if text.chars().count() > chars_max {
            return Err(too_long(name, chars_max));
        }
        Ok((!text.is_empty()).then_some(text))
    }

    /// An id: a text, or an integer as its digits.
    pub(super) fn id(&mut self, name: &'static str, bytes_max: usize) -> Result<Option<String>, Flaw> {
        let id = match self.take(name) {
            None => return Ok(None),
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(Value::Number(number)) if number.is_i64() || number.is_u64() => number.to_string(),
            Some(other) => return Err(wrong_type(name, &other, "a text or a whole number")),
        };
        if id.len() > bytes_max {
            return Err(Flaw::new(
                "id-too-long",
                format!("“{name}” is longer than {bytes_max} bytes; shorten it at the source"),
            ));
        }
        if id.chars().any(char::is_control) {
            return Err(Flaw::new("id-invalid", format!("“{name}” has control characters in it: “{}”", shown(&id))));
        }
        Ok((!id.is_empty()).then_some(id))
    }

    /// A list of texts, each as [`Fields::line`] reads it, empty ones left out.
    pub(super) fn list(&mut self, name: &'static str, chars_max: usize) -> Result<Vec<String>, Flaw> {
        let values = match self.take(name) {
            None => return Ok(vec![]),
            Some(Value::Array(values)) => values,
            Some(other) => return Err(wrong_type(name, &other, "a list of texts")),
        };
        if values.len() > LIST_VALUES_MAX {
            return Err(Flaw::new(
                "list-too-long",
                format!("“{name}” has {} values; at most {LIST_VALUES_MAX} are taken", values.len()),
            ));
        }
        let mut list = Vec::with_capacity(values.len());
        for value in values {
            let Value::String(text) = value else { return Err(wrong_type(name, &value, "texts only")) };
            let text = collapse(&text);
            if text.chars().count() > chars_max {
                return Err(too_long(name, chars_max));
            }
            if !text.is_empty() && !list.contains(&text) {
                list.push(text);
            }
        }
        Ok(list)
    }

    /// The names of the fields that nobody took.
    pub(super) fn left(self) -> Vec<String> {
        self.0.into_iter().map(|(name, _)| shown(&name)).collect()
    }
}

/// White space runs to one space, none at the ends; control characters and byte order marks out. No-break spaces
/// stay: French punctuation needs them.
pub(super) fn collapse(text: &str) -> String {
    let is_soft = |c: char| (c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')) || c.is_control();
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_soft).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| *c != '\u{FEFF}'));
    }
    if out.chars().all(char::is_whitespace) { String::new() } else { out }
}

fn wrong_type(name: &str, value: &Value, wanted: &str) -> Flaw {
    let is = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Flaw::new("field-type", format!("“{name}” holds {is}, but it takes {wanted}"))
}

fn too_long(name: &str, chars_max: usize) -> Flaw {
    Flaw::new("field-too-long", format!("“{name}” is longer than {chars_max} characters; shorten it at the source"))
}

/// The parser's own words without its "line 1 column 7", which is about the line and not about the file.
fn sentence(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(sentence, _)| sentence).to_owned()
}
