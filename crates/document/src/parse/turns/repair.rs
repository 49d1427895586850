//! Labels that scanners and copyists broke, found by their likeness to labels that are sure: run into the line before,
//! without a colon, with a semicolon, with wrong letters. Only in texts that are evidently conversations.

use std::collections::{HashMap, HashSet};

use super::judge::Said;
use super::label::{Candidate, Form, fold};
use super::speech::is_address;
use super::{Found, Label, paragraph_text};
use crate::model::{Block, Role};
use crate::transcript::{Cue, distance, parts, squeezed};

/// Different labels that damaged ones are compared with.
const TARGETS_MAX: usize = 16;
/// Damaged labels that are compared in one text, so that a text made of nothing else costs no more than its length.
const TRIALS_MAX: usize = 4_000;
/// Characters before a colon that may be a damaged label.
const HEAD_CHARS_MAX: usize = 36;
/// Characters of a line that may be a damaged label without a colon.
const LINE_CHARS_MAX: usize = 24;
/// Words of a label that is looked for before a colon in running text.
const LABEL_WORDS_MAX: usize = 4;
/// Bytes of such a label: "PM:" may be running text.
const SURE_BYTES_MIN: usize = 6;
/// Damaged labels from which on a text is taken for a worn scan.
const WORN_MIN: usize = 3;
/// Occurrences of a name from which on it is found in the middle of a line.
const NAME_TIMES: usize = 3;

/// A label that is sure.
struct Known {
    said: Said,
    times: usize,
    form: Form,
    /// Its letters with and without a form of address.
    squeezed: [Vec<char>; 2],
}

/// What the text's sure labels are, and what was compared with them.
struct Repair {
    known: HashMap<String, Known>,
    targets: Vec<String>,
    letters: usize,
    trials: usize,
    /// Whether so many labels are damaged that short ones may have two letters wrong.
    worn: bool,
}

/// Adds the labels that are found by likeness to `labels`, which are in order and stay so, and gives the sense of a word to labels that are
/// one with wrong letters.
pub(super) fn repair(blocks: &[Block], labels: &mut Vec<Label>) {
    let mut repair = Repair::new(labels);
    for label in labels.iter_mut() {
        repair.mend(label);
    }
    let Some(first) = labels.first().map(|label| (label.found.block, label.found.line.start)) else { return };
    let taken: HashSet<(usize, usize)> =
        labels.iter().map(|label| (label.found.block, label.found.line.start)).collect();
    let mut more = repair.search(blocks, &taken, first);
    if more.iter().chain(labels.iter()).filter(|label| label.cues.contains(&Cue::Damaged)).count() >= WORN_MIN {
        repair.worn = true;
        more = repair.search(blocks, &taken, first);
    }
    if more.is_empty() {
        return;
    }
    labels.extend(more);
    labels.sort_by_key(|label| (label.found.block, label.found.line.start));
    labels.dedup_by_key(|label| (label.found.block, label.found.line.start));
}

/// A label found by likeness.
struct Broken {
    candidate: Candidate,
    said: Said,
    cues: Vec<Cue>,
}

impl Broken {
    /// The label of `line`, which begins at `start` of the block.
    fn found(mut self, block: usize, start: usize, line: &str) -> Label {
        self.candidate.rest = self.candidate.rest.min(line.len());
        let printed = line[..self.candidate.rest].trim().to_owned();
        let line = start..start + line.len();
        let (candidate, at_start) = (self.candidate, start == 0);
        let found = Found { block, line, printed, at_start, after_end: true, prose: true, candidate };
        Label { found, said: self.said, cues: self.cues }
    }
}

impl Repair {
    fn new(labels: &[Label]) -> Repair {
        let mut known: HashMap<String, Known> = HashMap::new();
        let mut letters = 0;
        for label in labels {
            let candidate = &label.found.candidate;
            if candidate.bare {
                letters += usize::from(candidate.label.starts_with('Q') && label.found.printed.starts_with("Q."));
                continue;
            }
            let new = || Known {
                said: label.said,
                times: 0,
                form: candidate.form,
                squeezed: [squeezed(&candidate.folded), squeezed(&parts(&candidate.label).key())],
            };
            known.entry(candidate.folded.clone()).or_insert_with(new).times += 1;
        }
        let mut targets: Vec<String> =
            known.iter().filter(|(_, known)| known.times >= 2).map(|(folded, _)| folded.clone()).collect();
        targets.sort_by(|a, b| known[b].times.cmp(&known[a].times).then_with(|| a.cmp(b)));
        targets.truncate(TARGETS_MAX);
        Repair { known, targets, letters, trials: 0, worn: false }
    }

