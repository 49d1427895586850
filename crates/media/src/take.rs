//! Taking a file in.

use domain::{MediaFile, MediaSize, Texts};
use image::metadata::Orientation;
use journal::Digest;

use crate::cleaned::Cleaned;
use crate::kind::{Kind, recognise};
use crate::limits::{FILE_BYTES_MAX, JPEG_QUALITY_ORIGINAL, WIDTHS};
use crate::name::stem_of;
use crate::pixels::Picture;
use crate::{MediaError, gif, jpeg, pdf, png, webp};

/// A file that can be kept and published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// SHA-256 of `bytes`.
    pub digest: Digest,
    /// A name that is safe in an address, with the ending of its type; `domain::MEDIA_NAME_CHARS_MAX` at most.
    pub name: String,
    /// The media type.
    pub mime: &'static str,
    /// Width in pixels; 0 for a document.
    pub width: u32,
    /// Height in pixels; 0 for a document.
    pub height: u32,
    /// The bytes, cleaned.
    pub bytes: Vec<u8>,
}

/// What became of a file from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The file itself, cleaned and upright.
    pub original: File,
    /// The same picture smaller, narrowest first; none for documents, animations and small pictures.
    pub sizes: Vec<File>,
    /// What was dropped, in words, for the person who brought the file.
    pub dropped: Vec<String>,
    /// What that person should look at before publishing, in words: what could not be dropped.
    pub remarks: Vec<String>,
}

impl Taken {
    /// What the library says of it. The bytes themselves go to the shelf first: [`Taken::files`].
    #[must_use]
    pub fn library_entry(&self, alt: Texts, credit: Option<String>) -> MediaFile {
        let File { digest, name, mime, width, height, bytes } = &self.original;
        let size = |file: &File| MediaSize {
            digest: file.digest,
            name: file.name.clone(),
            width: file.width,
            height: file.height,
            bytes: file.bytes.len() as u64,
        };
        MediaFile {
            digest: *digest,
            name: name.clone(),
            mime: (*mime).to_owned(),
            bytes: bytes.len() as u64,
            width: *width,
            height: *height,
            alt,
            credit,
            sizes: self.sizes.iter().map(size).collect(),
        }
    }

    /// Every file to be kept: the original, then the sizes.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        std::iter::once(&self.original).chain(&self.sizes)
    }
}

/// Takes a file in. `name` is what its sender called it; it only serves to name it again. The work may take seconds
/// and some hundred megabytes for the largest pictures, so it belongs on a thread of its own.
///
/// # Errors
/// A refusal in one sentence that says what to do. Nothing was kept.
pub fn take(bytes: &[u8], name: &str) -> Result<Taken, MediaError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(MediaError::TooLarge { bytes: bytes.len() });
    }
    let kind = recognise(bytes)?;
    let stem = stem_of(name, kind);
    let cleaned = match kind {
        Kind::Jpeg => jpeg::clean(bytes)?,
        Kind::Png => png::clean(bytes)?,
        Kind::WebP => webp::clean(bytes)?,
        Kind::Gif => gif::clean(bytes)?,
        Kind::Pdf => return document(bytes, &stem),
    };
    picture(kind, cleaned, &stem)
}

fn document(bytes: &[u8], stem: &str) -> Result<Taken, MediaError> {
    let cleaned = pdf::clean(bytes)?;
    Ok(Taken {
        original: file(Kind::Pdf, stem, cleaned.bytes, 0, 0),
        sizes: vec![],
        dropped: cleaned.dropped.0,
        remarks: cleaned.remarks,
    })
}

fn picture(kind: Kind, cleaned: Cleaned, stem: &str) -> Result<Taken, MediaError> {
    let Cleaned { bytes, width, height, frames, orientation, dropped } = cleaned;
    let picture = Picture::decode(kind, &bytes)?;
    let (picture, original) = if orientation == Orientation::NoTransforms {
        (picture, file(kind, stem, bytes, width, height))
    } else {
        // Without its metadata the picture would lie on its side, so it is turned for good.
        let (picture, made) = picture.turned(orientation, JPEG_QUALITY_ORIGINAL);
        (picture, file(made.kind, stem, made.bytes, made.width, made.height))
    };
    let widths = WIDTHS.iter().filter(|width| **width < original.width && frames == 1);
    let sizes = widths
        .filter_map(|width| picture.narrowed(*width))
        // A chart of few colours may grow when it is made smaller; then the original serves better.
        .filter(|made| made.bytes.len() < original.bytes.len())
        .map(|made| file(made.kind, &format!("{stem}-{}", made.width), made.bytes, made.width, made.height))
        .collect();
    Ok(Taken { original, sizes, dropped: dropped.0, remarks: vec![] })
}

fn file(kind: Kind, stem: &str, bytes: Vec<u8>, width: u32, height: u32) -> File {
    let name = format!("{stem}.{}", kind.ending());
    File { digest: Digest::of(&bytes), name, mime: kind.mime(), width, height, bytes }
}
