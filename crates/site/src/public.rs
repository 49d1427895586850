//! The public site: from a question to an answer.

use std::fmt::Write as _;
use std::sync::Arc;

use ::search::{Search, SearchError};
use domain::{AsOf, Clock, Digest, Lang, SiteId};
use http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;
use views::{Found, Seen, SeenVersion, Standing, Views, ViewsError};

use crate::address::{Address, Room, Step, percent_encode, stamp_of};
use crate::answer::{Answer, Keep};
use crate::asking::asks_the_record;
use crate::encode::Encoded;
use crate::frame::{Desk, Frame, Tense, next_minute};
use crate::limits::{QUESTION_BYTES_MAX, TARGET_BYTES_MAX};
use crate::query::ArchiveQuery;
use crate::rooms::media::{self, Files, MediaBytes};
use crate::rooms::{Framed, archive, cite, front, gone, problem, text};
use crate::theme::Theme;
use crate::words::Words;

/// How long a memento may be kept, in seconds: an hour. It is the record as known now of a past instant; an import
/// of older messages or an erasure may still change it.
const MEMENTO_SECONDS: u32 = 3_600;
/// How long a permanent redirect may be kept, in seconds: a day.
const REDIRECT_SECONDS: u32 = 86_400;

/// What the operator says about the public site.
#[derive(Debug, Clone, Default)]
pub struct PublicSettings {
    /// Host names the site answers to, without port; any when empty.
    pub hosts: Vec<String>,
    /// The site's public address without a slash at its end (`https://press.example`), for canonical links.
    pub public_url: Option<String>,
}

/// A request, as far as it matters.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The method's name.
    pub method: &'a str,
    /// The host, with or without port; nothing when the request named none.
    pub host: Option<&'a str>,
    /// The path, percent-encoded as it came.
    pub path: &'a str,
    /// The query, without its question mark.
    pub query: Option<&'a str>,
    /// The value of `Accept-Language`.
    pub accept_language: Option<&'a str>,
}

/// The public rooms of this node. Read-only; shared between threads.
pub struct PublicSite {
    pub(crate) views: Arc<Views>,
    pub(crate) theme: Theme,
    clock: Arc<dyn Clock>,
    settings: PublicSettings,
    files: Option<Files>,
    search: Option<Arc<Search>>,
}

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error(transparent)]
    Views(#[from] ViewsError),
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error("template: {0:#}")]
    Template(#[from] minijinja::Error),
}

impl PublicSite {
    /// The site on these views, in this theme, by this clock.
    #[must_use]
    pub fn new(views: Arc<Views>, theme: Theme, clock: Arc<dyn Clock>, settings: PublicSettings) -> Self {
        Self { views, theme, clock, settings, files: None, search: None }
    }

    /// The same site with media files. Without them every media address is unknown.
    #[must_use]
    pub fn with_media(self, source: Arc<dyn MediaBytes>) -> Self {
        Self { files: Some(Files::new(source)), ..self }
    }

