//! Journals that an earlier state of this program wrote stay readable for ever, byte for byte.
//!
//! `golden/journal-1.txt` has an entry a line: seq, at, stream, version, actor, kind, hash and body, parted by tabs.
//! Files are added when facts gain fields or kinds; a file that is there is never changed.

use domain::{Fact, SiteId};
use journal::{Draft, Head};

const GOLDEN: &[(&str, &str)] = &[
    (include_str!("golden/journal-1.txt"), include_str!("golden/journal-1.head")),
    (include_str!("golden/journal-2.txt"), include_str!("golden/journal-2.head")),
];

#[test]
fn every_golden_journal_is_read_and_written_again_to_the_same_bytes() {
    for (journal, wanted) in GOLDEN {
        let mut head = Head::EMPTY;
        for line in journal.lines() {
            let fields: Vec<&str> = line.splitn(8, '\t').collect();
            let [_, at, stream, version, actor, kind, hash, body] = fields[..] else { panic!("{line}") };
            let fact = Fact::read(kind, body.as_bytes()).unwrap();
            assert_eq!(String::from_utf8(fact.body()).unwrap(), body, "entry {}", head.seq + 1);
            assert_eq!((fact.kind(), fact.stream().as_str()), (kind, stream));
            let entry = head.follow(Draft {
                at: at.parse().unwrap(),
                site: SiteId::from_bits([1; 10]).to_string(),
                stream: stream.to_owned(),
                version: version.parse().unwrap(),
                actor: actor.to_owned(),
                kind: kind.to_owned(),
                body: body.as_bytes().to_vec(),
            });
            assert_eq!(entry.hash.to_string(), hash, "entry {}", entry.seq);
            head = head.accept(&entry).unwrap();
        }
        assert_eq!(format!("{} {}", head.seq, head.hash), wanted.trim_end());
    }
}
