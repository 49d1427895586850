//! Themes: templates, style sheet, script and strings; embedded, each file open to override by the site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use locale::{Arg, Locales};
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use rust_embed::RustEmbed;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::words::Words;

/// Steps a template may take: some hundred times what the largest archive takes, so that only a loop without end is
/// stopped.
const FUEL: u64 = 20_000_000;
/// Digits of a file's digest in its address: 64 bits, so that no two files of a theme meet.
const DIGEST_DIGITS: usize = 16;

#[derive(RustEmbed)]
#[folder = "../../themes/default/"]
struct Embedded;

/// Why a theme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// A file cannot be read.
    #[error("{path}: {why}; correct the file's rights or remove it to use the built-in one")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
    /// A template has a mistake.
    #[error("template {name}: {why}; correct it or remove it to use the built-in one")]
    Template {
        /// The template.
        name: String,
        /// What is wrong and where.
        why: minijinja::Error,
    },
    /// A file of strings has a mistake.
    #[error("theme/strings: {0}; correct it or remove it to use the built-in one")]
    Strings(#[from] locale::LocaleError),
    /// A file does not belong there.
    #[error("{0} is no part of a theme: templates/*.html, assets/* and strings/*.ftl are")]
    Stray(PathBuf),
}

/// A file of the theme that browsers fetch.
pub(crate) struct Asset {
    pub(crate) digest: String,
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Bytes,
}

/// Templates, files and strings, ready for use.
pub struct Theme {
    env: Environment<'static>,
    assets: Arc<BTreeMap<String, Asset>>,
    pub(crate) locales: Arc<Locales>,
}

impl Theme {
    /// The built-in theme with the files of `overrides` in the place of its own; strings are overridden one by one.
    ///
    /// # Errors
    /// The first file that cannot be read or has a mistake.
    pub fn load(overrides: Option<&Path>) -> Result<Self, ThemeError> {
        Self::with(overrides, false)
    }

    /// The same, with a missing string or an unknown name in a template an error that shows: for tests.
    ///
    /// # Errors
    /// As [`Theme::load`].
    pub fn strict(overrides: Option<&Path>) -> Result<Self, ThemeError> {
        Self::with(overrides, true)
    }

    fn with(overrides: Option<&Path>, strict: bool) -> Result<Self, ThemeError> {
        let mut files = embedded();
        let mut strings: Vec<(String, String)> = Vec::new();
        for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("strings/")) {
            strings.push(language_file(name, bytes));
        }
        if let Some(folder) = overrides.filter(|folder| folder.is_dir()) {
            for (name, bytes) in files_below(folder)? {
                if name.starts_with("strings/") {
                    strings.push(language_file(&name, &bytes));
                } else {
                    files.insert(name, bytes);
                }
            }
        }
        let env = environment(&files, strict)?;
        let assets = files.iter().filter_map(|(name, bytes)| asset(name, bytes)).collect();
        Ok(Self { env, assets: Arc::new(assets), locales: Arc::new(Locales::new(strings)?.strict(strict)) })
    }

    /// A file by the digest and name in its address.
    pub(crate) fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.get(name)
    }

    /// Address of a file, with its digest, so that it may be kept for ever.
    pub(crate) fn asset_href(&self, name: &str) -> String {
        asset_href(&self.assets, name)
    }

    /// The names of all templates.
    #[must_use]
    pub fn templates(&self) -> Vec<String> {
        let mut names: Vec<String> = self.env.templates().map(|(name, _)| name.to_owned()).collect();
        names.sort_unstable();
        names
    }

    /// Renders a template with a view model; `t` and `asset` are added to it.
    pub(crate) fn render(
        &self,
        template: &str,
        words: &Words,
        model: &impl Serialize,
    ) -> Result<String, minijinja::Error> {
        let say = {
            let words = words.clone();
            move |key: String, named: Kwargs| -> Result<String, minijinja::Error> {
                let names: Vec<String> = named.args().map(str::to_owned).collect();
                let mut args: Vec<(&str, Arg)> = Vec::with_capacity(names.len());
                for name in &names {
                    let value: Value = named.get(name)?;
                    let number = if value.is_number() { i64::try_from(value.clone()).ok() } else { None };
                    args.push((name, number.map_or_else(|| Arg::Str(value.to_string()), Arg::Num)));
                }
                Ok(words.say(&key, &args))
            }
        };
        let assets = Arc::clone(&self.assets);
        let asset = move |name: String| asset_href(&assets, &name);
        let model = Value::from(Serde(model));
        let all = context! { t => Value::from_function(say), asset => Value::from_function(asset), ..model };
        self.env.get_template(template)?.render(all)
    }
}

fn asset_href(assets: &BTreeMap<String, Asset>, name: &str) -> String {
    let digest = assets.get(name).map_or("none", |asset| asset.digest.as_str());
    format!("/assets/{digest}/{name}")
}

fn embedded() -> BTreeMap<String, Vec<u8>> {
    Embedded::iter()
        .filter_map(|name| Embedded::get(&name).map(|file| (name.into_owned(), file.data.into_owned())))
        .collect()
}

fn language_file(name: &str, bytes: &[u8]) -> (String, String) {
    let lang = name.trim_start_matches("strings/").trim_end_matches(".ftl");
    (lang.to_owned(), String::from_utf8_lossy(bytes).into_owned())
}

/// The files of a folder's three parts, by name below it.
fn files_below(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, ThemeError> {
    let mut files = BTreeMap::new();
    for (part, ending) in [("templates", ".html"), ("assets", ""), ("strings", ".ftl")] {
        let below = folder.join(part);
        if !below.is_dir() {
            continue;
        }
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |why| ThemeError::Unreadable { path, why }
        };
        for entry in std::fs::read_dir(&below).map_err(unreadable(&below))? {
            let path = entry.map_err(unreadable(&below))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            if name.starts_with('.') {
                continue;
            }
            if !path.is_file() || !name.ends_with(ending) {
                return Err(ThemeError::Stray(path));
            }
            let bytes = std::fs::read(&path).map_err(unreadable(&path))?;
            files.insert(format!("{part}/{name}"), bytes);
        }
    }
    Ok(files)
}

fn environment(files: &BTreeMap<String, Vec<u8>>, strict: bool) -> Result<Environment<'static>, ThemeError> {
    let mut env = Environment::new();
    env.set_undefined_behavior(if strict { UndefinedBehavior::Strict } else { UndefinedBehavior::SemiStrict });
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.set_fuel(Some(FUEL));
    env.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() => write_escaped(out, text).map_err(minijinja::Error::from),
        _ => minijinja::escape_formatter(out, state, value),
    });
    for (name, bytes) in files {
        if let Some(name) = name.strip_prefix("templates/") {
            let source = String::from_utf8_lossy(bytes).into_owned();
            env.add_template_owned(name.to_owned(), source)
                .map_err(|why| ThemeError::Template { name: name.to_owned(), why })?;
        }
    }
    Ok(env)
}

/// Writes a text so that it is text in elements and in quoted attributes alike. Slashes, which the template engine's
/// own way escapes too, mean nothing there, and pages are full of them.
fn write_escaped(out: &mut impl std::fmt::Write, text: &str) -> std::fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

fn asset(name: &str, bytes: &[u8]) -> Option<(String, Asset)> {
    let name = name.strip_prefix("assets/")?;
    let content_type = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let digest: String =
        Sha256::digest(bytes).iter().take(DIGEST_DIGITS / 2).map(|byte| format!("{byte:02x}")).collect();
    Some((name.to_owned(), Asset { digest, content_type, bytes: Bytes::copy_from_slice(bytes) }))
}
