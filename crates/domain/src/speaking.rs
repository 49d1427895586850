//! Who speaks: the person that a transcript's label means on a day.
//!
//! A label is a name, a name with an office or a form of address, or an office alone, which means whoever held it that day.
//! Nothing is guessed: where a label fits several people, or words stand in it that belong to neither name nor office
//! ("Adviser to the Foreign Minister"), nobody is meant.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::{Office, Speaker};

/// Whom a label means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'a> {
    /// One person, and by what.
    Known(&'a Speaker, KnownBy),
    /// It fits several people and does not say which.
    Several,
    /// Nobody this site knows, or an office nobody held that day.
    Unknown,
}

/// By what a label means a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownBy {
    /// The name in one of its languages, or another form of it that transcripts print, perhaps with initials for given names.
    Name,
    /// The last part of the name, alone or after a form of address or an office.
    Surname,
    /// An office held on the day.
    Office,
}

impl<'a> Who<'a> {
    /// The person, where it is one.
    #[must_use]
    pub fn speaker(self) -> Option<&'a Speaker> {
        match self {
            Self::Known(speaker, _) => Some(speaker),
            Self::Several | Self::Unknown => None,
        }
    }
}

/// Longest label looked at, in characters: no transcript prints a longer one, and a paragraph is no label.
const LABEL_CHARS_MAX: usize = 200;
/// A surname that stands alone has at least so many letters; a shorter one is too often another word.
const BARE_SURNAME_CHARS_MIN: usize = 3;
/// Initials in front of a surname: more would be a word.
const INITIALS_MAX: usize = 3;

/// Words that only say that an office or a name follows. One letter stands for the elided article of "l’ambassadeur".
const ARTICLES: [&str; 13] = ["the", "le", "la", "les", "l", "el", "los", "las", "al", "der", "die", "il", "lo"];

/// Forms of address in the site's usual languages, as [`words`] gives them.
const ADDRESSES: [&str; 51] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "madam",
    "madame",
    "mme",
    "mlle",
    "m",
    "monsieur",
    "mademoiselle",
    "sr",
    "sra",
    "srta",
    "senor",
    "senora",
    "don",
    "dona",
    "he",
    "se",
    "his",
    "her",
    "son",
    "excellency",
    "excellence",
    "hon",
    "honourable",
    "excmo",
    "excma",
    "г-н",
    "г-жа",
    "господин",
    "госпожа",
    "سيد",
    "سيده",
    "دكتور",
    "دكتوره",
    "معالي",
    "سعاده",
    "فخامه",
    "先生",
    "女士",
    "阁下",
];

/// Whom `label` means on the day `on`: by a name in any language, another form of the name, a surname, or the title of an
/// office in any language that was held on that day. Case, accents, articles and forms of address make no difference. Of
/// two holders of an office on one day the later is meant.
#[must_use]
pub fn who<'a>(speakers: &'a [Speaker], label: &str, on: Date) -> Who<'a> {
    if label.chars().count() > LABEL_CHARS_MAX {
        return Who::Unknown;
    }
    let whole = words(label);
    let unbracketed = words(&without_brackets(label));
    for (kind, fits) in [(KnownBy::Name, named as Fits), (KnownBy::Surname, surnamed as Fits)] {
        let people: Vec<&Speaker> = speakers.iter().filter(|speaker| fits(speaker, &unbracketed)).collect();
        match people.as_slice() {
            [] => {}
            [one] => return Who::Known(one, kind),
            several => return in_office(several, &unbracketed, on).map_or(Who::Several, |one| Who::Known(one, kind)),
        }
    }
    holder(speakers, &whole, on)
}

type Fits = fn(&Speaker, &[String]) -> bool;

/// A word as labels and texts are compared: lower case, one apostrophe, figures as `0` to `9`, no vowel signs, alefs and the
/// endings of Arabic words as one letter, Russian ё as е. Accents of Latin letters stay: they tell words apart.
#[must_use]
pub fn fold_word(word: &str) -> String {
    if word.is_ascii() {
        // Most words of most texts: nothing of what follows concerns them but case.
        return word.to_ascii_lowercase();
    }
    let figure = |c: char| {
        let zero = [0x660, 0x6f0, 0x966, 0xff10].into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
        char::from_digit(u32::from(c) - zero, 10)
    };
    word.chars()
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | 'ـ' | '\u{ad}' | '\u{200c}'..='\u{200f}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ё' => 'е',
            'أ' | 'إ' | 'آ' => 'ا',
            'ة' => 'ه',
            'ى' => 'ي',
            '’' | 'ʼ' => '\'',
            c => figure(c).unwrap_or(c),
        })
        .collect()
}

