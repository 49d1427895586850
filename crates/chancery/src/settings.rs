//! The operator's settings: `site.toml` in the site's directory. Unknown keys are errors, so that a misspelt setting
//! is never silently without effect.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde::Deserialize;

/// The file's name in a site's directory.
pub const FILE: &str = "site.toml";
/// The home's file when nothing else is set.
pub const HOME: &str = "chancery.db";
/// Largest file that is read; a settings file has a few dozen lines.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// The settings of a site directory, each with its default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Address and port to listen on. Port 0 takes any free one.
    pub listen: SocketAddr,
    /// Host names that are answered; every name when the list is empty.
    pub hosts: Vec<String>,
    /// The address at which readers reach the site, when a proxy stands in front of it.
    pub public_url: Option<String>,
    /// Address and port of the desk alone. Without it the desk is served at `/desk/` beside the public rooms.
    pub desk_listen: Option<SocketAddr>,
    /// The address at which editors reach the desk, when it is not that of the public site.
    pub desk_url: Option<String>,
    /// Address and port for the operator's machines: `/metrics`, `/healthz`, `/readyz`. Not served without it.
    pub operator_listen: Option<SocketAddr>,
    /// The database with the record: a file in the site's directory.
    pub home: String,
    /// Folder in the site's directory in which media files are kept, named by their digest.
    pub shelf: PathBuf,
    /// Folder in the site's directory whose templates, styles and strings replace the built-in ones.
    pub theme: PathBuf,
    /// What one server allows its readers.
    pub limits: Limits,
}

/// What one server allows its readers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Connections open at the same time; more wait.
    pub connections: usize,
    /// Seconds in which a reader's program must have sent its request's head.
    pub header_seconds: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            hosts: vec![],
            public_url: None,
            desk_listen: None,
            desk_url: None,
            operator_listen: None,
            shelf: PathBuf::from("shelf"),
            home: HOME.to_owned(),
            theme: PathBuf::from("theme"),
            limits: Limits::default(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        // The public server gives its reasons for these numbers where it keeps its limits.
        Self { connections: 8_192, header_seconds: 15 }
    }
}

/// A setting as shown to the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its key in the file, with the table in front.
    pub key: &'static str,
    /// Its value as the file would say it.
    pub value: String,
    /// What it does.
    pub about: &'static str,
}

impl Settings {
    /// Reads the settings of a site directory.
    ///
    /// # Errors
    /// A sentence with file, line and what to do.
    pub fn read(site: &Path) -> anyhow::Result<Self> {
        Self::parse(&text_of(site)?, &site.join(FILE))
    }

    fn parse(text: &str, file: &Path) -> anyhow::Result<Self> {
        let settings: Self = match toml::from_str(text) {
            Ok(settings) => settings,
            Err(error) => {
                let line = error.span().map_or(1, |span| line_of(text, span.start));
                let what = error.message().trim().replace('\n', ", ");
                bail!(
                    "{}, line {line}: {what}; correct this line (`chancery settings` explains every setting)",
                    file.display()
                );
            }
        };
        settings.check().with_context(|| file.display().to_string())?;
        Ok(settings)
    }

    fn check(&self) -> anyhow::Result<()> {
        if self.home.contains("://") {
            bail!(
                "home is “{}”, but this build keeps the record in SQLite only; set home = \"{HOME}\" or remove the line",
                self.home
            );
        }
        if self.home.is_empty() {
            bail!("home is empty; name a file such as {HOME} or remove the line");
        }
        for (key, url) in [("public_url", &self.public_url), ("desk_url", &self.desk_url)] {
            if let Some(url) = url
                && !(url.starts_with("https://") || url.starts_with("http://"))
            {
                bail!("{key} is “{url}”; it must begin with https:// or http://");
            }
        }
        if self.limits.connections == 0 || self.limits.header_seconds == 0 {
            bail!("a limit of 0 would answer nobody; give limits.connections and limits.header_seconds at least 1");
        }
        Ok(())
    }

    /// Every setting in the file's order.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        let text = |text: &str| toml::Value::from(text).to_string();
        let show = |key, value, about| Shown { key, value, about };
        vec![
            show("listen", text(&self.listen.to_string()), "address and port to listen on; port 0 takes any free one"),
            show(
                "hosts",
                toml::Value::from(self.hosts.clone()).to_string(),
                "host names that are answered; every name when empty",
            ),
            show(
                "public_url",
                self.public_url.as_deref().map_or_else(|| "not set".to_owned(), text),
                "the address readers use, when a proxy stands in front: \"https://press.mission.example\"",
            ),
            show(
                "desk_listen",
                self.desk_listen.map_or_else(|| "not set".to_owned(), |address| text(&address.to_string())),
                "address and port for the desk alone, so that the public server has no desk; without it the desk is at /desk/",
            ),
            show(
                "desk_url",
                self.desk_url.as_deref().map_or_else(|| "not set".to_owned(), text),
                "the address editors use, when it is another than public_url: \"https://desk.mission.example\"",
            ),
            show(
                "operator_listen",
                self.operator_listen.map_or_else(|| "not set".to_owned(), |address| text(&address.to_string())),
                "address and port for the operator's machines: /metrics, /healthz, /readyz",
            ),
            show("shelf", text(&self.shelf.to_string_lossy()), "folder with the media files, in the site's directory"),
            show("home", text(&self.home), "the database file with the record, in the site's directory"),
            show(
                "theme",
                text(&self.theme.to_string_lossy()),
                "folder whose templates, styles and strings replace the built-in ones",
            ),
            show(
                "limits.connections",
                self.limits.connections.to_string(),
                "connections open at the same time; more wait",
            ),
            show(
                "limits.header_seconds",
                self.limits.header_seconds.to_string(),
                "seconds in which a request's head must have arrived",
            ),
        ]
    }
}

