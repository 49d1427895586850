//! Named limits of the editorial API, with the reason for each number.

/// Bytes of a body that carries fields but no text: the largest standing part of a site in six languages, in a script
/// of three bytes a letter.
pub(super) const JSON_BYTES_MAX: usize = 2 << 20;
/// Bytes of a body that carries a whole text: 20 MB of it (the newsroom's limit), with the marks of every paragraph
/// around it.
pub(super) const TEXT_BYTES_MAX: usize = 64 << 20;
/// Bytes of a body that carries a paste: 20 MB of it (the limit of what is read) with JSON's own signs.
pub(super) const PASTE_BYTES_MAX: usize = 32 << 20;
/// Bytes of a body that carries a file for the library: one of the largest size with the form around it.
pub(super) const MEDIA_BYTES_MAX: usize = media::FILE_BYTES_MAX + (1 << 20);
/// Bytes of a body where none is wanted: an empty object, and some spaces.
pub(super) const NOTHING_BYTES_MAX: usize = 1 << 10;
/// Characters of a reason, ground or note: what the newsroom takes for a public note.
pub(super) const REASON_CHARS_MAX: usize = newsroom::FIELD_CHARS_MAX;
/// Lines of one page of a list: a screen or two, in well under a second.
pub(super) const LINES: usize = 100;
/// Editions read for one page of the matrix or of past releases: some years of a mission's messages.
pub(super) const EDITIONS_READ_MAX: usize = 2_000;
/// Messages on one page of the matrix.
pub(super) const MATRIX_MESSAGES: usize = 50;
/// The furthest a cursor of a list reaches, in lines: beyond it somebody narrows the list.
pub(super) const OFFSET_MAX: usize = 100_000;
/// Characters of the words that a list is searched for: a title's first line.
pub(super) const WORDS_CHARS_MAX: usize = 200;
/// Characters of an idempotency key: four random UUIDs fit.
pub(super) const KEY_CHARS_MAX: usize = 255;
/// How long an answer is kept under its idempotency key, in hours: longer than any program repeats by itself.
pub(super) const KEY_HOURS: i64 = 24;
/// The longest life of a token in days: a secret that nobody looks at for longer is forgotten.
pub(super) const TOKEN_DAYS_MAX: i64 = 365;
/// Characters of a token's name: enough to say which program uses it.
pub(super) const TOKEN_NAME_CHARS_MAX: usize = 80;
/// Characters quoted of what a reader of JSON says: the field, what was wanted, and the beginning of what was there.
pub(super) const ERROR_CHARS_MAX: usize = 400;
