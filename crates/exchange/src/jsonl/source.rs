//! One item as its source states it, checked field by field.

use domain::{DateBasis, Kind, Lang, Refusal, SiteRules};
use jiff::civil::Date;

use super::dates::{Dated, read_date};
use super::fields::Fields;
use super::flaw::{Flaw, shown};

/// Longest id in bytes: ids are keys of the record, and a source's own are numbers, slugs or addresses.
pub(super) const ID_BYTES_MAX: usize = 512;
/// Longest title in characters: the longest official titles are about 500, what is longer is a text in the wrong field.
const TITLE_CHARS_MAX: usize = 2_000;
/// Longest teaser in characters: ten times what lists show.
const TEASER_CHARS_MAX: usize = 4_000;
/// Longest place, name, topic, kind, licence or source in characters: each is one line of a page.
const NAME_CHARS_MAX: usize = 500;
/// Longest URL in characters: longer ones do not work in browsers.
const URL_CHARS_MAX: usize = 4_000;

/// The form of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Paragraphs parted by blank lines.
    Plain,
    /// CommonMark.
    Markdown,
    /// HTML, as data.
    Html,
}

/// One item as its source states it.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) format: Format,
    pub(super) lang: Lang,
    pub(super) date: Dated,
    pub(super) basis: DateBasis,
    pub(super) event_date: Option<Date>,
    pub(super) place: Option<String>,
    pub(super) kind: Kind,
    pub(super) unknown_kind: Option<String>,
    pub(super) speakers: Vec<String>,
    pub(super) topics: Vec<String>,
    pub(super) teaser: Option<String>,
    pub(super) source: Option<String>,
    pub(super) licence: Option<String>,
    pub(super) url: Option<String>,
    pub(super) group: Option<String>,
    pub(super) unknown_fields: Vec<String>,
}

impl Source {
    /// Reads what is left of the fields after the id was taken.
    pub(super) fn read(mut fields: Fields, rules: &SiteRules) -> Result<Self, Flaw> {
        let title = fields
            .line("title", TITLE_CHARS_MAX)?
            .ok_or_else(|| Flaw::new("title-missing", "there is no “title”; every message needs one"))?;
        let lang = read_lang(fields.line("lang", NAME_CHARS_MAX)?, rules)?;
        let date = fields.line("date", NAME_CHARS_MAX)?.ok_or_else(|| {
            Flaw::new(
                "date-missing",
                "there is no “date”; an instant such as 2020-09-22T21:12:00Z or a day such as 2020-09-22 is wanted",
            )
        })?;
        let date = read_date("date", &date, &rules.home)?;
        let basis = read_basis(fields.line("date_kind", NAME_CHARS_MAX)?)?;
        let event_date = fields.line("event_date", NAME_CHARS_MAX)?;
        let event_date =
            event_date.map(|text| read_date("event_date", &text, &rules.home)).transpose()?.map(|dated| dated.day);
        let word = fields.line("kind", NAME_CHARS_MAX)?;
        let kind = word.as_deref().and_then(Kind::named);
        Ok(Self {
            title,
            body: fields.text("body")?.unwrap_or_default(),
            format: read_format(fields.line("format", NAME_CHARS_MAX)?)?,
            lang,
            date,
            basis,
            event_date: event_date.or((basis == DateBasis::Event).then_some(date.day)),
            place: fields.line("place", NAME_CHARS_MAX)?,
            kind: kind.unwrap_or(rules.default_kind),
            unknown_kind: word.filter(|_| kind.is_none()),
            speakers: fields.list("speakers", NAME_CHARS_MAX)?,
            topics: fields.list("topics", NAME_CHARS_MAX)?,
            teaser: fields.line("teaser", TEASER_CHARS_MAX)?,
            source: fields.line("source", NAME_CHARS_MAX)?,
            licence: fields.line("licence", NAME_CHARS_MAX)?,
            url: fields.line("url", URL_CHARS_MAX)?,
            group: fields.id("translation_group", ID_BYTES_MAX)?,
            unknown_fields: fields.left(),
        })
    }
}

fn read_lang(tag: Option<String>, rules: &SiteRules) -> Result<Lang, Flaw> {
    let tag = tag.ok_or_else(|| {
        Flaw::new("language-missing", "there is no “lang”; a language tag such as en or zh-Hant is wanted")
    })?;
    let lang: Lang =
        tag.parse().map_err(|error: domain::LangError| Flaw::new("language-invalid", error.to_string()))?;
    if rules.languages.contains(&lang) {
        return Ok(lang);
    }
    let known = rules.languages.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
    let refusal = Refusal::LanguageUnknown { lang, known };
    Err(Flaw::new(refusal.code(), refusal.to_string()))
}

fn read_basis(word: Option<String>) -> Result<DateBasis, Flaw> {
    match word.as_deref() {
        None | Some("publication") => Ok(DateBasis::Publication),
        Some("release") => Ok(DateBasis::Release),
        Some("event") => Ok(DateBasis::Event),
        Some(other) => {
            let reason = format!("“date_kind” is “{}”; publication, release or event is wanted", shown(other));
            Err(Flaw::new("date-kind-unknown", reason))
        }
    }
}

fn read_format(word: Option<String>) -> Result<Format, Flaw> {
    match word.as_deref() {
        None | Some("plain") => Ok(Format::Plain),
        Some("markdown") => Ok(Format::Markdown),
        Some("html") => Ok(Format::Html),
        Some(other) => Err(Flaw::new(
            "format-unknown",
            format!("“format” is “{}”; plain, markdown or html is wanted", shown(other)),
        )),
    }
}
