//! Named limits of what is taken in.

/// Largest file in bytes: a picture from a press photographer's camera has 10 to 25 MB, a long report as PDF about
/// as much.
pub const FILE_BYTES_MAX: usize = 40 << 20;
/// Most pixels of a picture, over all frames of an animation: today's cameras make 24 to 45 million; decoded, these
/// are 200 MB of memory, which the machine of a press office has to spare once.
pub const PIXELS_MAX: u64 = 50_000_000;
/// Longest side in pixels: the most that a JPEG, a WebP or a GIF can have, so that all formats are held to the same.
pub const SIDE_PIXELS_MAX: u32 = 65_535;
/// Most frames of an animation: ten seconds at ten frames a second. What is longer is a film.
pub const FRAMES_MAX: u32 = 100;
/// Largest animation in bytes: every reader of the page loads all of it, whatever the width of the screen.
pub const ANIMATION_BYTES_MAX: usize = 4 << 20;
/// Widths in pixels that pictures are made in: a telephone's list, a telephone, a column on a fine screen, a whole
/// screen.
pub const WIDTHS: [u32; 4] = [320, 640, 1280, 1920];
/// Quality of JPEG files made here: where more is hardly seen any more and costs much.
pub(crate) const JPEG_QUALITY: u8 = 82;
/// Quality of a JPEG that has to be written anew because it lay on its side: it is the original from now on.
pub(crate) const JPEG_QUALITY_ORIGINAL: u8 = 92;
/// Memory for decoding one picture: 50 million pixels of eight bytes, and some more.
pub(crate) const DECODE_BYTES_MAX: u64 = 512 << 20;
/// Scans of a progressive JPEG: cameras and programs make about ten; each one costs a pass over the whole picture.
pub(crate) const SCANS_MAX: usize = 100;
/// Largest colour profile in bytes: the large ones of printing works have about 2 MB.
pub(crate) const PROFILE_BYTES_MAX: usize = 4 << 20;
/// Bytes of a PDF's packed objects that are unpacked and looked through, in all: pages and pictures are not among them,
/// so that real documents come to a few MB; more is made to keep the machine busy.
pub(crate) const PDF_UNPACKED_BYTES_MAX: u64 = 128 << 20;
