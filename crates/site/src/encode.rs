//! Encoded bodies: identity, gzip and brotli of the same page, each with its own strong validator.

use std::io::Write as _;
use std::sync::OnceLock;

use bytes::Bytes;
use sha2::{Digest as _, Sha256};

/// Effort of gzip: pages are encoded while a reader waits, and 6 is where more effort stops paying.
const GZIP_LEVEL: u32 = 6;
/// Effort of brotli, likewise.
const BROTLI_QUALITY: u32 = 5;
/// Window of brotli in bits: larger than any page.
const BROTLI_WINDOW: u32 = 20;

/// A content coding (RFC 9110 §8.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// None.
    Identity,
    /// gzip (RFC 1952).
    Gzip,
    /// Brotli (RFC 7932).
    Brotli,
}

impl Encoding {
    /// The coding to answer with: brotli before gzip before none, among those the client takes (RFC 9110 §12.5.3).
    #[must_use]
    pub fn choose(accept: Option<&str>) -> Self {
        let Some(accept) = accept else { return Self::Identity };
        let takes = |name: &str| {
            let mut wildcard = false;
            for item in accept.split(',') {
                let (coding, weight) = item.split_once(';').unwrap_or((item, ""));
                let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
                let coding = coding.trim();
                if coding.eq_ignore_ascii_case(name) {
                    return !refused;
                }
                wildcard |= coding == "*" && !refused;
            }
            wildcard
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// The name in `Content-Encoding`; nothing for identity.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// A body in every coding, each made when it is first asked for.
#[derive(Debug)]
pub(crate) struct Encoded {
    identity: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
    tag: String,
    /// Whether the bytes are packed already (pictures, papers), so that coding them again brings nothing.
    is_file: bool,
}

impl Encoded {
    pub(crate) fn new(identity: Bytes) -> Self {
        let digest = Sha256::digest(&identity);
        let tag = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { identity, gzip: OnceLock::new(), brotli: OnceLock::new(), tag, is_file: false }
    }

    /// A media file, which is sent as it is, under a validator that its digest makes.
    pub(crate) fn file(identity: Bytes, tag: String) -> Self {
        Self { identity, gzip: OnceLock::new(), brotli: OnceLock::new(), tag, is_file: true }
    }

    /// The coding in which the body is sent to a client that would rather have `wanted`.
    pub(crate) fn coding(&self, wanted: Encoding) -> Encoding {
        if self.is_file { Encoding::Identity } else { wanted }
    }

    /// The body's bytes in a coding.
    pub(crate) fn bytes(&self, encoding: Encoding) -> Bytes {
        match self.coding(encoding) {
            Encoding::Identity => self.identity.clone(),
            Encoding::Gzip => self.gzip.get_or_init(|| gzip(&self.identity)).clone(),
            Encoding::Brotli => self.brotli.get_or_init(|| brotli(&self.identity)).clone(),
        }
    }

    /// The strong validator of the body in a coding (RFC 9110 §8.8.3): different bytes have different validators.
    pub(crate) fn etag(&self, encoding: Encoding) -> String {
        match self.coding(encoding).name() {
            Some(name) => format!("\"{}-{name}\"", self.tag),
            None => format!("\"{}\"", self.tag),
        }
    }

    /// Bytes held, for the cache's bound; compressed forms come to well under half.
    pub(crate) fn weight(&self) -> u64 {
        let length = self.identity.len() as u64;
        if self.is_file { length } else { length * 2 }
    }
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder =
        flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(GZIP_LEVEL));
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("writing into memory has no way to fail").into()
}

fn brotli(bytes: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(bytes.len() / 3);
    {
        let mut encoder = brotli::CompressorWriter::new(&mut out, 4_096, BROTLI_QUALITY, BROTLI_WINDOW);
        encoder.write_all(bytes).expect("writing into memory has no way to fail");
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coding_follows_what_the_client_takes() {
        let table = [
            (None, Encoding::Identity),
            (Some(""), Encoding::Identity),
            (Some("gzip"), Encoding::Gzip),
            (Some("gzip, deflate, br, zstd"), Encoding::Brotli),
            (Some("br;q=0, gzip;q=0.5"), Encoding::Gzip),
            (Some("*"), Encoding::Brotli),
            (Some("*;q=0"), Encoding::Identity),
            (Some("identity"), Encoding::Identity),
            (Some("GZIP"), Encoding::Gzip),
        ];
        for (accept, encoding) in table {
            assert_eq!(Encoding::choose(accept), encoding, "{accept:?}");
        }
    }

    #[test]
    fn every_coding_gives_the_same_page_under_its_own_validator() {
        use std::io::Read as _;
        let page = "Заявление. ".repeat(500);
        let encoded = Encoded::new(Bytes::from(page.clone()));
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&encoded.bytes(Encoding::Gzip)[..]).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, page);
        plain.clear();
        brotli::Decompressor::new(&encoded.bytes(Encoding::Brotli)[..], 4_096).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, page);
        assert_ne!(encoded.etag(Encoding::Gzip), encoded.etag(Encoding::Brotli));
    }
}
