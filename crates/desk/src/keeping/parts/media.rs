//! What the library says of a file: its alternative text and its credit. The file itself does not change.

use domain::{ALT_CHARS_MAX, Fixture, MediaFile, Texts};

use super::put_texts;
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::reading::Reading;

const _: () =
    assert!(ALT_CHARS_MAX <= crate::keeping::limits::FIELD_CHARS_MAX, "an alternative text fits into a field");

pub(super) fn empty() -> MediaFile {
    MediaFile {
        digest: domain::Digest([0; 32]),
        name: String::new(),
        mime: String::new(),
        bytes: 0,
        width: 0,
        height: 0,
        alt: Texts::default(),
        credit: None,
        sizes: vec![],
    }
}

pub(super) fn fill(file: &MediaFile, input: &mut Input) {
    put_texts(input, "alt", &file.alt);
    input.set("credit", file.credit.as_deref().unwrap_or_default());
}

pub(super) fn lay(layout: &mut Layout<'_>) {
    layout.group("media").about("alt").texts(Control::Area, "alt", "alt");
    layout.field(Control::Text, "credit", "credit").hint("credit");
}

pub(super) fn read(reading: &mut Reading<'_>, before: Option<&Fixture>) -> Option<Fixture> {
    let Some(Fixture::Media(file)) = before else {
        reading.refuse("form", "media-gone");
        return None;
    };
    let (alt, credit) = (reading.texts("alt"), reading.text("credit"));
    Some(Fixture::Media(MediaFile { alt, credit, ..file.clone() }))
}
