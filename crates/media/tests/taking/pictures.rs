//! Pictures.

use image::ImageFormat;
use media::{FILE_BYTES_MAX, MediaError, Taken, take};

use crate::samples::{
    SECRET, claimed_png, contains, cut_out, encoded, photograph, telling_gif, telling_jpeg, telling_png, telling_webp,
};

fn refusal(bytes: &[u8]) -> String {
    take(bytes, "picture.jpg").unwrap_err().to_string()
}

fn tells_nothing(taken: &Taken) -> bool {
    std::iter::once(&taken.original).chain(&taken.sizes).all(|file| !contains(&file.bytes, SECRET))
}

#[test]
fn a_picture_keeps_its_bytes_and_loses_what_tells_where_it_was_taken() {
    let picture = photograph(700, 300);
    let table = [
        (telling_jpeg(&picture, 1), encoded(&picture, ImageFormat::Jpeg), "image/jpeg", "harbour.jpg"),
        (telling_png(&picture, 1), encoded(&picture, ImageFormat::Png), "image/png", "harbour.png"),
    ];
    for (telling, plain, mime, name) in table {
        assert!(contains(&telling, SECRET));
        let taken = take(&telling, "Harbour.tiff").unwrap();
        assert!(tells_nothing(&taken));
        assert_eq!(taken.original.bytes, plain, "without being encoded anew");
        assert_eq!((taken.original.mime, taken.original.name.as_str()), (mime, name));
        assert_eq!((taken.original.width, taken.original.height), (700, 300));
        let said = taken.dropped.join("\n");
        assert!(said.contains("with the place where the picture was taken"), "{said}");
        assert!(said.contains("behind the end"), "{said}");
    }
}

#[test]
fn a_webp_and_a_gif_lose_it_too_and_still_show() {
    let webp = take(&telling_webp(&photograph(400, 200), 1), "a.webp").unwrap();
    assert!(tells_nothing(&webp));
    assert_eq!((webp.original.mime, webp.original.width, webp.sizes.len()), ("image/webp", 400, 1));
    image::load_from_memory_with_format(&webp.original.bytes, ImageFormat::WebP).unwrap();
    let gif = take(&telling_gif(3, 40, 20), "a.gif").unwrap();
    assert!(tells_nothing(&gif));
    assert_eq!((gif.original.mime, gif.original.width, gif.sizes.len()), ("image/gif", 40, 0));
    assert!(contains(&gif.original.bytes, b"NETSCAPE2.0"), "it still repeats");
    image::load_from_memory_with_format(&gif.original.bytes, ImageFormat::Gif).unwrap();
}

#[test]
fn a_picture_that_lay_on_its_side_is_upright_without_its_metadata() {
    let picture = photograph(400, 200);
    for telling in [telling_jpeg(&picture, 6), telling_png(&picture, 6), telling_webp(&picture, 6)] {
        let taken = take(&telling, "side").unwrap();
        assert!(tells_nothing(&taken));
        assert_eq!((taken.original.width, taken.original.height), (200, 400));
        let upright = image::load_from_memory(&taken.original.bytes).unwrap().into_luma8();
        assert_eq!((upright.width(), upright.height()), (200, 400));
        // The light corner was at the top left; a quarter turn to the right brings it to the top right.
        let mean = |x0: u32, y0: u32| {
            let sum: u32 = (0..40)
                .flat_map(|y| (0..40).map(move |x| (x, y)))
                .map(|(x, y)| u32::from(upright[(x0 + x, y0 + y)].0[0]))
                .sum();
            sum / 1_600
        };
        assert!(mean(155, 5) > mean(5, 5) + 40, "{} {}", mean(155, 5), mean(5, 5));
    }
}

#[test]
fn sizes_are_made_narrower_than_the_picture_and_never_wider() {
    let taken = take(&encoded(&photograph(1400, 701), ImageFormat::Jpeg), "Quay at noon.jpeg").unwrap();
    let sizes: Vec<_> = taken.sizes.iter().map(|size| (size.name.as_str(), size.width, size.height)).collect();
    assert_eq!(
        sizes,
        [("quay-at-noon-320.jpg", 320, 160), ("quay-at-noon-640.jpg", 640, 320), ("quay-at-noon-1280.jpg", 1280, 641)]
    );
    for size in &taken.sizes {
        let shown = image::load_from_memory_with_format(&size.bytes, ImageFormat::Jpeg).unwrap();
        assert_eq!((shown.width(), shown.height()), (size.width, size.height));
        assert_eq!(size.digest, domain::Digest::of(&size.bytes));
    }
    let entry = taken.library_entry(domain::Texts::default(), None);
    assert_eq!((entry.digest, entry.bytes), (taken.original.digest, taken.original.bytes.len() as u64));
    let digests: Vec<_> = taken.files().map(|file| file.digest).skip(1).collect();
    assert_eq!(entry.sizes.iter().map(|size| size.digest).collect::<Vec<_>>(), digests);
    assert!(take(&encoded(&photograph(320, 100), ImageFormat::Jpeg), "a").unwrap().sizes.is_empty());
}

