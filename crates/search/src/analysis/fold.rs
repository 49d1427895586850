//! Letters to the form in which they are compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Appends the comparable form of a word: NFKC (UAX #15), lower case, without diacritics of Latin and Greek letters,
/// without stress, points and marks of Cyrillic, Arabic and Hebrew, Arabic letters that are written for each other made
/// one, digits of any script as those of ASCII. Nothing but letters, digits and the marks of other scripts is left; a word
/// of signs that say nothing gives nothing.
pub(crate) fn fold(word: &str, folded: &mut String) {
    if word.is_ascii() {
        folded.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    } else if word.chars().all(is_simple) {
        word.chars().for_each(|letter| fold_letter(letter, folded));
    } else {
        let mut marks_stay = true;
        for letter in word.nfkc() {
            if is_combining_mark(letter) {
                if marks_stay && !is_dropped_mark(letter) {
                    folded.push(letter);
                }
            } else if letter.is_alphanumeric() {
                fold_letter(letter, folded);
                marks_stay = !folded.ends_with(has_loose_marks);
            }
        }
    }
}

/// Letters that NFKC leaves as they are and that need no look at their neighbours.
fn is_simple(letter: char) -> bool {
    matches!(letter,
        '\0'..='\x7f' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ı' | 'Ĵ'..='ľ' | 'Ł'..='ň' | 'Ŋ'..='ž' | 'Έ'..='Ί' | 'Α'..='Ρ'
        | 'Σ'..='ώ' | 'Ѐ'..='џ' | 'Ґ' | 'ґ' | 'ء'..='غ' | 'ف'..='ي' | '٠'..='٩' | '一'..='鿿')
}

/// Whether marks on the letter only say how it is pronounced or stressed: in these scripts words are written with and
/// without them.
fn has_loose_marks(letter: char) -> bool {
    matches!(letter, '\0'..='\u{52f}' | '\u{590}'..='\u{6ff}' | '\u{1e00}'..='\u{1fff}')
}

fn is_dropped_mark(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' | '\u{fe00}'..='\u{fe0f}')
}

fn fold_letter(letter: char, folded: &mut String) {
    match letter {
        '\0'..='\x7f' => folded.push(letter.to_ascii_lowercase()),
        'а'..='я' => folded.push(letter),
        'А'..='Я' => folded.extend(letter.to_lowercase()),
        'Ё' | 'ё' | 'Ѐ' | 'ѐ' => folded.push('е'),
        'Ѝ' | 'ѝ' => folded.push('и'),
        'آ' | 'أ' | 'إ' | 'ٱ' => folded.push('ا'),
        'ى' | 'ی' => folded.push('ي'),
        'ک' => folded.push('ك'),
        'ة' => folded.push('ه'),
        'ـ' => {}
        'ς' => folded.push('σ'),
        '\u{80}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}' => {
            letter.to_lowercase().for_each(|lower| strip(lower, folded));
        }
        _ => match digit(letter) {
            Some(digit) => folded.push(digit),
            None => folded.extend(letter.to_lowercase()),
        },
    }
}

/// A Latin or Greek letter without what is added to it.
fn strip(letter: char, folded: &mut String) {
    match letter {
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'đ' | 'ð' => folded.push('d'),
        'ł' => folded.push('l'),
        'ħ' => folded.push('h'),
        'ŧ' => folded.push('t'),
        'ı' => folded.push('i'),
        _ => decompose_canonical(letter, |part| {
            if !is_combining_mark(part) {
                folded.push(part);
            }
        }),
    }
}

/// The ASCII digit of a decimal digit of the scripts that write with digits of their own.
fn digit(letter: char) -> Option<char> {
    const ZEROS: [char; 12] = ['٠', '۰', '०', '০', '੦', '૦', '௦', '๐', '໐', '༠', '၀', '០'];
    let value =
        ZEROS.iter().find_map(|zero| u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// The word in lower case with its diacritics, as stemmers want it.
pub(super) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkc()
        .flat_map(char::to_lowercase)
        .nfc()
        .filter(|letter| letter.is_alphanumeric() || is_combining_mark(*letter))
        .collect()
}
