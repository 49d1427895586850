//! Is this a true quote?

mod matches;

use ::search::{Ask, Filter, LangChoice, QUOTE_CHARS_MAX, QuoteAnswer, Verdict};
use serde::Serialize;

use crate::address::Room;
use crate::frame::Desk;
use crate::public::Trouble;
use crate::query::typed_pairs;
use crate::rooms::search::{readable, state_text};
use crate::words::Words;
use matches::MatchModel;

/// Characters of the quotation in the window's title.
const TITLE_CHARS: usize = 60;

#[derive(Debug, Serialize)]
pub(crate) struct QuoteRoom {
    quote: QuoteModel,
}

#[derive(Debug, Serialize)]
struct QuoteModel {
    #[serde(skip)]
    window_title: String,
    action: String,
    text: String,
    limit: usize,
    state: Option<String>,
    verdict: Option<VerdictModel>,
    matches: Vec<MatchModel>,
    /// How many texts the record has, and as of when.
    record: Option<String>,
    share_href: Option<String>,
}

#[derive(Debug, Serialize)]
struct VerdictModel {
    kind: &'static str,
    word: String,
    sentence: String,
    notes: Vec<String>,
}

impl QuoteRoom {
    /// The page's title.
    pub(crate) fn title(&self) -> String {
        self.quote.window_title.clone()
    }
}

/// The page for a query. There is one for every query: words are never refused.
pub(crate) fn model(desk: &Desk<'_>, query: &str) -> Result<Option<QuoteRoom>, Trouble> {
    let words = desk.words;
    let text = asked(query);
    let answer = if text.trim().is_empty() { None } else { check(desk, &text)? };
    let state = match (&answer, desk.search) {
        (Some(answer), _) => state_text(desk, Some(answer.state)),
        (None, Some(search)) if text.trim().is_empty() => state_text(desk, Some(search.state())),
        _ => state_text(desk, None),
    };
    // Counting goes through the whole record: only where the answer needs the number.
    let counts = answer.as_ref().is_none_or(|answer| answer.verdict == Verdict::NotFound);
    let record = if counts { record(desk)?.map(|texts| record_text(desk, texts)) } else { None };
    let action = desk.href(&words.lang, Room::Quote);
    let heading = words.say("quote-title", &[]);
    let short: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TITLE_CHARS).collect();
    let model = QuoteModel {
        window_title: if short.is_empty() { heading } else { format!("{short} – {heading}") },
        share_href: answer.is_some().then(|| format!("{action}?q={}", encoded(&text))),
        action,
        limit: QUOTE_CHARS_MAX,
        state,
        verdict: answer.as_ref().and_then(|answer| verdict(words, answer, record.as_deref())),
        matches: answer.map(|answer| matches::models(desk, answer.matches)).transpose()?.unwrap_or_default(),
        record,
        text,
    };
    Ok(Some(QuoteRoom { quote: model }))
}

/// The words that a query asks about, as pasted; line breaks stay, other control characters are spaces.
pub(crate) fn asked(query: &str) -> String {
    let value = typed_pairs(query).into_iter().rev().find(|(name, _)| name == "q").map(|(_, value)| value);
    let plain = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    value.unwrap_or_default().replace("\r\n", "\n").chars().map(plain).collect()
}

/// What the index answers; nothing while there is none that can.
pub(crate) fn check(desk: &Desk<'_>, text: &str) -> Result<Option<QuoteAnswer>, Trouble> {
    let Some(search) = desk.search else { return Ok(None) };
    readable(search.check_quote(&desk.as_of, &desk.words.lang, text))
}

/// How many texts the public may read at the instant, in all languages; nothing while there is no index that can count them.
pub(crate) fn record(desk: &Desk<'_>) -> Result<Option<u64>, Trouble> {
    let Some(search) = desk.search else { return Ok(None) };
    let filter = Filter { lang: LangChoice::All, ..Filter::default() };
    let answer = readable(search.find(&desk.as_of, &desk.words.lang, &Ask { filter, ..Ask::default() }))?;
    Ok(answer.map(|answer| answer.total))
}

/// The name of a verdict in addresses, classes and string keys; nothing where nothing was asked.
pub(crate) fn verdict_name(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Verbatim => Some("verbatim"),
        Verdict::Typography => Some("typography"),
        Verdict::Altered => Some("altered"),
        Verdict::Earlier => Some("earlier"),
        Verdict::Questioner => Some("questioner"),
        Verdict::NotFound => Some("not-found"),
        Verdict::TooShort => Some("too-short"),
        Verdict::Empty => None,
    }
}

/// What a verdict says, in one sentence.
pub(crate) fn sentence(words: &Words, name: &str) -> String {
    words.say(&format!("quote-{name}-says"), &[])
}

fn verdict(words: &Words, answer: &QuoteAnswer, record: Option<&str>) -> Option<VerdictModel> {
    let kind = verdict_name(answer.verdict)?;
    let mut notes = Vec::new();
    if answer.cut {
        notes.push(words.say("quote-cut", &[("count", QUOTE_CHARS_MAX.into())]));
    }
    match answer.verdict {
        Verdict::NotFound => notes.extend(record.map(str::to_owned)),
        Verdict::Verbatim | Verdict::Typography => notes.extend(several(words, answer)),
        _ => {}
    }
    Some(VerdictModel { kind, word: words.say(&format!("quote-{kind}"), &[]), sentence: sentence(words, kind), notes })
}

/// How common the words are, where they stand in more places than one.
fn several(words: &Words, answer: &QuoteAnswer) -> Vec<String> {
    let shown = answer.matches.len();
    let places = usize::try_from(answer.common).unwrap_or(usize::MAX).max(shown);
    let mut said = Vec::new();
    if places > 1 {
        said.push(words.say("quote-several", &[("count", places.into())]));
    }
    if places > shown {
        said.push(words.say("quote-several-shown", &[("count", shown.into())]));
    }
    said
}

fn record_text(desk: &Desk<'_>, texts: u64) -> String {
    let words = desk.words;
    let local = desk.local(desk.as_of.instant);
    let args = [
        ("count", texts.into()),
        ("date", words.date(local.date()).into()),
        ("time", words.time(local).into()),
        ("zone", desk.zone_label().into()),
    ];
    words.say("quote-record", &args)
}

fn encoded(text: &str) -> String {
    crate::address::percent_encode(text).replace(';', "%3B")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_words_keep_their_lines_and_lose_what_cannot_be_read() {
        assert_eq!(asked("q=On+Monday.%0d%0AThe%20works%09are%00done&x=1"), "On Monday.\nThe works are done");
        assert_eq!(asked("q=first&q=100%"), "100%");
        assert_eq!(asked(""), "");
    }
}
