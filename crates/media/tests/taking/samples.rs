//! Sample files with everything in them that must not get out.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// What stands for the place where a picture was taken.
pub const SECRET: &[u8] = b"51.5074N-secret-0.1278W";

/// A picture with a light corner at its top left, smooth like a photograph.
pub fn photograph(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        let wave = ((x as f32 / 9.0).sin() * 40.0 + (y as f32 / 7.0).cos() * 40.0) as i32;
        let light = if x < width / 4 && y < height / 4 { 120 } else { 0 };
        let tone = |base: i32| u8::try_from((base + wave + light).clamp(0, 255)).unwrap();
        Rgb([tone(90), tone(100), tone(60 + (x % 50) as i32)])
    }))
}

/// A picture whose right half is transparent.
pub fn cut_out(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgba8(RgbaImage::from_fn(width, height, |x, y| {
        let wave = ((x * y) % 251) as u8;
        Rgba([wave, 90, 200, if x > width / 2 { 0 } else { 255 }])
    }))
}

pub fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    if format == ImageFormat::Jpeg {
        // As a camera writes it; the encoder's own quality is lower than that of the sizes made here.
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 97);
        picture.write_with_encoder(encoder).unwrap();
        return bytes.into_inner();
    }
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Exif data: an orientation and a table of places with the secret in it.
pub fn exif(orientation: u16) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0]);
    exif.extend(u32::from(orientation).to_le_bytes());
    exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend_from_slice(SECRET);
    exif
}

fn segment(marker: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker][..], &length, &content].concat()
}

/// A JPEG with the secret in every place there is.
pub fn telling_jpeg(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::Jpeg);
    let told = [
        segment(0xe1, &[b"Exif\0\0", &exif(orientation)]),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0<x GPSLatitude='", SECRET, b"'/>"]),
        segment(0xe2, &[b"MPF\0", SECRET]),
        segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", SECRET]),
        segment(0xed, &[b"Photoshop 3.0\0", SECRET]),
        segment(0xef, &[SECRET]),
        segment(0xfe, &[SECRET]),
    ];
    [&plain[..2], &told.concat(), &plain[2..], SECRET].concat()
}

/// A chunk of a PNG, with its checksum (ISO 3309).
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let body = [&name[..], content].concat();
    let sum = !body.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    });
    [&u32::try_from(content.len()).unwrap().to_be_bytes()[..], &body, &sum.to_be_bytes()].concat()
}

/// A PNG with the secret in every place there is.
pub fn telling_png(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::Png);
    let told = [
        chunk(b"eXIf", &exif(orientation)),
        chunk(b"tEXt", &[b"Comment\0", SECRET].concat()),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", SECRET].concat()),
        chunk(b"zTXt", &[b"Comment\0\0", SECRET].concat()),
        chunk(b"tIME", &[7, 228, 9, 22, 12, 0, 0]),
        chunk(b"prVt", SECRET),
    ];
    // The signature has 8 bytes, the header 25.
    [&plain[..33], &told.concat(), &plain[33..], SECRET].concat()
}

/// A PNG's header for a picture of any claimed size, without the picture.
pub fn claimed_png(width: u32, height: u32) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), &chunk(b"IDAT", &[]), &chunk(b"IEND", &[])].concat()
}

fn riff(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let padding = if content.len() % 2 == 1 { &[0][..] } else { &[] };
    [&name[..], &u32::try_from(content.len()).unwrap().to_le_bytes(), content, padding].concat()
}

/// A WebP with the secret in every place there is.
pub fn telling_webp(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::WebP);
    // The encoder writes one lossless picture, behind the 12 bytes of the container.
    let side = |pixels: u32| (pixels - 1).to_le_bytes()[..3].to_vec();
    let header = [&[0x0c, 0, 0, 0][..], &side(picture.width()), &side(picture.height())].concat();
    let inside = [
        &b"WEBP"[..],
        &riff(b"VP8X", &header),
        &plain[12..],
        &riff(b"EXIF", &exif(orientation)),
        &riff(b"XMP ", SECRET),
        &riff(b"note", SECRET),
    ]
    .concat();
    [&riff(b"RIFF", &inside)[..], SECRET].concat()
}

/// A GIF of some frames with the secret in comments.
pub fn telling_gif(frames: u32, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
        encoder.set_repeat(image::codecs::gif::Repeat::Infinite).unwrap();
        for _ in 0..frames {
            encoder.encode_frame(image::Frame::new(cut_out(width, height).into_rgba8())).unwrap();
        }
    }
    let mut comment = vec![0x21, 0xfe, u8::try_from(SECRET.len()).unwrap()];
    comment.extend_from_slice(SECRET);
    comment.push(0);
    let trailer = bytes.len() - 1;
    [&bytes[..trailer], &comment, &bytes[trailer..], SECRET].concat()
}

/// A PDF of one empty page with something more in its catalogue.
pub fn pdf(more: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 \
         >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>\nendobj\ntrailer\n<< /Root 1 0 R \
         /Size 4 >>\nstartxref\n0\n%%EOF\n"
    )
    .into_bytes()
}

/// Whether some bytes stand in others.
pub fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
