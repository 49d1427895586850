//! Which candidates are labels: by their words, by how often they occur, and by what else the text holds.

use std::collections::{HashMap, HashSet};

use super::label::{Candidate, Form, fold};
use super::words::{FROM, Generic, HAN_OFFICES, generic, is_heading_word, is_office, is_reporting};
use crate::model::Role;

/// Words of a label in a script without capitals, unless it occurs twice: longer ones are sentences.
const UNCASED_WORDS_MAX: usize = 5;

/// Occurrences of recurring labels from which on a text is so surely a conversation that a name which occurs once is a label.
const EXCHANGES: usize = 6;

/// The judgement on one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A label; the role where its words say so.
    Label(Said),
    /// Perhaps a label: an editor should look.
    Unsure,
    /// Running text.
    Text,
}

/// What the words of a label say about the turn's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The role itself.
    Role(Role),
    /// A moderator or interpreter: speaks without being asked.
    Neutral,
    /// Nothing: a name or office.
    Nothing,
}

/// What the whole text says about its labels.
#[derive(Debug, Default)]
pub(super) struct Judge {
    labels: HashMap<String, usize>,
    /// Words of headings that stand in capitals like labels: somebody may be called Price.
    capital_headings: HashMap<String, usize>,
    /// In how many candidates a word comes last.
    last_words: HashMap<String, usize>,
    /// Last words of labels with an office: after "President Anna Velmar" a plain "Anna Velmar" is she.
    official_names: HashSet<String>,
    /// Different labels of an office and a name.
    officials: HashSet<String>,
    /// Occurrences of labels that come again; many make a text that is surely a conversation.
    exchanges: usize,
    bare_questions: usize,
    questions: usize,
    /// Whether anything shows that this is a conversation.
    conversation: bool,
    /// Different last words that occur again: how many persons seem to speak more than once.
    recurring: usize,
    speakers: HashSet<String>,
    speakers_last: HashSet<String>,
}

