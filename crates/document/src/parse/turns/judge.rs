//! Which candidates are labels: by their words, by how often they occur, and by what else the text holds.

use std::collections::{HashMap, HashSet};

use super::headings::{is_heading_word, is_never, is_reporting};
use super::label::{Candidate, Form, fold};
use super::speech::generic_of;
use super::words::{Generic, HAN_OFFICES, is_office};
use crate::model::Role;
use crate::transcript::{Cue, Parts, parts};

/// Words of a label in a script without capitals, unless it occurs twice: longer ones are sentences.
const UNCASED_WORDS_MAX: usize = 5;

/// Occurrences of recurring labels from which on a text is so surely a conversation that a name which occurs once is a label.
const EXCHANGES: usize = 6;

/// Words of a label in capitals that comes only once.
const CAPITAL_WORDS_MAX: usize = 6;

/// Digits from which on something in capitals is a date or a number.
const LABEL_DIGITS_MAX: usize = 3;

/// Letters without a colon before capitals, from which on such a letter is a label before small letters, too.
const WEAK_LETTERS: usize = 3;

/// Occurrences of an office with a full stop for its colon, from which on it is a label.
const BARE_OFFICES_MIN: usize = 3;

/// The judgement on one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A label: what its words say of the role, and why it is one.
    Label(Said, Vec<Cue>),
    /// Perhaps a label: an editor should look.
    Unsure,
    /// Running text.
    Text,
}

/// What the words of a label say about the turn's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Said {
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
    /// How often two words come last together: a first name and a surname, whatever stands before them.
    last_pairs: HashMap<String, usize>,
    /// Last words of labels with an office: after "President Anna Velmar" a plain "Anna Velmar" is she.
    official_names: HashSet<String>,
    /// Different labels of an office and a name.
    officials: HashSet<String>,
    /// Occurrences of labels that come again; many make a text that is surely a conversation.
    exchanges: usize,
    bare_questions: usize,
    /// Offices with a full stop for their colon, which are labels only beside letters with one.
    bare_offices: HashMap<String, usize>,
    questions: usize,
    /// Generic labels with a name behind them, which are sure only together.
    asked_by_name: usize,
    /// Candidates in capitals that are an office: two show a conversation, one may be a heading.
    in_office: usize,
    /// Candidates in capitals, and with capitals at the start of words: the style of the text's labels.
    in_capitals: usize,
    in_titles: usize,
    /// Whether anything shows that this is a conversation.
    conversation: bool,
    /// Different last words that occur again: how many persons seem to speak more than once.
    recurring: usize,
    speakers: HashSet<String>,
    speakers_last: HashSet<String>,
}

