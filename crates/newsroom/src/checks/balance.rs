//! Quotation marks and brackets that open and do not close, or the reverse.

use domain::Lang;

use super::piece::{Is, Piece};
use super::{Finding, Severity};

/// Characters of the surroundings of a mark that a finding shows on each side.
const SHOWN_CHARS: usize = 20;

pub(super) fn check(lang: &Lang, pieces: &[Piece]) -> Vec<Finding> {
    let running: Vec<&Piece> = pieces.iter().filter(|piece| piece.is != Is::Alt).collect();
    let mut found: Vec<(usize, Mark)> = Vec::new();
    for (at, piece) in running.iter().enumerate() {
        for mark in unbalanced(&piece.text, lang) {
            // Over several paragraphs a quotation opens at the first one's beginning and closes at the last one's end.
            let partner = found.iter().rposition(|(from, open)| {
                *from < at && spans_paragraphs((&running[*from].text, open), (&piece.text, &mark))
            });
            match partner {
                Some(partner) => drop(found.remove(partner)),
                None => found.push((at, mark)),
            }
        }
    }
    let kept = found.into_iter().filter(|(at, mark)| !is_reopened(&running, *at, mark));
    kept.map(|(at, mark)| finding(running[at], &mark)).collect()
}

fn finding(piece: &Piece, mark: &Mark) -> Finding {
    let does = if mark.opens { "opens and does not close" } else { "closes and was not opened" };
    let shown = around(&piece.text, mark.at);
    let sentence = format!("“{}” {does} at “{shown}”; add its partner or remove it.", mark.sign);
    piece.finding("marks-unbalanced", Severity::Look, &sentence)
}

/// Whether an opening mark begins its text, or follows a colon, and a closing one ends another text.
fn spans_paragraphs((first, open): (&str, &Mark), (last, close): (&str, &Mark)) -> bool {
    let before = first[..open.at].trim_end();
    let after = last[close.at..].chars().filter(|c| !c.is_whitespace()).count();
    let quotes = matches!(open.sign, '“' | '„' | '«' | '「' | '『');
    let begins = before.is_empty() || before.ends_with([':', '：']);
    quotes && open.opens && !close.opens && closes(open.sign, close.sign) && begins && after <= 2
}

/// Whether the next text opens with the same mark, as each paragraph of a long quotation may.
fn is_reopened(running: &[&Piece], at: usize, mark: &Mark) -> bool {
    let begins = running[at].text[..mark.at].trim().is_empty();
    let next = running.get(at + 1).map(|next| next.text.trim_start());
    mark.opens && begins && next.is_some_and(|next| next.starts_with(mark.sign))
}

struct Mark {
    at: usize,
    sign: char,
    opens: bool,
}

const PAIRS: [(char, char); 17] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('„', '“'),
    ('«', '»'),
    ('‹', '›'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('【', '】'),
    ('［', '］'),
    ('〔', '〕'),
    ('»', '«'),
    ('＂', '＂'),
];

fn closer(opener: char) -> Option<char> {
    PAIRS.iter().find(|(open, _)| *open == opener).map(|(_, close)| *close)
}

fn unbalanced(text: &str, lang: &Lang) -> Vec<Mark> {
    let mut open: Vec<Mark> = Vec::new();
    let mut out = Vec::new();
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, sign)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        match role(sign, before, next, &open, lang) {
            Some(true) => open.push(Mark { at, sign, opens: true }),
            Some(false) => match open.iter().rposition(|mark| closes(mark.sign, sign)) {
                // What was opened inside and not closed is told as such.
                Some(place) => {
                    out.extend(open.drain(place + 1..));
                    open.pop();
                }
                None if is_numbering(text, at, sign) => {}
                None => out.push(Mark { at, sign, opens: false }),
            },
            None => {}
        }
        before = sign;
    }
    out.extend(open);
    out.sort_by_key(|mark| mark.at);
    out
}

/// Whether a sign opens or closes; nothing for all others.
fn role(sign: char, before: char, next: char, open: &[Mark], lang: &Lang) -> Option<bool> {
    let is_open = |signs: &[char]| open.iter().any(|mark| signs.contains(&mark.sign));
    match sign {
        // Inches and minutes: 5″ written with the straight mark.
        '"' if before.is_ascii_digit() && !is_open(&['"']) => None,
        '"' | '＂' => Some(!is_open(&[sign])),
        '“' => Some(!is_open(&['„'])),
        // Swedish and Finnish open and close with the same mark; German may close „ with either.
        '”' => Some(!is_open(&['“', '„', '”']) && matches!(lang.primary(), "sv" | "fi")),
        '«' => Some(!is_open(&['»'])),
        '»' => Some(!is_open(&['«', '»']) && next.is_alphanumeric() && !before.is_alphanumeric()),
        '(' | '[' | '{' | '„' | '‹' | '「' | '『' | '《' | '〈' | '（' | '【' | '［' | '〔' => Some(true),
        ')' | ']' | '}' | '›' | '」' | '』' | '》' | '〉' | '）' | '】' | '］' | '〕' => Some(false),
        _ => None,
    }
}

fn closes(opener: char, sign: char) -> bool {
    let wide = |c| match c {
        '（' => '(',
        '）' => ')',
        c => c,
    };
    match (opener, sign) {
        ('"', '"') | ('”' | '„', '”') => true,
        _ => closer(wide(opener)).map(wide) == Some(wide(sign)) || closer(opener) == Some(sign),
    }
}

/// "a)", "1)", "iv)" at the beginning of a line or after a space number items, and open nothing.
fn is_numbering(text: &str, at: usize, sign: char) -> bool {
    let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    matches!(sign, ')' | '）')
        && (1..=4).contains(&word.chars().count())
        && word.chars().all(|c| c.is_alphanumeric() || c == '.')
}

fn around(text: &str, at: usize) -> String {
    let start = text[..at].char_indices().rev().nth(SHOWN_CHARS - 1).map_or(0, |(at, _)| at);
    let end = text[at..].char_indices().nth(SHOWN_CHARS + 1).map_or(text.len(), |(end, _)| at + end);
    text[start..end].replace('\n', " ").trim().to_owned()
}
