#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]
//! Is this a true quote? Over an invented record with corrections, a withdrawal, an erasure and an embargo.

use std::sync::OnceLock;

use document::{Document, Node, Role};
use domain::{AsOf, Command, Fixture, Kind, Lang, MessageId, Occasion, VersionClass};
use proptest::prelude::*;
use search::{Attribution, DiffPiece, Exactness, MATCHES_MAX, QUOTE_CHARS_MAX, QuoteAnswer, Search, State, Verdict};
use testkit::{Harness, sample_identity, time};

const FOUNDED: &str = "2020-08-01T08:00:00Z";
const CORRECTED: &str = "2020-08-15T09:00:00Z";
const BEFORE_CORRECTION: &str = "2020-08-15T08:59:59Z";
const WITHDRAWN: &str = "2020-09-01T10:00:00Z";
const NOW: &str = "2020-09-22T12:00:00Z";
const RELEASE: &str = "2020-09-23T11:00:00Z";

const CONFERENCE: &str = "Good afternoon, and welcome to Arvenna.

Ambassador Ilse Maren: The harbour treaty will enter into force on 1 October 2020. We will not yield to pressure from anybody.

The pilots of both ports begin their common watch at six in the morning.

Question: Will the ferry to the outer islands run again before the winter storms?

Ilse Maren: It will run from the second week of November. We do not believe that the islands can wait until spring.

Question: Has the Ambassador spoken to the fishermen of the northern bay about their licences?

Ilse Maren: I have spoken to them twice. Their licences remain as they are, and nobody will lose one.";

const RUSSIAN: &str = "Добрый день.

Вопрос: Когда возобновится движение парома к внешним островам?

Ильзе Марен: Паром пойдёт со второй недели ноября. Мы не считаем, что острова могут ждать до весны.";

const CHINESE: &str = "各位下午好。

问：渡轮何时恢复通航？

答：渡轮将从十一月第二周起恢复通航。我们不认为外岛居民可以等到春天。";

const ARABIC: &str = "طاب يومكم.

سؤال: متى تعود العبّارة إلى الجزر البعيدة؟

إلسه مارن: ستعود العبّارة اعتبارًا من الأسبوع الثاني من تشرين الثاني. لا نعتقد أن الجزر تستطيع الانتظار حتى الربيع.";

const FRENCH: &str =
    "L’ambassade n’acceptera jamais que les îles éloignées attendent le printemps pour être reliées au port.";

const SPANISH: &str =
    "La embajada no aceptará que las islas lejanas esperen hasta la primavera para tener un ferri este año.";

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn id(number: u8) -> MessageId {
    MessageId::from_bits([number; 10])
}

/// The record, and its index as at [`NOW`].
struct Library {
    harness: Harness,
    search: Search,
}

impl Library {
    fn open() -> Self {
        let harness = Harness::at(FOUNDED);
        let mut identity = sample_identity();
        identity.languages.extend([lang("fr"), lang("es")]);
        harness.fixture(Fixture::Identity(identity));
        fill(&harness);
        harness.set(NOW);
        let search = Search::in_memory(harness.views.clone(), harness.site.clone()).unwrap();
        let library = Self { harness, search };
        library.catch_up(NOW);
        library
    }

    fn catch_up(&self, at: &str) {
        while self.search.catch_up(time(at)).unwrap() {}
    }

    fn ask(&self, at: &str, tag: &str, quote: &str) -> QuoteAnswer {
        let as_of = AsOf { site: self.harness.site.clone(), instant: time(at) };
        self.search.check_quote(&as_of, &lang(tag), quote).unwrap()
    }

    fn verdict(&self, quote: &str) -> Verdict {
        self.ask(NOW, "en", quote).verdict
    }

    /// The present text of an edition.
    fn text(&self, message: u8, tag: &str) -> Document {
        let as_of = AsOf { site: self.harness.site.clone(), instant: time(NOW) };
        self.harness.views.edition(&as_of, &lang(tag), &id(message)).unwrap().unwrap().document
    }
}

