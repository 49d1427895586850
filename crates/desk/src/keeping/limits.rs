//! Limits of the keeping rooms, each with the reason for its number.

/// Characters of one field: a postal address or a remark of half a page; what is longer belongs into a page.
pub(super) const FIELD_CHARS_MAX: usize = 2_000;
/// Rows of one list (clocks, telephones, hours, holidays, offices): four offices a year for ten years.
pub(super) const ROWS_MAX: usize = 40;
/// Empty rows that a form offers beyond those that are filled in: with fewer, "more rows" is pressed too often.
pub(super) const ROWS_SPARE: usize = 2;
/// Bytes of one form: all fields of the longest form in six languages, in a script of three bytes a letter.
pub(super) const FORM_BYTES_MAX: usize = 2 << 20;
/// Bytes of one upload: two files of the largest size, or many pictures; more would hold up everybody's memory.
pub(super) const UPLOAD_BYTES_MAX: usize = (media::FILE_BYTES_MAX << 1) + (1 << 20);
/// Files of one upload: as many as the form without scripts has places for, and some more for programs.
pub(super) const UPLOAD_FILES_MAX: usize = 12;
/// Places for files in the upload form.
pub(super) const UPLOAD_PLACES: usize = 4;
/// Files on one page of the library: what fits some screens with thumbnails.
pub(super) const MEDIA_LINES: usize = 48;
/// Files that the editor's dialog is offered: the newest ones; older ones are found in the library.
pub(super) const MEDIA_OFFERED_MAX: usize = 500;
/// Editions that are looked through for uses of a file: some years of a mission's messages, in well under a second.
pub(super) const USES_EDITIONS_MAX: usize = 500;
/// Evergreen pages and messages that lists of this room look through: more than a mission has pages.
pub(super) const EDITIONS_LISTED_MAX: usize = 2_000;
/// Messages offered as the front page's lead: about two months of them.
pub(super) const LEADS_OFFERED_MAX: usize = 60;
/// Characters of a token's name: enough to say which program uses it.
pub(super) const TOKEN_NAME_CHARS_MAX: usize = 80;
/// Days for which a token may be made: a secret that nobody looks at for longer is forgotten.
pub(super) const TOKEN_DAYS: [i64; 5] = [1, 7, 30, 90, 365];
/// Letters of an id that is made from a name: short enough for an address and the audit.
pub(super) const ID_CHARS_MAX: usize = 48;
