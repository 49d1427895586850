//! Words that say nothing of what a text is about.

use crate::analysis::{Language, is_function_word};

/// Words that people wrap their questions in, in exact forms: asked about, they say nothing of what an answer is about.
const ASKING: &[(Language, &[&str])] = &[
    (Language::English, &["could", "during", "how", "says", "should", "tell", "told", "whom", "whose", "why"]),
    (Language::French, &["comment", "dire", "dit", "quand", "quel", "quelle", "quelles", "quels", "quoi", "pourquoi"]),
    (Language::Spanish, &["cuales", "dice", "dicho", "dijo", "donde", "quien", "quienes"]),
    (Language::Catalan, &["diu", "dit", "quan", "que", "qui", "quin", "quina", "quins", "quines"]),
    (Language::Russian, &["где", "говорил", "говорила", "какие", "какой", "почему", "сказал", "сказала", "чем"]),
    (Language::Arabic, &["اين", "قال", "قالت", "كيف", "لماذا", "ماذا", "متي", "من", "هل"]),
];
/// The same and the commonest particles in Chinese, which stand between words without spaces.
const ASKING_HAN: &[&str] = &[
    "的",
    "了",
    "是",
    "在",
    "和",
    "與",
    "与",
    "及",
    "對",
    "对",
    "於",
    "于",
    "什麼",
    "什么",
    "如何",
    "為何",
    "为何",
    "為什麼",
    "为什么",
    "怎麼",
    "怎么",
    "誰",
    "谁",
    "哪些",
    "關於",
    "关于",
    "對於",
    "对于",
    "有關",
    "有关",
    "說",
    "说",
    "說了",
    "说了",
    "說過",
    "说过",
    "談",
    "谈",
    "談到",
    "谈到",
    "嗎",
    "吗",
    "呢",
    "之",
    "以及",
];

/// Whether the word, in its exact form, need not occur where there are others: one of the commonest of its language, or one
/// that questions are wrapped in. `own` is the language asked in.
pub(super) fn is_asking(exact: &[String], own: Language) -> bool {
    let [word] = exact else { return ASKING_HAN.contains(&exact.concat().as_str()) };
    let Some(first) = word.chars().next() else { return true };
    let language = own.of_word(first);
    let asking =
        ASKING.iter().find(|(known, _)| *known == language).is_some_and(|(_, words)| words.contains(&word.as_str()));
    asking || is_function_word(word, language) || ASKING_HAN.contains(&word.as_str())
}
