//! Where in a text of the record a quote stands, and which of its words answer to which: seeds, a chain of them, and the
//! small gaps between filled in (`fill.rs`).
//!
//! Time grows with the text, not with the product of text and quote: stretches of words that both have are found by a table
//! of the quote's pairs of words, and only the gaps of the best chain are compared word by word.

use std::collections::HashMap;
use std::ops::Range;

use super::fill::Fill;
use super::normalise::{QuoteWord, is_character};
use super::record::Record;

/// Places in the quote that one pair of words is remembered for: what occurs more often helps no seed.
const PLACES_MAX: usize = 8;
/// Seeds that are chained; the longest are kept, so that a text of nothing but “of the” costs no more than any other.
const SEEDS_MAX: usize = 384;
/// Words of the record that a quote may leave out without saying so and still be one passage.
const LEFT_OUT_MAX: usize = 24;
/// The same wording is told apart in at most so many places of one text.
const WHOLE_MAX: usize = 16;

/// What became of words of the quote or the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The same words, perhaps written as one or as two.
    Same,
    /// A word that looks like the record's but is another one, or is misread.
    Alike,
    /// Words that only the quote has.
    Added,
    /// Words that only the record has.
    Left,
    /// Words of the record that an ellipsis of the quote stands for.
    Elided,
}

/// A step on the way through quote and record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// What the step is.
    pub kind: Kind,
    /// The words of the quote.
    pub quote: Range<usize>,
    /// The words of the record.
    pub record: Range<usize>,
}

/// A way through quote and record, in the order of the quote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Script {
    /// The steps; together they have every word of the quote once.
    pub steps: Vec<Step>,
    /// Whether pieces between ellipses stand in another order in the record.
    pub out_of_order: bool,
}

/// A stretch of words that quote and record both have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seed {
    record: usize,
    quote: usize,
    len: usize,
    weight: u32,
}

impl Seed {
    fn quote_end(self) -> usize {
        self.quote + self.len
    }

    fn record_end(self) -> usize {
        self.record + self.len
    }

    /// The seed without its first words.
    fn without(self, words: usize) -> Self {
        Self { record: self.record + words, quote: self.quote + words, len: self.len - words, ..self }
    }
}

/// Every place where the whole quote stands word by word; else the best way there is, if words agree at all.
pub(super) fn align(words: &[QuoteWord], record: &Record) -> Vec<Script> {
    let seeds = seeds(words, record);
    let whole: Vec<Script> =
        seeds.iter().filter(|seed| seed.len == words.len()).take(WHOLE_MAX).map(|seed| same(*seed)).collect();
    if !whole.is_empty() {
        return whole;
    }
    let longest = longest(seeds);
    let chain = chain(words, record, &longest);
    if chain.is_empty() {
        return Vec::new();
    }
    let script = script(words, record, &chain);
    let is_missing = |step: &Step| step.kind == Kind::Added;
    if script.steps.iter().any(is_missing)
        && let Some(other) = out_of_order(words, &longest)
    {
        return vec![other];
    }
    vec![script]
}

fn same(seed: Seed) -> Script {
    Script { steps: vec![same_step(seed)], out_of_order: false }
}

fn same_step(seed: Seed) -> Step {
    Step { kind: Kind::Same, quote: seed.quote..seed.quote_end(), record: seed.record..seed.record_end() }
}

/// The longest stretches of words that both have, in the order of the record.
fn seeds(words: &[QuoteWord], record: &Record) -> Vec<Seed> {
    let characters = words.iter().filter(|word| is_character(&word.folded)).count();
    let grain = if words.len() > 11 && characters * 2 > words.len() { 3 } else { words.len().min(2) };
    let mut seeds = Vec::new();
    let whole = 0..words.len();
    push_seeds(words, whole, grain, record, &mut seeds);
    for piece in pieces(words).into_iter().filter(|piece| piece.len() < grain) {
        let len = piece.len();
        push_seeds(words, piece, len, record, &mut seeds);
    }
    seeds
}

/// The quote cut at its ellipses.
fn pieces(words: &[QuoteWord]) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = (1..words.len()).filter(|at| words[*at].after_ellipsis).collect();
    cuts.push(words.len());
    let mut from = 0;
    cuts.into_iter().map(|to| std::mem::replace(&mut from, to)..to).collect()
}

/// Finds where `grain` words of a part of the quote stand in the record, and how far they go on.
fn push_seeds(words: &[QuoteWord], part: Range<usize>, grain: usize, record: &Record, seeds: &mut Vec<Seed>) {
    if grain == 0 || part.len() < grain {
        return;
    }
    let ids: Vec<u32> = words[part.clone()].iter().map(|word| word.id).collect();
    let mut places: HashMap<&[u32], Vec<usize>> = HashMap::new();
    for (at, grains) in ids.windows(grain).enumerate() {
        let known = places.entry(grains).or_default();
        if known.len() < PLACES_MAX {
            known.push(at);
        }
    }
    let recorded: Vec<u32> = record.words.iter().map(|word| word.id).collect();
    for (at, grains) in recorded.windows(grain).enumerate() {
        if grains.contains(&0) {
            continue;
        }
        for place in places.get(grains).into_iter().flatten() {
            let end = if at < record.title_words { record.title_words } else { recorded.len() };
            let begun = at > 0 && at != record.title_words && *place > 0 && recorded[at - 1] == ids[*place - 1];
            if begun || at + grain > end {
                continue;
            }
            let len = ids[*place..].iter().zip(&recorded[at..end]).take_while(|(one, other)| one == other).count();
            let quote = part.start + place;
            let weight = words[quote..quote + len].iter().map(own_weight).sum();
            seeds.push(Seed { record: at, quote, len, weight });
        }
    }
}

