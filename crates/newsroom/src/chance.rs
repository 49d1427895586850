//! Randomness as a parameter.

use std::sync::atomic::{AtomicU64, Ordering};

use domain::{AccountId, BundleId, MessageId};
use sha2::{Digest as _, Sha256};

/// A stream of unpredictable bytes from one seed: SHA-256 over seed and counter. The binary seeds it from the
/// system's source, tests and the demo with a constant.
#[derive(Debug)]
pub struct Chance {
    seed: [u8; 32],
    drawn: AtomicU64,
}

impl Chance {
    /// A stream from a seed. Two streams from one seed are the same.
    #[must_use]
    pub fn seeded(seed: [u8; 32]) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }

    /// The next 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> [u8; 32] {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed);
        Sha256::new().chain_update(self.seed).chain_update(count.to_be_bytes()).finalize().into()
    }

    fn bits(&self) -> [u8; 10] {
        let mut bits = [0; 10];
        bits.copy_from_slice(&self.bytes()[..10]);
        bits
    }

    /// A new message's id.
    #[must_use]
    pub fn message_id(&self) -> MessageId {
        MessageId::from_bits(self.bits())
    }

    /// A new account's id.
    #[must_use]
    pub fn account_id(&self) -> AccountId {
        AccountId::from_bits(self.bits())
    }

    /// A new bundle's id.
    #[must_use]
    pub fn bundle_id(&self) -> BundleId {
        BundleId::from_bits(self.bits())
    }

    /// A sheet's salt: 64 hexadecimal digits.
    #[must_use]
    pub fn salt(&self) -> String {
        journal::Digest(self.bytes()).to_string()
    }
}
