//! What can be wrong with a file of strings.

use crate::LangError;

/// Why the strings could not be loaded. Each sentence names the file, and the line where there is one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LocaleError {
    /// A file is named after something that is not a language tag.
    #[error("{name}.ftl is not named after a language: {why}; name it like en.ftl or zh-Hant.ftl")]
    Language {
        /// The name as given, without its ending.
        name: String,
        /// What is wrong with it.
        why: LangError,
    },
    /// The file does not follow the syntax of Fluent 1.0.
    #[error("{file}, line {line}: {what}")]
    Syntax {
        /// `xx.ftl`, with its place where several files of one language were given.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the parser expected.
        what: String,
    },
    /// One file says the same key twice.
    #[error("{file}, line {line}: the key {key} stands twice in this file; keep one of them")]
    Duplicate {
        /// `xx.ftl`, with its place where several files of one language were given.
        file: String,
        /// The line of the second, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// A message uses a variable that the program does not pass to it.
    #[error("{file}, line {line}: the message {key} uses ${variable}, which is not passed to it; {passed}")]
    Variable {
        /// `xx.ftl`, with its place where several files of one language were given.
        file: String,
        /// The line of the message, from 1.
        line: usize,
        /// The key.
        key: String,
        /// The variable, without its dollar sign.
        variable: String,
        /// A half sentence that names the variables there are.
        passed: String,
    },
}