fn fill(harness: &Harness) {
    harness.set("2020-08-14T15:30:00Z");
    let fees = "Statement on the harbour fees";
    harness.release(&id(1), "en", fees, "The harbour fees fall by 12 per cent.\n\nThey apply from October.", None);
    harness.set(CORRECTED);
    let (text, note) =
        ("The harbour fees fall by 10 per cent.\n\nThey apply from October.", "The figure was 12; it is 10.");
    harness.correct(&id(1), "en", fees, text, note, None).unwrap();
    harness.release(&id(2), "en", "Published in error", "This wording was never agreed with the port authority.", None);
    harness.release(&id(3), "en", "Appeal for a sailor", "A name that the law of Velmar protects from print.", None);
    harness.set("2020-08-20T09:00:00Z");
    let (text, note) = ("The harbour fees fall by 10 per cent.\n\nThey apply from 1 October.", "The day was added.");
    let manuscript = harness.manuscript(&id(1), "en", Kind::Statement, fees, text, note);
    let wish = domain::SlugWish::Keep;
    let chance = harness.newsroom.chance();
    harness.order(manuscript.version(chance, None, VersionClass::Clarification, Some(note.into()), wish)).unwrap();
    harness.set(WITHDRAWN);
    let reason = "It was published in error.".to_owned();
    harness.order(Command::WithdrawEdition { message: id(2), lang: lang("en"), reason }).unwrap();
    let ground = "Order of the district court.".to_owned();
    harness.order(Command::EraseEdition { message: id(3), lang: lang("en"), ground, by_law: true }).unwrap();
    harness.set("2020-09-21T16:45:00Z");
    for (tag, text) in [("en", CONFERENCE), ("ru", RUSSIAN), ("zh", CHINESE), ("ar", ARABIC)] {
        let mut manuscript = harness.manuscript(&id(4), tag, Kind::PressConference, "Answers on the ferry", text, "1");
        let (date, place) = ("2020-09-20".parse().ok(), Some("Arvenna".to_owned()));
        manuscript.occasion = Occasion { date, place, with: None };
        harness.order(manuscript.first(harness.newsroom.chance(), None)).unwrap();
    }
    for (tag, text) in [("fr", FRENCH), ("es", SPANISH)] {
        let mut manuscript = harness.manuscript(&id(5), tag, Kind::Statement, "Les îles", text, "1");
        manuscript.speakers = vec!["Ilse Maren".to_owned()];
        harness.order(manuscript.first(harness.newsroom.chance(), None)).unwrap();
    }
    let embargo = "Nobody may read this before noon tomorrow, not even the pilots.";
    harness.release(&id(6), "en", "Under embargo", embargo, Some(RELEASE));
}

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(Library::open)
}

/// The difference on one line: `-` and `+` before what only quote and record have.
fn shown(pieces: &[DiffPiece]) -> String {
    let piece = |piece: &DiffPiece| match piece {
        DiffPiece::Same(text) => text.trim().to_owned(),
        DiffPiece::OnlyQuote(text) => format!("-{{{}}}", text.trim()),
        DiffPiece::OnlyRecord(text) => format!("+{{{}}}", text.trim()),
    };
    pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
}

