//! What a reader typed, read as a question. Pure: it knows neither index nor language.
//!
//! Nothing that can be typed is an error. What is not sound (quotation marks and parentheses without their other half,
//! operators without a side, unknown names before a colon) is read as plain words as far as that makes sense. Reading takes
//! time in proportion to the length, whatever is typed: each character is looked at a fixed number of times.

mod lexer;

use domain::{Kind, Lang};
use jiff::civil::Date;

use crate::analysis;
use lexer::{Lexer, Token};

/// Characters that are looked at; what follows is cut off. A pasted paragraph fits, a pasted article is for the quote check.
pub(crate) const CHARS_MAX: usize = 1_000;
/// Words that are looked for, those in phrases counted; the rest is cut off. More words than that describe one message only.
pub(crate) const WORDS_MAX: usize = 32;
/// How deep parentheses are followed; deeper ones are read as if they were not there.
pub(crate) const DEPTH_MAX: usize = 8;
/// Letters that must stand before the asterisk of a word's beginning: a single letter begins too many words.
pub(crate) const PREFIX_CHARS_MIN: usize = 2;

/// A question, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Asked {
    /// The words and how they are joined; nothing when there are none.
    pub tree: Option<Node>,
    /// Filters written in the question.
    pub conditions: Vec<Condition>,
    /// The question was longer than what is looked at.
    pub cut: bool,
}

/// Words and how they are joined.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// What stood between spaces, as typed: one word, or several without spaces (`COVID-19`, `氣候變遷`).
    Word(String),
    /// What stood between quotation marks, as typed.
    Phrase(String),
    /// The beginning of a word, without its asterisk.
    Prefix(String),
    /// All of them.
    All(Vec<Node>),
    /// At least one of them.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
}

/// A filter written in the question, as `name:value`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Condition {
    /// The operator's name as it is written in the manual.
    pub name: &'static str,
    /// The value as typed, without quotation marks.
    pub value: String,
    /// What it says.
    pub wanted: Wanted,
    /// Whether results must not be so.
    pub negated: bool,
}

/// What a filter in the question says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Wanted {
    /// Said by somebody of this name, slug or office.
    Speaker(String),
    /// With an occasion at a place that has these words.
    Place(String),
    /// Of this kind.
    Kind(Kind),
    /// About a topic of this name or slug.
    Topic(String),
    /// In this language; in all when absent.
    Lang(Option<Lang>),
    /// On a day from the first to the last, both included; open at an end that is absent.
    Days(Option<Date>, Option<Date>),
}

/// Reads what was typed. `kind_named` says which kind a word means on the page; [`Kind::named`] is asked as well.
pub(crate) fn read(typed: &str, kind_named: &dyn Fn(&str) -> Option<Kind>) -> Asked {
    let (text, cut) = cleaned(typed);
    let mut tokens = Lexer::new(&text, kind_named).tokens();
    if tokens.iter().all(|token| !matches!(token, Token::Term(_) | Token::Field(_))) {
        // Only operators: somebody looks for the words themselves.
        tokens = tokens.into_iter().filter_map(Token::into_word).collect();
    }
    let mut reader = Reader { tokens: tokens.into_iter(), conditions: vec![], left: WORDS_MAX, cut };
    let tree = reader.side(0, false);
    Asked { tree, conditions: reader.conditions, cut: reader.cut }
}

/// The part of the text that is looked at, control characters as spaces and marks of writing direction left out.
fn cleaned(typed: &str) -> (String, bool) {
    let end = typed.char_indices().nth(CHARS_MAX).map_or(typed.len(), |(at, _)| at);
    let cut = typed[end..].chars().any(|c| !c.is_whitespace());
    let directing = |c: char| {
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    // Between ideographs punctuation is what spaces are elsewhere.
    let parting = |c: char| c.is_control() || matches!(c, '\u{200b}' | '、' | '，' | '。' | '；' | '！' | '？' | '…');
    let spaced = |c: char| if parting(c) { ' ' } else { c };
    (typed[..end].chars().filter(|c| !directing(*c)).map(spaced).collect(), cut)
}

fn wanted(name: &str, value: &str, kind_named: &dyn Fn(&str) -> Option<Kind>) -> Option<Wanted> {
    if analysis::exact(value).is_empty() {
        return None;
    }
    let days = || days(value);
    match name {
        "speaker" => Some(Wanted::Speaker(value.to_owned())),
        "place" => Some(Wanted::Place(value.to_owned())),
        "topic" => Some(Wanted::Topic(value.to_owned())),
        "kind" => {
            let kind = kind_named(value).or_else(|| Kind::named(value));
            kind.or_else(|| (value.eq_ignore_ascii_case("page")).then_some(Kind::Page)).map(Wanted::Kind)
        }
        "lang" if value.eq_ignore_ascii_case("all") => Some(Wanted::Lang(None)),
        "lang" => value.parse().ok().map(|lang| Wanted::Lang(Some(lang))),
        "from" => days().map(|(first, _)| Wanted::Days(Some(first), None)),
        "to" => days().map(|(_, last)| Wanted::Days(None, Some(last))),
        "year" if value.chars().any(|c| matches!(c, '-' | '/' | '.')) => None,
        _ => days().map(|(first, last)| Wanted::Days(Some(first), Some(last))),
    }
}

/// The first and the last day of `2020`, `2020-09` or `2020-09-22`.
fn days(value: &str) -> Option<(Date, Date)> {
    let mut parts = value.split(['-', '/', '.']);
    let digits = |part: &str, most: usize| {
        let sound = !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
        sound.then(|| part.parse::<i16>().ok()).flatten()
    };
    let year = parts.next().filter(|year| year.len() == 4).and_then(|year| digits(year, 4))?;
    let small = |part: Option<&str>| match part {
        None => Some(None),
        Some(part) => digits(part, 2).and_then(|number| i8::try_from(number).ok()).map(Some),
    };
    let (month, day) = (small(parts.next())?, small(parts.next())?);
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(|date| (date, date)),
        (Some(month), None) => Date::new(year, month, 1).ok().map(|first| (first, first.last_of_month())),
        _ => Date::new(year, 1, 1).ok().map(|first| (first, first.last_of_year())),
    }
}