impl Judge {
    /// Whether the text is so surely a conversation that damaged labels may be looked for.
    pub(super) fn is_exchange(&self) -> bool {
        self.exchanges >= EXCHANGES
    }

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
        judge.conversation |= judge.officials.len() >= 2 || judge.in_office >= 2;
        judge.conversation |= judge.questions > 0 || judge.bare_questions >= 2;
        judge
    }

    fn count(&mut self, candidate: &Candidate) {
        if candidate.bare {
            if candidate.folded.len() > 1 {
                *self.bare_offices.entry(candidate.folded.clone()).or_default() += 1;
            }
            self.bare_questions += usize::from(candidate.folded == "q" && !candidate.weak);
            return;
        }
        if candidate.form == Form::Capitals && is_heading(candidate) {
            *self.capital_headings.entry(candidate.folded.clone()).or_default() += 1;
        }
        if candidate.form == Form::Running || is_heading(candidate) {
            return;
        }
        let generic = generic_label(candidate);
        if !candidate.tight {
            match generic {
                Some(Generic { role: Some(Role::Question), sure: true }) => self.questions += 1,
                Some(Generic { sure: true, .. }) => self.conversation = true,
                Some(_) if candidate.words().count() > 1 => self.asked_by_name += 1,
                _ => self.in_office += usize::from(candidate.form == Form::Capitals && names_office(candidate)),
            }
        }
        let known = self.is_known(candidate);
        self.conversation |= known;
        let is_quoted_title = candidate.quoted && candidate.form == Form::Title;
        if candidate.words().any(is_office) && candidate.words().count() >= 2 && !candidate.tight && !is_quoted_title {
            self.official_names.extend(candidate.words().next_back().map(str::to_owned));
            self.officials.insert(candidate.folded.clone());
        }
        match candidate.form {
            Form::Capitals => self.in_capitals += 1,
            Form::Title => self.in_titles += 1,
            Form::Uncased | Form::Running => {}
        }
        *self.labels.entry(candidate.folded.clone()).or_default() += 1;
        if let Some(last) = candidate.words().next_back() {
            *self.last_words.entry(last.to_owned()).or_default() += 1;
        }
        if let Some(pair) = last_pair(candidate) {
            *self.last_pairs.entry(pair).or_default() += 1;
        }
    }

    /// The judgement on `candidate`; `alone` when no text follows it on its line, `prose` when a sentence does.
    pub(super) fn verdict(&self, candidate: &Candidate, alone: bool, prose: bool) -> Verdict {
        if let Some(times) = self.bare_offices.get(&candidate.folded).filter(|_| candidate.bare) {
            return match self.bare_questions >= 2 && *times >= BARE_OFFICES_MIN {
                true => Verdict::Label(Said::Nothing, vec![Cue::Office, Cue::Recurs]),
                false => Verdict::Text,
            };
        }
        if candidate.bare {
            let role = if matches!(candidate.folded.as_str(), "q" | "j" | "p") { Role::Question } else { Role::Answer };
            let wanted = if candidate.weak { WEAK_LETTERS } else { 2 };
            return match self.bare_questions >= wanted {
                true => Verdict::Label(Said::Role(role), vec![Cue::Letter, Cue::Recurs]),
                false => Verdict::Text,
            };
        }
        let times = self.labels.get(&candidate.folded).copied().unwrap_or(0);
        if let Some(generic) = generic_label(candidate) {
            let said = generic.role.map_or(Said::Neutral, Said::Role);
            let named = candidate.words().count() > 1 && (self.asked_by_name >= 2 || self.conversation);
            return match generic.sure || times >= 2 || named {
                true => Verdict::Label(said, self.cues(candidate, times, &[Cue::Word])),
                false => Verdict::Unsure,
            };
        }
        if self.conversation
            && !is_never(&candidate.folded)
            && self.capital_headings.get(&candidate.folded).is_some_and(|times| *times >= 2)
        {
            return Verdict::Label(Said::Nothing, vec![Cue::Capitals, Cue::Recurs]);
        }
        if candidate.form == Form::Running || is_heading(candidate) {
            return Verdict::Text;
        }
        if self.is_known(candidate) && !candidate.tight {
            return Verdict::Label(Said::Nothing, self.cues(candidate, times, &[Cue::Known]));
        }
        let accepted = match candidate.form {
            Form::Capitals => self.accepts_capitals(candidate, times, prose),
            Form::Title => !candidate.tight && self.accepts_title(candidate, times, alone, prose),
            Form::Uncased => !candidate.tight && self.accepts_uncased(candidate, times, alone),
            Form::Running => false,
        };
        match accepted {
            true => Verdict::Label(Said::Nothing, self.cues(candidate, times, &[])),
            false if candidate.tight || is_reporting(&candidate.folded) => Verdict::Text,
            false => Verdict::Unsure,
        }
    }

    /// The reasons for a label, with those that are seen from the words and the whole text.
    fn cues(&self, candidate: &Candidate, times: usize, first: &[Cue]) -> Vec<Cue> {
        let mut cues = first.to_vec();
        if candidate.words().any(is_office) {
            cues.push(Cue::Office);
        }
        if candidate.form == Form::Capitals {
            cues.push(Cue::Capitals);
        }
        let named = candidate.words().next_back().and_then(|last| self.last_words.get(last)).copied().unwrap_or(0);
        if times.max(named) >= 2 {
            cues.push(Cue::Recurs);
        }
        if self.conversation || self.exchanges >= EXCHANGES {
            cues.push(Cue::Conversation);
        }
        cues
    }

    /// Whether the label is one of the site's speakers: the name, or an office with the name's last word.
    fn is_known(&self, candidate: &Candidate) -> bool {
        self.speakers.contains(&candidate.folded)
            || (candidate.form != Form::Running
                && candidate.words().next_back().is_some_and(|last| self.speakers_last.contains(last)))
    }

    fn accepts_capitals(&self, candidate: &Candidate, times: usize, prose: bool) -> bool {
        let digits = candidate.folded.chars().filter(|c| c.is_numeric()).count();
        if digits >= LABEL_DIGITS_MAX || is_never(&candidate.folded) {
            return false;
        }
        let again = times >= 2 && (prose || self.conversation || self.recurring >= 2);
        let once = candidate.words().count() <= CAPITAL_WORDS_MAX || names_office(candidate);
        again || (self.conversation && once) || (!candidate.tight && names_office(candidate))
    }

    /// Whether the label, or the name it ends in, comes again in something that looks like a conversation.
    fn recurs(&self, candidate: &Candidate, times: usize) -> bool {
        let Some(name) = candidate.words().next_back() else { return false };
        // "President" and "Past President" share an office and no name.
        let named = if is_office(name) { 0 } else { self.last_words.get(name).copied().unwrap_or(0) };
        let is_official = candidate.words().any(is_office) || self.official_names.contains(name);
        let full_name =
            last_pair(candidate).and_then(|pair| self.last_pairs.get(&pair)).is_some_and(|times| *times >= 2);
        ((times >= 2 || full_name) && self.recurring >= 2)
            || (times.max(named) >= 2 && (self.conversation || is_official))
    }

    fn accepts_title(&self, candidate: &Candidate, times: usize, alone: bool, prose: bool) -> bool {
        if self.recurs(candidate, times) {
            return true;
        }
        if candidate.quoted {
            return false;
        }
        let is_official = candidate.words().any(is_office);
        let is_long = candidate.words().count() >= 2;
        let asked = self.questions > 0 && (is_official || is_long);
        let among_officials = is_official && is_long && self.officials.len() >= 2;
        // Where labels stand in capitals, a line in another style that opens with a colon is a heading.
        let is_styled = self.in_titles >= self.in_capitals;
        let in_office =
            is_official && prose && matches!(parts(&candidate.label), Parts { name: Some(_), office: Some(_), .. });
        in_office || (!alone && (among_officials || (is_styled && (asked || (is_long && self.exchanges >= EXCHANGES)))))
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
        // A dot in the middle parts the names of a foreigner, as a space does elsewhere.
        let named = words >= 2 || candidate.folded.contains(['·', '・', '‧', '•', '．']);
        !alone && self.conversation && words <= UNCASED_WORDS_MAX && (office || named)
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

/// The last two words of a label that has them, unless the first of them only links.
fn last_pair(candidate: &Candidate) -> Option<String> {
    let mut words = candidate.words().rev();
    let (last, first) = (words.next()?, words.next()?);
    let links = matches!(first, "of" | "the" | "and" | "for" | "in" | "on" | "to" | "de" | "la");
    (!links && !is_office(last)).then(|| format!("{first} {last}"))
}

/// Generic labels; a letter follows only those that are sure.
fn generic_label(candidate: &Candidate) -> Option<Generic> {
    generic_of(&candidate.folded).filter(|found| !candidate.tight || found.sure)
}

/// Whether a label is an office, or a name and an office, by its shape: headings in capitals mention offices in their middle.
fn names_office(candidate: &Candidate) -> bool {
    let first = candidate.words().find(|word| *word != "the").unwrap_or_default();
    let last = candidate.words().next_back().unwrap_or_default();
    let count = candidate.words().count();
    let ranked = matches!(first, "vice" | "deputy" | "acting" | "first" | "senior" | "under" | "assistant" | "foreign")
        && candidate.words().nth(1).is_some();
    let joins = candidate.words().any(|word| matches!(word, "and" | "in" | "to" | "on" | "by" | "with"));
    (is_office(first) && count <= CAPITAL_WORDS_MAX && !(joins && count <= 5))
        || (is_office(last) && count <= CAPITAL_WORDS_MAX && !joins)
        || (ranked && count <= CAPITAL_WORDS_MAX && candidate.words().any(is_office))
}
