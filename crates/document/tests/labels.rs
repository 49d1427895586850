//! Which beginnings of paragraphs open a turn. Cases are data: add a line, not code.

use document::{Mint, Node, ParseOptions, Role, from_html, from_markdown, from_plain};

fn labels(text: &str, speakers: &[&str]) -> Vec<(String, Role, String)> {
    let speakers: Vec<String> = speakers.iter().map(|name| (*name).to_owned()).collect();
    let options = ParseOptions { speakers: &speakers, lang: "" };
    let parsed = from_plain(text, &options, &mut Mint::seeded(b"labels"));
    let turns = parsed.document.turns();
    turns.map(|turn| (turn.label.clone(), turn.role, text_of(&parsed.document, turn))).collect()
}

fn text_of(document: &document::Document, turn: &document::Turn) -> String {
    let one = document::Document { nodes: vec![Node::Turn(turn.clone())] };
    assert!(document.nodes.contains(&one.nodes[0]));
    let text = one.plain_text();
    text[turn.label.len()..].trim_start_matches([':', '：']).trim_start().to_owned()
}

#[test]
fn a_generic_word_a_title_or_capitals_open_a_turn() {
    use Role::{Answer, Question, Speech};
    let cases: &[(&str, &str, Role, &str)] = &[
        ("Question: Will it open?", "Question", Question, "Will it open?"),
        ("QUESTION: Will it open?", "QUESTION", Question, "Will it open?"),
        ("Question 2: Will it open?", "Question 2", Question, "Will it open?"),
        ("Question (translated): Will it open?", "Question (translated)", Question, "Will it open?"),
        ("Question from Northern Post: Will it open?", "Question from Northern Post", Question, "Will it open?"),
        ("**Question:** Will it open?", "Question", Question, "Will it open?"),
        ("**Question**: Will it open?", "Question", Question, "Will it open?"),
        ("Question : Ouvrira-t-il ?", "Question", Question, "Ouvrira-t-il ?"),
        ("Question\u{a0}: Ouvrira-t-il ?", "Question", Question, "Ouvrira-t-il ?"),
        ("Pregunta: ¿Abrirá?", "Pregunta", Question, "¿Abrirá?"),
        ("Periodista: ¿Abrirá?", "Periodista", Question, "¿Abrirá?"),
        ("Frage: Wird es öffnen?", "Frage", Question, "Wird es öffnen?"),
        ("Вопрос: Откроется ли?", "Вопрос", Question, "Откроется ли?"),
        ("Вопрос (перевод): Откроется ли?", "Вопрос (перевод)", Question, "Откроется ли?"),
        ("Ответ: Да.", "Ответ", Answer, "Да."),
        ("س: هل يفتح المكتب؟", "س", Question, "هل يفتح المكتب؟"),
        ("ج: نعم.", "ج", Answer, "نعم."),
        ("سؤال: هل يفتح المكتب؟", "سؤال", Question, "هل يفتح المكتب؟"),
        ("问：会开门吗？", "问", Question, "会开门吗？"),
        ("答：会。", "答", Answer, "会。"),
        ("問：會開門嗎？", "問", Question, "會開門嗎？"),
        ("記者: 會開門嗎？", "記者", Question, "會開門嗎？"),
        ("Q: Will it open?", "Q", Question, "Will it open?"),
        ("JOURNALIST: Will it open?", "JOURNALIST", Question, "Will it open?"),
        ("Journaliste : Ouvrira-t-il ?", "Journaliste", Question, "Ouvrira-t-il ?"),
        ("Moderator: Welcome.", "Moderator", Speech, "Welcome."),
        ("PM: Good morning.", "PM", Speech, "Good morning."),
        ("MR. SMITH: Good morning.", "MR. SMITH", Speech, "Good morning."),
        ("THE PRESIDENT: Good morning.", "THE PRESIDENT", Speech, "Good morning."),
        (
            "PRESIDENT VEGA: (As interpreted.) Good morning.",
            "PRESIDENT VEGA",
            Speech,
            "(As interpreted.) Good morning.",
        ),
        ("PRIME MINISTER:\nGood morning.", "PRIME MINISTER", Speech, "Good morning."),
        ("PRIME MINISTER:\n\nGood morning.", "PRIME MINISTER", Speech, "Good morning."),
    ];
    for (given, label, role, text) in cases {
        assert_eq!(labels(given, &[]), [((*label).to_owned(), *role, (*text).to_owned())], "{given}");
    }
}

#[test]
fn a_colon_in_running_text_does_not_open_a_turn() {
    let cases = [
        "He said: we shall see.",
        "Note: the office is closed.",
        "Time: 10:30",
        "10:30: the doors open.",
        "Opening hours: Monday to Friday.",
        "Re: your letter",
        "https://example.org/a: an address",
        "See http://example.org for more.",
        "The answer is simple: no.",
        "Health: the minister spoke.\n\nTrade: the minister was silent.\n\nTravel: nothing new.",
        "ENERGY: A new plan.\n\nTRADE: Another plan.",
        "First: we wait. Second: we see.",
        "Article 5: nobody is above the law.",
        "Примечание: офис закрыт.",
        "Он сказал: посмотрим.",
        "وقال الوزير: سننظر في الأمر.",
        "ملاحظة: المكتب مغلق.",
        "注意：办公室关门。",
        "发言人说：我们会看。",
        "Q is a letter.",
        "A: one thing only",
        "- Costs: too high",
        "C:\\temp",
        ":",
        ": nothing before",
    ];
    for given in cases {
        assert_eq!(labels(given, &[]), [], "{given}");
    }
}

