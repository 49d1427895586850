//! The kind of a message by the words of its title.

use domain::{Kind, Lang};

use super::{Field, Suggestion, Value};
use crate::checks::fold;

/// Words by kind, folded; a word counts where a word of the title begins with it. Where one begins with another, the longer comes
/// first by its length.
#[rustfmt::skip]
const WORDS: [(Kind, &[&str]); 11] = [
    (Kind::Statement, &["statement", "declaration", "заявление", "déclaration", "declaración", "بيان", "تصريح", "声明", "聲明"]),
    (Kind::Speech, &["speech", "address by", "address at", "address to", "выступление", "речь", "discours", "allocution", "discurso", "alocución", "كلمه", "خطاب", "演讲", "致辞", "演講", "致辭"]),
    (Kind::Remarks, &["remarks", "answers to", "opening words", "вступительное слово", "слово министра", "ответы на вопросы", "высказывания", "propos", "remarques", "réponses aux", "intervention", "palabras", "intervención", "respuestas a", "اجابات", "مداخله", "讲话", "講話", "发言", "答问"]),
    (Kind::Interview, &["interview", "интервью", "entretien", "entrevista", "مقابله", "حوار", "حديث", "专访", "采访", "訪談", "访谈"]),
    (Kind::PressConference, &["press conference", "news conference", "media conference", "пресс конференция", "пресс конференции", "conférence de presse", "point de presse conjoint", "conferencia de prensa", "rueda de prensa", "مؤتمر صحفي", "المؤتمر الصحفي", "记者会", "新闻发布会", "記者會"]),
    (Kind::Briefing, &["briefing", "брифинг", "point de presse", "sesión informativa", "احاطه", "ايجاز", "例行记者会", "吹风会"]),
    (Kind::PressRelease, &["press release", "news release", "пресс релиз", "сообщение для", "communiqué", "comunicado", "nota de prensa", "بلاغ", "新闻稿", "公报"]),
    (Kind::Article, &["article", "op ed", "статья", "tribune", "artículo", "مقال", "署名文章", "文章"]),
    (Kind::Letter, &["letter", "open letter", "письмо", "обращение", "lettre", "carta", "رساله", "信函", "致函", "公开信"]),
    (Kind::Notice, &["notice", "announcement", "объявление", "уведомление", "извещение", "avis", "annonce", "aviso", "anuncio", "اعلان", "اشعار", "通知", "公告"]),
    (Kind::Comment, &["comment", "комментарий", "commentaire", "comentario", "تعليق", "评论", "評論", "答记者问"]),
];

pub(super) fn suggest(title: &str, lang: &Lang) -> Option<Suggestion> {
    let (kind, word) = by_words(title, lang)?;
    Some(Suggestion {
        field: Field::Kind,
        value: Value::Kind(kind),
        shown: kind.as_str().replace('-', " "),
        because: format!("The title says “{word}”."),
    })
}

/// The first word for a kind in a title, and in Chinese the last: there the thing itself comes at the end.
fn by_words(title: &str, lang: &Lang) -> Option<(Kind, &'static str)> {
    let folded: String = fold(title).chars().map(|c| if matches!(c, '-' | '‑' | '‐') { ' ' } else { c }).collect();
    let chinese = lang.primary() == "zh";
    let all = WORDS.iter().flat_map(|(kind, words)| words.iter().map(move |word| (*kind, *word)));
    let found = all.filter_map(|(kind, word)| place(&folded, word, chinese).map(|at| (at, kind, word)));
    let best = if chinese {
        found.max_by_key(|(at, _, word)| (*at + word.len(), word.len()))
    } else {
        found.min_by_key(|(at, _, word)| (*at, std::cmp::Reverse(word.len())))
    };
    best.map(|(_, kind, word)| (kind, word))
}

/// Where a word of the title begins with `word`; in Arabic behind its article too.
fn place(title: &str, word: &str, chinese: bool) -> Option<usize> {
    if chinese || word.chars().all(document::is_unspaced) {
        return title.rfind(word);
    }
    title.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = title[..*at].strip_suffix("ال").unwrap_or(&title[..*at]);
        let end = &title[at + word.len()..];
        // "commentator" is no comment, "letterhead" no letter: only endings of number and case may follow.
        let tail = end.chars().take_while(|c| c.is_alphabetic()).count();
        before.chars().next_back().is_none_or(|c| !c.is_alphanumeric()) && tail <= 2
    })
}
