//! Map, decisions, changes and templates: what is written about the project must be there, and what is
//! there must be written about.

use std::collections::BTreeSet;

use super::{Finding, Source};

/// The map is read in one sitting.
const MAP_LINES_MAX: usize = 250;
const MAP: &str = "ARCHITECTURE.md";
const CHANGES: &str = "CHANGELOG.md";
const TEMPLATES: &str = "themes/default/templates/";

/// Checks the map, the list of changes, the decisions and the templates.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    let mut findings = architecture(sources);
    findings.extend(changes(sources));
    findings.extend(decisions(sources));
    findings.extend(templates(sources));
    findings
}

fn architecture(sources: &[Source]) -> Vec<Finding> {
    let Some(map) = find(sources, MAP) else {
        return vec![Finding::of(MAP, "is missing")];
    };
    let mut findings = Vec::new();
    let lines = map.lines().count();
    if lines > MAP_LINES_MAX {
        let says = format!("has {lines} lines, the limit is {MAP_LINES_MAX}");
        findings.push(Finding::of(MAP, says));
    }
    let folders: BTreeSet<&str> = sources.iter().filter_map(|source| crate_named_at(&source.path, 0)).collect();
    let named: BTreeSet<&str> = map.match_indices("crates/").filter_map(|(at, _)| crate_named_at(map, at)).collect();
    for folder in &folders {
        if !named.contains(folder) && !map.contains(&format!("`{folder}`")) {
            findings.push(Finding::of(MAP, format!("does not name crates/{folder}")));
        }
    }
    for name in named.difference(&folders) {
        let says = format!("names crates/{name}, which does not exist");
        findings.push(Finding::of(MAP, says));
    }
    findings
}

/// The crate in `crates/NAME…` at this place of the text; a placeholder in capitals is none.
fn crate_named_at(text: &str, at: usize) -> Option<&str> {
    let rest = text[at..].strip_prefix("crates/")?;
    let end = rest
        .find(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '_' && c != '-')
        .unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

fn changes(sources: &[Source]) -> Vec<Finding> {
    let Some(changes) = find(sources, CHANGES) else {
        return vec![Finding::of(CHANGES, "is missing")];
    };
    let has_unreleased = changes.lines().any(|line| line.starts_with('#') && line.contains("Unreleased"));
    if has_unreleased {
        return Vec::new();
    }
    vec![Finding::of(CHANGES, "has no section Unreleased")]
}

/// Decisions are numbered 0001, 0002, …, each number once, with none left out.
fn decisions(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut numbers = BTreeSet::new();
    for source in sources {
        let Some(name) = source.path.strip_prefix("docs/adr/") else {
            continue;
        };
        let number = name
            .split_once('-')
            .filter(|(digits, rest)| digits.len() == 4 && rest.ends_with(".md"))
            .and_then(|(digits, _)| digits.parse::<usize>().ok());
        match number {
            None => findings.push(Finding::of(&source.path, "a decision's file is named 0001-subject.md")),
            Some(number) if !numbers.insert(number) => {
                findings.push(Finding::of(&source.path, "its number is already that of another decision"))
            }
            Some(_) => {}
        }
    }
    let gap = (1..=numbers.len()).find(|number| !numbers.contains(number));
    if let Some(gap) = gap {
        findings.push(Finding::of("docs/adr", format!("number {gap:04} is left out")));
    }
    findings
}

/// A template that neither the site nor another template asks for is dead, or its page is not wired.
fn templates(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for template in sources {
        let Some(name) = template.path.strip_prefix(TEMPLATES) else {
            continue;
        };
        let is_used = sources.iter().any(|source| {
            let may_ask = source.path.starts_with("crates/site/src/")
                || source.path.starts_with(TEMPLATES) && source.path != template.path;
            may_ask && source.text.contains(&format!("\"{name}\""))
        });
        if !is_used {
            let says = "neither crates/site/src nor another template asks for it";
            findings.push(Finding::of(&template.path, says));
        }
    }
    findings
}

fn find<'a>(sources: &'a [Source], path: &str) -> Option<&'a str> {
    sources.iter().find(|source| source.path == path).map(|source| source.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Vec<Source> {
        files.iter().map(|(path, text)| Source { path: path.to_string(), text: text.to_string() }).collect()
    }

    #[test]
    fn the_map_names_every_crate_and_no_other() {
        let good = sources(&[
            (MAP, "`store` keeps, crates/site shows, crates/NAME is any"),
            ("crates/store/src/lib.rs", ""),
            ("crates/site/src/lib.rs", ""),
        ]);
        assert_eq!(architecture(&good), []);
        let bad = sources(&[(MAP, "crates/attic keeps everything"), ("crates/store/src/lib.rs", "")]);
        assert_eq!(architecture(&bad).len(), 2);
        assert_eq!(architecture(&[]).len(), 1);
    }

    #[test]
    fn the_map_stays_short() {
        let long = "line\n".repeat(MAP_LINES_MAX + 1);
        assert_eq!(architecture(&sources(&[(MAP, &long)])).len(), 1);
    }

    #[test]
    fn the_list_of_changes_has_an_unreleased_section() {
        assert_eq!(changes(&sources(&[(CHANGES, "# Changes\n\n## Unreleased\n")])), []);
        assert_eq!(changes(&sources(&[(CHANGES, "# Changes\n\n## 0.1.0\n")])).len(), 1);
    }

    #[test]
    fn decisions_are_numbered_once_each_without_gaps() {
        let good = sources(&[("docs/adr/0001-one-journal.md", ""), ("docs/adr/0002-views-in-files.md", "")]);
        assert_eq!(decisions(&good), []);
        for bad in [
            &[("docs/adr/journal.md", "")][..],
            &[("docs/adr/0002-views.md", "")],
            &[("docs/adr/0001-a.md", ""), ("docs/adr/0001-b.md", "")],
        ] {
            assert_eq!(decisions(&sources(bad)).len(), 1, "{bad:?}");
        }
    }

    #[test]
    fn a_template_is_asked_for_by_the_site_or_by_another_template() {
        let files = sources(&[
            ("themes/default/templates/base.html", ""),
            ("themes/default/templates/front.html", r#"{% extends "base.html" %}"#),
            ("themes/default/templates/attic.html", r#"{% include "attic.html" %}"#),
            ("crates/site/src/front.rs", r#"render("front.html")"#),
        ]);
        let found = templates(&files);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].place.ends_with("attic.html"));
    }
}