#[test]
fn names_open_turns_when_they_recur_or_somebody_asks_or_they_are_known() {
    let recurring = "Minister of Trade Anna Velmar: One.\n\nOle Berg: Two.\n\nAnna Velmar: Three.\n\nOle Berg: Four.";
    assert_eq!(
        labels(recurring, &[]).iter().map(|(label, ..)| label.as_str()).collect::<Vec<_>>(),
        ["Minister of Trade Anna Velmar", "Ole Berg", "Anna Velmar", "Ole Berg"]
    );
    let asked =
        labels("Question: Why?\n\nForeign Minister: Because.\n\nQuestion: And then?\n\nAnna Velmar: Then not.", &[]);
    assert_eq!(
        asked.iter().map(|(label, role, _)| (label.as_str(), *role)).collect::<Vec<_>>(),
        [
            ("Question", Role::Question),
            ("Foreign Minister", Role::Answer),
            ("Question", Role::Question),
            ("Anna Velmar", Role::Answer)
        ]
    );
    assert_eq!(labels("Anna Velmar: Good morning.", &[]), []);
    assert_eq!(labels("Anna Velmar: Good morning.", &["Anna Velmar"]).len(), 1);
    assert_eq!(labels("Ambassador Velmar: Good morning.", &["Anna Velmar"]).len(), 1);
    assert_eq!(labels("لينا الصباح: صباح الخير.", &["لينا الصباح"]).len(), 1);
    let chinese = "問：會開門嗎？\n\n部長：會。\n\n問：何時？\n\n部長：春天。";
    assert_eq!(labels(chinese, &[]).len(), 4);
}

#[test]
fn letters_without_a_colon_count_only_when_they_come_again() {
    let white = "MS. VEGA:  Hello.\n\nQ    When does it open?\n\nMS. VEGA:  In spring.\n\nQ    Thank you.";
    let found: Vec<_> = labels(white, &[]).into_iter().map(|(label, role, _)| (label, role)).collect();
    let wanted = [("MS. VEGA", Role::Speech), ("Q", Role::Question), ("MS. VEGA", Role::Answer), ("Q", Role::Question)];
    assert_eq!(found, wanted.map(|(label, role)| (label.to_owned(), role)));
    assert_eq!(labels("Q  Why not?\n\nBecause.", &[]), []);
    assert_eq!(labels("Q. Why?\nA. Because.\nQ. When?\nA. Now.", &[]).len(), 4);
    assert_eq!(labels("J: Why?\n\nPM: Because.\n\nJ: When?\n\nPM: Now.", &[]).len(), 4);
}

#[test]
fn labels_at_the_start_of_a_wrapped_line_open_turns_and_the_other_lines_are_joined() {
    let text =
        "HOST: Good morning to\nall of you.\nPRIME MINISTER:\nGood morning. It is\ngood to be here.\nHOST: Is it?";
    let found: Vec<_> = labels(text, &[]).into_iter().map(|(label, _, text)| (label, text)).collect();
    let wanted = [
        ("HOST", "Good morning to all of you."),
        ("PRIME MINISTER", "Good morning. It is good to be here."),
        ("HOST", "Is it?"),
    ];
    assert_eq!(found, wanted.map(|(label, text)| (label.to_owned(), text.to_owned())));
}

#[test]
fn a_turn_lasts_until_the_next_label_a_heading_or_a_rule() {
    let text = "Before.\n\n**Question:** One?\n\nStill the question.\n\n## Part\n\nBetween.\n\nMR. SMITH: Yes.\n\n- a list\n\n* * *\n\nAfter.";
    let document = from_markdown(text, &ParseOptions::default(), &mut Mint::seeded(b"x")).document;
    let kinds: Vec<_> = document
        .nodes
        .iter()
        .map(|node| match node {
            Node::Turn(turn) => format!("{} {}", turn.label, turn.blocks.len()),
            Node::Block(_) => "block".to_owned(),
        })
        .collect();
    assert_eq!(kinds, ["block", "Question 2", "block", "block", "MR. SMITH 2", "block", "block"]);
}

#[test]
fn labels_in_html_may_be_marked_up_and_follow_line_breaks() {
    let html = "<p><b>Question:</b> One?<br><strong>Answer</strong>: <em>Yes</em>.</p><p>Question: Two?</p>";
    let document = from_html(html, &ParseOptions::default(), &mut Mint::seeded(b"x")).document;
    assert_eq!(document.plain_text(), "Question: One?\n\nAnswer: Yes.\n\nQuestion: Two?");
    assert_eq!(document.turns().count(), 3);
}

#[test]
fn what_is_unsure_stays_text_and_is_noted() {
    let parsed = from_plain("Anna Velmar: Good morning.", &ParseOptions::default(), &mut Mint::seeded(b"x"));
    assert_eq!(parsed.document.plain_text(), "Anna Velmar: Good morning.");
    assert_eq!(parsed.notes.iter().map(|note| (note.code, note.count)).collect::<Vec<_>>(), [("label-unsure", 1)]);
}

#[test]
fn somebody_called_like_a_heading_speaks_too_where_people_speak_in_capitals() {
    let talk = "HOST: Good morning.\n\nPRICE: One question.\n\nPRIME MINISTER: Yes?\n\nPRICE: Another.";
    let found: Vec<String> = labels(talk, &[]).into_iter().map(|(label, _, _)| label).collect();
    assert_eq!(found, ["HOST", "PRICE", "PRIME MINISTER", "PRICE"]);
    // A tariff is no conversation.
    assert_eq!(labels("PRICE: Ten.\n\nAnd more.\n\nPRICE: Twelve.", &[]), []);
}
