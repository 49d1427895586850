//! Lists of sources that have no lists, only paragraphs with a level and a bullet in front: Word's, on the clipboard and in files.

use super::builder::Builder;
use crate::notes::Kind;

/// Levels of a list, as in Word (ISO/IEC 29500-1 section 17.9.6): deeper ones are held to the deepest.
const LEVELS_MAX: u8 = 9;
/// Characters of a bullet or number that are looked at; `Article XXVIII.` has fifteen.
const BULLET_CHARS_MAX: usize = 40;

/// What stands before an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bullet {
    /// A sign without order.
    Sign,
    /// A place in an order. A letter may be read in two ways: `i` is the ninth letter and the first Roman numeral.
    Number {
        /// The place.
        number: u32,
        /// The place in the other reading.
        other: Option<u32>,
        /// Whether the source shows it as a decimal number.
        decimal: bool,
    },
    /// A number that a plain list cannot show: `1.2.`, `Article 3`. It stays as text.
    Text(String),
}

impl Bullet {
    /// Reads the text before an item by its form.
    pub(super) fn read(text: &str) -> Bullet {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text: String = text.chars().take(BULLET_CHARS_MAX).collect();
        let core = text.trim_matches(|c: char| is_closing(c) || matches!(c, '(' | '[' | '（'));
        let marked = text.ends_with(is_closing) || text.starts_with(['(', '（']);
        if core.is_empty() || !core.chars().any(char::is_alphanumeric) {
            return Bullet::Sign;
        }
        if let Some(number) = decimal(core) {
            return Bullet::Number { number, other: None, decimal: true };
        }
        // Symbol fonts give letters for bullets: `o`, `Ø`, `ü`, never with a full stop or bracket.
        if !marked && core.chars().count() == 1 {
            return Bullet::Sign;
        }
        let place = letter(core);
        match (roman(core), place) {
            (Some(number), other) if marked => Bullet::Number { number, other, decimal: false },
            (None, Some(number)) if marked => Bullet::Number { number, other: None, decimal: false },
            _ => Bullet::Text(text),
        }
    }
}

/// What follows a number in front of an item.
fn is_closing(c: char) -> bool {
    matches!(c, '.' | ')' | ']' | '）' | '、' | '．' | ':' | '-' | '–')
}

/// A whole number in the digits of any script.
fn decimal(text: &str) -> Option<u32> {
    let digit = |c: char| -> Option<u32> {
        let zeros = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
        zeros.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10))
    };
    text.chars().try_fold(0_u32, |number, c| number.checked_mul(10)?.checked_add(digit(c)?))
}

/// The place of a single letter in its alphabet.
fn letter(text: &str) -> Option<u32> {
    let mut letters = text.chars();
    let (c, None) = (letters.next()?, letters.next()) else { return None };
    const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    const ARABIC: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    let c = c.to_lowercase().next()?;
    let place = match c {
        'a'..='z' => u32::from(c) - u32::from('a'),
        _ => {
            [CYRILLIC, ARABIC].iter().find_map(|alphabet| alphabet.chars().position(|one| one == c))?.try_into().ok()?
        }
    };
    Some(place + 1)
}

/// The value of a Roman numeral in canonical form.
fn roman(text: &str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let mut number = 0;
    for (at, value) in values.iter().enumerate() {
        let smaller = values.get(at + 1).is_some_and(|next| next > value);
        number = if smaller { number - i64::from(*value) } else { number + i64::from(*value) };
    }
    let number = u32::try_from(number).ok().filter(|number| *number > 0)?;
    (as_roman(number) == text).then_some(number)
}

/// A number in small Roman numerals.
pub(super) fn as_roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    // Beyond four thousand Roman numerals would only grow: decimal digits say it better.
    if number >= 4_000 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

/// One open list.
#[derive(Debug)]
struct Level {
    level: u8,
    ordered: bool,
    next: u32,
}

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Level>,
    /// The source's own name of the outermost list.
    id: String,
}

