//! Word files: what stays, what is left out and said, and which files are refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod output;
mod package;

use document::{Document, Docx, DocxError, Mint, ParseOptions, from_docx};
use package::{Package, item, paragraph, run, zipped};
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Docx, DocxError> {
    let options = ParseOptions { speakers: &[], lang: "en" };
    from_docx(bytes, &options, &mut Mint::seeded(b"docx"))
}

fn body(body: &str) -> Docx {
    read(&Package::with_body(body).bytes()).unwrap()
}

fn markdown(docx: &Docx) -> String {
    output::refuse_unsafe(&docx.parsed.document);
    assert_eq!(Document::parse_canonical(&docx.parsed.document.canonical()).as_ref(), Ok(&docx.parsed.document));
    docx.parsed.document.to_markdown().trim_end().to_owned()
}

fn codes(docx: &Docx) -> Vec<(&'static str, usize)> {
    docx.parsed.notes.iter().map(|note| (note.code, note.count)).collect()
}

#[test]
fn headings_styles_and_the_title_are_found() {
    let text = [
        paragraph("Titel", &run("", "On the harbour")),
        paragraph("Kop1", &run("", "Background")),
        paragraph("Eigen", &run("", "Below it")),
        paragraph(
            "Loop1",
            &(run("", "Plain ")
                + &run("<w:b/>", "bold ")
                + &run("<w:rStyle w:val=\"Vet\"/>", "too")
                + &run("<w:i w:val=\"0\"/>", ".")),
        ),
        paragraph("Citaat", &run("", "A wall.")),
        paragraph("Citaat", &run("", "A door.")),
        paragraph(
            "Normal",
            &(run("", "CO") + &run("<w:vertAlign w:val=\"subscript\"/>", "2") + &run("<w:strike/>", "gone")),
        ),
    ];
    let docx = body(&text.concat());
    assert_eq!(docx.title.as_deref(), Some("On the harbour"));
    assert_eq!(docx.lang.as_deref(), Some("en-GB"));
    assert_eq!(
        markdown(&docx),
        "## Background\n\n### Below it\n\nPlain **bold too**.\n\n> *A wall*<em>.</em>\n>\n> *A door*<em>.</em>\n\nCO<sub>2</sub><s>gone</s>"
            .replace("*A wall*<em>.</em>", "<em>A wall.</em>")
            .replace("*A door*<em>.</em>", "<em>A door.</em>")
    );
    assert_eq!(codes(&docx), [("title-taken", 1)]);
}

#[test]
fn lists_keep_their_levels_and_numbers() {
    let text = [
        item(1, 0, "bullet"),
        item(1, 1, "one"),
        item(1, 1, "two"),
        paragraph("Lijst", &run("", "by style")),
        item(2, 0, "three"),
        paragraph("Normal", &run("", "Between.")),
        item(2, 0, "four"),
        item(5, 0, "begins anew"),
        item(4, 0, "a letter"),
        item(3, 0, "An article"),
        item(3, 1, "A clause"),
    ];
    let docx = body(&text.concat());
    let wanted = "- bullet\n\n  1. one\n  2. two\n- by style\n\n3. three\n\nBetween.\n\n4. four\n\n1. begins anew\n\n1. a letter\n\nArticle I. An article\n\n1\\.1 A clause";
    assert_eq!(markdown(&docx), wanted);
    assert_eq!(codes(&docx), [("list-numbering-changed", 1)]);
}

