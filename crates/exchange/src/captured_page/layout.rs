//! Sorts the lines of a page into its parts: the head (date, clocks, contacts, counters), the lead message,
//! the list of entries, and what stands below the list.

use jiff::civil::{Date, Time, Weekday};

use super::clocks::{ClockLine, read_clocks};
use super::contacts::{read_label, read_label_and_phone, read_phone};
use super::counters::{ShownCounter, read_counters};
use super::dates::{DateReading, read_date};
use super::lines::Line;
use super::messages::{Heading, clean, is_all_messages, paragraphs_of, read_heading};
use super::{CapturedContact, UnplacedLine};

/// So many unknown lines in a row end the head: a menu or an address has fewer, a message has more.
const FOREIGN_LINES_MAX: usize = 3;
/// A line of so many characters is text of a message, never a label or a menu item of the head.
const HEAD_LINE_CHARS_MAX: usize = 160;

/// A clock, with its line.
#[derive(Debug)]
pub(super) struct PlacedClock {
    pub(super) city: String,
    pub(super) time: Time,
    pub(super) line: usize,
}

/// The date line.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedDate {
    pub(super) date: Date,
    pub(super) weekday: Option<Weekday>,
    pub(super) line: usize,
}

/// A message before its title is looked at closer.
#[derive(Debug)]
pub(super) struct PlacedMessage {
    pub(super) title: String,
    pub(super) date: Option<Date>,
    pub(super) paragraphs: Vec<String>,
    pub(super) line: usize,
}

/// The page, sorted; every line that is not blank has gone into exactly one of these.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) date: Option<PlacedDate>,
    pub(super) clocks: Vec<PlacedClock>,
    pub(super) contacts: Vec<CapturedContact>,
    pub(super) counters: Vec<(usize, ShownCounter)>,
    pub(super) lead: Option<PlacedMessage>,
    pub(super) entries: Vec<PlacedMessage>,
    pub(super) all_messages: Option<String>,
    pub(super) unplaced: Vec<UnplacedLine>,
    pub(super) uncertain: Vec<String>,
}

