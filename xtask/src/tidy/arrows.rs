//! Which crate may depend on which, and what the pure crates must never reach.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use serde::Deserialize;

use super::Finding;

/// The crates that do no I/O, read no clock and are never async.
const PURE: [&str; 3] = ["domain", "document", "journal"];

/// Crates that mean I/O, randomness or an async runtime; a pure crate must not reach them, not even
/// through another dependency. A trailing `*` stands for any ending.
const IMPURE: [&str; 24] = [
    "async-*",
    "smol*",
    "tokio*",
    "futures*",
    "mio",
    "socket2",
    "hyper*",
    "http-body*",
    "reqwest",
    "ureq",
    "rustls*",
    "native-tls",
    "openssl*",
    "rusqlite",
    "libsqlite3-sys",
    "tokio-postgres",
    "sqlx*",
    "tempfile",
    "walkdir",
    "notify",
    "memmap2",
    "rand",
    "getrandom",
    "tracing-subscriber",
];

/// What a pure crate may reach all the same. `zip` draws a salt when it writes encrypted files; `document` only reads, and
/// refuses what is encrypted.
const REACHED_UNUSED: [(&str, &str); 1] = [("document", "getrandom")];

/// The arrows of the map: for each crate, the workspace crates that it may use, and those that only its
/// tests may use in addition. `*` stands for all crates but those after a `-`.
const ARROWS: [(&str, &[&str], &[&str]); 16] = [
    ("domain", &["journal"], &[]),
    ("document", &[], &[]),
    ("journal", &[], &[]),
    ("locale", &["domain"], &[]),
    ("store", &["journal"], &[]),
    ("views", &["domain", "document", "journal"], &[]),
    ("newsroom", &["domain", "document", "journal", "store", "views"], &[]),
    ("search", &["document", "domain", "views"], &["newsroom", "store", "testkit"]),
    ("site", &["domain", "document", "locale", "search", "views"], &[]),
    ("media", &["domain", "journal"], &[]),
    ("desk", &["document", "domain", "journal", "locale", "media", "newsroom", "site", "store", "views"], &["testkit"]),
    ("exchange", &["document", "domain", "newsroom"], &["journal", "store", "views"]),
    ("testkit", &["*", "-chancery", "-xtask", "-benches"], &[]),
    ("chancery", &["*", "-testkit", "-xtask", "-benches"], &["testkit"]),
    ("benches", &["*", "-xtask", "-testkit"], &["testkit"]),
    ("xtask", &[], &[]),
];

/// What one workspace crate depends on.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    /// Workspace crates that the crate itself needs, also while it is being built.
    pub normal: BTreeSet<String>,
    /// Workspace crates that only its tests need.
    pub dev: BTreeSet<String>,
    /// Every crate that is reached from it when its tests are left out, the registry's included.
    pub reaches: BTreeSet<String>,
}

/// The workspace crates and what they use.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// By the crate's name.
    pub crates: BTreeMap<String, Uses>,
}

/// Checks the arrows and the purity of the pure crates.
pub fn findings(graph: &Graph) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, uses) in &graph.crates {
        let Some((_, normal, dev)) = ARROWS.iter().find(|row| row.0 == name) else {
            findings.push(Finding::of(name, "the crate has no row in the table of arrows: add it, with an ADR"));
            continue;
        };
        for used in uses.normal.iter().filter(|used| !allows(normal, used)) {
            findings.push(Finding::of(name, format!("may not depend on {used}: the map has no such arrow")));
        }
        for used in &uses.dev {
            if !allows(normal, used) && !allows(dev, used) {
                findings
                    .push(Finding::of(name, format!("its tests may not depend on {used}: the map has no such arrow")));
            }
        }
        if PURE.contains(&name.as_str()) {
            findings.extend(impurities(name, uses));
        }
    }
    findings
}

fn impurities(name: &str, uses: &Uses) -> Vec<Finding> {
    uses.reaches
        .iter()
        .filter(|reached| IMPURE.iter().any(|pattern| matches(pattern, reached)))
        .filter(|reached| !REACHED_UNUSED.contains(&(name, reached.as_str())))
        .map(|reached| {
            Finding::of(name, format!("is a pure crate and must not reach {reached} (I/O, randomness or async)"))
        })
        .collect()
}

