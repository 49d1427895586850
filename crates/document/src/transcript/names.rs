//! Who speaks: labels of one transcript that mean the same person, and the fullest name that it gives for each.
//!
//! "President Anna Velmar", "Velmar", "MS. VELMAR" and "The President" are one person if nothing speaks against it. Against it speaks
//! that two persons bear the name or office, or that an office and a name answer each other: nobody follows himself.

use std::collections::{HashMap, HashSet};

use super::label_name::{Named, Parts, parts};
use super::likeness::{distance, squeezed};

/// Occurrences from which on a label is no slip of a scanner, and may be what a slip is read as.
const FREQUENT: usize = 3;
/// Rare labels that resemble frequent ones, from which on the text is taken for a bad scan and larger differences for slips.
const SLIPS: usize = 3;
/// The share of its letters, one in so many, that a rare label may have wrong beside a far more frequent one.
const SLIGHT_SHARE: usize = 6;
/// How much more often a label must stand than another that differs in one stray letter.
const STRAY_TIMES: usize = 8;
/// Letters of a label in which one wrong letter is a slip in any text.
const SLIP_SAFE_LETTERS: usize = 6;
/// Different frequent labels that rare ones are compared with; a conversation has seldom more voices.
const TARGETS_MAX: usize = 24;
/// Different rare labels that are compared, so that a text of nothing but labels costs no more than its length.
const RARE_MAX: usize = 400;

/// Who speaks in one turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// Equal for turns of the same person.
    pub(crate) class: usize,
    /// The fullest name that the transcript gives.
    pub(crate) name: String,
    /// Whether any label of the person holds an office.
    pub(crate) in_office: bool,
}

/// Labels that say the same, and how they are used.
struct Entry {
    parts: Parts,
    /// How often the label stands that `parts` is of.
    most: usize,
    count: usize,
    class: Option<usize>,
}

/// A person, or an office whose holder is never named.
struct Person {
    words: Vec<String>,
    printed: String,
    offices: HashSet<String>,
}

/// Who speaks behind each of `labels`, which stand in the order of the transcript. `header` is the text before the first of them, where
/// a surname may stand with its first name. Nobody for a label that names nobody.
pub(crate) fn resolve(labels: &[&str], header: &str) -> Vec<Option<Who>> {
    let (mut entries, order) = entries(labels);
    shorten_by_evidence(&mut entries);
    let slips = slips(&entries);
    let mut persons = Vec::new();
    name_persons(&mut entries, &slips, &mut persons);
    hold_offices(&mut entries, &slips, &mut persons, &order);
    for (rare, frequent) in &slips {
        entries[*rare].class = entries[*frequent].class;
    }
    enrich(&mut persons, header);
    let who = |at: &usize| {
        let class = entries[*at].class?;
        let person = &persons[class];
        Some(Who { class, name: person.printed.clone(), in_office: !person.offices.is_empty() })
    };
    order.iter().map(who).collect()
}

/// The labels that say the same, each as it is mostly printed, and which of them each turn has.
fn entries(labels: &[&str]) -> (Vec<Entry>, Vec<usize>) {
    let mut times: HashMap<&str, usize> = HashMap::new();
    labels.iter().for_each(|label| *times.entry(label).or_default() += 1);
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut order = Vec::with_capacity(labels.len());
    for label in labels {
        let at = *known.entry(label).or_insert_with(|| {
            let (parts, most) = (parts(label), times[label]);
            let at = *by_key.entry(parts.key()).or_insert(entries.len());
            match entries.get_mut(at) {
                Some(entry) if entry.most < most => (entry.parts, entry.most) = (parts, most),
                Some(_) => {}
                None => entries.push(Entry { parts, most, count: 0, class: None }),
            }
            at
        });
        entries[at].count += 1;
        order.push(at);
    }
    (entries, order)
}

/// "Minister of Trade Velmar" cannot be parted by its words alone; where "Velmar" speaks elsewhere it can.
fn shorten_by_evidence(entries: &mut [Entry]) {
    let plain: HashSet<Vec<String>> = entries
        .iter()
        .filter(|entry| entry.parts.office.is_none())
        .filter_map(|entry| entry.parts.name.as_ref().map(|name| name.words.clone()))
        .collect();
    for entry in entries.iter_mut().filter(|entry| entry.parts.office.is_some()) {
        let all = &entry.parts.words;
        let from = (1..all.len()).find(|from| {
            let folded: Vec<String> = all[*from..].iter().map(|word| word.folded.clone()).collect();
            (folded.len() >= 2 || entry.parts.name.is_none()) && plain.contains(&folded)
        });
        if let Some(from) = from {
            entry.parts.name = Some(Named::of(&entry.parts.words[from..]));
        }
    }
}

