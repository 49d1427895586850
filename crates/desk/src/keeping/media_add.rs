//! `POST /desk/media`: files are taken in, each by itself: what is wrong with one keeps no other out.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::StatusCode;
use axum::response::Response;
use bytes::Bytes;
use domain::{Command, Fixture, MediaFile, MediaSize};
use locale::Arg;
use serde::Serialize;
use tokio::sync::Semaphore;

use super::form::Problem;
use super::input::Input;
use super::keeper::Keeper;
use super::limits::{FORM_BYTES_MAX, UPLOAD_BYTES_MAX, UPLOAD_FILES_MAX};
use super::media_list::library;
use super::media_page::thumb_of;
use super::parts::PartKind;
use super::reading::Reading;
use crate::{DeskError, DeskState, Signed};

/// Uploads that are worked on at a time: the largest picture takes some hundred megabytes while its sizes are made.
static TAKING: Semaphore = Semaphore::const_new(2);

/// What became of one file.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    /// Its place in the form.
    #[serde(skip)]
    slot: String,
    /// Its name as it came.
    name: String,
    /// Why it is not in the library.
    error: Option<String>,
    /// Its page.
    href: Option<String>,
    thumb: Option<String>,
    /// Whether it was there before.
    known: bool,
    /// What was dropped from it, and what to look at before publishing it.
    remarks: Vec<String>,
    dropped: Vec<String>,
}

impl Outcome {
    pub(super) fn slot(&self) -> &str {
        &self.slot
    }

    pub(super) fn problem(&self) -> Option<Problem> {
        let message = self.error.as_ref()?;
        let field = format!("file-{}", self.slot);
        Some(Problem { field, message: format!("{}: {message}", self.name) })
    }
}

/// A file as it came.
struct Brought {
    slot: String,
    name: String,
    bytes: Bytes,
}

pub(super) async fn post(
    State(desk): State<Arc<DeskState>>,
    signed: Signed,
    mut parts: Multipart,
) -> Result<Response, DeskError> {
    // Who may not add files need not send them to learn it.
    let asker = signed.clone();
    desk.work(move |desk| PartKind::Media.demand(&Keeper::new(desk, &asker)?)).await?;
    let (files, fields) = collect(&mut parts).await?;
    let _turn = TAKING.acquire().await.map_err(DeskError::internal)?;
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        let input = Input::of(fields);
        let mut outcomes = vec![];
        for brought in &files {
            outcomes.push(keep(&keeper, brought, &input)?);
        }
        if outcomes.is_empty() {
            let error = Some(keeper.say("keeping-wrong-no-file"));
            outcomes.push(Outcome { error, ..blank("0", &keeper.say("keeping-upload")) });
        }
        library(&keeper, 1, &input, outcomes)
    })
    .await
}

async fn collect(parts: &mut Multipart) -> Result<(Vec<Brought>, Vec<(String, String)>), DeskError> {
    let (mut files, mut fields, mut typed) = (vec![], vec![], 0);
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(name) => {
                let bytes = part.bytes().await.map_err(unreadable)?;
                // A place that was left empty comes as a file without a name and without bytes.
                if name.is_empty() && bytes.is_empty() {
                    continue;
                }
                let slot = field.strip_prefix("file-").unwrap_or_default().to_owned();
                files.push(Brought { slot, name: name.chars().take(200).collect(), bytes });
            }
            None => {
                let text = part.text().await.map_err(unreadable)?;
                typed += field.len() + text.len();
                fields.push((field, text));
            }
        }
        if typed > FORM_BYTES_MAX {
            return Err(DeskError::TooLarge("the texts of this upload are too long; shorten them".to_owned()));
        }
        if files.len() > UPLOAD_FILES_MAX {
            return Err(DeskError::TooLarge(format!(
                "one upload may have {UPLOAD_FILES_MAX} files; send the others with the next one"
            )));
        }
    }
    Ok((files, fields))
}

