//! Our own index, over a site that took the corpus in by the real way: import, views, index.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, bail};
use domain::{AsOf, Lang};
use jiff::Timestamp;
use search::{Ask, Filter, LangChoice, Search};
use views::Views;

use super::engine::{Built, Engine, PAGE, Question, Timed};
use crate::ground::Ground;
use crate::program::run;

/// The folder of the index in a site's directory.
fn index_of(site: &Path) -> PathBuf {
    site.join("derived").join("search")
}

/// A site with a corpus: the one that is there if its import came to its end, else a new one.
///
/// # Errors
/// When the import does not take everything in.
pub fn site(ground: &Ground, name: &str, languages: &str, corpus: &Path) -> anyhow::Result<PathBuf> {
    let site = ground.folder.join(name);
    let mark = site.with_extension("imported");
    if mark.is_file() {
        return Ok(site);
    }
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("{} cannot be removed", site.display()))?;
    }
    let mut init = ground.program();
    init.arg("init").arg(&site).args([
        "--name",
        "Mission of Aurelia",
        "--zone",
        "Europe/London",
        "--languages",
        languages,
    ]);
    run(&mut init, &ground.said("search-init"))?;
    let mut import = ground.program();
    import.arg("import").arg("jsonl").arg(corpus).arg("--site").arg(&site);
    let ran = run(&mut import, &ground.said("search-import"))?;
    eprintln!("  imported in {:.1} s: {}", ran.took.as_secs_f64(), ran.last_words);
    fs::write(mark, "whole\n")?;
    Ok(site)
}

/// Builds the index of a site in this process: what `bench index` does, so that another process can measure it. Says after how
/// many seconds every message could be found; the segments are merged after that.
///
/// # Errors
/// When views or index fail.
pub fn build(site: &Path) -> anyhow::Result<()> {
    let index = index_of(site);
    if index.exists() {
        fs::remove_dir_all(&index)?;
    }
    let start = Instant::now();
    let ours = Ours::open(site)?;
    while ours.search.catch_up(Timestamp::now())? {}
    println!("{:.3}", start.elapsed().as_secs_f64());
    ours.search.finish_merging()?;
    Ok(())
}

/// A site's index.
pub struct Ours {
    /// The index.
    pub search: Search,
    views: Arc<Views>,
    as_of: AsOf,
    built: Built,
}

impl Ours {
    /// Opens the index of a site as it is.
    ///
    /// # Errors
    /// When views or index cannot be read.
    pub fn open(site: &Path) -> anyhow::Result<Self> {
        let views = Arc::new(Views::open(&site.join("derived").join("views.db"))?);
        Self::over(site, views)
    }

    /// Opens the index of a site over views that are open already.
    ///
    /// # Errors
    /// When views or index cannot be read.
    pub fn over(site: &Path, views: Arc<Views>) -> anyhow::Result<Self> {
        let id = views.sites()?.into_iter().next().context("there is no site")?;
        let search = Search::open(&index_of(site), Arc::clone(&views), id.clone())?;
        let as_of = AsOf { site: id, instant: Timestamp::now() };
        Ok(Self { search, views, as_of, built: Built::default() })
    }

    /// Has another process build the index, measures it, and opens what it made.
    ///
    /// # Errors
    /// When that process fails.
    pub fn built_by_another(ground: &Ground, site: &Path) -> anyhow::Result<Self> {
        let mut index = std::process::Command::new(std::env::current_exe()?);
        index.arg("index").arg(site);
        let ran = run(&mut index, &ground.said("search-index"))?;
        let mut ours = Self::open(site)?;
        ours.built = Built {
            seconds: ran.last_words.trim().parse().context("it did not say after how many seconds all was found")?,
            whole_seconds: ran.took.as_secs_f64(),
            bytes: bytes(&index_of(site))?,
            memory_bytes: ran.own_memory_peak_bytes,
        };
        Ok(ours)
    }

    /// The instant as of which is asked, which is now from here on.
    pub fn look_at_now(&mut self) {
        self.as_of.instant = Timestamp::now();
    }

    /// Checks a quote; gives how long that took in milliseconds.
    ///
    /// # Errors
    /// When the index fails.
    pub fn check(&self, quote: &str) -> anyhow::Result<f64> {
        let lang: Lang = "en".parse()?;
        let start = Instant::now();
        self.search.check_quote(&self.as_of, &lang, quote)?;
        Ok(start.elapsed().as_secs_f64() * 1_000.0)
    }

    /// How many results a question has.
    ///
    /// # Errors
    /// When the index fails.
    pub fn total(&self, typed: &str) -> anyhow::Result<u64> {
        let question = Question { typed: typed.to_owned(), lang: None };
        Ok(self.search.find(&self.as_of, &page(&question)?, &ask(&question)?)?.total)
    }

    fn answer(&self, question: &Question) -> anyhow::Result<Timed> {
        let start = Instant::now();
        let answer = self.search.find(&self.as_of, &page(question)?, &ask(question)?)?;
        let took = start.elapsed();
        let mut ids = vec![];
        for hit in &answer.hits {
            let edition = self.views.edition(&self.as_of, &hit.lang, &hit.message)?;
            let Some(edition) = edition else { bail!("a result is not in the views: {}", hit.path) };
            // What was written here and not imported has no source's id, and answers no question.
            ids.push(edition.sheet.provenance.map_or_else(String::new, |provenance| provenance.id));
        }
        Ok(Timed { took, total: answer.total, ids })
    }
}

/// The language of the page on which is asked.
fn page(question: &Question) -> anyhow::Result<Lang> {
    Ok(question.lang.as_deref().unwrap_or("en").parse()?)
}

fn ask(question: &Question) -> anyhow::Result<Ask> {
    let lang = match &question.lang {
        None => LangChoice::All,
        Some(lang) => LangChoice::One(lang.parse()?),
    };
    let filter = Filter { lang, ..Filter::default() };
    Ok(Ask { text: question.typed.clone(), filter, limit: PAGE, ..Ask::default() })
}

fn bytes(folder: &Path) -> anyhow::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        sum += if about.is_dir() { bytes(&entry.path())? } else { about.len() };
    }
    Ok(sum)
}

impl Engine for Ours {
    fn name(&self) -> &'static str {
        "ours"
    }

    fn built(&self) -> Built {
        self.built
    }

    fn answers(&mut self, questions: &[Question]) -> anyhow::Result<Vec<Timed>> {
        for question in questions {
            self.answer(question)?;
        }
        questions.iter().map(|question| self.answer(question)).collect()
    }
}