/// Whether a label is one of the speaker's names, perhaps with initials or with their office or a form of address.
fn named(speaker: &Speaker, label: &[String]) -> bool {
    names(speaker).any(|name| {
        let parts = words(name);
        let turned = parts.len() > 1 && parts.len() == label.len() && {
            // "Maren, Ilse".
            let (mut left, mut right) = (parts.clone(), label.to_vec());
            left.sort_unstable();
            right.sort_unstable();
            left == right
        };
        turned
            || around(label, &parts).is_some_and(|(before, after)| {
                // A name of one word is as weak as a surname: the office with it must be its own, and whole.
                let loose = parts.len() > 1;
                is_style(before, speaker, loose) && is_style(after, speaker, loose)
            })
            || has_initials(label, name, speaker)
    })
}

/// Whether a label is the speaker's surname, perhaps with their office or a form of address.
fn surnamed(speaker: &Speaker, label: &[String]) -> bool {
    names(speaker).filter_map(|name| surname(name)).any(|surname| {
        let Some((before, after)) = around(label, &surname) else { return false };
        let letters: usize = surname.iter().map(|word| word.chars().count()).sum();
        let bare = before.is_empty() && after.is_empty();
        (!bare || letters >= BARE_SURNAME_CHARS_MIN || is_han(&surname))
            && is_style(before, speaker, false)
            && is_style(after, speaker, false)
    })
}

/// "I. Maren", "Ms I.P. Maren": the first letters of the given names, then the surname.
fn has_initials(label: &[String], name: &str, speaker: &Speaker) -> bool {
    let (parts, Some(surname)) = (words(name), surname(name)) else { return false };
    let Some((before, [])) = around(label, &surname) else { return false };
    let given = &parts[..parts.len() - surname.len()];
    (0..before.len()).any(|at| {
        let (style, initials) = before.split_at(at);
        let initials = initials.concat();
        let letters = initials.chars().count();
        letters <= INITIALS_MAX.min(given.len())
            && initials.chars().zip(given).all(|(initial, given)| given.starts_with(initial))
            && is_style(style, speaker, false)
    })
}

/// Those of several people of one name who hold the office that the label names; one of them, if it is one.
fn in_office<'a>(people: &[&'a Speaker], label: &[String], on: Date) -> Option<&'a Speaker> {
    let holds = |speaker: &&&Speaker| {
        held(speaker, on).any(|office| titles(office).any(|title| around(label, &title).is_some()))
    };
    let mut holders = people.iter().filter(holds);
    let one = holders.next()?;
    holders.next().is_none().then_some(one)
}

/// Who held the office that a label names; of several the last to take it up.
fn holder<'a>(speakers: &'a [Speaker], label: &[String], on: Date) -> Who<'a> {
    let label = without_addresses(label);
    if label.is_empty() {
        return Who::Unknown;
    }
    let mut holders: Vec<(Option<Date>, &Speaker)> = speakers
        .iter()
        .filter_map(|speaker| {
            let offices = held(speaker, on).filter(|office| titles(office).any(|title| title == label));
            offices.map(|office| office.from).max().map(|from| (from, speaker))
        })
        .collect();
    holders.sort_by_key(|(from, _)| *from);
    match holders.as_slice() {
        [] => Who::Unknown,
        [.., (second, _), (last, _)] if second == last => Who::Several,
        [.., (_, last)] => Who::Known(last, KnownBy::Office),
    }
}

/// Whether words beside a name only say in which office or with what respect: none, forms of address, or the speaker's own
/// office. With `loose`, more may follow the office ("Foreign Minister of Velmar").
fn is_style(words: &[String], speaker: &Speaker, loose: bool) -> bool {
    let rest = without_addresses(words);
    let own = |title: Vec<String>| rest == title || (loose && rest.starts_with(&title));
    rest.is_empty() || speaker.offices.iter().flat_map(titles).any(own)
}