fn unreadable(error: MultipartError) -> DeskError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        let max = UPLOAD_BYTES_MAX >> 20;
        return DeskError::TooLarge(format!(
            "one upload may have {max} MB, and one file {} MB; nothing of it was kept, send fewer files at a time",
            media::FILE_BYTES_MAX >> 20
        ));
    }
    DeskError::field("file-0", "the upload broke off or could not be read, and nothing of it was kept; send it again")
}

fn blank(slot: &str, name: &str) -> Outcome {
    Outcome {
        slot: slot.to_owned(),
        name: name.to_owned(),
        error: None,
        href: None,
        thumb: None,
        known: false,
        remarks: vec![],
        dropped: vec![],
    }
}

/// Takes one file in. Its bytes are on the shelf before the fact is written: a crash in between leaves a file that
/// nothing refers to, never a fact without its file.
fn keep(keeper: &Keeper<'_>, brought: &Brought, input: &Input) -> Result<Outcome, DeskError> {
    let blank = blank(&brought.slot, &brought.name);
    let refused = |error: String| Outcome { error: Some(error), ..self::blank(&brought.slot, &brought.name) };
    let (alt, credit, problem) = texts_of(keeper, brought, input);
    let taken = match media::take(&brought.bytes, &brought.name) {
        Ok(taken) => taken,
        Err(error) => return Ok(refused(error.to_string())),
    };
    if let Some(known) = keeper.desk.newsroom.views().media_file(&keeper.as_of(), taken.original.digest)? {
        let (href, thumb) = (Some(format!("/desk/media/{}", known.digest)), thumb_of(&known));
        return Ok(Outcome { href, thumb, known: true, ..blank });
    }
    if let Some(problem) = problem {
        return Ok(refused(problem));
    }
    for file in taken.sizes.iter().chain([&taken.original]) {
        keeper.desk.shelf.put(file.digest, &file.bytes)?;
    }
    let file = record_of(&taken, alt, credit);
    let (href, thumb) = (Some(format!("/desk/media/{}", file.digest)), thumb_of(&file));
    let command = Command::SetFixture { part: Box::new(Fixture::Media(file)), effective: None };
    match keeper.desk.newsroom.order_as(&keeper.desk.site, &keeper.visitor(), command) {
        Ok(_) => Ok(Outcome { href, thumb, remarks: taken.remarks, dropped: taken.dropped, ..blank }),
        Err(newsroom::Refused::Rule(refusal)) => Ok(refused(refusal.to_string())),
        Err(other) => Err(other.into()),
    }
}

/// Alternative texts and credit of a file: those of its place in the form, else those for the whole upload.
fn texts_of(keeper: &Keeper<'_>, brought: &Brought, input: &Input) -> (domain::Texts, Option<String>, Option<String>) {
    let mut reading = Reading::new(keeper, input, keeper.languages().to_vec());
    let own = |what: &str| if brought.slot.is_empty() { what.to_owned() } else { format!("{what}-{}", brought.slot) };
    let mut alt = reading.texts(&own("alt"));
    if alt.0.is_empty() {
        alt = reading.texts("alt");
    }
    let credit = reading.text(&own("credit")).or_else(|| reading.text("credit"));
    if alt.0.is_empty() && reading.problems.is_empty() {
        reading.refuse(&own("alt"), "alt");
    }
    let problem = reading.problems.into_iter().next().map(|problem| {
        let args = [("problem", Arg::Str(problem.message))];
        keeper.say_with("keeping-wrong-upload", &args)
    });
    (alt, credit, problem)
}

fn record_of(taken: &media::Taken, alt: domain::Texts, credit: Option<String>) -> MediaFile {
    let bytes = |file: &media::File| u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    let size = |file: &media::File| MediaSize {
        digest: file.digest,
        name: file.name.clone(),
        width: file.width,
        height: file.height,
        bytes: bytes(file),
    };
    let file = &taken.original;
    MediaFile {
        digest: file.digest,
        name: file.name.clone(),
        mime: file.mime.to_owned(),
        bytes: bytes(file),
        width: file.width,
        height: file.height,
        alt,
        credit,
        sizes: taken.sizes.iter().map(size).collect(),
    }
}
