//! Documents.

use std::io::Write as _;

use media::{MediaError, take};

use crate::samples::{SECRET, contains, pdf};

#[test]
fn a_pdf_that_only_shows_pages_is_kept_up_to_its_end() {
    let plain = pdf("");
    let taken = take(&[&plain[..], SECRET].concat(), "Annual report 2020.PDF").unwrap();
    assert_eq!(taken.original.bytes, plain);
    assert_eq!((taken.original.name.as_str(), taken.original.mime), ("annual-report-2020.pdf", "application/pdf"));
    assert_eq!((taken.sizes.len(), taken.dropped.len(), taken.remarks.len()), (0, 1, 0));
    let named = take(&pdf("/Author (Somebody)"), "a").unwrap();
    assert!(named.remarks[0].contains("author"), "{:?}", named.remarks);
}

#[test]
fn a_pdf_that_does_more_is_refused_by_what_it_does() {
    let table = [
        ("/OpenAction << /S /JavaScript /JS (x) >>", "JavaScript"),
        ("/OpenAction << /S /J#61vaScript /JS (x) >>", "JavaScript"),
        ("/OpenAction << /S/#4Aava#53cript/JS (x) >>", "JavaScript"),
        ("/A << /S /Launch /F (x) >>", "another program"),
        ("/Names << /EmbeddedFiles 7 0 R >>", "another file"),
        ("/AcroForm << /XFA 7 0 R >>", "form"),
        ("/A << /S /SubmitForm >>", "sends data"),
    ];
    for (more, word) in table {
        let said = take(&pdf(more), "a.pdf").unwrap_err().to_string();
        assert!(said.contains(word) && said.contains("print it to a new PDF"), "{more}: {said}");
    }
    assert_eq!(take(&pdf("/Encrypt 8 0 R"), "a.pdf"), Err(MediaError::EncryptedPdf));
    assert!(take(b"%PDF-1.7\nnothing more", "a.pdf").unwrap_err().to_string().contains("damaged"));
}

/// A PDF with a stream of objects, packed some times over.
fn packed(dictionary: &str, objects: &[u8], times: u32) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    for _ in 0..times {
        packer.write_all(objects).unwrap();
    }
    let data = packer.finish().unwrap();
    let whole = pdf("");
    let end = whole.len() - b"%%EOF\n".len();
    let head = format!("9 0 obj\n<< {dictionary} /Length {} >>\nstream\r\n", data.len());
    [&whole[..end], head.as_bytes(), &data, b"\nendstream\nendobj\n%%EOF\n"].concat()
}

#[test]
fn packed_objects_are_looked_through() {
    let harmless = packed("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", b"10 0 << /Title (Report) >>", 1);
    assert!(take(&harmless, "a.pdf").is_ok());
    let active = b"10 0 << /S /JavaScript /JS (x) >>";
    for dictionary in [
        "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode",
        "/N 1 /First 5 /Filter /FlateDecode",
        "/Type /Obj#53tm /N 1 /First 5 /Filter [/FlateDecode]",
    ] {
        assert!(
            matches!(take(&packed(dictionary, active, 1), "a.pdf"), Err(MediaError::ActivePdf { .. })),
            "{dictionary}"
        );
    }
    let unusual = packed("/Type /ObjStm /N 1 /First 5 /Filter [/ASCIIHexDecode /FlateDecode]", active, 1);
    assert!(take(&unusual, "a.pdf").unwrap_err().to_string().contains("unusual way"));
}

#[test]
fn packed_objects_without_an_end_are_refused() {
    let bomb = packed("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", &[b' '; 1 << 16], 2_100);
    assert!(contains(&bomb, b"ObjStm") && bomb.len() < 1 << 20);
    assert!(take(&bomb, "a.pdf").unwrap_err().to_string().contains("no end"));
}
