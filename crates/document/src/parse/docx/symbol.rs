//! Characters of symbol fonts (`w:sym`), which have no meaning without their font.

/// The character that place `code` of `font` shows; nothing where it is not known. Symbol fonts are encoded in the private use area from U+F000.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    match font.to_ascii_lowercase().as_str() {
        "symbol" => greek(place),
        "wingdings" => wingdings(place),
        _ => char::from_u32(code).filter(|c| !matches!(c, '\u{e000}'..='\u{f8ff}') && !c.is_control()),
    }
}

/// Adobe's Symbol encoding, as far as official texts use it.
fn greek(place: u32) -> Option<char> {
    const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let nth = |letters: &str, start: u32| letters.chars().nth(usize::try_from(place - start).ok()?);
    match place {
        0x41..=0x5a => nth(CAPITALS, 0x41),
        0x61..=0x7a => nth(SMALL, 0x61),
        0xa0 => Some('€'),
        0xa3 => Some('≤'),
        0xa5 => Some('∞'),
        0xab => Some('↔'),
        0xac => Some('←'),
        0xad => Some('↑'),
        0xae => Some('→'),
        0xaf => Some('↓'),
        0xb0 => Some('°'),
        0xb1 => Some('±'),
        0xb3 => Some('≥'),
        0xb4 => Some('×'),
        0xb7 => Some('•'),
        0xb8 => Some('÷'),
        0xb9 => Some('≠'),
        0xbb => Some('≈'),
        0xbc => Some('…'),
        0x2d => Some('−'),
        0x20..=0x3f => char::from_u32(place),
        _ => None,
    }
}

fn wingdings(place: u32) -> Option<char> {
    Some(match place {
        0x20 => ' ',
        0x28 => '☎',
        0x2a => '✉',
        0x4a => '☺',
        0x6c => '●',
        0x6e => '■',
        0x71 => '❑',
        0x76 => '❖',
        0x77 => '◆',
        0x9f => '•',
        0xa7 => '▪',
        0xa8 => '◻',
        0xd8 => '➢',
        0xdf => '←',
        0xe0 => '→',
        0xe1 => '↑',
        0xe2 => '↓',
        0xe8 => '➔',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => return None,
    })
}
