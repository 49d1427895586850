//! Transcripts: who said what, in every shape and script. Samples are data: add a file, not code.

use std::fmt::Write as _;
use std::path::Path;

use document::{
    Document, Mint, ParseOptions, Transcript, from_plain, speakers_of, transcript, transcript_from_html,
    transcript_from_markdown, transcript_from_plain,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

fn plain(text: &str) -> Transcript {
    transcript_from_plain(text, &ParseOptions::default())
}

/// A transcript as lines that people can compare.
fn shown(transcript: &Transcript) -> String {
    let mut lines = String::new();
    for turn in &transcript.turns {
        let (label, speaker) = (turn.label.as_deref().unwrap_or("-"), turn.speaker.as_deref().unwrap_or("-"));
        let why: Vec<&str> = turn.why.iter().map(|cue| cue.code()).collect();
        writeln!(lines, "{} | {label} | {speaker} | {:.2} {}", turn.role.as_str(), turn.confidence, why.join(" "))
            .expect("writing to a string cannot fail");
        for paragraph in &turn.paragraphs {
            writeln!(lines, "    {paragraph}").expect("writing to a string cannot fail");
        }
    }
    lines
}

#[test]
fn every_sample_is_read_as_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/transcripts");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the samples are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_stem().expect("a sample has a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a sample is text");
        insta::assert_snapshot!(name.as_str(), shown(&plain(&text)));
        assert_eq!(given_back(&plain(&text)), visible(&text), "{name}");
    }
}

#[test]
fn a_stored_text_names_the_same_speakers() {
    let text = "President Anna Velmar: Good day.\n\nQuestion: When?\n\nVelmar: Soon.\n\nQuestion: How?\n\nThe President: By ferry.";
    let document = from_plain(text, &ParseOptions::default(), &mut Mint::seeded(b"t")).document;
    let velmar = Some("Anna Velmar".to_owned());
    assert_eq!(speakers_of(&document), [velmar.clone(), None, velmar.clone(), None, velmar.clone()]);
    let told = transcript(&document);
    assert_eq!(told.turns.iter().map(|turn| turn.speaker.clone()).collect::<Vec<_>>(), speakers_of(&document));
    assert!(told.turns.iter().all(|turn| (turn.confidence - 1.0).abs() < f32::EPSILON));
    assert_eq!(speakers_of(&Document::default()), []);
}

#[test]
fn an_office_and_its_namesake_who_answer_each_other_are_two() {
    let talk = "THE PRESIDENT: Welcome.\n\nPRESIDENT VELMAR: Thank you.\n\nTHE PRESIDENT: Sit down.\n\nPRESIDENT VELMAR: I will.";
    let speakers: Vec<_> = plain(talk).turns.into_iter().map(|turn| turn.speaker.unwrap_or_default()).collect();
    assert_eq!(speakers, ["THE PRESIDENT", "VELMAR", "THE PRESIDENT", "VELMAR"]);
}

#[test]
fn the_same_talk_in_markdown_and_html_has_the_same_turns() {
    let markdown = "# Talk\n\n**Question:** When?\n\n**Ilse Maren:** Soon.\n\n- by ferry\n- by bus\n\n**Question:** Sure?\n\n**Maren:** Yes.\n";
    let html = "<h1>Talk</h1><p><b>Question:</b> When?</p><p><b>Ilse Maren:</b> Soon.</p><ul><li>by ferry<li>by bus</ul>\
                <p><b>Question:</b> Sure?</p><p><b>Maren:</b> Yes.</p>";
    let options = ParseOptions::default();
    let read = |transcript: Transcript| {
        transcript
            .turns
            .into_iter()
            .map(|turn| (turn.label, turn.speaker, turn.role, turn.paragraphs))
            .collect::<Vec<_>>()
    };
    let one = read(transcript_from_markdown(markdown, &options));
    assert_eq!(one, read(transcript_from_html(html, &options)));
    assert_eq!(one.len(), 5);
    assert_eq!(one[2].3, ["Soon.", "by ferry", "by bus"]);
}

