//! A picture's file after cleaning, and what the cleaning dropped.

use image::metadata::Orientation;

use crate::MediaError;
use crate::limits::{PIXELS_MAX, SIDE_PIXELS_MAX};

/// A picture's file without its metadata, not decoded yet.
#[derive(Debug)]
pub(crate) struct Cleaned {
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// 1 for a still picture.
    pub(crate) frames: u32,
    /// How the picture is to be turned, which its metadata said.
    pub(crate) orientation: Orientation,
    pub(crate) dropped: Dropped,
}

/// What was dropped, in words, each once, in the order in which it was found.
#[derive(Debug, Default)]
pub(crate) struct Dropped(pub(crate) Vec<String>);

impl Dropped {
    pub(crate) fn note(&mut self, what: &str) {
        if !self.0.iter().any(|known| known == what) {
            self.0.push(what.to_owned());
        }
    }

    /// Notes metadata of the camera (Exif 2.32); what begins with `Exif` and two zeros has them stripped.
    pub(crate) fn note_exif(&mut self, exif: &[u8]) {
        self.note(if has_place(exif) {
            "the camera’s data (Exif), with the place where the picture was taken"
        } else {
            "the camera’s data (Exif)"
        });
    }

    /// Notes a description (XMP).
    pub(crate) fn note_xmp(&mut self, xmp: &[u8]) {
        let placed = xmp.windows(4).any(|word| word == b"GPSL");
        self.note(if placed {
            "a description (XMP), with the place where the picture was taken"
        } else {
            "a description (XMP)"
        });
    }

    pub(crate) fn note_rest(&mut self, rest: &[u8]) {
        if rest.iter().any(|byte| *byte != 0 && !byte.is_ascii_whitespace()) {
            self.note("data behind the end of the file");
        }
    }
}

/// Refuses a picture whose header claims more than is taken, before anything is decoded.
pub(crate) fn check_pixels(format: &'static str, width: u32, height: u32) -> Result<(), MediaError> {
    if width == 0 || height == 0 {
        return Err(MediaError::damaged(format, "it says it has no pixels"));
    }
    if width.max(height) > SIDE_PIXELS_MAX || u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(MediaError::TooManyPixels { width, height });
    }
    Ok(())
}

/// The orientation that Exif data state; none when they are damaged.
pub(crate) fn orientation(exif: &[u8]) -> Orientation {
    Orientation::from_exif_chunk(exif).unwrap_or(Orientation::NoTransforms)
}

/// Whether Exif data have a table of places (tag 0x8825 in the first directory).
fn has_place(exif: &[u8]) -> bool {
    let big = exif.starts_with(b"MM");
    let short = |at: usize| {
        let pair: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let long = |at: usize| {
        let four: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let Some(directory) = long(4).and_then(|at| usize::try_from(at).ok()) else { return false };
    let entries = short(directory).unwrap_or(0);
    (0..usize::from(entries)).any(|entry| {
        let at = directory.checked_add(2 + entry * 12);
        at.and_then(short) == Some(0x8825)
    })
}
