//! What a paste brings: one sample for each dialect of the clipboard, with the Markdown that must come of it.
//!
//! A new case is a new file: `samples/clipboard/NAME.html` or `NAME.txt`, with `NAME.md` beside it. The `.md` file ends in the notes,
//! one a line, behind a line `--- notes`. With `SAMPLES_ACCEPT=1` the expected files are written anew: read them before they are kept.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod output;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use document::{Document, Mint, Node, PASTE_BYTES_MAX, ParseOptions, Parsed, from_clipboard};
use proptest::prelude::*;

fn paste(html: Option<&str>, text: &str) -> Parsed {
    let options = ParseOptions { speakers: &[], lang: "en" };
    from_clipboard(html, text, &options, &mut Mint::seeded(b"paste"))
}

fn html(text: &str) -> Parsed {
    paste(Some(text), "")
}

fn shown(parsed: &Parsed) -> String {
    let mut text = parsed.document.to_markdown().trim_end().to_owned();
    text.push_str("\n\n--- notes\n");
    for note in &parsed.notes {
        writeln!(text, "{}: {}", note.code, note.message).unwrap();
    }
    text
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/clipboard");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end != "md"));
    files.sort();
    files
}

#[test]
fn every_dialect_of_the_clipboard_gives_clean_blocks() {
    let mut wrong = String::new();
    for file in samples() {
        let text = fs::read_to_string(&file).unwrap();
        let is_html = file.extension().is_some_and(|end| end == "html");
        let parsed = if is_html { html(&text) } else { paste(None, &text) };
        output::refuse_unsafe(&parsed.document);
        assert_eq!(Document::parse_canonical(&parsed.document.canonical()).as_ref(), Ok(&parsed.document));
        let wanted = fs::read_to_string(file.with_extension("md")).unwrap_or_default();
        let given = shown(&parsed);
        if std::env::var_os("SAMPLES_ACCEPT").is_some() {
            fs::write(file.with_extension("md"), &given).unwrap();
        } else if given != wanted {
            writeln!(wrong, "=== {}\n--- wanted\n{wanted}\n--- given\n{given}", file.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing_that_was_deleted_commented_or_hidden_is_pasted() {
    let cases = [
        "a<del cite='mailto:x' datetime='2026-01-02'>SECRET</del>b",
        "a<span class=msoDel>SECRET</span>b",
        "a<span style='display:none'>SECRET</span>b",
        "a<span style='DISPLAY: none !important'>SEC<b>RET</b></span>b",
        "a<span style='mso-hide:all'>SECRET</span>b",
        "a<span style='visibility:hidden'>SECRET</span>b",
        "a<span style='font-size:0'>SECRET</span>b",
        "a<p hidden>SECRET</p>b",
        "<style>.x{display:none}</style>a<span class=x>SECRET</span>b",
        "a<div style='mso-element:comment-list'><div style='mso-element:comment'><p>SECRET</div></div>b",
        "a<sup><a href='#cmnt1' id='cmnt_ref1'>[SECRET]</a></sup>b<div><p><a href='#cmnt_ref1'>[a]</a>SECRET</p></div>",
        "a<a class=sdcomment>SECRET</a>b",
        "a<div id='comment-1'><p>SECRET</p></div>b",
        "a<!-- SECRET -->b",
        "a<!--[if gte mso 9]><xml>SECRET</xml><![endif]-->b",
        "<head><title>SECRET</title><xml><o:p>SECRET</o:p></xml></head>ab",
        "a<script>SECRET</script>b",
        "a<span style='display:none'><script>x<b>SECRET</script>SECRET</span>b",
        "a<span style='display:none'><style>SECRET</style>SECRET</span>b",
        "<p style='display:none'>SECRET<p>ab",
    ];
    for case in cases {
        let parsed = html(case);
        let text = parsed.document.plain_text().replace('\n', "");
        assert_eq!(text, "ab", "{case}");
        assert!(!format!("{:?}", parsed.notes).contains("SECRET"), "{case}: {:?}", parsed.notes);
    }
}

#[test]
fn what_was_left_out_is_counted() {
    let text = "<p>a<del datetime='x'>1</del><del datetime='x'>2</del> b <del datetime='x'>3</del>
        <ins datetime='x'>c</ins> <span style='display:none'>d</span>
        <a href='#_msocom_1' class=msocomanchor>[x1]</a><a href='#_msocom_2' class=msocomanchor>[x2]</a></p><img src=x>";
    let counts: Vec<(&str, usize)> = html(text).notes.iter().map(|note| (note.code, note.count)).collect();
    let wanted = [
        ("pictures-dropped", 1),
        ("comments-dropped", 2),
        ("deletions-dropped", 2),
        ("insertions-accepted", 1),
        ("hidden-text-dropped", 1),
    ];
    assert_eq!(counts, wanted);
}

#[test]
fn a_doubtful_label_names_its_block() {
    let parsed = html("<p>Question: Will it open?</p><p>Somebody Else:</p><p>Perhaps.</p>");
    let note = parsed.notes.iter().find(|note| note.code == "label-unsure").unwrap();
    let ids: Vec<_> = parsed.document.blocks().map(|block| block.id).collect();
    assert_eq!(note.blocks.len(), 1);
    assert!(ids.contains(&note.blocks[0]));
}

#[test]
fn a_pasted_transcript_becomes_turns() {
    let text = "<p class=MsoNormal><b>Question:</b> Will the office reopen?</p><p class=MsoNormal><b><span>Foreign Minister:</span></b>&nbsp;Yes.</p>";
    let parsed = html(text);
    let labels: Vec<&str> = parsed.document.turns().map(|turn| turn.label.as_str()).collect();
    assert_eq!(labels, ["Question", "Foreign Minister"]);
    assert!(matches!(parsed.document.nodes.as_slice(), [Node::Turn(_), Node::Turn(_)]));
}

#[test]
fn a_paste_that_is_too_large_is_refused_whole_and_says_so() {
    let large = "<p>word</p>".repeat(PASTE_BYTES_MAX / 11 + 1);
    let parsed = html(&large);
    assert!(parsed.document.is_empty());
    assert_eq!(parsed.notes[0].code, "paste-too-large");
    let parsed = paste(Some(&large), "The plain text.");
    assert_eq!(parsed.document.plain_text(), "The plain text.");
    assert_eq!(parsed.notes[0].code, "formatting-left-out");
    let parsed = paste(None, &"a line\n\n".repeat(PASTE_BYTES_MAX / 8 + 1));
    assert_eq!((parsed.document.is_empty(), parsed.notes[0].code), (true, "paste-too-large"));
}

/// There is no clock here: quadratic behaviour would take hours on these inputs, and the test would not end.
#[test]
fn a_megabyte_of_anything_ends() {
    let pieces = [
        "<b><i>",
        "<div>",
        "<p>",
        "<ul><li>",
        "</p>",
        "<p style='mso-list:l0 level9 lfo1'>",
        "<span style='mso-list:Ignore'>",
        "<a href='#_ftn1'>",
        "<div><a href='#_ftnref1'>",
        "<table><tr><td rowspan=60000 colspan=60>",
        "<tr><td>",
        "<td rowspan=9 colspan=9>a",
        "<span style='display:none'>a",
        "<style>{",
        "<pre>\n\n",
        "a\u{a0}",
        "&nbsp;<",
    ];
    for piece in pieces {
        let text = piece.repeat(PASTE_BYTES_MAX / 20 / piece.len());
        let parsed = html(&format!("<table>{text}end"));
        assert!(
            parsed.notes.iter().any(|note| note.code == "paste-too-large")
                || !format!("{:?}", parsed.document).is_empty()
        );
        html(&format!("{text}end"));
    }
    for piece in ["> ", ">", "a \n", "\n", "a\u{ad}", "Q: "] {
        paste(None, &piece.repeat(PASTE_BYTES_MAX / 20 / piece.len()));
    }
}

fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>",
        "<p style='mso-list:l0 level3 lfo2'>",
        "<span style='mso-list:Ignore'>1.</span>",
        "<span style='mso-list:Ignore'>·</span>",
        "<span style='display:none'>",
        "<span class=msoDel>",
        "<ins datetime=x>",
        "<del datetime=x>",
        "</del>",
        "</ins>",
        "</span>",
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<h2>",
        "</h2>",
        "<b>",
        "</b>",
        "<table>",
        "<tr>",
        "<td colspan=2 rowspan=3>",
        "</table>",
        "<a href='#_ftn1' name='_ftnref1'>[1]</a>",
        "<a href='#_ftnref1' name='_ftn1'>[1]</a>",
        "<a href='#cmnt_ref1'>",
        "<a href='https://example.org/'>",
        "</a>",
        "<ul class='BulletListStyle1 SCXW1'>",
        "<li data-aria-level=2 data-listid=3>",
        "<li>",
        "</li>",
        "</ul>",
        "<blockquote>",
        "</blockquote>",
        "<br>",
        "<hr>",
        "<pre>",
        "<style>",
        "</style>",
        "<xml>",
        "</xml>",
        "<script>",
        "</script>",
        "<!--[if x]>",
        "<![endif]-->",
        "<img>",
        "&nbsp;",
        "\u{ad}",
        "word",
        "Question: ",
        " ",
    ]);
    prop::collection::vec(prop_oneof![6 => pieces.prop_map(str::to_owned), 1 => any::<String>()], 0..50)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_paste_gives_a_safe_and_canonical_document(text in soup()) {
        for parsed in [html(&text), paste(None, &text)] {
            output::refuse_unsafe(&parsed.document);
            let bytes = parsed.document.canonical();
            prop_assert_eq!(Document::parse_canonical(&bytes), Ok(parsed.document));
        }
    }

    #[test]
    fn hidden_text_stays_hidden_whatever_stands_around_it(before in soup(), after in soup()) {
        // A tag or a comment that was begun would swallow the one that hides.
        let parsed = html(&format!("{before}--><span style='display:none'>qqqzzz</span>{after}"));
        prop_assert!(!parsed.document.plain_text().contains("qqqzzz"));
    }
}
