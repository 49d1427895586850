//! Foreign text cannot run, cannot hide, and cannot take long.

mod output;

use document::{Document, HtmlOptions, Mint, ParseOptions, Parsed, from_html, from_markdown, from_plain};
use output::{options, refuse_unsafe};

fn html(text: &str) -> Parsed {
    from_html(text, &ParseOptions::default(), &mut Mint::seeded(b"h"))
}

fn markdown(text: &str) -> Parsed {
    from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"m"))
}

#[test]
fn nothing_that_runs_survives_and_the_text_does() {
    let cases = [
        ("a<script>alert(1)</script>b", "ab", "script-removed"),
        ("a<SCRIPT/x>alert('</p>')</sCrIpT >b", "ab", "script-removed"),
        ("a<style>p{}</style>b", "ab", "style-removed"),
        ("<p onclick=alert(1)>a</p>", "a", "event-handler-removed"),
        ("<a href='javascript:alert(1)'>a</a>", "a", "link-removed"),
        ("<a href='java\tscript:alert(1)'>a</a>", "a", "link-removed"),
        ("<a href=' &#1; JaVaScRiPt&colon;alert(1)'>a</a>", "a", "link-removed"),
        ("<a href='java&#x0A;script&#58;alert(1)'>a</a>", "a", "link-removed"),
        ("<a href='data:text/html,x'>a</a>", "a", "link-removed"),
        ("<a href='vbscript:x'>a</a>", "a", "link-removed"),
        ("<a href='java\u{ad}script:x'>a</a>", "a", "link-removed"),
        ("<img src=x onerror=alert(1) alt='a'>", "[a]", "image-removed"),
        ("a<svg><script>alert(1)</script><text>hidden</text></svg>b", "ab", "embedded-content-removed"),
        ("a<math><mtext><style><img src=x onerror=y></style></mtext></math>b", "ab", "embedded-content-removed"),
        ("a<iframe src=x>c</iframe>b", "ab", "embedded-content-removed"),
        ("a<noscript><p title='</noscript><img src=x onerror=y>'></noscript>b", "a'>b", "image-removed"),
        ("a<textarea><b>c</textarea>b", "ab", "form-control-removed"),
        ("<form><form><input value=x>a</form>", "a", "form-control-removed"),
        ("a<template><p>c</template>b", "ab", "embedded-content-removed"),
        ("<object data=x>a</object><embed src=x>", "a", "embedded-content-removed"),
        ("a<!-- c -->b", "ab", "comment-removed"),
        ("a<blink-182>b", "ab", "markup-unknown"),
        ("a\u{202e}b", "ab", "control-character-removed"),
    ];
    for (given, text, code) in cases {
        let parsed = html(given);
        assert_eq!(parsed.document.plain_text(), text, "{given}");
        assert!(parsed.notes.iter().any(|note| note.code == code), "{given}: {:?}", parsed.notes);
        refuse_unsafe(&parsed.document);
    }
}

