//! Texts to words: the same for what is taken in, what is asked and what is marked in results.
//!
//! [`exact`] knows no language: two writings of a word that differ by case, diacritics of Latin and Greek, typography or
//! width give the same exact form. [`stems`] joins the inflected forms of a word as its language has them.

mod exact;
mod fold;
mod language;
mod leaf;
mod stem;

pub(crate) use exact::{exact, scan};
pub(crate) use fold::fold;
pub(crate) use language::Language;
pub(crate) use leaf::{Leaf, leaves};
pub(crate) use stem::{Analyser, Packed, is_function_word, stem, stems};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it begins in the source, in bytes.
    pub start: usize,
    /// Where it ends in the source, in bytes.
    pub end: usize,
    /// The word as it stands in the index; never empty, without spaces.
    pub text: String,
}

#[cfg(test)]
mod tests;
