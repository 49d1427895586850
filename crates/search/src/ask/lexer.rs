//! The pieces a question is made of: words, phrases, filters, operators.

use domain::Kind;

use super::{Condition, Node, PREFIX_CHARS_MIN, wanted};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Term(Node),
    Field(Condition),
    Open,
    Close,
    And,
    Or,
    Not,
    /// A hyphen right before what must not be there.
    Minus,
}

impl Token {
    pub(super) fn into_word(self) -> Option<Token> {
        let word = |word: &str| Some(Token::Term(Node::Word(word.to_owned())));
        match self {
            Token::And => word("AND"),
            Token::Or => word("OR"),
            Token::Not => word("NOT"),
            Token::Open | Token::Close | Token::Minus => None,
            token => Some(token),
        }
    }
}

/// Which quotation marks end what this one begins; marks of one family end each other, since keyboards and word processors
/// mix them. Single quotation marks are not among them: they are apostrophes.
fn family(mark: char) -> Option<usize> {
    match mark {
        '"' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' | '〟' => Some(0),
        '«' | '»' => Some(1),
        '‹' | '›' => Some(2),
        '「' | '」' => Some(3),
        '『' | '』' => Some(4),
        '《' | '》' => Some(5),
        '〈' | '〉' => Some(6),
        _ => None,
    }
}

const FAMILIES: usize = 7;

fn opens(c: char) -> bool {
    matches!(c, '(' | '（')
}

fn closes(c: char) -> bool {
    matches!(c, ')' | '）')
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || opens(c) || closes(c) || family(c).is_some()
}

pub(super) struct Lexer<'a> {
    chars: Vec<char>,
    at: usize,
    /// Families whose marks were looked for in vain: looking again for each of thousands would not be linear.
    unpaired: [bool; FAMILIES],
    kind_named: &'a dyn Fn(&str) -> Option<Kind>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &str, kind_named: &'a dyn Fn(&str) -> Option<Kind>) -> Self {
        Self { chars: text.chars().collect(), at: 0, unpaired: [false; FAMILIES], kind_named }
    }

    pub(super) fn tokens(mut self) -> Vec<Token> {
        let mut tokens = Vec::new();
        while let Some(&c) = self.chars.get(self.at) {
            if c.is_whitespace() {
                self.at += 1;
            } else if opens(c) {
                self.at += 1;
                tokens.push(Token::Open);
            } else if closes(c) {
                self.at += 1;
                tokens.push(Token::Close);
            } else if family(c).is_some() {
                let quoted = self.quoted();
                tokens.extend(quoted.map(|phrase| Token::Term(Node::Phrase(phrase))));
            } else if self.is_minus(c) {
                self.at += 1;
                tokens.push(Token::Minus);
            } else {
                tokens.extend(self.word());
            }
        }
        tokens
    }

    /// A hyphen that takes away what follows it: at the beginning of a word, not alone and not one of several.
    fn is_minus(&self, c: char) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.chars.get(at));
        let after = self.chars.get(self.at + 1);
        matches!(c, '-' | '−')
            && before.is_none_or(|before| before.is_whitespace() || opens(*before))
            && after.is_some_and(|after| !after.is_whitespace() && !closes(*after) && !matches!(after, '-' | '−'))
    }

    /// What stands between the mark here and the one that ends it; a mark without its other half is passed over.
    fn quoted(&mut self) -> Option<String> {
        let own = family(self.chars[self.at])?;
        self.at += 1;
        if self.unpaired[own] {
            return None;
        }
        let Some(length) = self.chars[self.at..].iter().position(|c| family(*c) == Some(own)) else {
            self.unpaired[own] = true;
            return None;
        };
        let quoted: String = self.chars[self.at..self.at + length].iter().collect();
        self.at += length + 1;
        Some(quoted.trim().to_owned()).filter(|quoted| !quoted.is_empty())
    }

    fn word(&mut self) -> Option<Token> {
        let start = self.at;
        while let Some(&c) = self.chars.get(self.at) {
            if matches!(c, ':' | '：')
                && let Some(name) = field_name(&self.chars[start..self.at])
            {
                self.at += 1;
                let value = self.value();
                return Some(self.field(name, value));
            }
            if ends_word(c) {
                break;
            }
            self.at += 1;
        }
        let word: String = self.chars[start..self.at].iter().collect();
        Some(match word.as_str() {
            "AND" => Token::And,
            "OR" => Token::Or,
            "NOT" => Token::Not,
            _ => Token::Term(term(&word)),
        })
    }

    /// The value after a colon: what is between quotation marks, or up to the next space.
    fn value(&mut self) -> String {
        if self.chars.get(self.at).is_some_and(|c| family(*c).is_some()) {
            return self.quoted().unwrap_or_default();
        }
        let start = self.at;
        while self.chars.get(self.at).is_some_and(|c| !ends_word(*c)) {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    /// The filter, or the words themselves where the value says nothing.
    fn field(&self, name: &'static str, value: String) -> Token {
        match wanted(name, &value, self.kind_named) {
            Some(wanted) => Token::Field(Condition { name, value, wanted, negated: false }),
            None => Token::Term(Node::Word(format!("{name}:{value}"))),
        }
    }
}

/// A word or, with an asterisk behind it, the beginning of one.
fn term(word: &str) -> Node {
    match word.strip_suffix('*') {
        Some(prefix) if prefix.chars().filter(|c| c.is_alphanumeric()).count() >= PREFIX_CHARS_MIN => {
            Node::Prefix(prefix.trim_end_matches('*').to_owned())
        }
        _ => Node::Word(word.to_owned()),
    }
}

fn field_name(typed: &[char]) -> Option<&'static str> {
    const NAMES: [&str; 9] = ["speaker", "place", "kind", "topic", "lang", "year", "from", "to", "date"];
    let same =
        |name: &&str| name.len() == typed.len() && name.chars().zip(typed).all(|(a, b)| a == b.to_ascii_lowercase());
    NAMES.into_iter().find(same)
}