#[test]
fn harmless_links_stay_and_are_mended() {
    let cases = [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("//example.org/a", "https://example.org/a"),
        ("/en/about", "/en/about"),
        ("a/b c", "a/b%20c"),
        ("#part", "#part"),
        ("?q=1:2", "?q=1:2"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("tel:+44 (0) 20", "tel:+44(0)20"),
        (" https://example.org/\n", "https://example.org/"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("http://[::1]:8080/a[b]", "http://[::1]:8080/a%5Bb%5D"),
    ];
    for (given, wanted) in cases {
        let shown = html(&format!("<a href=\"{given}\">x</a>")).document.to_html(&HtmlOptions::default());
        assert_eq!(shown, format!("<p dir=\"auto\"><a href=\"{wanted}\">x</a></p>\n"), "{given}");
    }
    for refused in [
        "http:",
        "https:///x",
        "http://",
        "https://a b/",
        "https://a@b/",
        "http://a:99999/",
        "http://a[b/",
        "http://[x]/",
        "\\\\example.org",
        "",
        "x:y",
        "javascript:1",
    ] {
        let shown = html(&format!("<a href=\"{refused}\">x</a>")).document.to_html(&HtmlOptions::default());
        assert_eq!(shown, "<p dir=\"auto\">x</p>\n", "{refused}");
    }
}

#[test]
fn html_inside_markdown_goes_the_same_way() {
    let cases = [
        ("a<script>alert(1)</script>b", "ab"),
        ("<script>\nalert(1)\n</script>\n\nb", "b"),
        ("a <b>c</b> <svg onload=x>d</svg>", "a c"),
        ("[a](javascript:alert(1)) [b](<java\tscript:x>)", "a b"),
        ("<a href='javascript:x'>a</a>", "a"),
        ("![a](x.png)", "[a]"),
        ("a <iframe>\n\nb", "a\n\nb"),
    ];
    for (given, text) in cases {
        let parsed = markdown(given);
        assert_eq!(parsed.document.plain_text(), text, "{given}");
        refuse_unsafe(&parsed.document);
    }
}

#[test]
fn markup_in_plain_text_is_text() {
    let parsed = from_plain("a <b>c</b> & <script>", &ParseOptions::default(), &mut Mint::seeded(b"p"));
    assert_eq!(parsed.document.plain_text(), "a <b>c</b> & <script>");
    refuse_unsafe(&parsed.document);
}

#[test]
fn a_document_made_by_hand_cannot_run_anything_either() {
    let evil = r#"{"format":1,"nodes":[{"block":{"body":{"paragraph":{"spans":[{"href":"javascript:x","lang":"\"><script>","text":"<script>"}]}},"id":"p-00000000"}},
        {"block":{"body":{"figure":{"alt":"\" onerror=\"x","caption":[],"media":"\"><script>"}},"id":"p-00000001"}}]}"#;
    let document: Document = serde_json::from_str(evil).unwrap();
    refuse_unsafe(&document);
    assert!(Document::parse_canonical(&document.canonical()).is_err());
}

/// There is no clock here: quadratic behaviour would take hours on these inputs, and the test would not end.
#[test]
fn a_million_nested_tags_take_no_time_and_no_depth() {
    for case in ["<b><i>".repeat(500_000), "<div>".repeat(1_000_000), "<ul><li>".repeat(500_000)] {
        let parsed = html(&format!("{case}end"));
        assert_eq!(parsed.document.plain_text().trim_start_matches(['-', ' ', '\n']), "end");
        assert_eq!(Document::parse_canonical(&parsed.document.canonical()), Ok(parsed.document));
    }
    for case in [">".repeat(1_000_000), "- ".repeat(1_000_000), "[".repeat(1_000_000)] {
        let parsed = markdown(&format!("{case}end"));
        assert!(parsed.document.plain_text().ends_with("end"));
        assert_eq!(Document::parse_canonical(&parsed.document.canonical()), Ok(parsed.document));
    }
}

#[test]
fn a_tag_with_very_many_attributes_is_dropped_and_the_text_after_it_stays() {
    for separator in [" ", "=1 ", "='>'", "/"] {
        let attributes: String = (0..100_000).map(|number| format!("a{number}{separator}")).collect();
        let parsed = html(&format!("<p>before</p><p {attributes}><p>after</p>"));
        let text = parsed.document.plain_text();
        assert!(text.starts_with("before") && text.ends_with("after"), "{separator}");
        assert!(parsed.notes.iter().any(|note| note.code == "markup-oversized"), "{separator}");
    }
    let picture = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV/".repeat(700);
    let long_value =
        format!("<p>a</p><img src='data:image/png;base64,{picture}' alt=b><!-- {} -->c", "x ".repeat(9_000));
    assert_eq!(html(&long_value).document.plain_text(), "a\n\n[b]c");
}

#[test]
fn anchors_are_never_nested_in_anchors() {
    let shown = html("<a href=/a>one <a href=/b>two <b>three</b></a>").document.to_html(&options());
    assert_eq!(shown.matches("<a ").count(), shown.matches("</a>").count());
    assert!(
        shown.contains("<a href=\"/a\">one </a><a href=\"/b\">two <strong>three</strong></a><a class=\"mark\""),
        "{shown}"
    );
}