/// What a reader sees of `text`, without white space: what turns joined must give back.
fn visible(text: &str) -> String {
    let dropped = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{feff}' | '\u{202d}' | '\u{202e}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}')
            || u32::from(c) & 0xfffe == 0xfffe
    };
    text.chars().filter(|c| !dropped(*c)).nfc().collect()
}

fn given_back(transcript: &Transcript) -> String {
    let mut whole = String::new();
    for turn in &transcript.turns {
        whole.push_str(turn.printed.as_deref().unwrap_or_default());
        turn.paragraphs.iter().for_each(|paragraph| whole.push_str(paragraph));
    }
    visible(&whole)
}

/// Pieces of transcripts in several scripts, whole and broken, in any order.
fn talk() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Question: When?",
        "Q    Why",
        "Q. So?",
        "Q (Northern Post) How?",
        "PRESIDENT VELMAR:",
        "MS. VELMAR: Yes.",
        "MR. BERG; No.",
        "PRIME MINISTER",
        "PRIE MINISTER:",
        "JOURNALlST: And?",
        "____ Q   Where",
        "(Laughter.)",
        "[ends]",
        "END 2:15 P.M.",
        "* * *",
        "###",
        "Вопрос: Когда?",
        "Анна Вельмар: Скоро.",
        "س: متى؟",
        "السفيرة:",
        "问：何时？",
        "大使：春天。",
        "【記者】いつ？",
        "Heading: text",
        "He said: no.",
        "**Question:** So?",
        "-MR BERG: I",
        "PM ( inaudible)",
        "PM: Yes. PM: No.",
        "it. JOURNALIST: If",
        "Ole Berg, Editor of the Post: Is it?",
        "words and words.",
        "more words",
        "2",
        "e\u{301}",
        "a\u{a0}b",
        "\u{feff}",
        "\u{202e}",
        "…",
        ":",
        "(",
        ")",
    ]);
    let ends = prop::sample::select(vec!["\n\n", "\n", " ", "", "\r\n", "\u{2028}", "\n \n"]);
    prop::collection::vec((pieces, ends), 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, end)| format!("{piece}{end}")).collect())
}

proptest! {
    #[test]
    fn turns_joined_give_a_talk_back(text in talk()) {
        let told = plain(&text);
        prop_assert_eq!(given_back(&told), visible(&text));
        for turn in &told.turns {
            prop_assert!((0.0..=1.0).contains(&turn.confidence));
            prop_assert!(!turn.why.is_empty());
            prop_assert!(turn.label.is_some() == turn.printed.is_some());
        }
        let labelled = told.turns.iter().filter(|turn| turn.label.is_some()).count();
        let document = from_plain(&text, &ParseOptions::default(), &mut Mint::seeded(b"t")).document;
        prop_assert_eq!(labelled, document.turns().count());
        prop_assert_eq!(speakers_of(&document).len(), labelled);
    }

    #[test]
    fn turns_joined_give_any_text_back(text in "\\PC{0,80}(\n{0,2}\\PC{0,40}:? ?\\PC{0,40}){0,6}") {
        prop_assert_eq!(given_back(&plain(&text)), visible(&text));
    }
}

#[test]
fn hostile_talk_costs_no_more_than_its_length() {
    let mut many = String::new();
    for number in 0..20_000 {
        write!(many, "SPEAKER{number}: Yes? PRIME MINISTER: No.\n\n").expect("writing to a string cannot fail");
    }
    let shapes = [
        "Q: ".repeat(100_000),
        format!("{}{}", "PRIME MINISTER: a.\n\nQUESTION: b?\n\n".repeat(9), "A:".repeat(150_000)),
        "A B C: x? ".repeat(50_000),
        "PRIME MINISTER: a. PRIME MINISTE: b\n".repeat(20_000),
        "(".repeat(300_000),
        format!("PM: a\n\nPM: b\n\nPM: {}", "( ".repeat(200_000)),
        "MR KING\n\nYes.\n\n".repeat(20_000),
        many,
    ];
    for text in shapes {
        assert_eq!(given_back(&plain(&text)).len(), visible(&text).len());
    }
}
