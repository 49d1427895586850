//! Named limits of the writing rooms, with the reason for each number.

use jiff::SignedDuration;

/// Bytes of what a script says of a message beside its text: all fields with the most characters that the newsroom takes, and
/// dozens of speakers and topics.
pub(crate) const FIELDS_BYTES_MAX: usize = 1 << 20;
/// Bytes of a request that saves a text: the newsroom's limit of the text itself, with the fields.
pub(crate) const SAVE_BODY_BYTES_MAX: usize = newsroom::TEXT_BYTES_MAX + FIELDS_BYTES_MAX;
/// Bytes of a request that carries a text to its merge: JSON in a form takes three bytes for many a sign.
pub(crate) const MERGE_BODY_BYTES_MAX: usize = 64 << 20;
/// Bytes of a form without a text: choices for tens of thousands of passages.
pub(crate) const FORM_BODY_BYTES_MAX: usize = 1 << 20;
/// Fields of one form: the most speakers and topics that are possible, and everything else twice over. Each takes memory,
/// however empty it is.
pub(crate) const PAIRS_MAX: usize = 1_000;
/// Bytes from which a request counts as heavy: larger than any transcript known, so that the daily work never waits.
pub(crate) const HEAVY_BYTES: u64 = 2 << 20;
/// Heavy requests that are taken in at the same time: each may take some hundred megabytes while it is read.
pub(crate) const HEAVY_AT_ONCE: usize = 2;
/// Bytes of a request that carries a paste: 20 MB of it (the limit of what is read), with the plain text and JSON's own signs.
pub(crate) const PASTE_BODY_BYTES_MAX: usize = 32 << 20;
/// Bytes of a request that carries a Word file: 50 MB of it (the limit of what is read) with the form around it.
pub(crate) const FILE_BODY_BYTES_MAX: usize = 51 << 20;
/// Bytes of a text beyond which saving does not check it: the page for submitting does. A save comes every few seconds and must
/// stay quick; the longest known transcript has a tenth of this.
pub(crate) const CHECKED_AT_SAVE_BYTES_MAX: usize = 2 << 20;
/// How long somebody counts as present after the last sign of life: a few saves.
pub(crate) const PRESENT: SignedDuration = SignedDuration::from_secs(30);
/// From when a sign of life is written again: half of the time it is good for, so that not every save writes one.
pub(crate) const PRESENT_AGAIN: SignedDuration = SignedDuration::from_secs(15);
/// How long a text that could not be saved is kept beside what is there: until the next working day.
pub(crate) const UNMERGED_KEPT: SignedDuration = SignedDuration::from_hours(24);
/// Texts of one person that wait to be merged into one edition: more than windows that somebody writes in.
pub(crate) const UNMERGED_MAX: usize = 8;
/// Internal addresses of a text that are looked up in one check, each once: the longest list of links known has a tenth.
pub(crate) const ADDRESSES_MAX: usize = 500;
/// Editions on one page of the list.
pub(crate) const LIST_LINES: usize = 50;
/// Pages of the list; beyond 100,000 editions somebody searches.
pub(crate) const LIST_PAGES_MAX: usize = 2_000;
/// Characters of the words that the list is searched for: a title's first line.
pub(crate) const WORDS_CHARS_MAX: usize = 200;
/// Living preview links of one edition: more people than that should read a release.
pub(crate) const LINKS_MAX: usize = 50;
/// The longest that a preview link may live, in hours: two weeks, after which nobody remembers who has it.
pub(crate) const LINK_HOURS_MAX: u32 = 24 * 14;
/// Characters of the name on a preview link: it is printed across the page.
pub(crate) const LINK_NAME_CHARS_MAX: usize = 80;
/// Places of a paste that are marked for a look; nobody looks at more.
pub(crate) const UNSURE_MAX: usize = 200;
/// Empty lines offered for further speakers or topics.
pub(crate) const SPARE_LINES: usize = 2;
/// Empty lines offered to somebody who asks for more: a round table.
pub(crate) const SPARE_LINES_MORE: usize = 12;
/// Speakers or topics of a message: the newsroom takes 4,000 characters of each, which hold no more names than this.
pub(crate) const VALUES_MAX: usize = 200;
