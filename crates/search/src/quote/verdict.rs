//! From candidates to the answer: each text is read from the views, laid beside the quote and judged.

use document::{Document, Role, speakers_of};
use domain::{AsOf, Lang, MessageId, Sheet, Speaker, Version};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use views::{SeenVersion, Standing, Views};

use super::align::align;
use super::attribution::{Voices, attribution};
use super::candidates::{Candidate, candidates};
use super::normalise::{Quote, QuoteWord, length};
use super::passage::{Passage, passage};
use super::present::{Old, present, still_says};
use super::record::Record;
use super::{Attribution, DiffPiece, Exactness, MATCHES_MAX, QuoteAnswer, QuoteMatch, Verdict};
use crate::{Said, Search, SearchError};

/// Shorter quotes stand everywhere by chance: four words, eight Han characters.
const LENGTH_MIN: usize = 8;
/// How much of quote and passage must be the same before the passage is shown as what was altered; a short quote needs more,
/// [`SIMILARITY_SHORT`] shared out among its words, since a few common words stand everywhere. Found by trying, see ADR 0024.
const SIMILARITY_MIN: f32 = 0.54;
/// See [`SIMILARITY_MIN`].
const SIMILARITY_SHORT: f32 = 1.1;
/// Words out of which one may differ whatever its length: a long word among short ones is much of a quote by letters.
const WORDS_PER_CHANGE: usize = 5;
/// How much less like the quote than the best another altered passage may be and still be listed.
const SIMILARITY_SPREAD: f32 = 0.1;
/// How much more like the quote an earlier version must be than the present one before it is shown instead.
const EARLIER_LEAD: f32 = 0.02;
/// Earlier versions of one edition that are read.
const EARLIER_MAX: usize = 4;
/// Letters of the texts that are read for one answer. What is likeliest comes first; a record of whole books is not read
/// through for one quote.
const READ_BYTES_MAX: usize = 3 << 20;

/// A match with what puts it in order.
struct Ranked {
    found: QuoteMatch,
    /// How many times the same words were found in the same edition before.
    repeat: usize,
    /// How many words differ.
    changed: usize,
}

/// What all texts are judged by.
struct Check<'a> {
    as_of: &'a AsOf,
    views: &'a Views,
    quote: &'a Quote,
    without_labels: Option<Vec<QuoteWord>>,
    speakers: &'a [Speaker],
    home: TimeZone,
    bytes: usize,
    ranked: Vec<Ranked>,
}

/// A version with all that is known of its edition.
struct Text<'a> {
    seen: &'a SeenVersion,
    lang: &'a Lang,
    number: u32,
    sheet: &'a Sheet,
    document: &'a Document,
    is_current: bool,
}

/// Answers.
pub(super) fn check(search: &Search, as_of: &AsOf, lang: &Lang, text: &str) -> Result<QuoteAnswer, SearchError> {
    let state = search.state();
    let quote = Quote::read(text);
    let answer = |verdict, matches: Vec<QuoteMatch>, common: u64| {
        Ok(QuoteAnswer { verdict, matches, common, cut: quote.cut, state })
    };
    let without_labels = quote.without_labels();
    let words = without_labels.as_deref().unwrap_or(&quote.words);
    let length = length(words);
    if length == 0 {
        return answer(Verdict::Empty, Vec::new(), 0);
    }
    let views: &Views = &search.views;
    let Some(standing) = views.standing(as_of)? else { return answer(Verdict::NotFound, Vec::new(), 0) };
    let readers = search.readers();
    let found = candidates(&readers, words, as_of, lang)?;
    let Standing { speakers, home, .. } = standing;
    let mut check =
        Check { as_of, views, quote: &quote, without_labels, speakers: &speakers, home, bytes: 0, ranked: Vec::new() };
    for (edition, numbers) in editions(&found.versions) {
        if check.bytes > READ_BYTES_MAX {
            break;
        }
        check.edition(&edition.0, &edition.1, &numbers)?;
    }
    let (verdict, matches) = decide(check.ranked, lang, length);
    let verbatim = matches.iter().filter(|own| own.exactness == Exactness::Exact && own.is_current).count() as u64;
    answer(verdict, matches, found.common.max(verbatim))
}

/// Candidates by edition, in the order of likelihood, with the versions of each.
fn editions(versions: &[Candidate]) -> Vec<((MessageId, Lang), Vec<u32>)> {
    let mut editions: Vec<((MessageId, Lang), Vec<u32>)> = Vec::new();
    for Candidate { message, lang, number } in versions {
        match editions.iter_mut().find(|(own, _)| own.0 == *message && own.1 == *lang) {
            Some((_, numbers)) => numbers.push(*number),
            None => editions.push(((message.clone(), lang.clone()), vec![*number])),
        }
    }
    editions
}

