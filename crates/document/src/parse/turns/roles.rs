//! Who asks, who answers: roles that labels do not say themselves, from what is said.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::cutting::Sure;
use super::judge::Said;
use super::paragraph_text;
use crate::model::{Node, Role, Turn};
use crate::transcript::{Cue, Who, resolve};

/// Characters of a turn that is a question if a question mark stands anywhere in it; in longer ones it must stand at the end.
const SHORT_CHARS: usize = 400;
/// Turns of an interviewer from which on fewer questions among them are enough.
const INTERVIEW_TURNS: usize = 4;

/// The share of the turns, as one in so many, from which on somebody is one of the voices of an interview.
const VOICE_SHARE: usize = 6;
/// Speakers from whom on a text with one main speaker is a conference.
const CONFERENCE_MIN: usize = 4;
/// What a person says in all.
#[derive(Clone, Copy, Default)]
struct Tally {
    turns: usize,
    questions: usize,
    /// Turns with a question mark anywhere.
    marks: usize,
    chars: usize,
    presides: bool,
    in_office: bool,
    of_press: bool,
}

impl Tally {
    /// Whether at least `tenths` tenths of the turns are questions.
    fn asks(&self, tenths: usize) -> bool {
        self.questions * 10 >= self.turns * tenths
    }
}

/// Sets the roles of all turns; `sure` stands in their order.
pub(super) fn refine(nodes: &mut [Node], sure: &mut [Sure]) {
    let mut turns: Vec<&mut Turn> = nodes
        .iter_mut()
        .filter_map(|node| match node {
            Node::Turn(turn) => Some(turn),
            Node::Block(_) => None,
        })
        .collect();
    let labels: Vec<&str> = turns.iter().map(|turn| turn.label.as_str()).collect();
    let who = resolve(&labels, "");
    let parts = parts_played(&turns, sure, &who);
    let mut asked = false;
    for ((turn, sure), part) in turns.iter_mut().zip(sure).zip(parts) {
        turn.role = match sure.said {
            Said::Role(role) => role,
            Said::Nothing if part == Part::Asks => {
                sure.cues.push(Cue::Asks);
                Role::Question
            }
            Said::Nothing if asked && part != Part::Presides => Role::Answer,
            Said::Neutral | Said::Nothing => Role::Speech,
        };
        asked |= turn.role == Role::Question;
    }
}

/// What somebody does in a conversation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Asks,
    Presides,
    Other,
}

/// For each turn, what its speaker does.
fn parts_played(turns: &[&mut Turn], sure: &[Sure], who: &[Option<Who>]) -> Vec<Part> {
    let mut tallies: HashMap<usize, Tally> = HashMap::new();
    let mut generic = 0;
    for ((turn, sure), who) in turns.iter().zip(sure).zip(who) {
        generic += usize::from(sure.said == Said::Role(Role::Question));
        let Some(who) = who.as_ref().filter(|_| sure.said == Said::Nothing) else { continue };
        let (question, marked, chars) = read(turn);
        let tally = tallies.entry(who.class).or_default();
        tally.marks += usize::from(marked);
        tally.presides |= presides(&turn.label);
        tally.turns += 1;
        tally.questions += usize::from(question);
        tally.chars += chars;
        tally.in_office |= who.in_office;
        tally.of_press |= is_of_press(&turn.label);
    }
    let asking: HashMap<usize, bool> = tallies
        .iter()
        .map(|(class, tally)| (*class, tally.of_press || asks(*class, *tally, &tallies, generic)))
        .collect();
    let most_said =
        tallies.iter().max_by_key(|(class, tally)| (tally.chars, Reverse(**class))).map(|(class, _)| *class);
    // A single question is one if somebody who answers speaks next.
    let answers = |who: Option<&Option<Who>>| {
        who.and_then(Option::as_ref).is_some_and(|who| {
            Some(who.class) == most_said || tallies.get(&who.class).is_some_and(|tally| tally.in_office)
        })
    };
    let part = |(at, one): (usize, &Option<Who>)| {
        let Some((one, tally)) = one.as_ref().and_then(|one| Some((one, tallies.get(&one.class)?))) else {
            return Part::Other;
        };
        let asks = asking.get(&one.class).copied().unwrap_or(false);
        match asks && (tally.turns > 1 || tally.of_press || answers(who.get(at + 1))) {
            true => Part::Asks,
            false if tally.presides && Some(one.class) != most_said => Part::Presides,
            false => Part::Other,
        }
    };
    who.iter().enumerate().map(part).collect()
}

