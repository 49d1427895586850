//! Texts as words and signs: what a quote and the record are compared by.
//!
//! Words are those of the index. Between them stand signs that say something (`%`, `$`, a minus before a figure), which the
//! index passes over; without them “5 %” would be the same as “5”.

use crate::analysis;

/// Calls `each` for every word and sign of a text in order, with where it begins and ends in bytes and its folded form.
pub(super) fn each_token(text: &str, mut each: impl FnMut(usize, usize, &str)) {
    let (mut at, mut folded) = (0, String::new());
    analysis::scan(text, |place| {
        folded.clear();
        place.exact_into(text, &mut folded);
        if !folded.is_empty() {
            each_sign(text, at, place.start, &mut each);
            each(place.start, place.end, &folded);
            at = at.max(place.end);
        }
    });
    each_sign(text, at, text.len(), &mut each);
}

/// Whether a folded form is a sign and no word.
pub(super) fn is_sign(folded: &str) -> bool {
    !folded.chars().any(char::is_alphanumeric)
}

fn each_sign(text: &str, from: usize, to: usize, each: &mut impl FnMut(usize, usize, &str)) {
    let Some(between) = text.get(from..to) else { return };
    if between.len() == 1 && between.starts_with([' ', '\n']) {
        return;
    }
    for (offset, c) in between.char_indices() {
        let at = from + offset;
        if let Some(sign) = sign(c) {
            each(at, at + c.len_utf8(), sign);
        } else if is_dash(c) && is_minus(&text[..at], &text[at + c.len_utf8()..]) {
            each(at, at + c.len_utf8(), "-");
        }
    }
}

/// A sign that changes what is said, in its plain form; nothing for punctuation.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '%' | '％' | '٪' | '﹪' => "%",
        '‰' | '؉' => "‰",
        '°' | '℃' | '℉' => "°",
        '§' => "§",
        '№' => "№",
        '&' | '＆' => "&",
        '@' | '＠' => "@",
        '#' | '＃' => "#",
        '+' | '＋' => "+",
        '×' => "×",
        '÷' => "÷",
        '±' => "±",
        '$' | '＄' | '﹩' => "$",
        '£' | '￡' => "£",
        '¥' | '￥' => "¥",
        '€' => "€",
        '₽' => "₽",
        '₴' => "₴",
        '₸' => "₸",
        '₹' => "₹",
        '₺' => "₺",
        '₩' | '￦' => "₩",
        _ => return None,
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '－' | '‑' | '﹣')
}

/// Whether a dash is the minus of the figure behind it: nothing but a space or an opening bracket stands before it. A dash
/// between figures is a range, one after a space and before a space divides a sentence.
fn is_minus(before: &str, after: &str) -> bool {
    let open = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '（'));
    open && after.starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_say_something_stand_between_words() {
        for (text, expected) in [
            ("Only 5% of it", "only 5 % of it"),
            ("costs $5 million – or more", "costs $ 5 million or more"),
            ("at −5 °C", "at - 5 ° c"),
            ("5–6 days", "5 6 days"),
            ("“Well”, he said.", "well he said"),
        ] {
            let mut tokens = Vec::new();
            each_token(text, |_, _, folded| tokens.push(folded.to_owned()));
            assert_eq!(tokens.join(" "), expected, "{text}");
        }
    }
}
