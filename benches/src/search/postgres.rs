//! PostgreSQL full text: a private cluster in a folder of its own, spoken to through `psql`. Questions are timed inside the server, so
//! that neither the connection nor `psql` counts against it.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use super::engine::{Built, Engine, PAGE, Question, Timed, each_text};
use super::typed::Typed;
use crate::program::find;

/// How long a server may take until it takes connections.
const START_MAX: Duration = Duration::from_secs(60);
/// Between two looks whether it does.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
/// Settings of the cluster: memory as for a server of its own, nothing that only safety of data needs.
const SETTINGS: [&str; 8] = [
    "listen_addresses=",
    "shared_buffers=512MB",
    "work_mem=64MB",
    "maintenance_work_mem=512MB",
    "fsync=off",
    "synchronous_commit=off",
    "autovacuum=off",
    "max_wal_size=4GB",
];

/// Tables, and the function that answers one question and says how long that took.
const SCHEMA: &str = "
    CREATE UNLOGGED TABLE texts(n int, id text, lang text, cfg regconfig, kind text, day date, place text, speakers text, title text, body text);
    CREATE UNLOGGED TABLE asked(nr int, cfg regconfig, words text, conditions text);
    CREATE FUNCTION answer(cfg regconfig, words text, conditions text, OUT ms float8, OUT total bigint, OUT page int[]) AS $$
    DECLARE begun timestamptz := clock_timestamp(); line record; query tsquery;
    BEGIN
        page := '{}'; total := 0;
        IF words IS NULL THEN
            FOR line IN EXECUTE 'SELECT n, count(*) OVER () AS c FROM docs WHERE true' || conditions || ' ORDER BY day DESC LIMIT 10' LOOP
                page := page || line.n; total := line.c;
            END LOOP;
        ELSE
            query := websearch_to_tsquery(cfg, words);
            FOR line IN EXECUTE 'SELECT n, count(*) OVER () AS c FROM docs WHERE tsv @@ $1' || conditions
                || ' ORDER BY ts_rank_cd(tsv, $1) DESC LIMIT 10' USING query LOOP
                page := page || line.n; total := line.c;
            END LOOP;
        END IF;
        ms := extract(epoch FROM clock_timestamp() - begun) * 1000;
    END $$ LANGUAGE plpgsql;";

/// The index, over texts that are in the store already.
const INDEX: &str = "
    CREATE UNLOGGED TABLE docs AS SELECT n, lang, kind, day, place, speakers,
        setweight(to_tsvector(cfg, title), 'A') || to_tsvector(cfg, body) AS tsv FROM texts;
    CREATE INDEX docs_tsv ON docs USING gin(tsv); CREATE INDEX docs_day ON docs(day); VACUUM ANALYZE docs;";

/// A cluster with the corpus; it ends when this is dropped.
pub struct Postgres {
    cluster: Cluster,
    ids: Vec<String>,
    built: Built,
}

impl Postgres {
    /// Whether there is a server to start on this machine.
    #[must_use]
    pub fn is_there() -> bool {
        program("postgres").is_some() && program("initdb").is_some() && program("psql").is_some()
    }

    /// Takes in a corpus, in a folder in place of the one that was there.
    ///
    /// # Errors
    /// When no server can be started or a line fails.
    pub fn build(corpus: &Path, folder: &Path) -> anyhow::Result<Self> {
        let cluster = Cluster::start(folder)?;
        cluster.say(SCHEMA)?;
        let rows = folder.join("texts.tsv");
        let ids = write_rows(corpus, &rows)?;
        cluster.say(&format!("\\copy texts from '{}'", rows.display()))?;
        fs::remove_file(&rows)?;
        let start = Instant::now();
        cluster.say(INDEX)?;
        let seconds = start.elapsed().as_secs_f64();
        let bytes = cluster.say("SELECT pg_total_relation_size('docs')")?;
        let bytes = bytes.trim().parse().context("the server does not say how large the index is")?;
        Ok(Self { cluster, ids, built: Built { seconds, whole_seconds: seconds, bytes, memory_bytes: 0 } })
    }
}

