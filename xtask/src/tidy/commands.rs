//! Every command of the binary is explained in the README or the manual.
//!
//! The commands are read from the source: the variants of each enum that derives `Subcommand`. Asking
//! the built binary would be surer, but would make this check wait for a build.

use super::{Finding, Source};

const MANUALS: [&str; 2] = ["README.md", "docs/manual.md"];
const BINARY: &str = "crates/chancery/src/";

/// Checks that each command is named on a line with the binary's name in a manual.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    let manuals: Vec<&str> = sources
        .iter()
        .filter(|source| MANUALS.contains(&source.path.as_str()))
        .flat_map(|source| source.text.lines())
        .filter(|line| line.contains("chancery "))
        .collect();
    let mut findings = Vec::new();
    for source in sources {
        if !source.path.starts_with(BINARY) {
            continue;
        }
        for command in commands(&source.text) {
            if !manuals.iter().any(|line| names(line, &command)) {
                let says = format!("the command {command:?} is in neither README.md nor docs/manual.md");
                findings.push(Finding::of(&source.path, says));
            }
        }
    }
    findings
}

fn names(line: &str, command: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').any(|word| word == command)
}

/// The commands that a source file declares. It relies on the formatting that rustfmt gives: variants
/// stand four columns in, the closing brace at the margin.
fn commands(text: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut derives = false;
    let mut inside = false;
    let mut attributes = String::new();
    for line in text.lines() {
        if line.starts_with("#[derive(") {
            derives = names(line, "Subcommand");
        } else if inside && line.starts_with('}') {
            inside = false;
        } else if derives && line.contains("enum ") && line.ends_with('{') {
            (inside, derives) = (true, false);
        } else if inside && let Some(item) = at_variant_depth(line) {
            if item.starts_with('#') {
                attributes.push_str(item);
            } else if item.starts_with(|c: char| c.is_ascii_uppercase()) {
                commands.extend(command_name(item, &attributes));
                attributes.clear();
            }
        }
    }
    commands
}

fn at_variant_depth(line: &str) -> Option<&str> {
    let item = line.strip_prefix("    ")?;
    (!item.starts_with(' ')).then_some(item)
}

/// The name under which clap knows a variant; nothing for a hidden command.
fn command_name(variant: &str, attributes: &str) -> Option<String> {
    if attributes.contains("hide = true") || attributes.contains("(hide)") {
        return None;
    }
    if let Some((_, rest)) = attributes.split_once("name = \"") {
        return rest.split_once('"').map(|(name, _)| name.to_string());
    }
    let end = variant.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(variant.len());
    let mut name = String::new();
    for letter in variant[..end].chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"
#[derive(Debug, Subcommand)]
enum Command {
    /// Starts the server.
    Serve {
        site: PathBuf,
        Nested: u8,
    },
    Verify(VerifyArgs),
    CheckLinks,
    #[command(name = "jsonl")]
    JsonLines,
    #[command(hide = true)]
    Inner,
}

#[derive(Debug)]
enum Other {
    NotACommand,
}
"#;

    #[test]
    fn commands_are_the_variants_of_subcommand_enums() {
        assert_eq!(commands(SOURCE), ["serve", "verify", "check-links", "jsonl"]);
    }

    #[test]
    fn a_command_that_no_manual_names_is_found() {
        let sources = |readme: &str| {
            vec![
                Source { path: "README.md".to_string(), text: readme.to_string() },
                Source { path: "crates/chancery/src/main.rs".to_string(), text: SOURCE.to_string() },
            ]
        };
        let all = "chancery serve\nchancery verify\nchancery check-links\nchancery import jsonl|text";
        assert_eq!(findings(&sources(all)), []);
        let partial = "chancery serve\nverify it\nchancery check-links\nchancery import jsonl";
        assert_eq!(findings(&sources(partial)).len(), 1);
    }
}
