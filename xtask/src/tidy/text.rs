//! Words that must not stand in a file, and files that have grown too long.
//!
//! The words are put together from pieces here, so that this file does not break its own rules.

use super::{Finding, Source};

/// A file beyond this many lines has more than one subject. The style asks to think at 400; the margin
/// is for tables and tests.
const LINES_MAX: usize = 600;

/// The kinds of file that are held to `LINES_MAX`: those that somebody reads as a whole.
const KINDS_WITH_LIMIT: [&str; 7] = ["rs", "mjs", "js", "css", "html", "md", "toml"];

/// Marks of unfinished work, in any file.
const MARKS: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// Unfinished or debugging code, and tests that do not run.
const RUST_BANS: [&str; 5] = [
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("dbg", "!("),
    concat!("#[ign", "ore]"),
    concat!("#[ign", "ore ="),
];

/// Folders of one particular machine; as they stand at the start of a path.
const MACHINE_PATHS: [&str; 3] = [concat!("/wo", "rk/"), concat!("/tmp/tar", "get"), concat!("/ro", "ot/")];

/// Addresses of package registries: which one is used is a setting of the machine that builds.
const REGISTRY_HOSTS: [&str; 4] = [
    concat!("registry.np", "mjs"),
    concat!("index.crates", ".io"),
    concat!("pypi", ".org"),
    concat!("deb.deb", "ian.org"),
];

/// Calls that look at the machine's clock.
const CLOCK_CALLS: [&str; 4] = [
    concat!("Timestamp::no", "w("),
    concat!("SystemTime::no", "w("),
    concat!("Instant::no", "w("),
    concat!("ZonedDateTime::no", "w("),
];

/// Where the machine's clock may be looked at, and why. A path that ends in a slash is a folder.
const CLOCK_PLACES: [(&str, &str); 3] = [
    ("crates/chancery/src/clock.rs", "the one place that turns the machine's clock into an instant"),
    ("benches/", "measures durations"),
    ("xtask/", "measures durations"),
];

/// Checks every text file.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    let own = |source: &&Source| !source.path.starts_with("vendor/");
    let mut findings = Vec::new();
    for source in sources {
        findings.extend(machine_words(source));
    }
    for source in sources.iter().filter(own) {
        findings.extend(marks(source));
        findings.extend(length(source));
        if source.extension() == "rs" {
            findings.extend(rust_words(source));
            findings.extend(opening(source));
        }
    }
    findings
}

fn machine_words(source: &Source) -> Vec<Finding> {
    lines(source, |line| {
        let path = MACHINE_PATHS.iter().find(|path| starts_a_path(line, path));
        if let Some(path) = path {
            return Some(format!("names a folder of one machine ({path})"));
        }
        let host = REGISTRY_HOSTS.iter().find(|host| line.contains(*host))?;
        Some(format!("names a package registry ({host})"))
    })
}

fn marks(source: &Source) -> Vec<Finding> {
    lines(source, |line| {
        let mark = MARKS.iter().find(|mark| has_word(line, mark))?;
        Some(format!("{mark}: finish it, or write an issue"))
    })
}

fn rust_words(source: &Source) -> Vec<Finding> {
    let may_see_clock = CLOCK_PLACES
        .iter()
        .any(|(place, _)| source.path == *place || (place.ends_with('/') && source.path.starts_with(place)));
    lines(source, |line| {
        if line.trim_start().starts_with("//") {
            return None;
        }
        if let Some(ban) = RUST_BANS.iter().find(|ban| line.contains(*ban)) {
            return Some(format!("{ban} does not belong in a finished change"));
        }
        let call = CLOCK_CALLS.iter().find(|call| line.contains(*call))?;
        (!may_see_clock).then(|| format!("{call}) is banned here: take the instant as a parameter"))
    })
}

/// Each crate opens with what it is, what it must never do and where to start reading.
fn opening(source: &Source) -> Vec<Finding> {
    let is_root = source.path.ends_with("/src/lib.rs") || source.path.ends_with("/src/main.rs");
    if !is_root || source.text.starts_with("//!") {
        return Vec::new();
    }
    let says = "a crate opens with //! (what it is, what it must never do, where to start reading)";
    vec![Finding::of(&source.path, says)]
}

fn length(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().count();
    let is_limited = KINDS_WITH_LIMIT.contains(&source.extension());
    // A list of changes only grows; nobody reads it as a whole.
    if !is_limited || lines <= LINES_MAX || source.path == "CHANGELOG.md" {
        return Vec::new();
    }
    let says = format!("has {lines} lines, the limit is {LINES_MAX}: split it by subject");
    vec![Finding::of(&source.path, says)]
}

fn lines(source: &Source, rule: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
    source
        .text
        .lines()
        .enumerate()
        .filter_map(|(index, line)| Some(Finding::at(&source.path, index + 1, rule(line)?)))
        .collect()
}

/// Whether `path` stands in the line as the start of a path, not in the middle of a longer one.
fn starts_a_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '}'))
    })
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !is_part(before) && !is_part(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        findings(&[Source { path: path.to_string(), text: text.to_string() }]).len()
    }

    #[test]
    fn the_clock_may_be_read_only_where_it_is_listed() {
        let call = format!("let t = jiff::{});", CLOCK_CALLS[0]);
        assert_eq!(found("crates/views/src/fold.rs", &call), 1);
        assert_eq!(found("crates/chancery/src/clock.rs", &call), 0);
        assert_eq!(found("benches/src/load.rs", &call), 0);
        let comment = format!("    // {}) is banned", CLOCK_CALLS[1]);
        assert_eq!(found("crates/views/src/fold.rs", &comment), 0);
    }

    #[test]
    fn unfinished_code_is_found() {
        for ban in RUST_BANS {
            assert_eq!(found("crates/site/src/page.rs", ban), 1, "{ban}");
        }
        for mark in MARKS {
            let line = format!("<!-- {mark}: later -->");
            assert_eq!(found("themes/default/templates/page.html", &line), 1);
            assert_eq!(found("vendor/kept/src/page.rs", &line), 0);
        }
        assert_eq!(found("README.md", "para todo el mundo"), 0);
    }

    #[test]
    fn machine_paths_are_found_only_at_the_start_of_a_path() {
        let [first, _, third] = MACHINE_PATHS;
        assert_eq!(found("a.md", &format!("see {first}main")), 1);
        assert_eq!(found("vendor/a/b.rs", &format!("\"{third}.cache\"")), 1);
        assert_eq!(found("a.md", &format!("docs{first}plan")), 0);
        assert_eq!(found("a.md", &format!("https://mission.example{first}")), 0);
    }

    #[test]
    fn registries_are_found_in_any_file() {
        for host in REGISTRY_HOSTS {
            assert_eq!(found("e2e/package-lock.json", host), 1, "{host}");
        }
    }

    #[test]
    fn long_files_are_found_unless_they_are_lists() {
        let text = "line\n".repeat(LINES_MAX + 1);
        assert_eq!(found("crates/site/src/page.rs", &text), 1);
        assert_eq!(found("CHANGELOG.md", &text), 0);
        assert_eq!(found("crates/chancery/demo/messages.jsonl", &text), 0);
    }

    #[test]
    fn a_crate_opens_by_saying_what_it_is() {
        assert_eq!(found("crates/site/src/lib.rs", "mod page;"), 1);
        assert_eq!(found("crates/site/src/lib.rs", "//! Pages.\n"), 0);
        assert_eq!(found("crates/site/src/page.rs", "mod list;"), 0);
    }
}