impl Check<'_> {
    /// Lays an edition beside the quote: its present version, then earlier ones if that does not have it.
    fn edition(&mut self, message: &MessageId, lang: &Lang, numbers: &[u32]) -> Result<(), SearchError> {
        let Some(seen) = self.views.edition(self.as_of, lang, message)? else { return Ok(()) };
        let Some(current) = seen.versions.last().map(|version| version.number) else { return Ok(()) };
        let (sheet, document) = (&seen.sheet, &seen.document);
        let text = Text { seen: &seen, lang, number: current, sheet, document, is_current: true };
        let mut best = self.matches(&text);
        let is_said = |matches: &[Ranked]| matches.iter().any(|own| own.found.exactness != Exactness::Altered);
        let mut earlier: Vec<u32> = numbers.iter().copied().filter(|number| *number < current).collect();
        earlier.sort_unstable();
        for number in earlier.into_iter().rev().take(EARLIER_MAX) {
            if is_said(&best) {
                break;
            }
            let Some((sheet, document)) = self.views.version_text(self.as_of, lang, message, number)? else { continue };
            let text = Text { seen: &seen, lang, number, sheet: &sheet, document: &document, is_current: false };
            let own = self.matches(&text);
            let likeness = |matches: &[Ranked]| matches.iter().map(|own| own.found.similarity).fold(0.0, f32::max);
            if is_said(&own) || likeness(&own) > likeness(&best) + EARLIER_LEAD {
                best = own;
            }
        }
        self.ranked.append(&mut best);
        Ok(())
    }

    /// The passages of one version that have the quote or are nearest to it.
    fn matches(&mut self, text: &Text<'_>) -> Vec<Ranked> {
        let record = Record::read(&text.sheet.title, text.document, self.quote);
        self.bytes += record.pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
        let mut best = self.passages(&record, &self.quote.words);
        let is_altered = |passages: &[Passage]| passages.iter().all(|own| own.exactness == Exactness::Altered);
        let mut labelled = false;
        if is_altered(&best)
            && let Some(words) = &self.without_labels
        {
            let other = self.passages(&record, words);
            let likeness = |passages: &[Passage]| passages.iter().map(|own| own.similarity).fold(0.0, f32::max);
            if !is_altered(&other) || likeness(&other) > likeness(&best) {
                (best, labelled) = (other, true);
            }
        }
        let names = speakers_of(text.document);
        let found = best.into_iter().enumerate();
        found
            .filter_map(|(repeat, own)| {
                let changed = own.changed;
                Some(Ranked { found: self.found(text, &record, &names, own, labelled)?, repeat, changed })
            })
            .collect()
    }

    fn passages(&self, record: &Record, words: &[QuoteWord]) -> Vec<Passage> {
        align(words, record).iter().map(|script| passage(self.quote, words, record, script)).collect()
    }

    fn found(
        &self,
        text: &Text<'_>,
        record: &Record,
        names: &[Option<String>],
        own: Passage,
        labelled: bool,
    ) -> Option<QuoteMatch> {
        let first = record.words.get(*own.words.first()?)?;
        let piece = record.pieces.get(first.piece as usize)?;
        let mut turns: Vec<usize> = Vec::new();
        let mut beside = false;
        for word in own.words.iter().filter_map(|at| record.words.get(*at)).filter(|word| !word.aside) {
            match record.turn_of(*word) {
                Some(turn) if !turns.contains(&turn) => turns.push(turn),
                Some(_) => {}
                None => beside = true,
            }
        }
        let day = self.day(text);
        let voices = Voices {
            document: text.document,
            names,
            speakers: self.speakers,
            day: text.sheet.occasion.date.or(day),
            sheet: &text.sheet.speakers,
        };
        let attribution = if labelled { attribution(&self.quote.labels, &turns, &voices) } else { None };
        let (mut exactness, mut pieces) = (own.exactness, own.pieces);
        if attribution == Some(Attribution::Other) {
            exactness = Exactness::Altered;
            let label = self.quote.labels.first().map_or("", |label| &label.text);
            pieces.insert(0, DiffPiece::OnlyQuote(format!("{label}: ")));
        }
        let SeenVersion { message, path, .. } = text.seen;
        Some(QuoteMatch {
            message: message.clone(),
            lang: text.lang.clone(),
            version: text.number,
            path: path.clone(),
            title: text.sheet.title.clone(),
            kind: text.sheet.kind,
            day,
            event_date: text.sheet.occasion.date,
            place: text.sheet.occasion.place.clone(),
            said: self.said(text, piece.turn, names),
            is_mixed: turns.len() > usize::from(!beside),
            attribution,
            anchor: piece.anchor.clone(),
            exactness,
            joined: own.joined,
            present: if text.is_current { None } else { self.present(text, record, &own.words) },
            pieces,
            passage: own.text,
            is_current: text.is_current,
            similarity: own.similarity,
        })
    }

    /// The day in the edition's address: that of its first release at home. A page has none.
    fn day(&self, text: &Text<'_>) -> Option<Date> {
        let released = domain::today(text.seen.first_release, &self.home);
        (text.sheet.kind != domain::Kind::Page).then_some(released)
    }

    fn said(&self, text: &Text<'_>, turn: Option<usize>, names: &[Option<String>]) -> Option<Said> {
        if let Some(position) = turn {
            let turn = text.document.turns().nth(position)?;
            return Some(Said {
                turn: turn.id.to_string(),
                label: turn.label.clone(),
                name: names.get(position).cloned().flatten(),
                speaker: turn.speaker.clone(),
                role: turn.role,
            });
        }
        let [only] = text.sheet.speakers.as_slice() else { return None };
        if text.document.turns().next().is_some() {
            return None;
        }
        let known = self.speakers.iter().find(|speaker| speaker.slug == *only);
        let name = known.and_then(|speaker| speaker.name.get(text.lang, &[])).unwrap_or(only).to_owned();
        let speaker = known.map(|speaker| speaker.slug.clone());
        Some(Said { turn: String::new(), label: name.clone(), name: Some(name), speaker, role: Role::Speech })
    }

    /// What the present version has instead of a passage of an earlier one.
    fn present(&self, text: &Text<'_>, record: &Record, words: &[usize]) -> Option<super::Present> {
        let (first, last) = (*words.iter().min()?, *words.iter().max()?);
        let sentences = record.sentences(first, last);
        let anchor = record.words.get(first).and_then(|word| record.pieces.get(word.piece as usize)?.anchor.as_deref());
        let change = self.change(text, &sentences).or(text.seen.versions.last())?;
        let current = text.seen.versions.last()?.number;
        let old = Old { sentences: &sentences, anchor };
        Some(present(&old, (&text.seen.sheet.title, &text.seen.document), current, change))
    }

    /// The first version after one that no longer has its sentences.
    fn change<'v>(&self, text: &Text<'v>, sentences: &str) -> Option<&'v Version> {
        let later = text.seen.versions.iter().filter(|version| version.number > text.number);
        let unlike = |version: &&Version| {
            let own = self.views.version_text(self.as_of, text.lang, &text.seen.message, version.number);
            matches!(own, Ok(Some((sheet, document))) if !still_says(sentences, (&sheet.title, &document)))
        };
        later.take(2 * EARLIER_MAX).find(unlike)
    }
}

