//! Languages: which stemmer they have, and the words by which they are told apart.

use frostem::Algorithm;

/// The language by which a text's words are analysed. Languages without a stemmer of their own are told apart by their
/// script only, because words of other scripts in their texts are stemmed all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Language {
    Arabic,
    Catalan,
    Danish,
    Dutch,
    English,
    Estonian,
    Finnish,
    French,
    German,
    Greek,
    Hungarian,
    Indonesian,
    Italian,
    Lithuanian,
    Norwegian,
    Polish,
    Portuguese,
    Romanian,
    Russian,
    Spanish,
    Swedish,
    Turkish,
    /// Written with Latin letters, no stemmer.
    OtherLatin,
    /// Written with Cyrillic letters, no stemmer.
    OtherCyrillic,
    /// Written with Arabic letters, no stemmer.
    OtherArabic,
    /// Written in another script, no stemmer.
    Other,
}

/// What is known of a language that has a stemmer.
struct Known {
    language: Language,
    /// Primary language subtags (RFC 5646).
    tags: &'static [&'static str],
    /// The Snowball algorithm; Arabic has one of this crate's own.
    algorithm: Option<Algorithm>,
    /// The language in the words of the detector.
    detected: Option<whatlang::Lang>,
    /// Exact forms of the most common words, sorted, with spaces between: about a quarter to a half of any text.
    function_words: &'static [&'static str],
}

/// Primary language subtags of languages written with Cyrillic letters that have no stemmer here.
const CYRILLIC: [&str; 9] = ["be", "bg", "kk", "ky", "mk", "mn", "sr", "tg", "uk"];
/// Primary language subtags of languages written with Arabic letters that have no stemmer here.
const ARABIC: [&str; 6] = ["ckb", "dv", "fa", "ps", "ug", "ur"];
/// Primary language subtags of languages written neither with Latin nor with Cyrillic nor with Arabic letters.
const OTHER: [&str; 24] = [
    "am", "as", "bn", "bo", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko", "lo", "ml", "mr", "my", "ne", "or",
    "pa", "si", "ta", "te", "th",
];

impl Language {
    /// The language of a tag as editions and spans have it (`en`, `zh-Hant`, `sr-Latn`).
    pub(crate) fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        if let Some(known) = KNOWN.iter().find(|known| known.tags.contains(&primary.as_str())) {
            return known.language;
        }
        match primary.as_str() {
            _ if tag.contains("-Latn") => Self::OtherLatin,
            _ if tag.contains("-Cyrl") => Self::OtherCyrillic,
            _ if tag.contains("-Arab") => Self::OtherArabic,
            primary if CYRILLIC.contains(&primary) => Self::OtherCyrillic,
            primary if ARABIC.contains(&primary) => Self::OtherArabic,
            primary if OTHER.contains(&primary) || matches!(primary, "zh" | "yue" | "yi" | "ti") => Self::Other,
            _ => Self::OtherLatin,
        }
    }

    /// The language by which a word is analysed that begins with `first` in a text of this language: words of another
    /// script are not the language's own. Latin ones are taken for English, Cyrillic ones for Russian, Arabic ones for Arabic, the
    /// most frequent by far among guests in the records of foreign services.
    pub(crate) fn of_word(self, first: char) -> Self {
        match first {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => match self {
                Self::Arabic | Self::Greek | Self::Russian | Self::OtherCyrillic | Self::OtherArabic | Self::Other => {
                    Self::English
                }
                own => own,
            },
            '\u{400}'..='\u{52f}' => match self {
                own @ (Self::Russian | Self::OtherCyrillic) => own,
                _ => Self::Russian,
            },
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{feff}' => match self {
                own @ (Self::Arabic | Self::OtherArabic) => own,
                _ => Self::Arabic,
            },
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            _ => Self::Other,
        }
    }

    /// The Snowball algorithm of the language.
    pub(super) fn algorithm(self) -> Option<Algorithm> {
        self.known()?.algorithm
    }

    /// The most common words of the language in their exact forms, sorted by code point; none where they are not known.
    pub(crate) fn function_words(self) -> &'static [&'static str] {
        self.known().map_or(&[], |known| known.function_words)
    }

    /// The language that a text seems to be in, among those whose common words are known. Costs some 50 µs a paragraph.
    pub(super) fn detect(text: &str) -> Option<Self> {
        let detector = whatlang::Detector::with_allowlist(KNOWN.iter().filter_map(|known| known.detected).collect());
        let detected = detector.detect_lang(text)?;
        KNOWN.iter().find(|known| known.detected == Some(detected)).map(|known| known.language)
    }

    fn known(self) -> Option<&'static Known> {
        KNOWN.get(self as usize)
    }
}