#[test]
fn quotes_get_the_verdict_that_the_record_supports() {
    let library = library();
    for (quote, verdict) in [
        ("“We will not yield to pressure from anybody.”", Verdict::Verbatim),
        ("we will not yield to pressure from anybody", Verdict::Typography),
        ("The harbour treaty … will enter into force [on the first of the month]", Verdict::Typography),
        ("The harbour treaty […] on 1 October 2020", Verdict::Typography),
        ("The pilots of both ports begin their com-\nmon watch at six", Verdict::Typography),
        ("The pi1ots of both ports begin their cornrnon watch at six", Verdict::Typography),
        ("We will yield to pressure from anybody", Verdict::Altered),
        ("We will not yield to pressure from the islands", Verdict::Altered),
        ("The harbour treaty will enter into force on 2 October 2020", Verdict::Altered),
        ("Their licences remain as they are … We will not yield to pressure", Verdict::Altered),
        ("We do … believe that the islands can wait until spring", Verdict::Altered),
        ("Will the ferry to the outer islands run again before the winter storms?", Verdict::Questioner),
        ("The harbour fees fall by 10 per cent", Verdict::Verbatim),
        ("The harbour fees fall by 12 per cent", Verdict::Earlier),
        ("They apply from October", Verdict::Earlier),
        ("The harbour fees fall by 15 per cent", Verdict::Altered),
        ("This wording was never agreed with the port authority", Verdict::NotFound),
        ("A name that the law of Velmar protects from print", Verdict::NotFound),
        ("Nobody may read this before noon tomorrow", Verdict::NotFound),
        ("The moon is made of green cheese, said the astronomer", Verdict::NotFound),
        ("the outer islands", Verdict::Questioner),
        ("common watch", Verdict::Verbatim),
        ("the inner islands", Verdict::TooShort),
        ("cheese", Verdict::TooShort),
        ("Answers on the ferry", Verdict::Verbatim),
        ("", Verdict::Empty),
        ("“…” – (?)", Verdict::Empty),
        ("Паром пойдёт со второй недели ноября.", Verdict::Verbatim),
        ("«паром пойдет со второй недели ноября»", Verdict::Typography),
        ("Мы считаем, что острова могут ждать до весны", Verdict::Altered),
        ("Когда возобновится движение парома к внешним островам?", Verdict::Questioner),
        ("渡轮将从十一月第二周起恢复通航", Verdict::Verbatim),
        ("我们认为外岛居民可以等到春天", Verdict::Altered),
        ("渡轮何时恢复通航", Verdict::Questioner),
        ("通航", Verdict::Verbatim),
        ("停航", Verdict::TooShort),
        ("ستعود العبّارة اعتبارًا من الأسبوع الثاني من تشرين الثاني", Verdict::Verbatim),
        ("ستعود العبارة اعتبارا من الاسبوع الثاني من تشرين الثاني", Verdict::Typography),
        ("نعتقد أن الجزر تستطيع الانتظار حتى الربيع غدا", Verdict::Altered),
        ("L'ambassade n'acceptera jamais que les îles éloignées attendent", Verdict::Typography),
        ("L’ambassade acceptera que les îles éloignées attendent le printemps", Verdict::Altered),
        ("La embajada no aceptará que las islas lejanas esperen", Verdict::Verbatim),
        ("La embajada aceptará que las islas lejanas esperen", Verdict::Altered),
    ] {
        let answer = library.ask(NOW, "en", quote);
        assert_eq!(answer.verdict, verdict, "{quote}: {:?}", answer.matches.first().map(|own| shown(&own.pieces)));
        let nothing = matches!(verdict, Verdict::NotFound | Verdict::TooShort | Verdict::Empty);
        assert_eq!(answer.matches.is_empty(), nothing, "{quote}");
        assert!(!answer.cut && answer.state == State::Ready);
    }
}

#[test]
fn a_match_says_who_where_and_when() {
    let answer = library().ask(NOW, "en", "We will not yield to pressure from anybody");
    let found = &answer.matches[0];
    let said = found.said.as_ref().unwrap();
    assert_eq!((said.label.as_str(), said.name.as_deref()), ("Ambassador Ilse Maren", Some("Ilse Maren")));
    assert_ne!(said.role, Role::Question);
    assert!(said.turn.starts_with("t-") && found.anchor.as_ref().unwrap().starts_with("p-"));
    assert_eq!((found.message.clone(), found.lang.as_str(), found.version), (id(4), "en", 1));
    assert_eq!((found.kind, found.place.as_deref()), (Kind::PressConference, Some("Arvenna")));
    assert_eq!((found.day, found.event_date), ("2020-09-21".parse().ok(), "2020-09-20".parse().ok()));
    assert!(found.path.starts_with("messages/2020/09/21/"), "{}", found.path);
    assert_eq!(found.title, "Answers on the ferry");
    assert_eq!(found.passage, "We will not yield to pressure from anybody");
    assert_eq!(found.pieces, [DiffPiece::Same(found.passage.clone())]);
    assert!(found.is_current && found.present.is_none() && !found.is_mixed && found.attribution.is_none());
    assert_eq!((answer.common, answer.matches.len()), (1, 1));
}

#[test]
fn a_text_that_one_speaker_says_names_the_speaker() {
    let answer = library().ask(NOW, "en", "La embajada no aceptará que las islas lejanas esperen");
    let said = answer.matches[0].said.as_ref().unwrap();
    assert_eq!((said.turn.as_str(), said.label.as_str(), said.role), ("", "Ilse Maren", Role::Speech));
}

