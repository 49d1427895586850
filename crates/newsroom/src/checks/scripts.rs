//! Latin letters inside Cyrillic words and the reverse: they look right, and no search finds them.

use document::{TokenKind, tokens};

use super::piece::Piece;
use super::{Finding, Severity};

/// Letters that look alike: Cyrillic and Latin.
const ALIKE: [(char, char); 31] = [
    ('а', 'a'),
    ('А', 'A'),
    ('В', 'B'),
    ('е', 'e'),
    ('Е', 'E'),
    ('ё', 'ë'),
    ('Ё', 'Ë'),
    ('К', 'K'),
    ('к', 'k'),
    ('М', 'M'),
    ('Н', 'H'),
    ('о', 'o'),
    ('О', 'O'),
    ('р', 'p'),
    ('Р', 'P'),
    ('с', 'c'),
    ('С', 'C'),
    ('Т', 'T'),
    ('у', 'y'),
    ('У', 'Y'),
    ('х', 'x'),
    ('Х', 'X'),
    ('і', 'i'),
    ('І', 'I'),
    ('ї', 'ï'),
    ('Ї', 'Ï'),
    ('ј', 'j'),
    ('Ј', 'J'),
    ('ѕ', 's'),
    ('Ѕ', 'S'),
    ('һ', 'h'),
];

pub(super) fn check(pieces: &[Piece]) -> Vec<Finding> {
    pieces.iter().flat_map(mixed).collect()
}

fn mixed(piece: &Piece) -> Vec<Finding> {
    let words =
        tokens(&piece.text).into_iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words.filter_map(|token| word(piece, token.text)).collect()
}

fn word(piece: &Piece, word: &str) -> Option<Finding> {
    // "Zoom’ом": a foreign word with its ending behind an apostrophe is written on purpose.
    let part = word.split(['\'', '’', 'ʼ']).find(|part| part.chars().any(is_latin) && part.chars().any(is_cyrillic))?;
    let (latin, cyrillic) =
        (part.chars().filter(|c| is_latin(*c)).count(), part.chars().filter(|c| is_cyrillic(*c)).count());
    let foreign_is_latin = latin <= cyrillic;
    let foreign = |c: char| if foreign_is_latin { is_latin(c) } else { is_cyrillic(c) };
    let mut letters: Vec<char> = part.chars().filter(|c| foreign(*c)).collect();
    letters.dedup();
    let listed: Vec<String> = letters.iter().map(|c| format!("“{c}” (U+{:04X})", u32::from(*c))).collect();
    let (script, of) = if foreign_is_latin { ("Latin", "Cyrillic") } else { ("Cyrillic", "Latin") };
    let many = if letters.len() == 1 { "letter" } else { "letters" };
    let sentence = format!("the {of} word “{word}” holds the {script} {many} {}; type it anew.", listed.join(", "));
    let finding = piece.finding("scripts-mixed", Severity::Wrong, &sentence);
    let alike = |c: char| {
        let pair = ALIKE.iter().find(|(cyrillic, latin)| if foreign_is_latin { *latin == c } else { *cyrillic == c });
        pair.map(|(cyrillic, latin)| if foreign_is_latin { *cyrillic } else { *latin })
    };
    let replaced: Option<String> = word.chars().map(|c| if foreign(c) { alike(c) } else { Some(c) }).collect();
    Some(match replaced {
        Some(right) => finding.suggesting(right),
        // No look-alike, so perhaps meant: an ending glued to a foreign word.
        None => Finding { severity: Severity::Look, ..finding },
    })
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (c.is_alphabetic() && matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

fn is_cyrillic(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{400}'..='\u{52f}')
}
