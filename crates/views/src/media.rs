//! Media: the library, and which of its files the public may see.
//!
//! What a file is (its name, type and sizes) is timeless: its digest says which bytes it stands for. Who may see it
//! follows from versions alone: a file is public at an instant when a version that is shown at that instant refers to
//! it, or to the picture that it is a size of. There is no other way in.

use std::collections::BTreeMap;

use document::{Block, Body, Document, Node, Picture, Span};
use domain::{AsOf, FixtureKey, Interval, MediaFile, media_address, media_reference, media_type_of};
use jiff::Timestamp;
use journal::{Digest, Entry};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::fold::{Row, packed_object, unpack};
use crate::schema::OPEN;
use crate::{Views, ViewsError};

/// A media file that the public may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicMedia {
    /// The media type.
    pub mime: &'static str,
    /// The name in its address.
    pub name: String,
    /// The size in bytes.
    pub bytes: u64,
}

impl Views {
    /// Whether any version that is shown at some instant, past or to come, refers to a file.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn shows_file(&self, site: &domain::SiteId, digest: Digest) -> Result<bool, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT EXISTS (SELECT 1 FROM media_ref WHERE site = ?1 AND digest = ?2)";
        Ok(reader.prepare_cached(sql)?.query_row(params![site.as_str(), digest.0], |row| row.get(0))?)
    }

    /// A file of this digest, if the public may see it at the instant.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn public_media(&self, as_of: &AsOf, digest: Digest) -> Result<Option<PublicMedia>, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT f.name, f.bytes FROM media_file f WHERE f.site = ?1 AND f.digest = ?2 AND EXISTS (
                       SELECT 1 FROM media_ref r WHERE r.site = f.site AND r.digest IN (f.digest, f.parent) AND r.from_us <= ?3 AND r.to_us > ?3
                   ) ORDER BY f.parent LIMIT 1";
        let found: Option<(String, i64)> = reader
            .prepare_cached(sql)?
            .query_row(params![as_of.site.as_str(), digest.0, as_of.instant.as_microsecond()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        Ok(found.and_then(|(name, bytes)| {
            Some(PublicMedia { mime: media_type_of(&name)?, name, bytes: u64::try_from(bytes).ok()? })
        }))
    }

    /// How a text's pictures are shown: measures and sizes, by digest. What is not in the library or no picture is left
    /// out.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn pictures(&self, as_of: &AsOf, text: &Document) -> Result<BTreeMap<String, Picture>, ViewsError> {
        let mut pictures = BTreeMap::new();
        for digest in files_in(text) {
            if let Some(file) = self.known_file(as_of, digest)?.filter(|file| file.width > 0) {
                let sizes =
                    file.sizes.iter().map(|size| (format!("{}/{}", size.digest, size.name), size.width)).collect();
                pictures.insert(digest.to_string(), Picture { width: file.width, height: file.height, sizes });
            }
        }
        Ok(pictures)
    }

    /// What the library said last of a file, whenever that was: what a file is does not depend on the instant.
    fn known_file(&self, as_of: &AsOf, digest: Digest) -> Result<Option<MediaFile>, ViewsError> {
        let reader = self.pool.reader()?;
        let sql = "SELECT part FROM media_part WHERE site = ?1 AND digest = ?2 AND part IS NOT NULL ORDER BY seq DESC LIMIT 1";
        let part: Option<String> = reader
            .prepare_cached(sql)?
            .query_row(params![as_of.site.as_str(), digest.0], |row| row.get(0))
            .optional()?;
        part.map(|part| read(&part)).transpose()
    }

    /// The media library as at the instant, what was added last first. It is the desk's: most of it is not public.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn media(&self, as_of: &AsOf) -> Result<Vec<MediaFile>, ViewsError> {
        self.library(as_of, None)
    }

    /// A file of the library as at the instant.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn media_file(&self, as_of: &AsOf, digest: Digest) -> Result<Option<MediaFile>, ViewsError> {
        Ok(self.library(as_of, Some(digest))?.pop())
    }

    fn library(&self, as_of: &AsOf, only: Option<Digest>) -> Result<Vec<MediaFile>, ViewsError> {
        let reader = self.pool.reader()?;
        // Of each file the last decision that holds, in the order in which the files were first added.
        let sql = "SELECT p.part FROM media_part p WHERE p.site = ?1 AND p.effective_us <= ?2 AND p.part IS NOT NULL
                   AND (?3 IS NULL OR p.digest = ?3) AND NOT EXISTS (
                       SELECT 1 FROM media_part l WHERE l.site = p.site AND l.digest = p.digest AND l.effective_us <= ?2
                       AND (l.effective_us, l.seq) > (p.effective_us, p.seq)
                   ) ORDER BY (SELECT min(f.seq) FROM media_part f WHERE f.site = p.site AND f.digest = p.digest) DESC, p.digest";
        let mut statement = reader.prepare_cached(sql)?;
        let only = only.map(|digest| digest.0);
        let parts = statement
            .query_map(params![as_of.site.as_str(), as_of.instant.as_microsecond(), only], |row| row.get(0))?
            .collect::<Result<Vec<String>, _>>()?;
        parts.iter().map(|part| read(part)).collect()
    }
}