#[test]
fn what_was_altered_is_shown_both_ways() {
    for (quote, expected) in [
        ("We will yield to pressure from anybody", "We will +{not} yield to pressure from anybody"),
        ("We will not ever yield to pressure from anybody", "We will not -{ever} yield to pressure from anybody"),
        ("The harbour fees fall by 15 per cent", "The harbour fees fall by -{15} +{10} per cent"),
        ("I have spoken to them often", "I have spoken to them -{often} +{twice}"),
        ("我们认为外岛居民可以等到春天", "我们 +{不} 认为外岛居民可以等到春天"),
    ] {
        let answer = library().ask(NOW, "en", quote);
        assert_eq!(answer.verdict, Verdict::Altered, "{quote}");
        assert_eq!(shown(&answer.matches[0].pieces), expected, "{quote}");
        let recorded: String = answer.matches[0].pieces.iter().filter_map(DiffPiece::recorded).collect();
        assert_eq!(recorded, answer.matches[0].passage);
    }
}

#[test]
fn before_a_correction_its_old_words_are_true_and_after_it_both_are_shown() {
    let (old, new) = ("The harbour fees fall by 12 per cent", "The harbour fees fall by 10 per cent");
    let library = library();
    let before = library.ask(BEFORE_CORRECTION, "en", old);
    assert_eq!(before.verdict, Verdict::Verbatim);
    assert_eq!((before.matches[0].version, before.matches[0].is_current), (1, true));
    let answer = library.ask(BEFORE_CORRECTION, "en", new);
    assert_eq!((answer.verdict, answer.matches[0].version), (Verdict::Altered, 1));
    assert_eq!(library.ask(CORRECTED, "en", new).verdict, Verdict::Verbatim);

    for (at, present) in [(CORRECTED, 2), (NOW, 3)] {
        let answer = library.ask(at, "en", old);
        assert_eq!(answer.verdict, Verdict::Earlier, "{at}");
        let found = &answer.matches[0];
        assert_eq!((found.version, found.is_current, found.exactness), (1, false, Exactness::Exact));
        let now = found.present.as_ref().unwrap();
        assert_eq!((now.version, now.changed_in, now.class), (present, 2, VersionClass::Substantive));
        assert_eq!(now.note.as_deref(), Some("The figure was 12; it is 10."));
        assert_eq!(now.release, time(CORRECTED));
        assert!(now.anchor.is_some());
        assert_eq!(shown(&now.pieces), "The harbour fees fall by -{12} +{10} per cent");
    }
    let answer = library.ask(NOW, "en", "They apply from October");
    let now = answer.matches[0].present.as_ref().unwrap();
    assert_eq!((answer.matches[0].version, now.changed_in, now.class), (2, 3, VersionClass::Clarification));
    assert_eq!(shown(&now.pieces), "They apply from +{1} October");
}

#[test]
fn a_withdrawn_text_is_only_quoted_as_of_an_instant_at_which_it_stood() {
    let quote = "This wording was never agreed with the port authority";
    assert_eq!(library().ask("2020-08-31T00:00:00Z", "en", quote).verdict, Verdict::Verbatim);
    assert_eq!(library().ask(WITHDRAWN, "en", quote).verdict, Verdict::NotFound);
    let erased = "A name that the law of Velmar protects from print";
    assert_eq!(library().ask("2020-08-31T00:00:00Z", "en", erased).verdict, Verdict::NotFound);
}

#[test]
fn an_embargoed_text_is_quoted_from_its_release_on_even_if_nobody_followed_it() {
    let library = Library::open();
    let quote = "Nobody may read this before noon tomorrow";
    assert_eq!(library.ask("2020-09-23T10:59:59Z", "en", quote).verdict, Verdict::NotFound);
    assert_eq!(library.ask(RELEASE, "en", quote).verdict, Verdict::Verbatim);
    library.harness.set(RELEASE);
    library.catch_up(RELEASE);
    assert_eq!(library.ask("2020-09-23T10:59:59Z", "en", quote).verdict, Verdict::NotFound);
    assert_eq!(library.ask(RELEASE, "en", quote).verdict, Verdict::Verbatim);
}

