//! The media library: the list, one file's record, taking a file in, its texts, taking it out.

use domain::{ALT_CHARS_MAX, Command, Digest, Fixture, FixtureKey, Lang, MediaFile, Role, Texts};
use newsroom::{Refused, may_keep};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ask::{Answer, Ask};
use super::limits::{LINES, MEDIA_BYTES_MAX};
use super::page::{self, CURSOR};
use super::room::{Room, Verb};
use super::shapes::Done;
use super::trouble::Trouble;
use crate::DeskState;

const LIST: &str = "/media";
const ONE: &str = "/media/{digest}";

/// A file of the library.
#[derive(Serialize, ToSchema)]
struct MediaLine {
    /// The library's record: digest, name, type, measures, alternative texts by language, credit, sizes.
    #[schema(value_type = Object)]
    file: MediaFile,
    /// The public address, once a visible version refers to it.
    address: String,
    /// How a figure of a text names it.
    reference: String,
}

impl MediaLine {
    fn of(file: MediaFile) -> Self {
        let reference = format!("{}/{}", file.digest, file.name);
        Self { address: format!("/media/{reference}"), reference, file }
    }
}

/// A page of the library, what was added last first.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; pages are made where they are given")]
struct MediaLines {
    media: Vec<MediaLine>,
    /// The cursor of the next page.
    next: Option<String>,
}

/// A form with a file. The name of a field with an alternative text ends in its language.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; forms are read field by field")]
struct MediaForm {
    /// The file: JPEG, PNG, WebP, GIF or PDF, recognised by its content.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// What a reader who cannot see it should know, in one language or several (`alt-en`, `alt-ru`).
    #[schema(rename = "alt-en")]
    alt: String,
    /// Who made it, and under which terms it is shown.
    credit: Option<String>,
}

/// A file that was taken in.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes; the answer is made where it is given")]
struct MediaTaken {
    media: MediaLine,
    /// Whether it was in the library before; nothing was changed then.
    known: bool,
    /// What was dropped from it.
    dropped: Vec<String>,
    /// What to look at before it is published.
    remarks: Vec<String>,
}

/// The texts of a file.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TextsBody {
    /// Alternative texts by language, all of them.
    #[schema(value_type = Object)]
    alt: Texts,
    /// The credit; none where absent.
    credit: Option<String>,
}

pub(super) fn rooms() -> Vec<Room> {
    vec![
        Room::new(Verb::Get, LIST, "list_media", "List the media library", list)
            .query(&[CURSOR])
            .gives::<MediaLines>(200),
        Room::new(Verb::Post, LIST, "add_media", "Take a file into the library", add)
            .about("Metadata is dropped and smaller sizes are made. The file is public only through a visible version.")
            .takes_form::<MediaForm>(MEDIA_BYTES_MAX)
            .gives::<MediaTaken>(200),
        Room::new(Verb::Get, ONE, "read_media", "Read a file's record", show).gives::<MediaLine>(200),
        Room::new(Verb::Patch, ONE, "set_media_texts", "Set a file's alternative texts and credit", set_texts)
            .takes::<TextsBody>()
            .gives::<Done>(200),
        Room::new(Verb::Delete, ONE, "remove_media", "Take a file out of the library", remove)
            .about("Versions that show it go on showing it.")
            .gives::<Done>(200),
    ]
}

fn list(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let offset = page::offset(ask)?;
    let library = desk.newsroom.views().media(&ask.as_of(desk))?;
    let mut lines: Vec<MediaLine> = library.into_iter().skip(offset).take(LINES + 1).map(MediaLine::of).collect();
    let next = page::cut(&mut lines, offset, LINES);
    page::answer(ask, LIST, "media", &lines, next)
}

fn file(desk: &DeskState, ask: &Ask) -> Result<MediaFile, Trouble> {
    let digest: Digest = ask.id("digest")?;
    desk.newsroom.views().media_file(&ask.as_of(desk), digest)?.ok_or_else(Trouble::not_found)
}

fn show(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    Answer::json(200, &MediaLine::of(file(desk, ask)?))
}

/// Takes a file in. Its bytes are on the shelf before the fact is written: a crash in between leaves a file that nothing
/// refers to, never a fact without its file.
fn add(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let form = ask.form.as_ref();
    let (alt, credit) = texts(form.map_or(&[][..], |form| form.fields.as_slice()))?;
    let (name, bytes) = form
        .and_then(|form| form.file.as_ref())
        .ok_or_else(|| Trouble::field("file", "there is no file; send it as the part “file”"))?;
    let taken = media::take(bytes, name).map_err(|error| Trouble::field("file", error.to_string()))?;
    let record = taken.library_entry(alt, credit);
    let answer = |file: MediaFile, known: bool| {
        let line = MediaLine::of(file);
        Answer::json(200, &json!({ "media": line, "known": known, "dropped": taken.dropped, "remarks": taken.remarks }))
    };
    if let Some(known) = desk.newsroom.views().media_file(&ask.as_of(desk), record.digest)? {
        return answer(known, true);
    }
    let part = Fixture::Media(record.clone());
    // Nothing of a file is kept that its bringer may not add; the newsroom says the same when it is asked.
    if !may_keep(&ask.caller.rights, &part) {
        return Err(Refused::NotAllowed { needs: vec![Role::Author, Role::Editor, Role::Publisher], lang: None }.into());
    }
    for file in taken.files() {
        desk.shelf.put(file.digest, &file.bytes)?;
    }
    desk.newsroom.order_as(
        &desk.site,
        &ask.caller.visitor,
        Command::SetFixture { part: Box::new(part), effective: None },
    )?;
    answer(record, false)
}

/// Alternative texts and credit of a form.
fn texts(fields: &[(String, String)]) -> Result<(Texts, Option<String>), Trouble> {
    let (mut alt, mut credit) = (Texts::default(), None);
    for (name, value) in fields {
        let value = value.trim();
        if name == "credit" {
            credit = Some(value.to_owned()).filter(|credit| !credit.is_empty());
            continue;
        }
        let lang: Option<Lang> = name.strip_prefix("alt-").and_then(|lang| lang.parse().ok());
        let unknown = || {
            Trouble::field(
                name,
                "this field is not known; send “file”, “credit”, and “alt-” with a language, such as “alt-en”",
            )
        };
        alt.0.insert(lang.ok_or_else(unknown)?, value.to_owned());
    }
    alt.0.retain(|_, text| !text.is_empty());
    if alt.0.is_empty() {
        let detail = format!(
            "the file has no alternative text; say in a field such as “alt-en”, in at most {ALT_CHARS_MAX} characters, what a reader who cannot see it should know"
        );
        return Err(Trouble::field("alt-en", detail));
    }
    Ok((alt, credit))
}

fn set_texts(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let TextsBody { alt, credit } = ask.read()?;
    let part = Fixture::Media(MediaFile { alt, credit, ..file(desk, ask)? });
    let command = Command::SetFixture { part: Box::new(part), effective: None };
    Answer::done(&desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?)
}

fn remove(desk: &DeskState, ask: &Ask) -> Result<Answer, Trouble> {
    let key: FixtureKey = Fixture::Media(file(desk, ask)?).key();
    let command = Command::RemoveFixture { key, effective: None };
    Answer::done(&desk.newsroom.order_as(&desk.site, &ask.caller.visitor, command)?)
}
