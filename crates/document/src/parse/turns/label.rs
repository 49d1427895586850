//! What may be a label by its form alone: the words before a colon at the start of a line.

use super::words::{is_address, is_office, is_post};

/// Characters looked at for the colon: an office and a long name with an organisation in brackets.
const LABEL_CHARS_MAX: usize = 110;
/// Words of a label, without what stands in brackets.
const WORDS_MAX: usize = 12;
/// Characters of a label in a script without spaces.
const SPACELESS_CHARS_MAX: usize = 14;
/// Letters of a shortened word that may carry a full stop: `Mr.`, `Hon.`, `Prof.`
const SHORTENED_MAX: usize = 5;

/// Letters of an office shortened to capitals: `PM`.
const OFFICE_LETTERS_MAX: usize = 4;
/// Words of an office written with small letters; longer ones are sentences.
const OFFICE_WORDS_MAX: usize = 8;

/// The form of a label's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// All letters are capitals.
    Capitals,
    /// Every word begins with a capital, but for particles.
    Title,
    /// A script without capitals.
    Uncased,
    /// Running text.
    Running,
}

/// Words before a colon at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The label as printed, without its colon and emphasis marks.
    pub(super) label: String,
    /// Where in the line the text after the label begins, without the white space between.
    pub(super) rest: usize,
    /// The label in small letters without brackets and full stops at word ends; equal labels fold equally.
    pub(super) folded: String,
    /// The form of its letters.
    pub(super) form: Form,
    /// Whether a letter follows the colon without a space, as in addresses.
    pub(super) tight: bool,
    /// Whether a full stop or nothing stands in place of the colon: `Q. Why` or `Q  Why`.
    pub(super) bare: bool,
    /// Whether a bare letter is followed by a small one, which it is a label before only where others are sure.
    pub(super) weak: bool,
    /// Whether the text after the label opens with a quotation mark, as in a list of what people said.
    pub(super) quoted: bool,
}

impl Candidate {
    /// The folded words.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.folded.split(' ')
    }
}

impl Candidate {
    /// A label that is known by its likeness to others; `rest` is where its text begins.
    pub(super) fn known(label: &str, rest: usize) -> Option<Candidate> {
        let folded = fold(label).unwrap_or_else(|| label.to_lowercase());
        let (label, form) = (label.trim().to_owned(), form(label));
        (!label.is_empty()).then_some(Candidate {
            label,
            rest,
            folded,
            form,
            tight: false,
            bare: false,
            weak: false,
            quoted: false,
        })
    }
}

/// A whole line that is a label by what the source says of it; nothing if it is too long for one.
pub(super) fn stated(line: &str) -> Option<Candidate> {
    let label = line.trim_end_matches([':', '：']).trim_matches(|c: char| c.is_whitespace() || is_mark(c));
    if label.is_empty() || label.contains(['\n', ':', '：']) || label.chars().count() > LABEL_CHARS_MAX {
        return None;
    }
    Candidate::known(label, usize::MAX)
}

/// What may be a label at the start of `line`.
pub(super) fn candidate(line: &str) -> Option<Candidate> {
    if !may_hold_label(line) {
        return None;
    }
    let (text, marks) = strip_marks(line)?;
    bare_letter(line, text).or_else(|| bare_office(line, text)).or_else(|| lenticular(line, text)).or_else(|| {
        let (end, after) = find_colon(text)?;
        let label = text[..end].trim_matches(|c: char| c.is_whitespace() || is_mark(c));
        let mut rest = &text[after..];
        if !marks.is_empty() {
            rest = rest.strip_prefix(marks).unwrap_or(rest);
        }
        let spaced =
            rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '«' | '…' | '–' | '—'));
        let full_width = text[..after].ends_with(|c| c != ':');
        let rest = rest.trim_start();
        // "Anna Berg, Editor in Chief of the Northern Post": the name is the label.
        let (folded, form) = match named_before_comma(label) {
            Some(name) => (fold(name)?, form(name)),
            None => (fold(label)?, form(label)),
        };
        let tight = !spaced && !rest.is_empty() && !full_width;
        let quoted = rest.starts_with(['"', '“', '«', '„', '「']);
        let (label, rest) = (label.to_owned(), line.len() - rest.len());
        Some(Candidate { label, rest, folded, form, tight, bare: false, weak: false, quoted })
    })
}

