//! Whatever the input: safe output, nothing lost, one canonical form.

mod output;

use document::{Document, Mint, Node, ParseOptions, Parsed, carry_ids, from_html, from_markdown, from_plain};
use proptest::prelude::*;

fn parse(format: usize, text: &str) -> Parsed {
    let options = ParseOptions::default();
    let mut mint = Mint::seeded(b"property");
    match format {
        0 => from_html(text, &options, &mut mint),
        1 => from_markdown(text, &options, &mut mint),
        _ => from_plain(text, &options, &mut mint),
    }
}

/// Pieces that mean something to some parser, in any order, so that random texts reach the corners.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "<a href='javascript:x'>",
        "<a href=\"/x\">",
        "</a>",
        "<ul>",
        "<ol start=3>",
        "<li>",
        "</ul>",
        "</li>",
        "<blockquote>",
        "</blockquote>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</td>",
        "</tr>",
        "</table>",
        "<caption>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<!--",
        "-->",
        "<br>",
        "<hr>",
        "<h1>",
        "</h1>",
        "<span lang=ar>",
        "</span>",
        "<img src=x alt=y onerror=z>",
        "<style>",
        "</style>",
        "<sup>",
        "</sup>",
        "&lt;",
        "&#x6A;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "](",
        ")",
        "# ",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n|---|---|\n",
        "\n",
        "\n\n",
        "  \n",
        "[^1]",
        "[^1]: note\n",
        "\\",
        " ",
        "word",
        "Question: ",
        "MR. SMITH: ",
        "问：",
        "س: ",
        "e\u{301}",
        "\u{202e}",
        "\u{200f}",
        "\u{0}",
        "é",
        "語",
        "javascript:",
        "://",
    ]);
    prop::collection::vec(prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => any::<String>()], 0..40)
        .prop_map(|pieces| pieces.concat())
}

fn letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_output_holds_only_what_is_allowed(text in soup(), format in 0_usize..3) {
        output::refuse_unsafe(&parse(format, &text).document);
    }

    #[test]
    fn the_canonical_form_reads_back_and_is_canonical_to_others(text in soup(), format in 0_usize..3) {
        let document = parse(format, &text).document;
        let bytes = document.canonical();
        prop_assert_eq!(Document::parse_canonical(&bytes), Ok(document.clone()));
        prop_assert_eq!(&serde_json_canonicalizer::to_vec(&document).unwrap(), &bytes);
        prop_assert_eq!(serde_json::from_slice::<Document>(&bytes).unwrap(), document);
    }

    #[test]
    fn plain_text_loses_and_reorders_nothing(text in soup()) {
        let document = parse(2, &text).document;
        prop_assert_eq!(letters(&document.plain_text()), letters(&text.replace(['\u{fff9}', '\u{fffa}', '\u{fffb}'], "")));
    }

    #[test]
    fn html_that_was_written_reads_back_as_the_same_text(text in soup(), format in 0_usize..3) {
        let document = parse(format, &text).document;
        let again = parse(0, &document.to_html(&document::HtmlOptions::default())).document;
        prop_assert_eq!(letters(&again.plain_text()), letters(&document.plain_text()));
    }

    #[test]
    fn markdown_that_was_written_reads_back_as_the_same_text(text in "[ -~\n\u{e9}\u{4e00}]{0,80}") {
        let document = parse(2, &text).document;
        let again = parse(1, &document.to_markdown()).document;
        prop_assert_eq!(again.plain_text(), document.plain_text());
    }

    #[test]
    fn a_teaser_keeps_its_length_and_begins_as_the_text_does(text in soup(), chars in 1_usize..80) {
        let document = parse(2, &text).document;
        let teaser = document.teaser(chars);
        prop_assert!(teaser.chars().count() <= chars, "{teaser:?}");
    }

    #[test]
    fn ids_of_a_corrected_text_are_carried_or_new_but_never_reused(one in soup(), other in soup(), format in 0_usize..3) {
        let previous = parse(format, &one).document;
        let next = parse(format, &other).document;
        let carried = carry_ids(&previous, next.clone(), &mut Mint::seeded(b"property"));
        prop_assert_eq!(carried.plain_text(), next.plain_text());
        prop_assert_eq!(Document::parse_canonical(&carried.canonical()), Ok(carried.clone()));
        prop_assert_eq!(carry_ids(&previous, previous.clone(), &mut Mint::seeded(b"x")), previous.clone());
        let reminted = parse(format, &one).document;
        prop_assert_eq!(carry_ids(&previous, reminted, &mut Mint::seeded(b"x")), previous);
    }
}

#[test]
fn a_document_at_the_greatest_depth_reads_back() {
    let document = parse(0, &format!("<p>Question: x</p>{}y", "<ul><li>".repeat(40))).document;
    assert!(matches!(document.nodes.as_slice(), [Node::Turn(_)]));
    assert_eq!(Document::parse_canonical(&document.canonical()), Ok(document));
}
