//! What was to be filled in and was not: "XX June", "[name TBC]", "???", "dd.mm.yyyy".

use document::{Token, TokenKind, tokens};

use super::piece::Piece;
use super::{Finding, Severity, fold};

/// Words that stand next to a Roman twenty or thirty: "the XX century", "siglo XX", "глава XX".
const ROMAN: [&str; 28] = [
    "centur",
    "sess",
    "congr",
    "olymp",
    "confer",
    "anniv",
    "chapter",
    "volume",
    "article",
    "annex",
    "section",
    "part",
    "siècle",
    "siecle",
    "siglo",
    "chapitre",
    "capítulo",
    "век",
    "столет",
    "съезд",
    "сесси",
    "олимп",
    "конферен",
    "глав",
    "том",
    "раздел",
    "част",
    "приложен",
];

/// Passages that stand for something still to be written, folded.
const PASSAGES: [&str; 13] = [
    "lorem ipsum",
    "???",
    "？？？",
    "dd.mm.yyyy",
    "dd/mm/yyyy",
    "yyyy-mm-dd",
    "дд.мм.гггг",
    "jj/mm/aaaa",
    "dd/mm/aaaa",
    "00.00.20",
    "0000-00-00",
    "____",
    "年x月x日",
];

/// Words that stand inside brackets for something still to be written, folded.
const IN_BRACKETS: [&str; 22] = [
    "tbc",
    "tbd",
    "tba",
    "insert",
    "name",
    "date",
    "place",
    "title",
    "link",
    "number",
    "check",
    "имя",
    "дата",
    "место",
    "уточнить",
    "проверить",
    "à compléter",
    "nom",
    "nombre",
    "por confirmar",
    "待定",
    "待补",
];

/// Characters between brackets beyond which they hold a remark and no placeholder.
const BRACKET_CHARS_MAX: usize = 40;

pub(super) fn check(pieces: &[Piece]) -> Vec<Finding> {
    pieces.iter().flat_map(|piece| found(piece).into_iter().map(|passage| finding(piece, &passage))).collect()
}

fn finding(piece: &Piece, passage: &str) -> Finding {
    let sentence = format!("“{passage}” seems to stand for something still to be filled in; write it or remove it.");
    piece.finding("placeholder", Severity::Wrong, &sentence)
}

fn found(piece: &Piece) -> Vec<String> {
    let folded = fold(&piece.text);
    let mut out: Vec<String> =
        PASSAGES.iter().filter(|passage| folded.contains(**passage)).map(|passage| (*passage).to_owned()).collect();
    out.extend(brackets(&piece.text));
    let all: Vec<Token<'_>> = tokens(&piece.text).into_iter().filter(|token| token.kind != TokenKind::Space).collect();
    for (at, token) in all.iter().enumerate() {
        let abbreviation = matches!(token.text, "TBC" | "TBD" | "TBA");
        if (abbreviation || is_crosses(&all, at)) && !out.iter().any(|known| known.contains(token.text)) {
            out.push(token.text.to_owned());
        }
    }
    out
}

fn brackets(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, _) in text.match_indices(['[', '［', '【']) {
        let Some(end) = text[at..].find([']', '］', '】']) else { continue };
        let end = at + end + text[at + end..].chars().next().map_or(0, char::len_utf8);
        let inside = text[at..end].trim_matches(|c| "[]［］【】 ….".contains(c));
        let folded = fold(inside);
        let stands = IN_BRACKETS.iter().any(|word| match folded.strip_prefix(word) {
            Some(rest) => !rest.starts_with(char::is_alphabetic),
            None => folded.ends_with(&format!(" {word}")),
        });
        if stands && inside.chars().count() <= BRACKET_CHARS_MAX {
            out.push(text[at..end].to_owned());
        }
    }
    out
}

/// Latin or Cyrillic crosses in place of figures or words; XX and XXX next to what is counted in Roman numbers are numbers.
fn is_crosses(all: &[Token<'_>], at: usize) -> bool {
    let token = all[at];
    let stem: String = token.text.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ':')).collect();
    let crosses = stem.chars().count() >= 2 && stem.chars().all(|c| matches!(c, 'X' | 'x' | 'Х' | 'х'));
    // "20XX", "XX.XX": crosses with figures or among points are no Roman numbers.
    let with_figures = stem.len() != token.text.len();
    let small = stem.chars().all(char::is_lowercase);
    let near = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|near| fold(near.text));
    let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let roman =
        |near: &Option<String>| near.as_ref().is_some_and(|near| ROMAN.iter().any(|stem| near.starts_with(stem)));
    // "XIX–XX", "XXth", "Louis XX,": next to another Roman number or with nothing to count.
    let numeral = |near: &Option<String>| {
        near.as_ref().is_some_and(|near| matches!(near.as_str(), "-" | "–" | "—" | "и" | "and" | "et" | "y"))
    };
    let month = after.as_deref().is_some_and(|near| super::date_words::month_of(near).is_some());
    let long = stem.chars().count() >= 4;
    let pointed = matches!(after.as_deref(), Some("." | ":" | "%" | "/"))
        && near(Some(at + 2)).is_some_and(|next| next.starts_with(['x', 'х']));
    let said = matches!(
        before.as_deref(),
        Some("at" | "on" | "in" | "about" | "some" | "around" | "в" | "около" | "à" | "el" | "a")
    );
    if !crosses {
        return false;
    }
    if with_figures || small || long || month || pointed {
        return true;
    }
    said && !roman(&before) && !roman(&after) && !numeral(&after) && !numeral(&before)
}
