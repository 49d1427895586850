//! What a reader's first visit costs: the front page's HTML, CSS and script, as compressed as they are served.

use std::collections::BTreeSet;

use crate::cli::How;
use crate::ground::Ground;
use crate::program::{Server, free_port};
use crate::reader::Reader;
use crate::table::Row;

/// Most bytes together.
const BYTES_MAX: usize = 14_000;
/// Languages asked for; those that a site does not have are left out.
const LANGUAGES: [&str; 6] = ["en", "ru", "ar", "zh", "fr", "es"];

/// Weighs the front pages of the demo's site and of the site measured, in each of their languages.
///
/// # Errors
/// When a site is not served.
pub fn rows(ground: &Ground, _how: &How) -> anyhow::Result<Vec<Row>> {
    let mut demo = ground.program();
    let address = free_port()?;
    demo.arg("demo").arg("--listen").arg(address.to_string());
    let demo = Server::start(&mut demo, address, "/en/")?;
    let mut fronts = fronts("demo", &mut Reader::connect(demo.address)?)?;
    drop(demo);
    let mut serve = ground.program();
    let address = free_port()?;
    serve.arg("serve").arg("--site").arg(ground.site()?).arg("--listen").arg(address.to_string());
    let served = Server::start(&mut serve, address, "/en/")?;
    fronts.extend(self::fronts("corpus", &mut Reader::connect(served.address)?)?);

    let heaviest = fronts.iter().max_by_key(|front| front.sum());
    let holds = heaviest.is_some_and(|front| front.sum() < BYTES_MAX);
    let measured = heaviest.map_or_else(|| "no front page".to_owned(), Front::said);
    let all: Vec<String> =
        fronts.iter().map(|front| format!("{} {} {}", front.site, front.lang, front.sum())).collect();
    Ok(vec![
        Row::judged(
            "front page: HTML, CSS and script, compressed (gzip), the heaviest",
            "under 14 kB",
            measured,
            holds,
        ),
        Row::told("all front pages, bytes", all.join(", ")),
    ])
}

/// A front page's bytes in gzip.
#[derive(Debug)]
struct Front {
    site: &'static str,
    lang: &'static str,
    html: usize,
    css: usize,
    script: usize,
}

impl Front {
    fn sum(&self) -> usize {
        self.html + self.css + self.script
    }

    fn said(&self) -> String {
        let Self { site, lang, html, css, script } = self;
        format!("{} bytes: HTML {html}, CSS {css}, script {script} ({site}, {lang})", self.sum())
    }
}

fn fronts(site: &'static str, reader: &mut Reader) -> anyhow::Result<Vec<Front>> {
    let mut fronts = vec![];
    for lang in LANGUAGES {
        let page = reader.get(&format!("/{lang}/"), true)?;
        if page.status != 200 {
            continue;
        }
        let mut front = Front { site, lang, html: page.body.len(), css: 0, script: 0 };
        for asset in assets(&page.text()?) {
            let bytes = reader.page(&asset)?.body.len();
            if asset.ends_with(".css") {
                front.css += bytes;
            } else {
                front.script += bytes;
            }
        }
        fronts.push(front);
    }
    Ok(fronts)
}

/// The addresses of styles and scripts that a page names, each once.
fn assets(html: &str) -> BTreeSet<String> {
    let is_code = |address: &str| [".css", ".js", ".mjs"].iter().any(|end| address.ends_with(end));
    html.split(['"', '\'']).filter(|part| part.starts_with("/assets/") && is_code(part)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_scripts_count_once_and_pictures_not() {
        let html = r#"<link rel="stylesheet" href="/assets/1a/site.css"><link rel="preload" href="/assets/1a/site.css">
            <script src="/assets/2b/clocks.js" defer></script><img src="/assets/3c/crest.svg">"#;
        assert_eq!(assets(html), BTreeSet::from(["/assets/1a/site.css".to_owned(), "/assets/2b/clocks.js".to_owned()]));
    }
}
