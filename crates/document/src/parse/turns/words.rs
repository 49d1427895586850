//! The words that make or break a label, in the languages of the interface and some neighbours; all in lower case.

use crate::model::Role;

/// What a generic label says, and whether it says so on its own or only together with others of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Generic {
    /// The role, or nothing for a moderator or interpreter.
    pub(super) role: Option<Role>,
    /// Whether one occurrence is enough. Single letters of Latin and Cyrillic begin too many other things.
    pub(super) sure: bool,
}

const QUESTIONS: &[&str] = &[
    "q",
    "question",
    "questioner",
    "journalist",
    "reporter",
    "interviewer",
    "correspondent",
    "host",
    "presenter",
    "caller", // English
    "journaliste",
    "intervieweur", // French
    "pregunta",
    "periodista",
    "entrevistador",
    "entrevistadora", // Spanish, Catalan
    "вопрос",
    "журналист",
    "журналистка",
    "корреспондент",
    "репортер",
    "репортёр", // Russian
    "س",
    "سؤال",
    "السؤال",
    "صحفي",
    "الصحفي",
    "صحفية",
    "صحافي",
    "الصحافي",
    "مراسل",
    "المراسل", // Arabic
    "问",
    "問",
    "提问",
    "提問",
    "记者",
    "記者",
    "记者问",
    "記者問",
    "媒体",
    "媒體", // Chinese
    "frage",
    "journalistin",
    "reporterin",
    "zuruf", // German
    "pergunta",
    "jornalista",
    "repórter", // Portuguese
    "domanda",
    "giornalista", // Italian
    "vraag",       // Dutch
    "fråga",
    "spørsmål",
    "spørgsmål", // Scandinavian
    "pytanie",
    "dziennikarz",
    "dziennikarka", // Polish
    "otázka",       // Czech, Slovak
    "kérdés",       // Hungarian
    "întrebare",    // Romanian
    "питання",
    "запитання",
    "журналіст", // Ukrainian
    "сұрақ",     // Kazakh
    "ερώτηση",
    "δημοσιογράφος", // Greek
    "soru",
    "gazeteci",
    "muhabir", // Turkish
    "שאלה",
    "עיתונאי",
    "עיתונאית", // Hebrew
    "سوال",
    "پرسش",
    "خبرنگار", // Persian
    "प्रश्न",
    "सवाल",
    "पत्रकार", // Hindi
    "প্রশ্ন",
    "pertanyaan",
    "wartawan", // Indonesian
    "hỏi",
    "phóng viên", // Vietnamese
    "คำถาม",
    "ผู้สื่อข่าว", // Thai
    "質問",
    "질문",
    "기자",
    "문", // Korean
    "հարց",
    "კითხვა", // Armenian, Georgian
    "pressman",
    "inaudible question", // English
];
/// Words for one person who asks throughout, and so for somebody whom the label tells from others.
const ONE_ASKER: &[&str] = &[
    "host",
    "presenter",
    "interviewer",
    "intervieweur",
    "intervieweuse",
    "entrevistador",
    "entrevistadora",
    "caller",
    "compere",
];
const ANSWERS: &[&str] = &[
    "answer",
    "réponse",
    "respuesta",
    "resposta",
    "ответ",
    "ج",
    "جواب",
    "الجواب",
    "إجابة",
    "الإجابة",
    "答",
    "回答",
    "antwort",
    "risposta",
    "antwoord",
    "svar",
    "odpowiedź",
    "odpověď",
    "válasz",
    "răspuns",
    "відповідь",
    "απάντηση",
    "cevap",
    "תשובה",
    "پاسخ",
    "उत्तर",
    "jawaban",
    "đáp",
    "คำตอบ",
    "답변",
    "답",
    "대답",
];
const NEUTRAL: &[&str] = &[
    "moderator",
    "interpreter",
    "translator",
    "announcer",
    "operator",
    "narrator",
    "participant",
    "participants",
    "audience",
    "audience member",
    "audience members",
    "remark",
    "modérateur",
    "modératrice",
    "interprète",
    "moderador",
    "moderadora",
    "intérprete",
    "модератор",
    "ведущий",
    "ведущая",
    "переводчик",
    "переводчица",
    "المذيع",
    "المذيعة",
    "مدير الجلسة",
    "المترجم",
    "מנחה",
    "مجری",
    "مترجم",
    "사회자",
    "통역",
    "司会",
    "司会者",
    "主持人",
    "主持",
    "司仪",
    "司儀",
    "翻译",
    "翻譯",
    "口译",
    "moderatorin",
    "dolmetscher",
    "dolmetscherin",
];
/// Letters which stand for a question or an answer only if they do so again and again.
const QUESTION_LETTERS: &[&str] = &["j", "p", "f", "в"];
const ANSWER_LETTERS: &[&str] = &["a", "r", "о", "response", "reply"];

/// Whether `folded` is a word for one person who asks throughout, such as a host.
pub(super) fn is_one_asker(folded: &str) -> bool {
    ONE_ASKER.contains(&folded)
}