/// Whether the person `class` asks: the one of two voices in an interview who asks more, and at a conference those whose words are mostly
/// questions to the one who speaks most. `generic` is how many questions stand under a word for all who ask.
fn asks(class: usize, tally: Tally, tallies: &HashMap<usize, Tally>, generic: usize) -> bool {
    if tally.in_office {
        return false;
    }
    let all_turns: usize = tallies.values().map(|tally| tally.turns).sum();
    let all_chars: usize = tallies.values().map(|tally| tally.chars).sum();
    let voices: Vec<(&usize, &Tally)> =
        tallies.iter().filter(|(_, tally)| tally.turns * VOICE_SHARE >= all_turns).collect();
    let partner = voices.iter().find(|(other, _)| **other != class).map(|(_, tally)| **tally);
    // In an interview two say nearly everything; in a sitting two may say much.
    let between_two =
        voices.len() == 2 && voices.iter().map(|(_, tally)| tally.turns).sum::<usize>() * 5 >= all_turns * 4;
    let is_voice = voices.iter().any(|(voice, _)| **voice == class);
    if let (true, true, false, Some(partner)) = (between_two, is_voice, generic > 0, partner)
        && tally.turns >= INTERVIEW_TURNS
    {
        // The one in office is asked; between two without office the one who asks half as often again, or more often in fewer words.
        let times = |factor: usize, over: usize| {
            tally.questions * partner.turns * over > partner.questions * tally.turns * factor
        };
        let fewer_words = tally.chars * partner.turns < partner.chars * tally.turns;
        return (partner.in_office && tally.asks(2))
            || (tally.asks(2) && (times(3, 2) || (times(1, 1) && fewer_words)));
    }
    let Some((main, most)) = tallies.iter().max_by_key(|(class, tally)| (tally.turns, tally.chars, Reverse(**class)))
    else {
        return false;
    };
    // The chair of a sitting has the most turns and the fewest words; members ask and tell, and no word says which.
    let is_conference = most.turns * 4 >= all_turns && most.chars * 4 >= all_chars && all_turns > 2;
    // At a conference of many voices all who are nobody in particular came to ask, unless a word stands for most who do.
    if is_conference && generic * 3 <= all_turns - most.turns && tallies.len() >= CONFERENCE_MIN && *main != class {
        let nobodies = || tallies.iter().filter(|(class, tally)| *class != main && !tally.in_office);
        let asking = nobodies().filter(|(_, tally)| tally.marks > 0).count();
        let is_voice = tally.turns * VOICE_SHARE >= all_turns;
        return match is_voice {
            true => tally.asks(3),
            false => tally.marks > 0 || asking * 5 >= nobodies().count() * 3,
        };
    }
    let few = tallies.len() <= 2;
    *main != class && (is_conference || few || generic > 0) && tally.asks(5)
}

/// Whether the label names somebody whose office is to give others the floor, where another is the main speaker.
fn presides(label: &str) -> bool {
    const PRESIDING: &[&str] = &[
        "press secretary",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "press officer",
        "press service",
        "пресс-секретарь",
        "portavoz",
        "porte-parole",
        "發言人",
        "发言人",
    ];
    let label = label.to_lowercase();
    PRESIDING.iter().any(|word| label.contains(word))
}

/// Whether the label names an editor or correspondent: press, whoever else holds an office.
fn is_of_press(label: &str) -> bool {
    const PRESS: &[&str] = &[
        "editor",
        "editor-in-chief",
        "correspondent",
        "journalist",
        "reporter",
        "anchor",
        "columnist",
        "newscaster",
        "interviewer",
        "rédacteur",
        "rédactrice",
        "redactor",
        "redactora",
        "corresponsal",
        "редактор",
        "корреспондент",
        "журналист",
        "обозреватель",
        "ведущий",
    ];
    label.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| PRESS.contains(&word.to_lowercase().as_str()))
}

/// Whether the turn is a question, whether it holds a question mark at all, and how long it is.
fn read(turn: &Turn) -> (bool, bool, usize) {
    let texts: Vec<_> = turn.blocks.iter().filter_map(paragraph_text).collect();
    let chars = texts.iter().map(|text| text.chars().count()).sum();
    let marks = ['?', '？', '؟', ';', '՞'];
    let ends = texts
        .iter()
        .rev()
        .map(|text| text.trim_end_matches(|c: char| c.is_whitespace() || "\"”»)]'’.—–-…".contains(c)))
        .find(|text| !text.is_empty());
    let ends = ends.is_some_and(|text| text.ends_with(['?', '？', '؟']) || text.ends_with(marks) && !text.is_ascii());
    let marked = texts.iter().any(|text| text.contains(['?', '？', '؟']));
    (ends || (marked && chars <= SHORT_CHARS), marked, chars)
}
