//! Files from outside, taken in safely.
//!
//! [`take`] recognises a file by its content, never by its name or by what the sender says of it; refuses what can
//! carry programs or is beyond the limits, each with a sentence that says what to do; drops metadata (where and when
//! a picture was taken, by whom, on which machine) and whatever stands behind the file's end; and makes smaller sizes
//! of pictures. The same bytes always give the same files.
//!
//! This crate must never do I/O, read a clock or decide who may see a file. Start reading at [`take`], then
//! `kind.rs` (what is taken and what is refused) and one of the formats, for example `jpeg.rs`.

mod cleaned;
mod error;
mod gif;
mod jpeg;
mod kind;
mod limits;
mod name;
mod pdf;
mod pixels;
mod png;
mod take;
mod webp;

pub use error::MediaError;
pub use limits::{ANIMATION_BYTES_MAX, FILE_BYTES_MAX, FRAMES_MAX, PIXELS_MAX, SIDE_PIXELS_MAX, WIDTHS};
pub use take::{File, Taken, take};