    /// The broken labels of `blocks` from `first` on, but for the places in `taken`.
    fn search(&mut self, blocks: &[Block], taken: &HashSet<(usize, usize)>, first: (usize, usize)) -> Vec<Label> {
        let mut more = Vec::new();
        for (block, text) in blocks.iter().enumerate().filter_map(|(at, b)| Some((at, paragraph_text(b)?))) {
            let mut start = 0;
            for line in text.split('\n') {
                let place = (block, start);
                if place >= first {
                    if !taken.contains(&place) {
                        more.extend(self.at_start(line).map(|broken| broken.found(block, start, line)));
                    }
                    self.within(line, |at, broken| more.push(broken.found(block, start + at, &line[at..])));
                }
                // Before the first label stands the title, whose words may be those of labels; only a colon makes one there.
                if place < first && line.len() < text.len() {
                    more.extend(self.with_semicolon(line).map(|broken| broken.found(block, start, line)));
                }
                start += line.len() + 1;
            }
        }
        more
    }

    /// A label with wrong letters that was accepted as a name: "JOURNALSIT" asks.
    fn mend(&mut self, label: &mut Label) {
        let candidate = &label.found.candidate;
        let rare = self.known.get(&candidate.folded).is_some_and(|known| known.times <= 2);
        if candidate.bare || !rare || label.said != Said::Nothing {
            return;
        }
        let Some(target) = self.nearest(&candidate.label, true) else { return };
        if target == candidate.folded || self.known[&target].times < NAME_TIMES {
            return;
        }
        let said = self.known[&target].said;
        if said != Said::Nothing {
            label.said = said;
        }
        label.cues.push(Cue::Damaged);
    }

    /// The sure label that `head` resembles but for a few letters.
    fn nearest(&mut self, head: &str, has_colon: bool) -> Option<String> {
        let letters = squeezed(head);
        if letters.len() < 2 || self.trials >= TRIALS_MAX {
            return None;
        }
        self.trials += 1;
        let near = |(target, own): (&String, &Vec<char>)| {
            let known = &self.known[target];
            let longest = own.len().max(letters.len());
            let most = match longest {
                ..=3 => usize::from(has_colon),
                4..=6 if self.worn && has_colon => 2,
                4..=6 => 1,
                7..=16 => 2,
                _ => 3,
            };
            let most = if has_colon { most } else { most.min(2) };
            // What is equal to a sure label is one only if it stands alone or before a colon, which others have looked at.
            distance(&letters, own, most).map(|away| (away, std::cmp::Reverse(known.times), target.clone()))
        };
        let own = fold(head).unwrap_or_default();
        let forms = self
            .targets
            .iter()
            .filter(|target| **target != own)
            .flat_map(|target| self.known[target].squeezed.iter().map(move |own| (target, own)));
        forms.filter_map(near).min().map(|(_, _, target)| target)
    }

