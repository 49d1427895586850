//! The package (ISO/IEC 29500-2): what is let in at all, where parts are, and how much of them is unpacked.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::DocxError;
use super::xml::{Part, Xml, attribute, local};
use quick_xml::events::Event;

/// Entries of a package. Word's have some twenty and one for each picture.
const ENTRIES_MAX: usize = 10_000;
/// Bytes that all entries together may claim to unpack to, pictures included, which are never unpacked here.
const CLAIMED_BYTES_MAX: u64 = 1_000_000_000;
/// Bytes that are unpacked, of all parts together. The record of a whole day's sitting has 1.5 MB; a book has 20 MB.
const UNPACKED_BYTES_MAX: u64 = 100_000_000;
/// How many times larger than packed a part may be. Word's XML comes to 10 to 40; deflate's limit, which bombs reach, is 1032.
const RATIO_MAX: u64 = 250;
/// Bytes up to which a part's ratio does not matter.
const RATIO_FREE_BYTES: u64 = 1_000_000;
/// Relationships of a part: one for each link.
const RELATIONS_MAX: usize = 100_000;

/// One relationship of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// Its id, which the part uses.
    pub(super) id: String,
    /// The last word of its type: `styles`, `hyperlink`.
    pub(super) kind: String,
    /// The part or address it leads to.
    pub(super) target: String,
    /// Whether that is outside the package.
    pub(super) external: bool,
}