fn allows(list: &[&str], used: &str) -> bool {
    let excluded = list.iter().any(|item| item.strip_prefix('-') == Some(used));
    !excluded && (list.contains(&"*") || list.contains(&used))
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_members: Vec<String>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// Absent for a normal dependency, else `dev` or `build`.
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

impl Graph {
    /// Asks cargo about the workspace in `root`.
    ///
    /// # Errors
    /// Where cargo or rustc cannot be asked, or the answer cannot be read.
    pub fn read(root: &Path) -> anyhow::Result<Graph> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["metadata", "--format-version", "1", "--filter-platform"])
            .arg(host()?)
            .current_dir(root)
            .output()
            .context("cargo cannot be started")?;
        if !output.status.success() {
            bail!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cargo metadata cannot be read")?;
        let mut graph = Graph::from_metadata(&metadata);
        for name in PURE {
            // The whole workspace's features are one set, so another crate's wish for random numbers would be held
            // against a crate that never asked: what a pure crate reaches is asked for by itself.
            if let Some(uses) = graph.crates.get_mut(name) {
                uses.reaches = reached_alone(root, name)?;
            }
        }
        Ok(graph)
    }

    fn from_metadata(metadata: &Metadata) -> Graph {
        let is_member = |package: &&Package| metadata.workspace_members.contains(&package.id);
        let names: BTreeSet<&str> =
            metadata.packages.iter().filter(is_member).map(|package| package.name.as_str()).collect();
        let mut graph = Graph::default();
        for package in metadata.packages.iter().filter(is_member) {
            let mut uses = Uses { reaches: reached_from(metadata, &package.id), ..Uses::default() };
            for dependency in &package.dependencies {
                if !names.contains(dependency.name.as_str()) {
                    continue;
                }
                let set = match dependency.kind.as_deref() {
                    Some("dev") => &mut uses.dev,
                    _ => &mut uses.normal,
                };
                set.insert(dependency.name.clone());
            }
            graph.crates.insert(package.name.clone(), uses);
        }
        graph
    }
}

/// The names of all packages that a crate reaches when nothing else is built.
fn reached_alone(root: &Path, name: &str) -> anyhow::Result<BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--package", name, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"])
        .current_dir(root)
        .output()
        .context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("cargo tree failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

/// The target for which rustc builds here; other platforms' crates would only be downloaded in vain.
fn host() -> anyhow::Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().context("rustc cannot be started")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not name its host")?.to_string())
}

/// The names of all packages that are reached by normal dependencies. Build scripts and macros run on
/// the developer's machine, so what only they need does no harm to purity.
fn reached_from(metadata: &Metadata, start: &str) -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Node> = metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![start];
    while let Some(id) = waiting.pop() {
        let edges = nodes.get(id).map_or(&[][..], |node| &node.deps);
        for edge in edges {
            let is_normal = edge.dep_kinds.iter().any(|kind| kind.kind.is_none());
            if is_normal && seen.insert(edge.pkg.as_str()) {
                waiting.push(&edge.pkg);
            }
        }
    }
    metadata
        .packages
        .iter()
        .filter(|package| seen.contains(package.id.as_str()))
        .map(|package| package.name.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(name: &str, normal: &[&str], dev: &[&str], reaches: &[&str]) -> Graph {
        let set = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        let uses = Uses { normal: set(normal), dev: set(dev), reaches: set(reaches) };
        Graph { crates: BTreeMap::from([(name.to_string(), uses)]) }
    }

    #[test]
    fn arrows_of_the_map_are_allowed() {
        let site = graph("site", &["domain", "document", "locale", "views"], &[], &[]);
        assert_eq!(findings(&site), []);
        let exchange = graph("exchange", &["newsroom"], &["store", "journal"], &[]);
        assert_eq!(findings(&exchange), []);
        let chancery = graph("chancery", &["site", "store"], &["testkit"], &[]);
        assert_eq!(findings(&chancery), []);
    }

    #[test]
    fn other_arrows_are_found() {
        for (name, normal, dev) in [
            ("site", &["newsroom"][..], &[][..]),
            ("site", &[], &["store"]),
            ("domain", &["document"], &[]),
            ("exchange", &["store"], &[]),
            ("chancery", &["testkit"], &[]),
            ("testkit", &["chancery"], &[]),
        ] {
            let found = findings(&graph(name, normal, dev, &[]));
            assert_eq!(found.len(), 1, "{name} {normal:?} {dev:?}");
        }
    }

    #[test]
    fn a_crate_without_a_row_is_found() {
        assert_eq!(findings(&graph("attic", &[], &[], &[])).len(), 1);
    }

    #[test]
    fn a_pure_crate_reaches_no_runtime_even_through_others() {
        let found = findings(&graph("journal", &[], &[], &["serde", "tokio-util", "mio"]));
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(findings(&graph("site", &["views"], &[], &["tokio"])), [], "only pure crates are held to this");
    }

    #[test]
    fn dependencies_of_tests_and_build_scripts_are_not_reached() {
        let metadata: Metadata = serde_json::from_str(
            r#"{"packages":[
                {"id":"a","name":"journal","dependencies":[{"name":"serde","kind":null},{"name":"views","kind":"dev"}]},
                {"id":"v","name":"views","dependencies":[]},
                {"id":"s","name":"serde","dependencies":[]},
                {"id":"d","name":"serde_derive","dependencies":[]},
                {"id":"p","name":"proptest","dependencies":[]}],
              "workspace_members":["a","v"],
              "resolve":{"nodes":[
                {"id":"a","deps":[{"pkg":"s","dep_kinds":[{"kind":null}]},{"pkg":"p","dep_kinds":[{"kind":"dev"}]}]},
                {"id":"s","deps":[{"pkg":"d","dep_kinds":[{"kind":null},{"kind":"build"}]}]}]}}"#,
        )
        .unwrap();
        let journal = &Graph::from_metadata(&metadata).crates["journal"];
        let reached: Vec<_> = journal.reaches.iter().map(String::as_str).collect();
        assert_eq!(reached, ["serde", "serde_derive"]);
        assert!(journal.normal.is_empty());
        assert!(journal.dev.contains("views"));
    }
}
