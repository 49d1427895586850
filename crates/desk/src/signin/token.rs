//! Secrets that programs keep: 256 random bits, handed out once, kept only as a digest.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use newsroom::Chance;

use super::limits::TOKEN_BYTES;

/// A fresh secret of 43 characters of base64url.
pub(crate) fn fresh(chance: &Chance) -> String {
    URL_SAFE_NO_PAD.encode(chance.bytes())
}

/// Whether a text can be a secret of [`fresh`]: the store is not asked for anything else.
pub(crate) fn looks_right(text: &str) -> bool {
    text.len() == (TOKEN_BYTES * 8).div_ceil(6)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