/// All languages with a stemmer, in the order of [`Language`].
const KNOWN: &[Known] = &[
    Known {
        language: Language::Arabic,
        tags: &["ar"],
        algorithm: None,
        detected: Some(whatlang::Lang::Ara),
        function_words: &[
            "التي",
            "الذي",
            "الذين",
            "الي",
            "ان",
            "او",
            "بعد",
            "بين",
            "تم",
            "ثم",
            "حول",
            "حيث",
            "خلال",
            "ذلك",
            "علي",
            "عن",
            "عند",
            "غير",
            "في",
            "فيما",
            "قبل",
            "قد",
            "كان",
            "كانت",
            "كل",
            "كما",
            "لا",
            "لكن",
            "لم",
            "لن",
            "ما",
            "مع",
            "من",
            "منذ",
            "نحن",
            "هذا",
            "هذه",
            "هو",
            "هي",
            "وقد",
        ],
    },
    Known {
        language: Language::Catalan,
        tags: &["ca"],
        algorithm: Some(Algorithm::Catalan),
        detected: Some(whatlang::Lang::Cat),
        function_words: &[
            "a", "al", "als", "amb", "com", "d", "de", "del", "dels", "el", "els", "en", "entre", "es", "ha", "han",
            "hi", "i", "ja", "l", "la", "les", "li", "m", "mes", "n", "ni", "no", "o", "pel", "pels", "per", "pero",
            "perque", "que", "s", "se", "seu", "seva", "si", "sobre", "son", "tambe", "un", "una", "va", "van",
        ],
    },
    Known {
        language: Language::Danish,
        tags: &["da"],
        algorithm: Some(Algorithm::Danish),
        detected: Some(whatlang::Lang::Dan),
        function_words: &[
            "af", "at", "de", "den", "der", "det", "en", "er", "et", "for", "fra", "har", "i", "ikke", "jeg", "med",
            "men", "og", "om", "pa", "sig", "som", "til", "var", "vi",
        ],
    },
    Known {
        language: Language::Dutch,
        tags: &["nl"],
        algorithm: Some(Algorithm::Dutch),
        detected: Some(whatlang::Lang::Nld),
        function_words: &[
            "aan", "als", "bij", "dat", "de", "deze", "die", "dit", "door", "een", "en", "er", "het", "hij", "ik",
            "in", "is", "maar", "met", "naar", "niet", "nog", "of", "om", "ook", "op", "over", "te", "tot", "uit",
            "van", "voor", "was", "we", "worden", "ze", "zijn",
        ],
    },
    Known {
        language: Language::English,
        tags: &["en"],
        algorithm: Some(Algorithm::English),
        detected: Some(whatlang::Lang::Eng),
        function_words: &[
            "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
            "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into",
            "is", "it", "its", "me", "my", "no", "not", "of", "on", "or", "our", "said", "say", "she", "so", "some",
            "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
            "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your",
        ],
    },
    Known {
        language: Language::Estonian,
        tags: &["et"],
        algorithm: Some(Algorithm::Estonian),
        detected: None,
        function_words: &[],
    },
    Known {
        language: Language::Finnish,
        tags: &["fi"],
        algorithm: Some(Algorithm::Finnish),
        detected: Some(whatlang::Lang::Fin),
        function_words: &[
            "ei", "etta", "han", "ja", "jo", "joka", "jotka", "kanssa", "kuin", "kun", "me", "mutta", "myos", "ne",
            "niin", "nyt", "oli", "on", "ovat", "se", "seka", "tai", "tama", "voi",
        ],
    },
    Known {
        language: Language::French,
        tags: &["fr"],
        algorithm: Some(Algorithm::French),
        detected: Some(whatlang::Lang::Fra),
        function_words: &[
            "a", "au", "aussi", "aux", "avec", "c", "ce", "ces", "cet", "cette", "d", "dans", "de", "des", "du",
            "elle", "en", "entre", "est", "et", "ete", "etre", "il", "ils", "j", "je", "l", "la", "le", "les", "leur",
            "leurs", "mais", "meme", "n", "ne", "nos", "notre", "nous", "on", "ont", "ou", "par", "pas", "plus",
            "pour", "qu", "que", "qui", "s", "sa", "sans", "se", "ses", "son", "sont", "sur", "un", "une", "vos",
            "votre", "vous", "y",
        ],
    },
    Known {
        language: Language::German,
        tags: &["de"],
        algorithm: Some(Algorithm::German),
        detected: Some(whatlang::Lang::Deu),
        function_words: &[
            "als", "am", "an", "auch", "auf", "aus", "bei", "bis", "das", "dass", "dem", "den", "der", "des", "die",
            "durch", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "fur", "haben", "hat", "ich", "im",
            "in", "ist", "kann", "mit", "nach", "nicht", "noch", "nur", "oder", "sein", "sich", "sie", "sind", "so",
            "uber", "um", "und", "uns", "unter", "vom", "von", "vor", "war", "was", "werden", "wie", "wir", "wird",
            "zu", "zum", "zur",
        ],
    },
    Known {
        language: Language::Greek,
        tags: &["el"],
        algorithm: Some(Algorithm::Greek),
        detected: Some(whatlang::Lang::Ell),
        function_words: &[
            "απο",
            "για",
            "δεν",
            "ειναι",
            "ενα",
            "η",
            "θα",
            "και",
            "με",
            "μια",
            "να",
            "ο",
            "οι",
            "που",
            "σε",
            "στα",
            "στη",
            "στην",
            "στο",
            "στον",
            "τα",
            "τη",
            "την",
            "τησ",
            "τισ",
            "το",
            "τον",
            "του",
            "τουσ",
            "των",
            "ωσ",
        ],
    },
    Known {
        language: Language::Hungarian,
        tags: &["hu"],
        algorithm: Some(Algorithm::Hungarian),
        detected: Some(whatlang::Lang::Hun),
        function_words: &[
            "a", "az", "de", "egy", "es", "ez", "ha", "hogy", "is", "meg", "mint", "nem", "vagy", "van", "volt",
        ],
    },
    Known {
        language: Language::Indonesian,
        tags: &["id"],
        algorithm: Some(Algorithm::Indonesian),
        detected: Some(whatlang::Lang::Ind),
        function_words: &[
            "adalah", "akan", "dalam", "dan", "dari", "dengan", "di", "ini", "itu", "juga", "kami", "ke", "oleh",
            "pada", "para", "telah", "tidak", "untuk", "yang",
        ],
    },
    Known {
        language: Language::Italian,
        tags: &["it"],
        algorithm: Some(Algorithm::Italian),
        detected: Some(whatlang::Lang::Ita),
        function_words: &[
            "a", "ad", "ai", "al", "alla", "alle", "anche", "che", "chi", "ci", "come", "con", "cui", "d", "da", "dal",
            "dalla", "dei", "del", "dell", "della", "delle", "di", "e", "ed", "gli", "ha", "hanno", "i", "il", "in",
            "io", "l", "la", "le", "lo", "loro", "ma", "nei", "nel", "nella", "non", "o", "per", "piu", "quando",
            "questa", "questo", "se", "si", "sono", "su", "sua", "sul", "sulla", "suo", "tra", "un", "una",
        ],
    },
    Known {
        language: Language::Lithuanian,
        tags: &["lt"],
        algorithm: Some(Algorithm::Lithuanian),
        detected: None,
        function_words: &[],
    },
    Known {
        language: Language::Norwegian,
        tags: &["no", "nb", "nn"],
        algorithm: Some(Algorithm::Norwegian),
        detected: Some(whatlang::Lang::Nob),
        function_words: &[
            "at", "av", "da", "de", "den", "det", "en", "er", "et", "for", "fra", "har", "i", "ikke", "jeg", "med",
            "men", "og", "om", "pa", "som", "til", "var", "vi",
        ],
    },
    Known {
        language: Language::Polish,
        tags: &["pl"],
        algorithm: Some(Algorithm::Polish),
        detected: Some(whatlang::Lang::Pol),
        function_words: &[
            "a", "ale", "czy", "dla", "do", "i", "ich", "in", "jak", "jako", "jego", "jest", "ktore", "ktory", "na",
            "nie", "o", "od", "oraz", "po", "przez", "sa", "sie", "tak", "to", "w", "we", "z", "za", "ze",
        ],
    },
    Known {
        language: Language::Portuguese,
        tags: &["pt"],
        algorithm: Some(Algorithm::Portuguese),
        detected: Some(whatlang::Lang::Por),
        function_words: &[
            "a", "ao", "aos", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "ela", "ele", "em", "entre",
            "era", "esta", "eu", "foi", "ha", "isso", "ja", "mais", "mas", "muito", "na", "nao", "nas", "no", "nos",
            "o", "os", "ou", "para", "pela", "pelo", "por", "que", "quem", "sao", "se", "sem", "ser", "seu", "sua",
            "tambem", "tem", "um", "uma",
        ],
    },
    Known {
        language: Language::Romanian,
        tags: &["ro", "mo"],
        algorithm: Some(Algorithm::Romanian),
        detected: Some(whatlang::Lang::Ron),
        function_words: &[
            "a", "al", "ale", "am", "au", "care", "ce", "cu", "de", "din", "este", "fi", "in", "la", "mai", "nu", "o",
            "pe", "pentru", "prin", "sa", "se", "si", "sunt", "un",
        ],
    },
    Known {
        language: Language::Russian,
        tags: &["ru"],
        algorithm: Some(Algorithm::Russian),
        detected: Some(whatlang::Lang::Rus),
        function_words: &[
            "а",
            "без",
            "бы",
            "был",
            "была",
            "были",
            "было",
            "быть",
            "в",
            "вас",
            "во",
            "вот",
            "все",
            "всех",
            "вы",
            "да",
            "для",
            "до",
            "его",
            "ее",
            "если",
            "есть",
            "же",
            "за",
            "и",
            "из",
            "или",
            "им",
            "их",
            "к",
            "как",
            "когда",
            "которые",
            "который",
            "кто",
            "ли",
            "мы",
            "на",
            "над",
            "нам",
            "нас",
            "не",
            "ни",
            "но",
            "о",
            "об",
            "однако",
            "он",
            "она",
            "они",
            "от",
            "по",
            "под",
            "после",
            "при",
            "с",
            "со",
            "так",
            "также",
            "там",
            "то",
            "тоже",
            "только",
            "том",
            "у",
            "уже",
            "что",
            "чтобы",
            "это",
            "этого",
            "этой",
            "этом",
            "я",
        ],
    },
    Known {
        language: Language::Spanish,
        tags: &["es"],
        algorithm: Some(Algorithm::Spanish),
        detected: Some(whatlang::Lang::Spa),
        function_words: &[
            "a", "al", "como", "con", "cual", "cuando", "de", "del", "desde", "e", "el", "ella", "en", "entre", "era",
            "es", "esa", "ese", "esta", "este", "esto", "fue", "ha", "han", "hay", "la", "las", "le", "les", "lo",
            "los", "mas", "me", "mi", "muy", "no", "nos", "nosotros", "o", "para", "pero", "por", "porque", "que",
            "se", "sea", "ser", "si", "sin", "sobre", "son", "su", "sus", "tambien", "tiene", "todo", "todos", "un",
            "una", "y", "ya", "yo",
        ],
    },
    Known {
        language: Language::Swedish,
        tags: &["sv"],
        algorithm: Some(Algorithm::Swedish),
        detected: Some(whatlang::Lang::Swe),
        function_words: &[
            "ar", "att", "av", "de", "den", "det", "en", "ett", "for", "fran", "har", "i", "inte", "jag", "med", "men",
            "och", "om", "pa", "som", "till", "var", "vi",
        ],
    },
    Known {
        language: Language::Turkish,
        tags: &["tr"],
        algorithm: Some(Algorithm::Turkish),
        detected: Some(whatlang::Lang::Tur),
        function_words: &[
            "bir", "bu", "cok", "da", "daha", "de", "en", "gibi", "icin", "ile", "ise", "kadar", "ne", "olan",
            "olarak", "ve",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_languages_stand_in_order_with_sorted_words_in_their_exact_forms() {
        for (index, known) in KNOWN.iter().enumerate() {
            assert_eq!(known.language as usize, index);
            assert!(known.function_words.is_sorted(), "{:?}", known.language);
            for word in known.function_words {
                let mut folded = String::new();
                super::super::fold(word, &mut folded);
                assert_eq!(folded, *word);
            }
        }
    }

    #[test]
    fn tags_give_languages() {
        for (tag, language) in [
            ("en", Language::English),
            ("en-GB", Language::English),
            ("pt-BR", Language::Portuguese),
            ("zh-Hant", Language::Other),
            ("uk", Language::OtherCyrillic),
            ("sr-Latn", Language::OtherLatin),
            ("fa", Language::OtherArabic),
            ("vi", Language::OtherLatin),
            ("nb", Language::Norwegian),
        ] {
            assert_eq!(Language::of(tag), language, "{tag}");
        }
    }
}
