//! Lists (ISO/IEC 29500-1 section 17.9): what stands before each item, which Word does not write into the text.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::DocxError;
use super::xml::{Part, Xml, attribute, is_on, local};
use crate::parse::lists::{Bullet, as_roman};

/// Levels of a list (section 17.9.6).
pub(super) const LEVELS: usize = 9;
/// Lists that are remembered; files that went through many hands have a few thousand.
const LISTS_MAX: usize = 20_000;
/// Characters of the text of a level, such as `Article %1.`
const PATTERN_CHARS_MAX: usize = 60;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    pattern: String,
    legal: bool,
}

impl Default for Level {
    fn default() -> Level {
        Level { start: 1, format: "decimal".to_owned(), pattern: String::new(), legal: false }
    }
}

/// A list as the text refers to it.
#[derive(Clone, Debug, Default)]
struct List {
    pattern: String,
    /// Levels that begin anew with this list.
    starts: [Option<u32>; LEVELS],
}

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
}

/// How far the lists have been counted.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// By pattern, because lists of one pattern go on where the other stopped.
    numbers: HashMap<String, [Option<u32>; LEVELS]>,
    begun: std::collections::HashSet<String>,
}

impl Numbering {
    /// Reads the part with the lists.
    pub(super) fn read(part: &Part<'_>) -> Result<Numbering, DocxError> {
        let mut numbering = Numbering::default();
        let mut xml = Xml::new(part);
        let mut pattern: Option<String> = None;
        let mut list: Option<(String, List)> = None;
        let mut level = 0;
        loop {
            match xml.next()? {
                Event::Start(start) => match local(&start) {
                    "abstractNum" => pattern = attribute(&start, "abstractNumId"),
                    "num" => list = attribute(&start, "numId").map(|id| (id, List::default())),
                    "lvl" | "lvlOverride" => level = level_of(&start),
                    name => match (&mut list, &pattern) {
                        (Some((_, list)), _) => list.take(name, level, &start),
                        (None, Some(pattern)) => numbering.take(pattern, name, level, &start),
                        (None, None) => {}
                    },
                },
                Event::End(end) => match end.local_name().into_inner() {
                    "abstractNum" => pattern = None,
                    "num" => {
                        if let Some((id, list)) = list.take()
                            && numbering.lists.len() < LISTS_MAX
                        {
                            numbering.lists.insert(id, list);
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(numbering),
                _ => {}
            }
        }
    }

    fn take(&mut self, pattern: &str, name: &str, level: usize, start: &BytesStart<'_>) {
        if !matches!(name, "start" | "numFmt" | "lvlText" | "isLgl")
            || (self.patterns.len() >= LISTS_MAX && !self.patterns.contains_key(pattern))
        {
            return;
        }
        let levels = self.patterns.entry(pattern.to_owned()).or_insert_with(|| vec![Level::default(); LEVELS]);
        let level = &mut levels[level];
        let value = attribute(start, "val").unwrap_or_default();
        match name {
            "start" => level.start = value.parse().unwrap_or(1),
            "numFmt" => level.format = value,
            "lvlText" => level.pattern = value.chars().take(PATTERN_CHARS_MAX).collect(),
            _ => level.legal = is_on(start),
        }
    }

    /// What stands before the next item on `level` (from 0) of the list `id`; nothing where the list is unknown or shows nothing.
    pub(super) fn next(&self, id: &str, level: u8, counters: &mut Counters) -> Option<Bullet> {
        let list = self.lists.get(id)?;
        let levels = self.patterns.get(&list.pattern)?;
        let at = usize::from(level).min(LEVELS - 1);
        let numbers = counters.numbers.entry(list.pattern.clone()).or_default();
        if counters.begun.insert(id.to_owned()) {
            for (number, start) in numbers.iter_mut().zip(list.starts) {
                *number = start.map_or(*number, |start| start.checked_sub(1));
            }
        }
        // A level that begins at 0 or was restarted has no number yet.
        let start = list.starts[at].unwrap_or(levels[at].start);
        numbers[at] = Some(numbers[at].map_or(start, |number| number.saturating_add(1)));
        numbers[at + 1..].fill(None);
        bullet(levels, at, numbers)
    }
}

impl List {
    fn take(&mut self, name: &str, level: usize, start: &BytesStart<'_>) {
        let value = attribute(start, "val").unwrap_or_default();
        match name {
            "abstractNumId" => self.pattern = value,
            "startOverride" => self.starts[level] = value.parse().ok(),
            _ => {}
        }
    }
}

fn level_of(start: &BytesStart<'_>) -> usize {
    attribute(start, "ilvl").and_then(|level| level.parse::<usize>().ok()).unwrap_or(0).min(LEVELS - 1)
}

fn bullet(levels: &[Level], at: usize, numbers: &[Option<u32>; LEVELS]) -> Option<Bullet> {
    let level = &levels[at];
    if level.format == "none" && level.pattern.trim().is_empty() {
        return None;
    }
    if level.format == "bullet" {
        return Some(Bullet::Sign);
    }
    let number = numbers[at].unwrap_or(level.start);
    let own = format!("%{}", at + 1);
    let around = level.pattern.replacen(&own, "", 1);
    let is_plain = level.pattern.is_empty()
        || (level.pattern.contains(&own)
            && !around.contains(|c: char| c.is_alphanumeric() || matches!(c, '%' | '§' | '№')));
    let decimal = level.legal || level.format.starts_with("decimal");
    if is_plain {
        return Some(Bullet::Number { number, other: None, decimal });
    }
    let mut text = level.pattern.clone();
    for (place, (one, number)) in levels.iter().zip(numbers).enumerate() {
        let sign = format!("%{}", place + 1);
        if text.contains(&sign) {
            let format = if level.legal { "decimal" } else { &one.format };
            text = text.replace(&sign, &formatted(number.unwrap_or(one.start), format));
        }
    }
    Some(Bullet::Text(text))
}

/// A number in one of the formats of section 17.18.59; those that are not known stand in digits.
fn formatted(number: u32, format: &str) -> String {
    let letters = |first: char| {
        // After z Word goes on with aa, bb, cc.
        let place = number.saturating_sub(1);
        let letter = char::from_u32(u32::from(first) + place % 26).unwrap_or(first);
        std::iter::repeat_n(letter, usize::try_from(place / 26 + 1).unwrap_or(1).min(10)).collect::<String>()
    };
    match format {
        "lowerLetter" if number > 0 => letters('a'),
        "upperLetter" if number > 0 => letters('A'),
        "lowerRoman" if number > 0 => as_roman(number),
        "upperRoman" if number > 0 => as_roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}
