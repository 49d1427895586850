//! Another spelling for words that no text has which the public sees.
//!
//! Only MAIN is asked, and only words count that a text seen at the instant has: a suggestion tells nothing of what is under
//! embargo or no longer shown.

use std::collections::HashMap;
use std::sync::Arc;

use domain::AsOf;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocSet as _, Term};

use crate::analysis::exact;
use crate::conditions::Conditions;
use crate::query::Question;
use crate::search::Readers;
use crate::sieve::{Columns, Sieve};
use crate::snippet::Sought;
use crate::{SearchError, Unit};

/// Letters from which on a word is looked for with one slip of the pen, and with two: in shorter ones everything is like
/// everything else.
const LETTERS_FOR: [(u8, usize); 2] = [(1, 4), (2, 8)];
/// Longest word that is looked for; longer ones are no words, and the automaton grows with them.
const LETTERS_MAX: usize = 40;
/// Words that are tried for each unknown one, the most frequent ones first.
const TRIED: usize = 6;
/// Words of a question that are looked for; whoever mistypes more is not helped by guesses.
const WORDS_MAX: usize = 8;
/// Documents that are counted for a word: enough to tell a frequent one from a rare one.
const COUNTED: usize = 1_000;

/// What was typed with unknown words replaced by the most frequent ones that are like them; nothing when every word is
/// known or nothing is like those that are not.
pub(crate) fn respelled(
    typed: &str,
    question: &Question,
    readers: &Readers,
    as_of: &AsOf,
) -> Result<Option<String>, SearchError> {
    let mut better: HashMap<&str, String> = HashMap::new();
    let single = |sought: &&Sought| {
        sought.exact.len() == 1 && !sought.is_prefix || sought.stems.is_empty() && sought.exact.len() > 1
    };
    for word in question.sought.iter().filter(single).flat_map(|sought| &sought.exact).take(WORDS_MAX) {
        if better.contains_key(word.as_str()) || is_known(word, question, readers, as_of)? {
            continue;
        }
        if let Some(like) = most_frequent_like(word, readers, as_of)? {
            better.insert(word, like);
        }
    }
    if better.is_empty() {
        return Ok(None);
    }
    let (mut text, mut at) = (String::new(), 0);
    for word in exact(typed) {
        let Some(like) = better.get(word.text.as_str()) else { continue };
        text.push_str(&typed[at..word.start]);
        let is_capital = typed[word.start..].chars().next().is_some_and(char::is_uppercase);
        let mut letters = like.chars();
        match letters.next().filter(|_| is_capital) {
            Some(first) => text.extend(first.to_uppercase().chain(letters)),
            None => text.push_str(like),
        }
        at = word.end;
    }
    text.push_str(&typed[at..]);
    Ok(Some(text))
}

/// Whether a text that is seen has the word or another form of it.
fn is_known(word: &str, question: &Question, readers: &Readers, as_of: &AsOf) -> Result<bool, SearchError> {
    if seen(Term::from_field_text(readers.fields.text, word), readers, as_of, 1)? > 0 {
        return Ok(true);
    }
    let stems =
        question.sought.iter().filter(|sought| sought.exact.as_slice() == [word]).flat_map(|sought| &sought.stems);
    for stem in stems {
        // A word that is its own stem stands among the exact forms.
        for field in [readers.fields.stem, readers.fields.text] {
            if seen(Term::from_field_text(field, stem), readers, as_of, 1)? > 0 {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn most_frequent_like(word: &str, readers: &Readers, as_of: &AsOf) -> Result<Option<String>, SearchError> {
    let length = word.chars().count();
    let is_letters = word.chars().all(char::is_alphabetic);
    if !is_letters || length > LETTERS_MAX {
        return Ok(None);
    }
    for (slips, _) in LETTERS_FOR.into_iter().filter(|(_, letters)| length >= *letters) {
        let mut best: Option<(usize, String)> = None;
        for like in alike(word, slips, readers)? {
            let count = seen(Term::from_field_text(readers.fields.text, &like), readers, as_of, COUNTED)?;
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, like));
            }
        }
        // One slip is likelier than two, however frequent the other word.
        if let Some((_, like)) = best {
            return Ok(Some(like));
        }
    }
    Ok(None)
}

/// The most frequent words of MAIN within so many slips (letters wrong, missing, too many or exchanged), of the same script.
fn alike(word: &str, slips: u8, readers: &Readers) -> Result<Vec<String>, SearchError> {
    let field = readers.fields.text;
    let query = FuzzyTermQuery::new(Term::from_field_text(field, word), slips, true);
    let mut found: HashMap<String, u64> = HashMap::new();
    for reader in readers.main.segment_readers() {
        let index = reader.inverted_index(field)?;
        let mut terms = index.terms().search(query.automaton()?).into_stream()?;
        while terms.advance() {
            let like = std::str::from_utf8(terms.key()).ok().filter(|like| *like != word && same_script(word, like));
            if let Some(like) = like {
                *found.entry(like.to_owned()).or_default() += u64::from(terms.value().doc_freq);
            }
        }
    }
    let mut found: Vec<(String, u64)> = found.into_iter().collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found.truncate(TRIED);
    Ok(found.into_iter().map(|(like, _)| like).collect())
}

/// Whether both words are of letters of one of the scripts for which letters are a measure of likeness.
fn same_script(word: &str, like: &str) -> bool {
    let script = |c: char| match c {
        'a'..='z' | '\u{df}'..='\u{24f}' => 1,
        '\u{370}'..='\u{3ff}' => 2,
        '\u{400}'..='\u{52f}' => 3,
        '\u{600}'..='\u{6ff}' => 4,
        _ => 0,
    };
    let of = |word: &str| word.chars().map(script).reduce(|all, one| if all == one { all } else { 0 }).unwrap_or(0);
    of(word) != 0 && of(word) == of(like)
}

/// How many messages with a term the public sees, up to a number.
fn seen(term: Term, readers: &Readers, as_of: &AsOf, enough: usize) -> Result<usize, SearchError> {
    let mut count = 0;
    for reader in readers.main.segment_readers() {
        let Some(mut postings) = reader.inverted_index(term.field())?.read_postings(&term, IndexRecordOption::Basic)?
        else {
            continue;
        };
        let columns = Arc::new(Columns::open(reader, Unit::Messages)?);
        let mut sieve = Sieve::new(columns, &Conditions::default(), Unit::Messages, as_of, &[])?;
        let mut docs = [0; COLLECT_BLOCK_BUFFER_LEN];
        loop {
            let filled = postings.fill_buffer(&mut docs);
            let mut kept = 0;
            for index in 0..filled {
                docs[kept] = docs[index];
                kept += usize::from(!reader.is_deleted(docs[index]));
            }
            count += sieve.visible(&mut docs, kept);
            if count >= enough {
                return Ok(enough);
            }
            if filled < docs.len() {
                break;
            }
        }
    }
    Ok(count)
}