impl Lists {
    /// Whether any list is open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// An item begins, on `level` (1 is the outermost) of the list `id`.
    pub(super) fn item(&mut self, builder: &mut Builder<'_>, level: u8, id: &str, bullet: &Bullet) {
        let level = level.clamp(1, LEVELS_MAX);
        if let Bullet::Text(text) = bullet {
            self.close(builder);
            builder.open_paragraph();
            builder.text(text);
            return builder.text(" ");
        }
        // Cells hold text only, so the bullet stays as text.
        if builder.in_table() {
            builder.boundary();
            match bullet {
                Bullet::Number { number, .. } => builder.text(&format!("{number}. ")),
                _ => builder.text("\u{2022} "),
            }
            return;
        }
        if level == 1 && id != self.id {
            self.close(builder);
        }
        if self.open.is_empty() {
            id.clone_into(&mut self.id);
        }
        while self.open.last().is_some_and(|top| top.level > level) {
            self.close_one(builder);
        }
        let (ordered, number) = self.place(level, bullet);
        let goes_on = |top: &Level| top.ordered == ordered && (!ordered || top.next == number);
        if self.open.last().is_some_and(|top| top.level == level && !goes_on(top)) {
            self.close_one(builder);
        }
        if self.open.last().is_none_or(|top| top.level != level) {
            builder.open_list(ordered, number);
            self.open.push(Level { level, ordered, next: number });
            if matches!(bullet, Bullet::Number { decimal: false, .. }) {
                builder.notes.add(Kind::Numbering);
            }
        }
        if let Some(top) = self.open.last_mut() {
            top.next = number.saturating_add(1);
        }
        builder.open_item();
    }

    /// Whether the item is numbered, and its number: of two readings the one that goes on, or the smaller one at the start.
    fn place(&self, level: u8, bullet: &Bullet) -> (bool, u32) {
        let Bullet::Number { number, other, .. } = bullet else { return (false, 1) };
        let next = self.open.last().filter(|top| top.level == level && top.ordered).map(|top| top.next);
        let readings = [Some(*number), *other];
        let fitting = readings.iter().flatten().find(|reading| Some(**reading) == next);
        (true, fitting.or(readings.iter().flatten().min()).copied().unwrap_or(1))
    }

    /// All lists end.
    pub(super) fn close(&mut self, builder: &mut Builder<'_>) {
        while !self.open.is_empty() {
            self.close_one(builder);
        }
    }

    fn close_one(&mut self, builder: &mut Builder<'_>) {
        self.open.pop();
        builder.close_list();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_are_read_by_their_form() {
        let decimal = |number| Bullet::Number { number, other: None, decimal: true };
        let letter = |number| Bullet::Number { number, other: None, decimal: false };
        let cases = [
            ("·", Bullet::Sign),
            ("o", Bullet::Sign),
            ("§", Bullet::Sign),
            ("Ø", Bullet::Sign),
            ("–", Bullet::Sign),
            ("1.", decimal(1)),
            ("(12)", decimal(12)),
            ("٣.", decimal(3)),
            ("a)", letter(1)),
            ("б)", letter(2)),
            ("iv.", letter(4)),
            ("i.", Bullet::Number { number: 1, other: Some(9), decimal: false }),
            ("1.2.", Bullet::Text("1.2.".to_owned())),
            ("Article 3.", Bullet::Text("Article 3.".to_owned())),
            ("99999999999.", Bullet::Text("99999999999.".to_owned())),
        ];
        for (given, wanted) in cases {
            assert_eq!(Bullet::read(given), wanted, "{given}");
        }
    }

    #[test]
    fn roman_numerals_are_written_and_read_back() {
        for number in [1, 4, 9, 14, 40, 49, 90, 99, 288] {
            assert_eq!(roman(&as_roman(number)), Some(number));
        }
        assert_eq!(as_roman(u32::MAX), u32::MAX.to_string());
    }
}