#[test]
fn what_is_transparent_stays_transparent_in_every_size() {
    let taken = take(&encoded(&cut_out(800, 400), ImageFormat::Png), "emblem.png").unwrap();
    assert!(!taken.sizes.is_empty());
    for size in &taken.sizes {
        assert_eq!(size.mime, "image/png");
        let shown = image::load_from_memory_with_format(&size.bytes, ImageFormat::Png).unwrap().into_rgba8();
        assert_eq!(shown[(size.width - 1, 0)].0[3], 0);
        assert_eq!(shown[(0, 0)].0[3], 255);
    }
}

#[test]
fn a_picture_of_a_billion_pixels_is_refused_before_it_is_decoded() {
    let said = refusal(&claimed_png(40_000, 25_000));
    assert!(said.contains("40000 by 25000 pixels") && said.contains("make it smaller"), "{said}");
    assert!(matches!(take(&claimed_png(u32::MAX, 1), ""), Err(MediaError::TooManyPixels { .. })));
    let mut jpeg = encoded(&photograph(16, 16), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].fill(0xff);
    assert!(refusal(&jpeg).contains("65535 by 65535"));
    let mut gif = telling_gif(1, 8, 8);
    gif[6..10].fill(0xff);
    assert!(matches!(take(&gif, ""), Err(MediaError::TooManyPixels { .. })));
    let mut webp = encoded(&photograph(16, 16), ImageFormat::WebP);
    webp[21..25].fill(0xff);
    assert!(matches!(take(&webp, ""), Err(MediaError::TooManyPixels { .. })));
}

#[test]
fn a_drawing_with_a_script_is_refused_whatever_it_is_called() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for name in ["drawing.svg", "drawing.png", "drawing.jpg"] {
        let said = take(svg, name).unwrap_err().to_string();
        assert_eq!(said, "an SVG file can carry programs; export it as PNG");
    }
}

#[test]
fn a_file_that_is_too_large_or_empty_says_so() {
    assert!(refusal(&vec![0xff; FILE_BYTES_MAX + 1]).contains("40 MB are the most"));
    assert!(refusal(b"").contains("empty"));
}

#[test]
fn a_long_animation_is_a_film() {
    assert_eq!(take(&telling_gif(100, 4, 4), "a").unwrap().original.mime, "image/gif");
    let said = refusal(&telling_gif(101, 4, 4));
    assert!(said.contains("101 pictures") && said.contains("PNG"), "{said}");
}

#[test]
fn a_page_hidden_behind_a_picture_is_cut_off() {
    let picture = encoded(&photograph(64, 64), ImageFormat::Png);
    let polyglot = [&picture[..], b"<html><script>alert(1)</script></html>"].concat();
    let taken = take(&polyglot, "a.html").unwrap();
    assert_eq!(taken.original.bytes, picture);
    assert_eq!(taken.original.name, "a.png");
}

#[test]
fn a_picture_that_was_cut_off_in_the_middle_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = encoded(&photograph(120, 80), format);
        let said = refusal(&whole[..whole.len() * 2 / 3]);
        assert!(said.contains("damaged") && said.contains("export it anew"), "{format:?}: {said}");
    }
}

#[test]
fn the_colour_profile_stays() {
    let mut profile = vec![0u8; 200];
    profile[..4].copy_from_slice(&200u32.to_be_bytes());
    profile[16..20].copy_from_slice(b"RGB ");
    profile[36..40].copy_from_slice(b"acsp");
    let plain = encoded(&photograph(700, 300), ImageFormat::Jpeg);
    let content = [&b"ICC_PROFILE\0\x01\x01"[..], &profile].concat();
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    let profiled = [&plain[..2], &[0xff, 0xe2], &length, &content, &plain[2..]].concat();
    let taken = take(&profiled, "a").unwrap();
    assert_eq!(taken.original.bytes, profiled);
    assert!(taken.dropped.is_empty(), "{:?}", taken.dropped);
    assert!(taken.sizes.iter().all(|size| contains(&size.bytes, &profile)) && !taken.sizes.is_empty());
}
