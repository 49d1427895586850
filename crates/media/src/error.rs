//! Why a file is not taken in, in sentences that say what to do.

use crate::limits::{ANIMATION_BYTES_MAX, FILE_BYTES_MAX, FRAMES_MAX, PIXELS_MAX, SIDE_PIXELS_MAX};

/// Why a file is not taken in. Nothing of it is kept then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MediaError {
    /// There are no bytes.
    #[error("the file is empty; choose it again, or export it anew")]
    Empty,
    /// More bytes than are taken.
    #[error(
        "the file has {} MB and {} MB are the most; export it smaller, for a picture as JPEG",
        bytes.div_ceil(1 << 20), FILE_BYTES_MAX >> 20
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A known kind of file that is not taken.
    #[error("{what}; {advice}")]
    Refused {
        /// What it is, and why that is not taken.
        what: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// A kind of file that is not known here.
    #[error(
        "what kind of file this is cannot be told from its content; pictures are taken as JPEG, PNG, WebP or GIF, \
         documents as PDF"
    )]
    Unknown,
    /// More pixels than are taken.
    #[error(
        "the picture is {width} by {height} pixels; {} million pixels and a side of {SIDE_PIXELS_MAX} are the most; \
         make it smaller and try again",
        PIXELS_MAX / 1_000_000
    )]
    TooManyPixels {
        /// Its width as its header says.
        width: u32,
        /// Its height as its header says.
        height: u32,
    },
    /// An animation that is a film.
    #[error(
        "the animation has {frames} pictures and {} kB; {FRAMES_MAX} pictures, {} million pixels in all and {} MB are \
         the most; shorten it, or publish one of its pictures as PNG",
        bytes.div_ceil(1_000), PIXELS_MAX / 1_000_000, ANIMATION_BYTES_MAX >> 20
    )]
    AnimationTooLong {
        /// Its frames.
        frames: u32,
        /// Its size.
        bytes: usize,
    },
    /// A file that its format's rules do not fit.
    #[error("the {format} file is damaged ({why}); export it anew from the program it comes from")]
    Damaged {
        /// The format's name.
        format: &'static str,
        /// What is wrong.
        why: &'static str,
    },
    /// A PDF that does more than show pages.
    #[error("the PDF carries {what}, which is not published; print it to a new PDF and try again")]
    ActivePdf {
        /// What it carries.
        what: &'static str,
    },
    /// A PDF that needs a password or forbids something.
    #[error("the PDF is encrypted, so it cannot be checked; save it without password and restrictions")]
    EncryptedPdf,
}

impl MediaError {
    pub(crate) fn damaged(format: &'static str, why: &'static str) -> Self {
        Self::Damaged { format, why }
    }
}
