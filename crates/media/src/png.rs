//! PNG (W3C Portable Network Graphics, third edition): its chunks, cleaned without decoding.

use image::metadata::Orientation;

use crate::MediaError;
use crate::cleaned::{Cleaned, Dropped, check_pixels, orientation};

/// The chunks that are needed to show the picture in its colours.
const KEPT: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs",
];

fn damaged(why: &'static str) -> MediaError {
    MediaError::damaged("PNG", why)
}

/// Keeps the chunks that show the picture; of an animation only its first picture.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, MediaError> {
    let mut dropped = Dropped::default();
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(&bytes[..8]);
    let mut turned = Orientation::NoTransforms;
    let mut size = None;
    let mut at = 8;
    loop {
        let cut_off = || damaged("it ends in the middle");
        let four = |from: usize| -> Option<[u8; 4]> { bytes.get(from..from + 4)?.try_into().ok() };
        let length = four(at).map(u32::from_be_bytes).and_then(|length| usize::try_from(length).ok());
        let (length, name) = length.zip(four(at + 4)).ok_or_else(cut_off)?;
        let end = at.checked_add(12).and_then(|at| at.checked_add(length)).ok_or_else(cut_off)?;
        let whole = bytes.get(at..end).ok_or_else(cut_off)?;
        let content = &whole[8..whole.len() - 4];
        if size.is_none() != (&name == b"IHDR") {
            return Err(damaged("its header is not its first part"));
        }
        if &name == b"IHDR" {
            let wide = four(at + 8).map(u32::from_be_bytes).unwrap_or_default();
            let high = four(at + 12).map(u32::from_be_bytes).unwrap_or_default();
            check_pixels("PNG", wide, high)?;
            size = Some((wide, high));
        }
        if KEPT.contains(&&name) {
            kept.extend_from_slice(whole);
        } else if name[0].is_ascii_uppercase() {
            return Err(damaged("it has a part that no program may pass over and none knows"));
        } else {
            if &name == b"eXIf" && turned == Orientation::NoTransforms {
                turned = orientation(content);
            }
            note(&mut dropped, &name, content);
        }
        at = end;
        if &name == b"IEND" {
            break;
        }
    }
    dropped.note_rest(&bytes[at..]);
    let (width, height) = size.ok_or_else(|| damaged("it has no header"))?;
    Ok(Cleaned { bytes: kept, width, height, frames: 1, orientation: turned, dropped })
}

fn note(dropped: &mut Dropped, name: &[u8; 4], content: &[u8]) {
    match name {
        b"eXIf" => dropped.note_exif(content),
        b"iTXt" if content.starts_with(b"XML:com.adobe.xmp\0") => dropped.note_xmp(content),
        b"tEXt" | b"zTXt" | b"iTXt" => dropped.note("a text"),
        b"tIME" => dropped.note("the time of the last change"),
        b"acTL" | b"fcTL" | b"fdAT" => dropped.note("its movement (only the first picture is kept)"),
        _ => dropped.note("data of the program that made the picture"),
    }
}
