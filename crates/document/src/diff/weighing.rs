//! How much the changed words of one text weigh.

use std::collections::HashSet;
use std::ops::Range;

use super::significance::Reason;
use super::tokens::{Token, TokenKind, edit_distance, is_apostrophe, tokens};
use super::word_lists::{ABBREVIATIONS, DATES, NEGATING_BEGINNINGS, NEGATIONS, NUMBERS};
use super::{WordChange, WordKind};
use crate::ids::BlockId;

/// Shorter words are too often another word when one letter changes ("now", "not").
const SPELLING_LETTERS_MIN: usize = 5;
/// From this length on two changed letters are still a misspelling.
const TWO_LETTERS_MIN: usize = 8;

/// Makes a reason of the words before and after.
type MakeReason = fn(Option<BlockId>, Vec<String>, Vec<String>) -> Reason;

/// A token with what its place in the text says about it.
#[derive(Clone, Copy)]
struct Weighed<'t> {
    token: Token<'t>,
    name: bool,
    quoted: bool,
}

/// Words that stand with a capital inside a sentence: names, at the beginning of a sentence too.
pub(super) fn names_in(text: &str, names: &mut HashSet<String>) {
    for (token, starts) in with_starts(&tokens(text)) {
        if is_capital(token) && !starts {
            names.insert(fold_name(token.text));
        }
    }
}

/// The reasons that the words of one text give.
pub(super) fn weigh(block: Option<BlockId>, words: &[WordChange], names: &HashSet<String>) -> Vec<Reason> {
    let whole = |left_out| -> String {
        words.iter().filter(|word| word.kind != left_out).map(|word| word.text.as_str()).collect()
    };
    let (old_text, new_text) = (whole(WordKind::Added), whole(WordKind::Removed));
    let (old, new) = (weighed(&old_text, names), weighed(&new_text, names));
    let mut out = Vec::new();
    for (before, after) in hunks(words) {
        let (before, after) = with_sign(&old, &new, within(&old, &before), within(&new, &after));
        weigh_hunk(block, &old[before], &new[after], &mut out);
    }
    out
}

/// The changed stretches in bytes of the old and of the new text.
fn hunks(words: &[WordChange]) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut old, mut new, mut open) = (0, 0, false);
    let mut out: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for word in words {
        if word.kind == WordKind::Same {
            (old, new, open) = (old + word.text.len(), new + word.text.len(), false);
            continue;
        }
        if !open {
            out.push((old..old, new..new));
            open = true;
        }
        let last = out.last_mut().expect("a stretch was opened just before");
        if word.kind == WordKind::Removed {
            old += word.text.len();
            last.0.end = old;
        } else {
            new += word.text.len();
            last.1.end = new;
        }
    }
    out
}

fn within(all: &[Weighed<'_>], bytes: &Range<usize>) -> Range<usize> {
    let start = all.partition_point(|one| one.token.at < bytes.start);
    let end = all.partition_point(|one| one.token.at < bytes.end);
    start..end.max(start)
}

/// A stretch that ends in a dash takes the number behind it along: the dash may be its sign.
fn with_sign(
    old: &[Weighed<'_>],
    new: &[Weighed<'_>],
    mut before: Range<usize>,
    mut after: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let dash =
        |all: &[Weighed<'_>], range: &Range<usize>| all[range.clone()].last().is_some_and(|one| is_dash(one.token));
    let number = |all: &[Weighed<'_>], at: usize| all.get(at).is_some_and(|one| one.token.kind == TokenKind::Number);
    if (dash(old, &before) || dash(new, &after)) && number(old, before.end) && number(new, after.end) {
        before.end += 1;
        after.end += 1;
    }
    (before, after)
}

fn weighed<'t>(text: &'t str, names: &HashSet<String>) -> Vec<Weighed<'t>> {
    let all = tokens(text);
    let quoted = quoted(&all);
    with_starts(&all)
        .into_iter()
        .zip(quoted)
        .map(|((token, starts), quoted)| {
            let name = is_capital(token) && (!starts || names.contains(&fold_name(token.text)));
            Weighed { token, name, quoted }
        })
        .collect()
}

/// Each token and whether a sentence may begin with it.
fn with_starts<'t>(all: &[Token<'t>]) -> Vec<(Token<'t>, bool)> {
    let mut starts = true;
    let mut word = "";
    let mut out = Vec::with_capacity(all.len());
    for token in all {
        out.push((*token, starts));
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                starts = false;
                word = token.text;
            }
            TokenKind::Space => starts |= token.text.contains('\n'),
            TokenKind::Mark if token.text == "." => {
                let initial = word.chars().count() == 1;
                starts |= !(initial || ABBREVIATIONS.contains(&fold_word(word).as_str()));
            }
            TokenKind::Mark => {
                let opens = matches!(token.text, "!" | "?" | "…" | "。" | "！" | "？" | "؟" | ":" | "：" | "|");
                starts |= opens || is_quote(*token);
            }
        }
    }
    out
}

