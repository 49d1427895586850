//! The golden queries: real questions over the shared collection, judged by reading (`benches/golden/README.md`).

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Deserialize;

use super::engine::{Engine, Question, Timed};
use super::fts5::Fts5;
use super::ours::{self, Ours};
use super::postgres::Postgres;
use crate::cli::How;
use crate::ground::Ground;
use crate::table::Row;

/// The questions, below the workspace.
const QUERIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/queries.jsonl");
/// The collection they are put to, beside the workspace.
const COLLECTION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/statements.jsonl.gz");
/// The languages of the collection.
const LANGUAGES: &str = "en,zh-Hant,ca,es,fr,ru,ar,zh-Hans";
/// What is asked of ours.
const FLOOR: &str = "no less than FTS5 and PostgreSQL";

/// A question with its answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    id: String,
    lang: String,
    query: String,
    answers: Vec<String>,
    kind: Kind,
    #[serde(rename = "note")]
    _note: String,
}

/// What a question is hard for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Topic,
    Phrase,
    Name,
    Place,
    Date,
    Boolean,
    Typo,
    Morphology,
    CrossScript,
}

/// How well a list of results answers a question.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Score {
    /// One divided by the place of the first answer; 0 where there is none on the first page.
    reciprocal_rank: f64,
    /// Share of the answers on the first page.
    recall: f64,
}

/// Where the collection would be.
#[must_use]
pub fn collection() -> PathBuf {
    PathBuf::from(COLLECTION)
}

/// Puts the golden queries to all engines.
///
/// # Errors
/// When the questions cannot be read, or ours fails.
pub fn rows(ground: &Ground, _how: &How) -> anyhow::Result<Vec<Row>> {
    let golden = read(&fs::read_to_string(QUERIES).context("the golden queries cannot be read")?)?;
    let collection = collection();
    if !collection.is_file() {
        let why = format!("{} is not there", collection.display());
        return Ok(vec![Row::skipped("golden queries", FLOOR, why)]);
    }
    let questions: Vec<Question> =
        golden.iter().map(|golden| Question { typed: golden.query.clone(), lang: Some(golden.lang.clone()) }).collect();
    let site = ours::site(ground, "golden-site", LANGUAGES, &collection)?;
    let mut ours = Ours::built_by_another(ground, &site)?;
    let own = ours.answers(&questions)?;
    let mut rivals = vec![];
    for engine in rivals_over(&collection, &ground.folder) {
        let mut engine = engine?;
        rivals.push((engine.name(), engine.answers(&questions)?));
    }
    tell_failures(&golden, &own);
    Ok(table(&golden, &own, &rivals))
}

/// The other engines, each with the collection taken in; PostgreSQL where it is installed.
fn rivals_over(collection: &Path, folder: &Path) -> Vec<anyhow::Result<Box<dyn Engine>>> {
    let fts5 =
        Fts5::build(collection, &folder.join("golden-fts5.db")).map(|engine| Box::new(engine) as Box<dyn Engine>);
    let mut rivals = vec![fts5];
    if Postgres::is_there() {
        rivals.push(
            Postgres::build(collection, &folder.join("golden-pg")).map(|engine| Box::new(engine) as Box<dyn Engine>),
        );
    }
    rivals
}

fn read(lines: &str) -> anyhow::Result<Vec<Golden>> {
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).with_context(|| format!("no golden query: {line}"))).collect()
}

fn score(golden: &Golden, answer: &Timed) -> Score {
    let wanted: HashSet<&str> = golden.answers.iter().map(String::as_str).collect();
    let place = answer.ids.iter().position(|id| wanted.contains(id.as_str()));
    let found = answer.ids.iter().filter(|id| wanted.contains(id.as_str())).count();
    Score {
        reciprocal_rank: place.map_or(0.0, |place| 1.0 / (place + 1) as f64),
        recall: found as f64 / wanted.len().max(1) as f64,
    }
}

fn mean(scores: &[Score]) -> Score {
    let count = scores.len().max(1) as f64;
    Score {
        reciprocal_rank: scores.iter().map(|score| score.reciprocal_rank).sum::<f64>() / count,
        recall: scores.iter().map(|score| score.recall).sum::<f64>() / count,
    }
}

fn mean_over(golden: &[Golden], answers: &[Timed], is_in: impl Fn(&Golden) -> bool) -> Score {
    let scores: Vec<Score> = golden
        .iter()
        .zip(answers)
        .filter(|(golden, _)| is_in(golden))
        .map(|(golden, answer)| score(golden, answer))
        .collect();
    mean(&scores)
}

