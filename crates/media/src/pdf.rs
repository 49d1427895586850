//! PDF (ISO 32000): looked through for what does more than show pages. It is kept as it is, up to its end.

use flate2::{Decompress, FlushDecompress, Status};

use crate::MediaError;
use crate::cleaned::Dropped;
use crate::limits::PDF_UNPACKED_BYTES_MAX;

/// Names of what is not published, and what it is in words.
const ACTIVE: [(&[u8], &str); 9] = [
    (b"JavaScript", "a program (JavaScript)"),
    (b"Launch", "a call of another program"),
    (b"EmbeddedFile", "another file inside it"),
    (b"EmbeddedFiles", "another file inside it"),
    (b"RichMedia", "a film, a sound or a program"),
    (b"XFA", "a form with programs"),
    (b"SubmitForm", "a form that sends data away"),
    (b"ImportData", "a form that reads files"),
    (b"Encrypt", ""),
];
/// Ways of packing through which this module does not look.
const CLOSED: [&[u8]; 9] =
    [b"ASCIIHexDecode", b"AHx", b"ASCII85Decode", b"A85", b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL", b"Crypt"];
/// Names of the document's properties that say who made it.
const PROPERTIES: [&[u8]; 3] = [b"Author", b"Creator", b"Producer"];
/// Longest name that is compared; longer ones are none of those looked for.
const NAME_BYTES_MAX: usize = 32;
/// Bytes in front of a stream in which its dictionary is looked for.
const DICTIONARY_BYTES: usize = 4_096;
/// Bytes unpacked at a time.
const WINDOW_BYTES: usize = 64 << 10;

/// A PDF that only shows pages.
#[derive(Debug)]
pub(crate) struct CleanPdf {
    pub(crate) bytes: Vec<u8>,
    pub(crate) dropped: Dropped,
    pub(crate) remarks: Vec<String>,
}

/// Refuses what carries programs, other files or encryption, and cuts what stands behind the end. All bytes are looked
/// through, those of streams and comments too: what a reader of PDF takes for what is its own affair.
pub(crate) fn clean(bytes: &[u8]) -> Result<CleanPdf, MediaError> {
    const END: &[u8] = b"%%EOF";
    let end = bytes.windows(END.len()).rposition(|window| window == END);
    let end = end.ok_or(MediaError::damaged("PDF", "it has no end"))? + END.len();
    let mut dropped = Dropped::default();
    dropped.note_rest(&bytes[end..]);
    let mut kept = bytes[..end].to_vec();
    kept.push(b'\n');
    let mut names = Names::default();
    names.read(&kept)?;
    let mut unpacked = 0;
    for (dictionary, data) in streams(&kept) {
        look_inside(dictionary, data, &mut unpacked)?;
    }
    let mut remarks = Vec::new();
    if names.properties {
        remarks.push("the PDF names its author or the program that made it; look at its properties".to_owned());
    }
    Ok(CleanPdf { bytes: kept, dropped, remarks })
}

/// Each stream's data up to the end of the file, with what stands in front of it.
fn streams(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    const WORD: &[u8] = b"stream";
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + bytes[from..].windows(WORD.len()).position(|window| window == WORD)?;
            from = at + WORD.len();
            if bytes[..at].ends_with(b"end") {
                continue;
            }
            let data = bytes[from..].strip_prefix(b"\r").unwrap_or(&bytes[from..]);
            return Some((&bytes[at.saturating_sub(DICTIONARY_BYTES)..at], data.strip_prefix(b"\n").unwrap_or(data)));
        }
    })
}

/// Looks through a stream that holds packed objects (ISO 32000-2 §7.5.7); others are what pages show.
fn look_inside(before: &[u8], data: &[u8], unpacked: &mut u64) -> Result<(), MediaError> {
    const OBJECT: &[u8] = b"obj";
    let begin = before.windows(OBJECT.len()).rposition(|window| window == OBJECT).unwrap_or(0);
    let found = names_in(&before[begin..]);
    let has = |name: &[u8]| found.iter().any(|found| found == name);
    if !(has(b"ObjStm") || has(b"First") && has(b"N")) {
        return Ok(());
    }
    let closed = || MediaError::damaged("PDF", "its objects are packed in an unusual way and cannot be looked through");
    if CLOSED.iter().any(|way| has(way)) || has(b"Predictor") {
        return Err(closed());
    }
    // What is not packed at all was looked through with the rest of the file.
    if !(has(b"FlateDecode") || has(b"Fl") || data.first().is_some_and(|byte| byte & 0x0f == 8)) {
        return Ok(());
    }
    let mut unpacker = Decompress::new(true);
    let mut names = Names::default();
    let mut window = vec![0; WINDOW_BYTES];
    loop {
        let (read, written) = (unpacker.total_in(), unpacker.total_out());
        let rest = usize::try_from(read).ok().and_then(|read| data.get(read..)).unwrap_or_default();
        let status = unpacker.decompress(rest, &mut window, FlushDecompress::None).map_err(|_| closed())?;
        let fresh = usize::try_from(unpacker.total_out() - written).unwrap_or(0);
        names.read(&window[..fresh])?;
        *unpacked += unpacker.total_out() - written;
        if *unpacked > PDF_UNPACKED_BYTES_MAX {
            return Err(MediaError::damaged("PDF", "its packed objects have no end"));
        }
        if status == Status::StreamEnd || fresh == 0 && unpacker.total_in() == read {
            return names.end();
        }
    }
}

/// The names in a piece of a PDF, their escapes resolved.
fn names_in(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'/') {
        let name: Vec<u8> = rest[at + 1..].iter().copied().take_while(|byte| !ends_name(*byte)).collect();
        rest = &rest[at + 1..];
        found.push(resolved(&name));
    }
    found
}

/// Reads names out of bytes that come in pieces, and refuses those that stand for something active.
#[derive(Debug, Default)]
struct Names {
    name: Option<Vec<u8>>,
    properties: bool,
}

impl Names {
    fn read(&mut self, bytes: &[u8]) -> Result<(), MediaError> {
        for byte in bytes {
            if ends_name(*byte) {
                self.end()?;
                self.name = (*byte == b'/').then(Vec::new);
            } else if let Some(name) = &mut self.name {
                name.push(*byte);
                // An escape has three bytes for one.
                if name.len() > 3 * NAME_BYTES_MAX {
                    self.name = None;
                }
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), MediaError> {
        let Some(name) = self.name.take() else { return Ok(()) };
        let name = resolved(&name);
        self.properties |= PROPERTIES.contains(&name.as_slice());
        match ACTIVE.iter().find(|(active, _)| *active == name) {
            Some((b"Encrypt", _)) => Err(MediaError::EncryptedPdf),
            Some((_, what)) => Err(MediaError::ActivePdf { what }),
            None => Ok(()),
        }
    }
}

/// Whether a byte ends a name: white space or a delimiter (ISO 32000-2 §7.2.3).
fn ends_name(byte: u8) -> bool {
    matches!(
        byte,
        0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// A name with `#4A` read as `J` (ISO 32000-2 §7.3.5).
fn resolved(name: &[u8]) -> Vec<u8> {
    let mut resolved = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(byte) = name.get(at) {
        let digit = |offset: usize| name.get(at + offset).and_then(|digit| char::from(*digit).to_digit(16));
        let escaped = (*byte == b'#').then(|| digit(1).zip(digit(2))).flatten();
        match escaped.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(value) => {
                resolved.push(value);
                at += 3;
            }
            None => {
                resolved.push(*byte);
                at += 1;
            }
        }
    }
    resolved
}
