//! Why a passage is a turn, and what each reason is worth.

use serde::Serialize;

/// One reason for a turn to be where it is, to have the role it has, or to be doubted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cue {
    /// The label is a word for somebody who asks, answers or presides.
    Word,
    /// The label is one of the site's speakers.
    Known,
    /// The label holds an office or a form of address.
    Office,
    /// The label stands in capitals, as transcripts set it.
    Capitals,
    /// The label, or the name it ends in, comes again.
    Recurs,
    /// The rest of the text is evidently a conversation.
    Conversation,
    /// The source itself marks the paragraph as a speaker's.
    Marked,
    /// A letter that comes again and again stands for a question or an answer, without a colon.
    Letter,
    /// The label is damaged and was read as one that it resembles.
    Damaged,
    /// The label has no colon and equals one that has.
    NoColon,
    /// The label stands in the middle of a line, after the end of a sentence.
    WithinLine,
    /// Lines without a colon name speakers throughout this text.
    LineAlone,
    /// Nobody is named: the speaker before goes on after a note of the record.
    Continues,
    /// Nobody is named: words in the first person before the first label, given to the only one who answers.
    Opening,
    /// The speaker was taken for somebody who asks, since most of what they say ends in a question.
    Asks,
    /// No speaker is named: the record itself.
    Unlabelled,
    /// A note in brackets on its own.
    StageNote,
    /// The line that ends a transcript, or one that parts it.
    Closing,
    /// The text was stored with this turn.
    Stored,
}

impl Cue {
    /// A stable name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Cue::Word => "word",
            Cue::Known => "known",
            Cue::Office => "office",
            Cue::Capitals => "capitals",
            Cue::Recurs => "recurs",
            Cue::Conversation => "conversation",
            Cue::Marked => "marked",
            Cue::Letter => "letter",
            Cue::Damaged => "damaged",
            Cue::NoColon => "no-colon",
            Cue::WithinLine => "within-line",
            Cue::LineAlone => "line-alone",
            Cue::Continues => "continues",
            Cue::Opening => "opening",
            Cue::Asks => "asks",
            Cue::Unlabelled => "unlabelled",
            Cue::StageNote => "stage-note",
            Cue::Closing => "closing",
            Cue::Stored => "stored",
        }
    }

    /// An English sentence for people.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Cue::Word => "The label is a word for somebody who asks, answers or presides.",
            Cue::Known => "The label is one of the site's speakers.",
            Cue::Office => "The label holds an office or a form of address.",
            Cue::Capitals => "The label stands in capitals, as transcripts set it.",
            Cue::Recurs => "The label, or the name it ends in, comes again.",
            Cue::Conversation => "The rest of the text is evidently a conversation.",
            Cue::Marked => "The source itself marks this paragraph as a speaker's.",
            Cue::Letter => "The letter comes again and again without a colon.",
            Cue::Damaged => "The label is damaged and was read as one that it resembles.",
            Cue::NoColon => "The label has no colon, but equals one that has.",
            Cue::WithinLine => "The label stands in the middle of a line, after the end of a sentence.",
            Cue::LineAlone => "Lines without a colon name the speakers throughout this text.",
            Cue::Continues => "Nobody is named; the speaker before goes on after a note of the record.",
            Cue::Opening => "Nobody is named; these are words in the first person before the first label.",
            Cue::Asks => "Most of what this speaker says ends in a question.",
            Cue::Unlabelled => "No speaker is named: the record itself.",
            Cue::StageNote => "A note in brackets on its own.",
            Cue::Closing => "A line that ends the transcript or parts it.",
            Cue::Stored => "The text was stored with this turn.",
        }
    }

    /// How sure a label is that rests on this alone, 0 to 1; further reasons add to it.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Cue::Stored => 1.0,
            Cue::Word | Cue::Marked | Cue::Known => 0.96,
            Cue::StageNote | Cue::Closing => 0.92,
            Cue::Recurs | Cue::Letter | Cue::Unlabelled => 0.88,
            Cue::LineAlone | Cue::Continues => 0.8,
            Cue::Office | Cue::Capitals => 0.72,
            Cue::Damaged | Cue::NoColon | Cue::WithinLine => 0.7,
            Cue::Conversation | Cue::Opening => 0.6,
            Cue::Asks => 0.0,
        }
    }

    /// Whether the reason is a doubt: it caps how sure a turn can be.
    fn is_doubt(self) -> bool {
        matches!(self, Cue::Damaged | Cue::NoColon | Cue::WithinLine | Cue::Opening | Cue::Continues)
    }
}

/// How sure several reasons make together, 0 to 1: each takes away its share of the doubt that the others leave, and a
/// doubt caps the whole.
pub(crate) fn confidence(cues: &[Cue]) -> f32 {
    let doubt: f32 = cues.iter().filter(|cue| !cue.is_doubt()).map(|cue| 1.0 - cue.weight()).product();
    let cap = cues.iter().filter(|cue| cue.is_doubt()).map(|cue| cue.weight()).fold(1.0_f32, f32::min);
    let all_doubts = cues.iter().all(|cue| cue.is_doubt());
    let sure = if all_doubts { cap } else { (1.0 - doubt).min(cap + 0.1) };
    (sure.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
