//! `chancery transcript`: turns for programs, sentences for people.

use std::io::Write as _;
use std::process::Stdio;

use crate::program::{chancery, run};

const TALK: &str = "Briefing in Port Selby\n\nQUESTION: Will the office reopen?\n\nMS. VELMAR: Yes.\n\n(Laughter.)\n\n\
                    In spring.\n\nQUESTION: When?\n\nMS. VELMAR: In May.\n\n[ends]\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn one_file_is_one_object_of_turns() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("talk.txt");
    std::fs::write(&path, TALK).unwrap();
    let told = run(&["transcript", path.to_str().unwrap()]);
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    let told = json(&told.out);
    assert!(told.get("file").is_none());
    let turns: Vec<String> = told["turns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|turn| format!("{} {} {}", turn["role"].as_str().unwrap(), turn["label"], turn["speaker"]))
        .collect();
    let wanted = [
        "narration null null",
        "question \"QUESTION\" null",
        "answer \"MS. VELMAR\" \"VELMAR\"",
        "narration null null",
        "answer null \"VELMAR\"",
        "question \"QUESTION\" null",
        "answer \"MS. VELMAR\" \"VELMAR\"",
        "narration null null",
    ];
    assert_eq!(turns, wanted);
    for turn in told["turns"].as_array().unwrap() {
        assert!((0.0..=1.0).contains(&turn["confidence"].as_f64().unwrap()), "{turn}");
        assert!(!turn["why"].as_array().unwrap().is_empty(), "{turn}");
    }
}

#[test]
fn markdown_html_and_standard_input_are_read_by_ending_and_by_content() {
    let dir = tempfile::tempdir().unwrap();
    let markdown = dir.path().join("talk.md");
    std::fs::write(&markdown, "**Вопрос:** Откроется ли?\n\n**Ответ:** Да.\n").unwrap();
    let page = dir.path().join("talk.page");
    std::fs::write(&page, "<!doctype html><p><b>问：</b>会开门吗？</p><p>答：会。</p>").unwrap();
    let told = run(&["transcript", markdown.to_str().unwrap(), page.to_str().unwrap()]);
    assert_eq!(told.status, 0, "{}", told.err);
    let lines: Vec<serde_json::Value> = told.out.lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0]["file"].as_str().unwrap().ends_with("talk.md"));
    assert_eq!(lines[0]["turns"][0]["label"], "Вопрос");
    assert_eq!(lines[1]["turns"][1]["paragraphs"][0], "会。");
    let mut child = chancery().args(["transcript", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(TALK.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(json(std::str::from_utf8(&output.stdout).unwrap())["turns"].as_array().unwrap().len(), 8);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_printed() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = put("good.txt", TALK.as_bytes());
    let empty = put("empty.txt", b" \n\n");
    let binary = put("binary.txt", b"a\0b");
    let bytes = put("bytes.txt", &[0x66, 0xff, 0x80]);
    let pdf = put("paper.txt", b"%PDF-1.7\n");
    let broken = put("broken.docx", b"PK\x03\x04 no package");
    let bare = put("bare.html", b"<script>1</script>");
    let missing = dir.path().join("missing.txt").to_str().unwrap().to_owned();
    let told = run(&["transcript", &empty, &binary, &bytes, &pdf, &broken, &bare, &missing, &good]);
    assert_eq!(told.status, 1);
    assert_eq!(told.out.lines().count(), 1);
    assert!(json(&told.out)["file"].as_str().unwrap().ends_with("good.txt"));
    let complaints: Vec<&str> = told.err.lines().collect();
    let wanted = [
        ("empty.txt", "is empty"),
        ("binary.txt", "is not text in UTF-8"),
        ("bytes.txt", "is not text in UTF-8"),
        ("paper.txt", "is a PDF"),
        ("broken.docx", "was not read"),
        ("bare.html", "holds no text"),
        ("missing.txt", "cannot be read"),
    ];
    assert_eq!(complaints.len(), wanted.len(), "{}", told.err);
    for (complaint, (name, says)) in complaints.iter().zip(wanted) {
        assert!(
            complaint.starts_with("chancery: ") && complaint.contains(name) && complaint.contains(says),
            "{complaint}"
        );
    }
}