/// The name before a comma behind which an office or a post stands.
fn named_before_comma(label: &str) -> Option<&str> {
    let (name, post) = label.split_once(", ")?;
    let words = name.split_whitespace().count();
    let is_post =
        |word: &str| is_office(word) || is_post(word) || matches!(word, "editor" | "correspondent" | "anchor" | "host");
    let holds = post.split_whitespace().any(|word| is_post(&word.trim_matches(',').to_lowercase()));
    ((2..=4).contains(&words) && holds && name.split_whitespace().all(begins_with_capital)).then_some(name)
}

/// Whether a look is worth while: most lines have no colon near their start, and this is quick to see.
fn may_hold_label(line: &str) -> bool {
    let bytes = line.as_bytes();
    let start = &bytes[..bytes.len().min(4 * LABEL_CHARS_MAX)];
    // The full-width colons begin with 0xEF; so do other characters, which are then looked at one by one.
    start.contains(&b':')
        || start.contains(&0xef)
        || line.trim_start_matches(is_mark).trim_start().starts_with(['Q', 'A', 'R', '【'])
        || bare_office(line, line.trim_start()).is_some()
}

/// The small form of a known name, for comparison with folded labels.
pub(super) fn fold(label: &str) -> Option<String> {
    let mut outside = String::with_capacity(label.len());
    let mut depth = 0_usize;
    for c in label.chars() {
        match c {
            '(' | '[' | '（' | '［' | '【' => depth += 1,
            ')' | ']' | '）' | '］' | '】' => {
                depth = depth.saturating_sub(1);
                outside.push(' ');
            }
            _ if depth > 0 => {}
            // Marks of direction and joining decide how a label is drawn, not which it is.
            '\u{200c}'..='\u{200f}' | '\u{061c}' | '\u{2066}'..='\u{2069}' => {}
            c => outside.extend(c.to_lowercase()),
        }
    }
    let words: Vec<&str> = outside
        .split_whitespace()
        .map(|word| word.trim_matches(|c| matches!(c, '.' | ',' | '،')))
        .filter(|word| !word.is_empty())
        .collect();
    let has_letter = words.iter().any(|word| word.chars().any(char::is_alphabetic));
    (has_letter && words.len() <= WORDS_MAX).then(|| words.join(" "))
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_')
}

/// The line without the emphasis marks that plain text may open it with, and these marks; nothing for an item of a list.
fn strip_marks(line: &str) -> Option<(&str, &str)> {
    let text = line.trim_start();
    // A run of underscores is a blank that the source's layout left behind.
    let blank = text.trim_start_matches('_');
    if text.len() >= blank.len() + 2 && blank.starts_with(char::is_whitespace) {
        return Some((blank.trim_start(), ""));
    }
    let inner = text.trim_start_matches(is_mark);
    let dashed = inner.trim_start_matches(['-', '–', '—', '•', '·']);
    let is_item = inner.len() < text.len() || dashed.len() < inner.len();
    (!is_item || !dashed.starts_with(char::is_whitespace)).then(|| (dashed, &text[..text.len() - inner.len()]))
}