impl Engine for Postgres {
    fn name(&self) -> &'static str {
        "PostgreSQL"
    }

    fn built(&self) -> Built {
        self.built
    }

    fn answers(&mut self, questions: &[Question]) -> anyhow::Result<Vec<Timed>> {
        let file = self.cluster.folder.join("asked.tsv");
        let mut rows = String::new();
        for (nr, question) in questions.iter().enumerate() {
            let typed = Typed::of(&question.typed);
            let words = typed.for_postgres().map_or_else(|| "\\N".to_owned(), |words| cell(&words));
            let cfg = configuration(question.lang.as_deref().unwrap_or("en"));
            writeln!(rows, "{nr}\t{cfg}\t{words}\t{}", cell(&conditions(question, &typed)))?;
        }
        fs::write(&file, rows)?;
        let file = file.display();
        let ask = "SELECT nr, ms, total, array_to_string(page, ',') FROM (SELECT * FROM asked ORDER BY nr OFFSET 0) AS q, answer(cfg, words, conditions)";
        let said = self.cluster.say(&format!(
            "TRUNCATE asked;\n\\copy asked from '{file}'\nSELECT count(ms) FROM ({ask}) AS warm;\n{ask};"
        ))?;
        let mut answers = vec![Timed::default(); questions.len()];
        for line in said.lines() {
            let mut cells = line.split('|');
            let (Some(nr), Some(ms), Some(total)) = (cells.next(), cells.next(), cells.next()) else { continue };
            let answer = answers.get_mut(nr.parse::<usize>()?).context("the server answers what was not asked")?;
            answer.took = Duration::from_secs_f64(ms.parse::<f64>()? / 1_000.0);
            answer.total = total.parse()?;
            let numbers = cells.next().unwrap_or_default().split(',').filter(|number| !number.is_empty());
            let numbers = numbers.map(str::parse).collect::<Result<Vec<usize>, _>>()?;
            answer.ids = numbers.into_iter().filter_map(|n| self.ids.get(n).cloned()).take(PAGE).collect();
        }
        Ok(answers)
    }
}

/// A running server.
struct Cluster {
    folder: PathBuf,
    child: Child,
}

