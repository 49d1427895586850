//! Objects: sheets and documents by their digest.

use std::cell::RefCell;

use journal::Digest;

use crate::StoreError;

/// Compression level: the fastest, since import is bound by it and texts shrink to under half already.
const ZSTD_LEVEL: i32 = 1;
/// Largest object that is unpacked; a claimed size beyond it is damage or malice, not a text.
const OBJECT_BYTES_MAX: usize = 64 << 20;

thread_local! {
    /// The packer of this thread: its working memory is far larger than most texts, so it is made once.
    static PACKER: RefCell<Option<zstd::bulk::Compressor<'static>>> = const { RefCell::new(None) };
}

/// Bytes named by their SHA-256, packed for storage as one zstd frame (RFC 8878).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Digest of the unpacked bytes.
    pub digest: Digest,
    /// The bytes, packed.
    pub packed: Vec<u8>,
}

impl Object {
    /// Packs bytes.
    #[must_use]
    pub fn pack(bytes: &[u8]) -> Self {
        const CLAIM: &str = "compressing into memory has no way to fail";
        let packed = PACKER.with_borrow_mut(|kept| {
            let packer = kept.get_or_insert_with(|| zstd::bulk::Compressor::new(ZSTD_LEVEL).expect(CLAIM));
            packer.compress(bytes).expect(CLAIM)
        });
        Self { digest: Digest::of(bytes), packed }
    }

    /// The bytes, checked against their digest.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when they are damaged.
    pub fn unpack(&self) -> Result<Vec<u8>, StoreError> {
        let corrupt = || StoreError::Corrupt(format!("object {} is damaged", self.digest));
        let bytes = zstd::stream::decode_all(std::io::Read::take(&self.packed[..], OBJECT_BYTES_MAX as u64))
            .map_err(|_| corrupt())?;
        if Digest::of(&bytes) == self.digest { Ok(bytes) } else { Err(corrupt()) }
    }
}