/// `Q. Why`, `A. Because`, `Q - Why` and the White House's `Q  Why`, which have no colon.
fn bare_letter(line: &str, text: &str) -> Option<Candidate> {
    let letter = text.chars().next().filter(|c| matches!(c, 'Q' | 'A' | 'R'))?;
    let after = &text[1..];
    let dotted = after.strip_prefix('.');
    let dashed =
        || after.strip_prefix([' ', '\u{a0}'])?.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(' '));
    let dashed = dotted.is_none().then(dashed).flatten();
    if letter != 'Q' && dotted.or(dashed).is_none() || letter == 'R' && dashed.is_none() {
        return None;
    }
    let mut rest = dotted.or(dashed.filter(|_| letter != 'Q')).unwrap_or(after);
    let mut label = letter.to_string();
    if let Some(outlet) = outlet(rest) {
        label = text[..1 + after.len() - rest.len() + outlet].to_owned();
        rest = &rest[outlet..];
    }
    let begins = rest.trim_start();
    let sentence = |c: char| {
        c.is_uppercase()
            || c.is_numeric()
            || matches!(c, '(' | '[' | '"' | '“' | '‘' | '\'' | '—' | '–' | '-' | '…' | '.')
    };
    let weak = !begins.starts_with(sentence);
    if begins.len() == rest.len() || (weak && (letter != 'Q' || !begins.starts_with(char::is_alphabetic))) {
        return None;
    }
    let folded = letter.to_lowercase().to_string();
    let rest = line.len() - begins.len();
    Some(Candidate { label, rest, folded, form: Form::Capitals, tight: false, bare: true, weak, quoted: false })
}

/// `PM. Because`: a shortened office before a full stop, as it answers `Q. Why`.
fn bare_office(line: &str, text: &str) -> Option<Candidate> {
    let length = text.bytes().take(OFFICE_LETTERS_MAX + 1).take_while(u8::is_ascii_uppercase).count();
    let label = &text[..length];
    let begins = text[length..].strip_prefix('.')?.strip_prefix([' ', '\u{a0}'])?.trim_start();
    let folded = label.to_lowercase();
    let is_label = length >= 2 && is_office(&folded) && !is_address(&folded) && begins.starts_with(char::is_uppercase);
    let rest = line.len() - begins.len();
    let (label, form) = (label.to_owned(), Form::Capitals);
    is_label.then_some(Candidate { label, rest, folded, form, tight: false, bare: true, weak: false, quoted: false })
}

/// `【記者】…`: Japanese ministries set labels in brackets of their own, without a colon.
fn lenticular(line: &str, text: &str) -> Option<Candidate> {
    let inside = text.strip_prefix('【')?;
    let end = inside.char_indices().take(SPACELESS_CHARS_MAX * 2).find(|(_, c)| *c == '】').map(|(at, _)| at)?;
    let label = inside[..end].trim();
    let rest = inside[end + '】'.len_utf8()..].trim_start_matches([':', '：']).trim_start();
    let folded = fold(label)?;
    let (rest, form) = (line.len() - rest.len(), form(label));
    let label = label.to_owned();
    Some(Candidate { label, rest, folded, form, tight: false, bare: false, weak: false, quoted: false })
}

/// The length of an outlet in brackets behind the letter: `Q (Northern Post) Why`. Stage notes end in a full stop or are one small word.
fn outlet(rest: &str) -> Option<usize> {
    const OUTLET_CHARS_MAX: usize = 60;
    let inside = rest.trim_start().strip_prefix('(')?;
    let end = inside.char_indices().take(OUTLET_CHARS_MAX).find(|(_, c)| *c == ')').map(|(at, _)| at)?;
    let (name, behind) = (inside[..end].trim(), &inside[end + 1..]);
    let is_note =
        name.ends_with(['.', '!', '?', '…']) || NOTE_WORDS.iter().any(|word| name.to_lowercase().contains(word));
    let is_name = name.starts_with(char::is_uppercase) && !is_note && !behind.trim().is_empty();
    is_name.then(|| rest.len() - behind.len())
}

/// Words of stage notes that stand behind a questioner's letter.
const NOTE_WORDS: &[&str] = &[
    "inaudible",
    "interpret",
    "translat",
    "laugh",
    "off mic",
    "off-mic",
    "crosstalk",
    "cross-talk",
    "indistinct",
    "continu",
];