    /// The same site with a search index. Without one the rooms that need it say that they are being prepared.
    #[must_use]
    pub fn with_search(self, search: Arc<Search>) -> Self {
        Self { search: Some(search), ..self }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Rises with every change of what may be answered.
    pub(crate) fn epoch(&self) -> u64 {
        self.views.epoch()
    }

    /// Whether the site answers to a request's host.
    pub(crate) fn answers_to(&self, host: Option<&str>) -> bool {
        let hosts = &self.settings.hosts;
        let name = host.map(|host| {
            let without_port = match host.strip_prefix('[') {
                Some(_) => host.split_inclusive(']').next().unwrap_or(host),
                None => host.split(':').next().unwrap_or(host),
            };
            without_port.trim_end_matches('.')
        });
        hosts.is_empty() || name.is_some_and(|name| hosts.iter().any(|own| own.eq_ignore_ascii_case(name)))
    }

    /// Answers a question as at now. It may block on the disk.
    #[must_use]
    pub fn answer(&self, question: &Question<'_>) -> Answer {
        self.answer_at(question, self.clock.now())
    }

    /// Answers a question as at an instant that is the present one or was a moment ago.
    pub(crate) fn answer_at(&self, question: &Question<'_>, now: Timestamp) -> Answer {
        self.or_failure(self.try_answer(question, now), question.path, now)
    }

    /// The answer, or a page that says that there is none and under which reference the log has the rest.
    pub(crate) fn or_failure(&self, answer: Result<Answer, Trouble>, path: &str, now: Timestamp) -> Answer {
        match answer {
            Ok(answer) => answer,
            Err(trouble) => {
                let reference = stamp_of(now) + &format!("{:03}", now.subsec_millisecond());
                tracing::error!(%reference, path, "a page could not be made: {trouble}");
                // The page that failed may have failed because of the theme or the views: this one needs neither.
                let said = format!(
                    "The page could not be shown. It has been noted; if you report it, give the reference {reference}.\n"
                );
                Answer::text(StatusCode::INTERNAL_SERVER_ERROR, &said)
            }
        }
    }

    fn try_answer(&self, question: &Question<'_>, now: Timestamp) -> Result<Answer, Trouble> {
        if question.path == "/healthz" {
            return Ok(Answer::text(StatusCode::OK, "ok\n"));
        }
        let Some(site) = self.views.sites()?.into_iter().next() else {
            return Ok(Answer::text(
                StatusCode::SERVICE_UNAVAILABLE,
                "There is no site here yet. `chancery init` makes one.\n",
            ));
        };
        let as_of = AsOf { site, instant: now };
        let Some(standing) = self.views.standing(&as_of)? else {
            return Ok(Answer::text(StatusCode::SERVICE_UNAVAILABLE, "The site cannot be read.\n"));
        };
        let languages = &standing.identity.languages;
        let problem = |status: StatusCode| {
            let lang = self.theme.locales.negotiate(question.accept_language, languages);
            self.problem(&as_of, &standing, &lang, status, problem::stem(status), None)
        };
        let query_bytes_max = if asks_the_record(question.path) { QUESTION_BYTES_MAX } else { TARGET_BYTES_MAX };
        if question.path.len() > TARGET_BYTES_MAX || question.query.is_some_and(|query| query.len() > query_bytes_max) {
            return problem(StatusCode::URI_TOO_LONG);
        }
        if !matches!(question.method, "GET" | "HEAD") {
            return Ok(Answer { allow: true, ..problem(StatusCode::METHOD_NOT_ALLOWED)? });
        }
        if !self.answers_to(question.host) {
            return problem(StatusCode::MISDIRECTED_REQUEST);
        }
        match Step::read(question.path, languages) {
            Step::Malformed => problem(StatusCode::BAD_REQUEST),
            Step::Elsewhere(path) => Ok(elsewhere(&path, question.query)),
            Step::WellKnown(name) => Ok(self.well_known(name)),
            Step::Api(name) => self.api(&as_of, &standing, name, question),
            Step::Asset { digest, name } => match self.theme.asset(&name) {
                Some(asset) if asset.digest == digest => Ok(Answer {
                    content_type: asset.content_type,
                    body: Encoded::new(asset.bytes.clone()),
                    keep: Keep::Forever,
                    ..Answer::text(StatusCode::OK, "")
                }),
                _ => problem(StatusCode::NOT_FOUND),
            },
            Step::Media { at, digest, name, path } => {
                let answer = self.media(&as_of, at, digest, &name)?;
                answer.map_or_else(|| self.old_or_unknown(&as_of, &standing, question, &path, at), Ok)
            }
            Step::Root { at } => self.root(&as_of, &standing, question, at),
            Step::Unknown { path, at } => self.old_or_unknown(&as_of, &standing, question, &path, at),
            Step::Page { at, address } => self.page(&as_of, &standing, question, &address, at),
        }
    }

    /// The site's root: an old address with a query (`/?p=12`), else the reader's best language.
    fn root(
        &self,
        as_of: &AsOf,
        standing: &Standing,
        question: &Question<'_>,
        at: Option<Timestamp>,
    ) -> Result<Answer, Trouble> {
        if let Some(query) = question.query.filter(|query| !query.is_empty() && at.is_none())
            && let Some((lang, path)) = self.views.old_address(as_of, &format!("/?{query}"))?
        {
            return Ok(permanent(&Address { lang, room: Room::Text(path) }.path()));
        }
        let lang = self.theme.locales.negotiate(question.accept_language, &standing.identity.languages);
        let inside = at.map(|at| format!("/web/{}", stamp_of(at))).unwrap_or_default();
        let front = Address { lang, room: Room::Front }.path();
        let answer = Answer::redirect(StatusCode::FOUND, percent_encode(&format!("{inside}{front}")));
        Ok(Answer { vary_language: true, ..answer })
    }

    /// A media file, now or as at a past instant; nothing where the public may not see one.
    fn media(
        &self,
        present: &AsOf,
        at: Option<Timestamp>,
        digest: Digest,
        name: &str,
    ) -> Result<Option<Answer>, Trouble> {
        let as_of = AsOf { site: present.site.clone(), instant: at.unwrap_or(present.instant) };
        let Some(files) = self.files.as_ref().filter(|_| as_of.instant <= present.instant) else { return Ok(None) };
        let Some(file) = self.views.public_media(&as_of, digest)? else { return Ok(None) };
        let path = format!("/media/{digest}/{}", file.name);
        if name != file.name {
            let inside = at.map(|at| format!("/web/{}", stamp_of(at))).unwrap_or_default();
            return Ok(Some(permanent(&format!("{inside}{path}"))));
        }
        let Some(bytes) = files.bytes(digest) else {
            tracing::error!(%digest, "a media file that the public may see is missing or damaged; restore it from the newest backup");
            return Ok(None);
        };
        let answer = media::answer(&file, digest, bytes);
        if at.is_some() {
            let public_url = self.settings.public_url.as_deref().unwrap_or_default();
            let original = Some(format!("{public_url}{}", percent_encode(&path)));
            return Ok(Some(Answer { memento: at, original, ..answer.keep(Keep::Seconds(MEMENTO_SECONDS)) }));
        }
        // As pages: never past the minute, so that it does not tell when the next release is.
        let minute = next_minute(as_of.instant);
        let until = self.views.next_change(&as_of)?.map_or(minute, |change| change.min(minute));
        Ok(Some(answer.keep(Keep::Until(until))))
    }

    fn old_or_unknown(
        &self,
        as_of: &AsOf,
        standing: &Standing,
        question: &Question<'_>,
        path: &str,
        at: Option<Timestamp>,
    ) -> Result<Answer, Trouble> {
        if at.is_none() {
            let with_query = question.query.filter(|query| !query.is_empty()).map(|query| format!("{path}?{query}"));
            for old in with_query.iter().map(String::as_str).chain([path]) {
                if let Some((lang, path)) = self.views.old_address(as_of, old)? {
                    return Ok(permanent(&Address { lang, room: Room::Text(path) }.path()));
                }
            }
        }
        let lang = self.language_of(path, standing, question.accept_language);
        self.problem(as_of, standing, &lang, StatusCode::NOT_FOUND, "not-found", None)
    }

    /// The language of the address if it is one of the site's, else the reader's best.
    fn language_of(&self, path: &str, standing: &Standing, accept: Option<&str>) -> Lang {
        let languages = &standing.identity.languages;
        let named =
            path.split('/').nth(1).and_then(|tag| tag.parse::<Lang>().ok()).filter(|lang| languages.contains(lang));
        named.unwrap_or_else(|| self.theme.locales.negotiate(accept, languages))
    }

    /// A page, now or as at a past instant.
    fn page(
        &self,
        present: &AsOf,
        standing: &Standing,
        question: &Question<'_>,
        address: &Address,
        at: Option<Timestamp>,
    ) -> Result<Answer, Trouble> {
        let Some(at) = at else {
            return self.page_at(present, standing, question, address, &Tense::Live);
        };
        if at > present.instant {
            let location = percent_encode(&address.path());
            return Ok(Answer::redirect(StatusCode::FOUND, location));
        }
        let past = AsOf { site: present.site.clone(), instant: at };
        if self.views.beginning(&present.site)?.is_none_or(|beginning| at < floor(beginning)) {
            let first = self.views.beginning(&present.site)?.map(|beginning| {
                let second = Timestamp::from_second(floor(beginning).as_second()).unwrap_or(beginning);
                format!("/web/{}{}", stamp_of(second), address.path())
            });
            return self.problem(present, standing, &address.lang, StatusCode::NOT_FOUND, "not-yet", first);
        }
        // The site as it stood then: its name, languages and clocks too.
        let Some(then) = self.views.standing(&past)? else {
            return self.problem(present, standing, &address.lang, StatusCode::NOT_FOUND, "not-found", None);
        };
        let answer = self.page_at(&past, &then, question, address, &Tense::Past)?;
        let public_url = self.settings.public_url.as_deref().unwrap_or_default();
        Ok(Answer {
            // A memento is promised only where there was something: not for addresses unknown then.
            memento: (answer.status != StatusCode::NOT_FOUND && answer.location.is_none()).then_some(at),
            original: Some(format!("{public_url}{}", percent_encode(&address.path()))),
            keep: if answer.status == StatusCode::NOT_FOUND { Keep::Never } else { Keep::Seconds(MEMENTO_SECONDS) },
            ..answer
        })
    }

    pub(crate) fn page_at(
        &self,
        as_of: &AsOf,
        standing: &Standing,
        question: &Question<'_>,
        address: &Address,
        tense: &Tense,
    ) -> Result<Answer, Trouble> {
        let words = self.words(&address.lang, standing);
        let desk = self.desk(as_of, standing, &words, tense);
        let query = match &address.room {
            Room::Archive | Room::Year(_) | Room::Month(..) => ArchiveQuery::read(question.query.unwrap_or_default()),
            _ => Some(ArchiveQuery::default()),
        };
        let Some(query) = query else {
            return self.problem(as_of, standing, &address.lang, StatusCode::BAD_REQUEST, "bad-request", None);
        };
        let (frame, good_until) = desk.frame(address)?;
        let answer = match &address.room {
            Room::Front => self.front(&desk, frame)?,
            Room::Archive => {
                let room = archive::all(&desk, &query)?;
                self.archive(&desk, frame, Some(room))?
            }
            Room::Year(year) => {
                let room = archive::year(&desk, *year, &query)?;
                self.archive(&desk, frame, room)?
            }
            Room::Month(year, month) => {
                let room = archive::month(&desk, *year, *month, &query)?;
                self.archive(&desk, frame, room)?
            }
            Room::Text(path) => self.text(&desk, frame, path, question)?,
            Room::Search | Room::Quote | Room::Speakers | Room::Speaker(_) | Room::Table(_) => {
                self.record(&desk, frame, &address.room, question.query.unwrap_or_default())?
            }
        };
        let keep = if *tense == Tense::Live && answer.keep == Keep::Never && answer.location.is_none() {
            Keep::Until(good_until)
        } else {
            answer.keep
        };
        Ok(answer.keep(keep))
    }

    fn front(&self, desk: &Desk<'_>, frame: Frame) -> Result<Answer, Trouble> {
        match front::model(desk)? {
            Some(room) => self.render(desk, "front.html", StatusCode::OK, frame, room),
            None => {
                let room = front::empty(desk)?;
                self.render(desk, "empty.html", StatusCode::OK, frame, room)
            }
        }
    }

    fn archive(
        &self,
        desk: &Desk<'_>,
        mut frame: Frame,
        room: Option<archive::ArchiveRoom>,
    ) -> Result<Answer, Trouble> {
        match room {
            Some(room) => {
                frame.title = Some(room.archive.title.clone());
                self.render(desk, "archive.html", StatusCode::OK, frame, room)
            }
            None => self.unknown(desk, frame),
        }
    }

    fn text(&self, desk: &Desk<'_>, frame: Frame, path: &str, question: &Question<'_>) -> Result<Answer, Trouble> {
        let lang = &desk.words.lang;
        match desk.views.at_address(&desk.as_of, lang, path)? {
            Found::Here(Seen::Version(version)) => {
                let asked = cite::Asked::read(question.query.unwrap_or_default());
                self.version(desk, frame, &version, &asked)
            }
            Found::Here(Seen::Withdrawn { since, reason, .. }) => {
                let (status, room) = gone::withdrawn(desk, since, reason);
                self.render(desk, "gone.html", status, frame, room)
            }
            Found::Here(Seen::Erased { since, ground, by_law, .. }) => {
                let (status, room) = gone::erased(desk, since, ground, by_law);
                self.render(desk, "gone.html", status, frame, room)
            }
            Found::Moved(path) => {
                let address = Address { lang: lang.clone(), room: Room::Text(path) };
                // A link to a passage is still one to it at the new address.
                Ok(elsewhere(&format!("{}{}", desk.inside(), address.path()), question.query))
            }
            Found::Nothing if desk.live() => {
                // An address of the site this one replaced may begin with a language too.
                let old = format!("/{lang}/{path}");
                let with_query = question.query.filter(|query| !query.is_empty()).map(|query| format!("{old}?{query}"));
                for old in with_query.iter().chain([&old]) {
                    if let Some((lang, path)) = desk.views.old_address(&desk.as_of, old)? {
                        return Ok(permanent(&Address { lang, room: Room::Text(path) }.path()));
                    }
                }
                self.unknown(desk, frame)
            }
            Found::Nothing => self.unknown(desk, frame),
        }
    }

    /// The page of a version, or its state that cites a passage.
    fn version(
        &self,
        desk: &Desk<'_>,
        mut frame: Frame,
        version: &SeenVersion,
        asked: &cite::Asked,
    ) -> Result<Answer, Trouble> {
        if let Some(room) = cite::model(desk, version, asked) {
            frame.title = Some(room.title());
            return self.render(desk, "cite.html", StatusCode::OK, frame, room);
        }
        frame.title = Some(version.sheet.title.clone());
        frame.description = version.sheet.teaser.clone().map(|teaser| teaser.chars().take(160).collect());
        let editions = desk.views.editions(&desk.as_of, &version.message)?;
        for (other, path, _) in &editions {
            if let Some(language) = frame.languages.iter_mut().find(|language| language.code == other.as_str()) {
                language.href = desk.href(other, Room::Text(path.clone()));
            }
        }
        if text::is_page(version) {
            let room = text::page(desk, version, asked)?;
            self.render(desk, "page.html", StatusCode::OK, frame, room)
        } else {
            let room = text::message(desk, version, &editions, asked)?;
            self.render(desk, "message.html", StatusCode::OK, frame, room)
        }
    }

    /// The page of a version that is not released.
    pub(crate) fn unreleased(
        &self,
        as_of: &AsOf,
        standing: &Standing,
        lang: &Lang,
        version: &SeenVersion,
        tense: &Tense,
    ) -> Result<Answer, Trouble> {
        let words = self.words(lang, standing);
        let desk = self.desk(as_of, standing, &words, tense);
        let address = Address { lang: lang.clone(), room: Room::Text(version.path.clone()) };
        let (frame, _) = desk.frame(&address)?;
        self.version(&desk, frame.without_address(), version, &cite::Asked::Nothing)
    }

    pub(crate) fn standing(&self, as_of: &AsOf) -> Result<Option<Standing>, Trouble> {
        Ok(self.views.standing(as_of)?)
    }

    pub(crate) fn unknown(&self, desk: &Desk<'_>, frame: Frame) -> Result<Answer, Trouble> {
        let room = problem::model(desk, StatusCode::NOT_FOUND, "not-found", None);
        self.render(desk, "problem.html", StatusCode::NOT_FOUND, frame, room)
    }

    pub(crate) fn problem(
        &self,
        as_of: &AsOf,
        standing: &Standing,
        lang: &Lang,
        status: StatusCode,
        stem: &str,
        first: Option<String>,
    ) -> Result<Answer, Trouble> {
        let words = self.words(lang, standing);
        let desk = self.desk(as_of, standing, &words, &Tense::Live);
        let (frame, _) = desk.frame(&Address { lang: lang.clone(), room: Room::Front })?;
        let room = problem::model(&desk, status, stem, first);
        let mut frame = frame.without_address();
        frame.title = Some(words.say(&format!("{stem}-title"), &[]));
        self.render(&desk, "problem.html", status, frame, room)
    }

    pub(crate) fn words(&self, lang: &Lang, standing: &Standing) -> Words {
        Words {
            locales: Arc::clone(&self.theme.locales),
            lang: lang.clone(),
            fallbacks: standing.identity.languages.as_slice().into(),
        }
    }

    pub(crate) fn desk<'a>(
        &'a self,
        as_of: &AsOf,
        standing: &'a Standing,
        words: &'a Words,
        tense: &Tense,
    ) -> Desk<'a> {
        Desk {
            views: &self.views,
            as_of: as_of.clone(),
            standing,
            words,
            tense: tense.clone(),
            public_url: self.settings.public_url.as_deref(),
            search: self.search.as_deref(),
        }
    }

    pub(crate) fn render(
        &self,
        desk: &Desk<'_>,
        template: &str,
        status: StatusCode,
        frame: Frame,
        room: impl Serialize,
    ) -> Result<Answer, Trouble> {
        // An address that shows nothing must look the same whatever it is: its frame names no address of its own.
        let frame = if status == StatusCode::NOT_FOUND { frame.without_address() } else { frame };
        let html = self.theme.render(template, desk.words, &Framed { frame, room })?;
        Ok(Answer::html(status, desk.words.lang.as_str(), html))
    }

    fn well_known(&self, name: &str) -> Answer {
        match name {
            "/favicon.ico" => {
                let location = self.theme.asset_href("favicon.svg");
                Answer::redirect(StatusCode::FOUND, location).keep(Keep::Seconds(REDIRECT_SECONDS))
            }
            "/robots.txt" => {
                let mut said =
                    "User-agent: *\nDisallow: /web/\nDisallow: /*?cite=\nDisallow: /*/search?\nDisallow: /*/quote?\n"
                        .to_owned();
                if let Some(url) = &self.settings.public_url {
                    let _ = writeln!(said, "# {url}");
                }
                Answer::text(StatusCode::OK, &said).keep(Keep::Seconds(REDIRECT_SECONDS))
            }
            _ => Answer::text(StatusCode::OK, "ok\n"),
        }
    }

    /// The site's first identity, for the line that says what is served.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn name(&self) -> Result<Option<String>, ViewsError> {
        let Some(site) = self.views.sites()?.into_iter().next() else { return Ok(None) };
        self.name_of(&site)
    }

    fn name_of(&self, site: &SiteId) -> Result<Option<String>, ViewsError> {
        let as_of = AsOf { site: site.clone(), instant: self.clock.now() };
        let standing = self.views.standing(&as_of)?;
        Ok(standing.and_then(|standing| {
            let first = standing.identity.languages.first()?;
            standing.identity.name.get(first, &[]).map(str::to_owned)
        }))
    }
}

fn floor(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}

/// A redirect for ever to a path on this site.
fn permanent(path: &str) -> Answer {
    Answer::redirect(StatusCode::MOVED_PERMANENTLY, percent_encode(path)).keep(Keep::Seconds(REDIRECT_SECONDS))
}

/// The same page at its right address; the query goes along.
fn elsewhere(path: &str, query: Option<&str>) -> Answer {
    let mut location = percent_encode(path);
    if let Some(query) = query.filter(|query| !query.is_empty() && !query.contains(char::is_control)) {
        location.push('?');
        location.push_str(query);
    }
    Answer::redirect(StatusCode::MOVED_PERMANENTLY, location).keep(Keep::Seconds(REDIRECT_SECONDS))
}
