//! Whatever the bytes: no panic, no place, the same files every time.

use std::sync::LazyLock;

use media::take;
use proptest::prelude::*;

use crate::samples::{
    SECRET, contains, cut_out, pdf, photograph, telling_gif, telling_jpeg, telling_png, telling_webp,
};

/// One file of each kind, small so that many changed copies can be tried.
static FILES: LazyLock<[Vec<u8>; 6]> = LazyLock::new(|| {
    let picture = photograph(40, 30);
    [
        telling_jpeg(&picture, 6),
        telling_png(&picture, 3),
        telling_png(&cut_out(33, 20), 1),
        telling_webp(&picture, 8),
        telling_gif(2, 12, 9),
        pdf("/Author (Somebody)"),
    ]
});

/// What to do to a file: where, in parts of a million of its length, and which byte.
fn changes() -> impl Strategy<Value = Vec<(u32, u8)>> {
    prop::collection::vec((0u32..1_000_000, any::<u8>()), 0..6)
}

fn place(part: u32, length: usize) -> usize {
    usize::try_from(u64::from(part) * length as u64 / 1_000_000).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_upset_nobody(which in 0usize..6, bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0usize..40) {
        let mut file = FILES[which][..head.min(FILES[which].len())].to_vec();
        file.extend(bytes);
        let _ = take(&file, "a");
    }

    #[test]
    fn changed_files_upset_nobody_and_come_out_the_same_every_time(
        which in 0usize..6, changes in changes(), cut in prop::option::of(0u32..1_000_000), name in ".{0,40}",
    ) {
        let mut file = FILES[which].clone();
        for (part, byte) in changes {
            let at = place(part, file.len());
            file[at] = byte;
        }
        if let Some(part) = cut {
            file.truncate(place(part, file.len()));
        }
        let taken = take(&file, &name);
        prop_assert_eq!(&taken, &take(&file, &name));
        if let Ok(taken) = taken {
            for file in std::iter::once(&taken.original).chain(&taken.sizes) {
                prop_assert_eq!(domain::media_type_of(&file.name), Some(file.mime));
                prop_assert!(file.name.len() <= domain::MEDIA_NAME_CHARS_MAX);
                prop_assert_eq!(file.digest, domain::Digest::of(&file.bytes));
            }
        }
    }

    #[test]
    fn the_place_never_survives_and_what_was_cleaned_is_clean(
        which in 0usize..5, width in 1u32..60, height in 1u32..60, orientation in 0u16..10,
    ) {
        let picture = photograph(width, height);
        let file = match which {
            0 => telling_jpeg(&picture, orientation),
            1 => telling_png(&picture, orientation),
            2 => telling_webp(&picture, orientation),
            3 => telling_png(&cut_out(width, height), orientation),
            _ => telling_gif(1, width, height),
        };
        let taken = take(&file, "a").unwrap();
        prop_assert!(!contains(&taken.original.bytes, SECRET));
        let again = take(&taken.original.bytes, "a").unwrap();
        prop_assert_eq!(&again.original, &taken.original);
        prop_assert!(again.dropped.is_empty(), "{:?}", again.dropped);
    }
}