impl Cluster {
    fn start(folder: &Path) -> anyhow::Result<Self> {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let user = unprivileged();
        if let Some((uid, gid)) = user {
            chown(folder, Some(uid), Some(gid))?;
        }
        let data = folder.join("data");
        let mut init = of(user, "initdb")?;
        init.args(["--auth=trust", "--username=bench", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D"])
            .arg(&data);
        let made = init.current_dir(folder).stdin(Stdio::null()).output().context("initdb cannot be started")?;
        if !made.status.success() {
            bail!("initdb fails: {}", String::from_utf8_lossy(&made.stderr).trim());
        }
        let mut serve = of(user, "postgres")?;
        serve.arg("-D").arg(&data).arg("-k").arg(folder);
        for setting in SETTINGS {
            serve.args(["-c", setting]);
        }
        let said = File::create(folder.join("server.out"))?;
        serve.current_dir(folder).stdin(Stdio::null()).stdout(said.try_clone()?).stderr(said);
        let mut cluster =
            Self { folder: folder.to_owned(), child: serve.spawn().context("postgres cannot be started")? };
        let start = Instant::now();
        while cluster.say("SELECT 1").is_err() {
            if let Some(status) = cluster.child.try_wait()? {
                bail!("postgres ended with {status}; see {}", folder.join("server.out").display());
            }
            if start.elapsed() > START_MAX {
                bail!("postgres takes no connections; see {}", folder.join("server.out").display());
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        Ok(cluster)
    }

    /// Has the server carry out a script; gives what it prints, one row a line, cells parted by `|`.
    fn say(&self, script: &str) -> anyhow::Result<String> {
        let file = self.folder.join("script.sql");
        fs::write(&file, script)?;
        let psql = program("psql").context("there is no psql")?;
        let mut command = Command::new(psql);
        command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "bench", "-d", "postgres", "-h"]);
        command
            .arg(&self.folder)
            .arg("-f")
            .arg(&file)
            .env("PGCLIENTENCODING", "UTF8")
            .env("PGOPTIONS", "-c client_min_messages=error");
        let said = command.stdin(Stdio::null()).output().context("psql cannot be started")?;
        if !said.status.success() {
            bail!("psql: {}", String::from_utf8_lossy(&said.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&said.stdout).into_owned())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // An interrupt is the server's fast shutdown; its folder is of no use to anybody then.
        let asked = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Programs of the server stand in a folder of their version, which is on nobody's path.
fn program(name: &str) -> Option<PathBuf> {
    find(name).or_else(|| {
        let mut versions: Vec<PathBuf> =
            fs::read_dir("/usr/lib/postgresql").ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        versions.sort();
        versions.into_iter().rev().map(|version| version.join("bin").join(name)).find(|file| file.is_file())
    })
}

fn of(user: Option<(u32, u32)>, name: &str) -> anyhow::Result<Command> {
    let mut command = Command::new(program(name).with_context(|| format!("there is no {name}"))?);
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    Ok(command)
}

/// Whom the server runs as: it refuses to run as the machine's administrator, so then it is `postgres` or `nobody`.
fn unprivileged() -> Option<(u32, u32)> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let own = status.lines().find_map(|line| line.strip_prefix("Uid:"))?.split_whitespace().nth(1)?;
    if own != "0" {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    ["postgres", "nobody"].iter().find_map(|name| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut cells = line.split(':').skip(2);
        Some((cells.next()?.parse().ok()?, cells.next()?.parse().ok()?))
    })
}

fn write_rows(corpus: &Path, to: &Path) -> anyhow::Result<Vec<String>> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(to)?);
    let mut ids = vec![];
    each_text(corpus, |n, text| {
        let cells = [
            cell(&text.id),
            cell(&text.lang),
            configuration(&text.lang).to_owned(),
            cell(&text.kind()),
            text.day().to_owned(),
            cell(text.place.as_deref().unwrap_or_default()),
            cell(&text.speakers()),
            cell(&text.title),
            cell(&text.body),
        ];
        writeln!(out, "{n}\t{}", cells.join("\t"))?;
        ids.push(text.id);
        Ok(())
    })?;
    out.flush()?;
    Ok(ids)
}

/// A cell of COPY's text format; zero bytes cannot stand in a text of PostgreSQL.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r").replace('\0', "")
}

/// The text search configuration of a language; without stemming where there is none.
fn configuration(lang: &str) -> &'static str {
    match lang {
        "en" => "english",
        "ru" => "russian",
        "ar" => "arabic",
        "es" => "spanish",
        "fr" => "french",
        "ca" => "catalan",
        _ => "simple",
    }
}

/// Conditions besides the words, as SQL.
fn conditions(question: &Question, typed: &Typed) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let mut sql = String::new();
    if let Some(lang) = &question.lang {
        sql += &format!(" AND lang = {}", quoted(lang));
    }
    for (name, value) in &typed.filters {
        sql += &match name.as_str() {
            "speaker" => format!(" AND speakers ILIKE {}", quoted(&format!("%{value}%"))),
            "place" => format!(" AND place ILIKE {}", quoted(&format!("%{value}%"))),
            "kind" => format!(" AND kind = {}", quoted(value)),
            "year" => format!(
                " AND day BETWEEN {} AND {}",
                quoted(&format!("{value}-01-01")),
                quoted(&format!("{value}-12-31"))
            ),
            "from" => format!(" AND day >= {}", quoted(value)),
            _ => format!(" AND day <= {}", quoted(value)),
        };
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_what_would_end_them() {
        assert_eq!(cell("a\tb\nc\\d"), "a\\tb\\nc\\\\d");
    }

    #[test]
    fn conditions_quote_what_was_typed() {
        let question = Question { typed: "place:\"L'Isle\" year:2020 ferry".to_owned(), lang: Some("fr".to_owned()) };
        let sql = conditions(&question, &Typed::of(&question.typed));
        assert_eq!(sql, " AND lang = 'fr' AND place ILIKE '%L''Isle%' AND day BETWEEN '2020-01-01' AND '2020-12-31'");
    }
}