#[test]
fn tracked_changes_comments_and_hidden_text_are_left_out_and_counted() {
    let text = [
        "<w:p>".to_owned() + &run("", "It ") + "<w:del w:id=\"1\"><w:r><w:delText>SECRET</w:delText></w:r></w:del>",
        "<w:moveFrom>".to_owned()
            + &run("", "SECRET")
            + "</w:moveFrom><w:ins w:id=\"2\">"
            + &run("", "opens")
            + "</w:ins>",
        run("<w:vanish/>", "SECRET") + &run("<w:rStyle w:val=\"Geheim\"/>", "SECRET") + &run("", " today."),
        "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>".to_owned(),
        "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>".to_owned() + &run("", "One") + "</w:p>",
        "<w:p>".to_owned() + &run("", " paragraph.") + "</w:p>",
        "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr></w:pPrChange></w:pPr>".to_owned()
            + &run("<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", "Plain")
            + "</w:p>",
        "<w:tbl><w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr><w:tc><w:p>".to_owned()
            + &run("", "SECRET")
            + "</w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p>"
            + &run("", "a")
            + "</w:p></w:tc><w:tc><w:p>"
            + &run("", "b")
            + "</w:p></w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>".to_owned()
            + &run("", "SECRET")
            + "</w:p></w:sdtContent></w:sdt>",
        paragraph("Inhoud", &run("", "SECRET 7")),
    ];
    let package = Package::with_body(&text.concat())
        .word("comments", "<w:comment w:id=\"0\"><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:comment>");
    let docx = read(&package.bytes()).unwrap();
    assert_eq!(markdown(&docx), "It opens today.\n\nOne paragraph.\n\nPlain\n\n|  |  |\n| --- | --- |\n| a | b |");
    let wanted = [
        ("contents-dropped", 1),
        ("comments-dropped", 1),
        ("deletions-dropped", 2),
        ("insertions-accepted", 1),
        ("hidden-text-dropped", 1),
    ];
    assert_eq!(codes(&docx), wanted);
    assert!(!format!("{docx:?}").contains("SECRET"));
}

#[test]
fn footnotes_stay_and_those_of_deleted_text_go() {
    let text = "<w:p>".to_owned()
        + &run("", "Said")
        + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>"
        + "<w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del>"
        + &run("", " and done")
        + "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>";
    let notes = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"3\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> In May.</w:t></w:r></w:p></w:footnote>";
    let ends = "<w:endnote w:id=\"2\"><w:p><w:r><w:t>In June.</w:t></w:r></w:p></w:endnote>";
    let docx = read(&Package::with_body(&text).word("footnotes", notes).word("endnotes", ends).bytes()).unwrap();
    assert_eq!(markdown(&docx), "Said<sup>1</sup> and done<sup>2</sup>\n\n* * *\n\n1. In May.\n2. In June.");
}

#[test]
fn links_stay_whether_they_are_elements_or_fields() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let text = "<w:p><w:hyperlink r:id=\"rId2\">".to_owned()
        + &run("", "one")
        + "</w:hyperlink>"
        + &run("", ", ")
        + &field("begin")
        + "<w:r><w:instrText xml:space=\"preserve\"> HYPERLINK \"https://example.org/</w:instrText></w:r><w:r><w:instrText>two\" \\o \"tip\"</w:instrText></w:r>"
        + &field("separate")
        + &run("", "two")
        + &field("end")
        + &run("", ", ")
        + "<w:fldSimple w:instr=\"HYPERLINK &quot;javascript:x&quot;\">"
        + &run("", "three")
        + "</w:fldSimple><w:hyperlink w:anchor=\"_Toc1\">"
        + &run("", ", four")
        + "</w:hyperlink></w:p>";
    let docx = body(&text);
    assert_eq!(
        markdown(&docx),
        "[one](<https://example.org/treaty?a=1\\&b=2>), [two](<https://example.org/two>), three, four"
    );
    assert_eq!(codes(&docx), [("link-removed", 1)]);
}

#[test]
fn a_text_box_is_read_once_after_its_paragraph() {
    let inner = "<w:txbxContent>".to_owned() + &paragraph("Normal", &run("", "In the box.")) + "</w:txbxContent>";
    let text = "<w:p>".to_owned()
        + &run("", "Before")
        + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><wps:wsp><wps:txbx>"
        + &inner
        + "</wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        + &inner
        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + &run("", " and after.")
        + "</w:p><w:p><w:r><w:drawing><a:graphic><a:blip/><a:t>no text</a:t></a:graphic></w:drawing></w:r></w:p>";
    let docx =
        read(&Package::with_body(&text).word("header1", &paragraph("Normal", &run("", "Page"))).bytes()).unwrap();
    assert_eq!(markdown(&docx), "Before and after.\n\nIn the box.");
    assert_eq!(codes(&docx), [("pictures-dropped", 1), ("headers-dropped", 1)]);
}

