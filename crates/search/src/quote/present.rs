//! What the present version says where an earlier one had the quoted words.

use document::Document;
use domain::Version;

use super::align::align;
use super::normalise::Quote;
use super::passage::{Passage, passage};
use super::record::Record;
use super::{DiffPiece, Exactness, Present};

/// How much of the old sentences the present text must have before its passage counts as what became of them. Below this
/// a passage shares little more than function words with the old one.
const SIMILARITY_MIN: f32 = 0.45;

/// A text with its title.
pub(super) type Text<'a> = (&'a str, &'a Document);

/// Where a passage stood.
pub(super) struct Old<'a> {
    /// The sentences in which it stood.
    pub sentences: &'a str,
    /// The anchor of the first paragraph.
    pub anchor: Option<&'a str>,
}

/// Compares old sentences with the present text, first with the paragraph of the same anchor; `change` is the version that
/// changed them.
pub(super) fn present(old: &Old<'_>, text: Text<'_>, number: u32, change: &Version) -> Present {
    let quote = Quote::read(old.sentences);
    let record = Record::read(text.0, text.1, &quote);
    let own = old.anchor.and_then(|anchor| record.only(anchor));
    let found = own.as_ref().and_then(|own| Some((nearest(&quote, own)?, own)));
    let found = found.or_else(|| Some((nearest(&quote, &record)?, &record)));
    let (anchor, pieces) = match found {
        Some((passage, record)) => {
            let word = passage.words.first().and_then(|word| record.words.get(*word));
            let piece = word.and_then(|word| record.pieces.get(word.piece as usize));
            (piece.and_then(|piece| piece.anchor.clone()), passage.pieces)
        }
        None => (None, vec![DiffPiece::OnlyQuote(old.sentences.to_owned())]),
    };
    Present {
        version: number,
        changed_in: change.number,
        class: change.class,
        note: change.note.clone(),
        release: change.release,
        anchor,
        pieces,
    }
}

/// Whether a text still has a passage, typography aside.
pub(super) fn still_says(old: &str, text: Text<'_>) -> bool {
    let quote = Quote::read(old);
    let record = Record::read(text.0, text.1, &quote);
    align(&quote.words, &record)
        .iter()
        .any(|script| passage(&quote, &quote.words, &record, script).exactness != Exactness::Altered)
}

fn nearest(quote: &Quote, record: &Record) -> Option<Passage> {
    let scripts = align(&quote.words, record);
    let passages = scripts.iter().map(|script| passage(quote, &quote.words, record, script));
    passages
        .filter(|passage| passage.similarity >= SIMILARITY_MIN)
        .max_by(|one, other| one.similarity.total_cmp(&other.similarity))
}