#[test]
fn what_is_under_embargo_changes_no_answer() {
    let (with, without) = (library(), Library::open());
    let ack = without.harness.order(Command::CancelRelease {
        message: id(6),
        lang: lang("en"),
        number: 1,
        reason: "Not needed.".to_owned(),
    });
    ack.unwrap();
    without.catch_up(NOW);
    for quote in [
        "Nobody may read this before noon tomorrow",
        "not even the pilots",
        "the pilots of both ports",
        "We will not yield to pressure from anybody",
        "The harbour fees fall by 15 per cent",
        "the",
    ] {
        let answers = [with, &without].map(|library| {
            let answer = library.ask(NOW, "en", quote);
            let matches: Vec<_> = answer
                .matches
                .iter()
                .map(|own| (own.message.clone(), shown(&own.pieces), own.similarity.to_bits()))
                .collect();
            (answer.verdict, answer.common, matches)
        });
        assert_eq!(answers[0], answers[1], "{quote}");
    }
}

#[test]
fn a_label_pasted_with_a_quote_is_held_against_who_says_it() {
    let library = library();
    for (quote, verdict, attribution) in [
        ("Ilse Maren: We will not yield to pressure from anybody", Verdict::Verbatim, Some(Attribution::Fits)),
        ("Ambassador Maren: “We will not yield to pressure from anybody”", Verdict::Verbatim, Some(Attribution::Fits)),
        ("Prime Minister: We will not yield to pressure from anybody", Verdict::Verbatim, Some(Attribution::Unclear)),
        ("Question: We will not yield to pressure from anybody", Verdict::Altered, Some(Attribution::Other)),
        ("Ilse Maren: Will the ferry to the outer islands run again", Verdict::Altered, Some(Attribution::Other)),
        ("Question: Will the ferry to the outer islands run again", Verdict::Questioner, Some(Attribution::Fits)),
        ("We will not yield to pressure from anybody\n— Ilse Maren", Verdict::Verbatim, Some(Attribution::Fits)),
        ("答：渡轮将从十一月第二周起恢复通航", Verdict::Verbatim, Some(Attribution::Fits)),
    ] {
        let answer = library.ask(NOW, "en", quote);
        assert_eq!((answer.verdict, answer.matches[0].attribution), (verdict, attribution), "{quote}");
    }
}

#[test]
fn a_quote_over_question_and_answer_says_so() {
    let quote = "Question: Will the ferry to the outer islands run again before the winter storms?\n\nIlse Maren: It will run from the second week of November.";
    let answer = library().ask(NOW, "en", quote);
    assert_eq!((answer.verdict, answer.matches[0].is_mixed), (Verdict::Verbatim, true));
    assert_eq!(answer.matches[0].attribution, Some(Attribution::Fits));
    assert_eq!(answer.matches[0].said.as_ref().unwrap().role, Role::Question);
}

#[test]
fn common_words_are_listed_with_how_common_they_are() {
    let library = library();
    let answer = library.ask(NOW, "en", "they are");
    assert_eq!((answer.verdict, answer.common), (Verdict::Verbatim, 1));
    let answer = library.ask(NOW, "ru", "ferry");
    assert!(answer.matches.len() <= MATCHES_MAX && answer.common >= 1);
    let answer = library.ask(NOW, "ru", "Answers on the ferry");
    assert_eq!((answer.common, answer.matches.len()), (4, 4));
    assert_eq!(answer.matches[0].lang.as_str(), "ru", "the page's language comes first");
}

#[test]
fn any_paste_is_answered() {
    let library = library();
    let sentence = "We will not yield to pressure from anybody. ";
    let long = sentence.repeat(QUOTE_CHARS_MAX / sentence.len() + 2);
    assert!(library.ask(NOW, "en", &long).cut);
    let whole: String = CONFERENCE.chars().take(QUOTE_CHARS_MAX).collect();
    assert_eq!(library.verdict(&whole), Verdict::Verbatim);
    for hostile in [
        "[".repeat(2_000),
        "[a]".repeat(700),
        "… ".repeat(1_000),
        "a… ".repeat(700),
        "the ".repeat(500),
        "的".repeat(2_000),
        "\u{0}\u{7}\u{200b}\u{ad}".repeat(500),
        "a:\n".repeat(700),
        "will ferry … ".repeat(160),
        "x".repeat(1_000_000),
        "👩‍👩‍👧 ".repeat(300),
        "e\u{301}\u{301}\u{301}".repeat(600),
    ] {
        library.ask(NOW, "en", &hostile);
    }
}