    /// A broken label at the start of `line`.
    fn at_start(&mut self, line: &str) -> Option<Broken> {
        let text =
            line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '.' | '*' | '_' | '~'));
        let offset = line.len() - text.len();
        self.with_semicolon(text)
            .or_else(|| self.alone(text))
            .or_else(|| self.before_bracket(text))
            .or_else(|| self.damaged(text))
            .map(|mut broken| {
                broken.candidate.rest = broken.candidate.rest.saturating_add(offset);
                broken
            })
    }

    /// `JOURNALIST; Why`
    fn with_semicolon(&self, text: &str) -> Option<Broken> {
        let end = head_end(text, &[';', '؛', '；'])?;
        let known = self.known.get(&fold(&text[..end])?).filter(|known| known.times >= 2)?;
        let behind = &text[end..];
        let rest = behind[behind.chars().next().map_or(0, char::len_utf8)..].trim_start();
        let candidate = Candidate::known(&text[..end], text.len() - rest.len())?;
        (candidate.form == known.form).then(|| Broken { candidate, said: known.said, cues: vec![Cue::Damaged] })
    }

    /// A whole line that equals a sure label, but has no colon.
    fn alone(&self, text: &str) -> Option<Broken> {
        let label = text.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && c != ')');
        if label.is_empty() || label.chars().count() > 2 * HEAD_CHARS_MAX {
            return None;
        }
        let known = self.known.get(&fold(label)?).filter(|known| known.times >= 2)?;
        let candidate = Candidate::known(label, usize::MAX)?;
        let whole = candidate.form == known.form && (candidate.folded.chars().count() > 1);
        whole.then(|| Broken { candidate, said: known.said, cues: vec![Cue::NoColon] })
    }

    /// `PM ( inaudible)` and `PRIME MINISTER CONT...` without a colon.
    fn before_bracket(&self, text: &str) -> Option<Broken> {
        let end = text
            .char_indices()
            .take(HEAD_CHARS_MAX)
            .find(|(at, c)| *c == '(' || is_continued(&text[*at..]))
            .map(|(at, _)| at)?;
        let head = text[..end].trim_end();
        let known = self.known.get(&fold(head)?).filter(|known| known.times >= 2)?;
        let behind = &text[end..];
        let is_note = is_continued(behind) || is_note(behind);
        let rest = if is_continued(behind) {
            behind.trim_start_matches(|c: char| c.is_alphabetic() || c == '.').trim_start()
        } else {
            behind
        };
        let label = text[..text.len() - rest.len()].trim();
        let candidate = Candidate::known(label.trim_end_matches('.'), text.len() - rest.len())?;
        let in_capitals = head.chars().all(|c| !c.is_lowercase()) && head.len() < end;
        (is_note && in_capitals).then(|| Broken { candidate, said: known.said, cues: vec![Cue::NoColon] })
    }

    /// A label in capitals with wrong letters, before a colon or alone on its line.
    fn damaged(&mut self, text: &str) -> Option<Broken> {
        let end = head_end(text, &[':', ';']);
        let head = match end {
            Some(end) => &text[..end],
            None if text.chars().count() <= LINE_CHARS_MAX => text,
            None => return None,
        };
        // "it. JOURNALIST:" is a sound label in the middle of its line.
        let tail = head.rsplit_once(['.', '?', '!']).map(|(_, tail)| tail.trim_start());
        if end.is_some()
            && tail.and_then(fold).is_some_and(|tail| self.known.contains_key(&tail))
            && !is_abbreviated(head)
        {
            return None;
        }
        let (capitals, smalls) = cases(head);
        let is_short = end.is_some() && head.len() <= 3 && head.starts_with(char::is_uppercase);
        let in_capitals = is_short || (capitals >= 2 && smalls <= capitals / 2);
        // Small letters are those of running text, too, so that a label in them must be long and have its colon.
        let in_title = end.is_some() && head.starts_with(char::is_uppercase) && smalls >= 7;
        if !(in_capitals || in_title) || head.split_whitespace().count() > 5 {
            return None;
        }
        let target = self.nearest(head, end.is_some())?;
        let known = &self.known[&target];
        if (known.form == Form::Capitals) != in_capitals || known.times < NAME_TIMES {
            return None;
        }
        let rest = end.map_or(usize::MAX, |end| text.len() - text[end + 1..].trim_start().len());
        let candidate = Candidate::known(head.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == ','), rest)?;
        let said = known.said;
        Some(Broken { candidate, said, cues: vec![Cue::Damaged] })
    }

    /// Labels behind the end of a sentence in the middle of `line`.
    fn within(&mut self, line: &str, mut found: impl FnMut(usize, Broken)) {
        let mut after_end = None;
        let mut ended = false;
        for (at, c) in line.char_indices() {
            match c {
                '.' | '?' | '!' | '"' | '”' | ')' | '…' | '。' | '？' | '！' | '؟' => {
                    // A label of one letter has a full stop of its own.
                    let own = after_end.filter(|from| c == '.' && &line[*from..at] == "Q");
                    if let Some(from) = own.filter(|_| self.letters >= NAME_TIMES && line[at + 1..].starts_with(' ')) {
                        let rest = line.len() - from - line[at + 1..].trim_start().len();
                        if let Some(candidate) = Candidate::known("Q", rest) {
                            found(from, within_line(candidate, Said::Role(Role::Question), Cue::Letter));
                        }
                        after_end = None;
                    }
                    // The full stop of "MR." ends no sentence.
                    ended = !(c == '.' && after_end.is_some_and(|from| is_abbreviated(&line[from..=at])));
                }
                c if c.is_whitespace() => {}
                ':' => {
                    let sure = self.label_before(&line[..at]);
                    if let Some(from) = sure.or(after_end.take()).filter(|from| at - from <= 4 * HEAD_CHARS_MAX) {
                        let rest = line.len() - from - line[at + 1..].trim_start().len();
                        let known = self.inside(&line[from..at]);
                        if let (Some((said, cue)), Some(candidate)) = (known, Candidate::known(&line[from..at], rest)) {
                            found(from, within_line(candidate, said, cue));
                        }
                    }
                    ended = false;
                }
                _ => {
                    if ended && at > 0 && line[..at].ends_with(char::is_whitespace) {
                        after_end = Some(at);
                    }
                    ended = false;
                }
            }
        }
    }

    /// Where a sure label in capitals begins that `before` ends in, whatever stands before it: running text does not set it so.
    fn label_before(&self, before: &str) -> Option<usize> {
        let mut from = before.len();
        let mut found = None;
        // A line without spaces is looked at from each of its colons, but never far.
        let near = before.char_indices().rev().take(4 * HEAD_CHARS_MAX).last().map_or(0, |(at, _)| at);
        for _ in 0..LABEL_WORDS_MAX {
            let rest = before[..from].trim_end();
            if rest.len() <= near {
                break;
            }
            let space = rest[near..].char_indices().rfind(|(_, c)| c.is_whitespace());
            let Some(start) = space.map(|(at, c)| near + at + c.len_utf8()) else { break };
            if rest.len() == start || rest[start..].contains(char::is_lowercase) {
                break;
            }
            from = start;
            let label = &before[from..];
            let known = fold(label).and_then(|folded| self.known.get(&folded));
            let sure = known.is_some_and(|known| known.form == Form::Capitals && known.times >= NAME_TIMES);
            if sure && label.len() >= SURE_BYTES_MIN {
                found = Some(from);
            }
        }
        found
    }

    /// Whether `head` is a sure label or one with wrong letters.
    fn inside(&mut self, head: &str) -> Option<(Said, Cue)> {
        if let Some(known) = self.known.get(&fold(head)?) {
            let surely = known.times >= NAME_TIMES || (known.times >= 2 && known.form == Form::Capitals);
            return surely.then_some((known.said, Cue::WithinLine));
        }
        let (capitals, smalls) = cases(head);
        if capitals < 4 || smalls > capitals / 4 || head.chars().count() > HEAD_CHARS_MAX {
            return None;
        }
        let target = self.nearest(head, true)?;
        let known = &self.known[&target];
        (known.form == Form::Capitals && known.times >= NAME_TIMES).then_some((known.said, Cue::Damaged))
    }
}

