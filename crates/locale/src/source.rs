//! Reading one file of strings: its entries, where they stand, and which variables they use.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::LocaleError;

/// One parsed file.
pub(crate) struct Source {
    /// How errors call it: `xx.ftl`.
    pub file: String,
    /// What Fluent formats from.
    pub resource: FluentResource,
    /// The variables of each message, by key.
    pub messages: BTreeMap<String, BTreeSet<String>>,
}

impl Source {
    /// Parses a file. Refused with the first error of syntax, or the first key that stands twice.
    pub fn parse(file: String, text: String) -> Result<Self, LocaleError> {
        // Editors on some systems put a byte order mark before the first line.
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
        let resource = FluentResource::try_new(text).map_err(|(resource, errors)| {
            let first = errors.iter().min_by_key(|error| error.pos.start);
            let at = first.map_or(0, |error| error.pos.start);
            LocaleError::Syntax {
                file: file.clone(),
                line: line_of(resource.source(), at),
                what: first.map_or_else(|| "not understood".to_owned(), |error| error.kind.to_string()),
            }
        })?;
        let messages = messages(&file, &resource)?;
        Ok(Self { file, resource, messages })
    }

    /// Refuses a message whose variables are not among those that `passed` has for its key. Keys
    /// that `passed` does not have are the site's own, for its own templates.
    pub fn check_variables(&self, passed: &BTreeMap<String, BTreeSet<String>>) -> Result<(), LocaleError> {
        for (key, used) in &self.messages {
            let Some(known) = passed.get(key) else { continue };
            if let Some(variable) = used.difference(known).next() {
                let names: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
                return Err(LocaleError::Variable {
                    file: self.file.clone(),
                    line: line_of_key(self.resource.source(), key, 1),
                    key: key.clone(),
                    variable: variable.clone(),
                    passed: if names.is_empty() {
                        "it has no variables".to_owned()
                    } else {
                        format!("it has {}", names.join(", "))
                    },
                });
            }
        }
        Ok(())
    }
}

/// The keys of a file with the variables of each. A key that stands twice is refused: which of the
/// two is shown would be chance to its author.
fn messages(file: &str, resource: &FluentResource) -> Result<BTreeMap<String, BTreeSet<String>>, LocaleError> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for entry in resource.entries() {
        let (key, name) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.id.name),
            Entry::Term(term) => (format!("-{}", term.id.name), term.id.name),
            _ => continue,
        };
        if !seen.insert(key.clone()) {
            return Err(LocaleError::Duplicate {
                file: file.to_owned(),
                line: line_of_key(resource.source(), &key, 2),
                key,
            });
        }
        if let Entry::Message(message) = entry {
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                collect_pattern(pattern, &mut variables);
            }
            found.insert(name.to_owned(), variables);
        }
    }
    Ok(found)
}

/// The line, from 1, of a byte position.
fn line_of(text: &str, at: usize) -> usize {
    let upto = text.as_bytes().iter().take(at);
    upto.filter(|byte| **byte == b'\n').count() + 1
}

/// The line, from 1, on which a key stands for the nth time; the parser keeps no positions.
fn line_of_key(text: &str, key: &str, nth: usize) -> usize {
    let starts = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().enumerate().filter(|(_, line)| starts(line)).nth(nth - 1).map_or(1, |(index, _)| index + 1)
}

fn collect_pattern(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, into);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_inline(selector, into);
            variants.iter().for_each(|variant| collect_pattern(&variant.value, into));
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, into),
        InlineExpression::FunctionReference { arguments, .. } => collect_arguments(arguments, into),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => collect_arguments(arguments, into),
        _ => {}
    }
}

fn collect_arguments(arguments: &CallArguments<&str>, into: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|inline| collect_inline(inline, into));
    arguments.named.iter().for_each(|named| collect_inline(&named.value, into));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Source, LocaleError> {
        Source::parse("xx.ftl".to_owned(), text.to_owned())
    }

    #[test]
    fn variables_are_found_wherever_they_stand() {
        let source =
            parse("a = { $n ->\n    [one] { $x } and { { $y } }\n   *[other] { NUMBER($z) }\n }\nb = plain\n").unwrap();
        let names: Vec<&str> = source.messages["a"].iter().map(String::as_str).collect();
        assert_eq!(names, ["n", "x", "y", "z"]);
        assert!(source.messages["b"].is_empty());
    }

    #[test]
    fn an_error_of_syntax_names_file_and_line() {
        let error = parse("a = A\n\n# a comment\nb = { $x\nc = C\n").err().unwrap();
        assert!(matches!(error, LocaleError::Syntax { line: 4 | 5, .. }), "{error}");
        assert!(error.to_string().starts_with("xx.ftl, line "), "{error}");
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_where_it_stands_again() {
        let error = parse("read-on = A\nread-on-b = B\n\nread-on = C\n").err().unwrap();
        assert_eq!(error.to_string(), "xx.ftl, line 4: the key read-on stands twice in this file; keep one of them");
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_first_key() {
        assert!(parse("\u{feff}a = A\n").unwrap().messages.contains_key("a"));
    }
}