/// Rare labels that are evidently frequent ones with wrong letters, as scanners leave them.
fn slips(entries: &[Entry]) -> HashMap<usize, usize> {
    let mut by_count: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].count >= FREQUENT).collect();
    by_count.sort_by_key(|at| std::cmp::Reverse(entries[*at].count));
    by_count.truncate(TARGETS_MAX);
    let frequent: Vec<(usize, Vec<char>)> =
        by_count.into_iter().map(|at| (at, squeezed(&entries[at].parts.key()))).collect();
    let mut near = Vec::new();
    for (at, entry) in entries.iter().enumerate().take(RARE_MAX) {
        let own = squeezed(&entry.parts.key());
        let best = frequent.iter().filter_map(|(target, letters)| {
            let rarer = *target != at && entries[*target].count > 2 * entry.count;
            let away =
                if rarer { distance(&own, letters, slip_letters(letters.len().max(own.len())))? } else { return None };
            Some((away, *target, letters.len()))
        });
        near.extend(best.min_by_key(|(away, ..)| *away).map(|(away, target, letters)| (at, target, away, letters)));
    }
    let is_scan = near.len() >= SLIPS;
    near.into_iter()
        .filter(|(at, target, away, letters)| {
            // One letter tells Li from Lu, and a name apart from another of the same first name.
            let far_rarer = entries[*target].count >= STRAY_TIMES * entries[*at].count;
            let stray = *away <= 1 && far_rarer && (*letters >= 4 || begins_alike(&entries[*at], &entries[*target]));
            let scanned = is_scan && (entries[*at].count < FREQUENT || far_rarer) && *letters >= 4;
            let slight = far_rarer && away * SLIGHT_SHARE <= *letters;
            stray
                || scanned
                || slight
                || *away == 0
                || (*away == 1 && *letters >= SLIP_SAFE_LETTERS && entries[*at].count == 1)
        })
        .map(|(at, target, ..)| (at, target))
        .collect()
}

/// How many letters of a label of `length` a scanner may get wrong.
fn slip_letters(length: usize) -> usize {
    match length {
        ..=3 => 1,
        4..=10 => 2,
        _ => 4,
    }
}

/// Whether one is the other with a stray mark behind it: `PM4` for `PM`.
fn begins_alike(one: &Entry, other: &Entry) -> bool {
    one.parts.key().starts_with(&other.parts.key())
}

/// Makes the persons with a name, the longest names first, and joins shorter forms to them.
fn name_persons(entries: &mut [Entry], slips: &HashMap<usize, usize>, persons: &mut Vec<Person>) {
    let mut named: Vec<usize> =
        (0..entries.len()).filter(|at| entries[*at].parts.name.is_some() && !slips.contains_key(at)).collect();
    named.sort_by_key(|at| std::cmp::Reverse(entries[*at].parts.name.as_ref().map_or(0, |name| name.words.len())));
    // Persons by the last and by the first word of their names, so that many names cost no more than a look each.
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    for at in named {
        let Some(name) = entries[at].parts.name.clone() else { continue };
        let (Some(last), Some(first)) = (name.words.last(), name.words.first()) else { continue };
        let same = |class: &usize| is_short_for(&name.words, &persons[*class].words);
        let mut fitting: Vec<usize> =
            by_word.get(last).into_iter().flatten().take(TARGETS_MAX).filter(|class| same(class)).copied().collect();
        fitting.dedup();
        let class = match fitting.as_slice() {
            [one] => *one,
            several => match several.iter().find(|class| persons[**class].words == name.words) {
                Some(exact) => *exact,
                None => {
                    let class = persons.len();
                    by_word.entry(last.clone()).or_default().push(class);
                    if first != last {
                        by_word.entry(first.clone()).or_default().push(class);
                    }
                    let (words, printed) = (name.words.clone(), name.printed.clone());
                    persons.push(Person { words, printed, offices: HashSet::new() });
                    class
                }
            },
        };
        persons[class].offices.extend(entries[at].parts.office.clone());
        persons[class].offices.extend(entries[at].parts.post.clone());
        entries[at].class = Some(class);
    }
}

