//! Power cuts: the import is killed a hundred times, and nothing that it acknowledged is ever missing.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::program::{Site, chancery, messages};

/// Rounds, each with a kill of its own.
const ROUNDS: u32 = 100;
/// Lines of an ordinary round's file: the import writes them at one go.
const LINES: u32 = 40;
/// Lines of every tenth round's file: more than the import writes at one go, so that some kills fall between two writes.
const LINES_OF_TENTH: u32 = 600;

/// A seeded source of moments (a linear congruential generator with the constants of Knuth's MMIX).
struct Moments(u64);

impl Moments {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap()
    }
}

/// Ids that a line of the import's output says to be in the record.
fn acknowledged(line: &str) -> Option<u32> {
    let mut columns = line.split('\t').skip(1);
    let in_the_record = matches!(columns.next()?, "imported" | "skipped" | "changed");
    columns.next().filter(|_| in_the_record)?.parse().ok()
}

#[test]
fn an_import_killed_at_any_moment_loses_nothing_it_acknowledged() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let mut moments = Moments(20_261_120);
    let mut kept: HashSet<u32> = HashSet::new();
    let mut first = 0;
    for round in 0..ROUNDS {
        let count = if round % 10 == 0 { LINES_OF_TENTH } else { LINES };
        let file = messages(dir.path(), "notes.jsonl", first..first + count);
        first += count;
        let mut child = chancery()
            .args(["import", "jsonl", file.to_str().unwrap(), "--site", site.arg()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // A third of the kills come while the program starts or writes for the first time, the others later.
        let wanted = if moments.below(3) == 0 { 0 } else { moments.below(count) };
        kept.extend((0..wanted).map_while(|_| lines.next()?.ok()).filter_map(|line| acknowledged(&line)));
        (0..moments.below(1_000_000)).for_each(|_| std::hint::spin_loop());
        child.kill().unwrap();
        child.wait().unwrap();
        // What it wrote before it died was acknowledged too; the last line may be cut.
        kept.extend(
            lines
                .map_while(Result::ok)
                .filter(|line| line.contains("/en/messages/"))
                .filter_map(|line| acknowledged(&line)),
        );
        if round % 50 == 49 {
            let verified = site.run(&["verify"]);
            assert_eq!(verified.status, 0, "round {round}: {}{}", verified.out, verified.err);
        }
    }
    assert!(kept.len() > 500, "too little was acknowledged to prove anything: {}", kept.len());

    let all = messages(dir.path(), "all.jsonl", 0..first);
    let last = site.run(&["import", "jsonl", all.to_str().unwrap()]);
    assert_eq!(last.status, 0, "{}", last.err);
    let skipped: HashSet<u32> =
        last.out.lines().filter(|line| line.contains("\tskipped\t")).filter_map(acknowledged).collect();
    let lost: Vec<&u32> = kept.difference(&skipped).collect();
    assert!(lost.is_empty(), "acknowledged, then lost: {lost:?}");
    let verified = site.run(&["verify"]);
    assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
    println!("{} acknowledged lines survived {ROUNDS} kills; {} were in the record", kept.len(), skipped.len());
}
