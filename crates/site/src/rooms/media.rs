//! Media files: pictures and papers that a visible version refers to.
//!
//! Whether a file may be seen is the views' answer alone; what may not be seen answers as any unknown address does. A
//! file is never good for ever, though its address names its bytes: a withdrawal must take it back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use bytes::Bytes;
use domain::Digest;
use http::StatusCode;
use views::PublicMedia;

use crate::answer::{Answer, FileHeaders};
use crate::encode::Encoded;

/// A picture runs nothing and loads nothing, even when it is opened by itself.
const PICTURE_POLICY: &str = "default-src 'none'; sandbox";
/// Browsers refuse to show a PDF in a sandbox at all; what they show it with needs its own styles and the file itself.
const DOCUMENT_POLICY: &str = "default-src 'none'; object-src 'self'; img-src 'self' blob: data:; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// Where the bytes of media files come from. Calls may come from any thread and may block.
pub trait MediaBytes: Send + Sync {
    /// The bytes of a file, checked against its digest; nothing when they are missing or damaged, which the
    /// implementation notes for the operator.
    fn bytes(&self, digest: Digest) -> Option<Bytes>;
}

/// The files being sent, by digest.
type Sent = HashMap<Digest, Weak<Bytes>>;

/// The source of bytes, each file in memory once however many readers take it, and however slowly.
pub(crate) struct Files {
    source: Arc<dyn MediaBytes>,
    sent: Mutex<Sent>,
}

/// Bytes that many answers share; the file leaves the memory with the last of them.
struct Shared(Arc<Bytes>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Files {
    pub(crate) fn new(source: Arc<dyn MediaBytes>) -> Self {
        Self { source, sent: Mutex::default() }
    }

    pub(crate) fn bytes(&self, digest: Digest) -> Option<Bytes> {
        let known = || self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = known().get(&digest).and_then(Weak::upgrade);
        let shared = match sent {
            Some(shared) => shared,
            None => {
                // Read without the lock: a slow disk must not hold up other files.
                let read = Arc::new(self.source.bytes(digest)?);
                let mut sent = known();
                sent.retain(|_, file| file.strong_count() > 0);
                let shared = sent.get(&digest).and_then(Weak::upgrade).unwrap_or(read);
                sent.insert(digest, Arc::downgrade(&shared));
                shared
            }
        };
        Some(Bytes::from_owner(Shared(shared)))
    }
}

/// The answer that is a file.
pub(crate) fn answer(file: &PublicMedia, digest: Digest, bytes: Bytes) -> Answer {
    let is_picture = file.mime.starts_with("image/");
    let headers = FileHeaders {
        disposition: format!("inline; filename=\"{}\"", file.name),
        policy: if is_picture { PICTURE_POLICY } else { DOCUMENT_POLICY },
    };
    Answer {
        content_type: file.mime,
        file: Some(headers),
        // The digest in the address is as strong a validator as there is.
        body: Encoded::file(bytes, digest.to_string()),
        ..Answer::text(StatusCode::OK, "")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    struct Counting(AtomicUsize);

    impl MediaBytes for Counting {
        fn bytes(&self, digest: Digest) -> Option<Bytes> {
            self.0.fetch_add(1, Ordering::Relaxed);
            (digest == Digest::of(b"there")).then(|| Bytes::from_static(b"there"))
        }
    }

    #[test]
    fn a_file_is_in_memory_once_while_it_is_sent_and_not_at_all_afterwards() {
        let source = Arc::new(Counting(AtomicUsize::new(0)));
        let files = Files::new(source.clone());
        let digest = Digest::of(b"there");
        let (one, two) = (files.bytes(digest).unwrap(), files.bytes(digest).unwrap());
        assert_eq!((one.as_ref(), two.as_ref()), (&b"there"[..], &b"there"[..]));
        assert_eq!(one.as_ptr(), two.as_ptr());
        assert_eq!(source.0.load(Ordering::Relaxed), 1);
        drop((one, two));
        assert!(files.bytes(digest).is_some());
        assert_eq!(source.0.load(Ordering::Relaxed), 2);
        assert!(files.bytes(Digest::of(b"missing")).is_none());
    }
}