/// The keys that a site's file sets itself.
///
/// # Errors
/// When the file cannot be read.
pub fn keys_set(site: &Path) -> anyhow::Result<Vec<String>> {
    let table: toml::Table = toml::from_str(&text_of(site)?).unwrap_or_default();
    let keys = table.iter().flat_map(|(key, value)| match value {
        toml::Value::Table(inner) => inner.keys().map(|own| format!("{key}.{own}")).collect(),
        _ => vec![key.clone()],
    });
    Ok(keys.collect())
}

/// The file that `chancery init` writes: every setting with its default, commented out.
#[must_use]
pub fn template() -> String {
    let mut text = String::from(
        "# Settings of this site. Every line is optional; `chancery settings` explains each and shows what holds.\n",
    );
    let mut table = "";
    for Shown { key, value, about } in Settings::default().shown() {
        let (own, key) = key.split_once('.').unwrap_or(("", key));
        if own != table {
            table = own;
            text.push_str(&format!("\n[{table}]\n"));
        }
        let example = match key {
            "desk_listen" => "\"127.0.0.1:8081\"",
            "operator_listen" => "\"127.0.0.1:9090\"",
            "desk_url" => "\"https://desk.mission.example\"",
            _ => "\"https://press.mission.example\"",
        };
        let value = if value == "not set" { example } else { &value };
        text.push_str(&format!("\n# {about}\n# {key} = {value}\n"));
    }
    text
}

fn text_of(site: &Path) -> anyhow::Result<String> {
    let file = site.join(FILE);
    let size = match std::fs::metadata(&file) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            bail!("{} is not a site: it has no {FILE}; `chancery init {} …` makes one", site.display(), site.display())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            bail!("{} is a file, not a site's directory; name the directory", site.display())
        }
        Err(error) => bail!("{} cannot be read ({error}); check its owner and rights", file.display()),
    };
    if size > FILE_BYTES_MAX {
        bail!("{} is larger than a settings file can be; is it the right file?", file.display());
    }
    std::fs::read_to_string(&file)
        .with_context(|| format!("{} cannot be read; it must be a text file in UTF-8", file.display()))
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        format!("{:#}", Settings::parse(text, Path::new("site.toml")).unwrap_err())
    }

    #[test]
    fn an_empty_file_means_the_defaults() {
        assert_eq!(Settings::parse("", Path::new(FILE)).unwrap(), Settings::default());
        assert_eq!(Settings::parse(&template(), Path::new(FILE)).unwrap(), Settings::default());
    }

    #[test]
    fn every_line_of_the_template_holds_when_its_mark_is_taken_away() {
        let bare: String = template()
            .lines()
            .filter(|line| line.contains(" = ") || line.starts_with('['))
            .fold(String::new(), |text, line| text + line.trim_start_matches("# ") + "\n");
        let settings = Settings::parse(&bare, Path::new(FILE)).unwrap();
        assert_eq!(settings.limits, Limits::default());
        assert_eq!(settings.public_url.as_deref(), Some("https://press.mission.example"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let unknown = refusal("hosts = []\n\nlisten_on = \"127.0.0.1:80\"\n");
        assert!(unknown.starts_with("site.toml, line 3: unknown field `listen_on`"), "{unknown}");
        let address = refusal("listen = \"localhost\"\n");
        assert!(address.starts_with("site.toml, line 1: ") && address.contains("address"), "{address}");
        let syntax = refusal("hosts = []\nlisten = \n");
        assert!(syntax.starts_with("site.toml, line 2: "), "{syntax}");
        let inner = refusal("[limits]\nconnections = -1\n");
        assert!(inner.starts_with("site.toml, line 2: "), "{inner}");
        for text in [unknown, address, syntax, inner] {
            assert!(!text.contains('\n'), "{text}");
        }
    }

    #[test]
    fn a_database_that_this_build_does_not_know_is_refused_clearly() {
        let text = refusal("home = \"postgres://press@db.example/press\"");
        assert!(text.contains("SQLite only"), "{text}");
    }
}
