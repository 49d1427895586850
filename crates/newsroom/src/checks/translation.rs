//! A translation against its source: as many turns, the same figures.

use std::collections::BTreeMap;

use document::{Document, Node, TokenKind, Turn, tokens};

use super::piece::text_of;
use super::{Finding, Severity, fold};

/// Numbers up to twelve are written in words in one language and in figures in another, and stand for months.
const SMALL_NUMBER: u64 = 12;
/// Numbers listed in one finding: enough to see what is the matter.
const LISTED_MAX: usize = 8;

/// Words for thousands and more, folded: with them "2 million" is "200万".
const MULTIPLIERS: [&str; 42] = [
    "thousand",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "hundred",
    "mille",
    "millions",
    "milliard",
    "milliards",
    "cent",
    "mil",
    "millón",
    "millon",
    "millones",
    "тыс",
    "тысяча",
    "тысячи",
    "тысяч",
    "млн",
    "миллион",
    "миллиона",
    "миллионов",
    "млрд",
    "миллиард",
    "миллиарда",
    "миллиардов",
    "الف",
    "الاف",
    "مليون",
    "ملايين",
    "مليار",
    "مليارات",
    "万",
    "萬",
    "亿",
    "億",
    "千",
    "百",
    "m",
    "bn",
];

pub(super) fn check(source: &Document, translation: &Document) -> Vec<Finding> {
    let (ours, theirs): (Vec<&Turn>, Vec<&Turn>) = (translation.turns().collect(), source.turns().collect());
    if ours.len() != theirs.len() {
        let message = format!(
            "The translation has {} and its source has {}; compare them and add or part what is missing.",
            turns(ours.len()),
            turns(theirs.len())
        );
        let turns = finding("translation-turns", Severity::Wrong, message, None);
        return [turns].into_iter().chain(numbers(&whole(source), &whole(translation), "the text", None)).collect();
    }
    let mut out = Vec::new();
    for (at, (own, other)) in ours.iter().zip(&theirs).enumerate() {
        let place = format!("turn {} ({})", at + 1, own.label);
        out.extend(numbers(&turn_text(other), &turn_text(own), &place, Some(own.id.to_string())));
    }
    let place = if ours.is_empty() { "the text" } else { "the text outside the turns" };
    out.extend(numbers(&outside(source), &outside(translation), place, None));
    out
}

fn turns(count: usize) -> String {
    if count == 1 { "1 turn".to_owned() } else { format!("{count} turns") }
}

fn finding(code: &'static str, severity: Severity, message: String, block: Option<String>) -> Finding {
    Finding { code, severity, message, block, suggestion: None }
}

fn turn_text(turn: &Turn) -> String {
    turn.blocks.iter().map(text_of).collect::<Vec<_>>().join("\n")
}

fn whole(document: &Document) -> String {
    document.blocks().map(text_of).collect::<Vec<_>>().join("\n")
}

fn outside(document: &Document) -> String {
    let single = document.nodes.iter().filter_map(|node| match node {
        Node::Block(block) => Some(text_of(block)),
        Node::Turn(_) => None,
    });
    single.collect::<Vec<_>>().join("\n")
}

fn numbers(source: &str, translation: &str, place: &str, block: Option<String>) -> Option<Finding> {
    let (mut missing, mut added) = (Figures::of(source), Figures::of(translation));
    missing.cancel(&mut added);
    let (missing, added) = (missing.listed(), added.listed());
    let said = match (missing.is_empty(), added.is_empty()) {
        (true, true) => return None,
        (false, true) => format!("{missing} of the source is missing"),
        (true, false) => format!("{added} is not in the source"),
        (false, false) => format!("the source has {missing} and the translation {added}"),
    };
    let message = format!("In {place}, {said}; compare the numbers.");
    Some(finding("translation-numbers", Severity::Look, message, block))
}

/// The numbers of a text and how often each stands there; those with a word such as "million" apart.
struct Figures {
    plain: BTreeMap<String, usize>,
    scaled: BTreeMap<String, usize>,
}