/// Words without the forms of address in front of them, and behind them where the script puts them there.
fn without_addresses(words: &[String]) -> &[String] {
    let mut rest = words;
    let han = |address: &str| address.chars().map(String::from).collect::<Vec<_>>();
    while let Some(after) = ADDRESSES.iter().find_map(|address| {
        if address.contains(is_unspaced) {
            let address = han(address);
            rest.strip_prefix(address.as_slice()).or_else(|| rest.strip_suffix(address.as_slice()))
        } else {
            rest.strip_prefix(&[(*address).to_owned()])
        }
    }) {
        rest = after;
    }
    rest
}

fn names(speaker: &Speaker) -> impl Iterator<Item = &String> {
    speaker.name.0.values().chain(&speaker.aliases)
}

fn titles(office: &Office) -> impl Iterator<Item = Vec<String>> {
    office.title.0.values().map(|title| words(title)).filter(|title| !title.is_empty())
}

fn held(speaker: &Speaker, on: Date) -> impl Iterator<Item = &Office> {
    speaker.offices.iter().filter(move |office| office.is_held_on(on))
}

/// The last part of a name of several parts.
fn surname(name: &str) -> Option<Vec<String>> {
    let name = name.trim();
    let at = name.rfind(|c: char| c.is_whitespace() || matches!(c, '·' | '・' | '•'))?;
    let last = words(&name[at..]);
    // One Chinese character is a family name that thousands share.
    (!last.is_empty() && (!is_han(&last) || last.len() > 1)).then_some(last)
}

/// What stands before and after `part` in `whole`.
fn around<'a>(whole: &'a [String], part: &[String]) -> Option<(&'a [String], &'a [String])> {
    if part.is_empty() {
        return None;
    }
    let at = whole.windows(part.len()).position(|window| window == part)?;
    Some((&whole[..at], &whole[at + part.len()..]))
}

/// The words of a label: folded, without accents and articles; in scripts without spaces each character is a word.
fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for chunk in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '，' | '：' | '、' | '/')) {
        let folded = without_accents(&fold_word(&chunk.replace('’', "'")));
        let folded = folded.trim_matches(|c: char| !c.is_alphanumeric());
        if ADDRESSES.contains(&folded) && !folded.chars().any(is_unspaced) {
            out.push(folded.to_owned());
            continue;
        }
        for part in folded.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c) && c != '.') {
            push_part(&mut out, part);
        }
    }
    out.retain(|word| !ARTICLES.contains(&word.as_str()));
    out
}

/// "H.E." is one word and "I.Maren" are two; an Arabic word stands without its article.
fn push_part(out: &mut Vec<String>, part: &str) {
    let mut letters = String::new();
    for piece in part.split('.').filter(|piece| !piece.is_empty()) {
        if piece.chars().count() == 1 && part.contains('.') {
            letters.push_str(piece);
            continue;
        }
        if !letters.is_empty() {
            out.push(std::mem::take(&mut letters));
        }
        if piece.chars().any(is_unspaced) {
            out.extend(piece.chars().map(String::from));
        } else {
            let bare = piece.strip_prefix("ال").filter(|rest| rest.chars().count() > 2);
            out.push(bare.unwrap_or(piece).to_owned());
        }
    }
    if !letters.is_empty() {
        out.push(letters);
    }
}

/// Latin and Greek letters without their accents; й and other letters of their own stay.
fn without_accents(text: &str) -> String {
    let mut base = ' ';
    let kept = text.nfkd().filter(|&c| {
        if !is_combining_mark(c) {
            base = c;
            return true;
        }
        !matches!(base, 'a'..='z' | 'A'..='Z' | '\u{370}'..='\u{3ff}')
    });
    kept.nfc().collect()
}

/// A label without what stands in brackets: "(through an interpreter)".
fn without_brackets(label: &str) -> String {
    let mut depth = 0_u32;
    let outside = label.chars().filter(|c| match c {
        '(' | '[' | '（' | '【' => {
            depth += 1;
            false
        }
        ')' | ']' | '）' | '】' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect()
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_han(words: &[String]) -> bool {
    words.iter().all(|word| word.chars().all(is_unspaced))
}

#[cfg(test)]
mod tests;
