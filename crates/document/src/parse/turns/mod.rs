//! From paragraphs to speaker turns. A paragraph or line that starts with a speaker's label and a colon opens a turn,
//! which lasts until the next label, a heading, a rule or the line that ends the transcript. When unsure there is no turn but
//! a note: an editor can make a turn with one key, but a wrong one puts words into a mouth.
//!
//! Start reading at [`label`] (what may be a label by its form), then [`judge`] (which of these are), [`repair`] (labels
//! that scanners broke), [`lone`] (texts whose labels have no colon), [`cutting`] (turns), [`roles`] (who asks).

mod closing;
mod cutting;
mod headings;
mod judge;
mod label;
mod lone;
mod repair;
mod roles;
pub(crate) mod speech;
mod words;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::ids::{BlockId, Mint};
use crate::model::{Block, Body, Node};
use crate::notes::{Kind, Notes};
use crate::parse::ParseOptions;
use crate::transcript::Cue;
use cutting::{Cut, Nodes, Opening};
use judge::{Judge, Said, Verdict};
use label::{Candidate, Form, candidate};

pub(crate) use closing::{is_break, is_closing};
pub(crate) use cutting::Sure;

/// Words behind a colon that make a sentence, so that what stands before it may be somebody who speaks.
const PROSE_WORDS: usize = 6;

/// A line, or the rest of one, that may open a turn.
struct Found {
    /// The place of its block.
    block: usize,
    /// Where its line stands in the block's text.
    line: Range<usize>,
    /// The label with its signs as it stands there.
    printed: String,
    /// Whether it may open a turn in the middle of its paragraph.
    at_start: bool,
    /// Whether the line before ends a sentence or is a label itself.
    after_end: bool,
    /// Whether a sentence follows on the line or stands below it.
    prose: bool,
    candidate: Candidate,
}

/// A line that opens a turn.
struct Label {
    found: Found,
    said: Said,
    cues: Vec<Cue>,
}

/// Turns blocks into nodes. `speaker_lines` are the paragraphs that name a speaker by the source's own word for it, with or
/// without a colon. What is said of each turn stands in the order of the turns.
pub(super) fn recognise(
    blocks: Vec<Block>,
    speaker_lines: &HashSet<BlockId>,
    options: &ParseOptions<'_>,
    is_plain: bool,
    mint: &mut Mint,
    notes: &mut Notes,
) -> (Vec<Node>, Vec<Sure>) {
    let stated = stated(&blocks, speaker_lines);
    let mut found = find(&blocks);
    found.retain(|found| stated.binary_search_by_key(&found.block, |stated| stated.found.block).is_err());
    let judge = Judge::new(found.iter().map(|found| &found.candidate), options.speakers);
    let mut labels = Vec::new();
    let mut unsure = Vec::new();
    for found in found {
        let alone = found.candidate.rest >= found.line.len();
        match judge.verdict(&found.candidate, alone, found.prose) {
            Verdict::Label(said, cues) if found.at_start || may_stand_inside(&found, &cues, is_plain) => {
                labels.push(Label { found, said, cues });
            }
            Verdict::Label(..) | Verdict::Unsure => unsure.push(found),
            Verdict::Text => {}
        }
    }
    if labels.is_empty() && stated.is_empty() {
        labels = lone::find(&blocks);
    }
    labels.extend(stated);
    labels.sort_by_key(|label| (label.found.block, label.found.line.start));
    if judge.is_exchange() {
        repair::repair(&blocks, &mut labels);
    }
    for found in unsure {
        let place = (found.block, found.line.start);
        if labels.binary_search_by_key(&place, |label| (label.found.block, label.found.line.start)).is_err() {
            notes.add_in(Kind::Label, &found.candidate.label, blocks[found.block].id);
        }
    }
    if labels.is_empty() {
        return (blocks.into_iter().map(Node::Block).collect(), Vec::new());
    }
    let (mut nodes, mut sure) = cut_up(blocks, labels, mint);
    roles::refine(&mut nodes, &mut sure);
    (nodes, sure)
}