#[test]
fn tables_keep_their_shape() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{}</w:p></w:tc>", run("", text))
    };
    let text = "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>".to_owned()
        + &cell("", "Berth")
        + &cell("", "Ships")
        + "</w:tr><w:tr>"
        + &cell("<w:gridSpan w:val=\"2\"/>", "All")
        + "</w:tr><w:tr>"
        + &cell("<w:vMerge w:val=\"restart\"/>", "North")
        + &cell("", "12")
        + "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        + &cell("", "13")
        + "</w:tr></w:tbl>";
    let docx = body(&text);
    assert_eq!(markdown(&docx), "| Berth | Ships |\n| --- | --- |\n| All |  |\n| North | 12 |\n|  | 13 |");
    assert_eq!(codes(&docx), [("cells-merged", 2)]);
}

#[test]
fn speakers_are_found_by_style_and_by_label() {
    let text = [
        paragraph("Spreker", &run("<w:b/>", "The president of the chamber")),
        paragraph("Normal", &run("", "The sitting is open.")),
        paragraph("Spreker", &run("", "Anna Velmar")),
        paragraph("Normal", &run("", "Thank you.")),
        paragraph("Normal", &(run("<w:b/>", "Question:") + "<w:r><w:tab/></w:r>" + &run("", "Will it stay open?"))),
        paragraph("Normal", &(run("<w:b/>", "Anna Velmar:") + &run("", " Yes."))),
    ];
    let docx = body(&text.concat());
    let labels: Vec<&str> = docx.parsed.document.turns().map(|turn| turn.label.as_str()).collect();
    assert_eq!(labels, ["The president of the chamber", "Anna Velmar", "Question", "Anna Velmar"]);
}

#[test]
fn signs_breaks_and_joiners_are_read() {
    let text = "<w:p>".to_owned()
        + &run("", "a")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + &run("", "b")
        + "<w:r><w:br/></w:r>"
        + &run("", "c\u{ad}d &amp; e &#x2014; f")
        + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Own\" w:char=\"F061\"/></w:r>"
        + "<w:smartTag>"
        + &run("", " tag")
        + "</w:smartTag></w:p>";
    let docx = body(&text);
    assert_eq!(docx.parsed.document.plain_text(), "a\u{2011}b\ncd & e — fα\u{fffd} tag");
    assert_eq!(codes(&docx), [("symbol-unknown", 1)]);
}

#[test]
fn the_title_of_the_properties_stands_in_where_the_text_has_none() {
    let core = |title: &str| {
        let xml = format!(
            "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>{title}</dc:title></cp:coreProperties>"
        );
        read(&Package::with_body(&paragraph("Normal", &run("", "Text."))).part("docProps/core.xml", &xml).bytes())
            .unwrap()
            .title
    };
    assert_eq!(core(" A letter &amp; an\n answer "), Some("A letter & an answer".to_owned()));
    for made_up in ["", "Document1", "Microsoft Word - letter.docx", "letter.docx"] {
        assert_eq!(core(made_up), None, "{made_up}");
    }
}

#[test]
fn what_is_no_word_document_is_named() {
    let entry = |name: &str| zipped(&[(name.to_owned(), b"x".to_vec())]);
    let mut encrypted = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let old = encrypted.clone();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let cases: [(Vec<u8>, &str); 10] = [
        (Vec::new(), "an empty file"),
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (b"{\\rtf1".to_vec(), "an RTF document"),
        (b"<!doctype HTML><p>".to_vec(), "a web page"),
        (old, "Word 97"),
        (encrypted, "encrypted"),
        (b"hello".to_vec(), "an unknown kind"),
        (entry("META-INF/manifest.xml"), "OpenDocument"),
        (entry("xl/workbook.xml"), "Excel"),
        (entry("letter.txt"), "a zip archive"),
    ];
    for (bytes, part) in cases {
        let sentence = read(&bytes).unwrap_err().to_string();
        assert!(sentence.contains(part), "{part}: {sentence}");
        assert!(sentence.contains("try again") || sentence.contains("save it as .docx"), "{sentence}");
    }
}