impl Judge {
    /// Looks at all candidates of a text.
    pub(super) fn new<'c>(candidates: impl Iterator<Item = &'c Candidate>, speakers: &[String]) -> Judge {
        let mut judge = Judge::default();
        for name in speakers.iter().filter_map(|name| fold(name)) {
            if let Some(last) = name.rsplit(' ').next().filter(|last| last.chars().count() >= 2) {
                judge.speakers_last.insert(last.to_owned());
            }
            judge.speakers.insert(name);
        }
        for candidate in candidates {
            judge.count(candidate);
        }
        let again = |name: &&String| judge.last_words.get(*name).is_some_and(|times| *times >= 2);
        judge.recurring = judge.last_words.values().filter(|times| **times >= 2).count();
        judge.conversation |= judge.official_names.iter().any(|name| again(&name));
        judge.exchanges = judge.labels.values().filter(|count| **count >= 2).sum::<usize>() + judge.bare_questions;
        judge.conversation |= judge.officials.len() >= 2;
        judge.conversation |= judge.questions > 0 || judge.bare_questions >= 2;
        judge
    }

    fn count(&mut self, candidate: &Candidate) {
        if candidate.bare {
            self.bare_questions += usize::from(candidate.folded == "q");
            return;
        }
        if candidate.form == Form::Capitals && is_heading(candidate) {
            *self.capital_headings.entry(candidate.folded.clone()).or_default() += 1;
        }
        if candidate.form == Form::Running || is_heading(candidate) {
            return;
        }
        if !candidate.tight {
            match generic_label(candidate) {
                Some(Generic { role: Some(Role::Question), sure: true }) => self.questions += 1,
                Some(Generic { sure: true, .. }) => self.conversation = true,
                _ => self.conversation |= candidate.form == Form::Capitals && candidate.words().any(is_office),
            }
        }
        self.conversation |= self.is_known(candidate);
        if candidate.words().any(is_office) && candidate.words().count() >= 2 && !candidate.tight {
            self.official_names.extend(candidate.words().next_back().map(str::to_owned));
            self.officials.insert(candidate.folded.clone());
        }
        *self.labels.entry(candidate.folded.clone()).or_default() += 1;
        if let Some(last) = candidate.words().next_back() {
            *self.last_words.entry(last.to_owned()).or_default() += 1;
        }
    }

    /// The judgement on `candidate`; `alone` when no text follows it on its line.
    pub(super) fn verdict(&self, candidate: &Candidate, alone: bool) -> Verdict {
        if candidate.bare {
            let role = if candidate.folded == "q" { Role::Question } else { Role::Answer };
            return if self.bare_questions >= 2 { Verdict::Label(Said::Role(role)) } else { Verdict::Text };
        }
        let times = self.labels.get(&candidate.folded).copied().unwrap_or(0);
        if let Some(generic) = generic_label(candidate) {
            let said = generic.role.map_or(Said::Neutral, Said::Role);
            return match generic.sure || times >= 2 {
                true => Verdict::Label(said),
                false => Verdict::Unsure,
            };
        }
        if self.conversation && self.capital_headings.get(&candidate.folded).is_some_and(|times| *times >= 2) {
            return Verdict::Label(Said::Nothing);
        }
        if candidate.form == Form::Running || is_heading(candidate) {
            return Verdict::Text;
        }
        if self.is_known(candidate) && !candidate.tight {
            return Verdict::Label(Said::Nothing);
        }
        let accepted = match candidate.form {
            Form::Capitals => self.accepts_capitals(candidate, times),
            Form::Title => !candidate.tight && self.accepts_title(candidate, times, alone),
            Form::Uncased => !candidate.tight && self.accepts_uncased(candidate, times, alone),
            Form::Running => false,
        };
        match accepted {
            true => Verdict::Label(Said::Nothing),
            false if candidate.tight || is_reporting(&candidate.folded) => Verdict::Text,
            false => Verdict::Unsure,
        }
    }

    /// Whether the label is one of the site's speakers: the name, or an office with the name's last word.
    fn is_known(&self, candidate: &Candidate) -> bool {
        self.speakers.contains(&candidate.folded)
            || (candidate.form != Form::Running
                && candidate.words().next_back().is_some_and(|last| self.speakers_last.contains(last)))
    }

    fn accepts_capitals(&self, candidate: &Candidate, times: usize) -> bool {
        times >= 2 || self.conversation || (!candidate.tight && candidate.words().any(is_office))
    }

    /// Whether the label, or the name it ends in, comes again in something that looks like a conversation.
    fn recurs(&self, candidate: &Candidate, times: usize) -> bool {
        let Some(name) = candidate.words().next_back() else { return false };
        let named = self.last_words.get(name).copied().unwrap_or(0);
        let is_official = candidate.words().any(is_office) || self.official_names.contains(name);
        (times >= 2 && self.recurring >= 2) || (times.max(named) >= 2 && (self.conversation || is_official))
    }

    fn accepts_title(&self, candidate: &Candidate, times: usize, alone: bool) -> bool {
        if self.recurs(candidate, times) {
            return true;
        }
        let is_official = candidate.words().any(is_office);
        let is_long = candidate.words().count() >= 2;
        let asked = self.questions > 0 && (is_official || is_long);
        let among_officials = is_official && is_long && self.officials.len() >= 2;
        !alone && (asked || among_officials || (is_long && self.exchanges >= EXCHANGES))
    }

    fn accepts_uncased(&self, candidate: &Candidate, times: usize, alone: bool) -> bool {
        if is_reporting(&candidate.folded) {
            return false;
        }
        if self.recurs(candidate, times) {
            return true;
        }
        let han_office = HAN_OFFICES.iter().any(|office| candidate.folded.ends_with(office));
        let words = candidate.words().count();
        let office = han_office || candidate.words().any(is_office);
        !alone && self.conversation && words <= UNCASED_WORDS_MAX && (office || words >= 2)
    }
}

/// Whether the label names a thing or a part of the text rather than a person.
fn is_heading(candidate: &Candidate) -> bool {
    // An ordinal or "key" before an office is part of the office: First Minister.
    let first = candidate.words().next().unwrap_or_default();
    let ranked = matches!(first, "first" | "second" | "third" | "key") && candidate.words().any(is_office);
    (is_heading_word(first) && !ranked)
        || is_heading_word(&candidate.folded)
        || (candidate.folded.contains(|c: char| c.is_numeric())
            && generic_label(candidate).is_none()
            && candidate.form != Form::Capitals)
}

/// Generic labels with what may follow them: a number, or from whom the question came.
fn generic_label(candidate: &Candidate) -> Option<Generic> {
    if let Some(found) = generic(&candidate.folded) {
        return (!candidate.tight || found.sure).then_some(found);
    }
    let numbered = candidate.folded.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ' ' | '#' | '№'));
    if numbered.len() < candidate.folded.len() && !numbered.is_empty() {
        return generic(numbered);
    }
    let (first, after) = candidate.folded.split_once(' ')?;
    let from = after.split(' ').next().is_some_and(|word| FROM.contains(&word));
    generic(first).filter(|found| from && found.sure && found.role == Some(Role::Question))
}