/// Cuts the blocks at labels and at the lines that end a transcript.
fn cut_up(blocks: Vec<Block>, labels: Vec<Label>, mint: &mut Mint) -> (Vec<Node>, Vec<Sure>) {
    let mut labels = labels.into_iter().peekable();
    let mut nodes = Nodes::default();
    for (at, block) in blocks.into_iter().enumerate() {
        let mut cuts = Vec::new();
        while let Some(label) = labels.next_if(|label| label.found.block == at) {
            let Label { found, said, cues } = label;
            let text = found.line.start.saturating_add(found.candidate.rest);
            // Two readings of one place, of which the first holds: no text may stand in both.
            if cuts.last().is_some_and(|cut: &Cut| found.line.start < cut.text) {
                continue;
            }
            let sure = Sure { printed: found.printed, cues, said };
            cuts.push(Cut { start: found.line.start, text, opening: Opening::Turn(found.candidate.label, sure) });
        }
        if nodes.has_turns() || !cuts.is_empty() {
            closing::add_cuts(&block, &mut cuts);
        }
        nodes.block(block, cuts, mint);
    }
    nodes.finish()
}

/// Inside a paragraph of wrapped text a name in running text can come to stand at the start of a line by chance.
fn may_stand_inside(found: &Found, cues: &[Cue], is_plain: bool) -> bool {
    let word = cues.contains(&Cue::Word) && cues.contains(&Cue::Recurs);
    !is_plain || found.after_end || found.candidate.form == Form::Capitals || word
}

/// The lines of which the source itself says that they name a speaker.
fn stated(blocks: &[Block], speaker_lines: &HashSet<BlockId>) -> Vec<Label> {
    if speaker_lines.is_empty() {
        return Vec::new();
    }
    let line = |(block, text): (usize, Cow<'_, str>)| {
        let candidate = label::stated(text.trim())?;
        Some(Label {
            found: Found::at_start(block, text.trim(), text.len(), candidate),
            said: Said::Nothing,
            cues: vec![Cue::Marked],
        })
    };
    let lines = blocks.iter().enumerate().filter(|(_, block)| speaker_lines.contains(&block.id));
    lines.filter_map(|(at, block)| paragraph_text(block).and_then(|text| line((at, text)))).collect()
}

fn find(blocks: &[Block]) -> Vec<Found> {
    let mut all = Vec::new();
    for (block, text) in
        blocks.iter().enumerate().filter_map(|(at, block)| paragraph_text(block).map(|text| (at, text)))
    {
        let mut start = 0;
        let mut after_end = true;
        for line in text.split('\n') {
            let range = start..start + line.len();
            let label = candidate(line);
            let is_label_alone = label.as_ref().is_some_and(|label| label.rest >= line.len());
            if let Some(candidate) = label {
                let printed = line[..candidate.rest.min(line.len())].trim().to_owned();
                let prose = is_prose(&text[(start + candidate.rest).min(text.len())..]);
                let line = range.clone();
                all.push(Found { block, line, printed, at_start: start == 0, after_end, prose, candidate });
            }
            after_end = is_label_alone || ends_sentence(line);
            start = range.end + 1;
        }
    }
    all
}

impl Found {
    /// A whole paragraph that is a label.
    fn at_start(block: usize, printed: &str, length: usize, candidate: Candidate) -> Found {
        let printed = printed.to_owned();
        Found { block, line: 0..length, printed, at_start: true, after_end: true, prose: true, candidate }
    }
}