/// Where the label ends and where the text after its colon begins.
fn find_colon(text: &str) -> Option<(usize, usize)> {
    let mut word = 0;
    let mut brackets = 0_usize;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count >= LABEL_CHARS_MAX {
            return None;
        }
        match c {
            '(' | '[' | '（' | '［' | '【' => brackets += 1,
            ')' | ']' | '）' | '］' | '】' => brackets = brackets.saturating_sub(1),
            ':' | '：' | '﹕' if brackets == 0 => {
                let after = at + c.len_utf8();
                return (!is_inside_token(&text[..at], &text[after..])).then_some((at, after));
            }
            '\n' => return None,
            _ if brackets > 0 => {}
            '!' | '?' | ';' | '؛' | '؟' | '。' | '！' | '？' | '；' | '，' | '"' | '“' | '”' | '«' | '»' | '='
            | '/' | '@' | '|' | '…' | '—' => return None,
            '.' if !is_shortened(&text[word..at]) => return None,
            c if c.is_whitespace() => word = at + c.len_utf8(),
            _ => {}
        }
    }
    None
}

/// Whether the colon stands inside a time, a ratio or an address.
fn is_inside_token(before: &str, after: &str) -> bool {
    let digit_before = before.ends_with(|c: char| c.is_numeric());
    after.starts_with("//") || (digit_before && after.starts_with(|c: char| c.is_numeric()))
}

/// Whether a full stop after `word` can be that of a shortened word or initial, so that the label may go on.
fn is_shortened(word: &str) -> bool {
    let letters = word.rsplit('.').next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && letters.chars().count() <= SHORTENED_MAX
}

fn form(label: &str) -> Form {
    let outside = label.split(['(', '（', '[', '［']).next().unwrap_or_default();
    let letters = || outside.chars().filter(|c| c.is_alphabetic());
    let is_cased = |c: char| c.is_uppercase() || c.is_lowercase();
    if !letters().any(is_cased) {
        let short = !outside.chars().any(crate::parse::is_spaceless) || outside.chars().count() <= SPACELESS_CHARS_MAX;
        return if short { Form::Uncased } else { Form::Running };
    }
    if letters().filter(|c| c.is_uppercase()).count() >= 2 && outside.split_whitespace().all(is_capitals) {
        return Form::Capitals;
    }
    let mut words = outside.split_whitespace();
    let first = words.next().is_some_and(begins_with_capital);
    if first && words.all(|word| begins_with_capital(word) || is_particle(word)) {
        return Form::Title;
    }
    // French and Spanish write an office with small letters after the first: "Ministre des affaires étrangères".
    let mut words = outside.split_whitespace();
    let office = words.next().is_some_and(|word| first && is_office(&word.to_lowercase()));
    let (count, in_words) = words.fold((0, true), |(count, all), word| {
        (count + 1, all && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')))
    });
    if office && in_words && count < OFFICE_WORDS_MAX { Form::Title } else { Form::Running }
}

/// `SMITH`, `McCAY`, `O'NEIL`, and the small words between names.
fn is_capitals(word: &str) -> bool {
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    small == 0
        || matches!(word, "and" | "of" | "the" | "de" | "y" | "et")
        || (small <= 2 && word.starts_with(['M', 'D', 'L']) && word.len() > 4)
}

fn begins_with_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| c.is_uppercase() || !c.is_lowercase())
        || !word.chars().any(char::is_alphanumeric)
}

/// Small words inside names and offices.
fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "of", "the", "and", "for", "to", "in", "at", "de", "del", "de'", "la", "las", "los", "le", "les", "des", "du",
        "da", "do", "dos", "di", "van", "von", "der", "den", "zu", "ter", "bin", "ibn", "bint", "al", "el", "y", "e",
        "i", "et", "und", "für", "pour", "aux", "à", "и", "по", "при", "д",
    ];
    PARTICLES.contains(&word)
        || ["al-", "el-", "d'", "d’", "l'", "l’"]
            .iter()
            .any(|start| word.starts_with(start) && word.len() > start.len())
}