/// Sorts all lines.
pub(super) fn lay_out(lines: &[Line<'_>]) -> Layout {
    let mut layout = Layout::default();
    let is_heading = |line: &Line<'_>| read_heading(line.text) != Heading::Other;
    let list_start = lines.iter().position(is_heading).unwrap_or(lines.len());
    let (above, list) = lines.split_at(list_start);
    let lead_start = layout.take_head(above);
    layout.take_lead(&above[lead_start..]);
    layout.take_list(list);
    layout.unplaced.sort_by_key(|line| line.line);
    layout
}

/// What one or more lines of the head or the foot are.
enum Item {
    Dated(DateReading),
    Clocks(DateReading, Vec<super::clocks::ShownClock>),
    Contact { label: String, phones: Vec<(usize, String)> },
    Counters(Option<String>, Vec<ShownCounter>),
    AllMessages,
    Rejected(String),
}

/// The item that begins at the first of these lines, and how many lines it takes.
fn read_item(lines: &[Line<'_>]) -> Option<(Item, usize)> {
    let text = lines.first()?.text;
    let dated = read_date(text);
    if dated != DateReading::NotADate {
        return Some((Item::Dated(dated), 1));
    }
    match read_clocks(text) {
        ClockLine::Clocks { date, clocks } => return Some((Item::Clocks(date, clocks), 1)),
        ClockLine::Impossible(reason) => return Some((Item::Rejected(reason), 1)),
        ClockLine::NotClocks => {}
    }
    if let Some(found) = read_contact(lines) {
        return Some(found);
    }
    if let Some(found) = read_counters(text) {
        return Some((Item::Counters(found.foreign, found.counters), 1));
    }
    is_all_messages(text).then_some((Item::AllMessages, 1))
}

/// A label and its number on the same line or on the next that is not blank, and further numbers directly below.
fn read_contact(lines: &[Line<'_>]) -> Option<(Item, usize)> {
    let first = lines.first()?;
    let (label, mut phones, mut used) = if let Some((label, phone)) = read_label_and_phone(first.text) {
        (label, vec![(first.number, phone.to_owned())], 1)
    } else {
        let label = read_label(first.text)?;
        let below = 1 + lines[1..].iter().position(|line| !line.is_blank())?;
        (label, vec![(lines[below].number, read_phone(lines[below].text)?.to_owned())], below + 1)
    };
    while let Some((line, phone)) = lines.get(used).and_then(|line| Some((line, read_phone(line.text)?))) {
        phones.push((line.number, phone.to_owned()));
        used += 1;
    }
    Some((Item::Contact { label: clean(label), phones }, used))
}

impl Layout {
    /// Takes what stands above the lead message and returns the index of the line where that begins.
    ///
    /// The head ends with its last known item. Unknown lines between known ones are unplaced; so many of them
    /// in a row, or one as long as a paragraph, show that the message has begun, and what looks like an item
    /// inside it is its text.
    fn take_head(&mut self, lines: &[Line<'_>]) -> usize {
        let mut foreign: Vec<usize> = Vec::new();
        let (mut at, mut head_end) = (0, 0);
        while at < lines.len() {
            if lines[at].is_blank() {
                at += 1;
            } else if let Some((item, used)) = read_item(&lines[at..]) {
                for index in foreign.drain(..) {
                    self.unplace(
                        &lines[index],
                        "It stands among the date, clocks, contacts and counters and is none of these",
                    );
                }
                self.place(item, &lines[at..at + used]);
                at += used;
                head_end = at;
            } else {
                foreign.push(at);
                let long = lines[at].text.chars().count() > HEAD_LINE_CHARS_MAX;
                if head_end > 0 && (long || foreign.len() > FOREIGN_LINES_MAX) {
                    break;
                }
                at += 1;
            }
        }
        if head_end == 0 {
            for index in foreign {
                self.unplace(&lines[index], "No date, clock, contact or counter above it shows where a message begins");
            }
            return lines.len();
        }
        head_end
    }

    fn take_lead(&mut self, lines: &[Line<'_>]) {
        let end = lines.iter().position(|line| is_all_messages(line.text)).unwrap_or(lines.len());
        let (block, foot) = lines.split_at(end);
        if let Some(start) = block.iter().position(|line| !line.is_blank()) {
            for (at, line) in block.iter().enumerate().skip(start + 1) {
                let what = match read_item(&block[at..]) {
                    Some((Item::Counters(..), _)) => "a counter",
                    Some((Item::Contact { .. }, _)) => "a contact",
                    Some((Item::Clocks(..), _)) => "a clock",
                    _ => continue,
                };
                self.uncertain.push(format!(
                    "Line {} looks like {what} and stands inside the lead message, so it was kept as its text",
                    line.number
                ));
            }
            self.lead = Some(PlacedMessage {
                title: clean(block[start].text),
                date: None,
                paragraphs: paragraphs_of(&block[start + 1..]),
                line: block[start].number,
            });
        }
        self.take_foot(foot);
    }

    fn take_list(&mut self, lines: &[Line<'_>]) {
        let mut rest = lines;
        while let Some(heading) = rest.first() {
            let is_next = |line: &Line<'_>| read_heading(line.text) != Heading::Other;
            let length = 1 + rest[1..].iter().position(is_next).unwrap_or(rest.len() - 1);
            let (block, after) = rest.split_at(length);
            let end = block.iter().position(|line| is_all_messages(line.text)).unwrap_or(length);
            let (entry, foot) = block.split_at(end);
            match read_heading(heading.text) {
                Heading::Entry { date, title } => self.entries.push(PlacedMessage {
                    title,
                    date: Some(date),
                    paragraphs: paragraphs_of(&entry[1..]),
                    line: heading.number,
                }),
                Heading::Rejected(reason) => self.unplace_entry(entry, &reason),
                // Each block begins at a heading.
                Heading::Other => self.unplace_entry(entry, "It is no entry of the list"),
            }
            self.take_foot(foot);
            rest = after;
        }
    }

    fn unplace_entry(&mut self, entry: &[Line<'_>], reason: &str) {
        for (at, line) in entry.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
            if at == 0 {
                self.unplace(line, reason);
            } else {
                self.unplace(
                    line,
                    &format!("It belongs to the entry on line {}, which was not placed", entry[0].number),
                );
            }
        }
    }

    /// Lines from the link to all messages on, up to the next entry if one follows.
    fn take_foot(&mut self, lines: &[Line<'_>]) {
        let mut at = 0;
        while at < lines.len() {
            if lines[at].is_blank() {
                at += 1;
            } else if let Some((item, used)) = read_item(&lines[at..]) {
                self.place(item, &lines[at..at + used]);
                at += used;
            } else {
                self.unplace(&lines[at], "It stands below the link to all messages");
                at += 1;
            }
        }
    }

    fn place(&mut self, item: Item, lines: &[Line<'_>]) {
        let line = &lines[0];
        match item {
            Item::Dated(reading) => self.place_date(reading, line),
            Item::Clocks(dated, clocks) => {
                if dated != DateReading::NotADate {
                    self.place_date(dated, line);
                }
                let placed = |clock: super::clocks::ShownClock| PlacedClock {
                    city: clock.city,
                    time: clock.time,
                    line: line.number,
                };
                self.clocks.extend(clocks.into_iter().map(placed));
            }
            Item::Contact { label, phones } => self
                .contacts
                .extend(phones.into_iter().map(|(line, phone)| CapturedContact { label: label.clone(), phone, line })),
            Item::Counters(foreign, counters) => {
                if let Some(text) = foreign {
                    self.unplace_text(line.number, text, "It stands before a counter and is no part of it");
                }
                self.counters.extend(counters.into_iter().map(|counter| (line.number, counter)));
            }
            Item::AllMessages if self.all_messages.is_none() => self.all_messages = Some(clean(line.text)),
            Item::AllMessages => self.unplace(line, "It is a second link to all messages"),
            Item::Rejected(reason) => self.unplace(line, &reason),
        }
    }

    fn place_date(&mut self, reading: DateReading, line: &Line<'_>) {
        match reading {
            DateReading::Day { date, weekday } if self.date.is_none() => {
                self.date = Some(PlacedDate { date, weekday, line: line.number });
            }
            DateReading::Impossible(reason) => self.unplace(line, &reason),
            _ => self.unplace(line, "It is a second date line"),
        }
    }

    fn unplace(&mut self, line: &Line<'_>, reason: &str) {
        self.unplace_text(line.number, line.text.to_owned(), reason);
    }

    fn unplace_text(&mut self, line: usize, text: String, reason: &str) {
        self.unplaced.push(UnplacedLine { line, text, reason: reason.to_owned() });
    }
}
