//! JPEG (ITU-T T.81): its segments, cleaned without decoding.

use image::metadata::Orientation;

use crate::MediaError;
use crate::cleaned::{Cleaned, Dropped, check_pixels, orientation};
use crate::limits::{PROFILE_BYTES_MAX, SCANS_MAX};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/x";
const PROFILE: &[u8] = b"ICC_PROFILE\0";
/// Bytes of a JFIF header without its small preview picture.
const JFIF_BYTES: usize = 14;
/// Bytes of the Adobe segment, which says how colours are coded: without it a picture may come out in false ones.
const ADOBE_BYTES: usize = 12;

fn damaged(why: &'static str) -> MediaError {
    MediaError::damaged("JPEG", why)
}

/// A segment with the picture's data behind it, if it begins a scan.
struct Segment<'a> {
    marker: u8,
    content: &'a [u8],
    scan: &'a [u8],
}

/// Keeps what is needed to show the picture: every other segment is dropped, so that a new kind of metadata is
/// dropped too.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, MediaError> {
    let (segments, rest) = segments(bytes)?;
    let mut dropped = Dropped::default();
    let (width, height) = frame(&segments)?;
    let profile_is_sound = profile_is_sound(&segments);
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend([0xff, 0xd8]);
    let mut turned = Orientation::NoTransforms;
    let mut has_jfif = false;
    for Segment { marker, content, scan } in &segments {
        match marker {
            0xe0 if content.starts_with(b"JFIF\0") && content.len() >= JFIF_BYTES && !has_jfif => {
                has_jfif = true;
                if content.len() > JFIF_BYTES {
                    dropped.note("a small preview picture");
                }
                let mut jfif = content[..JFIF_BYTES].to_vec();
                jfif[12..].fill(0);
                push(&mut kept, *marker, &jfif);
            }
            0xe2 if content.starts_with(PROFILE) && profile_is_sound => push(&mut kept, *marker, content),
            0xee if content.starts_with(b"Adobe") && content.len() >= ADOBE_BYTES => {
                push(&mut kept, *marker, &content[..ADOBE_BYTES]);
            }
            0xe1 if content.starts_with(EXIF) => {
                let exif = &content[EXIF.len()..];
                // The first one counts, as it does for programs that show pictures.
                if turned == Orientation::NoTransforms {
                    turned = orientation(exif);
                }
                dropped.note_exif(exif);
            }
            0xe1 if content.starts_with(XMP) => dropped.note_xmp(content),
            0xed => dropped.note("the agency’s data (IPTC)"),
            0xe0..=0xef => dropped.note("data of the program that made the picture"),
            0xfe => dropped.note("a comment"),
            _ => {
                push(&mut kept, *marker, content);
                kept.extend_from_slice(scan);
            }
        }
    }
    kept.extend([0xff, 0xd9]);
    dropped.note_rest(rest);
    Ok(Cleaned { bytes: kept, width, height, frames: 1, orientation: turned, dropped })
}

fn push(kept: &mut Vec<u8>, marker: u8, content: &[u8]) {
    kept.extend([0xff, marker]);
    // A segment read from a file had its length in two bytes, and what is made of it here is never longer.
    kept.extend(u16::try_from(content.len() + 2).unwrap_or(u16::MAX).to_be_bytes());
    kept.extend_from_slice(content);
}

/// All segments between the picture's begin and end, and what stands behind the end.
fn segments(bytes: &[u8]) -> Result<(Vec<Segment<'_>>, &[u8]), MediaError> {
    let cut_off = || damaged("it ends in the middle");
    let mut segments = Vec::new();
    let mut at = 2;
    loop {
        if bytes.get(at).ok_or_else(cut_off)? != &0xff {
            return Err(damaged("there is something between its parts"));
        }
        while bytes.get(at) == Some(&0xff) {
            at += 1;
        }
        let marker = *bytes.get(at).ok_or_else(cut_off)?;
        at += 1;
        match marker {
            0xd9 => return Ok((segments, &bytes[at..])),
            // Tables, frames, scans, application data, comments; all of them have a length.
            0xc0..=0xc2 | 0xc4 | 0xda..=0xdd | 0xe0..=0xef | 0xfe => {}
            0xc3 | 0xc5..=0xcf => return Err(damaged("it is coded in a way that browsers do not show")),
            _ => return Err(damaged("it has a part that no JPEG has")),
        }
        let length: [u8; 2] = bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).ok_or_else(cut_off)?;
        let end = at + usize::from(u16::from_be_bytes(length));
        let content = bytes.get(at + 2..end).ok_or_else(cut_off)?;
        let scan_end = if marker == 0xda { scan_end(bytes, end).ok_or_else(cut_off)? } else { end };
        segments.push(Segment { marker, content, scan: &bytes[end..scan_end] });
        at = scan_end;
    }
}

/// Where a scan's coded data end: at the next marker that is neither an escaped byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

/// Width and height from the one frame header.
fn frame(segments: &[Segment<'_>]) -> Result<(u32, u32), MediaError> {
    let mut frames = segments.iter().filter(|segment| matches!(segment.marker, 0xc0..=0xc2));
    let (Some(frame), None) = (frames.next(), frames.next()) else {
        return Err(damaged("it has not exactly one picture"));
    };
    let scans = segments.iter().filter(|segment| segment.marker == 0xda).count();
    if scans == 0 || scans > SCANS_MAX {
        return Err(damaged("the number of its scans is not that of a picture"));
    }
    let &[_, high, low, wide, narrow, ..] = frame.content else { return Err(damaged("its header is cut off")) };
    let (width, height) = (u16::from_be_bytes([wide, narrow]).into(), u16::from_be_bytes([high, low]).into());
    check_pixels("JPEG", width, height)?;
    Ok((width, height))
}

/// Whether the segments of the colour profile (ICC.1, annex B.4) are all there, in order, and make a profile.
fn profile_is_sound(segments: &[Segment<'_>]) -> bool {
    let parts: Vec<&[u8]> = segments
        .iter()
        .filter(|segment| segment.marker == 0xe2)
        .filter_map(|segment| segment.content.strip_prefix(PROFILE))
        .collect();
    let numbered = parts.iter().zip(1..).all(|(part, number)| {
        part.first().is_some_and(|own| usize::from(*own) == number)
            && part.get(1).is_some_and(|all| usize::from(*all) == parts.len())
    });
    let profile: Vec<u8> = parts.iter().flat_map(|part| part.iter().skip(2)).copied().collect();
    numbered && is_profile(&profile)
}

/// Whether bytes are an ICC profile: its own length at the beginning, its signature at byte 36 (ICC.1 §7.2).
pub(crate) fn is_profile(profile: &[u8]) -> bool {
    let length: Option<[u8; 4]> = profile.get(..4).and_then(|four| four.try_into().ok());
    let says = length.and_then(|length| usize::try_from(u32::from_be_bytes(length)).ok());
    profile.len() <= PROFILE_BYTES_MAX && says == Some(profile.len()) && profile.get(36..40) == Some(b"acsp")
}