fn table(golden: &[Golden], own: &[Timed], rivals: &[(&'static str, Vec<Timed>)]) -> Vec<Row> {
    let said = |score: Score| format!("MRR {:.3}, recall at 10 {:.3}", score.reciprocal_rank, score.recall);
    let beside = |is_in: &dyn Fn(&Golden) -> bool| {
        let mut said_all = format!("ours {}", said(mean_over(golden, own, is_in)));
        for (name, answers) in rivals {
            said_all += &format!("; {name} {}", said(mean_over(golden, answers, is_in)));
        }
        said_all
    };
    let all = mean_over(golden, own, |_| true);
    let holds = rivals.iter().all(|(_, answers)| {
        let other = mean_over(golden, answers, |_| true);
        all.reciprocal_rank >= other.reciprocal_rank && all.recall >= other.recall
    });
    let mut rows = vec![Row::judged(format!("{} golden queries", golden.len()), FLOOR, beside(&|_| true), holds)];
    let mut langs: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for golden in golden {
        *langs.entry(&golden.lang).or_default() += 1;
        *kinds.entry(golden.kind).or_default() += 1;
    }
    for (lang, count) in langs {
        rows.push(Row::told(format!("… {count} in {lang}"), beside(&|golden| golden.lang == lang)));
    }
    for (kind, count) in kinds {
        rows.push(Row::told(
            format!("… {count} of kind {kind:?}").to_lowercase(),
            beside(&|golden| golden.kind == kind),
        ));
    }
    rows
}

/// Says which questions ours does not answer whole.
fn tell_failures(golden: &[Golden], own: &[Timed]) {
    for (golden, answer) in golden.iter().zip(own) {
        let score = score(golden, answer);
        // More answers than a page has places cannot all stand on it; no question has as many.
        if score.recall >= 1.0 && score.reciprocal_rank >= 1.0 {
            continue;
        }
        let missing: Vec<&str> =
            golden.answers.iter().filter(|id| !answer.ids.contains(id)).map(String::as_str).collect();
        eprintln!(
            "  {} [{}] {}: first answer at 1/{:.2}, recall {:.2}, {} results; not found: {}",
            golden.id,
            golden.lang,
            golden.query,
            score.reciprocal_rank,
            score.recall,
            answer.total,
            if missing.is_empty() { "none".to_owned() } else { missing.join(" ") }
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::engine::each_text;

    fn golden() -> Vec<Golden> {
        read(include_str!("../../golden/queries.jsonl")).unwrap()
    }

    #[test]
    fn every_golden_query_is_one_of_its_kind_and_has_answers() {
        let golden = golden();
        assert!(golden.len() >= 130, "{}", golden.len());
        let ids: HashSet<&str> = golden.iter().map(|golden| golden.id.as_str()).collect();
        let queries: HashSet<(&str, &str)> = golden.iter().map(|golden| (&*golden.lang, &*golden.query)).collect();
        assert_eq!((ids.len(), queries.len()), (golden.len(), golden.len()));
        for golden in &golden {
            let answers: HashSet<&String> = golden.answers.iter().collect();
            assert!(!answers.is_empty() && answers.len() == golden.answers.len(), "{}", golden.id);
            assert!(LANGUAGES.split(',').any(|lang| lang == golden.lang), "{}", golden.id);
        }
    }

    #[test]
    fn every_answer_is_in_the_collection_in_the_language_asked_for() {
        if !collection().is_file() {
            eprintln!("passed over: {} is not there", collection().display());
            return;
        }
        let mut langs: BTreeMap<String, String> = BTreeMap::new();
        each_text(&collection(), |_, text| {
            langs.insert(text.id, text.lang);
            Ok(())
        })
        .unwrap();
        for golden in golden() {
            for answer in &golden.answers {
                assert_eq!(langs.get(answer), Some(&golden.lang), "{}: {answer}", golden.id);
            }
        }
    }

    #[test]
    fn the_score_is_the_place_of_the_first_answer_and_the_share_of_all() {
        let line = r#"{"id":"g1","lang":"en","query":"ferry","answers":["a","b"],"kind":"topic","note":""}"#;
        let golden = read(line).unwrap().remove(0);
        let answer = |ids: &[&str]| Timed { ids: ids.iter().map(|id| (*id).to_owned()).collect(), ..Timed::default() };
        let table = [
            (answer(&["a", "b"]), 1.0, 1.0),
            (answer(&["x", "b"]), 0.5, 0.5),
            (answer(&["x"]), 0.0, 0.0),
            (answer(&[]), 0.0, 0.0),
        ];
        for (answer, reciprocal_rank, recall) in table {
            assert_eq!(score(&golden, &answer), Score { reciprocal_rank, recall });
        }
    }
}