impl Figures {
    fn of(text: &str) -> Figures {
        let all: Vec<_> = tokens(text);
        let mut figures = Figures { plain: BTreeMap::new(), scaled: BTreeMap::new() };
        let mut at = 0;
        while at < all.len() {
            let start = at;
            at += 1;
            if all[start].kind != TokenKind::Number {
                continue;
            }
            let mut number = fold(all[start].text);
            // "10 000": groups of three behind a single space.
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            while let (Some(space), Some(next)) = (all.get(at), all.get(at + 1)) {
                let group = fold(next.text);
                let joins =
                    space.kind == TokenKind::Space && space.text.chars().count() == 1 && !space.text.contains('\n');
                if !(joins
                    && next.kind == TokenKind::Number
                    && group.len() == 3
                    && digits(&group)
                    && digits(&number)
                    && all[start].text.chars().count() <= 3)
                {
                    break;
                }
                number.push_str(&group);
                at += 2;
            }
            let word = all[at..].iter().find(|token| token.kind != TokenKind::Space).map(|token| fold(token.text));
            let scaled = word.is_some_and(|word| MULTIPLIERS.contains(&word.as_str()));
            figures.push(&number, scaled);
        }
        figures
    }

    /// Dates and times count by their parts, groups of three are joined, a decimal comma is a point.
    fn push(&mut self, number: &str, scaled: bool) {
        let figures: String = number.chars().filter(|c| c.is_ascii_digit() || ".,:/٫٬".contains(*c)).collect();
        let parts: Vec<&str> = figures.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let Some((last, whole)) = parts.split_last() else { return };
        let mut signs: Vec<char> = figures.chars().filter(|c| !c.is_ascii_digit()).collect();
        signs.dedup();
        let clock = figures.contains([':', '/']);
        let threes = |parts: &[&str]| {
            parts.iter().skip(1).all(|part| part.len() == 3) && parts.first().is_some_and(|part| part.len() <= 3)
        };
        let grouped = parts.len() > 1 && !clock && signs.len() == 1 && threes(&parts);
        // "1,500.5" and "3,5": behind the last sign, which stands there once, are the decimals.
        let decimal =
            !clock && !grouped && ((signs.len() == 2 && threes(whole)) || (signs.len() == 1 && parts.len() == 2));
        if scaled {
            // Only the figures that count: 1.5 million, 150万 and 1,500 thousand are the same.
            let digits = parts.concat();
            let mantissa = digits.trim_matches('0').to_owned();
            *self.scaled.entry(mantissa).or_default() += 1;
        } else if grouped {
            self.count(&parts.concat());
        } else if decimal {
            *self.plain.entry(format!("{}.{last}", whole.concat())).or_default() += 1;
        } else {
            parts.iter().for_each(|part| self.count(part));
        }
    }

    fn count(&mut self, digits: &str) {
        let number = digits.trim_start_matches('0');
        if number.parse::<u64>().is_ok_and(|number| number <= SMALL_NUMBER) || number.is_empty() {
            return;
        }
        *self.plain.entry(number.to_owned()).or_default() += 1;
    }

    /// Takes away what stands in both.
    fn cancel(&mut self, other: &mut Figures) {
        cancel(&mut self.plain, &mut other.plain, |number| number.to_owned());
        cancel(&mut self.scaled, &mut other.scaled, |number| number.to_owned());
        let mantissa = |number: &str| number.replace('.', "").trim_matches('0').to_owned();
        cancel(&mut self.scaled, &mut other.plain, mantissa);
        cancel(&mut other.scaled, &mut self.plain, mantissa);
        // What is small enough to be a word in the other language says nothing.
        for figures in [self, other] {
            figures.scaled.retain(|number, _| number.len() > 2);
        }
    }

    fn listed(&self) -> String {
        let all: Vec<&str> = self.plain.keys().chain(self.scaled.keys()).map(String::as_str).collect();
        let more = if all.len() > LISTED_MAX { " …" } else { "" };
        format!("{}{more}", all[..all.len().min(LISTED_MAX)].join(", "))
    }
}

fn cancel(one: &mut BTreeMap<String, usize>, other: &mut BTreeMap<String, usize>, key: impl Fn(&str) -> String) {
    for (number, count) in one.iter_mut() {
        let key_of = key(number);
        for (theirs, others) in other.iter_mut().filter(|(theirs, _)| key(theirs) == key_of) {
            debug_assert!(!theirs.is_empty() || key_of.is_empty(), "figures have digits");
            let both = (*count).min(*others);
            *count -= both;
            *others -= both;
        }
    }
    one.retain(|_, count| *count > 0);
    other.retain(|_, count| *count > 0);
}
