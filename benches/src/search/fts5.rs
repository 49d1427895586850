//! SQLite FTS5: the full text search that comes with the store.

use std::fs;
use std::path::Path;
use std::time::Instant;

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use super::engine::{Built, Engine, PAGE, Question, Timed, each_text};
use super::typed::Typed;

/// The texts and the index over them. The tokenizer is the one its manual names for English; titles weigh five times as much as texts,
/// as in the other engines.
const SCHEMA: &str = "
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA mmap_size = 4294967296;
    CREATE TABLE texts(n INTEGER PRIMARY KEY, id TEXT, lang TEXT, kind TEXT, day TEXT, place TEXT, speakers TEXT, title TEXT, body TEXT);
    CREATE VIRTUAL TABLE docs USING fts5(title, body, content='texts', content_rowid='n', tokenize='porter unicode61');
    INSERT INTO docs(docs, rank) VALUES('rank', 'bm25(5.0, 1.0)');";

/// A database with the corpus.
pub struct Fts5 {
    connection: Connection,
    built: Built,
}

impl Fts5 {
    /// Takes in a corpus, in a file in place of the one that was there.
    ///
    /// # Errors
    /// When the disk or a line fails.
    pub fn build(corpus: &Path, file: &Path) -> anyhow::Result<Self> {
        let _ = fs::remove_file(file);
        let mut connection = Connection::open(file)?;
        connection.execute_batch(SCHEMA)?;
        let all = connection.transaction()?;
        {
            let mut insert = all.prepare("INSERT INTO texts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
            each_text(corpus, |number, text| {
                let n = i64::try_from(number)?;
                let (kind, speakers) = (text.kind(), text.speakers());
                insert.execute(params![
                    n,
                    text.id,
                    text.lang,
                    kind,
                    text.day(),
                    text.place,
                    speakers,
                    text.title,
                    text.body
                ])?;
                Ok(())
            })?;
        }
        all.commit()?;
        let before = bytes(&connection)?;
        let start = Instant::now();
        connection.execute_batch(
            "INSERT INTO docs(docs) VALUES('rebuild'); INSERT INTO docs(docs) VALUES('optimize'); ANALYZE;",
        )?;
        let seconds = start.elapsed().as_secs_f64();
        let built = Built {
            seconds,
            whole_seconds: seconds,
            bytes: bytes(&connection)?.saturating_sub(before),
            memory_bytes: 0,
        };
        connection.execute_batch("CREATE INDEX texts_day ON texts(day)")?;
        Ok(Self { connection, built })
    }

    fn answer(&self, question: &Question) -> anyhow::Result<Timed> {
        let start = Instant::now();
        let typed = Typed::of(&question.typed);
        let (mut conditions, mut values) = (vec![], vec![]);
        let words = typed.for_fts5();
        if let Some(words) = &words {
            conditions.push("docs MATCH ?".to_owned());
            values.push(Value::Text(words.clone()));
        }
        for (condition, value) in filters(question, &typed) {
            conditions.push(condition.to_owned());
            values.push(Value::Text(value));
        }
        let from = match (words.is_some(), conditions.len()) {
            (true, 1) => "docs",
            (true, _) => "docs JOIN texts ON texts.n = docs.rowid",
            (false, _) => "texts",
        };
        let (number, order) = if words.is_some() { ("docs.rowid", "docs.rank") } else { ("texts.n", "texts.day DESC") };
        let conditions = if conditions.is_empty() { "1".to_owned() } else { conditions.join(" AND ") };
        let page = format!("SELECT {number} FROM {from} WHERE {conditions} ORDER BY {order} LIMIT {PAGE}");
        let count = format!("SELECT count(*) FROM {from} WHERE {conditions}");
        let mut page = self.connection.prepare_cached(&page)?;
        let numbers = page.query_map(params_from_iter(values.clone()), |row| row.get::<_, i64>(0))?;
        let numbers = numbers.collect::<Result<Vec<i64>, _>>()?;
        let total: i64 =
            self.connection.prepare_cached(&count)?.query_row(params_from_iter(values), |row| row.get(0))?;
        let took = start.elapsed();
        let mut name = self.connection.prepare_cached("SELECT id FROM texts WHERE n = ?1")?;
        let ids = numbers.iter().map(|n| name.query_row([n], |row| row.get(0))).collect::<Result<Vec<String>, _>>()?;
        Ok(Timed { took, total: u64::try_from(total)?, ids })
    }
}

/// Conditions on the columns besides the words.
fn filters(question: &Question, typed: &Typed) -> Vec<(&'static str, String)> {
    let mut filters: Vec<(&'static str, String)> = vec![];
    if let Some(lang) = &question.lang {
        filters.push(("texts.lang = ?", lang.clone()));
    }
    for (name, value) in &typed.filters {
        filters.push(match name.as_str() {
            "speaker" => ("texts.speakers LIKE ?", format!("%{value}%")),
            "place" => ("texts.place LIKE ?", format!("%{value}%")),
            "kind" => ("texts.kind = ?", value.clone()),
            "year" => ("substr(texts.day, 1, 4) = ?", value.clone()),
            "from" => ("texts.day >= ?", value.clone()),
            _ => ("texts.day <= ?", value.clone()),
        });
    }
    filters
}

fn bytes(connection: &Connection) -> anyhow::Result<u64> {
    let pragma = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
    Ok(u64::try_from(pragma("page_count")? * pragma("page_size")?)?)
}

impl Engine for Fts5 {
    fn name(&self) -> &'static str {
        "SQLite FTS5"
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
