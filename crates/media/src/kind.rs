//! What a file is, from its content alone: the kinds that are taken, and the known ones that are not.

use crate::MediaError;

/// Bytes from the beginning in which markup is looked for: comments and declarations may stand before the first tag.
const MARKUP_BYTES: usize = 4_096;

/// A kind of file that is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
    Pdf,
}

impl Kind {
    /// The ending of its names; `domain::media_type_of` has the media type of each.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Pdf => "pdf",
        }
    }

    pub(crate) fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Pdf => "application/pdf",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Pdf => "PDF",
        }
    }
}

const AS_PICTURE: &str = "export it as JPEG or PNG";
const AS_PDF: &str = "export it as PDF, or bring its text into the editor";
const NO_PROGRAM: &str = "choose the picture or the document itself";
const NO_ARCHIVE: &str = "unpack it and add its files one by one";
const NO_FILM: &str = "publish it where films and sound are kept, and link to it";

/// Known kinds by their first bytes: what each is, and what to do instead.
const REFUSED: [(&[u8], &str, &str); 27] = [
    (b"MZ", "the file is a program", NO_PROGRAM),
    (b"\x7fELF", "the file is a program", NO_PROGRAM),
    (b"\xcf\xfa\xed\xfe", "the file is a program", NO_PROGRAM),
    (b"\xca\xfe\xba\xbe", "the file is a program", NO_PROGRAM),
    (b"#!", "the file is a program", NO_PROGRAM),
    (b"PK\x03\x04", "the file is an archive or an office document", AS_PDF),
    (b"PK\x05\x06", "the file is an archive", NO_ARCHIVE),
    (b"\xd0\xcf\x11\xe0", "the file is an office document", AS_PDF),
    (b"{\\rtf", "the file is an RTF document", AS_PDF),
    (b"%!PS", "a PostScript file can carry programs", AS_PDF),
    (b"\x1f\x8b", "the file is an archive", NO_ARCHIVE),
    (b"7z\xbc\xaf", "the file is an archive", NO_ARCHIVE),
    (b"Rar!", "the file is an archive", NO_ARCHIVE),
    (b"BZh", "the file is an archive", NO_ARCHIVE),
    (b"\xfd7zXZ", "the file is an archive", NO_ARCHIVE),
    (b"II*\0", "TIFF and raw pictures are not shown by browsers", AS_PICTURE),
    (b"MM\0*", "TIFF and raw pictures are not shown by browsers", AS_PICTURE),
    (b"BM", "BMP pictures are not published", AS_PICTURE),
    (b"\0\0\x01\0", "the file is an icon", AS_PICTURE),
    (b"8BPS", "the file is a Photoshop document", AS_PICTURE),
    (b"\xff\x0a", "JPEG XL pictures are not shown by every browser", AS_PICTURE),
    (b"\0\0\0\x0cJXL ", "JPEG XL pictures are not shown by every browser", AS_PICTURE),
    (b"ID3", "sound is not taken in", NO_FILM),
    (b"OggS", "sound and films are not taken in", NO_FILM),
    (b"fLaC", "sound is not taken in", NO_FILM),
    (b"\x1aE\xdf\xa3", "films are not taken in", NO_FILM),
    (b"FLV\x01", "films are not taken in", NO_FILM),
];

/// What the file is.
///
/// # Errors
/// A refusal that names the kind of file and what to do, where it is not one of those that are taken.
pub(crate) fn recognise(bytes: &[u8]) -> Result<Kind, MediaError> {
    if bytes.starts_with(b"\xff\xd8\xff") {
        Ok(Kind::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(Kind::Png)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Ok(Kind::Gif)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Ok(Kind::WebP)
    } else if bytes.starts_with(b"%PDF-") {
        Ok(Kind::Pdf)
    } else {
        Err(refusal(bytes))
    }
}

fn refusal(bytes: &[u8]) -> MediaError {
    let refused = |what, advice| MediaError::Refused { what, advice };
    if bytes.is_empty() {
        return MediaError::Empty;
    }
    if let Some(markup) = markup(bytes) {
        return markup;
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return match bytes.get(8..12) {
            Some(b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1" | b"heim" | b"heis") => {
                refused("HEIC pictures are not shown by browsers", AS_PICTURE)
            }
            Some(b"avif" | b"avis") => refused("AVIF pictures are not taken in", AS_PICTURE),
            _ => refused("sound and films are not taken in", NO_FILM),
        };
    }
    if bytes.starts_with(b"RIFF") || matches!(bytes, [0xff, 0xe2..=0xfb, ..]) {
        return refused("sound and films are not taken in", NO_FILM);
    }
    match REFUSED.iter().find(|(magic, _, _)| bytes.starts_with(magic)) {
        Some((_, what, advice)) => refused(what, advice),
        None => MediaError::Unknown,
    }
}

/// The refusal of a file of markup, in any of the encodings in which a browser would read it.
fn markup(bytes: &[u8]) -> Option<MediaError> {
    let head = &bytes[..bytes.len().min(MARKUP_BYTES)];
    // Without the zero bytes of UTF-16 the tags of any encoding look the same.
    let letters = head.iter().filter(|byte| **byte != 0).map(|byte| char::from(byte.to_ascii_lowercase()));
    let text: String = letters.collect();
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, 'ï' | '»' | '¿' | 'þ' | 'ÿ'));
    if !text.starts_with('<') {
        return None;
    }
    let (what, advice) = if text.contains("<svg") {
        ("an SVG file can carry programs", "export it as PNG")
    } else if ["<!doctype html", "<html", "<head", "<body", "<script"].iter().any(|tag| text.contains(tag)) {
        ("a web page can carry programs", AS_PDF)
    } else {
        ("the file is markup (XML), which is not published", AS_PDF)
    };
    Some(MediaError::Refused { what, advice })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        let table: [(&[u8], Kind); 6] = [
            (b"\xff\xd8\xff\xe0....", Kind::Jpeg),
            (b"\x89PNG\r\n\x1a\n....", Kind::Png),
            (b"GIF89a....", Kind::Gif),
            (b"GIF87a....", Kind::Gif),
            (b"RIFF....WEBPVP8 ", Kind::WebP),
            (b"%PDF-1.7\n", Kind::Pdf),
        ];
        for (bytes, kind) in table {
            assert_eq!(recognise(bytes), Ok(kind));
            assert_eq!(domain::media_type_of(&format!("a.{}", kind.ending())), Some(kind.mime()));
        }
    }

    #[test]
    fn what_is_refused_is_named_with_what_to_do() {
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("<svg>".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let table: [(&[u8], &str); 16] = [
            (b"", "empty"),
            (b"<svg onload='x()'>", "SVG"),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- a --><SVG>", "SVG"),
            (&utf16, "SVG"),
            (b"<!DOCTYPE html><p>", "web page"),
            (b"<?xml version='1.0'?><feed/>", "XML"),
            (b"MZ\x90\0", "program"),
            (b"PK\x03\x04", "office document"),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (b"\0\0\0\x18ftypavif", "AVIF"),
            (b"\0\0\0\x18ftypisom", "films"),
            (b"II*\0", "TIFF"),
            (b"ID3\x03", "sound"),
            (b"\xff\xfb\x90", "sound"),
            (b"RIFF....WAVE", "sound"),
            (b"hello, world", "cannot be told"),
        ];
        for (bytes, word) in table {
            let said = recognise(bytes).unwrap_err().to_string();
            assert!(said.contains(word) && said.contains(';'), "{word}: {said}");
        }
    }
}
