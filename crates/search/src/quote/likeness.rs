//! Two printed words beside each other: the same, the same but for typography, misread, or another word.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Letters that a word must have before letters that scanners take for each other may explain a difference: short words
/// become other words too easily (`burn` and `bum`).
const MISREAD_LETTERS_MIN: usize = 5;

/// The same where figures stand among the letters of the word.
const MIXED_LETTERS_MIN: usize = 3;

/// How a printed word of the quote stands to one of the record whose folded form is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// To the letter.
    Exact,
    /// But for the case of its first letter, the shape of letters, or marks that were lost altogether.
    Typographic,
    /// Another word that only folds to the same.
    Other,
}

/// How a text is set as a whole, which explains differences that would mean something in a single word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// All in capitals.
    pub capitals: bool,
    /// Without any diacritic.
    pub plain: bool,
}

impl Setting {
    /// How a text is set.
    pub(super) fn of(text: &str) -> Self {
        let words = text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
        let capitals =
            words.filter(|word| word.contains(char::is_uppercase)).count() > 1 && !text.contains(char::is_lowercase);
        Self { capitals, plain: !text.chars().any(has_diacritic) }
    }
}

/// How a printed word of the quote stands to one of the record; both fold to the same.
pub(super) fn likeness(quote: &str, record: &str, quoted: Setting, recorded: Setting) -> Likeness {
    if quote == record {
        return Likeness::Exact;
    }
    let (one, other) = (letters(quote), letters(record));
    if one.len() != other.len() {
        // ß for ss, a ligature for its letters: the folded forms say that it is the same word.
        return Likeness::Typographic;
    }
    let all_capitals = quoted.capitals || recorded.capitals;
    let differ = one.iter().zip(&other).enumerate().any(|(at, (one, other))| {
        let case = one.base != other.base && at > 0 && !all_capitals;
        let marks = one.marks != other.marks && !may_lack(one, other, quoted.plain);
        case || marks
    });
    if differ { Likeness::Other } else { Likeness::Typographic }
}

/// Whether what differs are letters that scanners and copying take for each other: `l` and `1`, `rn` and `m`, letters of
/// another script that look the same. Two numbers never are: what was read as a figure counts.
pub(super) fn is_misread(quote: &str, record: &str) -> bool {
    let figures = |word: &str| word.chars().all(char::is_numeric);
    if quote == record || quote.is_empty() || (figures(quote) && figures(record)) {
        return false;
    }
    if quote.chars().map(latin_twin).eq(record.chars().map(latin_twin)) {
        return true;
    }
    if figures(record) {
        return quote.chars().any(char::is_numeric) && quote.chars().map(figure_twin).eq(record.chars());
    }
    let letters = |word: &str| word.chars().count();
    let long = letters(quote).min(letters(record)) >= MISREAD_LETTERS_MIN;
    // No word has figures among its letters.
    let mixed = letters(quote) >= MIXED_LETTERS_MIN
        && quote.contains(char::is_numeric)
        && quote.contains(char::is_alphabetic)
        && !record.contains(char::is_numeric);
    (long || mixed) && skeleton(quote) == skeleton(record)
}

#[derive(Debug)]
struct Letter {
    base: char,
    marks: Vec<char>,
}

/// The letters and figures of a word, each with its marks apart.
fn letters(word: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for c in word.nfkd() {
        if is_combining_mark(c) {
            letters.last_mut().into_iter().for_each(|letter| letter.marks.push(c));
        } else if c.is_alphanumeric() && c != 'ـ' {
            letters.push(Letter { base: plain_base(c), marks: Vec::new() });
        }
    }
    letters
}

/// Letters that the record may print either way: Arabic forms that stand for each other, figures of any script.
fn plain_base(c: char) -> char {
    match c {
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ٱ' => 'ا',
        'ς' => 'σ',
        _ if c.is_numeric() && !c.is_ascii() => '0',
        _ if c.is_numeric() => '0',
        _ => c,
    }
}

