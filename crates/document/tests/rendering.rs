//! What readers see: one sample per input format as a snapshot, and the small texts of lists and feeds.

mod output;

use document::{Document, HtmlOptions, Mint, ParseOptions, Parsed, from_html, from_markdown, from_plain};

const PLAIN: &str = "Remarks at the opening of the reading room\n\nThe room was opened on Monday\nin the presence of guests.\n\nQuestion: Is it open to all?\n\nAmbassador of Norland Anna Velmar: (As interpreted.) Yes, it is.\n\nBring a friend.\n\nQuestion: And on Sundays?\n\nAnna Velmar: Not yet: we have no heating.";

const MARKDOWN: &str = "# Opening\n\nThe **reading *room*** is open[^1], see [the *plan*](/en/plan \"x\") & <https://example.org/a?b=c>.\n\n> A quote\n> of two lines.\n\n3. three\n4. four\n   - inner ~~old~~ `code`\n\n| Day | Hours |\n| --- | --- |\n| Monday | 9<br>to 12 |\n\n![Plan](plan.png)\n\n---\n\n**Question:** H<sub>2</sub>O or <span lang=\"ar\">ماء</span>?\n\n**Moderator:** Both\\\nplease.\n\n[^1]: Since *Monday*.\n";

const HTML: &str = "<html><head><title>Gone</title></head><body><h1>Opening</h1><div>Loose <b>text<i> here</b></i><p>Second<p>Third<br>line<br><br>fourth\
<ul><li>one<li>two<ul><li>inner</ul></ul><table><caption>Hours</caption><tr><th>Day<th>Time<tr><td>Monday<td>9<p>to 12</table>\
<blockquote><p>Quoted</blockquote><p dir=rtl>سؤال: هل يفتح؟<p>الوزير: نعم.<p>&nbsp;</body></html>";

fn snapshot(parsed: &Parsed) -> String {
    output::refuse_unsafe(&parsed.document);
    let html = parsed.document.to_html(&HtmlOptions {
        anchors: true,
        anchor_label: "Link to this paragraph".to_owned(),
        table_label: "Table".to_owned(),
        ..HtmlOptions::default()
    });
    let notes: String =
        parsed.notes.iter().map(|note| format!("{} ×{}: {}\n", note.code, note.count, note.message)).collect();
    format!(
        "{html}\n=== text\n{}\n\n=== markdown\n{}\n=== opening\n{}\n=== notes\n{notes}",
        parsed.document.plain_text(),
        parsed.document.to_markdown(),
        parsed.document.opening_html(&HtmlOptions::default(), 60)
    )
}

#[test]
fn a_plain_transcript() {
    insta::assert_snapshot!(snapshot(&from_plain(PLAIN, &ParseOptions::default(), &mut Mint::seeded(b"plain"))));
}

#[test]
fn a_markdown_text() {
    insta::assert_snapshot!(snapshot(&from_markdown(
        MARKDOWN,
        &ParseOptions::default(),
        &mut Mint::seeded(b"markdown")
    )));
}

#[test]
fn an_html_page() {
    insta::assert_snapshot!(snapshot(&from_html(HTML, &ParseOptions::default(), &mut Mint::seeded(b"html"))));
}

#[test]
fn the_canonical_form_is_what_it_was() {
    let document =
        from_markdown("**A** [b](/c)\n\n- d", &ParseOptions::default(), &mut Mint::seeded(b"canonical")).document;
    insta::assert_snapshot!(String::from_utf8(document.canonical()).unwrap());
}

fn plain(text: &str) -> Document {
    from_plain(text, &ParseOptions::default(), &mut Mint::seeded(b"teaser")).document
}

#[test]
fn a_teaser_is_cut_at_a_word_of_any_script() {
    let cases = [
        ("One two three four.", 40, "One two three four."),
        ("One two three four.", 12, "One two…"),
        ("One two, three four.", 10, "One two…"),
        ("Question: Will it open? It will.", 20, "Question: Will it…"),
        ("问：办公室会在春天开门吗？", 8, "问：办公室会在…"),
        ("办公室会在春天开门吗？我们明天知道。", 6, "办公室会在…"),
        ("هل يفتح المكتب في الربيع؟ سنعرف غدا.", 20, "هل يفتح المكتب في…"),
        ("Short.\n\nThe second paragraph joins in here.", 24, "Short. The second…"),
        ("A first paragraph of some length.\n\nSecond.", 40, "A first paragraph of some length."),
        ("Donaudampfschifffahrtsgesellschaftskapitän", 10, "Donaudamp…"),
        ("กิ่งก้านกิ่งก้านกิ่งก้านกิ่งก้าน", 10, "กิ่งก้าน…"),
        ("", 10, ""),
    ];
    for (text, chars, wanted) in cases {
        let teaser = plain(text).teaser(chars);
        assert!(teaser.chars().count() <= chars.max(1), "{teaser}");
        assert_eq!(teaser, wanted, "{text}");
    }
}

#[test]
fn a_teaser_skips_headings_and_reads_lists() {
    let document = from_markdown("## Part\n\n- one\n- two", &ParseOptions::default(), &mut Mint::seeded(b"x")).document;
    assert_eq!(document.teaser(40), "- one - two");
}

#[test]
fn words_are_counted_in_any_script() {
    assert_eq!(plain("One two-three, don't.").word_count(), 3);
    assert_eq!(plain("办公室开门。").word_count(), 5);
    assert_eq!(plain("هل يفتح المكتب؟").word_count(), 3);
    assert_eq!(plain("").word_count(), 0);
}

#[test]
fn the_first_paragraph_carries_its_label() {
    assert_eq!(plain("Question: Why?\n\nMore.").first_paragraph().as_deref(), Some("Question: Why?"));
    assert_eq!(plain("").first_paragraph(), None);
}

#[test]
fn an_opening_is_whole_paragraphs_without_addresses() {
    let text = "## Part\n\nFirst paragraph.\n\nSecond paragraph.\n\nThird.";
    let document = from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"x")).document;
    let opening = document.opening_html(&output::options(), 20);
    assert_eq!(opening, "<p dir=\"auto\">First paragraph.</p>\n<p dir=\"auto\">Second paragraph.</p>\n");
}

#[test]
fn chinese_lines_are_joined_without_a_space() {
    assert_eq!(plain("办公室\n开门。").plain_text(), "办公室开门。");
    assert_eq!(plain("The office\nis open.").plain_text(), "The office is open.");
}

#[test]
fn languages_written_from_the_right_say_so() {
    let html =
        "<p><span lang=ar>ا</span> <span lang=az-Arab>ب</span> <span lang=ru>в</span> <span lang='x\"y'>z</span></p>";
    let shown =
        from_html(html, &ParseOptions::default(), &mut Mint::seeded(b"x")).document.to_html(&HtmlOptions::default());
    let wanted = "<p dir=\"auto\"><span lang=\"ar\" dir=\"rtl\">ا</span> <span lang=\"az-Arab\" dir=\"rtl\">ب</span> <span lang=\"ru\" dir=\"ltr\">в</span> z</p>\n";
    assert_eq!(shown, wanted);
}