fn read(part: &str) -> Result<MediaFile, ViewsError> {
    match serde_json::from_str(part) {
        Ok(domain::Fixture::Media(file)) => Ok(file),
        Ok(other) => Err(domain::FactError {
            kind: "FixtureSet".to_owned(),
            why: serde::de::Error::custom(format!("{} is not a media file", other.key())),
        }
        .into()),
        Err(why) => Err(domain::FactError { kind: "FixtureSet".to_owned(), why }.into()),
    }
}

/// The digest in a media file's key; nothing for the key of another fixture.
pub(crate) fn digest_of(key: &FixtureKey) -> Option<Digest> {
    (key.kind == "media").then(|| key.id.parse().ok()).flatten()
}

/// Notes what the library says of a file from an instant on; `part` is absent when it was taken out. A file that was
/// taken out stays known: versions that show it go on showing it.
pub(crate) fn put_part(
    connection: &Connection,
    entry: &Entry,
    effective: Timestamp,
    digest: Digest,
    part: Option<(&MediaFile, &str)>,
) -> Result<(), ViewsError> {
    let site = &entry.draft.site;
    connection
        .prepare_cached("INSERT INTO media_part (site, digest, effective_us, seq, part) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET part = ?5")?
        .execute(params![site, digest.0, effective.as_microsecond(), entry.seq, part.map(|(_, json)| json)])?;
    let Some((file, _)) = part else { return Ok(()) };
    let own = std::iter::once((file.digest, &file.name, file.bytes));
    for (size, name, bytes) in own.chain(file.sizes.iter().map(|size| (size.digest, &size.name, size.bytes))) {
        connection
            .prepare_cached("INSERT INTO media_file (site, digest, parent, name, bytes) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET name = ?4, bytes = ?5")?
            .execute(params![site, size.0, digest.0, name, i64::try_from(bytes).unwrap_or(i64::MAX)])?;
    }
    Ok(())
}

/// Notes which files a version refers to while it is shown. A text that was erased refers to nothing.
pub(crate) fn put_references(
    connection: &Connection,
    row: &Row<'_>,
    interval: &Interval<'_>,
    document: Digest,
) -> Result<(), ViewsError> {
    let Some(packed) = packed_object(connection, document)? else { return Ok(()) };
    let bytes = unpack(document, &packed)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| ViewsError::Object(document))?;
    // Most texts refer to no file; these two stand in the canonical form of each that does, and reading a text whole
    // costs far more than looking for them.
    if !text.contains("\"figure\"") && !text.contains("\"/media/") {
        return Ok(());
    }
    let document = Document::parse_canonical(&bytes).map_err(|_| ViewsError::Object(document))?;
    let (from, to) = (interval.from.as_microsecond(), interval.to.map_or(OPEN, Timestamp::as_microsecond));
    for digest in files_in(&document) {
        connection
            .prepare_cached(
                "INSERT INTO media_ref (site, digest, message, lang, from_us, to_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            )?
            .execute(params![row.site, digest.0, row.message, row.lang.as_str(), from, to])?;
    }
    Ok(())
}

/// The digests of all files that a text shows or links to, in reading order; one that it shows twice stands twice.
#[must_use]
pub fn files_in(document: &Document) -> Vec<Digest> {
    let mut found = Vec::new();
    for node in &document.nodes {
        match node {
            Node::Block(block) => from_block(block, &mut found),
            Node::Turn(turn) => turn.blocks.iter().for_each(|block| from_block(block, &mut found)),
        }
    }
    found
}

/// Blocks stand in each other at most `document::DEPTH_MAX` deep.
fn from_block(block: &Block, found: &mut Vec<Digest>) {
    match &block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } => from_spans(spans, found),
        Body::List { items, .. } => items.iter().flatten().for_each(|block| from_block(block, found)),
        Body::Quote { blocks } => blocks.iter().for_each(|block| from_block(block, found)),
        Body::Figure { caption, media, .. } => {
            found.extend(media_reference(media).map(|(digest, _)| digest));
            from_spans(caption, found);
        }
        Body::Table { head, rows } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| from_spans(cell, found));
        }
        Body::Rule {} => {}
    }
}

fn from_spans(spans: &[Span], found: &mut Vec<Digest>) {
    let links = spans.iter().filter_map(|span| span.href.as_deref());
    found.extend(links.filter_map(media_address).map(|(digest, _)| digest));
}
