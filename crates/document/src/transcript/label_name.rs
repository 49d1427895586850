//! One label taken apart: forms of address, office, name.

use crate::parse::speech::{Asker, asker, is_address, is_office};

/// A word of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// As printed, without punctuation at its ends but for the full stop of an initial.
    pub(crate) printed: String,
    /// In small letters without full stops at its ends.
    pub(crate) folded: String,
}

/// A name in a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its words, folded.
    pub(crate) words: Vec<String>,
    /// The name as printed.
    pub(crate) printed: String,
}

impl Named {
    /// The name that these words are.
    pub(crate) fn of(words: &[Word]) -> Named {
        let printed: Vec<&str> = words.iter().map(|word| word.printed.as_str()).collect();
        Named { words: words.iter().map(|word| word.folded.clone()).collect(), printed: printed.join(" ") }
    }
}

/// What a label consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The label without what stands in brackets.
    pub(crate) core: String,
    /// Its words without articles and forms of address at the start.
    pub(crate) words: Vec<Word>,
    /// The name, where there is one.
    pub(crate) name: Option<Named>,
    /// The office, folded: `president`, `prime minister`; with its department where no name follows: `minister for trade`.
    pub(crate) office: Option<String>,
    /// The office with place and department, where a name follows: `president of velmar`.
    pub(crate) post: Option<String>,
}

impl Parts {
    /// Equal for labels that say the same: `MR VELMAR` and `Mr. Velmar`.
    pub(crate) fn key(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.folded.as_str()).collect();
        if words.is_empty() { self.core.to_lowercase() } else { words.join(" ") }
    }
}

/// Links between an office and its department or country.
const LINKS: &[&str] = &[
    "of", "for", "and", "the", "to", "in", "at", "on", "de", "del", "des", "du", "da", "do", "dos", "di", "d'", "la",
    "le", "les", "el", "los", "las", "y", "e", "et", "und", "der", "des", "für", "по", "при", "и",
];
/// Words that end a department and no name.
const DEPARTMENTS: &[&str] = &[
    "affairs",
    "staff",
    "state",
    "council",
    "assembly",
    "defence",
    "defense",
    "trade",
    "health",
    "finance",
    "education",
    "interior",
    "justice",
    "energy",
    "treasury",
    "office",
    "services",
    "relations",
    "house",
    "force",
    "forces",
    "party",
    "parliament",
    "senate",
    "cabinet",
    "committee",
    "commission",
    "department",
    "ministry",
    "delegation",
    "embassy",
    "étrangères",
    "exteriores",
    "дел",
    "обороны",
    "финансов",
    "الخارجية",
    "الدفاع",
];
/// Offices that are surnames as well: "Mr King", "Ann Price" are persons.
const SURNAMES_TOO: &[&str] = &["king", "prince", "queen", "lord", "mayor", "general", "chancellor"];

/// Takes `label` apart.
pub(crate) fn parts(label: &str) -> Parts {
    let core = outside_brackets(label);
    let nothing = |core: String| Parts { core, words: Vec::new(), name: None, office: None, post: None };
    match asker(label) {
        Some(Asker::Unnamed) => return nothing(core),
        Some(Asker::Named(name)) => {
            let words = words_of(&name);
            let name = Some(Named::of(&words));
            return Parts { core, words, name, office: None, post: None };
        }
        None => {}
    }
    // "Anna Velmar, Minister of Trade": the name stands before the comma and the office behind it.
    if let Some((before, behind)) = core.split_once([',', '،', '，']) {
        let (one, other) = (words_of(before), words_of(behind));
        let holds_office = |words: &[Word]| words.iter().any(|word| is_office(&word.folded));
        if !one.is_empty() && !holds_office(&one) {
            let office = holds_office(&other).then(|| office_of(&other)).flatten();
            return Parts { name: Some(Named::of(&one)), words: one, office, post: None, core };
        }
    }
    let mut words = words_of(&core);
    // "PRIME MINISTER (cont)": the page has ended, not the turn.
    while words.len() > 1
        && words.last().is_some_and(|word| matches!(word.folded.as_str(), "cont" | "contd" | "continued"))
    {
        words.pop();
    }
    let lead = words.iter().take_while(|word| word.folded == "the" || is_address(&word.folded)).count();
    let addressed = words[..lead].iter().any(|word| is_address(&word.folded));
    if lead < words.len() {
        words.drain(..lead);
    }
    let last = words.iter().rposition(|word| is_office(&word.folded));
    let surname_too =
        last.is_some_and(|last| last + 1 == words.len() && SURNAMES_TOO.contains(&words[last].folded.as_str()));
    let is_person = surname_too && (addressed && words.len() == 1 || words.len() == 2 && !is_office(&words[0].folded));
    let Some(last) = last.filter(|_| !is_person) else {
        let name = (!words.is_empty()).then(|| Named::of(&words));
        return Parts { name, words, core, office: None, post: None };
    };
    let name = name_behind(&words[last + 1..]).or_else(|| name_in_brackets(label));
    let office = office_of(&words);
    let department = &words[last + 1..];
    let named = name.as_ref().map_or(0, |name| name.words.len()).min(department.len());
    let behind = &department[..department.len() - named];
    let full = (!behind.is_empty()).then(|| {
        let behind = behind.iter().map(|word| word.folded.as_str());
        office.as_deref().into_iter().chain(behind).collect::<Vec<_>>().join(" ")
    });
    match name {
        Some(name) => Parts { name: Some(name), office, post: full, words, core },
        None => Parts { name: None, office: full.or(office), post: None, words, core },
    }
}

