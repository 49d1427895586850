//! Telephone numbers: shown as written, dialled as RFC 3966 wants.

use serde::{Deserialize, Serialize};

/// A telephone number: what the reader sees and what the telephone dials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone {
    display: String,
    tel: String,
}

/// A text that is not a telephone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a telephone number: 3 to 15 digits are wanted, with + and the country code in front where it can be dialled from abroad"
)]
pub struct PhoneError(String);

impl Phone {
    /// The number as written.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// What to dial: `+442036687474`, or the bare digits of a number that is dialled within the country only;
    /// `;ext=` for an extension (RFC 3966 §3).
    #[must_use]
    pub fn tel(&self) -> &str {
        &self.tel
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;

    fn try_from(text: String) -> Result<Self, PhoneError> {
        let display = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (number, extension) = split_extension(&display);
        let international = number.trim_start().starts_with(['+', '＋']) || number.trim_start().starts_with("00");
        // The trunk zero in brackets is dialled within the country only: +44 (0) 20 … is +44 20 … from abroad.
        let mut digits = digits_of(&if international { number.replacen("(0)", "", 1) } else { number.to_owned() });
        if !number.trim_start().starts_with(['+', '＋']) && international {
            digits = digits.split_off(2);
        }
        let tel = match (international, extension) {
            (true, None) => format!("+{digits}"),
            (true, Some(extension)) => format!("+{digits};ext={extension}"),
            (false, None) => digits.clone(),
            (false, Some(extension)) => format!("{digits};ext={extension}"),
        };
        // E.164 allows 15 digits; emergency numbers have three.
        if (3..=15).contains(&digits.len()) && !display.chars().any(char::is_control) {
            Ok(Self { display, tel })
        } else {
            Err(PhoneError(display.chars().take(60).collect()))
        }
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.display
    }
}

fn split_extension(text: &str) -> (&str, Option<String>) {
    let lower = text.to_ascii_lowercase();
    for mark in ["ext.", "ext", "extension", "доб.", "x"] {
        if let Some(at) = lower.find(mark).filter(|_| lower.len() == text.len()) {
            let extension = digits_of(&text[at + mark.len()..]);
            if !extension.is_empty() {
                return (&text[..at], Some(extension));
            }
        }
    }
    (text, None)
}

/// The ASCII digits of a text; Arabic-Indic, Persian and full-width digits count as theirs.
fn digits_of(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
            '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
            '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_as_written_and_dialled_by_its_digits() {
        let table = [
            ("+44 (0) 203 668 7474", "+442036687474"),
            ("+44 (0)20 7946 0000", "+442079460000"),
            ("0044 20 7946 0000", "+442079460000"),
            ("+7 812 314-41-13", "+78123144113"),
            ("+39 06 36918899", "+390636918899"),
            ("+1 (201) 555-0123 ext. 22", "+12015550123;ext=22"),
            ("020 7946 0000", "02079460000"),
            ("112", "112"),
            ("+٤٤ ٢٠ ٧٩٤٦ ٠٠٠٠", "+442079460000"),
        ];
        for (written, dialled) in table {
            let phone = Phone::try_from(written.to_owned()).unwrap();
            assert_eq!((phone.display(), phone.tel()), (written, dialled));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "call us", "+", "12", "1234567890123456789"] {
            assert!(Phone::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