/// An opened package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package after a look at what it is and claims to hold; nothing is unpacked yet.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, DocxError> {
        if let Some(refusal) = foreign(bytes) {
            return Err(refusal);
        }
        if claimed_entries(bytes) > ENTRIES_MAX {
            return Err(DocxError::Bomb);
        }
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| DocxError::Damaged { part: "the package itself".to_owned() })?;
        if archive.len() > ENTRIES_MAX {
            return Err(DocxError::Bomb);
        }
        let mut claimed = 0_u64;
        for at in 0..archive.len() {
            let entry = archive.by_index_data(at).map_err(|error| refusal(&error, "the package itself"))?;
            if entry.encrypted() {
                return Err(DocxError::Encrypted);
            }
            claimed = claimed.saturating_add(entry.size());
        }
        if claimed > CLAIMED_BYTES_MAX {
            return Err(DocxError::Bomb);
        }
        let package = Package { archive, left: UNPACKED_BYTES_MAX };
        package.refuse_other_kinds()?;
        Ok(package)
    }

    fn refuse_other_kinds(&self) -> Result<(), DocxError> {
        let has = |name: &str| self.find(name).is_some();
        if has("word/document.xml") {
            return Ok(());
        }
        if has("META-INF/manifest.xml") || (has("mimetype") && has("content.xml")) {
            return Err(DocxError::NotDocx("an OpenDocument file (LibreOffice)"));
        }
        if has("xl/workbook.xml") {
            return Err(DocxError::NotDocx("an Excel workbook"));
        }
        if has("ppt/presentation.xml") {
            return Err(DocxError::NotDocx("a PowerPoint presentation"));
        }
        if has("[Content_Types].xml") && has("_rels/.rels") {
            return Ok(());
        }
        Err(DocxError::NotDocx("a zip archive"))
    }

    /// The place of an entry; names of parts do not differ by case alone (ISO/IEC 29500-2 section 6.3.5).
    fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/');
        self.archive.index_for_name(name).or_else(|| {
            let same = |raw: &[u8]| raw.eq_ignore_ascii_case(name.as_bytes());
            let found = self.archive.file_names_raw().position(same)?;
            let raw = self.archive.file_names_raw().nth(found)?.to_vec();
            self.archive.index_for_name_raw(&raw)
        })
    }

    /// The text of a part, or nothing if there is none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, DocxError> {
        let Some(at) = self.find(name) else { return Ok(None) };
        let damaged = || DocxError::Damaged { part: name.to_owned() };
        let entry = self.archive.by_index(at).map_err(|error| refusal(&error, name))?;
        let packed = entry.compressed_size().max(1);
        let allowed = self.left.min(RATIO_FREE_BYTES.max(packed.saturating_mul(RATIO_MAX)));
        if entry.size() > allowed {
            return Err(DocxError::Bomb);
        }
        // The claimed size may be a lie, so the reading itself is bounded, by one byte more than is allowed.
        let mut bytes = Vec::new();
        entry.take(allowed + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let read = bytes.len() as u64;
        if read > allowed {
            return Err(DocxError::Bomb);
        }
        self.left -= read;
        text_of(bytes).map(Some).ok_or_else(damaged)
    }

    /// The name of the part with the text.
    pub(super) fn main_part(&mut self) -> Result<String, DocxError> {
        let relations = self.read_relations("_rels/.rels")?;
        let main = relations.iter().find(|relation| relation.kind == "officeDocument" && !relation.external);
        let main = main.map(|relation| resolved("", &relation.target));
        let main = main.filter(|name| self.find(name).is_some()).unwrap_or_else(|| "word/document.xml".to_owned());
        if self.find(&main).is_none() {
            return Err(DocxError::NotDocx("a package of another kind"));
        }
        Ok(main)
    }

    /// The relationships of a part.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, DocxError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        self.read_relations(&format!("{folder}{separator}_rels/{name}.rels"))
    }

    fn read_relations(&mut self, name: &str) -> Result<Vec<Relation>, DocxError> {
        let Some(text) = self.part(name)? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut xml = Xml::new(&Part { name, text: &text });
        loop {
            match xml.next()? {
                Event::Start(start) if local(&start) == "Relationship" && relations.len() < RELATIONS_MAX => {
                    let kind = attribute(&start, "Type").unwrap_or_default();
                    relations.push(Relation {
                        id: attribute(&start, "Id").unwrap_or_default(),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: attribute(&start, "Target").unwrap_or_default(),
                        external: attribute(&start, "TargetMode").as_deref() == Some("External"),
                    });
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }

    /// Name and text of the part that `main` has for `kind`: by its relationship, else where Word always puts it.
    pub(super) fn related(
        &mut self,
        relations: &[Relation],
        main: &str,
        kind: &str,
    ) -> Result<Option<(String, String)>, DocxError> {
        let stated = relations.iter().find(|relation| relation.kind == kind && !relation.external);
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = match stated {
            Some(relation) => resolved(folder, &relation.target),
            None => resolved(folder, &format!("{kind}.xml")),
        };
        Ok(self.part(&name)?.map(|text| (name, text)))
    }

    /// The names of the parts with page headers and footers.
    pub(super) fn running_parts(&self, relations: &[Relation], main: &str) -> Vec<String> {
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let running = |relation: &&Relation| matches!(&*relation.kind, "header" | "footer") && !relation.external;
        let mut names: Vec<String> =
            relations.iter().filter(running).map(|relation| resolved(folder, &relation.target)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Name and text of the part with the title and the author.
    pub(super) fn core_properties(&mut self) -> Result<Option<(String, String)>, DocxError> {
        let name = "docProps/core.xml".to_owned();
        Ok(self.part(&name)?.map(|text| (name, text)))
    }
}

/// A target in the folder of its source (ISO/IEC 29500-2 section 8.3.4).
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a file is that is no zip archive, by its first bytes.
fn foreign(bytes: &[u8]) -> Option<DocxError> {
    let start = bytes.trim_ascii_start();
    let is_old_office = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    if is_old_office {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        // Word puts an encrypted package into a container of the old format ([MS-OFFCRYPTO] section 2.3.4.4).
        let names = bytes.windows(name.len()).any(|window| window == name);
        return Some(if names {
            DocxError::Encrypted
        } else {
            DocxError::NotDocx("a document of Word 97 to 2003 (.doc)")
        });
    }
    let kinds: [(&[u8], &str); 5] = [
        (b"%PDF", "a PDF"),
        (b"{\\rtf", "an RTF document"),
        (b"<html", "a web page"),
        (b"<!DOCTYPE html", "a web page"),
        (b"<?xml", "an XML file"),
    ];
    if bytes.is_empty() {
        return Some(DocxError::NotDocx("an empty file"));
    }
    if let Some((_, kind)) =
        kinds.iter().find(|(sign, _)| start.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign)))
    {
        return Some(DocxError::NotDocx(kind));
    }
    (!bytes.starts_with(b"PK")).then_some(DocxError::NotDocx("a file of an unknown kind"))
}

/// How many entries the end of the archive claims (APPNOTE 4.3.16), so that no list of a million is made only to be refused.
fn claimed_entries(bytes: &[u8]) -> usize {
    /// The end record and the longest comment behind it.
    const TAIL_BYTES: usize = 22 + 65_535;
    let tail = &bytes[bytes.len().saturating_sub(TAIL_BYTES)..];
    let found = tail.windows(12).filter(|window| window.starts_with(b"PK\x05\x06"));
    found.map(|window| usize::from(u16::from_le_bytes([window[10], window[11]]))).max().unwrap_or(0)
}

/// The text of a part: UTF-8 or UTF-16, which are the two encodings that XML readers must know.
fn text_of(bytes: Vec<u8>) -> Option<String> {
    let wide = |read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}

fn refusal(error: &ZipError, part: &str) -> DocxError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => DocxError::Encrypted,
        _ => DocxError::Damaged { part: part.to_owned() },
    }
}