/// What a word adds to a seed: the quoter's own words may stand in the record by chance, and then they are no reason to look
/// there.
fn own_weight(word: &QuoteWord) -> u32 {
    if word.inserted { 0 } else { word.weight }
}

/// The heaviest seeds, in the order of the record.
fn longest(mut seeds: Vec<Seed>) -> Vec<Seed> {
    if seeds.len() > SEEDS_MAX {
        seeds.select_nth_unstable_by_key(SEEDS_MAX, |seed| std::cmp::Reverse((seed.weight, seed.record)));
        seeds.truncate(SEEDS_MAX);
    }
    seeds.sort_unstable();
    seeds
}

/// The row of seeds, one behind the other in quote and record, that agrees best; each without what the one before has.
fn chain(words: &[QuoteWord], record: &Record, seeds: &[Seed]) -> Vec<Seed> {
    let said = sums(record.words.iter().map(|word| usize::from(!word.aside)));
    let weights = sums(words.iter().map(|word| own_weight(word) as usize));
    let mut best: Vec<(i64, Option<(usize, usize)>)> = Vec::with_capacity(seeds.len());
    for (at, seed) in seeds.iter().enumerate() {
        let mut own = (i64::from(seed.weight), None);
        for (before, earlier) in seeds[..at].iter().enumerate() {
            let Some((overlap, cost)) = joined(words, record, *earlier, *seed, &said) else { continue };
            let rest = weights[seed.quote_end()] - weights[seed.quote + overlap];
            let score = best[before].0 + i64::try_from(rest).unwrap_or(0) - cost;
            if score > own.0 {
                own = (score, Some((before, overlap)));
            }
        }
        best.push(own);
    }
    let mut chain = Vec::new();
    // Of equal ends the first in the record is taken.
    let mut last = (0..best.len()).rev().max_by_key(|at| best[*at].0);
    while let Some(at) = last {
        let (_, before) = best[at];
        chain.push(seeds[at].without(before.map_or(0, |(_, overlap)| overlap)));
        last = before.map(|(before, _)| before);
    }
    chain.reverse();
    chain
}

fn sums(values: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut total = 0;
    let mut sums = vec![0];
    sums.extend(values.map(|value| {
        total += value;
        total
    }));
    sums
}

/// Whether one seed can follow another: how many of its words the other has already, and what the gap between costs.
fn joined(words: &[QuoteWord], record: &Record, one: Seed, next: Seed, said: &[usize]) -> Option<(usize, i64)> {
    if next.quote <= one.quote || next.record <= one.record {
        return None;
    }
    let crosses = one.record < record.title_words && next.record >= record.title_words;
    let overlap = one.quote_end().saturating_sub(next.quote).max(one.record_end().saturating_sub(next.record));
    if crosses || overlap >= next.len {
        return None;
    }
    let next = next.without(overlap);
    let missing = next.quote - one.quote_end();
    let passed = said[next.record] - said[one.record_end()];
    let marked = words[one.quote_end()..=next.quote].iter().any(|word| word.after_ellipsis);
    let cost = if marked {
        // Nearer is better, but no distance is too far: what it is worth is said later.
        passed / 16 + missing
    } else if passed <= LEFT_OUT_MAX + 2 * missing {
        2 * passed.max(missing)
    } else {
        return None;
    };
    Some((overlap, i64::try_from(cost.min(1_000)).unwrap_or(0)))
}

/// The whole way: the chain, what stands between its seeds, and what stands before and after them.
fn script(words: &[QuoteWord], record: &Record, chain: &[Seed]) -> Script {
    let fill = Fill { words, record };
    let mut steps = Vec::new();
    let (mut quote, mut at) = (0, None);
    for seed in chain {
        match at {
            None => {
                let floor = if seed.record < record.title_words { 0 } else { record.title_words };
                fill.before(0..seed.quote, floor..seed.record, &mut steps);
            }
            Some(from) => fill.between(quote..seed.quote, from..seed.record, &mut steps),
        }
        steps.push(same_step(*seed));
        quote = seed.quote_end();
        at = Some(seed.record_end());
    }
    if let Some(from) = at {
        let ceiling = if from <= record.title_words && from > 0 { record.title_words } else { record.words.len() };
        fill.after(quote..words.len(), from..ceiling.max(from), &mut steps);
    }
    Script { steps, out_of_order: false }
}

/// The way of a quote whose pieces between ellipses all stand in the record, but in another order.
fn out_of_order(words: &[QuoteWord], seeds: &[Seed]) -> Option<Script> {
    let pieces = pieces(words);
    if pieces.len() < 2 {
        return None;
    }
    let find = |piece: Range<usize>| {
        let holds = |seed: &&Seed| seed.quote <= piece.start && piece.end <= seed.quote_end();
        let seed = seeds.iter().find(holds)?;
        let from = seed.record + piece.start - seed.quote;
        Some(Step { kind: Kind::Same, record: from..from + piece.len(), quote: piece })
    };
    let steps: Option<Vec<Step>> = pieces.into_iter().map(find).collect();
    steps.map(|steps| Script { steps, out_of_order: true })
}
