//! Bytes to lines: compressed or not, without holding a line that is too long.

use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

/// Bytes asked for at a time: large enough that reading costs nothing beside the work on a line.
const READ_BYTES: usize = 256 << 10;
/// What a gzip member begins with (RFC 1952 §2.3.1).
const GZIP_MAGIC: [u8; 2] = [0x1F, 0x8B];
/// The byte order mark that some editors put in front of UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// One line that is not blank.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawLine {
    /// Its number, from 1; blank lines count.
    pub(super) number: u64,
    /// What stands in it.
    pub(super) content: Content,
}

/// What stands in a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Its bytes, without white space at the ends.
    Bytes {
        /// The bytes.
        bytes: Vec<u8>,
        /// Whether a line break ends it; the last line of a file that was cut has none.
        is_ended: bool,
    },
    /// It is longer than the limit and was passed over.
    TooLong,
}

/// The lines of an input.
pub(super) struct Lines<'a> {
    input: Box<dyn BufRead + Send + 'a>,
    bytes_max: usize,
    number: u64,
    failed: Option<io::Error>,
}

impl<'a> Lines<'a> {
    /// Opens an input, unpacking it when it begins like a gzip file. `read` counts the bytes taken from the input itself.
    pub(super) fn open(input: impl Read + Send + 'a, read: &'a AtomicU64, bytes_max: usize) -> io::Result<Self> {
        let mut counted = Counted { input, read };
        let mut magic = Vec::with_capacity(GZIP_MAGIC.len());
        Read::take(&mut counted, GZIP_MAGIC.len() as u64).read_to_end(&mut magic)?;
        let is_packed = magic == GZIP_MAGIC;
        let whole = Cursor::new(magic).chain(counted);
        let input: Box<dyn BufRead + Send + 'a> = if is_packed {
            Box::new(BufReader::with_capacity(
                READ_BYTES,
                MultiGzDecoder::new(BufReader::with_capacity(READ_BYTES, whole)),
            ))
        } else {
            Box::new(BufReader::with_capacity(READ_BYTES, whole))
        };
        Ok(Self { input, bytes_max, number: 0, failed: None })
    }

    /// The number of the last line that was begun.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The next line that is not blank. When the input fails in the middle of a line, the part that could be read
    /// comes first and the failure with the next call.
    pub(super) fn next(&mut self) -> io::Result<Option<RawLine>> {
        loop {
            if let Some(error) = self.failed.take() {
                return Err(error);
            }
            let mut bytes = Vec::new();
            // A limit in bytes plus the line break itself.
            let limit = self.bytes_max as u64 + 1;
            if let Err(error) = Read::take(&mut self.input, limit).read_until(b'\n', &mut bytes) {
                self.failed = Some(error);
            }
            if bytes.is_empty() && self.failed.is_none() {
                return Ok(None);
            }
            self.number += 1;
            let number = self.number;
            let is_ended = bytes.last() == Some(&b'\n');
            if !is_ended && bytes.len() as u64 == limit {
                if let Err(error) = self.input.skip_until(b'\n') {
                    self.failed = Some(error);
                }
                return Ok(Some(RawLine { number, content: Content::TooLong }));
            }
            if number == 1 && bytes.starts_with(BOM) {
                bytes.drain(..BOM.len());
            }
            let text = bytes.trim_ascii();
            if !text.is_empty() {
                let bytes = if text.len() == bytes.len() { bytes } else { text.to_vec() };
                return Ok(Some(RawLine { number, content: Content::Bytes { bytes, is_ended } }));
            }
        }
    }
}

/// Counts what is read, for progress.
struct Counted<'a, R> {
    input: R,
    read: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