/// A label found within a line.
fn within_line(candidate: Candidate, said: Said, cue: Cue) -> Broken {
    let cues = if cue == Cue::WithinLine { vec![cue] } else { vec![Cue::WithinLine, cue] };
    Broken { candidate, said, cues }
}

/// Where the first of `signs` stands, if that is near the start.
fn head_end(text: &str, signs: &[char]) -> Option<usize> {
    text.char_indices().take(HEAD_CHARS_MAX).find(|(_, c)| signs.contains(c)).map(|(at, _)| at).filter(|at| *at > 0)
}

/// How many capitals and how many small letters.
fn cases(text: &str) -> (usize, usize) {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (capitals, text.chars().filter(|c| c.is_lowercase()).count())
}

/// Whether `head` begins with a form of address and its full stop: `MR. BERG`.
fn is_abbreviated(head: &str) -> bool {
    head.split_once('.').is_some_and(|(first, _)| first.chars().count() <= 4 && is_address(&first.to_lowercase()))
}

fn is_continued(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(word.to_lowercase().as_str(), "cont" | "contd" | "continued" | "continues")
}

/// Whether brackets hold a word of stage notes: `( inaudible)`.
fn is_note(text: &str) -> bool {
    let inside = text.trim_start_matches(['(', ' ']);
    ["inaudible", "indistinct", "laugh", "interjec", "cont"].iter().any(|note| inside.to_lowercase().starts_with(note))
}
