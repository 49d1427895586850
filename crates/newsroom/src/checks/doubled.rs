//! A word that stands twice: "the the".

use document::{TokenKind, is_unspaced, tokens};

use super::piece::{Is, Piece};
use super::{Finding, Known, Severity, fold};

/// Words that rightly stand twice in a row, folded.
const RIGHTLY_TWICE: [&str; 24] = [
    "had",
    "that",
    "very",
    "long",
    "so",
    "far",
    "no",
    "yes",
    "ha",
    "hear",
    "bye",
    "nous",
    "vous",
    "en",
    "non",
    "oui",
    "si",
    "muy",
    "да",
    "нет",
    "очень",
    "что",
    "يوما",
    "كلا",
];

pub(super) fn check(known: &Known<'_>, pieces: &[Piece]) -> Vec<Finding> {
    let names = names(known);
    pieces.iter().filter(|piece| piece.is != Is::Label).flat_map(|piece| doubled(piece, &names)).collect()
}

/// Names with a word that stands twice in them, folded: a town may be called so.
fn names(known: &Known<'_>) -> Vec<String> {
    let people = known.speakers.iter().flat_map(|speaker| speaker.name.0.values().chain(&speaker.aliases));
    people.chain(known.places).chain(known.topics).map(|name| fold(name)).collect()
}

fn doubled(piece: &Piece, names: &[String]) -> Vec<Finding> {
    let all = tokens(&piece.text);
    let mut out = Vec::new();
    for (at, three) in all.windows(3).enumerate() {
        let [one, space, other] = three else { continue };
        let words = one.kind == TokenKind::Word && other.kind == TokenKind::Word;
        // Items of a list and cells of a table stand on lines of their own.
        let apart = space.kind != TokenKind::Space || space.text.contains('\n');
        let folded = fold(one.text);
        if !words || apart || folded != fold(other.text) || one.text.chars().any(is_unspaced) {
            continue;
        }
        // "Baden Baden-Baden", "по по-русски": the second is the beginning of a longer word.
        let goes_on = all.get(at + 3).is_some_and(|next| matches!(next.text, "-" | "‑" | "‐"));
        let comes_from = at > 0 && matches!(all[at - 1].text, "-" | "‑" | "‐");
        // Arabic says "step by step" with the same accusative twice.
        let accusative = one.text.ends_with(['ا', 'ً']);
        let name = names.iter().any(|name| name.contains(&format!("{folded} {folded}")));
        if goes_on || comes_from || accusative || name || RIGHTLY_TWICE.contains(&folded.as_str()) {
            continue;
        }
        let sentence = format!("“{} {}” stands twice; remove one.", one.text, other.text);
        out.push(piece.finding("word-doubled", Severity::Look, &sentence).suggesting(one.text));
    }
    out
}
