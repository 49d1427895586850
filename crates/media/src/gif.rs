//! GIF (89a): its blocks, cleaned without decoding. An animation is kept if it is short.

use image::metadata::Orientation;

use crate::MediaError;
use crate::cleaned::{Cleaned, Dropped, check_pixels};
use crate::limits::{ANIMATION_BYTES_MAX, FRAMES_MAX, PIXELS_MAX};

const LOOP: &[u8] = b"\x0bNETSCAPE2.0";

fn damaged(why: &'static str) -> MediaError {
    MediaError::damaged("GIF", why)
}

fn cut_off() -> MediaError {
    damaged("it ends in the middle")
}

/// Keeps pictures, their timing and how often they repeat.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, MediaError> {
    let mut dropped = Dropped::default();
    let side = |at: usize| Some(u32::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
    let (width, height) = side(6).zip(side(8)).ok_or_else(cut_off)?;
    check_pixels("GIF", width, height)?;
    let mut at = 13 + table_bytes(*bytes.get(10).ok_or_else(cut_off)?);
    let mut kept = bytes.get(..at).ok_or_else(cut_off)?.to_vec();
    let (mut frames, mut pixels) = (0u32, 0u64);
    loop {
        let start = at;
        match *bytes.get(at).ok_or_else(cut_off)? {
            0x3b => break,
            0x2c => {
                let area = side(at + 5).zip(side(at + 7)).map(|(wide, high)| u64::from(wide) * u64::from(high));
                pixels += area.ok_or_else(cut_off)?.max(u64::from(width) * u64::from(height));
                frames += 1;
                let packed = *bytes.get(at + 9).ok_or_else(cut_off)?;
                // The size of the codes stands between the colours and the data.
                at = data_end(bytes, at + 10 + table_bytes(packed) + 1)?;
                kept.extend_from_slice(&bytes[start..at]);
            }
            0x21 => {
                at = data_end(bytes, at + 2)?;
                let label = bytes[start + 1];
                let is_loop = label == 0xff && bytes[start + 2..].starts_with(LOOP) && at == start + 19;
                match label {
                    0xf9 if at == start + 8 => kept.extend_from_slice(&bytes[start..at]),
                    _ if is_loop => kept.extend_from_slice(&bytes[start..at]),
                    0xfe => dropped.note("a comment"),
                    0xff if bytes[start + 2..at].starts_with(b"\x0bXMP DataXMP") => dropped.note_xmp(&bytes[start..at]),
                    _ => dropped.note("data of the program that made the picture"),
                }
            }
            // Some programs write an empty block too many.
            0x00 => at += 1,
            _ => return Err(damaged("it has a part that no GIF has")),
        }
    }
    kept.push(0x3b);
    dropped.note_rest(&bytes[at + 1..]);
    if frames == 0 {
        return Err(damaged("it has no picture"));
    }
    if frames > 1 && (frames > FRAMES_MAX || pixels > PIXELS_MAX || kept.len() > ANIMATION_BYTES_MAX) {
        return Err(MediaError::AnimationTooLong { frames, bytes: kept.len() });
    }
    if pixels > PIXELS_MAX {
        return Err(MediaError::TooManyPixels { width, height });
    }
    Ok(Cleaned { bytes: kept, width, height, frames, orientation: Orientation::NoTransforms, dropped })
}

/// Bytes of the colour table that a packed field announces.
fn table_bytes(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << (usize::from(packed & 7) + 1) }
}

/// The end of a row of data blocks, each with its length in front, the last one empty.
fn data_end(bytes: &[u8], from: usize) -> Result<usize, MediaError> {
    let mut at = from;
    loop {
        let length = usize::from(*bytes.get(at).ok_or_else(cut_off)?);
        at += length + 1;
        if length == 0 {
            return Ok(at);
        }
    }
}