/// Whether the quote may print a letter with other marks than the record: where it has none at all and is without
/// diacritics throughout, or the letter is a capital; in Arabic, Hebrew and for the Russian ё always.
fn may_lack(quote: &Letter, record: &Letter, plain: bool) -> bool {
    let loose = matches!(record.base, '\u{590}'..='\u{6ff}' | 'е' | 'Е');
    loose || (quote.marks.is_empty() && (plain || quote.base.is_uppercase()))
}

fn has_diacritic(c: char) -> bool {
    !c.is_ascii() && !matches!(c, 'й' | 'Й' | 'ё' | 'Ё') && {
        let mut parts = [c].into_iter().nfd();
        parts.next().is_some_and(|base| matches!(base, '\0'..='\u{52f}')) && parts.next().is_some_and(is_combining_mark)
    }
}

/// The Latin letter that looks like one of another script.
fn latin_twin(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'е' => 'e',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'с' => 'c',
        'х' | 'χ' => 'x',
        'у' => 'y',
        'і' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'к' => 'k',
        'м' => 'm',
        'т' => 't',
        'в' => 'b',
        'н' => 'h',
        _ => c,
    }
}

/// The figure that a letter is read for.
fn figure_twin(c: char) -> char {
    match c {
        'l' | 'i' => '1',
        'o' => '0',
        's' => '5',
        'b' => '8',
        _ => c,
    }
}

/// A folded word with all letters that are read for each other made one.
fn skeleton(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().map(latin_twin) {
        let letter = match c {
            '1' | 'i' => 'l',
            '0' => 'o',
            '5' => 's',
            '8' => 'b',
            _ => c,
        };
        let pair = match (out.chars().next_back(), letter) {
            (Some('r'), 'n') => Some('m'),
            (Some('v'), 'v') => Some('w'),
            (Some('c'), 'l') => Some('d'),
            _ => None,
        };
        if pair.is_some() {
            out.pop();
        }
        out.push(pair.unwrap_or(letter));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(quote: &str, record: &str) -> Likeness {
        likeness(quote, record, Setting::of(quote), Setting::of(record))
    }

    #[test]
    fn only_first_letters_may_change_their_case() {
        for (quote, record, expected) in [
            ("We", "We", Likeness::Exact),
            ("we", "We", Likeness::Typographic),
            ("us", "US", Likeness::Other),
            ("us", "U.S.", Likeness::Other),
            ("US", "U.S.", Likeness::Typographic),
            ("ﬁne", "fine", Likeness::Typographic),
            ("Ｗｅ", "We", Likeness::Typographic),
            ("1000", "1,000", Likeness::Typographic),
            ("١٠", "10", Likeness::Typographic),
        ] {
            assert_eq!(like(quote, record), expected, "{quote} {record}");
        }
        let shouted = Setting::of("WE WILL GO");
        assert_eq!(likeness("WILL", "will", shouted, Setting::of("We will go")), Likeness::Typographic);
    }

    #[test]
    fn marks_may_be_lost_but_not_made() {
        let (plain, marked) = (Setting::of("El nino"), Setting::of("El niño pequeño"));
        assert_eq!(likeness("nino", "niño", plain, marked), Likeness::Typographic);
        assert_eq!(likeness("nino", "niño", marked, marked), Likeness::Other);
        assert_eq!(likeness("esta", "está", marked, marked), Likeness::Other);
        assert_eq!(likeness("está", "esta", marked, marked), Likeness::Other);
        assert_eq!(likeness("Etat", "État", marked, marked), Likeness::Typographic);
        assert_eq!(like("все", "всё"), Likeness::Typographic);
        assert_eq!(like("الي", "إلى"), Likeness::Typographic);
        assert_eq!(like("كَلِمَة", "كلمة"), Likeness::Typographic);
    }

    #[test]
    fn letters_that_look_alike_are_misread_and_figures_never_are() {
        for (quote, record, expected) in [
            ("governrnent", "government", true),
            ("po1icy", "policy", true),
            ("1o", "10", true),
            ("cтрана", "страна", true),
            ("wi11", "will", true),
            ("t1", "ti", false),
            ("burn", "bum", false),
            ("10", "16", false),
            ("lawful", "unlawful", false),
            ("sanction", "sanctions", false),
            ("io", "10", false),
        ] {
            assert_eq!(is_misread(quote, record), expected, "{quote} {record}");
        }
    }
}
