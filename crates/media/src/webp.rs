//! WebP (RFC 9649): its chunks, cleaned without decoding. Still pictures only.

use image::metadata::Orientation;

use crate::MediaError;
use crate::cleaned::{Cleaned, Dropped, check_pixels, orientation};

/// Flags of the extended header: animation, XMP, Exif.
const ANIMATED: u8 = 0x02;
const HAS_METADATA: u8 = 0x04 | 0x08;

fn damaged(why: &'static str) -> MediaError {
    MediaError::damaged("WebP", why)
}

/// Keeps the picture, its transparency and its colour profile.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, MediaError> {
    let cut_off = || damaged("it ends in the middle");
    let declared = length_at(bytes, 4).and_then(|length| length.checked_add(8)).ok_or_else(cut_off)?;
    let inside = bytes.get(..declared).filter(|inside| inside.len() >= 12).ok_or_else(cut_off)?;
    let mut dropped = Dropped::default();
    let mut kept = b"RIFF\0\0\0\0WEBP".to_vec();
    let (mut canvas, mut picture, mut turned) = (None, None, Orientation::NoTransforms);
    let mut at = 12;
    while at < inside.len() {
        let name = inside.get(at..at + 4).ok_or_else(cut_off)?;
        let length = length_at(inside, at + 4).ok_or_else(cut_off)?;
        let end = (at + 8).checked_add(length).ok_or_else(cut_off)?;
        let content = inside.get(at + 8..end).ok_or_else(cut_off)?;
        match name {
            b"VP8X" if at == 12 && content.len() >= 10 => {
                if content[0] & ANIMATED != 0 {
                    return Err(MediaError::Refused {
                        what: "animated WebP pictures are not taken in",
                        advice: "export a short animation as GIF, or one picture of it as PNG",
                    });
                }
                canvas = Some((three(&content[4..7]) + 1, three(&content[7..10]) + 1));
                let mut header = content[..10].to_vec();
                header[0] &= !HAS_METADATA;
                push(&mut kept, b"VP8X", &header);
            }
            b"VP8 " | b"VP8L" if picture.is_none() => {
                let size = if name == b"VP8L" { lossless_size(content) } else { lossy_size(content) };
                picture = Some(size.ok_or_else(|| damaged("its header is not one"))?);
                push(&mut kept, name, content);
            }
            b"ALPH" if canvas.is_some() && picture.is_none() => push(&mut kept, name, content),
            b"ICCP" if canvas.is_some() && picture.is_none() => push(&mut kept, name, content),
            b"EXIF" => {
                let exif = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
                turned = orientation(exif);
                dropped.note_exif(exif);
            }
            b"XMP " => dropped.note_xmp(content),
            b"VP8X" | b"VP8 " | b"VP8L" | b"ANIM" | b"ANMF" => return Err(damaged("its parts are not in their order")),
            _ => dropped.note("data of the program that made the picture"),
        }
        at = end + length % 2;
    }
    dropped.note_rest(&bytes[declared..]);
    let (width, height) = picture.ok_or_else(|| damaged("it has no picture"))?;
    check_pixels("WebP", width, height)?;
    if canvas.is_some_and(|canvas| canvas != (width, height)) {
        return Err(damaged("its header and its picture differ in size"));
    }
    let length = u32::try_from(kept.len() - 8).map_err(|_| damaged("it is longer than its format allows"))?;
    kept[4..8].copy_from_slice(&length.to_le_bytes());
    Ok(Cleaned { bytes: kept, width, height, frames: 1, orientation: turned, dropped })
}

fn push(kept: &mut Vec<u8>, name: &[u8], content: &[u8]) {
    kept.extend_from_slice(name);
    // The content was found in a file whose whole length fits.
    kept.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_le_bytes());
    kept.extend_from_slice(content);
    if content.len() % 2 == 1 {
        kept.push(0);
    }
}

fn length_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

fn three(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// Width and height of a lossy picture (RFC 6386 §9.1).
fn lossy_size(content: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from(u16::from_le_bytes([*content.get(at)?, *content.get(at + 1)?]) & 0x3fff));
    (content.get(3..6)? == [0x9d, 0x01, 0x2a]).then_some(())?;
    Some((side(6)?, side(8)?))
}

/// Width and height of a lossless picture (RFC 9649 §3.4).
fn lossless_size(content: &[u8]) -> Option<(u32, u32)> {
    (*content.first()? == 0x2f).then_some(())?;
    let bits = u32::from_le_bytes(content.get(1..5)?.try_into().ok()?);
    Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
}
