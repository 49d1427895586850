//! Pixels: decoding, turning, making sizes, encoding.

use std::io::Cursor;

use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageDecoder as _, ImageEncoder, ImageFormat, ImageReader, Limits};

use crate::MediaError;
use crate::jpeg::is_profile;
use crate::kind::Kind;
use crate::limits::{DECODE_BYTES_MAX, JPEG_QUALITY, SIDE_PIXELS_MAX};

/// A decoded picture, its colours in eight bits.
pub(crate) struct Picture {
    pixels: DynamicImage,
    /// The colour profile that its pixels are in; nothing for the usual one (sRGB).
    profile: Option<Vec<u8>>,
    kind: Kind,
}

/// A picture made here.
pub(crate) struct Made {
    pub(crate) kind: Kind,
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Picture {
    /// Decodes a cleaned file; of an animation the first picture.
    pub(crate) fn decode(kind: Kind, bytes: &[u8]) -> Result<Self, MediaError> {
        let damaged = |_| MediaError::damaged(kind.name(), "its picture cannot be decoded");
        let format = match kind {
            Kind::Jpeg => ImageFormat::Jpeg,
            Kind::Png => ImageFormat::Png,
            Kind::WebP => ImageFormat::WebP,
            Kind::Gif => ImageFormat::Gif,
            Kind::Pdf => return Err(MediaError::Unknown),
        };
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut limits = Limits::default();
        limits.max_alloc = Some(DECODE_BYTES_MAX);
        limits.max_image_width = Some(SIDE_PIXELS_MAX);
        limits.max_image_height = Some(SIDE_PIXELS_MAX);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        // A profile that cannot be read is as good as none: the picture shows in the usual colours.
        let profile = decoder.icc_profile().ok().flatten();
        let pixels = eight_bits(DynamicImage::from_decoder(decoder).map_err(damaged)?);
        let space: &[u8] = if pixels.color().has_color() { b"RGB " } else { b"GRAY" };
        // The decoder turns the four inks of print into three colours; their profile does not fit those.
        let profile = profile.filter(|profile| is_profile(profile) && profile.get(16..20) == Some(space));
        Ok(Self { pixels, profile, kind })
    }

    /// The picture turned and written anew, whole, without loss where its format has none.
    pub(crate) fn turned(mut self, orientation: image::metadata::Orientation, quality: u8) -> (Self, Made) {
        self.pixels.apply_orientation(orientation);
        let lossless = self.pixels.color().has_alpha() || matches!(self.kind, Kind::Png | Kind::Gif);
        let bytes = if lossless { self.png(&self.pixels) } else { self.jpeg(&self.pixels, quality) };
        self.kind = if lossless { Kind::Png } else { Kind::Jpeg };
        let made = Made { kind: self.kind, bytes, width: self.pixels.width(), height: self.pixels.height() };
        (self, made)
    }

    /// The same picture at a smaller width.
    pub(crate) fn narrowed(&self, width: u32) -> Option<Made> {
        let (full_width, full_height) = (self.pixels.width(), self.pixels.height());
        let height = u64::from(full_height) * u64::from(width) + u64::from(full_width) / 2;
        let height = u32::try_from(height / u64::from(full_width)).ok()?.max(1);
        let pixels = resized(&self.pixels, width, height)?;
        let made = |kind, bytes| Some(Made { kind, bytes, width, height });
        if pixels.color().has_alpha() {
            return made(Kind::Png, self.png(&pixels));
        }
        let jpeg = self.jpeg(&pixels, JPEG_QUALITY);
        if matches!(self.kind, Kind::Png | Kind::Gif) {
            // A chart is smaller and sharper as PNG, a photograph as JPEG.
            let png = self.png(&pixels);
            if png.len() <= jpeg.len() {
                return made(Kind::Png, png);
            }
        }
        made(Kind::Jpeg, jpeg)
    }

    fn jpeg(&self, pixels: &DynamicImage, quality: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(JpegEncoder::new_with_quality(&mut bytes, quality), pixels);
        bytes
    }

    fn png(&self, pixels: &DynamicImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive), pixels);
        bytes
    }

    fn write(&self, mut encoder: impl ImageEncoder, pixels: &DynamicImage) {
        if let Some(profile) = &self.profile {
            // Both encoders take profiles; where one did not, the colours would be slightly off and nothing else.
            let _ = encoder.set_icc_profile(profile.clone());
        }
        let color: ExtendedColorType = pixels.color().into();
        encoder
            .write_image(pixels.as_bytes(), pixels.width(), pixels.height(), color)
            .expect("writing eight-bit pixels into memory has no way to fail");
    }
}

/// The same pixels in eight bits: grey or colour, with transparency only where something is transparent. JPEG has no
/// grey with transparency and neither format here needs one.
fn eight_bits(pixels: DynamicImage) -> DynamicImage {
    let color = pixels.color();
    if color.has_alpha() {
        let rgba = pixels.into_rgba8();
        if rgba.pixels().any(|pixel| pixel.0[3] != u8::MAX) {
            return DynamicImage::ImageRgba8(rgba);
        }
        return DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(rgba).into_rgb8());
    }
    if color.has_color() {
        DynamicImage::ImageRgb8(pixels.into_rgb8())
    } else {
        DynamicImage::ImageLuma8(pixels.into_luma8())
    }
}

/// Resizing works on four channels only: the other pixel layouts would be compiled for nothing but themselves.
fn resized(pixels: &DynamicImage, width: u32, height: u32) -> Option<DynamicImage> {
    let (from_width, from_height) = (pixels.width(), pixels.height());
    let full = Image::from_vec_u8(from_width, from_height, pixels.to_rgba8().into_raw(), PixelType::U8x4).ok()?;
    let mut smaller = Image::new(width, height, PixelType::U8x4);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&full, &mut smaller, &options).ok()?;
    let smaller = DynamicImage::ImageRgba8(image::RgbaImage::from_raw(width, height, smaller.into_vec())?);
    Some(match pixels {
        DynamicImage::ImageLuma8(_) => DynamicImage::ImageLuma8(smaller.into_luma8()),
        DynamicImage::ImageRgb8(_) => DynamicImage::ImageRgb8(smaller.into_rgb8()),
        _ => smaller,
    })
}