/// Which places decide, and what they say.
fn decide(ranked: Vec<Ranked>, lang: &Lang, length: usize) -> (Verdict, Vec<QuoteMatch>) {
    let class = |own: &QuoteMatch| match (own.exactness, own.is_current) {
        (Exactness::Altered, _) => 2,
        (_, true) => 0,
        (_, false) => 1,
    };
    let is_short = length < LENGTH_MIN;
    // Two of the length are one word.
    let least = SIMILARITY_MIN + SIMILARITY_SHORT / (length.max(2) as f32 / 2.0);
    let alike = |own: &Ranked| own.found.similarity >= least || own.changed * WORDS_PER_CHANGE <= length / 2;
    let enough = |own: &Ranked| own.found.exactness != Exactness::Altered || (!is_short && alike(own));
    let mut ranked: Vec<Ranked> = ranked.into_iter().filter(enough).collect();
    let Some(best) = ranked.iter().map(|own| class(&own.found)).min() else {
        return (if is_short { Verdict::TooShort } else { Verdict::NotFound }, Vec::new());
    };
    ranked.retain(|own| class(&own.found) == best);
    let likest = ranked.iter().map(|own| own.found.similarity).fold(0.0, f32::max);
    ranked.retain(|own| best < 2 || own.found.similarity + SIMILARITY_SPREAD >= likest);
    // Stable: what is still equal stays in the order of likelihood.
    ranked.sort_by(|one, other| {
        let likeness = |own: &Ranked| if best < 2 { 0.0 } else { own.found.similarity };
        let key = |own: &Ranked| {
            let found = &own.found;
            (is_question(found), own.repeat.min(1), found.exactness, found.lang != *lang, own.repeat)
        };
        likeness(other).total_cmp(&likeness(one)).then_with(|| key(one).cmp(&key(other)))
    });
    let verdict = match ranked.first().map(|own| &own.found) {
        _ if best == 2 => Verdict::Altered,
        _ if best == 1 => Verdict::Earlier,
        Some(found) if is_question(found) => Verdict::Questioner,
        Some(found) if found.exactness == Exactness::Exact => Verdict::Verbatim,
        _ => Verdict::Typography,
    };
    (verdict, ranked.into_iter().map(|own| own.found).take(MATCHES_MAX).collect())
}

/// Whether whoever asked said it, and nobody else a part of it.
fn is_question(found: &QuoteMatch) -> bool {
    !found.is_mixed && found.said.as_ref().is_some_and(|said| said.role == Role::Question)
}
