//! The shelf: media files by the digest of their bytes, on disk or in memory.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use journal::Digest;

use crate::StoreError;

/// Where media files are kept. Calls may come from any thread; they block.
///
/// A shelf knows nothing of names, types and visibility: who may read a file is decided elsewhere.
pub trait Shelf: Send + Sync {
    /// Keeps bytes under their digest. They are durable (they survive power loss) when this returns, or nothing of
    /// them is found. Keeping what is there already changes nothing; keeping what is there but damaged mends it.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when the bytes are not those of the digest; a failure of the store.
    fn put(&self, digest: Digest, bytes: &[u8]) -> Result<(), StoreError>;

    /// The bytes of a digest, checked against it; nothing when they are not there.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when what is stored is damaged: it is never handed out; a failure of the store.
    fn get(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError>;

    /// Whether there is something under a digest; it is not read.
    ///
    /// # Errors
    /// A failure of the store.
    fn has(&self, digest: Digest) -> Result<bool, StoreError>;

    /// Removes the bytes of a digest for good: for erasure, and nothing else. Removing what is not there changes
    /// nothing. When this returns, a loss of power does not bring them back.
    ///
    /// # Errors
    /// A failure of the store.
    fn remove(&self, digest: Digest) -> Result<(), StoreError>;

    /// All digests there are, in their order; what a write that was cut off left behind is not among them.
    ///
    /// # Errors
    /// A failure of the store.
    fn list(&self) -> Result<Vec<Digest>, StoreError>;
}

/// Refuses bytes that are not those of the digest.
fn check(digest: Digest, bytes: &[u8], place: &str) -> Result<(), StoreError> {
    if Digest::of(bytes) == digest {
        return Ok(());
    }
    Err(StoreError::Corrupt(format!("{place} does not hold what its name says")))
}

/// A shelf that is gone when it is dropped; "durable" means until then.
#[derive(Debug, Default)]
pub struct MemoryShelf(Mutex<BTreeMap<Digest, Vec<u8>>>);

impl MemoryShelf {
    /// An empty shelf.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<Digest, Vec<u8>>> {
        // A panic while the lock was held cannot have left a file half there: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf for MemoryShelf {
    fn put(&self, digest: Digest, bytes: &[u8]) -> Result<(), StoreError> {
        check(digest, bytes, &format!("media file {digest}"))?;
        self.files().insert(digest, bytes.to_vec());
        Ok(())
    }

    fn get(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.files().get(&digest).cloned())
    }

    fn has(&self, digest: Digest) -> Result<bool, StoreError> {
        Ok(self.files().contains_key(&digest))
    }

    fn remove(&self, digest: Digest) -> Result<(), StoreError> {
        self.files().remove(&digest);
        Ok(())
    }

    fn list(&self) -> Result<Vec<Digest>, StoreError> {
        Ok(self.files().keys().copied().collect())
    }
}

/// A shelf in a folder: `ab/abcdef…`, each file named by its digest, in folders by its first two digits.
#[derive(Debug)]
pub struct DiskShelf {
    folder: PathBuf,
    /// Parts the temporary names of writes that go on at the same time.
    writes: AtomicU64,
}

impl DiskShelf {
    /// The shelf in a folder, which is made when it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(|error| failure(&error, folder))?;
        Ok(Self { folder: folder.to_owned(), writes: AtomicU64::new(0) })
    }

    fn place(&self, digest: Digest) -> PathBuf {
        let name = digest.to_string();
        self.folder.join(&name[..2]).join(name)
    }

    /// Writes to a temporary name, makes it durable and gives it its name: a crash at any line leaves either nothing
    /// under the digest or all of it, and at worst a temporary file that nobody reads.
    fn write(&self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        let parent = place.parent().unwrap_or(&self.folder);
        if !parent.is_dir() {
            fs::create_dir(parent).or_else(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Ok(()),
                _ => Err(error),
            })?;
            sync_folder(&self.folder)?;
        }
        let count = self.writes.fetch_add(1, Ordering::Relaxed);
        let temporary = place.with_extension(format!("{}-{count}.new", std::process::id()));
        let written = write_new(&temporary, bytes).and_then(|()| fs::rename(&temporary, place));
        if written.is_err() {
            // The first failure is the one to tell; a temporary file that stays is never read.
            let _ = fs::remove_file(&temporary);
        }
        written.and_then(|()| sync_folder(parent))
    }
}

impl Shelf for DiskShelf {
    fn put(&self, digest: Digest, bytes: &[u8]) -> Result<(), StoreError> {
        check(digest, bytes, &format!("the file to be kept as {digest}"))?;
        if let Ok(Some(_)) = self.get(digest) {
            return Ok(());
        }
        let place = self.place(digest);
        self.write(&place, bytes).map_err(|error| failure(&error, &place))
    }

    fn get(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let place = self.place(digest);
        let bytes = match fs::read(&place) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failure(&error, &place)),
        };
        check(digest, &bytes, &format!("the file {}", place.display()))?;
        Ok(Some(bytes))
    }

    fn has(&self, digest: Digest) -> Result<bool, StoreError> {
        let place = self.place(digest);
        place.try_exists().map_err(|error| failure(&error, &place))
    }

    fn remove(&self, digest: Digest) -> Result<(), StoreError> {
        let place = self.place(digest);
        let parent = place.parent().unwrap_or(&self.folder);
        match fs::remove_file(&place).and_then(|()| sync_folder(parent)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failure(&error, &place)),
            _ => Ok(()),
        }
    }

    fn list(&self) -> Result<Vec<Digest>, StoreError> {
        let mut digests = Vec::new();
        for folder in names_in(&self.folder)? {
            let folder = self.folder.join(folder);
            if folder.is_dir() {
                // A temporary name is not 64 digits, so it is passed over.
                digests.extend(names_in(&folder)?.iter().filter_map(|name| name.parse::<Digest>().ok()));
            }
        }
        digests.sort_unstable();
        Ok(digests)
    }
}

fn names_in(folder: &Path) -> Result<Vec<String>, StoreError> {
    let failed = |error: io::Error| failure(&error, folder);
    let mut names = Vec::new();
    for item in fs::read_dir(folder).map_err(failed)? {
        names.extend(item.map_err(failed)?.file_name().into_string());
    }
    Ok(names)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes a folder's names durable: without it a loss of power may take back a new name.
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn failure(error: &io::Error, path: &Path) -> StoreError {
    let file = path.display().to_string();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full(file),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(file),
        _ => StoreError::Unavailable(format!("{file}: {error}")),
    }
}