/// The name behind an office: everything, but without the department or country.
fn name_behind(rest: &[Word]) -> Option<Named> {
    let link = rest.iter().rposition(|word| LINKS.contains(&word.folded.as_str()));
    let tail = &rest[link.map_or(0, |link| link + 1)..];
    let small = tail.iter().rposition(|word| word.printed.starts_with(char::is_lowercase));
    let tail = &tail[small.map_or(0, |small| small + 1)..];
    let last = tail.last().filter(|last| !DEPARTMENTS.contains(&last.folded.as_str()))?;
    let latin = last.folded.starts_with(|c: char| c.is_ascii() || ('à'..='ɏ').contains(&c));
    let after_place = link.is_some() || small.is_some();
    match tail.len() {
        // "President of Velmar": a place or department. Small words before it show that it is one.
        1 | 2 if after_place && latin => None,
        // "President of Velmar Anna Berg", and in scripts whose offices take a place without a link.
        3.. if after_place || !latin => Some(Named::of(&tail[tail.len() - 2..])),
        1.. => Some(Named::of(tail)),
        0 => None,
    }
}

/// "The Minister (Anna Velmar)": a name and nothing else in brackets.
fn name_in_brackets(label: &str) -> Option<Named> {
    let (_, inside) = label.split_once(['(', '（'])?;
    let words = words_of(inside.split([')', '）']).next()?);
    let is_name = |word: &Word| {
        let particle = LINKS.contains(&word.folded.as_str());
        let letters = word.printed.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '·'));
        letters && !is_office(&word.folded) && (particle || !word.printed.starts_with(char::is_lowercase))
    };
    let last = words.last()?;
    let plain = (2..=5).contains(&words.len()) && words.iter().all(is_name);
    (plain && !DEPARTMENTS.contains(&last.folded.as_str()) && inside.contains([')', '）'])).then(|| Named::of(&words))
}

/// The office as it is compared: up to its last word, without articles, in full.
fn office_of(words: &[Word]) -> Option<String> {
    let first = words.iter().position(|word| is_office(&word.folded))?;
    let end = words[first..].iter().take_while(|word| is_office(&word.folded)).count() + first;
    let start = words[..first].iter().rposition(|word| !is_rank(&word.folded)).map_or(0, |at| at + 1);
    let start =
        if start == first && first > 0 && !LINKS.contains(&words[first - 1].folded.as_str()) { 0 } else { start };
    let office: Vec<&str> = words[start..end].iter().map(|word| word.folded.as_str()).collect();
    Some(match office.join(" ").as_str() {
        "pm" => "prime minister".to_owned(),
        "dpm" => "deputy prime minister".to_owned(),
        "vp" => "vice president".to_owned(),
        "fm" => "foreign minister".to_owned(),
        full => full.to_owned(),
    })
}

fn is_rank(word: &str) -> bool {
    matches!(word, "vice" | "deputy" | "first" | "acting" | "assistant" | "former" | "senior" | "under" | "foreign")
}

/// The label without brackets and what stands in them, as printed.
fn outside_brackets(label: &str) -> String {
    let mut depth = 0_usize;
    let outside: String = label
        .chars()
        .filter(|c| {
            let opens = matches!(c, '(' | '[' | '（' | '［' | '【');
            let closes = matches!(c, ')' | ']' | '）' | '］' | '】');
            depth += usize::from(opens);
            let kept = depth == 0;
            depth = depth.saturating_sub(usize::from(closes));
            kept && !closes
        })
        .collect();
    // A bracket that closes nothing is a letter that a scanner misread.
    let damaged = label.find([')', ']']).is_some_and(|close| !label[..close].contains(['(', '[']));
    let trimmed =
        if damaged { label.trim().to_owned() } else { outside.split_whitespace().collect::<Vec<_>>().join(" ") };
    if trimmed.is_empty() { label.trim().to_owned() } else { trimmed }
}

fn words_of(text: &str) -> Vec<Word> {
    text.split_whitespace()
        .map(|word| {
            let printed = word.trim_matches(|c| matches!(c, ',' | '،' | '，' | ';' | ':'));
            Word { printed: printed.to_owned(), folded: printed.trim_matches('.').to_lowercase() }
        })
        .filter(|word| !word.folded.is_empty())
        .collect()
}

/// `word` without punctuation at its ends.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether `word`, which stands before `surname` in the header, is a first name of that person.
pub(crate) fn is_given_name(word: &str, surname: &str) -> bool {
    const NO_NAMES: &[&str] =
        &["with", "by", "hon", "the", "and", "of", "to", "from", "in", "at", "mp", "interview", "remarks", "gaggle"];
    let folded = bare(word).to_lowercase();
    let ends_part =
        word.ends_with([',', ';', ':', ')', '?', '!']) || (word.ends_with('.') && folded.chars().count() > 1);
    let same_case =
        bare(word).chars().skip(1).all(char::is_uppercase) == bare(surname).chars().skip(1).all(char::is_uppercase);
    let is_initial = folded.chars().count() == 1;
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
        && (same_case || is_initial)
        && !ends_part
        && !is_office(&folded)
        && !is_address(&folded)
        && !NO_NAMES.contains(&folded.as_str())
}