#[test]
fn an_encrypted_entry_is_refused() {
    let mut bytes = Package::with_body("").bytes();
    // The first bit of the flags of every header, central and local, says that the entry is encrypted (APPNOTE 4.4.4).
    for at in 0..bytes.len() - 10 {
        match bytes[at..at + 4] {
            [b'P', b'K', 3, 4] => bytes[at + 6] |= 1,
            [b'P', b'K', 1, 2] => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    assert_eq!(read(&bytes), Err(DocxError::Encrypted));
}

#[test]
fn bombs_are_refused_before_they_unpack() {
    let zeros = Package::with_body("").part("word/document.xml", &" ".repeat(60_000_000)).bytes();
    assert!(zeros.len() < 1_000_000);
    assert_eq!(read(&zeros), Err(DocxError::Bomb));
    let many: Vec<(String, Vec<u8>)> = (0..10_001).map(|number| (format!("e{number}"), Vec::new())).collect();
    assert_eq!(read(&zipped(&many)), Err(DocxError::Bomb));
    // A size that is a lie: the headers say ten bytes.
    let mut liar = zeros;
    let size = 60_000_000_u32.to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == size {
            liar[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    assert!(matches!(read(&liar), Err(DocxError::Bomb | DocxError::Damaged { .. })));
}

#[test]
fn entities_depth_and_damage_are_refused() {
    let entities = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"w\"><w:body/></w:document>";
    let damaged = |text: &str| read(&Package::with_body("").part("word/document.xml", text).bytes());
    assert!(matches!(damaged(entities), Err(DocxError::Entities { .. })));
    assert!(matches!(damaged("<w:document>&unknown;</w:document>"), Err(DocxError::Entities { .. })));
    assert!(matches!(damaged(&"<a>".repeat(100_000)), Err(DocxError::Damaged { .. })));
    assert!(matches!(damaged("<w:document><w:body>"), Err(DocxError::Damaged { .. })));
    assert!(matches!(damaged("<w:document></w:body>"), Err(DocxError::Damaged { .. })));
    let whole = Package::with_body(&paragraph("Normal", &run("", "Text."))).bytes();
    assert!(read(&whole[..whole.len() / 2]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), zip in any::<bool>()) {
        let start: &[u8] = if zip { b"PK\x03\x04" } else { b"" };
        let _ = read(&[start, &bytes].concat());
    }

    #[test]
    fn a_mutated_file_never_panics(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = Package::with_body(&(item(1, 0, "a") + &item(3, 1, "b"))).bytes();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes);
    }

    #[test]
    fn any_order_of_elements_gives_a_safe_document(pieces in prop::collection::vec(0_usize..40, 0..30)) {
        let text: String = pieces.iter().map(|piece| ELEMENTS[piece % ELEMENTS.len()]).collect();
        // Whatever is still open is closed, so that the text is well-formed and reaches the reader.
        let mut open: Vec<&str> = Vec::new();
        let mut whole = String::new();
        for part in text.split_inclusive('>') {
            if let Some(name) = part.strip_prefix("</").map(|name| name.trim_end_matches('>')) {
                if open.last() == Some(&name) { open.pop(); whole.push_str(part); }
            } else {
                if part.starts_with('<') && !part.ends_with("/>") { open.push(part[1..].split([' ', '>']).next().unwrap_or_default()); }
                whole.push_str(part);
            }
        }
        for name in open.iter().rev() { whole.push_str(&format!("</{name}>")); }
        let docx = read(&Package::with_body(&whole).word("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>").bytes());
        if let Ok(docx) = docx {
            markdown(&docx);
        }
    }
}

/// Elements that mean something, alone; the property puts them into any order.
const ELEMENTS: [&str; 30] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>text</w:t>",
    "<w:r><w:t>word</w:t></w:r>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:rPr>",
    "</w:rPr>",
    "<w:b/>",
    "<w:vanish/>",
    "<w:pStyle w:val=\"Kop1\"/>",
    "<w:pStyle w:val=\"Titel\"/>",
    "<w:pStyle w:val=\"Citaat\"/>",
    "<w:numPr><w:ilvl w:val=\"7\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:del>",
    "</w:del>",
    "<w:drawing>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<mc:AlternateContent>",
];
