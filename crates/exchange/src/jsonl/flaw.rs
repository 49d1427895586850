//! Why a line is refused.

/// Characters of a source's text that a sentence quotes, so that reports stay readable whatever the input.
const SHOWN_CHARS_MAX: usize = 60;

/// Why a line is refused: a stable code and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) code: &'static str,
    pub(super) reason: String,
}

impl Flaw {
    pub(super) fn new(code: &'static str, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into() }
    }
}

/// A source's text as a sentence quotes it: short and without anything that would disturb a terminal.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(SHOWN_CHARS_MAX).collect();
    if text.chars().nth(SHOWN_CHARS_MAX).is_some() {
        shown.push('…');
    }
    shown
}