struct Reader {
    tokens: std::vec::IntoIter<Token>,
    conditions: Vec<Condition>,
    /// Words that may still be taken.
    left: usize,
    cut: bool,
}

impl Reader {
    /// What stands up to the end or, inside parentheses, up to the one that closes: alternatives of words.
    fn side(&mut self, depth: usize, negated: bool) -> Option<Node> {
        let mut alternatives: Vec<Node> = Vec::new();
        let mut words: Vec<Node> = Vec::new();
        let (mut not, mut too_deep) = (false, 0_usize);
        while let Some(token) = self.tokens.next() {
            match token {
                Token::Open if depth == DEPTH_MAX => too_deep += 1,
                Token::Close if too_deep > 0 => too_deep -= 1,
                Token::Close if depth > 0 => break,
                Token::Close | Token::And => {}
                Token::Or => {
                    alternatives.extend(joined(std::mem::take(&mut words), Node::All));
                    not = false;
                }
                Token::Not | Token::Minus => not = !not,
                token => {
                    let node = self.operand(token, depth, negated != not);
                    words.extend(node.map(|node| if not { Node::Not(Box::new(node)) } else { node }));
                    not = false;
                }
            }
        }
        alternatives.extend(joined(words, Node::All));
        joined(alternatives, Node::Any)
    }

    fn operand(&mut self, token: Token, depth: usize, negated: bool) -> Option<Node> {
        match token {
            Token::Open => self.side(depth + 1, negated),
            Token::Term(node) => self.taken(node),
            Token::Field(condition) => {
                self.conditions.push(Condition { negated, ..condition });
                None
            }
            _ => None,
        }
    }

    /// The word or phrase, as long as there may be more of them.
    fn taken(&mut self, node: Node) -> Option<Node> {
        let text = match &node {
            Node::Word(text) | Node::Phrase(text) | Node::Prefix(text) => text,
            _ => return Some(node),
        };
        let words = text.split_whitespace().count();
        if analysis::exact(text).is_empty() {
            return None;
        }
        if self.left == 0 {
            self.cut = true;
            return None;
        }
        if words <= self.left {
            self.left -= words;
            return Some(node);
        }
        // Only a phrase has several words with spaces between: its beginning is looked for.
        let kept: Vec<&str> = text.split_whitespace().take(self.left).collect();
        self.left = 0;
        self.cut = true;
        Some(Node::Phrase(kept.join(" ")))
    }
}

fn joined(mut nodes: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(join(nodes)),
    }
}

impl Asked {
    /// Words, phrases and unwanted words as typed, for the reader to see how the question was read.
    pub(crate) fn understood(&self) -> crate::Understood {
        let mut understood = crate::Understood { cut: self.cut, ..crate::Understood::default() };
        if let Some(tree) = &self.tree {
            note(tree, false, &mut understood);
        }
        let shown = |condition: &Condition| {
            let minus = if condition.negated { "-" } else { "" };
            (format!("{minus}{}", condition.name), condition.value.clone())
        };
        understood.filters = self.conditions.iter().map(shown).collect();
        understood
    }
}

fn note(node: &Node, negated: bool, understood: &mut crate::Understood) {
    let (text, phrase) = match node {
        Node::All(nodes) | Node::Any(nodes) => return nodes.iter().for_each(|node| note(node, negated, understood)),
        Node::Not(node) => return note(node, !negated, understood),
        Node::Word(text) => (text.clone(), false),
        Node::Phrase(text) => (text.clone(), true),
        Node::Prefix(text) => (format!("{text}*"), false),
    };
    match (negated, phrase) {
        (true, _) => understood.without.push(text),
        (false, true) => understood.phrases.push(text),
        (false, false) => understood.words.push(text),
    }
}

#[cfg(test)]
mod tests;
