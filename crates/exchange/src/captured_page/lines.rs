//! Lines and characters of a captured page: where lines end, what counts as blank, and how words of
//! several scripts are compared.

/// One line of the page, without the white space at its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Counted from 1 in the text that was handed in.
    pub(super) number: usize,
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// Whether a reader sees nothing here.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(|c| is_blank(c) || is_direction_mark(c))
    }
}

/// Splits at every line end that occurs in saved pages: LF, CRLF, a lone CR, NEL and the two separators of
/// Unicode (UAX #14, class BK and NL). `first` is the number of the first line.
pub(super) fn lines_of(text: &str, first: usize) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        lines.push(Line { number: first + lines.len(), text: trim(&text[start..at]) });
        start = at + c.len_utf8();
        if c == '\r' && chars.next_if(|&(_, next)| next == '\n').is_some() {
            start += 1;
        }
    }
    if start < text.len() {
        lines.push(Line { number: first + lines.len(), text: trim(&text[start..]) });
    }
    lines
}

/// White space, and the marks that take no room and mean nothing at the end of a line.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// The invisible marks of the bidirectional algorithm (UAX #9): they may stand anywhere in a date or a time.
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without white space at its ends.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// The text without white space and direction marks at its beginning.
pub(super) fn skip_invisible(text: &str) -> &str {
    text.trim_start_matches(|c| is_blank(c) || is_direction_mark(c))
}

/// The value of a decimal digit as pages write them: ASCII, Arabic-Indic, extended Arabic-Indic, full width.
pub(super) fn digit_value(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// The text with ASCII digits and colons, simple spaces and without direction marks: for reading numbers.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|&c| !is_direction_mark(c)).map(plain_char).collect()
}

fn plain_char(c: char) -> char {
    match digit_value(c) {
        Some(value) => char::from(b'0' + value),
        None if c.is_whitespace() => ' ',
        None if c == '：' => ':',
        None => c,
    }
}

/// Each run of tabs becomes one space; every other character stays.
pub(super) fn without_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_tab = false;
    for c in text.chars() {
        if c != '\t' {
            out.push(c);
        } else if !after_tab {
            out.push(' ');
        }
        after_tab = c == '\t';
    }
    out
}

/// A form of the text for comparing words: plain, lower case, without accents, vowel signs and the
/// differences of spelling that pages do not keep to (ё and е, forms of alef).
pub(super) fn fold(text: &str) -> String {
    plain(text).chars().flat_map(char::to_lowercase).filter_map(fold_char).collect()
}

fn fold_char(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'š' | 'ş' | 'ș' | 'ś' => 's',
        'ț' | 'ţ' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ű' => 'u',
        'ý' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        'ё' => 'е',
        // Decomposed text writes й as и with a breve, which falls away with the combining marks below.
        'й' => 'и',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => return None,
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_is_one_line_end() {
        let numbers: Vec<_> =
            lines_of("a\r\nb\rc\n\u{feff}d\u{a0}\u{2028}e", 1).iter().map(|l| (l.number, l.text)).collect();
        assert_eq!(numbers, [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")]);
    }

    #[test]
    fn folding_makes_spellings_of_one_word_equal() {
        assert_eq!(fold("ДЕКАБРЯ"), fold("декабря"));
        assert_eq!(fold("Kишинёв\u{a0}١٢"), "kишинев 12");
        assert_eq!(fold("مرّ"), "مر");
        assert_eq!(fold("Écoulés"), "ecoules");
        assert_eq!(fold("и\u{306}"), fold("й"));
    }
}