/// What `folded` says, if it is a generic label.
pub(super) fn generic(folded: &str) -> Option<Generic> {
    let sure = |role| Some(Generic { role, sure: true });
    if QUESTIONS.contains(&folded) {
        sure(Some(Role::Question))
    } else if ANSWERS.contains(&folded) {
        sure(Some(Role::Answer))
    } else if NEUTRAL.contains(&folded) {
        sure(None)
    } else if QUESTION_LETTERS.contains(&folded) {
        Some(Generic { role: Some(Role::Question), sure: false })
    } else if ANSWER_LETTERS.contains(&folded) {
        Some(Generic { role: Some(Role::Answer), sure: false })
    } else {
        None
    }
}

/// Words that follow a question's label before a name: `Question from …`, `Question de …`.
pub(super) const FROM: &[&str] = &["from", "by", "de", "du", "par", "от", "von", "من"];

/// Offices and forms of address: a label with one of them is somebody who speaks.
pub(super) fn is_office(word: &str) -> bool {
    OFFICES.contains(&word)
}

/// Words that part an office from a name, but begin headings and lists as well, so that they make no label.
pub(super) fn is_post(word: &str) -> bool {
    const POSTS: &[&str] = &[
        "ceo",
        "administrator",
        "leader",
        "head",
        "chief",
        "chairperson",
        "deputy",
        "vp",
        "dpm",
        "taoiseach",
        "attorney",
        "officer",
        "coordinator",
        "adviser",
        "advisor",
        "justice",
        "judge",
        "bishop",
        "archbishop",
        "chargé",
        "gentleman",
        "surgeon",
    ];
    POSTS.contains(&word)
}

/// Whether `word` is a form of address, which says nothing of an office.
pub(super) fn is_address(word: &str) -> bool {
    const ADDRESSES: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "dame",
        "lord",
        "lady",
        "hon",
        "monsieur",
        "madame",
        "m",
        "mme",
        "señor",
        "señora",
        "sr",
        "sra",
        "don",
        "doña",
        "herr",
        "frau",
        "г-н",
        "г-жа",
        "господин",
        "госпожа",
        "السيد",
        "السيدة",
    ];
    ADDRESSES.contains(&word)
}

const OFFICES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "dame",
    "lord",
    "lady",
    "pm",
    "president",
    "prime",
    "premier",
    "minister",
    "secretary",
    "ambassador",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "chancellor",
    "governor",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "king",
    "queen",
    "prince",
    "princess",
    "general",
    "admiral",
    "colonel",
    "commander",
    "chairman",
    "chairwoman",
    "chair",
    "director",
    "commissioner",
    "consul",
    "official",
    "mayor",
    "delegate",
    "envoy",
    "speaker",
    "rapporteur",
    "attaché",
    "aide",
    "treasurer",
    "président",
    "présidente",
    "ministre",
    "ambassadeur",
    "ambassadrice",
    "secrétaire",
    "monsieur",
    "madame",
    "m",
    "mme",
    "porte-parole",
    "presidente",
    "presidenta",
    "ministro",
    "ministra",
    "embajador",
    "embajadora",
    "canciller",
    "secretario",
    "secretaria",
    "señor",
    "señora",
    "sr",
    "sra",
    "portavoz",
    "president",
    "ambaixador",
    "ambaixadora",
    "ministre",
    "conseller",
    "consellera",
    "secretari",
    "secretària",
    "vicepresident",
    "vicepresidenta",
    "президент",
    "министр",
    "посол",
    "председатель",
    "премьер-министр",
    "секретарь",
    "представитель",
    "госсекретарь",
    "консул",
    "глава",
    "губернатор",
    "директор",
    "руководитель",
    "заместитель",
    "канцлер",
    "президентка",
    "міністр",
    "прем'єр-міністр",
    "الرئيس",
    "رئيس",
    "الوزير",
    "وزير",
    "الوزيرة",
    "وزيرة",
    "السفير",
    "سفير",
    "السفيرة",
    "سفيرة",
    "المتحدث",
    "المتحدثة",
    "الأمين",
    "bundeskanzler",
    "bundeskanzlerin",
    "minister",
    "ministerin",
    "bundesminister",
    "bundesministerin",
    "botschafter",
    "botschafterin",
    "präsident",
    "präsidentin",
    "staatssekretär",
    "staatssekretärin",
    "sprecher",
    "sprecherin",
    "herr",
    "frau",
];

/// Endings of Chinese office names; Chinese has no spaces to part words by.
pub(super) const HAN_OFFICES: &[&str] = &[
    "總統",
    "总统",
    "主席",
    "總理",
    "总理",
    "部長",
    "部长",
    "大使",
    "發言人",
    "发言人",
    "院長",
    "院长",
    "秘書長",
    "秘书长",
    "領事",
    "领事",
    "首相",
    "先生",
    "女士",
    "委員",
    "委员",
];