/// Whether `text` begins like something that somebody says: a few words that come to the end of a sentence.
fn is_prose(text: &str) -> bool {
    text.split_whitespace().nth(PROSE_WORDS).is_some()
        && text.contains(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end()
        .ends_with(['.', '!', '?', '…', ':', '：', '。', '！', '？', '؟', ')', '"', '”', '»', '」', '-', '—', '–', ']'])
}

fn paragraph_text(block: &Block) -> Option<Cow<'_, str>> {
    match &block.body {
        Body::Paragraph { spans } => Some(match spans.as_slice() {
            [span] => Cow::Borrowed(span.text.as_str()),
            spans => Cow::Owned(spans.iter().map(|span| span.text.as_str()).collect()),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Role::{Answer, Narration, Question, Speech};
    use crate::{ParseOptions, transcript_from_plain};

    /// Roles, labels and speakers of the turns.
    fn told(text: &str) -> Vec<(crate::Role, String, String)> {
        let turns = transcript_from_plain(text, &ParseOptions::default()).turns;
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        turns.into_iter().map(|turn| (turn.role, or_dash(turn.label), or_dash(turn.speaker))).collect()
    }

    fn is(role: crate::Role, label: &str, speaker: &str) -> (crate::Role, String, String) {
        (role, label.to_owned(), speaker.to_owned())
    }

    #[test]
    fn questions_may_be_numbered() {
        let text = "一、問：會開門嗎？\n\n答：會。\n\n二、問：何時？\n\n答：明天。";
        let wanted =
            [is(Question, "一、問", "-"), is(Answer, "答", "-"), is(Question, "二、問", "-"), is(Answer, "答", "-")];
        assert_eq!(told(text), wanted);
        let text = "\u{e622}問：會開門嗎？\n\n答：會。\n\n3) Question: When?\n\nAnswer: Soon.";
        assert_eq!(told(text).iter().map(|turn| turn.0).collect::<Vec<_>>(), [Question, Answer, Question, Answer]);
        assert!(told(text).iter().all(|turn| turn.2 == "-"));
    }

    #[test]
    fn a_dot_in_the_middle_makes_a_name() {
        let text = "问：会开门吗？\n\n安娜·贝格：会，明天就开门。\n\n问：何时？";
        assert_eq!(told(text)[1], is(Answer, "安娜·贝格", "安娜·贝格"));
    }

    #[test]
    fn an_office_with_a_full_stop_answers_letters_with_one() {
        let talk = "Q. Will the ferry run?\nPM. It will run.\nQ. From when?\nPM. From May.\nQ. Every day?\nPM. Yes, every day.";
        let wanted: Vec<_> = (0..3).flat_map(|_| [is(Question, "Q", "-"), is(Answer, "PM", "PM")]).collect();
        assert_eq!(told(talk), wanted);
        assert!(told("We met at 3\nPM. It rained.\n\nWe left at 4\nPM. It rained.\n\nAt 5\nPM. It rained.").len() <= 1);
    }

    #[test]
    fn one_unnamed_question_makes_no_members_of_those_who_ask_by_name() {
        let names = ["Anna Berg", "Ole Hansen", "Mira Lund", "Tor Vik"];
        let mut text =
            "President of Velmar Jon Strand: Good day. I am glad to see you all in Port Selby today.\n\n".to_owned();
        for name in names {
            text += &format!(
                "{name}: Good day. When will the ferry run?\n\nJon Strand: It will run soon, as we said many times before.\n\n"
            );
        }
        text += "Question: And the harbour?\n\nJon Strand: The harbour too.";
        let told = told(&text);
        assert_eq!(told[1], is(Question, "Anna Berg", "Anna Berg"));
        assert!(told.iter().skip(2).step_by(2).all(|turn| *turn == is(Answer, "Jon Strand", "Jon Strand")));
    }

    #[test]
    fn a_short_sitting_has_a_chair() {
        let text = "Assembly of Velmar\n\nThe President of the Assembly\n\nThe sitting is open.\n\nAnna Berg\n\nI ask for the floor.\n\nThe President of the Assembly\n\nYou have it.\n\nAnna Berg\n\nThank you.\n\nThe Secretary of the Assembly (Ole Hansen)\n\nI shall read the list.\n\nThe President of the Assembly\n\nThe sitting is closed.";
        let roles: Vec<_> = told(text).into_iter().map(|turn| turn.0).collect();
        assert_eq!(roles, [Narration, Speech, Speech, Speech, Speech, Speech, Speech]);
        // A page on offices is no sitting.
        let page =
            "The President\n\nHe is elected.\n\nThe Secretary\n\nShe keeps the list.\n\nThe Ambassador\n\nHe travels.";
        assert_eq!(told(page).len(), 1);
    }

    #[test]
    fn in_a_worn_scan_short_labels_may_have_two_letters_wrong() {
        let mut text = String::new();
        for _ in 0..4 {
            text += "JOURNALIST: Will it run?\nBERGE: It will run.\n";
        }
        let slips = "JOURNALSIT: When?\nBERGE: Soon.\nJOURNAIJST: Where?\nBERGE; Here.\nJ0URNALST: How?\n";
        text += slips;
        text += "BKhGE: By sea.\n";
        let last = told(&text).pop();
        assert_eq!(last, Some(is(Answer, "BKhGE", "BERGE")));
    }
}