/// Whether `short` may stand for the person `full`: the end of the name, its first word, or the surname with initials.
fn is_short_for(short: &[String], full: &[String]) -> bool {
    if full.ends_with(short) || (short.len() == 1 && full.first() == short.first()) {
        return true;
    }
    let (Some((last, given)), Some((full_last, full_given))) = (short.split_last(), full.split_last()) else {
        return false;
    };
    let initial = |(short, full): (&String, &String)| {
        let letters = short.trim_end_matches('.');
        letters.chars().count() == 1 && full.starts_with(letters)
    };
    last == full_last
        && !given.is_empty()
        && given.len() <= full_given.len()
        && given.iter().zip(full_given).all(initial)
}

/// Gives labels of an office alone to the one who holds it, or makes a person of the office.
fn hold_offices(entries: &mut [Entry], slips: &HashMap<usize, usize>, persons: &mut Vec<Person>, order: &[usize]) {
    let mut holders: HashMap<String, Vec<usize>> = HashMap::new();
    for (class, person) in persons.iter().enumerate() {
        for office in &person.offices {
            holders.entry(office.clone()).or_default().push(class);
        }
    }
    let neighbours = neighbours(entries, order);
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut at_work: Vec<usize> = (0..entries.len()).filter(|at| !slips.contains_key(at)).collect();
    at_work.retain(|at| entries[*at].parts.name.is_none() && entries[*at].parts.office.is_some());
    // The fuller form comes first and gives the office its name: "PRIME MINISTER" rather than "PM".
    at_work.sort_by_key(|at| std::cmp::Reverse((entries[*at].parts.words.len().min(3), entries[*at].count)));
    for at in at_work {
        let Some(office) = entries[at].parts.office.clone() else { continue };
        let sole = match holders.get(&office).map(Vec::as_slice) {
            Some([sole]) if !neighbours.contains(&(office.clone(), *sole)) => Some(*sole),
            _ => None,
        };
        let class = sole.or_else(|| groups.get(&office).copied()).unwrap_or_else(|| {
            let printed = entries[at].parts.core.clone();
            persons.push(Person { words: Vec::new(), printed, offices: HashSet::from([office.clone()]) });
            persons.len() - 1
        });
        groups.insert(office, class);
        entries[at].class = Some(class);
    }
}

/// Which offices and persons answer each other.
fn neighbours(entries: &[Entry], order: &[usize]) -> HashSet<(String, usize)> {
    let alone = |at: usize| entries[at].parts.office.clone().filter(|_| entries[at].parts.name.is_none());
    let mut met = HashSet::new();
    for pair in order.windows(2) {
        for (one, other) in [(pair[0], pair[1]), (pair[1], pair[0])] {
            if let (Some(office), Some(class)) = (alone(one), entries[other].class) {
                met.insert((office, class));
            }
        }
    }
    met
}

/// Gives persons of whom only the surname is a label the first names that the header has before it.
fn enrich(persons: &mut [Person], header: &str) {
    /// Words of the header that are looked at; titles, date and place are shorter.
    const HEADER_WORDS_MAX: usize = 400;
    let words: Vec<&str> = header.split_whitespace().take(HEADER_WORDS_MAX).collect();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, word) in words.iter().enumerate() {
        let bare = super::label_name::bare(word);
        let own = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s")).unwrap_or(bare);
        places.entry(own.to_lowercase()).or_insert(at);
    }
    let surnames: HashSet<String> = persons.iter().filter_map(|person| person.words.last().cloned()).collect();
    for person in persons.iter_mut().filter(|person| person.words.len() == 1) {
        let Some(at) = places.get(&person.words[0]).copied() else { continue };
        let is_given = |from: usize| {
            let word = words[from];
            super::label_name::is_given_name(word, words[at])
                && !surnames.contains(&super::label_name::bare(word).to_lowercase())
        };
        let mut from = at;
        if from > 0 && is_given(from - 1) {
            from -= 1;
            // "Ole J. Berg"
            let is_initial = super::label_name::bare(words[from]).chars().count() == 1;
            from -= usize::from(is_initial && from > 0 && is_given(from - 1));
        }
        if from < at {
            let given = words[from..at].join(" ");
            let surname = super::label_name::bare(words[at]);
            let surname = surname.strip_suffix("’s").or_else(|| surname.strip_suffix("'s")).unwrap_or(surname);
            person.printed = format!("{given} {surname}");
        }
    }
}