/// The paragraphs of a text with the turn and role they are in, the words of each.
fn paragraphs(document: &Document) -> Vec<(String, String, Option<String>)> {
    let text = |block: &document::Block| match &block.body {
        document::Body::Paragraph { spans } => spans.iter().map(|span| span.text.as_str()).collect(),
        _ => String::new(),
    };
    let of = |node: &Node| match node {
        Node::Block(block) => vec![(block.id.to_string(), text(block), None)],
        Node::Turn(turn) => {
            turn.blocks.iter().map(|block| (block.id.to_string(), text(block), Some(turn.id.to_string()))).collect()
        }
    };
    document.nodes.iter().flat_map(of).collect()
}

/// A stretch of at least six words of one paragraph.
fn stretch() -> impl Strategy<Value = (usize, usize, usize)> {
    (0usize..64, 0usize..64, 6usize..20)
}

fn cut(place: (usize, usize, usize)) -> (String, Option<String>, Vec<String>) {
    let mut all: Vec<(String, Option<String>, Vec<String>)> = Vec::new();
    for (message, tag) in [(4, "en"), (4, "ru"), (4, "ar"), (5, "fr"), (5, "es")] {
        for (anchor, text, turn) in paragraphs(&library().text(message, tag)) {
            let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            if words.len() >= 6 {
                all.push((anchor, turn, words));
            }
        }
    }
    let (anchor, turn, words) = all[place.0 % all.len()].clone();
    let from = place.1 % (words.len() - 5);
    let to = (from + place.2).min(words.len());
    (anchor, turn, words[from..to].to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_stretch_of_a_text_is_verbatim_where_it_stands(place in stretch()) {
        let (anchor, turn, words) = cut(place);
        let answer = library().ask(NOW, "en", &words.join(" "));
        prop_assert!(matches!(answer.verdict, Verdict::Verbatim | Verdict::Questioner), "{:?} {words:?}", answer.verdict);
        let found = &answer.matches[0];
        prop_assert_eq!(found.exactness, Exactness::Exact);
        prop_assert_eq!(found.anchor.clone(), Some(anchor));
        prop_assert_eq!(found.said.as_ref().map(|said| said.turn.clone()).filter(|turn| !turn.is_empty()), turn);
    }

    #[test]
    fn other_punctuation_is_typography_at_most(place in stretch()) {
        let (_, _, words) = cut(place);
        let bare = |word: &String| word.trim_matches(|c: char| c.is_ascii_punctuation() || "«»“”؟،".contains(c)).to_owned();
        let pasted = format!("„{}“", words.iter().map(bare).collect::<Vec<_>>().join("\n")).replace('’', "'");
        let answer = library().ask(NOW, "en", &pasted);
        let fine = matches!(answer.verdict, Verdict::Verbatim | Verdict::Typography | Verdict::Questioner);
        prop_assert!(fine, "{:?} {pasted}", answer.verdict);
    }

    #[test]
    fn one_other_word_is_shown_and_nothing_else(place in stretch(), which in 0usize..20) {
        let (anchor, _, mut words) = cut(place);
        let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].chars().filter(|c| c.is_alphabetic()).count() > 4).collect();
        prop_assume!(!long.is_empty());
        let at = long[which % long.len()];
        let old = std::mem::replace(&mut words[at], "zzyzx".to_owned());
        let answer = library().ask(NOW, "en", &words.join(" "));
        prop_assert_eq!(answer.verdict, Verdict::Altered, "{:?}", &words);
        let found = &answer.matches[0];
        prop_assert_eq!(found.anchor.clone(), Some(anchor));
        let only = |wanted: fn(&DiffPiece) -> Option<&String>| -> Vec<String> {
            found.pieces.iter().filter_map(wanted).map(|text| text.trim().to_owned()).collect()
        };
        let quoted = only(|piece| match piece { DiffPiece::OnlyQuote(text) => Some(text), _ => None });
        let recorded = only(|piece| match piece { DiffPiece::OnlyRecord(text) => Some(text), _ => None });
        prop_assert_eq!(quoted, vec!["zzyzx".to_owned()]);
        // At an end of the quote the record may go on with another sentence, which is not what the word stands for.
        let at_end = at == 0 || at + 1 == words.len();
        prop_assert!(recorded.len() == 1 || (at_end && recorded.is_empty()), "{recorded:?} {old}");
        let shown = recorded.iter().all(|text| old.contains(text.trim_end_matches(['.', ',', '?', ';', '،', '؟'])));
        prop_assert!(shown, "{recorded:?} {old}");
    }
}