/// Which tokens stand inside quotation marks.
fn quoted(all: &[Token<'_>]) -> Vec<bool> {
    let mut depth = 0_usize;
    let mut straight = false;
    let mut out = Vec::with_capacity(all.len());
    for token in all {
        let closes = matches!(token.text, "”" | "»" | "」" | "』" | "›" | "“") && depth > 0;
        if closes {
            depth -= 1;
        } else if matches!(token.text, "“" | "„" | "«" | "「" | "『" | "‹") {
            depth += 1;
        } else if token.text == "\"" || token.text == "＂" {
            straight = !straight;
        }
        out.push((depth > 0 || straight) && token.kind != TokenKind::Space);
    }
    out
}

fn weigh_hunk(block: Option<BlockId>, old: &[Weighed<'_>], new: &[Weighed<'_>], out: &mut Vec<Reason>) {
    let known = out.len();
    let numbers = (numbers(old), numbers(new));
    if numbers.0 != numbers.1 {
        out.push(if dated(old) || dated(new) {
            Reason::Dates { block, old: numbers.0, new: numbers.1 }
        } else {
            Reason::Numbers { block, old: numbers.0, new: numbers.1 }
        });
    }
    if fold(old) == fold(new) {
        if let Some((before, after)) = other_abbreviation(old, new) {
            out.push(Reason::Names { block, old: vec![before], new: vec![after] });
        } else if known == out.len() {
            out.push(Reason::Typography { block, old: shown(old), new: shown(new) });
        }
        return;
    }
    let listed = |list: &[&str]| (in_list(old, list), in_list(new, list));
    let lists: [(&[&str], MakeReason); 3] = [
        (DATES, |block, old, new| Reason::Dates { block, old, new }),
        (NUMBERS, |block, old, new| Reason::Numbers { block, old, new }),
        (NEGATIONS, |block, old, new| Reason::Negation { block, old, new }),
    ];
    for (list, reason) in lists {
        let (before, after) = listed(list);
        if before != after {
            out.push(reason(block, before, after));
        }
    }
    if let Some((before, after)) = opposite(old, new) {
        out.push(Reason::Negation { block, old: vec![before], new: vec![after] });
    }
    let names = (names(old), names(new));
    if names.0 != names.1 {
        out.push(Reason::Names { block, old: names.0, new: names.1 });
    }
    if in_quotation(old, new) {
        out.push(Reason::Quotation { block, old: shown(old), new: shown(new) });
    }
    if known == out.len() {
        let (old_text, new_text) = (shown(old), shown(new));
        out.push(if is_spelling(old, new) {
            Reason::Spelling { block, old: old_text, new: new_text }
        } else {
            Reason::Wording { block, old: old_text, new: new_text }
        });
    }
}

fn shown(all: &[Weighed<'_>]) -> String {
    all.iter().map(|one| one.token.text).collect::<String>().trim().to_owned()
}

/// Numbers with their signs and units, groups of three joined (`10 000`), figures of any script as `0` to `9`.
fn numbers(all: &[Weighed<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut joins = false;
    for (at, one) in all.iter().enumerate() {
        let token = one.token;
        let before = at.checked_sub(1).map(|before| all[before].token);
        match token.kind {
            TokenKind::Number => {
                let folded: String = fold_word(token.text);
                let group = folded.len() == 3 && folded.bytes().all(|b| b.is_ascii_digit());
                let signed = before.is_some_and(is_dash)
                    && at.checked_sub(2).is_none_or(|two| all[two].token.kind == TokenKind::Space);
                match out.last_mut() {
                    Some(last) if joins && group => last.push_str(&folded),
                    _ => out.push(if signed { format!("-{folded}") } else { folded }),
                }
                joins = out.last().is_some_and(|last| last.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()));
            }
            TokenKind::Space => joins &= token.text.chars().count() == 1 && !token.text.contains('\n'),
            TokenKind::Mark if matches!(token.text, "%" | "‰" | "٪" | "$" | "€" | "£" | "¥" | "₽" | "°" | "№") =>
            {
                out.push(token.text.to_owned());
                joins = false;
            }
            _ => joins = false,
        }
    }
    out
}

/// Whether a date stands among the tokens: a month, a weekday, or figures with two separators.
fn dated(all: &[Weighed<'_>]) -> bool {
    let separators = |text: &str| text.matches(['.', '/']).count() == 2;
    !in_list(all, DATES).is_empty()
        || all.iter().any(|one| one.token.kind == TokenKind::Number && separators(one.token.text))
}

/// What is left of a stretch when letter case, spaces, dashes and the form of quotation marks do not count.
fn fold(all: &[Weighed<'_>]) -> String {
    let mut out = String::new();
    for Weighed { token, .. } in all {
        match token.kind {
            TokenKind::Word | TokenKind::Number => out.push_str(&fold_word(token.text)),
            TokenKind::Space => {}
            TokenKind::Mark if is_dash(*token) || token.text == "\u{ad}" => {}
            TokenKind::Mark if is_quote(*token) => out.push('"'),
            TokenKind::Mark if token.text == "…" => out.push_str("..."),
            TokenKind::Mark => out.push_str(token.text),
        }
    }
    out
}

/// A word in lower case with one apostrophe, figures as `0` to `9`, without vowel signs, Arabic alefs and Russian ё as one letter.
pub(super) fn fold_word(word: &str) -> String {
    let figure = |c: char| {
        let zero = [0x660, 0x6f0, 0x966, 0xff10].into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
        char::from_digit(u32::from(c) - zero, 10)
    };
    word.chars()
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | 'ـ' | '\u{ad}' | '\u{200c}' | '\u{200d}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ё' => 'е',
            'أ' | 'إ' | 'آ' => 'ا',
            c if is_apostrophe(c) => '\'',
            c => figure(c).unwrap_or(c),
        })
        .collect()
}

/// A name without its possessive ending.
fn fold_name(word: &str) -> String {
    let folded = fold_word(word);
    folded.strip_suffix("'s").map_or(folded.clone(), str::to_owned)
}

fn in_list(all: &[Weighed<'_>], list: &[&str]) -> Vec<String> {
    let words = all.iter().filter(|one| one.token.kind == TokenKind::Word).map(|one| fold_word(one.token.text));
    let denies = std::ptr::eq(list, NEGATIONS);
    words.filter(|word| if denies { is_denying(word) } else { list.contains(&word.as_str()) }).collect()
}

/// Whether a text denies something: `not`, `n't`, `никогда`, `ليس`, `不` and their like in the languages of the word lists.
#[must_use]
pub fn denies(text: &str) -> bool {
    super::tokens::tokens(text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .any(|token| is_denying(&fold_word(token.text)))
}

fn is_denying(folded: &str) -> bool {
    NEGATIONS.contains(&folded) || folded.ends_with("n't") || folded.starts_with("n'")
}

fn names(all: &[Weighed<'_>]) -> Vec<String> {
    all.iter().filter(|one| one.name).map(|one| fold_name(one.token.text)).collect()
}

fn is_capital(token: Token<'_>) -> bool {
    let pronoun = matches!(token.text, "I" | "I'm" | "I’m" | "I've" | "I’ve" | "I'd" | "I’d" | "I'll" | "I’ll");
    token.kind == TokenKind::Word && token.text.starts_with(char::is_uppercase) && !pronoun
}

fn in_quotation(old: &[Weighed<'_>], new: &[Weighed<'_>]) -> bool {
    let inside = |all: &[Weighed<'_>]| all.iter().any(|one| one.quoted && one.token.kind != TokenKind::Mark);
    let marks = |all: &[Weighed<'_>]| all.iter().filter(|one| is_quote(one.token)).count();
    inside(old) || inside(new) || marks(old) != marks(new)
}

fn words<'w, 't>(all: &'w [Weighed<'t>]) -> impl Iterator<Item = Token<'t>> + 'w {
    all.iter().map(|one| one.token).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
}

/// Words of which one is the other in capitals: "US" and "us" are not the same word.
fn other_abbreviation(old: &[Weighed<'_>], new: &[Weighed<'_>]) -> Option<(String, String)> {
    let capitals = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    };
    let small = |word: &str| word.chars().skip(1).any(char::is_lowercase);
    let mut pairs = words(old).zip(words(new));
    let differs = |(a, b): &(Token<'_>, Token<'_>)| {
        (a.text.chars().count() <= SPELLING_LETTERS_MIN)
            && ((capitals(a.text) && small(b.text)) || (small(a.text) && capitals(b.text)))
    };
    pairs.find(differs).map(|(a, b)| (a.text.to_owned(), b.text.to_owned()))
}

/// Words of which one is the other with a beginning that denies it: "lawful" and "unlawful".
fn opposite(old: &[Weighed<'_>], new: &[Weighed<'_>]) -> Option<(String, String)> {
    let denied = |plain: &str, longer: &str| {
        plain.chars().count() >= 3
            && longer.strip_suffix(plain).is_some_and(|beginning| NEGATING_BEGINNINGS.contains(&beginning))
    };
    words(old).zip(words(new)).find_map(|(a, b)| {
        let (one, other) = (fold_word(a.text), fold_word(b.text));
        (denied(&one, &other) || denied(&other, &one)).then_some((a.text.to_owned(), b.text.to_owned()))
    })
}

/// Whether the same number of words stands on both sides, each the same or a letter or two away.
fn is_spelling(old: &[Weighed<'_>], new: &[Weighed<'_>]) -> bool {
    let (before, after): (Vec<_>, Vec<_>) = (words(old).collect(), words(new).collect());
    let marks = |all: &[Weighed<'_>]| -> String {
        all.iter()
            .filter(|one| one.token.kind == TokenKind::Mark && !is_dash(one.token) && !is_quote(one.token))
            .map(|one| one.token.text)
            .collect()
    };
    let close = |(a, b): (&Token<'_>, &Token<'_>)| {
        let (a, b) = (fold_word(a.text), fold_word(b.text));
        let letters = a.chars().count().min(b.chars().count());
        let most = if letters >= TWO_LETTERS_MIN { 2 } else { 1 };
        a == b || (letters >= SPELLING_LETTERS_MIN && edit_distance(&a, &b, most).is_some())
    };
    !before.is_empty()
        && before.len() == after.len()
        && marks(old) == marks(new)
        && before.iter().zip(&after).all(close)
}

fn is_dash(token: Token<'_>) -> bool {
    matches!(token.text, "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" | "−")
}

fn is_quote(token: Token<'_>) -> bool {
    matches!(
        token.text,
        "\"" | "＂"
            | "'"
            | "“"
            | "”"
            | "„"
            | "‟"
            | "«"
            | "»"
            | "‹"
            | "›"
            | "‘"
            | "’"
            | "‚"
            | "「"
            | "」"
            | "『"
            | "』"
    )
}
